# What `--help` says, and what is wrong with the form of a command line, in Kazakh. The terms are those of crates/report/glossary.tsv.
# The English texts stand where the command line is defined. `help-COMMAND` is a command, `help-COMMAND-ARGUMENT` an argument of it,
# `help-COMMAND-any-ARGUMENT` one of the commands below it, `help-any-ARGUMENT` one of all commands that have no text of their own for it.
# A suffix never hangs on a placeholder: its form would depend on the value.

## What the parser itself says

help-usage = Қолданылуы
help-mark-options = [ПАРАМЕТРЛЕР]
help-mark-command = <КОМАНДА>
help-mark-optional-command = [КОМАНДА]
help-commands = Командалар
help-arguments = Аргументтер
help-options = Параметрлер
help-page-name = Атауы
help-page-description = Сипаттамасы
help-page-version = Нұсқасы
help-default = [әдепкісі: { $value }]
help-possible-values = [мүмкін мәндер: { $value }]
help-any-help = Анықтаманы көрсету
help-help = Осы анықтаманы немесе көрсетілген команданың анықтамасын көрсету
help-help-subcommand = Анықтамасы керек команда

## What is wrong with a command line

usage-value-missing = { $argument } үшін мән қажет
usage-value = { $value } мәні { $argument } үшін жарамайды
usage-unknown-option = мұндай параметр жоқ: { $argument }
usage-unknown-argument = артық аргумент: { $argument }
usage-unknown-command = мұндай команда жоқ: { $command }
usage-equals = { $argument } және оның мәні арасында теңдік белгісі қажет
usage-too-many-values = { $argument } үшін { $value } мәні артық көрсетілген
usage-too-few-values = { $argument } үшін қажет мән саны кемінде { $expected }, көрсетілгені { $found }
usage-number-of-values = { $argument } үшін қажет мән саны дәл { $expected }, көрсетілгені { $found }
usage-twice = { $argument } бір рет қана көрсетіледі
usage-conflict = бірге көрсетуге болмайды: { $argument } және { $others }
usage-conflict-command = { $command } командасымен бірге мынаны көрсетуге болмайды: { $others }
usage-missing = көрсетілмеген: { $argument }
usage-command-missing = { $command } сөзінен кейін команданы көрсету қажет
usage-not-utf-8 = команда жолында UTF-8 кодталуында емес мәтін бар
usage-other = команда жолын талдау мүмкін болмады
usage-hint = барлық параметрлерді `{ $command } --help` көрсетеді
usage-hint-similar = мүмкін, сізге керегі: { $similar }; барлық параметрлерді `{ $command } --help` көрсетеді
usage-why-moment = уақыт YYYY-MM-DD немесе YYYY-MM-DDTHH:MM:SSZ түрінде, UTC бойынша жазылады
usage-why-time = уақыт YYYY-MM-DDTHH:MM:SSZ түрінде, UTC бойынша жазылады және күнтізбеде болуы тиіс
usage-why-report-time = уақыт былай жазылады: 2026-11-23T08:00:00Z
usage-why-offset = айырма былай жазылады: +05:00
usage-why-id = адам нөмірі – a-z 0-9 . _ - таңбаларынан 1 мен 64 аралығында
usage-why-policy = саясат нүктемен бөлінген сандармен жазылады, мысалы 1.2.3.4
usage-why-seal-hash = мөрлеу жазбасының хэш мәнінде он алтылық жүйенің 64 цифры болады, ал мұндағы таңба саны { $value }
usage-why-digits = бүтін сан қажет
usage-why-large = сан тым үлкен
usage-why-range = { $value } аралығындағы сан қажет

## The program

help-sealbag = Сот тексере алатын цифрлық дәлелдемелер пакеттері
help-sealbag-long =
    Сот тексере алатын цифрлық дәлелдемелер пакеттері.

    Аяқталу кодтары: 0 – расталды немесе орындалды, 1 – бұзылған, 2 – анықтау мүмкін емес не оқу немесе жазу мүмкін болмады, 64 – команда қате немесе орындаудан бас тартылды.
