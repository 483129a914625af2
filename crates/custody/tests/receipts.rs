//! `docs/spec/receipts.md`: whatever is cut off, changed, put in or taken out of a receipt or a fork proof is refused.

use sealbag_custody::event::{Actor, EventRecord, EventType};
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::log_page::SealPage;
use sealbag_custody::page;
use sealbag_custody::receipt::{ForkProof, MAX_RECEIPT_LEN, Receipt, ReceiptError};
use sealbag_custody::sshsig::Namespace;
use sealbag_custody::text::Text;

const OVERVIEW: &str = include_str!("../../../docs/spec/README.md");

/// Event 0 of the golden bag.
fn seal() -> &'static [u8] {
    let rest = OVERVIEW.split_once("\nEvent 0:\n\n```\n").expect("the seal").1;
    rest.split_once("```").expect("its end").0.as_bytes()
}

fn text(value: &str) -> Text {
    Text::new(value).expect("plain text")
}

fn access(change: impl FnOnce(&mut EventRecord), seed: u8) -> Vec<u8> {
    let seal = SealPage::read(seal()).expect("the golden seal");
    let key = KeyPair::from_seed(&[seed; 32]).expect("a good seed");
    let actor = Actor { name: text("A"), key: key.public_key().clone(), role: None, capacity: None };
    let time = "2026-11-24T09:00:00Z".parse().expect("a time");
    let mut event = EventRecord::new(seal.record().bag, seal.hash(), EventType::Access, time, text("p"), actor);
    change(&mut event);
    let record = event.to_bytes().expect("a record");
    page::join(&record, &key.sign(Namespace::Event, &record).expect("a signature")).expect("a page")
}

/// Every change of one byte, every byte taken out, doubled, and every cut.
fn refuses_every_change(good: &[u8], may_end_at: &[usize], may_begin_at: &[usize], accepts: &dyn Fn(&[u8]) -> bool) {
    assert!(accepts(good));
    for at in 0..good.len() {
        assert_eq!(accepts(&good[..at]), may_end_at.contains(&at), "cut at {at}");
        assert_eq!(accepts(&good[at + 1..]), may_begin_at.contains(&(at + 1)), "begun behind {at}");
        let mut changed = good.to_vec();
        for bit in 0..8 {
            changed[at] = good[at] ^ (1 << bit);
            assert!(!accepts(&changed), "byte {at} is {:#04x}", changed[at]);
        }
        for byte in [0, b'\n', b'\r', b' ', b'A'].into_iter().filter(|byte| *byte != good[at]) {
            changed[at] = byte;
            assert!(!accepts(&changed), "byte {at} is {byte:#04x}");
        }
        assert!(!accepts(&[&good[..at], &good[at + 1..]].concat()), "without byte {at}");
        assert!(!accepts(&[&good[..=at], &good[at..]].concat()), "byte {at} twice");
    }
    for more in [&b"\n"[..], b" ", b"x", good] {
        assert!(!accepts(&[good, more].concat()), "with {} bytes behind it", more.len());
        assert!(!accepts(&[more, good].concat()), "with {} bytes before it", more.len());
    }
}

#[test]
fn every_change_of_a_receipt_is_refused() {
    let receipt = Receipt::compose(seal(), Some(&access(|_| {}, 1)));
    // What is left of a receipt without its head is the receipt of event 0; without event 0, an event that was kept alone.
    refuses_every_change(&receipt, &[seal().len()], &[seal().len()], &|bytes| Receipt::read(bytes).is_ok());
}

#[test]
fn every_change_of_an_event_that_was_kept_alone_is_refused() {
    let event = access(|_| {}, 1);
    refuses_every_change(&event, &[], &[], &|bytes| Receipt::read(bytes).is_ok());
    let seal = SealPage::read(seal()).expect("the golden seal");
    let first = access(|event| event.prev = sealbag_manifest::digest::Sha256Digest([1; 32]), 1);
    assert!(matches!(Receipt::read(&first), Err(ReceiptError::Unrelated(_))), "event 1 follows from event 0");
    assert_eq!(Receipt::read(&event).expect("an event").before_head(), Some((0, seal.hash())));
}

#[test]
fn every_change_of_a_fork_proof_is_refused() {
    let one = access(|_| {}, 1);
    let other = access(|event| event.purpose = text("q"), 2);
    let proof = ForkProof::compose(&one, &other).expect("a fork");
    refuses_every_change(&proof, &[], &[], &|bytes| ForkProof::read(bytes).is_ok());
}

