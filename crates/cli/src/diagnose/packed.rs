//! Exit code and hint of every error about packed bags.

use sealbag::pack::{PackError, UnpackError};
use sealbag_manifest::packed::PackedError;
use sealbag_manifest::store::OpenBagError;

use super::CliError;
use crate::bag::PackedIsRead;

impl From<PackedIsRead> for CliError {
    fn from(error: PackedIsRead) -> Self {
        Self::refused(&error).with_hint("hint-packed-unpack")
    }
}

impl From<OpenBagError> for CliError {
    fn from(error: OpenBagError) -> Self {
        match &error {
            OpenBagError::Packed(packed) => Self::failed(&error).with_hint(hint(packed)),
            _ => Self::failed(&error),
        }
    }
}

/// What to do with a file that is no packed bag.
pub(crate) fn hint(error: &PackedError) -> &'static str {
    match error {
        _ if error.is_ordinary_archive() => "hint-packed-ordinary",
        PackedError::Beginning => "hint-packed-name",
        PackedError::NoEnd => "hint-packed-not-whole",
        _ => "hint-packed-no-other-tools",
    }
}

impl From<PackError> for CliError {
    fn from(error: PackError) -> Self {
        match &error {
            PackError::OutputExists { .. } => Self::refused(&error).with_hint("hint-pack-other-out"),
            PackError::InsideBag { .. } => Self::refused(&error).with_hint("hint-pack-outside"),
            PackError::Busy { .. } => Self::refused(&error).with_hint("hint-pack-busy"),
            PackError::NoBag { .. } => Self::refused(&error).with_hint("hint-pack-name"),
            PackError::NotRegular { .. } | PackError::Entry { .. } => {
                Self::refused(&error).with_hint("hint-pack-foreign")
            }
            PackError::Changed => Self::failed(&error).with_hint("hint-pack-changed"),
            PackError::ReadBack { .. } => Self::failed(&error).with_hint("hint-pack-disk"),
            _ => Self::failed(&error),
        }
    }
}

impl From<UnpackError> for CliError {
    fn from(error: UnpackError) -> Self {
        match error {
            UnpackError::Open(open @ OpenBagError::Packed(_)) => open.into(),
            UnpackError::OutputExists { .. } => Self::refused(&error).with_hint("hint-unpack-other-to"),
            UnpackError::Busy { .. } => Self::refused(&error).with_hint("hint-pack-busy"),
            UnpackError::Empty => Self::refused(&error).with_hint("hint-unpack-name"),
            UnpackError::Damaged { .. } => Self::failed(&error).with_hint("hint-unpack-damaged"),
            UnpackError::ReadBack { .. } => Self::failed(&error).with_hint("hint-unpack-disk"),
            UnpackError::OtherNames { .. } => Self::failed(&error).with_hint("hint-unpack-names"),
            _ => Self::failed(&error),
        }
    }
}
