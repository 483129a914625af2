//! The same bag packed and unpacked: the same verdict, and the same bytes when it is packed again.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use sealbag::pack::{PackError, PackRequest, UnpackRequest, pack, unpack};
use sealbag::progress::Progress;
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::observer::{Observer, Silent};
use sealbag_manifest::store::{BagStore, DirectoryStore, open_packed};
use sealbag_tests::vectors::{Anchors as Given, NamedFile, all, golden};

use super::archive::Archive;

fn anchors(given: &Given) -> Anchors {
    let contents = |files: &[NamedFile]| files.iter().map(|(_, content)| content.clone()).collect();
    let keys = |files: &[NamedFile]| -> Vec<PublicKey> {
        let lines = files.iter().map(|(_, content)| std::str::from_utf8(content).expect("a line").trim_end());
        lines.map(|line| PublicKey::from_line(line).expect("a key").0).collect()
    };
    Anchors {
        authorities: keys(&given.authorities).into_iter().map(Into::into).collect(),
        rosters: contents(&given.rosters),
        signers: keys(&given.signers),
        seal_hash: given.seal_hashes.first().and_then(|hash| Sha256Digest::from_hex(hash)),
        receipts: contents(&given.receipts),
        ..Anchors::default()
    }
}

fn said(store: &dyn BagStore, anchors: &Anchors) -> String {
    let verdict = verify(store, &Options { anchors, depth: Depth::Full, source: None, progress: &Silent });
    serde_json::to_string(&verdict).expect("JSON")
}

/// Thousands of calls that sync are slow on a disk that is busy.
fn fast_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    tempfile::tempdir_in(place).expect("a folder")
}

fn packed(bag: &Path, out: &Path) -> Result<Vec<u8>, PackError> {
    pack(&PackRequest { bag, out, progress: &Silent })?;
    Ok(fs::read(out).expect("the packed bag"))
}

#[test]
fn every_vector_has_the_same_verdict_packed_and_comes_back_as_it_was() {
    let (mut same, mut wrong) = (0, Vec::new());
    for vector in all() {
        let folder = fast_folder();
        let [bag, out, to] = ["A1.bag", "A1.bag.zip", "to"].map(|name| folder.path().join(name));
        vector.bag.write_to(&bag).expect("the bag is written");
        let first = match packed(&bag, &out) {
            Ok(bytes) => bytes,
            // What a packed bag cannot carry.
            Err(PackError::NotRegular { .. } | PackError::Entry { .. } | PackError::NoBag { .. }) => continue,
            Err(error) => panic!("{}: {error}", vector.name),
        };
        let anchors = anchors(&vector.anchors);
        let here = said(&DirectoryStore::open(&bag).expect("the bag"), &anchors);
        let there = said(&open_packed(&out).expect("a packed bag"), &anchors);
        fs::create_dir(&to).expect("a folder");
        let back = unpack(&UnpackRequest { file: &out, to: &to, progress: &Silent }).expect("it is unpacked");
        let second = packed(&back.bag, &folder.path().join("again.zip")).expect("it is packed again");
        if here != there || first != second {
            wrong.push(vector.name);
        }
        same += 1;
    }
    assert!(wrong.is_empty(), "{} of {same}: {wrong:?}", wrong.len());
    assert!(same > 900, "{same}");
}

#[test]
fn the_golden_bag_is_packed_as_the_specification_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let bag = folder.path().join("A1.bag");
    golden().write_to(&bag).expect("the bag is written");
    assert_eq!(packed(&bag, &folder.path().join("x.zip")).expect("it is packed"), Archive::golden().write());
    let names: Vec<String> = Archive::golden()
        .entries
        .iter()
        .map(|entry| String::from_utf8(entry.central.name.clone()).expect("text"))
        .collect();
    let sample: Vec<&str> = include_str!("../../docs/spec/packed.md")
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with("A1.bag/"))
        .collect();
    assert_eq!(sample, names);
}

/// Enters something into the bag while it is packed.
struct Meddler<'a> {
    with: &'a (dyn Fn() + Sync),
    is_done: AtomicBool,
}

impl Observer for Meddler<'_> {
    fn entry(&self) {
        if !self.is_done.swap(true, Ordering::Relaxed) {
            (self.with)();
        }
    }
}

impl Progress for Meddler<'_> {}

