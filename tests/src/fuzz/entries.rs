//! The sealed list and the tag manifest.

use std::collections::BTreeSet;

use sealbag_manifest::entry::{Entry, Kind};
use sealbag_manifest::layout::{TAG_MANIFEST, parse_tag_manifest, tag_manifest as write_tag_manifest};
use sealbag_manifest::list::{Line, ListReader};
use sealbag_manifest::stored::check_stored;
use sealbag_manifest::tree::leaf_hash;

/// Each line alone, then the list with the rules between lines.
pub(super) fn entries(data: &[u8]) {
    for line in data.split(|&byte| byte == b'\n') {
        match Entry::parse_line(line) {
            Ok(entry) => one(&entry, line),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    list(data);
}

fn one(entry: &Entry, line: &[u8]) {
    assert_eq!(entry.to_line(), line, "a line that is accepted is the one encoding of its entry");
    assert_eq!(entry.content.is_some(), entry.kind == Kind::File);
    assert_eq!(entry.target.is_some(), entry.kind == Kind::Symlink);
    if let Some(stored) = entry.stored_path() {
        check_stored(stored, &entry.path).expect("the place in data/ stands for the path");
    }
}

fn list(data: &[u8]) {
    let mut reader = ListReader::new(data);
    let (mut lines, mut has_fault) = (Vec::new(), false);
    let (mut places, mut directories) = (BTreeSet::new(), BTreeSet::new());
    let mut last = None;
    while let Some((line, leaf)) = reader.read().expect("memory") {
        let entry = match line {
            Line::Entry(entry) => entry,
            Line::Fault(fault) => {
                assert!(!fault.to_string().is_empty());
                has_fault = true;
                continue;
            }
        };
        assert_eq!(leaf, leaf_hash(&entry.to_line()));
        lines.extend_from_slice(&entry.to_line());
        lines.push(b'\n');
        assert!(last.as_ref().is_none_or(|last| *last < entry.path), "paths increase");
        if let Some(parent) = entry.path.parent() {
            assert!(directories.contains(parent), "the parent is a directory of the list");
        }
        if entry.kind == Kind::Dir {
            directories.insert(entry.path.as_bytes().to_vec());
        }
        if let Some(place) = entry.stored_path() {
            assert!(places.insert(place.to_owned()), "two files lie at {place}");
        }
        last = Some(entry.path);
    }
    if !has_fault {
        assert_eq!(lines, data);
    }
    for place in &places {
        let above = place.match_indices('/').map(|(at, _)| &place[..at]);
        assert!(above.into_iter().all(|above| !places.contains(above)), "{place} lies below a file");
    }
}

/// The tag manifest.
pub(super) fn tag_manifest(data: &[u8]) {
    let files = match parse_tag_manifest(data) {
        Ok(files) => files,
        Err(error) => {
            let lines = data.split_inclusive(|&byte| byte == b'\n').count() as u64;
            assert!((1..=lines).contains(&error.line()), "{error}");
            return;
        }
    };
    for file in &files {
        let top = file.path.split('/').next().unwrap_or_default();
        assert!(top != "data" && top != "custody" && file.path != TAG_MANIFEST);
        assert!(file.path.split('/').all(|name| !matches!(name, "" | "." | "..")), "{}", file.path);
    }
    assert_eq!(write_tag_manifest(files), data);
}
