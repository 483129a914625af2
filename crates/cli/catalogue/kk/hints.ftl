# Labels and hints of the command line, in Kazakh. The terms are those of crates/report/glossary.tsv.
# A suffix never hangs on a placeholder: its form would depend on the value.

## Labels

label-error = қате:
label-hint = не істеу керек:
label-in = орны: { $place }
place-expected = { $place }, күтілгені { $value }
place-found = { $place }, табылғаны { $value }
place-more = тағы орын саны: { $count }

## Audits

hint-audit-outer = тек сыртқысын көрсетіңіз
hint-audit-outside = пакеттен тыс файлды немесе каталогты көрсетіңіз: --resume FILE, --forks DIR
hint-audit-place = сілтемені емес, орынның өзін көрсетіңіз; ол ешбір пакеттің ішінде болмауы керек
hint-audit-results = жаңа файлды немесе `sealbag audit --resume` командасы жазған файлды көрсетіңіз
hint-audit-changed = файл өзгертілген; жаңасын бастаңыз: --resume NEWFILE
hint-audit-repeat = бірінші команданы дәлме-дәл қайталаңыз немесе жаңа нәтижелер файлын көрсетіңіз
hint-audit-busy = басқа тексерудің аяқталуын күтіңіз немесе басқа файлды көрсетіңіз
hint-output-lost = нәтиже жеткізілмеді; шығысын сақтап, команданы қайта орындаңыз
hint-audit-kept = --resume параметрінде файл көрсетілсе, тексерілгендер сақталған; команданы қайта орындаңыз
hint-audit-receipts = түбіртектерді каталогқа салып, оны көрсетіңіз: --since DIR

## Sealing and extracting

hint-seal-other-out = басқа --out таңдаңыз; пакеттің үстінен ешқашан жазылмайды
hint-seal-go-on = `sealbag seal --resume --out { $path }` командасымен жалғастырыңыз немесе оны жойыңыз
hint-seal-copy-again = пакетті көшірген команданы қайталаңыз немесе { $path } каталогын жойыңыз; бастапқы пакет өзгертілмеген
hint-seal-roster = кілттер тізілімінің файлын оны жүргізетін орган қол қойған күйінде көрсетіңіз
hint-seal-anew = бірінші реттегідей қайта мөрлеңіз: дереккөзбен және --resume параметрінсіз; ештеңе жоюдың қажеті жоқ
hint-seal-no-resume = --resume параметрінсіз мөрлеңіз
hint-wait = аяқталуын күтіңіз
hint-seal-same-key = мөрлеу басталған кілтпен жалғастырыңыз
hint-seal-out-outside = дереккөзден тыс жатқан --out таңдаңыз
hint-seal-out-device = басқа құрылғыдағы --out таңдаңыз; дәлелдемесі бар жеткізгіштерге ешқашан ештеңе жазылмайды
hint-seal-correct = мәнді түзетіңіз; ештеңеге қол қойылған жоқ
hint-seal-remove-partial = аяқталмаған пакетті жойып, қайта мөрлеңіз
hint-seal-try-again = қайталап көру: sealbag seal --resume --out { $path }
hint-seal-accept-places = осы орындарды оқылмайтын деп белгілеп мөрлеу: sealbag seal --resume --accept-unreadable --out { $path }
hint-seal-accept-images = файлдарды сол күйінде, ал бейнелердегі мәліметтерді расталмаған деп белгілеп мөрлеу: sealbag seal --resume --accept-unreadable --out { $path }
hint-seal-accept-both = осы орындарды оқылмайтын, ал бейнелердегі мәліметтерді расталмаған деп белгілеп мөрлеу: sealbag seal --resume --accept-unreadable --out { $path }
hint-seal-foreign = { $path } каталогынан оған жатпайтынның бәрін жойып, содан кейін жалғастырыңыз
hint-seal-failing-disk = { $path } жатқан диск ақаулы болуы мүмкін; басқа дискіге мөрлеңіз
hint-seal-nothing-lost = ештеңе жоғалған жоқ; жалғастыру үшін: sealbag seal --resume --out { $path }, сол кілтпен
hint-copy-nothing-lost = ештеңе жоғалған жоқ; жалғастыру үшін сол команданы қайталаңыз
hint-seal-foreign-partial = басқа --out көрсетіп, жаңадан мөрлеңіз
hint-own-fault = ештеңе жарияланған жоқ; бұл туралы бағдарламаның қатесі ретінде хабарлаңыз
hint-source-itself = каталогтың немесе файлдың өзін көрсетіңіз
hint-source-parent = олардың ортақ каталогын немесе әрқайсысын жеке пакетке мөрлеңіз
hint-see-verify = пакет туралы `sealbag verify` не айтатынын қараңыз
hint-extract-anchor = пакеттен тыс алынғанды көрсетіңіз: --signer PUB немесе --seal-hash HEX; не кез келген адам жасай алатынды алу үшін --unanchored көрсетіңіз
hint-extract-paths = дереккөздің жолдары `sealbag verify` көрсеткендей беріледі
hint-extract-detached = деректер мөрленген жерінде жатыр
hint-extract-other-to = әлі жоқ --to таңдаңыз; ештеңенің үстінен жазылмайды
hint-extract-again = үзілген команданы сол пакетпен, жолдармен және параметрлермен қайталаңыз немесе басқа --to таңдаңыз

