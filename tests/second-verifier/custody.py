"""Anchors, rosters, the custody log and the bags before (docs/spec/custody.md, roster.md,
receipts.md). A finding is a pair: code and place."""
import re
from hashlib import sha256
from io import BytesIO

from entries import is_included, leaf
from records import (PAGE_LIMIT, ROSTER_LIMIT, NEEDS, format_of, read_event, read_roster, read_seal,
                     seconds)
from sshsig import END, Broken

UNANSWERED = set("""bag.nothing_to_check bag.unreadable bag.changed_while_read
signature.unsupported seal.unknown_format anchor.none anchor.signer_unknown
anchor.receipt_malformed anchor.previous_only roster.missing roster.malformed
roster.unknown_authority roster.rolled_back roster.conflict file.unreadable
files.source_not_given custody.event_unsupported custody.key_compromised
custody.signer_unknown""".split())
ANYBODY = {"object", "countersign", "incident", "timestamp", "verify"}
ENDED = ANYBODY | {"correct", "refuse_to_sign"}
WITH_HOLDER = ENDED | {"access", "hold", "unhold"}
ANSWERS = {"accept", "refuse", "cancel"}
ALLOWED = {"held": {*NEEDS} - ANSWERS - {"examine_end", "reseal"},
           "in_transit": ANYBODY | ANSWERS, "opened": WITH_HOLDER | {"reseal"},
           "under_examination": WITH_HOLDER | {"examine_end", "copy", "disclose"},
           "returned": ENDED, "disposed": ENDED, "resealed": ENDED}
LEADS = {"release": "in_transit", "export": "in_transit", "accept": "held", "refuse": "held",
         "cancel": "held", "open": "opened", "examine_start": "under_examination",
         "examine_end": "held", "return": "returned", "dispose": "disposed", "reseal": "resealed"}
BY_HOLDER = {"release", "export", "open", "reseal", "examine_start", "examine_end", "return",
             "dispose", "cancel"}
OR_BY_ROLE = {"store": {"custodian"}, "access": {"custodian"},
              "copy": {"custodian", "specialist", "expert"}}
EXPERTS = "investigator inquirer specialist expert "
STATES = "foreign_authority central_authority "
ROLES = {kind: set(roles.split()) for kinds, roles in {
    "seal": EXPERTS + STATES + "submitter",
    "seal_after": EXPERTS + STATES + "submitter custodian prosecutor judge court",
    "release accept refuse cancel": EXPERTS + STATES + "submitter custodian courier prosecutor",
    "export": "investigator inquirer prosecutor central_authority",
    "redact examine_start examine_end": "specialist expert",
    "open reseal": EXPERTS + "custodian",
    "disclose": "investigator inquirer prosecutor judge court",
    "hold unhold": "prosecutor judge court",
    "return refuse_to_sign": EXPERTS + "custodian prosecutor",
    "dispose": "custodian"}.items() for kind in kinds.split()}


TOKEN_LIMIT = 1_048_576
PROOF = re.compile(rb'\{"index":(0|[1-9][0-9]{0,18}),"path":'
                   rb'\[((?:"[0-9a-f]{64}"(?:,"[0-9a-f]{64}")*)?)\]\}\n')


def split_pages(data):
    """The signed pages of a receipt or a fork proof."""
    pages = []
    while data:
        end = re.search(rb"^" + END, data, re.MULTILINE)
        size = end.end() if end else len(data)
        pages.append(data[:size])
        data = data[size:]
    return pages


