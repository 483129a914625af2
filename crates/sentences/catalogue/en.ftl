# What the libraries say in typed errors, and what the verifier puts beside a finding, in English. A key of an error is
# error-<crate>-<type>-<variant>; `$v0`, `$v1` are the parts that have no name in the source, in their order. A `noun-` is the
# whole value of a placeholder; an `os-` is what the system says.

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
error-manifest-with-cause-packed = it is no packed bag: { $why }
error-custody-in-words-recognized = recognised by { $authority }, version { $version }, for: { $purpose }; from { $from } to { $to }
error-custody-withdrawn-recognized = recognised by { $authority }, version { $version }, for: { $purpose }; from { $from } to { $to }, withdrawn { $time }
error-timestamp-fault-missing-nonce-mismatch = the time-stamp answers another request: its nonce is missing, not { $expected }
error-custody-edit-error-recognition-gone-no-successor = the draft does not follow from version { $version }: the recognition of { $who } is gone
error-custody-edit-error-person-gone-no-successor = the draft does not follow from version { $version }: the person { $id } is gone
error-custody-edit-error-key-gone-no-successor = the draft does not follow from version { $version }: the key { $fingerprint } is gone
error-custody-edit-error-key-of-another-no-successor = the draft does not follow from version { $version }: the key { $fingerprint } is another person's
error-custody-edit-error-not-retired-no-successor = the draft does not follow from version { $version }: the key { $fingerprint } is no longer retired as before
error-custody-edit-error-not-compromised-no-successor = the draft does not follow from version { $version }: the key { $fingerprint } no longer counts as compromised as before

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

## Kinds of incidents

noun-incident-loss = loss
noun-incident-mismatch = mismatch
noun-incident-key-compromise = key_compromise
noun-incident-physical-seal-broken = physical_seal_broken
noun-incident-other = other

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

## What the system says of a call that failed

label-os-error = { $cause } (os error { $number })
os-not-permitted = Operation not permitted
os-not-found = No such file or directory
os-io = Input/output error
os-no-device-address = No such device or address
os-bad-descriptor = Bad file descriptor
os-would-block = Resource temporarily unavailable
os-no-memory = Cannot allocate memory
os-permission = Permission denied
os-busy = Device or resource busy
os-exists = File exists
os-cross-device = Invalid cross-device link
os-no-device = No such device
os-not-a-directory = Not a directory
os-is-a-directory = Is a directory
os-invalid = Invalid argument
os-too-many-open-in-system = Too many open files in system
os-too-many-open = Too many open files
os-text-busy = Text file busy
os-too-large = File too large
os-no-space = No space left on device
os-illegal-seek = Illegal seek
os-read-only = Read-only file system
os-too-many-links = Too many links
os-broken-pipe = Broken pipe
os-name-too-long = File name too long
os-not-implemented = Function not implemented
os-not-empty = Directory not empty
os-loop = Too many levels of symbolic links
os-no-medium = No medium found
os-wrong-medium = Wrong medium type
os-not-supported = Operation not supported
os-address-in-use = Address already in use
os-network-unreachable = Network is unreachable
os-aborted = Software caused connection abort
os-reset = Connection reset by peer
os-timed-out = Connection timed out
os-refused = Connection refused
os-unreachable = No route to host
os-stale = Stale file handle
os-remote-io = Remote I/O error
os-quota = Disk quota exceeded
os-kind-not-found = entity not found
os-kind-permission = permission denied
os-kind-exists = entity already exists
os-kind-invalid-data = invalid data
os-kind-timed-out = timed out
os-kind-refused = connection refused
os-kind-end = unexpected end of file
os-kind-end-of-input = failed to fill whole buffer
os-kind-write-zero = failed to write whole buffer
os-kind-interrupted = operation interrupted
os-kind-unsupported = unsupported
os-not-utf8 = stream did not contain valid UTF-8
os-other = other error

## What the parsers of records and lines say

parser-missing-field = missing field `{ $name }`
parser-unknown-field = unknown field `{ $name }`, expected { $known }
parser-unknown-field-one-of = unknown field `{ $name }`, expected one of { $known }
parser-unknown-variant = unknown variant `{ $name }`, expected { $known }
parser-unknown-variant-one-of = unknown variant `{ $name }`, expected one of { $known }
parser-duplicate-field = duplicate field `{ $name }`
parser-duplicate-key = duplicate key
parser-at = { $why } at line { $line } column { $at }

## Values of findings (expected, found), as the verifier puts them together

value-bytes = { $n } bytes
value-at-most-bytes = at most { $n } bytes
value-at-most-lines = lines of at most { $n } bytes
value-longer-line = a longer one
value-more = more
value-none = none
value-line-for = a line for { $path }
value-more-lines = more than the list has
value-line-of = { $file } line { $n }
value-lines = { $n } lines
value-lines-of = { $n } of { $all } lines
value-lines-for-list = { $n } lines for a list of { $all }
value-differs = { $digest }; differs in bytes { $ranges }
value-differs-and-more = { $digest }; differs in bytes { $ranges } and { $n } more
value-damaged-packed = { $first }; its CRC-32 in the packed bag does not hold either: it was damaged after it was packed
value-unreadable-places = { $bytes } bytes in { $places } places, the first at { $at }: { $errno }
value-missing = it is missing
value-not-there = it is not there
value-line-without-proof = a line of the list has no proof
value-proof-without-line = a proof has no line in the list
value-cannot-be-read = it cannot be read: { $why }
value-not-a-proof = line { $n } is not a proof
value-out-of-order = line { $n } is out of order
value-other-seal-hash = the seal hash is another
value-other-bag = the bag is another
value-other-root = the root is another
value-of-bag = bag { $id }
value-of-index = index { $n }
value-of-prev = prev { $hash }
value-version = version { $n }
value-version-recognised = version { $n }, as recognised
value-version-issued = version { $n }, issued { $time }
value-version-of = version { $n } of { $keys }
value-recognition = version { $n } of the recognition of { $recognised } by { $by }
value-recognition-by-keys = version { $n } of the recognition of { $recognised } by { $by } by { $keys }
value-keys-by-version = { $keys }, by version { $n }
value-keys = { $threshold } of { $count } keys: { $list }
value-anchors = { $anchors }
value-roster-of = roster { $n } of { $name }
value-up-to-event = up to event { $n }
value-goes-on = the receipt goes on to event { $n }, which is not in the log that is carried along
value-first-differing = the first event that differs is { $n }
value-first-or-earlier = the first event that differs is { $n } or an earlier one
value-hash-and-first = { $hash }; { $first }
value-rewritten = the log was rewritten besides: { $first }
value-numbers = { $n } numbers without an event
value-event = event { $n }
value-events = events { $from } to { $to }
value-event-file = an event file with { $imprint }, of { $time }
value-kept = { $code }: { $why }
value-no-tsa = no certificate of a time-stamp authority was given
value-event-type = { $kind }
value-state = { $state }
value-incident = { $incident }: { $purpose }
value-fields = { $fields }
value-file-kind = { $kind }
value-link-to = { $kind } to { $target }
value-withdrawn = { $by } withdrew the recognition of { $recognised }: { $time }
value-outside-period = { $time } is outside { $from } to { $to }, for which { $by } recognises { $recognised }
value-only-as = { $by } recognises { $recognised } as { $roles } only
