//! What the workers do.

use crate::hash::{Engine, Reader, Reading};

/// What a worker makes of a job at first sight.
pub enum Step<J, R> {
    /// It is done.
    Done(R),
    /// It takes long.
    Long(J),
}

/// What the workers do; shared by all of them.
pub trait Work<J>: Sync {
    /// What a worker keeps from job to job.
    type State;
    /// What comes of a job.
    type Result: Send;

    /// For a new worker.
    fn state(&self) -> Self::State;

    /// Does short jobs together; one answer for each, in their order.
    fn together(&self, state: &mut Self::State, jobs: Vec<J>) -> Vec<Step<J, Self::Result>>;

    /// Who does long jobs; none if there are none.
    fn engine(&self) -> Option<&Engine>;

    /// Does a job that turned out to be long, step by step.
    fn alone<'w>(&'w self, job: J, reader: Reader) -> Reading<'w, Self::Result>
    where
        J: 'w;
}

/// Work that is not divided into short and long.
pub struct Plain<W>(pub W);

impl<J: Send, R: Send, W: Fn(J) -> R + Sync> Work<J> for Plain<W> {
    type State = ();
    type Result = R;

    fn state(&self) {}

    fn together(&self, (): &mut (), jobs: Vec<J>) -> Vec<Step<J, R>> {
        jobs.into_iter().map(|job| Step::Done((self.0)(job))).collect()
    }

    fn engine(&self) -> Option<&Engine> {
        None
    }

    fn alone<'w>(&'w self, job: J, _: Reader) -> Reading<'w, R>
    where
        J: 'w,
    {
        Box::pin(async { (self.0)(job) })
    }
}
