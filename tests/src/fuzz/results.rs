//! The results file of an audit, which a later run goes on with.

use std::path::{Path, PathBuf};

use sealbag::audit::{Audit, AuditError, Depth, Receipts, Results};
use sealbag::verify::Anchors;
use sealbag_manifest::observer::Silent;

/// Name and version of who judges, in every file of the corpus.
pub(super) const PROGRAM: &str = "sealbag 0.1.0";

/// A file of any bytes is gone on with, or refused and left as it is.
pub(super) fn audit_results(data: &[u8]) {
    // In memory where there is such a place: the fuzzer writes thousands a second.
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
    let file = tempfile::NamedTempFile::new_in(folder).expect("a file");
    std::fs::write(file.path(), data).expect("write");
    let resumed = resume(file.path());
    let after = std::fs::read(file.path()).expect("read");
    match resumed {
        Ok(count) => {
            let is_begun = !data.contains(&b'\n');
            assert!(is_begun || data.starts_with(&after), "nothing but a torn last line is cut");
            assert_eq!(resume(file.path()).expect("what was gone on with once"), count);
            assert_eq!(std::fs::read(file.path()).expect("read"), after);
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            assert_eq!(after, data, "a file that is refused is not changed");
        }
    }
}

/// The audit that the corpus belongs to: no anchor, one root.
pub(super) fn resume(path: &Path) -> Result<usize, AuditError> {
    let audit = Audit {
        roots: &[PathBuf::from("/no-such-folder/bags")],
        anchors: &Anchors::default(),
        receipts: &Receipts::default(),
        depth: Depth::Log,
        jobs: 1,
        forks: Path::new("/no-such-folder/forks"),
        clock: &|| None,
        progress: &Silent,
    };
    Results::resume(path, &audit, PROGRAM).map(|results| results.known_count())
}
