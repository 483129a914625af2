# The sentences of the errors, in Russian; the keys and their order are those of ../en/errors.ftl.

## sealbag/append/error

error-sealbag-append-error-bag = { $v0 }: не удалось открыть
error-sealbag-append-error-seal = нет подтверждённой записи об опечатывании; внести запись после неё нельзя
error-sealbag-append-error-bad-log = журнал не подтверждён; после неподтверждённой записи ничего не вносится
error-sealbag-append-error-anchors = предоставленное извне не относится к этому пакету
error-sealbag-append-error-other-bag = запись составлена не для того пакета, который находится здесь сейчас
error-sealbag-append-error-other-signer = в записи назван ключ { $named }, а у подписывающего ключ { $signer }
error-sealbag-append-error-form = составить запись журнала нельзя
error-sealbag-append-error-refused = запись { $kind } не принимается: { $breach }
error-sealbag-append-error-back-dated = время { $claimed } раньше, чем { $earliest }, удостоверенное меткой времени в этом журнале
error-sealbag-append-error-roster = { $v0 }
error-sealbag-append-error-violated = запись { $kind } не принимается: пакет не соответствует опечатанному (результатов проверки: { $v0 })
error-sealbag-append-error-overtaken = другая запись внесена раньше: { $first }; ничего не изменено
error-sealbag-append-error-taken-by-another = запись { $index } уже есть и не подтверждена; ничего не изменено
error-sealbag-append-error-own-signature = только что сделанная подпись не подтверждается
error-sealbag-append-error-own-record = только что составленная запись не восстанавливается из собственных байтов
error-sealbag-append-error-tokens = метки времени прилагаются к записи timestamp и ни к какой другой
error-sealbag-append-error-no-such-event = записи { $index } нет; последняя запись { $last }
error-sealbag-append-error-unknown = неизвестно, есть ли в журнале запись { $index }

## sealbag/audit/error

error-sealbag-audit-error-overlap = { $v0 } находится внутри { $v1 }, а проверяется и то и другое
error-sealbag-audit-error-inside-bag = { $v0 } находится внутри пакета; при проверке многих пакетов в пакет ничего не записывается
error-sealbag-audit-error-link = { $v0 } – это ссылка; при проверке многих пакетов запись через ссылку не ведётся, так как она может вести в пакет
error-sealbag-audit-error-unresolved = нельзя определить, куда ведёт { $v0 }
error-sealbag-audit-error-results = не удалось { $action } файл результатов
error-sealbag-audit-error-not-results = это не файл результатов
error-sealbag-audit-error-malformed-line = строка { $line } не является строкой результатов
error-sealbag-audit-error-other-options = эти результаты получены с другими параметрами: { $what }
error-sealbag-audit-error-busy = эти результаты сейчас записывает другая проверка
error-sealbag-audit-error-receipts = не удалось прочитать квитанции
error-sealbag-audit-error-output = не удалось передать результат

## sealbag/copy

error-sealbag-copy-error-source = { $v0 }: не удалось открыть: { $source }
error-sealbag-copy-error-unreadable = { $path }: { $source }
error-sealbag-copy-error-relation = у пакета с отношением { $v0 } перечень отличается от перечня его источника
error-sealbag-copy-error-other-bag = { $v0 }: это не тот пакет, журнал которого был прочитан
error-sealbag-copy-error-not-sound = исходный пакет не соответствует опечатанному или не читается (результатов проверки: { $v0 }); под новым именем ничего не скопировано

## sealbag/extract/error

error-sealbag-extract-error-not-sound = пакет не подтверждён (результатов проверки: { $v0 }); ничего не записано
error-sealbag-extract-error-no-anchor = ничего извне пакета не предоставлено; ничего не записано
error-sealbag-extract-error-detached = данные хранятся вне этого пакета; извлекать нечего
error-sealbag-extract-error-target-exists = { $v0 }: уже существует и не пусто
error-sealbag-extract-error-other-extraction = { $v0 }: здесь незавершённое извлечение из другого пакета, по другим путям или с другими параметрами
error-sealbag-extract-error-busy = { $v0 }: сюда ведёт запись другой запуск sealbag
error-sealbag-extract-error-target = { $v0 }: { $source }
error-sealbag-extract-error-unknown-paths = в пакете нет: { $v0 }; ничего не записано
error-sealbag-extract-error-list = не удалось заново прочитать опечатанный перечень: { $v0 }
error-sealbag-extract-error-changed-while-read = пакет изменился во время чтения

