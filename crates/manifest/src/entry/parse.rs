//! Reading an entry: strict, and only what the emitter would have written.

mod scan;
mod values;

use std::borrow::Cow;

use serde::Deserialize;
use thiserror::Error;

use self::scan::scan;
use self::values::{bytes16, declared, holes, mode, optional, text_or_hex, time, unreadable, xattrs};
use super::{Content, ContentDigests, Entry, ExtraDigests, Kind, MAX_LINE, Metadata};
use crate::digest::{Blake3Digest, Md5Digest, Sha1Digest, Sha256Digest, Sha512Digest};
use crate::path::EvidencePath;
use crate::stored;

const MAX_INTEGER: u64 = i64::MAX as u64;

/// Why a line is not an entry.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum EntryError {
    /// Longer than [`MAX_LINE`].
    #[error("the line has more than {MAX_LINE} bytes")]
    TooLong,
    /// Not JSON of this shape: unknown, duplicate or missing key, wrong type.
    #[error("not an entry: {0}")]
    Shape(String),
    /// A value that the key does not allow.
    #[error("the value of `{0}` is not allowed")]
    Value(&'static str),
    /// A key that this kind must have is absent, or one that it may not have is there.
    #[error("an entry of kind {kind} {must} have the key `{key}`")]
    Key {
        /// The word of the kind.
        kind: &'static str,
        /// `must` or `must not`.
        must: &'static str,
        /// The key.
        key: &'static str,
    },
    /// The path could be read in more than one way, or leads outside.
    #[error("the path is not allowed: {0}")]
    Path(#[from] crate::path::PathError),
    /// The stored name is unsafe or is not that of the path.
    #[error("the stored name is not allowed: {0}")]
    Stored(#[from] stored::StoredError),
    /// The same value can be written in one way only, and this is another one.
    #[error("not the canonical encoding (first difference at byte {at})")]
    NotCanonical {
        /// Offset in the line.
        at: usize,
    },
}

type Text<'a> = Cow<'a, str>;

/// The members of a line, their values not looked at yet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw<'a> {
    #[serde(borrow)]
    path: Option<Text<'a>>,
    #[serde(borrow)]
    path_hex: Option<Text<'a>>,
    stored: Option<String>,
    #[serde(borrow)]
    kind: Text<'a>,
    size: Option<u64>,
    #[serde(borrow)]
    sha256: Option<Text<'a>>,
    #[serde(borrow)]
    blake3: Option<Text<'a>>,
    #[serde(borrow)]
    md5: Option<Text<'a>>,
    #[serde(borrow)]
    sha1: Option<Text<'a>>,
    #[serde(borrow)]
    sha512: Option<Text<'a>>,
    declared: Option<Vec<RawDeclared>>,
    #[serde(borrow)]
    mtime: Option<Text<'a>>,
    #[serde(borrow)]
    atime: Option<Text<'a>>,
    #[serde(borrow)]
    ctime: Option<Text<'a>>,
    #[serde(borrow)]
    btime: Option<Text<'a>>,
    #[serde(borrow)]
    mode: Option<Text<'a>>,
    uid: Option<u32>,
    gid: Option<u32>,
    device: Option<(u32, u32)>,
    #[serde(borrow)]
    target: Option<Text<'a>>,
    #[serde(borrow)]
    target_hex: Option<Text<'a>>,
    #[serde(borrow)]
    link_group: Option<Text<'a>>,
    xattrs: Option<Vec<RawXattr>>,
    holes: Option<Vec<RawRange>>,
    unreadable: Option<Vec<RawUnreadable>>,
    #[serde(borrow)]
    salt: Text<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDeclared {
    alg: String,
    value: String,
    by: String,
    checked: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawXattr {
    name: Option<String>,
    name_hex: Option<String>,
    sha256: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRange {
    offset: u64,
    length: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawUnreadable {
    offset: u64,
    length: u64,
    errno: String,
}

impl Entry {
    /// Reads one line without its LF.
    pub fn parse_line(line: &[u8]) -> Result<Self, EntryError> {
        if line.len() > MAX_LINE {
            return Err(EntryError::TooLong);
        }
        if let Some(Ok(entry)) = scan(line).map(Raw::into_entry) {
            return Ok(entry);
        }
        Self::parse_any_line(line)
    }

    /// The same by way of JSON and the emitter, for any line.
    fn parse_any_line(line: &[u8]) -> Result<Self, EntryError> {
        let raw: Raw<'_> = serde_json::from_slice(line).map_err(|error| EntryError::Shape(clipped(&error)))?;
        let entry = raw.into_entry()?;
        let canonical = entry.to_line();
        if canonical != line {
            let at = canonical.iter().zip(line).take_while(|(a, b)| a == b).count();
            return Err(EntryError::NotCanonical { at });
        }
        Ok(entry)
    }
}

impl Raw<'_> {
    fn into_entry(self) -> Result<Entry, EntryError> {
        let kind = Kind::from_word(&self.kind).ok_or(EntryError::Value("kind"))?;
        let path = EvidencePath::new(
            text_or_hex(self.path.as_deref(), self.path_hex.as_deref(), "path")?
                .ok_or_else(|| EntryError::Shape("neither `path` nor `path_hex` is there".to_owned()))?,
        )?;
        let only = |key: &'static str, present: bool, allowed: bool| match present && !allowed {
            true => Err(EntryError::Key { kind: kind.word(), must: "must not", key }),
            false => Ok(()),
        };
        let is_file = kind == Kind::File;
        only("stored", self.stored.is_some(), is_file)?;
        only("size", self.size.is_some(), is_file)?;
        only("sha256", self.sha256.is_some(), is_file)?;
        only("blake3", self.blake3.is_some(), is_file)?;
        only("md5", self.md5.is_some(), is_file)?;
        only("sha1", self.sha1.is_some(), is_file)?;
        only("sha512", self.sha512.is_some(), is_file)?;
        only("declared", self.declared.is_some(), is_file)?;
        only("holes", self.holes.is_some(), is_file)?;
        only("target", self.target.is_some() || self.target_hex.is_some(), kind == Kind::Symlink)?;
        only("link_group", self.link_group.is_some(), kind != Kind::Dir)?;
        only("device", self.device.is_some(), matches!(kind, Kind::Block | Kind::Char))?;

        if is_file {
            let text = path.text();
            match (&self.stored, text) {
                (Some(stored), _) if Some(stored.as_str()) == text => return Err(EntryError::Value("stored")),
                (Some(stored), _) => stored::check_stored(stored, &path)?,
                (None, Some(text)) => stored::check_stored(text, &path)?,
                (None, None) => {
                    return Err(EntryError::Key { kind: kind.word(), must: "must", key: "stored" });
                }
            }
        }
        let content = if is_file { Some(self.content()?) } else { None };
        let size = content.as_ref().map_or(0, |content| content.size);
        let target = text_or_hex(self.target.as_deref(), self.target_hex.as_deref(), "target")?;
        match &target {
            None if kind == Kind::Symlink => {
                return Err(EntryError::Key { kind: kind.word(), must: "must", key: "target" });
            }
            // No file system can hold such a link.
            Some(target) if target.is_empty() || target.contains(&0) => return Err(EntryError::Value("target")),
            _ => {}
        }
        Ok(Entry {
            stored: self.stored,
            kind,
            content,
            declared: declared(self.declared.unwrap_or_default())?,
            metadata: Metadata {
                mtime: time(self.mtime, "mtime")?,
                atime: time(self.atime, "atime")?,
                ctime: time(self.ctime, "ctime")?,
                btime: time(self.btime, "btime")?,
                mode: self.mode.map(|text| mode(&text)).transpose()?,
                uid: self.uid,
                gid: self.gid,
                device: self.device,
            },
            target,
            link_group: self.link_group.map(|text| bytes16(&text, "link_group")).transpose()?,
            xattrs: xattrs(self.xattrs.unwrap_or_default())?,
            holes: holes(self.holes.unwrap_or_default(), size)?,
            unreadable: unreadable(self.unreadable.unwrap_or_default(), size)?,
            salt: bytes16(&self.salt, "salt")?,
            path,
        })
    }

    fn content(&self) -> Result<Content, EntryError> {
        let missing = |key| EntryError::Key { kind: "file", must: "must", key };
        let size = self.size.ok_or(missing("size"))?;
        if size > MAX_INTEGER {
            return Err(EntryError::Value("size"));
        }
        let sha256 = self.sha256.as_deref().ok_or(missing("sha256"))?;
        let blake3 = self.blake3.as_deref().ok_or(missing("blake3"))?;
        let extra = ExtraDigests {
            md5: optional(&self.md5, Md5Digest::from_hex, "md5")?,
            sha1: optional(&self.sha1, Sha1Digest::from_hex, "sha1")?,
            sha512: optional(&self.sha512, Sha512Digest::from_hex, "sha512")?,
        };
        Ok(Content {
            size,
            digests: ContentDigests {
                sha256: Sha256Digest::from_hex(sha256).ok_or(EntryError::Value("sha256"))?,
                blake3: Blake3Digest::from_hex(blake3).ok_or(EntryError::Value("blake3"))?,
            },
            extra,
        })
    }
}

/// The message quotes what it met, which may be as long as the line.
fn clipped(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
