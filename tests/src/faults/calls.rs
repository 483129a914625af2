//! One system call of a command is struck: each in turn, in every way that it can fail.

use std::path::Path;
use std::process::Command;

use nix::errno::Errno;
use nix::libc;
use nix::sys::signal::Signal;

use super::acts::{ACTS, Act};
use super::check::{self, Allowed};
use super::desk::{Desk, LIMIT, fast_folder};
use super::tracer::{At, Blow, CALLS, Call, Traced, name, trace};
use super::{Case, Dice, Extent, Outcome, Plan, sample};

/// The ways of this module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Kill,
    Fail,
    Short,
    Flip,
}

/// A row an act and a way.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for way in [Way::Kill, Way::Fail, Way::Short, Way::Flip] {
        for act in ACTS.iter().filter(|act| applies(way, act)) {
            let label = match way {
                Way::Kill => "killed at a call",
                Way::Fail => "a call fails",
                Way::Short => "short reads and writes",
                Way::Flip => "a flipped bit is written",
            };
            cases.push(Case::new(format!("{label}: {}", act.name), move |plan| run(act, way, plan)));
        }
    }
    cases
}

/// The demo runs other processes, which are not struck; what is extracted is judged before it is written.
fn applies(way: Way, act: &Act) -> bool {
    match way {
        Way::Short => act.name != "demo",
        Way::Flip => !["demo", "extract", "audit --resume"].contains(&act.name),
        _ => true,
    }
}

/// In a sample, so many faults of an act that change the disk, and so many of the others.
const QUICK: usize = 4;

fn run(act: &'static Act, way: Way, plan: &Plan) -> Outcome {
    let desk = Desk::set(act, &fast_folder());
    let calls = look(&desk);
    let mut dice = Dice::new(plan.seed, &format!("{way:?} {}", act.name));
    let mut blows = blows(way, &calls);
    let mut enough = usize::MAX;
    if act.name == "demo" {
        // Each run seals twenty megabytes and more; what it runs is struck by itself. Of the calls that are drawn some cannot
        // fail, and some are not made every time.
        enough = if plan.extent == Extent::Quick { 1 } else { 12 };
        blows = sample(blows, enough * 4, &mut dice);
    } else if plan.extent == Extent::Quick {
        blows = some(blows, &calls, act, way, &mut dice);
    }
    let mut outcome = Outcome::default();
    for (at, blow) in blows {
        if outcome.struck >= enough {
            break;
        }
        let traced = strike(&desk, at, blow);
        let allowed = Allowed { signal: (blow == Blow::Kill).then_some(Signal::SIGKILL), ..Allowed::default() };
        let mut broken = check::after(&desk, &traced, allowed);
        if broken.is_empty() {
            broken = check::finish(&desk);
        }
        outcome.add(&told(at, blow), traced.struck, broken);
        desk.fresh();
    }
    outcome
}

/// A sample: of what changes the disk as much as of the rest. Of a seal, all that changes the disk.
fn some(blows: Vec<(At, Blow)>, calls: &[Call], act: &Act, way: Way, dice: &mut Dice) -> Vec<(At, Blow)> {
    let of_call = |at: &At| match *at {
        At::Any(number) => calls.get(number - 1).copied(),
        At::Call(of, number) => calls.iter().filter(|call| call.number == of).nth(number - 1).copied(),
        At::From(..) | At::Never => None,
    };
    let (changing, other): (Vec<_>, Vec<_>) =
        blows.into_iter().partition(|(at, _)| of_call(at).is_some_and(|call| changes_disk(&call)));
    let all = act.name == "seal" && matches!(way, Way::Kill | Way::Fail);
    let most = if all { changing.len() } else { QUICK };
    [sample(changing, most, dice), sample(other, QUICK, dice)].concat()
}

pub(super) fn changes_disk(call: &Call) -> bool {
    let changing = [
        "write",
        "pwrite64",
        "writev",
        "copy_file_range",
        "sendfile",
        "fsync",
        "fdatasync",
        "sync_file_range",
        "syncfs",
        "rename",
        "renameat",
        "renameat2",
        "link",
        "linkat",
        "unlink",
        "unlinkat",
        "mkdir",
        "mkdirat",
        "ftruncate",
        "fallocate",
        "symlinkat",
        "rmdir",
        "utimensat",
        "fchmod",
    ];
    let name = name(call.number);
    changing.contains(&name.as_str()) || name == "openat" && call.arguments[2] & 0x40 != 0
}

