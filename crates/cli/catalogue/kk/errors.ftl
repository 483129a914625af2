# The sentences of the errors, in Kazakh; the keys and their order are those of ../en/errors.ftl.
# A suffix never hangs on a placeholder: its form would depend on the value.

## manifest/chunks

error-manifest-chunks-error-group-length = бөлікте { $len } байт бар, 1 мен 1048576 аралығына рұқсат етіледі
error-manifest-chunks-error-index-too-large = { $index }-бөлік мүмкін болатын ең үлкен файлдың шегінен тыс
error-manifest-chunks-error-single-group = өлшемі { $len } байт файл бір ғана бөліктен тұрады, біріктіретін ештеңе жоқ
error-manifest-chunks-error-wrong-count = алынған бөлік мәндерінің саны: { $found }; өлшемі { $len } байт файлға тиісті саны: { $expected }

## manifest/entry/parse

error-manifest-entry-error-too-long = жол { $MAX_LINE } байттан ұзын
error-manifest-entry-error-shape = бұл – тізбе жолы емес: { $v0 }
error-manifest-entry-error-value = `{ $v0 }` өрісінің мәніне рұқсат етілмейді
error-manifest-entry-error-key = { $kind } түріндегі жолда `{ $key }` өрісі { $must }
error-manifest-entry-error-path = файл жолына рұқсат етілмейді: { $v0 }
error-manifest-entry-error-stored = сақтау атына рұқсат етілмейді: { $v0 }
error-manifest-entry-error-not-canonical = жол канондық түрде жазылмаған (бірінші айырма { $at }-байтта)

## manifest/layout

error-manifest-tag-manifest-error-line = { $line }-жол: бұл – кіші әріптермен жазылған 64 цифрлы хэш мәні, екі бос орын және файл жолы емес
error-manifest-tag-manifest-error-path = { $line }-жол: қызметтік файлдар тізбесінде мұндай файл жолына рұқсат етілмейді
error-manifest-tag-manifest-error-order = { $line }-жол: файл жолы рет бойынша алдыңғысынан кейін тұрған жоқ

## manifest/list

error-manifest-list-fault-no-line-feed = соңғы жол LF таңбасымен аяқталмайды
error-manifest-list-fault-order = файл жолы рет бойынша алдыңғы жолдағы файл жолынан кейін тұрған жоқ
error-manifest-list-fault-parent-missing = осы файл жолы орналасқан каталог тізбеде жоқ

## manifest/packed/error

error-manifest-packed-error-io = оқылмады: { $v0 }
error-manifest-packed-error-beginning = файлдың басы бір файлдағы пакеттің басындай емес
error-manifest-packed-error-no-end = аяқтаушы жазба жоқ: файл кесілген немесе пішімі басқа
error-manifest-packed-error-comment = архивте түсініктеме бар, байт саны: { $len }
error-manifest-packed-error-trailing = аяқтаушы жазбадан кейін артық байттар бар, саны: { $len }
error-manifest-packed-error-spanned = бұл бірнеше дискідегі архивтің бөлігі деп көрсетілген
error-manifest-packed-error-end-records = аяқтаушы жазбалар бір-біріне немесе файлға қайшы келеді
error-manifest-packed-error-directory = архив мазмұндамасы оның орны деп көрсетілген орынды толтырмайды ({ $at }-байтта)
error-manifest-packed-error-count = көрсетілген файл саны: { $said }, мазмұндамада: { $found }
error-manifest-packed-error-entry = { $name }: { $fault }
error-manifest-fault-encrypted = мазмұны шифрланған
error-manifest-fault-method = мазмұны сығылған ({ $method }-әдіс)
error-manifest-fault-data-descriptor = деректер дескрипторы бар
error-manifest-fault-flags = { $flags } жалаушалары қойылған
error-manifest-fault-sizes = көрсетілген байт саны: архивте { $packed }, архивтен шығарғаннан кейін { $unpacked }
error-manifest-fault-extra = қосымша өріс бар
error-manifest-fault-zip64 = ZIP64 мәндері қажетті мәндер емес
error-manifest-fault-comment = түсініктеме бар
error-manifest-fault-time = өз уақыты көрсетілген
error-manifest-fault-not-regular = бұл – сілтеме немесе арнайы файл
error-manifest-fault-attributes = нұсқасы немесе атрибуттары бір файлдағы пакетте болатындай емес
error-manifest-fault-name = атына рұқсат етілмейді: { $v0 }
error-manifest-fault-other-root = пакет каталогында тұрған жоқ
error-manifest-fault-root-entry = бұл – пакет каталогының өзі туралы жазба
error-manifest-fault-twice = екі рет кездеседі
error-manifest-fault-order = өз орнында тұрған жоқ
error-manifest-fault-below = { $above } ішінде тұр, ал оның ішінде ештеңе болуы мүмкін емес
error-manifest-fault-directory-with-bytes = бұл – каталог, бірақ онда байттар бар
error-manifest-fault-overlap = орны басқа файлдың орнымен қабаттасады (басы { $at }-байтта, күтілгені { $expected })
error-manifest-fault-gap = оның алдында ешнәрсеге жатпайтын байттар бар (басы { $at }-байтта, күтілгені { $expected })
error-manifest-fault-headers = файл байттарының алдындағы тақырып мазмұндамаға сәйкес келмейді: { $what }

## manifest/packed/name

error-manifest-name-error-utf8 = UTF-8 кодталуы бұзылған
error-manifest-name-error-too-long = ұзындығы { $len } байт
error-manifest-name-error-directory-expected = бұл – пакетте каталог болуы тиіс жердегі файл
error-manifest-name-error-not-one-component = бірден көп компоненттен тұрады

## manifest/packed/write

error-manifest-write-error-name = бір файлдағы пакетте мұндай ат болуы мүмкін емес: { $v0 }
error-manifest-write-error-order = рет бойынша алдыңғы файлдан кейін тұрған жоқ
error-manifest-write-error-size = байт саны: { $found }, күтілгені: { $said }
error-manifest-write-error-read-back = қайта оқылған деректер жазылған деректерге сәйкес келмейді

## manifest/path

error-manifest-path-error-empty = файл жолы бос
error-manifest-path-error-absolute = файл жолы абсолютті
error-manifest-path-error-empty-component = файл жолында бос компонент бар ({ $at }-байт)
error-manifest-path-error-dot-component = файл жолында "." немесе ".." компоненті бар ({ $at }-байт)
error-manifest-path-error-nul = файл жолында нөлдік байт бар ({ $at }-байт)

## manifest/source/examine/copy

error-manifest-copy-error-write = data/{ $place }: жазу мүмкін болмады: { $source }
error-manifest-copy-error-mark = data/{ $place }: жұмыс барысын белгілеу мүмкін болмады: { $source }
error-manifest-copy-error-source = { $path }: файл туралы мәлімет алу мүмкін болмады: { $source }
error-manifest-copy-error-no-random-numbers = жүйе кездейсоқ сандар бермейді
error-manifest-copy-error-output-inside = { $path }: жасалып жатқан пакет осында, дереккөздің ішінде тұр
error-manifest-copy-error-stopped = тоқтатылды

## manifest/source/open

error-manifest-source-error-open = { $v0 }: ашу мүмкін болмады: { $source }
error-manifest-source-error-link = { $v0 }: бұл – символдық сілтеме; бағдарлама сілтеме бойынша өтпейді
error-manifest-source-error-kind = { $v0 }: бұл – каталог, кәдімгі файл немесе блоктық құрылғы емес, { $kind }
error-manifest-source-error-name = { $v0 }: { $source }
error-manifest-source-error-same-name = { $v0 } және { $v1 }: екі дереккөздің аты бірдей

## manifest/store

error-manifest-open-error-missing = жоқ
error-manifest-open-error-not-regular = кәдімгі файл емес
error-manifest-open-error-unreadable = оқылмады: { $v0 }

## manifest/store/open

