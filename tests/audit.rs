//! `sealbag audit`: many bags at once, alone and against each other, killed and gone on with (`docs/spec/audit.md`).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use sealbag_tests::program::{Office, Run, peak_memory, run_within};
use sealbag_tests::vectors::scenes::{self, Mention};
use sealbag_tests::vectors::{Tree, officer_pub};
use serde_json::Value;

const LIMIT: Duration = Duration::from_secs(600);
const MANY: usize = 3000;

/// An office with the officer's public key, and bags in `store/`.
struct Scene {
    office: Office,
}

impl Scene {
    fn new() -> Self {
        Self::in_office(Office::open())
    }

    fn in_office(office: Office) -> Self {
        fs::write(office.path("officer.pub"), officer_pub()).expect("write the key");
        Self { office }
    }

    fn with(self, place: &str, bag: &Tree) -> Self {
        self.put(place, bag);
        self
    }

    fn put(&self, place: &str, bag: &Tree) {
        bag.write_to(&self.at(place)).expect("write a bag");
    }

    fn at(&self, place: &str) -> PathBuf {
        self.office.path("store").join(place)
    }

    fn file(&self, name: &str, content: &[u8]) {
        let path = self.office.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folder");
        fs::write(path, content).expect("write a file");
    }

    fn audit(&self, options: &[&str]) -> Run {
        let arguments = ["audit", "store", "--signer", "officer.pub"].iter().chain(options);
        run_within(&mut self.office.command(arguments), LIMIT)
    }

    #[track_caller]
    fn json(&self, options: &[&str]) -> Lines {
        let options: Vec<&str> = options.iter().copied().chain(["--json"]).collect();
        Lines::of(self.audit(&options))
    }
}

/// What `audit --json` printed.
struct Lines {
    run: Run,
    bags: Vec<Value>,
    across: Vec<Value>,
    totals: Value,
}

impl Lines {
    #[track_caller]
    fn of(run: Run) -> Self {
        let (mut bags, mut across, mut totals) = (vec![], vec![], Value::Null);
        for line in run.text().lines() {
            let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            match value["format"].as_str() {
                Some("sealbag/audit-bag/v1") => bags.push(value),
                Some("sealbag/audit-across/v1") => across.push(value),
                Some("sealbag/audit-totals/v1") => totals = value,
                other => panic!("a line of format {other:?}"),
            }
        }
        assert!(totals.is_object(), "no totals: {}\n{}", run.text(), run.stderr);
        Self { run, bags, across, totals }
    }

    fn count(&self, what: &str) -> u64 {
        self.totals[what].as_u64().unwrap_or_else(|| panic!("{what} is a number: {}", self.totals))
    }

    fn code(&self) -> Option<i32> {
        self.run.code
    }

    /// The totals without what they say of the run before.
    fn totals_made_now(&self) -> Value {
        let mut totals = self.totals.clone();
        let members = totals.as_object_mut().expect("an object");
        members.remove("judged_before");
        members.remove("judged_before_oldest");
        totals
    }

    fn kinds(&self) -> Vec<&str> {
        self.across.iter().map(|across| across["kind"].as_str().expect("a kind")).collect()
    }

    fn paths(&self) -> Vec<&str> {
        self.bags.iter().map(|bag| bag["path"].as_str().expect("a path")).collect()
    }
}

fn codes(bag: &Value) -> BTreeSet<&str> {
    bag["totals"].as_object().expect("totals").keys().map(String::as_str).collect()
}

#[test]
fn bags_below_directories_are_judged_in_the_order_of_their_paths() {
    let scene = Scene::new();
    for (number, place) in ["b/2.bag", "a.bag", "b/1.bag", "b.x/3.bag", "c/d/e/4.bag"].iter().enumerate() {
        scene.put(place, &scenes::small(number));
    }
    scene.put("a.bag/data/inner.bag", &scenes::small(9));
    std::os::unix::fs::symlink(scene.at("c"), scene.at("z")).expect("link");
    let lines = scene.json(&[]);
    let expected = ["store/a.bag", "store/b/1.bag", "store/b/2.bag", "store/b.x/3.bag", "store/c/d/e/4.bag"];
    assert_eq!(lines.paths(), expected);
    assert_eq!((lines.code(), lines.count("bags"), lines.count("log_sound")), (Some(0), 5, 5));
    assert_eq!((lines.kinds(), lines.count("links")), (vec!["link"], 1));
    assert_eq!(lines.across[0]["places"], serde_json::json!(["store/z"]));
}

