"""The sealed list, its names and its tree (docs/spec/entries.md, names.md, tree.md)."""
import json
import re
from datetime import date
from hashlib import sha256

from sshsig import Broken

LINE_LIMIT = 16_777_216
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
NOT_PLAIN = re.compile(f"[\0-\x1f\x7f-\x9f{BIDI}\u2028\u2029]")
HIDDEN = (f"\x80-\x9f\u2028\u2029{BIDI}\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
          "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
          "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
          "\U0001d173-\U0001d17a\U000e0000-\U000e0fff")
UNSAFE = f'=%$\\\\:*?"<>|\0-\x1f\x7f{HIDDEN}'
COMPONENT = re.compile(rf"=\+[0-9a-f]{{64}}|(?! )(?:[^/{UNSAFE}]|=[0-9A-F]{{2}})+(?<![ .])")
DEVICE = re.compile("(CON|PRN|AUX|NUL|(COM|LPT)[0-9\xb9\xb2\xb3]) *([.].*)?", re.I | re.A | re.S)
LITTER = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\._.+", re.S)

# Key, type as JSON gives it, kinds that must have it, kinds that may: f file, d directory,
# l symlink, p fifo or socket, b block or char.
LETTER = {"file": "f", "dir": "d", "symlink": "l", "fifo": "p", "socket": "p", "block": "b",
          "char": "b"}
MEMBERS = {
    "path": (str, "", "fdlpb"), "path_hex": (str, "", "fdlpb"), "stored": (str, "", "f"),
    "kind": (str, "fdlpb", ""), "size": (int, "f", ""), "sha256": (str, "f", ""),
    "blake3": (str, "f", ""), "md5": (str, "", "f"), "sha1": (str, "", "f"),
    "sha512": (str, "", "f"), "declared": (list, "", "f"), "mtime": (str, "", "fdlpb"),
    "atime": (str, "", "fdlpb"), "ctime": (str, "", "fdlpb"), "btime": (str, "", "fdlpb"),
    "mode": (str, "", "fdlpb"), "uid": (int, "", "fdlpb"), "gid": (int, "", "fdlpb"),
    "device": (list, "", "b"), "target": (str, "", "l"), "target_hex": (str, "", "l"),
    "link_group": (str, "", "flpb"), "xattrs": (list, "", "fdlpb"), "holes": (list, "", "f"),
    "unreadable": (list, "", "fdlpb"), "salt": (str, "fdlpb", ""),
}
ITEMS = {"declared": ["alg", "value", "by", "checked"], "holes": ["offset", "length"],
         "unreadable": ["offset", "length", "errno"]}
TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{9}Z"
FORMS = {"sha256": "[0-9a-f]{64}", "blake3": "[0-9a-f]{64}", "md5": "[0-9a-f]{32}",
         "sha1": "[0-9a-f]{40}", "sha512": "[0-9a-f]{128}", "link_group": "[0-9a-f]{32}",
         "salt": "[0-9a-f]{32}", "mode": "[0-7]{4}", "mtime": TIME, "atime": TIME, "ctime": TIME,
         "btime": TIME, "alg": "[a-z0-9-]+", "value": "([0-9a-f]{2})+",
         "errno": "[A-Z][A-Z0-9]{0,15}", "path_hex": "([0-9a-f]{2})*",
         "target_hex": "([0-9a-f]{2})+", "name_hex": "([0-9a-f]{2})+"}


def is_litter(path):
    """Whether the last name of the path is one that systems leave behind."""
    return LITTER.fullmatch(path.rsplit("/", 1)[-1]) is not None


def shown(path):
    """A name as it is shown (names.md, "Showing names")."""
    text = path.decode("utf-8", "surrogateescape").replace("\\", "\\\\")
    text = re.sub("[\0-\x1f\x7f\udc80-\udcff]", lambda m: f"\\x{ord(m[0]) & 0xFF:02X}", text)
    return re.sub(f"[{HIDDEN}]", lambda m: f"\\u{{{ord(m[0]):X}}}", text)


def path_of(entry):
    """The bytes of a path."""
    return entry["path"].encode() if "path" in entry else bytes.fromhex(entry["path_hex"])


def check_path(path):
    """The rules of a path (names.md, "Paths")."""
    if b"\0" in path or any(part in (b"", b".", b"..") for part in path.split(b"/")):
        raise Broken("entry.name")


def check_stored(stored, path):
    """Whether the stored name stands for the path (names.md, "What a verifier checks")."""
    if len(stored.encode()) > 900:
        raise Broken("entry.name")
    if stored == "=+" + sha256(path).hexdigest():
        return
    names, parts = stored.split("/"), path.split(b"/")
    for name in names:
        if len(name.encode()) > 255 or not COMPONENT.fullmatch(name) or DEVICE.fullmatch(name):
            raise Broken("entry.name")
    if len(names) != len(parts) or any(
            name[2:] != sha256(part).hexdigest() if name.startswith("=+") else
            re.sub(b"=(..)", lambda match: bytes.fromhex(match[1].decode()), name.encode()) != part
            for name, part in zip(names, parts)):
        raise Broken("entry.name")


def need(condition):
    """Refuse what breaks a rule of form."""
    if not condition:
        raise Broken("entry.malformed")


def unique(pairs):
    """A JSON object without doubled keys."""
    need(len({key for key, _ in pairs}) == len(pairs))
    return dict(pairs)


