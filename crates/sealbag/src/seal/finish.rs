//! From the written list to a signed bag with its name: tag files, reading back, signature, rename.

use sealbag_custody::page::{self, MAX_PAGE_LEN};
use sealbag_custody::seal_record::{Reread, SealRecord, TreeHead};
use sealbag_custody::sshsig::Namespace;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::layout::{
    BAG_INFO, BAGIT, BAGIT_TEXT, SEAL, TAG_MANIFEST, TagFile, VERIFY_BY_HAND, tag_manifest,
};
use sealbag_manifest::store::{BagStore, DirectoryStore};

use super::list_writer::WrittenList;
use super::partial::Partial;
use super::{SealError, Sealed, Surroundings, draft};
use crate::by_hand;
use crate::finding::Finding;
use crate::progress::Phase;
use crate::verify::report::Report;
use crate::verify::seal::VerifiedSeal;
use crate::verify::{self, Anchors, Depth, Freshness, Lanes, Options};

/// Writes the tag files, reads everything back, signs, names.
pub(crate) fn finish(
    partial: &Partial,
    draft: SealRecord,
    list: WrittenList,
    surroundings: &Surroundings<'_>,
) -> Result<Sealed, SealError> {
    let mut record = draft;
    record.time = (surroundings.now)();
    record.statement.acquisition.ended.get_or_insert(record.time);
    record.tree = TreeHead { size: list.size, root: list.root };
    record.totals = list.totals;
    record.digests.tagmanifest_sha256 = write_tag_files(partial, &record, list.tags)?;
    let bytes = record.to_bytes()?;
    surroundings.progress.phase(Phase::ReadingBack, Some(record.tree.size), Some(record.totals.bytes));
    if reads_data(&record) {
        // What is read back from the medium must have got there.
        partial.sync()?;
        read_back(partial, &record, surroundings)?;
    } else {
        std::thread::scope(|scope| {
            let sync = std::thread::Builder::new().spawn_scoped(scope, || partial.sync());
            let read = read_back(partial, &record, surroundings);
            let synced = match sync {
                Ok(sync) => sync.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
                Err(_) => partial.sync(),
            };
            synced.and(read)
        })?;
    }
    let event = sign(partial, &record, &bytes, surroundings)?;
    partial.write(SEAL, &event)?;
    let store = open(partial)?;
    let on_medium = store.read_whole(SEAL, MAX_PAGE_LEN as u64);
    if on_medium.ok().as_deref() != Some(&event) {
        return Err(SealError::OwnRecord);
    }
    partial.forget_resume()?;
    partial.sync()?;
    partial.publish()?;
    Ok(Sealed {
        bag: partial.bag.clone(),
        hash: sha256(&event),
        record,
        touched_access_times: 0,
        names_in_texts: list.names_in_texts,
        reused: 0,
        unreadable: Vec::new(),
        images: Vec::new(),
        image_troubles: Vec::new(),
    })
}

/// Gives its name to a bag that an interrupted run had already signed, after looking at all of it.
pub(super) fn complete(partial: &Partial, surroundings: &Surroundings<'_>) -> Result<Sealed, SealError> {
    let store = open(partial)?;
    let mut report = Report::default();
    let event = verify::seal::read(&store, &mut report);
    let hash = event.as_ref().map_or(Sha256Digest([0; 32]), |event| event.hash);
    let Some(seal) = event.and_then(|event| verify::seal::verify(event, &mut report)) else {
        return Err(SealError::ReadBack { findings: report.faults(), partial: partial.path.clone() });
    };
    let record = seal.record().clone();
    let signer = surroundings.signer.public_key();
    if record.signer.key != *signer {
        return Err(SealError::OtherSigner {
            begun_with: record.signer.key.fingerprint(),
            given: signer.fingerprint(),
        });
    }
    surroundings.progress.phase(Phase::ReadingBack, Some(record.tree.size), Some(record.totals.bytes));
    match read_back(partial, &record, surroundings) {
        Err(SealError::ReadBack { .. }) => return Err(SealError::DamagedPartial { path: partial.path.clone() }),
        checked => checked?,
    }
    partial.forget_resume()?;
    partial.sync()?;
    partial.publish()?;
    Ok(Sealed {
        bag: partial.bag.clone(),
        hash,
        record,
        touched_access_times: 0,
        names_in_texts: Vec::new(),
        reused: 0,
        unreadable: Vec::new(),
        images: Vec::new(),
        image_troubles: Vec::new(),
    })
}

