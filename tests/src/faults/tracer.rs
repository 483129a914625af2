//! Runs a program and strikes one of its system calls: counted over all its threads, so that the same number means the same
//! call as far as the threads allow. By ptrace, because a call can so be killed before it happens, made to fail, made
//! really shorter, or given other bytes. For x86-64.

mod calls;
mod watch;

use std::fs::File;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::WaitStatus;
use nix::unistd::Pid;

use self::watch::Watch;
use crate::program::Run;
pub use calls::{CALLS, name};

/// Which call is struck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The N-th of all calls, from 1.
    Any(usize),
    /// The N-th call of this number, from 1.
    Call(i64, usize),
    /// Every call of this number from the N-th on.
    From(i64, usize),
    /// None: only looked at.
    Never,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blow {
    /// The program is killed before the call happens.
    Kill,
    /// This signal comes before the call happens.
    Signal(Signal),
    /// The call does nothing and fails; `close` does it and fails.
    Fails(Errno),
    /// It moves only so many bytes.
    Short(u64),
    /// One bit of what it writes is another; the program's own memory keeps the right one.
    FlipWritten,
    /// It does nothing and says that all was written.
    Pretended,
}

/// One system call that a program made.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    /// Its number on this processor.
    pub number: i64,
    /// The first three arguments.
    pub arguments: [u64; 3],
}

/// What came of a run.
pub struct Traced {
    /// The run itself.
    pub run: Run,
    /// The signal that ended it.
    pub signal: Option<Signal>,
    /// True if the call to be struck was made.
    pub struck: bool,
    /// The calls that were made, if they were asked for.
    pub calls: Vec<Call>,
    /// The most memory that it held at once, in bytes.
    pub peak: u64,
}

/// Runs a command and strikes it; its outputs go through files in `scratch`. `keep` has its calls told.
///
/// # Panics
/// If the program cannot be started or traced.
pub fn trace(command: &Command, at: At, blow: Blow, keep: bool, limit: Duration, scratch: &Path) -> Traced {
    let (out, err) = (scratch.join("stdout"), scratch.join("stderr"));
    let file = |path: &Path| Stdio::from(File::create(path).expect("a file for output"));
    let mut stopped = Command::new("/bin/sh");
    stopped.args(["-c", "kill -STOP $$; exec \"$0\" \"$@\""]).arg(command.get_program()).args(command.get_args());
    stopped.env_clear();
    for (name, value) in command.get_envs() {
        value.map(|value| stopped.env(name, value));
    }
    if let Some(folder) = command.get_current_dir() {
        stopped.current_dir(folder);
    }
    let started = Instant::now();
    #[expect(clippy::zombie_processes, reason = "whoever traces it waits for it")]
    let child = stopped.stdin(Stdio::null()).stdout(file(&out)).stderr(file(&err)).spawn().expect("a shell starts");
    let main = Pid::from_raw(i32::try_from(child.id()).expect("a process number"));
    let hung = Arc::new(AtomicBool::new(false));
    let (ended, watchdog) = watchdog(main, limit, &hung);
    let mut watch = Watch {
        at,
        blow,
        keep,
        main,
        calls: vec![],
        total: 0,
        of_number: 0,
        struck: false,
        answers: vec![],
        flipped: None,
        memory: None,
        peak: 0,
        stop: &hung,
    };
    let end = watch.follow();
    let took = started.elapsed();
    drop(ended);
    watchdog.join().expect("the watchdog ends");
    let (code, signal) = match end {
        WaitStatus::Exited(_, code) => (Some(code), None),
        WaitStatus::Signaled(_, signal, _) => (None, Some(signal)),
        other => panic!("neither ended nor killed: {other:?}"),
    };
    let stderr = String::from_utf8_lossy(&std::fs::read(&err).expect("its errors")).into_owned();
    let run = Run {
        code,
        hung: hung.load(Ordering::Relaxed),
        stdout: std::fs::read(&out).expect("its output"),
        stderr,
        took,
    };
    Traced { run, signal, struck: watch.struck, calls: watch.calls, peak: watch.peak }
}

/// Runs a command that nothing strikes from here: what starts it, or where it runs, is the fault.
pub fn untraced(command: &mut Command, limit: Duration, scratch: &Path) -> Traced {
    let (out, err) = (scratch.join("stdout"), scratch.join("stderr"));
    let file = |path: &Path| Stdio::from(File::create(path).expect("a file for output"));
    let started = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(file(&out)).stderr(file(&err)).spawn();
    let mut child = child.unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    let mut hung = false;
    let status = loop {
        if let Some(status) = child.try_wait().expect("wait for a child") {
            break status;
        }
        if started.elapsed() > limit && !hung {
            hung = true;
            child.kill().expect("kill a child");
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let stderr = String::from_utf8_lossy(&std::fs::read(&err).expect("its errors")).into_owned();
    let stdout = std::fs::read(&out).expect("its output");
    let signal = status.signal().map(|signal| Signal::try_from(signal).expect("a signal"));
    let run = Run { code: status.code(), hung, stdout, stderr, took: started.elapsed() };
    Traced { run, signal, struck: true, calls: vec![], peak: 0 }
}

/// Kills the process when the time is over, unless the sender is dropped before.
fn watchdog(main: Pid, limit: Duration, hung: &Arc<AtomicBool>) -> (mpsc::Sender<()>, std::thread::JoinHandle<()>) {
    let (ended, wait) = mpsc::channel::<()>();
    let hung = Arc::clone(hung);
    let thread = std::thread::spawn(move || {
        if wait.recv_timeout(limit) == Err(mpsc::RecvTimeoutError::Timeout) {
            hung.store(true, Ordering::Relaxed);
            // It may have ended this moment.
            let _ = kill(main, Signal::SIGKILL);
        }
    });
    (ended, thread)
}
