//! The results file: a first line with the options, then a line a bag in the order in which they were judged.
//!
//! Lines are only added. A line is there when its LF is: what follows the last LF was torn by a crash and is cut. Of two
//! lines for one bag the later counts.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rustix::fs::{FlockOperation, OFlags};
use sealbag_custody::keyset::Keyset;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::path::shown;
use serde::{Deserialize, Serialize};

use super::line::{BagLine, LogState, to_json};
use super::{Audit, AuditError, Depth, find};

/// Value of the member `format` of the first line.
const FORMAT: &str = "sealbag/audit/v1";
/// How a first line begins; one that was torn too is written anew.
const BEGINNING: &[u8] = br#"{"format":"sealbag/audit/"#;
/// A longer line is none of ours.
const MAX_LINE: u64 = 32 << 20;

/// Where a line lies in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    offset: u64,
    len: u32,
}

/// A bag that was judged before.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) place: Place,
    pub(super) listing: Sha256Digest,
    pub(super) seal: Sha256Digest,
    pub(super) head: Sha256Digest,
}

/// Lines on the disk, so that they are not held in memory.
pub struct Results {
    file: File,
    end: Mutex<u64>,
    known: HashMap<Box<[u8]>, Known>,
}

#[derive(Serialize, Deserialize)]
struct Header {
    format: String,
    program: String,
    options: Given,
}

/// What an audit was asked; results are only continued under the same.
#[derive(Serialize, Deserialize, PartialEq, Eq)]
struct Given {
    depth: Depth,
    roots: Vec<String>,
    authorities: Vec<String>,
    rosters: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    recognitions: Vec<String>,
    signers: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seal_hash: Option<String>,
    receipts: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tsa: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tokens: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<String>,
}

impl Given {
    fn of(audit: &Audit<'_>) -> Self {
        let digests =
            |files: &[Vec<u8>]| files.iter().map(|bytes| sealbag_manifest::hash::sha256(bytes).to_hex()).collect();
        let place = |root: &PathBuf| {
            let absolute = fs::canonicalize(root).or_else(|_| std::path::absolute(root));
            shown(absolute.unwrap_or_else(|_| root.clone()).as_os_str().as_bytes())
        };
        Self {
            depth: audit.depth,
            roots: audit.roots.iter().map(place).collect(),
            authorities: audit.anchors.authorities.iter().map(Keyset::shown).collect(),
            rosters: digests(&audit.anchors.rosters),
            recognitions: digests(&audit.anchors.recognitions),
            signers: audit.anchors.signers.iter().map(|key| key.fingerprint()).collect(),
            seal_hash: audit.anchors.seal_hash.map(|hash| hash.to_hex()),
            receipts: digests(&audit.anchors.receipts),
            tsa: audit.anchors.tsa.fingerprints().iter().map(ToString::to_string).collect(),
            tokens: digests(&audit.anchors.tokens),
            since: audit.receipts.digest().map(|digest| digest.to_hex()),
        }
    }

    /// The first option that differs.
    fn difference(&self, other: &Self) -> Option<&'static str> {
        [
            ("depth (--fixity)", self.depth == other.depth),
            ("the bags and directories named", self.roots == other.roots),
            ("--authority", self.authorities == other.authorities),
            ("--roster", self.rosters == other.rosters),
            ("--recognition", self.recognitions == other.recognitions),
            ("--signer", self.signers == other.signers),
            ("--seal-hash", self.seal_hash == other.seal_hash),
            ("--receipt", self.receipts == other.receipts),
            ("--tsa-ca", self.tsa == other.tsa),
            ("--kept-token", self.tokens == other.tokens),
            ("--since, or the receipts in it", self.since == other.since),
        ]
        .into_iter()
        .find_map(|(what, same)| (!same).then_some(what))
    }
}

fn failed(action: &'static str) -> impl Fn(io::Error) -> AuditError {
    move |source| AuditError::Results { action, source }
}

