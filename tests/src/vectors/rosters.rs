//! Vectors of `docs/spec/roster.md`: the form of a roster, and how a verifier uses it.

use super::Vector;
use super::anchors::{Anchors, by_key, by_roster, with_roster};
use super::draft::Parts;
use super::log::{Log, after, digest, place};
use super::page::page;
use super::people::{Person, authority, authority_abroad, lab, officer, second, thief};
use super::roster::Roster;
use super::sshsig::EVENT;

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

/// Rosters that break a rule of form. They end with the prosecutor and their key.
const MALFORMED: &[(&str, &str, Edit)] = &[
    ("version-0", "versions count from 1", |roster| roster.with("", "version", 0)),
    ("version-1-with-previous", "version 1 has none before", |roster| roster.with("", "previous", digest(b"none"))),
    ("version-2-without-previous", "a later version names the one before", |roster| roster.with("", "version", 2)),
    ("issued-missing", "a roster has a time", |mut roster| {
        roster.record.strike("", "issued");
        roster
    }),
    ("key-unknown", "unknown keys are refused", |roster| roster.with("key", "colour", "red")),
    ("table-unknown", "unknown tables are refused", |roster| roster.with("weather", "sky", "blue")),
    ("authority-without-name", "an authority has a name", |mut roster| {
        roster.record.strike("authority", "name");
        roster
    }),
    ("id-in-upper-case", "ids are lower case", |roster| roster.with("person", "id", "Prosecutor")),
    ("id-of-65", "ids have at most 64 characters", |roster| {
        let id = "p".repeat(65);
        roster.with("person", "id", &id).with("key", "person", &id)
    }),
    ("id-twice", "an id stands once", |roster| roster.named(&officer())),
    ("key-twice", "a key stands once", |roster| roster.key(&officer(), &["expert"])),
    ("key-of-two-people", "one key, one person", |roster| {
        let double = Person { id: "double".to_owned(), ..officer() };
        roster.person(&double, &["expert"])
    }),
    ("key-of-nobody", "a key belongs to a person of the roster", |roster| roster.with("key", "person", "nobody")),
    ("key-without-roles", "a key has roles", |mut roster| {
        roster.record.strike("key", "roles");
        roster
    }),
    ("key-with-no-role", "empty means absent", |roster| roster.with("key", "roles", &[][..])),
    ("role-twice", "a role stands once a key", |roster| roster.with("key", "roles", &["judge", "judge"][..])),
    ("role-in-upper-case", "roles are lower case", |roster| roster.with("key", "roles", &["Judge"][..])),
    ("role-with-a-digit", "roles have no digits", |roster| roster.with("key", "roles", &["judge2"][..])),
    ("key-without-beginning", "validity has a beginning", |mut roster| {
        roster.record.strike("key", "valid_from");
        roster
    }),
    ("key-ends-as-it-begins", "the end comes after the beginning", |roster| {
        roster.with("key", "valid_to", "2026-01-01T00:00:00Z")
    }),
    ("key-ends-before-it-begins", "the end comes after the beginning", |roster| {
        roster.with("key", "valid_to", "2025-01-01T00:00:00Z")
    }),
    ("key-with-comment", "keys have no comment", |roster| roster.with("key", "key", format!("{} me", thief().line()))),
    ("signed-by-another", "the authority signs its roster", |mut roster| {
        roster.authority = thief();
        roster
    }),
];

fn forms() -> Vec<Vector> {
    let found = [("roster.malformed", ""), ("roster.missing", "")];
    let given = |name: &str, file: Vec<u8>| {
        Anchors::default().authority(&authority()).roster_file(&format!("roster-form-{name}"), file)
    };
    let mut vectors: Vec<Vector> = MALFORMED
        .iter()
        .map(|(name, rule, edit)| open(name, rule, Log::new(), given(name, edit(Roster::usual(1)).file()), &found))
        .collect();
    let usual = Roster::usual(1);
    let text = String::from_utf8(usual.file()).expect("text");
    let files = [
        ("changed", "the signature fits the roster", text.replacen("Test Officer", "Best Officer", 1).into_bytes()),
        ("signed-as-an-event", "a roster is signed as a roster", page(&usual.record.text(), EVENT, &usual.authority)),
        ("text-behind", "nothing follows the signature", format!("{text}more\n").into_bytes()),
        ("empty", "a roster is a signed page", vec![]),
        ("without-signature", "a roster is signed", usual.record.text().into_bytes()),
        ("that-is-a-seal", "a seal is no roster", Log::new().events[0].clone()),
    ];
    vectors.extend(files.into_iter().map(|(name, rule, file)| open(name, rule, Log::new(), given(name, file), &found)));
    vectors.push(holds(
        "over-64-kib",
        "a roster may be longer than other records",
        Log::new(),
        with_roster(
            "roster-over-64-kib",
            &(0..500).fold(Roster::usual(1), |roster, number| {
                let person = Person { id: format!("clerk-{number}"), name: "C".repeat(100), ..officer() };
                roster.named(&person)
            }),
        ),
        &[],
    ));
    vectors.push(holds(
        "everything",
        "a roster may say more",
        Log::new(),
        with_roster(
            "roster-everything",
            &Roster::usual(2)
                .with("authority", "country", "KZ")
                .with("person", "organisation", "Prosecution")
                .with("person", "qualification", "law")
                .with("person", "qualification_until", "2030-01-01")
                .with("key", "valid_to", "2030-01-01T00:00:00Z")
                .with("details", "gazette", "17"),
        ),
        &[],
    ));
    vectors
}

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

