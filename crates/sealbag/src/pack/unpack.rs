//! Unpacking: into a directory beside the place, then renamed. Nothing outside it is written, no link is followed.

use std::ffi::OsString;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FlockOperation, Mode, OFlags, RenameFlags};
use rustix::io::Errno;
use sealbag_manifest::packed::{Entry, EntryKind, PackedStore};
use sealbag_manifest::store::{BagStore, DirectoryStore, ObjectKind, OpenError, open_packed};

use super::error::UnpackError;
use super::tree::{self, Tree};
use super::{AREAS, BLOCK};
use crate::progress::{Phase, Progress};

/// What to unpack, and where to.
pub struct UnpackRequest<'a> {
    /// The packed bag.
    pub file: &'a Path,
    /// The directory in which the bag is to lie; it must exist.
    pub to: &'a Path,
    /// Told of progress.
    pub progress: &'a dyn Progress,
}

/// What was unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The bag.
    pub bag: PathBuf,
    /// Files.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// Unpacks a packed bag.
///
/// # Errors
/// It is none, or is damaged; the bag exists; the system refuses. Then there is no bag of that name.
pub fn unpack(request: &UnpackRequest<'_>) -> Result<Unpacked, UnpackError> {
    let store = open_packed(request.file)?;
    if store.count() == 0 {
        return Err(UnpackError::Empty);
    }
    let bag = request.to.join(store.root());
    if bag.symlink_metadata().is_ok() {
        return Err(UnpackError::OutputExists { path: bag });
    }
    request.progress.phase(Phase::Unpacking, Some(store.count()), None);
    let partial = Partial::create(&bag)?;
    let mut tree = Tree::below(&partial.path, &partial.top);
    let mut written = Ok(());
    let read = store.each(&mut |entry| {
        written = tree.make(&store, &entry, request.progress);
        request.progress.entry();
        written.is_ok()
    });
    let tree::Made { files, bytes } = tree.made();
    written?;
    read.map_err(|error| UnpackError::Open(error.into()))?;
    let failed = |source| UnpackError::Write { path: partial.path.clone(), source };
    rustix::fs::syncfs(&partial.top).map_err(|errno| failed(errno.into()))?;
    let found = DirectoryStore::open(&partial.path).map_err(failed)?;
    if names(&found) != names(&store) {
        return Err(UnpackError::OtherNames { path: partial.path.clone() });
    }
    read_back(&store, &found, &partial.path)?;
    partial.publish(&bag)?;
    Ok(Unpacked { bag, files, bytes })
}

/// From the medium, as far as the system grants it: the checksum of every file.
fn read_back(store: &PackedStore, found: &DirectoryStore, at: &Path) -> Result<(), UnpackError> {
    let mut is_whole = true;
    let mut buffer = vec![0; BLOCK];
    let mut holds = |entry: &Entry| -> Result<bool, OpenError> {
        let file = found.open(&entry.path)?;
        file.forget_cached();
        let mut crc = crc32fast::Hasher::new();
        let mut offset = 0;
        while offset < entry.size {
            match file.read_full_at(&mut buffer, offset)? {
                0 => return Ok(false),
                count => {
                    crc.update(&buffer[..count]);
                    offset += count as u64;
                }
            }
        }
        Ok(crc.finalize() == entry.crc32)
    };
    let read = store.each(&mut |entry| {
        is_whole = entry.kind == EntryKind::EmptyDirectory || holds(&entry).unwrap_or(false);
        is_whole
    });
    read.map_err(|error| UnpackError::Open(error.into()))?;
    if is_whole { Ok(()) } else { Err(UnpackError::ReadBack { path: at.to_owned() }) }
}

/// Names, kinds and sizes as one value.
fn names(store: &dyn BagStore) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    for area in AREAS {
        store.list(area, &mut |object| {
            hasher.update(object.path);
            let path = std::str::from_utf8(object.path).unwrap_or_default();
            let size = match object.kind {
                ObjectKind::File => store.open(path).map(|file| file.size()).unwrap_or(u64::MAX),
                ObjectKind::EmptyDirectory => u64::MAX - 1,
                _ => u64::MAX,
            };
            hasher.update(&[0]);
            hasher.update(&size.to_le_bytes());
        });
    }
    hasher.finalize()
}

/// The bag in the making; removed if the unpacking fails.
struct Partial {
    path: PathBuf,
    top: OwnedFd,
    is_published: bool,
}

const DIRECTORY: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

impl Partial {
    fn create(bag: &Path) -> Result<Self, UnpackError> {
        let mut name = OsString::from(".");
        name.push(bag.file_name().unwrap_or_default());
        // What ends so is no bag for whoever searches for bags.
        name.push(".unpacking.partial");
        let path = bag.with_file_name(name);
        if path.symlink_metadata().is_ok() {
            remove_left(&path)?;
        }
        let failed = |errno: Errno| UnpackError::Write { path: path.clone(), source: errno.into() };
        let busy = || UnpackError::Busy { path: path.clone() };
        match rustix::fs::mkdirat(CWD, &path, Mode::RWXU | Mode::RWXG | Mode::RWXO) {
            Err(Errno::EXIST) => return Err(busy()),
            made => made.map_err(failed)?,
        }
        let top = rustix::fs::openat(CWD, &path, DIRECTORY, Mode::empty()).map_err(failed)?;
        if rustix::fs::flock(&top, FlockOperation::NonBlockingLockExclusive) == Err(Errno::WOULDBLOCK) {
            return Err(busy());
        }
        Ok(Self { path, top, is_published: false })
    }

    fn publish(mut self, bag: &Path) -> Result<(), UnpackError> {
        let exists = || UnpackError::OutputExists { path: bag.to_owned() };
        let failed = |source| UnpackError::Write { path: bag.to_owned(), source };
        match rustix::fs::renameat_with(CWD, &self.path, CWD, bag, RenameFlags::NOREPLACE) {
            Ok(()) => {}
            Err(Errno::EXIST) => return Err(exists()),
            // A file system that cannot promise it; an empty directory is all that a plain rename would replace.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
                if bag.symlink_metadata().is_ok() {
                    return Err(exists());
                }
                std::fs::rename(&self.path, bag).map_err(failed)?;
            }
            Err(errno) => return Err(failed(errno.into())),
        }
        self.is_published = true;
        let folder = bag.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if !self.is_published {
            // Removes by handles and follows no link. What stays goes with the next run.
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }
}

/// Removes what an interrupted run left, if nobody uses it.
fn remove_left(path: &Path) -> Result<(), UnpackError> {
    let busy = || UnpackError::Busy { path: path.to_owned() };
    let failed = |source| UnpackError::Write { path: path.to_owned(), source };
    let top = match rustix::fs::openat(CWD, path, DIRECTORY, Mode::empty()) {
        Ok(top) => top,
        Err(Errno::NOENT) => return Ok(()),
        Err(_) => return Err(busy()),
    };
    let found = rustix::fs::fstat(&top).map_err(|errno| failed(errno.into()))?;
    let is_ours = found.st_uid == rustix::process::geteuid().as_raw();
    if !is_ours || rustix::fs::flock(&top, FlockOperation::NonBlockingLockExclusive) == Err(Errno::WOULDBLOCK) {
        return Err(busy());
    }
    match path.symlink_metadata() {
        Ok(now) if (now.dev(), now.ino()) == (found.st_dev, found.st_ino) => {
            std::fs::remove_dir_all(path).map_err(failed)
        }
        // Whoever had it has finished.
        Ok(_) => Err(busy()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(error)),
    }
}
