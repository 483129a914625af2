//! From hand to hand: released, accepted, examined, returned; and what is not accepted.

use std::fs;
use std::path::PathBuf;

use crate::scene::{RELEASE, Scene, with_signer};

#[test]
fn an_exhibit_goes_to_the_laboratory_is_examined_as_a_copy_and_returned() {
    let scene = Scene::set(&["--cosigner", "second.key.pub"]);
    scene.refuses("officer", &RELEASE, "second has not countersigned");
    scene.refuses("officer", &["custody", "countersign", "A1.bag"], "a second person has to countersign");
    scene.enters("second", &["custody", "countersign", "A1.bag"]);

    let released = scene.enters("officer", &RELEASE);
    assert_eq!((released["type"].as_str(), released["index"].as_u64()), (Some("release"), Some(2)));
    assert_eq!(released["state"], "in_transit");
    assert_eq!(released["to"]["name"], "lab");
    let receipt = PathBuf::from(released["receipt"].as_str().expect("a receipt"));
    assert_eq!(receipt.file_name().and_then(|name| name.to_str()), Some("A1.000002.receipt.txt"));
    let event_0 = fs::read(scene.bag.join("custody/000000.txt")).expect("event 0");
    let event_2 = fs::read(scene.bag.join("custody/000002.txt")).expect("event 2");
    assert_eq!(fs::read(&receipt).expect("the receipt"), [event_0, event_2].concat());

    scene.refuses("officer", &RELEASE, "only the recipient can answer");
    scene.refuses("stranger", &["accept", "A1.bag", "--yes"], "it was released to the key");
    scene.refuses("lab", &["accept", "A1.bag"], "whether to accept or to refuse was not said");
    let screen = scene.by("lab", &with_signer(&["accept", "A1.bag", "--yes"])).expect_code(0).text();
    for words in ["released by  Test Officer", "purpose      examination", "CONFIRMED, WITH REMARKS", "held by lab"] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    assert!(scene.office.path("A1.000003.receipt.txt").is_file());
    scene.refuses("lab", &["custody", "accept", "A1.bag"], "no release is open");

    let copy = ["custody", "copy", "A1.bag", "--out", "A1-1.bag", "--exhibit", "A1/1", "--purpose", "working copy"];
    scene.refuses("stranger", &copy, "the exhibit is held by lab");
    assert!(!scene.office.path("A1-1.bag").exists());
    let copied = scene.enters("lab", &with_signer(&copy));
    assert_eq!(copied["output"]["bag"].as_str().map(|bag| bag.ends_with("A1-1.bag")), Some(true));
    assert_eq!(scene.run(&["verify", "A1-1.bag", "--signer", "lab.key.pub"]).code, Some(0));

    let start = ["custody", "examine-start", "A1-1.bag", "--purpose", "what is in it", "--signer", "lab.key.pub"];
    scene.enters("lab", &start);
    let end = ["custody", "examine-end", "A1-1.bag", "--method", "reading", "--tool", "eyes:2"];
    scene.enters("lab", &[&end[..], &["--signer", "lab.key.pub"]].concat());

    scene.enters("lab", &["release", "A1.bag", "--to", "officer.key.pub", "--purpose", "examined"]);
    scene.enters("officer", &with_signer(&["accept", "A1.bag", "--yes"]));
    let order = ["--order-number", "5-2"];
    let hold = ["custody", "hold", "A1.bag", "--purpose", "appeal"];
    scene.enters("officer", &[&hold[..], &order].concat());
    let back = with_signer(&["custody", "return", "A1.bag", "--to", "Mrs Owner", "--purpose", "end of the case"]);
    scene.refuses("officer", &back, "missing: number of the order");
    let back = [&back[..], &order].concat();
    scene.refuses("officer", &back, "an order to keep the exhibit is in force");
    scene.enters("officer", &["custody", "unhold", "A1.bag", "--order-number", "5-3"]);
    let returned = scene.enters("officer", &back);
    assert_eq!((returned["state"].as_str(), returned["to"]["name"].as_str()), (Some("returned"), Some("Mrs Owner")));
    scene.refuses("officer", &["custody", "access", "A1.bag", "--purpose", "look"], "the log has ended");
    let verification = scene.verify("A1.bag");
    assert_eq!(verification.outcome(), "confirmed_with_remarks", "{:?}", verification.codes());
}

#[test]
fn a_changed_bag_is_not_accepted_but_refused_with_what_was_found() {
    let scene = Scene::set(&[]);
    scene.enters("officer", &RELEASE);
    fs::write(scene.bag.join("data/notes.txt"), "meet at ten\n").expect("a change");
    scene.refuses("lab", &with_signer(&["accept", "A1.bag", "--yes"]), "the bag is not what was sealed");
    let refused = scene.enters("lab", &with_signer(&["accept", "A1.bag", "--refuse", "notes.txt differs"]));
    assert_eq!(refused["type"], "refuse");
    assert_eq!(refused["verified"]["outcome"], "violated");
    assert_eq!(refused["holder"], "Test Officer");
    let open = with_signer(&["custody", "open", "A1.bag", "--change", "a part", "--purpose", "repair"]);
    scene.refuses("officer", &open, "the bag is not what was sealed");
    let opened = scene.enters("officer", &[&open[..], &["--despite-violation"]].concat());
    assert_eq!(opened["verified"]["outcome"], "violated");
    assert!(scene.verify("A1.bag").has("custody.recorded_violation"));
}

#[test]
fn nothing_is_accepted_unseen_without_an_anchor_unless_it_is_said() {
    let scene = Scene::set(&[]);
    scene.enters("officer", &RELEASE);
    for accept in [&["accept", "A1.bag", "--yes"][..], &["custody", "accept", "A1.bag"]] {
        scene.refuses("lab", accept, "nothing from outside the bag says who sealed it");
        let hint = scene.by("lab", accept).expect_code(64).stderr;
        for flag in ["--authority", "--signer", "--seal-hash", "--receipt", "--unanchored"] {
            assert!(hint.contains(flag), "{flag}: {hint}");
        }
    }
    let accepted = scene.enters("lab", &["accept", "A1.bag", "--yes", "--unanchored"]);
    assert_eq!((&accepted["type"], &accepted["verified"]["outcome"]), (&"accept".into(), &"undetermined".into()));
    scene.enters("lab", &["release", "A1.bag", "--to", "officer.key.pub", "--purpose", "examined"]);
    let accepted = scene.enters("officer", &["custody", "accept", "A1.bag", "--unanchored"]);
    assert_eq!(accepted["verified"]["outcome"], "undetermined");
    // Whoever refuses vouches for nothing.
    scene.enters("officer", &RELEASE);
    scene.enters("lab", &["accept", "A1.bag", "--refuse", "no key was given"]);
}
