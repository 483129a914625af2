//! Profiles as JSON.

use sealbag_custody::profile::{Checked, Profile as Data, Words as ProfileWords};
use sealbag_custody::text::Text;
use serde::Serialize;

/// The built-in profiles.
#[derive(Serialize)]
pub(super) struct Listed {
    pub(super) format: &'static str,
    pub(super) profiles: Vec<Summary>,
}

#[derive(Serialize)]
pub(super) struct Summary {
    name: String,
    version: u64,
    jurisdiction: String,
    title: JsonWords,
    sha256: String,
}

impl Summary {
    pub(super) fn of(profile: &Data) -> Self {
        Self {
            name: profile.name.to_string(),
            version: profile.version,
            jurisdiction: profile.jurisdiction.to_string(),
            title: JsonWords::of(&profile.title),
            sha256: profile.sha256().to_hex(),
        }
    }
}

#[derive(Serialize)]
struct JsonWords {
    en: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ru: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kk: Option<String>,
}

impl JsonWords {
    fn of(words: &ProfileWords) -> Self {
        let text = |text: &Text| text.to_string();
        Self { en: text(&words.en), ru: words.ru.as_ref().map(text), kk: words.kk.as_ref().map(text) }
    }
}

/// One profile.
#[derive(Serialize)]
pub(super) struct Shown {
    format: &'static str,
    #[serde(flatten)]
    summary: Summary,
    required: Vec<String>,
    asked: Vec<String>,
    cosigners: u64,
    events: Vec<ShownEvent>,
    roles: Vec<ShownRole>,
    sources: Vec<ShownSource>,
}

#[derive(Serialize)]
struct ShownEvent {
    #[serde(rename = "type")]
    event: String,
    required: Vec<String>,
}

#[derive(Serialize)]
struct ShownRole {
    name: String,
    title: JsonWords,
}

#[derive(Serialize)]
struct ShownSource {
    text: String,
    supports: Vec<String>,
    checked: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

/// What the linter says of a file.
#[derive(Serialize)]
pub(super) struct Linted {
    pub(super) format: &'static str,
    pub(super) file: String,
    pub(super) usable: bool,
    pub(super) findings: Vec<LintedLine>,
}

#[derive(Serialize)]
pub(super) struct LintedLine {
    pub(super) line: usize,
    pub(super) severity: &'static str,
    pub(super) message: String,
}

fn strings(texts: &[Text]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn checked(checked: &Checked) -> (String, Option<String>) {
    match checked {
        Checked::NotChecked => ("not checked".to_owned(), None),
        Checked::On(date, by) => (date.to_string(), by.as_ref().map(ToString::to_string)),
    }
}

pub(super) fn shown(profile: &Data) -> Shown {
    let event = |event: &Text| ShownEvent {
        event: event.to_string(),
        required: profile.required_in_event(event).into_iter().map(str::to_owned).collect(),
    };
    let sources = profile.sources.iter().map(|source| {
        let (checked, by) = checked(&source.checked);
        ShownSource { text: source.text.to_string(), supports: strings(&source.supports), checked, by }
    });
    let roles = profile.roles.iter();
    Shown {
        format: "sealbag/profile-shown/v1",
        summary: Summary::of(profile),
        required: profile.required_in_seal().into_iter().map(str::to_owned).collect(),
        asked: strings(&profile.seal.asked),
        cosigners: profile.cosigners.at_least,
        events: profile.events.iter().map(|rules| event(&rules.event)).collect(),
        roles: roles.map(|role| ShownRole { name: role.name.to_string(), title: JsonWords::of(&role.title) }).collect(),
        sources: sources.collect(),
    }
}