class Receipt:
    """A receipt: event 0 and the head, or an event alone (receipts.md). `holds` says whether it
    is one, `start` is the hash of event 0."""

    def __init__(self, data):
        self.pages, self.holds, self.index, self.start = split_pages(data), False, 0, None
        try:
            if len(self.pages) == 1 and data.startswith(b'format = "sealbag/event/'):
                bag = None
            else:
                bag = read_seal(self.pages[0])["bag"]
                self.start = sha256(self.pages[0]).hexdigest()
            for page in self.pages[1:] if bag else self.pages:
                event = read_event(page)
                self.index = event["index"]
                bag, self.start = bag or event["bag"], self.start or event["seal"]
                if (event["bag"], event["seal"]) != (bag, self.start) or (
                        self.index == 1 and event["prev"] != self.start):
                    return
            self.holds = len(self.pages) <= 2
        except (Broken, IndexError):
            pass

    def misfit(self, log, main=True):
        """None if the receipt fits the log, else the finding. The log of a bag before may end
        before the receipt does."""
        if not self.holds:
            return "anchor.receipt_malformed", None
        if self.start != log.hash(0):
            return "anchor.receipt_mismatch", log.place(0)
        if self.index not in log.pages:
            return None if not main else ("anchor.receipt_ahead", log.place(self.index))
        if self.pages[-1] != log.pages[self.index]:
            return "anchor.receipt_mismatch", log.place(self.index)
        return None


class Anchors:
    """What the verifier brought: key lines, hashes, and the bytes of rosters and receipts."""

    def __init__(self, authorities=(), rosters=(), signers=(), seal_hashes=(), receipts=()):
        self.authorities, self.signers, self.seal_hashes = authorities, signers, seal_hashes
        self.receipts = [Receipt(data) for data in receipts]
        self.given, self.rosters, self.assumed_only = rosters, [], False

    def none(self):
        """Whether nothing from outside was given."""
        return not (self.authorities or self.signers or self.seal_hashes or self.receipts)

    def use_rosters(self, bag):
        """Roster.md, "Use by a verifier", 1 to 3: the rosters in use, with the findings."""
        held = []
        for data in self.given:
            try:
                held.append((read_roster(data), sha256(data).hexdigest()))
                if held[-1][0]["authority"]["key"] not in self.authorities:
                    yield "roster.unknown_authority", None
            except Broken as broken:
                yield broken.code, None
        for key in self.authorities:
            mine = [row for row in held if row[0]["authority"]["key"] == key]
            if mine:
                used = max(mine, key=lambda row: row[0]["version"])
                self.rosters.append(used)
                if any(row[0]["version"] == used[0]["version"] and row[1] != used[1]
                       for row in mine):
                    yield "roster.conflict", None
                continue
            try:
                data = bag.read("seal/roster.txt", ROSTER_LIMIT + PAGE_LIMIT)
                roster = read_roster(data or b"")
                if roster["authority"]["key"] != key:
                    raise Broken("roster.missing")
                self.rosters.append((roster, sha256(data).hexdigest()))
                yield "roster.from_bag", "seal/roster.txt"
            except Broken:
                yield "roster.missing", None

    def rows(self, key):
        """The roster entries of a key, each with its roster, in the order of the authorities."""
        return [(roster, row) for roster, _ in self.rosters for row in roster.get("key", [])
                if row["key"] == key]

    def kin(self):
        """A number for each person of the rosters; whoever shares a key has one number."""
        groups, by_key = [], {}
        for roster, _ in self.rosters:
            for row in roster.get("key", []):
                person = (roster["authority"]["key"], row["person"])
                by_key.setdefault(row["key"], set()).add(person)
        for people in by_key.values():
            apart = [group for group in groups if not group & people]
            groups = apart + [people.union(*(group for group in groups if group & people))]
        return {person: number for number, group in enumerate(groups) for person in group}

    def attributes(self, log, key, main):
        """Whether anything from outside vouches for event 0 of this log."""
        return bool(self.rows(key) or key in self.signers or log.hash(0) in self.seal_hashes
                    or any(not receipt.misfit(log, main) for receipt in self.receipts))

    def check(self, log, key, before):
        """The check `anchor` (verdict.md). `before` has the logs of the bags before that hold,
        with whether only copies and disclosures are on the way."""
        if self.none():
            yield "anchor.none", None
        if (self.signers or self.rosters) and not self.rows(key):
            yield ("anchor.signer_key", None) if key in self.signers else (
                "anchor.signer_unknown", log.place(0))
        for given in self.seal_hashes:
            if given == log.hash(0):
                yield "anchor.seal_hash", None
            else:
                yield self.by_previous([row for row in before if row[0].hash(0) == given],
                                       ("anchor.seal_hash_mismatch", log.place(0)))
        for receipt in self.receipts:
            misfit = receipt.misfit(log)
            if misfit and receipt.holds and receipt.start != log.hash(0):
                found = [row for row in before if row[0].hash(0) == receipt.start]
                rewritten = found and receipt.misfit(found[0][0], main=False)
                misfit = rewritten or self.by_previous(found, misfit)
            yield misfit or ("anchor.receipt", None)

    def by_previous(self, found, otherwise):
        """The finding for an anchor that may be that of a bag before."""
        if not found:
            return otherwise
        if not found[0][1]:
            return "anchor.previous_only", "custody/000000.txt"
        self.assumed_only = True
        return "anchor.previous", "custody/000000.txt"


