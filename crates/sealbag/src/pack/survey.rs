//! What lies in a bag, as one value: two surveys are equal only if nothing changed between them.

use std::os::unix::fs::MetadataExt;

use sealbag_manifest::store::{BagStore, DirectoryStore};

use super::error::PackError;
use super::{AREAS, carried};

/// Names, kinds, sizes, times and numbers of all that lies in a bag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Survey {
    digest: blake3::Hash,
    pub(super) files: u64,
    pub(super) bytes: u64,
}

/// Looks at everything in a bag.
///
/// # Errors
/// Something in it cannot be packed.
pub(super) fn survey(store: &DirectoryStore) -> Result<Survey, PackError> {
    let mut hasher = blake3::Hasher::new();
    let (mut files, mut bytes) = (0, 0_u64);
    for area in AREAS {
        let mut result = Ok(());
        store.list(area, &mut |object| {
            if result.is_err() {
                return;
            }
            result = carried(&object).and_then(|(path, kind)| {
                hasher.update(path.as_bytes());
                hasher.update(&[0, kind as u8]);
                if kind == sealbag_manifest::packed::EntryKind::EmptyDirectory {
                    return Ok(());
                }
                let failed = |source| PackError::Read { path: path.to_owned(), source };
                let file = store.open_file(path).map_err(failed)?;
                let found = file.metadata().map_err(|error| failed(error.into()))?;
                for value in [found.dev(), found.ino(), found.size()] {
                    hasher.update(&value.to_le_bytes());
                }
                for value in [found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec()] {
                    hasher.update(&value.to_le_bytes());
                }
                files += 1;
                bytes = bytes.saturating_add(found.size());
                Ok(())
            });
        });
        result?;
    }
    Ok(Survey { digest: hasher.finalize(), files, bytes })
}
