//! Who signed a token, over what: SignerInfo (RFC 5652, 5.3) and its signed attributes (RFC 5816).

use sha1::Sha1;
use sha2::Digest;

use crate::Oid;
use crate::algorithm::AlgorithmId;
use crate::certificate::{Certificate, same_name};
use crate::element::{Element, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, SET, context, context_primitive};
use crate::fault::{Fault, strong_digest};
use crate::imprint::Algorithm;
use crate::oid;

/// Most certificates that an attribute names.
const MAX_NAMED: usize = 64;

/// How the signer's certificate is named in the envelope. Nothing signs it.
#[derive(Clone, Debug)]
pub(crate) enum SignerId {
    /// The issuer's name, whole, and the bytes of the serial number.
    IssuerAndSerial { issuer: Vec<u8>, serial: Vec<u8> },
    /// Its subject key identifier.
    KeyId(Vec<u8>),
}

impl SignerId {
    pub(crate) fn names(&self, certificate: &Certificate) -> bool {
        match self {
            Self::IssuerAndSerial { issuer, serial } => {
                certificate.serial() == serial && same_name(certificate.issuer_der(), issuer)
            }
            Self::KeyId(id) => certificate.key_id().is_some_and(|own| own == *id),
        }
    }
}

/// The hash of a certificate in `signingCertificate` or `signingCertificateV2` (ESSCertID).
#[derive(Clone, Debug)]
struct Named {
    algorithm: NamedBy,
    hash: Vec<u8>,
    /// The issuer's name, whole, and the bytes of the serial number.
    issuer_serial: Option<(Vec<u8>, Vec<u8>)>,
}

#[derive(Clone, Copy, Debug)]
enum NamedBy {
    /// ESSCertID of RFC 2634: always SHA-1.
    Sha1,
    Of(Algorithm),
}

impl Named {
    fn names(&self, certificate: &Certificate) -> bool {
        let hash = match self.algorithm {
            NamedBy::Sha1 => Sha1::digest(certificate.der()).to_vec(),
            NamedBy::Of(algorithm) => algorithm.digest(certificate.der()),
        };
        let fits = |(issuer, serial): &(Vec<u8>, Vec<u8>)| {
            certificate.serial() == serial && same_name(certificate.issuer_der(), issuer)
        };
        self.hash == hash && self.issuer_serial.as_ref().is_none_or(fits)
    }
}

/// One signer and what was signed.
#[derive(Clone, Debug)]
pub(crate) struct Signer {
    pub(crate) id: SignerId,
    digest: AlgorithmId,
    pub(crate) signature_algorithm: AlgorithmId,
    pub(crate) signature: Vec<u8>,
    /// The signed attributes as a SET, as they were hashed; `None` if there are none.
    attributes: Option<Vec<u8>>,
}

/// What the signed attributes say.
pub(crate) struct Attributes {
    content_type: Option<Oid>,
    message_digest: Option<Vec<u8>>,
    named: Vec<Named>,
}

impl Signer {
    pub(crate) fn parse(element: Element<'_>) -> Result<Self, Fault> {
        const WHAT: &str = "its signer";
        let mut fields = element.elements();
        let version = fields.any(WHAT)?.small(INTEGER, WHAT)?;
        if version != 1 && version != 3 {
            return Err(Fault::VersionUnsupported { what: "signer" });
        }
        let id = fields.any(WHAT)?;
        let id = match id.tag {
            SEQUENCE => {
                let mut parts = id.elements();
                let issuer = parts.expect(SEQUENCE, WHAT)?.whole.to_vec();
                let serial = parts.expect(INTEGER, WHAT)?.content.to_vec();
                parts.end(WHAT)?;
                SignerId::IssuerAndSerial { issuer, serial }
            }
            tag if tag == context_primitive(0) => SignerId::KeyId(id.content.to_vec()),
            _ => return Err(Fault::malformed(WHAT)),
        };
        let digest = AlgorithmId::parse(fields.any(WHAT)?)?;
        let attributes = fields.optional(context(0))?.map(|attributes| {
            // What is signed is the SET itself, not the field [0] that it stands in (RFC 5652, 5.4).
            let mut set = attributes.whole.to_vec();
            set[0] = SET;
            set
        });
        let signature_algorithm = AlgorithmId::parse(fields.any(WHAT)?)?;
        let signature = fields.expect(OCTET_STRING, WHAT)?.content.to_vec();
        // Unsigned attributes prove nothing and are not read.
        fields.optional(context(1))?;
        fields.end(WHAT)?;
        Ok(Self { id, digest, signature_algorithm, signature, attributes })
    }

    /// The digest that is signed.
    pub(crate) fn digest(&self) -> Result<Algorithm, Fault> {
        let algorithm = strong_digest(self.digest.oid, "time-stamp")?;
        if self.digest.is_plain() { Ok(algorithm) } else { Err(Fault::malformed("the parameters of its digest")) }
    }

