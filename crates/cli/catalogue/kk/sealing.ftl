# What the command line tells and asks of sealing, extracting, packing and keys, in Kazakh. The terms are those of crates/report/glossary.tsv.
# A suffix never hangs on a placeholder: its form would depend on the value.

## Sealing

say-sealed = Мөрленді: { $bag }
say-totals = файл саны { $files }, байт саны { $bytes }, каталог саны { $directories }, сілтеме саны { $links }, өзгелері { $others }
say-still-to-countersign = Екінші қолтаңба күтіледі: { $name }, { $key }
say-act-lies-in = Сол мәтін жазылған файл: { $file }
say-act-not-written = назар аударыңыз: хаттамаға арналған мәтін жазылмады: { $error }
say-roster-does-not-list = назар аударыңыз: қол қоятын кілт кілттер тізілімінде жоқ; бұл тізілім бойынша кімнің мөрлегенін ешкім біле алмайды
say-name-in-text = назар аударыңыз: мөрлеу жазбасының мәтінінде мөрленген файлдың аты бар: { $name }; кейін деректер ішінара ашылса, ол ат белгілі болады
say-access-times = ескерту: оқу кезінде жүйе дереккөздегі файлдар мен каталогтарға қол жеткізу уақытын өзгертті, барлығы: { $count }; бұған жол бермеу үшін дереккөзді тек оқу режимінде немесе `noatime` параметрімен қосыңыз
say-sealed-unreadable = назар аударыңыз: оқылмайтын деп мөрленді: { $path }: { $why }
say-image-trouble = назар аударыңыз: { $path }: { $why }

## Disk images

say-image = диск бейнесі { $path }, { $segments }: { $outcome }
say-image-one-segment = 1 сегмент
say-image-segments = { $count } сегмент
say-image-whole = бүтін; деректерінің хэш мәндері онда көрсетілгендерге тең
say-image-whole-nothing-stated = бүтін; онда растауға болатын хэш мәні көрсетілмеген
say-image-not-confirmed = РАСТАЛМАДЫ
say-digest-confirmed = расталды
say-digest-stated = көрсетілген, расталмаған
say-image-more = тағы диск бейнесі: { $count }, --json шығысын қараңыз

## The block for the paper act

say-act-title = ҚАҒАЗ ХАТТАМА НЕМЕСЕ АКТ ҮШІН
say-act-command = Мөрлеу жазбасының хэш мәні былай есептеледі: sha256sum custody/000000.txt

## Questions of a seal

say-ask-your-name = Атыңыз
say-ask-name-in-seal = Мөрлеу жазбасында көрсетілетін атыңыз
say-ask-cosigner = Екінші қолтаңба қоятын адамның ашық кілт файлы: { $who }
say-second-person = екінші адам
say-ask-entry = { $question }, { $entry }-жол
say-ask-may-be-empty = жоқ болса, бос қалдырыңыз
say-answer-blank = тек бос орындар; қайта жауап беріңіз
say-answer-again = { $error }; қайта жауап беріңіз
say-missing-in-form = --form FILE ішіндегі { $field }
say-missing-in-form-entry = --form FILE ішіндегі { $field }, { $entry }-жол
say-missing-cosigner = екінші қолтаңба қоятын адам: { $who } (--cosigner PUB)
say-missing-cosigners = екінші қолтаңба қоятын адамдар, саны { $count }: { $who } (--cosigner PUB)

## Extracting

say-extracted = Жазылған орны: { $place }, әр файл тексерілді: файл саны { $files }, байт саны { $bytes }, каталог пен сілтеме саны { $others }
say-extracted-kept = осы файлдардың бұрыннан бары, қайта оқылып тексерілгені: { $count }
say-devices-left-out = жасалмаған құрылғы файлдарының саны: { $count } (--devices параметрімен жасалады)
say-finding-remark = ескертпе: { $what }
say-finding-differs = СӘЙКЕС КЕЛМЕЙДІ: { $what }
say-not-made = жасалмады: { $path }: { $why }
say-not-made-in-all = барлығы жасалмады: { $count }
say-not-complete = АЯҚТАЛМАДЫ: сол команда жалғастырады; оған дейін каталогта мына файл қалады: { $mark }

## Packing

say-packed = Бір файлға жиналды, файлы { $file }: файл саны { $files }, байт саны { $bytes }, барлығы { $size }
say-packed-not-judged = тексеру жүргізілген жоқ; `sealbag verify` бұл файлды пакет сияқты тексереді
say-unpacked = Файлдан шығарылған пакет: { $bag }: файл саны { $files }, байт саны { $bytes }
say-unpacked-not-judged = тексеру жүргізілген жоқ; `sealbag verify` не айтатынын қараңыз

