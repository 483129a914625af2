//! Each bag alone: what is judged, what is not read, and what cannot be looked at.

use std::fs;

use sealbag_tests::program::run_within;
use sealbag_tests::vectors::scenes;

use crate::scene::{LIMIT, Lines, Scene, codes};

#[test]
fn bags_below_directories_are_judged_in_the_order_of_their_paths() {
    let scene = Scene::new();
    for (number, place) in ["b/2.bag", "a.bag", "b/1.bag", "b.x/3.bag", "c/d/e/4.bag"].iter().enumerate() {
        scene.put(place, &scenes::small(number));
    }
    scene.put("a.bag/data/inner.bag", &scenes::small(9));
    std::os::unix::fs::symlink(scene.at("c"), scene.at("z")).expect("link");
    let lines = scene.json(&[]);
    let expected = ["store/a.bag", "store/b/1.bag", "store/b/2.bag", "store/b.x/3.bag", "store/c/d/e/4.bag"];
    assert_eq!(lines.paths(), expected);
    assert_eq!((lines.code(), lines.count("bags"), lines.count("log_sound")), (Some(0), 5, 5));
    assert_eq!((lines.kinds(), lines.count("links")), (vec!["link"], 1));
    assert_eq!(lines.across[0]["places"], serde_json::json!(["store/z"]));
}

#[test]
fn files_are_read_only_with_fixity_and_what_was_not_read_is_no_pass() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    fs::write(scene.at("A1.bag/data/notes.txt"), "another").expect("change a file");
    let lines = scene.json(&[]);
    assert_eq!((lines.code(), lines.count("log_sound"), lines.count("confirmed_with_remarks")), (Some(0), 1, 0));
    let checks = lines.bags[0]["checks"].as_array().expect("checks");
    let files = checks.iter().find(|check| check["check"] == "files").expect("the check");
    assert_eq!(files["status"], "not_run");
    assert!(files["why"].as_str().is_some_and(|why| why.contains("--fixity")));
    let text = scene.audit(&[]).expect_code(0).text();
    assert!(text.contains("log sound, files not read") && !text.contains("confirmed"), "{text}");

    let lines = scene.json(&["--fixity"]);
    assert_eq!((lines.code(), lines.count("violated")), (Some(1), 1));
    assert!(codes(&lines.bags[0]).contains("file.changed"));
}

#[test]
fn whole_bags_are_confirmed_with_fixity() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1)).with("A2.bag", &scenes::small(2));
    let lines = scene.json(&["--fixity"]);
    assert_eq!((lines.code(), lines.count("confirmed_with_remarks"), lines.count("with_remarks")), (Some(0), 2, 0));
}

#[test]
fn a_place_that_cannot_be_looked_at_is_a_result_of_its_own() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    scene.file("a file", b"no bag");
    fs::create_dir(scene.office.path("empty")).expect("folder");
    let lines = scene.json(&["missing", "a file", "empty"]);
    assert_eq!((lines.code(), lines.count("bags"), lines.count("not_opened")), (Some(2), 4, 3));
    assert!(lines.bags[1..].iter().all(|bag| bag["outcome"] == "not_opened" && bag["why"].is_string()));
}

#[test]
fn a_bag_without_its_log_is_violated_and_one_in_the_making_is_no_bag() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1)).with("A2.bag.partial", &scenes::small(2));
    for name in ["A1.bag", "A2.bag.partial"] {
        fs::remove_dir_all(scene.at(name).join("custody")).expect("remove the log");
    }
    let lines = scene.json(&[]);
    assert_eq!(
        (lines.code(), lines.count("bags"), lines.count("violated"), lines.count("partial")),
        (Some(1), 1, 1, 1)
    );
    assert!(codes(&lines.bags[0]).contains("signature.missing"));
}

#[test]
fn without_an_anchor_no_log_is_sound() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    let lines = Lines::of(run_within(&mut scene.office.command(["audit", "store", "--json"]), LIMIT));
    assert_eq!((lines.code(), lines.count("undetermined"), lines.count("log_sound")), (Some(2), 1, 0));
}

#[test]
fn an_open_transfer_is_listed_with_its_age_if_the_time_is_given() {
    let scene = Scene::new().with("A1.bag", &scenes::released());
    let text = scene.audit(&["--now", "2026-12-03T12:00:00Z"]).expect_code(0).text();
    assert!(text.contains("1  open transfers"), "{text}");
    assert!(text.contains("released to Laboratory Expert on 2026-11-23T09:12:44Z, 10 days ago"), "{text}");
    assert!(!scene.audit(&[]).text().contains(" ago"));
}

#[test]
fn anchors_of_one_bag_are_refused_for_many() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    let hash = "0".repeat(64);
    let run = scene.audit(&["--seal-hash", &hash]).expect_code(64);
    assert!(run.stderr.contains("--since"), "{}", run.stderr);
    run_within(&mut scene.office.command(["audit", "store/A1.bag", "--seal-hash", &hash]), LIMIT).expect_code(1);
}

#[test]
fn a_bag_is_not_audited_twice_and_nothing_is_written_into_one() {
    let scene = Scene::new().with("A1.bag", &scenes::small(1));
    assert!(scene.audit(&["store/A1.bag"]).expect_code(64).stderr.contains("lies in"));
    scene.audit(&["--resume", "store/A1.bag/results"]).expect_code(64);
    scene.audit(&["--resume", "store/A1.bag/data/results"]).expect_code(64);
    scene.audit(&["--forks", "store/A1.bag/seal"]).expect_code(64);
    assert_eq!(scene.json(&["--fixity"]).code(), Some(0));
}
