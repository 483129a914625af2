//! A folder in which a command has all that it needs, set up once and copied for every run.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::acts::Act;
use crate::hostile::small;
use crate::maker::Maker;
use crate::program::{Run, program, run_within};
use crate::tsa::{Authority, P256, TSA};

/// No run takes longer, however slow the machine.
pub const LIMIT: Duration = Duration::from_secs(60);

/// Where many small files are made and removed quickly.
pub fn fast_folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() }
}

/// What is known of the evidence: whatever touches it changes one of these.
type Stamps = BTreeMap<PathBuf, (u64, i64, i64, i64, i64, i64, i64, u64, u32)>;

/// The desk of one act.
pub struct Desk {
    folder: TempDir,
    /// What is done here.
    pub act: &'static Act,
    stamps: Mutex<Stamps>,
    before: BTreeMap<PathBuf, Vec<u8>>,
    sealed: BTreeMap<PathBuf, Vec<u8>>,
    place: PathBuf,
}

impl Desk {
    /// Sets it up below `parent`.
    pub fn set(act: &'static Act, parent: &Path) -> Self {
        Self::set_on(act, parent, None)
    }

    /// The same; the command runs on another disk.
    pub fn set_on(act: &'static Act, parent: &Path, disk: Option<&Path>) -> Self {
        let folder = tempfile::Builder::new().prefix("sealbag-faults-").tempdir_in(parent).expect("a folder");
        let place = disk.unwrap_or(folder.path()).join("run");
        let (empty, before, sealed) = (Stamps::new(), BTreeMap::new(), BTreeMap::new());
        let mut desk = Self { folder, act, stamps: Mutex::new(empty), before, sealed, place };
        desk.sealed = make_evidence(&desk.evidence());
        for path in [desk.path("set"), desk.path("scratch"), desk.place()] {
            fs::create_dir_all(path).expect("a folder");
        }
        desk.stamps = Mutex::new(stamps(&desk.evidence()));
        for line in act.before {
            desk.prepare(line);
        }
        desk.before = contents(&desk.path("set"));
        desk.fresh();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What is sealed here; only ever read.
    pub fn evidence(&self) -> PathBuf {
        self.path("evidence")
    }

    /// Where the command runs.
    pub fn place(&self) -> PathBuf {
        self.place.clone()
    }

    /// The folder with everything, for what a case puts beside it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// For what the tracer writes.
    pub fn scratch(&self) -> PathBuf {
        self.path("scratch")
    }

    /// Contents of every file that was there before the command.
    pub fn before(&self) -> &BTreeMap<PathBuf, Vec<u8>> {
        &self.before
    }

    /// What the evidence holds.
    pub fn sealed(&self) -> &BTreeMap<PathBuf, Vec<u8>> {
        &self.sealed
    }

    /// Puts everything back as it was before the command.
    pub fn fresh(&self) {
        let place = self.place();
        let deadline = Instant::now() + LIMIT;
        // What a killed demo had started may still be writing.
        while let Err(error) = empty(&place) {
            assert!(Instant::now() < deadline, "the last run is not removed: {error}");
            std::thread::sleep(Duration::from_millis(50));
        }
        copy_into(&self.path("set"), &place);
    }

    /// The command that is struck.
    pub fn command(&self) -> Command {
        self.command_of(self.act.words)
    }

    /// The program with these words, in the place of the run.
    pub fn command_of(&self, words: &[&str]) -> Command {
        self.command_in(&self.place(), words)
    }

    fn command_in(&self, place: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.current_dir(place).env_clear().env("HOME", place).env("LC_ALL", "C.UTF-8");
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        let evidence = self.evidence();
        command
            .args(words.iter().map(|word| if *word == "{evidence}" { evidence.as_os_str() } else { (*word).as_ref() }));
        command
    }

    /// Runs the program without a fault.
    pub fn sealbag(&self, words: &[&str]) -> Run {
        run_within(&mut self.command_of(words), LIMIT)
    }

    /// The command that is struck, started by another program with these words before it.
    pub fn command_by(&self, starter: &[&str]) -> Command {
        self.started_by(starter, &self.command())
    }

    /// A command, started by another program with these words before it.
    pub fn started_by(&self, starter: &[&str], own: &Command) -> Command {
        let mut command = Command::new(starter[0]);
        command.current_dir(self.place()).env_clear();
        own.get_envs().for_each(|(name, value)| _ = value.map(|value| command.env(name, value)));
        command.args(&starter[1..]).arg(own.get_program()).args(own.get_args());
        command
    }

    /// A line of what comes before: a command of the program, or `!token`, `!copy`, `!rename`, `!interrupted` for what no command makes.
    fn prepare(&self, line: &[&str]) {
        let set = self.path("set");
        match line {
            ["!token", name, over] => {
                let authority = Authority::open();
                authority.certificate("signer", P256, TSA, "ca");
                let stamped = fs::read(set.join(over)).expect("what is stamped");
                fs::write(set.join(name), authority.stamp(&stamped, "signer", "sha256", None)).expect("a token");
            }
            ["!copy", from, to] => copy_tree(&set.join(from), &set.join(to)),
            ["!rename", from, to] => fs::rename(set.join(from), set.join(to)).expect("another name"),
            ["!interrupted", words @ ..] => {
                // Killed when it had written some of the files, and before it signed.
                let command = self.command_in(&set, words);
                super::calls::kill_half_way(&command, &self.scratch());
                assert!(set.join("A1.bag.partial/.resume/draft.txt").exists(), "interrupted too early");
            }
            words => {
                run_within(&mut self.command_in(&set, words), LIMIT).expect_code(0);
            }
        }
    }

    /// What was done to the evidence; said once.
    pub fn touched(&self) -> Vec<String> {
        let now = stamps(&self.evidence());
        let mut known = self.stamps.lock().expect("no holder panics");
        let of = |path: &PathBuf| format!("the evidence was touched: {}", path.display());
        let told =
            known.iter().filter(|(path, stamp)| now.get(*path) != Some(*stamp)).map(|(path, _)| of(path)).collect();
        *known = now;
        told
    }
}

/// Returns what the files hold, because reading them later would leave a trace.
fn make_evidence(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    small(root).expect("evidence");
    let tree = Maker::at(root).expect("evidence");
    tree.file("mail/large.bin", "0123456789abcdef".repeat(20_000)).expect("evidence");
    let held = contents(root);
    // Read long ago: whoever reads now without care changes that.
    let long_ago = (1_000_000_000, 5);
    let mut names: Vec<PathBuf> = stamps(root).into_keys().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.components().count()));
    for name in names {
        let name = name.strip_prefix(root).expect("below the root").to_str().expect("a plain name").to_owned();
        tree.times(&name, long_ago, (1_600_000_000, 7)).expect("times");
    }
    held
}

