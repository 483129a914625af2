//! Takes what the workers learnt: into the journal as it comes, into the list in its order.

use std::collections::BTreeMap;

use sealbag_custody::seal_record::{ReadErrors, SealRecord};
use sealbag_custody::text::Text;
use sealbag_manifest::entry::Entry;
use sealbag_manifest::list::WrittenLine;
use sealbag_manifest::pipeline::Consumer;
use sealbag_manifest::source::{CopyError, Examined};

use crate::damage::Damage;

use super::image::{DiskImage, Outcome};
use super::journal::Journal;
use super::list_writer::{ListWriter, WrittenList};
use super::partial::Partial;
use super::{SealError, Trouble};

/// So many of the things that could not be read are named; all are counted.
const NAMED: usize = 100;
/// So many disk images are told of; the list has them all.
const MAX_IMAGES: usize = 10_000;

/// One thing that a worker is done with.
pub(super) struct Looked {
    pub(super) examined: Box<Examined>,
    pub(super) line: WrittenLine,
    pub(super) image: Outcome,
}

/// What reading the source came to.
pub(super) struct Written {
    pub(super) list: WrittenList,
    pub(super) read_errors: Vec<ReadErrors>,
    pub(super) troubles: Vec<Trouble>,
    pub(super) troubled: u64,
    pub(super) touched_access_times: u64,
    pub(super) reused: u64,
    pub(super) images: Vec<DiskImage>,
    /// Files at which a disk image was found not to hold.
    pub(super) images_in_doubt: u64,
    pub(super) image_troubles: Vec<Trouble>,
}

/// Takes the entries as they come from the workers.
pub(super) struct Writer<'a> {
    list: ListWriter<'a>,
    journal: Journal,
    /// Entries and bytes that could not be read, by the name of the error.
    errors: BTreeMap<String, (u64, u64)>,
    troubles: Vec<Trouble>,
    troubled: u64,
    touched_access_times: u64,
    reused: u64,
    images: Vec<DiskImage>,
    images_in_doubt: u64,
    image_troubles: Vec<Trouble>,
}

impl<'a> Writer<'a> {
    pub(super) fn create(partial: &'a Partial, draft: &SealRecord) -> Result<Self, SealError> {
        Ok(Self {
            list: ListWriter::create(partial, draft)?,
            journal: Journal::begin(partial)?,
            errors: BTreeMap::new(),
            troubles: Vec::new(),
            troubled: 0,
            touched_access_times: 0,
            reused: 0,
            images: Vec::new(),
            images_in_doubt: 0,
            image_troubles: Vec::new(),
        })
    }

    /// Ends the files.
    pub(super) fn finish(mut self) -> Result<Written, SealError> {
        self.journal.write()?;
        let errors = self.errors.into_iter().map(|(category, (entries, bytes))| {
            let category = Text::new(category).expect("error names are plain words");
            ReadErrors { category, entries, bytes }
        });
        Ok(Written {
            list: self.list.finish()?,
            read_errors: errors.collect(),
            troubles: self.troubles,
            troubled: self.troubled,
            touched_access_times: self.touched_access_times,
            reused: self.reused,
            images: self.images,
            images_in_doubt: self.images_in_doubt,
            image_troubles: self.image_troubles,
        })
    }

    fn note_trouble(&mut self, entry: &Entry) {
        let Some(first) = entry.unreadable.first() else { return };
        let bytes: u64 = entry.unreadable.iter().map(|part| part.range.length).sum();
        let (entries, total) = self.errors.entry(first.errno.clone()).or_insert((0, 0));
        *entries += 1;
        *total = total.saturating_add(bytes);
        self.troubled += 1;
        if self.troubles.len() < NAMED {
            let why = match bytes {
                0 => first.errno.clone(),
                _ => format!("{}, {bytes} bytes, the first at {}", first.errno, first.range.offset),
            };
            self.troubles.push(Trouble { path: entry.path.shown(), why, damage: Damage::of(entry).map(Box::new) });
        }
    }
}

impl Writer<'_> {
    fn note_image(&mut self, outcome: Outcome) {
        // The segments on both sides of a gap name the same one as missing.
        let named = |trouble: &Trouble| self.image_troubles.contains(trouble);
        let further: Vec<_> = outcome.troubles.into_iter().filter(|trouble| !named(trouble)).collect();
        self.images_in_doubt += u64::from(!further.is_empty());
        let room = NAMED.saturating_sub(self.image_troubles.len());
        self.image_troubles.extend(further.into_iter().take(room));
        self.images.extend(outcome.image.into_iter().take(MAX_IMAGES.saturating_sub(self.images.len())));
    }
}

impl Consumer<Result<Looked, CopyError>> for Writer<'_> {
    type Error = SealError;

    fn arrived(&mut self, result: &Result<Looked, CopyError>) -> Result<(), SealError> {
        match result {
            Ok(Looked { examined, line, image }) => self.journal.note(examined, line, image.state.as_ref()),
            Err(_) => Ok(()),
        }
    }

    fn in_order(&mut self, result: Result<Looked, CopyError>) -> Result<(), SealError> {
        let Looked { examined, line, image } = result?;
        let Examined { entry, groups, keeps_atime, is_reused, .. } = *examined;
        self.list.push(&entry, &line, &groups)?;
        self.note_trouble(&entry);
        self.note_image(image);
        self.touched_access_times += u64::from(!keeps_atime);
        self.reused += u64::from(is_reused);
        Ok(())
    }
}
