//! What must hold after every run, whatever struck it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use nix::sys::signal::Signal;
use sealbag::bag::{BagStore, DirectoryStore, open_packed};
use sealbag::verdict::Outcome as Verdict;
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::key::Signer;
use sealbag_custody::key_file;
use sealbag_custody::receipt::{ForkProof, Receipt};
use sealbag_custody::roster::{
    RosterDraft, UnfinishedRecognition, UnfinishedRoster, VerifiedRecognition, VerifiedRoster,
};
use sealbag_manifest::hash::sha256;
use sealbag_manifest::observer::Silent;
use sealbag_manifest::source::Source;

use super::acts::{Again, Leaf};
use super::desk::{Desk, contents};
use super::tracer::Traced;

/// What became of something that a command leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// As before the command.
    Absent,
    /// Begun, in a way that means nothing yet and keeps nobody from going on.
    Begun,
    /// There, and whole.
    Good,
    /// Anything else.
    Bad(String),
}

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

/// What became of one leaf.
pub fn state(desk: &Desk, leaf: &Leaf, found: &BTreeMap<PathBuf, Vec<u8>>) -> State {
    let place = desk.place();
    let bytes = |name: &str| found.get(Path::new(name));
    let judge = |name: &str, is_whole: &dyn Fn(&[u8]) -> bool| match bytes(name) {
        None => State::Absent,
        Some(bytes) if is_whole(bytes) => State::Good,
        Some(bytes) => State::Bad(format!("{name} is half: {} bytes", bytes.len())),
    };
    match *leaf {
        Leaf::Bag(name, signer) => match place.join(name).exists() {
            true => bag(desk, name, signer),
            false => State::Absent,
        },
        Leaf::PaperAct(name, of) => judge(name, &|text| is_act(text, bytes(&format!("{of}/custody/000000.txt")))),
        Leaf::Packed(name, signer) => match place.join(name).exists() {
            true => match open_packed(&place.join(name)) {
                Ok(store) => judged(desk, &store, name, signer),
                Err(error) => State::Bad(format!("{name} cannot be opened: {error}")),
            },
            false => State::Absent,
        },
        Leaf::Event(name) => event(desk, name, found),
        Leaf::Receipt(name, of) => judge(name, &|bytes| is_receipt(bytes, of, found)),
        Leaf::Key(name) => key(&place.join(name), bytes(name).is_some(), bytes(&format!("{name}.pub")).is_some()),
        Leaf::Draft(name) | Leaf::PartOfRoster(name, _) | Leaf::PartOfRecognition(name, _)
            if bytes(name).is_some() && bytes(name) == desk.before().get(Path::new(name)) =>
        {
            State::Absent
        }
        Leaf::Draft(name) => judge(name, &|bytes| RosterDraft::parse(bytes).is_ok()),
        Leaf::Roster(name) => judge(name, &|bytes| VerifiedRoster::read(bytes).is_ok()),
        Leaf::PartOfRoster(name, signed) => {
            judge(name, &|bytes| UnfinishedRoster::read(bytes).is_ok_and(|part| part.signers().count() == signed))
        }
        Leaf::Recognition(name) => judge(name, &|bytes| VerifiedRecognition::read(bytes).is_ok()),
        Leaf::PartOfRecognition(name, signed) => {
            judge(name, &|bytes| UnfinishedRecognition::read(bytes).is_ok_and(|part| part.signers().count() == signed))
        }
        Leaf::Fork(name) => judge(name, &|bytes| ForkProof::read(bytes).is_ok()),
        Leaf::Results(name) => bytes(name).map_or(State::Absent, |bytes| results(bytes)),
        Leaf::Tree(name) => tree(desk, name, found),
        Leaf::Playground(name) => match bytes(&format!("{name}/A1.bag/custody/000000.txt")) {
            Some(_) => State::Good,
            None => State::Begun,
        },
    }
}

/// A bag under a final name must verify.
pub fn bag(desk: &Desk, name: &str, signer: &str) -> State {
    match DirectoryStore::open(&desk.place().join(name)) {
        Ok(store) => judged(desk, &store, name, signer),
        Err(error) => State::Bad(format!("{name} cannot be opened: {error}")),
    }
}

