//! Finding bags below directories: in the order of their paths, without following a link, without looking into bags.

use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use sealbag_manifest::layout::{BAGIT, CUSTODY, SEAL};

use super::{Audit, AuditError};

/// Ends the names of bags that are being made.
const PARTIAL: &[u8] = b".partial";

/// What the search met.
pub(super) enum Found {
    /// A bag, by its marks.
    Bag(PathBuf),
    /// A bag that was not finished: no bag.
    Partial(PathBuf),
    /// A root in which there is no bag at all.
    NoBag(PathBuf),
    /// What cannot be looked into.
    Closed(PathBuf, io::Error),
}

impl Found {
    /// Where.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Bag(path) | Self::Partial(path) | Self::NoBag(path) | Self::Closed(path, _) => path,
        }
    }
}

/// Visits everything below the roots, until `visit` has enough. A root may be reached by a link; it is the user's choice.
pub(super) fn each(roots: &[PathBuf], visit: &mut dyn FnMut(Found) -> bool) {
    for root in roots {
        let mut met = 0;
        let mut count = |found: Found| {
            met += 1;
            visit(found)
        };
        if !below(root, &mut count) {
            return;
        }
        if met == 0 && !visit(Found::NoBag(root.clone())) {
            return;
        }
    }
}

/// One root, without recursion: directories wait on a stack, the next one on top.
fn below(root: &Path, visit: &mut dyn FnMut(Found) -> bool) -> bool {
    match fs::metadata(root) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return visit(Found::Closed(root.to_path_buf(), io::ErrorKind::NotADirectory.into())),
        Err(error) => return visit(Found::Closed(root.to_path_buf(), error)),
    }
    let mut pending = vec![root.to_path_buf()];
    while let Some(path) = pending.pop() {
        let found = match mark(&path) {
            Ok(Mark::Bag) => Found::Bag(path),
            Ok(Mark::Partial) => Found::Partial(path),
            Ok(Mark::None) => match directories(&path) {
                Ok(names) => {
                    pending.extend(names.into_iter().rev().map(|name| path.join(name)));
                    continue;
                }
                Err(error) => Found::Closed(path, error),
            },
            Err(error) => Found::Closed(path, error),
        };
        if !visit(found) {
            return false;
        }
    }
    true
}

enum Mark {
    Bag,
    Partial,
    None,
}

/// A bag has an event 0, or `bagit.txt` and `seal/`.
fn mark(path: &Path) -> io::Result<Mark> {
    if look(&path.join(CUSTODY))?.is_some_and(|found| found.is_dir()) && look(&path.join(SEAL))?.is_some() {
        return Ok(Mark::Bag);
    }
    let has_seal = look(&path.join("seal"))?.is_some_and(|found| found.is_dir());
    let is_partial = path.file_name().is_some_and(|name| name.as_bytes().ends_with(PARTIAL));
    Ok(match has_seal {
        true if is_partial => Mark::Partial,
        true if look(&path.join(BAGIT))?.is_some() => Mark::Bag,
        _ => Mark::None,
    })
}

fn look(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The directories in a directory, by the bytes of their names.
fn directories(path: &Path) -> io::Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.push(entry.file_name());
        }
    }
    names.sort_unstable_by(|a, b| a.as_bytes().cmp(b.as_bytes()));
    Ok(names)
}

/// Refuses what would count bags twice or write into one.
pub(super) fn check(audit: &Audit<'_>) -> Result<(), AuditError> {
    check_roots(audit.roots)?;
    check_outside_bags(&audit.forks.join("proof"))
}

/// Refuses roots of which one lies in another.
fn check_roots(roots: &[PathBuf]) -> Result<(), AuditError> {
    // What cannot be resolved is named by the search.
    let resolved: Vec<_> = roots.iter().filter_map(|root| Some((root, fs::canonicalize(root).ok()?))).collect();
    for (index, (outer, outer_place)) in resolved.iter().enumerate() {
        for (other, (inner, inner_place)) in resolved.iter().enumerate() {
            if index != other && inner_place.starts_with(outer_place) {
                return Err(AuditError::Overlap { inner: inner.to_path_buf(), outer: outer.to_path_buf() });
            }
        }
    }
    Ok(())
}

/// Refuses a place below a bag; the place itself need not exist.
pub(super) fn check_outside_bags(path: &Path) -> Result<(), AuditError> {
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let start = fs::canonicalize(path).or_else(|_| fs::canonicalize(parent)).unwrap_or_else(|_| parent.to_path_buf());
    if start.ancestors().any(|above| matches!(mark(above), Ok(Mark::Bag))) {
        return Err(AuditError::InsideBag { path: path.to_path_buf() });
    }
    Ok(())
}

/// True if the directory is a bag itself, and no directory of bags.
pub fn is_bag(path: &Path) -> bool {
    matches!(mark(path), Ok(Mark::Bag))
}
