//! Trusted time: what time-stamps attest of the events of a log, and what follows for claimed times and keys.
//!
//! Spec: `docs/spec/time.md`. Pure: knows no token, file or clock. What a token attests comes in as an [`Attestation`], made
//! by whoever verified the token and the chain of events below it. [`Timeline`] answers what is attested of one event,
//! [`judge`] what that says of its claimed time and its key.

mod rules;
#[cfg(test)]
mod table;
mod timeline;

pub use rules::{Attribution, Claim, Entry, KeyFault, KeyLife, TimeFinding, Timed, judge, needs_time};
pub use timeline::{Attestation, Timeline};

use crate::scalar::UtcTime;

/// So far a claimed time may lie outside of what tokens attest, in seconds.
pub const TOLERANCE: i64 = 300;

/// Between which moments an event was signed, both included, as far as tokens say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// T_lo: it was signed no earlier, because it follows from a token of that time.
    pub earliest: Option<UtcTime>,
    /// T_hi: it was signed no later, because a token of that time covers it.
    pub latest: Option<UtcTime>,
}
