//! One run, followed from call to call.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicBool, Ordering};

use nix::errno::Errno;
use nix::libc::{self, user_regs_struct};
use nix::sys::ptrace::{self, Options};
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use super::calls::{cannot_fail, length};
use super::{At, Blow, Call};

/// What is known of one run.
pub(super) struct Watch<'a> {
    pub(super) at: At,
    pub(super) blow: Blow,
    pub(super) keep: bool,
    pub(super) main: Pid,
    pub(super) calls: Vec<Call>,
    pub(super) total: usize,
    pub(super) of_number: usize,
    pub(super) struck: bool,
    /// Threads whose present call is to give this value when it ends.
    pub(super) answers: Vec<(Pid, u64)>,
    /// A byte that is to be as it was when this thread's call ends.
    pub(super) flipped: Option<(Pid, u64)>,
    pub(super) memory: Option<File>,
    pub(super) peak: u64,
    pub(super) stop: &'a AtomicBool,
}

impl Watch<'_> {
    pub(super) fn follow(&mut self) -> WaitStatus {
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
            Blow::Fails(errno) => {
                let answer = (-i64::from(errno as i32)).cast_unsigned();
                // Linux gives the handle back whatever `close` answers.
                if registers.orig_rax.cast_signed() == libc::SYS_close {
                    self.answers.push((pid, answer));
                    return Ok(());
                }
                self.answer(pid, registers, answer)
            }
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

/// The high-water mark of a process that is about to end.
fn peak(main: Pid) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{main}/status")).unwrap_or_default();
    let mark = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    mark.map_or(0, |kilobytes: u64| kilobytes << 10)
}
