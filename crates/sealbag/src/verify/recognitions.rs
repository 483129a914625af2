//! Recognitions that were brought: which of them count, and what is wrong with the others (`docs/spec/recognition.md`).

use sealbag_custody::keyset::Keyset;
use sealbag_custody::roster::{Lineage, VerifiedRecognition, VerifiedRoster};
use sealbag_manifest::path::shown;

use crate::finding::{Code, Finding};

/// One that counts.
pub(super) struct Recognized {
    /// What was signed.
    pub(super) recognition: VerifiedRecognition,
    /// The place of the authority that recognises, among those given.
    pub(super) by: usize,
    /// The rosters of the one that is recognised.
    pub(super) lineage: Lineage,
}

/// Those that count, of each pair of authorities the newest. Only an authority that was brought recognises another: whoever is
/// recognised recognises nobody.
pub(super) fn read(
    files: &[Vec<u8>],
    own: &[Lineage],
    at_hand: &[VerifiedRoster],
    findings: &mut Vec<Finding>,
) -> Vec<Recognized> {
    let mut all: Vec<(usize, VerifiedRecognition)> = Vec::new();
    for bytes in files {
        let recognition = match VerifiedRecognition::read(bytes) {
            Ok(recognition) => recognition,
            Err(error) => {
                let finding = Finding::new(Code::RecognitionMalformed, "");
                findings.push(finding.found(shown(error.to_string().as_bytes())));
                continue;
            }
        };
        let keys = &recognition.record().authority.keys;
        // With the keys that it has now: whoever has its old keys could still sign.
        match own.iter().position(|lineage| lineage.keys.as_ref().is_some_and(|now| now.is_same(keys))) {
            Some(by) => all.push((by, recognition)),
            None => {
                let finding = Finding::new(Code::RecognitionUnknownAuthority, "");
                findings.push(finding.found(format!("{} by {}", name(&recognition), keys.shown())));
            }
        }
    }
    let mut counting: Vec<Recognized> = Vec::new();
    for (by, recognition) in &all {
        let pair = |(other_by, other): &&(usize, VerifiedRecognition)| {
            other_by == by && other.record().recognized.origin() == recognition.record().recognized.origin()
        };
        let is_known = |known: &Recognized| {
            known.by == *by
                && known.recognition.record().recognized.origin() == recognition.record().recognized.origin()
        };
        if counting.iter().any(is_known) {
            continue;
        }
        let version = |other: &(usize, VerifiedRecognition)| other.1.record().version;
        let Some(newest) = all.iter().filter(pair).map(version).max() else { continue };
        let mut newest = all.iter().filter(pair).filter(|other| version(other) == newest).map(|(_, other)| other);
        let Some(first) = newest.next() else { continue };
        if newest.any(|other| other.sha256() != first.sha256()) {
            findings.push(Finding::new(Code::RecognitionConflict, "").found(name(first)));
        }
        let keys = &first.record().recognized.keys;
        // An authority that was brought itself needs nobody's word.
        if own.iter().any(|lineage| belongs(lineage, keys, at_hand)) {
            continue;
        }
        counting.push(Recognized { recognition: first.clone(), by: *by, lineage: Lineage::of(keys, at_hand) });
    }
    counting
}

/// True if the keys are, or were, those of an authority that was brought.
fn belongs(lineage: &Lineage, keys: &Keyset, at_hand: &[VerifiedRoster]) -> bool {
    lineage.keys.as_ref().is_some_and(|now| now.is_same(keys))
        || lineage.members.iter().any(|place| at_hand[*place].keys().is_same(keys))
}

/// What the scope says against a roster of the one that is recognised, and the roster of the one that recognises against the
/// recognition.
pub(super) fn against(
    recognition: &VerifiedRecognition,
    roster: &VerifiedRoster,
    by: Option<&VerifiedRoster>,
) -> Vec<Finding> {
    let record = recognition.record();
    let mut found = Vec::new();
    let version = roster.record().version;
    if let Some(minimum) = record.scope.minimum_version.filter(|minimum| version < *minimum) {
        let finding = Finding::new(Code::RosterRolledBack, "").expected(format!("version {minimum}, as recognised"));
        found.push(finding.found(format!("version {version}")));
    }
    let origin = record.recognized.origin();
    let listed = by.and_then(|by| by.record().recognition.iter().find(|entry| entry.authority == *origin));
    if let Some(listed) = listed.filter(|listed| listed.version > record.version) {
        let finding = Finding::new(Code::RecognitionRolledBack, "").expected(format!("version {}", listed.version));
        found.push(finding.found(name(recognition)));
    }
    found
}

/// The two authorities and the number.
pub(super) fn name(recognition: &VerifiedRecognition) -> String {
    let record = recognition.record();
    format!("version {} of the recognition of {} by {}", record.version, record.recognized.name, record.authority.name)
}
