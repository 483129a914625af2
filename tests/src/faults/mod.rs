//! The faults harness: every way in which the field can fail a run, and what must hold after each. `docs/faults.md` tells
//! what is tried and what came of it.
//!
//! A [`Case`] is a row of the table. It runs the program many times, each time with another fault, and after each run the
//! same things are looked at ([`check`]): no panic, no hang, nothing half under a final name, no success that is none,
//! nothing changed that was there before, every event that was reported still in the log, and a plain retry that works.

pub mod acts;
pub mod archives;
pub mod calls;
pub mod check;
pub mod desk;
pub mod devices;
pub mod disks;
pub mod hostile;
pub mod limits;
pub mod mounts;
pub mod readers;
pub mod sources;
pub mod tracer;
pub mod writers;

mod table;

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

pub use table::print;

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// A sample of each case, in about a minute.
    Quick,
    /// Every fault of each case.
    Full,
}

/// How a case is to be run.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How much.
    pub extent: Extent,
    /// Which sample; printed, so that a run can be repeated.
    pub seed: u64,
}

/// What came of a case.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Runs of the program under a fault.
    pub runs: usize,
    /// Those in which the fault came before the program had ended.
    pub struck: usize,
    /// The most memory that a run held, in bytes, where it is measured.
    pub peak: u64,
    /// What did not hold.
    pub broken: Vec<String>,
}

impl Outcome {
    /// Counts a run, and what did not hold after it.
    pub fn add(&mut self, fault: &str, struck: bool, broken: Vec<String>) {
        self.runs += 1;
        self.struck += usize::from(struck);
        self.broken.extend(broken.into_iter().map(|what| format!("{fault}: {what}")));
    }
}

/// A row of the table.
pub struct Case {
    /// Its name: the kind of fault, then what it befalls.
    pub name: String,
    /// Runs it.
    pub run: Box<dyn Fn(&Plan) -> Outcome + Send + Sync>,
}

impl Case {
    /// A case of this name.
    pub fn new(name: impl Into<String>, run: impl Fn(&Plan) -> Outcome + Send + Sync + 'static) -> Self {
        Self { name: name.into(), run: Box::new(run) }
    }
}

/// A finished row.
pub struct Row {
    /// Name of the case.
    pub name: String,
    /// What came of it.
    pub outcome: Outcome,
    /// How long it took.
    pub took: Duration,
}

/// Every case, in the order of the table.
pub fn cases() -> Vec<Case> {
    [
        calls::cases(),
        readers::cases(),
        limits::cases(),
        disks::cases(),
        mounts::cases(),
        sources::cases(),
        devices::cases(),
        writers::cases(),
        hostile::cases(),
        archives::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Runs the cases whose names contain one of `wanted` (all, if none is given), two at a time; rows in the order of the cases.
pub fn run(plan: Plan, wanted: &[String]) -> Vec<Row> {
    let is_wanted = |case: &Case| wanted.is_empty() || wanted.iter().any(|part| case.name.contains(part.as_str()));
    let cases: Vec<Case> = cases().into_iter().filter(is_wanted).collect();
    let (next, rows) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some((position, case)) = {
                    let position = next.fetch_add(1, Ordering::Relaxed);
                    cases.get(position).map(|case| (position, case))
                } {
                    let row = run_case(case, &plan);
                    table::done(&row);
                    rows.lock().expect("no holder panics").push((position, row));
                }
            });
        }
    });
    let mut rows = rows.into_inner().expect("no holder panics");
    rows.sort_by_key(|(position, _)| *position);
    rows.into_iter().map(|(_, row)| row).collect()
}

const WORKERS: usize = 2;

/// Runs one case. One that cannot be run, for want of a tool or a right, is broken, never passed over.
fn run_case(case: &Case, plan: &Plan) -> Row {
    let begun = Instant::now();
    let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (case.run)(plan)));
    let mut outcome = ran.unwrap_or_else(|why| {
        let why = why.downcast_ref::<String>().cloned();
        Outcome { broken: vec![why.unwrap_or_else(|| "cannot be run".into())], ..Outcome::default() }
    });
    if outcome.struck == 0 && outcome.broken.is_empty() {
        outcome.broken.push("no fault struck: nothing was tried".into());
    }
    Row { name: case.name.clone(), outcome, took: begun.elapsed() }
}

/// The program `faults`: `[--quick] [--seed N] [--list] [CASE...]`.
pub fn main(arguments: impl Iterator<Item = String>) -> ExitCode {
    let mut plan = Plan { extent: Extent::Full, seed: 1 };
    let (mut wanted, mut arguments) = (Vec::new(), arguments);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--quick" => plan.extent = Extent::Quick,
            "--seed" => match arguments.next().and_then(|seed| seed.parse().ok()) {
                Some(seed) => plan.seed = seed,
                None => return table::usage(),
            },
            "--list" => return table::list(&cases()),
            option if option.starts_with('-') => return table::usage(),
            _ => wanted.push(argument),
        }
    }
    let rows = run(plan, &wanted);
    print(&plan, &rows);
    let is_good = !rows.is_empty() && rows.iter().all(|row| row.outcome.broken.is_empty());
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A row of numbers that the seed determines (xorshift).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64, name: &str) -> Self {
        let mixed = name.bytes().fold(seed ^ 0x9e37_79b9_7f4a_7c15, |mixed, byte| {
            (mixed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3).rotate_left(23)
        });
        Self(mixed | 1)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap_or(0)
    }
}

/// The acts that a case of many acts is tried with: all but the demo, which runs others and takes long; in a sample `most`.
pub(crate) fn some_acts(plan: &Plan, most: usize, dice: &mut Dice) -> Vec<&'static acts::Act> {
    let all: Vec<_> = acts::ACTS.iter().filter(|act| act.name != "demo").collect();
    if plan.extent == Extent::Full { all } else { sample(all, most, dice) }
}

/// At most `most` of the items: the first, the last, and others by the dice; in order.
pub(crate) fn sample<T>(items: Vec<T>, most: usize, dice: &mut Dice) -> Vec<T> {
    let count = items.len();
    if count <= most {
        return items;
    }
    // One alone is none of the last: the threads do not always make so many calls.
    let mut chosen = match most {
        0 | 1 => std::collections::BTreeSet::from([dice.below(count / 2)]),
        _ => std::collections::BTreeSet::from([0, count - 1]),
    };
    while chosen.len() < most {
        chosen.insert(dice.below(count));
    }
    items.into_iter().enumerate().filter(|(position, _)| chosen.contains(position)).map(|(_, item)| item).collect()
}
