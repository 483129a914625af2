//! Arbitrary rosters.

use proptest::prelude::*;
use sealbag_custody::keyset::Keyset;
use sealbag_custody::roster::{Authority, Outgoing, Person, ROSTER_FORMAT, RecognitionEntry, RosterKey, RosterRecord};
use sealbag_custody::statement::DetailKey;
use sealbag_custody::text::Text;

use crate::draw::Draw;

fn word(d: &mut Draw<'_>, all: &[&str]) -> Text {
    Text::new(all[usize::from(d.byte()) % all.len()]).expect("plain text")
}

fn id(d: &mut Draw<'_>) -> Text {
    word(d, &["a", "b.c", "9", "x_y-z"])
}

/// Mostly one key; else several of which some must sign.
pub(crate) fn keys(d: &mut Draw<'_>) -> Keyset {
    let one = d.key();
    let mut keys = vec![one.clone()];
    keys.extend(d.many(Draw::key));
    let threshold = 1 + u64::from(d.byte()) % keys.len() as u64;
    Keyset::new(keys, threshold).unwrap_or_else(|_| Keyset::from(one))
}

fn roster(d: &mut Draw<'_>) -> RosterRecord {
    let version = 1 + d.integer() % 3;
    let role = |d: &mut Draw<'_>| word(d, &["investigator", "expert", "of_a_profile"]);
    let detail = |d: &mut Draw<'_>| {
        let key = ["a", "b_1"][usize::from(d.byte()) % 2];
        (DetailKey::try_from(key.to_owned()).expect("a good key"), d.text())
    };
    RosterRecord {
        version,
        issued: d.time(),
        previous: Some(d.digest()).filter(|_| version > 1),
        authority: Authority { name: d.text(), keys: keys(d), origin: d.some(Draw::key), country: d.opt() },
        outgoing: d.some(|d| Outgoing { keys: keys(d) }),
        person: d.many(|d| Person {
            id: id(d),
            name: d.text(),
            organisation: d.opt(),
            unit: d.opt(),
            country: d.opt(),
            qualification: d.opt(),
            qualification_until: d.some(Draw::date),
        }),
        key: d.many(|d| RosterKey {
            person: id(d),
            key: d.key(),
            roles: vec![role(d)],
            valid_from: d.time(),
            valid_to: d.some(Draw::time),
            retired: d.some(Draw::time),
            compromised_since: d.some(Draw::time),
            reason: d.opt(),
        }),
        recognition: d.many(|d| RecognitionEntry { authority: d.key(), version: 1 + d.integer() % 3 }),
        details: d.many(detail).into_iter().collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_roster_that_can_be_written_is_read_back_as_the_same_value(
        choices in proptest::collection::vec(any::<u8>(), 0..200)
    ) {
        let roster = roster(&mut Draw(choices.iter()));
        // A key of nobody, a key or an id that stands twice: such a value is refused, never written.
        if let Ok(bytes) = roster.to_bytes() {
            let read = RosterRecord::parse(&bytes).expect("own output is read");
            prop_assert_eq!(&read, &roster);
            let is_plain = roster.authority.keys.single().is_some() && roster.outgoing.is_none();
            let is_plain = is_plain && roster.recognition.is_empty();
            prop_assert_eq!(roster.format() == ROSTER_FORMAT, is_plain && roster.authority.origin.is_none());
            prop_assert_eq!(read.to_bytes().expect("and written again"), bytes);
        }
    }
}

#[test]
fn the_generator_reaches_written_rosters_with_keys() {
    let mut state = 1_u32;
    let mut byte = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let (mut with_keys, mut with_exchange) = (0, 0);
    for _ in 0..500 {
        let choices: Vec<u8> = (0..200).map(|_| byte()).collect();
        let roster = roster(&mut Draw(choices.iter()));
        with_keys += u32::from(roster.to_bytes().is_ok() && !roster.key.is_empty());
        with_exchange += u32::from(roster.to_bytes().is_ok() && roster.outgoing.is_some());
    }
    assert!(with_keys > 20 && with_exchange > 20, "{with_keys} and {with_exchange} of 500");
}
