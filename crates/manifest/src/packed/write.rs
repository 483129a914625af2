//! Writing a packed bag: entry by entry in their order, with flat memory.
//!
//! The checksum stands before the bytes and is known behind them: a header is written with zeros and filled in. The
//! central directory is made at the end from the headers, which are read back for it.

use std::io;

use thiserror::Error;

use super::directory::EntryKind;
use super::name::{self, NameError};
use super::record::{self, ELSEWHERE, Fields, LOCAL, LOCAL_LEN, Values};

/// Where a packed bag is written to: bytes at places. What was never written reads as zeros.
pub trait Output {
    /// Writes all of it.
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()>;

    /// Reads until the buffer is full; only what was written.
    fn read_at(&mut self, buffer: &mut [u8], offset: u64) -> io::Result<()>;
}

/// Why a bag was not packed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum WriteError {
    /// It cannot be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A name that cannot stand in a packed bag.
    #[error("a packed bag cannot carry this name: {0}")]
    Name(#[from] NameError),
    /// Not behind the entry before it.
    #[error("it does not come after the file before it")]
    Order,
    /// A file had another number of bytes than was said.
    #[error("it has {found} bytes, {said} were expected")]
    Size {
        /// As it was begun with.
        said: u64,
        /// As it was written.
        found: u64,
    },
    /// What was written is not read back.
    #[error("what was read back is not what was written")]
    ReadBack,
}

/// Writes a packed bag.
pub struct Writer<O> {
    output: O,
    root: String,
    /// Bytes that are not written yet, and where they begin.
    pending: Vec<u8>,
    at: u64,
    count: u64,
    last: Option<(String, EntryKind)>,
    open: Option<Open>,
}

/// The entry that is being written.
struct Open {
    name: String,
    kind: EntryKind,
    header_at: u64,
    size: u64,
    done: u64,
    crc: crc32fast::Hasher,
}

impl<O: Output> Writer<O> {
    /// So many bytes are gathered before they are written.
    const GATHERED: usize = 1 << 20;
    /// A run of zeros of this length is not written: it reads as zeros all the same.
    const HOLE: usize = 1 << 16;

    /// Begins an archive whose entries lie in the directory `root`.
    pub fn new(output: O, root: &str) -> Result<Self, WriteError> {
        name::check_root(root)?;
        let root = root.to_owned();
        Ok(Self { output, root, pending: Vec::new(), at: 0, count: 0, last: None, open: None })
    }

    /// An empty directory.
    pub fn empty_directory(&mut self, path: &str) -> Result<(), WriteError> {
        self.begin_kind(path, EntryKind::EmptyDirectory, 0)?;
        self.end()
    }

    /// Begins a file; its bytes follow.
    pub fn begin(&mut self, path: &str, size: u64) -> Result<(), WriteError> {
        self.begin_kind(path, EntryKind::File, size)
    }

    fn begin_kind(&mut self, path: &str, kind: EntryKind, size: u64) -> Result<(), WriteError> {
        name::check_path(path, kind)?;
        let is_behind = self.last.as_ref().is_none_or(|(last, last_kind)| {
            name::order((last, *last_kind), (path, kind)).is_lt() && !name::is_below(path, last)
        });
        if !is_behind || self.open.is_some() {
            return Err(WriteError::Order);
        }
        let slash = if kind == EntryKind::EmptyDirectory { "/" } else { "" };
        let name = format!("{}/{path}{slash}", self.root);
        let header_at = self.here();
        let header = record::local(&Values { name: &name, kind, crc32: 0, size, header_at });
        self.pending.extend_from_slice(&header);
        self.last = Some((path.to_owned(), kind));
        self.open = Some(Open { name, kind, header_at, size, done: 0, crc: crc32fast::Hasher::new() });
        Ok(())
    }

