//! What is left when the program is ended in the middle, and how it goes on.
//!
//! The work is done in a process of its own, which ends itself at the N-th report of progress without any clearing up.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use sealbag::copy::{CopyError, copy};
use sealbag::finding::Code;
use sealbag::progress::Progress;
use sealbag::seal::{OnUnreadable, Request, SealError, Sealed, partial_path, resume, seal};
use sealbag::verdict::Outcome;
use sealbag_custody::seal_record::Relation;
use sealbag_manifest::layout::ROSTER;
use sealbag_manifest::observer::{Observer, Silent};

use super::carried::roster;
use super::scene::{Scene, record, store, tree};

const OFFICE: &str = "SEALBAG_TEST_OFFICE";
const WORK: &str = "SEALBAG_TEST_WORK";
const END_AT: &str = "SEALBAG_TEST_END_AT";
/// Exit code of a process that ended itself.
const ENDED: i32 = 99;

/// Ends the process at the N-th report.
struct EndAt(AtomicU64);

impl EndAt {
    #[allow(clippy::disallowed_methods, reason = "ending without clearing up is what it is for")]
    fn count(&self) {
        if self.0.fetch_sub(1, Ordering::SeqCst) == 1 {
            std::process::exit(ENDED);
        }
    }
}

impl Observer for EndAt {
    fn bytes(&self, _: u64) {
        self.count();
    }

    fn entry(&self) {
        self.count();
    }
}

impl Progress for EndAt {}

#[test]
#[ignore = "is run by the tests below, as a process that ends itself"]
fn worker() {
    let office = std::env::var_os(OFFICE).expect("run by another test");
    let scene = Scene::at(office.as_ref());
    let number = std::env::var(END_AT).expect("a number").parse().expect("a number");
    let progress = EndAt(AtomicU64::new(number));
    scene.with(&progress, |surroundings| match std::env::var(WORK).as_deref() {
        Ok("copy") => _ = copy(&scene.copy_request(&scene.path("A1.bag"), "new.bag"), surroundings).expect("a copy"),
        Ok("seal") => _ = seal(&carrying(&scene), None, surroundings).expect("a seal"),
        other => panic!("unknown work {other:?}"),
    });
}

/// A request for a seal that carries log and roster.
fn carrying(scene: &Scene) -> Request {
    let mut request = scene.request(&scene.path("evidence"), "new.bag");
    request.previous = Some(scene.gather(&scene.path("A1.bag"), Relation::Derived));
    request.roster = Some(roster(scene, b"a roster\n"));
    request
}

/// Runs the work to its N-th report; true if it ended there, false if it was done before.
fn ends_at(scene: &Scene, work: &str, number: u64) -> bool {
    let this = std::env::current_exe().expect("this program");
    let mut command = Command::new(this);
    command.args(["copy::interrupted::worker", "--exact", "--ignored"]);
    command.env(OFFICE, scene.path("")).env(WORK, work).env(END_AT, number.to_string());
    let output = command.output().expect("a process");
    match output.status.code() {
        Some(ENDED) => true,
        Some(0) => false,
        other => panic!("{other:?}: {}", String::from_utf8_lossy(&output.stdout)),
    }
}

/// An office with a bag whose log has two events.
fn office() -> Scene {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    scene.append(&source);
    scene
}

fn partial(scene: &Scene) -> PathBuf {
    partial_path(&scene.path("new.bag"))
}

fn resumed(scene: &Scene) -> Result<Sealed, SealError> {
    scene.with(&Silent, |surroundings| resume(&scene.path("new.bag"), OnUnreadable::Stop, None, surroundings))
}

#[test]
fn a_copy_that_was_ended_at_any_moment_publishes_nothing_and_goes_on_when_asked_for_again() {
    let scene = office();
    let source = scene.path("A1.bag");
    let before = tree(&source);
    let mut moments = 0;
    while ends_at(&scene, "copy", moments + 1) {
        moments += 1;
        scene.expect_nothing_published("new.bag");
        assert!(partial(&scene).is_dir());
        assert!(matches!(resumed(&scene), Err(SealError::InterruptedCopy { .. })), "moment {moments}");
        let bag = scene.copy(&source, "new.bag");
        scene.expect_confirmed(&bag);
        assert!(record(&bag).resumed, "moment {moments}");
        assert_eq!(tree(&bag.join("data")), tree(&source.join("data")), "moment {moments}");
        assert!(!partial(&scene).exists());
        fs::remove_dir_all(bag).expect("removed");
    }
    assert!(moments > 10, "{moments} moments");
    scene.expect_confirmed(&scene.path("new.bag"));
    assert!(!record(&scene.path("new.bag")).resumed);
    assert_eq!(tree(&source), before, "the source bag was changed");
}

