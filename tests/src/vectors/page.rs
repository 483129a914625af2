//! Records and signed pages, written from `docs/spec/records.md` and `signatures.md`.

use super::people::Person;
use super::sshsig::Signature;

/// Tables of a format in their order, each with its keys in their order; the fields before the first table are those of `""`.
pub(super) type Schema = &'static [(&'static str, &'static [&'static str])];

/// A value, as it is written.
#[derive(Clone)]
pub(super) struct Value(pub(super) String);

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self(number.to_string())
    }
}

impl From<&[&str]> for Value {
    fn from(texts: &[&str]) -> Self {
        let texts: Vec<String> = texts.iter().map(|text| Self::from(*text).0).collect();
        Self(format!("[{}]", texts.join(", ")))
    }
}

/// A key and its value.
pub(super) type Field = (String, Value);

/// A field to be put into a table.
pub(super) fn field(key: &str, value: impl Into<Value>) -> Field {
    (key.to_owned(), value.into())
}

#[derive(Clone)]
struct Table {
    name: String,
    in_list: bool,
    fields: Vec<Field>,
}

/// A record that is being written.
#[derive(Clone)]
pub(super) struct Record {
    schema: Schema,
    tables: Vec<Table>,
}

impl Record {
    /// A record with nothing but its format.
    pub(super) fn new(schema: Schema, format: &str) -> Self {
        let top = Table { name: String::new(), in_list: false, fields: vec![field("format", format)] };
        Self { schema, tables: vec![top] }
    }

    /// Sets a field of the last table of this name, which is made if there is none; the top fields are in the table `""`.
    pub(super) fn set(&mut self, table: &str, key: &str, value: impl Into<Value>) {
        let at = match self.tables.iter().rposition(|other| other.name == table) {
            Some(at) => at,
            None => {
                self.tables.push(Table { name: table.to_owned(), in_list: false, fields: vec![] });
                self.tables.len() - 1
            }
        };
        let fields = &mut self.tables[at].fields;
        fields.retain(|(other, _)| other != key);
        fields.push(field(key, value));
    }

    /// Adds an entry to a list of tables.
    pub(super) fn push(&mut self, table: &str, fields: Vec<Field>) {
        self.tables.push(Table { name: table.to_owned(), in_list: true, fields });
    }

    /// Takes a field out of every table of this name; a table that is empty then goes too.
    pub(super) fn strike(&mut self, table: &str, key: &str) {
        for other in self.tables.iter_mut().filter(|other| other.name == table) {
            other.fields.retain(|(name, _)| name != key);
        }
        self.tables.retain(|table| !table.fields.is_empty());
    }

    /// Takes out all tables of this name.
    pub(super) fn strike_table(&mut self, table: &str) {
        self.tables.retain(|other| other.name != table);
    }

    /// The value of a field, as it is written.
    pub(super) fn value(&self, table: &str, key: &str) -> Option<&str> {
        let table = self.tables.iter().rev().find(|other| other.name == table)?;
        table.fields.iter().find(|(name, _)| name == key).map(|(_, value)| &value.0[..])
    }

    /// True if it has a table of this name.
    pub(super) fn has_table(&self, table: &str) -> bool {
        self.tables.iter().any(|other| other.name == table)
    }

    /// The text: tables and keys in the order of the schema, unknown ones behind.
    pub(super) fn text(&self) -> String {
        let place = |name: &str| self.schema.iter().position(|(table, _)| *table == name).unwrap_or(usize::MAX);
        let mut tables: Vec<&Table> = self.tables.iter().collect();
        tables.sort_by_key(|table| place(&table.name));
        let texts: Vec<String> = tables.iter().map(|table| self.table_text(table)).collect();
        texts.join("\n")
    }

    fn table_text(&self, table: &Table) -> String {
        let keys = self.schema.iter().find(|(name, _)| *name == table.name).map_or(&[][..], |(_, keys)| keys);
        let mut fields: Vec<&Field> = table.fields.iter().collect();
        fields.sort_by_key(|(key, _)| keys.iter().position(|other| other == key).unwrap_or(usize::MAX));
        let header = match (&table.name[..], table.in_list) {
            ("", _) => String::new(),
            (name, false) => format!("[{name}]\n"),
            (name, true) => format!("[[{name}]]\n"),
        };
        let fields: String = fields.iter().map(|(key, Value(value))| format!("{key} = {value}\n")).collect();
        header + &fields
    }
}

/// A record and the signature over it.
pub(super) fn page(record: &str, namespace: &str, signer: &Person) -> Vec<u8> {
    let armour = Signature::make(&signer.key, namespace, record.as_bytes()).armour();
    format!("{record}{armour}").into_bytes()
}
