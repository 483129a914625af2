//! The long part of a copy: every file from `data/` to `data/`, hashed on its way, and the list written again.

use std::fs::File;
use std::sync::atomic::AtomicBool;

use sealbag_custody::seal_record::SealRecord;
use sealbag_manifest::chunks::{GroupValue, VALUE_LEN};
use sealbag_manifest::entry::{Content, Entry};
use sealbag_manifest::hash::{Engine, ExtraAlgorithms, Reader, Reading, Together};
use sealbag_manifest::layout::{CHUNKS, ENTRIES};
use sealbag_manifest::list::WrittenLine;
use sealbag_manifest::pipeline::{self, Consumer, JobSender, Limits, Step, Work};
use sealbag_manifest::source::{Before, CopyTo, FileCopy, FileJob, Scratch};
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
    let engine = Engine::for_this_machine();
    let carrier = Carrier { store, to, engine: &engine, goes_on: draft.resumed, progress, stop: &stop };
    let mut taker = Taker { list: ListWriter::create(partial, draft)?, copied: NameSum::default() };
    progress.phase(Phase::Sealing, Some(sealed.tree.size), Some(sealed.totals.bytes));
    let produce = |jobs: &mut JobSender<Job>| {
        list.each(store, &mut |entry, chunks| {
            let job = Job { entry, chunks };
            let weight = job.weight();
            jobs.send_large(job, weight)
        })
    };
    let read = pipeline::run(Limits::for_this_machine(), &stop, produce, &carrier, &mut taker)?;
    match read {
        Ok(true) => {}
        Ok(false) => return Err(differs(Finding::new(Code::ChangedWhileRead, ENTRIES))),
        Err(source) => return Err(CopyError::Unreadable { path: ENTRIES.to_owned(), source }),
    }
    let mut report = Report::default();
    if carrier.to.is_none() {
        file_set::check_empty(store, &mut report);
    } else {
        let lying_there = file_set::survey(store, &mut report);
        if lying_there != taker.copied {
            file_set::name_added(store, list, lying_there, &mut report);
        }
    }
    sound(report)?;
    Ok(taker.list.finish()?)
}

fn differs(finding: Finding) -> CopyError {
    CopyError::NotSound { findings: vec![finding] }
}

/// One line of the list, on its way into the copy.
struct Job {
    entry: Box<Entry>,
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
    entry: Box<Entry>,
    line: WrittenLine,
    groups: Vec<GroupValue>,
}

/// Shared by all workers.
struct Carrier<'a> {
    store: &'a DirectoryStore,
    /// `None` for a detached bag: there is nothing to copy.
    to: Option<CopyTo>,
    /// Hashes large files.
    engine: &'a Engine,
    /// True if copies of an interrupted run may lie there.
    goes_on: bool,
    progress: &'a dyn Progress,
    stop: &'a AtomicBool,
}

impl Work<Job> for Carrier<'_> {
    type State = Scratch;
    type Result = Result<Carried, CopyError>;

    fn state(&self) -> Scratch {
        Scratch::default()
    }

    fn together(&self, scratch: &mut Scratch, jobs: Vec<Job>) -> Vec<Step<Job, Self::Result>> {
        let is_small = |job: &Job| job.entry.content.as_ref().is_none_or(|content| content.size <= Together::SMALL);
        let step = |job: Job| {
            if !is_small(&job) {
                return Step::Long(job);
            }
            let copied = self.prepare(scratch, &job).and_then(|file| file.map(|file| file.small(scratch)).transpose());
            Step::Done(copied.and_then(|copied| self.carried(job, copied)))
        };
        jobs.into_iter().map(step).collect()
    }

    fn engine(&self) -> Option<&Engine> {
        Some(self.engine)
    }

    fn alone<'w>(&'w self, job: Job, reader: Reader) -> Reading<'w, Self::Result>
    where
        Job: 'w,
    {
        Box::pin(async move {
            let copied = match self.prepare(&mut Scratch::default(), &job)? {
                Some(file) => Some(file.large(self.engine, reader).await?),
                None => None,
            };
            self.carried(job, copied)
        })
    }
}

