//! The life of an authority with several keys, as its officers and a court see it: signing on several machines, losing a
//! key, exchanging keys; `docs/guide/roster.md` tells the story.

use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, Run};
use serde_json::Value;

/// An office with the keys of an authority's three officers, of their successor, and of an investigator.
fn office() -> Office {
    let office = Office::open();
    for name in ["one", "two", "three", "four", "ivanov"] {
        let key = format!("{name}.key");
        office.sealbag(["key", "new", name, "--out", &key, "--no-passphrase"]).expect_code(0);
    }
    office
}

fn words(office: &Office, line: &str) -> Run {
    office.sealbag(line.split(' '))
}

fn shown(office: &Office, file: &str) -> Value {
    let run = office.sealbag(["roster", "show", file, "--json"]).expect_code(0);
    serde_json::from_slice(&run.stdout).expect("JSON")
}

fn is_there(office: &Office, file: &str) -> bool {
    office.path(file).exists()
}

fn verdict(office: &Office, arguments: &str) -> (Option<i32>, Vec<String>) {
    let run = words(office, &format!("verify A1.bag --json {arguments}"));
    let verification: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
    let findings = verification["verdict"]["findings"].as_array().expect("findings").clone();
    (run.code, findings.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect())
}

/// A draft of version 1 by an authority of which two of three keys must sign.
fn drafted() -> Office {
    let office = office();
    let keys = "--authority-key one.key.pub --authority-key two.key.pub --authority-key three.key.pub";
    words(&office, &format!("roster new --authority-name Office {keys} --out roster.txt")).expect_code(64);
    words(&office, &format!("roster new --authority-name Office {keys} --threshold 4 --out roster.txt"))
        .expect_code(64);
    words(&office, &format!("roster new --authority-name Office {keys} --threshold 2 --out roster.txt")).expect_code(0);
    let add = "--key ivanov.key.pub --id a.ivanov --name Ivanov --role investigator --valid-from 2026-01-01";
    words(&office, &format!("roster add roster.txt {add}")).expect_code(0);
    office
}

/// Version 1, signed by two of three keys.
fn signed() -> Office {
    let office = drafted();
    words(&office, "roster sign roster.txt --key one.key").expect_code(0);
    words(&office, "roster sign roster.txt --key three.key").expect_code(0);
    std::fs::write(
        office.path("authority.pub"),
        words(&office, "roster export roster.txt --anchor").expect_code(0).stdout,
    )
    .expect("write the anchor");
    office
}

fn sealed(office: &Office) {
    small(&office.path("source")).expect("make the tree");
    words(office, "seal source --out A1.bag --exhibit A1 --case 1 --key ivanov.key --roster roster.txt").expect_code(0);
}

#[test]
fn two_of_three_officers_sign_on_two_machines() {
    let office = drafted();
    let first = words(&office, "roster sign roster.txt --key one.key").expect_code(0);
    assert!(first.text().contains("NOT COMPLETE"), "{}", first.text());
    assert!(!is_there(&office, "roster.txt"), "it is no roster yet");
    let part = shown(&office, "roster.txt.part");
    assert_eq!((&part["signed"], &part["unfinished"]["missing"][0]["count"]), (&Value::from(false), &Value::from(1)));
    assert_eq!(part["unfinished"]["missing"][0]["of"].as_array().expect("keys").len(), 2);
    let text = words(&office, "roster show roster.txt").expect_code(0).text();
    assert!(text.contains("NOT COMPLETE") && text.contains("missing      1 of these keys"), "{text}");
    // What was signed is changed no more, and nobody signs twice.
    let add = "--key four.key.pub --id b --name B --role expert";
    let refused = words(&office, &format!("roster add roster.txt {add}")).expect_code(64);
    assert!(refused.stderr.contains("signing has begun"), "{}", refused.stderr);
    assert!(words(&office, "roster sign roster.txt --key one.key").expect_code(64).stderr.contains("signed twice"));
    assert!(
        words(&office, "roster sign roster.txt --key ivanov.key")
            .expect_code(64)
            .stderr
            .contains("the authority's key")
    );
    // On a stick to the other officer.
    std::fs::create_dir(office.path("stick")).expect("a folder");
    std::fs::rename(office.path("roster.txt.part"), office.path("stick/roster.txt.part")).expect("move");
    let second = words(&office, "roster sign stick/roster.txt.part --key two.key").expect_code(0);
    assert!(second.stderr.contains("this is what you sign"), "{}", second.stderr);
    assert!(is_there(&office, "stick/roster.txt") && !is_there(&office, "stick/roster.txt.part"));
    let whole = shown(&office, "stick/roster.txt");
    assert_eq!((&whole["signed"], &whole["authority"]["threshold"]), (&Value::from(true), &Value::from(2)));
}

