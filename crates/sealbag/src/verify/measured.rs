//! Verification where the files of the bag are hashed by others: plan, digests, verdict.
//!
//! A browser reads files where nothing may wait, and on processors that share no memory with the verifier. So [`Prepared`]
//! first says of which files it needs digests ([`Prepared::wanted`]); whoever has processors computes them, with
//! [`FileHasher`](sealbag_manifest::hash::FileHasher) or piece by piece; and [`Prepared::conclude`] takes them through
//! [`Measured`] and makes the same verdict as [`verify`](super::verify()), from the same code. The digests are trusted to be
//! those of the files of the store, as the hasher in [`verify`](super::verify()) is.

use std::io;

use sealbag_custody::seal_record::Payload;
use sealbag_manifest::entry::Kind;
use sealbag_manifest::hash::{Algorithms, FileDigests};
use sealbag_manifest::store::{BagStore, OpenError};

use super::rosters::Brought;
use super::{Depth, Freshness, Lanes, Opened, Options, files};
use crate::progress::Progress;
use crate::verdict::Verdict;

/// A file of the bag whose digests are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// Path in the bag, such as `data/notes.txt`.
    pub place: &'a str,
    /// Bytes: what is sealed, and what the store has.
    pub size: u64,
    /// Which digests.
    pub algorithms: Algorithms,
}

/// Digests of files that were read elsewhere.
pub trait Measured: Sync {
    /// The digests of a file.
    ///
    /// # Errors
    /// The file could not be read, or was not: both are `file.unreadable`.
    fn digests(&self, wanted: &Wanted<'_>) -> io::Result<FileDigests>;
}

/// A bag whose seal, tag files and list were checked, and whose data were not.
pub struct Prepared(Opened);

/// Checks everything for which no file in `data/` need be read.
pub fn prepare(store: &dyn BagStore, progress: &dyn Progress) -> Prepared {
    Prepared(super::open(store, Lanes::Many, progress))
}

impl Prepared {
    /// Visits, in the order of the list, each file that has the sealed size and whose digests will be asked for. None, if the
    /// list does not hold or the data lie elsewhere. `Ok(false)` if the list is not the same any more.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn wanted(
        &self,
        store: &dyn BagStore,
        depth: Depth,
        visit: &mut dyn FnMut(Wanted<'_>),
    ) -> Result<bool, OpenError> {
        let (Some(seal), Some(list)) = (&self.0.seal, &self.0.list) else { return Ok(true) };
        if seal.record().payload == Payload::Detached {
            return Ok(true);
        }
        list.each(store, &mut |entry, _| {
            if let (Kind::File, Some(stored), Some(content)) = (entry.kind, entry.stored_path(), &entry.content) {
                let place = format!("data/{stored}");
                if store.open(&place).is_ok_and(|file| file.size() == content.size) {
                    visit(Wanted { place: &place, size: content.size, algorithms: files::algorithms(depth, content) });
                }
            }
            true
        })
    }

