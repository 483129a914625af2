//! A bag in memory: for tests, packed bags and the browser.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use crate::path::compare;

use super::{Area, BagFile, BagStore, Object, ObjectKind, OpenError};

/// A bag as a map from paths to bytes. A key that ends with `/` is a directory.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    /// The objects.
    pub files: BTreeMap<String, Arc<[u8]>>,
}

impl BagStore for MemoryStore {
    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        let split = |key| str::strip_suffix(key, '/').map_or((key, false), |path| (path, true));
        let mut keys: Vec<&String> = self.files.keys().collect();
        keys.sort_by(|a, b| compare(split(a).0.as_bytes(), split(b).0.as_bytes()));
        for key in keys {
            let (path, is_dir) = split(key);
            let (top, below) = path.split_once('/').map_or((path, false), |(top, _)| (top, true));
            let own = match (top, below || is_dir) {
                ("data", true) => Area::Data,
                ("custody", true) => Area::Custody,
                _ => Area::Tags,
            };
            if own != area {
                continue;
            }
            if !is_dir {
                visit(Object { path: path.as_bytes(), kind: ObjectKind::File });
                continue;
            }
            let has_content = self.files.range(key.clone()..).nth(1).is_some_and(|(next, _)| next.starts_with(key));
            if below && !has_content {
                visit(Object { path: path.as_bytes(), kind: ObjectKind::EmptyDirectory });
            }
        }
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        match self.files.get(path) {
            Some(bytes) => Ok(Box::new(MemoryFile(bytes.clone()))),
            None => Err(OpenError::Missing),
        }
    }
}

struct MemoryFile(Arc<[u8]>);

impl BagFile for MemoryFile {
    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let rest = usize::try_from(offset).ok().and_then(|offset| self.0.get(offset..)).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }
}
