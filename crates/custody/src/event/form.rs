//! The fields of an event that people state, before the event has its place in a log.
//!
//! They come from a form, from flags and from answers; together they are read as strictly as a record.

use std::fmt::Write;

use toml::{Table, Value};

use super::{EventRecord, EventType};
use crate::record::{self, RecordError};
use crate::scalar::{BagId, UtcTime};
use crate::text::Text;

use sealbag_manifest::digest::Sha256Digest;

/// What the writer fills in itself, so that no form may.
const RESERVED: [&str; 12] =
    ["format", "bag", "seal", "index", "prev", "type", "time", "ref", "actor", "roster", "verified", "token"];

/// Fields of an event, not yet judged together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventForm {
    table: Table,
}

/// What every event has and no form gives.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The bag.
    pub bag: BagId,
    /// SHA-256 of event 0.
    pub seal: Sha256Digest,
    /// What the event says.
    pub kind: EventType,
    /// When it happened.
    pub time: UtcTime,
    /// Who did it.
    pub actor: super::Actor,
}

impl EventForm {
    /// Reads a form: ordinary TOML (comments, any order, any layout) with the fields and value rules of an event.
    ///
    /// # Errors
    /// If it is no TOML, is too long, or states what the writer fills in itself.
    pub fn parse(form: &str) -> Result<Self, RecordError> {
        if form.len() > record::MAX_RECORD_LEN {
            return Err(RecordError::TooLarge { size: form.len(), limit: record::MAX_RECORD_LEN });
        }
        let spanned = record::parse_toml(form)?;
        if let Some(field) = RESERVED.iter().find(|field| spanned.keys().any(|key| key.get_ref() == **field)) {
            let reason = "is filled in by the program and has no place in a form";
            return Err(RecordError::Contradiction { field, reason });
        }
        Ok(Self { table: record::deserialize(form, spanned)? })
    }

    /// States a field, `table.key` or at the top `key`, in place of what it said before. In a list, of its last entry.
    pub fn set(&mut self, field: &str, value: &str) {
        self.put(field, Value::String(value.to_owned()));
    }

    /// Adds a line to a field that takes several.
    pub fn push(&mut self, field: &str, value: &str) {
        let line = Value::String(value.to_owned());
        let fields = match field.split_once('.') {
            Some((table, _)) => self.fields_of(table),
            None => Some(&mut self.table),
        };
        let key = field.split_once('.').map_or(field, |(_, key)| key);
        match fields.and_then(|fields| fields.get_mut(key)) {
            Some(Value::Array(lines)) => lines.push(line),
            _ => self.put(field, Value::Array(vec![line])),
        }
    }

    /// Adds an entry to a list of tables; what has no value is left out.
    pub fn add(&mut self, list: &str, fields: &[(&str, Option<&str>)]) {
        let stated = fields.iter().filter_map(|(key, value)| Some(((*key).to_owned(), (*value)?.to_owned())));
        let entry = Value::Table(stated.map(|(key, value)| (key, Value::String(value))).collect());
        match self.table.get_mut(list) {
            Some(Value::Array(entries)) => entries.push(entry),
            _ => _ = self.table.insert(list.to_owned(), Value::Array(vec![entry])),
        }
    }

    /// Whether a field has a value in which a reader sees something; in a list, in every entry.
    pub fn states(&self, field: &str) -> bool {
        let is_stated = |value: Option<&Value>| match value {
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(Value::Array(lines)) => !lines.is_empty(),
            value => value.is_some(),
        };
        let Some((table, key)) = field.split_once('.') else { return is_stated(self.table.get(field)) };
        match self.table.get(table) {
            Some(Value::Table(fields)) => is_stated(fields.get(key)),
            Some(Value::Array(entries)) => !entries.is_empty() && entries.iter().all(|entry| is_stated(entry.get(key))),
            _ => false,
        }
    }

