//! Vectors of "The bag before" (`docs/spec/custody.md`): a bag that follows from another, with the other's log inside.

mod anchors;
mod laundering;
mod proofs;

pub(super) use laundering::{put_proof, with_other_list};

use super::Vector;
use crate::vectors::anchors::{Anchors, by_key, by_roster};
use crate::vectors::draft::Parts;
use crate::vectors::log::{Event, Log, digest, place};
use crate::vectors::people::{custodian, lab, officer, thief};

type Found<'a> = [(&'static str, &'a str)];

const CONFIRMED: &str = "confirmed_with_remarks";
const VIOLATED: &str = "violated";
const UNDETERMINED: &str = "undetermined";

fn vector(name: &str, rule: &str, log: &Log, anchors: Anchors, outcome: &'static str, found: &Found<'_>) -> Vector {
    Vector::new(format!("previous-{name}"), rule, log.bag.clone(), anchors, outcome, found)
}

/// The place of an event of the bag before.
fn before(index: usize) -> String {
    format!("seal/previous/{index:06}.txt")
}

/// What `[previous]` says.
struct Link {
    relation: &'static str,
    bag: String,
    seal: String,
    head: String,
    root: String,
}

impl Link {
    /// The link to a bag with its log as it is.
    fn to(source: &Log, relation: &'static str) -> Self {
        Self {
            relation,
            bag: source.id.clone(),
            seal: source.seal.clone(),
            head: source.head(),
            root: source.root.clone(),
        }
    }

    fn table(&self) -> String {
        let Self { relation, bag, seal, head, root } = self;
        format!(
            "\n[previous]\nrelation = \"{relation}\"\nbag = \"{bag}\"\nseal = \"{seal}\"\nhead = \"{head}\"\nroot = \"{root}\"\n"
        )
    }
}

/// Puts a bag's log into the tag files of the one that follows.
fn carry(source: &Log, parts: &mut Parts) {
    for (index, event) in source.events.iter().enumerate() {
        parts.tags.insert(before(index), event.clone());
    }
    let earlier: Vec<(String, Vec<u8>)> = source
        .bag
        .regular_files()
        .filter_map(|(path, content)| Some((path.strip_prefix("seal/previous/")?, content)))
        .map(|(path, content)| (format!("seal/previous/previous/{path}"), content.to_vec()))
        .collect();
    parts.tags.extend(earlier);
}

/// Part of the golden bag.
pub(super) fn disclosure() -> super::Tree {
    Log::seal(proofs::disclosed_from(&proofs::source())).bag
}

/// The golden bag without its last line.
pub(super) fn redaction_of_the_last_line() -> super::Tree {
    Log::seal(proofs::redacted_at_the_end()).bag
}

/// The parts of a bag that follows from another, with the same list.
pub(super) fn parts(source: &Log, relation: &'static str) -> Parts {
    let id = digest(format!("follows {}", source.id).as_bytes())[..32].to_owned();
    let mut parts = Parts { bag: id, time: "2026-11-25T08:12:44Z".to_owned(), ..Parts::small() };
    parts.at_end = Link::to(source, relation).table();
    carry(source, &mut parts);
    parts
}

/// A bag that follows from another.
fn following(source: &Log, relation: &'static str) -> Log {
    Log::seal(parts(source, relation))
}

/// The same with further changes.
fn changed(source: &Log, relation: &'static str, change: impl FnOnce(&mut Parts)) -> Log {
    let mut parts = parts(source, relation);
    change(&mut parts);
    Log::seal(parts)
}

/// The log of the usual source: handed over to the laboratory.
fn source() -> Log {
    Log::new().then("store", &officer()).then("release", &officer()).then("accept", &lab())
}

fn at(log: &Log, event: impl FnOnce(&Event) -> Event, kind: &str) -> Log {
    log.clone().then_with(|log| event(&log.event(kind, &officer()).at("2026-11-25T09:00:00Z")))
}

