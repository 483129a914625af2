//! The strict record: one value has one encoding, so that what is signed is what is read.
//!
//! A record is TOML, but only a small part of it (`docs/spec/records.md`). It is parsed with the `toml` crate into
//! typed values, written again, and accepted only if every byte is the same. Nothing that a second
//! reader could understand otherwise gets through: no comments, no second spelling of a number, no other order.

pub(crate) mod digest_field;
mod error;
mod read;
mod table;
mod write;

pub use error::RecordError;
pub use read::format_of;
pub use table::{Section, SectionKind, Value};

pub(crate) use error::malformed;
pub(crate) use read::{
    check_format, checked_text, checked_text_up_to, deserialize, parse_fields, parse_toml, require_same,
};
pub(crate) use table::{Field, Sections, TableFields, table};
pub(crate) use write::{to_bytes, to_bytes_up_to};

/// The largest record, in bytes.
pub const MAX_RECORD_LEN: usize = 64 * 1024;
