//! What the rules say of the time of one event, as findings.

use sealbag_custody::time::{TimeFinding, Timed};

use crate::finding::{Code, Finding};
use crate::verify::custody::walk::Step;

/// The findings of the check `time` of one step, in the order of the rules. Of an event that breaks a rule of custody only
/// that the tokens contradict each other: it may be why.
pub(crate) fn of_step(step: &Step, place: &str) -> Vec<Finding> {
    let (Step::Seal(judgement) | Step::Judged(_, judgement)) = step else { return Vec::new() };
    let stands = judgement.breach.is_none();
    let all = judgement.timed.findings.iter();
    all.filter(|finding| stands || matches!(finding, TimeFinding::Contradiction { .. }))
        .map(|finding| Finding::new(code(finding), place).found(finding.to_string()))
        .collect()
}

/// True if a finding of the event itself says why it has no trusted time.
pub(super) fn says_why(timed: &Timed) -> bool {
    timed
        .findings
        .iter()
        .any(|finding| matches!(finding, TimeFinding::Contradiction { .. } | TimeFinding::AfterKeyEnd { .. }))
}

fn code(finding: &TimeFinding) -> Code {
    match finding {
        TimeFinding::BackDated { .. } => Code::BackDated,
        TimeFinding::PostDated { .. } => Code::PostDated,
        TimeFinding::ClockBehind { .. } => Code::ClockBehind,
        TimeFinding::ClockAhead { .. } => Code::ClockAhead,
        TimeFinding::EnteredLate { .. } => Code::EnteredLate,
        TimeFinding::AfterKeyEnd { .. } => Code::AfterKeyEnd,
        TimeFinding::CompromisedLater { .. } => Code::CompromisedLater,
        // A kind of finding without a code of its own would prevent an answer.
        _ => Code::Contradiction,
    }
}
