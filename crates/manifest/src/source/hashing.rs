//! Where the bytes of a file go to be hashed.

use crate::chunks::GroupValue;
use crate::hash::{Algorithms, Engine, FileDigests, HashStream, Reader, Together};

/// How files are hashed.
pub(super) enum Hashing<'h> {
    /// By all threads, while they are read.
    Engine(&'h Engine, Reader),
    /// When a handful of small ones was read.
    Together(&'h mut Together),
}

impl Hashing<'_> {
    /// Begins a file. A sink that is dropped leaves nothing.
    pub(super) fn begin(&mut self, algorithms: Algorithms) -> Sink<'_> {
        match self {
            Self::Engine(engine, reader) => Sink(Way::Stream(Box::new(engine.stream(*reader, algorithms)))),
            Self::Together(together) => {
                together.begin(algorithms);
                Sink(Way::Kept(Unfinished(Some(together))))
            }
        }
    }

    /// Takes back a file whose bytes were kept.
    pub(super) fn forget_last(&mut self) {
        if let Self::Together(together) = self {
            together.forget_last();
        }
    }
}

/// Takes the bytes of one file.
pub(super) struct Sink<'h>(Way<'h>);

enum Way<'h> {
    /// In a box, for most files are small and take the other way.
    Stream(Box<HashStream>),
    Kept(Unfinished<'h>),
}

struct Unfinished<'h>(Option<&'h mut Together>);

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if let Some(together) = &mut self.0 {
            together.forget_last();
        }
    }
}

impl Sink<'_> {
    /// Lets `read` fill up to `length` bytes and takes as many as it says. A stream offers less room than that if it suits it
    /// better. Returns how many there were, and whether the room was filled.
    pub(super) async fn fill<E>(
        &mut self,
        length: usize,
        read: impl FnOnce(&mut [u8]) -> Result<usize, E>,
    ) -> Result<(usize, bool), E> {
        match &mut self.0 {
            Way::Stream(stream) => {
                let room = stream.room().await;
                let length = length.min(room.len());
                let count = read(&mut room[..length])?;
                stream.take(count);
                Ok((count, count == length))
            }
            Way::Kept(Unfinished(together)) => {
                let Some(together) = together else { return Ok((0, false)) };
                let count = read(together.append(length))?;
                together.take_back(length - count);
                Ok((count, count == length))
            }
        }
    }

    /// Takes zero bytes.
    pub(super) async fn take_zeros(&mut self, length: u64) {
        match &mut self.0 {
            Way::Stream(stream) => stream.take_zeros(length).await,
            Way::Kept(Unfinished(together)) => {
                if let Some(together) = together {
                    together.append(length as usize);
                }
            }
        }
    }

    /// The values of the whole groups so far; none for a small file.
    pub(super) async fn groups(&mut self) -> Vec<GroupValue> {
        match &mut self.0 {
            Way::Stream(stream) => stream.groups().await,
            Way::Kept(_) => Vec::new(),
        }
    }

    /// The digests, unless the bytes are kept for later.
    pub(super) async fn finish(self) -> Option<FileDigests> {
        match self.0 {
            Way::Stream(stream) => Some(stream.finish().await),
            Way::Kept(mut unfinished) => {
                unfinished.0 = None;
                None
            }
        }
    }
}
