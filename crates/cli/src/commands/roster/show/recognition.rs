//! A recognition, signed or signed by too few.

use std::path::Path;

use sealbag_custody::roster::{RecognitionRecord, UnfinishedRecognition};
use serde::Serialize;

use super::super::{Show, files, recognize};
use super::{ShownAuthority, ShownUnfinished};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, shown};

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

pub(super) fn show(show: &Show, file: &Path, terminal: &Terminal) -> Result<ExitClass, CliError> {
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
