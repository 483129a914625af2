//! Title, result in brief, how the report was made, what was verified.

use sealbag::finding::Code;
use sealbag::verdict::{Outcome, Status};

use super::{Scene, or_blank, shown_field};
use crate::compose::claims;
use crate::document::{Block, Figure, Inline, Line, Tone, Value, capital, message};
use crate::moment::{groups_of_eight, number};
use crate::picture;

/// Section 1.
pub(super) fn front(scene: &Scene<'_>) -> Vec<Block> {
    let words = scene.words;
    let mut rows = vec![
        (words.text("report-number"), or_blank(scene.making.number.as_deref())),
        (words.text("report-date"), Line::plain(words.date_of(scene.making.time))),
        (words.text("report-language"), Line::plain(words.text("language-name"))),
        (words.text("report-of-package"), Line::quoted(&scene.making.package)),
    ];
    let Some(seal) = scene.facts.verdict.seal_hash() else { return vec![Block::Facts(rows)] };
    rows.push((words.text("subject-seal-hash"), Line::mono(groups_of_eight(seal))));
    vec![match picture::qr(seal) {
        None => Block::Facts(rows),
        Some(picture) => {
            let alternative = words.with("subject-qr-alt", &[("hash", &groups_of_eight(seal))]);
            Block::Beside(rows, Figure { caption: String::new(), alternative, picture, width: 96.0 })
        }
    }]
}

/// Section 2: the verdict, and one sentence.
pub(super) fn summary(scene: &Scene<'_>) -> Vec<Block> {
    let words = scene.words;
    let outcome = scene.facts.verdict.outcome();
    let sentence = match outcome {
        Outcome::Confirmed => bench(scene).unwrap_or_else(|| Line::plain(words.summary(outcome).replace('\n', " "))),
        Outcome::Undetermined if claims::is_self_consistent(scene.facts) => {
            Line::plain(words.text("claim-self_consistent"))
        }
        other => Line::plain(words.text(&format!("brief-{}", brief_name(other)))),
    };
    let tone = match outcome {
        Outcome::Confirmed => Tone::Good,
        Outcome::ConfirmedWithRemarks | Outcome::Undetermined => Tone::Caution,
        Outcome::Violated => Tone::Bad,
    };
    let mut blocks = vec![Block::Verdict { words: words.outcome(outcome), sentence, tone }];
    let mut pieces: Vec<Line> = Vec::new();
    if outcome != Outcome::Confirmed {
        let codes = Code::ALL.iter().filter(|code| scene.facts.count(code.name()) > 0);
        let mut codes: Vec<Code> = codes.copied().collect();
        // The heaviest first; of equal weight, in the order of the checks.
        codes.sort_by_key(|code| std::cmp::Reverse(code.severity()));
        for code in codes.iter().take(BRIEF) {
            let weight = words.weight(code.severity());
            pieces.push(Line::strong(format!("{weight}: ")).and(Inline::Plain(words.finding(*code))));
        }
        if codes.len() > BRIEF {
            let (more, annex) = (codes.len() - BRIEF, words.text("annex-particulars-letter"));
            pieces.push(Line::plain(words.with("brief-more", &[("n", &more), ("annex", &annex)])));
        }
    }
    if !pieces.is_empty() {
        blocks.push(Block::List(pieces));
    }
    blocks
}

/// So many findings stand in the first lines.
const BRIEF: usize = 4;

fn brief_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Confirmed | Outcome::ConfirmedWithRemarks => "remarks",
        Outcome::Violated => "violated",
        Outcome::Undetermined => "undetermined",
    }
}

/// The sentence for the bench: only if everything in it was established.
fn bench(scene: &Scene<'_>) -> Option<Line> {
    let facts = scene.facts;
    let person = claims::person_of_seal(facts)?;
    let time = scene.words.utc_clock(facts.latest_of_seal()?);
    let time = format!("{time} (UTC)");
    let seal = facts.verdict.seal_hash()?;
    Some(message(
        scene.words,
        "sentence-bench",
        &[("seal", Value::Mono(seal)), ("person", Value::Quoted(&person)), ("time", Value::Plain(&time))],
    ))
}

