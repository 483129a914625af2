//! The table that says where the chunks of a segment are.

use crate::section::{Section, le_u32, le_u64, read_exact};
use crate::{Fault, Segment};

/// Bytes before the entries.
const HEADER: u64 = 24;
/// Bytes of one entry.
const ENTRY: u64 = 4;
/// Entries are read in pieces of so many bytes.
const PIECE: usize = 1 << 16;
/// The bit of an entry that says that the chunk is deflated; the others are its offset.
const DEFLATED: u32 = 1 << 31;

/// A table with good checksums, as far as it has them.
pub(crate) struct Table {
    section: Section,
    count: u64,
    /// Where the offsets count from.
    base: u64,
    /// The bytes that chunks can lie in.
    data: (u64, u64),
}

/// Where one chunk lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) at: u64,
    /// The byte behind it; not above `at` where the table makes no sense.
    pub(crate) end: u64,
    pub(crate) is_deflated: bool,
}

impl Table {
    /// Reads the header. `sectors` is the section of chunks before it; without one they follow the entries.
    pub(crate) fn read(section: Section, sectors: Option<&Section>, segment: &impl Segment) -> Result<Self, Fault> {
        let mut header = [0; HEADER as usize];
        read_exact(segment, &mut header, section.content())?;
        if !crate::section::has_checksum(&header) {
            return Err(section.fault("does not have its checksum"));
        }
        let count = u64::from(le_u32(&header, 0));
        let room = section.content_len().saturating_sub(HEADER);
        if count * ENTRY > room {
            return Err(section.fault("states more chunks than it has room for"));
        }
        let behind = section.content() + HEADER + count * ENTRY;
        let data = sectors.map_or((behind, section.end), |sectors| (sectors.content(), sectors.end));
        Ok(Self { section, count, base: le_u64(&header, 8), data })
    }

    /// Compares the entries with the checksum behind them, where there is one.
    pub(crate) fn check(&self, segment: &impl Segment, has_sectors: bool) -> Result<(), Fault> {
        let behind = self.section.content() + HEADER + self.count * ENTRY;
        let mut first = None;
        let mut sum = adler2::Adler32::new();
        self.pieces(segment, &mut |piece| {
            first = first.or_else(|| piece.get(..4).map(|entry| le_u32(entry, 0) & !DEFLATED));
            sum.write_slice(piece);
            Ok::<(), Fault>(())
        })?;
        // The oldest form has none: its first chunk begins right behind the entries.
        let first = first.map(|first| self.base.saturating_add(u64::from(first)));
        let room = if has_sectors { self.section.end } else { first.unwrap_or(behind).min(self.section.end) };
        if self.count == 0 || room.saturating_sub(behind) < 4 {
            return Ok(());
        }
        let mut footer = [0; 4];
        read_exact(segment, &mut footer, behind)?;
        if sum.checksum() == le_u32(&footer, 0) {
            Ok(())
        } else {
            Err(self.section.fault("does not have its checksum"))
        }
    }

    /// Number of chunks.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// Every chunk in its order.
    pub(crate) fn places<E: From<Fault>>(
        &self,
        segment: &impl Segment,
        visit: &mut dyn FnMut(Place) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut waiting: Option<(u64, bool)> = None;
        let (from, to) = self.data;
        // A chunk outside the data has no length, and so cannot be decoded.
        let place = |at: u64, end: u64, is_deflated| {
            let end = if at < from || end > to { at } else { end };
            Place { at, end, is_deflated }
        };
        self.pieces(segment, &mut |piece| {
            let (entries, _) = piece.as_chunks::<4>();
            entries.iter().try_for_each(|entry| {
                let entry = u32::from_le_bytes(*entry);
                let at = self.base.saturating_add(u64::from(entry & !DEFLATED));
                match waiting.replace((at, entry & DEFLATED != 0)) {
                    Some((before, is_deflated)) => visit(place(before, at, is_deflated)),
                    None => Ok(()),
                }
            })
        })?;
        match waiting {
            Some((last, is_deflated)) => visit(place(last, to, is_deflated)),
            None => Ok(()),
        }
    }

    fn pieces<E: From<Fault>>(
        &self,
        segment: &impl Segment,
        visit: &mut dyn FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut at = self.section.content() + HEADER;
        let mut left = self.count * ENTRY;
        let mut buffer = vec![0; PIECE.min(usize::try_from(left).unwrap_or(PIECE))];
        while left > 0 {
            let piece = &mut buffer[..PIECE.min(usize::try_from(left).unwrap_or(PIECE))];
            read_exact(segment, piece, at)?;
            visit(piece)?;
            at += piece.len() as u64;
            left -= piece.len() as u64;
        }
        Ok(())
    }
}
