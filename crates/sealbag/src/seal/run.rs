//! The long part: walk, read, copy, write the list.

use std::sync::atomic::{AtomicBool, Ordering};

use sealbag_custody::seal_record::SealRecord;
use sealbag_custody::statement::Tool;
use sealbag_manifest::hash::{self, Algorithms, Engine, ExtraAlgorithms, Reader};
use sealbag_manifest::list::WrittenLine;
use sealbag_manifest::pipeline::{self, JobSender, Limits, Step, Work};
use sealbag_manifest::source::{CopyError, CopyTo, Examiner, Found, LinkGroups, Payload, Scratch, Source};

use super::image::{Images, Outcome};
use super::journal::{Known, Record};
use super::marks::MarkFiles;
use super::partial::Partial;
use super::writer::{Looked, Writer};
use super::{OnUnreadable, Program, SealError, Sealed, Surroundings, draft, finish, leftovers};
use crate::progress::Phase;

/// One found name, and what an earlier run knows of it.
type Job = (Found, Option<Box<Record>>);

/// What the workers do.
struct Reading<'a> {
    examiner: Examiner<'a>,
    images: Images<'a>,
}

impl Work<Job> for Reading<'_> {
    type State = Scratch;
    type Result = Result<Looked, CopyError>;

    fn state(&self) -> Scratch {
        Scratch::default()
    }

    fn together(&self, scratch: &mut Scratch, jobs: Vec<Job>) -> Vec<Step<Job, Self::Result>> {
        // Decoding a disk image takes as long as reading it, and an earlier run's copy is compared.
        let is_long = |(found, known): &Job| known.is_some() || self.images.candidate(found).is_some();
        let mut short = Vec::with_capacity(jobs.len());
        let mut steps: Vec<Option<Step<Job, Self::Result>>> = jobs
            .into_iter()
            .map(|job| {
                if is_long(&job) {
                    return Some(Step::Long(job));
                }
                short.push((job.0, None));
                None
            })
            .collect();
        let examined = self.examiner.together(scratch, short);
        let entries = examined.iter().filter_map(|step| match step {
            Step::Done(Ok(examined)) => Some(&examined.entry),
            _ => None,
        });
        let mut lines = WrittenLine::of(entries).into_iter();
        let mut looked = examined.into_iter().map(|step| match step {
            Step::Done(Ok(examined)) => {
                let line = lines.next().expect("a line for every entry");
                Step::Done(Ok(Looked { examined, line, image: Outcome::default() }))
            }
            Step::Done(Err(error)) => Step::Done(Err(error)),
            Step::Long((found, _)) => Step::Long((found, None)),
        });
        steps.iter_mut().filter(|step| step.is_none()).for_each(|step| *step = looked.next());
        steps.into_iter().flatten().collect()
    }

    fn engine(&self) -> Option<&Engine> {
        Some(self.examiner.engine)
    }

    fn alone<'w>(&'w self, (found, known): Job, reader: Reader) -> hash::Reading<'w, Self::Result>
    where
        Job: 'w,
    {
        Box::pin(async move {
            let candidate = self.images.candidate(&found);
            let (reuse, state) = known.map_or((None, None), |known| (Some(Box::new(known.reuse)), known.image));
            let mut examined = self.examiner.alone((found, reuse), reader).await?;
            let state = state.filter(|_| examined.is_reused);
            let image = candidate.map(|candidate| self.images.look(candidate, &mut examined, state)).transpose()?;
            let line = WrittenLine::of([&examined.entry]).pop().expect("a line for every entry");
            Ok(Looked { examined, line, image: image.unwrap_or_default() })
        })
    }
}

/// Reads everything, then finishes the bag.
pub(super) fn run(
    partial: &Partial,
    source: &Source,
    mut draft: SealRecord,
    extra: ExtraAlgorithms,
    unreadable: OnUnreadable,
    program: Option<&Program<'_>>,
    surroundings: &Surroundings<'_>,
) -> Result<Sealed, SealError> {
    let copies = draft::copies(&draft);
    // An interrupted run may have come as far as the signature; the list is made anew.
    partial.remove(sealbag_manifest::layout::SEAL)?;
    let mut known = Known::open(partial, unreadable);
    let mut writer = Writer::create(partial, &draft)?;
    surroundings.progress.phase(Phase::Sealing, None, source.known_size());
    let stop = AtomicBool::new(false);
    let marks = MarkFiles::of(partial);
    let engine = Engine::for_this_machine();
    let examiner = Examiner {
        output: Some(partial.id()?),
        payload: if copies { Payload::Copy(CopyTo::new(partial.data()?, draft.resumed)) } else { Payload::Detached },
        algorithms: Algorithms::Full(extra),
        engine: &engine,
        observer: surroundings.progress,
        stop: &stop,
        link_groups: LinkGroups::under(partial.link_key()),
        progress: Some(&marks),
    };
    let reading = Reading { examiner, images: Images { source, stop: &stop } };
    let produce = |jobs: &mut JobSender<Job>| {
        source.walk(&mut |found| {
            let known = known.take(&found.path).map(Box::new);
            let weight = found.weight();
            jobs.send_large((found, known), weight)
        })
    };
    let is_done = AtomicBool::new(false);
    let (walked, program) = std::thread::scope(|scope| {
        let digest = program.map(|program| std::thread::Builder::new().spawn_scoped(scope, || (program.digest)()));
        if surroundings.progress.wants_totals() && source.known_size().is_none() {
            // Without a thread to count on, there is only no total to be told.
            let _ = std::thread::Builder::new().spawn_scoped(scope, || {
                if let Some((entries, bytes)) = source.totals(&is_done) {
                    surroundings.progress.totals(entries, bytes);
                }
            });
        }
        let walked = pipeline::run(Limits::for_this_machine(), &stop, produce, &reading, &mut writer);
        is_done.store(true, Ordering::Relaxed);
        let program = program.zip(digest).map(|(program, digest)| Tool {
            sha256: match digest {
                Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
                Err(_) => (program.digest)(),
            },
            ..program.tool.clone()
        });
        (walked, program)
    });
    walked?.map_err(SealError::List)?;
    draft.statement.tool.extend(program);
    let written = writer.finish()?;
    if (written.troubled > 0 || written.images_in_doubt > 0) && unreadable == OnUnreadable::Stop {
        partial.sync()?;
        return Err(SealError::Unreadable {
            entries: written.troubled,
            images: written.images_in_doubt,
            first: written.troubles.into_iter().chain(written.image_troubles).collect(),
            partial: partial.path.clone(),
        });
    }
    if draft.resumed && copies {
        leftovers::remove(partial)?;
    }
    draft.unreadable_accepted = written.troubled > 0;
    draft.read_error = written.read_errors;
    draft::state_images(&mut draft, written.images_in_doubt);
    let sealed = finish::finish(partial, draft, written.list, surroundings)?;
    Ok(Sealed {
        touched_access_times: written.touched_access_times,
        reused: written.reused,
        unreadable: written.troubles,
        images: written.images,
        image_troubles: written.image_troubles,
        ..sealed
    })
}
