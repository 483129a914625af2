//! The same on all processors: small files by handfuls, large ones hashed while they are read.

use std::io;
use std::sync::atomic::AtomicBool;

use sealbag_manifest::hash::{Engine, FileDigests, Reader, Reading, Together};
use sealbag_manifest::pipeline::{self, JobSender, Limits, Step, Work};
use sealbag_manifest::store::OpenError;

use super::{Answer, Answered, Job, Run, Seen, Tally, algorithms, answered, judge, look};

impl pipeline::Consumer<Answered> for Tally<'_> {
    type Error = std::convert::Infallible;

    fn in_order(&mut self, answered: Answered) -> Result<(), Self::Error> {
        self.take(answered);
        Ok(())
    }
}

pub(super) fn each_in_order(run: &Run<'_>, tally: &mut Tally<'_>) -> Result<bool, OpenError> {
    let produce = |jobs: &mut JobSender<Job>| {
        run.list.each(run.store, &mut |entry, chunks| {
            let weight = 1 + entry.path.as_bytes().len() / 4096;
            jobs.send_large(Job { entry, chunks }, weight)
        })
    };
    let stop = AtomicBool::new(false);
    let comparing = Comparing { run, engine: Engine::for_this_machine() };
    match pipeline::run(Limits::for_this_machine(), &stop, produce, &comparing, tally) {
        Ok(read) => read,
        Err(never) => match never {},
    }
}

struct Comparing<'a> {
    run: &'a Run<'a>,
    engine: Engine,
}

/// How far one of a handful is.
enum Way<'j> {
    Long,
    Answered(Answer),
    Kept(Seen<'j>),
}

impl Work<Job> for Comparing<'_> {
    type State = Together;
    type Result = Answered;

    fn state(&self) -> Together {
        Together::new()
    }

    fn together(&self, together: &mut Together, jobs: Vec<Job>) -> Vec<Step<Job, Answered>> {
        let is_large = |job: &Job| job.entry.content.as_ref().is_some_and(|content| content.size > Together::SMALL);
        let ways: Vec<Way<'_>> =
            jobs.iter().map(|job| if is_large(job) { Way::Long } else { self.read(together, job) }).collect();
        let mut digests = together.digests().into_iter();
        let answers: Vec<Option<Answer>> = ways
            .into_iter()
            .zip(&jobs)
            .map(|(way, job)| match way {
                Way::Long => None,
                Way::Answered(answer) => Some(answer),
                Way::Kept(seen) => digests.next().map(|found| judge(self.run, job, &seen, Ok(found))),
            })
            .collect();
        jobs.into_iter()
            .zip(answers)
            .map(|(job, answer)| match answer {
                None => Step::Long(job),
                Some(answer) => Step::Done(answered(self.run, job, answer)),
            })
            .collect()
    }

    fn engine(&self) -> Option<&Engine> {
        Some(&self.engine)
    }

    fn alone<'w>(&'w self, job: Job, reader: Reader) -> Reading<'w, Answered>
    where
        Job: 'w,
    {
        Box::pin(async move {
            let answer = match look(self.run, &job) {
                Err(answer) => answer,
                Ok(seen) => {
                    let found = self.digest(&seen, reader).await;
                    judge(self.run, &job, &seen, found)
                }
            };
            answered(self.run, job, answer)
        })
    }
}

impl Comparing<'_> {
    /// Reads a small file whole; its bytes are kept.
    fn read<'j>(&self, together: &mut Together, job: &'j Job) -> Way<'j> {
        let seen = match look(self.run, job) {
            Ok(seen) => seen,
            Err(answer) => return Way::Answered(answer),
        };
        together.begin(algorithms(self.run.depth, seen.content));
        let length = seen.content.size as usize;
        match seen.file.read_full_at(together.append(length), 0) {
            Ok(count) => {
                together.take_back(length - count);
                self.run.progress.bytes(count as u64);
                Way::Kept(seen)
            }
            Err(error) => {
                together.forget_last();
                Way::Answered(judge(self.run, job, &seen, Err(error)))
            }
        }
    }

    async fn digest(&self, seen: &Seen<'_>, reader: Reader) -> io::Result<FileDigests> {
        let Seen { file, content, .. } = seen;
        let mut stream = self.engine.stream(reader, algorithms(self.run.depth, content));
        let mut offset = 0;
        // The size was compared; a file that grows meanwhile is not followed.
        while offset < content.size {
            let room = stream.room().await;
            let length = (content.size - offset).min(room.len() as u64) as usize;
            let count = file.read_full_at(&mut room[..length], offset)?;
            if count == 0 {
                break;
            }
            stream.take(count);
            self.run.progress.bytes(count as u64);
            offset += count as u64;
        }
        Ok(stream.finish().await)
    }
}
