# What `--help` says, and what is wrong with the form of a command line, in Russian. The terms are those of crates/report/glossary.tsv.
# The English texts stand where the command line is defined. `help-COMMAND` is a command, `help-COMMAND-ARGUMENT` an argument of it,
# `help-COMMAND-any-ARGUMENT` one of the commands below it, `help-any-ARGUMENT` one of all commands that have no text of their own for it.

## What the parser itself says

help-usage = Использование
help-mark-options = [ПАРАМЕТРЫ]
help-mark-command = <КОМАНДА>
help-mark-optional-command = [КОМАНДА]
help-commands = Команды
help-arguments = Аргументы
help-options = Параметры
help-page-name = Имя
help-page-description = Описание
help-page-version = Версия
help-default = [по умолчанию: { $value }]
help-possible-values = [возможные значения: { $value }]
help-any-help = Показать справку
help-help = Показать эту справку или справку по указанной команде
help-help-subcommand = Команда, по которой нужна справка

## What is wrong with a command line

usage-value-missing = для { $argument } нужно значение
usage-value = значение { $value } не подходит для { $argument }
usage-unknown-option = такого параметра нет: { $argument }
usage-unknown-argument = лишний аргумент: { $argument }
usage-unknown-command = такой команды нет: { $command }
usage-equals = между { $argument } и его значением нужен знак равенства
usage-too-many-values = для { $argument } указано лишнее значение { $value }
usage-too-few-values = для { $argument } нужно значений не менее { $expected }, указано { $found }
usage-number-of-values = для { $argument } нужно значений ровно { $expected }, указано { $found }
usage-twice = { $argument } указывается только один раз
usage-conflict = нельзя указывать вместе: { $argument } и { $others }
usage-conflict-command = команду { $command } нельзя указывать вместе с { $others }
usage-missing = не указано: { $argument }
usage-command-missing = после { $command } нужно указать команду
usage-not-utf-8 = в командной строке есть текст не в кодировке UTF-8
usage-other = не удалось разобрать командную строку
usage-hint = все параметры показывает `{ $command } --help`
usage-hint-similar = возможно, имеется в виду { $similar }; все параметры показывает `{ $command } --help`
usage-why-moment = время записывается в виде YYYY-MM-DD или YYYY-MM-DDTHH:MM:SSZ, UTC
usage-why-time = время записывается в виде YYYY-MM-DDTHH:MM:SSZ, UTC, и должно быть в календаре
usage-why-report-time = время записывается так: 2026-11-23T08:00:00Z
usage-why-offset = смещение записывается так: +05:00
usage-why-id = номер лица – это от 1 до 64 символов a-z 0-9 . _ -
usage-why-policy = политика записывается числами через точку, например 1.2.3.4
usage-why-seal-hash = в хэш-сумме записи об опечатывании 64 шестнадцатеричных знака, а здесь символов { $value }
usage-why-digits = нужно целое число
usage-why-large = число слишком велико
usage-why-range = нужно число в пределах { $value }

## The program

help-sealbag = Пакеты цифровых доказательств, которые может проверить суд
help-sealbag-long =
    Пакеты цифровых доказательств, которые может проверить суд.

    Коды завершения: 0 – подтверждено или выполнено, 1 – нарушено, 2 – установить невозможно либо не удалось прочитать или записать, 64 – неверная команда или отказ.
help-sealbag-help = Показать справку (подробнее: --help)
help-sealbag-help-long = Показать справку (кратко: -h)
help-sealbag-version = Показать версию
help-any-quiet = Выводить только результаты и ошибки
help-any-lang = Язык вывода: en, ru или kk; по умолчанию – SEALBAG_LANG, затем `language` в папке настроек, затем английский. JSON одинаков на всех языках
help-any-json = Вывести один объект JSON

help-demo = Показать весь порядок работы на прилагаемом примере
help-demo-dir = Каталог для показа; по умолчанию – новый временный
help-completions = Вывести сценарий автодополнения для командной оболочки
help-completions-shell = Оболочка, для которой нужен сценарий
help-man = Записать страницы руководства
help-man-out = Каталог для страниц; если его нет, он создаётся, прежние страницы в нём заменяются

## Keys

