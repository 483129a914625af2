//! What a statement still lacks under a profile, and how answers are put into it.

use toml::{Table, Value as TomlValue};

use super::fields::{self, Kind, SEAL_FIELDS};
use crate::record::{self, RecordError, SectionKind, Value};
use crate::scalar::{Date, ScalarError, UtcOffset, UtcTime};
use crate::statement::Statement;
use crate::text::{Text, TextError};

use sealbag_manifest::digest::Sha256Digest;

/// A value that a statement lacks: a field, in a list the number of the entry from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// `table.key`.
    pub field: String,
    /// Which entry of a list; one after the last if the list is empty.
    pub entry: usize,
}

/// Why an answer cannot be the value of a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// Not a text of a record.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Nothing that a reader would see.
    #[error("nothing but spaces")]
    Blank,
    /// Not a date, time or offset.
    #[error(transparent)]
    Scalar(#[from] ScalarError),
    /// Not a digest.
    #[error("a SHA-256 digest is 64 lower-case hexadecimal digits")]
    Digest,
}

impl Need {
    /// Checks that an answer has the form of this field.
    ///
    /// # Errors
    /// If the field cannot hold it.
    pub fn check(&self, answer: &str) -> Result<(), AnswerError> {
        check(fields::kind_in_seal(self), answer)
    }

    /// What an answer looks like, where that is not plain text.
    pub fn form(&self) -> Option<&'static str> {
        match fields::kind_in_seal(self) {
            Kind::Date => Some("YYYY-MM-DD"),
            Kind::Time => Some("YYYY-MM-DDTHH:MM:SSZ"),
            Kind::Offset => Some("+HH:MM"),
            Kind::Digest | Kind::Digests => Some("SHA-256"),
            Kind::Text | Kind::Texts | Kind::Circumstance => None,
        }
    }
}

fn check(kind: Kind, answer: &str) -> Result<(), AnswerError> {
    Text::new(answer)?;
    if answer.trim().is_empty() {
        return Err(AnswerError::Blank);
    }
    match kind {
        Kind::Date => _ = answer.parse::<Date>()?,
        Kind::Time => _ = answer.parse::<UtcTime>()?,
        Kind::Offset => _ = answer.parse::<UtcOffset>()?,
        Kind::Digest | Kind::Digests => _ = Sha256Digest::from_hex(answer).ok_or(AnswerError::Digest)?,
        Kind::Text | Kind::Texts | Kind::Circumstance => {}
    }
    Ok(())
}

/// Which of these fields a statement has no value for, in their order. In a list every entry needs them, and an empty list lacks
/// its first entry. What the program states itself is not lacking. A text in which a reader would see nothing counts as none.
pub fn needs<'f>(statement: &Statement, fields: impl IntoIterator<Item = &'f str>) -> Vec<Need> {
    let sections = statement.sections();
    let mut needs = Vec::new();
    for field in fields {
        let Some((table, key)) = field.split_once('.') else { continue };
        let entries: Vec<_> = sections.iter().filter(|section| section.name == table).collect();
        if fields::is_stated_by_the_program(field, !entries.is_empty()) {
            continue;
        }
        if entries.is_empty() {
            needs.push(Need { field: field.to_owned(), entry: 0 });
        }
        for (entry, section) in entries.iter().enumerate() {
            let has_value = |(name, value): &(_, Value<'_>)| name == key && !is_blank(value);
            if !section.fields.iter().any(has_value) {
                needs.push(Need { field: field.to_owned(), entry });
            }
        }
    }
    needs
}

fn is_blank(value: &Value<'_>) -> bool {
    match value {
        Value::Text(text) => text.trim().is_empty(),
        Value::Array(texts) => texts.iter().all(|text| text.trim().is_empty()),
        Value::Integer(_) | Value::Boolean(_) => false,
    }
}

/// The statement with the answers in it.
///
/// # Errors
/// If an answer does not have the form of its field, an entry of a list lacks the key that it must have, or the whole is too long.
pub fn fill(statement: &Statement, answers: &[(Need, String)]) -> Result<Statement, RecordError> {
    let mut tables = as_tables(statement);
    for (need, answer) in answers {
        let Some((table, key)) = need.field.split_once('.') else { continue };
        let answer = match fields::kind_in_seal(need) {
            Kind::Texts | Kind::Digests => TomlValue::Array(vec![TomlValue::String(answer.clone())]),
            _ => TomlValue::String(answer.clone()),
        };
        let is_list = fields::find(SEAL_FIELDS, &need.field).is_some_and(|(fields, _)| fields.list.is_some());
        let empty = if is_list { TomlValue::Array(Vec::new()) } else { TomlValue::Table(Table::new()) };
        match tables.entry(table.to_owned()).or_insert(empty) {
            TomlValue::Array(entries) => {
                if need.entry >= entries.len() {
                    entries.push(TomlValue::Table(Table::new()));
                }
                let last = entries.len() - 1;
                if let Some(TomlValue::Table(fields)) = entries.get_mut(need.entry.min(last)) {
                    fields.insert(key.to_owned(), answer);
                }
            }
            TomlValue::Table(fields) => _ = fields.insert(key.to_owned(), answer),
            _ => {}
        }
    }
    let filled: Statement = tables.try_into().map_err(|error| record::malformed("", &error))?;
    record::to_bytes(&filled.sections())?;
    Ok(filled)
}

fn as_tables(statement: &Statement) -> Table {
    let mut tables = Table::new();
    for section in statement.sections() {
        let fields = section.fields.iter().map(|(key, value)| (key.to_string(), as_toml(value)));
        let fields = TomlValue::Table(fields.collect());
        match section.kind {
            SectionKind::Entry => {
                let list = tables.entry(section.name).or_insert(TomlValue::Array(Vec::new()));
                if let TomlValue::Array(entries) = list {
                    entries.push(fields);
                }
            }
            SectionKind::Top | SectionKind::Table => _ = tables.insert(section.name.to_owned(), fields),
        }
    }
    tables
}

fn as_toml(value: &Value<'_>) -> TomlValue {
    match value {
        Value::Text(text) => TomlValue::String(text.to_string()),
        // A record's integers are below 2^63.
        Value::Integer(number) => TomlValue::Integer(i64::try_from(*number).unwrap_or(i64::MAX)),
        Value::Boolean(value) => TomlValue::Boolean(*value),
        Value::Array(texts) => TomlValue::Array(texts.iter().map(|text| TomlValue::String(text.to_string())).collect()),
    }
}
