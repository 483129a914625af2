# The sentences of the errors, in Russian; the keys and their order are those of ../en/errors.ftl.

## manifest/chunks

error-manifest-chunks-error-group-length = в части { $len } байт, допускается от 1 до 1048576
error-manifest-chunks-error-index-too-large = часть { $index } находится за пределами наибольшего возможного файла
error-manifest-chunks-error-single-group = файл размером { $len } байт состоит из одной части, объединять нечего
error-manifest-chunks-error-wrong-count = получено значений частей: { $found }; файлу размером { $len } байт соответствует: { $expected }

## manifest/entry/parse

error-manifest-entry-error-too-long = строка длиннее { $MAX_LINE } байт
error-manifest-entry-error-shape = это не строка перечня: { $v0 }
error-manifest-entry-error-value = значение поля `{ $v0 }` недопустимо
error-manifest-entry-error-key = строка вида { $kind } { $must } содержать поле `{ $key }`
error-manifest-entry-error-path = путь недопустим: { $v0 }
error-manifest-entry-error-stored = имя для хранения недопустимо: { $v0 }
error-manifest-entry-error-not-canonical = строка записана не в канонической форме (первое отличие в байте { $at })

## manifest/layout

error-manifest-tag-manifest-error-line = строка { $line }: это не хэш-сумма из 64 цифр со строчными буквами, два пробела и путь
error-manifest-tag-manifest-error-path = строка { $line }: такой путь в перечне служебных файлов недопустим
error-manifest-tag-manifest-error-order = строка { $line }: путь не следует по порядку за предыдущим

## manifest/list

error-manifest-list-fault-no-line-feed = последняя строка не оканчивается на LF
error-manifest-list-fault-order = путь не следует по порядку за путём предыдущей строки
error-manifest-list-fault-parent-missing = каталога, в котором находится этот путь, нет в перечне

## manifest/packed/error

error-manifest-packed-error-io = не удалось прочитать: { $v0 }
error-manifest-packed-error-beginning = файл начинается не так, как пакет в одном файле
error-manifest-packed-error-no-end = завершающей записи нет: файл обрезан или имеет другой формат
error-manifest-packed-error-comment = в архиве есть комментарий, байт: { $len }
error-manifest-packed-error-trailing = после завершающей записи есть лишние байты: { $len }
error-manifest-packed-error-spanned = указано, что это часть архива на нескольких дисках
error-manifest-packed-error-end-records = завершающие записи противоречат друг другу или файлу
error-manifest-packed-error-directory = оглавление архива не заполняет места, которое указано как его место (в байте { $at })
error-manifest-packed-error-count = указано файлов: { $said }, в оглавлении: { $found }
error-manifest-packed-error-entry = { $name }: { $fault }
error-manifest-fault-encrypted = содержимое зашифровано
error-manifest-fault-method = содержимое сжато (метод { $method })
error-manifest-fault-data-descriptor = имеется дескриптор данных
error-manifest-fault-flags = установлены флаги { $flags }
error-manifest-fault-sizes = указано байт: в архиве { $packed }, после распаковки { $unpacked }
error-manifest-fault-extra = имеется дополнительное поле
error-manifest-fault-zip64 = значения ZIP64 не те, которые нужны
error-manifest-fault-comment = имеется комментарий
error-manifest-fault-time = указано собственное время
error-manifest-fault-not-regular = это ссылка или особый файл
error-manifest-fault-attributes = версия или атрибуты не те, которые бывают в пакете в одном файле
error-manifest-fault-name = имя недопустимо: { $v0 }
error-manifest-fault-other-root = находится не в каталоге пакета
error-manifest-fault-root-entry = это запись о самом каталоге пакета
error-manifest-fault-twice = встречается дважды
error-manifest-fault-order = стоит не на своём месте
error-manifest-fault-below = находится внутри { $above }, а внутри этого ничего быть не может
error-manifest-fault-directory-with-bytes = это каталог, но он содержит байты
error-manifest-fault-overlap = место пересекается с местом другого файла (начало в байте { $at }, ожидалось { $expected })
error-manifest-fault-gap = перед ним есть байты, которые ни к чему не относятся (начало в байте { $at }, ожидалось { $expected })
error-manifest-fault-headers = заголовок перед байтами файла расходится с оглавлением: { $what }

