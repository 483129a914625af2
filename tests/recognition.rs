//! Two agencies in two countries: one takes the roster of the other for true, for a purpose, in some roles, for a time; and a court
//! that knows only its own authority (`docs/spec/recognition.md`).

use std::fs;

use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, Run};
use serde_json::Value;

/// Where nothing but the recognition is at issue, this is what is found.
const FINE: [&str; 2] = ["recognition.used", "time.none"];

/// At home an authority of which two of three keys must sign, with a prosecutor; abroad one with one key, an investigator and an
/// expert; and a third, which the one abroad recognises. The investigator abroad seals `A1.bag`.
struct Scene {
    office: Office,
}

impl Scene {
    fn set() -> Self {
        let scene = Self { office: Office::open() };
        for name in ["home1", "home2", "home3", "abroad", "third", "prosecutor", "investigator", "expert", "stranger"] {
            scene.run(&format!("key new {name} --out {name}.key --no-passphrase")).expect_code(0);
        }
        let keys =
            "--authority-key home1.key.pub --authority-key home2.key.pub --authority-key home3.key.pub --threshold 2";
        scene.run(&format!("roster new --authority-name Home --country KZ {keys} --out home.txt")).expect_code(0);
        scene.enrol("home.txt", "prosecutor", "prosecutor");
        scene.sign_at_home("home.txt");
        scene.anchor("home.txt", "home.pub");
        scene.run("roster new --authority-name Abroad --country KG --out abroad.txt").expect_code(0);
        scene.enrol("abroad.txt", "investigator", "investigator");
        scene.enrol("abroad.txt", "expert", "expert");
        scene.run("roster sign abroad.txt --key abroad.key").expect_code(0);
        scene.run("roster new --authority-name Third --out third.txt").expect_code(0);
        scene.enrol("third.txt", "stranger", "investigator");
        scene.run("roster sign third.txt --key third.key").expect_code(0);
        small(&scene.office.path("source")).expect("make the tree");
        scene.run("seal source --out A1.bag --exhibit A1 --case 1 --key investigator.key").expect_code(0);
        scene
    }

    fn run(&self, line: &str) -> Run {
        self.office.sealbag(line.split(' '))
    }

    fn enrol(&self, roster: &str, who: &str, role: &str) {
        let add = format!("roster add {roster} --key {who}.key.pub --id {who} --name {who} --role {role}");
        self.run(&format!("{add} --valid-from 2020-01-01")).expect_code(0);
    }

    fn sign_at_home(&self, file: &str) {
        self.run(&format!("roster sign {file} --key home1.key")).expect_code(0);
        self.run(&format!("roster sign {file} --key home3.key")).expect_code(0);
    }

    fn anchor(&self, roster: &str, file: &str) {
        let anchor = self.run(&format!("roster export {roster} --anchor")).expect_code(0).stdout;
        fs::write(self.office.path(file), anchor).expect("write the anchor");
    }

    /// Home recognises the authority abroad, both of its officers signing.
    fn recognized(&self, file: &str, scope: &str) {
        let line = format!(
            "roster recognize abroad.txt --by home.txt --purpose request-14 {scope} --key home1.key --out {file}"
        );
        let first = self.run(&line).expect_code(0).text();
        assert!(first.contains("NOT COMPLETE"), "{first}");
        assert!(!self.office.path(file).exists(), "it counts for nothing yet");
        self.run(&format!("roster sign {file}.part --key home2.key")).expect_code(0);
    }

    fn verify(&self, anchors: &str) -> (Option<i32>, Vec<Value>) {
        let run = self.run(&format!("verify A1.bag --json {anchors}"));
        let verification: Value = serde_json::from_slice(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
        (run.code, verification["verdict"]["findings"].as_array().expect("findings").clone())
    }
}

const WIDE: &str = "--role investigator,expert --valid-from 2026-01-01 --valid-to 2099-01-01";
const COURT: &str = "--authority home.pub --roster home.txt --roster abroad.txt";

fn codes(findings: &[Value]) -> Vec<&str> {
    findings.iter().map(|finding| finding["code"].as_str().expect("a code")).collect()
}

fn text_of<'a>(findings: &'a [Value], code: &str) -> &'a str {
    let found = findings.iter().find(|finding| finding["code"] == code);
    found.unwrap_or_else(|| panic!("no {code} in {findings:?}"))["found"].as_str().expect("words")
}

