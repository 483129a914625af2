//! Verifying the whole bag just before an event is signed, and what the event says of it.

use std::path::Path;

use sealbag_custody::event::{RecordedDepth, RecordedOutcome, Verified};
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::source::Source;
use sealbag_manifest::store::DirectoryStore;

use super::AppendError;
use super::log::read_seal;
use crate::finding::{Finding, Severity};
use crate::progress::{Phase, Progress};
use crate::verdict::{Outcome, Verdict};
use crate::verify::{self, Anchors, Depth, Options};

/// What the event names as the verifier.
const PROGRAM: &str = concat!("sealbag ", env!("CARGO_PKG_VERSION"));

/// A bag that was verified whole. Only [`check`] makes one.
pub struct Checked {
    verdict: Verdict,
    seal: Sha256Digest,
    verified: Verified,
}

impl Checked {
    /// All that was found.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// What does not match.
    pub fn violations(&self) -> Vec<Finding> {
        let all = self.verdict.findings().iter();
        all.filter(|finding| finding.severity == Severity::Violation).cloned().collect()
    }

    /// SHA-256 of event 0.
    pub fn seal(&self) -> Sha256Digest {
        self.seal
    }

    /// What an event says of it.
    pub fn verified(&self) -> &Verified {
        &self.verified
    }
}

/// Verifies the whole bag with all its digests.
///
/// # Errors
/// If the bag cannot be opened, or its seal does not hold: then no event can follow, whatever it says.
pub fn check(
    bag: &Path,
    anchors: &Anchors,
    source: Option<&Source>,
    progress: &dyn Progress,
) -> Result<Checked, AppendError> {
    let store = DirectoryStore::open(bag).map_err(|source| AppendError::Bag { path: bag.to_owned(), source })?;
    let seal = read_seal(&store)?;
    progress.phase(Phase::Verifying, Some(seal.record().tree.size), Some(seal.record().totals.bytes));
    let verdict = verify::verify(&store, &Options { anchors, depth: Depth::Full, source, progress });
    let json = serde_json::to_vec(&verdict).expect("a verdict holds strings and numbers only");
    let codes = verdict.totals().keys().map(|code| Text::new(*code).expect("codes are plain names"));
    let verified = Verified {
        outcome: match verdict.outcome() {
            Outcome::Confirmed => RecordedOutcome::Confirmed,
            Outcome::ConfirmedWithRemarks => RecordedOutcome::ConfirmedWithRemarks,
            Outcome::Violated => RecordedOutcome::Violated,
            Outcome::Undetermined => RecordedOutcome::Undetermined,
        },
        depth: RecordedDepth::Full,
        root: seal.record().tree.root,
        verdict_sha256: Some(sha256(&json)),
        codes: codes.collect(),
        program: Some(Text::new(PROGRAM).expect("name and version are plain text")),
    };
    Ok(Checked { verdict, seal: seal.hash(), verified })
}
