//! Why an event was not appended.

use std::io;
use std::path::PathBuf;

use sealbag_custody::event::EventType;
use sealbag_custody::key::SignError;
use sealbag_custody::log_page::LogPageError;
use sealbag_custody::log_store;
use sealbag_custody::page::PageError;
use sealbag_custody::record::RecordError;
use sealbag_custody::replay::{Breach, RosterConflict};
use sealbag_custody::scalar::UtcTime;
use thiserror::Error;

use super::EventShown;
use crate::finding::Finding;

/// Why an event was not appended. After every one but [`AppendError::Unknown`] it is not in the log.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum AppendError {
    /// The bag cannot be opened.
    #[error("{}: cannot be opened", path.display())]
    Bag {
        /// The bag.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// There is no seal, or it does not hold.
    #[error("there is no seal that holds; nothing can follow from it")]
    Seal {
        /// What speaks against it.
        findings: Vec<Finding>,
    },
    /// An event of the log does not hold: whatever followed would stand on it.
    #[error("the log does not hold; nothing is appended behind a bad event")]
    BadLog {
        /// The bad events.
        findings: Vec<Finding>,
    },
    /// Something that the writer brought from outside speaks against the bag, or cannot be used.
    #[error("what was brought from outside does not fit this bag")]
    Anchors {
        /// What does not fit.
        findings: Vec<Finding>,
    },
    /// The event was written for another bag than the one that lies there.
    #[error("the event was written for another bag than the one that is there now")]
    OtherBag,
    /// The event names another key than the one that is to sign.
    #[error("the event names the key {named}, the signer has {signer}")]
    OtherSigner {
        /// Fingerprint of the key that the event names.
        named: String,
        /// Fingerprint of the signer's key.
        signer: String,
    },
    /// A rule of form forbids it.
    #[error("the event cannot be written")]
    Form(#[from] RecordError),
    /// A rule of the log forbids it.
    #[error("{kind} is refused: {breach}")]
    Refused {
        /// What was to be appended.
        kind: EventType,
        /// The first rule that it would break.
        breach: Breach,
        /// Name of the one who is answerable for the exhibit.
        holder: String,
        /// The last event of the log.
        last: Box<EventShown>,
    },
    /// The claimed time is before that of a time-stamp which the log lists.
    #[error("the time {claimed} is before {earliest}, which a time-stamp in this log attests")]
    BackDated {
        /// What the event claims.
        claimed: UtcTime,
        /// T_lo.
        earliest: UtcTime,
    },
    /// The log knows a later roster than the writer, or another one with the same number.
    #[error("{}", conflict_words(conflict))]
    Roster {
        /// What the log says.
        conflict: RosterConflict,
    },
    /// The bag is not what was sealed.
    #[error("{kind} is refused: the bag is not what was sealed ({} findings)", findings.len())]
    Violated {
        /// What was to be appended.
        kind: EventType,
        /// What does not match.
        findings: Vec<Finding>,
    },
    /// Somebody else was first. The log is as they left it.
    #[error("somebody was first: {first}; nothing was changed")]
    Overtaken {
        /// The event that has the number.
        first: Box<EventShown>,
        /// The rule that forbids the own event behind it; none if it was not judged again.
        breach: Option<Box<Breach>>,
    },
    /// Something that is no event of this log has the number.
    #[error("event {index} is there already and does not hold; nothing was changed")]
    TakenByAnother {
        /// The number.
        index: u32,
        /// Why it does not hold; none if it belongs elsewhere.
        #[source]
        source: Option<LogPageError>,
    },
    /// The key did not sign.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// The signature just made does not hold; nothing was published.
    #[error("the signature just made does not hold")]
    OwnSignature(#[source] PageError),
    /// The event does not come back from its own bytes; nothing was published.
    #[error("the event just made does not come back from its own bytes")]
    OwnRecord,
    /// A token is needed, or does not belong.
    #[error("time-stamp tokens go with a timestamp event, and with no other")]
    Tokens,
    /// A token stamps an event that is not there.
    #[error("there is no event {index}; the last one is event {last}")]
    NoSuchEvent {
        /// The number.
        index: u32,
        /// Number of the last event.
        last: u64,
    },
    /// It is not known whether the event is in the log. The same page may be published again, and no other.
    #[error("it is not known whether event {index} is in the log")]
    Unknown {
        /// The number.
        index: u32,
        /// The signed page.
        page: Vec<u8>,
        /// What the system said.
        #[source]
        source: log_store::AppendError,
    },
    /// The log cannot be locked, read or written.
    #[error(transparent)]
    Log(#[from] log_store::AppendError),
}

fn conflict_words(conflict: &RosterConflict) -> String {
    match conflict {
        RosterConflict::RolledBack { named, in_use } => {
            format!("the log names version {named} of the roster, the one in use is version {in_use}")
        }
        RosterConflict::OtherContent { version } => {
            format!("the log names another roster of version {version} than the one in use")
        }
    }
}
