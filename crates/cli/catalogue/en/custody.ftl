# What the command line tells and asks of events, receipts, rosters, tokens, audits and logs, in English. The terms are those of
# crates/report/glossary.tsv.

## Events

say-event-not-synced = warning: the event is in the log, but the system did not confirm that it would survive a power cut
say-event-entered = Entered as event { $index }: { $kind } ({ $bag })
say-event-published = Event { $index } is in the log ({ $bag })
say-event-to = to
say-event-verified = verified
say-event-new-bag = new bag
say-event-new-seal = its seal
say-event-now = now
say-event-warning = warning: { $what }
say-event-receipt = Receipt for the other side: { $path }
say-event-no-receipt = warning: the event stands, but its receipt could not be written: { $why }; do not enter it again: `sealbag receipt { $bag } --out FILE` writes the receipt
say-state-held = held by { $holder }
say-state-in-transit = on its way to { $to }; { $holder } is answerable until it is accepted
say-state-opened = opened by { $holder }; it must be sealed again
say-state-under-examination = under examination by { $holder }
say-state-returned = returned; this log has ended
say-state-disposed = disposed of; this log has ended
say-remark-unattributed = nobody vouches for the key that signed; the event is shown and changes nothing
say-remark-clock = the clock is behind the log: { $found } after { $latest }; set it right
say-remark-late-countersignature = the seal is countersigned after the first release
say-remark-key-expired = by the roster this key has expired: { $time }
say-remark-key-retired = by the roster this key is retired: { $time }
say-remark-violation = the event records that the bag is not what was sealed
say-remark-undetermined = the event records a verification that gave no answer; an anchor (--authority, --signer, --receipt) may give one
say-remark-original = the sealed bag itself is examined; a working copy is made with `sealbag custody copy`
say-signer-unlisted = warning: the roster in use does not list the key that signs
say-recipient-unlisted = warning: the roster in use does not list this key; by this roster nobody will know who accepts
say-profile-unknown = note: this program does not have the profile { $name } of the seal; give it with --profile FILE, or nothing but the core is asked for
say-event-missing-in-form = { $what } ({ $field } in --form FILE)
say-ask-to = To whom: public key file, or id or name in the roster

## Releasing

say-hand-over = Hand over to { $to }:
say-hand-over-folder = the whole folder { $bag }
say-hand-over-receipt = the receipt, or the head above on the paper act
say-hand-over-authority-key = the public key of the authority, by another way than the bag
say-hand-over-own-key = your public key, by another way than the bag
say-hand-over-then = { $to } then runs: sealbag accept { $bag }
say-hand-over-until = Until that is signed you are answerable. To take it back: sealbag custody cancel { $bag }

## Accepting

say-accept-what = what it is
say-accept-content = files { $files }, bytes { $bytes }
say-accept-sealed-by = sealed by
say-accept-released-by = released by
say-accept-remark = remark
say-accept-condition = condition
say-accept-you = you sign as
say-accept-finding-times = { $what } ({ $n } times)
say-accept-more-findings = ... and { $n } more kinds; `sealbag verify` lists them
say-accept-ask = accept or refuse
say-accept-ask-unanchored = nothing from outside the bag says who sealed it: to accept is recorded as undetermined; accept or refuse
say-accept-ask-again = please answer `accept` or `refuse`; Ctrl-C ends without an entry
say-accept-ask-reason = Why it is not taken
say-accept-give-receipt = Give the receipt back to the one who released it.

## Receipts

