//! The program gives every vector the verdict that the vectors say.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sealbag::verify::{Depth, Options, verify};
use sealbag_manifest::observer::Silent;
use sealbag_tests::program::{Office, Verification, run_within, workspace};
use sealbag_tests::vectors::{Tree, USUAL, all, files};
use serde_json::Value;

fn folder() -> PathBuf {
    workspace().join("tests/vectors")
}

#[test]
fn vectors_on_disk_are_those_of_the_sources() {
    let mut expected = BTreeSet::from(["README.md".to_owned()]);
    for (name, content) in files() {
        let found = std::fs::read(folder().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(found == content, "{name} differs: run `cargo xtask vectors`");
        expected.insert(name);
    }
    let found = std::fs::read_dir(folder()).expect("read the folder");
    let found: BTreeSet<String> =
        found.map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(found, expected);
}

#[test]
fn archive_gives_back_the_bag() {
    for vector in all() {
        let archive = vector.bag.to_tar("A1.bag");
        assert_eq!(Tree::from_tar(&archive, "A1.bag").expect("an archive"), vector.bag, "{}", vector.name);
    }
}

/// As a browser would: from memory, where there are no links and no FIFOs.
#[test]
fn verifier_in_memory_gives_every_vector_its_verdict() {
    let mut wrong = vec![];
    for vector in all() {
        let Some(store) = vector.bag.clone().into_store() else { continue };
        let anchors = vector.anchors.given();
        let verdict =
            verify(&store, &Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &Silent });
        let codes: BTreeSet<&str> = verdict.totals().keys().copied().filter(|code| !USUAL.contains(code)).collect();
        let outcome = serde_json::to_value(verdict.outcome()).expect("a word");
        let places = |code: &str| {
            let findings = verdict.findings().iter().filter(|finding| finding.code.name() == code);
            let mut places: Vec<_> = findings.map(|finding| finding.place.clone()).collect();
            places.sort();
            places
        };
        let is_placed = vector.at.iter().all(|(code, at)| places(code) == *at);
        if outcome != vector.outcome || codes != vector.codes || !is_placed {
            let findings: Vec<String> = verdict.findings().iter().map(|finding| format!("{finding:?}")).collect();
            wrong.push(format!(
                "{}: said {outcome} {codes:?}, expected {} {:?} at {:?}\n    {findings:?}",
                vector.name, vector.outcome, vector.codes, vector.at
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn program_gives_every_vector_its_verdict() {
    let office = Office::open();
    let index: Value =
        serde_json::from_slice(&std::fs::read(folder().join("vectors.json")).expect("read")).expect("JSON");
    let vectors = index["vectors"].as_array().expect("a list");
    assert!(vectors.len() >= 1000);
    let mut wrong = vec![];
    for vector in vectors {
        let name = vector["name"].as_str().expect("a name");
        if let Err(why) = check(&office, vector, &office.path(name)) {
            wrong.push(format!("{name}: {why}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} vectors:\n{}", wrong.len(), vectors.len(), wrong.join("\n"));
}

fn check(office: &Office, vector: &Value, bag: &Path) -> Result<(), String> {
    let text = |key: &str| vector[key].as_str().expect("text");
    let archive = std::fs::read(folder().join(text("bag"))).map_err(|error| error.to_string())?;
    Tree::from_tar(&archive, "A1.bag").and_then(|tree| tree.write_to(bag)).map_err(|error| error.to_string())?;

    let mut command = office.command(["verify", "--json"]);
    command.arg(bag);
    for (kind, given) in vector["anchor"].as_object().expect("an object") {
        for given in given.as_array().expect("a list").iter().map(|given| given.as_str().expect("text")) {
            command.arg(format!("--{}", kind.replace('_', "-")));
            command.arg(if kind == "seal_hash" { given.into() } else { folder().join(given) });
        }
    }
    let verification = Verification::of(run_within(&mut command, Duration::from_secs(10)));
    let codes: Vec<&str> = verification.codes().into_iter().filter(|code| !USUAL.contains(code)).collect();
    let expected: Vec<&str> = vector["codes"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    let exit = match text("outcome") {
        "violated" => 1,
        "undetermined" => 2,
        _ => 0,
    };
    let said = (verification.outcome(), codes, verification.run.code);
    let right = (text("outcome"), expected, Some(exit));
    let mut wrong = String::new();
    if said != right {
        wrong = format!("said {said:?}, expected {right:?}");
    }
    for (code, places) in vector["at"].as_object().into_iter().flatten() {
        let findings = verification.verdict["findings"].as_array().expect("a list");
        let mut found: Vec<&Value> =
            findings.iter().filter(|finding| finding["code"] == **code).map(|finding| &finding["where"]).collect();
        found.sort_by_key(|place| place.as_str());
        if !found.iter().copied().eq(places.as_array().expect("a list")) {
            wrong += &format!("{code} at {found:?}, expected {places}");
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("{wrong}\n    {}", verification.verdict["findings"])) }
}
