//! Bags that are another when they are read again, or whose files grow: what only a bag with proofs or with large files shows.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use sealbag::bag::{BagFile, BagStore, MemoryStore};
use sealbag::finding::Code;
use sealbag::verdict::Verdict;
use sealbag::verify::{Depth, Options, verify};
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::{Area, Object, OpenError};
use sealbag_tests::vectors::{Tree, by_the_officers_key, scenes};

const LIST: &str = "seal/entries.jsonl";

fn store(bag: Tree) -> MemoryStore {
    bag.into_store().expect("a bag for a verifier in memory")
}

fn judged(store: &dyn BagStore) -> Verdict {
    let anchors = by_the_officers_key().given();
    verify(store, &Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &Silent })
}

fn places(verdict: &Verdict, code: Code) -> Vec<&str> {
    verdict.findings().iter().filter(|finding| finding.code == code).map(|finding| finding.place.as_str()).collect()
}

/// A bag whose list is another from its so-many-th opening on, counted from 0.
struct Rewritten {
    first: MemoryStore,
    later: MemoryStore,
    from: usize,
    opened: AtomicUsize,
}

impl Rewritten {
    fn new(bag: &Tree, list: &[u8], from: usize) -> Self {
        let mut later = bag.clone();
        later.put(LIST, list);
        Self { first: store(bag.clone()), later: store(later), from, opened: AtomicUsize::new(0) }
    }
}

impl BagStore for Rewritten {
    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        self.first.list(area, visit);
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        let is_later = path == LIST && self.opened.fetch_add(1, Ordering::Relaxed) >= self.from;
        if is_later { self.later.open(path) } else { self.first.open(path) }
    }
}

#[test]
fn proofs_are_not_believed_beside_a_list_that_has_changed_meanwhile() {
    let mut bag = scenes::disclosure();
    let list = bag.file(LIST).clone();
    let same = Rewritten::new(&bag, &list, 0);
    let verdict = judged(&same);
    assert_eq!((places(&verdict, Code::ChangedWhileRead).len(), places(&verdict, Code::PreviousPart).len()), (0, 1));
    // Each reading but the last finds what was sealed.
    let last = same.opened.load(Ordering::Relaxed) - 1;
    let first_line = list.split_inclusive(|&byte| byte == b'\n').next().expect("a line").to_vec();
    let mut salted = list;
    let at = salted.windows(8).rposition(|bytes| bytes == b"\"salt\":\"").expect("a salt") + 8;
    salted[at] = if salted[at] == b'0' { b'1' } else { b'0' };
    for other in [first_line, salted] {
        let verdict = judged(&Rewritten::new(&bag, &other, last));
        assert_eq!(places(&verdict, Code::ChangedWhileRead), [LIST]);
        assert_eq!(places(&verdict, Code::PreviousPart), [""; 0]);
    }
}

/// A bag whose files give more bytes than their size, as files do to which somebody is writing.
struct Growing(MemoryStore);

struct Grown(Box<dyn BagFile>);

impl BagStore for Growing {
    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        self.0.list(area, visit);
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        let file = self.0.open(path)?;
        Ok(if path.starts_with("data/") { Box::new(Grown(file)) } else { file })
    }
}

impl BagFile for Grown {
    fn size(&self) -> u64 {
        self.0.size()
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let count = self.0.read_at(buffer, offset)?;
        buffer[count..].fill(b'+');
        Ok(buffer.len())
    }
}

#[test]
fn of_a_file_that_grows_its_size_is_read_and_no_more() {
    let verdict = judged(&Growing(store(scenes::large())));
    assert_eq!(places(&verdict, Code::FileChanged), [""; 0]);
    let verdict = judged(&Growing(store(scenes::released())));
    assert_eq!(places(&verdict, Code::FileChanged), [""; 0]);
}
