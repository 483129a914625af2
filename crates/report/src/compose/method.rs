//! Sections 12 to 14: the program and its method, how to repeat the verification by hand, and the terms.

use sealbag_custody::event::EventType;

use super::{Scene, shown_field, subject};
use crate::document::{Block, Inline, Line, Value, message};
use crate::moment::groups_of_eight;

/// The terms that the report uses, each with its explanation.
const TERMS: [&str; 14] = [
    "sealed_package",
    "seal_record",
    "hash",
    "merkle_root",
    "signature",
    "public_key",
    "key_fingerprint",
    "roster",
    "timestamp",
    "declared_time",
    "attested_time",
    "custody_log",
    "holder",
    "receipt",
];

pub(super) fn tools(scene: &Scene<'_>) -> Vec<Block> {
    let (words, making) = (scene.words, scene.making);
    let hash = match &making.program_sha256 {
        Some(hash) => Line::mono(groups_of_eight(hash)),
        None => Line::plain(words.text("tools-unknown")),
    };
    let mut method = Line::plain(words.text("tools-method-text"));
    if !subject::all_passed(scene) {
        method = Line::plain(words.text("tools-method-partial"));
    }
    let json = Line::mono(groups_of_eight(scene.json_sha256)).below(message(
        words,
        "tools-json-attached",
        &[("name", Value::Mono(scene.json_name))],
    ));
    let mut blocks = vec![Block::Facts(vec![
        (words.text("tools-program"), Line::quoted(&making.program)),
        (words.text("tools-program-hash"), hash),
        (words.text("tools-method"), method),
        (words.text("tools-algorithms"), Line::plain(words.text("tools-algorithms-text"))),
        (words.text("tools-json"), json),
    ])];
    let Some(record) = scene.facts.seal() else { return blocks };
    let sections = record.sections();
    for (name, heading) in
        [("acquisition", "tools-acquisition"), ("tool", "tools-declared"), ("change", "field-change")]
    {
        let mut is_first = true;
        for section in sections.iter().filter(|section| section.name == name) {
            if is_first {
                blocks.push(Block::Heading(words.text(heading)));
                is_first = false;
            }
            let rows = section.fields.iter().map(|(key, value)| (words.field(key), shown_field(key, value, words)));
            blocks.push(Block::Facts(rows.collect()));
        }
    }
    blocks
}

pub(super) fn repeat(scene: &Scene<'_>) -> Vec<Block> {
    let (words, facts) = (scene.words, scene.facts);
    let mut anchors = String::new();
    for kind in &facts.opening.anchors {
        anchors.push_str(match *kind {
            "authority" => " --authority AUTHORITY.pub --roster ROSTER.txt",
            "signer" => " --signer SIGNER.pub",
            "receipt" => " --receipt RECEIPT.txt",
            "seal_hash" => " --seal-hash HEX",
            "tsa" => " --tsa-ca TSA.pem",
            "token" => " --kept-token TOKEN.tsr",
            "recognition" => " --recognition RECOGNITION.txt",
            _ => "",
        });
    }
    if anchors.is_empty() {
        anchors.push_str(" --seal-hash HEX");
    }
    let mut blocks = vec![
        Block::Heading(words.text("repeat-with")),
        Block::Paragraph(Line::plain(words.text("repeat-with-text"))),
        Block::Commands(vec![format!("sealbag verify BAG{anchors}"), format!("sealbag log BAG{anchors}")]),
    ];
    if facts.verdict.shown().is_some_and(|shown| shown.payload == "detached") {
        blocks.push(Block::Paragraph(Line::plain(words.text("repeat-detached"))));
    }
    blocks.push(Block::Heading(words.text("repeat-without")));
    blocks.push(Block::Paragraph(Line::plain(words.text("repeat-without-text"))));
    let steps: [(&str, &[&str]); 5] = [
        ("repeat-step-hash", &["sha256sum custody/000000.txt"]),
        (
            "repeat-step-signature",
            &[
                "sed '/^-----BEGIN/,$d' custody/000000.txt > ../seal.txt",
                "sed -n '/^-----BEGIN/,$p' custody/000000.txt > ../seal.sig",
                "ssh-keygen -Y verify -f ../signers -I NAME -n sealbag-seal-v1 -s ../seal.sig < ../seal.txt",
            ],
        ),
        ("repeat-step-tags", &["sha256sum tagmanifest-sha256.txt", "sha256sum -c --strict tagmanifest-sha256.txt"]),
        (
            "repeat-step-files",
            &["sha256sum -c --strict manifest-sha256.txt", "find data -type f | wc -l", "wc -l < manifest-sha256.txt"],
        ),
        ("repeat-step-log", &["grep '^prev' custody/*.txt", "sha256sum custody/*.txt"]),
    ];
    for (key, commands) in steps {
        blocks.push(Block::Paragraph(Line::plain(words.text(key))));
        blocks.push(Block::Commands(commands.iter().map(|&line| line.to_owned()).collect()));
    }
    if has_tokens(scene) {
        blocks.push(Block::Paragraph(Line::plain(words.text("repeat-step-tokens"))));
        blocks.push(Block::Commands(vec![
            "openssl ts -verify -data custody/000000.txt -in custody/000000.1.tsr -CAfile TSA.pem".to_owned(),
        ]));
    }
    blocks.push(Block::Paragraph(Line::plain(words.text("repeat-own-bag"))));
    blocks
}

fn has_tokens(scene: &Scene<'_>) -> bool {
    let facts = scene.facts;
    let is_listed = facts.entries.iter().filter_map(|entry| entry.event()).any(|it| it.kind == EventType::Timestamp);
    is_listed || facts.count("time.token_not_checked") > 0
}

pub(super) fn terms(scene: &Scene<'_>) -> Vec<Block> {
    let words = scene.words;
    let rows = TERMS.iter().map(|term| {
        let text = words.text(&format!("define-{term}"));
        (words.text(&format!("term-{term}")), Line(vec![Inline::Plain(text)]))
    });
    vec![Block::Facts(rows.collect())]
}
