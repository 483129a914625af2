//! Runs the built program as a user does: by its path, with arguments, in a clean environment, under a time limit.

use std::ffi::OsStr;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use tempfile::TempDir;

/// The root of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the workspace").to_path_buf()
}

/// The program under test: `SEALBAG_BIN`, else the newest build in the workspace's target directory.
pub fn program() -> PathBuf {
    if let Some(path) = std::env::var_os("SEALBAG_BIN") {
        let path = PathBuf::from(path);
        assert!(path.is_file(), "SEALBAG_BIN names {}, which is no file", path.display());
        return path;
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    let built = ["release", "debug"].map(|profile| target.join(profile).join("sealbag"));
    let newest = built.iter().filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path))).max();
    newest.expect("the program is not built: run `cargo build --release` first or set SEALBAG_BIN").1.clone()
}

/// What a finished process left behind.
#[derive(Debug)]
pub struct Run {
    /// Exit code; none if it was ended by a signal or cut at the time limit.
    pub code: Option<i32>,
    /// True if it was still running at the time limit.
    pub hung: bool,
    /// Standard output.
    pub stdout: Vec<u8>,
    /// Standard error, invalid bytes replaced.
    pub stderr: String,
    /// How long it ran.
    pub took: Duration,
}

impl Run {
    /// Standard output as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }

    /// Panics with both outputs unless the exit code is `code`.
    #[track_caller]
    pub fn expect_code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "hung: {}\nstdout: {}\nstderr: {}", self.hung, self.text(), self.stderr);
        self
    }
}

/// Copies the program, by a process of its own: a child that another thread of the tests begins meanwhile would have a
/// copy made here open for writing, and what is open for writing is not started.
pub fn copy_program(to: &Path) {
    let copied = Command::new("cp").arg(program()).arg(to).status().expect("cp starts");
    assert!(copied.success(), "the program is copied");
}

/// Runs a command to its end or to the limit; its standard input is empty.
pub fn run_within(command: &mut Command, limit: Duration) -> Run {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let started = Instant::now();
    let mut child = command.spawn().unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    let stdout = drain(child.stdout.take().expect("piped"));
    let stderr = drain(child.stderr.take().expect("piped"));
    let (code, hung) = wait_within(&mut child, started + limit);
    let stderr = String::from_utf8_lossy(&stderr.join().expect("reader of stderr")).into_owned();
    Run { code, hung, stdout: stdout.join().expect("reader of stdout"), stderr, took: started.elapsed() }
}

/// Waits for a child until the deadline, then kills it; returns its exit code and whether it was killed.
pub fn wait_within(child: &mut Child, deadline: Instant) -> (Option<i32>, bool) {
    loop {
        if let Some(status) = child.try_wait().expect("wait for a child") {
            return (status.code(), false);
        }
        if Instant::now() > deadline {
            child.kill().expect("kill a child");
            child.wait().expect("wait for a killed child");
            return (None, true);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Runs a command to its end, with no input and its output thrown away; returns its peak resident memory in bytes.
///
/// # Panics
/// If it does not end with `code` within the limit.
#[track_caller]
pub fn peak_memory(command: &Command, code: i32, limit: Duration) -> u64 {
    let told = tempfile::NamedTempFile::new().expect("temporary file");
    let tests = std::env::current_exe().expect("path of the test");
    let watcher = tests.ancestors().nth(2).expect("tests lie in deps").join("peak-memory");
    let mut watched = Command::new(&watcher);
    watched.arg(told.path()).arg(command.get_program()).args(command.get_args()).process_group(0);
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => watched.env(name, value),
            None => watched.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        watched.current_dir(folder);
    }
    watched.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::inherit());
    let mut child = watched.spawn().unwrap_or_else(|error| panic!("cannot start {}: {error}", watcher.display()));
    let group = rustix::process::Pid::from_child(&child);
    let (ended, hung) = wait_within(&mut child, Instant::now() + limit);
    if hung {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    assert_eq!((ended, hung), (Some(code), false), "{command:?}");
    let peak = std::fs::read_to_string(told.path()).expect("read the peak").parse().expect("a number of bytes");
    assert!(peak > 0, "the kernel told no memory");
    peak
}

fn drain(mut pipe: impl Read + Send + 'static) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = vec![];
        pipe.read_to_end(&mut bytes).expect("read from a child");
        bytes
    })
}

/// A temporary folder with a signing key in it, where exhibits are sealed. Removed when dropped.
pub struct Office {
    folder: TempDir,
}

impl Office {
    /// A new folder, under the system's temporary directory, with a new key.
    pub fn open() -> Self {
        Self::open_in(&std::env::temp_dir())
    }

    /// The same below a given directory.
    pub fn open_in(parent: &Path) -> Self {
        let folder = tempfile::Builder::new().prefix("sealbag-test-").tempdir_in(parent).expect("temporary folder");
        let office = Self { folder };
        let key = office.key();
        office
            .sealbag([
                OsStr::new("key"),
                "new".as_ref(),
                "Test Officer".as_ref(),
                "--out".as_ref(),
                key.as_ref(),
                "--no-passphrase".as_ref(),
            ])
            .expect_code(0);
        office
    }

