//! The seal record: one value has one encoding, and everything else is refused.

use sealbag_custody::page;
use sealbag_custody::record::{MAX_RECORD_LEN, RecordError};
use sealbag_custody::seal_record::{Payload, Reread, SealRecord};
use sealbag_custody::sshsig::Namespace;

const MINIMAL: &str = include_str!("data/minimal.txt");
const FULL: &str = include_str!("data/full.txt");

fn parse(text: &str) -> Result<SealRecord, RecordError> {
    SealRecord::parse(text.as_bytes())
}

/// The sample with one piece of text replaced; the piece must be there.
fn with(sample: &str, from: &str, to: &str) -> String {
    assert!(sample.contains(from), "the sample has no {from:?}");
    sample.replacen(from, to, 1)
}

fn error_after(from: &str, to: &str) -> RecordError {
    parse(&with(FULL, from, to)).expect_err(to)
}

#[test]
fn reads_and_writes_the_samples_byte_for_byte() {
    for sample in [MINIMAL, FULL] {
        let seal = parse(sample).expect("a good sample");
        assert_eq!(String::from_utf8(seal.to_bytes().expect("writable")).expect("text"), sample);
    }
    let seal = parse(MINIMAL).expect("a good sample");
    assert_eq!((seal.payload, seal.reread, seal.resumed), (Payload::Copy, Reread::Done, false));
    let seal = parse(FULL).expect("a good sample");
    assert_eq!((seal.payload, seal.reread, seal.resumed), (Payload::Detached, Reread::Skipped, true));
    assert_eq!(seal.statement.case.number.as_deref(), Some("257100031000123"));
    assert_eq!(seal.statement.details.len(), 2);
}

#[test]
fn the_samples_of_the_specification_are_the_tested_page() {
    let page = include_str!("data/sample_page.txt");
    let (record, armour) = page.split_at(page.find("-----BEGIN").expect("a signed page"));
    let records = include_str!("../../../docs/spec/records.md");
    let signatures = include_str!("../../../docs/spec/signatures.md");
    assert!(records.contains(&format!("```\n{record}```\n")));
    assert!(signatures.contains(&format!("```\n{armour}```\n")));
    let verified = page::verify(page.as_bytes(), Namespace::Seal).expect("signed by ssh-keygen");
    let seal = SealRecord::parse(verified.record()).expect("a good record");
    assert_eq!(&seal.signer.key, verified.signer());
}

#[test]
fn the_full_sample_shows_every_table() {
    let seal = parse(FULL).expect("a good sample");
    let sections = seal.sections();
    let mut names: Vec<_> = sections.iter().map(|section| section.name).collect();
    names.dedup();
    let order = [
        "",
        "signer",
        "cosigner",
        "roster",
        "tree",
        "digests",
        "totals",
        "read_error",
        "excluded",
        "case",
        "offence",
        "legal_basis",
        "exhibit",
        "package",
        "source",
        "clock",
        "acquisition",
        "tool",
        "present",
        "change",
        "labels",
        "retention",
        "declaration",
        "refusal",
        "previous",
        "details",
    ];
    assert_eq!(names, order);
}

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
fn refuses_characters_that_a_terminal_would_obey() {
    for c in
        ['\r', '\t', '\0', '\u{1B}', '\u{7F}', '\u{85}', '\u{202E}', '\u{2066}', '\u{2028}', '\u{FEFF}', '\u{FFFE}']
    {
        let record = with(FULL, "name = \"A. Investigator\"", &format!("name = \"A. {c}Investigator\""));
        let expected = RecordError::ForbiddenCharacter { line: 14, character: c.into() };
        assert_eq!(parse(&record), Err(expected));
    }
    let crlf = FULL.replace('\n', "\r\n");
    assert_eq!(SealRecord::parse(crlf.as_bytes()), Err(RecordError::NoFormat));
    let crlf = with(FULL, "index = 0\n", "index = 0\r\n");
    assert_eq!(parse(&crlf), Err(RecordError::ForbiddenCharacter { line: 3, character: 13 }));
}

#[test]
fn refuses_forbidden_characters_spelt_as_escapes() {
    for escape in ["\\u001B", "\\u202E", "\\n", "\\t", "\\U0000FEFF"] {
        let error = error_after("name = \"A. Investigator\"", &format!("name = \"A{escape}B\""));
        assert!(
            matches!(&error, RecordError::Malformed { line: Some(14), field: Some(field), .. } if field == "signer.name")
        );
        assert!(!error.to_string().contains(['\u{1B}', '\u{202E}', '\n']), "the message itself is safe to show");
    }
}

