//! Opening: the end, the directory, every header before the bytes. Each byte of the file is accounted for.

use std::ops::Range;
use std::sync::{Arc, Mutex};

use super::super::directory::{Entry, EntryKind, Records};
use super::super::end::End;
use super::super::error::{Fault, PackedError};
use super::super::record::{LOCAL, LOCAL_LEN, local_len};
use super::super::{is_archive, name};
use super::PackedStore;
use crate::path::shown;
use crate::store::BagFile;

/// Bytes of the directory between two places that are remembered.
const BLOCK: u64 = 16 << 10;

pub(super) fn open(file: Arc<dyn BagFile>) -> Result<PackedStore, PackedError> {
    let mut mark = [0; 4];
    let count = file.read_full_at(&mut mark, 0)?;
    if count != mark.len() || !is_archive(&mark) {
        return Err(PackedError::Beginning);
    }
    let end = End::read(&*file)?;
    let directory = end.directory_at..end.directory_end;
    let checked = check(&*file, directory.clone(), end.count)?;
    let Checked { root, areas, blocks } = checked;
    Ok(PackedStore { file, root, count: end.count, directory, areas, blocks, recent: Mutex::default() })
}

struct Checked {
    root: String,
    areas: [u64; 4],
    blocks: Vec<u64>,
}

fn check(file: &dyn BagFile, directory: Range<u64>, said: u64) -> Result<Checked, PackedError> {
    let mut records = Records::new(file, directory.start, directory.end);
    let mut headers = Headers { file, buffer: Vec::new(), at: 0 };
    let mut root: Option<String> = None;
    let mut before: Option<Entry> = None;
    let mut areas = [directory.start; 4];
    let mut blocks: Vec<u64> = Vec::new();
    let (mut expected, mut found, mut rank) = (0_u64, 0_u64, 0);
    loop {
        let at = records.at();
        let Some((found_root, entry)) = records.next(root.as_deref())? else { break };
        let root = root.get_or_insert(found_root);
        let name = entry.name(root);
        let wrong = |fault| PackedError::Entry { name: shown(name.as_bytes()), fault };
        follows(before.as_ref(), &entry).map_err(wrong)?;
        let next = entry
            .header_at
            .checked_add(local_len(&name, entry.size))
            .and_then(|data_at| data_at.checked_add(entry.size))
            .filter(|&next| next <= directory.start);
        let place = entry.header_at;
        match (place.cmp(&expected), next) {
            (std::cmp::Ordering::Greater, _) => return Err(wrong(Fault::Gap { at: place, expected })),
            (std::cmp::Ordering::Less, _) | (_, None) => return Err(wrong(Fault::Overlap { at: place, expected })),
            (_, Some(next)) => expected = next,
        }
        headers.compare(&entry, root).map_err(|why| match why {
            Differs::Io(error) => error.into(),
            Differs::In(what) => wrong(Fault::Headers { what }),
        })?;
        found += 1;
        if found > said {
            return Err(PackedError::Count { said, found });
        }
        let own = name::rank(name::area(&entry.path, entry.kind));
        while rank < own {
            rank += 1;
            areas[rank] = at;
        }
        if blocks.last().is_none_or(|last| at - last >= BLOCK) {
            blocks.push(at);
        }
        before = Some(entry);
    }
    if found != said {
        return Err(PackedError::Count { said, found });
    }
    if expected != directory.start {
        return Err(PackedError::Directory { at: expected });
    }
    areas[rank + 1..].fill(directory.end);
    Ok(Checked { root: root.unwrap_or_default(), areas, blocks })
}

/// Whether an entry may stand behind another one.
fn follows(before: Option<&Entry>, entry: &Entry) -> Result<(), Fault> {
    let Some(before) = before else { return Ok(()) };
    if before.path == entry.path {
        return Err(Fault::Twice);
    }
    if name::order((&before.path, before.kind), (&entry.path, entry.kind)).is_ge() {
        return Err(Fault::Order);
    }
    if name::is_below(&entry.path, &before.path) {
        return Err(Fault::Below { above: shown(before.path.as_bytes()) });
    }
    Ok(())
}

enum Differs {
    Io(std::io::Error),
    In(&'static str),
}

impl From<std::io::Error> for Differs {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

/// The headers before the bytes, read by blocks where files are small.
struct Headers<'a> {
    file: &'a dyn BagFile,
    buffer: Vec<u8>,
    /// Where the buffer stands in the file.
    at: u64,
}

impl Headers<'_> {
    const BLOCK: usize = 1 << 15;

    fn compare(&mut self, entry: &Entry, root: &str) -> Result<(), Differs> {
        let expected = entry.local_header(root);
        let found = self.read(entry.header_at, expected.len())?;
        if found == expected {
            return Ok(());
        }
        Err(Differs::In(what_differs(found, &expected, entry.kind)))
    }

    /// Bytes at a place not before the last one; fewer at the end of the file.
    fn read(&mut self, at: u64, length: usize) -> std::io::Result<&[u8]> {
        let is_held = at >= self.at && at + length as u64 <= self.at + self.buffer.len() as u64;
        if !is_held {
            // Behind a large file the next header is probably far away too.
            let is_near = at <= self.at + (self.buffer.len() + Self::BLOCK) as u64;
            self.buffer.resize(if is_near { Self::BLOCK.max(length) } else { length }, 0);
            let count = self.file.read_full_at(&mut self.buffer, at)?;
            self.buffer.truncate(count);
            self.at = at;
        }
        let start = (at - self.at) as usize;
        Ok(&self.buffer[start..(start + length).min(self.buffer.len())])
    }
}

/// The first field that differs, by its place in the header.
fn what_differs(found: &[u8], expected: &[u8], kind: EntryKind) -> &'static str {
    let fields = [
        (0..4, "there is no header"),
        (6..8, "flags"),
        (8..10, "method"),
        (26..28, "length of the name"),
        (18..26, "size"),
        (14..18, "CRC-32"),
        (28..30, "extra field"),
        (10..14, "time"),
        (4..6, "version"),
    ];
    if found.len() < LOCAL_LEN || found[..4] != LOCAL.to_le_bytes() {
        return "there is no header";
    }
    for (range, what) in fields {
        if found[range.clone()] != expected[range] {
            return what;
        }
    }
    let name_end = LOCAL_LEN + usize::from(u16::from_le_bytes([expected[26], expected[27]]));
    match found.get(..name_end) == expected.get(..name_end) {
        true if kind == EntryKind::File => "size",
        _ => "name",
    }
}