error-manifest-open-bag-error-packed = бұл – бір файлдағы пакет емес

## manifest/stored/check

error-manifest-stored-error-too-long = сақтау атының ұзындығы { $len } байт, ең көбі 900 байтқа рұқсат етіледі
error-manifest-stored-error-component-too-long = сақтау атының { $component }-компонентінің ұзындығы { $len } байт, ең көбі 255 байтқа рұқсат етіледі
error-manifest-stored-error-empty-component = сақтау атының { $component }-компоненті бос
error-manifest-stored-error-unsafe = сақтау атының { $component }-компонентінде U+{ $code } таңбасы бар ({ $at }-байт), ол бұл жерде экрандалуы тиіс
error-manifest-stored-error-device = сақтау атының { $component }-компоненті – Windows жүйесіндегі құрылғы аты
error-manifest-stored-error-escape = сақтау атының { $component }-компонентінде қате экрандау бар ({ $at }-байт)
error-manifest-stored-error-mismatch = сақтау атының { $component }-компоненті файл жолындағы аттан басқа атты білдіреді
error-manifest-stored-error-components = сақтау атындағы компонент саны: { $stored }, файл жолында: { $path }

## manifest/tree

error-manifest-subtree-error-unaligned = { $level }-деңгейдегі ішкі ағаш { $size }-жапырақтан басталуы мүмкін емес
error-manifest-subtree-error-too-large = { $size }-жапырақтан басталатын { $level }-деңгейдегі ішкі ағашпен бірге ағаштағы жапырақ саны 2^63-1 шегінен асады

## manifest/tree/prove

error-manifest-prove-error-index-outside = жапырақ саны { $size } болатын ағашта { $index }-жапырақ жоқ
error-manifest-prove-error-old-larger = бұрынғы ағашта жапырақ саны: { $old }, кейінгісінде небәрі { $new }
error-manifest-prove-error-too-large = жапырақ саны { $size } болатын ағаш 2^63-1 шегінен үлкен
error-manifest-prove-error-wrong-count = алынған жапырақ саны: { $pushed }, мәлімделгені: { $size }

## manifest/tree/verify

error-manifest-verify-error-index-outside = жапырақ саны { $size } болатын ағашта { $index }-жапырақ жоқ
error-manifest-verify-error-old-larger = бұрынғы ағашта жапырақ саны: { $old }, кейінгісінде небәрі { $new }
error-manifest-verify-error-too-large = жапырақ саны { $size } болатын ағаш 2^63-1 шегінен үлкен
error-manifest-verify-error-wrong-length = растамадағы хэш саны: { $found }, мұндай өлшемдерге қажеті: { $expected }
error-manifest-verify-error-old-root = растама бұрынғы ағаштың түбірлік хэшіне апармайды
error-manifest-verify-error-root = растама ағаштың түбірлік хэшіне апармайды

## custody/event

error-custody-event-error-unsupported-type = "{ $v0 }" жазба түріне бұл нұсқада қолдау көрсетілмейді

## custody/joint

error-custody-quorum-error-unknown = { $v0 } кілтімен қол қойылған, ол қол қоюға құқылы кілттердің қатарында жоқ
error-custody-quorum-error-twice = { $v0 } кілтімен екі рет қол қойылған
error-custody-quorum-error-order = { $v0 } кілтінің қолтаңбасы өзі алдында тұруы тиіс қолтаңбадан кейін тұр
error-custody-quorum-error-too-few = { $v0 }

## custody/key

error-custody-sign-error-unverifiable = қойылған қолтаңба расталмайды: { $v0 }
error-custody-sign-error-unavailable = кілтті пайдалану мүмкін болмады

## custody/key/pem

error-custody-key-error-not-pkcs8 = бұл – PEM түріндегі PKCS#8 жабық кілті емес
error-custody-key-error-open-ssh-form = бұл – OpenSSH жабық кілті; sealbag PKCS#8 файлдарын оқиды, ал OpenSSH кілттерін ssh-agent арқылы пайдаланады
error-custody-key-error-too-large = кілт мәтіні жабық кілт үшін тым үлкен
error-custody-key-error-not-ed25519 = бұл – Ed25519 кілті емес
error-custody-key-error-needs-passphrase = кілт шифрланған: құпиясөз қажет
error-custody-key-error-wrong-passphrase = құпиясөз дұрыс емес
error-custody-key-error-empty-passphrase = құпиясөз бос
error-custody-key-error-unsupported-encryption = кілттің шифрлануына қолдау көрсетілмейді; PBKDF2 немесе scrypt және AES қолданатын PBES2 пайдаланыңыз
error-custody-key-error-costly-encryption = бұл кілттің құпиясөзін тексеру тым көп ресурс талап етеді
error-custody-key-error-mismatch = файлдағы ашық кілт жабық кілтке сәйкес келмейді
error-custody-key-error-unusable = бұл кілтті пайдалануға болмайды
error-custody-key-error-no-random-numbers = жүйе кездейсоқ сандар бермеді

## custody/key_file

error-custody-key-file-error-io = { $v0 }: { $action } мүмкін болмады
error-custody-key-file-error-exists = { $v0 }: бұрыннан бар және үстінен жазылмайды
error-custody-key-file-error-not-kept = { $v0 }: қайта оқылған деректер жазылған деректерге сәйкес келмейді
error-custody-key-file-error-not-regular = { $v0 }: кәдімгі файл емес
error-custody-key-file-error-foreign-owner = { $v0 }: жабық кілт басқа пайдаланушыға тиесілі (uid { $owner })
error-custody-key-file-error-open-to-others = { $v0 }: жабық кілт бөгде адамдарға қолжетімді (қол жеткізу құқықтары { $mode })
error-custody-key-file-error-too-large = { $v0 }: кілт файлы үшін тым үлкен
error-custody-key-file-error-key = { $v0 }: { $source }
error-custody-key-file-error-public-key = { $v0 }: { $source }
error-custody-key-file-error-keyset = { $v0 }: { $source }

## custody/keyset

error-custody-keyset-error-empty = органның кемінде бір кілті болуы тиіс
error-custody-keyset-error-too-many = органда ең көбі { $max } кілт болуы мүмкін, ал мұнда { $found } кілт бар
error-custody-keyset-error-twice = { $v0 } кілті екі рет көрсетілген
error-custody-keyset-error-threshold = қажетті қолтаңба саны { $threshold }, ол 1 мен кілт саны { $keys } аралығында емес
error-custody-keyset-error-no-threshold = бірнеше кілті бар файл `threshold K` жолынан басталады
error-custody-keyset-error-key = { $line }-жол: { $source }
error-custody-keyset-error-text = бұл – ашық кілттер файлы емес

## custody/log_page

error-custody-log-page-error-unknown-format = { $found } пішіміне бұл нұсқада қолдау көрсетілмейді
error-custody-log-page-error-unsupported-type = "{ $v0 }" жазба түріне бұл нұсқада қолдау көрсетілмейді
error-custody-log-page-error-other-signer = { $found } кілтімен қол қойылған, ал жазбада көрсетілгені { $expected }

## custody/log_store/error

error-custody-append-error-io = { $v0 }: { $action } мүмкін болмады
error-custody-append-error-not-a-directory = { $v0 }: каталог емес; бағдарлама сілтеме бойынша өтпейді
error-custody-append-error-busy = { $v0 }: осы журналға басқа бағдарлама жазып жатыр; күту уақыты { $waited }
error-custody-append-error-index = енгізілетін { $index } нөмірлі жазба жоқ
error-custody-append-error-token-number = 0 нөмірлі уақыт белгісі болмайды
error-custody-append-error-empty = { $v0 }: жазатын ештеңе жоқ
error-custody-append-error-too-large = { $v0 }: { $limit } байттан көп
error-custody-append-error-gap = { $v0 }: { $before }-жазбаның алдында { $missing }-жазба жоқ
error-custody-append-error-behind = { $v0 }: { $index }-жазба жоқ, ал { $last }-жазба бар
error-custody-append-error-not-regular = { $v0 }: кәдімгі файл емес
error-custody-append-error-taken = журналда басқа { $index }-жазба бұрыннан бар
error-custody-append-error-token-taken = { $index }-жазбаға қойылған басқа { $number }-уақыт белгісі бұрыннан бар
error-custody-append-error-not-exclusive = { $v0 }: бұл файлдық жүйе басқа файлды алмастырып қоймайтындай етіп файлға ат бере алмайды
error-custody-append-error-read-back = { $v0 }: қайта оқылған деректер жазылған деректерден өзгеше
error-custody-append-error-undetermined = { $v0 }: мұның журналға енгізілген-енгізілмегені белгісіз; { $action } мүмкін болмады

