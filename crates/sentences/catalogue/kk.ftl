# What the libraries say in typed errors, and what the verifier puts beside a finding, in Kazakh; the keys and their order are those of en.ftl.
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
error-custody-breach-on-hold = тыйым күшінде: объектіні жоюға және қайтаруға болмайды
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

## Sentences that errors put together

error-custody-quorum-error-one-too-few = тағы қажет қолтаңба саны: { $count }, мына кілттердің қатарынан: { $keys }
error-custody-quorum-error-more-too-few = тағы қажет қолтаңба саны: { $count }, мына кілттердің қатарынан: { $keys }
error-custody-profile-error-line-profile-error = бұл талаптар бейінін пайдалануға болмайды: { $line }-жол: { $reason }
error-custody-record-error-line-malformed = { $line }-жол: { $reason }
error-custody-record-error-no-line-not-canonical = { $line }-жол: канондық түрде емес, канондық түрде мұндай жол жоқ
error-custody-record-error-empty-line-not-canonical = { $line }-жол: канондық түрде емес, канондық түрде мұнда бос жол бар
error-custody-record-error-other-line-not-canonical = { $line }-жол: канондық түрде емес, канондық түрде мұнда `{ $text }` тұр
error-custody-breach-attested-key-compromised = кілт { $since } сәтінен бері бөгде адамда болуы мүмкін; куәландырылған уақыты { $time }
error-custody-remark-because-unattributed = { $kind }, кілті { $key }: { $why }
error-manifest-with-cause-packed = бұл – бір файлдағы пакет емес: { $why }
error-custody-in-words-recognized = таныған орган – { $authority }, актінің { $version }-нұсқасы, мақсаты: { $purpose }; мерзімі { $from } – { $to }
error-custody-withdrawn-recognized = таныған орган – { $authority }, актінің { $version }-нұсқасы, мақсаты: { $purpose }; мерзімі { $from } – { $to }, кері қайтарып алынған уақыты { $time }
error-timestamp-fault-missing-nonce-mismatch = уақыт белгісі басқа сұрауға жауап береді: онда бір реттік сан жоқ, күтілгені { $expected }
error-custody-edit-error-recognition-gone-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $who } органын тану актісі жоқ болып кеткен
error-custody-edit-error-person-gone-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $id } нөмірлі адам жоқ болып кеткен
error-custody-edit-error-key-gone-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $fingerprint } кілті жоқ болып кеткен
error-custody-edit-error-key-of-another-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $fingerprint } кілті басқа адамға тиесілі
error-custody-edit-error-not-retired-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $fingerprint } кілті бұрынғыдай қолданыстан шығарылған деп көрсетілмеген
error-custody-edit-error-not-compromised-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $fingerprint } кілті бөгде адамда болуы мүмкін екені бұрынғыдай көрсетілмеген

## What was tried

noun-read = оқу
noun-open = ашу
noun-lock = бұғаттау
noun-look-at = файл туралы мәлімет алу
noun-list = файлдар тізімін оқу
noun-remove = жою
noun-publish = жазбаны енгізу
noun-create = жасау
noun-write = жазу
noun-sync = дискіге сақтау
noun-read-back = қайта оқу
noun-get-random-numbers-for = кездейсоқ сандар алу
noun-list-its-tokens = токендерін тізу
noun-open-the-token = токенді ашу
noun-list-its-keys = кілттерін тізу
noun-read-a-keys-description = кілттің сипаттамасын оқу
noun-sign = қол қою

## What could not be done with a file of the bag

noun-cannot-be-created = жасау мүмкін болмады
noun-cannot-be-written = жазу мүмкін болмады
noun-cannot-be-opened = ашу мүмкін болмады
noun-cannot-be-looked-at = файл туралы мәлімет алу мүмкін болмады
noun-cannot-be-the-place = пакет орны бола алмайды
noun-cannot-be-read = оқу мүмкін болмады
noun-cannot-be-listed = файлдар тізімін оқу мүмкін болмады
noun-cannot-be-removed = жою мүмкін болмады
noun-cannot-be-renamed = атын өзгерту мүмкін болмады
noun-cannot-be-synced = дискіге сақтау мүмкін болмады
noun-cannot-be-locked = бұғаттау мүмкін болмады
noun-no-absolute-path = абсолютті жолын анықтау мүмкін емес

