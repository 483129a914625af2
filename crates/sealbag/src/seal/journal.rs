//! What was read so far, so that an interrupted seal reads nothing twice.
//!
//! The record of a large file is written the moment it is done; those of small files wait for each other, but not long. A record
//! is one line: device and inode number, which medium a block device is, chunk
//! values, the state of the disk image that it begins, the entry's line. Records
//! stand at most one window of the pipeline away from the order of the list, so a small heap puts them in order again
//! and the journals of several runs merge in a stream.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sealbag_manifest::chunks::{GroupValue, VALUE_LEN};
use sealbag_manifest::digest::{extend_hex, unhex};
use sealbag_manifest::entry::Entry;
use sealbag_manifest::list::WrittenLine;
use sealbag_manifest::path::EvidencePath;
use sealbag_manifest::pipeline::Limits;
use sealbag_manifest::source::{DeviceId, Examined, FileId, Reuse};

use super::image::ImageState;
use super::partial::Partial;
use super::{OnUnreadable, SealError};

/// Reading so much again would be felt: its record is written at once.
const WORTH: u64 = 16 << 20;
/// Small files stand in the journal by so many bytes of records, and not later than this.
const FULL: usize = 64 << 10;
const PATIENCE: Duration = Duration::from_millis(200);
/// Records stand no further from their order than results do.
const REORDER: usize = 2 * Limits::MOST_WINDOW;

/// The journal of this run.
pub(super) struct Journal {
    file: File,
    path: PathBuf,
    /// Records that are not written yet.
    record: Vec<u8>,
    /// Bytes of the evidence that they are about.
    bytes: u64,
    written: Instant,
}

impl Journal {
    /// Begins the next journal behind those that are there.
    pub(super) fn begin(partial: &Partial) -> Result<Self, SealError> {
        let number = earlier(partial).len() as u32 + 1;
        let path = partial.journal(number);
        let file = File::create_new(&path).map_err(SealError::bag("cannot be created", &path))?;
        Ok(Self { file, path, record: Vec::new(), bytes: 0, written: Instant::now() })
    }

    /// Notes a file that is done.
    pub(super) fn note(
        &mut self,
        examined: &Examined,
        line: &WrittenLine,
        image: Option<&ImageState>,
    ) -> Result<(), SealError> {
        if examined.is_reused || examined.entry.content.is_none() {
            return Ok(());
        }
        let size = examined.entry.content.as_ref().map_or(0, |content| content.size);
        let FileId { dev, ino } = examined.id;
        for number in [dev, ino] {
            self.record.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
            self.record.push(b' ');
        }
        let _ = match examined.device {
            Some(device) => write!(self.record, "{device} "),
            None => write!(self.record, "- "),
        };
        examined.groups.iter().for_each(|value| extend_hex(&value.0, &mut self.record));
        self.record.push(b' ');
        image.iter().for_each(|state| extend_hex(&state.0, &mut self.record));
        self.record.push(b' ');
        self.record.extend_from_slice(line.bytes());
        self.bytes = self.bytes.saturating_add(size);
        let is_due = self.bytes >= WORTH || self.record.len() >= FULL || self.written.elapsed() >= PATIENCE;
        if is_due { self.write() } else { Ok(()) }
    }

    /// Writes what waits.
    pub(super) fn write(&mut self) -> Result<(), SealError> {
        self.file.write_all(&self.record).map_err(SealError::bag("cannot be written", &self.path))?;
        self.record.clear();
        self.bytes = 0;
        self.written = Instant::now();
        Ok(())
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        // A run that fails has a better reason to tell.
        let _ = self.write();
    }
}

fn earlier(partial: &Partial) -> Vec<PathBuf> {
    (1..).map(|number| partial.journal(number)).take_while(|path| path.exists()).collect()
}

/// Results of earlier runs in the order of the list.
pub(super) struct Known {
    runs: Vec<Run>,
}

impl Known {
    /// Opens the journals that are there. Those of the sealer's own making are read as carefully as any other file.
    pub(super) fn open(partial: &Partial, unreadable: OnUnreadable) -> Self {
        Self { runs: earlier(partial).iter().filter_map(|path| Run::open(path, unreadable)).collect() }
    }

    /// The result for a path. Paths must be asked for in order.
    pub(super) fn take(&mut self, path: &EvidencePath) -> Option<Record> {
        // The latest run knows best.
        self.runs.iter_mut().filter_map(|run| run.take(path)).last()
    }
}

/// What an earlier run learnt of one file.
pub(super) struct Record {
    pub(super) reuse: Reuse,
    /// The state of the disk image that begins here, if every digest that it states was confirmed.
    pub(super) image: Option<ImageState>,
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.reuse.entry.path == other.reuse.entry.path
    }
}

impl Eq for Record {}

impl PartialOrd for Record {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Record {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.reuse.entry.path.cmp(&other.reuse.entry.path)
    }
}

struct Run {
    reader: BufReader<File>,
    heap: BinaryHeap<Reverse<Record>>,
    is_at_end: bool,
    unreadable: OnUnreadable,
}

impl Run {
    fn open(path: &Path, unreadable: OnUnreadable) -> Option<Self> {
        let reader = BufReader::new(File::open(path).ok()?);
        Some(Self { reader, heap: BinaryHeap::new(), is_at_end: false, unreadable })
    }

    fn take(&mut self, path: &EvidencePath) -> Option<Record> {
        loop {
            self.fill();
            if self.heap.peek()?.0.reuse.entry.path > *path {
                return None;
            }
            let Reverse(record) = self.heap.pop()?;
            if record.reuse.entry.path == *path {
                return Some(record);
            }
        }
    }

    fn fill(&mut self) {
        while !self.is_at_end && self.heap.len() < REORDER {
            let mut line = Vec::new();
            match self.reader.read_until(b'\n', &mut line) {
                Ok(1..) if line.pop() == Some(b'\n') => {
                    // A torn or foreign record costs only the reading of one file.
                    let mut record = parse(&line);
                    if let Some(Record { reuse, .. }) = &mut record {
                        let accepts_gaps = self.unreadable == OnUnreadable::Accept;
                        reuse.tries_again = !accepts_gaps && !reuse.entry.unreadable.is_empty();
                    }
                    self.heap.extend(record.map(Reverse));
                }
                _ => self.is_at_end = true,
            }
        }
    }
}

fn parse(line: &[u8]) -> Option<Record> {
    let mut parts = line.splitn(6, |&byte| byte == b' ');
    let mut text = || std::str::from_utf8(parts.next()?).ok();
    let (dev, ino) = (text()?.parse().ok()?, text()?.parse().ok()?);
    let device = match text()? {
        "-" => None,
        device => Some(DeviceId::parse(device)?),
    };
    let groups = unhex(text()?)?;
    let (values, rest) = groups.as_chunks::<VALUE_LEN>();
    if !rest.is_empty() {
        return None;
    }
    let image = unhex(text()?)?;
    let image = if image.is_empty() { None } else { Some(ImageState(image.try_into().ok()?)) };
    let groups = values.iter().map(|value| GroupValue(*value)).collect();
    let entry = Entry::parse_line(parts.next()?).ok()?;
    Some(Record { reuse: Reuse { id: FileId { dev, ino }, device, tries_again: false, entry, groups }, image })
}
