//! The system calls that look at the source. None of them writes, follows a link or opens anything but what is named.

use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

use rustix::fs::{AtFlags, Mode, OFlags, Statx, StatxFlags, StatxTimestamp};
use rustix::io::Errno;

use super::device::DeviceId;
use crate::entry::{FileTime, Kind, Metadata};

/// Which object of which file system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FileId {
    /// Device number.
    pub dev: u64,
    /// Inode number.
    pub ino: u64,
}

impl FileId {
    /// Which object has a path; a link is not followed.
    pub fn of(path: &std::path::Path) -> std::io::Result<Self> {
        use std::os::unix::ffi::OsStrExt;
        Ok(status_at(rustix::fs::CWD, path.as_os_str().as_bytes())?.id)
    }
}

/// What the file system says about one object.
#[derive(Clone, Debug)]
pub struct Status {
    /// What it is.
    pub kind: Kind,
    /// Bytes, for a regular file.
    pub size: u64,
    /// Bytes that are allocated.
    pub allocated: u64,
    /// Number of hard links.
    pub links: u64,
    /// Which object it is.
    pub id: FileId,
    /// For the entry.
    pub metadata: Metadata,
    /// Times as they are, also outside the years that an entry can show: to see a change.
    pub stamp: [(i64, u32); 2],
}

impl Status {
    /// True if content or metadata of the same object changed between two looks.
    pub fn differs(&self, later: &Status) -> bool {
        (self.kind, self.size, self.id, self.stamp) != (later.kind, later.size, later.id, later.stamp)
    }
}

/// Looks at an open object.
pub(super) fn status(fd: impl AsFd) -> Result<Status, Errno> {
    statx(fd.as_fd(), b"", AtFlags::EMPTY_PATH)
}

/// Looks at an open device: its size is where it ends.
pub(super) fn device_status(fd: impl AsFd) -> Result<(Status, Option<DeviceId>), Errno> {
    let mut found = status(&fd)?;
    if found.kind != Kind::Block {
        return Ok((found, None));
    }
    found.size = rustix::fs::seek(&fd, rustix::fs::SeekFrom::End(0))?;
    let device = found.metadata.device.and_then(DeviceId::of);
    Ok((found, device))
}

/// Looks at a name in a directory, without following a link.
pub(super) fn status_at(dir: impl AsFd, name: &[u8]) -> Result<Status, Errno> {
    statx(dir.as_fd(), name, AtFlags::SYMLINK_NOFOLLOW)
}

fn statx(dir: BorrowedFd<'_>, name: &[u8], flags: AtFlags) -> Result<Status, Errno> {
    let mask = StatxFlags::BASIC_STATS | StatxFlags::BTIME;
    let found = rustix::fs::statx(dir, name, flags | AtFlags::NO_AUTOMOUNT, mask)?;
    let present = StatxFlags::from_bits_retain(found.stx_mask);
    let device = |major: u32, minor: u32| u64::from(major) << 32 | u64::from(minor);
    let kind = kind(&found);
    Ok(Status {
        kind,
        size: found.stx_size,
        allocated: found.stx_blocks.saturating_mul(512),
        links: found.stx_nlink.into(),
        id: FileId { dev: device(found.stx_dev_major, found.stx_dev_minor), ino: found.stx_ino },
        metadata: Metadata {
            mtime: time(found.stx_mtime),
            atime: time(found.stx_atime),
            ctime: time(found.stx_ctime),
            btime: present.contains(StatxFlags::BTIME).then(|| time(found.stx_btime)).flatten(),
            mode: Some(u32::from(found.stx_mode) & 0o7777),
            uid: Some(found.stx_uid),
            gid: Some(found.stx_gid),
            device: matches!(kind, Kind::Block | Kind::Char).then_some((found.stx_rdev_major, found.stx_rdev_minor)),
        },
        stamp: [raw_time(found.stx_mtime), raw_time(found.stx_ctime)],
    })
}

