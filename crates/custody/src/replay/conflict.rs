//! A roster that an event names, against the one in use.

use super::Replay;
use crate::seal_record::RosterReference;

/// What an event says against the roster in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RosterConflict {
    /// It used a later version.
    RolledBack {
        /// The version that the event names.
        named: u64,
        /// The version in use.
        in_use: u64,
    },
    /// It used another roster with the same number.
    OtherContent {
        /// The number.
        version: u64,
    },
}

impl Replay<'_> {
    /// What a reference to a roster says against the roster in use, for an event that stands and is attributed.
    pub fn roster_conflict(&self, reference: &RosterReference) -> Option<RosterConflict> {
        let roster = self.people.vouching.rosters.iter().find(|roster| *roster.origin() == reference.authority)?;
        let record = roster.record();
        if reference.version > record.version {
            Some(RosterConflict::RolledBack { named: reference.version, in_use: record.version })
        } else if reference.version == record.version && reference.sha256 != roster.sha256() {
            Some(RosterConflict::OtherContent { version: record.version })
        } else {
            None
        }
    }
}
