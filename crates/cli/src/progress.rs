//! How far the work is: a bar on a terminal, a line every half minute elsewhere, nothing when quiet.

mod said;

use std::fmt;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use sealbag::progress::Phase;
use sealbag_manifest::observer::Observer;

use crate::terminal::{Terminal, say};
use said::Said;

/// Without a terminal, the time between two lines.
const LINE_EVERY: Duration = Duration::from_secs(30);

/// The columns while the total is unknown, and once it is known.
const OPEN: &str = "{msg} {done}, {entries}, {rate}";
const BOUNDED: &str = "{msg} {done}/{all}, {entries}, {rate}, {left} {wide_bar}";

/// Shows the progress of one command; told from every worker at once.
pub(crate) struct Progress {
    bar: ProgressBar,
    counts: Arc<Counts>,
    said: Arc<Said>,
    /// What is being done, in one word or two.
    action: Mutex<String>,
    lines: bool,
    begun: Instant,
    /// Milliseconds after `begun` when the next line is due.
    next_line: AtomicU64,
}

/// What was done in this phase, and what there is to do; a total of 0 is not known.
#[derive(Default)]
struct Counts {
    entries: AtomicU64,
    bytes: AtomicU64,
    all_entries: AtomicU64,
    all_bytes: AtomicU64,
}

impl Progress {
    /// Shows nothing until the first phase begins.
    pub(crate) fn new(terminal: &Terminal) -> Self {
        let on_terminal = io::stderr().is_terminal();
        let (counts, said) = (Arc::default(), Arc::new(Said::new(terminal.words())));
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(style(OPEN, &counts, &said));
        if on_terminal && !terminal.is_quiet() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        Self {
            bar,
            counts,
            action: Mutex::new(said.working.clone()),
            said,
            lines: !on_terminal && !terminal.is_quiet(),
            begun: Instant::now(),
            next_line: AtomicU64::new(millis(LINE_EVERY)),
        }
    }

    /// Takes the bar away, so that the result stands alone.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// Tells a person what has to be done now, also when quiet was asked for; the bar makes room.
    pub(crate) fn say(&self, text: &str) {
        self.bar.suspend(|| say(text));
    }

    fn line_if_due(&self) {
        let now = millis(self.begun.elapsed());
        let due = self.next_line.load(Relaxed);
        // Of several workers that see the line due, the one that moves the date on writes it.
        if now >= due && self.next_line.compare_exchange(due, now + millis(LINE_EVERY), Relaxed, Relaxed).is_ok() {
            let action = self.action.lock().unwrap_or_else(PoisonError::into_inner).clone();
            say(&format!("{action}: {}", self.counts.line(&self.said)));
        }
    }
}

impl Observer for Progress {
    fn bytes(&self, count: u64) {
        self.counts.bytes.fetch_add(count, Relaxed);
        self.bar.inc(count);
        if self.lines {
            self.line_if_due();
        }
    }

    fn entry(&self) {
        self.counts.entries.fetch_add(1, Relaxed);
        self.bar.tick();
        if self.lines {
            self.line_if_due();
        }
    }

    fn other_device(&self, path: &str) {
        self.bar.suspend(|| say(&self.said.other_device(path)));
    }
}

impl sealbag::progress::Progress for Progress {
    fn phase(&self, phase: Phase, entries: Option<u64>, bytes: Option<u64>) {
        let action = self.said.action(phase).to_owned();
        *self.action.lock().unwrap_or_else(PoisonError::into_inner) = action.clone();
        self.counts.entries.store(0, Relaxed);
        self.counts.bytes.store(0, Relaxed);
        self.counts.all_entries.store(entries.unwrap_or(0), Relaxed);
        self.counts.all_bytes.store(bytes.unwrap_or(0), Relaxed);
        self.bar.set_message(action);
        self.bar.reset();
        match bytes {
            Some(bytes) => self.bar.set_length(bytes),
            None => self.bar.unset_length(),
        }
        self.bar.set_style(style(if bytes.is_some() { BOUNDED } else { OPEN }, &self.counts, &self.said));
        // Drawn when something is done, and by no thread of its own: where no thread can be started that would be a panic.
        self.bar.tick();
    }