#[test]
fn files_are_read_only_with_fixity_and_what_was_not_read_is_no_pass() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    fs::write(scene.at("A1.bag/data/notes.txt"), "another").expect("change a file");
    let lines = scene.json(&[]);
    assert_eq!((lines.code(), lines.count("log_sound"), lines.count("confirmed_with_remarks")), (Some(0), 1, 0));
    let checks = lines.bags[0]["checks"].as_array().expect("checks");
    let files = checks.iter().find(|check| check["check"] == "files").expect("the check");
    assert_eq!(files["status"], "not_run");
    assert!(files["why"].as_str().is_some_and(|why| why.contains("--fixity")));
    let text = scene.audit(&[]).expect_code(0).text();
    assert!(text.contains("log sound, files not read") && !text.contains("confirmed"), "{text}");

    let lines = scene.json(&["--fixity"]);
    assert_eq!((lines.code(), lines.count("violated")), (Some(1), 1));
    assert!(codes(&lines.bags[0]).contains("file.changed"));
}

#[test]
fn whole_bags_are_confirmed_with_fixity() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1)).with("A2.bag", &scenes::small(2));
    let lines = scene.json(&["--fixity"]);
    assert_eq!((lines.code(), lines.count("confirmed_with_remarks"), lines.count("with_remarks")), (Some(0), 2, 0));
}

#[test]
fn a_place_that_cannot_be_looked_at_is_a_result_of_its_own() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    scene.file("a file", b"no bag");
    fs::create_dir(scene.office.path("empty")).expect("folder");
    let lines = scene.json(&["missing", "a file", "empty"]);
    assert_eq!((lines.code(), lines.count("bags"), lines.count("not_opened")), (Some(2), 4, 3));
    assert!(lines.bags[1..].iter().all(|bag| bag["outcome"] == "not_opened" && bag["why"].is_string()));
}

#[test]
fn a_bag_without_its_log_is_violated_and_one_in_the_making_is_no_bag() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1)).with("A2.bag.partial", &scenes::small(2));
    for name in ["A1.bag", "A2.bag.partial"] {
        fs::remove_dir_all(scene.at(name).join("custody")).expect("remove the log");
    }
    let lines = scene.json(&[]);
    assert_eq!(
        (lines.code(), lines.count("bags"), lines.count("violated"), lines.count("partial")),
        (Some(1), 1, 1, 1)
    );
    assert!(codes(&lines.bags[0]).contains("signature.missing"));
}

#[test]
fn without_an_anchor_no_log_is_sound() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    let lines = Lines::of(run_within(&mut scene.office.command(["audit", "store", "--json"]), LIMIT));
    assert_eq!((lines.code(), lines.count("undetermined"), lines.count("log_sound")), (Some(2), 1, 0));
}

#[test]
fn two_copies_accepted_by_two_people_are_a_fork_with_a_proof() {
    let [one, other] = scenes::accepted_by_two();
    let scene = Scene::new().with("a/A1.bag", &one).with("b/A1.bag", &other);
    let lines = scene.json(&["--forks", "proofs"]);
    assert_eq!((lines.code(), lines.count("forks"), lines.count("log_sound")), (Some(1), 1, 2));
    let fork = &lines.across[0];
    assert_eq!((&fork["code"], &fork["index"], &fork["one_key"]), (&"custody.fork".into(), &2.into(), &true.into()));
    assert_eq!(fork["places"], serde_json::json!(["store/a/A1.bag", "store/b/A1.bag"]));
    let proof = scene.office.path(fork["proof"].as_str().expect("a proof"));
    assert_eq!(proof.file_name().expect("a name"), "000102030405060708090a0b0c0d0e0f.000002.fork.txt");
    let pages: BTreeSet<Vec<u8>> =
        ["a", "b"].map(|place| fs::read(scene.at(place).join("A1.bag/custody/000002.txt")).expect("an event")).into();
    let both = fs::read(&proof).expect("the proof");
    assert_eq!(both.len(), pages.iter().map(Vec::len).sum::<usize>());
    let text = scene.audit(&["--forks", "proofs"]).expect_code(1).text();
    assert!(text.contains("FORKS") && text.contains(".000002.fork.txt"), "{text}");
    assert_eq!(fs::read_dir(scene.office.path("proofs")).expect("folder").count(), 1);
    #[cfg(feature = "tools")]
    confirm_by_second_verifier(&proof);
}