fn stamps(root: &Path) -> Stamps {
    let mut found = Stamps::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(path) = open.pop() {
        let of = fs::symlink_metadata(&path).expect("evidence");
        if of.is_dir() {
            // Opened without leaving a trace itself.
            let entries = rustix::fs::openat(
                rustix::fs::CWD,
                &path,
                rustix::fs::OFlags::RDONLY | rustix::fs::OFlags::DIRECTORY | rustix::fs::OFlags::NOATIME,
                rustix::fs::Mode::empty(),
            );
            for entry in rustix::fs::Dir::read_from(entries.expect("a directory")).expect("a directory") {
                let name = entry.expect("an entry").file_name().to_bytes().to_vec();
                if name != b"." && name != b".." {
                    open.push(path.join(std::ffi::OsStr::new(std::str::from_utf8(&name).expect("a plain name"))));
                }
            }
        }
        // That of a link moves where a private mount cannot be made, and is counted then (docs/limits.md).
        let accessed = if of.is_symlink() { (0, 0) } else { (of.atime(), of.atime_nsec()) };
        let stamp = (
            of.ino(),
            accessed.0,
            accessed.1,
            of.mtime(),
            of.mtime_nsec(),
            of.ctime(),
            of.ctime_nsec(),
            of.size(),
            of.mode(),
        );
        found.insert(path, stamp);
    }
    found
}

/// Every file below a folder, by its path in it; a directory has no entry, another kind its name as content.
pub fn contents(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let kind = path.symlink_metadata().expect("a file").file_type();
            if kind.is_dir() {
                open.push(path);
                continue;
            }
            let bytes = if kind.is_file() { fs::read(&path).expect("a file") } else { b"no file".to_vec() };
            found.insert(path.strip_prefix(root).expect("below the root").to_path_buf(), bytes);
        }
    }
    found
}

fn empty(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.symlink_metadata()?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }?;
    }
    Ok(())
}

/// Copies files, directories and links, with their modes.
pub fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a folder");
    copy_into(from, to);
}

fn copy_into(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type().expect("a kind");
        if kind.is_dir() {
            copy_tree(&source, &target);
        } else if kind.is_symlink() {
            std::os::unix::fs::symlink(fs::read_link(&source).expect("a link"), target).expect("a link");
        } else {
            fs::copy(&source, target).expect("a copy");
        }
    }
}
