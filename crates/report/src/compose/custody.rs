//! Sections 8 and 9: who held the exhibit, and what participants remarked.

mod figures;

use sealbag::finding::{Code, Finding};
use sealbag::log::{Signatory, Standing};
use sealbag::verdict::BoundsShown;

use super::Scene;
use crate::document::{Block, Inline, Line, Table, Value, harmless, message, shown_already};
use crate::facts::Entry;

/// So many time-stamps are listed; the rest is counted.
const STAMPS: usize = 200;

pub(super) fn custody(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    let mut blocks = Vec::new();
    if facts.opening.anchors.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(words.text("log-self"))));
    }
    if facts.entries.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(words.text("subject-not-shown"))));
        return blocks;
    }
    blocks.extend(figures::figures(scene));
    blocks.push(Block::Table(table(scene)));
    blocks.extend(stamps(scene));
    if facts.count(Code::Uncovered.name()) > 0 {
        blocks.push(Block::Paragraph(Line::plain(words.finding(Code::Uncovered))));
    } else if !facts.entries.iter().any(|entry| entry.attested.is_some()) {
        blocks.push(Block::Paragraph(super::claims::time(scene)));
    }
    if facts.more > 0 {
        blocks.push(Block::Paragraph(Line::plain(words.with("custody-more", &[("n", &facts.more)]))));
    }
    blocks.push(Block::Paragraph(now(scene)));
    blocks.push(Block::Paragraph(Line::plain(words.text("limit-tail"))));
    blocks
}

/// The time-stamps that hold, and how bounds follow from them (`docs/spec/time.md`).
fn stamps(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    let Some(attested) = facts.verdict.attested().filter(|attested| !attested.tokens.is_empty()) else {
        return Vec::new();
    };
    let rows = attested.tokens.iter().take(STAMPS).map(|token| {
        let covers = match (token.from, token.to) {
            (from, to) if from == to => to.to_string(),
            (from, to) => format!("{from}–{to}"),
        };
        let file = match &token.file {
            Some(file) if token.listed => Line(vec![Inline::Quoted(shown_already(file))]),
            Some(file) => {
                Line(vec![Inline::Quoted(shown_already(file))]).below(Line::plain(words.text("stamps-unlisted")))
            }
            None => Line::plain(words.text("attested-kept")),
        };
        vec![
            Line::plain(format!("{} (UTC)", words.utc_clock(&token.time))),
            Line::plain(covers),
            Line(vec![Inline::Quoted(shown_already(&token.authority))]),
            file,
        ]
    });
    let mut blocks = vec![Block::Table(Table {
        caption: words.text("stamps-caption"),
        head: ["custody-attested", "stamps-covers", "term-tsa", "label-file"].map(|key| words.text(key)).to_vec(),
        widths: vec![26, 14, 34, 26],
        rows: rows.collect(),
    })];
    let more = attested.holding.saturating_sub(attested.tokens.len().min(STAMPS) as u64);
    if more > 0 {
        blocks.push(Block::Paragraph(Line::plain(words.with("stamps-more", &[("n", &more)]))));
    }
    blocks.push(Block::Paragraph(Line::plain(words.text("stamps-rule"))));
    blocks
}

fn now(scene: &Scene<'_>) -> Line {
    let (words, closing) = (scene.words, &scene.facts.closing);
    let end = closing.custody.as_ref().and_then(|custody| custody.end.as_ref());
    let Some(end) = end else { return Line::plain(words.text("custody-not-replayed")) };
    let holder = match &closing.holder {
        Some(person) => match &person.listed {
            Some(listed) => {
                let body = listed.organisation.as_ref().map(|body| format!(", {body}")).unwrap_or_default();
                format!("{}{body}", person.name)
            }
            None => person.name.clone(),
        },
        None => end.holder.name.clone(),
    };
    let state = words.text(&format!("held-{}", end.state));
    let mut line =
        message(words, "custody-now", &[("state", Value::Plain(&state)), ("holder", Value::Quoted(&holder))]);
    for (is_so, key) in [(end.on_hold, "on-hold"), (end.compromised, "compromised")] {
        if is_so {
            line = line.below(Line::strong(words.text(key)));
        }
    }
    line
}

/// The bounds that a third party attests, a sentence each.
fn bounds_of(scene: &Scene<'_>, bounds: &BoundsShown) -> Vec<String> {
    let words = scene.words;
    let bound = |key: &str, time: &Option<String>| {
        time.as_ref().map(|time| words.with(key, &[("time", &format!("{} (UTC)", words.utc_clock(time)))]))
    };
    [bound("time-not-before", &bounds.earliest), bound("time-not-after", &bounds.latest)]
        .into_iter()
        .flatten()
        .collect()
}

/// By the roster, else as the entry states it.
pub(super) fn name_of(by: &Signatory) -> &str {
    by.person.as_ref().map_or(&by.stated, |person| &person.name)
}

