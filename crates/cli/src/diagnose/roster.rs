//! Exit code and hint of every error about rosters, and about files that are written beside a bag.

use std::path::Path;

use sealbag_custody::joint::QuorumError;
use sealbag_custody::page::PageError;
use sealbag_custody::roster::{EditError, RosterError, RosterSignError};
use sealbag_custody::sshsig::SignatureError;

use super::{CliError, signing};
use crate::commands::{RosterEditError, RosterFileError};
use crate::exit::ExitClass;
use crate::new_file::NewFileError;
use crate::terminal::quoted;
use crate::text_file::TextFileError;
use crate::words::Message;

impl From<RosterFileError> for CliError {
    fn from(error: RosterFileError) -> Self {
        let refused = || Self::refused(&error);
        match &error {
            RosterFileError::File(TextFileError::Read { .. }) | RosterFileError::Lock { .. } => Self::failed(&error),
            RosterFileError::File(_) => refused(),
            RosterFileError::NotThere { path } => refused().with_hint(at("hint-roster-begin", path)),
            RosterFileError::Recognition(RosterError::Page(PageError::Signature(SignatureError::Invalid))) => {
                Self::new(ExitClass::Violated, &error).with_hint("hint-roster-changed")
            }
            RosterFileError::Roster(RosterError::Page(PageError::NoSignature)) => {
                refused().with_hint("hint-roster-draft")
            }
            RosterFileError::Roster(RosterError::Page(PageError::Signature(signature))) => match signature {
                signature if signature.is_unsupported() => Self::failed(&error),
                SignatureError::Invalid => Self::new(ExitClass::Violated, &error).with_hint("hint-roster-changed"),
                _ => Self::new(ExitClass::Violated, &error),
            },
            RosterFileError::Roster(source) | RosterFileError::Recognition(source) if source.is_unfinished() => {
                refused().with_hint("hint-roster-unfinished")
            }
            RosterFileError::Roster(RosterError::OtherSigner { .. } | RosterError::Quorum(_)) => {
                Self::new(ExitClass::Violated, &error)
            }
            RosterFileError::SigningBegun { part } => refused().with_hint(at("hint-roster-go-on", part)),
            RosterFileError::Draft(_) => refused().with_hint("hint-roster-line"),
            RosterFileError::Signed { signed } => refused().with_hint(at("hint-roster-signed", signed)),
            RosterFileError::NotTheNewest { later } => refused().with_hint(at("hint-roster-newest", later)),
            RosterFileError::OtherDraft { draft, .. } => refused().with_hint(at("hint-roster-other-draft", draft)),
            RosterFileError::NothingToSign { .. } => refused().with_hint("hint-roster-next"),
            RosterFileError::PreviousNotFound { .. } => refused().with_hint("hint-roster-previous"),
            RosterFileError::Busy { .. } => refused().with_hint("hint-roster-busy"),
            RosterFileError::ChangedMeanwhile { .. } => refused().with_hint("hint-roster-meanwhile"),
            _ => refused(),
        }
    }
}

impl From<RosterEditError> for CliError {
    fn from(error: RosterEditError) -> Self {
        let refused = || Self::refused(&error);
        match &error {
            RosterEditError::Edit(EditError::NameMissing(_)) => refused().with_hint("hint-roster-name"),
            RosterEditError::Edit(EditError::OtherPerson { .. }) => refused().with_hint("hint-roster-other-id"),
            RosterEditError::Edit(EditError::KeyTaken { .. }) => refused().with_hint("hint-roster-one-person"),
            RosterEditError::Edit(EditError::NoSuccessor { .. }) => refused().with_hint("hint-roster-retire"),
            RosterEditError::Sign(RosterSignError::OtherAuthority { .. }) => refused().with_hint("hint-roster-rekey"),
            RosterEditError::Sign(RosterSignError::Sign(sign)) => {
                signing::from_signing(sign, &error, "hint-roster-same-again".into())
            }
            RosterEditError::Sign(RosterSignError::Unverifiable(_)) => Self::failed(&error),
            RosterEditError::Sign(RosterSignError::Quorum(QuorumError::Twice(_))) => {
                refused().with_hint("hint-roster-somebody-else")
            }
            RosterEditError::NoThreshold => refused().with_hint("hint-roster-threshold"),
            RosterEditError::LowerThreshold { .. } => refused().with_hint("hint-roster-lower"),
            RosterEditError::Exists(_) => refused().with_hint("hint-roster-other-out"),
            RosterEditError::Clock { .. } | RosterEditError::NoTime => refused().with_hint("hint-clock"),
            _ => refused(),
        }
    }
}

/// A hint that names a path.
fn at(key: &'static str, path: &Path) -> Message {
    Message::new(key).with("path", quoted(path))
}

impl From<NewFileError> for CliError {
    fn from(error: NewFileError) -> Self {
        match &error {
            NewFileError::Exists { .. } => Self::refused(&error).with_hint("hint-other-name"),
            NewFileError::Io { .. } => Self::failed(&error),
        }
    }
}
