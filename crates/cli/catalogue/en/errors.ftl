# The sentences of the errors, one for every `#[error]` of the crates. A key is error-<crate>-<type>-<variant>;
# `$v0`, `$v1` are the parts that have no name in the source, in their order.

## manifest/chunks

error-manifest-chunks-error-group-length = a group has { $len } bytes, 1 to 1048576 are allowed
error-manifest-chunks-error-index-too-large = group { $index } lies beyond the largest file
error-manifest-chunks-error-single-group = a file of { $len } bytes is a single group, which cannot be merged
error-manifest-chunks-error-wrong-count = { $found } group values came, a file of { $len } bytes has { $expected }

## manifest/entry/parse

error-manifest-entry-error-too-long = the line has more than { $MAX_LINE } bytes
error-manifest-entry-error-shape = not an entry: { $v0 }
error-manifest-entry-error-value = the value of `{ $v0 }` is not allowed
error-manifest-entry-error-key = an entry of kind { $kind } { $must } have the key `{ $key }`
error-manifest-entry-error-path = the path is not allowed: { $v0 }
error-manifest-entry-error-stored = the stored name is not allowed: { $v0 }
error-manifest-entry-error-not-canonical = not the canonical encoding (first difference at byte { $at })

## manifest/layout

error-manifest-tag-manifest-error-line = line { $line }: not a digest of 64 lower-case digits, two spaces and a path
error-manifest-tag-manifest-error-path = line { $line }: the path is not allowed in a tag manifest
error-manifest-tag-manifest-error-order = line { $line }: the path does not come after the one before it

## manifest/list

error-manifest-list-fault-no-line-feed = the last line does not end with LF
error-manifest-list-fault-order = the path does not come after the path of the line before
error-manifest-list-fault-parent-missing = the directory that the path lies in is not listed

## manifest/packed/error

error-manifest-packed-error-io = cannot be read: { $v0 }
error-manifest-packed-error-beginning = it does not begin as a packed bag does
error-manifest-packed-error-no-end = there is no end record: the file was cut off, or is none of this kind
error-manifest-packed-error-comment = the archive has a comment of { $len } bytes
error-manifest-packed-error-trailing = { $len } bytes stand behind the end record
error-manifest-packed-error-spanned = it is said to be a part of an archive on several disks
error-manifest-packed-error-end-records = the end records disagree with each other or with the file
error-manifest-packed-error-directory = the directory of the archive does not fill the place that is said to be its own (at byte { $at })
error-manifest-packed-error-count = { $said } files are said to be there, the directory has { $found }
error-manifest-packed-error-entry = { $name }: { $fault }
error-manifest-fault-encrypted = it is encrypted
error-manifest-fault-method = it is compressed (method { $method })
error-manifest-fault-data-descriptor = it has a data descriptor
error-manifest-fault-flags = it has the flags { $flags }
error-manifest-fault-sizes = it is said to have { $packed } bytes packed and { $unpacked } unpacked
error-manifest-fault-extra = it has an extra field
error-manifest-fault-zip64 = its ZIP64 values are not those that it needs
error-manifest-fault-comment = it has a comment
error-manifest-fault-time = it has a time of its own
error-manifest-fault-not-regular = it is a link or a special file
error-manifest-fault-attributes = its version or its attributes are not those of a packed bag
error-manifest-fault-name = the name is not allowed: { $v0 }
error-manifest-fault-other-root = it does not lie in the directory of the bag
error-manifest-fault-root-entry = it is an entry for the directory of the bag itself
error-manifest-fault-twice = it stands twice
error-manifest-fault-order = it is out of order
error-manifest-fault-below = it lies below { $above }, which has nothing below it
error-manifest-fault-directory-with-bytes = it is a directory and has bytes
error-manifest-fault-overlap = its place overlaps that of another (at byte { $at }, expected { $expected })
error-manifest-fault-gap = bytes before it belong to nothing (it begins at byte { $at }, expected { $expected })
error-manifest-fault-headers = the header before its bytes says something else than the directory: { $what }

## manifest/packed/name

error-manifest-name-error-utf8 = it is not valid UTF-8
error-manifest-name-error-too-long = it is { $len } bytes long
error-manifest-name-error-directory-expected = it is a file where a bag has a directory
error-manifest-name-error-not-one-component = it has more than one component

## manifest/packed/write

error-manifest-write-error-name = a packed bag cannot carry this name: { $v0 }
error-manifest-write-error-order = it does not come after the file before it
error-manifest-write-error-size = it has { $found } bytes, { $said } were expected
error-manifest-write-error-read-back = what was read back is not what was written

## manifest/path

error-manifest-path-error-empty = path is empty
error-manifest-path-error-absolute = path is absolute
error-manifest-path-error-empty-component = path has an empty component at byte { $at }
error-manifest-path-error-dot-component = path has a component "." or ".." at byte { $at }
error-manifest-path-error-nul = path has a NUL byte at byte { $at }

## manifest/source/examine/copy

error-manifest-copy-error-write = data/{ $place }: cannot be written: { $source }
error-manifest-copy-error-mark = data/{ $place }: its progress cannot be noted: { $source }
error-manifest-copy-error-source = { $path }: cannot be looked at: { $source }
error-manifest-copy-error-no-random-numbers = the system gives no random numbers
error-manifest-copy-error-output-inside = { $path }: the bag that is being made lies here, inside the source
error-manifest-copy-error-stopped = stopped

## manifest/source/open

error-manifest-source-error-open = { $v0 }: cannot be opened: { $source }
error-manifest-source-error-link = { $v0 }: is a symbolic link, which is never followed
error-manifest-source-error-kind = { $v0 }: is a { $kind }, not a directory, a regular file or a block device
error-manifest-source-error-name = { $v0 }: { $source }
error-manifest-source-error-same-name = { $v0 } and { $v1 }: two sources with the same base name

## manifest/store

error-manifest-open-error-missing = is not there
error-manifest-open-error-not-regular = is not a regular file
error-manifest-open-error-unreadable = cannot be read: { $v0 }

