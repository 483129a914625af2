//! Logs against the receipts that were kept.

use std::fs;

use sealbag_tests::vectors::scenes;

use crate::scene::{Scene, codes, link};

#[test]
fn a_cut_off_tail_is_found_with_a_receipt_and_cannot_be_seen_without() {
    let (whole, cut, receipt) = scenes::cut_off();
    let scene = Scene::new().with("A1.bag", &cut).with("A2.bag", &scenes::small(2));
    scene.file("receipts/lab/A1.txt", &receipt);
    let without = scene.json(&[]);
    assert_eq!((without.code(), without.count("open_transfers")), (Some(0), 1));
    assert!(scene.audit(&[]).text().contains("Events that were withheld"));

    let with = scene.json(&["--since", "receipts"]);
    assert_eq!((with.code(), with.count("violated"), with.count("receipts_matched")), (Some(1), 1, 1));
    assert!(codes(&with.bags[0]).contains("anchor.receipt_ahead"));
    // The receipt is that of a known key, and its bag was audited: nothing more is to be said of it.
    assert_eq!(with.kinds(), Vec::<&str>::new());

    fs::remove_dir_all(scene.at("A1.bag")).expect("remove");
    scene.put("A1.bag", &whole);
    let whole = scene.json(&["--since", "receipts/lab/A1.txt"]);
    assert_eq!((whole.code(), whole.count("receipts_matched")), (Some(0), 1));
}

#[test]
fn receipts_without_their_bag_and_files_that_are_none_are_listed() {
    let (_, _, receipt) = scenes::cut_off();
    let scene = Scene::new().with("A2.bag", &scenes::small(2));
    scene.file("receipts/A1.txt", &receipt);
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!(
        (lines.kinds(), lines.code(), lines.count("receipts_without_bag")),
        (vec!["receipt_without_bag"], Some(0), 1)
    );
    assert_eq!(lines.across[0]["places"], serde_json::json!(["receipts/A1.txt"]));
    scene.file("receipts/B.txt", b"no receipt");
    scene.file("receipts/.DS_Store", b"litter");
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.code(), lines.count("receipts_unfit")), (Some(2), 1));
}

#[test]
fn receipts_of_a_stranger_make_no_bag_violated() {
    let (bag, receipts) = scenes::framed();
    for (number, index) in [2, 3, 0].into_iter().enumerate() {
        let scene = Scene::new().with("A1.bag", &bag);
        scene.file("receipts/A1.txt", &receipts[number]);
        let lines = scene.json(&["--since", "receipts"]);
        assert_eq!((lines.code(), lines.count("violated"), lines.count("forks")), (Some(0), 0, 0), "{index}");
        assert_eq!((&lines.across[0]["kind"], &lines.across[0]["index"]), (&"side_branch".into(), &index.into()));
        assert_eq!(lines.across[0]["code"], "custody.side_branch");
        assert!(!codes(&lines.bags[0]).contains("anchor.receipt"), "{index}");
    }
}

#[test]
fn of_a_bag_that_was_kept_every_event_is_compared_and_one_that_was_edited_is_no_fork() {
    let [whole, edited] = scenes::with_edited_event_before_the_head();
    let scene = Scene::new().with("A1.bag", &whole);
    edited.write_to(&scene.office.path("kept/A1.bag")).expect("write a bag");
    let lines = scene.json(&["--since", "kept"]);
    assert_eq!((lines.kinds(), lines.code(), lines.count("forks")), (vec!["side_branch"], Some(0), 0));
    assert_eq!((&lines.across[0]["index"], &lines.across[0]["first"]), (&1.into(), &1.into()));
}

#[test]
fn a_bag_of_which_nothing_but_the_seal_was_kept_is_a_receipt() {
    let [whole, _, _, seal] = scenes::at_four_places();
    let scene = Scene::new().with("A1.bag", &whole);
    seal.write_to(&scene.office.path("kept/A1.bag")).expect("write a bag");
    let lines = scene.json(&["--since", "kept"]);
    assert_eq!((lines.kinds(), lines.code(), lines.count("receipts_matched")), (vec![], Some(0), 1));
}

