//! What `verify` says of data outside the bag: what is missing, added, of another kind, of other content, or was not read
//! when it was sealed.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use sealbag_tests::program::{Office, Verification};
use sealbag_tests::vectors::{officer_pub, scenes};
use serde_json::Value;

/// A detached bag of three files and a link.
fn scene() -> (Office, PathBuf, PathBuf) {
    let office = Office::open();
    let source = office.path("source");
    fs::create_dir(&source).expect("make the folder");
    for name in ["a.txt", "m.txt", "z.txt"] {
        fs::write(source.join(name), name).expect("write");
    }
    symlink("a.txt", source.join("l")).expect("link");
    let bag = office.seal(&source, "A1.bag", &["--payload", "detached"]);
    (office, source, bag)
}

/// Code, place and what was expected of each finding about files.
fn of_files(verification: &Verification) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let findings = verification.verdict["findings"].as_array().expect("the verdict lists findings");
    let all = findings.iter().map(|found| (text(&found["code"]), text(&found["where"]), text(&found["expected"])));
    all.filter(|(code, ..)| code.starts_with("file")).collect()
}

/// The one finding about files, with or without `--quick`.
#[track_caller]
fn one(office: &Office, bag: &Path, source: &Path, options: &[&str]) -> (String, String, String) {
    let source = source.to_str().expect("a plain path");
    let mut found = of_files(&office.verify(bag, &[&["--source", source], options].concat()));
    found.retain(|(code, ..)| code != "files.quick");
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn each_difference_between_a_source_and_its_seal_is_named_and_nothing_else() {
    let is = |found: (String, String, String), code: &str, place: &str| {
        assert_eq!((found.0.as_str(), found.1.as_str()), (code, place));
        found.2
    };
    let (office, source, bag) = scene();
    for options in [&[][..], &["--quick"]] {
        let one = || one(&office, &bag, &source, options);
        fs::remove_file(source.join("m.txt")).expect("remove");
        is(one(), "file.missing", "m.txt");
        fs::write(source.join("m.txt"), "m.txt").expect("write");
        fs::write(source.join("n.txt"), "new").expect("write");
        is(one(), "file.added", "n.txt");
        fs::remove_file(source.join("n.txt")).expect("remove");
        fs::remove_file(source.join("l")).expect("remove");
        symlink("z.txt", source.join("l")).expect("link");
        assert_eq!(is(one(), "file.kind_changed", "l"), "symlink to a.txt");
        fs::remove_file(source.join("l")).expect("remove");
        symlink("a.txt", source.join("l")).expect("link");
        fs::write(source.join("z.txt"), "Z.txt").expect("write");
        let digest = if options.is_empty() { "sha256 " } else { "blake3 " };
        assert!(is(one(), "file.changed", "z.txt").starts_with(digest));
        fs::write(source.join("z.txt"), "z.txt and more").expect("write");
        assert_eq!(is(one(), "file.changed", "z.txt"), "5 bytes");
        fs::write(source.join("z.txt"), "z.txt").expect("write");
    }
}

#[test]
fn a_quick_look_at_a_source_is_said_to_be_one() {
    let (office, source, bag) = scene();
    let source = source.to_str().expect("a plain path");
    assert_eq!(of_files(&office.verify(&bag, &["--source", source])), []);
    assert!(office.verify(&bag, &["--source", source, "--quick"]).has("files.quick"));
}

#[test]
fn what_was_not_read_when_it_was_sealed_is_said_of_a_source_too_whether_the_file_is_there_or_not() {
    let office = Office::open();
    fs::write(office.path("vector.pub"), officer_pub()).expect("write the key");
    let bag = office.path("A1.bag");
    scenes::unreadable_outside().write_to(&bag).expect("write a bag");
    let source = office.path("source");
    fs::create_dir(&source).expect("make the folder");
    let content = scenes::unreadable().file("data/notes.txt").clone();
    fs::write(source.join("notes.txt"), content).expect("write");
    let codes = || {
        let options = ["verify", "A1.bag", "--signer", "vector.pub", "--source", "source", "--json"];
        let found = of_files(&Verification::of(office.sealbag(options)));
        found.into_iter().map(|(code, ..)| code).collect::<Vec<_>>()
    };
    assert_eq!(codes(), ["file.sealed_unreadable"]);
    fs::remove_file(source.join("notes.txt")).expect("remove");
    let mut found = codes();
    found.sort_unstable();
    assert_eq!(found, ["file.missing", "file.sealed_unreadable"]);
}
