//! A roster by which a verifier judges keys, and on whose word it does.

use sealbag_manifest::digest::Sha256Digest;

use super::{Authority, Person, RosterKey, RosterRecord, VerifiedRecognition, VerifiedRoster};
use crate::public_key::PublicKey;

/// A roster in use.
#[derive(Clone, Debug)]
pub struct RosterInUse {
    roster: VerifiedRoster,
    recognition: Option<VerifiedRecognition>,
}

impl RosterInUse {
    /// A roster of an authority that the verifier brought.
    pub fn own(roster: VerifiedRoster) -> Self {
        Self { roster, recognition: None }
    }

    /// A roster of an authority that one of those recognises.
    pub fn recognized(roster: VerifiedRoster, recognition: VerifiedRecognition) -> Self {
        Self { roster, recognition: Some(recognition) }
    }

    /// The roster.
    pub fn roster(&self) -> &VerifiedRoster {
        &self.roster
    }

    /// On whose word, if not on that of an authority that was brought.
    pub fn recognition(&self) -> Option<&VerifiedRecognition> {
        self.recognition.as_ref()
    }

    /// What was signed.
    pub fn record(&self) -> &RosterRecord {
        self.roster.record()
    }

    /// What names this version.
    pub fn sha256(&self) -> Sha256Digest {
        self.roster.sha256()
    }

    /// Who keeps it.
    pub fn authority(&self) -> &Authority {
        self.roster.authority()
    }

    /// The key that names the authority in events.
    pub fn origin(&self) -> &PublicKey {
        self.roster.origin()
    }

    /// The entry of a key, and the person it belongs to.
    pub fn find(&self, key: &PublicKey) -> Option<(&RosterKey, &Person)> {
        self.roster.find(key)
    }
}

impl From<VerifiedRoster> for RosterInUse {
    fn from(roster: VerifiedRoster) -> Self {
        Self::own(roster)
    }
}