/// The verifier in Python, written from the specification alone, says that the proof proves.
#[cfg(feature = "tools")]
#[track_caller]
fn confirm_by_second_verifier(proof: &Path) {
    let script = sealbag_tests::program::workspace().join("tests/second-verifier/verify.py");
    let verify = |proof: &Path| {
        let mut python = std::process::Command::new("python3");
        run_within(python.arg(&script).arg("--fork").arg(proof), LIMIT)
    };
    let run = verify(proof).expect_code(0);
    assert!(run.text().contains("fork at event 2") && run.text().contains("one key"), "{}", run.text());
    let mut bytes = fs::read(proof).expect("the proof");
    bytes[60] ^= 1;
    let changed = proof.with_extension("changed");
    fs::write(&changed, bytes).expect("write");
    assert_ne!(verify(&changed).code, Some(0));
}

#[test]
fn a_proof_never_overwrites_a_file() {
    let [one, other] = scenes::accepted_by_two();
    let scene = Scene::new().with("a/A1.bag", &one).with("b/A1.bag", &other);
    let name = "000102030405060708090a0b0c0d0e0f.000002.fork.txt";
    scene.file(name, b"something else");
    let lines = scene.json(&[]);
    assert_eq!(lines.across[0]["proof"], "./000102030405060708090a0b0c0d0e0f.000002.2.fork.txt");
    assert_eq!(fs::read(scene.office.path(name)).expect("the file"), b"something else");
}

#[test]
fn an_objection_of_a_stranger_in_a_copy_is_a_side_branch_and_no_violation() {
    let [one, other] = scenes::with_side_branch();
    let scene = Scene::new().with("a/A1.bag", &one).with("b/A1.bag", &other);
    let lines = scene.json(&[]);
    assert_eq!((lines.kinds(), lines.code()), (vec!["side_branch"], Some(0)));
    assert_eq!(lines.across[0]["code"], "custody.side_branch");
    assert_eq!(lines.across[0]["one_key"], false);
}

#[test]
fn an_edited_event_gives_no_proof_of_a_fork() {
    let [one, other] = scenes::with_edited_event();
    let scene = Scene::new().with("a/A1.bag", &one).with("b/A1.bag", &other);
    let lines = scene.json(&[]);
    assert_eq!((lines.code(), lines.count("violated"), lines.count("forks")), (Some(1), 1, 0));
    assert_eq!(lines.kinds(), ["side_branch"]);
    assert!(lines.across[0]["proof"].is_null() && lines.across[0]["why"].is_string());
}

#[test]
fn copies_of_one_bag_are_told_apart_by_how_far_their_logs_go() {
    let scene = Scene::new();
    for (place, bag) in ["1", "2", "3", "4"].iter().zip(scenes::at_four_places()) {
        scene.put(place, &bag);
    }
    let lines = scene.json(&[]);
    assert_eq!((lines.kinds(), lines.code()), (vec!["older_copy", "second_copy", "older_copy"], Some(0)));
    assert_eq!(lines.across[0]["places"], serde_json::json!(["store/1", "store/2"]));
    assert_ne!(lines.across[0]["heads"][0], lines.across[0]["heads"][1]);
    assert_eq!(lines.across[2]["places"], serde_json::json!(["store/1", "store/4"]));
    assert_eq!((lines.count("second_copies"), lines.count("older_copies")), (1, 2));
}

