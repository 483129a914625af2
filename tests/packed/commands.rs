//! The commands on a packed bag: those that read take it, those that write refuse it.

use std::fs;

use sealbag_tests::program::Office;
use serde_json::Value;

fn sealed() -> Office {
    let office = Office::open();
    fs::create_dir(office.path("evidence")).expect("a folder");
    fs::write(office.path("evidence/notes.txt"), "seen").expect("a file");
    fs::create_dir(office.path("evidence/empty")).expect("a folder");
    office.seal(&office.path("evidence"), "A1.bag", &[]);
    office
}

#[test]
fn pack_and_unpack_say_what_they_made_and_never_overwrite() {
    let office = sealed();
    let told: Value =
        serde_json::from_slice(&office.sealbag(["pack", "A1.bag", "--json"]).expect_code(0).stdout).expect("JSON");
    let size = fs::metadata(office.path("A1.bag.zip")).expect("the file").len();
    assert_eq!((&told["format"], &told["size"]), (&"sealbag/packed/v1".into(), &size.into()));
    assert!(office.sealbag(["pack", "A1.bag"]).expect_code(64).stderr.contains("not overwritten"));
    assert!(office.sealbag(["pack", "A1.bag", "--out", "A1.bag/data/x.zip"]).expect_code(64).stderr.contains("inside"));
    assert!(office.sealbag(["pack", "A1.bag.zip"]).expect_code(64).stderr.contains("unpack"));
    assert!(office.sealbag(["unpack", "A1.bag.zip"]).expect_code(64).stderr.contains("not overwritten"));
    fs::create_dir(office.path("to")).expect("a folder");
    let run = office.sealbag(["unpack", "A1.bag.zip", "--to", "to", "--json"]).expect_code(0);
    let told: Value = serde_json::from_slice(&run.stdout).expect("JSON");
    assert_eq!((&told["format"], &told["bag"]), (&"sealbag/unpacked/v1".into(), &"to/A1.bag".into()));
    office.sealbag(["pack", "to/A1.bag", "--out", "again.zip"]).expect_code(0);
    let bytes = |name: &str| fs::read(office.path(name)).expect("a file");
    assert_eq!(bytes("again.zip"), bytes("A1.bag.zip"));
    assert_eq!(office.sealbag(["unpack", "evidence/notes.txt"]).code, Some(2));
    assert_eq!(office.sealbag(["pack", "evidence/empty", "--out", "x.zip"]).code, Some(64));
    assert_eq!(office.sealbag(["pack", "nowhere"]).code, Some(2));
}

#[test]
fn commands_that_read_say_the_same_of_a_packed_bag() {
    let office = sealed();
    office.sealbag(["pack", "A1.bag", "--out", "packed"]).expect_code(0);
    let bag = office.verify(&office.path("A1.bag"), &[]);
    let packed = office.verify(&office.path("packed"), &[]);
    assert_eq!(bag.bytes, packed.bytes);
    assert_eq!(packed.outcome(), "confirmed_with_remarks");
    let quick = |name| office.verify(&office.path(name), &["--quick"]).bytes;
    assert_eq!(quick("A1.bag"), quick("packed"));
    for command in ["log", "audit"] {
        let run = |name| office.sealbag([command, name, "--signer", "officer.key.pub"]).expect_code(0).text();
        assert_eq!(run("A1.bag").replace("A1.bag", "packed"), run("packed"), "{command}");
    }
    let receipt = |name| office.sealbag(["receipt", name, "--out", "-"]).expect_code(0).text();
    assert_eq!(receipt("A1.bag"), receipt("packed"));
    fs::write(office.path("kept.txt"), receipt("A1.bag")).expect("a file");
    office.sealbag(["receipt", "check", "kept.txt", "--bag", "packed"]).expect_code(0);
    office.extract(&office.path("packed"), &office.path("out"), &[]).expect_code(0);
    assert_eq!(fs::read(office.path("out/notes.txt")).expect("a file"), b"seen");
    assert!(office.path("out/empty").is_dir());
}

#[test]
fn commands_that_write_refuse_a_packed_bag_and_say_what_to_do() {
    let office = sealed();
    office.sealbag(["pack", "A1.bag"]).expect_code(0);
    let before = fs::read(office.path("A1.bag.zip")).expect("a file");
    let lines: [&[&str]; 6] = [
        &["release", "A1.bag.zip", "--to", "officer.key.pub", "--purpose", "x", "--key", "officer.key"],
        &["accept", "A1.bag.zip", "--yes", "--signer", "officer.key.pub", "--key", "officer.key"],
        &[
            "custody",
            "incident",
            "A1.bag.zip",
            "--kind",
            "other",
            "--purpose",
            "x",
            "--remark",
            "x",
            "--key",
            "officer.key",
        ],
        &["custody", "verify", "A1.bag.zip", "--purpose", "x", "--key", "officer.key"],
        &[
            "custody",
            "copy",
            "A1.bag.zip",
            "--out",
            "A2.bag",
            "--purpose",
            "x",
            "--exhibit",
            "A2",
            "--key",
            "officer.key",
        ],
        &[
            "custody",
            "reseal",
            "A1.bag.zip",
            "--out",
            "A2.bag",
            "--purpose",
            "x",
            "--exhibit",
            "A2",
            "--key",
            "officer.key",
        ],
    ];
    for line in lines {
        let run = office.sealbag(line).expect_code(64);
        assert!(run.stderr.contains("sealbag unpack"), "{line:?}: {}", run.stderr);
    }
    assert_eq!(fs::read(office.path("A1.bag.zip")).expect("a file"), before);
    assert!(!office.path("A2.bag").exists());
}

#[test]
fn a_search_takes_a_file_for_a_packed_bag_by_its_name_and_one_that_is_named_by_its_content() {
    let office = sealed();
    fs::create_dir(office.path("shelf")).expect("a folder");
    office.sealbag(["pack", "A1.bag", "--out", "shelf/A1.bag.zip"]).expect_code(0);
    fs::write(office.path("shelf/A2.bag.zip"), "no archive").expect("a file");
    fs::write(office.path("shelf/letter.zip"), "no archive").expect("a file");
    let run = office.sealbag(["verify", "shelf", "--signer", "officer.key.pub"]).expect_code(2);
    assert!(run.text().contains("bags 2\n"), "{}", run.text());
    let run = office.sealbag(["audit", "shelf", "--signer", "officer.key.pub"]).expect_code(2);
    assert!(run.text().contains("AUDIT OF 2 BAGS"), "{}", run.text());
    fs::rename(office.path("shelf/A1.bag.zip"), office.path("letter.txt")).expect("renamed");
    office.sealbag(["verify", "letter.txt", "--signer", "officer.key.pub"]).expect_code(0);
    office.sealbag(["audit", "letter.txt", "--signer", "officer.key.pub", "--fixity"]).expect_code(0);
}
