//! The shape of a record: sections of named values, in the order in which they are written.

use std::borrow::Cow;

use sealbag_manifest::digest::Sha256Digest;

use crate::public_key::PublicKey;
use crate::scalar::{BagId, Date, UtcOffset, UtcTime};
use crate::text::Text;

/// A value of a record. Arrays hold strings only in version 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A string without forbidden characters.
    Text(Cow<'a, str>),
    /// An integer from 0 to 2^63 - 1.
    Integer(u64),
    /// A truth value.
    Boolean(bool),
    /// A one-line array of strings, never empty.
    Array(Vec<Cow<'a, str>>),
}

/// How a section is headed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// The fields before the first header.
    Top,
    /// `[name]`: at most once.
    Table,
    /// `[[name]]`: one entry of a list.
    Entry,
}

/// One group of fields of a record, for writing and for showing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The table's name; empty at the top.
    pub name: &'static str,
    /// How it is headed.
    pub kind: SectionKind,
    /// The fields that have a value, in order.
    pub fields: Vec<(Cow<'a, str>, Value<'a>)>,
}

/// A type that can stand as the value of a field; `None` means absent.
pub(crate) trait Field {
    fn value(&self) -> Option<Value<'_>>;
}

/// A struct whose fields are the fields of one table, in schema order.
pub(crate) trait TableFields {
    fn fields(&self) -> Vec<(Cow<'_, str>, Value<'_>)>;
}

/// Collects sections in schema order; a table without any value is left out.
#[derive(Default)]
pub(crate) struct Sections<'a>(pub(crate) Vec<Section<'a>>);

impl<'a> Sections<'a> {
    pub(crate) fn top(&mut self, fields: Vec<(&'static str, Option<Value<'a>>)>) {
        let fields = fields.into_iter().filter_map(|(key, value)| Some((key.into(), value?))).collect();
        self.push("", SectionKind::Top, fields);
    }

    pub(crate) fn table(&mut self, name: &'static str, table: &'a impl TableFields) {
        let fields = table.fields();
        if !fields.is_empty() {
            self.push(name, SectionKind::Table, fields);
        }
    }

    pub(crate) fn optional(&mut self, name: &'static str, table: Option<&'a impl TableFields>) {
        if let Some(table) = table {
            self.table(name, table);
        }
    }

    pub(crate) fn entries(&mut self, name: &'static str, entries: &'a [impl TableFields]) {
        for entry in entries {
            self.push(name, SectionKind::Entry, entry.fields());
        }
    }

    fn push(&mut self, name: &'static str, kind: SectionKind, fields: Vec<(Cow<'a, str>, Value<'a>)>) {
        self.0.push(Section { name, kind, fields });
    }
}

/// Defines a table of the record: its Rust struct, how it is read, and the order in which it is written.
macro_rules! table {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        $(#[$meta])*
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }

        impl $crate::record::TableFields for $name {
            fn fields(&self) -> Vec<(std::borrow::Cow<'_, str>, $crate::record::Value<'_>)> {
                let fields = [$((stringify!($field).trim_start_matches("r#"), $crate::record::Field::value(&self.$field)),)*];
                fields.into_iter().filter_map(|(key, value)| Some((key.into(), value?))).collect()
            }
        }
    };
}
pub(crate) use table;

impl<T: Field> Field for Option<T> {
    fn value(&self) -> Option<Value<'_>> {
        self.as_ref().and_then(Field::value)
    }
}

impl Field for Text {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Text(Cow::Borrowed(self)))
    }
}

impl Field for Vec<Text> {
    fn value(&self) -> Option<Value<'_>> {
        (!self.is_empty()).then(|| Value::Array(self.iter().map(|text| Cow::Borrowed(text.as_str())).collect()))
    }
}

impl Field for Vec<Sha256Digest> {
    fn value(&self) -> Option<Value<'_>> {
        (!self.is_empty()).then(|| Value::Array(self.iter().map(|digest| Cow::Owned(digest.to_hex())).collect()))
    }
}

impl Field for u64 {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Integer(*self))
    }
}

/// Only `true` is written: a label that does not apply is absent.
impl Field for bool {
    fn value(&self) -> Option<Value<'_>> {
        self.then_some(Value::Boolean(true))
    }
}

impl Field for PublicKey {
    fn value(&self) -> Option<Value<'_>> {
        Some(Value::Text(self.to_line().into()))
    }
}

macro_rules! displayed_field {
    ($($type:ty),*) => {
        $(impl Field for $type {
            fn value(&self) -> Option<Value<'_>> {
                Some(Value::Text(self.to_string().into()))
            }
        })*
    };
}

displayed_field!(BagId, UtcTime, UtcOffset, Date, Sha256Digest);
