//! What the files of a roster are called.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// `FILE.part`.
pub(in super::super) fn part_of(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

/// `FILE.draft`.
pub(in super::super) fn draft_of(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(".draft");
    name.into()
}

/// `FILE`, if the name is `FILE.draft`.
pub(in super::super) fn without_draft(path: &Path) -> Option<PathBuf> {
    (path.extension()? == "draft").then(|| path.with_extension(""))
}

/// `roster.txt` is followed by `roster-2.txt`, and this by `roster-3.txt`.
pub(super) fn next_name(signed: &Path, version: u64) -> PathBuf {
    let (stem, end) = parts(signed);
    let stem = without_number(&stem, version).unwrap_or(stem);
    numbered(signed, &stem, version.saturating_add(1), &end)
}

/// The names that the version before `version` may have beside `target`.
pub(super) fn names_before(target: &Path, version: u64) -> Vec<PathBuf> {
    let (stem, end) = parts(target);
    let Some(stem) = without_number(&stem, version) else { return Vec::new() };
    vec![numbered(target, &stem, version.saturating_sub(1), &end), with_stem(target, stem, &end)]
}

fn numbered(path: &Path, stem: &OsString, version: u64, end: &OsString) -> PathBuf {
    let mut name = stem.clone();
    name.push(format!("-{version}"));
    with_stem(path, name, end)
}

fn with_stem(path: &Path, mut stem: OsString, end: &OsString) -> PathBuf {
    stem.push(end);
    path.with_file_name(stem)
}

/// The stem, and the ending with its point.
fn parts(path: &Path) -> (OsString, OsString) {
    let stem = path.file_stem().unwrap_or_default().to_owned();
    let mut end = OsString::new();
    if let Some(extension) = path.extension() {
        end.push(".");
        end.push(extension);
    }
    (stem, end)
}

fn without_number(stem: &OsString, version: u64) -> Option<OsString> {
    let number = format!("-{version}");
    let bytes = stem.as_encoded_bytes().strip_suffix(number.as_bytes())?;
    // Only a whole text can be cut without looking into the encoding; another name is numbered as it is.
    std::str::from_utf8(bytes).ok().map(OsString::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_numbered_behind_the_name() {
        let next = |name: &str, version| next_name(Path::new(name), version).display().to_string();
        assert_eq!(next("a/roster.txt", 1), "a/roster-2.txt");
        assert_eq!(next("a/roster-2.txt", 2), "a/roster-3.txt");
        assert_eq!(next("roster-9.txt", 9), "roster-10.txt");
        assert_eq!(next("office-2026", 1), "office-2026-2");
        assert_eq!(next("kept.txt", 4), "kept-5.txt");
    }

    #[test]
    fn the_version_before_is_looked_for_under_both_names() {
        let before = |name: &str, version| names_before(Path::new(name), version);
        assert_eq!(before("roster-2.txt", 2)[1], Path::new("roster.txt"));
        assert_eq!(before("roster-3.txt", 3)[0], Path::new("roster-2.txt"));
        assert!(before("other.txt", 3).is_empty());
    }

    #[test]
    fn a_draft_has_the_name_of_the_roster_to_come() {
        assert_eq!(draft_of(Path::new("roster.txt")), Path::new("roster.txt.draft"));
        assert_eq!(without_draft(Path::new("roster.txt.draft")).as_deref(), Some(Path::new("roster.txt")));
        assert_eq!(without_draft(Path::new("roster.txt")), None);
    }
}