#[test]
fn a_cut_off_tail_is_found_with_a_receipt_and_cannot_be_seen_without() {
    let (whole, cut, receipt) = scenes::cut_off();
    let scene = Scene::new().with("A1.bag", &cut).with("A2.bag", &scenes::small(2));
    scene.file("receipts/lab/A1.txt", &receipt);
    let without = scene.json(&[]);
    assert_eq!((without.code(), without.count("open_transfers")), (Some(0), 1));
    assert!(scene.audit(&[]).text().contains("Events that were withheld"));

    let with = scene.json(&["--since", "receipts"]);
    assert_eq!((with.code(), with.count("violated"), with.count("receipts_matched")), (Some(1), 1, 1));
    assert!(codes(&with.bags[0]).contains("anchor.receipt_ahead"));

    fs::remove_dir_all(scene.at("A1.bag")).expect("remove");
    scene.put("A1.bag", &whole);
    let whole = scene.json(&["--since", "receipts/lab/A1.txt"]);
    assert_eq!((whole.code(), whole.count("receipts_matched")), (Some(0), 1));
}

#[test]
fn receipts_without_their_bag_and_files_that_are_none_are_listed() {
    let (_, _, receipt) = scenes::cut_off();
    let scene = Scene::new().with("A2.bag", &scenes::small(2));
    scene.file("receipts/A1.txt", &receipt);
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!(
        (lines.kinds(), lines.code(), lines.count("receipts_without_bag")),
        (vec!["receipt_without_bag"], Some(0), 1)
    );
    assert_eq!(lines.across[0]["places"], serde_json::json!(["receipts/A1.txt"]));
    scene.file("receipts/B.txt", b"no receipt");
    scene.file("receipts/.DS_Store", b"litter");
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.code(), lines.count("receipts_unfit")), (Some(2), 1));
}

#[test]
fn receipts_of_a_stranger_make_no_bag_violated() {
    let (bag, receipts) = scenes::framed();
    for (number, index) in [2, 3, 0].into_iter().enumerate() {
        let scene = Scene::new().with("A1.bag", &bag);
        scene.file("receipts/A1.txt", &receipts[number]);
        let lines = scene.json(&["--since", "receipts"]);
        assert_eq!((lines.code(), lines.count("violated"), lines.count("forks")), (Some(0), 0, 0), "{index}");
        assert_eq!((&lines.across[0]["kind"], &lines.across[0]["index"]), (&"side_branch".into(), &index.into()));
        assert_eq!(lines.across[0]["code"], "custody.side_branch");
        assert!(!codes(&lines.bags[0]).contains("anchor.receipt"), "{index}");
    }
}

#[test]
fn a_bag_that_a_thief_sealed_again_under_its_number_is_shown_by_the_receipt() {
    let (good, forged, receipt) = scenes::sealed_again();
    let scene = Scene::new().with("A1.bag", &forged);
    scene.file("receipts/A1.txt", &receipt);
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!(lines.code(), Some(2));
    assert_eq!(lines.kinds(), ["side_branch", "receipt_without_bag"]);
    assert_eq!(lines.across[0]["index"], 0);
    assert!(lines.across[0]["proof"].is_string());
    scene.put("A0.bag", &good);
    let lines = scene.json(&[]);
    assert_eq!((lines.kinds(), lines.count("log_sound"), lines.count("undetermined")), (vec!["side_branch"], 1, 1));
}

#[test]
fn a_copy_is_compared_with_its_source() {
    for (mention, kinds, code) in [
        (Mention::Named, vec![], 0),
        (Mention::Silent, vec!["not_recorded"], 0),
        (Mention::Rewritten, vec!["disagrees", "not_recorded"], 1),
        (Mention::Cut, vec!["disagrees", "not_recorded"], 1),
    ] {
        let is_rewritten = matches!(mention, Mention::Rewritten);
        let [source, copy] = scenes::copied(mention);
        let scene = Scene::new().with("source.bag", &source).with("copy.bag", &copy);
        let lines = scene.json(&[]);
        assert_eq!((lines.kinds(), lines.code(), lines.count("copies")), (kinds.clone(), Some(code), 1));
        if code == 1 {
            assert_eq!(
                (&lines.across[0]["code"], &lines.across[0]["index"]),
                (&"previous.disagrees".into(), &1.into())
            );
            assert_eq!(lines.across[0]["proof"].is_string(), is_rewritten);
        }
        fs::remove_dir_all(scene.at("source.bag")).expect("remove");
        assert_eq!(scene.json(&[]).kinds(), Vec::<&str>::new());
    }
}

