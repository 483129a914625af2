//! Keys that are exchanged: by whom, once, and never back.

use sealbag_custody::key::Signer;
use sealbag_custody::roster::{Conflict, EditError, Lineage, RosterDraft, VerifiedRoster};

use crate::maker::{exchanged, file, first, key, next, record, set, signed, text, time, versions};

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
