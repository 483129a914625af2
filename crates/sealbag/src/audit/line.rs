//! One line of results: a bag, what was looked at, and what was found (`docs/spec/audit.md`, "A bag").

use std::collections::BTreeMap;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use sealbag_custody::scalar::{BagId, UtcTime};
use sealbag_manifest::digest::{Sha256Digest, hex, unhex};
use sealbag_manifest::text::is_plain;
use serde::{Deserialize, Serialize};

use super::{AuditError, Depth, Place};
use crate::finding::Severity;

/// Value of the member `format` of a bag's line.
pub(super) const BAG_FORMAT: &str = "sealbag/audit-bag/v1";

/// Remarks that follow from how the audit is made and say nothing about one bag more than about another.
pub(super) const USUAL: [&str; 4] = ["anchor.signer_key", "anchor.seal_hash", "anchor.receipt", "time.none"];

/// What an audit says of a bag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BagOutcome {
    /// Seal and log hold; the files were not read.
    LogSound,
    /// As the verdict of a whole verification.
    Confirmed,
    /// The same.
    ConfirmedWithRemarks,
    /// Something does not match.
    Violated,
    /// Something prevents an answer.
    Undetermined,
    /// It could not be looked at.
    NotOpened,
}

/// An open release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// The recipient, as the release states it.
    pub to: String,
    /// The time of the release, as its signer claims.
    pub since: String,
}

/// The bag before, as the seal names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PreviousLine {
    pub(super) relation: String,
    pub(super) bag: String,
    pub(super) seal: String,
    pub(super) head: String,
}

/// A finding as it stands in a line.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FindingLine {
    /// Its stable name.
    pub code: String,
    /// `remark`, `undetermined` or `violation`.
    pub severity: String,
    /// Where; safe to show.
    #[serde(default, rename = "where")]
    pub place: String,
    /// What should be there.
    pub expected: Option<String>,
    /// What is there.
    pub found: Option<String>,
}

#[derive(Deserialize)]
struct CustodyLine {
    events: u32,
    head: String,
    state: Option<String>,
}

/// The log as it was when the bag was judged.
pub(super) struct LogState {
    /// Over the names in `custody/`.
    pub(super) listing: Sha256Digest,
    /// Hash of event 0.
    pub(super) seal: Sha256Digest,
    /// Hash of the last event.
    pub(super) head: Sha256Digest,
}

/// A line read back.
#[derive(Deserialize)]
pub struct BagLine {
    format: String,
    path: Option<String>,
    path_hex: Option<String>,
    /// The conclusion.
    pub outcome: BagOutcome,
    /// Why it could not be opened.
    pub why: Option<String>,
    /// What was looked at.
    pub depth: Depth,
    checked: Option<String>,
    listing: Option<String>,
    bag: Option<String>,
    seal: Option<String>,
    /// Number of the exhibit.
    pub exhibit: Option<String>,
    custody: Option<CustodyLine>,
    /// The open release.
    pub transfer: Option<Transfer>,
    previous: Option<PreviousLine>,
    /// The findings that are listed.
    #[serde(default)]
    pub findings: Vec<FindingLine>,
    /// How many there are of each code.
    #[serde(default)]
    pub totals: BTreeMap<String, u64>,
}

impl BagLine {
    /// Reads one line.
    pub(super) fn parse(text: &str) -> Result<Self, AuditError> {
        let line: Self = serde_json::from_str(text).map_err(|_| AuditError::MalformedLine { line: 0 })?;
        if line.format == BAG_FORMAT && line.path_bytes().is_some() {
            Ok(line)
        } else {
            Err(AuditError::MalformedLine { line: 0 })
        }
    }

    pub(super) fn path_bytes(&self) -> Option<Vec<u8>> {
        match (&self.path, &self.path_hex) {
            (Some(path), None) => Some(path.clone().into_bytes()),
            (None, Some(hex)) => unhex(hex),
            _ => None,
        }
    }

    /// Where the bag lies.
    pub fn path(&self) -> PathBuf {
        PathBuf::from(std::ffi::OsStr::from_bytes(&self.path_bytes().unwrap_or_default()))
    }

    /// True if the log has a release that nobody has answered.
    pub fn is_in_transit(&self) -> bool {
        self.custody.as_ref().and_then(|custody| custody.state.as_deref()) == Some("in_transit")
    }

    /// True if the seal names a bag before this one.
    pub(super) fn is_copy(&self) -> bool {
        self.previous.is_some()
    }

    /// When it was judged.
    pub(super) fn checked(&self) -> Option<UtcTime> {
        self.checked.as_ref()?.parse().ok()
    }

