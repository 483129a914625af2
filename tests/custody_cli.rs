//! Sessions of `sealbag custody`, `release` and `accept`: a hand-over from the seal to the return, everything that is refused
//! on the way, and writers who race.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::Duration;

use sealbag_tests::program::{Office, Run, Verification, run_within};
use serde_json::Value;

/// An office with a bag `A1.bag` in it.
struct Scene {
    office: Office,
    bag: PathBuf,
}

impl Scene {
    fn set(seal_options: &[&str]) -> Self {
        let office = Office::open();
        let evidence = office.path("evidence");
        fs::create_dir_all(evidence.join("mail")).expect("a directory");
        fs::write(evidence.join("notes.txt"), "meet at nine\n").expect("a file");
        fs::write(evidence.join("mail/inbox"), vec![b'm'; 70_000]).expect("a file");
        let scene = Self { bag: office.path("A1.bag"), office };
        for name in ["second", "lab", "stranger"] {
            let out = format!("{name}.key");
            scene.run(&["key", "new", name, "--out", &out, "--no-passphrase"]).expect_code(0);
        }
        scene.office.seal(&evidence, "A1.bag", seal_options);
        scene
    }

    /// Runs the program in the office.
    fn run(&self, arguments: &[&str]) -> Run {
        self.office.sealbag(arguments)
    }

    /// Runs it with a key.
    fn by(&self, who: &str, arguments: &[&str]) -> Run {
        let key = format!("{who}.key");
        self.run(&[arguments, &["--key", &key]].concat())
    }

    /// An event that is entered; what the program says of it.
    #[track_caller]
    fn enters(&self, who: &str, arguments: &[&str]) -> Value {
        let run = self.by(who, &[arguments, &["--json"]].concat()).expect_code(0);
        serde_json::from_slice(&run.stdout).expect("one object")
    }

    /// An event that is refused, with these words; the log stays as it is.
    #[track_caller]
    fn refuses(&self, who: &str, arguments: &[&str], words: &str) {
        let before = self.log();
        let run = self.by(who, arguments).expect_code(64);
        assert!(run.stderr.contains(words), "{words}: {}", run.stderr);
        assert!(run.text().is_empty() || arguments.contains(&"accept"), "{}", run.text());
        assert_eq!(self.log(), before);
    }

    fn log(&self) -> BTreeSet<String> {
        log_of(&self.bag)
    }

    fn verify(&self, bag: &str) -> Verification {
        self.office.verify(&self.office.path(bag), &[])
    }
}

/// The files of the log, without the lock.
fn log_of(bag: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(bag.join("custody")).expect("a log");
    let names = names.map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"));
    names.filter(|name| name != ".lock").collect()
}

const SIGNER: [&str; 2] = ["--signer", "officer.key.pub"];
const RELEASE: [&str; 6] = ["release", "A1.bag", "--to", "lab.key.pub", "--purpose", "examination"];

fn with_signer<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [arguments, &SIGNER].concat()
}

