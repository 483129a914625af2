//! Signing a draft: at once by the one key of an authority, or by several of its keys, one run each, on whatever machines.

use std::fmt::Display;
use std::path::Path;

use sealbag_custody::joint::Missing;
use sealbag_custody::record::format_of;
use sealbag_custody::roster::{RECOGNITION_FORMAT, RosterRecord, UnfinishedRoster, VerifiedRoster};

use super::Sign;
use super::edit::{RosterEditError, now};
use super::files::{self, RosterFileError, Work};
use super::lock::{FolderLock, WAIT};
use super::recognize;
use super::said::{WIDTH, keys_shown, missing_lines};
use crate::act::groups_of_eight;
use crate::columns::Columns;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file;
use crate::terminal::{Terminal, quoted, record_text, shown};
use crate::words::{Sentence, Words};

pub(super) fn run(sign: &Sign, terminal: &Terminal) -> Result<ExitClass, CliError> {
    match files::part_meant(&sign.file) {
        Some((part, target)) => go_on(sign, &part, &target, terminal),
        None => begin(sign, terminal),
    }
}

/// The first signature.
fn begin(sign: &Sign, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let work = Work::open(&sign.file)?;
    if !work.exists() {
        return Err(RosterFileError::NothingToSign { path: sign.file.clone() }.into());
    }
    let issued = now()?;
    if let Some(before) = work.previous(sign.previous.as_deref())? {
        work.draft.require_successor_of(&before).map_err(RosterEditError::from)?;
        let record = before.record();
        if issued < record.issued {
            let (version, before) = (record.version, record.issued);
            return Err(RosterEditError::Clock { now: issued, version, issued: before }.into());
        }
    }
    let key = sign.key.open_named(terminal)?;
    let say = |text: &str| terminal.say(text);
    let record = work.draft.clone().into_record(issued, key.public_key()).map_err(RosterEditError::from)?;
    let unfinished = UnfinishedRoster::begin(record, &key.telling(&say)).map_err(RosterEditError::from)?;
    work.require_unchanged()?;
    if unfinished.missing().is_empty() {
        finish(unfinished, &work.target, &[&work.path], terminal)?;
        let values: [(&str, &dyn Display); 2] =
            [("roster", &shown(&work.target)), ("key", &key.public_key().fingerprint())];
        terminal.note(&terminal.words().with("say-roster-give", &values));
        return Ok(ExitClass::Success);
    }
    let part = files::part_of(&work.target);
    new_file::create(&part, &unfinished.to_bytes())?;
    terminal.print(&part_text(&part, &unfinished, terminal.words()))?;
    remind(&part, terminal);
    Ok(ExitClass::Success)
}

/// A further signature.
fn go_on(sign: &Sign, part: &Path, target: &Path, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let _lock = FolderLock::take(part, WAIT)?;
    let read = files::read(part)?;
    if format_of(&read) == Some(RECOGNITION_FORMAT) {
        return recognize::go_on(sign, &read, part, target, terminal);
    }
    let unfit = |error| CliError::from(RosterFileError::Roster(error)).at(part);
    let mut unfinished = UnfinishedRoster::read(&read).map_err(unfit)?;
    if files::is_there(target) {
        return Err(RosterFileError::Signed { signed: target.to_owned() }.into());
    }
    let RosterRecord { previous, version, .. } = unfinished.record();
    if let Some(before) = files::previous(*previous, *version, target, sign.previous.as_deref())? {
        unfinished.require_successor_of(&before).map_err(RosterEditError::from)?;
    }
    // Whoever signs puts their name to all of it, and not only to what they added.
    let words = terminal.words();
    terminal.note(&words.with("say-roster-you-sign", &[("what", &summary(unfinished.record(), words))]));
    let key = sign.key.open_named(terminal)?;
    let say = |text: &str| terminal.say(text);
    unfinished.add(&key.telling(&say)).map_err(RosterEditError::from)?;
    if files::read(part)? != read {
        return Err(RosterFileError::ChangedMeanwhile { path: part.to_owned() }.into());
    }
    if unfinished.missing().is_empty() {
        finish(unfinished, target, &[part, &files::draft_of(target)], terminal)?;
        let values: [(&str, &dyn Display); 2] = [("roster", &shown(target)), ("file", &quoted(target))];
        terminal.note(&words.with("say-roster-give-several", &values));
        return Ok(ExitClass::Success);
    }
    new_file::replace(part, &unfinished.to_bytes())?;
    terminal.print(&part_text(part, &unfinished, words))?;
    remind(part, terminal);
    Ok(ExitClass::Success)
}

