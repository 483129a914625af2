//! Who is on the other side: a public key file, a key, or somebody in the roster.

use std::path::Path;

use sealbag::append::LogView;
use sealbag_custody::key_file;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::roster::{Person, RosterInUse, RosterKey};
use sealbag_custody::scalar::UtcTime;

use super::CustodyUsageError;
use crate::diagnose::CliError;
use crate::terminal::{record_text, shown};

/// A person with a key, as far as the writer knows.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// Name by the roster, else the comment of the key.
    pub(crate) name: Option<String>,
    /// The key.
    pub(crate) key: PublicKey,
    /// What the roster says of the key.
    pub(crate) role: Option<String>,
    /// The body by the roster.
    pub(crate) organisation: Option<String>,
    /// Whether a roster in use lists the key.
    pub(crate) is_listed: bool,
}

/// Finds a person by a public key file, by the key itself, or by an id or a name in a roster in use.
///
/// # Errors
/// Nobody is meant by it, or several are.
pub(crate) fn find(given: &str, view: &LogView, now: UtcTime) -> Result<Known, CliError> {
    if let Ok((key, comment)) = PublicKey::from_line(given.trim()) {
        return Ok(by_key(key, comment, view));
    }
    let path = Path::new(given);
    if path.is_file() {
        let (key, comment) = key_file::read_public(path)?;
        return Ok(by_key(key, comment, view));
    }
    let persons = view.rosters.iter().flat_map(|roster| roster.record().person.iter().map(move |one| (roster, one)));
    let persons: Vec<_> = persons.collect();
    let mut found: Vec<_> = persons.iter().filter(|(_, person)| person.id.as_str() == given).collect();
    if found.is_empty() {
        found = persons.iter().filter(|(_, person)| person.name.as_str() == given).collect();
    }
    match found.as_slice() {
        [] => Err(CustodyUsageError::Nobody { given: shown(path), has_roster: !persons.is_empty() }.into()),
        [(roster, person)] => by_person(roster, person, now),
        several => {
            let who = several.iter().map(|(_, person)| {
                let unit = person.organisation.as_ref().map(|body| format!(", {}", record_text(body)));
                format!("{} ({}{})", person.id, record_text(&person.name), unit.unwrap_or_default())
            });
            Err(CustodyUsageError::Several { given: record_text(given), who: who.collect() }.into())
        }
    }
}

/// What the rosters say of a key.
pub(crate) fn by_key(key: PublicKey, comment: String, view: &LogView) -> Known {
    let listed = view.rosters.iter().find_map(|roster| roster.find(&key));
    match listed {
        Some((entry, person)) => of_roster(entry, person),
        None => Known {
            name: Some(comment).filter(|comment| !comment.trim().is_empty()),
            key,
            role: None,
            organisation: None,
            is_listed: false,
        },
    }
}

fn by_person(roster: &RosterInUse, person: &Person, now: UtcTime) -> Result<Known, CliError> {
    let is_usable = |key: &&RosterKey| {
        let ends = [key.valid_to, key.retired].into_iter().flatten().min();
        key.person == person.id
            && key.compromised_since.is_none()
            && key.valid_from <= now
            && ends.is_none_or(|end| now < end)
    };
    let keys: Vec<_> = roster.record().key.iter().filter(is_usable).collect();
    let name = record_text(&person.name);
    match keys.as_slice() {
        [key] => Ok(of_roster(key, person)),
        [] => Err(CustodyUsageError::NoUsableKey { name }.into()),
        several => {
            let keys = several.iter().map(|key| key.key.fingerprint()).collect();
            Err(CustodyUsageError::SeveralKeys { name, keys }.into())
        }
    }
}

fn of_roster(key: &RosterKey, person: &Person) -> Known {
    let roles: Vec<_> = key.roles.iter().map(|role| role.as_str()).collect();
    Known {
        name: Some(person.name.as_str().to_owned()),
        key: key.key.clone(),
        role: Some(roles.join(", ")),
        organisation: person.organisation.as_ref().map(|body| body.as_str().to_owned()),
        is_listed: true,
    }
}