say-receipt-give = give it to the other side; it holds nothing secret and needs no key
say-receipt-is-fork = This is the proof of a fork; see `sealbag fork check`.
say-receipt-good = The receipt holds.
say-receipt-event-good = The event holds; it was kept alone.
say-receipt-bad = The receipt does not hold: { $why }.
say-receipt-other-bad = { $path } does not hold: { $why }.
say-receipt-with-key = { $who }, key { $key }
say-receipt-reach = reaches
say-receipt-reaches-seal = event 0, the seal: it fixes this one event
say-receipt-reaches = event { $n }: it fixes the log from event 0 to this one
say-receipt-hash = hash
say-compare-proof = `sealbag fork make { $mine } { $theirs } --out fork.txt` writes the proof.
say-compare-other-bags = The two receipts are of different bags.
say-compare-seal-not-shown = An event that was kept alone names its seal, and does not show it.
say-compare-two-seals = FORK: one bag, and two seals. { $proof }
say-compare-same-event = Both have the same event { $n }, byte for byte.
say-compare-two-events = FORK: two events have the number { $n }. { $proof }
say-compare-others-between = One bag; between event { $from } and event { $to } lie others. They cannot be compared without the log between: give --bag, or verify the bag with both receipts.
say-compare-follows = Event { $to } follows directly from event { $from }: one log.
say-compare-follows-from-other = FORK: event { $to } follows from another event { $from } than the receipt has. The log was split or rewritten. For the proof the other event { $from } is needed: `sealbag fork make BAG RECEIPT --out fork.txt`.
say-bag-other-seal = It does not fit the bag: { $place } is another seal.
say-bag-no-seal = It does not fit the bag: { $place } { $why }.
say-bag-unreadable = { $place } cannot be read: { $why }.
say-bag-fits-seal = It fits the bag: event 0 is the same, byte for byte.
say-bag-fits = It fits the bag: events 0 and { $n } are the same, byte for byte. `sealbag verify --receipt` checks what lies between.
say-bag-differs = It does not fit the bag: { $place } has other bytes. The log was rewritten, or split: { $first }.
say-bag-tail-missing = It does not fit the bag: { $place } is not there. The tail of the log is missing.
say-bag-rewritten-besides = It was rewritten besides: { $first }.
say-first-differing = the first event that differs is { $n }
say-first-differing-at-most = the first event that differs is { $n } or an earlier one

## Forks

say-fork-proves-nothing = It proves nothing: { $why }.
say-fork-heading = THE LOG WAS SPLIT OR REWRITTEN AT EVENT { $n }
say-fork-side = time { $time } (as the signer states), name { $name } (as the event states)
say-fork-key = key { $key }
say-fork-one-key = One key signed both: whoever held it made two logs.
say-fork-two-keys = Two keys signed: two copies of the bag lived on separately, or somebody rewrote the log.
say-fork-limits = Which of the two is the right one, it does not say, nor whether somebody vouches for the keys.

## Rosters

