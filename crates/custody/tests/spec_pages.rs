//! The samples of `docs/spec/custody.md`, `roster.md` and `receipts.md`: made here from known keys, byte for byte.

use sealbag_custody::event::{Actor, EventRecord, EventType, Recipient};
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::keyset::Keyset;
use sealbag_custody::log_page::{EventPage, SealPage};
use sealbag_custody::page;
use sealbag_custody::receipt::Receipt;
use sealbag_custody::replay::{Replay, Vouching};
use sealbag_custody::roster::{
    Authority, Lineage, Person, RecognitionRecord, RosterDraft, RosterKey, RosterRecord, Scope, UnfinishedRoster,
    VerifiedRecognition, VerifiedRoster,
};
use sealbag_custody::sshsig::Namespace;
use sealbag_custody::text::Text;
use sha2::{Digest, Sha256};

const OVERVIEW: &str = include_str!("../../../docs/spec/README.md");
const CUSTODY: &str = include_str!("../../../docs/spec/custody.md");
const RECOGNITION: &str = include_str!("../../../docs/spec/recognition.md");
const ROSTER: &str = include_str!("../../../docs/spec/roster.md");

/// The keys of the vectors.
fn key(word: &str) -> KeyPair {
    let seed = Sha256::digest(format!("sealbag test vectors: {word}"));
    KeyPair::from_seed(&seed.into()).expect("a key")
}

fn text(value: &str) -> Text {
    Text::new(value).expect("plain text")
}

/// The first block behind a line of a page.
fn block<'a>(page: &'a str, behind: &str) -> &'a str {
    let rest = page.split_once(&format!("\n{behind}\n")).unwrap_or_else(|| panic!("no line {behind:?}")).1;
    let rest = rest.split_once("```").expect("a block").1;
    rest.split_once('\n').expect("a line").1.split_once("```").expect("an end").0
}

/// The release of the golden bag's exhibit by its officer to the laboratory.
fn release() -> String {
    let seal = SealPage::read(block(OVERVIEW, "Event 0:").as_bytes()).expect("the golden seal");
    let officer = key("officer");
    let actor = Actor { name: text("Test Officer"), key: officer.public_key().clone(), role: None, capacity: None };
    let time = "2026-11-24T09:00:00Z".parse().expect("a time");
    let purpose = text("forensic examination");
    let mut event = EventRecord::new(seal.record().bag, seal.hash(), EventType::Release, time, purpose, actor);
    event.to = Some(Recipient {
        name: text("Laboratory Expert"),
        key: Some(key("lab").public_key().clone()),
        role: None,
        organisation: Some(text("Forensic laboratory, Astana")),
    });
    event.condition = Some(text("package whole, seal 0042 unbroken"));
    let record = event.to_bytes().expect("a record");
    let armour = officer.sign(Namespace::Event, &record).expect("a signature");
    String::from_utf8(page::join(&record, &armour).expect("a page")).expect("text")
}

fn roster() -> String {
    let authority = key("authority");
    let person = |id: &str, name: &str, organisation: &str| Person {
        id: text(id),
        name: text(name),
        organisation: Some(text(organisation)),
        unit: None,
        country: Some(text("KZ")),
        qualification: None,
        qualification_until: None,
    };
    let entry = |id: &str, word: &str, role: &str| RosterKey {
        person: text(id),
        key: key(word).public_key().clone(),
        roles: vec![text(role)],
        valid_from: "2026-01-01T00:00:00Z".parse().expect("a time"),
        valid_to: Some("2028-01-01T00:00:00Z".parse().expect("a time")),
        retired: None,
        compromised_since: None,
        reason: None,
    };
    let record = RosterRecord {
        version: 1,
        issued: "2026-01-02T08:00:00Z".parse().expect("a time"),
        previous: None,
        authority: Authority {
            name: text("Test Authority"),
            keys: authority.public_key().clone().into(),
            origin: None,
            country: Some(text("KZ")),
        },
        outgoing: None,
        person: vec![
            person("officer", "Test Officer", "Police Department, Astana"),
            person("lab", "Laboratory Expert", "Forensic laboratory, Astana"),
        ],
        key: vec![entry("officer", "officer", "investigator"), entry("lab", "lab", "expert")],
        recognition: Vec::new(),
        details: Default::default(),
    };
    let bytes = record.to_bytes().expect("a record");
    let armour = authority.sign(Namespace::Roster, &bytes).expect("a signature");
    String::from_utf8(bytes).expect("text") + &armour
}

