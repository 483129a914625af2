//! An interrupted seal goes on from what lies in the partial bag, and trusts nothing that lies there.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag_manifest::hash::sha256;
use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::hostile::small;
use sealbag_tests::maker::Maker;
use sealbag_tests::program::{Office, Run, program, run_within};
use sealbag_tests::snapshot::snapshot;

const LIMIT: Duration = Duration::from_secs(120);
/// So many that some thread writes as often as [`KILLED_AT`] says, whatever the number of threads.
const FILES: usize = 2_800;
/// The write of a copy, counted in each thread, at which the program is killed: some records of small files were written by then.
const KILLED_AT: usize = 700;
/// Come first in the list: they were copied before the program was killed.
const FIRST: [&str; 2] = ["a/0000.txt", "a/0001.txt"];
/// Another name of the first file, which was not reached.
const LINK: &str = "z/again.txt";
/// Comes last in the list: it was not reached.
const LAST: &str = "z/last.txt";

/// A source, and the partial bag of a seal that was killed half-way.
struct Interrupted {
    office: Office,
    source: PathBuf,
    bag: PathBuf,
    partial: PathBuf,
}

impl Interrupted {
    /// Which thread is killed first is chance: the scene is set again until the first files were copied and the last was not.
    fn begin() -> Self {
        (0..20).find_map(|_| Self::killed_half_way()).expect("a seal that is killed half-way")
    }

    fn killed_half_way() -> Option<Self> {
        let office = Office::open();
        let (source, bag, partial) = (office.path("source"), office.path("A1.bag"), office.path("A1.bag.partial"));
        let tree = Maker::at(&source).expect("make the source");
        for number in 0..FILES {
            tree.file(format!("a/{number:04}.txt"), format!("content of file {number}\n")).expect("write a file");
        }
        tree.file(LAST, "the last file\n").expect("write a file");
        tree.hard_link(FIRST[0], LINK).expect("link a file");
        let seal = office.seal_command(&source, &bag, &[]);
        let mut traced = Command::new("strace");
        office.clean(&mut traced).args(["-f", "-qq", "-o", "/dev/null", "-e"]);
        traced.arg(format!("inject=pwrite64:signal=SIGKILL:when={KILLED_AT}"));
        traced.arg(seal.get_program()).args(seal.get_args());
        let run = run_within(&mut traced, LIMIT);
        assert!(run.code.is_none() && !run.hung, "not killed: {:?} {}", run.code, run.stderr);
        let scene = Self { office, source, bag, partial };
        assert!(!scene.bag.exists());
        let is_copied = |file: &&str| fs::read(scene.copy(file)).ok() == fs::read(scene.source.join(file)).ok();
        let journal =
            fs::read(scene.partial.join(".resume/journal.1")).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let is_noted = |file: &&str| journal.as_ref().is_ok_and(|journal| journal.contains(*file));
        let is_begun = FIRST.iter().all(is_copied) && FIRST.iter().all(is_noted);
        (is_begun && !scene.copy(LAST).exists()).then_some(scene)
    }

    /// Where a file's copy lies in the partial bag.
    fn copy(&self, file: &str) -> PathBuf {
        self.partial.join("data").join(file)
    }

    fn resume_with(&self, key: &Path) -> Run {
        resume(&self.office, &self.bag, key)
    }

    /// Goes on and expects a bag that verifies and gives the source back.
    #[track_caller]
    fn finish(&self) -> Run {
        let run = self.resume_with(&self.office.key()).expect_code(0);
        assert!(!self.partial.exists());
        let verification = self.office.verify(&self.bag, &[]);
        assert_eq!(verification.codes(), ["anchor.signer_key", "time.none"], "{}", verification.bytes);
        let back = self.office.path("back");
        self.office.extract(&self.bag, &back, &[]).expect_code(0);
        let (source, back) = (snapshot(&self.source).expect("read"), snapshot(&back).expect("read"));
        let allowed = Allowed { own_root: true, ..Allowed::default() };
        assert_eq!(differences(&source, &back, allowed), Vec::<String>::new());
        run
    }

