//! The log as a person reads it: one block an event, then who holds the exhibit now.

use std::fmt::Write;

use sealbag::finding::{Finding, Severity};
use sealbag::log::{Closing, Content, Event, Opening, Reader, Signatory, Standing};
use sealbag::verdict::Outcome;
use sealbag_custody::scalar::{UtcOffset, UtcTime};
use sealbag_report::{Catalogue, Language};

use super::fields;
use crate::columns::{Columns, padded, paragraph};
use crate::terminal::{OutputError, Terminal, Tone, finding_text, record_text};
use crate::verdict_text::{bounds_text, custody_lines, labelled, person_text};

/// What stands beside a label begins so many characters behind it, or behind the longest label of the block.
const WIDTH: usize = 13;

/// Prints the pieces as they come; what could not be printed is told at the end.
pub(super) struct Printer<'a> {
    location: &'a str,
    words: &'a Catalogue,
    terminal: &'a Terminal,
    findings: Vec<Finding>,
    printed: Result<(), OutputError>,
}

impl<'a> Printer<'a> {
    pub(super) fn new(location: &'a str, words: &'a Catalogue, terminal: &'a Terminal) -> Self {
        Self { location, words, terminal, findings: Vec::new(), printed: Ok(()) }
    }

    /// Prints the rest.
    pub(super) fn close(mut self, closing: &Closing) -> Result<(), OutputError> {
        let (words, terminal) = (self.words, self.terminal);
        let mut text = String::new();
        if let Some(custody) = &closing.custody {
            let _ = writeln!(text, "\n{}", terminal.paint(Tone::Strong, &words.text("log-now")));
            text.push_str(&custody_lines(custody, closing.holder.as_ref(), words));
        }
        self.findings.extend(closing.findings.iter().cloned());
        if !self.findings.is_empty() {
            let _ = writeln!(text, "\n{}", terminal.paint(Tone::Strong, &words.text("log-whole")));
            self.findings.iter().for_each(|finding| finding_lines(finding, WIDTH, &mut text, words, terminal));
        }
        let tone = match closing.outcome {
            Outcome::Confirmed => Tone::Good,
            Outcome::ConfirmedWithRemarks | Outcome::Undetermined => Tone::Caution,
            Outcome::Violated => Tone::Bad,
        };
        let outcome = terminal.paint(tone, &words.log_outcome(closing.outcome));
        let _ = write!(text, "\n{outcome}\n{}\n{}\n", words.text("limit-tail"), words.text("log-limits"));
        self.put(&text);
        self.printed
    }

    fn put(&mut self, text: &str) {
        if self.printed.is_ok() {
            self.printed = self.terminal.print(text);
        }
    }
}

impl Reader for Printer<'_> {
    fn open(&mut self, opening: &Opening) {
        self.findings.clone_from(&opening.findings);
        let mut text = String::new();
        if opening.anchors.is_empty() {
            text.push_str(&format!("{}\n", self.words.text("log-unanchored")));
        }
        let _ = writeln!(text, "{}", self.terminal.paint(Tone::Strong, self.location));
        if let Some(sealed) = &opening.sealed {
            for (label, value) in [("label-exhibit", &sealed.exhibit), ("label-case", &sealed.case)] {
                let line = |value: &String| labelled(self.words, label, &record_text(value));
                value.iter().for_each(|value| text.push_str(&line(value)));
            }
            text.push_str(&labelled(self.words, "label-bag", &sealed.bag));
        }
        self.put(&text);
    }

    fn event(&mut self, event: &Event<'_>) {
        let text = block(event, self.words, self.terminal);
        self.put(&text);
    }
}

