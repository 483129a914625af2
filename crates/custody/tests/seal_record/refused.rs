//! What is refused for what it says, and how the error names it.

use sealbag_custody::record::{MAX_RECORD_LEN, RecordError};
use sealbag_custody::seal_record::SealRecord;

use crate::scene::{FULL, MINIMAL, error_after, parse, with};

#[test]
fn an_unknown_format_is_told_apart_from_a_malformed_record() {
    for format in ["sealbag/seal/v2", "sealbag/event/v1", "other"] {
        // Whatever follows, even bytes that are no text, the answer is the same.
        let bytes = [format!("format = \"{format}\"\n").as_bytes(), b"\xFF\r\n"].concat();
        assert!(SealRecord::parse(&bytes).expect_err(format).is_unknown_format(), "{format}");
    }
    for start in
        ["", "\n", "format = \"sealbag/seal/v1", "format=\"sealbag/seal/v1\"\n", "format = \"\"\n", "bag = 1\n"]
    {
        assert_eq!(parse(start).expect_err(start), RecordError::NoFormat, "{start:?}");
    }
    let bom = format!("\u{FEFF}{FULL}");
    assert_eq!(parse(&bom), Err(RecordError::NoFormat));
}

#[test]
fn names_the_line_and_the_field_of_an_error() {
    let error = error_after("sha256 = \"cc", "sha256 = \"xx");
    assert_eq!(error.to_string(), "line 27: roster.sha256: a SHA-256 digest is 64 lower-case hexadecimal digits");
    let error = error_after("version = 3", "version = \"3\"");
    assert_eq!((error.line(), error.to_string().contains("roster.version")), (Some(26), true));
    let error = error_after("authority = \"Polic", "autority = \"Polic");
    assert!(error.to_string().starts_with("line 61: case.autority: unknown field"), "{error}");
    let error = error_after("valid_from = \"2026-02-20\"", "valid_from = \"2026-02-30\"");
    assert!(error.to_string().contains("legal_basis.valid_from: a date is written"), "{error}");
    let error = parse(&with(MINIMAL, "number = \"7\"", "description = \"disk\"")).expect_err("no number");
    assert_eq!(error.to_string(), "exhibit.number: is required");
    let error = parse(&with(MINIMAL, "profile = \"generic\"\n", "")).expect_err("no profile");
    assert_eq!(error.to_string(), "missing field `profile`");
    let error = parse(&with(MINIMAL, "root = ", "toor = ")).expect_err("no root");
    assert!(error.line().is_some(), "{error}");
}

#[test]
fn an_error_knows_its_line_and_a_second_spelling_says_what_should_stand_there() {
    assert_eq!(parse("").expect_err("no format").line(), Some(1));
    assert_eq!(parse("format = \"sealbag/seal/v2\"\n").expect_err("a later format").line(), Some(1));
    assert_eq!(error_after("index = 0\n", "index = 0\r\n").line(), Some(3));
    assert_eq!(error_after("index = 0\n", "index = 0\n-----\n").line(), Some(4));
    assert_eq!(SealRecord::parse(b"format = \"sealbag/seal/v1\"\n\xFF\n").expect_err("no text").line(), Some(2));
    assert_eq!(parse(FULL.trim_end()).expect_err("no line feed").line(), None);
    let said = |from: &str, to: &str| error_after(from, to).to_string();
    assert_eq!(said("index = 0\n", "index  = 0\n"), "line 3: not the canonical form, which has `index = 0` here");
    assert!(said("\n[tree]\n", "[tree]\n").ends_with("not the canonical form, which has an empty line here"));
    let last = parse(&format!("{FULL}\n")).expect_err("a line too many").to_string();
    assert!(last.ends_with("not the canonical form, which has no such line"), "{last}");
}

#[test]
fn refuses_a_cosigner_with_a_key_that_stands_there_already() {
    let key = FULL.lines().find_map(|line| line.strip_prefix("key = ")).expect("the signer's key");
    let cosigner = FULL.lines().filter_map(|line| line.strip_prefix("key = ")).nth(1).expect("a cosigner's key");
    let error = parse(&with(FULL, cosigner, key)).expect_err("the signer cannot cosign");
    assert!(matches!(error, RecordError::Contradiction { field: "cosigner.key", .. }));
}

#[test]
fn refuses_a_key_with_a_comment_or_a_weak_key() {
    let line = MINIMAL.lines().find(|line| line.starts_with("key = ")).expect("a key");
    let commented = with(MINIMAL, line, &format!("{} me\"", line.trim_end_matches('"')));
    assert!(parse(&commented).expect_err("a comment").to_string().contains("without a comment"));
    // The neutral element as a public key.
    let weak = "key = \"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"";
    assert!(parse(&with(MINIMAL, line, weak)).expect_err("weak").to_string().contains("weak"));
}

#[test]
fn the_size_limit_is_exact() {
    let room = MAX_RECORD_LEN - MINIMAL.len();
    let padding = "x".repeat(room);
    let full = with(MINIMAL, "number = \"7", &format!("number = \"7{padding}"));
    assert_eq!(full.len(), MAX_RECORD_LEN);
    assert!(parse(&full).is_ok());
    let over = with(MINIMAL, "number = \"7", &format!("number = \"7{padding}x"));
    let expected = RecordError::TooLarge { size: MAX_RECORD_LEN + 1, limit: MAX_RECORD_LEN };
    assert_eq!(parse(&over), Err(expected.clone()));
    let mut seal = parse(&full).expect("of the largest size");
    seal.statement.case.number = Some("1".parse().expect("text"));
    assert!(matches!(seal.to_bytes(), Err(RecordError::TooLarge { .. })));
}

#[test]
fn deep_nesting_is_an_error_and_not_a_crash() {
    for nested in ["[".repeat(60_000), "{a=".repeat(20_000), "a.".repeat(30_000)] {
        let record = format!("format = \"sealbag/seal/v1\"\nbag = {nested}\n");
        assert!(parse(&record).is_err());
        let record = format!("format = \"sealbag/seal/v1\"\n{nested} = 1\n");
        assert!(parse(&record).is_err());
    }
}
