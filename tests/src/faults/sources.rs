//! Evidence that misbehaves while it is read: a file system of the harness's own, mounted by FUSE.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, UNIX_EPOCH};

use fuser::{
    BackgroundSession, Config, Errno, FileAttr, FileHandle, FileType, Filesystem, FopenFlags, Generation, INodeNo,
    LockOwner, OpenFlags, ReplyAttr, ReplyData, ReplyDirectory, ReplyEntry, ReplyOpen, Request,
};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::acts::ACTS;
use super::check::{self, State};
use super::desk::{Desk, LIMIT, fast_folder};
use super::tracer::untraced;
use super::{Case, Extent, Outcome, Plan};

const NAME: &str = "evidence.bin";
const FILE: INodeNo = INodeNo(2);
const SIZE: u64 = 3 << 20;

/// What the one file of the source does while it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behaviour {
    /// It is read as it should be, in pieces of at most so many bytes.
    Pieces(usize),
    /// Its bytes and its time are others at each look.
    Changes,
    /// It is larger at each look.
    Grows,
    /// It is smaller at each look.
    Shrinks,
    /// It ends before its size says.
    EndsEarly,
    /// In the middle there is an error.
    Fails,
    /// Each answer takes so long. One that never comes keeps any program in the kernel, whatever signal is sent.
    Stalls(Duration),
}

struct Source {
    behaviour: Behaviour,
    looks: AtomicU64,
}

impl Source {
    fn attributes(&self, ino: INodeNo) -> FileAttr {
        let look = self.looks.fetch_add(1, Ordering::Relaxed);
        let (mut size, mut time) = (SIZE, UNIX_EPOCH);
        match self.behaviour {
            Behaviour::Changes => time += Duration::from_secs(look),
            Behaviour::Grows => size += look * 4096,
            Behaviour::Shrinks => size = size.saturating_sub(look * 4096),
            _ => {}
        }
        let (kind, perm) = match ino == FILE {
            true => (FileType::RegularFile, 0o444),
            false => (FileType::Directory, 0o555),
        };
        if ino != FILE {
            (size, time) = (0, UNIX_EPOCH);
        }
        FileAttr {
            ino,
            size,
            blocks: size.div_ceil(512),
            atime: UNIX_EPOCH,
            mtime: time,
            ctime: time,
            crtime: UNIX_EPOCH,
            kind,
            perm,
            nlink: 1,
            uid: 0,
            gid: 0,
            rdev: 0,
            blksize: 4096,
            flags: 0,
        }
    }
}

impl Filesystem for Source {
    fn lookup(&self, _: &Request, _: INodeNo, name: &OsStr, reply: ReplyEntry) {
        match name == NAME {
            true => reply.entry(&Duration::ZERO, &self.attributes(FILE), Generation(0)),
            false => reply.error(Errno::ENOENT),
        }
    }

    fn getattr(&self, _: &Request, ino: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        reply.attr(&Duration::ZERO, &self.attributes(ino));
    }

    fn open(&self, _: &Request, _: INodeNo, _: OpenFlags, reply: ReplyOpen) {
        reply.opened(FileHandle(0), FopenFlags::FOPEN_DIRECT_IO);
    }

    fn read(
        &self,
        _: &Request,
        _: INodeNo,
        _: FileHandle,
        offset: u64,
        size: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        let end = match self.behaviour {
            Behaviour::EndsEarly => SIZE / 2,
            Behaviour::Grows | Behaviour::Shrinks => u64::MAX,
            _ => SIZE,
        };
        let mut length = end.saturating_sub(offset).min(size.into()) as usize;
        let mut letter = b'e';
        match self.behaviour {
            Behaviour::Pieces(most) => length = length.min(most),
            Behaviour::Changes => letter = self.looks.load(Ordering::Relaxed) as u8,
            Behaviour::Fails if offset < SIZE / 2 && offset + length as u64 > SIZE / 2 - 1 => {
                return reply.error(Errno::EIO);
            }
            Behaviour::Stalls(time) => std::thread::sleep(time),
            _ => {}
        }
        reply.data(&vec![letter; length]);
    }

    fn readdir(&self, _: &Request, _: INodeNo, _: FileHandle, offset: u64, mut reply: ReplyDirectory) {
        if offset == 0 {
            // There is one name, so it always fits.
            let _ = reply.add(FILE, 1, FileType::RegularFile, NAME);
        }
        reply.ok();
    }
}

fn mount(place: &Path, behaviour: Behaviour) -> BackgroundSession {
    let source = Source { behaviour, looks: AtomicU64::new(0) };
    fuser::spawn_mount(source, place, &Config::default()).expect("a mounted source")
}

