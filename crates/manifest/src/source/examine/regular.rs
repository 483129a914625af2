//! Reading one regular file: cloned or copied, hashed in the same pass, looked at before and after.

use std::fs::File;

use rustix::io::Errno;

use super::{CopyError, Examined, Examiner, Payload, Scratch, copy};
use crate::entry::{CHANGED, Content, Entry, Kind, Metadata, Range, Unreadable};
use crate::path::EvidencePath;
use crate::source::read::{self, Plan};
use crate::source::sys::{self, Status};
use crate::source::xattr;

/// How often a file that changes while it is read is read again before the entry says so.
const ATTEMPTS: usize = 3;

impl Examiner<'_> {
    /// Reads an open file. `None` if it is no regular file any more.
    pub(super) fn regular(
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
            let plan = Plan {
                size: before.size,
                is_sparse: !is_device && before.allocated < before.size,
                algorithms: self.algorithms,
                copy: copy.as_ref(),
                observer: self.observer,
                stop: self.stop,
            };
            let buffer = &mut scratch.buffer;
            let passed = match (&self.payload, &copy) {
                (Payload::Copy(to), Some(copy)) if !is_device => to.fill(copy, &opened.fd, plan, buffer),
                _ => read::pass(&opened.fd, &plan, buffer),
            };
            pass = passed.map_err(|ended| ended.at(copy::place(path, stored)))?;
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

    /// Takes back what was copied, to copy again.
    fn empty(&self, copy: &File, path: &EvidencePath, stored: Option<&str>) -> Result<(), CopyError> {
        copy.set_len(0).map_err(|source| CopyError::Write { place: copy::place(path, stored).to_owned(), source })
    }
}
