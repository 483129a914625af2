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
    let lines = scene.json(&["empty", "missing", "a file"]);
    assert_eq!((lines.code(), lines.count("bags"), lines.count("not_opened")), (Some(2), 4, 3));
    assert!(lines.bags[1..].iter().all(|bag| bag["outcome"] == "not_opened" && bag["why"].is_string()));
    let why = |at: usize| lines.bags[at]["why"].as_str().expect("words");
    assert!(why(3).starts_with("it is no packed bag: "), "{}", why(3));
}

#[test]
fn directories_with_names_of_a_bags_own_are_no_bags() {
    let places = ["custody/1.bag", "seal/2.bag", "3.bag.zip/3.bag", "custody/seal/4.bag"];
    let scene = Scene::new();
    for (number, place) in places.iter().enumerate() {
        scene.put(place, &scenes::small(number));
    }
    let lines = scene.json(&[]);
    assert_eq!((lines.code(), lines.count("log_sound")), (Some(0), 4));
    let mut expected = places.map(|place| format!("store/{place}"));
    expected.sort_unstable();
    assert_eq!(lines.paths(), expected);
}

#[test]
fn small_tag_files_are_read_without_fixity_and_large_ones_are_said_not_to_be() {
    let scene = Scene::new().with("1.bag", &scenes::small(1)).with("2.bag", &scenes::with_large_tag(2));
    let status = |lines: &Lines, bag: usize, name: &str| {
        let checks = lines.bags[bag]["checks"].as_array().expect("checks");
        let check = checks.iter().find(|check| check["check"] == name).expect("the check");
        (check["status"].as_str().expect("a status").to_owned(), check["why"].as_str().map(str::to_owned))
    };
    let not_read = ("not_run".to_owned(), Some("large tag files are read only with --fixity".to_owned()));
    let lines = scene.json(&[]);
    assert_eq!((lines.code(), lines.count("log_sound")), (Some(0), 2));
    for name in ["tagmanifest", "tag_files", "entries", "tree", "manifest"] {
        assert_eq!(status(&lines, 0, name), ("passed".to_owned(), None), "{name}");
        assert_eq!(status(&lines, 1, name), not_read, "{name}");
    }
    for (place, name) in [("1.bag", "bag-info.txt"), ("2.bag", "photo/label.jpg")] {
        fs::write(scene.at(place).join(name), "another").expect("change a tag file");
    }
    // What was changed is small now, so both are read.
    assert_eq!(scene.json(&[]).count("violated"), 2);
    fs::write(scene.at("2.bag/photo/label.jpg"), vec![b'y'; (1 << 20) + 1]).expect("change a tag file");
    let lines = scene.json(&[]);
    assert_eq!((lines.count("violated"), lines.count("log_sound")), (1, 1));
    assert_eq!(scene.json(&["--fixity"]).count("violated"), 2);
}

#[test]
fn a_log_is_sound_with_a_token_that_was_not_checked_and_not_under_a_seal_by_nobody_known() {
    let mut with_token = scenes::small(1);
    with_token.put("custody/000000.1.tsr", "token");
    let (_, forged, _) = scenes::sealed_again();
    let scene = Scene::new().with("1.bag", &with_token).with("2.bag", &forged);
    let lines = scene.json(&[]);
    assert_eq!((lines.code(), lines.count("log_sound"), lines.count("undetermined")), (Some(2), 1, 1));
    assert!(codes(&lines.bags[0]).contains("time.token_not_checked"));
    assert!(codes(&lines.bags[1]).contains("anchor.signer_unknown"));
    assert_eq!(lines.count("with_remarks"), 1);
    for code in ["time.token_not_checked", "anchor.signer_unknown"] {
        assert_eq!(lines.totals["findings"][code], 1, "{code}");
    }
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
    // What is not there yet might lead anywhere.
    scene.audit(&["--forks", "new/../store/A1.bag/seal"]).expect_code(64);
    assert_eq!(scene.json(&["--fixity"]).code(), Some(0));
}
