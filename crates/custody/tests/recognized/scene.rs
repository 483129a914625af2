//! A log of the golden bag, replayed before rosters of two authorities.

use std::collections::BTreeMap;

use sealbag_custody::event::{Actor, EventRecord, EventType};
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::log_page::SealPage;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::replay::{Judgement, Replay, Vouching};
use sealbag_custody::roster::{
    Authority, Person, RecognitionRecord, RosterInUse, RosterKey, RosterRecord, Scope, UnfinishedRecognition,
    VerifiedRoster, sign,
};
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::text::Text;
use sha2::{Digest, Sha256};

const OVERVIEW: &str = include_str!("../../../../docs/spec/README.md");
/// When the golden bag was sealed, by the officer.
pub(crate) const SEALED: &str = "2026-11-23T08:12:44Z";

pub(crate) fn key(word: &str) -> KeyPair {
    let seed = Sha256::digest(format!("sealbag test vectors: {word}"));
    KeyPair::from_seed(&seed.into()).expect("a key")
}

pub(crate) fn text(value: &str) -> Text {
    Text::new(value).expect("plain text")
}

pub(crate) fn time(value: &str) -> UtcTime {
    value.parse().expect("a time")
}

pub(crate) fn seal() -> SealPage {
    let rest = OVERVIEW.split_once("\nEvent 0:\n\n```\n").expect("the seal").1;
    SealPage::read(rest.split_once("```").expect("its end").0.as_bytes()).expect("the golden seal")
}

pub(crate) fn authority(word: &str) -> Authority {
    Authority { name: text(word), keys: key(word).public_key().clone().into(), origin: None, country: None }
}

pub(crate) fn entry(who: &str, roles: &[&str]) -> RosterKey {
    RosterKey {
        person: text(who),
        key: key(who).public_key().clone(),
        roles: roles.iter().map(|role| text(role)).collect(),
        valid_from: time("2020-01-01T00:00:00Z"),
        valid_to: None,
        retired: None,
        compromised_since: None,
        reason: None,
    }
}

pub(crate) fn roster(word: &str, keys: Vec<RosterKey>) -> VerifiedRoster {
    let person = |key: &RosterKey| Person {
        id: key.person.clone(),
        name: key.person.clone(),
        organisation: None,
        unit: None,
        country: None,
        qualification: None,
        qualification_until: None,
    };
    let persons: BTreeMap<_, _> = keys.iter().map(|key| (key.person.clone(), person(key))).collect();
    let record = RosterRecord {
        version: 1,
        issued: time("2026-01-01T00:00:00Z"),
        previous: None,
        authority: authority(word),
        outgoing: None,
        person: persons.into_values().collect(),
        key: keys,
        recognition: Vec::new(),
        details: Default::default(),
    };
    sign(&record, &key(word)).expect("a roster").1
}

/// The roster abroad, recognised in these roles up to that moment.
pub(crate) fn recognized(keys: Vec<RosterKey>, roles: &[&str], valid_to: &str) -> RosterInUse {
    withdrawn(keys, roles, valid_to, None)
}

/// As [`recognized`], and withdrawn at that moment.
pub(crate) fn withdrawn(keys: Vec<RosterKey>, roles: &[&str], valid_to: &str, at: Option<&str>) -> RosterInUse {
    let record = RecognitionRecord {
        version: 1,
        issued: time("2026-01-01T00:00:00Z"),
        previous: None,
        authority: authority("home"),
        recognized: authority("abroad"),
        scope: Scope {
            purpose: text("a request"),
            roles: roles.iter().map(|role| text(role)).collect(),
            minimum_version: None,
            valid_from: time(SEALED),
            valid_to: time(valid_to),
            withdrawn: at.map(time),
            reason: at.map(|_| text("found out")),
        },
        details: Default::default(),
    };
    let page = UnfinishedRecognition::begin(record, &key("home")).expect("a signature");
    RosterInUse::recognized(roster("abroad", keys), page.finish().expect("a recognition").1)
}

pub(crate) fn event(kind: EventType, who: &str, at: &str) -> EventRecord {
    let seal = seal();
    let actor = Actor { name: text(who), key: key(who).public_key().clone(), role: None, capacity: None };
    let mut event = EventRecord::new(seal.record().bag, seal.hash(), kind, time(at), text("a purpose"), actor);
    event.remarks = vec![text("a remark")];
    event
}

pub(crate) fn begin<'a>(rosters: &'a [RosterInUse], signers: &'a [PublicKey]) -> (Replay<'a>, Judgement) {
    let seal = seal();
    Replay::begin(seal.record(), seal.hash(), Vouching { rosters, signers, ..Vouching::default() })
}
