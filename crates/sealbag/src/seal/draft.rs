//! The record before its list is known: what an interrupted seal goes on with.

use sealbag_custody::scalar::{BagId, UtcTime};
use sealbag_custody::seal_record::{
    Cosigner, Payload, Reread, SealRecord, SignerIdentity, TagDigests, Totals, TreeHead,
};
use sealbag_custody::statement::{DetailKey, Statement, Tool};
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;

use super::{Program, Request, RosterFile, SealError};
use crate::previous::PreviousLog;

/// What a seal says that comes neither from the data nor from the clock.
pub(crate) struct Stated<'a> {
    /// Case, exhibit and all else that people state.
    pub(crate) statement: &'a Statement,
    /// Who signs.
    pub(crate) signer: &'a SignerIdentity,
    /// Who is to countersign.
    pub(crate) cosigners: &'a [Cosigner],
    /// The roster that the signer uses.
    pub(crate) roster: Option<&'a RosterFile>,
    /// Name of the profile, and SHA-256 of its data file.
    pub(crate) profile: &'a (Text, Option<Sha256Digest>),
    /// The bag that the new one follows from.
    pub(crate) previous: Option<&'a PreviousLog>,
}

impl<'a> Stated<'a> {
    pub(super) fn of(request: &'a Request) -> Self {
        Self {
            statement: &request.statement,
            signer: &request.signer,
            cosigners: &request.cosigners,
            roster: request.roster.as_ref(),
            profile: &request.profile,
            previous: request.previous.as_ref(),
        }
    }
}

/// A record with placeholders for everything that the list decides; it can be written, so its values are sound.
pub(crate) fn begin(
    stated: &Stated<'_>,
    payload: Payload,
    reread: Reread,
    now: UtcTime,
) -> Result<SealRecord, SealError> {
    if stated.roster.is_some_and(|roster| !roster.holds_what_it_names()) {
        return Err(SealError::OtherRoster);
    }
    let mut statement = stated.statement.clone();
    statement.acquisition.started.get_or_insert(now);
    let unknown = Sha256Digest([0; 32]);
    let draft = SealRecord {
        bag: BagId::random().map_err(|_| SealError::NoRandomNumbers)?,
        time: now,
        utc_offset: None,
        payload,
        resumed: false,
        reread,
        unreadable_accepted: false,
        profile: stated.profile.0.clone(),
        profile_sha256: stated.profile.1,
        signer: stated.signer.clone(),
        cosigner: stated.cosigners.to_vec(),
        roster: stated.roster.map(|roster| roster.reference.clone()),
        tree: TreeHead { size: 0, root: unknown },
        digests: TagDigests { tagmanifest_sha256: unknown },
        totals: Totals::default(),
        read_error: Vec::new(),
        excluded: Vec::new(),
        statement,
        previous: stated.previous.map(|previous| previous.reference().clone()),
    };
    draft.to_bytes()?;
    Ok(draft)
}

/// Refuses a record that has no room for the program, which is stated when the list is written.
pub(super) fn check_room_for(draft: &SealRecord, program: Option<&Program<'_>>) -> Result<(), SealError> {
    let mut whole = draft.clone();
    let unknown = Some(Sha256Digest([0; 32]));
    whole.statement.tool.extend(program.map(|program| Tool { sha256: unknown, ..program.tool.clone() }));
    whole.to_bytes()?;
    Ok(())
}

/// True if the bag carries its data.
pub(crate) fn copies(record: &SealRecord) -> bool {
    record.payload == Payload::Copy
}

/// States in the record how many disk images do not hold, if any: the list says which, but only of those that state a digest.
pub(super) fn state_images(record: &mut SealRecord, in_doubt: u64) {
    if in_doubt == 0 {
        return;
    }
    let key = DetailKey::try_from("disk_images_not_confirmed".to_owned()).expect("the key is a name");
    let count = Text::new(in_doubt.to_string()).expect("digits are plain text");
    record.statement.details.entry(key).or_insert(count);
}
