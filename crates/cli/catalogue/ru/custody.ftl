# What the command line tells and asks of events, receipts, rosters, tokens, audits and logs, in Russian. The terms are those of
# crates/report/glossary.tsv.

## Events

say-event-not-synced = внимание: запись внесена в журнал, но система не подтвердила, что она сохранится при отключении питания
say-event-entered = Внесена запись { $index }: { $kind } ({ $bag })
say-event-published = Запись { $index } есть в журнале ({ $bag })
say-event-to = кому
say-event-verified = проверка
say-event-new-bag = новый пакет
say-event-new-seal = его хэш-сумма
say-event-now = сейчас
say-event-warning = внимание: { $what }
say-event-receipt = Квитанция для другой стороны: { $path }
say-event-no-receipt = внимание: запись внесена, но записать квитанцию не удалось: { $why }; не вносите запись снова: квитанцию выдаёт `sealbag receipt { $bag } --out FILE`
say-state-held = на хранении, держатель – { $holder }
say-state-in-transit = передано, получатель – { $to }; до приёма отвечает { $holder }
say-state-opened = вскрыто, держатель – { $holder }; необходимо опечатать повторно
say-state-under-examination = на исследовании, держатель – { $holder }
say-state-returned = возвращено; этот журнал завершён
say-state-disposed = уничтожено; этот журнал завершён
say-remark-unattributed = ключ, которым подписано, никем не подтверждён; запись показывается и ничего не меняет
say-remark-clock = часы отстают от журнала: { $found } после { $latest }; установите их верно
say-remark-late-countersignature = опечатывание заверено второй подписью после первой передачи
say-remark-key-expired = согласно реестру срок действия этого ключа истёк: { $time }
say-remark-key-retired = согласно реестру этот ключ выведен из употребления: { $time }
say-remark-violation = в записи указано, что пакет не соответствует опечатанному
say-remark-undetermined = в записи указана проверка, не давшая ответа; ответ может дать подтверждение извне пакета (--authority, --signer, --receipt)
say-remark-original = исследуется сам опечатанный пакет; рабочую копию изготавливает `sealbag custody copy`
say-signer-unlisted = внимание: в применяемом реестре нет ключа, которым подписывают
say-recipient-unlisted = внимание: в применяемом реестре этого ключа нет; по этому реестру нельзя будет узнать, кто принимает
say-profile-unknown = примечание: в программе нет профиля { $name }, указанного при опечатывании; укажите его: --profile FILE, иначе запрашивается только основное
say-event-missing-in-form = { $what } ({ $field } в --form FILE)
say-ask-to = Кому: файл открытого ключа либо номер или имя в реестре

## Releasing

say-hand-over = Передайте получателю ({ $to }):
say-hand-over-folder = каталог { $bag } целиком
say-hand-over-receipt = квитанцию либо бумажный акт с указанной выше хэш-суммой конца журнала
say-hand-over-authority-key = открытый ключ органа, ведущего реестр, – отдельно от пакета
say-hand-over-own-key = свой открытый ключ – отдельно от пакета
say-hand-over-then = Затем { $to } выполняет: sealbag accept { $bag }
say-hand-over-until = Пока приём не подписан, отвечаете вы. Отменить передачу: sealbag custody cancel { $bag }

## Accepting

say-accept-what = описание
say-accept-content = файлов { $files }, байт { $bytes }
say-accept-sealed-by = опечатал
say-accept-released-by = сдал
say-accept-remark = замечание
say-accept-condition = условие
say-accept-you = вы подписываете как
say-accept-finding-times = { $what } (случаев: { $n })
say-accept-more-findings = ... и ещё видов: { $n }; все показывает `sealbag verify`
say-accept-ask = введите `accept`, чтобы принять, или `refuse`, чтобы отказать в приёме
say-accept-ask-unanchored = ничто извне пакета не указывает, кто его опечатал: при приёме будет записано, что установить невозможно; введите `accept`, чтобы принять, или `refuse`, чтобы отказать в приёме
say-accept-ask-again = ответьте `accept` или `refuse`; Ctrl-C завершает работу без записи
say-accept-ask-reason = Почему в приёме отказано
say-accept-give-receipt = Верните квитанцию тому, кто сдал объект.

## Receipts

