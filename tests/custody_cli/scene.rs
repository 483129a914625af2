//! A bag, and the people whose events are entered or refused.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sealbag_tests::program::{Office, Run, Verification};
use serde_json::Value;

/// An office with a bag `A1.bag` in it.
pub(crate) struct Scene {
    pub(crate) office: Office,
    pub(crate) bag: PathBuf,
}

impl Scene {
    pub(crate) fn set(seal_options: &[&str]) -> Self {
        let office = Office::open();
        let evidence = office.path("evidence");
        fs::create_dir_all(evidence.join("mail")).expect("a directory");
        fs::write(evidence.join("notes.txt"), "meet at nine\n").expect("a file");
        fs::write(evidence.join("mail/inbox"), vec![b'm'; 70_000]).expect("a file");
        let scene = Self { bag: office.path("A1.bag"), office };
        for name in ["second", "lab", "stranger"] {
            let out = format!("{name}.key");
            scene.run(&["key", "new", name, "--out", &out, "--no-passphrase"]).expect_code(0);
        }
        scene.office.seal(&evidence, "A1.bag", seal_options);
        scene
    }

    /// Runs the program in the office.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.office.sealbag(arguments)
    }

    /// Runs it with a key.
    pub(crate) fn by(&self, who: &str, arguments: &[&str]) -> Run {
        let key = format!("{who}.key");
        self.run(&[arguments, &["--key", &key]].concat())
    }

    /// An event that is entered; what the program says of it.
    #[track_caller]
    pub(crate) fn enters(&self, who: &str, arguments: &[&str]) -> Value {
        let run = self.by(who, &[arguments, &["--json"]].concat()).expect_code(0);
        serde_json::from_slice(&run.stdout).expect("one object")
    }

    /// An event that is refused, with these words; the log stays as it is.
    #[track_caller]
    pub(crate) fn refuses(&self, who: &str, arguments: &[&str], words: &str) {
        let before = self.log();
        let run = self.by(who, arguments).expect_code(64);
        assert!(run.stderr.contains(words), "{words}: {}", run.stderr);
        assert!(run.text().is_empty() || arguments.contains(&"accept"), "{}", run.text());
        assert_eq!(self.log(), before);
    }

    pub(crate) fn log(&self) -> BTreeSet<String> {
        log_of(&self.bag)
    }

    pub(crate) fn verify(&self, bag: &str) -> Verification {
        self.office.verify(&self.office.path(bag), &[])
    }
}

/// The files of the log, without the lock.
pub(crate) fn log_of(bag: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(bag.join("custody")).expect("a log");
    let names = names.map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"));
    names.filter(|name| name != ".lock").collect()
}

pub(crate) const SIGNER: [&str; 2] = ["--signer", "officer.key.pub"];
pub(crate) const RELEASE: [&str; 6] = ["release", "A1.bag", "--to", "lab.key.pub", "--purpose", "examination"];

pub(crate) fn with_signer<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [arguments, &SIGNER].concat()
}

pub(crate) fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            fs::write(&target, fs::read(entry.path()).expect("a file")).expect("a copy");
        }
    }
}
