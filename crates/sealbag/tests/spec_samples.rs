//! The samples of `docs/spec` are those of the golden bag, and what the program says of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use sealbag::bag::MemoryStore;
use sealbag::finding::{Code, Severity};
use sealbag::previous::gather;
use sealbag::verdict::{Check, Outcome, Status, Verdict};
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::seal_record::{Previous, Relation};
use sealbag_manifest::hash::sha256;
use sealbag_manifest::observer::Silent;
use sealbag_manifest::tree::{TreeBuilder, leaf_hash};
use serde::Serialize;
use serde_json::Value;

const OVERVIEW: &str = include_str!("../../../docs/spec/README.md");
const BAG: &str = include_str!("../../../docs/spec/bag.md");
const VERDICT: &str = include_str!("../../../docs/spec/verdict.md");
const SCHEMA: &str = include_str!("../../../docs/spec/verification.schema.json");
const GOLDEN: &[u8] = include_bytes!("../../../tests/vectors/golden.tar");
const OFFICER: &str = include_str!("../../../tests/vectors/officer.pub");

/// The regular files of a ustar archive, below its top directory.
fn golden() -> MemoryStore {
    let text = |field: &[u8]| String::from_utf8(field.split(|&b| b == 0).next().unwrap_or_default().to_vec());
    let mut store = MemoryStore::default();
    let mut rest = GOLDEN;
    while rest.len() >= 512 && rest[0] != 0 {
        let (header, after) = rest.split_at(512);
        let size = text(&header[124..136]).expect("ASCII");
        let size = usize::from_str_radix(size.trim(), 8).expect("octal digits");
        let name = text(&header[..100]).expect("UTF-8");
        if matches!(header[156], b'0' | 0) {
            let path = name.strip_prefix("A1.bag/").expect("below the bag");
            store.files.insert(path.to_owned(), Arc::from(&after[..size]));
        }
        rest = &after[size.next_multiple_of(512)..];
    }
    store
}

fn file(store: &MemoryStore, path: &str) -> String {
    String::from_utf8(store.files[path].to_vec()).expect("text")
}

/// The first block behind a line of the page.
fn block<'a>(page: &'a str, behind: &str) -> &'a str {
    let rest = page.split_once(&format!("\n{behind}\n")).unwrap_or_else(|| panic!("no line {behind:?}")).1;
    let rest = rest.split_once("```").expect("a block").1;
    rest.split_once('\n').expect("a line").1.split_once("```").expect("an end").0
}

fn verdict_on(store: &MemoryStore) -> Verdict {
    let (officer, _) = PublicKey::from_line(OFFICER.trim_end()).expect("a key");
    let anchors = Anchors { signers: vec![officer], ..Anchors::default() };
    verify(store, &Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &Silent })
}

fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).expect("a word").as_str().expect("a string").to_owned()
}

#[test]
fn the_golden_bag_has_the_verdict_that_the_overview_says() {
    let verdict = verdict_on(&golden());
    assert_eq!(verdict.outcome(), Outcome::ConfirmedWithRemarks);
    assert_eq!(verdict.totals().keys().copied().collect::<Vec<_>>(), ["anchor.signer_key", "time.none"]);
}

#[test]
fn the_overview_shows_the_list_and_the_seal_of_the_golden_bag() {
    let bag = golden();
    assert_eq!(block(OVERVIEW, "## A whole bag"), file(&bag, "seal/entries.jsonl"));
    assert_eq!(block(OVERVIEW, "Event 0:"), file(&bag, "custody/000000.txt"));
}

#[test]
fn the_overview_follows_the_hashes_of_the_golden_bag() {
    let bag = golden();
    let list = file(&bag, "seal/entries.jsonl");
    let mut tree = TreeBuilder::new();
    list.lines().for_each(|line| tree.push(leaf_hash(line.as_bytes())));
    let line = list.lines().nth(5).expect("nine lines");
    let seal = sha256(&bag.files["custody/000000.txt"]).to_hex();
    let groups: Vec<&str> = (0..8).map(|group| &seal[group * 8..group * 8 + 8]).collect();
    for (what, value) in [
        ("file", sha256(&bag.files["data/notes.txt"]).to_hex()),
        ("leaf", leaf_hash(line.as_bytes()).0.to_hex()),
        ("root", tree.root().to_hex()),
        ("list", sha256(list.as_bytes()).to_hex()),
        ("tag manifest", sha256(&bag.files["tagmanifest-sha256.txt"]).to_hex()),
        ("seal", groups.join(" ")),
    ] {
        assert!(OVERVIEW.contains(&format!("`{value}`")), "{what}: {value}");
    }
}

#[test]
fn the_page_of_the_bag_shows_the_files_of_the_golden_bag() {
    let bag = golden();
    for path in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        assert_eq!(block(BAG, &format!("### {path}")), file(&bag, path), "{path}");
    }
}