## manifest/store/open

error-manifest-open-bag-error-packed = it is no packed bag

## manifest/stored/check

error-manifest-stored-error-too-long = stored name is { $len } bytes long, at most 900 are allowed
error-manifest-stored-error-component-too-long = component { $component } of the stored name is { $len } bytes long, at most 255 are allowed
error-manifest-stored-error-empty-component = component { $component } of the stored name is empty
error-manifest-stored-error-unsafe = component { $component } of the stored name has U+{ $code } at byte { $at }, which must be escaped there
error-manifest-stored-error-device = component { $component } of the stored name is the name of a device on Windows
error-manifest-stored-error-escape = component { $component } of the stored name has a malformed escape at byte { $at }
error-manifest-stored-error-mismatch = component { $component } of the stored name stands for another name than the path has
error-manifest-stored-error-components = stored name has { $stored } components, the path has { $path }

## manifest/tree

error-manifest-subtree-error-unaligned = a subtree of level { $level } cannot begin at leaf { $size }
error-manifest-subtree-error-too-large = a subtree of level { $level } at leaf { $size } makes the tree larger than 2^63-1 leaves

## manifest/tree/prove

error-manifest-prove-error-index-outside = leaf { $index } is not in a tree of { $size } leaves
error-manifest-prove-error-old-larger = the older tree has { $old } leaves, the newer only { $new }
error-manifest-prove-error-too-large = a tree of { $size } leaves is larger than 2^63-1
error-manifest-prove-error-wrong-count = { $pushed } leaves came, { $size } were announced

## manifest/tree/verify

error-manifest-verify-error-index-outside = leaf { $index } is not in a tree of { $size } leaves
error-manifest-verify-error-old-larger = the older tree has { $old } leaves, the newer only { $new }
error-manifest-verify-error-too-large = a tree of { $size } leaves is larger than 2^63-1
error-manifest-verify-error-wrong-length = the proof has { $found } hashes, these sizes need { $expected }
error-manifest-verify-error-old-root = the proof does not lead to the root of the older tree
error-manifest-verify-error-root = the proof does not lead to the root of the tree

## custody/event

error-custody-event-error-unsupported-type = event type "{ $v0 }" is not supported by this version

## custody/joint

error-custody-quorum-error-unknown = signed by { $v0 }, which is none of the keys that may sign it
error-custody-quorum-error-twice = signed twice by { $v0 }
error-custody-quorum-error-order = the signature of { $v0 } stands behind one that it must stand before
error-custody-quorum-error-too-few = { $v0 }

## custody/key

error-custody-sign-error-unverifiable = the signature that was made does not verify: { $v0 }
error-custody-sign-error-unavailable = the key could not be used

## custody/key/pem

error-custody-key-error-not-pkcs8 = not a PKCS#8 private key in PEM form
error-custody-key-error-open-ssh-form = an OpenSSH private key; sealbag reads PKCS#8 files, and uses OpenSSH keys through ssh-agent
error-custody-key-error-too-large = the key text is too large for a private key
error-custody-key-error-not-ed25519 = not an Ed25519 key
error-custody-key-error-needs-passphrase = the key is encrypted: a passphrase is needed
error-custody-key-error-wrong-passphrase = wrong passphrase
error-custody-key-error-empty-passphrase = the passphrase is empty
error-custody-key-error-unsupported-encryption = the key's encryption is not supported; use PBES2 with PBKDF2 or scrypt and AES
error-custody-key-error-costly-encryption = the key asks for too costly a passphrase check
error-custody-key-error-mismatch = the public key in the file does not belong to the private key
error-custody-key-error-unusable = the key cannot be used
error-custody-key-error-no-random-numbers = the system gave no random numbers

## custody/key_file

error-custody-key-file-error-io = { $v0 }: cannot { $action }
error-custody-key-file-error-exists = { $v0 }: exists already and is not overwritten
error-custody-key-file-error-not-kept = { $v0 }: what was read back is not what was written
error-custody-key-file-error-not-regular = { $v0 }: not a regular file
error-custody-key-file-error-foreign-owner = { $v0 }: the private key belongs to another user (uid { $owner })
error-custody-key-file-error-open-to-others = { $v0 }: the private key is open to others (mode { $mode })
error-custody-key-file-error-too-large = { $v0 }: too large for a key file
error-custody-key-file-error-key = { $v0 }: { $source }
error-custody-key-file-error-public-key = { $v0 }: { $source }
error-custody-key-file-error-keyset = { $v0 }: { $source }

## custody/keyset

error-custody-keyset-error-empty = an authority has at least one key
error-custody-keyset-error-too-many = an authority has at most { $max } keys, this one has { $found }
error-custody-keyset-error-twice = the key { $v0 } stands twice
error-custody-keyset-error-threshold = the threshold { $threshold } is not from 1 to { $keys }, the number of keys
error-custody-keyset-error-no-threshold = a file with several keys begins with a line `threshold K`
error-custody-keyset-error-key = line { $line }: { $source }
error-custody-keyset-error-text = this is no file of public keys

## custody/log_page

error-custody-log-page-error-unknown-format = format { $found } is not supported by this version
error-custody-log-page-error-unsupported-type = event type "{ $v0 }" is not supported by this version
error-custody-log-page-error-other-signer = signed by { $found }, but the record names { $expected }

## custody/log_store/error

