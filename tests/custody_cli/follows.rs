//! Bags that follow from a bag: sealed again, copied.

use std::fs;

use crate::scene::{RELEASE, Scene, copy_tree, with_signer};

#[test]
fn an_opened_exhibit_is_sealed_again_with_its_log_inside_and_the_old_log_ends() {
    let scene = Scene::set(&[]);
    let reseal = with_signer(&["custody", "reseal", "A1.bag", "--out", "A1-2.bag", "--source", "changed"]);
    fs::create_dir(scene.office.path("changed")).expect("a directory");
    fs::write(scene.office.path("changed/notes.txt"), "more\n").expect("a file");
    scene.refuses("officer", &reseal, "there is nothing that this could answer");
    let open = ["custody", "open", "A1.bag", "--change", "a file is added", "--purpose", "completion"];
    scene.enters("officer", &with_signer(&open));
    scene.refuses("officer", &RELEASE, "must be sealed again first");
    let resealed = scene.enters("officer", &reseal);
    assert_eq!(resealed["state"], "resealed");
    assert!(scene.office.path("A1-2.bag/seal/previous/000001.txt").is_file());
    assert_eq!(scene.verify("A1-2.bag").outcome(), "confirmed_with_remarks");
}

#[test]
fn a_copy_that_was_made_but_not_entered_is_entered_later() {
    let scene = Scene::set(&[]);
    let copy = ["custody", "copy", "A1.bag", "--out", "C.bag", "--exhibit", "C", "--purpose", "working copy"];
    // The same bag without the event: as if the second step had failed.
    let aside = scene.office.path("aside");
    copy_tree(&scene.bag, &aside);
    scene.enters("officer", &with_signer(&copy));
    fs::remove_dir_all(&scene.bag).expect("removed");
    fs::rename(&aside, &scene.bag).expect("renamed");
    let record = ["custody", "copy", "A1.bag", "--record", "C.bag", "--purpose", "working copy"];
    let recorded = scene.enters("officer", &with_signer(&record));
    assert_eq!((recorded["type"].as_str(), recorded["index"].as_u64()), (Some("copy"), Some(1)));
    scene.refuses("officer", &["custody", "copy", "C.bag", "--record", "A1.bag", "--purpose", "x"], "does not follow");
}
