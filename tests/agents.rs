//! Sessions with keys that lie in no file: in the stock `ssh-agent`, and on a security key in software behind the tests'
//! own agent. Stock `ssh-keygen` judges every page; an agent that goes wrong costs nothing.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sealbag_tests::program::{Office, Run, Verification, run_within};
use sealbag_tests::stock;
use sealbag_tests::test_agent::{Held, Manner, TestAgent};

const LIMIT: Duration = Duration::from_secs(120);

/// A stock ssh-agent; ended when it is dropped.
struct StockAgent {
    child: Child,
    socket: PathBuf,
}

impl StockAgent {
    fn start(office: &Office) -> Self {
        let socket = office.path("agent.sock");
        let mut command = Command::new("ssh-agent");
        office.clean(&mut command).args(["-D", "-a"]).arg(&socket);
        let child = command.stdout(Stdio::null()).spawn().expect("ssh-agent is installed");
        let begun = Instant::now();
        while !socket.exists() {
            assert!(begun.elapsed() < LIMIT, "ssh-agent does not listen");
            std::thread::sleep(Duration::from_millis(10));
        }
        Self { child, socket }
    }

    /// ssh-add, which takes every passphrase from `answer`.
    fn ssh_add(&self, office: &Office, arguments: &[&str], answer: &str) -> Run {
        let askpass = office.path("askpass");
        fs::write(&askpass, format!("#!/bin/sh\necho '{answer}'\n")).expect("a script");
        fs::set_permissions(&askpass, fs::Permissions::from_mode(0o700)).expect("a script");
        let mut command = Command::new("ssh-add");
        office.clean(&mut command).args(arguments).env("SSH_AUTH_SOCK", &self.socket);
        command.env("SSH_ASKPASS", &askpass).env("SSH_ASKPASS_REQUIRE", "force").env("DISPLAY", "none");
        run_within(&mut command, LIMIT)
    }

    /// Makes a key, gives it to the agent and removes the private file; `NAME.pub` stays.
    fn make_key(&self, office: &Office, name: &str, passphrase: &str) {
        let mut command = Command::new("ssh-keygen");
        office.clean(&mut command).args(["-q", "-t", "ed25519", "-N", passphrase, "-C", name, "-f", name]);
        run_within(&mut command, LIMIT).expect_code(0);
        self.ssh_add(office, &[name], passphrase).expect_code(0);
        fs::remove_file(office.path(name)).expect("remove the private key");
    }
}

impl Drop for StockAgent {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An office with evidence, and the agent that its programs see.
struct Scene {
    office: Office,
    socket: PathBuf,
}

impl Scene {
    fn set(office: Office, socket: &Path) -> Self {
        let evidence = office.path("evidence");
        fs::create_dir_all(&evidence).expect("a directory");
        fs::write(evidence.join("notes.txt"), "meet at nine\n").expect("a file");
        Self { office, socket: socket.to_owned() }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.office.command(arguments);
        command.env("SSH_AUTH_SOCK", &self.socket);
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        run_within(&mut self.command(arguments), LIMIT)
    }

    fn seal(&self, bag: &str, key: &[&str]) -> Run {
        let seal = ["seal", "evidence", "--out", bag, "--case", "2026-17", "--exhibit", "A1"];
        self.run(&[&seal[..], key].concat())
    }

    fn fingerprint(&self, public: &str) -> String {
        let shown = self.run(&["key", "show", public, "--json"]).expect_code(0);
        let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).expect("one object");
        shown["fingerprint"].as_str().expect("a fingerprint").to_owned()
    }

    fn log(&self, bag: &str) -> Vec<String> {
        let names = fs::read_dir(self.office.path(bag).join("custody")).expect("a log");
        let mut names: Vec<_> =
            names.map(|entry| entry.expect("an entry").file_name().into_string().expect("plain")).collect();
        names.retain(|name| name.ends_with(".txt"));
        names.sort();
        names
    }
}

