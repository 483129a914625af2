//! The token: signed data with one signer over one statement (RFC 3161, 2.4.2; RFC 5652, 5).
use crate::certificate::Certificate;
use crate::chain::{self, Anchors, Chain};
use crate::element::{Element, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, SET, context, definite};
use crate::expected::Expected;
use crate::fault::Fault;
use crate::info::{Info, Statement};
use crate::oid;
use crate::response::Response;
use crate::signature::{Key, scheme};
use crate::signer::Signer;
use crate::time::UtcSecond;

/// Bytes of a token or answer that are read: a chain of certificates fits many times.
pub const MAX_TOKEN_LEN: usize = 1 << 20;
/// Certificates that are read of one token.
const MAX_CERTIFICATES: usize = 64;

/// A token that can be read. Nothing of it is proved.
#[derive(Clone, Debug)]
pub struct Token {
    /// The content, over which the signature is.
    content: Vec<u8>,
    info: Info,
    signer: Signer,
    certificates: Vec<Vec<u8>>,
}

/// A token whose signature holds, by the certificate that it names. Nobody vouches for that certificate yet.
#[derive(Clone, Debug)]
pub struct Examined {
    statement: Statement,
    signer: Certificate,
    certificates: Vec<Vec<u8>>,
}

/// A token that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attested {
    /// What it says.
    pub statement: Statement,
    /// Subject of the signer's certificate, as RFC 4514 writes it. The text is the authority's own.
    pub tsa: String,
    /// When the signer's certificate ends. A token counts for its time afterwards too.
    pub certificate_not_after: UtcSecond,
    /// Who vouches for it.
    pub chain: Chain,
}

impl Token {
    /// Reads a token, or an answer that has one.
    ///
    /// # Errors
    /// [`Fault::NotGranted`] for an answer without a token; [`Fault::Malformed`], [`Fault::TooLarge`], [`Fault::NotAToken`],
    /// [`Fault::SignerCount`]; and what is not read: [`Fault::VersionUnsupported`], [`Fault::ExtensionUnsupported`],
    /// [`Fault::ImprintWeak`], [`Fault::AlgorithmUnsupported`].
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > MAX_TOKEN_LEN {
            return Err(Fault::TooLarge { limit: MAX_TOKEN_LEN, what: "bytes" });
        }
        let bytes = definite(bytes)?;
        let element = Element::only(&bytes, SEQUENCE, "its envelope")?;
        match element.content.first() {
            Some(&SEQUENCE) => Response::from_element(element)?.into_token(),
            _ => Self::from_element(element),
        }
    }

    pub(crate) fn from_element(element: Element<'_>) -> Result<Self, Fault> {
        const WHAT: &str = "its envelope";
        let mut fields = element.elements();
        let kind = fields.expect(OBJECT_IDENTIFIER, WHAT)?.oid(WHAT)?;
        if kind != oid::SIGNED_DATA {
            return Err(Fault::NotAToken { found: kind });
        }
        let mut explicit = fields.expect(context(0), WHAT)?.elements();
        fields.end(WHAT)?;
        let mut fields = explicit.expect(SEQUENCE, WHAT)?.elements();
        explicit.end(WHAT)?;

        let version = fields.any(WHAT)?.small(INTEGER, WHAT)?;
        if !(1..=5).contains(&version) {
            return Err(Fault::VersionUnsupported { what: "envelope" });
        }
        // The list of digests repeats what the signer says, and is not read.
        fields.expect(SET, WHAT)?;
        let content = content(fields.expect(SEQUENCE, WHAT)?)?;
        let certificates = fields.optional(context(0))?.map(certificates).transpose()?.unwrap_or_default();
        // Revocation lists and answers beside it prove nothing about a chain at `genTime` that was given from outside.
        fields.optional(context(1))?;
        let mut signers = fields.expect(SET, WHAT)?.elements();
        fields.end(WHAT)?;
        let mut found = Vec::new();
        while let Some(signer) = signers.next()? {
            found.push(signer);
        }
        let &[signer] = found.as_slice() else { return Err(Fault::SignerCount { count: found.len() }) };
        if signer.tag != SEQUENCE {
            return Err(Fault::malformed(WHAT));
        }
        let signer = Signer::parse(signer)?;
        let info = Info::parse(&content)?;
        Ok(Self { content, info, signer, certificates })
    }

    /// What it says, unproved.
    pub fn statement(&self) -> &Statement {
        &self.info.statement
    }

    /// Everything that can be said without trusting anybody: it is over the data, it answers the request, and it is signed
    /// by the certificate that it names, which is one for time-stamping and was valid then. That certificate is sought in
    /// the token and among `aside`.
    ///
    /// # Errors
    /// The first [`Fault`], in the order of the spec's verifier steps.
    pub fn examine(&self, expected: &Expected<'_>, aside: &Anchors) -> Result<Examined, Fault> {
        expected.check(self.statement())?;
        let digest = self.signer.digest()?;
        let (signed, attributes) = self.signer.attributes()?;
        attributes.cover(&self.content, digest)?;
        let signer = self.signer_certificate(aside, |certificate| attributes.name(certificate))?;
        let scheme = scheme(&self.signer.signature_algorithm, digest)?;
        let key = Key::of(signer.public_key(), "signer's certificate")?;
        if !key.fits(scheme) {
            return Err(Fault::AlgorithmMismatch);
        }
        key.verify(scheme, digest, signed, &self.signer.signature).map_err(|_| Fault::SignatureInvalid)?;
        signer.check_purpose()?;
        if let Some(name) = &self.info.tsa {
            signer.check_tsa_name(name)?;
        }
        signer.check_valid_at(self.statement().gen_time)?;
        Ok(Examined { statement: self.statement().clone(), signer, certificates: self.certificates.clone() })
    }

    /// [`Self::examine`] and [`Examined::anchored`] in one.
    ///
    /// # Errors
    /// As these.
    pub fn verify(&self, expected: &Expected<'_>, anchors: &Anchors) -> Result<Attested, Fault> {
        self.examine(expected, anchors)?.anchored(anchors)
    }

    /// The certificate that the envelope and the signed attributes name. Others may have been put beside it, even with the
    /// same issuer and number: what is signed decides.
    fn signer_certificate(
        &self,
        aside: &Anchors,
        is_named: impl Fn(&Certificate) -> bool,
    ) -> Result<Certificate, Fault> {
        let own = self.certificates.iter().filter_map(|der| Certificate::parse(der));
        let all = own.chain(aside.certificates().iter().cloned());
        let mut candidates = all.filter(|certificate| self.signer.id.names(certificate)).peekable();
        if candidates.peek().is_none() {
            return Err(Fault::CertificateMissing);
        }
        candidates.find(is_named).ok_or(Fault::SigningCertificateMismatch)
    }
}

