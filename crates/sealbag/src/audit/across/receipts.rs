//! A bag against what was kept of it: receipts, single events, other copies.

use std::path::Path;

use sealbag_custody::receipt::Receipt;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::layout::SEAL;
use sealbag_manifest::store::{BagStore, DiskBag};

use super::{Across, Kind, Tell};
use crate::audit::AuditError;
use crate::audit::compare::{self, LogAt, Split};
use crate::audit::fork::{self, Side};
use crate::audit::judge::Judge;
use crate::audit::line::{Kept, KeptLog};
use crate::audit::receipts::Known;
use crate::finding::Code;
use crate::verify::custody::LOG;
use crate::verify::kept::{self, FirstDiffering, Misfit};
use crate::verify::seal::{self, VerifiedSeal};

/// A receipt that has another event than the log, or another seal for the bag, is half of a proof; a bag that was kept is all
/// of it.
pub(super) fn against_receipts(
    judge: &Judge<'_>,
    kept: &Kept,
    log: KeptLog,
    tell: &mut Tell<'_>,
) -> Result<(), AuditError> {
    let receipts = judge.audit.receipts.of_bag(log.bag);
    if receipts.is_empty() {
        return Ok(());
    }
    let Ok(store) = DiskBag::open(kept.path()) else { return Ok(()) };
    let Some(seal) = seal::read_at(&store, SEAL).ok().and_then(|event| VerifiedSeal::of(event).ok()) else {
        return Ok(());
    };
    let vouchers = judge.vouchers(&store, &seal);
    for known in receipts {
        let Ok(receipt) = Receipt::read(&known.bytes()) else { continue };
        let has_other_seal = known.seal != log.seal;
        let is_vouched =
            if has_other_seal { vouchers.vouch_for_seal(&receipt) } else { vouchers.vouch_for_head(&receipt) };
        if has_other_seal {
            let page = receipt.seal_bytes();
            tell(&other_seal(judge, Sided { bag: kept.path(), log, store: &store }, known, page, is_vouched))?;
            continue;
        }
        if !log.has_mismatch && is_vouched && !known.is_bag {
            continue;
        }
        let Ok(index) = u32::try_from(receipt.index()) else {
            if !is_vouched {
                tell(&ahead(kept, log, known, &receipt))?;
            }
            continue;
        };
        let misfit = kept::misfit(&store, LOG, &receipt);
        // Of a bag that was kept every event is at hand: the first that differs is looked for.
        let whole = known.is_bag.then(|| DiskBag::open(&known.path).ok()).flatten();
        let split = whole.as_ref().and_then(|theirs| {
            let [ours, theirs] = [&store, theirs].map(|store| LogAt { store, prefix: LOG });
            compare::split(&ours, &theirs, index.saturating_add(1))
        });
        let sided = match (split, &misfit) {
            (Some(Split { index, pages: [here, there] }), _) => {
                // The receipt shows its head alone: what lies before it is worth what its own log says of it.
                let in_its_log = || whole.as_ref().is_some_and(|theirs| judge.is_attributed(theirs, index));
                let is_attributed = is_vouched && in_its_log();
                Some((index, [here, there], is_attributed, FirstDiffering::Exactly(u64::from(index))))
            }
            (None, Some(Misfit::Differs { first, .. })) => {
                let here = LogAt { store: &store, prefix: LOG }.event(index);
                here.map(|here| (index, [here, receipt.head_bytes().to_vec()], is_vouched, *first))
            }
            _ => None,
        };
        match sided {
            Some((index, [here, there], is_attributed, first)) => {
                let sides = [
                    Side { place: kept.path(), page: &here, is_attributed: judge.is_attributed(&store, index) },
                    Side { place: &known.path, page: &there, is_attributed },
                ];
                let mut found = fork::found(judge.audit.forks, log.bag, index, sides);
                found.first = Some(first.index());
                if let FirstDiffering::AtMost(_) = first {
                    found.why = Some(found.why.map_or_else(|| first.to_string(), |why| format!("{first}; {why}")));
                }
                tell(&found)?;
            }
            None if matches!(misfit, Some(Misfit::Ahead { .. })) && !is_vouched => {
                tell(&ahead(kept, log, known, &receipt))?;
            }
            None => {}
        }
    }
    Ok(())
}

/// A bag, opened.
struct Sided<'a> {
    bag: &'a Path,
    log: KeptLog,
    store: &'a dyn BagStore,
}

/// The same bag under another seal. An event that was kept alone names that seal, and does not show it.
fn other_seal(judge: &Judge<'_>, ours: Sided<'_>, known: &Known, page: Option<&[u8]>, is_vouched: bool) -> Across {
    let is_attributed = judge.is_attributed(ours.store, 0);
    let here = LogAt { store: ours.store, prefix: LOG }.event(0).unwrap_or_default();
    let mut found = match page {
        Some(page) => {
            let sides = [
                Side { place: ours.bag, page: &here, is_attributed },
                Side { place: &known.path, page, is_attributed: is_vouched },
            ];
            fork::found(judge.audit.forks, ours.log.bag, 0, sides)
        }
        None => {
            let (kind, code) = match is_attributed && is_vouched {
                true => (Kind::Fork, Code::Fork),
                false => (Kind::SideBranch, Code::SideBranch),
            };
            let mut found = Across::new(kind).code(code).bag(ours.log.bag).at([ours.bag, known.path.as_path()]);
            found.index = Some(0);
            found.events = vec![sha256(&here).to_hex(), known.seal.to_hex()];
            found.why = Some("no proof: the event that was kept names another seal, and does not show it".to_owned());
            found
        }
    };
    found.first = Some(0);
    found
}

/// A receipt by a stranger of an event that the log does not have.
fn ahead(kept: &Kept, log: KeptLog, known: &Known, receipt: &Receipt) -> Across {
    let places = [kept.path(), known.path.as_path()];
    let mut across = Across::new(Kind::SideBranch).code(Code::SideBranch).bag(log.bag).at(places);
    across.index = u32::try_from(receipt.index()).ok();
    across.events = vec![sha256(receipt.head_bytes()).to_hex()];
    across.why = Some("the log has no such event, and nobody vouches for the key of the receipt".to_owned());
    across
}
