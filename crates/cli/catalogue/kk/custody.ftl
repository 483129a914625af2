# What the command line tells and asks of events, receipts, rosters, tokens, audits and logs, in Kazakh. The terms are those of
# crates/report/glossary.tsv.

## Events

say-event-not-synced = назар аударыңыз: жазба журналға енгізілді, бірақ жүйе оның қуат үзілгенде сақталатынын растамады
say-event-entered = { $index }-жазба енгізілді: { $kind } ({ $bag })
say-event-published = { $index }-жазба журналда бар ({ $bag })
say-event-to = кімге
say-event-verified = тексеру
say-event-new-bag = жаңа пакет
say-event-new-seal = оның хэш мәні
say-event-now = қазір
say-event-warning = назар аударыңыз: { $what }
say-event-receipt = Екінші тарапқа арналған түбіртек: { $path }
say-event-no-receipt = назар аударыңыз: жазба енгізілді, бірақ түбіртекті жазу мүмкін болмады: { $why }; жазбаны қайта енгізбеңіз: түбіртекті `sealbag receipt { $bag } --out FILE` береді
say-state-held = сақтауда, ұстаушысы – { $holder }
say-state-in-transit = тапсырылды, алушысы – { $to }; қабылданғанға дейін { $holder } жауап береді
say-state-opened = мөрі ашылған, ұстаушысы – { $holder }; қайта мөрлеу қажет
say-state-under-examination = зерттеуде, ұстаушысы – { $holder }
say-state-returned = қайтарылған; бұл журнал аяқталған
say-state-disposed = жойылған; бұл журнал аяқталған
say-remark-unattributed = қол қойылған кілтті ешкім растамайды; жазба көрсетіледі және ештеңені өзгертпейді
say-remark-clock = сағат журналдан артта: { $latest } уақытынан кейін { $found }; оны дұрыс қойыңыз
say-remark-late-countersignature = мөрлеу бірінші тапсырудан кейін екінші қолтаңбамен куәландырылды
say-remark-key-expired = тізілім бойынша бұл кілттің мерзімі өткен: { $time }
say-remark-key-retired = тізілім бойынша бұл кілт қолданыстан шығарылған: { $time }
say-remark-violation = жазбада пакеттің мөрленгенге сәйкес келмейтіні көрсетілген
say-remark-undetermined = жазбада жауап бермеген тексеру көрсетілген; жауапты пакеттен тыс растама бере алады (--authority, --signer, --receipt)
say-remark-original = мөрленген пакеттің өзі зерттелуде; жұмыс көшірмесін `sealbag custody copy` жасайды
say-signer-unlisted = назар аударыңыз: қолданылатын тізілімде қол қоятын кілт жоқ
say-recipient-unlisted = назар аударыңыз: қолданылатын тізілімде бұл кілт жоқ; бұл тізілім бойынша кім қабылдайтынын білу мүмкін болмайды
say-profile-unknown = ескертпе: бағдарламада мөрлеу кезінде көрсетілген { $name } бейіні жоқ; оны көрсетіңіз: --profile FILE, әйтпесе тек негізгісі сұралады
say-event-missing-in-form = { $what } ({ $field }, --form FILE ішінде)
say-ask-to = Кімге: ашық кілт файлы не тізілімдегі нөмірі немесе аты

## Releasing

say-hand-over = Алушыға ({ $to }) мыналарды тапсырыңыз:
say-hand-over-folder = { $bag } каталогын түгелімен
say-hand-over-receipt = түбіртекті немесе жоғарыдағы журнал соңының хэш мәні жазылған қағаз актіні
say-hand-over-authority-key = тізілімді жүргізетін органның ашық кілтін – пакеттен бөлек
say-hand-over-own-key = өзіңіздің ашық кілтіңізді – пакеттен бөлек
say-hand-over-then = Содан кейін { $to } мынаны орындайды: sealbag accept { $bag }
say-hand-over-until = Қабылдауға қол қойылғанға дейін сіз жауап бересіз. Тапсыруды тоқтату: sealbag custody cancel { $bag }

