//! A store of bags, and what the audit prints of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sealbag_tests::program::{Office, Run, run_within};
use sealbag_tests::vectors::{Tree, officer_pub};
use serde_json::Value;

pub(crate) const LIMIT: Duration = Duration::from_secs(600);

/// An office with the officer's public key, and bags in `store/`.
pub(crate) struct Scene {
    pub(crate) office: Office,
}

impl Scene {
    pub(crate) fn new() -> Self {
        Self::in_office(Office::open())
    }

    pub(crate) fn in_office(office: Office) -> Self {
        fs::write(office.path("officer.pub"), officer_pub()).expect("write the key");
        Self { office }
    }

    pub(crate) fn with(self, place: &str, bag: &Tree) -> Self {
        self.put(place, bag);
        self
    }

    pub(crate) fn put(&self, place: &str, bag: &Tree) {
        bag.write_to(&self.at(place)).expect("write a bag");
    }

    pub(crate) fn at(&self, place: &str) -> PathBuf {
        self.office.path("store").join(place)
    }

    pub(crate) fn file(&self, name: &str, content: &[u8]) {
        let path = self.office.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folder");
        fs::write(path, content).expect("write a file");
    }

    pub(crate) fn audit(&self, options: &[&str]) -> Run {
        let arguments = ["audit", "store", "--signer", "officer.pub"].iter().chain(options);
        run_within(&mut self.office.command(arguments), LIMIT)
    }

    #[track_caller]
    pub(crate) fn json(&self, options: &[&str]) -> Lines {
        let options: Vec<&str> = options.iter().copied().chain(["--json"]).collect();
        Lines::of(self.audit(&options))
    }
}

/// What `audit --json` printed.
pub(crate) struct Lines {
    pub(crate) run: Run,
    pub(crate) bags: Vec<Value>,
    pub(crate) across: Vec<Value>,
    pub(crate) totals: Value,
}

impl Lines {
    #[track_caller]
    pub(crate) fn of(run: Run) -> Self {
        let (mut bags, mut across, mut totals) = (vec![], vec![], Value::Null);
        for line in run.text().lines() {
            let value: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            match value["format"].as_str() {
                Some("sealbag/audit-bag/v1") => bags.push(value),
                Some("sealbag/audit-across/v1") => across.push(value),
                Some("sealbag/audit-totals/v1") => totals = value,
                other => panic!("a line of format {other:?}"),
            }
        }
        assert!(totals.is_object(), "no totals: {}\n{}", run.text(), run.stderr);
        Self { run, bags, across, totals }
    }

    pub(crate) fn count(&self, what: &str) -> u64 {
        self.totals[what].as_u64().unwrap_or_else(|| panic!("{what} is a number: {}", self.totals))
    }

    pub(crate) fn code(&self) -> Option<i32> {
        self.run.code
    }

    /// The totals without what they say of the run before.
    pub(crate) fn totals_made_now(&self) -> Value {
        let mut totals = self.totals.clone();
        let members = totals.as_object_mut().expect("an object");
        members.remove("judged_before");
        members.remove("judged_before_oldest");
        totals
    }

    pub(crate) fn kinds(&self) -> Vec<&str> {
        self.across.iter().map(|across| across["kind"].as_str().expect("a kind")).collect()
    }

    pub(crate) fn paths(&self) -> Vec<&str> {
        self.bags.iter().map(|bag| bag["path"].as_str().expect("a path")).collect()
    }
}

pub(crate) fn codes(bag: &Value) -> BTreeSet<&str> {
    bag["totals"].as_object().expect("totals").keys().map(String::as_str).collect()
}

pub(crate) fn link(target: impl AsRef<Path>, place: PathBuf) {
    fs::create_dir_all(place.parent().expect("a folder")).expect("folder");
    std::os::unix::fs::symlink(target, place).expect("link");
}

/// Lines of a results file after the first, and the bags they are of.
pub(crate) fn judged(results: &Path) -> (usize, BTreeSet<String>) {
    let text = fs::read_to_string(results).expect("results");
    let lines = text.lines().skip(1).map(|line| serde_json::from_str::<Value>(line).expect("a line"));
    let paths: Vec<String> = lines.map(|line| line["path"].as_str().expect("a path").to_owned()).collect();
    (paths.len(), paths.into_iter().collect())
}