/// From the draft of the roster to the verdict of a court, with `officer.pub`, `lab.pub` and `authority.pub` in the agent.
fn story(scene: &Scene) {
    let run = |arguments: &[&str]| scene.run(arguments).expect_code(0);
    run(&["roster", "new", "--authority-name", "Key Office", "--out", "roster.txt"]);
    for (id, roles) in [("officer", "investigator,custodian"), ("lab", "expert,custodian")] {
        let key = format!("{id}.pub");
        run(&["roster", "add", "roster.txt", "--id", id, "--name", id, "--key", &key, "--role", roles]);
    }
    let fingerprint = scene.fingerprint("authority.pub");
    run(&["roster", "sign", "roster.txt", "--agent", &fingerprint]);

    let anchors = ["--authority", "authority.pub", "--roster", "roster.txt"];
    let with_anchors = |arguments: &[&str]| run(&[arguments, &anchors].concat());
    scene.seal("A1.bag", &["--roster", "roster.txt", "--agent", &scene.fingerprint("officer.pub")]).expect_code(0);
    let purpose = ["--purpose", "examination"];
    with_anchors(&[&["release", "A1.bag", "--to", "lab.pub", "--agent", "officer.pub"], &purpose[..]].concat());
    with_anchors(&["accept", "A1.bag", "--yes", "--key", "lab.pub"]);
    // The environment may name it as well.
    let copy = ["custody", "copy", "A1.bag", "--out", "A1-1.bag", "--exhibit", "A1/1"];
    let lab = scene.fingerprint("lab.pub");
    for arguments in [
        &copy[..],
        &["custody", "examine-start", "A1-1.bag"],
        &["custody", "examine-end", "A1-1.bag", "--method", "reading"],
    ] {
        let mut command = scene.command(&[arguments, &purpose, &anchors].concat());
        run_within(command.env("SEALBAG_KEY", &lab), LIMIT).expect_code(0);
    }
    for bag in ["A1.bag", "A1-1.bag"] {
        let verification = Verification::of(with_anchors(&["verify", bag, "--json"]));
        assert_eq!(verification.outcome(), "confirmed_with_remarks", "{}", verification.verdict);
        assert_eq!(verification.codes(), ["time.none"], "{}", verification.verdict);
        for page in scene.log(bag) {
            let namespace = if page == "000000.txt" { "sealbag-seal-v1" } else { "sealbag-event-v1" };
            let signer = match (bag, page.as_str()) {
                ("A1.bag", "000000.txt" | "000001.txt") => "officer.pub",
                _ => "lab.pub",
            };
            let page = scene.office.path(bag).join("custody").join(page);
            stock::ssh_keygen_accepts(&page, &scene.office.path(signer), namespace).expect_code(0);
            assert_ne!(stock::ssh_keygen_accepts(&page, &scene.office.path("authority.pub"), namespace).code, Some(0));
        }
    }
    assert_eq!((scene.log("A1.bag").len(), scene.log("A1-1.bag").len()), (4, 3));
    let authority = scene.office.path("authority.pub");
    stock::ssh_keygen_accepts(&scene.office.path("roster.txt"), &authority, "sealbag-roster-v1").expect_code(0);
}

#[test]
fn the_whole_story_with_keys_that_live_only_in_ssh_agent() {
    let office = Office::open();
    let agent = StockAgent::start(&office);
    for (name, passphrase) in [("officer", ""), ("lab", "correct horse"), ("authority", "")] {
        agent.make_key(&office, name, passphrase);
    }
    story(&Scene::set(office, &agent.socket));
}

#[test]
fn the_whole_story_with_security_keys_that_are_touched() {
    let office = Office::open();
    let agent = fido_agent(&office);
    let scene = Scene::set(office, agent.socket());
    story(&scene);
    // Touched, and a PIN given.
    agent.set_flags(5);
    let run = scene.seal("B1.bag", &["--key", "officer.pub"]).expect_code(0);
    let fingerprint = scene.fingerprint("officer.pub");
    let words = format!("touch the security key now: it signs as {fingerprint}");
    assert!(run.stderr.contains(&words), "{}", run.stderr);
    let verify = ["verify", "B1.bag", "--signer", "officer.pub", "--json"];
    assert_eq!(Verification::of(scene.run(&verify)).outcome(), "confirmed_with_remarks");
}

/// An agent with a security key for each of three people, whose public key files lie in the office, and a plain key.
fn fido_agent(office: &Office) -> TestAgent {
    let names = ["officer", "lab", "authority"];
    let mut keys: Vec<_> = (1..).zip(names).map(|(seed, name)| Held::fido([seed; 32], "ssh:", name)).collect();
    keys.push(Held::plain([9; 32], "plain"));
    for (held, name) in keys.iter().zip(names.iter().chain(&["plain"])) {
        fs::write(office.path(&format!("{name}.pub")), held.public_line()).expect("a public key file");
    }
    TestAgent::start(&office.path("test-agent.sock"), keys).expect("an agent")
}