pub(super) fn told(at: At, blow: Blow) -> String {
    match at {
        At::Any(number) => format!("{blow:?} at call {number}"),
        At::Call(of, number) => format!("{blow:?} at {} {number}", name(of)),
        At::From(of, number) => format!("{blow:?} from {} {number} on", name(of)),
        At::Never => "nothing".into(),
    }
}

fn strike(desk: &Desk, at: At, blow: Blow) -> Traced {
    trace(&desk.command(), at, blow, false, LIMIT, &desk.scratch())
}

/// The calls of the act when nothing strikes it.
pub(super) fn look(desk: &Desk) -> Vec<Call> {
    let seen = trace(&desk.command(), At::Never, Blow::Kill, true, LIMIT, &desk.scratch());
    assert_eq!(seen.run.code, Some(0), "{}: {}", desk.act.name, seen.run.stderr);
    let broken = check::after(desk, &seen, Allowed::default());
    assert!(broken.is_empty(), "{} without a fault: {broken:?}", desk.act.name);
    desk.fresh();
    seen.calls
}

/// Every fault of this way, for these calls.
pub(super) fn blows(way: Way, calls: &[Call]) -> Vec<(At, Blow)> {
    if way == Way::Kill {
        return (1..=calls.len()).map(|number| (At::Any(number), Blow::Kill)).collect();
    }
    let mut found = Vec::new();
    for (number, label) in CALLS {
        let made: Vec<&Call> = calls.iter().filter(|call| call.number == *number).collect();
        for (position, call) in made.iter().enumerate() {
            let at = At::Call(*number, position + 1);
            match way {
                Way::Fail => found.extend(errors(label).iter().map(|errno| (at, Blow::Fails(*errno)))),
                Way::Short if moves_bytes(label) => {
                    found.extend([1, (call.arguments[2] / 2).max(1)].map(|most| (at, Blow::Short(most))));
                }
                Way::Flip if writes_file(label, call) => {
                    found.extend([(at, Blow::FlipWritten), (at, Blow::Pretended)]);
                }
                _ => {}
            }
        }
        // All of them: a disk that is gone does not come back.
        if way == Way::Fail && made.len() > 1 && !["close", "getrandom"].contains(label) {
            found.push((At::From(*number, made.len() / 2 + 1), Blow::Fails(errors(label)[0])));
        }
    }
    found
}

/// How a call fails in the field.
fn errors(call: &str) -> &'static [Errno] {
    match call {
        "read" | "pread64" | "getdents64" => &[Errno::EIO, Errno::EINTR],
        "write" | "pwrite64" | "writev" | "copy_file_range" | "sendfile" => &[Errno::ENOSPC, Errno::EIO],
        "open" | "openat" | "openat2" => &[Errno::EMFILE, Errno::EIO],
        "fallocate" | "ftruncate" | "mkdir" | "mkdirat" | "link" | "linkat" | "symlinkat" => {
            &[Errno::ENOSPC, Errno::EIO]
        }
        "clone3" => &[Errno::EAGAIN],
        "getrandom" => &[Errno::EINTR],
        _ => &[Errno::EIO],
    }
}

fn moves_bytes(call: &str) -> bool {
    ["read", "write", "pread64", "pwrite64", "copy_file_range", "sendfile"].contains(&call)
}

/// Not what is told the user: nobody reads that back.
fn writes_file(call: &str, of: &Call) -> bool {
    ["write", "pwrite64"].contains(&call) && of.arguments[0] > 2
}

/// Kills a seal after some files are copied and before it is signed.
pub(super) fn kill_half_way(command: &Command, scratch: &Path) {
    // The list is synced when every file is there.
    let traced = trace(command, At::Call(libc::SYS_fsync, 5), Blow::Kill, false, LIMIT, scratch);
    assert_eq!(traced.signal, Some(Signal::SIGKILL), "{}", traced.run.stderr);
}
