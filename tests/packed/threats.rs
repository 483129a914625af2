//! What befalls a bag befalls it packed: flipped bits, a file that ends while it is read, bytes exchanged before they are taken out.

use std::fs;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sealbag::verdict::Outcome;
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_manifest::hash::sha256;
use sealbag_manifest::observer::Silent;
use sealbag_manifest::packed::PackedStore;
use sealbag_manifest::store::BagFile;
use sealbag_tests::program::Office;
use sealbag_tests::vectors::golden;

use super::archive::{Archive, crc};

/// A packed bag in memory that ends after so many readings.
struct Memory {
    bytes: Arc<[u8]>,
    readings: Arc<AtomicUsize>,
    ends_after: usize,
}

impl BagFile for Memory {
    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        if self.readings.fetch_add(1, Ordering::Relaxed) >= self.ends_after {
            return Ok(0);
        }
        let rest = self.bytes.get(offset as usize..).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }
}

/// The outcome for whoever knows the hash of the seal; none if it is no packed bag. And how often was read.
fn judged(bytes: Arc<[u8]>, ends_after: usize) -> (Option<Outcome>, usize) {
    let readings = Arc::new(AtomicUsize::new(0));
    let file = Memory { bytes, readings: readings.clone(), ends_after };
    let anchors = Anchors { seal_hash: Some(sha256(golden().file("custody/000000.txt"))), ..Anchors::default() };
    let options = Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &Silent };
    let outcome = PackedStore::open(Arc::new(file)).ok().map(|store| verify(&store, &options).outcome());
    (outcome, readings.load(Ordering::Relaxed))
}

fn is_accepted(outcome: Option<Outcome>) -> bool {
    matches!(outcome, Some(Outcome::Confirmed | Outcome::ConfirmedWithRemarks))
}

#[test]
fn no_flipped_bit_of_a_packed_bag_is_accepted() {
    let whole = Archive::golden().write();
    assert!(is_accepted(judged(whole.clone().into(), usize::MAX).0), "the bag itself");
    let accepted: Vec<usize> = (0..whole.len())
        .filter(|&at| {
            let mut changed = whole.clone();
            changed[at] ^= 1 << (at % 8);
            is_accepted(judged(changed.into(), usize::MAX).0)
        })
        .collect();
    assert!(accepted.is_empty(), "of {} bytes: {accepted:?}", whole.len());
}

/// A stick that is pulled: whatever was read until then, there is no verdict that it holds.
#[test]
fn a_packed_bag_that_ends_while_it_is_read_is_never_accepted() {
    let whole: Arc<[u8]> = Archive::golden().write().into();
    let (outcome, readings) = judged(whole.clone(), usize::MAX);
    assert!(is_accepted(outcome) && readings > 20, "{outcome:?} after {readings} readings");
    for ends_after in 0..readings {
        let (outcome, _) = judged(whole.clone(), ends_after);
        assert!(!is_accepted(outcome), "ended after {ends_after} of {readings} readings: {outcome:?}");
    }
}

/// As out of a directory: what is not what was sealed stays where it is, whether the checksum was made to fit or not.
#[test]
fn a_changed_file_does_not_come_out_of_a_packed_bag() {
    let office = Office::open();
    for is_fitted in [false, true] {
        let mut archive = Archive::golden();
        let entry = archive.entry("notes.txt");
        entry.data[0] ^= 1;
        if is_fitted {
            let crc = crc(&entry.data);
            entry.both(|header| header.crc = crc);
        }
        fs::write(office.path("a.zip"), archive.write()).expect("the archive is written");
        let to = format!("out-{is_fitted}");
        let run = office.sealbag(["extract", "a.zip", "--to", &to, "--unanchored"]).expect_code(1);
        assert!(run.text().contains("notes.txt") || run.stderr.contains("notes.txt"), "{}{}", run.text(), run.stderr);
        assert!(!office.path(&to).join("notes.txt").exists(), "fitted: {is_fitted}");
        assert!(office.path(&to).join("mail/inbox.mbox").exists(), "the others come out");
    }
}
