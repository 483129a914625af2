//! Why an event does not stand.

use crate::event::EventType;
use crate::scalar::UtcTime;

/// The first rule that an event breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Breach {
    /// Rule 1.
    #[error("no release is open")]
    NoRelease,
    /// Rule 1.
    #[error("{kind} is not allowed while the exhibit is {state}")]
    NotAllowed {
        /// What the event says.
        kind: EventType,
        /// The state that does not allow it.
        state: &'static str,
    },
    /// Rule 2.
    #[error("{0}")]
    WrongReference(&'static str),
    /// Rule 3.
    #[error("released to {expected}, signed by {found}")]
    WrongAcceptor {
        /// Fingerprint of the key that the release names.
        expected: String,
        /// Fingerprint of the key that signed.
        found: String,
    },
    /// Rule 4.
    #[error("held by {holder}, signed by {actor}")]
    NotHolder {
        /// Who holds it.
        holder: String,
        /// Fingerprint of the key that signed.
        actor: String,
    },
    /// Rule 5.
    #[error("released to the releaser")]
    SelfTransfer,
    /// Rule 6.
    #[error("{} has not countersigned", .0)]
    CosignerSkipped(String),
    /// Rule 7.
    #[error("the event that is countersigned is the actor's own")]
    OwnCountersignature,
    /// Rule 8.
    #[error("the event that is corrected is another's")]
    NotAuthor,
    /// Rule 9.
    #[error("a hold is in force")]
    OnHold,
    /// Rule 10.
    #[error("the data that were verified have the root {found}")]
    OtherRoot {
        /// The root that the event records.
        found: String,
    },
    /// Rule 11.
    #[error("{found} is before {latest}")]
    TimeOrder {
        /// The claimed time.
        found: UtcTime,
        /// The latest time before it.
        latest: UtcTime,
    },
    /// Rule 12.
    #[error("{act} by {name} as {roles}")]
    WrongRole {
        /// The type of the event.
        act: &'static str,
        /// The person by the roster.
        name: String,
        /// The roles of the key.
        roles: String,
    },
    /// Rule 13.
    #[error("{found} is outside {from} to {to}")]
    KeyInvalid {
        /// The later of the claimed time and T_lo.
        found: UtcTime,
        /// Begin of validity.
        from: UtcTime,
        /// End of validity: a time, or `...`.
        to: String,
    },
    /// Rule 14.
    #[error("compromised since {since}{}", attested_text(.attested))]
    KeyCompromised {
        /// The moment that the roster names.
        since: UtcTime,
        /// T_hi, if it counts: it is not before that moment.
        attested: Option<UtcTime>,
    },
    /// Rule 15: a roster lists the key, and the recognition by which it counts does not cover the event.
    #[error("{0}")]
    NotRecognized(String),
    /// Rule 15.
    #[error("{key}")]
    SignerUnknown {
        /// Fingerprint.
        key: String,
    },
}

fn attested_text(attested: &Option<UtcTime>) -> String {
    attested.map_or_else(String::new, |time| format!("; attested {time}"))
}
