//! Vectors of `docs/spec/receipts.md`: receipts as anchors.

use super::Vector;
use super::anchors::{Anchors, by_key, by_keys};
use super::custody::ten;
use super::draft::Parts;
use super::log::{Log, place};
use super::people::{officer, prosecutor, second, thief};

type Found<'a> = [(&'static str, &'a str)];

fn receipt(name: &str, file: Vec<u8>) -> Anchors {
    Anchors::default().receipt(&format!("receipt-{name}"), file)
}

fn vector(name: &str, rule: &str, log: &Log, anchors: Anchors, outcome: &'static str, found: &Found<'_>) -> Vector {
    Vector::new(format!("receipts-{name}"), rule, log.bag.clone(), anchors, outcome, found)
}

/// The ten events without the tail behind an event.
fn cut(last: usize) -> Log {
    let log = ten();
    let files = log.events.iter().take(last + 1).cloned().map(Some).collect();
    log.with_files(files)
}

fn anchors() -> Vec<Vector> {
    const CONFIRMED: &str = "confirmed_with_remarks";
    let whole = ten();
    let examined = ("custody.examined_original", &place(5)[..]);
    let fits = ("anchor.receipt", "");
    // The second officer, whom only the receipt attributes, orders a hold; the prosecutor orders one behind the receipt.
    let orders = Log::new().then("store", &officer()).then("hold", &second()).then("hold", &prosecutor());
    let rewritten = {
        let mut log = Log::new().then("countersign", &second());
        for _ in 0..9 {
            log = log.then("store", &officer());
        }
        log
    };
    let other_seal = Log::seal(Parts { time: "2026-11-23T08:20:00Z".to_owned(), ..Parts::small() });
    let tail = cut(7);
    let seal = place(0);
    vec![
        vector(
            "at-the-head",
            "a receipt that fits attributes every event up to its head",
            &whole,
            receipt("at-10", whole.receipt(10)),
            CONFIRMED,
            &[fits, examined],
        ),
        vector(
            "at-the-seal",
            "a receipt at event 0 is that one event",
            &cut(0),
            receipt("at-0", whole.receipt(0)),
            CONFIRMED,
            &[fits],
        ),
        vector(
            "at-the-seal-of-a-longer-log",
            "a receipt at event 0 attributes event 0 alone",
            &whole,
            receipt("at-0", whole.receipt(0)),
            CONFIRMED,
            &[fits, ("custody.unattributed", &place(1)), examined],
        ),
        vector(
            "in-reach",
            "an event in a receipt's reach is attributed",
            &Log::new().then("store", &officer()).then("hold", &second()),
            receipt("in-reach", orders.receipt(2)),
            CONFIRMED,
            &[fits],
        ),
        vector(
            "out-of-reach",
            "an event behind a receipt's head is not attributed by it",
            &orders,
            receipt("in-reach", orders.receipt(2)),
            "undetermined",
            &[fits, ("custody.signer_unknown", &place(3))],
        ),
        vector(
            "beside-a-key",
            "a receipt adds to a key",
            &orders,
            by_key().receipt("receipt-in-reach", orders.receipt(2)),
            "undetermined",
            &[fits, ("custody.signer_unknown", &place(3))],
        ),
        vector(
            "tail-missing",
            "a receipt tells that the tail was cut off",
            &tail,
            by_keys().receipt("receipt-at-10", whole.receipt(10)),
            "violated",
            &[("anchor.receipt_ahead", &place(10)), examined],
        ),
        vector(
            "tail-missing-and-no-receipt-of-it",
            "an older receipt cannot tell that the tail was cut off",
            &tail,
            by_keys().receipt("receipt-at-7", whole.receipt(7)),
            CONFIRMED,
            &[fits, examined],
        ),
        vector(
            "two",
            "every receipt is compared",
            &tail,
            receipt("at-7", whole.receipt(7)).receipt("receipt-at-10", whole.receipt(10)),
            "violated",
            &[fits, ("anchor.receipt_ahead", &place(10)), examined],
        ),
        vector(
            "rewritten",
            "a receipt tells that the log was rewritten",
            &rewritten,
            by_keys().receipt("receipt-at-7", whole.receipt(7)),
            "violated",
            &[("anchor.receipt_mismatch", &place(7))],
        ),
        vector(
            "of-another-seal",
            "a receipt is of one seal",
            &other_seal,
            by_key().receipt("receipt-at-7", whole.receipt(7)),
            "violated",
            &[("anchor.receipt_mismatch", &seal)],
        ),
        vector(
            "of-an-event-alone",
            "an event that was kept alone fixes the log up to it, and attributes it",
            &Log::new().then("store", &officer()).then("hold", &second()),
            receipt("an-event-alone", orders.events[2].clone()),
            CONFIRMED,
            &[fits],
        ),
        vector(
            "of-an-event-alone-that-was-rewritten",
            "an event that was kept alone tells that the log was rewritten",
            &rewritten,
            by_keys().receipt("receipt-the-seventh-event", whole.events[7].clone()),
            "violated",
            &[("anchor.receipt_mismatch", &place(7))],
        ),
        vector(
            "of-an-event-alone-of-another-seal",
            "an event that was kept alone names the seal",
            &other_seal,
            by_key().receipt("receipt-the-seventh-event", whole.events[7].clone()),
            "violated",
            &[("anchor.receipt_mismatch", &seal)],
        ),
        vector(
            "tail-missing-by-an-event-alone",
            "an event that was kept alone tells that the tail was cut off",
            &tail,
            by_keys().receipt("receipt-the-tenth-event", whole.events[10].clone()),
            "violated",
            &[("anchor.receipt_ahead", &place(10)), examined],
        ),
        vector(
            "not-made-good-by-a-key",
            "what does not fit is not made good by what does",
            &rewritten,
            by_keys().seal_hash(&rewritten.seal).receipt("receipt-at-4", whole.receipt(4)),
            "violated",
            &[("anchor.seal_hash", ""), ("anchor.receipt_mismatch", &place(4))],
        ),
    ]
}

