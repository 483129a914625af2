//! The names in one directory, in order, however many there are: as many at a time as a limit lets, the first ones.
//!
//! A directory tells its names in an order of its own. To have them sorted without keeping them all, it is read once for
//! each window of its order, and nothing is written anywhere.

use std::os::fd::AsFd;

use rustix::fs::{FileType, RawDir, SeekFrom};
use rustix::io::Errno;

/// What a name weighs besides its bytes: its slot, and what the walk of a source keeps of it to find twins.
const NAME_WEIGHT: usize = 56;

/// What the windows on the way down may weigh together before the outer ones are cut short.
pub(crate) const WINDOW: usize = 96 << 20;

/// Names that an outer window keeps when it is cut short, so that coming back does not mean reading the directory again at once.
const KEPT: usize = 64;

/// The next names of a directory, sorted by bytes, in one block of memory.
#[derive(Default)]
pub(crate) struct Listing {
    bytes: Vec<u8>,
    index: Vec<Slot>,
    /// Whether the directory has names behind these.
    has_more: bool,
    /// Whether the directory had names before these.
    goes_on: bool,
}

#[derive(Clone, Copy)]
struct Slot {
    start: u64,
    length: u16,
    kind: FileType,
}

impl Listing {
    /// Reads the names that come after a given one, but for `.` and `..`: all, or the first of them, of no more than about `limit` bytes
    /// and no less than half of it. After an error the names read so far are kept, and the error is returned beside them.
    pub(crate) fn read(dir: impl AsFd, after: Option<&[u8]>, limit: usize) -> (Self, Result<(), Errno>) {
        let mut found = Self { goes_on: after.is_some(), ..Self::default() };
        let outcome = found.fill(dir, after, limit);
        found.sort();
        (found, outcome)
    }

    fn fill(&mut self, dir: impl AsFd, after: Option<&[u8]>, limit: usize) -> Result<(), Errno> {
        // Greater than every name that is held, once some were let go.
        let mut bound: Option<Vec<u8>> = None;
        visit(dir, |name, kind| {
            if after.is_some_and(|after| name <= after) || bound.as_deref().is_some_and(|bound| name >= bound) {
                return Ok(());
            }
            let length = u16::try_from(name.len()).map_err(|_| Errno::NAMETOOLONG)?;
            self.index.push(Slot { start: self.bytes.len() as u64, length, kind });
            self.bytes.extend_from_slice(name);
            if self.weight() > limit && self.index.len() > 1 {
                self.sort();
                bound = self.keep(self.index.len() / 2).or(bound.take());
            }
            Ok(())
        })
    }

    fn sort(&mut self) {
        let Self { bytes, index, .. } = self;
        index.sort_unstable_by(|a, b| slice(bytes, a).cmp(slice(bytes, b)));
        // A directory that changes while it is read can tell a name twice.
        index.dedup_by(|a, b| slice(bytes, a) == slice(bytes, b));
    }

    /// Lets go of all but the first `count` names, at least one; returns the first that went.
    fn keep(&mut self, count: usize) -> Option<Vec<u8>> {
        let first = self.index.get(count.max(1)).map(|slot| slice(&self.bytes, slot).to_vec())?;
        self.index.truncate(count.max(1));
        let mut bytes = Vec::with_capacity(self.bytes.len() / 2);
        for slot in &mut self.index {
            let start = bytes.len() as u64;
            bytes.extend_from_slice(slice(&self.bytes, slot));
            slot.start = start;
        }
        self.bytes = bytes;
        self.has_more = true;
        Some(first)
    }

    /// Lets go of the names from a few behind `next` on; the directory will be read again for them.
    pub(crate) fn cut_short(&mut self, next: usize) {
        if next + KEPT < self.index.len() {
            self.keep(next + KEPT);
            self.index.shrink_to_fit();
            self.bytes.shrink_to_fit();
        }
    }

    /// Bytes of memory, about.
    pub(crate) fn weight(&self) -> usize {
        self.bytes.len() + self.index.len() * NAME_WEIGHT
    }

    /// Number of names.
    pub(crate) fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether the directory has names behind these.
    pub(crate) fn has_more(&self) -> bool {
        self.has_more
    }

    /// Whether the directory has names before or behind these.
    pub(crate) fn is_part(&self) -> bool {
        self.has_more || self.goes_on
    }

