//! The verdict: every check, every finding, one conclusion. Only [`crate::verify`] makes one.

use std::collections::BTreeMap;

use sealbag_custody::seal_record::{Payload, SealRecord};
use sealbag_manifest::digest::Sha256Digest;
use serde::Serialize;

use crate::finding::{Finding, Findings, Severity};
pub use crate::verify::time::{AttestedShown, BoundsShown, EventsShown, TokenShown};

/// Value of the member `format`.
pub const FORMAT: &str = "sealbag/verdict/v1";

/// The four conclusions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Files, signature, attribution by a roster, custody and trusted time all hold.
    Confirmed,
    /// All that was checked holds, but there is something to know.
    ConfirmedWithRemarks,
    /// Something does not match.
    Violated,
    /// Something prevents an answer.
    Undetermined,
}

impl Outcome {
    /// The words that a court reads.
    pub fn words(self) -> &'static str {
        match self {
            Self::Confirmed => "INTEGRITY CONFIRMED",
            Self::ConfirmedWithRemarks => "CONFIRMED, WITH REMARKS",
            Self::Violated => "INTEGRITY VIOLATED",
            Self::Undetermined => "CANNOT BE DETERMINED",
        }
    }
}

/// The questions, in the order in which they are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Does the signature of event 0 fit its record?
    Signature,
    /// Is the record well-formed, and is its signer the key that signed?
    Record,
    /// Does something from outside tie event 0 to its signer?
    Anchor,
    /// Is the tag manifest the sealed one?
    #[serde(rename = "tagmanifest")]
    TagManifest,
    /// Is every tag file there and unchanged, and no other?
    TagFiles,
    /// Is the sealed list well-formed?
    Entries,
    /// Is it the one that was sealed?
    Tree,
    /// Do the chunk values belong to it?
    Chunks,
    /// Do the BagIt files say the same?
    Manifest,
    /// Is every file there, and nothing else?
    FileSet,
    /// Has every file the sealed content?
    Files,
    /// Are the events after the seal whole, in order, allowed, and by whom they had to be?
    Custody,
    /// Does the log of the bag before hold?
    Previous,
    /// Does a third party attest the time?
    Time,
}

impl Check {
    /// All of them, in order.
    pub const ALL: [Check; 14] = [
        Check::Signature,
        Check::Record,
        Check::Anchor,
        Check::TagManifest,
        Check::TagFiles,
        Check::Entries,
        Check::Tree,
        Check::Chunks,
        Check::Manifest,
        Check::FileSet,
        Check::Files,
        Check::Custody,
        Check::Previous,
        Check::Time,
    ];

    /// What was looked at, for a reader.
    pub fn title(self) -> &'static str {
        match self {
            Check::Signature => "signature of the seal",
            Check::Record => "seal record",
            Check::Anchor => "anchor from outside",
            Check::TagManifest => "list of tag files",
            Check::TagFiles => "tag files",
            Check::Entries => "sealed list",
            Check::Tree => "root of the list",
            Check::Chunks => "chunk values",
            Check::Manifest => "BagIt manifest",
            Check::FileSet => "set of files",
            Check::Files => "contents of the files",
            Check::Custody => "custody log",
            Check::Previous => "bag before this one",
            Check::Time => "attested time",
        }
    }
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It holds.
    Passed,
    /// It does not hold.
    Failed,
    /// It was not put, or not answered.
    NotRun,
    /// The bag holds nothing of this kind.
    NotPresent,
}

/// One check and how it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckResult {
    /// Which.
    pub check: Check,
    /// How it ended.
    pub status: Status,
    /// Why it was not run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'static str>,
    /// Parts of the question that could not be put: kinds of things that the store cannot see.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_run: Vec<&'static str>,
}

/// Who signed the seal, by the record itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignerShown {
    /// The name in the record.
    pub name: String,
    /// The key, as in an OpenSSH line.
    pub key: String,
    /// Its fingerprint.
    pub fingerprint: String,
}

/// What a signed record says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SealShown {
    /// The bag's identifier.
    pub bag: String,
    /// Number of the exhibit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exhibit: Option<String>,
    /// Number of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// The claimed time.
    pub time: String,
    /// `copy` or `detached`.
    pub payload: &'static str,
    /// Who signed.
    pub signer: SignerShown,
    /// Files in the sealed list.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

