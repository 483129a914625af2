//! Keys in PKCS#11 tokens: smart cards, hardware security modules.
//!
//! [`uri`] and [`Selection`] say which key is meant, and are always there. `module` loads the library that a token's
//! maker gives and signs with it; a C library then runs in this process, so it stands behind the feature `pkcs11`.

mod selection;
pub mod uri;

#[cfg(feature = "pkcs11")]
mod error;
#[cfg(feature = "pkcs11")]
mod module;

#[cfg(feature = "pkcs11")]
pub use error::TokenError;
#[cfg(feature = "pkcs11")]
pub use module::{Token, TokenSigner};
pub use selection::{Selection, TokenFacts};