fn judged(desk: &Desk, store: &dyn BagStore, name: &str, signer: &str) -> State {
    let path = desk.place().join(name);
    let Ok((key, _)) = key_file::read_public(&desk.place().join(signer)) else {
        return State::Bad(format!("no key in {signer}"));
    };
    let anchors = Anchors { signers: vec![key], ..Anchors::default() };
    let source = is_detached(&path).then(|| Source::open(&[desk.evidence()]).expect("the evidence"));
    let options = Options { anchors: &anchors, depth: Depth::Full, source: source.as_ref(), progress: &Silent {} };
    let verdict = verify(store, &options);
    match verdict.outcome() {
        Verdict::Confirmed | Verdict::ConfirmedWithRemarks => State::Good,
        other => {
            let codes: Vec<_> = verdict.findings().iter().map(|finding| finding.code.name()).collect();
            State::Bad(format!("{name} is {other:?}: {codes:?}"))
        }
    }
}

fn is_detached(bag: &Path) -> bool {
    let seal = fs::read_to_string(bag.join("custody/000000.txt")).unwrap_or_default();
    seal.contains("payload = \"detached\"")
}

/// The text has its last line and the hash of the bag beside it.
fn is_act(text: &[u8], seal: Option<&Vec<u8>>) -> bool {
    let text = String::from_utf8_lossy(text);
    let words = text.split_whitespace().collect::<Vec<_>>().concat();
    let hash = seal.map(|seal| sha256(seal).to_hex()).unwrap_or_default();
    let (first, second) = hash.split_at(hash.len() / 2);
    text.ends_with("sha256sum custody/000000.txt\n") && !hash.is_empty() && words.contains(&format!("{first}{second}"))
}

fn is_receipt(bytes: &[u8], of: &str, found: &BTreeMap<PathBuf, Vec<u8>>) -> bool {
    let Ok(receipt) = Receipt::read(bytes) else { return false };
    let page = |index: u64| found.get(Path::new(&format!("{of}/custody/{index:06}.txt")));
    let head = page(receipt.index()).is_some_and(|page| page == receipt.head_bytes());
    head && page(0).map(Vec::as_slice) == receipt.seal_bytes()
}

/// How many events a bag has.
pub fn events(bag: &str, found: &BTreeMap<PathBuf, Vec<u8>>) -> usize {
    (0..).take_while(|index| found.contains_key(Path::new(&format!("{bag}/custody/{index:06}.txt")))).count()
}

fn event(desk: &Desk, name: &str, found: &BTreeMap<PathBuf, Vec<u8>>) -> State {
    let (before, now) = (events(name, desk.before()), events(name, found));
    match bag(desk, name, "officer.key.pub") {
        State::Good if now == before => State::Absent,
        State::Good if now == before + 1 => State::Good,
        State::Good => State::Bad(format!("{name} has {now} events, had {before}")),
        other => other,
    }
}

fn key(path: &Path, private: bool, public: bool) -> State {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let pair = private.then(|| key_file::read_private(path, None));
    let line = public.then(|| key_file::read_public(&key_file::public_path(path)));
    match (pair, line) {
        (None, None) => State::Absent,
        (Some(Err(error)), _) => State::Bad(format!("half a private key: {error}")),
        (_, Some(Err(error))) => State::Bad(format!("half a public key: {error}")),
        (Some(Ok(pair)), Some(Ok((public, _)))) if *pair.public_key() == public => {
            let mode = path.metadata().map_or(0, |of| of.permissions().mode() & 0o7777);
            if mode == 0o600 { State::Good } else { State::Bad(format!("{name} has the mode {mode:o}")) }
        }
        (Some(Ok(_)), Some(Ok(_))) => State::Bad("the two halves do not belong together".into()),
        _ => State::Begun,
    }
}

fn results(bytes: &[u8]) -> State {
    let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let lines: Vec<&[u8]> = bytes[..whole].split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
    match lines.iter().position(|line| serde_json::from_slice::<serde_json::Value>(line).is_err()) {
        Some(bad) => State::Bad(format!("line {} of the results is no JSON", bad + 1)),
        None if lines.len() >= 2 && whole == bytes.len() => State::Good,
        None => State::Begun,
    }
}

/// Under the name of a file that was sealed lie its bytes and no others.
fn tree(desk: &Desk, name: &str, found: &BTreeMap<PathBuf, Vec<u8>>) -> State {
    let below = found.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(name).ok()?, bytes)));
    for (path, bytes) in below.filter(|(path, _)| !is_litter(path)) {
        match desk.sealed().get(path) {
            Some(sealed) if sealed == bytes => {}
            Some(_) => return State::Bad(format!("{} was taken out half", path.display())),
            None => return State::Bad(format!("{} was never sealed", path.display())),
        }
    }
    let all = desk.sealed().keys().all(|path| found.contains_key(&Path::new(name).join(path)));
    match (all, desk.place().join(name).exists()) {
        (true, _) => State::Good,
        (false, true) => State::Begun,
        (false, false) => State::Absent,
    }
}

