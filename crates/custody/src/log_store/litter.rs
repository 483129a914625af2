//! Removing what killed writers left written aside.

use std::os::fd::OwnedFd;

use rustix::fs::{AtFlags, Dir, Stat, Timespec, Timestamps, UTIME_NOW, fstat, futimens, statat, unlinkat};

use super::lock::Held;
use super::look::is_regular;
use super::{AppendError, Writer, name};

impl Writer<'_> {
    /// Removes the files that this program wrote aside before the lock was taken, and returns how many. Such a file is
    /// no event, whatever is in it. Nothing else is removed, and without a lock nothing at all: it could be another's
    /// work in progress.
    ///
    /// # Errors
    /// [`AppendError::Io`] if the directory cannot be read or a file cannot be removed.
    pub fn clear_litter(&self) -> Result<usize, AppendError> {
        let Held::Lock(lock) = &self.held else { return Ok(0) };
        let Some(now) = now_on_the_file_system(lock) else { return Ok(0) };
        let failed = AppendError::io("list", &self.log.path);
        let mut litter = Vec::new();
        for entry in Dir::read_from(&self.log.dir).map_err(&failed)? {
            let name = entry.map_err(&failed)?.file_name().to_owned();
            if name::is_aside(name.to_bytes()) {
                litter.push(name);
            }
        }
        let mut removed = 0;
        for name in litter {
            let path = self.log.file(&name.to_string_lossy());
            let found = match statat(&self.log.dir, &name, AtFlags::SYMLINK_NOFOLLOW) {
                Ok(found) => found,
                Err(rustix::io::Errno::NOENT) => continue,
                Err(errno) => return Err(AppendError::io("look at", &path)(errno)),
            };
            if is_regular(&found) && changed(&found) < now {
                unlinkat(&self.log.dir, &name, AtFlags::empty()).map_err(AppendError::io("remove", &path))?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}

/// The time by the clock that also stamps the files, which may be a server's; none if the lock file is another user's.
fn now_on_the_file_system(lock: &OwnedFd) -> Option<(i64, i64)> {
    let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
    futimens(lock, &Timestamps { last_access: now, last_modification: now }).ok()?;
    fstat(lock).ok().map(|found| changed(&found))
}

fn changed(found: &Stat) -> (i64, i64) {
    (found.st_mtime, found.st_mtime_nsec as i64)
}