error-custody-append-error-io = { $v0 }: cannot { $action }
error-custody-append-error-not-a-directory = { $v0 }: not a directory; a link is not followed
error-custody-append-error-busy = { $v0 }: another program has been writing this log for { $waited }
error-custody-append-error-index = there is no event of number { $index } to append
error-custody-append-error-token-number = there is no time-stamp token of number 0
error-custody-append-error-empty = { $v0 }: there is nothing to write
error-custody-append-error-too-large = { $v0 }: more than { $limit } bytes
error-custody-append-error-gap = { $v0 }: event { $missing } is missing before event { $before }
error-custody-append-error-behind = { $v0 }: event { $index } is missing, but event { $last } is there
error-custody-append-error-not-regular = { $v0 }: not a regular file
error-custody-append-error-taken = another event { $index } is in the log already
error-custody-append-error-token-taken = another time-stamp token { $number } over event { $index } is there already
error-custody-append-error-not-exclusive = { $v0 }: this file system cannot give a file a name without perhaps replacing another
error-custody-append-error-read-back = { $v0 }: what was read back differs from what was written
error-custody-append-error-undetermined = { $v0 }: it is not known whether this was published; cannot { $action }

## custody/page

error-custody-page-error-record-too-large = the record has { $size } bytes, at most { $limit } are allowed
error-custody-page-error-armour-too-large = the signature has { $v0 } bytes, at most { $MAX_ARMOUR_LEN } are allowed
error-custody-page-error-no-signature = there is no signature
error-custody-page-error-too-many-signatures = there are more than { $v0 } signatures
error-custody-page-error-no-record = there is no record before the signature

## custody/profile/fill

error-custody-answer-error-blank = nothing but spaces
error-custody-answer-error-digest = a SHA-256 digest is 64 lower-case hexadecimal digits

## custody/profile/finding

error-custody-profile-error = not a profile that can be used: { $v0 }

## custody/public_key

error-custody-public-key-error-line = a public key is one line: type, base64, comment
error-custody-public-key-error-comment = the key is written without a comment here
error-custody-public-key-error-base64 = the key is not strict base64
error-custody-public-key-error-type-mismatch = the type named before the base64 is not the type of the key
error-custody-public-key-error-unsupported-type = unsupported key type { $v0 }; use ssh-ed25519 or sk-ssh-ed25519@openssh.com
error-custody-public-key-error-malformed = the key of type { $v0 } is malformed
error-custody-public-key-error-weak = the key is weak: a point of small order, under which forged signatures verify
error-custody-public-key-error-too-long = the key line is longer than { $MAX_LINE_LEN } bytes

## custody/receipt

error-custody-receipt-error-shape = it does not consist of one or two signed pages
error-custody-receipt-error-first = its first page: { $v0 }
error-custody-receipt-error-second = its second page: { $v0 }
error-custody-receipt-error-unrelated = its pages do not belong together: { $v0 }

## custody/record/error

error-custody-record-error-unknown-format = line 1: unknown record format "{ $found }", expected "{ $expected }"
error-custody-record-error-no-format = line 1: a record begins with its format line
error-custody-record-error-too-large = the record has { $size } bytes, at most { $limit } are allowed
error-custody-record-error-not-utf8 = line { $line }: not valid UTF-8
error-custody-record-error-forbidden-character = line { $line }: character U+{ $character } is not allowed in a record
error-custody-record-error-armour-line = line { $line }: no line of a record may begin with -----
error-custody-record-error-no-final-line-feed = the last line does not end with a line feed
error-custody-record-error-malformed = { $v0 }{ $v1 }{ $reason }
error-custody-record-error-not-canonical = line { $line }: not the canonical form, which has { $v0 }
error-custody-record-error-missing = { $field }: is required
error-custody-record-error-empty-entry = { $table }: an entry without any field
error-custody-record-error-integer-too-large = { $field }: { $value } is too large, integers are below 2^63
error-custody-record-error-contradiction = { $field }: { $reason }

## custody/replay/rules

error-custody-breach-no-release = no release is open
error-custody-breach-not-allowed = { $kind } is not allowed while the exhibit is { $state }
error-custody-breach-wrong-reference = { $v0 }
error-custody-breach-wrong-acceptor = released to { $expected }, signed by { $found }
error-custody-breach-not-holder = held by { $holder }, signed by { $actor }
error-custody-breach-self-transfer = released to the releaser
error-custody-breach-cosigner-skipped = { $v0 } has not countersigned
error-custody-breach-own-countersignature = the event that is countersigned is the actor's own
error-custody-breach-not-author = the event that is corrected is another's
error-custody-breach-on-hold = a hold is in force
error-custody-breach-other-root = the data that were verified have the root { $found }
error-custody-breach-time-order = { $found } is before { $latest }
error-custody-breach-wrong-role = { $act } by { $name } as { $roles }
error-custody-breach-key-invalid = { $found } is outside { $from } to { $to }
error-custody-breach-key-compromised = compromised since { $since }{ $v0 }
error-custody-breach-not-recognized = { $v0 }
error-custody-breach-signer-unknown = { $key }
error-custody-remark-unattributed = { $kind } by { $key }{ $v0 }
error-custody-remark-recognized = { $v0 }
error-custody-remark-clock-backwards = { $found } is before { $latest }
error-custody-remark-late = { $v0 }
error-custody-remark-late-countersignature = countersigned after the first release
error-custody-remark-key-expired = valid to { $v0 }
error-custody-remark-key-retired = retired { $v0 }
error-custody-remark-recorded-violation = { $v0 }
error-custody-remark-recorded-undetermined = { $v0 }
error-custody-remark-examined-original = examined itself, not a copy
error-custody-remark-objection = { $v0 }
error-custody-remark-incident = { $v0 }
error-custody-remark-corrected = { $v0 }
error-custody-remark-refused-to-sign = { $v0 }

## custody/replay/state

error-custody-end-remark-cosigner-pending = { $v0 }
error-custody-end-remark-transfer-open = released to { $to }
error-custody-end-remark-unfinished = { $v0 }
error-custody-end-remark-resealed = resealed

## custody/roster/edit

