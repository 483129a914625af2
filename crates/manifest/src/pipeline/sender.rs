//! The producer's end: jobs on their way to the workers.

use crossbeam_channel::Sender;

use super::Numbered;
use super::places::Places;

/// Hands jobs to the workers; the producer's end of the pipeline.
pub struct JobSender<'a, J> {
    pub(super) way: Way<'a, J>,
}

/// Where a job goes.
pub(super) enum Way<'a, J> {
    /// To the workers, by handfuls.
    Queue { jobs: Sender<Vec<Numbered<J>>>, places: &'a Places, next: u64, handful: Vec<Numbered<J>>, size: usize },
    /// It is done at once; says whether to go on.
    Here(&'a mut dyn FnMut(J) -> bool),
}

impl<J> JobSender<'_, J> {
    /// Waits for a place and sends. `false` if nobody takes jobs any more: the producer should stop.
    #[must_use]
    pub fn send(&mut self, job: J) -> bool {
        self.send_large(job, 1)
    }

    /// The same for a job that takes the memory of so many ordinary ones.
    #[must_use]
    pub fn send_large(&mut self, job: J, weight: usize) -> bool {
        let (places, size) = match &mut self.way {
            Way::Queue { places, size, .. } => (*places, *size),
            Way::Here(done) => return done(job),
        };
        let weight = weight.clamp(1, places.count());
        if !places.try_take(weight) {
            // Whoever waits must not hold back what others wait for.
            if !self.flush() || !places.take(weight) {
                return false;
            }
        }
        let Way::Queue { next, handful, .. } = &mut self.way else { return false };
        handful.push(Numbered { index: *next, places: weight, of: job });
        *next += 1;
        handful.len() < size || self.flush()
    }

    pub(super) fn flush(&mut self) -> bool {
        match &mut self.way {
            Way::Queue { jobs, handful, .. } if !handful.is_empty() => jobs.send(std::mem::take(handful)).is_ok(),
            _ => true,
        }
    }
}
