//! `docs/spec/custody.md`, "Event record" and "Types".

use sealbag_custody::event::{EventError, EventRecord, EventType};

use crate::page::{Record, Table, refuses_other_forms, tables, values};

const CUSTODY: &str = include_str!("../../../../docs/spec/custody.md");
const RECORDS: &str = include_str!("../../../../docs/spec/records.md");

/// The tables of an event; those "as in the statement" with the fields of the statement.
fn schema() -> Vec<Table> {
    let statement = tables(RECORDS, "### Statement");
    let mut schema = tables(CUSTODY, "## Event record");
    for table in &mut schema {
        if table.fields.is_empty() && table.header != "[details]" {
            let same = statement.iter().find(|known| known.header == table.header);
            table.fields = same.unwrap_or_else(|| panic!("no {} in the statement", table.header)).fields.clone();
        }
    }
    assert_eq!(schema.len(), 25);
    schema
}

/// The types with what each needs: keys at the top, tables, and `table.key`.
fn types() -> Vec<(String, Vec<String>)> {
    let rows = CUSTODY.split_once("| type | what it says | needs |\n|---|---|---|\n").expect("the table").1;
    let row = |row: &str| {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let kind = cells[0].trim_matches('`').to_owned();
        let mut needs: Vec<String> = Vec::new();
        for need in cells[2].split(", ") {
            let words: Vec<_> = need.split('`').skip(1).step_by(2).map(|word| word.trim_matches(['[', ']'])).collect();
            match words.as_slice() {
                [table] => needs.push((*table).to_owned()),
                [table, key] => needs.extend([(*table).to_owned(), format!("{table}.{key}")]),
                _ => {}
            }
        }
        if let "copy" | "redact" | "reseal" = kind.as_str() {
            needs.extend(["relation", "bag", "seal"].map(|key| format!("output.{key}")));
        }
        (kind, needs)
    };
    let types: Vec<_> = rows.lines().take_while(|line| line.starts_with('|')).map(row).collect();
    types.into_iter().filter(|(kind, _)| kind != "renew").collect()
}

/// What stands only in the types that need it.
const EXCLUSIVE: [&str; 6] = ["ref", "to", "refusal", "correction", "incident", "token"];

fn may_stand(what: &str, kind: &str, needs: &[String]) -> bool {
    match what {
        "ref" if kind == "object" => true,
        "on_behalf_of" => kind == "object",
        what => !EXCLUSIVE.contains(&what) || needs.iter().any(|need| need == what),
    }
}

fn value(table: &str, key: &str, words: &str, kind: &str) -> String {
    let word = match (table, key) {
        ("", "format") => "sealbag/event/v1",
        ("", "type") => kind,
        ("verified", "outcome") => "confirmed_with_remarks",
        ("verified", "depth") => "quick",
        ("incident", "kind") => "physical_seal_broken",
        ("output", "relation") => match kind {
            "redact" => "redaction",
            "reseal" => "reseal",
            _ => "copy",
        },
        _ => return values(words).0,
    };
    format!("\"{word}\"")
}

/// A table with all its fields.
fn filled(table: &Table, kind: &str) -> (String, Vec<(String, String)>) {
    if table.header == "[details]" {
        let field = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        return (table.header.clone(), vec![field("a", "\"A\""), field("b_2", "\"B\"")]);
    }
    let fields = table.fields.iter();
    let fields = fields.map(|field| (field.key.clone(), value(table.name(), &field.key, &field.kind, kind)));
    (table.header.clone(), fields.collect())
}

/// An event of a type with everything that may stand in it.
fn full(kind: &str, needs: &[String]) -> Record {
    let schema = schema();
    let mut tables: Vec<_> =
        schema.iter().filter(|table| may_stand(table.name(), kind, needs)).map(|table| filled(table, kind)).collect();
    tables[0].1.retain(|(key, _)| key != "ref" || may_stand("ref", kind, needs));
    Record(tables)
}

