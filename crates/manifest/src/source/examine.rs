//! What a worker does with one name: look, read, copy, look again.
//!
//! Small files are read by handfuls and hashed together; a large one is hashed by other threads while it is read.

use std::pin::{Pin, pin};
use std::sync::atomic::AtomicBool;
use std::task::{Context, Poll, Waker};

use rustix::fs::FileType;
use rustix::io::Errno;

use super::device::DeviceId;
use super::hashing::Hashing;
use super::read::BLOCK;
use super::sys::{self, FileId, Status, errno_name};
use super::walk::{Found, What};
use super::xattr;
use crate::chunks::GroupValue;
use crate::entry::{CHANGED, Content, Entry, Kind, Xattr};
use crate::hash::{Algorithms, Engine, FileDigests, Reader, Together};
use crate::observer::Observer;
use crate::pipeline::Step;

mod again;
mod bare;
mod copy;
mod links;
mod regular;

pub use again::{Begun, Progress, State};
pub use copy::{CopyError, CopyTo, FileCopy, FileJob};
pub use links::LinkGroups;

use again::{Again, Place};

/// How often a name that turns into something else is looked at again.
const ATTEMPTS: usize = 3;

/// Where the bytes of the evidence go.
pub enum Payload {
    /// Into the bag, while they are hashed.
    Copy(CopyTo),
    /// Nowhere: they stay where they are.
    Detached,
}

/// A result of an earlier, interrupted run.
pub struct Reuse {
    /// The object that it was made of.
    pub id: FileId,
    /// Which device, if it was one.
    pub device: Option<DeviceId>,
    /// True if what could not be read is to be tried once more.
    pub tries_again: bool,
    /// The entry.
    pub entry: Entry,
    /// Chunk values of a large file.
    pub groups: Vec<GroupValue>,
}

/// One entry, and what else was learnt.
pub struct Examined {
    /// The entry.
    pub entry: Entry,
    /// Chunk values of a large file.
    pub groups: Vec<GroupValue>,
    /// Which object it was.
    pub id: FileId,
    /// Which device, if it was one.
    pub device: Option<DeviceId>,
    /// False if looking at it touched its access time, which the system does not let us avoid.
    pub keeps_atime: bool,
    /// True if an earlier run's result stands.
    pub is_reused: bool,
}

impl Examined {
    /// Enters what was computed of the bytes.
    fn set(&mut self, digests: FileDigests) {
        let FileDigests { size, content, extra, groups } = digests;
        self.entry.content = Some(Content { size, digests: content, extra });
        self.groups = groups;
    }
}

/// Looks at names; shared by all workers.
pub struct Examiner<'a> {
    /// Where the bytes go.
    pub payload: Payload,
    /// Which digests to compute.
    pub algorithms: Algorithms,
    /// Hashes large files.
    pub engine: &'a Engine,
    /// The bag that is being built; it must not be met.
    pub output: Option<FileId>,
    /// Told of progress.
    pub observer: &'a dyn Observer,
    /// Ends long work early.
    pub stop: &'a AtomicBool,
    /// Which names are hard links of one file.
    pub link_groups: LinkGroups,
    /// Remembers how far the copies of large files are.
    pub progress: Option<&'a dyn Progress>,
}

/// The buffers of one worker.
#[derive(Default)]
pub struct Scratch {
    buffer: Vec<u8>,
    random: Vec<u8>,
    together: Together,
}

impl Scratch {
    /// Room to read a block into.
    fn block(&mut self) -> &mut [u8] {
        self.buffer.resize(BLOCK, 0);
        &mut self.buffer
    }

    fn random(&mut self) -> Result<[u8; 16], CopyError> {
        if self.random.len() < 16 {
            self.random.resize(4096, 0);
            getrandom::fill(&mut self.random).map_err(|_| CopyError::NoRandomNumbers)?;
        }
        let mut random = [0; 16];
        let rest = self.random.len() - random.len();
        random.copy_from_slice(&self.random[rest..]);
        self.random.truncate(rest);
        Ok(random)
    }
}

/// What the metadata part of an entry is made of.
struct Seen {
    status: Option<Status>,
    xattrs: Vec<Xattr>,
    keeps_atime: bool,
}

/// What came of one name.
enum Met {
    /// Its entry.
    Done(Box<Examined>),
    /// Its entry, but for the digests: the bytes were kept.
    Kept(Box<Examined>),
    /// A large file, which is not read here.
    Large,
}