impl Results {
    /// Opens the file to go on with, or begins it. `program` is the name and version of who judges.
    ///
    /// # Errors
    /// A file that holds something else, belongs to an audit with other options, or is being written. It is not changed then.
    pub fn resume(path: &Path, audit: &Audit<'_>, program: &str) -> Result<Self, AuditError> {
        find::check(audit)?;
        find::check_outside_bags(path)?;
        let file = open(path)?;
        // Any other answer is that of a file system without locks: there the user has to see to it.
        let lock = rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive);
        if lock == Err(rustix::io::Errno::WOULDBLOCK) {
            return Err(AuditError::Busy);
        }
        Self::load(file, audit, program)
    }

    /// A file without a name in `directory`, for an audit that is not to be continued.
    pub fn temporary(directory: &Path, audit: &Audit<'_>, program: &str) -> Result<Self, AuditError> {
        find::check(audit)?;
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(|error| failed("name")(io::Error::other(error.to_string())))?;
        let path = directory.join(format!("sealbag-audit-{}", sealbag_manifest::digest::hex(&random)));
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create_new(true).mode(0o600).open(&path).map_err(failed("make"))?;
        fs::remove_file(&path).map_err(failed("hide"))?;
        Self::load(file, audit, program)
    }

    fn load(file: File, audit: &Audit<'_>, program: &str) -> Result<Self, AuditError> {
        let given = Given::of(audit);
        let mut results = Self { file, end: Mutex::new(0), known: HashMap::new() };
        let (mut offset, mut number) = (0, 0);
        let mut reader = BufReader::with_capacity(1 << 16, results.file.try_clone().map_err(failed("read"))?);
        let mut line = Vec::new();
        let mut known = HashMap::new();
        loop {
            line.clear();
            io::Read::take(&mut reader, MAX_LINE).read_until(b'\n', &mut line).map_err(failed("read"))?;
            let Some(text) = line.strip_suffix(b"\n") else { break };
            number += 1;
            let text = std::str::from_utf8(text).map_err(|_| AuditError::MalformedLine { line: number });
            if number == 1 {
                let header =
                    serde_json::from_str::<Header>(text.unwrap_or_default()).map_err(|_| AuditError::NotResults)?;
                check(&header, &given, program)?;
            } else {
                let malformed = |_| AuditError::MalformedLine { line: number };
                let bag = BagLine::parse(text?).map_err(malformed)?;
                let len = u32::try_from(line.len() - 1).map_err(|_| AuditError::MalformedLine { line: number })?;
                let path = bag.path_bytes().unwrap_or_default().into_boxed_slice();
                match bag.log_state() {
                    Some(LogState { listing, seal, head }) => {
                        _ = known.insert(path, Known { place: Place { offset, len }, listing, seal, head })
                    }
                    // What could not be read then is looked at again.
                    None => _ = known.remove(&path),
                }
            }
            offset += line.len() as u64;
        }
        let may_begin = line.starts_with(BEGINNING) || BEGINNING.starts_with(&line);
        if number == 0 && !may_begin || line.len() as u64 == MAX_LINE {
            return Err(AuditError::NotResults);
        }
        results.file.set_len(offset).map_err(failed("cut"))?;
        *results.end.get_mut().unwrap_or_else(PoisonError::into_inner) = offset;
        results.known = known;
        if number == 0 {
            let header = Header { format: FORMAT.into(), program: program.into(), options: given };
            results.append(&to_json(&header))?;
        }
        Ok(results)
    }

    /// What is known of the bag at a path.
    pub(super) fn known(&self, path: &Path) -> Option<&Known> {
        self.known.get(path.as_os_str().as_bytes())
    }

    /// How many bags have a line from before.
    pub fn known_count(&self) -> usize {
        self.known.len()
    }

    /// Adds a line.
    pub(super) fn append(&self, text: &str) -> Result<Place, AuditError> {
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        let len = u32::try_from(text.len()).map_err(|_| failed("write")(io::ErrorKind::InvalidData.into()))?;
        self.file.write_all_at(format!("{text}\n").as_bytes(), *end).map_err(failed("write"))?;
        let place = Place { offset: *end, len };
        *end += u64::from(len) + 1;
        Ok(place)
    }

    /// Reads a line again, without its LF.
    pub(super) fn line(&self, place: Place) -> Result<String, AuditError> {
        let mut bytes = vec![0; place.len as usize];
        self.file.read_exact_at(&mut bytes, place.offset).map_err(failed("read"))?;
        String::from_utf8(bytes).map_err(|_| AuditError::MalformedLine { line: 0 })
    }

    /// Makes sure that the lines outlive a power cut.
    pub(super) fn sync(&self) -> Result<(), AuditError> {
        self.file.sync_data().map_err(failed("write"))
    }
}

/// Opens the file, or makes it, and follows no link: a link may lead into a bag.
fn open(path: &Path) -> Result<File, AuditError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).custom_flags(OFlags::NOFOLLOW.bits().cast_signed());
    // Asked before it is opened: opening a pipe waits for its other end.
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => return Err(AuditError::Link { path: path.to_path_buf() }),
        Ok(found) if !found.is_file() => return Err(AuditError::NotResults),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => _ = options.create_new(true),
        Err(error) => return Err(failed("open")(error)),
    }
    options.open(path).map_err(failed("open"))
}

fn check(header: &Header, given: &Given, program: &str) -> Result<(), AuditError> {
    if header.format != FORMAT {
        return Err(AuditError::NotResults);
    }
    let what = match header.options.difference(given) {
        Some(what) => what.to_owned(),
        None if header.program != program => format!("they are by {}", shown(header.program.as_bytes())),
        None => return Ok(()),
    };
    Err(AuditError::OtherOptions { what })
}
