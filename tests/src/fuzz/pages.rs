//! Signed pages and what consists of them. The input is records; the target signs them, for no fuzzer can.

use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::keyset::Keyset;
use sealbag_custody::log_page::{EventPage, SealPage};
use sealbag_custody::page;
use sealbag_custody::receipt::{ForkProof, Receipt};
use sealbag_custody::roster::{Lineage, RosterDraft, VerifiedRecognition, VerifiedRoster};
use sealbag_custody::sshsig::Namespace;

use crate::vectors;

/// Between two records of an input.
pub(super) const DIVIDER: &[u8] = b"\n=====\n";

pub(super) fn officer() -> KeyPair {
    KeyPair::from_seed(&vectors::officer_seed()).expect("a key")
}

fn authority() -> KeyPair {
    KeyPair::from_seed(&vectors::authority_seed()).expect("a key")
}

/// The page of a record; none if it would not be read back as it is.
pub(super) fn signed(record: &[u8], namespace: Namespace, key: &KeyPair) -> Option<Vec<u8>> {
    let armour = key.sign(namespace, record).expect("a signature");
    page::join(record, &armour).ok()
}

/// First as it is, then its records as pages.
pub(super) fn pages(data: &[u8]) {
    as_it_is(data);
    let mut parts = Vec::new();
    let mut rest = data;
    while let Some(at) = rest.windows(DIVIDER.len()).position(|window| window == DIVIDER) {
        parts.push(&rest[..at + 1]);
        rest = &rest[at + DIVIDER.len()..];
    }
    parts.push(rest);
    let key = officer();
    let mut pages = Vec::new();
    for part in parts.into_iter().take(2) {
        let seal = signed(part, Namespace::Seal, &key).filter(|page| SealPage::read(page).is_ok());
        let event = signed(part, Namespace::Event, &key).filter(|page| EventPage::read(page).is_ok());
        pages.extend(seal.clone());
        pages.extend(event.clone());
        assert!(seal.is_none() || event.is_none(), "a page is one thing");
        roster(part);
        recognition(part);
    }
    if let [first, rest @ ..] = pages.as_slice() {
        receipt(&Receipt::compose(first, rest.first().map(Vec::as_slice)));
        if let Some(second) = rest.first()
            && let Ok(proof) = ForkProof::compose(first, second)
        {
            let read = ForkProof::read(&proof).expect("a proof that was made");
            assert!(read.is_by_one_key() && read.hashes()[0] != read.hashes()[1]);
            assert_eq!(ForkProof::compose(second, first).expect("in either order"), proof);
        }
    }
}

fn as_it_is(data: &[u8]) {
    if let Ok((record, armour)) = page::split(data) {
        assert_eq!([record, armour].concat(), data);
        assert!(!record.is_empty());
        if let Ok(armour) = std::str::from_utf8(armour) {
            assert_eq!(page::join(record, armour).expect("what was split"), data);
        }
    }
    if let Ok(page) = SealPage::read(data) {
        assert_eq!(page.record().to_bytes().expect("a record"), page::split(data).expect("a page").0);
    }
    _ = EventPage::read(data);
    receipt(data);
    _ = ForkProof::read(data);
    if let Ok(rosters) = VerifiedRoster::read_file(data) {
        assert!((1..=VerifiedRoster::MAX_PAGES).contains(&rosters.len()));
        for roster in &rosters {
            let lineage = Lineage::of(roster.keys(), &rosters);
            assert!(lineage.in_use.is_some(), "a roster is its own authority's");
        }
    }
    _ = VerifiedRecognition::read(data);
    if let Ok(keys) = Keyset::parse(data) {
        assert_eq!(Keyset::parse(keys.to_text().as_bytes()), Ok(keys));
    }
}

fn recognition(record: &[u8]) {
    let Some(page) = signed(record, Namespace::Recognition, &authority()) else { return };
    let Ok(recognition) = VerifiedRecognition::read(&page) else { return };
    let record = recognition.record();
    assert_eq!(record.to_bytes().expect("a record that was read"), page::split(&page).expect("a page").0);
    assert!(!record.scope.covers(record.scope.end()));
}

fn receipt(data: &[u8]) {
    let Ok(receipt) = Receipt::read(data) else { return };
    let head = receipt.head().map(|_| receipt.head_bytes());
    assert_eq!(Receipt::compose(receipt.seal_bytes().unwrap_or_default(), head), data);
    assert!(receipt.seal().is_none_or(|seal| receipt.bag() == seal.record().bag && receipt.seal_hash() == seal.hash()));
    assert_eq!(receipt.index() == 0, receipt.head().is_none());
}

fn roster(record: &[u8]) {
    let Some(page) = signed(record, Namespace::Roster, &authority()) else { return };
    let Ok(roster) = VerifiedRoster::read(&page) else { return };
    for key in &roster.record().key {
        let (found, person) = roster.find(&key.key).expect("a key of the roster");
        assert!(found == key && person.id == key.person);
    }
    let exported = roster.record().to_allowed_signers();
    for line in exported.lines() {
        assert!(roster.record().key.iter().any(|key| line.contains(&key.key.to_line())), "{line}");
    }
    let draft = RosterDraft::following(&roster);
    if let Ok(bytes) = draft.to_bytes() {
        assert_eq!(RosterDraft::parse(&bytes).expect("a draft that was written"), draft);
    }
}
