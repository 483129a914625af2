//! The tag files: each as it was sealed, and no other.

use std::collections::BTreeSet;

use sealbag_custody::seal_record::SealRecord;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::entry::MAX_LINE;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::layout::{
    BAG_INFO, BAGIT, BAGIT_TEXT, ENTRIES, MANIFEST, MAX_SMALL_TAG_FILE, MAX_TAG_MANIFEST, TAG_MANIFEST, TagFile,
    VERIFY_BY_HAND, parse_tag_manifest,
};
use sealbag_manifest::path::shown;
use sealbag_manifest::store::{Area, BagFile, BagStore, ObjectKind, OpenError};
use sealbag_manifest::stored::{MAX_PATH, is_litter};
use sha2::{Digest, Sha256};

use super::report::Report;
use super::seal::VerifiedSeal;
use crate::finding::{Code, Finding};
use crate::verdict::Check;

/// Checks the tag manifest and everything outside `data/` and `custody/`.
pub(crate) fn check(store: &dyn BagStore, seal: &VerifiedSeal, report: &mut Report) {
    let Some(files) = sealed_tag_files(store, seal, report) else { return };
    report.ran(Check::TagManifest);
    for required in [BAG_INFO, BAGIT, MANIFEST, ENTRIES] {
        if !files.iter().any(|file| file.path == required) {
            let finding = Finding::new(Code::TagManifestMalformed, TAG_MANIFEST);
            report.add(Check::TagManifest, finding.expected(format!("a line for {required}")).found("none"));
        }
    }
    for file in &files {
        check_file(store, file, &Bounds::of(&file.path, seal.record()), report);
    }
    let known: BTreeSet<&[u8]> = files.iter().map(|file| file.path.as_bytes()).collect();
    store.list(Area::Tags, &mut |object| {
        let place = shown(object.path);
        let name = object.path.rsplit(|&byte| byte == b'/').next().unwrap_or_default();
        let finding = match object.kind {
            ObjectKind::File if known.contains(object.path) || object.path == TAG_MANIFEST.as_bytes() => return,
            // A sealed tag file that is no regular file was named when it was read.
            ObjectKind::NotRegular if known.contains(object.path) => return,
            ObjectKind::File if is_litter(name) => Finding::new(Code::Stray, place),
            ObjectKind::File => Finding::new(Code::Unlisted, place),
            ObjectKind::NotRegular => Finding::new(Code::BagNotRegular, place),
            ObjectKind::EmptyDirectory => Finding::new(Code::EmptyDirectory, place),
            ObjectKind::Unreadable(error) => Finding::new(Code::BagUnreadable, place).found(error.kind().to_string()),
        };
        report.add(Check::TagFiles, finding);
    });
    report.ran(Check::TagFiles);
}

fn sealed_tag_files(store: &dyn BagStore, seal: &VerifiedSeal, report: &mut Report) -> Option<Vec<TagFile>> {
    let mut fail = |finding| {
        report.add(Check::TagManifest, finding);
        None
    };
    let sealed = seal.record().digests.tagmanifest_sha256;
    // Hashed in a stream first: what anybody may have put here is not held in memory before it is known to be what was sealed.
    let read = beginning_digest(store).and_then(|found| match found == sealed {
        true => store.read_whole(TAG_MANIFEST, MAX_TAG_MANIFEST).map(|text| (sha256(&text), text)),
        false => Ok((found, vec![])),
    });
    let (found, text) = match read {
        Ok(read) => read,
        Err(OpenError::Missing) => return fail(Finding::new(Code::TagManifestMissing, TAG_MANIFEST)),
        Err(error) => return fail(unreadable(TAG_MANIFEST, error)),
    };
    if found != sealed {
        let finding = Finding::new(Code::TagManifestChanged, TAG_MANIFEST);
        return fail(finding.expected(format!("sha256 {sealed}")).found(format!("sha256 {found}")));
    }
    match parse_tag_manifest(&text) {
        Ok(files) => Some(files),
        Err(error) => {
            let place = format!("{TAG_MANIFEST} line {}", error.line());
            fail(Finding::new(Code::TagManifestMalformed, place).found(error.to_string()))
        }
    }
}