help-key = Создать ключ для подписания или показать имеющийся
help-key-new = Создать ключ: FILE – закрытый, FILE.pub – открытый
help-key-new-name = Имя подписывающего в том виде, в каком оно должно стоять в записях об опечатывании
help-key-new-out = Файл для закрытого ключа; он не должен существовать
help-key-new-no-passphrase = Не защищать закрытый ключ парольной фразой
help-key-new-passphrase-file = Файл, единственная строка которого – новая парольная фраза; без него она запрашивается в терминале
help-key-show = Показать, чей ключ в файле, и отпечаток ключа
help-key-show-file = Файл открытого или закрытого ключа; SHA256:... ключа в ssh-agent; URI вида pkcs11:...
help-key-show-passphrase-file = Файл, единственная строка которого – парольная фраза; без него сведения о зашифрованном ключе берутся из FILE.pub
help-any-key = Ключ для подписания: файл закрытого ключа; FILE.pub или SHA256:... ключа в ssh-agent; URI вида pkcs11:... По умолчанию – SEALBAG_KEY, затем `sealbag/key` в папке настроек
help-any-agent = Ключ для подписания в ssh-agent: его отпечаток SHA256:... или файл открытого ключа
help-any-pkcs11 = Модуль PKCS#11 токена, в котором находится ключ: библиотека изготовителя
help-any-token-label = Метка токена, если в модуле их несколько
help-any-key-label = Метка ключа в токене, если их там несколько
help-any-passphrase-file = Файл, единственная строка которого – парольная фраза ключа или PIN-код токена; без него они запрашиваются в терминале

## Rosters

help-roster = Вести реестр ключей, в котором указано, кому принадлежит каждый ключ
help-roster-any-file = Реестр; если он подписан, начинается черновик следующей версии
help-roster-new = Начать реестр: создаётся FILE.draft
help-roster-new-authority-name = Название органа, ведущего реестр
help-roster-new-country = Государство этого органа
help-roster-new-authority-keys = Открытый ключ органа; если ключей несколько, указывается для каждого
help-roster-new-threshold = Сколькими ключами органа должен быть подписан реестр; указывается, если ключей несколько
help-roster-new-out = Имя, которое будет у подписанного реестра
help-roster-add = Внести лицо с ключом или ещё один ключ лица
help-roster-add-key = Файл открытого ключа этого лица
help-roster-add-id = Номер лица, от 1 до 64 символов a-z 0-9 . _ -; различает двух лиц с одним именем
help-roster-add-name = Имя нового лица
help-roster-add-roles = Роли этого ключа, через запятую
help-roster-add-valid-from = Начало срока действия, YYYY-MM-DD или YYYY-MM-DDTHH:MM:SSZ, UTC; по умолчанию – сейчас
help-roster-add-valid-to = Первый момент после срока действия
help-roster-add-organisation = Организация нового лица
help-roster-add-unit = Подразделение этой организации
help-roster-add-country = Государство нового лица
help-roster-add-qualification = Квалификация нового лица
help-roster-add-qualification-until = Срок квалификации, YYYY-MM-DD
help-roster-retire = Вывести из употребления ключ или все ключи лица
help-roster-retire-key = Ключ: его файл или отпечаток SHA256:...
help-roster-retire-id = Номер лица, все ключи которого выводятся из употребления
help-roster-retire-at = С какого момента, YYYY-MM-DD или YYYY-MM-DDTHH:MM:SSZ, UTC
help-roster-retire-reason = Причина
help-roster-revoke = Отозвать ключ, который может быть у постороннего лица
help-roster-revoke-key = { help-roster-retire-key }
help-roster-revoke-compromised-since = Самый ранний момент, с которого ключ мог быть у постороннего лица, YYYY-MM-DD или YYYY-MM-DDTHH:MM:SSZ, UTC
help-roster-revoke-reason = Что произошло
help-roster-rekey = Заменить ключи органа в следующей версии
help-roster-rekey-authority-keys = Открытый ключ, который будет у органа; указываются все ключи, в том числе остающиеся
help-roster-rekey-threshold = Сколькими из них должен быть подписан реестр; указывается, если ключей несколько
help-roster-rekey-lower-threshold = Допустить, что ключей достаточно меньше, чем прежде
help-roster-sign = Подписать черновик ключом органа или поочерёдно несколькими его ключами
help-roster-sign-file = Реестр, черновик которого подписывается; или FILE.part – реестр либо акт о признании, уже подписанный другими сотрудниками органа
help-roster-sign-previous = Предыдущая подписанная версия, если её нет рядом с черновиком
help-roster-recognize = Признать реестр другого органа: для указанной цели, в указанных ролях, на срок
help-roster-recognize-file = Реестр признаваемого органа; в акте о признании называются его ключи
help-roster-recognize-by = Реестр признающего органа
help-roster-recognize-previous = Предыдущая версия акта, если новая её заменяет; то, что не указано заново, берётся из неё
help-roster-recognize-purpose = Для какой цели, словами
help-roster-recognize-roles = Роли, в которых признаются лица этого реестра, через запятую
help-roster-recognize-valid-from = Начало срока, YYYY-MM-DD или YYYY-MM-DDTHH:MM:SSZ, UTC
help-roster-recognize-valid-to = Первый момент после срока
help-roster-recognize-minimum-version = Наименьшая признаваемая версия другого реестра; по умолчанию – версия FILE
help-roster-recognize-withdrawn = С какого момента признание не действует
help-roster-recognize-reason = Почему признание прекращено
help-roster-recognize-out = Файл для записи
help-roster-enter = Внести акт о признании в следующую версию, чтобы было видно, что прежний устарел
help-roster-enter-recognition = Акт о признании, подписанный признающим органом
help-roster-show = Показать реестр, черновик или акт о признании
help-roster-show-file = Подписанный реестр, черновик или акт о признании
help-roster-export = Записать подписанный реестр в другом виде
help-roster-export-file = Подписанный реестр
help-roster-export-allowed-signers = В виде `allowed_signers` для OpenSSH, который читает `ssh-keygen -Y verify -f`
help-roster-export-anchor = Ключи органа и сколько из них должны подписать: это указывает проверяющий в --authority