    /// The event with this heading. It has the number 1; its place in a log is for the writer to say.
    ///
    /// # Errors
    /// If a field is unknown or has not the form of its value. What the type needs is not looked at.
    pub fn event(&self, heading: Heading) -> Result<EventRecord, RecordError> {
        let Heading { bag, seal, kind, time, actor } = heading;
        let mut table = self.table.clone();
        let top = [
            ("bag", bag.to_string()),
            ("seal", seal.to_hex()),
            ("prev", seal.to_hex()),
            ("type", kind.name().to_owned()),
            ("time", time.to_string()),
        ];
        table.extend(top.map(|(key, value)| (key.to_owned(), Value::String(value))));
        table.insert("index".to_owned(), Value::Integer(1));
        let named = |text: &Option<Text>| text.as_ref().map(|text| Value::String(text.to_string()));
        let fields = [
            ("name", Some(Value::String(actor.name.to_string()))),
            ("key", Some(Value::String(actor.key.to_line()))),
            ("role", named(&actor.role)),
            ("capacity", named(&actor.capacity)),
        ];
        let fields = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
        table.insert("actor".to_owned(), Value::Table(fields));
        // Through text, so that what is wrong is named with its field.
        let text = written(&table);
        let parsed = record::parse_toml(&text)?;
        record::deserialize(&text, parsed).map_err(without_line)
    }

    fn put(&mut self, field: &str, value: Value) {
        match field.split_once('.') {
            None => _ = self.table.insert(field.to_owned(), value),
            Some((table, key)) => {
                if self.fields_of(table).is_none() {
                    let empty = Value::Table(Table::new());
                    let empty = if is_list(table) { Value::Array(vec![empty]) } else { empty };
                    self.table.insert(table.to_owned(), empty);
                }
                if let Some(fields) = self.fields_of(table) {
                    fields.insert(key.to_owned(), value);
                }
            }
        }
    }

    fn fields_of(&mut self, table: &str) -> Option<&mut Table> {
        match self.table.get_mut(table)? {
            Value::Table(fields) => Some(fields),
            Value::Array(entries) => entries.last_mut()?.as_table_mut(),
            _ => None,
        }
    }
}

fn is_list(table: &str) -> bool {
    matches!(table, "legal_basis" | "present" | "tool" | "output" | "change" | "correction" | "attachment")
}

/// As TOML with every key on a line of its own below its table.
fn written(table: &Table) -> String {
    let mut text = String::new();
    let is_group = |value: &Value| match value {
        Value::Table(_) => true,
        Value::Array(items) => items.iter().any(Value::is_table),
        _ => false,
    };
    for (key, value) in table.iter().filter(|(_, value)| !is_group(value)) {
        let _ = writeln!(text, "{} = {}", quoted(key), inline(value));
    }
    for (name, value) in table.iter().filter(|(_, value)| is_group(value)) {
        let entries = match value {
            Value::Array(entries) => entries.as_slice(),
            one => std::slice::from_ref(one),
        };
        for entry in entries {
            let (open, close) = if value.is_array() { ("[[", "]]") } else { ("[", "]") };
            let _ = writeln!(text, "{open}{}{close}", quoted(name));
            for (key, value) in entry.as_table().into_iter().flatten() {
                let _ = writeln!(text, "{} = {}", quoted(key), inline(value));
            }
        }
    }
    text
}

fn quoted(key: &str) -> String {
    let is_bare =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if is_bare { key.to_owned() } else { inline(&Value::String(key.to_owned())) }
}

fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => {
            let escaped = text.chars().fold(String::from("\""), |mut out, c| {
                match c {
                    '"' | '\\' => out.extend(['\\', c]),
                    c if c.is_control() => _ = write!(out, "\\U{:08X}", u32::from(c)),
                    c => out.push(c),
                }
                out
            });
            escaped + "\""
        }
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Table(fields) => {
            let fields = fields.iter().map(|(key, value)| format!("{} = {}", quoted(key), inline(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Integer(number) => number.to_string(),
        Value::Float(number) => format!("{number:?}"),
        Value::Boolean(value) => value.to_string(),
        Value::Datetime(time) => time.to_string(),
    }
}

/// The lines are those of a text that nobody has seen.
fn without_line(error: RecordError) -> RecordError {
    match error {
        RecordError::Malformed { field, reason, .. } => RecordError::Malformed { line: None, field, reason },
        error => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Actor;
    use crate::public_key::PublicKey;

    fn heading() -> Heading {
        let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";
        let (key, _) = PublicKey::from_line(key).expect("a key");
        let text = |text: &str| Text::new(text).expect("plain text");
        Heading {
            bag: "00112233445566778899aabbccddeeff".parse().expect("a bag"),
            seal: Sha256Digest([7; 32]),
            kind: EventType::Release,
            time: "2026-10-01T08:00:00Z".parse().expect("a time"),
            actor: Actor { name: text("A \"B\" \\ C"), key, role: Some(text("investigator")), capacity: None },
        }
    }

    #[test]
    fn flags_go_over_the_form_and_lists_grow() {
        let mut form = EventForm::parse(
            "# a form\nremarks = [\"one\"]\n[order]\nnumber = \"1\"\ndate = \"2026-10-01\"\n[[present]]\nname = \"X\"\n",
        )
        .expect("a form");
        form.set("purpose", "examination \"now\"");
        form.set("order.number", "2");
        form.push("remarks", "two");
        form.add("present", &[("name", Some("Y")), ("role", None)]);
        form.set("change.what", "the data");
        let event = form.event(heading()).expect("an event");
        assert_eq!(event.purpose.as_str(), "examination \"now\"");
        let order = event.order.expect("an order");
        assert_eq!(order.number.as_deref(), Some("2"));
        assert_eq!(order.date.map(|date| date.to_string()).as_deref(), Some("2026-10-01"));
        assert_eq!(event.remarks.iter().map(|text| text.as_str()).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(event.present.len(), 2);
        assert_eq!(event.change.len(), 1);
        assert_eq!(event.actor, heading().actor);
    }

    #[test]
    fn a_value_of_the_wrong_form_is_named_by_its_field() {
        for (field, value) in [("order.date", "tomorrow"), ("purpose", ""), ("purpose", "a\u{1b}b"), ("no.such", "x")] {
            let mut form = EventForm::default();
            form.set("purpose", "p");
            form.set(field, value);
            let error = form.event(heading()).expect_err("a refusal").to_string();
            let name = if field == "no.such" { "no" } else { field };
            assert!(error.contains(name), "{error}");
            assert!(!error.starts_with("line "), "{error}");
        }
    }

    #[test]
    fn a_form_cannot_state_what_the_program_fills_in() {
        for field in ["bag = \"x\"", "index = 1", "[actor]\nname = \"x\"", "[verified]\noutcome = \"confirmed\""] {
            assert!(matches!(EventForm::parse(field), Err(RecordError::Contradiction { .. })), "{field}");
        }
    }

    #[test]
    fn a_list_states_a_field_only_if_every_entry_does() {
        let mut form = EventForm::default();
        assert!(!form.states("present.role"));
        form.add("present", &[("name", Some("X")), ("role", Some("witness"))]);
        assert!(form.states("present.role"));
        form.add("present", &[("name", Some("Y"))]);
        assert!(form.states("present.name") && !form.states("present.role"));
        form.set("condition", "  ");
        assert!(!form.states("condition"));
    }

    #[test]
    fn a_form_may_be_as_long_as_a_record_and_no_longer() {
        let limit = record::MAX_RECORD_LEN;
        assert_eq!(EventForm::parse(&"#".repeat(limit)), Ok(EventForm::default()));
        assert_eq!(EventForm::parse(&"#".repeat(limit + 1)), Err(RecordError::TooLarge { size: limit + 1, limit }));
    }

    #[test]
    fn a_field_is_named_in_a_list_and_by_a_key_that_needs_quotes() {
        let refused = |field: &str| {
            let mut form = EventForm::default();
            form.set("purpose", "p");
            form.set(field, "");
            form.event(heading()).expect_err("a refusal").to_string()
        };
        assert!(refused("present.name").starts_with("present.name: an empty string"), "{}", refused("present.name"));
        for field in ["details.a b", "details.", "details.a.b"] {
            assert!(refused(field).contains("the key of a free field"), "{field}: {}", refused(field));
        }
        let mut form = EventForm::default();
        form.set("purpose", "p");
        form.set("details.a_b-c", "x");
        assert!(form.event(heading()).expect_err("a refusal").to_string().contains("the key of a free field"));
        form = EventForm::default();
        form.set("order.number", "1");
        form.push("remarks", "one");
        assert!(
            form.states("remarks")
                && form.states("order.number")
                && !form.states("order.date")
                && !form.states("storage.location")
        );
    }
}