    /// What the log was; none if that, or when it was, cannot be told.
    pub(super) fn log_state(&self) -> Option<LogState> {
        self.checked()?;
        Some(LogState {
            listing: Sha256Digest::from_hex(self.listing.as_ref()?)?,
            seal: Sha256Digest::from_hex(self.seal.as_ref()?)?,
            head: Sha256Digest::from_hex(&self.custody.as_ref()?.head)?,
        })
    }

    /// Codes with something to read: all but those that follow from how the audit is made.
    pub(super) fn own_codes(&self) -> impl Iterator<Item = (&String, &u64)> {
        self.totals.iter().filter(|(code, _)| !USUAL.contains(&code.as_str()))
    }

    /// Findings with something to read.
    pub fn own_findings(&self) -> impl Iterator<Item = &FindingLine> {
        self.findings.iter().filter(|finding| !USUAL.contains(&finding.code.as_str()))
    }
}

impl FindingLine {
    /// How much it weighs.
    pub fn weight(&self) -> Severity {
        match self.severity.as_str() {
            "violation" => Severity::Violation,
            "undetermined" => Severity::Undetermined,
            _ => Severity::Remark,
        }
    }
}

/// The path of a bag as members of a JSON object.
#[derive(Serialize)]
pub(super) struct PathMembers {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path_hex: Option<String>,
}

impl PathMembers {
    pub(super) fn of(path: &Path) -> Self {
        let bytes = path.as_os_str().as_bytes();
        match std::str::from_utf8(bytes) {
            Ok(text) if is_plain(text) => Self { path: Some(text.to_owned()), path_hex: None },
            _ => Self { path: None, path_hex: Some(hex(bytes)) },
        }
    }
}

/// A JSON object as one line in which no character does anything to a terminal.
pub(super) fn to_json(value: &impl Serialize) -> String {
    let line = serde_json::to_string(value).expect("strings, numbers and lists are JSON");
    if is_plain(&line) {
        return line;
    }
    line.chars().fold(String::with_capacity(line.len() + 16), |mut out, c| {
        if is_plain(c.encode_utf8(&mut [0; 4])) {
            out.push(c);
        } else {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        }
        out
    })
}

/// What the checks across bags need of one; the rest is in its line.
pub(super) struct Kept {
    pub(super) path: Box<[u8]>,
    pub(super) place: Place,
    pub(super) is_notable: bool,
    /// None if the seal does not hold.
    pub(super) log: Option<KeptLog>,
    pub(super) previous: Option<Box<KeptPrevious>>,
}

/// The log of a bag whose seal holds.
#[derive(Clone, Copy)]
pub(super) struct KeptLog {
    pub(super) bag: BagId,
    pub(super) seal: Sha256Digest,
    /// None if the last event could not be read.
    pub(super) head: Option<Sha256Digest>,
    /// Event files, event 0 included.
    pub(super) events: u32,
    /// True if every event stands: then the head speaks for all of them.
    pub(super) is_whole: bool,
    /// True if a receipt says otherwise than the log.
    pub(super) has_mismatch: bool,
}

pub(super) struct KeptPrevious {
    pub(super) bag: BagId,
    pub(super) seal: Sha256Digest,
    pub(super) head: Sha256Digest,
}

impl Kept {
    pub(super) fn of(line: &BagLine, place: Place) -> Result<Self, AuditError> {
        let malformed = || AuditError::MalformedLine { line: 0 };
        let digest = |text: &str| Sha256Digest::from_hex(text).ok_or_else(malformed);
        let log = match (&line.bag, &line.seal, &line.custody) {
            (Some(bag), Some(seal), Some(custody)) => Some(KeptLog {
                bag: bag.parse().map_err(|_| malformed())?,
                seal: digest(seal)?,
                head: Sha256Digest::from_hex(&custody.head),
                events: custody.events,
                is_whole: custody.state.is_some(),
                has_mismatch: line.totals.contains_key("anchor.receipt_mismatch"),
            }),
            _ => None,
        };
        let previous = match &line.previous {
            Some(previous) => Some(Box::new(KeptPrevious {
                bag: previous.bag.parse().map_err(|_| malformed())?,
                seal: digest(&previous.seal)?,
                head: digest(&previous.head)?,
            })),
            None => None,
        };
        let is_notable = line.outcome == BagOutcome::NotOpened
            || line.own_codes().next().is_some()
            || matches!(line.outcome, BagOutcome::Violated | BagOutcome::Undetermined);
        let path = line.path_bytes().ok_or_else(malformed)?.into_boxed_slice();
        Ok(Self { path, place, is_notable, log, previous })
    }

    pub(super) fn path(&self) -> &Path {
        Path::new(std::ffi::OsStr::from_bytes(&self.path))
    }
}
