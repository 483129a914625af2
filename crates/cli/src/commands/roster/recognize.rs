//! `sealbag roster recognize`: one authority takes the roster of another for true (`docs/spec/recognition.md`).

use std::fmt::Write;
use std::path::Path;

use sealbag_custody::roster::{RecognitionRecord, Scope, UnfinishedRecognition, VerifiedRecognition};

use super::edit::{RosterEditError, now};
use super::files::{self, RosterFileError};
use super::sign::{missing_text, remind, remove};
use super::{Recognize, Sign};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file;
use crate::terminal::{Terminal, record_text, shown};

pub(super) fn run(recognize: &Recognize, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let part = files::part_of(&recognize.out);
    if let Some(taken) = [&recognize.out, &part].into_iter().find(|path| files::is_there(path)) {
        return Err(RosterEditError::Exists(shown(taken)).into());
    }
    let other = files::read_newest(&recognize.file, &files::read(&recognize.file)?)?;
    let own = files::read_newest(&recognize.by, &files::read(&recognize.by)?)?;
    let before = recognize.previous.as_deref().map(files::read_recognition).transpose()?;
    let is_of_another = |before: &&VerifiedRecognition| {
        let record = before.record();
        record.recognized.origin() != other.origin() || record.authority.origin() != own.origin()
    };
    if before.as_ref().filter(is_of_another).is_some() {
        return Err(RosterEditError::OtherRecognition.into());
    }
    let issued = now()?;
    let stands = before.as_ref().map(|before| &before.record().scope);
    let (Some(purpose), Some(valid_from), Some(valid_to)) = (
        recognize.purpose.clone().or(stands.map(|scope| scope.purpose.clone())),
        recognize.valid_from.or(stands.map(|scope| scope.valid_from)),
        recognize.valid_to.or(stands.map(|scope| scope.valid_to)),
    ) else {
        return Err(RosterEditError::NothingToRecognize.into());
    };
    let roles = match (recognize.roles.is_empty(), stands) {
        (true, Some(scope)) => scope.roles.clone(),
        _ => recognize.roles.clone(),
    };
    let scope = Scope {
        purpose,
        roles,
        minimum_version: Some(recognize.minimum_version.unwrap_or(other.record().version)),
        valid_from,
        valid_to,
        withdrawn: recognize.withdrawn,
        reason: recognize.reason.clone(),
    };
    let record = RecognitionRecord {
        version: before.as_ref().map_or(1, |before| before.record().version.saturating_add(1)),
        issued,
        previous: before.as_ref().map(VerifiedRecognition::sha256),
        authority: own.authority().clone(),
        recognized: other.authority().clone(),
        scope,
        details: Default::default(),
    };
    let key = recognize.key.open_named(terminal)?;
    let say = |text: &str| terminal.say(text);
    let unfinished = UnfinishedRecognition::begin(record, &key.telling(&say)).map_err(RosterEditError::from)?;
    if unfinished.missing().is_empty() {
        return finish(&unfinished, &recognize.out, &[], terminal);
    }
    new_file::create(&part, &unfinished.to_bytes())?;
    tell_unfinished(&unfinished, &part, terminal)
}

/// A further signature below a recognition that others have signed.
pub(super) fn go_on(
    sign: &Sign,
    read: &[u8],
    part: &Path,
    target: &Path,
    terminal: &Terminal,
) -> Result<ExitClass, CliError> {
    let unfit = |error| CliError::from(RosterFileError::Recognition(error)).at(part);
    let mut unfinished = UnfinishedRecognition::read(read).map_err(unfit)?;
    if files::is_there(target) {
        return Err(RosterFileError::Signed { signed: target.to_owned() }.into());
    }
    // Whoever signs puts their name to all of it.
    terminal.note(&format!("this is what you sign:\n{}", record_lines(unfinished.record())));
    let key = sign.key.open_named(terminal)?;
    let say = |text: &str| terminal.say(text);
    unfinished.add(&key.telling(&say)).map_err(RosterEditError::from)?;
    if files::read(part)? != read {
        return Err(RosterFileError::ChangedMeanwhile { path: part.to_owned() }.into());
    }
    if unfinished.missing().is_empty() {
        return finish(&unfinished, target, &[part], terminal);
    }
    new_file::replace(part, &unfinished.to_bytes())?;
    tell_unfinished(&unfinished, part, terminal)
}

fn finish(
    whole: &UnfinishedRecognition,
    target: &Path,
    left: &[&Path],
    terminal: &Terminal,
) -> Result<ExitClass, CliError> {
    let (bytes, recognition) = whole.finish().map_err(RosterEditError::from)?;
    new_file::create(target, &bytes)?;
    remove(left, terminal);
    terminal.print(&text(&shown(target), &recognition))?;
    terminal.note(
        "before you hand it out, compare the other authority's keys with what it made known by other ways than its roster",
    );
    Ok(ExitClass::Success)
}

fn tell_unfinished(
    unfinished: &UnfinishedRecognition,
    part: &Path,
    terminal: &Terminal,
) -> Result<ExitClass, CliError> {
    terminal.print(&unfinished_text(&shown(part), unfinished))?;
    remind(part, terminal);
    Ok(ExitClass::Success)
}

/// A recognition that too few have signed.
pub(super) fn unfinished_text(file: &str, unfinished: &UnfinishedRecognition) -> String {
    let mut text = format!("recognition  {file}, NOT COMPLETE: it counts for nothing yet\n");
    text.push_str(&record_lines(unfinished.record()));
    unfinished.signers().for_each(|key| text.push_str(&format!("signed by    {}\n", key.fingerprint())));
    text.push_str(&missing_text(&unfinished.missing()));
    text
}

/// A recognition as a person reads it.
pub(super) fn text(file: &str, recognition: &VerifiedRecognition) -> String {
    let lines = record_lines(recognition.record());
    format!("recognition  {file}\n{lines}sha256       {}\n", recognition.sha256())
}

fn record_lines(record: &RecognitionRecord) -> String {
    let mut out = String::new();
    let mut line = |label: &str, value: &str| {
        let _ = writeln!(out, "{label:<12} {value}");
    };
    line("authority", &record_text(&record.authority.shown()));
    line("key", &record.authority.keys.shown());
    line("recognises", &record_text(&record.recognized.shown()));
    line("key", &record.recognized.keys.shown());
    line("version", &format!("{}, issued {}", record.version, record.issued));
    let scope = &record.scope;
    line("purpose", &record_text(&scope.purpose));
    let roles: Vec<_> = scope.roles.iter().map(|role| record_text(role)).collect();
    line("roles", &roles.join(", "));
    line("valid", &format!("from {} to {}", scope.valid_from, scope.valid_to));
    scope.minimum_version.iter().for_each(|version| line("at least", &format!("version {version} of its roster")));
    if let Some(withdrawn) = scope.withdrawn {
        let reason = scope.reason.as_ref().map(|reason| format!(": {}", record_text(reason))).unwrap_or_default();
        line("WITHDRAWN", &format!("from {withdrawn} on{reason}"));
    }
    out
}