#[test]
fn an_agent_that_goes_wrong_costs_nothing_and_the_seal_goes_on() {
    let office = Office::open();
    let agent = fido_agent(&office);
    let scene = Scene::set(office, agent.socket());
    scene.seal("A1.bag", &["--agent", "officer.pub"]).expect_code(0);
    let release = ["release", "A1.bag", "--to", "lab.pub", "--purpose", "examination"];
    let cases = [
        (Manner::Refuses, 64, "the ssh-agent refused"),
        (Manner::NoTouch, 64, "the security key signed without anybody touching it"),
        (Manner::OtherKey, 2, "the signature does not fit the signed bytes"),
        (Manner::OtherBytes, 2, "the signature does not fit the signed bytes"),
        (Manner::CutSignature, 2, "the signature is malformed"),
        (Manner::Trailing, 2, "bytes follow its signature"),
        (Manner::OtherAlgorithm, 2, "which is not that of its key"),
        (Manner::OtherMessage, 2, "with a message of type 12"),
        (Manner::HugeLength, 2, "announced an answer of 4294967295 bytes"),
        (Manner::NoLength, 2, "announced an answer of 0 bytes"),
        (Manner::Closes, 2, "closed the connection before it had answered"),
        (Manner::ClosesMidway, 2, "closed the connection before it had answered"),
    ];
    for (number, (manner, code, words)) in cases.into_iter().enumerate() {
        // Without a touch to give, a plain key cannot lack one.
        let keys = if manner == Manner::NoTouch { &["officer.pub"][..] } else { &["officer.pub", "plain.pub"] };
        for key in keys {
            let bag = format!("{number}-{key}.bag");
            agent.behave(manner);
            let run = scene.seal(&bag, &["--agent", key]).expect_code(code);
            let told = format!("{manner:?} by {key}: {}", run.stderr);
            assert!(run.stderr.contains(words) && run.stderr.contains("sealbag seal --resume --out"), "{told}");
            assert!(!scene.office.path(&bag).exists(), "{told}");
            agent.behave(Manner::Good);
            scene.run(&["seal", "--resume", "--out", &bag, "--agent", key]).expect_code(0);
            let verified = Verification::of(scene.run(&["verify", &bag, "--signer", key, "--json"]));
            assert_eq!(verified.outcome(), "confirmed_with_remarks", "{told}");
        }
        agent.behave(manner);
        let run = scene.run(&[&release[..], &["--agent", "officer.pub"]].concat()).expect_code(code);
        assert!(run.stderr.contains(words) && run.stderr.contains("the log is as it was"), "{}", run.stderr);
        assert_eq!(scene.log("A1.bag"), ["000000.txt"], "{manner:?}");
    }
    agent.behave(Manner::Good);
    scene.run(&[&release[..], &["--agent", "officer.pub"]].concat()).expect_code(0);
}

#[test]
fn an_agent_that_lists_nothing_sensible_is_given_up_in_time() {
    let office = Office::open();
    let agent = fido_agent(&office);
    let scene = Scene::set(office, agent.socket());
    agent.behave(Manner::ListOverlong);
    let run = scene.seal("A1.bag", &["--agent", "officer.pub"]).expect_code(2);
    assert!(run.stderr.contains("its list of keys is cut short"), "{}", run.stderr);
    agent.behave(Manner::ListHangs);
    let run = scene.seal("A1.bag", &["--agent", "officer.pub"]).expect_code(2);
    assert!(run.stderr.contains("did not answer within 10 s") && run.took < Duration::from_secs(40), "{}", run.stderr);
    assert!(!scene.office.path("A1.bag.partial").exists(), "nothing was begun");
}