## manifest/packed/name

error-manifest-name-error-utf8 = кодировка UTF-8 нарушена
error-manifest-name-error-too-long = длина { $len } байт
error-manifest-name-error-directory-expected = это файл там, где в пакете каталог
error-manifest-name-error-not-one-component = состоит более чем из одного компонента

## manifest/packed/write

error-manifest-write-error-name = в пакете в одном файле такого имени быть не может: { $v0 }
error-manifest-write-error-order = не следует по порядку за предыдущим файлом
error-manifest-write-error-size = байт: { $found }, ожидалось: { $said }
error-manifest-write-error-read-back = прочитанное заново не совпадает с записанным

## manifest/path

error-manifest-path-error-empty = путь пуст
error-manifest-path-error-absolute = путь абсолютный
error-manifest-path-error-empty-component = в пути пустой компонент (байт { $at })
error-manifest-path-error-dot-component = в пути есть компонент "." или ".." (байт { $at })
error-manifest-path-error-nul = в пути есть нулевой байт (байт { $at })

## manifest/source/examine/copy

error-manifest-copy-error-write = data/{ $place }: не удалось записать: { $source }
error-manifest-copy-error-mark = data/{ $place }: не удалось отметить ход работы: { $source }
error-manifest-copy-error-source = { $path }: не удалось получить сведения о файле: { $source }
error-manifest-copy-error-no-random-numbers = система не выдаёт случайных чисел
error-manifest-copy-error-output-inside = { $path }: здесь, внутри источника, находится создаваемый пакет
error-manifest-copy-error-stopped = остановлено

## manifest/source/open

error-manifest-source-error-open = { $v0 }: не удалось открыть: { $source }
error-manifest-source-error-link = { $v0 }: это символическая ссылка; по ссылкам программа не переходит
error-manifest-source-error-kind = { $v0 }: это { $kind }, а не каталог, обычный файл или блочное устройство
error-manifest-source-error-name = { $v0 }: { $source }
error-manifest-source-error-same-name = { $v0 } и { $v1 }: у двух источников одинаковое имя

## manifest/store

error-manifest-open-error-missing = отсутствует
error-manifest-open-error-not-regular = не является обычным файлом
error-manifest-open-error-unreadable = не удалось прочитать: { $v0 }

## manifest/store/open

error-manifest-open-bag-error-packed = это не пакет в одном файле

## manifest/stored/check

error-manifest-stored-error-too-long = длина имени для хранения { $len } байт, допускается не более 900
error-manifest-stored-error-component-too-long = длина компонента { $component } имени для хранения { $len } байт, допускается не более 255
error-manifest-stored-error-empty-component = компонент { $component } имени для хранения пуст
error-manifest-stored-error-unsafe = в компоненте { $component } имени для хранения есть символ U+{ $code } (байт { $at }), который здесь должен быть экранирован
error-manifest-stored-error-device = компонент { $component } имени для хранения является именем устройства в Windows
error-manifest-stored-error-escape = в компоненте { $component } имени для хранения неправильное экранирование (байт { $at })
error-manifest-stored-error-mismatch = компонент { $component } имени для хранения обозначает не то имя, которое указано в пути
error-manifest-stored-error-components = в имени для хранения компонентов: { $stored }, в пути: { $path }

## manifest/tree

error-manifest-subtree-error-unaligned = поддерево уровня { $level } не может начинаться с листа { $size }
error-manifest-subtree-error-too-large = с поддеревом уровня { $level } от листа { $size } в дереве было бы более 2^63-1 листьев

## manifest/tree/prove

error-manifest-prove-error-index-outside = листа { $index } нет в дереве, в котором листьев: { $size }
error-manifest-prove-error-old-larger = в более раннем дереве листьев: { $old }, в более позднем только { $new }
error-manifest-prove-error-too-large = дерево, в котором листьев { $size }, больше предела 2^63-1
error-manifest-prove-error-wrong-count = получено листьев: { $pushed }, объявлено: { $size }

## manifest/tree/verify

