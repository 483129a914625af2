//! Keys that never leave where they are kept: ssh-agent and PKCS#11 tokens sign, and the signature alone comes out.
//!
//! Both are a [`Signer`](sealbag_custody::key::Signer), as a key file is. Nothing that an agent or a token answers is
//! trusted: a signature is verified against the key that was asked for before anybody gets it, and every length is bounded.
//! The crate speaks to sockets and loads libraries, which is why it stands beside the pure core and not in it.
//!
//! Spec: `docs/spec/keys.md`, "Keys in an agent" and "Keys in a token".
//!
//! ```
//! use sealbag_signers::agent::Agent;
//!
//! let agent = Agent::at("/nowhere/agent.sock".into());
//! assert!(agent.list().is_err(), "nobody listens there");
//! ```

pub mod agent;
pub mod token;
