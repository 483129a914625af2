//! What is missing or contradicts in a call of `sealbag seal`.

use sealbag_custody::record::RecordError;
use sealbag_custody::replay::Breach;
use sealbag_custody::roster::RosterError;
use sealbag_custody::text::TextError;

/// What is missing or contradicts, before anything was done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum SealUsageError {
    /// Off a terminal, everything that is missing at once.
    #[error("missing: {}", missing.join("; "))]
    Missing {
        /// Each with the flag, or the field of a form, that gives it.
        missing: Vec<String>,
        /// The profile whose form has them, if a form gives some of them.
        form_of: Option<String>,
    },
    /// A value that a seal cannot carry.
    #[error("{flag}: {source}")]
    Value {
        /// The flag.
        flag: &'static str,
        /// Why.
        source: TextError,
    },
    /// A value in which a reader would see nothing.
    #[error("{what}: nothing but spaces")]
    Blank {
        /// The flag, or the field of the form.
        what: &'static str,
    },
    /// A public key without a name beside it.
    #[error("{file}: the public key has no comment to take the name from")]
    NoName {
        /// The file, shown safely.
        file: String,
    },
    /// A file that is no roster with a signature that holds.
    #[error("this is not a roster that can be used: {source}")]
    Roster {
        /// Why.
        source: RosterError,
    },
    /// The roster lists the key, and a seal by it would be judged violated.
    #[error("by the roster this key may not seal")]
    MayNotSeal {
        /// The rule that it would break.
        source: Breach,
    },
    /// Answers that make no statement together.
    #[error("the answers cannot stand in a seal: {source}")]
    Answers {
        /// Why.
        source: RecordError,
    },
    /// An interrupted seal was begun with other sources.
    #[error("the interrupted seal was begun with other sources: {}", begun_with.join(", "))]
    OtherSources {
        /// Shown safely.
        begun_with: Vec<String>,
    },
}

impl SealUsageError {
    pub(super) fn missing(what: &str) -> Self {
        Self::Missing { missing: vec![what.to_owned()], form_of: None }
    }
}