## custody/page

error-custody-page-error-record-too-large = жазбада { $size } байт бар, ең көбі { $limit } байтқа рұқсат етіледі
error-custody-page-error-armour-too-large = қолтаңбада { $v0 } байт бар, ең көбі { $MAX_ARMOUR_LEN } байтқа рұқсат етіледі
error-custody-page-error-no-signature = қолтаңба жоқ
error-custody-page-error-too-many-signatures = қолтаңба саны { $v0 } шегінен көп
error-custody-page-error-no-record = қолтаңбаның алдында жазба жоқ

## custody/profile/fill

error-custody-answer-error-blank = тек бос орындар
error-custody-answer-error-digest = SHA-256 хэш мәні – кіші әріптермен жазылған 64 он алтылық цифр

## custody/profile/finding

error-custody-profile-error = бұл талаптар бейінін пайдалануға болмайды: { $v0 }

## custody/public_key

error-custody-public-key-error-line = ашық кілт – бір жол: түрі, base64, түсініктеме
error-custody-public-key-error-comment = мұнда кілт түсініктемесіз жазылады
error-custody-public-key-error-base64 = кілт base64 ережесіне қатаң сай жазылмаған
error-custody-public-key-error-type-mismatch = base64 алдында көрсетілген түр кілттің түріне сәйкес келмейді
error-custody-public-key-error-unsupported-type = { $v0 } кілт түріне қолдау көрсетілмейді; ssh-ed25519 немесе sk-ssh-ed25519@openssh.com пайдаланыңыз
error-custody-public-key-error-malformed = { $v0 } түріндегі кілт дұрыс жазылмаған
error-custody-public-key-error-weak = кілт осал: бұл – кіші ретті нүкте, онымен жалған қолтаңбалар расталады
error-custody-public-key-error-too-long = кілт жолы { $MAX_LINE_LEN } байттан ұзын

## custody/receipt

error-custody-receipt-error-shape = бір немесе екі қол қойылған беттен тұрмайды
error-custody-receipt-error-first = бірінші беті: { $v0 }
error-custody-receipt-error-second = екінші беті: { $v0 }
error-custody-receipt-error-unrelated = беттері бір-біріне қатысты емес: { $v0 }

## custody/record/error

error-custody-record-error-unknown-format = 1-жол: "{ $found }" жазба пішімі белгісіз, күтілгені "{ $expected }"
error-custody-record-error-no-format = 1-жол: жазба оның пішімін көрсететін жолдан басталады
error-custody-record-error-too-large = жазбада { $size } байт бар, ең көбі { $limit } байтқа рұқсат етіледі
error-custody-record-error-not-utf8 = { $line }-жол: UTF-8 кодталуы бұзылған
error-custody-record-error-forbidden-character = { $line }-жол: жазбада U+{ $character } таңбасына рұқсат етілмейді
error-custody-record-error-armour-line = { $line }-жол: жазбаның бірде-бір жолы ----- таңбаларынан басталмауы тиіс
error-custody-record-error-no-final-line-feed = соңғы жол жаңа жолға көшу таңбасымен аяқталмайды
error-custody-record-error-malformed = { $v0 }{ $v1 }{ $reason }
error-custody-record-error-not-canonical = { $line }-жол: канондық түрде емес, канондық түрде { $v0 }
error-custody-record-error-missing = { $field }: міндетті өріс
error-custody-record-error-empty-entry = { $table }: бірде-бір өрісі жоқ элемент
error-custody-record-error-integer-too-large = { $field }: { $value } мәні тым үлкен, бүтін сандар 2^63 шегінен кіші болуы тиіс
error-custody-record-error-contradiction = { $field }: { $reason }

## custody/replay/rules

error-custody-breach-no-release = ашық тапсыру жоқ
error-custody-breach-not-allowed = объект { $state } күйінде болғанда { $kind } жазбасына рұқсат етілмейді
error-custody-breach-wrong-reference = { $v0 }
error-custody-breach-wrong-acceptor = кімге тапсырылған: { $expected }; кім қол қойған: { $found }
error-custody-breach-not-holder = ұстаушы: { $holder }; кім қол қойған: { $actor }
error-custody-breach-self-transfer = тапсырушының өзіне тапсырылған
error-custody-breach-cosigner-skipped = екінші қолтаңба қойылмаған: { $v0 }
error-custody-breach-own-countersignature = екінші қолтаңба адамның өз жазбасына қойылады
error-custody-breach-not-author = түзетілетін жазбаны басқа адам енгізген
error-custody-breach-on-hold = сақтау туралы өкім күшінде
error-custody-breach-other-root = тексерілген деректердің түбірлік хэші: { $found }
error-custody-breach-time-order = { $found } сәті { $latest } сәтінен ерте
error-custody-breach-wrong-role = { $act }: қол қойған адам { $name }, рөлдері: { $roles }
error-custody-breach-key-invalid = { $found } сәті { $from } – { $to } мерзімінен тыс
error-custody-breach-key-compromised = кілт { $since } сәтінен бері бөгде адамда болуы мүмкін{ $v0 }
error-custody-breach-not-recognized = { $v0 }
error-custody-breach-signer-unknown = { $key }
error-custody-remark-unattributed = { $kind }, кілті { $key }{ $v0 }
error-custody-remark-recognized = { $v0 }
error-custody-remark-clock-backwards = { $found } сәті { $latest } сәтінен ерте
error-custody-remark-late = { $v0 }
error-custody-remark-late-countersignature = екінші қолтаңба бірінші тапсырудан кейін қойылған
error-custody-remark-key-expired = жарамдылық мерзімінің соңы { $v0 }
error-custody-remark-key-retired = қолданыстан шығарылған сәті { $v0 }
error-custody-remark-recorded-violation = { $v0 }
error-custody-remark-recorded-undetermined = { $v0 }
error-custody-remark-examined-original = көшірме емес, пакеттің өзі зерттелген
error-custody-remark-objection = { $v0 }
error-custody-remark-incident = { $v0 }
error-custody-remark-corrected = { $v0 }
error-custody-remark-refused-to-sign = { $v0 }

## custody/replay/state

error-custody-end-remark-cosigner-pending = { $v0 }
error-custody-end-remark-transfer-open = кімге тапсырылған: { $to }
error-custody-end-remark-unfinished = { $v0 }
error-custody-end-remark-resealed = қайта мөрленген

## custody/roster/edit

error-custody-edit-error-key-taken = { $fingerprint } кілті тізілімде бұрыннан бар, оның иесі: { $name } (нөмірі { $id })
error-custody-edit-error-name-missing = { $v0 } нөмірлі адам жоқ, ал жаңа адамның аты көрсетілмеген
error-custody-edit-error-other-person = { $id } нөмірінің иесі: { $name }; тізілімдегі мәлімет басқа ({ $field }): { $known }
error-custody-edit-error-unknown-key = { $v0 } кілті тізілімде жоқ
error-custody-edit-error-unknown-person = { $v0 } нөмірлі адам жоқ
error-custody-edit-error-nothing-to-retire = қолданыстан шығаруға болатын кілті жоқ: { $v0 }
error-custody-edit-error-already-retired = { $fingerprint } кілті { $at } сәтінен бастап қолданыстан шығарылып қойған
error-custody-edit-error-retired-too-early = { $fingerprint } кілті { $from } сәтінен бастап жарамды, оны одан ерте қолданыстан шығаруға болмайды
error-custody-edit-error-already-compromised = { $fingerprint } кілті { $since } сәтінен бері бөгде адамда болуы мүмкін екені бұрыннан көрсетілген
error-custody-edit-error-later-recognition = бұл тану актісінің { $v0 }-нұсқасы бұрыннан енгізілген
error-custody-edit-error-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $reason }

