//! Bags that change while they are read, or of which something cannot be read: what is said of it, and under which check.

#[path = "golden/tar.rs"]
mod tar;

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sealbag::bag::{BagFile, BagStore, MemoryStore};
use sealbag::finding::{Code, Finding};
use sealbag::verdict::{Check, Status, Verdict};
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::{Area, Object, ObjectKind, OpenError};

const SEALED: &[u8] = include_bytes!("../../../fixtures/golden/v1/sealed.tar");
const DETACHED: &[u8] = include_bytes!("../../../fixtures/golden/v1/detached.tar");
const COPY: &[u8] = include_bytes!("../../../fixtures/golden/v1/copy.tar");
const LIST: &str = "seal/entries.jsonl";
const NOTES: &str = "data/notes.txt";

fn bag(archive: &[u8]) -> MemoryStore {
    let files = tar::files(archive).into_iter().map(|(path, bytes)| (path, Arc::from(bytes)));
    MemoryStore { files: files.collect() }
}

fn judged(store: &dyn BagStore) -> Verdict {
    let anchors = Anchors::default();
    verify(store, &Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &Silent })
}

fn found(verdict: &Verdict, code: Code) -> Vec<Finding> {
    verdict.findings().iter().filter(|finding| finding.code == code).cloned().collect()
}

fn status(verdict: &Verdict, check: Check) -> Status {
    verdict.checks().iter().find(|result| result.check == check).expect("every check is listed").status
}

/// What becomes of one path.
enum Trouble {
    /// It cannot be opened.
    Unreadable,
    /// From its so-many-th opening on, counted from 0, it has other bytes.
    Replaced(usize, Vec<u8>),
    /// It gives so many bytes less than its size.
    Shrunk(usize),
}

/// A bag with trouble at one path, that counts what is asked of it.
struct Troubled {
    store: MemoryStore,
    path: &'static str,
    trouble: Trouble,
    /// How often the path was opened.
    opened: AtomicUsize,
    /// How often anything was opened or listed.
    asked: AtomicUsize,
    listed: AtomicUsize,
}

impl Troubled {
    fn new(store: MemoryStore, path: &'static str, trouble: Trouble) -> Self {
        Self { store, path, trouble, opened: 0.into(), asked: 0.into(), listed: 0.into() }
    }
}

impl BagStore for Troubled {
    fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
        self.listed.fetch_add(1, Ordering::Relaxed);
        self.store.list(area, visit);
    }

    fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let file = self.store.open(path)?;
        if path != self.path {
            return Ok(file);
        }
        let opened = self.opened.fetch_add(1, Ordering::Relaxed);
        match &self.trouble {
            Trouble::Unreadable => Err(OpenError::Unreadable(io::ErrorKind::Other.into())),
            Trouble::Replaced(from, bytes) if opened >= *from => {
                let files = [(path.to_owned(), Arc::from(bytes.as_slice()))].into();
                MemoryStore { files }.open(path)
            }
            Trouble::Replaced(..) => Ok(file),
            Trouble::Shrunk(by) => Ok(Box::new(Shrunk { file, by: *by })),
        }
    }
}

struct Shrunk {
    file: Box<dyn BagFile>,
    by: usize,
}

impl BagFile for Shrunk {
    fn size(&self) -> u64 {
        self.file.size()
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let left = (self.size() as usize - self.by).saturating_sub(offset as usize);
        let length = left.min(buffer.len());
        self.file.read_at(&mut buffer[..length], offset)
    }
}

#[test]
fn a_file_that_cannot_be_opened_leaves_its_content_unanswered_and_not_its_place() {
    let verdict = judged(&Troubled::new(bag(SEALED), NOTES, Trouble::Unreadable));
    let unreadable = found(&verdict, Code::FileUnreadable);
    assert_eq!(unreadable.len(), 1, "{:?}", verdict.findings());
    assert_eq!(unreadable[0].place, NOTES);
    assert_eq!(status(&verdict, Check::Files), Status::NotRun);
    assert_eq!(found(&verdict, Code::FileNotRegular), []);
    let whole = bag(SEALED);
    let mut missing = bag(SEALED);
    missing.files.remove(NOTES).expect("a file");
    let verdict = judged(&missing);
    assert_eq!((status(&verdict, Check::FileSet), status(&verdict, Check::Files)), (Status::Failed, Status::Passed));
    let verdict = judged(&whole);
    assert_eq!((status(&verdict, Check::FileSet), status(&verdict, Check::Files)), (Status::Passed, Status::Passed));
}

#[test]
fn a_file_that_shrinks_while_it_is_read_is_changed_by_its_size() {
    let size = bag(SEALED).files[NOTES].len();
    let verdict = judged(&Troubled::new(bag(SEALED), NOTES, Trouble::Shrunk(3)));
    let changed = found(&verdict, Code::FileChanged);
    assert_eq!(changed.len(), 1, "{:?}", verdict.findings());
    assert_eq!(changed[0].expected, Some(format!("{size} bytes")));
    assert_eq!(changed[0].found, Some(format!("{} bytes", size - 3)));
}

/// The list in other forms: a line less, two lines in another order, a line with another salt, a line that is none.
fn other_lists(list: &[u8]) -> Vec<Vec<u8>> {
    let lines: Vec<&[u8]> = list.split_inclusive(|&byte| byte == b'\n').collect();
    assert!(lines.len() > 1);
    let mut salted = list.to_vec();
    let at = salted.windows(8).rposition(|bytes| bytes == b"\"salt\":\"").expect("a salt") + 8;
    salted[at] = if salted[at] == b'0' { b'1' } else { b'0' };
    let last = lines.len() - 1;
    let not_json = [&lines[..last].concat()[..], b"no line of a list\n"].concat();
    vec![lines[..last].concat(), salted, not_json]
}