#[test]
fn an_exhibit_goes_to_the_laboratory_is_examined_as_a_copy_and_returned() {
    let scene = Scene::set(&["--cosigner", "second.key.pub"]);
    scene.refuses("officer", &RELEASE, "second has not countersigned");
    scene.refuses("officer", &["custody", "countersign", "A1.bag"], "a second person has to countersign");
    scene.enters("second", &["custody", "countersign", "A1.bag"]);

    let released = scene.enters("officer", &RELEASE);
    assert_eq!((released["type"].as_str(), released["index"].as_u64()), (Some("release"), Some(2)));
    assert_eq!(released["state"], "in_transit");
    assert_eq!(released["to"]["name"], "lab");
    let receipt = PathBuf::from(released["receipt"].as_str().expect("a receipt"));
    assert_eq!(receipt.file_name().and_then(|name| name.to_str()), Some("A1.000002.receipt.txt"));
    let event_0 = fs::read(scene.bag.join("custody/000000.txt")).expect("event 0");
    let event_2 = fs::read(scene.bag.join("custody/000002.txt")).expect("event 2");
    assert_eq!(fs::read(&receipt).expect("the receipt"), [event_0, event_2].concat());

    scene.refuses("officer", &RELEASE, "only the recipient can answer");
    scene.refuses("stranger", &["accept", "A1.bag", "--yes"], "it was released to the key");
    scene.refuses("lab", &["accept", "A1.bag"], "whether to accept or to refuse was not said");
    let screen = scene.by("lab", &with_signer(&["accept", "A1.bag", "--yes"])).expect_code(0).text();
    for words in ["released by  Test Officer", "purpose      examination", "CONFIRMED, WITH REMARKS", "held by lab"] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    assert!(scene.office.path("A1.000003.receipt.txt").is_file());
    scene.refuses("lab", &["custody", "accept", "A1.bag"], "no release is open");

    let copy = ["custody", "copy", "A1.bag", "--out", "A1-1.bag", "--exhibit", "A1/1", "--purpose", "working copy"];
    scene.refuses("stranger", &copy, "the exhibit is held by lab");
    assert!(!scene.office.path("A1-1.bag").exists());
    let copied = scene.enters("lab", &with_signer(&copy));
    assert_eq!(copied["output"]["bag"].as_str().map(|bag| bag.ends_with("A1-1.bag")), Some(true));
    assert_eq!(scene.run(&["verify", "A1-1.bag", "--signer", "lab.key.pub"]).code, Some(0));

    let start = ["custody", "examine-start", "A1-1.bag", "--purpose", "what is in it", "--signer", "lab.key.pub"];
    scene.enters("lab", &start);
    let end = ["custody", "examine-end", "A1-1.bag", "--method", "reading", "--tool", "eyes:2"];
    scene.enters("lab", &[&end[..], &["--signer", "lab.key.pub"]].concat());

    scene.enters("lab", &["release", "A1.bag", "--to", "officer.key.pub", "--purpose", "examined"]);
    scene.enters("officer", &with_signer(&["accept", "A1.bag", "--yes"]));
    let order = ["--order-number", "5-2"];
    let hold = ["custody", "hold", "A1.bag", "--purpose", "appeal"];
    scene.enters("officer", &[&hold[..], &order].concat());
    let back = with_signer(&["custody", "return", "A1.bag", "--to", "Mrs Owner", "--purpose", "end of the case"]);
    scene.refuses("officer", &back, "missing: number of the order");
    let back = [&back[..], &order].concat();
    scene.refuses("officer", &back, "an order to keep the exhibit is in force");
    scene.enters("officer", &["custody", "unhold", "A1.bag", "--order-number", "5-3"]);
    let returned = scene.enters("officer", &back);
    assert_eq!((returned["state"].as_str(), returned["to"]["name"].as_str()), (Some("returned"), Some("Mrs Owner")));
    scene.refuses("officer", &["custody", "access", "A1.bag", "--purpose", "look"], "the log has ended");
    let verification = scene.verify("A1.bag");
    assert_eq!(verification.outcome(), "confirmed_with_remarks", "{:?}", verification.codes());
}

#[test]
fn a_changed_bag_is_not_accepted_but_refused_with_what_was_found() {
    let scene = Scene::set(&[]);
    scene.enters("officer", &RELEASE);
    fs::write(scene.bag.join("data/notes.txt"), "meet at ten\n").expect("a change");
    scene.refuses("lab", &with_signer(&["accept", "A1.bag", "--yes"]), "the bag is not what was sealed");
    let refused = scene.enters("lab", &with_signer(&["accept", "A1.bag", "--refuse", "notes.txt differs"]));
    assert_eq!(refused["type"], "refuse");
    assert_eq!(refused["verified"]["outcome"], "violated");
    assert_eq!(refused["holder"], "Test Officer");
    let open = with_signer(&["custody", "open", "A1.bag", "--change", "a part", "--purpose", "repair"]);
    scene.refuses("officer", &open, "the bag is not what was sealed");
    let opened = scene.enters("officer", &[&open[..], &["--despite-violation"]].concat());
    assert_eq!(opened["verified"]["outcome"], "violated");
    assert!(scene.verify("A1.bag").has("custody.recorded_violation"));
}

