//! How long work tells how far it is.

/// Told of progress while files are read. Called from many threads.
pub trait Observer: Sync {
    /// So many bytes more were read or skipped as holes.
    fn bytes(&self, count: u64) {
        let _ = count;
    }

    /// One entry more is done.
    fn entry(&self) {}

    /// An interrupted run read another device at this path, safe to show, or the same before it was written to: it is read
    /// anew.
    fn other_device(&self, path: &str) {
        let _ = path;
    }
}

/// Tells nobody.
pub struct Silent;

impl Observer for Silent {}
