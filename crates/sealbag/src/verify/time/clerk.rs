//! What is to be said of times, gathered during the walk.

use sealbag_custody::event::TokenReference;
use sealbag_manifest::store::BagStore;

use super::rows::Rows;
use super::{AttestedShown, Stamps, listed, shown};
use crate::finding::{Code, Finding};
use crate::verdict::Check;
use crate::verify::custody::LOG;
use crate::verify::custody::walk::Step;
use crate::verify::report::Report;

/// Collects what the replay says of times.
pub(crate) struct Clerk {
    listed: Vec<TokenReference>,
    rows: Rows,
    runs: shown::Runs,
}

impl Clerk {
    pub(crate) fn new() -> Self {
        Self { listed: Vec::new(), rows: Rows::default(), runs: shown::Runs::default() }
    }

    /// Notes one step of the walk.
    pub(crate) fn note(&mut self, index: u32, step: &Step) {
        listed::note(step, &mut self.listed);
        if let Step::Seal(judgement) | Step::Judged(_, judgement) = step {
            self.runs.add(index, judgement.timed.attested);
            if judgement.breach.is_none() {
                let kind = if let Step::Judged(page, _) = step { Some(page.record().kind) } else { None };
                self.rows.add(index, kind, &judgement.timed);
            }
        }
    }

    /// What is to be said of the tokens of a log as a whole, in the order of the spec.
    pub(crate) fn of_tokens(&self, store: &dyn BagStore, prefix: &str, stamps: &Stamps, tell: &mut dyn FnMut(Finding)) {
        listed::missing_or_changed(store, prefix, &self.listed).into_iter().for_each(&mut *tell);
        stamps.findings.list().iter().cloned().for_each(tell);
    }

    /// Whether the bag's own log has trusted time.
    pub(crate) fn of_trust(&self, stamps: &Stamps, tell: &mut dyn FnMut(Finding)) {
        for path in &stamps.unjudged {
            tell(Finding::new(Code::TokenNotChecked, path.as_str()));
        }
        match &stamps.timeline {
            Some(timeline) if !timeline.is_empty() => self.rows.findings(LOG).into_iter().for_each(tell),
            _ => tell(Finding::new(Code::NoTime, "")),
        }
    }

    /// Ends the check `time` of the bag's own log.
    pub(crate) fn close(self, store: &dyn BagStore, stamps: &Stamps, report: &mut Report) {
        let mut tell = |finding| report.add(Check::Time, finding);
        self.of_tokens(store, LOG, stamps, &mut tell);
        self.of_trust(stamps, &mut tell);
        let Self { listed, runs, .. } = self;
        match &stamps.timeline {
            _ if stamps.count == 0 => report.not_present(Check::Time),
            None => report.not_run(Check::Time, "no certificate of a time-stamp authority was given"),
            Some(timeline) if timeline.is_empty() => {
                report.not_run(Check::Time, "no time-stamp counts; see the findings")
            }
            Some(_) => report.ran(Check::Time),
        }
        if stamps.timeline.is_some() && stamps.count > 0 {
            report.attest(AttestedShown::new(runs, &stamps.held, &listed));
        }
    }
}
