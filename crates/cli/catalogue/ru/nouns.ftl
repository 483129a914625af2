# Words and sentences that errors of the libraries put into their own sentences, in Russian.

## Sentences that errors put together

error-sealbag-append-error-rolled-back-roster = в журнале названа версия реестра { $named }, используется версия { $used }
error-sealbag-append-error-other-content-roster = в журнале назван другой реестр версии { $version }, чем используемый
error-sealbag-append-error-event-overtaken = другая запись внесена раньше: запись { $index }, { $kind }, внесло лицо { $name }, время { $time }; ничего не изменено
error-sealbag-audit-error-unnamed-results = не удалось дать имя файлу результатов
error-sealbag-audit-error-unmade-results = не удалось создать файл результатов
error-sealbag-audit-error-unhidden-results = не удалось скрыть временный файл результатов
error-sealbag-audit-error-uncut-results = не удалось укоротить файл результатов
error-sealbag-audit-error-option-other-options = эти результаты получены другой программой: { $program }
error-sealbag-no-bag-audit-why = здесь нет опечатанного пакета
error-sealbag-link-audit-why = за ней может находиться пакет
error-sealbag-stranger-audit-why = такой записи в журнале нет, а ключ квитанции никем не подтверждён
error-sealbag-source-ends-audit-why = журнал исходного пакета кончается раньше, чем приложенный к копии
error-sealbag-source-lacks-audit-why = записи, названной в копии, в журнале исходного пакета нет
error-sealbag-seal-not-shown-audit-why = доказательства нет: сохранённая запись называет другую запись об опечатывании, но не содержит её
error-sealbag-no-proof-audit-why = доказательства нет: { $why }
error-sealbag-unwritten-proof-audit-why = записать доказательство не удалось: { $why }
error-sealbag-first-audit-why = первая различающаяся запись – { $n } или более ранняя
error-sealbag-first-and-audit-why = первая различающаяся запись – { $n } или более ранняя; { $why }
error-sealbag-seal-error-entries-unreadable = не удалось прочитать полностью из того, что опечатывается: { $entries }
error-sealbag-seal-error-image-unreadable = один из файлов – образ диска, и подтвердить его не удалось
error-sealbag-seal-error-images-unreadable = среди файлов есть образы дисков, которые не удалось подтвердить: { $images }
error-sealbag-seal-error-entries-and-image-unreadable = не удалось прочитать полностью из того, что опечатывается: { $entries }, и не удалось подтвердить один образ диска
error-sealbag-seal-error-entries-and-images-unreadable = не удалось прочитать полностью из того, что опечатывается: { $entries }, и не удалось подтвердить образы дисков: { $images }
error-cli-report-use-error-two-ending = имя { $path } не оканчивается ни на { $first }, ни на { $second }
error-cli-demo-error-status-step = шаг `{ $command }` завершился с кодом { $code }, ожидался код { $expected }

## What is missing (the text before the flag in brackets)

missing-purpose = цель действия
missing-place = адрес места действия
missing-room = помещение
missing-condition = состояние объекта и упаковки
missing-physical-seal = номер пломбы
missing-order-document = вид документа, на основании которого это делается
missing-order-number = номер постановления или решения
missing-order-date = дата этого документа
missing-order-issued-by = кем выдан этот документ
missing-legal-basis = закон или договор, на котором это основано
missing-present = кто присутствует
missing-present-role = роль присутствующих
missing-tool = используемое научно-техническое средство
missing-tool-version = его версия
missing-remark = замечание или возражение
missing-storage-location = место хранения
missing-storage-container = полка, сейф или иное хранилище
missing-storage-media = носитель, на котором находятся данные
missing-change = что будет изменено
missing-change-reason = почему это будет изменено
missing-to-name = имя другой стороны
missing-to = открытый ключ получателя
missing-to-role = роль другой стороны
missing-to-organisation = организация другой стороны
missing-method = как проводилось исследование
missing-new-bag = создаваемый пакет
missing-bag-to-go-on = пакет, опечатывание которого следует продолжить
missing-signer = имя подписывающего
missing-signers-name = имя подписавшего
missing-source = что опечатать
missing-key = ключ для подписания
missing-or-agent = , или ключ из ssh-agent, например --agent { $key }

## Why something was not read or made

