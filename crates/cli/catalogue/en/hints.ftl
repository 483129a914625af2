# Labels and hints of the command line, in English.

## Labels

label-error = error:
label-hint = hint:
label-in = in { $place }
place-expected = { $place }, expected { $value }
place-found = { $place }, found { $value }
place-more = { $count } more places

## Audits

hint-audit-outer = name the outer one alone
hint-audit-outside = name a file or directory outside: --resume FILE, --forks DIR
hint-audit-place = name the place itself, outside of every bag
hint-audit-results = name a new file, or one that `sealbag audit --resume` wrote
hint-audit-changed = the file was changed; begin a new one with --resume NEWFILE
hint-audit-repeat = repeat the first command exactly, or name a new file of results
hint-audit-busy = wait for the other audit, or name another file
hint-output-lost = the result was not delivered; run the command again with its output kept
hint-audit-kept = what was judged is kept if --resume names a file; run the command again
hint-audit-receipts = put the receipts into a directory and give it with --since DIR

## Sealing and extracting

hint-seal-other-out = choose another --out; a bag is never overwritten
hint-seal-go-on = go on with `sealbag seal --resume --out { $path }`, or remove it
hint-seal-copy-again = give the command that copied the bag once more, or remove { $path }; the source bag is untouched
hint-seal-roster = give the roster file as its authority signed it
hint-seal-anew = seal again as at first, with the source and without --resume; nothing has to be removed
hint-seal-no-resume = seal without --resume
hint-wait = wait until it is done
hint-seal-same-key = resume with the key that the seal was begun with
hint-seal-out-outside = choose an --out that lies outside the source
hint-seal-out-device = choose an --out on another device; evidence media are never written to
hint-seal-correct = correct the value; nothing was signed
hint-seal-remove-partial = remove the partial bag and seal again
hint-seal-try-again = to try again: sealbag seal --resume --out { $path }
hint-seal-accept-places = to seal with these places marked as unreadable: sealbag seal --resume --accept-unreadable --out { $path }
hint-seal-accept-images = to seal the files as they are, with what the images state marked as not confirmed: sealbag seal --resume --accept-unreadable --out { $path }
hint-seal-accept-both = to seal with these places marked as unreadable, and what the images state as not confirmed: sealbag seal --resume --accept-unreadable --out { $path }
hint-seal-foreign = remove from { $path } what does not belong there, then resume
hint-seal-failing-disk = the disk that holds { $path } may be failing; seal to another one
hint-seal-nothing-lost = nothing is lost; to go on: sealbag seal --resume --out { $path }, with the same key
hint-copy-nothing-lost = nothing is lost; to go on: the same command once more
hint-seal-foreign-partial = seal anew, under another --out
hint-own-fault = nothing was published; report this as a fault of the program
hint-source-itself = name the directory or file itself
hint-source-parent = seal their common parent, or each into a bag of its own
hint-see-verify = see what `sealbag verify` says about the bag
hint-extract-anchor = give --signer PUB or --seal-hash HEX from outside the bag, or --unanchored to take what anybody may have made
hint-extract-paths = paths are those of the source, as `sealbag verify` shows them
hint-extract-detached = the data are where they were sealed
hint-extract-other-to = choose a --to that does not exist; nothing is overwritten
hint-extract-again = give the command that was interrupted once more, with the same bag, paths and options, or choose another --to

## Entering events

hint-event-form = a form is a TOML file with the tables of the event; give it with --form FILE
hint-event-key-or-roster = give a public key file, or a roster with --authority PUB --roster FILE
hint-event-ids = `sealbag roster show FILE` lists ids and names
hint-event-id = give the id that stands before the name
hint-event-key-file = give the public key file
hint-event-hold = name the one that ends with --event N
hint-event-other-role = nothing was written; somebody with another role has to make it
hint-event-anchor = give --authority PUB, --signer PUB, --seal-hash HEX or --receipt FILE, or --unanchored to record it as undetermined
hint-accept-decide = without a terminal give --yes, or --refuse REASON
hint-event-same-again = the log is as it was; give the same command again
hint-event-bad-log = see what `sealbag log` and `sealbag verify` say about the bag; a receipt shows which log is the right one
hint-event-other-copy = another copy of this log may have gone on, or the wrong file was given; nothing was written
hint-nothing-signed = nothing was signed
event-refused = { $kind } is refused: { $why }
event-refused-holder = { $kind } is refused: the exhibit is held by { $holder }, and { $why }
hint-event-log-ends = the log ends with event { $index }, { $kind }, by { $name } at { $time }
hint-event-late = set the clock of this machine; what happened earlier is entered with --time TIME --late-reason REASON
hint-event-roster = get the newest roster of the authority and give it with --roster FILE
hint-accept-refuse = refuse it with `sealbag accept BAG --refuse REASON`; if it has to be taken as it is, say so with --despite-violation
hint-event-incident = enter it with `sealbag custody incident BAG --kind mismatch`; if this has to be done nevertheless, say so with --despite-violation
hint-event-overtaken = after that, { $why }
hint-event-decide-anew = look at the log with `sealbag log BAG`, then decide anew
hint-event-publish = do not sign another: when the disk answers, run `sealbag custody publish BAG --page FILE` with the page beside the bag
hint-log-busy = another program holds custody/.lock; wait until it is done, then try again
hint-log-own-disk = copy the bag to a disk of its own (ext4, XFS, APFS, NTFS) and enter the event there
hint-log-permission = this user may not write into custody/ of the bag; nothing was changed

