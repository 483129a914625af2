//! The verdict as a person reads it: the seal, every check, every finding, the conclusion, and its limits.

use sealbag::finding::{Code, Finding, Severity};
use sealbag::log::{Event, Opening, Reader};
use sealbag::verdict::{AttestedShown, BoundsShown, CheckResult, CustodyShown, Outcome, Status, Verdict};
use sealbag_custody::replay::PersonShown;

use crate::damage_text;
use crate::terminal::{Terminal, Tone, finding_text, harmless, record_text};

/// So many findings are shown; the rest is counted.
const SHOWN: usize = 200;

/// So many rows of events, and so many tokens, are shown.
const SHOWN_ATTESTED: usize = 20;

/// What the verdict does not say; always printed.
const LIMITS: &str = "\
This does not state that what the data say is true, nor what was there before sealing, nor who sat at the keyboard.
It covers the custody log up to the last entry shown. It cannot show events that were never recorded or later entries that were withheld.
";

/// Signer and holder as the roster has them.
#[derive(Default)]
pub(crate) struct People {
    /// Who signed event 0.
    pub(crate) signer: Option<PersonShown>,
    /// Who holds the exhibit now.
    pub(crate) holder: Option<PersonShown>,
}

impl Reader for People {
    fn open(&mut self, _: &Opening) {}

    fn event(&mut self, event: &Event<'_>) {
        if event.index == 0 {
            self.signer = event.by.as_ref().and_then(|by| by.person.clone()).filter(|person| person.listed.is_some());
        }
    }
}

/// Renders one verdict; `location` is already safe to show.
pub(crate) fn render(location: &str, verdict: &Verdict, people: &People, terminal: &Terminal) -> String {
    let mut text = format!("{}\n", terminal.paint(Tone::Strong, location));
    if let Some(seal) = verdict.shown() {
        let mut line = |label: &str, value: &str| text.push_str(&format!("  {label:<11}{}\n", harmless(value)));
        seal.exhibit.iter().for_each(|exhibit| line("exhibit", &record_text(exhibit)));
        seal.case.iter().for_each(|case| line("case", &record_text(case)));
        line("sealed", &format!("{} (as the signer states)", seal.time));
        line("signer", &format!("{} (as the seal states)", record_text(&seal.signer.name)));
        line("key", &seal.signer.fingerprint);
        people.signer.iter().for_each(|person| line("by roster", &record_text(&person_text(person))));
        line("content", &format!("files {}, bytes {}, payload {}", seal.files, seal.bytes, seal.payload));
    }
    if let Some(hash) = verdict.seal_hash() {
        hash_lines("seal hash", hash, &mut text);
    }
    if let Some(custody) = verdict.custody() {
        text.push('\n');
        text.push_str(&custody_lines(custody, people.holder.as_ref()));
    }
    verdict.attested().iter().for_each(|attested| text.push_str(&attested_lines(attested)));
    text.push('\n');
    verdict.checks().iter().for_each(|result| text.push_str(&check_line(result, terminal)));
    findings(verdict, &mut text, terminal);
    let words = terminal.paint(tone(verdict.outcome()), verdict.outcome().words());
    text.push_str(&format!("\n{words}\n{}\n{LIMITS}", summary(verdict)));
    text
}

/// Where the log has come to. `holder` is the holder with all that the roster says.
pub(crate) fn custody_lines(custody: &CustodyShown, holder: Option<&PersonShown>) -> String {
    let mut text = String::new();
    let mut line = |label: &str, value: &str| text.push_str(&format!("  {label:<11}{value}\n"));
    line("custody", &format!("signed entries {}, from 0 to {}", custody.events, custody.events.saturating_sub(1)));
    match &custody.end {
        Some(end) => {
            let shown = &end.holder;
            let holder = holder.map(|holder| record_text(&person_text(holder))).unwrap_or_else(|| {
                match (&shown.id, &shown.fingerprint) {
                    (Some(id), _) => format!("{} (id {}, by the roster)", record_text(&shown.name), record_text(id)),
                    (None, Some(key)) => format!("{} (as stated), key {key}", record_text(&shown.name)),
                    (None, None) => record_text(&shown.name),
                }
            });
            line("holder", &holder);
            line("state", state_words(end.state));
            if end.on_hold {
                line("", "ON HOLD: it must not be disposed of or returned");
            }
            if end.compromised {
                line("", "COMPROMISED: an entry says that it did not match, was lost, or its package was broken");
            }
        }
        None => line("holder", "cannot be said: the log could not be replayed to its end"),
    }
    hash_lines("head", &custody.head, &mut text);
    text
}