#[test]
fn an_opened_exhibit_is_sealed_again_with_its_log_inside_and_the_old_log_ends() {
    let scene = Scene::set(&[]);
    let reseal = with_signer(&["custody", "reseal", "A1.bag", "--out", "A1-2.bag", "--source", "changed"]);
    fs::create_dir(scene.office.path("changed")).expect("a directory");
    fs::write(scene.office.path("changed/notes.txt"), "more\n").expect("a file");
    scene.refuses("officer", &reseal, "there is nothing that this could answer");
    let open = ["custody", "open", "A1.bag", "--change", "a file is added", "--purpose", "completion"];
    scene.enters("officer", &with_signer(&open));
    scene.refuses("officer", &RELEASE, "must be sealed again first");
    let resealed = scene.enters("officer", &reseal);
    assert_eq!(resealed["state"], "resealed");
    assert!(scene.office.path("A1-2.bag/seal/previous/000001.txt").is_file());
    assert_eq!(scene.verify("A1-2.bag").outcome(), "confirmed_with_remarks");
}

#[test]
fn a_copy_that_was_made_but_not_entered_is_entered_later() {
    let scene = Scene::set(&[]);
    let copy = ["custody", "copy", "A1.bag", "--out", "C.bag", "--exhibit", "C", "--purpose", "working copy"];
    // The same bag without the event: as if the second step had failed.
    let aside = scene.office.path("aside");
    copy_tree(&scene.bag, &aside);
    scene.enters("officer", &with_signer(&copy));
    fs::remove_dir_all(&scene.bag).expect("removed");
    fs::rename(&aside, &scene.bag).expect("renamed");
    let record = ["custody", "copy", "A1.bag", "--record", "C.bag", "--purpose", "working copy"];
    let recorded = scene.enters("officer", &with_signer(&record));
    assert_eq!((recorded["type"].as_str(), recorded["index"].as_u64()), (Some("copy"), Some(1)));
    scene.refuses("officer", &["custody", "copy", "C.bag", "--record", "A1.bag", "--purpose", "x"], "does not follow");
}

#[test]
fn what_is_missing_is_named_all_at_once_and_forms_are_read_strictly() {
    let scene = Scene::set(&[]);
    let run = scene.run(&["release", "A1.bag"]).expect_code(64);
    for flag in ["--purpose TEXT", "--to PUB", "--key FILE"] {
        assert!(run.stderr.contains(flag), "{flag}: {}", run.stderr);
    }
    scene.refuses("officer", &[&RELEASE[..], &["--profile", "kz"]].concat(), "--order-number NUMBER");
    let form = scene.office.path("form.toml");
    let with_form = [&RELEASE[..], &["--form", "form.toml"]].concat();
    fs::write(&form, "[transport]\nmethod = \"by hand\"\nleft = \"today\"\n").expect("a form");
    scene.refuses("officer", &with_form, "transport.left");
    fs::write(&form, "[actor]\nname = \"Somebody\"\n").expect("a form");
    scene.refuses("officer", &with_form, "filled in by the program");
    fs::write(&form, "conditions = [\"no copies\"]\n[transport]\nmethod = \"by hand\"\n").expect("a form");
    scene.enters("officer", &with_form);
    let page = fs::read_to_string(scene.bag.join("custody/000001.txt")).expect("the event");
    assert!(page.contains("conditions = [\"no copies\"]") && page.contains("method = \"by hand\""), "{page}");
}

#[test]
fn late_entries_need_a_reason_and_nothing_is_entered_from_the_future() {
    let scene = Scene::set(&[]);
    let access = ["custody", "access", "A1.bag", "--purpose", "shown to the expert"];
    let late = [&access[..], &["--time", "2020-01-01T10:00:00Z"]].concat();
    scene.refuses("officer", &late, "--late-reason TEXT");
    scene.refuses("officer", &[&access[..], &["--time", "9999-01-01T10:00:00Z"]].concat(), "has not come yet");
    let reason = ["--late-reason", "no computer on the spot"];
    // With a reason too, nothing happened to the bag before it was sealed.
    scene.refuses("officer", &[&late[..], &reason].concat(), "before that of an earlier event");
    let seal = fs::read_to_string(scene.bag.join("custody/000000.txt")).expect("the seal");
    let line = seal.lines().find_map(|line| line.strip_prefix("time = "));
    let sealed = line.expect("the time of the seal").trim_matches('"');
    let entered = scene.enters("officer", &[&access[..], &["--time", sealed], &reason].concat());
    assert_eq!(entered["time"], sealed);
    assert_eq!(entered["remarks"][0], "custody.late");
}