error-custody-edit-error-key-taken = the key { $fingerprint } is in the roster already, as that of { $name } (id { $id })
error-custody-edit-error-name-missing = no person has the id { $v0 }, and no name is given for a new one
error-custody-edit-error-other-person = the id { $id } is that of { $name }, and { $field } is another in the roster: { $known }
error-custody-edit-error-unknown-key = the key { $v0 } is not in the roster
error-custody-edit-error-unknown-person = no person has the id { $v0 }
error-custody-edit-error-nothing-to-retire = { $v0 } has no key that could be retired
error-custody-edit-error-already-retired = the key { $fingerprint } is retired already, since { $at }
error-custody-edit-error-retired-too-early = the key { $fingerprint } is valid from { $from }, it cannot be retired before that
error-custody-edit-error-already-compromised = the key { $fingerprint } counts as compromised already, since { $since }
error-custody-edit-error-later-recognition = version { $v0 } of this recognition is entered already
error-custody-edit-error-no-successor = the draft does not follow from version { $version }: { $reason }

## custody/roster/lineage

error-custody-conflict-one-number = version { $v0 }
error-custody-conflict-two-successors = versions { $first } and { $second } both hand over the keys { $keys }
error-custody-conflict-handed-over = version { $version } is signed by keys that handed over in version { $handed_over }
error-custody-conflict-returned = version { $version } names the key { $key } again, which an earlier version took out
error-custody-conflict-other-previous = version { $version } does not follow from version { $before } that is at hand

## custody/roster/sign

error-custody-roster-sign-error-other-authority = the authority's key is { $expected }, this is { $found }
error-custody-roster-sign-error-unverifiable = the roster that was signed does not hold: { $v0 }

## custody/roster/verified

error-custody-roster-error-other-signer = signed by { $found }, but it names { $expected } as its authority
error-custody-roster-error-too-many-pages = a file has at most { $v0 } rosters
error-custody-roster-error-too-large = a file of rosters has at most { $v0 } bytes

## custody/scalar

error-custody-scalar-error-bag-id = a bag identifier is 32 lower-case hexadecimal digits
error-custody-scalar-error-utc-time = a time is written YYYY-MM-DDTHH:MM:SSZ, in UTC, and must exist in the calendar
error-custody-scalar-error-utc-offset = an offset from UTC is written +HH:MM or -HH:MM, at most 18 hours, zero as +00:00
error-custody-scalar-error-date = a date is written YYYY-MM-DD and must exist in the calendar

## custody/sshsig/error

error-custody-signature-error-armour = the signature is not armoured as ssh-keygen writes it
error-custody-signature-error-blob = the signature is malformed: { $v0 }
error-custody-signature-error-unsupported-version = the signature has version { $v0 }, only version 1 is supported
error-custody-signature-error-namespace = the signature was made for "{ $found }", not for "{ $expected }"
error-custody-signature-error-unsupported-hash = the signature uses the hash { $v0 }, only sha512 is supported
error-custody-signature-error-unsupported-key-type = the signature is by a key of type { $v0 }, which is not supported
error-custody-signature-error-key = the key in the signature is refused: { $v0 }
error-custody-signature-error-algorithm-mismatch = the signature is of algorithm { $v0 }, which is not that of its key
error-custody-signature-error-user-not-present = the security key signed without anybody touching it
error-custody-signature-error-invalid = the signature does not fit the signed bytes

## custody/statement

error-custody-detail-key-error = the key of a free field is a letter a-z, then a-z, 0-9 and _, at most 64 characters

## custody/text

error-custody-text-error-empty = an empty string: leave the line out instead
error-custody-text-error-forbidden = character U+{ $v0 } is not allowed in a record

## custody/time/rules

error-custody-time-finding-contradiction = no earlier than { $earliest }, and no later than { $latest }
error-custody-time-finding-back-dated = { $claimed } is claimed; signed no earlier than { $earliest }
error-custody-time-finding-clock-behind = { $claimed } is claimed; signed no earlier than { $earliest }
error-custody-time-finding-entered-late = { $claimed } is claimed; signed no earlier than { $earliest }
error-custody-time-finding-post-dated = { $claimed } is claimed; signed no later than { $latest }
error-custody-time-finding-clock-ahead = { $claimed } is claimed; signed no later than { $latest }
error-custody-time-finding-after-key-end = attested { $latest }; the key ended { $end }
error-custody-time-finding-compromised-later = attested { $latest }; compromised since { $since }

## sealbag/append/error

error-sealbag-append-error-bag = { $v0 }: cannot be opened
error-sealbag-append-error-seal = there is no seal that holds; nothing can follow from it
error-sealbag-append-error-bad-log = the log does not hold; nothing is appended behind a bad event
error-sealbag-append-error-anchors = what was brought from outside does not fit this bag
error-sealbag-append-error-other-bag = the event was written for another bag than the one that is there now
error-sealbag-append-error-other-signer = the event names the key { $named }, the signer has { $signer }
error-sealbag-append-error-form = the event cannot be written
error-sealbag-append-error-refused = { $kind } is refused: { $breach }
error-sealbag-append-error-back-dated = the time { $claimed } is before { $earliest }, which a time-stamp in this log attests
error-sealbag-append-error-roster = { $v0 }
error-sealbag-append-error-violated = { $kind } is refused: the bag is not what was sealed ({ $v0 } findings)
error-sealbag-append-error-overtaken = somebody was first: { $first }; nothing was changed
error-sealbag-append-error-taken-by-another = event { $index } is there already and does not hold; nothing was changed
error-sealbag-append-error-own-signature = the signature just made does not hold
error-sealbag-append-error-own-record = the event just made does not come back from its own bytes
error-sealbag-append-error-tokens = time-stamp tokens go with a timestamp event, and with no other
error-sealbag-append-error-no-such-event = there is no event { $index }; the last one is event { $last }
error-sealbag-append-error-unknown = it is not known whether event { $index } is in the log

## sealbag/audit/error

error-sealbag-audit-error-overlap = { $v0 } lies in { $v1 }, which is audited too
error-sealbag-audit-error-inside-bag = { $v0 } lies in a bag; an audit writes nothing into a bag
error-sealbag-audit-error-link = { $v0 } is a link; an audit writes through no link, since it may lead into a bag
error-sealbag-audit-error-unresolved = cannot tell where { $v0 } leads
error-sealbag-audit-error-results = cannot { $action } the results
error-sealbag-audit-error-not-results = this is no file of results
error-sealbag-audit-error-malformed-line = line { $line } is not a line of results
error-sealbag-audit-error-other-options = these results were made with other options: { $what }
error-sealbag-audit-error-busy = another audit is writing these results
error-sealbag-audit-error-receipts = cannot read the receipts
error-sealbag-audit-error-output = cannot hand over a result