class Log:
    """The event files below `custody/` or `seal/previous/`, and their replay."""

    def __init__(self, bag, prefix):
        self.bag, self.prefix = bag, prefix
        names = [name for name in bag.files
                 if re.fullmatch(re.escape(prefix) + r"[0-9]{6}\.txt", name)]
        self.pages = {int(name[-10:-4]): bag.read(name, PAGE_LIMIT + 1) for name in names}
        self.last = max(self.pages, default=0)
        self.tokens = sorted(name for name in bag.files if re.fullmatch(
            re.escape(prefix) + r"[0-9]{6}\.[1-9][0-9]*\.tsr", name))

    def place(self, index):
        """The file of an event."""
        return f"{self.prefix}{index:06}.txt"

    def hash(self, index):
        """The event hash, or None if the event is not there or too long."""
        page = self.pages.get(index)
        return None if page is None or len(page) > PAGE_LIMIT else sha256(page).hexdigest()

    def replay(self, seal, anchors, main=True):
        """Custody.md, "Verifier steps" 2 to 8 (without 8 for a bag before)."""
        state = State(self, seal, anchors, main)
        broken = None
        try:
            yield from ((code, self.place(0)) for code in state.begin())
        except Broken as error:
            broken = error.code
            yield error.code, self.place(0)
        for index in range(1, self.last + 1):
            try:
                event = self.read_event(index, seal)
                if not broken:
                    yield from ((code, self.place(index)) for code in state.step(index, event))
            except Broken as error:
                broken = error.code
                yield error.code, self.place(index)
        for token in state.tokens:
            name = f"{self.prefix}{token['index']:06}.{token['number']}.tsr"
            if name not in self.bag.files:
                yield "time.token_missing", name
            elif len(self.bag.read(name, TOKEN_LIMIT + 1)) > TOKEN_LIMIT or (
                    self.bag.sha256(name) != token["sha256"]):
                yield "time.token_changed", name
        if main:
            yield from (("time.token_not_checked", name) for name in self.tokens)
        if not broken and main:
            yield from ((code, self.prefix) for code in state.end())

    def read_event(self, index, seal):
        """An event that has its form and its place in the chain (steps 3 to 5)."""
        if index not in self.pages:
            raise Broken("custody.missing")
        event = read_event(self.pages[index])
        if (event["bag"], event["seal"]) != (seal["bag"], self.hash(0)):
            raise Broken("custody.other_bag")
        if event["index"] != index:
            raise Broken("custody.wrong_index")
        if self.hash(index - 1) not in (None, event["prev"]):
            raise Broken("custody.chain_broken")
        return event


