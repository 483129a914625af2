//! What a worker does with one name: look, read, copy, look again.

use std::collections::HashMap;
use std::fs::File;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};

use rustix::fs::FileType;
use rustix::io::Errno;

use super::directory::Directory;
use super::read::{self, BLOCK, Ended, Plan};
use super::sys::{self, FileId, Status, errno_name};
use super::walk::{Found, What};
use super::xattr;
use crate::chunks::GroupValue;
use crate::entry::{CHANGED, Content, Entry, Kind, Metadata, Range, Unreadable, Xattr};
use crate::hash::{Algorithms, FileHasher};
use crate::observer::Observer;
use crate::path::EvidencePath;

mod copy;

pub use copy::{CopyError, CopyTo};

/// How often a file that changes while it is read is read again before the entry says so.
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
    /// Told of progress.
    pub observer: &'a dyn Observer,
    /// Ends long work early.
    pub stop: &'a AtomicBool,
    /// Hard links seen.
    pub link_groups: LinkGroups,
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

/// Hard links of one file share a random group.
#[derive(Default)]
pub struct LinkGroups(Mutex<HashMap<FileId, ([u8; 16], u64)>>);

impl LinkGroups {
    /// The group of an object with `links` links; forgotten when all of them were seen.
    fn group(&self, id: FileId, links: u64, fresh: [u8; 16]) -> Option<[u8; 16]> {
        if links < 2 {
            return None;
        }
        let mut groups = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (group, seen) = groups.entry(id).or_insert((fresh, 0));
        *seen += 1;
        let (group, seen) = (*group, *seen);
        if seen >= links {
            groups.remove(&id);
        }
        Some(group)
    }