#[test]
fn a_seal_is_attributed_by_the_set_and_never_by_one_of_its_keys() {
    let office = signed();
    sealed(&office);
    let (code, findings) = verdict(&office, "--authority authority.pub --roster roster.txt");
    assert_eq!((code, findings), (Some(0), vec!["time.none".to_owned()]));
    let (code, findings) = verdict(&office, "--authority one.key.pub --roster roster.txt");
    assert_eq!(code, Some(2));
    assert!(findings.contains(&"roster.partial_anchor".to_owned()), "{findings:?}");
    // Who has one key of three makes a roster of their own.
    words(&office, "key new forger --out forger.key --no-passphrase").expect_code(0);
    words(&office, "roster new --authority-name Office --out forged.txt").expect_code(0);
    words(
        &office,
        "roster add forged.txt --key ivanov.key.pub --id x --name Mallory --role investigator --valid-from 2026-01-01",
    )
    .expect_code(0);
    words(&office, "roster sign forged.txt --key one.key").expect_code(0);
    let (code, findings) = verdict(&office, "--authority authority.pub --roster forged.txt");
    assert_eq!(code, Some(2));
    assert!(findings.contains(&"roster.partial_anchor".to_owned()), "{findings:?}");
    // What was signed by too few is no roster.
    let whole = std::fs::read_to_string(office.path("roster.txt")).expect("the roster");
    let cut = whole.rfind("-----BEGIN").expect("the second signature");
    std::fs::write(office.path("cut.txt"), &whole[..cut]).expect("write");
    let (code, findings) = verdict(&office, "--authority authority.pub --roster cut.txt");
    assert_eq!(code, Some(2));
    assert!(findings.contains(&"roster.unfinished".to_owned()), "{findings:?}");
}

#[test]
fn a_lost_key_is_replaced_and_a_court_with_the_old_set_follows() {
    let office = signed();
    sealed(&office);
    let keys = "--authority-key one.key.pub --authority-key two.key.pub --authority-key four.key.pub";
    let lower = words(&office, &format!("roster rekey roster.txt {keys} --threshold 1")).expect_code(64);
    assert!(lower.stderr.contains("--lower-threshold"), "{}", lower.stderr);
    words(&office, &format!("roster rekey roster.txt {keys} --threshold 2")).expect_code(0);
    words(&office, "roster sign roster-2.txt --key one.key").expect_code(0);
    let part = shown(&office, "roster-2.txt");
    assert_eq!(part["unfinished"]["missing"].as_array().expect("sets").len(), 2, "both sets lack a key");
    words(&office, "roster sign roster-2.txt --key two.key").expect_code(0);
    words(&office, "roster retire roster-2.txt --id a.ivanov --at 2030-01-01 --reason left").expect_code(0);
    words(&office, "roster sign roster-3.txt --key two.key").expect_code(0);
    words(&office, "roster sign roster-3.txt --key four.key").expect_code(0);
    let chain = "--roster roster-3.txt --roster roster-2.txt";
    let (code, findings) = verdict(&office, &format!("--authority authority.pub {chain}"));
    assert_eq!(code, Some(0));
    assert!(findings.contains(&"roster.keys_exchanged".to_owned()), "{findings:?}");
    // In one file, as a court is given it.
    let all: Vec<u8> = ["roster.txt", "roster-2.txt", "roster-3.txt"]
        .iter()
        .flat_map(|file| std::fs::read(office.path(file)).expect("a roster"))
        .collect();
    std::fs::write(office.path("all.txt"), all).expect("write");
    assert_eq!(verdict(&office, "--authority authority.pub --roster all.txt").0, Some(0));
    assert_eq!(shown(&office, "all.txt")["version"], 3);
    // Without the version that exchanged the keys the newest is nobody's.
    let (code, findings) = verdict(&office, "--authority authority.pub --roster roster-3.txt");
    assert_eq!(code, Some(2));
    assert!(findings.iter().any(|code| code == "roster.partial_anchor"), "{findings:?}");
    // With the new set there is nothing to follow.
    let anchor = words(&office, "roster export roster-3.txt --anchor").expect_code(0).stdout;
    std::fs::write(office.path("new.pub"), anchor).expect("write");
    let (code, findings) = verdict(&office, "--authority new.pub --roster all.txt");
    assert_eq!(code, Some(0));
    assert!(!findings.contains(&"roster.keys_exchanged".to_owned()), "{findings:?}");
}

