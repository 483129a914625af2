use super::*;
use crate::hash::{Algorithms, Engine, Reader, Reading};

struct Collect {
    ordered: Vec<u64>,
    arrived: u64,
    fail_at: Option<u64>,
}

impl Collect {
    fn new(fail_at: Option<u64>) -> Self {
        Self { ordered: Vec::new(), arrived: 0, fail_at }
    }
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

/// Every seventh number takes long.
struct Numbers(Engine);

impl Numbers {
    fn new() -> Self {
        Self(Engine::new(2))
    }
}

impl Work<u64> for Numbers {
    type State = ();
    type Result = u64;

    fn state(&self) {}

    fn together(&self, (): &mut (), jobs: Vec<u64>) -> Vec<Step<u64, u64>> {
        let step = |n: u64| if n.is_multiple_of(7) { Step::Long(n) } else { Step::Done(n) };
        jobs.into_iter().map(step).collect()
    }

    fn engine(&self) -> Option<&Engine> {
        Some(&self.0)
    }

    fn alone<'w>(&'w self, n: u64, reader: Reader) -> Reading<'w, u64>
    where
        u64: 'w,
    {
        Box::pin(async move {
            let mut stream = self.0.stream(reader, Algorithms::Blake3Only);
            for _ in 0..n % 3 {
                let length = stream.room().await.len();
                stream.take(length);
            }
            stream.finish().await;
            n
        })
    }
}

fn limits(window: usize, handful: usize) -> Limits {
    Limits { workers: 3, window, handful }
}

#[test]
fn results_come_in_the_order_of_the_jobs() {
    for limits in [limits(8, 1), limits(8, 16), limits(64, 5), limits(1, 1), limits(100, 100)] {
        let mut collect = Collect::new(None);
        let produce = |jobs: &mut JobSender<'_, u64>| (0..2000).all(|n| jobs.send(n));
        let result = run(limits, &AtomicBool::new(false), produce, &Numbers::new(), &mut collect);
        assert_eq!(result, Ok(true), "{limits:?}");
        assert_eq!(collect.arrived, 2000);
        assert!(collect.ordered.iter().copied().eq(0..2000), "{limits:?}");
    }
}

#[test]
fn large_jobs_take_more_places_and_never_too_many() {
    let mut collect = Collect::new(None);
    let produce = |jobs: &mut JobSender<'_, u64>| (0..1000).all(|n| jobs.send_large(n, n as usize % 20));
    let result = run(limits(8, 4), &AtomicBool::new(false), produce, &Plain(|n| n), &mut collect);
    assert_eq!(result, Ok(true));
    assert!(collect.ordered.iter().copied().eq(0..1000));
}

#[test]
fn without_threads_it_is_the_same_work_in_the_same_order() {
    for fail_at in [None, Some(100)] {
        let mut collect = Collect::new(fail_at);
        let produce = |jobs: &mut JobSender<'_, u64>| (0..1000).take_while(|&n| jobs.send_large(n, 3)).count();
        let stop = AtomicBool::new(false);
        let result = run_on_this_thread(&stop, produce, &Numbers::new(), &mut collect);
        assert_eq!(result, fail_at.map_or(Ok(1000), Err));
        assert!(collect.ordered.iter().copied().eq(0..fail_at.unwrap_or(1000)));
        assert_eq!(stop.into_inner(), fail_at.is_some());
    }
}

#[test]
fn an_error_of_the_consumer_stops_everybody() {
    for limits in [limits(8, 1), limits(64, 16)] {
        let mut collect = Collect::new(Some(100));
        let produce = |jobs: &mut JobSender<'_, u64>| (0..1_000_000).take_while(|&n| jobs.send(n)).count();
        let stop = AtomicBool::new(false);
        let result = run(limits, &stop, produce, &Numbers::new(), &mut collect);
        assert_eq!(result, Err(100));
        assert_eq!(collect.ordered.len(), 100);
        assert!(collect.arrived < 1000, "the producer went on");
        assert!(stop.into_inner());
    }
}
