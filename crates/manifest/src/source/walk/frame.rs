//! A directory on the way down: which of its names come next.

use std::os::fd::AsFd;
use std::sync::Arc;

use rustix::io::Errno;

use super::super::directory::Directory;
use super::super::sys::FileId;
use crate::listing::{self, Listing};
use crate::stored::Twins;

pub(super) struct Frame {
    /// `None` while the walk is far below.
    pub(super) dir: Option<Arc<Directory>>,
    pub(super) id: FileId,
    pub(super) names: Listing,
    /// Why it could not be listed whole.
    pub(super) trouble: Option<Errno>,
    pub(super) twins: Vec<bool>,
    pub(super) next: usize,
    pub(super) path_length: usize,
    pub(super) stored_length: usize,
}

impl Frame {
    /// Reads the names behind those that were visited.
    ///
    /// # Errors
    /// The directory had said that there are some: not to get them now is a failure of the whole walk, unless the directory's line says
    /// already that it cannot be listed.
    pub(super) fn go_on(&mut self, limit: usize) -> Result<(), Errno> {
        let dir = self.dir.as_ref().ok_or(Errno::STALE)?;
        let last = self.names.len().checked_sub(1).map(|last| self.names.name(last).to_vec());
        // Let go before the next ones are read.
        self.names = Listing::default();
        self.next = 0;
        let (names, listed) = Listing::read(dir, last.as_deref(), limit);
        let (twins, compared) = twins(dir, &names);
        (self.names, self.twins) = (names, twins);
        if self.trouble.is_none() { listed.and(compared) } else { Ok(()) }
    }

    /// Lets go of most names that were not visited yet.
    pub(super) fn cut_short(&mut self) {
        self.names.cut_short(self.next);
        self.twins.truncate(self.names.len());
        self.twins.shrink_to_fit();
    }
}

/// Which of the names are twins of others in the directory; after an error, of those that were met.
pub(super) fn twins(dir: impl AsFd, names: &Listing) -> (Vec<bool>, Result<(), Errno>) {
    let own = names.all();
    let mut twins = Twins::among(&own);
    let mut outcome = Ok(());
    if let (true, Some(first), Some(last)) = (names.is_part(), own.first(), own.last()) {
        outcome = listing::visit(dir, |name, _| {
            if name < first || name > last {
                twins.meet(name);
            }
            Ok(())
        });
    }
    (twins.found(), outcome)
}
