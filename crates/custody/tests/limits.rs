//! The limits are those that the pages of the specification say, in numbers: a limit that moved would refuse a good record
//! of another version, or take one that others refuse.

use sealbag_custody::{event, log_store, page, profile, public_key, receipt, record, roster, scalar, sshsig};

/// What the program holds to, and the words of the page that says it.
const LIMITS: [(usize, usize, &str, &str); 11] = [
    (record::MAX_RECORD_LEN, 65_536, include_str!("../../../docs/spec/records.md"), "at most 65,536 bytes"),
    (sshsig::MAX_ARMOUR_LEN, 8_192, include_str!("../../../docs/spec/signatures.md"), "the armour at most 8,192"),
    (page::MAX_PAGE_LEN, 73_728, include_str!("../../../docs/spec/custody.md"), "at most 73,728 bytes"),
    (
        receipt::MAX_RECEIPT_LEN,
        147_456,
        include_str!("../../../docs/spec/receipts.md"),
        "Each page is at most 73,728 bytes",
    ),
    (
        roster::MAX_ROSTER_LEN,
        1_048_576,
        include_str!("../../../docs/spec/roster.md"),
        "a roster may have 1,048,576 bytes",
    ),
    (
        roster::VerifiedRoster::MAX_LEN,
        1_048_576 + 32 * 8_192,
        include_str!("../../../docs/spec/signatures.md"),
        "joint page = record 1*32( armour )",
    ),
    (log_store::MAX_TOKEN_LEN, 1_048_576, include_str!("../../../docs/spec/custody.md"), "at most 1,048,576 bytes"),
    (log_store::MAX_INDEX as usize, 999_999, include_str!("../../../docs/spec/custody.md"), "over 999999"),
    (event::MAX_INDEX as usize, 999_999, include_str!("../../../docs/spec/custody.md"), "over 999999"),
    (profile::MAX_PROFILE_LEN, 65_536, include_str!("../../../docs/spec/profiles.md"), "at most 65,536 bytes"),
    (public_key::MAX_LINE_LEN, 4_096, include_str!("../../../docs/spec/keys.md"), "at most 4,096 bytes"),
];

#[test]
fn every_limit_is_the_number_of_its_page() {
    for (held_to, number, page, words) in LIMITS {
        assert_eq!(held_to, number, "{words}");
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn an_offset_from_utc_has_at_most_eighteen_hours() {
    for minutes in [0, 1080, -1080] {
        assert_eq!(scalar::UtcOffset::from_minutes(minutes).map(scalar::UtcOffset::minutes), Some(minutes));
    }
    for minutes in [1081, -1081, i16::MAX, i16::MIN] {
        assert_eq!(scalar::UtcOffset::from_minutes(minutes), None, "{minutes}");
    }
    assert!(include_str!("../../../docs/spec/records.md").contains("at most 18"));
}

#[test]
fn the_name_of_an_unknown_format_is_read_up_to_64_characters() {
    let line = |length: usize| format!("format = \"{}\"\n", "a".repeat(length));
    assert_eq!(record::format_of(line(64).as_bytes()), Some("a".repeat(64).as_str()));
    assert_eq!(record::format_of(line(65).as_bytes()), None);
    assert_eq!(record::format_of(line(0).as_bytes()), None);
}