## sealbag/copy

error-sealbag-copy-error-source = { $v0 }: cannot be opened: { $source }
error-sealbag-copy-error-unreadable = { $path }: { $source }
error-sealbag-copy-error-relation = a bag with the relation { $v0 } has another list than its source
error-sealbag-copy-error-other-bag = { $v0 }: is not the bag whose log was read
error-sealbag-copy-error-not-sound = the source bag is not what was sealed, or cannot be read ({ $v0 } findings); nothing was copied under the new name

## sealbag/extract/error

error-sealbag-extract-error-not-sound = the bag does not hold ({ $v0 } findings); nothing was written
error-sealbag-extract-error-no-anchor = nothing from outside the bag was given; nothing was written
error-sealbag-extract-error-detached = the data lie outside this bag; there is nothing to take out
error-sealbag-extract-error-target-exists = { $v0 }: exists already and is not empty
error-sealbag-extract-error-other-extraction = { $v0 }: holds an unfinished extraction of another bag, or of other paths or options
error-sealbag-extract-error-busy = { $v0 }: another run of sealbag is writing there
error-sealbag-extract-error-target = { $v0 }: { $source }
error-sealbag-extract-error-unknown-paths = the bag does not have: { $v0 }; nothing was written
error-sealbag-extract-error-list = the sealed list cannot be read again: { $v0 }
error-sealbag-extract-error-changed-while-read = the bag changed while it was read

## sealbag/log

error-sealbag-no-receipt-log = the log does not hold at { $v0 }: { $v1 }
error-sealbag-no-receipt-unreadable = { $place } { $source }
error-sealbag-no-receipt-changed = the log changed while it was read: { $v0 }

## sealbag/pack/error

error-sealbag-pack-error-bag = cannot open the bag
error-sealbag-pack-error-no-bag = there is nothing to pack
error-sealbag-pack-error-read = { $path } { $source }
error-sealbag-pack-error-not-regular = { $path } is a link or a special file, which a packed bag cannot carry
error-sealbag-pack-error-entry = { $path }: { $source }
error-sealbag-pack-error-changed = the bag changed while it was packed
error-sealbag-pack-error-inside-bag = the packed bag would lie inside the bag
error-sealbag-pack-error-output-exists = { $v0 } exists already and is not overwritten
error-sealbag-pack-error-busy = { $v0 } is in use, or belongs to somebody else
error-sealbag-pack-error-write = cannot write { $v0 }
error-sealbag-pack-error-read-back = what was read back from { $v0 } is not what was written
error-sealbag-unpack-error-open = cannot open the packed bag
error-sealbag-unpack-error-empty = there is nothing to unpack
error-sealbag-unpack-error-read = { $path } cannot be read
error-sealbag-unpack-error-damaged = { $path } is damaged: the bytes are not those that were packed (CRC-32)
error-sealbag-unpack-error-output-exists = { $v0 } exists already and is not overwritten
error-sealbag-unpack-error-busy = { $v0 } is in use, or belongs to somebody else
error-sealbag-unpack-error-write = cannot write { $v0 }
error-sealbag-unpack-error-read-back = what was read back from { $v0 } is not what was written
error-sealbag-unpack-error-other-names = what lies in { $v0 } is not what was packed

## sealbag/previous

error-sealbag-previous-error-seal = the seal of the source bag does not hold
error-sealbag-previous-error-unreadable = { $path }: { $source }
error-sealbag-previous-error-gap = custody/{ $missing }.txt: is not there, but an event after it is
error-sealbag-previous-error-foreign = there is more in custody/ of the source bag than its log
error-sealbag-previous-error-event-too-large = { $path }: an event has at most { $MAX_PAGE_LEN } bytes
error-sealbag-previous-error-changed = { $path }: is not what the source bag has sealed
error-sealbag-previous-error-tag-manifest = { $TAG_MANIFEST }: { $v0 }
error-sealbag-previous-error-too-many-files = the log of the source bag has more than { $MAX_FILES } files
error-sealbag-previous-error-too-large = the log of the source bag has more than { $MAX_BYTES } bytes
error-sealbag-previous-error-too-deep = { $path }: the path in the new bag would have more than { $MAX_TAG_PATH } bytes

## sealbag/seal/error

error-sealbag-seal-error-list = the source cannot be listed: { $v0 }
error-sealbag-seal-error-output-exists = { $v0 }: exists already
error-sealbag-seal-error-interrupted = { $v0 }: an interrupted seal lies here
error-sealbag-seal-error-interrupted-copy = { $v0 }: an interrupted copy of a bag lies here
error-sealbag-seal-error-nothing-to-resume = { $v0 }: there is no interrupted seal to go on with
error-sealbag-seal-error-nothing-begun = { $v0 }: the interrupted seal had not begun to read yet
error-sealbag-seal-error-damaged-partial = { $v0 }: what the interrupted seal left is damaged
error-sealbag-seal-error-foreign-partial = { $v0 }: the interrupted seal belongs to another user
error-sealbag-seal-error-busy = { $v0 }: another program is sealing here
error-sealbag-seal-error-other-signer = the seal was begun with key { $begun_with }, not with { $given }
error-sealbag-seal-error-output-inside-source = { $v0 }: the bag would lie inside the source { $v1 }
error-sealbag-seal-error-same-device = { $v0 }: the bag would lie on the same device as the source { $v1 }
error-sealbag-seal-error-bag = { $v0 }: { $what }: { $source }
error-sealbag-seal-error-unreadable = { $v0 }
error-sealbag-seal-error-read-back = what was written differs from what was read ({ $v0 } findings); nothing was signed
error-sealbag-seal-error-record = the seal cannot be written: { $v0 }
error-sealbag-seal-error-other-roster = the roster's bytes do not have the digest that the seal would give
error-sealbag-seal-error-no-random-numbers = the system gives no random numbers
error-sealbag-seal-error-sign = the bag is not signed
error-sealbag-seal-error-own-signature = the signature just made does not hold: { $v0 }
error-sealbag-seal-error-own-record = the seal just made does not come back from its own bytes

