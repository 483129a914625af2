//! The fields that a profile can ask for are those of the records; what is asked, and how it is answered.

use std::collections::BTreeSet;

use crate::event::{Actor, EventRecord, EventType, Storage};
use crate::key::Signer;
use crate::profile::fields::{EVENT_FIELDS, Fields, SEAL_FIELDS};
use crate::profile::*;
use crate::record::Value;
use crate::scalar::BagId;
use crate::statement::Statement;

/// Every field of a full record, by name.
fn names_in(sections: &[crate::record::Section<'_>]) -> BTreeSet<String> {
    let name = |table: &str, key: &str| if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
    let all = sections.iter().flat_map(|section| section.fields.iter().map(|(key, _)| name(section.name, key)));
    all.collect()
}

fn names_of(fields: &[Fields]) -> BTreeSet<String> {
    let name = |table: &str, key: &str| if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
    fields.iter().flat_map(|fields| fields.keys.iter().map(|(key, _)| name(fields.table, key))).collect()
}

#[test]
fn fields_of_the_seal_are_those_of_the_statement() {
    let record =
        crate::seal_record::SealRecord::parse(include_bytes!("../../../tests/data/full.txt")).expect("a full seal");
    let mut statement = record.statement.clone();
    statement.details.clear();
    assert_eq!(names_of(SEAL_FIELDS), names_in(&statement.sections()));
    for section in statement.sections() {
        for (key, value) in &section.fields {
            let several = matches!(value, Value::Array(_));
            assert_eq!(takes_several(&format!("{}.{key}", section.name)), several, "{}.{key}", section.name);
        }
    }
}

#[test]
fn fields_of_an_event_are_read_by_the_log() {
    let key = crate::key::KeyPair::generate().expect("random numbers");
    let text = |text: &str| Text::new(text).expect("plain text");
    let time = crate::scalar::UtcTime::from_unix_seconds(0).expect("in range");
    let actor = Actor { name: text("A"), key: key.public_key().clone(), role: None, capacity: None };
    let zero = Sha256Digest([0; 32]);
    let mut event = EventRecord::new(BagId([0; 16]), zero, EventType::Store, time, text("p"), actor);
    event.index = 1;
    event.storage = Some(Storage { location: Some(text("shelf")), container: None, media: None });
    let record = String::from_utf8(event.to_bytes().expect("a good event")).expect("text");
    assert!(EventRecord::parse(record.as_bytes()).is_ok());
    for name in names_of(EVENT_FIELDS) {
        let line = |key: &str| format!("{key} = 7\n");
        // A number fits no field, so a known field is named as one of the wrong type.
        let changed = match name.split_once('.') {
            None => {
                let without: Vec<_> = record.lines().filter(|line| !line.starts_with(&format!("{name} = "))).collect();
                (without.join("\n") + "\n").replacen("index = 1\n", &format!("index = 1\n{}", line(&name)), 1)
            }
            Some(("storage", key)) => record.replace("location = \"shelf\"\n", &line(key)),
            Some((table, key)) => {
                let list = EVENT_FIELDS.iter().any(|fields| fields.table == table && fields.list.is_some());
                let header = if list { format!("[[{table}]]") } else { format!("[{table}]") };
                format!("{record}\n{header}\n{}", line(key))
            }
        };
        let error = EventRecord::parse(changed.as_bytes()).expect_err("a number").to_string();
        assert!(error.contains(&name) && error.contains("invalid type"), "{name}: {error}");
    }
}

#[test]
fn needs_and_answers_follow_the_entries_of_a_list() {
    let form = "[exhibit]\nnumber = \"1\"\ncondition = \" \"\n\n[[present]]\nname = \"A\"\n\n[[present]]\nname = \"B\"\nrole = \"r\"\n";
    let statement = Statement::from_form(form).expect("a good form");
    let fields = [
        "exhibit.number",
        "exhibit.condition",
        "present.name",
        "present.role",
        "offence.state",
        "offence.title",
        "acquisition.started",
        "tool.name",
        "details.weight",
        "source.imei",
    ];
    let needs = needs(&statement, fields);
    let found: Vec<_> = needs.iter().map(|need| (need.field.as_str(), need.entry)).collect();
    let expected = [
        ("exhibit.condition", 0),
        ("present.role", 0),
        ("offence.state", 0),
        ("offence.title", 0),
        ("details.weight", 0),
        ("source.imei", 0),
    ];
    assert_eq!(found, expected);
    let answers: Vec<_> = needs.into_iter().map(|need| (need, "x".to_owned())).collect();
    let filled = fill(&statement, &answers).expect("a good statement");
    assert_eq!(super::needs(&filled, fields), []);
    assert_eq!(filled.present[0].role.as_deref(), Some("x"));
    assert_eq!((filled.present[1].role.as_deref(), filled.offence.len()), (Some("r"), 1));
    assert_eq!((filled.source.imei.len(), filled.details.len()), (1, 1));
}

#[test]
fn answers_have_the_form_of_their_field() {
    let need = |field: &str| Need { field: field.to_owned(), entry: 0 };
    assert_eq!(need("legal_basis.date").check("2026-02-20"), Ok(()));
    assert!(need("legal_basis.date").check("20.02.2026").is_err());
    assert!(need("clock.reference_time").check("2026-02-20").is_err());
    assert!(need("package.photos").check("abc").is_err());
    assert!(need("case.number").check("a\u{1b}b").is_err());
    assert_eq!(need("case.number").check("  "), Err(AnswerError::Blank));
    assert_eq!(need("legal_basis.date").form(), Some("YYYY-MM-DD"));
    let answers = [(need("present.role"), "witness".to_owned())];
    assert!(fill(&Statement::default(), &answers).is_err(), "an entry without the name it must have");
}

#[test]
fn an_answer_for_an_entry_that_is_not_there_makes_the_next_one() {
    let statement = Statement::from_form("[[tool]]\nname = \"dd\"\n").expect("a good form");
    let answer = |entry: usize| (Need { field: "tool.name".to_owned(), entry }, "ewfacquire".to_owned());
    let names = |entry: usize| {
        let filled = fill(&statement, &[answer(entry)]).expect("a good statement");
        filled.tool.iter().map(|tool| tool.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names(0), ["ewfacquire"]);
    assert_eq!(names(1), ["dd", "ewfacquire"]);
    assert_eq!(names(5), ["dd", "ewfacquire"]);
}
