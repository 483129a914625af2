//! `docs/spec/roster.md`: several keys of an authority with a threshold, and keys that are exchanged. Each way to come by a
//! roster that the authority did not sign is tried, and refused.

#[path = "roster_life/lineage.rs"]
mod lineage;
#[path = "roster_life/maker.rs"]
mod maker;

use maker::{exchanged, file, first, key, next, record, set, signed, text, time, versions};
use sealbag_custody::joint::QuorumError;
use sealbag_custody::key::Signer;
use sealbag_custody::page::PageError;
use sealbag_custody::roster::{
    Conflict, EditError, Lineage, RecognitionEntry, RosterDraft, RosterError, RosterRecord, RosterSignError,
    UnfinishedRoster, VerifiedRoster,
};
use sealbag_custody::sshsig::Namespace;
use sealbag_manifest::hash::sha256;

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

#[test]
fn keys_are_exchanged_by_those_before_and_those_after() {
    let old = signed(first(set(&[1, 2, 3], 2)), &[1, 2]);
    let mut draft = RosterDraft::following(&old);
    draft.rekey(set(&[1, 2, 4], 2)).expect("the third key was lost");
    draft.require_successor_of(&old).expect("the keys before hand over");
    let record = record(draft, 1);
    VerifiedRoster::read(&file(&record, &[1, 2])).expect("both sets have their threshold");
    for too_few in [&[1][..], &[1, 4], &[1, 3], &[3, 4]] {
        let error = VerifiedRoster::read(&file(&record, too_few)).expect_err("one set lacks a key");
        assert!(error.is_unfinished(), "{too_few:?}: {error}");
    }
    VerifiedRoster::read(&file(&record, &[1, 3, 4])).expect("two of three before, two of three after");
}

#[test]
fn a_verifier_with_the_old_keys_follows_each_exchange() {
    let (a, b, c) = (set(&[1], 1), set(&[2], 1), set(&[3, 4], 2));
    let one = signed(first(a.clone()), &[1]);
    let two = exchanged(&one, b.clone(), &[1, 2]);
    let three = next(&two, &[2]);
    let four = exchanged(&three, c.clone(), &[2, 3, 4]);
    let five = next(&four, &[3, 4]);
    assert!([&two, &three, &four, &five].iter().all(|roster| roster.origin() == key(1).public_key()));
    let all = [five.clone(), two.clone(), one.clone(), four.clone(), three.clone()];
    for (anchor, exchanges) in [(&a, vec![2, 4]), (&b, vec![4]), (&c, vec![])] {
        let lineage = Lineage::of(anchor, &all);
        assert_eq!(versions(&lineage, &all), (Some(5), exchanges));
        assert_eq!((lineage.conflicts.as_slice(), lineage.members.len()), (&[][..], 5));
    }
    // A version that exchanges no keys may be missing, one that does must be there.
    let without_three = [one.clone(), two.clone(), four.clone(), five.clone()];
    assert_eq!(versions(&Lineage::of(&a, &without_three), &without_three), (Some(5), vec![2, 4]));
    let without_two = [one, three, four, five];
    let lineage = Lineage::of(&a, &without_two);
    assert_eq!(versions(&lineage, &without_two), (Some(1), vec![]));
    assert_eq!(lineage.members, [0], "the others are not known to be this authority's");
}

#[test]
fn keys_that_handed_over_sign_nothing_later_and_hand_over_once() {
    let a = set(&[1], 1);
    let one = signed(first(a.clone()), &[1]);
    let two = exchanged(&one, set(&[2], 1), &[1, 2]);
    // Somebody has the old key, and goes on with it.
    let thief_two = next(&one, &[1]);
    let thief_three = next(&thief_two, &[1]);
    for at_hand in [vec![thief_two.clone(), two.clone()], vec![two.clone(), thief_three]] {
        let lineage = Lineage::of(&a, &at_hand);
        assert!(lineage.conflicts.iter().any(|conflict| matches!(conflict, Conflict::HandedOver { .. })));
    }
    let fork = exchanged(&one, set(&[9], 1), &[1, 9]);
    let at_hand = [two.clone(), fork.clone()];
    let lineage = Lineage::of(&a, &at_hand);
    assert!(lineage.conflicts.iter().any(|conflict| matches!(conflict, Conflict::TwoSuccessors { .. })));
    // Seen from either end.
    assert!(!Lineage::of(&set(&[2], 1), &at_hand).conflicts.is_empty());
    assert!(!Lineage::of(&set(&[9], 1), &at_hand).conflicts.is_empty());
}

#[test]
fn a_key_that_was_taken_out_does_not_come_back() {
    let a = set(&[1, 2, 3], 2);
    let one = signed(first(a.clone()), &[1, 2]);
    let two = exchanged(&one, set(&[1, 2, 4], 2), &[1, 2]);
    let three = exchanged(&two, set(&[2, 3, 4], 2), &[1, 2, 3]);
    let at_hand = [one, two, three];
    let lineage = Lineage::of(&a, &at_hand);
    assert!(matches!(lineage.conflicts.as_slice(), [Conflict::Returned { version: 3, .. }]), "{:?}", lineage.conflicts);
    assert_eq!(versions(&lineage, &at_hand), (Some(2), vec![2]));
}