    /// Bytes of the file that was begun.
    pub fn data(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        let Some(open) = &mut self.open else { return Err(WriteError::Order) };
        open.crc.update(bytes);
        open.done += bytes.len() as u64;
        if open.done > open.size {
            return Err(WriteError::Size { said: open.size, found: open.done });
        }
        if bytes.len() >= Self::HOLE && is_zero(bytes) {
            self.flush()?;
            self.at += bytes.len() as u64;
        } else if bytes.len() >= Self::GATHERED {
            self.flush()?;
            self.output.write_at(bytes, self.at)?;
            self.at += bytes.len() as u64;
        } else {
            self.pending.extend_from_slice(bytes);
            if self.pending.len() >= Self::GATHERED {
                self.flush()?;
            }
        }
        Ok(())
    }

    /// Ends the file that was begun.
    pub fn end(&mut self) -> Result<(), WriteError> {
        let Some(open) = self.open.take() else { return Err(WriteError::Order) };
        if open.done != open.size {
            return Err(WriteError::Size { said: open.size, found: open.done });
        }
        let Open { name, kind, header_at, size, crc, .. } = open;
        let header = record::local(&Values { name: &name, kind, crc32: crc.finalize(), size, header_at });
        match header_at.checked_sub(self.at) {
            Some(held) => {
                let held = held as usize;
                self.pending[held..held + header.len()].copy_from_slice(&header);
            }
            // The last of the header is written at the same time as its first.
            None => self.output.write_at(&header, header_at)?,
        }
        self.count += 1;
        Ok(())
    }

    /// Writes the directory and the end; gives back the output and the size of the archive.
    pub fn finish(mut self) -> Result<(O, u64), WriteError> {
        if self.open.is_some() {
            return Err(WriteError::Order);
        }
        self.flush()?;
        let directory_at = self.at;
        let mut at = 0;
        for _ in 0..self.count {
            let (central, next) = self.central(at)?;
            self.pending.extend_from_slice(&central);
            if self.pending.len() >= Self::GATHERED {
                self.flush()?;
            }
            at = next;
        }
        if at != directory_at {
            return Err(WriteError::ReadBack);
        }
        let length = self.here() - directory_at;
        let end = record::end(self.count, directory_at, length);
        self.pending.extend_from_slice(&end);
        self.flush()?;
        Ok((self.output, self.at))
    }

    /// The central record of the header at a place, and where the next header stands.
    fn central(&mut self, header_at: u64) -> Result<(Vec<u8>, u64), WriteError> {
        let mut fixed = [0; LOCAL_LEN];
        self.output.read_at(&mut fixed, header_at)?;
        let mut fields = Fields(&fixed);
        if fields.u32() != LOCAL {
            return Err(WriteError::ReadBack);
        }
        let mut fields = Fields(&fixed[14..]);
        let (crc32, size, _, name_len, extra_len) =
            (fields.u32(), fields.u32(), fields.u32(), fields.u16(), fields.u16());
        let mut rest = vec![0; usize::from(name_len) + usize::from(extra_len)];
        self.output.read_at(&mut rest, header_at + LOCAL_LEN as u64)?;
        let (name, extra) = rest.split_at(usize::from(name_len));
        let name = std::str::from_utf8(name).map_err(|_| WriteError::ReadBack)?;
        let size = match (size, extra.get(4..)) {
            (ELSEWHERE, Some(long)) => Fields(long).u64(),
            (size, _) => size.into(),
        };
        let kind = if name.ends_with('/') { EntryKind::EmptyDirectory } else { EntryKind::File };
        let values = Values { name, kind, crc32, size, header_at };
        let header = record::local(&values);
        if header[..LOCAL_LEN] != fixed || header[LOCAL_LEN..] != rest {
            return Err(WriteError::ReadBack);
        }
        Ok((record::central(&values), header_at + header.len() as u64 + size))
    }

    fn here(&self) -> u64 {
        self.at + self.pending.len() as u64
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.pending.is_empty() {
            self.output.write_at(&self.pending, self.at)?;
            self.at += self.pending.len() as u64;
            self.pending.clear();
        }
        Ok(())
    }
}

/// True if every byte is zero.
pub fn is_zero(bytes: &[u8]) -> bool {
    let (words, rest) = bytes.as_chunks::<16>();
    words.iter().all(|word| u128::from_ne_bytes(*word) == 0) && rest.iter().all(|&byte| byte == 0)
}
