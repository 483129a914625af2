//! Writes the sealed list and what is a function of it: the manifest, the chunk values, the tree.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use sealbag_custody::seal_record::{SealRecord, Totals};
use sealbag_manifest::chunks::GroupValue;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::entry::Entry;
use sealbag_manifest::layout::{CHUNKS, ENTRIES, MANIFEST, TagFile, push_manifest_line};
use sealbag_manifest::list::WrittenLine;
use sealbag_manifest::tree::TreeBuilder;
use sha2::{Digest, Sha256};

use super::partial::Partial;
use super::telling::TellingNames;
use super::{SealError, draft};
use crate::verify::list::count;

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
pub(crate) struct WrittenList {
    /// Number of lines.
    pub(crate) size: u64,
    /// Root of the tree over them.
    pub(crate) root: Sha256Digest,
    /// Counts over them.
    pub(crate) totals: Totals,
    /// The files that were written.
    pub(crate) tags: Vec<TagFile>,
    /// Names of sealed files that stand in the texts of the seal.
    pub(crate) names_in_texts: Vec<String>,
}

/// Takes the entries in the order of the list.
pub(crate) struct ListWriter<'a> {
    partial: &'a Partial,
    copies: bool,
    entries: HashedFile,
    manifest: HashedFile,
    chunks: Option<HashedFile>,
    tree: TreeBuilder,
    totals: Totals,
    names: TellingNames,
    line: Vec<u8>,
}

impl<'a> ListWriter<'a> {
    /// Begins the files anew.
    pub(crate) fn create(partial: &'a Partial, draft: &SealRecord) -> Result<Self, SealError> {
        partial.remove(CHUNKS)?;
        Ok(Self {
            partial,
            copies: draft::copies(draft),
            entries: HashedFile::create(partial, ENTRIES)?,
            manifest: HashedFile::create(partial, MANIFEST)?,
            chunks: None,
            tree: TreeBuilder::new(),
            totals: Totals::default(),
            names: TellingNames::of(&draft.statement),
            line: Vec::new(),
        })
    }

    /// Writes the next entry, with the chunk values of a large file.
    pub(crate) fn push(&mut self, entry: &Entry, line: &WrittenLine, groups: &[GroupValue]) -> Result<(), SealError> {
        self.tree.push(line.leaf());
        self.entries.write(line.bytes())?;
        if let (true, Some(content), Some(stored)) = (self.copies, &entry.content, entry.stored_path()) {
            self.line.clear();
            push_manifest_line(&content.digests.sha256, stored, &mut self.line);
            self.manifest.write(&self.line)?;
        }
        if !groups.is_empty() {
            let chunks = match &mut self.chunks {
                Some(chunks) => chunks,
                None => self.chunks.insert(HashedFile::create(self.partial, CHUNKS)?),
            };
            groups.iter().try_for_each(|value| chunks.write(&value.0))?;
        }
        count(entry, &mut self.totals);
        self.names.look_for(entry);
        Ok(())
    }

    /// Ends the files.
    pub(crate) fn finish(self) -> Result<WrittenList, SealError> {
        let mut tags = vec![self.entries.finish()?, self.manifest.finish()?];
        if let Some(chunks) = self.chunks {
            tags.push(chunks.finish()?);
        }
        Ok(WrittenList {
            size: self.tree.size(),
            root: self.tree.root(),
            totals: self.totals,
            tags,
            names_in_texts: self.names.into_found(),
        })
    }
}