/// Runs what never waits for others: bytes that are kept need no room.
pub(super) fn at_once<T>(mut doing: Pin<&mut impl Future<Output = T>>) -> T {
    loop {
        if let Poll::Ready(done) = doing.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

/// Hashes what was kept, for the steps that it belongs to.
fn settle(together: &mut Together, kept: &mut Vec<usize>, steps: &mut [Step<Task, Result<Box<Examined>, CopyError>>]) {
    for (at, digests) in kept.drain(..).zip(together.digests()) {
        if let Step::Done(Ok(examined)) = &mut steps[at] {
            examined.set(digests);
        }
    }
}

/// A found name, and what an earlier run knows of it.
pub type Task = (Found, Option<Box<Reuse>>);

impl Examiner<'_> {
    /// Makes the entries of a handful of found names; what takes long is handed back, to be examined [alone](Self::alone).
    /// An error ends the whole run; trouble with the evidence is part of the entry.
    pub fn together(
        &self,
        scratch: &mut Scratch,
        tasks: Vec<Task>,
    ) -> Vec<Step<Task, Result<Box<Examined>, CopyError>>> {
        let mut together = std::mem::take(&mut scratch.together);
        let mut kept = Vec::new();
        let mut steps = Vec::with_capacity(tasks.len());
        for (found, known) in tasks {
            if known.is_some() {
                // What an earlier run copied is compared, which may take as long as reading it.
                steps.push(Step::Long((found, known)));
                continue;
            }
            let before = together.count();
            let met = at_once(pin!(self.examine(scratch, &found, None, &mut Hashing::Together(&mut together))));
            if !matches!(met, Ok(Met::Kept(_))) {
                // Bytes that were read before it failed must not stand for the next file's.
                together.keep_first(before);
            }
            steps.push(match met {
                Ok(Met::Large) => Step::Long((found, None)),
                Ok(Met::Done(examined)) => Step::Done(Ok(examined)),
                Ok(Met::Kept(examined)) => {
                    kept.push(steps.len());
                    Step::Done(Ok(examined))
                }
                Err(error) => Step::Done(Err(error)),
            });
            if together.is_enough() {
                settle(&mut together, &mut kept, &mut steps);
            }
        }
        settle(&mut together, &mut kept, &mut steps);
        scratch.together = together;
        let done = steps.iter().filter(|step| matches!(step, Step::Done(_))).count();
        (0..done).for_each(|_| self.observer.entry());
        steps
    }

    /// Makes the entry of one found name, of any size.
    pub async fn alone(&self, (found, known): Task, reader: Reader) -> Result<Box<Examined>, CopyError> {
        let mut scratch = Scratch::default();
        let met = self.examine(&mut scratch, &found, known, &mut Hashing::Engine(self.engine, reader)).await?;
        self.observer.entry();
        match met {
            Met::Done(examined) | Met::Kept(examined) => Ok(examined),
            Met::Large => Err(CopyError::Stopped),
        }
    }

    async fn examine(
        &self,
        scratch: &mut Scratch,
        found: &Found,
        known: Option<Box<Reuse>>,
        hashing: &mut Hashing<'_>,
    ) -> Result<Met, CopyError> {
        let Found { path, stored, what } = found;
        let stored = stored.as_deref();
        match what {
            What::Dir { status: Some(status), .. } if Some(status.id) == self.output => {
                Err(CopyError::OutputInside { path: path.shown() })
            }
            What::Dir { status, xattrs, trouble, keeps_atime } => {
                let status = status.as_deref().cloned();
                let seen = Seen { status, xattrs: xattrs.clone(), keeps_atime: *keeps_atime };
                self.bare(scratch, path, Kind::Dir, seen, trouble.clone()).map(Met::Done)
            }
            What::Lost => {
                let seen = Seen { status: None, xattrs: Vec::new(), keeps_atime: true };
                self.file_without_bytes(scratch, path, stored, seen, What::LOST.to_owned()).map(Met::Done)
            }
            What::Member { dir, name, hint, is_device } => {
                let name = name.as_deref().unwrap_or(path.name());
                let at = Place { path, stored, dir, name, is_device: *is_device };
                let begun = match self.reuse(scratch, &at, known)? {
                    Again::Stands(reused) => return Ok(Met::Done(reused)),
                    Again::GoesOn(begun) => Some(begun),
                    Again::Anew => None,
                };
                self.member(scratch, &at, *hint, begun, hashing).await
            }
        }
    }

    async fn member(
        &self,
        scratch: &mut Scratch,
        at: &Place<'_>,
        mut hint: FileType,
        mut begun: Option<Begun>,
        hashing: &mut Hashing<'_>,
    ) -> Result<Met, CopyError> {
        let Place { path, stored, dir, name, is_device } = *at;
        let mut trouble = None;
        // A name may turn from one kind into another between two looks; each attempt begins with a new look.
        for _ in 0..ATTEMPTS {
            if hint == FileType::RegularFile || is_device {
                match sys::open_file(dir, name) {
                    Ok(opened) => match self.regular(scratch, at, opened, begun.take(), hashing).await? {
                        Some(met) => return Ok(met),
                        None => {
                            hint = FileType::Unknown;
                            continue;
                        }
                    },
                    // A link or a socket took the place of the file.
                    Err(Errno::LOOP | Errno::NXIO) if !is_device => hint = FileType::Unknown,
                    Err(errno) => {
                        let seen =
                            Seen { status: sys::status_at(dir, name).ok(), xattrs: Vec::new(), keeps_atime: true };
                        let trouble = errno_name(errno);
                        return self.file_without_bytes(scratch, path, stored, seen, trouble).map(Met::Done);
                    }
                }
            }
            match sys::status_at(dir, name) {
                Ok(status) if status.kind == Kind::File => hint = FileType::RegularFile,
                // A directory that was none when its parent was listed: what lies in it was never seen.
                Ok(status) if status.kind == Kind::Dir => {
                    let seen = Seen { status: Some(status), xattrs: Vec::new(), keeps_atime: true };
                    return self.bare(scratch, path, Kind::Dir, seen, Some(CHANGED.to_owned())).map(Met::Done);
                }
                Ok(status) if status.kind == Kind::Symlink => {
                    if let Some(examined) = self.symlink(scratch, path, dir, name, status)? {
                        return Ok(Met::Done(examined));
                    }
                }
                Ok(status) => {
                    let kind = status.kind;
                    let seen = Seen { status: Some(status), xattrs: xattr::read_at(dir, name), keeps_atime: true };
                    return self.bare(scratch, path, kind, seen, None).map(Met::Done);
                }
                Err(errno) => {
                    trouble = Some(errno_name(errno));
                    break;
                }
            }
        }
        let seen = Seen { status: None, xattrs: Vec::new(), keeps_atime: true };
        let trouble = trouble.unwrap_or_else(|| CHANGED.to_owned());
        self.file_without_bytes(scratch, path, stored, seen, trouble).map(Met::Done)
    }
}
