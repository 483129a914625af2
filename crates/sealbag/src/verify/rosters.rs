//! Which rosters are in use: those that were brought, else the bag's own (`docs/spec/roster.md`, "Use by a verifier").

use std::borrow::Cow;

use sealbag_custody::keyset::Keyset;
use sealbag_custody::roster::{Lineage, RosterError, RosterInUse, VerifiedRoster};
use sealbag_manifest::layout::ROSTER;
use sealbag_manifest::path::shown;
use sealbag_manifest::store::{BagStore, OpenError};

use super::anchor::Anchors;
use super::recognitions::{self, Recognized};
use super::report::Report;
use crate::finding::{Code, Finding};
use crate::verdict::Check;

/// The rosters that were brought, read once for any number of bags.
#[derive(Default)]
pub(crate) struct Brought {
    /// What is wrong with some of them, and what was followed.
    findings: Vec<Finding>,
    /// All that hold, in the order in which they were given.
    at_hand: Vec<VerifiedRoster>,
    /// For each authority the rosters that it signed, as far as they are at hand.
    lineages: Vec<Lineage>,
    /// The recognitions that count.
    recognized: Vec<Recognized>,
    /// The newest of each authority, in the order of the authorities; then of those that are recognised.
    in_use: Vec<RosterInUse>,
}

impl Brought {
    /// Verifies every roster file and every recognition.
    pub(crate) fn read(anchors: &Anchors) -> Self {
        let mut brought = Self::default();
        for bytes in &anchors.rosters {
            match VerifiedRoster::read_file(bytes) {
                Ok(rosters) => rosters.into_iter().for_each(|roster| take(&mut brought.at_hand, roster)),
                Err(error) => brought.findings.push(unfit(&error)),
            }
        }
        let at_hand = &brought.at_hand;
        let lineages: Vec<_> = anchors.authorities.iter().map(|keys| Lineage::of(keys, at_hand)).collect();
        let recognized = recognitions::read(&anchors.recognitions, &lineages, at_hand, &mut brought.findings);
        let known = || lineages.iter().chain(recognized.iter().map(|recognized| &recognized.lineage));
        for (place, roster) in at_hand.iter().enumerate() {
            if !known().any(|lineage| lineage.members.contains(&place)) {
                brought.findings.push(of_nobody(roster, &anchors.authorities));
            }
        }
        for lineage in &lineages {
            brought.findings.extend(findings(lineage, at_hand, ""));
            put(&mut brought.in_use, newest(lineage, at_hand).cloned().map(RosterInUse::own));
        }
        for Recognized { recognition, by, lineage } in &recognized {
            brought.findings.extend(findings(lineage, at_hand, ""));
            let Some(roster) = newest(lineage, at_hand) else { continue };
            brought.findings.extend(recognitions::against(recognition, roster, newest(&lineages[*by], at_hand)));
            let roster = RosterInUse::recognized(roster.clone(), recognition.clone());
            put(&mut brought.in_use, Some(roster));
        }
        brought.lineages = lineages;
        brought.recognized = recognized;
        brought
    }

    /// True if an authority needs no roster of its own: it is there to recognise others.
    fn recognizes(&self, authority: usize) -> bool {
        self.recognized.iter().any(|recognized| recognized.by == authority)
    }

    /// True if nothing is left to be found in the bag.
    fn is_complete(&self) -> bool {
        let own = self.lineages.iter().enumerate();
        own.clone().all(|(at, lineage)| lineage.in_use.is_some() || self.recognizes(at))
            && self.recognized.iter().all(|recognized| recognized.lineage.in_use.is_some())
    }
}

/// One roster for each authority that was named or is recognised: the one that was brought, else the bag's own.
pub(super) fn in_use<'a>(
    store: &dyn BagStore,
    anchors: &Anchors,
    brought: &'a Brought,
    report: &mut Report,
) -> Cow<'a, [RosterInUse]> {
    let mut tell = |finding: Finding| report.add(Check::Anchor, finding);
    brought.findings.iter().cloned().for_each(&mut tell);
    if anchors.authorities.is_empty() {
        return Cow::Borrowed(&brought.in_use);
    }
    let is_complete = brought.is_complete();
    let in_bag = in_bag(store, is_complete).unwrap_or_else(|unreadable| {
        tell(unreadable);
        Vec::new()
    });
    for (keys, lineage) in anchors.authorities.iter().zip(&brought.lineages) {
        if lineage.in_use.is_some() {
            contradicted(keys, lineage, brought, &in_bag).into_iter().for_each(&mut tell);
        }
    }
    for Recognized { recognition, lineage, .. } in &brought.recognized {
        if lineage.in_use.is_some() {
            contradicted(&recognition.record().recognized.keys, lineage, brought, &in_bag)
                .into_iter()
                .for_each(&mut tell);
        }
    }
    if is_complete {
        return Cow::Borrowed(&brought.in_use);
    }
    let mut all = brought.at_hand.clone();
    in_bag.iter().for_each(|roster| take(&mut all, roster.clone()));
    let mut search = |keys: &Keyset, is_needed: bool| {
        let lineage = Lineage::of(keys, &all);
        let Some(roster) = newest(&lineage, &all) else {
            if is_needed {
                tell(Finding::new(Code::RosterMissing, "").expected(keys.shown()));
            }
            return None;
        };
        let record = roster.record();
        let finding = Finding::new(Code::RosterFromBag, ROSTER);
        tell(finding.found(format!("version {}, issued {}", record.version, record.issued)));
        findings(&lineage, &all, ROSTER).into_iter().for_each(&mut tell);
        Some(roster.clone())
    };
    let mut in_use: Vec<RosterInUse> = Vec::new();
    for (at, (keys, known)) in anchors.authorities.iter().zip(&brought.lineages).enumerate() {
        let brought_itself = newest(known, &brought.at_hand).cloned();
        let roster = brought_itself.or_else(|| search(keys, !brought.recognizes(at)));
        put(&mut in_use, roster.map(RosterInUse::own));
    }
    let mut against = Vec::new();
    for Recognized { recognition, by, lineage } in &brought.recognized {
        let brought_itself = newest(lineage, &brought.at_hand).cloned();
        let is_new = brought_itself.is_none();
        let Some(roster) = brought_itself.or_else(|| search(&recognition.record().recognized.keys, true)) else {
            continue;
        };
        if is_new {
            let by = newest(&brought.lineages[*by], &brought.at_hand);
            against.extend(recognitions::against(recognition, &roster, by));
        }
        put(&mut in_use, Some(RosterInUse::recognized(roster, recognition.clone())));
    }
    against.into_iter().for_each(tell);
    Cow::Owned(in_use)
}

