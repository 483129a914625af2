# Labels and hints of the command line, in Russian. The terms are those of crates/report/glossary.tsv.

## Labels

label-error = ошибка:
label-hint = что делать:
label-in = где: { $place }
place-expected = { $place }, ожидалось { $value }
place-found = { $place }, найдено { $value }
place-more = и ещё мест: { $count }

## Audits

hint-audit-outer = укажите только внешний из них
hint-audit-outside = укажите файл или каталог вне пакета: --resume FILE, --forks DIR
hint-audit-place = укажите само место, а не ссылку, и вне каких-либо пакетов
hint-audit-results = укажите новый файл или файл, записанный командой `sealbag audit --resume`
hint-audit-changed = файл изменён; начните новый: --resume NEWFILE
hint-audit-repeat = повторите первую команду в точности или укажите новый файл результатов
hint-audit-busy = дождитесь окончания другой проверки или укажите другой файл
hint-output-lost = результат не доставлен; выполните команду снова, сохранив её вывод
hint-audit-kept = если в --resume указан файл, уже проверенное сохранено; выполните команду снова
hint-audit-receipts = поместите квитанции в каталог и укажите его: --since DIR

## Sealing and extracting

hint-seal-other-out = выберите другой --out; пакеты никогда не перезаписываются
hint-seal-go-on = продолжите командой `sealbag seal --resume --out { $path }` или удалите его
hint-seal-copy-again = повторите команду, которой копировался пакет, или удалите { $path }; исходный пакет не изменён
hint-seal-roster = укажите файл реестра ключей в том виде, в каком его подписал ведущий реестр орган
hint-seal-anew = опечатайте заново, как в первый раз: с источником и без --resume; удалять ничего не нужно
hint-seal-no-resume = опечатывайте без --resume
hint-wait = дождитесь завершения
hint-seal-same-key = продолжите с тем ключом, с которым опечатывание начато
hint-seal-out-outside = выберите --out вне источника
hint-seal-out-device = выберите --out на другом устройстве; на носители с доказательствами никогда ничего не записывается
hint-seal-correct = исправьте значение; ничего не подписано
hint-seal-remove-partial = удалите незавершённый пакет и опечатайте снова
hint-seal-try-again = повторить попытку: sealbag seal --resume --out { $path }
hint-seal-accept-places = опечатать, отметив эти места как нечитаемые: sealbag seal --resume --accept-unreadable --out { $path }
hint-seal-accept-images = опечатать файлы как есть, отметив сведения образов как неподтверждённые: sealbag seal --resume --accept-unreadable --out { $path }
hint-seal-accept-both = опечатать, отметив эти места как нечитаемые, а сведения образов как неподтверждённые: sealbag seal --resume --accept-unreadable --out { $path }
hint-seal-foreign = удалите из каталога { $path } то, что к нему не относится, и продолжите
hint-seal-failing-disk = диск, на котором лежит { $path }, возможно, неисправен; опечатывайте на другой
hint-seal-nothing-lost = ничего не потеряно; чтобы продолжить: sealbag seal --resume --out { $path }, с тем же ключом
hint-copy-nothing-lost = ничего не потеряно; чтобы продолжить, повторите ту же команду
hint-seal-foreign-partial = опечатайте заново, указав другой --out
hint-own-fault = ничего не опубликовано; сообщите об этом как об ошибке программы
hint-source-itself = укажите сам каталог или файл
hint-source-parent = опечатайте их общий каталог или каждый в отдельный пакет
hint-see-verify = смотрите, что о пакете сообщает `sealbag verify`
hint-extract-anchor = укажите полученное не из пакета: --signer PUB или --seal-hash HEX; либо --unanchored, чтобы взять то, что мог изготовить кто угодно
hint-extract-paths = указываются пути источника, как их показывает `sealbag verify`
hint-extract-detached = данные находятся там, где они опечатаны
hint-extract-other-to = выберите несуществующий --to; ничего не перезаписывается
hint-extract-again = повторите прерванную команду с тем же пакетом, путями и параметрами или выберите другой --to

## Entering events

