//! A bag with its seal, a page to append, and the checks that hold after any fault.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sealbag_custody::log_store::LogStore;
use sealbag_tests::program::{Run, run_within};
use tempfile::TempDir;

use super::trace::{Fault, traced};

const LIMIT: Duration = Duration::from_secs(60);
const SEAL: &[u8] = b"the seal";

/// Exit codes of `append-event`.
pub(crate) const PUBLISHED: i32 = 0;
pub(crate) const TAKEN: i32 = 3;
pub(crate) const FAILED: i32 = 4;
pub(crate) const UNDETERMINED: i32 = 5;
pub(crate) const BUSY: i32 = 6;
/// What Rust's runtime exits with after a panic.
const PANICKED: i32 = 101;

/// Appends a page as event 1.
pub(crate) fn command(bag: &Path, page: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_append-event"));
    command.arg(bag).arg("1").arg(page);
    command
}

pub(crate) struct Scene {
    // Removed when dropped.
    _folder: TempDir,
    bag: PathBuf,
    page: Vec<u8>,
    page_file: PathBuf,
}

impl Scene {
    pub(crate) fn set() -> Self {
        Self::set_in(&std::env::temp_dir())
    }

    /// The bag lies below `parent`; the page to append stays outside of it.
    pub(crate) fn set_in(parent: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (bag, page_file) = (parent.join(format!("{}.bag", unique(&folder))), folder.path().join("page"));
        fs::create_dir_all(bag.join("custody")).expect("a log");
        fs::write(bag.join("custody/000000.txt"), SEAL).expect("a seal");
        let page = b"a line of a page\n".repeat(1500);
        fs::write(&page_file, &page).expect("a page");
        Self { _folder: folder, bag, page, page_file }
    }

    pub(crate) fn bag(&self) -> &Path {
        &self.bag
    }

    pub(crate) fn page(&self) -> &[u8] {
        &self.page
    }

    pub(crate) fn custody(&self) -> PathBuf {
        self.bag.join("custody")
    }

    /// The command that the traces are of.
    pub(crate) fn command(&self) -> Command {
        command(&self.bag, &self.page_file)
    }

    pub(crate) fn append(&self) -> Run {
        run_within(&mut self.command(), LIMIT)
    }

    pub(crate) fn append_waiting(&self, wait: Duration) -> Run {
        run_within(self.command().arg(wait.as_millis().to_string()), LIMIT)
    }

    pub(crate) fn append_with(&self, faults: &[&Fault]) -> Run {
        let faults: Vec<String> = faults.iter().map(|fault| format!("inject={fault}")).collect();
        let run = run_within(&mut traced(&self.command(), Path::new("/dev/null"), &faults), LIMIT);
        assert!(!run.hung, "{faults:?}: hung");
        run
    }

    /// Starts a writer that stays in this call, with the lock in its hand, until it is killed.
    pub(crate) fn start_waiting_in(&self, call: &str) -> Waiting {
        let log = self.page_file.with_extension("log");
        let faults = [format!("inject={call}:delay_enter=60000000")];
        let mut command = traced(&self.command(), &log, &faults);
        let child = command.process_group(0).stdout(Stdio::piped()).spawn().expect("a writer starts");
        let deadline = Instant::now() + LIMIT;
        let aside = |name: &String| name.ends_with(".tmp");
        let whole = || {
            let names = self.names();
            let found = names.iter().find(|name| aside(name));
            found.is_some_and(|name| fs::read(self.custody().join(name)).is_ok_and(|bytes| bytes == self.page))
        };
        while !whole() {
            assert!(Instant::now() < deadline, "nothing is written aside");
            std::thread::sleep(Duration::from_millis(5));
        }
        Waiting { child }
    }

    /// What has the name of event 1.
    pub(crate) fn there(&self) -> Option<Vec<u8>> {
        fs::read(self.custody().join("000001.txt")).ok()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.custody()).expect("the log");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
        names.sort_unstable();
        names
    }

    /// What holds after any fault: the event is whole or not there, the answer agrees, and the seal is untouched.
    pub(crate) fn check(&self, fault: &str, run: &Run) {
        let there = self.there();
        assert!(there.as_ref().is_none_or(|bytes| *bytes == self.page), "{fault}: half an event");
        assert_ne!(run.code, Some(PANICKED), "{fault}: {}", run.stderr);
        match run.code {
            Some(PUBLISHED) => assert!(there.is_some(), "{fault}: published, but not there"),
            Some(FAILED | BUSY) => assert!(there.is_none(), "{fault}: there, but not reported: {}", run.stderr),
            Some(TAKEN) => panic!("{fault}: taken by nobody"),
            // Killed, not known, or stopped before it began.
            _ => {}
        }
        assert_eq!(fs::read(self.custody().join("000000.txt")).expect("the seal"), SEAL, "{fault}");
        let strangers: Vec<String> = self.names().into_iter().filter(|name| !known(name)).collect();
        assert!(strangers.is_empty(), "{fault}: {strangers:?}");
    }

    /// The next writer needs nothing cleared: a retry and the next event succeed at once. Then the scene is set anew.
    pub(crate) fn recover(&self, fault: &str) {
        let log = LogStore::open(&self.bag).expect("a log");
        let writer = log.lock(Duration::ZERO).unwrap_or_else(|error| panic!("{fault}: {error}"));
        for index in [1, 2] {
            let published = writer.publish(index, &self.page);
            assert!(published.is_ok(), "{fault}, then event {index}: {published:?}");
        }
        writer.clear_litter().expect("cleared");
        drop(writer);
        assert_eq!(self.names(), ["000000.txt", "000001.txt", "000002.txt"], "{fault}");
        for name in ["000001.txt", "000002.txt"] {
            fs::remove_file(self.custody().join(name)).expect("removed");
        }
    }

    /// Has the bag on the disk as it is.
    pub(crate) fn sync(&self) {
        for path in [self.custody().join("000000.txt"), self.custody(), self.bag.clone()] {
            File::open(path).and_then(|file| file.sync_all()).expect("synced");
        }
        let parent = self.bag.parent().expect("a parent");
        File::open(parent).and_then(|file| file.sync_all()).expect("synced");
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.bag);
    }
}

/// A writer in the middle of its work.
pub(crate) struct Waiting {
    child: Child,
}

impl Waiting {
    /// Kills it and what traces it, and waits for its end.
    pub(crate) fn kill(mut self) {
        let group = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process_group(group, rustix::process::Signal::KILL).expect("killed");
        self.child.wait().expect("ended");
        // The writer holds the other end until the kernel has buried it.
        let mut rest = vec![];
        self.child.stdout.take().expect("piped").read_to_end(&mut rest).expect("closed");
    }
}

fn known(name: &str) -> bool {
    let aside = name.starts_with(".000001.") && name.ends_with(".tmp");
    aside || [".lock", "000000.txt", "000001.txt"].contains(&name)
}

fn unique(folder: &TempDir) -> String {
    folder.path().file_name().expect("a name").to_string_lossy().into_owned()
}