    /// Goes on and expects a refusal that leaves no bag.
    #[track_caller]
    fn expect_refused(&self, key: &Path, code: i32) -> Run {
        let run = self.resume_with(key).expect_code(code);
        assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
        assert!(!self.bag.exists() && !self.partial.join("custody/000000.txt").exists());
        run
    }
}

fn resume(office: &Office, bag: &Path, key: &Path) -> Run {
    let mut command = office.command(["seal", "--resume", "--json"]);
    run_within(command.arg("--out").arg(bag).arg("--key").arg(key), LIMIT)
}

/// Another officer's key.
fn another_key(office: &Office) -> PathBuf {
    let key = office.path("another.key");
    let arguments = ["key", "new", "Another Officer", "--no-passphrase", "--out", "another.key"];
    office.sealbag(arguments).expect_code(0);
    key
}

#[test]
fn killed_seal_is_finished_and_says_so() {
    let scene = Interrupted::begin();
    let run = scene.finish();
    let said: serde_json::Value = serde_json::from_slice(&run.stdout).expect("a JSON object");
    let reused = said["reused_files"].as_u64().expect("a number");
    assert!((1..FILES as u64).contains(&reused), "{reused} files were taken over");
    let record = fs::read_to_string(scene.bag.join("custody/000000.txt")).expect("read the seal");
    assert!(record.lines().any(|line| line == "resumed = true"), "{record}");
    let digest = sha256(&fs::read(program()).expect("read the program")).to_hex();
    let tool =
        format!("[[tool]]\nname = \"sealbag\"\nversion = \"{}\"\nsha256 = \"{digest}\"\n", env!("CARGO_PKG_VERSION"));
    assert!(record.matches("[[tool]]").count() == 1 && record.contains(&tool), "{record}");
}

#[test]
fn names_of_one_file_are_one_group_over_an_interruption() {
    let scene = Interrupted::begin();
    scene.finish();
    let list = fs::read_to_string(scene.bag.join("seal/entries.jsonl")).expect("read the list");
    let groups: Vec<serde_json::Value> = list
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("an entry"))
        .filter(|entry| [FIRST[0], LINK].contains(&entry["path"].as_str().expect("a path")))
        .map(|entry| entry["link_group"].clone())
        .collect();
    assert!(matches!(groups.as_slice(), [one, other] if one.is_string() && one == other), "{groups:?}");
}

#[test]
fn files_that_left_the_source_are_not_in_the_bag() {
    let scene = Interrupted::begin();
    for file in FIRST {
        fs::remove_file(scene.source.join(file)).expect("remove a file");
    }
    scene.finish();
    for file in FIRST {
        assert!(!scene.bag.join("data").join(file).exists(), "{file}");
    }
    let left = fs::read_dir(scene.bag.join("data/a")).expect("list the copies").count();
    assert_eq!(left, FILES - FIRST.len());
}

#[test]
fn directory_that_left_the_source_is_not_in_the_bag() {
    let scene = Interrupted::begin();
    fs::remove_dir_all(scene.source.join("a")).expect("remove a directory");
    scene.finish();
    assert!(!scene.bag.join("data/a").exists());
}

#[test]
fn directory_in_the_place_of_a_file_is_put_out_of_the_way() {
    let scene = Interrupted::begin();
    fs::remove_file(scene.copy(FIRST[0])).expect("remove a copy");
    for file in [FIRST[0], LAST] {
        fs::create_dir_all(scene.copy(file).join("below")).expect("make a directory");
        fs::write(scene.copy(file).join("below/planted.txt"), "planted").expect("write");
    }
    scene.finish();
}

#[test]
fn file_in_the_place_of_a_directory_is_put_out_of_the_way() {
    let scene = Interrupted::begin();
    fs::remove_dir_all(scene.copy("a")).expect("remove the copies");
    for directory in ["a", "z"] {
        fs::write(scene.copy(directory), "planted").expect("write");
    }
    scene.finish();
}

#[test]
fn copies_changed_since_are_made_anew() {
    let scene = Interrupted::begin();
    fs::write(scene.copy(FIRST[0]), "content of file 9\n").expect("change a copy");
    fs::write(scene.copy(FIRST[1]), "").expect("cut a copy");
    fs::write(scene.copy("a/planted.txt"), "planted").expect("write");
    scene.finish();
    assert!(!scene.bag.join("data/a/planted.txt").exists());
}