## What was to be read

noun-roster = кілттер тізілімі
noun-recognition = тану актісі
noun-receipt = түбіртек
noun-time-stamp = уақыт белгісі
noun-time-stamp-token = уақыт белгісі
noun-fork-proof = журналдың екіге бөлінгенінің дәлелі
noun-profile = талаптар бейіні
noun-form = нысан
noun-request = сұрау
noun-signed-page = қол қойылған бет
noun-file-of-certificates = сертификаттар файлы
noun-systems-random-numbers = жүйенің кездейсоқ сандары
noun-folder-of-the-request = сұрау қалтасы
noun-data = деректер

## Kinds of files

noun-directory = каталог
noun-file = файл
noun-symlink = сілтеме
noun-fifo = атаулы арна
noun-socket = сокет
noun-chardev = символдық құрылғы
noun-blockdev = блоктық құрылғы

## What a line of the list has to have

noun-must = болуы тиіс
noun-must-not = болмауы тиіс
noun-neither-path = `path` те, `path_hex` те жоқ

## A packed bag

noun-no-header = тақырып жоқ
noun-flags = жалаушалар
noun-method = әдіс
noun-length-of-the-name = аттың ұзындығы
noun-size = өлшем
noun-extra-field = қосымша өріс
noun-time = уақыт
noun-version = нұсқа
noun-name = ат

## Signatures and keys

noun-not-sshsig = басында SSHSIG жоқ
noun-cut-short = кесілген
noun-bytes-after-last-field = соңғы өрістен кейін байттар бар
noun-reserved-field = резервтелген өріс бос емес
noun-signature-cut-short = қолтаңба кесілген
noun-signature-value-length = қолтаңба мәнінің ұзындығы 64 байт емес
noun-security-key-fields = аппараттық кілт өрістері кесілген
noun-bytes-after-signature = қолтаңбадан кейін байттар бар
noun-list-of-keys-cut-short = кілттер тізімі кесілген
noun-bytes-after-list-of-keys = кілттер тізімінен кейін байттар бар
noun-empty = бос

## Records, events and receipts

noun-pages-does-not-follow = 1-жазба 0-жазбаның жалғасы емес
noun-pages-of-two-bags = олар әртүрлі пакеттен
noun-pages-same-event = бұл – бір ғана жазба
noun-pages-not-ordered = олар хэш мәндерінің ретімен тұрған жоқ
noun-pages-two-numbers = олардың нөмірлері әртүрлі
noun-event-numbers = мөрлеу жазбасынан кейінгі жазбалардың нөмірлері 1 мен 999999 аралығында
noun-token-numbers = уақыт белгілері 1-ден бастап нөмірленеді
noun-filled-by-the-program = бағдарлама толтырады, нысанда бұл өріс болмауы тиіс
noun-not-in-this-type = мұндай түрдегі жазбада болмайды
noun-one-bag = қайта мөрлеу кезінде дәл бір пакет алынады
noun-other-relation = осы түрге сәйкес келетіні емес
noun-cosigner-keys = екінші қолтаңба қоятын әр адамның өз кілті болуы тиіс
noun-categories = әр санат бір рет, өсу ретімен көрсетіледі
noun-token-event-missing = уақыт белгісі қатысты жазба журналда жоқ
noun-corrected-event-missing = түзетілетін жазба журналда жоқ
noun-referred-event = сілтеме жасалған жазба журналда жоқ немесе ол тиісті жазба емес
noun-event-1-not-after-0 = 1-жазба 0-жазбаның жалғасы емес
noun-not-ordered-by-hashes = олар хэш мәндерінің ретімен тұрған жоқ
noun-two-bags = олар екі пакетке қатысты
noun-same-event = бұл – бір жазба
noun-two-numbers = олардың нөмірлері әртүрлі

