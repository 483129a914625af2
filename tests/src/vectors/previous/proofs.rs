//! Disclosures and redactions: lines that are proved to be lines of the list before.

use sha2::{Digest, Sha256};

use super::super::anchors::{Anchors, by_key};
use super::super::draft::{Parts, file_line, hex, root};
use super::super::log::{Log, digest};
use super::super::people::officer;
use super::super::tree::Tree;
use super::{CONFIRMED, Link, VIOLATED, Vector, parts, vector};

pub(super) const PROOFS: &str = "seal/previous/proofs.jsonl";

/// Leaf hashes of lines.
fn leaves(lines: &[String]) -> Vec<[u8; 32]> {
    lines.iter().map(|line| Sha256::new().chain_update([0]).chain_update(line).finalize().into()).collect()
}

/// The hashes of the siblings from a leaf to the root (RFC 6962, section 2.1.1).
fn path(leaves: &[[u8; 32]], index: usize) -> Vec<String> {
    if leaves.len() < 2 {
        return vec![];
    }
    let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
    let (mut hashes, sibling) = if index < left.len() {
        (path(left, index), root(right))
    } else {
        (path(right, index - left.len()), root(left))
    };
    hashes.push(hex(&sibling));
    hashes
}

/// A line of the file of proofs.
fn proof(leaves: &[[u8; 32]], index: usize) -> String {
    let hashes: Vec<String> = path(leaves, index).iter().map(|hash| format!("\"{hash}\"")).collect();
    format!("{{\"index\":{index},\"path\":[{}]}}\n", hashes.join(","))
}

/// The bag that is disclosed from, with nine entries.
pub(super) fn source() -> Log {
    Log::seal(Parts::golden())
}

/// The parts of the directory `mail` (line 3) and what is in it (line 4), with their proofs.
fn disclosed() -> Parts {
    disclosed_from(&source())
}

/// The same, from a bag with the list of the source.
pub(super) fn disclosed_from(source: &Log) -> Parts {
    let whole = Parts::golden();
    let all = leaves(&whole.lines);
    let mut parts = Parts { lines: whole.lines[3..5].to_vec(), data: Tree::default(), ..parts(source, "disclosure") };
    parts.data.put("mail/inbox.mbox", "From alice\n\nSee you at nine.\n");
    parts.tags.insert(PROOFS.to_owned(), (proof(&all, 3) + &proof(&all, 4)).into_bytes());
    parts
}