impl SealShown {
    pub(crate) fn new(record: &SealRecord) -> Self {
        let statement = &record.statement;
        Self {
            bag: record.bag.to_string(),
            exhibit: statement.exhibit.number.as_ref().map(|text| text.as_str().to_owned()),
            case: statement.case.number.as_ref().map(|text| text.as_str().to_owned()),
            time: record.time.to_string(),
            payload: match record.payload {
                Payload::Copy => "copy",
                Payload::Detached => "detached",
            },
            signer: SignerShown {
                name: record.signer.name.as_str().to_owned(),
                key: record.signer.key.to_line(),
                fingerprint: record.signer.key.fingerprint(),
            },
            files: record.totals.files,
            bytes: record.totals.bytes,
        }
    }
}

/// The log, for a reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustodyShown {
    /// Number of event files, event 0 included.
    pub events: u64,
    /// Hash of the last one.
    pub head: String,
    /// Where it has come to, if the whole log could be replayed.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub end: Option<EndShown>,
}

/// The end of a log that was replayed whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndShown {
    /// The state, such as `held`.
    pub state: &'static str,
    /// Who is answerable for the exhibit.
    pub holder: HolderShown,
    /// An order to keep it is in force.
    pub on_hold: bool,
    /// An event says that it did not match, was lost, or its package was broken.
    pub compromised: bool,
}

/// A person, for a reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HolderShown {
    /// Name by the roster, else as the event states it.
    pub name: String,
    /// Fingerprint of the key, if no roster lists it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// Id in the roster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl From<sealbag_custody::replay::PersonShown> for HolderShown {
    fn from(person: sealbag_custody::replay::PersonShown) -> Self {
        Self { name: person.name, fingerprint: person.fingerprint, id: person.listed.map(|listed| listed.id) }
    }
}

/// The result of one verification. Holds no clock, host, path of this machine or language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    format: &'static str,
    outcome: Outcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    seal: Option<String>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    shown: Option<SealShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custody: Option<CustodyShown>,
    anchors: Vec<&'static str>,
    checks: Vec<CheckResult>,
    findings: Vec<Finding>,
    totals: BTreeMap<&'static str, u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attested: Option<AttestedShown>,
}

impl Verdict {
    pub(crate) fn new(
        seal: Option<Sha256Digest>,
        shown: Option<SealShown>,
        custody: Option<CustodyShown>,
        anchors: Vec<&'static str>,
        checks: Vec<CheckResult>,
        findings: Findings,
        attested: Option<AttestedShown>,
    ) -> Self {
        // Without attested time there is a remark in any case.
        let unanswered = checks.iter().any(|result| result.status == Status::NotRun && result.check != Check::Time);
        let outcome = match findings.worst() {
            Some(Severity::Violation) => Outcome::Violated,
            Some(Severity::Undetermined) => Outcome::Undetermined,
            // A check that did not run is never a pass, whatever else was found.
            _ if unanswered => Outcome::Undetermined,
            Some(Severity::Remark) => Outcome::ConfirmedWithRemarks,
            None => Outcome::Confirmed,
        };
        let totals = findings.totals().iter().map(|(code, count)| (code.name(), *count)).collect();
        Self {
            format: FORMAT,
            outcome,
            seal: seal.map(|digest| digest.to_hex()),
            shown,
            custody,
            anchors,
            checks,
            findings: findings.list().to_vec(),
            totals,
            attested,
        }
    }

    /// The conclusion.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// SHA-256 of `custody/000000.txt`, if there is one.
    pub fn seal_hash(&self) -> Option<&str> {
        self.seal.as_deref()
    }

    /// What the seal says of itself; only if its signature holds.
    pub fn shown(&self) -> Option<&SealShown> {
        self.shown.as_ref()
    }

    /// The log; only if the seal's signature holds.
    pub fn custody(&self) -> Option<&CustodyShown> {
        self.custody.as_ref()
    }

    /// Every check.
    pub fn checks(&self) -> &[CheckResult] {
        &self.checks
    }

    /// Every finding that is listed.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many findings there are of each code.
    pub fn totals(&self) -> &BTreeMap<&'static str, u64> {
        &self.totals
    }

    /// What time-stamps attest; only where tokens were judged.
    pub fn attested(&self) -> Option<&AttestedShown> {
        self.attested.as_ref()
    }

    /// The status of one check.
    pub fn status(&self, check: Check) -> Option<Status> {
        self.checks.iter().find(|result| result.check == check).map(|result| result.status)
    }
}