/// The digest of the tag manifest, or of its beginning where it is too large to be one.
fn beginning_digest(store: &dyn BagStore) -> Result<Sha256Digest, OpenError> {
    let file = store.open(TAG_MANIFEST)?;
    let found = digest(&*file, MAX_TAG_MANIFEST + 1, u64::MAX).map_err(OpenError::Unreadable)?;
    Ok(Sha256Digest(found.unwrap_or_default()))
}

/// What a tag file that was sealed with these numbers cannot exceed. Whoever puts a larger one in its place, with holes of
/// terabytes perhaps, does not make the verifier read it to its end.
struct Bounds {
    bytes: u64,
    /// Of one line, its LF left out.
    line: u64,
}

impl Bounds {
    fn of(path: &str, record: &SealRecord) -> Self {
        let (bytes, line) = match path {
            BAGIT | BAG_INFO | VERIFY_BY_HAND => (MAX_SMALL_TAG_FILE, u64::MAX),
            ENTRIES => (record.tree.size.saturating_mul(MAX_LINE as u64 + 1), MAX_LINE as u64),
            MANIFEST => (record.totals.files.saturating_mul(MAX_MANIFEST_LINE + 1), MAX_MANIFEST_LINE),
            _ => (u64::MAX, u64::MAX),
        };
        Self { bytes, line }
    }
}

/// A digest, two spaces, `data/`, a stored path.
const MAX_MANIFEST_LINE: u64 = 64 + 2 + 5 + MAX_PATH as u64;

fn check_file(store: &dyn BagStore, sealed: &TagFile, bounds: &Bounds, report: &mut Report) {
    let changed = |expected: String, found: String| {
        Some(Finding::new(Code::TagChanged, &sealed.path).expected(expected).found(found))
    };
    let finding = match store.open(&sealed.path) {
        Ok(file) if file.size() > bounds.bytes => {
            changed(format!("at most {} bytes", bounds.bytes), format!("{} bytes", file.size()))
        }
        Err(OpenError::Missing) => Some(Finding::new(Code::TagMissing, &sealed.path)),
        Err(error) => Some(unreadable(&sealed.path, error)),
        Ok(file) => match digest(&*file, u64::MAX, bounds.line) {
            Err(error) => Some(unreadable(&sealed.path, error.into())),
            Ok(None) => changed(format!("lines of at most {} bytes", bounds.line), "a longer one".to_owned()),
            Ok(Some(found)) if found != sealed.sha256.0 => changed(
                format!("sha256 {}", sealed.sha256),
                format!("sha256 {}", sealbag_manifest::digest::hex(&found)),
            ),
            Ok(Some(_)) => None,
        },
    };
    let is_whole = finding.is_none();
    if let Some(finding) = finding {
        report.add(Check::TagFiles, finding);
    }
    if is_whole && sealed.path == BAGIT && sealed.sha256 != sha256(BAGIT_TEXT.as_bytes()) {
        report.add(Check::TagFiles, Finding::new(Code::TagMalformed, BAGIT));
    }
}

/// The digest of the first `limit` bytes; none if a line in them is longer than `max_line`.
fn digest(file: &dyn BagFile, limit: u64, max_line: u64) -> std::io::Result<Option<[u8; 32]>> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let (mut offset, mut line) = (0, 0);
    loop {
        let length = (limit - offset).min(buffer.len() as u64) as usize;
        let count = file.read_full_at(&mut buffer[..length], offset)?;
        if count == 0 {
            return Ok(Some(hasher.finalize().into()));
        }
        // What lies between two line ends of one buffer is shorter than any bound that ends the reading early.
        let bytes = &buffer[..count];
        match bytes.iter().rposition(|&byte| byte == b'\n') {
            Some(end) => line = (count - end - 1) as u64,
            None => line += count as u64,
        }
        if line > max_line {
            return Ok(None);
        }
        hasher.update(bytes);
        offset += count as u64;
    }
}

/// A file outside `data/` that is there and cannot be had.
pub(super) fn unreadable(path: &str, error: OpenError) -> Finding {
    match error {
        OpenError::Unreadable(error) => Finding::new(Code::BagUnreadable, path).found(error.kind().to_string()),
        OpenError::Missing => Finding::new(Code::TagMissing, path),
        _ => Finding::new(Code::BagNotRegular, path),
    }
}

#[cfg(test)]
mod tests;