/// Section 3.
pub(super) fn made(scene: &Scene<'_>) -> Vec<Block> {
    let (words, making) = (scene.words, scene.making);
    let clock = words.moment(making.time, making.offset).below(Line::plain(words.text("made-clock-note")));
    vec![Block::Facts(vec![
        (words.text("made-asked-by"), or_blank(making.asked_by.as_deref())),
        (words.text("made-run-by"), or_blank(making.run_by.as_deref())),
        (words.text("made-place"), or_blank(making.place.as_deref())),
        (words.text("made-clock"), clock),
    ])]
}

/// Section 4: what a reader must know to find the exhibit; the rest is in [`particulars`].
pub(super) fn subject(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    let mut rows: Vec<(String, Line)> = Vec::new();
    let mut row = |key: &str, line: Line| rows.push((words.text(key), line));
    if let Some(record) = facts.seal() {
        let statement = &record.statement;
        for (key, text) in [
            ("term-exhibit_number", &statement.exhibit.number),
            ("subject-description", &statement.exhibit.description),
            ("subject-case", &statement.case.number),
            ("subject-authority", &statement.case.authority),
            ("subject-officer", &statement.case.responsible_officer),
        ] {
            text.iter().for_each(|text| row(key, Line::quoted(text.as_str())));
        }
        row("subject-sealed", words.moment(record.time, record.utc_offset));
        row(
            "subject-signer",
            Line::quoted(record.signer.name.as_str()).below(Line::mono(record.signer.key.fingerprint())),
        );
        let (files, bytes) = (number(record.totals.files), number(record.totals.bytes));
        let content = words.with("subject-content", &[("files", &files), ("bytes", &bytes)]);
        row("subject-payload", Line::plain(content));
    }
    if let Some(custody) = facts.verdict.custody() {
        row("subject-entries", Line::plain(number(custody.events)));
        if let Some(end) = &custody.end {
            row("subject-state", Line::plain(words.text(&format!("held-{}", end.state))));
        }
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Facts(rows));
    }
    if facts.seal().is_none() {
        blocks.push(Block::Paragraph(Line::plain(words.text("subject-not-shown"))));
    }
    blocks
}

/// What else the record says of exhibit, package and device.
pub(super) fn particulars(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    let mut rows: Vec<(String, Line)> = Vec::new();
    let mut row = |key: &str, line: Line| rows.push((words.text(key), line));
    if facts.verdict.seal_hash().is_some() {
        row("subject-seal-hash", Line::plain(words.text("subject-qr")));
    }
    if let Some(record) = facts.seal() {
        let statement = &record.statement;
        row("subject-bag", Line::mono(record.bag.to_string()));
        for (key, text) in [
            ("field-root_number", &statement.exhibit.root_number),
            ("ui-quantity", &statement.exhibit.quantity),
            ("ui-condition", &statement.exhibit.condition),
            ("field-possessor", &statement.exhibit.possessor),
            ("field-found_at", &statement.exhibit.found_at),
            ("field-unit", &statement.case.unit),
        ] {
            text.iter().for_each(|text| row(key, Line::quoted(text.as_str())));
        }
        if let Some(shown) = facts.verdict.shown() {
            row("subject-where", Line::plain(words.text(&format!("where-{}", shown.payload))));
        }
        row("term-merkle_root", Line::mono(groups_of_eight(&record.tree.root.to_hex())));
        row("subject-profile", Line::quoted(record.profile.as_str()));
    }
    if let Some(custody) = facts.verdict.custody() {
        row("subject-head", Line::mono(groups_of_eight(&custody.head)));
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Facts(rows));
    }
    blocks.extend(source(scene));
    blocks
}

/// The device and the labels, as the record has them.
fn source(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    let Some(record) = facts.seal() else { return Vec::new() };
    let mut blocks = Vec::new();
    for table in ["source", "package", "clock", "labels"] {
        let sections = record.sections();
        let fields = sections.iter().filter(|section| section.name == table).flat_map(|section| &section.fields);
        let rows: Vec<_> = fields.map(|(key, value)| (words.field(key), shown_field(key, value, words))).collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(capital(&words.field(table))));
            blocks.push(Block::Facts(rows));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Paragraph(Line::plain(words.text("legal-declared"))));
    }
    blocks
}

/// True if no check failed and none was left out.
pub(super) fn all_passed(scene: &Scene<'_>) -> bool {
    scene.facts.verdict.checks().iter().all(|check| matches!(check.status, Status::Passed | Status::NotPresent))
}