## sealbag/log

error-sealbag-no-receipt-log = журнал не подтверждён, место { $v0 }: { $v1 }
error-sealbag-no-receipt-unreadable = { $place } { $source }
error-sealbag-no-receipt-changed = журнал изменился во время чтения: { $v0 }

## sealbag/pack/error

error-sealbag-pack-error-bag = не удалось открыть пакет
error-sealbag-pack-error-no-bag = упаковывать нечего
error-sealbag-pack-error-read = { $path } { $source }
error-sealbag-pack-error-not-regular = { $path } – это ссылка или особый файл, которых в пакете в одном файле быть не может
error-sealbag-pack-error-entry = { $path }: { $source }
error-sealbag-pack-error-changed = пакет изменился, пока его упаковывали
error-sealbag-pack-error-inside-bag = пакет в одном файле оказался бы внутри самого пакета
error-sealbag-pack-error-output-exists = { $v0 } уже существует и не перезаписывается
error-sealbag-pack-error-busy = { $v0 } используется или принадлежит другому пользователю
error-sealbag-pack-error-write = не удалось записать { $v0 }
error-sealbag-pack-error-read-back = прочитанное заново из { $v0 } не совпадает с записанным
error-sealbag-unpack-error-open = не удалось открыть пакет в одном файле
error-sealbag-unpack-error-empty = распаковывать нечего
error-sealbag-unpack-error-read = не удалось прочитать { $path }
error-sealbag-unpack-error-damaged = { $path }: повреждено, байты не те, которые были упакованы (CRC-32)
error-sealbag-unpack-error-output-exists = { $v0 } уже существует и не перезаписывается
error-sealbag-unpack-error-busy = { $v0 } используется или принадлежит другому пользователю
error-sealbag-unpack-error-write = не удалось записать { $v0 }
error-sealbag-unpack-error-read-back = прочитанное заново из { $v0 } не совпадает с записанным
error-sealbag-unpack-error-other-names = содержимое { $v0 } не соответствует упакованному

## sealbag/previous

error-sealbag-previous-error-seal = запись об опечатывании исходного пакета не подтверждена
error-sealbag-previous-error-unreadable = { $path }: { $source }
error-sealbag-previous-error-gap = custody/{ $missing }.txt: отсутствует, а более поздняя запись есть
error-sealbag-previous-error-foreign = в custody/ исходного пакета есть не только его журнал
error-sealbag-previous-error-event-too-large = { $path }: в записи может быть не более { $MAX_PAGE_LEN } байт
error-sealbag-previous-error-changed = { $path }: не то, что опечатано в исходном пакете
error-sealbag-previous-error-tag-manifest = { $TAG_MANIFEST }: { $v0 }
error-sealbag-previous-error-too-many-files = в журнале исходного пакета файлов больше, чем { $MAX_FILES }
error-sealbag-previous-error-too-large = журнал исходного пакета больше { $MAX_BYTES } байт
error-sealbag-previous-error-too-deep = { $path }: путь в новом пакете был бы длиннее { $MAX_TAG_PATH } байт

## sealbag/seal/error

