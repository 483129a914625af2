//! The content of every file in `data/`, compared with the sealed list.

#[cfg(feature = "fs")]
mod many;

use std::io;

use sealbag_manifest::chunks::GROUP_LEN;
use sealbag_manifest::entry::{Content, Entry, Kind};
use sealbag_manifest::hash::{Algorithms, ExtraAlgorithms, FileDigests, FileHasher};
use sealbag_manifest::layout::ENTRIES;
use sealbag_manifest::store::{BagFile, BagStore, OpenError};

use super::differing::Sealed;
use super::file_set::NameSum;
use super::list::{ChunkPlace, VerifiedList};
use super::measured::{Measured, Wanted};
use super::report::Report;
use super::{Depth, Freshness, Lanes, differing, file_set};
use crate::damage::Damage;
use crate::finding::{Code, Finding};
use crate::progress::Progress;
use crate::verdict::Check;

/// Bytes read at once: one group of the chunk values.
const BLOCK: usize = GROUP_LEN as usize;

/// How to compare.
pub(crate) struct Run<'a> {
    pub(crate) store: &'a dyn BagStore,
    pub(crate) list: &'a VerifiedList,
    pub(crate) depth: Depth,
    pub(crate) freshness: Freshness,
    pub(crate) lanes: Lanes,
    pub(crate) progress: &'a dyn Progress,
    /// Digests that somebody else has computed; without it, files are read here.
    pub(crate) measured: Option<&'a dyn Measured>,
}

/// One file to look at.
struct Job {
    entry: Box<Entry>,
    chunks: ChunkPlace,
}

/// What was found; remarks and faults of one entry.
enum Answer {
    /// Nothing to say, or only of entries without bytes.
    Quiet,
    /// The file was there and could be opened.
    Present(Option<Finding>),
    /// The file is not there as a regular file, or cannot be opened.
    Absent(Finding),
}

struct Answered {
    /// Where the file lies below `data/`; empty for what has no bytes.
    stored: String,
    answer: Answer,
    remark: Option<Finding>,
}

/// Compares everything in `data/` with the list.
pub(crate) fn check(run: &Run<'_>, report: &mut Report) {
    let lying_there = file_set::survey(run.store, report);
    let mut tally = Tally { report, found: NameSum::default() };
    let read = each_in_order(run, &mut tally);
    let found = tally.found;
    match read {
        Ok(true) => {}
        Ok(false) => report.add(Check::Files, Finding::new(Code::ChangedWhileRead, ENTRIES)),
        Err(error) => report.add(Check::Files, super::tags::unreadable(ENTRIES, error)),
    }
    if lying_there != found {
        file_set::name_added(run.store, run.list, lying_there, report);
    }
    if run.depth == Depth::Quick {
        report.add(Check::Files, Finding::new(Code::Quick, ""));
    }
    report.ran(Check::FileSet);
    report.ran(Check::Files);
}

struct Tally<'a> {
    report: &'a mut Report,
    found: NameSum,
}

impl Tally<'_> {
    fn take(&mut self, answered: Answered) {
        match answered.answer {
            Answer::Quiet => {}
            Answer::Present(finding) => {
                self.found.add(answered.stored.as_bytes());
                if let Some(finding) = finding {
                    self.report.add(Check::Files, finding);
                }
            }
            Answer::Absent(finding) => {
                let check = if finding.code == Code::FileUnreadable { Check::Files } else { Check::FileSet };
                self.report.add(check, finding);
            }
        }
        if let Some(remark) = answered.remark {
            self.report.add(Check::Files, remark);
        }
    }
}

#[cfg(feature = "fs")]
fn each_in_order(run: &Run<'_>, tally: &mut Tally<'_>) -> Result<bool, OpenError> {
    match run.lanes {
        _ if run.measured.is_some() => one_by_one(run, tally),
        Lanes::One => one_by_one(run, tally),
        Lanes::Many => many::each_in_order(run, tally),
    }
}

#[cfg(not(feature = "fs"))]
fn each_in_order(run: &Run<'_>, tally: &mut Tally<'_>) -> Result<bool, OpenError> {
    match run.lanes {
        Lanes::Many => one_by_one(run, tally),
    }
}

fn one_by_one(run: &Run<'_>, tally: &mut Tally<'_>) -> Result<bool, OpenError> {
    let mut buffer = vec![0; BLOCK];
    run.list.each(run.store, &mut |entry, chunks| {
        tally.take(answer(run, Job { entry, chunks }, &mut buffer));
        true
    })
}

fn answer(run: &Run<'_>, job: Job, buffer: &mut [u8]) -> Answered {
    let answer = match look(run, &job) {
        Err(answer) => answer,
        Ok(seen) => judge(run, &job, &seen, digest(run, &seen, buffer)),
    };
    answered(run, job, answer)
}

fn answered(run: &Run<'_>, job: Job, answer: Answer) -> Answered {
    run.progress.entry();
    let stored = job.entry.stored_path().unwrap_or_default().to_owned();
    Answered { stored, answer, remark: sealed_unreadable(&job.entry) }
}

