# What the libraries say in typed errors, and what the verifier puts beside a finding, in Russian; the keys and their order are those of en.ftl.

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
error-custody-breach-on-hold = действует запрет на уничтожение и возврат объекта
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
error-manifest-with-cause-packed = это не пакет в одном файле: { $why }
error-custody-in-words-recognized = признан органом { $authority }, версия акта { $version }, цель: { $purpose }; с { $from } по { $to }
error-custody-withdrawn-recognized = признан органом { $authority }, версия акта { $version }, цель: { $purpose }; с { $from } по { $to }, признание отозвано { $time }
error-timestamp-fault-missing-nonce-mismatch = метка времени отвечает на другой запрос: одноразового числа в ней нет, ожидалось { $expected }
error-custody-edit-error-recognition-gone-no-successor = черновик не следует из версии { $version }: исчез акт о признании органа { $who }
error-custody-edit-error-person-gone-no-successor = черновик не следует из версии { $version }: исчезло лицо { $id }
error-custody-edit-error-key-gone-no-successor = черновик не следует из версии { $version }: исчез ключ { $fingerprint }
error-custody-edit-error-key-of-another-no-successor = черновик не следует из версии { $version }: ключ { $fingerprint } принадлежит другому лицу
error-custody-edit-error-not-retired-no-successor = черновик не следует из версии { $version }: ключ { $fingerprint } уже не выведен из употребления, как прежде
error-custody-edit-error-not-compromised-no-successor = черновик не следует из версии { $version }: уже не указано, как прежде, что ключ { $fingerprint } мог быть у постороннего лица

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

## Kinds of incidents

noun-incident-loss = утрата
noun-incident-mismatch = несоответствие опечатанному
noun-incident-key-compromise = ключ может быть у постороннего лица
noun-incident-physical-seal-broken = пломба нарушена
noun-incident-other = иное

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

## What the system says of a call that failed

label-os-error = { $cause } (ошибка системы { $number })
os-not-permitted = операция не разрешена
os-not-found = нет такого файла или каталога
os-io = ошибка ввода-вывода
os-no-device-address = нет такого устройства или адреса
os-bad-descriptor = неверный дескриптор файла
os-would-block = ресурс временно недоступен
os-no-memory = не хватает памяти
os-permission = нет прав доступа
os-busy = устройство или ресурс заняты
os-exists = файл уже существует
os-cross-device = ссылка на другое устройство недопустима
os-no-device = нет такого устройства
os-not-a-directory = это не каталог
os-is-a-directory = это каталог
os-invalid = недопустимый аргумент
os-too-many-open-in-system = в системе открыто слишком много файлов
os-too-many-open = открыто слишком много файлов
os-text-busy = исполняемый файл занят
os-too-large = файл слишком велик
os-no-space = на устройстве не осталось места
os-illegal-seek = переход по файлу невозможен
os-read-only = файловая система только для чтения
os-too-many-links = слишком много ссылок
os-broken-pipe = канал вывода закрыт
os-name-too-long = слишком длинное имя файла
os-not-implemented = функция не поддерживается системой
os-not-empty = каталог не пуст
os-loop = слишком много вложенных символических ссылок
os-no-medium = носитель не обнаружен
os-wrong-medium = неверный тип носителя
os-not-supported = операция не поддерживается
os-address-in-use = адрес уже занят
os-network-unreachable = сеть недоступна
os-aborted = соединение прервано
os-reset = соединение сброшено другой стороной
os-timed-out = истекло время ожидания соединения
os-refused = в соединении отказано
os-unreachable = узел недоступен
os-stale = файл на сетевом диске больше не доступен
os-remote-io = ошибка ввода-вывода на удалённой стороне
os-quota = превышена дисковая квота
os-kind-not-found = не найдено
os-kind-permission = нет прав доступа
os-kind-exists = уже существует
os-kind-invalid-data = неверные данные
os-kind-timed-out = истекло время ожидания
os-kind-refused = в соединении отказано
os-kind-end = файл неожиданно закончился
os-kind-end-of-input = данные закончились раньше, чем ожидалось
os-kind-write-zero = данные записаны не полностью
os-kind-interrupted = операция прервана
os-kind-unsupported = не поддерживается
os-not-utf8 = содержимое не в кодировке UTF-8
os-other = другая ошибка

