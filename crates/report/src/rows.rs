//! The rows of the sealed list, read again while a report is written, and held to the sealed root.

use std::collections::HashSet;
use std::io::{self, BufReader};

use sealbag::finding::{Code, Finding};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::entry::{Entry, Kind};
use sealbag_manifest::layout::ENTRIES;
use sealbag_manifest::list::{Line, ListReader};
use sealbag_manifest::store::{BagStore, OpenError, Stream};
use sealbag_manifest::tree::TreeBuilder;

/// Why the rows could not be written to their end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RowsError {
    /// The list cannot be opened.
    #[error("the sealed list {0}")]
    Open(#[from] OpenError),
    /// The list cannot be read.
    #[error("the sealed list cannot be read")]
    Read(#[from] io::Error),
    /// It is not the list that was verified.
    #[error("the sealed list changed between its verification and the report")]
    Changed,
}

/// One row, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// From 1.
    pub(crate) number: u64,
    /// The path, harmless.
    pub(crate) path: String,
    /// What it is, if no file.
    pub(crate) what: What,
    /// Bytes of a file.
    pub(crate) size: Option<u64>,
    /// Names of algorithms and values.
    pub(crate) digests: Vec<(&'static str, String)>,
    /// A finding names it.
    pub(crate) is_marked: bool,
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A file.
    File,
    /// A directory.
    Directory,
    /// A link, and where it leads; harmless.
    Link(String),
    /// Anything else.
    Special,
}

/// Reads the rows one by one.
pub(crate) struct Rows<'m> {
    reader: ListReader<BufReader<Stream>>,
    tree: TreeBuilder,
    root: Sha256Digest,
    marked: &'m Marked,
}

impl<'m> Rows<'m> {
    /// Begins with the first row; the list must have this root.
    ///
    /// # Errors
    /// The list cannot be opened.
    pub(crate) fn open(store: &dyn BagStore, root: Sha256Digest, marked: &'m Marked) -> Result<Self, RowsError> {
        let stream = BufReader::with_capacity(1 << 16, Stream::new(store.open(ENTRIES)?));
        Ok(Self { reader: ListReader::new(stream), tree: TreeBuilder::new(), root, marked })
    }

    /// The next row; `None` behind the last, if all of them were those that were sealed.
    ///
    /// # Errors
    /// The list cannot be read, or is another one.
    pub(crate) fn next(&mut self) -> Result<Option<Row>, RowsError> {
        match self.reader.read()? {
            Some((Line::Entry(entry), leaf)) => {
                self.tree.push(leaf);
                Ok(Some(self.row(&entry)))
            }
            Some((Line::Fault(_), _)) => Err(RowsError::Changed),
            None if self.tree.root() == self.root => Ok(None),
            None => Err(RowsError::Changed),
        }
    }

    fn row(&self, entry: &Entry) -> Row {
        let what = match entry.kind {
            Kind::File => What::File,
            Kind::Dir => What::Directory,
            Kind::Symlink => What::Link(sealbag_manifest::path::shown(entry.target.as_deref().unwrap_or_default())),
            _ => What::Special,
        };
        let mut digests = Vec::new();
        if let Some(content) = &entry.content {
            digests.push(("SHA-256", content.digests.sha256.to_hex()));
            digests.push(("BLAKE3", content.digests.blake3.to_hex()));
            digests.extend(content.extra.md5.map(|value| ("MD5", value.to_hex())));
            digests.extend(content.extra.sha1.map(|value| ("SHA-1", value.to_hex())));
            digests.extend(content.extra.sha512.map(|value| ("SHA-512", value.to_hex())));
        }
        Row {
            number: self.reader.number(),
            path: entry.path.shown(),
            what,
            size: entry.content.as_ref().map(|content| content.size),
            digests,
            is_marked: self.marked.names(entry),
        }
    }
}

/// The places of files that findings name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marked(HashSet<String>);

impl Marked {
    /// Those of the findings of a verdict.
    pub(crate) fn of(findings: &[Finding]) -> Self {
        let of_files = findings.iter().filter(|finding| {
            use Code as C;
            matches!(
                finding.code,
                C::FileChanged
                    | C::FileMissing
                    | C::FileNotRegular
                    | C::FileKind
                    | C::FileUnreadable
                    | C::SealedUnreadable
            )
        });
        Self(of_files.map(|finding| finding.place.clone()).collect())
    }

    fn names(&self, entry: &Entry) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let path = entry.path.shown();
        let place = match &entry.stored {
            Some(stored) => format!("data/{stored} ({path})"),
            None => format!("data/{path}"),
        };
        self.0.contains(&place) || self.0.contains(&path)
    }
}
