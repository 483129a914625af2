//! Opening below a directory without following a link on the way, and without leaving the directory.

use std::os::fd::{AsFd, OwnedFd};

use rustix::fs::{Mode, OFlags, ResolveFlags};
use rustix::io::Errno;

/// Opens a path below `root`. A link anywhere in it is `ELOOP`.
pub(crate) fn open(root: impl AsFd, path: &[u8], flags: OFlags, mode: Mode) -> Result<OwnedFd, Errno> {
    let flags = flags | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let beneath = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    match rustix::fs::openat2(&root, path, flags, mode, beneath) {
        // A kernel before 5.6, or a path longer than it takes at once.
        Err(Errno::NOSYS | Errno::NAMETOOLONG) => open_by_steps(root, path, flags, mode),
        opened => opened,
    }
}

fn open_by_steps(root: impl AsFd, path: &[u8], flags: OFlags, mode: Mode) -> Result<OwnedFd, Errno> {
    let step = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut dir: Option<OwnedFd> = None;
    let mut components = path.split(|&byte| byte == b'/').peekable();
    while let Some(name) = components.next() {
        if matches!(name, b"" | b"..") {
            return Err(Errno::NOENT);
        }
        let at = dir.as_ref().map_or(root.as_fd(), OwnedFd::as_fd);
        if components.peek().is_none() {
            return rustix::fs::openat(at, name, flags, mode);
        }
        dir = Some(rustix::fs::openat(at, name, step, Mode::empty())?);
    }
    Err(Errno::NOENT)
}
