//! A page that several keys sign: a record, and below it one armour a key, each over exactly the record's bytes.
//!
//! Spec: `docs/spec/signatures.md`, "Joint page". Each armour is what a page of one signature has, so stock `ssh-keygen`
//! checks every one of them. Keys count, never signatures: each is one of the keys that may sign, none signs twice, and they
//! stand in one order.

use crate::keyset::Keyset;
use crate::page::PageError;
use crate::public_key::PublicKey;
use crate::sshsig::{self, BEGIN, END, MAX_ARMOUR_LEN, Namespace};

/// The most signatures below one record: all keys of two sets.
pub const MAX_SIGNATURES: usize = 2 * Keyset::MAX;

/// The record and the armours of one page, every signature of which holds. Whose they must be, a [`Quorum`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JointPage {
    record: Vec<u8>,
    signatures: Vec<(PublicKey, String)>,
}

impl JointPage {
    /// Verifies every signature of the page that `bytes` begin with; returns it with what follows it.
    ///
    /// # Errors
    /// No page, or a signature that does not hold: one that is wrong makes all of it wrong.
    pub fn read_first(bytes: &[u8], namespace: Namespace, limit: usize) -> Result<(Self, &[u8]), PageError> {
        let (record, mut rest) = split_record(bytes, limit)?;
        let mut signatures = Vec::new();
        while rest.starts_with(BEGIN.as_bytes()) {
            if signatures.len() == MAX_SIGNATURES {
                return Err(PageError::TooManySignatures);
            }
            let (armour, behind) = split_armour(rest)?;
            let signer = sshsig::verify(armour, namespace, record)?;
            signatures.push((signer, String::from_utf8_lossy(armour).into_owned()));
            rest = behind;
        }
        if signatures.is_empty() {
            return Err(sshsig::SignatureError::Armour.into());
        }
        Ok((Self { record: record.to_vec(), signatures }, rest))
    }

    /// A record that nobody has signed yet.
    pub fn unsigned(record: Vec<u8>) -> Self {
        Self { record, signatures: Vec::new() }
    }

    /// The signed bytes: parse these, not the file again.
    pub fn record(&self) -> &[u8] {
        &self.record
    }

    /// The keys that signed, in the order of the page.
    pub fn signers(&self) -> impl Iterator<Item = &PublicKey> {
        self.signatures.iter().map(|(key, _)| key)
    }

    /// Takes a further signature in, in its place.
    ///
    /// # Errors
    /// The key is none that may sign, or has signed.
    pub(crate) fn add(&mut self, signer: PublicKey, armour: String, quorum: &Quorum<'_>) -> Result<(), QuorumError> {
        let order = quorum.order();
        let place = |key: &PublicKey| order.iter().position(|known| *known == key);
        let own = place(&signer).ok_or_else(|| QuorumError::Unknown(signer.fingerprint()))?;
        if self.signers().any(|known| *known == signer) {
            return Err(QuorumError::Twice(signer.fingerprint()));
        }
        let at = self.signers().position(|known| place(known) > Some(own)).unwrap_or(self.signatures.len());
        self.signatures.insert(at, (signer, armour));
        Ok(())
    }

    /// The bytes of the page.
    pub fn to_bytes(&self) -> Vec<u8> {
        let armours = self.signatures.iter().flat_map(|(_, armour)| armour.bytes());
        self.record.iter().copied().chain(armours).collect()
    }
}

/// Who must sign a page: of each set as many keys as its threshold.
#[derive(Clone, Debug)]
pub struct Quorum<'a> {
    sets: Vec<&'a Keyset>,
}

/// Why the signers of a page are not those that it must have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuorumError {
    /// None of the keys that may sign.
    #[error("signed by {0}, which is none of the keys that may sign it")]
    Unknown(String),
    /// One key, one signature.
    #[error("signed twice by {0}")]
    Twice(String),
    /// One set of signatures has one encoding.
    #[error("the signature of {0} stands behind one that it must stand before")]
    Order(String),
    /// Not enough keys.
    #[error("{}", missing_text(.0))]
    TooFew(Vec<Missing>),
}

