//! From the signer's certificate to one that was given: RFC 5280 path validation by `rustls-webpki`, at `genTime`.

mod anchors;
mod verifiers;

pub use anchors::{AnchorError, Anchors, MAX_ANCHORS_LEN};

use std::time::Duration;

use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use webpki::{EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeIdIter};

use crate::Oid;
use crate::algorithm::AlgorithmId;
use crate::certificate::{Certificate, Fingerprint};
use crate::element::{Element, SEQUENCE};
use crate::fault::{ChainFault, Fault};
use crate::oid;
use crate::signature::{MIN_RSA_BITS, rsa_bits, weak_signature};
use crate::time::{GenTime, UtcSecond};

const PLACE: &str = "chain of certificates";

/// Which certificates vouch for a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// From the signer's certificate to the one that was given; one alone if that is the signer's own.
    pub fingerprints: Vec<Fingerprint>,
    /// When the first of them ends.
    pub not_after: UtcSecond,
}

/// Intermediates may be for anything, for time-stamping, or say nothing of it.
struct ForTimeStamping;

impl ExtendedKeyUsageValidator for ForTimeStamping {
    fn validate(&self, purposes: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        const TIME_STAMPING: [usize; 9] = [1, 3, 6, 1, 5, 5, 7, 3, 8];
        const ANY: [usize; 5] = [2, 5, 29, 37, 0];
        let mut is_empty = true;
        for purpose in purposes {
            let purpose = purpose?.to_decoded_oid();
            if purpose == TIME_STAMPING || purpose == ANY {
                return Ok(());
            }
            is_empty = false;
        }
        if is_empty { Ok(()) } else { Err(Error::EmptyEkuExtension) }
    }
}

/// Finds the chain of `signer` to one of `anchors`, with what came with the token in between.
pub(crate) fn verify(
    signer: &Certificate,
    others: &[Vec<u8>],
    anchors: &Anchors,
    time: GenTime,
) -> Result<Chain, Fault> {
    if anchors.certificates().contains(signer) {
        return Ok(Chain { fingerprints: vec![signer.fingerprint()], not_after: signer.not_after() });
    }
    let issuers = || anchors.certificates().iter().filter(|anchor| anchor.is_authority());
    let (then, not_then): (Vec<_>, Vec<_>) = issuers().partition(|anchor| anchor.check_valid_at(time).is_ok());
    search(signer, others, &then, time).map_err(|fault| {
        // What is given with a date counts for that date only; that it is out of it is said, if that is all.
        let outdated = search(signer, others, &not_then, time).ok().and_then(|chain| {
            not_then.iter().find(|anchor| chain.fingerprints.last() == Some(&anchor.fingerprint())).copied()
        });
        outdated.and_then(|anchor| anchor.check_valid_at(time).err()).unwrap_or(fault)
    })
}

fn search(signer: &Certificate, others: &[Vec<u8>], anchors: &[&Certificate], time: GenTime) -> Result<Chain, Fault> {
    let unsupported = |place| Fault::CertificateUnsupported { place };
    let leaf = CertificateDer::from(signer.der());
    let leaf = EndEntityCert::try_from(&leaf).map_err(|_| unsupported("signer's certificate"))?;
    let anchor_ders: Vec<_> = anchors.iter().map(|anchor| CertificateDer::from(anchor.der())).collect();
    let trusted: Vec<TrustAnchor<'_>> =
        anchor_ders.iter().filter_map(|der| webpki::anchor_from_trusted_cert(der).ok()).collect();
    let between: Vec<_> =
        others.iter().filter(|der| *der != signer.der()).map(|der| CertificateDer::from(der.as_slice())).collect();
    let instant =
        u64::try_from(time.second().unix_seconds()).map_err(|_| Fault::malformed("its time is before 1970"))?;
    let instant = UnixTime::since_unix_epoch(Duration::from_secs(instant));
    let path = leaf
        .verify_for_usage(verifiers::ALL, &trusted, &between, instant, ForTimeStamping, None, None)
        .map_err(|error| fault(error, signer, others, anchors, time))?;

    let mut certificates = vec![signer.clone()];
    for between in path.intermediate_certificates() {
        certificates.push(Certificate::parse(&between.der()).ok_or(unsupported(PLACE))?);
    }
    let anchor = anchors.iter().zip(&anchor_ders).find_map(|(anchor, der)| {
        let trusted = webpki::anchor_from_trusted_cert(der).ok()?;
        (&trusted == path.anchor()).then_some(*anchor)
    });
    certificates.push(anchor.ok_or(unsupported("certificate that was given"))?.clone());
    let not_after = certificates.iter().map(Certificate::not_after).min().unwrap_or(signer.not_after());
    Ok(Chain { fingerprints: certificates.iter().map(Certificate::fingerprint).collect(), not_after })
}

