//! Two events with one number, and the file that proves it to somebody who has neither bag (`docs/spec/receipts.md`, "Fork").

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use sealbag_custody::receipt::ForkProof;
use sealbag_custody::scalar::BagId;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::path::shown;

use super::{Across, Kind};
use crate::finding::Code;

/// One of the two events.
pub(super) struct Side<'a> {
    /// The bag or the receipt it lies in.
    pub(super) place: &'a Path,
    /// The event file.
    pub(super) page: &'a [u8],
    /// Somebody from outside, or the log, vouches for its key.
    pub(super) is_attributed: bool,
}

/// Says that a log was split, and writes the proof into `directory`.
pub(super) fn found(directory: &Path, bag: BagId, index: u32, sides: [Side<'_>; 2]) -> Across {
    let (kind, code) = if sides.iter().all(|side| side.is_attributed) {
        (Kind::Fork, Code::Fork)
    } else {
        (Kind::SideBranch, Code::SideBranch)
    };
    let mut across = Across::new(kind).code(code).bag(bag).at(sides.iter().map(|side| side.place));
    across.index = Some(index);
    across.events = sides.iter().map(|side| sha256(side.page).to_hex()).collect();
    prove(directory, bag, index, &sides, &mut across);
    across
}

/// Adds the proof of a split, where the two events make one.
pub(super) fn prove(directory: &Path, bag: BagId, index: u32, sides: &[Side<'_>; 2], across: &mut Across) {
    let [one, other] = sides;
    let made = ForkProof::compose(one.page, other.page).and_then(|bytes| Ok((ForkProof::read(&bytes)?, bytes)));
    match made {
        Ok((proof, bytes)) => {
            let is_ordered = proof.hashes()[0] == sha256(one.page);
            let mut signers = proof.signers().each_ref().map(|key| key.fingerprint());
            if !is_ordered {
                signers.reverse();
            }
            across.signers = signers.into();
            across.one_key = Some(proof.is_by_one_key());
            match write(directory, bag, index, &bytes) {
                Ok(path) => across.proof = Some(shown(path.as_os_str().as_bytes())),
                Err(error) => across.why = Some(format!("the proof could not be written: {}", error.kind())),
            }
        }
        Err(error) => across.why = Some(format!("no proof: {}", shown(error.to_string().as_bytes()))),
    }
}

/// Writes `BAGID.NNNNNN.fork.txt`, or finds it written. A file of that name with other bytes stays: a number is added.
fn write(directory: &Path, bag: BagId, index: u32, bytes: &[u8]) -> io::Result<PathBuf> {
    for number in 1..1000 {
        let more = if number == 1 { String::new() } else { format!(".{number}") };
        let path = directory.join(format!("{bag}.{index:06}{more}.fork.txt"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let is_file = std::fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
                if is_file && std::fs::read(&path).is_ok_and(|there| there == bytes) {
                    return Ok(path);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
