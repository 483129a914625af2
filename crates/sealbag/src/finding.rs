//! What a verifier may find, by stable codes (`docs/spec/verdict.md`).

mod code;
mod findings;

use serde::Serialize;

pub use self::code::Code;
pub use self::findings::{Findings, LISTED_PER_CODE, LISTED_TEXT, LONGEST_TEXT};
use crate::damage::Damage;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// To be read; everything that was checked holds.
    Remark,
    /// Something prevents an answer.
    Undetermined,
    /// Something does not match.
    Violation,
}

/// One thing that somebody must read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where in the bag; safe to show. Empty if it concerns the bag as a whole.
    #[serde(rename = "where", skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What should be there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// A map for people of what could not be read; no part of the verdict's JSON.
    #[serde(skip)]
    pub damage: Option<Box<Damage>>,
}

impl Finding {
    /// A finding at a place.
    pub fn new(code: Code, place: impl Into<String>) -> Self {
        Self { code, severity: code.severity(), place: place.into(), expected: None, found: None, damage: None }
    }

    /// What should be there.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// What is there.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }
}