## cli/anchors

error-cli-anchor-error-read = cannot read the { $what }
error-cli-anchor-error-unfit = this is no { $what }
error-cli-anchor-error-alone = { $option } needs --authority: it is only as good as the key that signed it
error-cli-anchor-error-token-alone = --kept-token needs --tsa-ca: the time-stamp is only as good as the authority that made it

## cli/bag

error-cli-packed-is-read = a packed bag is only read

## cli/commands/audit

error-cli-audit-usage-error-of-one-bag = { $option } is of one bag; an audit of many cannot use it

## cli/commands/custody

error-cli-custody-usage-error-missing = missing: { $v0 }
error-cli-custody-usage-error-blank = { $flag }: nothing but spaces
error-cli-custody-usage-error-value = { $flag }: { $source }
error-cli-custody-usage-error-fields = this cannot stand in an event: { $source }
error-cli-custody-usage-error-attachment = the file cannot be read
error-cli-custody-usage-error-no-file = this is no regular file
error-cli-custody-usage-error-future = --time: { $time } has not come yet
error-cli-custody-usage-error-nobody = { $given } is no public key file and nobody in a roster that is in use
error-cli-custody-usage-error-several = several persons are called { $given }: { $v0 }
error-cli-custody-usage-error-no-usable-key = by the roster { $name } has no key that is valid now
error-cli-custody-usage-error-several-keys = by the roster { $name } has several keys: { $v0 }
error-cli-custody-usage-error-no-event = there is no event { $index }; the last one is event { $last }
error-cli-custody-usage-error-several-holds = several orders to keep it are in force: events { $v0 }
error-cli-custody-usage-error-not-from = this bag does not follow from the one whose log is written: { $why }
error-cli-custody-usage-error-further-seal = the new bag would not hold: { $breach }
error-cli-custody-usage-error-not-decided = whether to accept or to refuse was not said
error-cli-custody-usage-error-no-anchor = nothing from outside the bag says who sealed it

## cli/commands/demo

error-cli-demo-error-exists = { $v0 }: exists already
error-cli-demo-error-file = { $v0 }: { $source }
error-cli-demo-error-step = the step `{ $command }` ended with { $found }, expected exit code { $expected }

## cli/commands/extract

error-cli-bag-path-error = { $path }: { $source }
error-cli-target-inside-bag = the target lies inside the bag

## cli/commands/fork

error-cli-fork-error-receipt = this is neither a bag nor a receipt
error-cli-fork-error-page = { $place } { $source }
error-cli-fork-error-same = nothing to prove: every event that both have is the same
error-cli-fork-error-no-proof = event { $index } differs, but the two do not prove a fork

## cli/commands/man

error-cli-man-error = cannot write the manual pages to { $v0 }

## cli/commands/receipt

error-cli-receipt-use-error-log = there is no receipt of this log

## cli/commands/report

error-cli-report-use-error-ending = { $v0 } does not end in { $endings }
error-cli-report-use-error-no-seal = the seal does not hold, so there is nothing to fill in
error-cli-report-use-error-clock = the clock of this machine shows no time that a report can bear

## cli/commands/roster/edit

error-cli-roster-edit-error-other-recognition = the recognition is between other authorities
error-cli-roster-edit-error-nothing-to-recognize = a recognition needs a purpose, roles and a period
error-cli-roster-edit-error-no-threshold = the authority has several keys: how many of them must sign?
error-cli-roster-edit-error-lower-threshold = before, { $before } keys had to sign; now { $now } would be enough
error-cli-roster-edit-error-unknown-fingerprint = no key of the roster has the fingerprint { $v0 }
error-cli-roster-edit-error-exists = there is one already: { $v0 }
error-cli-roster-edit-error-clock = the clock says { $now }, which is before version { $version } was issued ({ $issued })
error-cli-roster-edit-error-no-time = the clock of this machine shows no usable time

## cli/commands/roster/files

error-cli-roster-file-error-not-there = there is neither a roster nor a draft { $v0 }
error-cli-roster-file-error-roster = this is no signed roster
error-cli-roster-file-error-recognition = this is no recognition
error-cli-roster-file-error-draft = this is no draft of a roster
error-cli-roster-file-error-signed = this version is signed already: { $v0 }
error-cli-roster-file-error-not-the-newest = there is a later version: { $v0 }
error-cli-roster-file-error-signing-begun = signing has begun: { $v0 }
error-cli-roster-file-error-other-draft = the draft { $v0 } does not follow from { $v1 }
error-cli-roster-file-error-nothing-to-sign = there is no draft to sign: { $v0 } is signed
error-cli-roster-file-error-previous-not-found = version { $version } follows from a roster that does not lie beside the draft
error-cli-roster-file-error-busy = another run is editing a roster in this folder, and holds { $v0 }
error-cli-roster-file-error-lock = cannot lock { $v0 }
error-cli-roster-file-error-changed-meanwhile = the draft { $v0 } was changed meanwhile

## cli/commands/seal

error-cli-seal-usage-error-missing = missing: { $v0 }
error-cli-seal-usage-error-value = { $flag }: { $source }
error-cli-seal-usage-error-blank = { $what }: nothing but spaces
error-cli-seal-usage-error-may-not-seal = by the roster this key may not seal
error-cli-seal-usage-error-no-name = { $file }: the public key has no comment to take the name from
error-cli-seal-usage-error-roster = this is not a roster that can be used: { $source }
error-cli-seal-usage-error-answers = the answers cannot stand in a seal: { $source }
error-cli-seal-usage-error-other-sources = the interrupted seal was begun with other sources: { $v0 }

