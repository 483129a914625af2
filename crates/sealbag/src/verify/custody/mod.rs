//! The custody log: what lies in `custody/`, every event in its place, and what the replay says (`docs/spec/custody.md`).

pub(crate) mod findings;
pub(crate) mod survey;
pub(crate) mod tokens;
pub(crate) mod walk;

use sealbag_custody::replay::{Replay, Vouching};
use sealbag_manifest::store::BagStore;

use super::report::Report;
use super::seal::VerifiedSeal;
use crate::verdict::{Check, CustodyShown, EndShown};

/// Where a bag's own log lies.
pub(crate) const LOG: &str = "custody/";

/// Replays the log of the bag.
pub(crate) fn check(
    store: &dyn BagStore,
    seal: &VerifiedSeal,
    vouching: Vouching<'_>,
    report: &mut Report,
) -> CustodyShown {
    let survey = survey::look(store, report);
    let mut stamps = Vec::new();
    let walked = walk::walk(store, LOG, seal, survey.last, vouching, &mut |index, step, replay| {
        let place = walk::path(LOG, index);
        for finding in findings::of_step(step, &place, replay, seal.record().roster.as_ref()) {
            report.add(Check::Custody, finding);
        }
        tokens::note(step, &mut stamps);
    });
    if walked.is_whole {
        for remark in walked.replay.end() {
            report.add(Check::Custody, findings::of_end(&remark, LOG));
        }
    }
    report.ran(Check::Custody);
    for finding in tokens::missing_or_changed(store, LOG, &stamps) {
        report.add(Check::Time, finding);
    }
    tokens::judge(&survey, report);
    CustodyShown {
        events: u64::from(walked.last) + 1,
        head: walked.head.map(|head| head.to_hex()).unwrap_or_default(),
        end: walked.is_whole.then(|| end_of(&walked.replay)),
    }
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
    let events = if last > 0 { survey::indexes(store, LOG) } else { Default::default() };
    let events = events.into_iter().filter(|index| *index > 0).map(|index| walk::path(LOG, index));
    for place in events.chain(tokens) {
        report.add(Check::Custody, Finding::new(Code::CustodyUnlisted, place));
    }
    report.ran(Check::Custody);
}