fn block(event: &Event<'_>, words: &Catalogue, terminal: &Terminal) -> String {
    let (name, what, time) = match event.content {
        Content::Seal(record) => ("seal", words.text("says-seal"), moment(record.time, record.utc_offset, words)),
        Content::Event(record) => {
            let name = record.kind.name();
            (name, words.text(&format!("says-{name}")), moment(record.time, record.utc_offset, words))
        }
        Content::None => ("", words.text("log-not-shown"), words.text("log-no-time")),
    };
    // English has the words of the records, by which an event is also entered.
    let name = match words.language() {
        _ if name.is_empty() => String::new(),
        Language::English => name.replace('_', " "),
        _ => words.event(name),
    };
    let title = format!("{}  {time}  {}", event.index, name.to_uppercase());
    let mut columns = Columns::new(words.language());
    let mut line = |label: &str, value: &str| columns.line(label, value);
    line(&words.text("label-what"), &what);
    let attested = event.attested.iter().map(|bounds| bounds_text(bounds, words));
    attested.for_each(|bounds| line(&words.text("label-attested"), &bounds));
    if let Some(by) = &event.by {
        line(&words.text("label-by"), &signatory(by, words));
    }
    fields::lines(event.content, terminal.words()).iter().for_each(|field| line(&field.label, &field.text));
    line(&words.text("label-file"), &event.place);
    if let Some(hash) = event.hash {
        line("sha256", &hash.to_hex());
    }
    match event.standing {
        Standing::Stands => {}
        Standing::Bad => line(&words.text("label-standing"), &words.text("standing-bad")),
        Standing::NotJudged => line(&words.text("label-standing"), &words.text("standing-not-judged")),
    }
    let width = columns.width(WIDTH);
    let mut text = format!("\n{}\n{}", terminal.paint(Tone::Strong, title.trim_end()), columns.paragraphs(WIDTH));
    event.findings.iter().for_each(|finding| finding_lines(finding, width, &mut text, words, terminal));
    text
}

fn signatory(by: &Signatory, words: &Catalogue) -> String {
    let stated = |key| words.with(key, &[("name", &by.stated), ("key", &by.fingerprint)]);
    match &by.person {
        Some(person) if person.listed.is_some() => {
            let roles: String = by.roles.iter().map(|role| format!(", {}", role_shown(role, words))).collect();
            let is_same = by.stated == person.name;
            let stated = if is_same { String::new() } else { words.with("by-signed-as", &[("name", &by.stated)]) };
            format!("{}{roles}{stated}", person_text(person, words))
        }
        Some(_) => stated("by-key"),
        None => stated("by-nobody"),
    }
}

/// English has the words of the roster, by which a key is also entered.
fn role_shown(role: &str, words: &Catalogue) -> String {
    if words.language() == Language::English { role.to_owned() } else { words.role(role) }
}

/// A finding, its sentence in a column of that width.
fn finding_lines(finding: &Finding, width: usize, text: &mut String, words: &Catalogue, terminal: &Terminal) {
    let (key, tone) = match finding.severity {
        Severity::Violation => ("severity-violation", Tone::Bad),
        Severity::Undetermined => ("severity-undetermined", Tone::Caution),
        Severity::Remark => ("severity-remark", Tone::Caution),
    };
    let word = padded(&words.text(key), width);
    let _ = writeln!(text, "  {}{}", terminal.paint(tone, &word), finding.code.name());
    text.push_str(&paragraph("", &words.finding(finding.code), width));
    let mut values = Columns::new(words.language());
    for (label, value) in [("label-expected", &finding.expected), ("label-found", &finding.found)] {
        let said = value.iter().map(|value| finding_text(&words.value(finding.code, value)));
        said.for_each(|value| values.line(words.text(label), value));
    }
    text.push_str(&values.lines(&format!("  {:width$}", ""), 9));
}

/// UTC, and what the clock on the wall showed.
fn moment(time: UtcTime, offset: Option<UtcOffset>, words: &Catalogue) -> String {
    let local = offset.and_then(|offset| {
        let seconds = time.unix_seconds() + i64::from(offset.minutes()) * 60;
        let local = UtcTime::from_unix_seconds(seconds)?.to_string();
        let (date, clock) = local.trim_end_matches('Z').split_once('T')?;
        Some(format!("  ({})", words.with("log-local", &[("date", &date), ("clock", &clock), ("offset", &offset)])))
    });
    format!("{time}{}", local.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_given_in_utc_and_as_the_local_clock_showed_it() {
        let time: UtcTime = "2026-12-31T20:30:00Z".parse().expect("a time");
        let words = Catalogue::new(Language::English);
        assert_eq!(moment(time, None, &words), "2026-12-31T20:30:00Z");
        let offset = "+05:00".parse().expect("an offset");
        assert_eq!(moment(time, Some(offset), &words), "2026-12-31T20:30:00Z  (local 2027-01-01 01:30:00, UTC+05:00)");
    }
}
