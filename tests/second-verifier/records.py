"""The strict text that is signed, and the tables of every record (docs/spec/records.md,
custody.md, roster.md). In the tables `!` marks what is mandatory, `:` the kind of a value."""
import json
import re
from datetime import date, datetime

from sshsig import FORBIDDEN, Broken, read_key_line, record_of, signed_by

BASIS = """[[legal_basis]] instrument article document_type number date:date issued_by
    valid_from:date valid_to:date status"""
PACKAGE = "[package] type physical_seal_no label_text photos:digests"
PRESENT = "[[present]] name! role"
TOOL = "[[tool]] name! version vendor sha256:digest settings"
CHANGE = "[[change]] what! why by"
ROSTER_USED = "[roster] authority!:key version!:integer sha256!:digest"
RELATION = "copy|redaction|disclosure|reseal|derived"

SEAL = f"""format! bag!:bag index!:zero time!:time utc_offset:offset payload!:copy|detached
    resumed:true reread:false unreadable_accepted:true profile! profile_sha256:digest
[signer]! name! key!:key role capacity
[[cosigner]] name! key!:key role
{ROSTER_USED}
[tree]! size!:integer root!:digest
[digests]! tagmanifest_sha256!:digest
[totals]! files!:integer bytes!:integer directories!:integer symlinks!:integer specials!:integer
[[read_error]] category!:errno entries!:integer bytes!:integer
[[excluded]] category! entries:integer why
[case] number system authority unit responsible_officer
[[offence]] state code article title
{BASIS}
[exhibit]! number! root_number description quantity condition possessor found_by found_at
    coordinates room
{PACKAGE}
[source] kind make model colour serial imei:texts mac:texts cloud_id capacity power locked encrypted
    network owned_by maintained_by managed_by operated_by working_properly remarks
[clock] device_time reference_time:time reference_source offset
[acquisition] method started:time ended:time operator scope write_blocker
    write_blocker_reason_none remarks:texts
{TOOL}
{PRESENT}
{CHANGE}
[labels] personal_data:true special_category:true minor:true privileged:true
    restricted_content:true secrecy
[retention] rule until basis
[declaration] text_id language text:texts
[[refusal]] person! role reason noted_by
[previous] relation!:{RELATION} bag!:bag seal!:digest head!:digest root!:digest
[details] *"""

EVENT = f"""format! bag!:bag seal!:digest index!:index prev!:digest type! time!:time
    utc_offset:offset late_reason purpose! ref:digest condition remarks:texts conditions:texts
[actor]! name! key!:key role capacity
{ROSTER_USED}
[to] name! key:key role organisation
[on_behalf_of] name! role
[verified] outcome!:confirmed|confirmed_with_remarks|violated|undetermined depth!:full|quick
    root!:digest verdict_sha256:digest codes:texts program
[order] document number date:date issued_by
{BASIS}
[request] number date:date requesting_body requested_body central_authority channel
    channel_reference
[place] address room coordinates
[storage] location container media
[transport] method courier waybill container left:time arrived:time
{PACKAGE}
{PRESENT}
{TOOL}
[examination] method settings
[inputs] count:integer leaves:digests list:digest
[[output]] relation:{RELATION} bag:bag seal:digest sha256:digest description
{CHANGE}
[refusal] person key:key role reason!
[[correction]] event!:digest field! value! reason!
[incident] kind!:loss|mismatch|key_compromise|physical_seal_broken|other
[[token]] index!:integer event!:digest number!:positive sha256!:digest
[[attachment]] sha256!:digest description
[details] *"""

ROSTER = """format! version!:positive issued!:time previous:digest
[authority]! name! key!:key country
[[person]] id!:id name! organisation unit country qualification qualification_until:date
[[key]] person!:id key!:key roles!:roles valid_from!:time valid_to:time retired:time
    compromised_since:time reason
[details] *"""

# What an event of a type needs (custody.md, "Types"); the words of ONLY stand in no other event.
NEEDS = {kind: needs.split() for kind, needs in (line.split(":") for line in """
countersign:ref
refuse_to_sign:ref refusal.person
timestamp:token
verify:verified
store:storage
access:
release:to.key
export:to.key legal_basis
accept:ref verified
refuse:ref refusal verified
cancel:ref
copy:output verified
redact:output order verified
examine_start:verified
examine_end:ref verified
open:change verified
reseal:ref output verified
disclose:to
object:remarks
correct:correction
hold:order.number
unhold:ref order.number
return:to order verified
dispose:order.number present
incident:incident""".strip().split("\n"))}
ONLY = ("to", "refusal", "correction", "incident", "token", "ref")
OUTPUTS = {"copy": "copy", "redact": "redaction", "reseal": "reseal"}

