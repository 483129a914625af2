//! A segment as a chain of sections: header, descriptors, their checksums and bounds.

use std::io;

use crate::{Fault, SIGNATURE, SIGNATURE_2, Segment};

/// Bytes of the file header.
const FILE_HEADER: usize = 13;
/// Bytes of a section descriptor; the content of the section follows.
pub(crate) const DESCRIPTOR: u64 = 76;
/// More sections than the largest segment has.
const MAX_SECTIONS: u32 = 1 << 20;

/// What a section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text about the acquisition, deflated.
    Header,
    /// The media, in the first segment.
    Volume,
    /// The media again, in the further segments.
    Data,
    /// Chunks.
    Sectors,
    /// Where the chunks are; without `Sectors` before it, the chunks too.
    Table,
    /// The same table again.
    TableCopy,
    /// An MD5.
    Hash,
    /// An MD5 and a SHA-1.
    Digest,
    /// Digests as XML, deflated.
    XmlHash,
    /// The set goes on in the next file.
    Next,
    /// The set ends here.
    Done,
    /// Anything else; not looked into.
    Other,
}

impl Kind {
    const ALL: [(Kind, &'static str); 14] = [
        (Kind::Header, "header"),
        (Kind::Header, "header2"),
        (Kind::Header, "xheader"),
        (Kind::Volume, "volume"),
        (Kind::Volume, "disk"),
        (Kind::Data, "data"),
        (Kind::Sectors, "sectors"),
        (Kind::Table, "table"),
        (Kind::TableCopy, "table2"),
        (Kind::Hash, "hash"),
        (Kind::Digest, "digest"),
        (Kind::XmlHash, "xhash"),
        (Kind::Next, "next"),
        (Kind::Done, "done"),
    ];

    fn of(word: &[u8]) -> (Self, &'static str) {
        let known = Self::ALL.iter().find(|(_, known)| known.as_bytes() == word);
        known.copied().unwrap_or((Kind::Other, "unknown"))
    }
}

/// One section; it lies inside its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Section {
    pub(crate) kind: Kind,
    pub(crate) name: &'static str,
    /// Where its descriptor begins.
    pub(crate) at: u64,
    /// The byte behind it.
    pub(crate) end: u64,
}

impl Section {
    /// Where its content begins.
    pub(crate) fn content(&self) -> u64 {
        self.at + DESCRIPTOR
    }

    /// Bytes of its content.
    pub(crate) fn content_len(&self) -> u64 {
        self.end.saturating_sub(self.content())
    }

    /// That something is wrong with it.
    pub(crate) fn fault(&self, what: &'static str) -> Fault {
        Fault::Section { section: self.name, at: self.at, what }
    }

    /// Reads its content, or the first `limit` bytes of it.
    pub(crate) fn read(&self, segment: &impl Segment, limit: usize) -> Result<Vec<u8>, Fault> {
        let length = usize::try_from(self.content_len()).unwrap_or(usize::MAX).min(limit);
        let mut content = vec![0; length];
        read_exact(segment, &mut content, self.content())?;
        Ok(content)
    }
}

/// Checks the file header; gives the number of the segment.
pub(crate) fn number(segment: &impl Segment) -> Result<u32, Fault> {
    let mut header = [0; FILE_HEADER];
    let count = read(segment, &mut header, 0)?;
    if count >= 8 && header[..8] == SIGNATURE_2 {
        return Err(Fault::SecondVersion);
    }
    if count < 8 || header[..8] != SIGNATURE {
        return Err(Fault::Signature);
    }
    if count < FILE_HEADER {
        return Err(Fault::Truncated { stated: FILE_HEADER as u64, found: count as u64 });
    }
    Ok(u32::from(u16::from_le_bytes([header[9], header[10]])))
}

/// Walks the chain of sections. Ends after `next` or `done`, which every whole segment has.
pub(crate) fn walk(
    segment: &impl Segment,
    visit: &mut dyn FnMut(&Section) -> Result<(), Fault>,
) -> Result<Section, Fault> {
    let size = segment.size();
    let mut at = FILE_HEADER as u64;
    for _ in 0..MAX_SECTIONS {
        let mut descriptor = [0; DESCRIPTOR as usize];
        let content = at.saturating_add(DESCRIPTOR);
        if content > size {
            return Err(Fault::Truncated { stated: content, found: size });
        }
        read_exact(segment, &mut descriptor, at)?;
        let (covered, sum) = descriptor.split_at(72);
        let word = covered[..16].split(|&byte| byte == 0).next().unwrap_or_default();
        let (kind, name) = Kind::of(word);
        let mut section = Section { kind, name, at, end: content };
        if adler2::adler32_slice(covered) != le_u32(sum, 0) {
            return Err(section.fault("does not have its checksum"));
        }
        let (next, length) = (le_u64(covered, 16), le_u64(covered, 24));
        if matches!(kind, Kind::Next | Kind::Done) {
            visit(&section)?;
            return Ok(section);
        }
        if next <= at || length < DESCRIPTOR {
            return Err(section.fault("does not lead on"));
        }
        section.end = at.saturating_add(length).min(next).max(content);
        let reach = at.saturating_add(length).max(next);
        if reach > size {
            return Err(Fault::Truncated { stated: reach, found: size });
        }
        visit(&section)?;
        at = next;
    }
    Err(Section { kind: Kind::Other, name: "unknown", at, end: at }.fault("is one of too many"))
}

/// Reads as much as there is.
fn read(segment: &impl Segment, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match segment.read_at(&mut buffer[filled..], offset.saturating_add(filled as u64)) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Reads all, or says that the file is too short.
pub(crate) fn read_exact(segment: &impl Segment, buffer: &mut [u8], offset: u64) -> Result<(), Fault> {
    let count = read(segment, buffer, offset)?;
    if count == buffer.len() {
        return Ok(());
    }
    let stated = offset.saturating_add(buffer.len() as u64);
    Err(Fault::Truncated { stated, found: offset.saturating_add(count as u64) })
}

/// A number at a place in bytes that were read whole; 0 beyond them.
pub(crate) fn le_u32(bytes: &[u8], at: usize) -> u32 {
    let part = at.checked_add(4).and_then(|end| bytes.get(at..end));
    part.and_then(|part| part.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// The same for a longer number.
pub(crate) fn le_u64(bytes: &[u8], at: usize) -> u64 {
    let part = at.checked_add(8).and_then(|end| bytes.get(at..end));
    part.and_then(|part| part.try_into().ok()).map_or(0, u64::from_le_bytes)
}

/// True if the last four bytes are the Adler-32 of those before them.
pub(crate) fn has_checksum(bytes: &[u8]) -> bool {
    match bytes.split_last_chunk::<4>() {
        Some((covered, sum)) => adler2::adler32_slice(covered) == u32::from_le_bytes(*sum),
        None => false,
    }
}
