//! A file system in memory, mounted by FUSE, which lacks what a test takes from it or does what it then reports as failed.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use fuser::{
    BackgroundSession, Config, Errno, FileHandle, FileType, Filesystem, FopenFlags, Generation, INodeNo, InitFlags,
    KernelConfig, LockOwner, OpenFlags, RenameFlags, ReplyAttr, ReplyCreate, ReplyData, ReplyDirectory, ReplyEmpty,
    ReplyEntry, ReplyOpen, ReplyWrite, Request, TimeOrNow, WriteFlags,
};

use crate::fuse_tree::Tree;

/// How the file system answers one kind of call.
#[derive(Clone, Copy, Debug, Default)]
pub enum Answer {
    /// As it should.
    #[default]
    Works,
    /// Does nothing and answers with this error.
    Fails(Errno),
    /// Does it and answers with this error, as a server does whose answer is lost.
    DoneButFails(Errno),
}

/// What a mounted file system can do. By default all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Behaviour {
    /// `link`
    pub link: Answer,
    /// `renameat2` with a flag. Without one it always works.
    pub rename_noreplace: Answer,
    /// `flock`
    pub flock: Answer,
    /// The first `fsync` of a directory. The later ones always work.
    pub first_sync_directory: Answer,
    /// `getdents`
    pub listing: Listing,
}

/// What a listing of a directory shows. Those that are not whole are what systems may show while names come and go.
#[derive(Clone, Copy, Debug, Default)]
pub enum Listing {
    /// Every name once.
    #[default]
    Whole,
    /// All but the first event.
    WithoutTheSeal,
    /// The first event twice.
    SealTwice,
}

/// The name that such a listing leaves out or repeats.
const SEAL: &str = "000000.txt";

/// Mounts an empty file system until the session is dropped.
///
/// # Errors
/// If it cannot be mounted, for which root is needed.
pub fn mount(place: &Path, behaviour: Behaviour) -> io::Result<BackgroundSession> {
    fuser::spawn_mount(
        MemoryFs { behaviour, tree: Mutex::default(), synced: AtomicBool::new(false) },
        place,
        &Config::default(),
    )
}

struct MemoryFs {
    behaviour: Behaviour,
    tree: Mutex<Tree>,
    synced: AtomicBool,
}

/// Nothing is remembered by the kernel: every name is asked for again.
const TTL: Duration = Duration::ZERO;
const GENERATION: Generation = Generation(0);
const HANDLE: FileHandle = FileHandle(0);

impl MemoryFs {
    fn tree(&self) -> std::sync::MutexGuard<'_, Tree> {
        self.tree.lock().expect("no holder panics")
    }
}

impl Answer {
    fn give<T>(self, act: impl FnOnce() -> Result<T, Errno>) -> Result<T, Errno> {
        match self {
            Self::Works => act(),
            Self::Fails(errno) => Err(errno),
            Self::DoneButFails(errno) => act().and(Err(errno)),
        }
    }
}

fn reply_empty(reply: ReplyEmpty, result: Result<(), Errno>) {
    match result {
        Ok(()) => reply.ok(),
        Err(errno) => reply.error(errno),
    }
}

impl Filesystem for MemoryFs {
    fn init(&mut self, _: &Request, config: &mut KernelConfig) -> io::Result<()> {
        // Unless it is asked, the kernel keeps the locks itself.
        if matches!(self.behaviour.flock, Answer::Works) {
            return Ok(());
        }
        config.add_capabilities(InitFlags::FUSE_FLOCK_LOCKS).map_err(|_| io::ErrorKind::Unsupported.into())
    }

    fn lookup(&self, _: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEntry) {
        let tree = self.tree();
        match tree.named(parent, name).and_then(|ino| tree.attributes(ino)) {
            Ok(attributes) => reply.entry(&TTL, &attributes, GENERATION),
            Err(errno) => reply.error(errno),
        }
    }

    fn getattr(&self, _: &Request, ino: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        match self.tree().attributes(ino) {
            Ok(attributes) => reply.attr(&TTL, &attributes),
            Err(errno) => reply.error(errno),
        }
    }

