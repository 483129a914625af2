//! What a token must have, by the data or by the request.

use crate::Oid;
use crate::fault::Fault;
use crate::imprint::Imprint;
use crate::info::Statement;
use crate::nonce::Nonce;
use crate::request::Request;

/// What the data or the request say that the token must have.
#[derive(Clone, Debug)]
pub struct Expected<'a> {
    stamped: Stamped<'a>,
    nonce: Option<Nonce>,
    policy: Option<Oid>,
}

#[derive(Clone, Debug)]
enum Stamped<'a> {
    Bytes(&'a [u8]),
    Imprint(Imprint),
}

impl<'a> Expected<'a> {
    /// A token over these bytes, whichever digest it uses.
    pub fn over(data: &'a [u8]) -> Self {
        Self { stamped: Stamped::Bytes(data), nonce: None, policy: None }
    }

    /// A token over data with this digest.
    pub fn imprint(imprint: Imprint) -> Self {
        Self { stamped: Stamped::Imprint(imprint), nonce: None, policy: None }
    }

    /// The answer to this request: its imprint, its nonce and its policy, if it has them.
    pub fn answer_to(request: &Request) -> Self {
        Self {
            stamped: Stamped::Imprint(request.imprint.clone()),
            nonce: request.nonce.clone(),
            policy: request.policy,
        }
    }

    /// The token must be made under this policy.
    #[must_use]
    pub fn under(mut self, policy: Oid) -> Self {
        self.policy = Some(policy);
        self
    }

    pub(crate) fn check(&self, statement: &Statement) -> Result<(), Fault> {
        let found = &statement.imprint;
        let expected = match &self.stamped {
            Stamped::Bytes(data) => Imprint::of(found.algorithm(), data),
            Stamped::Imprint(imprint) => imprint.clone(),
        };
        if expected != *found {
            return Err(Fault::ImprintMismatch { expected, found: found.clone() });
        }
        if let Some(expected) = self.nonce.as_ref().filter(|nonce| statement.nonce.as_ref() != Some(nonce)) {
            return Err(Fault::NonceMismatch { expected: expected.clone(), found: statement.nonce.clone() });
        }
        match self.policy {
            Some(expected) if expected != statement.policy => {
                Err(Fault::PolicyMismatch { expected, found: statement.policy })
            }
            _ => Ok(()),
        }
    }
}
