//! Which block device this is: a device has no inode number and no times that would tell.
//!
//! The system's own tree (`/sys/dev/block`) says what is known of the medium (serial number, world-wide name, the file
//! behind a loop device), since when it is attached, and how many sectors were written to it meanwhile.

use std::fmt;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::digest::{hex, unhex};

/// What names a medium wherever it is attached. A partition asks its disk too.
const MEDIUM: [&str; 12] = [
    "wwid",
    "serial",
    "device/wwid",
    "device/serial",
    "device/vpd_pg80",
    "device/vpd_pg83",
    "device/cid",
    "dm/uuid",
    "md/uuid",
    "loop/backing_file",
    "loop/offset",
    "loop/sizelimit",
];
/// Names alone; they say which, only together with the above.
const PART: [&str; 2] = ["partition", "start"];

/// One attached block device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceId {
    /// Digest of what names the medium, or of the attachment where nothing does.
    medium: [u8; 16],
    /// Digest of when it was attached: the boot and the number of the attachment.
    attached: [u8; 16],
    /// Sectors written since.
    written: u64,
}

impl DeviceId {
    /// Asks the system about a device by its number; `None` if it does not know.
    pub(super) fn of((major, minor): (u32, u32)) -> Option<Self> {
        let place = fs::canonicalize(format!("/sys/dev/block/{major}:{minor}")).ok()?;
        let disk = if place.join("partition").exists() { place.parent()?.to_owned() } else { place.clone() };
        let boot = fs::read("/proc/sys/kernel/random/boot_id").unwrap_or_default();
        let attached = digest([&boot[..], &value(&disk, "diskseq"), format!("{major}:{minor}").as_bytes()]);
        let names: Vec<Vec<u8>> = MEDIUM.iter().map(|name| value(&disk, name)).collect();
        let mut named: Vec<&[u8]> = names.iter().map(Vec::as_slice).collect();
        let backing = backing_file(&disk);
        let part: Vec<Vec<u8>> = PART.iter().map(|name| value(&place, name)).collect();
        let medium = if named.iter().all(|value| value.is_empty()) {
            attached
        } else {
            named.push(backing.as_bytes());
            named.extend(part.iter().map(Vec::as_slice));
            digest(named)
        };
        Some(Self { medium, attached, written: sectors_written(&place).unwrap_or_default() })
    }

    /// True if a later look found the same medium, and nothing was written to it that could be known of.
    pub fn is_same(&self, later: &Self) -> bool {
        self.medium == later.medium && (self.attached != later.attached || self.written == later.written)
    }

    /// Reads what [`Display`](fmt::Display) wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut digest = || unhex(parts.next()?)?.try_into().ok();
        let (medium, attached) = (digest()?, digest()?);
        let written = parts.next()?.parse().ok()?;
        parts.next().is_none().then_some(Self { medium, attached, written })
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", hex(&self.medium), hex(&self.attached), self.written)
    }
}

fn value(place: &Path, name: &str) -> Vec<u8> {
    fs::read(place.join(name)).unwrap_or_default()
}

/// The file behind a loop device, by its number in its file system: another file can come to bear the same name.
fn backing_file(disk: &Path) -> String {
    let path = value(disk, "loop/backing_file");
    let path = PathBuf::from(std::ffi::OsStr::from_bytes(path.trim_ascii_end()));
    fs::metadata(path).map(|file| file.ino().to_string()).unwrap_or_default()
}

/// Field 7 of `stat` in the documentation of the kernel's block layer.
fn sectors_written(place: &Path) -> Option<u64> {
    let text = fs::read_to_string(place.join("stat")).ok()?;
    text.split_ascii_whitespace().nth(6)?.parse().ok()
}

fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
    }
    let mut short = [0; 16];
    short.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(medium: u8, attached: u8, written: u64) -> DeviceId {
        DeviceId { medium: [medium; 16], attached: [attached; 16], written }
    }

    #[test]
    fn a_device_is_the_same_medium_to_which_nothing_was_written() {
        assert!(device(1, 1, 7).is_same(&device(1, 1, 7)));
        assert!(!device(1, 1, 7).is_same(&device(1, 1, 8)), "written to");
        assert!(device(1, 1, 7).is_same(&device(1, 2, 0)), "attached again, with a count of its own");
        assert!(!device(1, 1, 7).is_same(&device(2, 1, 7)), "another medium");
    }

    #[test]
    fn a_device_comes_back_from_its_text() {
        let id = device(3, 4, 512);
        assert_eq!(DeviceId::parse(&id.to_string()), Some(id));
        for text in ["", "-", "00-00-1", &format!("{id}-1"), &id.to_string()[1..]] {
            assert_eq!(DeviceId::parse(text), None, "{text}");
        }
    }
}
