//! Algorithm identifiers: an object identifier and its parameters (RFC 5280, 4.1.1.2).

use crate::Oid;
use crate::element::{Element, SEQUENCE};
use crate::fault::Fault;

const NULL: [u8; 2] = [0x05, 0x00];

/// An algorithm as it is named in a token or certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AlgorithmId {
    pub(crate) oid: Oid,
    /// The whole element; empty if there is none.
    pub(crate) parameters: Vec<u8>,
}

impl AlgorithmId {
    pub(crate) fn parse(element: Element<'_>) -> Result<Self, Fault> {
        const WHAT: &str = "an algorithm identifier";
        if element.tag != SEQUENCE {
            return Err(Fault::malformed(WHAT));
        }
        let mut fields = element.elements();
        let oid = fields.any(WHAT)?.oid(WHAT)?;
        let parameters = fields.next()?.map(|parameters| parameters.whole.to_vec()).unwrap_or_default();
        fields.end(WHAT)?;
        Ok(Self { oid, parameters })
    }

    /// Whether there are no parameters, or NULL, which means the same.
    pub(crate) fn is_plain(&self) -> bool {
        self.parameters.is_empty() || self.parameters == NULL
    }
}
