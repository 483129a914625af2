//! Planted evidence behind a genuine seal: a row of bags is worth as much as its weakest step.

use super::proofs::{PROOFS, disclosed_from, source as golden_source};
use super::{CONFIRMED, UNDETERMINED, VIOLATED, before, following, parts, source, vector};
use crate::vectors::Vector;
use crate::vectors::anchors::{Anchors, by_key};
use crate::vectors::draft::Parts;
use crate::vectors::log::{Log, place};
use crate::vectors::people::{Person, officer, thief};
use crate::vectors::tree::Tree;

/// The parts with another list and other data.
pub(in crate::vectors) fn with_other_list(mut parts: Parts) -> Parts {
    parts.lines.clear();
    parts.data = Tree::default();
    parts.add_file(r#""path":"notes.txt""#, None, "notes.txt", b"The parcel was never opened.\n");
    parts
}

/// Another list with other data, by somebody who has the officer's name.
fn planted(parts: Parts) -> Parts {
    Parts { signer: Person { name: officer().name, ..thief() }, ..with_other_list(parts) }
}

/// A proof for the one line of a list like that of the bag before.
pub(in crate::vectors) fn put_proof(parts: &mut Parts, relation: &str) {
    if ["disclosure", "redaction"].contains(&relation) {
        parts.tags.insert(PROOFS.to_owned(), b"{\"index\":0,\"path\":[]}\n".to_vec());
    }
}

/// Planted evidence that follows from a bag; with proofs that fit a list of the same one line.
fn plant(source: &Log, relation: &'static str) -> Log {
    let mut parts = planted(parts(source, relation));
    put_proof(&mut parts, relation);
    Log::seal(parts)
}

/// The seal hash of the genuine bag.
fn hash() -> Anchors {
    Anchors::default().seal_hash(&source().seal)
}

/// Its receipt, beside other anchors.
fn receipt(anchors: Anchors) -> Anchors {
    anchors.receipt("receipt-before-laundered", source().receipt(3))
}

/// What the check `anchor` says if the genuine seal is there, but not all the way.
const ONLY: (&str, &str) = ("anchor.previous_only", "");

fn anchored() -> Vec<Vector> {
    let laundered = plant(&plant(&source(), "copy"), "copy");
    let (own, middle) = (place(0), before(0));
    let (other, unknown) = (("previous.other_root", &middle[..]), ("anchor.signer_unknown", &own[..]));
    let rule = "a copy of a bag that is no copy is no copy";
    let bad = |name: &str, anchors: Anchors, found: &[(&'static str, &str)]| {
        vector(&format!("laundered-{name}"), rule, &laundered, anchors, VIOLATED, found)
    };
    let by_the_signer = {
        let sealed = |source: &Log| Log::seal(Parts { signer: officer(), ..planted(parts(source, "copy")) });
        sealed(&sealed(&source()))
    };
    let further = plant(&laundered, "copy");
    let at_once = plant(&following(&source(), "copy"), "copy");
    let of_itself = {
        let mut middle = planted(parts(&source(), "copy"));
        let root = Log::seal(planted(parts(&source(), "copy"))).root;
        middle.at_end = middle.at_end.replacen(&source().root, &root, 1);
        plant(&Log::seal(middle), "copy")
    };
    vec![
        bad("against-the-seal-hash", hash(), &[ONLY, other]),
        bad("against-a-receipt", receipt(Anchors::default()), &[ONLY, other]),
        bad("against-both", receipt(hash()), &[ONLY, other]),
        bad("against-the-signers-key", by_key(), &[unknown, other]),
        bad("against-everything", receipt(hash()).signer(&officer()), &[unknown, ONLY, other]),
        bad("against-nothing", Anchors::default(), &[("anchor.none", ""), other]),
        bad(
            "against-the-seal-hash-of-the-middle",
            Anchors::default().seal_hash(&plant(&source(), "copy").seal),
            &[("anchor.previous", ""), other],
        ),
        vector("laundered-by-the-signer", rule, &by_the_signer, by_key(), VIOLATED, &[other]),
        vector(
            "laundered-by-the-signer-against-everything",
            rule,
            &by_the_signer,
            receipt(hash()).signer(&officer()),
            VIOLATED,
            &[ONLY, other],
        ),
        vector(
            "laundered-three-back",
            "every step of a row counts",
            &further,
            receipt(hash()),
            VIOLATED,
            &[ONLY, ("previous.other_root", "seal/previous/previous/000000.txt")],
        ),
        vector(
            "laundered-at-once",
            "a bag with another list is no copy of a copy",
            &at_once,
            receipt(hash()),
            VIOLATED,
            &[ONLY, ("previous.other_root", &own)],
        ),
        vector(
            "laundered-under-a-false-root",
            "the root that a seal names is that of the bag before",
            &of_itself,
            hash(),
            VIOLATED,
            &[("anchor.seal_hash_mismatch", &own), ("previous.mismatch", "seal/previous/previous/000000.txt")],
        ),
    ]
}

/// The finding of the bag in hand alone that a relation brings.
fn remark(relation: &str) -> Option<(&'static str, &'static str)> {
    match relation {
        "disclosure" => Some(("previous.part", "")),
        "redaction" => Some(("previous.redacted", "")),
        _ => None,
    }
}

/// Each relation as the first and as the second step of a row, with each anchor.
fn by_relation() -> Vec<Vector> {
    const RELATIONS: [&str; 4] = ["disclosure", "redaction", "derived", "reseal"];
    let (own, middle) = (place(0), before(0));
    let (other, unknown) = (("previous.other_root", &middle[..]), ("anchor.signer_unknown", &own[..]));
    let mut vectors = vec![];
    let mut add = |name: String, rule: &str, log: &Log, found: &[(&'static str, &str)]| {
        let outcome = if found.contains(&other) { VIOLATED } else { UNDETERMINED };
        for (kind, anchors, says) in [
            ("seal-hash", hash(), vec![ONLY]),
            ("receipt", receipt(Anchors::default()), vec![ONLY]),
            ("both", receipt(hash()), vec![ONLY]),
            ("key", by_key(), vec![unknown]),
        ] {
            let found = [says, found.to_vec()].concat();
            vectors.push(vector(&format!("laundered-{name}-{kind}"), rule, log, anchors, outcome, &found));
        }
    };
    for relation in RELATIONS {
        let rule = "only a copy is known to have the same data, further back";
        let first = plant(&plant(&source(), relation), "copy");
        add(format!("copy-of-a-{relation}"), rule, &first, &[]);
        let rule = "every step of a row counts";
        let found: Vec<_> = [other].into_iter().chain(remark(relation)).collect();
        add(format!("{relation}-of-a-copy"), rule, &plant(&plant(&source(), "copy"), relation), &found);
        let found: Vec<_> = remark(relation).into_iter().collect();
        add(format!("{relation}-of-the-same"), rule, &plant(&plant(&source(), relation), relation), &found);
    }
    vectors
}

/// Rows that are what they say.
fn honest() -> Vec<Vector> {
    let source = golden_source();
    let copied = |source: &Log| {
        let golden = Parts::golden();
        Log::seal(Parts { lines: golden.lines, data: golden.data, ..parts(source, "copy") })
    };
    let copy = copied(&source);
    let part_of_a_copy = Log::seal(disclosed_from(&copied(&copy)));
    let copy_of_a_part = {
        let part = disclosed_from(&source);
        let (lines, data) = (part.lines.clone(), part.data.clone());
        Log::seal(Parts { lines, data, ..parts(&Log::seal(part), "copy") })
    };
    let by_hash = || Anchors::default().seal_hash(&source.seal);
    let by_receipt = |anchors: Anchors| anchors.receipt("receipt-before-golden", source.receipt(0));
    let (anchored, part) = (("anchor.previous", ""), ("previous.part", ""));
    let row = "the data of a row of copies are those of the first";
    let of_a_copy = "a part of a copy is a part of the original";
    let first_part = Log::seal(disclosed_from(&copy));
    vec![
        vector("row-receipt-of-a-copy-of-a-copy", row, &copied(&copy), by_receipt(by_hash()), CONFIRMED, &[anchored]),
        vector("row-of-three-copies", row, &copied(&copied(&copy)), by_hash(), CONFIRMED, &[anchored]),
        vector("row-disclosure-of-a-copy", of_a_copy, &first_part, by_hash(), CONFIRMED, &[anchored, part]),
        vector(
            "row-disclosure-of-a-copy-with-a-receipt",
            of_a_copy,
            &first_part,
            by_receipt(Anchors::default()),
            CONFIRMED,
            &[anchored, part],
        ),
        vector("row-disclosure-of-two-copies", of_a_copy, &part_of_a_copy, by_hash(), CONFIRMED, &[anchored, part]),
        vector(
            "row-copy-of-a-disclosure",
            "the proofs of a disclosure are checked for the bag in hand only",
            &copy_of_a_part,
            by_hash(),
            UNDETERMINED,
            &[ONLY],
        ),
    ]
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    anchored().into_iter().chain(by_relation()).chain(honest())
}
