//! Reading one regular file: cloned or copied, hashed in the same pass, looked at before and after.

use std::fs::File;
use std::os::fd::AsFd;

use rustix::io::Errno;

use super::again::Place;
use super::{Begun, CopyError, Examined, Examiner, Met, Payload, Scratch, State, copy};
use crate::entry::{CHANGED, Entry, Kind, Metadata, Range, Unreadable};
use crate::hash::Together;
use crate::path::EvidencePath;
use crate::source::earlier::{Before, MARK_EVERY, Marks};
use crate::source::hashing::Hashing;
use crate::source::read::{self, Plan};
use crate::source::sys::{self, Status};
use crate::source::xattr;

/// Where the bytes of one file go.
struct Going<'g> {
    copy: Option<File>,
    earlier: Option<Before>,
    marks: Option<Box<dyn Marks + 'g>>,
}

/// How often a file that changes while it is read is read again before the entry says so.
const ATTEMPTS: usize = 3;

impl Examiner<'_> {
    /// Reads an open file. `None` if it is no regular file any more.
    pub(super) async fn regular(
        &self,
        scratch: &mut Scratch,
        at: &Place<'_>,
        opened: sys::Opened,
        begun: Option<Begun>,
        hashing: &mut Hashing<'_>,
    ) -> Result<Option<Met>, CopyError> {
        let Place { path, stored, is_device, .. } = *at;
        let stat_failed = |errno: Errno| CopyError::Source { path: path.shown(), source: errno.into() };
        let mut before = sys::status(&opened.fd).map_err(stat_failed)?;
        let mut device = None;
        if is_device && before.kind == Kind::Block {
            (before, device) = sys::device_status(&opened.fd).map_err(stat_failed)?;
        } else if before.kind != Kind::File {
            return Ok(None);
        }
        let is_device = before.kind == Kind::Block;
        if matches!(hashing, Hashing::Together(_)) && (is_device || before.size > Together::SMALL) {
            return Ok(Some(Met::Large));
        }
        let place = copy::place(path, stored);
        let state = State::of(&before, device);
        let Going { copy, earlier, marks } = self.going(path, place, &state, begun)?;
        let mut earlier = earlier.as_ref();
        let mut pass;
        let mut attempt = 0;
        let changed = loop {
            attempt += 1;
            let plan = Plan {
                size: before.size,
                is_device,
                is_sparse: !is_device && before.allocated < before.size,
                algorithms: self.algorithms,
                copy: copy.as_ref(),
                before: earlier.take(),
                // A file that changes is read again from its start.
                marks: marks.as_deref().filter(|_| attempt == 1),
                observer: self.observer,
                stop: self.stop,
            };
            let passed = match (&self.payload, &copy) {
                (Payload::Copy(to), Some(copy)) if !is_device => to.fill(copy, opened.fd.as_fd(), plan, hashing).await,
                _ => read::pass(opened.fd.as_fd(), &plan, hashing).await,
            };
            pass = passed.map_err(|ended| ended.at(place))?;
            if is_device {
                // A device that was exchanged or cut while it was read has another size now, or bytes behind its end.
                let now = sys::device_status(&opened.fd).map_err(stat_failed)?.0;
                break now.size != before.size || read::has_byte_at(&opened.fd, before.size);
            }
            let after = sys::status(&opened.fd).map_err(stat_failed)?;
            if !before.differs(&after) {
                // Some file systems state no size, or one that is too small; such content cannot be sealed by its size.
                break pass.is_longer.unwrap_or_else(|| read::has_byte_at(&opened.fd, before.size));
            }
            if attempt == ATTEMPTS {
                break true;
            }
            hashing.forget_last();
            if matches!(hashing, Hashing::Together(_)) && after.size > Together::SMALL {
                // It grew out of what is kept in memory.
                if let (Payload::Copy(to), Some(_)) = (&self.payload, &copy) {
                    to.remove(place)?;
                }
                return Ok(Some(Met::Large));
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
        let group = self.link_groups.group(before.id, before.metadata.btime, before.links);
        let entry = Entry {
            path: path.clone(),
            stored: stored.map(str::to_owned),
            kind: Kind::File,
            content: None,
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
        let keeps_atime = opened.keeps_atime;
        let mut examined =
            Box::new(Examined { entry, groups: Vec::new(), id: before.id, device, keeps_atime, is_reused: false });
        Ok(Some(match pass.digests {
            Some(digests) => {
                examined.set(digests);
                Met::Done(examined)
            }
            None => Met::Kept(examined),
        }))
    }

    /// Where the bytes go: into a copy that an earlier run began and that can be gone on with, or into a new one.
    fn going<'g>(
        &'g self,
        path: &EvidencePath,
        place: &str,
        state: &State,
        begun: Option<Begun>,
    ) -> Result<Going<'g>, CopyError> {
        let Payload::Copy(to) = &self.payload else {
            return Ok(Going { copy: None, earlier: None, marks: None });
        };
        let begun = begun.or_else(|| self.progress.and_then(|progress| progress.begun(path)));
        let is_same = begun.as_ref().is_some_and(|begun| begun.state.is_same(state));
        if begun.is_some() && !is_same && state.device.is_some() {
            self.observer.other_device(&path.shown());
        }
        let (copy, earlier) =
            match begun.filter(|_| is_same).and_then(|begun| Some((to.open_old(place)?, begun.before))) {
                Some((copy, before)) => (copy, Some(before)),
                None => (to.create(place)?, None),
            };
        let marks = match self.progress.filter(|_| state.size > MARK_EVERY) {
            Some(progress) => Some(
                progress
                    .begin(path, state, earlier.is_some())
                    .map_err(|source| CopyError::Mark { place: place.to_owned(), source })?,
            ),
            None => None,
        };
        Ok(Going { copy: Some(copy), earlier, marks })
    }

    /// Takes back what was copied, to copy again.
    fn empty(&self, copy: &File, path: &EvidencePath, stored: Option<&str>) -> Result<(), CopyError> {
        copy.set_len(0).map_err(|source| CopyError::Write { place: copy::place(path, stored).to_owned(), source })
    }
}