## custody/roster/lineage

error-custody-conflict-one-number = { $v0 }-нұсқа
error-custody-conflict-two-successors = { $first }-нұсқа да, { $second }-нұсқа да { $keys } кілттерін ауыстырады
error-custody-conflict-handed-over = { $version }-нұсқаға { $handed_over }-нұсқада ауыстырылған кілттермен қол қойылған
error-custody-conflict-returned = { $version }-нұсқа бұрынғы нұсқада алып тасталған { $key } кілтін қайта атайды
error-custody-conflict-other-previous = { $version }-нұсқа қолда бар { $before }-нұсқаның жалғасы емес

## custody/roster/sign

error-custody-roster-sign-error-other-authority = органның кілті – { $expected }, ал бұл – { $found }
error-custody-roster-sign-error-unverifiable = қол қойылған тізілім расталмайды: { $v0 }

## custody/roster/verified

error-custody-roster-error-other-signer = { $found } кілтімен қол қойылған, ал органның кілті ретінде көрсетілгені { $expected }
error-custody-roster-error-too-many-pages = бір файлда ең көбі { $v0 } тізілім болуы мүмкін
error-custody-roster-error-too-large = тізілімдер файлында ең көбі { $v0 } байт болуы мүмкін

## custody/scalar

error-custody-scalar-error-bag-id = пакет идентификаторы – кіші әріптермен жазылған 32 он алтылық цифр
error-custody-scalar-error-utc-time = уақыт UTC бойынша YYYY-MM-DDTHH:MM:SSZ түрінде жазылады және күнтізбеде бар болуы тиіс
error-custody-scalar-error-utc-offset = UTC-тен ауытқу +HH:MM немесе -HH:MM түрінде жазылады, ең көбі 18 сағат, нөлі +00:00 деп жазылады
error-custody-scalar-error-date = күн YYYY-MM-DD түрінде жазылады және күнтізбеде бар болуы тиіс

## custody/sshsig/error

error-custody-signature-error-armour = қолтаңба ssh-keygen жазатын түрде жазылмаған
error-custody-signature-error-blob = қолтаңба дұрыс жазылмаған: { $v0 }
error-custody-signature-error-unsupported-version = қолтаңбаның нұсқасы { $v0 }, тек 1-нұсқаға қолдау көрсетіледі
error-custody-signature-error-namespace = қолтаңба "{ $expected }" үшін емес, "{ $found }" үшін қойылған
error-custody-signature-error-unsupported-hash = қолтаңбада { $v0 } хэштеу алгоритмі қолданылған, тек sha512 алгоритміне қолдау көрсетіледі
error-custody-signature-error-unsupported-key-type = қолтаңба { $v0 } түріндегі кілтпен қойылған, оған қолдау көрсетілмейді
error-custody-signature-error-key = қолтаңбадағы кілт қабылданбайды: { $v0 }
error-custody-signature-error-algorithm-mismatch = қолтаңба өз кілтіне сәйкес келмейтін { $v0 } алгоритмімен қойылған
error-custody-signature-error-user-not-present = аппараттық кілт жанасусыз қол қойған
error-custody-signature-error-invalid = қолтаңба қол қойылған байттарға сәйкес келмейді

## custody/statement

error-custody-detail-key-error = еркін өрістің атауы: a-z әрпі, одан кейін a-z, 0-9 және _, ең көбі 64 таңба

## custody/text

error-custody-text-error-empty = бос мән: оның орнына жолды мүлде жазбаңыз
error-custody-text-error-forbidden = жазбада U+{ $v0 } таңбасына рұқсат етілмейді

## custody/time/rules

error-custody-time-finding-contradiction = { $earliest } сәтінен ерте емес және { $latest } сәтінен кеш емес
error-custody-time-finding-back-dated = мәлімделгені { $claimed }; қол қойылған уақыты { $earliest } сәтінен ерте емес
error-custody-time-finding-clock-behind = мәлімделгені { $claimed }; қол қойылған уақыты { $earliest } сәтінен ерте емес
error-custody-time-finding-entered-late = мәлімделгені { $claimed }; қол қойылған уақыты { $earliest } сәтінен ерте емес
error-custody-time-finding-post-dated = мәлімделгені { $claimed }; қол қойылған уақыты { $latest } сәтінен кеш емес
error-custody-time-finding-clock-ahead = мәлімделгені { $claimed }; қол қойылған уақыты { $latest } сәтінен кеш емес
error-custody-time-finding-after-key-end = куәландырылған уақыты { $latest }; кілттің күші тоқтаған уақыты { $end }
error-custody-time-finding-compromised-later = куәландырылған уақыты { $latest }; кілт { $since } сәтінен бері бөгде адамда болуы мүмкін

## sealbag/append/error

error-sealbag-append-error-bag = { $v0 }: ашу мүмкін болмады
error-sealbag-append-error-seal = расталған мөрлеу жазбасы жоқ; одан кейін жазба енгізуге болмайды
error-sealbag-append-error-bad-log = журнал расталмаған; расталмаған жазбадан кейін ештеңе енгізілмейді
error-sealbag-append-error-anchors = пакеттен тыс ұсынылған дерек бұл пакетке сәйкес келмейді
error-sealbag-append-error-other-bag = жазба қазір осында тұрған пакетке емес, басқа пакетке арналып жасалған
error-sealbag-append-error-other-signer = жазбада { $named } кілті көрсетілген, ал қол қоюшыда { $signer } кілті бар
error-sealbag-append-error-form = журнал жазбасын жасау мүмкін емес
error-sealbag-append-error-refused = { $kind } жазбасы қабылданбайды: { $breach }
error-sealbag-append-error-back-dated = { $claimed } уақыты осы журналдағы уақыт белгісі куәландырған { $earliest } уақытынан ерте
error-sealbag-append-error-roster = { $v0 }
error-sealbag-append-error-violated = { $kind } жазбасы қабылданбайды: пакет мөрленгенге сәйкес келмейді (тексеру нәтижелерінің саны: { $v0 })
error-sealbag-append-error-overtaken = басқа жазба бұрын енгізілген: { $first }; ештеңе өзгертілген жоқ
error-sealbag-append-error-taken-by-another = { $index }-жазба бұрыннан бар және расталмаған; ештеңе өзгертілген жоқ
error-sealbag-append-error-own-signature = жаңа ғана қойылған қолтаңба расталмайды
error-sealbag-append-error-own-record = жаңа ғана жасалған жазба өз байттарынан қалпына келмейді
error-sealbag-append-error-tokens = уақыт белгілері тек timestamp жазбасына қоса беріледі, басқа жазбаға берілмейді
error-sealbag-append-error-no-such-event = { $index }-жазба жоқ; соңғысы – { $last }-жазба
error-sealbag-append-error-unknown = журналда { $index }-жазбаның бар-жоғы белгісіз

## sealbag/audit/error