/// Both have the same size and the time of their last change as before; one was written to, the other is another file.
#[test]
fn files_of_the_source_that_changed_since_are_read_again() {
    let scene = Interrupted::begin();
    let [changed, replaced] = [FIRST[0], FIRST[1]].map(|file| scene.source.join(file));
    for file in [&changed, &replaced] {
        let before = file.metadata().and_then(|status| status.modified()).expect("the time of the last change");
        let other: Vec<u8> = fs::read(file).expect("read").iter().rev().copied().collect();
        if *file == replaced {
            fs::rename(file, scene.office.path("away")).expect("move");
        }
        fs::write(file, other).expect("write");
        File::options().write(true).open(file).and_then(|file| file.set_modified(before)).expect("put the time back");
    }
    scene.finish();
}

/// The link leads to true copies, to files that would be overwritten, and to one that the list does not have.
#[test]
fn nothing_outside_is_touched_through_a_link_in_the_place_of_a_directory() {
    let scene = Interrupted::begin();
    let outside = scene.office.path("outside");
    fs::rename(scene.copy("a"), &outside).expect("move the copies outside");
    fs::write(outside.join("000.txt"), "somebody's own\n").expect("write");
    fs::write(outside.join("own.txt"), "somebody's own\n").expect("write");
    symlink(&outside, scene.copy("a")).expect("link");
    symlink("../../outside", scene.copy("z")).expect("link");
    let before = snapshot(&outside).expect("read");
    scene.finish();
    assert_eq!(differences(&before, &snapshot(&outside).expect("read"), Allowed::default()), Vec::<String>::new());
    assert!(scene.bag.join("data/a").symlink_metadata().expect("look").is_dir());
}

#[test]
fn nothing_outside_is_touched_through_a_link_in_the_place_of_a_file() {
    let scene = Interrupted::begin();
    let outside = scene.office.path("outside.txt");
    fs::write(&outside, "somebody's own\n").expect("write");
    fs::remove_file(scene.copy(FIRST[0])).expect("remove a copy");
    fs::create_dir(scene.copy("z")).expect("make a directory");
    for file in [FIRST[0], LAST, "a/planted.txt"] {
        symlink(&outside, scene.copy(file)).expect("link");
    }
    scene.finish();
    assert_eq!(fs::read(&outside).expect("read"), b"somebody's own\n");
}

#[test]
fn strange_file_beside_the_bag_is_not_signed() {
    let scene = Interrupted::begin();
    fs::write(scene.partial.join(".resume-evil"), "planted").expect("write");
    let run = scene.expect_refused(&scene.office.key(), 2);
    assert!(run.stderr.contains(".resume-evil"), "{}", run.stderr);
    fs::remove_file(scene.partial.join(".resume-evil")).expect("remove");
    scene.finish();
}

#[test]
fn event_that_nobody_made_is_not_signed() {
    let scene = Interrupted::begin();
    fs::write(scene.partial.join("custody/000001.txt"), "format = \"sealbag/event/v1\"\n").expect("write");
    let run = scene.expect_refused(&scene.office.key(), 2);
    assert!(run.stderr.contains("custody/000001.txt"), "{}", run.stderr);
}

#[test]
fn seal_begun_with_one_key_is_not_finished_with_another() {
    let scene = Interrupted::begin();
    let another = another_key(&scene.office);
    let before = snapshot(&scene.partial).expect("read");
    scene.expect_refused(&another, 64);
    assert_eq!(
        differences(&before, &snapshot(&scene.partial).expect("read"), Allowed::default()),
        Vec::<String>::new()
    );
    scene.finish();
}

#[test]
fn bag_of_another_signer_is_not_published_as_ones_own() {
    let office = Office::open();
    let (source, bag, partial) = (office.path("source"), office.path("A1.bag"), office.path("A1.bag.partial"));
    small(&source).expect("make the tree");
    let another = another_key(&office);
    let mut command = office.command(["seal", "source", "--out", "other.bag", "--case", "1", "--exhibit", "1"]);
    run_within(command.arg("--key").arg(&another), LIMIT).expect_code(0);
    fs::rename(office.path("other.bag"), &partial).expect("rename");
    let before = snapshot(&partial).expect("read");
    resume(&office, &bag, &office.key()).expect_code(64);
    assert!(!bag.exists());
    assert_eq!(differences(&before, &snapshot(&partial).expect("read"), Allowed::default()), Vec::<String>::new());
    resume(&office, &bag, &another).expect_code(0);
    assert!(bag.exists() && !partial.exists());
}

