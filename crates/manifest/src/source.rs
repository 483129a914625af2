//! The evidence as it lies on disk: found in order, opened with care, never written to.
//!
//! Trusts nothing that it meets: names, kinds and sizes may change between two looks, and then the second look decides or
//! the entry says [`crate::entry::CHANGED`]. `docs/spec/entries.md`, "How the sealer reads".

mod cache;
mod device;
mod directory;
mod earlier;
mod examine;
mod hashing;
mod medium;
mod neighbours;
mod open;
mod read;
mod salvage;
mod shield;
mod sys;
mod walk;
mod xattr;

pub use device::DeviceId;
pub use earlier::{Before, Marks};
pub use examine::{
    Begun, CopyError, CopyTo, Examined, Examiner, FileCopy, FileJob, LinkGroups, Payload, Progress, Reuse, Scratch,
    State, Task,
};
pub use neighbours::{FileState, Neighbour, Neighbours};
pub use open::{Source, SourceError};
pub use sys::{FileId, errno_name};
pub use walk::{Found, What};
