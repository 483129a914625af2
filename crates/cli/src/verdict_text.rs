//! The verdict as a person reads it: the seal, every check, every finding, the conclusion, and its limits.

use sealbag::finding::{Code, Finding, Severity};
use sealbag::log::{Event, Opening, Reader};
use sealbag::verdict::{AttestedShown, BoundsShown, CheckResult, CustodyShown, Outcome, Status, Verdict};
use sealbag_custody::replay::PersonShown;
use sealbag_report::Catalogue;

use crate::damage_text;
use crate::terminal::{Terminal, Tone, finding_text, harmless, record_text};

/// So many findings are shown; the rest is counted.
const SHOWN: usize = 200;

/// So many rows of events, and so many tokens, are shown.
const SHOWN_ATTESTED: usize = 20;

/// Every label of the first lines, so that what stands beside them stands in one column.
const LABELS: [&str; 12] = [
    "label-exhibit",
    "label-case",
    "label-bag",
    "label-sealed",
    "label-signer",
    "label-key",
    "label-by-roster",
    "label-content",
    "label-seal-hash",
    "label-holder",
    "label-head",
    "label-attested",
];

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

/// A label in its column, and the text beside it.
pub(crate) fn labelled(words: &Catalogue, label: &str, value: &str) -> String {
    let longest = LABELS.iter().map(|label| words.text(label).chars().count()).max().unwrap_or_default();
    let label = if label.is_empty() { String::new() } else { words.text(label) };
    format!("  {label:<width$}{value}\n", width = (longest + 1).max(11))
}

/// Renders one verdict; `location` is already safe to show.
pub(crate) fn render(
    location: &str,
    verdict: &Verdict,
    people: &People,
    words: &Catalogue,
    terminal: &Terminal,
) -> String {
    let mut text = format!("{}\n", terminal.paint(Tone::Strong, location));
    if let Some(seal) = verdict.shown() {
        let mut line = |label: &str, value: &str| text.push_str(&labelled(words, label, &harmless(value)));
        seal.exhibit.iter().for_each(|exhibit| line("label-exhibit", &record_text(exhibit)));
        seal.case.iter().for_each(|case| line("label-case", &record_text(case)));
        line("label-sealed", &words.with("time-stated", &[("time", &seal.time)]));
        line("label-signer", &words.with("signer-stated", &[("name", &record_text(&seal.signer.name))]));
        line("label-key", &seal.signer.fingerprint);
        people.signer.iter().for_each(|person| line("label-by-roster", &record_text(&person_text(person, words))));
        let payload = words.text(&format!("payload-{}", seal.payload));
        let content = [("files", &seal.files as &dyn std::fmt::Display), ("bytes", &seal.bytes), ("payload", &payload)];
        line("label-content", &words.with("content-line", &content));
    }
    if let Some(hash) = verdict.seal_hash() {
        hash_lines("label-seal-hash", hash, words, &mut text);
    }
    if let Some(custody) = verdict.custody() {
        text.push('\n');
        text.push_str(&custody_lines(custody, people.holder.as_ref(), words));
    }
    verdict.attested().iter().for_each(|attested| text.push_str(&attested_lines(attested, words)));
    text.push('\n');
    verdict.checks().iter().for_each(|result| text.push_str(&check_line(result, words, terminal)));
    findings(verdict, &mut text, words, terminal);
    let conclusion = terminal.paint(tone(verdict.outcome()), &words.outcome(verdict.outcome()));
    let (summary, limits, tail) =
        (words.summary(verdict.outcome()), words.text("limits-short"), words.text("limit-tail"));
    text.push_str(&format!("\n{conclusion}\n{summary}\n{limits}\n{tail}\n"));
    text
}

