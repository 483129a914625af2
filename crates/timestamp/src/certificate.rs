//! A certificate, and what the signer's own must be (RFC 3161, 2.3; RFC 5280).

use std::fmt;

use der::{Decode, Encode, Tagged};
use sha2::{Digest, Sha256};
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::name::Name;

use crate::element::{Element, SEQUENCE, context};
use crate::fault::Fault;
use crate::imprint::hex;
use crate::oid;
use crate::time::{GenTime, UtcSecond};

/// SHA-256 of a certificate as it stands. Shown in lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// A certificate that can be read. Nobody vouches for it.
#[derive(Clone, Debug)]
pub(crate) struct Certificate {
    der: Vec<u8>,
    parsed: x509_cert::Certificate,
    issuer: Vec<u8>,
    subject: Vec<u8>,
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Certificate {
    /// `None` if it cannot be read.
    pub(crate) fn parse(der: &[u8]) -> Option<Self> {
        let parsed = x509_cert::Certificate::from_der(der).ok()?;
        let issuer = parsed.tbs_certificate().issuer().to_der().ok()?;
        let subject = parsed.tbs_certificate().subject().to_der().ok()?;
        Some(Self { der: der.to_vec(), parsed, issuer, subject })
    }

    pub(crate) fn der(&self) -> &[u8] {
        &self.der
    }

    pub(crate) fn fingerprint(&self) -> Fingerprint {
        Fingerprint(Sha256::digest(&self.der).into())
    }

    pub(crate) fn serial(&self) -> &[u8] {
        self.parsed.tbs_certificate().serial_number().as_bytes()
    }

    pub(crate) fn issuer_der(&self) -> &[u8] {
        &self.issuer
    }

    pub(crate) fn subject_der(&self) -> &[u8] {
        &self.subject
    }

    /// The subject as RFC 4514 writes it.
    pub(crate) fn subject(&self) -> String {
        self.parsed.tbs_certificate().subject().to_string()
    }

    /// SubjectPublicKeyInfo, whole.
    pub(crate) fn public_key(&self) -> &x509_cert::spki::SubjectPublicKeyInfoOwned {
        self.parsed.tbs_certificate().subject_public_key_info()
    }

    pub(crate) fn not_before(&self) -> UtcSecond {
        second(self.parsed.tbs_certificate().validity().not_before)
    }

    pub(crate) fn not_after(&self) -> UtcSecond {
        second(self.parsed.tbs_certificate().validity().not_after)
    }

    pub(crate) fn key_id(&self) -> Option<Vec<u8>> {
        let bytes = self.extension(oid::SUBJECT_KEY_IDENTIFIER)?.1;
        Some(SubjectKeyIdentifier::from_der(bytes).ok()?.0.into_bytes().into())
    }

    /// Whether it may issue others: its basic constraints say so, or, as old roots do, it has none and no version either.
    pub(crate) fn is_authority(&self) -> bool {
        match self.extension(oid::BASIC_CONSTRAINTS) {
            Some((_, bytes)) => BasicConstraints::from_der(bytes).is_ok_and(|constraints| constraints.ca),
            None => self.parsed.tbs_certificate().version() == x509_cert::Version::V1,
        }
    }

    /// Whether it is critical, and its value. `None` too if it stands twice, for then nobody can say what it means.
    fn extension(&self, id: crate::Oid) -> Option<(bool, &[u8])> {
        let mut found = self.parsed.tbs_certificate().extensions()?.iter().filter(|extension| extension.extn_id == id);
        let extension = found.next()?;
        found.next().is_none().then(|| (extension.critical, extension.extn_value.as_bytes()))
    }

    /// The instant lies in its validity, both ends included.
    ///
    /// # Errors
    /// [`Fault::CertificateNotValidThen`].
    pub(crate) fn check_valid_at(&self, time: GenTime) -> Result<(), Fault> {
        let gen_time = time.second();
        let (not_before, not_after) = (self.not_before(), self.not_after());
        if (not_before..=not_after).contains(&gen_time) {
            return Ok(());
        }
        Err(Fault::CertificateNotValidThen { subject: self.subject(), gen_time, not_before, not_after })
    }

    /// It is a certificate for time-stamping, for nothing else, and of no authority over certificates.
    pub(crate) fn check_purpose(&self) -> Result<(), Fault> {
        let fault = |what| Fault::ExtendedKeyUsage { what };
        if self.extension(oid::BASIC_CONSTRAINTS).is_some() && self.is_authority() {
            return Err(Fault::CaAsSigner);
        }
        let (critical, bytes) = self.extension(oid::EXTENDED_KEY_USAGE).ok_or(fault("it has no extended key usage"))?;
        let usages = ExtendedKeyUsage::from_der(bytes).map_err(|_| fault("its extended key usage is malformed"))?.0;
        if !usages.contains(&oid::TIME_STAMPING) {
            return Err(fault("its extended key usage does not have timeStamping"));
        }
        if usages.len() != 1 {
            return Err(fault("its extended key usage has more than timeStamping"));
        }
        if !critical {
            return Err(fault("its extended key usage is not critical"));
        }
        if let Some((_, bytes)) = self.extension(oid::KEY_USAGE) {
            let usage = KeyUsage::from_der(bytes).map_err(|_| Fault::KeyUsage)?.0;
            let signing = KeyUsages::DigitalSignature | KeyUsages::NonRepudiation;
            if usage.is_empty() || !signing.contains(usage) {
                return Err(Fault::KeyUsage);
            }
        }
        Ok(())
    }

    /// The GeneralName in the token is its subject or one of its alternative names (RFC 3161, 2.4.2).
    pub(crate) fn check_tsa_name(&self, general_name: &[u8]) -> Result<(), Fault> {
        if let Ok(directory) = Element::only(general_name, context(4), "name")
            && let Ok(name) = Element::only(directory.content, SEQUENCE, "name")
            && same_name(self.subject_der(), name.whole)
        {
            return Ok(());
        }
        let mut names = self
            .extension(oid::SUBJECT_ALT_NAME)
            .and_then(|(_, bytes)| Element::only(bytes, SEQUENCE, "names").ok())
            .map(Element::elements)
            .ok_or(Fault::TsaNameMismatch)?;
        while let Ok(Some(name)) = names.next() {
            if name.whole == general_name {
                return Ok(());
            }
        }
        Err(Fault::TsaNameMismatch)
    }
}

fn second(time: x509_cert::time::Time) -> UtcSecond {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok().and_then(UtcSecond::from_unix_seconds);
    // `Time` holds the years 1970 to 9999 only.
    seconds.expect("a time of a certificate lies in the calendar")
}

/// Whether two names, whole, are the same (RFC 5280, 7.1): the same bytes, or the same attributes but for the case of
/// ASCII letters, spaces more or less, and the type of the string.
pub(crate) fn same_name(one: &[u8], other: &[u8]) -> bool {
    if one == other {
        return true;
    }
    let (Ok(one), Ok(other)) = (Name::from_der(one), Name::from_der(other)) else { return false };
    canonical(&one).zip(canonical(&other)).is_some_and(|(one, other)| one == other)
}

type Canonical = Vec<Vec<(crate::Oid, String)>>;

fn canonical(name: &Name) -> Option<Canonical> {
    let parts = name.as_ref().iter().map(|part| {
        let values = part.as_ref().iter().map(|attribute| {
            let text = match attribute.value.tag() {
                der::Tag::Utf8String | der::Tag::PrintableString | der::Tag::Ia5String => {
                    std::str::from_utf8(attribute.value.value()).ok()?
                }
                _ => return None,
            };
            let words: Vec<_> = text.split_ascii_whitespace().collect();
            Some((attribute.oid, words.join(" ").to_ascii_lowercase()))
        });
        let mut values = values.collect::<Option<Vec<_>>>()?;
        values.sort();
        Some(values)
    });
    parts.collect()
}