## Sealing

help-seal = Опечатать каталоги, файлы или блочные устройства в пакет
help-seal-sources = Что опечатать; если это один каталог, пути начинаются внутри него, иначе каждый источник записывается под своим именем
help-seal-out = Создаваемый пакет; по умолчанию – `EXHIBIT.bag` в текущем каталоге
help-seal-case = Номер дела
help-seal-exhibit = Номер объекта, как на его этикетке
help-seal-description = Описание объекта
help-seal-form = Форма со всеми остальными полями записи об опечатывании (TOML)
help-seal-profile = Какие поля обязательны: встроенный профиль требований (`sealbag profile list`) или файл
help-seal-cosigner = Открытый ключ лица, которое должно поставить вторую подпись; имя берётся из комментария ключа (можно повторять)
help-seal-roster = Реестр ключей, который копируется в пакет и называется в записи об опечатывании; если по нему этот ключ не даёт права опечатывать, программа отказывает
help-seal-signer-name = Имя подписывающего; по умолчанию – комментарий из файла открытого ключа
help-seal-payload = Копировать данные в пакет или оставить их на месте
help-seal-also = Хэш-суммы, вычисляемые кроме SHA-256 и BLAKE3
help-seal-resume = Продолжить прерванное опечатывание; параметры берутся из незавершённого пакета
help-seal-accept-unreadable = Опечатать, хотя прочитать удаётся не всё; это указывается в записи об опечатывании
help-seal-no-reread = Не перечитывать записанное; это указывается в записи об опечатывании
help-seal-json = Вывести результат одним объектом JSON

help-profile = Посмотреть профили требований к записи об опечатывании или проверить профиль
help-profile-list = Перечислить встроенные профили
help-profile-show = Показать, чего требует профиль
help-profile-show-profile = Имя встроенного профиля или файл
help-profile-show-toml = Вывести сам файл профиля, чтобы составить на его основе свой
help-profile-show-form = Вывести пустую форму с обязательными полями записи об опечатывании; заполненная указывается в `seal --form`
help-profile-lint = Проверить профиль перед применением
help-profile-lint-file = Файл профиля

## Verification

