//! What is told of an event that was appended: in words, as JSON, and as a receipt for the other side.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use sealbag::append::{Appended, LogView};
use sealbag::verdict::Outcome;
use sealbag_custody::event::RecordedOutcome;
use sealbag_custody::log_store::Durability;
use sealbag_custody::replay::{Remark, State};
use sealbag_report::Language;
use serde::Serialize;

use crate::act::groups_of_eight;
use crate::columns::Columns;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file::{self, NewFileError};
use crate::terminal::{Terminal, Tone, harmless, quoted, record_text, shown};
use crate::words::{Message, Sentence, Value, Words};

/// What `--json` prints (`docs/spec/appended.schema.json`).
#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    bag: String,
    bag_id: String,
    exhibit: Option<&'a str>,
    case: Option<&'a str>,
    #[serde(rename = "type")]
    kind: &'static str,
    index: u64,
    event: String,
    time: String,
    purpose: &'a str,
    actor: Party<'a>,
    to: Option<Party<'a>>,
    verified: Option<VerifiedShown<'a>>,
    state: &'static str,
    holder: &'a str,
    remarks: Vec<&'static str>,
    receipt: Option<String>,
    output: Option<OutputShown>,
    durable: bool,
}

#[derive(Serialize)]
struct Party<'a> {
    name: &'a str,
    key: Option<String>,
    role: Option<&'a str>,
}

#[derive(Serialize)]
struct VerifiedShown<'a> {
    outcome: &'static str,
    codes: Vec<&'a str>,
}

/// A bag that came of the event.
#[derive(Serialize)]
pub(crate) struct OutputShown {
    /// Where it lies.
    pub(crate) bag: String,
    /// Its seal hash.
    pub(crate) seal: String,
}

/// What stands beside the event itself.
#[derive(Default)]
pub(crate) struct Beside {
    /// A receipt is written beside the bag; without it the run is no success.
    pub(crate) receipt: bool,
    /// What came of it.
    pub(crate) output: Option<OutputShown>,
}

/// Writes the receipt, then tells all. If the event stands and the receipt could not be written, the exit code is 2.
///
/// # Errors
/// If the result cannot be delivered; the event stands all the same.
pub(crate) fn tell(
    bag: &Path,
    view: &LogView,
    appended: &Appended,
    beside: Beside,
    json: bool,
    terminal: &Terminal,
) -> Result<ExitClass, CliError> {
    let record = &appended.record;
    let words_of = terminal.words();
    let receipt = beside.receipt.then(|| write_receipt(bag, record.index, &appended.receipt));
    if appended.durability == Durability::Unknown {
        terminal.say(&words_of.text("say-event-not-synced"));
    }
    for remark in &appended.remarks {
        let said = remark_words(remark, words_of);
        said.iter().for_each(|what| terminal.say(&words_of.with("say-event-warning", &[("what", what)])));
    }
    let statement = &view.seal.statement;
    let receipt_path = receipt.as_ref().and_then(|written| written.as_ref().ok());
    let told = if json {
        let to = record.to.as_ref();
        terminal.print_json(&Report {
            format: "sealbag/appended/v1",
            bag: shown(bag),
            bag_id: record.bag.to_string(),
            exhibit: statement.exhibit.number.as_deref(),
            case: statement.case.number.as_deref(),
            kind: record.kind.name(),
            index: record.index,
            event: appended.hash.to_hex(),
            time: record.time.to_string(),
            purpose: record.purpose.as_str(),
            actor: Party {
                name: record.actor.name.as_str(),
                key: Some(record.actor.key.fingerprint()),
                role: record.actor.role.as_deref(),
            },
            to: to.map(|to| Party {
                name: to.name.as_str(),
                key: to.key.as_ref().map(|key| key.fingerprint()),
                role: to.role.as_deref(),
            }),
            verified: record.verified.as_ref().map(|verified| VerifiedShown {
                outcome: verified.outcome.name(),
                codes: verified.codes.iter().map(|code| code.as_str()).collect(),
            }),
            state: appended.state.name(),
            holder: &appended.holder.name,
            remarks: appended.remarks.iter().filter_map(remark_code).collect(),
            receipt: receipt_path.map(|path| shown(path)),
            output: beside.output,
            durable: appended.durability == Durability::Synced,
        })
    } else {
        terminal.print(&words(bag, view, appended, beside.output.as_ref(), terminal))
    };
    match receipt {
        Some(Ok(ref path)) => terminal.note(&words_of.with("say-event-receipt", &[("path", &shown(path))])),
        Some(Err(ref error)) => {
            let why = harmless(&words_of.sentence(&Sentence::of(error)));
            let values: [(&str, &dyn Display); 2] = [("why", &why), ("bag", &quoted(bag))];
            terminal.say(&words_of.with("say-event-no-receipt", &values));
        }
        None => {}
    }
    told.map_err(|error| {
        let index = record.index;
        CliError::untold(&error, Message::new("hint-event-entered").with("index", index))
    })?;
    Ok(if matches!(receipt, Some(Err(_))) { ExitClass::Undetermined } else { ExitClass::Success })
}

