//! A client of ssh-agent (RFC 9987): which keys it has, and signatures by them.
//!
//! Two requests, each over a connection of its own, so that an agent that was restarted during a long seal still signs.
//! The private key stays with the agent, or with the security key or smart card behind it. What it answers is parsed
//! strictly, and a signature is verified before it is used.

mod error;
pub mod message;
mod stream;

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sealbag_custody::key::{SignError, Signer};
use sealbag_custody::public_key::{PublicKey, SK_ED25519};
use sealbag_custody::sshsig::{self, Namespace};

pub use error::AgentError;
pub use message::{Identity, Listing, OtherKey};

/// How long an agent may take. Listing needs nobody; a signature may wait for a PIN, a touch, a confirmation.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For the list of keys.
    pub list: Duration,
    /// For one signature.
    pub sign: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { list: Duration::from_secs(10), sign: Duration::from_secs(300) }
    }
}

/// An ssh-agent, by the place where it listens. Nothing is connected until something is asked.
#[derive(Clone, Debug)]
pub struct Agent {
    place: PathBuf,
    limits: Limits,
}

impl Agent {
    /// The agent that listens on this Unix socket, or on this named pipe of Windows.
    pub fn at(place: PathBuf) -> Self {
        Self { place, limits: Limits::default() }
    }

    /// The agent of this user: where `SSH_AUTH_SOCK` says, whose value the caller gives. On Windows without it, the pipe
    /// of the system's OpenSSH.
    ///
    /// # Errors
    /// There is no such value, or it is empty.
    pub fn of_user(ssh_auth_sock: Option<OsString>) -> Result<Self, AgentError> {
        let named = ssh_auth_sock.filter(|value| !value.is_empty()).map(PathBuf::from);
        named.or_else(stream::default_place).map(Self::at).ok_or(AgentError::NotNamed)
    }

    /// The same agent with other limits.
    pub fn within(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Where it listens.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// The keys that it has. One that is locked says that it has none.
    ///
    /// # Errors
    /// It cannot be reached, or answers anything but a list of keys.
    pub fn list(&self) -> Result<Listing, AgentError> {
        let answer = stream::exchange(&self.place, &message::list_request(), self.limits.list)?;
        message::read_listing(&answer)
    }

    /// A key of this agent as a signer; whether the agent has it shows when it signs.
    pub fn signer(&self, key: PublicKey) -> AgentSigner {
        AgentSigner { agent: self.clone(), key }
    }
}

/// A key whose private half an agent holds.
#[derive(Clone)]
pub struct AgentSigner {
    agent: Agent,
    key: PublicKey,
}

impl AgentSigner {
    /// True if somebody has to touch a security key for each signature.
    pub fn needs_touch(&self) -> bool {
        self.key.key_type() == SK_ED25519
    }
}

impl Signer for AgentSigner {
    fn public_key(&self) -> &PublicKey {
        &self.key
    }

    fn sign(&self, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
        let unavailable = |error: AgentError| SignError::Unavailable { source: error.into() };
        let request = message::sign_request(&self.key, &sshsig::signed_bytes(namespace, message));
        let answer = stream::exchange(&self.agent.place, &request, self.agent.limits.sign).map_err(unavailable)?;
        let signature = message::read_signature(&answer).map_err(unavailable)?;
        Ok(sshsig::wrap(&self.key, namespace, message, signature)?)
    }
}

impl fmt::Debug for AgentSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AgentSigner({}, {})", self.agent.place.display(), self.key)
    }
}
