//! What became of something that a command leaves: absent, begun, whole or neither.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

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

use super::is_litter;
use crate::faults::acts::Leaf;
use crate::faults::desk::Desk;

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