fn words(bag: &Path, view: &LogView, appended: &Appended, output: Option<&OutputShown>, terminal: &Terminal) -> String {
    let words = terminal.words();
    let record = &appended.record;
    let kind = words.value(&Value::Event(record.kind.name()));
    let values: [(&str, &dyn Display); 3] = [("index", &record.index), ("kind", &kind), ("bag", &shown(bag))];
    let heading = terminal.paint(Tone::Strong, &words.with("say-event-entered", &values));
    let mut block = Columns::new(terminal.language());
    let mut line = |label: &'static str, value: &str| {
        block.line(if label.is_empty() { String::new() } else { words.text(label) }, harmless(value));
    };
    let statement = &view.seal.statement;
    line("label-exhibit", &record_text(statement.exhibit.number.as_deref().unwrap_or_default()));
    if let Some(case) = statement.case.number.as_deref() {
        line("label-case", &record_text(case));
    }
    line("label-by", &format!("{}, {}", record_text(&record.actor.name), record.actor.key.fingerprint()));
    if let Some(to) = &record.to {
        let key = to.key.as_ref().map(|key| format!(", {}", key.fingerprint())).unwrap_or_default();
        line("say-event-to", &format!("{}{key}", record_text(&to.name)));
    }
    line("ui-time", &record.time.to_string());
    line("ui-purpose", &record_text(&record.purpose));
    if let Some(verified) = &record.verified {
        line("say-event-verified", &outcome_words(verified.outcome, words));
    }
    if let Some(output) = output {
        line("say-event-new-bag", &output.bag);
        line("say-event-new-seal", &output.seal);
    }
    line("say-event-now", &state_words(&appended.state, &appended.holder.name, words));
    let groups = groups_of_eight(&appended.hash);
    line("label-head", &groups[..4].join(" "));
    line("", &groups[4..].join(" "));
    format!("{heading}\n{}", block.lines("  ", 11))
}

/// How a verification ended that an event records; in English in the words of the record.
fn outcome_words(outcome: RecordedOutcome, words: &Words) -> String {
    if words.catalogue().language() == Language::English {
        return outcome.name().replace('_', " ");
    }
    words.catalogue().outcome(match outcome {
        RecordedOutcome::Confirmed => Outcome::Confirmed,
        RecordedOutcome::ConfirmedWithRemarks => Outcome::ConfirmedWithRemarks,
        RecordedOutcome::Violated => Outcome::Violated,
        RecordedOutcome::Undetermined => Outcome::Undetermined,
    })
}