    /// The name at a place in the order.
    pub(crate) fn name(&self, at: usize) -> &[u8] {
        slice(&self.bytes, &self.index[at])
    }

    /// What the directory says the name is; may be unknown.
    pub(crate) fn kind(&self, at: usize) -> FileType {
        self.index[at].kind
    }

    /// All names, in order.
    pub(crate) fn all(&self) -> Vec<&[u8]> {
        self.index.iter().map(|slot| slice(&self.bytes, slot)).collect()
    }
}

/// Visits every name of a directory but `.` and `..`, in the directory's own order, from its beginning.
///
/// # Errors
/// The directory cannot be read further, or the visitor's own.
pub(crate) fn visit(
    dir: impl AsFd,
    mut visitor: impl FnMut(&[u8], FileType) -> Result<(), Errno>,
) -> Result<(), Errno> {
    rustix::fs::seek(&dir, SeekFrom::Start(0))?;
    let mut buffer = Vec::with_capacity(1 << 16);
    let mut entries = RawDir::new(dir, buffer.spare_capacity_mut());
    while let Some(entry) = entries.next() {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if !matches!(name, b"." | b"..") {
            visitor(name, entry.file_type())?;
        }
    }
    Ok(())
}

fn slice<'a>(bytes: &'a [u8], slot: &Slot) -> &'a [u8] {
    &bytes[slot.start as usize..slot.start as usize + usize::from(slot.length)]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs::{File, create_dir};

    use super::*;

    /// A directory of names of many lengths, and the names.
    fn crowd(count: u32) -> (tempfile::TempDir, BTreeSet<Vec<u8>>) {
        let folder = tempfile::tempdir().expect("folder");
        let mut names = BTreeSet::new();
        for number in 0..count {
            let digest = blake3::hash(&number.to_le_bytes()).to_hex();
            let name = &digest[..1 + number as usize % 60];
            if names.insert(name.as_bytes().to_vec()) {
                match number % 7 {
                    0 => create_dir(folder.path().join(name)).expect("directory"),
                    _ => _ = File::create(folder.path().join(name)).expect("file"),
                }
            }
        }
        (folder, names)
    }

    #[test]
    fn windows_of_every_size_give_all_names_once_and_in_order() {
        let (folder, names) = crowd(2000);
        let dir = File::open(folder.path()).expect("open");
        for limit in [0, 1, 60, 500, 5_000, 50_000, 99_999, WINDOW] {
            let (mut met, mut windows, mut last) = (Vec::new(), 0, None::<Vec<u8>>);
            loop {
                let (window, outcome) = Listing::read(&dir, last.as_deref(), limit);
                outcome.expect("read");
                assert!(window.len() == 1 || window.weight() <= limit, "{limit}: {}", window.weight());
                met.extend(window.all().into_iter().map(<[u8]>::to_vec));
                windows += 1;
                last = met.last().cloned();
                if !window.has_more() {
                    break;
                }
            }
            assert!(met.iter().eq(&names), "{limit}");
            assert_eq!(windows == 1, limit == WINDOW, "{limit}: {windows}");
        }
    }

    #[test]
    fn window_cut_short_keeps_what_comes_next_and_says_that_there_is_more() {
        let (folder, names) = crowd(500);
        let dir = File::open(folder.path()).expect("open");
        let (mut window, _) = Listing::read(&dir, None, WINDOW);
        let before = window.weight();
        window.cut_short(100);
        assert!(window.has_more() && window.len() == 164 && window.weight() < before / 2);
        assert!(window.all().into_iter().eq(names.iter().take(164).map(Vec::as_slice)));
        let (rest, _) = Listing::read(&dir, Some(window.name(163)), WINDOW);
        assert!(!rest.has_more() && rest.all().into_iter().eq(names.iter().skip(164).map(Vec::as_slice)));
        let (mut short, _) = Listing::read(&dir, None, WINDOW);
        short.cut_short(names.len() - 10);
        assert!(!short.has_more() && short.len() == names.len());
    }

    #[test]
    fn empty_directory_has_one_empty_window() {
        let folder = tempfile::tempdir().expect("folder");
        let (window, outcome) = Listing::read(File::open(folder.path()).expect("open"), None, 0);
        assert!(outcome.is_ok() && window.len() == 0 && !window.has_more());
    }
}