    /// Takes over the group that an earlier run gave to an object.
    fn adopt(&self, id: FileId, group: [u8; 16], links: u64) {
        self.group(id, links, group);
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
            What::Dir { status, xattrs, trouble, keeps_atime } => {
                let seen = Seen { status: status.map(|status| *status), xattrs, keeps_atime };
                self.bare(scratch, path, Kind::Dir, seen, trouble)
            }
            What::Lost => {
                let seen = Seen { status: None, xattrs: Vec::new(), keeps_atime: true };
                self.file_without_bytes(scratch, path, stored, seen, What::LOST.to_owned())
            }
            What::Member { dir, name, hint, is_device } => {
                if let Some(reused) = self.reuse(scratch, &path, stored.as_deref(), &dir, &name, known)? {
                    self.observer.entry();
                    return Ok(reused);
                }
                self.member(scratch, path, stored, &dir, &name, hint, is_device)
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
    ) -> Result<Examined, CopyError> {
        let mut trouble = CHANGED.to_owned();
        let mut hint = hint;
        // A name may turn from one kind into another between two looks; each attempt begins with a new look.
        for _ in 0..ATTEMPTS {
            if hint == FileType::RegularFile || is_device {
                match sys::open_file(dir, name) {
                    Ok(opened) => match self.regular(scratch, &path, stored.as_deref(), opened, is_device)? {
                        Some(examined) => return Ok(examined),
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

    /// Reads an open file. `None` if it is no regular file any more.
    fn regular(
        &self,
        scratch: &mut Scratch,
        path: &EvidencePath,
        stored: Option<&str>,
        opened: sys::Opened,
        is_device: bool,
    ) -> Result<Option<Examined>, CopyError> {
        let stat_failed = |errno: Errno| CopyError::Source { path: path.shown(), source: errno.into() };
        let mut before = sys::status(&opened.fd).map_err(stat_failed)?;
        if is_device && before.kind == Kind::Block {
            before.size = rustix::fs::seek(&opened.fd, rustix::fs::SeekFrom::End(0)).map_err(stat_failed)?;
        } else if before.kind != Kind::File {
            return Ok(None);
        }
        let copy = match &self.payload {
            Payload::Copy(to) => Some(to.create(copy::place(path, stored))?),
            Payload::Detached => None,
        };
        let mut pass;
        let mut attempt = 0;
        let changed = loop {
            attempt += 1;
            let clone = copy.as_ref().filter(|copy| !is_device && self.clone_file(&opened.fd, copy));
            let plan = Plan {
                size: before.size,
                is_sparse: !is_device && before.allocated < before.size,
                algorithms: self.algorithms,
                // A clone has the bytes already, and is what is hashed.
                copy: copy.as_ref().filter(|_| clone.is_none()),
                observer: self.observer,
                stop: self.stop,
            };
            let read_from = clone.map_or(opened.fd.as_fd(), AsFd::as_fd);
            pass = read::pass(read_from, &plan, &mut scratch.buffer).map_err(|ended| match ended {
                Ended::Stopped => CopyError::Stopped,
                Ended::Copy(source) => CopyError::Write { place: copy::place(path, stored).to_owned(), source },
            })?;
            if let (Some(clone), false, Payload::Copy(to)) = (clone, pass.unreadable.is_empty(), &self.payload) {
                // A clone shares the places that cannot be read; a copy has zeros there.
                to.stop_cloning();
                self.empty(clone, path, stored)?;
                attempt -= 1;
                continue;
            }
            if is_device {
                break false;
            }
            let after = sys::status(&opened.fd).map_err(stat_failed)?;
            if !before.differs(&after) {
                // Some file systems state no size at all; such content cannot be sealed by its size.
                break before.size == 0 && read::has_byte_at(&opened.fd, 0);
            }
            if attempt == ATTEMPTS {
                break true;
            }
            before = Status { metadata: Metadata { atime: before.metadata.atime, ..after.metadata }, ..after };
            if let Some(copy) = &copy {
                self.empty(copy, path, stored)?;
            }
        };
        let mut unreadable = pass.unreadable;
        if changed {
            unreadable.insert(0, Unreadable { range: Range { offset: 0, length: 0 }, errno: CHANGED.to_owned() });
        }
        let salt = scratch.random()?;
        let group = self.link_groups.group(before.id, before.links, scratch.random()?);
        let entry = Entry {
            path: path.clone(),
            stored: stored.map(str::to_owned),
            kind: Kind::File,
            content: Some(Content {
                size: pass.digests.size,
                digests: pass.digests.content,
                extra: pass.digests.extra,
            }),
            declared: Vec::new(),
            // A device node's times and owner are the examining machine's, not the evidence's.
            metadata: if is_device { Metadata::default() } else { before.metadata },
            target: None,
            link_group: group.filter(|_| !is_device),
            xattrs: if is_device { Vec::new() } else { xattr::read(&opened.fd) },
            holes: pass.holes,
            unreadable,
            salt,
        };
        Ok(Some(Examined {
            entry,
            groups: pass.digests.groups,
            id: before.id,
            keeps_atime: opened.keeps_atime,
            is_reused: false,
        }))
    }

    fn clone_file(&self, source: &OwnedFd, copy: &File) -> bool {
        match &self.payload {
            Payload::Copy(to) => to.clone_file(source, copy),
            Payload::Detached => false,
        }
    }

    /// Takes back what was copied, to copy again.
    fn empty(&self, copy: &File, path: &EvidencePath, stored: Option<&str>) -> Result<(), CopyError> {
        copy.set_len(0).map_err(|source| CopyError::Write { place: copy::place(path, stored).to_owned(), source })
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
        Ok(Examined { entry, groups: Vec::new(), id, keeps_atime: seen.keeps_atime, is_reused: false })
    }

    /// Takes an earlier run's result for a file that is unchanged and whose copy is whole.
    fn reuse(
        &self,
        scratch: &mut Scratch,
        path: &EvidencePath,
        stored: Option<&str>,
        dir: &Directory,
        name: &[u8],
        known: Option<Reuse>,
    ) -> Result<Option<Examined>, CopyError> {
        let Some(Reuse { id, entry, groups }) = known else { return Ok(None) };
        let (Some(content), Ok(now)) = (&entry.content, sys::status_at(dir, name)) else { return Ok(None) };
        let then = &entry.metadata;
        let is_same = now.kind == Kind::File
            && now.id == id
            && now.size == content.size
            && now.metadata.mtime == then.mtime
            && now.metadata.ctime == then.ctime
            && then.mtime.is_some()
            && entry.path == *path
            && entry.stored.as_deref() == stored;
        if !is_same {
            return Ok(None);
        }
        if let Payload::Copy(to) = &self.payload
            && !to.holds(copy::place(path, stored), content, &mut scratch.buffer)?
        {
            return Ok(None);
        }
        self.observer.bytes(content.size);
        if let Some(group) = entry.link_group {
            self.link_groups.adopt(id, group, now.links);
        }
        Ok(Some(Examined { entry, groups, id, keeps_atime: true, is_reused: true }))
    }
}