fn relations() -> Vec<Vector> {
    let source = source();
    let other_list = |relation: &'static str| {
        changed(&source, relation, |parts| parts.add_file(r#""path":"result.txt""#, None, "result.txt", b"4 photos\n"))
    };
    let copy = following(&source, "copy");
    let second_copy = following(&copy, "copy");
    let examined = source.clone().then("examine_start", &lab());
    vec![
        vector("copy", "a copy carries the log of its source", &copy, by_key(), CONFIRMED, &[]),
        vector("reseal", "a new seal may have the same list", &following(&source, "reseal"), by_key(), CONFIRMED, &[]),
        vector(
            "reseal-of-other-contents",
            "a new seal may have another list",
            &other_list("reseal"),
            by_key(),
            CONFIRMED,
            &[],
        ),
        vector("derived", "what is derived has another list", &other_list("derived"), by_key(), CONFIRMED, &[]),
        vector(
            "copy-of-other-contents",
            "a copy has the list of its source",
            &other_list("copy"),
            by_key(),
            VIOLATED,
            &[("previous.other_root", &place(0))],
        ),
        vector("copy-of-a-copy", "a row of bags", &second_copy, by_key(), CONFIRMED, &[]),
        vector(
            "copy-of-an-open-log",
            "remarks at the end are not given for the bag before",
            &following(&examined, "copy"),
            by_key(),
            CONFIRMED,
            &[("custody.examined_original", &before(4))],
        ),
        vector(
            "copy-examined",
            "a copy may be examined",
            &at(&copy, Event::clone, "examine_start"),
            by_key(),
            CONFIRMED,
            &[("custody.unfinished", "custody/")],
        ),
        vector(
            "copy-by-the-custodian",
            "more roles may seal what follows from another bag",
            &changed(&Log::new(), "copy", |parts| parts.signer = custodian()),
            by_roster(),
            CONFIRMED,
            &[],
        ),
        vector(
            "files-without-previous",
            "without [previous] the files are unknown tag files",
            &changed(&source, "copy", |parts| parts.at_end.clear()),
            by_key(),
            CONFIRMED,
            &[],
        ),
    ]
}

fn mismatches() -> Vec<Vector> {
    let source = source();
    let other = digest(b"another");
    let linked = |change: &dyn Fn(&mut Link)| {
        changed(&source, "copy", |parts| {
            let mut link = Link::to(&source, "copy");
            change(&mut link);
            parts.at_end = link.table();
        })
    };
    let mismatch = |name: &str, rule: &str, log: Log, at: &str| {
        vector(name, rule, &log, by_key(), VIOLATED, &[("previous.mismatch", at)])
    };
    let without = |index: usize| changed(&source, "copy", |parts| drop(parts.tags.remove(&before(index))));
    let first = before(0);
    vec![
        vector(
            "missing",
            "what is not shown cannot be checked",
            &changed(&source, "copy", |parts| parts.tags.retain(|path, _| !path.starts_with("seal/previous/"))),
            by_key(),
            CONFIRMED,
            &[("previous.missing", "")],
        ),
        vector(
            "missing-event-0",
            "what is not shown cannot be checked",
            &without(0),
            by_key(),
            CONFIRMED,
            &[("previous.missing", "")],
        ),
        mismatch(
            "of-another-seal",
            "the seal there is the one that is named",
            linked(&|link| link.seal.clone_from(&other)),
            &first,
        ),
        mismatch(
            "of-another-bag",
            "the bag there is the one that is named",
            linked(&|link| link.bag = other[..32].into()),
            &first,
        ),
        vector(
            "of-another-root",
            "the root there is the one that is named",
            &changed(&source, "derived", |parts| {
                let mut link = Link::to(&source, "derived");
                link.root.clone_from(&other);
                parts.at_end = link.table();
            }),
            by_key(),
            VIOLATED,
            &[("previous.mismatch", &first)],
        ),
        mismatch(
            "of-another-head",
            "the log there ends where it says",
            linked(&|link| link.head.clone_from(&other)),
            &before(3),
        ),
        mismatch("tail-missing", "the log there is whole", without(3), &before(2)),
        vector(
            "event-missing",
            "the log there has no gap",
            &without(2),
            by_key(),
            VIOLATED,
            &[("custody.missing", &before(2))],
        ),
    ]
}

fn logs() -> Vec<Vector> {
    let of = |source: Log, name: &str, rule: &str, outcome: &'static str, found: &Found<'_>| {
        vector(name, rule, &following(&source, "copy"), by_key(), outcome, found)
    };
    let (first, second_event) = (before(1), before(2));
    let swap = |bytes: &[u8]| String::from_utf8_lossy(bytes).replacen("a test", "a rest", 1).into_bytes();
    let signature_of_the_seal = {
        let mut log = Log::new();
        log.events[0] = String::from_utf8_lossy(&log.events[0]).replacen("2026-17", "2026-18", 1).into_bytes();
        log.seal = log.hash(0);
        log
    };
    let unknown_format = {
        let mut log = Log::new();
        log.events[0] = String::from_utf8_lossy(&log.events[0]).replacen("seal/v1", "seal/v2", 1).into_bytes();
        log.seal = log.hash(0);
        log
    };
    vec![
        of(
            Log::new().then("accept", &lab()),
            "log-with-a-bad-event",
            "the log there is replayed",
            VIOLATED,
            &[("custody.no_release", &first)],
        ),
        of(
            {
                let mut log = Log::new().then("store", &officer()).then("access", &officer());
                log.events[1] = swap(&log.events[1]);
                log
            },
            "log-with-a-changed-event",
            "the signatures there are checked",
            VIOLATED,
            &[("signature.invalid", &first), ("custody.chain_broken", &second_event)],
        ),
        of(
            Log::new().then_with(|_| Event::new("teleport", &officer())),
            "log-with-an-unknown-type",
            "what cannot be judged there is a remark",
            CONFIRMED,
            &[("previous.undetermined", &first)],
        ),
        of(
            Log::new().then("hold", &thief()),
            "log-with-a-stranger",
            "what cannot be judged there is a remark",
            CONFIRMED,
            &[("previous.undetermined", &first)],
        ),
        of(
            Log::new().then("object", &thief()),
            "log-with-an-objection",
            "remarks there are remarks",
            CONFIRMED,
            &[("custody.unattributed", &first), ("custody.objection", &first)],
        ),
        of(
            signature_of_the_seal,
            "seal-changed",
            "the seal there is signed",
            VIOLATED,
            &[("signature.invalid", &before(0))],
        ),
        of(
            unknown_format,
            "seal-of-an-unknown-version",
            "a seal of another version there is not judged",
            CONFIRMED,
            &[("previous.undetermined", &before(0))],
        ),
        vector(
            "by-somebody-unknown",
            "the bag before may be sealed by anybody",
            &following(&Log::seal(Parts { signer: thief(), ..Parts::small() }).then("store", &thief()), "copy"),
            by_key(),
            CONFIRMED,
            &[],
        ),
        vector(
            "two-back-with-a-bad-event",
            "every log in the row is replayed",
            &following(&following(&Log::new().then("cancel", &officer()), "copy"), "copy"),
            by_key(),
            VIOLATED,
            &[("custody.no_release", "seal/previous/previous/000001.txt")],
        ),
        vector(
            "two-back-missing",
            "the row may end in what is not shown",
            &changed(&following(&Log::new(), "copy"), "copy", |parts| {
                parts.tags.remove("seal/previous/previous/000000.txt").expect("the log two back");
            }),
            by_key(),
            CONFIRMED,
            &[("previous.missing", "")],
        ),
    ]
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    relations()
        .into_iter()
        .chain(mismatches())
        .chain(logs())
        .chain(anchors::anchors())
        .chain(laundering::vectors())
        .chain(proofs::vectors())
}
