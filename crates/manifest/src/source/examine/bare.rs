//! Entries of what has no bytes, or none that can be read.

use super::{CopyError, Examined, Examiner, Payload, Scratch, Seen, copy};
use crate::entry::{Content, Entry, Kind, Range, Unreadable};
use crate::hash::FileHasher;
use crate::path::EvidencePath;
use crate::source::directory::Directory;
use crate::source::sys::{self, FileId, Status};
use crate::source::xattr;

impl Examiner<'_> {
    /// Reads a link's target. `None` if it is no link any more.
    pub(super) fn symlink(
        &self,
        scratch: &mut Scratch,
        path: &EvidencePath,
        dir: &Directory,
        name: &[u8],
        status: Status,
    ) -> Result<Option<Box<Examined>>, CopyError> {
        let Ok(target) = rustix::fs::readlinkat(dir, name, Vec::new()) else { return Ok(None) };
        // Reading a link touches its access time on most file systems, and nothing lets us avoid that; so it is told.
        let after = sys::status_at(dir, name).ok();
        let keeps_atime = after.is_some_and(|after| after.metadata.atime == status.metadata.atime);
        let seen = Seen { status: Some(status), xattrs: xattr::read_at(dir, name), keeps_atime };
        let mut examined = self.bare(scratch, path, Kind::Symlink, seen, None)?;
        examined.entry.target = Some(target.into_bytes());
        Ok(Some(examined))
    }

    /// A file whose bytes cannot be had at all: they are taken as zeros, and the entry says so.
    pub(super) fn file_without_bytes(
        &self,
        scratch: &mut Scratch,
        path: &EvidencePath,
        stored: Option<&str>,
        seen: Seen,
        trouble: String,
    ) -> Result<Box<Examined>, CopyError> {
        let kind = seen.status.as_ref().map_or(Kind::File, |status| status.kind);
        if kind != Kind::File {
            return self.bare(scratch, path, kind, seen, Some(trouble));
        }
        let size = seen.status.as_ref().map_or(0, |status| status.size);
        if let Payload::Copy(to) = &self.payload {
            let place = copy::place(path, stored);
            let copy = to.create(place)?;
            copy.set_len(size).map_err(|source| CopyError::Write { place: place.to_owned(), source })?;
        }
        let mut hasher = FileHasher::with(self.algorithms);
        hasher.update_zeros(size);
        let digests = hasher.finish();
        let mut examined = self.bare(scratch, path, Kind::File, seen, Some(trouble))?;
        examined.entry.stored = stored.map(str::to_owned);
        examined.entry.content = Some(Content { size, digests: digests.content, extra: digests.extra });
        examined.entry.unreadable.iter_mut().for_each(|all| all.range.length = size);
        examined.groups = digests.groups;
        Ok(examined)
    }

    /// An entry without bytes.
    pub(super) fn bare(
        &self,
        scratch: &mut Scratch,
        path: &EvidencePath,
        kind: Kind,
        seen: Seen,
        trouble: Option<String>,
    ) -> Result<Box<Examined>, CopyError> {
        let salt = scratch.random()?;
        let status = seen.status;
        let id = status.as_ref().map_or(FileId { dev: 0, ino: 0 }, |status| status.id);
        let link_group = match &status {
            Some(status) if kind != Kind::Dir => self.link_groups.group(id, status.metadata.btime, status.links),
            _ => None,
        };
        let unreadable =
            trouble.into_iter().map(|errno| Unreadable { range: Range { offset: 0, length: 0 }, errno }).collect();
        let entry = Entry {
            path: path.clone(),
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
        Ok(Box::new(Examined { entry, groups: Vec::new(), id, device: None, keeps_atime, is_reused: false }))
    }
}
