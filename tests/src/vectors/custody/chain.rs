//! The chain: events edited, dropped, swapped, doubled, brought from elsewhere; signatures of events.

mod signatures;

use super::{Vector, breaks, holds};
use crate::vectors::anchors::{by_key, by_keys};
use crate::vectors::draft::{Break, Parts};
use crate::vectors::log::{Event, Log, digest, place};
use crate::vectors::people::{lab, officer, second, thief};

/// A log of ten events after the seal: handed over, examined, given back, shown to the defence.
pub(in super::super) fn ten() -> Log {
    Log::new()
        .then("countersign", &second())
        .then("store", &officer())
        .then("release", &officer())
        .then("accept", &lab())
        .then("examine_start", &lab())
        .then("copy", &lab())
        .then("examine_end", &lab())
        .then_with(|log| log.event("release", &lab()).to(&officer()))
        .then("accept", &officer())
        .then("disclose", &officer())
}

/// The remarks of the ten events up to, and not with, an index.
fn remarks(before: usize) -> Vec<(&'static str, String)> {
    let remark = ("custody.examined_original", place(5));
    if before > 5 { vec![remark] } else { vec![] }
}

type Bytes = Vec<u8>;

/// A vector made from the ten events by changing the row of files; `named` has the findings of the chain.
fn altered(
    name: String,
    rule: &str,
    stands_before: usize,
    named: Vec<(&'static str, String)>,
    change: impl FnOnce(&mut Vec<Option<Bytes>>),
) -> Vector {
    let log = ten();
    let mut files: Vec<Option<Bytes>> = log.events.iter().cloned().map(Some).collect();
    change(&mut files);
    let mut found = remarks(stands_before);
    found.extend(named);
    let found: Vec<_> = found.iter().map(|(code, place)| (*code, &place[..])).collect();
    breaks(&name, rule, log.with_files(files), by_keys(), &found)
}

/// Findings of one code at several events.
fn each(code: &'static str, indexes: impl Iterator<Item = usize>) -> Vec<(&'static str, String)> {
    indexes.map(|index| (code, place(index))).collect()
}

fn of_ten() -> Vec<Vector> {
    let mut vectors = vec![holds(
        "custody-chain-ten-events",
        "a log of ten events holds",
        ten(),
        by_keys(),
        &[("custody.examined_original", &place(5))],
    )];
    for index in 1..=10 {
        vectors.push(altered(
            format!("custody-chain-edited-{index:02}"),
            "an event is what was signed",
            index,
            [vec![("signature.invalid", place(index))], each("custody.chain_broken", (index + 1..=10).take(1))]
                .concat(),
            |files| {
                let text = String::from_utf8(files[index].take().expect("an event")).expect("text");
                files[index] = Some(text.replacen("purpose = \"a test\"", "purpose = \"a rest\"", 1).into_bytes());
            },
        ));
        vectors.push(altered(
            format!("custody-chain-doubled-{index:02}"),
            "an event stands once",
            index + 1,
            each("custody.wrong_index", index + 1..=11),
            |files| files.insert(index, files[index].clone()),
        ));
    }
    for index in 1..=9 {
        vectors.push(altered(
            format!("custody-chain-dropped-{index:02}"),
            "numbers have no gap",
            index,
            vec![("custody.missing", place(index))],
            |files| files[index] = None,
        ));
        vectors.push(altered(
            format!("custody-chain-dropped-and-renumbered-{index:02}"),
            "an event stands where it says",
            index,
            each("custody.wrong_index", index..=9),
            |files| drop(files.remove(index)),
        ));
        vectors.push(altered(
            format!("custody-chain-swapped-{index:02}"),
            "events stand in their order",
            index,
            [each("custody.wrong_index", index..=index + 1), each("custody.chain_broken", (index + 2..=10).take(1))]
                .concat(),
            |files| files.swap(index, index + 1),
        ));
        vectors.push(altered(
            format!("custody-chain-replayed-{index:02}"),
            "an event is not repeated at the end",
            11,
            vec![("custody.wrong_index", place(11))],
            |files| files.push(files[index].clone()),
        ));
    }
    vectors
}

/// Another bag with the same contents.
fn other_bag() -> Log {
    Log::seal(Parts { bag: "ffeeddccbbaa99887766554433221100".to_owned(), ..Parts::small() })
}

/// The same bag sealed a second time.
fn other_seal() -> Log {
    Log::seal(Parts { time: "2026-11-23T08:20:00Z".to_owned(), ..Parts::small() })
}

fn from_elsewhere() -> Vec<Vector> {
    let brought = |name: &str, rule: &str, mut log: Log, page: Bytes, code: &'static str| {
        log.append(page);
        let found = [(code, &place(log.events.len() - 1)[..])];
        breaks(&format!("custody-chain-{name}"), rule, log, by_keys(), &found)
    };
    let second_event = |log: Log| log.then("store", &officer()).then("access", &officer()).events[2].clone();
    let of_this_bag_but = |change: fn(&Log, Event) -> Event| {
        let log = Log::new().then("store", &officer());
        let page = log.page(change(&log, log.event("access", &officer())));
        (log, page)
    };
    let log = Log::new().then("store", &officer());
    let (other_prev, page_with_other_prev) = of_this_bag_but(|log, event| event.with("", "prev", &log.seal));
    let (skipping, page_skipping) = of_this_bag_but(|_, event| event.with("", "index", 3));
    let (huge, page_huge) = of_this_bag_but(|_, event| event.with("", "index", 999_999));
    let (own_seal, page_own_seal) =
        of_this_bag_but(|_, event| event.with("", "bag", "ffeeddccbbaa99887766554433221100"));
    vec![
        brought(
            "replayed-from-another-bag",
            "an event belongs to one bag",
            log.clone(),
            second_event(other_bag()),
            "custody.other_bag",
        ),
        brought(
            "replayed-from-another-seal",
            "an event belongs to one seal, also of the same bag",
            log.clone(),
            second_event(other_seal()),
            "custody.other_bag",
        ),
        brought("bag-of-another", "an event names its bag", own_seal, page_own_seal, "custody.other_bag"),
        brought(
            "prev-of-another",
            "an event names the one before it",
            other_prev,
            page_with_other_prev,
            "custody.chain_broken",
        ),
        brought("index-too-high", "an event stands where it says", skipping, page_skipping, "custody.wrong_index"),
        brought("index-999999", "an event stands where it says", huge, page_huge, "custody.wrong_index"),
        breaks(
            "custody-chain-first-events-missing",
            "numbers begin at 1",
            {
                let log = ten();
                let mut files: Vec<Option<Bytes>> = log.events.iter().cloned().map(Some).collect();
                files[1] = None;
                files[2] = None;
                log.with_files(files)
            },
            by_keys(),
            &[("custody.missing", &place(1)), ("custody.missing", &place(2))],
        ),
        breaks(
            "custody-chain-rewritten-in-the-middle",
            "an event put in the place of another breaks the chain behind it",
            {
                let log = ten();
                let start = Log::new().then("countersign", &second());
                let page = start.page(start.event("access", &officer()));
                let mut files: Vec<Option<Bytes>> = log.events.iter().cloned().map(Some).collect();
                files[2] = Some(page);
                log.with_files(files)
            },
            by_keys(),
            &[("custody.chain_broken", &place(3))],
        ),
        breaks(
            "custody-chain-two-bad-events",
            "every bad event is named, and nothing behind the first is replayed",
            {
                let log = Log::new().then("store", &officer()).then("cancel", &officer());
                let log = log.then("accept", &lab()).then("hold", &thief()).then("object", &thief());
                let mut files: Vec<Option<Bytes>> = log.events.iter().cloned().map(Some).collect();
                files[4] = Some(b"nothing\n".to_vec());
                log.with_files(files)
            },
            by_keys(),
            &[("custody.no_release", &place(2)), ("signature.missing", &place(4)), ("custody.chain_broken", &place(5))],
        ),
        holds(
            "custody-chain-tail-cut-off",
            "a log without its tail is a log: only who knows more can tell",
            Log::new().then("store", &officer()).then("release", &officer()),
            by_keys(),
            &[("custody.transfer_open", "custody/")],
        ),
    ]
}