help-sealbag-help = Анықтаманы көрсету (толығырақ: --help)
help-sealbag-help-long = Анықтаманы көрсету (қысқаша: -h)
help-sealbag-version = Нұсқаны көрсету
help-any-quiet = Тек нәтижелер мен қателерді шығару
help-any-lang = Шығару тілі: en, ru немесе kk; әдепкісі – SEALBAG_LANG, содан кейін баптаулар қалтасындағы `language`, содан кейін ағылшын тілі. JSON барлық тілде бірдей
help-any-json = Бір JSON объектісін шығару

help-demo = Бүкіл жұмыс тәртібін дайын мысалда көрсету
help-demo-dir = Көрсетуге арналған каталог; әдепкісі – жаңа уақытша каталог
help-completions = Командалық қабықша үшін автотолықтыру сценарийін шығару
help-completions-shell = Сценарий арналған қабықша
help-man = Нұсқаулық беттерін жазу
help-man-out = Беттерге арналған каталог; ол болмаса, жасалады, ондағы бұрынғы беттер ауыстырылады

## Keys

help-key = Қол қоятын кілт жасау немесе барын көрсету
help-key-new = Кілт жасау: FILE – жабық кілт, FILE.pub – ашық кілт
help-key-new-name = Қол қоюшының аты, мөрлеу жазбаларында тұруға тиіс түрінде
help-key-new-out = Жабық кілтке арналған файл; ол бұрын болмауы тиіс
help-key-new-no-passphrase = Жабық кілтті құпиясөзбен қорғамау
help-key-new-passphrase-file = Жалғыз жолы жаңа құпиясөз болатын файл; онсыз құпиясөз терминалда сұралады
help-key-show = Файлдағы кілттің кімдікі екенін және кілт баспасын көрсету
help-key-show-file = Ашық немесе жабық кілт файлы; ssh-agent ішіндегі кілттің SHA256:... баспасы; pkcs11:... түріндегі URI
help-key-show-passphrase-file = Жалғыз жолы құпиясөз болатын файл; онсыз шифрланған кілт туралы мәлімет FILE.pub файлынан алынады
help-any-key = Қол қоятын кілт: жабық кілт файлы; ssh-agent ішіндегі кілттің FILE.pub файлы немесе SHA256:... баспасы; pkcs11:... түріндегі URI. Әдепкісі – SEALBAG_KEY, содан кейін баптаулар қалтасындағы `sealbag/key`
help-any-agent = ssh-agent ішіндегі қол қоятын кілт: оның SHA256:... баспасы немесе ашық кілт файлы
help-any-pkcs11 = Кілт сақталған токеннің PKCS#11 модулі: өндірушінің кітапханасы
help-any-token-label = Токеннің белгісі, модульде бірнеше токен болса
help-any-key-label = Токендегі кілттің белгісі, онда бірнеше кілт болса
help-any-passphrase-file = Жалғыз жолы кілттің құпиясөзі немесе токеннің PIN-коды болатын файл; онсыз олар терминалда сұралады

## Rosters

