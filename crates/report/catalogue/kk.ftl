# What the program says, in Kazakh. The terms and sentences of the glossary stand in ../glossary.tsv.
# A suffix never hangs on a placeholder: its form would depend on the value.

## Checks

check-signature = мөрлеу жазбасының қолтаңбасы
check-record = мөрлеу жазбасы
check-anchor = пакеттен тыс растама
check-tagmanifest = қызметтік файлдар тізбесі
check-tag_files = қызметтік файлдар
check-entries = мөрленген тізбе
check-tree = тізбенің түбірлік хэші
check-chunks = файл бөліктерінің мәндері
check-manifest = BagIt тізбесі
check-file_set = файлдар құрамы
check-files = файлдардың мазмұны
check-custody = сақтау және беру журналы
check-previous = бұрынғы пакет
check-time = куәландырылған уақыт

## How a check ended

status-passed = расталды
status-failed = РАСТАЛМАДЫ
status-not_run = тексерілмеді
status-not_present = жоқ

## Why a check was not run

why-not-reached = алдыңғы тексеруден өтпеді
why-outside = деректер пакеттен тыс сақталады
why-no-anchor = пакеттен тыс ештеңе ұсынылмаған
why-no-tsa = уақыт белгісі қызметінің сертификаты ұсынылмаған
why-no-stamp = бірде-бір уақыт белгісі есепке алынбайды; тексеру нәтижелерін қараңыз
why-list = мөрленген тізбе расталмаған
why-unanswered = жауап беру мүмкін болмады; тексеру нәтижелерін қараңыз
why-no-thread = операциялық жүйе оған ресурс бөлмеді

## Verdict in words

summary-confirmed = Мөрленгеннің бәрі орнында және өзгертілмеген, ештеңе қосылмаған. Расталған тізілім бұл кілттердің кімдікі екенін көрсетеді,
summary-confirmed-by = ал үшінші тараптың уақыт белгілері оның қай уақытта бар болғанын куәландырады.
summary-confirmed_with_remarks = Тексерілгеннің бәрі расталды: бірде-бір файл өзгертілмеген, алып тасталмаған және қосылмаған. Жоғарыдағы ескертпелерді оқыңыз.
summary-violated = Мөрленгенге сәйкессіздік бар. Оны кім, қашан және не себепті өзгерткені анықталмаған.
summary-undetermined = Жауап беру үшін қажетті бірдеңе жоқ немесе оны оқу мүмкін болмады; жоғарыдан қараңыз.
limits-short = Нәтиже деректердің мазмұны шындыққа сәйкес келетінін растамайды және мөрлеуге дейін не болғаны туралы да, пернетақтада кім отырғаны туралы да ештеңе айтпайды.

## Labels on the terminal

label-exhibit = объект
label-case = іс
label-sealed = мөрленді
label-signer = қол қоюшы
label-key = кілт
label-by-roster = тізілімде
label-content = мазмұны
label-seal-hash = хэш мәні
label-custody = журнал
label-holder = ұстаушы
label-state = күйі
label-head = журнал соңы
label-bag = пакет
label-what = не
label-by = кім
label-file = файл
label-standing = жағдайы
label-expected = күтілген
label-found = табылған
label-attested = куәландырылды
attested-event = жазба { $n }
attested-events = жазбалар { $from } – { $to }
attested-token = { $time }, { $authority }: { $events } ({ $file }{ $unlisted })
attested-kept = сақталған уақыт белгісі
attested-unlisted = , бірде-бір жазбада көрсетілмеген
attested-more-events = ... және тағы жазба қатары: { $n }; олар --json және `sealbag log` шығысында бар
attested-more-tokens = ... және тағы уақыт белгісі: { $n }; олар --json шығысында бар
bounds-both = қол қойылған уақыты { $earliest } сәтінен ерте емес және { $latest } сәтінен кеш емес
bounds-earliest = қол қойылған уақыты { $earliest } сәтінен ерте емес
bounds-latest = қол қойылған уақыты { $latest } сәтінен кеш емес
bounds-none = ештеңе куәландырылмаған
time-stated = { $time } (қол қоюшы мәлімдеген)
signer-stated = { $name } (мөрлеу жазбасында көрсетілген)
content-line = файл саны { $files }, байт саны { $bytes }, деректер { $payload }
payload-copy = пакет ішінде
payload-detached = пакеттен тыс
custody-line = қол қойылған жазба саны { $n }, нөмірлері 0 – { $last }
person-id = { $name } (тізілімдегі нөмірі { $id })
person-stated = { $name } (көрсетілген бойынша), кілті { $key }
person-listed = { $name } (тізілімдегі нөмірі { $id }, тізілімді жүргізетін орган – { $authority })
person-recognised = , таныған орган – { $by }
holder-unknown = атау мүмкін емес: журналды соңына дейін тексеру мүмкін болмады
on-hold = ТЫЙЫМ САЛЫНҒАН: жоюға және қайтаруға болмайды
compromised = НАЗАР АУДАРЫҢЫЗ: жазба бойынша объект мөрленгенге сәйкес келмеген, жоғалған немесе оның қаптамасы бұзылған
held-held = ұстаушыда сақталуда
held-in_transit = тапсырылған, әлі қабылданбаған және бас тартылмаған; бұрынғы ұстаушы жауап береді
held-opened = ұстаушы мөрін ашқан және әлі қайта мөрлемеген
held-under_examination = ұстаушыда зерттелуде
held-returned = иесіне қайтарылған
held-disposed = жойылған
held-resealed = басқа пакет ретінде қайта мөрленген; бұл журнал аяқталған
violations = БҰЗУШЫЛЫҚТАР
preventing = ЖАУАПҚА КЕДЕРГІЛЕР
remarks = ЕСКЕРТПЕЛЕР
more-findings = ... және тағы { $n }; барлығы --json шығысында бар
severity-violation = БҰЗУШЫЛЫҚ
severity-undetermined = ЖАУАП ЖОҚ
severity-remark = ескертпе
total-bags = пакет саны { $n }
total-not-judged = тексерілмеген
total-links = сілтемелер, ашылмаған
note-link = сілтеме, ашылмаған
note-partial = әлі мөрленуде, тексерілмеген

## The custody log on the terminal

