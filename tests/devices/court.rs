//! The image of a damaged disk on its way to court: sealed, handed over, and checked by somebody who has only the
//! authority's key and the paper act.

use std::fs;

use sealbag_tests::bad_disk::BadDisk;
use sealbag_tests::program::{Office, Verification};

use crate::scene::{MIB, THREE, assert_same, copy, noise, with_zeros};

/// Words that an officer must see, wherever the damage is told.
const MAP: [&str; 3] = ["not read: 52736 of 8388608 bytes", "103 sectors of 512, 3 places", "512 bytes, EIO"];

struct Agency {
    office: Office,
}

impl Agency {
    fn open() -> Self {
        let agency = Self { office: Office::open() };
        for name in ["authority", "lab"] {
            agency.run(&["key", "new", name, "--out", &format!("{name}.key"), "--no-passphrase"]);
        }
        agency.run(&["roster", "new", "--authority-name", "Prosecutor General", "--out", "roster.txt"]);
        for (id, name, role, key) in [
            ("o.officer", "Officer", "investigator", "officer.key.pub"),
            ("l.lab", "Laboratory", "expert", "lab.key.pub"),
        ] {
            let person = ["--id", id, "--name", name, "--role", role, "--key", key];
            agency.run(&[&["roster", "add", "roster.txt"][..], &person].concat());
        }
        agency.run(&["roster", "sign", "roster.txt", "--key", "authority.key"]);
        agency
    }

    #[track_caller]
    fn run(&self, arguments: &[&str]) -> String {
        let run = self.office.sealbag(arguments).expect_code(0);
        format!("{}{}", run.text(), run.stderr)
    }

    fn seal(&self, device: &str, options: &[&str]) -> sealbag_tests::program::Run {
        let arguments =
            ["seal", device, "--case", "7", "--exhibit", "A1", "--roster", "roster.txt", "--key", "officer.key"];
        self.office.sealbag([&arguments[..], options].concat())
    }
}

/// The eight groups of the seal hash, as the act has them.
fn hash_of_the_act(act: &str) -> String {
    let from = act.find("seal hash").expect("the act has the hash") + "seal hash".len();
    act[from..].split_whitespace().take(8).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_damaged_image_is_handed_over_and_holds_in_court_with_the_damage_shown() {
    let agency = Agency::open();
    let bytes = noise(8 * MIB, 37);
    let disk = BadDisk::new(bytes.clone(), &THREE);
    let stopped = agency.seal(disk.device().to_str().expect("a plain path"), &[]).expect_code(2);
    assert!(MAP.iter().all(|words| stopped.stderr.contains(words)), "{}", stopped.stderr);
    let sealed = agency.run(&["seal", "--resume", "--accept-unreadable", "--out", "A1.bag", "--key", "officer.key"]);
    assert!(MAP.iter().all(|words| sealed.contains(words)), "{sealed}");

    agency.run(&["release", "A1.bag", "--to", "lab.key.pub", "--purpose", "examination", "--key", "officer.key"]);
    let anchors = ["--authority", "authority.key.pub", "--roster", "roster.txt"];
    let accept = [&["accept", "A1.bag", "--yes", "--purpose", "examination", "--key", "lab.key"][..], &anchors];
    agency.run(&accept.concat());

    let act = fs::read_to_string(agency.office.path("A1.act.txt")).expect("read the act");
    let hash = hash_of_the_act(&act);
    let court = ["verify", "A1.bag", "--authority", "authority.key.pub", "--seal-hash", &hash];
    let told = agency.run(&court);
    assert!(told.contains("CONFIRMED, WITH REMARKS"), "{told}");
    assert!(MAP.iter().all(|words| told.contains(words)), "{told}");
    let verdict = Verification::of(agency.office.sealbag([&court[..], &["--json"]].concat()));
    assert_eq!(verdict.outcome(), "confirmed_with_remarks", "{}", verdict.bytes);
    assert!(verdict.has("file.sealed_unreadable"), "{}", verdict.bytes);
    assert!(!verdict.bytes.contains("not read:"), "the map is for people: {}", verdict.bytes);
    assert_same(
        &fs::read(copy(&agency.office.path("A1.bag"), disk.device())).expect("read the image"),
        &with_zeros(bytes, &THREE),
    );
}