#[test]
fn an_open_transfer_is_listed_with_its_age_if_the_time_is_given() {
    let scene = Scene::new().with("A1.bag", &scenes::released());
    let text = scene.audit(&["--now", "2026-12-03T12:00:00Z"]).expect_code(0).text();
    assert!(text.contains("1  open transfers"), "{text}");
    assert!(text.contains("released to Laboratory Expert on 2026-11-23T09:12:44Z, 10 days ago"), "{text}");
    assert!(!scene.audit(&[]).text().contains(" ago"));
}

#[test]
fn anchors_of_one_bag_are_refused_for_many() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    let hash = "0".repeat(64);
    let run = scene.audit(&["--seal-hash", &hash]).expect_code(64);
    assert!(run.stderr.contains("--since"), "{}", run.stderr);
    run_within(&mut scene.office.command(["audit", "store/A1.bag", "--seal-hash", &hash]), LIMIT).expect_code(1);
}

#[test]
fn a_bag_is_not_audited_twice_and_nothing_is_written_into_one() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    assert!(scene.audit(&["store/A1.bag"]).expect_code(64).stderr.contains("lies in"));
    scene.audit(&["--resume", "store/A1.bag/results"]).expect_code(64);
    scene.audit(&["--resume", "store/A1.bag/data/results"]).expect_code(64);
    scene.audit(&["--forks", "store/A1.bag/seal"]).expect_code(64);
    assert_eq!(scene.json(&["--fixity"]).code(), Some(0));
}

fn link(target: impl AsRef<Path>, place: PathBuf) {
    fs::create_dir_all(place.parent().expect("a folder")).expect("folder");
    std::os::unix::fs::symlink(target, place).expect("link");
}

#[test]
fn results_and_proofs_are_written_through_no_link() {
    let [one, other] = scenes::accepted_by_two();
    let scene = Scene::new().with("a/A1.bag", &one).with("b/A1.bag", &other);
    link(scene.at("a/A1.bag/results"), scene.office.path("dangling"));
    assert!(scene.audit(&["--resume", "dangling"]).expect_code(64).stderr.contains("is a link"));
    scene.file("kept", b"");
    link("kept", scene.office.path("leading"));
    scene.audit(&["--resume", "leading"]).expect_code(64);
    assert_eq!(fs::read(scene.office.path("kept")).expect("the file"), b"");
    link(scene.at("a/A1.bag/seal"), scene.office.path("folder"));
    for option in ["--resume", "--forks"] {
        assert!(scene.audit(&[option, "folder/new"]).expect_code(64).stderr.contains("lies in a bag"));
        assert!(!scene.at("a/A1.bag/seal/new").exists());
    }

    let name = "000102030405060708090a0b0c0d0e0f.000002.fork.txt";
    link(scene.at("a/A1.bag/proof"), scene.office.path("proofs").join(name));
    let lines = scene.json(&["--forks", "proofs"]);
    assert!(lines.across[0]["proof"].as_str().is_some_and(|proof| proof.ends_with(".2.fork.txt")));
    assert!(!scene.at("a/A1.bag/proof").exists() && !scene.at("a/A1.bag/results").exists());
}

#[test]
fn a_receipt_behind_a_link_is_read() {
    let (_, cut, receipt) = scenes::cut_off();
    let scene = Scene::new().with("A1.bag", &cut);
    scene.file("kept.txt", &receipt);
    link("../kept.txt", scene.office.path("receipts/A1.txt"));
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.code(), lines.count("receipts"), lines.count("receipts_matched")), (Some(1), 1, 1));
    assert!(codes(&lines.bags[0]).contains("anchor.receipt_ahead"));
}