log-unanchored = ПАКЕТТЕН ТЫС ЕШТЕҢЕ ҰСЫНЫЛМАҒАН: мұндай журналды кез келген адам жасай алар еді. Журналдың өз ішінде қайшылық жоқ екені ғана көрінеді.
log-limits = Пакеттің мазмұны тексерілмеді: оны `sealbag verify` тексереді. Куәландырылған деп аталған уақыттан басқа уақыттың бәрін қол қоюшылар мәлімдеген.
log-now = ҚАЗІР
log-whole = ТҰТАС ЖУРНАЛ ТУРАЛЫ
log-confirmed = ЖУРНАЛ РАСТАЛДЫ
log-confirmed_with_remarks = ЖУРНАЛ ЕСКЕРТПЕЛЕРМЕН РАСТАЛДЫ
log-violated = ЖУРНАЛ БҰЗЫЛҒАН
log-undetermined = АНЫҚТАУ МҮМКІН ЕМЕС
log-not-shown = бұл жазбаны көрсету мүмкін емес
log-no-time = уақыты жоқ
log-local = жергілікті { $date } { $clock }, UTC{ $offset }
standing-bad = бұл жазба расталмаған; одан кейінгілері қаралмаған
standing-not-judged = қаралмаған, өйткені алдыңғы жазба расталмаған
by-signed-as = ; қол қойылған аты { $name }
by-key = { $name } (жазбада көрсетілген), кілті { $key }
by-nobody = { $name } (жазбада көрсетілген), кілті { $key }, оны ешкім растамайды

## What an event says

says-seal = деректер мөрленді
says-countersign = екінші адам жазбаны растайды
says-refuse_to_sign = қол қоюға тиіс адам бас тартты
says-timestamp = уақыт белгілері алынды
says-verify = пакет тексерілді және ол туралы жазба енгізілді
says-store = қай жерде сақталады
says-access = сақтауға қабылдамай қол жеткізу
says-release = ұстаушы аталған адамға тапсырады
says-export = ұстаушы басқа мемлекеттің аталған адамына тапсырады
says-accept = алушы қабылдайды
says-refuse = алушы қабылдамайды
says-cancel = тапсыру тоқтатылды
says-copy = өз журналы бар көшірме жасалды
says-redact = деректері жасырылған көшірме жасалды
says-examine_start = зерттеу басталды
says-examine_end = зерттеу аяқталды
says-open = мөрі ашылды; мазмұны өзгереді
says-reseal = жаңа пакет ретінде қайта мөрленді; бұл журнал аяқталады
says-disclose = бір бөлігі тарапқа көрсетілді немесе берілді
says-object = қарсылық немесе ескертпе енгізілді
says-correct = авторы бұрынғы жазбаны түзетеді
says-hold = жоюға және қайтаруға болмайды
says-unhold = тыйым алынды
says-return = иесіне қайтарылады
says-dispose = жойылды
says-incident = жоғалу, сәйкессіздік, бұзылған пломба, ұрланған кілт немесе өзге оқиға

## Names of events that the glossary has not

event-refuse_to_sign = қол қоюдан бас тартылды
event-examine_start = зерттеу басталды
event-examine_end = зерттеу аяқталды
event-unknown = көрсету мүмкін емес жазба
state-resealed = қайта мөрленген, журнал аяқталған

## Damage of a file

damage-legend = . оқылған  x ішінара оқылған  # оқылмаған; бір ұяшық – { $n } байт
damage-legend-differs = . сәйкес келеді  x ішінара өзгеше  # өзгеше; бір ұяшық – { $n } байт
damage-one-place = 1 орын
damage-places = орын саны: { $n }
damage-sectors = { $size } байттық сектор саны: { $n },{" "}
damage-sum = оқылмаған: { $size } байттың { $bytes } байты ({ $share }), { $sectors }{ $places }
damage-sum-differs = айырма шегі: { $size } байттың { $bytes } байты ({ $share }), { $places }
damage-share-small = 0,001 %-дан аз
damage-place = { $from } – { $to } байттары: { $n } байт, { $why }
damage-place-differs = { $from } – { $to } байттары: { $n } байт
damage-more = және тағы { $n }; барлығы seal/entries.jsonl ішінде көрсетілген
damage-more-differs = және тағы { $n }

## The report

language-name = қазақша
report-number = Есеп нөмірі
report-date = Есеп күні
report-language = Тілі
report-of-package = Пакет
section-made = Тексерудің негізі және жүргізілу тәртібі
made-asked-by = Кімнің сұрауы бойынша
made-run-by = Кім жүргізді
made-place = Орны
made-clock = Компьютер сағаты
made-clock-note = Бағдарлама жұмыс істеген компьютердің уақыты; оны басқа ешкім растамаған.
made-blank-note = Бос жол қолмен толтырылады.
subject-bag = Пакет идентификаторы
subject-seal-hash = Мөрлеу жазбасының хэш мәні
subject-qr = Шаршы код алпыс төрт таңбадағы мәнді қамтиды: ол – custody/000000.txt файлының SHA-256 мәні.
subject-qr-alt = Мөрлеу жазбасы хэш мәнінің шаршы коды: { $hash }
subject-description = Сипаттамасы
subject-authority = Істі жүргізетін орган
subject-officer = Жауапты адам
subject-files = Мөрленген файл саны
subject-bytes = Мөрленген байт саны
subject-payload = Деректер
subject-sealed = Мөрленген (мәлімделген уақыт)
subject-signer = Қол қойған (жазбада көрсетілген)
subject-profile = Жазбада көрсетілген талаптар бейіні
subject-entries = Журналдағы жазба саны
subject-head = Соңғы жазбаның хэш мәні
subject-state = Журнал бойынша күйі
subject-not-shown = Мөрлеу жазбасы расталмаған, сондықтан оның мазмұны мұнда келтірілмейді.
labels-handling = Қорғау белгілері

## Findings F1 to F7

findings-number = №
findings-question = Не қаралды
findings-result = Нәтиже
findings-basis = Негізі
f-files = Файлдар
f-signature = Мөрлеу жазбасының қолтаңбасы
f-attribution = Кілттің адамға тиесілігі
f-time = Уақыт
f-custody = Сақтау және беру
f-documents = Журналда аталған құжаттар
f-algorithms = Алгоритмдер
f-files-basis = Тексерулер: { $checks }.
f-documents-none = Жазбаларда пакеттен тыс құжаттар аталмаған.
f-documents-named = Аталған құжат саны: { $n }. Олар пакетке кірмейді және салыстырылмады.
f-algorithms-used = Ed25519, SHA-256, BLAKE3. Бағдарламаның бұл нұсқасына олардың ешқайсысының осалдығы белгісіз.
f-algorithms-unsupported = Алгоритмдердің бірін бағдарламаның бұл нұсқасы қолдамайды.
f-anchor-roster = Бұл кілт ұсынылған кілттер тізілімінде бар.
f-status-with-reason = { $status } ({ $why })
checks-caption = Барлық тексерулер жүргізілген ретімен
checks-check = Тексеру
checks-code = Код
found-caption = Не анықталды
found-weight = Маңызы
found-where = Қайда
found-what = Не
found-nothing = Назар аударуды қажет ететін ештеңе анықталмады.
found-more = { $total } нәтиженің { $shown } нәтижесі тізілген; нәтижелер кестесінде барлығы есептелген.
weight-violation = бұзушылық
weight-undetermined = жауапқа кедергі
weight-remark = ескертпе

