//! Runs a program and strikes one of its system calls: counted over all its threads, so that the same number means the same
//! call as far as the threads allow. By ptrace, because a call can so be killed before it happens, made to fail, made
//! really shorter, or given other bytes. For x86-64.

use std::fs::File;
use std::os::unix::fs::{FileExt, FileTypeExt};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::libc::{self, user_regs_struct};
use nix::sys::ptrace::{self, Options};
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use crate::program::Run;

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
    /// The call does nothing and fails.
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

/// What is known of one run.
struct Watch<'a> {
    at: At,
    blow: Blow,
    keep: bool,
    main: Pid,
    calls: Vec<Call>,
    total: usize,
    of_number: usize,
    struck: bool,
    /// Threads whose present call is to give this value when it ends.
    answers: Vec<(Pid, u64)>,
    /// A byte that is to be as it was when this thread's call ends.
    flipped: Option<(Pid, u64)>,
    memory: Option<File>,
    peak: u64,
    stop: &'a AtomicBool,
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

impl Watch<'_> {
    fn follow(&mut self) -> WaitStatus {
        let stopped = waitpid(self.main, Some(WaitPidFlag::WUNTRACED)).expect("the shell stops");
        assert!(matches!(stopped, WaitStatus::Stopped(..)), "{stopped:?}");
        let options = Options::PTRACE_O_TRACESYSGOOD
            | Options::PTRACE_O_TRACECLONE
            | Options::PTRACE_O_TRACEEXEC
            | Options::PTRACE_O_TRACEEXIT
            | Options::PTRACE_O_EXITKILL;
        ptrace::seize(self.main, options).expect("it can be traced");
        kill(self.main, Signal::SIGCONT).expect("the shell goes on");
        // Only of this thread: others may trace too.
        let flags = WaitPidFlag::__WALL | WaitPidFlag::__WNOTHREAD;
        let mut begun = false;
        let looks_at_calls = self.keep || self.at != At::Never;
        loop {
            let status = match waitpid(None, Some(flags)) {
                Err(Errno::EINTR) => continue,
                status => status.expect("the program is there until it ended"),
            };
            let resumed = match status {
                WaitStatus::Exited(pid, _) | WaitStatus::Signaled(pid, ..) if pid == self.main => return status,
                WaitStatus::Exited(..) | WaitStatus::Signaled(..) => continue,
                WaitStatus::PtraceSyscall(pid) => self.at_call(pid),
                WaitStatus::PtraceEvent(pid, _, event) => {
                    begun |= event == libc::PTRACE_EVENT_EXEC && looks_at_calls;
                    if event == libc::PTRACE_EVENT_EXIT {
                        self.peak = self.peak.max(peak(self.main));
                    }
                    if begun { self.go_on(pid, None) } else { ptrace::cont(pid, None) }
                }
                WaitStatus::Stopped(pid, signal) if begun => self.go_on(pid, signal),
                WaitStatus::Stopped(pid, signal) => ptrace::cont(pid, signal),
                other => panic!("an unknown state: {other:?}"),
            };
            // One that was killed meanwhile is told next.
            match resumed {
                Ok(()) | Err(Errno::ESRCH) => {}
                Err(error) => panic!("cannot go on: {error}"),
            }
        }
    }

    fn at_call(&mut self, pid: Pid) -> nix::Result<()> {
        let info = ptrace::syscall_info(pid)?;
        match info.op {
            libc::PTRACE_SYSCALL_INFO_ENTRY => self.enter(pid)?,
            _ => self.leave(pid)?,
        }
        self.go_on(pid, None)
    }

    /// Lets a thread run on. Once all is done that is to be done, it is not stopped at its calls any more, which takes half of the time.
    fn go_on(&self, pid: Pid, signal: impl Into<Option<Signal>>) -> nix::Result<()> {
        let is_over =
            self.struck && !matches!(self.at, At::From(..)) && self.answers.is_empty() && self.flipped.is_none();
        if is_over && !self.keep { ptrace::cont(pid, signal) } else { ptrace::syscall(pid, signal) }
    }

    fn enter(&mut self, pid: Pid) -> nix::Result<()> {
        if self.stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        let registers = ptrace::getregs(pid)?;
        let number = registers.orig_rax.cast_signed();
        self.total += 1;
        if self.keep {
            self.calls.push(Call { number, arguments: [registers.rdi, registers.rsi, registers.rdx] });
        }
        let hit = match self.at {
            At::Any(at) => self.total == at,
            At::Call(of, at) | At::From(of, at) => {
                self.of_number += usize::from(of == number);
                let reached = self.of_number == at || matches!(self.at, At::From(..)) && self.of_number > at;
                of == number && reached
            }
            At::Never => false,
        };
        if !hit {
            return Ok(());
        }
        if matches!(self.blow, Blow::Fails(_)) && cannot_fail(self.main, number, registers.rdi) {
            return Ok(());
        }
        self.struck = true;
        self.strike(pid, registers)
    }

    fn strike(&mut self, pid: Pid, mut registers: user_regs_struct) -> nix::Result<()> {
        match self.blow {
            Blow::Kill => kill(self.main, Signal::SIGKILL),
            Blow::Signal(signal) => kill(self.main, signal),
            Blow::Fails(errno) => self.answer(pid, registers, (-i64::from(errno as i32)).cast_unsigned()),
            Blow::Pretended => self.answer(pid, registers, registers.rdx),
            Blow::Short(most) => {
                if let Some(count) = length(&mut registers) {
                    *count = most.min(*count);
                }
                ptrace::setregs(pid, registers)
            }
            Blow::FlipWritten => {
                if registers.rdx > 0 {
                    let address = registers.rsi + registers.rdx / 2;
                    self.flip(address);
                    self.flipped = Some((pid, address));
                }
                Ok(())
            }
        }
    }

    /// Has the call skipped, and gives this answer at its end.
    fn answer(&mut self, pid: Pid, mut registers: user_regs_struct, answer: u64) -> nix::Result<()> {
        registers.orig_rax = u64::MAX;
        self.answers.push((pid, answer));
        ptrace::setregs(pid, registers)
    }

    fn leave(&mut self, pid: Pid) -> nix::Result<()> {
        // The disk has the other bit, the memory has not.
        if let Some((_, address)) = self.flipped.take_if(|(of, _)| *of == pid) {
            self.flip(address);
        }
        let Some(position) = self.answers.iter().position(|(of, _)| *of == pid) else { return Ok(()) };
        let (_, answer) = self.answers.swap_remove(position);
        let mut registers = ptrace::getregs(pid)?;
        registers.rax = answer;
        ptrace::setregs(pid, registers)
    }

    fn flip(&mut self, address: u64) {
        let main = self.main;
        let memory = self.memory.get_or_insert_with(|| {
            let path = format!("/proc/{main}/mem");
            File::options().read(true).write(true).open(path).expect("the memory of the program")
        });
        let mut byte = [0];
        memory.read_exact_at(&mut byte, address).expect("a byte that is written");
        byte[0] ^= 0x10;
        memory.write_all_at(&byte, address).expect("a byte that is written");
    }
}

