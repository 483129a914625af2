//! The samples and the table of keys in `docs/spec/entries.md` are what the program reads and writes.

use std::collections::BTreeSet;

use sealbag_manifest::entry::{Entry, Kind};
use sealbag_manifest::hash::{ExtraAlgorithms, FileHasher};
use sealbag_manifest::list::{Line, ListReader};

const PAGE: &str = include_str!("../../../docs/spec/entries.md");

/// Every key with a value that it may have, in the order of the page. A name in hex has a row with its plain form.
const VALUES: [(&str, &str); 24] = [
    ("path", r#""a""#),
    ("stored", r#""=61""#),
    ("kind", ""),
    ("size", "9"),
    ("sha256", r#""0000000000000000000000000000000000000000000000000000000000000000""#),
    ("blake3", r#""0000000000000000000000000000000000000000000000000000000000000000""#),
    ("md5", r#""00000000000000000000000000000000""#),
    ("sha1", r#""0000000000000000000000000000000000000000""#),
    (
        "sha512",
        r#""00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000""#,
    ),
    ("declared", r#"[{"alg":"md5","value":"00","by":"imager","checked":false}]"#),
    ("mtime", r#""0000-01-01T00:00:00.000000000Z""#),
    ("atime", r#""9999-12-31T23:59:59.999999999Z""#),
    ("ctime", r#""1970-01-01T00:00:00.000000000Z""#),
    ("btime", r#""1960-02-29T00:00:00.000000001Z""#),
    ("mode", r#""7777""#),
    ("uid", "4294967295"),
    ("gid", "0"),
    ("device", "[8,0]"),
    ("target", r#""../b""#),
    ("link_group", r#""00000000000000000000000000000000""#),
    ("xattrs", r#"[{"name":"user.a","sha256":"0000000000000000000000000000000000000000000000000000000000000000"}]"#),
    ("holes", r#"[{"offset":0,"length":9}]"#),
    ("unreadable", r#"[{"offset":0,"length":0,"errno":"EIO"}]"#),
    ("salt", r#""00000000000000000000000000000000""#),
];

/// The blocks of sample lines.
fn samples() -> Vec<&'static str> {
    PAGE.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default()).collect()
}

/// The rows of the table of keys: key, and one cell a kind.
fn rows() -> Vec<(&'static str, Vec<&'static str>)> {
    let table = PAGE.split("### Which keys").nth(1).expect("the page has the table");
    let rows = table.lines().skip_while(|line| !line.starts_with("| `")).take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        (cells[0].split('`').nth(1).expect("a key"), cells[2..].to_vec())
    })
    .collect()
}

/// The kinds of one column.
fn kinds(column: usize) -> &'static [Kind] {
    match column {
        0 => &[Kind::File],
        1 => &[Kind::Dir],
        2 => &[Kind::Symlink],
        3 => &[Kind::Fifo, Kind::Socket],
        _ => &[Kind::Block, Kind::Char],
    }
}

fn line(kind: Kind, keys: impl Fn(&str) -> bool) -> String {
    let members: Vec<String> = VALUES
        .iter()
        .filter(|(key, _)| keys(key))
        .map(|(key, value)| match *key {
            "kind" => format!(r#""kind":"{}""#, kind.word()),
            _ => format!(r#""{key}":{value}"#),
        })
        .collect();
    format!("{{{}}}", members.join(","))
}

fn is_entry(line: &str) -> bool {
    Entry::parse_line(line.as_bytes()).is_ok()
}

#[test]
fn the_sample_lines_are_lists_of_entries() {
    let samples = samples();
    assert_eq!(samples.len(), 2);
    for sample in samples {
        let mut reader = ListReader::new(sample.as_bytes());
        while let Some((line, _)) = reader.read().expect("memory") {
            if let Line::Fault(fault) = line {
                panic!("line {}: {fault}", reader.number());
            }
        }
        assert!(reader.number() >= 5);
    }
}

#[test]
fn the_samples_show_every_kind_of_name_and_trouble() {
    for text in
        ["path_hex", "target_hex", "stored", "declared", "device", "link_group", "xattrs", "holes", "unreadable"]
    {
        assert!(samples().concat().contains(&format!("\"{text}\":")), "{text}");
    }
}

#[test]
fn the_sample_that_could_not_be_read_has_the_digests_of_zeros() {
    let all = samples().concat();
    let line = all.lines().find(|line| line.contains("draft.doc")).expect("the sample");
    let entry = Entry::parse_line(line.as_bytes()).expect("an entry");
    let mut hasher = FileHasher::new(ExtraAlgorithms::default());
    hasher.update_zeros(1024);
    assert_eq!(entry.content.map(|content| content.digests), Some(hasher.finish().content));
}

#[test]
fn the_table_names_every_key_in_the_order_of_the_line() {
    let keys: Vec<_> = rows().into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, VALUES.map(|(key, _)| key));
}

#[test]
fn each_kind_has_the_keys_that_the_table_says() {
    let rows = rows();
    for column in 0..5 {
        let with = |word: &str| -> BTreeSet<&str> {
            rows.iter().filter(|(_, cells)| cells[column] == word).map(|(key, _)| *key).collect()
        };
        let (must, may, never) = (with("must"), with("may"), with("–"));
        assert_eq!(must.len() + may.len() + never.len(), VALUES.len());
        for &kind in kinds(column) {
            let word = kind.word();
            assert!(is_entry(&line(kind, |key| must.contains(key))), "{word} with the least");
            assert!(is_entry(&line(kind, |key| must.contains(key) || may.contains(key))), "{word} with all");
            for absent in &must {
                assert!(!is_entry(&line(kind, |key| must.contains(key) && key != *absent)), "{word} without {absent}");
            }
            for added in &never {
                assert!(!is_entry(&line(kind, |key| must.contains(key) || key == *added)), "{word} with {added}");
            }
        }
    }
}