error-sealbag-seal-error-list = не удалось составить перечень источника: { $v0 }
error-sealbag-seal-error-output-exists = { $v0 }: уже существует
error-sealbag-seal-error-interrupted = { $v0 }: здесь прерванное опечатывание
error-sealbag-seal-error-interrupted-copy = { $v0 }: здесь прерванное копирование пакета
error-sealbag-seal-error-nothing-to-resume = { $v0 }: прерванного опечатывания, которое можно продолжить, нет
error-sealbag-seal-error-nothing-begun = { $v0 }: прерванное опечатывание ещё не начало читать данные
error-sealbag-seal-error-damaged-partial = { $v0 }: оставленное прерванным опечатыванием повреждено
error-sealbag-seal-error-foreign-partial = { $v0 }: прерванное опечатывание принадлежит другому пользователю
error-sealbag-seal-error-busy = { $v0 }: здесь опечатывает другая программа
error-sealbag-seal-error-other-signer = опечатывание начато с ключом { $begun_with }, а не с ключом { $given }
error-sealbag-seal-error-output-inside-source = { $v0 }: пакет оказался бы внутри источника { $v1 }
error-sealbag-seal-error-same-device = { $v0 }: пакет оказался бы на том же устройстве, что и источник { $v1 }
error-sealbag-seal-error-bag = { $v0 }: { $what }: { $source }
error-sealbag-seal-error-unreadable = { $v0 }
error-sealbag-seal-error-read-back = записанное отличается от прочитанного (результатов проверки: { $v0 }); ничего не подписано
error-sealbag-seal-error-record = составить запись об опечатывании нельзя: { $v0 }
error-sealbag-seal-error-other-roster = хэш-сумма реестра не та, которая была бы указана в записи об опечатывании
error-sealbag-seal-error-no-random-numbers = система не выдаёт случайных чисел
error-sealbag-seal-error-sign = пакет не подписан
error-sealbag-seal-error-own-signature = только что сделанная подпись не подтверждается: { $v0 }
error-sealbag-seal-error-own-record = только что составленная запись об опечатывании не восстанавливается из собственных байтов

## cli/anchors

error-cli-anchor-error-read = не удалось прочитать: { $what }
error-cli-anchor-error-unfit = это не { $what }
error-cli-anchor-error-alone = для { $option } нужно --authority: надёжность предоставленного зависит от ключа, которым оно подписано
error-cli-anchor-error-token-alone = для --kept-token нужно --tsa-ca: надёжность метки времени зависит от службы, которая её выдала

## cli/bag

error-cli-packed-is-read = пакет в одном файле можно только читать

## cli/commands/audit

error-cli-audit-usage-error-of-one-bag = { $option } относится к одному пакету; при проверке многих пакетов использовать его нельзя

## cli/commands/custody

error-cli-custody-usage-error-missing = не указано: { $v0 }
error-cli-custody-usage-error-blank = { $flag }: только пробелы
error-cli-custody-usage-error-value = { $flag }: { $source }
error-cli-custody-usage-error-fields = в записи журнала такого быть не может: { $source }
error-cli-custody-usage-error-attachment = не удалось прочитать файл
error-cli-custody-usage-error-no-file = это не обычный файл
error-cli-custody-usage-error-future = --time: время { $time } ещё не наступило
error-cli-custody-usage-error-nobody = { $given } не является файлом открытого ключа, и такого лица нет ни в одном из используемых реестров
error-cli-custody-usage-error-several = под именем { $given } значатся несколько лиц: { $v0 }
error-cli-custody-usage-error-no-usable-key = по реестру у лица { $name } нет ключа, который действует сейчас
error-cli-custody-usage-error-several-keys = по реестру у лица { $name } несколько ключей: { $v0 }
error-cli-custody-usage-error-no-event = записи { $index } нет; последняя запись { $last }
error-cli-custody-usage-error-several-holds = действует несколько запретов, записи: { $v0 }
error-cli-custody-usage-error-not-from = этот пакет не следует из пакета, журнал которого ведётся: { $why }
error-cli-custody-usage-error-further-seal = новый пакет не был бы подтверждён: { $breach }
error-cli-custody-usage-error-not-decided = не указано, принять или отказать
error-cli-custody-usage-error-no-anchor = ничто извне пакета не указывает, кто его опечатал

## cli/commands/demo

error-cli-demo-error-exists = { $v0 }: уже существует
error-cli-demo-error-file = { $v0 }: { $source }
error-cli-demo-error-step = шаг `{ $command }` завершился так: { $found }, ожидался код завершения { $expected }

## cli/commands/extract

error-cli-bag-path-error = { $path }: { $source }
error-cli-target-inside-bag = место извлечения находится внутри пакета

## cli/commands/fork