#[test]
fn anybody_may_object_and_the_author_corrects() {
    let scene = Scene::set(&[]);
    let object =
        ["custody", "object", "A1.bag", "--remark", "a page is missing", "--on-behalf-of", "A. Advocate:defence"];
    let objected = scene.enters("stranger", &object);
    assert_eq!(objected["remarks"][0], "custody.unattributed");
    assert!(objected["receipt"].is_string());
    let correct =
        ["custody", "correct", "A1.bag", "--field", "exhibit.condition", "--value", "worn", "--reason", "typing"];
    scene.refuses("officer", &[&correct[..], &["--event", "1"]].concat(), "only the author");
    scene.refuses("officer", &[&correct[..], &["--event", "9"]].concat(), "there is no event 9");
    scene.enters("officer", &[&correct[..], &["--event", "0"]].concat());
    let timestamp = ["custody", "timestamp", "A1.bag", "--token", "token.tsr"];
    fs::write(scene.office.path("token.tsr"), "a token").expect("a file");
    scene.refuses("officer", &timestamp, "the time-stamp is malformed");
}

#[test]
fn nothing_is_appended_behind_a_bad_event_or_to_a_log_that_lost_its_tail() {
    let scene = Scene::set(&[]);
    scene.enters("officer", &RELEASE);
    let tail = scene.bag.join("custody/000001.txt");
    let page = fs::read_to_string(&tail).expect("the event");
    fs::remove_file(&tail).expect("cut off");
    let receipt = ["--receipt", "A1.000001.receipt.txt"];
    scene.refuses("officer", &[&RELEASE[..], &receipt].concat(), "anchor.receipt_ahead");
    fs::write(&tail, page.replace("examination", "inspection")).expect("a forgery");
    scene.refuses("officer", &["custody", "cancel", "A1.bag"], "signature.invalid");
}

#[test]
fn with_a_configured_roster_people_are_named_by_it_and_roles_are_run() {
    let scene = Scene::set(&[]);
    scene.run(&["key", "new", "authority", "--out", "authority.key", "--no-passphrase"]).expect_code(0);
    scene.run(&["roster", "new", "--authority-name", "Prosecutor General", "--out", "roster.txt"]).expect_code(0);
    let people = [
        ("officer", "a.ivanov", "A. Ivanov", "investigator"),
        ("lab", "d.omarova", "D. Omarova", "expert"),
        ("second", "d.omarova-2", "D. Omarova", "custodian"),
        ("stranger", "judge.b", "B. Judge", "judge"),
    ];
    for (key, id, name, role) in people {
        let key = format!("{key}.key.pub");
        let arguments = ["--key", &key, "--id", id, "--name", name, "--role", role, "--valid-from", "2020-01-01"];
        scene.run(&[&["roster", "add", "roster.txt"][..], &arguments].concat()).expect_code(0);
    }
    scene.run(&["roster", "sign", "roster.txt", "--key", "authority.key"]).expect_code(0);
    let settings = scene.office.path(".config/sealbag");
    fs::create_dir_all(&settings).expect("a directory");
    fs::rename(scene.office.path("roster.txt"), settings.join("roster.txt")).expect("renamed");
    fs::copy(scene.office.path("authority.key.pub"), settings.join("authority.pub")).expect("copied");

    let release = |to| ["release", "A1.bag", "--purpose", "examination", "--to", to];
    scene.refuses("officer", &release("D. Omarova"), "several persons are called D. Omarova: d.omarova");
    scene.refuses("officer", &release("x.nobody"), "nobody in a roster");
    let released = scene.enters("officer", &release("d.omarova"));
    assert_eq!(released["actor"]["name"], "A. Ivanov");
    assert_eq!(released["actor"]["role"], "investigator");
    assert_eq!((&released["to"]["name"], &released["to"]["role"]), (&"D. Omarova".into(), &"expert".into()));
    let accepted = scene.enters("lab", &["accept", "A1.bag", "--yes"]);
    assert_eq!(accepted["verified"]["outcome"], "confirmed_with_remarks");
    assert_eq!(accepted["holder"], "D. Omarova");
    let dispose = ["custody", "dispose", "A1.bag", "--order-number", "1", "--present", "W", "--purpose", "end"];
    scene.refuses("lab", &dispose, "D. Omarova has the role expert, which may not sign dispose");
    scene.refuses("stranger", &["custody", "open", "A1.bag", "--change", "x", "--purpose", "x"], "held by D. Omarova");
    scene.enters("stranger", &["custody", "hold", "A1.bag", "--order-number", "1", "--purpose", "appeal"]);
    scene.refuses("lab", &["custody", "unhold", "A1.bag", "--order-number", "2"], "may not sign unhold");
    // The custodian copies what the expert holds.
    let copy = ["custody", "copy", "A1.bag", "--out", "C.bag", "--exhibit", "C", "--purpose", "archive"];
    scene.enters("second", &copy);
    assert!(scene.office.path("C.bag/seal/roster.txt").is_file());
    let anchors = ["--authority", "authority.key.pub"];
    let verdict = scene.run(&[&["verify", "C.bag", "--json"][..], &anchors].concat()).expect_code(0);
    assert!(verdict.text().contains("roster.from_bag"), "{}", verdict.text());
}

