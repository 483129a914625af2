//! A bag with everything that is hard to extract, and an extraction that is stopped.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rustix::fs::FileType;
use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::maker::Maker;
use sealbag_tests::program::{Office, Run, run_within};
use sealbag_tests::snapshot::{Snapshot, snapshot};

pub(crate) const LIMIT: Duration = Duration::from_secs(120);
pub(crate) const MIB: usize = 1 << 20;

/// A bag with a file of every kind, and the tree that comes out of it.
pub(crate) struct Scene {
    pub(crate) office: Office,
    pub(crate) bag: PathBuf,
    pub(crate) out: PathBuf,
    pub(crate) clean: Snapshot,
    nobody: bool,
}

pub(crate) fn noise(length: usize, seed: u32) -> Vec<u8> {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 8) as u8 | 1
    };
    (0..length).map(|_| next()).collect()
}

pub(crate) fn tree(root: &Path) {
    let tree = Maker::at(root).expect("make the source");
    tree.file("a/first.txt", "the first\n").expect("a file");
    tree.file("a/large.bin", noise(2 * MIB + 77, 3)).expect("a file");
    tree.sparse("a/sparse.img", 4 * MIB as u64, &[(MIB as u64, b"in the middle")]).expect("a file");
    tree.file("a/empty", "").expect("a file");
    tree.file("b/closed/inside.txt", "behind a closed door\n").expect("a file");
    tree.file("b/closed/secret.txt", "nobody may read it\n").expect("a file");
    tree.file("links/one", noise(5000, 9)).expect("a file");
    tree.hard_link("links/one", "links/two").expect("a link");
    tree.hard_link("links/one", "b/three").expect("a link");
    tree.symlink("links/to file", "../a/first.txt").expect("a link");
    tree.symlink("to nothing", "/does/not/exist").expect("a link");
    tree.special("pipe", FileType::Fifo, (0, 0)).expect("a pipe");
    tree.dir("nothing in it").expect("a directory");
    tree.file("z/last.txt", "the last\n").expect("a file");
    for (path, mode) in [("b/closed/secret.txt", 0o000), ("a/first.txt", 0o440), ("b/closed", 0o000), ("a", 0o555)] {
        tree.mode(path, mode).expect("a mode");
    }
    for path in ["a/first.txt", "links/one", "links/to file", "a", "b/closed", "pipe"] {
        tree.times(path, (1_500_000_000, 1), (1_400_000_000, 5)).expect("times");
    }
}

pub(crate) fn read(root: &Path) -> Snapshot {
    snapshot(root).expect("read a tree")
}

#[track_caller]
pub(crate) fn expect_same(wanted: &Snapshot, found: &Snapshot) {
    let allowed = Allowed { own_root: true, ..Allowed::default() };
    assert_eq!(differences(wanted, found, allowed), Vec::<String>::new());
}

impl Scene {
    pub(crate) fn set() -> Self {
        Self::of(tree, false)
    }

    pub(crate) fn of(tree: fn(&Path), nobody: bool) -> Self {
        let office = Office::open_to_all();
        tree(&office.path("source"));
        let bag = office.seal(&office.path("source"), "A1.bag", &[]);
        let desk = office.path("desk");
        fs::create_dir(&desk).expect("a folder");
        for path in [&desk, &office.signer()] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o777)).expect("open it");
        }
        let opened = Command::new("chmod").args(["-R", "a+rX"]).arg(&bag).status().expect("chmod");
        assert!(opened.success());
        let (out, back) = (desk.join("out"), desk.join("clean"));
        let mut scene = Self { office, bag, out, clean: Snapshot::new(), nobody };
        scene.run(&mut scene.command(&back, &[])).expect_code(0);
        scene.clean = read(&back);
        expect_same(&read(&scene.office.path("source")), &scene.clean);
        scene
    }

    pub(crate) fn command(&self, to: &Path, options: &[&str]) -> Command {
        self.office.extract_command(&self.bag, to, &[&["--json"], options].concat())
    }

    pub(crate) fn run(&self, command: &mut Command) -> Run {
        if self.nobody {
            self.office.as_nobody(command);
        }
        run_within(command, LIMIT)
    }

    /// Runs the extraction while strace does what it is told.
    pub(crate) fn traced(&self, out: &Path, options: &[&str]) -> Run {
        let command = self.command(out, &[]);
        let mut traced = Command::new("strace");
        self.office.clean(&mut traced).args(["-f", "-qq", "-o", "/dev/null"]).args(options);
        traced.arg(command.get_program()).args(command.get_args());
        self.run(&mut traced)
    }

    /// True if the program was killed at this call.
    pub(crate) fn is_killed_at(&self, out: &Path, call: &str, number: usize) -> bool {
        let run = self.traced(out, &["-e", &format!("inject={call}:signal=SIGKILL:when={number}")]);
        assert!(!run.hung, "it hung");
        if run.code.is_some() {
            assert_eq!(run.code, Some(0), "{call} {number}: {}", run.stderr);
        }
        run.code.is_none()
    }

    /// Leaves all files made, and no link yet.
    pub(crate) fn interrupt(&self) {
        assert!(self.is_killed_at(&self.out, "symlinkat", 1), "not killed");
        assert!(self.out.join("z/last.txt").exists() && self.mark().exists());
    }

    /// The mark of the extraction.
    pub(crate) fn mark(&self) -> PathBuf {
        let names = fs::read_dir(&self.out).expect("list").map(|entry| entry.expect("an entry").path());
        let mut marks = names.filter(|path| path.to_string_lossy().contains("/.sealbag-extract-"));
        marks.next().expect("a mark in the target")
    }

    pub(crate) fn again(&self) -> Run {
        self.run(&mut self.command(&self.out, &[]))
    }

    /// Goes on, and expects the whole tree and no more.
    #[track_caller]
    pub(crate) fn finish(&self) -> serde_json::Value {
        let run = self.again().expect_code(0);
        expect_same(&self.clean, &read(&self.out));
        json(&run)
    }

    /// Where something was begun there is the mark; where there is none, all is done.
    #[track_caller]
    pub(crate) fn finish_if_marked(&self) {
        if has_mark(&self.out) || fs::read_dir(&self.out).map_or(true, |mut names| names.next().is_none()) {
            self.finish();
        }
        expect_same(&self.clean, &read(&self.out));
    }

    pub(crate) fn clear(&self) {
        fs::remove_dir_all(&self.out).expect("remove what came out");
    }
}

pub(crate) fn json(run: &Run) -> serde_json::Value {
    serde_json::from_slice(&run.stdout).expect("a JSON object")
}

pub(crate) fn has_mark(out: &Path) -> bool {
    let mut names = fs::read_dir(out).into_iter().flatten().map(|entry| entry.expect("an entry").file_name());
    names.any(|name| name.to_string_lossy().starts_with(".sealbag-extract-"))
}
