//! The exit code says the verdict: 0 confirmed, 1 violated, 2 undetermined or not done; and it is never 0 by accident.

use std::fs::{File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, Run, Verification, run_within, wait_within};
use sealbag_tests::tamper::edit;
use sealbag_tests::vectors;

const LIMIT: Duration = Duration::from_secs(20);

fn sealed() -> (Office, PathBuf) {
    let office = Office::open_to_all();
    small(&office.path("source")).expect("make the tree");
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    (office, bag)
}

fn run(command: &mut Command) -> Run {
    run_within(command, LIMIT)
}

#[test]
fn without_anchor_nothing_can_be_determined() {
    let (office, bag) = sealed();
    let verification = Verification::of(office.sealbag(["verify".as_ref(), bag.as_os_str(), "--json".as_ref()]));
    assert_eq!((verification.outcome(), verification.run.code), ("undetermined", Some(2)));
    assert!(verification.has("anchor.none"), "{}", verification.bytes);
}

#[test]
fn with_the_signer_as_anchor_it_is_confirmed_with_remarks() {
    let (office, bag) = sealed();
    let verification = office.verify(&bag, &[]);
    assert_eq!((verification.outcome(), verification.run.code), ("confirmed_with_remarks", Some(0)));
    assert_eq!(verification.codes(), ["anchor.signer_key", "time.none"]);
}

#[test]
fn strict_makes_remarks_exit_2() {
    let (office, bag) = sealed();
    let verification = office.verify(&bag, &["--strict"]);
    assert_eq!((verification.outcome(), verification.run.code), ("confirmed_with_remarks", Some(2)));
}

#[test]
fn seal_hash_is_an_anchor_in_any_case_and_spacing() {
    let (office, bag) = sealed();
    let hash =
        String::from_utf8(run(Command::new("sha256sum").arg(bag.join("custody/000000.txt"))).stdout).expect("ASCII");
    let grouped: Vec<String> =
        hash[..64].to_uppercase().as_bytes().chunks(8).map(|group| String::from_utf8_lossy(group).into()).collect();
    for given in [hash[..64].to_owned(), grouped.join(" ")] {
        let arguments = ["verify".as_ref(), bag.as_os_str(), "--json".as_ref(), "--seal-hash".as_ref(), given.as_ref()];
        let verification = Verification::of(office.sealbag(arguments));
        assert_eq!((verification.outcome(), verification.run.code), ("confirmed_with_remarks", Some(0)));
    }
    let other = "0".repeat(64);
    let arguments = ["verify".as_ref(), bag.as_os_str(), "--json".as_ref(), "--seal-hash".as_ref(), other.as_ref()];
    let verification = Verification::of(office.sealbag(arguments));
    assert_eq!((verification.outcome(), verification.run.code), ("violated", Some(1)));
    assert!(verification.has("anchor.seal_hash_mismatch"));
}

#[test]
fn signer_who_is_another_is_undetermined() {
    let (office, bag) = sealed();
    let stranger = Office::open_to_all();
    let arguments = [
        "verify".as_ref(),
        bag.as_os_str(),
        "--json".as_ref(),
        "--signer".as_ref(),
        stranger.signer().into_os_string().leak(),
    ];
    let verification = Verification::of(office.sealbag(arguments));
    assert_eq!((verification.outcome(), verification.run.code), ("undetermined", Some(2)));
    assert!(verification.has("anchor.signer_unknown"));
}

/// Runs a command for whom mode bits count.
fn run_unprivileged(office: &Office, mut command: Command) -> Run {
    if rustix::process::geteuid().is_root() {
        office.as_nobody(&mut command);
    }
    run(&mut command)
}

#[test]
fn unreadable_file_is_undetermined_and_changed_and_unreadable_is_violated() {
    let (office, bag) = sealed();
    std::fs::set_permissions(bag.join("data/mail/inbox.mbox"), Permissions::from_mode(0o000)).expect("chmod");
    let verification = Verification::of(run_unprivileged(&office, office.verify_command(&bag, &[])));
    assert_eq!((verification.outcome(), verification.run.code), ("undetermined", Some(2)), "{}", verification.bytes);
    assert!(verification.has("file.unreadable"));

    edit(&bag, "data/notes.txt", |bytes| bytes[0] ^= 1).expect("change a file");
    let verification = Verification::of(run_unprivileged(&office, office.verify_command(&bag, &[])));
    assert_eq!((verification.outcome(), verification.run.code), ("violated", Some(1)), "{}", verification.bytes);
    assert!(verification.has("file.unreadable") && verification.has("file.changed"));
}

/// Standard output that is a pipe whose reader has gone.
fn closed_pipe() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("pipe");
    drop(reader);
    writer.into()
}

fn full_disk() -> Stdio {
    File::options().write(true).open("/dev/full").expect("open /dev/full").into()
}