say-receipt-give = передайте её другой стороне; она не содержит ничего секретного и не требует ключа
say-receipt-is-fork = Это доказательство раздвоения журнала; его проверяет `sealbag fork check`.
say-receipt-good = Квитанция подтверждена.
say-receipt-event-good = Запись подтверждена; она сохранена отдельно.
say-receipt-bad = Квитанция не подтверждена: { $why }.
say-receipt-other-bad = Не подтверждено: { $path }: { $why }.
say-receipt-with-key = { $who }, ключ { $key }
say-receipt-reach = охват
say-receipt-reaches-seal = запись 0, опечатывание: закреплена только эта запись
say-receipt-reaches = запись { $n }: закреплён журнал от записи 0 до этой
say-receipt-hash = хэш-сумма записи
say-compare-proof = Доказательство записывает `sealbag fork make { $mine } { $theirs } --out fork.txt`.
say-compare-other-bags = Квитанции относятся к разным пакетам.
say-compare-seal-not-shown = Отдельно сохранённая запись лишь называет запись об опечатывании, но не содержит её.
say-compare-two-seals = РАЗДВОЕНИЕ ЖУРНАЛА: пакет один, а записей об опечатывании две. { $proof }
say-compare-same-event = В обеих одна и та же запись { $n }, побайтно.
say-compare-two-events = РАЗДВОЕНИЕ ЖУРНАЛА: номер { $n } имеют две записи. { $proof }
say-compare-others-between = Пакет один; между записями { $from } и { $to } есть другие. Без этой части журнала сравнить квитанции нельзя: укажите --bag или проверьте пакет с обеими квитанциями.
say-compare-follows = Запись { $to } непосредственно следует за записью { $from }: журнал один.
say-compare-follows-from-other = РАЗДВОЕНИЕ ЖУРНАЛА: запись { $to } следует не за той записью { $from }, которая есть в квитанции. Журнал раздвоен или переписан. Для доказательства нужна другая запись { $from }: `sealbag fork make BAG RECEIPT --out fork.txt`.
say-bag-other-seal = Не соответствует пакету: { $place } – другая запись об опечатывании.
say-bag-no-seal = Не соответствует пакету: { $place }: { $why }.
say-bag-unreadable = Не удалось прочитать { $place }: { $why }.
say-bag-fits-seal = Соответствует пакету: запись 0 совпадает побайтно.
say-bag-fits = Соответствует пакету: записи 0 и { $n } совпадают побайтно. Записи между ними проверяет `sealbag verify --receipt`.
say-bag-differs = Не соответствует пакету: содержимое { $place } иное. Журнал переписан или раздвоен: { $first }.
say-bag-tail-missing = Не соответствует пакету: { $place } отсутствует. Нет конца журнала.
say-bag-rewritten-besides = Кроме того, журнал переписан: { $first }.
say-first-differing = первая различающаяся запись – { $n }
say-first-differing-at-most = первая различающаяся запись – { $n } или более ранняя

## Forks

say-fork-proves-nothing = Это ничего не доказывает: { $why }.
say-fork-heading = ЖУРНАЛ РАЗДВОЕН ИЛИ ПЕРЕПИСАН НА ЗАПИСИ { $n }
say-fork-side = время { $time } (заявлено подписавшим), имя { $name } (указано в записи)
say-fork-key = ключ { $key }
say-fork-one-key = Обе подписаны одним ключом: тот, у кого он был, создал два журнала.
say-fork-two-keys = Подписано двумя ключами: две копии пакета использовались порознь, или кто-то переписал журнал.
say-fork-limits = Какая из двух верна и подтверждены ли ключи кем-либо, из этого не следует.

## Rosters