## Kinds of incidents

noun-incident-loss = жоғалу
noun-incident-mismatch = мөрленгенге сәйкессіздік
noun-incident-key-compromise = кілт бөгде адамда болуы мүмкін
noun-incident-physical-seal-broken = пломба бұзылған
noun-incident-other = өзге

## Rosters and recognitions

noun-key-required = органның кілті міндетті
noun-outgoing-required = ауыстырылатын кілттер міндетті
noun-left-out = бірінші кілт болса, көрсетілмейді
noun-no-keys-before = 1-нұсқада бұрынғы кілттер болмайды
noun-nothing-handed-over = бұл – органның сол кілттері: ауыстыру жоқ
noun-versions-from-1 = нұсқалар 1-ден бастап нөмірленеді
noun-authority-twice = бұл орган екі рет көрсетілген
noun-no-version-before = 1-нұсқаның алдында нұсқа болмайды
noun-required-from-2 = 2-нұсқадан бастап міндетті
noun-nobody-themselves = орган өзін өзі тани алмайды
noun-not-after-valid-from = valid_from уақытынан кейін емес
noun-withdrawn-only = тек withdrawn өрісімен бірге көрсетіледі
noun-role-form = рөл: a-z _ таңбаларынан 1 мен 64 аралығында
noun-role-twice = рөл екі рет көрсетілген
noun-is-required = міндетті
noun-id-form = адам нөмірі: a-z 0-9 . _ - таңбаларынан 1 мен 64 аралығында
noun-no-person = мұндай нөмірлі адам жоқ
noun-other-version-before = онда басқа алдыңғы нұсқа аталған
noun-other-keys = органның кілттері басқа, ал бұрынғы кілттер оларды тағайындамаған
noun-other-origin = органның бірінші кілті басқа
noun-the-name = аты
noun-the-country = мемлекет
noun-the-organisation = ұйым
noun-the-unit = бөлімше
noun-the-qualification = біліктілік
noun-the-qualification-end = біліктілік мерзімі

## Why a bag does not follow from another

noun-seal-does-not-hold = оның мөрлеу жазбасы расталмаған
noun-names-no-bag = оның мөрлеу жазбасында бұрынғы пакет аталмаған
noun-names-another-bag = оның мөрлеу жазбасында басқа бұрынғы пакет аталған
noun-names-another-relation = оның мөрлеу жазбасында басқа қатынас көрсетілген
noun-another-branch = ол журналдың басқа тармағы бойынша жасалған
noun-another-key = ол жазба енгізілетін кілтпен емес, басқа кілтпен мөрленген
noun-copy-of-other-data = бұл – басқа деректердің көшірмесі
noun-not-as-sealed = ол мөрленгенге сәйкес келмейді; не өзгергенін `sealbag verify` көрсетеді

## Options of an audit

noun-depth = тексеру тереңдігі (--fixity)
noun-roots = аталған пакеттер мен каталогтар
noun-since = --since немесе көрсетілген қалтадағы түбіртектер

## Time-stamps

