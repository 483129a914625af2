//! Extraction writes what was verified and nothing else: no changed byte, nothing outside the folder, nothing of a bad bag.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, run_within};
use sealbag_tests::snapshot::snapshot;
use sealbag_tests::tamper::edit;
use sealbag_tests::vectors;

const LIMIT: Duration = Duration::from_secs(20);

fn sealed() -> (Office, PathBuf) {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    (office, bag)
}

fn extract_paths(office: &Office, bag: &Path, paths: &[&str], to: &Path) -> sealbag_tests::program::Run {
    let mut command = office.command(["extract"]);
    command.arg(bag).args(paths).arg("--to").arg(to).arg("--signer").arg(office.signer());
    run_within(&mut command, LIMIT)
}

fn names(folder: &Path) -> Vec<String> {
    snapshot(folder).expect("read").into_keys().map(|path| String::from_utf8_lossy(&path).into_owned()).collect()
}

#[test]
fn named_paths_come_out_with_what_is_below_them_and_above_them() {
    let (office, bag) = sealed();
    let to = office.path("back");
    extract_paths(&office, &bag, &["mail", "empty"], &to).expect_code(0);
    assert_eq!(names(&to), ["", "empty", "mail", "mail/inbox.mbox", "mail/\u{431}\u{430}\u{43d}\u{43a}.csv"]);
    let to = office.path("one");
    extract_paths(&office, &bag, &["mail/inbox.mbox"], &to).expect_code(0);
    assert_eq!(names(&to), ["", "mail", "mail/inbox.mbox"]);
}

#[test]
fn path_that_is_not_sealed_is_said() {
    let (office, bag) = sealed();
    let to = office.path("back");
    let run = extract_paths(&office, &bag, &["nowhere.txt"], &to).expect_code(64);
    assert!(format!("{}{}", run.text(), run.stderr).contains("nowhere.txt"));
    assert!(!to.exists() || names(&to) == [""]);
}

#[test]
fn unanchored_bag_comes_out_only_by_name() {
    let (office, bag) = sealed();
    let to = office.path("back");
    let arguments = ["extract".as_ref(), bag.as_os_str(), "--to".as_ref(), to.as_os_str()];
    office.sealbag(arguments).expect_code(2);
    assert!(!to.exists());
    office.sealbag(arguments.into_iter().chain(["--unanchored".as_ref()])).expect_code(0);
    let source = snapshot(&office.path("source")).expect("read");
    let allowed = Allowed { own_root: true, ..Allowed::default() };
    assert_eq!(differences(&source, &snapshot(&to).expect("read"), allowed), Vec::<String>::new());
}

#[test]
fn changed_file_does_not_come_out() {
    let (office, bag) = sealed();
    edit(&bag, "data/notes.txt", |bytes| bytes[0] ^= 1).expect("change a file");
    let to = office.path("back");
    let run = extract_paths(&office, &bag, &[], &to);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(!to.join("notes.txt").exists());
}

#[test]
fn file_that_was_there_is_not_overwritten() {
    let (office, bag) = sealed();
    let to = office.path("back");
    std::fs::create_dir(&to).expect("make a folder");
    std::fs::write(to.join("notes.txt"), "mine").expect("write");
    extract_paths(&office, &bag, &[], &to).expect_code(64);
    assert_eq!(names(&to), ["", "notes.txt"]);
    assert_eq!(std::fs::read(to.join("notes.txt")).expect("read"), b"mine");
}

/// A link in the bag, and a folder of the same name to be written: no byte may follow the link.
#[test]
fn target_folder_that_is_a_link_is_refused_or_stays_inside() {
    let (office, bag) = sealed();
    std::fs::create_dir(office.path("elsewhere")).expect("make a folder");
    std::fs::create_dir(office.path("back")).expect("make a folder");
    std::os::unix::fs::symlink("../elsewhere", office.path("back/mail")).expect("link");
    let run = extract_paths(&office, &bag, &[], &office.path("back"));
    assert_ne!(run.code, Some(0));
    assert_eq!(names(&office.path("elsewhere")), [""]);
}

