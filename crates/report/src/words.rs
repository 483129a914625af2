//! The words for what a verification knows: verdicts, checks, findings, events, states, roles, fields.

use sealbag::finding::{Code, Severity};
use sealbag::verdict::{Check, Outcome, Status};
use sealbag_sentences::names;

use crate::catalogue::Catalogue;

impl Catalogue {
    /// The verdict in the words of the glossary.
    pub fn outcome(&self, outcome: Outcome) -> String {
        self.text(&format!(
            "verdict-{}",
            match outcome {
                Outcome::ConfirmedWithRemarks => "confirmed_remarks",
                other => outcome_name(other),
            }
        ))
    }

    /// One sentence for the verdict.
    pub fn summary(&self, outcome: Outcome) -> String {
        let first = self.text(&format!("summary-{}", outcome_name(outcome)));
        match outcome {
            Outcome::Confirmed => format!("{first}\n{}", self.text("summary-confirmed-by")),
            _ => first,
        }
    }

    /// What became of a custody log.
    pub fn log_outcome(&self, outcome: Outcome) -> String {
        self.text(&format!("log-{}", outcome_name(outcome)))
    }

    /// What a check looked at.
    pub fn check(&self, check: Check) -> String {
        self.text(&format!("check-{}", check_name(check)))
    }

    /// How a check ended, on a terminal.
    pub fn status(&self, status: Status) -> String {
        self.text(match status {
            Status::Passed => "status-passed",
            Status::Failed => "status-failed",
            Status::NotRun => "status-not_run",
            Status::NotPresent => "status-not_present",
        })
    }

    /// How a check ended, in the words of the glossary.
    pub fn result(&self, status: Status) -> String {
        self.text(match status {
            Status::Passed => "verdict-pass",
            Status::Failed => "verdict-fail",
            Status::NotRun => "verdict-not_checked",
            Status::NotPresent => "verdict-not_present",
        })
    }

    /// Why a check was not run. A reason that is not known here stays in English.
    pub fn why(&self, reason: &str) -> String {
        match REASONS.iter().find(|(english, _)| *english == reason) {
            Some((_, key)) => self.text(key),
            None => reason.to_owned(),
        }
    }

    /// The sentence of a finding.
    pub fn finding(&self, code: Code) -> String {
        let key = format!("finding-{}", code.name().replace('.', "-"));
        if self.has(&key) { self.text(&key) } else { code.sentence().to_owned() }
    }

    /// How much a finding weighs.
    pub fn weight(&self, severity: Severity) -> String {
        self.text(match severity {
            Severity::Violation => "weight-violation",
            Severity::Undetermined => "weight-undetermined",
            Severity::Remark => "weight-remark",
        })
    }

    /// What happened, by the type of the event as the record names it.
    pub fn event(&self, name: &str) -> String {
        self.say(&names::event(name))
    }

    /// The state of an exhibit, as a log's end names it.
    pub fn state(&self, name: &str) -> String {
        self.say(&names::state(name))
    }

    /// A role as the roster names it.
    pub fn role(&self, name: &str) -> String {
        self.say(&names::role(name))
    }

    /// Roles as an event states those of its actor, side by side.
    pub fn roles(&self, names: &str) -> String {
        self.say(&names::roles(names))
    }

    /// A field or table of a record.
    pub fn field(&self, name: &str) -> String {
        self.say(&names::field(name))
    }

    /// A field `table.key` of a record, from the table on.
    pub fn field_path(&self, field: &str) -> String {
        self.say(&names::field_path(field))
    }
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Confirmed => "confirmed",
        Outcome::ConfirmedWithRemarks => "confirmed_with_remarks",
        Outcome::Violated => "violated",
        Outcome::Undetermined => "undetermined",
    }
}

/// The name of a check in the verdict's JSON.
pub fn check_name(check: Check) -> &'static str {
    match check {
        Check::Signature => "signature",
        Check::Record => "record",
        Check::Anchor => "anchor",
        Check::TagManifest => "tagmanifest",
        Check::TagFiles => "tag_files",
        Check::Entries => "entries",
        Check::Tree => "tree",
        Check::Chunks => "chunks",
        Check::Manifest => "manifest",
        Check::FileSet => "file_set",
        Check::Files => "files",
        Check::Custody => "custody",
        Check::Previous => "previous",
        Check::Time => "time",
    }
}

/// What the verifier says of a check that it did not run, and the message for it.
const REASONS: &[(&str, &str)] = &[
    ("a check before it did not hold", "why-not-reached"),
    ("the data lie outside the bag", "why-outside"),
    ("nothing from outside the bag was given", "why-no-anchor"),
    ("no certificate of a time-stamp authority was given", "why-no-tsa"),
    ("no time-stamp counts; see the findings", "why-no-stamp"),
    ("the sealed list does not hold", "why-list"),
    ("it could not be answered; see the findings", "why-unanswered"),
    ("the system gave no thread for it", "why-no-thread"),
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                sources(&path, into);
            } else {
                into.extend(Some(path).filter(|path| !path.ends_with("tests.rs")));
            }
        }
    }

    #[test]
    fn every_reason_of_the_verifier_is_known() {
        let mut files = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../sealbag/src/verify"), &mut files);
        files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../sealbag/src/verify.rs"));
        let mut found = 0;
        for file in files {
            let text = fs::read_to_string(file).expect("a source");
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            for behind in text.split("not_run(").skip(1).chain(text.split("Status::NotRun, Some(").skip(1)) {
                let call = behind.split(");").next().unwrap_or_default().split("=>").next().unwrap_or_default();
                let Some(reason) = call.split('"').nth(1) else { continue };
                assert!(REASONS.iter().any(|(english, _)| *english == reason), "no words for {reason:?}");
                found += 1;
            }
        }
        assert!(found >= 5, "{found} reasons");
    }
}