## cli/commands/timestamp

error-cli-timestamp-error-fault = { $v0 }
error-cli-timestamp-error-anchors = no certificates can be read: { $v0 }
error-cli-timestamp-error-other-request = the request is not over event { $index } of this bag
error-cli-timestamp-error-request = this is no request that can be read: { $v0 }
error-cli-timestamp-error-no-event = there is no event { $index }; the last one is event { $last }
error-cli-timestamp-error-changed = event { $index } changed while it was read
error-cli-timestamp-error-read = cannot read the { $what }

## cli/commands/timestamp/http

error-cli-http-error-scheme = this program asks over http:// only, not { $v0 }
error-cli-http-error-unreachable = the time-stamp authority cannot be reached
error-cli-http-error-status = the time-stamp authority answers with HTTP status { $status }

## cli/commands/verify

error-cli-verify-error-open = cannot open the bag

## cli/keys

error-cli-keys-error-none = no key to sign with
error-cli-keys-error-not-in-agent = the ssh-agent does not have the key { $fingerprint }
error-cli-keys-error-unusable-in-agent = the key { $fingerprint } in the ssh-agent cannot be used: { $why }
error-cli-keys-error-fingerprint = not a fingerprint: { $v0 }; it is SHA256: and 43 characters
error-cli-keys-error-no-module = nothing says which PKCS#11 module has the key
error-cli-keys-error-no-tokens = this build of the program cannot sign with PKCS#11 tokens
error-cli-keys-error-other-public = { $v0 } is not the public half of { $v1 }
error-cli-keys-error-name = the comment in { $v0 } cannot be a name
error-cli-keys-error-folder = cannot make the folder { $v0 }

## cli/language

error-cli-language-error-unknown = { $place } names no language of this program

## cli/new_file

error-cli-new-file-error-exists = { $v0 } exists already and is not overwritten
error-cli-new-file-error-io = cannot write { $v0 }
error-cli-place-error-inside-bag = { $v0 } lies inside the bag
error-cli-place-error-folder = cannot look at the folder of { $v0 }
error-cli-read-back-differs = what was read back is not what was written

## cli/profiles

error-cli-profile-file-error-unknown = there is no built-in profile { $v0 }
error-cli-profile-file-error-content = this profile cannot be used

## cli/prompt

error-cli-prompt-error-no-terminal = a passphrase is needed and there is no terminal to ask on
error-cli-prompt-error-ended = the input ended without an answer
error-cli-prompt-error-not-a-line = the answer is not a line of text of at most { $MAX_ANSWER } bytes
error-cli-prompt-error-differ = the two passphrases differ
error-cli-prompt-error-empty = the passphrase is empty
error-cli-prompt-error-file = cannot read the passphrase file { $v0 }
error-cli-prompt-error-file-form = the passphrase file { $v0 } must hold one line of at most { $MAX_ANSWER } bytes
error-cli-prompt-error-terminal = cannot read from the terminal

## cli/terminal

error-cli-output-error = cannot write to standard output

## cli/text_file

error-cli-text-file-error-read = cannot read the { $what }
error-cli-text-file-error-not-regular = the { $what } is not a regular file
error-cli-text-file-error-too-long = the { $what } is longer than { $limit } bytes
error-cli-text-file-error-not-utf8 = the { $what } is not UTF-8

## signers/agent/error

error-signers-agent-error-not-named = no ssh-agent is running here: SSH_AUTH_SOCK is not set
error-signers-agent-error-connect = the ssh-agent at { $v0 } cannot be reached
error-signers-agent-error-io = the connection to the ssh-agent failed
error-signers-agent-error-closed = the ssh-agent closed the connection before it had answered
error-signers-agent-error-too-slow = the ssh-agent did not answer within { $v0 } s
error-signers-agent-error-length = the ssh-agent announced an answer of { $v0 } bytes; from 1 to { $MAX_MESSAGE_LEN } are allowed
error-signers-agent-error-refused = the ssh-agent refused
error-signers-agent-error-unexpected = the ssh-agent answered with a message of type { $v0 }, which does not fit the question
error-signers-agent-error-malformed = the answer of the ssh-agent is malformed: { $v0 }

## signers/token/error

error-signers-token-error-load = cannot load the PKCS#11 module { $v0 }
error-signers-token-error-no-module = the PKCS#11 module { $v0 } is not a file
error-signers-token-error-module = the PKCS#11 module cannot { $action }
error-signers-token-error-no-token = no such token is inserted
error-signers-token-error-several-tokens = several tokens fit
error-signers-token-error-wrong-pin = the token refused the PIN
error-signers-token-error-pin-locked = the PIN of the token is locked
error-signers-token-error-no-key = the token has no such private key
error-signers-token-error-several-keys = several private keys of the token fit
error-signers-token-error-not-ed25519 = the key in the token is not an Ed25519 key
error-signers-token-error-no-public-half = the token does not show the public half of the key
error-signers-token-error-signature = the token gave a signature of { $v0 } bytes instead of 64

## signers/token/uri

error-signers-uri-error-scheme = a PKCS#11 URI begins with { $SCHEME }
error-signers-uri-error-too-long = the PKCS#11 URI is longer than { $MAX_URI_LEN } bytes
error-signers-uri-error-part = part { $v0 } of the PKCS#11 URI is not NAME=VALUE
error-signers-uri-error-twice = the PKCS#11 URI has { $v0 } twice
error-signers-uri-error-unsupported = part { $v0 } of the PKCS#11 URI is an attribute that is not supported
error-signers-uri-error-value = the value of { $v0 } in the PKCS#11 URI is not percent-encoded text
error-signers-uri-error-not-a-private-key = the PKCS#11 URI names an object that is not a private key
error-signers-uri-error-pin = a PIN does not belong into a PKCS#11 URI

## timestamp/chain/anchors

