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
                    together.append(length as usize).fill(0);
                }
            }
        }
    }

    /// Lets `read` fill up to `length` bytes and one more, which is not taken; says whether there was one. `None`, with nothing
    /// taken, if there were fewer, or if this is a stream.
    pub(super) fn fill_whole<E>(
        &mut self,
        length: usize,
        read: impl FnOnce(&mut [u8]) -> Result<usize, E>,
    ) -> Option<bool> {
        let Way::Kept(Unfinished(Some(together))) = &mut self.0 else { return None };
        let found = read(together.append(length + 1)).ok().and_then(|count| Some(count.checked_sub(length)? > 0));
        together.take_back(if found.is_some() { 1 } else { length + 1 });
        found
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::{ExtraAlgorithms, FileHasher};

    /// A small file of which one read gives this.
    fn whole(together: &mut Together, length: usize, found: Result<&[u8], ()>) -> Option<bool> {
        let mut hashing = Hashing::Together(together);
        let mut sink = hashing.begin(Algorithms::Full(ExtraAlgorithms::default()));
        let is_longer = sink.fill_whole(length, |room| {
            assert_eq!(room.len(), length + 1);
            room.fill(b'?');
            let found = found?;
            room[..found.len()].copy_from_slice(found);
            Ok::<_, ()>(found.len())
        });
        let Way::Kept(Unfinished(kept)) = &mut sink.0 else { panic!("it is kept") };
        *kept = None;
        is_longer
    }

    #[test]
    fn a_small_file_is_whole_only_if_all_of_it_came_and_what_lies_behind_it_is_not_taken() {
        let mut together = Together::new();
        assert_eq!(whole(&mut together, 3, Ok(b"abc")), Some(false));
        assert_eq!(whole(&mut together, 3, Ok(b"abcd")), Some(true));
        assert_eq!(whole(&mut together, 3, Ok(b"ab")), None);
        assert_eq!(whole(&mut together, 3, Err(())), None);
        assert_eq!(whole(&mut together, 0, Ok(b"")), Some(false));
        assert_eq!(whole(&mut together, 0, Ok(b"x")), Some(true));
        let found: Vec<_> = together.digests().into_iter().map(|digests| (digests.size, digests.content)).collect();
        let expected = [&b"abc"[..], b"abc", b"", b"", b"", b""].map(|bytes| {
            let mut hasher = FileHasher::new(ExtraAlgorithms::default());
            hasher.update(bytes);
            (bytes.len() as u64, hasher.finish().content)
        });
        assert_eq!(found, expected);
    }
}
