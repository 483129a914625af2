#!/usr/bin/env python3
"""Runs every vector of tests/vectors through the second verifier; exit 1 on any disagreement."""
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from custody import Anchors
from verify import read_file, read_hash, read_public_key, verify

VECTORS = Path(__file__).resolve().parent.parent / "vectors"
USUAL = {"anchor.signer_key", "time.none"}


def as_list(value):
    """One value or several as a list."""
    return value if isinstance(value, list) else [value] if value else []


def anchors_of(anchor, folder):
    """The anchors of a vector; its files lie in the folder."""
    return Anchors([read_public_key(folder / name) for name in as_list(anchor.get("authority"))],
                   [read_file(folder / name) for name in as_list(anchor.get("roster"))],
                   [read_public_key(folder / name) for name in as_list(anchor.get("signer"))],
                   [read_hash(text) for text in as_list(anchor.get("seal_hash"))],
                   [read_file(folder / name) for name in as_list(anchor.get("receipt"))])


def run(vector):
    """What the second verifier says of a vector, or None if it agrees; and how long it took."""
    begin = time.monotonic()
    outcome, found = verify(VECTORS / vector["bag"], anchors_of(vector["anchor"], VECTORS))
    codes = sorted({code for code, _ in found} - USUAL)
    agrees = (outcome, codes) == (vector["outcome"], sorted({*vector["codes"]} - USUAL)) and all(
        sorted(place or "" for other, place in found if other == code) == places
        for code, places in vector.get("at", {}).items())
    return None if agrees else (outcome, found), time.monotonic() - begin


def main():
    """Run all, or those whose names are given."""
    vectors = json.loads((VECTORS / "vectors.json").read_text())["vectors"]
    if sys.argv[1:]:
        vectors = [vector for vector in vectors if vector["name"] in sys.argv[1:]]
    failed, slowest = 0, (0, "none")
    with ProcessPoolExecutor() as pool:
        for vector, (said, took) in zip(vectors, pool.map(run, vectors, chunksize=4)):
            slowest = max(slowest, (took, vector["name"]))
            if said:
                failed += 1
                print(f"{vector['name']}: expected {vector['outcome']} {vector['codes']}, found",
                      said[0], *(f"{code} ({place})" for code, place in said[1]))
    print(f"{len(vectors)} vectors, {len(vectors) - failed} agree, {failed} disagree; "
          f"the slowest, {slowest[1]}, took {slowest[0]:.2f} s")
    return 1 if failed or not vectors else 0


if __name__ == "__main__":
    sys.exit(main())