#[test]
fn an_old_roster_is_contradicted_by_an_exchange_that_the_bag_carries() {
    let office = signed();
    words(&office, "roster rekey roster.txt --authority-key four.key.pub --lower-threshold").expect_code(0);
    for key in ["one", "two", "four"] {
        words(&office, &format!("roster sign roster-2.txt --key {key}.key")).expect_code(0);
    }
    small(&office.path("source")).expect("make the tree");
    words(&office, "seal source --out A1.bag --exhibit A1 --case 1 --key ivanov.key --roster roster-2.txt")
        .expect_code(0);
    let (code, findings) = verdict(&office, "--authority authority.pub --roster roster.txt");
    assert_eq!(code, Some(2));
    // The seal names the later version, and the bag carries it: each says so.
    assert_eq!(findings.iter().filter(|code| *code == "roster.rolled_back").count(), 2, "{findings:?}");
    let (code, findings) = verdict(&office, "--authority authority.pub --roster roster-2.txt");
    assert_eq!((code, findings.contains(&"roster.keys_exchanged".to_owned())), (Some(0), true), "{findings:?}");
    // Nothing but the old keys and the bag: its own roster is reached by its own exchange.
    let (code, findings) = verdict(&office, "--authority authority.pub");
    assert_eq!((code, findings.contains(&"roster.from_bag".to_owned())), (Some(0), true), "{findings:?}");
}

/// Stock OpenSSH checks each of the signatures by itself.
#[cfg(feature = "tools")]
#[test]
fn stock_ssh_keygen_checks_every_signature_of_a_roster() {
    use std::process::{Command, Stdio};
    let office = signed();
    let page = std::fs::read_to_string(office.path("roster.txt")).expect("the roster");
    let mut parts = page.split_inclusive("-----END SSH SIGNATURE-----\n");
    let first = parts.next().expect("a page");
    let at = first.find("-----BEGIN").expect("a signature");
    std::fs::write(office.path("r"), &first[..at]).expect("write the record");
    let armours = [&first[at..], parts.next().expect("a second signature")];
    for (armour, name) in armours.iter().zip(["one", "three"]) {
        std::fs::write(office.path("r.sig"), armour).expect("write the signature");
        let key = std::fs::read_to_string(office.path(&format!("{name}.key.pub"))).expect("the key");
        std::fs::write(office.path("signers"), format!("office {key}")).expect("write the signers");
        let mut command = Command::new("ssh-keygen");
        command.args(["-Y", "verify", "-f", "signers", "-I", "office", "-n", "sealbag-roster-v1", "-s", "r.sig"]);
        command.stdin(Stdio::from(std::fs::File::open(office.path("r")).expect("the record")));
        let run = office.clean(&mut command).output().expect("ssh-keygen");
        assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
    }
}
