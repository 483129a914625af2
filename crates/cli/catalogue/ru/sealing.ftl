# What the command line tells and asks of sealing, extracting, packing and keys, in Russian. The terms are those of crates/report/glossary.tsv.

## Sealing

say-sealed = Опечатано: { $bag }
say-totals = файлов { $files }, байт { $bytes }, каталогов { $directories }, ссылок { $links }, прочих { $others }
say-still-to-countersign = Ожидается вторая подпись: { $name }, { $key }
say-act-lies-in = Тот же текст записан в { $file }
say-act-not-written = внимание: текст для протокола не записан: { $error }
say-roster-does-not-list = внимание: ключа, которым подписывается запись, нет в реестре ключей; по этому реестру никто не узнает, кто опечатал
say-name-in-text = внимание: в тексте записи об опечатывании есть имя опечатанного файла, { $name }; при последующем частичном раскрытии оно станет известно
say-access-times = примечание: при чтении система изменила время доступа к файлам и каталогам источника, всего: { $count }; чтобы этого избежать, подключайте источник только для чтения или с параметром `noatime`
say-sealed-unreadable = внимание: опечатано как нечитаемое: { $path }: { $why }
say-image-trouble = внимание: { $path }: { $why }

## Disk images

say-image = образ диска { $path }, { $segments }: { $outcome }
say-image-one-segment = 1 сегмент
say-image-segments = сегментов: { $count }
say-image-whole = цел; хэш-суммы его данных равны указанным в нём
say-image-whole-nothing-stated = цел; хэш-сумм, которые можно было бы подтвердить, в нём нет
say-image-not-confirmed = НЕ ПОДТВЕРЖДЁН
say-digest-confirmed = подтверждена
say-digest-stated = указана, не подтверждена
say-image-more = и ещё образов дисков: { $count }, см. --json

## The block for the paper act

say-act-title = ДЛЯ ПРОТОКОЛА ИЛИ АКТА НА БУМАГЕ
say-act-command = Хэш-сумма записи об опечатывании вычисляется так: sha256sum custody/000000.txt

## Questions of a seal

say-ask-your-name = Ваше имя
say-ask-name-in-seal = Ваше имя, как оно будет указано в записи об опечатывании
say-ask-cosigner = Файл открытого ключа того, кто ставит вторую подпись: { $who }
say-second-person = второе лицо
say-ask-entry = { $question }, строка { $entry }
say-ask-may-be-empty = оставьте пустым, если этого нет
say-answer-blank = только пробелы; ответьте ещё раз
say-answer-again = { $error }; ответьте ещё раз
say-missing-in-form = { $field } в --form FILE
say-missing-in-form-entry = { $field } в --form FILE, строка { $entry }
say-missing-cosigner = кто ставит вторую подпись: { $who } (--cosigner PUB)
say-missing-cosigners = кто ставит вторую подпись, лиц: { $count }: { $who } (--cosigner PUB)

## Extracting

say-extracted = Записано в { $place }, каждый файл проверен: файлов { $files }, байт { $bytes }, каталогов и ссылок { $others }
say-extracted-kept = из этих файлов уже имелись, прочитаны и проверены заново: { $count }
say-devices-left-out = пропущено файлов устройств: { $count } (создаются с --devices)
say-finding-remark = замечание: { $what }
say-finding-differs = НЕ СОВПАДАЕТ: { $what }
say-not-made = не создано: { $path }: { $why }
say-not-made-in-all = всего не создано: { $count }
say-not-complete = НЕ ЗАВЕРШЕНО: продолжит та же команда; до этого в каталоге остаётся { $mark }

## Packing

say-packed = Упаковано в { $file }: файлов { $files }, байт { $bytes }, всего { $size }
say-packed-not-judged = проверка не проводилась; `sealbag verify` проверяет этот файл так же, как пакет
say-unpacked = Распаковано в { $bag }: файлов { $files }, байт { $bytes }
say-unpacked-not-judged = проверка не проводилась; смотрите, что сообщает `sealbag verify`

## Keys

say-key-name = имя
say-key-type = тип
say-key-fingerprint = отпечаток
say-key-application = приложение
say-key-touch = касание
say-key-file = файл
say-key-no-name = (нет)
say-key-touch-needed = нужно при каждой подписи
say-key-is-private = { $private } – закрытый ключ: никому его не передавайте. { $public } – для тех, кто проверяет.
say-key-is-encrypted = закрытый ключ зашифрован; показано содержимое { $public }
say-no-key-yet = Ключа ещё нет; сейчас он будет создан.
say-key-written = Ключ { $key } записан в { $file }
say-ask-new-passphrase = Новая парольная фраза для ключа
say-ask-new-passphrase-for = новая парольная фраза для { $file }
say-ask-passphrase = парольная фраза для { $file }
say-ask-once-more = ещё раз
say-wrong-passphrase = парольная фраза неверна, попробуйте ещё раз
say-ask-pin = PIN-код токена { $label }
say-agent-keys = В ssh-agent есть ключи:
say-ask-which-key = Каким подписать? Номер ключа или `new`, чтобы создать новый
say-answer-key = введите номер из списка или `new`
say-touch-now = коснитесь аппаратного ключа: он подписывает ключом { $key }
say-touch-missed = аппаратный ключ не подписал
say-ask-touch-again = Повторить? да или нет

## The verifier for the browser

say-page-file = файл
say-page-bytes = байт
say-page-authority = орган
say-page-publish = опубликуйте эту хэш-сумму; тот, кто пользуется страницей, сверяет её и никогда не берёт страницу у отправителя пакета

## Profiles

