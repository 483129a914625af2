//! What a writer hands to its output: no long runs of zeros, few writes, and nothing that was not read back.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;

use super::super::{Output, WriteError, Writer, is_zero};
use super::{Memory, open};
use crate::store::BagStore;

const HOLE: usize = 1 << 16;
const GATHERED: usize = 1 << 20;

#[test]
fn zeros_are_known_at_every_place() {
    for length in [0, 1, 15, 16, 17, 31, 32, 33] {
        let zeros = vec![0; length];
        assert!(is_zero(&zeros), "{length}");
        for at in 0..length {
            let mut bytes = zeros.clone();
            bytes[at] = 1;
            assert!(!is_zero(&bytes), "{at} of {length}");
        }
    }
}

/// An output that its maker can look at while a writer has it: the bytes, and the lengths of the writes.
#[derive(Default)]
struct Log(Memory, Vec<usize>);

impl Output for Rc<RefCell<Log>> {
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let mut log = self.borrow_mut();
        log.1.push(bytes.len());
        log.0.write_at(bytes, offset)
    }

    fn read_at(&mut self, buffer: &mut [u8], offset: u64) -> io::Result<()> {
        self.borrow_mut().0.read_at(buffer, offset)
    }
}

/// A file of these pieces, packed: the lengths of the writes before its end, and what is read back.
fn pack(pieces: &[&[u8]]) -> (Vec<usize>, Vec<u8>) {
    let log = Rc::new(RefCell::new(Log::default()));
    let mut writer = Writer::new(log.clone(), "A1.bag").expect("a root");
    writer.begin("data/x", pieces.iter().map(|piece| piece.len() as u64).sum()).expect("a place");
    pieces.iter().for_each(|piece| writer.data(piece).expect("room"));
    let written = log.borrow().1.clone();
    writer.end().expect("an end");
    writer.finish().expect("an archive");
    let store = open(log.take().0.0).expect("a packed bag");
    (written, store.read_whole("data/x", 1 << 30).expect("a file"))
}

#[test]
fn long_runs_of_zeros_are_left_out_and_all_else_is_written_at_its_place() {
    let header = 30 + "A1.bag/data/x".len();
    let (zeros, ones) = (vec![0; GATHERED], vec![1; GATHERED]);
    let cases: [(&[&[u8]], &[usize]); 6] = [
        (&[&zeros[..HOLE]], &[header]),
        (&[&zeros[..HOLE - 1]], &[]),
        (&[&ones[..HOLE]], &[]),
        (&[&ones[..GATHERED - 1]], &[header + GATHERED - 1]),
        (&[&ones], &[header, GATHERED]),
        (&[&ones, &zeros[..HOLE], &ones, b"end"], &[header, GATHERED, GATHERED]),
    ];
    for (number, (pieces, written)) in cases.into_iter().enumerate() {
        let (found, content) = pack(pieces);
        assert_eq!(found, written, "{number}");
        assert!(content == pieces.concat(), "{number}");
    }
}

#[test]
fn small_files_and_the_records_of_the_directory_are_written_together() {
    let log = Rc::new(RefCell::new(Log::default()));
    let mut writer = Writer::new(log.clone(), "A1.bag").expect("a root");
    for number in 0..100 {
        writer.begin(&format!("data/{number:03}"), 3).expect("a place");
        writer.data(b"abc").expect("room");
        writer.end().expect("an end");
    }
    assert!(log.borrow().1.is_empty());
    writer.finish().expect("an archive");
    assert_eq!(log.borrow().1.len(), 2, "the files, and the directory with the end");
}

/// Gives one byte back as another.
struct Forgetful(Memory, u64);

impl Output for Forgetful {
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        self.0.write_at(bytes, offset)
    }

    fn read_at(&mut self, buffer: &mut [u8], offset: u64) -> io::Result<()> {
        if self.0.0.len() < offset as usize + buffer.len() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.0.read_at(buffer, offset)?;
        if let Some(byte) = self.1.checked_sub(offset).and_then(|at| buffer.get_mut(at as usize)) {
            *byte ^= 1;
        }
        Ok(())
    }
}

#[test]
fn a_header_that_is_read_back_as_another_ends_the_packing() {
    let packed = |changed: u64| {
        let mut writer = Writer::new(Forgetful(Memory::default(), changed), "A1.bag").expect("a root");
        writer.begin("data/x", 3).and_then(|()| writer.data(b"abc")).and_then(|()| writer.end()).expect("room");
        writer.finish().map(|(_, size)| size)
    };
    assert!(packed(1 << 20).is_ok());
    // Checksum and name are free: only who reads the archive can tell.
    for at in (0..14).chain(18..27).chain([28]) {
        assert!(matches!(packed(at), Err(WriteError::ReadBack)), "byte {at}: {:?}", packed(at));
    }
}