## What the parsers of records and lines say

parser-missing-field = нет поля `{ $name }`
parser-unknown-field = поле `{ $name }` неизвестно, ожидалось: { $known }
parser-unknown-field-one-of = поле `{ $name }` неизвестно, ожидалось одно из: { $known }
parser-unknown-variant = значение `{ $name }` неизвестно, ожидалось: { $known }
parser-unknown-variant-one-of = значение `{ $name }` неизвестно, ожидалось одно из: { $known }
parser-duplicate-field = поле `{ $name }` указано дважды
parser-duplicate-key = поле указано дважды
parser-at = { $why } (строка { $line }, столбец { $at })

## Values of findings (expected, found), as the verifier puts them together

value-bytes = байт: { $n }
value-at-most-bytes = не более { $n } байт
value-at-most-lines = строки не длиннее { $n } байт
value-longer-line = есть более длинная
value-more = больше
value-none = нет
value-line-for = строка для { $path }
value-more-lines = больше, чем в перечне
value-line-of = { $file }, строка { $n }
value-lines = строк: { $n }
value-lines-of = строк: { $n } из { $all }
value-lines-for-list = строк: { $n }, а в перечне { $all }
value-differs = { $digest }; отличаются байты { $ranges }
value-differs-and-more = { $digest }; отличаются байты { $ranges } и другие части, всего ещё { $n }
value-damaged-packed = { $first }; не совпадает и его CRC-32 в пакете в одном файле: файл повреждён после упаковки
value-unreadable-places = байт: { $bytes }, участков: { $places }, первый с байта { $at }: { $errno }
value-missing = файла нет
value-not-there = файла нет
value-line-without-proof = для строки перечня нет подтверждения
value-proof-without-line = для подтверждения нет строки в перечне
value-cannot-be-read = не удалось прочитать: { $why }
value-not-a-proof = строка { $n } не является подтверждением
value-out-of-order = строка { $n } стоит не на своём месте
value-other-seal-hash = хэш-сумма записи об опечатывании другая
value-other-bag = пакет другой
value-other-root = корневой хэш другой
value-of-bag = пакет { $id }
value-of-index = номер { $n }
value-of-prev = хэш-сумма предыдущей записи { $hash }
value-version = версия { $n }
value-version-recognised = версия { $n }, как указано в акте о признании
value-version-issued = версия { $n }, издана { $time }
value-version-of = версия { $n }, ключи: { $keys }
value-recognition = версия { $n } акта, которым признан орган { $recognised }; кем признан: { $by }
value-recognition-by-keys = версия { $n } акта, которым признан орган { $recognised }; кем признан: { $by }, ключи: { $keys }
value-keys-by-version = { $keys }, по версии { $n }
value-keys = требуется подписей: { $threshold }, ключей: { $count }: { $list }
value-anchors = { $anchors }
value-roster-of = реестр ключей версии { $n }, орган { $name }
value-up-to-event = до записи { $n }
value-goes-on = квитанция доходит до записи { $n }, которой нет в приложенном журнале
value-first-differing = первая различающаяся запись – { $n }
value-first-or-earlier = первая различающаяся запись – { $n } или более ранняя
value-hash-and-first = { $hash }; { $first }
value-rewritten = кроме того, журнал переписан: { $first }
value-numbers = номеров без записи: { $n }
value-event = запись { $n }
value-events = записи с { $from } по { $to }
value-event-file = файл записи с хэш-суммой { $imprint }, время { $time }
value-kept = { $code }: { $why }
value-no-tsa = сертификат службы меток времени не предоставлен
value-event-type = { $kind }
value-state = { $state }
value-incident = { $incident }: { $purpose }
value-fields = { $fields }
value-file-kind = { $kind }
value-link-to = { $kind }, ведёт к { $target }
value-withdrawn = орган { $by } отозвал признание органа { $recognised }: { $time }
value-outside-period = { $time } находится вне срока с { $from } по { $to }, на который орган { $by } признаёт орган { $recognised }
value-only-as = орган { $by } признаёт ключи органа { $recognised } только в ролях: { $roles }
