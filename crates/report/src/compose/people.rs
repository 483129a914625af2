//! Sections 10 and 11: the legal basis as declared, the signers and how they were recognised.

use std::collections::BTreeMap;

use sealbag::log::Signatory;
use sealbag_custody::record::Section;

use super::{Scene, shown_field};
use crate::document::{Block, Inline, Line, Table, Value, message};
use crate::facts::Recorded;

pub(super) fn legal(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    if facts.seal().is_none() {
        return vec![Block::Paragraph(Line::plain(words.text("legal-not-shown")))];
    }
    let mut blocks = Vec::new();
    for entry in &facts.entries {
        let sections = match &entry.recorded {
            Recorded::Seal(record) => record.sections(),
            Recorded::Event(record) => record.sections(),
            Recorded::None => Vec::new(),
        };
        for section in sections.iter().filter(|section| is_legal(section)) {
            let rows = section.fields.iter().map(|(key, value)| (words.field(key), shown_field(key, value, words)));
            let name = words.field(section.name);
            let heading = words.with("events-title", &[("n", &entry.index), ("event", &name)]);
            blocks.push(Block::Heading(heading));
            blocks.push(Block::Facts(rows.collect()));
        }
    }
    let first = if blocks.is_empty() { "legal-none" } else { "legal-declared" };
    blocks.insert(0, Block::Paragraph(Line::plain(words.text(first))));
    blocks
}

fn is_legal(section: &Section<'_>) -> bool {
    matches!(section.name, "legal_basis" | "offence" | "order" | "request" | "retention")
}

pub(super) fn signers(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    // A person with two keys is two rows, and so is a key under two names.
    let mut by_key: BTreeMap<(String, String), (&Signatory, Vec<u32>)> = BTreeMap::new();
    for entry in &facts.entries {
        if let Some(by) = &entry.by {
            let key = (by.fingerprint.clone(), by.stated.clone());
            by_key.entry(key).or_insert_with(|| (by, Vec::new())).1.push(entry.index);
        }
    }
    let mut signers: Vec<_> = by_key.into_values().collect();
    signers.sort_by_key(|(_, entries)| entries.first().copied());
    let rows = signers.into_iter().map(|(by, entries)| {
        vec![
            Line::plain(ranges(&entries)),
            Line::quoted(&by.stated).below(Line::mono(&by.fingerprint)),
            recognised(scene, by),
        ]
    });
    let mut blocks = Vec::new();
    let table = Table {
        caption: String::new(),
        head: ["signers-entries", "signers-stated", "signers-roster"].map(|key| words.text(key)).to_vec(),
        widths: vec![14, 46, 40],
        rows: rows.collect(),
    };
    if table.rows.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(words.text("subject-not-shown"))));
    } else {
        blocks.push(Block::Table(table));
    }
    blocks.push(Block::Heading(words.text("signers-trust")));
    blocks.push(Block::List(trust(scene)));
    blocks
}

fn recognised(scene: &Scene<'_>, by: &Signatory) -> Line {
    let words = scene.words;
    let Some(person) = &by.person else { return Line::plain(words.text("signers-nobody")) };
    let Some(listed) = &person.listed else { return Line::plain(words.text("signers-key-known")) };
    let roles: Vec<String> = by.roles.iter().map(|role| crate::document::harmless(&words.role(role))).collect();
    let mut line = Line::quoted(&person.name);
    if let Some(body) = &listed.organisation {
        line = line.below(Line::quoted(body));
    }
    if !roles.is_empty() {
        line = line.below(Line::plain(roles.join(", ")));
    }
    line
}

/// `0, 2-4, 7`.
fn ranges(entries: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for entry in entries {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == *entry => *end = *entry,
            _ => runs.push((*entry, *entry)),
        }
    }
    let shown = runs.into_iter().map(|(from, to)| match to - from {
        0 => from.to_string(),
        1 => format!("{from}, {to}"),
        _ => format!("{from}–{to}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}

fn trust(scene: &Scene<'_>) -> Vec<Line> {
    let (words, opening) = (scene.words, &scene.facts.opening);
    if opening.anchors.is_empty() {
        return vec![Line::plain(words.text("anchors-none"))];
    }
    let mut list: Vec<Line> = Vec::new();
    for kind in &opening.anchors {
        let key = format!("anchor-{kind}");
        if words.has(&key) {
            list.push(Line::plain(words.text(&key)));
        } else {
            list.push(Line(vec![Inline::English((*kind).to_owned())]));
        }
    }
    for roster in &opening.rosters {
        let (hash, date) = (roster.sha256.to_hex(), words.date_of(roster.issued));
        let keys = roster.fingerprints.join(", ");
        let values = [
            ("authority", Value::Quoted(roster.authority.as_str())),
            ("version", Value::Plain(&roster.version)),
            ("date", Value::Plain(&date)),
            ("hash", Value::Mono(hash.as_str())),
            ("key", Value::Mono(keys.as_str())),
        ];
        let mut line = message(words, "rosters-used", &values);
        let count = roster.fingerprints.len();
        if count > 1 {
            let values: [(&str, &dyn std::fmt::Display); 2] = [("threshold", &roster.threshold), ("keys", &count)];
            line = line.below(Line::plain(words.with("rosters-threshold", &values)));
        }
        if let Some(by) = &roster.recognition {
            let roles: Vec<String> = by.roles.iter().map(|role| crate::document::harmless(&words.role(role))).collect();
            let (roles, from, to) = (roles.join(", "), words.date_of(by.valid_from), words.date_of(by.valid_to));
            let scope = [
                ("purpose", Value::Quoted(by.purpose.as_str())),
                ("roles", Value::Plain(&roles)),
                ("from", Value::Plain(&from)),
                ("to", Value::Plain(&to)),
            ];
            line = line
                .below(message(words, "rosters-recognised", &[("by", Value::Quoted(by.authority.as_str()))]))
                .below(message(words, "rosters-scope", &scope));
        }
        list.push(line);
    }
    if !opening.rosters.is_empty() {
        list.push(Line::plain(words.text("rosters-compare")));
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_entries_are_drawn_together() {
        assert_eq!(ranges(&[0]), "0");
        assert_eq!(ranges(&[0, 1, 3, 4, 5, 9]), "0, 1, 3–5, 9");
    }
}
