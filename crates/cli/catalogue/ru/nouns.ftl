# Words and sentences that errors of the libraries put into their own sentences, in Russian.

## What was tried

noun-read = прочитать
noun-open = открыть
noun-lock = заблокировать
noun-look-at = получить сведения о файле
noun-list = прочитать список файлов
noun-remove = удалить
noun-publish = внести запись
noun-create = создать
noun-write = записать
noun-sync = сохранить на диск
noun-read-back = прочитать заново
noun-get-random-numbers-for = получить случайные числа
noun-list-its-tokens = перечислить свои токены
noun-open-the-token = открыть токен
noun-list-its-keys = перечислить свои ключи
noun-read-a-keys-description = прочитать описание ключа
noun-sign = подписать

## What could not be done with a file of the bag

noun-cannot-be-created = не удалось создать
noun-cannot-be-written = не удалось записать
noun-cannot-be-opened = не удалось открыть
noun-cannot-be-looked-at = не удалось получить сведения о файле
noun-cannot-be-the-place = не может быть местом пакета
noun-cannot-be-read = не удалось прочитать
noun-cannot-be-listed = не удалось прочитать список файлов
noun-cannot-be-removed = не удалось удалить
noun-cannot-be-renamed = не удалось переименовать
noun-cannot-be-synced = не удалось сохранить на диск
noun-cannot-be-locked = не удалось заблокировать
noun-no-absolute-path = абсолютный путь определить нельзя

## What was to be read

noun-roster = реестр ключей
noun-recognition = акт о признании
noun-receipt = квитанция
noun-time-stamp = метка времени
noun-time-stamp-token = метка времени
noun-fork-proof = доказательство раздвоения журнала
noun-profile = профиль требований
noun-form = форма
noun-request = запрос
noun-signed-page = подписанная страница
noun-file-of-certificates = файл сертификатов
noun-systems-random-numbers = случайные числа системы
noun-folder-of-the-request = папка запроса
noun-data = данные

## Kinds of files

noun-directory = каталог
noun-file = файл
noun-symlink = ссылка
noun-fifo = именованный канал
noun-socket = сокет
noun-chardev = символьное устройство
noun-blockdev = блочное устройство

## What a line of the list has to have

noun-must = должна
noun-must-not = не должна
noun-neither-path = нет ни `path`, ни `path_hex`

## A packed bag

noun-no-header = заголовка нет
noun-flags = флаги
noun-method = метод
noun-length-of-the-name = длина имени
noun-size = размер
noun-extra-field = дополнительное поле
noun-time = время
noun-version = версия
noun-name = имя

## Signatures and keys

noun-not-sshsig = в начале нет SSHSIG
noun-cut-short = обрезано
noun-bytes-after-last-field = после последнего поля есть байты
noun-reserved-field = зарезервированное поле не пусто
noun-signature-cut-short = подпись обрезана
noun-signature-value-length = длина значения подписи не 64 байта
noun-security-key-fields = поля аппаратного ключа обрезаны
noun-bytes-after-signature = после подписи есть байты
noun-list-of-keys-cut-short = список ключей обрезан
noun-bytes-after-list-of-keys = после списка ключей есть байты
noun-empty = пусто

## Records, events and receipts

noun-pages-does-not-follow = запись 1 не следует из записи 0
noun-pages-of-two-bags = они из разных пакетов
noun-pages-same-event = это одна и та же запись
noun-pages-not-ordered = они расположены не в порядке своих хэш-сумм
noun-pages-two-numbers = у них разные номера
noun-event-numbers = записи после записи об опечатывании имеют номера от 1 до 999999
noun-token-numbers = метки времени нумеруются с 1
noun-filled-by-the-program = заполняет программа, в форме этого поля быть не может
noun-not-in-this-type = в записи такого вида не бывает
noun-one-bag = при повторном опечатывании получается ровно один пакет
noun-other-relation = не то, которое соответствует этому виду
noun-cosigner-keys = у каждого, кто ставит вторую подпись, должен быть собственный ключ
noun-categories = каждая категория указывается один раз, по возрастанию
noun-token-event-missing = записи, к которой относится метка времени, нет в журнале
noun-corrected-event-missing = исправляемой записи нет в журнале
noun-referred-event = записи, на которую сделана ссылка, нет в журнале, или она не та, которая требуется
noun-event-1-not-after-0 = запись 1 не продолжает запись 0
noun-not-ordered-by-hashes = они стоят не в порядке хэш-сумм
noun-two-bags = они относятся к двум пакетам
noun-same-event = это одна и та же запись
noun-two-numbers = у них разные номера

## Rosters and recognitions

