//! Changing a draft.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use sealbag_custody::key_file;
use sealbag_custody::keyset::{Keyset, KeysetError};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::roster::{About, EditError, Enrolment, ROLES, RosterDraft, RosterKey, RosterSignError};
use sealbag_custody::scalar::UtcTime;

use super::files::{self, Work};
use super::said::keys_shown;
use super::{Add, Enter, New, Rekey, Retire, Revoke};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file;
use crate::terminal::{Terminal, quoted, record_text, shown};

/// Why a roster was not changed or not signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum RosterEditError {
    /// The change is not allowed.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A recognition by, or of, somebody else.
    #[error("the recognition is between other authorities")]
    OtherRecognition,
    /// Neither a recognition before nor all that a first one says.
    #[error("a recognition needs a purpose, roles and a period")]
    NothingToRecognize,
    /// No keys of an authority.
    #[error(transparent)]
    Keys(#[from] KeysetError),
    /// Several keys, and not how many of them must sign.
    #[error("the authority has several keys: how many of them must sign?")]
    NoThreshold,
    /// An exchange after which fewer keys are enough.
    #[error("before, {before} keys had to sign; now {now} would be enough")]
    LowerThreshold {
        /// The threshold before.
        before: u64,
        /// The threshold asked for.
        now: u64,
    },
    /// The signature was not made.
    #[error(transparent)]
    Sign(#[from] RosterSignError),
    /// No key of the roster has this fingerprint.
    #[error("no key of the roster has the fingerprint {0}")]
    UnknownFingerprint(String),
    /// A roster or draft of this name is there.
    #[error("there is one already: {0}")]
    Exists(String),
    /// The clock of this machine is before the version before.
    #[error("the clock says {now}, which is before version {version} was issued ({issued})")]
    Clock {
        /// The clock of this machine.
        now: UtcTime,
        /// The version before.
        version: u64,
        /// When it was issued.
        issued: UtcTime,
    },
    /// The clock of this machine shows no year from 1 to 9999.
    #[error("the clock of this machine shows no usable time")]
    NoTime,
}

pub(super) fn begin(new: &New, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let target = files::without_draft(&new.out).unwrap_or_else(|| new.out.clone());
    let path = files::draft_of(&target);
    if let Some(taken) = [&target, &path].into_iter().find(|path| files::is_there(path)) {
        return Err(RosterEditError::Exists(shown(taken)).into());
    }
    let keys = keyset(&new.authority_keys, new.threshold)?;
    let draft = RosterDraft::first(new.authority_name.clone(), new.country.clone(), keys);
    new_file::create(&path, &bytes_of(&draft)?)?;
    let words = terminal.words();
    terminal.print(&format!("{}  {}\n", shown(&path), words.text("say-roster-begun")))?;
    terminal.note(&words.with("say-roster-add-people", &[("roster", &quoted(&target))]));
    Ok(ExitClass::Success)
}

pub(super) fn add(add: &Add, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let mut work = Work::open(&add.file)?;
    let (key, _) = key_file::read_public(&add.key)?;
    let words = terminal.words();
    let fingerprint = key.fingerprint();
    if let Some(name) = &add.name {
        for twin in work.draft.persons().iter().filter(|person| person.name == *name && person.id != add.id) {
            terminal.note(&words.with("say-roster-twin", &[("id", &record_text(&twin.id))]));
        }
    }
    for role in add.roles.iter().filter(|role| !ROLES.contains(&role.as_str())) {
        let values: [(&str, &dyn Display); 2] = [("role", &record_text(role)), ("known", &ROLES.join(", "))];
        terminal.note(&words.with("say-roster-role-unknown", &values));
    }
    let valid_from = match add.valid_from {
        Some(time) => time,
        None => now()?,
    };
    let about = About {
        organisation: add.organisation.clone(),
        unit: add.unit.clone(),
        country: add.country.clone(),
        qualification: add.qualification.clone(),
        qualification_until: add.qualification_until,
    };
    let (id, name, roles) = (add.id.clone(), add.name.clone(), add.roles.clone());
    let new = Enrolment { id, name, about, key, roles, valid_from, valid_to: add.valid_to };
    work.draft.enrol(new).map_err(RosterEditError::from)?;
    let values: [(&str, &dyn Display); 3] =
        [("key", &fingerprint), ("id", &record_text(&add.id)), ("from", &valid_from)];
    save(&work, &words.with("say-roster-enrolled", &values), terminal)
}

pub(super) fn retire(retire: &Retire, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let mut work = Work::open(&retire.file)?;
    let (at, reason) = (retire.at, &retire.reason);
    let retired = match (&retire.key, &retire.id) {
        (Some(key), _) => {
            let key = key_in(work.draft.keys(), key)?;
            work.draft.retire(&key, at, reason).map(|()| vec![key.fingerprint()])
        }
        (None, id) => work.draft.retire_person(id.as_deref().unwrap_or_default(), at, reason),
    };
    let retired = retired.map_err(RosterEditError::from)?;
    let values: [(&str, &dyn Display); 2] = [("keys", &retired.join(", ")), ("at", &at)];
    save(&work, &terminal.words().with("say-roster-keys-retired", &values), terminal)
}

pub(super) fn revoke(revoke: &Revoke, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let mut work = Work::open(&revoke.file)?;
    let key = key_in(work.draft.keys(), &revoke.key)?;
    let since = revoke.compromised_since;
    work.draft.revoke(&key, since, &revoke.reason).map_err(RosterEditError::from)?;
    let values: [(&str, &dyn Display); 2] = [("key", &key.fingerprint()), ("since", &since)];
    save(&work, &terminal.words().with("say-roster-key-revoked", &values), terminal)
}

pub(super) fn rekey(rekey: &Rekey, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let mut work = Work::open(&rekey.file)?;
    let keys = keyset(&rekey.authority_keys, rekey.threshold)?.ok_or(RosterEditError::NoThreshold)?;
    let before = work.draft.outgoing().or(work.draft.authority().keys.as_ref()).map(Keyset::threshold);
    if let Some(before) = before.filter(|before| *before > keys.threshold() && !rekey.lower_threshold) {
        return Err(RosterEditError::LowerThreshold { before, now: keys.threshold() }.into());
    }
    let words = terminal.words();
    let what = words.with("say-roster-rekeyed", &[("keys", &keys_shown(&keys, words))]);
    work.draft.rekey(keys).map_err(EditError::from).map_err(RosterEditError::from)?;
    save(&work, &what, terminal)
}

pub(super) fn enter(enter: &Enter, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let mut work = Work::open(&enter.file)?;
    let recognition = files::read_recognition(&enter.recognition)?;
    let record = recognition.record();
    if work.draft.authority().keys.as_ref().is_none_or(|keys| !keys.is_same(&record.authority.keys)) {
        return Err(RosterEditError::OtherRecognition.into());
    }
    work.draft.enter(&recognition).map_err(RosterEditError::from)?;
    let name = record_text(&record.recognized.name);
    let values: [(&str, &dyn Display); 2] = [("version", &record.version), ("name", &name)];
    save(&work, &terminal.words().with("say-roster-recognition-entered", &values), terminal)
}

/// The keys of an authority by their files; none if none is named.
fn keyset(files: &[PathBuf], threshold: Option<u64>) -> Result<Option<Keyset>, CliError> {
    let keys: Vec<PublicKey> =
        files.iter().map(|path| Ok(key_file::read_public(path)?.0)).collect::<Result<_, CliError>>()?;
    let threshold = match (keys.len(), threshold) {
        (0, _) => return Ok(None),
        (1, None) => 1,
        (_, Some(threshold)) => threshold,
        (_, None) => return Err(RosterEditError::NoThreshold.into()),
    };
    Ok(Some(Keyset::new(keys, threshold).map_err(RosterEditError::from)?))
}

/// A key by its file or its fingerprint.
fn key_in(keys: &[RosterKey], given: &Path) -> Result<PublicKey, CliError> {
    match given.to_str().filter(|text| text.starts_with("SHA256:")) {
        Some(fingerprint) => {
            let found = keys.iter().find(|entry| entry.key.fingerprint() == fingerprint);
            let unknown = || RosterEditError::UnknownFingerprint(shown(given));
            Ok(found.ok_or_else(unknown)?.key.clone())
        }
        None => Ok(key_file::read_public(given)?.0),
    }
}

fn save(work: &Work, what: &str, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let bytes = bytes_of(&work.draft)?;
    work.require_unchanged()?;
    if work.exists() {
        new_file::replace(&work.path, &bytes)?
    } else {
        new_file::create(&work.path, &bytes)?
    }
    let words = terminal.words();
    let draft = words.with("say-roster-draft-saved", &[("version", &work.draft.version())]);
    terminal.print(&format!("{what}\n{}  {draft}\n", shown(&work.path)))?;
    terminal.note(&words.with("say-roster-sign-it", &[("roster", &quoted(&work.target))]));
    Ok(ExitClass::Success)
}

fn bytes_of(draft: &RosterDraft) -> Result<Vec<u8>, CliError> {
    Ok(draft.to_bytes().map_err(|error| RosterEditError::Edit(error.into()))?)
}

pub(super) fn now() -> Result<UtcTime, CliError> {
    Ok(UtcTime::from_unix_seconds(chrono::Utc::now().timestamp()).ok_or(RosterEditError::NoTime)?)
}