say-profile-listed = { $name } версия { $version } { $jurisdiction } { $title }
say-profile-heading = { $name }, версия { $version }, { $jurisdiction }
say-profile-roles = роли
say-profile-rests-on = основан на
say-source-checked-by = сверено { $date }, сверил: { $who }
say-source-checked = сверено { $date }
say-source-not-checked = не сверено
say-profile-may-stay-empty = можно не заполнять
say-profile-cosigners = вторых подписей не менее { $count }
say-profile-form = Форма по профилю требований { $name }, версия { $version }. Должны быть заполнены все значения.
say-profile-usable = профиль требований можно использовать
say-profile-not-usable = профиль требований использовать нельзя
say-lint-finding = строка { $line }: { $severity }: { $what }
say-lint-note = примечание
say-lint-warning = внимание
say-lint-error = ошибка

## Manual pages

say-man-pages = страниц руководства: { $count }, каталог { $place }

## Progress

say-progress-working = выполняется
say-progress-sealing = опечатывание
say-progress-reading-back = контрольное чтение
say-progress-verifying = проверка
say-progress-extracting = извлечение
say-progress-packing = упаковка
say-progress-unpacking = распаковка
say-progress-entries = строк перечня: { $count }
say-progress-left = осталось { $time }
say-progress-rate = { $bytes }/с
say-unit-byte = Б
say-unit-kib = КиБ
say-unit-mib = МиБ
say-unit-gib = ГиБ
say-unit-tib = ТиБ
say-unit-pib = ПиБ
say-unit-second = { $count } с
say-unit-minute = { $count } мин
say-unit-hour = { $count } ч
say-unit-day = { $count } дн
say-unit-week = { $count } нед
say-unit-year = { $count } г
say-other-device = { $path }: это не то устройство, которое читалось раньше, или на него с тех пор что-то записано; оно читается с начала

## The demonstration

say-demo-keys = Один раз за службу каждый создаёт ключ. Создаёт ключ и отдел ключей министерства.
say-demo-roster = Отдел ключей ведёт реестр: чей это ключ и в какой роли. Отдел подписывает реестр, а свой открытый ключ публикует на бумаге.
say-demo-seal = Сотрудник изъял данные, выгруженные из телефона: exhibit/. Они читаются один раз, копируются, контрольно читаются заново и опечатываются.
say-demo-countersign = Второй сотрудник присутствовал и ставит вторую подпись. До этого передать объект нельзя:
say-demo-hand-over = Сотрудник передаёт объект в лабораторию; она проверяет его и подписью подтверждает приём.
say-demo-nobody-else = Никто другой принять его не может:
say-demo-nor-the-officer = И сотрудник, у которого объекта больше нет, не может передать его ещё кому-то:
say-demo-copy = Лаборатория работает с копией: это отдельный пакет, внутри которого журнал первого.
say-demo-return = Лаборатория возвращает объект. У каждой стороны остаётся квитанция.
say-demo-court = Пакет получает суд. Без чего-либо ещё сказать можно немногое, и об этом прямо сказано.
say-demo-authority = С одним лишь открытым ключом органа, взятым из официального издания, а не из пакета:
say-demo-log = У кого был объект, когда и зачем:
say-demo-audit = Проверяющий смотрит всё, что здесь находится, и сравнивает копии между собой:
say-demo-forgery-bit = ПОДДЕЛКА 1: в копии пакета изменён один бит образа телефона.
say-demo-forgery-added = ПОДДЕЛКА 2: в другую копию к доказательствам добавлен файл. Обычные программы, сверяющие перечень, его не замечают.
say-demo-forgery-rewritten = ПОДДЕЛКА 3: изменена сумма платежа, и под неё переписаны все перечни пакета: для `sha256sum` и программ проверки BagIt пакет верен.
say-demo-forgery-thief = ПОДДЕЛКА 4: похититель меняет сумму, заново опечатывает всё своим ключом и кладёт в пакет собственный реестр от имени того же органа. Внутри такой пакет согласован во всём.
say-demo-thief-authority = Ключ органа его не подтверждает:
say-demo-thief-hash = Хэш-сумма записи об опечатывании на бумаге показывает, что это другой пакет:
say-demo-forgery-insider = ПОДДЕЛКА 5: лаборатория хочет скрыть, что делала копию. Она берёт пакет таким, каким его приняла, и ведёт журнал дальше с этого места. Ключ подлинный, все подписи действительны: по одному пакету этого не увидеть.
say-demo-insider-receipt = Это показывает квитанция, которую лаборатория выдала при возврате объекта:
say-demo-insider-fork = И другая копия журнала тоже. Доказательство раздвоения журнала – файл, который может проверить любой:
say-demo-forgery-tail = ПОДДЕЛКА 6: последняя запись отрезана, и лаборатория будто бы всё ещё ждёт приёма. Ничто в пакете не покажет, что опущено; об этом сказано в результате проверки.
say-demo-tail-receipt = Тот, у кого есть квитанция о последней записи, видит, что её нет:
say-demo-end = Все файлы этой истории находятся в { $place }
say-demo-exit-code = (код завершения { $code })
say-demo-no-code = отсутствует
say-demo-name-office = Отдел ключей министерства
say-demo-name-officer = Инспектор А. Демо
say-demo-name-second = Лейтенант Б. Второй
say-demo-name-lab = Эксперт В. Лаб
say-demo-police = Департамент полиции, Астана
say-demo-laboratory = Лаборатория судебных экспертиз, Астана
say-demo-description = данные, выгруженные из телефона
say-demo-for-examination = судебная экспертиза
say-demo-was-present = присутствовал при опечатывании
say-demo-working-copy = рабочая копия для исследования
say-demo-search = поиск платежей
say-demo-done = исследование завершено
say-demo-safe-purpose = хранение в сейфе
say-demo-safe = сейф 3
