//! What is named in a bag that is larger than what is compared at once.

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::FileExt;

use sealbag_tests::program::{Office, Verification};

/// Lines of a manifest that is compared in several parts.
const FILES: usize = 3_000;
const MIB: u64 = 1 << 20;

fn findings<'v>(verification: &'v Verification, code: &str) -> Vec<&'v serde_json::Value> {
    let findings = verification.verdict["findings"].as_array().expect("the verdict lists findings");
    findings.iter().filter(|finding| finding["code"] == code).collect()
}

#[test]
fn the_first_line_of_a_long_manifest_that_differs_is_named() {
    let office = Office::open();
    let source = office.path("source");
    fs::create_dir(&source).expect("make the folder");
    for number in 0..FILES {
        fs::write(source.join(format!("{number:06}")), number.to_string()).expect("write");
    }
    let bag = office.seal(&source, "A1.bag", &[]);
    let path = bag.join("manifest-sha256.txt");
    let whole = fs::read_to_string(&path).expect("read");
    let lines: Vec<&str> = whole.lines().collect();
    assert_eq!(lines.len(), FILES);
    let turned = |digit: char| if digit == '0' { '1' } else { '0' };
    for line in [1, 2, 700, 1_500, FILES - 1, FILES] {
        let changed = lines.iter().enumerate().map(|(at, text)| match at + 1 == line {
            true => format!("{}{}\n", turned(text.chars().next().expect("a digest")), &text[1..]),
            false => format!("{text}\n"),
        });
        fs::write(&path, changed.collect::<String>()).expect("write");
        named_at(&office, &bag, line);
    }
    fs::write(&path, format!("{whole}{}\n", lines[0])).expect("write");
    named_at(&office, &bag, FILES + 1);
    fs::write(&path, &whole[..whole.len() - lines[FILES - 1].len() - 1]).expect("write");
    named_at(&office, &bag, FILES);
    fs::write(&path, &whole).expect("write");
    assert_eq!(office.verify(&bag, &[]).run.code, Some(0));
}

#[track_caller]
fn named_at(office: &Office, bag: &std::path::Path, line: usize) {
    let verification = office.verify(bag, &[]);
    let found = findings(&verification, "manifest.mismatch");
    assert_eq!(found.len(), 1, "{}", verification.bytes);
    assert_eq!(found[0]["where"], format!("manifest-sha256.txt line {line}"));
}

#[test]
fn each_mib_that_differs_is_named_in_files_of_many_thousands() {
    let office = Office::open();
    let source = office.path("source");
    fs::create_dir(&source).expect("make the folder");
    // More chunk values than are read at once, and a file whose values stand behind them.
    for (name, size) in [("a.img", 4_200 * MIB - 7), ("b.img", 40 * MIB)] {
        File::create(source.join(name)).and_then(|file| file.set_len(size)).expect("make the file");
    }
    let bag = office.seal(&source, "A1.bag", &["--payload", "detached"]);
    let place = source.to_str().expect("a plain path");
    assert_eq!(office.verify(&bag, &["--source", place]).outcome(), "confirmed_with_remarks");
    let change = |name: &str, offset: u64| {
        let file = OpenOptions::new().write(true).open(source.join(name)).expect("open");
        file.write_all_at(b"x", offset).expect("write");
    };
    for offset in [0, 1_000 * MIB, 1_001 * MIB, 4_095 * MIB + 5, 4_097 * MIB, 4_200 * MIB - 8] {
        change("a.img", offset);
    }
    change("b.img", 39 * MIB);
    for depth in [&["--source", place][..], &["--source", place, "--quick"]] {
        let verification = office.verify(&bag, depth);
        let found = findings(&verification, "file.changed");
        assert_eq!(found.len(), 2, "{}", verification.bytes);
        for (finding, name, differs) in [(found[0], "a.img", A), (found[1], "b.img", B)] {
            assert_eq!(finding["where"], name);
            let said = finding["found"].as_str().and_then(|found| found.split_once("; "));
            assert_eq!(said.map(|(_, differs)| differs), Some(differs));
        }
    }
    // The same data in the bag.
    fs::remove_file(source.join("a.img")).expect("remove");
    let bag = office.seal(&source, "A2.bag", &["--no-reread"]);
    let file = OpenOptions::new().write(true).open(bag.join("data/b.img")).expect("open");
    file.write_all_at(b"y", 7 * MIB).expect("write");
    let verification = office.verify(&bag, &[]);
    let found = findings(&verification, "file.changed");
    let said = found[0]["found"].as_str().expect("what was found");
    assert!(found.len() == 1 && said.ends_with("; differs in bytes 7340032-8388608"), "{}", verification.bytes);
}

/// MiB 0, 1000 and 1001, 4095, 4097 and the last, which has seven bytes less.
const A: &str = "differs in bytes 0-1048576, 1048576000-1050673152, 4293918720-4294967296, 4296015872-4297064448, \
                 4402970624-4404019200";
const B: &str = "differs in bytes 40894464-41943040";
