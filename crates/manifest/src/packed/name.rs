//! Names in a packed bag, and their order.

use std::cmp::Ordering;

use thiserror::Error;

use super::directory::EntryKind;
use crate::layout::{CUSTODY, DATA};
use crate::path::compare;
use crate::store::Area;
use crate::stored::{self, StoredError, check_shape};

/// Longest root, in bytes.
pub const MAX_ROOT: usize = stored::MAX_COMPONENT;

/// Longest path in the bag, in bytes: `data/` and the longest stored path.
pub const MAX_PATH: usize = DATA.len() + 1 + stored::MAX_PATH;

/// Why a name cannot stand in a packed bag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NameError {
    /// Not UTF-8.
    #[error("it is not valid UTF-8")]
    Utf8,
    /// Longer than a path in a bag may be.
    #[error("it is {len} bytes long")]
    TooLong {
        /// Its length.
        len: usize,
    },
    /// A component that no stored name may have: empty, `..`, a backslash, a control character, a device and the like.
    #[error(transparent)]
    Component(#[from] StoredError),
    /// A file where every bag has a directory.
    #[error("it is a file where a bag has a directory")]
    DirectoryExpected,
    /// The root is one component.
    #[error("it has more than one component")]
    NotOneComponent,
}

/// Checks the name of the directory that the bag unpacks to.
pub fn check_root(root: &str) -> Result<(), NameError> {
    match root.len() {
        len if len > MAX_ROOT => Err(NameError::TooLong { len }),
        _ if root.contains('/') => Err(NameError::NotOneComponent),
        _ => Ok(check_shape(root)?),
    }
}

/// Checks a path in the bag.
pub fn check_path(path: &str, kind: EntryKind) -> Result<(), NameError> {
    if path.len() > MAX_PATH {
        return Err(NameError::TooLong { len: path.len() });
    }
    if kind == EntryKind::File && matches!(path, DATA | CUSTODY) {
        return Err(NameError::DirectoryExpected);
    }
    Ok(check_shape(path)?)
}

/// The part of the bag that a path belongs to.
pub(super) fn area(path: &str, kind: EntryKind) -> Area {
    let (top, is_below) = path.split_once('/').map_or((path, false), |(top, _)| (top, true));
    match top {
        DATA if is_below || kind == EntryKind::EmptyDirectory => Area::Data,
        CUSTODY if is_below || kind == EntryKind::EmptyDirectory => Area::Custody,
        _ => Area::Tags,
    }
}

/// Which part comes when: the log, then the tag files, then the payload.
pub(super) fn rank(area: Area) -> usize {
    match area {
        Area::Custody => 0,
        Area::Tags => 1,
        Area::Data => 2,
    }
}

/// The order of the entries.
pub(super) fn order(a: (&str, EntryKind), b: (&str, EntryKind)) -> Ordering {
    let rank_of = |(path, kind)| rank(area(path, kind));
    rank_of(a).cmp(&rank_of(b)).then_with(|| compare(a.0.as_bytes(), b.0.as_bytes()))
}

/// True if `path` lies below `above`.
pub(super) fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'))
}