help-roster = Әр кілттің кімге тиесілі екені көрсетілген кілттер тізілімін жүргізу
help-roster-any-file = Тізілім; оған қол қойылған болса, келесі нұсқаның жобасы басталады
help-roster-new = Тізілімді бастау: FILE.draft жасалады
help-roster-new-authority-name = Тізілімді жүргізетін органның атауы
help-roster-new-country = Осы органның мемлекеті
help-roster-new-authority-keys = Органның ашық кілті; бірнеше кілт болса, әрқайсысы үшін көрсетіледі
help-roster-new-threshold = Тізілімге органның неше кілтімен қол қойылуы тиіс; бірнеше кілт болса, көрсетіледі
help-roster-new-out = Қол қойылған тізілімнің болашақ аты
help-roster-add = Адамды кілтімен немесе адамның тағы бір кілтін енгізу
help-roster-add-key = Осы адамның ашық кілт файлы
help-roster-add-id = Адам нөмірі, a-z 0-9 . _ - таңбаларынан 1 мен 64 аралығында; аты бірдей екі адамды ажыратады
help-roster-add-name = Жаңа адамның аты
help-roster-add-roles = Осы кілттің рөлдері, үтір арқылы
help-roster-add-valid-from = Жарамдылық мерзімінің басы, YYYY-MM-DD немесе YYYY-MM-DDTHH:MM:SSZ, UTC; әдепкісі – қазір
help-roster-add-valid-to = Жарамдылық мерзімінен кейінгі бірінші сәт
help-roster-add-organisation = Жаңа адамның ұйымы
help-roster-add-unit = Осы ұйымның бөлімшесі
help-roster-add-country = Жаңа адамның мемлекеті
help-roster-add-qualification = Жаңа адамның біліктілігі
help-roster-add-qualification-until = Біліктілік мерзімі, YYYY-MM-DD
help-roster-retire = Кілтті немесе адамның барлық кілттерін қолданыстан шығару
help-roster-retire-key = Кілт: оның файлы немесе SHA256:... баспасы
help-roster-retire-id = Барлық кілттері қолданыстан шығарылатын адамның нөмірі
help-roster-retire-at = Қай сәттен бастап, YYYY-MM-DD немесе YYYY-MM-DDTHH:MM:SSZ, UTC
help-roster-retire-reason = Себебі
help-roster-revoke = Бөгде адамда болуы мүмкін кілтті кері қайтарып алу
help-roster-revoke-key = { help-roster-retire-key }
help-roster-revoke-compromised-since = Кілт бөгде адамда болуы мүмкін ең ерте сәт, YYYY-MM-DD немесе YYYY-MM-DDTHH:MM:SSZ, UTC
help-roster-revoke-reason = Не болды
help-roster-rekey = Келесі нұсқада органның кілттерін алмастыру
help-roster-rekey-authority-keys = Органда болатын ашық кілт; барлық кілттер көрсетіледі, қалатындары да
help-roster-rekey-threshold = Тізілімге олардың нешеуімен қол қойылуы тиіс; бірнеше кілт болса, көрсетіледі
help-roster-rekey-lower-threshold = Бұрынғыдан аз кілттің жеткілікті болуына жол беру
help-roster-sign = Жобаға органның кілтімен немесе оның бірнеше кілтімен кезекпен қол қою
help-roster-sign-file = Жобасына қол қойылатын тізілім; немесе FILE.part – органның басқа қызметкерлері қол қойған тізілім не тану актісі
help-roster-sign-previous = Алдыңғы қол қойылған нұсқа, ол жобаның жанында болмаса
help-roster-recognize = Басқа органның тізілімін тану: көрсетілген мақсатта, көрсетілген рөлдерде, мерзімге
help-roster-recognize-file = Танылатын органның тізілімі; тану актісінде оның кілттері аталады
help-roster-recognize-by = Танитын органның тізілімі
help-roster-recognize-previous = Актінің алдыңғы нұсқасы, жаңасы оны алмастыратын болса; қайта көрсетілмегені содан алынады
help-roster-recognize-purpose = Қандай мақсатта, сөзбен
help-roster-recognize-roles = Осы тізілімдегі адамдар танылатын рөлдер, үтір арқылы
help-roster-recognize-valid-from = Мерзімнің басы, YYYY-MM-DD немесе YYYY-MM-DDTHH:MM:SSZ, UTC
help-roster-recognize-valid-to = Мерзімнен кейінгі бірінші сәт
help-roster-recognize-minimum-version = Басқа тізілімнің танылатын ең төменгі нұсқасы; әдепкісі – FILE нұсқасы
help-roster-recognize-withdrawn = Тану қай сәттен бастап күшінде емес
help-roster-recognize-reason = Тану неліктен тоқтатылды
help-roster-recognize-out = Жазылатын файл
help-roster-enter = Тану актісін келесі нұсқаға енгізу, сонда бұрынғысының ескіргені көрінеді
help-roster-enter-recognition = Танитын орган қол қойған тану актісі
help-roster-show = Тізілімді, жобаны немесе тану актісін көрсету
help-roster-show-file = Қол қойылған тізілім, жоба немесе тану актісі
help-roster-export = Қол қойылған тізілімді басқа түрде жазу
help-roster-export-file = Қол қойылған тізілім
help-roster-export-allowed-signers = OpenSSH үшін `allowed_signers` түрінде, оны `ssh-keygen -Y verify -f` оқиды
help-roster-export-anchor = Органның кілттері және олардың нешеуімен қол қойылуы тиіс екені: мұны тексеруші --authority параметрінде көрсетеді

