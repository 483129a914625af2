# Words and sentences that errors of the libraries put into their own sentences, in English.
# A `noun-` is the whole value of a placeholder; an `error-` is a sentence that a function of the error makes.

## What was tried

noun-read = read
noun-open = open
noun-lock = lock
noun-look-at = look at
noun-list = list
noun-remove = remove
noun-publish = publish
noun-create = create
noun-write = write
noun-sync = sync
noun-read-back = read back
noun-get-random-numbers-for = get random numbers for
noun-list-its-tokens = list its tokens
noun-open-the-token = open the token
noun-list-its-keys = list its keys
noun-read-a-keys-description = read a key's description
noun-sign = sign

## What could not be done with a file of the bag

noun-cannot-be-created = cannot be created
noun-cannot-be-written = cannot be written
noun-cannot-be-opened = cannot be opened
noun-cannot-be-looked-at = cannot be looked at
noun-cannot-be-the-place = cannot be used as the place of the bag
noun-cannot-be-read = cannot be read
noun-cannot-be-listed = cannot be listed
noun-cannot-be-removed = cannot be removed
noun-cannot-be-renamed = cannot be renamed
noun-cannot-be-synced = cannot be synced
noun-cannot-be-locked = cannot be locked
noun-no-absolute-path = has no absolute path

## What was to be read

noun-roster = roster
noun-recognition = recognition
noun-receipt = receipt
noun-time-stamp = time-stamp
noun-time-stamp-token = time-stamp token
noun-fork-proof = fork proof
noun-profile = profile
noun-form = form
noun-request = request
noun-signed-page = signed page
noun-file-of-certificates = file of certificates
noun-systems-random-numbers = system's random numbers
noun-folder-of-the-request = folder of the request
noun-data = data

## Kinds of files

noun-directory = dir
noun-file = file
noun-symlink = symlink
noun-fifo = fifo
noun-socket = socket
noun-chardev = char
noun-blockdev = block

## What a line of the list has to have

noun-must = must
noun-must-not = must not
noun-neither-path = neither `path` nor `path_hex` is there

## A packed bag

noun-no-header = there is no header
noun-flags = flags
noun-method = method
noun-length-of-the-name = length of the name
noun-size = size
noun-extra-field = extra field
noun-time = time
noun-version = version
noun-name = name

## Signatures and keys

noun-not-sshsig = it does not begin with SSHSIG
noun-cut-short = it is cut short
noun-bytes-after-last-field = bytes follow its last field
noun-reserved-field = its reserved field is not empty
noun-signature-cut-short = its signature is cut short
noun-signature-value-length = its signature value does not have 64 bytes
noun-security-key-fields = its security key fields are cut short
noun-bytes-after-signature = bytes follow its signature
noun-list-of-keys-cut-short = its list of keys is cut short
noun-bytes-after-list-of-keys = bytes follow its list of keys
noun-empty = it is empty

## Records, events and receipts

noun-pages-does-not-follow = event 1 does not follow from event 0
noun-pages-of-two-bags = they are of two bags
noun-pages-same-event = they are the same event
noun-pages-not-ordered = they are not ordered by their hashes
noun-pages-two-numbers = they have two numbers
noun-event-numbers = events after the seal have the numbers 1 to 999999
noun-token-numbers = tokens are numbered from 1
noun-filled-by-the-program = is filled in by the program and has no place in a form
noun-not-in-this-type = does not belong in an event of this type
noun-one-bag = a reseal brings forth exactly one bag
noun-other-relation = is not the one that belongs to this type
noun-cosigner-keys = each cosigner needs a key of their own
noun-categories = categories stand once each, in increasing order
noun-token-event-missing = the event that a token stamps is not in the log
noun-corrected-event-missing = the event that it corrects is not in the log
noun-referred-event = the event that it refers to is not in the log, or is not the one that it must be
noun-event-1-not-after-0 = event 1 does not follow from event 0
noun-not-ordered-by-hashes = they are not ordered by their hashes
noun-two-bags = they are of two bags
noun-same-event = they are the same event
noun-two-numbers = they have two numbers

## Rosters and recognitions

