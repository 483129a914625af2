//! What stands beside a finding is said on the page as in the report.

use std::fs;
use std::time::Duration;

use sealbag::finding::Code;
use sealbag_report::{Catalogue, Language};
use sealbag_tests::program::Office;
use sealbag_tests::vectors::all;
use serde_json::{Value, json};

use super::drive::{Answer, drive};
use super::subjects::{Subject, golden, office};

/// The weights in the order in which the page has them.
const WEIGHTS: [&str; 3] = ["violation", "undetermined", "remark"];

/// The lines below each finding, as the report says them.
fn beside(verdict: &Value, words: &Catalogue) -> Vec<Vec<String>> {
    let findings = verdict["findings"].as_array().expect("findings");
    let lines = |finding: &Value| {
        let member = |name: &str| finding[name].as_str().filter(|text| !text.is_empty());
        let code = member("code").and_then(Code::from_name).expect("a code");
        let value = |name: &str| {
            let said = words.value(code, member(name)?);
            Some(format!("{}: {said}", words.text(&format!("label-{name}"))))
        };
        // What a folder does not show, the page lists apart.
        let found = value("found").filter(|_| code != Code::NotSeen);
        let place = member("where").map(|place| words.place(place));
        place.into_iter().chain(value("expected")).chain(found).collect()
    };
    let of_weight = |weight: &'static str| findings.iter().filter(move |finding| finding["severity"] == weight);
    WEIGHTS.into_iter().flat_map(of_weight).map(lines).collect()
}

/// How many values a catalogue says in other words than the verdict.
fn changed(verdict: &Value, words: &Catalogue) -> usize {
    let findings = verdict["findings"].as_array().expect("findings");
    let is_changed = |finding: &Value, name: &str| {
        let code = finding["code"].as_str().and_then(Code::from_name).expect("a code");
        finding[name].as_str().is_some_and(|text| words.value(code, text) != text)
    };
    let names = ["expected", "found"];
    findings.iter().map(|finding| names.iter().filter(|name| is_changed(finding, name)).count()).sum()
}

#[test]
fn page_and_report_say_the_same_beside_the_findings_of_golden_bags_and_vectors() {
    let office = office();
    let bags = office.path("bags");
    fs::create_dir(&bags).expect("make a folder");
    let vectors = all().skip(1).step_by(3).map(Subject::of_vector);
    let subjects = golden().into_iter().chain(vectors).filter(|subject| subject.as_folder(&bags).is_some());
    let cases: Vec<Value> = subjects.map(|subject| subject.case()).collect();
    assert!(cases.len() > 300, "{} bags", cases.len());
    let catalogues = Language::ALL.map(Catalogue::new);
    let languages = Language::ALL.map(Language::tag);
    let batch = json!({ "folders": bags, "cases": cases, "languages": languages });
    let answers = drive(&office, &json!({ "cases": [], "batch": batch }), Duration::from_secs(900));
    assert_eq!(answers.results.len(), cases.len());
    let mut said_anew = [0; 3];
    for Answer { name, json, beside: shown, error, .. } in &answers.results {
        let json = json.as_deref().unwrap_or_else(|| panic!("{name}: {error:?}"));
        let verdict: Value = serde_json::from_str(json).expect("a verdict");
        for (words, said_anew) in catalogues.iter().zip(&mut said_anew) {
            let tag = words.language().tag();
            assert_eq!(shown[tag], beside(&verdict, words), "{name} in {tag}");
            *said_anew += changed(&verdict, words);
        }
    }
    let [english, russian, kazakh] = said_anew;
    assert!(english == 0 && russian > 200 && kazakh > 200, "{said_anew:?}");
}

#[test]
fn what_stands_beside_a_finding_is_said_as_in_the_report() {
    let office = Office::open();
    fs::create_dir(office.path("source")).expect("make a folder");
    for name in ["a.txt", "b.txt", "line 3"] {
        fs::write(office.path("source").join(name), name).expect("write");
    }
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    office
        .sealbag(["custody", "incident", "A1.bag", "--key", "officer.key", "--purpose", "x", "--kind", "loss"])
        .expect_code(0);
    fs::write(bag.join("data/a.txt"), "longer than before").expect("write");
    let list = fs::read_to_string(bag.join("manifest-sha256.txt")).expect("a list");
    fs::write(bag.join("manifest-sha256.txt"), list.repeat(2)).expect("write");
    fs::write(bag.join("custody/000002.txt"), "x").expect("write");
    let verdict = office.verify(&bag, &[]).verdict;
    let findings = verdict["findings"].as_array().expect("findings");
    let cases = Language::ALL.map(|language| {
        json!({ "name": language.tag(), "folder": bag, "anchors": [], "text": true, "lang": language.tag() })
    });
    let answers = drive(&office, &json!({ "cases": cases }), Duration::from_secs(120));
    for (language, answer) in Language::ALL.into_iter().zip(&answers.results) {
        let (words, text) =
            (Catalogue::new(language), answer.text.as_deref().unwrap_or_else(|| panic!("{:?}", answer.error)));
        let mut changed = 0;
        for finding in findings {
            let member = |name: &str| finding[name].as_str().unwrap_or_default();
            let code = Code::from_name(member("code")).expect("a code");
            let values = ["expected", "found"].map(|name| (member(name), words.value(code, member(name))));
            for (english, said) in values.into_iter().chain([(member("where"), words.place(member("where")))]) {
                assert!(text.contains(&said), "{language}: {said} is not shown: {text}");
                changed += usize::from(english != said);
            }
        }
        assert_eq!(changed > 4, language != Language::English, "{language}: {changed} of {findings:?}");
    }
}
