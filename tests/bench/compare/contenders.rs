//! Who runs over which set, and what each is measured against.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sealbag_tests::program::Office;

use crate::sets::Set;

/// One program over one set.
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    pub(crate) command: Command,
    /// Is there after a round, and goes before the next.
    pub(crate) makes: Vec<PathBuf>,
    /// Undoes in place what a round did there.
    pub(crate) undo: Option<Box<dyn Fn()>>,
}

impl Contender {
    fn new(name: &'static str, command: Command) -> Self {
        Self { name, command, makes: Vec::new(), undo: None }
    }
}

/// The rows of a set's table. Those whose program is not installed are named in the second list.
pub(crate) fn of(set: Set, source: &Path, office: &Office, folder: &Path) -> (Vec<Contender>, Vec<&'static str>) {
    let mut rows = Vec::new();
    let bag = folder.join("out.bag");
    let seal = |name, options: &[&str]| Contender {
        makes: vec![bag.clone(), folder.join("out.act.txt"), folder.join("out.bag.partial")],
        ..Contender::new(name, office.seal_command(source, &bag, options))
    };
    rows.push(seal("sealbag seal --payload detached", &["--payload", "detached", "--quiet"]));
    let sealed = folder.join(format!("{}.bag", set.word()));
    for path in [&sealed, &folder.join(format!("{}.act.txt", set.word()))] {
        remove(path);
    }
    let made = office.seal_command(source, &sealed, &["--payload", "detached", "--quiet"]).status();
    assert!(made.is_ok_and(|status| status.success()), "the bag to verify cannot be made");
    let source_text = source.to_str().expect("a plain path");
    rows.push(Contender::new("sealbag verify", office.verify_command(&sealed, &["--source", source_text])));
    rows.push(Contender::new(
        "sealbag verify --quick",
        office.verify_command(&sealed, &["--source", source_text, "--quick"]),
    ));
    if set == Set::Mixed {
        rows.push(seal("sealbag seal --payload copy --no-reread", &["--no-reread", "--quiet"]));
        rows.push(Contender {
            makes: vec![folder.join("out.copy")],
            ..Contender::new("cp -r", command("cp", &["-r".into(), source.into(), folder.join("out.copy").into()]))
        });
    }
    let blazehash = std::env::var_os("BLAZEHASH").unwrap_or_else(|| "blazehash".into());
    let mut peers = vec![
        Contender::new("rhash --sha256", command("rhash", &["--sha256".into(), "-r".into(), source.into()])),
        Contender::new(
            "hashdeep -c sha256",
            command("hashdeep", &["-c".into(), "sha256".into(), "-r".into(), source.into()]),
        ),
        Contender::new("openssl dgst -sha256, two at a time", each_file(source, "openssl dgst -sha256")),
        Contender::new(
            "blazehash -c sha256,blake3",
            command(&blazehash, &["-c".into(), "sha256,blake3".into(), "-r".into(), source.into()]),
        ),
    ];
    if set == Set::Small || set == Set::Mixed {
        peers.push(bagit(source, folder));
    }
    if matches!(set, Set::Million | Set::Half) {
        // A process a file is nobody's way to hash a million of them.
        peers.retain(|peer| !peer.name.starts_with("openssl"));
    }
    let (there, missing): (Vec<_>, Vec<_>) = peers.into_iter().partition(|peer| is_there(&peer.command));
    rows.extend(there);
    (rows, missing.iter().map(|peer| peer.name).collect())
}

fn command(program: impl Into<OsString>, arguments: &[OsString]) -> Command {
    let mut command = Command::new(program.into());
    command.args(arguments);
    command
}

/// As a user would do it: large files one a process, small ones by hundreds.
fn each_file(source: &Path, program: &str) -> Command {
    let count = fs::read_dir(source).map_or(0, Iterator::count);
    let at_once = if count <= 4 { 1 } else { 100 };
    let script = format!("find \"$0\" -type f -print0 | xargs -0 -P2 -n{at_once} {program}");
    let mut command = command("sh", &["-c".into(), script.into()]);
    command.arg(source);
    command
}

/// `bagit.py` makes a folder a bag in its place, so it has a copy of its own, and the bag is undone.
fn bagit(source: &Path, folder: &Path) -> Contender {
    let place = folder.join("out.bagit");
    let program = std::env::var_os("SEALBAG_BAGIT").unwrap_or_else(|| "bagit.py".into());
    let command = command(&program, &["--sha256".into(), "--quiet".into(), place.clone().into()]);
    if is_there(&command) && !place.exists() {
        let copied = Command::new("cp").arg("-a").arg(source).arg(&place).status();
        assert!(copied.is_ok_and(|status| status.success()), "the copy for bagit.py cannot be made");
    }
    let undo = move || {
        let inside = place.join("data");
        for entry in fs::read_dir(&place).expect("the bag").flatten().filter(|entry| entry.path() != inside) {
            remove(&entry.path());
        }
        for entry in fs::read_dir(&inside).expect("the data").flatten() {
            fs::rename(entry.path(), place.join(entry.file_name())).expect("back");
        }
        remove(&inside);
    };
    Contender { undo: Some(Box::new(undo)), ..Contender::new("bagit.py --sha256", command) }
}

fn is_there(command: &Command) -> bool {
    let program = Path::new(command.get_program());
    let path = std::env::var_os("PATH").unwrap_or_default();
    program.is_file() || std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Removes a file or a folder, if it is there.
pub(crate) fn remove(path: &Path) {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    assert!(removed.is_ok() || !path.exists(), "{} cannot be removed", path.display());
}