/// What time-stamps attest: rows of events, then the tokens.
fn attested_lines(attested: &AttestedShown) -> String {
    let mut text = String::new();
    let mut label = "attested";
    let mut line = |value: &str| {
        text.push_str(&format!("  {label:<11}{}\n", finding_text(value)));
        label = "";
    };
    for events in attested.events.iter().take(SHOWN_ATTESTED) {
        line(&format!("{}: {}", events_text(events.from, events.to), bounds_text(&events.bounds)));
    }
    let more = attested.events.len().saturating_sub(SHOWN_ATTESTED);
    if more > 0 {
        line(&format!("... and {more} more rows of events; --json and `sealbag log` have them"));
    }
    for token in attested.tokens.iter().take(SHOWN_ATTESTED) {
        let file = token.file.as_deref().unwrap_or("a time-stamp that was kept");
        let listed = if token.listed { "" } else { ", listed by no event" };
        let covers = events_text(token.from, token.to);
        line(&format!("{} by {}: {covers} ({file}{listed})", token.time, token.authority));
    }
    let more = attested.holding.saturating_sub(SHOWN_ATTESTED as u64);
    if more > 0 {
        line(&format!("... and {more} more time-stamps; --json has them"));
    }
    text
}

fn events_text(from: u32, to: u32) -> String {
    if from == to { format!("event {from}") } else { format!("events {from} to {to}") }
}

/// Between which moments an event was signed.
pub(crate) fn bounds_text(bounds: &BoundsShown) -> String {
    match (&bounds.earliest, &bounds.latest) {
        (Some(earliest), Some(latest)) => format!("signed no earlier than {earliest} and no later than {latest}"),
        (Some(earliest), None) => format!("signed no earlier than {earliest}"),
        (None, Some(latest)) => format!("signed no later than {latest}"),
        (None, None) => "nothing is attested".to_owned(),
    }
}

/// A person by the roster, else by the name that the event states.
pub(crate) fn person_text(person: &PersonShown) -> String {
    match (&person.listed, &person.fingerprint) {
        (Some(listed), _) => {
            let body = listed.organisation.as_ref().map(|body| format!(", {body}")).unwrap_or_default();
            let by = listed.recognized_by.as_ref().map(|by| format!(", recognised by {by}")).unwrap_or_default();
            format!("{}{body} (id {} in the roster of {}{by})", person.name, listed.id, listed.authority)
        }
        (None, Some(key)) => format!("{} (as stated), key {key}", person.name),
        (None, None) => person.name.clone(),
    }
}

fn state_words(state: &str) -> &str {
    match state {
        "held" => "held by the holder",
        "in_transit" => "released, and neither accepted nor refused yet; the holder is still answerable",
        "opened" => "opened by the holder, and not sealed again yet",
        "under_examination" => "under examination by the holder",
        "returned" => "returned to its owner",
        "disposed" => "disposed of",
        "resealed" => "sealed again as another bag; this log has ended",
        other => other,
    }
}

fn hash_lines(label: &str, hash: &str, text: &mut String) {
    let groups: Vec<&str> = hash.as_bytes().chunks(8).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    let (first, second) = groups.split_at(groups.len() / 2);
    text.push_str(&format!("  {label:<11}{}\n  {:<11}{}\n", first.join(" "), "", second.join(" ")));
}

fn check_line(result: &CheckResult, terminal: &Terminal) -> String {
    let (word, tone) = match result.status {
        Status::Passed => ("passed", Some(Tone::Good)),
        Status::Failed => ("FAILED", Some(Tone::Bad)),
        Status::NotRun => ("not run", Some(Tone::Caution)),
        Status::NotPresent => ("none", None),
    };
    let padded = format!("{word:<9}");
    let word = tone.map_or(padded.clone(), |tone| terminal.paint(tone, &padded));
    let why = result.why.map(|why| format!(": {why}")).unwrap_or_default();
    format!("  {word}{}{why}\n", result.check.title())
}

