//! `docs/spec/recognition.md`: the form of a recognition, and who must sign it.

use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::keyset::Keyset;
use sealbag_custody::roster::{
    Authority, RecognitionRecord, RosterKey, Scope, UnfinishedRecognition, VerifiedRecognition, VerifiedRoster,
};
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::sshsig::Namespace;
use sealbag_custody::text::Text;

fn key(seed: u8) -> KeyPair {
    KeyPair::from_seed(&[seed; 32]).expect("a key")
}

fn text(value: &str) -> Text {
    Text::new(value).expect("plain text")
}

fn time(value: &str) -> UtcTime {
    value.parse().expect("a time")
}

fn authority(name: &str, seeds: &[u8], threshold: u64) -> Authority {
    let keys = seeds.iter().map(|seed| key(*seed).public_key().clone()).collect();
    Authority { name: text(name), keys: Keyset::new(keys, threshold).expect("a set"), origin: None, country: None }
}

fn record() -> RecognitionRecord {
    RecognitionRecord {
        version: 1,
        issued: time("2026-02-01T00:00:00Z"),
        previous: None,
        authority: authority("Home", &[1, 2, 3], 2),
        recognized: authority("Abroad", &[4], 1),
        scope: Scope {
            purpose: text("a request"),
            roles: vec![text("expert")],
            minimum_version: None,
            valid_from: time("2026-02-01T00:00:00Z"),
            valid_to: time("2027-02-01T00:00:00Z"),
            withdrawn: None,
            reason: None,
        },
        details: Default::default(),
    }
}

fn signed(record: &RecognitionRecord, signers: &[u8]) -> Vec<u8> {
    let bytes = record.to_bytes().expect("a record");
    let armours = signers.iter().map(|seed| key(*seed).sign(Namespace::Recognition, &bytes).expect("a signature"));
    [bytes.clone(), armours.collect::<String>().into_bytes()].concat()
}

#[test]
fn it_counts_when_the_one_who_recognises_has_signed_it_with_enough_keys() {
    let record = record();
    assert_eq!(VerifiedRecognition::read(&signed(&record, &[1, 3])).expect("a recognition").record(), &record);
    for wrong in [&[1][..], &[1, 1], &[3, 1], &[1, 4], &[4], &[1, 2, 4]] {
        assert!(VerifiedRecognition::read(&signed(&record, wrong)).is_err(), "{wrong:?}");
    }
    let mut unfinished = UnfinishedRecognition::begin(record.clone(), &key(2)).expect("a first signature");
    assert!(unfinished.finish().is_err());
    unfinished.add(&key(1)).expect("a second");
    assert_eq!(unfinished.finish().expect("a recognition").0, signed(&record, &[1, 2]));
}

#[test]
fn every_byte_of_a_recognition_counts_and_it_is_no_roster() {
    let good = signed(&record(), &[1, 2]);
    for at in 0..good.len() {
        let mut changed = good.clone();
        changed[at] ^= 1;
        assert!(VerifiedRecognition::read(&changed).is_err(), "byte {at}");
        assert!(VerifiedRecognition::read(&good[..at]).is_err(), "cut at {at}");
    }
    assert!(VerifiedRecognition::read(&[&good[..], b"\n"].concat()).is_err());
    assert!(VerifiedRoster::read(&good).is_err());
    let bytes = record().to_bytes().expect("a record");
    let as_roster = [1, 2].map(|seed| key(seed).sign(Namespace::Roster, &bytes).expect("a signature")).concat();
    assert!(
        VerifiedRecognition::read(&[bytes, as_roster.into_bytes()].concat()).is_err(),
        "signed for another purpose"
    );
}

#[test]
fn what_contradicts_itself_is_not_written() {
    let broken = |change: &dyn Fn(&mut RecognitionRecord)| {
        let mut record = record();
        change(&mut record);
        record.to_bytes().expect_err("refused").to_string()
    };
    assert!(broken(&|record| record.version = 0).contains("numbered from 1"));
    assert!(broken(&|record| record.version = 2).contains("is required from version 2 on"));
    let before = sealbag_manifest::hash::sha256(b"");
    assert!(broken(&|record| record.previous = Some(before)).contains("version 1 has no version before it"));
    assert!(broken(&|record| record.recognized = record.authority.clone()).contains("nobody recognises themselves"));
    assert!(broken(&|record| record.scope.roles.clear()).contains("is required"));
    assert!(broken(&|record| record.scope.roles.push(text("expert"))).contains("a role stands twice"));
    assert!(broken(&|record| record.scope.valid_to = record.scope.valid_from).contains("is not after valid_from"));
    assert!(broken(&|record| record.scope.reason = Some(text("why"))).contains("beside withdrawn only"));
    assert!(broken(&|record| record.scope.minimum_version = Some(0)).contains("numbered from 1"));
    assert!(broken(&|record| record.authority.origin = Some(key(1).public_key().clone())).contains("left out"));
}

#[test]
fn it_covers_from_its_first_moment_to_before_its_end() {
    let mut scope = record().scope;
    let (first, last, end) = ("2026-02-01T00:00:00Z", "2027-01-31T23:59:59Z", "2027-02-01T00:00:00Z");
    assert_eq!([first, last, end, "2026-01-31T23:59:59Z"].map(|at| scope.covers(time(at))), [true, true, false, false]);
    scope.withdrawn = Some(time("2026-06-01T00:00:00Z"));
    assert!(scope.covers(time("2026-05-31T23:59:59Z")) && !scope.covers(time("2026-06-01T00:00:00Z")));
    scope.withdrawn = Some(time("2030-01-01T00:00:00Z"));
    assert_eq!(scope.end(), time(end), "a later withdrawal makes it no longer");
    let entry = RosterKey {
        person: text("a"),
        key: key(9).public_key().clone(),
        roles: vec![text("investigator"), text("expert")],
        valid_from: time(first),
        valid_to: None,
        retired: None,
        compromised_since: None,
        reason: None,
    };
    assert_eq!(scope.roles_of(&entry).collect::<Vec<_>>(), [&text("expert")]);
}
