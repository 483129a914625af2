//! Why there is no key to work with.

use std::path::PathBuf;

use sealbag_custody::key_file;
use sealbag_custody::public_key::PublicKeyError;
use sealbag_custody::text::TextError;
use sealbag_signers::agent::AgentError;
#[cfg(feature = "pkcs11")]
use sealbag_signers::token::TokenError;
use sealbag_signers::token::uri::UriError;

use crate::terminal::{record_text, shown};

/// Why there is no key to work with.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum KeysError {
    /// Neither flag nor environment name a key, and the configuration folder has none.
    #[error("no key to sign with")]
    None {
        /// Where one was looked for, if this system has a configuration folder.
        looked_at: Option<PathBuf>,
        /// What the ssh-agent has, a line each, safe to show.
        agent: Vec<String>,
    },
    /// The ssh-agent cannot be asked.
    #[error(transparent)]
    Agent(AgentError),
    /// The ssh-agent has other keys.
    #[error("the ssh-agent does not have the key {fingerprint}")]
    NotInAgent {
        /// The key that was asked for.
        fingerprint: String,
        /// Its public key file, if that was named.
        file: Option<PathBuf>,
        /// What it has, a line each, safe to show.
        has: Vec<String>,
    },
    /// The ssh-agent has the key, and it cannot sign for sealbag.
    #[error("the key {fingerprint} in the ssh-agent cannot be used: {why}")]
    UnusableInAgent {
        /// The key that was asked for.
        fingerprint: String,
        /// Why not.
        why: PublicKeyError,
    },
    /// Begins as a fingerprint does, and is none.
    #[error("not a fingerprint: {}; it is SHA256: and 43 characters", record_text(given))]
    Fingerprint {
        /// What was given.
        given: String,
    },
    /// A PKCS#11 URI that names no key.
    #[error(transparent)]
    Uri(#[from] UriError),
    /// A URI without a module, and no flag that names one.
    #[cfg(feature = "pkcs11")]
    #[error("nothing says which PKCS#11 module has the key")]
    NoModule,
    /// The key in a token cannot be used.
    #[cfg(feature = "pkcs11")]
    #[error(transparent)]
    Token(Box<TokenError>),
    /// This program was built without what a URI needs.
    #[cfg(not(feature = "pkcs11"))]
    #[error("this build of the program cannot sign with PKCS#11 tokens")]
    NoTokens,
    /// The public key file beside a private key is another key's.
    #[error("{} is not the public half of {}", shown(&key_file::public_path(private)), shown(private))]
    OtherPublic {
        /// The private key file.
        private: PathBuf,
    },
    /// The comment of a public key file cannot be a name.
    #[error("the comment in {} cannot be a name", shown(path))]
    Name {
        /// The public key file.
        path: PathBuf,
        /// What is wrong.
        #[source]
        source: TextError,
    },
    /// The folder of a new key could not be made.
    #[error("cannot make the folder {}", shown(path))]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

#[cfg(feature = "pkcs11")]
impl KeysError {
    pub(super) fn token(error: TokenError) -> Self {
        Self::Token(Box::new(error))
    }
}