class State:
    """What the events so far say: who holds the exhibit, and what may come next."""

    def __init__(self, log, seal, anchors, main):
        self.log, self.seal, self.anchors, self.kin = log, seal, anchors, anchors.kin()
        self.reach = max((receipt.index for receipt in anchors.receipts
                          if not receipt.misfit(log, main)), default=-1)
        assumed = not anchors.attributes(log, seal["signer"]["key"], main)
        self.vouches = not (assumed and main and anchors.assumed_only)
        self.state, self.cause, self.release = "held", 0, None
        self.events, self.people, self.holds, self.tokens = {0: seal}, {}, set(), []
        self.latest, self.moved, self.done = seconds(seal["time"]), False, set()
        self.named = {row["key"] for row in seal.get("cosigner", [])} if self.vouches else set()
        self.holder = None

    def person(self, key, index):
        """The person of a key, its roster entry, and whether it is attributed ("Who a key is")."""
        rows = self.anchors.rows(key)
        if rows:
            roster, row = rows[0]
            first = {name: min((other[name] for _, other in rows if name in other), default=None)
                     for name in ("retired", "compromised_since")}
            row = {**row, "issued": roster["issued"], "since": first["compromised_since"]}
            if first["retired"]:
                row["retired"] = first["retired"]
            return self.kin[roster["authority"]["key"], row["person"]], row, True
        by_receipt = index <= self.reach and not self.anchors.rosters
        return key, None, key in self.anchors.signers or by_receipt or key in self.named

    def begin(self):
        """Event 0: rules 12 to 14, then its remarks."""
        key = self.seal["signer"]["key"]
        self.holder, row, _ = self.person(key, 0)
        self.people[0] = self.holder
        if not row and self.vouches:
            self.named.add(key)
        self.judge_key(row, "seal_after" if "previous" in self.seal else "seal", self.seal["time"])
        yield from self.key_remarks(row)
        if row or key in self.anchors.signers:
            yield from self.rollback(self.seal)

    @staticmethod
    def judge_key(row, kind, time):
        """Rules 12 to 14: role, validity, compromise."""
        if row and kind in ROLES and not ROLES[kind] & {*row["roles"]}:
            raise Broken("custody.wrong_role")
        if row and not row["valid_from"] <= time < min(row.get("valid_to", "9999-99"),
                                                       row.get("retired", "9999-99")):
            raise Broken("custody.key_invalid")
        if row and row["since"]:
            raise Broken("custody.key_compromised")

    @staticmethod
    def key_remarks(row):
        """The remarks on a key that has ended since."""
        if row and row.get("valid_to", "9999-99") <= row["issued"]:
            yield "custody.key_expired"
        if row and "retired" in row:
            yield "custody.key_retired"

    def rollback(self, event):
        """Roster.md, "Use by a verifier", 5."""
        named = event.get("roster", {})
        for roster, digest in self.anchors.rosters:
            if roster["authority"]["key"] == named.get("authority"):
                if named["version"] > roster["version"]:
                    yield "roster.rolled_back"
                elif named["version"] == roster["version"] and named["sha256"] != digest:
                    yield "roster.conflict"

    def step(self, index, event):
        """The rules of a step in their order, then the remarks, then the change of state."""
        kind, key = event["type"], event["actor"]["key"]
        person, row, attributed = self.person(key, index)
        self.check_place(index, event)
        self.check_actor(event, person, row)
        if "verified" in event and event["verified"]["root"] != self.seal["tree"]["root"]:
            raise Broken("custody.other_root")
        behind = self.latest - seconds(event["time"])
        answered = self.events[self.earlier(event["ref"])]["time"] if "ref" in event else ""
        floor = seconds(max(self.seal["time"], answered))
        if attributed and (behind > 300 and "late_reason" not in event
                           or floor - seconds(event["time"]) > 300):
            raise Broken("custody.time_order")
        self.judge_key(row, kind, event["time"])
        if not attributed and kind not in ANYBODY:
            raise Broken("custody.signer_unknown")
        outcome = event.get("verified", {}).get("outcome")
        remarks = {
            "custody.unattributed": not attributed,
            "custody.clock_backwards": attributed and behind > 0 and "late_reason" not in event,
            "custody.late": "late_reason" in event,
            "custody.late_countersignature": (attributed and kind == "countersign" and self.moved
                                              and event["ref"] == self.log.hash(0)),
            **{code: True for code in self.key_remarks(row)},
            "custody.recorded_violation": outcome == "violated",
            "custody.recorded_undetermined": outcome == "undetermined",
            "custody.examined_original": (kind == "examine_start"
                                          and "previous" not in self.seal),
            "custody.objection": kind == "object", "custody.incident": kind == "incident",
            "custody.corrected": kind == "correct",
            "custody.refused_to_sign": kind == "refuse_to_sign"}
        yield from (code for code, applies in remarks.items() if applies)
        self.events[index], self.people[index] = event, person
        if attributed:
            self.tokens += event.get("token", [])
            yield from self.rollback(event)
            self.apply(index, event, person, row)

    def earlier(self, digest):
        """The index of the earlier event that has this hash, or None."""
        return next((index for index in self.events if self.log.hash(index) == digest), None)

    def check_place(self, index, event):
        """Rules 1 and 2: the state, and what the event refers to."""
        kind, ref = event["type"], None
        if kind not in ALLOWED[self.state]:
            raise Broken("custody.no_release" if kind in ANSWERS else "custody.not_allowed")
        if "ref" in event:
            ref = self.earlier(event["ref"])
            led = kind in ANSWERS | {"examine_end", "reseal"}
            if ref is None or (led and ref != self.cause) or (
                    kind == "unhold" and ref not in self.holds):
                raise Broken("custody.wrong_ref")
        for row in event.get("correction", []) + event.get("token", []):
            found = self.earlier(row["event"])
            if found is None or row.get("index", found) != found:
                raise Broken("custody.wrong_ref")

    def check_actor(self, event, person, row):
        """Rules 3 to 9: whether this person may do it now."""
        kind, key, to = event["type"], event["actor"]["key"], event.get("to", {}).get("key")
        if kind in ("accept", "refuse") and key != self.events[self.cause]["to"]["key"]:
            raise Broken("custody.wrong_acceptor")
        roles = {*row["roles"]} if row else set()
        if (kind in BY_HOLDER or (kind in OR_BY_ROLE and not roles & OR_BY_ROLE[kind])) and (
                person != self.holder):
            raise Broken("custody.not_holder")
        if kind in ("release", "export"):
            if person in (to, self.person(to, 0)[0]) or to == key:
                raise Broken("custody.self_transfer")
            if self.pending():
                raise Broken("custody.cosigner_skipped")
        if kind == "countersign" and self.people[self.earlier(event["ref"])] == person:
            raise Broken("custody.own_countersignature")
        if kind == "correct" and any(self.people[self.earlier(row["event"])] != person
                                     for row in event["correction"]):
            raise Broken("custody.not_author")
        if kind in ("open", "reseal", "return", "dispose") and self.holds:
            raise Broken("custody.on_hold")

    def pending(self):
        """The cosigners of event 0 who have neither countersigned it nor refused."""
        return [row for row in self.seal.get("cosigner", []) if row["key"] not in self.done]

    def apply(self, index, event, person, row):
        """What an attributed event changes."""
        kind, key = event["type"], event["actor"]["key"]
        if row is None and self.vouches:
            self.named.add(key)
        self.latest = max(self.latest, seconds(event["time"]))
        if kind in LEADS:
            self.state, self.cause = LEADS[kind], index
        if kind == "accept":
            self.holder = person
        if kind in ("release", "export"):
            self.moved = True
            if not self.anchors.rosters:
                self.named.add(event["to"]["key"])
        if event.get("ref") == self.log.hash(0):
            if kind == "countersign":
                self.done.add(key)
            elif kind == "refuse_to_sign":
                self.done.add(event["refusal"].get("key"))
        if kind == "hold":
            self.holds.add(index)
        elif kind == "unhold":
            self.holds.discard(self.earlier(event["ref"]))

    def end(self):
        """The remarks at the end."""
        yield from ("custody.cosigner_pending" for _ in self.pending())
        remark = {"in_transit": "custody.transfer_open", "opened": "custody.unfinished",
                  "under_examination": "custody.unfinished", "resealed": "custody.resealed"}
        if self.state in remark:
            yield remark[self.state]