## Sealing

help-seal = Каталогтарды, файлдарды немесе блоктық құрылғыларды пакетке мөрлеу
help-seal-sources = Не мөрленеді; бір каталог болса, жолдар оның ішінен басталады, әйтпесе әр дереккөз өз атымен жазылады
help-seal-out = Жасалатын пакет; әдепкісі – ағымдағы каталогтағы `EXHIBIT.bag`
help-seal-case = Іс нөмірі
help-seal-exhibit = Объект нөмірі, заттаңбадағыдай
help-seal-description = Объектінің сипаттамасы
help-seal-form = Мөрлеу жазбасының қалған барлық өрістері бар нысан (TOML)
help-seal-profile = Қай өрістер міндетті: кірістірілген талаптар бейіні (`sealbag profile list`) немесе файл
help-seal-cosigner = Екінші қолтаңба қоюға тиіс адамның ашық кілті; аты кілттің түсініктемесінен алынады (қайталауға болады)
help-seal-roster = Пакетке көшірілетін және мөрлеу жазбасында аталатын кілттер тізілімі; ол бойынша осы кілт мөрлеуге құқық бермесе, бағдарлама бас тартады
help-seal-signer-name = Қол қоюшының аты; әдепкісі – ашық кілт файлындағы түсініктеме
help-seal-payload = Деректерді пакетке көшіру немесе орнында қалдыру
help-seal-also = SHA-256 және BLAKE3 мәндерінен басқа есептелетін хэш мәндері
help-seal-resume = Үзілген мөрлеуді жалғастыру; параметрлер аяқталмаған пакеттен алынады
help-seal-accept-unreadable = Бәрін оқу мүмкін болмаса да, мөрлеу; бұл мөрлеу жазбасында көрсетіледі
help-seal-no-reread = Жазылғанды қайта оқымау; бұл мөрлеу жазбасында көрсетіледі
help-seal-json = Нәтижені бір JSON объектісі түрінде шығару

help-profile = Мөрлеу жазбасына қойылатын талаптар бейіндерін қарау немесе бейінді тексеру
help-profile-list = Кірістірілген бейіндерді тізіп көрсету
help-profile-show = Бейіннің нені талап ететінін көрсету
help-profile-show-profile = Кірістірілген бейіннің аты немесе файл
help-profile-show-toml = Негізінде өз бейініңізді жасау үшін бейін файлының өзін шығару
help-profile-show-form = Мөрлеу жазбасының міндетті өрістері бар бос нысанды шығару; толтырылғаны `seal --form` параметрінде көрсетіледі
help-profile-lint = Бейінді қолданар алдында тексеру
help-profile-lint-file = Бейін файлы

## Verification

