//! What is told of an event that was appended: in words, as JSON, and as a receipt for the other side.

use std::path::{Path, PathBuf};

use sealbag::append::{Appended, LogView};
use sealbag_custody::log_store::Durability;
use sealbag_custody::replay::{Remark, State};
use serde::Serialize;

use crate::act::groups_of_eight;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file::{self, NewFileError};
use crate::terminal::{Terminal, Tone, harmless, quoted, record_text, shown};
use crate::words::Message;

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
    let receipt = beside.receipt.then(|| write_receipt(bag, record.index, &appended.receipt));
    if appended.durability == Durability::Unknown {
        terminal.say(&terminal.words().text("say-event-not-synced"));
    }
    for remark in &appended.remarks {
        remark_words(remark).into_iter().for_each(|words| terminal.say(&format!("warning: {words}")));
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
        Some(Ok(ref path)) => terminal.note(&format!("Receipt for the other side: {}", shown(path))),
        Some(Err(ref error)) => terminal.say(&format!(
            "warning: the event stands, but its receipt could not be written: {}; do not enter it again: \
             `sealbag receipt {} --out FILE` writes the receipt",
            harmless(&error.to_string()),
            quoted(bag)
        )),
        None => {}
    }
    told.map_err(|error| {
        let index = record.index;
        CliError::untold(&error, Message::new("hint-event-entered").with("index", index))
    })?;
    Ok(if matches!(receipt, Some(Err(_))) { ExitClass::Undetermined } else { ExitClass::Success })
}

fn words(bag: &Path, view: &LogView, appended: &Appended, output: Option<&OutputShown>, terminal: &Terminal) -> String {
    let record = &appended.record;
    let heading = format!("Entered as event {}: {} ({})", record.index, record.kind, shown(bag));
    let mut text = format!("{}\n", terminal.paint(Tone::Strong, &heading));
    let mut line = |label: &str, value: &str| text.push_str(&format!("  {label:<11}{}\n", harmless(value)));
    let statement = &view.seal.statement;
    line("exhibit", &record_text(statement.exhibit.number.as_deref().unwrap_or_default()));
    if let Some(case) = statement.case.number.as_deref() {
        line("case", &record_text(case));
    }
    line("by", &format!("{}, {}", record_text(&record.actor.name), record.actor.key.fingerprint()));
    if let Some(to) = &record.to {
        let key = to.key.as_ref().map(|key| format!(", {}", key.fingerprint())).unwrap_or_default();
        line("to", &format!("{}{key}", record_text(&to.name)));
    }
    line("time", &record.time.to_string());
    line("purpose", &record_text(&record.purpose));
    if let Some(verified) = &record.verified {
        line("verified", &verified.outcome.name().replace('_', " "));
    }
    if let Some(output) = output {
        line("new bag", &output.bag);
        line("its seal", &output.seal);
    }
    line("now", &state_words(&appended.state, &appended.holder.name));
    let groups = groups_of_eight(&appended.hash);
    line("head", &groups[..4].join(" "));
    line("", &groups[4..].join(" "));
    text
}

/// Where the exhibit is, for a reader.
pub(crate) fn state_words(state: &State, holder: &str) -> String {
    let holder = record_text(holder);
    match state {
        State::Held => format!("held by {holder}"),
        State::InTransit { to_name, .. } => {
            format!("on its way to {}; {holder} is answerable until it is accepted", record_text(to_name))
        }
        State::Opened { .. } => format!("opened by {holder}; it must be sealed again"),
        State::UnderExamination { .. } => format!("under examination by {holder}"),
        State::Returned => "returned; this log has ended".to_owned(),
        State::Disposed => "disposed of; this log has ended".to_owned(),
        State::Resealed => "sealed again as another bag; this log has ended".to_owned(),
    }
}

/// What the one who signed should hear of it at once.
fn remark_words(remark: &Remark) -> Option<String> {
    Some(match remark {
        Remark::Unattributed { .. } => {
            "nobody vouches for the key that signed; the event is shown and changes nothing".to_owned()
        }
        Remark::Recognized(by) => record_text(by),
        Remark::ClockBackwards { found, latest } => {
            format!("the clock is behind the log: {found} after {latest}; set it right")
        }
        Remark::LateCountersignature => "the seal is countersigned after the first release".to_owned(),
        Remark::KeyExpired(end) => format!("by the roster this key has expired: {end}"),
        Remark::KeyRetired(end) => format!("by the roster this key is retired: {end}"),
        Remark::RecordedViolation(_) => "the event records that the bag is not what was sealed".to_owned(),
        Remark::RecordedUndetermined(_) => "the event records a verification that gave no answer; an anchor (--authority, --signer, --receipt) may give one"
                .to_owned(),
        Remark::ExaminedOriginal => {
            "the sealed bag itself is examined; a working copy is made with `sealbag custody copy`".to_owned()
        }
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
