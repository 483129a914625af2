//! What the certificates have in common: in English, and with the hash values of every file.

use sealbag::verdict::Check;
use sealbag_custody::seal_record::SealRecord;

use super::super::Scene;
use crate::document::{Block, Line, Section};
use crate::moment::{groups_of_eight, number};

pub(super) fn section(id: &'static str, heading: impl Into<String>, blocks: Vec<Block>) -> Section {
    Section { id, heading: heading.into(), is_annex: false, blocks }
}

/// What the comparison gave, in the words of a certificate; nothing more than was done.
pub(super) fn comparison(scene: &Scene<'_>) -> String {
    let facts = scene.facts;
    let checks = [Check::Signature, Check::Record, Check::Tree, Check::FileSet, Check::Files];
    let day = scene.making.time.to_string();
    let is_quick = facts.count("files.quick") > 0;
    match checks.iter().all(|check| facts.passed(*check)) {
        true if !is_quick => format!(
            "At {day} (clock of the machine) the program read every file and computed its SHA-256 and BLAKE3 hash values anew. Each equals the value \
             in the sealed list. No file of the list was missing and no other file was present."
        ),
        true => format!(
            "At {day} (clock of the machine) the program read every file and computed its BLAKE3 hash value anew. Each equals the value in the sealed \
             list. SHA-256 was not computed in this run. No file of the list was missing and no other file was present."
        ),
        false => format!(
            "At {day} (clock of the machine) the program compared the files with the sealed list. NOT EVERY COMPARISON HELD OR COULD BE MADE; the \
             report of the verification lists the differences. This form must not be signed as if all values matched."
        ),
    }
}

pub(super) fn hash_rows(scene: &Scene<'_>, record: &SealRecord) -> Vec<(String, Line)> {
    let seal = scene.facts.verdict.seal_hash().unwrap_or_default();
    vec![
        ("Hash value of the seal record (SHA-256)".into(), Line::mono(groups_of_eight(seal))),
        ("Root hash of the list (SHA-256, RFC 6962)".into(), Line::mono(groups_of_eight(&record.tree.root.to_hex()))),
        ("Files in the list".into(), Line::plain(number(record.totals.files))),
        ("Bytes in all".into(), Line::plain(number(record.totals.bytes))),
    ]
}

pub(super) fn annex() -> Section {
    Section {
        id: "annex-files",
        heading: "Hash report: every file with its hash values".into(),
        is_annex: true,
        blocks: vec![Block::Files],
    }
}

pub(super) fn device(record: &SealRecord) -> Line {
    let source = &record.statement.source;
    let parts: Vec<&str> = [&source.make, &source.model].into_iter().flatten().map(|text| text.as_str()).collect();
    if parts.is_empty() { Line::blank() } else { Line::quoted(&parts.join(", ")) }
}
