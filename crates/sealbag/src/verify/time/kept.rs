//! Tokens that somebody kept outside the bag (`docs/spec/time.md`, "A token that was kept").

use sealbag_manifest::store::{BagStore, OpenError};
use sealbag_timestamp::{Anchors, Imprint, Token};

use super::token;
use crate::finding::{Code, Finding};
use crate::verdict::Check;
use crate::verify::custody::{LOG, survey, walk};
use crate::verify::previous;
use crate::verify::report::Report;
use crate::verify::seal::VerifiedSeal;
use sealbag_custody::page::MAX_PAGE_LEN;

/// A token that was brought, and the event file that it is over.
#[derive(Clone)]
pub(crate) struct Kept<'a> {
    /// The token file.
    pub(super) bytes: &'a [u8],
    /// The place of the log in which the event lies.
    pub(super) prefix: String,
    /// The event.
    pub(super) index: u32,
}

/// Finds for each token the event that it is over; says which count for nothing, and which cover no event.
pub(crate) fn locate<'a>(
    store: &dyn BagStore,
    seal: &VerifiedSeal,
    anchors: &Anchors,
    tokens: &'a [Vec<u8>],
    report: &mut Report,
) -> Vec<Kept<'a>> {
    if tokens.is_empty() {
        return Vec::new();
    }
    let mut sought = Vec::new();
    for bytes in tokens {
        if anchors.is_empty() {
            let why = "no certificate of a time-stamp authority was given";
            report.add(Check::Time, Finding::new(Code::KeptTokenUnfit, "").found(why));
            continue;
        }
        match Token::parse(bytes) {
            Ok(token) => sought.push((bytes, token.statement().imprint.clone())),
            Err(fault) => report.add(Check::Time, unfit(&token::finding(&fault, ""))),
        }
    }
    let (mut kept, mut is_read) = (Vec::new(), true);
    let (before, unreadable) = previous::ancestors(store, seal);
    if let Some(unreadable) = unreadable {
        is_read = false;
        report.add(Check::Time, unreadable);
    }
    let before = before.into_iter().map(|ancestor| ancestor.prefix);
    for prefix in std::iter::once(LOG.to_owned()).chain(before) {
        let indexes = survey::indexes(store, &prefix).unwrap_or_else(|unreadable| {
            is_read = false;
            report.add(Check::Time, unreadable);
            Default::default()
        });
        for index in indexes {
            if sought.is_empty() {
                return kept;
            }
            let place = walk::path(&prefix, index);
            let event = match store.read_whole(&place, MAX_PAGE_LEN as u64) {
                Ok(event) => event,
                Err(OpenError::Unreadable(error)) => {
                    is_read = false;
                    let finding = Finding::new(Code::BagUnreadable, place).found(error.kind().to_string());
                    report.add(Check::Time, finding);
                    continue;
                }
                Err(_) => continue,
            };
            sought.retain(|(bytes, imprint)| {
                if Imprint::of(imprint.algorithm(), &event) != *imprint {
                    return true;
                }
                match token::over(bytes, &event, anchors) {
                    Ok(_) => kept.push(Kept { bytes, prefix: prefix.clone(), index }),
                    Err(fault) => report.add(Check::Time, unfit(&token::finding(&fault, ""))),
                }
                false
            });
        }
    }
    // A token of an authority that nobody knows proves nothing against the log.
    for (bytes, imprint) in sought {
        let finding = match token::by_itself(bytes, &imprint, anchors) {
            // It may be over the event that cannot be read.
            Ok(_) if !is_read => continue,
            Ok(held) => Finding::new(Code::KeptTokenMismatch, "")
                .expected(format!("an event file with {imprint}, of {}", held.time))
                .found("none"),
            Err(fault) => unfit(&token::finding(&fault, "")),
        };
        report.add(Check::Time, finding);
    }
    kept
}

fn unfit(finding: &Finding) -> Finding {
    let why = finding.found.as_deref().unwrap_or_default();
    Finding::new(Code::KeptTokenUnfit, "").found(format!("{}: {why}", finding.code.name()))
}