say-roster-begun = черновик версии 1, в нём пока никого нет
say-roster-add-people = людей добавляет: sealbag roster add { $roster } --key PUB --id ID --name NAME --role ROLE
say-roster-twin = в реестре есть другое лицо с таким именем, его номер { $id }
say-roster-role-unknown = роль { $role } этой версии неизвестна; она даёт лишь те права, которые есть у всех. Известные роли: { $known }
say-roster-enrolled = { $key }: ключ лица { $id }, действителен с { $from }
say-roster-keys-retired = { $keys }: выведено из употребления с { $at }
say-roster-key-revoked = { $key }: с { $since } ключ считается доступным посторонним
say-roster-rekeyed = ключ органа: { $keys }
say-roster-recognition-entered = внесена версия { $version } акта о признании, признан орган: { $name }
say-roster-draft-saved = черновик версии { $version }, ещё не подписан
say-roster-sign-it = он получит силу после подписания: sealbag roster sign { $roster } --key FILE
say-roster-publish-anchor = опубликуйте это отдельно от реестра; SHA-256 этого файла можно указать на бумаге
say-roster-keys-left-out = не включено ключей, выведенных из употребления или доступных посторонним: { $n }
say-roster-give = передайте { $roster } проверяющим, а ключ органа сообщите отдельно: { $key }
say-roster-give-several = передайте { $roster } проверяющим; ключи органа они должны получить отдельно: sealbag roster export { $file } --anchor
say-roster-you-sign = вы подписываете: { $what }
say-roster-not-removed = не удалось удалить { $path }: { $why }
say-roster-next-signature = он пока не имеет силы: передайте его тому, у кого другой ключ; он выполняет: sealbag roster sign { $part } --key FILE
say-roster-summary = версия { $version }, орган: { $authority }, издана { $issued }, лиц { $persons }, ключей { $keys }
say-roster-summary-exchange = { $what }; ключи органа заменяются: { $new } вместо { $old }
say-roster-keyset = { $k } из { $n } ключей: { $keys }
say-roster-roster = реестр
say-roster-draft = черновик
say-roster-authority = орган
say-roster-first-key = первый ключ
say-roster-instead-of = вместо
say-roster-version = версия
say-roster-issued-version = { $version }, издана { $issued }
say-roster-issued = издана
say-roster-previous = предыдущая
say-roster-threshold = достаточно
say-roster-threshold-of = { $k } из { $n } ключей
say-roster-holds = содержит
say-roster-holds-line = лиц { $persons }, ключей { $keys }
say-roster-signed-by = подписали
say-roster-missing = не хватает
say-roster-missing-of = подписей этих ключей: { $n }
say-roster-recognises = признаёт
say-roster-recognition-entry = { $key }, версия { $version } акта о признании
say-roster-not-complete = { $file }, ПОДПИСАН НЕ ВСЕМИ: пока не имеет силы
say-roster-signed-by-few = ПОДПИСАН НЕ ВСЕМИ: подписей недостаточно, пока не имеет силы
say-roster-not-signed = НЕ ПОДПИСАН: пока не имеет силы
say-roster-qualification-until = { $what }, до { $until }
say-roster-no-key = ключа нет
say-roster-roles = роли
say-roster-valid = срок
say-roster-from = с { $from }
say-roster-from-to = с { $from } по { $to }
say-roster-from-on = с { $time }
say-roster-since = с { $time }
say-roster-retired = ВЫВЕДЕН ИЗ УПОТРЕБЛЕНИЯ
say-roster-compromised = МОЖЕТ БЫТЬ У ПОСТОРОННЕГО ЛИЦА
say-roster-signature-holds = Подпись действительна. Она принадлежит органу, только если указанный выше ключ – тот, который обнародовал орган.
say-roster-signatures-hold = Подписи действительны. Они принадлежат органу, только если указанные выше ключи – те, которые обнародовал орган.
say-recognition = акт о признании
say-recognition-you-sign = вы подписываете:
say-recognition-compare-keys = прежде чем выдавать акт, сравните ключи другого органа с теми, которые он обнародовал отдельно от своего реестра
say-recognition-at-least = не ниже
say-recognition-at-least-version = версии { $version } его реестра
say-recognition-withdrawn = ОТОЗВАН

## Time-stamps

say-stamp-request = Запрос метки времени на запись { $n }: { $path }
say-stamp-carry = В нём только хэш-сумма и случайное число. Передайте его службе; получив ответ, выполните:
say-stamp-over = Метка времени на запись { $n }: { $path }
say-stamp-imprint = хэш-сумма
say-stamp-nonce = одноразовое число
say-stamp-nonce-not-checked = не проверялось: запрос не предоставлен (--request-file)
say-stamp-policy = политика
say-stamp-from = получена от
say-stamp-accuracy = точность
say-stamp-accuracy-stated = { $accuracy }: с { $from } по { $to }
say-stamp-accuracy-not-stated = не указана, время принимается как точное
say-stamp-authority = служба
say-stamp-serial = номер
say-stamp-chain = сертификаты
say-stamp-chain-leads = цепочка ведёт к предоставленному сертификату
say-stamp-chain-not-checked = НЕ проверялись: сертификат службы не предоставлен (--tsa-ca)
say-stamp-chain-ended = срок сертификата цепочки истёк { $time }; на своё время метка действительна
say-stamp-remark = замечание
say-stamp-entered = Внесена запись { $n }: получена метка времени, конец журнала { $hash }
say-stamp-not-entered = Ни в одной записи она не указана: она показывает, что запись существовала не позднее этого времени, но может быть незаметно удалена. Её вносит владелец ключа: `sealbag custody timestamp BAG --token FILE`.
say-stamp-good = Метка времени подтверждена
say-stamp-bad = Метка времени не подтверждена
say-stamp-cannot-tell = Установить, подтверждается ли метка времени, невозможно

## Logs

say-depth-full = полная
say-depth-quick = быстрая
say-relation-copy = копия
say-relation-redaction = копия с изъятиями
say-relation-disclosure = часть, раскрытая стороне
say-relation-reseal = повторное опечатывание
say-relation-derived = производные данные
say-incident-loss = утрата
say-incident-mismatch = несоответствие опечатанному
say-incident-key-compromise = ключ может быть у постороннего лица
say-incident-physical-seal-broken = пломба нарушена
say-incident-other = иное

## Audits

