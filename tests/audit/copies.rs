//! One bag at several places, and a copy beside its source: forks with a proof, side branches, older copies.

use std::collections::BTreeSet;
use std::fs;

use sealbag_custody::public_key::PublicKey;
use sealbag_tests::vectors::officer_pub;
use sealbag_tests::vectors::scenes::{self, Mention};

use crate::scene::Scene;

#[test]
fn two_copies_accepted_by_two_people_are_a_fork_with_a_proof() {
    let [one, other] = scenes::accepted_by_two();
    let scene = Scene::new().with("a/A1.bag", &one).with("b/A1.bag", &other);
    let lines = scene.json(&["--forks", "proofs"]);
    assert_eq!((lines.code(), lines.count("forks"), lines.count("log_sound")), (Some(1), 1, 2));
    let fork = &lines.across[0];
    assert_eq!((&fork["code"], &fork["index"], &fork["one_key"]), (&"custody.fork".into(), &2.into(), &true.into()));
    assert_eq!(fork["places"], serde_json::json!(["store/a/A1.bag", "store/b/A1.bag"]));
    let proof = scene.office.path(fork["proof"].as_str().expect("a proof"));
    assert_eq!(proof.file_name().expect("a name"), "000102030405060708090a0b0c0d0e0f.000002.fork.txt");
    let pages: BTreeSet<Vec<u8>> =
        ["a", "b"].map(|place| fs::read(scene.at(place).join("A1.bag/custody/000002.txt")).expect("an event")).into();
    let both = fs::read(&proof).expect("the proof");
    assert_eq!(both.len(), pages.iter().map(Vec::len).sum::<usize>());
    let text = scene.audit(&["--forks", "proofs"]).expect_code(1).text();
    assert!(text.contains("FORKS") && text.contains(".000002.fork.txt"), "{text}");
    assert_eq!(fs::read_dir(scene.office.path("proofs")).expect("folder").count(), 1);
    #[cfg(feature = "tools")]
    crate::second_verifier::confirm(&proof);
}

#[test]
fn a_proof_never_overwrites_a_file() {
    let [one, other] = scenes::accepted_by_two();
    let scene = Scene::new().with("a/A1.bag", &one).with("b/A1.bag", &other);
    let name = "000102030405060708090a0b0c0d0e0f.000002.fork.txt";
    scene.file(name, b"something else");
    let lines = scene.json(&[]);
    assert_eq!(lines.across[0]["proof"], "./000102030405060708090a0b0c0d0e0f.000002.2.fork.txt");
    assert_eq!(fs::read(scene.office.path(name)).expect("the file"), b"something else");
}

#[test]
fn an_objection_of_a_stranger_in_a_copy_is_a_side_branch_and_no_violation() {
    let [one, other] = scenes::with_side_branch();
    let (officer, _) = PublicKey::from_line(officer_pub().trim_end()).expect("a key");
    for (places, by_officer) in [(["a/A1.bag", "b/A1.bag"], 0), (["b/A1.bag", "a/A1.bag"], 1)] {
        let scene = Scene::new().with(places[0], &one).with(places[1], &other);
        let lines = scene.json(&[]);
        assert_eq!((lines.kinds(), lines.code()), (vec!["side_branch"], Some(0)));
        assert_eq!(lines.across[0]["code"], "custody.side_branch");
        assert_eq!(lines.across[0]["one_key"], false);
        assert_eq!(lines.totals["findings"]["custody.side_branch"], 1);
        // The signers stand in the order of the places.
        assert_eq!(lines.across[0]["signers"][by_officer], officer.fingerprint());
        assert_ne!(lines.across[0]["signers"][1 - by_officer], officer.fingerprint());
    }
}

#[test]
fn an_edited_event_gives_no_proof_of_a_fork() {
    let [one, other] = scenes::with_edited_event();
    let scene = Scene::new().with("a/A1.bag", &one).with("b/A1.bag", &other);
    let lines = scene.json(&[]);
    assert_eq!((lines.code(), lines.count("violated"), lines.count("forks")), (Some(1), 1, 0));
    assert_eq!(lines.kinds(), ["side_branch"]);
    assert!(lines.across[0]["proof"].is_null() && lines.across[0]["why"].is_string());
}

#[test]
fn an_edited_event_before_the_head_is_seen_though_the_heads_are_the_same() {
    let [one, other] = scenes::with_edited_event_before_the_head();
    for (first, second) in [(&one, &other), (&other, &one)] {
        let lines = Scene::new().with("a/A1.bag", first).with("b/A1.bag", second).json(&[]);
        assert_eq!((lines.kinds(), lines.code()), (vec!["side_branch"], Some(1)));
        assert_eq!((&lines.across[0]["index"], &lines.across[0]["first"]), (&1.into(), &1.into()));
    }
}

#[test]
fn copies_of_one_bag_are_told_apart_by_how_far_their_logs_go() {
    let scene = Scene::new();
    for (place, bag) in ["1", "2", "3", "4"].iter().zip(scenes::at_four_places()) {
        scene.put(place, &bag);
    }
    let lines = scene.json(&[]);
    assert_eq!((lines.kinds(), lines.code()), (vec!["older_copy", "second_copy", "older_copy"], Some(0)));
    assert_eq!(lines.across[0]["places"], serde_json::json!(["store/1", "store/2"]));
    assert_ne!(lines.across[0]["heads"][0], lines.across[0]["heads"][1]);
    assert_eq!(lines.across[2]["places"], serde_json::json!(["store/1", "store/4"]));
    assert_eq!((lines.count("second_copies"), lines.count("older_copies")), (1, 2));
}

#[test]
fn a_copy_is_compared_with_its_source() {
    for (mention, kinds, code) in [
        (Mention::Named, vec![], 0),
        (Mention::Silent, vec!["not_recorded"], 0),
        (Mention::Rewritten, vec!["disagrees", "not_recorded"], 1),
        (Mention::Cut, vec!["disagrees", "not_recorded"], 1),
    ] {
        let is_rewritten = matches!(mention, Mention::Rewritten);
        let [source, copy] = scenes::copied(mention);
        let scene = Scene::new().with("source.bag", &source).with("copy.bag", &copy);
        let lines = scene.json(&[]);
        assert_eq!((lines.kinds(), lines.code(), lines.count("copies")), (kinds.clone(), Some(code), 1));
        if code == 1 {
            assert_eq!(
                (&lines.across[0]["code"], &lines.across[0]["index"]),
                (&"previous.disagrees".into(), &1.into())
            );
            assert_eq!(lines.across[0]["proof"].is_string(), is_rewritten);
        }
        fs::remove_dir_all(scene.at("source.bag")).expect("remove");
        assert_eq!(scene.json(&[]).kinds(), Vec::<&str>::new());
    }
}

#[test]
fn a_copy_that_names_an_event_of_no_log_disagrees_and_no_event_is_blamed() {
    let [source, copy] = scenes::copied(Mention::Unknown);
    let lines = Scene::new().with("source.bag", &source).with("copy.bag", &copy).json(&[]);
    assert_eq!((lines.kinds(), lines.code()), (vec!["disagrees", "not_recorded"], Some(1)));
    assert!(lines.across[0]["index"].is_null());
    assert_eq!(lines.across[0]["why"], "the event that the copy names is not in the log of the source");
}
