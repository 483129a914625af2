//! How long work tells how far it is.

/// Told of progress while files are read. Called from many threads.
pub trait Observer: Sync {
    /// So many bytes more were read or skipped as holes.
    fn bytes(&self, count: u64) {
        let _ = count;
    }

    /// One entry more is done.
    fn entry(&self) {}
}

/// Tells nobody.
pub struct Silent;

impl Observer for Silent {}
