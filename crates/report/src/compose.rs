//! The report's sections in their order (`docs/spec/report.md`). Each module writes some of them; none says more than the
//! verdict and the log do.

mod annexes;
mod claims;
mod custody;
mod findings;
mod forms;
mod method;
mod people;
mod subject;

pub(crate) use forms::form;
pub use forms::{Form, UnknownForm};

use sealbag_custody::record::Value;
use sealbag_custody::scalar::{UtcOffset, UtcTime};

use crate::catalogue::Catalogue;
use crate::document::{Block, Document, Inline, Line, Section};
use crate::facts::Facts;

/// What stands around a verification: when the report was made, by whom, with what. Nothing of it is checked.
#[derive(Clone, Debug)]
pub struct Making {
    /// The clock of the machine.
    pub time: UtcTime,
    /// Its offset from UTC, if local time is to be shown.
    pub offset: Option<UtcOffset>,
    /// Number of the report; a blank line if absent.
    pub number: Option<String>,
    /// Who asked for it.
    pub asked_by: Option<String>,
    /// Who ran the program.
    pub run_by: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Name of the bag, as it was given.
    pub package: String,
    /// Name and version of the program.
    pub program: String,
    /// SHA-256 of the program file, if it could be read.
    pub program_sha256: Option<String>,
}

/// What every section is written from.
pub(crate) struct Scene<'s> {
    pub(crate) facts: &'s Facts<'s>,
    pub(crate) making: &'s Making,
    pub(crate) words: &'s Catalogue,
    /// SHA-256 of the machine-readable verdict.
    pub(crate) json_sha256: &'s str,
    /// Where the machine-readable verdict is found from the report.
    pub(crate) json_name: &'s str,
}

/// A blank line where nobody has written anything.
pub(crate) fn or_blank(text: Option<&str>) -> Line {
    text.map_or_else(Line::blank, Line::quoted)
}

/// The value of a field as a reader sees it: the words of the records that the glossary has are in the language of the report.
pub(crate) fn shown_field(key: &str, value: &Value<'_>, words: &Catalogue) -> Line {
    let Value::Text(text) = value else { return shown_value(value, words) };
    let message = match key {
        "role" => format!("role-{text}"),
        "payload" => format!("payload-{text}"),
        "outcome" => format!("verdict-{}", text.replace("_with_", "_")),
        _ => return shown_value(value, words),
    };
    if words.has(&message) { Line::plain(words.text(&message)) } else { shown_value(value, words) }
}

/// A value of a record as a reader sees it; a key is its fingerprint.
pub(crate) fn shown_value(value: &Value<'_>, words: &Catalogue) -> Line {
    match value {
        Value::Text(text) => match sealbag_custody::public_key::PublicKey::from_line(text) {
            Ok((key, _)) => Line::mono(key.fingerprint()),
            Err(_) if is_digest(text) => Line::mono(text.to_string()),
            Err(_) if text.parse::<UtcTime>().is_ok() => Line(vec![Inline::Utc(text.to_string())]),
            Err(_) => Line::quoted(text),
        },
        Value::Integer(number) => Line::plain(number.to_string()),
        Value::Boolean(truth) => Line::plain(words.text(if *truth { "ui-yes" } else { "ui-no" })),
        Value::Array(items) => items.iter().fold(Line::default(), |line, item| {
            line.below(if is_digest(item) { Line::mono(item.to_string()) } else { Line::quoted(item) })
        }),
    }
}

fn is_digest(text: &str) -> bool {
    matches!(text.len(), 32 | 40 | 64 | 128) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Title, result, request, what was verified, findings, what is stated and what is not: what a judge reads first, on two pages.
const CORE: usize = 6;

/// The whole report.
pub(crate) fn report(scene: &Scene<'_>) -> Document {
    let words = scene.words;
    let sections: Vec<(&'static str, String, Vec<Block>)> = vec![
        ("summary", words.text("heading-summary"), subject::summary(scene)),
        ("made", words.text("section-made"), subject::made(scene)),
        ("subject", words.text("heading-subject"), subject::subject(scene)),
        ("findings", words.text("heading-findings"), findings::findings(scene)),
        ("states", words.text("heading-may_claim"), claims::claims(scene)),
        ("limits", words.text("heading-may_not_claim"), claims::limits(scene)),
        ("custody", words.text("heading-custody"), custody::custody(scene)),
        ("remarks", words.text("heading-remarks"), custody::remarks(scene)),
        ("legal", words.text("heading-legal_basis"), people::legal(scene)),
        ("signers", words.text("heading-signatures"), people::signers(scene)),
        ("method", words.text("heading-tools"), method::tools(scene)),
        ("repeat", words.text("heading-how_to_repeat"), method::repeat(scene)),
        ("terms", words.text("heading-glossary"), method::terms(scene)),
    ];
    let numbered = sections.into_iter().enumerate().map(|(index, (id, heading, blocks))| Section {
        id,
        heading: format!("{}. {heading}", index + 1),
        is_annex: false,
        blocks,
    });
    Document {
        title: words.text("heading-report"),
        front: subject::front(scene),
        sections: numbered.chain(annexes::annexes(scene)).collect(),
        foot: words.text("limit-not_expert"),
        core: CORE,
    }
}