## The rules of custody

rule-no-release = no release is open
rule-in-transit = the exhibit is released and on its way; only the recipient can answer
rule-opened = the exhibit is opened and must be sealed again first
rule-under-examination = the exhibit is under examination
rule-held = the exhibit is held; there is nothing that this could answer
rule-ended = the log has ended: the exhibit is { $state }
rule-wrong-acceptor = it was released to the key { $expected }, and this key is { $found }
rule-not-holder = the holder's key is { $holder }, this key is { $actor }
rule-self-transfer = nobody hands over to themselves; the recipient is the same person
rule-cosigner = { $name } has not countersigned the seal yet
rule-own-countersignature = a second person has to countersign; this key signed the event itself
rule-not-author = only the author of an event can correct it
rule-on-hold = an order to keep the exhibit is in force
rule-time-order = its time, { $found }, is before that of an earlier event, { $latest }
rule-wrong-role = by the roster { $name } has the role { $roles }, which may not sign { $act }
rule-key-invalid = by the roster the key is valid from { $from } to { $to } only
rule-key-compromised = by the roster somebody else may have this key since { $since }
rule-signer-unknown = nobody vouches for the key { $key }
hint-rule-in-transit = the recipient runs `sealbag accept BAG`, or the releaser `sealbag custody cancel BAG`
hint-rule-opened = `sealbag custody reseal BAG --out NEW.bag --source DIR`
hint-rule-examination = `sealbag custody examine-end BAG` ends it
hint-rule-no-release = the holder first runs `sealbag release BAG --to PUB`
hint-rule-acceptor = sign with the key that the release names, or ask for a new release
hint-rule-holder = the holder has to sign this, or hand the exhibit over first
hint-rule-recipient = name the public key of the person who takes it
hint-rule-cosigner = they run `sealbag custody countersign BAG`; a refusal is entered with `sealbag custody refuse-to-sign BAG`
hint-rule-hold = the authority that ordered it has to end it with `sealbag custody unhold BAG`
hint-rule-time = set the clock right; if this happened earlier, but after the seal and what it answers, say why it is entered late with --late-reason TEXT
hint-rule-unknown-acceptor = bring a roster that lists the key (--authority PUB --roster FILE), or have it released to this key
hint-rule-other-signer = somebody else has to sign, or the authority has to change the roster
hint-rule-new-key = get a new key from the authority
hint-nothing-changed = nothing was signed, nothing was changed
hint-new-bag-stands = the new bag is whole and stands; only its mention in the log is missing. Enter it later with:

## Keys