fn accepts(bytes: &[u8]) -> bool {
    match EventRecord::parse(bytes) {
        Ok(event) => {
            assert_eq!(event.to_bytes().expect("writable"), bytes, "a second encoding");
            true
        }
        Err(error) => {
            assert!(!error.is_unsupported(), "{error}");
            false
        }
    }
}

#[test]
fn an_event_of_every_type_with_every_field_is_read_and_written_again() {
    let types = types();
    assert!(types.iter().map(|(kind, _)| kind.as_str()).eq(EventType::ALL.iter().map(|kind| kind.name())));
    for (kind, needs) in &types {
        let record = full(kind, needs);
        let event = EventRecord::parse(&record.bytes()).unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert_eq!(event.to_bytes().expect("writable"), record.bytes());
        assert_eq!(event.sections().iter().map(|section| section.fields.len()).sum::<usize>(), {
            record.0.iter().map(|(_, fields)| fields.len()).sum::<usize>()
        });
    }
}

#[test]
fn an_event_lacks_no_mandatory_field_and_nothing_that_its_type_needs() {
    for (kind, needs) in types() {
        let record = full(&kind, &needs);
        for table in schema().iter().filter(|table| may_stand(table.name(), &kind, &needs)) {
            for field in &table.fields {
                let name =
                    if table.header.is_empty() { field.key.clone() } else { format!("{}.{}", table.name(), field.key) };
                if name == "format" || name == "ref" && !may_stand("ref", &kind, &needs) {
                    continue;
                }
                let is_needed = field.is_mandatory || needs.contains(&name);
                // A table of one optional field goes with it.
                let is_alone =
                    table.fields.len() == 1 && (table.is_mandatory || needs.iter().any(|need| need == table.name()));
                let without = record.without(table.name(), &field.key);
                let is_gone = !without.0.iter().any(|(header, _)| *header == table.header) && !is_alone;
                assert_eq!(accepts(&without.bytes()), !is_needed || is_gone, "{kind} without {name}");
            }
            if !table.header.is_empty() {
                let is_needed = table.is_mandatory || needs.iter().any(|need| need == table.name());
                let without = record.without_table(table.name());
                assert_eq!(accepts(&without.bytes()), !is_needed, "{kind} without {}", table.header);
            }
        }
        for need in &needs {
            assert!(!accepts(&record.without_need(need).bytes()), "{kind} without {need}");
        }
    }
}

#[test]
fn an_event_has_nothing_that_belongs_to_another_type() {
    let schema = schema();
    for (kind, needs) in types() {
        let all: Vec<_> = schema.iter().map(|table| filled(table, &kind)).collect();
        let record = full(&kind, &needs);
        for what in EXCLUSIVE.into_iter().chain(["on_behalf_of"]).filter(|what| !may_stand(what, &kind, &needs)) {
            let mut other = Record(Vec::new());
            for (table, (header, fields)) in schema.iter().zip(&all) {
                if table.name() == what || record.0.iter().any(|(known, _)| known == header) {
                    let is_there =
                        |(key, _): &(String, String)| key != "ref" || what == "ref" || may_stand("ref", &kind, &needs);
                    other.0.push((header.clone(), fields.iter().filter(|field| is_there(field)).cloned().collect()));
                }
            }
            assert!(!accepts(&other.bytes()), "{kind} with {what}");
        }
    }
}

#[test]
fn a_value_has_the_kind_that_the_page_says() {
    for (kind, needs) in types() {
        let record = full(&kind, &needs);
        for table in schema().iter().filter(|table| may_stand(table.name(), &kind, &needs)) {
            for field in table.fields.iter().filter(|field| !matches!(field.key.as_str(), "format" | "type")) {
                if field.key == "ref" && !may_stand("ref", &kind, &needs) {
                    continue;
                }
                let mut broken = record.clone();
                broken.set(table.name(), &field.key, &values(&field.kind).1);
                assert!(!accepts(&broken.bytes()), "{kind} {} {}", table.header, field.key);
            }
        }
    }
}