## Keys

say-key-name = аты
say-key-type = түрі
say-key-fingerprint = кілт баспасы
say-key-application = қолданба
say-key-touch = жанасу
say-key-file = файл
say-key-no-name = (жоқ)
say-key-touch-needed = әр қолтаңба қойғанда қажет
say-key-is-private = { $private } – жабық кілт: оны ешкімге бермеңіз. { $public } – тексерушілерге арналған.
say-key-is-encrypted = жабық кілт шифрланған; көрсетілгені – { $public } мазмұны
say-no-key-yet = Кілт әлі жоқ; ол қазір жасалады.
say-key-written = { $key } кілті жазылған файл: { $file }
say-ask-new-passphrase = Кілтке арналған жаңа құпиясөз
say-ask-new-passphrase-for = { $file } үшін жаңа құпиясөз
say-ask-passphrase = { $file } құпиясөзі
say-ask-once-more = тағы бір рет
say-wrong-passphrase = құпиясөз қате, қайталап көріңіз
say-ask-pin = { $label } токенінің PIN-коды
say-agent-keys = ssh-agent ішіндегі кілттер:
say-ask-which-key = Қайсысымен қол қойылады? Кілттің нөмірі немесе жаңасын жасау үшін `new`
say-answer-key = тізімдегі нөмірді немесе `new` енгізіңіз
say-touch-now = аппараттық кілтке жанасыңыз: ол { $key } кілтімен қол қояды
say-touch-missed = аппараттық кілт қол қойған жоқ
say-ask-touch-again = Қайталау керек пе? иә немесе жоқ

## The verifier for the browser

say-page-file = файл
say-page-bytes = байт саны
say-page-authority = орган
say-page-publish = осы хэш мәнін жариялаңыз; бетті пайдаланушы оны салыстырып тексереді және бетті ешқашан пакетті жіберушіден алмайды

## Profiles

say-profile-listed = { $name } нұсқасы { $version } { $jurisdiction } { $title }
say-profile-heading = { $name }, нұсқасы { $version }, { $jurisdiction }
say-profile-roles = рөлдер
say-profile-rests-on = негізі
say-source-checked-by = салыстырылған күні { $date }, салыстырған: { $who }
say-source-checked = салыстырылған күні { $date }
say-source-not-checked = салыстырылмаған
say-profile-may-stay-empty = толтырмауға болады
say-profile-cosigners = екінші қолтаңба, кемінде { $count }
say-profile-form = { $name } талаптар бейіні бойынша нысан, нұсқасы { $version }. Барлық мән толтырылуы тиіс.
say-profile-usable = талаптар бейінін пайдалануға болады
say-profile-not-usable = талаптар бейінін пайдалануға болмайды
say-lint-finding = { $line }-жол: { $severity }: { $what }
say-lint-note = ескерту
say-lint-warning = назар аударыңыз
say-lint-error = қате

## Manual pages

say-man-pages = нұсқаулық беттерінің саны: { $count }, каталогы { $place }

## Progress

say-progress-working = орындалуда
say-progress-sealing = мөрлеу
say-progress-reading-back = бақылап қайта оқу
say-progress-verifying = тексеру
say-progress-extracting = шығарып алу
say-progress-packing = бір файлға жинау
say-progress-unpacking = файлдан шығару
say-progress-entries = тізбе жолы: { $count }
say-progress-left = қалғаны { $time }
say-progress-rate = { $bytes }/с
say-unit-byte = Б
say-unit-kib = КиБ
say-unit-mib = МиБ
say-unit-gib = ГиБ
say-unit-tib = ТиБ
say-unit-pib = ПиБ
say-unit-second = { $count } с
say-unit-minute = { $count } мин
say-unit-hour = { $count } сағ
say-unit-day = { $count } күн
say-unit-week = { $count } апта
say-unit-year = { $count } жыл
say-other-device = { $path }: бұл бұрын оқылған құрылғы емес немесе оған содан бері бірдеңе жазылған; ол басынан бастап оқылады

## The demonstration

