//! How the work tells how far it is.

use sealbag_manifest::observer::Observer;

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The source is read, hashed and copied.
    Sealing,
    /// What was written is read back.
    ReadingBack,
    /// A bag is verified.
    Verifying,
    /// Files are written out of a bag.
    Extracting,
    /// A bag is put into one file.
    Packing,
    /// A bag is taken out of one file.
    Unpacking,
}

/// Told of progress, from many threads.
pub trait Progress: Observer {
    /// A new phase begins; `bytes` and `entries` are its totals where they are known.
    fn phase(&self, phase: Phase, entries: Option<u64>, bytes: Option<u64>) {
        let _ = (phase, entries, bytes);
    }

    /// True if counting what there is to do is worth a walk of its own: somebody is watching.
    fn wants_totals(&self) -> bool {
        false
    }

    /// The totals of a phase, learnt after it began.
    fn totals(&self, entries: u64, bytes: u64) {
        let _ = (entries, bytes);
    }
}

impl Progress for sealbag_manifest::observer::Silent {}