#[test]
fn refuses_bytes_that_are_not_utf8() {
    let at = FULL.find("A. Investigator").expect("in the sample");
    let mut bytes = FULL.as_bytes().to_vec();
    bytes[at] = 0xFF;
    assert_eq!(SealRecord::parse(&bytes), Err(RecordError::NotUtf8 { line: 14 }));
    // A surrogate, and an overlong encoding.
    for bad in [&b"\xED\xA0\x80"[..], b"\xC0\xAF"] {
        let bytes = [&FULL.as_bytes()[..at], bad, &FULL.as_bytes()[at..]].concat();
        assert_eq!(SealRecord::parse(&bytes), Err(RecordError::NotUtf8 { line: 14 }));
    }
}

#[test]
fn refuses_a_missing_or_an_extra_final_line_feed() {
    assert_eq!(parse(FULL.trim_end()), Err(RecordError::NoFinalLineFeed));
    let lines = FULL.lines().count();
    assert_eq!(parse(&format!("{FULL}\n")), Err(RecordError::NotCanonical { line: lines + 1, expected: None }));
}

#[test]
fn refuses_a_line_that_looks_like_armour() {
    for line in ["-----", "-----BEGIN SSH SIGNATURE-----"] {
        let record = with(FULL, "index = 0\n", &format!("index = 0\n{line}\n"));
        assert_eq!(parse(&record), Err(RecordError::ArmourLine { line: 4 }));
    }
    let dashes = with(FULL, "name = \"A. Investigator\"", "name = \"----- A.\"");
    assert!(parse(&dashes).is_ok(), "dashes inside a line are text");
}

#[test]
fn refuses_every_second_spelling_of_a_value() {
    let spellings = [
        ("index = 0\n", "index = 00\n"),
        ("index = 0\n", "index = +0\n"),
        ("index = 0\n", "index = 0x0\n"),
        ("index = 0\n", "index = 1\n"),
        ("index = 0\n", "index = 0 \n"),
        ("index = 0\n", "index  = 0\n"),
        ("index = 0\n", "index = 0 # first\n"),
        ("index = 0\n", "\"index\" = 0\n"),
        ("index = 0\n", "index = \"0\"\n"),
        ("index = 0\n", ""),
        ("version = 3", "version = 03"),
        ("version = 3", "version = +3"),
        ("version = 3", "version = 3.0"),
        ("version = 3", "version = -3"),
        ("version = 3", "version = 0b11"),
        ("files = 1200", "files = 1_200"),
        ("files = 1200", "files = 9223372036854775808"),
        ("files = 1200", "files = -1"),
        ("\"A. Investigator\"", "'A. Investigator'"),
        ("\"A. Investigator\"", "\"\"\"A. Investigator\"\"\""),
        ("\"A. Investigator\"", "\"\\u0041. Investigator\""),
        ("\"A. Investigator\"", "\"\""),
        ("\"A. Investigator\"", "true"),
        ("resumed = true", "resumed = false"),
        ("resumed = true\n", "resumed = true\nresumed = true\n"),
        ("reread = false", "reread = true"),
        ("minor = true", "minor = false"),
        ("time = \"2026-03-01T09:30:00Z\"", "time = 2026-03-01T09:30:00Z"),
        ("09:30:00Z\"", "09:30:00z\""),
        ("09:30:00Z\"", "09:30:60Z\""),
        ("time = \"2026-03-01", "time = \"2026-02-29"),
        ("time = \"2026-03-01", "time = \"12026-03-01"),
        ("\"+05:00\"", "\"+5:00\""),
        ("bag = \"0f", "bag = \"0F"),
        ("root = \"aa", "root = \"AA"),
        ("root = \"aa", "root = \"a"),
        ("payload = \"detached\"", "payload = \"Detached\""),
        ("imei = [\"356938035643809\"]", "imei = [ \"356938035643809\" ]"),
        ("imei = [\"356938035643809\"]", "imei = [\"356938035643809\",]"),
        ("imei = [\"356938035643809\"]", "imei = []"),
        ("imei = [\"356938035643809\"]", "imei = [\"\"]"),
        ("imei = [\"356938035643809\"]", "imei = [356938035643809]"),
        ("imei = [\"356938035643809\"]", "imei = \"356938035643809\""),
        ("\n[tree]\n", "[tree]\n"),
        ("\n[tree]\n", "\n\n[tree]\n"),
        ("\n[tree]\n", "\n[ tree ]\n"),
        ("\n[tree]\n", "\n[[tree]]\n"),
        ("\n[tree]\n", "\n[tree.head]\n"),
        ("[[offence]]", "[offence]"),
        ("size = 1300\n", "size = 1300\n\n"),
        ("size = 1300\nroot = \"aa", "color = \"blue\"\nsize = 1300\nroot = \"aa"),
        ("[case]\n", "[cases]\n"),
        ("[case]\n", "[case]\n\n[case]\n"),
        ("[details]\n", "[details]\nA = \"upper\"\n"),
        ("[details]\n", "[details]\na = \"\"\n"),
        ("[details]\n", "[details]\n\"a b\" = \"x\"\n"),
        ("[details]\n", "[details]\nz.a = \"x\"\n"),
        ("\n[details]\n", "\n[empty]\n\n[details]\n"),
        ("[[tool]]\nname = \"sealbag\"\nversion = \"0.1.0\"\n", "[[tool]]\n"),
        ("category = \"EIO\"", "category = \"A\""),
    ];
    let mut accepted = Vec::new();
    for (from, to) in spellings {
        if parse(&with(FULL, from, to)).is_ok() {
            accepted.push((from, to));
        }
    }
    assert_eq!(accepted, []);
}

