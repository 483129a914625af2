//! What an earlier run left where a bag is to be built: taken over, or named as what it is.

use std::fs;
use std::os::unix::fs::MetadataExt;

use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::layout::{CUSTODY, DATA, SEAL};

use super::{COPY, DRAFT, Partial, RESUME};
use crate::seal::SealError;

impl Partial {
    /// False for what a run left that was stopped before it had written down what it was to do.
    pub(super) fn was_begun(&self) -> bool {
        [DRAFT, COPY, SEAL].iter().any(|name| self.at(name).symlink_metadata().is_ok())
    }

    /// Takes over what was never begun: there is nothing in it.
    pub(super) fn begin_again(&mut self) -> Result<(), SealError> {
        self.check_own()?;
        self.create_directory(RESUME)?;
        self.lock()?;
        let data = self.at(DATA);
        let is_empty = fs::read_dir(&data).map_or(true, |mut found| found.next().is_none());
        // Another run may have begun it while this one looked.
        match self.was_begun() || !is_empty {
            true => Err(SealError::Interrupted { path: self.path.clone() }),
            false => Ok(()),
        }
    }

    /// True for an interrupted copy of a bag that is not signed yet.
    pub(super) fn is_copy_of(&self, seal: Sha256Digest) -> bool {
        let marked = self.read(COPY, 64).is_ok_and(|marked| marked == seal.to_hex().as_bytes());
        marked && !self.is_signed()
    }

    /// Takes over an interrupted copy. Of what lies there only the data can be of use.
    pub(super) fn take_over(&mut self) -> Result<(), SealError> {
        self.check_own()?;
        self.lock()?;
        for name in ["seal", CUSTODY] {
            let path = self.at(name);
            match fs::remove_dir_all(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(SealError::bag("cannot be removed", &path)(error));
                }
                _ => {}
            }
        }
        self.is_resumed = true;
        Ok(())
    }

    /// Refuses what another user made, and a link in the place of a directory: it would lead what is written elsewhere.
    fn check_own(&self) -> Result<(), SealError> {
        let found = self.path.symlink_metadata().map_err(SealError::bag("cannot be looked at", &self.path))?;
        if !found.is_dir() || found.uid() != rustix::process::geteuid().as_raw() {
            return Err(SealError::ForeignPartial { path: self.path.clone() });
        }
        for name in [DATA, "seal", CUSTODY, RESUME] {
            if self.at(name).symlink_metadata().is_ok_and(|found| !found.is_dir()) {
                return Err(SealError::DamagedPartial { path: self.at(name) });
            }
        }
        Ok(())
    }

    /// What to say of the partial bag that lies in the way.
    pub(super) fn interrupted(mut self) -> SealError {
        // A copy that was signed lacks only its name, and goes on like a seal.
        if self.at(COPY).symlink_metadata().is_err() || self.is_signed() {
            return SealError::Interrupted { path: self.path };
        }
        // One that is at work must not be taken for one that can be removed.
        match self.lock() {
            Err(busy @ SealError::Busy { .. }) => busy,
            _ => SealError::InterruptedCopy { path: self.path },
        }
    }
}
