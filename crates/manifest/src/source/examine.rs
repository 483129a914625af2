//! What a worker does with one name: look, read, copy, look again.

use std::sync::atomic::AtomicBool;

use rustix::fs::FileType;
use rustix::io::Errno;

use super::device::DeviceId;
use super::directory::Directory;
use super::read::BLOCK;
use super::sys::{self, FileId, Status, errno_name};
use super::walk::{Found, What};
use super::xattr;
use crate::chunks::GroupValue;
use crate::entry::{CHANGED, Content, Entry, Kind, Range, Unreadable, Xattr};
use crate::hash::{Algorithms, FileHasher};
use crate::observer::Observer;
use crate::path::EvidencePath;

mod again;
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

/// Looks at names; shared by all workers.
pub struct Examiner<'a> {
    /// Where the bytes go.
    pub payload: Payload,
    /// Which digests to compute.
    pub algorithms: Algorithms,
    /// The bag that is being built; it must not be met.
    pub output: Option<FileId>,
    /// Told of progress.
    pub observer: &'a dyn Observer,
    /// Ends long work early.
    pub stop: &'a AtomicBool,
    /// Hard links seen.
    pub link_groups: LinkGroups,
    /// Remembers how far the copies of large files are.
    pub progress: Option<&'a dyn Progress>,
}

/// The buffers of one worker.
pub struct Scratch {
    buffer: Vec<u8>,
    random: Vec<u8>,
}

impl Default for Scratch {
    fn default() -> Self {
        Self { buffer: vec![0; BLOCK], random: Vec::new() }
    }
}

impl Scratch {
    fn random(&mut self) -> Result<[u8; 16], CopyError> {
        if self.random.len() < 16 {
            self.random.resize(4096, 0);
            getrandom::fill(&mut self.random).map_err(|_| CopyError::NoRandomNumbers)?;
        }
        let rest = self.random.split_off(self.random.len() - 16);
        Ok(rest.try_into().unwrap_or_default())
    }
}

/// What the metadata part of an entry is made of.
struct Seen {
    status: Option<Status>,
    xattrs: Vec<Xattr>,
    keeps_atime: bool,
}