/// The bag's own rosters; none if the file is not there or does not hold. Where only those matter that exchange keys, the
/// signatures of a file without one are not looked at. A file that cannot be read now might contradict what was brought.
fn in_bag(store: &dyn BagStore, only_exchanges: bool) -> Result<Vec<VerifiedRoster>, Finding> {
    const EXCHANGE: &[u8] = b"\n[outgoing]\n";
    let bytes = match store.read_whole(ROSTER, VerifiedRoster::MAX_FILE_LEN as u64) {
        Ok(bytes) => bytes,
        Err(OpenError::Unreadable(error)) => {
            return Err(Finding::new(Code::BagUnreadable, ROSTER).found(error.kind().to_string()));
        }
        Err(_) => return Ok(Vec::new()),
    };
    if only_exchanges && !bytes.windows(EXCHANGE.len()).any(|window| window == EXCHANGE) {
        return Ok(Vec::new());
    }
    Ok(VerifiedRoster::read_file(&bytes).unwrap_or_default())
}

/// What the bag's rosters say against the one that was brought: that its authority's keys handed over. Nobody but
/// these keys can have said so.
fn contradicted(keys: &Keyset, known: &Lineage, brought: &Brought, in_bag: &[VerifiedRoster]) -> Vec<Finding> {
    let exchanges = in_bag.iter().filter(|roster| roster.outgoing().is_some());
    let mut all = brought.at_hand.clone();
    exchanges.for_each(|roster| take(&mut all, roster.clone()));
    if all.len() == brought.at_hand.len() {
        return Vec::new();
    }
    let lineage = Lineage::of(keys, &all);
    let conflicts = lineage.conflicts.iter().filter(|conflict| !known.conflicts.contains(conflict));
    let mut found: Vec<_> =
        conflicts.map(|conflict| Finding::new(Code::RosterConflict, ROSTER).found(conflict.to_string())).collect();
    let version =
        |lineage: &Lineage, all: &[VerifiedRoster]| newest(lineage, all).map(|roster| roster.record().version);
    let (here, there) = (version(known, &brought.at_hand), version(&lineage, &all));
    if let (Some(here), Some(there)) = (here, there)
        && there > here
    {
        let finding = Finding::new(Code::RosterRolledBack, ROSTER).expected(format!("version {there}"));
        found.push(finding.found(format!("version {here}")));
    }
    found
}

/// Adds a roster that is not there yet.
fn take(rosters: &mut Vec<VerifiedRoster>, roster: VerifiedRoster) {
    if !rosters.iter().any(|known| known.sha256() == roster.sha256()) {
        rosters.push(roster);
    }
}

/// Adds a roster, unless another anchor has led to it.
fn put(in_use: &mut Vec<RosterInUse>, roster: Option<RosterInUse>) {
    in_use.extend(roster.filter(|roster| !in_use.iter().any(|known| known.sha256() == roster.sha256())));
}

/// The roster in use of one authority.
fn newest<'a>(lineage: &Lineage, at_hand: &'a [VerifiedRoster]) -> Option<&'a VerifiedRoster> {
    lineage.in_use.map(|place| &at_hand[place])
}

fn findings(lineage: &Lineage, at_hand: &[VerifiedRoster], place: &str) -> Vec<Finding> {
    let conflict = |conflict: &sealbag_custody::roster::Conflict| {
        Finding::new(Code::RosterConflict, place).found(conflict.to_string())
    };
    let exchange = |at: &usize| {
        let roster = &at_hand[*at];
        let before = roster.outgoing().map(Keyset::shown).unwrap_or_default();
        let version = roster.record().version;
        let finding = Finding::new(Code::RosterKeysExchanged, place).expected(before);
        finding.found(format!("{}, by version {version}", roster.keys().shown()))
    };
    lineage.conflicts.iter().map(conflict).chain(lineage.exchanges.iter().map(exchange)).collect()
}

fn unfit(error: &RosterError) -> Finding {
    let code = if error.is_unfinished() { Code::RosterUnfinished } else { Code::RosterMalformed };
    Finding::new(code, "").found(shown(error.to_string().as_bytes()))
}

/// A roster of none of the authorities that were given.
fn of_nobody(roster: &VerifiedRoster, authorities: &[Keyset]) -> Finding {
    let is_part = |keys: &&Keyset| keys.keys().iter().any(|key| roster.keys().contains(key));
    let found = format!("version {} of {}", roster.record().version, roster.keys().shown());
    match authorities.iter().find(is_part) {
        Some(part) => Finding::new(Code::RosterPartialAnchor, "").expected(part.shown()).found(found),
        None => Finding::new(Code::RosterUnknownAuthority, "").found(found),
    }
}