#[test]
fn a_court_learns_whose_key_it_is_through_whom_for_what_and_until_when() {
    let scene = Scene::set();
    scene.recognized("rec.txt", WIDE);
    let (code, findings) = scene.verify(&format!("{COURT} --recognition rec.txt"));
    assert_eq!((code, codes(&findings)), (Some(0), FINE.to_vec()));
    let words = text_of(&findings, "recognition.used");
    for part in ["Home (KZ)", "request-14", "2026-01-01T00:00:00Z to 2099-01-01T00:00:00Z"] {
        assert!(words.contains(part), "{words}");
    }
    let told = scene.run(&format!("verify A1.bag {COURT} --recognition rec.txt")).expect_code(0).text();
    assert!(told.contains("(id investigator in the roster of Abroad, recognised by Home)"), "{told}");
    let log = scene.run(&format!("log A1.bag --json {COURT} --recognition rec.txt")).expect_code(0);
    let log: Value = serde_json::from_slice(&log.stdout).expect("JSON");
    assert_eq!(log["events"][0]["by"]["listed"]["recognized_by"], "Home");
    // An authority that only recognises needs no roster of its own here.
    let alone = "--authority home.pub --roster abroad.txt --recognition rec.txt";
    assert_eq!(codes(&scene.verify(alone).1), FINE);
    // Audited the same.
    let audit = scene.run(&format!("audit A1.bag {COURT} --recognition rec.txt --json")).expect_code(0).text();
    assert!(audit.contains("\"recognition.used\":1"), "{audit}");
    // Without it the roster from abroad is nobody's.
    let (code, findings) = scene.verify(COURT);
    assert_eq!(code, Some(2));
    assert!(codes(&findings).contains(&"roster.unknown_authority"), "{findings:?}");
    scene.run("verify A1.bag --recognition rec.txt").expect_code(64);
}

#[test]
fn outside_its_time_or_its_roles_it_covers_nothing() {
    let scene = Scene::set();
    for (file, scope, why) in [
        ("past.txt", "--role investigator --valid-from 2020-01-01 --valid-to 2021-01-01", "is outside"),
        ("later.txt", "--role investigator --valid-from 2098-01-01 --valid-to 2099-01-01", "is outside"),
        ("roles.txt", "--role expert --valid-from 2020-01-01 --valid-to 2099-01-01", "as expert only"),
    ] {
        scene.recognized(file, scope);
        let (code, findings) = scene.verify(&format!("{COURT} --recognition {file}"));
        assert_eq!(code, Some(2), "{file}");
        assert!(text_of(&findings, "recognition.not_covered").contains(why), "{findings:?}");
        assert!(codes(&findings).contains(&"anchor.signer_unknown"), "{findings:?}");
    }
    // A key that the court was given besides needs no recognition.
    let (code, findings) = scene.verify(&format!("{COURT} --recognition past.txt --signer investigator.key.pub"));
    assert_eq!(code, Some(0), "{findings:?}");
}

#[test]
fn the_period_begins_at_its_first_moment_and_ends_before_its_last() {
    let scene = Scene::set();
    let seal = fs::read_to_string(scene.office.path("A1.bag/custody/000000.txt")).expect("the seal");
    let time =
        seal.lines().find_map(|line| line.strip_prefix("time = \"")).expect("a time").trim_end_matches('"').to_owned();
    for (file, scope, code) in [
        ("from.txt", format!("--valid-from {time} --valid-to 2099-01-01"), Some(0)),
        ("to.txt", format!("--valid-from 2020-01-01 --valid-to {time}"), Some(2)),
    ] {
        scene.recognized(file, &format!("--role investigator {scope}"));
        assert_eq!(scene.verify(&format!("{COURT} --recognition {file}")).0, code, "{file}");
    }
}

