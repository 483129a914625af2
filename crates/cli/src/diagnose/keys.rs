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

impl From<KeysError> for CliError {
    fn from(error: KeysError) -> Self {
        match &error {
            KeysError::None { looked_at, agent } => {
                let place = looked_at.as_deref().map(|path| format!(", or put one at {}", shown(path)));
                let agent = match agent.is_empty() {
                    true => String::new(),
                    false => format!("\n      or name one with --agent SHA256:...; {}", signing::has(agent)),
                };
                Self::refused(&error).with_hint(format!(
                    "make one with `sealbag key new NAME --out FILE` and name it with --key FILE{}{agent}",
                    place.unwrap_or_default()
                ))
            }
            KeysError::Agent(agent) => signing::from_agent(agent, &error),
            KeysError::NotInAgent { file, has, .. } => {
                Self::refused(&error).with_hint(format!("{}; {}", signing::add(file.as_deref()), signing::has(has)))
            }
            KeysError::UnusableInAgent { .. } => Self::refused(&error).with_hint(
                "make an Ed25519 key with `ssh-keygen -t ed25519` or, on a security key, `ssh-keygen -t ed25519-sk`",
            ),
            KeysError::Uri(UriError::Pin) => Self::refused(&error)
                .with_hint("others can see command lines; give the PIN on the terminal or with --passphrase-file FILE"),
            KeysError::Uri(_) => Self::refused(&error)
                .with_hint("for example pkcs11:token=LABEL;object=LABEL?module-path=/PATH/OF/MODULE.so"),
            #[cfg(feature = "pkcs11")]
            KeysError::NoModule => Self::refused(&error)
                .with_hint("name the library with --pkcs11 MODULE, or with ?module-path=MODULE in the URI"),
            #[cfg(feature = "pkcs11")]
            KeysError::Token(token) => from_token(token, &error),
            #[cfg(not(feature = "pkcs11"))]
            KeysError::NoTokens => {
                Self::refused(&error).with_hint("build it with: cargo build --release --features pkcs11")
            }
            KeysError::Fingerprint { .. } => {
                Self::refused(&error).with_hint("`ssh-add -l` shows the fingerprints of the keys in the agent")
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

#[cfg(feature = "pkcs11")]
fn from_token(token: &TokenError, whole: &KeysError) -> CliError {
    let has = |what: &str, labels: &[String]| match labels {
        [] => format!("there is no {what}"),
        labels => {
            let shown: Vec<_> = labels.iter().map(|label| record_text(label)).collect();
            format!("there is {what} {}", shown.join(", "))
        }
    };
    match token {
        TokenError::Load { .. } => CliError::failed(whole)
            .with_hint("it must be a PKCS#11 library for this kind of machine; its configuration may be wrong"),
        TokenError::Module { .. } | TokenError::Signature(_) => {
            CliError::failed(whole).with_hint("see that the token is inserted and not used by another program")
        }
        TokenError::NoToken { has: labels } => CliError::refused(whole).with_hint(has("token", labels)),
        TokenError::SeveralTokens { has: labels } => {
            CliError::refused(whole).with_hint(format!("name one with --token-label LABEL; {}", has("token", labels)))
        }
        TokenError::NoKey { has: labels } => CliError::refused(whole).with_hint(has("private key", labels)),
        TokenError::SeveralKeys => {
            CliError::refused(whole).with_hint("name one with --key-label LABEL, or by id= in a URI")
        }
        TokenError::WrongPin => {
            CliError::refused(whole).with_hint("a token locks after a few wrong PINs; be sure before you try again")
        }
        TokenError::PinLocked => {
            CliError::refused(whole).with_hint("whoever manages the token unlocks it with its other PIN")
        }
        TokenError::NotEd25519 => CliError::refused(whole).with_hint("make an Ed25519 key in the token (edwards25519)"),
        TokenError::NoPublicHalf => {
            CliError::refused(whole).with_hint("put the public key object of the same id into the token as well")
        }
        _ => CliError::refused(whole),
    }
}

fn key_hint(error: &KeyError) -> Option<&'static str> {
    Some(match error {
        KeyError::OpenSshForm => "add it to the ssh-agent with `ssh-add FILE`, and sign with --agent FILE.pub",
        KeyError::NotPkcs8 | KeyError::NotEd25519 => "make a key with `sealbag key new NAME --out FILE`",
        KeyError::NeedsPassphrase => "give the passphrase with --passphrase-file FILE",
        KeyError::WrongPassphrase => "try again; spaces and case count",
        KeyError::UnsupportedEncryption | KeyError::CostlyEncryption => {
            "write it anew with `openssl pkcs8 -topk8 -scrypt -in FILE -out NEW`"
        }
        _ => return None,
    })
}