hint-event-form = форма – это файл TOML с таблицами записи; укажите его: --form FILE
hint-event-key-or-roster = укажите файл открытого ключа или реестр ключей: --authority PUB --roster FILE
hint-event-ids = номера и имена показывает `sealbag roster show FILE`
hint-event-id = укажите номер, который стоит перед именем
hint-event-key-file = укажите файл открытого ключа
hint-event-hold = укажите тот, который прекращается: --event N
hint-event-other-role = ничего не записано; это должно сделать лицо с другой ролью
hint-event-anchor = укажите --authority PUB, --signer PUB, --seal-hash HEX или --receipt FILE; либо --unanchored, чтобы записать, что установить невозможно
hint-accept-decide = без терминала укажите --yes или --refuse REASON
hint-event-same-again = журнал остался прежним; повторите ту же команду
hint-event-bad-log = смотрите, что о пакете сообщают `sealbag log` и `sealbag verify`; какой журнал верен, показывает квитанция
hint-event-other-copy = возможно, продолжена другая копия этого журнала или указан не тот файл; ничего не записано
hint-nothing-signed = ничего не подписано
event-refused = запись { $kind } не принята: { $why }
event-refused-holder = запись { $kind } не принята: объект на хранении у держателя { $holder }, а { $why }
hint-event-log-ends = последняя запись журнала: запись { $index }, { $kind }, внесло лицо { $name }, время { $time }
hint-event-late = установите часы этого компьютера; о том, что произошло раньше, вносится запись с --time TIME --late-reason REASON
hint-event-roster = получите у ведущего реестр органа новейший реестр ключей и укажите его: --roster FILE
hint-accept-refuse = откажите в приёме: `sealbag accept BAG --refuse REASON`; если пакет нужно принять как есть, укажите --despite-violation
hint-event-incident = внесите об этом запись: `sealbag custody incident BAG --kind mismatch`; если действие всё же необходимо, укажите --despite-violation
hint-event-overtaken = после этого { $why }
hint-event-decide-anew = посмотрите журнал командой `sealbag log BAG` и решите заново
hint-event-publish = не подписывайте другую запись: когда диск ответит, выполните `sealbag custody publish BAG --page FILE` со страницей, лежащей рядом с пакетом
hint-log-busy = файл custody/.lock занят другой программой; дождитесь её завершения и повторите
hint-log-own-disk = скопируйте пакет на диск с подходящей файловой системой (ext4, XFS, APFS, NTFS) и внесите запись там
hint-log-permission = этому пользователю нельзя писать в каталог custody/ пакета; ничего не изменено

## The rules of custody

rule-no-release = нет передачи, ожидающей приёма
rule-in-transit = объект передан и ещё не принят; ответить может только получатель
rule-opened = объект вскрыт, и сначала его нужно опечатать повторно
rule-under-examination = объект находится на исследовании
rule-held = объект на хранении у держателя; этой записи не на что отвечать
rule-ended = журнал завершён; состояние объекта: { $state }
rule-wrong-acceptor = передача адресована ключу { $expected }, а это ключ { $found }
rule-not-holder = ключ держателя – { $holder }, а это ключ { $actor }
rule-self-transfer = передать самому себе нельзя; получатель – то же лицо
rule-cosigner = { $name } ещё не заверил(а) опечатывание второй подписью
rule-own-countersignature = заверить должно второе лицо; этим ключом подписана сама запись
rule-not-author = исправить запись может только её автор
rule-on-hold = действует запрет на уничтожение и возврат объекта
rule-time-order = её время { $found } раньше времени предшествующей записи { $latest }
rule-wrong-role = согласно реестру ключей у лица { $name } роль { $roles }, которая не даёт права подписать запись { $act }
rule-key-invalid = согласно реестру ключей ключ действителен только с { $from } по { $to }
rule-key-compromised = согласно реестру ключей этот ключ с { $since } может быть у постороннего лица
rule-signer-unknown = ключ { $key } никем не подтверждён
hint-rule-in-transit = получатель выполняет `sealbag accept BAG` или передающий – `sealbag custody cancel BAG`
hint-rule-opened = `sealbag custody reseal BAG --out NEW.bag --source DIR`
hint-rule-examination = исследование завершает `sealbag custody examine-end BAG`
hint-rule-no-release = сначала держатель выполняет `sealbag release BAG --to PUB`
hint-rule-acceptor = подпишите ключом, который назван в записи о передаче, или попросите передать заново
hint-rule-holder = подписать должен держатель, либо сначала он должен передать объект
hint-rule-recipient = укажите открытый ключ того, кто принимает
hint-rule-cosigner = это лицо выполняет `sealbag custody countersign BAG`; об отказе вносится запись: `sealbag custody refuse-to-sign BAG`
hint-rule-hold = снять запрет должен наложивший его орган: `sealbag custody unhold BAG`
hint-rule-time = установите часы верно; если это произошло раньше, но после опечатывания и после того, на что отвечает запись, укажите причину опоздания: --late-reason TEXT
hint-rule-unknown-acceptor = предоставьте реестр, в котором есть этот ключ (--authority PUB --roster FILE), или попросите передать на этот ключ
hint-rule-other-signer = подписать должно другое лицо, или ведущий реестр орган должен изменить реестр
hint-rule-new-key = получите новый ключ у ведущего реестр органа
hint-nothing-changed = ничего не подписано и не изменено
hint-new-bag-stands = новый пакет цел и готов; нет лишь записи о нём в журнале. Внесите её позже:

## Keys

hint-key-make = создайте ключ командой `sealbag key new NAME --out FILE` и укажите его: --key FILE
hint-key-make-or-put = создайте ключ командой `sealbag key new NAME --out FILE` и укажите его: --key FILE, или поместите ключ в файл { $path }
hint-key-or-agent = или укажите ключ: --agent SHA256:...; { $has }
hint-key-add = { $add }; { $has }
agent-adds = ключ, открытая часть которого в файле { $public }, добавляет `ssh-add { $private }`
agent-adds-any = ключ добавляет `ssh-add FILE`
agent-has = в ssh-agent есть:{ $keys }
agent-has-none = ssh-agent не показывает ни одного пригодного ключа; заблокированный агент ключей не показывает (разблокирует `ssh-add -X`)
hint-key-ed25519 = создайте ключ Ed25519: `ssh-keygen -t ed25519`, а на аппаратном ключе – `ssh-keygen -t ed25519-sk`
hint-key-pin = командную строку видят другие; введите PIN-код в терминале или укажите --passphrase-file FILE
hint-key-uri = например, pkcs11:token=LABEL;object=LABEL?module-path=/PATH/OF/MODULE.so
hint-key-module = укажите библиотеку: --pkcs11 MODULE или ?module-path=MODULE в URI
hint-key-build = соберите программу так: cargo build --release --features pkcs11
hint-key-fingerprints = отпечатки ключей в агенте показывает `ssh-add -l`
hint-key-right-pub = положите рядом с ключом верный файл .pub или уберите его
hint-key-comment = исправьте в этом файле текст после ключа
hint-key-other-name = выберите другое имя; ключи никогда не перезаписываются
hint-key-chmod = ключ могли скопировать другие; если это исключено, выполните: chmod 600 { $path }
hint-key-make-ed25519 = создайте ключ Ed25519 командой `sealbag key new NAME --out FILE`
hint-key-anchor = такой файл создаёт `sealbag roster export ROSTER --anchor`; см. docs/guide/roster.md
token-none = токенов нет
token-has = есть токены: { $labels }
token-no-key = закрытых ключей нет
token-has-key = есть закрытые ключи: { $labels }
hint-token-library = это должна быть библиотека PKCS#11 для такого типа компьютера; возможно, неверна её настройка
hint-token-inserted = убедитесь, что токен вставлен и не занят другой программой
hint-token-label = укажите один из них: --token-label LABEL; { $has }
hint-token-key-label = укажите один из них: --key-label LABEL или id= в URI
hint-token-wrong-pin = после нескольких неверных PIN-кодов токен блокируется; повторяйте, только если уверены
hint-token-locked = токен разблокирует тот, кто им управляет, другим PIN-кодом
hint-token-ed25519 = создайте в токене ключ Ed25519 (edwards25519)
hint-token-public = поместите в токен и открытый ключ с тем же идентификатором
hint-key-openssh = добавьте ключ в ssh-agent командой `ssh-add FILE` и подписывайте с --agent FILE.pub
hint-key-make-new = создайте ключ командой `sealbag key new NAME --out FILE`
hint-passphrase-file = укажите парольную фразу: --passphrase-file FILE
hint-passphrase-again = попробуйте снова; пробелы и регистр букв учитываются
hint-key-openssl = запишите ключ заново командой `openssl pkcs8 -topk8 -scrypt -in FILE -out NEW`