noun-long-length = ұзындық төрт байттан көп жазылған
noun-not-shortest = ұзындық ең қысқа түрде жазылмаған
noun-piece-no-string = байттар жолының бөлігі жол емес
noun-string-in-pieces = бөлшектелген байттар жолы болмауы тиіс жерде тұр
noun-long-tag = бірден көп байттан тұратын тег
noun-ends-too-early = элемент мерзімінен бұрын аяқталады
noun-indefinite-length = белгісіз ұзындық
noun-bytes-behind-the-end = соңынан кейінгі байттар
noun-levels = кірістіру деңгейлерінің саны
noun-bytes = байт саны
noun-bytes-of-nonce = бір реттік санның байтпен ұзындығы
noun-certificates = сертификат саны
noun-its-authoritys-name = оны берген қызметтің атауы
noun-its-extensions = оның кеңейтімдері
noun-its-imprint = ондағы деректердің хэш мәні
noun-its-ordering = оның ordering өрісі
noun-its-policy = оның саясаты
noun-its-serial-number = оның сериялық нөмірі
noun-its-statement = оның мазмұны (TSTInfo)
noun-its-time = оның уақыты
noun-time-not-in-calendar = оның уақыты күнтізбеде жоқ
noun-time-form = оның уақыты YYYYMMDDhhmmss[.s]Z түрінде жазылмаған немесе күнтізбеде жоқ
noun-time-before-1970 = оның уақыты 1970 жылдан ерте
noun-its-accuracy = оның дәлдігі
noun-accuracy-out-of-calendar = оның дәлдігі күнтізбе шегінен шығады
noun-its-content = оның ішіндегісі
noun-its-envelope = оның қол қойылған қабығы
noun-its-nonce = оның бір реттік саны
noun-its-signed-attributes = оның қол қойылған атрибуттары
noun-its-signer = оның қол қоюшысы
noun-its-signing-certificate = оның signingCertificate атрибуты
noun-digest-parameters = оның хэш мәнінің параметрлері
noun-signature-parameters = оның қолтаңбасының параметрлері
noun-public-key-of-certificate = оның сертификатының ашық кілті
noun-algorithm-identifier = алгоритм идентификаторы
noun-granted-without-token = жауап уақыт белгісі берілді дейді, бірақ ол жоқ
noun-the-answer = жауап
noun-answer-reasons = жауаптағы себептер
noun-answer-status = жауаптың мәртебесі
noun-answer-text = жауаптың мәтіні
noun-the-request = сұрау
noun-statement = мазмұны (TSTInfo)
noun-envelope = қол қойылған қабығы
noun-signer = қол қоюшы
noun-imprint = деректердің хэш мәні
noun-key-of-its-certificate = оның сертификатының кілті
noun-name-of-its-certificate = оның сертификатының атауы
noun-signature = қолтаңба
noun-mask-of-the-signature = қолтаңба маскасы
noun-chain-of-certificates = сертификаттар тізбегі
noun-given-certificate = ұсынылған сертификат
noun-no-eku = онда кілттің кеңейтілген мақсаты жоқ
noun-eku-malformed = кілттің кеңейтілген мақсаты дұрыс жазылмаған
noun-eku-not-critical = кілттің кеңейтілген мақсаты міндетті деп белгіленбеген
noun-eku-without = кілттің кеңейтілген мақсатында timeStamping жоқ
noun-eku-more = кілттің кеңейтілген мақсатында timeStamping қана емес

## Answers of a time-stamp authority

noun-granted = берілді
noun-granted-with-mods = өзгертулермен берілді
noun-rejected = қабылданбады
noun-waiting = күтуде
noun-revocation-imminent = кері қайтарып алу жақындады
noun-revoked = кері қайтарып алынды
noun-bad-alg = алгоритмге қолдау көрсетілмейді (badAlg)
noun-bad-request = мұндай сұрауға рұқсат етілмейді (badRequest)
noun-bad-data-format = сұрау пішімі дұрыс емес (badDataFormat)
noun-time-not-available = қызметтің уақыт көзі қолжетімді емес (timeNotAvailable)
noun-unaccepted-policy = қызметте мұндай саясат жоқ (unacceptedPolicy)
noun-unaccepted-extension = қызметте мұндай кеңейтім жоқ (unacceptedExtension)
noun-add-info-not-available = қызмет сұралғанды бере алмайды (addInfoNotAvailable)
noun-system-failure = қызметте ақау болды (systemFailure)

## Sections of a disk image

noun-no-checksum = бақылау сомасы сәйкес келмейді
noun-does-not-lead-on = келесі секцияға апармайды
noun-too-many-sections = секция саны тым көп
noun-other-digest-length = ондағы хэш мәнінің ұзындығы тиісті ұзындық емес
noun-too-short = тым қысқа
noun-longer = мұндай секцияның ұзындығынан ұзын
noun-cannot-be-inflated = сығылған деректер ашылмайды
noun-too-many-chunks = сыятынынан көп блок көрсетілген
noun-other-length = ұзындығы мұндай секцияның ұзындығындай емес
noun-impossible-media = өлшемі мүмкін емес жеткізгіш сипатталған
noun-unknown = белгісіз