/// Where the log has come to. `holder` is the holder with all that the roster says.
pub(crate) fn custody_lines(custody: &CustodyShown, holder: Option<&PersonShown>, words: &Catalogue) -> String {
    let mut text = String::new();
    let mut line = |label: &str, value: &str| text.push_str(&labelled(words, label, value));
    let last = custody.events.saturating_sub(1);
    line("label-custody", &words.with("custody-line", &[("n", &custody.events), ("last", &last)]));
    match &custody.end {
        Some(end) => {
            let shown = &end.holder;
            let name = record_text(&shown.name);
            let holder = holder.map(|holder| record_text(&person_text(holder, words))).unwrap_or_else(|| {
                match (&shown.id, &shown.fingerprint) {
                    (Some(id), _) => words.with("person-id", &[("name", &name), ("id", &record_text(id))]),
                    (None, Some(key)) => words.with("person-stated", &[("name", &name), ("key", key)]),
                    (None, None) => name,
                }
            });
            line("label-holder", &holder);
            line("label-state", &words.text(&format!("held-{}", end.state)));
            if end.on_hold {
                line("", &words.text("on-hold"));
            }
            if end.compromised {
                line("", &words.text("compromised"));
            }
        }
        None => line("label-holder", &words.text("holder-unknown")),
    }
    hash_lines("label-head", &custody.head, words, &mut text);
    text
}

/// What time-stamps attest: rows of events, then the tokens.
fn attested_lines(attested: &AttestedShown, words: &Catalogue) -> String {
    let mut text = String::new();
    let mut label = "label-attested";
    let mut line = |value: &str| {
        text.push_str(&labelled(words, label, &finding_text(value)));
        label = "";
    };
    for events in attested.events.iter().take(SHOWN_ATTESTED) {
        line(&format!("{}: {}", events_text(events.from, events.to, words), bounds_text(&events.bounds, words)));
    }
    let more = attested.events.len().saturating_sub(SHOWN_ATTESTED);
    if more > 0 {
        line(&words.with("attested-more-events", &[("n", &more)]));
    }
    for token in attested.tokens.iter().take(SHOWN_ATTESTED) {
        let file = token.file.clone().unwrap_or_else(|| words.text("attested-kept"));
        let unlisted = if token.listed { String::new() } else { words.text("attested-unlisted") };
        let events = events_text(token.from, token.to, words);
        let values: [(&str, &dyn std::fmt::Display); 5] = [
            ("time", &token.time),
            ("authority", &token.authority),
            ("events", &events),
            ("file", &file),
            ("unlisted", &unlisted),
        ];
        line(&words.with("attested-token", &values));
    }
    let more = attested.holding.saturating_sub(SHOWN_ATTESTED as u64);
    if more > 0 {
        line(&words.with("attested-more-tokens", &[("n", &more)]));
    }
    text
}

fn events_text(from: u32, to: u32, words: &Catalogue) -> String {
    match from == to {
        true => words.with("attested-event", &[("n", &from)]),
        false => words.with("attested-events", &[("from", &from), ("to", &to)]),
    }
}

/// Between which moments an event was signed.
pub(crate) fn bounds_text(bounds: &BoundsShown, words: &Catalogue) -> String {
    match (&bounds.earliest, &bounds.latest) {
        (Some(earliest), Some(latest)) => words.with("bounds-both", &[("earliest", earliest), ("latest", latest)]),
        (Some(earliest), None) => words.with("bounds-earliest", &[("earliest", earliest)]),
        (None, Some(latest)) => words.with("bounds-latest", &[("latest", latest)]),
        (None, None) => words.text("bounds-none"),
    }
}

/// A person by the roster, else by the name that the event states.
pub(crate) fn person_text(person: &PersonShown, words: &Catalogue) -> String {
    match (&person.listed, &person.fingerprint) {
        (Some(listed), _) => {
            let body = listed.organisation.as_ref().map(|body| format!(", {body}")).unwrap_or_default();
            let by = listed.recognized_by.as_ref();
            let by = by.map(|by| words.with("person-recognised", &[("by", by)])).unwrap_or_default();
            let (name, authority) = (format!("{}{body}", person.name), format!("{}{by}", listed.authority));
            words.with("person-listed", &[("name", &name), ("id", &listed.id), ("authority", &authority)])
        }
        (None, Some(key)) => words.with("person-stated", &[("name", &person.name), ("key", key)]),
        (None, None) => person.name.clone(),
    }
}

fn hash_lines(label: &str, hash: &str, words: &Catalogue, text: &mut String) {
    let groups: Vec<&str> = hash.as_bytes().chunks(8).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    let (first, second) = groups.split_at(groups.len() / 2);
    text.push_str(&labelled(words, label, &first.join(" ")));
    text.push_str(&labelled(words, "", &second.join(" ")));
}