fn versions() -> Vec<Vector> {
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

fn two_authorities() -> Vec<Vector> {
    let abroad = |edit: Edit| {
        edit(
            Roster::of(&authority_abroad(), 1)
                .person(&Person { id: "guest".to_owned(), ..lab() }, &["judge"])
                .person(&Person { id: "guest-officer".to_owned(), ..officer() }, &["courier"]),
        )
    };
    let both = |name: &str, edit: Edit| {
        by_roster().authority(&authority_abroad()).roster(&format!("roster-{name}"), &abroad(edit))
    };
    let naming = |authority: &Person| {
        let authority = authority.line();
        Log::new().then_with(move |log| {
            log.event("hold", &lab()).with("roster", "authority", authority).with("roster", "version", 1).with(
                "roster",
                "sha256",
                digest(&Roster::usual(1).file()),
            )
        })
    };
    let held_abroad = Log::new().then_with(|log| {
        log.event("hold", &lab())
            .with("roster", "authority", authority_abroad().line())
            .with("roster", "version", 1)
            .with("roster", "sha256", digest(&abroad(|roster| roster).file()))
    });
    let first = place(1);
    vec![
        breaks(
            "two-authorities",
            "a key in two rosters has the role that the first gives",
            Log::new().then("hold", &lab()),
            both("abroad", |roster| roster),
            &[("custody.wrong_role", &first)],
        ),
        holds(
            "two-authorities-the-event-names-one",
            "a key in two rosters has the role that the one gives which the event names",
            held_abroad,
            both("abroad", |roster| roster),
            &[],
        ),
        breaks(
            "two-authorities-the-event-names-the-first",
            "a key in two rosters has the role that the one gives which the event names",
            naming(&authority()),
            both("abroad", |roster| roster),
            &[("custody.wrong_role", &first)],
        ),
        breaks(
            "two-authorities-the-event-names-a-third",
            "a key in two rosters has the role that the first gives",
            naming(&thief()),
            both("abroad", |roster| roster),
            &[("custody.wrong_role", &first)],
        ),
        breaks(
            "two-authorities-in-another-order",
            "the order of the authorities counts",
            Log::new(),
            Anchors::default()
                .authority(&authority_abroad())
                .authority(&authority())
                .roster("roster", &Roster::usual(1))
                .roster("roster-abroad", &abroad(|roster| roster)),
            &[("custody.wrong_role", &place(0))],
        ),
        open(
            "two-authorities-one-says-compromised",
            "a key that any authority calls compromised is",
            Log::new(),
            both("abroad-compromised", |roster| roster.with("key", "compromised_since", after(30, 0))),
            &[("custody.key_compromised", &place(0))],
        ),
        open(
            "two-authorities-one-without-roster",
            "every authority needs a roster",
            Log::new(),
            by_roster().authority(&authority_abroad()),
            &[("roster.missing", "")],
        ),
        holds(
            "two-authorities-each-with-people",
            "two authorities vouch for their own people",
            Log::new().then_with(|log| log.event("release", &officer()).to(&thief())).then("accept", &thief()),
            by_roster().authority(&authority_abroad()).roster(
                "roster-of-the-thief-abroad",
                &Roster::of(&authority_abroad(), 7).person(&thief(), &["courier"]),
            ),
            &[],
        ),
        breaks(
            "two-authorities-one-person",
            "one person in two rosters is two, but one key is one",
            Log::new().then_with(|log| log.event("release", &officer()).to(&officer())),
            both("abroad", |roster| roster),
            &[("custody.self_transfer", &first)],
        ),
    ]
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    forms().into_iter().chain(uses()).chain(versions()).chain(two_authorities())
}
