//! The log as a person reads it: one block an event, then who holds the exhibit now.

use std::fmt::Write;

use sealbag::finding::{Finding, Severity};
use sealbag::log::{Closing, Content, Event, Opening, Reader, Signatory, Standing};
use sealbag::verdict::Outcome;
use sealbag_custody::event::EventType;
use sealbag_custody::scalar::{UtcOffset, UtcTime};

use super::fields;
use crate::terminal::{OutputError, Terminal, Tone, finding_text, paragraph, record_text};
use crate::verdict_text::{bounds_text, custody_lines, person_text};

/// Before anything else, if nobody from outside vouches for the log.
const UNANCHORED: &str = "\
NOTHING FROM OUTSIDE THE BAG WAS GIVEN: anyone could have made this log. It shows no more than that the log agrees with itself.
";

/// What a log cannot say; always printed.
const LIMITS: &str = "\
It covers the custody log up to the last entry shown. It cannot show events that were never recorded or later entries that
were withheld. The contents of the bag were not looked at: `sealbag verify` does that. All times are those that the signers
declared, but for those that are said to be attested.
";

/// Prints the pieces as they come; what could not be printed is told at the end.
pub(super) struct Printer<'a> {
    location: &'a str,
    terminal: &'a Terminal,
    findings: Vec<Finding>,
    printed: Result<(), OutputError>,
}

impl<'a> Printer<'a> {
    pub(super) fn new(location: &'a str, terminal: &'a Terminal) -> Self {
        Self { location, terminal, findings: Vec::new(), printed: Ok(()) }
    }

    /// Prints the rest.
    pub(super) fn close(mut self, closing: &Closing) -> Result<(), OutputError> {
        let mut text = String::new();
        if let Some(custody) = &closing.custody {
            let _ = writeln!(text, "\n{}", self.terminal.paint(Tone::Strong, "NOW"));
            text.push_str(&custody_lines(custody, closing.holder.as_ref()));
        }
        self.findings.extend(closing.findings.iter().cloned());
        if !self.findings.is_empty() {
            let _ = writeln!(text, "\n{}", self.terminal.paint(Tone::Strong, "OF THE LOG AS A WHOLE"));
            self.findings.iter().for_each(|finding| finding_lines(finding, &mut text, self.terminal));
        }
        let (tone, words) = match closing.outcome {
            Outcome::Confirmed => (Tone::Good, "THE CUSTODY LOG HOLDS"),
            Outcome::ConfirmedWithRemarks => (Tone::Caution, "THE CUSTODY LOG HOLDS, WITH REMARKS"),
            Outcome::Violated => (Tone::Bad, "THE CUSTODY LOG DOES NOT HOLD"),
            Outcome::Undetermined => (Tone::Caution, "CANNOT BE DETERMINED"),
        };
        let _ = write!(text, "\n{}\n{LIMITS}", self.terminal.paint(tone, words));
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
            text.push_str(UNANCHORED);
        }
        let _ = writeln!(text, "{}", self.terminal.paint(Tone::Strong, self.location));
        if let Some(sealed) = &opening.sealed {
            for (label, value) in [("exhibit", &sealed.exhibit), ("case", &sealed.case)] {
                value.iter().for_each(|value| text.push_str(&format!("  {label:<11}{}\n", record_text(value))));
            }
            let _ = writeln!(text, "  {:<11}{}", "bag", sealed.bag);
        }
        self.put(&text);
    }

    fn event(&mut self, event: &Event<'_>) {
        let text = block(event, self.terminal);
        self.put(&text);
    }
}

fn block(event: &Event<'_>, terminal: &Terminal) -> String {
    let (name, what, time) = match event.content {
        Content::Seal(record) => ("seal", "the data were sealed", moment(record.time, record.utc_offset)),
        Content::Event(record) => (record.kind.name(), meaning(record.kind), moment(record.time, record.utc_offset)),
        Content::None => ("", "this event cannot be shown", "no time".to_owned()),
    };
    let title = format!("{}  {time}  {}", event.index, name.replace('_', " ").to_uppercase());
    let mut text = format!("\n{}\n", terminal.paint(Tone::Strong, title.trim_end()));
    let mut line = |label: &str, value: &str| text.push_str(&paragraph(label, value));
    line("what", what);
    event.attested.iter().for_each(|bounds| line("attested", &bounds_text(bounds)));
    if let Some(by) = &event.by {
        line("by", &signatory(by));
    }
    fields::lines(event.content).iter().for_each(|field| line(&field.label, &field.text));
    line("file", &event.place);
    if let Some(hash) = event.hash {
        line("sha256", &hash.to_hex());
    }
    match event.standing {
        Standing::Stands => {}
        Standing::Bad => line("standing", "this event does not stand; nothing behind it was replayed"),
        Standing::NotJudged => line("standing", "not judged, because an event before it does not stand"),
    }
    event.findings.iter().for_each(|finding| finding_lines(finding, &mut text, terminal));
    text
}