def refuse(_):
    """No number has a fraction, an exponent or another form."""
    need(False)


def either(record, key):
    """The bytes of `key` or `key_hex`: one of the two, by whether they are plain text."""
    need((key in record) != (key + "_hex" in record))
    if key in record:
        need(not NOT_PLAIN.search(record[key]))
        return record[key].encode()
    need(re.fullmatch(FORMS[key + "_hex"], record[key + "_hex"]))
    return bytes.fromhex(record[key + "_hex"])


def is_plain(data):
    """Whether the bytes are plain text."""
    try:
        return not NOT_PLAIN.search(data.decode())
    except UnicodeDecodeError:
        return False


def check_value(key, value):
    """The form of one value."""
    if key in FORMS:
        need(re.fullmatch(FORMS[key], value))
    if key.endswith("time"):
        date(int(value[:4]) or 2000, int(value[5:7]), int(value[8:10]))
    if isinstance(value, int):
        need(0 <= value < (2**32 if key in ("uid", "gid") else 2**63))
    if isinstance(value, str) and key != "path":
        need(value != "" and not NOT_PLAIN.search(value))


def check_array(key, entry):
    """The items of an array: their types, forms and order, and that ranges lie inside `size`."""
    items, size, end, name = entry[key], entry.get("size", 0), 0, b""
    need(items and key != "holes" or 0 < len(items) <= 4096)
    for place, item in enumerate(items):
        if key == "device":
            need(len(items) == 2 and type(item) is int and 0 <= item < 2**32)
            continue
        names = ITEMS.get(key) or ["name" if "name" in item else "name_hex", "sha256"]
        need(isinstance(item, dict) and list(item) == names)
        for part, value in item.items():
            kind = {"offset": int, "length": int, "checked": bool}.get(part, str)
            need(type(value) is kind)
            check_value(part, value)
        if key == "xattrs":
            before, name = name, either(item, "name")
            need(name > before and b"\0" not in name and is_plain(name) == ("name" in item))
        elif key != "declared":
            if key == "holes":
                need(item["length"] > 0 and item["offset"] >= end + (place > 0))
            need(item["offset"] >= end and item["offset"] + item["length"] <= size)
            end = item["offset"] + item["length"]


def read_entry(line):
    """The entry of a line (without LF) and its path; Broken with the code of the first rule."""
    try:
        entry = json.loads(line.decode(), object_pairs_hook=unique, parse_float=refuse,
                           parse_constant=refuse)
        need(isinstance(entry, dict) and all(
            key in MEMBERS and type(value) is MEMBERS[key][0] for key, value in entry.items()))
        kind = LETTER[entry["kind"]]
        need("salt" in entry)
        need(("path" in entry) != ("path_hex" in entry))
        if "path_hex" in entry:
            need(re.fullmatch(FORMS["path_hex"], entry["path_hex"]))
        path = path_of(entry)
        check_path(path)
        for key, (_, must, may) in MEMBERS.items():
            need(kind in must + may if key in entry else kind not in must)
        if kind == "f":
            stored = entry.get("stored")
            plain = path.decode() if is_plain(path) else None
            need(stored != plain)
            check_stored(plain if stored is None else stored, path)
        need(is_plain(path) == ("path" in entry))
        if kind == "l":
            target = either(entry, "target")
            need(b"\0" not in target and is_plain(target) == ("target" in entry))
        for key, value in entry.items():
            check_value(key, value)
            if isinstance(value, list):
                check_array(key, entry)
        ordered = {key: entry[key] for key in MEMBERS if key in entry}
        again = json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))
        need(again.encode() == line)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Broken("entry.malformed") from None
    return entry, path


def read_list(stream):
    """Each line of the list (without LF), its entry or None, and the code of the broken rule."""
    last, directories = None, {b""}
    while line := stream.readline(LINE_LIMIT + 1):
        code, entry, whole = None, None, line.endswith(b"\n")
        line = line.removesuffix(b"\n")
        try:
            while not whole and len(line) > LINE_LIMIT and (more := stream.readline(1 << 20)):
                code, whole = "entry.malformed", more.endswith(b"\n")
            need(whole and not code)
            entry, path = read_entry(line)
            key = path.replace(b"/", b"\0")
            if last is not None and key <= last:
                raise Broken("entry.order")
            last = key
            if path.rpartition(b"/")[0] not in directories:
                raise Broken("entry.parent_missing")
            if entry["kind"] == "dir":
                directories.add(path)
        except Broken as broken:
            code = broken.code
        yield line, entry, code


def leaf(line):
    """The leaf hash of a line."""
    return sha256(b"\0" + line).digest()


def root_of(leaves):
    """The root over leaf hashes (RFC 6962, 2.1)."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"").digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + root_of(leaves[:half]) + root_of(leaves[half:])).digest()


def is_included(start, index, size, proof, root):
    """Whether the proof leads from the leaf hash to the root (tree.md, "Inclusion proof")."""
    first, last, value = index, size - 1, start
    if index >= size:
        return False
    for hashed in proof:
        if last == 0:
            return False
        if first % 2 or first == last:
            value = sha256(b"\1" + hashed + value).digest()
            while first and first % 2 == 0:
                first, last = first >> 1, last >> 1
        else:
            value = sha256(b"\1" + value + hashed).digest()
        first, last = first >> 1, last >> 1
    return last == 0 and value == root
