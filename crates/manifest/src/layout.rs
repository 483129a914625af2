//! The BagIt side of the bag (RFC 8493): file names, manifests, `bag-info.txt` (`docs/spec/bag.md`).
//!
//! Each file has exactly one form for a given list and seal, so that a verifier can make it again and compare.

use thiserror::Error;

use crate::digest::{Sha256Digest, extend_hex};

/// Declares the version of BagIt.
pub const BAGIT: &str = "bagit.txt";
/// What the bag is about.
pub const BAG_INFO: &str = "bag-info.txt";
/// Digests of the payload.
pub const MANIFEST: &str = "manifest-sha256.txt";
/// Digests of the tag files.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
/// The sealed list.
pub const ENTRIES: &str = "seal/entries.jsonl";
/// The chunk values of large files.
pub const CHUNKS: &str = "seal/chunks.blake3";
/// The largest `bagit.txt`, `bag-info.txt` and `seal/VERIFY.txt`, in bytes.
pub const MAX_SMALL_TAG_FILE: u64 = 1 << 20;
/// How to check the bag by hand.
pub const VERIFY_BY_HAND: &str = "seal/VERIFY.txt";
/// The roster as the sealer knew it.
pub const ROSTER: &str = "seal/roster.txt";
/// Where the log of the bag lies that this one follows from.
pub const PREVIOUS: &str = "seal/previous";
/// Event 0.
pub const SEAL: &str = "custody/000000.txt";
/// Where the payload lies.
pub const DATA: &str = "data";
/// Where the events lie.
pub const CUSTODY: &str = "custody";

/// The whole of `bagit.txt` (RFC 8493, 2.1.1).
pub const BAGIT_TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// The largest tag manifest that is read, in bytes.
pub const MAX_TAG_MANIFEST: u64 = 64 << 20;

/// The longest path in a tag manifest, in bytes.
pub const MAX_TAG_PATH: usize = 900;

/// Appends the line of one file to `manifest-sha256.txt`; `stored` is its place below `data/`.
pub fn push_manifest_line(sha256: &Sha256Digest, stored: &str, out: &mut Vec<u8>) {
    push_line(sha256, &[DATA, "/", stored], out);
}

fn push_line(sha256: &Sha256Digest, path: &[&str], out: &mut Vec<u8>) {
    extend_hex(&sha256.0, out);
    out.extend_from_slice(b"  ");
    path.iter().for_each(|part| out.extend_from_slice(part.as_bytes()));
    out.push(b'\n');
}

/// What `bag-info.txt` says: functions of the list and the seal.
#[derive(Clone, Debug, Default)]
pub struct BagInfo<'a> {
    /// Number of the case.
    pub case: Option<&'a str>,
    /// Number of the exhibit.
    pub exhibit: &'a str,
    /// Description of the exhibit.
    pub description: Option<&'a str>,
    /// Date of the seal, `YYYY-MM-DD`.
    pub date: &'a str,
    /// Bytes in `data/`.
    pub bytes: u64,
    /// Files in `data/`.
    pub files: u64,
}

impl BagInfo<'_> {
    /// The whole of `bag-info.txt` (RFC 8493, 2.2.2).
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let mut line = |label: &str, value: &str| {
            text.push_str(label);
            text.push_str(": ");
            text.push_str(value);
            text.push('\n');
        };
        if let Some(case) = self.case {
            line("Bag-Group-Identifier", case);
        }
        line("External-Identifier", self.exhibit);
        if let Some(description) = self.description {
            line("External-Description", description);
        }
        line("Bagging-Date", self.date);
        line("Payload-Oxum", &format!("{}.{}", self.bytes, self.files));
        text
    }
}

/// What is wrong with the tag manifest.
#[derive(Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum TagManifestError {
    /// Not 64 lower-case digits, two spaces, a path, LF.
    #[error("line {line}: not a digest of 64 lower-case digits, two spaces and a path")]
    Line {
        /// From 1.
        line: u64,
    },
    /// A path that may not stand there.
    #[error("line {line}: the path is not allowed in a tag manifest")]
    Path {
        /// From 1.
        line: u64,
    },
    /// Not in the order of the path bytes, or twice.
    #[error("line {line}: the path does not come after the one before it")]
    Order {
        /// From 1.
        line: u64,
    },
}

impl TagManifestError {
    /// The line to blame, from 1.
    pub fn line(&self) -> u64 {
        match self {
            Self::Line { line } | Self::Path { line } | Self::Order { line } => *line,
        }
    }
}

/// One line of the tag manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagFile {
    /// Path in the bag.
    pub path: String,
    /// Digest of its bytes.
    pub sha256: Sha256Digest,
}

