//! `docs/spec/roster.md`, "Form".

use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::roster::RosterRecord;

use crate::page::{Record, Table, refuses_other_forms, tables, values};

const ROSTER: &str = include_str!("../../../../docs/spec/roster.md");

fn schema() -> Vec<Table> {
    let schema = tables(ROSTER, "## Form");
    assert_eq!(schema.len(), 5);
    schema
}

fn key(seed: u8) -> String {
    format!("\"{}\"", KeyPair::from_seed(&[seed; 32]).expect("a good seed").public_key().to_line())
}

/// A roster with every field.
fn full() -> Record {
    let value = |table: &str, key: &str, kind: &str| match (table, key) {
        ("", "format") => "\"sealbag/roster/v1\"".to_owned(),
        ("person", "id") | ("key", "person") => "\"a.b-c_9\"".to_owned(),
        ("key", "roles") => "[\"investigator\", \"of_a_profile\"]".to_owned(),
        ("key", "valid_to") => "\"2028-01-01T00:00:00Z\"".to_owned(),
        _ => values(kind).0,
    };
    let filled = |table: &Table| {
        let fields = table.fields.iter().map(|field| (field.key.clone(), value(table.name(), &field.key, &field.kind)));
        let fields: Vec<_> = fields.collect();
        let details = || vec![("a".to_owned(), "\"A\"".to_owned()), ("b".to_owned(), "\"B\"".to_owned())];
        (table.header.clone(), if table.header == "[details]" { details() } else { fields })
    };
    Record(schema().iter().map(filled).collect())
}

fn accepts(bytes: &[u8]) -> bool {
    let read = RosterRecord::parse(bytes);
    if let Ok(roster) = &read {
        assert_eq!(roster.to_bytes().expect("writable"), bytes, "a second encoding");
    }
    read.is_ok()
}

#[test]
fn a_roster_with_every_field_is_read_and_written_again() {
    let record = full();
    let roster = RosterRecord::parse(&record.bytes()).expect("a roster");
    assert_eq!(roster.to_bytes().expect("writable"), record.bytes());
    let written: usize = roster.sections().iter().map(|section| section.fields.len()).sum();
    assert_eq!(written, record.0.iter().map(|(_, fields)| fields.len()).sum::<usize>());
}

#[test]
fn a_roster_lacks_no_mandatory_field_and_any_other() {
    let record = full();
    for table in schema() {
        for field in table.fields.iter().filter(|field| field.key != "format") {
            // The version here is 7, so that the one before it must be named.
            let is_needed = field.is_mandatory || field.key == "previous";
            let without = record.without(table.name(), &field.key);
            assert_eq!(accepts(&without.bytes()), !is_needed, "without {} {}", table.header, field.key);
        }
    }
    assert!(!accepts(&record.without_table("authority").bytes()));
    assert!(!accepts(&record.without_table("person").bytes()), "a key of nobody");
    assert!(accepts(&record.without_table("key").bytes()));
    assert!(accepts(&record.without_table("key").without_table("person").bytes()), "an empty roster");
}

#[test]
fn a_value_has_the_kind_that_the_page_says() {
    for table in schema() {
        for field in table.fields.iter().filter(|field| field.key != "format") {
            let mut broken = full();
            broken.set(table.name(), &field.key, &values(&field.kind).1);
            assert!(!accepts(&broken.bytes()), "{} {}", table.header, field.key);
        }
    }
}

#[test]
fn a_roster_has_one_order_and_no_unknown_or_doubled_parts() {
    refuses_other_forms(&full(), &accepts);
}

#[test]
fn the_rules_between_the_fields_of_a_roster_are_kept() {
    let name = |length: usize| format!("\"{}\"", "a".repeat(length));
    for (what, table, key, value, is_good) in [
        ("version 0", "", "version", "0".to_owned(), false),
        ("version 1 with one before", "", "version", "1".to_owned(), false),
        ("version 2", "", "version", "2".to_owned(), true),
        ("a person who is not there", "key", "person", "\"b\"".to_owned(), false),
        ("an id with a capital", "person", "id", "\"A\"".to_owned(), false),
        ("no roles", "key", "roles", "[]".to_owned(), false),
        ("a role twice", "key", "roles", "[\"expert\", \"expert\"]".to_owned(), false),
        ("a role with a digit", "key", "roles", "[\"expert2\"]".to_owned(), false),
        ("a role of 64", "key", "roles", format!("[{}]", name(64)), true),
        ("a role of 65", "key", "roles", format!("[{}]", name(65)), false),
        ("an end at the beginning", "key", "valid_to", "\"2026-03-01T09:30:00Z\"".to_owned(), false),
        ("an end a second later", "key", "valid_to", "\"2026-03-01T09:30:01Z\"".to_owned(), true),
    ] {
        let mut record = full();
        record.set(table, key, &value);
        assert_eq!(accepts(&record.bytes()), is_good, "{what}");
    }
    for (length, is_good) in [(64, true), (65, false)] {
        let mut record = full();
        record.set("person", "id", &name(length));
        record.set("key", "person", &name(length));
        assert_eq!(accepts(&record.bytes()), is_good, "an id of {length}");
    }
    let mut first = full().without("", "previous");
    assert!(!accepts(&first.bytes()), "version 7 without the one before");
    first.set("", "version", "1");
    assert!(accepts(&first.bytes()), "version 1");
}

#[test]
fn one_key_is_one_persons_and_one_person_may_have_several() {
    let place = |record: &Record, header: &str| record.0.iter().position(|(known, _)| known == header).expect("there");
    let mut record = full();
    let key_at = place(&record, "[[key]]");
    record.0.insert(key_at, record.0[key_at].clone());
    assert!(!accepts(&record.bytes()), "one key twice");
    record.set("key", "key", &key(2));
    assert!(accepts(&record.bytes()), "two keys of one person");
    let person_at = place(&record, "[[person]]");
    record.0.insert(person_at, record.0[person_at].clone());
    assert!(!accepts(&record.bytes()), "one id twice");
    record.set("person", "id", "\"b\"");
    assert!(accepts(&record.bytes()), "two persons of one name");
}