#[test]
fn a_key_that_is_not_in_the_agent_is_named_and_what_is_there_is_shown() {
    let office = Office::open();
    let agent = StockAgent::start(&office);
    agent.make_key(&office, "officer", "");
    let scene = Scene::set(office, &agent.socket);
    let fingerprint = scene.fingerprint("officer.pub");

    let run = scene.seal("A1.bag", &["--agent", "officer.key.pub"]).expect_code(64);
    assert!(run.stderr.contains("the ssh-agent does not have the key SHA256:"), "{}", run.stderr);
    assert!(run.stderr.contains("ssh-add officer.key") && run.stderr.contains(&fingerprint), "{}", run.stderr);
    // Nothing is named: what could be.
    let run = scene.seal("A1.bag", &[]).expect_code(64);
    assert!(run.stderr.contains(&format!("--agent {fingerprint}")), "{}", run.stderr);
    let run = scene.seal("A1.bag", &["--agent", "SHA256:short"]).expect_code(64);
    assert!(run.stderr.contains("not a fingerprint"), "{}", run.stderr);
    let run = scene.seal("A1.bag", &["--agent", &fingerprint, "--key", "officer.key"]).expect_code(64);
    assert!(run.stderr.contains("cannot be used with"), "{}", run.stderr);

    let shown = scene.run(&["key", "show", &fingerprint]).expect_code(0).text();
    assert!(shown.contains("name         officer"), "{shown}");

    // An RSA key is there, and of no use.
    let mut command = Command::new("ssh-keygen");
    scene.office.clean(&mut command).args(["-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", "rsa"]);
    run_within(&mut command, LIMIT).expect_code(0);
    agent.ssh_add(&scene.office, &["rsa"], "").expect_code(0);
    let mut command = Command::new("ssh-keygen");
    let listed =
        run_within(scene.office.clean(&mut command).args(["-l", "-f", "rsa.pub"]), LIMIT).expect_code(0).text();
    let rsa = listed.split(' ').nth(1).expect("a fingerprint");
    let run = scene.seal("A1.bag", &["--agent", rsa]).expect_code(64);
    assert!(run.stderr.contains("unsupported key type ssh-rsa"), "{}", run.stderr);

    // Locked, it shows nothing; unlocked, it signs.
    agent.ssh_add(&scene.office, &["-x"], "lock").expect_code(0);
    let run = scene.seal("A1.bag", &["--agent", "officer.pub"]).expect_code(64);
    assert!(run.stderr.contains("ssh-add -X"), "{}", run.stderr);
    agent.ssh_add(&scene.office, &["-X"], "lock").expect_code(0);
    scene.seal("A1.bag", &["--agent", "officer.pub"]).expect_code(0);

    // A key that only the configuration or the environment names gives way to the flag.
    let mut command =
        scene.command(&["release", "A1.bag", "--to", "officer.key.pub", "--purpose", "p", "--agent", "officer.pub"]);
    run_within(command.env("SEALBAG_KEY", "officer.key"), LIMIT).expect_code(0);
}

#[test]
fn without_an_agent_there_is_a_hint_and_no_bag() {
    let office = Office::open();
    let nowhere = office.path("nowhere.sock");
    let scene = Scene::set(office, &nowhere);
    let run = scene.seal("A1.bag", &["--agent", "officer.key.pub"]).expect_code(2);
    assert!(run.stderr.contains("cannot be reached") && run.stderr.contains("ssh-add FILE"), "{}", run.stderr);
    let seal = ["seal", "evidence", "--out", "A1.bag", "--case", "1", "--exhibit", "A1", "--agent", "officer.key.pub"];
    let run = scene.office.sealbag(seal).expect_code(64);
    assert!(run.stderr.contains("SSH_AUTH_SOCK is not set"), "{}", run.stderr);
    assert!(!scene.office.path("A1.bag").exists() && !scene.office.path("A1.bag.partial").exists());
}

#[test]
fn an_openssh_private_key_file_is_pointed_to_the_agent() {
    let office = Office::open();
    let mut command = Command::new("ssh-keygen");
    office.clean(&mut command).args(["-q", "-t", "ed25519", "-N", "secret words", "-f", "openssh"]);
    run_within(&mut command, LIMIT).expect_code(0);
    let run = office.sealbag(["key", "show", "openssh"]).expect_code(64);
    assert!(run.stderr.contains("ssh-add FILE") && run.stderr.contains("--agent FILE.pub"), "{}", run.stderr);
}

#[test]
fn a_security_key_is_shown_as_one_that_has_to_be_touched() {
    let office = Office::open();
    let _agent = fido_agent(&office);
    let text = office.sealbag(["key", "show", "officer.pub"]).expect_code(0).text();
    for words in ["sk-ssh-ed25519@openssh.com", "application  ssh:", "touch        needed for every signature"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let json = office.sealbag(["key", "show", "officer.pub", "--json"]).expect_code(0);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("one object");
    assert_eq!(json["application"], "ssh:");
}