## Packed bags

hint-packed-unpack = пакет с журналом, в который можно писать, создаёт из файла `sealbag unpack FILE`
hint-packed-ordinary = это обычный архив: распакуйте его обычной программой и проверьте пакет, который в нём был
hint-packed-name = укажите пакет: каталог или файл, созданный командой `sealbag pack`
hint-packed-not-whole = вероятно, файл неполон: получите или скопируйте его ещё раз и сравните размеры
hint-packed-no-other-tools = не распаковывайте его другими программами: они могут показать не то, что видят другие; запросите файл заново
hint-pack-other-out = выберите другой --out; ничего не перезаписывается
hint-pack-outside = выберите --out вне пакета
hint-pack-busy = дождитесь завершения другого запуска или, если его нет, удалите этот файл
hint-pack-name = укажите пакет
hint-pack-foreign = в пакете, который подтверждается, такого нет; смотрите, что о нём сообщает `sealbag verify`
hint-pack-changed = ничего не упаковано; упакуйте пакет, когда в него никто не пишет
hint-pack-disk = возможно, диск неисправен; упакуйте на другой
hint-unpack-other-to = выберите другой --to; ничего не перезаписывается
hint-unpack-name = укажите файл, созданный командой `sealbag pack`
hint-unpack-damaged = ничего не распаковано; всё повреждённое назовёт `sealbag verify`, уцелевшее извлечёт `sealbag extract`
hint-unpack-disk = возможно, диск неисправен; распакуйте на другой
hint-unpack-names = возможно, файловая система принимает два имени за одно; выберите другой --to

## Profiles, receipts, reports

hint-profile-list = встроенные профили показывает `sealbag profile list`; файл указывается как ./FILE
hint-profile-lint = все ошибки назовёт `sealbag profile lint FILE`
hint-receipt-log = где журнал нарушен, показывает `sealbag log BAG`
hint-report-ending = что записывается, определяет расширение имени
hint-report-verify = причину сообщит `sealbag verify`
hint-report-outside = запишите рядом с пакетом: в пакете такой файл был бы неопечатанным
hint-report-time = укажите время: --time
hint-report-again = пока идёт работа, в пакет никто не должен писать; повторите
hint-language = укажите en, ru или kk либо задайте --lang

## Rosters

hint-roster-begin = начните реестр: sealbag roster new --authority-name NAME --out { $path }
hint-roster-changed = файл изменён после подписания; получите его у ведущего реестр органа снова
hint-roster-draft = он не подписан; имя черновика – FILE.draft
hint-roster-unfinished = он пока не имеет силы; подписывает тот, у кого такой ключ: sealbag roster sign FILE --key KEY
hint-roster-go-on = продолжите: sealbag roster sign { $path }; либо удалите этот файл, чтобы изменить черновик, и все подпишут заново
hint-roster-line = исправьте строку; форма описана в docs/spec/roster.md
hint-roster-signed = подписанная версия не изменяется; укажите её, и будет начата следующая: { $path }
hint-roster-newest = укажите новейшую: { $path }
hint-roster-other-draft = укажите сам черновик { $path } или удалите его
hint-roster-next = следующую версию начинает `sealbag roster add`, `retire` или `revoke`
hint-roster-previous = укажите предыдущую подписанную версию: --previous FILE
hint-roster-busy = выполните команду снова, когда завершится другая
hint-roster-meanwhile = ничего не записано; просмотрите черновик и выполните команду снова
hint-roster-name = для нового лица укажите --name; для известного проверьте номер
hint-roster-other-id = для ещё одного ключа того же лица не указывайте имя; другому лицу нужен другой номер
hint-roster-one-person = один ключ – одно лицо: новый ключ создаёт `sealbag key new`
hint-roster-retire = старым пакетам нужны старые ключи: выведите ключ из употребления, а не удаляйте
hint-roster-rekey = подпишите ключом ведущего реестр органа; его ключи заменяет `sealbag roster rekey`
hint-roster-same-again = ничего не записано; повторите ту же команду
hint-roster-somebody-else = подписать должен другой сотрудник ведущего реестр органа другим ключом
hint-roster-threshold = укажите: --threshold K, например 2 из 3 ключей
hint-roster-lower = если это намеренно, укажите --lower-threshold
hint-roster-other-out = выберите другой --out; реестры никогда не перезаписываются
hint-clock = установите часы этого компьютера
hint-other-name = выберите другое имя

