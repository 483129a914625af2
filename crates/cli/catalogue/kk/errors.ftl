# The sentences of the errors, in Kazakh; the keys and their order are those of ../en/errors.ftl.
# A suffix never hangs on a placeholder: its form would depend on the value.

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

error-sealbag-audit-error-overlap = { $v0 } орны { $v1 } ішінде жатыр, ал екеуі де тексеріледі
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
error-cli-custody-usage-error-several-holds = бірнеше тыйым күшінде, жазбалар: { $v0 }
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