/// A file that is there and has its size.
struct Seen<'j> {
    place: String,
    file: Box<dyn BagFile>,
    content: &'j Content,
}

/// Opens the file of an entry. The answer, if nothing need be read for it.
fn look<'j>(run: &Run<'_>, job: &'j Job) -> Result<Seen<'j>, Answer> {
    let entry = &job.entry;
    let (Kind::File, Some(stored), Some(content)) = (entry.kind, entry.stored_path(), &entry.content) else {
        return Err(Answer::Quiet);
    };
    let place = format!("data/{stored}");
    let file = run.store.open(&place).map_err(|error| {
        Answer::Absent(match error {
            OpenError::Missing => Finding::new(Code::FileMissing, named(&place, entry)),
            OpenError::Unreadable(error) => unreadable(&place, entry, &error),
            _ => Finding::new(Code::FileNotRegular, named(&place, entry)),
        })
    })?;
    if file.size() != content.size {
        return Err(Answer::Present(Some(differing::other_size(named(&place, entry), content.size, file.size()))));
    }
    match run.freshness {
        Freshness::AsCached => {}
        #[cfg(feature = "fs")]
        Freshness::FromMedium => file.forget_cached(),
    }
    Ok(Seen { place, file, content })
}

/// The place in the bag, with the original path where it is another one.
fn named(place: &str, entry: &Entry) -> String {
    let original = entry.path.shown();
    match entry.stored {
        Some(_) => format!("{place} ({original})"),
        None => format!("data/{original}"),
    }
}

fn unreadable(place: &str, entry: &Entry, error: &io::Error) -> Finding {
    Finding::new(Code::FileUnreadable, named(place, entry)).found(error.kind().to_string())
}

/// What could not be read when it was sealed is a remark for ever.
pub(crate) fn sealed_unreadable(entry: &Entry) -> Option<Finding> {
    let first = entry.unreadable.first()?;
    let bytes: u64 = entry.unreadable.iter().map(|part| part.range.length).sum();
    let what = match bytes {
        0 => first.errno.clone(),
        _ => format!(
            "{bytes} bytes in {} places, the first at {}: {}",
            entry.unreadable.len(),
            first.range.offset,
            first.errno
        ),
    };
    let remark = Finding::new(Code::SealedUnreadable, entry.path.shown()).found(what);
    Some(Finding { damage: Damage::of(entry).map(Box::new), ..remark })
}

/// Compares what was read with what was sealed.
fn judge(run: &Run<'_>, job: &Job, seen: &Seen<'_>, found: io::Result<FileDigests>) -> Answer {
    let Seen { place, content, .. } = seen;
    Answer::Present(match found {
        Err(error) => Some(unreadable(place, &job.entry, &error)),
        Ok(found) if found.size != content.size => {
            Some(differing::other_size(named(place, &job.entry), content.size, found.size))
        }
        Ok(found) => compare(run, job, place, content, &found),
    })
}

fn compare(run: &Run<'_>, job: &Job, place: &str, content: &Content, found: &FileDigests) -> Option<Finding> {
    let is_same = found.content.blake3 == content.digests.blake3
        && (run.depth == Depth::Quick
            || (found.content.sha256 == content.digests.sha256 && found.extra == content.extra));
    if is_same {
        return None;
    }
    let sealed = Sealed { store: run.store, list: run.list, chunks: &job.chunks, content };
    let mut finding = sealed.changed(named(place, &job.entry), run.depth, &found.content, &found.groups);
    // The digest has decided; the checksum of a packed bag tells when it happened.
    if run.store.open(place).ok().and_then(|file| file.is_as_carried()) == Some(false)
        && let Some(seen) = &mut finding.found
    {
        seen.push_str("; its CRC-32 in the packed bag does not hold either: it was damaged after it was packed");
    }
    Some(finding)
}

/// What of a file is compared at this depth.
pub(super) fn algorithms(depth: Depth, content: &Content) -> Algorithms {
    match depth {
        Depth::Full => Algorithms::Full(ExtraAlgorithms::of(&content.extra)),
        Depth::Quick => Algorithms::Blake3Only,
    }
}

fn digest(run: &Run<'_>, seen: &Seen<'_>, buffer: &mut [u8]) -> io::Result<FileDigests> {
    let Seen { content, file, place } = seen;
    if let Some(measured) = run.measured {
        return measured.digests(&Wanted { place, size: content.size, algorithms: algorithms(run.depth, content) });
    }
    let mut hasher = FileHasher::with(algorithms(run.depth, content));
    let mut offset = 0;
    // The size was compared; a file that grows meanwhile is not followed.
    while offset < content.size {
        let length = (content.size - offset).min(buffer.len() as u64) as usize;
        let count = file.read_full_at(&mut buffer[..length], offset)?;
        if count == 0 {
            break;
        }
        hasher.update(&buffer[..count]);
        run.progress.bytes(count as u64);
        offset += count as u64;
    }
    Ok(hasher.finish())
}