/// A countersignature that somebody takes out.
fn stripped() -> Vec<Vector> {
    let cosigned = || {
        let cosigner = format!("\n[[cosigner]]\nname = \"{}\"\nkey = \"{}\"\n", second().name, second().line());
        Log::seal(Parts { after_signer: cosigner, ..Parts::small() })
    };
    let whole = cosigned().then("countersign", &second()).then("store", &officer()).then("release", &officer());
    let open_transfer = ("custody.transfer_open", "custody/");
    let without = |renumbered: bool| {
        let log = whole.clone();
        let mut files: Vec<Option<Bytes>> = log.events.iter().cloned().map(Some).collect();
        files[1] = None;
        if renumbered {
            files.remove(1);
        }
        log.with_files(files)
    };
    let wrong = |index| ("custody.wrong_index", place(index));
    let [first, last] = [wrong(1), wrong(2)];
    vec![
        holds(
            "custody-cosigner-countersigned",
            "released after the countersignature",
            whole.clone(),
            by_key(),
            &[open_transfer],
        ),
        breaks(
            "custody-cosigner-stripped",
            "a countersignature cannot be taken out",
            without(false),
            by_key(),
            &[("custody.missing", &place(1))],
        ),
        breaks(
            "custody-cosigner-stripped-and-renumbered",
            "a countersignature cannot be taken out",
            without(true),
            by_key(),
            &[(first.0, &first.1), (last.0, &last.1)],
        ),
        breaks(
            "custody-cosigner-stripped-and-signed-again",
            "a log that was built anew without the countersignature lacks it",
            cosigned().then("store", &officer()).then("release", &officer()),
            by_key(),
            &[("custody.cosigner_skipped", &place(2))],
        ),
    ]
}

/// Everything behind event 0 hangs on it.
fn under_another_seal() -> Vector {
    let log = ten();
    let mut bag = Parts::small();
    bag.time = "2026-11-23T08:20:00Z".to_owned();
    let mut other = bag.seal(Break::Nothing);
    let seal = other.file(&place(0)).clone();
    assert_ne!(digest(&seal), log.seal);
    let mut files: Vec<Option<Bytes>> = log.events.iter().cloned().map(Some).collect();
    files[0] = Some(seal);
    let found: Vec<_> = (1..=10).map(|index| ("custody.other_bag", place(index))).collect();
    let found: Vec<_> = found.iter().map(|(code, place)| (*code, &place[..])).collect();
    breaks("custody-chain-under-another-seal", "a log belongs to one seal", log.with_files(files), by_keys(), &found)
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    of_ten()
        .into_iter()
        .chain(from_elsewhere())
        .chain(signatures::signatures())
        .chain(signatures::files())
        .chain(stripped())
        .chain([under_another_seal()])
}
