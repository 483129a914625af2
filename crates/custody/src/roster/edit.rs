//! What a clerk may do with a draft: add a person or a key, retire a key, revoke it. Nothing is taken out.

use super::{Person, RosterDraft, RosterKey, VerifiedRoster, rules};
use crate::keyset::Keyset;
use crate::public_key::PublicKey;
use crate::record::RecordError;
use crate::scalar::UtcTime;
use crate::text::Text;

/// A key to be added, with its person.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Id of the person, known or new.
    pub id: Text,
    /// Needed for a new person.
    pub name: Option<Text>,
    /// What else is stated of the person; `id` and `name` in it are not looked at.
    pub about: About,
    /// The key.
    pub key: PublicKey,
    /// What it may sign as.
    pub roles: Vec<Text>,
    /// First moment of validity.
    pub valid_from: UtcTime,
    /// First moment after it.
    pub valid_to: Option<UtcTime>,
}

/// What a roster may say of a person besides id and name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Body.
    pub organisation: Option<Text>,
    /// Unit of that body.
    pub unit: Option<Text>,
    /// Country.
    pub country: Option<Text>,
    /// What qualifies the person.
    pub qualification: Option<Text>,
    /// Until when.
    pub qualification_until: Option<crate::scalar::Date>,
}

/// Why a draft was not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// One key, one person.
    #[error("the key {fingerprint} is in the roster already, as that of {name} (id {id})")]
    KeyTaken {
        /// Fingerprint.
        fingerprint: String,
        /// Whose it is.
        name: String,
        /// That person's id.
        id: String,
    },
    /// A new person without a name.
    #[error("no person has the id {0}, and no name is given for a new one")]
    NameMissing(String),
    /// Something else is known of the person.
    #[error("the id {id} is that of {name}, and {field} is another in the roster: {known}")]
    OtherPerson {
        /// The id.
        id: String,
        /// The name in the roster.
        name: String,
        /// The field that differs.
        field: &'static str,
        /// What the roster has.
        known: String,
    },
    /// The key is not in the roster.
    #[error("the key {0} is not in the roster")]
    UnknownKey(String),
    /// No person has the id.
    #[error("no person has the id {0}")]
    UnknownPerson(String),
    /// All keys of the person are retired, or there is none.
    #[error("{0} has no key that could be retired")]
    NothingToRetire(String),
    /// Retired before.
    #[error("the key {fingerprint} is retired already, since {at}")]
    AlreadyRetired {
        /// Fingerprint.
        fingerprint: String,
        /// Since when.
        at: UtcTime,
    },
    /// It would have been retired before it was valid.
    #[error("the key {fingerprint} is valid from {from}, it cannot be retired before that")]
    RetiredTooEarly {
        /// Fingerprint.
        fingerprint: String,
        /// Begin of validity.
        from: UtcTime,
    },
    /// Revoked before, and as of the same or an earlier moment.
    #[error("the key {fingerprint} counts as compromised already, since {since}")]
    AlreadyCompromised {
        /// Fingerprint.
        fingerprint: String,
        /// Since when.
        since: UtcTime,
    },
    /// A recognition that is not newer than the one entered.
    #[error("version {0} of this recognition is entered already")]
    LaterRecognition(u64),
    /// It is not what the version before leads to.
    #[error("the draft does not follow from version {version}: {reason}")]
    NoSuccessor {
        /// The version before.
        version: u64,
        /// What was lost.
        reason: String,
    },
    /// A rule of the format.
    #[error(transparent)]
    Record(#[from] RecordError),
}

