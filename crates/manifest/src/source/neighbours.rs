//! What lies beside a found file and is sealed with it: for files that only make sense together.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

use rustix::io::Errno;

use super::directory::Directory;
use super::open::{Handle, Source};
use super::sys::{self, FileId, Status};
use super::walk::{Found, What};
use crate::entry::Kind;

/// The files beside one found file. Opened with the same care as the evidence itself.
pub struct Neighbours<'s> {
    source: &'s Source,
    /// `None` if the file was named by the caller: then only what the caller named too is sealed beside it.
    dir: Option<Arc<Directory>>,
}

/// What tells whether a file is still the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileState {
    /// The object.
    pub id: FileId,
    /// Bytes.
    pub size: u64,
    /// Times of the last change of content and metadata.
    pub times: [(i64, u32); 2],
}

/// An open regular file.
pub struct Neighbour {
    file: File,
    size: u64,
}

impl Source {
    /// What lies beside something that the walk found; `None` for what is no file.
    pub fn beside(&self, found: &Found) -> Option<Neighbours<'_>> {
        let What::Member { dir, is_device: false, .. } = &found.what else { return None };
        let is_named = self.named(found.path.as_bytes()).is_some();
        Some(Neighbours { source: self, dir: (!is_named).then(|| Arc::clone(dir)) })
    }

    /// The place of a file that the caller named.
    fn named(&self, path: &[u8]) -> Option<(&Arc<Directory>, &[u8])> {
        self.roots.iter().find_map(|root| match (&root.handle, &root.name) {
            (Handle::Member { parent, name, is_device: false }, Some(at)) if at.as_bytes() == path => {
                Some((parent, name.as_slice()))
            }
            _ => None,
        })
    }
}

impl Neighbours<'_> {
    /// Opens a regular file; `None` if nothing of that name is sealed, or something else than a file.
    ///
    /// # Errors
    /// It is there and cannot be opened.
    pub fn open(&self, name: &[u8]) -> io::Result<Option<Neighbour>> {
        let Some((dir, name)) = self.place(name) else { return Ok(None) };
        let fd = match sys::open_file(dir, name) {
            Ok(opened) => opened.fd,
            // A link is not followed, and what it points to is not sealed by it.
            Err(Errno::NOENT | Errno::LOOP | Errno::NXIO) => return Ok(None),
            Err(errno) => return Err(errno.into()),
        };
        let status = sys::status(&fd)?;
        Ok((status.kind == Kind::File).then(|| Neighbour { file: File::from(fd), size: status.size }))
    }

    /// The state of a regular file; `None` if there is none.
    pub fn state(&self, name: &[u8]) -> Option<FileState> {
        let (dir, name) = self.place(name)?;
        let Status { kind, id, size, stamp, .. } = sys::status_at(dir, name).ok()?;
        (kind == Kind::File).then_some(FileState { id, size, times: stamp })
    }

    fn place<'a>(&'a self, name: &'a [u8]) -> Option<(&'a Arc<Directory>, &'a [u8])> {
        match &self.dir {
            Some(dir) => Some((dir, name)),
            None => self.source.named(name),
        }
    }
}

impl Neighbour {
    /// Bytes, when it was opened.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Reads from an offset.
    ///
    /// # Errors
    /// As reading any file.
    pub fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        self.file.read_at(buffer, offset)
    }
}
