//! `sealbag roster show`: a roster or a draft as a person reads it, or as JSON.

use std::fmt::{Display, Write};
use std::path::{Path, PathBuf};

use sealbag_custody::joint::Missing;
use sealbag_custody::keyset::Keyset;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::record::format_of;
use sealbag_custody::roster::{
    Authority, DRAFT_FORMAT, Person, RECOGNITION_FORMAT, RecognitionEntry, RecognitionRecord, RosterKey, RosterRecord,
    UnfinishedRecognition, UnfinishedRoster, VerifiedRoster,
};
use serde::Serialize;

use super::said::{WIDTH, missing_lines, roles_shown};
use super::{Show, files, recognize};
use crate::columns::{Columns, padded};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, Tone, record_text, shown};
use crate::words::Words;

/// What is told about a roster; `docs/spec/roster.schema.json`.
#[derive(Serialize)]
struct Shown {
    format: &'static str,
    file: String,
    signed: bool,
    version: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    authority: ShownAuthority,
    /// The keys that handed over in this version.
    #[serde(skip_serializing_if = "Option::is_none")]
    outgoing: Option<ShownKeys>,
    /// Who signed so far, where that is not enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    unfinished: Option<ShownUnfinished>,
    persons: Vec<ShownPerson>,
    /// The recognitions in force.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recognitions: Vec<ShownEntry>,
}

#[derive(Serialize)]
struct ShownEntry {
    authority: String,
    version: u64,
}

fn entries(entries: &[RecognitionEntry]) -> Vec<ShownEntry> {
    let entry =
        |entry: &RecognitionEntry| ShownEntry { authority: entry.authority.fingerprint(), version: entry.version };
    entries.iter().map(entry).collect()
}

#[derive(Serialize)]
struct ShownAuthority {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(flatten)]
    keys: ShownKeys,
    /// The first key of the first version, if it is no longer the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<String>,
}

/// One key as `key` and `fingerprint`, several as `keys` with a threshold.
#[derive(Default, Serialize)]
struct ShownKeys {
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keys: Vec<ShownPublicKey>,
    #[serde(skip_serializing_if = "Option::is_none")]
    threshold: Option<u64>,
}

#[derive(Serialize)]
struct ShownPublicKey {
    key: String,
    fingerprint: String,
}

/// A roster that not enough keys have signed.
#[derive(Serialize)]
struct ShownUnfinished {
    signed_by: Vec<String>,
    missing: Vec<ShownMissing>,
}

#[derive(Serialize)]
struct ShownMissing {
    count: u64,
    of: Vec<String>,
}

#[derive(Serialize)]
struct ShownPerson {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    qualification: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    qualification_until: Option<String>,
    keys: Vec<ShownKey>,
}