## Keys that are kept elsewhere

hint-sign-touch = аппаратного ключа нужно касаться при каждой подписи; ключ, созданный с `-O no-touch-required`, здесь непригоден
hint-sign-wrong = хранилище ключа выдало неверную подпись; повторите и не доверяйте ему, если это случится снова
hint-sign-there = убедитесь, что ключ на месте и пригоден
hint-agent-start = запустите агент: `eval "$(ssh-agent)"`, затем добавьте ключ: `ssh-add FILE`
hint-agent-refused = возможно, ключа в агенте уже нет (`ssh-add -l`), агент заблокирован (`ssh-add -X`), запрос отклонён, PIN-код неверен или аппаратного ключа не коснулись вовремя
hint-agent-slow = возможно, агент ждёт касания, PIN-кода или подтверждения; повторите
hint-agent-runs = убедитесь, что агент работает (`ssh-add -l`), и повторите
hint-agent-broken = это не ssh-agent, или он неисправен; проверьте, на что указывает SSH_AUTH_SOCK

## Time-stamps

hint-stamp-nothing-stored = { $what }; ничего не сохранено [{ $code }]
hint-stamp-certificate-pem = укажите сертификат самой службы меток времени или вышестоящего центра в формате PEM; получите его у службы, а не вместе с пакетом
hint-stamp-request = укажите запрос, созданный для этой записи, и её номер: --event N
hint-stamp-request-file = укажите файл, созданный командой `sealbag timestamp --request`
hint-stamp-log = записи показывает `sealbag log BAG`
hint-stamp-stored = метка времени сохранена: не запрашивайте её снова; запись о ней, если она есть, показывает `sealbag log`
hint-http-scheme = метке времени не нужен секретный канал: большинство служб отвечает и по http://. Иначе запишите запрос: --request q.tsq, передайте его другой программой: curl --data-binary @q.tsq -H 'Content-Type: application/timestamp-query' -o a.tsr URL, и укажите ответ: --attach a.tsr --request-file q.tsq
hint-http-unreachable = ничего не сохранено; повторите, обратитесь к другой службе или передайте запрос сами: --request
hint-http-moved = служба отсылает к { $place }; если вы этому доверяете, укажите этот адрес в --tsa
hint-http-url = ничего не сохранено; проверьте, тот ли это URL, который называет служба
hint-fault-policy-says = составьте запрос согласно политике службы или обратитесь к другой
hint-fault-event = укажите номер записи, на которую получена метка: --event N
hint-fault-answer = укажите ответ на этот запрос, а не на другой
hint-fault-policy = обратитесь к службе с такой политикой или не указывайте --tsa-policy
hint-fault-trusted-certificate = укажите сертификат этой службы: --tsa-ca, если он получен путём, которому вы доверяете
hint-fault-certificate = укажите сертификат службы: --tsa-ca
hint-fault-clock = выясните, верны ли часы службы и какой сертификат она применяет сейчас
hint-fault-whole = проверьте, что файл – полный ответ службы, а не страница текста
hint-fault-other-program = возможно, метку сможет проверить другая программа; эта не может
hint-fault-strong = обратитесь к службе, которая применяет SHA-256 и ключи современной длины
hint-fault-again = запросите снова или обратитесь к другой службе

## Other hints

hint-passphrase-choose = выберите парольную фразу; ничего не записано
hint-demo-directory = укажите несуществующий каталог
hint-form-file = сначала запишите форму в файл
hint-seal-form = форму для заполнения записывает `sealbag profile show { $profile } --form > form.toml`; укажите её: --form form.toml
hint-seal-usage = sealbag seal DIR --exhibit NUMBER --case NUMBER --key FILE; все параметры показывает `sealbag seal --help`
hint-seal-may-not = опечатайте ключом, который имеет на это право, укажите новейший реестр ключей или не указывайте --roster; проверьте также часы
hint-seal-source = не указывайте SOURCE или укажите тот же
hint-unpacked = пакет распакован: { $path }
hint-packed = пакет упакован: { $path }
hint-event-entered = запись { $index } внесена: не вносите её снова; её показывает `sealbag log`