error-sealbag-audit-error-overlap = { $v0 } нысаны { $v1 } ішінде тұр, ал екеуі де тексеріледі
error-sealbag-audit-error-inside-bag = { $v0 } пакет ішінде тұр; көп пакетті тексеру кезінде пакетке ештеңе жазылмайды
error-sealbag-audit-error-link = { $v0 } – бұл сілтеме; көп пакетті тексеру кезінде сілтеме арқылы жазылмайды, өйткені ол пакетке апаруы мүмкін
error-sealbag-audit-error-unresolved = { $v0 } қайда апаратынын анықтау мүмкін емес
error-sealbag-audit-error-results = нәтижелер файлын { $action } мүмкін болмады
error-sealbag-audit-error-not-results = бұл – нәтижелер файлы емес
error-sealbag-audit-error-malformed-line = { $line }-жол нәтижелер жолы емес
error-sealbag-audit-error-other-options = бұл нәтижелер басқа параметрлермен алынған: { $what }
error-sealbag-audit-error-busy = бұл нәтижелерді қазір басқа тексеру жазып жатыр
error-sealbag-audit-error-receipts = түбіртектерді оқу мүмкін болмады
error-sealbag-audit-error-output = нәтижені беру мүмкін болмады

## sealbag/copy

error-sealbag-copy-error-source = { $v0 }: ашу мүмкін болмады: { $source }
error-sealbag-copy-error-unreadable = { $path }: { $source }
error-sealbag-copy-error-relation = { $v0 } қатынасы бар пакеттің тізбесі ол алынған пакеттің тізбесінен өзгеше
error-sealbag-copy-error-other-bag = { $v0 }: бұл журналы оқылған пакет емес
error-sealbag-copy-error-not-sound = бастапқы пакет мөрленгенге сәйкес келмейді немесе оқылмайды (тексеру нәтижелерінің саны: { $v0 }); жаңа атпен ештеңе көшірілген жоқ

## sealbag/extract/error

error-sealbag-extract-error-not-sound = пакет расталмаған (тексеру нәтижелерінің саны: { $v0 }); ештеңе жазылған жоқ
error-sealbag-extract-error-no-anchor = пакеттен тыс ештеңе ұсынылмаған; ештеңе жазылған жоқ
error-sealbag-extract-error-detached = деректер бұл пакеттен тыс сақталады; шығаратын ештеңе жоқ
error-sealbag-extract-error-target-exists = { $v0 }: бұрыннан бар және бос емес
error-sealbag-extract-error-other-extraction = { $v0 }: мұнда басқа пакеттен, басқа файл жолдары бойынша немесе басқа параметрлермен басталған, аяқталмаған шығару бар
error-sealbag-extract-error-busy = { $v0 }: мұнда sealbag бағдарламасының басқа іске қосылуы жазып жатыр
error-sealbag-extract-error-target = { $v0 }: { $source }
error-sealbag-extract-error-unknown-paths = пакетте жоқ: { $v0 }; ештеңе жазылған жоқ
error-sealbag-extract-error-list = мөрленген тізбені қайта оқу мүмкін болмады: { $v0 }
error-sealbag-extract-error-changed-while-read = пакет оқу кезінде өзгерді

## sealbag/log

error-sealbag-no-receipt-log = журнал расталмаған, орны { $v0 }: { $v1 }
error-sealbag-no-receipt-unreadable = { $place } { $source }
error-sealbag-no-receipt-changed = журнал оқу кезінде өзгерді: { $v0 }

## sealbag/pack/error

error-sealbag-pack-error-bag = пакетті ашу мүмкін болмады
error-sealbag-pack-error-no-bag = бір файлға жинайтын ештеңе жоқ
error-sealbag-pack-error-read = { $path } { $source }
error-sealbag-pack-error-not-regular = { $path } – бұл сілтеме немесе арнайы файл, бір файлдағы пакетте ондай болуы мүмкін емес
error-sealbag-pack-error-entry = { $path }: { $source }
error-sealbag-pack-error-changed = пакет бір файлға жинау кезінде өзгерді
error-sealbag-pack-error-inside-bag = бір файлдағы пакет пакеттің өз ішінде болып қалар еді
error-sealbag-pack-error-output-exists = { $v0 } бұрыннан бар және үстінен жазылмайды
error-sealbag-pack-error-busy = { $v0 } пайдаланылуда немесе басқа пайдаланушыға тиесілі
error-sealbag-pack-error-write = { $v0 } жазу мүмкін болмады
error-sealbag-pack-error-read-back = { $v0 } ішінен қайта оқылған деректер жазылған деректерге сәйкес келмейді
error-sealbag-unpack-error-open = бір файлдағы пакетті ашу мүмкін болмады
error-sealbag-unpack-error-empty = архивтен шығаратын ештеңе жоқ
error-sealbag-unpack-error-read = { $path } оқылмады
error-sealbag-unpack-error-damaged = { $path }: бүлінген, байттары бір файлға жиналған кездегідей емес (CRC-32)
error-sealbag-unpack-error-output-exists = { $v0 } бұрыннан бар және үстінен жазылмайды
error-sealbag-unpack-error-busy = { $v0 } пайдаланылуда немесе басқа пайдаланушыға тиесілі
error-sealbag-unpack-error-write = { $v0 } жазу мүмкін болмады
error-sealbag-unpack-error-read-back = { $v0 } ішінен қайта оқылған деректер жазылған деректерге сәйкес келмейді
error-sealbag-unpack-error-other-names = { $v0 } мазмұны бір файлға жиналғанға сәйкес келмейді

## sealbag/previous

error-sealbag-previous-error-seal = бастапқы пакеттің мөрлеу жазбасы расталмаған
error-sealbag-previous-error-unreadable = { $path }: { $source }
error-sealbag-previous-error-gap = custody/{ $missing }.txt: жоқ, ал одан кейінгі жазба бар
error-sealbag-previous-error-foreign = бастапқы пакеттің custody/ каталогында оның журналынан басқа да нәрсе бар
error-sealbag-previous-error-event-too-large = { $path }: жазбада ең көбі { $MAX_PAGE_LEN } байт болуы мүмкін
error-sealbag-previous-error-changed = { $path }: бастапқы пакетте мөрленген файл емес
error-sealbag-previous-error-tag-manifest = { $TAG_MANIFEST }: { $v0 }
error-sealbag-previous-error-too-many-files = бастапқы пакеттің журналындағы файл саны { $MAX_FILES } шегінен көп
error-sealbag-previous-error-too-large = бастапқы пакеттің журналы { $MAX_BYTES } байттан үлкен
error-sealbag-previous-error-too-deep = { $path }: жаңа пакеттегі файл жолы { $MAX_TAG_PATH } байттан ұзын болар еді

## sealbag/seal/error

error-sealbag-seal-error-list = дереккөз тізбесін жасау мүмкін болмады: { $v0 }
error-sealbag-seal-error-output-exists = { $v0 }: бұрыннан бар
error-sealbag-seal-error-interrupted = { $v0 }: мұнда үзілген мөрлеу бар
error-sealbag-seal-error-interrupted-copy = { $v0 }: мұнда пакетті көшірудің үзілген нәтижесі бар
error-sealbag-seal-error-nothing-to-resume = { $v0 }: жалғастыруға болатын үзілген мөрлеу жоқ
error-sealbag-seal-error-nothing-begun = { $v0 }: үзілген мөрлеу деректерді оқуды әлі бастамаған
error-sealbag-seal-error-damaged-partial = { $v0 }: үзілген мөрлеуден қалған деректер бүлінген
error-sealbag-seal-error-foreign-partial = { $v0 }: үзілген мөрлеу басқа пайдаланушыға тиесілі
error-sealbag-seal-error-busy = { $v0 }: мұнда басқа бағдарлама мөрлеп жатыр
error-sealbag-seal-error-other-signer = мөрлеу { $given } кілтімен емес, { $begun_with } кілтімен басталған
error-sealbag-seal-error-output-inside-source = { $v0 }: пакет { $v1 } дереккөзінің ішінде болып қалар еді
error-sealbag-seal-error-same-device = { $v0 }: пакет { $v1 } дереккөзі тұрған құрылғыда болып қалар еді
error-sealbag-seal-error-bag = { $v0 }: { $what }: { $source }
error-sealbag-seal-error-unreadable = { $v0 }
error-sealbag-seal-error-read-back = жазылған деректер оқылған деректерден өзгеше (тексеру нәтижелерінің саны: { $v0 }); ештеңеге қол қойылған жоқ
error-sealbag-seal-error-record = мөрлеу жазбасын жасау мүмкін емес: { $v0 }
error-sealbag-seal-error-other-roster = тізілімнің хэш мәні мөрлеу жазбасында көрсетілетін мән емес
error-sealbag-seal-error-no-random-numbers = жүйе кездейсоқ сандар бермейді
error-sealbag-seal-error-sign = пакетке қол қойылмаған
error-sealbag-seal-error-own-signature = жаңа ғана қойылған қолтаңба расталмайды: { $v0 }
error-sealbag-seal-error-own-record = жаңа ғана жасалған мөрлеу жазбасы өз байттарынан қалпына келмейді

