# Words and sentences that errors of the libraries put into their own sentences, in Kazakh.

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
error-sealbag-append-error-rolled-back-roster = журналда тізілімнің { $named }-нұсқасы аталған, пайдаланылатыны { $used }-нұсқа
error-sealbag-append-error-other-content-roster = журналда пайдаланылатын тізілім емес, басқа { $version }-нұсқалы тізілім аталған
error-sealbag-append-error-event-overtaken = басқа жазба бұрын енгізілген: { $index }-жазба, { $kind }, енгізген адам { $name }, уақыты { $time }; ештеңе өзгертілген жоқ
error-sealbag-audit-error-unnamed-results = нәтижелер файлына ат беру мүмкін болмады
error-sealbag-audit-error-unmade-results = нәтижелер файлын жасау мүмкін болмады
error-sealbag-audit-error-unhidden-results = нәтижелердің уақытша файлын жасыру мүмкін болмады
error-sealbag-audit-error-uncut-results = нәтижелер файлын қысқарту мүмкін болмады
error-sealbag-audit-error-option-other-options = бұл нәтижелерді басқа бағдарлама алған: { $program }
error-sealbag-no-bag-audit-why = мұнда мөрленген пакет жоқ
error-sealbag-link-audit-why = ол көрсететін орында пакет болуы мүмкін
error-sealbag-stranger-audit-why = журналда мұндай жазба жоқ, ал түбіртектің кілтін ешкім растамайды
error-sealbag-source-ends-audit-why = бастапқы пакеттің журналы көшірмеге қоса берілген журналдан бұрын аяқталады
error-sealbag-source-lacks-audit-why = көшірмеде аталған жазба бастапқы пакеттің журналында жоқ
error-sealbag-seal-not-shown-audit-why = дәлел жоқ: сақталған жазба басқа мөрлеу жазбасын атайды, бірақ оны қамтымайды
error-sealbag-no-proof-audit-why = дәлел жоқ: { $why }
error-sealbag-unwritten-proof-audit-why = дәлелді жазу мүмкін болмады: { $why }
error-sealbag-first-audit-why = алғашқы өзгеше жазба – { $n } немесе одан бұрынғысы
error-sealbag-first-and-audit-why = алғашқы өзгеше жазба – { $n } немесе одан бұрынғысы; { $why }
error-manifest-with-cause-packed = бұл – бір файлдағы пакет емес: { $why }
error-custody-in-words-recognized = таныған орган – { $authority }, актінің { $version }-нұсқасы, мақсаты: { $purpose }; мерзімі { $from } – { $to }
error-custody-withdrawn-recognized = таныған орган – { $authority }, актінің { $version }-нұсқасы, мақсаты: { $purpose }; мерзімі { $from } – { $to }, кері қайтарып алынған уақыты { $time }
error-sealbag-seal-error-entries-unreadable = мөрленетіннен толық оқу мүмкін болмағаны: { $entries }
error-sealbag-seal-error-image-unreadable = файлдардың бірі – диск бейнесі, оны растау мүмкін болмады
error-sealbag-seal-error-images-unreadable = файлдардың арасында растау мүмкін болмаған диск бейнелері бар, саны: { $images }
error-sealbag-seal-error-entries-and-image-unreadable = мөрленетіннен толық оқу мүмкін болмағаны: { $entries }, сондай-ақ бір диск бейнесін растау мүмкін болмады
error-sealbag-seal-error-entries-and-images-unreadable = мөрленетіннен толық оқу мүмкін болмағаны: { $entries }, сондай-ақ растау мүмкін болмаған диск бейнелерінің саны: { $images }
error-timestamp-fault-missing-nonce-mismatch = уақыт белгісі басқа сұрауға жауап береді: онда бір реттік сан жоқ, күтілгені { $expected }
error-custody-edit-error-recognition-gone-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $who } органын тану актісі жоқ болып кеткен
error-custody-edit-error-person-gone-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $id } нөмірлі адам жоқ болып кеткен
error-custody-edit-error-key-gone-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $fingerprint } кілті жоқ болып кеткен
error-custody-edit-error-key-of-another-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $fingerprint } кілті басқа адамға тиесілі
error-custody-edit-error-not-retired-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $fingerprint } кілті бұрынғыдай қолданыстан шығарылған деп көрсетілмеген
error-custody-edit-error-not-compromised-no-successor = жоба { $version }-нұсқаның жалғасы емес: { $fingerprint } кілті бөгде адамда болуы мүмкін екені бұрынғыдай көрсетілмеген
error-cli-report-use-error-two-ending = { $path } атының соңында { $first } де, { $second } де жоқ
error-cli-demo-error-status-step = `{ $command }` қадамы { $code } кодымен аяқталды, күтілген код { $expected }

