//! Hard links of one file, joined again without remembering a single path.
//!
//! The first file of each group gets a second name in a directory that lies in the target while the work lasts. The
//! name is the group and what all of its files must agree in.

use std::io;
use std::os::fd::OwnedFd;

use rustix::fs::{AtFlags, Dir, Mode, OFlags};
use rustix::io::Errno;
use sealbag_manifest::digest::hex;
use sealbag_manifest::entry::Entry;

use super::target::temporary_name;

/// The directory of second names; made when the first group is met.
#[derive(Default)]
pub(super) struct HardLinks {
    place: Option<(OwnedFd, String)>,
}

impl HardLinks {
    /// Joins a file that was just written to the first one of its group.
    ///
    /// An error costs nothing but room: the file is there as a copy.
    pub(super) fn join(&mut self, root: &OwnedFd, dir: &OwnedFd, entry: &Entry) -> io::Result<()> {
        let Some(group) = entry.link_group else { return Ok(()) };
        let (name, own) = (second_name(group, entry), entry.path.name());
        let place = self.place(root)?;
        let aside = temporary_name()?;
        match rustix::fs::linkat(place, name.as_str(), dir, aside.as_str(), AtFlags::empty()) {
            Ok(()) => Ok(rustix::fs::renameat(dir, aside.as_str(), dir, own)?),
            Err(Errno::NOENT) => Ok(rustix::fs::linkat(dir, own, place, name.as_str(), AtFlags::empty())?),
            Err(errno) => Err(errno.into()),
        }
    }

    fn place(&mut self, root: &OwnedFd) -> io::Result<&OwnedFd> {
        if self.place.is_none() {
            let name = temporary_name()?;
            rustix::fs::mkdirat(root, name.as_str(), Mode::RWXU)?;
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            self.place = Some((rustix::fs::openat(root, name.as_str(), flags, Mode::empty())?, name));
        }
        self.place.as_ref().map(|(fd, _)| fd).ok_or_else(|| Errno::BADF.into())
    }

    /// Removes the second names.
    ///
    /// # Errors
    /// If the directory cannot be listed or removed; the name says what is left.
    pub(super) fn remove(self, root: &OwnedFd) -> Result<(), (String, io::Error)> {
        let Some((fd, name)) = self.place else { return Ok(()) };
        let removed = clear(&fd).and_then(|()| rustix::fs::unlinkat(root, name.as_str(), AtFlags::REMOVEDIR));
        removed.map_err(|errno| (name, errno.into()))
    }
}

fn clear(fd: &OwnedFd) -> Result<(), Errno> {
    for entry in Dir::read_from(fd)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_bytes() != b"." && name.to_bytes() != b".." {
            rustix::fs::unlinkat(fd, name, AtFlags::empty())?;
        }
    }
    Ok(())
}

/// A file may have changed between its names, and a list may lie: only files that agree in all of this are one.
fn second_name(group: [u8; 16], entry: &Entry) -> String {
    let metadata = &entry.metadata;
    let agreed = format!("{:?}", (&entry.content, metadata.mtime, metadata.mode, metadata.uid, metadata.gid));
    format!("{}-{}", hex(&group), blake3::hash(agreed.as_bytes()).to_hex())
}
