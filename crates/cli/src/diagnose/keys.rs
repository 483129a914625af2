//! Exit code and hint of every error about keys.

use sealbag_custody::key::KeyError;
use sealbag_custody::key_file::KeyFileError;
use sealbag_custody::keyset::KeysetError;
use sealbag_custody::public_key::PublicKeyError;
#[cfg(feature = "pkcs11")]
use sealbag_signers::token::TokenError;
use sealbag_signers::token::uri::UriError;

use super::{CliError, signing};
use crate::keys::KeysError;
#[cfg(feature = "pkcs11")]
use crate::terminal::record_text;
use crate::terminal::{quoted, shown};
use crate::words::Message;

impl From<KeysError> for CliError {
    fn from(error: KeysError) -> Self {
        match &error {
            KeysError::None { looked_at, agent } => {
                let make = match looked_at {
                    Some(path) => Message::new("hint-key-make-or-put").with("path", shown(path)),
                    None => Message::new("hint-key-make"),
                };
                Self::refused(&error).with_hint(match agent.is_empty() {
                    true => make,
                    false => make.line(Message::new("hint-key-or-agent").with("has", signing::has(agent))),
                })
            }
            KeysError::Agent(agent) => signing::from_agent(agent, &error),
            KeysError::NotInAgent { file, has, .. } => {
                let add = Message::new("hint-key-add").with("add", signing::add(file.as_deref()));
                Self::refused(&error).with_hint(add.with("has", signing::has(has)))
            }
            KeysError::UnusableInAgent { .. } => Self::refused(&error).with_hint("hint-key-ed25519"),
            KeysError::Uri(UriError::Pin) => Self::refused(&error).with_hint("hint-key-pin"),
            KeysError::Uri(_) => Self::refused(&error).with_hint("hint-key-uri"),
            #[cfg(feature = "pkcs11")]
            KeysError::NoModule => Self::refused(&error).with_hint("hint-key-module"),
            #[cfg(feature = "pkcs11")]
            KeysError::Token(token) => from_token(token, &error),
            #[cfg(not(feature = "pkcs11"))]
            KeysError::NoTokens => Self::refused(&error).with_hint("hint-key-build"),
            KeysError::Fingerprint { .. } => Self::refused(&error).with_hint("hint-key-fingerprints"),
            KeysError::OtherPublic { .. } => Self::refused(&error).with_hint("hint-key-right-pub"),
            KeysError::Name { .. } => Self::refused(&error).with_hint("hint-key-comment"),
            KeysError::Folder { .. } => Self::failed(&error),
        }
    }
}

impl From<KeyFileError> for CliError {
    fn from(error: KeyFileError) -> Self {
        match &error {
            KeyFileError::Io { .. } => Self::failed(&error),
            KeyFileError::Exists(_) => Self::refused(&error).with_hint("hint-key-other-name"),
            KeyFileError::OpenToOthers { path, .. } => {
                Self::refused(&error).with_hint(Message::new("hint-key-chmod").with("path", quoted(path)))
            }
            KeyFileError::Key { source, .. } => match key_hint(source) {
                Some(hint) => Self::refused(&error).with_hint(hint),
                None => Self::refused(&error),
            },
            KeyFileError::PublicKey { source: PublicKeyError::UnsupportedType(_), .. } => {
                Self::refused(&error).with_hint("hint-key-make-ed25519")
            }
            KeyFileError::Keyset { source: KeysetError::NoThreshold, .. } => {
                Self::refused(&error).with_hint("hint-key-anchor")
            }
            _ => Self::refused(&error),
        }
    }
}

#[cfg(feature = "pkcs11")]
fn from_token(token: &TokenError, whole: &KeysError) -> CliError {
    let has = |none: &'static str, some: &'static str, labels: &[String]| match labels {
        [] => Message::new(none),
        labels => {
            let shown: Vec<_> = labels.iter().map(|label| record_text(label)).collect();
            Message::new(some).with("labels", shown.join(", "))
        }
    };
    let tokens = |labels: &[String]| has("token-none", "token-has", labels);
    match token {
        TokenError::Load { .. } => CliError::failed(whole).with_hint("hint-token-library"),
        TokenError::Module { .. } | TokenError::Signature(_) => {
            CliError::failed(whole).with_hint("hint-token-inserted")
        }
        TokenError::NoToken { has: labels } => CliError::refused(whole).with_hint(tokens(labels)),
        TokenError::SeveralTokens { has: labels } => {
            CliError::refused(whole).with_hint(Message::new("hint-token-label").with("has", tokens(labels)))
        }
        TokenError::NoKey { has: labels } => {
            CliError::refused(whole).with_hint(has("token-no-key", "token-has-key", labels))
        }
        TokenError::SeveralKeys => CliError::refused(whole).with_hint("hint-token-key-label"),
        TokenError::WrongPin => CliError::refused(whole).with_hint("hint-token-wrong-pin"),
        TokenError::PinLocked => CliError::refused(whole).with_hint("hint-token-locked"),
        TokenError::NotEd25519 => CliError::refused(whole).with_hint("hint-token-ed25519"),
        TokenError::NoPublicHalf => CliError::refused(whole).with_hint("hint-token-public"),
        _ => CliError::refused(whole),
    }
}

fn key_hint(error: &KeyError) -> Option<&'static str> {
    Some(match error {
        KeyError::OpenSshForm => "hint-key-openssh",
        KeyError::NotPkcs8 | KeyError::NotEd25519 => "hint-key-make-new",
        KeyError::NeedsPassphrase => "hint-passphrase-file",
        KeyError::WrongPassphrase => "hint-passphrase-again",
        KeyError::UnsupportedEncryption | KeyError::CostlyEncryption => "hint-key-openssl",
        _ => return None,
    })
}
