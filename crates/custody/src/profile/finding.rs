//! What the linter says about a profile.

use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// For the reader to know: a legal source that nobody has checked.
    Note,
    /// The profile can be used, but something looks forgotten.
    Warning,
    /// The profile cannot be used.
    Error,
}

impl Severity {
    /// `note`, `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One thing that the linter has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LintFinding {
    /// The line of the file, from 1.
    pub line: usize,
    /// How much it matters.
    pub severity: Severity,
    /// What it is, in plain words, safe to show.
    pub message: String,
}

impl fmt::Display for LintFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}: {}", self.line, self.severity, self.message)
    }
}

/// A profile with at least one error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a profile that can be used: {}", first(findings))]
pub struct ProfileError {
    /// Everything that was found, in the order of the lines.
    pub findings: Vec<LintFinding>,
}

fn first(findings: &[LintFinding]) -> String {
    let worst = findings.iter().find(|finding| finding.severity == Severity::Error);
    worst.map(|finding| format!("line {}: {}", finding.line, finding.message)).unwrap_or_default()
}
