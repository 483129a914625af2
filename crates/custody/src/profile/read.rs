//! Reading a profile: TOML with known keys only. Every unknown key, missing key and wrong value is found, not only the
//! first, and each has its line.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::finding::{LintFinding, Severity};
use crate::text::{Text, is_forbidden, shown};

/// The largest profile, in bytes.
pub const MAX_PROFILE_LEN: usize = 64 * 1024;

/// A value and its line.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) line: usize,
}

/// A table of the file, with its name for messages and its line.
#[derive(Clone, Copy)]
pub(super) struct Node<'n> {
    pub(super) table: &'n DeTable<'n>,
    pub(super) name: &'static str,
    pub(super) line: usize,
}

/// Reads values, and collects what is wrong.
pub(super) struct Reader<'s> {
    source: &'s str,
    pub(super) findings: Vec<LintFinding>,
}

/// Keys by which somebody might try to take away what the core demands.
const WEAKENING: [&str; 10] = [
    "allow_missing",
    "core",
    "exempt",
    "except",
    "not_required",
    "optional",
    "override",
    "remove",
    "unrequired",
    "waive",
];

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, findings: Vec::new() }
    }

    pub(super) fn say(&mut self, severity: Severity, line: usize, message: impl AsRef<str>) {
        self.findings.push(LintFinding { line, severity, message: shown(message.as_ref()) });
    }

    pub(super) fn error(&mut self, line: usize, message: impl AsRef<str>) {
        self.say(Severity::Error, line, message);
    }

    /// Size and characters, before anything is parsed: what a reader of the file sees is what the program reads.
    pub(super) fn check_characters(&mut self) -> bool {
        if self.source.len() > MAX_PROFILE_LEN {
            self.error(1, format!("the profile is longer than {MAX_PROFILE_LEN} bytes"));
            return false;
        }
        for (index, line) in self.source.split('\n').enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            if let Some(c) = line.chars().find(|c| *c != '\t' && is_forbidden(*c)) {
                self.error(index + 1, format!("character U+{:04X} is not allowed", u32::from(c)));
            }
        }
        self.findings.is_empty()
    }

    pub(super) fn line_of<T>(&self, value: &Spanned<T>) -> usize {
        self.line_at(value.span().start)
    }

    pub(super) fn line_at(&self, offset: usize) -> usize {
        let before = &self.source.as_bytes()[..offset.min(self.source.len())];
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    }

    /// Refuses what is not known: a misspelt key would require nothing, and nobody would notice.
    pub(super) fn known(&mut self, node: Node<'_>, known: &[&str]) {
        for key in node.table.keys() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let line = self.line_of(key);
            if WEAKENING.contains(&name) {
                let place = in_table(node.name);
                self.error(
                    line,
                    format!("{name}{place}: a profile only adds to the core and never takes away from it"),
                );
            } else {
                let expected = known.join(", ");
                self.error(line, format!("unknown key {name}{}, expected one of {expected}", in_table(node.name)));
            }
        }
    }

    pub(super) fn optional_text(&mut self, node: Node<'_>, key: &str) -> Option<At<Text>> {
        let value = node.table.get(key)?;
        let line = self.line_of(value);
        match value.get_ref() {
            DeValue::String(text) => self.checked(node.name, key, text, line),
            other => {
                self.wrong_type(node.name, key, line, "a string", other);
                None
            }
        }
    }

    pub(super) fn text(&mut self, node: Node<'_>, key: &str) -> Option<At<Text>> {
        self.demand(node, key);
        self.optional_text(node, key)
    }

    pub(super) fn optional_integer(&mut self, node: Node<'_>, key: &str) -> Option<At<u64>> {
        let value = node.table.get(key)?;
        let line = self.line_of(value);
        let number = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            other => {
                self.wrong_type(node.name, key, line, "a whole number", other);
                return None;
            }
        };
        if number.is_none() {
            self.error(line, format!("{key}{}: the number is negative or too large", in_table(node.name)));
        }
        number.map(|value| At { value, line })
    }

    pub(super) fn integer(&mut self, node: Node<'_>, key: &str) -> Option<At<u64>> {
        self.demand(node, key);
        self.optional_integer(node, key)
    }

    /// An array of strings; nothing if the key is not there.
    pub(super) fn texts(&mut self, node: Node<'_>, key: &str) -> Vec<At<Text>> {
        let Some(value) = node.table.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(node.name, key, self.line_of(value), "an array of strings", value.get_ref());
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            let line = self.line_of(item);
            match item.get_ref() {
                DeValue::String(text) => texts.extend(self.checked(node.name, key, text, line)),
                other => self.wrong_type(node.name, key, line, "an array of strings", other),
            }
        }
        texts
    }

    pub(super) fn optional_table<'n>(&mut self, parent: Node<'n>, key: &str, name: &'static str) -> Option<Node<'n>> {
        let value = parent.table.get(key)?;
        let line = self.line_of(value);
        match value.get_ref() {
            DeValue::Table(table) => Some(Node { table, name, line }),
            other => {
                self.wrong_type(parent.name, key, line, "a table", other);
                None
            }
        }
    }

    pub(super) fn table<'n>(&mut self, parent: Node<'n>, key: &str, name: &'static str) -> Option<Node<'n>> {
        self.demand(parent, key);
        self.optional_table(parent, key, name)
    }

    /// The entries of a list of tables; nothing if it is not there.
    pub(super) fn entries<'n>(&mut self, parent: Node<'n>, key: &str, name: &'static str) -> Vec<Node<'n>> {
        let Some(value) = parent.table.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(parent.name, key, self.line_of(value), "a list of tables", value.get_ref());
            return Vec::new();
        };
        let mut nodes = Vec::new();
        for item in items.iter() {
            let line = self.line_of(item);
            match item.get_ref() {
                DeValue::Table(table) => nodes.push(Node { table, name, line }),
                other => self.wrong_type(parent.name, key, line, "a list of tables", other),
            }
        }
        nodes
    }

    fn demand(&mut self, node: Node<'_>, key: &str) {
        if !node.table.contains_key(key) {
            self.error(node.line, format!("{key} is missing{}", in_table(node.name)));
        }
    }

    fn checked(&mut self, table: &str, key: &str, text: &str, line: usize) -> Option<At<Text>> {
        match Text::new(text) {
            Ok(value) => Some(At { value, line }),
            Err(error) => {
                self.error(line, format!("{key}{}: {error}", in_table(table)));
                None
            }
        }
    }

    fn wrong_type(&mut self, table: &str, key: &str, line: usize, expected: &str, found: &DeValue<'_>) {
        self.error(line, format!("{key}{}: expected {expected}, found {}", in_table(table), found.type_str()));
    }
}

fn in_table(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" in {name}") }
}