#[test]
fn the_sample_of_the_custody_log_is_an_event_that_stands() {
    let release = release();
    assert_eq!(block(CUSTODY, "## Sample"), release, "the sample of custody.md should be\n{release}");
    let seal = SealPage::read(block(OVERVIEW, "Event 0:").as_bytes()).expect("the golden seal");
    let event = EventPage::read(release.as_bytes()).expect("an event");
    let roster = VerifiedRoster::read(roster().as_bytes()).expect("a roster");
    let rosters = [roster.into()];
    let vouching = Vouching { rosters: &rosters, ..Vouching::default() };
    let (mut replay, judgement) = Replay::begin(seal.record(), seal.hash(), vouching);
    assert_eq!(judgement.breach, None);
    let judgement = replay.judge(event.record());
    assert_eq!((&judgement.breach, judgement.remarks.len()), (&None, 0));
    replay.stand(event.record(), event.hash(), &judgement);
    assert_eq!(replay.state().name(), "in_transit");
    assert_eq!(replay.holder().name, "Test Officer");
}

#[test]
fn the_sample_of_a_roster_v2_exchanges_keys_and_is_signed_by_those_before_and_after() {
    let before = VerifiedRoster::read(roster().as_bytes()).expect("the sample of v1");
    let mut draft = RosterDraft::following(&before);
    let keys = ["second authority", "third authority", "fourth authority"].map(|word| key(word).public_key().clone());
    draft.rekey(Keyset::new(keys.to_vec(), 2).expect("a set")).expect("other keys");
    let issued = "2026-07-01T08:00:00Z".parse().expect("a time");
    let record = draft.into_record(issued, before.origin()).expect("a record");
    let mut page = UnfinishedRoster::begin(record, &key("authority")).expect("a signature");
    for word in ["fourth authority", "second authority"] {
        page.add(&key(word)).expect("a signature");
    }
    let (bytes, roster) = page.finish().expect("a roster");
    let page = String::from_utf8(bytes).expect("text");
    assert_eq!(block(ROSTER, "## Sample of v2"), page, "the sample of v2 should be\n{page}");
    assert_eq!(roster.origin(), before.origin());
    let lineage = Lineage::of(before.keys(), &[before.clone(), roster]);
    assert_eq!((lineage.in_use, lineage.conflicts.len()), (Some(1), 0));
}

#[test]
fn the_sample_of_the_recognition_is_signed_by_the_authority_of_the_samples() {
    let authority = |word: &str, name: &str, country: &str| Authority {
        name: text(name),
        keys: key(word).public_key().clone().into(),
        origin: None,
        country: Some(text(country)),
    };
    let record = RecognitionRecord {
        version: 1,
        issued: "2026-02-01T08:00:00Z".parse().expect("a time"),
        previous: None,
        authority: authority("authority", "Test Authority", "KZ"),
        recognized: authority("authority abroad", "Authority Abroad", "KG"),
        scope: Scope {
            purpose: text("request 14-2/2026 for legal assistance"),
            roles: vec![text("expert"), text("investigator")],
            minimum_version: Some(3),
            valid_from: "2026-02-01T00:00:00Z".parse().expect("a time"),
            valid_to: "2027-02-01T00:00:00Z".parse().expect("a time"),
            withdrawn: None,
            reason: None,
        },
        details: Default::default(),
    };
    let bytes = record.to_bytes().expect("a record");
    let armour = key("authority").sign(Namespace::Recognition, &bytes).expect("a signature");
    let page = String::from_utf8(bytes).expect("text") + &armour;
    assert_eq!(block(RECOGNITION, "## Sample"), page, "the sample of recognition.md should be\n{page}");
    assert_eq!(VerifiedRecognition::read(page.as_bytes()).expect("a recognition").record(), &record);
}

#[test]
fn the_sample_of_the_roster_is_signed_by_its_authority() {
    let roster = roster();
    assert_eq!(block(ROSTER, "## Sample"), roster, "the sample of roster.md should be\n{roster}");
    let verified = VerifiedRoster::read(roster.as_bytes()).expect("a roster");
    assert_eq!(verified.record().person.len(), 2);
    let line = block(ROSTER, "For the sample:").lines().next().expect("a line");
    assert_eq!(verified.record().to_allowed_signers().lines().next(), Some(line));
}

#[test]
fn a_receipt_is_event_0_and_the_head_behind_each_other() {
    let seal = block(OVERVIEW, "Event 0:");
    let release = release();
    let receipt = Receipt::read((seal.to_owned() + &release).as_bytes()).expect("a receipt");
    assert_eq!(receipt.index(), 1);
    assert_eq!(receipt.head_bytes(), release.as_bytes());
    assert_eq!(Receipt::compose(seal.as_bytes(), Some(release.as_bytes())), (seal.to_owned() + &release).into_bytes());
}
