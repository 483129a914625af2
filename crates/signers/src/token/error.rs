//! Why a token did not do what it was asked.

use std::path::PathBuf;

/// Why there is no key in a token to sign with, or why it did not sign. No message holds a PIN.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TokenError {
    /// The library cannot be loaded, or is no PKCS#11 module.
    #[error("cannot load the PKCS#11 module {}", path.display().to_string().escape_debug())]
    Load {
        /// The library.
        path: PathBuf,
        /// What the system or the module said.
        #[source]
        source: cryptoki::error::Error,
    },
    /// Not the path of a regular file.
    #[error("the PKCS#11 module {} is not a file", .0.display().to_string().escape_debug())]
    NoModule(PathBuf),
    /// The module failed at something.
    #[error("the PKCS#11 module cannot {action}")]
    Module {
        /// What was asked.
        action: &'static str,
        /// What it said.
        #[source]
        source: cryptoki::error::Error,
    },
    /// No token fits.
    #[error("no such token is inserted")]
    NoToken {
        /// Labels of the tokens that are.
        has: Vec<String>,
    },
    /// More than one token fits.
    #[error("several tokens fit")]
    SeveralTokens {
        /// Their labels.
        has: Vec<String>,
    },
    /// The PIN is not the token's.
    #[error("the token refused the PIN")]
    WrongPin,
    /// Too many wrong PINs.
    #[error("the PIN of the token is locked")]
    PinLocked,
    /// No private key fits.
    #[error("the token has no such private key")]
    NoKey {
        /// Labels of the private keys that it has.
        has: Vec<String>,
    },
    /// More than one private key fits.
    #[error("several private keys of the token fit")]
    SeveralKeys,
    /// The key is of another type.
    #[error("the key in the token is not an Ed25519 key")]
    NotEd25519,
    /// Nothing in the token says what the public half is.
    #[error("the token does not show the public half of the key")]
    NoPublicHalf,
    /// A signature of a wrong size.
    #[error("the token gave a signature of {0} bytes instead of 64")]
    Signature(usize),
}