/// Writes the tag manifest; `files` in any order.
pub fn tag_manifest(mut files: Vec<TagFile>) -> Vec<u8> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut text = Vec::new();
    for file in &files {
        push_line(&file.sha256, &[&file.path], &mut text);
    }
    text
}

/// Reads a tag manifest: only the form that [`tag_manifest`] writes.
pub fn parse_tag_manifest(text: &[u8]) -> Result<Vec<TagFile>, TagManifestError> {
    let mut files: Vec<TagFile> = Vec::new();
    for (line, bytes) in (1..).zip(text.split_inclusive(|&byte| byte == b'\n')) {
        let malformed = TagManifestError::Line { line };
        let file = read_tag_line(bytes).ok_or(malformed)?;
        if !is_tag_path(&file.path) {
            return Err(TagManifestError::Path { line });
        }
        if files.last().is_some_and(|last| last.path >= file.path) {
            return Err(TagManifestError::Order { line });
        }
        files.push(file);
    }
    Ok(files)
}

fn read_tag_line(line: &[u8]) -> Option<TagFile> {
    let text = std::str::from_utf8(line.strip_suffix(b"\n")?).ok()?;
    let (digest, path) = text.split_at_checked(64)?;
    Some(TagFile { path: path.strip_prefix("  ")?.to_owned(), sha256: Sha256Digest::from_hex(digest)? })
}

/// Tag files have plain names; payload, events and the tag manifest itself are bound elsewhere.
fn is_tag_path(path: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let components_fit = path.split('/').all(|component| {
        !matches!(component, "" | "." | "..") && component.len() <= 255 && component.bytes().all(is_plain)
    });
    let top = path.split('/').next().unwrap_or_default();
    components_fit && path.len() <= MAX_TAG_PATH && top != DATA && top != CUSTODY && path != TAG_MANIFEST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(path: &str) -> TagFile {
        TagFile { path: path.to_owned(), sha256: Sha256Digest([0xab; 32]) }
    }

    #[test]
    fn tag_manifest_round_trips_in_the_order_of_the_paths() {
        let text = tag_manifest(vec![tag("seal/entries.jsonl"), tag("bagit.txt"), tag("bag-info.txt")]);
        let paths: Vec<_> = parse_tag_manifest(&text).expect("own text").into_iter().map(|file| file.path).collect();
        assert_eq!(paths, ["bag-info.txt", "bagit.txt", "seal/entries.jsonl"]);
    }

    #[test]
    fn refuses_other_forms_of_a_tag_manifest() {
        let digest = "ab".repeat(32);
        for text in [
            format!("{digest}  a.txt"),
            format!("{digest} a.txt\n"),
            format!("{digest} *a.txt\n"),
            format!("{}  a.txt\n", digest.to_uppercase()),
            format!("{digest}  a.txt\r\n"),
            format!("{digest}  \n"),
            format!("\u{feff}{digest}  a.txt\n"),
            "\n".to_owned(),
        ] {
            assert!(parse_tag_manifest(text.as_bytes()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn refuses_paths_that_lead_elsewhere_and_disorder() {
        for path in ["../a", "/a", "a//b", "a/./b", "data/a", "custody/000000.txt", TAG_MANIFEST, "a b", "a%0Ab", "é"]
        {
            let text = tag_manifest(vec![tag(path)]);
            assert_eq!(parse_tag_manifest(&text), Err(TagManifestError::Path { line: 1 }), "{path}");
        }
        let mut twice = tag_manifest(vec![tag("a")]);
        twice.extend(tag_manifest(vec![tag("a")]));
        assert_eq!(parse_tag_manifest(&twice), Err(TagManifestError::Order { line: 2 }));
    }

    #[test]
    fn the_line_to_blame_is_that_of_the_fault() {
        let good = String::from_utf8(tag_manifest(vec![tag("a"), tag("b")])).expect("text");
        for (bad, kind) in [("no digest\n", "Line"), ("  ../c\n", "Path"), ("  a\n", "Order")] {
            let line = if kind == "Line" { bad.to_owned() } else { format!("{}{bad}", "ab".repeat(32)) };
            let error = parse_tag_manifest(format!("{good}{line}").as_bytes()).expect_err("refused");
            assert_eq!((error.line(), format!("{error:?}")), (3, format!("{kind} {{ line: 3 }}")));
        }
    }

    #[test]
    fn bag_info_holds_what_list_and_seal_say() {
        let info = BagInfo { exhibit: "A1", date: "2026-11-23", bytes: 12, files: 3, ..BagInfo::default() };
        assert_eq!(info.to_text(), "External-Identifier: A1\nBagging-Date: 2026-11-23\nPayload-Oxum: 12.3\n");
    }
}