#[test]
fn a_recognition_that_was_withdrawn_covers_what_was_before_and_no_older_version_stands_against_it() {
    let scene = Scene::set();
    scene.recognized("rec.txt", WIDE);
    let withdraw = |at: &str, file: &str| {
        let more = format!("--previous rec.txt --withdrawn {at} --reason treaty-ended --key home1.key --out {file}");
        scene.run(&format!("roster recognize abroad.txt --by home.txt {more}")).expect_code(0);
        scene.run(&format!("roster sign {file}.part --key home3.key")).expect_code(0);
    };
    withdraw("2026-01-02", "early.txt");
    withdraw("2098-01-01", "late.txt");
    for given in ["--recognition early.txt", "--recognition rec.txt --recognition early.txt"] {
        let (code, findings) = scene.verify(&format!("{COURT} {given}"));
        assert_eq!(code, Some(2));
        assert!(text_of(&findings, "recognition.not_covered").contains("withdrew"), "{findings:?}");
    }
    let (code, findings) = scene.verify(&format!("{COURT} --recognition late.txt"));
    assert_eq!(code, Some(0));
    assert!(text_of(&findings, "recognition.used").contains("withdrawn 2098-01-01"), "{findings:?}");
    let (code, findings) = scene.verify(&format!("{COURT} --recognition early.txt --recognition late.txt"));
    assert_eq!(code, Some(2));
    let words = text_of(&findings, "recognition.conflict");
    assert!(words.contains("of the recognition of Abroad by Home"), "two pages with one number: {words}");
    // The register of the one that recognises says that the first version is old.
    scene.run("roster enter home.txt --recognition early.txt").expect_code(0);
    scene.sign_at_home("home-2.txt");
    let (code, findings) =
        scene.verify("--authority home.pub --roster home-2.txt --roster abroad.txt --recognition rec.txt");
    assert_eq!(code, Some(2));
    assert!(codes(&findings).contains(&"recognition.rolled_back"), "{findings:?}");
    let (_, findings) =
        scene.verify("--authority home.pub --roster home-2.txt --roster abroad.txt --recognition early.txt");
    assert!(!codes(&findings).contains(&"recognition.rolled_back"), "the one that is entered: {findings:?}");
    let refused = scene.run("roster enter home-2.txt --recognition rec.txt").expect_code(64);
    assert!(refused.stderr.contains("version 2 of this recognition is entered already"), "{}", refused.stderr);
}

#[test]
fn nobody_is_recognised_through_somebody_who_is_recognised() {
    let scene = Scene::set();
    scene.recognized("rec.txt", WIDE);
    let line = format!(
        "roster recognize third.txt --by abroad.txt --purpose more {WIDE} --key abroad.key --out third-rec.txt"
    );
    scene.run(&line).expect_code(0);
    fs::remove_dir_all(scene.office.path("A1.bag")).expect("remove the bag");
    scene.run("seal source --out A1.bag --exhibit A1 --case 1 --key stranger.key").expect_code(0);
    let chain = "--roster third.txt --recognition rec.txt --recognition third-rec.txt";
    let (code, findings) = scene.verify(&format!("{COURT} {chain}"));
    assert_eq!(code, Some(2));
    let found = codes(&findings);
    assert!(found.contains(&"recognition.unknown_authority") && found.contains(&"anchor.signer_unknown"), "{found:?}");
    // One who brings the authority abroad itself is told by it.
    let direct = "--authority abroad.key.pub --roster abroad.txt --roster third.txt --recognition third-rec.txt";
    assert_eq!(scene.verify(direct).0, Some(0));
}

#[test]
fn one_authority_recognises_two_and_each_of_them_is_known() {
    let scene = Scene::set();
    scene.recognized("rec.txt", WIDE);
    let third = format!("roster recognize third.txt --by home.txt --purpose request-15 {WIDE} --key home1.key");
    scene.run(&format!("{third} --out rec-3.txt")).expect_code(0);
    scene.run("roster sign rec-3.txt.part --key home2.key").expect_code(0);
    for key in ["investigator", "stranger"] {
        fs::remove_dir_all(scene.office.path("A1.bag")).expect("remove the bag");
        scene.run(&format!("seal source --out A1.bag --exhibit A1 --case 1 --key {key}.key")).expect_code(0);
        for both in ["--recognition rec.txt --recognition rec-3.txt", "--recognition rec-3.txt --recognition rec.txt"] {
            let (code, findings) = scene.verify(&format!("{COURT} --roster third.txt {both}"));
            assert_eq!((code, codes(&findings)), (Some(0), FINE.to_vec()), "{key}, {both}");
        }
    }
}

#[test]
fn an_authority_that_was_brought_itself_needs_nobodys_word() {
    let scene = Scene::set();
    scene.recognized("minimum.txt", &format!("{WIDE} --minimum-version 2"));
    let (code, findings) = scene.verify(&format!("{COURT} --authority abroad.key.pub --recognition minimum.txt"));
    assert_eq!((code, codes(&findings)), (Some(0), vec!["time.none"]));
}

