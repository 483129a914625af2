//! The custody log as a reader wants it: event by event, whose it is, and what is to be said of it.
//!
//! The same walk and the same rules as in [`crate::verify`] (`docs/spec/custody.md`), without the contents of the bag. Events
//! are handed over one at a time, so that the longest log needs no more memory than the shortest.

mod event;
mod receipt;
mod shown;

use sealbag_manifest::store::BagStore;

use crate::finding::{Code, Finding, Severity};
use crate::verdict::{CustodyShown, Outcome, SealShown};
use crate::verify::Anchors;
use crate::verify::anchor;
use crate::verify::custody::walk::{self, Step};
use crate::verify::custody::{self, LOG, findings, survey};
use crate::verify::report::Report;
use crate::verify::rosters::Brought;
use crate::verify::seal;
use crate::verify::time::{Clerk, Stamps};
pub use event::{Content, Event, Signatory, Standing};
use event::{Scene, event_of, vouches_for_zero};
pub use receipt::{NoReceipt, receipt};
pub use shown::{Closing, Opening, RecognitionShown, RosterShown};

/// So many missing events are shown one by one: one file with a high number must not make a million blocks.
const MISSING_SHOWN: u32 = 100;

/// Takes the log, piece by piece.
pub trait Reader {
    /// First.
    fn open(&mut self, opening: &Opening);
    /// Each event in its order.
    fn event(&mut self, event: &Event<'_>);
}

/// Reads and replays the log.
pub fn read(store: &dyn BagStore, anchors: &Anchors, reader: &mut dyn Reader) -> Closing {
    let mut report = Report::default();
    let event = seal::read(store, &mut report);
    let seal_hash = event.as_ref().map(|event| event.hash.to_hex());
    let mut worst = None;
    let opening = |report: Report, sealed, worst: &mut Option<Severity>| {
        let findings = listed(report);
        weigh(worst, &findings);
        Opening { anchors: anchors.names(), seal_hash: seal_hash.clone(), sealed, findings, rosters: Vec::new() }
    };
    let Some(seal) = event.and_then(|event| seal::verify(event, &mut report)) else {
        reader.open(&opening(report, None, &mut worst));
        return Closing { custody: None, holder: None, findings: Vec::new(), outcome: outcome(worst) };
    };
    let brought = Brought::read(anchors);
    let resolved = anchor::check(store, &seal, anchors, &brought, &mut report);
    let survey = survey::look(store, &mut report);
    let stamps = Stamps::look(store, LOG, &seal, survey.tokens, resolved.trust(), None);
    let vouching = stamps.vouching(resolved.vouching(LOG));
    let rosters = vouching.rosters.iter().map(RosterShown::of).collect();
    let opening = Opening { rosters, ..opening(report, Some(SealShown::new(seal.record())), &mut worst) };
    reader.open(&opening);
    let judges_tokens = !anchors.tsa.is_empty();
    let mut clerk = Clerk::new();
    let is_vouched = vouches_for_zero(&opening.findings, &seal, vouching);
    let mut missing = 0;
    let walked = walk::walk(store, LOG, &seal, survey.last, vouching, &mut |index, step, replay| {
        let event = event_of(index, step, replay, &Scene { seal: &seal, vouching, is_vouched });
        weigh(&mut worst, &event.findings);
        clerk.note(index, step);
        missing += u32::from(matches!(step, Step::Missing));
        if !matches!(step, Step::Missing) || missing <= MISSING_SHOWN {
            reader.event(&event);
        }
    });
    let end = walked.is_whole.then(|| custody::end_of(&walked.replay));
    let mut findings: Vec<_> = match walked.is_whole {
        true => walked.replay.end().iter().map(|remark| findings::of_end(remark, LOG)).collect(),
        false if missing > MISSING_SHOWN => {
            vec![Finding::new(Code::EventMissing, LOG).found(format!("{missing} numbers without an event"))]
        }
        false => Vec::new(),
    };
    // Where tokens are not judged, the timeline says nothing of them.
    if judges_tokens {
        let mut tell = |finding| findings.push(finding);
        clerk.of_tokens(store, LOG, &stamps, &mut tell);
        clerk.of_trust(&stamps, &mut tell);
    }
    weigh(&mut worst, &findings);
    Closing {
        holder: walked.is_whole.then(|| walked.replay.holder()),
        custody: Some(CustodyShown {
            events: u64::from(walked.last) + 1,
            head: walked.head.map(|head| head.to_hex()).unwrap_or_default(),
            end,
        }),
        findings,
        outcome: outcome(worst),
    }
}

fn listed(report: Report) -> Vec<Finding> {
    report.into_verdict(None, None, None, Vec::new()).findings().to_vec()
}

fn weigh(worst: &mut Option<Severity>, findings: &[Finding]) {
    *worst = findings.iter().map(|finding| finding.severity).chain(*worst).max();
}

fn outcome(worst: Option<Severity>) -> Outcome {
    match worst {
        Some(Severity::Violation) => Outcome::Violated,
        Some(Severity::Undetermined) => Outcome::Undetermined,
        Some(Severity::Remark) => Outcome::ConfirmedWithRemarks,
        None => Outcome::Confirmed,
    }
}
