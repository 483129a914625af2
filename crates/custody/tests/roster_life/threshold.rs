//! How many keys of an authority must sign, and what counts as one.

use sealbag_custody::joint::QuorumError;
use sealbag_custody::key::Signer;
use sealbag_custody::page::PageError;
use sealbag_custody::roster::{Lineage, RosterError, RosterRecord, RosterSignError, UnfinishedRoster, VerifiedRoster};
use sealbag_custody::sshsig::Namespace;

use crate::maker::{file, first, key, record, set, time};

#[test]
fn a_roster_counts_with_as_many_keys_as_the_threshold_says() {
    let record = record(first(set(&[1, 2, 3], 2)), 1);
    for enough in [&[1, 2][..], &[1, 3], &[2, 3], &[1, 2, 3]] {
        let roster = VerifiedRoster::read(&file(&record, enough)).expect("enough keys");
        assert_eq!(roster.record(), &record);
    }
    for too_few in [&[1][..], &[2], &[3]] {
        let error = VerifiedRoster::read(&file(&record, too_few)).expect_err("one key of two");
        assert!(error.is_unfinished(), "{error}");
        let left: Vec<_> = [1, 2, 3].into_iter().filter(|seed| !too_few.contains(seed)).collect();
        for seed in left {
            assert!(error.to_string().contains(&key(seed).public_key().fingerprint()), "{error}");
        }
    }
    assert!(matches!(
        VerifiedRoster::read(&record.to_bytes().expect("a record")),
        Err(RosterError::Page(PageError::NoSignature))
    ));
}

#[test]
fn keys_count_and_not_signatures() {
    let record = record(first(set(&[1, 2, 3], 2)), 1);
    let refused = |signers: &[u8]| match VerifiedRoster::read(&file(&record, signers)) {
        Err(RosterError::Quorum(error)) => error,
        other => panic!("{signers:?}: {other:?}"),
    };
    assert!(matches!(refused(&[1, 1]), QuorumError::Twice(_)));
    assert!(matches!(refused(&[1, 2, 2]), QuorumError::Twice(_)), "a surplus, too");
    assert!(matches!(refused(&[1, 9]), QuorumError::Unknown(_)));
    assert!(matches!(refused(&[1, 2, 9]), QuorumError::Unknown(_)), "enough have signed, and a stranger besides");
    assert!(matches!(refused(&[2, 1]), QuorumError::Order(_)));
}

#[test]
fn a_signature_that_does_not_hold_makes_all_of_them_worthless() {
    let draft = first(set(&[1, 2, 3], 2));
    let record = record(draft.clone(), 1);
    let other = draft.into_record(time(9), key(1).public_key()).expect("another moment");
    let bytes = record.to_bytes().expect("a record");
    let foreign = key(3).sign(Namespace::Roster, &other.to_bytes().expect("a record")).expect("a signature");
    let good = file(&record, &[1, 2]);
    assert!(VerifiedRoster::read(&[&good[..], foreign.as_bytes()].concat()).is_err());
    let event = key(3).sign(Namespace::Event, &bytes).expect("a signature");
    assert!(VerifiedRoster::read(&[&good[..], event.as_bytes()].concat()).is_err(), "made for another purpose");
    for more in [&b"\n"[..], b"x", b"-----BEGIN SSH SIGNATURE-----\n"] {
        assert!(VerifiedRoster::read(&[&good[..], more].concat()).is_err());
    }
}

#[test]
fn every_byte_of_a_jointly_signed_roster_counts() {
    let good = file(&record(first(set(&[1, 2, 3], 2)), 1), &[1, 3]);
    for at in 0..good.len() {
        let mut changed = good.clone();
        changed[at] ^= 1;
        assert!(VerifiedRoster::read(&changed).is_err(), "byte {at}");
        assert!(VerifiedRoster::read(&good[..at]).is_err(), "cut at {at}");
        assert!(VerifiedRoster::read(&[&good[..at], &good[at + 1..]].concat()).is_err(), "without byte {at}");
    }
}

#[test]
fn who_of_them_signed_makes_no_other_version() {
    let record = record(first(set(&[1, 2, 3], 2)), 1);
    let digests = [&[1, 2][..], &[2, 3], &[1, 2, 3]]
        .map(|who| VerifiedRoster::read(&file(&record, who)).expect("a roster").sha256());
    assert!(digests.iter().all(|digest| *digest == digests[0]));
    let one = VerifiedRoster::read(&file(&record, &[1, 2])).expect("a roster");
    let other = VerifiedRoster::read(&file(&record, &[2, 3])).expect("a roster");
    assert!(Lineage::of(&set(&[1, 2, 3], 2), &[one, other]).conflicts.is_empty());
}

#[test]
fn a_roster_of_one_key_is_written_as_ever_and_has_one_signature() {
    let plain = record(first(set(&[1], 1)), 1);
    let bytes = String::from_utf8(plain.to_bytes().expect("a record")).expect("text");
    assert!(bytes.starts_with("format = \"sealbag/roster/v1\"\n"), "{bytes}");
    let twice = VerifiedRoster::read(&file(&plain, &[1, 1])).expect_err("twice");
    assert!(matches!(twice, RosterError::Quorum(QuorumError::Twice(_))), "{twice}");
    let v2 = bytes.replace("roster/v1", "roster/v2");
    let error = RosterRecord::parse(v2.as_bytes()).expect_err("one value has one encoding").to_string();
    assert!(error.contains("line 1"), "{error}");
    let several = String::from_utf8(record(first(set(&[1, 2], 2)), 1).to_bytes().expect("a record")).expect("text");
    assert!(RosterRecord::parse(several.replace("roster/v2", "roster/v1").as_bytes()).is_err());
    assert!(RosterRecord::parse(several.replace("threshold = 2", "threshold = 3").as_bytes()).is_err());
    assert!(RosterRecord::parse(several.replace("threshold = 2", "threshold = 0").as_bytes()).is_err());
    assert!(RosterRecord::parse(several.replace("\nthreshold = 2", "").as_bytes()).is_err());
}

#[test]
fn signatures_come_one_at_a_time_and_in_any_order() {
    let record = record(first(set(&[1, 2, 3], 2)), 3);
    let unfinished = UnfinishedRoster::begin(record.clone(), &key(3)).expect("the first signature");
    assert_eq!(unfinished.missing()[0].count, 1);
    assert!(matches!(unfinished.finish(), Err(RosterSignError::Quorum(QuorumError::TooFew(_)))));
    let mut carried = UnfinishedRoster::read(&unfinished.to_bytes()).expect("what was carried over");
    assert!(matches!(carried.add(&key(3)), Err(RosterSignError::Quorum(QuorumError::Twice(_)))));
    assert!(matches!(carried.add(&key(9)), Err(RosterSignError::OtherAuthority { .. })));
    carried.add(&key(1)).expect("the second signature");
    let (bytes, roster) = carried.finish().expect("a roster");
    assert_eq!((bytes, roster.record()), (file(&record, &[1, 3]), &record));
}
