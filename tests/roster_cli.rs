//! A clerk keeps a roster with the program, from the first version on; `docs/guide/roster.md` tells the story.

use std::path::Path;
use std::process::{Child, Stdio};

use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, Run};
use serde_json::Value;

/// An office with the keys of an authority and of two people, named by their files.
fn office() -> Office {
    let office = Office::open();
    for name in ["authority", "ivanov", "omarova"] {
        let key = format!("{name}.key");
        office.sealbag(["key", "new", name, "--out", &key, "--no-passphrase"]).expect_code(0);
    }
    office
}

fn roster(office: &Office, arguments: &[&str]) -> Run {
    office.sealbag(["roster"].iter().chain(arguments))
}

/// Version 1 with two people, signed.
fn signed() -> Office {
    let office = office();
    roster(&office, &["new", "--authority-name", "Prosecutor General", "--country", "KZ", "--out", "roster.txt"])
        .expect_code(0);
    roster(&office, &["add", "roster.txt", "--key", "ivanov.key.pub", "--id", "a.ivanov", "--name", "A. Ivanov"])
        .expect_code(64);
    let ivanov = ["--key", "ivanov.key.pub", "--id", "a.ivanov", "--name", "A. Ivanov", "--role", "investigator"];
    let from = ["--valid-from", "2026-01-01"];
    roster(&office, &[&["add", "roster.txt"][..], &ivanov, &from, &["--organisation", "Police"]].concat())
        .expect_code(0);
    let omarova =
        ["--key", "omarova.key.pub", "--id", "d.omarova", "--name", "D. Omarova", "--role", "expert,specialist"];
    roster(&office, &[&["add", "roster.txt"][..], &omarova, &from].concat()).expect_code(0);
    roster(&office, &["sign", "roster.txt", "--key", "authority.key"]).expect_code(0);
    office
}

fn shown(office: &Office, file: &str) -> Value {
    serde_json::from_slice(&roster(office, &["show", file, "--json"]).expect_code(0).stdout).expect("JSON")
}