/// What it means that no chain was found.
fn fault(error: Error, signer: &Certificate, others: &[Vec<u8>], anchors: &[&Certificate], time: GenTime) -> Fault {
    let invalid = |why| Fault::ChainInvalid { why };
    let candidates = || {
        let others = others.iter().filter_map(|der| Certificate::parse(der));
        others.chain(anchors.iter().map(|anchor| (*anchor).clone()))
    };
    match error {
        Error::UnknownIssuer => Fault::AuthorityUnknown { subject: signer.subject() },
        Error::CertExpired { .. } | Error::CertNotValidYet { .. } => candidates()
            .find_map(|certificate| certificate.check_valid_at(time).err())
            .unwrap_or(invalid(ChainFault::Validity)),
        Error::InvalidSignatureForPublicKey => {
            let short = candidates().filter_map(|certificate| {
                let spki = certificate.public_key();
                let is_rsa = [oid::RSA, oid::RSA_PSS].contains(&spki.algorithm.oid);
                rsa_bits(spki.subject_public_key.as_bytes().filter(|_| is_rsa)?)
            });
            match short.min().filter(|bits| *bits < MIN_RSA_BITS) {
                Some(bits) => Fault::KeyTooShort { bits, place: PLACE },
                None => invalid(ChainFault::Signature),
            }
        }
        Error::SignatureAlgorithmMismatch => invalid(ChainFault::Signature),
        Error::CaUsedAsEndEntity => Fault::CaAsSigner,
        Error::EndEntityUsedAsCa => invalid(ChainFault::NotAnIssuer),
        Error::PathLenConstraintViolated => invalid(ChainFault::PathLength),
        Error::NameConstraintViolation => invalid(ChainFault::Name),
        Error::EmptyEkuExtension | Error::RequiredEkuNotFoundContext(_) => invalid(ChainFault::Purpose),
        Error::InvalidCertValidity => invalid(ChainFault::Validity),
        Error::UnsupportedSignatureAlgorithmContext(context) => algorithm(&context.signature_algorithm_id),
        Error::UnsupportedSignatureAlgorithmForPublicKeyContext(context) => algorithm(&context.public_key_algorithm_id),
        Error::MaximumPathDepthExceeded
        | Error::MaximumPathBuildCallsExceeded
        | Error::MaximumSignatureChecksExceeded
        | Error::MaximumNameConstraintComparisonsExceeded => Fault::ChainTooComplex,
        _ => Fault::CertificateUnsupported { place: PLACE },
    }
}

/// An algorithm identifier that no verifier is for.
fn algorithm(id: &[u8]) -> Fault {
    let named = |bytes| AlgorithmId::parse(Element::only(bytes, SEQUENCE, PLACE)?).map(|id| id.oid);
    let mut whole = Vec::new();
    crate::element::write(&mut whole, SEQUENCE, id);
    let id: Result<Oid, Fault> = named(id).or_else(|_| named(&whole));
    match id.map(|oid| (oid, weak_signature(oid))) {
        Ok((_, Some(algorithm))) => Fault::DigestWeak { algorithm, place: PLACE },
        Ok((algorithm, None)) => Fault::AlgorithmUnsupported { algorithm, place: PLACE },
        Err(_) => Fault::CertificateUnsupported { place: PLACE },
    }
}