/// The rows of this module.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, behaviour, code) in [
        ("a source in pieces of 1,000 bytes", Behaviour::Pieces(1000), 0),
        ("a source in pieces of 100 bytes", Behaviour::Pieces(100), 0),
        ("a source that changes while it is read", Behaviour::Changes, 2),
        ("a source that grows while it is read", Behaviour::Grows, 2),
        ("a source that shrinks while it is read", Behaviour::Shrinks, 2),
        ("a source that ends before its size says", Behaviour::EndsEarly, 2),
        ("a source with an error in the middle", Behaviour::Fails, 2),
    ] {
        cases.push(Case::new(name, move |plan| misbehaving(behaviour, code, plan)));
    }
    cases.push(Case::new("a source that stalls, and a signal", stalling));
    cases
}

fn desk() -> Desk {
    Desk::set(ACTS.iter().find(|act| act.name == "seal").expect("sealing"), &fast_folder())
}

const MODES: [&str; 2] = ["copy", "detached"];

fn seal(desk: &Desk, source: &Path, mode: &str) -> Command {
    let mut command = desk.command_of(&["seal"]);
    command.arg(source).args(["--out", "A1.bag", "--key", "officer.key", "--exhibit", "A1", "--payload", mode]);
    command
}

/// What lies under the final name verifies; a copy by itself.
fn bag(desk: &Desk, mode: &str) -> Vec<String> {
    match desk.place().join("A1.bag").exists() && mode == "copy" {
        true => match check::bag(desk, "A1.bag", "officer.key.pub") {
            State::Good => vec![],
            state => vec![format!("{state:?}")],
        },
        false => vec![],
    }
}

/// Sealed if it was only slow in small pieces, else an honest 2 and a bag in the making; what cannot be read is accepted when
/// that is asked for.
fn misbehaving(behaviour: Behaviour, code: i32, plan: &Plan) -> Outcome {
    let (mut outcome, desk) = (Outcome::default(), desk());
    let source = desk.folder().join("source");
    std::fs::create_dir(&source).expect("a folder");
    let rounds = if plan.extent == Extent::Quick { 1 } else { 5 };
    for (mode, _) in MODES.iter().flat_map(|mode| (0..rounds).map(move |round| (mode, round))) {
        // Detached, there is no later look at what was read, but the file is looked at before and after.
        let session = mount(&source, behaviour);
        let traced = untraced(&mut seal(&desk, &source, mode), LIMIT, &desk.scratch());
        let mut broken = bag(&desk, mode);
        if traced.run.code != Some(code) || traced.run.stderr.contains("panicked") {
            broken.push(format!("{:?}: {}", traced.run.code, traced.run.stderr));
        }
        if code != 0 && desk.place().join("A1.bag").exists() {
            broken.push("a bag under the final name".into());
        }
        drop(session);
        outcome.add(&format!("{mode}, {behaviour:?}"), true, broken);
        desk.fresh();
    }
    outcome
}

/// Whoever waits for a medium that does not answer can give up: within two seconds, and nothing half is left.
fn stalling(plan: &Plan) -> Outcome {
    let (mut outcome, desk) = (Outcome::default(), desk());
    let signals = [Signal::SIGINT, Signal::SIGTERM];
    let rounds = if plan.extent == Extent::Quick { 1 } else { 3 };
    for (number, (signal, mode)) in signals.iter().cycle().zip(MODES.iter().cycle()).take(rounds * 2).enumerate() {
        let source = desk.folder().join(format!("stalls {number}"));
        std::fs::create_dir(&source).expect("a folder");
        let session = mount(&source, Behaviour::Stalls(Duration::from_secs(1)));
        // Whoever runs this in the background ignores SIGINT, and that is inherited.
        let mut started = desk.started_by(&["env", "--default-signal"], &seal(&desk, &source, mode));
        let mut child = started.stderr(Stdio::null()).stdout(Stdio::null()).spawn().expect("started");
        std::thread::sleep(Duration::from_millis(700));
        let mut broken = Vec::new();
        if child.try_wait().expect("a child").is_some() {
            broken.push("it did not wait for the source".into());
        }
        let sent = Instant::now();
        kill(Pid::from_raw(child.id().cast_signed()), *signal).expect("a signal");
        let (code, hung) = crate::program::wait_within(&mut child, sent + Duration::from_secs(30));
        // Other runs take the processors too.
        if hung || sent.elapsed() > Duration::from_secs(4) || code.is_some() {
            broken.push(format!("after {signal} it ended with {code:?} in {:?}", sent.elapsed()));
        }
        if desk.place().join("A1.bag").exists() {
            broken.push("a bag under the final name".into());
        }
        drop(session);
        outcome.add(&format!("{mode}, {signal}"), true, broken);
        desk.fresh();
    }
    outcome
}
