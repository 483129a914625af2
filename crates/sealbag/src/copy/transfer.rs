//! The long part of a copy: every file from `data/` to `data/`, hashed on its way, and the list written again.

use std::fs::File;
use std::sync::atomic::AtomicBool;

use sealbag_custody::seal_record::SealRecord;
use sealbag_manifest::chunks::{GroupValue, VALUE_LEN};
use sealbag_manifest::entry::{Content, Entry};
use sealbag_manifest::hash::ExtraAlgorithms;
use sealbag_manifest::layout::{CHUNKS, ENTRIES};
use sealbag_manifest::pipeline::{self, Consumer, JobSender, Limits};
use sealbag_manifest::source::{Before, CopyTo, FileJob, Scratch};
use sealbag_manifest::store::{BagStore, DirectoryStore, OpenError};

use super::{CopyError, sound};
use crate::finding::{Code, Finding};
use crate::progress::{Phase, Progress};
use crate::seal::SealError;
use crate::seal::draft::copies;
use crate::seal::list_writer::{ListWriter, WrittenList};
use crate::seal::partial::Partial;
use crate::verify::file_set::{self, NameSum};
use crate::verify::list::{ChunkPlace, VerifiedList};
use crate::verify::report::Report;

/// Copies what the list has; then looks whether the source holds more.
pub(super) fn run(
    store: &DirectoryStore,
    list: &VerifiedList,
    partial: &Partial,
    draft: &SealRecord,
    sealed: &SealRecord,
    progress: &dyn Progress,
) -> Result<WrittenList, CopyError> {
    let stop = AtomicBool::new(false);
    let to = if copies(draft) { Some(CopyTo::new(partial.data()?, draft.resumed)) } else { None };
    let carrier = Carrier { store, to, goes_on: draft.resumed, progress, stop: &stop };
    let mut taker = Taker { list: ListWriter::create(partial, draft)?, copied: NameSum::default() };
    progress.phase(Phase::Sealing, Some(sealed.tree.size), Some(sealed.totals.bytes));
    let produce = |jobs: &mut JobSender<Job>| {
        list.each(store, &mut |entry, chunks| {
            let job = Job { entry, chunks };
            let weight = job.weight();
            jobs.send_large(job, weight)
        })
    };
    let work = |scratch: &mut Scratch, job| carrier.carry(scratch, job);
    let read = pipeline::run(Limits::for_this_machine(), &stop, produce, Scratch::default, work, &mut taker)?;
    match read {
        Ok(true) => {}
        Ok(false) => return Err(differs(Finding::new(Code::ChangedWhileRead, ENTRIES))),
        Err(source) => return Err(CopyError::Unreadable { path: ENTRIES.to_owned(), source }),
    }
    let mut report = Report::default();
    if carrier.to.is_none() {
        file_set::check_empty(store, &mut report);
    } else if file_set::survey(store, &mut report) != taker.copied {
        file_set::name_added(store, list, &mut report);
    }
    sound(report)?;
    Ok(taker.list.finish()?)
}

fn differs(finding: Finding) -> CopyError {
    CopyError::NotSound { findings: vec![finding] }
}

/// One line of the list, on its way into the copy.
struct Job {
    entry: Entry,
    chunks: ChunkPlace,
}

impl Job {
    /// How many ordinary jobs take as much memory.
    fn weight(&self) -> usize {
        let values = usize::try_from(self.chunks.count).unwrap_or(usize::MAX).saturating_mul(VALUE_LEN);
        let ranges = (self.entry.holes.len() + self.entry.unreadable.len()) * 32;
        1 + values.saturating_add(self.entry.path.as_bytes().len() + ranges) / 4096
    }
}

/// A line whose bytes lie in the copy.
struct Carried {
    entry: Entry,
    groups: Vec<GroupValue>,
}

/// Shared by all workers.
struct Carrier<'a> {
    store: &'a DirectoryStore,
    /// `None` for a detached bag: there is nothing to copy.
    to: Option<CopyTo>,
    /// True if copies of an interrupted run may lie there.
    goes_on: bool,
    progress: &'a dyn Progress,
    stop: &'a AtomicBool,
}

