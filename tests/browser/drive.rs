//! Runs Chromium over the page as it is committed, and reads what it saw.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use sealbag_tests::program::{Office, run_within, workspace};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// What was seen of a plan's cases.
#[derive(Deserialize)]
pub(crate) struct Answers {
    pub(crate) results: Vec<Answer>,
    pub(crate) ed25519: Option<Vec<bool>>,
    pub(crate) violations: Vec<String>,
    pub(crate) requests: Vec<String>,
    pub(crate) errors: Vec<String>,
}

/// What was seen of one case.
#[derive(Deserialize)]
pub(crate) struct Answer {
    pub(crate) name: String,
    pub(crate) json: Option<String>,
    pub(crate) quick: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) unseen: Option<String>,
    pub(crate) foreign: Option<u64>,
    pub(crate) depth: Option<String>,
    pub(crate) error: Option<String>,
    /// The lines below each finding, by language.
    #[serde(default)]
    pub(crate) beside: BTreeMap<String, Vec<Vec<String>>>,
}

/// Drives the page as committed. Whatever it did, nothing left it.
pub(crate) fn drive(office: &Office, plan: &Value, limit: Duration) -> Answers {
    let answers: Answers = run_script(office, "drive.mjs", plan, limit);
    let foreign = |url: &&String| !url.starts_with("file:") && !url.starts_with("blob:");
    assert_eq!(answers.requests.iter().find(foreign), None, "a request left the page");
    assert_eq!(answers.violations, ["connect-src", "img-src", "script-src-elem"], "the policy holds");
    assert_eq!(answers.errors, [""; 0], "the page had an error");
    answers
}

/// Runs one of the scripts beside this file on a plan.
#[track_caller]
pub(crate) fn run_script<T: DeserializeOwned>(office: &Office, script: &str, plan: &Value, limit: Duration) -> T {
    let mut plan = plan.clone();
    if plan.get("page").is_none() {
        plan["page"] = json!(workspace().join("crates/web/verifier.html"));
    }
    let (plan_file, results) = (office.path("plan.json"), office.path("results.json"));
    std::fs::write(&plan_file, plan.to_string()).expect("write the plan");
    let mut node = Command::new("node");
    node.arg(workspace().join("tests/browser").join(script)).arg(&plan_file).arg(&results);
    node.env("SEALBAG_PLAYWRIGHT", playwright()).env("SEALBAG_CHROMIUM", chromium());
    let run = run_within(&mut node, limit).expect_code(0);
    let seen = std::fs::read(&results).unwrap_or_else(|error| panic!("{error}: {}", run.stderr));
    serde_json::from_slice(&seen).expect("results")
}

fn playwright() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    let installed = target.join("tools/browser/node_modules/playwright-core");
    let named = std::env::var_os("SEALBAG_PLAYWRIGHT").map_or(installed, PathBuf::from);
    assert!(
        named.is_dir(),
        "playwright-core is missing: `cargo xtask test` installs it, or SEALBAG_PLAYWRIGHT names it"
    );
    named
}

fn chromium() -> PathBuf {
    let named = std::env::var_os("SEALBAG_CHROMIUM").map_or("/usr/bin/chromium".into(), PathBuf::from);
    assert!(named.is_file(), "Chromium is missing: apt-get install chromium, or SEALBAG_CHROMIUM names it");
    named
}