error-manifest-verify-error-index-outside = листа { $index } нет в дереве, в котором листьев: { $size }
error-manifest-verify-error-old-larger = в более раннем дереве листьев: { $old }, в более позднем только { $new }
error-manifest-verify-error-too-large = дерево, в котором листьев { $size }, больше предела 2^63-1
error-manifest-verify-error-wrong-length = в подтверждении хэшей: { $found }, для таких размеров нужно: { $expected }
error-manifest-verify-error-old-root = подтверждение не приводит к корневому хэшу более раннего дерева
error-manifest-verify-error-root = подтверждение не приводит к корневому хэшу дерева

## custody/event

error-custody-event-error-unsupported-type = вид записи "{ $v0 }" этой версией не поддерживается

## custody/joint

error-custody-quorum-error-unknown = подписано ключом { $v0 }, которого нет среди ключей, имеющих право подписи
error-custody-quorum-error-twice = дважды подписано ключом { $v0 }
error-custody-quorum-error-order = подпись ключа { $v0 } стоит после той, перед которой должна стоять
error-custody-quorum-error-too-few = { $v0 }

## custody/key

error-custody-sign-error-unverifiable = сделанная подпись не подтверждается: { $v0 }
error-custody-sign-error-unavailable = использовать ключ не удалось

## custody/key/pem

error-custody-key-error-not-pkcs8 = это не закрытый ключ PKCS#8 в форме PEM
error-custody-key-error-open-ssh-form = это закрытый ключ OpenSSH; sealbag читает файлы PKCS#8, а ключи OpenSSH использует через ssh-agent
error-custody-key-error-too-large = текст ключа слишком велик для закрытого ключа
error-custody-key-error-not-ed25519 = это не ключ Ed25519
error-custody-key-error-needs-passphrase = ключ зашифрован: нужна парольная фраза
error-custody-key-error-wrong-passphrase = парольная фраза неверна
error-custody-key-error-empty-passphrase = парольная фраза пуста
error-custody-key-error-unsupported-encryption = шифрование ключа не поддерживается; используйте PBES2 с PBKDF2 или scrypt и AES
error-custody-key-error-costly-encryption = проверка парольной фразы этого ключа требует слишком много ресурсов
error-custody-key-error-mismatch = открытый ключ в файле не соответствует закрытому
error-custody-key-error-unusable = использовать этот ключ нельзя
error-custody-key-error-no-random-numbers = система не выдала случайных чисел

## custody/key_file

error-custody-key-file-error-io = { $v0 }: не удалось { $action }
error-custody-key-file-error-exists = { $v0 }: уже существует и не перезаписывается
error-custody-key-file-error-not-kept = { $v0 }: прочитанное заново не совпадает с записанным
error-custody-key-file-error-not-regular = { $v0 }: не является обычным файлом
error-custody-key-file-error-foreign-owner = { $v0 }: закрытый ключ принадлежит другому пользователю (uid { $owner })
error-custody-key-file-error-open-to-others = { $v0 }: закрытый ключ доступен посторонним (права доступа { $mode })
error-custody-key-file-error-too-large = { $v0 }: слишком велик для файла ключа
error-custody-key-file-error-key = { $v0 }: { $source }
error-custody-key-file-error-public-key = { $v0 }: { $source }
error-custody-key-file-error-keyset = { $v0 }: { $source }

## custody/keyset

error-custody-keyset-error-empty = у органа должен быть хотя бы один ключ
error-custody-keyset-error-too-many = у органа может быть не более { $max } ключей, а здесь их { $found }
error-custody-keyset-error-twice = ключ { $v0 } указан дважды
error-custody-keyset-error-threshold = необходимое число подписей { $threshold } не входит в пределы от 1 до { $keys }, числа ключей
error-custody-keyset-error-no-threshold = файл с несколькими ключами начинается со строки `threshold K`
error-custody-keyset-error-key = строка { $line }: { $source }
error-custody-keyset-error-text = это не файл открытых ключей

## custody/log_page

error-custody-log-page-error-unknown-format = формат { $found } этой версией не поддерживается
error-custody-log-page-error-unsupported-type = вид записи "{ $v0 }" этой версией не поддерживается
error-custody-log-page-error-other-signer = подписано ключом { $found }, а в записи назван { $expected }

