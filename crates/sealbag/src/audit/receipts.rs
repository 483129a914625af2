//! The receipts that an auditor brings: found in a directory, matched with bags by identifier and seal hash.
//!
//! Of each only its place and what it is about are kept; its bytes are read again when its bag is judged.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::receipt::{MAX_RECEIPT_LEN, Receipt};
use sealbag_custody::scalar::BagId;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::path::shown;
use sealbag_manifest::store::{BagStore, DiskBag, OpenError};
use sealbag_manifest::stored::is_litter;
use sha2::{Digest, Sha256};

use super::{AuditError, is_bag, is_packed_name};
use crate::verify::custody::{LOG, survey, walk};

/// A receipt of which the bytes are not held.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) path: PathBuf,
    pub(super) seal: Sha256Digest,
    pub(super) index: u64,
    /// True for a copy of the bag: its whole log is at hand.
    pub(super) is_bag: bool,
}

/// A file among the receipts that is none.
#[derive(Clone, Debug)]
pub struct UnfitReceipt {
    /// Where it lies.
    pub path: PathBuf,
    /// What is wrong with it.
    pub why: String,
}

/// Receipts, by their bags.
#[derive(Clone, Debug, Default)]
pub struct Receipts {
    by_bag: BTreeMap<BagId, Vec<Known>>,
    unfit: Vec<UnfitReceipt>,
    count: u64,
    place: Option<PathBuf>,
    digest: Option<Sha256Digest>,
}

impl Receipts {
    /// Reads one file, or every file in a directory and below it. Litter of systems is passed over. A link in
    /// a directory is read if it leads to a file. A bag counts as what its log would be kept as.
    ///
    /// # Errors
    /// The place cannot be listed. What in it cannot be read or is no receipt is no error: see [`Receipts::unfit`].
    pub fn read(place: &Path) -> Result<Self, AuditError> {
        let mut receipts = Self { place: Some(place.to_path_buf()), ..Self::default() };
        let mut all = Sha256::new();
        let mut pending = vec![place.to_path_buf()];
        while let Some(path) = pending.pop() {
            let is_place = path == place;
            // A directory behind a link is not entered: it may hold the link.
            let looked = if is_place { fs::metadata(&path) } else { fs::symlink_metadata(&path) };
            let is_kept_bag = |found: &fs::Metadata| match found.is_dir() {
                true => is_bag(&path),
                false => found.is_file() && is_packed_name(&path),
            };
            if looked.as_ref().is_ok_and(is_kept_bag) {
                all.update(path.as_os_str().as_bytes());
                all.update([0]);
                match log_of(&path) {
                    Ok(bytes) => {
                        all.update(sha256(&bytes).0);
                        receipts.take(path, &bytes, true);
                    }
                    Err(error) => receipts.unfit.push(UnfitReceipt { path, why: error.kind().to_string() }),
                }
                continue;
            }
            let listed = looked.and_then(|found| if found.is_dir() { list(&path).map(Some) } else { Ok(None) });
            let read = match listed {
                Ok(Some(names)) => {
                    pending.extend(names.into_iter().rev());
                    continue;
                }
                Ok(None) => bytes(&path),
                Err(error) if is_place => return Err(AuditError::Receipts(error)),
                Err(error) => Err(error),
            };
            all.update(path.as_os_str().as_bytes());
            all.update([0]);
            match read {
                Ok(bytes) => {
                    all.update(sha256(&bytes).0);
                    receipts.take(path, &bytes, false);
                }
                Err(error) => receipts.unfit.push(UnfitReceipt { path, why: error.kind().to_string() }),
            }
        }
        receipts.digest = Some(Sha256Digest(all.finalize().into()));
        Ok(receipts)
    }

    fn take(&mut self, path: PathBuf, bytes: &[u8], is_bag: bool) {
        match Receipt::read(bytes) {
            Ok(receipt) => {
                self.count += 1;
                let known = Known { path, seal: receipt.seal_hash(), index: receipt.index(), is_bag };
                self.by_bag.entry(receipt.bag()).or_default().push(known);
            }
            Err(error) => self.unfit.push(UnfitReceipt { path, why: shown(error.to_string().as_bytes()) }),
        }
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Files that were brought as receipts and are none.
    pub fn unfit(&self) -> &[UnfitReceipt] {
        &self.unfit
    }

    /// The place that was named, if any.
    pub(super) fn place(&self) -> Option<&Path> {
        self.place.as_deref()
    }

    /// SHA-256 over names and contents, if any place was named.
    pub fn digest(&self) -> Option<Sha256Digest> {
        self.digest
    }

    /// Those that name a bag, whatever their seal.
    pub(super) fn of_bag(&self, bag: BagId) -> &[Known] {
        self.by_bag.get(&bag).map_or(&[], Vec::as_slice)
    }

    /// Those of a bag under one seal.
    pub(super) fn of_seal(&self, bag: BagId, seal: Sha256Digest) -> impl Iterator<Item = &Known> {
        self.of_bag(bag).iter().filter(move |known| known.seal == seal)
    }

    /// All of them, by bag.
    pub(super) fn all(&self) -> impl Iterator<Item = (BagId, &Known)> {
        self.by_bag.iter().flat_map(|(bag, known)| known.iter().map(|known| (*bag, known)))
    }
}

impl Known {
    /// The receipt again. What cannot be read any more is empty, and so no receipt.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let read = if self.is_bag { log_of(&self.path) } else { bytes(&self.path) };
        read.unwrap_or_default()
    }
}

/// Event 0 and the last event of a bag that somebody kept: the receipt that it would give.
fn log_of(bag: &Path) -> io::Result<Vec<u8>> {
    let store = DiskBag::open(bag).map_err(io::Error::other)?;
    let page = |index| match store.read_whole(&walk::path(LOG, index), MAX_PAGE_LEN as u64) {
        Ok(bytes) => Ok(bytes),
        Err(OpenError::Unreadable(error)) => Err(error),
        Err(_) => Err(io::ErrorKind::NotFound.into()),
    };
    let indexes = survey::indexes(&store, LOG).map_err(|_| io::Error::other("its log cannot be listed"))?;
    let last = indexes.last().copied().unwrap_or(0);
    let head = if last > 0 { Some(page(last)?) } else { None };
    Ok(Receipt::compose(&page(0)?, head.as_deref()))
}

/// A file over the limit is cut behind it, and then is no receipt.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    // Asked before it is opened: opening a pipe waits for its other end.
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_RECEIPT_LEN as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Files and directories in a directory, by the bytes of their names.
fn list(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if !is_litter(entry.file_name().as_bytes()) {
            paths.push(entry.path());
        }
    }
    paths.sort_unstable_by(|a, b| a.as_os_str().as_bytes().cmp(b.as_os_str().as_bytes()));
    Ok(paths)
}