#[test]
fn a_receipt_has_pages_of_one_bag() {
    let refused = |second: &[u8]| Receipt::read(&Receipt::compose(seal(), Some(second))).expect_err("no receipt");
    let digest = |byte| sealbag_manifest::digest::Sha256Digest([byte; 32]);
    let other_bag = access(|event| event.bag = "00112233445566778899aabbccddeeff".parse().expect("a bag"), 1);
    assert!(matches!(refused(&other_bag), ReceiptError::Unrelated(_)));
    assert!(matches!(refused(&access(|event| event.seal = digest(1), 1)), ReceiptError::Unrelated(_)));
    assert!(matches!(refused(&access(|event| event.prev = digest(1), 1)), ReceiptError::Unrelated(_)));
    assert!(matches!(refused(seal()), ReceiptError::Second(_)));
    let later = access(|event| (event.index, event.prev) = (2, digest(1)), 1);
    assert_eq!(Receipt::read(&Receipt::compose(seal(), Some(&later))).expect("a receipt").index(), 2);
    let alone = Receipt::read(&later).expect("an event that was kept alone");
    let whole = Receipt::read(&Receipt::compose(seal(), Some(&later))).expect("a receipt");
    assert_eq!((alone.index(), alone.bag(), alone.seal_hash()), (whole.index(), whole.bag(), whole.seal_hash()));
    assert_eq!((alone.head_bytes(), alone.seal_bytes()), (whole.head_bytes(), None));
    assert_eq!((alone.seal().is_some(), whole.seal().map(SealPage::hash)), (false, Some(whole.seal_hash())));
    assert_eq!(alone.head().map(|head| head.record().index), Some(2));
    assert_eq!(alone.before_head(), Some((1, digest(1))));
    assert!(
        Receipt::read(&access(|event| event.prev = digest(1), 1)).is_err(),
        "event 1 alone, behind another event 0"
    );
    assert!(Receipt::read(&access(|_| {}, 1)).is_ok(), "event 1 alone");
    let sealed = Receipt::read(seal()).expect("event 0");
    assert_eq!((sealed.head().is_some(), sealed.before_head(), sealed.index()), (false, None, 0));
    assert!(matches!(Receipt::read(&[&later[..], &later].concat()), Err(ReceiptError::First(_))), "two events");
    assert_eq!(Receipt::read(b"").expect_err("nothing"), ReceiptError::Shape);
}

#[test]
fn a_fork_is_two_events_of_one_number_in_the_order_of_their_hashes() {
    let one = access(|_| {}, 1);
    let other = access(|event| event.purpose = text("q"), 1);
    let proof = ForkProof::compose(&one, &other).expect("a fork");
    assert_eq!(proof, ForkProof::compose(&other, &one).expect("the same"));
    let read = ForkProof::read(&proof).expect("a fork");
    assert!(read.is_by_one_key() && read.index() == 1);
    let (first, second) = if proof.starts_with(&one) { (&one, &other) } else { (&other, &one) };
    assert!(ForkProof::read(&[&second[..], &first[..]].concat()).is_err(), "in the other order");
    assert!(ForkProof::compose(&one, &one).is_err(), "one event twice");
    let later = access(|event| event.index = 2, 1);
    assert!(ForkProof::compose(&one, &later).is_err(), "two numbers");
    let digest = sealbag_manifest::digest::Sha256Digest([1; 32]);
    let other_seal = access(|event| (event.seal, event.prev) = (digest, digest), 1);
    assert!(ForkProof::compose(&one, &other_seal).is_err(), "two seals");
    assert!(ForkProof::compose(seal(), &one).is_err(), "event 0 and event 1");
}

#[test]
fn a_fork_by_two_keys_is_nobodys_own() {
    let proof = ForkProof::compose(&access(|_| {}, 1), &access(|_| {}, 2)).expect("a fork");
    let read = ForkProof::read(&proof).expect("a fork");
    assert!(!read.is_by_one_key());
    assert_ne!(read.signers()[0], read.signers()[1]);
}

#[test]
fn a_receipt_is_two_pages_long_at_most() {
    let padded = |length: usize| [seal(), &vec![b'\n'; length - seal().len()]].concat();
    let refused = |length: usize| Receipt::read(&padded(length)).expect_err("no receipt");
    assert!(matches!(refused(MAX_RECEIPT_LEN), ReceiptError::Second(_)));
    for length in [MAX_RECEIPT_LEN + 1, MAX_RECEIPT_LEN + 99] {
        assert_eq!(refused(length), ReceiptError::Shape);
    }
}
