//! A key that signs, wherever its private half is.

use sealbag_custody::key::{KeyPair, SignError, Signer};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::sshsig::Namespace;
use sealbag_custody::text::Text;
use sealbag_signers::agent::AgentSigner;
#[cfg(feature = "pkcs11")]
use sealbag_signers::token::TokenSigner;

use super::in_agent;
use crate::words::Words;

/// A key that is ready to sign, and the name that stands beside its public half.
pub(crate) struct SignerKey {
    holder: Holder,
    /// The comment of `FILE.pub`, or of the key in the agent; `None` if there is none.
    pub(crate) name: Option<Text>,
}

/// What holds the private half.
enum Holder {
    Memory(KeyPair),
    Agent(AgentSigner, in_agent::Said),
    #[cfg(feature = "pkcs11")]
    Token(TokenSigner),
}

impl SignerKey {
    pub(super) fn in_memory(pair: KeyPair, name: Option<Text>) -> Self {
        Self { holder: Holder::Memory(pair), name }
    }

    pub(super) fn in_agent(signer: AgentSigner, name: Option<Text>, words: &Words) -> Self {
        let said = in_agent::Said::new(&signer, words);
        Self { holder: Holder::Agent(signer, said), name }
    }

    #[cfg(feature = "pkcs11")]
    pub(super) fn in_token(signer: TokenSigner) -> Self {
        Self { holder: Holder::Token(signer), name: None }
    }

    /// The public half.
    pub(crate) fn public_key(&self) -> &PublicKey {
        match &self.holder {
            Holder::Memory(pair) => pair.public_key(),
            Holder::Agent(signer, _) => signer.public_key(),
            #[cfg(feature = "pkcs11")]
            Holder::Token(signer) => signer.public_key(),
        }
    }

    /// The key as a signer that tells a person through `say` when something has to be done.
    pub(crate) fn telling<'a>(&'a self, say: &'a dyn Fn(&str)) -> Telling<'a> {
        Telling { key: self, say }
    }
}

/// A key, and how to reach the person who has to touch it.
pub(crate) struct Telling<'a> {
    key: &'a SignerKey,
    say: &'a dyn Fn(&str),
}

impl Signer for Telling<'_> {
    fn public_key(&self) -> &PublicKey {
        self.key.public_key()
    }

    fn sign(&self, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
        match &self.key.holder {
            Holder::Memory(pair) => pair.sign(namespace, message),
            Holder::Agent(signer, said) => in_agent::sign(signer, said, self.say, namespace, message),
            #[cfg(feature = "pkcs11")]
            Holder::Token(signer) => signer.sign(namespace, message),
        }
    }
}
