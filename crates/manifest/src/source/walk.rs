//! Descent by directory handles, in the order of the sealed list, without recursion.

mod frame;
#[cfg(test)]
mod tests;

use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustix::fs::FileType;
use rustix::io::Errno;

use self::frame::{Frame, twins};
use super::directory::Directory;
use super::open::{Handle, Source};
use super::sys::{self, FileId, Status, errno_name};
use super::xattr;
use crate::entry::{CHANGED, Xattr};
use crate::listing::Listing;
use crate::path::EvidencePath;
use crate::stored;

/// Directories on the way down that stay open; those above are opened again when the walk comes back.
const KEPT_OPEN: usize = 64;

/// One name that the walk met.
pub struct Found {
    /// Where it stands in the evidence.
    pub path: EvidencePath,
    /// Where a file's bytes go below `data/`, if not to `path`.
    pub stored: Option<String>,
    /// How to look at it.
    pub what: What,
}

impl Found {
    /// How many ordinary entries this one weighs in memory: long paths stand in it, in its line and in the bag's name.
    pub fn weight(&self) -> usize {
        1 + self.path.as_bytes().len() / 4096
    }
}

/// How to look at what was found.
pub enum What {
    /// Anything but a directory, by its parent.
    Member {
        /// Where it lies.
        dir: Arc<Directory>,
        /// Its name there, if that is not the last component of its path.
        name: Option<Vec<u8>>,
        /// What the directory says it is; may be unknown.
        hint: FileType,
        /// True if a block device may be read as one stream.
        is_device: bool,
    },
    /// A directory, looked at by the walk itself.
    Dir {
        /// What the file system says, if it says anything.
        status: Option<Box<Status>>,
        /// Extended attributes.
        xattrs: Vec<Xattr>,
        /// Why it cannot be listed whole.
        trouble: Option<String>,
        /// False if listing it may have touched its access time.
        keeps_atime: bool,
    },
    /// Something whose directory is gone.
    Lost,
}

impl Source {
    /// Walks everything. `emit` says whether to go on.
    ///
    /// What cannot be listed is emitted with its trouble. Only the one directory that has no line of its own, the source
    /// itself, is an error here.
    pub fn walk(&self, emit: &mut dyn FnMut(Found) -> bool) -> Result<(), std::io::Error> {
        let root_names: Vec<&[u8]> =
            self.roots.iter().map(|root| root.name.as_ref().map_or(&b""[..], EvidencePath::as_bytes)).collect();
        let twins = stored::colliding(&root_names);
        for (root, is_twin) in self.roots.iter().zip(twins) {
            let mut walk =
                Walk { source: self, path: Vec::new(), stored: String::new(), frames: Vec::new(), emit, failed: None };
            if let Some(name) = &root.name {
                walk.path.extend_from_slice(name.as_bytes());
                walk.stored.push_str(&stored::stored_component(name.as_bytes(), is_twin));
            }
            let go_on = match &root.handle {
                Handle::Tree(dir) => walk.tree(dir, root.name.is_some()),
                Handle::Member { parent, name, is_device } => {
                    let hint = if *is_device { FileType::BlockDevice } else { FileType::RegularFile };
                    walk.member(parent.clone(), Some(name.clone()), hint, *is_device)
                }
            };
            if let Some(errno) = walk.failed {
                return Err(errno.into());
            }
            if !go_on {
                break;
            }
        }
        Ok(())
    }
}

impl Source {
    /// Counts entries and bytes without reading any file, to say how much there is to do; `None` if `stop` became true.
    pub fn totals(&self, stop: &AtomicBool) -> Option<(u64, u64)> {
        let (mut entries, mut bytes) = (0, 0);
        let walked = self.walk(&mut |found| {
            entries += 1;
            if let What::Member { dir, name, hint: FileType::RegularFile, .. } = &found.what {
                let name = name.as_deref().unwrap_or(found.path.name());
                bytes += sys::status_at(dir, name).map_or(0, |status| status.size);
            }
            !stop.load(Ordering::Relaxed)
        });
        (walked.is_ok() && !stop.load(Ordering::Relaxed)).then_some((entries, bytes))
    }
}

struct Walk<'a> {
    source: &'a Source,
    /// Path of what is being looked at.
    path: Vec<u8>,
    /// The same in stored components.
    stored: String,
    frames: Vec<Frame>,
    emit: &'a mut dyn FnMut(Found) -> bool,
    /// Why the source itself cannot be listed.
    failed: Option<Errno>,
}