/// Something that happens to a bag, in words and in deed.
type Change = (&'static str, fn(&Path));

#[test]
fn a_bag_that_changes_while_it_is_packed_is_not_packed() {
    let changes: [Change; 4] = [
        ("an event", |bag| fs::write(bag.join("custody/000001.txt"), "x").expect("a file")),
        ("a file cut", |bag| fs::write(bag.join("data/notes.txt"), "").expect("a file")),
        ("the same bytes anew", |bag| {
            let bytes = fs::read(bag.join("bagit.txt")).expect("a file");
            fs::write(bag.join("bagit.txt"), bytes).expect("a file");
        }),
        ("a file gone", |bag| fs::remove_file(bag.join("data/notes.txt")).expect("a file")),
    ];
    for (name, change) in changes {
        let folder = tempfile::tempdir().expect("a folder");
        let [bag, out] = ["A1.bag", "A1.bag.zip"].map(|name| folder.path().join(name));
        golden().write_to(&bag).expect("the bag is written");
        // What was written in the same tick of the clock would look the same.
        std::thread::sleep(std::time::Duration::from_millis(20));
        let meddler = Meddler { with: &|| change(&bag), is_done: AtomicBool::new(false) };
        let result = pack(&PackRequest { bag: &bag, out: &out, progress: &meddler });
        assert!(matches!(result, Err(PackError::Changed)), "{name}: {result:?}");
        let left: Vec<_> = fs::read_dir(folder.path()).expect("the folder").collect();
        assert_eq!(left.len(), 1, "{name}: {left:?}");
    }
}

/// The user nobody may list the bag but look at nothing in it, or may not list a part of it. (A call that fails once is in the
/// faults table.)
#[cfg(feature = "tools")]
#[test]
fn a_bag_of_which_a_part_cannot_be_looked_at_is_not_packed() {
    use std::os::unix::fs::PermissionsExt;
    let office = sealbag_tests::program::Office::open_to_all();
    golden().write_to(&office.path("A1.bag")).expect("the bag is written");
    for (part, mode) in [("A1.bag", 0o744), ("A1.bag/custody", 0o700), ("A1.bag/data", 0o744), ("A1.bag/seal", 0o000)] {
        let place = office.path(part);
        let before = fs::metadata(&place).expect("a directory").permissions();
        fs::set_permissions(&place, fs::Permissions::from_mode(mode)).expect("its mode");
        let mut command = office.command(["pack", "A1.bag"]);
        let run =
            sealbag_tests::program::run_within(office.as_nobody(&mut command), std::time::Duration::from_secs(20));
        fs::set_permissions(&place, before).expect("its mode");
        assert_eq!(run.code, Some(2), "{part} {mode:o}: {}{}", run.text(), run.stderr);
        assert!(!office.path("A1.bag.zip").exists(), "{part} {mode:o}");
    }
}

#[test]
fn what_stands_in_the_way_of_packing_and_unpacking_is_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let [bag, out, to, far] = ["A1.bag", "A1.bag.zip", "to", "far"].map(|name| folder.path().join(name));
    golden().write_to(&bag).expect("the bag is written");
    [&to, &far].into_iter().for_each(|folder| fs::create_dir(folder).expect("a folder"));
    fs::write(&out, "mine").expect("a file");
    assert!(matches!(packed(&bag, &out), Err(PackError::OutputExists { .. })));
    assert_eq!(fs::read(&out).expect("a file"), b"mine");
    fs::remove_file(&out).expect("a file");

    // A link where the file is made, and one where the directory is made.
    let aside = folder.path().join(".A1.bag.zip.packing.tmp");
    std::os::unix::fs::symlink(far.join("written"), &aside).expect("a link");
    assert!(matches!(packed(&bag, &out), Err(PackError::Busy { .. })));
    fs::remove_file(&aside).expect("the link");
    fs::write(&aside, "of a run that was killed").expect("a file");
    packed(&bag, &out).expect("it is packed");
    assert!(!aside.exists());

    let request = UnpackRequest { file: &out, to: &to, progress: &Silent };
    let partial = to.join(".A1.bag.unpacking.partial");
    std::os::unix::fs::symlink(&far, &partial).expect("a link");
    assert!(unpack(&request).is_err());
    fs::remove_file(&partial).expect("the link");
    // What a killed run left, with a link in it, goes; what the link leads to stays.
    fs::create_dir(&partial).expect("a folder");
    fs::write(far.join("kept"), "").expect("a file");
    std::os::unix::fs::symlink(&far, partial.join("data")).expect("a link");
    unpack(&request).expect("it is unpacked");
    assert!(!partial.exists());
    assert_eq!(fs::read_dir(&far).expect("the folder").count(), 1);
    fs::remove_dir_all(to.join("A1.bag")).expect("the bag");
    std::os::unix::fs::symlink(&far, to.join("A1.bag")).expect("a link");
    assert!(unpack(&request).is_err());
    assert_eq!(fs::read_dir(&far).expect("the folder").count(), 1);
}