#[test]
fn a_place_of_receipts_without_one_or_with_one_that_was_not_read_leaves_the_answer_open() {
    let (whole, _, receipt) = scenes::cut_off();
    let scene = Scene::new().with("A1.bag", &whole);
    fs::create_dir(scene.office.path("receipts")).expect("folder");
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.kinds(), lines.code(), lines.count("receipts")), (vec!["no_receipt"], Some(2), 0));
    let text = scene.audit(&["--since", "receipts"]).expect_code(2).text();
    for row in ["0  receipts read", "0  of these of bags that were audited", "0  of these without their bag"] {
        assert!(text.contains(row), "{row}: {text}");
    }
    scene.file("receipts/A1.txt", &receipt);
    assert_eq!(scene.json(&["--since", "receipts"]).code(), Some(0));
    link("nowhere", scene.office.path("receipts/lost.txt"));
    link(".", scene.office.path("receipts/loop"));
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.kinds(), lines.code()), (vec!["receipt_unfit", "receipt_unfit"], Some(2)));
    assert_eq!((lines.count("receipts"), lines.count("receipts_unfit")), (1, 2));
    let text = scene.audit(&["--since", "receipts"]).expect_code(2).text();
    assert!(text.contains("1  receipts read") && text.contains("2  given as receipts, and not read"), "{text}");
}

#[test]
fn a_link_that_may_be_a_bag_leaves_the_answer_open() {
    let hidden = scenes::small(2);
    for (target, name, kind) in [("../B.bag", "plain", "a bag"), ("nowhere", "x.bag", "a name")] {
        let scene = Scene::new().with("A1.bag", &scenes::small(1));
        hidden.write_to(&scene.office.path("B.bag")).expect("write a bag");
        link(target, scene.at(name));
        let lines = scene.json(&[]);
        assert_eq!((lines.code(), lines.count("bags"), lines.count("links")), (Some(2), 1, 1), "{kind}");
        assert_eq!(lines.across[0]["severity"], "undetermined", "{kind}");
        assert!(scene.audit(&[]).expect_code(2).text().contains("1  links, not followed"), "{kind}");
        let verify = scene.office.command(["verify", "store", "--signer", "officer.pub"]);
        let run = run_within(&mut { verify }, LIMIT).expect_code(2);
        assert!(run.text().contains("1  links, not followed") && run.stderr.contains("a link, not followed"), "{kind}");
    }
}

#[test]
fn what_was_judged_before_is_said_with_its_time() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1)).with("A2.bag", &scenes::small(2));
    let options = ["--fixity", "--resume", "results"];
    let first = scene.json(&options);
    assert_eq!((first.count("judged_before"), &first.totals["judged_before_oldest"]), (0, &Value::Null));
    let again = scene.json(&options);
    let oldest = first.bags.iter().map(|bag| bag["checked"].as_str().expect("a time")).min().expect("a bag");
    assert_eq!((again.count("judged_before"), &again.totals["judged_before_oldest"]), (2, &oldest.into()));
    let text = scene.audit(&options).expect_code(0).text();
    assert!(text.contains(&format!("Judged before, not looked at now: 2, the oldest at {oldest}")), "{text}");
}

#[test]
fn a_line_under_another_seal_or_without_a_time_is_judged_anew() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    let results = scene.office.path("results");
    for member in ["seal", "checked"] {
        _ = fs::remove_file(&results);
        let first = scene.json(&["--resume", "results"]);
        let value = first.bags[0][member].as_str().expect("a text");
        let text = fs::read_to_string(&results).expect("results");
        let forged = format!("\"{member}\":\"{}\"", "0".repeat(value.len()));
        let text = text.replace(&format!("\"{member}\":\"{value}\""), &forged);
        assert!(text.contains(&forged), "{text}");
        fs::write(&results, text).expect("forge");
        let again = scene.json(&["--resume", "results"]);
        assert_eq!((again.count("judged_before"), judged(&results).0), (0, 2), "{member}");
    }
}

/// Lines of a results file after the first, and the bags they are of.
fn judged(results: &Path) -> (usize, BTreeSet<String>) {
    let text = fs::read_to_string(results).expect("results");
    let lines = text.lines().skip(1).map(|line| serde_json::from_str::<Value>(line).expect("a line"));
    let paths: Vec<String> = lines.map(|line| line["path"].as_str().expect("a path").to_owned()).collect();
    (paths.len(), paths.into_iter().collect())
}

