//! What a reader is shown before the first event and behind the last.

use sealbag_custody::public_key::PublicKey;
use sealbag_custody::replay::PersonShown;
use sealbag_custody::roster::{RecognitionRecord, RosterInUse};
use sealbag_custody::scalar::UtcTime;
use sealbag_manifest::digest::Sha256Digest;

use crate::finding::Finding;
use crate::verdict::{CustodyShown, Outcome, SealShown};

/// What is known before the first event.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Which kinds of anchor were given.
    pub anchors: Vec<&'static str>,
    /// SHA-256 of event 0, if it can be read.
    pub seal_hash: Option<String>,
    /// What event 0 says of itself, if its signature and record hold.
    pub sealed: Option<SealShown>,
    /// What is to be said of event 0, the anchors, and the files in `custody/`.
    pub findings: Vec<Finding>,
    /// The rosters by which keys are attributed.
    pub rosters: Vec<RosterShown>,
}

/// A roster in use, for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterShown {
    /// Who keeps it, by its own word.
    pub authority: String,
    /// Fingerprints of the authority's keys.
    pub fingerprints: Vec<String>,
    /// Its number.
    pub version: u64,
    /// When it was signed, as the authority claims.
    pub issued: UtcTime,
    /// What names this version.
    pub sha256: Sha256Digest,
    /// How many of those keys must sign.
    pub threshold: u64,
    /// By what the authority counts, if the verifier did not bring it itself.
    pub recognition: Option<RecognitionShown>,
}

/// What one authority says of another's roster, for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecognitionShown {
    /// Who recognises, by its own word.
    pub authority: String,
    /// For what.
    pub purpose: String,
    /// Which roles.
    pub roles: Vec<String>,
    /// From when.
    pub valid_from: UtcTime,
    /// Until when: its end, or its withdrawal.
    pub valid_to: UtcTime,
}

impl RecognitionShown {
    fn of(record: &RecognitionRecord) -> Self {
        Self {
            authority: record.authority.name.as_str().to_owned(),
            purpose: record.scope.purpose.as_str().to_owned(),
            roles: record.scope.roles.iter().map(|role| role.as_str().to_owned()).collect(),
            valid_from: record.scope.valid_from,
            valid_to: record.scope.end(),
        }
    }
}

impl RosterShown {
    pub(super) fn of(roster: &RosterInUse) -> Self {
        let record = roster.record();
        Self {
            authority: record.authority.name.as_str().to_owned(),
            fingerprints: roster.roster().keys().keys().iter().map(PublicKey::fingerprint).collect(),
            version: record.version,
            issued: record.issued,
            sha256: roster.sha256(),
            threshold: roster.roster().keys().threshold(),
            recognition: roster.recognition().map(|by| RecognitionShown::of(by.record())),
        }
    }
}

/// What is known behind the last event.
#[derive(Clone, Debug)]
pub struct Closing {
    /// Length, head, and where the log has come to; absent if event 0 does not hold.
    pub custody: Option<CustodyShown>,
    /// The holder as the roster has it; only if the log was replayed whole.
    pub holder: Option<PersonShown>,
    /// What is to be said of the log as a whole.
    pub findings: Vec<Finding>,
    /// The conclusion of seal, anchor and log alone: the contents of the bag were not looked at.
    pub outcome: Outcome,
}
