//! Sealing: the evidence is read once, written into a bag, read back, signed (`docs/spec/bag.md`).
//!
//! A bag is built in `NAME.bag.partial/` and gets its name only when it is whole and signed. Whatever fails before, the
//! source is untouched, nothing has the final name, and [`resume`] goes on from what is there.

pub(crate) mod carried;
pub(crate) mod draft;
mod error;
pub(crate) mod finish;
mod image;
mod journal;
pub(crate) mod leftovers;
pub(crate) mod list_writer;
mod marks;
pub(crate) mod partial;
pub(crate) mod place;
mod run;
mod telling;
mod writer;

pub use error::{SealError, Trouble, Work};
pub use image::DiskImage;

use std::path::{Path, PathBuf};

use sealbag_custody::key::Signer;
use sealbag_custody::roster::VerifiedRoster;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::seal_record::{Cosigner, Payload, Reread, RosterReference, SealRecord, SignerIdentity};
use sealbag_custody::statement::{Statement, Tool};
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::{ExtraAlgorithms, sha256};
use sealbag_manifest::source::Source;

use crate::previous::PreviousLog;
use crate::progress::Progress;
use draft::Stated;
use partial::{Origin, Partial};

/// What is to be sealed, and how.
pub struct Request {
    /// Directories, files or block devices.
    pub sources: Vec<PathBuf>,
    /// Where the bag is to lie; must not exist.
    pub bag: PathBuf,
    /// Case, exhibit and all else that people state.
    pub statement: Statement,
    /// Who signs.
    pub signer: SignerIdentity,
    /// Whether the data are copied into the bag.
    pub payload: Payload,
    /// Digests beside SHA-256 and BLAKE3.
    pub extra: ExtraAlgorithms,
    /// Whether what was written is read back before signing.
    pub reread: Reread,
    /// What to do with what cannot be read.
    pub unreadable: OnUnreadable,
    /// The bag that this one follows from, and its log.
    pub previous: Option<PreviousLog>,
    /// The roster that the signer uses; it lies in the bag then.
    pub roster: Option<RosterFile>,
    /// Who is to countersign.
    pub cosigners: Vec<Cosigner>,
    /// Name of the profile whose required fields were asked for, and SHA-256 of its data file.
    pub profile: (Text, Option<Sha256Digest>),
}

/// A roster, and what the seal says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterFile {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Authority, version, and the digest of the bytes.
    pub reference: RosterReference,
}

impl RosterFile {
    /// True if the file is, or holds, the version that the reference names.
    fn holds_what_it_names(&self) -> bool {
        let named = self.reference.sha256;
        let holds = |rosters: Vec<VerifiedRoster>| rosters.iter().any(|roster| roster.sha256() == named);
        sha256(&self.bytes) == named || VerifiedRoster::read_file(&self.bytes).is_ok_and(holds)
    }
}

/// What to do with what cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnUnreadable {
    /// Keep the partial bag and say so.
    Stop,
    /// Seal, and state it.
    Accept,
}

/// The program that seals, which states itself as a tool.
pub struct Program<'a> {
    /// All but its digest.
    pub tool: Tool,
    /// The digest of its file, if that can be read. Asked for beside the reading of the evidence, for it takes a while.
    pub digest: &'a (dyn Fn() -> Option<Sha256Digest> + Sync),
}

/// What the sealer needs from its surroundings.
pub struct Surroundings<'a> {
    /// Signs.
    pub signer: &'a dyn Signer,
    /// Tells the time.
    pub now: &'a dyn Fn() -> UtcTime,
    /// Told of progress.
    pub progress: &'a dyn Progress,
}

/// A bag that was sealed.
pub struct Sealed {
    /// Where it lies.
    pub bag: PathBuf,
    /// What was signed.
    pub record: SealRecord,
    /// SHA-256 of `custody/000000.txt`: the hash for the paper act.
    pub hash: Sha256Digest,
    /// Things in the source whose access time the system changed although we asked it not to.
    pub touched_access_times: u64,
    /// Names of sealed files that stand in the texts of the seal, shown safely: a later disclosure would tell them.
    pub names_in_texts: Vec<String>,
    /// Files taken over from an interrupted run.
    pub reused: u64,
    /// What was sealed although it could not be read; the first of it.
    pub unreadable: Vec<Trouble>,
    /// Disk images among the files.
    pub images: Vec<DiskImage>,
    /// What does not hold of them, and was accepted.
    pub image_troubles: Vec<Trouble>,
}

/// Seals. Nothing is created before all that can be known to be wrong has been looked at.
pub fn seal(
    request: &Request,
    program: Option<&Program<'_>>,
    surroundings: &Surroundings<'_>,
) -> Result<Sealed, SealError> {
    let source = Source::open(&request.sources)?;
    place::check(&request.bag, &request.sources)?;
    let stated = Stated::of(request);
    let draft = draft::begin(&stated, request.payload, request.reread, (surroundings.now)())?;
    draft::check_room_for(&draft, program)?;
    let partial = Partial::create(
        &request.bag,
        Origin::Sources(&request.sources, request.extra),
        &draft,
        &carried::files(stated.previous, stated.roster),
    )?;
    run::run(&partial, &source, draft, request.extra, request.unreadable, program, surroundings)
}

/// Goes on with an interrupted seal; its options come from the partial bag. The program is the one that ends it.
pub fn resume(
    bag: &Path,
    unreadable: OnUnreadable,
    program: Option<&Program<'_>>,
    surroundings: &Surroundings<'_>,
) -> Result<Sealed, SealError> {
    let (partial, kept) = Partial::open(bag)?;
    let Some(kept) = kept else {
        return finish::complete(&partial, surroundings);
    };
    let mut draft = kept.draft;
    if draft.signer.key != *surroundings.signer.public_key() {
        return Err(SealError::OtherSigner {
            begun_with: draft.signer.key.fingerprint(),
            given: surroundings.signer.public_key().fingerprint(),
        });
    }
    let source = Source::open(&kept.sources)?;
    place::check(bag, &kept.sources)?;
    draft.resumed = true;
    // The copies of a resumed bag are always read back.
    draft.reread = Reread::Done;
    draft::check_room_for(&draft, program)?;
    run::run(&partial, &source, draft, kept.extra, unreadable, program, surroundings)
}

/// Sources of an interrupted seal, to show or to compare.
pub fn interrupted_sources(bag: &Path) -> Result<Vec<PathBuf>, SealError> {
    let (_partial, kept) = Partial::open(bag)?;
    Ok(kept.map(|kept| kept.sources).unwrap_or_default())
}

/// Where a bag is built.
pub fn partial_path(bag: &Path) -> PathBuf {
    partial::path_for(bag)
}
