//! `sealbag roster recognize`: one authority takes the roster of another for true (`docs/spec/recognition.md`).

use std::fmt::Display;
use std::path::Path;

use sealbag_custody::roster::{RecognitionRecord, Scope, UnfinishedRecognition, VerifiedRecognition};

use super::edit::{RosterEditError, now};
use super::files::{self, RosterFileError};
use super::said::{WIDTH, keys_shown, roles_shown};
use super::sign::{missing_lines_of, remind, remove};
use super::{Recognize, Sign};
use crate::columns::Columns;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file;
use crate::terminal::{Terminal, record_text, shown};
use crate::words::Words;

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
    let words = terminal.words();
    let mut block = Columns::new(terminal.language());
    record_lines(&mut block, unfinished.record(), words);
    terminal.note(&format!("{}\n{}", words.text("say-recognition-you-sign"), block.lines("", WIDTH)));
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
    let words = terminal.words();
    terminal.print(&text(&shown(target), &recognition, words))?;
    terminal.note(&words.text("say-recognition-compare-keys"));
    Ok(ExitClass::Success)
}

fn tell_unfinished(
    unfinished: &UnfinishedRecognition,
    part: &Path,
    terminal: &Terminal,
) -> Result<ExitClass, CliError> {
    terminal.print(&unfinished_text(&shown(part), unfinished, terminal.words()))?;
    remind(part, terminal);
    Ok(ExitClass::Success)
}

/// A recognition that too few have signed.
pub(super) fn unfinished_text(file: &str, unfinished: &UnfinishedRecognition, words: &Words) -> String {
    let mut block = Columns::new(words.catalogue().language());
    block.line(words.text("say-recognition"), words.with("say-roster-not-complete", &[("file", &file)]));
    record_lines(&mut block, unfinished.record(), words);
    unfinished.signers().for_each(|key| block.line(words.text("say-roster-signed-by"), key.fingerprint()));
    missing_lines_of(&mut block, &unfinished.missing(), words);
    block.lines("", WIDTH)
}

/// A recognition as a person reads it.
pub(super) fn text(file: &str, recognition: &VerifiedRecognition, words: &Words) -> String {
    let mut block = Columns::new(words.catalogue().language());
    block.line(words.text("say-recognition"), file);
    record_lines(&mut block, recognition.record(), words);
    block.line(words.text("field-sha256"), recognition.sha256().to_string());
    block.lines("", WIDTH)
}

fn record_lines(block: &mut Columns, record: &RecognitionRecord, words: &Words) {
    let mut line = |label: &'static str, value: String| block.line(words.text(label), value);
    line("say-roster-authority", record_text(&record.authority.shown()));
    line("label-key", keys_shown(&record.authority.keys, words));
    line("say-roster-recognises", record_text(&record.recognized.shown()));
    line("label-key", keys_shown(&record.recognized.keys, words));
    let issued: [(&str, &dyn Display); 2] = [("version", &record.version), ("issued", &record.issued)];
    line("say-roster-version", words.with("say-roster-issued-version", &issued));
    let scope = &record.scope;
    line("ui-purpose", record_text(&scope.purpose));
    line("say-roster-roles", roles_shown(scope.roles.iter().map(|role| role.as_str()), words));
    let period: [(&str, &dyn Display); 2] = [("from", &scope.valid_from), ("to", &scope.valid_to)];
    line("say-roster-valid", words.with("say-roster-from-to", &period));
    if let Some(version) = &scope.minimum_version {
        line("say-recognition-at-least", words.with("say-recognition-at-least-version", &[("version", version)]));
    }
    if let Some(withdrawn) = scope.withdrawn {
        let from = words.with("say-roster-from-on", &[("time", &withdrawn)]);
        let reason = scope.reason.as_ref().map(|reason| format!(": {}", record_text(reason))).unwrap_or_default();
        line("say-recognition-withdrawn", format!("{from}{reason}"));
    }
}