/// Findings beside the path from the anchor over the list to the bytes: they do not make a verified file less verified.
const BESIDE: &[&str] = &[
    "bag.not_regular",
    "bag.unlisted",
    "bag_info.mismatch",
    "chunks.malformed",
    "custody.unlisted",
    "file.added",
    "file.not_regular",
    "manifest.mismatch",
    "tag.changed",
    "tag.malformed",
    "tag.missing",
    "tagmanifest.changed",
    "tagmanifest.malformed",
    "tagmanifest.missing",
];

#[test]
fn nothing_comes_out_of_a_bag_whose_seal_list_or_files_do_not_hold() {
    let office = Office::open();
    let signer = office.path("vectors.pub");
    std::fs::write(&signer, vectors::officer_pub()).expect("write the key");
    let guard = office.path("guard");
    std::fs::create_dir_all(guard.join("inside")).expect("make a folder");
    for vector in vectors::of_the_seal().filter(|vector| vector.outcome != "confirmed_with_remarks") {
        let bag = office.path("vector.bag");
        vector.bag.write_to(&bag).expect("write the bag");
        let to = guard.join("inside/back");
        let mut command = office.command(["extract"]);
        command.arg(&bag).arg("--to").arg(&to);
        if !vector.anchors.signers.is_empty() {
            command.arg("--signer").arg(&signer);
        }
        for hash in &vector.anchors.seal_hashes {
            command.arg("--seal-hash").arg(hash);
        }
        let run = run_within(&mut command, LIMIT);
        // SHA-256 and BLAKE3 identify the bytes; a digest that was asked for besides is for `verify`.
        let may_succeed =
            vector.name == "data-md5-of-another-file" || vector.codes.iter().all(|code| BESIDE.contains(code));
        let right = matches!(run.code, Some(1 | 2 | 64)) || (may_succeed && run.code == Some(0));
        assert!(right, "{}: {:?} {}", vector.name, run.code, run.stderr);
        assert_eq!(names(&guard).iter().filter(|path| !path.starts_with("inside/back")).count(), 2, "{}", vector.name);
        if to.exists() {
            std::fs::remove_dir_all(&to).expect("remove what came out");
        }
        std::fs::remove_dir_all(&bag).expect("remove the bag");
    }
}

#[test]
fn names_of_one_file_are_linked_only_where_their_contents_agree() {
    let office = Office::open();
    let (signer, bag, to) = (office.path("vectors.pub"), office.path("vector.bag"), office.path("back"));
    std::fs::write(&signer, vectors::officer_pub()).expect("write the key");
    vectors::with_link_group().write_to(&bag).expect("write the bag");
    let mut command = office.command(["extract"]);
    command.arg(&bag).arg("--to").arg(&to).arg("--signer").arg(&signer);
    run_within(&mut command, LIMIT).expect_code(0);
    let read = |name: &str| std::fs::read(to.join(name)).expect("read what came out");
    assert_eq!(read("twin 3"), vectors::FALSE_TWIN);
    let nodes = snapshot(&to).expect("read");
    assert_eq!(nodes[&b"twin 3"[..]].linked_to, None);
    for name in ["twin 1", "twin 2", "twin 4"] {
        assert_eq!(read(name), vectors::TWIN, "{name}");
        assert_eq!(nodes[name.as_bytes()].linked_to.as_deref(), Some(&b"twin 1"[..]), "{name}");
    }
}

#[test]
fn target_inside_the_bag_is_refused() {
    let (office, bag) = sealed();
    std::os::unix::fs::symlink("A1.bag/data/mail", office.path("way")).expect("link");
    let before = snapshot(&bag).expect("read the bag");
    for to in ["A1.bag/back", "A1.bag/data/mail/back", "A1.bag/data/mail/../back/", "way/back"] {
        let run = extract_paths(&office, &bag, &[], &office.path(to));
        assert_eq!(run.code, Some(64), "{to}: {}", run.stderr);
        let after = snapshot(&bag).expect("read the bag");
        assert_eq!(differences(&before, &after, Allowed::default()), Vec::<String>::new(), "{to}");
    }
}
