//! A bag in one file: a ZIP archive in which every byte has one place and one value (`docs/spec/packed.md`).
//!
//! [`Writer`] makes it and [`PackedStore`] reads it as a bag, without unpacking. The reader takes nothing but what the
//! writer would have made: it reads the few values that are free (names, sizes, checksums), makes the headers again, and
//! compares. Neither touches the disk: bytes come from a [`crate::store::BagFile`] and go to an [`Output`], so that a
//! browser reads a packed bag as the program does.

mod directory;
mod end;
mod error;
mod name;
mod record;
mod store;
mod write;

pub use directory::{Entry, EntryKind};
pub use error::{Fault, PackedError};
pub use name::{MAX_PATH, MAX_ROOT, NameError, check_path, check_root};
pub use store::PackedStore;
pub use write::{Output, WriteError, Writer, is_zero};

/// True if a file that begins so may be a ZIP archive: of such a file it can be said why it is no packed bag.
pub fn is_archive(beginning: &[u8]) -> bool {
    [record::LOCAL, record::END].iter().any(|mark| beginning.starts_with(&mark.to_le_bytes()))
}

#[cfg(test)]
mod tests;
