//! Whatever lies in a bag and is not sealed is found, by its kind and its place (`docs/spec/verdict.md`).

#[path = "golden/tar.rs"]
mod tar;

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;

use sealbag::finding::Severity;
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::DirectoryStore;
use tempfile::TempDir;

const BAG: &[u8] = include_bytes!("../../../fixtures/golden/v1/sealed.tar");

/// The golden bag as a directory.
fn laid_out() -> TempDir {
    let bag = tempfile::tempdir().expect("a folder");
    for (path, bytes) in tar::files(BAG) {
        let path = bag.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    bag
}

/// Codes and places of what weighs at least so much.
fn found(bag: &Path, severity: Severity) -> Vec<(String, String)> {
    let store = DirectoryStore::open(bag).expect("a bag");
    let anchors = Anchors::default();
    let options = Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &Silent };
    let verdict = verify(&store, &options);
    let findings = verdict.findings().iter().filter(|finding| finding.severity >= severity);
    findings.map(|finding| (finding.code.name().to_owned(), finding.place.clone())).collect()
}

/// After this change the bag has this violation and no other.
#[track_caller]
fn violates(change: impl FnOnce(&Path), code: &str, place: &str) {
    let bag = laid_out();
    change(bag.path());
    assert_eq!(found(bag.path(), Severity::Violation), [(code.to_owned(), place.to_owned())]);
}

/// After this change the bag has this remark and no violation.
#[track_caller]
fn remarks(change: impl FnOnce(&Path), code: &str, place: &str) {
    let bag = laid_out();
    change(bag.path());
    assert_eq!(found(bag.path(), Severity::Violation), []);
    assert!(found(bag.path(), Severity::Remark).contains(&(code.to_owned(), place.to_owned())), "{code}");
}

fn a_file() -> String {
    let files = tar::files(BAG);
    files.keys().find(|path| path.starts_with("data/")).expect("a file in data/").clone()
}

#[test]
fn the_bag_as_it_was_sealed_has_no_violation() {
    assert_eq!(found(laid_out().path(), Severity::Violation), []);
}

#[test]
fn a_file_outside_data_that_is_not_sealed_is_a_violation_unless_a_system_left_it() {
    violates(|bag| fs::write(bag.join("note.txt"), b"x").expect("written"), "bag.unlisted", "note.txt");
    violates(|bag| fs::write(bag.join("seal/note.txt"), b"x").expect("written"), "bag.unlisted", "seal/note.txt");
    remarks(|bag| fs::write(bag.join(".DS_Store"), b"x").expect("written"), "bag.stray", ".DS_Store");
    remarks(|bag| fs::write(bag.join("seal/._x"), b"x").expect("written"), "bag.stray", "seal/._x");
    remarks(|bag| fs::create_dir(bag.join("empty")).expect("made"), "bag.empty_directory", "empty");
}

#[test]
fn a_link_or_a_socket_outside_data_is_a_violation_also_under_the_name_of_litter() {
    violates(|bag| symlink("bagit.txt", bag.join("more")).expect("linked"), "bag.not_regular", "more");
    violates(|bag| symlink("nowhere", bag.join("seal/more")).expect("linked"), "bag.not_regular", "seal/more");
    violates(|bag| symlink("seal", bag.join("folder")).expect("linked"), "bag.not_regular", "folder");
    violates(|bag| symlink("nowhere", bag.join(".DS_Store")).expect("linked"), "bag.not_regular", ".DS_Store");
    violates(|bag| drop(UnixListener::bind(bag.join("s")).expect("a socket")), "bag.not_regular", "s");
}

#[test]
fn a_sealed_tag_file_behind_a_link_is_named_once() {
    let moved = |bag: &Path, name: &str| {
        let elsewhere = tempfile::NamedTempFile::new().expect("a file").into_temp_path().keep().expect("kept");
        fs::copy(bag.join(name), &elsewhere).expect("copied");
        fs::remove_file(bag.join(name)).expect("removed");
        symlink(&elsewhere, bag.join(name)).expect("linked");
    };
    violates(|bag| moved(bag, "bagit.txt"), "bag.not_regular", "bagit.txt");
    violates(|bag| moved(bag, "seal/VERIFY.txt"), "bag.not_regular", "seal/VERIFY.txt");
}

#[test]
fn a_file_in_data_that_is_not_sealed_is_a_violation_unless_a_system_left_it() {
    violates(|bag| fs::write(bag.join("data/note.txt"), b"x").expect("written"), "file.added", "data/note.txt");
    violates(|bag| fs::write(bag.join("data/x.DS_Store"), b"x").expect("written"), "file.added", "data/x.DS_Store");
    remarks(|bag| fs::write(bag.join("data/Thumbs.db"), b"x").expect("written"), "bag.stray", "data/Thumbs.db");
    remarks(|bag| fs::create_dir(bag.join("data/empty")).expect("made"), "bag.empty_directory", "data/empty");
}

#[test]
fn a_link_or_a_socket_in_data_is_a_violation_also_beside_a_missing_file() {
    violates(|bag| symlink("nowhere", bag.join("data/more")).expect("linked"), "file.not_regular", "data/more");
    violates(|bag| symlink("../seal", bag.join("data/more")).expect("linked"), "file.not_regular", "data/more");
    violates(|bag| drop(UnixListener::bind(bag.join("data/s")).expect("a socket")), "file.not_regular", "data/s");
    let file = a_file();
    let bag = laid_out();
    fs::rename(bag.path().join(&file), bag.path().join("data/renamed")).expect("renamed");
    let codes = found(bag.path(), Severity::Violation);
    assert!(codes.iter().any(|(code, place)| code == "file.missing" && place.starts_with(&file)), "{codes:?}");
    assert!(codes.contains(&("file.added".to_owned(), "data/renamed".to_owned())), "{codes:?}");
    assert_eq!(codes.len(), 2);
}

#[test]
fn a_directory_of_data_that_is_a_link_to_its_own_files_is_not_followed() {
    let bag = laid_out();
    fs::rename(bag.path().join("data"), bag.path().join("seal/data")).expect("renamed");
    symlink("seal/data", bag.path().join("data")).expect("linked");
    let codes: Vec<String> = found(bag.path(), Severity::Violation).into_iter().map(|(code, _)| code).collect();
    assert!(codes.contains(&"bag.not_regular".to_owned()), "{codes:?}");
    assert!(codes.iter().any(|code| code.starts_with("file.")), "{codes:?}");
}