## cli/anchors

error-cli-anchor-error-read = оқу мүмкін болмады: { $what }
error-cli-anchor-error-unfit = бұл – { $what } емес
error-cli-anchor-error-alone = { $option } үшін --authority қажет: ұсынылған дерек оған қол қойған кілттен артық сенімді емес
error-cli-anchor-error-token-alone = --kept-token үшін --tsa-ca қажет: уақыт белгісі оны берген қызметтен артық сенімді емес

## cli/bag

error-cli-packed-is-read = бір файлдағы пакетті тек оқуға болады

## cli/commands/audit

error-cli-audit-usage-error-of-one-bag = { $option } бір пакетке қатысты; көп пакетті тексеру кезінде оны пайдалануға болмайды

## cli/commands/custody

error-cli-custody-usage-error-missing = көрсетілмеген: { $v0 }
error-cli-custody-usage-error-blank = { $flag }: тек бос орындар
error-cli-custody-usage-error-value = { $flag }: { $source }
error-cli-custody-usage-error-fields = журнал жазбасында мұндай болуы мүмкін емес: { $source }
error-cli-custody-usage-error-attachment = файлды оқу мүмкін болмады
error-cli-custody-usage-error-no-file = бұл – кәдімгі файл емес
error-cli-custody-usage-error-future = --time: { $time } уақыты әлі келген жоқ
error-cli-custody-usage-error-nobody = { $given } ашық кілт файлы емес және мұндай адам пайдаланылатын тізілімдердің ешқайсысында жоқ
error-cli-custody-usage-error-several = { $given } деген атпен бірнеше адам бар: { $v0 }
error-cli-custody-usage-error-no-usable-key = тізілім бойынша { $name } деген адамның қазір жарамды кілті жоқ
error-cli-custody-usage-error-several-keys = тізілім бойынша { $name } деген адамның бірнеше кілті бар: { $v0 }
error-cli-custody-usage-error-no-event = { $index }-жазба жоқ; соңғысы – { $last }-жазба
error-cli-custody-usage-error-several-holds = сақтау туралы бірнеше өкім күшінде, жазбалар: { $v0 }
error-cli-custody-usage-error-not-from = бұл пакет журналы жүргізіліп отырған пакетке негізделмеген: { $why }
error-cli-custody-usage-error-further-seal = жаңа пакет расталмас еді: { $breach }
error-cli-custody-usage-error-not-decided = қабылдау не бас тарту керек екені көрсетілмеген
error-cli-custody-usage-error-no-anchor = пакеттен тыс ештеңе оны кім мөрлегенін көрсетпейді

## cli/commands/demo

error-cli-demo-error-exists = { $v0 }: бұрыннан бар
error-cli-demo-error-file = { $v0 }: { $source }
error-cli-demo-error-step = `{ $command }` қадамының аяқталуы: { $found }, күтілген аяқталу коды { $expected }

## cli/commands/extract

error-cli-bag-path-error = { $path }: { $source }
error-cli-target-inside-bag = шығарылатын орын пакет ішінде тұр

## cli/commands/fork

error-cli-fork-error-receipt = бұл – пакет те, түбіртек те емес
error-cli-fork-error-page = { $place } { $source }
error-cli-fork-error-same = дәлелдейтін ештеңе жоқ: екеуінде де бар жазбалардың бәрі бірдей
error-cli-fork-error-no-proof = { $index }-жазба өзгеше, бірақ бұл журналдың екіге бөлінгенін дәлелдемейді

## cli/commands/man

error-cli-man-error = нұсқаулық беттерін { $v0 } ішіне жазу мүмкін болмады

## cli/commands/receipt

error-cli-receipt-use-error-log = бұл журнал бойынша түбіртек беру мүмкін емес

## cli/commands/report

error-cli-report-use-error-ending = { $v0 } атының соңында { $endings } жоқ
error-cli-report-use-error-no-seal = мөрлеу жазбасы расталмаған, сондықтан нысанды толтыратын ештеңе жоқ
error-cli-report-use-error-clock = бұл компьютердің сағаты есепте көрсетуге болмайтын уақытты көрсетеді

## cli/commands/roster/edit

error-cli-roster-edit-error-other-recognition = бұл тану актісі басқа органдарға қатысты
error-cli-roster-edit-error-nothing-to-recognize = тану актісінде мақсаты, рөлдері және мерзімі болуы тиіс
error-cli-roster-edit-error-no-threshold = органның бірнеше кілті бар: олардың қаншасымен қол қойылуы тиіс?
error-cli-roster-edit-error-lower-threshold = бұрын { $before } кілттің қолтаңбасы қажет болған; енді { $now } кілт жеткілікті болар еді
error-cli-roster-edit-error-unknown-fingerprint = тізілімде баспасы { $v0 } болатын кілт жоқ
error-cli-roster-edit-error-exists = мұндай файл бұрыннан бар: { $v0 }
error-cli-roster-edit-error-clock = сағат { $now } уақытын көрсетеді, бұл { $version }-нұсқа шығарылған уақыттан ерте ({ $issued })
error-cli-roster-edit-error-no-time = бұл компьютердің сағаты жарамсыз уақытты көрсетеді

## cli/commands/roster/files

error-cli-roster-file-error-not-there = { $v0 } деген тізілім де, жоба да жоқ
error-cli-roster-file-error-roster = бұл – қол қойылған тізілім емес
error-cli-roster-file-error-recognition = бұл – тану актісі емес
error-cli-roster-file-error-draft = бұл – тізілім жобасы емес
error-cli-roster-file-error-signed = бұл нұсқаға қол қойылып қойған: { $v0 }
error-cli-roster-file-error-not-the-newest = одан кейінгі нұсқа бар: { $v0 }
error-cli-roster-file-error-signing-begun = қол қою басталып қойған: { $v0 }
error-cli-roster-file-error-other-draft = { $v0 } жобасы мынаның жалғасы емес: { $v1 }
error-cli-roster-file-error-nothing-to-sign = қол қоятын жоба жоқ: { $v0 } файлына қол қойылған
error-cli-roster-file-error-previous-not-found = { $version }-нұсқа негізделген тізілім жобаның қасында жоқ
error-cli-roster-file-error-busy = осы қалтадағы тізілімді қазір бағдарламаның басқа іске қосылуы өзгертіп жатыр, ол мына файлды ұстап тұр: { $v0 }
error-cli-roster-file-error-lock = { $v0 } файлын бұғаттау мүмкін болмады
error-cli-roster-file-error-changed-meanwhile = { $v0 } жобасы осы аралықта өзгертілген

## cli/commands/seal

error-cli-seal-usage-error-missing = көрсетілмеген: { $v0 }
error-cli-seal-usage-error-value = { $flag }: { $source }
error-cli-seal-usage-error-blank = { $what }: тек бос орындар
error-cli-seal-usage-error-may-not-seal = кілттер тізілімі бойынша бұл кілт мөрлеуге құқық бермейді
error-cli-seal-usage-error-no-name = { $file }: ашық кілтте ат алынатын түсініктеме жоқ
error-cli-seal-usage-error-roster = бұл тізілімді пайдалануға болмайды: { $source }
error-cli-seal-usage-error-answers = мөрлеу жазбасында мұндай жауаптар болуы мүмкін емес: { $source }
error-cli-seal-usage-error-other-sources = үзілген мөрлеу басқа дереккөздермен басталған: { $v0 }

