//! Files of rosters, and what a record may say.

use sealbag_custody::key::Signer;
use sealbag_custody::roster::{RecognitionEntry, RosterDraft, RosterError, RosterRecord, VerifiedRoster};
use sealbag_manifest::hash::sha256;

use crate::maker::{file, first, key, record, set, signed};

#[test]
fn a_file_may_hold_several_rosters_and_all_of_them_hold() {
    let one = record(first(set(&[1, 2, 3], 2)), 1);
    let page = file(&one, &[1, 2]);
    let verified = VerifiedRoster::read(&page).expect("a roster");
    let two = file(&record(RosterDraft::following(&verified), 2), &[2, 3]);
    let both = [page.clone(), two.clone()].concat();
    let read = VerifiedRoster::read_file(&both).expect("two rosters");
    assert_eq!(read.iter().map(|roster| roster.record().version).collect::<Vec<_>>(), [1, 2]);
    assert!(VerifiedRoster::read(&both).is_err(), "one roster was asked for");
    assert!(VerifiedRoster::read_file(&both[..both.len() - 1]).is_err());
    assert!(VerifiedRoster::read_file(&[both, b"\n".to_vec()].concat()).is_err());
    let many: Vec<u8> = std::iter::repeat_n(page, VerifiedRoster::MAX_PAGES + 1).flatten().collect();
    assert!(matches!(VerifiedRoster::read_file(&many), Err(RosterError::TooManyPages)));
}

#[test]
fn a_roster_of_one_key_has_its_own_digest_wherever_it_stands_in_a_file() {
    let one = file(&record(first(set(&[1], 1)), 1), &[1]);
    let verified = VerifiedRoster::read(&one).expect("a roster");
    assert_eq!(verified.sha256(), sha256(&one));
    let two = file(&record(RosterDraft::following(&verified), 1), &[1]);
    let read = VerifiedRoster::read_file(&[one.clone(), two.clone()].concat()).expect("two rosters");
    assert_eq!(read.iter().map(VerifiedRoster::sha256).collect::<Vec<_>>(), [sha256(&one), sha256(&two)]);
}

#[test]
fn a_file_of_rosters_has_a_limit_and_what_is_malformed_is_not_called_unfinished() {
    let limit = VerifiedRoster::MAX_FILE_LEN;
    let of_length = |length: usize| VerifiedRoster::read_file(&vec![b'a'; length]).expect_err("no roster");
    assert!(matches!(of_length(limit + 1), RosterError::TooLarge));
    assert!(matches!(of_length(limit), RosterError::Page(_)));
    assert!(!of_length(limit).is_unfinished());
}

#[test]
fn an_authority_is_recognised_once_and_by_a_version() {
    let one = record(first(set(&[1, 2, 3], 2)), 1);
    let entry = |seed: u8, version: u64| RecognitionEntry { authority: key(seed).public_key().clone(), version };
    let written = |entries: Vec<RecognitionEntry>| {
        let mut record = one.clone();
        record.recognition = entries;
        record.to_bytes()
    };
    let good = written(vec![entry(7, 1), entry(8, 1)]).expect("two authorities");
    assert_eq!(RosterRecord::parse(&good).expect("a roster").recognition.len(), 2);
    let refused = |entries| written(entries).expect_err("refused").to_string();
    assert_eq!(refused(vec![entry(7, 1), entry(8, 0)]), "recognition.version: versions are numbered from 1");
    assert_eq!(refused(vec![entry(7, 1), entry(7, 2)]), "recognition.authority: this authority stands twice");
}

#[test]
fn a_field_that_is_not_there_is_blamed_on_the_header_of_its_table() {
    let one = signed(first(set(&[1, 2, 3], 2)), &[1, 2]);
    let mut draft = RosterDraft::following(&one);
    draft.rekey(set(&[4, 5, 6], 2)).expect("other keys");
    let good = String::from_utf8(record(draft, 1).to_bytes().expect("a record")).expect("UTF-8");
    let lines = good.lines().filter(|line| !line.starts_with("previous = "));
    let text: String = lines.map(|line| line.replace("version = 2", "version = 1") + "\n").collect();
    let header = text.lines().position(|line| line == "[outgoing]").expect("the keys before") + 1;
    let error = RosterRecord::parse(text.as_bytes()).expect_err("version 1 has no keys before it").to_string();
    assert_eq!(error, format!("line {header}: outgoing.key: version 1 has no keys before it"), "{text}");
}
