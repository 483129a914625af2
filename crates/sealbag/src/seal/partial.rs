//! The directory in which a bag is built, and what an interrupted run left in it.

mod earlier;
mod files;
mod resume;

use std::fs::{self, DirBuilder, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use sealbag_custody::page::{self, MAX_PAGE_LEN};
use sealbag_custody::seal_record::SealRecord;
use sealbag_custody::sshsig::Namespace;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::{ExtraAlgorithms, sha256};
use sealbag_manifest::layout::{CUSTODY, DATA, SEAL, TagFile, tag_manifest};
use sealbag_manifest::source::FileId;

use super::{SealError, Work};

/// What only an interrupted seal needs; gone before the bag gets its name.
const RESUME: &str = ".resume";
const DRAFT: &str = ".resume/draft.txt";
const DRAFT_ASIDE: &str = ".resume/draft.tmp";
const SOURCES: &str = ".resume/sources.json";
const CARRIED: &str = ".resume/carried.txt";
/// Says that the bag is made of another bag: the hash of that one's seal.
const COPY: &str = ".resume/copy";
const COPY_ASIDE: &str = ".resume/copy.tmp";
const LOCK: &str = ".resume/lock";

/// Where a bag is built.
pub(super) fn path_for(bag: &Path) -> PathBuf {
    let mut path = bag.as_os_str().to_owned();
    path.push(".partial");
    PathBuf::from(path)
}

/// A bag that is being built. The lock is held as long as this lives.
pub(crate) struct Partial {
    /// Where the bag will lie.
    pub(super) bag: PathBuf,
    /// Where it lies now.
    pub(super) path: PathBuf,
    carried: Vec<TagFile>,
    /// Under which groups of hard links are made, by every run that goes on with it.
    link_key: [u8; 32],
    /// True if an earlier run began it.
    is_resumed: bool,
    _lock: Option<File>,
}

/// What a bag is made of.
#[derive(Clone, Copy)]
pub(crate) enum Origin<'a> {
    /// The evidence itself, and the digests that are asked for. Goes on after an interruption.
    Sources(&'a [PathBuf], ExtraAlgorithms),
    /// Another bag, by the hash of its seal. Goes on after an interruption when it is asked for again.
    Bag(Sha256Digest),
}

impl Partial {
    fn new(bag: &Path, path: PathBuf) -> Self {
        let bag = bag.to_owned();
        Self { bag, path, carried: Vec::new(), link_key: [0; 32], is_resumed: false, _lock: None }
    }

    /// Creates the directory, with the files that the bag carries. Refuses if a bag or a partial bag is there, but for an
    /// interrupted copy of the same bag: its data stay, to be compared before they are believed, and all else is made anew.
    pub(crate) fn create(
        bag: &Path,
        origin: Origin<'_>,
        draft: &SealRecord,
        carried: &[(&str, &[u8])],
    ) -> Result<Self, SealError> {
        let path = path_for(bag);
        if bag.symlink_metadata().is_ok() {
            return Err(SealError::OutputExists { path: bag.to_owned() });
        }
        let mut partial = Self::new(bag, path);
        if let Origin::Sources(..) = origin {
            getrandom::fill(&mut partial.link_key).map_err(|_| SealError::NoRandomNumbers)?;
        }
        match DirBuilder::new().create(&partial.path) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => match origin {
                Origin::Bag(seal) if partial.is_copy_of(seal) => partial.take_over()?,
                _ if !partial.was_begun() => partial.begin_again()?,
                _ => return Err(partial.interrupted()),
            },
            Err(error) => return Err(SealError::bag("cannot be created", &partial.path)(error)),
        }
        if partial._lock.is_none() {
            partial.create_directory(RESUME)?;
            partial.lock()?;
        }
        if let Origin::Bag(seal) = origin {
            // Half of it would be of no bag.
            partial.write(COPY_ASIDE, seal.to_hex().as_bytes())?;
            let path = partial.at(COPY);
            fs::rename(partial.at(COPY_ASIDE), &path).map_err(SealError::bag("cannot be renamed", &path))?;
        }
        [DATA, "seal", CUSTODY].iter().try_for_each(|directory| partial.create_directory(directory))?;
        partial.carry(carried)?;
        if let Origin::Sources(sources, extra) = origin {
            partial.write_down(sources, extra, draft)?;
        }
        Ok(partial)
    }

    /// What is being made here.
    pub(super) fn work(&self) -> Work {
        if self.at(COPY).symlink_metadata().is_ok() { Work::Copying } else { Work::Sealing }
    }

    /// True if an interrupted run began it.
    pub(crate) fn is_resumed(&self) -> bool {
        self.is_resumed
    }

    /// True if event 0 is there and its signature holds.
    fn is_signed(&self) -> bool {
        let event = self.read(SEAL, MAX_PAGE_LEN as u64);
        event.is_ok_and(|event| page::verify(&event, Namespace::Seal).is_ok())
    }

    /// Writes the files that are no function of the data, then the list of them.
    fn carry(&mut self, files: &[(&str, &[u8])]) -> Result<(), SealError> {
        for &(name, bytes) in files {
            name.match_indices('/').try_for_each(|(slash, _)| self.create_directory(&name[..slash]))?;
            // Synced with all else before the signature.
            let mut file = self.create_file(name)?;
            file.write_all(bytes).map_err(SealError::bag("cannot be written", &self.at(name)))?;
            self.carried.push(TagFile { path: name.to_owned(), sha256: sha256(bytes) });
        }
        self.write(CARRIED, &tag_manifest(self.carried.clone()))
    }

    /// Tag files that lie in the bag from its beginning.
    pub(super) fn carried(&self) -> &[TagFile] {
        &self.carried
    }

    /// The key for groups of hard links.
    pub(super) fn link_key(&self) -> [u8; 32] {
        self.link_key
    }

    /// Which directory this is.
    pub(super) fn id(&self) -> Result<FileId, SealError> {
        FileId::of(&self.path).map_err(SealError::bag("cannot be looked at", &self.path))
    }

    /// The directory of what only an interrupted seal needs.
    pub(super) fn resume_folder(&self) -> PathBuf {
        self.at(RESUME)
    }

    /// Path of the journal with a number.
    pub(super) fn journal(&self, number: u32) -> PathBuf {
        self.at(&format!("{RESUME}/journal.{number}"))
    }
}
