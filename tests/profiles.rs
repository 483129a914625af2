//! Profiles from the command line: which are there, what they require, and how a seal is made under one.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::page;
use sealbag_custody::sshsig::Namespace;
use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, Run, run_within};
use serde_json::Value;

/// A profile that asks for one thing more than the core, and one cosigner.
const SMALL: &str = "format = \"sealbag/profile/v1\"\nname = \"demo\"\nversion = 1\njurisdiction = \"XX\"\n\n\
    [title]\nen = \"Demo\"\n\n[[source]]\ntext = \"House rules\"\nsupports = [\"exhibit.number\", \"source.imei\", \"cosigners\"]\n\
    checked = \"2026-01-31\"\n\n[seal]\nrequired = [\"exhibit.number\", \"source.imei\"]\n\n\
    [[seal.field]]\nname = \"exhibit.number\"\nen = \"Exhibit\"\n\n[[seal.field]]\nname = \"source.imei\"\nen = \"IMEI\"\n\n\
    [cosigners]\nat_least = 1\nen = \"neighbour\"\n";

fn office() -> Office {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    second_key(&office, "second.key", "S. Second");
    office
}

fn second_key(office: &Office, file: &str, name: &str) {
    let path = office.path(file);
    office.sealbag(["key", "new", name, "--out", text(&path), "--no-passphrase"]).expect_code(0);
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

fn write(office: &Office, name: &str, content: &str) -> String {
    std::fs::write(office.path(name), content).expect("write");
    format!("./{name}")
}

fn run(command: &mut Command) -> Run {
    run_within(command, Duration::from_secs(60))
}

/// `sealbag seal` of the source with a key and these options alone.
fn seal(office: &Office, options: &[&str]) -> Run {
    let mut command = office.command(["seal", "source", "--key"]);
    run(command.arg(office.key()).args(options))
}

fn json(run: &Run) -> Value {
    serde_json::from_slice(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.text()))
}

fn record(office: &Office, bag: &str) -> String {
    std::fs::read_to_string(office.path(bag).join("custody/000000.txt")).expect("event 0")
}