## custody/log_store/error

error-custody-append-error-io = { $v0 }: не удалось { $action }
error-custody-append-error-not-a-directory = { $v0 }: не является каталогом; по ссылке программа не переходит
error-custody-append-error-busy = { $v0 }: другая программа ведёт запись в этот журнал; время ожидания { $waited }
error-custody-append-error-index = записи с номером { $index } для внесения нет
error-custody-append-error-token-number = метки времени с номером 0 не бывает
error-custody-append-error-empty = { $v0 }: записывать нечего
error-custody-append-error-too-large = { $v0 }: более { $limit } байт
error-custody-append-error-gap = { $v0 }: отсутствует запись { $missing } перед записью { $before }
error-custody-append-error-behind = { $v0 }: записи { $index } нет, а запись { $last } есть
error-custody-append-error-not-regular = { $v0 }: не является обычным файлом
error-custody-append-error-taken = в журнале уже есть другая запись { $index }
error-custody-append-error-token-taken = другая метка времени { $number } над записью { $index } уже есть
error-custody-append-error-not-exclusive = { $v0 }: эта файловая система не может дать файлу имя так, чтобы заведомо не заменить другой файл
error-custody-append-error-read-back = { $v0 }: прочитанное заново отличается от записанного
error-custody-append-error-undetermined = { $v0 }: неизвестно, внесено ли это в журнал; не удалось { $action }

## custody/page

error-custody-page-error-record-too-large = в записи { $size } байт, допускается не более { $limit }
error-custody-page-error-armour-too-large = в подписи { $v0 } байт, допускается не более { $MAX_ARMOUR_LEN }
error-custody-page-error-no-signature = подписи нет
error-custody-page-error-too-many-signatures = подписей больше, чем { $v0 }
error-custody-page-error-no-record = перед подписью нет записи

## custody/profile/fill

error-custody-answer-error-blank = только пробелы
error-custody-answer-error-digest = хэш-сумма SHA-256 – это 64 шестнадцатеричные цифры со строчными буквами

## custody/profile/finding

error-custody-profile-error = этот профиль требований использовать нельзя: { $v0 }

## custody/public_key

error-custody-public-key-error-line = открытый ключ – это одна строка: тип, base64, комментарий
error-custody-public-key-error-comment = здесь ключ записывается без комментария
error-custody-public-key-error-base64 = ключ записан не строго в base64
error-custody-public-key-error-type-mismatch = тип, указанный перед base64, не совпадает с типом ключа
error-custody-public-key-error-unsupported-type = тип ключа { $v0 } не поддерживается; используйте ssh-ed25519 или sk-ssh-ed25519@openssh.com
error-custody-public-key-error-malformed = ключ типа { $v0 } записан неправильно
error-custody-public-key-error-weak = ключ слаб: это точка малого порядка, при которой подтверждаются поддельные подписи
error-custody-public-key-error-too-long = строка ключа длиннее { $MAX_LINE_LEN } байт

## custody/receipt

error-custody-receipt-error-shape = состоит не из одной или двух подписанных страниц
error-custody-receipt-error-first = первая страница: { $v0 }
error-custody-receipt-error-second = вторая страница: { $v0 }
error-custody-receipt-error-unrelated = страницы не относятся друг к другу: { $v0 }

## custody/record/error

error-custody-record-error-unknown-format = строка 1: формат записи "{ $found }" неизвестен, ожидался "{ $expected }"
error-custody-record-error-no-format = строка 1: запись начинается со строки, указывающей её формат
error-custody-record-error-too-large = в записи { $size } байт, допускается не более { $limit }
error-custody-record-error-not-utf8 = строка { $line }: кодировка UTF-8 нарушена
error-custody-record-error-forbidden-character = строка { $line }: символ U+{ $character } в записи не допускается
error-custody-record-error-armour-line = строка { $line }: ни одна строка записи не может начинаться с -----
error-custody-record-error-no-final-line-feed = последняя строка не оканчивается переводом строки
error-custody-record-error-malformed = { $v0 }{ $v1 }{ $reason }
error-custody-record-error-not-canonical = строка { $line }: не каноническая форма, в которой { $v0 }
error-custody-record-error-missing = { $field }: обязательное поле
error-custody-record-error-empty-entry = { $table }: элемент без единого поля
error-custody-record-error-integer-too-large = { $field }: значение { $value } слишком велико, целые числа должны быть меньше 2^63
error-custody-record-error-contradiction = { $field }: { $reason }

