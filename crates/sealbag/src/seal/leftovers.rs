//! What an interrupted run copied and the list no longer has.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::BufReader;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use sealbag_manifest::layout::{DATA, ENTRIES};
use sealbag_manifest::list::{Line, ListReader};
use sealbag_manifest::stored::is_litter;

use super::SealError;
use super::partial::Partial;

/// Removes from `data/` what the new list does not have: files that left the source between two runs.
pub(crate) fn remove(partial: &Partial) -> Result<(), SealError> {
    let path = partial.at(ENTRIES);
    let failed = |source| SealError::bag("cannot be read", &path)(source);
    let mut reader = ListReader::new(BufReader::new(File::open(&path).map_err(failed)?));
    let mut listed: HashSet<[u8; 32]> = HashSet::new();
    while let Some((line, _)) = reader.read().map_err(failed)? {
        let Line::Entry(entry) = line else { continue };
        if let Some(stored) = entry.stored_path() {
            listed.insert(*blake3::hash(stored.as_bytes()).as_bytes());
        }
    }
    clear(&partial.at(DATA), &mut Vec::new(), &listed).map(|_| ())
}

/// Returns true if the directory is empty now. Copies lie at most as deep as a stored path is long.
fn clear(directory: &Path, below: &mut Vec<u8>, listed: &HashSet<[u8; 32]>) -> Result<bool, SealError> {
    let mut is_empty = true;
    for found in fs::read_dir(directory).map_err(SealError::bag("cannot be listed", directory))? {
        let found = found.map_err(SealError::bag("cannot be listed", directory))?;
        let (path, name) = (found.path(), found.file_name());
        let kind = found.file_type().map_err(SealError::bag("cannot be looked at", &path))?;
        let length = below.len();
        if length > 0 {
            below.push(b'/');
        }
        below.extend_from_slice(name.as_bytes());
        if kind.is_dir() {
            if clear(&path, below, listed)? {
                fs::remove_dir(&path).map_err(SealError::bag("cannot be removed", &path))?;
            } else {
                is_empty = false;
            }
        } else if listed.contains(blake3::hash(below).as_bytes()) || is_litter(name.as_bytes()) {
            is_empty = false;
        } else {
            fs::remove_file(&path).map_err(SealError::bag("cannot be removed", &path))?;
        }
        below.truncate(length);
    }
    Ok(is_empty)
}
