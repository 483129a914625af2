//! What an earlier, interrupted run knew of a file: whether it still holds, and where to go on.

use std::io;

use super::{CopyError, Examined, Examiner, Payload, Reuse, Scratch, copy};
use crate::chunks::LARGE_FILE;
use crate::entry::{CHANGED, FileTime, Kind};
use crate::path::EvidencePath;
use crate::source::device::DeviceId;
use crate::source::directory::Directory;
use crate::source::earlier::{Before, Marks};
use crate::source::sys::{self, FileId, Status};

/// Which content a file had: equal only for the same object that nobody changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Which object; not compared for a device, whose node is made anew at every start of the system.
    pub id: FileId,
    /// Number of bytes.
    pub size: u64,
    /// Time of the last change of the content.
    pub mtime: Option<FileTime>,
    /// Time of the last change of the metadata.
    pub ctime: Option<FileTime>,
    /// Which device.
    pub device: Option<DeviceId>,
}

impl State {
    pub(super) fn of(status: &Status, device: Option<DeviceId>) -> Self {
        let Status { id, size, ref metadata, .. } = *status;
        Self { id, size, mtime: metadata.mtime, ctime: metadata.ctime, device }
    }

    /// True if a later look found the same.
    pub fn is_same(&self, later: &Self) -> bool {
        match (&self.device, &later.device) {
            (Some(then), Some(now)) => self.size == later.size && then.is_same(now),
            (None, None) => self == later && self.mtime.is_some(),
            _ => false,
        }
    }
}

/// A file that an earlier run was not done with.
#[derive(Clone, Debug)]
pub struct Begun {
    /// What it was then.
    pub state: State,
    /// What its copy has.
    pub before: Before,
}

/// Remembers how far the copies of large files are. Called from many threads, for each path by one.
pub trait Progress: Sync {
    /// How far an earlier run was with a file.
    fn begun(&self, path: &EvidencePath) -> Option<Begun>;

    /// Begins to note how far this run is, behind what was known if it `goes_on` from there.
    ///
    /// # Errors
    /// If it cannot be noted.
    fn begin<'p>(&'p self, path: &EvidencePath, state: &State, goes_on: bool) -> io::Result<Box<dyn Marks + 'p>>;
}

/// One name, and where it lies.
pub(super) struct Place<'a> {
    pub(super) path: &'a EvidencePath,
    pub(super) stored: Option<&'a str>,
    pub(super) dir: &'a Directory,
    pub(super) name: &'a [u8],
    pub(super) is_device: bool,
}

/// What an earlier run's result is good for.
pub(super) enum Again {
    /// It stands.
    Stands(Box<Examined>),
    /// Some of it stands.
    GoesOn(Begun),
    /// Nothing.
    Anew,
}

impl Examiner<'_> {
    /// Takes an earlier run's result for a file that is unchanged and whose copy is whole. Nothing of the source is read.
    pub(super) fn reuse(
        &self,
        scratch: &mut Scratch,
        at: &Place<'_>,
        known: Option<Box<Reuse>>,
    ) -> Result<Again, CopyError> {
        let Some(known) = known else { return Ok(Again::Anew) };
        let Reuse { id, device, tries_again, entry, groups } = *known;
        let (Some(content), Some(now)) = (&entry.content, look(at)) else { return Ok(Again::Anew) };
        let (mtime, ctime) = (entry.metadata.mtime, entry.metadata.ctime);
        let then = State { id, size: content.size, mtime, ctime, device };
        if !then.is_same(&now) {
            if at.is_device {
                self.observer.other_device(&at.path.shown());
            }
            return Ok(Again::Anew);
        }
        if entry.path != *at.path || entry.stored.as_deref() != at.stored {
            return Ok(Again::Anew);
        }
        let place = copy::place(at.path, at.stored);
        if tries_again {
            let is_part =
                |place: &crate::entry::Unreadable| place.errno != CHANGED && place.range.length < content.size;
            let (Payload::Copy(to), true) = (&self.payload, entry.unreadable.iter().all(is_part)) else {
                return Ok(Again::Anew);
            };
            let groups = match content.size > LARGE_FILE {
                true => Some(groups),
                false if to.holds(place, content, scratch)? => None,
                false => return Ok(Again::Anew),
            };
            let (complete, unreadable) = (content.size, entry.unreadable);
            return Ok(Again::GoesOn(Begun {
                state: then,
                before: Before { complete, groups, unreadable, tries_again },
            }));
        }
        if let Payload::Copy(to) = &self.payload
            && !to.holds(place, content, scratch)?
        {
            return Ok(Again::Anew);
        }
        self.observer.bytes(content.size);
        Ok(Again::Stands(Box::new(Examined { entry, groups, id, device, keeps_atime: true, is_reused: true })))
    }
}

/// What lies there now.
fn look(at: &Place<'_>) -> Option<State> {
    if !at.is_device {
        let now = sys::status_at(at.dir, at.name).ok()?;
        return (now.kind == Kind::File).then(|| State::of(&now, None));
    }
    let opened = sys::open_file(at.dir, at.name).ok()?;
    let (now, device) = sys::device_status(&opened.fd).ok()?;
    Some(State::of(&now, Some(device?)))
}