#[test]
fn verdict_that_cannot_be_written_is_never_0() {
    let (office, bag) = sealed();
    for json in [true, false] {
        for (name, output) in [("closed pipe", closed_pipe as fn() -> Stdio), ("full disk", full_disk)] {
            let mut command = office.command(["verify"]);
            command.arg(&bag).arg("--signer").arg(office.signer()).args(json.then_some("--json"));
            let code = code_with_output(&mut command, output());
            assert_eq!(code, Some(2), "{name}, JSON: {json}");
        }
    }
}

#[test]
fn help_and_version_that_cannot_be_written_are_never_0() {
    let office = Office::open();
    for arguments in [&["--help"][..], &["--version"], &["verify", "--help"]] {
        office.sealbag(arguments).expect_code(0);
        for output in [closed_pipe(), full_disk()] {
            let code = code_with_output(&mut office.command(arguments), output);
            assert!(code.is_some_and(|code| code != 0 && code != 101), "{arguments:?} ended with {code:?}");
        }
    }
}

fn code_with_output(command: &mut Command, output: Stdio) -> Option<i32> {
    let mut child = command.stdin(Stdio::null()).stdout(output).stderr(Stdio::null()).spawn().expect("start");
    wait_within(&mut child, Instant::now() + LIMIT).0
}

#[test]
fn bag_that_is_not_there_is_undetermined() {
    let office = Office::open();
    let missing = office.path("missing.bag");
    let empty = office.path("empty.bag");
    std::fs::create_dir(&empty).expect("make a folder");
    for bag in [missing, empty] {
        let mut command = office.command(["verify"]);
        let run = run(command.arg(&bag).arg("--signer").arg(office.signer()));
        assert_eq!(run.code, Some(2), "{}: {}", bag.display(), run.stderr);
    }
}

/// A seal that cannot finish leaves no bag under the final name, and the partial bag is the one thing left behind.
#[test]
fn unreadable_source_file_is_said_and_accepted_only_by_name() {
    let office = Office::open_to_all();
    let source = office.path("source");
    small(&source).expect("make the tree");
    std::fs::set_permissions(source.join("notes.txt"), Permissions::from_mode(0o000)).expect("chmod");
    let workplace = office.path("workplace");
    std::fs::create_dir(&workplace).expect("make a folder");
    std::fs::set_permissions(&workplace, Permissions::from_mode(0o777)).expect("chmod");
    let bag = workplace.join("A1.bag");

    // The key must belong to whoever uses it.
    let key = workplace.join("key");
    let mut new_key = office.command(["key", "new", "N", "--no-passphrase", "--out"]);
    new_key.arg(&key);
    run_unprivileged(&office, new_key).expect_code(0);
    let seal = |options: &[&str]| {
        let mut command = office.command(["seal"]);
        command
            .arg(&source)
            .arg("--out")
            .arg(&bag)
            .arg("--key")
            .arg(&key)
            .args(["--case", "1", "--exhibit", "1"])
            .args(options);
        run_unprivileged(&office, command)
    };
    let run = seal(&[]).expect_code(2);
    assert!(run.stderr.contains("notes.txt") && run.stderr.contains("--resume --accept-unreadable"), "{}", run.stderr);
    assert!(!bag.exists() && workplace.join("A1.bag.partial").is_dir());

    seal(&["--resume", "--accept-unreadable"]).expect_code(0);
    assert!(bag.is_dir() && !workplace.join("A1.bag.partial").exists());
    let mut command = office.command(["verify", "--json"]);
    command.arg(&bag).arg("--signer").arg(workplace.join("key.pub"));
    let verification = Verification::of(run_within(&mut command, LIMIT));
    assert_eq!(
        (verification.outcome(), verification.run.code),
        ("confirmed_with_remarks", Some(0)),
        "{}",
        verification.bytes
    );
    assert!(verification.has("file.sealed_unreadable"));
}

/// What a bag's maker wrote is quoted in part only: a verdict is never as long as the bag.
#[test]
fn keys_of_ten_megabytes_are_violations_and_make_no_long_verdict() {
    let office = Office::open();
    let (signer, bag) = (office.path("vectors.pub"), office.path("vector.bag"));
    std::fs::write(&signer, vectors::officer_pub()).expect("write the key");
    vectors::with_unknown_keys(10_000_000).write_to(&bag).expect("write the bag");
    let verify = |options: &[&str]| {
        let mut command = office.command(["verify"]);
        run(command.arg(&bag).arg("--signer").arg(&signer).args(options)).expect_code(1)
    };
    let verification = Verification::of(verify(&["--json"]));
    assert!(verification.has("entry.malformed"), "{:?}", verification.codes());
    assert!(verification.run.stdout.len() < 200_000, "{} bytes of JSON", verification.run.stdout.len());
    let shown = verify(&[]);
    assert!(shown.stdout.len() + shown.stderr.len() < 200_000, "{} bytes of text", shown.stdout.len());
}