## Entering events

hint-event-form = нысан – жазба кестелері бар TOML файлы; оны көрсетіңіз: --form FILE
hint-event-key-or-roster = ашық кілт файлын немесе кілттер тізілімін көрсетіңіз: --authority PUB --roster FILE
hint-event-ids = нөмірлер мен аттарды `sealbag roster show FILE` көрсетеді
hint-event-id = аттың алдында тұрған нөмірді көрсетіңіз
hint-event-key-file = ашық кілт файлын көрсетіңіз
hint-event-hold = тоқтатылатынын көрсетіңіз: --event N
hint-event-other-role = ештеңе жазылған жоқ; мұны басқа рөлдегі адам жасауы керек
hint-event-anchor = --authority PUB, --signer PUB, --seal-hash HEX немесе --receipt FILE көрсетіңіз; не анықтау мүмкін емес деп жазу үшін --unanchored көрсетіңіз
hint-accept-decide = терминал болмаса, --yes немесе --refuse REASON көрсетіңіз
hint-event-same-again = журнал бұрынғы күйінде; сол команданы қайталаңыз
hint-event-bad-log = пакет туралы `sealbag log` және `sealbag verify` не айтатынын қараңыз; қай журналдың дұрыс екенін түбіртек көрсетеді
hint-event-other-copy = бұл журналдың басқа көшірмесі жалғастырылған немесе басқа файл көрсетілген болуы мүмкін; ештеңе жазылған жоқ
hint-nothing-signed = ештеңеге қол қойылған жоқ
event-refused = { $kind } жазбасы қабылданбады: { $why }
event-refused-holder = { $kind } жазбасы қабылданбады: объектіні ұстаушы – { $holder }, ал { $why }
hint-event-log-ends = журналдың соңғы жазбасы: { $index }-жазба, { $kind }, енгізген адам { $name }, уақыты { $time }
hint-event-late = осы компьютердің сағатын қойыңыз; бұрын болған оқиға --time TIME --late-reason REASON параметрлерімен енгізіледі
hint-event-roster = кілттер тізілімін жүргізетін органнан ең жаңа тізілімді алып, оны көрсетіңіз: --roster FILE
hint-accept-refuse = қабылдаудан бас тартыңыз: `sealbag accept BAG --refuse REASON`; пакетті сол күйінде қабылдау қажет болса, --despite-violation көрсетіңіз
hint-event-incident = бұл туралы жазба енгізіңіз: `sealbag custody incident BAG --kind mismatch`; әрекет бәрібір қажет болса, --despite-violation көрсетіңіз
hint-event-overtaken = содан кейін { $why }
hint-event-decide-anew = журналды `sealbag log BAG` командасымен қарап, қайта шешіңіз
hint-event-publish = басқа жазбаға қол қоймаңыз: диск жауап бергенде, пакеттің жанындағы бетпен `sealbag custody publish BAG --page FILE` командасын орындаңыз
hint-log-busy = custody/.lock файлын басқа бағдарлама ұстап тұр; оның аяқталуын күтіп, қайталаңыз
hint-log-own-disk = пакетті файлдық жүйесі сай дискіге (ext4, XFS, APFS, NTFS) көшіріп, жазбаны сонда енгізіңіз
hint-log-permission = бұл пайдаланушыға пакеттің custody/ каталогына жазуға рұқсат жоқ; ештеңе өзгертілген жоқ