## custody/replay/rules

error-custody-breach-no-release = открытой передачи нет
error-custody-breach-not-allowed = запись { $kind } не разрешена, пока объект в состоянии { $state }
error-custody-breach-wrong-reference = { $v0 }
error-custody-breach-wrong-acceptor = кому передано: { $expected }; кем подписано: { $found }
error-custody-breach-not-holder = держатель: { $holder }; кем подписано: { $actor }
error-custody-breach-self-transfer = передано тому же, кто передаёт
error-custody-breach-cosigner-skipped = вторая подпись не поставлена: { $v0 }
error-custody-breach-own-countersignature = вторая подпись ставится под собственной записью
error-custody-breach-not-author = исправляемую запись внесло другое лицо
error-custody-breach-on-hold = действует распоряжение о сохранении
error-custody-breach-other-root = корневой хэш проверенных данных: { $found }
error-custody-breach-time-order = { $found } раньше, чем { $latest }
error-custody-breach-wrong-role = { $act }: подписало лицо { $name }, роли: { $roles }
error-custody-breach-key-invalid = { $found } находится вне срока с { $from } по { $to }
error-custody-breach-key-compromised = ключ мог быть у постороннего лица с { $since }{ $v0 }
error-custody-breach-not-recognized = { $v0 }
error-custody-breach-signer-unknown = { $key }
error-custody-remark-unattributed = { $kind }, ключ { $key }{ $v0 }
error-custody-remark-recognized = { $v0 }
error-custody-remark-clock-backwards = { $found } раньше, чем { $latest }
error-custody-remark-late = { $v0 }
error-custody-remark-late-countersignature = вторая подпись поставлена после первой передачи
error-custody-remark-key-expired = действителен по { $v0 }
error-custody-remark-key-retired = выведен из употребления { $v0 }
error-custody-remark-recorded-violation = { $v0 }
error-custody-remark-recorded-undetermined = { $v0 }
error-custody-remark-examined-original = исследован сам пакет, а не копия
error-custody-remark-objection = { $v0 }
error-custody-remark-incident = { $v0 }
error-custody-remark-corrected = { $v0 }
error-custody-remark-refused-to-sign = { $v0 }

## custody/replay/state

error-custody-end-remark-cosigner-pending = { $v0 }
error-custody-end-remark-transfer-open = кому передано: { $to }
error-custody-end-remark-unfinished = { $v0 }
error-custody-end-remark-resealed = опечатано повторно

## custody/roster/edit

error-custody-edit-error-key-taken = ключ { $fingerprint } уже есть в реестре, он принадлежит: { $name } (номер { $id })
error-custody-edit-error-name-missing = лица с номером { $v0 } нет, а имя для нового лица не указано
error-custody-edit-error-other-person = номер { $id } принадлежит: { $name }; в реестре указано другое ({ $field }): { $known }
error-custody-edit-error-unknown-key = ключа { $v0 } нет в реестре
error-custody-edit-error-unknown-person = лица с номером { $v0 } нет
error-custody-edit-error-nothing-to-retire = ключа, который можно вывести из употребления, нет: { $v0 }
error-custody-edit-error-already-retired = ключ { $fingerprint } уже выведен из употребления { $at }
error-custody-edit-error-retired-too-early = ключ { $fingerprint } действителен с { $from }, вывести его из употребления раньше нельзя
error-custody-edit-error-already-compromised = уже указано, что ключ { $fingerprint } мог быть у постороннего лица с { $since }
error-custody-edit-error-later-recognition = версия { $v0 } этого акта о признании уже внесена
error-custody-edit-error-no-successor = черновик не следует из версии { $version }: { $reason }

## custody/roster/lineage

