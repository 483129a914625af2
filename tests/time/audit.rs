//! Audits judge tokens too, and their results are gone on with under the same certificates alone.

use serde_json::Value;

use crate::scene::{ROSTER, Scene, TSA};

fn lines(stdout: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(stdout).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn an_audit_judges_tokens_and_goes_on_under_the_same_certificates_alone() {
    let scene = Scene::open();
    scene.seal_at("2026-03-10 08:00:00");
    scene.lay("2026-03-02 08:10:00", 0, 1);
    let audit = ["audit", "A1.bag", "--json", "--resume", "results.ndjson"];
    let with = [&audit[..], &ROSTER, &TSA].concat();
    let first = lines(&scene.run(&with).expect_code(1).stdout);
    assert_eq!(first[0]["outcome"], "violated");
    assert_eq!(first[0]["totals"], serde_json::json!({ "time.post_dated": 1 }));
    // Gone on with: the line of before.
    let again = lines(&scene.run(&with).expect_code(1).stdout);
    assert_eq!((&again[0]["totals"], &again[1]["judged_before"]), (&first[0]["totals"], &1.into()));
    let refused = scene.run(&[&audit[..], &ROSTER].concat()).expect_code(64);
    assert!(refused.stderr.contains("--tsa-ca"), "{}", refused.stderr);
    // A token that is laid beside it since changes the listing, and the bag is judged again.
    scene.lay("2026-03-11 08:10:00", 0, 2);
    let third = lines(&scene.run(&with).expect_code(1).stdout);
    assert!(third[1].get("judged_before").is_none_or(|count| count == 0), "{}", third[1]);
    let fixity = ["audit", "A1.bag", "--json", "--fixity"];
    let whole = lines(&scene.run(&[&fixity[..], &ROSTER, &TSA].concat()).expect_code(1).stdout);
    assert_eq!(whole[0]["outcome"], "violated");
}

#[test]
fn a_kept_token_is_of_one_bag() {
    let scene = Scene::sealed();
    scene.stamp_by("tsa", "2026-03-02 08:10:00", 0, &scene.office.path("kept.tsr"));
    std::fs::create_dir(scene.office.path("store")).expect("a directory");
    std::fs::rename(scene.office.path("A1.bag"), scene.office.path("store/A1.bag")).expect("move it");
    let kept = ["--kept-token", "kept.tsr"];
    let many = scene.run(&[&["audit", "store"][..], &ROSTER, &TSA, &kept].concat()).expect_code(64);
    assert!(many.stderr.contains("--kept-token"), "{}", many.stderr);
    scene.run(&[&["audit", "store/A1.bag"][..], &ROSTER, &TSA, &kept].concat()).expect_code(0);
}
