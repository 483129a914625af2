//! Workers over a bounded stream, with the results in the order of the jobs.
//!
//! At most `window` jobs are between producer and consumer at any time, fewer if they are large: memory does not grow with
//! the number of jobs, and one slow job holds the others back after that many.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

/// How many threads work and how many jobs may be under way.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Number of workers, at least one.
    pub workers: usize,
    /// Number of jobs between producer and consumer.
    pub window: usize,
}

impl Limits {
    /// As many workers as the machine has processors.
    pub fn for_this_machine() -> Self {
        let workers = thread::available_parallelism().map_or(1, usize::from);
        Self { workers, window: 512.max(workers * 64) }
    }
}

/// Hands jobs to the workers; the producer's end of the pipeline.
pub struct JobSender<J> {
    jobs: Sender<(u64, usize, J)>,
    tickets: Receiver<()>,
    next: u64,
    window: usize,
}

impl<J> JobSender<J> {
    /// Waits for a place and sends. `false` if nobody takes jobs any more: the producer should stop.
    #[must_use]
    pub fn send(&mut self, job: J) -> bool {
        self.send_large(job, 1)
    }

    /// The same for a job that takes the memory of `places` ordinary ones.
    #[must_use]
    pub fn send_large(&mut self, job: J, places: usize) -> bool {
        let places = places.clamp(1, self.window);
        for _ in 0..places {
            if self.tickets.recv().is_err() {
                return false;
            }
        }
        let index = self.next;
        self.next += 1;
        self.jobs.send((index, places, job)).is_ok()
    }
}

/// The consumer's end: sees every result twice, once as it comes and once in order.
pub trait Consumer<R> {
    /// Ends the run early.
    type Error;

    /// A result as it arrives, at most `window` places away from its order.
    fn arrived(&mut self, result: &R) -> Result<(), Self::Error> {
        let _ = result;
        Ok(())
    }

    /// The same result when all before it have been taken.
    fn in_order(&mut self, result: R) -> Result<(), Self::Error>;
}

/// Runs `produce` and the workers on threads of their own and the consumer on this one.
///
/// `stop` becomes true when the consumer gives up; long jobs should look at it. Returns what the producer returned.
pub fn run<J, R, P, S, C>(
    limits: Limits,
    stop: &AtomicBool,
    produce: impl FnOnce(&mut JobSender<J>) -> P + Send,
    worker_state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, J) -> R + Sync,
    consumer: &mut C,
) -> Result<P, C::Error>
where
    J: Send,
    R: Send,
    P: Send,
    C: Consumer<R>,
{
    let window = limits.window.max(1);
    let (job_sender, job_receiver) = bounded::<(u64, usize, J)>(window);
    let (result_sender, result_receiver) = bounded::<(u64, usize, R)>(window);
    let (ticket_sender, ticket_receiver) = bounded::<()>(window);
    for _ in 0..window {
        let _ = ticket_sender.try_send(());
    }
    thread::scope(|scope| {
        let producer = scope.spawn(move || {
            let mut sender = JobSender { jobs: job_sender, tickets: ticket_receiver, next: 0, window };
            produce(&mut sender)
        });
        for _ in 0..limits.workers.max(1) {
            let (jobs, results) = (job_receiver.clone(), result_sender.clone());
            let (worker_state, work) = (&worker_state, &work);
            scope.spawn(move || {
                let mut state = worker_state();
                for (index, places, job) in jobs {
                    if results.send((index, places, work(&mut state, job))).is_err() {
                        break;
                    }
                }
            });
        }
        drop((job_receiver, result_sender));

        let consumed = consume_in_order(result_receiver, ticket_sender, consumer);
        if consumed.is_err() {
            stop.store(true, Ordering::Relaxed);
        }
        let produced = match producer.join() {
            Ok(produced) => produced,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        consumed.map(|()| produced)
    })
}

fn consume_in_order<R, C: Consumer<R>>(
    results: Receiver<(u64, usize, R)>,
    tickets: Sender<()>,
    consumer: &mut C,
) -> Result<(), C::Error> {
    let mut first = 0;
    let mut waiting: VecDeque<Option<(usize, R)>> = VecDeque::new();
    // Both channel ends are dropped on return, so that an early end stops producer and workers.
    for (index, places, result) in results {
        consumer.arrived(&result)?;
        let place = (index - first) as usize;
        if waiting.len() <= place {
            waiting.resize_with(place + 1, || None);
        }
        waiting[place] = Some((places, result));
        while let Some(Some(_)) = waiting.front() {
            if let Some(Some((places, next))) = waiting.pop_front() {
                consumer.in_order(next)?;
                (0..places).for_each(|_| _ = tickets.try_send(()));
            }
            first += 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Collect {
        ordered: Vec<u64>,
        arrived: u64,
        fail_at: Option<u64>,
    }

    impl Consumer<u64> for Collect {
        type Error = u64;

        fn arrived(&mut self, _: &u64) -> Result<(), u64> {
            self.arrived += 1;
            Ok(())
        }

        fn in_order(&mut self, result: u64) -> Result<(), u64> {
            if self.fail_at == Some(result) {
                return Err(result);
            }
            self.ordered.push(result);
            Ok(())
        }
    }

    #[test]
    fn large_jobs_take_more_places_and_never_too_many() {
        let mut collect = Collect { ordered: Vec::new(), arrived: 0, fail_at: None };
        let produce = |jobs: &mut JobSender<u64>| (0..1000).all(|n| jobs.send_large(n, n as usize % 20));
        let limits = Limits { workers: 3, window: 8 };
        let result = run(limits, &AtomicBool::new(false), produce, || (), |_: &mut (), n| n, &mut collect);
        assert_eq!(result, Ok(true));
        assert!(collect.ordered.iter().copied().eq(0..1000));
    }

    fn run_squares(count: u64, fail_at: Option<u64>) -> (Result<u64, u64>, Collect) {
        let mut collect = Collect { ordered: Vec::new(), arrived: 0, fail_at };
        let produce = |jobs: &mut JobSender<u64>| (0..count).take_while(|&n| jobs.send(n)).count() as u64;
        let work = |_: &mut (), n: u64| {
            if n.is_multiple_of(7) {
                thread::yield_now();
            }
            n
        };
        let limits = Limits { workers: 4, window: 8 };
        let result = run(limits, &AtomicBool::new(false), produce, || (), work, &mut collect);
        (result, collect)
    }

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let (result, collect) = run_squares(10_000, None);
        assert_eq!(result, Ok(10_000));
        assert_eq!(collect.arrived, 10_000);
        assert!(collect.ordered.iter().copied().eq(0..10_000));
    }

    #[test]
    fn an_error_of_the_consumer_stops_everybody() {
        let (result, collect) = run_squares(1_000_000, Some(100));
        assert_eq!(result, Err(100));
        assert_eq!(collect.ordered.len(), 100);
        assert!(collect.arrived < 1000, "the producer went on");
    }
}