    fn wants_totals(&self) -> bool {
        !self.bar.is_hidden()
    }

    fn totals(&self, entries: u64, bytes: u64) {
        self.counts.all_entries.store(entries, Relaxed);
        self.counts.all_bytes.store(bytes, Relaxed);
        self.bar.set_length(bytes);
        self.bar.set_style(style(BOUNDED, &self.counts, &self.said));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish();
    }
}

impl Counts {
    /// What was done of what.
    fn line(&self, said: &Said) -> String {
        let done = said.bytes(self.bytes.load(Relaxed));
        let all = match self.all_bytes.load(Relaxed) {
            0 => String::new(),
            all => format!("/{}", said.bytes(all)),
        };
        format!("{done}{all}, {}", self.entries(said))
    }

    fn entries(&self, said: &Said) -> String {
        let entries = said.count(self.entries.load(Relaxed));
        said.entries(&match self.all_entries.load(Relaxed) {
            0 => entries,
            all => format!("{entries}/{}", said.count(all)),
        })
    }
}

fn style(template: &str, counts: &Arc<Counts>, said: &Arc<Said>) -> ProgressStyle {
    let column = |text: fn(&ProgressState, &Counts, &Said) -> String| {
        let (counts, said) = (Arc::clone(counts), Arc::clone(said));
        move |state: &ProgressState, out: &mut dyn fmt::Write| {
            // A column that cannot be drawn is only missing.
            let _ = out.write_str(&text(state, &counts, &said));
        }
    };
    ProgressStyle::with_template(template)
        .expect("the templates of this module are well formed")
        .progress_chars("=> ")
        .with_key("done", column(|state, _, said| said.bytes(state.pos())))
        .with_key("all", column(|state, _, said| said.bytes(state.len().unwrap_or_default())))
        .with_key("entries", column(|_, counts, said| counts.entries(said)))
        .with_key("rate", column(|state, _, said| said.rate(state.per_sec() as u64)))
        .with_key("left", column(|state, _, said| said.left(state.eta())))
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use sealbag::progress::Progress as _;

    use sealbag_report::Language;

    use super::*;

    #[test]
    fn counts_from_several_threads_are_not_lost() {
        let progress = Progress::new(&Terminal::new(true, Language::English));
        progress.phase(Phase::Sealing, Some(4_000), Some(8 << 20));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..1_000 {
                        progress.bytes(1024);
                        progress.entry();
                    }
                });
            }
        });
        assert_eq!(progress.counts.line(&progress.said), "3.91 MiB/8.00 MiB, 4,000/4,000 entries");
        assert_eq!(progress.bar.position(), 4_000 * 1024);
    }

    #[test]
    fn a_new_phase_counts_from_nothing_and_may_not_know_its_total() {
        let progress = Progress::new(&Terminal::new(true, Language::English));
        progress.phase(Phase::ReadingBack, Some(9), Some(9));
        progress.bytes(7);
        progress.phase(Phase::Verifying, None, None);
        progress.entry();
        assert_eq!(progress.counts.line(&progress.said), "0 B, 1 entries");
        assert_eq!((progress.bar.position(), progress.bar.length()), (0, None));
    }

    #[test]
    fn a_line_is_due_only_after_its_time() {
        let progress = Progress::new(&Terminal::new(true, Language::English));
        progress.line_if_due();
        assert_eq!(progress.next_line.load(Relaxed), millis(LINE_EVERY));
        progress.next_line.store(0, Relaxed);
        progress.line_if_due();
        assert!(progress.next_line.load(Relaxed) >= millis(LINE_EVERY));
    }
}
