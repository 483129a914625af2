//! A roster or a draft as a person reads it.

use std::fmt::{Display, Write};

use super::super::said::{WIDTH, missing_lines, roles_shown};
use super::{Shown, ShownKey, ShownKeys, ShownMissing, ShownPerson};
use crate::columns::{Columns, padded};
use crate::terminal::{Terminal, Tone, record_text};
use crate::words::Words;

pub(super) fn text(roster: &Shown, terminal: &Terminal) -> String {
    let words = terminal.words();
    let mut block = Columns::new(terminal.language());
    let mut line = |label: &'static str, value: &str| block.line(words.text(label), value);
    let caution = |key| format!("{} {}", roster.file, terminal.paint(Tone::Caution, &words.text(key)));
    if roster.signed {
        line("say-roster-roster", &roster.file);
    } else if roster.unfinished.is_some() {
        line("say-roster-roster", &caution("say-roster-signed-by-few"));
    } else {
        line("say-roster-draft", &caution("say-roster-not-signed"));
    }
    let country = roster.authority.country.as_deref().map(|country| format!(" ({})", record_text(country)));
    line("say-roster-authority", &format!("{}{}", record_text(&roster.authority.name), country.unwrap_or_default()));
    roster.authority.keys.lines(words).iter().for_each(|(label, value)| line(label, value));
    roster.authority.origin.iter().for_each(|key| line("say-roster-first-key", key));
    let outgoing = roster.outgoing.iter().flat_map(|keys| keys.lines(words));
    outgoing.for_each(|(_, value)| line("say-roster-instead-of", &value));
    line("say-roster-version", &roster.version.to_string());
    roster.issued.iter().for_each(|time| line("say-roster-issued", time));
    roster.previous.iter().for_each(|digest| line("say-roster-previous", digest));
    roster.sha256.iter().for_each(|digest| line("field-sha256", digest));
    for entry in &roster.recognitions {
        let values: [(&str, &dyn Display); 2] = [("key", &entry.authority), ("version", &entry.version)];
        line("say-roster-recognises", &words.with("say-roster-recognition-entry", &values));
    }
    if let Some(unfinished) = &roster.unfinished {
        unfinished.signed_by.iter().for_each(|key| line("say-roster-signed-by", key));
        let missing = |missing: &ShownMissing| missing_lines(&mut block, missing.count, &missing.of, words);
        unfinished.missing.iter().for_each(missing);
    }
    let mut out = block.lines("", WIDTH);
    roster.persons.iter().for_each(|person| out.push_str(&person_text(person, terminal)));
    if roster.signed {
        let several = roster.authority.keys.threshold.is_some() || roster.outgoing.is_some();
        let holds = if several { "say-roster-signatures-hold" } else { "say-roster-signature-holds" };
        out.push_str(&format!("\n{}\n", words.text(holds)));
    }
    out
}

fn person_text(person: &ShownPerson, terminal: &Terminal) -> String {
    let words = terminal.words();
    let id = terminal.paint(Tone::Strong, &record_text(&person.id));
    let mut out = format!("\n{id}  {}\n", record_text(&person.name));
    let qualification = person.qualification.as_ref().map(|what| match &person.qualification_until {
        Some(until) => words.with("say-roster-qualification-until", &[("what", what), ("until", until)]),
        None => what.clone(),
    });
    for value in [&person.organisation, &person.unit, &person.country, &qualification].into_iter().flatten() {
        let _ = writeln!(out, "    {}", record_text(value));
    }
    if person.keys.is_empty() {
        let _ = writeln!(out, "    {}", words.text("say-roster-no-key"));
    }
    person.keys.iter().for_each(|key| key_text(key, &mut out, terminal));
    out
}

fn key_text(key: &ShownKey, out: &mut String, terminal: &Terminal) {
    let words = terminal.words();
    let mut block = Columns::new(terminal.language());
    block.line(words.text("label-key"), &key.fingerprint);
    block.line(words.text("say-roster-roles"), roles_shown(key.roles.iter().map(String::as_str), words));
    let valid = match &key.valid_to {
        Some(end) => words.with("say-roster-from-to", &[("from", &key.valid_from), ("to", end)]),
        None => words.with("say-roster-from", &[("from", &key.valid_from)]),
    };
    block.line(words.text("say-roster-valid"), valid);
    let reason = words.text("ui-reason");
    let width = block.width(9).max(reason.chars().count() + 1);
    out.push_str(&block.lines("    ", width));
    if let Some(time) = &key.retired {
        let (label, from) = (words.text("say-roster-retired"), words.with("say-roster-from-on", &[("time", time)]));
        let _ = writeln!(out, "    {}  {from}", terminal.paint(Tone::Caution, &label));
    }
    if let Some(time) = &key.compromised_since {
        let (label, since) = (words.text("say-roster-compromised"), words.with("say-roster-since", &[("time", time)]));
        let _ = writeln!(out, "    {}  {since}", terminal.paint(Tone::Bad, &label));
    }
    if let Some(text) = &key.reason {
        let _ = writeln!(out, "    {}{}", padded(&reason, width), record_text(text));
    }
}

impl ShownKeys {
    /// A line a key, and how many of several must sign.
    fn lines(&self, words: &Words) -> Vec<(&'static str, String)> {
        let one = self.fingerprint.iter().map(|fingerprint| ("label-key", fingerprint.clone()));
        let several = self.keys.iter().map(|key| ("label-key", key.fingerprint.clone()));
        let of = |k: u64| words.with("say-roster-threshold-of", &[("k", &k), ("n", &self.keys.len())]);
        let threshold = self.threshold.map(|needed| ("say-roster-threshold", of(needed)));
        one.chain(several).chain(threshold).collect()
    }
}