impl Examiner<'_> {
    /// Makes the entry of one found name. An error ends the whole run; trouble with the evidence is part of the entry.
    pub fn examine(&self, scratch: &mut Scratch, found: Found, known: Option<Reuse>) -> Result<Examined, CopyError> {
        let Found { path, stored, what } = found;
        let examined = match what {
            What::Dir { status: Some(status), .. } if Some(status.id) == self.output => {
                return Err(CopyError::OutputInside { path: path.shown() });
            }
            What::Dir { status, xattrs, trouble, keeps_atime } => {
                let seen = Seen { status: status.map(|status| *status), xattrs, keeps_atime };
                self.bare(scratch, path, Kind::Dir, seen, trouble)
            }
            What::Lost => {
                let seen = Seen { status: None, xattrs: Vec::new(), keeps_atime: true };
                self.file_without_bytes(scratch, path, stored, seen, What::LOST.to_owned())
            }
            What::Member { dir, name, hint, is_device } => {
                let at = Place { path: &path, stored: stored.as_deref(), dir: &dir, name: &name, is_device };
                let begun = match self.reuse(scratch, &at, known)? {
                    Again::Stands(reused) => {
                        self.observer.entry();
                        return Ok(*reused);
                    }
                    Again::GoesOn(begun) => Some(begun),
                    Again::Anew => None,
                };
                self.member(scratch, path, stored, &dir, &name, hint, is_device, begun)
            }
        };
        self.observer.entry();
        examined
    }

    #[expect(clippy::too_many_arguments, reason = "one name with all that the walk knows of it")]
    fn member(
        &self,
        scratch: &mut Scratch,
        path: EvidencePath,
        stored: Option<String>,
        dir: &Directory,
        name: &[u8],
        hint: FileType,
        is_device: bool,
        mut begun: Option<Begun>,
    ) -> Result<Examined, CopyError> {
        let mut trouble = CHANGED.to_owned();
        let mut hint = hint;
        // A name may turn from one kind into another between two looks; each attempt begins with a new look.
        for _ in 0..ATTEMPTS {
            if hint == FileType::RegularFile || is_device {
                match sys::open_file(dir, name) {
                    Ok(opened) => {
                        match self.regular(scratch, &path, stored.as_deref(), opened, is_device, begun.take())? {
                            Some(examined) => return Ok(examined),
                            None => {
                                hint = FileType::Unknown;
                                continue;
                            }
                        }
                    }
                    // A link or a socket took the place of the file.
                    Err(Errno::LOOP | Errno::NXIO) if !is_device => hint = FileType::Unknown,
                    Err(errno) => {
                        let seen =
                            Seen { status: sys::status_at(dir, name).ok(), xattrs: Vec::new(), keeps_atime: true };
                        return self.file_without_bytes(scratch, path, stored, seen, errno_name(errno));
                    }
                }
            }
            match sys::status_at(dir, name) {
                Ok(status) if status.kind == Kind::File => hint = FileType::RegularFile,
                // A directory that was none when its parent was listed: what lies in it was never seen.
                Ok(status) if status.kind == Kind::Dir => {
                    let seen = Seen { status: Some(status), xattrs: Vec::new(), keeps_atime: true };
                    return self.bare(scratch, path, Kind::Dir, seen, Some(CHANGED.to_owned()));
                }
                Ok(status) if status.kind == Kind::Symlink => {
                    if let Some(examined) = self.symlink(scratch, &path, dir, name, status)? {
                        return Ok(examined);
                    }
                }
                Ok(status) => {
                    let kind = status.kind;
                    let seen = Seen { status: Some(status), xattrs: xattr::read_at(dir, name), keeps_atime: true };
                    return self.bare(scratch, path, kind, seen, None);
                }
                Err(errno) => {
                    trouble = errno_name(errno);
                    break;
                }
            }
        }
        let seen = Seen { status: None, xattrs: Vec::new(), keeps_atime: true };
        self.file_without_bytes(scratch, path, stored, seen, trouble)
    }

    /// Reads a link's target. `None` if it is no link any more.
    fn symlink(
        &self,
        scratch: &mut Scratch,
        path: &EvidencePath,
        dir: &Directory,
        name: &[u8],
        status: Status,
    ) -> Result<Option<Examined>, CopyError> {
        let Ok(target) = rustix::fs::readlinkat(dir, name, Vec::new()) else { return Ok(None) };
        // Reading a link touches its access time on most file systems, and nothing lets us avoid that; so it is told.
        let after = sys::status_at(dir, name).ok();
        let keeps_atime = after.is_some_and(|after| after.metadata.atime == status.metadata.atime);
        let seen = Seen { status: Some(status), xattrs: xattr::read_at(dir, name), keeps_atime };
        let mut examined = self.bare(scratch, path.clone(), Kind::Symlink, seen, None)?;
        examined.entry.target = Some(target.into_bytes());
        Ok(Some(examined))
    }

    /// A file whose bytes cannot be had at all: they are taken as zeros, and the entry says so.
    fn file_without_bytes(
        &self,
        scratch: &mut Scratch,
        path: EvidencePath,
        stored: Option<String>,
        seen: Seen,
        trouble: String,
    ) -> Result<Examined, CopyError> {
        let kind = seen.status.as_ref().map_or(Kind::File, |status| status.kind);
        if kind != Kind::File {
            return self.bare(scratch, path, kind, seen, Some(trouble));
        }
        let size = seen.status.as_ref().map_or(0, |status| status.size);
        if let Payload::Copy(to) = &self.payload {
            let place = copy::place(&path, stored.as_deref());
            let copy = to.create(place)?;
            copy.set_len(size).map_err(|source| CopyError::Write { place: place.to_owned(), source })?;
        }
        let mut hasher = FileHasher::with(size, self.algorithms);
        hasher.update_zeros(size);
        let digests = hasher.finish();
        let mut examined = self.bare(scratch, path, Kind::File, seen, Some(trouble))?;
        examined.entry.stored = stored;
        examined.entry.content = Some(Content { size, digests: digests.content, extra: digests.extra });
        examined.entry.unreadable.iter_mut().for_each(|all| all.range.length = size);
        examined.groups = digests.groups;
        Ok(examined)
    }

    /// An entry without bytes.
    fn bare(
        &self,
        scratch: &mut Scratch,
        path: EvidencePath,
        kind: Kind,
        seen: Seen,
        trouble: Option<String>,
    ) -> Result<Examined, CopyError> {
        let salt = scratch.random()?;
        let status = seen.status;
        let id = status.as_ref().map_or(FileId { dev: 0, ino: 0 }, |status| status.id);
        let link_group = match &status {
            Some(status) if kind != Kind::Dir => self.link_groups.group(id, status.links, scratch.random()?),
            _ => None,
        };
        let unreadable =
            trouble.into_iter().map(|errno| Unreadable { range: Range { offset: 0, length: 0 }, errno }).collect();
        let entry = Entry {
            path,
            stored: None,
            kind,
            content: None,
            declared: Vec::new(),
            metadata: status.map(|status| status.metadata).unwrap_or_default(),
            target: None,
            link_group,
            xattrs: seen.xattrs,
            holes: Vec::new(),
            unreadable,
            salt,
        };
        let keeps_atime = seen.keeps_atime;
        Ok(Examined { entry, groups: Vec::new(), id, device: None, keeps_atime, is_reused: false })
    }
}