#[test]
fn an_event_has_one_order_and_no_unknown_or_doubled_parts() {
    // Together these types have every table and key.
    let kinds = ["refuse_to_sign", "timestamp", "release", "object", "correct", "incident"];
    for (kind, needs) in types().iter().filter(|(kind, _)| kinds.contains(&kind.as_str())) {
        refuses_other_forms(&full(kind, needs), &accepts);
    }
}

#[test]
fn words_and_numbers_outside_their_range_are_refused() {
    let (kind, needs) = types().into_iter().find(|(kind, _)| kind == "timestamp").expect("the type");
    let record = full(&kind, &needs);
    for (table, key, good, bad) in [
        ("", "index", "999999", "0"),
        ("", "index", "1", "1000000"),
        ("", "index", "10", "010"),
        ("token", "number", "1", "0"),
        ("token", "index", "0", "-1"),
        ("inputs", "count", "9223372036854775807", "9223372036854775808"),
        ("verified", "outcome", "\"undetermined\"", "\"Confirmed\""),
        ("verified", "depth", "\"full\"", "\"none\""),
        ("output", "relation", "\"disclosure\"", "\"other\""),
    ] {
        let mut changed = record.clone();
        changed.set(table, key, good);
        assert!(accepts(&changed.bytes()), "{table} {key} = {good}");
        changed.set(table, key, bad);
        assert!(!accepts(&changed.bytes()), "{table} {key} = {bad}");
    }
}

#[test]
fn a_key_in_a_record_is_of_a_known_type_and_not_weak() {
    let (kind, needs) = types().into_iter().find(|(kind, _)| kind == "release").expect("the type");
    let record = full(&kind, &needs);
    for line in [
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQD/////////////////////////////////////////////////////////////////////////////////////",
        // The neutral element: one signature under it fits every message.
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ] {
        for (table, key) in [("actor", "key"), ("to", "key"), ("roster", "authority")] {
            let mut changed = record.clone();
            changed.set(table, key, &format!("\"{line}\""));
            assert!(!accepts(&changed.bytes()), "{table} {key} = {line}");
        }
    }
}

#[test]
fn a_bag_that_an_event_brings_forth_has_the_relation_of_its_type() {
    for (kind, needs) in types() {
        let Some(expected) = EventType::from_name(&kind).and_then(EventType::brings_forth) else { continue };
        let record = full(&kind, &needs);
        for relation in ["copy", "redaction", "disclosure", "reseal", "derived"] {
            let mut changed = record.clone();
            changed.set("output", "relation", &format!("\"{relation}\""));
            let is_its_own = format!("{expected:?}").to_lowercase() == relation;
            assert_eq!(accepts(&changed.bytes()), is_its_own, "{kind} {relation}");
        }
        let mut twice = record.clone();
        let at = twice.0.iter().position(|(header, _)| header == "[[output]]").expect("the table");
        twice.0.insert(at, record.0[at].clone());
        assert_eq!(accepts(&twice.bytes()), kind != "reseal", "{kind} with two outputs");
        twice.0[at + 1].1.retain(|(key, _)| key != "seal");
        assert!(!accepts(&twice.bytes()), "{kind} with a second output without its seal");
    }
}

#[test]
fn a_type_of_a_later_version_is_told_from_a_broken_one() {
    let (kind, needs) = types().into_iter().find(|(kind, _)| kind == "store").expect("the type");
    let record = full(&kind, &needs);
    let with = |name: &str| {
        let mut changed = record.clone();
        changed.set("", "type", &format!("\"{name}\""));
        EventRecord::parse(&changed.bytes()).expect_err("not read")
    };
    for name in ["renew", "stored", "a", &"a".repeat(64)] {
        assert_eq!(with(name), EventError::UnsupportedType(name.to_owned()));
        assert!(with(name).is_unsupported(), "{name}");
    }
    for name in ["Store", "a b", "", "1a", &"a".repeat(65)] {
        assert!(matches!(with(name), EventError::Record(_)) && !with(name).is_unsupported(), "{name}");
    }
}