reason-places = { $errno }, байт: { $bytes }, начиная с байта { $at }
reason-image-changed = образ диска, который здесь начинается, каждый раз изменялся во время декодирования
reason-no-directory = не удалось создать его каталог
reason-as-a-link = как ссылка: { $error }
reason-not-kept = система не смогла сохранить: { $error }

## What the built-in profiles explain beside a question

help-as-on-the-label = как на этикетке
help-register-number = номер в Едином реестре досудебных расследований
help-legal-documents = постановление, санкция, протокол, запрос, согласие
help-without-number = если номера нет, напишите «без номера»
help-not-established = если лицо неизвестно, напишите «не установлено»
help-found-at = адрес и место; для данных из сети – сетевой адрес
help-sources = компьютер, накопитель, видеорегистратор, телефон, флеш-накопитель, CD/DVD, сервер, облако, снимок веб-страницы, телефония, иное
help-methods = физический, на уровне файловой системы, логический, выборочные файлы, с работающего устройства, из облака, представлено третьим лицом
help-further-persons = другие лица: в форме, отдельная таблица [[present]] для каждого
help-roles = понятой, владелец, специалист, второй сотрудник
help-write-none = если передаются только данные, напишите «нет»

## What `profile lint` says of a line

lint-format = format: указано { $found }, ожидалось { $expected }
lint-versions = version: версии нумеруются с 1
lint-name-form = name: буква a-z, затем a-z, 0-9 и -, не более 32 символов
lint-built-in = name: профиль { $name } встроен в программу с другим содержанием; выберите собственное имя
lint-core = в seal.required нет поля { $name }, обязательного для каждой записи об опечатывании
lint-bare-name = поле { $name } обязательно, но [[seal.field]] для него нет: в вопросе будет стоять только его имя
lint-event-twice = event { $name }: указано дважды
lint-event-nothing = event { $name }: ничего не требуется
lint-event-cannot = event { $name }: поля { $other } в записи такого вида не бывает
lint-event-object = event object: профиль требований не должен препятствовать возражению
lint-event-renew = event renew: зарезервировано, требовать от такой записи пока ничего нельзя
lint-event-seal = event seal: требования к записи об опечатывании указываются в [seal]
lint-event-unknown = вид записи { $name } неизвестен, ожидается один из: { $known }
lint-twice = { $name }: указано дважды
lint-beside = { $name }: рядом должно быть поле { $other }, оно нужно каждому элементу
lint-circumstance = { $name }: указывается только там, где это есть; если требовать это всегда, люди станут это придумывать
lint-only-adds = { $key }: профиль требований только добавляет к общим правилам и ничего из них не убирает
lint-name-a-field = { $name }: укажите поле этой таблицы, например { $other }
lint-no-field = { $name }: такого поля нет
lint-cosigners = at_least: вторых подписей может быть не более { $max }
lint-role-form = role: от 1 до 64 символов a-z и _
lint-role-core = role { $name }: права этой роли заданы общими правилами; профиль требований только добавляет роли
lint-role-twice = role { $name }: указано дважды
lint-heading-neither = heading: { $name } – не seal и не вид записи журнала
lint-heading-two = heading: { $name } стоит под двумя заголовками
lint-not-required = source: обосновано { $name }, но этот профиль такого не требует
lint-no-source = нет [[source]] с обоснованием этих требований: { $names }
lint-by = source: в by указано, кто сверил источник, но он не сверен
lint-not-compared = этот источник не сверялся с действующим законом
lint-checked = checked: дата в виде YYYY-MM-DD или "not checked"
lint-too-long = профиль требований длиннее { $max } байт
lint-character = символ U+{ $code } не допускается
lint-unknown-key = поле { $key } неизвестно, ожидается одно из: { $known }
lint-number = { $key }: число отрицательное или слишком велико
lint-missing = нет поля { $name }
lint-missing-in-table = нет поля { $name } в { $table }
lint-wrong-type = { $key }: ожидалось: { $expected }; найдено: { $found }
lint-value = { $key }: { $why }
lint-key-in-table = { $key } в { $table }
lint-type-a-string = строка
lint-type-a-number = целое число
lint-type-strings = массив строк
lint-type-a-table = таблица
lint-type-tables = список таблиц
lint-type-string = строка
lint-type-integer = целое число
lint-type-float = дробное число
lint-type-boolean = логическое значение
lint-type-datetime = дата и время
lint-type-array = массив
lint-type-table = таблица
