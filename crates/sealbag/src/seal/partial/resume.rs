//! What a seal was asked to do: written down before it begins, read by the run that goes on with it.

use std::fs::{self, File};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use sealbag_custody::record::MAX_RECORD_LEN;
use sealbag_custody::seal_record::SealRecord;
use sealbag_manifest::digest::{hex, unhex};
use sealbag_manifest::hash::ExtraAlgorithms;
use sealbag_manifest::layout::{CUSTODY, DATA, MAX_TAG_MANIFEST, parse_tag_manifest};
use serde::{Deserialize, Serialize};

use super::{CARRIED, COPY, DRAFT, DRAFT_ASIDE, Partial, RESUME, SOURCES, path_for};
use crate::seal::{SealError, carried};

/// Sources have paths of the system, not of the evidence.
const MAX_SOURCES: u64 = 16 << 20;

/// What an interrupted run was asked to do.
pub(in crate::seal) struct Kept {
    pub(in crate::seal) draft: SealRecord,
    pub(in crate::seal) sources: Vec<PathBuf>,
    pub(in crate::seal) extra: ExtraAlgorithms,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcesFile {
    /// Absolute paths as hexadecimal digits: they may be any bytes.
    sources: Vec<String>,
    /// Hexadecimal digits, as all bytes here.
    link_key: String,
    md5: bool,
    sha1: bool,
    sha512: bool,
}

impl Partial {
    /// Writes down what is asked, so that another run can go on.
    pub(super) fn write_down(
        &self,
        sources: &[PathBuf],
        extra: ExtraAlgorithms,
        draft: &SealRecord,
    ) -> Result<(), SealError> {
        let ExtraAlgorithms { md5, sha1, sha512 } = extra;
        let mut absolute = Vec::new();
        for source in sources {
            let path = std::path::absolute(source).map_err(SealError::bag("has no absolute path", source))?;
            absolute.push(hex(path.as_os_str().as_bytes()));
        }
        let link_key = hex(&self.link_key);
        let sources = serde_json::to_vec(&SourcesFile { sources: absolute, link_key, md5, sha1, sha512 })
            .expect("strings and booleans can be written as JSON");
        self.write(SOURCES, &sources)?;
        self.write(DRAFT_ASIDE, &draft.to_bytes()?)?;
        self.begun()
    }

    /// From here on there is something to go on with: the draft gets its name, and all that was made so far is synced.
    fn begun(&self) -> Result<(), SealError> {
        let path = self.at(DRAFT);
        fs::rename(self.at(DRAFT_ASIDE), &path).map_err(SealError::bag("cannot be renamed", &path))?;
        for directory in [self.at(RESUME), self.path.clone()] {
            let failed = SealError::bag("cannot be synced", &directory);
            File::open(&directory).and_then(|opened| opened.sync_all()).map_err(failed)?;
        }
        Ok(())
    }

    /// Opens what an interrupted run left. `None` if it only lacks its name.
    pub(in crate::seal) fn open(bag: &Path) -> Result<(Self, Option<Kept>), SealError> {
        let path = path_for(bag);
        if bag.symlink_metadata().is_ok() {
            return Err(SealError::OutputExists { path: bag.to_owned() });
        }
        if !path.symlink_metadata().is_ok_and(|found| found.is_dir()) {
            return Err(SealError::NothingToResume { path });
        }
        let mut partial = Self::new(bag, path);
        // What lies there decides what is signed: it must be of one's own making.
        let owner = partial.path.symlink_metadata().map_err(SealError::bag("cannot be looked at", &partial.path))?;
        if owner.uid() != rustix::process::geteuid().as_raw() {
            return Err(SealError::ForeignPartial { path: partial.path });
        }
        if !partial.was_begun() {
            return Err(SealError::NothingBegun { path: partial.path });
        }
        let can_resume = partial.at(RESUME).symlink_metadata().is_ok();
        // A link in the place of one of its directories would lead what is written elsewhere.
        for name in [DATA, "seal", CUSTODY, RESUME] {
            let is_directory = partial.at(name).symlink_metadata().is_ok_and(|found| found.is_dir());
            if !is_directory && (name != RESUME || can_resume) {
                return Err(SealError::DamagedPartial { path: partial.at(name) });
            }
        }
        if can_resume {
            partial.lock()?;
        }
        // What was signed is never signed again: only the name is missing.
        if partial.is_signed() {
            return Ok((partial, None));
        }
        if !can_resume {
            return Err(SealError::DamagedPartial { path: partial.path });
        }
        if partial.at(COPY).symlink_metadata().is_ok() {
            return Err(SealError::InterruptedCopy { path: partial.path });
        }
        let damaged = |name: &str| SealError::DamagedPartial { path: partial.at(name) };
        let draft = partial.read(DRAFT, MAX_RECORD_LEN as u64)?;
        let draft = SealRecord::parse(&draft).map_err(|_| damaged(DRAFT))?;
        let sources = partial.read(SOURCES, MAX_SOURCES)?;
        let SourcesFile { sources, link_key, md5, sha1, sha512 } =
            serde_json::from_slice(&sources).map_err(|_| damaged(SOURCES))?;
        let sources: Option<Vec<PathBuf>> =
            sources.iter().map(|digits| Some(PathBuf::from(std::ffi::OsString::from_vec(unhex(digits)?)))).collect();
        let sources = sources.ok_or_else(|| damaged(SOURCES))?;
        let link_key = unhex(&link_key).and_then(|key| key.try_into().ok()).ok_or_else(|| damaged(SOURCES))?;
        let carried = parse_tag_manifest(&partial.read(CARRIED, MAX_TAG_MANIFEST)?).map_err(|_| damaged(CARRIED))?;
        if !carried::agrees(&draft, &carried) {
            return Err(damaged(CARRIED));
        }
        partial.carried = carried;
        partial.link_key = link_key;
        Ok((partial, Some(Kept { draft, sources, extra: ExtraAlgorithms { md5, sha1, sha512 } })))
    }
}