say-audit-heading = ПРОВЕРКА ПАКЕТОВ: { $n }
say-audit-log-sound = журнал подтверждён, файлы не читались
say-audit-log-sound-with-remarks = журнал подтверждён с замечаниями
say-audit-confirmed = целостность подтверждена
say-audit-confirmed-with-remarks = подтверждена с замечаниями
say-audit-of-these-with-remarks = из них с собственными замечаниями
say-audit-violated = ЦЕЛОСТНОСТЬ НАРУШЕНА
say-audit-undetermined = установить невозможно
say-audit-not-opened = не удалось открыть
say-audit-partial = опечатывание не завершено: это не пакеты
say-audit-open-transfers = незавершённые передачи
say-audit-forks = РАЗДВОЕНИЯ ЖУРНАЛА
say-audit-side-branches = боковые ветви с ключами, которые никем не подтверждены
say-audit-second-copies = вторые экземпляры с тем же журналом
say-audit-older-copies = экземпляры с более ранним журналом
say-audit-copies = изготовлены из другого пакета
say-audit-copies-not-recorded = не упомянуты в пакете, из которого изготовлены
say-audit-copies-disagreeing = СОДЕРЖАТ НЕ ТОТ ЖУРНАЛ, что пакет, из которого изготовлены
say-audit-links = ссылки, не открывались: то, на что они указывают, не просматривалось
say-audit-by-key = подтверждены ключом, а не реестром
say-audit-by-receipt = подтверждены квитанцией
say-audit-no-time = без удостоверенного времени: всё время заявлено подписавшими
say-audit-receipts = прочитано квитанций
say-audit-receipts-matched = из них к проверенным пакетам
say-audit-receipts-without-bag = из них без своего пакета
say-audit-receipts-unfit = предоставлены как квитанции, но не прочитаны или не являются ими
say-audit-judged-before = Проверено ранее, сейчас не просматривалось: { $n }, самая ранняя проверка { $oldest }. О них сообщается лишь то, что было установлено тогда.
say-audit-some-judged-before = проверено ранее: { $n } из { $all } пакетов
say-audit-nothing = Проверять здесь нечего.
say-audit-files-not-read = Файлы пакетов не читались; чтобы прочитать их, укажите --fixity.
say-audit-violations-between = НАРУШЕНИЯ МЕЖДУ ПАКЕТАМИ
say-audit-between = МЕЖДУ ПАКЕТАМИ
say-audit-more = ... и ещё { $n }; все есть в выводе --json
say-audit-more-findings = ... и другие; все показывает `sealbag verify`
say-audit-transfer = передано { $since }, получатель – { $to }; не принято, и в приёме не отказано
say-audit-transfer-hours = передано { $since }, прошло часов: { $n }, получатель – { $to }; не принято, и в приёме не отказано
say-audit-transfer-days = передано { $since }, прошло дней: { $n }, получатель – { $to }; не принято, и в приёме не отказано
say-audit-limit-files = Соответствуют ли файлы опечатанным, не проверялось.
say-audit-limit-withheld = Записи, которых нет ни в одном из имеющихся экземпляров и квитанций, выявить нельзя.
say-audit-limit-truth = Проверка не подтверждает, что содержание данных соответствует действительности, и не устанавливает, кто находился за клавиатурой.
say-between-second-copy = Пакет с тем же журналом есть и в другом месте.
say-between-older-copy = Журнал в первом месте продолжается там, где во втором он кончается.
say-between-receipt-without-bag = Квитанция без своего пакета: среди проверенных его нет.
say-between-receipt-unfit = Файл, предоставленный как квитанция, ею не является.
say-between-no-receipt = В указанном месте квитанций нет; сравнивать было не с чем.
say-between-link = Ссылка не открывалась; то, на что она указывает, не просматривалось.
say-between-partial = Пакет, опечатывание которого не завершено; он ничего не доказывает и не проверялся.
say-between-differs = различие
say-between-first = первая различающаяся запись: { $n }
say-between-at = где
say-between-signed = подписано
say-between-one-key = обе одним ключом
say-between-two-keys = двумя ключами
say-between-proof = доказательство
say-between-why = причина

## The purpose of an event whose purpose nobody gave; it is signed into the record

say-purpose-taking-over = приём объекта
say-purpose-not-taking-over = отказ в приёме объекта
say-purpose-attesting = удостоверение времени
say-purpose-second-person = заверение второй подписью
say-purpose-verification = проверка
say-purpose-taking-back = отмена передачи
say-purpose-end-of-examination = окончание исследования
say-purpose-order-ended = снятие запрета
say-purpose-refused-to-sign = удостоверение отказа от подписи
say-purpose-objection = возражение или замечание
say-purpose-correcting = исправление прежней записи
say-purpose-sealing-again = повторное опечатывание после вскрытия
