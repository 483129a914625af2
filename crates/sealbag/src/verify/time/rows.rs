//! Rows of events without trusted time (`docs/spec/time.md`, "Verifier steps", 9).

use sealbag_custody::event::EventType;
use sealbag_custody::time::{Timed, needs_time};

use super::findings;
use crate::finding::{Code, Finding};
use crate::verify::custody::walk;

/// So many rows are kept: each has two tokens beside it, or a broken chain.
const KEPT: usize = 10_000;

/// Rows by their first and last event.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<(u32, u32)>,
    is_open: bool,
}

impl Rows {
    /// Takes the next event that stands; `kind` is absent for event 0.
    pub(super) fn add(&mut self, index: u32, kind: Option<EventType>, timed: &Timed) {
        if !kind.is_none_or(needs_time) {
            // Needs no token, and so neither begins nor ends a row.
            return;
        }
        if timed.is_trusted() || findings::says_why(timed) {
            self.is_open = false;
            return;
        }
        if let Some(row) = self.rows.last_mut().filter(|_| self.is_open) {
            row.1 = index;
        } else if self.rows.len() < KEPT {
            self.rows.push((index, index));
            self.is_open = true;
        }
    }

    /// One finding a row, at the file of its first event.
    pub(super) fn findings(&self, prefix: &str) -> Vec<Finding> {
        let text = |first: u32, last: u32| match first == last {
            true => format!("event {first}"),
            false => format!("events {first} to {last}"),
        };
        let rows = self.rows.iter();
        rows.map(|(first, last)| Finding::new(Code::Uncovered, walk::path(prefix, *first)).found(text(*first, *last)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use sealbag_custody::time::Bounds;

    use super::*;

    #[test]
    fn a_row_goes_on_over_events_that_need_no_token_and_ends_at_one_that_has_one() {
        let time = "2026-11-24T09:00:00Z".parse().ok();
        let counted = Bounds { earliest: None, latest: time };
        let (trusted, plain) = (Timed { counted, ..Timed::default() }, Timed::default());
        let mut rows = Rows::default();
        rows.add(0, None, &plain);
        rows.add(1, Some(EventType::Release), &trusted);
        rows.add(2, Some(EventType::Timestamp), &plain);
        rows.add(3, Some(EventType::Accept), &plain);
        rows.add(4, Some(EventType::Object), &plain);
        rows.add(5, Some(EventType::Store), &plain);
        rows.add(6, Some(EventType::Verify), &plain);
        let found: Vec<_> = rows
            .findings("custody/")
            .into_iter()
            .map(|finding| (finding.place, finding.found.unwrap_or_default()))
            .collect();
        let expected = [("custody/000000.txt", "event 0"), ("custody/000003.txt", "events 3 to 5")];
        assert_eq!(found, expected.map(|(place, text)| (place.to_owned(), text.to_owned())));
    }
    #[test]
    fn so_many_rows_are_kept_and_no_more() {
        let counted = Bounds { earliest: None, latest: "2026-11-24T09:00:00Z".parse().ok() };
        let (trusted, plain) = (Timed { counted, ..Timed::default() }, Timed::default());
        let mut rows = Rows::default();
        for index in 0..2 * KEPT as u32 + 4 {
            rows.add(index, Some(EventType::Store), if index % 2 == 0 { &plain } else { &trusted });
        }
        let found = rows.findings("custody/");
        assert_eq!(found.len(), KEPT);
        assert_eq!(found.last().map(|finding| finding.place.as_str()), Some("custody/019998.txt"));
    }
}