## What the system says of a call that failed

label-os-error = { $cause } (жүйе қатесі { $number })
os-not-permitted = операцияға рұқсат жоқ
os-not-found = мұндай файл немесе каталог жоқ
os-io = енгізу-шығару қатесі
os-no-device-address = мұндай құрылғы немесе мекенжай жоқ
os-bad-descriptor = файл дескрипторы жарамсыз
os-would-block = ресурс уақытша қолжетімсіз
os-no-memory = жад жетіспейді
os-permission = қол жеткізу құқығы жоқ
os-busy = құрылғы немесе ресурс бос емес
os-exists = файл бұрыннан бар
os-cross-device = басқа құрылғыға сілтеме жасауға болмайды
os-no-device = мұндай құрылғы жоқ
os-not-a-directory = бұл каталог емес
os-is-a-directory = бұл – каталог
os-invalid = аргумент жарамсыз
os-too-many-open-in-system = жүйеде тым көп файл ашылған
os-too-many-open = тым көп файл ашылған
os-text-busy = орындалатын файл бос емес
os-too-large = файл тым үлкен
os-no-space = құрылғыда орын қалмады
os-illegal-seek = файл бойымен жылжу мүмкін емес
os-read-only = файлдық жүйе тек оқуға арналған
os-too-many-links = сілтемелер тым көп
os-broken-pipe = шығыс арнасы жабылған
os-name-too-long = файл атауы тым ұзын
os-not-implemented = жүйе бұл функцияны қолдамайды
os-not-empty = каталог бос емес
os-loop = бірінен соң бірі келетін символдық сілтемелер тым көп
os-no-medium = жеткізгіш табылмады
os-wrong-medium = жеткізгіш түрі дұрыс емес
os-not-supported = операцияға қолдау көрсетілмейді
os-address-in-use = мекенжай бос емес
os-network-unreachable = желі қолжетімсіз
os-aborted = қосылым үзілді
os-reset = қосылымды екінші тарап үзді
os-timed-out = қосылымды күту уақыты бітті
os-refused = қосылудан бас тартылды
os-unreachable = түйін қолжетімсіз
os-stale = желілік дискідегі файл енді қолжетімсіз
os-remote-io = қашықтағы тараптағы енгізу-шығару қатесі
os-quota = дискілік квота асып кетті
os-kind-not-found = табылмады
os-kind-permission = қол жеткізу құқығы жоқ
os-kind-exists = бұрыннан бар
os-kind-invalid-data = деректер жарамсыз
os-kind-timed-out = күту уақыты бітті
os-kind-refused = қосылудан бас тартылды
os-kind-end = файл күтпеген жерден аяқталды
os-kind-end-of-input = деректер күтілгеннен ерте аяқталды
os-kind-write-zero = деректер толық жазылмады
os-kind-interrupted = операция үзілді
os-kind-unsupported = қолдау көрсетілмейді
os-not-utf8 = мазмұны UTF-8 кодталуында емес
os-other = басқа қате

## What the parsers of records and lines say

parser-missing-field = `{ $name }` өрісі жоқ
parser-unknown-field = `{ $name }` өрісі белгісіз, күтілгені: { $known }
parser-unknown-field-one-of = `{ $name }` өрісі белгісіз, мыналардың бірі күтілген: { $known }
parser-unknown-variant = `{ $name }` мәні белгісіз, күтілгені: { $known }
parser-unknown-variant-one-of = `{ $name }` мәні белгісіз, мыналардың бірі күтілген: { $known }
parser-duplicate-field = `{ $name }` өрісі екі рет көрсетілген
parser-duplicate-key = өріс екі рет көрсетілген
parser-at = { $why } ({ $line }-жол, { $at }-баған)

## Values of findings (expected, found), as the verifier puts them together

