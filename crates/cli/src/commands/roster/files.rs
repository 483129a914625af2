//! Which file is meant: signed versions `roster.txt`, `roster-2.txt` ..., and beside the one to come its draft,
//! `roster-3.txt.draft`; and `roster-3.txt.part`, which some of several keys have signed. A signed file is never changed;
//! what edits a roster edits a draft.

mod names;

use std::path::{Path, PathBuf};

use sealbag_custody::page::PageError;
use sealbag_custody::record::RecordError;
use sealbag_custody::roster::{RosterDraft, RosterError, VerifiedRecognition, VerifiedRoster};

use sealbag_manifest::digest::Sha256Digest;

use super::lock::{FolderLock, WAIT};
use crate::diagnose::CliError;
use crate::terminal::shown;
use crate::text_file::{self, TextFileError};
pub(super) use names::{draft_of, part_of, without_draft};
use names::{names_before, next_name};

/// Why a roster or a draft cannot be worked on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum RosterFileError {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] TextFileError),
    /// Neither a roster nor a draft has this name.
    #[error("there is neither a roster nor a draft {}", shown(path))]
    NotThere {
        /// The name as given.
        path: PathBuf,
    },
    /// No signed roster.
    #[error("this is no signed roster")]
    Roster(#[source] RosterError),
    /// No recognition.
    #[error("this is no recognition")]
    Recognition(#[source] RosterError),
    /// No draft.
    #[error("this is no draft of a roster")]
    Draft(#[source] RecordError),
    /// The draft was signed.
    #[error("this version is signed already: {}", shown(signed))]
    Signed {
        /// The signed file.
        signed: PathBuf,
    },
    /// Another version follows the one that is named.
    #[error("there is a later version: {}", shown(later))]
    NotTheNewest {
        /// The later file.
        later: PathBuf,
    },
    /// Some keys have signed: what they signed is not changed any more.
    #[error("signing has begun: {}", shown(part))]
    SigningBegun {
        /// The file with the signatures so far.
        part: PathBuf,
    },
    /// The draft that lies there is of other ancestry.
    #[error("the draft {} does not follow from {}", shown(draft), shown(roster))]
    OtherDraft {
        /// The draft.
        draft: PathBuf,
        /// The roster that was named.
        roster: PathBuf,
    },
    /// Nothing was changed since the last version.
    #[error("there is no draft to sign: {} is signed", shown(path))]
    NothingToSign {
        /// The signed file.
        path: PathBuf,
    },
    /// The version before is needed, to see that nothing was removed.
    #[error("version {version} follows from a roster that does not lie beside the draft")]
    PreviousNotFound {
        /// The version of the draft.
        version: u64,
    },
    /// Another run is editing a roster in the folder.
    #[error("another run is editing a roster in this folder, and holds {}", shown(path))]
    Busy {
        /// The file of the lock.
        path: PathBuf,
    },
    /// The system did not give the lock.
    #[error("cannot lock {}", shown(path))]
    Lock {
        /// The file of the lock.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The draft has other bytes than those that were read.
    #[error("the draft {} was changed meanwhile", shown(path))]
    ChangedMeanwhile {
        /// The draft.
        path: PathBuf,
    },
}

/// A draft that is being worked on.
pub(super) struct Work {
    /// What it says.
    pub(super) draft: RosterDraft,
    /// The file that it has, or will have.
    pub(super) path: PathBuf,
    /// The file of the signed version to come.
    pub(super) target: PathBuf,
    /// The bytes that were read; nothing if there is no such file yet.
    read: Option<Vec<u8>>,
    /// Keeps other runs away until the draft is written or signed.
    _lock: Option<FolderLock>,
}

impl Work {
    /// The draft that a name stands for: itself, that beside it, or that of the next version.
    /// Until it is dropped, no other run edits a roster in the same folder.
    pub(super) fn open(given: &Path) -> Result<Self, CliError> {
        let lock = FolderLock::take(given, WAIT)?;
        let work = Self { _lock: lock, ..Self::meant(given)? };
        let part = part_of(&work.target);
        if is_there(&part) { Err(RosterFileError::SigningBegun { part }.into()) } else { Ok(work) }
    }

    fn meant(given: &Path) -> Result<Self, CliError> {
        if let Some(target) = without_draft(given) {
            if is_there(&target) {
                return Err(RosterFileError::Signed { signed: target }.into());
            }
            return Self::of(given.to_owned(), target);
        }
        if is_there(given) {
            return Self::after(given);
        }
        let path = draft_of(given);
        if is_there(&path) {
            return Self::of(path, given.to_owned());
        }
        Err(RosterFileError::NotThere { path: given.to_owned() }.into())
    }

    /// The draft of the version after a signed one, begun if there is none yet.
    fn after(signed: &Path) -> Result<Self, CliError> {
        let roster = read_signed(signed)?;
        let target = next_name(signed, roster.record().version);
        if is_there(&target) {
            return Err(RosterFileError::NotTheNewest { later: target }.into());
        }
        let path = draft_of(&target);
        if !is_there(&path) {
            return Ok(Self { draft: RosterDraft::following(&roster), path, target, read: None, _lock: None });
        }
        let work = Self::of(path, target)?;
        if work.draft.previous() != Some(roster.sha256()) {
            return Err(RosterFileError::OtherDraft { draft: work.path, roster: signed.to_owned() }.into());
        }
        Ok(work)
    }

    /// A draft that is there.
    fn of(path: PathBuf, target: PathBuf) -> Result<Self, CliError> {
        let bytes = read(&path)?;
        let draft = parse_draft(&bytes, &path)?;
        Ok(Self { draft, path, target, read: Some(bytes), _lock: None })
    }

    /// True if the draft is there.
    pub(super) fn exists(&self) -> bool {
        self.read.is_some()
    }

    /// The draft still has the bytes that were read: an editor knows nothing of the lock, and not every file system has
    /// locks.
    pub(super) fn require_unchanged(&self) -> Result<(), CliError> {
        let is_same = match &self.read {
            Some(bytes) => is_there(&self.path) && read(&self.path)? == *bytes,
            None => !is_there(&self.path),
        };
        if is_same { Ok(()) } else { Err(RosterFileError::ChangedMeanwhile { path: self.path.clone() }.into()) }
    }

    /// The signed version before, from where it is said to be or where it must lie.
    pub(super) fn previous(&self, given: Option<&Path>) -> Result<Option<VerifiedRoster>, CliError> {
        previous(self.draft.previous(), self.draft.version(), &self.target, given)
    }
}

/// The signed version that `version`, to lie at `target`, names as the one before it: from where it is said to be, or where it
/// must lie.
pub(super) fn previous(
    named: Option<Sha256Digest>,
    version: u64,
    target: &Path,
    given: Option<&Path>,
) -> Result<Option<VerifiedRoster>, CliError> {
    let Some(expected) = named else { return Ok(None) };
    if let Some(given) = given {
        return read_signed(given).map(Some);
    }
    let fits = |path: &PathBuf| read_signed(path).ok().filter(|roster| roster.sha256() == expected);
    let found = names_before(target, version).iter().find_map(fits);
    found.map(Some).ok_or_else(|| RosterFileError::PreviousNotFound { version }.into())
}

/// The file that some keys have signed already, and the name that it is to have when it is whole; nothing if none has.
pub(super) fn part_meant(given: &Path) -> Option<(PathBuf, PathBuf)> {
    if given.extension().is_some_and(|end| end == "part") {
        return Some((given.to_owned(), given.with_extension("")));
    }
    let target = without_draft(given).unwrap_or_else(|| given.to_owned());
    let next = || Some(next_name(&target, read_signed(&target).ok()?.record().version));
    let target = if is_there(&target) { next()? } else { target };
    let part = part_of(&target);
    is_there(&part).then_some((part, target))
}

/// True if something has the name, be it a link to nowhere.
pub(super) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

pub(super) fn read_draft(path: &Path) -> Result<RosterDraft, CliError> {
    parse_draft(&read(path)?, path)
}

fn parse_draft(bytes: &[u8], path: &Path) -> Result<RosterDraft, CliError> {
    RosterDraft::parse(bytes).map_err(|error| CliError::from(RosterFileError::Draft(error)).at(path))
}

pub(super) fn read_signed(path: &Path) -> Result<VerifiedRoster, CliError> {
    let bytes = read(path)?;
    VerifiedRoster::read(&bytes).map_err(|error| CliError::from(RosterFileError::Roster(error)).at(path))
}

/// A recognition, signed by as many as must.
pub(super) fn read_recognition(path: &Path) -> Result<VerifiedRecognition, CliError> {
    let bytes = read(path)?;
    VerifiedRecognition::read(&bytes).map_err(|error| CliError::from(RosterFileError::Recognition(error)).at(path))
}

/// The newest roster of a file that may hold several.
pub(super) fn read_newest(path: &Path, bytes: &[u8]) -> Result<VerifiedRoster, CliError> {
    let unfit = |error| CliError::from(RosterFileError::Roster(error)).at(path);
    let rosters = VerifiedRoster::read_file(bytes).map_err(unfit)?;
    let newest = rosters.into_iter().max_by_key(|roster| roster.record().version);
    newest.ok_or_else(|| unfit(RosterError::Page(PageError::NoSignature)))
}

/// The bytes of a roster or a draft.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let read = text_file::read_bytes(path, "roster", VerifiedRoster::MAX_FILE_LEN as u64);
    read.map_err(|error| CliError::from(RosterFileError::File(error)).at(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_that_another_hand_changed_is_not_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("roster.txt.draft");
        let name = sealbag_custody::text::Text::new("Office").expect("a text");
        let draft = RosterDraft::first(name, None, None).to_bytes().expect("bytes");
        std::fs::write(&path, &draft).expect("write");
        let Ok(work) = Work::open(&path) else { panic!("a draft") };
        assert!(work.require_unchanged().is_ok());
        std::fs::write(&path, [&draft[..], b"\n"].concat()).expect("write");
        let refused = work.require_unchanged().expect_err("other bytes");
        assert_eq!(refused.exit(), crate::exit::ExitClass::Refused);
        assert!(refused.said().0.contains("changed meanwhile"), "{}", refused.said().0);
        std::fs::remove_file(&path).expect("remove");
        assert!(work.require_unchanged().is_err(), "it is gone");
    }
}
