//! Which roster of an authority is in use, if its keys were exchanged: the versions that hand over, followed one by one.
//!
//! Spec: `docs/spec/roster.md`, "Keys that were exchanged". Begins at the keys that the verifier brought. A version that
//! exchanges keys names those before it and is signed by both, so each step needs one version and no other. What does not
//! fit into one row is a conflict, never a choice.

use super::{ROSTER_FORMAT, VerifiedRoster};
use crate::keyset::Keyset;
use crate::public_key::PublicKey;

/// Two things that one authority said, and that cannot both be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Conflict {
    /// Two rosters with one number.
    #[error("version {0}")]
    OneNumber(u64),
    /// Two versions hand the same keys over.
    #[error("versions {first} and {second} both hand over the keys {keys}")]
    TwoSuccessors {
        /// The one that is followed.
        first: u64,
        /// The other.
        second: u64,
        /// The keys before.
        keys: String,
    },
    /// Signed by keys that had handed over.
    #[error("version {version} is signed by keys that handed over in version {handed_over}")]
    HandedOver {
        /// The version that is too late.
        version: u64,
        /// The version in which they handed over.
        handed_over: u64,
    },
    /// A key that was taken out is named again.
    #[error("version {version} names the key {key} again, which an earlier version took out")]
    Returned {
        /// The version.
        version: u64,
        /// Fingerprint.
        key: String,
    },
    /// It names another version before it than the one that is there.
    #[error("version {version} does not follow from version {before} that is at hand")]
    OtherPrevious {
        /// The version.
        version: u64,
        /// The one before it.
        before: u64,
    },
}

/// What the rosters at hand say of one authority.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    /// The keys that sign for the authority now, as far as is known.
    pub keys: Option<Keyset>,
    /// The place of the roster in use, among those at hand.
    pub in_use: Option<usize>,
    /// The places of the versions that handed over, in their order.
    pub exchanges: Vec<usize>,
    /// The places of all rosters that are this authority's, before or after the keys that were brought.
    pub members: Vec<usize>,
    /// What contradicts.
    pub conflicts: Vec<Conflict>,
}

impl Lineage {
    /// Follows the keys that were brought through the rosters at hand.
    pub fn of(anchor: &Keyset, at_hand: &[VerifiedRoster]) -> Self {
        let mut lineage = Self::default();
        let first = lineage.back(anchor, at_hand);
        let keys = lineage.forward(anchor, first, at_hand);
        lineage.choose(&keys, at_hand);
        lineage.keys = Some(keys);
        lineage.compare(at_hand);
        lineage
    }

    /// The versions before the one that made the keys those of the authority; the number of that one, if it is at hand.
    fn back(&mut self, anchor: &Keyset, at_hand: &[VerifiedRoster]) -> u64 {
        let mut first = 0;
        let mut keys = anchor;
        // Each step has a lower number than the one before, so there is an end.
        let mut below = u64::MAX;
        loop {
            let before = at_hand.iter().enumerate().find_map(|(place, roster)| {
                let number = roster.record().version;
                let leads_here = roster.keys().is_same(keys) && number < below;
                roster.outgoing().filter(|_| leads_here).map(|outgoing| (place, number, outgoing))
            });
            let Some((place, number, outgoing)) = before else { return first };
            if first == 0 {
                first = number;
            }
            self.member(place);
            self.handed_over(outgoing, place, at_hand);
            (keys, below) = (outgoing, number);
        }
    }

    /// The keys that sign now.
    fn forward(&mut self, anchor: &Keyset, first: u64, at_hand: &[VerifiedRoster]) -> Keyset {
        let mut keys = anchor.clone();
        let mut floor = first;
        let mut taken_out: Vec<PublicKey> = Vec::new();
        loop {
            let leads_on = |roster: &VerifiedRoster| {
                roster.record().version > floor && roster.outgoing().is_some_and(|outgoing| outgoing.is_same(&keys))
            };
            let successors = at_hand.iter().enumerate().filter(|(_, roster)| leads_on(roster));
            let Some((place, next)) = successors.min_by_key(|(_, roster)| roster.record().version) else { return keys };
            let version = next.record().version;
            self.member(place);
            self.handed_over(&keys, place, at_hand);
            taken_out.extend(keys.keys().iter().filter(|key| !next.keys().contains(key)).cloned());
            if let Some(key) = next.keys().keys().iter().find(|key| taken_out.contains(key)) {
                self.conflicts.push(Conflict::Returned { version, key: key.fingerprint() });
                return keys;
            }
            self.exchanges.push(place);
            keys = next.keys().clone();
            floor = version;
        }
    }

    /// `keys` handed over in the roster at `place`: nothing else may have them hand over, and they sign nothing later.
    fn handed_over(&mut self, keys: &Keyset, place: usize, at_hand: &[VerifiedRoster]) {
        let followed = &at_hand[place];
        let handed_over = followed.record().version;
        for (other, roster) in at_hand.iter().enumerate() {
            if roster.sha256() == followed.sha256() {
                self.member(other);
                continue;
            }
            let version = roster.record().version;
            if roster.outgoing().is_some_and(|outgoing| outgoing.is_same(keys)) {
                self.member(other);
                self.conflicts.push(Conflict::TwoSuccessors {
                    first: handed_over,
                    second: version,
                    keys: keys.shown(),
                });
            } else if roster.keys().is_same(keys) {
                self.member(other);
                if version >= handed_over {
                    self.conflicts.push(Conflict::HandedOver { version, handed_over });
                }
            }
        }
    }

    /// The highest version that the keys signed; the first of several.
    fn choose(&mut self, keys: &Keyset, at_hand: &[VerifiedRoster]) {
        let floor = self.exchanges.last().map_or(0, |place| at_hand[*place].record().version);
        for (place, roster) in at_hand.iter().enumerate().filter(|(_, roster)| roster.keys().is_same(keys)) {
            let version = roster.record().version;
            if version >= floor {
                self.member(place);
                if self.in_use.is_none_or(|known| at_hand[known].record().version < version) {
                    self.in_use = Some(place);
                }
            }
        }
    }

    /// One number, one roster; and each follows from the one before it. A roster v1 was never held to the latter by a verifier.
    fn compare(&mut self, at_hand: &[VerifiedRoster]) {
        self.members.sort_unstable();
        let members: Vec<&VerifiedRoster> = self.members.iter().map(|place| &at_hand[*place]).collect();
        for (at, one) in members.iter().enumerate() {
            let version = one.record().version;
            let twin = |other: &&&VerifiedRoster| other.record().version == version && other.sha256() != one.sha256();
            if members[..at].iter().any(|other| twin(&other)) {
                self.note(Conflict::OneNumber(version));
            }
            if one.record().format() == ROSTER_FORMAT {
                continue;
            }
            let before = members.iter().filter(|other| other.record().version.checked_add(1) == Some(version));
            if before.clone().next().is_some()
                && !before.clone().any(|other| one.record().previous == Some(other.sha256()))
            {
                self.note(Conflict::OtherPrevious { version, before: version - 1 });
            }
        }
    }

    fn note(&mut self, conflict: Conflict) {
        if !self.conflicts.contains(&conflict) {
            self.conflicts.push(conflict);
        }
    }

    fn member(&mut self, place: usize) {
        if !self.members.contains(&place) {
            self.members.push(place);
        }
    }
}
