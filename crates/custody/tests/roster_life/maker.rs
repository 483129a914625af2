//! Rosters of an authority whose keys are seeds: drafted, signed by whom it is said, followed.

use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::keyset::Keyset;
use sealbag_custody::roster::{About, Enrolment, Lineage, RosterDraft, RosterRecord, VerifiedRoster};
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::sshsig::Namespace;
use sealbag_custody::text::Text;

pub(crate) fn key(seed: u8) -> KeyPair {
    KeyPair::from_seed(&[seed; 32]).expect("a key")
}

pub(crate) fn set(seeds: &[u8], threshold: u64) -> Keyset {
    let keys = seeds.iter().map(|seed| key(*seed).public_key().clone());
    Keyset::new(keys.collect(), threshold).expect("a set")
}

pub(crate) fn text(value: &str) -> Text {
    Text::new(value).expect("plain text")
}

pub(crate) fn time(day: u64) -> UtcTime {
    format!("2026-01-{day:02}T00:00:00Z").parse().expect("a time")
}

pub(crate) fn first(keys: Keyset) -> RosterDraft {
    let mut draft = RosterDraft::first(text("Office"), None, Some(keys));
    let officer = Enrolment {
        id: text("officer"),
        name: Some(text("Officer")),
        about: About::default(),
        key: key(100).public_key().clone(),
        roles: vec![text("investigator")],
        valid_from: time(1),
        valid_to: None,
    };
    draft.enrol(officer).expect("a person");
    draft
}

/// The record of a draft, as it is signed on the day of its number.
pub(crate) fn record(draft: RosterDraft, signer: u8) -> RosterRecord {
    let day = draft.version();
    draft.into_record(time(day), key(signer).public_key()).expect("one who may sign")
}

/// The file with the signatures of these keys, in this order, whether or not they may sign.
pub(crate) fn file(record: &RosterRecord, signers: &[u8]) -> Vec<u8> {
    let bytes = record.to_bytes().expect("a record");
    let armours = signers.iter().map(|seed| key(*seed).sign(Namespace::Roster, &bytes).expect("a signature"));
    let armours: String = armours.collect();
    [&bytes[..], armours.as_bytes()].concat()
}

pub(crate) fn signed(draft: RosterDraft, signers: &[u8]) -> VerifiedRoster {
    let record = record(draft, signers[0]);
    VerifiedRoster::read(&file(&record, signers)).unwrap_or_else(|error| panic!("{signers:?}: {error}"))
}

/// The version after, with the keys exchanged.
pub(crate) fn exchanged(before: &VerifiedRoster, keys: Keyset, signers: &[u8]) -> VerifiedRoster {
    let mut draft = RosterDraft::following(before);
    draft.rekey(keys).expect("other keys");
    signed(draft, signers)
}

pub(crate) fn next(before: &VerifiedRoster, signers: &[u8]) -> VerifiedRoster {
    signed(RosterDraft::following(before), signers)
}

pub(crate) fn versions(lineage: &Lineage, at_hand: &[VerifiedRoster]) -> (Option<u64>, Vec<u64>) {
    let version = |place: &usize| at_hand[*place].record().version;
    (lineage.in_use.as_ref().map(version), lineage.exchanges.iter().map(version).collect())
}