error-custody-conflict-one-number = версия { $v0 }
error-custody-conflict-two-successors = и версия { $first }, и версия { $second } заменяют ключи { $keys }
error-custody-conflict-handed-over = версия { $version } подписана ключами, которые заменены в версии { $handed_over }
error-custody-conflict-returned = версия { $version } снова называет ключ { $key }, который исключён более ранней версией
error-custody-conflict-other-previous = версия { $version } не следует из имеющейся версии { $before }

## custody/roster/sign

error-custody-roster-sign-error-other-authority = ключ органа – { $expected }, а это { $found }
error-custody-roster-sign-error-unverifiable = подписанный реестр не подтверждается: { $v0 }

## custody/roster/verified

error-custody-roster-error-other-signer = подписано ключом { $found }, а ключом органа назван { $expected }
error-custody-roster-error-too-many-pages = в одном файле может быть не более { $v0 } реестров
error-custody-roster-error-too-large = в файле реестров может быть не более { $v0 } байт

## custody/scalar

error-custody-scalar-error-bag-id = идентификатор пакета – это 32 шестнадцатеричные цифры со строчными буквами
error-custody-scalar-error-utc-time = время записывается в виде YYYY-MM-DDTHH:MM:SSZ, по UTC, и должно существовать в календаре
error-custody-scalar-error-utc-offset = смещение от UTC записывается в виде +HH:MM или -HH:MM, не более 18 часов, нулевое как +00:00
error-custody-scalar-error-date = дата записывается в виде YYYY-MM-DD и должна существовать в календаре

## custody/sshsig/error

error-custody-signature-error-armour = подпись записана не в той форме, в которой её записывает ssh-keygen
error-custody-signature-error-blob = подпись записана неправильно: { $v0 }
error-custody-signature-error-unsupported-version = версия подписи { $v0 }, поддерживается только версия 1
error-custody-signature-error-namespace = подпись сделана для "{ $found }", а не для "{ $expected }"
error-custody-signature-error-unsupported-hash = в подписи использован алгоритм хэширования { $v0 }, поддерживается только sha512
error-custody-signature-error-unsupported-key-type = подпись сделана ключом типа { $v0 }, который не поддерживается
error-custody-signature-error-key = ключ в подписи не принимается: { $v0 }
error-custody-signature-error-algorithm-mismatch = подпись сделана по алгоритму { $v0 }, не соответствующему её ключу
error-custody-signature-error-user-not-present = аппаратный ключ подписал без касания
error-custody-signature-error-invalid = подпись не соответствует подписанным байтам

## custody/statement

error-custody-detail-key-error = имя свободного поля: буква a-z, затем a-z, 0-9 и _, не более 64 символов

## custody/text

error-custody-text-error-empty = пустое значение: вместо него пропустите строку целиком
error-custody-text-error-forbidden = символ U+{ $v0 } в записи не допускается

## custody/time/rules

error-custody-time-finding-contradiction = не ранее { $earliest } и не позднее { $latest }
error-custody-time-finding-back-dated = заявлено { $claimed }; подписано не ранее { $earliest }
error-custody-time-finding-clock-behind = заявлено { $claimed }; подписано не ранее { $earliest }
error-custody-time-finding-entered-late = заявлено { $claimed }; подписано не ранее { $earliest }
error-custody-time-finding-post-dated = заявлено { $claimed }; подписано не позднее { $latest }
error-custody-time-finding-clock-ahead = заявлено { $claimed }; подписано не позднее { $latest }
error-custody-time-finding-after-key-end = удостоверено { $latest }; действие ключа прекратилось { $end }
error-custody-time-finding-compromised-later = удостоверено { $latest }; ключ мог быть у постороннего лица с { $since }

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
error-cli-custody-usage-error-several-holds = действует несколько распоряжений о сохранении, записи: { $v0 }
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
error-signers-token-error-wrong-pin = токен не принял ПИН-код
error-signers-token-error-pin-locked = ПИН-код токена заблокирован
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
error-signers-uri-error-pin = ПИН-код в URI PKCS#11 не указывается

## timestamp/chain/anchors

error-timestamp-anchor-error-none = сертификата здесь нет: PEM начинается с -----BEGIN CERTIFICATE-----
error-timestamp-anchor-error-too-large = превышен предел { $limit }: { $what }
error-timestamp-anchor-error-label = блок { $number } – это { $label }, а не CERTIFICATE
error-timestamp-anchor-error-pem = блок { $number } записан не в форме PEM
error-timestamp-anchor-error-certificate = блок { $number } не является сертификатом X.509

