//! `sealbag roster show`: a roster or a draft as a person reads it, or as JSON.

mod recognition;
mod text;

use std::path::{Path, PathBuf};

use sealbag_custody::joint::Missing;
use sealbag_custody::keyset::Keyset;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::record::format_of;
use sealbag_custody::roster::{
    Authority, DRAFT_FORMAT, Person, RECOGNITION_FORMAT, RecognitionEntry, RosterKey, RosterRecord, UnfinishedRoster,
    VerifiedRoster,
};
use serde::Serialize;

use super::{Show, files};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, shown};

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
        return recognition::show(show, &file, terminal);
    }
    let shown = load(&file)?;
    if show.json {
        terminal.print_json(&shown)?;
    } else {
        terminal.print(&text::text(&shown, terminal))?;
    }
    Ok(ExitClass::Success)
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
