//! Which key is meant: what `--key`, `--agent` or the environment name.

use std::path::{Path, PathBuf};

use sealbag_signers::token::uri::{SCHEME, TokenUri};

use super::KeysError;

/// A key, named and not opened yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum KeySource {
    /// A private key file.
    File(PathBuf),
    /// A key in the ssh-agent.
    Agent(InAgent),
    /// A key in a PKCS#11 token.
    Token(Box<TokenUri>),
}

/// A key in the ssh-agent, by what the user has of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum InAgent {
    /// `SHA256:...`
    Fingerprint(String),
    /// Its public key file.
    PublicFile(PathBuf),
}

impl KeySource {
    /// A key in a token.
    pub(super) fn token(uri: TokenUri) -> Self {
        Self::Token(Box::new(uri))
    }

    /// What `--key` or `SEALBAG_KEY` gives. A public key file means the key in the agent, as for `ssh-keygen -Y sign`.
    ///
    /// # Errors
    /// It begins as a fingerprint or a PKCS#11 URI, and is none.
    pub(crate) fn of_key(given: &Path) -> Result<Self, KeysError> {
        match given.to_str() {
            Some(text) if text.starts_with("SHA256:") => Ok(Self::Agent(InAgent::parse(given)?)),
            Some(text) if text.starts_with(SCHEME) => Ok(Self::token(TokenUri::parse(text)?)),
            _ if given.extension().is_some_and(|extension| extension == "pub") => {
                Ok(Self::Agent(InAgent::PublicFile(given.to_owned())))
            }
            _ => Ok(Self::File(given.to_owned())),
        }
    }
}

impl InAgent {
    /// What `--agent` gives.
    ///
    /// # Errors
    /// It begins as a fingerprint and is none.
    pub(crate) fn parse(given: &Path) -> Result<Self, KeysError> {
        let Some(text) = given.to_str().filter(|text| text.starts_with("SHA256:")) else {
            return Ok(Self::PublicFile(given.to_owned()));
        };
        if is_fingerprint(text) {
            Ok(Self::Fingerprint(text.to_owned()))
        } else {
            Err(KeysError::Fingerprint { given: text.to_owned() })
        }
    }
}

/// `SHA256:` and the unpadded base64 of 32 bytes.
fn is_fingerprint(text: &str) -> bool {
    let digest = text.strip_prefix("SHA256:").unwrap_or_default();
    digest.len() == 43 && digest.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINGERPRINT: &str = "SHA256:fe85JkIjo8VPe+XqXJGH5Mau1EMFdK1OdKvJUFicyA8";

    #[test]
    fn a_key_is_a_file_unless_it_says_that_it_lies_in_the_agent() {
        let of = |text: &str| KeySource::of_key(Path::new(text)).expect("a key");
        assert_eq!(of("officer.key"), KeySource::File("officer.key".into()));
        assert_eq!(of("officer.key.pub"), KeySource::Agent(InAgent::PublicFile("officer.key.pub".into())));
        assert_eq!(of(FINGERPRINT), KeySource::Agent(InAgent::Fingerprint(FINGERPRINT.to_owned())));
        assert_eq!(of("./SHA256:x"), KeySource::File("./SHA256:x".into()));
        assert!(matches!(of("pkcs11:object=officer"), KeySource::Token(_)));
        assert!(KeySource::of_key(Path::new("pkcs11:object")).is_err(), "no file of that name is meant");
    }

    #[test]
    fn half_a_fingerprint_is_refused() {
        for wrong in ["SHA256:", "SHA256:abc", &FINGERPRINT[..49], &format!("{FINGERPRINT}="), "SHA256:fe85 kIjo8VPe"] {
            assert!(InAgent::parse(Path::new(wrong)).is_err(), "{wrong}");
            assert!(KeySource::of_key(Path::new(wrong)).is_err(), "{wrong}");
        }
    }
}