hint-key-make = make one with `sealbag key new NAME --out FILE` and name it with --key FILE
hint-key-make-or-put = make one with `sealbag key new NAME --out FILE` and name it with --key FILE, or put one at { $path }
hint-key-or-agent = or name one with --agent SHA256:...; { $has }
hint-key-add = { $add }; { $has }
agent-adds = `ssh-add { $private }` adds the key of { $public }
agent-adds-any = `ssh-add FILE` adds a key
agent-has = the ssh-agent has{ $keys }
agent-has-none = the ssh-agent shows no key that can be used; a locked one shows none (`ssh-add -X` unlocks it)
hint-key-ed25519 = make an Ed25519 key with `ssh-keygen -t ed25519` or, on a security key, `ssh-keygen -t ed25519-sk`
hint-key-pin = others can see command lines; give the PIN on the terminal or with --passphrase-file FILE
hint-key-uri = for example pkcs11:token=LABEL;object=LABEL?module-path=/PATH/OF/MODULE.so
hint-key-module = name the library with --pkcs11 MODULE, or with ?module-path=MODULE in the URI
hint-key-build = build it with: cargo build --release --features pkcs11
hint-key-fingerprints = `ssh-add -l` shows the fingerprints of the keys in the agent
hint-key-right-pub = put the right .pub file beside the key, or none
hint-key-comment = correct the text behind the key in that file
hint-key-other-name = choose another name; a key is never overwritten
hint-key-chmod = others may have copied the key; if not, run: chmod 600 { $path }
hint-key-make-ed25519 = make an Ed25519 key with `sealbag key new NAME --out FILE`
hint-key-anchor = `sealbag roster export ROSTER --anchor` writes such a file; see docs/guide/roster.md
token-none = there is no token
token-has = there is token { $labels }
token-no-key = there is no private key
token-has-key = there is private key { $labels }
hint-token-library = it must be a PKCS#11 library for this kind of machine; its configuration may be wrong
hint-token-inserted = see that the token is inserted and not used by another program
hint-token-label = name one with --token-label LABEL; { $has }
hint-token-key-label = name one with --key-label LABEL, or by id= in a URI
hint-token-wrong-pin = a token locks after a few wrong PINs; be sure before you try again
hint-token-locked = whoever manages the token unlocks it with its other PIN
hint-token-ed25519 = make an Ed25519 key in the token (edwards25519)
hint-token-public = put the public key object of the same id into the token as well
hint-key-openssh = add it to the ssh-agent with `ssh-add FILE`, and sign with --agent FILE.pub
hint-key-make-new = make a key with `sealbag key new NAME --out FILE`
hint-passphrase-file = give the passphrase with --passphrase-file FILE
hint-passphrase-again = try again; spaces and case count
hint-key-openssl = write it anew with `openssl pkcs8 -topk8 -scrypt -in FILE -out NEW`

## Packed bags

hint-packed-unpack = `sealbag unpack FILE` makes the bag of it, which has a log to write to
hint-packed-ordinary = it is an ordinary archive: unpack it with an ordinary tool, then verify the bag that was in it
hint-packed-name = name a bag: a directory, or a file that `sealbag pack` wrote
hint-packed-not-whole = it is probably not whole: fetch or copy it once more, and compare sizes
hint-packed-no-other-tools = do not unpack it with other tools, which may show something else than others see; ask for it again
hint-pack-other-out = choose another --out; nothing is overwritten
hint-pack-outside = choose an --out outside the bag
hint-pack-busy = wait until the other run is done, or remove it if there is none
hint-pack-name = name a bag
hint-pack-foreign = it belongs to no bag that holds; see what `sealbag verify` says about it
hint-pack-changed = nothing was packed; pack it when nobody writes to it
hint-pack-disk = the disk may be failing; pack to another one
hint-unpack-other-to = choose another --to; nothing is overwritten
hint-unpack-name = name a file that `sealbag pack` wrote
hint-unpack-damaged = nothing was unpacked; `sealbag verify` names all that is damaged, `sealbag extract` takes out what holds
hint-unpack-disk = the disk may be failing; unpack to another one
hint-unpack-names = the file system may take two names for one; choose another --to

## Profiles, receipts, reports

hint-profile-list = `sealbag profile list` shows the built-in ones; a file is named as ./FILE
hint-profile-lint = `sealbag profile lint FILE` says all that is wrong
hint-receipt-log = `sealbag log BAG` shows where the log breaks
hint-report-ending = the ending says what is written
hint-report-verify = `sealbag verify` says why
hint-report-outside = write it beside the bag: a file in the bag would be one that nobody sealed
hint-report-time = give the time with --time
hint-report-again = nobody may write to the bag meanwhile; try again
hint-language = write en, ru or kk, or give --lang

## Rosters

