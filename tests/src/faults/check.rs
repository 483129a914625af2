//! What must hold after every run, whatever struck it.

mod again;
mod leaf;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use nix::sys::signal::Signal;

use super::acts::Leaf;
use super::desk::{Desk, contents};
use super::tracer::Traced;
pub use again::finish;
pub use leaf::{State, bag, events, state};

/// Which ends a fault allows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Allowed {
    /// The signal that was sent.
    pub signal: Option<Signal>,
    /// The system could not start the program at all.
    pub not_started: bool,
    /// Memory was taken away: Rust ends a program that gets none by SIGABRT.
    pub abort: bool,
}

/// Everything that did not hold after this run; nothing, if all is well.
pub fn after(desk: &Desk, traced: &Traced, allowed: Allowed) -> Vec<String> {
    let run = &traced.run;
    let mut broken = Vec::new();
    let mut must = |holds: bool, what: String| {
        if !holds {
            broken.push(what);
        }
    };
    let last = run.stderr.lines().last().unwrap_or_default();
    must(!run.hung, "it hung".into());
    must(!panicked(&run.stderr, allowed) && run.code != Some(101), format!("it panicked: {}", run.stderr));
    let ended = match (run.code, traced.signal) {
        (Some(0 | 2 | 64), _) => true,
        (Some(127), _) => allowed.not_started || run.stderr.contains("loading shared libraries"),
        (Some(_), _) => false,
        (None, Some(Signal::SIGABRT)) => allowed.abort || allowed.signal == Some(Signal::SIGABRT),
        (None, signal) => signal == allowed.signal || run.hung,
    };
    must(ended, format!("it ended with {:?}, {:?}: {last}", run.code, traced.signal));
    let found = contents(&desk.place());
    for leaf in desk.act.leaves {
        match state(desk, leaf, &found) {
            State::Bad(what) => must(false, what),
            State::Good => {}
            _ if matches!(leaf, Leaf::PaperAct(..)) => {}
            state => must(run.code != Some(0), format!("success, but {leaf:?} is {state:?}: {last}")),
        }
    }
    broken.extend(strangers(desk, &found));
    broken.extend(desk.touched());
    broken
}

/// True if the program panicked. A thread that gets no memory for the stack of its signals panics in Rust's library, before it
/// runs anything of ours: that is how Rust ends a program from which memory was taken away.
fn panicked(stderr: &str, allowed: Allowed) -> bool {
    let ours = |place: &str| !(allowed.abort && place.contains("/library/std/src/sys/pal/unix/stack_overflow.rs:"));
    stderr.split("panicked at ").skip(1).any(|told| ours(told.lines().next().unwrap_or_default()))
}

/// True if all that the command leaves is there.
pub fn is_complete(desk: &Desk) -> bool {
    let found = contents(&desk.place());
    let needed = desk.act.leaves.iter().filter(|leaf| !matches!(leaf, Leaf::PaperAct(..)));
    needed.into_iter().all(|leaf| state(desk, leaf, &found) == State::Good)
}

/// Files that were there and are not as they were, and new ones that are neither what the command leaves nor known litter.
fn strangers(desk: &Desk, found: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let own = |path: &Path| {
        let leaves = desk.act.leaves.iter().map(|leaf| match *leaf {
            Leaf::Bag(name, _)
            | Leaf::Packed(name, _)
            | Leaf::PaperAct(name, _)
            | Leaf::Receipt(name, _)
            | Leaf::Draft(name)
            | Leaf::Roster(name)
            | Leaf::PartOfRoster(name, _)
            | Leaf::Recognition(name)
            | Leaf::PartOfRecognition(name, _)
            | Leaf::Fork(name)
            | Leaf::Results(name)
            | Leaf::Tree(name)
            | Leaf::Playground(name) => path.starts_with(name) || path.starts_with(format!("{name}.partial")),
            Leaf::Key(name) => path == Path::new(name) || path == Path::new(&format!("{name}.pub")),
            Leaf::Event(bag) => path.starts_with(Path::new(bag).join("custody")),
        });
        leaves.into_iter().any(|is| is) || desk.act.changes.iter().any(|name| path.starts_with(name))
    };
    let mut told = Vec::new();
    for (path, bytes) in desk.before() {
        let may_change = own(path) && !path.components().any(|part| part.as_os_str() == "custody");
        if !may_change && found.get(path) != Some(bytes) {
            told.push(format!("{} is not as it was", path.display()));
        }
    }
    for path in found.keys().filter(|path| !desk.before().contains_key(*path) && !own(path) && !is_litter(path)) {
        told.push(format!("{} lies about", path.display()));
    }
    told
}

/// What a killed program may leave: it means nothing, and the next run goes on beside it.
fn is_litter(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let aside = name.starts_with('.') && name.ends_with(".tmp");
    let is_begun = |part: &OsStr| part.as_bytes().starts_with(b".") && part.as_bytes().ends_with(b".partial");
    aside
        || path.iter().any(is_begun)
        || name == ".sealbag-roster.lock"
        || name == ".lock"
        || name.ends_with(".unconfirmed.txt")
}