## What the report states

sentence-bench = Сотқа ұсынылған файлдар { $seal } нөмірімен мөрленген файлдармен байтына дейін бірдей; жазбаға тізілім бойынша мына адамға бекітілген кілтпен қол қойылған: { $person }; жазба { $time } сәтінен кешіктірілмей жасалған. Бұл файлдардың нені білдіретінін, қалай пайда болғанын және оларды пайдалануға бола ма, соны сот шешеді.
claim-basis-quick = Негізі: { $date } әр файлдың BLAKE3 мәні қайта есептелді және мөрлеу жазбасында көрсетілген мәнге тең. SHA-256 есептелмеді.
claim-nothing = Бұл есеп ештеңені растамайды.
claim-files-unanchored = { $annex }-қосымшада тізілген файлдар (барлығы { $n }) пакеттегі тізбеге сәйкес келеді.
claim-files-not-checked = Файлдардың өзі мөрлеу жазбасымен салыстырылмады.
claim-added = Тізбеде жоқ файл саны: { $n }; олар { $annex }-қосымшада көрсетілген.
claim-not-confirmed = Расталмады: { $what }.
claim-unreadable = Мөрлеу кезінде бір бөлігін оқу мүмкін болмаған файл саны: { $n }. Ол бөліктердің мазмұны белгісіз.
roster-name = { $version }-нұсқа, SHA-256 { $hash }

## Seizure, storage and transfer

custody-figure = Объектіні кім ұстады: журнал жазбалары бойынша
custody-figure-alt = Сақтау және беру журналының сызбасы; төмендегі кесте соны сөзбен береді.
log-self = Пакеттен тыс ештеңе бұл журналды алып қоюмен байланыстырмайды. Оның өз ішінде қайшылық жоқ; бұдан артық ештеңе анықталмаған.
custody-legend-held = сақтауда
custody-legend-transit = тапсырылған, қабылданбаған
custody-legend-examined = зерттеуде
custody-legend-opened = мөрі ашылған
custody-legend-ended = журнал аяқталған
custody-legend-attested = куәландырылған уақыт
custody-entry = Жазба
custody-declared = Мәлімделген уақыт
custody-attested = Куәландырылған уақыт
custody-event = Оқиға
custody-who = Кім қол қойды
custody-purpose = Кімге және не үшін
custody-to = кімге: { $name }
custody-now = Қазір: { $state }. Ағымдағы ұстаушы: { $holder }.
custody-not-replayed = Журналды соңына дейін тексеру мүмкін болмады; объектіні қазір кім ұстайтыны көрсетілмейді.
custody-more = Журналдың мұнда көрсетілмеген жазба саны: { $n }. Барлығын `sealbag log` көрсетеді.
custody-late = кейін енгізілген: { $reason }

## Remarks and objections

remarks-none = Көрсетілген журналда ескертпе, қарсылық, бас тарту, кеш енгізілген жазба, түзету және оқиға жоқ.
remarks-text = Мазмұны

## Legal basis

legal-declared = Қол қоюшы көрсеткен; бағдарлама тексермеген.
legal-none = Мөрлеу жазбасында құқықтық негіз көрсетілмеген.
legal-not-shown = Мөрлеу жазбасы расталмаған; құқықтық негіз келтірілмейді.
legal-offences = Әрекеттің саралануы
legal-documents = Құжаттар

## Signatures and signers

signers-entries = Жазбалар
signers-stated = Жазбадағы аты
signers-roster = Тізілім бойынша
signers-nobody = кілтті ешкім растамайды
signers-key-known = кілтті тексеруші растаған; адамды тізілім атамайды
signers-trust = Қол қоюшылар қалай анықталды
anchors-none = Пакеттен тыс ештеңе ұсынылмаған.
anchor-authority = Тексеруші кілттер тізілімін жүргізетін органның ашық кілтін ұсынды.
anchor-signer = Тексеруші қол қоюшының ашық кілтін ұсынды.
anchor-seal_hash = Тексеруші мөрлеу жазбасының қағаздағы хэш мәнін ұсынды.
anchor-receipt = Тексеруші пакеттен тыс сақталған түбіртекті ұсынды.
anchor-tsa = Тексеруші уақыт белгісі қызметінің сертификатын ұсынды.
anchor-token = Тексеруші пакеттен тыс сақталған уақыт белгісін ұсынды.
anchor-recognition = Тексеруші бір органның басқа орган тізілімін тануы туралы актіні ұсынды.
rosters-recognised = Бұл тізілім есепке алынады, өйткені оны мына орган таниды: { $by }.
rosters-used = Кілттер тізілімі: { $authority }, { $version }-нұсқа, { $date }, SHA-256 { $hash }. Оны жүргізетін органның кілті: { $key }.
rosters-compare = Осы кілттің баспасын орган қағазда жариялаған баспамен салыстырыңыз.

## Software and method

tools-program = Бағдарлама
tools-program-hash = Бағдарлама файлының SHA-256 мәні
tools-unknown = белгісіз
tools-method = Әдіс
tools-method-text = Мөрлеу жазбасының қолтаңбасы тексерілді; тізбе мен әр файл оқылып, олардың хэш мәндері қайта есептелді және мөрленген тізбемен салыстырылды; сақтау және беру журналы жазбадан жазбаға тексерілді.
tools-method-partial = Барлық әрекет орындалған жоқ; қайсысы орындалғаны тексерулер кестесінде көрсетілген.
tools-algorithms = Алгоритмдер
tools-algorithms-text = SHA-256 (FIPS 180-4), BLAKE3, Ed25519 (RFC 8032), хэш мәндерінің ағашы (RFC 6962), пакет (BagIt, RFC 8493), қолтаңба контейнері (OpenSSH SSHSIG).
tools-declared = Мөрлеу жазбасында көрсетілген құралдар
tools-acquisition = Деректерді алу, көрсетілгендей
tools-json = Машина оқитын нәтиженің SHA-256 мәні
tools-json-link = Машина оқитын нәтижені сақтау (JSON)
tools-json-attached = Машина оқитын нәтиже осы файлға қоса берілген: { $name }.