hint-roster-begin = begin one with: sealbag roster new --authority-name NAME --out { $path }
hint-roster-changed = it was changed after it was signed; take the file from the authority again
hint-roster-draft = it is not signed; a draft is named FILE.draft
hint-roster-unfinished = it counts for nothing yet; whoever keeps such a key signs: sealbag roster sign FILE --key KEY
hint-roster-go-on = go on with: sealbag roster sign { $path }; or remove that file to change the draft, and all sign anew
hint-roster-line = correct the line; the form is that of docs/spec/roster.md
hint-roster-signed = a signed version is never changed; name it, and the next version is begun: { $path }
hint-roster-newest = name the newest: { $path }
hint-roster-other-draft = name the draft itself, { $path }, or remove it
hint-roster-next = `sealbag roster add`, `retire` or `revoke` begins the next version
hint-roster-previous = give the signed version before with --previous FILE
hint-roster-busy = run it again when the other one has ended
hint-roster-meanwhile = nothing was written; look at the draft and run it again
hint-roster-name = give --name for a new person; for a known one, check the id
hint-roster-other-id = leave it out for a further key of this person; another person needs another id
hint-roster-one-person = one key, one person: have a new key made with `sealbag key new`
hint-roster-retire = old bags need old keys: retire a key instead of removing it
hint-roster-rekey = sign with a key of the authority; `sealbag roster rekey` exchanges its keys
hint-roster-same-again = nothing was written; give the same command again
hint-roster-somebody-else = somebody else of the authority must sign with another key
hint-roster-threshold = say it with --threshold K, for example 2 of 3 keys
hint-roster-lower = if that is meant, say so with --lower-threshold
hint-roster-other-out = choose another --out; a roster is never overwritten
hint-clock = set the clock of this machine
hint-other-name = choose another name

## Keys that are kept elsewhere

hint-sign-touch = a security key must be touched for every signature; one made with `-O no-touch-required` is of no use here
hint-sign-wrong = what holds the key gave a wrong signature; try again, and do not trust it if that happens twice
hint-sign-there = see that the key is there and can be used
hint-agent-start = start one with `eval "$(ssh-agent)"`, then add the key with `ssh-add FILE`
hint-agent-refused = the key may be gone from the agent (`ssh-add -l`), the agent locked (`ssh-add -X`), the question declined, the PIN wrong, or the security key not touched in time
hint-agent-slow = it may wait for a touch, a PIN or a confirmation; try again
hint-agent-runs = see that it still runs (`ssh-add -l`), and try again
hint-agent-broken = this is no ssh-agent, or a broken one; see what SSH_AUTH_SOCK names

## Time-stamps

hint-stamp-nothing-stored = { $what }; nothing was stored [{ $code }]
hint-stamp-certificate-pem = give the authority's own certificate, or that of the one above it, in PEM; get it from the authority, not with the bag
hint-stamp-request = give the request that was made for this event, and its number with --event N
hint-stamp-request-file = give the file that `sealbag timestamp --request` wrote
hint-stamp-log = `sealbag log BAG` shows the events
hint-stamp-stored = the token is stored: do not ask again; `sealbag log` shows the event, if one lists it
hint-http-scheme = a token needs no secret way: most authorities answer over http:// too. Else write the request with --request q.tsq, let another program carry it: curl --data-binary @q.tsq -H 'Content-Type: application/timestamp-query' -o a.tsr URL, and give the answer with --attach a.tsr --request-file q.tsq
hint-http-unreachable = nothing was stored; try again, try another authority, or carry the request out with --request
hint-http-moved = it sends to { $place }; if you trust that, give it with --tsa
hint-http-url = nothing was stored; see whether the URL is the one that the authority names
hint-fault-policy-says = ask as the authority's policy says, or ask another authority
hint-fault-event = give the number of the event that was stamped with --event N
hint-fault-answer = give the answer to this request, not to another one
hint-fault-policy = ask an authority that has the policy, or leave --tsa-policy out
hint-fault-trusted-certificate = give the certificate of this authority with --tsa-ca, if you got it by a way that you trust
hint-fault-certificate = give the certificate of the authority with --tsa-ca
hint-fault-clock = see whether the authority's clock is right, and which certificate it uses now
hint-fault-whole = see whether the file is the whole answer of the authority, and not a page of text
hint-fault-other-program = another program may be able to judge it; this one cannot
hint-fault-strong = ask an authority that uses SHA-256 and keys of today's length
hint-fault-again = ask again, or ask another authority

## Other hints

hint-passphrase-choose = choose a passphrase; nothing was written
hint-demo-directory = name a directory that does not exist
hint-form-file = write the form to a file first
hint-seal-form = `sealbag profile show { $profile } --form > form.toml` writes a form to fill in; give it with --form form.toml
hint-seal-usage = sealbag seal DIR --exhibit NUMBER --case NUMBER --key FILE; `sealbag seal --help` shows everything
hint-seal-may-not = seal with a key that may, give the authority's newest roster, or leave --roster out; and see that the clock is right
hint-seal-source = leave SOURCE out, or name the same one
hint-unpacked = the bag was unpacked: { $path }
hint-packed = the bag was packed: { $path }
hint-event-entered = event { $index } is entered: do not enter it again; `sealbag log` shows it