impl RosterDraft {
    /// Adds a key, and its person if the id is new.
    ///
    /// # Errors
    /// The key is somebody's already, the person is known as another, or a value is not of its form. Then nothing changes.
    pub fn enrol(&mut self, new: Enrolment) -> Result<(), EditError> {
        if let Some(key) = self.keys().iter().find(|key| key.key == new.key) {
            let name = self.name_of(&key.person);
            return Err(EditError::KeyTaken { fingerprint: new.key.fingerprint(), name, id: key.person.to_string() });
        }
        let mut next = self.clone();
        match self.persons().iter().find(|person| person.id == new.id) {
            Some(known) => require_same(known, &new)?,
            None => {
                let name = new.name.ok_or_else(|| EditError::NameMissing(new.id.to_string()))?;
                let About { organisation, unit, country, qualification, qualification_until } = new.about;
                let id = new.id.clone();
                next.person_mut().push(Person {
                    id,
                    name,
                    organisation,
                    unit,
                    country,
                    qualification,
                    qualification_until,
                });
            }
        }
        next.key_mut().push(RosterKey {
            person: new.id,
            key: new.key,
            roles: new.roles,
            valid_from: new.valid_from,
            valid_to: new.valid_to,
            retired: None,
            compromised_since: None,
            reason: None,
        });
        self.take(next)
    }

    /// The key is no longer used from `at` on.
    ///
    /// # Errors
    /// It is not in the roster, is retired already, or was not yet valid.
    pub fn retire(&mut self, key: &PublicKey, at: UtcTime, reason: &Text) -> Result<(), EditError> {
        let mut next = self.clone();
        retire_entry(next.entry(key)?, at, reason)?;
        self.take(next)
    }

    /// All keys of a person are no longer used from `at` on, but those retired before. Returns their fingerprints.
    ///
    /// # Errors
    /// There is no such person, none of the keys is in use, or one was not yet valid.
    pub fn retire_person(&mut self, id: &str, at: UtcTime, reason: &Text) -> Result<Vec<String>, EditError> {
        if !self.persons().iter().any(|person| person.id.as_str() == id) {
            return Err(EditError::UnknownPerson(id.to_owned()));
        }
        let mut next = self.clone();
        let mut retired = Vec::new();
        for entry in next.key_mut().iter_mut().filter(|key| key.person.as_str() == id && key.retired.is_none()) {
            retire_entry(entry, at, reason)?;
            retired.push(entry.key.fingerprint());
        }
        if retired.is_empty() {
            return Err(EditError::NothingToRetire(id.to_owned()));
        }
        self.take(next)?;
        Ok(retired)
    }

    /// Somebody else may have the key from `since` on. An earlier moment replaces a later one.
    ///
    /// # Errors
    /// It is not in the roster, or counts as compromised since then or earlier.
    pub fn revoke(&mut self, key: &PublicKey, since: UtcTime, reason: &Text) -> Result<(), EditError> {
        let mut next = self.clone();
        let entry = next.entry(key)?;
        if let Some(since) = entry.compromised_since.filter(|known| *known <= since) {
            return Err(EditError::AlreadyCompromised { fingerprint: key.fingerprint(), since });
        }
        entry.compromised_since = Some(since);
        add_reason(entry, reason)?;
        self.take(next)
    }