impl Carrier<'_> {
    /// Opens what is to be copied; `None` if there is nothing to copy, or if an interrupted run has copied it. Of what an
    /// interrupted run copied, that stays which has the sealed digests: small files whole, large ones by the MiB.
    fn prepare<'j>(&'j self, scratch: &mut Scratch, job: &'j Job) -> Result<Option<Copying<'j>>, CopyError> {
        let (Some(to), Some(content), Some(stored)) = (&self.to, &job.entry.content, job.entry.stored_path()) else {
            return Ok(None);
        };
        let place = format!("data/{stored}");
        let file = self.open(&place)?;
        let before = match self.goes_on {
            true if job.chunks.count > 0 => Some(self.sealed_groups(&job.chunks)?),
            true if to.holds(stored, content, scratch).map_err(SealError::Copy)? => {
                self.progress.bytes(content.size);
                return Ok(None);
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
            return Err(changed(&place, format!("{} bytes", content.size), format!("{size} bytes")));
        }
        let extra = ExtraAlgorithms::of(&content.extra);
        let job = FileJob { extra, before, observer: self.progress, stop: self.stop };
        Ok(Some(Copying { to, file, stored, content, job }))
    }

    fn carried(&self, job: Job, copied: Option<Vec<GroupValue>>) -> Result<Carried, CopyError> {
        let groups = match &self.to {
            Some(_) => copied.unwrap_or_default(),
            None => self.sealed_groups(&job.chunks)?,
        };
        self.progress.entry();
        let line = WrittenLine::of([&*job.entry]).pop().expect("a line for every entry");
        Ok(Carried { entry: job.entry, line, groups })
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

/// One file on its way; what was copied must be what was sealed.
struct Copying<'j> {
    to: &'j CopyTo,
    file: File,
    stored: &'j str,
    content: &'j Content,
    job: FileJob<'j>,
}

impl Copying<'_> {
    fn small(self, scratch: &mut Scratch) -> Result<Vec<GroupValue>, CopyError> {
        let copied = self.to.copy_small(&self.file, self.stored, &self.job, scratch).map_err(SealError::Copy)?;
        self.checked(copied)
    }

    async fn large(self, engine: &Engine, reader: Reader) -> Result<Vec<GroupValue>, CopyError> {
        let copied = self.to.copy_large(&self.file, self.stored, &self.job, (engine, reader)).await;
        self.checked(copied.map_err(SealError::Copy)?)
    }

    fn checked(&self, copied: FileCopy) -> Result<Vec<GroupValue>, CopyError> {
        let place = format!("data/{}", self.stored);
        if let Some(part) = copied.unreadable.first() {
            return Err(differs(Finding::new(Code::FileUnreadable, &place).found(&part.errno)));
        }
        let (sealed, found) = (self.content.digests, copied.digests.content);
        if sealed.sha256 != found.sha256 {
            return Err(changed(&place, format!("sha256 {}", sealed.sha256), format!("sha256 {}", found.sha256)));
        }
        if sealed.blake3 != found.blake3 {
            return Err(changed(&place, format!("blake3 {}", sealed.blake3), format!("blake3 {}", found.blake3)));
        }
        if self.content.extra != copied.digests.extra {
            return Err(differs(Finding::new(Code::FileChanged, &place)));
        }
        Ok(copied.digests.groups)
    }
}

fn changed(place: &str, expected: String, found: String) -> CopyError {
    differs(Finding::new(Code::FileChanged, place).expected(expected).found(found))
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
        let Carried { entry, line, groups } = result?;
        if let Some(stored) = entry.stored_path() {
            self.copied.add(stored.as_bytes());
        }
        Ok(self.list.push(&entry, &line, &groups)?)
    }
}
