# What the command line tells and asks of sealing, extracting, packing and keys, in English. The terms are those of crates/report/glossary.tsv.

## Sealing

say-sealed = Sealed: { $bag }
say-totals = files { $files }, bytes { $bytes }, directories { $directories }, links { $links }, other { $others }
say-still-to-countersign = Still to countersign: { $name }, { $key }
say-act-lies-in = The same text lies in { $file }
say-act-not-written = warning: the text for the act could not be written: { $error }
say-roster-does-not-list = warning: the roster does not list the key that signs; by this roster nobody will know whose seal it is
say-name-in-text = warning: a text of the seal holds the name of a sealed file, { $name }; a later disclosure would tell it
say-access-times = note: the system changed the access time of { $count } things in the source when they were read; mount a source read-only or with noatime to avoid that
say-sealed-unreadable = warning: sealed as unreadable: { $path }: { $why }
say-image-trouble = warning: { $path }: { $why }

## Disk images

say-image = disk image { $path }, { $segments }: { $outcome }
say-image-one-segment = 1 segment
say-image-segments = { $count } segments
say-image-whole = whole; its data have the digests that it states
say-image-whole-nothing-stated = whole; it states no digest that could be confirmed
say-image-not-confirmed = NOT CONFIRMED
say-digest-confirmed = confirmed
say-digest-stated = stated, not confirmed
say-image-more = { $count } more disk images, see --json

## The block for the paper act

say-act-title = FOR THE PAPER ACT
say-act-command = The seal hash is that of: sha256sum custody/000000.txt

## Questions of a seal

say-ask-your-name = Your name
say-ask-name-in-seal = Your name, as it stands in the seal
say-ask-cosigner = Public key file of the cosigner: { $who }
say-second-person = a second person
say-ask-entry = { $question }, entry { $entry }
say-ask-may-be-empty = empty if there is none
say-answer-blank = nothing but spaces; please answer again
say-answer-again = { $error }; please answer again
say-missing-in-form = { $field } in --form FILE
say-missing-in-form-entry = { $field } in --form FILE, entry { $entry }
say-missing-cosigner = a cosigner: { $who } (--cosigner PUB)
say-missing-cosigners = { $count } cosigners: { $who } (--cosigner PUB)

## Extracting

say-extracted = Written to { $place }, every file verified: files { $files }, bytes { $bytes }, directories and links { $others }
say-extracted-kept = { $count } of these files were there, and were read and verified anew
say-devices-left-out = { $count } device nodes left out (--devices makes them)
say-finding-remark = remark: { $what }
say-finding-differs = DOES NOT MATCH: { $what }
say-not-made = not made: { $path }: { $why }
say-not-made-in-all = not made in all: { $count }
say-not-complete = NOT COMPLETE: the same command goes on; until then { $mark } stays in that directory

## Packing

say-packed = Packed as { $file }: files { $files }, bytes { $bytes }, in all { $size }
say-packed-not-judged = it was not judged; `sealbag verify` takes the file as it takes the bag
say-unpacked = Unpacked as { $bag }: files { $files }, bytes { $bytes }
say-unpacked-not-judged = it was not judged; see what `sealbag verify` says about it

## Keys

say-key-name = name
say-key-type = type
say-key-fingerprint = fingerprint
say-key-application = application
say-key-touch = touch
say-key-file = file
say-key-no-name = (none)
say-key-touch-needed = needed for every signature
say-key-is-private = { $private } is private: keep it. { $public } is for those who verify.
say-key-is-encrypted = the private key is encrypted; this is { $public }
say-no-key-yet = There is no key yet; one is made for you.
say-key-written = Key { $key } written to { $file }
say-ask-new-passphrase = New passphrase for the key
say-ask-new-passphrase-for = new passphrase for { $file }
say-ask-passphrase = passphrase of { $file }
say-ask-once-more = once more
say-wrong-passphrase = wrong passphrase, try again
say-ask-pin = PIN of the token { $label }
say-agent-keys = The ssh-agent has these keys:
say-ask-which-key = Which one signs? Its number, or `new` for a new key
say-answer-key = please answer with a number from the list, or `new`
say-touch-now = touch the security key now: it signs as { $key }
say-touch-missed = the security key did not sign
say-ask-touch-again = Try again? yes or no

## The verifier for the browser

say-page-file = file
say-page-bytes = bytes
say-page-authority = authority
say-page-publish = publish this digest; whoever uses the page compares it, and never takes the page from the sender of a bag

## Profiles