    /// A folder that every user may enter, with a copy of the program in it that every user may run.
    pub fn open_to_all() -> Self {
        let office = Self::open();
        let everyone = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(office.folder.path(), everyone.clone()).expect("open the folder");
        copy_program(&office.path("sealbag"));
        std::fs::set_permissions(office.path("sealbag"), everyone).expect("open the program");
        office
    }

    /// Makes a command run as the user nobody, for whom mode bits count. For root alone.
    pub fn as_nobody<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.uid(65534).gid(65534)
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The private key file.
    pub fn key(&self) -> PathBuf {
        self.path("officer.key")
    }

    /// The public key file: the anchor that a verifier brings.
    pub fn signer(&self) -> PathBuf {
        self.path("officer.key.pub")
    }

    /// The program with arguments, in the folder, not yet started.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let public = self.path("sealbag");
        let mut command = Command::new(if public.is_file() { public } else { program() });
        self.clean(&mut command).args(arguments);
        command
    }

    /// Gives a command a clean environment (no key or configuration of the user) and the folder as working directory.
    pub fn clean<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.current_dir(self.folder.path()).env_clear();
        command
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.folder.path())
            .env("LC_ALL", "C.UTF-8")
    }

    /// Runs the program with arguments.
    pub fn sealbag<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Run {
        run_within(&mut self.command(arguments), Duration::from_secs(600))
    }

    /// `sealbag seal` of one source with further options, as a command not yet started.
    pub fn seal_command(&self, source: &Path, bag: &Path, options: &[&str]) -> Command {
        let mut command = self.command(["seal"]);
        command.arg(source).arg("--out").arg(bag).arg("--key").arg(self.key());
        command.args(["--case", "2026-17", "--exhibit", "A1"]).args(options);
        command
    }

    /// Seals `source` as `name` in the folder; panics if that fails.
    #[track_caller]
    pub fn seal(&self, source: &Path, name: &str, options: &[&str]) -> PathBuf {
        let bag = self.path(name);
        run_within(&mut self.seal_command(source, &bag, options), Duration::from_secs(1800)).expect_code(0);
        bag
    }

    /// `sealbag verify --json` with the signer's key as the anchor and further options, as a command not yet started.
    pub fn verify_command(&self, bag: &Path, options: &[&str]) -> Command {
        let mut command = self.command(["verify"]);
        command.arg(bag).arg("--signer").arg(self.signer()).arg("--json").args(options);
        command
    }

    /// Verifies with the signer's key as the anchor and further options.
    #[track_caller]
    pub fn verify(&self, bag: &Path, options: &[&str]) -> Verification {
        Verification::of(run_within(&mut self.verify_command(bag, options), Duration::from_secs(600)))
    }

    /// Verifies with the signer's key as the anchor; a verification that hangs is a panic.
    #[track_caller]
    pub fn verify_within(&self, bag: &Path, limit: Duration) -> Verification {
        Verification::of(run_within(&mut self.verify_command(bag, &[]), limit))
    }

    /// `sealbag extract` of the whole bag.
    #[track_caller]
    pub fn extract(&self, bag: &Path, to: &Path, options: &[&str]) -> Run {
        run_within(&mut self.extract_command(bag, to, options), Duration::from_secs(1800))
    }

    /// The command that takes a bag's files out, anchored by the officer's public key.
    pub fn extract_command(&self, bag: &Path, to: &Path, options: &[&str]) -> Command {
        let mut command = self.command(["extract"]);
        command.arg(bag).arg("--to").arg(to).arg("--signer").arg(self.signer()).args(options);
        command
    }
}

#[derive(Deserialize)]
struct Envelope {
    verdict: Box<RawValue>,
}

/// A run of `sealbag verify --json` and what it printed.
#[derive(Debug)]
pub struct Verification {
    /// The process.
    pub run: Run,
    /// The member `verdict` of the printed object: the part that depends on bag, anchors and checks alone.
    pub verdict: Value,
    /// The same member, byte for byte as printed.
    pub bytes: String,
}

impl Verification {
    /// Reads the printed object; panics with the output if there is none.
    #[track_caller]
    pub fn of(run: Run) -> Self {
        let envelope: Envelope = serde_json::from_slice(&run.stdout).unwrap_or_else(|error| {
            panic!("no object with a verdict ({error}): {}\nstderr: {}", run.text(), run.stderr)
        });
        let bytes = envelope.verdict.get().to_owned();
        Self { run, verdict: serde_json::from_str(&bytes).expect("JSON inside JSON"), bytes }
    }

    /// `confirmed`, `confirmed_with_remarks`, `violated` or `undetermined`.
    pub fn outcome(&self) -> &str {
        self.verdict["outcome"].as_str().expect("the verdict has an outcome")
    }

    /// The codes of all findings, sorted, each once.
    pub fn codes(&self) -> Vec<&str> {
        let findings = self.verdict["findings"].as_array().expect("the verdict lists findings");
        let mut codes: Vec<&str> =
            findings.iter().map(|finding| finding["code"].as_str().expect("a finding has a code")).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// True if a finding has this code.
    pub fn has(&self, code: &str) -> bool {
        self.codes().contains(&code)
    }
}
