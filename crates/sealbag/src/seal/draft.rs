//! The record before its list is known: what an interrupted seal goes on with.

use sealbag_custody::scalar::{BagId, UtcTime};
use sealbag_custody::seal_record::{Payload, SealRecord, TagDigests, Totals, TreeHead};
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;

use super::{Request, SealError};

/// The profile whose required fields are asked for.
const PROFILE: &str = "generic";

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
        profile: Text::new(PROFILE).expect("the profile's name is plain text"),
        profile_sha256: None,
        signer: request.signer.clone(),
        cosigner: Vec::new(),
        roster: None,
        tree: TreeHead { size: 0, root: unknown },
        digests: TagDigests { tagmanifest_sha256: unknown },
        totals: Totals::default(),
        read_error: Vec::new(),
        excluded: Vec::new(),
        statement,
        previous: None,
    };
    draft.to_bytes()?;
    Ok(draft)
}

/// True if the bag carries its data.
pub(super) fn copies(record: &SealRecord) -> bool {
    record.payload == Payload::Copy
}
