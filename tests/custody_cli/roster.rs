//! People by a roster, and what their roles allow.

use std::fs;

use crate::scene::Scene;

#[test]
fn with_a_configured_roster_people_are_named_by_it_and_roles_are_run() {
    let scene = Scene::set(&[]);
    scene.run(&["key", "new", "authority", "--out", "authority.key", "--no-passphrase"]).expect_code(0);
    scene.run(&["roster", "new", "--authority-name", "Prosecutor General", "--out", "roster.txt"]).expect_code(0);
    let people = [
        ("officer", "a.ivanov", "A. Ivanov", "investigator"),
        ("lab", "d.omarova", "D. Omarova", "expert"),
        ("second", "d.omarova-2", "D. Omarova", "custodian"),
        ("stranger", "judge.b", "B. Judge", "judge"),
    ];
    for (key, id, name, role) in people {
        let key = format!("{key}.key.pub");
        let arguments = ["--key", &key, "--id", id, "--name", name, "--role", role, "--valid-from", "2020-01-01"];
        scene.run(&[&["roster", "add", "roster.txt"][..], &arguments].concat()).expect_code(0);
    }
    scene.run(&["roster", "sign", "roster.txt", "--key", "authority.key"]).expect_code(0);
    let settings = scene.office.path(".config/sealbag");
    fs::create_dir_all(&settings).expect("a directory");
    fs::rename(scene.office.path("roster.txt"), settings.join("roster.txt")).expect("renamed");
    fs::copy(scene.office.path("authority.key.pub"), settings.join("authority.pub")).expect("copied");

    let release = |to| ["release", "A1.bag", "--purpose", "examination", "--to", to];
    scene.refuses("officer", &release("D. Omarova"), "several persons are called D. Omarova: d.omarova");
    scene.refuses("officer", &release("x.nobody"), "nobody in a roster");
    let released = scene.enters("officer", &release("d.omarova"));
    assert_eq!(released["actor"]["name"], "A. Ivanov");
    assert_eq!(released["actor"]["role"], "investigator");
    assert_eq!((&released["to"]["name"], &released["to"]["role"]), (&"D. Omarova".into(), &"expert".into()));
    let accepted = scene.enters("lab", &["accept", "A1.bag", "--yes"]);
    assert_eq!(accepted["verified"]["outcome"], "confirmed_with_remarks");
    assert_eq!(accepted["holder"], "D. Omarova");
    let dispose = ["custody", "dispose", "A1.bag", "--order-number", "1", "--present", "W", "--purpose", "end"];
    scene.refuses("lab", &dispose, "D. Omarova has the role expert, which may not sign dispose");
    scene.refuses("stranger", &["custody", "open", "A1.bag", "--change", "x", "--purpose", "x"], "held by D. Omarova");
    scene.enters("stranger", &["custody", "hold", "A1.bag", "--order-number", "1", "--purpose", "appeal"]);
    scene.refuses("lab", &["custody", "unhold", "A1.bag", "--order-number", "2"], "may not sign unhold");
    // The custodian copies what the expert holds.
    let copy = ["custody", "copy", "A1.bag", "--out", "C.bag", "--exhibit", "C", "--purpose", "archive"];
    scene.enters("second", &copy);
    assert!(scene.office.path("C.bag/seal/roster.txt").is_file());
    let anchors = ["--authority", "authority.key.pub"];
    let verdict = scene.run(&[&["verify", "C.bag", "--json"][..], &anchors].concat()).expect_code(0);
    assert!(verdict.text().contains("roster.from_bag"), "{}", verdict.text());
}