fn findings(verdict: &Verdict, text: &mut String, terminal: &Terminal) {
    for (severity, heading) in [
        (Severity::Violation, "VIOLATIONS"),
        (Severity::Undetermined, "WHAT PREVENTS AN ANSWER"),
        (Severity::Remark, "REMARKS"),
    ] {
        let all: Vec<&Finding> = verdict.findings().iter().filter(|finding| finding.severity == severity).collect();
        let total: u64 = Code::ALL
            .iter()
            .filter(|code| code.severity() == severity)
            .map(|code| verdict.totals().get(code.name()).copied().unwrap_or(0))
            .sum();
        if all.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{}\n", terminal.paint(Tone::Strong, heading)));
        all.iter().take(SHOWN).for_each(|finding| text.push_str(&finding_lines(finding)));
        let shown = all.len().min(SHOWN) as u64;
        if total > shown {
            text.push_str(&format!("  ... and {} more; --json lists them\n", total - shown));
        }
    }
}

fn finding_lines(finding: &Finding) -> String {
    let mut text = format!("  {}", finding.code.name());
    if !finding.place.is_empty() {
        text.push_str(&format!("  {}", finding_text(&finding.place)));
    }
    text.push_str(&format!("\n      {}\n", finding.code.sentence()));
    for (label, value) in [("expected", &finding.expected), ("found", &finding.found)] {
        if let Some(value) = value {
            text.push_str(&format!("      {label:<9}{}\n", finding_text(value)));
        }
    }
    let map = finding.damage.iter().flat_map(|damage| damage_text::lines(damage));
    map.for_each(|line| text.push_str(&format!("      {line}\n")));
    text
}

fn tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Confirmed => Tone::Good,
        Outcome::ConfirmedWithRemarks | Outcome::Undetermined => Tone::Caution,
        Outcome::Violated => Tone::Bad,
    }
}

fn summary(verdict: &Verdict) -> &'static str {
    match verdict.outcome() {
        Outcome::Confirmed => {
            "Everything that was sealed is there, unchanged, and nothing was added. A trusted roster says whose keys these are,\nand time-stamps of a third party attest when it existed."
        }
        Outcome::ConfirmedWithRemarks => {
            "Everything that was checked holds: no file was changed, removed or added. Read the remarks above."
        }
        Outcome::Violated => {
            "Something does not match what was sealed. Who changed it, when or why is not established."
        }
        Outcome::Undetermined => "Something needed for an answer is missing or could not be read; see above.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_holder_is_the_person_of_the_roster_and_the_head_is_in_groups() {
        let holder =
            sealbag::verdict::HolderShown { name: "A\u{202E}".into(), fingerprint: None, id: Some("a.b".into()) };
        let end = sealbag::verdict::EndShown { state: "held", holder, on_hold: true, compromised: false };
        let text = custody_lines(&CustodyShown { events: 2, head: "1a".repeat(32), end: Some(end) }, None);
        assert!(text.contains("holder     A\\u{202E} (id a.b, by the roster)\n"), "{text}");
        assert!(text.contains("ON HOLD") && !text.contains("COMPROMISED"), "{text}");
        assert!(text.contains("head       1a1a1a1a 1a1a1a1a 1a1a1a1a 1a1a1a1a\n"), "{text}");
    }

    #[test]
    fn a_finding_is_shown_safely_and_cut_where_it_is_long() {
        let finding = Finding::new(Code::SealMalformed, "data/a\u{200B}").expected("x".repeat(500)).found("\u{A0}");
        let lines = finding_lines(&finding);
        assert!(lines.starts_with("  seal.malformed  data/a\\u{200B}\n"), "{lines}");
        assert!(lines.contains(&format!("expected {}…\n", "x".repeat(400))), "{lines}");
        assert!(lines.ends_with("found    \\u{A0}\n"), "{lines}");
    }
}
