//! Finding bags below directories: in the order of their paths, without following a link, without looking into bags.

use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Component, Path, PathBuf};

use sealbag_manifest::layout::{BAGIT, CUSTODY, SEAL};

use super::{Audit, AuditError};

/// Ends the names of bags that are being made.
const PARTIAL: &[u8] = b".partial";
/// Ends the names of bags.
const BAG: &[u8] = b".bag";
/// Ends the names of packed bags.
const PACKED: &[u8] = b".bag.zip";

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
    /// A link, which is not followed.
    Link(Link),
}

/// A link that the search met.
#[derive(Debug)]
pub struct Link {
    /// Where it lies.
    pub path: PathBuf,
    /// True if it leads to a bag, has the name of one, or it cannot be told where it leads.
    pub may_be_bag: bool,
}

impl Link {
    /// Looks where a link leads.
    pub fn at(path: PathBuf) -> Self {
        let has_name = path.file_name().is_some_and(|name| name.as_bytes().ends_with(BAG)) || is_packed_name(&path);
        let may_be_bag = has_name || !matches!(mark(&path), Ok(Mark::None | Mark::Partial));
        Self { path, may_be_bag }
    }
}

impl Found {
    /// Where.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Bag(path) | Self::Partial(path) | Self::NoBag(path) | Self::Closed(path, _) => path,
            Self::Link(link) => &link.path,
        }
    }
}

/// Visits everything below the roots, until `visit` has enough. A root may be reached by a link; it is the user's choice.
pub(super) fn each(roots: &[PathBuf], visit: &mut dyn FnMut(Found) -> bool) {
    for root in roots {
        let mut met = 0;
        let mut count = |found: Found| {
            met += u64::from(!matches!(found, Found::Link(_)));
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
        // Whether it is a packed bag, its content says.
        Ok(found) if found.is_file() => return visit(Found::Bag(root.to_path_buf())),
        Ok(_) => return visit(Found::Closed(root.to_path_buf(), io::ErrorKind::NotADirectory.into())),
        Err(error) => return visit(Found::Closed(root.to_path_buf(), error)),
    }
    let mut pending = vec![root.to_path_buf()];
    while let Some(path) = pending.pop() {
        let found = match mark(&path) {
            Ok(Mark::Bag) => Found::Bag(path),
            Ok(Mark::Partial) => Found::Partial(path),
            Ok(Mark::None) => match directories(&path) {
                Ok((names, links)) => {
                    for name in links {
                        if !visit(Found::Link(Link::at(path.join(name)))) {
                            return false;
                        }
                    }
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

/// A bag has an event 0, or `bagit.txt` and `seal/`; a file is one by its name.
fn mark(path: &Path) -> io::Result<Mark> {
    if is_packed_name(path) && look(path)?.is_some_and(|found| found.is_file()) {
        return Ok(Mark::Bag);
    }
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

/// The directories and packed bags in a directory, and the links, by the bytes of their names.
fn directories(path: &Path) -> io::Result<(Vec<OsString>, Vec<OsString>)> {
    let mut names = Vec::new();
    let mut links = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() || kind.is_file() && is_packed_name(Path::new(&entry.file_name())) {
            names.push(entry.file_name());
        } else if kind.is_symlink() {
            links.push(entry.file_name());
        }
    }
    for found in [&mut names, &mut links] {
        found.sort_unstable_by(|a, b| a.as_bytes().cmp(b.as_bytes()));
    }
    Ok((names, links))
}

/// Refuses what would count bags twice or write into one.
pub(super) fn check(audit: &Audit<'_>) -> Result<(), AuditError> {
    check_roots(audit.roots)?;
    check_folder(audit.forks)
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

/// Refuses a directory to write into that is a bag or lies below one; it need not exist.
///
/// # Errors
/// It lies in a bag, or it cannot be told where it leads.
pub fn check_folder(folder: &Path) -> Result<(), AuditError> {
    check_outside_bags(&folder.join("file"))
}

/// Refuses a file below a bag. Its parent is resolved; the file itself must not be opened through a link.
pub(super) fn check_outside_bags(path: &Path) -> Result<(), AuditError> {
    let parent = path.parent().unwrap_or(path);
    for above in parent.ancestors() {
        let place = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        let rest = parent.strip_prefix(above).unwrap_or(parent);
        match fs::canonicalize(place) {
            Ok(start) if start.ancestors().any(|above| matches!(mark(above), Ok(Mark::Bag))) => {
                return Err(AuditError::InsideBag { path: path.to_path_buf() });
            }
            // What is not there yet leads nowhere else, but by `..`.
            Ok(_) if rest.components().all(|part| matches!(part, Component::Normal(_))) => return Ok(()),
            Ok(_) => break,
            Err(_) if fs::symlink_metadata(place).is_ok_and(|found| found.is_symlink()) => break,
            Err(_) => {}
        }
    }
    Err(AuditError::Unresolved { path: path.to_path_buf() })
}

/// True if the directory or file is a bag itself, and no directory of bags.
pub fn is_bag(path: &Path) -> bool {
    path.is_file() || matches!(mark(path), Ok(Mark::Bag))
}

/// True for a name by which a search takes a file as a packed bag.
pub fn is_packed_name(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_bytes().ends_with(PACKED))
}
