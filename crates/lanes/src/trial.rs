//! What is fast is tried before it is used: on a processor, or something that acts as one, that gives other digests, the crates
//! `sha2` and `blake3` do the work.

#[cfg(target_arch = "x86_64")]
use blake3::hazmat::HasherExt;
use sha2::{Digest, Sha256};

#[cfg(target_arch = "x86_64")]
use crate::woven::{PART, Woven};
use crate::{Backend, Blake3, Part, Stream, advance};

/// Bytes without a pattern of blocks or words.
fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 167 + at / 251) as u8).collect()
}

/// Messages of many lengths, more than go side by side.
fn messages(content: &[u8]) -> Vec<&[u8]> {
    (0..35).map(|number| &content[number..][..number * number * 2]).collect()
}

pub(crate) fn sha256(backend: Backend) -> bool {
    let content = bytes(4096);
    let messages = messages(&content);
    let mut streams = vec![Stream::new(); messages.len()];
    let parts = streams.iter_mut().zip(&messages).map(|(stream, bytes)| Part { stream, bytes, is_last: true });
    let found = advance(backend, &mut parts.collect::<Vec<_>>());
    found.iter().zip(messages).all(|(found, message)| found[..] == Sha256::digest(message)[..])
}

pub(crate) fn blake3(way: Blake3) -> bool {
    let content = bytes(4096);
    let messages = messages(&content);
    way.digests(&messages).iter().zip(messages).all(|(found, message)| found == blake3::hash(message).as_bytes())
}

#[cfg(target_arch = "x86_64")]
pub(crate) fn woven(woven: Woven) -> bool {
    let content = bytes(PART + 64);
    let (Some(first), Some(second)) = (content.first_chunk(), content.last_chunk()) else { return false };
    let mut streams = [Stream::new(), Stream::new()];
    let [one, two] = &mut streams;
    // Numbers that need both of their words.
    let counters = [(1 << 32) - (PART / 1024) as u64, 1 << 40];
    let values = woven.take([one, two], [first, second], counters);
    streams.into_iter().zip([first, second]).zip(values.into_iter().zip(counters)).all(
        |((mut stream, part), (value, counter))| {
            let end = Part { stream: &mut stream, bytes: &[], is_last: true };
            let digests = advance(Backend::one_by_one(), &mut [end]);
            let mut hasher = blake3::Hasher::new();
            hasher.set_input_offset(counter * 1024).update(part);
            digests[0][..] == Sha256::digest(part)[..] && value == hasher.finalize_non_root()
        },
    )
}