## The rules of custody

rule-no-release = қабылдауды күтіп тұрған тапсыру жоқ
rule-in-transit = объект тапсырылған, әлі қабылданбаған; тек қабылдаушы жауап бере алады
rule-opened = объектінің мөрі ашылған, алдымен оны қайта мөрлеу керек
rule-under-examination = объект зерттеуде
rule-held = объект ұстаушыда; бұл жазба жауап беретін ештеңе жоқ
rule-ended = журнал аяқталған; объектінің күйі: { $state }
rule-wrong-acceptor = тапсыру { $expected } кілтіне арналған, ал бұл – { $found } кілті
rule-not-holder = ұстаушының кілті – { $holder }, ал бұл – { $actor } кілті
rule-self-transfer = өзіне-өзі тапсыруға болмайды; қабылдаушы – сол адамның өзі
rule-cosigner = { $name } мөрлеуді екінші қолтаңбамен әлі куәландырған жоқ
rule-own-countersignature = екінші адам куәландыруы керек; жазбаның өзіне осы кілтпен қол қойылған
rule-not-author = жазбаны тек оның авторы түзете алады
rule-on-hold = объектіні жоюға және қайтаруға тыйым салынған
rule-time-order = оның уақыты { $found } алдыңғы жазбаның { $latest } уақытынан ерте
rule-wrong-role = кілттер тізілімі бойынша { $name } рөлі – { $roles }, бұл рөл { $act } жазбасына қол қоюға құқық бермейді
rule-key-invalid = кілттер тізілімі бойынша кілттің жарамдылық мерзімі тек { $from } – { $to }
rule-key-compromised = кілттер тізілімі бойынша бұл кілт бөгде адамда болуы мүмкін, басталған уақыты { $since }
rule-signer-unknown = { $key } кілтін ешкім растамайды
hint-rule-in-transit = қабылдаушы `sealbag accept BAG` немесе тапсырушы `sealbag custody cancel BAG` командасын орындайды
hint-rule-opened = `sealbag custody reseal BAG --out NEW.bag --source DIR`
hint-rule-examination = зерттеуді `sealbag custody examine-end BAG` аяқтайды
hint-rule-no-release = алдымен ұстаушы `sealbag release BAG --to PUB` командасын орындайды
hint-rule-acceptor = тапсыру жазбасында аталған кілтпен қол қойыңыз немесе қайта тапсыруды сұраңыз
hint-rule-holder = қолды ұстаушы қоюы керек немесе ол алдымен объектіні тапсыруы керек
hint-rule-recipient = қабылдайтын адамның ашық кілтін көрсетіңіз
hint-rule-cosigner = бұл адам `sealbag custody countersign BAG` командасын орындайды; бас тарту жазбасы `sealbag custody refuse-to-sign BAG` командасымен енгізіледі
hint-rule-hold = тыйымды оны салған орган алуы керек: `sealbag custody unhold BAG`
hint-rule-time = сағатты дұрыс қойыңыз; егер бұл бұрын, бірақ мөрлеуден және жазба жауап беретін оқиғадан кейін болса, кешігу себебін көрсетіңіз: --late-reason TEXT
hint-rule-unknown-acceptor = осы кілт тіркелген тізілімді ұсыныңыз (--authority PUB --roster FILE) немесе осы кілтке тапсыруды сұраңыз
hint-rule-other-signer = басқа адам қол қоюы керек немесе тізілімді жүргізетін орган оны өзгертуі керек
hint-rule-new-key = тізілімді жүргізетін органнан жаңа кілт алыңыз
hint-nothing-changed = ештеңеге қол қойылған жоқ, ештеңе өзгертілген жоқ
hint-new-bag-stands = жаңа пакет бүтін әрі дайын; тек журналда ол туралы жазба жоқ. Оны кейін енгізіңіз:

## Keys

hint-key-make = кілтті `sealbag key new NAME --out FILE` командасымен жасап, оны көрсетіңіз: --key FILE
hint-key-make-or-put = кілтті `sealbag key new NAME --out FILE` командасымен жасап, оны көрсетіңіз: --key FILE, немесе кілтті { $path } файлына салыңыз
hint-key-or-agent = немесе кілтті көрсетіңіз: --agent SHA256:...; { $has }
hint-key-add = { $add }; { $has }
agent-adds = ашық бөлігі { $public } файлында жатқан кілтті `ssh-add { $private }` қосады
agent-adds-any = кілтті `ssh-add FILE` қосады
agent-has = ssh-agent ішінде бары:{ $keys }
agent-has-none = ssh-agent жарамды бірде-бір кілт көрсетпейді; бұғатталған агент кілттерді көрсетпейді (бұғатты `ssh-add -X` алады)
hint-key-ed25519 = Ed25519 кілтін жасаңыз: `ssh-keygen -t ed25519`, ал аппараттық кілтте – `ssh-keygen -t ed25519-sk`
hint-key-pin = команда жолын басқалар көре алады; PIN-кодты терминалда енгізіңіз немесе --passphrase-file FILE көрсетіңіз
hint-key-uri = мысалы, pkcs11:token=LABEL;object=LABEL?module-path=/PATH/OF/MODULE.so
hint-key-module = кітапхананы көрсетіңіз: --pkcs11 MODULE немесе URI ішінде ?module-path=MODULE
hint-key-build = бағдарламаны былай құрастырыңыз: cargo build --release --features pkcs11
hint-key-fingerprints = агенттегі кілттердің баспаларын `ssh-add -l` көрсетеді
hint-key-right-pub = кілттің жанына дұрыс .pub файлын қойыңыз немесе оны алып тастаңыз
hint-key-comment = сол файлдағы кілттен кейінгі мәтінді түзетіңіз
hint-key-other-name = басқа ат таңдаңыз; кілттің үстінен ешқашан жазылмайды
hint-key-chmod = кілтті басқалар көшіріп алған болуы мүмкін; егер бұлай болмаса, мынаны орындаңыз: chmod 600 { $path }
hint-key-make-ed25519 = Ed25519 кілтін `sealbag key new NAME --out FILE` командасымен жасаңыз
hint-key-anchor = мұндай файлды `sealbag roster export ROSTER --anchor` жасайды; docs/guide/roster.md бетін қараңыз
token-none = токен жоқ
token-has = бар токендер: { $labels }
token-no-key = жабық кілт жоқ
token-has-key = бар жабық кілттер: { $labels }
hint-token-library = бұл осындай компьютерге арналған PKCS#11 кітапханасы болуы керек; оның баптауы қате болуы мүмкін
hint-token-inserted = токеннің салынғанына және басқа бағдарлама қолданбай тұрғанына көз жеткізіңіз
hint-token-label = біреуін көрсетіңіз: --token-label LABEL; { $has }
hint-token-key-label = біреуін көрсетіңіз: --key-label LABEL немесе URI ішінде id=
hint-token-wrong-pin = бірнеше қате PIN-кодтан кейін токен бұғатталады; сенімді болсаңыз ғана қайталаңыз
hint-token-locked = токенді оны басқаратын адам басқа PIN-кодпен бұғаттан шығарады
hint-token-ed25519 = токенде Ed25519 кілтін жасаңыз (edwards25519)
hint-token-public = токенге дәл сондай идентификаторы бар ашық кілтті де салыңыз
hint-key-openssh = кілтті `ssh-add FILE` командасымен ssh-agent ішіне қосып, --agent FILE.pub параметрімен қол қойыңыз
hint-key-make-new = кілтті `sealbag key new NAME --out FILE` командасымен жасаңыз
hint-passphrase-file = құпиясөзді көрсетіңіз: --passphrase-file FILE
hint-passphrase-again = қайталап көріңіз; бос орындар мен бас/кіші әріптер ескеріледі
hint-key-openssl = кілтті `openssl pkcs8 -topk8 -scrypt -in FILE -out NEW` командасымен жаңадан жазыңыз

