//! Whether one place lies inside another, whatever names and mounts lead there.

use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// True if `path`, which need not exist but whose parent must, lies in `directory`.
///
/// Compared by number on the way up, and by the place in the file system, so that neither a link nor a second mount of the
/// directory or of a part of it hides that.
pub fn is_inside(path: &Path, directory: &Path) -> std::io::Result<bool> {
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let parent = fs::canonicalize(parent)?;
    let directory = fs::canonicalize(directory)?;
    let outer = fs::metadata(&directory)?;
    if !outer.is_dir() {
        return Ok(false);
    }
    let is_above =
        |above: &Path| fs::metadata(above).is_ok_and(|above| (above.dev(), above.ino()) == (outer.dev(), outer.ino()));
    if parent.ancestors().any(is_above) {
        return Ok(true);
    }
    let mounts = Mount::all();
    Ok(match (Mount::place(&mounts, &parent), Mount::place(&mounts, &directory)) {
        (Some((inner_device, inner)), Some((outer_device, outer))) => {
            inner_device == outer_device && inner.starts_with(outer)
        }
        _ => false,
    })
}

/// A line of `/proc/self/mountinfo`.
struct Mount {
    device: String,
    /// What part of its file system is mounted.
    root: PathBuf,
    point: PathBuf,
}

impl Mount {
    /// In the order in which they were mounted; none where the system does not say.
    fn all() -> Vec<Self> {
        let text = fs::read("/proc/self/mountinfo").unwrap_or_default();
        text.split(|&byte| byte == b'\n').filter_map(Self::parse).collect()
    }

    fn parse(line: &[u8]) -> Option<Self> {
        let mut fields = line.split(|&byte| byte == b' ').skip(2);
        let device = String::from_utf8(fields.next()?.to_vec()).ok()?;
        Some(Self { device, root: unescaped(fields.next()?), point: unescaped(fields.next()?) })
    }

    /// Device and path inside its file system of a canonical path.
    fn place<'m>(mounts: &'m [Self], path: &Path) -> Option<(&'m str, PathBuf)> {
        // The last of the longest mount points covers the others.
        let mount = mounts
            .iter()
            .filter(|mount| path.starts_with(&mount.point))
            .max_by_key(|mount| mount.point.components().count())?;
        Some((&mount.device, mount.root.join(path.strip_prefix(&mount.point).ok()?)))
    }
}

/// Space, tab, LF and backslash stand as `\` and three octal digits.
fn unescaped(field: &[u8]) -> PathBuf {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((&byte, after)) = rest.split_first() {
        let octal = (byte == b'\\')
            .then(|| after.get(..3).and_then(|digits| std::str::from_utf8(digits).ok()))
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 8).ok());
        bytes.push(octal.unwrap_or(byte));
        rest = if octal.is_some() { &after[3..] } else { after };
    }
    PathBuf::from(std::ffi::OsString::from_vec(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_inside_by_number_not_by_name() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let (outer, other) = (dir.path().join("outer"), dir.path().join("other"));
        fs::create_dir_all(outer.join("below")).expect("directories");
        fs::create_dir(&other).expect("a directory");
        std::os::unix::fs::symlink(outer.join("below"), dir.path().join("way")).expect("a link");
        let inside = |path: PathBuf| is_inside(&path, &outer).expect("places");
        assert!(inside(outer.join("x.bag")));
        assert!(inside(outer.join("below/x.bag")));
        assert!(inside(dir.path().join("way/x.bag")));
        assert!(!inside(other.join("x.bag")));
        assert!(!inside(dir.path().join("outer-2.bag")));
    }

    #[test]
    fn a_mount_of_a_part_leads_to_the_same_place() {
        let line = b"77 29 8:1 /home/case\\040A/sub /mnt/b rw,relatime - ext4 /dev/sda1 rw";
        let root = b"29 1 8:1 / / rw - ext4 /dev/sda1 rw";
        let mounts: Vec<Mount> = [&root[..], line].into_iter().filter_map(Mount::parse).collect();
        let place = |path: &str| Mount::place(&mounts, Path::new(path)).expect("a mount");
        assert_eq!(place("/mnt/b/x"), ("8:1", "/home/case A/sub/x".into()));
        assert_eq!(place("/home/case A"), ("8:1", "/home/case A".into()));
    }
}