help-verify = Проверить, соответствуют ли пакеты опечатанному
help-verify-bags = Пакеты или каталоги, в которых их искать
help-any-authority = Открытый ключ органа, ведущего реестр, или файл нескольких его ключей; можно указать несколько раз
help-any-roster = Реестр органа с версиями, в которых заменялись его ключи; по умолчанию – тот, что в пакете. Можно указать несколько раз
help-any-recognition = Акт, которым орган признаёт реестр другого органа; можно указать несколько раз
help-any-signer = Открытый ключ подписавшего, полученный не из пакета; можно указать несколько раз
help-any-seal-hash = Хэш-сумма записи об опечатывании из бумажного акта; пробелы и регистр букв не важны
help-any-receipt = Квитанция или отдельная запись журнала, хранившаяся у другого лица; можно указать несколько раз
help-any-tsa-ca = Сертификат службы меток времени или её удостоверяющего центра в формате PEM; без него метки времени не проверяются. Можно указать несколько раз
help-any-kept-token = Метка времени одной из записей, хранившаяся вне пакета; нужен также --tsa-ca. Можно указать несколько раз
help-any-source = Где находятся данные, хранящиеся вне пакета; если опечатано из нескольких мест, указываются все
help-any-quick = Сравнить только значения BLAKE3
help-verify-strict = Завершить с кодом 2, если есть замечания
help-verify-json = Вывести по одному объекту JSON на пакет
help-verifier = Записать страницу проверки для браузера: один файл HTML, которому не нужны ни сеть, ни установка
help-verifier-authority = Открытый ключ органа, ведущего реестр, или файл его ключей, включаемый в страницу; можно указать несколько раз
help-verifier-out = Файл для записи; он не должен существовать
help-audit = Проверить сразу много пакетов: их журналы, а с --fixity и файлы
help-audit-roots = Пакеты и каталоги, в которых они ищутся
help-audit-fixity = Прочитать и сравнить каждый файл каждого пакета
help-audit-since = Что другие сохранили из журналов: квитанция, отдельная запись, копия пакета или каталог с ними
help-audit-resume = Файл результатов: создаётся, а после прерывания продолжается
help-audit-forks = Куда записывать доказательства раздвоения журналов; по умолчанию – рядом с результатами или в текущий каталог
help-audit-jobs = Сколько пакетов проверяется одновременно; по умолчанию – по одному на процессор
help-audit-now = Время, от которого отсчитывается давность непринятых передач, например 2026-11-23T08:00:00Z
help-audit-json = Вывести по одному объекту JSON на пакет, затем на каждый результат сравнения пакетов, затем итоги
help-any-bag = Пакет
help-log = Показать, у кого, когда и зачем находилось доказательство
help-report = Проверить пакет и составить отчёт для суда
help-report-out = Файл отчёта: NAME.html или NAME.pdf
help-report-form = Вместо отчёта заполнить форму: act-kz, us-902-14 или in-bsa-63
help-report-number = Номер отчёта; если он не указан, как и следующие три параметра, остаётся строка для заполнения от руки
help-report-asked-by = Кто запросил отчёт
help-report-run-by = Кто запускает программу
help-report-place = Где проводится проверка
help-report-time = Время, указываемое в отчёте, например 2026-11-23T08:00:00Z; по умолчанию – время этого компьютера
help-report-utc-offset = Смещение местного времени от UTC, например +05:00
help-label = Изготовить этикетку для упаковки: объект, дело, хэш-сумма записи об опечатывании, квадратный код
help-label-out = Файл этикетки: NAME.pdf или NAME.svg
help-receipt = Выдать квитанцию по журналу пакета; её хранит другая сторона
help-receipt-out = Файл квитанции, `-` – стандартный вывод; по умолчанию – BAG.receipt-N.txt рядом с пакетом
help-receipt-check = Показать, что содержит квитанция и соответствует ли она другой квитанции или пакету
help-receipt-check-receipt = Квитанция или отдельная запись журнала, которую кто-либо хранил
help-receipt-check-since = Собственная квитанция или запись журнала для сравнения
help-receipt-check-bag = Пакет, с которым сверяется квитанция
help-fork = Составить или проверить доказательство раздвоения журнала
help-fork-check = Показать, что следует из доказательства раздвоения
help-fork-check-proof = Файл доказательства
help-fork-make = Составить доказательство по двум пакетам или квитанциям
help-fork-make-a = Пакет или квитанция
help-fork-make-b = Другая копия пакета или другая квитанция
help-fork-make-out = Файл для доказательства; он не должен существовать
help-extract = Извлечь файлы из пакета; каждый проверяется при записи
help-extract-paths = Исходные пути того, что извлечь, вместе с содержимым; если не указаны – всё
help-extract-to = Каталог для записи; он должен быть пуст, не существовать или содержать то, что эта же команда записала до прерывания
help-extract-unanchored = Извлечь файлы, хотя ничто извне ни с кем не связывает пакет
help-extract-devices = Создать и файлы устройств
help-extract-setuid = Сохранить биты set-user-ID и set-group-ID
help-extract-json = { help-seal-json }
help-pack = Упаковать пакет в один файл, который проверяется без распаковки
help-pack-out = Файл для записи; по умолчанию – BAG.zip рядом с пакетом
help-pack-json = { help-seal-json }
help-unpack = Распаковать пакет из файла, в который он упакован
help-unpack-file = Упакованный пакет
help-unpack-to = Каталог, в котором будет находиться пакет; по умолчанию – каталог файла
help-unpack-json = { help-seal-json }