#[test]
fn a_torn_last_line_is_cut_and_a_changed_log_is_judged_again() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1)).with("A2.bag", &scenes::small(2));
    let results = scene.office.path("results");
    let first = scene.json(&["--resume", "results"]);
    assert_eq!(judged(&results).0, 2);
    let whole = fs::read(&results).expect("results");
    fs::write(&results, &whole[..whole.len() - 40]).expect("tear");
    let again = scene.json(&["--resume", "results"]);
    assert_eq!((judged(&results).0, again.totals_made_now()), (2, first.totals_made_now()));
    assert!(again.run.stderr.contains("1 of 2 bags were judged before"), "{}", again.run.stderr);

    fs::write(scene.at("A2.bag/custody/stray.txt"), "x").expect("add a file");
    let changed = scene.json(&["--resume", "results"]);
    assert_eq!((changed.code(), changed.count("violated"), judged(&results).0), (Some(1), 1, 3));
    let unchanged = scene.json(&["--resume", "results"]);
    assert_eq!((judged(&results).0, unchanged.totals_made_now()), (3, changed.totals_made_now()));
    fs::remove_dir_all(scene.at("A2.bag")).expect("remove");
    assert_eq!(scene.json(&["--resume", "results"]).count("bags"), 1);
}

#[test]
fn results_of_another_audit_are_refused_and_not_changed() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    scene.audit(&["--resume", "results"]).expect_code(0);
    let before = fs::read(scene.office.path("results")).expect("results");
    for options in [&["--fixity"][..], &["--signer", "officer.key.pub"], &["--since", "officer.pub"], &["."]] {
        let options: Vec<&str> = options.iter().copied().chain(["--resume", "results"]).collect();
        scene.audit(&options).expect_code(64);
    }
    assert_eq!(fs::read(scene.office.path("results")).expect("results"), before);
    scene.file("notes", b"not results");
    scene.audit(&["--resume", "notes"]).expect_code(64);
    assert_eq!(fs::read(scene.office.path("notes")).expect("notes"), b"not results");
}

#[test]
fn three_thousand_bags_take_flat_memory_and_survive_a_kill() {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
    let scene = Scene::in_office(Office::open_in(&folder));
    for number in 0..MANY {
        scene.put(&format!("{:02}/{number:04}.bag", number / 100), &scenes::small(number));
    }
    let audit = |options: &[&str]| scene.office.command(["audit", "--signer", "officer.pub"].iter().chain(options));

    let memory = |options: &[&str]| peak_memory(&audit(options), 0, LIMIT) >> 20;
    let (few, many) = (memory(&["store/00", "store/01"]), memory(&["store"]));
    assert!(many < 64 && many < few + 8, "{few} MiB for 200 bags, {many} MiB for {MANY}");

    let whole = scene.json(&[]);
    assert_eq!((whole.code(), whole.count("log_sound")), (Some(0), MANY as u64));

    let results = scene.office.path("results");
    let mut killed =
        audit(&["store", "--resume", "results"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("start");
    let started = Instant::now();
    while fs::metadata(&results).map_or(0, |found| found.len()) < 400_000 {
        assert!(started.elapsed() < LIMIT, "no results");
        std::thread::sleep(Duration::from_millis(1));
    }
    killed.kill().expect("kill");
    killed.wait().expect("wait");
    let torn = fs::read(&results).expect("results");
    let kept = torn.iter().filter(|byte| **byte == b'\n').count() - 1;
    assert!(kept > 100 && kept < MANY, "{kept} bags were judged before it was killed");

    let resumed = scene.json(&["--resume", "results"]);
    assert_eq!(resumed.totals_made_now(), whole.totals_made_now());
    assert_eq!(resumed.paths(), whole.paths());
    let (lines, bags) = judged(&results);
    assert_eq!((lines, bags.len()), (MANY, MANY), "no bag was judged twice");
    assert!(
        resumed.run.stderr.contains(&format!("{kept} of {MANY} bags were judged before")),
        "{}",
        resumed.run.stderr
    );
}