say-demo-keys = Қызмет барысында әркім бір рет кілт жасайды. Министрліктің кілттер бөлімі де кілт жасайды.
say-demo-roster = Кілттер бөлімі тізілімді жүргізеді: кілт кімдікі және қай рөлде. Бөлім тізілімге қол қояды, ал өзінің ашық кілтін қағазда жариялайды.
say-demo-seal = Қызметкер телефоннан шығарылған деректерді алып қойды: exhibit/. Олар бір рет оқылады, көшіріледі, бақылап қайта оқылады және мөрленеді.
say-demo-countersign = Екінші қызметкер қатысқан, ол екінші қолтаңба қояды. Оған дейін объектіні тапсыруға болмайды:
say-demo-hand-over = Қызметкер объектіні зертханаға тапсырады; зертхана оны тексеріп, қабылдағанын қолтаңбасымен растайды.
say-demo-nobody-else = Оны басқа ешкім қабылдай алмайды:
say-demo-nor-the-officer = Объектіні енді ұстамайтын қызметкер де оны басқа біреуге тапсыра алмайды:
say-demo-copy = Зертхана көшірмемен жұмыс істейді: бұл – ішінде бірінші пакеттің журналы бар жеке пакет.
say-demo-return = Зертхана объектіні қайтарады. Әр тарапта түбіртек қалады.
say-demo-court = Пакет сотқа түседі. Қолда одан басқа ештеңе болмаса, айтуға болатыны аз, және бұл ашық айтылады.
say-demo-authority = Пакеттен емес, ресми басылымнан алынған органның ашық кілтімен ғана:
say-demo-log = Объект кімде, қашан және не үшін болды:
say-demo-audit = Тексеруші осында жатқанның бәрін қарап, көшірмелерді бір-бірімен салыстырады:
say-demo-forgery-bit = БҰРМАЛАУ 1: пакет көшірмесіндегі телефон бейнесінің бір биті өзгертілген.
say-demo-forgery-added = БҰРМАЛАУ 2: басқа көшірмедегі дәлелдемелердің арасына файл қосылған. Тізбені салыстыратын әдеттегі бағдарламалар оны байқамайды.
say-demo-forgery-rewritten = БҰРМАЛАУ 3: төлем сомасы өзгертіліп, пакеттің барлық тізбесі соған сай қайта жазылған: `sha256sum` және BagIt тексеру бағдарламалары үшін пакет дұрыс.
say-demo-forgery-thief = БҰРМАЛАУ 4: ұрлаушы соманы өзгертеді, бәрін өз кілтімен қайта мөрлейді және пакетке сол органның атынан өз тізілімін салады. Мұндай пакеттің ішінде бәрі өзара сәйкес.
say-demo-thief-authority = Органның кілті оны растамайды:
say-demo-thief-hash = Қағаздағы мөрлеу жазбасының хэш мәні бұл басқа пакет екенін көрсетеді:
say-demo-forgery-insider = БҰРМАЛАУ 5: зертхана көшірме жасағанын жасырғысы келеді. Ол пакетті қабылдаған күйінде алып, журналды сол жерден әрі қарай жүргізеді. Кілті шынайы, барлық қолтаңба жарамды: мұны пакеттің өзінен ғана көру мүмкін емес.
say-demo-insider-receipt = Мұны зертхана объектіні қайтарғанда берген түбіртек көрсетеді:
say-demo-insider-fork = Журналдың басқа көшірмесі де көрсетеді. Журналдың екіге бөлінгенінің дәлелі – кез келген адам тексере алатын файл:
say-demo-forgery-tail = БҰРМАЛАУ 6: соңғы жазба кесіп тасталған, сондықтан зертхана қабылдауды әлі күтіп тұрғандай көрінеді. Не түсіріліп қалғанын пакеттегі ештеңе көрсете алмайды; бұл тексеру нәтижесінде айтылған.
say-demo-tail-receipt = Соңғы жазбаның түбіртегі бар адам оның жоқ екенін көреді:
say-demo-end = Осы оқиғаның барлық файлы мына каталогта: { $place }
say-demo-exit-code = (аяқталу коды { $code })
say-demo-no-code = жоқ
say-demo-name-office = Министрліктің кілттер бөлімі
say-demo-name-officer = Инспектор А. Демо
say-demo-name-second = Лейтенант Б. Екінші
say-demo-name-lab = Сарапшы В. Лаб
say-demo-police = Полиция департаменті, Астана
say-demo-laboratory = Сот сараптамалары зертханасы, Астана
say-demo-description = телефоннан шығарылған деректер
say-demo-for-examination = сот сараптамасы
say-demo-was-present = мөрлеуге қатысқан
say-demo-working-copy = зерттеуге арналған жұмыс көшірмесі
say-demo-search = төлемдерді іздеу
say-demo-done = зерттеу аяқталды
say-demo-safe-purpose = сейфте сақтау
say-demo-safe = 3-сейф