## timestamp/fault

error-timestamp-chain-fault-signature = один из сертификатов подписан не тем, который стоит над ним
error-timestamp-chain-fault-not-an-issuer = один из сертификатов не вправе выдавать другие
error-timestamp-chain-fault-path-length = цепочка длиннее, чем допускает один из её сертификатов
error-timestamp-chain-fault-name = одно из имён находится вне того, что вправе удостоверять один из удостоверяющих центров
error-timestamp-chain-fault-purpose = один из удостоверяющих центров не предназначен для меток времени
error-timestamp-chain-fault-validity = срок действия одного из сертификатов заканчивается раньше, чем начинается
error-timestamp-fault-malformed = метка времени составлена неправильно: { $what }
error-timestamp-fault-too-large = в метке времени превышен предел { $limit }: { $what }
error-timestamp-fault-not-a-token = это не метка времени: содержится { $found }
error-timestamp-fault-not-granted = служба меток времени отказала: { $refusal }
error-timestamp-fault-imprint-mismatch = метка времени относится к другим данным: её хэш-сумма данных { $found }, хэш-сумма этих данных { $expected }
error-timestamp-fault-imprint-weak = метка времени относится к значению { $algorithm }, для которого можно подобрать другие данные
error-timestamp-fault-nonce-mismatch = метка времени отвечает на другой запрос: её одноразовое число { $v0 }, а не { $expected }
error-timestamp-fault-policy-mismatch = метка времени выдана по политике { $found }, а не { $expected }
error-timestamp-fault-signer-count = подписавших у метки времени: { $count }, а должен быть один
error-timestamp-fault-attributes-missing = в метке времени нет подписанных атрибутов
error-timestamp-fault-content-type = подписанный вид содержимого метки времени отсутствует или иной
error-timestamp-fault-message-digest = подписанная хэш-сумма содержимого метки времени отсутствует или иная
error-timestamp-fault-signing-certificate-missing = имя сертификата в метке времени не подписано (signingCertificate)
error-timestamp-fault-signing-certificate-mismatch = в метке времени подписано имя не того сертификата, который к ней приложен
error-timestamp-fault-digest-weak = подписано по значению { $algorithm }, которое можно подделать: { $place }
error-timestamp-fault-key-too-short = длина ключа RSA { $bits } бит, меньше 2048; где этот ключ: { $place }
error-timestamp-fault-algorithm-mismatch = алгоритм подписи метки времени не соответствует её хэш-сумме или ключу
error-timestamp-fault-signature-invalid = подпись метки времени недействительна
error-timestamp-fault-extended-key-usage = сертификат подписавшего предназначен не только для меток времени: { $what }
error-timestamp-fault-key-usage = назначение ключа в сертификате подписавшего не подходит для службы меток времени
error-timestamp-fault-ca-as-signer = сертификат подписавшего – это сертификат удостоверяющего центра
error-timestamp-fault-tsa-name-mismatch = в метке времени названа другая служба, чем в её сертификате
error-timestamp-fault-certificate-not-valid-then = сертификат { $subject } действовал с { $not_before } по { $not_after }, а метка времени получена { $gen_time }
error-timestamp-fault-chain-invalid = цепочка сертификатов не подтверждена: { $why }
error-timestamp-fault-authority-unknown = от сертификата { $subject } ни одна цепочка не ведёт к предоставленному сертификату
error-timestamp-fault-certificate-missing = к метке времени не приложен сертификат её подписавшего
error-timestamp-fault-algorithm-unsupported = алгоритм { $algorithm } не поддерживается; где использован: { $place }
error-timestamp-fault-extension-unsupported = в метке времени есть обязательное расширение { $extension }, которое не поддерживается
error-timestamp-fault-version-unsupported = версия не поддерживается; часть метки времени: { $what }
error-timestamp-fault-certificate-unsupported = форма или расширение не поддерживается: { $place }
error-timestamp-fault-chain-too-complex = цепочка сертификатов длиннее или имеет больше ветвей, чем просматривается

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
