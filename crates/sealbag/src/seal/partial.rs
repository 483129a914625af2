//! The directory in which a bag is built, and what an interrupted run left in it.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, Mode, OFlags, RenameFlags};
use rustix::io::Errno;
use sealbag_custody::page::{self, MAX_PAGE_LEN};
use sealbag_custody::record::MAX_RECORD_LEN;
use sealbag_custody::seal_record::SealRecord;
use sealbag_custody::sshsig::Namespace;
use sealbag_manifest::digest::{Sha256Digest, hex, unhex};
use sealbag_manifest::hash::{ExtraAlgorithms, sha256};
use sealbag_manifest::layout::{CUSTODY, DATA, MAX_TAG_MANIFEST, SEAL, TagFile, parse_tag_manifest, tag_manifest};
use sealbag_manifest::source::FileId;
use serde::{Deserialize, Serialize};

use super::{SealError, Work, carried};

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
/// Sources have paths of the system, not of the evidence.
const MAX_SOURCES: u64 = 16 << 20;

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

/// What an interrupted run was asked to do.
pub(super) struct Kept {
    pub(super) draft: SealRecord,
    pub(super) sources: Vec<PathBuf>,
    pub(super) extra: ExtraAlgorithms,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcesFile {
    /// Absolute paths as hexadecimal digits: they may be any bytes.
    sources: Vec<String>,
    md5: bool,
    sha1: bool,
    sha512: bool,
}

impl Partial {
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
        let mut partial = Self { bag: bag.to_owned(), path, carried: Vec::new(), is_resumed: false, _lock: None };
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
        if let Origin::Sources(sources, ExtraAlgorithms { md5, sha1, sha512 }) = origin {
            let mut absolute = Vec::new();
            for source in sources {
                let path = std::path::absolute(source).map_err(SealError::bag("has no absolute path", source))?;
                absolute.push(hex(path.as_os_str().as_bytes()));
            }
            let sources = serde_json::to_vec(&SourcesFile { sources: absolute, md5, sha1, sha512 })
                .expect("strings and booleans can be written as JSON");
            partial.write(SOURCES, &sources)?;
            partial.write(DRAFT_ASIDE, &draft.to_bytes()?)?;
            partial.begun()?;
        }
        Ok(partial)
    }

    /// From here on there is something to go on with: the draft gets its name, and all that was made so far is synced.
    fn begun(&self) -> Result<(), SealError> {
        let path = self.at(DRAFT);
        fs::rename(self.at(DRAFT_ASIDE), &path).map_err(SealError::bag("cannot be renamed", &path))?;
        for directory in [self.at(RESUME), self.path.clone()] {
            let failed = SealError::bag("cannot be synced", &directory);
            File::open(&directory).and_then(|opened| opened.sync_all()).map_err(failed)?;
        }
        Ok(())
    }

    /// False for what a run left that was stopped before it had written down what it was to do.
    fn was_begun(&self) -> bool {
        [DRAFT, COPY, SEAL].iter().any(|name| self.at(name).symlink_metadata().is_ok())
    }

    /// Takes over what was never begun: there is nothing in it.
    fn begin_again(&mut self) -> Result<(), SealError> {
        self.check_own()?;
        self.create_directory(RESUME)?;
        self.lock()?;
        let data = self.at(DATA);
        let is_empty = fs::read_dir(&data).map_or(true, |mut found| found.next().is_none());
        // Another run may have begun it while this one looked.
        match self.was_begun() || !is_empty {
            true => Err(SealError::Interrupted { path: self.path.clone() }),
            false => Ok(()),
        }
    }

    /// What is being made here.
    pub(super) fn work(&self) -> Work {
        if self.at(COPY).symlink_metadata().is_ok() { Work::Copying } else { Work::Sealing }
    }

    /// True for an interrupted copy of a bag that is not signed yet.
    fn is_copy_of(&self, seal: Sha256Digest) -> bool {
        let marked = self.read(COPY, 64).is_ok_and(|marked| marked == seal.to_hex().as_bytes());
        marked && !self.is_signed()
    }

