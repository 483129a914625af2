//! The media as the image describes them.

use std::ops::Range;

use crate::section::{Section, has_checksum, le_u32, le_u64};
use crate::{Fault, Segment};

/// Larger chunks are not decoded. Imaging tools make at most 32,768 sectors of 512 bytes.
pub(crate) const MAX_CHUNK: u64 = 16 << 20;

/// The section as EnCase has it, and as SMART has it.
const LENGTHS: [usize; 2] = [1052, 94];

/// How the media are cut into chunks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Geometry {
    pub(crate) media_size: u64,
    pub(crate) chunk_size: u64,
    /// What else a section `data` repeats: the image's own name for itself, and how it was made.
    repeated: [u8; REPEATED],
}

/// Bytes of [`Geometry::repeated`].
const REPEATED: usize = 80;
/// Where its values stand: kind of media, number of chunks, cylinders, heads, sectors, flags, two more places, the
/// degree of compression, sectors in a unit of errors, the name of the set.
const VALUES: [Range<usize>; 11] = [0..1, 4..8, 24..28, 28..32, 32..36, 36..37, 40..44, 48..52, 52..53, 56..60, 64..80];

impl Geometry {
    /// Reads a section `volume` or `data`.
    pub(crate) fn read(section: &Section, segment: &impl Segment) -> Result<Self, Fault> {
        let content = section.read(segment, LENGTHS[0])?;
        if !LENGTHS.contains(&content.len()) {
            return Err(section.fault("has another length than such a section has"));
        }
        if !has_checksum(&content) {
            return Err(section.fault("does not have its checksum"));
        }
        let (sectors_in_chunk, sector) = (u64::from(le_u32(&content, 8)), u64::from(le_u32(&content, 12)));
        let mut repeated = [0; REPEATED];
        // In the shorter form other things stand there, or nothing.
        let sectors = if content.len() == LENGTHS[0] {
            repeated.copy_from_slice(&content[..REPEATED]);
            le_u64(&content, 16)
        } else {
            u64::from(le_u32(&content, 16))
        };
        let chunk_size = sectors_in_chunk * sector;
        if chunk_size > MAX_CHUNK {
            return Err(Fault::ChunkSize { size: chunk_size, limit: MAX_CHUNK });
        }
        let media_size = sectors.checked_mul(sector).filter(|&size| size < 1 << 63);
        match media_size {
            Some(media_size) if media_size == 0 || chunk_size > 0 => Ok(Self { media_size, chunk_size, repeated }),
            _ => Err(section.fault("describes media of an impossible size")),
        }
    }

    /// True if a further segment that describes `other` can belong to the set. What is zero was not known when it was written.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        let same = |a: u64, b: u64| a == b || b == 0;
        let same_rest = VALUES.into_iter().all(|value| {
            let (own, others) = (&self.repeated[value.clone()], &other.repeated[value]);
            own == others || others.iter().all(|&byte| byte == 0)
        });
        same(self.media_size, other.media_size) && same(self.chunk_size, other.chunk_size) && same_rest
    }
}