fn malformed() -> Vec<Vector> {
    let log = ten();
    let (seal, first, fourth) = (&log.events[0], &log.events[1], &log.events[4]);
    let elsewhere = Log::seal(Parts { bag: "ffeeddccbbaa99887766554433221100".to_owned(), ..Parts::small() });
    let foreign = elsewhere.then("store", &officer()).events[1].clone();
    let off = {
        let log = Log::new().then("store", &officer());
        Log::new().page(log.event("store", &officer()).with("", "prev", log.head()).with("", "index", 1))
    };
    let unsupported = log.page(super::log::Event::new("teleport", &thief()));
    let changed = {
        let text = String::from_utf8(fourth.clone()).expect("text");
        text.replacen("a test", "a rest", 1).into_bytes()
    };
    let two_events = [&fourth[..], &log.events[5]].concat();
    let files: [(&str, &str, Vec<u8>); 12] = [
        ("empty", "a receipt has a page", vec![]),
        ("text-behind", "nothing follows the last page", [&log.receipt(4)[..], b"\n"].concat()),
        ("text-before", "a receipt begins with event 0", [b"\n", &log.receipt(4)[..]].concat()),
        ("of-three-pages", "a receipt has at most two pages", [&log.receipt(1)[..], fourth].concat()),
        ("without-the-seal", "of two pages the first is event 0", two_events),
        ("in-another-order", "the first page is event 0", [&fourth[..], seal].concat()),
        ("of-two-seals", "the second page is an event", [&seal[..], seal].concat()),
        ("of-two-bags", "both pages are of one bag", [&seal[..], &foreign].concat()),
        ("that-does-not-follow", "event 1 follows from the seal", [&seal[..], &off].concat()),
        ("with-a-bad-signature", "both signatures hold", [&seal[..], &changed].concat()),
        ("with-an-unknown-type", "both pages can be read", [&seal[..], &unsupported].concat()),
        ("cut", "a page is whole", log.receipt(1)[..seal.len() + first.len() - 5].to_vec()),
    ];
    let examined = ("custody.examined_original", &place(5)[..]);
    files
        .into_iter()
        .map(|(name, rule, file)| {
            let anchors = by_keys().receipt(&format!("receipt-{name}"), file);
            vector(name, rule, &log, anchors, "undetermined", &[("anchor.receipt_malformed", ""), examined])
        })
        .collect()
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    anchors().into_iter().chain(malformed())
}