## How to repeat

repeat-with = sealbag бағдарламасымен
repeat-with-text = Бағдарламаны пакет жіберушіден емес, оның шығарушысынан алу керек. Желі де, тіркелгі де қажет емес. Ашық кілт, тізілім немесе қағаздағы хэш мәні пакеттен тыс алынуы тиіс.
repeat-without = sealbag бағдарламасынсыз
repeat-without-text = sha256sum (GNU coreutils), ssh-keygen (OpenSSH) және sed жеткілікті. Көшірмемен, пакет қалтасында жұмыс істеу керек.
repeat-step-hash = Мөрлеу жазбасының хэш мәні; қағаздағы мәнмен салыстыру керек.
repeat-step-signature = Қолтаңба. signers файлында бір жол бар: аты, namespaces="sealbag-*" және пакеттен тыс алынған қол қоюшының ашық кілті.
repeat-step-tags = Қызметтік файлдар тізбесі: оның хэш мәні жазбадағы tagmanifest_sha256 мәніне тең болуы тиіс; содан кейін әр жол OK деп аяқталуы тиіс.
repeat-step-files = Файлдар: әр жол OK деп аяқталуы тиіс; екі сан тең болуы тиіс.
repeat-step-log = Сақтау және беру журналы: әр жазбаның prev мәні алдыңғы файлдың хэш мәніне тең болуы тиіс.
repeat-step-tokens = Уақыт белгілері, пакеттен тыс алынған уақыт белгісі қызметінің сертификатымен.
repeat-own-bag = Бұл әрекеттер жазылған бет пакеттің өзінде де бар: seal/VERIFY.txt.
repeat-detached = Деректер пакеттен тыс сақталады: --source және олардың қалтасын қосу керек.

## Terms, in plain words

define-hash = Файлдың барлық байттарынан есептелетін ұзындығы тұрақты сан. Бір байт өзгерсе, сан да өзгереді. Хэш мәндерінің сәйкестігі файлды кім жасағанын көрсетпейді.
define-merkle_root = Файлдар тізбесінің бәрін қамтитын бір хэш мәні.
define-seal_record = Файлдар тізбесін, істі және объектіні байланыстыратын қол қойылған жазба.
define-sealed_package = Файлдар, олардың тізбесі, мөрлеу жазбасы және сақтау мен беру журналы бар қалта.
define-signature = Жабық кілт иесінің дәл осы байттарға қол қойғанын көрсетеді. Куәландырушы орталықтың сертификаты қолданылмаса, ол заң мағынасындағы ЭЦҚ емес.
define-public_key = Кілттің кез келген адамда бола алатын бөлігі; онымен қолтаңба тексеріледі.
define-key_fingerprint = Ашық кілттің көзбен салыстыруға арналған қысқа жазылуы.
define-roster = Органның қол қойылған тізімі: кілт қай адамға, қандай рөлде және қандай мерзімге тиесілі екенін көрсетеді.
define-timestamp = Деректердің көрсетілген сәттен кешіктірілмей бар болғаны туралы үшінші тараптың қол қойылған мәлімдемесі. Олардың қашан пайда болғанын көрсетпейді.
define-declared_time = Қол қоюшы көрсеткен уақыт; оны басқа ешкім растамаған.
define-attested_time = Үшінші тарап қол қойған уақыт шектері.
define-custody_log = Объектімен жасалғанның бәрі туралы қол қойылған жазбалар; әрқайсысы алдыңғысымен байланысты.
define-holder = Журнал бойынша объект үшін жауап беретін адам.
define-receipt = Журналдың бірінші және соңғы жазбасының екінші тарап сақтайтын көшірмесі. Кейін ол бойынша журналдың қайта жазылған-жазылмағаны көрінеді.

## Annexes

annex-files-letter = А
annex-events-letter = Ә
annex-differences-letter = Б
annex-title = { $letter }-қосымша. { $title }
annex-events = Сақтау және беру журналының жазбалары
annex-differences = Айырмашылықтар мен ескертпелер
files-number = №
files-path = Файл
files-size = Байт
files-digests = Мөрлеу кезіндегі хэш мәндері
files-kind-dir = каталог
files-kind-symlink = { $target } нысанына сілтеме
files-kind-special = арнайы файл
files-intro = Мәндер мөрленген тізбеден алынған. Күндерді, иелерін және сілтемелерді мөрлеген адам көрсеткен.
files-matched = Осы тізбедегі әр файл оқылып, салыстырылды; барлығы сәйкес келеді.
files-differ = Осы тізбедегі файлдардың бәрі бірдей сәйкес келмейді; { $annex }-қосымшаны қараңыз. ✗ белгісі бар жол сонда көрсетілген.
files-not-compared = Осы тізбедегі файлдар салыстырылмады.
files-not-listed = Тізбе келтірілмейді, өйткені оның мөрленген тізбе екені расталмаған.
files-total = Жол саны: { $rows }. Файл саны: { $files }. Байт саны: { $bytes }.
events-hash = Жазбаның SHA-256 мәні
events-title = { $n }-жазба: { $event }
differences-none = Тізетін ештеңе жоқ.
damage-figure = Файл картасы: { $file }
damage-figure-alt = Файл бірінші байтынан соңғысына дейін, ұяшық саны { $n }: { $cells }
page-skip = Нәтижеге өту
page-contents = Мазмұны
time-not-before = { $time } сәтінен ерте емес
time-not-after = { $time } сәтінен кеш емес

## Dates

date-pattern = { $year } жылғы { $day } { $month }
moment-local = { $date }, { $clock } (UTC{ $offset })
moment-utc = { $date }, { $clock } (UTC)

## The result in brief

brief-remarks = Тексерілгеннің бәрі расталды: бірде-бір файл өзгертілмеген, алып тасталмаған және қосылмаған. Төмендегі ескертпелер – осы нәтиженің бөлігі.
brief-violated = Мөрленгенге сәйкессіздік бар. Оны кім, қашан және не себепті өзгерткені анықталмаған.
brief-undetermined = Жауап беру үшін қажетті бірдеңе жоқ немесе оны оқу мүмкін болмады.
brief-more = Нәтиженің басқа түрлерінің саны: { $n }; төмендегі кестені қараңыз.
subject-case = Іс нөмірі
blank-line = қолмен толтырылады
report-written = жазылған файл: { $file }

## The hand-over act