noun-key-required = ключ органа обязателен
noun-outgoing-required = заменяемые ключи обязательны
noun-left-out = не указывается, если это первый ключ
noun-no-keys-before = у версии 1 прежних ключей нет
noun-nothing-handed-over = это те же ключи органа: замены нет
noun-versions-from-1 = версии нумеруются с 1
noun-authority-twice = этот орган указан дважды
noun-no-version-before = у версии 1 предыдущей версии нет
noun-required-from-2 = обязательно, начиная с версии 2
noun-nobody-themselves = орган не может признать сам себя
noun-not-after-valid-from = не позже, чем valid_from
noun-withdrawn-only = указывается только вместе с withdrawn
noun-role-form = роль: от 1 до 64 символов a-z _
noun-role-twice = роль указана дважды
noun-is-required = обязательно
noun-id-form = номер лица: от 1 до 64 символов a-z 0-9 . _ -
noun-no-person = лица с таким номером нет
noun-other-version-before = в нём названа другая предыдущая версия
noun-other-keys = у органа другие ключи, а прежние их не назначили
noun-other-origin = первый ключ органа другой
noun-the-name = имя
noun-the-country = государство
noun-the-organisation = организация
noun-the-unit = подразделение
noun-the-qualification = квалификация
noun-the-qualification-end = срок квалификации

## Why a bag does not follow from another

noun-seal-does-not-hold = его запись об опечатывании не подтверждена
noun-names-no-bag = в его записи об опечатывании прежний пакет не назван
noun-names-another-bag = в его записи об опечатывании назван другой прежний пакет
noun-names-another-relation = в его записи об опечатывании указано другое отношение
noun-another-branch = он изготовлен по другой ветви журнала
noun-another-key = он опечатан не тем ключом, которым вносится запись
noun-copy-of-other-data = это копия других данных
noun-not-as-sealed = он не соответствует опечатанному; что изменено, показывает `sealbag verify`

## Options of an audit

noun-depth = глубина проверки (--fixity)
noun-roots = названные пакеты и каталоги
noun-since = --since или квитанции в указанной папке

## Time-stamps

noun-long-length = длина записана более чем четырьмя байтами
noun-not-shortest = длина записана не в кратчайшей форме
noun-piece-no-string = часть строки байтов не является строкой
noun-string-in-pieces = строка байтов из частей там, где её быть не может
noun-long-tag = тег более чем из одного байта
noun-ends-too-early = элемент обрывается раньше времени
noun-indefinite-length = неопределённая длина
noun-bytes-behind-the-end = байты после конца
noun-levels = число уровней вложенности
noun-bytes = число байтов
noun-bytes-of-nonce = длина одноразового числа в байтах
noun-certificates = число сертификатов
noun-its-authoritys-name = имя её службы
noun-its-extensions = её расширения
noun-its-imprint = её хэш-сумма данных
noun-its-ordering = её поле ordering
noun-its-policy = её политика
noun-its-serial-number = её серийный номер
noun-its-statement = её содержание (TSTInfo)
noun-its-time = её время
noun-time-not-in-calendar = её времени нет в календаре
noun-time-form = её время записано не в виде YYYYMMDDhhmmss[.s]Z или его нет в календаре
noun-time-before-1970 = её время раньше 1970 года
noun-its-accuracy = её точность
noun-accuracy-out-of-calendar = её точность выводит за пределы календаря
noun-its-content = её содержимое
noun-its-envelope = её подписанная оболочка
noun-its-nonce = её одноразовое число
noun-its-signed-attributes = её подписанные атрибуты
noun-its-signer = её подписавший
noun-its-signing-certificate = её атрибут signingCertificate
noun-digest-parameters = параметры её хэш-суммы
noun-signature-parameters = параметры её подписи
noun-public-key-of-certificate = открытый ключ её сертификата
noun-algorithm-identifier = идентификатор алгоритма
noun-granted-without-token = ответ сообщает о метке времени, но её не содержит
noun-the-answer = ответ
noun-answer-reasons = причины в ответе
noun-answer-status = статус ответа
noun-answer-text = текст ответа
noun-the-request = запрос
noun-statement = содержание (TSTInfo)
noun-envelope = подписанная оболочка
noun-signer = подписавший
noun-imprint = хэш-сумма данных
noun-key-of-its-certificate = ключ её сертификата
noun-name-of-its-certificate = имя её сертификата
noun-signature = подпись
noun-mask-of-the-signature = маска подписи
noun-chain-of-certificates = цепочка сертификатов
noun-given-certificate = предоставленный сертификат
noun-no-eku = расширенного назначения ключа в нём нет
noun-eku-malformed = расширенное назначение ключа записано неправильно
noun-eku-not-critical = расширенное назначение ключа не помечено как обязательное
noun-eku-without = в расширенном назначении ключа нет timeStamping
noun-eku-more = в расширенном назначении ключа есть не только timeStamping