#[test]
fn a_forged_recognition_and_one_that_too_few_signed_count_for_nothing() {
    let scene = Scene::set();
    scene.recognized("rec.txt", WIDE);
    let page = fs::read_to_string(scene.office.path("rec.txt")).expect("the recognition");
    let one = &page[..page.rfind("-----BEGIN").expect("the second signature")];
    for (file, content) in [
        ("changed.txt", page.replace("2099-01-01", "2199-01-01")),
        ("one.txt", one.to_owned()),
        ("twice.txt", format!("{one}{}", &one[one.find("-----BEGIN").expect("a signature")..])),
        ("roster-instead.txt", fs::read_to_string(scene.office.path("home.txt")).expect("the roster")),
    ] {
        fs::write(scene.office.path(file), content).expect("write");
        let (code, findings) = scene.verify(&format!("{COURT} --recognition {file}"));
        assert_eq!(code, Some(2), "{file}");
        assert!(codes(&findings).contains(&"recognition.malformed"), "{file}: {findings:?}");
    }
    // Whoever has one key of three is not Home.
    scene.run("roster new --authority-name Home --country KZ --out mine.txt").expect_code(0);
    scene.run("roster sign mine.txt --key home1.key").expect_code(0);
    let forged = format!(
        "roster recognize abroad.txt --by mine.txt --purpose request-14 {WIDE} --key home1.key --out forged.txt"
    );
    scene.run(&forged).expect_code(0);
    let (code, findings) = scene.verify(&format!("{COURT} --recognition forged.txt"));
    assert_eq!(code, Some(2));
    assert!(codes(&findings).contains(&"recognition.unknown_authority"), "{findings:?}");
    // Nor does the roster that is recognised come from before the lowest version that counts.
    scene.recognized("minimum.txt", &format!("{WIDE} --minimum-version 2"));
    let (code, findings) = scene.verify(&format!("{COURT} --recognition minimum.txt"));
    assert_eq!(code, Some(2));
    assert!(codes(&findings).contains(&"roster.rolled_back"), "{findings:?}");
}

#[test]
fn keys_that_were_exchanged_recognise_nobody_any_more() {
    let scene = Scene::set();
    scene.recognized("rec.txt", WIDE);
    let keys =
        "--authority-key home1.key.pub --authority-key home2.key.pub --authority-key third.key.pub --threshold 2";
    scene.run(&format!("roster rekey home.txt {keys}")).expect_code(0);
    scene.run("roster sign home-2.txt --key home1.key").expect_code(0);
    scene.run("roster sign home-2.txt --key home2.key").expect_code(0);
    let (code, findings) =
        scene.verify("--authority home.pub --roster home-2.txt --roster abroad.txt --recognition rec.txt");
    assert_eq!(code, Some(2));
    assert!(codes(&findings).contains(&"recognition.unknown_authority"), "{findings:?}");
    let line = format!(
        "roster recognize abroad.txt --by home-2.txt --purpose request-14 {WIDE} --key home1.key --out new.txt"
    );
    scene.run(&line).expect_code(0);
    scene.run("roster sign new.txt.part --key third.key").expect_code(0);
    let (code, findings) =
        scene.verify("--authority home.pub --roster home-2.txt --roster abroad.txt --recognition new.txt");
    assert_eq!(code, Some(0), "{findings:?}");
}

#[test]
fn an_officer_abroad_hands_over_to_one_at_home_and_each_counts_by_their_own_roster() {
    let scene = Scene::set();
    scene.recognized("rec.txt", WIDE);
    let anchors = format!("{COURT} --recognition rec.txt");
    scene
        .run(&format!("release A1.bag --to prosecutor.key.pub --purpose request-14 --key investigator.key {anchors}"))
        .expect_code(0);
    scene.run(&format!("accept A1.bag --yes --key prosecutor.key {anchors}")).expect_code(0);
    let (code, findings) = scene.verify(&anchors);
    assert_eq!(code, Some(0), "{findings:?}");
    let used = findings.iter().filter(|finding| finding["code"] == "recognition.used");
    let places: Vec<_> = used.map(|finding| finding["where"].as_str().expect("a place")).collect();
    assert_eq!(places, ["custody/000000.txt", "custody/000001.txt"]);
    // What the roster abroad says of a key of Home's does not count: Home's own says whose it is.
    scene.run("roster add abroad.txt --key prosecutor.key.pub --id p --name Mallory --role expert --valid-from 2020-01-01")
        .expect_code(0);
    scene
        .run("roster revoke abroad-2.txt --key prosecutor.key.pub --compromised-since 2020-01-01 --reason theirs")
        .expect_code(0);
    scene.run("roster sign abroad-2.txt --key abroad.key").expect_code(0);
    let (code, findings) =
        scene.verify("--authority home.pub --roster home.txt --roster abroad-2.txt --recognition rec.txt");
    assert_eq!(code, Some(0), "{findings:?}");
    let shown = scene.run("roster show rec.txt").expect_code(0).text();
    assert!(shown.contains("purpose      request-14") && shown.contains("recognises   Abroad (KG)"), "{shown}");
}
