//! Links: nothing is written through one, and what may lie behind one is not passed over in silence.

use std::fs;

use sealbag_tests::program::run_within;
use sealbag_tests::vectors::scenes;

use crate::scene::{LIMIT, Scene, link};

#[test]
fn results_and_proofs_are_written_through_no_link() {
    let [one, other] = scenes::accepted_by_two();
    let scene = Scene::new().with("a/A1.bag", &one).with("b/A1.bag", &other);
    link(scene.at("a/A1.bag/results"), scene.office.path("dangling"));
    assert!(scene.audit(&["--resume", "dangling"]).expect_code(64).stderr.contains("is a link"));
    scene.file("kept", b"");
    link("kept", scene.office.path("leading"));
    scene.audit(&["--resume", "leading"]).expect_code(64);
    assert_eq!(fs::read(scene.office.path("kept")).expect("the file"), b"");
    link(scene.at("a/A1.bag/seal"), scene.office.path("folder"));
    for option in ["--resume", "--forks"] {
        assert!(scene.audit(&[option, "folder/new"]).expect_code(64).stderr.contains("lies in a bag"));
        assert!(!scene.at("a/A1.bag/seal/new").exists());
    }

    link(scene.office.path("nowhere"), scene.office.path("lost"));
    scene.audit(&["--forks", "lost"]).expect_code(64);
    let name = "000102030405060708090a0b0c0d0e0f.000002.fork.txt";
    link(scene.at("a/A1.bag/proof"), scene.office.path("proofs").join(name));
    let lines = scene.json(&["--forks", "proofs"]);
    assert!(lines.across[0]["proof"].as_str().is_some_and(|proof| proof.ends_with(".2.fork.txt")));
    assert!(!scene.at("a/A1.bag/proof").exists() && !scene.at("a/A1.bag/results").exists());
}

#[test]
fn a_link_that_may_be_a_bag_leaves_the_answer_open() {
    let hidden = scenes::small(2);
    for (target, name, kind) in [("../B.bag", "plain", "a bag"), ("nowhere", "x.bag", "a name")] {
        let scene = Scene::new().with("A1.bag", &scenes::small(1));
        hidden.write_to(&scene.office.path("B.bag")).expect("write a bag");
        link(target, scene.at(name));
        let lines = scene.json(&[]);
        assert_eq!((lines.code(), lines.count("bags"), lines.count("links")), (Some(2), 1, 1), "{kind}");
        assert_eq!(lines.across[0]["severity"], "undetermined", "{kind}");
        assert!(scene.audit(&[]).expect_code(2).text().contains("1  links, not followed"), "{kind}");
        let verify = scene.office.command(["verify", "store", "--signer", "officer.pub"]);
        let run = run_within(&mut { verify }, LIMIT).expect_code(2);
        assert!(run.text().contains("1  links, not followed") && run.stderr.contains("a link, not followed"), "{kind}");
    }
}