act-number = Акт нөмірі
act-time = Қабылдау уақыты (мәлімделген)
act-intro = Төменде сипатталған объект қаптамасымен және көрсетілген хэш мәндері сәйкес келетін цифрлық мазмұнымен бірге тапсырылды және қабылданды.
act-items = Не тапсырылады
act-package = Пломба нөмірі
act-verified = Тексеру нәтижесі, күні: { $date }
act-parties = Тараптар
act-side = Тарап
act-copies = Акт данасының саны
act-stamp = Мөр орны
act-note = Актіні бағдарлама мөрленген пакет бойынша дайындады. Сақтау және беру журналының қол қойылған жазбалары оған тәуелді емес.
label-alternative = Объект заттаңбасы: { $exhibit }; мөрлеу жазбасының хэш мәні: { $hash }
label-title = Қаптама заттаңбасы

## Findings, by their codes

finding-bag-nothing_to_check = Мұнда пакет жоқ.
finding-bag-unreadable = Пакеттің бір бөлігі қазір оқылмайды.
finding-bag-changed_while_read = Тексеру кезінде пакет өзгерді.
finding-bag-not_regular = Пакетте тек кәдімгі файл болуы тиіс жерде сілтеме немесе арнайы файл тұр.
finding-bag-unlisted = Пакетте мөрленбеген және көзделмеген файл бар.
finding-bag-stray = Пакетте операциялық жүйе қалдырған файл жатыр; ол пакеттің бөлігі емес.
finding-bag-empty_directory = Пакетте бос каталог бар; ол пакеттің бөлігі емес.
finding-signature-missing = Қолтаңба жоқ.
finding-signature-malformed = Қолтаңба белгіленген түрде жазылмаған.
finding-signature-unsupported = Қолтаңба алгоритміне қолдау көрсетілмейді.
finding-signature-weak_key = Қолтаңба кез келген адам қол қоя алатын кілтпен қойылған.
finding-signature-wrong_namespace = Қолтаңба басқа мақсат үшін қойылған.
finding-signature-no_user_presence = Аппараттық кілт жанасусыз қол қойған.
finding-signature-invalid = Қолтаңба жарамсыз.
finding-seal-unknown_format = Пішім нұсқасына қолдау көрсетілмейді.
finding-seal-malformed = Мөрлеу жазбасы өз пішімінің ережесін бұзады.
finding-seal-signer_mismatch = Мөрлеу жазбасында қол қойылған кілт емес, басқа кілт көрсетілген.
finding-seal-unread_copy = Жазылған деректер мөрлеуге дейін қайта оқылмаған.
finding-anchor-none = Пакеттен тыс ештеңе ұсынылмаған; мұндай пакетті кез келген адам жасай алар еді.
finding-anchor-signer_unknown = Қол қоюшы ұсынылған тізілімдердің ешқайсысында жоқ және оның кілті көрсетілген кілттердің қатарында жоқ.
finding-anchor-seal_hash_mismatch = Көрсетілген хэш мәні басқа мөрлеу жазбасына тиесілі.
finding-anchor-signer_key = Расталған кілттер тізілімі ұсынылмаған: қорытынды адамды емес, кілтті атайды.
finding-anchor-seal_hash = Көрсетілген хэш мәні сәйкес келеді; расталған кілттер тізілімі ұсынылмаған.
finding-anchor-receipt = Ұсынылған түбіртек сәйкес келеді; расталған кілттер тізілімі ұсынылмаған.
finding-anchor-receipt_malformed = Түбіртек ретінде ұсынылған файл түбіртек емес.
finding-anchor-receipt_mismatch = Журнал ұсынылған түбіртекке сәйкес келмейді.
finding-anchor-receipt_ahead = Журнал түбіртекте бар жазбадан бұрын аяқталады: оның соңы жоқ.
finding-anchor-previous = Ұсынылған дерек осы пакет көшірілген пакетті растайды.
finding-anchor-previous_only = Ұсынылған дерек осы пакетті емес, бұрынғы пакетті растайды.
finding-roster-missing = Кілттер тізілімін жүргізетін орган көрсетілген, бірақ оның тізілімі жоқ.
finding-roster-malformed = Кілттер тізілімі өз пішімінің ережесін бұзады немесе оның қолтаңбасы жарамсыз.
finding-roster-unfinished = Кілттер тізіліміне талап етілгеннен аз кілтпен қол қойылған.
finding-roster-unknown_authority = Кілттер тізілімі ұсынылған, бірақ оны жүргізетін орган көрсетілмеген.
finding-roster-partial_anchor = Органның кілттері толық ұсынылмаған немесе қажетті қолтаңба саны көрсетілмеген.
finding-roster-keys_exchanged = Ұсынылған кілттер алынғаннан кейін орган өз кілттерін ауыстырған.
finding-roster-from_bag = Кілттер тізілімі пакеттің өзінен алынған: кейінгі нұсқаларда мәлімет өзгеше болуы мүмкін.
finding-roster-rolled_back = Жазбада ұсынылған кілттер тізілімінен кейінгі нұсқа көрсетілген.
finding-roster-conflict = Жазбада нөмірі бірдей басқа кілттер тізілімі көрсетілген.
finding-recognition-malformed = Тану актісі өз пішімінің ережесін бұзады немесе оның қолтаңбалары жарамсыз не жеткіліксіз.
finding-recognition-unknown_authority = Көрсетілген органдардың қазіргі кілттерімен қол қойылмаған тану актісі ұсынылған.
finding-recognition-conflict = Орган басқа органды нөмірі бірдей екі түрлі актімен таниды.
finding-recognition-rolled_back = Ұсынылған тану актісінен кейінгі нұсқа бар.
finding-recognition-not_covered = Кілт негізделетін тану актісі бұл жағдайды қамтымайды: уақыты немесе рөлі басқа.
finding-recognition-used = Кілт бір орган басқа органды белгілі мақсатта және мерзімде танитындықтан есепке алынады.
finding-tagmanifest-missing = Қызметтік файлдар тізбесі жоқ.
finding-tagmanifest-changed = Қызметтік файлдар тізбесі мөрленген тізбе емес.
finding-tagmanifest-malformed = Қызметтік файлдар тізбесі өз пішімінің ережесін бұзады.
finding-tag-changed = Қызметтік файл мөрленген файл емес.
finding-tag-missing = Мөрленген қызметтік файл жоқ.
finding-tag-malformed = Қызметтік файлдың мазмұны пішім талабына сәйкес келмейді.
finding-entries-missing = Мөрленген тізбе жоқ.
finding-entry-malformed = Мөрленген тізбенің жолы өз пішімінің ережесін бұзады.
finding-entry-order = Мөрленген тізбенің жолы өз орнында тұрған жоқ немесе қайталанады.
finding-entry-parent_missing = Файл орналасқан каталог мөрленген тізбеде жоқ.
finding-entry-name = Мөрленген тізбедегі файл жолына немесе сақтау атына пішім рұқсат бермейді.
finding-tree-size_mismatch = Мөрленген тізбедегі жолдар саны мөрлеу кезіндегі саннан өзгеше.
finding-tree-root_mismatch = Тізбе мөрленген тізбе емес.
finding-totals-mismatch = Мөрлеу жазбасындағы жиынтық сандар мөрленген тізбеге сәйкес келмейді.
finding-chunks-malformed = Файл бөліктерінің мәндері жоқ немесе олардың саны тізбеге сәйкес келмейді.
finding-chunks-mismatch = Файл бөліктерінің мәндері оның BLAKE3 мәнін бермейді.
finding-manifest-mismatch = BagIt тізбесі мөрленген тізбеге сәйкес келмейді.
finding-bag_info-mismatch = BagIt сипаттамасы тізбеге және мөрлеу жазбасына сәйкес келмейді.
finding-file-changed = Файлдың мазмұны өзгертілген.
finding-file-missing = Тізбедегі файл жоқ.
finding-file-added = Тізбеде жоқ файл табылды.
finding-file-not_regular = Файлдардың арасында сілтеме немесе арнайы файл бар.
finding-file-kind_changed = Тізбедегі файлдың, каталогтың немесе сілтеменің орнында басқа нысан тұр.
finding-file-unreadable = Файл қазір оқылмайды.
finding-file-sealed_unreadable = Мөрлеу кезінде бір бөлігін оқу мүмкін болмаған; оның мазмұны белгісіз.
finding-files-quick = Тек BLAKE3 мәндері салыстырылған.
finding-files-source_not_given = Деректер пакеттен тыс сақталады және ұсынылмаған.
finding-custody-unlisted = Журнал жазбаларының арасындағы файл жазба да, уақыт белгісі де емес.
finding-custody-event_unsupported = Жазбаның нұсқасына немесе түріне қолдау көрсетілмейді.
finding-custody-missing = Жазба жоқ: нөмірлеуде үзіліс бар.
finding-custody-malformed = Жазба өз пішімінің ережесін бұзады.
finding-custody-signer_mismatch = Жазбада қол қойылған кілт емес, басқа кілт көрсетілген.
finding-custody-other_bag = Жазба басқа пакетке немесе басқа мөрлеу жазбасы бар осы пакетке жатады.
finding-custody-wrong_index = Жазба өзінде көрсетілген орында тұрған жоқ.
finding-custody-chain_broken = Жазба алдыңғысының жалғасы емес.
finding-custody-no_release = Ашық тапсыру болмаса да, қабылдау, бас тарту немесе тоқтату жазылған.
finding-custody-not_allowed = Объектінің күйі мұндай жазбаға рұқсат бермейді.
finding-custody-wrong_ref = Жазба журналда жоқ жазбаға немесе тиісті емес жазбаға сілтейді.
finding-custody-wrong_acceptor = Тапсыру кезінде көрсетілген кілтпен емес, басқа кілтпен қол қойылған.
finding-custody-not_holder = Объектіні ұстамаған адам қол қойған.
finding-custody-self_transfer = Тапсырушының өзіне тапсырылған.
finding-custody-cosigner_skipped = Екінші қолтаңба қоюға тиіс адамдардың бәрі қол қойғанға немесе бас тартқанға дейін тапсырылған.
finding-custody-own_countersignature = Екінші қолтаңба адамның өз жазбасына қойылған.
finding-custody-not_author = Басқа адамның жазбасы түзетілген.
finding-custody-on_hold = Сақтау туралы өкім күшінде болса да, мөрі ашылған, қайтарылған немесе жойылған.
finding-custody-other_root = Жазбада көрсетілген тексеру басқа деректерге қатысты болған.
finding-custody-time_order = Уақыты алдыңғы жазбаның уақытынан ерте, ал себебі көрсетілмеген, немесе өзі негізделген жазбадан ерте.
finding-custody-wrong_role = Тізілім бойынша кілттің мұндай жазбаға қол қоюға құқылы рөлі жоқ.
finding-custody-key_invalid = Уақыт кілттің жарамдылық мерзімінен тыс.
finding-custody-key_compromised = Кілт бөгде адамның қолында болған болуы мүмкін.
finding-custody-signer_unknown = Бұл жазбаның кілтін пакеттен тыс ешкім растамайды.
finding-custody-unattributed = Кілтті ешкім растамайды; жазба көрсетіледі және ештеңені өзгертпейді.
finding-custody-clock_backwards = Бұл жазбаның сағаты бес минуттан аспай артта қалған.
finding-custody-late = Болған сәтінен кейін енгізілген; себебі көрсетілген.
finding-custody-late_countersignature = Мөрлеу жазбасына екінші қолтаңба бірінші тапсырудан кейін қойылған.
finding-custody-key_expired = Қол қойылған сәтте кілт жарамды болған; содан бері оның мерзімі өткен.
finding-custody-key_retired = Қол қойылған сәтте кілт жарамды болған; содан бері ол қолданыстан шығарылған.
finding-custody-recorded_violation = Жазбада пакеттің мөрленген деректерге сәйкес келмегені көрсетілген.
finding-custody-recorded_undetermined = Жазбада жауап бермеген тексеру көрсетілген.
finding-custody-examined_original = Жұмыс көшірмесі емес, мөрленген пакеттің өзі зерттелген.
finding-custody-objection = Қарсылық енгізілген.
finding-custody-incident = Оқиға тіркелген.
finding-custody-corrected = Бұрынғы жазба түзетілген.
finding-custody-refused_to_sign = Адам қол қоюдан бас тартқан.
finding-custody-cosigner_pending = Екінші қолтаңба қоюға тиіс адам қол қоймаған және бас тартпаған.
finding-custody-transfer_open = Тапсырылған; әлі қабылданбаған және қабылдаудан бас тартылмаған.
finding-custody-unfinished = Мөрі ашылған және қайта мөрленбеген немесе зерттеу аяқталмаған.
finding-custody-resealed = Объект басқа пакет ретінде қайта мөрленген; бұл журнал аяқталған.
finding-custody-fork = Екі жазбаның нөмірі бір: журнал екіге бөлінген немесе қайта жазылған.
finding-custody-side_branch = Екі жазбаның нөмірі бір, олардың бірін ешкім растамайды.
finding-previous-missing = Бұрынғы пакет аталған, бірақ оның журналы мұнда жоқ.
finding-previous-mismatch = Қоса берілген журнал мөрлеу жазбасында аталған журнал емес.
finding-previous-other_root = Көшірменің тізбесі ол жасалған пакеттің тізбесінен өзгеше.
finding-previous-undetermined = Бұрынғы пакет журналының бір бөлігі туралы қорытынды жасау мүмкін емес.
finding-previous-log_withheld = Бұрынғы пакет журналынан тек мөрлеу жазбасы көрсетілген.
finding-previous-part = Бұл пакет – басқа пакеттің бөлігі.
finding-previous-redacted = Тізбенің жолдары ауыстырылған.
finding-previous-not_recorded = Бұрынғы пакеттің журналында бұл пакет аталмаған.
finding-previous-disagrees = Бұрынғы пакеттің журналы осы пакетке қоса берілген журнал емес.
finding-proofs-malformed = Ішінара ашу немесе жасыру растамалары жоқ немесе олардың пішімі бұзылған.
finding-proofs-mismatch = Тізбе жолының бұрынғы тізбеге кіретіні расталмаған.
finding-time-token_missing = Жазбада көрсетілген уақыт белгісі жоқ.
finding-time-token_changed = Уақыт белгісі жазбада көрсетілген белгі емес.
finding-time-none = Үшінші тараптың бірде-бір уақыт белгісі есепке алынбайды: уақыттың бәрін қол қоюшылар мәлімдеген.
finding-time-token_not_checked = Уақыт белгісі бар, бірақ ол тексерілмеген.
finding-time-token_without_event = Уақыт белгісі бар, бірақ оған тиесілі расталған жазба жоқ.
finding-time-uncovered = Бұл жазбаларды бірде-бір уақыт белгісі қамтымайды: олардың уақытын қол қоюшылар мәлімдеген.
finding-time-contradiction = Уақыт белгілері бір-біріне қайшы келеді: олардың бәрі бірдей дұрыс бола алмайды.
finding-time-back_dated = Жазбада мәлімделген уақыт осы жазба негізделген уақыт белгісінен ерте.
finding-time-post_dated = Жазбада мәлімделген уақыт оны қамтитын уақыт белгісінен кеш.
finding-time-clock_behind = Мәлімделген уақыт осы жазба негізделген уақыт белгісінен бес минуттан аспай ерте.
finding-time-clock_ahead = Мәлімделген уақыт жазбаны қамтитын уақыт белгісінен бес минуттан аспай кеш.
finding-time-entered_late = Жазба уақыт белгісінен кейін енгізілген, бұрынғы уақытқа қатысты және себебі көрсетілген.
finding-time-after_key_end = Уақыт белгісі кілттің күші тоқтағаннан кейін алынған, сондықтан ол кілттің бұрын қол қойғанын көрсетпейді.
finding-time-compromised_later = Кейін кілт бөгде адамның қолында болған болуы мүмкін; уақыт белгісі жазбаның одан бұрын жасалғанын көрсетеді.
finding-time-kept_token_mismatch = Сақталған уақыт белгісі журналдың бірде-бір жазбасын қамтымайды: журнал қайта жазылған немесе қысқартылған не белгі басқа пакетке тиесілі.
finding-time-kept_token_unfit = Сақталған деп ұсынылған уақыт белгісі есепке алынбайды.
finding-time-malformed = Уақыт белгісі өз кодталу ережесін бұзады.
finding-time-too_large = Уақыт белгісінде оқылатын шектен көп байт, деңгей немесе бөлік бар.
finding-time-not_a_token = Уақыт белгілерінің арасындағы файлда басқа түрдегі қол қойылған деректер бар.
finding-time-not_granted = Уақыт белгісі қызметі бас тартқан: оның жауабында уақыт белгісі жоқ.
finding-time-imprint_mismatch = Уақыт белгісі жанында тұрған жазбаға емес, басқа деректерге қатысты.
finding-time-imprint_weak = Уақыт белгісі басқа деректерді таңдап алуға болатын мәнге қатысты.
finding-time-nonce_mismatch = Уақыт белгісі басқа сұрауға жауап береді.
finding-time-policy_mismatch = Уақыт белгісі сұралғаннан басқа саясат бойынша берілген.
finding-time-signer_count = Уақыт белгісінің қол қоюшысы дәл біреу емес.
finding-time-attributes_missing = Уақыт белгісінде қол қойылған атрибуттар жоқ.
finding-time-content_type = Уақыт белгісі мазмұнының қол қойылған түрі жоқ немесе басқа.
finding-time-message_digest = Уақыт белгісі мазмұнының қол қойылған хэш мәні жоқ немесе басқа.
finding-time-signing_certificate_missing = Уақыт белгісінде сертификат атауына қол қойылмаған.
finding-time-signing_certificate_mismatch = Уақыт белгісінде қоса берілген сертификаттың емес, басқа сертификаттың атауына қол қойылған.
finding-time-digest_weak = Уақыт белгісіне немесе сертификатқа қолдан жасауға болатын мән бойынша қол қойылған.
finding-time-key_too_short = Уақыт белгісі бұзуға болатын кілтке негізделген.
finding-time-algorithm_mismatch = Уақыт белгісінің қолтаңбасы, хэш мәні және кілті бір-біріне сәйкес келмейді.
finding-time-signature_invalid = Уақыт белгісінің қолтаңбасы жарамсыз.
finding-time-extended_key_usage = Уақыт белгісінің сертификаты тек уақыт белгілеріне арналмаған.
finding-time-key_usage = Уақыт белгісі сертификатындағы кілттің мақсаты сай келмейді.
finding-time-ca_as_signer = Уақыт белгісіне куәландырушы орталықтың өзі қол қойған.
finding-time-tsa_name_mismatch = Уақыт белгісінде оның сертификатындағы қызмет емес, басқа қызмет аталған.
finding-time-certificate_not_valid_then = Уақыт белгісі алынған кезде сертификат жарамды болмаған.
finding-time-chain_invalid = Уақыт белгісі сертификаттарының тізбегі расталмаған.
finding-time-authority_unknown = Уақыт белгісін сертификаты ұсынылмаған қызмет берген.
finding-time-certificate_missing = Уақыт белгісіне қол қоюшының сертификаты қоса берілмеген.
finding-time-algorithm_unsupported = Уақыт белгісінің алгоритміне қолдау көрсетілмейді.
finding-time-extension_unsupported = Уақыт белгісінде қолдау көрсетілмейтін міндетті кеңейтім бар.
finding-time-version_unsupported = Уақыт белгісінің нұсқасына қолдау көрсетілмейді.
finding-time-certificate_unsupported = Уақыт белгісі сертификатының түріне қолдау көрсетілмейді.
finding-time-chain_too_complex = Уақыт белгісі сертификаттарының тізбегі қаралатын шектен ұзын.