/// Writes the roster, and removes what led to it.
fn finish(whole: UnfinishedRoster, target: &Path, left: &[&Path], terminal: &Terminal) -> Result<(), CliError> {
    let (bytes, roster) = whole.finish().map_err(RosterEditError::from)?;
    new_file::create(target, &bytes)?;
    remove(left, terminal);
    Ok(terminal.print(&signed_text(target, &roster, terminal.words()))?)
}

/// What led to a signed file is of no more use.
pub(super) fn remove(left: &[&Path], terminal: &Terminal) {
    for path in left.iter().filter(|path| files::is_there(path)) {
        if let Err(error) = std::fs::remove_file(path) {
            let words = terminal.words();
            let values: [(&str, &dyn Display); 2] =
                [("path", &shown(path)), ("why", &words.sentence(&Sentence::of(&error)))];
            terminal.note(&words.with("say-roster-not-removed", &values));
        }
    }
}

pub(super) fn remind(part: &Path, terminal: &Terminal) {
    terminal.note(&terminal.words().with("say-roster-next-signature", &[("part", &quoted(part))]));
}

fn summary(record: &RosterRecord, words: &Words) -> String {
    let values: [(&str, &dyn Display); 5] = [
        ("version", &record.version),
        ("authority", &record_text(&record.authority.name)),
        ("issued", &record.issued),
        ("persons", &record.person.len()),
        ("keys", &record.key.len()),
    ];
    let what = words.with("say-roster-summary", &values);
    let Some(outgoing) = &record.outgoing else { return what };
    let (new, old) = (keys_shown(&record.authority.keys, words), keys_shown(&outgoing.keys, words));
    words.with("say-roster-summary-exchange", &[("what", &what), ("new", &new), ("old", &old)])
}

fn part_text(path: &Path, unfinished: &UnfinishedRoster, words: &Words) -> String {
    let record = unfinished.record();
    let mut block = Columns::new(words.catalogue().language());
    let mut line = |label: &'static str, value: String| block.line(words.text(label), value);
    line("say-roster-roster", words.with("say-roster-not-complete", &[("file", &shown(path))]));
    line("say-roster-authority", record_text(&record.authority.name));
    line("say-roster-version", issued(record, words));
    unfinished.signers().for_each(|key| line("say-roster-signed-by", key.fingerprint()));
    missing_lines_of(&mut block, &unfinished.missing(), words);
    block.lines("", WIDTH)
}

fn issued(record: &RosterRecord, words: &Words) -> String {
    words.with("say-roster-issued-version", &[("version", &record.version), ("issued", &record.issued)])
}

/// How many signatures are missing, and by whose keys.
pub(super) fn missing_lines_of(block: &mut Columns, missing: &[Missing], words: &Words) {
    for missing in missing {
        let of: Vec<_> = missing.of.iter().map(|key| key.fingerprint()).collect();
        missing_lines(block, missing.count, &of, words);
    }
}

fn signed_text(path: &Path, roster: &VerifiedRoster, words: &Words) -> String {
    let record = roster.record();
    let groups = groups_of_eight(&roster.sha256());
    let (first, second) = groups.split_at(groups.len() / 2);
    let keys = &record.authority.keys;
    let mut block = Columns::new(words.catalogue().language());
    let mut line = |label: &'static str, value: String| block.line(words.text(label), value);
    line("say-roster-roster", shown(path));
    line("say-roster-authority", record_text(&record.authority.name));
    keys.keys().iter().for_each(|key| line("label-key", key.fingerprint()));
    if keys.single().is_none() {
        let values: [(&str, &dyn Display); 2] = [("k", &keys.threshold()), ("n", &keys.keys().len())];
        line("say-roster-threshold", words.with("say-roster-threshold-of", &values));
    }
    if let Some(outgoing) = roster.outgoing() {
        line("say-roster-instead-of", keys_shown(outgoing, words));
    }
    line("say-roster-version", issued(record, words));
    let values: [(&str, &dyn Display); 2] = [("persons", &record.person.len()), ("keys", &record.key.len())];
    line("say-roster-holds", words.with("say-roster-holds-line", &values));
    block.line(words.text("field-sha256"), first.join(" "));
    block.line("", second.join(" "));
    block.lines("", WIDTH)
}