class Before:
    """The chain of bags before in `seal/previous/` (custody.md, "The bag before")."""

    def __init__(self, bag, seal):
        self.findings, self.logs, self.known, copies = {}, [], [], True
        prefix, depth = "seal/previous/", 0
        while named := seal.get("previous"):
            depth += 1
            log, found = Log(bag, prefix), []
            self.findings[prefix] = found
            if 0 not in log.pages or depth > 64:
                found.append(("previous.missing", log.place(0)))
                break
            root, place = seal["tree"]["root"], "custody/000000.txt"
            if depth > 1:
                place = self.logs[-1][0].place(0)
            try:
                seal = read_seal(log.pages[0])
            except Broken as broken:
                unanswered = broken.code in UNANSWERED
                found.append(("previous.undetermined" if unanswered else broken.code, log.place(0)))
                break
            same = named["relation"] == "copy" and root == named["root"]
            copies = copies and (same or depth == 1 and named["relation"] == "disclosure")
            if (log.hash(0), seal["bag"], seal["tree"]["root"]) != (
                    named["seal"], named["bag"], named["root"]):
                found.append(("previous.mismatch", log.place(0)))
                break
            if named["relation"] == "copy" and not same:
                found.append(("previous.other_root", place))
            self.known.append((log, copies))
            self.logs.append((log, seal, named))
            prefix += "previous/"

    def check(self, anchors, lines):
        """The check `previous`; `lines` of the list are None if the tree does not hold."""
        yield from self.findings.get("seal/previous/", [])
        for depth, (log, seal, named) in enumerate(self.logs):
            relation = named["relation"]
            for code, place in log.replay(seal, anchors, main=False):
                yield "previous.undetermined" if code in UNANSWERED else code, place
            if log.hash(log.last) != named["head"]:
                part = log.last == 0 and relation in ("redaction", "disclosure")
                yield ("previous.log_withheld" if part else "previous.mismatch",
                       log.place(log.last))
            if depth == 0 and relation in ("redaction", "disclosure") and lines is not None:
                yield from check_proofs(log.bag, relation, seal, lines)
            yield from self.findings.get(log.prefix + "previous/", [])