#[test]
fn a_page_that_was_kept_is_published_again_and_no_other() {
    let scene = Scene::set(&[]);
    scene.enters("officer", &RELEASE);
    let event = scene.bag.join("custody/000001.txt");
    let kept = scene.office.path("A1.000001.unconfirmed.txt");
    fs::rename(&event, &kept).expect("kept");
    let publish = ["custody", "publish", "A1.bag", "--page", "A1.000001.unconfirmed.txt"];
    assert!(scene.run(&publish).expect_code(0).text().contains("Event 1 is in the log"));
    assert_eq!(fs::read(&event).expect("the event"), fs::read(&kept).expect("the page"));
    fs::remove_file(&event).expect("lost");
    scene.enters("officer", &["custody", "access", "A1.bag", "--purpose", "look"]);
    let refused = scene.run(&publish).expect_code(64);
    assert!(refused.stderr.contains("somebody was first: event 1, access, by Test Officer"), "{}", refused.stderr);
}

#[test]
fn an_event_whose_receipt_cannot_be_written_stands_and_is_no_success() {
    let scene = Scene::set(&[]);
    // The longest name that a folder may have leaves no room for that of a receipt beside it.
    let long = format!("{}.bag", "n".repeat(251));
    let bag = scene.office.path(&long);
    fs::rename(&scene.bag, &bag).expect("renamed");
    let release = ["release", &long, "--to", "lab.key.pub", "--purpose", "examination"];
    let accept = with_signer(&["accept", &long, "--yes"]);
    let object = ["custody", "object", &long, "--remark", "a page is missing"];
    let runs = [("officer", &release[..]), ("lab", &accept), ("lab", &object)];
    for (index, (who, arguments)) in runs.iter().enumerate() {
        let run = scene.by(who, arguments).expect_code(2);
        let number = index + 1;
        assert!(run.text().contains(&format!("Entered as event {number}")), "{}", run.text());
        let hint = format!("`sealbag receipt {long} --out FILE`");
        for words in ["the event stands, but its receipt could not be written", "do not enter it again", &hint] {
            assert!(run.stderr.contains(words), "{words}: {}", run.stderr);
        }
        assert!(!run.stderr.contains("Give the receipt back"), "{}", run.stderr);
        assert!(bag.join(format!("custody/{number:06}.txt")).is_file());
    }
    let told = scene.by("lab", &[&object[..], &["--json"]].concat()).expect_code(2);
    let told: Value = serde_json::from_slice(&told.stdout).expect("one object");
    assert_eq!((told["index"].as_u64(), &told["receipt"]), (Some(4), &Value::Null));
    scene.run(&["receipt", &long, "--out", "later.txt"]).expect_code(0);
    assert!(scene.office.path("later.txt").is_file());
}