#[test]
fn refuses_a_category_of_read_errors_out_of_order() {
    let entry = "[[read_error]]\ncategory = \"CHANGED\"\nentries = 1\nbytes = 10\n";
    let expected = "categories stand once each, in increasing order";
    for wrong in [with(entry, "CHANGED", "ZZ"), format!("{entry}\n{entry}")] {
        let record = with(FULL, entry, &wrong);
        assert_eq!(parse(&record), Err(RecordError::Contradiction { field: "read_error.category", reason: expected }));
    }
}

#[test]
fn refuses_keys_and_tables_in_another_order() {
    let swapped =
        with(FULL, "index = 0\ntime = \"2026-03-01T09:30:00Z\"\n", "time = \"2026-03-01T09:30:00Z\"\nindex = 0\n");
    assert_eq!(parse(&swapped), Err(RecordError::NotCanonical { line: 3, expected: Some("index = 0".to_owned()) }));
    let (head, tail) = FULL.split_once("\n[tree]\n").expect("in the sample");
    let (tree, rest) = tail.split_once("\n[digests]\n").expect("in the sample");
    let (digests, rest) = rest.split_once("\n[totals]\n").expect("in the sample");
    let moved = format!("{head}\n[digests]\n{digests}\n[tree]\n{tree}\n[totals]\n{rest}");
    assert!(matches!(parse(&moved), Err(RecordError::NotCanonical { .. })));
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

#[test]
fn every_changed_bit_is_refused_or_another_value() {
    // All bits of the small sample, one bit of each byte of the large one.
    let all_bits = (0..MINIMAL.len()).flat_map(|at| (0..8).map(move |bit| (MINIMAL, at, bit)));
    let one_bit = (0..FULL.len()).map(|at| (FULL, at, at % 8));
    let originals = [parse(MINIMAL).expect("a good sample"), parse(FULL).expect("a good sample")];
    for (sample, at, bit) in all_bits.chain(one_bit) {
        let mut bytes = sample.as_bytes().to_vec();
        bytes[at] ^= 1 << bit;
        if let Ok(seal) = SealRecord::parse(&bytes) {
            assert!(!originals.contains(&seal), "byte {at} bit {bit}");
            assert_eq!(seal.to_bytes().expect("writable"), bytes);
        }
    }
}

#[test]
fn every_cut_record_is_refused() {
    for len in 0..FULL.len() {
        let cut = &FULL.as_bytes()[..len];
        // A record may end after any field of its last table: what is left is then a shorter, unsigned record.
        if let Ok(seal) = SealRecord::parse(cut) {
            assert_eq!(seal.to_bytes().expect("writable"), cut);
            assert!(cut.ends_with(b"\n"));
        }
    }
}