help-verify = Пакеттердің мөрленгенге сәйкестігін тексеру
help-verify-bags = Пакеттер немесе олар ізделетін каталогтар
help-any-authority = Тізілімді жүргізетін органның ашық кілті немесе оның бірнеше кілтінің файлы; бірнеше рет көрсетуге болады
help-any-roster = Органның тізілімі, оның кілттері алмастырылған нұсқаларымен бірге; әдепкісі – пакеттегі тізілім. Бірнеше рет көрсетуге болады
help-any-recognition = Орган басқа органның тізілімін танитын акт; бірнеше рет көрсетуге болады
help-any-signer = Қол қоюшының пакеттен тыс алынған ашық кілті; бірнеше рет көрсетуге болады
help-any-seal-hash = Мөрлеу жазбасының қағаз актідегі хэш мәні; бос орындар мен бас/кіші әріптер ескерілмейді
help-any-receipt = Басқа адамда сақталған түбіртек немесе журналдың жеке жазбасы; бірнеше рет көрсетуге болады
help-any-tsa-ca = Уақыт белгісі қызметінің немесе оның куәландырушы орталығының PEM пішіміндегі сертификаты; онсыз уақыт белгілері тексерілмейді. Бірнеше рет көрсетуге болады
help-any-kept-token = Жазбалардың бірінің пакеттен тыс сақталған уақыт белгісі; --tsa-ca да қажет. Бірнеше рет көрсетуге болады
help-any-source = Пакеттен тыс сақталатын деректер орналасқан жер; бірнеше жерден мөрленсе, бәрі көрсетіледі
help-any-quick = Тек BLAKE3 мәндерін салыстыру
help-verify-strict = Ескертпелер болса, 2 кодымен аяқтау
help-verify-json = Әр пакетке бір JSON объектісін шығару
help-verifier = Браузерге арналған тексеру бетін жазу: желі де, орнату да қажет емес бір HTML файлы
help-verifier-authority = Тізілімді жүргізетін органның бетке енгізілетін ашық кілті немесе кілттер файлы; бірнеше рет көрсетуге болады
help-verifier-out = Жазылатын файл; ол бұрын болмауы тиіс
help-audit = Көп пакетті бірден тексеру: журналдарын, ал --fixity көрсетілсе, файлдарын да
help-audit-roots = Пакеттер және олар ізделетін каталогтар
help-audit-fixity = Әр пакеттің әр файлын оқып, салыстыру
help-audit-since = Журналдардан басқалар сақтағаны: түбіртек, жеке жазба, пакеттің көшірмесі немесе солар жатқан каталог
help-audit-resume = Нәтижелер файлы: жасалады, ал үзілгеннен кейін жалғастырылады
help-audit-forks = Журналдардың екіге бөлінгенінің дәлелдері жазылатын орын; әдепкісі – нәтижелердің жаны немесе ағымдағы каталог
help-audit-jobs = Бір мезгілде тексерілетін пакет саны; әдепкісі – әр процессорға бір пакет
help-audit-now = Қабылданбаған тапсырулардан бері өткен мерзім есептелетін уақыт, мысалы 2026-11-23T08:00:00Z
help-audit-json = Әр пакетке, содан кейін пакеттерді салыстырудың әр нәтижесіне бір JSON объектісін, соңында қорытындысын шығару
help-any-bag = Пакет
help-log = Дәлелдеменің кімде, қашан және не үшін болғанын көрсету
help-report = Пакетті тексеріп, сотқа арналған есеп жасау
help-report-out = Есеп файлы: NAME.html немесе NAME.pdf
help-report-form = Есептің орнына нысанды толтыру: act-kz, us-902-14 немесе in-bsa-63
help-report-number = Есеп нөмірі; ол көрсетілмесе, келесі үш параметрдегідей, қолмен толтырылатын жол қалады
help-report-asked-by = Есепті сұраған адам
help-report-run-by = Бағдарламаны іске қосатын адам
help-report-place = Тексеру жүргізілетін орын
help-report-time = Есепте көрсетілетін уақыт, мысалы 2026-11-23T08:00:00Z; әдепкісі – осы компьютердің уақыты
help-report-utc-offset = Жергілікті уақыттың UTC уақытынан айырмасы, мысалы +05:00
help-label = Қаптамаға арналған заттаңба жасау: объект, іс, мөрлеу жазбасының хэш мәні, шаршы код
help-label-out = Заттаңба файлы: NAME.pdf немесе NAME.svg
help-receipt = Пакет журналы бойынша түбіртек беру; оны екінші тарап сақтайды
help-receipt-out = Түбіртек файлы, `-` – стандартты шығыс; әдепкісі – пакеттің жанындағы BAG.receipt-N.txt
help-receipt-check = Түбіртекте не бар екенін және ол басқа түбіртекке немесе пакетке сәйкес келе ме, соны көрсету
help-receipt-check-receipt = Біреу сақтаған түбіртек немесе журналдың жеке жазбасы
help-receipt-check-since = Салыстыруға арналған өз түбіртегіңіз немесе журнал жазбаңыз
help-receipt-check-bag = Түбіртек салыстырылатын пакет
help-fork = Журналдың екіге бөлінгенінің дәлелін жасау немесе тексеру
help-fork-check = Екіге бөлінудің дәлелінен не шығатынын көрсету
help-fork-check-proof = Дәлел файлы
help-fork-make = Екі пакет немесе екі түбіртек бойынша дәлел жасау
help-fork-make-a = Пакет немесе түбіртек
help-fork-make-b = Пакеттің басқа көшірмесі немесе басқа түбіртек
help-fork-make-out = Дәлелге арналған файл; ол бұрын болмауы тиіс
help-extract = Пакеттен файлдарды шығарып алу; әр файл жазу кезінде тексеріледі
help-extract-paths = Шығарылатындардың бастапқы жолдары, ішіндегілерімен бірге; көрсетілмесе – бәрі
help-extract-to = Жазылатын каталог; ол бос болуы, мүлде болмауы немесе ішінде осы команда үзілгенге дейін жазғандар ғана болуы тиіс
help-extract-unanchored = Сырттан ештеңе пакетті ешкіммен байланыстырмаса да, файлдарды шығарып алу
help-extract-devices = Құрылғы файлдарын да жасау
help-extract-setuid = set-user-ID және set-group-ID биттерін сақтау
help-extract-json = { help-seal-json }
help-pack = Пакетті бір файлға жинау; ондай файл пакет шығарылмай-ақ тексеріледі
help-pack-out = Жазылатын файл; әдепкісі – пакеттің жанындағы BAG.zip
help-pack-json = { help-seal-json }
help-unpack = Пакетті ол жиналған файлдан шығарып алу
help-unpack-file = Пакет жиналған файл
help-unpack-to = Пакет орналасатын каталог; әдепкісі – файлдың каталогы
help-unpack-json = { help-seal-json }