fn signatory(by: &Signatory) -> String {
    match &by.person {
        Some(person) if person.listed.is_some() => {
            let roles = if by.roles.is_empty() { String::new() } else { format!(", {}", by.roles.join(", ")) };
            let stated = if by.stated == person.name { String::new() } else { format!("; signed as {}", by.stated) };
            format!("{}{roles}{stated}", person_text(person))
        }
        Some(_) => format!("{} (as the event states), key {}", by.stated, by.fingerprint),
        None => format!("{} (as the event states), key {}, for which nobody vouches", by.stated, by.fingerprint),
    }
}

fn finding_lines(finding: &Finding, text: &mut String, terminal: &Terminal) {
    let (word, tone) = match finding.severity {
        Severity::Violation => ("VIOLATION", Tone::Bad),
        Severity::Undetermined => ("NO ANSWER", Tone::Caution),
        Severity::Remark => ("remark", Tone::Caution),
    };
    let _ = writeln!(text, "  {} {}", terminal.paint(tone, &format!("{word:<12}")), finding.code.name());
    text.push_str(&paragraph("", finding.code.sentence()));
    for (label, value) in [("expected", &finding.expected), ("found", &finding.found)] {
        if let Some(value) = value {
            let _ = writeln!(text, "               {label:<9}{}", finding_text(value));
        }
    }
}

/// UTC, and what the clock on the wall showed.
fn moment(time: UtcTime, offset: Option<UtcOffset>) -> String {
    let local = offset.and_then(|offset| {
        let seconds = time.unix_seconds() + i64::from(offset.minutes()) * 60;
        let local = UtcTime::from_unix_seconds(seconds)?.to_string();
        let (date, clock) = local.trim_end_matches('Z').split_once('T')?;
        Some(format!("  (local {date} {clock}, UTC{offset})"))
    });
    format!("{time}{}", local.unwrap_or_default())
}

fn meaning(kind: EventType) -> &'static str {
    use EventType as T;
    match kind {
        T::Countersign => "a second person confirms an event",
        T::RefuseToSign => "a person who was to sign refused",
        T::Timestamp => "tokens of a time-stamp authority were obtained",
        T::Verify => "the bag was verified, and this was entered",
        T::Store => "where it lies",
        T::Access => "somebody had access without taking it over",
        T::Release => "the holder gives it to a named person",
        T::Export => "the holder gives it to a named person of another State",
        T::Accept => "the recipient takes it",
        T::Refuse => "the recipient does not take it",
        T::Cancel => "the release is taken back",
        T::Copy => "a copy was made, with a log of its own",
        T::Redact => "a copy with parts left out was made",
        T::ExamineStart => "an examination begins",
        T::ExamineEnd => "the examination ends",
        T::Open => "the seal is opened; the contents will change",
        T::Reseal => "it was sealed again as a new bag; this log ends",
        T::Disclose => "parts were shown or given to a party",
        T::Object => "somebody objects or remarks",
        T::Correct => "the author corrects an earlier event",
        T::Hold => "it must not be disposed of or returned",
        T::Unhold => "a hold no longer applies",
        T::Return => "it goes back to its owner",
        T::Dispose => "it is destroyed or otherwise disposed of",
        T::Incident => "a loss, a mismatch, a broken seal, a stolen key, or another incident",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_given_in_utc_and_as_the_local_clock_showed_it() {
        let time: UtcTime = "2026-12-31T20:30:00Z".parse().expect("a time");
        assert_eq!(moment(time, None), "2026-12-31T20:30:00Z");
        let offset = "+05:00".parse().expect("an offset");
        assert_eq!(moment(time, Some(offset)), "2026-12-31T20:30:00Z  (local 2027-01-01 01:30:00, UTC+05:00)");
    }
}