    /// The bytes that are signed, and what they say.
    pub(crate) fn attributes(&self) -> Result<(&[u8], Attributes), Fault> {
        let bytes = self.attributes.as_deref().ok_or(Fault::AttributesMissing)?;
        Ok((bytes, Attributes::parse(Element::only(bytes, SET, "its signed attributes")?)?))
    }
}

impl Attributes {
    fn parse(set: Element<'_>) -> Result<Self, Fault> {
        const WHAT: &str = "its signed attributes";
        let (mut seen, mut list) = (Vec::new(), set.elements());
        let mut attributes = Self { content_type: None, message_digest: None, named: Vec::new() };
        while !list.is_empty() {
            let mut fields = list.expect(SEQUENCE, WHAT)?.elements();
            let kind = fields.any(WHAT)?.oid(WHAT)?;
            let values = fields.expect(SET, WHAT)?;
            fields.end(WHAT)?;
            // A second one of a kind would leave open which of them counts.
            if seen.contains(&kind) || seen.len() == MAX_NAMED {
                return Err(Fault::malformed(WHAT));
            }
            seen.push(kind);
            match kind {
                oid::CONTENT_TYPE => attributes.content_type = Some(one(values, OBJECT_IDENTIFIER)?.oid(WHAT)?),
                oid::MESSAGE_DIGEST => attributes.message_digest = Some(one(values, OCTET_STRING)?.content.to_vec()),
                oid::SIGNING_CERTIFICATE => attributes.named.push(named_first(one(values, SEQUENCE)?, Version::One)?),
                oid::SIGNING_CERTIFICATE_V2 => {
                    attributes.named.push(named_first(one(values, SEQUENCE)?, Version::Two)?)
                }
                _ => {}
            }
        }
        Ok(attributes)
    }

    /// Content type and digest are those of the content.
    pub(crate) fn cover(&self, content: &[u8], digest: Algorithm) -> Result<(), Fault> {
        if self.content_type != Some(oid::TST_INFO) {
            return Err(Fault::ContentType);
        }
        if self.message_digest.as_deref() != Some(&digest.digest(content)) {
            return Err(Fault::MessageDigest);
        }
        if self.named.is_empty() { Err(Fault::SigningCertificateMissing) } else { Ok(()) }
    }

    /// Every attribute that names the signer's certificate names this one.
    pub(crate) fn name(&self, certificate: &Certificate) -> bool {
        !self.named.is_empty() && self.named.iter().all(|named| named.names(certificate))
    }
}

fn one<'a>(values: Element<'a>, tag: u8) -> Result<Element<'a>, Fault> {
    Element::only(values.content, tag, "its signed attributes")
}

enum Version {
    One,
    Two,
}

/// The first certificate that is named, which is the signer's (RFC 5035, 5); further ones are not judged.
fn named_first(element: Element<'_>, version: Version) -> Result<Named, Fault> {
    const WHAT: &str = "its signing certificate";
    let mut fields = element.elements();
    let mut list = fields.expect(SEQUENCE, WHAT)?.elements();
    let first = named(list.expect(SEQUENCE, WHAT)?, &version)?;
    for _ in 1..MAX_NAMED {
        match list.optional(SEQUENCE)? {
            Some(next) => drop(named(next, &version)?),
            None => break,
        }
    }
    list.end(WHAT)?;
    fields.optional(SEQUENCE)?;
    fields.end(WHAT)?;
    Ok(first)
}

fn named(element: Element<'_>, version: &Version) -> Result<Named, Fault> {
    const WHAT: &str = "its signing certificate";
    let mut fields = element.elements();
    let algorithm = match version {
        Version::One => NamedBy::Sha1,
        Version::Two => match fields.optional(SEQUENCE)? {
            Some(id) => NamedBy::Of(strong_digest(AlgorithmId::parse(id)?.oid, "name of its certificate")?),
            None => NamedBy::Of(Algorithm::Sha256),
        },
    };
    let hash = fields.expect(OCTET_STRING, WHAT)?.content.to_vec();
    let issuer_serial = match fields.optional(SEQUENCE)? {
        None => None,
        Some(element) => {
            let mut parts = element.elements();
            let mut names = parts.expect(SEQUENCE, WHAT)?.elements();
            let issuer = names.expect(context(4), WHAT)?.elements().expect(SEQUENCE, WHAT)?.whole.to_vec();
            names.end(WHAT)?;
            let serial = parts.expect(INTEGER, WHAT)?.content.to_vec();
            parts.end(WHAT)?;
            Some((issuer, serial))
        }
    };
    fields.end(WHAT)?;
    Ok(Named { algorithm, hash, issuer_serial })
}
