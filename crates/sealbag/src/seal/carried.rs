//! Files that are no function of the data and lie in the partial bag from its beginning: the roster, the log of the bag before.
//!
//! `.resume/carried.txt` lists them in the form of a tag manifest, so that an interrupted seal knows them again. It is as good
//! as the draft beside it: what the draft itself says of roster and log is compared with it.

use sealbag_custody::seal_record::SealRecord;
use sealbag_manifest::layout::{PREVIOUS, ROSTER, TagFile};

use super::RosterFile;
use crate::previous::PreviousLog;

/// All files to carry: path and bytes.
pub(crate) fn files<'a>(previous: Option<&'a PreviousLog>, roster: Option<&'a RosterFile>) -> Vec<(&'a str, &'a [u8])> {
    let log = previous.into_iter().flat_map(PreviousLog::files);
    let log = log.map(|file| (file.path.as_str(), file.bytes.as_slice()));
    log.chain(roster.map(|roster| (ROSTER, roster.bytes.as_slice()))).collect()
}

/// True if a list of carried files is one that the draft can have been begun with.
pub(super) fn agrees(draft: &SealRecord, carried: &[TagFile]) -> bool {
    let mut log = carried.iter().filter_map(|file| {
        let name = file.path.strip_prefix(PREVIOUS)?.strip_prefix('/')?;
        (!name.contains('/') && name.ends_with(".txt")).then_some(file.sha256)
    });
    // The paths increase, so the first and the last event are the ends of the log.
    let first = log.next();
    let ends = first.map(|first| (first, log.next_back().unwrap_or(first)));
    let is_in_log = |file: &TagFile| file.path.strip_prefix(PREVIOUS).is_some_and(|rest| rest.starts_with('/'));
    let roster = carried.iter().find(|file| file.path == ROSTER).map(|file| file.sha256);
    ends == draft.previous.as_ref().map(|previous| (previous.seal, previous.head))
        && roster == draft.roster.as_ref().map(|roster| roster.sha256)
        && carried.iter().all(|file| file.path == ROSTER || (ends.is_some() && is_in_log(file)))
}
