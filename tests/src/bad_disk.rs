//! Block devices that fail where a test wants: a loop device over a file of a FUSE mount that answers with EIO.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use fuser::{
    BackgroundSession, Config, Errno, FileAttr, FileHandle, FileType, Filesystem, FopenFlags, Generation, INodeNo,
    LockOwner, OpenFlags, ReplyAttr, ReplyData, ReplyEntry, ReplyOpen, Request,
};
use tempfile::TempDir;

const TTL: Duration = Duration::ZERO;
const DISK: INodeNo = INodeNo(2);
const NAME: &str = "disk";

/// What a disk holds and where it fails; changed while it is in use.
#[derive(Default)]
struct State {
    bytes: Vec<u8>,
    /// First byte and the byte behind each bad range.
    bad: Mutex<BTreeMap<u64, u64>>,
    /// Bytes that were asked for.
    asked: AtomicU64,
    /// Time that a failing request takes.
    delay: Mutex<Duration>,
}

/// A file that fails in places, and the loop device over it. Needs root.
pub struct BadDisk {
    device: PathBuf,
    state: Arc<State>,
    _session: Option<BackgroundSession>,
    _folder: TempDir,
}

/// Attaches a file as a read-only loop device.
///
/// # Panics
/// If there is none to be had.
pub fn attach(file: &Path, sector: u32) -> PathBuf {
    let mut losetup = Command::new("losetup");
    losetup.args(["--find", "--show", "--read-only", "--sector-size", &sector.to_string()]).arg(file);
    let output = losetup.output().expect("start losetup");
    assert!(output.status.success(), "losetup: {}", String::from_utf8_lossy(&output.stderr));
    PathBuf::from(String::from_utf8_lossy(&output.stdout).trim())
}

/// Detaches a loop device.
pub fn detach(device: &Path) {
    let _ = Command::new("losetup").arg("--detach").arg(device).status();
}

impl BadDisk {
    /// A disk with these bytes and bad ranges: first byte and length. Each sector fails by itself.
    ///
    /// # Panics
    /// If it cannot be mounted or attached.
    pub fn new(bytes: Vec<u8>, bad: &[(u64, u64)]) -> Self {
        Self::with_sectors(bytes, bad, 512)
    }

    /// The same with larger sectors.
    ///
    /// # Panics
    /// If it cannot be mounted or attached.
    pub fn with_sectors(bytes: Vec<u8>, bad: &[(u64, u64)], sector: u32) -> Self {
        let state = Arc::new(State { bytes, ..State::default() });
        let folder = tempfile::tempdir().expect("a folder");
        let session = fuser::spawn_mount(Disk(state.clone()), folder.path(), &Config::default()).expect("mount");
        let device = attach(&folder.path().join(NAME), sector);
        let disk = Self { device, state, _session: Some(session), _folder: folder };
        disk.set_bad(bad);
        disk
    }

    /// The loop device.
    pub fn device(&self) -> &Path {
        &self.device
    }

    /// The file behind it.
    pub fn file(&self) -> PathBuf {
        self._folder.path().join(NAME)
    }

    /// Makes other places bad, and all others good.
    pub fn set_bad(&self, bad: &[(u64, u64)]) {
        let ranges = bad.iter().map(|&(offset, length)| (offset, offset + length)).collect();
        *self.state.bad.lock().unwrap_or_else(PoisonError::into_inner) = ranges;
        forget_cache(&self.device);
    }

    /// Makes each request for a bad place slow.
    pub fn set_delay(&self, delay: Duration) {
        *self.state.delay.lock().unwrap_or_else(PoisonError::into_inner) = delay;
    }

    /// Bytes that were asked for since the last time that this was asked.
    pub fn asked(&self) -> u64 {
        self.state.asked.swap(0, Ordering::Relaxed)
    }
}

impl Drop for BadDisk {
    fn drop(&mut self) {
        detach(&self.device);
    }
}

/// Empties the cache of a device, so that what is read next comes from it.
pub fn forget_cache(device: &Path) {
    if let Ok(file) = File::open(device) {
        let _ = rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed);
    }
}

struct Disk(Arc<State>);

impl Disk {
    fn attributes(&self, ino: INodeNo) -> FileAttr {
        let (kind, perm, size) = match ino == DISK {
            true => (FileType::RegularFile, 0o444, self.0.bytes.len() as u64),
            false => (FileType::Directory, 0o555, 0),
        };
        FileAttr {
            ino,
            size,
            blocks: size.div_ceil(512),
            atime: UNIX_EPOCH,
            mtime: UNIX_EPOCH,
            ctime: UNIX_EPOCH,
            crtime: UNIX_EPOCH,
            kind,
            perm,
            nlink: 1,
            uid: 0,
            gid: 0,
            rdev: 0,
            blksize: 4096,
            flags: 0,
        }
    }
}

impl Filesystem for Disk {
    fn lookup(&self, _: &Request, _: INodeNo, name: &OsStr, reply: ReplyEntry) {
        match name == NAME {
            true => reply.entry(&TTL, &self.attributes(DISK), Generation(0)),
            false => reply.error(Errno::ENOENT),
        }
    }

    fn getattr(&self, _: &Request, ino: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        reply.attr(&TTL, &self.attributes(ino));
    }

    fn open(&self, _: &Request, _: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        // Past the kernel's cache of pages: a sector fails by itself.
        reply.opened(FileHandle(0), FopenFlags::FOPEN_DIRECT_IO);
    }

    fn read(
        &self,
        _: &Request,
        _: INodeNo,
        _: FileHandle,
        offset: u64,
        size: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        let state = &self.0;
        let from = (offset as usize).min(state.bytes.len());
        let to = (from + size as usize).min(state.bytes.len());
        state.asked.fetch_add((to - from) as u64, Ordering::Relaxed);
        let is_bad = {
            let bad = state.bad.lock().unwrap_or_else(PoisonError::into_inner);
            bad.iter().any(|(&first, &end)| first < to as u64 && end > from as u64)
        };
        if is_bad {
            std::thread::sleep(*state.delay.lock().unwrap_or_else(PoisonError::into_inner));
            return reply.error(Errno::EIO);
        }
        reply.data(&state.bytes[from..to]);
    }
}