    fn setattr(
        &self,
        _: &Request,
        ino: INodeNo,
        _: Option<u32>,
        _: Option<u32>,
        _: Option<u32>,
        size: Option<u64>,
        _: Option<TimeOrNow>,
        mtime: Option<TimeOrNow>,
        _: Option<std::time::SystemTime>,
        _: Option<FileHandle>,
        _: Option<std::time::SystemTime>,
        _: Option<std::time::SystemTime>,
        _: Option<std::time::SystemTime>,
        _: Option<fuser::BsdFileFlags>,
        reply: ReplyAttr,
    ) {
        let mut tree = self.tree();
        tree.set(ino, size, mtime);
        match tree.attributes(ino) {
            Ok(attributes) => reply.attr(&TTL, &attributes),
            Err(errno) => reply.error(errno),
        }
    }

    fn mkdir(&self, _: &Request, parent: INodeNo, name: &OsStr, _: u32, _: u32, reply: ReplyEntry) {
        match self.tree().make_directory(parent, name) {
            Ok(attributes) => reply.entry(&TTL, &attributes, GENERATION),
            Err(errno) => reply.error(errno),
        }
    }

    fn create(&self, _: &Request, parent: INodeNo, name: &OsStr, _: u32, _: u32, _: i32, reply: ReplyCreate) {
        match self.tree().make_file(parent, name) {
            Ok(attributes) => reply.created(&TTL, &attributes, GENERATION, HANDLE, FopenFlags::empty()),
            Err(errno) => reply.error(errno),
        }
    }

    fn open(&self, _: &Request, _: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        reply.opened(HANDLE, FopenFlags::empty());
    }

    fn read(
        &self,
        _: &Request,
        ino: INodeNo,
        _: FileHandle,
        offset: u64,
        size: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        match self.tree().read(ino, offset, size) {
            Ok(bytes) => reply.data(bytes),
            Err(errno) => reply.error(errno),
        }
    }

    fn write(
        &self,
        _: &Request,
        ino: INodeNo,
        _: FileHandle,
        offset: u64,
        data: &[u8],
        _: WriteFlags,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        match self.tree().write(ino, offset, data) {
            Ok(written) => reply.written(written),
            Err(errno) => reply.error(errno),
        }
    }

    fn flush(&self, _: &Request, _: INodeNo, _: FileHandle, _: LockOwner, reply: ReplyEmpty) {
        reply.ok();
    }

    fn fsync(&self, _: &Request, _: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        reply.ok();
    }

    fn fsyncdir(&self, _: &Request, _: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        let later = self.synced.swap(true, Ordering::Relaxed);
        let answer = if later { Answer::Works } else { self.behaviour.first_sync_directory };
        reply_empty(reply, answer.give(|| Ok(())));
    }

    fn setlk(
        &self,
        _: &Request,
        _: INodeNo,
        _: FileHandle,
        _: LockOwner,
        _: u64,
        _: u64,
        _: i32,
        _: u32,
        _: bool,
        reply: ReplyEmpty,
    ) {
        reply_empty(reply, self.behaviour.flock.give(|| Ok(())));
    }

    fn unlink(&self, _: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        reply_empty(reply, self.tree().unlink(parent, name));
    }

    fn link(&self, _: &Request, ino: INodeNo, parent: INodeNo, name: &OsStr, reply: ReplyEntry) {
        match self.behaviour.link.give(|| self.tree().link(ino, parent, name)) {
            Ok(attributes) => reply.entry(&TTL, &attributes, GENERATION),
            Err(errno) => reply.error(errno),
        }
    }

    fn rename(
        &self,
        _: &Request,
        parent: INodeNo,
        name: &OsStr,
        new_parent: INodeNo,
        new_name: &OsStr,
        flags: RenameFlags,
        reply: ReplyEmpty,
    ) {
        let answer = if flags.is_empty() { Answer::Works } else { self.behaviour.rename_noreplace };
        reply_empty(reply, answer.give(|| self.tree().rename((parent, name), (new_parent, new_name), flags)));
    }

    fn readdir(&self, _: &Request, ino: INodeNo, _: FileHandle, offset: u64, mut reply: ReplyDirectory) {
        match self.tree().list(ino) {
            Ok(mut entries) => {
                let is_seal = |entry: &(INodeNo, FileType, OsString)| entry.2 == SEAL;
                match self.behaviour.listing {
                    Listing::Whole => {}
                    Listing::WithoutTheSeal => entries.retain(|entry| !is_seal(entry)),
                    Listing::SealTwice => entries.extend(entries.iter().find(|entry| is_seal(entry)).cloned()),
                }
                for (position, (ino, kind, name)) in (1..).zip(entries).skip(offset as usize) {
                    if reply.add(ino, position, kind, name) {
                        break;
                    }
                }
                reply.ok();
            }
            Err(errno) => reply.error(errno),
        }
    }
}
