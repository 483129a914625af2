//! The fields of an event that people state, before the event has its place in a log.
//!
//! They come from a form, from flags and from answers; together they are read as strictly as a record.
#[cfg(test)]
mod tests;
mod written;

use sealbag_manifest::digest::Sha256Digest;
use toml::{Table, Value};

use self::written::written;
use super::{EventRecord, EventType};
use crate::record::{self, RecordError};
use crate::scalar::{BagId, UtcTime};
use crate::text::Text;

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

/// The lines are those of a text that nobody has seen.
fn without_line(error: RecordError) -> RecordError {
    match error {
        RecordError::Malformed { field, reason, .. } => RecordError::Malformed { line: None, field, reason },
        error => error,
    }
}