#[test]
fn what_lies_in_an_interrupted_copy_is_compared_before_it_is_believed() {
    let scene = office();
    let (source, outside) = (scene.path("A1.bag"), scene.path("outside"));
    assert!(ends_at(&scene, "copy", 4));
    fs::write(&outside, "somebody's own").expect("a file");
    let data = partial(&scene).join("data");
    fs::create_dir_all(data.join("mail")).expect("a directory");
    for (name, bytes) in [("notes.txt", "meet at ten!\n"), ("planted", "x"), ("mail/inbox", "")] {
        fs::write(data.join(name), bytes).expect("a file");
    }
    let _ = fs::remove_file(data.join("nothing"));
    std::os::unix::fs::symlink(&outside, data.join("nothing")).expect("a link");
    fs::write(partial(&scene).join("seal/planted.txt"), "x").expect("a file");
    fs::write(partial(&scene).join("custody/000001.txt"), "x").expect("a file");
    let bag = scene.copy(&source, "new.bag");
    scene.expect_confirmed(&bag);
    assert_eq!(tree(&bag.join("data")), tree(&source.join("data")));
    assert_eq!(fs::read_to_string(&outside).expect("a file"), "somebody's own");
}

#[test]
fn an_interrupted_copy_of_another_bag_is_not_gone_on_with() {
    let scene = office();
    let other = scene.seal_request(&scene.request(&scene.path("evidence"), "B1.bag")).bag;
    assert!(ends_at(&scene, "copy", 4));
    let before = tree(&partial(&scene));
    let again = scene.try_copy(&other, "new.bag");
    assert!(matches!(again, Err(CopyError::Seal(SealError::InterruptedCopy { .. }))));
    assert_eq!(tree(&partial(&scene)), before);
}

#[test]
fn a_link_in_the_place_of_a_directory_of_an_interrupted_copy_is_refused() {
    for name in ["data", "seal", "custody"] {
        let scene = office();
        assert!(ends_at(&scene, "copy", 4));
        let (place, outside) = (partial(&scene).join(name), scene.path("outside"));
        fs::rename(&place, &outside).expect("moved");
        std::os::unix::fs::symlink(&outside, &place).expect("a link");
        let before = tree(&outside);
        let again = scene.try_copy(&scene.path("A1.bag"), "new.bag");
        assert!(matches!(again, Err(CopyError::Seal(SealError::DamagedPartial { .. }))), "{name}");
        assert_eq!(tree(&outside), before, "{name}");
    }
}

#[test]
fn a_copy_that_was_signed_only_lacks_its_name() {
    let scene = office();
    let bag = scene.copy(&scene.path("A1.bag"), "new.bag");
    let event = fs::read(bag.join("custody/000000.txt")).expect("event 0");
    fs::rename(&bag, partial(&scene)).expect("renamed");
    fs::create_dir(partial(&scene).join(".resume")).expect("a directory");
    fs::write(partial(&scene).join(".resume/copy"), "").expect("a file");
    let again = scene.try_copy(&scene.path("A1.bag"), "new.bag");
    assert!(matches!(again, Err(CopyError::Seal(SealError::Interrupted { .. }))));
    resumed(&scene).expect("the name");
    assert_eq!(fs::read(bag.join("custody/000000.txt")).expect("event 0"), event, "signed twice");
    scene.expect_confirmed(&bag);
}

#[test]
fn a_seal_that_carries_a_log_is_resumed_from_any_moment() {
    let scene = office();
    let mut moments = 0;
    while ends_at(&scene, "seal", moments + 1) {
        moments += 1;
        scene.expect_nothing_published("new.bag");
        let bag = resumed(&scene).expect("a resumed seal").bag;
        scene.expect_confirmed(&bag);
        let sealed = record(&bag);
        assert!(sealed.resumed, "moment {moments}");
        assert_eq!(sealed.previous.as_ref(), Some(carrying(&scene).previous.expect("a log").reference()));
        assert_eq!(tree(&bag.join("seal/previous")), tree(&scene.path("A1.bag/custody")));
        assert_eq!(fs::read(bag.join(ROSTER)).expect("a roster"), b"a roster\n");
        fs::remove_dir_all(bag).expect("removed");
    }
    assert!(moments > 10, "{moments} moments");
}

