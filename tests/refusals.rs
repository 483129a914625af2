//! What is refused ends with 64, says why, tells no secret, and changes nothing on disk.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, Run, run_within};
use sealbag_tests::snapshot::snapshot;

const LIMIT: std::time::Duration = std::time::Duration::from_secs(20);

fn sealed() -> Office {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    office.seal(&office.path("source"), "A1.bag", &[]);
    office
}

fn run(command: &mut Command) -> Run {
    run_within(command, LIMIT)
}

/// What is refused, with the arguments of the program; `%` stands for the office's folder.
const REFUSALS: &[(&str, &[&str])] = &[
    ("no command", &[]),
    ("unknown command", &["frobnicate"]),
    ("unknown flag", &["verify", "%/A1.bag", "--frobnicate"]),
    ("flag without value", &["verify", "%/A1.bag", "--signer"]),
    ("seal hash that is no hash", &["verify", "%/A1.bag", "--seal-hash", "abc"]),
    ("signer file that is no key", &["verify", "%/A1.bag", "--signer", "%/source/notes.txt"]),
    (
        "unknown payload mode",
        &[
            "seal",
            "%/source",
            "--out",
            "%/B.bag",
            "--key",
            "%/officer.key",
            "--case",
            "1",
            "--exhibit",
            "1",
            "--payload",
            "maybe",
        ],
    ),
    (
        "unknown digest",
        &[
            "seal",
            "%/source",
            "--out",
            "%/B.bag",
            "--key",
            "%/officer.key",
            "--case",
            "1",
            "--exhibit",
            "1",
            "--also",
            "crc32",
        ],
    ),
    ("case and exhibit not given", &["seal", "%/source", "--out", "%/B.bag", "--key", "%/officer.key"]),
    (
        "key that is no key",
        &["seal", "%/source", "--out", "%/B.bag", "--key", "%/junk.key", "--case", "1", "--exhibit", "1"],
    ),
    (
        "key that others can read",
        &["seal", "%/source", "--out", "%/B.bag", "--key", "%/open.key", "--case", "1", "--exhibit", "1"],
    ),
    (
        "wrong passphrase",
        &[
            "seal",
            "%/source",
            "--out",
            "%/B.bag",
            "--key",
            "%/locked.key",
            "--passphrase-file",
            "%/wrong",
            "--case",
            "1",
            "--exhibit",
            "1",
        ],
    ),
    (
        "no passphrase and no terminal",
        &["seal", "%/source", "--out", "%/B.bag", "--key", "%/locked.key", "--case", "1", "--exhibit", "1"],
    ),
    (
        "output that exists",
        &["seal", "%/source", "--out", "%/A1.bag", "--key", "%/officer.key", "--case", "1", "--exhibit", "1"],
    ),
    (
        "output that is a file",
        &["seal", "%/source", "--out", "%/junk.key", "--key", "%/officer.key", "--case", "1", "--exhibit", "1"],
    ),
    (
        "output inside the source",
        &["seal", "%/source", "--out", "%/source/B.bag", "--key", "%/officer.key", "--case", "1", "--exhibit", "1"],
    ),
    (
        "output inside the source, by a roundabout path",
        &[
            "seal",
            "%/source",
            "--out",
            "%/source/mail/../../source/mail/B.bag",
            "--key",
            "%/officer.key",
            "--case",
            "1",
            "--exhibit",
            "1",
        ],
    ),
    (
        "output inside the source, by a link",
        &["seal", "%/source", "--out", "%/to source/B.bag", "--key", "%/officer.key", "--case", "1", "--exhibit", "1"],
    ),
    (
        "output inside the source, by a link to a part of it",
        &["seal", "%/source", "--out", "%/to mail/B.bag", "--key", "%/officer.key", "--case", "1", "--exhibit", "1"],
    ),
    (
        "two sources of one name",
        &[
            "seal",
            "%/source",
            "%/second/source",
            "--out",
            "%/B.bag",
            "--key",
            "%/officer.key",
            "--case",
            "1",
            "--exhibit",
            "1",
        ],
    ),
    (
        "resume without a partial bag",
        &[
            "seal",
            "%/source",
            "--out",
            "%/B.bag",
            "--resume",
            "--key",
            "%/officer.key",
            "--case",
            "1",
            "--exhibit",
            "1",
        ],
    ),
    (
        "extract into a folder that holds files",
        &["extract", "%/A1.bag", "--to", "%/source", "--signer", "%/officer.key.pub"],
    ),
    ("new key over an existing file", &["key", "new", "N", "--out", "%/officer.key", "--no-passphrase"]),
    ("new key beside an existing public file", &["key", "new", "N", "--out", "%/lonely", "--no-passphrase"]),
];

/// What cannot be done because something is not there or the bag does not hold: 2, as a verdict that could not be reached.
const UNDONE: &[(&str, &[&str])] = &[
    ("signer file that is missing", &["verify", "%/A1.bag", "--signer", "%/nobody.pub"]),
    (
        "source that is missing",
        &["seal", "%/nothing", "--out", "%/B.bag", "--key", "%/officer.key", "--case", "1", "--exhibit", "1"],
    ),
    (
        "key that is missing",
        &["seal", "%/source", "--out", "%/B.bag", "--key", "%/none.key", "--case", "1", "--exhibit", "1"],
    ),
    ("extract without anchor", &["extract", "%/A1.bag", "--to", "%/back"]),
    ("extract with another signer", &["extract", "%/A1.bag", "--to", "%/back", "--signer", "%/locked.key.pub"]),
];

