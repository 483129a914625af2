# Words and sentences that errors of the libraries put into their own sentences, in English.

## Sentences that errors put together

error-sealbag-append-error-rolled-back-roster = the log names version { $named } of the roster, the one in use is version { $used }
error-sealbag-append-error-other-content-roster = the log names another roster of version { $version } than the one in use
error-sealbag-append-error-event-overtaken = somebody was first: event { $index }, { $kind }, by { $name } at { $time }; nothing was changed
error-sealbag-audit-error-unnamed-results = cannot name the results
error-sealbag-audit-error-unmade-results = cannot make the results
error-sealbag-audit-error-unhidden-results = cannot hide the results
error-sealbag-audit-error-uncut-results = cannot cut the results
error-sealbag-audit-error-option-other-options = these results were made with other options: they are by { $program }
error-sealbag-no-bag-audit-why = there is no bag here
error-sealbag-link-audit-why = a bag may lie behind it
error-sealbag-stranger-audit-why = the log has no such event, and nobody vouches for the key of the receipt
error-sealbag-source-ends-audit-why = the log of the source ends before the one that the copy carries
error-sealbag-source-lacks-audit-why = the event that the copy names is not in the log of the source
error-sealbag-seal-not-shown-audit-why = no proof: the event that was kept names another seal, and does not show it
error-sealbag-no-proof-audit-why = no proof: { $why }
error-sealbag-unwritten-proof-audit-why = the proof could not be written: { $why }
error-sealbag-first-audit-why = the first event that differs is { $n } or an earlier one
error-sealbag-first-and-audit-why = the first event that differs is { $n } or an earlier one; { $why }
error-sealbag-seal-error-entries-unreadable = { $entries } of the things to be sealed could not be read whole
error-sealbag-seal-error-image-unreadable = a disk image among the files could not be confirmed
error-sealbag-seal-error-images-unreadable = { $images } disk images among the files could not be confirmed
error-sealbag-seal-error-entries-and-image-unreadable = { $entries } of the things to be sealed could not be read whole, and a disk image among the files could not be confirmed
error-sealbag-seal-error-entries-and-images-unreadable = { $entries } of the things to be sealed could not be read whole, and { $images } disk images among the files could not be confirmed
error-cli-report-use-error-two-ending = { $path } does not end in { $first } or { $second }
error-cli-demo-error-status-step = the step `{ $command }` ended with exit status: { $code }, expected exit code { $expected }

## What is missing (the text before the flag in brackets)

missing-purpose = why it is done
missing-place = address where it happens
missing-room = the room
missing-condition = condition of exhibit and package
missing-physical-seal = number of the physical seal
missing-order-document = kind of document under which it is done
missing-order-number = number of the order or decision
missing-order-date = date of that document
missing-order-issued-by = who issued that document
missing-legal-basis = the law or treaty that it rests on
missing-present = who is present
missing-present-role = the role of those who are present
missing-tool = the tool that is used
missing-tool-version = its version
missing-remark = the remark or objection
missing-storage-location = where it lies
missing-storage-container = shelf, safe or container
missing-storage-media = the medium that carries the data
missing-change = what will be changed
missing-change-reason = why it will be changed
missing-to-name = name of the other side
missing-to = public key of the recipient
missing-to-role = role of the other side
missing-to-organisation = the body that the other side belongs to
missing-method = how it was examined
missing-new-bag = the bag to make
missing-bag-to-go-on = the bag to go on with
missing-signer = the name of the one who signs
missing-signers-name = the signer's name
missing-source = what to seal
missing-key = a key to sign with
missing-or-agent = , or one of the ssh-agent, such as --agent { $key }

## Why something was not read or made

reason-places = { $errno }, { $bytes } bytes, the first at { $at }
reason-image-changed = the disk image that begins here changed while it was decoded, each time
reason-no-directory = its directory could not be made
reason-as-a-link = as a link: { $error }
reason-not-kept = the system could not keep it: { $error }

## What the built-in profiles explain beside a question

help-as-on-the-label = as on the label
help-register-number = number in the unified register of pre-trial investigations
help-legal-documents = order, sanction, protocol, request, consent
help-without-number = write "without number" if it has none
help-not-established = write "not established" if nobody is known
help-found-at = address and place; for data from the network, the address there
help-sources = computer, storage, DVR, mobile, flash drive, CD/DVD, server, cloud, web capture, telephony, other
help-methods = physical, file system, logical, selected files, live, cloud, submitted by a third party
help-further-persons = further persons: in a form, [[present]] for each
help-roles = witness, possessor, specialist, second officer
help-write-none = write "none" if only data are handed over

## What `profile lint` says of a line

lint-format = format is { $found }, expected { $expected }
lint-versions = version: versions are counted from 1
lint-name-form = name: a letter a-z, then a-z, 0-9 and -, at most 32 characters
lint-built-in = name: { $name } is built in with other content; choose a name of your own
lint-core = seal.required leaves out { $name }, which every seal must have
lint-bare-name = { $name } is required and has no [[seal.field]]: it is asked for by its bare name
lint-event-twice = event { $name }: stands twice
lint-event-nothing = event { $name }: requires nothing
lint-event-cannot = event { $name }: { $other } cannot stand in this type
lint-event-object = event object: a profile must not stand in the way of an objection
lint-event-renew = event renew: reserved, nothing can be required of it yet
lint-event-seal = event seal: what the seal requires stands in [seal]
lint-event-unknown = unknown type of event { $name }, expected one of { $known }
lint-twice = { $name }: stands twice
lint-beside = { $name }: { $other } must stand beside it, no entry may lack it
lint-circumstance = { $name }: stated only where it applies; to require it would make people invent it
lint-only-adds = { $key }: a profile only adds to the core and never takes away from it
lint-name-a-field = { $name }: name a field of it, as in { $other }
lint-no-field = { $name }: there is no such field
lint-cosigners = at_least: more than { $max } cosigners
lint-role-form = role: 1 to 64 of a-z and _
lint-role-core = role { $name }: the core says what it may do; a profile only adds roles
lint-role-twice = role { $name }: stands twice
lint-heading-neither = heading: { $name } is neither seal nor a type of event
lint-heading-two = heading: { $name } stands below two headings
lint-not-required = source supports { $name }, which this profile does not require
lint-no-source = no [[source]] says why these are required: { $names }
lint-by = source: by names who checked it, but it is not checked
lint-not-compared = this source was not compared with the law in force
lint-checked = checked: a day as YYYY-MM-DD, or "not checked"
lint-too-long = the profile is longer than { $max } bytes
lint-character = character U+{ $code } is not allowed
lint-unknown-key = unknown key { $key }, expected one of { $known }
lint-number = { $key }: the number is negative or too large
lint-missing = { $name } is missing
lint-missing-in-table = { $name } is missing in { $table }
lint-wrong-type = { $key }: expected { $expected }, found { $found }
lint-value = { $key }: { $why }
lint-key-in-table = { $key } in { $table }
lint-type-a-string = a string
lint-type-a-number = a whole number
lint-type-strings = an array of strings
lint-type-a-table = a table
lint-type-tables = a list of tables
lint-type-string = string
lint-type-integer = integer
lint-type-float = float
lint-type-boolean = boolean
lint-type-datetime = datetime
lint-type-array = array
lint-type-table = table
