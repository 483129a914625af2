//! The file of results: what was judged before is not judged again, and is not believed blindly.

use std::fs;

use sealbag_tests::vectors::scenes;
use serde_json::Value;

use crate::scene::{Scene, judged};

#[test]
fn what_was_judged_before_is_said_with_its_time() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1)).with("A2.bag", &scenes::small(2));
    let options = ["--fixity", "--resume", "results"];
    let first = scene.json(&options);
    assert_eq!((first.count("judged_before"), &first.totals["judged_before_oldest"]), (0, &Value::Null));
    let again = scene.json(&options);
    let oldest = first.bags.iter().map(|bag| bag["checked"].as_str().expect("a time")).min().expect("a bag");
    assert_eq!((again.count("judged_before"), &again.totals["judged_before_oldest"]), (2, &oldest.into()));
    let text = scene.audit(&options).expect_code(0).text();
    assert!(text.contains(&format!("Judged before, not looked at now: 2, the oldest at {oldest}")), "{text}");
}

#[test]
fn a_line_under_another_seal_or_without_a_time_is_judged_anew() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    let results = scene.office.path("results");
    for member in ["seal", "checked"] {
        _ = fs::remove_file(&results);
        let first = scene.json(&["--resume", "results"]);
        let value = first.bags[0][member].as_str().expect("a text");
        let text = fs::read_to_string(&results).expect("results");
        let forged = format!("\"{member}\":\"{}\"", "0".repeat(value.len()));
        let text = text.replace(&format!("\"{member}\":\"{value}\""), &forged);
        assert!(text.contains(&forged), "{text}");
        fs::write(&results, text).expect("forge");
        let again = scene.json(&["--resume", "results"]);
        assert_eq!((again.count("judged_before"), judged(&results).0), (0, 2), "{member}");
    }
}

#[test]
fn a_torn_last_line_is_cut_and_a_changed_log_is_judged_again() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1)).with("A2.bag", &scenes::small(2));
    let results = scene.office.path("results");
    let first = scene.json(&["--resume", "results"]);
    assert_eq!(judged(&results).0, 2);
    let whole = fs::read(&results).expect("results");
    fs::write(&results, &whole[..whole.len() - 40]).expect("tear");
    let again = scene.json(&["--resume", "results"]);
    assert_eq!((judged(&results).0, again.totals_made_now()), (2, first.totals_made_now()));
    assert!(again.run.stderr.contains("1 of 2 bags were judged before"), "{}", again.run.stderr);

    fs::write(scene.at("A2.bag/custody/stray.txt"), "x").expect("add a file");
    let changed = scene.json(&["--resume", "results"]);
    assert_eq!((changed.code(), changed.count("violated"), judged(&results).0), (Some(1), 1, 3));
    let unchanged = scene.json(&["--resume", "results"]);
    assert_eq!((judged(&results).0, unchanged.totals_made_now()), (3, changed.totals_made_now()));
    fs::remove_dir_all(scene.at("A2.bag")).expect("remove");
    assert_eq!(scene.json(&["--resume", "results"]).count("bags"), 1);
}

#[test]
fn results_of_another_audit_are_refused_and_not_changed() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    scene.audit(&["--resume", "results"]).expect_code(0);
    let before = fs::read(scene.office.path("results")).expect("results");
    for options in [&["--fixity"][..], &["--signer", "officer.key.pub"], &["--since", "officer.pub"], &["."]] {
        let options: Vec<&str> = options.iter().copied().chain(["--resume", "results"]).collect();
        scene.audit(&options).expect_code(64);
    }
    assert_eq!(fs::read(scene.office.path("results")).expect("results"), before);
    scene.file("notes", b"not results");
    scene.audit(&["--resume", "notes"]).expect_code(64);
    assert_eq!(fs::read(scene.office.path("notes")).expect("notes"), b"not results");
    fs::create_dir(scene.office.path("folder")).expect("folder");
    assert!(scene.audit(&["--resume", "folder"]).expect_code(64).stderr.contains("this is no file of results"));
    // Another version of the program may judge otherwise.
    let text = String::from_utf8(before).expect("text");
    let (header, lines) = text.split_once('\n').expect("a line");
    let mut header: Value = serde_json::from_str(header).expect("a header");
    header["program"] = "sealbag 0.0.1".into();
    scene.file("results", format!("{header}\n{lines}").as_bytes());
    assert!(scene.audit(&["--resume", "results"]).expect_code(64).stderr.contains("they are by sealbag 0.0.1"));
}