#[test]
fn refusals_exit_64_and_change_nothing() {
    let office = sealed();
    prepare_refusals(&office);
    expect_refused(&office, REFUSALS, 64);
}

#[test]
fn what_cannot_be_done_exits_2_and_changes_nothing() {
    let office = sealed();
    prepare_refusals(&office);
    expect_refused(&office, UNDONE, 2);
}

#[track_caller]
fn expect_refused(office: &Office, refusals: &[(&str, &[&str])], code: i32) {
    let mut wrong = vec![];
    for (name, arguments) in refusals {
        let before = snapshot(&office.path("")).expect("read the folder");
        let folder = office.path("");
        let folder = folder.to_str().expect("a plain path").trim_end_matches('/');
        let run = run(&mut office.command(arguments.iter().map(|argument| argument.replace('%', folder))));
        let changed = differences(&before, &snapshot(&office.path("")).expect("read the folder"), Allowed::default());
        let says_why = run.stderr.starts_with("error: ") || (arguments.is_empty() && run.stderr.contains("Usage: "));
        if run.code != Some(code) || !changed.is_empty() || !says_why {
            wrong.push(format!("{name}: code {:?}, changed {changed:?}, said {}{}", run.code, run.text(), run.stderr));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Keys that must not be used, folders in the way, a link back into the source.
fn prepare_refusals(office: &Office) {
    let write = |name: &str, text: &str| std::fs::write(office.path(name), text).expect("write");
    write("right", "correct horse\n");
    write("wrong", "battery staple\n");
    write("junk.key", "not a key\n");
    write("lonely.pub", "not to be overwritten\n");
    std::fs::set_permissions(office.path("junk.key"), Permissions::from_mode(0o600)).expect("chmod");
    std::fs::copy(office.key(), office.path("open.key")).expect("copy the key");
    std::fs::set_permissions(office.path("open.key"), Permissions::from_mode(0o644)).expect("chmod");
    let (locked, right) = (office.path("locked.key"), office.path("right"));
    let arguments = [
        "key".as_ref(),
        "new".as_ref(),
        "Locked".as_ref(),
        "--out".as_ref(),
        locked.as_os_str(),
        "--passphrase-file".as_ref(),
        right.as_os_str(),
    ];
    office.sealbag(arguments).expect_code(0);
    std::os::unix::fs::symlink("source", office.path("to source")).expect("link");
    std::os::unix::fs::symlink("to source/mail", office.path("to mail")).expect("link");
    small(&office.path("second/source")).expect("make a tree");
}

#[test]
fn right_passphrase_seals() {
    let office = sealed();
    prepare_refusals(&office);
    let mut command = office.command(["seal"]);
    command
        .arg(office.path("source"))
        .arg("--out")
        .arg(office.path("B.bag"))
        .arg("--key")
        .arg(office.path("locked.key"));
    command.arg("--passphrase-file").arg(office.path("right")).args(["--case", "1", "--exhibit", "1"]);
    run(&mut command).expect_code(0);
}

#[test]
fn secrets_stand_in_no_message() {
    let office = sealed();
    prepare_refusals(&office);
    let mut command = office.command(["seal"]);
    command
        .arg(office.path("source"))
        .arg("--out")
        .arg(office.path("B.bag"))
        .arg("--key")
        .arg(office.path("locked.key"));
    command.arg("--passphrase-file").arg(office.path("wrong")).args(["--case", "1", "--exhibit", "1"]);
    let run = run(&mut command).expect_code(64);
    assert!(!run.stderr.contains("battery") && !run.text().contains("battery"));
}

/// What is mounted where, what is sealed, where the bag is to lie: it would always lie in what is sealed.
#[cfg(feature = "tools")]
const BIND_MOUNTS: &[(&str, &str, &str)] = &[
    ("source/mail", "source", "mount/B.bag"),
    ("source", "source", "mount/mail/B.bag"),
    ("source", "mount", "source/mail/B.bag"),
    ("source/mail", "mount", "source/mail/B.bag"),
];

/// In a mount namespace of its own, so that nothing stays mounted; only root may make one everywhere.
#[cfg(feature = "tools")]
#[test]
fn output_inside_the_source_by_a_bind_mount_is_refused() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let office = sealed();
    std::fs::create_dir(office.path("mount")).expect("make a mount point");
    let in_mount = |part: &str, script: &str| {
        let mut shell = Command::new("unshare");
        office.clean(&mut shell);
        shell.args(["--mount", "sh", "-euc", &format!("mount --bind \"$0\" mount; {script}"), part]);
        shell
    };
    let possible = run(&mut in_mount("source", "test -e mount/notes.txt"));
    assert_eq!(
        possible.code,
        Some(0),
        "root may not make a bind mount here, which this test needs: {}",
        possible.stderr
    );
    for &(part, source, bag) in BIND_MOUNTS {
        let before = snapshot(&office.path("")).expect("read the folder");
        let seal = office.seal_command(source.as_ref(), bag.as_ref(), &[]);
        let mut command = in_mount(part, "exec \"$@\"");
        let run = run(command.arg(seal.get_program()).args(seal.get_args()));
        assert_eq!(run.code, Some(64), "{part} on mount, {source} into {bag}: {}{}", run.text(), run.stderr);
        assert!(run.stderr.starts_with("error: ") && run.stderr.contains("inside the source"), "{}", run.stderr);
        let after = snapshot(&office.path("")).expect("read the folder");
        assert_eq!(differences(&before, &after, Allowed::default()), Vec::<String>::new(), "{part}, {source}, {bag}");
    }
}
