//! The sealed list of an evidence bag: walking, hashing, entries, the tree, the BagIt layout.

pub mod chunks;
pub mod digest;
pub mod path;
pub mod stored;
pub mod text;
pub mod tree;