#[test]
fn nothing_outside_is_touched_through_a_link_in_the_place_of_a_tag_file() {
    let names = [
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "seal/VERIFY.txt",
        "seal/entries.jsonl",
        "seal/chunks.blake3",
        "custody/000000.txt",
    ];
    let scene = Interrupted::begin();
    let outside = scene.office.path("outside");
    fs::create_dir(&outside).expect("make a folder");
    for (number, name) in names.into_iter().enumerate() {
        let own = outside.join(number.to_string());
        fs::write(&own, "somebody's own\n").expect("write");
        _ = fs::remove_file(scene.partial.join(name));
        symlink(&own, scene.partial.join(name)).expect("link");
    }
    symlink(outside.join("new"), scene.partial.join(".resume/journal.2")).expect("link");
    let before = snapshot(&outside).expect("read");
    scene.resume_with(&scene.office.key());
    assert_eq!(differences(&before, &snapshot(&outside).expect("read"), Allowed::default()), Vec::<String>::new());
}

#[test]
fn a_link_in_the_place_of_a_directory_of_the_partial_bag_is_refused() {
    for name in ["data", "seal", "custody", ".resume"] {
        let scene = Interrupted::begin();
        let outside = scene.office.path("outside");
        fs::rename(scene.partial.join(name), &outside).expect("move the directory");
        symlink(&outside, scene.partial.join(name)).expect("link");
        let before = snapshot(&outside).expect("read");
        scene.resume_with(&scene.office.key()).expect_code(2);
        let after = snapshot(&outside).expect("read");
        assert_eq!(differences(&before, &after, Allowed::default()), Vec::<String>::new(), "{name}");
    }
}

/// Stopped at each sync before the draft has its name: there is nothing to go on with, and nothing in the way.
#[test]
fn a_seal_that_had_not_begun_is_begun_again_by_the_same_command() {
    for sync in 1..=3 {
        let office = Office::open();
        let (source, bag, partial) = (office.path("source"), office.path("A1.bag"), office.path("A1.bag.partial"));
        small(&source).expect("make the source");
        let seal = office.seal_command(&source, &bag, &[]);
        let mut traced = Command::new("strace");
        office.clean(&mut traced).args(["-f", "-qq", "-o", "/dev/null", "-e"]);
        traced.arg(format!("inject=fsync:signal=SIGKILL:when={sync}"));
        traced.arg(seal.get_program()).args(seal.get_args());
        let run = run_within(&mut traced, LIMIT);
        assert!(run.code.is_none() && !run.hung, "not killed: {:?} {}", run.code, run.stderr);
        assert!(partial.exists() && !partial.join(".resume/draft.txt").exists(), "sync {sync}");
        let refused = resume(&office, &bag, &office.key()).expect_code(64);
        assert!(refused.stderr.contains("without --resume"), "{}", refused.stderr);
        run_within(&mut office.seal_command(&source, &bag, &[]), LIMIT).expect_code(0);
        assert!(!partial.exists());
        assert_eq!(office.verify(&bag, &[]).outcome(), "confirmed_with_remarks");
    }
}

#[test]
fn what_lies_in_a_partial_bag_that_was_not_begun_is_not_taken_over() {
    let office = Office::open();
    let (source, bag) = (office.path("source"), office.path("A1.bag"));
    small(&source).expect("make the source");
    fs::create_dir_all(office.path("A1.bag.partial/data")).expect("make a folder");
    fs::write(office.path("A1.bag.partial/data/own.txt"), "somebody's own\n").expect("write");
    run_within(&mut office.seal_command(&source, &bag, &[]), LIMIT).expect_code(64);
    assert_eq!(fs::read(office.path("A1.bag.partial/data/own.txt")).expect("read"), b"somebody's own\n");
    assert!(!bag.exists());
}
