//! The closed world of `data/`: what the list has and nothing else.
//!
//! Stored names are unique, so the files found by name are those that lie there, unless something was added. Both sides
//! are told apart by their number and a sum over their names; only where these differ are the names kept, to say what
//! it was: a whole bag costs no memory here.

use std::collections::HashSet;

use sealbag_manifest::path::shown;
use sealbag_manifest::store::{Area, BagStore, ObjectKind};
use sealbag_manifest::stored::is_litter;

use super::list::VerifiedList;
use super::report::Report;
use crate::finding::{Code, Finding};
use crate::verdict::Check;

/// A set of names without the names: their number, and the sum of their keys, which no order changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameSum {
    count: u64,
    sum: u128,
}

impl NameSum {
    /// Adds a name below `data/`.
    pub(crate) fn add(&mut self, stored: &[u8]) {
        self.count += 1;
        self.sum = self.sum.wrapping_add(u128::from_le_bytes(key(stored)));
    }
}

/// Names everything in `data/` that is no regular file; returns the regular files.
pub(crate) fn survey(store: &dyn BagStore, report: &mut Report) -> NameSum {
    let mut files = NameSum::default();
    store.list(Area::Data, &mut |object| {
        let place = shown(object.path);
        let finding = match object.kind {
            ObjectKind::File => {
                files.add(object.path.strip_prefix(b"data/").unwrap_or(object.path));
                return;
            }
            ObjectKind::EmptyDirectory => Finding::new(Code::EmptyDirectory, place),
            ObjectKind::NotRegular => Finding::new(Code::FileNotRegular, place),
            ObjectKind::Unreadable(error) => Finding::new(Code::BagUnreadable, place).found(error.kind().to_string()),
        };
        report.add(Check::FileSet, finding);
    });
    files
}

/// Names the files that are not in the list, of those that [`survey`] met: where they are not met again, or not all of them,
/// it is not known what lies there.
pub(crate) fn name_added(store: &dyn BagStore, list: &VerifiedList, met: NameSum, report: &mut Report) {
    let mut sealed: HashSet<[u8; 16]> = HashSet::new();
    let read = list.each(store, &mut |entry, _| {
        if let Some(stored) = entry.stored_path() {
            sealed.insert(key(stored.as_bytes()));
        }
        true
    });
    if !matches!(read, Ok(true)) {
        report.add(Check::FileSet, Finding::new(Code::ChangedWhileRead, sealbag_manifest::layout::ENTRIES));
        return;
    }
    let mut met_again = NameSum::default();
    store.list(Area::Data, &mut |object| {
        let stored = object.path.strip_prefix(b"data/").unwrap_or(object.path);
        if matches!(object.kind, ObjectKind::File) {
            met_again.add(stored);
            if !sealed.contains(&key(stored)) {
                add_unlisted(object.path, report);
            }
        }
    });
    if met_again != met {
        report.add(Check::FileSet, Finding::new(Code::ChangedWhileRead, sealbag_manifest::layout::DATA));
    }
}

/// A detached bag has nothing in `data/`.
pub(crate) fn check_empty(store: &dyn BagStore, report: &mut Report) {
    store.list(Area::Data, &mut |object| match object.kind {
        ObjectKind::File => add_unlisted(object.path, report),
        ObjectKind::EmptyDirectory => {
            report.add(Check::FileSet, Finding::new(Code::EmptyDirectory, shown(object.path)));
        }
        ObjectKind::NotRegular => report.add(Check::FileSet, Finding::new(Code::FileNotRegular, shown(object.path))),
        ObjectKind::Unreadable(error) => {
            let finding = Finding::new(Code::BagUnreadable, shown(object.path));
            report.add(Check::FileSet, finding.found(error.kind().to_string()));
        }
    });
}

fn add_unlisted(path: &[u8], report: &mut Report) {
    let name = path.rsplit(|&byte| byte == b'/').next().unwrap_or_default();
    let code = if is_litter(name) { Code::Stray } else { Code::FileAdded };
    report.add(Check::FileSet, Finding::new(code, shown(path)));
}

/// 128 bits of a digest: two names never share one by accident, nor by design.
fn key(stored: &[u8]) -> [u8; 16] {
    let mut key = [0; 16];
    key.copy_from_slice(&blake3::hash(stored).as_bytes()[..16]);
    key
}