fn bytes(office: &Office, file: &str) -> Vec<u8> {
    std::fs::read(office.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn is_there(office: &Office, file: &str) -> bool {
    office.path(file).exists()
}

#[test]
fn a_signed_roster_attributes_a_seal_to_its_person() {
    let office = signed();
    assert!(!is_there(&office, "roster.txt.draft"), "the draft is gone");
    small(&office.path("source")).expect("make the tree");
    let seal = ["seal", "source", "--out", "A1.bag", "--exhibit", "A1", "--case", "1", "--key", "ivanov.key"];
    office.sealbag(seal).expect_code(0);
    let anchors = ["--authority", "authority.key.pub", "--roster", "roster.txt"];
    let text = office.sealbag(["verify", "A1.bag"].iter().chain(&anchors)).expect_code(0).text();
    assert!(text.contains("by roster  A. Ivanov, Police (id a.ivanov in the roster of Prosecutor General)"), "{text}");
    assert!(text.contains("holder     A. Ivanov, Police"), "{text}");
    let log = office.sealbag(["log", "A1.bag"].iter().chain(&anchors)).expect_code(0).text();
    assert!(log.contains("(id a.ivanov in the roster of Prosecutor General), investigator"), "{log}");
    assert!(!log.contains("NOTHING FROM OUTSIDE"), "{log}");
}

#[test]
fn a_draft_is_no_roster() {
    let office = office();
    roster(&office, &["new", "--authority-name", "Office", "--out", "roster.txt"]).expect_code(0);
    assert_eq!(shown(&office, "roster.txt")["signed"], false);
    roster(&office, &["export", "roster.txt.draft", "--allowed-signers"]).expect_code(64);
    let text = roster(&office, &["show", "roster.txt"]).expect_code(0).text();
    assert!(text.contains("NOT SIGNED"), "{text}");
}

#[test]
fn a_change_begins_the_next_version_and_the_signed_one_stays() {
    let office = signed();
    let first = bytes(&office, "roster.txt");
    roster(&office, &["retire", "roster.txt", "--id", "d.omarova", "--at", "2026-12-01", "--reason", "left"])
        .expect_code(0);
    let revoke = ["--key", "ivanov.key.pub", "--compromised-since", "2026-11-20T18:00:00Z", "--reason", "stolen"];
    roster(&office, &[&["revoke", "roster.txt"][..], &revoke].concat()).expect_code(0);
    roster(&office, &["sign", "roster.txt", "--key", "authority.key"]).expect_code(0);
    assert_eq!(bytes(&office, "roster.txt"), first);
    let (one, two) = (shown(&office, "roster.txt"), shown(&office, "roster-2.txt"));
    assert_eq!((&two["version"], &two["previous"]), (&Value::from(2), &one["sha256"]));
    assert_eq!(two["persons"][1]["keys"][0]["retired"], "2026-12-01T00:00:00Z");
    assert_eq!(two["persons"][0]["keys"][0]["compromised_since"], "2026-11-20T18:00:00Z");
    let refused = roster(&office, &["retire", "roster.txt", "--id", "a.ivanov", "--at", "2026-12-01", "--reason", "x"]);
    assert!(refused.expect_code(64).stderr.contains("roster-2.txt"), "the newest version is named");
    let unchanged = roster(&office, &["sign", "roster-2.txt", "--key", "authority.key"]).expect_code(64);
    assert!(unchanged.stderr.contains("no draft to sign"), "{}", unchanged.stderr);
}

#[test]
fn a_key_of_another_person_is_refused_with_the_name() {
    let office = signed();
    let add = ["--key", "ivanov.key.pub", "--id", "x.y", "--name", "X. Y", "--role", "expert"];
    let refused = roster(&office, &[&["add", "roster.txt"][..], &add].concat()).expect_code(64);
    assert!(refused.stderr.contains("as that of A. Ivanov (id a.ivanov)"), "{}", refused.stderr);
    assert!(!is_there(&office, "roster-2.txt.draft"), "a refused change begins no draft");
}

#[test]
fn a_weak_key_is_refused_at_enrolment() {
    let office = signed();
    // The neutral element of the curve: a point of small order.
    let weak = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA weak\n";
    std::fs::write(office.path("weak.pub"), weak).expect("write the key");
    let add = ["--key", "weak.pub", "--id", "w", "--name", "W", "--role", "expert"];
    let refused = roster(&office, &[&["add", "roster.txt"][..], &add].concat()).expect_code(64);
    assert!(refused.stderr.contains("weak"), "{}", refused.stderr);
}

#[test]
fn a_second_key_needs_the_id_alone_and_another_name_is_refused() {
    let office = signed();
    office.sealbag(["key", "new", "I", "--out", "second.key", "--no-passphrase"]).expect_code(0);
    let add = ["add", "roster.txt", "--key", "second.key.pub", "--id", "a.ivanov", "--role", "custodian"];
    let named = [&add[..], &["--name", "B. Ivanov"]].concat();
    assert!(roster(&office, &named).expect_code(64).stderr.contains("A. Ivanov"));
    roster(&office, &add).expect_code(0);
    let draft = shown(&office, "roster-2.txt");
    assert_eq!(draft["persons"][0]["keys"].as_array().expect("keys").len(), 2);
}

#[test]
fn a_version_from_which_a_key_was_removed_is_not_signed() {
    let office = signed();
    roster(&office, &["retire", "roster.txt", "--id", "d.omarova", "--at", "2026-12-01", "--reason", "left"])
        .expect_code(0);
    let draft = String::from_utf8(bytes(&office, "roster-2.txt.draft")).expect("text");
    let (kept, _) = draft.rsplit_once("\n[[key]]\n").expect("a key");
    std::fs::write(office.path("roster-2.txt.draft"), kept).expect("write the draft");
    let refused = roster(&office, &["sign", "roster-2.txt", "--key", "authority.key"]).expect_code(64);
    assert!(refused.stderr.contains("is gone") && refused.stderr.contains("retire"), "{}", refused.stderr);
    assert!(!is_there(&office, "roster-2.txt"));
}

#[test]
fn the_version_before_is_needed_to_sign() {
    let office = signed();
    roster(&office, &["retire", "roster.txt", "--id", "d.omarova", "--at", "2026-12-01", "--reason", "left"])
        .expect_code(0);
    std::fs::rename(office.path("roster.txt"), office.path("kept.txt")).expect("move");
    let sign = ["sign", "roster-2.txt", "--key", "authority.key"];
    assert!(roster(&office, &sign).expect_code(64).stderr.contains("--previous"));
    roster(&office, &[&sign[..], &["--previous", "kept.txt"]].concat()).expect_code(0);
}

#[test]
fn another_key_than_that_of_the_versions_before_does_not_sign() {
    let office = signed();
    roster(&office, &["retire", "roster.txt", "--id", "d.omarova", "--at", "2026-12-01", "--reason", "left"])
        .expect_code(0);
    let refused = roster(&office, &["sign", "roster-2.txt", "--key", "ivanov.key"]).expect_code(64);
    assert!(refused.stderr.contains("the authority's key is"), "{}", refused.stderr);
}

#[test]
fn a_mistake_in_a_draft_is_named_with_line_and_field() {
    let office = office();
    roster(&office, &["new", "--authority-name", "Office", "--out", "roster.txt"]).expect_code(0);
    let add = ["--key", "ivanov.key.pub", "--id", "a", "--name", "A", "--role", "expert"];
    roster(&office, &[&["add", "roster.txt"][..], &add].concat()).expect_code(0);
    let draft = String::from_utf8(bytes(&office, "roster.txt.draft")).expect("text");
    std::fs::write(office.path("roster.txt.draft"), draft.replace("person = \"a\"", "person = \"b\"")).expect("write");
    let refused = roster(&office, &["sign", "roster.txt", "--key", "authority.key"]).expect_code(64);
    assert!(refused.stderr.contains("line 12: key.person: no person has this id"), "{}", refused.stderr);
}

#[test]
fn a_changed_roster_is_a_violation_and_no_file_is_overwritten() {
    let office = signed();
    roster(&office, &["new", "--authority-name", "Other", "--out", "roster.txt"]).expect_code(64);
    let changed = String::from_utf8(bytes(&office, "roster.txt")).expect("text").replace("A. Ivanov", "B. Ivanov");
    std::fs::write(office.path("changed.txt"), changed).expect("write");
    roster(&office, &["show", "changed.txt"]).expect_code(1);
    roster(&office, &["show", "missing.txt"]).expect_code(2);
    let left: Vec<_> = std::fs::read_dir(office.path("")).expect("the folder").flatten().collect();
    assert!(left.iter().all(|entry| Path::new(&entry.file_name()).extension().is_none_or(|end| end != "tmp")));
}

/// Starts all of them at once, and waits; every one does its work.
#[track_caller]
fn all_at_once(office: &Office, runs: &[Vec<String>]) {
    let start = |arguments: &Vec<String>| {
        let mut command = office.command(["roster"].into_iter().chain(arguments.iter().map(String::as_str)));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a process")
    };
    let children: Vec<Child> = runs.iter().map(start).collect();
    for child in children {
        let ended = child.wait_with_output().expect("an end");
        assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8_lossy(&ended.stderr));
    }
}

#[test]
fn people_who_edit_one_draft_at_once_lose_nothing() {
    const CLERKS: usize = 6;
    let office = signed();
    let words = |line: String| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let add = |number: usize, file: &str| {
        let key = format!("clerk{number}.key");
        office.sealbag(["key", "new", "clerk", "--out", &key, "--no-passphrase"]).expect_code(0);
        words(format!("add {file} --key {key}.pub --id p{number} --role expert --name P{number}"))
    };
    // The draft of version 2 is begun by whoever is first.
    let adds: Vec<_> = (0..CLERKS).map(|number| add(number, "roster.txt")).collect();
    all_at_once(&office, &adds);
    let persons = |file: &str| shown(&office, file)["persons"].as_array().expect("persons").clone();
    assert_eq!(persons("roster-2.txt.draft").len(), 2 + CLERKS);
    // A revocation that is lost would leave a stolen key good.
    let ends = (0..CLERKS).map(|number| match number % 2 {
        0 => words(format!(
            "revoke roster-2.txt --key clerk{number}.key.pub --compromised-since 2030-01-01 --reason stolen"
        )),
        _ => words(format!("retire roster-2.txt --id p{number} --at 2030-01-01 --reason left")),
    });
    all_at_once(&office, &ends.collect::<Vec<_>>());
    for person in persons("roster-2.txt.draft").iter().filter(|person| person["name"] != "A. Ivanov") {
        let key = &person["keys"][0];
        let has_ended = key["retired"].is_string() || key["compromised_since"].is_string();
        assert_eq!(has_ended, person["name"] != "D. Omarova", "{person}");
    }
    roster(&office, &["sign", "roster-2.txt", "--key", "authority.key"]).expect_code(0);
    assert!(!is_there(&office, ".sealbag-roster.lock"), "the lock is removed");
}

/// Stock OpenSSH says whose key signed a seal, from the export alone.
#[cfg(feature = "tools")]
#[test]
fn stock_ssh_keygen_takes_the_export_for_a_real_seal() {
    use std::process::Command;
    let office = signed();
    small(&office.path("source")).expect("make the tree");
    let seal = ["seal", "source", "--out", "A1.bag", "--exhibit", "A1", "--case", "1", "--key", "ivanov.key"];
    office.sealbag(seal).expect_code(0);
    let signers = roster(&office, &["export", "roster.txt", "--allowed-signers"]).expect_code(0).stdout;
    std::fs::write(office.path("signers"), signers).expect("write the export");
    let page = String::from_utf8(bytes(&office, "A1.bag/custody/000000.txt")).expect("text");
    let at = page.find("-----BEGIN").expect("a signature");
    std::fs::write(office.path("r"), &page[..at]).expect("write the record");
    std::fs::write(office.path("r.sig"), &page[at..]).expect("write the signature");
    let verify = |id: &str| {
        let mut command = Command::new("ssh-keygen");
        command.args(["-Y", "verify", "-f", "signers", "-I", id, "-n", "sealbag-seal-v1", "-s", "r.sig"]);
        command.stdin(Stdio::from(std::fs::File::open(office.path("r")).expect("the record")));
        office.clean(&mut command).output().expect("ssh-keygen")
    };
    let good = verify("a.ivanov");
    assert!(good.status.success(), "{}", String::from_utf8_lossy(&good.stderr));
    assert!(!verify("d.omarova").status.success(), "the key is another person's");
}