/// Closing a directory, reading the pipe of a child and asking it not to block do not fail on Linux, and Rust's library takes such a
/// failure for a fault of its own.
fn cannot_fail(main: Pid, number: i64, handle: u64) -> bool {
    let kind = std::fs::metadata(format!("/proc/{main}/fd/{handle}")).map(|of| of.file_type());
    match number {
        libc::SYS_close => kind.is_ok_and(|kind| kind.is_dir()),
        libc::SYS_read | libc::SYS_ioctl => kind.is_ok_and(|kind| kind.is_fifo()),
        _ => false,
    }
}

/// The high-water mark of a process that is about to end.
fn peak(main: Pid) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{main}/status")).unwrap_or_default();
    let mark = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    mark.map_or(0, |kilobytes: u64| kilobytes << 10)
}

/// The argument that says how many bytes a call may move.
fn length(registers: &mut user_regs_struct) -> Option<&mut u64> {
    match registers.orig_rax.cast_signed() {
        libc::SYS_read | libc::SYS_write | libc::SYS_pread64 | libc::SYS_pwrite64 => Some(&mut registers.rdx),
        libc::SYS_copy_file_range => Some(&mut registers.r8),
        libc::SYS_sendfile => Some(&mut registers.r10),
        _ => None,
    }
}