fn check_line(result: &CheckResult, words: &Catalogue, terminal: &Terminal) -> String {
    let all = [Status::Passed, Status::Failed, Status::NotRun, Status::NotPresent];
    let width = all.map(|status| words.status(status).chars().count()).into_iter().max().unwrap_or_default().max(7) + 2;
    let padded = format!("{:<width$}", words.status(result.status));
    let tone = match result.status {
        Status::Passed => Some(Tone::Good),
        Status::Failed => Some(Tone::Bad),
        Status::NotRun => Some(Tone::Caution),
        Status::NotPresent => None,
    };
    let word = tone.map_or(padded.clone(), |tone| terminal.paint(tone, &padded));
    let why = result.why.map(|why| format!(": {}", words.why(why))).unwrap_or_default();
    format!("  {word}{}{why}\n", words.check(result.check))
}

fn findings(verdict: &Verdict, text: &mut String, words: &Catalogue, terminal: &Terminal) {
    for (severity, heading) in
        [(Severity::Violation, "violations"), (Severity::Undetermined, "preventing"), (Severity::Remark, "remarks")]
    {
        let all: Vec<&Finding> = verdict.findings().iter().filter(|finding| finding.severity == severity).collect();
        let total: u64 = Code::ALL
            .iter()
            .filter(|code| code.severity() == severity)
            .map(|code| verdict.totals().get(code.name()).copied().unwrap_or(0))
            .sum();
        if all.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{}\n", terminal.paint(Tone::Strong, &words.text(heading))));
        all.iter().take(SHOWN).for_each(|finding| text.push_str(&finding_lines(finding, words)));
        let shown = all.len().min(SHOWN) as u64;
        if total > shown {
            text.push_str(&format!("  {}\n", words.with("more-findings", &[("n", &(total - shown))])));
        }
    }
}

fn finding_lines(finding: &Finding, words: &Catalogue) -> String {
    let mut text = format!("  {}", finding.code.name());
    if !finding.place.is_empty() {
        text.push_str(&format!("  {}", finding_text(&words.place(&finding.place))));
    }
    text.push_str(&format!("\n      {}\n", words.finding(finding.code)));
    let sides = [("label-expected", &finding.expected), ("label-found", &finding.found)];
    let width = sides.iter().map(|(label, _)| words.text(label).chars().count() + 1).max().unwrap_or_default();
    for (label, value) in sides {
        if let Some(value) = value {
            text.push_str(&format!(
                "      {:<width$}{}\n",
                words.text(label),
                finding_text(&words.value(finding.code, value))
            ));
        }
    }
    let map = finding.damage.iter().flat_map(|damage| damage_text::lines_in(damage, words));
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

#[cfg(test)]
mod tests {
    use sealbag_report::Language;

    use super::*;

    fn english() -> Catalogue {
        Catalogue::new(Language::English)
    }

    #[test]
    fn the_holder_is_the_person_of_the_roster_and_the_head_is_in_groups() {
        let holder =
            sealbag::verdict::HolderShown { name: "A\u{202E}".into(), fingerprint: None, id: Some("a.b".into()) };
        let end = sealbag::verdict::EndShown { state: "held", holder, on_hold: true, compromised: false };
        let text = custody_lines(&CustodyShown { events: 2, head: "1a".repeat(32), end: Some(end) }, None, &english());
        assert!(text.contains("holder     A\\u{202E} (id a.b, by the roster)\n"), "{text}");
        assert!(text.contains("ON HOLD") && !text.contains("COMPROMISED"), "{text}");
        assert!(text.contains("head       1a1a1a1a 1a1a1a1a 1a1a1a1a 1a1a1a1a\n"), "{text}");
    }

    #[test]
    fn a_finding_is_shown_safely_and_cut_where_it_is_long() {
        let finding = Finding::new(Code::SealMalformed, "data/a\u{200B}").expected("x".repeat(500)).found("\u{A0}");
        let lines = finding_lines(&finding, &english());
        assert!(lines.starts_with("  seal.malformed  data/a\\u{200B}\n"), "{lines}");
        assert!(lines.contains(&format!("expected {}…\n", "x".repeat(400))), "{lines}");
        assert!(lines.ends_with("found    \\u{A0}\n"), "{lines}");
    }
}
