//! The verdict: every check, every finding, one conclusion. Only [`crate::verify`] makes one.

mod check;
mod shown;

use std::collections::BTreeMap;

use sealbag_manifest::digest::Sha256Digest;
use serde::Serialize;

pub use self::check::{Check, CheckResult, Status};
pub use self::shown::{CustodyShown, EndShown, HolderShown, SealShown, SignerShown};
use crate::finding::{Finding, Findings, Severity};
pub use crate::verify::time::{AttestedShown, BoundsShown, EventsShown, TokenShown};

/// Value of the member `format`.
pub const FORMAT: &str = "sealbag/verdict/v1";

/// The four conclusions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Files, signature, attribution by a roster, custody and trusted time all hold.
    Confirmed,
    /// All that was checked holds, but there is something to know.
    ConfirmedWithRemarks,
    /// Something does not match.
    Violated,
    /// Something prevents an answer.
    Undetermined,
}

impl Outcome {
    /// The words that a court reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::Confirmed => "INTEGRITY CONFIRMED",
            Self::ConfirmedWithRemarks => "CONFIRMED, WITH REMARKS",
            Self::Violated => "INTEGRITY VIOLATED",
            Self::Undetermined => "CANNOT BE DETERMINED",
        }
    }
}

/// The result of one verification. Holds no clock, host, path of this machine or language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    format: &'static str,
    outcome: Outcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    seal: Option<String>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    shown: Option<SealShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custody: Option<CustodyShown>,
    anchors: Vec<&'static str>,
    checks: Vec<CheckResult>,
    findings: Vec<Finding>,
    totals: BTreeMap<&'static str, u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attested: Option<AttestedShown>,
}

impl Verdict {
    pub(crate) fn new(
        seal: Option<Sha256Digest>,
        shown: Option<SealShown>,
        custody: Option<CustodyShown>,
        anchors: Vec<&'static str>,
        checks: Vec<CheckResult>,
        findings: Findings,
        attested: Option<AttestedShown>,
    ) -> Self {
        // Without attested time there is a remark in any case.
        let unanswered = checks.iter().any(|result| result.status == Status::NotRun && result.check != Check::Time);
        let outcome = match findings.worst() {
            Some(Severity::Violation) => Outcome::Violated,
            Some(Severity::Undetermined) => Outcome::Undetermined,
            // A check that did not run is never a pass, whatever else was found.
            _ if unanswered => Outcome::Undetermined,
            Some(Severity::Remark) => Outcome::ConfirmedWithRemarks,
            None => Outcome::Confirmed,
        };
        let totals = findings.totals().iter().map(|(code, count)| (code.name(), *count)).collect();
        Self {
            format: FORMAT,
            outcome,
            seal: seal.map(|digest| digest.to_hex()),
            shown,
            custody,
            anchors,
            checks,
            findings: findings.list().to_vec(),
            totals,
            attested,
        }
    }

    /// The conclusion.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// SHA-256 of `custody/000000.txt`, if there is one.
    pub fn seal_hash(&self) -> Option<&str> {
        self.seal.as_deref()
    }

    /// What the seal says of itself; only if its signature holds.
    pub fn shown(&self) -> Option<&SealShown> {
        self.shown.as_ref()
    }

    /// The log; only if the seal's signature holds.
    pub fn custody(&self) -> Option<&CustodyShown> {
        self.custody.as_ref()
    }

    /// Every check.
    pub fn checks(&self) -> &[CheckResult] {
        &self.checks
    }

    /// Every finding that is listed.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many findings there are of each code.
    pub fn totals(&self) -> &BTreeMap<&'static str, u64> {
        &self.totals
    }

    /// What time-stamps attest; only where tokens were judged.
    pub fn attested(&self) -> Option<&AttestedShown> {
        self.attested.as_ref()
    }

    /// The status of one check.
    pub fn status(&self, check: Check) -> Option<Status> {
        self.checks.iter().find(|result| result.check == check).map(|result| result.status)
    }
}
