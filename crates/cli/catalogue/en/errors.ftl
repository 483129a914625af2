# The sentences of the errors, one for every `#[error]` of the crates. A key is error-<crate>-<type>-<variant>;
# `$v0`, `$v1` are the parts that have no name in the source, in their order.

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
