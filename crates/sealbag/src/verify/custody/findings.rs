//! What a step of the log says, as findings.

use sealbag_custody::event::EVENT_FORMAT;
use sealbag_custody::log_page::LogPageError;
use sealbag_custody::page::{MAX_PAGE_LEN, PageError};
use sealbag_custody::replay::{Breach, EndRemark, Remark, Replay, RosterConflict};
use sealbag_custody::seal_record::RosterReference;
use sealbag_manifest::path::shown;

use super::walk::{ChainBreak, Step};
use crate::finding::{Code, Finding};
use crate::verify::seal::signature_code;

/// All findings of one step, in the order of the spec. `seal_roster` is the roster that event 0 names.
pub(crate) fn of_step(
    step: &Step,
    place: &str,
    replay: &Replay<'_>,
    seal_roster: Option<&RosterReference>,
) -> Vec<Finding> {
    let one = |code, found: String| vec![Finding::new(code, place).found(found)];
    match step {
        Step::Seal(judgement) => of_judgement(judgement, place, replay, seal_roster),
        Step::Judged(page, judgement) => of_judgement(judgement, place, replay, page.record().roster.as_ref()),
        Step::NotJudged(_) => Vec::new(),
        Step::Missing => vec![Finding::new(Code::EventMissing, place)],
        Step::Unreadable(error) => one(Code::BagUnreadable, error.kind().to_string()),
        Step::TooLarge => {
            vec![Finding::new(Code::EventMalformed, place).expected(format!("at most {MAX_PAGE_LEN} bytes"))]
        }
        Step::Bad(error) => vec![of_page(error, place)],
        Step::OffChain(page, ChainBreak::OtherBag) => one(Code::OtherBag, format!("bag {}", page.record().bag)),
        Step::OffChain(page, ChainBreak::WrongIndex) => one(Code::WrongIndex, format!("index {}", page.record().index)),
        Step::OffChain(page, ChainBreak::Prev { expected }) => {
            let finding = Finding::new(Code::ChainBroken, place).expected(format!("prev {expected}"));
            vec![finding.found(format!("prev {}", page.record().prev))]
        }
    }
}

fn of_page(error: &LogPageError, place: &str) -> Finding {
    let code = match error {
        LogPageError::UnknownFormat { .. } => {
            return Finding::new(Code::EventUnsupported, place).expected(EVENT_FORMAT).found(error.to_string());
        }
        LogPageError::OtherSigner { expected, found } => {
            return Finding::new(Code::EventSignerMismatch, place).expected(expected).found(found);
        }
        LogPageError::UnsupportedType(_) => Code::EventUnsupported,
        LogPageError::Page(PageError::NoRecord | PageError::RecordTooLarge { .. }) => Code::EventMalformed,
        LogPageError::Page(error) => signature_code(error),
        _ => Code::EventMalformed,
    };
    Finding::new(code, place).found(error.to_string())
}

fn of_judgement(
    judgement: &sealbag_custody::replay::Judgement,
    place: &str,
    replay: &Replay<'_>,
    roster: Option<&RosterReference>,
) -> Vec<Finding> {
    if let Some(breach) = &judgement.breach {
        return vec![of_breach(breach, place)];
    }
    let mut findings: Vec<_> = judgement.remarks.iter().map(|remark| of_remark(remark, place)).collect();
    // Only an event that somebody vouches for can say that there is a later roster.
    let conflict = roster.filter(|_| judgement.person.is_some()).and_then(|roster| replay.roster_conflict(roster));
    findings.extend(conflict.map(|conflict| match conflict {
        RosterConflict::RolledBack { named, in_use } => {
            let finding = Finding::new(Code::RosterRolledBack, place).expected(format!("version {named}"));
            finding.found(format!("version {in_use}"))
        }
        RosterConflict::OtherContent { version } => {
            Finding::new(Code::RosterConflict, place).found(format!("version {version}"))
        }
    }));
    findings
}

fn of_breach(breach: &Breach, place: &str) -> Finding {
    let code = match breach {
        Breach::NoRelease => Code::NoRelease,
        Breach::NotAllowed { .. } => Code::NotAllowed,
        Breach::WrongReference(_) => Code::WrongReference,
        Breach::WrongAcceptor { .. } => Code::WrongAcceptor,
        Breach::NotHolder { .. } => Code::NotHolder,
        Breach::SelfTransfer => Code::SelfTransfer,
        Breach::CosignerSkipped(_) => Code::CosignerSkipped,
        Breach::OwnCountersignature => Code::OwnCountersignature,
        Breach::NotAuthor => Code::NotAuthor,
        Breach::OnHold => Code::OnHold,
        Breach::OtherRoot { .. } => Code::OtherRoot,
        Breach::TimeOrder { .. } => Code::TimeOrder,
        Breach::WrongRole { .. } => Code::WrongRole,
        Breach::KeyInvalid { .. } => Code::KeyInvalid,
        Breach::KeyCompromised { .. } => Code::KeyCompromised,
        Breach::NotRecognized(_) => Code::RecognitionNotCovered,
        _ => Code::EventSignerUnknown,
    };
    Finding::new(code, place).found(shown_text(&breach.to_string()))
}

fn of_remark(remark: &Remark, place: &str) -> Finding {
    let code = match remark {
        Remark::Unattributed { .. } => Code::Unattributed,
        Remark::Recognized(_) => Code::RecognitionUsed,
        Remark::ClockBackwards { .. } => Code::ClockBackwards,
        Remark::Late(_) => Code::Late,
        Remark::LateCountersignature => Code::LateCountersignature,
        Remark::KeyExpired(_) => Code::KeyExpired,
        Remark::KeyRetired(_) => Code::KeyRetired,
        Remark::RecordedViolation(_) => Code::RecordedViolation,
        Remark::RecordedUndetermined(_) => Code::RecordedUndetermined,
        Remark::ExaminedOriginal => Code::ExaminedOriginal,
        Remark::Objection(_) => Code::Objection,
        Remark::Incident(_) => Code::Incident,
        Remark::Corrected(_) => Code::Corrected,
        _ => Code::RefusedToSign,
    };
    Finding::new(code, place).found(shown_text(&remark.to_string()))
}

/// What has to be read at the end of a log.
pub(crate) fn of_end(remark: &EndRemark, place: &str) -> Finding {
    let code = match remark {
        EndRemark::CosignerPending(_) => Code::CosignerPending,
        EndRemark::TransferOpen { .. } => Code::TransferOpen,
        EndRemark::Unfinished(_) => Code::Unfinished,
        EndRemark::Resealed => Code::Resealed,
    };
    Finding::new(code, place).found(shown_text(&remark.to_string()))
}

/// Texts of a record in which nothing hides.
fn shown_text(text: &str) -> String {
    shown(text.as_bytes())
}
