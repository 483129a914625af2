//! The bag before this one, as far as this one carries its log (`docs/spec/custody.md`, "The bag before").

use sealbag_custody::log_page::LogPageError;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::seal_record::{Previous, Relation};
use sealbag_manifest::layout::{PREVIOUS, SEAL};
use sealbag_manifest::store::{BagStore, OpenError};

use super::anchor::Resolved;
use super::custody::{findings, survey, walk};
use super::list::VerifiedList;
use super::proofs;
use super::report::Report;
use super::seal::{self, VerifiedSeal};
use super::time::{self, Clerk, Outer};
use crate::finding::{Code, Finding, Severity};
use crate::verdict::Check;

/// So many bags in a row are looked at.
const MAX_DEPTH: usize = 64;

/// A bag before this one whose event 0 holds and is the one that was named.
pub(crate) struct Ancestor {
    /// Where its log lies.
    pub(crate) prefix: String,
    /// Its event 0.
    pub(crate) seal: VerifiedSeal,
    /// True if its data are known to be those of this bag, in whole or in part.
    pub(crate) is_same_data: bool,
}

/// Why the event 0 of a bag before cannot be used.
enum Unfit {
    Missing,
    Unreadable(std::io::Error),
    Page(LogPageError),
    Mismatch(String),
}

/// The bags before this one, the nearest first; and what cannot be read now of those behind them.
pub(crate) fn ancestors(store: &dyn BagStore, own: &VerifiedSeal) -> (Vec<Ancestor>, Option<Finding>) {
    let mut found: Vec<Ancestor> = Vec::new();
    while found.len() < MAX_DEPTH {
        let later = found.last().map_or(own, |ancestor| &ancestor.seal);
        let Some(reference) = &later.record().previous else { break };
        let prefix = prefix_at(found.len() + 1);
        let seal = match event_zero(store, &prefix, reference) {
            Ok(seal) => seal,
            Err(Unfit::Unreadable(error)) => return (found, Some(unreadable(walk::path(&prefix, 0), &error))),
            Err(_) => break,
        };
        let is_copy = reference.relation == Relation::Copy && later.record().tree.root == reference.root;
        let is_same_data = match found.last() {
            // The proofs of a disclosure are carried, and checked, for the bag in hand only.
            None => is_copy || reference.relation == Relation::Disclosure,
            Some(ancestor) => is_copy && ancestor.is_same_data,
        };
        found.push(Ancestor { prefix, seal, is_same_data });
    }
    (found, None)
}

fn unreadable(place: String, error: &std::io::Error) -> Finding {
    Finding::new(Code::BagUnreadable, place).found(error.kind().to_string())
}

/// `seal/previous/`, `seal/previous/previous/` ...
fn prefix_at(depth: usize) -> String {
    format!("{PREVIOUS}/{}", "previous/".repeat(depth - 1))
}

/// Event 0 at `prefix`: signature, record, and that it is the one named.
fn event_zero(store: &dyn BagStore, prefix: &str, reference: &Previous) -> Result<VerifiedSeal, Unfit> {
    let place = walk::path(prefix, 0);
    let event = match seal::read_at(store, &place) {
        Ok(event) => event,
        Err(OpenError::Unreadable(error)) => return Err(Unfit::Unreadable(error)),
        Err(_) => return Err(Unfit::Missing),
    };
    let found = VerifiedSeal::of(event).map_err(Unfit::Page)?;
    let record = found.record();
    for (what, fits) in [
        ("the seal hash", found.hash() == reference.seal),
        ("the bag", record.bag == reference.bag),
        ("the root", record.tree.root == reference.root),
    ] {
        if !fits {
            return Err(Unfit::Mismatch(format!("{what} is another")));
        }
    }
    Ok(found)
}