## Fields of seal and events

field-acquisition = деректерді алу
field-actor = жазбаны енгізген
field-address = мекенжай
field-arrived = жетті
field-article = бап
field-attachment = қоса берілген құжат
field-authority = орган
field-bag = пакет
field-basis = негіз
field-by = кім
field-bytes = байт
field-capacity = қандай сапада
field-case = қылмыстық іс
field-category = санат
field-central_authority = орталық орган
field-change = өзгеріс
field-channel = байланыс арнасы
field-channel_reference = арнаның нөмірі
field-clock = құрылғы сағаты
field-cloud_id = бұлттағы тіркелгі
field-code = кодекс
field-codes = нәтиже кодтары
field-colour = түсі
field-condition = жай-күйі
field-conditions = пайдалану шарттары
field-container = сақтау орны немесе ыдыс
field-coordinates = координаттар
field-correction = түзету
field-cosigner = екінші қолтаңба
field-count = саны
field-courier = жеткізуші
field-date = күні
field-declaration = қол қоюшының мәлімдемесі
field-depth = тексеру тереңдігі
field-description = сипаттамасы
field-details = өзге мәліметтер
field-device_time = құрылғыдағы уақыт
field-digests = хэш мәндері
field-directories = каталогтар
field-document = құжат
field-document_type = құжат түрі
field-encrypted = шифрлау
field-ended = аяқталды
field-entries = тізбе жолдары
field-event = жазба
field-examination = зерттеу
field-excluded = енгізілмеген
field-exhibit = объект
field-field = өріс
field-files = файлдар
field-format = пішім
field-found_at = қай жерде табылды
field-found_by = кім тапты
field-head = соңғы жазба
field-imei = IMEI
field-incident = оқиға
field-index = жазба нөмірі
field-inputs = пайдаланылған файлдар
field-instrument = заң немесе шарт
field-issued_by = кім берген
field-key = кілт
field-kind = түрі
field-label_text = заттаңба мәтіні
field-labels = қорғау белгілері
field-language = тіл
field-late_reason = кеш енгізу себебі
field-leaves = тізбе жолдарының хэштері
field-left = жіберілді
field-legal_basis = құқықтық негіз
field-list = тізбе
field-location = сақтау орны
field-locked = бұғатталуы
field-mac = MAC-мекенжайы
field-maintained_by = кім қызмет көрсетеді
field-make = өндіруші
field-managed_by = кім басқарады
field-media = ақпарат жеткізгіш
field-method = тәсіл
field-minor = кәмелетке толмағанға қатысты
field-model = модель
field-name = аты
field-network = желіге қосылуы
field-noted_by = кім белгілеген
field-number = нөмірі
field-offence = қылмыстық құқық бұзушылық
field-offset = айырмасы
field-on_behalf_of = кімнің атынан
field-operated_by = кім пайдаланады
field-operator = кім орындады
field-order = қаулы немесе тапсырма
field-organisation = ұйым
field-outcome = нәтиже
field-output = алынған нәтиже
field-owned_by = меншік иесі
field-package = қаптама
field-payload = деректердің орналасуы
field-person = адам
field-personal_data = дербес деректер
field-photos = фотосуреттер (SHA-256)
field-physical_seal_no = пломба нөмірі
field-place = орны
field-possessor = кімнен алынды
field-power = қуат көзі
field-present = қатысқандар
field-prev = алдыңғы жазба
field-previous = бұрынғы пакет
field-privileged = заңмен қорғалатын құпия
field-profile = талаптар бейіні
field-profile_sha256 = бейіннің SHA-256 мәні
field-program = бағдарлама
field-purpose = мақсаты
field-quantity = саны
field-read_error = оқу қателері
field-reason = себебі
field-ref = қатысты жазба
field-reference_source = дәл уақыт көзі
field-reference_time = дәл уақыт
field-refusal = бас тарту
field-relation = бұрынғы пакетке қатынасы
field-remarks = ескертпелер
field-request = тапсырма немесе сұрау салу
field-requested_body = кімге жіберілді
field-requesting_body = кім жіберді
field-reread = қайта оқылды
field-responsible_officer = жауапты адам
field-restricted_content = таралуы шектелген мазмұн
field-resumed = мөрлеу қайта жалғастырылды
field-retention = сақтау мерзімі
field-role = рөлі
field-room = үй-жай
field-root = тізбенің түбірлік хэші
field-root_number = бастапқы объект нөмірі
field-roster = кілттер тізілімі
field-rule = ереже
field-scope = көлемі
field-seal = мөрлеу жазбасы
field-secrecy = құпиялылық белгісі
field-serial = сериялық нөмірі
field-settings = баптаулар
field-sha256 = SHA-256
field-signer = қол қоюшы
field-size = өлшемі
field-source = деректер көзі
field-special_category = деректердің ерекше санаты
field-specials = арнайы файлдар
field-started = басталды
field-state = мемлекет
field-status = мәртебесі
field-storage = сақтау
field-symlinks = сілтемелер
field-system = есепке алу жүйесі
field-tagmanifest_sha256 = қызметтік файлдар тізбесінің SHA-256 мәні
field-text = мәтін
field-text_id = мәтін идентификаторы
field-time = уақыты
field-title = атауы
field-to = кімге
field-token = уақыт белгісі
field-tool = ғылыми-техникалық құрал
field-totals = барлығы
field-transport = тасымалдау
field-tree = тізбе
field-type = түрі
field-unit = бөлімше
field-unreadable_accepted = оқылмайтын бөліктер қабылданды
field-until = қай уақытқа дейін
field-utc_offset = UTC-тен ауытқу
field-valid_from = жарамды (басы)
field-valid_to = жарамды (соңы)
field-value = мәні
field-vendor = әзірлеуші
field-verdict_sha256 = тексеру нәтижесінің SHA-256 мәні
field-verified = жазба алдында тексерілді
field-version = нұсқасы
field-waybill = жүкқұжат
field-what = не
field-why = неліктен
field-working_properly = ақаусыздығы
field-write_blocker = жазуды бұғаттаушы
field-write_blocker_reason_none = жазуды бұғаттаушы неге қолданылмады
