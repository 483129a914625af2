//! Vectors of `docs/spec/roster.md`: the form of a roster, and how a verifier uses it.

mod authorities;
mod forms;
mod persons;
mod versions;

use super::Vector;
use crate::vectors::anchors::{Anchors, by_key, by_roster, with_roster};
use crate::vectors::draft::Parts;
use crate::vectors::log::{Log, place};
use crate::vectors::people::{Person, authority, lab, officer, second, thief};
use crate::vectors::roster::Roster;

type Found<'a> = [(&'static str, &'a str)];

fn holds(name: &str, rule: &str, log: Log, anchors: Anchors, found: &Found<'_>) -> Vector {
    Vector::new(format!("roster-{name}"), rule, log.bag, anchors, "confirmed_with_remarks", found)
}

fn breaks(name: &str, rule: &str, log: Log, anchors: Anchors, found: &Found<'_>) -> Vector {
    Vector::new(format!("roster-{name}"), rule, log.bag, anchors, "violated", found)
}

fn open(name: &str, rule: &str, log: Log, anchors: Anchors, found: &Found<'_>) -> Vector {
    Vector::new(format!("roster-{name}"), rule, log.bag, anchors, "undetermined", found)
}

/// A change of the usual roster, here of version 1.
type Edit = fn(Roster) -> Roster;

/// A seal that names a roster.
fn naming(authority: &Person, version: u64, sha256: &str) -> Log {
    let roster =
        format!("\n[roster]\nauthority = \"{}\"\nversion = {version}\nsha256 = \"{sha256}\"\n", authority.line());
    Log::seal(Parts { after_signer: roster, ..Parts::small() })
}

/// A bag that carries a roster.
fn carrying(roster: &Roster) -> Log {
    let mut parts = Parts::small();
    parts.tags.insert("seal/roster.txt".to_owned(), roster.file());
    Log::seal(parts)
}

fn uses() -> Vec<Vector> {
    let only_key = || Anchors::default().authority(&authority());
    let usual = Roster::usual(1);
    let revoked = Roster::usual(2).key(&officer().with_second_key(), &["expert"]).with("key", "person", "officer");
    let retired = |time: &str| {
        let mut roster = Roster::usual(2);
        roster.record.strike_table("key");
        roster.key(&officer(), &["investigator"]).with("key", "retired", time)
    };
    let forged = Roster::of(&thief(), 1).person(&thief(), &["investigator"]).person(&officer(), &["investigator"]);
    let missing = ("roster.missing", "");
    let bag = "seal/roster.txt";
    vec![
        holds("given", "a roster that is given attributes", Log::new(), by_roster(), &[]),
        holds("from-the-bag", "the bag's roster may be old", carrying(&usual), only_key(), &[("roster.from_bag", bag)]),
        holds("given-and-in-the-bag", "what is given is used", carrying(&revoked), by_roster(), &[]),
        holds(
            "given-and-nonsense-in-the-bag",
            "the bag's roster is not read if one is given",
            {
                let mut parts = Parts::small();
                parts.tags.insert("seal/roster.txt".to_owned(), b"nonsense".to_vec());
                Log::seal(parts)
            },
            by_roster(),
            &[],
        ),
        open("missing", "an authority without a roster says nothing", Log::new(), only_key(), &[missing]),
        open(
            "in-the-bag-by-another-authority",
            "a roster by somebody else is none",
            carrying(&forged),
            only_key(),
            &[missing],
        ),
        open(
            "in-the-bag-malformed",
            "a malformed roster in the bag is none",
            carrying(&Roster::usual(1).with("", "version", 0)),
            only_key(),
            &[missing],
        ),
        open(
            "missing-beside-a-signer",
            "every authority needs a roster, whatever else is given",
            Log::new(),
            by_key().authority(&authority()),
            &[missing],
        ),
        open(
            "of-an-unknown-authority",
            "a roster is worth its authority",
            Log::new(),
            only_key().roster("roster-forged", &forged),
            &[("roster.unknown_authority", ""), missing],
        ),
        open(
            "of-an-unknown-authority-besides",
            "a roster is worth its authority",
            Log::new(),
            by_roster().roster("roster-forged", &forged),
            &[("roster.unknown_authority", "")],
        ),
        open(
            "malformed-besides",
            "every roster that is given must hold",
            Log::new(),
            by_roster().roster("roster-form-version-0", &Roster::usual(1).with("", "version", 0)),
            &[("roster.malformed", "")],
        ),
        open(
            "without-the-signer",
            "who stands in no roster is nobody in particular",
            Log::new(),
            with_roster("roster-without-officer", &Roster::of(&authority(), 1).person(&second(), &["investigator"])),
            &[("anchor.signer_unknown", &place(0))],
        ),
        holds(
            "without-the-signer-whose-key-is-given",
            "a key that is given vouches where the roster does not",
            Log::new(),
            with_roster("roster-without-officer", &Roster::of(&authority(), 1).person(&second(), &["investigator"]))
                .signer(&officer()),
            &[],
        ),
        holds(
            "empty",
            "a roster may have nobody",
            Log::new(),
            by_key().authority(&authority()).roster("roster-of-nobody", &Roster::of(&authority(), 1)),
            &[],
        ),
        breaks(
            "two-versions",
            "the highest version is used",
            Log::new(),
            Anchors::default()
                .authority(&authority())
                .roster("roster-retired", &retired("2026-11-01T00:00:00Z"))
                .roster("roster", &usual),
            &[("custody.key_invalid", &place(0))],
        ),
        breaks(
            "two-versions-in-another-order",
            "the highest version is used",
            Log::new(),
            by_roster().roster("roster-retired", &retired("2026-11-01T00:00:00Z")),
            &[("custody.key_invalid", &place(0))],
        ),
        holds(
            "name-twice",
            "two people may have one name",
            Log::new().then("hold", &lab()),
            with_roster(
                "roster-name-twice",
                &Roster::of(&authority(), 1)
                    .person(&officer(), &["investigator"])
                    .person(&Person { name: officer().name, ..lab() }, &["court"]),
            ),
            &[],
        ),
    ]
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    forms::forms()
        .into_iter()
        .chain(uses())
        .chain(versions::versions())
        .chain(authorities::two_authorities())
        .chain(authorities::ends())
        .chain(persons::one_person())
}
