#!/usr/bin/env python3
"""Runs sealbag and the second verifier over a directory of bags and prints every difference in
outcome, exit code or the multiset of codes; exit 1 if there is any.

A bag is NAME.tar with everything below one directory, or a directory that holds custody/. Its
anchor, in the form of vectors.json, is NAME.anchor.json or anchor.json beside it; the files that
it names lie beside it too, or in tests/vectors."""
import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from custody import Anchors
from run_vectors import VECTORS, as_list
from verify import read_file, read_hash, read_public_key, verify

EXIT = {"confirmed": 0, "confirmed_with_remarks": 0, "violated": 1, "undetermined": 2}
OPTIONS = ("authority", "roster", "signer", "seal_hash", "receipt")


def find_anchor(bag):
    """What the verifiers are given: each option with its values, files as paths."""
    name = bag.name.removesuffix(".tar")
    file = next((file for file in (bag.parent / f"{name}.anchor.json", bag.parent / "anchor.json")
                 if file.exists()), None)
    if file is None:
        raise FileNotFoundError(f"no anchor beside {bag}")
    anchor = json.loads(file.read_text())
    if unknown := {*anchor} - {*OPTIONS}:
        raise ValueError(f"{file}: unknown anchors {sorted(unknown)}")

    def place(text):
        beside = file.parent / text
        return beside if beside.exists() else VECTORS / text

    return {option: [value if option == "seal_hash" else place(value)
                     for value in as_list(anchor.get(option))] for option in OPTIONS}


def ours(bag, given):
    """Outcome, exit code, codes and places of the second verifier."""
    anchors = Anchors([read_public_key(path) for path in given["authority"]],
                      [read_file(path) for path in given["roster"]],
                      [read_public_key(path) for path in given["signer"]],
                      [read_hash(text) for text in given["seal_hash"]],
                      [read_file(path) for path in given["receipt"]])
    outcome, found = verify(bag, anchors)
    return outcome, EXIT[outcome], Counter(code for code, _ in found), Counter(found)


def theirs(program, bag, given):
    """The same of the program, which reads directories: a tar is unpacked first."""
    with tempfile.TemporaryDirectory() as folder:
        if bag.is_file():
            with tarfile.open(bag) as archive:
                archive.extractall(folder, filter="fully_trusted")
            (bag,) = Path(folder).iterdir()
        arguments = [text for option, values in given.items() for value in values
                     for text in ("--" + option.replace("_", "-"), str(value))]
        done = subprocess.run([program, "verify", str(bag), "--json", *arguments],
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        try:
            verdict = json.loads(done.stdout)["verdict"]
        except (ValueError, KeyError):
            return f"no verdict: {done.stderr.decode(errors='replace')}", done.returncode, {}, {}
    places = Counter((row["code"], row.get("where")) for row in verdict["findings"])
    return verdict["outcome"], done.returncode, Counter(verdict["totals"]), places


def compare(program, places, bag):
    """The lines that say how the two verifiers differ; none if they agree."""
    try:
        given = find_anchor(bag)
        mine, other = ours(bag, given), theirs(program, bag, given)
    except Exception as error:  # a verifier that ends with an error is a difference too
        return [f"  {type(error).__name__}: {error}"]
    lines = [f"  {name}: sealbag {his}, second verifier {my}"
             for name, my, his in zip(("outcome", "exit code"), mine, other) if my != his]
    for which in (2, 3) if places else (2,):
        my, his = Counter(mine[which]), Counter(other[which])
        lines += [f"  only sealbag: {count} x {what}" for what, count in (his - my).items()]
        lines += [f"  only second verifier: {count} x {what}" for what, count in (my - his).items()]
    return lines


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("program", help="the program sealbag")
    parser.add_argument("--places", action="store_true", help="compare places of findings too")
    options = parser.parse_args()
    bags = sorted({*options.directory.rglob("*.tar"),
                   *(path.parent for path in options.directory.rglob("custody") if path.is_dir()
                     and path.parent != options.directory)})
    differ = 0
    with ProcessPoolExecutor() as pool:
        said = pool.map(partial(compare, options.program, options.places), bags, chunksize=4)
        for bag, lines in zip(bags, said):
            if lines:
                differ += 1
                print("\n".join([str(bag.relative_to(options.directory)), *lines]))
    print(f"{len(bags)} bags, {len(bags) - differ} alike, {differ} differ")
    return 1 if differ or not bags else 0


if __name__ == "__main__":
    sys.exit(main())