#[test]
fn nothing_is_accepted_unseen_without_an_anchor_unless_it_is_said() {
    let scene = Scene::set(&[]);
    scene.enters("officer", &RELEASE);
    for accept in [&["accept", "A1.bag", "--yes"][..], &["custody", "accept", "A1.bag"]] {
        scene.refuses("lab", accept, "nothing from outside the bag says who sealed it");
        let hint = scene.by("lab", accept).expect_code(64).stderr;
        for flag in ["--authority", "--signer", "--seal-hash", "--receipt", "--unanchored"] {
            assert!(hint.contains(flag), "{flag}: {hint}");
        }
    }
    let accepted = scene.enters("lab", &["accept", "A1.bag", "--yes", "--unanchored"]);
    assert_eq!((&accepted["type"], &accepted["verified"]["outcome"]), (&"accept".into(), &"undetermined".into()));
    scene.enters("lab", &["release", "A1.bag", "--to", "officer.key.pub", "--purpose", "examined"]);
    let accepted = scene.enters("officer", &["custody", "accept", "A1.bag", "--unanchored"]);
    assert_eq!(accepted["verified"]["outcome"], "undetermined");
    // Whoever refuses vouches for nothing.
    scene.enters("officer", &RELEASE);
    scene.enters("lab", &["accept", "A1.bag", "--refuse", "no key was given"]);
}

fn race(scene: &Scene, bag: &Path) {
    let bag_text = bag.to_str().expect("a plain path");
    let release = |number: usize| -> Child {
        let purpose = format!("attempt {number}");
        let arguments = ["release", bag_text, "--to", "lab.key.pub", "--key", "officer.key", "--purpose", &purpose];
        let mut command = scene.office.command(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a process")
    };
    let children: Vec<Child> = (0..16).map(release).collect();
    let ended: Vec<_> = children.into_iter().map(|child| child.wait_with_output().expect("an end")).collect();
    let said = |output: &std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let won = ended.iter().filter(|output| output.status.code() == Some(0)).count();
    assert_eq!(won, 1, "{:?}", ended.iter().map(said).collect::<Vec<_>>());
    for loser in ended.iter().filter(|output| output.status.code() != Some(0)) {
        assert_eq!(loser.status.code(), Some(64), "{}", said(loser));
        assert!(said(loser).contains("event 1, release, by Test Officer at "), "{}", said(loser));
    }
    assert_eq!(log_of(bag), BTreeSet::from(["000000.txt".to_owned(), "000001.txt".to_owned()]));
    let mut verify = scene.office.verify_command(bag, &[]);
    let verification = Verification::of(run_within(&mut verify, Duration::from_secs(60)));
    assert_eq!(verification.outcome(), "confirmed_with_remarks", "{:?}", verification.codes());
}

#[test]
fn of_sixteen_releases_at_once_one_wins_and_fifteen_are_told_who() {
    let scene = Scene::set(&[]);
    race(&scene, &scene.bag);
}

#[cfg(feature = "tools")]
#[test]
fn the_same_where_there_are_no_hard_links_and_no_locks() {
    use sealbag_tests::fuse::{Answer, Behaviour, mount};

    for flock in [Answer::Works, Answer::Fails(fuser::Errno::ENOSYS)] {
        let scene = Scene::set(&[]);
        let place = tempfile::tempdir().expect("a folder");
        let behaviour = Behaviour { link: Answer::Fails(fuser::Errno::EPERM), flock, ..Behaviour::default() };
        let session = mount(place.path(), behaviour).expect("a file system");
        let bag = place.path().join("A1.bag");
        copy_tree(&scene.bag, &bag);
        race(&scene, &bag);
        drop(session);
    }
}

fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            fs::write(&target, fs::read(entry.path()).expect("a file")).expect("a copy");
        }
    }
}