/// What a set still lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// How many further keys must sign.
    pub count: u64,
    /// Of which any may.
    pub of: Vec<PublicKey>,
}

impl<'a> Quorum<'a> {
    /// The sets, in the order in which they sign.
    pub fn of(sets: impl IntoIterator<Item = &'a Keyset>) -> Self {
        Self { sets: sets.into_iter().collect() }
    }

    /// Every key that may sign, in the order of the signatures: set by set, each key at its first place.
    pub fn order(&self) -> Vec<&'a PublicKey> {
        let mut order: Vec<&PublicKey> = Vec::new();
        for key in self.sets.iter().flat_map(|set| set.keys()) {
            if !order.contains(&key) {
                order.push(key);
            }
        }
        order
    }

    /// Each signer may sign, once, and in the one order.
    ///
    /// # Errors
    /// The first signature that does not.
    pub fn check_order<'k>(&self, signers: impl IntoIterator<Item = &'k PublicKey>) -> Result<(), QuorumError> {
        let order = self.order();
        let mut seen: Vec<usize> = Vec::new();
        for signer in signers {
            let place = order.iter().position(|key| *key == signer);
            let place = place.ok_or_else(|| QuorumError::Unknown(signer.fingerprint()))?;
            if seen.contains(&place) {
                return Err(QuorumError::Twice(signer.fingerprint()));
            }
            if seen.last().is_some_and(|last| *last > place) {
                return Err(QuorumError::Order(signer.fingerprint()));
            }
            seen.push(place);
        }
        Ok(())
    }

    /// What each set still lacks; nothing if the page counts.
    pub fn missing(&self, signers: &[&PublicKey]) -> Vec<Missing> {
        let lacking = |set: &&Keyset| {
            let (signed, of): (Vec<_>, Vec<_>) = set.keys().iter().partition(|key| signers.contains(key));
            let count = set.threshold().saturating_sub(signed.len() as u64);
            (count > 0).then(|| Missing { count, of: of.into_iter().cloned().collect() })
        };
        self.sets.iter().filter_map(lacking).collect()
    }

    /// The page counts: every signer may sign, and of each set there are enough.
    ///
    /// # Errors
    /// It does not.
    pub fn check(&self, page: &JointPage) -> Result<(), QuorumError> {
        self.check_order(page.signers())?;
        let missing = self.missing(&page.signers().collect::<Vec<_>>());
        if missing.is_empty() { Ok(()) } else { Err(QuorumError::TooFew(missing)) }
    }
}

fn missing_text(missing: &[Missing]) -> String {
    let each = missing.iter().map(|set| {
        let keys: Vec<_> = set.of.iter().map(PublicKey::fingerprint).collect();
        let word = if set.count == 1 { "signature is" } else { "signatures are" };
        format!("{} more {word} needed, by keys of {}", set.count, keys.join(", "))
    });
    each.collect::<Vec<_>>().join("; ")
}

/// The record in front of the first line that begins a signature.
fn split_record(bytes: &[u8], limit: usize) -> Result<(&[u8], &[u8]), PageError> {
    let begin = BEGIN.trim_end().as_bytes();
    let mut start = 0;
    while !bytes[start..].starts_with(begin) {
        match bytes[start..].iter().position(|byte| *byte == b'\n') {
            Some(end) if start <= limit => start += end + 1,
            Some(_) => return Err(PageError::RecordTooLarge { size: start, limit }),
            None if bytes.len() > limit => return Err(PageError::RecordTooLarge { size: bytes.len(), limit }),
            None => return Err(PageError::NoSignature),
        }
    }
    match start {
        0 => Err(PageError::NoRecord),
        size if size > limit => Err(PageError::RecordTooLarge { size, limit }),
        _ => Ok(bytes.split_at(start)),
    }
}

/// The armour that `bytes` begin with, up to its last line.
fn split_armour(bytes: &[u8]) -> Result<(&[u8], &[u8]), PageError> {
    let mut end = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        end += line.len();
        if end > MAX_ARMOUR_LEN {
            return Err(PageError::ArmourTooLarge(end));
        }
        if line == END.as_bytes() {
            return Ok(bytes.split_at(end));
        }
    }
    Err(sshsig::SignatureError::Armour.into())
}
