//! What is asked of an authority: TimeStampReq (RFC 3161, 2.4.1).

use crate::Oid;
use crate::element::{BOOLEAN, Element, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, context, write};
use crate::fault::Fault;
use crate::imprint::Imprint;
use crate::info::{imprint, refuse_critical};
use crate::nonce::Nonce;

/// Bytes of a request that are read.
pub const MAX_REQUEST_LEN: usize = 4096;

/// Whether the authority is asked to send its certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certificates {
    /// With the token, so that it can be checked alone.
    Included,
    /// Not; they must be kept beside it.
    LeftOut,
}

/// A request. [`Self::to_der`] and [`Self::parse`] accept exactly each other's bytes, but that `certReq FALSE` and
/// extensions that are not critical are read too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The digest to be stamped.
    pub imprint: Imprint,
    /// The policy that is asked for.
    pub policy: Option<Oid>,
    /// A number that only the answer to this request can have.
    pub nonce: Option<Nonce>,
    /// Whether certificates are wanted.
    pub certificates: Certificates,
}

impl Request {
    /// The bytes to be sent, as `application/timestamp-query`.
    pub fn to_der(&self) -> Vec<u8> {
        let (mut id, mut imprint, mut fields, mut out) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        write(&mut id, OBJECT_IDENTIFIER, self.imprint.algorithm().oid().as_bytes());
        id.extend_from_slice(&[0x05, 0x00]);
        write(&mut imprint, SEQUENCE, &id);
        write(&mut imprint, OCTET_STRING, self.imprint.value());
        write(&mut fields, INTEGER, &[1]);
        write(&mut fields, SEQUENCE, &imprint);
        if let Some(policy) = &self.policy {
            write(&mut fields, OBJECT_IDENTIFIER, policy.as_bytes());
        }
        if let Some(nonce) = &self.nonce {
            nonce.write(&mut fields);
        }
        if self.certificates == Certificates::Included {
            write(&mut fields, BOOLEAN, &[0xff]);
        }
        write(&mut out, SEQUENCE, &fields);
        out
    }

    /// Reads a request.
    ///
    /// # Errors
    /// [`Fault::Malformed`], [`Fault::TooLarge`]; [`Fault::VersionUnsupported`], [`Fault::ExtensionUnsupported`], and for
    /// the digest [`Fault::ImprintWeak`] or [`Fault::AlgorithmUnsupported`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        const WHAT: &str = "the request";
        if bytes.len() > MAX_REQUEST_LEN {
            return Err(Fault::TooLarge { limit: MAX_REQUEST_LEN, what: "bytes" });
        }
        let mut fields = Element::only(bytes, SEQUENCE, WHAT)?.elements();
        if fields.any(WHAT)?.small(INTEGER, WHAT)? != 1 {
            return Err(Fault::VersionUnsupported { what: "request" });
        }
        let imprint = imprint(fields.expect(SEQUENCE, WHAT)?)?;
        let policy = fields.optional(OBJECT_IDENTIFIER)?.map(|policy| policy.oid(WHAT)).transpose()?;
        let nonce = fields.optional(INTEGER)?.map(Nonce::parse).transpose()?;
        let certificates = match fields.optional(BOOLEAN)?.map(|wanted| wanted.boolean(WHAT)).transpose()? {
            Some(true) => Certificates::Included,
            Some(false) | None => Certificates::LeftOut,
        };
        if let Some(extensions) = fields.optional(context(0))? {
            refuse_critical(extensions)?;
        }
        fields.end(WHAT)?;
        Ok(Self { imprint, policy, nonce, certificates })
    }
}
