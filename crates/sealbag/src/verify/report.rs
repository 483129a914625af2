//! Collects findings by check while a verification runs.

use std::collections::BTreeMap;

use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::store::Unseen;

use super::time::AttestedShown;
use crate::finding::{Code, Finding, Findings, Severity};
use crate::verdict::{Check, CheckResult, CustodyShown, SealShown, Status, Verdict};

/// What is known so far. A check of which nothing was said counts as not run.
#[derive(Clone, Default)]
pub(crate) struct Report {
    findings: BTreeMap<Check, Findings>,
    marks: BTreeMap<Check, Mark>,
    attested: Option<AttestedShown>,
    unseen: Vec<&'static str>,
}

#[derive(Clone, Copy)]
enum Mark {
    Ran,
    NotRun(&'static str),
    NotPresent,
}

impl Report {
    /// Adds a finding to a check.
    pub(crate) fn add(&mut self, check: Check, finding: Finding) {
        self.findings.entry(check).or_default().add(finding);
    }

    /// The check was put to its end; its findings say how it ended.
    pub(crate) fn ran(&mut self, check: Check) {
        self.marks.entry(check).or_insert(Mark::Ran);
    }

    /// The check could not be put.
    pub(crate) fn not_run(&mut self, check: Check, why: &'static str) {
        self.marks.insert(check, Mark::NotRun(why));
    }

    /// The bag holds nothing that the check could look at.
    pub(crate) fn not_present(&mut self, check: Check) {
        self.marks.insert(check, Mark::NotPresent);
    }

    /// What time-stamps attest, for a reader.
    pub(crate) fn attest(&mut self, shown: AttestedShown) {
        self.attested = Some(shown);
    }

    /// The store cannot see these kinds of things.
    pub(crate) fn not_seen(&mut self, unseen: &[Unseen]) {
        self.unseen = unseen.iter().map(|kind| kind.name()).collect();
        if !unseen.is_empty() {
            self.add(Check::FileSet, Finding::new(Code::NotSeen, "").found(self.unseen.join(", ")));
        }
    }

    /// True if the check ran and nothing speaks against it.
    pub(crate) fn holds(&self, check: Check) -> bool {
        self.status(check).0 == Status::Passed
    }

    /// The findings of every check that weigh more than a remark.
    #[cfg(feature = "fs")]
    pub(crate) fn faults(&self) -> Vec<Finding> {
        let all = self.findings.values().flat_map(|findings| findings.list());
        all.filter(|finding| finding.severity > Severity::Remark).cloned().collect()
    }

    fn status(&self, check: Check) -> (Status, Option<&'static str>) {
        let worst = self.findings.get(&check).and_then(Findings::worst);
        match (worst, self.marks.get(&check)) {
            (Some(Severity::Violation), _) => (Status::Failed, None),
            (_, Some(Mark::NotRun(why))) => (Status::NotRun, Some(why)),
            (Some(Severity::Undetermined), _) => (Status::NotRun, Some("it could not be answered; see the findings")),
            (_, Some(Mark::Ran)) => (Status::Passed, None),
            (_, Some(Mark::NotPresent)) => (Status::NotPresent, None),
            (_, None) => (Status::NotRun, Some("a check before it did not hold")),
        }
    }

    /// Draws the conclusion.
    pub(crate) fn into_verdict(
        mut self,
        seal: Option<Sha256Digest>,
        shown: Option<SealShown>,
        custody: Option<CustodyShown>,
        anchors: Vec<&'static str>,
    ) -> Verdict {
        let checks = Check::ALL
            .into_iter()
            .map(|check| {
                let (status, why) = self.status(check);
                let is_listing = matches!(check, Check::TagFiles | Check::FileSet | Check::Custody);
                let is_run = matches!(status, Status::Passed | Status::Failed);
                let not_run = if is_listing && is_run { self.unseen.clone() } else { Vec::new() };
                CheckResult { check, status, why, not_run }
            })
            .collect();
        let mut all = Findings::default();
        for check in Check::ALL {
            if let Some(findings) = self.findings.remove(&check) {
                all.append(findings);
            }
        }
        Verdict::new(seal, shown, custody, anchors, checks, all, self.attested)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Outcome;

    /// The outcome if every check ran and found nothing, but for one.
    fn outcome_without(one: Check, say: impl Fn(&mut Report)) -> Outcome {
        let mut report = Report::default();
        Check::ALL.into_iter().filter(|check| *check != one).for_each(|check| report.ran(check));
        say(&mut report);
        report.into_verdict(None, None, None, Vec::new()).outcome()
    }

    #[test]
    fn a_check_that_did_not_run_is_never_a_pass() {
        // Of attested time it is: there a remark says that none counts.
        for check in Check::ALL.into_iter().filter(|check| *check != Check::Time) {
            assert_eq!(outcome_without(check, |_| ()), Outcome::Undetermined, "{check:?}, of which nothing was said");
            assert_eq!(
                outcome_without(check, |report| report.not_run(check, "why")),
                Outcome::Undetermined,
                "{check:?}"
            );
            assert_eq!(outcome_without(check, |report| report.ran(check)), Outcome::Confirmed, "{check:?}");
            assert_eq!(outcome_without(check, |report| report.not_present(check)), Outcome::Confirmed, "{check:?}");
        }
    }
}
