//! Makes trees by directory handles, so that a name or a path can be anything the kernel stores.

use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, Timespec, Timestamps, XattrFlags};

/// Makes files of every kind below one directory. Paths are bytes, components separated by `/`, of any length.
pub struct Maker {
    root: OwnedFd,
}

const DIRECTORY: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

impl Maker {
    /// Works below `root`, which is made if it is missing.
    pub fn at(root: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(root)?;
        Ok(Self { root: rustix::fs::openat(CWD, root, DIRECTORY, Mode::empty())? })
    }

    /// Makes a directory with all its parents.
    pub fn dir(&self, path: impl AsRef<[u8]>) -> io::Result<OwnedFd> {
        let mut here = rustix::fs::openat(&self.root, ".", DIRECTORY, Mode::empty())?;
        for name in path.as_ref().split(|byte| *byte == b'/').filter(|name| !name.is_empty()) {
            match rustix::fs::mkdirat(&here, name, Mode::from_raw_mode(0o755)) {
                Ok(()) | Err(rustix::io::Errno::EXIST) => {}
                Err(error) => return Err(error.into()),
            }
            here = rustix::fs::openat(&here, name, DIRECTORY, Mode::empty())?;
        }
        Ok(here)
    }

    /// Writes a regular file.
    pub fn file(&self, path: impl AsRef<[u8]>, content: impl AsRef<[u8]>) -> io::Result<()> {
        self.sparse(path, content.as_ref().len() as u64, &[(0, content.as_ref())])
    }

    /// Writes a regular file of `size` bytes with data at the given offsets only and holes between.
    pub fn sparse(&self, path: impl AsRef<[u8]>, size: u64, data: &[(u64, &[u8])]) -> io::Result<()> {
        let (parent, name) = self.place(path.as_ref())?;
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = rustix::fs::openat(&parent, name, flags, Mode::from_raw_mode(0o644))?;
        for (offset, bytes) in data {
            let mut written = 0;
            while written < bytes.len() {
                written += rustix::io::pwrite(&file, &bytes[written..], offset + written as u64)?;
            }
        }
        Ok(rustix::fs::ftruncate(&file, size)?)
    }

    /// Makes a symbolic link; the target need not exist.
    pub fn symlink(&self, path: impl AsRef<[u8]>, target: impl AsRef<[u8]>) -> io::Result<()> {
        let (parent, name) = self.place(path.as_ref())?;
        Ok(rustix::fs::symlinkat(target.as_ref(), &parent, name)?)
    }

    /// Makes a second name for an existing file.
    pub fn hard_link(&self, existing: impl AsRef<[u8]>, path: impl AsRef<[u8]>) -> io::Result<()> {
        let (old_parent, old_name) = self.place(existing.as_ref())?;
        let (parent, name) = self.place(path.as_ref())?;
        Ok(rustix::fs::linkat(&old_parent, old_name, &parent, name, AtFlags::empty())?)
    }

    /// Makes a FIFO, a socket or a device.
    pub fn special(&self, path: impl AsRef<[u8]>, kind: FileType, device: (u32, u32)) -> io::Result<()> {
        let (parent, name) = self.place(path.as_ref())?;
        let device = rustix::fs::makedev(device.0, device.1);
        Ok(rustix::fs::mknodat(&parent, name, kind, Mode::from_raw_mode(0o644), device)?)
    }

    /// Sets the permission bits, set-user-ID and the like included.
    pub fn mode(&self, path: impl AsRef<[u8]>, mode: u32) -> io::Result<()> {
        let (parent, name) = self.place(path.as_ref())?;
        Ok(rustix::fs::chmodat(&parent, name, Mode::from_raw_mode(mode), AtFlags::empty())?)
    }

    /// Sets access and modification time of a file, a directory or a link itself; seconds since 1970 and nanoseconds.
    pub fn times(&self, path: impl AsRef<[u8]>, accessed: (i64, i64), modified: (i64, i64)) -> io::Result<()> {
        let (parent, name) = self.place(path.as_ref())?;
        let time = |(tv_sec, tv_nsec): (i64, i64)| Timespec { tv_sec, tv_nsec: tv_nsec as _ };
        let times = Timestamps { last_access: time(accessed), last_modification: time(modified) };
        Ok(rustix::fs::utimensat(&parent, name, &times, AtFlags::SYMLINK_NOFOLLOW)?)
    }

    /// Sets an extended attribute of a file or a directory.
    pub fn xattr(&self, path: impl AsRef<[u8]>, name: &str, value: &[u8]) -> io::Result<()> {
        let (parent, file) = self.place(path.as_ref())?;
        let file =
            rustix::fs::openat(&parent, file, OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC, Mode::empty())?;
        Ok(rustix::fs::fsetxattr(&file, name, value, XattrFlags::empty())?)
    }

    /// Removes a file or an empty directory.
    pub fn remove(&self, path: impl AsRef<[u8]>) -> io::Result<()> {
        let (parent, name) = self.place(path.as_ref())?;
        match rustix::fs::unlinkat(&parent, name, AtFlags::empty()) {
            Err(rustix::io::Errno::ISDIR) => Ok(rustix::fs::unlinkat(&parent, name, AtFlags::REMOVEDIR)?),
            result => Ok(result?),
        }
    }

    /// The handle of the parent (made if missing) and the last component; the empty path is the root itself.
    fn place<'a>(&self, path: &'a [u8]) -> io::Result<(OwnedFd, &'a [u8])> {
        let (parent, name) = match path.iter().rposition(|byte| *byte == b'/') {
            Some(slash) => (&path[..slash], &path[slash + 1..]),
            None => (&[][..], if path.is_empty() { &b"."[..] } else { path }),
        };
        Ok((self.dir(parent)?, name))
    }
}
