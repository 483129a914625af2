//! The rules between the fields of a roster, for a signed one and for a draft (`docs/spec/roster.md`, "Form").

use std::collections::{BTreeMap, BTreeSet};

use super::{Outgoing, Person, RecognitionEntry, RecognitionRecord, RosterKey};
use crate::keyset::Keyset;
use crate::public_key::PublicKey;
use crate::record::RecordError;
use crate::text::Text;

/// A rule that does not hold, and the field to look at.
pub(super) struct Broken {
    table: &'static str,
    /// Which of the tables of that name, from 0.
    entry: usize,
    key: &'static str,
    reason: String,
}

impl Broken {
    /// The error, with the line of the field if the record's text is at hand.
    pub(super) fn into_error(self, text: Option<&str>) -> RecordError {
        let line = text.and_then(|text| self.line_in(text));
        let field = if self.table.is_empty() { self.key.to_owned() } else { format!("{}.{}", self.table, self.key) };
        RecordError::Malformed { line, field: Some(field), reason: self.reason }
    }

    /// The line of the field, else that of the header above it; counted from 1.
    fn line_in(&self, text: &str) -> Option<usize> {
        let header = if matches!(self.table, "person" | "key" | "recognition") {
            format!("[[{}]]", self.table)
        } else {
            format!("[{}]", self.table)
        };
        let mut lines = text.lines().enumerate();
        let mut found = None;
        if !self.table.is_empty() {
            let (number, _) = lines.by_ref().filter(|(_, line)| *line == header).nth(self.entry)?;
            found = Some(number + 1);
        }
        let begin = format!("{} = ", self.key);
        for (number, line) in lines {
            if line.starts_with('[') {
                break;
            }
            if line.starts_with(&begin) {
                return Some(number + 1);
            }
        }
        found
    }
}

/// The rules of `[authority]` and `[outgoing]`.
pub(super) fn check_keys(
    version: u64,
    keys: Option<&Keyset>,
    origin: Option<&PublicKey>,
    outgoing: Option<&Outgoing>,
) -> Result<(), Broken> {
    let broken = |table, key, reason: &str| Err(Broken { table, entry: 0, key, reason: reason.to_owned() });
    if origin.is_some() && origin == keys.map(Keyset::first) {
        return broken("authority", "origin", "is left out where it is the first key");
    }
    let Some(Outgoing { keys: before }) = outgoing else { return Ok(()) };
    if version < 2 {
        return broken("outgoing", "key", "version 1 has no keys before it");
    }
    if keys.is_some_and(|keys| keys.is_same(before)) {
        return broken("outgoing", "key", "these are the keys of the authority: nothing is handed over");
    }
    Ok(())
}

/// The rules of `[[recognition]]`.
pub(super) fn check_register(entries: &[RecognitionEntry]) -> Result<(), Broken> {
    for (entry, one) in entries.iter().enumerate() {
        let broken = |key, reason: &str| Err(Broken { table: "recognition", entry, key, reason: reason.to_owned() });
        if one.version == 0 {
            return broken("version", "versions are numbered from 1");
        }
        if entries[..entry].iter().any(|other| other.authority == one.authority) {
            return broken("authority", "this authority stands twice");
        }
    }
    Ok(())
}

/// The rules between the fields of a recognition.
pub(super) fn check_recognition(record: &RecognitionRecord) -> Result<(), Broken> {
    let broken = |table, key, reason: &str| Err(Broken { table, entry: 0, key, reason: reason.to_owned() });
    match (record.version, record.previous) {
        (0, _) => return broken("", "version", "versions are numbered from 1"),
        (1, Some(_)) => return broken("", "previous", "version 1 has no version before it"),
        (2.., None) => return broken("", "previous", "is required from version 2 on"),
        _ => {}
    }
    for (table, authority) in [("authority", &record.authority), ("recognized", &record.recognized)] {
        if authority.origin.as_ref() == Some(authority.keys.first()) {
            return broken(table, "origin", "is left out where it is the first key");
        }
    }
    if record.authority.origin() == record.recognized.origin() {
        return broken("recognized", "name", "nobody recognises themselves");
    }
    let scope = &record.scope;
    if let Err(reason) = check_roles(&scope.roles) {
        return broken("scope", "roles", reason);
    }
    if scope.valid_to <= scope.valid_from {
        return broken("scope", "valid_to", "is not after valid_from");
    }
    if scope.minimum_version == Some(0) {
        return broken("scope", "minimum_version", "versions are numbered from 1");
    }
    if scope.reason.is_some() && scope.withdrawn.is_none() {
        return broken("scope", "reason", "stands beside withdrawn only");
    }
    Ok(())
}

/// The first rule that does not hold.
pub(super) fn check(version: u64, has_previous: bool, persons: &[Person], keys: &[RosterKey]) -> Result<(), Broken> {
    let top = |key, reason: &str| Err(Broken { table: "", entry: 0, key, reason: reason.to_owned() });
    match (version, has_previous) {
        (0, _) => return top("version", "versions are numbered from 1"),
        (1, true) => return top("previous", "version 1 has no version before it"),
        (2.., false) => return top("previous", "is required from version 2 on"),
        _ => {}
    }
    let mut ids = BTreeSet::new();
    for (entry, person) in persons.iter().enumerate() {
        let broken = |reason: String| Err(Broken { table: "person", entry, key: "id", reason });
        if !is_id(&person.id) {
            return broken("an id is 1 to 64 of a-z 0-9 . _ -".to_owned());
        }
        if !ids.insert(person.id.as_str()) {
            return broken(format!("the id {} stands twice", person.id));
        }
    }
    let mut owners: BTreeMap<String, &Text> = BTreeMap::new();
    for (entry, key) in keys.iter().enumerate() {
        let broken = |name, reason: String| Err(Broken { table: "key", entry, key: name, reason });
        if let Some(owner) = owners.insert(key.key.to_line(), &key.person) {
            return broken("key", format!("this key is that of {owner} already: one key, one person"));
        }
        if !ids.contains(key.person.as_str()) {
            return broken("person", "no person has this id".to_owned());
        }
        if let Err(reason) = check_roles(&key.roles) {
            return broken("roles", reason.to_owned());
        }
        if key.valid_to.is_some_and(|end| end <= key.valid_from) {
            return broken("valid_to", "is not after valid_from".to_owned());
        }
    }
    Ok(())
}

/// True if `text` can tell one person from another: 1 to 64 of `a-z 0-9 . _ -`.
pub(super) fn is_id(text: &str) -> bool {
    let is_allowed = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
    (1..=64).contains(&text.len()) && text.bytes().all(is_allowed)
}

fn check_roles(roles: &[Text]) -> Result<(), &'static str> {
    let is_role = |role: &Text| role.len() <= 64 && role.bytes().all(|b| matches!(b, b'a'..=b'z' | b'_'));
    if roles.is_empty() {
        Err("is required")
    } else if !roles.iter().all(is_role) {
        Err("a role is 1 to 64 of a-z _")
    } else if roles.iter().collect::<BTreeSet<_>>().len() != roles.len() {
        Err("a role stands twice")
    } else {
        Ok(())
    }
}
