//! Whose key it is: what a verifier brought from outside the bag, and what follows from it.

use std::collections::HashMap;

use crate::public_key::PublicKey;
use crate::roster::{Person as RosterPerson, RosterInUse, RosterKey, VerifiedRecognition};
use crate::scalar::UtcTime;
use crate::text::Text;
use crate::time::{KeyLife, Timeline};

/// Whoever a key stands for. Equal persons are one person; names prove nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Person {
    /// A person of a roster, by the place of that roster among those in use and the id in it.
    Listed {
        /// Index among the rosters in use.
        roster: usize,
        /// The person's id.
        id: Text,
    },
    /// A key that no roster lists: its line.
    Key(String),
}

impl Person {
    /// The person who is no more than a key.
    pub fn of_key(key: &PublicKey) -> Self {
        Self::Key(key.to_line())
    }
}

/// A person as a reader is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonShown {
    /// Name by the roster, else as the event states it.
    pub name: String,
    /// Id and body by the roster.
    pub listed: Option<ListedShown>,
    /// Fingerprint of the key, if no roster lists it.
    pub fingerprint: Option<String>,
}

/// What a roster says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedShown {
    /// The id in that roster.
    pub id: String,
    /// The body.
    pub organisation: Option<String>,
    /// Who keeps the roster.
    pub authority: String,
    /// Who recognises that authority, if the verifier did not bring it itself.
    pub recognized_by: Option<String>,
}

/// What makes event 0 somebody's, where no roster and no key given does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventZero {
    /// Its hash or a receipt was given, or nothing was: its key is taken for granted, with those it names.
    #[default]
    Granted,
    /// Only the bag before is vouched for: the key of event 0 vouches for nobody.
    AssumedAlone,
}

/// What was brought from outside.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vouching<'a> {
    /// The rosters in use, in the order of the authorities given; those that only a recognition brings come last.
    pub rosters: &'a [RosterInUse],
    /// Keys of signers.
    pub signers: &'a [PublicKey],
    /// The highest head of the receipts that fit.
    pub receipts_reach: Option<u64>,
    /// On what event 0 rests.
    pub event_zero: EventZero,
    /// What time-stamps attest of the log; none where tokens are not judged.
    pub times: Option<&'a Timeline>,
}

/// A key in a roster in use.
#[derive(Clone, Copy)]
pub(super) struct Listed<'a> {
    pub(super) index: usize,
    pub(super) roster: &'a RosterInUse,
    pub(super) key: &'a RosterKey,
    pub(super) person: &'a RosterPerson,
    /// On whose word the roster counts, if not on that of an authority that was brought.
    pub(super) recognition: Option<&'a VerifiedRecognition>,
    /// The earliest moment in any of the rosters.
    pub(super) retired: Option<UtcTime>,
    /// The earliest moment in any of the rosters.
    pub(super) compromised_since: Option<UtcTime>,
}

impl Listed<'_> {
    /// When the key signed for its owner.
    pub(super) fn life(&self) -> KeyLife {
        KeyLife {
            valid_from: self.key.valid_from,
            valid_to: self.key.valid_to,
            retired: self.retired,
            compromised_since: self.compromised_since,
        }
    }
}

/// Whoever the keys of a log stand for.
pub(super) struct People<'a> {
    pub(super) vouching: Vouching<'a>,
    /// Persons of later rosters who share a key with one of an earlier roster, and that one.
    same: HashMap<(usize, Text), (usize, Text)>,
}

impl<'a> People<'a> {
    /// Joins the persons whom two rosters name with one key. A roster that is only recognised joins nobody: its authority
    /// would decide who else may act for a person of the one that recognises it.
    pub(super) fn new(vouching: Vouching<'a>) -> Self {
        let mut people = Self { vouching, same: HashMap::new() };
        if vouching.rosters.len() > 1 {
            let mut first_of: HashMap<String, (usize, Text)> = HashMap::new();
            let own = vouching.rosters.iter().enumerate().filter(|(_, roster)| roster.recognition().is_none());
            for (index, roster) in own {
                for key in &roster.record().key {
                    let person = people.first((index, key.person.clone()));
                    let known = first_of.entry(key.key.to_line()).or_insert_with(|| person.clone()).clone();
                    let known = people.first(known);
                    if known != person {
                        people.same.insert(person, known);
                    }
                }
            }
        }
        people
    }

    /// Follows a person to the one that stands for all who are the same.
    fn first(&self, mut person: (usize, Text)) -> (usize, Text) {
        while let Some(other) = self.same.get(&person) {
            person = other.clone();
        }
        person
    }

    /// The entry that counts: that of the first roster that lists the key. One that is only recognised says nothing of a key that
    /// another lists.
    pub(super) fn listed(&self, key: &PublicKey) -> Option<Listed<'a>> {
        let all = || {
            self.vouching
                .rosters
                .iter()
                .enumerate()
                .filter_map(|(index, roster)| roster.find(key).map(|(key, person)| (index, roster, key, person)))
        };
        let is_own = |roster: &RosterInUse| roster.recognition().is_none();
        let has_own = all().any(|(_, roster, _, _)| is_own(roster));
        let entries = || all().filter(|(_, roster, _, _)| is_own(roster) == has_own);
        let (index, roster, entry, person) = entries().next()?;
        Some(Listed {
            index,
            roster,
            key: entry,
            person,
            recognition: roster.recognition(),
            retired: entries().filter_map(|(_, _, key, _)| key.retired).min(),
            compromised_since: entries().filter_map(|(_, _, key, _)| key.compromised_since).min(),
        })
    }

    /// The person by a roster or by a key given.
    pub(super) fn person_of(&self, key: &PublicKey) -> Option<Person> {
        self.listed(key).map(|listed| self.person_of_entry(&listed)).or_else(|| self.given(key))
    }

    /// The person by the entry of a roster.
    pub(super) fn person_of_entry(&self, listed: &Listed<'_>) -> Person {
        let (roster, id) = self.first((listed.index, listed.person.id.clone()));
        Person::Listed { roster, id }
    }

    /// The person who is a key that was given.
    pub(super) fn given(&self, key: &PublicKey) -> Option<Person> {
        self.vouching.signers.contains(key).then(|| Person::of_key(key))
    }

    pub(super) fn shown(&self, person: &Person, name: &Text) -> PersonShown {
        let listed = match person {
            Person::Listed { roster, id } => self.vouching.rosters.get(*roster).and_then(|roster| {
                let person = roster.record().person(id)?;
                Some((roster, person))
            }),
            Person::Key(_) => None,
        };
        match (listed, person) {
            (Some((roster, person)), _) => PersonShown {
                name: person.name.as_str().to_owned(),
                listed: Some(ListedShown {
                    id: person.id.as_str().to_owned(),
                    organisation: person.organisation.as_ref().map(|body| body.as_str().to_owned()),
                    authority: roster.authority().name.as_str().to_owned(),
                    recognized_by: roster.recognition().map(|by| by.record().authority.name.as_str().to_owned()),
                }),
                fingerprint: None,
            },
            (None, Person::Key(line)) => PersonShown {
                name: name.as_str().to_owned(),
                listed: None,
                fingerprint: PublicKey::from_line(line).ok().map(|(key, _)| key.fingerprint()),
            },
            (None, Person::Listed { .. }) => {
                PersonShown { name: name.as_str().to_owned(), listed: None, fingerprint: None }
            }
        }
    }
}