say-profile-listed = { $name } version { $version } { $jurisdiction } { $title }
say-profile-heading = { $name }, version { $version }, { $jurisdiction }
say-profile-roles = roles
say-profile-rests-on = rests on
say-source-checked-by = checked { $date } by { $who }
say-source-checked = checked { $date }
say-source-not-checked = not checked
say-profile-may-stay-empty = may stay empty
say-profile-cosigners = cosigners, at least { $count }
say-profile-form = Form for profile { $name }, version { $version }. Every value must be filled in.
say-profile-usable = the profile can be used
say-profile-not-usable = the profile cannot be used
say-lint-finding = line { $line }: { $severity }: { $what }
say-lint-note = note
say-lint-warning = warning
say-lint-error = error

## Manual pages

say-man-pages = { $count } manual pages in { $place }

## Progress

say-progress-working = working
say-progress-sealing = sealing
say-progress-reading-back = reading back
say-progress-verifying = verifying
say-progress-extracting = extracting
say-progress-packing = packing
say-progress-unpacking = unpacking
say-progress-entries = { $count } entries
say-progress-left = { $time } left
say-progress-rate = { $bytes }/s
say-unit-byte = B
say-unit-kib = KiB
say-unit-mib = MiB
say-unit-gib = GiB
say-unit-tib = TiB
say-unit-pib = PiB
say-unit-second = { $count }s
say-unit-minute = { $count }m
say-unit-hour = { $count }h
say-unit-day = { $count }d
say-unit-week = { $count }w
say-unit-year = { $count }y
say-other-device = { $path }: is not the device that was read before, or was written to since; it is read from its start

## The demonstration

say-demo-keys = Once in a career, everybody makes a key. The ministry's key office makes one too.
say-demo-roster = The key office keeps the roster: whose key it is, in which role. It signs it and publishes its own key on paper.
say-demo-seal = The officer has seized a phone's export, exhibit/. It is read once, copied, read back, and sealed.
say-demo-countersign = A second officer was there and countersigns. Before that the exhibit could not be handed over:
say-demo-hand-over = The officer hands the exhibit over to the laboratory, which verifies it and signs that it took it.
say-demo-nobody-else = Nobody else can take it:
say-demo-nor-the-officer = Nor can the officer, who does not hold it any more, give it to somebody else:
say-demo-copy = The laboratory works on a copy: a bag of its own, with the log of the first one inside.
say-demo-return = It returns the exhibit. Each side keeps a receipt of the log.
say-demo-court = A court receives the bag. With nothing else in hand it can say little, and says so.
say-demo-authority = With the authority's public key alone, from the gazette and not from the bag:
say-demo-log = Who had it, when and why:
say-demo-audit = An auditor looks at everything that lies here, and compares copies with each other:
say-demo-forgery-bit = FORGERY 1: in a copy of the bag, one bit of the phone image is flipped.
say-demo-forgery-added = FORGERY 2: in another copy, a file is put among the evidence. Stock tools that check a list miss it.
say-demo-forgery-rewritten = FORGERY 3: an amount is changed, and every manifest of the bag is rewritten to match: to sha256sum and BagIt validators the bag is valid.
say-demo-forgery-thief = FORGERY 4: a thief changes the amount, seals everything again with a key of his own, and puts a roster of his own into the bag, in the name of the same authority. The bag agrees with itself in every point.
say-demo-thief-authority = The authority's key does not vouch for it:
say-demo-thief-hash = The seal hash on the paper act shows that it is another bag:
say-demo-forgery-insider = FORGERY 5: the laboratory wants to hide that it made a copy. It takes the bag as it received it and goes on from there. Its key is genuine, every signature holds: the bag alone cannot tell.
say-demo-insider-receipt = The receipt that the laboratory gave when it returned the exhibit tells:
say-demo-insider-fork = And so does the other copy of the log. The proof of the fork is a file that anybody can check:
say-demo-forgery-tail = FORGERY 6: the last event is cut off, so that the laboratory still seems to be waiting. Nothing in the bag can show what was left out; the verdict says so.
say-demo-tail-receipt = Whoever kept a receipt of the last event sees that it is missing:
say-demo-end = Everything of this story lies in { $place }
say-demo-exit-code = (exit code { $code })
say-demo-no-code = none
say-demo-name-office = Key Office of the Ministry
say-demo-name-officer = Insp. A. Demo
say-demo-name-second = Lt. B. Second
say-demo-name-lab = Dr. C. Lab
say-demo-police = Police Department, Astana
say-demo-laboratory = Forensic laboratory, Astana
say-demo-description = export of a phone
say-demo-for-examination = forensic examination
say-demo-was-present = was present at the sealing
say-demo-working-copy = working copy for the examination
say-demo-search = search for payments
say-demo-done = examination done
say-demo-safe-purpose = kept in the safe
say-demo-safe = safe 3
