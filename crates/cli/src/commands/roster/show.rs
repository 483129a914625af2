//! `sealbag roster show`: a roster or a draft as a person reads it, or as JSON.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use sealbag_custody::public_key::PublicKey;
use sealbag_custody::record::format_of;
use sealbag_custody::roster::{DRAFT_FORMAT, Person, RosterKey};
use serde::Serialize;

use super::{Show, files};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, Tone, record_text, shown};

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
    persons: Vec<ShownPerson>,
}

#[derive(Serialize)]
struct ShownAuthority {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
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
    let shown = load(&file_of(&show.file))?;
    if show.json {
        terminal.print_json(&shown)?;
    } else {
        terminal.print(&text(&shown, terminal))?;
    }
    Ok(ExitClass::Success)
}

/// The file itself; the draft beside it only where no signed one has the name.
fn file_of(given: &Path) -> PathBuf {
    let draft = files::draft_of(given);
    if !files::is_there(given) && files::is_there(&draft) { draft } else { given.to_owned() }
}

fn load(path: &Path) -> Result<Shown, CliError> {
    if format_of(&files::read(path)?) == Some(DRAFT_FORMAT) {
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
            authority: ShownAuthority::of(&authority.name, authority.country.as_deref(), authority.key.as_ref()),
            persons: persons(draft.persons(), draft.keys()),
        });
    }
    let roster = files::read_signed(path)?;
    let record = roster.record();
    let authority = &record.authority;
    Ok(Shown {
        format: "sealbag/roster-shown/v1",
        file: shown(path),
        signed: true,
        version: record.version,
        issued: Some(record.issued.to_string()),
        previous: record.previous.map(|digest| digest.to_hex()),
        sha256: Some(roster.sha256().to_hex()),
        authority: ShownAuthority::of(&authority.name, authority.country.as_deref(), Some(&authority.key)),
        persons: persons(&record.person, &record.key),
    })
}

impl ShownAuthority {
    fn of(name: &str, country: Option<&str>, key: Option<&PublicKey>) -> Self {
        Self {
            name: name.to_owned(),
            country: country.map(str::to_owned),
            key: key.map(PublicKey::to_line),
            fingerprint: key.map(PublicKey::fingerprint),
        }
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
    let mut out = String::new();
    let mut line = |label: &str, value: &str| {
        let _ = writeln!(out, "{label:<12} {value}");
    };
    if roster.signed {
        line("roster", &roster.file);
    } else {
        line(
            "draft",
            &format!("{} {}", roster.file, terminal.paint(Tone::Caution, "NOT SIGNED: nothing in it counts yet")),
        );
    }
    let country = roster.authority.country.as_deref().map(|country| format!(" ({})", record_text(country)));
    line("authority", &format!("{}{}", record_text(&roster.authority.name), country.unwrap_or_default()));
    roster.authority.fingerprint.iter().for_each(|key| line("key", key));
    line("version", &roster.version.to_string());
    roster.issued.iter().for_each(|time| line("issued", time));
    roster.previous.iter().for_each(|digest| line("previous", digest));
    roster.sha256.iter().for_each(|digest| line("sha256", digest));
    for person in &roster.persons {
        let _ = writeln!(
            out,
            "\n{}  {}",
            terminal.paint(Tone::Strong, &record_text(&person.id)),
            record_text(&person.name)
        );
        let qualification = person.qualification.as_ref().map(|what| match &person.qualification_until {
            Some(until) => format!("{what}, until {until}"),
            None => what.clone(),
        });
        for value in [&person.organisation, &person.unit, &person.country, &qualification].into_iter().flatten() {
            let _ = writeln!(out, "    {}", record_text(value));
        }
        if person.keys.is_empty() {
            out.push_str("    no key\n");
        }
        person.keys.iter().for_each(|key| key_text(key, &mut out, terminal));
    }
    if roster.signed {
        out.push_str("\nThe signature holds. It is the authority's only if the key above is the one that the authority made known.\n");
    }
    out
}

fn key_text(key: &ShownKey, out: &mut String, terminal: &Terminal) {
    let roles: Vec<_> = key.roles.iter().map(|role| record_text(role)).collect();
    let _ = writeln!(out, "    key      {}\n    roles    {}", key.fingerprint, roles.join(", "));
    let end = key.valid_to.as_ref().map(|end| format!(" to {end}")).unwrap_or_default();
    let _ = writeln!(out, "    valid    from {}{end}", key.valid_from);
    if let Some(time) = &key.retired {
        let _ = writeln!(out, "    {}  from {time} on", terminal.paint(Tone::Caution, "RETIRED"));
    }
    if let Some(time) = &key.compromised_since {
        let _ = writeln!(out, "    {}  since {time}", terminal.paint(Tone::Bad, "COMPROMISED"));
    }
    if let Some(reason) = &key.reason {
        let _ = writeln!(out, "    reason   {}", record_text(reason));
    }
}
