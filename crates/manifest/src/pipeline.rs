//! Workers over a bounded stream, with the results in the order of the jobs.
//!
//! At most `window` jobs are between producer and consumer at any time, fewer if they are large: memory does not grow with
//! the number of jobs, and one slow job holds the others back after that many. Where the system gives no threads, the work
//! is done all the same, slower.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
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
pub struct JobSender<'a, J> {
    way: Way<'a, J>,
}

/// Where a job goes.
enum Way<'a, J> {
    /// To the workers.
    Queue { jobs: Sender<(u64, usize, J)>, tickets: Receiver<()>, next: u64, window: usize },
    /// It is done at once; says whether to go on.
    Here(&'a mut dyn FnMut(J) -> bool),
}

impl<J> JobSender<'_, J> {
    /// Waits for a place and sends. `false` if nobody takes jobs any more: the producer should stop.
    #[must_use]
    pub fn send(&mut self, job: J) -> bool {
        self.send_large(job, 1)
    }

    /// The same for a job that takes the memory of `places` ordinary ones.
    #[must_use]
    pub fn send_large(&mut self, job: J, places: usize) -> bool {
        let (jobs, tickets, next, window) = match &mut self.way {
            Way::Queue { jobs, tickets, next, window } => (jobs, tickets, next, *window),
            Way::Here(done) => return done(job),
        };
        let places = places.clamp(1, window);
        for _ in 0..places {
            if tickets.recv().is_err() {
                return false;
            }
        }
        let index = *next;
        *next += 1;
        jobs.send((index, places, job)).is_ok()
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
    produce: impl FnOnce(&mut JobSender<'_, J>) -> P + Send,
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
    // Taken out by the thread that runs it, so that it is still here where there is no such thread.
    let produce = Mutex::new(Some(produce));
    thread::scope(|scope| {
        let mut workers = 0;
        for _ in 0..limits.workers.max(1) {
            let (jobs, results) = (job_receiver.clone(), result_sender.clone());
            let (worker_state, work) = (&worker_state, &work);
            let spawned = thread::Builder::new().spawn_scoped(scope, move || {
                let mut state = worker_state();
                for (index, places, job) in jobs {
                    if results.send((index, places, work(&mut state, job))).is_err() {
                        break;
                    }
                }
            });
            workers += usize::from(spawned.is_ok());
        }
        drop((job_receiver, result_sender));
        let produce = &produce;
        let producer = (workers > 0).then(|| {
            thread::Builder::new().spawn_scoped(scope, move || {
                let way = Way::Queue { jobs: job_sender, tickets: ticket_receiver, next: 0, window };
                take(produce).map(|produce| produce(&mut JobSender { way }))
            })
        });
        let Some(Ok(producer)) = producer else {
            let produce = take(produce).expect("nobody else took it");
            return run_on_this_thread(stop, produce, worker_state(), &work, consumer);
        };

        let consumed = consume_in_order(result_receiver, ticket_sender, consumer);
        if consumed.is_err() {
            stop.store(true, Ordering::Relaxed);
        }
        let produced = match producer.join() {
            Ok(produced) => produced.expect("the thread took it"),
            Err(panic) => std::panic::resume_unwind(panic),
        };
        consumed.map(|()| produced)
    })
}

fn take<T>(slot: &Mutex<Option<T>>) -> Option<T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Where the system gives no thread, one job is done after the other on this one.
fn run_on_this_thread<J, R, P, S, C: Consumer<R>>(
    stop: &AtomicBool,
    produce: impl FnOnce(&mut JobSender<'_, J>) -> P,
    mut state: S,
    work: &impl Fn(&mut S, J) -> R,
    consumer: &mut C,
) -> Result<P, C::Error> {
    let mut failed = None;
    let mut done = |job| {
        let result = work(&mut state, job);
        let consumed = consumer.arrived(&result).and_then(|()| consumer.in_order(result));
        failed = consumed.err();
        if failed.is_some() {
            stop.store(true, Ordering::Relaxed);
        }
        failed.is_none()
    };
    let produced = produce(&mut JobSender { way: Way::Here(&mut done) });
    failed.map_or(Ok(produced), Err)
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
        let produce = |jobs: &mut JobSender<'_, u64>| (0..1000).all(|n| jobs.send_large(n, n as usize % 20));
        let limits = Limits { workers: 3, window: 8 };
        let result = run(limits, &AtomicBool::new(false), produce, || (), |_: &mut (), n| n, &mut collect);
        assert_eq!(result, Ok(true));
        assert!(collect.ordered.iter().copied().eq(0..1000));
    }

    fn run_squares(count: u64, fail_at: Option<u64>) -> (Result<u64, u64>, Collect) {
        let mut collect = Collect { ordered: Vec::new(), arrived: 0, fail_at };
        let produce = |jobs: &mut JobSender<'_, u64>| (0..count).take_while(|&n| jobs.send(n)).count() as u64;
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
    fn without_threads_it_is_the_same_work_in_the_same_order() {
        for fail_at in [None, Some(100)] {
            let mut collect = Collect { ordered: Vec::new(), arrived: 0, fail_at };
            let produce = |jobs: &mut JobSender<'_, u64>| (0..1000).take_while(|&n| jobs.send_large(n, 3)).count();
            let stop = AtomicBool::new(false);
            let result = run_on_this_thread(&stop, produce, (), &|_: &mut (), n| n, &mut collect);
            assert_eq!(result, fail_at.map_or(Ok(1000), Err));
            assert!(collect.ordered.iter().copied().eq(0..fail_at.unwrap_or(1000)));
            assert_eq!(stop.into_inner(), fail_at.is_some());
        }
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
