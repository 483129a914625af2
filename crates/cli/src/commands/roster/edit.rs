//! Changing a draft, and signing it.

use std::path::Path;

use sealbag_custody::key::Signer;
use sealbag_custody::key_file;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::roster::{
    About, EditError, Enrolment, ROLES, RosterDraft, RosterKey, RosterSignError, VerifiedRoster,
};
use sealbag_custody::scalar::UtcTime;

use super::files::{self, RosterFileError, Work};
use super::{Add, New, Retire, Revoke, Sign};
use crate::act::groups_of_eight;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::keys;
use crate::new_file;
use crate::terminal::{Terminal, quoted, record_text, shown};

/// Why a roster was not changed or not signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum RosterEditError {
    /// The change is not allowed.
    #[error(transparent)]
    Edit(#[from] EditError),
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
    let draft = RosterDraft::first(new.authority_name.clone(), new.country.clone());
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

pub(super) fn sign(sign: &Sign, terminal: &Terminal) -> Result<ExitClass, CliError> {
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
    let pair = keys::open_private(&sign.key, sign.passphrase_file.as_deref(), terminal)?;
    let (bytes, roster) = work.draft.clone().sign(issued, &pair).map_err(RosterEditError::from)?;
    work.require_unchanged()?;
    new_file::create(&work.target, &bytes)?;
    if let Err(error) = std::fs::remove_file(&work.path) {
        terminal.note(&format!("the draft {} could not be removed: {error}", shown(&work.path)));
    }
    terminal.print(&signed_text(&work.target, &roster))?;
    let public = key_file::public_path(&sign.key);
    terminal.note(&format!(
        "give {} to those who verify, and make the authority's key known by other ways: {} is {}",
        shown(&work.target),
        shown(&public),
        pair.public_key().fingerprint()
    ));
    Ok(ExitClass::Success)
}

fn signed_text(path: &Path, roster: &VerifiedRoster) -> String {
    let record = roster.record();
    let groups = groups_of_eight(&roster.sha256());
    let (first, second) = groups.split_at(groups.len() / 2);
    format!(
        "roster       {}\nauthority    {}\nkey          {}\nversion      {}, issued {}\nholds        persons {}, keys {}\nsha256       {}\n             {}\n",
        shown(path),
        record_text(&record.authority.name),
        record.authority.key.fingerprint(),
        record.version,
        record.issued,
        record.person.len(),
        record.key.len(),
        first.join(" "),
        second.join(" ")
    )
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

fn now() -> Result<UtcTime, CliError> {
    Ok(UtcTime::from_unix_seconds(chrono::Utc::now().timestamp()).ok_or(RosterEditError::NoTime)?)
}