noun-key-required = the key of an authority is required
noun-outgoing-required = the keys that hand over are required
noun-left-out = is left out where it is the first key
noun-no-keys-before = version 1 has no keys before it
noun-nothing-handed-over = these are the keys of the authority: nothing is handed over
noun-versions-from-1 = versions are numbered from 1
noun-authority-twice = this authority stands twice
noun-no-version-before = version 1 has no version before it
noun-required-from-2 = is required from version 2 on
noun-nobody-themselves = nobody recognises themselves
noun-not-after-valid-from = is not after valid_from
noun-withdrawn-only = stands beside withdrawn only
noun-role-form = a role is 1 to 64 of a-z _
noun-role-twice = a role stands twice
noun-is-required = is required
noun-id-form = an id is 1 to 64 of a-z 0-9 . _ -
noun-no-person = no person has this id
noun-other-version-before = it names another version before it
noun-other-keys = the authority has other keys, and those before do not hand over
noun-other-origin = the origin of the authority is another
noun-the-name = the name
noun-the-country = the country
noun-the-organisation = the organisation
noun-the-unit = the unit
noun-the-qualification = the qualification
noun-the-qualification-end = the end of the qualification

## Why a bag does not follow from another

noun-seal-does-not-hold = its seal does not hold
noun-names-no-bag = its seal names no bag before it
noun-names-another-bag = its seal names another bag before it
noun-names-another-relation = its seal names another relation
noun-another-branch = it was made from another branch of the log
noun-another-key = it was sealed by another key than the one that enters it
noun-copy-of-other-data = it is a copy of other data
noun-not-as-sealed = it is not as it was sealed; `sealbag verify` says what was changed

## Options of an audit

noun-depth = depth (--fixity)
noun-roots = the bags and directories named
noun-since = --since, or the receipts in it

## Time-stamps

noun-long-length = a length of more than four bytes
noun-not-shortest = a length that is not in its shortest form
noun-piece-no-string = a piece of a string that is no string
noun-string-in-pieces = a string in pieces where none can be
noun-long-tag = a tag of more than one byte
noun-ends-too-early = an element that ends too early
noun-indefinite-length = an indefinite length
noun-bytes-behind-the-end = bytes behind the end
noun-levels = levels
noun-bytes = bytes
noun-bytes-of-nonce = bytes of nonce
noun-certificates = certificates
noun-its-authoritys-name = its authority's name
noun-its-extensions = its extensions
noun-its-imprint = its imprint
noun-its-ordering = its ordering
noun-its-policy = its policy
noun-its-serial-number = its serial number
noun-its-statement = its statement (TSTInfo)
noun-its-time = its time
noun-time-not-in-calendar = its time is not in the calendar
noun-time-form = its time is not of the form YYYYMMDDhhmmss[.s]Z or not in the calendar
noun-time-before-1970 = its time is before 1970
noun-its-accuracy = its accuracy
noun-accuracy-out-of-calendar = its accuracy leads out of the calendar
noun-its-content = its content
noun-its-envelope = its envelope
noun-its-nonce = its nonce
noun-its-signed-attributes = its signed attributes
noun-its-signer = its signer
noun-its-signing-certificate = its signing certificate
noun-digest-parameters = the parameters of its digest
noun-signature-parameters = the parameters of its signature
noun-public-key-of-certificate = the public key of its certificate
noun-algorithm-identifier = an algorithm identifier
noun-granted-without-token = an answer that grants a token and has none
noun-the-answer = the answer
noun-answer-reasons = the reasons of the answer
noun-answer-status = the status of the answer
noun-answer-text = the text of the answer
noun-the-request = the request
noun-statement = statement
noun-envelope = envelope
noun-signer = signer
noun-imprint = imprint
noun-key-of-its-certificate = key of its certificate
noun-name-of-its-certificate = name of its certificate
noun-signature = signature
noun-mask-of-the-signature = mask of the signature
noun-chain-of-certificates = chain of certificates
noun-given-certificate = certificate that was given
noun-no-eku = it has no extended key usage
noun-eku-malformed = its extended key usage is malformed
noun-eku-not-critical = its extended key usage is not critical
noun-eku-without = its extended key usage does not have timeStamping
noun-eku-more = its extended key usage has more than timeStamping

