//! Receipts, single events, and fork proofs: pages of a log that somebody keeps outside the bag (`docs/spec/receipts.md`).

use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;

use crate::log_page::{EventPage, LogPageError, SealPage};
use crate::page::MAX_PAGE_LEN;
use crate::public_key::PublicKey;
use crate::record::format_of;
use crate::scalar::{BagId, UtcTime};
use crate::seal_record::SEAL_FORMAT;
use crate::sshsig::END;
use crate::text::Text;

/// The largest receipt or fork proof, in bytes: two pages.
pub const MAX_RECEIPT_LEN: usize = 2 * MAX_PAGE_LEN;

/// Why bytes are not a receipt, or not the proof of a fork.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReceiptError {
    /// Not one or two pages.
    #[error("it does not consist of one or two signed pages")]
    Shape,
    /// The first page.
    #[error("its first page: {0}")]
    First(#[source] LogPageError),
    /// The second page.
    #[error("its second page: {0}")]
    Second(#[source] LogPageError),
    /// The pages do not belong together.
    #[error("its pages do not belong together: {0}")]
    Unrelated(&'static str),
}

/// Event 0 and the head of a log at some moment, or that head alone; what is there holds. An event names event 0 by its
/// hash, and through the event before it all others, so alone it fixes as much of the log as with event 0 beside it.
#[derive(Clone, Debug)]
pub struct Receipt {
    seal: Option<(SealPage, Vec<u8>)>,
    head: Option<(EventPage, Vec<u8>)>,
    bag: BagId,
    seal_hash: Sha256Digest,
}

impl Receipt {
    /// Reads a receipt: its pages hold, and belong to one bag.
    pub fn read(bytes: &[u8]) -> Result<Self, ReceiptError> {
        let (first, second) = pages(bytes)?;
        // A later version of the format is told apart where the page is read.
        if second.is_none() && format_of(first).is_some_and(|format| format.starts_with("sealbag/event/")) {
            let event = EventPage::read(first).map_err(ReceiptError::First)?;
            let record = event.record();
            if record.index == 1 && record.prev != record.seal {
                return Err(ReceiptError::Unrelated("event 1 does not follow from event 0"));
            }
            let (bag, seal_hash) = (record.bag, record.seal);
            return Ok(Self { seal: None, head: Some((event, first.to_vec())), bag, seal_hash });
        }
        let seal = SealPage::read(first).map_err(ReceiptError::First)?;
        let head = match second {
            None => None,
            Some(second) => {
                let event = EventPage::read(second).map_err(ReceiptError::Second)?;
                let record = event.record();
                if record.bag != seal.record().bag || record.seal != seal.hash() {
                    return Err(ReceiptError::Unrelated("they are of two bags"));
                }
                if record.index == 1 && record.prev != seal.hash() {
                    return Err(ReceiptError::Unrelated("event 1 does not follow from event 0"));
                }
                Some((event, second.to_vec()))
            }
        };
        let (bag, seal_hash) = (seal.record().bag, seal.hash());
        Ok(Self { seal: Some((seal, first.to_vec())), head, bag, seal_hash })
    }

    /// The bytes of a receipt for a log with these pages.
    pub fn compose(seal: &[u8], head: Option<&[u8]>) -> Vec<u8> {
        [seal, head.unwrap_or_default()].concat()
    }

    /// Event 0; none if an event was kept alone.
    pub fn seal(&self) -> Option<&SealPage> {
        self.seal.as_ref().map(|(seal, _)| seal)
    }

    /// The bytes of event 0; none if an event was kept alone.
    pub fn seal_bytes(&self) -> Option<&[u8]> {
        self.seal.as_ref().map(|(_, bytes)| bytes.as_slice())
    }

    /// The hash of event 0, which the head names too.
    pub fn seal_hash(&self) -> Sha256Digest {
        self.seal_hash
    }

    /// The bag.
    pub fn bag(&self) -> BagId {
        self.bag
    }

    /// The head, if it is not event 0.
    pub fn head(&self) -> Option<&EventPage> {
        self.head.as_ref().map(|(event, _)| event)
    }

    /// The event before the head, by its number and its hash; none if the head is event 0.
    pub fn before_head(&self) -> Option<(u64, Sha256Digest)> {
        let record = self.head()?.record();
        Some((record.index.checked_sub(1)?, record.prev))
    }

    /// The index of the head.
    pub fn index(&self) -> u64 {
        self.head.as_ref().map_or(0, |(event, _)| event.record().index)
    }

    /// The bytes of the head.
    pub fn head_bytes(&self) -> &[u8] {
        let head = self.head.as_ref().map(|(_, bytes)| bytes.as_slice());
        head.or(self.seal_bytes()).unwrap_or_default()
    }
}

/// Two valid events of one bag with one index and other bytes.
#[derive(Clone, Debug)]
pub struct ForkProof {
    bag: BagId,
    index: u64,
    signers: [PublicKey; 2],
    names: [Text; 2],
    times: [UtcTime; 2],
    hashes: [Sha256Digest; 2],
}

impl ForkProof {
    /// Reads a proof: it holds, or it proves nothing.
    pub fn read(bytes: &[u8]) -> Result<Self, ReceiptError> {
        let (first, second) = pages(bytes)?;
        let second = second.ok_or(ReceiptError::Shape)?;
        if first == second {
            return Err(ReceiptError::Unrelated("they are the same event"));
        }
        if sha256(first).0 > sha256(second).0 {
            return Err(ReceiptError::Unrelated("they are not ordered by their hashes"));
        }
        let a = Branch::read(first).map_err(ReceiptError::First)?;
        let b = Branch::read(second).map_err(ReceiptError::Second)?;
        if a.bag != b.bag || a.seal != b.seal {
            return Err(ReceiptError::Unrelated("they are of two bags"));
        }
        if a.index != b.index {
            return Err(ReceiptError::Unrelated("they have two numbers"));
        }
        Ok(Self {
            bag: a.bag,
            index: a.index,
            signers: [a.signer, b.signer],
            names: [a.name, b.name],
            times: [a.time, b.time],
            hashes: [a.hash, b.hash],
        })
    }

    /// The bytes of the proof that two pages make, if they make one.
    pub fn compose(one: &[u8], other: &[u8]) -> Result<Vec<u8>, ReceiptError> {
        let ordered = if sha256(one).0 < sha256(other).0 { [one, other] } else { [other, one] };
        let bytes = ordered.concat();
        Self::read(&bytes).map(|_| bytes)
    }

    /// The bag whose log was split.
    pub fn bag(&self) -> BagId {
        self.bag
    }

    /// The number that stands twice.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// The keys that signed the two events.
    pub fn signers(&self) -> &[PublicKey; 2] {
        &self.signers
    }

    /// The names of the signers, as the two events state them.
    pub fn names(&self) -> &[Text; 2] {
        &self.names
    }

    /// The times that the two events claim.
    pub fn times(&self) -> &[UtcTime; 2] {
        &self.times
    }

    /// The hashes of the two events.
    pub fn hashes(&self) -> &[Sha256Digest; 2] {
        &self.hashes
    }

    /// True if one key signed both: then the fork is this key's.
    pub fn is_by_one_key(&self) -> bool {
        self.signers[0] == self.signers[1]
    }
}

/// What a proof needs of a page.
struct Branch {
    bag: BagId,
    /// Absent for event 0, which is the seal itself.
    seal: Option<Sha256Digest>,
    index: u64,
    signer: PublicKey,
    name: Text,
    time: UtcTime,
    hash: Sha256Digest,
}

impl Branch {
    fn read(page: &[u8]) -> Result<Self, LogPageError> {
        if format_of(page) == Some(SEAL_FORMAT) {
            let seal = SealPage::read(page)?;
            let hash = seal.hash();
            let record = seal.into_record();
            return Ok(Self {
                bag: record.bag,
                seal: None,
                index: 0,
                signer: record.signer.key,
                name: record.signer.name,
                time: record.time,
                hash,
            });
        }
        let event = EventPage::read(page)?;
        let record = event.record();
        Ok(Self {
            bag: record.bag,
            seal: Some(record.seal),
            index: record.index,
            signer: record.actor.key.clone(),
            name: record.actor.name.clone(),
            time: record.time,
            hash: event.hash(),
        })
    }
}

/// Splits behind the first line that ends an armour.
fn pages(bytes: &[u8]) -> Result<(&[u8], Option<&[u8]>), ReceiptError> {
    if bytes.len() > MAX_RECEIPT_LEN {
        return Err(ReceiptError::Shape);
    }
    let mut start = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        start += line.len();
        if line == END.as_bytes() {
            let (first, rest) = bytes.split_at(start);
            return Ok((first, (!rest.is_empty()).then_some(rest)));
        }
    }
    Err(ReceiptError::Shape)
}
