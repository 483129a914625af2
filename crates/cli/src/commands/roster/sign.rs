//! Signing a draft: at once by the one key of an authority, or by several of its keys, one run each, on whatever machines.

use std::path::Path;

use sealbag_custody::joint::Missing;
use sealbag_custody::record::format_of;
use sealbag_custody::roster::{RECOGNITION_FORMAT, RosterRecord, UnfinishedRoster, VerifiedRoster};

use super::Sign;
use super::edit::{RosterEditError, now};
use super::files::{self, RosterFileError, Work};
use super::lock::{FolderLock, WAIT};
use super::recognize;
use crate::act::groups_of_eight;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file;
use crate::terminal::{Terminal, quoted, record_text, shown};

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
        terminal.note(&format!(
            "give {} to those who verify, and make the authority's key known by other ways: {}",
            shown(&work.target),
            key.public_key().fingerprint()
        ));
        return Ok(ExitClass::Success);
    }
    let part = files::part_of(&work.target);
    new_file::create(&part, &unfinished.to_bytes())?;
    terminal.print(&part_text(&part, &unfinished))?;
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
    terminal.note(&format!("this is what you sign: {}", summary(unfinished.record())));
    let key = sign.key.open_named(terminal)?;
    let say = |text: &str| terminal.say(text);
    unfinished.add(&key.telling(&say)).map_err(RosterEditError::from)?;
    if files::read(part)? != read {
        return Err(RosterFileError::ChangedMeanwhile { path: part.to_owned() }.into());
    }
    if unfinished.missing().is_empty() {
        finish(unfinished, target, &[part, &files::draft_of(target)], terminal)?;
        terminal.note(&format!(
            "give {} to those who verify; they need the authority's keys by other ways: sealbag roster export {} --anchor",
            shown(target),
            quoted(target)
        ));
        return Ok(ExitClass::Success);
    }
    new_file::replace(part, &unfinished.to_bytes())?;
    terminal.print(&part_text(part, &unfinished))?;
    remind(part, terminal);
    Ok(ExitClass::Success)
}

/// Writes the roster, and removes what led to it.
fn finish(whole: UnfinishedRoster, target: &Path, left: &[&Path], terminal: &Terminal) -> Result<(), CliError> {
    let (bytes, roster) = whole.finish().map_err(RosterEditError::from)?;
    new_file::create(target, &bytes)?;
    remove(left, terminal);
    Ok(terminal.print(&signed_text(target, &roster))?)
}

/// What led to a signed file is of no more use.
pub(super) fn remove(left: &[&Path], terminal: &Terminal) {
    for path in left.iter().filter(|path| files::is_there(path)) {
        if let Err(error) = std::fs::remove_file(path) {
            terminal.note(&format!("{} could not be removed: {error}", shown(path)));
        }
    }
}

pub(super) fn remind(part: &Path, terminal: &Terminal) {
    terminal.note(&format!(
        "it counts for nothing yet: bring it to whoever keeps another key, who runs sealbag roster sign {} --key FILE",
        quoted(part)
    ));
}

fn summary(record: &RosterRecord) -> String {
    let exchange = record.outgoing.as_ref().map(|outgoing| {
        format!(
            "; it exchanges the authority's keys: {} instead of {}",
            record.authority.keys.shown(),
            outgoing.keys.shown()
        )
    });
    format!(
        "version {} of {}, issued {}, persons {}, keys {}{}",
        record.version,
        record_text(&record.authority.name),
        record.issued,
        record.person.len(),
        record.key.len(),
        exchange.unwrap_or_default()
    )
}

fn part_text(path: &Path, unfinished: &UnfinishedRoster) -> String {
    let record = unfinished.record();
    let mut text = format!(
        "roster       {}, NOT COMPLETE: it counts for nothing yet\nauthority    {}\nversion      {}, issued {}\n",
        shown(path),
        record_text(&record.authority.name),
        record.version,
        record.issued
    );
    for key in unfinished.signers() {
        text.push_str(&format!("signed by    {}\n", key.fingerprint()));
    }
    text.push_str(&missing_text(&unfinished.missing()));
    text
}

/// How many signatures are missing, and by whose keys.
pub(super) fn missing_text(missing: &[Missing]) -> String {
    let mut text = String::new();
    for missing in missing {
        text.push_str(&format!("missing      {} of these keys\n", missing.count));
        missing.of.iter().for_each(|key| text.push_str(&format!("             {}\n", key.fingerprint())));
    }
    text
}

fn signed_text(path: &Path, roster: &VerifiedRoster) -> String {
    let record = roster.record();
    let groups = groups_of_eight(&roster.sha256());
    let (first, second) = groups.split_at(groups.len() / 2);
    let keys = &record.authority.keys;
    let mut text = format!("roster       {}\nauthority    {}\n", shown(path), record_text(&record.authority.name));
    keys.keys().iter().for_each(|key| text.push_str(&format!("key          {}\n", key.fingerprint())));
    if keys.single().is_none() {
        text.push_str(&format!("threshold    {} of {} keys\n", keys.threshold(), keys.keys().len()));
    }
    if let Some(outgoing) = roster.outgoing() {
        text.push_str(&format!("instead of   {}\n", outgoing.shown()));
    }
    text.push_str(&format!(
        "version      {}, issued {}\nholds        persons {}, keys {}\nsha256       {}\n             {}\n",
        record.version,
        record.issued,
        record.person.len(),
        record.key.len(),
        first.join(" "),
        second.join(" ")
    ));
    text
}
