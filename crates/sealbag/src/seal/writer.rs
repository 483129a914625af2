//! Writes the list and everything that grows with it, in the order of the list.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use sealbag_custody::seal_record::{ReadErrors, Totals};
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::entry::Entry;
use sealbag_manifest::layout::{CHUNKS, ENTRIES, MANIFEST, TagFile, push_manifest_line};
use sealbag_manifest::pipeline::Consumer;
use sealbag_manifest::source::{CopyError, Examined};
use sealbag_manifest::tree::{TreeBuilder, leaf_hash};
use sha2::{Digest, Sha256};

use super::journal::Journal;
use super::partial::Partial;
use super::{SealError, Trouble};
use crate::verify::list::count;

/// So many of the things that could not be read are named; all are counted.
const NAMED: usize = 100;
/// Names shorter than this stand in ordinary words too.
const TELLING_NAME: usize = 8;

/// A file of the bag with the digest of what was written to it.
struct HashedFile {
    name: &'static str,
    path: PathBuf,
    file: BufWriter<File>,
    sha256: Sha256,
}

impl HashedFile {
    fn create(partial: &Partial, name: &'static str) -> Result<Self, SealError> {
        let file = BufWriter::with_capacity(1 << 17, partial.create_file(name)?);
        Ok(Self { name, path: partial.at(name), file, sha256: Sha256::new() })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), SealError> {
        self.sha256.update(bytes);
        self.file.write_all(bytes).map_err(SealError::bag("cannot be written", &self.path))
    }

    fn finish(mut self) -> Result<TagFile, SealError> {
        self.file.flush().map_err(SealError::bag("cannot be written", &self.path))?;
        Ok(TagFile { path: self.name.to_owned(), sha256: Sha256Digest(self.sha256.finalize().into()) })
    }
}

/// What the list came to.
pub(super) struct Written {
    pub(super) size: u64,
    pub(super) root: Sha256Digest,
    pub(super) totals: Totals,
    pub(super) read_errors: Vec<ReadErrors>,
    pub(super) troubles: Vec<Trouble>,
    pub(super) troubled: u64,
    pub(super) touched_access_times: u64,
    pub(super) names_in_texts: Vec<String>,
    pub(super) reused: u64,
    pub(super) tags: Vec<TagFile>,
}

/// Takes the entries as they come from the workers.
pub(super) struct Writer<'a> {
    partial: &'a Partial,
    copies: bool,
    /// The texts of the seal, to warn of names in them.
    texts: String,
    entries: HashedFile,
    manifest: HashedFile,
    chunks: Option<HashedFile>,
    journal: Journal,
    tree: TreeBuilder,
    line: Vec<u8>,
    errors: BTreeMap<String, (u64, u64)>,
    written: Written,
}

impl<'a> Writer<'a> {
    pub(super) fn create(partial: &'a Partial, copies: bool, texts: String) -> Result<Self, SealError> {
        partial.remove(CHUNKS)?;
        Ok(Self {
            partial,
            copies,
            texts,
            entries: HashedFile::create(partial, ENTRIES)?,
            manifest: HashedFile::create(partial, MANIFEST)?,
            chunks: None,
            journal: Journal::begin(partial)?,
            tree: TreeBuilder::new(),
            line: Vec::new(),
            errors: BTreeMap::new(),
            written: Written {
                size: 0,
                root: Sha256Digest([0; 32]),
                totals: Totals::default(),
                read_errors: Vec::new(),
                troubles: Vec::new(),
                troubled: 0,
                touched_access_times: 0,
                names_in_texts: Vec::new(),
                reused: 0,
                tags: Vec::new(),
            },
        })
    }

    /// Ends the files.
    pub(super) fn finish(self) -> Result<Written, SealError> {
        let mut written = self.written;
        (written.size, written.root) = (self.tree.size(), self.tree.root());
        written.tags.push(self.entries.finish()?);
        written.tags.push(self.manifest.finish()?);
        if let Some(chunks) = self.chunks {
            written.tags.push(chunks.finish()?);
        }
        for (category, (entries, bytes)) in self.errors {
            let category = Text::new(category).expect("error names are plain words");
            written.read_errors.push(ReadErrors { category, entries, bytes });
        }
        Ok(written)
    }

    fn note_trouble(&mut self, entry: &Entry) {
        let Some(first) = entry.unreadable.first() else { return };
        let bytes: u64 = entry.unreadable.iter().map(|part| part.range.length).sum();
        let (entries, total) = self.errors.entry(first.errno.clone()).or_insert((0, 0));
        *entries += 1;
        *total = total.saturating_add(bytes);
        self.written.troubled += 1;
        if self.written.troubles.len() < NAMED {
            let why = match bytes {
                0 => first.errno.clone(),
                _ => format!("{}, {bytes} bytes, the first at {}", first.errno, first.range.offset),
            };
            self.written.troubles.push(Trouble { path: entry.path.shown(), why });
        }
    }

    fn note_name(&mut self, entry: &Entry) {
        let Ok(name) = std::str::from_utf8(entry.path.name()) else { return };
        let is_telling = entry.content.is_some() && name.chars().nth(TELLING_NAME - 1).is_some();
        if is_telling && self.texts.contains(name) && self.written.names_in_texts.len() < NAMED {
            self.written.names_in_texts.push(sealbag_manifest::path::shown(name.as_bytes()));
        }
    }
}

impl Consumer<Result<Examined, CopyError>> for Writer<'_> {
    type Error = SealError;

    fn arrived(&mut self, result: &Result<Examined, CopyError>) -> Result<(), SealError> {
        match result {
            Ok(examined) => self.journal.note(examined),
            Err(_) => Ok(()),
        }
    }

    fn in_order(&mut self, result: Result<Examined, CopyError>) -> Result<(), SealError> {
        let Examined { entry, groups, keeps_atime, is_reused, .. } = result?;
        self.line.clear();
        entry.write_line(&mut self.line);
        self.tree.push(leaf_hash(&self.line));
        self.line.push(b'\n');
        self.entries.write(&self.line)?;
        if let (true, Some(content), Some(stored)) = (self.copies, &entry.content, entry.stored_path()) {
            self.line.clear();
            push_manifest_line(&content.digests.sha256, stored, &mut self.line);
            self.manifest.write(&self.line)?;
        }
        if !groups.is_empty() {
            if self.chunks.is_none() {
                self.chunks = Some(HashedFile::create(self.partial, CHUNKS)?);
            }
            if let Some(chunks) = &mut self.chunks {
                groups.iter().try_for_each(|value| chunks.write(&value.0))?;
            }
        }
        count(&entry, &mut self.written.totals);
        self.note_trouble(&entry);
        self.note_name(&entry);
        self.written.touched_access_times += u64::from(!keeps_atime);
        self.written.reused += u64::from(is_reused);
        Ok(())
    }
}