## Events

help-release = Объектіні көрсетілген адамға тапсыру; ол қабылдайды немесе қабылдаудан бас тартады
help-any-to = Екінші тарап: ашық кілт файлы не тізілімдегі нөмірі немесе аты
help-any-to-name = Екінші тараптың аты; әдепкісі – тізілімдегі немесе кілттегі аты
help-any-to-role = Екінші тараптың рөлі
help-any-to-organisation = Екінші тараптың ұйымы
help-any-purpose = Әрекеттің мақсаты
help-any-place = Әрекет орнының мекенжайы
help-any-room = Үй-жай
help-any-condition = Объект пен қаптаманың жай-күйі
help-any-physical-seal = Қаптамадағы пломбаның нөмірі
help-any-order-document = Осыған негіз болатын құжаттың түрі
help-any-order-number = Бұл құжаттың нөмірі
help-any-order-date = Бұл құжаттың күні, YYYY-MM-DD
help-any-order-issued-by = Бұл құжатты кім берген
help-any-legal-basis = Осыған негіз болатын заң немесе шарт (қайталауға болады)
help-any-present = Қатысып отырған адам (қайталауға болады)
help-any-tool = Пайдаланылатын ғылыми-техникалық құрал (қайталауға болады)
help-any-remark = Ескертпе (қайталауға болады)
help-any-attachment = Пакеттен тыс құжат; жазбада оның SHA-256 мәні көрсетіледі (қайталауға болады)
help-any-time = Жазба кейінірек енгізілсе, оқиғаның болған уақыты; YYYY-MM-DDTHH:MM:SSZ
help-any-late-reason = Жазбаны оқиғадан кеш енгізу себебі
help-any-form = Жазбаның қалған өрістері бар нысан (TOML)
help-any-profile = Қай өрістер міндетті: кірістірілген талаптар бейіні немесе файл; әдепкісі – мөрлеу жазбасында аталған бейін
help-any-signer-name = Қол қоюшының аты; әдепкісі – тізілімдегі аты, ол болмаса, ашық кілт файлындағы түсініктеме
help-any-role = Қол қоюшы әрекет ететін рөл; әдепкісі – тізілімдегі рөлі
help-any-data = { help-any-source }
help-any-verified = Жазба түрі талап етпесе де, алдымен бүкіл пакетті тексеріп, нәтижесін жазу
help-any-despite-violation = Пакет мөрленгенге сәйкес келмесе де, жазбаны енгізу
help-release-json = { help-custody-any-json }
help-accept = Тапсырылғанды тексеріп, қабылдау немесе қабылдаудан бас тарту
help-accept-yes = Сұрақсыз қабылдау
help-accept-refuse = Осы себеппен сұрақсыз бас тарту
help-any-unanchored = Пакеттен тыс ештеңе оны кім мөрлегенін көрсетпесе де, қабылдау; `undetermined` деп жазылады
help-accept-json = { help-custody-any-json }