## Events

help-release = Передать объект указанному лицу; оно принимает его или отказывает в приёме
help-any-to = Другая сторона: файл открытого ключа либо номер или имя в реестре
help-any-to-name = Имя другой стороны; по умолчанию – из реестра или из ключа
help-any-to-role = Роль другой стороны
help-any-to-organisation = Организация другой стороны
help-any-purpose = Цель действия
help-any-place = Адрес места действия
help-any-room = Помещение
help-any-condition = Состояние объекта и упаковки
help-any-physical-seal = Номер пломбы на упаковке
help-any-order-document = Вид документа, на основании которого это делается
help-any-order-number = Номер этого документа
help-any-order-date = Дата этого документа, YYYY-MM-DD
help-any-order-issued-by = Кем выдан этот документ
help-any-legal-basis = Закон или договор, на котором это основано (можно повторять)
help-any-present = Присутствующее лицо (можно повторять)
help-any-tool = Используемое научно-техническое средство (можно повторять)
help-any-remark = Замечание (можно повторять)
help-any-attachment = Документ вне пакета; в записи указывается его SHA-256 (можно повторять)
help-any-time = Когда это произошло, если запись вносится позже; YYYY-MM-DDTHH:MM:SSZ
help-any-late-reason = Почему запись вносится позже, чем это произошло
help-any-form = Форма с остальными полями записи (TOML)
help-any-profile = Какие поля обязательны: встроенный профиль требований или файл; по умолчанию – профиль, названный в записи об опечатывании
help-any-signer-name = Имя подписывающего; по умолчанию – из реестра, иначе комментарий из файла открытого ключа
help-any-role = Роль, в которой действует подписывающий; по умолчанию – из реестра
help-any-data = { help-any-source }
help-any-verified = Сначала проверить весь пакет и записать результат, даже если вид записи этого не требует
help-any-despite-violation = Внести запись, хотя пакет не соответствует опечатанному
help-release-json = { help-custody-any-json }
help-accept = Проверить переданное и принять его или отказать в приёме
help-accept-yes = Принять без вопросов
help-accept-refuse = Отказать без вопросов по этой причине
help-any-unanchored = Принять, хотя ничто извне пакета не указывает, кто его опечатал; записывается `undetermined`
help-accept-json = { help-custody-any-json }

