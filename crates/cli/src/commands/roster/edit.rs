//! Changing a draft.

use std::path::{Path, PathBuf};

use sealbag_custody::key_file;
use sealbag_custody::keyset::{Keyset, KeysetError};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::roster::{About, EditError, Enrolment, ROLES, RosterDraft, RosterKey, RosterSignError};
use sealbag_custody::scalar::UtcTime;

use super::files::{self, Work};
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
    terminal.print(&format!("{}  draft of version 1, nobody in it yet\n", shown(&path)))?;
    let target = quoted(&target);
    terminal.note(&format!("add people with: sealbag roster add {target} --key PUB --id ID --name NAME --role ROLE"));
    Ok(ExitClass::Success)
}

pub(super) fn add(add: &Add, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let mut work = Work::open(&add.file)?;
    let (key, _) = key_file::read_public(&add.key)?;
    let fingerprint = key.fingerprint();
    if let Some(name) = &add.name {
        for twin in work.draft.persons().iter().filter(|person| person.name == *name && person.id != add.id) {
            terminal.note(&format!("there is another person of this name, with the id {}", record_text(&twin.id)));
        }
    }
    for role in add.roles.iter().filter(|role| !ROLES.contains(&role.as_str())) {
        terminal.note(&format!(
            "the role {} is not one that this version knows; it may do what everybody may. Known: {}",
            record_text(role),
            ROLES.join(", ")
        ));
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
    save(&work, &format!("{fingerprint} is a key of {}, valid from {valid_from}", record_text(&add.id)), terminal)
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
    save(&work, &format!("{} retired from {at} on", retired.join(", ")), terminal)
}

pub(super) fn revoke(revoke: &Revoke, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let mut work = Work::open(&revoke.file)?;
    let key = key_in(work.draft.keys(), &revoke.key)?;
    let since = revoke.compromised_since;
    work.draft.revoke(&key, since, &revoke.reason).map_err(RosterEditError::from)?;
    save(&work, &format!("{} counts as compromised since {since}", key.fingerprint()), terminal)
}

pub(super) fn rekey(rekey: &Rekey, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let mut work = Work::open(&rekey.file)?;
    let keys = keyset(&rekey.authority_keys, rekey.threshold)?.ok_or(RosterEditError::NoThreshold)?;
    let before = work.draft.outgoing().or(work.draft.authority().keys.as_ref()).map(Keyset::threshold);
    if let Some(before) = before.filter(|before| *before > keys.threshold() && !rekey.lower_threshold) {
        return Err(RosterEditError::LowerThreshold { before, now: keys.threshold() }.into());
    }
    let what = format!("the authority's key: {}", keys.shown());
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
    save(&work, &format!("version {} of the recognition of {name} is entered", record.version), terminal)
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
    let version = work.draft.version();
    terminal.print(&format!("{what}\n{}  draft of version {version}, not signed yet\n", shown(&work.path)))?;
    terminal.note(&format!("it counts when it is signed: sealbag roster sign {} --key FILE", quoted(&work.target)));
    Ok(ExitClass::Success)
}

fn bytes_of(draft: &RosterDraft) -> Result<Vec<u8>, CliError> {
    Ok(draft.to_bytes().map_err(|error| RosterEditError::Edit(error.into()))?)
}

pub(super) fn now() -> Result<UtcTime, CliError> {
    Ok(UtcTime::from_unix_seconds(chrono::Utc::now().timestamp()).ok_or(RosterEditError::NoTime)?)
}