/// All lines, but `notes.txt` (line 5) replaced.
fn redacted() -> Parts {
    let (source, whole) = (source(), Parts::golden());
    let all = leaves(&whole.lines);
    let mut parts = parts(&source, "redaction");
    (parts.lines, parts.data) = (whole.lines, whole.data);
    parts.lines[5] = file_line(r#""path":"notes.txt""#, None, b"left out\n", "");
    parts.data.put("notes.txt", "left out\n");
    let proofs: String = (0..9).filter(|index| *index != 5).map(|index| proof(&all, index)).collect();
    parts.tags.insert(PROOFS.to_owned(), proofs.into_bytes());
    parts
}

/// All lines, but the directory `void` (line 8, the last) replaced.
pub(super) fn redacted_at_the_end() -> Parts {
    let mut parts = redacted();
    let whole = Parts::golden();
    let all = leaves(&whole.lines);
    (parts.lines, parts.data) = (whole.lines, whole.data);
    parts.edit("void", "\"mode\":\"0755\"", "\"mode\":\"0700\"");
    let proofs: String = (0..8).map(|index| proof(&all, index)).collect();
    parts.tags.insert(PROOFS.to_owned(), proofs.into_bytes());
    parts
}

/// The parts with another file of proofs.
fn with_proofs(mut parts: Parts, change: impl FnOnce(String) -> String) -> Log {
    let proofs = String::from_utf8(parts.tags[PROOFS].clone()).expect("text");
    parts.tags.insert(PROOFS.to_owned(), change(proofs).into_bytes());
    Log::seal(parts)
}

fn first_line(proofs: &str) -> &str {
    &proofs[..=proofs.find('\n').expect("a line")]
}

fn second_line(proofs: &str) -> &str {
    proofs.split_once('\n').expect("two lines").1
}

fn malformed() -> Vec<Vector> {
    let bad = |name: &str, rule: &str, log: Log| {
        vector(&format!("proofs-{name}"), rule, &log, by_key(), VIOLATED, &[("proofs.malformed", "")])
    };
    let edit = |change: fn(String) -> String| with_proofs(disclosed(), change);
    vec![
        bad("missing", "a disclosure has proofs", {
            let mut parts = disclosed();
            parts.tags.remove(PROOFS);
            Log::seal(parts)
        }),
        bad("missing-in-a-redaction", "a redaction has proofs", {
            let mut parts = redacted();
            parts.tags.remove(PROOFS);
            Log::seal(parts)
        }),
        bad("of-a-longer-list", "a redaction has as many lines as the list before, or no proof is read", {
            let mut parts = redacted();
            parts.lines.pop();
            with_proofs(parts, |proofs| {
                let at = proofs.find("[\"").expect("a hash") + 2;
                format!("{}{}{}", &proofs[..at], digest(b"another"), &proofs[at + 64..])
            })
        }),
        bad("empty", "a disclosure has a proof for each line", edit(|_| String::new())),
        bad("one-too-few", "a disclosure has a proof for each line", edit(|proofs| first_line(&proofs).to_owned())),
        bad("one-too-many", "a disclosure has a proof for each line", {
            let all = leaves(&Parts::golden().lines);
            with_proofs(disclosed(), |proofs| proofs + &proof(&all, 5))
        }),
        bad("index-twice", "indexes increase", edit(|proofs| first_line(&proofs).repeat(2))),
        bad("with-a-space", "proofs have no spaces", edit(|proofs| proofs.replacen(',', ", ", 1))),
        bad("with-another-key", "proofs have two keys", edit(|proofs| proofs.replacen("]}", "],\"x\":1}", 1))),
        bad(
            "keys-in-another-order",
            "index comes first",
            edit(|proofs| {
                let path = &proofs[proofs.find("\"path\"").expect("path")..proofs.find(']').expect("an array")];
                format!("{{{path}],\"index\":3}}\n{}", second_line(&proofs))
            }),
        ),
        bad("index-with-leading-zero", "an index is a decimal", edit(|proofs| proofs.replacen(":3,", ":03,", 1))),
        bad("index-as-text", "an index is a number", edit(|proofs| proofs.replacen(":3,", ":\"3\",", 1))),
        bad(
            "hash-in-upper-case",
            "hashes are lower case",
            edit(|proofs| {
                let at = proofs.find("[\"").expect("a hash") + 2;
                format!("{}{}{}", &proofs[..at], proofs[at..at + 64].to_uppercase(), &proofs[at + 64..])
            }),
        ),
        bad(
            "hash-too-short",
            "hashes have 64 digits",
            edit(|proofs| {
                let at = proofs.find("[\"").expect("a hash") + 2;
                proofs[..at].to_owned() + &proofs[at + 1..]
            }),
        ),
        bad("without-final-lf", "lines end with LF", edit(|proofs| proofs.trim_end().to_owned())),
        bad("with-crlf", "lines end with LF alone", edit(|proofs| proofs.replace('\n', "\r\n"))),
    ]
}

fn mismatched() -> Vec<Vector> {
    let line = |number: usize| format!("{PROOFS} line {number}");
    let (first, second) = (line(1), line(2));
    let bad = |name: &str, rule: &str, log: Log, found: &[(&'static str, &str)]| {
        vector(&format!("proofs-{name}"), rule, &log, by_key(), VIOLATED, found)
    };
    let part = ("previous.part", "");
    let all = leaves(&Parts::golden().lines);
    vec![
        bad(
            "hash-of-another",
            "a proof leads to the root",
            with_proofs(disclosed(), |proofs| {
                let at = proofs.find("[\"").expect("a hash") + 2;
                format!("{}{}{}", &proofs[..at], digest(b"another"), &proofs[at + 64..])
            }),
            &[("proofs.mismatch", &first), part],
        ),
        bad(
            "in-another-order",
            "indexes increase; what was found before the first that does not stands",
            with_proofs(disclosed(), |_| proof(&all, 4) + &proof(&all, 3)),
            &[("proofs.mismatch", &first), ("proofs.malformed", "")],
        ),
        bad(
            "of-another-line",
            "a proof belongs to its line",
            with_proofs(disclosed(), |_| proof(&all, 3) + &proof(&all, 5)),
            &[("proofs.mismatch", &second), part],
        ),
        bad(
            "index-of-another-line",
            "the index is part of the proof",
            with_proofs(disclosed(), |proofs| proofs.replacen("\"index\":3", "\"index\":2", 1)),
            &[("proofs.mismatch", &first), part],
        ),
        bad(
            "index-behind-the-end",
            "an index lies in the list before",
            with_proofs(disclosed(), |proofs| proofs.replacen("\"index\":4", "\"index\":9", 1)),
            &[("proofs.mismatch", &second), part],
        ),
        bad(
            "with-a-hash-too-many",
            "a proof has one hash a level",
            with_proofs(disclosed(), |proofs| proofs.replacen("\"]}", &format!("\",\"{}\"]}}", digest(b"more")), 1)),
            &[("proofs.mismatch", &first), part],
        ),
        bad(
            "with-a-hash-too-few",
            "a proof has one hash a level",
            with_proofs(disclosed(), |proofs| {
                let end = proofs.find("\"]}").expect("the end");
                proofs[..end - 67].to_owned() + &proofs[end..]
            }),
            &[("proofs.mismatch", &first), part],
        ),
        bad(
            "line-replaced",
            "a disclosure has lines of the list before alone",
            {
                let mut parts = disclosed();
                parts.edit("inbox", "\"mode\":\"0644\"", "\"mode\":\"0600\"");
                Log::seal(parts)
            },
            &[("proofs.mismatch", &second), part],
        ),
    ]
}

fn good() -> Vec<Vector> {
    let disclosure = Log::seal(disclosed());
    let redaction = Log::seal(redacted());
    let withheld = |mut parts: Parts, relation: &'static str| {
        let mut link = Link::to(&source(), relation);
        link.head = source().then("store", &officer()).head();
        parts.at_end = link.table();
        Log::seal(parts)
    };
    let (part, redacted_lines) = (("previous.part", ""), ("previous.redacted", ""));
    let hidden = ("previous.log_withheld", "");
    let by_hash = || Anchors::default().seal_hash(&source().seal);
    vec![
        vector("disclosure", "a disclosure proves each line", &disclosure, by_key(), CONFIRMED, &[part]),
        vector(
            "redaction",
            "a redaction proves each line but those replaced",
            &redaction,
            by_key(),
            CONFIRMED,
            &[redacted_lines],
        ),
        vector(
            "disclosure-log-withheld",
            "a disclosure may keep the log",
            &withheld(disclosed(), "disclosure"),
            by_key(),
            CONFIRMED,
            &[hidden, part],
        ),
        vector(
            "redaction-log-withheld",
            "a redaction may keep the log",
            &withheld(redacted(), "redaction"),
            by_key(),
            CONFIRMED,
            &[hidden, redacted_lines],
        ),
        vector(
            "anchor-seal-hash-of-a-disclosure",
            "the seal hash of the source anchors a disclosure",
            &disclosure,
            by_hash(),
            CONFIRMED,
            &[("anchor.previous", ""), part],
        ),
        vector(
            "anchor-seal-hash-of-a-redaction",
            "the seal hash of the source does not vouch for a redaction",
            &redaction,
            by_hash(),
            "undetermined",
            &[("anchor.previous_only", ""), redacted_lines],
        ),
        vector(
            "proofs-in-a-redaction-with-a-line-too-few",
            "a redaction has as many lines as the list before",
            &{
                let mut parts = redacted();
                parts.lines.pop();
                Log::seal(parts)
            },
            by_key(),
            VIOLATED,
            &[("proofs.malformed", "")],
        ),
    ]
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    good().into_iter().chain(malformed()).chain(mismatched())
}