## Accepting

say-accept-what = сипаттамасы
say-accept-content = файл саны { $files }, байт саны { $bytes }
say-accept-sealed-by = мөрлеген
say-accept-released-by = тапсырған
say-accept-remark = ескертпе
say-accept-condition = шарты
say-accept-you = сіз қол қоясыз
say-accept-finding-times = { $what } (саны: { $n })
say-accept-more-findings = ... және тағы түр саны: { $n }; барлығын `sealbag verify` көрсетеді
say-accept-ask = қабылдау үшін `accept`, бас тарту үшін `refuse` деп жазыңыз
say-accept-ask-unanchored = пакеттен тыс ештеңе оны кім мөрлегенін көрсетпейді: қабылдасаңыз, анықтау мүмкін емес деп жазылады; қабылдау үшін `accept`, бас тарту үшін `refuse` деп жазыңыз
say-accept-ask-again = `accept` немесе `refuse` деп жауап беріңіз; Ctrl-C жұмысты жазбасыз аяқтайды
say-accept-ask-reason = Неге қабылданбайды
say-accept-give-receipt = Түбіртекті объектіні тапсырған адамға қайтарыңыз.

## Receipts

say-receipt-give = оны екінші тарапқа беріңіз; онда құпия ештеңе жоқ, кілт қажет емес
say-receipt-is-fork = Бұл – журналдың екіге бөлінгенінің дәлелі; оны `sealbag fork check` тексереді.
say-receipt-good = Түбіртек расталды.
say-receipt-event-good = Жазба расталды; ол жеке сақталған.
say-receipt-bad = Түбіртек расталмады: { $why }.
say-receipt-other-bad = Расталмады: { $path }: { $why }.
say-receipt-with-key = { $who }, кілті { $key }
say-receipt-reach = қамтуы
say-receipt-reaches-seal = 0-жазба, мөрлеу: тек осы жазба бекітілген
say-receipt-reaches = { $n }-жазба: журналдың 0-жазбадан осы жазбаға дейінгі бөлігі бекітілген
say-receipt-hash = жазбаның хэш мәні
say-compare-proof = Дәлелді `sealbag fork make { $mine } { $theirs } --out fork.txt` жазады.
say-compare-other-bags = Түбіртектер әртүрлі пакетке жатады.
say-compare-seal-not-shown = Жеке сақталған жазба мөрлеу жазбасын тек атайды, бірақ оны қамтымайды.
say-compare-two-seals = ЖУРНАЛ ЕКІГЕ БӨЛІНГЕН: пакет біреу, ал мөрлеу жазбасы екеу. { $proof }
say-compare-same-event = Екеуінде де { $n }-жазба байтына дейін бірдей.
say-compare-two-events = ЖУРНАЛ ЕКІГЕ БӨЛІНГЕН: екі жазбаның нөмірі бірдей: { $n }. { $proof }
say-compare-others-between = Пакет біреу; { $from } және { $to } жазбаларының арасында басқалары бар. Журналдың осы бөлігінсіз түбіртектерді салыстыру мүмкін емес: --bag көрсетіңіз немесе пакетті екі түбіртекпен де тексеріңіз.
say-compare-follows = { $to }-жазба { $from } нөмірлі жазбаның тікелей жалғасы: журнал біреу.
say-compare-follows-from-other = ЖУРНАЛ ЕКІГЕ БӨЛІНГЕН: { $to }-жазба түбіртектегі { $from } нөмірлі жазбаның емес, басқасының жалғасы. Журнал екіге бөлінген немесе қайта жазылған. Дәлел үшін басқа { $from }-жазба қажет: `sealbag fork make BAG RECEIPT --out fork.txt`.
say-bag-other-seal = Пакетке сәйкес келмейді: { $place } – басқа мөрлеу жазбасы.
say-bag-no-seal = Пакетке сәйкес келмейді: { $place }: { $why }.
say-bag-unreadable = { $place } файлын оқу мүмкін болмады: { $why }.
say-bag-fits-seal = Пакетке сәйкес келеді: 0-жазба байтына дейін бірдей.
say-bag-fits = Пакетке сәйкес келеді: 0 және { $n } жазбалары байтына дейін бірдей. Олардың арасындағыны `sealbag verify --receipt` тексереді.
say-bag-differs = Пакетке сәйкес келмейді: { $place } мазмұны басқа. Журнал қайта жазылған немесе екіге бөлінген: { $first }.
say-bag-tail-missing = Пакетке сәйкес келмейді: { $place } жоқ. Журналдың соңы жоқ.
say-bag-rewritten-besides = Оның үстіне журнал қайта жазылған: { $first }.
say-first-differing = алғашқы өзгеше жазба – { $n }
say-first-differing-at-most = алғашқы өзгеше жазба – { $n } немесе одан бұрынғысы