/// Where the exhibit is, for a reader.
fn state_words(state: &State, holder: &str, words: &Words) -> String {
    let holder = record_text(holder);
    match state {
        State::Held => words.with("say-state-held", &[("holder", &holder)]),
        State::InTransit { to_name, .. } => {
            words.with("say-state-in-transit", &[("to", &record_text(to_name)), ("holder", &holder)])
        }
        State::Opened { .. } => words.with("say-state-opened", &[("holder", &holder)]),
        State::UnderExamination { .. } => words.with("say-state-under-examination", &[("holder", &holder)]),
        State::Returned => words.text("say-state-returned"),
        State::Disposed => words.text("say-state-disposed"),
        State::Resealed => words.text("held-resealed"),
    }
}

/// What the one who signed should hear of it at once.
fn remark_words(remark: &Remark, words: &Words) -> Option<String> {
    Some(match remark {
        Remark::Unattributed { .. } => words.text("say-remark-unattributed"),
        Remark::Recognized(by) => match words.catalogue().language() {
            Language::English => record_text(by),
            _ => harmless(&words.sentence(&Sentence::of(remark).made_safe(record_text))),
        },
        Remark::ClockBackwards { found, latest } => {
            words.with("say-remark-clock", &[("found", found), ("latest", latest)])
        }
        Remark::LateCountersignature => words.text("say-remark-late-countersignature"),
        Remark::KeyExpired(end) => words.with("say-remark-key-expired", &[("time", end)]),
        Remark::KeyRetired(end) => words.with("say-remark-key-retired", &[("time", end)]),
        Remark::RecordedViolation(_) => words.text("say-remark-violation"),
        Remark::RecordedUndetermined(_) => words.text("say-remark-undetermined"),
        Remark::ExaminedOriginal => words.text("say-remark-original"),
        _ => return None,
    })
}

/// The code that a verifier gives it.
fn remark_code(remark: &Remark) -> Option<&'static str> {
    Some(match remark {
        Remark::Unattributed { .. } => "custody.unattributed",
        Remark::Recognized(_) => "recognition.used",
        Remark::ClockBackwards { .. } => "custody.clock_backwards",
        Remark::Late(_) => "custody.late",
        Remark::LateCountersignature => "custody.late_countersignature",
        Remark::KeyExpired(_) => "custody.key_expired",
        Remark::KeyRetired(_) => "custody.key_retired",
        Remark::RecordedViolation(_) => "custody.recorded_violation",
        Remark::RecordedUndetermined(_) => "custody.recorded_undetermined",
        Remark::ExaminedOriginal => "custody.examined_original",
        Remark::Objection(_) => "custody.objection",
        Remark::Incident(_) => "custody.incident",
        Remark::Corrected(_) => "custody.corrected",
        Remark::RefusedToSign(_) => "custody.refused_to_sign",
        _ => return None,
    })
}

/// `EXHIBIT.NNNNNN.receipt.txt` beside `EXHIBIT.bag`. What lies there is kept: the new one gets a number.
fn write_receipt(bag: &Path, index: u64, bytes: &[u8]) -> Result<PathBuf, NewFileError> {
    create_beside(bag, &format!("{index:06}"), "receipt.txt", bytes)
}

/// A new file beside a bag, under the bag's name without `.bag`.
pub(crate) fn create_beside(bag: &Path, middle: &str, end: &str, bytes: &[u8]) -> Result<PathBuf, NewFileError> {
    // `.` and `A1.bag/..` have no name of their own, and the file must never lie in the bag.
    let bag = bag.canonicalize().map_err(|source| NewFileError::Io { path: bag.to_owned(), source })?;
    let stem = bag.file_name().unwrap_or_default().to_owned();
    let stem = match stem.to_str().and_then(|name| name.strip_suffix(".bag")) {
        Some(exhibit) => exhibit.into(),
        None => stem,
    };
    let mut number = 1;
    loop {
        let mut name = stem.clone();
        let counted = if number == 1 { String::new() } else { format!(".{number}") };
        name.push(format!(".{middle}{counted}.{end}"));
        let path = bag.with_file_name(name);
        match new_file::create(&path, bytes) {
            Ok(()) => return Ok(path),
            Err(NewFileError::Exists { .. }) if number < 10_000 => number += 1,
            Err(error) => return Err(error),
        }
    }
}