impl Walk<'_> {
    fn tree(&mut self, root: &Arc<Directory>, is_listed: bool) -> bool {
        let status = sys::status(root);
        // A handle of its own: the caller's keeps its place, should the same source be walked again.
        let opened = sys::open_dir(root, b".");
        let (dir, keeps_atime) = match opened {
            Ok(opened) => (Directory::new(opened.fd, &self.source.gate), opened.keeps_atime),
            Err(errno) if is_listed => return self.unlistable(status.ok(), errno),
            Err(errno) => {
                self.failed = Some(errno);
                return false;
            }
        };
        if !self.enter(dir, status, keeps_atime, is_listed) {
            return false;
        }
        while let Some(frame) = self.frames.last_mut() {
            self.path.truncate(frame.path_length);
            self.stored.truncate(frame.stored_length);
            if frame.next == frame.names.len() {
                if !frame.names.has_more() {
                    self.leave();
                } else if let Err(errno) = frame.go_on(self.source.window) {
                    self.failed = Some(errno);
                    return false;
                }
                continue;
            }
            let at = frame.next;
            frame.next += 1;
            if !self.visit(at) {
                return false;
            }
        }
        true
    }

    /// Looks at the name `at` of the innermost directory.
    fn visit(&mut self, at: usize) -> bool {
        let Some(frame) = self.frames.last() else { return true };
        let hint = frame.names.kind(at);
        if !self.path.is_empty() {
            self.path.push(b'/');
            self.stored.push('/');
        }
        let name = self.path.len()..;
        self.path.extend_from_slice(frame.names.name(at));
        self.stored.push_str(&stored::stored_component(&self.path[name.clone()], frame.twins[at]));
        let Some(dir) = frame.dir.clone() else { return self.send(What::Lost) };

        let name = &self.path[name];
        let is_dir = match hint {
            FileType::Directory => true,
            FileType::Unknown => sys::status_at(&dir, name).is_ok_and(|status| status.kind == crate::entry::Kind::Dir),
            _ => false,
        };
        if !is_dir {
            return self.member(dir, None, hint, false);
        }
        let before = sys::status_at(&dir, name);
        match sys::open_dir(&dir, name) {
            Ok(opened) => {
                let status = sys::status(&opened.fd);
                self.enter(Directory::new(opened.fd, &self.source.gate), status, opened.keeps_atime, true)
            }
            // No directory any more: whatever took its place is looked at, not followed.
            Err(Errno::NOTDIR | Errno::LOOP) => self.member(dir, None, FileType::Unknown, false),
            Err(errno) => self.unlistable(before.ok(), errno),
        }
    }

    fn enter(
        &mut self,
        dir: Arc<Directory>,
        status: Result<Status, Errno>,
        keeps_atime: bool,
        is_listed: bool,
    ) -> bool {
        if self.frames.iter().map(|frame| frame.names.weight()).sum::<usize>() > self.source.window {
            self.frames.iter_mut().for_each(Frame::cut_short);
        }
        let (names, outcome) = Listing::read(&dir, None, self.source.window);
        let trouble = outcome.err();
        let id = status.as_ref().map_or(FileId { dev: 0, ino: 0 }, |status| status.id);
        if is_listed {
            let what = What::Dir {
                status: status.ok().map(Box::new),
                xattrs: xattr::read(&dir),
                trouble: trouble.map(errno_name),
                keeps_atime,
            };
            if !self.send(what) {
                return false;
            }
        } else if let Some(errno) = trouble {
            self.failed = Some(errno);
            return false;
        }
        let (twins, compared) = twins(&dir, &names);
        if let (Err(errno), None) = (compared, trouble) {
            self.failed = Some(errno);
            return false;
        }
        self.frames.push(Frame {
            dir: Some(dir),
            id,
            names,
            trouble,
            twins,
            next: 0,
            path_length: self.path.len(),
            stored_length: self.stored.len(),
        });
        // The outermost stays open: every way back can be found from it.
        if let Some(far) = self.frames.len().checked_sub(KEPT_OPEN + 1).filter(|&far| far > 0) {
            self.frames[far].dir = None;
        }
        true
    }

    fn leave(&mut self) {
        let Some(done) = self.frames.pop() else { return };
        let Some(parent) = self.frames.last() else { return };
        if parent.dir.is_some() {
            return;
        }
        let reopened = done.dir.and_then(|dir| self.reopen_above(&dir)).or_else(|| self.reopen_from_the_top());
        let gate = &self.source.gate;
        if let (Some(parent), Some(fd)) = (self.frames.last_mut(), reopened) {
            parent.dir = Some(Directory::new(fd, gate));
        }
    }

    fn reopen_above(&self, below: impl AsFd) -> Option<std::os::fd::OwnedFd> {
        let parent = self.frames.last()?;
        let opened = sys::open_dir(below, b"..").ok()?;
        (sys::status(&opened.fd).ok()?.id == parent.id).then_some(opened.fd)
    }

    /// Only needed when a directory was moved meanwhile.
    fn reopen_from_the_top(&self) -> Option<std::os::fd::OwnedFd> {
        let (top, parent) = (self.frames.first()?, self.frames.last()?);
        let mut fd = sys::open_dir(top.dir.as_ref()?, b".").ok()?.fd;
        let below = self.path.get(top.path_length..parent.path_length)?;
        for name in below.split(|&byte| byte == b'/').filter(|name| !name.is_empty()) {
            fd = sys::open_dir(&fd, name).ok()?.fd;
        }
        (sys::status(&fd).ok()?.id == parent.id).then_some(fd)
    }

    fn unlistable(&mut self, status: Option<Status>, errno: Errno) -> bool {
        self.send(What::Dir {
            status: status.map(Box::new),
            xattrs: Vec::new(),
            trouble: Some(errno_name(errno)),
            keeps_atime: true,
        })
    }

    fn member(&mut self, dir: Arc<Directory>, name: Option<Vec<u8>>, hint: FileType, is_device: bool) -> bool {
        self.send(What::Member { dir, name, hint, is_device })
    }

    fn send(&mut self, what: What) -> bool {
        let Ok(path) = EvidencePath::new(self.path.clone()) else {
            // The file system gave a name that cannot be one; nothing below it can be listed either.
            return true;
        };
        let whole = stored::stored_path(&self.stored, &path);
        let stored = (path.text() != Some(&*whole)).then(|| whole.into_owned());
        (self.emit)(Found { path, stored, what })
    }
}

impl What {
    /// The error name of something whose directory is gone.
    pub(super) const LOST: &'static str = CHANGED;
}
