//! BLAKE3 (<https://github.com/BLAKE3-team/BLAKE3-specs>, 2.1 to 2.5) of many messages at once.
//!
//! A message alone fills vectors only if it is long: its parts of 1 KiB go side by side. Here the parts of all messages do,
//! and on each level of their trees the nodes of all.

#[cfg(target_arch = "x86_64")]
mod sixteen;
#[cfg(target_arch = "x86_64")]
pub(crate) mod trees;

use std::sync::OnceLock;

use crate::trial;
#[cfg(target_arch = "x86_64")]
use trees::Trees;

/// Bytes of a digest.
const DIGEST: usize = 32;

/// A way to hash many messages.
#[derive(Clone, Copy, Debug)]
pub struct Blake3(Way);

#[derive(Clone, Copy, Debug)]
enum Way {
    /// Sixteen nodes at a time.
    #[cfg(target_arch = "x86_64")]
    Together(Trees),
    /// The crate `blake3`, one message after the other.
    OneByOne,
}

impl Blake3 {
    /// The fastest that this processor has and that gives what the crate `blake3` gives.
    pub fn of_this_machine() -> Self {
        static FOUND: OnceLock<Blake3> = OnceLock::new();
        *FOUND.get_or_init(|| Self::all().find(|way| trial::blake3(*way)).unwrap_or(Self(Way::OneByOne)))
    }

    /// All that this processor has, the fastest first.
    pub fn all() -> impl Iterator<Item = Self> {
        [
            #[cfg(target_arch = "x86_64")]
            Trees::of_this_machine().map(|trees| Self(Way::Together(trees))),
            Some(Self(Way::OneByOne)),
        ]
        .into_iter()
        .flatten()
    }

    /// A few words for measurements.
    pub fn name(self) -> &'static str {
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            Way::Together(_) => "AVX-512",
            Way::OneByOne => "blake3",
        }
    }

    /// The digest of each message, in their order.
    pub fn digests(self, messages: &[&[u8]]) -> Vec<[u8; DIGEST]> {
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            Way::Together(trees) => trees.digests(messages),
            Way::OneByOne => messages.iter().map(|message| blake3::hash(message).into()).collect(),
        }
    }
}