#[test]
fn lists_and_shows_the_built_in_profiles() {
    let office = Office::open();
    let list = json(&office.sealbag(["profile", "list", "--json"]).expect_code(0));
    let names: Vec<_> = list["profiles"].as_array().expect("a list").iter().map(|one| &one["name"]).collect();
    assert_eq!(names, ["generic", "kz"]);
    let text = office.sealbag(["profile", "list"]).expect_code(0).text();
    assert!(text.contains("generic") && text.contains("Казахстан"), "{text}");
    let shown = office.sealbag(["profile", "show", "kz"]).expect_code(0).text();
    for part in
        ["seizure / изъятие / алып қою", "case.number", "storage.location", "cosigners, at least 1", "[not checked]"]
    {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let shown = json(&office.sealbag(["profile", "show", "kz", "--json"]).expect_code(0));
    assert_eq!((&shown["cosigners"], &shown["name"]), (&Value::from(1), &Value::from("kz")));
}

#[test]
fn a_profile_shown_as_its_data_file_is_the_same_profile() {
    let office = Office::open();
    let file = office.sealbag(["profile", "show", "kz", "--toml"]).expect_code(0).text();
    let path = write(&office, "copy.toml", &file);
    let digest =
        |name: &str| json(&office.sealbag(["profile", "show", name, "--json"]).expect_code(0))["sha256"].clone();
    assert_eq!(digest(&path), digest("kz"));
    assert_eq!(digest(&path), sealbag_manifest::hash::sha256(file.as_bytes()).to_hex());
}

#[test]
fn lint_says_all_that_is_wrong_and_ends_with_64_only_for_errors() {
    let office = Office::open();
    let good = write(&office, "good.toml", SMALL);
    assert_eq!(office.sealbag(["profile", "lint", &good]).expect_code(0).text(), "the profile can be used\n");
    let bad = SMALL.replace("version = 1", "version = 0").replace("source.imei\"]\n\n", "source.imie\"]\n\n");
    let bad = write(&office, "bad.toml", &bad);
    let run = office.sealbag(["profile", "lint", &bad]).expect_code(64);
    assert!(
        run.text().contains("line 3: error: version") && run.text().contains("source.imie: there is no such field")
    );
    let report = json(&office.sealbag(["profile", "lint", &bad, "--json"]).expect_code(64));
    assert_eq!((&report["usable"], &report["findings"][0]["line"]), (&Value::from(false), &Value::from(3)));
    let unchecked = write(&office, "unchecked.toml", &SMALL.replace("2026-01-31", "not checked"));
    assert!(office.sealbag(["profile", "lint", &unchecked]).expect_code(0).text().contains("line 12: note:"));
    office.sealbag(["profile", "lint", "./none.toml"]).expect_code(2);
    office.sealbag(["profile", "lint", "."]).expect_code(64);
    write(&office, "binary.toml", "");
    std::fs::write(office.path("binary.toml"), [0xFF]).expect("write");
    office.sealbag(["profile", "lint", "./binary.toml"]).expect_code(64);
}

#[test]
fn seals_under_generic_name_it_and_the_digest_of_its_file() {
    let office = office();
    let report = json(&seal(&office, &["--exhibit", "A1", "--json"]).expect_code(0));
    let file = office.sealbag(["profile", "show", "generic", "--toml"]).expect_code(0).stdout;
    let digest = sealbag_manifest::hash::sha256(&file).to_hex();
    assert_eq!(
        (&report["profile"], &report["profile_sha256"]),
        (&Value::from("generic"), &Value::from(digest.clone()))
    );
    let record = record(&office, "A1.bag");
    assert!(record.contains(&format!("profile = \"generic\"\nprofile_sha256 = \"{digest}\"\n")), "{record}");
    assert_eq!(office.verify(&office.path("A1.bag"), &[]).run.code, Some(0));
}

#[test]
fn everything_missing_is_named_at_once_with_what_gives_it() {
    let office = office();
    let run = seal(&office, &["--profile", "kz"]).expect_code(64);
    let expected = [
        "Case number (ЕРДР) (--case NUMBER)",
        "Exhibit number (--exhibit NUMBER)",
        "What it is (--description TEXT)",
        "Legal basis: date (legal_basis.date in --form FILE)",
        "Where it was found (exhibit.found_at in --form FILE)",
        "a cosigner: second officer or witness",
        "(--cosigner PUB)",
        "sealbag profile show kz --form",
    ];
    for part in expected {
        assert!(run.stderr.contains(part), "{part}: {}", run.stderr);
    }
    let run = run_within(&mut office.command(["seal", "--profile", "kz"]), Duration::from_secs(20)).expect_code(64);
    assert!(run.stderr.contains("what to seal (SOURCE)") && run.stderr.contains("a key to sign with (--key FILE)"));
    assert!(run.stderr.contains("legal_basis.number"));
    assert!(!office.path("A1.bag").exists() && !office.path("A1.bag.partial").exists());
}

#[test]
fn a_filled_form_and_a_cosigner_seal_under_kz() {
    let office = office();
    let form = office.sealbag(["profile", "show", "kz", "--form"]).expect_code(0).text();
    let empty = write(&office, "form.toml", &form);
    let refused = seal(&office, &["--profile", "kz", "--form", &empty]).expect_code(64);
    assert!(refused.stderr.contains("an empty string"), "{}", refused.stderr);
    let filled: String =
        form.lines()
            .map(|line| {
                if line.starts_with('#') { format!("{line}\n") } else { line.replace("\"\"", "\"2026-02-20\"") + "\n" }
            })
            .collect();
    let filled = write(&office, "form.toml", &filled);
    let options = ["--profile", "kz", "--form", &filled, "--exhibit", "7", "--cosigner", "second.key.pub"];
    let run = seal(&office, &options).expect_code(0);
    assert!(run.stderr.contains("Still to countersign: S. Second, SHA256:"), "{}", run.stderr);
    let record = record(&office, "7.bag");
    assert!(
        record.contains("profile = \"kz\"\n") && record.contains("\n[[cosigner]]\nname = \"S. Second\"\nkey = \"ssh-")
    );
    assert!(record.contains("[[legal_basis]]\ndocument_type = \"2026-02-20\""), "{record}");
    assert_eq!(office.verify(&office.path("7.bag"), &[]).run.code, Some(0));
}

#[test]
fn a_profile_of_ones_own_is_named_by_its_path() {
    let office = office();
    let profile = write(&office, "demo.toml", SMALL);
    let form = write(&office, "form.toml", "[source]\nimei = [\"1\", \"2\"]\n");
    let lacking = seal(&office, &["--profile", &profile, "--exhibit", "A1"]).expect_code(64);
    assert!(lacking.stderr.contains("IMEI (source.imei in --form FILE); a cosigner: neighbour"), "{}", lacking.stderr);
    let options = ["--profile", &profile, "--exhibit", "A1", "--form", &form, "--cosigner", "second.key.pub"];
    seal(&office, &options).expect_code(0);
    let digest = sealbag_manifest::hash::sha256(SMALL.as_bytes()).to_hex();
    assert!(record(&office, "A1.bag").contains(&format!("profile = \"demo\"\nprofile_sha256 = \"{digest}\"\n")));
}

#[test]
fn refuses_profiles_that_are_not_there_or_cannot_be_used() {
    let office = office();
    let weak = SMALL
        .replace("[\"exhibit.number\", \"source.imei\"]\n\n", "[\"source.imei\"]\noptional = [\"exhibit.number\"]\n\n");
    let weak = write(&office, "weak.toml", &weak);
    let cases = [
        ("uk", 64, "there is no built-in profile uk"),
        ("./none.toml", 2, "cannot read the profile"),
        (".", 64, "not a regular file"),
        (weak.as_str(), 64, "a profile only adds to the core"),
    ];
    for (profile, code, says) in cases {
        let run = seal(&office, &["--profile", profile, "--exhibit", "A1"]).expect_code(code);
        assert!(run.stderr.contains(says), "{profile}: {}", run.stderr);
        assert!(!office.path("A1.bag").exists() && !office.path("A1.bag.partial").exists());
    }
}

#[test]
fn refuses_cosigners_without_a_name_or_with_a_key_that_signs_already() {
    let office = office();
    let nameless = std::fs::read_to_string(office.path("second.key.pub")).expect("a public key");
    let nameless: Vec<_> = nameless.split_whitespace().take(2).collect();
    write(&office, "nameless.pub", &format!("{}\n", nameless.join(" ")));
    let cases: [(&[&str], &str); 4] = [
        (&["--cosigner", "nameless.pub"], "no comment to take the name from"),
        (&["--cosigner", "officer.key.pub"], "each cosigner needs a key of their own"),
        (&["--cosigner", "second.key.pub", "--cosigner", "second.key.pub"], "each cosigner needs a key of their own"),
        (&["--cosigner", "source/notes.txt"], ""),
    ];
    for (options, says) in cases {
        let run = seal(&office, &[&["--exhibit", "A1"], options].concat()).expect_code(64);
        assert!(run.stderr.contains(says), "{options:?}: {}", run.stderr);
        assert!(!office.path("A1.bag").exists() && !office.path("A1.bag.partial").exists(), "{options:?}");
    }
}

#[test]
fn an_interrupted_seal_keeps_profile_and_cosigners() {
    let office = office();
    std::fs::write(office.path("source/long"), vec![7; 300_000]).expect("write");
    let profile = write(&office, "demo.toml", SMALL);
    let form = write(&office, "form.toml", "[source]\nimei = [\"1\"]\n");
    // A file may grow to 64 blocks of 512 bytes only: the copy breaks off.
    let mut shell = Command::new("sh");
    office.clean(&mut shell).args(["-c", "ulimit -f 64; exec \"$@\"", "sh"]).arg(sealbag_tests::program::program());
    shell.args(["seal", "source", "--key", "officer.key", "--profile", &profile, "--exhibit", "A1", "--form", &form]);
    let broken = run(shell.args(["--cosigner", "second.key.pub"]));
    assert!(broken.code != Some(0) && office.path("A1.bag.partial").exists(), "{}", broken.stderr);
    std::fs::remove_file(office.path("demo.toml")).expect("remove");
    let mut command = office.command(["seal", "--resume", "--out", "A1.bag", "--key", "officer.key"]);
    run(&mut command).expect_code(0);
    let record = record(&office, "A1.bag");
    let digest = sealbag_manifest::hash::sha256(SMALL.as_bytes()).to_hex();
    assert!(record.contains(&format!("profile = \"demo\"\nprofile_sha256 = \"{digest}\"\n")), "{record}");
    assert!(record.contains("resumed = true\n") && record.contains("name = \"S. Second\"\n"), "{record}");
}

/// A roster of one investigator's key, signed by the second key as its authority.
fn roster(office: &Office, listed: &str) -> Vec<u8> {
    roster_of(office, listed, "roles = [\"investigator\"]\nvalid_from = \"2026-01-01T00:00:00Z\"\n")
}

/// A roster of one key, of which it says so much.
fn roster_of(office: &Office, listed: &str, says: &str) -> Vec<u8> {
    let pem = std::fs::read_to_string(office.path("second.key")).expect("a private key");
    let authority = KeyPair::from_pem(&pem, None).expect("a key without passphrase");
    let (key, _) = sealbag_custody::key_file::read_public(&office.path(listed)).expect("a public key");
    let record = format!(
        "format = \"sealbag/roster/v1\"\nversion = 1\nissued = \"2026-01-01T00:00:00Z\"\n\n\
         [authority]\nname = \"Bureau\"\nkey = \"{}\"\n\n[[person]]\nid = \"a.officer\"\nname = \"Test Officer\"\n\n\
         [[key]]\nperson = \"a.officer\"\nkey = \"{}\"\n{says}",
        authority.public_key().to_line(),
        key.to_line()
    );
    let armour = authority.sign(Namespace::Roster, record.as_bytes()).expect("a signature");
    page::join(record.as_bytes(), &armour).expect("a small page")
}

#[test]
fn a_roster_lies_in_the_bag_and_the_seal_names_it() {
    let office = office();
    let bytes = roster(&office, "officer.key.pub");
    std::fs::write(office.path("roster.txt"), &bytes).expect("write");
    let run = seal(&office, &["--exhibit", "A1", "--roster", "roster.txt"]).expect_code(0);
    assert!(!run.stderr.contains("does not list"), "{}", run.stderr);
    assert_eq!(std::fs::read(office.path("A1.bag/seal/roster.txt")).expect("the copy"), bytes);
    let digest = sealbag_manifest::hash::sha256(&bytes).to_hex();
    let record = record(&office, "A1.bag");
    assert!(record.contains("\n[roster]\nauthority = \"ssh-ed25519 "), "{record}");
    assert!(record.contains(&format!("version = 1\nsha256 = \"{digest}\"\n")), "{record}");
    let tags = std::fs::read_to_string(office.path("A1.bag/tagmanifest-sha256.txt")).expect("the tag manifest");
    assert!(tags.contains(&format!("{digest}  seal/roster.txt\n")), "{tags}");
    assert_eq!(office.verify(&office.path("A1.bag"), &[]).run.code, Some(0));

    std::fs::write(office.path("other.txt"), roster(&office, "second.key.pub")).expect("write");
    let run = seal(&office, &["--exhibit", "A2", "--roster", "other.txt"]).expect_code(0);
    assert!(run.stderr.contains("the roster does not list the key that signs"), "{}", run.stderr);
}

#[test]
fn refuses_a_seal_that_the_roster_would_make_violated() {
    let office = office();
    let investigator = "roles = [\"investigator\"]\n";
    for (says, why) in [
        ("roles = [\"courier\"]\nvalid_from = \"2026-01-01T00:00:00Z\"\n".to_owned(), "courier"),
        (format!("{investigator}valid_from = \"2126-01-01T00:00:00Z\"\n"), "2126-01-01T00:00:00Z"),
        (
            format!("{investigator}valid_from = \"2025-01-01T00:00:00Z\"\nvalid_to = \"2025-06-01T00:00:00Z\"\n"),
            "2025-06-01T00:00:00Z",
        ),
        (
            format!(
                "{investigator}valid_from = \"2025-01-01T00:00:00Z\"\nretired = \"2025-06-01T00:00:00Z\"\nreason = \"moved\"\n"
            ),
            "2025-06-01T00:00:00Z",
        ),
        (
            format!(
                "{investigator}valid_from = \"2025-01-01T00:00:00Z\"\ncompromised_since = \"2025-06-01T00:00:00Z\"\nreason = \"lost\"\n"
            ),
            "2025-06-01T00:00:00Z",
        ),
    ] {
        std::fs::write(office.path("roster.txt"), roster_of(&office, "officer.key.pub", &says)).expect("write");
        let run = seal(&office, &["--exhibit", "A1", "--roster", "roster.txt"]).expect_code(64);
        assert!(run.stderr.contains("by the roster this key may not seal"), "{says}: {}", run.stderr);
        assert!(run.stderr.contains(why), "{says}: {}", run.stderr);
        assert!(!office.path("A1.bag").exists() && !office.path("A1.bag.partial").exists(), "{says}");
    }
    let specialist = "roles = [\"courier\", \"specialist\"]\nvalid_from = \"2026-01-01T00:00:00Z\"\n";
    std::fs::write(office.path("roster.txt"), roster_of(&office, "officer.key.pub", specialist)).expect("write");
    seal(&office, &["--exhibit", "A1", "--roster", "roster.txt"]).expect_code(0);
}

#[test]
fn refuses_rosters_that_are_not_signed_by_the_authority_they_name() {
    let office = office();
    let good = String::from_utf8(roster(&office, "officer.key.pub")).expect("text");
    for (name, content) in [
        ("changed", good.replace("investigator", "prosecutor")),
        ("unsigned", good.split("-----BEGIN").next().expect("the record").to_owned()),
        ("empty", String::new()),
    ] {
        write(&office, "roster.txt", &content);
        let run = seal(&office, &["--exhibit", "A1", "--roster", "roster.txt"]).expect_code(64);
        assert!(run.stderr.contains("this is not a roster that can be used"), "{name}: {}", run.stderr);
        assert!(!office.path("A1.bag").exists() && !office.path("A1.bag.partial").exists(), "{name}");
    }
    seal(&office, &["--exhibit", "A1", "--roster", "none.txt"]).expect_code(2);
}

/// With a terminal of its own: only what is missing is asked for, and a wrong answer is asked again.
#[cfg(feature = "tools")]
#[test]
fn a_terminal_asks_for_what_is_missing_with_the_words_of_the_profile() {
    use std::io::Write;
    let office = office();
    let profile = SMALL.replace("\"source.imei\"]\n\n[[", "\"source.imei\", \"legal_basis.date\"]\n\n[[");
    let profile = write(&office, "demo.toml", &profile);
    let mut command = Command::new("script");
    office.clean(&mut command);
    let program = sealbag_tests::program::program();
    let line = format!("'{}' seal source --key officer.key --profile {profile} --exhibit A1", program.display());
    command.args(["-qec", &line, "/dev/null"]);
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().expect("script from util-linux");
    let mut input = child.stdin.take().expect("piped");
    input.write_all(b"356938035643809\n20.02.2026\n2026-02-20\nsecond.key.pub\n").expect("answers");
    let output = child.wait_with_output().expect("its end");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(
        said.contains("IMEI: ") && said.contains("legal_basis.date (YYYY-MM-DD): ") && said.contains("answer again")
    );
    assert!(said.contains("Public key file of the cosigner: neighbour") && !said.contains("Exhibit: "), "{said}");
    let record = record(&office, "A1.bag");
    assert!(
        record.contains("imei = [\"356938035643809\"]\n") && record.contains("date = \"2026-02-20\"\n"),
        "{record}"
    );
}