#[test]
fn two_seals_of_one_bag_by_a_known_key_are_a_fork() {
    let (bag, receipt) = scenes::sealed_twice();
    let scene = Scene::new().with("A1.bag", &bag);
    scene.file("receipts/A1.txt", &receipt);
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.kinds(), lines.code()), (vec!["fork", "receipt_without_bag"], Some(1)));
    assert_eq!((&lines.across[0]["index"], &lines.across[0]["one_key"]), (&0.into(), &true.into()));
}

#[test]
fn nothing_is_said_of_a_receipt_of_a_stranger_that_fits_the_log() {
    let (bag, receipt) = scenes::objected();
    let scene = Scene::new().with("A1.bag", &bag);
    scene.file("receipts/A1.txt", &receipt);
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.kinds(), lines.code(), lines.count("receipts_matched")), (vec![], Some(0), 1));
}

#[test]
fn whom_an_event_against_the_rules_names_is_still_a_stranger() {
    let (bag, receipt) = scenes::named_against_the_rules();
    let scene = Scene::new().with("A1.bag", &bag);
    scene.file("receipts/A1.txt", &receipt);
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!(lines.kinds(), ["side_branch"]);
    assert!(!codes(&lines.bags[0]).contains("anchor.receipt_ahead"));
}

#[test]
fn a_bag_that_a_thief_sealed_again_under_its_number_is_shown_by_the_receipt() {
    let (good, forged, receipt) = scenes::sealed_again();
    let scene = Scene::new().with("A1.bag", &forged);
    scene.file("receipts/A1.txt", &receipt);
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!(lines.code(), Some(2));
    assert_eq!(lines.kinds(), ["side_branch", "receipt_without_bag"]);
    assert_eq!(lines.across[0]["index"], 0);
    assert!(lines.across[0]["proof"].is_string());
    scene.put("A0.bag", &good);
    let lines = scene.json(&[]);
    assert_eq!((lines.kinds(), lines.count("log_sound"), lines.count("undetermined")), (vec!["side_branch"], 1, 1));
}

#[test]
fn a_receipt_behind_a_link_is_read() {
    let (_, cut, receipt) = scenes::cut_off();
    let scene = Scene::new().with("A1.bag", &cut);
    scene.file("kept.txt", &receipt);
    link("../kept.txt", scene.office.path("receipts/A1.txt"));
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.code(), lines.count("receipts"), lines.count("receipts_matched")), (Some(1), 1, 1));
    assert!(codes(&lines.bags[0]).contains("anchor.receipt_ahead"));
}

#[test]
fn a_place_of_receipts_without_one_or_with_one_that_was_not_read_leaves_the_answer_open() {
    let (whole, _, receipt) = scenes::cut_off();
    let scene = Scene::new().with("A1.bag", &whole);
    fs::create_dir(scene.office.path("receipts")).expect("folder");
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.kinds(), lines.code(), lines.count("receipts")), (vec!["no_receipt"], Some(2), 0));
    let text = scene.audit(&["--since", "receipts"]).expect_code(2).text();
    for row in ["0  receipts read", "0  of these of bags that were audited", "0  of these without their bag"] {
        assert!(text.contains(row), "{row}: {text}");
    }
    scene.file("receipts/A1.txt", &receipt);
    assert_eq!(scene.json(&["--since", "receipts"]).code(), Some(0));
    link("nowhere", scene.office.path("receipts/lost.txt"));
    link(".", scene.office.path("receipts/loop"));
    let lines = scene.json(&["--since", "receipts"]);
    assert_eq!((lines.kinds(), lines.code()), (vec!["receipt_unfit", "receipt_unfit"], Some(2)));
    assert_eq!((lines.count("receipts"), lines.count("receipts_unfit")), (1, 2));
    let text = scene.audit(&["--since", "receipts"]).expect_code(2).text();
    assert!(text.contains("1  receipts read") && text.contains("2  given as receipts, and not read"), "{text}");
}