## Packed bags

hint-packed-unpack = файлдан жазуға болатын журналы бар пакетті `sealbag unpack FILE` жасайды
hint-packed-ordinary = бұл – кәдімгі архив: оны кәдімгі бағдарламамен ашып, ішінде болған пакетті тексеріңіз
hint-packed-name = пакетті көрсетіңіз: каталог немесе `sealbag pack` жасаған файл
hint-packed-not-whole = файл толық емес сияқты: оны тағы бір рет алыңыз немесе көшіріңіз, өлшемдерін салыстырыңыз
hint-packed-no-other-tools = оны басқа бағдарламалармен ашпаңыз: олар басқалар көріп тұрғаннан өзгені көрсетуі мүмкін; файлды қайта сұраңыз
hint-pack-other-out = басқа --out таңдаңыз; ештеңенің үстінен жазылмайды
hint-pack-outside = пакеттен тыс --out таңдаңыз
hint-pack-busy = басқа іске қосудың аяқталуын күтіңіз, ал ондай болмаса, бұл файлды жойыңыз
hint-pack-name = пакетті көрсетіңіз
hint-pack-foreign = расталатын пакетте мұндай болмайды; ол туралы `sealbag verify` не айтатынын қараңыз
hint-pack-changed = ештеңе жазылған жоқ; пакетті оған ешкім жазбаған кезде бір файлға жинаңыз
hint-pack-disk = диск ақаулы болуы мүмкін; басқа дискідегі файлға жинаңыз
hint-unpack-other-to = басқа --to таңдаңыз; ештеңенің үстінен жазылмайды
hint-unpack-name = `sealbag pack` жасаған файлды көрсетіңіз
hint-unpack-damaged = пакет файлдан шығарылмады; бүлінгеннің бәрін `sealbag verify` атайды, сақталғанын `sealbag extract` шығарып алады
hint-unpack-disk = диск ақаулы болуы мүмкін; басқа дискіге шығарыңыз
hint-unpack-names = файлдық жүйе екі атты бір ат деп қабылдауы мүмкін; басқа --to таңдаңыз

## Profiles, receipts, reports

hint-profile-list = кірістірілген бейіндерді `sealbag profile list` көрсетеді; файл ./FILE түрінде көрсетіледі
hint-profile-lint = қателердің бәрін `sealbag profile lint FILE` атайды
hint-receipt-log = журналдың қай жерде бұзылғанын `sealbag log BAG` көрсетеді
hint-report-ending = не жазылатынын атаудың кеңейтімі анықтайды
hint-report-verify = себебін `sealbag verify` айтады
hint-report-outside = пакеттің жанына жазыңыз: пакет ішінде бұл файл мөрленбеген болар еді
hint-report-time = уақытты көрсетіңіз: --time
hint-report-again = жұмыс жүріп жатқанда пакетке ешкім жазбауы керек; қайталап көріңіз
hint-language = en, ru немесе kk деп жазыңыз, болмаса --lang көрсетіңіз

## Rosters

