//! What is attested of an event against what it claims and against the life of its key (`docs/spec/time.md`, "Rules").

use super::{Bounds, TOLERANCE};
use crate::event::EventType;
use crate::scalar::UtcTime;

/// Whether an event says that it is entered later than it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// It has no `late_reason`.
    Prompt,
    /// It has one.
    Late,
}

/// Whether somebody vouches for the key of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribution {
    /// Somebody does, or it is event 0.
    Attributed,
    /// Nobody does: its claim is anybody's.
    Unattributed,
}

/// When an event says that it happened.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// The field `time`.
    pub time: UtcTime,
    /// Whether it is entered late.
    pub entry: Entry,
    /// Whether the claim counts.
    pub attribution: Attribution,
}

/// The life of a key by the rosters in use.
#[derive(Clone, Copy, Debug)]
pub struct KeyLife {
    /// The first moment of its validity.
    pub valid_from: UtcTime,
    /// The first moment after its validity.
    pub valid_to: Option<UtcTime>,
    /// The first moment at which it was no longer used.
    pub retired: Option<UtcTime>,
    /// The first moment at which somebody else may have had it.
    pub compromised_since: Option<UtcTime>,
}

impl KeyLife {
    /// The first moment at which the key no longer signs for its owner.
    pub fn end(&self) -> Option<UtcTime> {
        [self.valid_to, self.retired].into_iter().flatten().min()
    }
}

/// Why a key does not speak for its owner in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// It was not valid.
    Outside {
        /// The moment that was judged: the later of the claim and T_lo.
        at: UtcTime,
    },
    /// Somebody else may have signed.
    Compromised {
        /// From this moment on.
        since: UtcTime,
    },
}

/// What there is to say of the time of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TimeFinding {
    /// Tokens that cannot all be true.
    #[error("no earlier than {earliest}, and no later than {latest}")]
    Contradiction {
        /// T_lo.
        earliest: UtcTime,
        /// T_hi.
        latest: UtcTime,
    },
    /// The claim is before T_lo by more than the tolerance.
    #[error("{claimed} is claimed; signed no earlier than {earliest}")]
    BackDated {
        /// The field `time`.
        claimed: UtcTime,
        /// T_lo.
        earliest: UtcTime,
    },
    /// The claim is before T_lo within the tolerance.
    #[error("{claimed} is claimed; signed no earlier than {earliest}")]
    ClockBehind {
        /// The field `time`.
        claimed: UtcTime,
        /// T_lo.
        earliest: UtcTime,
    },
    /// The claim is before T_lo, and the event gives a reason.
    #[error("{claimed} is claimed; signed no earlier than {earliest}")]
    EnteredLate {
        /// The field `time`.
        claimed: UtcTime,
        /// T_lo.
        earliest: UtcTime,
    },
    /// The claim is after T_hi by more than the tolerance.
    #[error("{claimed} is claimed; signed no later than {latest}")]
    PostDated {
        /// The field `time`.
        claimed: UtcTime,
        /// T_hi.
        latest: UtcTime,
    },
    /// The claim is after T_hi within the tolerance.
    #[error("{claimed} is claimed; signed no later than {latest}")]
    ClockAhead {
        /// The field `time`.
        claimed: UtcTime,
        /// T_hi.
        latest: UtcTime,
    },
    /// T_hi is not before the end of the key, and so counts as none.
    #[error("attested {latest}; the key ended {end}")]
    AfterKeyEnd {
        /// T_hi.
        latest: UtcTime,
        /// The first moment at which the key no longer signed for its owner.
        end: UtcTime,
    },
    /// The key was compromised after the event was signed.
    #[error("attested {latest}; compromised since {since}")]
    CompromisedLater {
        /// T_hi.
        latest: UtcTime,
        /// The moment that the roster names.
        since: UtcTime,
    },
}

/// What is attested of an event, and what follows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timed {
    /// T_lo and T_hi as tokens have them.
    pub attested: Bounds,
    /// T_lo and T_hi as they count.
    pub counted: Bounds,
    /// Why the key does not speak for its owner.
    pub key_fault: Option<KeyFault>,
    /// In the order of the rules.
    pub findings: Vec<TimeFinding>,
}

impl Timed {
    /// True if the event has trusted time.
    pub fn is_trusted(&self) -> bool {
        self.counted.latest.is_some()
    }
}

/// True if trusted time needs a token over an event of this type. Event 0 always needs one.
pub fn needs_time(kind: EventType) -> bool {
    use EventType as T;
    !matches!(kind, T::Timestamp | T::Verify | T::Object | T::Incident)
}

/// Applies the rules to one event; `key` is absent where no roster lists its key.
pub fn judge(claim: Claim, attested: Bounds, key: Option<&KeyLife>) -> Timed {
    let mut findings = Vec::new();
    let mut counted = attested;
    if let Bounds { earliest: Some(earliest), latest: Some(latest) } = attested
        && earliest > latest
    {
        findings.push(TimeFinding::Contradiction { earliest, latest });
        counted = Bounds::default();
    }
    findings.extend(of_claim(claim, counted));
    let key_fault = key.and_then(|key| of_key(claim, key, &mut counted, &mut findings));
    Timed { attested, counted, key_fault, findings }
}

fn of_claim(claim: Claim, bounds: Bounds) -> Option<TimeFinding> {
    let Claim { time: claimed, entry, attribution } = claim;
    if attribution == Attribution::Unattributed {
        return None;
    }
    let is_tolerated = |ahead: UtcTime, behind: UtcTime| ahead.unix_seconds() - behind.unix_seconds() <= TOLERANCE;
    match bounds {
        Bounds { earliest: Some(earliest), .. } if claimed < earliest => Some(match entry {
            Entry::Late => TimeFinding::EnteredLate { claimed, earliest },
            Entry::Prompt if is_tolerated(earliest, claimed) => TimeFinding::ClockBehind { claimed, earliest },
            Entry::Prompt => TimeFinding::BackDated { claimed, earliest },
        }),
        Bounds { latest: Some(latest), .. } if claimed > latest => Some(match is_tolerated(claimed, latest) {
            true => TimeFinding::ClockAhead { claimed, latest },
            false => TimeFinding::PostDated { claimed, latest },
        }),
        _ => None,
    }
}

fn of_key(claim: Claim, key: &KeyLife, counted: &mut Bounds, findings: &mut Vec<TimeFinding>) -> Option<KeyFault> {
    if let (Some(latest), Some(end)) = (counted.latest, key.end())
        && latest >= end
    {
        findings.push(TimeFinding::AfterKeyEnd { latest, end });
        counted.latest = None;
    }
    let at = counted.earliest.map_or(claim.time, |earliest| earliest.max(claim.time));
    if at < key.valid_from || key.end().is_some_and(|end| at >= end) {
        return Some(KeyFault::Outside { at });
    }
    let since = key.compromised_since?;
    match counted.latest.filter(|latest| *latest < since) {
        Some(latest) => {
            findings.push(TimeFinding::CompromisedLater { latest, since });
            None
        }
        None => Some(KeyFault::Compromised { since }),
    }
}