help-custody = Пакеттің сақтау және беру журналына жазба енгізу
help-custody-any-json = Нәтижені бір JSON объектісі түрінде шығару және ештеңе сұрамау
help-custody-any-event = Осыған қатысты жазбаның нөмірі
help-custody-any-out = Жасалатын пакет
help-custody-countersign = Мөрлеу жазбасын немесе басқа жазбаны екінші қолтаңбамен куәландыру
help-custody-refuse-to-sign = Қол қоюға тиіс адамның бас тартқанын жазу
help-custody-refuse-to-sign-person = Кім бас тартты: ашық кілт файлы, тізілімдегі нөмірі немесе аты не жай ғана аты
help-custody-refuse-to-sign-person-role = Бұл адамның рөлі
help-custody-refuse-to-sign-reason = Айтылған себеп
help-custody-refuse-to-sign-event = Қол қойылуға тиіс болған жазбаның нөмірі; әдепкісі – мөрлеу жазбасы
help-custody-timestamp = Уақыт белгілері туралы жазба енгізу
help-custody-timestamp-token = Жазба файлының уақыт белгісі (қайталауға болады)
help-custody-timestamp-event = { help-timestamp-event }
help-custody-verify = Пакетті тексеріп, нәтижесін енгізу
help-custody-store = Объектінің қайда сақталатынын жазу
help-custody-store-storage-location = Сақтау орны
help-custody-store-storage-container = Сөре, сейф немесе өзге сақтау ыдысы
help-custody-store-storage-media = Деректер орналасқан жеткізгіш
help-custody-access = Біреудің объектіні сақтауға алмай, оған қол жеткізгенін жазу
help-custody-release = Объектіні көрсетілген адамға тапсыру
help-custody-export = Объектіні басқа мемлекеттің көрсетілген адамына тапсыру
help-custody-accept = Объектіні қабылдаушы ретінде қабылдау
help-custody-refuse = Қабылдаушы ретінде қабылдаудан бас тарту
help-custody-refuse-reason = Бас тарту себебі
help-custody-cancel = Тапсыруды ол қабылданғанға дейін тоқтату
help-custody-copy = Өз журналы бар көшірме жасау
help-custody-copy-exhibit = Жеке объект ретіндегі көшірменің нөмірі
help-custody-copy-record = Бұрын жасалған, журналда әлі жазбасы жоқ көшірме
help-custody-redact = Деректері жасырылған көшірменің жасалғаны туралы жазба енгізу
help-custody-redact-record = Деректері жасырылған көшірме пакеті
help-custody-examine-start = Зерттеуді бастау
help-custody-examine-end = Зерттеуді аяқтау
help-custody-any-method = Зерттеу қалай жүргізіледі
help-custody-any-output = Зерттеу кезінде алынған файл; жазбада оның SHA-256 мәні көрсетіледі (қайталауға болады)
help-custody-open = Объектінің мөрін ашу: оның ішіндегісі өзгертіледі
help-custody-open-change = Не өзгертіледі
help-custody-open-change-reason = Неліктен өзгертіледі
help-custody-reseal = Мөрі ашылған объектіні жаңа пакетке қайта мөрлеу
help-custody-reseal-source = Өзгертілген деректер; олар көрсетілмесе, пакеттің деректері сол күйінде қайта мөрленеді
help-custody-reseal-exhibit = Объект нөмірі; әдепкісі – бұрынғы нөмірі
help-custody-reseal-record = Бұрын қайта мөрленген, журналда әлі жазбасы жоқ пакет
help-custody-disclose = Деректердің бір бөлігі тарапқа көрсетілгенін немесе берілгенін жазу
help-custody-object = Қарсылық немесе ескертпе енгізу
help-custody-object-on-behalf-of = Ол кімнің атынан енгізіледі
help-custody-object-event = Ол қатысты жазбаның нөмірі
help-custody-correct = Өзінің бұрынғы жазбасын түзету
help-custody-correct-event = Түзетілетін жазбаның нөмірі
help-custody-correct-field = Өріс, мысалы purpose немесе place.address
help-custody-correct-value = Онда не көрсетілуі тиіс еді
help-custody-correct-reason = Түзету себебі
help-custody-hold = Объектіні жоюға және қайтаруға тыйым салу
help-custody-unhold = Мұндай тыйымды алу
help-custody-return = Объектіні иесіне қайтару
help-custody-dispose = Объектінің жойылғанын немесе оған өзгеше билік етілгенін жазу
help-custody-incident = Жоғалуды, сәйкессіздікті, пломбаның бүлінуін, кілттің ұрлануын тіркеу
help-custody-incident-kind = Оқиғаның түрі
help-custody-publish = Журналда бар-жоғы белгісіз болған қол қойылған бетті қайта енгізу
help-custody-publish-page = Пакеттің жанында жатқан бет

