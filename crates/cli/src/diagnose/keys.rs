//! Exit code and hint of every error about keys.

use sealbag_custody::key::KeyError;
use sealbag_custody::key_file::KeyFileError;
use sealbag_custody::keyset::KeysetError;
use sealbag_custody::public_key::PublicKeyError;

use super::CliError;
use crate::keys::KeysError;
use crate::terminal::{quoted, shown};

impl From<KeysError> for CliError {
    fn from(error: KeysError) -> Self {
        match &error {
            KeysError::None { looked_at } => {
                let place = looked_at.as_deref().map(|path| format!(", or put one at {}", shown(path)));
                Self::refused(&error).with_hint(format!(
                    "make one with `sealbag key new NAME --out FILE` and name it with --key FILE{}",
                    place.unwrap_or_default()
                ))
            }
            KeysError::OtherPublic { .. } => {
                Self::refused(&error).with_hint("put the right .pub file beside the key, or none")
            }
            KeysError::Name { .. } => Self::refused(&error).with_hint("correct the text behind the key in that file"),
            KeysError::Folder { .. } => Self::failed(&error),
        }
    }
}

impl From<KeyFileError> for CliError {
    fn from(error: KeyFileError) -> Self {
        match &error {
            KeyFileError::Io { .. } => Self::failed(&error),
            KeyFileError::Exists(_) => {
                Self::refused(&error).with_hint("choose another name; a key is never overwritten")
            }
            KeyFileError::OpenToOthers { path, .. } => Self::refused(&error)
                .with_hint(format!("others may have copied the key; if not, run: chmod 600 {}", quoted(path))),
            KeyFileError::Key { source, .. } => match key_hint(source) {
                Some(hint) => Self::refused(&error).with_hint(hint),
                None => Self::refused(&error),
            },
            KeyFileError::PublicKey { source: PublicKeyError::UnsupportedType(_), .. } => {
                Self::refused(&error).with_hint("make an Ed25519 key with `sealbag key new NAME --out FILE`")
            }
            KeyFileError::Keyset { source: KeysetError::NoThreshold, .. } => Self::refused(&error)
                .with_hint("`sealbag roster export ROSTER --anchor` writes such a file; see docs/guide/roster.md"),
            _ => Self::refused(&error),
        }
    }
}

fn key_hint(error: &KeyError) -> Option<&'static str> {
    Some(match error {
        KeyError::NotPkcs8 | KeyError::NotEd25519 | KeyError::OpenSshForm => {
            "make a key with `sealbag key new NAME --out FILE`"
        }
        KeyError::NeedsPassphrase => "give the passphrase with --passphrase-file FILE",
        KeyError::WrongPassphrase => "try again; spaces and case count",
        KeyError::UnsupportedEncryption | KeyError::CostlyEncryption => {
            "write it anew with `openssl pkcs8 -topk8 -scrypt -in FILE -out NEW`"
        }
        _ => return None,
    })
}
