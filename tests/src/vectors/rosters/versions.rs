//! Which version is used.

use super::{breaks, holds, naming, open};
use crate::vectors::Vector;
use crate::vectors::anchors::{Anchors, by_key, by_roster, with_roster};
use crate::vectors::draft::Parts;
use crate::vectors::log::{Log, digest, place};
use crate::vectors::people::{Person, authority, authority_abroad, officer, thief};
use crate::vectors::roster::Roster;

pub(super) fn versions() -> Vec<Vector> {
    let usual = digest(&Roster::usual(1).file());
    let other = digest(b"another roster");
    let event = |by: &Person, version: u64, sha256: &str| {
        let (by, sha256) = (by.clone(), sha256.to_owned());
        Log::new().then_with(move |log| {
            log.event("verify", &by)
                .with("roster", "authority", authority().line())
                .with("roster", "version", version)
                .with("roster", "sha256", sha256)
        })
    };
    let (seal, first) = (place(0), place(1));
    let same_number = Roster::usual(1).with("", "issued", "2026-11-02T00:00:00Z");
    vec![
        holds(
            "named-by-the-seal",
            "the seal names the roster that it used",
            naming(&authority(), 1, &usual),
            by_roster(),
            &[],
        ),
        open(
            "rolled-back-by-the-seal",
            "the seal names a later roster",
            naming(&authority(), 2, &other),
            by_roster(),
            &[("roster.rolled_back", &seal)],
        ),
        open(
            "conflict-with-the-seal",
            "two rosters with one number",
            naming(&authority(), 1, &other),
            by_roster(),
            &[("roster.conflict", &seal)],
        ),
        holds(
            "later-than-that-of-the-seal",
            "the seal names an earlier roster",
            naming(&authority(), 1, &other),
            with_roster("roster-2", &Roster::usual(2)),
            &[],
        ),
        holds(
            "of-another-authority-named",
            "versions are compared for each authority",
            naming(&authority_abroad(), 9, &other),
            by_roster(),
            &[],
        ),
        holds(
            "named-by-an-event",
            "an event names the roster that it used",
            event(&officer(), 1, &usual),
            by_roster(),
            &[],
        ),
        open(
            "rolled-back-by-an-event",
            "an event names a later roster",
            event(&officer(), 2, &other),
            by_roster(),
            &[("roster.rolled_back", &first)],
        ),
        open(
            "conflict-with-an-event",
            "two rosters with one number",
            event(&officer(), 1, &other),
            by_roster(),
            &[("roster.conflict", &first)],
        ),
        holds(
            "named-by-a-stranger",
            "what a stranger names counts for nothing",
            event(&thief(), 9, &other),
            by_roster(),
            &[("custody.unattributed", &first)],
        ),
        holds(
            "named-without-rosters",
            "without a roster none is compared",
            naming(&authority(), 9, &other),
            by_key(),
            &[],
        ),
        open(
            "rolled-back-in-the-bag",
            "the bag's roster may be rolled back too",
            {
                let mut parts = Parts::small();
                parts.tags.insert("seal/roster.txt".to_owned(), Roster::usual(1).file());
                parts.after_signer =
                    format!("\n[roster]\nauthority = \"{}\"\nversion = 2\nsha256 = \"{other}\"\n", authority().line());
                Log::seal(parts)
            },
            Anchors::default().authority(&authority()),
            &[("roster.from_bag", "seal/roster.txt"), ("roster.rolled_back", &seal)],
        ),
        breaks(
            "rolled-back-and-violated",
            "a violation outranks a roster that is too old",
            event(&officer(), 2, &other).then("accept", &officer()),
            by_roster(),
            &[("roster.rolled_back", &first), ("custody.no_release", &place(2))],
        ),
        open(
            "conflict-of-two-that-are-given",
            "two rosters with one number",
            Log::new(),
            by_roster().roster("roster-same-number", &same_number),
            &[("roster.conflict", "")],
        ),
    ]
}