/// Checks the log that the bag carries of the one before it, and of those before that. `latest` is T_hi of the bag's own
/// event 0, which names the head of the log before.
pub(crate) fn check(
    store: &dyn BagStore,
    own: &VerifiedSeal,
    list: Option<&VerifiedList>,
    anchors: &Resolved<'_>,
    mut latest: Option<UtcTime>,
    report: &mut Report,
) {
    let Some(reference) = &own.record().previous else {
        report.not_present(Check::Previous);
        return;
    };
    report.ran(Check::Previous);
    let mut named = Some(reference.clone());
    let mut before: Option<VerifiedSeal> = None;
    for depth in 1..=MAX_DEPTH {
        let Some(reference) = named.take() else { return };
        let outer = latest.map(|latest| Outer { head: reference.head, latest });
        let before_it = check_one(store, &prefix_at(depth), &reference, anchors, outer, report);
        let Some((seal, latest_of_seal)) = before_it else { return };
        latest = latest_of_seal;
        let later = before.as_ref().unwrap_or(own);
        if reference.relation == Relation::Copy && later.record().tree.root != reference.root {
            let place = if depth == 1 { SEAL.to_owned() } else { walk::path(&prefix_at(depth - 1), 0) };
            let finding = Finding::new(Code::PreviousOtherRoot, place).expected(reference.root.to_hex());
            report.add(Check::Previous, finding.found(later.record().tree.root.to_hex()));
        }
        if depth == 1 {
            check_proofs(store, reference.relation, &seal, list, report);
        }
        named = seal.record().previous.clone();
        before = Some(seal);
    }
    if named.is_some() {
        report.add(Check::Previous, Finding::new(Code::PreviousMissing, walk::path(&prefix_at(MAX_DEPTH + 1), 0)));
    }
}

/// The log at `prefix`; its event 0 and the T_hi of it, if the check can go on from there.
fn check_one(
    store: &dyn BagStore,
    prefix: &str,
    reference: &Previous,
    anchors: &Resolved<'_>,
    outer: Option<Outer>,
    report: &mut Report,
) -> Option<(VerifiedSeal, Option<UtcTime>)> {
    let place = walk::path(prefix, 0);
    let seal = match event_zero(store, prefix, reference) {
        Ok(seal) => seal,
        Err(Unfit::Mismatch(why)) => {
            report.add(Check::Previous, Finding::new(Code::PreviousMismatch, place).found(why));
            return None;
        }
        Err(unfit) => {
            let finding = match unfit {
                Unfit::Page(error) => seal::finding(&error, &place),
                Unfit::Unreadable(error) => unreadable(place, &error),
                _ => Finding::new(Code::PreviousMissing, place),
            };
            add(finding, report);
            return None;
        }
    };
    let last = match survey::indexes(store, prefix) {
        Ok(indexes) => indexes.last().copied().unwrap_or(0),
        Err(unreadable) => {
            add(unreadable, report);
            return None;
        }
    };
    let stamps = time::stamps(store, prefix, &seal, anchors, outer);
    let mut clerk = Clerk::new();
    let roster = seal.record().roster.clone();
    let vouching = stamps.vouching(anchors.vouching(prefix));
    let walked = walk::walk(store, prefix, &seal, last, vouching, &mut |index, step, replay| {
        let place = walk::path(prefix, index);
        let of_step = findings::of_step(step, &place, replay, roster.as_ref());
        of_step.into_iter().chain(time::of_step(step, &place)).for_each(|finding| add(finding, report));
        clerk.note(index, step);
    });
    clerk.of_tokens(store, prefix, &stamps, &mut |finding| add(finding, report));
    let head = walked.head;
    let latest = stamps.latest_of_seal();
    if let Some(head) = head.filter(|head| *head != reference.head) {
        let is_part = matches!(reference.relation, Relation::Redaction | Relation::Disclosure);
        if last == 0 && is_part {
            report.add(Check::Previous, Finding::new(Code::LogWithheld, place));
        } else {
            let finding = Finding::new(Code::PreviousMismatch, walk::path(prefix, last));
            report.add(Check::Previous, finding.expected(reference.head.to_hex()).found(head.to_hex()));
        }
    }
    Some((seal, latest))
}

/// Whether the lines of the bag in hand are those of the one before, if it is a part of it.
fn check_proofs(
    store: &dyn BagStore,
    relation: Relation,
    before: &VerifiedSeal,
    list: Option<&VerifiedList>,
    report: &mut Report,
) {
    match (relation, list) {
        (Relation::Disclosure | Relation::Redaction, Some(list)) => {
            proofs::check(store, list, before, relation, report);
        }
        (Relation::Disclosure | Relation::Redaction, None) => {
            report.not_run(Check::Previous, "the sealed list does not hold");
        }
        _ => {}
    }
}

/// Violations and remarks count; what prevents an answer about the bag before is a remark about this one.
fn add(finding: Finding, report: &mut Report) {
    let finding = if finding.severity == Severity::Undetermined {
        Finding::new(Code::PreviousUndetermined, finding.place).found(finding.code.name())
    } else {
        finding
    };
    report.add(Check::Previous, finding);
}
