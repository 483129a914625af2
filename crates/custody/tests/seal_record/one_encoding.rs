//! Every other encoding of a value is refused.

use sealbag_custody::record::RecordError;
use sealbag_custody::seal_record::SealRecord;

use crate::scene::{FULL, MINIMAL, error_after, parse, with};

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
