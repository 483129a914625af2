//! Section 5: the seven findings, every check, and what was found, by code.

use sealbag::finding::Code;
use sealbag::verdict::{Check, CheckResult, Status};

use super::Scene;
use crate::document::{Block, Line, Table};
use crate::facts::Recorded;
use crate::moment::number;
use crate::words::check_name;

/// The checks that say whether files and list are those that were sealed.
pub(super) const OF_FILES: [Check; 8] = [
    Check::TagManifest,
    Check::TagFiles,
    Check::Entries,
    Check::Tree,
    Check::Chunks,
    Check::Manifest,
    Check::FileSet,
    Check::Files,
];

pub(super) fn findings(scene: &Scene<'_>) -> Vec<Block> {
    let words = scene.words;
    let head = ["findings-number", "findings-question", "findings-result", "findings-basis"];
    let seven = Table {
        caption: String::new(),
        head: head.map(|key| words.text(key)).to_vec(),
        widths: vec![6, 28, 18, 48],
        rows: seven(scene),
    };
    vec![Block::Table(seven)]
}

/// Every check, and how often each code was found.
pub(super) fn details(scene: &Scene<'_>) -> Vec<Block> {
    let found = found(scene);
    let last = match found.rows.is_empty() {
        true => Block::Paragraph(Line::plain(scene.words.text("found-nothing"))),
        false => Block::Table(found),
    };
    vec![Block::Table(checks(scene)), last]
}

fn seven(scene: &Scene<'_>) -> Vec<Vec<Line>> {
    let words = scene.words;
    let (documents_result, documents_basis) = documents(scene);
    let (algorithms_result, algorithms_basis) = algorithms(scene);
    let rows = [
        ("f-files", together(scene, &OF_FILES), basis(scene, &OF_FILES)),
        (
            "f-signature",
            together(scene, &[Check::Signature, Check::Record]),
            basis(scene, &[Check::Signature, Check::Record]),
        ),
        ("f-attribution", attribution(scene), attribution_basis(scene)),
        ("f-time", together(scene, &[Check::Time]), basis(scene, &[Check::Time])),
        ("f-custody", together(scene, &[Check::Custody, Check::Previous]), custody_basis(scene)),
        ("f-documents", documents_result, documents_basis),
        ("f-algorithms", algorithms_result, algorithms_basis),
    ];
    let numbered = rows.into_iter().enumerate();
    numbered
        .map(|(index, (key, result, basis))| {
            vec![
                Line::plain(format!("F{}", index + 1)),
                Line::plain(words.text(key)),
                Line::strong(words.result(result)),
                basis,
            ]
        })
        .collect()
}

/// One answer for several checks: what failed outranks what was not run, and that what passed.
fn together(scene: &Scene<'_>, checks: &[Check]) -> Status {
    let all: Vec<Status> = checks.iter().filter_map(|check| scene.facts.verdict.status(*check)).collect();
    match all {
        all if all.contains(&Status::Failed) => Status::Failed,
        all if all.contains(&Status::NotRun) => Status::NotRun,
        all if all.contains(&Status::Passed) => Status::Passed,
        _ => Status::NotPresent,
    }
}

/// What each check gave, where they differ, and the codes of what was found.
fn basis(scene: &Scene<'_>, checks: &[Check]) -> Line {
    let words = scene.words;
    let results: Vec<&CheckResult> =
        scene.facts.verdict.checks().iter().filter(|result| checks.contains(&result.check)).collect();
    let troubled: Vec<&&CheckResult> =
        results.iter().filter(|result| matches!(result.status, Status::Failed | Status::NotRun)).collect();
    let shown = if troubled.is_empty() { results.iter().collect() } else { troubled };
    let shown = shown.into_iter().filter(|result| result.status != Status::NotPresent || results.len() == 1);
    let names: Vec<String> = shown
        .map(|result| {
            let name = words.check(result.check);
            match result.why {
                Some(why) => words.with("f-status-with-reason", &[("status", &name), ("why", &words.why(why))]),
                None => name,
            }
        })
        .collect();
    let names = names.join("; ");
    let mut line = Line::plain(words.with("f-files-basis", &[("checks", &names)]));
    if checks == [Check::Time] && scene.facts.count("time.none") > 0 {
        line = Line::plain(words.finding(Code::NoTime));
    }
    line
}

