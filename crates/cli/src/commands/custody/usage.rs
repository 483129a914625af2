//! What is missing or contradicts in a call of `sealbag custody` and its like.

use sealbag_custody::record::RecordError;
use sealbag_custody::replay::Breach;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::text::TextError;

/// What is missing or contradicts, before anything was done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum CustodyUsageError {
    /// Off a terminal, everything that is missing at once.
    #[error("missing: {}", missing.join("; "))]
    Missing {
        /// Each with the flag, or the field of a form, that gives it.
        missing: Vec<String>,
        /// True if a form gives some of them.
        needs_form: bool,
    },
    /// A value in which a reader would see nothing.
    #[error("{flag}: nothing but spaces")]
    Blank {
        /// The flag.
        flag: &'static str,
    },
    /// A value that a record cannot carry.
    #[error("{flag}: {source}")]
    Value {
        /// The flag.
        flag: &'static str,
        /// Why.
        source: TextError,
    },
    /// Fields that make no event together.
    #[error("this cannot stand in an event: {source}")]
    Fields {
        /// Why.
        source: RecordError,
    },
    /// A file that is named by its digest cannot be read.
    #[error("the file cannot be read")]
    Attachment {
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// A directory or a device where a file belongs.
    #[error("this is no regular file")]
    NoFile,
    /// A time that has not come yet.
    #[error("--time: {time} has not come yet")]
    Future {
        /// The time given.
        time: UtcTime,
    },
    /// Nobody is meant by what was given.
    #[error("{given} is no public key file and nobody in a roster that is in use")]
    Nobody {
        /// As given, safe to show.
        given: String,
        /// Whether a roster is in use.
        has_roster: bool,
    },
    /// Several persons have the name.
    #[error("several persons are called {given}: {}", who.join("; "))]
    Several {
        /// The name.
        given: String,
        /// Ids and names.
        who: Vec<String>,
    },
    /// By the roster the person has no key that can be used now.
    #[error("by the roster {name} has no key that is valid now")]
    NoUsableKey {
        /// The person.
        name: String,
    },
    /// The person has several.
    #[error("by the roster {name} has several keys: {}", keys.join(", "))]
    SeveralKeys {
        /// The person.
        name: String,
        /// Fingerprints.
        keys: Vec<String>,
    },
    /// There is no event of that number.
    #[error("there is no event {index}; the last one is event {last}")]
    NoEvent {
        /// The number given.
        index: u32,
        /// The last one.
        last: u64,
    },
    /// Several orders are in force.
    #[error("several orders to keep it are in force: events {}", events.iter().map(u32::to_string).collect::<Vec<_>>().join(", "))]
    SeveralHolds {
        /// Their numbers.
        events: Vec<u32>,
    },
    /// A bag that does not follow from the one at hand.
    #[error("this bag does not follow from the one whose log is written: {why}")]
    NotFrom {
        /// What does not fit.
        why: &'static str,
    },
    /// The one who signs may not seal the new bag.
    #[error("the new bag would not hold: {breach}")]
    FurtherSeal {
        /// The rule.
        breach: Breach,
    },
    /// Neither asked nor told.
    #[error("whether to accept or to refuse was not said")]
    NotDecided,
    /// Accepted unseen, with nothing that says who sealed it.
    #[error("nothing from outside the bag says who sealed it")]
    NoAnchor,
}

impl CustodyUsageError {
    pub(crate) fn missing(what: &str) -> Self {
        Self::Missing { missing: vec![what.to_owned()], needs_form: false }
    }
}