hint-roster-begin = тізілімді бастаңыз: sealbag roster new --authority-name NAME --out { $path }
hint-roster-changed = файл қол қойылғаннан кейін өзгертілген; оны тізілімді жүргізетін органнан қайта алыңыз
hint-roster-draft = оған қол қойылмаған; жобаның аты – FILE.draft
hint-roster-unfinished = оның әзірге күші жоқ; мұндай кілті бар адам қол қояды: sealbag roster sign FILE --key KEY
hint-roster-go-on = жалғастырыңыз: sealbag roster sign { $path }; немесе жобаны өзгерту үшін бұл файлды жойыңыз, сонда бәрі қайта қол қояды
hint-roster-line = жолды түзетіңіз; пішімі docs/spec/roster.md бетінде сипатталған
hint-roster-signed = қол қойылған нұсқа өзгертілмейді; оны көрсетсеңіз, келесісі басталады: { $path }
hint-roster-newest = ең жаңасын көрсетіңіз: { $path }
hint-roster-other-draft = { $path } жобасының өзін көрсетіңіз немесе оны жойыңыз
hint-roster-next = келесі нұсқаны `sealbag roster add`, `retire` немесе `revoke` бастайды
hint-roster-previous = алдыңғы қол қойылған нұсқаны көрсетіңіз: --previous FILE
hint-roster-busy = басқасы аяқталғанда команданы қайта орындаңыз
hint-roster-meanwhile = ештеңе жазылған жоқ; жобаны қарап, команданы қайта орындаңыз
hint-roster-name = жаңа адам үшін --name көрсетіңіз; белгілі адамның нөмірін тексеріңіз
hint-roster-other-id = сол адамның тағы бір кілті үшін атын көрсетпеңіз; басқа адамға басқа нөмір керек
hint-roster-one-person = бір кілт – бір адам: жаңа кілтті `sealbag key new` жасайды
hint-roster-retire = ескі пакеттерге ескі кілттер керек: кілтті жоймай, қолданыстан шығарыңыз
hint-roster-rekey = тізілімді жүргізетін органның кілтімен қол қойыңыз; оның кілттерін `sealbag roster rekey` алмастырады
hint-roster-same-again = ештеңе жазылған жоқ; сол команданы қайталаңыз
hint-roster-somebody-else = тізілімді жүргізетін органның басқа қызметкері басқа кілтпен қол қоюы керек
hint-roster-threshold = көрсетіңіз: --threshold K, мысалы 3 кілттің 2 кілті
hint-roster-lower = бұл әдейі болса, --lower-threshold көрсетіңіз
hint-roster-other-out = басқа --out таңдаңыз; тізілімнің үстінен ешқашан жазылмайды
hint-clock = осы компьютердің сағатын қойыңыз
hint-other-name = басқа ат таңдаңыз

## Keys that are kept elsewhere

hint-sign-touch = аппараттық кілтке әр қолтаңба қойғанда жанасу керек; `-O no-touch-required` параметрімен жасалған кілт мұнда жарамайды
hint-sign-wrong = кілт сақтаған құрал қате қолтаңба берді; қайталап көріңіз, тағы қайталанса, оған сенбеңіз
hint-sign-there = кілттің орнында әрі жарамды екеніне көз жеткізіңіз
hint-agent-start = агентті іске қосыңыз: `eval "$(ssh-agent)"`, содан кейін кілтті қосыңыз: `ssh-add FILE`
hint-agent-refused = мүмкін, агентте кілт енді жоқ (`ssh-add -l`), агент бұғатталған (`ssh-add -X`), сұрау қабылданбаған, PIN-код қате немесе аппараттық кілтке уақытында жанаспаған
hint-agent-slow = агент жанасуды, PIN-кодты немесе растауды күтіп тұрған болуы мүмкін; қайталап көріңіз
hint-agent-runs = агенттің жұмыс істеп тұрғанына көз жеткізіп (`ssh-add -l`), қайталап көріңіз
hint-agent-broken = бұл ssh-agent емес немесе ол ақаулы; SSH_AUTH_SOCK нені көрсететінін тексеріңіз

## Time-stamps

