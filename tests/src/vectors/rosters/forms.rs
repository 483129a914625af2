//! Rosters that break a rule of form.

use super::{Edit, holds, open};
use crate::vectors::Vector;
use crate::vectors::anchors::{Anchors, with_roster};
use crate::vectors::log::{Log, digest};
use crate::vectors::page::page;
use crate::vectors::people::{Person, authority, officer, thief};
use crate::vectors::roster::Roster;
use crate::vectors::sshsig::EVENT;

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

pub(super) fn forms() -> Vec<Vector> {
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
        ("file-empty", "a roster is a signed page", vec![]),
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