## Forks

say-fork-proves-nothing = Бұл ештеңені дәлелдемейді: { $why }.
say-fork-heading = ЖУРНАЛ { $n } НӨМІРЛІ ЖАЗБАДА ЕКІГЕ БӨЛІНГЕН НЕМЕСЕ ҚАЙТА ЖАЗЫЛҒАН
say-fork-side = уақыты { $time } (қол қоюшы мәлімдеген), аты { $name } (жазбада көрсетілген)
say-fork-key = кілті { $key }
say-fork-one-key = Екеуіне де бір кілтпен қол қойылған: кілтті ұстаған адам екі журнал жасаған.
say-fork-two-keys = Екі кілтпен қол қойылған: пакеттің екі көшірмесі бөлек жалғастырылған немесе біреу журналды қайта жазған.
say-fork-limits = Екеуінің қайсысы дұрыс екені және кілттерді біреу растайтыны бұдан көрінбейді.

## Rosters

say-roster-begun = 1-нұсқаның жобасы, онда әзірге ешкім жоқ
say-roster-add-people = адамдарды қосу: sealbag roster add { $roster } --key PUB --id ID --name NAME --role ROLE
say-roster-twin = тізілімде аты дәл осындай басқа адам бар, оның нөмірі { $id }
say-roster-role-unknown = { $role } рөлі бұл нұсқаға белгісіз; ол бәрінде бар құқықты ғана береді. Белгілі рөлдер: { $known }
say-roster-enrolled = { $key }: { $id } нөмірлі адамның кілті, { $from } сәтінен бастап жарамды
say-roster-keys-retired = { $keys }: { $at } сәтінен бастап қолданыстан шығарылды
say-roster-key-revoked = { $key }: { $since } сәтінен бастап кілт бөгде адамда болған деп саналады
say-roster-rekeyed = органның кілті: { $keys }
say-roster-recognition-entered = тану актісінің { $version }-нұсқасы енгізілді, танылған орган: { $name }
say-roster-draft-saved = { $version }-нұсқаның жобасы, әлі қол қойылмаған
say-roster-sign-it = ол қол қойылғаннан кейін күшіне енеді: sealbag roster sign { $roster } --key FILE
say-roster-publish-anchor = мұны тізілімнен бөлек жариялаңыз; осы файлдың SHA-256 мәнін қағазда көрсетуге болады
say-roster-keys-left-out = қолданыстан шығарылғаны немесе бөгде адамда болғаны себепті енгізілмеген кілт саны: { $n }
say-roster-give = { $roster } файлын тексерушілерге беріңіз, ал органның кілтін бөлек хабарлаңыз: { $key }
say-roster-give-several = { $roster } файлын тексерушілерге беріңіз; органның кілттерін олар бөлек алуы тиіс: sealbag roster export { $file } --anchor
say-roster-you-sign = сіз қол қоятын тізілім: { $what }
say-roster-not-removed = { $path } файлын жою мүмкін болмады: { $why }
say-roster-next-signature = ол әзірге күшіне енген жоқ: оны басқа кілті бар адамға беріңіз; ол мынаны орындайды: sealbag roster sign { $part } --key FILE
say-roster-summary = { $version }-нұсқа, орган: { $authority }, шығарылған уақыты { $issued }, адам саны { $persons }, кілт саны { $keys }
say-roster-summary-exchange = { $what }; органның кілттері алмастырылады: жаңасы { $new }, бұрынғысы { $old }
say-roster-keyset = { $n } кілттің { $k } кілті: { $keys }
say-roster-roster = тізілім
say-roster-draft = жоба
say-roster-authority = орган
say-roster-first-key = бірінші кілт
say-roster-instead-of = бұрынғы кілт
say-roster-version = нұсқа
say-roster-issued-version = { $version }, шығарылған уақыты { $issued }
say-roster-issued = шығарылған
say-roster-previous = алдыңғысы
say-roster-threshold = жеткілікті
say-roster-threshold-of = { $n } кілттің { $k } кілті
say-roster-holds = мазмұны
say-roster-holds-line = адам саны { $persons }, кілт саны { $keys }
say-roster-signed-by = қол қойған
say-roster-missing = жетіспейді
say-roster-missing-of = осы кілттердің қолтаңбасы: { $n }
say-roster-recognises = таниды
say-roster-recognition-entry = { $key }, тану актісінің { $version }-нұсқасы
say-roster-not-complete = { $file }, ҚОЛТАҢБАСЫ ТОЛЫҚ ЕМЕС: әзірге күші жоқ
say-roster-signed-by-few = ҚОЛТАҢБАСЫ ТОЛЫҚ ЕМЕС: қол қойған кілттер жеткіліксіз, әзірге күші жоқ
say-roster-not-signed = ҚОЛ ҚОЙЫЛМАҒАН: әзірге күші жоқ
say-roster-qualification-until = { $what }, { $until } күніне дейін
say-roster-no-key = кілті жоқ
say-roster-roles = рөлдері
say-roster-valid = мерзімі
say-roster-from = { $from } сәтінен бастап
say-roster-from-to = { $from } – { $to }
say-roster-from-on = { $time } сәтінен бастап
say-roster-since = { $time } сәтінен бастап
say-roster-retired = ҚОЛДАНЫСТАН ШЫҒАРЫЛҒАН
say-roster-compromised = БӨГДЕ АДАМДА БОЛУЫ МҮМКІН
say-roster-signature-holds = Қолтаңба жарамды. Жоғарыдағы кілт орган жариялаған кілт болса ғана, қолтаңба сол органдікі.
say-roster-signatures-hold = Қолтаңбалар жарамды. Жоғарыдағы кілттер орган жариялаған кілттер болса ғана, қолтаңбалар сол органдікі.
say-recognition = тану актісі
say-recognition-you-sign = сіз қол қоятын акт:
say-recognition-compare-keys = актіні бермес бұрын басқа органның кілттерін оның өз тізілімінен бөлек жариялаған кілттерімен салыстырыңыз
say-recognition-at-least = кемінде
say-recognition-at-least-version = оның тізілімінің { $version }-нұсқасы
say-recognition-withdrawn = КЕРІ ҚАЙТАРЫП АЛЫНҒАН