#[test]
fn one_key_of_several_is_nobody_and_the_threshold_cannot_be_stated_down() {
    let real = set(&[1, 2, 3], 2);
    // Who has one key of three says that it is the only one, or that one is enough.
    for forged in [first(set(&[1], 1)), first(set(&[1, 2, 3], 1))] {
        let forged = [signed(forged, &[1])];
        let lineage = Lineage::of(&real, &forged);
        assert_eq!((lineage.in_use, lineage.members.len()), (None, 0));
    }
    // Or hands over to itself.
    let one = signed(first(real.clone()), &[1, 2]);
    let mut draft = RosterDraft::following(&one);
    draft.rekey(set(&[1], 1)).expect("other keys");
    let alone = VerifiedRoster::read(&file(&record(draft, 1), &[1])).expect_err("one key of two");
    assert!(alone.is_unfinished(), "{alone}");
}

#[test]
fn an_old_version_does_not_stand_against_a_newer_one() {
    let a = set(&[1, 2], 2);
    let one = signed(first(a.clone()), &[1, 2]);
    let two = next(&one, &[1, 2]);
    let three = next(&two, &[1, 2]);
    for at_hand in [vec![one.clone(), three.clone()], vec![three.clone(), one.clone(), two.clone()]] {
        let lineage = Lineage::of(&a, &at_hand);
        assert_eq!((versions(&lineage, &at_hand).0, lineage.conflicts.len()), (Some(3), 0));
    }
    let mut other = RosterDraft::following(&one);
    other.retire(key(100).public_key(), time(2), &text("left")).expect("retired");
    let other = signed(other, &[1, 2]);
    let lineage = Lineage::of(&a, &[two.clone(), other.clone()]);
    assert_eq!(lineage.conflicts, [Conflict::OneNumber(2)]);
    let lineage = Lineage::of(&a, &[other, three]);
    assert_eq!(lineage.conflicts, [Conflict::OtherPrevious { version: 3, before: 2 }]);
}

#[test]
fn who_signs_the_highest_number_is_left_behind_with_the_keys() {
    let old = set(&[1, 2, 3], 2);
    let one = signed(first(old.clone()), &[1, 2]);
    // Two of three keys were stolen, and the thief leaves no number behind the own one.
    let mut record = record(RosterDraft::following(&one), 1);
    record.version = i64::MAX as u64;
    let last = VerifiedRoster::read(&file(&record, &[1, 2])).expect("the keys are right");
    record.version += 1;
    assert!(record.to_bytes().is_err(), "there is no higher number");
    let at_hand = [one.clone(), last.clone()];
    assert_eq!(versions(&Lineage::of(&old, &at_hand), &at_hand).0, Some(i64::MAX as u64));
    // The office exchanges the keys: whoever has both sees that they contradict each other.
    let two = exchanged(&one, set(&[3, 4, 5], 2), &[1, 3, 4]);
    let lineage = Lineage::of(&old, &[one, last, two.clone()]);
    assert!(lineage.conflicts.iter().any(|conflict| matches!(conflict, Conflict::HandedOver { handed_over: 2, .. })));
    // Whoever is given the new set counts from there.
    let three = next(&two, &[3, 5]);
    let at_hand = [two, three];
    let lineage = Lineage::of(&set(&[3, 4, 5], 2), &at_hand);
    assert_eq!((versions(&lineage, &at_hand).0, lineage.conflicts.len()), (Some(3), 0));
}

#[test]
fn a_draft_that_exchanges_keys_says_so_or_does_not_follow() {
    let one = signed(first(set(&[1], 1)), &[1]);
    let mut draft = RosterDraft::following(&one);
    assert!(draft.rekey(set(&[1], 1)).is_err(), "the same keys");
    draft.rekey(set(&[2, 3], 2)).expect("other keys");
    draft.rekey(set(&[2, 4], 2)).expect("thought over");
    draft.require_successor_of(&one).expect("the key before hands over");
    assert_eq!(RosterDraft::parse(&draft.to_bytes().expect("a draft")).expect("read back"), draft);
    let stolen = String::from_utf8(draft.to_bytes().expect("a draft")).expect("text");
    let (head, rest) = stolen.split_once("\n[outgoing]\n").expect("the table");
    let without = format!("{head}\n{}", rest.split_once("\n\n").expect("its end").1);
    let without = RosterDraft::parse(without.as_bytes()).expect("a draft");
    assert!(matches!(without.require_successor_of(&one), Err(EditError::NoSuccessor { .. })));
    let mut first = RosterDraft::first(text("Office"), None, None);
    first.rekey(set(&[1, 2], 1)).expect("version 1 has no keys before it");
    assert_eq!(first.outgoing(), None);
}

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