def check_proofs(bag, relation, seal, lines):
    """The lines of a disclosure or redaction against the tree of the seal before."""
    name, number, last = "seal/previous/proofs.jsonl", 0, -1
    size, root = seal["tree"]["size"], bytes.fromhex(seal["tree"]["root"])
    disclosure = relation == "disclosure"
    if name not in bag.files or not disclosure and len(lines) != size:
        yield "proofs.malformed", name
        return
    for number, line in enumerate(BytesIO(bag.read(name)), 1):
        match = PROOF.fullmatch(line) if len(line) <= 65_536 else None
        index = int(match[1]) if match else -1
        place = number - 1 if disclosure else index
        if index <= last or place >= len(lines):
            yield "proofs.malformed", name
            return
        last = index
        hashes = [bytes.fromhex(value) for value in re.findall("[0-9a-f]{64}", match[2].decode())]
        if not is_included(leaf(lines[place]), index, size, hashes, root):
            yield "proofs.mismatch", f"{name} line {number}"
    if disclosure and len(lines) != number:
        yield "proofs.malformed", name
    else:
        yield "previous.part" if disclosure else "previous.redacted", name


def check_fork(data):
    """What a fork proof proves: the index and the two keys; None if it proves nothing."""
    try:
        first, second = pages = split_pages(data)
        rows = []
        for page in pages:
            if format_of(page) == "sealbag/seal/v1":
                record = read_seal(page)
                rows.append((record["bag"], 0, None, record["signer"]["key"]))
            else:
                record = read_event(page)
                rows.append((record["bag"], record["index"], record["seal"],
                             record["actor"]["key"]))
    except (Broken, ValueError):
        return None
    if rows[0][:3] != rows[1][:3] or sha256(first).digest() >= sha256(second).digest():
        return None
    return rows[0][1], rows[0][3], rows[1][3]
