//! Files that are no function of the data and lie in the partial bag from its beginning: the roster, the log of the bag before.
//!
//! `.resume/carried.txt` lists them in the form of a tag manifest, so that an interrupted seal knows them again. It is as good
//! as the draft beside it: what the draft itself says of roster and log is compared with it.

use sealbag_custody::seal_record::SealRecord;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::layout::{PREVIOUS, ROSTER, TagFile};

use super::RosterFile;
use crate::previous::{CarriedFile, PreviousLog};

/// All files to carry.
pub(crate) fn files(previous: Option<&PreviousLog>, roster: Option<&RosterFile>) -> Vec<CarriedFile> {
    let roster = roster.map(|roster| CarriedFile { path: ROSTER.to_owned(), bytes: roster.bytes.clone() });
    previous.into_iter().flat_map(PreviousLog::files).cloned().chain(roster).collect()
}

/// True if a list of carried files is one that the draft can have been begun with.
pub(super) fn agrees(draft: &SealRecord, carried: &[TagFile]) -> bool {
    let digest_of = |path: &str| carried.iter().find(|file| file.path == path).map(|file| file.sha256);
    let mut log: Vec<&TagFile> = Vec::new();
    for file in carried.iter().filter(|file| file.path != ROSTER) {
        let Some(name) = file.path.strip_prefix(PREVIOUS).and_then(|rest| rest.strip_prefix('/')) else { return false };
        if !name.contains('/') && name.ends_with(".txt") {
            log.push(file);
        }
    }
    let has_roster = digest_of(ROSTER) == draft.roster.as_ref().map(|roster| roster.sha256);
    // The paths increase, so the first and the last event are the ends of the log.
    let ends = |file: Option<&&TagFile>| -> Option<Sha256Digest> { file.map(|file| file.sha256) };
    let has_log = match &draft.previous {
        Some(previous) => ends(log.first()) == Some(previous.seal) && ends(log.last()) == Some(previous.head),
        None => carried.iter().all(|file| file.path == ROSTER),
    };
    has_roster && has_log
}
