//! The sealed list of an evidence bag: walking, hashing, entries, the tree, the BagIt layout.
//!
//! Data flows one way: [`source`] finds and reads the evidence, [`hash`] digests it, [`entry`] writes it as a line,
//! [`tree`] binds the lines. Without the feature `fs` everything that touches the disk is left out.

#[cfg(feature = "fs")]
mod beneath;
pub mod chunks;
pub mod digest;
pub mod entry;
pub mod hash;
pub mod layout;
pub mod list;
#[cfg(feature = "fs")]
mod listing;
pub mod observer;
pub mod packed;
pub mod path;
#[cfg(feature = "fs")]
pub mod pipeline;
#[cfg(feature = "fs")]
pub mod source;
pub mod store;
pub mod stored;
pub mod text;
pub mod tree;
