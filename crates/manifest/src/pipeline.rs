//! Workers over a bounded stream, with the results in the order of the jobs.
//!
//! At most `window` jobs are between producer and consumer at any time, fewer if they are large: memory does not grow with
//! the number of jobs. Short jobs are done by handfuls, by as many threads as there are processors; a job that turns out
//! to be long goes to the engine, which has several of them open at a time, so that it holds back nothing but what stands
//! more than a window behind it. Where the system gives no threads, the work is done all the same, slower.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

mod long;
mod places;
mod sender;
#[cfg(test)]
mod tests;
mod work;

use long::{Closing, LongJobs};
use places::Places;
pub use sender::JobSender;
use sender::Way;
pub use work::{Plain, Step, Work};

/// How many threads work and how many jobs may be under way.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Number of workers for short jobs, at least one.
    pub workers: usize,
    /// Number of jobs between producer and consumer.
    pub window: usize,
    /// Number of short jobs that a worker does together.
    pub handful: usize,
}

impl Limits {
    /// No window for reading files is larger, whatever the machine: results are never further from their order than that.
    pub const MOST_WINDOW: usize = 4096;

    /// For reading files: as many workers as the machine has processors.
    pub fn for_this_machine() -> Self {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        let window = (processors * 1024).clamp(2048, Self::MOST_WINDOW);
        // Each worker has some handfuls waiting.
        Self { workers: processors, window, handful: (window / (processors * 4)).clamp(8, 256) }
    }

    /// For work that is not divided into short and long.
    pub fn plain(workers: usize, window: usize) -> Self {
        Self { workers, window, handful: 1 }
    }
}

/// A job or its result on its way.
struct Numbered<T> {
    index: u64,
    places: usize,
    of: T,
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
pub fn run<J, P, W, C>(
    limits: Limits,
    stop: &AtomicBool,
    produce: impl FnOnce(&mut JobSender<'_, J>) -> P + Send,
    work: &W,
    consumer: &mut C,
) -> Result<P, C::Error>
where
    J: Send,
    P: Send,
    W: Work<J>,
    C: Consumer<W::Result>,
{
    let window = limits.window.max(1);
    let (job_sender, job_receiver) = bounded::<Vec<Numbered<J>>>(window);
    let (result_sender, result_receiver) = bounded::<Vec<Numbered<W::Result>>>(window);
    let places = Places::new(window);
    // Taken out by the thread that runs it, so that it is still here where there is no such thread.
    let produce = Mutex::new(Some(produce));
    let long_jobs = work.engine().map(|engine| (engine, LongJobs::new(work, engine)));
    thread::scope(|scope| {
        let mut long = None;
        if let Some((engine, jobs)) = &long_jobs {
            let closing = Arc::new(Closing(engine));
            for _ in 0..engine.threads() {
                let results = result_sender.clone();
                if thread::Builder::new().spawn_scoped(scope, move || jobs.serve(results)).is_ok() {
                    long = Some((jobs, closing.clone()));
                }
            }
        }
        let mut workers = 0;
        for _ in 0..limits.workers.max(1) {
            let (jobs, results, long) = (job_receiver.clone(), result_sender.clone(), long.clone());
            let worker = move || short_worker(work, &jobs, long.as_ref().map(|(long, _)| *long), &results);
            workers += usize::from(thread::Builder::new().spawn_scoped(scope, worker).is_ok());
        }
        drop((job_receiver, long, result_sender));
        let (produce, places) = (&produce, &places);
        let producer = (workers > 0).then(|| {
            thread::Builder::new().spawn_scoped(scope, move || {
                let size = limits.handful.max(1);
                let way = Way::Queue { jobs: job_sender, places, next: 0, handful: Vec::with_capacity(size), size };
                take(produce).map(|produce| {
                    let mut sender = JobSender { way };
                    let produced = produce(&mut sender);
                    sender.flush();
                    produced
                })
            })
        });
        let Some(Ok(producer)) = producer else {
            let produce = take(produce).expect("nobody else took it");
            return run_on_this_thread(stop, produce, work, consumer);
        };

        let consumed = consume_in_order(result_receiver, places, consumer);
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

fn short_worker<'w, J: Send + 'w, W: Work<J>>(
    work: &'w W,
    jobs: &Receiver<Vec<Numbered<J>>>,
    long: Option<&LongJobs<'w, J, W>>,
    results: &Sender<Vec<Numbered<W::Result>>>,
) {
    let mut state = work.state();
    let mut done = Vec::new();
    loop {
        let handful = match jobs.try_recv() {
            Ok(handful) => handful,
            Err(_) => {
                // Whoever waits must not hold back what others wait for.
                if !done.is_empty() && results.send(std::mem::take(&mut done)).is_err() {
                    return;
                }
                let Ok(handful) = jobs.recv() else { return };
                handful
            }
        };
        let size = handful.len();
        let (numbers, jobs): (Vec<_>, Vec<_>) =
            handful.into_iter().map(|job| ((job.index, job.places), job.of)).unzip();
        for ((index, places), step) in numbers.into_iter().zip(work.together(&mut state, jobs)) {
            match (step, long) {
                (Step::Done(of), _) => done.push(Numbered { index, places, of }),
                (Step::Long(of), Some(long)) => long.push(Numbered { index, places, of }),
                (Step::Long(job), None) => done.push(Numbered { index, places, of: alone_here(work, job) }),
            }
        }
        // Each time may wake the consumer, which is worth more than one handful.
        if done.len() >= size * 2 && results.send(std::mem::take(&mut done)).is_err() {
            return;
        }
    }
}

/// Does a long job on this thread.
fn alone_here<J, W: Work<J>>(work: &W, job: J) -> W::Result {
    match work.engine() {
        Some(engine) => engine.work_here(|reader| work.alone(job, reader)),
        None => unreachable!("work without an engine has no long jobs"),
    }
}

fn take<T>(slot: &Mutex<Option<T>>) -> Option<T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Where the system gives no thread, one job is done after the other on this one.
fn run_on_this_thread<J, P, W: Work<J>, C: Consumer<W::Result>>(
    stop: &AtomicBool,
    produce: impl FnOnce(&mut JobSender<'_, J>) -> P,
    work: &W,
    consumer: &mut C,
) -> Result<P, C::Error> {
    let mut failed = None;
    let mut state = work.state();
    let mut done = |job| {
        let mut consumed = Ok(());
        for step in work.together(&mut state, vec![job]) {
            let result = match step {
                Step::Done(result) => result,
                Step::Long(job) => alone_here(work, job),
            };
            consumed = consumed.and_then(|()| consumer.arrived(&result)).and_then(|()| consumer.in_order(result));
        }
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
    results: Receiver<Vec<Numbered<R>>>,
    places: &Places,
    consumer: &mut C,
) -> Result<(), C::Error> {
    let mut first = 0;
    let mut waiting: VecDeque<Option<(usize, R)>> = VecDeque::new();
    // The places close and the channel's end is dropped on return, so that an early end stops producer and workers.
    let _closing = places.close_when_dropped();
    for handful in results {
        let mut freed = 0;
        for result in handful {
            consumer.arrived(&result.of)?;
            let place = (result.index - first) as usize;
            if waiting.len() <= place {
                waiting.resize_with(place + 1, || None);
            }
            waiting[place] = Some((result.places, result.of));
            while let Some(Some(_)) = waiting.front() {
                if let Some(Some((weight, next))) = waiting.pop_front() {
                    consumer.in_order(next)?;
                    freed += weight;
                }
                first += 1;
            }
        }
        if freed > 0 {
            places.give_back(freed);
        }
    }
    Ok(())
}