#[derive(Serialize)]
struct ShownKey {
    key: String,
    fingerprint: String,
    roles: Vec<String>,
    valid_from: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retired: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compromised_since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

pub(super) fn run(show: &Show, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let file = file_of(&show.file);
    if format_of(&files::read(&file)?) == Some(RECOGNITION_FORMAT) {
        return show_recognition(show, &file, terminal);
    }
    let shown = load(&file)?;
    if show.json {
        terminal.print_json(&shown)?;
    } else {
        terminal.print(&text(&shown, terminal))?;
    }
    Ok(ExitClass::Success)
}

/// What is told about a recognition; `docs/spec/recognition.schema.json`.
#[derive(Serialize)]
struct ShownRecognition {
    format: &'static str,
    file: String,
    signed: bool,
    version: u64,
    issued: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    authority: ShownAuthority,
    recognized: ShownAuthority,
    scope: ShownScope,
    #[serde(skip_serializing_if = "Option::is_none")]
    unfinished: Option<ShownUnfinished>,
}

#[derive(Serialize)]
struct ShownScope {
    purpose: String,
    roles: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum_version: Option<u64>,
    valid_from: String,
    valid_to: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

fn show_recognition(show: &Show, file: &Path, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let words = terminal.words();
    let bytes = files::read(file)?;
    let unfinished = UnfinishedRecognition::read(&bytes).ok().filter(|unfinished| !unfinished.missing().is_empty());
    let (told, text) = match &unfinished {
        Some(unfinished) => {
            let told = ShownRecognition::of(unfinished.record(), file, None);
            let missing = ShownUnfinished::of(unfinished.signers(), &unfinished.missing());
            let told = ShownRecognition { signed: false, unfinished: Some(missing), ..told };
            (told, recognize::unfinished_text(&shown(file), unfinished, words))
        }
        None => {
            let recognition = files::read_recognition(file)?;
            let told = ShownRecognition::of(recognition.record(), file, Some(recognition.sha256().to_hex()));
            (told, recognize::text(&shown(file), &recognition, words))
        }
    };
    if show.json {
        terminal.print_json(&told)?;
    } else {
        terminal.print(&text)?;
    }
    Ok(ExitClass::Success)
}

impl ShownRecognition {
    fn of(record: &RecognitionRecord, file: &Path, sha256: Option<String>) -> Self {
        let scope = &record.scope;
        Self {
            format: "sealbag/recognition-shown/v1",
            file: shown(file),
            signed: true,
            version: record.version,
            issued: record.issued.to_string(),
            previous: record.previous.map(|digest| digest.to_hex()),
            sha256,
            authority: ShownAuthority::of(&record.authority),
            recognized: ShownAuthority::of(&record.recognized),
            scope: ShownScope {
                purpose: scope.purpose.to_string(),
                roles: scope.roles.iter().map(ToString::to_string).collect(),
                minimum_version: scope.minimum_version,
                valid_from: scope.valid_from.to_string(),
                valid_to: scope.valid_to.to_string(),
                withdrawn: scope.withdrawn.map(|time| time.to_string()),
                reason: scope.reason.as_ref().map(ToString::to_string),
            },
            unfinished: None,
        }
    }
}

impl ShownAuthority {
    fn of(authority: &Authority) -> Self {
        Self {
            name: authority.name.to_string(),
            country: authority.country.as_ref().map(ToString::to_string),
            keys: ShownKeys::of(&authority.keys),
            origin: authority.origin.as_ref().map(PublicKey::fingerprint),
        }
    }
}

/// The file itself; what is to become it only where no signed one has the name.
fn file_of(given: &Path) -> PathBuf {
    let before = [files::part_of(given), files::draft_of(given)];
    let is_signed = files::is_there(given);
    before.into_iter().find(|path| !is_signed && files::is_there(path)).unwrap_or_else(|| given.to_owned())
}

fn load(path: &Path) -> Result<Shown, CliError> {
    let bytes = files::read(path)?;
    if format_of(&bytes) == Some(DRAFT_FORMAT) {
        let draft = files::read_draft(path)?;
        let authority = draft.authority();
        return Ok(Shown {
            format: "sealbag/roster-shown/v1",
            file: shown(path),
            signed: false,
            version: draft.version(),
            issued: None,
            previous: draft.previous().map(|digest| digest.to_hex()),
            sha256: None,
            authority: ShownAuthority {
                name: authority.name.to_string(),
                country: authority.country.as_ref().map(ToString::to_string),
                keys: authority.keys.as_ref().map(ShownKeys::of).unwrap_or_default(),
                origin: authority.origin.as_ref().map(PublicKey::fingerprint),
            },
            outgoing: draft.outgoing().map(ShownKeys::of),
            unfinished: None,
            persons: persons(draft.persons(), draft.keys()),
            recognitions: entries(draft.recognitions()),
        });
    }
    match UnfinishedRoster::read(&bytes) {
        Ok(unfinished) if !unfinished.missing().is_empty() => {
            let shown = of_record(unfinished.record(), path, None);
            Ok(Shown {
                signed: false,
                unfinished: Some(ShownUnfinished::of(unfinished.signers(), &unfinished.missing())),
                ..shown
            })
        }
        // What is wrong with it, the one who reads it as a roster says.
        _ => {
            let roster = files::read_newest(path, &bytes)?;
            Ok(of_record(roster.record(), path, Some(&roster)))
        }
    }
}

fn of_record(record: &RosterRecord, path: &Path, roster: Option<&VerifiedRoster>) -> Shown {
    let authority = &record.authority;
    Shown {
        format: "sealbag/roster-shown/v1",
        file: shown(path),
        signed: true,
        version: record.version,
        issued: Some(record.issued.to_string()),
        previous: record.previous.map(|digest| digest.to_hex()),
        sha256: roster.map(|roster| roster.sha256().to_hex()),
        authority: ShownAuthority::of(authority),
        outgoing: record.outgoing.as_ref().map(|outgoing| ShownKeys::of(&outgoing.keys)),
        unfinished: None,
        persons: persons(&record.person, &record.key),
        recognitions: entries(&record.recognition),
    }
}

impl ShownKeys {
    fn of(set: &Keyset) -> Self {
        match set.single() {
            Some(key) => Self { key: Some(key.to_line()), fingerprint: Some(key.fingerprint()), ..Self::default() },
            None => {
                let key = |key: &PublicKey| ShownPublicKey { key: key.to_line(), fingerprint: key.fingerprint() };
                let keys = set.keys().iter().map(key).collect();
                Self { keys, threshold: Some(set.threshold()), ..Self::default() }
            }
        }
    }

