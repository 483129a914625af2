//! The record before its list is known: what an interrupted seal goes on with.

use sealbag_custody::scalar::{BagId, UtcTime};
use sealbag_custody::seal_record::{Payload, SealRecord, TagDigests, Totals, TreeHead};
use sealbag_manifest::digest::Sha256Digest;

use super::{Request, SealError};

/// A record with placeholders for everything that the list decides; it can be written, so its values are sound.
pub(super) fn begin(request: &Request, now: UtcTime) -> Result<SealRecord, SealError> {
    let mut statement = request.statement.clone();
    statement.acquisition.started.get_or_insert(now);
    let unknown = Sha256Digest([0; 32]);
    let draft = SealRecord {
        bag: BagId::random().map_err(|_| SealError::NoRandomNumbers)?,
        time: now,
        utc_offset: None,
        payload: request.payload,
        resumed: false,
        reread: request.reread,
        unreadable_accepted: false,
        profile: request.profile.0.clone(),
        profile_sha256: request.profile.1,
        signer: request.signer.clone(),
        cosigner: request.cosigners.clone(),
        roster: request.roster.as_ref().map(|roster| roster.reference.clone()),
        tree: TreeHead { size: 0, root: unknown },
        digests: TagDigests { tagmanifest_sha256: unknown },
        totals: Totals::default(),
        read_error: Vec::new(),
        excluded: Vec::new(),
        statement,
        previous: request.previous.as_ref().map(|previous| previous.reference().clone()),
    };
    draft.to_bytes()?;
    Ok(draft)
}

/// True if the bag carries its data.
pub(super) fn copies(record: &SealRecord) -> bool {
    record.payload == Payload::Copy
}
