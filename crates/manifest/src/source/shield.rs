//! A private view of the source in which the kernel allows no write and keeps all access times.
//!
//! Reading a link touches its access time, and no flag of a system call prevents that; only a mount can. Where the system
//! lets us, a thread gets a mount namespace of its own, binds the source onto itself there, read-only and without access
//! times, and hands out a handle. Nobody else sees the mount, and it is gone with the thread. Where the system does not let
//! us, the source is opened plainly.

use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use rustix::fs::{Mode, OFlags, StatVfsMountFlags};
use rustix::mount::{MountFlags, MountPropagationFlags};
use rustix::thread::UnshareFlags;

/// Keeps the view alive.
pub(super) struct Shield {
    _until_dropped: Sender<()>,
}

/// Opens a directory in a private view; `None` where that is not possible.
pub(super) fn open(path: &Path, flags: OFlags) -> Option<(OwnedFd, Shield)> {
    let path = std::path::absolute(path).ok()?;
    let (answer, handle) = channel();
    let (until_dropped, wait) = channel::<()>();
    thread::Builder::new()
        .name("source view".to_owned())
        .spawn(move || {
            let fd = private_view(&path, flags);
            let is_open = fd.is_some();
            if answer.send(fd).is_ok() && is_open {
                hold(&wait);
            }
        })
        .ok()?;
    let fd = handle.recv().ok()??;
    Some((fd, Shield { _until_dropped: until_dropped }))
}

/// The namespace lives as long as its thread.
fn hold(wait: &Receiver<()>) {
    // The sender never sends; it is dropped with the source.
    let _ = wait.recv();
}

fn private_view(path: &Path, flags: OFlags) -> Option<OwnedFd> {
    #[expect(deprecated, reason = "unsafe only for FILES, which is not asked for here")]
    rustix::thread::unshare(UnshareFlags::NEWNS).ok()?;
    // Nothing goes out to others; what they unmount is unmounted here too, so that no medium is kept busy.
    rustix::mount::mount_change("/", MountPropagationFlags::DOWNSTREAM | MountPropagationFlags::REC).ok()?;
    rustix::mount::mount_bind_recursive(path, path).ok()?;
    let protected = MountFlags::BIND | MountFlags::RDONLY | MountFlags::NOATIME;
    rustix::mount::mount_remount(path, protected, c"").ok()?;
    let fd = rustix::fs::open(path, flags, Mode::empty()).ok()?;
    let is_on = rustix::fs::fstatvfs(&fd).ok()?.f_flag;
    is_on.contains(StatVfsMountFlags::RDONLY | StatVfsMountFlags::NOATIME).then_some(fd)
}