## cli/commands/timestamp

error-cli-timestamp-error-fault = { $v0 }
error-cli-timestamp-error-anchors = бірде-бір сертификатты оқу мүмкін болмады: { $v0 }
error-cli-timestamp-error-other-request = сұрау осы пакеттің { $index }-жазбасына қатысты емес
error-cli-timestamp-error-request = бұл – оқуға болатын сұрау емес: { $v0 }
error-cli-timestamp-error-no-event = { $index }-жазба жоқ; соңғысы – { $last }-жазба
error-cli-timestamp-error-changed = { $index }-жазба оқу кезінде өзгерді
error-cli-timestamp-error-read = оқу мүмкін болмады: { $what }

## cli/commands/timestamp/http

error-cli-http-error-scheme = бұл бағдарлама сұрауды тек http:// арқылы жібереді, былай емес: { $v0 }
error-cli-http-error-unreachable = уақыт белгісі қызметі қолжетімді емес
error-cli-http-error-status = уақыт белгісі қызметі { $status } HTTP кодымен жауап берді

## cli/commands/verify

error-cli-verify-error-open = пакетті ашу мүмкін болмады

## cli/keys

error-cli-keys-error-none = қол қоятын кілт көрсетілмеген
error-cli-keys-error-not-in-agent = ssh-agent ішінде { $fingerprint } кілті жоқ
error-cli-keys-error-unusable-in-agent = ssh-agent ішіндегі { $fingerprint } кілтін пайдалануға болмайды: { $why }
error-cli-keys-error-fingerprint = бұл – кілт баспасы емес: { $v0 }; кілт баспасы – SHA256: және 43 таңба
error-cli-keys-error-no-module = кілттің қай PKCS#11 модулінде екені көрсетілмеген
error-cli-keys-error-no-tokens = бағдарламаның бұл жинағы PKCS#11 токендерімен қол қоя алмайды
error-cli-keys-error-other-public = { $v0 } ашық кілті { $v1 } жабық кілтіне сәйкес келмейді
error-cli-keys-error-name = { $v0 } ішіндегі түсініктеме ат бола алмайды
error-cli-keys-error-folder = { $v0 } қалтасын жасау мүмкін болмады

## cli/language

error-cli-language-error-unknown = { $place }: онда көрсетілген тіл бұл бағдарламада жоқ

## cli/new_file

error-cli-new-file-error-exists = { $v0 } бұрыннан бар және үстінен жазылмайды
error-cli-new-file-error-io = { $v0 } жазу мүмкін болмады
error-cli-place-error-inside-bag = { $v0 } пакет ішінде тұр
error-cli-place-error-folder = { $v0 } файлының қалтасы туралы мәлімет алу мүмкін болмады
error-cli-read-back-differs = қайта оқылған деректер жазылған деректерге сәйкес келмейді

## cli/profiles

error-cli-profile-file-error-unknown = { $v0 } деген кірістірілген талаптар бейіні жоқ
error-cli-profile-file-error-content = бұл талаптар бейінін пайдалануға болмайды

## cli/prompt

error-cli-prompt-error-no-terminal = құпиясөз қажет, ал оны сұрайтын терминал жоқ
error-cli-prompt-error-ended = енгізу жауапсыз аяқталды
error-cli-prompt-error-not-a-line = жауап ұзындығы { $MAX_ANSWER } байттан аспайтын бір жол мәтін болуы тиіс
error-cli-prompt-error-differ = екі құпиясөз сәйкес келмейді
error-cli-prompt-error-empty = құпиясөз бос
error-cli-prompt-error-file = { $v0 } құпиясөз файлын оқу мүмкін болмады
error-cli-prompt-error-file-form = { $v0 } құпиясөз файлында ұзындығы { $MAX_ANSWER } байттан аспайтын бір жол болуы тиіс
error-cli-prompt-error-terminal = терминалдан жауапты оқу мүмкін болмады

## cli/terminal

error-cli-output-error = нәтижені стандартты шығысқа шығару мүмкін болмады

## cli/text_file

error-cli-text-file-error-read = оқу мүмкін болмады: { $what }
error-cli-text-file-error-not-regular = { $what }: бұл – кәдімгі файл емес
error-cli-text-file-error-too-long = { $what }: { $limit } байттан көп
error-cli-text-file-error-not-utf8 = { $what }: мәтін UTF-8 кодталуында емес

## signers/agent/error

error-signers-agent-error-not-named = ssh-agent мұнда іске қосылмаған: SSH_AUTH_SOCK айнымалысы берілмеген
error-signers-agent-error-connect = { $v0 } мекенжайындағы ssh-agent қолжетімді емес
error-signers-agent-error-io = ssh-agent бағдарламасымен байланыс үзілді
error-signers-agent-error-closed = ssh-agent жауап бермей, байланысты жапты
error-signers-agent-error-too-slow = ssh-agent { $v0 } с ішінде жауап бермеді
error-signers-agent-error-length = ssh-agent ұзындығы { $v0 } байт жауап мәлімдеді; 1 мен { $MAX_MESSAGE_LEN } аралығына рұқсат етіледі
error-signers-agent-error-refused = ssh-agent бас тартты
error-signers-agent-error-unexpected = ssh-agent сұраққа сәйкес келмейтін { $v0 } түріндегі хабармен жауап берді
error-signers-agent-error-malformed = ssh-agent жауабы дұрыс жасалмаған: { $v0 }

## signers/token/error

error-signers-token-error-load = { $v0 } PKCS#11 модулін жүктеу мүмкін болмады
error-signers-token-error-no-module = { $v0 } PKCS#11 модулі файл емес
error-signers-token-error-module = PKCS#11 модулі орындай алмады: { $action }
error-signers-token-error-no-token = мұндай токен қосылмаған
error-signers-token-error-several-tokens = бірнеше токен сәйкес келеді
error-signers-token-error-wrong-pin = токен PIN-кодты қабылдамады
error-signers-token-error-pin-locked = токеннің PIN-коды бұғатталған
error-signers-token-error-no-key = токенде мұндай жабық кілт жоқ
error-signers-token-error-several-keys = токеннің бірнеше жабық кілті сәйкес келеді
error-signers-token-error-not-ed25519 = токендегі кілт Ed25519 кілті емес
error-signers-token-error-no-public-half = токен кілттің ашық бөлігін көрсетпейді
error-signers-token-error-signature = токен 64 байттың орнына ұзындығы { $v0 } байт қолтаңба берді

## signers/token/uri

error-signers-uri-error-scheme = PKCS#11 URI мынадан басталады: { $SCHEME }
error-signers-uri-error-too-long = PKCS#11 URI { $MAX_URI_LEN } байттан ұзын
error-signers-uri-error-part = PKCS#11 URI-дің { $v0 }-бөлігі NAME=VALUE түрінде жазылмаған
error-signers-uri-error-twice = PKCS#11 URI-де { $v0 } атрибуты екі рет көрсетілген
error-signers-uri-error-unsupported = PKCS#11 URI-дің { $v0 }-бөлігі – қолдау көрсетілмейтін атрибут
error-signers-uri-error-value = PKCS#11 URI-дегі { $v0 } мәні пайыздық кодталудағы мәтін емес
error-signers-uri-error-not-a-private-key = PKCS#11 URI жабық кілт емес нысанды көрсетеді
error-signers-uri-error-pin = PKCS#11 URI-де PIN-код көрсетілмейді

## timestamp/chain/anchors

error-timestamp-anchor-error-none = мұнда сертификат жоқ: PEM мынадан басталады: -----BEGIN CERTIFICATE-----
error-timestamp-anchor-error-too-large = { $limit } шегінен асқан: { $what }
error-timestamp-anchor-error-label = { $number }-блок – CERTIFICATE емес, { $label }
error-timestamp-anchor-error-pem = { $number }-блок PEM түрінде жазылмаған
error-timestamp-anchor-error-certificate = { $number }-блок X.509 сертификаты емес

