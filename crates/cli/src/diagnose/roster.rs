//! Exit code and hint of every error about rosters, and about files that are written beside a bag.

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

impl From<RosterFileError> for CliError {
    fn from(error: RosterFileError) -> Self {
        let refused = || Self::refused(&error);
        match &error {
            RosterFileError::File(TextFileError::Read { .. }) | RosterFileError::Lock { .. } => Self::failed(&error),
            RosterFileError::File(_) => refused(),
            RosterFileError::NotThere { path } => refused()
                .with_hint(format!("begin one with: sealbag roster new --authority-name NAME --out {}", quoted(path))),
            RosterFileError::Recognition(RosterError::Page(PageError::Signature(SignatureError::Invalid))) => {
                Self::new(ExitClass::Violated, &error)
                    .with_hint("it was changed after it was signed; take the file from the authority again")
            }
            RosterFileError::Roster(RosterError::Page(PageError::NoSignature)) => {
                refused().with_hint("it is not signed; a draft is named FILE.draft")
            }
            RosterFileError::Roster(RosterError::Page(PageError::Signature(signature))) => match signature {
                signature if signature.is_unsupported() => Self::failed(&error),
                SignatureError::Invalid => Self::new(ExitClass::Violated, &error)
                    .with_hint("it was changed after it was signed; take the file from the authority again"),
                _ => Self::new(ExitClass::Violated, &error),
            },
            RosterFileError::Roster(source) | RosterFileError::Recognition(source) if source.is_unfinished() => {
                refused().with_hint(
                    "it counts for nothing yet; whoever keeps such a key signs: sealbag roster sign FILE --key KEY",
                )
            }
            RosterFileError::Roster(RosterError::OtherSigner { .. } | RosterError::Quorum(_)) => {
                Self::new(ExitClass::Violated, &error)
            }
            RosterFileError::SigningBegun { part } => refused().with_hint(format!(
                "go on with: sealbag roster sign {}; or remove that file to change the draft, and all sign anew",
                quoted(part)
            )),
            RosterFileError::Draft(_) => {
                refused().with_hint("correct the line; the form is that of docs/spec/roster.md")
            }
            RosterFileError::Signed { signed } => refused().with_hint(format!(
                "a signed version is never changed; name it, and the next version is begun: {}",
                quoted(signed)
            )),
            RosterFileError::NotTheNewest { later } => {
                refused().with_hint(format!("name the newest: {}", quoted(later)))
            }
            RosterFileError::OtherDraft { draft, .. } => {
                refused().with_hint(format!("name the draft itself, {}, or remove it", quoted(draft)))
            }
            RosterFileError::NothingToSign { .. } => {
                refused().with_hint("`sealbag roster add`, `retire` or `revoke` begins the next version")
            }
            RosterFileError::PreviousNotFound { .. } => {
                refused().with_hint("give the signed version before with --previous FILE")
            }
            RosterFileError::Busy { .. } => refused().with_hint("run it again when the other one has ended"),
            RosterFileError::ChangedMeanwhile { .. } => {
                refused().with_hint("nothing was written; look at the draft and run it again")
            }
            _ => refused(),
        }
    }
}

impl From<RosterEditError> for CliError {
    fn from(error: RosterEditError) -> Self {
        let refused = || Self::refused(&error);
        match &error {
            RosterEditError::Edit(EditError::NameMissing(_)) => {
                refused().with_hint("give --name for a new person; for a known one, check the id")
            }
            RosterEditError::Edit(EditError::OtherPerson { .. }) => {
                refused().with_hint("leave it out for a further key of this person; another person needs another id")
            }
            RosterEditError::Edit(EditError::KeyTaken { .. }) => {
                refused().with_hint("one key, one person: have a new key made with `sealbag key new`")
            }
            RosterEditError::Edit(EditError::NoSuccessor { .. }) => {
                refused().with_hint("old bags need old keys: retire a key instead of removing it")
            }
            RosterEditError::Sign(RosterSignError::OtherAuthority { .. }) => {
                refused().with_hint("sign with a key of the authority; `sealbag roster rekey` exchanges its keys")
            }
            RosterEditError::Sign(RosterSignError::Sign(sign)) => {
                signing::from_signing(sign, &error, "nothing was written; give the same command again")
            }
            RosterEditError::Sign(RosterSignError::Unverifiable(_)) => Self::failed(&error),
            RosterEditError::Sign(RosterSignError::Quorum(QuorumError::Twice(_))) => {
                refused().with_hint("somebody else of the authority must sign with another key")
            }
            RosterEditError::NoThreshold => refused().with_hint("say it with --threshold K, for example 2 of 3 keys"),
            RosterEditError::LowerThreshold { .. } => {
                refused().with_hint("if that is meant, say so with --lower-threshold")
            }
            RosterEditError::Exists(_) => refused().with_hint("choose another --out; a roster is never overwritten"),
            RosterEditError::Clock { .. } | RosterEditError::NoTime => {
                refused().with_hint("set the clock of this machine")
            }
            _ => refused(),
        }
    }
}

impl From<NewFileError> for CliError {
    fn from(error: NewFileError) -> Self {
        match &error {
            NewFileError::Exists { .. } => Self::refused(&error).with_hint("choose another name"),
            NewFileError::Io { .. } => Self::failed(&error),
        }
    }
}