## Answers of a time-stamp authority

noun-granted = granted
noun-granted-with-mods = granted with modifications
noun-rejected = rejected
noun-waiting = waiting
noun-revocation-imminent = revocation is imminent
noun-revoked = revoked
noun-bad-alg = the algorithm is not supported (badAlg)
noun-bad-request = the transaction is not permitted (badRequest)
noun-bad-data-format = the request has the wrong format (badDataFormat)
noun-time-not-available = its time source is not available (timeNotAvailable)
noun-unaccepted-policy = it does not have the policy (unacceptedPolicy)
noun-unaccepted-extension = it does not have the extension (unacceptedExtension)
noun-add-info-not-available = it cannot give what was asked for (addInfoNotAvailable)
noun-system-failure = it failed (systemFailure)

## Sections of a disk image

noun-no-checksum = does not have its checksum
noun-does-not-lead-on = does not lead on
noun-too-many-sections = is one of too many
noun-other-digest-length = holds a digest of another length than it has
noun-too-short = is too short
noun-longer = is longer than such a section is
noun-cannot-be-inflated = cannot be inflated
noun-too-many-chunks = states more chunks than it has room for
noun-other-length = has another length than such a section has
noun-impossible-media = describes media of an impossible size
noun-unknown = unknown

## Sentences that errors put together

error-custody-quorum-error-one-too-few = { $count } more signature is needed, by keys of { $keys }
error-custody-quorum-error-more-too-few = { $count } more signatures are needed, by keys of { $keys }
error-custody-profile-error-line-profile-error = not a profile that can be used: line { $line }: { $reason }
error-custody-record-error-line-malformed = line { $line }: { $reason }
error-custody-record-error-no-line-not-canonical = line { $line }: not the canonical form, which has no such line
error-custody-record-error-empty-line-not-canonical = line { $line }: not the canonical form, which has an empty line here
error-custody-record-error-other-line-not-canonical = line { $line }: not the canonical form, which has `{ $text }` here
error-custody-breach-attested-key-compromised = compromised since { $since }; attested { $time }
error-custody-remark-because-unattributed = { $kind } by { $key }: { $why }
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
error-manifest-with-cause-packed = it is no packed bag: { $why }
error-custody-in-words-recognized = recognised by { $authority }, version { $version }, for: { $purpose }; from { $from } to { $to }
error-custody-withdrawn-recognized = recognised by { $authority }, version { $version }, for: { $purpose }; from { $from } to { $to }, withdrawn { $time }
error-sealbag-seal-error-entries-unreadable = { $entries } of the things to be sealed could not be read whole
error-sealbag-seal-error-image-unreadable = a disk image among the files could not be confirmed
error-sealbag-seal-error-images-unreadable = { $images } disk images among the files could not be confirmed
error-sealbag-seal-error-entries-and-image-unreadable = { $entries } of the things to be sealed could not be read whole, and a disk image among the files could not be confirmed
error-sealbag-seal-error-entries-and-images-unreadable = { $entries } of the things to be sealed could not be read whole, and { $images } disk images among the files could not be confirmed
error-timestamp-fault-missing-nonce-mismatch = the time-stamp answers another request: its nonce is missing, not { $expected }
error-custody-edit-error-recognition-gone-no-successor = the draft does not follow from version { $version }: the recognition of { $who } is gone
error-custody-edit-error-person-gone-no-successor = the draft does not follow from version { $version }: the person { $id } is gone
error-custody-edit-error-key-gone-no-successor = the draft does not follow from version { $version }: the key { $fingerprint } is gone
error-custody-edit-error-key-of-another-no-successor = the draft does not follow from version { $version }: the key { $fingerprint } is another person's
error-custody-edit-error-not-retired-no-successor = the draft does not follow from version { $version }: the key { $fingerprint } is no longer retired as before
error-custody-edit-error-not-compromised-no-successor = the draft does not follow from version { $version }: the key { $fingerprint } no longer counts as compromised as before
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