error-cli-fork-error-receipt = это не пакет и не квитанция
error-cli-fork-error-page = { $place } { $source }
error-cli-fork-error-same = доказывать нечего: все записи, которые есть у обеих сторон, одинаковы
error-cli-fork-error-no-proof = запись { $index } различается, но раздвоение журнала этим не доказано

## cli/commands/man

error-cli-man-error = не удалось записать страницы руководства в { $v0 }

## cli/commands/receipt

error-cli-receipt-use-error-log = квитанцию по этому журналу выдать нельзя

## cli/commands/report

error-cli-report-use-error-ending = имя { $v0 } не оканчивается на { $endings }
error-cli-report-use-error-no-seal = запись об опечатывании не подтверждена, поэтому заполнять форму нечем
error-cli-report-use-error-clock = часы этого компьютера показывают время, которое нельзя указать в отчёте

## cli/commands/roster/edit

error-cli-roster-edit-error-other-recognition = этот акт о признании относится к другим органам
error-cli-roster-edit-error-nothing-to-recognize = в акте о признании должны быть цель, роли и срок
error-cli-roster-edit-error-no-threshold = у органа несколько ключей: сколько из них должны подписать?
error-cli-roster-edit-error-lower-threshold = прежде нужны были подписи ключей: { $before }; теперь было бы достаточно: { $now }
error-cli-roster-edit-error-unknown-fingerprint = в реестре нет ключа с отпечатком { $v0 }
error-cli-roster-edit-error-exists = такой файл уже есть: { $v0 }
error-cli-roster-edit-error-clock = часы показывают { $now }, а это раньше, чем издана версия { $version } ({ $issued })
error-cli-roster-edit-error-no-time = часы этого компьютера показывают непригодное время

## cli/commands/roster/files

error-cli-roster-file-error-not-there = нет ни реестра, ни черновика { $v0 }
error-cli-roster-file-error-roster = это не подписанный реестр
error-cli-roster-file-error-recognition = это не акт о признании
error-cli-roster-file-error-draft = это не черновик реестра
error-cli-roster-file-error-signed = эта версия уже подписана: { $v0 }
error-cli-roster-file-error-not-the-newest = есть более поздняя версия: { $v0 }
error-cli-roster-file-error-signing-begun = подписание уже начато: { $v0 }
error-cli-roster-file-error-other-draft = черновик { $v0 } не следует из { $v1 }
error-cli-roster-file-error-nothing-to-sign = черновика для подписания нет: { $v0 } уже подписан
error-cli-roster-file-error-previous-not-found = версия { $version } следует из реестра, которого рядом с черновиком нет
error-cli-roster-file-error-busy = реестр в этой папке сейчас изменяет другой запуск программы, и он удерживает { $v0 }
error-cli-roster-file-error-lock = не удалось заблокировать { $v0 }
error-cli-roster-file-error-changed-meanwhile = черновик { $v0 } тем временем изменён

## cli/commands/seal

error-cli-seal-usage-error-missing = не указано: { $v0 }
error-cli-seal-usage-error-value = { $flag }: { $source }
error-cli-seal-usage-error-blank = { $what }: только пробелы
error-cli-seal-usage-error-may-not-seal = согласно реестру ключей этот ключ не даёт права опечатывать
error-cli-seal-usage-error-no-name = { $file }: в открытом ключе нет комментария, из которого берётся имя
error-cli-seal-usage-error-roster = этот реестр использовать нельзя: { $source }
error-cli-seal-usage-error-answers = в записи об опечатывании таких ответов быть не может: { $source }
error-cli-seal-usage-error-other-sources = прерванное опечатывание начато с другими источниками: { $v0 }

## cli/commands/timestamp

error-cli-timestamp-error-fault = { $v0 }
error-cli-timestamp-error-anchors = не удалось прочитать ни одного сертификата: { $v0 }
error-cli-timestamp-error-other-request = запрос относится не к записи { $index } этого пакета
error-cli-timestamp-error-request = это не запрос, который можно прочитать: { $v0 }
error-cli-timestamp-error-no-event = записи { $index } нет; последняя запись { $last }
error-cli-timestamp-error-changed = запись { $index } изменилась во время чтения
error-cli-timestamp-error-read = не удалось прочитать: { $what }

