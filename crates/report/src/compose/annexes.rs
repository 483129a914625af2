//! The annexes: files and hash values, the entries of the log in full, differences.

use sealbag::finding::Finding;
use sealbag::verdict::{Check, Status};
use sealbag_custody::record::Section as RecordSection;

use super::{Scene, findings, shown_field, subject};
use crate::catalogue::Catalogue;
use crate::damage::Digits;
use crate::document::{Block, Figure, Inline, Line, Section, Table, shown_already};
use crate::facts::{Entry, Recorded};
use crate::language::Language;
use crate::moment::number;
use crate::picture;

/// Of use to the program alone, or shown in the head of an entry.
const HIDDEN: [&str; 4] = ["format", "index", "type", "time"];

pub(super) fn annexes(scene: &Scene<'_>) -> Vec<Section> {
    let words = scene.words;
    let title = |letter: &str, title: &str| {
        words.with("annex-title", &[("letter", &words.text(letter)), ("title", &words.text(title))])
    };
    vec![
        Section {
            id: "annex-files",
            heading: title("annex-files-letter", "heading-files"),
            is_annex: true,
            blocks: files(scene),
        },
        Section {
            id: "annex-events",
            heading: title("annex-events-letter", "annex-events"),
            is_annex: true,
            blocks: events(scene),
        },
        Section {
            id: "annex-differences",
            heading: title("annex-differences-letter", "annex-differences"),
            is_annex: true,
            blocks: differences(scene),
        },
        Section {
            id: "annex-particulars",
            heading: title("annex-particulars-letter", "annex-particulars"),
            is_annex: true,
            blocks: findings::details(scene).into_iter().chain(subject::particulars(scene)).collect(),
        },
    ]
}

fn files(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    if !facts.passed(Check::Tree) {
        return vec![Block::Paragraph(Line::plain(words.text("files-not-listed")))];
    }
    let compared = match facts.verdict.status(Check::Files) {
        Some(Status::Passed) if facts.passed(Check::FileSet) => words.text("files-matched"),
        Some(Status::NotRun) if facts.count("file.unreadable") == 0 => words.text("files-not-compared"),
        _ => words.with("files-differ", &[("annex", &words.text("annex-differences-letter"))]),
    };
    vec![
        Block::Paragraph(Line::plain(words.text("files-intro"))),
        Block::Paragraph(Line::strong(compared)),
        Block::Files,
    ]
}

fn events(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    let mut blocks = Vec::new();
    for entry in &facts.entries {
        let event = words.event(entry.name());
        blocks.push(Block::Heading(words.with("events-title", &[("n", &entry.index), ("event", &event)])));
        let mut rows: Vec<(String, Line)> = vec![(words.text("label-file"), Line::mono(&entry.place))];
        if let Some(hash) = &entry.hash {
            rows.push((words.text("events-hash"), Line::mono(hash)));
        }
        if let Some((time, offset)) = entry.time() {
            rows.push((words.text("custody-declared"), words.moment(time, offset)));
        }
        rows.extend(fields(scene, entry));
        blocks.push(Block::Facts(rows));
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(words.text("subject-not-shown"))));
    }
    if facts.more > 0 {
        blocks.push(Block::Paragraph(Line::plain(words.with("custody-more", &[("n", &facts.more)]))));
    }
    blocks
}

/// The fields at the top one by one, each table in one row.
fn fields(scene: &Scene<'_>, entry: &Entry) -> Vec<(String, Line)> {
    let words = scene.words;
    let sections = match &entry.recorded {
        Recorded::Seal(record) => record.sections(),
        Recorded::Event(record) => record.sections(),
        Recorded::None => Vec::new(),
    };
    let mut rows = Vec::new();
    for section in &sections {
        if section.name.is_empty() {
            let shown = section.fields.iter().filter(|(key, _)| !HIDDEN.contains(&key.as_ref()));
            rows.extend(shown.map(|(key, value)| (words.field(key), shown_field(key, value, words))));
        } else {
            rows.push((words.field(section.name), together(section, scene)));
        }
    }
    rows
}

fn together(section: &RecordSection<'_>, scene: &Scene<'_>) -> Line {
    let words = scene.words;
    section.fields.iter().fold(Line::default(), |line, (key, value)| {
        // A free field is named by the one who wrote it.
        let label = if section.name == "details" { key.to_string() } else { words.field(key) };
        let mut value = shown_field(key, value, words);
        value.0.insert(0, Inline::Plain(format!("{label}: ")));
        line.below(value)
    })
}

fn differences(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    let findings = facts.verdict.findings();
    if findings.is_empty() {
        return vec![Block::Paragraph(Line::plain(words.text("differences-none")))];
    }
    let rows = findings.iter().map(|finding| {
        vec![
            Line::plain(words.weight(finding.severity)).below(Line::mono(finding.code.name())),
            place(finding, scene.words),
            what(scene, finding),
        ]
    });
    let mut blocks = vec![Block::Table(Table {
        caption: String::new(),
        head: ["found-weight", "found-where", "found-what"].map(|key| words.text(key)).to_vec(),
        widths: vec![26, 30, 44],
        rows: rows.collect(),
    })];
    let total: u64 = facts.verdict.totals().values().sum();
    if total > findings.len() as u64 {
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("shown", &number(findings.len() as u64)), ("total", &number(total))];
        blocks.push(Block::Paragraph(Line::plain(words.with("found-more", &values))));
    }
    let maps = findings.iter().filter_map(|finding| Some((finding, finding.damage.as_ref()?)));
    for (finding, damage) in maps.take(MAPS) {
        let file = shown_already(&finding.place);
        blocks.push(Block::Figure(Figure {
            caption: words.with("damage-figure", &[("file", &file)]),
            alternative: words
                .with("damage-figure-alt", &[("n", &sealbag::damage::CELLS), ("cells", &picture::cells(damage))]),
            picture: picture::damage_map(damage),
            width: 420.0,
        }));
        let lines = crate::damage::lines(damage, words, Digits::Grouped).into_iter().map(Line::plain);
        blocks.push(Block::List(lines.collect()));
    }
    blocks
}

/// So many maps are drawn.
const MAPS: usize = 100;

fn place(finding: &Finding, words: &Catalogue) -> Line {
    match finding.place.as_str() {
        "" => Line::plain("–"),
        place => Line(vec![Inline::Quoted(shown_already(&words.place(place)))]),
    }
}

/// The sentence, and what the verifier expected and found.
fn what(scene: &Scene<'_>, finding: &Finding) -> Line {
    let words = scene.words;
    let mut line = Line::plain(words.finding(finding.code));
    for (label, value) in [("label-expected", &finding.expected), ("label-found", &finding.found)] {
        if let Some(value) = value {
            let shown = match words.language() {
                Language::English => Inline::English(shown_already(value)),
                _ => Inline::Value(shown_already(&words.value(finding.code, value))),
            };
            let said = Line(vec![Inline::Plain(format!("{}: ", words.text(label))), shown]);
            line = line.below(said);
        }
    }
    line
}