#[test]
fn the_sample_verdict_is_that_of_the_golden_bag_with_a_changed_file() {
    let mut bag = golden();
    bag.files.insert("data/notes.txt".to_owned(), Arc::from(&b"The parcel was opened at 09:50.\n"[..]));
    let verdict = serde_json::to_string(&verdict_on(&bag)).expect("JSON");
    let sample: String = block(VERDICT, "## Sample").lines().map(str::trim_start).collect();
    let envelope = r#"{"format":"sealbag/verification/v1","location":"A1.bag","program":"sealbag 0.1.0","checked":"2026-11-23T09:00:00Z","verdict":"#;
    assert_eq!(sample, format!("{envelope}{verdict}}}"));
}

#[test]
fn the_page_of_the_verdict_lists_the_checks_in_their_order() {
    let table = VERDICT.split("| check | question |").nth(1).expect("the table of checks");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let expected: Vec<String> = Check::ALL.into_iter().map(word).collect();
    assert_eq!(rows.take(expected.len()).collect::<Vec<_>>(), expected);
}

#[test]
fn the_schema_names_what_the_program_writes() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let strings = |pointer: &str| -> Vec<String> {
        let list = schema.pointer(pointer).and_then(Value::as_array).unwrap_or_else(|| panic!("no {pointer}"));
        list.iter().filter_map(|item| Some(item.as_str()?.to_owned())).collect()
    };
    let outcomes = [Outcome::Confirmed, Outcome::ConfirmedWithRemarks, Outcome::Violated, Outcome::Undetermined];
    assert_eq!(strings("/$defs/verdict/properties/outcome/enum"), outcomes.map(word));
    let statuses = [Status::Passed, Status::Failed, Status::NotRun, Status::NotPresent];
    assert_eq!(strings("/$defs/check/properties/status/enum"), statuses.map(word));
    let severities = [Severity::Remark, Severity::Undetermined, Severity::Violation];
    assert_eq!(strings("/$defs/finding/properties/severity/enum"), severities.map(word));

    let checks = schema.pointer("/$defs/verdict/properties/checks/prefixItems").and_then(Value::as_array);
    let named = checks.expect("checks").iter().map(|item| item.pointer("/properties/check/const").expect("a name"));
    assert!(named.map(|name| name.as_str().expect("text").to_owned()).eq(Check::ALL.map(word)));

    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    for code in Code::ALL {
        assert!(code.name().split_once('.').is_some_and(|(a, b)| plain(a) && plain(b)), "{}", code.name());
    }
}

#[test]
fn the_members_of_a_verdict_are_those_of_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let verdict = serde_json::to_value(verdict_on(&golden())).expect("JSON");
    let known = schema.pointer("/$defs/verdict/properties").and_then(Value::as_object).expect("members");
    for member in verdict.as_object().expect("an object").keys() {
        assert!(known.contains_key(member), "{member}");
    }
    for required in schema.pointer("/$defs/verdict/required").and_then(Value::as_array).expect("a list") {
        assert!(verdict.get(required.as_str().expect("text")).is_some(), "{required}");
    }
    let known_at = |pointer: &str| {
        let members = schema.pointer(pointer).and_then(Value::as_object).unwrap_or_else(|| panic!("no {pointer}"));
        members.keys().cloned().collect::<BTreeSet<_>>()
    };
    let written_at = |pointer: &str| {
        let members = verdict.pointer(pointer).and_then(Value::as_object).unwrap_or_else(|| panic!("no {pointer}"));
        members.keys().cloned().collect::<BTreeSet<_>>()
    };
    // A log that was replayed to its end has every member.
    assert_eq!(written_at("/custody"), known_at("/$defs/verdict/properties/custody/properties"));
    assert_eq!(written_at("/signer"), known_at("/$defs/verdict/properties/signer/properties"));
    assert!(
        written_at("/custody/holder")
            .is_subset(&known_at("/$defs/verdict/properties/custody/properties/holder/properties"))
    );
    let finding = schema.pointer("/$defs/finding/properties").and_then(Value::as_object).expect("members");
    for found in verdict["findings"].as_array().expect("a list") {
        assert!(found.as_object().expect("an object").keys().all(|member| finding.contains_key(member)), "{found}");
    }
}

#[test]
fn the_sample_of_a_bag_that_follows_is_what_a_copy_of_the_golden_bag_says() {
    let log = gather(&golden(), Relation::Copy).expect("a log");
    let section = BAG.split_once("\n## A bag that follows from another\n").expect("the section").1;
    let Previous { relation: _, bag, seal, head, root } = log.reference();
    let sample =
        block(section, "`[previous]` of a copy of the sample bag, made while the sample's log had event 0 only:");
    let says = format!(
        "[previous]\nrelation = \"copy\"\nbag = \"{bag}\"\nseal = \"{seal}\"\nhead = \"{head}\"\nroot = \"{root}\"\n"
    );
    assert_eq!(sample, says);
    let line = block(section, "The copy carries one file of it, and has this line in its tag manifest:");
    let [file] = log.files() else { panic!("{} files", log.files().len()) };
    assert_eq!(line, format!("{}  {}\n", sha256(&file.bytes), file.path));
}