help-custody = Внести запись в журнал хранения и передачи пакета
help-custody-any-json = Вывести результат одним объектом JSON и ничего не спрашивать
help-custody-any-event = Номер записи, к которой это относится
help-custody-any-out = Создаваемый пакет
help-custody-countersign = Заверить запись об опечатывании или другую запись второй подписью
help-custody-refuse-to-sign = Записать, что лицо, которое должно было подписать, отказалось
help-custody-refuse-to-sign-person = Кто отказался: файл открытого ключа, номер или имя в реестре либо просто имя
help-custody-refuse-to-sign-person-role = Роль этого лица
help-custody-refuse-to-sign-reason = Названная причина
help-custody-refuse-to-sign-event = Номер записи, которую надлежало подписать; по умолчанию – запись об опечатывании
help-custody-timestamp = Внести запись о метках времени
help-custody-timestamp-token = Метка времени файла записи (можно повторять)
help-custody-timestamp-event = { help-timestamp-event }
help-custody-verify = Проверить пакет и внести результат
help-custody-store = Записать, где хранится объект
help-custody-store-storage-location = Место хранения
help-custody-store-storage-container = Полка, сейф или иное хранилище
help-custody-store-storage-media = Носитель, на котором находятся данные
help-custody-access = Записать, что кто-либо имел доступ, не принимая объект на хранение
help-custody-release = Передать объект указанному лицу
help-custody-export = Передать объект указанному лицу другого государства
help-custody-accept = Принять объект в качестве получателя
help-custody-refuse = Отказать в приёме в качестве получателя
help-custody-refuse-reason = Причина отказа
help-custody-cancel = Отменить передачу, пока она не принята
help-custody-copy = Изготовить копию с собственным журналом
help-custody-copy-exhibit = Номер копии как отдельного объекта
help-custody-copy-record = Уже изготовленная копия, записи о которой ещё нет в журнале
help-custody-redact = Внести запись об изготовленной копии с изъятиями
help-custody-redact-record = Пакет, содержащий копию с изъятиями
help-custody-examine-start = Начать исследование
help-custody-examine-end = Завершить исследование
help-custody-any-method = Как проводится исследование
help-custody-any-output = Полученный при исследовании файл; в записи указывается его SHA-256 (можно повторять)
help-custody-open = Вскрыть объект: его содержимое будет изменено
help-custody-open-change = Что будет изменено
help-custody-open-change-reason = Почему это будет изменено
help-custody-reseal = Опечатать вскрытый объект повторно, в новый пакет
help-custody-reseal-source = Изменённые данные; без них повторно опечатываются данные пакета как есть
help-custody-reseal-exhibit = Номер объекта; по умолчанию – прежний
help-custody-reseal-record = Уже опечатанный повторно пакет, записи о котором ещё нет в журнале
help-custody-disclose = Записать, что часть данных предъявлена или передана стороне
help-custody-object = Внести возражение или замечание
help-custody-object-on-behalf-of = От чьего имени оно вносится
help-custody-object-event = Номер записи, к которой оно относится
help-custody-correct = Исправить собственную прежнюю запись
help-custody-correct-event = Номер исправляемой записи
help-custody-correct-field = Поле, например purpose или place.address
help-custody-correct-value = Что в нём следовало указать
help-custody-correct-reason = Причина исправления
help-custody-hold = Запретить уничтожение и возврат объекта
help-custody-unhold = Снять такой запрет
help-custody-return = Вернуть объект владельцу
help-custody-dispose = Записать, что объект уничтожен или им распорядились иначе
help-custody-incident = Зафиксировать утрату, несоответствие, повреждение пломбы, хищение ключа
help-custody-incident-kind = Вид происшествия
help-custody-publish = Внести заново подписанную страницу, о которой не было известно, есть ли она в журнале
help-custody-publish-page = Страница, лежащая рядом с пакетом

## Time-stamps

help-timestamp = Получить метку времени для журнала, приложить доставленную или проверить метку
help-timestamp-tsa = Запросить метку у этой службы по HTTP; можно указать несколько раз
help-timestamp-request = Записать запрос, который будет доставлен службе
help-timestamp-attach = Приложить этот ответ или эту метку времени; можно указать несколько раз
help-timestamp-tsa-policy = Политика, которая запрашивается у службы: числа через точку
help-timestamp-event = Номер записи, для которой нужна метка времени; по умолчанию – последняя
help-timestamp-request-file = Запрос, на который отвечает --attach, в том виде, в каком его записал --request: в нём есть число, которое повторяет только ответ на него
help-timestamp-no-event = Приложить метку времени без записи о ней: это может сделать любой, ключ не нужен
help-timestamp-json = { help-custody-any-json }
help-timestamp-check = Показать, доказывает ли метка времени, когда существовал файл
help-timestamp-check-data = На что получена метка; для пакета – запись, например BAG/custody/000000.txt
help-timestamp-check-token = Метка времени или ответ службы, в котором она находится
help-timestamp-check-tsa-ca = Сертификаты службы меток времени или вышестоящих центров; можно указать несколько раз
help-timestamp-check-policy = Политика, по которой должна быть выдана метка
help-timestamp-check-request = Запрос, на который метка должна отвечать
help-timestamp-check-json = { help-seal-json }