    /// Takes over an interrupted copy. Of what lies there only the data can be of use.
    fn take_over(&mut self) -> Result<(), SealError> {
        self.check_own()?;
        self.lock()?;
        for name in ["seal", CUSTODY] {
            let path = self.at(name);
            match fs::remove_dir_all(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(SealError::bag("cannot be removed", &path)(error));
                }
                _ => {}
            }
        }
        self.is_resumed = true;
        Ok(())
    }

    /// Refuses what another user made, and a link in the place of a directory: it would lead what is written elsewhere.
    fn check_own(&self) -> Result<(), SealError> {
        let found = self.path.symlink_metadata().map_err(SealError::bag("cannot be looked at", &self.path))?;
        if !found.is_dir() || found.uid() != rustix::process::geteuid().as_raw() {
            return Err(SealError::ForeignPartial { path: self.path.clone() });
        }
        for name in [DATA, "seal", CUSTODY, RESUME] {
            if self.at(name).symlink_metadata().is_ok_and(|found| !found.is_dir()) {
                return Err(SealError::DamagedPartial { path: self.at(name) });
            }
        }
        Ok(())
    }

    /// True if an interrupted run began it.
    pub(crate) fn is_resumed(&self) -> bool {
        self.is_resumed
    }

    /// What to say of the partial bag that lies in the way.
    fn interrupted(mut self) -> SealError {
        // A copy that was signed lacks only its name, and goes on like a seal.
        if self.at(COPY).symlink_metadata().is_err() || self.is_signed() {
            return SealError::Interrupted { path: self.path };
        }
        // One that is at work must not be taken for one that can be removed.
        match self.lock() {
            Err(busy @ SealError::Busy { .. }) => busy,
            _ => SealError::InterruptedCopy { path: self.path },
        }
    }

    fn create_directory(&self, name: &str) -> Result<(), SealError> {
        let path = self.at(name);
        match fs::create_dir(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                Err(SealError::bag("cannot be created", &path)(error))
            }
            _ => Ok(()),
        }
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

    /// Opens what an interrupted run left. `None` if it only lacks its name.
    pub(super) fn open(bag: &Path) -> Result<(Self, Option<Kept>), SealError> {
        let path = path_for(bag);
        if bag.symlink_metadata().is_ok() {
            return Err(SealError::OutputExists { path: bag.to_owned() });
        }
        if !path.symlink_metadata().is_ok_and(|found| found.is_dir()) {
            return Err(SealError::NothingToResume { path });
        }
        let mut partial = Self { bag: bag.to_owned(), path, carried: Vec::new(), is_resumed: false, _lock: None };
        // What lies there decides what is signed: it must be of one's own making.
        let owner = partial.path.symlink_metadata().map_err(SealError::bag("cannot be looked at", &partial.path))?;
        if owner.uid() != rustix::process::geteuid().as_raw() {
            return Err(SealError::ForeignPartial { path: partial.path });
        }
        if !partial.was_begun() {
            return Err(SealError::NothingBegun { path: partial.path });
        }
        let can_resume = partial.at(RESUME).symlink_metadata().is_ok();
        // A link in the place of one of its directories would lead what is written elsewhere.
        for name in [DATA, "seal", CUSTODY, RESUME] {
            let is_directory = partial.at(name).symlink_metadata().is_ok_and(|found| found.is_dir());
            if !is_directory && (name != RESUME || can_resume) {
                return Err(SealError::DamagedPartial { path: partial.at(name) });
            }
        }
        if can_resume {
            partial.lock()?;
        }
        // What was signed is never signed again: only the name is missing.
        if partial.is_signed() {
            return Ok((partial, None));
        }
        if !can_resume {
            return Err(SealError::DamagedPartial { path: partial.path });
        }
        if partial.at(COPY).symlink_metadata().is_ok() {
            return Err(SealError::InterruptedCopy { path: partial.path });
        }
        let damaged = |name: &str| SealError::DamagedPartial { path: partial.at(name) };
        let draft = partial.read(DRAFT, MAX_RECORD_LEN as u64)?;
        let draft = SealRecord::parse(&draft).map_err(|_| damaged(DRAFT))?;
        let sources = partial.read(SOURCES, MAX_SOURCES)?;
        let SourcesFile { sources, md5, sha1, sha512 } =
            serde_json::from_slice(&sources).map_err(|_| damaged(SOURCES))?;
        let sources: Option<Vec<PathBuf>> =
            sources.iter().map(|digits| Some(PathBuf::from(std::ffi::OsString::from_vec(unhex(digits)?)))).collect();
        let sources = sources.ok_or_else(|| damaged(SOURCES))?;
        let carried = parse_tag_manifest(&partial.read(CARRIED, MAX_TAG_MANIFEST)?).map_err(|_| damaged(CARRIED))?;
        if !carried::agrees(&draft, &carried) {
            return Err(damaged(CARRIED));
        }
        partial.carried = carried;
        Ok((partial, Some(Kept { draft, sources, extra: ExtraAlgorithms { md5, sha1, sha512 } })))
    }

    /// True if event 0 is there and its signature holds.
    fn is_signed(&self) -> bool {
        let event = self.read(SEAL, MAX_PAGE_LEN as u64);
        event.is_ok_and(|event| page::verify(&event, Namespace::Seal).is_ok())
    }

    /// A path in the partial bag.
    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The directory `data/`, open.
    pub(crate) fn data(&self) -> Result<OwnedFd, SealError> {
        let path = self.at(DATA);
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        rustix::fs::open(&path, flags, Mode::empty())
            .map_err(|errno| SealError::bag("cannot be opened", &path)(errno.into()))
    }

    /// Creates a file in the place of what an interrupted run left. A link there is removed, not followed.
    pub(super) fn create_file(&self, name: &str) -> Result<File, SealError> {
        self.remove(name)?;
        let path = self.at(name);
        File::create_new(&path).map_err(SealError::bag("cannot be created", &path))
    }

    /// Writes a small file whole and syncs it.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), SealError> {
        let path = self.at(name);
        let mut file = self.create_file(name)?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(SealError::bag("cannot be written", &path))
    }

    /// Removes a file; it may be missing.
    pub(super) fn remove(&self, name: &str) -> Result<(), SealError> {
        let path = self.at(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(SealError::bag("cannot be removed", &path)(error))
            }
            _ => Ok(()),
        }
    }

    fn read(&self, name: &str, limit: u64) -> Result<Vec<u8>, SealError> {
        let path = self.at(name);
        let mut bytes = Vec::new();
        File::open(&path)
            .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
            .map_err(SealError::bag("cannot be read", &path))?;
        Ok(bytes)
    }

    fn lock(&mut self) -> Result<(), SealError> {
        let path = self.at(LOCK);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .custom_flags(OFlags::NOFOLLOW.bits().cast_signed())
            .open(&path)
            .map_err(SealError::bag("cannot be locked", &path))?;
        match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(Errno::WOULDBLOCK) => return Err(SealError::Busy { path: self.path.clone() }),
            // A file system without locks: the directory was created by one program only.
            Err(Errno::NOSYS | Errno::OPNOTSUPP | Errno::NOLCK) => {}
            Err(errno) => return Err(SealError::bag("cannot be locked", &path)(errno.into())),
        }
        self._lock = Some(file);
        Ok(())
    }

    /// Waits until everything written to the bag's file system lies on the medium.
    pub(super) fn sync(&self) -> Result<(), SealError> {
        let failed = SealError::bag("cannot be synced", &self.path);
        File::open(&self.path).and_then(|directory| Ok(rustix::fs::syncfs(&directory)?)).map_err(failed)
    }

    /// Removes what only an interrupted seal needs.
    pub(super) fn forget_resume(&self) -> Result<(), SealError> {
        let path = self.at(RESUME);
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(SealError::bag("cannot be removed", &path)(error))
            }
            _ => Ok(()),
        }
    }

    /// Gives the bag its name.
    pub(super) fn publish(&self) -> Result<(), SealError> {
        use rustix::fs::CWD;
        match rustix::fs::renameat_with(CWD, &self.path, CWD, &self.bag, RenameFlags::NOREPLACE) {
            Ok(()) => {}
            Err(Errno::EXIST) => return Err(SealError::OutputExists { path: self.bag.clone() }),
            // A file system that cannot promise it; an empty directory is all that a plain rename would replace.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
                if self.bag.symlink_metadata().is_ok() {
                    return Err(SealError::OutputExists { path: self.bag.clone() });
                }
                fs::rename(&self.path, &self.bag).map_err(SealError::bag("cannot be renamed", &self.path))?;
            }
            Err(errno) => return Err(SealError::bag("cannot be renamed", &self.path)(errno.into())),
        }
        let parent = match self.bag.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        File::open(parent)
            .and_then(|directory| Ok(rustix::fs::fsync(directory.as_fd())?))
            .map_err(SealError::bag("cannot be synced", parent))
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
