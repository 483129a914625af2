//! The golden bags of format v1 have the verdicts that they were frozen with (`fixtures/golden`).

#[path = "golden/failing.rs"]
mod failing;
#[path = "golden/tar.rs"]
mod tar;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sealbag::bag::{BagStore, MemoryStore};
use sealbag::verdict::{Outcome, Verdict};
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::receipt::{ForkProof, Receipt};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::observer::Silent;
use serde::Deserialize;
use serde_json::Value;

use failing::Failing;

/// A line of `golden.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    bag: String,
    authority: Option<String>,
    roster: Option<String>,
    signer: Option<String>,
    seal_hash: Option<String>,
    receipt: Option<String>,
    verdict: Frozen,
}

/// What stays the same for ever: wording may become better.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Frozen {
    outcome: String,
    checks: BTreeMap<String, String>,
    findings: Vec<(String, String)>,
    custody: Option<Value>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/golden/v1")
}

fn file(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn key(name: &str) -> PublicKey {
    let line = String::from_utf8(file(name)).expect("text");
    PublicKey::from_line(line.trim_end()).expect("a key").0
}

fn bag(name: &str) -> MemoryStore {
    let files = tar::files(&file(name)).into_iter().map(|(path, bytes)| (path, Arc::from(bytes)));
    MemoryStore { files: files.collect() }
}

impl Case {
    fn anchors(&self) -> Anchors {
        Anchors {
            authorities: self.authority.iter().map(|name| key(name).into()).collect(),
            rosters: self.roster.iter().map(|name| file(name)).collect(),
            recognitions: Vec::new(),
            signers: self.signer.iter().map(|name| key(name)).collect(),
            seal_hash: self.seal_hash.as_ref().map(|hash| Sha256Digest::from_hex(hash).expect("a digest")),
            receipts: self.receipt.iter().map(|name| file(name)).collect(),
            ..Anchors::default()
        }
    }

    fn verified(&self, store: &dyn BagStore) -> Verdict {
        let anchors = self.anchors();
        verify(store, &Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &Silent })
    }

    fn judged(&self) -> Frozen {
        let verdict = serde_json::to_value(self.verified(&bag(&self.bag))).expect("JSON");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let list = |name: &str| verdict[name].as_array().cloned().unwrap_or_default();
        let mut findings: Vec<_> =
            list("findings").iter().map(|finding| (text(&finding["code"]), text(&finding["where"]))).collect();
        findings.sort();
        Frozen {
            outcome: text(&verdict["outcome"]),
            checks: list("checks").iter().map(|check| (text(&check["check"]), text(&check["status"]))).collect(),
            findings,
            custody: verdict.get("custody").cloned(),
        }
    }
}

#[test]
fn every_golden_bag_keeps_its_verdict() {
    let cases: Vec<Case> = serde_json::from_slice(&file("golden.json")).expect("cases");
    assert_eq!(cases.len(), 24);
    for case in cases {
        assert_eq!(case.judged(), case.verdict, "{}", case.name);
    }
}

/// One access fails, each in turn: the verdict is the same, or there is none. Nothing is called violated for it, and nothing
/// that is wrong is overlooked. Of the bag before, what cannot be read is a remark.
#[test]
fn what_cannot_be_read_is_undetermined_wherever_it_is_read() {
    let cases: Vec<Case> = serde_json::from_slice(&file("golden.json")).expect("cases");
    let (mut wrong, mut failed) = (Vec::new(), 0);
    for case in cases {
        let whole = Failing::new(bag(&case.bag), usize::MAX);
        let truth = case.verified(&whole);
        let text = |verdict: &Verdict| serde_json::to_string(verdict).expect("JSON");
        for at in 0..whole.accesses() {
            let found = case.verified(&Failing::new(bag(&case.bag), at));
            let is_fit = match found.outcome() {
                Outcome::Undetermined => true,
                Outcome::Violated => truth.outcome() == Outcome::Violated,
                Outcome::ConfirmedWithRemarks if text(&found).contains("previous.undetermined") => {
                    truth.outcome() == Outcome::ConfirmedWithRemarks
                }
                _ => text(&found) == text(&truth),
            };
            failed += usize::from(found.outcome() == Outcome::Undetermined);
            if !is_fit {
                wrong.push(format!("{}, access {at}: {:?}: {}", case.name, truth.outcome(), text(&found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(failed > 300, "{failed}");
}

#[test]
fn the_golden_receipt_and_the_golden_fork_hold() {
    let receipt = Receipt::read(&file("receipt.txt")).expect("a receipt");
    assert_eq!(receipt.index(), 8);
    assert_eq!(receipt.seal_bytes(), Some(&*bag("life.tar").files["custody/000000.txt"]));
    let proof = ForkProof::read(&file("proof.fork.txt")).expect("a proof");
    assert_eq!((proof.index(), proof.is_by_one_key()), (4, true));
    assert_eq!(proof.bag(), receipt.bag());
}

#[test]
fn every_file_of_the_golden_folder_is_used() {
    let cases: Vec<Case> = serde_json::from_slice(&file("golden.json")).expect("cases");
    let used = |name: &str| {
        let named = |field: &Option<String>| field.as_deref() == Some(name);
        cases.iter().any(|case| {
            case.bag == name || [&case.authority, &case.roster, &case.signer, &case.receipt].into_iter().any(named)
        })
    };
    for entry in fs::read_dir(folder()).expect("the folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("text");
        assert!(used(&name) || ["golden.json", "proof.fork.txt"].contains(&name.as_str()), "{name}");
    }
}
