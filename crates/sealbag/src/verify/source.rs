//! A detached bag: the data where they lie now, walked as the sealer walks and compared line by line.

use std::cmp::Ordering;
use std::convert::Infallible;
use std::sync::atomic::AtomicBool;

use sealbag_manifest::entry::Entry;
use sealbag_manifest::hash::{self, Algorithms, Engine, ExtraAlgorithms, Reader};
use sealbag_manifest::layout::ENTRIES;
use sealbag_manifest::pipeline::{self, Consumer, JobSender, Limits, Step, Work};
use sealbag_manifest::source::{CopyError, Examined, Examiner, LinkGroups, Payload, Scratch, Source, Task};
use sealbag_manifest::store::BagStore;

use super::files::sealed_unreadable;
use super::list::{ChunkPlace, VerifiedList};
use super::report::Report;
use super::{Depth, differing};
use crate::finding::{Code, Finding};
use crate::progress::Progress;
use crate::verdict::Check;

/// Sealed entries that are handed over together: a message may wake a thread.
const AT_ONCE: usize = 64;
/// Messages that wait for the walk.
const READ_AHEAD: usize = 16;

const NO_THREAD: &str = "the system gave no thread for it";

/// Both streams stand in the same order, so one pass over each is enough.
pub(super) fn check(
    store: &dyn BagStore,
    list: &VerifiedList,
    source: &Source,
    depth: Depth,
    progress: &dyn Progress,
    report: &mut Report,
) {
    let (sender, sealed) = std::sync::mpsc::sync_channel::<Vec<Sealed>>(READ_AHEAD);
    let read = std::thread::scope(|scope| {
        let each = move || {
            let mut some = Vec::with_capacity(AT_ONCE);
            let read = list.each(store, &mut |entry, chunks| {
                some.push((entry, chunks));
                some.len() < AT_ONCE || sender.send(std::mem::replace(&mut some, Vec::with_capacity(AT_ONCE))).is_ok()
            });
            // Whoever takes no more needs no rest.
            let _ = sender.send(some);
            read
        };
        let reader = std::thread::Builder::new().spawn_scoped(scope, each)?;
        let mut merge = Merge { sealed: sealed.into_iter().flatten().peekable(), store, list, depth, report };
        let walked = walk(source, depth, progress, &mut merge);
        while let Some((entry, _)) = merge.sealed.next() {
            merge.missing(&entry);
        }
        if let Err(error) = walked {
            let finding = Finding::new(Code::FileUnreadable, "").found(error.kind().to_string());
            merge.report.add(Check::Files, finding);
        }
        Ok::<_, std::io::Error>(reader.join())
    });
    match read {
        Ok(Ok(Ok(true))) => {}
        Err(error) => {
            report.not_run(Check::FileSet, NO_THREAD);
            report.not_run(Check::Files, NO_THREAD);
            report.add(Check::Files, Finding::new(Code::FileUnreadable, "").found(error.kind().to_string()));
            return;
        }
        _ => report.add(Check::Files, Finding::new(Code::ChangedWhileRead, ENTRIES)),
    }
    if depth == Depth::Quick {
        report.add(Check::Files, Finding::new(Code::Quick, ""));
    }
    report.ran(Check::FileSet);
    report.ran(Check::Files);
}

fn walk<I: Iterator<Item = Sealed>>(
    source: &Source,
    depth: Depth,
    progress: &dyn Progress,
    merge: &mut Merge<'_, I>,
) -> std::io::Result<()> {
    let stop = AtomicBool::new(false);
    let engine = Engine::for_this_machine();
    let examiner = Examiner {
        payload: Payload::Detached,
        output: None,
        // The extra digests are functions of content that SHA-256 and BLAKE3 identify.
        algorithms: match depth {
            Depth::Full => Algorithms::Full(ExtraAlgorithms::default()),
            Depth::Quick => Algorithms::Blake3Only,
        },
        engine: &engine,
        observer: &Bytes(progress),
        stop: &stop,
        link_groups: LinkGroups::default(),
        progress: None,
    };
    let produce = |jobs: &mut JobSender<Task>| {
        source.walk(&mut |found| {
            let weight = found.weight();
            jobs.send_large((found, None), weight)
        })
    };
    match pipeline::run(Limits::for_this_machine(), &stop, produce, &Reading(examiner), merge) {
        Ok(walked) => walked,
        Err(never) => match never {},
    }
}

