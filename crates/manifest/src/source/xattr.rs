//! Extended attributes: names with the digests of their values.

use std::os::fd::AsFd;

use rustix::io::Errno;

use crate::entry::Xattr;
use crate::hash::sha256;

/// The kernel's limit for a list of names and for one value (`XATTR_LIST_MAX`, `XATTR_SIZE_MAX`).
const MAX: usize = 1 << 16;

/// The attributes of an open object, in order of their names. A file system that has none, or does not say, gives none.
pub(super) fn read(fd: impl AsFd) -> Vec<Xattr> {
    let fd = fd.as_fd();
    collect(|buffer| rustix::fs::flistxattr(fd, buffer), |name, buffer| rustix::fs::fgetxattr(fd, name, buffer))
}

/// The attributes of something that is not opened, such as a link.
pub(super) fn read_at(dir: impl AsFd, name: &[u8]) -> Vec<Xattr> {
    use std::os::fd::AsRawFd;
    let mut path = format!("/proc/self/fd/{}/", dir.as_fd().as_raw_fd()).into_bytes();
    path.extend_from_slice(name);
    collect(
        |buffer| rustix::fs::llistxattr(path.as_slice(), buffer),
        |name, buffer| rustix::fs::lgetxattr(path.as_slice(), name, buffer),
    )
}

fn collect(
    list: impl Fn(&mut [u8]) -> Result<usize, Errno>,
    value: impl Fn(&[u8], &mut [u8]) -> Result<usize, Errno>,
) -> Vec<Xattr> {
    // Nearly every file has none: the first question is answered without a large buffer.
    let mut small = [0; 256];
    let names = match list(&mut small) {
        Ok(length) => small[..length].to_vec(),
        Err(Errno::RANGE) => {
            let mut large = vec![0; MAX];
            match list(&mut large) {
                Ok(length) => large[..length].to_vec(),
                Err(_) => return Vec::new(),
            }
        }
        Err(_) => return Vec::new(),
    };
    let mut xattrs = Vec::new();
    for name in names.split(|&byte| byte == 0).filter(|name| !name.is_empty()) {
        let mut buffer = vec![0; MAX];
        if let Ok(length) = value(name, &mut buffer) {
            xattrs.push(Xattr { name: name.to_vec(), sha256: sha256(&buffer[..length]) });
        }
    }
    xattrs.sort_by(|a, b| a.name.cmp(&b.name));
    xattrs.dedup_by(|a, b| a.name == b.name);
    xattrs
}