fn write_tag_files(partial: &Partial, record: &SealRecord, mut tags: Vec<TagFile>) -> Result<Sha256Digest, SealError> {
    let info = verify::list::bag_info(record, &record.totals);
    for (name, text) in [(BAGIT, BAGIT_TEXT), (BAG_INFO, &info), (VERIFY_BY_HAND, by_hand::TEXT)] {
        partial.write(name, text.as_bytes())?;
        tags.push(TagFile { path: name.to_owned(), sha256: sha256(text.as_bytes()) });
    }
    tags.extend_from_slice(partial.carried());
    let manifest = tag_manifest(tags);
    partial.write(TAG_MANIFEST, &manifest)?;
    Ok(sha256(&manifest))
}

/// True if the copies are read back, not only the lists.
fn reads_data(record: &SealRecord) -> bool {
    draft::copies(record) && (record.reread == Reread::Done || record.resumed)
}

/// Compares what lies on the medium with what is about to be signed.
fn read_back(partial: &Partial, record: &SealRecord, surroundings: &Surroundings<'_>) -> Result<(), SealError> {
    let store = open(partial)?;
    let seal = VerifiedSeal::about_to_be_signed(record.clone());
    let anchors = Anchors::default();
    let options =
        Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &Muted(surroundings.progress) };
    let mut report = Report::default();
    let mut faults = Vec::new();
    if reads_data(record) {
        verify::check_contents(&store, &seal, &options, Freshness::FromMedium, Lanes::Many, &mut report);
    } else {
        let tags = || {
            let mut report = Report::default();
            verify::tags::check(&store, &seal, &mut report);
            report.faults()
        };
        faults = std::thread::scope(|scope| {
            let beside = std::thread::Builder::new().spawn_scoped(scope, tags);
            verify::list::verify(&store, &seal, Lanes::Many, options.progress, &mut report);
            beside.map_or_else(
                |_| tags(),
                |beside| beside.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            )
        });
    }
    verify::custody::check_new(&store, &mut report);
    let is_own = |finding: &Finding| finding.place == ".resume" || finding.place.starts_with(".resume/");
    faults.extend(report.faults());
    let findings: Vec<_> = faults.into_iter().filter(|finding| !is_own(finding)).collect();
    if findings.is_empty() { Ok(()) } else { Err(SealError::ReadBack { findings, partial: partial.path.clone() }) }
}

/// Signs, and checks its own signature and record before anything is published.
fn sign(
    partial: &Partial,
    record: &SealRecord,
    bytes: &[u8],
    surroundings: &Surroundings<'_>,
) -> Result<Vec<u8>, SealError> {
    let armour = surroundings.signer.sign(Namespace::Seal, bytes).map_err(|source| SealError::Sign {
        partial: partial.path.clone(),
        work: partial.work(),
        source,
    })?;
    let event = page::join(bytes, &armour).map_err(SealError::OwnSignature)?;
    let verified = page::verify(&event, Namespace::Seal).map_err(SealError::OwnSignature)?;
    let back = SealRecord::parse(verified.record())?;
    if back != *record || *verified.signer() != record.signer.key {
        return Err(SealError::OwnRecord);
    }
    Ok(event)
}

fn open(partial: &Partial) -> Result<DirectoryStore, SealError> {
    DirectoryStore::open(&partial.path).map_err(SealError::bag("cannot be opened", &partial.path))
}

/// Passes bytes and entries on, but keeps the phase that the sealer named.
struct Muted<'a>(&'a dyn crate::progress::Progress);

impl sealbag_manifest::observer::Observer for Muted<'_> {
    fn bytes(&self, count: u64) {
        self.0.bytes(count);
    }

    fn entry(&self) {
        self.0.entry();
    }
}

impl crate::progress::Progress for Muted<'_> {}
