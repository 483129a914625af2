//! A bag made of another: the same list and data, a new seal, the source's log inside (`docs/spec/bag.md`).
//!
//! The copy lives its own life with its own log. Every byte is hashed on its way and compared with the sealed list, then
//! read back from the new bag before it is signed. The source bag is only read; nothing has the final name before the
//! copy is whole and signed. The same copy asked for again goes on with what an interrupted one left.

mod transfer;

use std::io;
use std::path::{Path, PathBuf};

use sealbag_custody::seal_record::{Cosigner, Relation, Reread, SealRecord, SignerIdentity};
use sealbag_custody::statement::Statement;
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::layout::{CHUNKS, ENTRIES, SEAL};
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::{DirectoryStore, OpenError};
use thiserror::Error;

use crate::finding::{Code, Finding};
use crate::previous::PreviousLog;
use crate::seal::draft::{self, Stated};
use crate::seal::list_writer::WrittenList;
use crate::seal::partial::{Origin, Partial};
use crate::seal::{RosterFile, SealError, Sealed, Surroundings, carried, finish, leftovers, place};
use crate::verify::list::VerifiedList;
use crate::verify::report::Report;
use crate::verify::{list, seal};

/// Which bag is to be copied, and what the copy's seal says.
pub struct CopyRequest<'a> {
    /// The bag; only read.
    pub source: &'a Path,
    /// Where the copy is to lie; must not exist.
    pub bag: PathBuf,
    /// Case, exhibit and all else that people state of the copy.
    pub statement: Statement,
    /// Who signs.
    pub signer: SignerIdentity,
    /// The source's log; its relation is `copy` or `reseal`.
    pub previous: PreviousLog,
    /// The roster that the signer uses; it lies in the bag then.
    pub roster: Option<RosterFile>,
    /// Who is to countersign.
    pub cosigners: Vec<Cosigner>,
    /// Name of the profile whose required fields were asked for, and SHA-256 of its data file.
    pub profile: (Text, Option<Sha256Digest>),
}

/// Why a bag was not copied.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CopyError {
    /// The copy cannot be written, read back or signed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The source bag cannot be opened.
    #[error("{}: cannot be opened: {source}", path.display())]
    Source {
        /// The bag.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file of the source bag cannot be had.
    #[error("{path}: {source}")]
    Unreadable {
        /// In the source bag.
        path: String,
        /// Why.
        source: OpenError,
    },
    /// The relation does not go with the same list.
    #[error("a bag with the relation {0:?} has another list than its source")]
    Relation(Relation),
    /// The log was gathered from another bag.
    #[error("{}: is not the bag whose log was read", path.display())]
    OtherBag {
        /// The bag.
        path: PathBuf,
    },
    /// The source bag is not what was sealed, or it could not be looked at; the findings say which.
    #[error("the source bag is not what was sealed, or cannot be read ({} findings); nothing was copied under the new name", findings.len())]
    NotSound {
        /// What differs; the first file that differs ends the copying.
        findings: Vec<Finding>,
    },
}

/// Copies a bag. Whether the source's log and signer hold is the caller's business, before this.
pub fn copy(request: &CopyRequest<'_>, surroundings: &Surroundings<'_>) -> Result<Sealed, CopyError> {
    let relation = request.previous.reference().relation;
    if !matches!(relation, Relation::Copy | Relation::Reseal) {
        return Err(CopyError::Relation(relation));
    }
    let store = DirectoryStore::open(request.source)
        .map_err(|source| CopyError::Source { path: request.source.to_owned(), source })?;
    place::check_outside(&request.bag, request.source)?;
    let list = verified_list(request, &store)?;
    let mut draft = begin(request, surroundings)?;
    let files = carried::files(Some(&request.previous), request.roster.as_ref());
    let partial = Partial::create(&request.bag, Origin::Bag(request.previous.reference().seal), &draft, &files)?;
    draft.resumed = partial.is_resumed();
    let written = transfer::run(&store, &list, &partial, &draft, request.previous.seal(), surroundings.progress)?;
    check_same_bytes(&request.previous, &written)?;
    if draft.resumed && draft::copies(&draft) {
        leftovers::remove(&partial)?;
    }
    Ok(finish::finish(&partial, draft, written, surroundings)?)
}

/// The source's list, as its seal binds it.
fn verified_list(request: &CopyRequest<'_>, store: &DirectoryStore) -> Result<VerifiedList, CopyError> {
    let mut report = Report::default();
    let verified = seal::read(store, &mut report).and_then(|event| seal::verify(event, &mut report));
    if verified.as_ref().is_some_and(|seal| seal.hash() != request.previous.reference().seal) {
        return Err(CopyError::OtherBag { path: request.source.to_owned() });
    }
    let list =
        verified.and_then(|seal| list::verify(store, &seal, crate::verify::Lanes::Many, &Silent {}, &mut report));
    sound(report)?;
    list.ok_or_else(|| CopyError::NotSound { findings: vec![Finding::new(Code::ChangedWhileRead, SEAL)] })
}

/// The record before its list is written. What the source's seal says of the list, the copy's says too.
fn begin(request: &CopyRequest<'_>, surroundings: &Surroundings<'_>) -> Result<SealRecord, CopyError> {
    let source = request.previous.seal();
    let stated = Stated {
        statement: &request.statement,
        signer: &request.signer,
        cosigners: &request.cosigners,
        roster: request.roster.as_ref(),
        profile: &request.profile,
        previous: Some(&request.previous),
    };
    let draft = draft::begin(&stated, source.payload, Reread::Done, (surroundings.now)())?;
    Ok(SealRecord {
        unreadable_accepted: source.unreadable_accepted,
        read_error: source.read_error.clone(),
        excluded: source.excluded.clone(),
        ..draft
    })
}

/// List and chunk values of the copy are those of the source, byte for byte.
fn check_same_bytes(previous: &PreviousLog, written: &WrittenList) -> Result<(), CopyError> {
    for path in [ENTRIES, CHUNKS] {
        let copied = written.tags.iter().find(|file| file.path == path).map(|file| file.sha256);
        if copied != previous.sealed_tag(path) {
            return Err(CopyError::NotSound { findings: vec![Finding::new(Code::TagChanged, path)] });
        }
    }
    Ok(())
}

/// Nothing that was found may weigh more than a remark.
fn sound(report: Report) -> Result<(), CopyError> {
    let findings = report.faults();
    if findings.is_empty() { Ok(()) } else { Err(CopyError::NotSound { findings }) }
}
