//! What an interrupted extraction left under names that nothing keeps: removed before it goes on.

use std::os::fd::OwnedFd;

use rustix::fs::{AtFlags, Dir, FileType, Mode};
use rustix::io::Errno;

use super::hard_links;
use super::target::{DIRECTORY, is_temporary_name};

/// Removes from a directory the temporary files that `owner` has in it.
pub(super) fn remove_files(dir: &OwnedFd, owner: u32) -> Result<(), Errno> {
    each(dir, owner, FileType::RegularFile, |name| rustix::fs::unlinkat(dir, name, AtFlags::empty()))
}

/// The same in the target itself, where second names of files may lie too.
pub(super) fn remove_from_root(root: &OwnedFd, owner: u32) -> Result<(), Errno> {
    remove_files(root, owner)?;
    each(root, owner, FileType::Directory, |name| {
        let place = rustix::fs::openat(root, name, DIRECTORY, Mode::empty())?;
        hard_links::clear(&place)?;
        match rustix::fs::unlinkat(root, name, AtFlags::REMOVEDIR) {
            // It holds something else, and so is something else.
            Err(Errno::NOTEMPTY | Errno::EXIST) => Ok(()),
            removed => removed,
        }
    })
}

fn each(
    dir: &OwnedFd,
    owner: u32,
    kind: FileType,
    mut remove: impl FnMut(&[u8]) -> Result<(), Errno>,
) -> Result<(), Errno> {
    for entry in Dir::read_from(dir)? {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if !is_temporary_name(name) {
            continue;
        }
        let found = rustix::fs::statat(dir, name, AtFlags::SYMLINK_NOFOLLOW)?;
        if FileType::from_raw_mode(found.st_mode) == kind && found.st_uid == owner {
            remove(name)?;
        }
    }
    Ok(())
}
