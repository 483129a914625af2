//! The bags that a directory holds: in the order of their paths, without following a link, without looking into bags.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sealbag::audit::{Link, is_packed_name};

/// What was met on the way.
#[derive(Debug)]
pub(super) enum Found {
    /// A bag.
    Bag(PathBuf),
    /// A bag that is being made, and so cannot be judged.
    Partial(PathBuf),
    /// What cannot be looked into.
    Closed(PathBuf, io::Error),
    /// A link, which is not followed.
    Link(Link),
}

/// The directory itself if it is a bag, else the bags below it; the directory itself, too, if there are none.
pub(super) fn below(root: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    let mut pending = vec![root.to_owned()];
    while let Some(path) = pending.pop() {
        match look(&path) {
            Ok(Look::Bag) => found.push(Found::Bag(path)),
            Ok(Look::Partial) => found.push(Found::Partial(path)),
            Ok(Look::Directory(names, links)) => {
                found.extend(links.into_iter().map(|name| Found::Link(Link::at(path.join(name)))));
                pending.extend(names.into_iter().rev().map(|name| path.join(name)));
            }
            // What was named is judged, or cannot be opened, as a bag.
            Err(_) if path == root => found.push(Found::Bag(path)),
            Err(error) => found.push(Found::Closed(path, error)),
        }
    }
    if found.iter().all(|found| matches!(found, Found::Link(_))) {
        found.push(Found::Bag(root.to_owned()));
    }
    found
}

enum Look {
    Bag,
    Partial,
    /// The directories and packed bags in it, and the links.
    Directory(Vec<OsString>, Vec<OsString>),
}

fn look(path: &Path) -> io::Result<Look> {
    let has = |name: &str| match path.join(name).symlink_metadata() {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(error),
    };
    let is_file = || path.symlink_metadata().is_ok_and(|found| found.is_file());
    if is_packed_name(path) && is_file() || has("custody/000000.txt")? {
        return Ok(Look::Bag);
    }
    let is_partial = path.file_name().is_some_and(|name| name.as_encoded_bytes().ends_with(b".partial"));
    if has("seal")? && is_partial {
        return Ok(Look::Partial);
    }
    if has("bagit.txt")? && has("seal")? {
        return Ok(Look::Bag);
    }
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
        found.sort_unstable_by(|a, b| a.as_encoded_bytes().cmp(b.as_encoded_bytes()));
    }
    Ok(Look::Directory(names, links))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bag(path: &Path) {
        fs::create_dir_all(path.join("custody")).expect("a directory");
        fs::write(path.join("custody/000000.txt"), "").expect("a file");
    }

    #[test]
    fn bags_are_found_in_order_and_neither_links_nor_bags_are_entered() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        bag(&root.join("b/2.bag"));
        bag(&root.join("b/2.bag/data/inner.bag"));
        bag(&root.join("a/1.bag"));
        fs::create_dir_all(root.join("c.bag/seal")).expect("a directory");
        fs::write(root.join("c.bag/bagit.txt"), "").expect("a file");
        fs::create_dir_all(root.join("d.bag.partial/seal")).expect("a directory");
        std::os::unix::fs::symlink(root.join("a"), root.join("link")).expect("a link");
        let names: Vec<_> = below(root)
            .iter()
            .map(|found| match found {
                Found::Bag(path) => path.strip_prefix(root).expect("below").display().to_string(),
                Found::Partial(path) => format!("partial {}", path.strip_prefix(root).expect("below").display()),
                Found::Link(link) => format!("link {}", link.path.strip_prefix(root).expect("below").display()),
                Found::Closed(path, error) => panic!("{}: {error}", path.display()),
            })
            .collect();
        assert_eq!(names, ["link link", "a/1.bag", "b/2.bag", "c.bag", "partial d.bag.partial"]);
    }

    #[test]
    fn a_directory_without_bags_is_judged_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(matches!(below(folder.path()).as_slice(), [Found::Bag(path)] if path == folder.path()));
    }
}
