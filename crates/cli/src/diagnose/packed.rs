//! Exit code and hint of every error about packed bags.

use sealbag::pack::{PackError, UnpackError};
use sealbag_manifest::packed::PackedError;
use sealbag_manifest::store::OpenBagError;

use super::CliError;
use crate::bag::PackedIsRead;

impl From<PackedIsRead> for CliError {
    fn from(error: PackedIsRead) -> Self {
        Self::refused(&error).with_hint("`sealbag unpack FILE` makes the bag of it, which has a log to write to")
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
        _ if error.is_ordinary_archive() => {
            "it is an ordinary archive: unpack it with an ordinary tool, then verify the bag that was in it"
        }
        PackedError::Beginning => "name a bag: a directory, or a file that `sealbag pack` wrote",
        PackedError::NoEnd => "it is probably not whole: fetch or copy it once more, and compare sizes",
        _ => "do not unpack it with other tools, which may show something else than others see; ask for it again",
    }
}

impl From<PackError> for CliError {
    fn from(error: PackError) -> Self {
        match &error {
            PackError::OutputExists { .. } => {
                Self::refused(&error).with_hint("choose another --out; nothing is overwritten")
            }
            PackError::InsideBag { .. } => Self::refused(&error).with_hint("choose an --out outside the bag"),
            PackError::Busy { .. } => {
                Self::refused(&error).with_hint("wait until the other run is done, or remove it if there is none")
            }
            PackError::NoBag { .. } => Self::refused(&error).with_hint("name a bag"),
            PackError::NotRegular { .. } | PackError::Entry { .. } => Self::refused(&error)
                .with_hint("it belongs to no bag that holds; see what `sealbag verify` says about it"),
            PackError::Changed => {
                Self::failed(&error).with_hint("nothing was packed; pack it when nobody writes to it")
            }
            PackError::ReadBack { .. } => {
                Self::failed(&error).with_hint("the disk may be failing; pack to another one")
            }
            _ => Self::failed(&error),
        }
    }
}

impl From<UnpackError> for CliError {
    fn from(error: UnpackError) -> Self {
        match error {
            UnpackError::Open(open @ OpenBagError::Packed(_)) => open.into(),
            UnpackError::OutputExists { .. } => {
                Self::refused(&error).with_hint("choose another --to; nothing is overwritten")
            }
            UnpackError::Busy { .. } => {
                Self::refused(&error).with_hint("wait until the other run is done, or remove it if there is none")
            }
            UnpackError::Empty => Self::refused(&error).with_hint("name a file that `sealbag pack` wrote"),
            UnpackError::Damaged { .. } => Self::failed(&error).with_hint(
                "nothing was unpacked; `sealbag verify` names all that is damaged, `sealbag extract` takes out what holds",
            ),
            UnpackError::ReadBack { .. } => {
                Self::failed(&error).with_hint("the disk may be failing; unpack to another one")
            }
            UnpackError::OtherNames { .. } => {
                Self::failed(&error).with_hint("the file system may take two names for one; choose another --to")
            }
            _ => Self::failed(&error),
        }
    }
}