STRING = r'"(?:[^"\\]|\\["\\])+"'
FIELD = re.compile(rf'([a-z][a-z0-9_]{{0,63}}) = ({STRING}|0|[1-9][0-9]{{0,18}}|true|false'
                   rf'|\[{STRING}(?:, {STRING})*\])')
TYPE = re.compile(rb'^type = "([^"\n]*)"$', re.M)
FORMAT = re.compile(rb'format = "([a-z0-9/._-]{1,64})"\n')
PAGE_LIMIT, RECORD_LIMIT, ROSTER_LIMIT = 73_728, 65_536, 1_048_576


def matches(pattern):
    """The check of a text against a whole pattern."""
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def is_time(value):
    """A time of records.md; ValueError where the calendar has no such day."""
    form = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
    return matches(form)(value) and is_date(value[:10])


def is_date(value):
    """A day of the calendar; ValueError where there is none."""
    return matches(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")(value) and bool(date.fromisoformat(value))


def row_of(check):
    """The check of every item of an array."""
    return lambda value: isinstance(value, list) and all(map(check, value))


DIGEST = matches("[0-9a-f]{64}")
KINDS = {
    "text": lambda value: isinstance(value, str), "texts": row_of(lambda value: True),
    "bag": matches("[0-9a-f]{32}"), "digest": DIGEST, "digests": row_of(DIGEST),
    "time": is_time, "date": is_date, "id": matches("[a-z0-9._-]{1,64}"),
    "errno": matches("[A-Z][A-Z0-9]{0,15}"),
    "offset": matches(r"(?!-00:00)[+-]((0[0-9]|1[0-7]):[0-5][0-9]|18:00)"),
    "key": lambda value: isinstance(value, str) and bool(read_key_line(value)),
    "roles": lambda value: row_of(matches("[a-z_]{1,64}"))(value) and len({*value}) == len(value),
    "integer": lambda value: type(value) is int,
    "zero": lambda value: type(value) is int and value == 0,
    "index": lambda value: type(value) is int and 0 < value <= 999_999,
    "positive": lambda value: type(value) is int and value > 0,
    "true": lambda value: value is True, "false": lambda value: value is False,
}


def compile_schema(text):
    """A table above as {header: (mandatory, {key: (mandatory, check)})}, in order."""
    tables = {}
    for line in re.sub(r"\n\s+", " ", text).split("\n"):
        header, *keys = line.split() if line.startswith("[") else ["!", *line.split()]
        fields = {}
        for key in keys:
            name, _, kind = key.partition(":")
            check = matches(kind) if "|" in kind else KINDS[kind or "text"]
            fields[name.rstrip("!")] = (name.endswith("!"), check)
        tables[header.rstrip("!")] = (header.endswith("!"), fields)
    return tables


SCHEMAS = {name: compile_schema(text) for name, text in (
    ("sealbag/seal/v1", SEAL), ("sealbag/event/v1", EVENT), ("sealbag/roster/v1", ROSTER))}


def read_fields(lines, fields):
    """The fields of one table, in the order of the schema."""
    found, order = {}, list(fields)
    for line in lines:
        match = FIELD.fullmatch(line)
        if not match:
            raise ValueError(f"not a field: {line}")
        name, value = match[1], json.loads(match[2])
        if "*" in fields:
            if not isinstance(value, str) or (found and name <= max(found)):
                raise ValueError(f"not in [details]: {line}")
        elif name not in order or not fields[name][1](value) or (
                isinstance(value, int) and value >= 2**63):
            raise ValueError(f"unknown, doubled, out of order or of another form: {line}")
        else:
            order = order[order.index(name) + 1:]
        found[name] = value
    if not found or any(must and name not in found for name, (must, _) in fields.items()):
        raise ValueError("a field is missing")
    return found


def read(data, name):
    """The values of a record: top fields and tables by name. ValueError or Broken if malformed."""
    text, schema, limit = data.decode(), SCHEMAS[name], RECORD_LIMIT
    if name == "sealbag/roster/v1":
        limit = ROSTER_LIMIT
    if len(data) > limit or FORBIDDEN.search(text.replace("\n", "")) or text[-1:] != "\n":
        raise ValueError("too long, a forbidden character, or no final LF")
    record, headers = {}, []
    for block in text[:-1].split("\n\n"):
        header, *lines = block.split("\n") if headers else ["", *block.split("\n")]
        place = list(schema).index(header)
        if headers and place < headers[-1] + (not header.startswith("[[")):
            raise ValueError(f"out of order: {header}")
        headers.append(place)
        fields = read_fields(lines, schema[header][1])
        if not header:
            record = fields
        elif header.startswith("[["):
            record.setdefault(header[2:-2], []).append(fields)
        else:
            record[header[1:-1]] = fields
    for place, (must, _) in enumerate(schema.values()):
        if must and place not in headers:
            raise ValueError("a table is missing")
    if record["format"] != name:
        raise ValueError("another format")
    return record


def has(record, need):
    """Whether the record has a table or key, or a key in a table (`to.key`)."""
    table, _, key = need.partition(".")
    return table in record and (not key or key in record[table])


def check_type(event):
    """What an event of a type needs, and what it must not have."""
    kind = event["type"]
    needs = NEEDS[kind]
    tables = {need.split(".")[0] for need in needs} | ({"ref"} if kind == "object" else set())
    outputs = event.get("output", []) if kind in OUTPUTS else []
    if not all(has(event, need) for need in needs) or any(
            word in event and word not in tables for word in ONLY) or (
            "on_behalf_of" in event and kind != "object") or (
            kind == "reseal" and len(outputs) != 1) or any(
            output.get("relation") != OUTPUTS[kind] or "bag" not in output or "seal" not in output
            for output in outputs):
        raise ValueError(f"not the form of {kind}")


def format_of(page):
    """The format that the first line names, or None if it is no format line."""
    match = FORMAT.match(page)
    return match[1].decode() if match else None


def read_seal(page):
    """The record of event 0, once its signature, form and signer hold; else Broken."""
    if len(page) > PAGE_LIMIT:
        raise Broken("seal.malformed")
    name = format_of(page) or "sealbag/seal/v1"
    if name.startswith("sealbag/seal/") and name != "sealbag/seal/v1":
        raise Broken("seal.unknown_format")
    key = signed_by(page, b"sealbag-seal-v1")
    if name != "sealbag/seal/v1":
        raise Broken("seal.unknown_format")
    try:
        seal = read(record_of(page)[0], "sealbag/seal/v1")
        keys = [seal["signer"]["key"], *(row["key"] for row in seal.get("cosigner", []))]
        categories = [row["category"] for row in seal.get("read_error", [])]
        if len({*keys}) < len(keys) or categories != sorted({*categories}):
            raise ValueError("a key or a category stands twice, or out of order")
    except (ValueError, Broken):
        raise Broken("seal.malformed") from None
    if seal["signer"]["key"] != key:
        raise Broken("seal.signer_mismatch")
    return seal


def read_event(page):
    """The record of a later event, once its signature, form and actor hold; else Broken."""
    if len(page) > PAGE_LIMIT:
        raise Broken("custody.malformed")
    name = format_of(page) or ""
    if name.startswith("sealbag/event/") and name != "sealbag/event/v1":
        raise Broken("custody.event_unsupported")
    key = signed_by(page, b"sealbag-event-v1")
    record = record_of(page)[0]
    kind = TYPE.search(re.split(rb"^\[", record, 1, re.M)[0])
    is_event = record.startswith(b'format = "sealbag/event/v1"\n')
    if is_event and kind and re.fullmatch(b"[a-z][a-z0-9_]{0,63}", kind[1]) and kind[1].decode() not in NEEDS:
        raise Broken("custody.event_unsupported")
    try:
        event = read(record, "sealbag/event/v1")
        check_type(event)
    except (ValueError, KeyError, Broken):
        raise Broken("custody.malformed") from None
    if event["actor"]["key"] != key:
        raise Broken("custody.signer_mismatch")
    return event


def read_roster(page):
    """A roster whose signature and form hold; else Broken("roster.malformed")."""
    try:
        key = signed_by(page, b"sealbag-roster-v1")
        roster = read(record_of(page)[0], "sealbag/roster/v1")
        ids = [row["id"] for row in roster.get("person", [])]
        keys = [row["key"] for row in roster.get("key", [])]
        if roster["authority"]["key"] != key or len({*ids}) < len(ids) or (
                len({*keys}) < len(keys) or (roster["version"] > 1) != ("previous" in roster)):
            raise ValueError("another signer, a person or key twice, or no version before")
        for row in roster.get("key", []):
            if row["person"] not in ids or row.get("valid_to", "9") <= row["valid_from"]:
                raise ValueError("a key of nobody, or never valid")
    except (ValueError, Broken):
        raise Broken("roster.malformed") from None
    return roster


def seconds(time):
    """A time of a record as a number of seconds."""
    return int((datetime.fromisoformat(time[:-1]) - datetime(1, 1, 1)).total_seconds())
