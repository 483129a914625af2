#!/usr/bin/env python3
"""A second verifier of sealed bags, written from docs/spec alone: the standard library and
ssh-keygen. Exit codes: 0 confirmed, 1 violated, 2 cannot be determined, 64 usage."""
import argparse
import hashlib
import json
import os
import re
import stat
import sys
import tarfile
from collections import Counter
from io import BytesIO

import blake3_small
from custody import UNANSWERED, Anchors, Before, Log, check_fork
from entries import is_litter, leaf, path_of, read_list, root_of, shown
from records import PAGE_LIMIT, read_seal
from sshsig import Broken, hear_opinions, read_key_line

REMARKS = set("""bag.stray bag.empty_directory seal.unread_copy anchor.signer_key
anchor.seal_hash anchor.receipt anchor.previous roster.from_bag file.sealed_unreadable
files.quick custody.unattributed custody.clock_backwards custody.late
custody.late_countersignature custody.key_expired custody.key_retired
custody.recorded_violation custody.recorded_undetermined custody.examined_original
custody.objection custody.incident custody.corrected custody.refused_to_sign
custody.cosigner_pending custody.transfer_open custody.unfinished custody.resealed
previous.missing previous.undetermined previous.log_withheld previous.part previous.redacted
time.none time.token_not_checked""".split())
MUST_BE_LISTED = ("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "seal/entries.jsonl")
SHORT_TAGS = ("bagit.txt", "bag-info.txt", "seal/VERIFY.txt")
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MIB, LARGE = 1 << 20, 16 << 20


class Bag:
    """What lies in a directory or tar: files by path, other things, directories."""

    def __init__(self, path):
        self.files, self.others, self.directories = {}, set(), set()
        if os.path.isdir(path):
            self.list_directory(path)
        else:
            with open(path, "rb") as file:
                self.list_tar(tarfile.open(fileobj=BytesIO(file.read())))

    def list_directory(self, top):
        """List without following a link."""
        todo = [""]
        while todo:
            below = todo.pop()
            for item in os.scandir(os.path.join(top, below)):
                name = below + item.name
                mode = item.stat(follow_symlinks=False).st_mode
                if stat.S_ISDIR(mode):
                    self.directories.add(name)
                    todo.append(name + "/")
                elif stat.S_ISREG(mode):
                    self.files[name] = lambda path=item.path: open(path, "rb")
                else:
                    self.others.add(name)

    def list_tar(self, archive):
        """List what lies below the one directory at the top."""
        for member in archive:
            name = member.name.partition("/")[2]
            if not name:
                continue
            above = name.split("/")[:-1]
            self.directories |= {"/".join(above[:i + 1]) for i in range(len(above))}
            if member.isdir():
                self.directories.add(name)
            elif member.isreg():
                self.files[name] = lambda member=member: archive.extractfile(member)
            else:
                self.others.add(name)

    def empty_directories(self):
        """The directories with nothing in them; `data` and `custody` may be so."""
        above = {name.rpartition("/")[0] for name in (*self.files, *self.others, *self.directories)}
        return self.directories - above - {"data", "custody"}

    def read(self, name, limit=-1):
        """The bytes of a file up to a limit, or None if it is not there."""
        if name not in self.files:
            return None
        with self.files[name]() as file:
            return file.read(limit)

    def hashes(self, name, algorithms):
        """The size and the digests of a file, in one reading."""
        size, hashes = 0, [hashlib.new(name) for name in algorithms]
        with self.files[name]() as file:
            while piece := file.read(MIB):
                size += len(piece)
                for hasher in hashes:
                    hasher.update(piece)
        return size, [hasher.hexdigest() for hasher in hashes]

    def sha256(self, name):
        """The SHA-256 of a file, in hex."""
        return self.hashes(name, ["sha256"])[1][0]


def check_tagmanifest(bag, sealed, tags):
    """The check `tagmanifest`; fills the listed digests into `tags`."""
    name = "tagmanifest-sha256.txt"
    data = bag.read(name, (64 << 20) + 1)
    if data is None:
        yield "bag.not_regular" if name in bag.others else "tagmanifest.missing", name
        return
    if hashlib.sha256(data).hexdigest() != sealed:
        yield "tagmanifest.changed", name
        return
    last, lines = b"", data.split(b"\n")
    for number, line in enumerate(lines[:-1], 1):
        match = re.fullmatch(rb"([0-9a-f]{64})  ([A-Za-z0-9._/-]{1,900})", line)
        parts = match[2].split(b"/") if match else [b""]
        if not match or match[2] <= last or parts[0] in (b"data", b"custody") or (
                match[2] == name.encode()) or any(
                part in (b"", b".", b"..") or len(part) > 255 for part in parts):
            yield "tagmanifest.malformed", f"{name} line {number}"
            return
        last = match[2]
        tags[last.decode()] = match[1].decode()
    if lines[-1] or not all(must in tags for must in MUST_BE_LISTED):
        yield "tagmanifest.malformed", name


def check_tags(bag, tags):
    """The check `tag_files`: every listed file, and everything outside data/ and custody/."""
    for name, digest in tags.items():
        if name in bag.files:
            with bag.files[name]() as file:
                size = file.seek(0, 2)
            if (name in SHORT_TAGS and size > MIB) or bag.sha256(name) != digest:
                yield "tag.changed", name
            elif name == "bagit.txt" and bag.read(name) != BAGIT:
                yield "tag.malformed", name
        elif name not in bag.others:
            yield "tag.missing", name
    yield from list_part(bag, ("", "seal/"), {*tags, "tagmanifest-sha256.txt"}, "bag.unlisted")


def list_part(bag, part, known, otherwise):
    """What lies in a part of the bag and is no known file."""
    inside = {"data/": lambda name: name.startswith("data/"),
              "custody/": lambda name: name.startswith("custody/")}.get(
        part, lambda name: not name.startswith(("data/", "custody/")))
    for name in sorted(filter(inside, bag.files)):
        if name not in known:
            lock = part == "custody/" and name.count("/") == 1 and re.fullmatch(
                r"custody/(\.lock|\..*\.tmp|\.tmp)", name, re.S)
            yield "bag.stray" if is_litter(name) or lock else otherwise, name
    for name in sorted(filter(inside, bag.others)):
        yield "file.not_regular" if part == "data/" else "bag.not_regular", name
    for name in sorted(filter(inside, bag.empty_directories())):
        yield "bag.empty_directory", name


def check_entries(bag, lines, entries):
    """The check `entries`; fills the lines and the entries."""
    name = "seal/entries.jsonl"
    if name not in bag.files:
        if name not in bag.others:
            yield "entries.missing", name
        return
    with bag.files[name]() as stream:
        for number, (line, entry, code) in enumerate(read_list(stream), 1):
            lines.append(line)
            entries.append(entry)
            if code:
                yield code, f"{name} line {number}"


def totals_of(entries):
    """The `[totals]` that the list gives."""
    kinds = Counter(entry["kind"] for entry in entries)
    counted = [kinds["file"], sum(entry.get("size", 0) for entry in entries), kinds["dir"],
               kinds["symlink"]]
    return dict(zip(("files", "bytes", "directories", "symlinks", "specials"),
                    [*counted, len(entries) - kinds["file"] - kinds["dir"] - kinds["symlink"]]))


def check_tree(lines, entries, seal):
    """The check `tree`."""
    name = "seal/entries.jsonl"
    if len(lines) != seal["tree"]["size"]:
        yield "tree.size_mismatch", name
    elif root_of([leaf(line) for line in lines]).hex() != seal["tree"]["root"]:
        yield "tree.root_mismatch", name
    elif totals_of(entries) != seal["totals"]:
        yield "totals.mismatch", name


def check_chunks(bag, entries):
    """The check `chunks`."""
    name = "seal/chunks.blake3"
    large = [entry for entry in entries if entry.get("size", 0) > LARGE]
    counts = [-(-entry["size"] // MIB) for entry in large]
    data = bag.read(name)
    if name in bag.others:
        yield "bag.not_regular", name
        return
    if data is None and not large:
        return
    if data is None or len(data) != 32 * sum(counts) or not large:
        yield "chunks.malformed", name
        return
    for entry, count in zip(large, counts):
        values, data = data[:32 * count], data[32 * count:]
        merged = blake3_small.digest_of_groups([values[i:i + 32]
                                                for i in range(0, len(values), 32)])
        if merged != entry["blake3"]:
            yield "chunks.mismatch", shown(path_of(entry))


def stored_name(entry):
    """Where the bytes of a file lie in the bag."""
    return "data/" + (entry.get("stored") or entry["path"])


def payload_place(entry):
    """The place of a file in messages: below data/, and its path where that is another."""
    path = f" ({shown(path_of(entry))})" if "stored" in entry else ""
    return shown(stored_name(entry).encode()) + path


def first_difference(data, text):
    """The number of the first line that differs."""
    lines, wanted = BytesIO(data).readlines(), BytesIO(text).readlines()
    same = [line == other for line, other in zip(lines, wanted)]
    return (same + [False]).index(False) + 1


def check_manifest(bag, entries, seal, tags_hold):
    """The check `manifest`: both files as list and seal give them."""
    copied = seal["payload"] == "copy"
    files = [entry for entry in entries if entry["kind"] == "file" and copied]
    lines = "".join(f"{entry['sha256']}  {stored_name(entry)}\n" for entry in files)
    exhibit = seal["exhibit"]
    info = "".join(f"{label}: {value}\n" for label, value in (
        ("Bag-Group-Identifier", seal.get("case", {}).get("number")),
        ("External-Identifier", exhibit["number"]),
        ("External-Description", exhibit.get("description")),
        ("Bagging-Date", seal["time"][:10]),
        ("Payload-Oxum", f"{sum(entry['size'] for entry in files)}.{len(files)}")) if value)
    for name, text, code in (("manifest-sha256.txt", lines, "manifest.mismatch"),
                             ("bag-info.txt", info, "bag_info.mismatch")):
        data = bag.read(name)
        if data is not None and data != text.encode():
            yield code, f"{name} line {first_difference(data, text.encode())}"
        elif data is None and name not in bag.others and not tags_hold:
            yield "tag.missing", name


def check_files(bag, entries, seal):
    """The checks `file_set` and `files`."""
    files = [entry for entry in entries if entry["kind"] == "file"]
    copied = seal["payload"] == "copy"
    known = {stored_name(entry) for entry in files} if copied else set()
    yield from list_part(bag, "data/", known, "file.added")
    for entry in entries:
        if "unreadable" in entry:
            yield "file.sealed_unreadable", shown(path_of(entry))
    if not copied:
        yield "files.source_not_given", None
        return
    algorithms = ("sha256", "md5", "sha1", "sha512")
    for entry in files:
        name = stored_name(entry)
        if name not in bag.files:
            if name not in bag.others:
                yield "file.missing", payload_place(entry)
            continue
        try:
            wanted = [alg for alg in algorithms if alg in entry]
            size, digests = bag.hashes(name, wanted)
            good = (size, digests) == (entry["size"], [entry[alg] for alg in wanted])
            if good:
                with bag.files[name]() as stream:
                    good = blake3_small.digest(stream) == entry["blake3"]
            if not good:
                yield "file.changed", payload_place(entry)
        except OSError:
            yield "file.unreadable", payload_place(entry)


def findings(bag, anchors):
    """Every finding of a bag: pairs of code and place, in the order of the checks."""
    page = bag.read("custody/000000.txt", PAGE_LIMIT + 1)
    if "custody/000000.txt" in bag.others:
        yield "bag.not_regular", "custody/000000.txt"
        return
    if page is None:
        there = any(name in bag.files for name in (*MUST_BE_LISTED[1:], "tagmanifest-sha256.txt"))
        yield ("signature.missing", "custody/000000.txt") if there else (
            "bag.nothing_to_check", None)
        return
    try:
        seal = read_seal(page)
    except Broken as broken:
        yield broken.code, "custody/000000.txt"
        return
    if seal.get("reread") is False:
        yield "seal.unread_copy", "custody/000000.txt"
    key, log, before = seal["signer"]["key"], Log(bag, "custody/"), Before(bag, seal)
    yield from anchors.use_rosters(bag)
    yield from anchors.check(log, key, before.known)
    tags, lines, entries = {}, [], []
    yield from (bad := list(check_tagmanifest(
        bag, seal["digests"]["tagmanifest_sha256"], tags)))
    if not bad:
        yield from check_tags(bag, tags)
    yield from (wrong := list(check_entries(bag, lines, entries)))
    if not wrong and "seal/entries.jsonl" in bag.files:
        yield from (wrong := list(check_tree(lines, entries, seal)))
        if not wrong:
            yield from check_chunks(bag, entries)
            yield from check_manifest(bag, entries, seal, not bad)
            yield from check_files(bag, entries, seal)
    events = {log.place(index) for index in log.pages}
    yield from list_part(bag, "custody/", {*events, *log.tokens}, "custody.unlisted")
    yield from log.replay(seal, anchors)
    yield from before.check(anchors, None if wrong else lines)
    yield "time.none", None


def outcome_of(found):
    """The verdict over findings."""
    codes = {code for code, _ in found}
    if codes - UNANSWERED - REMARKS:
        return "violated"
    if codes & UNANSWERED:
        return "undetermined"
    return "confirmed_with_remarks" if codes else "confirmed"


def verify(path, anchors):
    """The outcome and the findings of the bag at a path."""
    try:
        found = list(findings(Bag(path), anchors))
    except (OSError, tarfile.TarError) as error:
        found = [("bag.unreadable", str(error))]
    hear_opinions()
    return outcome_of(found), found


def read_file(path):
    """The bytes of a file that was named on the command line."""
    with open(path, "rb") as file:
        return file.read()


def read_public_key(path):
    """The key line of a .pub file."""
    line = read_file(path)
    if len(line) > 4096:
        raise ValueError(f"{path}: too long for a public key")
    return read_key_line(line.decode().removesuffix("\n"), comment=True)


def read_hash(text):
    """A seal hash from a paper act: spaces and case do not matter."""
    value = "".join(text.split()).lower()
    if not re.fullmatch("[0-9a-f]{64}", value):
        raise ValueError("a seal hash has 64 hexadecimal digits")
    return value


class Parser(argparse.ArgumentParser):
    """A parser whose usage errors do not end with 2, which is a verdict."""

    def error(self, message):
        raise ValueError(message)


def main():
    """The command line."""
    parser = Parser(description=__doc__)
    parser.add_argument("bag", nargs="?", help="a directory or a .tar")
    for option in ("authority", "roster", "signer", "seal-hash", "receipt"):
        parser.add_argument("--" + option, action="append", default=[])
    parser.add_argument("--fork", metavar="PROOF")
    parser.add_argument("--json", action="store_true")
    try:
        options = parser.parse_args()
        if bool(options.bag) == bool(options.fork):
            raise ValueError("name a bag or a fork proof")
        proof = read_file(options.fork) if options.fork else None
        anchors = Anchors([read_public_key(path) for path in options.authority],
                          [read_file(path) for path in options.roster],
                          [read_public_key(path) for path in options.signer],
                          [read_hash(text) for text in options.seal_hash],
                          [read_file(path) for path in options.receipt])
    except (ValueError, Broken, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 64
    if proof is not None:
        fork = check_fork(proof)
        hear_opinions()
        print(f"fork at event {fork[0]}: {fork[1]} and {fork[2]}, "
              f"{'one key' if fork[1] == fork[2] else 'two keys'}" if fork else "no fork is proven")
        return 0 if fork else 1
    outcome, found = verify(options.bag, anchors)
    if options.json:
        print(json.dumps({"outcome": outcome, "findings": [
            {"code": code, **({"where": place} if place else {})} for code, place in found]}))
    else:
        print("\n".join([outcome, *(f"{code} {place or ''}".rstrip() for code, place in found)])
              .encode("utf-8", "backslashreplace").decode())
    return {"violated": 1, "undetermined": 2}.get(outcome, 0)


if __name__ == "__main__":
    sys.exit(main())
