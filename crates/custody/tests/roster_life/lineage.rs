//! Which rosters are an authority's when two of them have one number, as only somebody makes them who has its keys.

use crate::maker::{exchanged, file, first, key, record, set, signed, text, time};
use sealbag_custody::key::Signer;
use sealbag_custody::keyset::Keyset;
use sealbag_custody::roster::{Authority, Conflict, Lineage, RosterDraft, VerifiedRoster};
use sealbag_manifest::digest::Sha256Digest;

/// A roster by which these keys hand over to those: `version` is whatever its signers say.
fn handing_over(from: &Keyset, to: &Keyset, version: u64, signers: &[u8]) -> VerifiedRoster {
    let mut before = record(first(from.clone()), signers[0]);
    before.version = version - 1;
    before.previous = (version > 2).then_some(Sha256Digest([9; 32]));
    let by = &signers[..1];
    let before = VerifiedRoster::read(&file(&before, by)).expect("a roster");
    exchanged(&before, to.clone(), signers)
}

#[test]
fn no_step_back_leads_to_a_roster_that_is_not_older() {
    let (a, b, c) = (set(&[1], 1), set(&[2], 1), set(&[3], 1));
    let of_c = signed(first(c.clone()), &[3]);
    let to_b = handing_over(&c, &b, 3, &[3, 2]);
    let to_a = handing_over(&b, &a, 3, &[2, 1]);
    let lineage = Lineage::of(&a, &[of_c.clone(), to_b, to_a.clone()]);
    assert_eq!(lineage.members, [1, 2], "what handed over to the keys before is as old as what they signed");
    assert!(lineage.conflicts.contains(&Conflict::HandedOver { version: 3, handed_over: 3 }));
    let lineage = Lineage::of(&a, &[of_c, handing_over(&c, &b, 2, &[3, 2]), to_a]);
    assert_eq!(lineage.members, [0, 1, 2]);
}

#[test]
fn keys_hand_over_only_in_a_later_version_than_the_one_that_made_them_the_authoritys() {
    let (a, b, c) = (set(&[1], 1), set(&[2], 1), set(&[3], 1));
    let made = handing_over(&a, &b, 3, &[1, 2]);
    for (version, followed) in [(2, false), (3, false), (4, true)] {
        let at_hand = [made.clone(), handing_over(&b, &c, version, &[2, 3])];
        let lineage = Lineage::of(&b, &at_hand);
        assert_eq!(!lineage.exchanges.is_empty(), followed, "version {version}");
        assert_eq!(lineage.keys, Some(if followed { c.clone() } else { b.clone() }), "version {version}");
    }
}

#[test]
fn of_two_rosters_with_one_number_the_first_is_used_and_both_are_named() {
    let a = set(&[1], 1);
    let one = signed(first(a.clone()), &[1]);
    let mut draft = RosterDraft::following(&one);
    draft.retire(key(100).public_key(), time(2), &text("left")).expect("retired");
    let at_hand = [signed(draft, &[1]), signed(RosterDraft::following(&one), &[1])];
    for at_hand in [at_hand.clone(), [at_hand[1].clone(), at_hand[0].clone()]] {
        let lineage = Lineage::of(&a, &at_hand);
        assert_eq!((lineage.in_use, lineage.conflicts), (Some(0), vec![Conflict::OneNumber(2)]));
    }
}

#[test]
fn an_authority_is_shown_by_its_name_and_where_it_is() {
    let shown = |country: Option<&str>| {
        let country = country.map(text);
        Authority { name: text("Office"), keys: set(&[1], 1), origin: None, country }.shown()
    };
    assert_eq!((shown(None).as_str(), shown(Some("KZ")).as_str()), ("Office", "Office (KZ)"));
}