## Time-stamps

help-timestamp = Журналға уақыт белгісін алу, жеткізілген белгіні қосу немесе белгіні тексеру
help-timestamp-tsa = Уақыт белгісін осы қызметтен HTTP арқылы сұрау; бірнеше рет көрсетуге болады
help-timestamp-request = Қызметке жеткізілетін сұрауды жазу
help-timestamp-attach = Осы жауапты немесе осы уақыт белгісін қосу; бірнеше рет көрсетуге болады
help-timestamp-tsa-policy = Қызметтен сұралатын саясат: нүктемен бөлінген сандар
help-timestamp-event = Уақыт белгісі қажет жазбаның нөмірі; әдепкісі – соңғы жазба
help-timestamp-request-file = --attach жауап беретін сұрау, --request жазған күйінде: онда тек өз жауабы қайталайтын сан бар
help-timestamp-no-event = Уақыт белгісін ол туралы жазбасыз қосу: мұны кез келген адам жасай алады, кілт қажет емес
help-timestamp-json = { help-custody-any-json }
help-timestamp-check = Уақыт белгісі файлдың қашан бар болғанын дәлелдей ме, соны көрсету
help-timestamp-check-data = Белгі алынған файл; пакет үшін – жазба, мысалы BAG/custody/000000.txt
help-timestamp-check-token = Уақыт белгісі немесе оны қамтитын қызмет жауабы
help-timestamp-check-tsa-ca = Уақыт белгісі қызметінің немесе жоғары тұрған орталықтардың сертификаттары; бірнеше рет көрсетуге болады
help-timestamp-check-policy = Белгі берілуге тиіс саясат
help-timestamp-check-request = Белгі жауап беруге тиіс сұрау
help-timestamp-check-json = { help-seal-json }