#[test]
fn a_list_that_is_another_when_it_is_read_again_is_said_to_have_changed() {
    for archive in [SEALED, DETACHED] {
        let list = bag(archive).files[LIST].to_vec();
        let same = Troubled::new(bag(archive), LIST, Trouble::Replaced(2, list.clone()));
        let verdict = judged(&same);
        assert_eq!(found(&verdict, Code::ChangedWhileRead), []);
        let openings = same.opened.load(Ordering::Relaxed);
        assert!(openings >= 3, "hashed, verified, and read again");
        for (number, other) in other_lists(&list).into_iter().enumerate() {
            // Hashed with the tag files and verified before; then read again for what it says of each file.
            let verdict = judged(&Troubled::new(bag(archive), LIST, Trouble::Replaced(2, other)));
            let changed = found(&verdict, Code::ChangedWhileRead);
            assert!(changed.iter().any(|finding| finding.place == LIST), "{number}: {:?}", verdict.findings());
            assert_eq!(status(&verdict, Check::Files), Status::NotRun, "{number}");
        }
    }
}

#[test]
fn an_added_file_is_not_named_by_a_list_that_has_changed_meanwhile() {
    let mut with_more = bag(SEALED);
    with_more.files.insert("data/zz".to_owned(), Arc::from(&b"more"[..]));
    let list = with_more.files[LIST].to_vec();
    let whole = judged(&with_more);
    assert_eq!(found(&whole, Code::FileAdded).len(), 1);
    for other in other_lists(&list) {
        let verdict = judged(&Troubled::new(bag_with(&with_more), LIST, Trouble::Replaced(3, other)));
        assert!(found(&verdict, Code::ChangedWhileRead).iter().any(|finding| finding.place == LIST));
        assert_eq!(found(&verdict, Code::FileAdded), []);
    }
}

fn bag_with(store: &MemoryStore) -> MemoryStore {
    MemoryStore { files: store.files.clone() }
}

#[test]
fn what_cannot_be_read_of_the_bag_before_is_a_remark_about_this_one() {
    let whole = judged(&bag(COPY));
    assert_eq!(found(&whole, Code::PreviousUndetermined), []);
    let event_zero = "seal/previous/000000.txt";
    let mut without = bag(COPY);
    without.files.remove(event_zero).expect("the seal of the bag before");
    assert_eq!(found(&judged(&without), Code::PreviousMissing).len(), 1);
    let verdict = judged(&Troubled::new(bag(COPY), event_zero, Trouble::Unreadable));
    assert_eq!(found(&verdict, Code::PreviousMissing), []);
    let remarks = found(&verdict, Code::PreviousUndetermined);
    assert!(remarks.iter().any(|finding| finding.place == event_zero), "{:?}", verdict.findings());
}

#[test]
fn one_event_with_a_high_number_does_not_cost_a_look_for_each_number_before_it() {
    let mut store = bag(SEALED);
    store.files.insert("custody/999999.txt".to_owned(), Arc::from(&b"no event"[..]));
    let counted = Troubled::new(store, "custody/999999.txt", Trouble::Shrunk(0));
    let verdict = judged(&counted);
    let codes: BTreeSet<&str> = verdict.findings().iter().map(|finding| finding.code.name()).collect();
    assert!(codes.contains("custody.missing"), "{codes:?}");
    assert_eq!(verdict.totals()["custody.missing"], 999_998);
    let (asked, listed) = (counted.asked.load(Ordering::Relaxed), counted.listed.load(Ordering::Relaxed));
    assert!(asked < 100 && listed < 10, "{asked} openings, {listed} listings");
}

#[test]
fn a_folder_of_the_log_that_cannot_be_listed_is_no_empty_one() {
    struct Unlisted(MemoryStore, Area, &'static [u8]);
    impl BagStore for Unlisted {
        fn list(&self, area: Area, visit: &mut dyn FnMut(Object<'_>)) {
            if area != self.1 {
                return self.0.list(area, visit);
            }
            self.0.list(area, &mut |object| {
                if !object.path.starts_with(self.2) {
                    visit(object);
                }
            });
            visit(Object { path: self.2, kind: ObjectKind::Unreadable(io::ErrorKind::Other.into()) });
        }

        fn open(&self, path: &str) -> Result<Box<dyn BagFile>, OpenError> {
            self.0.open(path)
        }
    }
    let events_before = bag(COPY).files.keys().filter(|path| path.starts_with("seal/previous/")).count();
    assert!(events_before > 1, "the bag before has a log");
    for folder in [&b"seal/previous"[..], b"seal"] {
        let verdict = judged(&Unlisted(bag(COPY), Area::Tags, folder));
        let remarks = found(&verdict, Code::PreviousUndetermined);
        assert_eq!(remarks.len(), 1, "{:?}", verdict.findings());
        assert_eq!(remarks[0].place, String::from_utf8_lossy(folder));
        assert_eq!(found(&verdict, Code::PreviousMismatch), []);
    }
    // Of what lies elsewhere the log of the bag before does not depend.
    let verdict = judged(&Unlisted(bag(COPY), Area::Tags, b"seal/other"));
    assert_eq!(found(&verdict, Code::PreviousUndetermined), []);
    assert!(found(&verdict, Code::BagUnreadable).iter().any(|finding| finding.place == "seal/other"));
}
