//! Disk images in EWF segment files (`.E01`, `.s01`): whether the media inside give the digests that the image states.
//!
//! An imaging tool cuts a disk into segment files and writes the media's MD5 or SHA-1 into the last of them. A set is only
//! worth that value if every segment is there, is the one that it says it is, and the decoded bytes give it. [`examine`]
//! looks at all of that and names what does not hold, each with the segment that it lies in.
//!
//! Everything in a segment is hostile until checked: lengths are computed without overflow, every buffer has a bound that
//! does not depend on the file, and no chunk is inflated beyond the size that the image gives to its chunks.
//!
//! ```
//! use sealbag_image::name::{Case, SegmentName};
//!
//! let first = SegmentName::parse(b"disk.E01").expect("the name of a segment");
//! assert_eq!(first.number(), 1);
//! assert_eq!(first.with_number(100, Case::AsFound).as_deref(), Some(&b"disk.EAA"[..]));
//! ```

mod chunk;
mod decode;
pub mod name;
mod section;
mod stated;
mod survey;
mod table;
mod trouble;
mod volume;

pub use stated::{Algorithm, Stated};
pub use trouble::{Fault, Trouble};

use std::io;
use std::sync::Mutex;

/// First bytes of a segment of a disk image.
pub const SIGNATURE: [u8; 8] = *b"EVF\x09\x0d\x0a\xff\x00";

/// First bytes of a segment in the second version of the format (`.Ex01`), which is recognised and not decoded.
pub const SIGNATURE_2: [u8; 8] = *b"EVF2\x0d\x0a\x81\x00";

/// One open segment file.
pub trait Segment {
    /// Number of bytes.
    fn size(&self) -> u64;

    /// Reads from an offset; less than the buffer only at the end of the file.
    ///
    /// # Errors
    /// As reading any file.
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize>;
}

/// The segment files of one set, by number from 1.
pub trait Segments {
    /// An open segment.
    type Segment: Segment;

    /// Opens a segment; `None` if there is no such file.
    ///
    /// # Errors
    /// The file is there and cannot be opened.
    fn open(&self, number: u32) -> io::Result<Option<Self::Segment>>;
}

/// What a set came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examination {
    /// Digests that the image states, each with what became of it. Without a stated digest there is nothing to confirm.
    pub stated: Vec<Stated>,
    /// What the image says it was written with.
    pub software: Option<String>,
    /// Segment files that were found.
    pub segments: u32,
    /// Bytes of the media, as the image states them.
    pub media_size: Option<u64>,
    /// What does not hold, in the order of the segments; [`MAX_TROUBLES`] at most.
    pub troubles: Vec<Trouble>,
}

impl Examination {
    /// True if the whole image was decoded and everything that it states holds.
    pub fn holds(&self) -> bool {
        self.troubles.is_empty()
    }
}

/// So many things are named.
pub const MAX_TROUBLES: usize = 100;

/// Chunks larger than this are decoded one set at a time, so that many workers together stay small.
const LARGE_CHUNK: u64 = 1 << 20;

/// Somebody else gave up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

/// Looks at a whole set: its structure first, then every chunk of it.
///
/// `go_on` is asked before every chunk.
///
/// # Errors
/// Only if `go_on` said no.
pub fn examine<S: Segments>(set: &S, go_on: &dyn Fn() -> bool) -> Result<Examination, Stopped> {
    static LARGE: Mutex<()> = Mutex::new(());
    let survey = survey::survey(set, go_on)?;
    let mut result = Examination {
        stated: survey.stated.into_list(),
        software: survey.software,
        segments: survey.segments,
        media_size: survey.geometry.map(|geometry| geometry.media_size),
        troubles: survey.troubles,
    };
    let Some(geometry) = survey.geometry.filter(|_| result.troubles.is_empty()) else { return Ok(result) };
    let _one_at_a_time =
        (geometry.chunk_size > LARGE_CHUNK).then(|| LARGE.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    let algorithms: Vec<_> = result.stated.iter().map(|stated| stated.algorithm).collect();
    let decoded = decode::decode(set, geometry, result.segments, &algorithms, go_on)?;
    result.troubles = decoded.troubles;
    let is_whole = decoded.hashed == geometry.media_size;
    if !is_whole && result.troubles.is_empty() {
        let fault = Fault::Incomplete { decoded: decoded.hashed, media_size: geometry.media_size };
        result.troubles.push(Trouble { segment: result.segments, fault });
    }
    for (stated, computed) in result.stated.iter_mut().zip(decoded.digests) {
        stated.confirmed = result.troubles.is_empty() && is_whole && stated.value == computed;
    }
    if result.troubles.is_empty() {
        let wrong = result.stated.iter().filter(|stated| !stated.confirmed);
        result.troubles =
            wrong.map(|stated| Trouble { segment: 1, fault: Fault::Digest { algorithm: stated.algorithm } }).collect();
    }
    Ok(result)
}