## timestamp/fault

error-timestamp-chain-fault-signature = сертификаттардың біріне одан жоғары тұрған сертификатпен қол қойылмаған
error-timestamp-chain-fault-not-an-issuer = сертификаттардың бірі басқа сертификаттарды беруге құқылы емес
error-timestamp-chain-fault-path-length = тізбек оның сертификаттарының бірі рұқсат ететін ұзындықтан ұзын
error-timestamp-chain-fault-name = атаулардың бірі куәландырушы орталықтардың бірі куәландыруға құқылы шектен тыс
error-timestamp-chain-fault-purpose = куәландырушы орталықтардың бірі уақыт белгілеріне арналмаған
error-timestamp-chain-fault-validity = сертификаттардың бірінің мерзімі басталмай тұрып аяқталады
error-timestamp-fault-malformed = уақыт белгісі дұрыс жасалмаған: { $what }
error-timestamp-fault-too-large = уақыт белгісінде { $limit } шегінен асқан: { $what }
error-timestamp-fault-not-a-token = бұл – уақыт белгісі емес, мазмұны: { $found }
error-timestamp-fault-not-granted = уақыт белгісі қызметі бас тартты: { $refusal }
error-timestamp-fault-imprint-mismatch = уақыт белгісі басқа деректерге қатысты: ондағы деректердің хэш мәні { $found }, осы деректердікі { $expected }
error-timestamp-fault-imprint-weak = уақыт белгісі басқа деректерді таңдап алуға болатын { $algorithm } мәніне қатысты
error-timestamp-fault-nonce-mismatch = уақыт белгісі басқа сұрауға жауап береді: оның бір реттік саны { $v0 }, күтілгені { $expected }
error-timestamp-fault-policy-mismatch = уақыт белгісі { $expected } емес, { $found } саясаты бойынша берілген
error-timestamp-fault-signer-count = уақыт белгісінің қол қоюшы саны: { $count }, ал біреу болуы тиіс
error-timestamp-fault-attributes-missing = уақыт белгісінде қол қойылған атрибуттар жоқ
error-timestamp-fault-content-type = уақыт белгісі мазмұнының қол қойылған түрі жоқ немесе басқа
error-timestamp-fault-message-digest = уақыт белгісі мазмұнының қол қойылған хэш мәні жоқ немесе басқа
error-timestamp-fault-signing-certificate-missing = уақыт белгісінде сертификат атауына қол қойылмаған (signingCertificate)
error-timestamp-fault-signing-certificate-mismatch = уақыт белгісінде қоса берілген сертификаттың емес, басқа сертификаттың атауына қол қойылған
error-timestamp-fault-digest-weak = қолдан жасауға болатын { $algorithm } мәні бойынша қол қойылған: { $place }
error-timestamp-fault-key-too-short = RSA кілтінің ұзындығы { $bits } бит, 2048 биттен аз; кілт тұрған жер: { $place }
error-timestamp-fault-algorithm-mismatch = уақыт белгісі қолтаңбасының алгоритмі оның хэш мәніне немесе кілтіне сәйкес келмейді
error-timestamp-fault-signature-invalid = уақыт белгісінің қолтаңбасы жарамсыз
error-timestamp-fault-extended-key-usage = қол қоюшының сертификаты тек уақыт белгілеріне арналмаған: { $what }
error-timestamp-fault-key-usage = қол қоюшы сертификатындағы кілттің мақсаты уақыт белгісі қызметіне сай келмейді
error-timestamp-fault-ca-as-signer = қол қоюшының сертификаты – куәландырушы орталықтың сертификаты
error-timestamp-fault-tsa-name-mismatch = уақыт белгісінде оның сертификатындағы қызмет емес, басқа қызмет аталған
error-timestamp-fault-certificate-not-valid-then = { $subject } сертификатының мерзімі { $not_before } – { $not_after }, ал уақыт белгісі алынған сәт { $gen_time }
error-timestamp-fault-chain-invalid = сертификаттар тізбегі расталмаған: { $why }
error-timestamp-fault-authority-unknown = { $subject } сертификатынан ұсынылған сертификатқа бірде-бір тізбек апармайды
error-timestamp-fault-certificate-missing = уақыт белгісіне оның қол қоюшысының сертификаты қоса берілмеген
error-timestamp-fault-algorithm-unsupported = { $algorithm } алгоритміне қолдау көрсетілмейді; қолданылған жері: { $place }
error-timestamp-fault-extension-unsupported = уақыт белгісінде қолдау көрсетілмейтін { $extension } міндетті кеңейтімі бар
error-timestamp-fault-version-unsupported = нұсқасына қолдау көрсетілмейді; уақыт белгісінің бөлігі: { $what }
error-timestamp-fault-certificate-unsupported = түріне немесе кеңейтіміне қолдау көрсетілмейді: { $place }
error-timestamp-fault-chain-too-complex = сертификаттар тізбегі қаралатын шектен ұзын немесе тармақтары көп

## image/lib

error-image-stopped = тоқтатылды

## image/trouble

error-image-fault-missing = диск бейнесінің бұл сегменті жоқ
error-image-fault-behind-the-end = бұл сегмент диск бейнесінің соңғы сегментінен кейін тұр және оған жатпайды
error-image-fault-signature = бұл – диск бейнесінің сегменті емес: басында оның сигнатурасы жоқ
error-image-fault-second-version = диск бейнесін декодтау мүмкін емес: ол пішімнің екінші нұсқасында (EWF2, Ex01)
error-image-fault-number = бұл файл диск бейнесінің { $expected }-сегменті болуы тиіс, ал онда { $found }-сегмент деп көрсетілген
error-image-fault-other-set = бұл сегмент басқа диск бейнесіне жатады: онда бірінші сегменттегіден басқа жеткізгіш сипатталған
error-image-fault-truncated = бұл сегмент кесілген: оның секциялары { $stated }-байтқа дейін жетеді, ал онда { $found } байт бар
error-image-fault-section = бұл сегмент бүлінген: { $at }-байттағы `{ $section }` секциясы: { $what }
error-image-fault-no-volume = диск бейнесінде жеткізгіштің өлшемі көрсетілмеген
error-image-fault-chunk-size = диск бейнесін декодтау мүмкін емес: оның блоктарының өлшемі { $size } байт, шегі { $limit }
error-image-fault-chunks = бұл сегмент бүлінген: декодтау мүмкін емес блок саны: { $count }, олардың біріншісі жеткізгіштің { $first }-байтында
error-image-fault-surplus = диск бейнесіндегі деректер оның жеткізгішінің { $media_size } байтынан көп
error-image-fault-incomplete = диск бейнесі толық емес: онда жеткізгіштің { $media_size } байтының { $decoded } байты бар
error-image-fault-contradiction = диск бейнесінде екі түрлі { $algorithm } хэш мәні көрсетілген
error-image-fault-digest = диск бейнесіндегі деректердің { $algorithm } хэш мәні онда көрсетілген мән емес
error-image-fault-read = бұл сегментті оқу мүмкін болмады: { $kind }

## report/compose/forms

error-report-unknown-form = нысандар: act-kz, us-902-14 және in-bsa-63

## report/facts

error-report-gather-error-changed = пакет тексеру мен есеп жасау арасында өзгерді

## report/language

error-report-unknown-language = тілдер: en, ru және kk

## report/report

error-report-report-error-pdf = есепті PDF пішімінде жасау мүмкін болмады: { $v0 }
error-report-report-error-write = есепті жазу мүмкін болмады

## report/rows

error-report-rows-error-open = мөрленген тізбе { $v0 }
error-report-rows-error-read = мөрленген тізбені оқу мүмкін болмады
error-report-rows-error-changed = мөрленген тізбе тексеру мен есеп жасау арасында өзгерді