/// The name of a call, where the tables need one.
pub fn name(number: i64) -> String {
    CALLS
        .iter()
        .find(|(known, _)| *known == number)
        .map_or_else(|| format!("call {number}"), |(_, name)| (*name).into())
}

/// Calls that touch files or the outside world. The others manage memory and threads, and do not fail in this way.
pub const CALLS: &[(i64, &str)] = &[
    (libc::SYS_access, "access"),
    (libc::SYS_chmod, "chmod"),
    (libc::SYS_clock_gettime, "clock_gettime"),
    (libc::SYS_clone3, "clone3"),
    (libc::SYS_close, "close"),
    (libc::SYS_copy_file_range, "copy_file_range"),
    (libc::SYS_fadvise64, "fadvise64"),
    (libc::SYS_fallocate, "fallocate"),
    (libc::SYS_fchmod, "fchmod"),
    (libc::SYS_fchmodat, "fchmodat"),
    (libc::SYS_fcntl, "fcntl"),
    (libc::SYS_fdatasync, "fdatasync"),
    (libc::SYS_flistxattr, "flistxattr"),
    (libc::SYS_flock, "flock"),
    (libc::SYS_fstat, "fstat"),
    (libc::SYS_fsync, "fsync"),
    (libc::SYS_ftruncate, "ftruncate"),
    (libc::SYS_getcwd, "getcwd"),
    (libc::SYS_getdents64, "getdents64"),
    (libc::SYS_getrandom, "getrandom"),
    (libc::SYS_ioctl, "ioctl"),
    (libc::SYS_link, "link"),
    (libc::SYS_linkat, "linkat"),
    (libc::SYS_lseek, "lseek"),
    (libc::SYS_lstat, "lstat"),
    (libc::SYS_mkdir, "mkdir"),
    (libc::SYS_mkdirat, "mkdirat"),
    (libc::SYS_mount, "mount"),
    (libc::SYS_newfstatat, "newfstatat"),
    (libc::SYS_open, "open"),
    (libc::SYS_openat, "openat"),
    (libc::SYS_openat2, "openat2"),
    (libc::SYS_pread64, "pread64"),
    (libc::SYS_pwrite64, "pwrite64"),
    (libc::SYS_read, "read"),
    (libc::SYS_readlink, "readlink"),
    (libc::SYS_readlinkat, "readlinkat"),
    (libc::SYS_rename, "rename"),
    (libc::SYS_renameat, "renameat"),
    (libc::SYS_renameat2, "renameat2"),
    (libc::SYS_rmdir, "rmdir"),
    (libc::SYS_sched_getaffinity, "sched_getaffinity"),
    (libc::SYS_sendfile, "sendfile"),
    (libc::SYS_stat, "stat"),
    (libc::SYS_statx, "statx"),
    (libc::SYS_symlinkat, "symlinkat"),
    (libc::SYS_sync_file_range, "sync_file_range"),
    (libc::SYS_syncfs, "syncfs"),
    (libc::SYS_unlink, "unlink"),
    (libc::SYS_unlinkat, "unlinkat"),
    (libc::SYS_unshare, "unshare"),
    (libc::SYS_utimensat, "utimensat"),
    (libc::SYS_write, "write"),
    (libc::SYS_writev, "writev"),
];