## What is missing (the text before the flag in brackets)

missing-purpose = әрекеттің мақсаты
missing-place = әрекет орнының мекенжайы
missing-room = үй-жай
missing-condition = объект пен қаптаманың жай-күйі
missing-physical-seal = пломба нөмірі
missing-order-document = осыған негіз болатын құжаттың түрі
missing-order-number = қаулының немесе шешімнің нөмірі
missing-order-date = бұл құжаттың күні
missing-order-issued-by = бұл құжатты кім берген
missing-legal-basis = осыған негіз болатын заң немесе шарт
missing-present = кім қатысады
missing-present-role = қатысушылардың рөлі
missing-tool = пайдаланылатын ғылыми-техникалық құрал
missing-tool-version = оның нұсқасы
missing-remark = ескертпе немесе қарсылық
missing-storage-location = сақтау орны
missing-storage-container = сөре, сейф немесе өзге сақтау ыдысы
missing-storage-media = деректер орналасқан жеткізгіш
missing-change = не өзгертіледі
missing-change-reason = неліктен өзгертіледі
missing-to-name = екінші тараптың аты
missing-to = алушының ашық кілті
missing-to-role = екінші тараптың рөлі
missing-to-organisation = екінші тараптың ұйымы
missing-method = зерттеу қалай жүргізілді
missing-new-bag = жасалатын пакет
missing-bag-to-go-on = мөрлеуі жалғастырылатын пакет
missing-signer = қол қоюшының аты
missing-signers-name = қол қойған адамның аты
missing-source = не мөрленеді
missing-key = қол қоятын кілт
missing-or-agent = , немесе ssh-agent ішіндегі кілт, мысалы --agent { $key }

## Why something was not read or made

reason-places = { $errno }, байт саны: { $bytes }, басы { $at }-байтта
reason-image-changed = осы жерден басталатын диск бейнесі декодтау кезінде әр жолы өзгеріп отырды
reason-no-directory = оның каталогын жасау мүмкін болмады
reason-as-a-link = сілтеме ретінде: { $error }
reason-not-kept = жүйе оны сақтай алмады: { $error }

## What the built-in profiles explain beside a question

help-as-on-the-label = заттаңбадағыдай
help-register-number = Сотқа дейінгі тергеп-тексерудің бірыңғай тізіліміндегі нөмірі
help-legal-documents = қаулы, санкция, хаттама, сұрау салу, келісім
help-without-number = нөмірі болмаса, «нөмірсіз» деп жазыңыз
help-not-established = адам белгісіз болса, «анықталмаған» деп жазыңыз
help-found-at = мекенжайы мен орны; желіден алынған деректер үшін – желідегі мекенжайы
help-sources = компьютер, жинақтауыш, бейнетіркегіш, телефон, флеш-жинақтауыш, CD/DVD, сервер, бұлт, веб-бет көшірмесі, телефония, өзге
help-methods = физикалық, файлдық жүйе деңгейінде, логикалық, таңдалған файлдар, жұмыс істеп тұрған құрылғыдан, бұлттан, үшінші тұлға ұсынған
help-further-persons = басқа адамдар: пішінде әрқайсысына жеке [[present]] кестесі
help-roles = куәгер, иеленуші, маман, екінші қызметкер
help-write-none = тек деректер тапсырылса, «жоқ» деп жазыңыз
