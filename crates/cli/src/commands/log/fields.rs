//! The fields of an event as a reader needs them: what stands elsewhere in the block is left out, keys become fingerprints.

use sealbag::log::Content;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::record::{Section, SectionKind, Value};
use sealbag_report::Language;
use serde_json::{Map, Value as Json};

use crate::words::Words;

/// Shown in the head of a block, or of no use to a reader.
const ELSEWHERE: &[(&str, &[&str])] = &[
    ("", &["format", "bag", "seal", "index", "prev", "type", "time", "utc_offset"]),
    ("signer", &["name", "key"]),
    ("actor", &["name", "key"]),
    ("tree", &["size", "root"]),
    ("digests", &["tagmanifest_sha256"]),
];

/// One line of a block: a label, and the text beside it, not yet safe to show.
pub(super) struct Line {
    pub(super) label: String,
    pub(super) text: String,
}

/// What an event says beyond type, time and signer.
pub(super) fn lines(content: Content<'_>, said: &Words) -> Vec<Line> {
    let words = said.catalogue();
    let mut lines = Vec::new();
    for section in sections(content) {
        let hidden = ELSEWHERE.iter().find(|(name, _)| *name == section.name).map_or(&[][..], |(_, keys)| keys);
        let mut fields = section.fields.iter().filter(|(key, _)| !hidden.contains(&key.as_ref())).peekable();
        if section.name.is_empty() {
            lines.extend(fields.map(|(key, value)| Line { label: words.field(key), text: text("", key, value, said) }));
        } else if fields.peek().is_some() {
            let parts: Vec<_> = fields
                .map(|(key, value)| format!("{} {}", words.field(key), text(section.name, key, value, said)))
                .collect();
            lines.push(Line { label: words.field(section.name), text: parts.join("; ") });
        }
    }
    lines
}

/// The whole record as JSON: fields at the top, a member a table, an array a list of tables.
pub(super) fn record(content: Content<'_>) -> Option<Json> {
    let sections = sections(content);
    if sections.is_empty() {
        return None;
    }
    let mut record = Map::new();
    for section in sections {
        let fields: Map<String, Json> =
            section.fields.iter().map(|(key, value)| (key.to_string(), json(value))).collect();
        match section.kind {
            SectionKind::Top => record.extend(fields),
            SectionKind::Table => {
                record.insert(section.name.to_owned(), Json::Object(fields));
            }
            SectionKind::Entry => {
                let list = record.entry(section.name).or_insert_with(|| Json::Array(Vec::new()));
                if let Json::Array(list) = list {
                    list.push(Json::Object(fields));
                }
            }
        }
    }
    Some(Json::Object(record))
}

fn sections(content: Content<'_>) -> Vec<Section<'_>> {
    match content {
        Content::Seal(record) => record.sections(),
        Content::Event(record) => record.sections(),
        Content::None => Vec::new(),
    }
}

fn text(section: &str, key: &str, value: &Value<'_>, words: &Words) -> String {
    match value {
        Value::Text(text) => match PublicKey::from_line(text) {
            Ok((key, _)) => key.fingerprint(),
            Err(_) => named(section, key, text, words).unwrap_or_else(|| text.to_string()),
        },
        Value::Integer(number) => number.to_string(),
        Value::Boolean(truth) => words.text(if *truth { "ui-yes" } else { "ui-no" }),
        Value::Array(items) => items.join(" / "),
    }
}

/// A name out of a list that the format fixes; in English in the words of the record.
fn named(section: &str, key: &str, name: &str, words: &Words) -> Option<String> {
    let catalogue = words.catalogue();
    if catalogue.language() == Language::English {
        return None;
    }
    let text = match (section, key, name) {
        (_, "role", _) => return Some(catalogue.roles(name)),
        (_, "outcome", "confirmed") => "verdict-confirmed",
        (_, "outcome", "confirmed_with_remarks") => "verdict-confirmed_remarks",
        (_, "outcome", "violated") => "verdict-violated",
        (_, "outcome", "undetermined") => "verdict-undetermined",
        (_, "payload", "copy") => "payload-copy",
        (_, "payload", "detached") => "payload-detached",
        (_, "depth", "full") => "say-depth-full",
        (_, "depth", "quick") => "say-depth-quick",
        (_, "relation", "copy") => "say-relation-copy",
        (_, "relation", "redaction") => "say-relation-redaction",
        (_, "relation", "disclosure") => "say-relation-disclosure",
        (_, "relation", "reseal") => "say-relation-reseal",
        (_, "relation", "derived") => "say-relation-derived",
        ("incident", "kind", "loss") => "say-incident-loss",
        ("incident", "kind", "mismatch") => "say-incident-mismatch",
        ("incident", "kind", "key_compromise") => "say-incident-key-compromise",
        ("incident", "kind", "physical_seal_broken") => "say-incident-physical-seal-broken",
        ("incident", "kind", "other") => "say-incident-other",
        _ => return None,
    };
    Some(words.text(text))
}

fn json(value: &Value<'_>) -> Json {
    match value {
        Value::Text(text) => Json::String(text.to_string()),
        Value::Integer(number) => Json::from(*number),
        Value::Boolean(truth) => Json::Bool(*truth),
        Value::Array(items) => items.iter().map(|item| Json::String(item.to_string())).collect(),
    }
}
