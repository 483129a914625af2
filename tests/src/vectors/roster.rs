//! Rosters, written from `docs/spec/roster.md`.

use super::log::digest;
use super::page::{Record, Schema, field, page};
use super::people::{self, Person};
use super::sshsig::ROSTER;

/// Tables and keys of a roster in their order.
const ROSTER_SCHEMA: Schema = &[
    ("", &["format", "version", "issued", "previous"]),
    ("authority", &["name", "key", "country"]),
    ("person", &["id", "name", "organisation", "unit", "country", "qualification", "qualification_until"]),
    ("key", &["person", "key", "roles", "valid_from", "valid_to", "retired", "compromised_since", "reason"]),
    ("details", &[]),
];

/// A roster before it is signed.
#[derive(Clone)]
pub(super) struct Roster {
    /// What it says.
    pub(super) record: Record,
    /// Who signs it.
    pub(super) authority: Person,
}

impl Roster {
    /// A roster with nobody in it.
    pub(super) fn of(authority: &Person, version: u64) -> Self {
        let mut record = Record::new(ROSTER_SCHEMA, "sealbag/roster/v1");
        record.set("", "version", version);
        record.set("", "issued", "2026-11-01T00:00:00Z");
        if version > 1 {
            record.set("", "previous", digest(b"the version before"));
        }
        record.set("authority", "name", &authority.name);
        record.set("authority", "key", authority.line());
        Self { record, authority: authority.clone() }
    }

    /// The roster that most vectors use: everybody with the role that the name says.
    pub(super) fn usual(version: u64) -> Self {
        Self::of(&people::authority(), version)
            .person(&people::officer(), &["investigator"])
            .person(&people::second(), &["investigator"])
            .person(&people::lab(), &["expert"])
            .person(&people::custodian(), &["custodian"])
            .person(&people::prosecutor(), &["prosecutor"])
    }

    /// Adds a person with a key.
    pub(super) fn person(self, person: &Person, roles: &[&str]) -> Self {
        self.named(person).key(person, roles)
    }

    /// Adds a person without a key.
    pub(super) fn named(mut self, person: &Person) -> Self {
        self.record.push("person", vec![field("id", &person.id), field("name", &person.name)]);
        self
    }

    /// Adds a key of a person, valid from the beginning of the year.
    pub(super) fn key(mut self, person: &Person, roles: &[&str]) -> Self {
        let fields = vec![
            field("person", &person.id),
            field("key", person.line()),
            field("roles", roles),
            field("valid_from", "2026-01-01T00:00:00Z"),
        ];
        self.record.push("key", fields);
        self
    }

    /// Sets a field of the last entry of a table.
    pub(super) fn with(mut self, table: &str, key: &str, value: impl Into<super::page::Value>) -> Self {
        self.record.set(table, key, value);
        self
    }

    /// The signed file.
    pub(super) fn file(&self) -> Vec<u8> {
        page(&self.record.text(), ROSTER, &self.authority)
    }
}