error-timestamp-anchor-error-none = there is no certificate in it: PEM begins with -----BEGIN CERTIFICATE-----
error-timestamp-anchor-error-too-large = it has more than { $limit } { $what }
error-timestamp-anchor-error-label = block { $number } is a { $label }, not a CERTIFICATE
error-timestamp-anchor-error-pem = block { $number } is not in PEM form
error-timestamp-anchor-error-certificate = block { $number } is no X.509 certificate

## timestamp/fault

error-timestamp-chain-fault-signature = a certificate in it was not signed by the one above it
error-timestamp-chain-fault-not-an-issuer = a certificate in it may not issue others
error-timestamp-chain-fault-path-length = it is longer than one of its certificates allows
error-timestamp-chain-fault-name = a name in it is outside what one of its authorities may certify
error-timestamp-chain-fault-purpose = an authority in it is not for time-stamping
error-timestamp-chain-fault-validity = a certificate in it ends before it begins
error-timestamp-fault-malformed = the time-stamp is malformed: { $what }
error-timestamp-fault-too-large = the time-stamp has more than { $limit } { $what }
error-timestamp-fault-not-a-token = this is no time-stamp: it holds { $found }
error-timestamp-fault-not-granted = the time-stamp authority refused: { $refusal }
error-timestamp-fault-imprint-mismatch = the time-stamp is over other data: its imprint is { $found }, that of the data is { $expected }
error-timestamp-fault-imprint-weak = the time-stamp is over a { $algorithm } value, for which other data can be made
error-timestamp-fault-nonce-mismatch = the time-stamp answers another request: its nonce is { $v0 }, not { $expected }
error-timestamp-fault-policy-mismatch = the time-stamp was made under the policy { $found }, not { $expected }
error-timestamp-fault-signer-count = the time-stamp has { $count } signers, not one
error-timestamp-fault-attributes-missing = the time-stamp has no signed attributes
error-timestamp-fault-content-type = the signed content type of the time-stamp is missing or is another
error-timestamp-fault-message-digest = the signed digest of the time-stamp's content is missing or is another
error-timestamp-fault-signing-certificate-missing = the time-stamp does not sign the name of its certificate (signingCertificate)
error-timestamp-fault-signing-certificate-mismatch = the time-stamp signs the name of another certificate than the one that it comes with
error-timestamp-fault-digest-weak = the { $place } is signed over a { $algorithm } value, which can be forged
error-timestamp-fault-key-too-short = the RSA key of the { $place } has { $bits } bits, fewer than 2048
error-timestamp-fault-algorithm-mismatch = the time-stamp's signature algorithm does not fit its digest or its key
error-timestamp-fault-signature-invalid = the signature of the time-stamp is not valid
error-timestamp-fault-extended-key-usage = the signer's certificate is not for time-stamping alone: { $what }
error-timestamp-fault-key-usage = the key usage of the signer's certificate does not fit a time-stamp authority
error-timestamp-fault-ca-as-signer = the signer's certificate is that of a certificate authority
error-timestamp-fault-tsa-name-mismatch = the time-stamp names another authority than its certificate
error-timestamp-fault-certificate-not-valid-then = the certificate { $subject } was valid from { $not_before } to { $not_after }, and the time-stamp is of { $gen_time }
error-timestamp-fault-chain-invalid = the chain of certificates does not hold: { $why }
error-timestamp-fault-authority-unknown = no chain leads from the certificate { $subject } to a certificate that was given
error-timestamp-fault-certificate-missing = the time-stamp comes without its signer's certificate
error-timestamp-fault-algorithm-unsupported = the algorithm { $algorithm } of the { $place } is not supported
error-timestamp-fault-extension-unsupported = the time-stamp has the critical extension { $extension }, which is not supported
error-timestamp-fault-version-unsupported = the { $what } of the time-stamp has a version that is not supported
error-timestamp-fault-certificate-unsupported = the { $place } has a form or an extension that is not supported
error-timestamp-fault-chain-too-complex = the chain of certificates is longer or has more branches than are searched

## image/lib

error-image-stopped = stopped

## image/trouble

error-image-fault-missing = this segment of the disk image is missing
error-image-fault-behind-the-end = this segment follows the last one of the disk image and does not belong to it
error-image-fault-signature = this is no segment of a disk image: it does not begin with the signature of one
error-image-fault-second-version = the disk image cannot be decoded: it is in the second version of the format (EWF2, Ex01)
error-image-fault-number = this file should be segment { $expected } of the disk image and says that it is segment { $found }
error-image-fault-other-set = this segment belongs to another disk image: it describes other media than the first segment
error-image-fault-truncated = this segment is cut short: its sections reach to byte { $stated }, and it has { $found } bytes
error-image-fault-section = this segment is damaged: section `{ $section }` at byte { $at } { $what }
error-image-fault-no-volume = the disk image does not say how large its media are
error-image-fault-chunk-size = the disk image cannot be decoded: its chunks have { $size } bytes, more than { $limit }
error-image-fault-chunks = this segment is damaged: { $count } of its chunks cannot be decoded, the first at byte { $first } of the media
error-image-fault-surplus = the disk image holds more data than the { $media_size } bytes of its media
error-image-fault-incomplete = the disk image is incomplete: it holds { $decoded } of the { $media_size } bytes of its media
error-image-fault-contradiction = the disk image states two different { $algorithm } digests
error-image-fault-digest = the data in the disk image do not have the { $algorithm } digest that it states
error-image-fault-read = this segment cannot be read: { $kind }

## report/compose/forms

error-report-unknown-form = the forms are act-kz, us-902-14 and in-bsa-63

## report/facts

error-report-gather-error-changed = the bag changed between its verification and the report

## report/language

error-report-unknown-language = the languages are en, ru and kk

## report/report

error-report-report-error-pdf = the report cannot be made as PDF: { $v0 }
error-report-report-error-write = the report cannot be written

## report/rows

error-report-rows-error-open = the sealed list { $v0 }
error-report-rows-error-read = the sealed list cannot be read
error-report-rows-error-changed = the sealed list changed between its verification and the report
