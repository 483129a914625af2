//! The descriptive part of a seal: what the signer states about case, exhibit, source and acquisition.
//!
//! It is the same struct whether it is read from a sealed record or from the form that an investigator fills in. The
//! program checks its form, never its truth. Spec: `docs/spec/records.md`, "Statement".

mod tables;

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

pub use tables::*;

use crate::record::{self, RecordError, Section, Sections, TableFields, Value};
use crate::text::Text;

/// The descriptive tables of a seal record, all of them optional here; a profile says which must be filled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Statement {
    /// The proceedings.
    pub case: Case,
    /// The offences as each State qualifies them.
    pub offence: Vec<Offence>,
    /// Orders, warrants, consents, requests.
    pub legal_basis: Vec<LegalBasis>,
    /// The exhibit as on its label.
    pub exhibit: Exhibit,
    /// The physical package.
    pub package: Package,
    /// The device or service that the data comes from.
    pub source: Source,
    /// The device's clock against a reference.
    pub clock: Clock,
    /// How the data was acquired.
    pub acquisition: Acquisition,
    /// The tools used.
    pub tool: Vec<Tool>,
    /// Who was present.
    pub present: Vec<Present>,
    /// Changes to the original that could not be avoided.
    pub change: Vec<Change>,
    /// Protection labels.
    pub labels: Labels,
    /// How long the data is kept.
    pub retention: Retention,
    /// What the signer declares.
    pub declaration: Declaration,
    /// Who refused to sign.
    pub refusal: Vec<Refusal>,
    /// Free fields, shown as they are and never interpreted.
    pub details: BTreeMap<DetailKey, Text>,
}

impl Statement {
    /// Names of the top-level tables that belong to the statement.
    pub(crate) const TABLES: [&str; 16] = [
        "case",
        "offence",
        "legal_basis",
        "exhibit",
        "package",
        "source",
        "clock",
        "acquisition",
        "tool",
        "present",
        "change",
        "labels",
        "retention",
        "declaration",
        "refusal",
        "details",
    ];

    /// Reads a form: ordinary TOML (comments, any order, any layout) with the fields and value rules of the record.
    ///
    /// Unknown tables and keys, empty strings and forbidden characters are errors that name the line.
    pub fn from_form(form: &str) -> Result<Self, RecordError> {
        if form.len() > record::MAX_RECORD_LEN {
            return Err(RecordError::TooLarge { size: form.len(), limit: record::MAX_RECORD_LEN });
        }
        let table = record::parse_toml(form)?;
        let statement: Self = record::deserialize(form, table)?;
        // What cannot be written must not be accepted: an entry without fields, an oversized whole.
        record::to_bytes(&statement.sections())?;
        Ok(statement)
    }

    /// The tables and fields that have a value, in the order of the record, `details` last.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut out = Sections::default();
        self.write_tables(&mut out);
        self.write_details(&mut out);
        out.0
    }

    /// Which of the `required` fields have no value. A field is named `table.key`, a list of tables by its name alone;
    /// `table.key` in a list must be present in every entry, and the list must not be empty.
    ///
    /// ```
    /// # use sealbag_custody::statement::Statement;
    /// let form = "[case]\nnumber = \"7\"\n\n[[tool]]\nname = \"dd\"\n";
    /// let statement = Statement::from_form(form).expect("a good form");
    /// let required = ["case.number", "exhibit.number", "tool.name", "tool.version", "offence"];
    /// assert_eq!(statement.missing(&required), ["exhibit.number", "tool.version", "offence"]);
    /// ```
    pub fn missing<'r>(&self, required: &[&'r str]) -> Vec<&'r str> {
        let sections = self.sections();
        let has = |name: &str| {
            let (table, key) = name.split_once('.').unwrap_or((name, ""));
            let mut of_table = sections.iter().filter(|section| section.name == table).peekable();
            let has_key = |section: &Section<'_>| key.is_empty() || section.fields.iter().any(|(name, _)| name == key);
            of_table.peek().is_some() && of_table.all(has_key)
        };
        required.iter().copied().filter(|name| !has(name)).collect()
    }

    pub(crate) fn write_tables<'a>(&'a self, out: &mut Sections<'a>) {
        out.table("case", &self.case);
        out.entries("offence", &self.offence);
        out.entries("legal_basis", &self.legal_basis);
        out.table("exhibit", &self.exhibit);
        out.table("package", &self.package);
        out.table("source", &self.source);
        out.table("clock", &self.clock);
        out.table("acquisition", &self.acquisition);
        out.entries("tool", &self.tool);
        out.entries("present", &self.present);
        out.entries("change", &self.change);
        out.table("labels", &self.labels);
        out.table("retention", &self.retention);
        out.table("declaration", &self.declaration);
        out.entries("refusal", &self.refusal);
    }

    pub(crate) fn write_details<'a>(&'a self, out: &mut Sections<'a>) {
        out.table("details", &self.details);
    }
}

impl TableFields for BTreeMap<DetailKey, Text> {
    fn fields(&self) -> Vec<(std::borrow::Cow<'_, str>, Value<'_>)> {
        self.iter().map(|(key, text)| (key.0.as_str().into(), Value::Text(text.as_str().into()))).collect()
    }
}

/// The name of a free field: a lower-case letter, then letters, digits and `_`, 64 at most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct DetailKey(String);

/// Why a string is not the name of a free field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key of a free field is a letter a-z, then a-z, 0-9 and _, at most 64 characters")]
pub struct DetailKeyError;

impl TryFrom<String> for DetailKey {
    type Error = DetailKeyError;

    fn try_from(key: String) -> Result<Self, DetailKeyError> {
        let valid = key.len() <= 64
            && key.starts_with(|c: char| c.is_ascii_lowercase())
            && key.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'));
        if valid { Ok(Self(key)) } else { Err(DetailKeyError) }
    }
}

impl fmt::Display for DetailKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
