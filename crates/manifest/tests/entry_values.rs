//! Values of the keys of an entry, each rule of `docs/spec/entries.md` broken alone.

use sealbag_manifest::entry::{Entry, EntryError, MAX_HOLES, MAX_LINE};

/// A file of 100 bytes with some keys between its digests and its salt.
fn file(keys: &str) -> String {
    let zeros = "0".repeat(64);
    let salt = "0".repeat(32);
    format!(r#"{{"path":"a","kind":"file","size":100,"sha256":"{zeros}","blake3":"{zeros}",{keys}"salt":"{salt}"}}"#)
}

fn parse(keys: &str) -> Result<Entry, EntryError> {
    Entry::parse_line(file(keys).as_bytes())
}

#[track_caller]
fn takes(keys: &str) {
    assert!(parse(keys).is_ok(), "{keys}: {:?}", parse(keys));
}

#[track_caller]
fn refuses(key: &str, keys: &str) {
    assert!(matches!(parse(keys), Err(EntryError::Value(found)) if found == key), "{keys}: {:?}", parse(keys));
}

#[test]
fn a_declared_digest_has_a_plain_algorithm_a_value_of_whole_bytes_and_a_plain_author() {
    let declared = |alg: &str, value: &str, by: &str| {
        format!(r#""declared":[{{"alg":"{alg}","value":"{value}","by":"{by}","checked":true}}],"#)
    };
    for alg in ["md5", "sha-1", "x"] {
        takes(&declared(alg, "00ff", "an imager"));
    }
    for alg in ["", "MD5", "md5 ", "sha_1", "md5\u{430}"] {
        refuses("declared", &declared(alg, "00", "an imager"));
    }
    for value in ["", "0", "000", "0G", "AB", "0x00"] {
        refuses("declared", &declared("md5", value, "an imager"));
    }
    for by in ["", "a\u{202E}b", "a\u{2028}b", "a\u{85}b"] {
        refuses("declared", &declared("md5", "00", by));
    }
}

#[test]
fn extended_attributes_have_names_without_nul_in_strictly_increasing_order() {
    let digest = "0".repeat(64);
    let xattrs = |names: &[&str]| {
        let items: Vec<String> = names.iter().map(|name| format!(r#"{{{name},"sha256":"{digest}"}}"#)).collect();
        format!(r#""xattrs":[{}],"#, items.join(","))
    };
    takes(&xattrs(&[r#""name":"user.a""#, r#""name":"user.b""#, r#""name_hex":"ff""#]));
    refuses("xattrs", &xattrs(&[r#""name":"""#]));
    refuses("xattrs", &xattrs(&[r#""name_hex":"""#]));
    refuses("xattrs", &xattrs(&[r#""name_hex":"6100""#]));
    refuses("xattrs", &xattrs(&[r#""name":"user.b""#, r#""name":"user.a""#]));
    refuses("xattrs", &xattrs(&[r#""name":"user.a""#, r#""name":"user.a""#]));
    refuses("xattrs", &xattrs(&[r#""name":"a","name_hex":"61""#]));
}

#[test]
fn holes_hold_something_lie_apart_and_inside_the_file() {
    let holes = |ranges: &[(u64, u64)]| {
        let items: Vec<String> =
            ranges.iter().map(|(offset, length)| format!(r#"{{"offset":{offset},"length":{length}}}"#)).collect();
        format!(r#""holes":[{}],"#, items.join(","))
    };
    takes(&holes(&[(0, 10), (11, 10), (99, 1)]));
    takes(&holes(&[(0, 100)]));
    refuses("holes", &holes(&[(0, 0)]));
    refuses("holes", &holes(&[(0, 10), (10, 10)]));
    refuses("holes", &holes(&[(0, 10), (9, 10)]));
    refuses("holes", &holes(&[(20, 10), (0, 10)]));
    refuses("holes", &holes(&[(0, 101)]));
    refuses("holes", &holes(&[(100, 1)]));
    refuses("holes", &holes(&[(1, u64::MAX)]));
}

#[test]
fn at_most_4096_holes_are_listed() {
    let line = |count: usize| {
        let items: Vec<String> = (0..count).map(|at| format!(r#"{{"offset":{},"length":1}}"#, at * 2)).collect();
        file(&format!(r#""holes":[{}],"#, items.join(","))).replace(r#""size":100"#, r#""size":100000"#)
    };
    assert!(Entry::parse_line(line(MAX_HOLES).as_bytes()).is_ok());
    assert!(matches!(Entry::parse_line(line(MAX_HOLES + 1).as_bytes()), Err(EntryError::Value("holes"))));
}

#[test]
fn unreadable_ranges_have_the_name_of_an_error_and_do_not_overlap() {
    let unreadable = |ranges: &[(u64, u64, &str)]| {
        let item = |(offset, length, errno): &(u64, u64, &str)| {
            format!(r#"{{"offset":{offset},"length":{length},"errno":"{errno}"}}"#)
        };
        format!(r#""unreadable":[{}],"#, ranges.iter().map(item).collect::<Vec<_>>().join(","))
    };
    takes(&unreadable(&[(0, 10, "EIO"), (10, 0, "CHANGED"), (10, 90, "E2BIG")]));
    takes(&unreadable(&[(0, 100, "ABCDEFGHIJKLMNOP")]));
    for errno in ["", "eio", "EIO ", "2BIG", "ABCDEFGHIJKLMNOPQ", "E_IO", "E\u{418}O"] {
        refuses("unreadable", &unreadable(&[(0, 10, errno)]));
    }
    refuses("unreadable", &unreadable(&[(0, 10, "EIO"), (9, 10, "EIO")]));
    refuses("unreadable", &unreadable(&[(20, 10, "EIO"), (0, 10, "EIO")]));
    refuses("unreadable", &unreadable(&[(0, 101, "EIO")]));
    refuses("unreadable", &unreadable(&[(1, u64::MAX, "EIO")]));
}

#[test]
fn another_encoding_is_named_by_the_byte_at_which_it_begins_to_differ() {
    let line = file("").replacen(",\"kind\"", ", \"kind\"", 1);
    assert!(matches!(Entry::parse_line(line.as_bytes()), Err(EntryError::NotCanonical { at: 12 })));
    let line = format!("{} ", file(""));
    let at_end = line.len() - 1;
    assert!(matches!(Entry::parse_line(line.as_bytes()), Err(EntryError::NotCanonical { at }) if at == at_end));
}

#[test]
fn the_message_about_a_shape_quotes_a_beginning_of_what_it_met() {
    let message = |keys: &str| match parse(keys) {
        Err(EntryError::Shape(text)) => text,
        other => panic!("{other:?}"),
    };
    assert!(message(r#""strange":1,"#).contains("unknown field `strange`"));
    let long = message(&format!(r#""{}":1,"#, "x".repeat(5000)));
    assert!(long.contains("xxx") && long.ends_with('…'));
    assert_eq!(long.chars().count(), 201);
}

#[test]
fn a_line_may_be_as_long_as_its_limit_and_no_longer() {
    let salt = "0".repeat(32);
    let link = |target: &str| format!(r#"{{"path":"a","kind":"symlink","target":"{target}","salt":"{salt}"}}"#);
    let of_length = |length: usize| link(&"x".repeat(length - link("").len()));
    assert!(Entry::parse_line(of_length(MAX_LINE).as_bytes()).is_ok());
    assert!(matches!(Entry::parse_line(of_length(MAX_LINE + 1).as_bytes()), Err(EntryError::TooLong)));
}

#[test]
fn a_link_leads_somewhere_and_holds_no_nul() {
    let salt = "0".repeat(32);
    let link = |target: &str| {
        Entry::parse_line(format!(r#"{{"path":"a","kind":"symlink",{target},"salt":"{salt}"}}"#).as_bytes())
    };
    assert!(link(r#""target":"b""#).is_ok());
    for refused in [r#""target":"""#, r#""target_hex":"""#, r#""target_hex":"ff00""#, r#""target_hex":"00ff""#] {
        assert!(matches!(link(refused), Err(EntryError::Value("target"))), "{refused}: {:?}", link(refused));
    }
}

#[test]
fn a_mode_is_four_octal_digits() {
    for mode in ["0000", "0755", "7777"] {
        takes(&format!(r#""mode":"{mode}","#));
    }
    for mode in ["", "755", "00755", "0855", "+755", "0x1f"] {
        refuses("mode", &format!(r#""mode":"{mode}","#));
    }
}

#[test]
fn a_stored_name_is_left_out_where_it_is_the_path() {
    let with = |stored: &str| file("").replacen(r#""kind""#, &format!(r#""stored":"{stored}","kind""#), 1);
    let parse = |line: String| Entry::parse_line(line.as_bytes());
    assert!(parse(with("=61")).is_ok(), "{:?}", parse(with("=61")));
    assert!(matches!(parse(with("a")), Err(EntryError::Value("stored"))), "{:?}", parse(with("a")));
}

#[test]
fn a_time_is_a_day_that_the_calendar_has() {
    for (day, is_there) in [
        ("2023-04-30", true),
        ("2023-04-31", false),
        ("2023-06-31", false),
        ("2023-09-31", false),
        ("2023-11-31", false),
        ("2023-12-31", true),
        ("2023-02-29", false),
        ("2024-02-29", true),
        ("2024-02-30", false),
        ("2100-02-29", false),
        ("2000-02-29", true),
        ("2023-00-01", false),
        ("2023-13-01", false),
    ] {
        let parsed = parse(&format!(r#""mtime":"{day}T00:00:00.000000000Z","#));
        assert_eq!(parsed.is_ok(), is_there, "{day}: {parsed:?}");
    }
}