value-bytes = { $n } байт
value-at-most-bytes = ең көбі { $n } байт
value-at-most-lines = ұзындығы { $n } байттан аспайтын жолдар
value-longer-line = одан ұзын жол
value-more = одан көп
value-none = жоқ
value-line-for = мына файлға арналған жол: { $path }
value-more-lines = тізбедегіден көп
value-line-of = { $file }, { $n }-жол
value-lines = жол саны: { $n }
value-lines-of = жол саны: { $n }, барлығы { $all }
value-lines-for-list = жол саны: { $n }, ал тізбеде { $all }
value-differs = { $digest }; өзгеше байттар: { $ranges }
value-differs-and-more = { $digest }; өзгеше байттар: { $ranges } және тағы басқа бөліктер, саны { $n }
value-damaged-packed = { $first }; оның бір файлдағы пакетте көрсетілген CRC-32 мәні де сәйкес келмейді: файл бір файлға жиналғаннан кейін бүлінген
value-unreadable-places = байт саны: { $bytes }, жер саны: { $places }, біріншісі { $at }-байттан басталады: { $errno }
value-missing = файл жоқ
value-not-there = файл жоқ
value-line-without-proof = тізбе жолының растамасы жоқ
value-proof-without-line = растамаға сәйкес жол тізбеде жоқ
value-cannot-be-read = оқылмады: { $why }
value-not-a-proof = { $n }-жол растама емес
value-out-of-order = { $n }-жол өз орнында тұрған жоқ
value-other-seal-hash = мөрлеу жазбасының хэш мәні басқа
value-other-bag = пакет басқа
value-other-root = түбірлік хэш басқа
value-of-bag = { $id } пакеті
value-of-index = нөмірі { $n }
value-of-prev = алдыңғы жазбаның хэш мәні { $hash }
value-version = { $n }-нұсқа
value-version-recognised = { $n }-нұсқа, тану актісінде көрсетілгендей
value-version-issued = { $n }-нұсқа, шығарылған уақыты { $time }
value-version-of = { $n }-нұсқа, кілттері: { $keys }
value-recognition = { $recognised } органын тану актісінің { $n }-нұсқасы; таныған орган: { $by }
value-recognition-by-keys = { $recognised } органын тану актісінің { $n }-нұсқасы; таныған орган: { $by }, кілттері: { $keys }
value-keys-by-version = { $keys }, { $n }-нұсқа бойынша
value-keys = қажет қолтаңба саны: { $threshold }, кілт саны: { $count }: { $list }
value-anchors = { $anchors }
value-roster-of = кілттер тізілімінің { $n }-нұсқасы, органы: { $name }
value-up-to-event = { $n }-жазбаға дейін
value-goes-on = түбіртек қоса берілген журналда жоқ { $n }-жазбаға дейін жетеді
value-first-differing = алғашқы өзгеше жазба – { $n }
value-first-or-earlier = алғашқы өзгеше жазба – { $n } немесе одан бұрынғысы
value-hash-and-first = { $hash }; { $first }
value-rewritten = оған қоса, журнал қайта жазылған: { $first }
value-numbers = жазбасы жоқ нөмір саны: { $n }
value-event = { $n }-жазба
value-events = { $from } – { $to } аралығындағы жазбалар
value-event-file = хэш мәні { $imprint } болатын жазба файлы, уақыты { $time }
value-kept = { $code }: { $why }
value-no-tsa = уақыт белгісі қызметінің сертификаты ұсынылмаған
value-event-type = { $kind }
value-state = { $state }
value-incident = { $incident }: { $purpose }
value-fields = { $fields }
value-file-kind = { $kind }
value-link-to = { $kind }, апаратын жері: { $target }
value-withdrawn = { $by } органы { $recognised } органын тануды кері қайтарып алған уақыты: { $time }
value-outside-period = { $time } сәті { $by } органы { $recognised } органын таныған { $from } – { $to } мерзімінен тыс
value-only-as = { $by } органы { $recognised } органының кілттерін тек мына рөлдерде таниды: { $roles }
