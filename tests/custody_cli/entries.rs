//! What an entry must state, and when; objections and corrections.

use std::fs;

use crate::scene::{RELEASE, Scene};

#[test]
fn what_is_missing_is_named_all_at_once_and_forms_are_read_strictly() {
    let scene = Scene::set(&[]);
    let run = scene.run(&["release", "A1.bag"]).expect_code(64);
    for flag in ["--purpose TEXT", "--to PUB", "--key FILE"] {
        assert!(run.stderr.contains(flag), "{flag}: {}", run.stderr);
    }
    scene.refuses("officer", &[&RELEASE[..], &["--profile", "kz"]].concat(), "--order-number NUMBER");
    let form = scene.office.path("form.toml");
    let with_form = [&RELEASE[..], &["--form", "form.toml"]].concat();
    fs::write(&form, "[transport]\nmethod = \"by hand\"\nleft = \"today\"\n").expect("a form");
    scene.refuses("officer", &with_form, "transport.left");
    fs::write(&form, "[actor]\nname = \"Somebody\"\n").expect("a form");
    scene.refuses("officer", &with_form, "filled in by the program");
    fs::write(&form, "conditions = [\"no copies\"]\n[transport]\nmethod = \"by hand\"\n").expect("a form");
    scene.enters("officer", &with_form);
    let page = fs::read_to_string(scene.bag.join("custody/000001.txt")).expect("the event");
    assert!(page.contains("conditions = [\"no copies\"]") && page.contains("method = \"by hand\""), "{page}");
}

#[test]
fn late_entries_need_a_reason_and_nothing_is_entered_from_the_future() {
    let scene = Scene::set(&[]);
    let access = ["custody", "access", "A1.bag", "--purpose", "shown to the expert"];
    let late = [&access[..], &["--time", "2020-01-01T10:00:00Z"]].concat();
    scene.refuses("officer", &late, "--late-reason TEXT");
    scene.refuses("officer", &[&access[..], &["--time", "9999-01-01T10:00:00Z"]].concat(), "has not come yet");
    let reason = ["--late-reason", "no computer on the spot"];
    // With a reason too, nothing happened to the bag before it was sealed.
    scene.refuses("officer", &[&late[..], &reason].concat(), "before that of an earlier event");
    let seal = fs::read_to_string(scene.bag.join("custody/000000.txt")).expect("the seal");
    let line = seal.lines().find_map(|line| line.strip_prefix("time = "));
    let sealed = line.expect("the time of the seal").trim_matches('"');
    let entered = scene.enters("officer", &[&access[..], &["--time", sealed], &reason].concat());
    assert_eq!(entered["time"], sealed);
    assert_eq!(entered["remarks"][0], "custody.late");
}

#[test]
fn anybody_may_object_and_the_author_corrects() {
    let scene = Scene::set(&[]);
    let object =
        ["custody", "object", "A1.bag", "--remark", "a page is missing", "--on-behalf-of", "A. Advocate:defence"];
    let objected = scene.enters("stranger", &object);
    assert_eq!(objected["remarks"][0], "custody.unattributed");
    assert!(objected["receipt"].is_string());
    let correct =
        ["custody", "correct", "A1.bag", "--field", "exhibit.condition", "--value", "worn", "--reason", "typing"];
    scene.refuses("officer", &[&correct[..], &["--event", "1"]].concat(), "only the author");
    scene.refuses("officer", &[&correct[..], &["--event", "9"]].concat(), "there is no event 9");
    scene.enters("officer", &[&correct[..], &["--event", "0"]].concat());
    let timestamp = ["custody", "timestamp", "A1.bag", "--token", "token.tsr"];
    fs::write(scene.office.path("token.tsr"), "a token").expect("a file");
    scene.refuses("officer", &timestamp, "the time-stamp is malformed");
}