impl Examined {
    /// What the token says; whether the signer is an authority that anybody knows is not asked yet.
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// Subject of the signer's certificate, as RFC 4514 writes it. The text is the signer's own.
    pub fn tsa(&self) -> String {
        self.signer.subject()
    }

    /// When the signer's certificate ends.
    pub fn certificate_not_after(&self) -> UtcSecond {
        self.signer.not_after()
    }

    /// A chain leads from the signer to one of `anchors`, and all of it was valid at `genTime`.
    ///
    /// # Errors
    /// [`Fault::AuthorityUnknown`], and whatever keeps a chain from holding.
    pub fn anchored(&self, anchors: &Anchors) -> Result<Attested, Fault> {
        let chain = chain::verify(&self.signer, &self.certificates, anchors, self.statement.gen_time)?;
        Ok(Attested {
            statement: self.statement.clone(),
            tsa: self.tsa(),
            certificate_not_after: self.signer.not_after(),
            chain,
        })
    }
}

impl Attested {
    /// Not before this the token was made: `genTime` less its accuracy, to the second below.
    pub fn earliest(&self) -> UtcSecond {
        self.statement.earliest
    }

    /// What was stamped existed at this time: `genTime` and its accuracy, to the second above.
    pub fn latest(&self) -> UtcSecond {
        self.statement.latest
    }

    /// Whether a certificate of its chain ended before `now`. The token counts for its time all the same.
    pub fn expired_by(&self, now: UtcSecond) -> bool {
        self.chain.not_after < now
    }
}

/// EncapsulatedContentInfo: TSTInfo and nothing else.
fn content(element: Element<'_>) -> Result<Vec<u8>, Fault> {
    const WHAT: &str = "its content";
    let mut fields = element.elements();
    let kind = fields.any(WHAT)?.oid(WHAT)?;
    if kind != oid::TST_INFO {
        return Err(Fault::NotAToken { found: kind });
    }
    let mut explicit = fields.expect(context(0), WHAT)?.elements();
    fields.end(WHAT)?;
    let content = explicit.expect(OCTET_STRING, WHAT)?.content.to_vec();
    explicit.end(WHAT)?;
    Ok(content)
}

/// The certificates, each as it stands. Real authorities send them unsorted and twice; other kinds are passed over.
fn certificates(set: Element<'_>) -> Result<Vec<Vec<u8>>, Fault> {
    let (mut list, mut found) = (set.elements(), Vec::<Vec<u8>>::new());
    while let Some(certificate) = list.next()? {
        if certificate.tag != SEQUENCE || found.iter().any(|known| known == certificate.whole) {
            continue;
        }
        if found.len() == MAX_CERTIFICATES {
            return Err(Fault::TooLarge { limit: MAX_CERTIFICATES, what: "certificates" });
        }
        found.push(certificate.whole.to_vec());
    }
    Ok(found)
}