    /// That nothing of the version before was removed or taken back.
    ///
    /// # Errors
    /// [`EditError::NoSuccessor`] says what was.
    pub fn require_successor_of(&self, before: &VerifiedRoster) -> Result<(), EditError> {
        let record = before.record();
        let lost = |reason: String| EditError::NoSuccessor { version: record.version, reason };
        if self.previous() != Some(before.sha256()) || self.version() != record.version.saturating_add(1) {
            return Err(lost("it names another version before it".to_owned()));
        }
        let keys = &record.authority.keys;
        let stated = self.outgoing().or(self.authority().keys.as_ref());
        if !stated.is_some_and(|stated| stated.is_same(keys)) {
            return Err(lost("the authority has other keys, and those before do not hand over".to_owned()));
        }
        let now = &self.authority();
        if now.origin.as_ref().or(now.keys.as_ref().map(Keyset::first)) != Some(before.origin()) {
            return Err(lost("the origin of the authority is another".to_owned()));
        }
        for entry in &record.recognition {
            let now = self.recognitions().iter().find(|other| other.authority == entry.authority);
            if now.is_none_or(|now| now.version < entry.version) {
                return Err(lost(format!("the recognition of {} is gone", entry.authority.fingerprint())));
            }
        }
        for person in &record.person {
            if !self.persons().iter().any(|other| other.id == person.id) {
                return Err(lost(format!("the person {} is gone", person.id)));
            }
        }
        for key in &record.key {
            let fingerprint = key.key.fingerprint();
            let Some(now) = self.keys().iter().find(|other| other.key == key.key) else {
                return Err(lost(format!("the key {fingerprint} is gone")));
            };
            if now.person != key.person {
                return Err(lost(format!("the key {fingerprint} is another person's")));
            }
            if key.retired.is_some() && now.retired != key.retired {
                return Err(lost(format!("the key {fingerprint} is no longer retired as before")));
            }
            let is_withdrawn = |since| now.compromised_since.is_none_or(|now| now > since);
            if key.compromised_since.is_some_and(is_withdrawn) {
                return Err(lost(format!("the key {fingerprint} no longer counts as compromised as before")));
            }
        }
        Ok(())
    }

    fn entry(&mut self, key: &PublicKey) -> Result<&mut RosterKey, EditError> {
        let found = self.key_mut().iter_mut().find(|entry| entry.key == *key);
        found.ok_or_else(|| EditError::UnknownKey(key.fingerprint()))
    }

    fn name_of(&self, id: &Text) -> String {
        self.persons().iter().find(|person| person.id == *id).map(|person| person.name.to_string()).unwrap_or_default()
    }

    /// Takes the changed draft over, if it can be written.
    fn take(&mut self, next: Self) -> Result<(), EditError> {
        next.to_bytes()?;
        *self = next;
        Ok(())
    }
}

fn require_same(known: &Person, new: &Enrolment) -> Result<(), EditError> {
    let about = &new.about;
    let until = |date: Option<crate::scalar::Date>| date.map(|date| date.to_string());
    let text = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let fields = [
        ("the name", text(&new.name), Some(known.name.to_string())),
        ("the organisation", text(&about.organisation), text(&known.organisation)),
        ("the unit", text(&about.unit), text(&known.unit)),
        ("the country", text(&about.country), text(&known.country)),
        ("the qualification", text(&about.qualification), text(&known.qualification)),
        ("the end of the qualification", until(about.qualification_until), until(known.qualification_until)),
    ];
    for (field, given, known_value) in fields {
        if given.is_some() && given != known_value {
            let known_value = known_value.unwrap_or_else(|| "nothing".to_owned());
            let (id, name) = (known.id.to_string(), known.name.to_string());
            return Err(EditError::OtherPerson { id, name, field, known: known_value });
        }
    }
    Ok(())
}

fn retire_entry(entry: &mut RosterKey, at: UtcTime, reason: &Text) -> Result<(), EditError> {
    let fingerprint = entry.key.fingerprint();
    if let Some(at) = entry.retired {
        return Err(EditError::AlreadyRetired { fingerprint, at });
    }
    if at < entry.valid_from {
        return Err(EditError::RetiredTooEarly { fingerprint, from: entry.valid_from });
    }
    entry.retired = Some(at);
    add_reason(entry, reason)
}

/// A key may be retired and later revoked; both reasons are kept.
fn add_reason(entry: &mut RosterKey, reason: &Text) -> Result<(), EditError> {
    let text = match &entry.reason {
        Some(known) => format!("{known}; {reason}"),
        None => reason.to_string(),
    };
    let malformed = |error: crate::text::TextError| {
        let field = Some("key.reason".to_owned());
        EditError::Record(RecordError::Malformed { line: None, field, reason: error.to_string() })
    };
    entry.reason = Some(Text::new(text).map_err(malformed)?);
    Ok(())
}

/// True if `text` can be the id of a person: 1 to 64 of `a-z 0-9 . _ -`.
pub fn is_id(text: &str) -> bool {
    rules::is_id(text)
}
