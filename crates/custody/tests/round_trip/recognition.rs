//! Arbitrary recognitions.

use proptest::prelude::*;
use sealbag_custody::roster::{Authority, RecognitionRecord, Scope};
use sealbag_custody::text::Text;

use crate::draw::Draw;
use crate::roster::keys;

fn authority(d: &mut Draw<'_>) -> Authority {
    Authority { name: d.text(), keys: keys(d), origin: d.some(Draw::key), country: d.opt() }
}

fn recognition(d: &mut Draw<'_>) -> RecognitionRecord {
    let version = 1 + d.integer() % 3;
    let roles = ["investigator", "expert", "of_a_profile"].map(|role| Text::new(role).expect("plain text"));
    let withdrawn = d.some(Draw::time);
    RecognitionRecord {
        version,
        issued: d.time(),
        previous: Some(d.digest()).filter(|_| version > 1),
        authority: authority(d),
        recognized: authority(d),
        scope: Scope {
            purpose: d.text(),
            roles: roles[..1 + usize::from(d.byte()) % 3].to_vec(),
            minimum_version: d.some(|d| 1 + d.integer() % 3),
            valid_from: d.time(),
            valid_to: d.time(),
            withdrawn,
            reason: d.opt().filter(|_| withdrawn.is_some()),
        },
        details: Default::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_recognition_that_can_be_written_is_read_back_as_the_same_value(
        choices in proptest::collection::vec(any::<u8>(), 0..100)
    ) {
        let recognition = recognition(&mut Draw(choices.iter()));
        // A period that ends before it begins, somebody who recognises themselves: such a value is refused, never written.
        if let Ok(bytes) = recognition.to_bytes() {
            let read = RecognitionRecord::parse(&bytes).expect("own output is read");
            prop_assert_eq!(&read, &recognition);
            prop_assert_eq!(read.to_bytes().expect("and written again"), bytes);
        }
    }
}

#[test]
fn the_generator_reaches_written_recognitions() {
    let mut state = 1_u32;
    let mut byte = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let mut written = 0;
    for _ in 0..500 {
        let choices: Vec<u8> = (0..100).map(|_| byte()).collect();
        written += u32::from(recognition(&mut Draw(choices.iter())).to_bytes().is_ok());
    }
    assert!(written > 20, "{written} of 500");
}
