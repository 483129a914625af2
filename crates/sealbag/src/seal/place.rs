//! Where a bag may lie: never in what it seals, never on the medium that is sealed.

use std::fs;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::{Path, PathBuf};

use super::SealError;
use crate::place;

/// Refuses a bag that would lie inside what it is made of.
pub(crate) fn check_outside(bag: &Path, source_path: &Path) -> Result<(), SealError> {
    if place::is_inside(bag, source_path).map_err(SealError::bag("cannot be looked at", source_path))? {
        return Err(SealError::OutputInsideSource { bag: bag.to_owned(), source_path: source_path.to_owned() });
    }
    Ok(())
}

/// Looks before anything is created.
pub(super) fn check(bag: &Path, sources: &[PathBuf]) -> Result<(), SealError> {
    let parent = match bag.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let parent = fs::canonicalize(parent).map_err(SealError::bag("cannot be used as the place of the bag", parent))?;
    let medium = fs::metadata(&parent).map_err(SealError::bag("cannot be looked at", &parent))?;
    for source_path in sources {
        let Ok(source) = fs::metadata(source_path) else { continue };
        check_outside(bag, source_path)?;
        let is_on_source = if source.file_type().is_block_device() {
            is_part_of(medium.dev(), source.rdev())
        } else {
            medium.dev() == source.dev() && is_removable(source.dev())
        };
        if is_on_source {
            return Err(SealError::SameDevice { bag: bag.to_owned(), source_path: source_path.clone() });
        }
    }
    Ok(())
}

fn in_sysfs(device: u64) -> Option<PathBuf> {
    let (major, minor) = (rustix::fs::major(device), rustix::fs::minor(device));
    fs::canonicalize(format!("/sys/dev/block/{major}:{minor}")).ok()
}

/// True if the file system on `inner` lies on the disk or partition `outer`.
fn is_part_of(inner: u64, outer: u64) -> bool {
    match (in_sysfs(inner), in_sysfs(outer)) {
        (Some(inner), Some(outer)) => inner.starts_with(outer),
        _ => inner == outer,
    }
}

/// True for a medium that is pulled out and carried away; a partition asks its disk.
fn is_removable(device: u64) -> bool {
    let Some(place) = in_sysfs(device) else { return false };
    [place.as_path()]
        .into_iter()
        .chain(place.parent())
        .any(|place| fs::read_to_string(place.join("removable")).is_ok_and(|text| text.trim() == "1"))
}
