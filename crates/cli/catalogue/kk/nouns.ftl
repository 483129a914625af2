# Words and sentences that errors of the libraries put into their own sentences, in Kazakh.

## Sentences that errors put together

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
error-sealbag-seal-error-entries-unreadable = мөрленетіннен толық оқу мүмкін болмағаны: { $entries }
error-sealbag-seal-error-image-unreadable = файлдардың бірі – диск бейнесі, оны растау мүмкін болмады
error-sealbag-seal-error-images-unreadable = файлдардың арасында растау мүмкін болмаған диск бейнелері бар, саны: { $images }
error-sealbag-seal-error-entries-and-image-unreadable = мөрленетіннен толық оқу мүмкін болмағаны: { $entries }, сондай-ақ бір диск бейнесін растау мүмкін болмады
error-sealbag-seal-error-entries-and-images-unreadable = мөрленетіннен толық оқу мүмкін болмағаны: { $entries }, сондай-ақ растау мүмкін болмаған диск бейнелерінің саны: { $images }
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
help-further-persons = басқа адамдар: нысанда әрқайсысына жеке [[present]] кестесі
help-roles = куәгер, иеленуші, маман, екінші қызметкер
help-write-none = тек деректер тапсырылса, «жоқ» деп жазыңыз

## What `profile lint` says of a line

lint-format = format: көрсетілгені { $found }, күтілгені { $expected }
lint-versions = version: нұсқалар 1-ден бастап нөмірленеді
lint-name-form = name: a-z әрпі, одан кейін a-z, 0-9 және -, ең көбі 32 таңба
lint-built-in = name: { $name } талаптар бейіні бағдарламаға басқа мазмұнмен кірістірілген; өз атыңызды таңдаңыз
lint-core = seal.required ішінде әр мөрлеу жазбасына міндетті { $name } өрісі жоқ
lint-bare-name = { $name } өрісі міндетті, бірақ оның [[seal.field]] кестесі жоқ: сұрақта тек оның атауы тұрады
lint-event-twice = event { $name }: екі рет көрсетілген
lint-event-nothing = event { $name }: ештеңе талап етілмейді
lint-event-cannot = event { $name }: мұндай түрдегі жазбада { $other } өрісі болмайды
lint-event-object = event object: талаптар бейіні қарсылық білдіруге кедергі болмауы тиіс
lint-event-renew = event renew: резервтелген, мұндай жазбадан әзірге ештеңе талап етуге болмайды
lint-event-seal = event seal: мөрлеу жазбасына қойылатын талаптар [seal] ішінде көрсетіледі
lint-event-unknown = { $name } жазба түрі белгісіз, мыналардың бірі күтіледі: { $known }
lint-twice = { $name }: екі рет көрсетілген
lint-beside = { $name }: қасында { $other } өрісі болуы тиіс, ол әр элементке қажет
lint-circumstance = { $name }: тек бар болған жағдайда көрсетіледі; үнемі талап етілсе, адамдар оны ойдан шығарады
lint-only-adds = { $key }: талаптар бейіні жалпы ережелерге тек қосады, олардан ештеңе алып тастамайды
lint-name-a-field = { $name }: осы кестенің өрісін көрсетіңіз, мысалы { $other }
lint-no-field = { $name }: мұндай өріс жоқ
lint-cosigners = at_least: екінші қолтаңба саны { $max } шегінен аспауы тиіс
lint-role-form = role: a-z және _ таңбаларынан 1 мен 64 аралығында
lint-role-core = role { $name }: бұл рөлдің құқықтары жалпы ережелерде белгіленген; талаптар бейіні рөлдерді тек қосады
lint-role-twice = role { $name }: екі рет көрсетілген
lint-heading-neither = heading: { $name } – seal та, журнал жазбасының түрі де емес
lint-heading-two = heading: { $name } екі тақырыптың астында тұр
lint-not-required = source: { $name } негізделген, бірақ бұл талаптар бейіні оны талап етпейді
lint-no-source = мына талаптардың негізін көрсететін [[source]] жоқ: { $names }
lint-by = source: by ішінде дереккөзді кім салыстырғаны көрсетілген, бірақ ол салыстырылмаған
lint-not-compared = бұл дереккөз қолданыстағы заңмен салыстырылмаған
lint-checked = checked: YYYY-MM-DD түріндегі күн немесе "not checked"
lint-too-long = талаптар бейіні { $max } байттан ұзын
lint-character = U+{ $code } таңбасына рұқсат етілмейді
lint-unknown-key = { $key } өрісі белгісіз, мыналардың бірі күтіледі: { $known }
lint-number = { $key }: сан теріс немесе тым үлкен
lint-missing = { $name } өрісі жоқ
lint-missing-in-table = { $table } ішінде { $name } өрісі жоқ
lint-wrong-type = { $key }: күтілгені: { $expected }; табылғаны: { $found }
lint-value = { $key }: { $why }
lint-key-in-table = { $table } ішіндегі { $key }
lint-type-a-string = жол
lint-type-a-number = бүтін сан
lint-type-strings = жолдар массиві
lint-type-a-table = кесте
lint-type-tables = кестелер тізімі
lint-type-string = жол
lint-type-integer = бүтін сан
lint-type-float = бөлшек сан
lint-type-boolean = логикалық мән
lint-type-datetime = күн мен уақыт
lint-type-array = массив
lint-type-table = кесте