fn table(scene: &Scene<'_>) -> Table {
    let (words, facts) = (scene.words, scene.facts);
    let is_attested = facts.entries.iter().any(|entry| entry.attested.is_some());
    let rows = facts.entries.iter().map(|entry| {
        let time = entry.time().map(|(time, offset)| words.moment(time, offset));
        let mut when = time.unwrap_or_else(|| Line::plain(words.text("log-no-time")));
        if let Some(reason) = entry.event().and_then(|event| event.late_reason.as_ref()) {
            when = when.below(message(words, "custody-late", &[("reason", Value::Quoted(reason.as_str()))]));
        }
        let mut what = Line::strong(words.event(entry.name()));
        match entry.standing {
            Standing::Stands => {}
            Standing::Bad => what = what.below(Line::plain(words.text("standing-bad"))),
            Standing::NotJudged => what = what.below(Line::plain(words.text("standing-not-judged"))),
        }
        let mut row = vec![
            Line::plain(entry.index.to_string()),
            when,
            what,
            entry.by.as_ref().map(|by| who(scene, by)).unwrap_or_default(),
            purpose(scene, entry),
        ];
        if is_attested {
            let bounds = entry.attested.as_ref().map(|bounds| bounds_of(scene, bounds)).unwrap_or_default();
            let line = bounds.into_iter().fold(Line::default(), |line, bound| line.below(Line::plain(bound)));
            row.insert(2, if line.is_empty() { Line::plain("–") } else { line });
        }
        row
    });
    let mut head = vec!["custody-entry", "custody-declared", "custody-event", "custody-who", "custody-purpose"];
    let mut widths = vec![10, 26, 18, 22, 24];
    if is_attested {
        head.insert(2, "custody-attested");
        widths = vec![9, 21, 19, 15, 18, 18];
    }
    Table {
        caption: String::new(),
        head: head.into_iter().map(|key| words.text(key)).collect(),
        widths,
        rows: rows.collect(),
    }
}

fn who(scene: &Scene<'_>, by: &Signatory) -> Line {
    let words = scene.words;
    let mut line = Line::quoted(name_of(by));
    match &by.person {
        Some(person) if person.listed.is_some() => {
            let roles: Vec<String> = by.roles.iter().map(|role| harmless(&words.role(role))).collect();
            if !roles.is_empty() {
                line = line.below(Line::plain(roles.join(", ")));
            }
        }
        Some(_) => {}
        None => line = line.below(Line::plain(words.text("signers-nobody"))),
    }
    line
}

fn purpose(scene: &Scene<'_>, entry: &Entry) -> Line {
    let words = scene.words;
    let Some(event) = entry.event() else { return Line::default() };
    let to = event.to.as_ref().map(|to| message(words, "custody-to", &[("name", Value::Quoted(to.name.as_str()))]));
    to.unwrap_or_default().below(Line::quoted(event.purpose.as_str()))
}

/// What participants said, and what an entry says against itself.
pub(super) fn remarks(scene: &Scene<'_>) -> Vec<Block> {
    use Code as C;
    let (words, facts) = (scene.words, scene.facts);
    let is_one = |finding: &&Finding| {
        matches!(
            finding.code,
            C::Objection
                | C::Incident
                | C::Corrected
                | C::RefusedToSign
                | C::Late
                | C::LateCountersignature
                | C::RecordedViolation
                | C::RecordedUndetermined
                | C::ExaminedOriginal
                | C::Unattributed
                | C::ClockBackwards
        )
    };
    let mut rows = Vec::new();
    for entry in &facts.entries {
        for finding in entry.findings.iter().filter(is_one) {
            let said = finding.found.as_deref().map(|found| shown_already(&words.value(finding.code, found)));
            let said = said.map(|said| Line(vec![Inline::Quoted(said)])).unwrap_or_default();
            let mut what = Line::plain(words.finding(finding.code)).below(said);
            let remarks = entry.event().map(|event| event.remarks.as_slice()).unwrap_or_default();
            for remark in remarks.iter().filter(|_| finding.code != C::Objection) {
                what = what.below(Line::quoted(remark.as_str()));
            }
            rows.push(vec![
                Line::plain(entry.index.to_string()),
                entry.by.as_ref().map(|by| Line::quoted(name_of(by))).unwrap_or_default(),
                what,
            ]);
        }
    }
    for refusal in facts.seal().map(|record| record.statement.refusal.as_slice()).unwrap_or_default() {
        let reason = refusal.reason.as_ref().map(|reason| Line::quoted(reason.as_str())).unwrap_or_default();
        rows.push(vec![
            Line::plain("0"),
            Line::quoted(refusal.person.as_str()),
            Line::plain(words.finding(C::RefusedToSign)).below(reason),
        ]);
    }
    if rows.is_empty() {
        return vec![Block::Paragraph(Line::plain(words.text("remarks-none")))];
    }
    vec![Block::Table(Table {
        caption: String::new(),
        head: ["custody-entry", "custody-who", "remarks-text"].map(|key| words.text(key)).to_vec(),
        widths: vec![12, 28, 60],
        rows,
    })]
}
