//! Somebody changes files and seals again, with a key and a roster of their own, under the officer's name.

use super::Vector;
use super::anchors::{Anchors, by_key, by_roster};
use super::custody::ten;
use super::draft::Parts;
use super::log::{Log, place};
use super::people::{Person, authority, officer, second, thief};
use super::roster::Roster;
use super::tree::{Node, Tree};

/// The false bag: other data, the officer's name, the thief's key and roster.
fn sealed_again() -> Parts {
    let alias = Person { name: officer().name, ..thief() };
    let false_authority = Person { name: authority().name, ..thief() };
    let roster =
        Roster::of(&false_authority, 99).person(&alias, &["investigator"]).person(&second(), &["investigator"]);
    let mut parts = Parts { lines: vec![], data: Tree::default(), signer: alias, ..Parts::small() };
    parts.add_file(r#""path":"notes.txt""#, None, "notes.txt", b"The parcel was never opened.\n");
    parts.tags.insert("seal/roster.txt".to_owned(), roster.file());
    parts
}

pub(super) fn vectors() -> Vec<Vector> {
    let (real, false_log) = (ten(), Log::seal(sealed_again()));
    let seal = place(0);
    let vector = |name: &str, rule: &str, anchors: Anchors, outcome: &'static str, found: &[(&'static str, &str)]| {
        Vector::new(format!("thief-{name}"), rule, false_log.bag.clone(), anchors, outcome, found)
    };
    let unknown = ("anchor.signer_unknown", &seal[..]);
    let carried = {
        let mut bag = false_log.bag.clone();
        for (index, event) in real.events.iter().enumerate().skip(1) {
            bag.0.insert(place(index), Node::File(event.clone()));
        }
        bag
    };
    let other_bag: Vec<_> = (1..=10).map(|index| ("custody.other_bag", place(index))).collect();
    let other_bag: Vec<_> =
        [unknown].into_iter().chain(other_bag.iter().map(|(code, place)| (*code, &place[..]))).collect();
    vec![
        vector("against-the-roster", "the thief is not in the roster", by_roster(), "undetermined", &[unknown]),
        vector(
            "against-the-authority",
            "the thief's own roster is not the authority's",
            Anchors::default().authority(&authority()),
            "undetermined",
            &[("roster.missing", "")],
        ),
        vector("against-the-officers-key", "the thief's key is another", by_key(), "undetermined", &[unknown]),
        vector(
            "against-the-seal-hash",
            "the false seal has another hash",
            Anchors::default().seal_hash(&real.seal),
            "violated",
            &[("anchor.seal_hash_mismatch", &seal)],
        ),
        vector(
            "against-a-receipt",
            "the false seal is not that of the receipt",
            Anchors::default().receipt("receipt-of-ten", real.receipt(4)),
            "violated",
            &[("anchor.receipt_mismatch", &seal)],
        ),
        vector(
            "against-everything",
            "every anchor is compared",
            by_roster().signer(&officer()).seal_hash(&real.seal).receipt("receipt-of-ten", real.receipt(4)),
            "violated",
            &[unknown, ("anchor.seal_hash_mismatch", &seal), ("anchor.receipt_mismatch", &seal)],
        ),
        vector(
            "against-nothing",
            "a bag that vouches for itself proves nothing",
            Anchors::default(),
            "undetermined",
            &[("anchor.none", "")],
        ),
        vector(
            "against-the-thiefs-own-anchor",
            "who trusts the thief is told the thief's story",
            Anchors::default().authority(&thief()),
            "confirmed_with_remarks",
            &[("roster.from_bag", "seal/roster.txt")],
        ),
        Vector::new(
            "thief-with-the-real-log",
            "the real log belongs to the real seal",
            carried,
            by_roster(),
            "violated",
            &other_bag,
        ),
    ]
}