## Time-stamps

say-stamp-request = { $n } нөмірлі жазбаға уақыт белгісінің сұрауы: { $path }
say-stamp-carry = Онда хэш мәні мен кездейсоқ сан ғана бар. Оны қызметке беріңіз; жауабын алған соң мынаны орындаңыз:
say-stamp-over = { $n } нөмірлі жазбаға қойылған уақыт белгісі: { $path }
say-stamp-imprint = хэш мәні
say-stamp-nonce = бір реттік сан
say-stamp-nonce-not-checked = тексерілмеді: сұрау ұсынылмаған (--request-file)
say-stamp-policy = саясат
say-stamp-from = алынған жері
say-stamp-accuracy = дәлдігі
say-stamp-accuracy-stated = { $accuracy }: { $from } – { $to }
say-stamp-accuracy-not-stated = көрсетілмеген, уақыт дәл деп қабылданады
say-stamp-authority = қызмет
say-stamp-serial = нөмірі
say-stamp-chain = сертификаттар
say-stamp-chain-leads = тізбек ұсынылған сертификатқа апарады
say-stamp-chain-not-checked = ТЕКСЕРІЛМЕДІ: қызметтің сертификаты ұсынылмаған (--tsa-ca)
say-stamp-chain-ended = тізбектегі сертификаттың мерзімі өткен: { $time }; белгі өз уақыты үшін жарамды
say-stamp-remark = ескертпе
say-stamp-entered = { $n }-жазба енгізілді: уақыт белгісі алынды, журнал соңы { $hash }
say-stamp-not-entered = Ол бірде-бір жазбада көрсетілмеген: ол жазбаның осы уақыттан кешіктірілмей жасалғанын көрсетеді, бірақ оны білдіртпей алып тастауға болады. Оны кілт иесі енгізеді: `sealbag custody timestamp BAG --token FILE`.
say-stamp-good = Уақыт белгісі расталды
say-stamp-bad = Уақыт белгісі расталмады
say-stamp-cannot-tell = Уақыт белгісінің расталатынын анықтау мүмкін емес