    /// Checks the rest with the digests in `measured`. May be called again, with what is known by then.
    pub fn conclude(&self, store: &dyn BagStore, options: &Options<'_>, measured: &dyn Measured) -> Verdict {
        let brought = Brought::read(options.anchors);
        super::conclude(self.0.clone(), store, options, &brought, &|list, report| {
            let Options { depth, progress, .. } = *options;
            let (freshness, lanes) = (Freshness::AsCached, Lanes::Many);
            let run = files::Run { store, list, depth, freshness, lanes, progress, measured: Some(measured) };
            files::check(&run, report);
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use sealbag_manifest::hash::FileHasher;
    use sealbag_manifest::observer::Silent;
    use sealbag_manifest::store::{Area, BagFile, MemoryStore, Object, Unseen};

    use super::*;
    use crate::finding::Code;
    use crate::verify::{Anchors, verify};

    struct Table(BTreeMap<String, FileDigests>);

    impl Measured for Table {
        fn digests(&self, wanted: &Wanted<'_>) -> io::Result<FileDigests> {
            self.0.get(wanted.place).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
        }
    }

    fn golden() -> MemoryStore {
        let archive = include_bytes!("../../../../tests/vectors/golden.tar");
        let mut store = MemoryStore::default();
        let mut rest = &archive[..];
        while let [head, ..] = rest.as_chunks::<512>().0
            && head[0] != 0
        {
            let field = |range: std::ops::Range<usize>| {
                let text = head[range].split(|&byte| byte == 0).next().unwrap_or_default();
                std::str::from_utf8(text).expect("ASCII").trim().to_owned()
            };
            let name = match (field(345..500), field(0..100)) {
                (prefix, name) if prefix.is_empty() => name,
                (prefix, name) => format!("{prefix}/{name}"),
            };
            let size = usize::from_str_radix(&field(124..135), 8).expect("octal");
            let path = name.split_once('/').expect("a folder").1;
            if head[156] == b'0' {
                store.files.insert(path.to_owned(), rest[512..512 + size].into());
            }
            rest = &rest[512 + size.next_multiple_of(512)..];
        }
        store
    }

    fn both(store: &MemoryStore, depth: Depth, measured: Option<&Table>) -> (Verdict, Verdict) {
        let anchors = Anchors::default();
        let options = Options::new(&anchors, depth, &Silent);
        let prepared = prepare(store, &Silent);
        let mut table = Table(BTreeMap::new());
        let read = prepared.wanted(store, depth, &mut |wanted| {
            let mut hasher = FileHasher::with(wanted.algorithms);
            hasher.update(&store.files[wanted.place]);
            table.0.insert(wanted.place.to_owned(), hasher.finish());
        });
        assert!(matches!(read, Ok(true)));
        let measured = measured.unwrap_or(&table);
        (prepared.conclude(store, &options, measured), verify(store, &options))
    }

    #[test]
    fn verdict_from_digests_of_others_is_the_same_as_from_reading() {
        for depth in [Depth::Full, Depth::Quick] {
            let (theirs, ours) = both(&golden(), depth, None);
            assert_eq!(theirs, ours);
            assert!(theirs.totals().get("file.changed").is_none());
        }
    }

    #[test]
    fn changed_missing_and_added_files_are_found_with_digests_of_others() {
        let mut store = golden();
        store.files.insert("data/notes.txt".into(), store.files["data/notes.txt"].iter().map(|b| b ^ 1).collect());
        store.files.remove("data/empty");
        store.files.insert("data/new".into(), (*b"new").into());
        let (theirs, ours) = both(&store, Depth::Full, None);
        assert_eq!(theirs, ours);
        for code in [Code::FileChanged, Code::FileMissing, Code::FileAdded] {
            assert_eq!(theirs.totals().get(code.name()), Some(&1), "{}", code.name());
        }
    }

    /// A store as a browser shows a folder.
    struct Blind(MemoryStore);

    impl BagStore for Blind {
        fn unseen(&self) -> &[Unseen] {
            &[Unseen::Links, Unseen::EmptyDirectories]
        }

        fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
            self.0.list(area, visit);
        }

        fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
            self.0.open(path)
        }
    }

    #[test]
    fn what_the_store_cannot_see_is_listed_as_not_run_and_never_passes_in_silence() {
        let anchors = Anchors::default();
        let options = Options::new(&anchors, Depth::Full, &Silent);
        let verdict = verify(&Blind(golden()), &options);
        let partly: Vec<&str> = verdict
            .checks()
            .iter()
            .filter(|check| !check.not_run.is_empty())
            .map(|check| check.check.title())
            .collect();
        assert_eq!(partly, ["tag files", "set of files", "custody log"]);
        assert_eq!(verdict.checks()[4].not_run, ["links", "empty_directories"]);
        assert_eq!(verdict.totals().get(Code::NotSeen.name()), Some(&1));
    }

    #[test]
    fn file_without_digests_is_never_taken_as_checked() {
        let (theirs, _) = both(&golden(), Depth::Full, Some(&Table(BTreeMap::new())));
        assert_eq!(theirs.totals().get(Code::FileUnreadable.name()), Some(&5));
    }
}