impl Carrier<'_> {
    fn carry(&self, scratch: &mut Scratch, job: Job) -> Result<Carried, CopyError> {
        let Job { entry, chunks } = job;
        let groups = match (&self.to, &entry.content, entry.stored_path()) {
            (Some(to), Some(content), Some(stored)) => self.copy_file(to, content, stored, &chunks, scratch)?,
            (None, ..) => self.sealed_groups(&chunks)?,
            _ => Vec::new(),
        };
        self.progress.entry();
        Ok(Carried { entry, groups })
    }

    /// Copies one file; what was copied must be what was sealed. Of what an interrupted run copied, that stays which has the
    /// sealed digests: small files whole, large ones by the MiB.
    fn copy_file(
        &self,
        to: &CopyTo,
        content: &Content,
        stored: &str,
        chunks: &ChunkPlace,
        scratch: &mut Scratch,
    ) -> Result<Vec<GroupValue>, CopyError> {
        let place = format!("data/{stored}");
        let changed = |expected: String, found: String| {
            differs(Finding::new(Code::FileChanged, &place).expected(expected).found(found))
        };
        let file = self.open(&place)?;
        let before = match self.goes_on {
            true if chunks.count > 0 => Some(self.sealed_groups(chunks)?),
            true if to.holds(stored, content, scratch).map_err(SealError::Copy)? => {
                self.progress.bytes(content.size);
                return Ok(Vec::new());
            }
            _ => None,
        };
        let before = before.map(|groups| Before {
            complete: content.size,
            groups: Some(groups),
            unreadable: Vec::new(),
            tries_again: false,
        });
        let size = file.metadata().map_err(|error| unreadable(&place, error.into()))?.len();
        if size != content.size {
            return Err(changed(format!("{} bytes", content.size), format!("{size} bytes")));
        }
        let job =
            FileJob { extra: ExtraAlgorithms::of(&content.extra), before, observer: self.progress, stop: self.stop };
        let copied = to.copy_file(&file, stored, &job, scratch).map_err(SealError::Copy)?;
        if let Some(part) = copied.unreadable.first() {
            return Err(differs(Finding::new(Code::FileUnreadable, &place).found(&part.errno)));
        }
        let (sealed, found) = (content.digests, copied.digests.content);
        if sealed.sha256 != found.sha256 {
            return Err(changed(format!("sha256 {}", sealed.sha256), format!("sha256 {}", found.sha256)));
        }
        if sealed.blake3 != found.blake3 {
            return Err(changed(format!("blake3 {}", sealed.blake3), format!("blake3 {}", found.blake3)));
        }
        if content.extra != copied.digests.extra {
            return Err(differs(Finding::new(Code::FileChanged, &place)));
        }
        Ok(copied.digests.groups)
    }

    fn open(&self, place: &str) -> Result<File, CopyError> {
        self.store.open_file(place).map_err(|error| unreadable(place, error))
    }

    /// The chunk values that the source has for one file.
    fn sealed_groups(&self, place: &ChunkPlace) -> Result<Vec<GroupValue>, CopyError> {
        if place.count == 0 {
            return Ok(Vec::new());
        }
        let failed = |source| CopyError::Unreadable { path: CHUNKS.to_owned(), source };
        let file = self.store.open(CHUNKS).map_err(failed)?;
        let mut bytes = vec![0; place.count as usize * VALUE_LEN];
        let count =
            file.read_full_at(&mut bytes, place.first * VALUE_LEN as u64).map_err(|error| failed(error.into()))?;
        if count < bytes.len() {
            return Err(differs(Finding::new(Code::ChangedWhileRead, CHUNKS)));
        }
        Ok(bytes.as_chunks::<VALUE_LEN>().0.iter().map(|value| GroupValue(*value)).collect())
    }
}

/// A file of the payload that is there no more, or cannot be read.
fn unreadable(place: &str, error: OpenError) -> CopyError {
    differs(match error {
        OpenError::Missing => Finding::new(Code::FileMissing, place),
        OpenError::Unreadable(error) => Finding::new(Code::FileUnreadable, place).found(error.kind().to_string()),
        _ => Finding::new(Code::FileNotRegular, place),
    })
}

/// Takes the lines in their order.
struct Taker<'a> {
    list: ListWriter<'a>,
    copied: NameSum,
}

impl Consumer<Result<Carried, CopyError>> for Taker<'_> {
    type Error = CopyError;

    fn in_order(&mut self, result: Result<Carried, CopyError>) -> Result<(), CopyError> {
        let Carried { entry, groups } = result?;
        if let Some(stored) = entry.stored_path() {
            self.copied.add(stored.as_bytes());
        }
        Ok(self.list.push(&entry, &groups)?)
    }
}