say-roster-begun = draft of version 1, nobody in it yet
say-roster-add-people = add people with: sealbag roster add { $roster } --key PUB --id ID --name NAME --role ROLE
say-roster-twin = there is another person of this name, with the id { $id }
say-roster-role-unknown = the role { $role } is not one that this version knows; it may do what everybody may. Known: { $known }
say-roster-enrolled = { $key } is a key of { $id }, valid from { $from }
say-roster-keys-retired = { $keys } retired from { $at } on
say-roster-key-revoked = { $key } counts as compromised since { $since }
say-roster-rekeyed = the authority's key: { $keys }
say-roster-recognition-entered = version { $version } of the recognition of { $name } is entered
say-roster-draft-saved = draft of version { $version }, not signed yet
say-roster-sign-it = it counts when it is signed: sealbag roster sign { $roster } --key FILE
say-roster-publish-anchor = publish it by other ways than the roster; its SHA-256 may stand on paper
say-roster-keys-left-out = keys left out, because they are retired or compromised: { $n }
say-roster-give = give { $roster } to those who verify, and make the authority's key known by other ways: { $key }
say-roster-give-several = give { $roster } to those who verify; they need the authority's keys by other ways: sealbag roster export { $file } --anchor
say-roster-you-sign = this is what you sign: { $what }
say-roster-not-removed = { $path } could not be removed: { $why }
say-roster-next-signature = it counts for nothing yet: bring it to whoever keeps another key, who runs sealbag roster sign { $part } --key FILE
say-roster-summary = version { $version } of { $authority }, issued { $issued }, persons { $persons }, keys { $keys }
say-roster-summary-exchange = { $what }; it exchanges the authority's keys: { $new } instead of { $old }
say-roster-keyset = { $k } of { $n } keys: { $keys }
say-roster-roster = roster
say-roster-draft = draft
say-roster-authority = authority
say-roster-first-key = first key
say-roster-instead-of = instead of
say-roster-version = version
say-roster-issued-version = { $version }, issued { $issued }
say-roster-issued = issued
say-roster-previous = previous
say-roster-threshold = threshold
say-roster-threshold-of = { $k } of { $n } keys
say-roster-holds = holds
say-roster-holds-line = persons { $persons }, keys { $keys }
say-roster-signed-by = signed by
say-roster-missing = missing
say-roster-missing-of = { $n } of these keys
say-roster-recognises = recognises
say-roster-recognition-entry = { $key }, version { $version } of the recognition
say-roster-not-complete = { $file }, NOT COMPLETE: it counts for nothing yet
say-roster-signed-by-few = NOT COMPLETE: signed by too few keys, it counts for nothing yet
say-roster-not-signed = NOT SIGNED: nothing in it counts yet
say-roster-qualification-until = { $what }, until { $until }
say-roster-no-key = no key
say-roster-roles = roles
say-roster-valid = valid
say-roster-from = from { $from }
say-roster-from-to = from { $from } to { $to }
say-roster-from-on = from { $time } on
say-roster-since = since { $time }
say-roster-retired = RETIRED
say-roster-compromised = COMPROMISED
say-roster-signature-holds = The signature holds. It is the authority's only if the key above is the one that the authority made known.
say-roster-signatures-hold = The signatures hold. They are the authority's only if the keys above are those that the authority made known.
say-recognition = recognition
say-recognition-you-sign = this is what you sign:
say-recognition-compare-keys = before you hand it out, compare the other authority's keys with what it made known by other ways than its roster
say-recognition-at-least = at least
say-recognition-at-least-version = version { $version } of its roster
say-recognition-withdrawn = WITHDRAWN

## Time-stamps

say-stamp-request = Request for a time-stamp over event { $n }: { $path }
say-stamp-carry = It holds a digest and a random number, nothing else. Carry it to the authority; with the answer:
say-stamp-over = Time-stamp over event { $n }: { $path }
say-stamp-imprint = imprint
say-stamp-nonce = nonce
say-stamp-nonce-not-checked = not checked: the request was not given (--request-file)
say-stamp-policy = policy
say-stamp-from = from
say-stamp-accuracy = accuracy
say-stamp-accuracy-stated = { $accuracy }: from { $from } to { $to }
say-stamp-accuracy-not-stated = not stated, read as exact
say-stamp-authority = authority
say-stamp-serial = serial
say-stamp-chain = chain
say-stamp-chain-leads = leads to a certificate that was given
say-stamp-chain-not-checked = NOT checked: no certificate of an authority was given (--tsa-ca)
say-stamp-chain-ended = a certificate of the chain ended on { $time }; the token counts for its time
say-stamp-remark = remark
say-stamp-entered = Entered as event { $n }: timestamp, head { $hash }
say-stamp-not-entered = No event lists it: it shows that the event existed at the latest then, and can be removed unnoticed. A holder of a key enters it with `sealbag custody timestamp BAG --token FILE`.
say-stamp-good = The time-stamp holds
say-stamp-bad = The time-stamp does not hold
say-stamp-cannot-tell = Whether the time-stamp holds cannot be told

## Logs

say-depth-full = full
say-depth-quick = quick
say-relation-copy = copy
say-relation-redaction = redaction
say-relation-disclosure = disclosure
say-relation-reseal = reseal
say-relation-derived = derived
say-incident-loss = loss
say-incident-mismatch = mismatch
say-incident-key-compromise = key compromise
say-incident-physical-seal-broken = physical seal broken
say-incident-other = other