## Answers of a time-stamp authority

noun-granted = выдано
noun-granted-with-mods = выдано с изменениями
noun-rejected = отклонено
noun-waiting = ожидание
noun-revocation-imminent = предстоит отзыв
noun-revoked = отозвано
noun-bad-alg = алгоритм не поддерживается (badAlg)
noun-bad-request = такой запрос не разрешён (badRequest)
noun-bad-data-format = неверный формат запроса (badDataFormat)
noun-time-not-available = источник времени службы недоступен (timeNotAvailable)
noun-unaccepted-policy = такой политики у службы нет (unacceptedPolicy)
noun-unaccepted-extension = такого расширения у службы нет (unacceptedExtension)
noun-add-info-not-available = служба не может выдать запрошенное (addInfoNotAvailable)
noun-system-failure = сбой службы (systemFailure)

## Sections of a disk image

noun-no-checksum = контрольная сумма не совпадает
noun-does-not-lead-on = не ведёт к следующей секции
noun-too-many-sections = секций слишком много
noun-other-digest-length = длина хэш-суммы в ней не та, какой должна быть
noun-too-short = слишком коротка
noun-longer = длиннее, чем бывает такая секция
noun-cannot-be-inflated = сжатые данные не распаковываются
noun-too-many-chunks = указано больше блоков, чем в ней помещается
noun-other-length = длина не та, какой бывает у такой секции
noun-impossible-media = описан носитель невозможного размера
noun-unknown = неизвестная

## Sentences that errors put together

error-custody-quorum-error-one-too-few = нужна ещё подпись: { $count }, ключами из числа { $keys }
error-custody-quorum-error-more-too-few = нужны ещё подписи: { $count }, ключами из числа { $keys }
error-custody-profile-error-line-profile-error = этот профиль требований использовать нельзя: строка { $line }: { $reason }
error-custody-record-error-line-malformed = строка { $line }: { $reason }
error-custody-record-error-no-line-not-canonical = строка { $line }: не каноническая форма, в которой такой строки нет
error-custody-record-error-empty-line-not-canonical = строка { $line }: не каноническая форма, в которой здесь пустая строка
error-custody-record-error-other-line-not-canonical = строка { $line }: не каноническая форма, в которой здесь `{ $text }`
error-custody-breach-attested-key-compromised = ключ мог быть у постороннего лица с { $since }; удостоверено { $time }
error-custody-remark-because-unattributed = { $kind }, ключ { $key }: { $why }
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
error-manifest-with-cause-packed = это не пакет в одном файле: { $why }
error-custody-in-words-recognized = признан органом { $authority }, версия акта { $version }, цель: { $purpose }; с { $from } по { $to }
error-custody-withdrawn-recognized = признан органом { $authority }, версия акта { $version }, цель: { $purpose }; с { $from } по { $to }, признание отозвано { $time }
error-sealbag-seal-error-entries-unreadable = не удалось прочитать полностью из того, что опечатывается: { $entries }
error-sealbag-seal-error-image-unreadable = один из файлов – образ диска, и подтвердить его не удалось
error-sealbag-seal-error-images-unreadable = среди файлов есть образы дисков, которые не удалось подтвердить: { $images }
error-sealbag-seal-error-entries-and-image-unreadable = не удалось прочитать полностью из того, что опечатывается: { $entries }, и не удалось подтвердить один образ диска
error-sealbag-seal-error-entries-and-images-unreadable = не удалось прочитать полностью из того, что опечатывается: { $entries }, и не удалось подтвердить образы дисков: { $images }
error-timestamp-fault-missing-nonce-mismatch = метка времени отвечает на другой запрос: одноразового числа в ней нет, ожидалось { $expected }
error-custody-edit-error-recognition-gone-no-successor = черновик не следует из версии { $version }: исчез акт о признании органа { $who }
error-custody-edit-error-person-gone-no-successor = черновик не следует из версии { $version }: исчезло лицо { $id }
error-custody-edit-error-key-gone-no-successor = черновик не следует из версии { $version }: исчез ключ { $fingerprint }
error-custody-edit-error-key-of-another-no-successor = черновик не следует из версии { $version }: ключ { $fingerprint } принадлежит другому лицу
error-custody-edit-error-not-retired-no-successor = черновик не следует из версии { $version }: ключ { $fingerprint } уже не выведен из употребления, как прежде
error-custody-edit-error-not-compromised-no-successor = черновик не следует из версии { $version }: уже не указано, как прежде, что ключ { $fingerprint } мог быть у постороннего лица
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