/// What the workers do.
struct Reading<'a>(Examiner<'a>);

impl Work<Task> for Reading<'_> {
    type State = Scratch;
    type Result = Result<Box<Examined>, CopyError>;

    fn state(&self) -> Scratch {
        Scratch::default()
    }

    fn together(&self, scratch: &mut Scratch, tasks: Vec<Task>) -> Vec<Step<Task, Self::Result>> {
        self.0.together(scratch, tasks)
    }

    fn engine(&self) -> Option<&Engine> {
        Some(self.0.engine)
    }

    fn alone<'w>(&'w self, task: Task, reader: Reader) -> hash::Reading<'w, Self::Result>
    where
        Task: 'w,
    {
        Box::pin(self.0.alone(task, reader))
    }
}

/// A [`Progress`] as the observer of the reading.
struct Bytes<'a>(&'a dyn Progress);

impl sealbag_manifest::observer::Observer for Bytes<'_> {
    fn bytes(&self, count: u64) {
        self.0.bytes(count);
    }

    fn entry(&self) {
        self.0.entry();
    }
}

/// What was sealed, and where its chunk values stand.
type Sealed = (Box<Entry>, ChunkPlace);

struct Merge<'a, I: Iterator<Item = Sealed>> {
    sealed: std::iter::Peekable<I>,
    store: &'a dyn BagStore,
    list: &'a VerifiedList,
    depth: Depth,
    report: &'a mut Report,
}

impl<I: Iterator<Item = Sealed>> Consumer<Result<Box<Examined>, CopyError>> for Merge<'_, I> {
    type Error = Infallible;

    fn in_order(&mut self, found: Result<Box<Examined>, CopyError>) -> Result<(), Infallible> {
        let found = match found {
            Ok(examined) => *examined,
            Err(error) => {
                self.report.add(Check::Files, Finding::new(Code::FileUnreadable, "").found(error.to_string()));
                return Ok(());
            }
        };
        while let Some((entry, _)) = self.sealed.next_if(|(sealed, _)| sealed.path < found.entry.path) {
            self.missing(&entry);
        }
        match self.sealed.peek().map(|(sealed, _)| sealed.path.cmp(&found.entry.path)) {
            Some(Ordering::Equal) => {
                if let Some((sealed, chunks)) = self.sealed.next() {
                    self.compare(&sealed, &chunks, &found);
                }
            }
            _ => self.report.add(Check::FileSet, Finding::new(Code::FileAdded, found.entry.path.shown())),
        }
        Ok(())
    }
}

impl<I: Iterator<Item = Sealed>> Merge<'_, I> {
    fn missing(&mut self, sealed: &Entry) {
        self.remark(sealed);
        self.report.add(Check::FileSet, Finding::new(Code::FileMissing, sealed.path.shown()));
    }

    fn remark(&mut self, sealed: &Entry) {
        if let Some(remark) = sealed_unreadable(sealed) {
            self.report.add(Check::Files, remark);
        }
    }

    fn compare(&mut self, sealed: &Entry, chunks: &ChunkPlace, examined: &Examined) {
        let found = &examined.entry;
        let place = found.path.shown();
        self.remark(sealed);
        if sealed.kind != found.kind || sealed.target != found.target {
            let say = |entry: &Entry| match &entry.target {
                Some(target) => format!("{} to {}", entry.kind.word(), sealbag_manifest::path::shown(target)),
                None => entry.kind.word().to_owned(),
            };
            let finding = Finding::new(Code::FileKind, place).expected(say(sealed)).found(say(found));
            self.report.add(Check::FileSet, finding);
            return;
        }
        if let Some(trouble) = found.unreadable.first().filter(|_| sealed.unreadable != found.unreadable) {
            self.report.add(Check::Files, Finding::new(Code::FileUnreadable, place).found(&trouble.errno));
            return;
        }
        let (Some(was), Some(is)) = (&sealed.content, &found.content) else { return };
        if was.size != is.size {
            self.report.add(Check::Files, differing::other_size(place, was.size, is.size));
            return;
        }
        let is_same = was.digests.blake3 == is.digests.blake3
            && (self.depth == Depth::Quick || was.digests.sha256 == is.digests.sha256);
        if !is_same {
            let sealed = differing::Sealed { store: self.store, list: self.list, chunks, content: was };
            self.report.add(Check::Files, sealed.changed(place, self.depth, &is.digests, &examined.groups));
        }
    }
}