## Audits

say-audit-heading = AUDIT OF { $n } BAGS
say-audit-log-sound = log sound, files not read
say-audit-log-sound-with-remarks = log sound, with remarks
say-audit-confirmed = confirmed
say-audit-confirmed-with-remarks = confirmed, with remarks
say-audit-of-these-with-remarks = of these with remarks of their own
say-audit-violated = VIOLATED
say-audit-undetermined = cannot be determined
say-audit-not-opened = could not be opened
say-audit-partial = never finished: no bags
say-audit-open-transfers = open transfers
say-audit-forks = FORKS: a log that was split
say-audit-side-branches = side branches by keys that nobody vouches for
say-audit-second-copies = second copies with the same log
say-audit-older-copies = copies with an older log
say-audit-copies = made from another bag
say-audit-copies-not-recorded = not mentioned by the bag they were made from
say-audit-copies-disagreeing = CARRY ANOTHER LOG than the bag they were made from
say-audit-links = links, not followed: what lies behind them was not looked at
say-audit-by-key = attributed by a key, not by a roster
say-audit-by-receipt = attributed by a receipt
say-audit-no-time = without attested time: all times are those that the signers declared
say-audit-receipts = receipts read
say-audit-receipts-matched = of these of bags that were audited
say-audit-receipts-without-bag = of these without their bag
say-audit-receipts-unfit = given as receipts, and not read or none
say-audit-judged-before = Judged before, not looked at now: { $n }, the oldest at { $oldest }. Of these this says no more than what was so then.
say-audit-some-judged-before = { $n } of { $all } bags were judged before
say-audit-nothing = There is nothing to audit here.
say-audit-files-not-read = The files of the bags were not read; --fixity reads them.
say-audit-violations-between = VIOLATIONS BETWEEN BAGS
say-audit-between = BETWEEN BAGS
say-audit-more = ... and { $n } more; --json lists them
say-audit-more-findings = ... and more; `sealbag verify` lists them
say-audit-transfer = released to { $to } on { $since }; neither accepted nor refused
say-audit-transfer-hours = released to { $to } on { $since }, { $n } hours ago; neither accepted nor refused
say-audit-transfer-days = released to { $to } on { $since }, { $n } days ago; neither accepted nor refused
say-audit-limit-files = Whether the files are those that were sealed was not looked at.
say-audit-limit-withheld = Events that were withheld from every copy and receipt at hand cannot be seen.
say-audit-limit-truth = This does not state that what the data say is true, nor who sat at the keyboard.
say-between-second-copy = The bag lies at a second place with the same log.
say-between-older-copy = The log at the first place goes on where the one at the second ends.
say-between-receipt-without-bag = A receipt without its bag: the bag was not among those audited.
say-between-receipt-unfit = A file that was given as a receipt is none.
say-between-no-receipt = There is no receipt in the place that was named; nothing was compared with one.
say-between-link = A link was not followed; what lies behind it was not looked at.
say-between-partial = A bag that was never finished; it proves nothing and was not judged.
say-between-differs = differs
say-between-first = first that differs: event { $n }
say-between-at = at
say-between-signed = signed
say-between-one-key = both by one key
say-between-two-keys = by two keys
say-between-proof = proof
say-between-why = why

## The purpose of an event whose purpose nobody gave; it is signed into the record

say-purpose-taking-over = taking it over
say-purpose-not-taking-over = not taking it over
say-purpose-attesting = attesting the time
say-purpose-second-person = confirming it as a second person
say-purpose-verification = verification
say-purpose-taking-back = taking the release back
say-purpose-end-of-examination = end of the examination
say-purpose-order-ended = the order to keep it has ended
say-purpose-refused-to-sign = noting that somebody refused to sign
say-purpose-objection = objection or remark
say-purpose-correcting = correcting an earlier entry
say-purpose-sealing-again = sealing again after opening