    /// A line a key, and how many of several must sign.
    fn lines(&self, words: &Words) -> Vec<(&'static str, String)> {
        let one = self.fingerprint.iter().map(|fingerprint| ("label-key", fingerprint.clone()));
        let several = self.keys.iter().map(|key| ("label-key", key.fingerprint.clone()));
        let of = |k: u64| words.with("say-roster-threshold-of", &[("k", &k), ("n", &self.keys.len())]);
        let threshold = self.threshold.map(|needed| ("say-roster-threshold", of(needed)));
        one.chain(several).chain(threshold).collect()
    }
}

impl ShownUnfinished {
    fn of<'a>(signers: impl Iterator<Item = &'a PublicKey>, missing: &[Missing]) -> Self {
        let each = missing.iter().map(|missing| ShownMissing {
            count: missing.count,
            of: missing.of.iter().map(PublicKey::fingerprint).collect(),
        });
        Self { signed_by: signers.map(PublicKey::fingerprint).collect(), missing: each.collect() }
    }
}

fn persons(persons: &[Person], keys: &[RosterKey]) -> Vec<ShownPerson> {
    let string = |text: &Option<sealbag_custody::text::Text>| text.as_ref().map(ToString::to_string);
    let of_person = |person: &Person| ShownPerson {
        id: person.id.to_string(),
        name: person.name.to_string(),
        organisation: string(&person.organisation),
        unit: string(&person.unit),
        country: string(&person.country),
        qualification: string(&person.qualification),
        qualification_until: person.qualification_until.map(|date| date.to_string()),
        keys: keys.iter().filter(|key| key.person == person.id).map(ShownKey::of).collect(),
    };
    persons.iter().map(of_person).collect()
}

impl ShownKey {
    fn of(key: &RosterKey) -> Self {
        Self {
            key: key.key.to_line(),
            fingerprint: key.key.fingerprint(),
            roles: key.roles.iter().map(ToString::to_string).collect(),
            valid_from: key.valid_from.to_string(),
            valid_to: key.valid_to.map(|time| time.to_string()),
            retired: key.retired.map(|time| time.to_string()),
            compromised_since: key.compromised_since.map(|time| time.to_string()),
            reason: key.reason.as_ref().map(ToString::to_string),
        }
    }
}

fn text(roster: &Shown, terminal: &Terminal) -> String {
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