/// Finishes what was begun as a user would; says what did not work.
pub fn finish(desk: &Desk) -> Vec<String> {
    let mut told = Vec::new();
    if !is_complete(desk) {
        told.extend(try_again(desk));
    }
    if told.is_empty() && !is_complete(desk) {
        let found = contents(&desk.place());
        let states = desk.act.leaves.iter().map(|leaf| state(desk, leaf, &found));
        told.push(format!("after trying again: {:?}", states.collect::<Vec<_>>()));
    }
    told.extend(strangers(desk, &contents(&desk.place())));
    told.extend(desk.touched());
    told
}

fn expect(desk: &Desk, words: &[&str]) -> Option<String> {
    let run = desk.sealbag(words);
    let fails = || format!("trying again, {}: {:?} {}", words.join(" "), run.code, run.stderr.trim_end());
    (run.code != Some(0)).then(fails)
}

fn try_again(desk: &Desk) -> Option<String> {
    let (act, place) = (desk.act, desk.place());
    let found = contents(&place);
    let is_good = |leaf: &Leaf| state(desk, leaf, &found) == State::Good;
    // An event that stands is not entered again; its receipt can be had from the log.
    let stands = act.leaves.iter().any(|leaf| matches!(leaf, Leaf::Event(_)) && is_good(leaf));
    if let (true, Some(Leaf::Receipt(name, bag))) =
        (stands, act.leaves.iter().find(|leaf| matches!(leaf, Leaf::Receipt(..))))
    {
        return expect(desk, &["receipt", bag, "--out", name]);
    }
    match act.again {
        Again::Same => expect(desk, act.words),
        Again::Anew => {
            let names = act.leaves.iter().flat_map(|leaf| match *leaf {
                Leaf::Key(name) => vec![place.join(name), place.join(format!("{name}.pub"))],
                Leaf::Tree(name) | Leaf::Playground(name) => vec![place.join(name)],
                _ => vec![],
            });
            names.for_each(|name| remove(&name));
            expect(desk, act.words)
        }
        Again::Seal => seal_again(desk),
        Again::Made(kind) => {
            let Some(Leaf::Bag(name, _)) = act.leaves.first() else { return None };
            if place.join(name).exists() {
                let words = ["custody", kind, "A1.bag", "--record", name, "--purpose", "working copy"];
                return expect(desk, &[&words[..], &["--signer", "officer.key.pub", "--key", "officer.key"]].concat());
            }
            let partial = place.join(format!("{name}.partial"));
            // A copy that is signed goes on like a seal; one that is not, when it is asked for again.
            if partial.join("custody/000000.txt").exists() {
                let run = desk.sealbag(&["seal", "--resume", "--out", name, "--key", "officer.key"]);
                if run.code == Some(0) {
                    return try_again(desk);
                }
            }
            if kind != "copy" {
                remove(&partial);
            }
            expect(desk, act.words)
        }
    }
}

/// By `--resume`; anew only if it was stopped before it was safely written down what is being sealed.
fn seal_again(desk: &Desk) -> Option<String> {
    let partial = desk.place().join("A1.bag.partial");
    if !partial.exists() {
        return expect(desk, SEAL_ANEW);
    }
    let signed = partial.join("custody/000000.txt").exists();
    let begun = partial.join(".resume/draft.txt").exists();
    let run = desk.sealbag(&["seal", "--resume", "--out", "A1.bag", "--key", "officer.key"]);
    if run.code == Some(0) {
        return None;
    }
    let says_anew = run.stderr.contains("remove the partial bag and seal again");
    if signed || begun && !says_anew || !matches!(run.code, Some(2 | 64)) {
        return Some(format!("cannot be resumed: {:?} {}", run.code, run.stderr));
    }
    remove(&partial);
    expect(desk, SEAL_ANEW)
}

const SEAL_ANEW: &[&str] =
    &["seal", "{evidence}", "--out", "A1.bag", "--key", "officer.key", "--case", "1", "--exhibit", "A1"];

fn remove(path: &Path) {
    if path.is_dir() {
        fs::remove_dir_all(path).expect("a folder is removed");
    } else if path.symlink_metadata().is_ok() {
        fs::remove_file(path).expect("a file is removed");
    }
}
