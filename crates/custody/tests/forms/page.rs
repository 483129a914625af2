//! The tables of a page as records: which fields there are, in which order, of which kind.

/// One row: a table of the record.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// `[name]`, `[[name]]`, or empty at the top.
    pub(crate) header: String,
    /// Whether every record has it.
    pub(crate) is_mandatory: bool,
    /// Its fields in order.
    pub(crate) fields: Vec<Field>,
}

/// One key of a table.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) key: String,
    pub(crate) is_mandatory: bool,
    /// The words behind the key, such as `digest`.
    pub(crate) kind: String,
}

impl Table {
    /// The name without brackets.
    pub(crate) fn name(&self) -> &str {
        self.header.trim_matches(['[', ']'])
    }
}

/// The rows below `| table | keys in order |` in a section.
pub(crate) fn tables(page: &str, section: &str) -> Vec<Table> {
    let section = page.split_once(&format!("\n{section}\n")).unwrap_or_else(|| panic!("no section {section}")).1;
    let rows = section.split_once("| table | keys in order |\n|---|---|\n").expect("a table").1;
    rows.lines().map_while(|row| row.strip_prefix("| ")?.strip_suffix(" |")).map(table).collect()
}

fn table(row: &str) -> Table {
    let (head, keys) = row.split_once(" | ").expect("two cells");
    let header = head.split('`').nth(1).filter(|word| word.starts_with('[')).unwrap_or_default().to_owned();
    let keys = without_parentheses(keys);
    // What stands behind a colon explains the last key.
    let keys = keys.split(": ").next().unwrap_or_default();
    let fields = keys.split(", ").filter_map(field).collect();
    Table { is_mandatory: header.is_empty() || head.contains("**M**"), header, fields }
}

fn field(item: &str) -> Option<Field> {
    let mut parts = item.splitn(3, '`');
    let (_, key, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let kind = rest.replace("**M**", "").split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Field { key: key.to_owned(), is_mandatory: rest.contains("**M**"), kind })
}

fn without_parentheses(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .filter(|c| {
            depth += i32::from(*c == '(');
            let is_outside = depth == 0;
            depth -= i32::from(*c == ')');
            is_outside
        })
        .collect()
}

/// A test key, as a value.
pub(crate) const KEY: &str = "\"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c\"";

/// A value of that kind, and one that is not.
pub(crate) fn values(kind: &str) -> (String, String) {
    let digest = |digit: &str| format!("\"{}\"", digit.repeat(64));
    let pair = |good: &str, bad: &str| (good.to_owned(), bad.to_owned());
    match kind.split_whitespace().next().unwrap_or("text") {
        "bag" => pair("\"00112233445566778899aabbccddeeff\"", "\"00112233445566778899AABBCCDDEEFF\""),
        "digest" => (digest("a"), digest("A")),
        "time" => pair("\"2026-03-01T09:30:00Z\"", "\"2026-02-29T09:30:00Z\""),
        "offset" => pair("\"+05:00\"", "\"-00:00\""),
        "date" => pair("\"2026-02-20\"", "\"2026-02-30\""),
        "key" => (KEY.to_owned(), KEY.replace("AAAAC3", "AAAAC4")),
        "integer" => pair("7", "\"7\""),
        "array" if kind.contains("digests") => (format!("[{}, {}]", digest("a"), digest("b")), "[\"a\"]".to_owned()),
        "array" => pair("[\"A\", \"B\"]", "\"A\""),
        _ => pair("\"A \\\"B\\\" \\\\\"", "[\"A\"]"),
    }
}

/// A record as its parts: a header with `key = value` lines each; the first has none.
#[derive(Clone, Debug)]
pub(crate) struct Record(pub Vec<(String, Vec<(String, String)>)>);

impl Record {
    /// The bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let table = |(header, fields): &(String, Vec<(String, String)>)| {
            let head = if header.is_empty() { String::new() } else { format!("\n{header}\n") };
            head + &fields.iter().map(|(key, value)| format!("{key} = {value}\n")).collect::<String>()
        };
        self.0.iter().map(table).collect::<String>().into_bytes()
    }

    /// The table of that name; empty for the top.
    pub(crate) fn table(&mut self, name: &str) -> &mut Vec<(String, String)> {
        let found = self.0.iter_mut().find(|(header, _)| header.trim_matches(['[', ']']) == name);
        &mut found.unwrap_or_else(|| panic!("no table {name:?}")).1
    }

    /// The value of a field.
    pub(crate) fn set(&mut self, table: &str, key: &str, value: &str) {
        let field = self.table(table).iter_mut().find(|(known, _)| known == key);
        value.clone_into(&mut field.unwrap_or_else(|| panic!("no field {table}.{key}")).1);
    }

    /// Without a field; a table that had no other goes with it.
    pub(crate) fn without(&self, table: &str, key: &str) -> Self {
        let mut record = self.clone();
        record.table(table).retain(|(known, _)| known != key);
        record.0.retain(|(_, fields)| !fields.is_empty());
        record
    }

    /// Without a table.
    pub(crate) fn without_table(&self, table: &str) -> Self {
        let mut record = self.clone();
        record.0.retain(|(header, _)| header.trim_matches(['[', ']']) != table);
        record
    }

    /// Without what a need names: a key at the top, a table, or `table.key`.
    pub(crate) fn without_need(&self, need: &str) -> Self {
        match need.split_once('.') {
            Some((table, key)) => self.without(table, key),
            None if self.0.iter().any(|(header, _)| header.trim_matches(['[', ']']) == need) => {
                self.without_table(need)
            }
            None => self.without("", need),
        }
    }
}

/// Every way in which a record can break its form without lacking a field: each is refused by `accepts`.
pub(crate) fn refuses_other_forms(record: &Record, accepts: &dyn Fn(&[u8]) -> bool) {
    assert!(accepts(&record.bytes()), "{}", String::from_utf8_lossy(&record.bytes()));
    let refuse = |what: String, broken: Record| assert!(!accepts(&broken.bytes()), "accepted: {what}");
    for (at, (header, fields)) in record.0.iter().enumerate() {
        let with = |fields: Vec<(String, String)>| {
            let mut broken = record.clone();
            broken.0[at].1 = fields;
            broken
        };
        let unknown = [fields.clone(), vec![field_of("zz", "\"A\"")]].concat();
        assert_eq!(accepts(&with(unknown).bytes()), header == "[details]", "{header} with an unknown key");
        for (place, (key, _)) in fields.iter().enumerate() {
            let mut doubled = fields.clone();
            doubled.insert(place, fields[place].clone());
            refuse(format!("{header} {key} twice"), with(doubled));
            let mut empty = fields.clone();
            empty[place].1 = "\"\"".to_owned();
            refuse(format!("{header} {key} empty"), with(empty));
            if place > 0 && header != "[details]" {
                let mut swapped = fields.clone();
                swapped.swap(place - 1, place);
                refuse(format!("{header} {key} before the key before it"), with(swapped));
            }
        }
        if at > 0 && !header.starts_with("[[") {
            let mut doubled = record.clone();
            doubled.0.insert(at, record.0[at].clone());
            refuse(format!("{header} twice"), doubled);
        }
        if at > 1 {
            let mut swapped = record.clone();
            swapped.0.swap(at - 1, at);
            refuse(format!("{header} before the table before it"), swapped);
        }
    }
    let mut unknown = record.clone();
    unknown.0.push(("[zz]".to_owned(), vec![field_of("a", "\"A\"")]));
    refuse("an unknown table".to_owned(), unknown);
}

fn field_of(key: &str, value: &str) -> (String, String) {
    (key.to_owned(), value.to_owned())
}
