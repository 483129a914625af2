//! Hard links of one file, joined again without remembering a single path.
//!
//! The first file of each group gets a second name in a directory that lies in the target while the work lasts. The
//! name is the group and what all of its files must agree in.

use std::io;
use std::os::fd::OwnedFd;

use rustix::fs::{AtFlags, Dir, Mode, Stat};
use rustix::io::Errno;
use sealbag_manifest::digest::hex;
use sealbag_manifest::entry::Entry;

use super::target::{DIRECTORY, temporary_name};

/// The directory of second names; made when the first group is met.
#[derive(Default)]
pub(super) struct HardLinks {
    place: Option<(OwnedFd, String)>,
}

impl HardLinks {
    /// Joins a file that was just written to the first one of its group.
    ///
    /// # Errors
    /// If the system fails; the file is there as a copy. A file system without hard links is no error.
    pub(super) fn join(&mut self, root: &OwnedFd, dir: &OwnedFd, entry: &Entry) -> io::Result<()> {
        let Some(group) = entry.link_group else { return Ok(()) };
        let (name, own) = (second_name(group, entry), entry.path.name());
        let place = self.place(root)?;
        let joined = match rustix::fs::statat(place, name.as_str(), AtFlags::SYMLINK_NOFOLLOW) {
            Ok(first) => replace_by_link(place, &name, &first, dir, own),
            Err(Errno::NOENT) => rustix::fs::linkat(dir, own, place, name.as_str(), AtFlags::empty()),
            Err(errno) => Err(errno),
        };
        match joined {
            Err(Errno::PERM | Errno::NOSYS | Errno::OPNOTSUPP | Errno::MLINK) => Ok(()),
            joined => Ok(joined?),
        }
    }

    fn place(&mut self, root: &OwnedFd) -> io::Result<&OwnedFd> {
        if self.place.is_none() {
            let name = temporary_name()?;
            rustix::fs::mkdirat(root, name.as_str(), Mode::RWXU)?;
            self.place = Some((rustix::fs::openat(root, name.as_str(), DIRECTORY, Mode::empty())?, name));
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

fn replace_by_link(place: &OwnedFd, name: &str, first: &Stat, dir: &OwnedFd, own: &[u8]) -> Result<(), Errno> {
    let now = rustix::fs::statat(dir, own, AtFlags::SYMLINK_NOFOLLOW)?;
    if (now.st_dev, now.st_ino) == (first.st_dev, first.st_ino) {
        // Joined before an interruption; a rename between two names of one file would do nothing.
        return Ok(());
    }
    let aside = temporary_name().map_err(|_| Errno::IO)?;
    rustix::fs::linkat(place, name, dir, aside.as_str(), AtFlags::empty())?;
    rustix::fs::renameat(dir, aside.as_str(), dir, own).inspect_err(|_| {
        let _ = rustix::fs::unlinkat(dir, aside.as_str(), AtFlags::empty());
    })
}

/// Removes the second names from a directory, and nothing else that may lie there.
pub(super) fn clear(fd: &OwnedFd) -> Result<(), Errno> {
    for entry in Dir::read_from(fd)? {
        let entry = entry?;
        if is_second_name(entry.file_name().to_bytes()) {
            rustix::fs::unlinkat(fd, entry.file_name(), AtFlags::empty())?;
        }
    }
    Ok(())
}

fn is_second_name(name: &[u8]) -> bool {
    name.len() == 32 + 1 + 64
        && name.iter().enumerate().all(|(at, b)| if at == 32 { *b == b'-' } else { b.is_ascii_hexdigit() })
}

/// A file may have changed between its names, and a list may lie: only files that agree in all of this are one.
fn second_name(group: [u8; 16], entry: &Entry) -> String {
    let metadata = &entry.metadata;
    let agreed = format!("{:?}", (&entry.content, metadata.mtime, metadata.mode, metadata.uid, metadata.gid));
    format!("{}-{}", hex(&group), blake3::hash(agreed.as_bytes()).to_hex())
}
