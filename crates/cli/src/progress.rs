//! How far the work is: a bar on a terminal, a line every half minute elsewhere, nothing when quiet.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::terminal::Terminal;

/// Without a terminal, the time between two lines.
const LINE_EVERY: Duration = Duration::from_secs(30);

/// Counts bytes and files; safe to call from every worker at once.
pub(crate) struct Progress {
    action: &'static str,
    bar: ProgressBar,
    counts: Arc<Counts>,
    lines: bool,
    begun: Instant,
    /// Milliseconds after `begun` when the next line is due.
    next_line: AtomicU64,
}

#[derive(Default)]
struct Counts {
    files: AtomicU64,
    bytes: AtomicU64,
    all_files: AtomicU64,
    all_bytes: AtomicU64,
}

impl Progress {
    /// Begins to count; `action` is one word such as `sealing`.
    pub(crate) fn new(terminal: &Terminal, action: &'static str) -> Self {
        let on_terminal = io::stderr().is_terminal();
        let counts = Arc::new(Counts::default());
        let bar = ProgressBar::no_length();
        if terminal.is_quiet() || !on_terminal {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        } else {
            bar.set_style(style("{msg} {bytes}, {count_files}, {binary_bytes_per_sec}", &counts));
            bar.set_message(action);
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        Self {
            action,
            bar,
            counts,
            lines: !terminal.is_quiet() && !on_terminal,
            begun: Instant::now(),
            next_line: AtomicU64::new(millis(LINE_EVERY)),
        }
    }

    /// Tells what there is to do in all, once that is known; from then on the time left is shown.
    pub(crate) fn totals(&self, files: u64, bytes: u64) {
        self.counts.all_files.store(files, Relaxed);
        self.counts.all_bytes.store(bytes, Relaxed);
        self.bar.set_length(bytes);
        self.bar.set_style(style(
            "{msg} [{bar:24}] {bytes} of {total_bytes}, {count_files}, {binary_bytes_per_sec}, {eta} left",
            &self.counts,
        ));
    }

    /// Adds what was done since the last call.
    pub(crate) fn add(&self, files: u64, bytes: u64) {
        self.counts.files.fetch_add(files, Relaxed);
        self.counts.bytes.fetch_add(bytes, Relaxed);
        self.bar.inc(bytes);
        if self.lines {
            self.line_if_due();
        }
    }

    /// Takes the bar away, so that the result stands alone.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn line_if_due(&self) {
        let now = millis(self.begun.elapsed());
        let due = self.next_line.load(Relaxed);
        // Of several workers that see the line due, the one that moves the date on writes it.
        if now >= due && self.next_line.compare_exchange(due, now + millis(LINE_EVERY), Relaxed, Relaxed).is_ok() {
            Terminal::new(false).say(&format!("{}: {}", self.action, self.counts));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish();
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", HumanBytes(self.bytes.load(Relaxed)))?;
        match self.all_bytes.load(Relaxed) {
            0 => {}
            all => write!(f, " of {}", HumanBytes(all))?,
        }
        write!(f, ", {}", self.shown_files())
    }
}

impl Counts {
    fn shown_files(&self) -> String {
        let files = HumanCount(self.files.load(Relaxed));
        match self.all_files.load(Relaxed) {
            0 => format!("{files} files"),
            all => format!("{files} of {} files", HumanCount(all)),
        }
    }
}

fn style(template: &str, counts: &Arc<Counts>) -> ProgressStyle {
    let counts = Arc::clone(counts);
    ProgressStyle::with_template(template)
        .expect("the templates of this module are well formed")
        .progress_chars("=> ")
        .with_key("count_files", move |_: &ProgressState, out: &mut dyn std::fmt::Write| {
            // A column that cannot be drawn is only missing.
            let _ = out.write_str(&counts.shown_files());
        })
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_several_threads_are_not_lost() {
        let progress = Progress::new(&Terminal::new(true), "sealing");
        progress.totals(4_000, 8 << 20);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..1_000).for_each(|_| progress.add(1, 1024)));
            }
        });
        assert_eq!(progress.counts.to_string(), "3.91 MiB of 8.00 MiB, 4,000 of 4,000 files");
    }

    #[test]
    fn a_line_is_due_only_after_its_time() {
        let progress = Progress::new(&Terminal::new(true), "sealing");
        progress.line_if_due();
        assert_eq!(progress.next_line.load(Relaxed), millis(LINE_EVERY));
        progress.next_line.store(0, Relaxed);
        progress.line_if_due();
        assert!(progress.next_line.load(Relaxed) >= millis(LINE_EVERY));
    }
}