fn kind(found: &Statx) -> Kind {
    match rustix::fs::FileType::from_raw_mode(found.stx_mode.into()) {
        rustix::fs::FileType::Directory => Kind::Dir,
        rustix::fs::FileType::Symlink => Kind::Symlink,
        rustix::fs::FileType::Fifo => Kind::Fifo,
        rustix::fs::FileType::Socket => Kind::Socket,
        rustix::fs::FileType::BlockDevice => Kind::Block,
        rustix::fs::FileType::CharacterDevice => Kind::Char,
        _ => Kind::File,
    }
}

fn raw_time(time: StatxTimestamp) -> (i64, u32) {
    (time.tv_sec, time.tv_nsec)
}

fn time(time: StatxTimestamp) -> Option<FileTime> {
    FileTime::new(time.tv_sec, time.tv_nsec)
}

/// An object that was opened for reading.
pub(super) struct Opened {
    /// The descriptor.
    pub fd: OwnedFd,
    /// False if the system does not let us read without touching the access time.
    pub keeps_atime: bool,
}

/// Opens a regular file for reading. A link is refused; a pipe that took the file's place does not block.
pub(super) fn open_file(dir: impl AsFd, name: &[u8]) -> Result<Opened, Errno> {
    open(dir.as_fd(), name, OFlags::NONBLOCK | OFlags::NOCTTY)
}

/// Opens a directory for listing. A link is refused.
pub(super) fn open_dir(dir: impl AsFd, name: &[u8]) -> Result<Opened, Errno> {
    open(dir.as_fd(), name, OFlags::DIRECTORY)
}

fn open(dir: BorrowedFd<'_>, name: &[u8], flags: OFlags) -> Result<Opened, Errno> {
    let flags = flags | OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    // Only the owner and root may read without touching the access time.
    match rustix::fs::openat(dir, name, flags | OFlags::NOATIME, Mode::empty()) {
        Err(Errno::PERM) => {
            let fd = rustix::fs::openat(dir, name, flags, Mode::empty())?;
            Ok(Opened { fd, keeps_atime: false })
        }
        opened => Ok(Opened { fd: opened?, keeps_atime: true }),
    }
}

/// The symbolic name of a system error, such as `EIO`.
pub fn errno_name(errno: Errno) -> String {
    let known = [
        (Errno::IO, "EIO"),
        (Errno::ACCESS, "EACCES"),
        (Errno::PERM, "EPERM"),
        (Errno::NOENT, "ENOENT"),
        (Errno::NXIO, "ENXIO"),
        (Errno::NODEV, "ENODEV"),
        (Errno::NOMEDIUM, "ENOMEDIUM"),
        (Errno::STALE, "ESTALE"),
        (Errno::TIMEDOUT, "ETIMEDOUT"),
        (Errno::NODATA, "ENODATA"),
        (Errno::ILSEQ, "EILSEQ"),
        (Errno::REMOTEIO, "EREMOTEIO"),
        (Errno::LOOP, "ELOOP"),
        (Errno::NOTDIR, "ENOTDIR"),
        (Errno::ISDIR, "EISDIR"),
        (Errno::MFILE, "EMFILE"),
        (Errno::NFILE, "ENFILE"),
        (Errno::NOMEM, "ENOMEM"),
        (Errno::NAMETOOLONG, "ENAMETOOLONG"),
        (Errno::OVERFLOW, "EOVERFLOW"),
        (Errno::INVAL, "EINVAL"),
        (Errno::BUSY, "EBUSY"),
        (Errno::TXTBSY, "ETXTBSY"),
        (Errno::AGAIN, "EAGAIN"),
        (Errno::OPNOTSUPP, "EOPNOTSUPP"),
        (Errno::NOTCONN, "ENOTCONN"),
        (Errno::CONNRESET, "ECONNRESET"),
        (Errno::HOSTDOWN, "EHOSTDOWN"),
        (Errno::KEYEXPIRED, "EKEYEXPIRED"),
        (Errno::NOKEY, "ENOKEY"),
    ];
    match known.iter().find(|(value, _)| *value == errno) {
        Some((_, name)) => (*name).to_owned(),
        None => format!("E{}", errno.raw_os_error()),
    }
}