## cli/commands/timestamp/http

error-cli-http-error-scheme = эта программа отправляет запросы только по http://, а не так: { $v0 }
error-cli-http-error-unreachable = служба меток времени недоступна
error-cli-http-error-status = служба меток времени ответила кодом HTTP { $status }

## cli/commands/verify

error-cli-verify-error-open = не удалось открыть пакет

## cli/keys

error-cli-keys-error-none = ключ для подписания не указан
error-cli-keys-error-not-in-agent = в ssh-agent нет ключа { $fingerprint }
error-cli-keys-error-unusable-in-agent = ключ { $fingerprint } в ssh-agent использовать нельзя: { $why }
error-cli-keys-error-fingerprint = это не отпечаток ключа: { $v0 }; отпечаток – это SHA256: и 43 символа
error-cli-keys-error-no-module = не указано, в каком модуле PKCS#11 находится ключ
error-cli-keys-error-no-tokens = эта сборка программы не может подписывать токенами PKCS#11
error-cli-keys-error-other-public = открытый ключ { $v0 } не соответствует закрытому ключу { $v1 }
error-cli-keys-error-name = комментарий в { $v0 } не может быть именем
error-cli-keys-error-folder = не удалось создать папку { $v0 }

## cli/language

error-cli-language-error-unknown = { $place }: указанного там языка в этой программе нет

## cli/new_file

error-cli-new-file-error-exists = { $v0 } уже существует и не перезаписывается
error-cli-new-file-error-io = не удалось записать { $v0 }
error-cli-place-error-inside-bag = { $v0 } находится внутри пакета
error-cli-place-error-folder = не удалось получить сведения о папке файла { $v0 }
error-cli-read-back-differs = прочитанное заново не совпадает с записанным

## cli/profiles

error-cli-profile-file-error-unknown = встроенного профиля требований { $v0 } нет
error-cli-profile-file-error-content = этот профиль требований использовать нельзя

## cli/prompt

error-cli-prompt-error-no-terminal = нужна парольная фраза, а терминала, чтобы её запросить, нет
error-cli-prompt-error-ended = ввод закончился без ответа
error-cli-prompt-error-not-a-line = ответ должен быть одной строкой текста не длиннее { $MAX_ANSWER } байт
error-cli-prompt-error-differ = две парольные фразы не совпадают
error-cli-prompt-error-empty = парольная фраза пуста
error-cli-prompt-error-file = не удалось прочитать файл с парольной фразой { $v0 }
error-cli-prompt-error-file-form = в файле с парольной фразой { $v0 } должна быть одна строка не длиннее { $MAX_ANSWER } байт
error-cli-prompt-error-terminal = не удалось прочитать ответ с терминала

## cli/terminal

error-cli-output-error = не удалось вывести результат в стандартный вывод

## cli/text_file

error-cli-text-file-error-read = не удалось прочитать: { $what }
error-cli-text-file-error-not-regular = { $what }: это не обычный файл
error-cli-text-file-error-too-long = { $what }: больше { $limit } байт
error-cli-text-file-error-not-utf8 = { $what }: текст не в кодировке UTF-8

## signers/agent/error

error-signers-agent-error-not-named = ssh-agent здесь не запущен: переменная SSH_AUTH_SOCK не задана
error-signers-agent-error-connect = ssh-agent по адресу { $v0 } недоступен
error-signers-agent-error-io = соединение с ssh-agent прервалось
error-signers-agent-error-closed = ssh-agent закрыл соединение, не ответив
error-signers-agent-error-too-slow = ssh-agent не ответил за { $v0 } с
error-signers-agent-error-length = ssh-agent объявил ответ длиной { $v0 } байт; допускается от 1 до { $MAX_MESSAGE_LEN }
error-signers-agent-error-refused = ssh-agent отказал
error-signers-agent-error-unexpected = ssh-agent ответил сообщением типа { $v0 }, которое не соответствует вопросу
error-signers-agent-error-malformed = ответ ssh-agent составлен неправильно: { $v0 }

## signers/token/error