## Logs

say-depth-full = толық
say-depth-quick = жылдам
say-relation-copy = көшірме
say-relation-redaction = деректері жасырылған көшірме
say-relation-disclosure = тарапқа ашылған бөлік
say-relation-reseal = қайта мөрлеу
say-relation-derived = туынды деректер
say-incident-loss = жоғалу
say-incident-mismatch = мөрленгенге сәйкессіздік
say-incident-key-compromise = кілт бөгде адамда болуы мүмкін
say-incident-physical-seal-broken = пломба бұзылған
say-incident-other = өзге

## Audits

say-audit-heading = ПАКЕТТЕРДІ ТЕКСЕРУ: { $n }
say-audit-log-sound = журналы расталды, файлдары оқылмады
say-audit-log-sound-with-remarks = журналы ескертпелермен расталды
say-audit-confirmed = тұтастығы расталды
say-audit-confirmed-with-remarks = ескертпелермен расталды
say-audit-of-these-with-remarks = олардың ішінде өз ескертпелері барлары
say-audit-violated = ТҰТАСТЫҒЫ БҰЗЫЛҒАН
say-audit-undetermined = анықтау мүмкін емес
say-audit-not-opened = ашу мүмкін болмады
say-audit-partial = мөрленуі аяқталмаған: бұлар пакет емес
say-audit-open-transfers = аяқталмаған тапсырулар
say-audit-forks = ЕКІГЕ БӨЛІНГЕН ЖУРНАЛДАР
say-audit-side-branches = ешкім растамайтын кілттермен қол қойылған жанама тармақтар
say-audit-second-copies = журналы дәл сондай екінші даналар
say-audit-older-copies = журналы бұрынғырақ даналар
say-audit-copies = басқа пакеттен жасалғандар
say-audit-copies-not-recorded = өздері жасалған пакетте аталмағандар
say-audit-copies-disagreeing = ЖУРНАЛЫ өздері жасалған пакеттің журналынан ӨЗГЕШЕ
say-audit-links = сілтемелер, ашылмады: олар көрсететін орындар қаралмады
say-audit-by-key = тізіліммен емес, кілтпен расталғандар
say-audit-by-receipt = түбіртекпен расталғандар
say-audit-no-time = куәландырылған уақыты жоқ: уақыттың бәрін қол қоюшылар мәлімдеген
say-audit-receipts = оқылған түбіртектер
say-audit-receipts-matched = олардың ішінде тексерілген пакеттерге жататындары
say-audit-receipts-without-bag = олардың ішінде пакеті жоқтары
say-audit-receipts-unfit = түбіртек ретінде ұсынылған, бірақ оқылмаған немесе түбіртек емес
say-audit-judged-before = Бұрын тексерілген, қазір қаралмаған: { $n }, ең ерте тексеру { $oldest }. Олар туралы сол кезде анықталғаны ғана айтылады.
say-audit-some-judged-before = бұрын тексерілген пакет саны: { $n }, барлығы { $all }
say-audit-nothing = Мұнда тексеретін ештеңе жоқ.
say-audit-files-not-read = Пакеттердің файлдары оқылмады; оларды оқу үшін --fixity көрсетіңіз.
say-audit-violations-between = ПАКЕТТЕР АРАСЫНДАҒЫ БҰЗУШЫЛЫҚТАР
say-audit-between = ПАКЕТТЕР АРАСЫНДА
say-audit-more = ... және тағы { $n }; барлығы --json шығысында бар
say-audit-more-findings = ... және басқалары; барлығын `sealbag verify` көрсетеді
say-audit-transfer = { $since } сәтінде тапсырылған, алушысы – { $to }; қабылданбаған және бас тартылмаған
say-audit-transfer-hours = { $since } сәтінде тапсырылған, содан бері өткен сағат саны: { $n }, алушысы – { $to }; қабылданбаған және бас тартылмаған
say-audit-transfer-days = { $since } сәтінде тапсырылған, содан бері өткен күн саны: { $n }, алушысы – { $to }; қабылданбаған және бас тартылмаған
say-audit-limit-files = Файлдардың мөрленгенге сәйкестігі тексерілген жоқ.
say-audit-limit-withheld = Қолдағы даналар мен түбіртектердің ешқайсысында жоқ жазбаларды анықтау мүмкін емес.
say-audit-limit-truth = Тексеру деректердің мазмұны шындыққа сәйкес келетінін растамайды және пернетақтада кім отырғанын анықтамайды.
say-between-second-copy = Журналы дәл сондай пакет басқа жерде де жатыр.
say-between-older-copy = Екінші орындағы журнал аяқталған жерден бірінші орындағы журнал жалғасады.
say-between-receipt-without-bag = Пакеті жоқ түбіртек: тексерілгендердің арасында ол пакет жоқ.
say-between-receipt-unfit = Түбіртек ретінде ұсынылған файл түбіртек емес.
say-between-no-receipt = Көрсетілген орында түбіртек жоқ; салыстыратын ештеңе болмады.
say-between-link = Сілтеме ашылмады; ол көрсететін орын қаралмады.
say-between-partial = Мөрленуі аяқталмаған пакет; ол ештеңені дәлелдемейді және тексерілген жоқ.
say-between-differs = өзгешелігі
say-between-first = алғашқы өзгеше жазба: { $n }
say-between-at = орны
say-between-signed = қолтаңба
say-between-one-key = екеуі де бір кілтпен
say-between-two-keys = екі кілтпен
say-between-proof = дәлел
say-between-why = себебі

## The purpose of an event whose purpose nobody gave; it is signed into the record

say-purpose-taking-over = объектіні қабылдау
say-purpose-not-taking-over = объектіні қабылдаудан бас тарту
say-purpose-attesting = уақытты куәландыру
say-purpose-second-person = екінші қолтаңбамен куәландыру
say-purpose-verification = тексеру
say-purpose-taking-back = тапсыруды тоқтату
say-purpose-end-of-examination = зерттеудің аяқталуы
say-purpose-order-ended = тыйымды алу
say-purpose-refused-to-sign = қол қоюдан бас тартуды тіркеу
say-purpose-objection = қарсылық немесе ескертпе
say-purpose-correcting = бұрынғы жазбаны түзету
say-purpose-sealing-again = мөр ашылғаннан кейін қайта мөрлеу
