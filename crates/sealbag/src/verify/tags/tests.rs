//! How far a tag file is read, whatever lies in its place.

use std::io;
use std::sync::Arc;

use sealbag_custody::log_page::SealPage;
use sealbag_manifest::store::MemoryStore;

use super::*;

/// The record of the golden bag.
fn record() -> SealRecord {
    const BAG: &[u8] = include_bytes!("../../../../../fixtures/golden/v1/sealed.tar");
    const END: &[u8] = b"-----END SSH SIGNATURE-----\n";
    let find =
        |text: &[u8], from: usize| BAG[from..].windows(text.len()).position(|bytes| bytes == text).map(|at| from + at);
    let begin = find(b"format = \"sealbag/seal/v1\"", 0).expect("event 0");
    let end = find(END, begin).expect("its signature") + END.len();
    SealPage::read(&BAG[begin..end]).expect("a seal that holds").into_record()
}

/// A file that claims a size and gives nothing, and says whether it was read.
struct Claimed(u64);

impl BagFile for Claimed {
    fn size(&self) -> u64 {
        self.0
    }

    fn read_at(&self, _: &mut [u8], _: u64) -> io::Result<usize> {
        Ok(0)
    }
}

struct OneFile(u64);

impl BagStore for OneFile {
    fn list(&self, _: Area, _: &mut dyn FnMut(sealbag_manifest::store::Object<'_>)) {}

    fn open(&self, _: &str) -> Result<Box<dyn BagFile>, OpenError> {
        Ok(Box::new(Claimed(self.0)))
    }
}

fn said(path: &str, size: u64, record: &SealRecord) -> String {
    let sealed = TagFile { path: path.to_owned(), sha256: NO_DIGEST };
    let mut report = Report::default();
    check_file(&OneFile(size), &sealed, &Bounds::of(path, record), &mut report);
    let found = report.faults();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].code, found[0].place.as_str()), (Code::TagChanged, path));
    found[0].expected.clone().expect("what was expected")
}

const NO_DIGEST: Sha256Digest = Sha256Digest([0; 32]);

#[test]
fn each_tag_file_is_bounded_by_what_the_seal_says_of_it() {
    let mut record = record();
    (record.tree.size, record.totals.files) = (3, 2);
    let lines_of_the_list = 3 * ((16 << 20) + 1);
    let lines_of_the_manifest = 2 * (64 + 2 + 5 + 900 + 1);
    for (path, most) in [
        (BAGIT, 1 << 20),
        (BAG_INFO, 1 << 20),
        (VERIFY_BY_HAND, 1 << 20),
        (ENTRIES, lines_of_the_list),
        (MANIFEST, lines_of_the_manifest),
    ] {
        assert!(said(path, most, &record).starts_with("sha256 "), "{path}");
        assert_eq!(said(path, most + 1, &record), format!("at most {most} bytes"), "{path}");
    }
    assert!(said("seal/other", u64::MAX, &record).starts_with("sha256 "));
    assert_eq!(Bounds::of(MANIFEST, &record).line, 64 + 2 + 5 + 900);
    assert_eq!(Bounds::of(ENTRIES, &record).line, 16 << 20);
}

fn file(bytes: Vec<u8>) -> Box<dyn BagFile> {
    MemoryStore { files: [("f".to_owned(), Arc::from(bytes))].into() }.open("f").expect("a file")
}

#[test]
fn a_line_over_its_bound_ends_the_reading_and_one_at_its_bound_does_not() {
    // The first part that is read at once ends 5,535 bytes behind the end of a line.
    let mut text = vec![b'x'; 65_536 + 55_546];
    text[60_000] = b'\n';
    let longest = 5_535 + 55_546;
    let whole = Some(sha256(&text).0);
    for (bound, expected) in [(u64::MAX, whole), (longest + 1, whole), (longest, whole), (longest - 1, None), (1, None)]
    {
        let found = digest(&*file(text.clone()), u64::MAX, bound).expect("bytes");
        assert_eq!(found, expected, "{bound}");
    }
    // Many short lines are no long one.
    let lines = b"0123456789\n".repeat(30_000);
    assert_eq!(digest(&*file(lines.clone()), u64::MAX, 10).expect("bytes"), Some(sha256(&lines).0));
}

#[test]
fn so_many_bytes_are_hashed_and_no_more() {
    let text = vec![b'x'; 200_000];
    for limit in [0, 1, 65_535, 65_536, 65_537, 199_999, 200_000, 200_001, u64::MAX] {
        let length = text.len().min(usize::try_from(limit).unwrap_or(usize::MAX));
        let found = digest(&*file(text.clone()), limit, u64::MAX).expect("bytes");
        assert_eq!(found, Some(sha256(&text[..length]).0), "{limit}");
    }
}

#[test]
fn of_a_tag_manifest_one_byte_more_is_hashed_than_it_may_have() {
    let longest = MAX_TAG_MANIFEST as usize;
    let mut bytes = vec![b'x'; longest + 2];
    let of = |bytes: &[u8]| {
        let store = MemoryStore { files: [(TAG_MANIFEST.to_owned(), Arc::from(bytes))].into() };
        beginning_digest(&store).expect("bytes")
    };
    assert_eq!(of(&bytes), sha256(&bytes[..longest + 1]));
    bytes.truncate(longest);
    assert_eq!(of(&bytes), sha256(&bytes));
}

#[test]
fn what_is_there_and_cannot_be_had_is_told_from_what_is_missing() {
    let code = |error| unreadable("bagit.txt", error).code;
    assert_eq!(code(OpenError::Unreadable(io::ErrorKind::Other.into())), Code::BagUnreadable);
    assert_eq!(code(OpenError::Missing), Code::TagMissing);
    assert_eq!(code(OpenError::NotRegular), Code::BagNotRegular);
}
