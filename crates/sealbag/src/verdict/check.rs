//! What is asked of a bag, and how that ends.

use serde::Serialize;

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