/// Confirmed only if a roster from outside names the person; a key alone is nobody.
fn attribution(scene: &Scene<'_>) -> Status {
    match scene.facts.verdict.status(Check::Anchor) {
        Some(Status::Passed) if super::claims::person_of_seal(scene.facts).is_none() => Status::NotRun,
        Some(status) => status,
        None => Status::NotRun,
    }
}

fn attribution_basis(scene: &Scene<'_>) -> Line {
    let words = scene.words;
    let codes = Code::ALL.iter().filter(|code| {
        let name = code.name();
        (name.starts_with("anchor.") || name.starts_with("roster.")) && scene.facts.count(name) > 0
    });
    let sentences = codes.fold(Line::default(), |line, code| line.below(Line::plain(words.finding(*code))));
    match sentences.is_empty() {
        false => sentences,
        true if super::claims::person_of_seal(scene.facts).is_some() => Line::plain(words.text("f-anchor-roster")),
        true => basis(scene, &[Check::Anchor]),
    }
}

/// A log that nothing from outside speaks for agrees with itself, and no more.
fn custody_basis(scene: &Scene<'_>) -> Line {
    let basis = basis(scene, &[Check::Custody, Check::Previous]);
    match scene.facts.opening.anchors.is_empty() {
        true => basis.below(Line::plain(scene.words.text("log-self"))),
        false => basis,
    }
}

/// Documents that the record and the entries name lie outside the package; nobody compares them.
fn documents(scene: &Scene<'_>) -> (Status, Line) {
    let words = scene.words;
    let named: usize = scene
        .facts
        .entries
        .iter()
        .map(|entry| match &entry.recorded {
            Recorded::Seal(record) => record.statement.legal_basis.len(),
            Recorded::Event(record) => {
                record.legal_basis.len() + usize::from(record.order.is_some()) + record.attachment.len()
            }
            Recorded::None => 0,
        })
        .sum();
    match named {
        0 => (Status::NotPresent, Line::plain(words.text("f-documents-none"))),
        n => (Status::NotRun, Line::plain(words.with("f-documents-named", &[("n", &n)]))),
    }
}

fn algorithms(scene: &Scene<'_>) -> (Status, Line) {
    let (words, facts) = (scene.words, scene.facts);
    let is_unsupported = facts.count("signature.unsupported") > 0 || facts.count("custody.event_unsupported") > 0;
    if facts.count("signature.weak_key") > 0 {
        return (Status::Failed, Line::plain(words.finding(Code::WeakKey)));
    }
    match (is_unsupported, facts.passed(Check::Signature)) {
        (true, _) => (Status::NotRun, Line::plain(words.text("f-algorithms-unsupported"))),
        (false, true) => (Status::Passed, Line::plain(words.text("f-algorithms-used"))),
        (false, false) => (Status::NotRun, basis(scene, &[Check::Signature])),
    }
}

fn checks(scene: &Scene<'_>) -> Table {
    let words = scene.words;
    let rows = scene.facts.verdict.checks().iter().map(|result| {
        let why = result.why.map(|why| Line::plain(words.why(why))).unwrap_or_default();
        vec![
            Line::plain(words.check(result.check)),
            Line::strong(words.result(result.status)).below(why),
            Line::mono(check_name(result.check)),
        ]
    });
    Table {
        caption: words.text("checks-caption"),
        head: ["checks-check", "findings-result", "checks-code"].map(|key| words.text(key)).to_vec(),
        widths: vec![42, 38, 20],
        rows: rows.collect(),
    }
}

/// By code, the heaviest first; Annex C has the places.
fn found(scene: &Scene<'_>) -> Table {
    let (words, facts) = (scene.words, scene.facts);
    let mut codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| facts.count(code.name()) > 0).collect();
    codes.sort_by_key(|code| std::cmp::Reverse(code.severity()));
    let rows = codes.into_iter().map(|code| {
        vec![
            Line::strong(words.weight(code.severity())),
            Line::plain(words.finding(code)),
            Line::plain(number(facts.count(code.name()))),
            Line::mono(code.name()),
        ]
    });
    Table {
        caption: words.text("found-caption"),
        head: ["found-weight", "found-what", "ui-quantity", "checks-code"].map(|key| words.text(key)).to_vec(),
        widths: vec![17, 40, 16, 27],
        rows: rows.collect(),
    }
}
