//! The custody log: what lies in `custody/`, every event in its place, and what the replay says (`docs/spec/custody.md`).

pub(crate) mod findings;
pub(crate) mod survey;
pub(crate) mod walk;

use sealbag_custody::replay::Replay;
use sealbag_custody::scalar::UtcTime;
use sealbag_manifest::store::BagStore;

use super::anchor::Resolved;
use super::report::Report;
use super::seal::VerifiedSeal;
use super::time::{self, Clerk, Stamps};
use crate::verdict::{Check, CustodyShown, EndShown};

/// Where a bag's own log lies.
pub(crate) const LOG: &str = "custody/";

/// The log of the bag, replayed.
pub(crate) struct Replayed {
    /// For a reader.
    pub(crate) shown: CustodyShown,
    /// T_hi of event 0.
    pub(crate) latest_of_seal: Option<UtcTime>,
}

/// Replays the log of the bag: the checks `custody` and `time`.
pub(crate) fn check(
    store: &dyn BagStore,
    seal: &VerifiedSeal,
    resolved: &Resolved<'_>,
    report: &mut Report,
) -> Replayed {
    let survey = survey::look(store, report);
    let stamps = Stamps::look(store, LOG, seal, survey.tokens, resolved.trust(), None);
    let vouching = stamps.vouching(resolved.vouching(LOG));
    let mut clerk = Clerk::new();
    let walked = walk::walk(store, LOG, seal, survey.last, vouching, &mut |index, step, replay| {
        let place = walk::path(LOG, index);
        for finding in findings::of_step(step, &place, replay, seal.record().roster.as_ref()) {
            report.add(Check::Custody, finding);
        }
        for finding in time::of_step(step, &place) {
            report.add(Check::Time, finding);
        }
        clerk.note(index, step);
    });
    if walked.is_whole {
        for remark in walked.replay.end() {
            report.add(Check::Custody, findings::of_end(&remark, LOG));
        }
    }
    report.ran(Check::Custody);
    let shown = CustodyShown {
        events: u64::from(walked.last) + 1,
        head: walked.head.map(|head| head.to_hex()).unwrap_or_default(),
        end: walked.is_whole.then(|| end_of(&walked.replay)),
    };
    let latest_of_seal = stamps.latest_of_seal();
    clerk.close(store, &stamps, report);
    Replayed { shown, latest_of_seal }
}

/// Where a log that was replayed whole has come to.
pub(crate) fn end_of(replay: &Replay<'_>) -> EndShown {
    EndShown {
        state: replay.state().name(),
        holder: replay.holder().into(),
        on_hold: replay.is_on_hold(),
        compromised: replay.is_compromised(),
    }
}

/// Of a bag that is being made: nothing but event 0 lies in its log.
#[cfg(feature = "fs")]
pub(crate) fn check_new(store: &dyn BagStore, report: &mut Report) {
    use crate::finding::{Code, Finding};
    let survey::Survey { last, tokens } = survey::look(store, report);
    let events = if last > 0 { survey::indexes(store, LOG) } else { Ok(Default::default()) };
    let events = events.unwrap_or_else(|unreadable| {
        report.add(Check::Custody, unreadable);
        Default::default()
    });
    let events = events.into_iter().filter(|index| *index > 0).map(|index| walk::path(LOG, index));
    for place in events.chain(tokens.into_iter().map(|token| token.path)) {
        report.add(Check::Custody, Finding::new(Code::CustodyUnlisted, place));
    }
    report.ran(Check::Custody);
}