error-signers-token-error-load = не удалось загрузить модуль PKCS#11 { $v0 }
error-signers-token-error-no-module = модуль PKCS#11 { $v0 } не является файлом
error-signers-token-error-module = модуль PKCS#11 не может { $action }
error-signers-token-error-no-token = такой токен не подключён
error-signers-token-error-several-tokens = подходят несколько токенов
error-signers-token-error-wrong-pin = токен не принял PIN-код
error-signers-token-error-pin-locked = PIN-код токена заблокирован
error-signers-token-error-no-key = такого закрытого ключа в токене нет
error-signers-token-error-several-keys = подходят несколько закрытых ключей токена
error-signers-token-error-not-ed25519 = ключ в токене не является ключом Ed25519
error-signers-token-error-no-public-half = токен не показывает открытую часть ключа
error-signers-token-error-signature = токен выдал подпись длиной { $v0 } байт вместо 64

## signers/token/uri

error-signers-uri-error-scheme = URI PKCS#11 начинается с { $SCHEME }
error-signers-uri-error-too-long = URI PKCS#11 длиннее { $MAX_URI_LEN } байт
error-signers-uri-error-part = часть { $v0 } URI PKCS#11 записана не в виде NAME=VALUE
error-signers-uri-error-twice = в URI PKCS#11 атрибут { $v0 } указан дважды
error-signers-uri-error-unsupported = часть { $v0 } URI PKCS#11 – атрибут, который не поддерживается
error-signers-uri-error-value = значение { $v0 } в URI PKCS#11 не является текстом в процентной кодировке
error-signers-uri-error-not-a-private-key = URI PKCS#11 указывает на объект, который не является закрытым ключом
error-signers-uri-error-pin = PIN-код в URI PKCS#11 не указывается

## image/lib

error-image-stopped = остановлено

## image/trouble

error-image-fault-missing = этот сегмент образа диска отсутствует
error-image-fault-behind-the-end = этот сегмент следует за последним сегментом образа диска и к нему не относится
error-image-fault-signature = это не сегмент образа диска: в начале нет его сигнатуры
error-image-fault-second-version = образ диска нельзя декодировать: он во второй версии формата (EWF2, Ex01)
error-image-fault-number = этот файл должен быть сегментом { $expected } образа диска, а в нём указано, что это сегмент { $found }
error-image-fault-other-set = этот сегмент относится к другому образу диска: в нём описан другой носитель, чем в первом сегменте
error-image-fault-truncated = этот сегмент обрезан: его секции доходят до байта { $stated }, а в нём { $found } байт
error-image-fault-section = этот сегмент повреждён: секция `{ $section }` в байте { $at }: { $what }
error-image-fault-no-volume = в образе диска не указано, каков размер носителя
error-image-fault-chunk-size = образ диска нельзя декодировать: размер его блоков { $size } байт, предел { $limit }
error-image-fault-chunks = этот сегмент повреждён: нельзя декодировать блоков: { $count }, первый из них в байте { $first } носителя
error-image-fault-surplus = в образе диска больше данных, чем { $media_size } байт его носителя
error-image-fault-incomplete = образ диска неполон: в нём { $decoded } из { $media_size } байт носителя
error-image-fault-contradiction = в образе диска указаны две разные хэш-суммы { $algorithm }
error-image-fault-digest = хэш-сумма { $algorithm } данных в образе диска не та, которая в нём указана
error-image-fault-read = этот сегмент не удалось прочитать: { $kind }

## report/compose/forms

error-report-unknown-form = формы: act-kz, us-902-14 и in-bsa-63

## report/facts

error-report-gather-error-changed = пакет изменился между проверкой и составлением отчёта

## report/language

error-report-unknown-language = языки: en, ru и kk

## report/report

error-report-report-error-pdf = не удалось составить отчёт в формате PDF: { $v0 }
error-report-report-error-write = не удалось записать отчёт

## report/rows

error-report-rows-error-open = опечатанный перечень { $v0 }
error-report-rows-error-read = не удалось прочитать опечатанный перечень
error-report-rows-error-changed = опечатанный перечень изменился между проверкой и составлением отчёта