hint-stamp-nothing-stored = { $what }; ештеңе сақталған жоқ [{ $code }]
hint-stamp-certificate-pem = уақыт белгісі қызметінің өз сертификатын немесе жоғары тұрған орталықтың сертификатын PEM пішімінде көрсетіңіз; оны пакетпен бірге емес, қызметтің өзінен алыңыз
hint-stamp-request = осы жазба үшін жасалған сұрауды және жазбаның нөмірін көрсетіңіз: --event N
hint-stamp-request-file = `sealbag timestamp --request` жасаған файлды көрсетіңіз
hint-stamp-log = жазбаларды `sealbag log BAG` көрсетеді
hint-stamp-stored = уақыт белгісі сақталды: оны қайта сұрамаңыз; ол туралы жазба болса, оны `sealbag log` көрсетеді
hint-http-scheme = уақыт белгісіне құпия арна қажет емес: қызметтердің көбі http:// арқылы да жауап береді. Әйтпесе сұрауды жазыңыз: --request q.tsq, оны басқа бағдарламамен жіберіңіз: curl --data-binary @q.tsq -H 'Content-Type: application/timestamp-query' -o a.tsr URL, содан кейін жауабын көрсетіңіз: --attach a.tsr --request-file q.tsq
hint-http-unreachable = ештеңе сақталған жоқ; қайталап көріңіз, басқа қызметке жүгініңіз немесе сұрауды өзіңіз жіберіңіз: --request
hint-http-moved = қызмет { $place } мекенжайына жібереді; оған сенсеңіз, оны --tsa параметрінде көрсетіңіз
hint-http-url = ештеңе сақталған жоқ; бұл қызмет атаған URL екенін тексеріңіз
hint-fault-policy-says = сұрауды қызметтің саясатына сай жасаңыз немесе басқа қызметке жүгініңіз
hint-fault-event = белгі алынған жазбаның нөмірін көрсетіңіз: --event N
hint-fault-answer = басқа емес, дәл осы сұраудың жауабын көрсетіңіз
hint-fault-policy = саясаты сондай қызметке жүгініңіз немесе --tsa-policy көрсетпеңіз
hint-fault-trusted-certificate = осы қызметтің сертификатын сенімді жолмен алған болсаңыз, оны көрсетіңіз: --tsa-ca
hint-fault-certificate = қызметтің сертификатын көрсетіңіз: --tsa-ca
hint-fault-clock = қызметтің сағаты дұрыс па және қазір қай сертификатты қолданатынын анықтаңыз
hint-fault-whole = файл мәтін беті емес, қызметтің толық жауабы екенін тексеріңіз
hint-fault-other-program = белгіні басқа бағдарлама тексере алуы мүмкін; бұл бағдарлама тексере алмайды
hint-fault-strong = SHA-256 алгоритмін және қазіргі ұзындықтағы кілттерді қолданатын қызметке жүгініңіз
hint-fault-again = қайта сұраңыз немесе басқа қызметке жүгініңіз

## Other hints

hint-passphrase-choose = құпиясөз таңдаңыз; ештеңе жазылған жоқ
hint-demo-directory = әлі жоқ каталогты көрсетіңіз
hint-form-file = алдымен нысанды файлға жазыңыз
hint-seal-form = толтырылатын нысанды `sealbag profile show { $profile } --form > form.toml` жазады; оны көрсетіңіз: --form form.toml
hint-seal-usage = sealbag seal DIR --exhibit NUMBER --case NUMBER --key FILE; барлық параметрлерді `sealbag seal --help` көрсетеді
hint-seal-may-not = құқығы бар кілтпен мөрлеңіз, ең жаңа кілттер тізілімін көрсетіңіз немесе --roster көрсетпеңіз; сағатты да тексеріңіз
hint-seal-source = SOURCE көрсетпеңіз немесе дәл соны көрсетіңіз
hint-unpacked = пакет файлдан шығарылды: { $path }
hint-packed = пакет бір файлға жиналды: { $path }
hint-event-entered = { $index } жазбасы енгізілген: оны қайта енгізбеңіз; оны `sealbag log` көрсетеді