/// Ends a seal half-way, changes the partial bag, resumes.
pub(super) fn resumed_after(change: impl FnOnce(&std::path::Path)) -> SealError {
    let scene = office();
    assert!(ends_at(&scene, "seal", 3));
    change(&partial(&scene));
    let result = resumed(&scene);
    scene.expect_nothing_published("new.bag");
    result.err().expect("a refusal")
}

pub(super) fn codes(error: SealError) -> Vec<Code> {
    match error {
        SealError::ReadBack { findings, .. } => findings.iter().map(|finding| finding.code).collect(),
        other => panic!("another error: {other}"),
    }
}

#[test]
fn what_is_carried_is_sealed_only_as_it_was_gathered() {
    let planted = resumed_after(|bag| fs::write(bag.join("seal/previous/000002.txt"), "x").expect("a file"));
    assert_eq!(codes(planted), [Code::Unlisted]);
    let changed = resumed_after(|bag| fs::write(bag.join("seal/previous/000001.txt"), "x").expect("a file"));
    assert_eq!(codes(changed), [Code::TagChanged]);
    let removed = resumed_after(|bag| fs::remove_file(bag.join(ROSTER)).expect("removed"));
    assert_eq!(codes(removed), [Code::TagMissing]);
}

#[test]
fn a_list_of_carried_files_that_the_draft_does_not_know_is_refused() {
    let list = ".resume/carried.txt";
    let changes: [fn(&str) -> String; 6] = [
        |text| text.lines().filter(|line| !line.ends_with("000001.txt")).map(|line| format!("{line}\n")).collect(),
        |text| text.lines().filter(|line| !line.ends_with("roster.txt")).map(|line| format!("{line}\n")).collect(),
        |text| text.lines().filter(|line| line.ends_with("roster.txt")).map(|line| format!("{line}\n")).collect(),
        |text| format!("{}  bagit.txt\n{text}", "0".repeat(64)),
        |text| text.replace("roster.txt", "rosters.txt"),
        |_| String::new(),
    ];
    for (number, change) in changes.iter().enumerate() {
        let error = resumed_after(|bag| {
            let text = fs::read_to_string(bag.join(list)).expect("a list");
            fs::write(bag.join(list), change(&text)).expect("a list");
        });
        assert!(matches!(&error, SealError::DamagedPartial { path } if path.ends_with(list)), "{number}: {error}");
    }
}

#[test]
fn a_copy_killed_before_its_first_file_does_not_look_like_a_bag() {
    let scene = office();
    assert!(ends_at(&scene, "copy", 1));
    let outcome = scene.verdict(&partial(&scene)).outcome();
    assert!(!matches!(outcome, Outcome::Confirmed | Outcome::ConfirmedWithRemarks), "{outcome:?}");
    assert!(sealbag::previous::gather(&store(&partial(&scene)), Relation::Copy).is_err());
}

/// Tries the same copy once more while the first one is at work.
struct Second<'a> {
    scene: &'a Scene,
    results: Mutex<Vec<CopyError>>,
}

impl Observer for Second<'_> {
    fn entry(&self) {
        let result = self.scene.try_copy(&self.scene.path("A1.bag"), "new.bag");
        self.results.lock().expect("results").extend(result.err());
    }
}

impl Progress for Second<'_> {}

#[test]
fn a_copy_that_is_at_work_is_not_taken_for_an_interrupted_one() {
    let scene = office();
    let second = Second { scene: &scene, results: Mutex::default() };
    let source = scene.path("A1.bag");
    scene.with(&second, |surroundings| copy(&scene.copy_request(&source, "new.bag"), surroundings)).expect("a copy");
    let results = second.results.into_inner().expect("results");
    assert!(!results.is_empty());
    for error in results {
        assert!(matches!(error, CopyError::Seal(SealError::Busy { .. })), "{error}");
    }
    scene.expect_confirmed(&scene.path("new.bag"));
}
