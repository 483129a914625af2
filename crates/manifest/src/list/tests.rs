use super::lines::{Ending, read_line};
use super::*;

fn dir(path: &str) -> String {
    format!(r#"{{"path":"{path}","kind":"dir","salt":"{}"}}"#, "00".repeat(16))
}

fn outcomes(text: &str) -> Vec<String> {
    let mut reader = ListReader::new(text.as_bytes());
    let mut outcomes = Vec::new();
    while let Some((line, _)) = reader.read().expect("memory") {
        outcomes.push(match line {
            Line::Entry(entry) => entry.path.shown(),
            Line::Fault(fault) => format!("{fault:?}").split(['(', ' ']).next().unwrap_or_default().to_owned(),
        });
    }
    outcomes
}

fn list(paths: &[&str]) -> String {
    paths.iter().map(|path| dir(path) + "\n").collect()
}

#[test]
fn a_block_has_few_lines_however_short_they_are() {
    let text = "\n".repeat(2_000);
    let mut reader = text.as_bytes();
    let mut counts = Vec::new();
    loop {
        let block = super::lines::Block::read(&mut reader).expect("memory");
        counts.push(block.parse().len());
        if block.is_last() {
            break;
        }
    }
    assert_eq!(counts, [512, 512, 512, 464, 0]);
}

#[test]
fn takes_a_tree_in_walk_order() {
    let paths = ["a", "a/b", "a/b/c", "a/d", "a-b", "a.b", "b"];
    assert_eq!(outcomes(&list(&paths)), paths);
}

#[test]
fn refuses_disorder_and_duplicates_and_goes_on() {
    assert_eq!(outcomes(&list(&["b", "a", "b", "c"])), ["b", "Order", "Order", "c"]);
    assert_eq!(outcomes(&list(&["a", "a-b", "a/b"])), ["a", "a-b", "Order"]);
}

#[test]
fn refuses_a_path_whose_directory_is_not_listed() {
    assert_eq!(outcomes(&list(&["a/b"])), ["ParentMissing"]);
    assert_eq!(outcomes(&list(&["a", "a/b/c", "a/d"])), ["a", "ParentMissing", "a/d"]);
    assert_eq!(
        outcomes(&list(&["a", "a/b", "a/c/d/e", "a/d", "b/c", "c"])),
        ["a", "a/b", "ParentMissing", "a/d", "ParentMissing", "c"]
    );
    assert_eq!(outcomes(&list(&["a", "b/c"])), ["a", "ParentMissing"]);
}

#[test]
fn refuses_a_last_line_without_line_feed_and_an_empty_line() {
    assert_eq!(outcomes(&dir("a")), ["NoLineFeed"]);
    assert_eq!(outcomes(&format!("{}\n\n", dir("a"))), ["a", "Malformed"]);
    assert_eq!(outcomes(""), Vec::<String>::new());
}

#[test]
fn a_line_of_exactly_the_limit_is_taken_however_it_comes() {
    for capacity in [1, 3, 7, 64] {
        for length in [1, 8, 9, 10, 11] {
            let text = "x".repeat(length) + "\n";
            let mut reader = io::BufReader::with_capacity(capacity, text.as_bytes());
            let mut line = Vec::new();
            line.extend_from_slice(b"before");
            let ending = read_line(&mut reader, &mut line, 9).expect("memory");
            line.drain(..6);
            match ending {
                Ending::LineFeed => assert!(length <= 9 && line.len() == length, "{length} by {capacity}"),
                Ending::TooLong => assert!(length > 9, "{length} by {capacity}"),
                _ => panic!("{length} by {capacity}"),
            }
        }
    }
}

/// Fails before each piece of its text.
struct Failing<'t> {
    pieces: Vec<&'t [u8]>,
    with: io::ErrorKind,
    fails: bool,
}

impl io::Read for Failing<'_> {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

impl BufRead for Failing<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.fails = !self.fails;
        if self.fails { Err(self.with.into()) } else { Ok(self.pieces.first().copied().unwrap_or_default()) }
    }

    fn consume(&mut self, count: usize) {
        if let Some(piece) = self.pieces.first_mut() {
            *piece = &piece[count..];
        }
        self.pieces.retain(|piece| !piece.is_empty());
    }
}

#[test]
fn an_interrupted_reading_goes_on_and_a_failed_one_ends() {
    let text = dir("a") + "\n";
    let (first, rest) = text.as_bytes().split_at(11);
    let reader = |with| ListReader::new(Failing { pieces: vec![first, rest], with, fails: false });
    let mut interrupted = reader(io::ErrorKind::Interrupted);
    assert!(matches!(interrupted.read().expect("read"), Some((Line::Entry(_), _))));
    assert!(interrupted.read().expect("read").is_none());
    let error = reader(io::ErrorKind::TimedOut).read().map(|_| ()).expect_err("no line");
    assert_eq!(error.kind(), io::ErrorKind::TimedOut);
}

#[test]
fn a_list_longer_than_what_is_parsed_together_is_read_to_its_end() {
    let names: Vec<String> = (0..3000).map(|number| format!("d{number:04}")).collect();
    let text = list(&names.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(text.len() > 200_000);
    assert_eq!(outcomes(&text), names);
}

#[cfg(feature = "fs")]
#[test]
fn all_processors_read_the_same_lines_in_the_same_order_until_it_is_enough() {
    let names: Vec<String> = (0..3000).map(|number| format!("d{number:04}")).collect();
    let text = list(&names.iter().map(String::as_str).collect::<Vec<_>>()) + "no entry\n";
    let mut one = ListReader::new(text.as_bytes());
    let mut expected = Vec::new();
    while let Some((line, leaf)) = one.read().expect("memory") {
        expected.push((one.number(), matches!(line, Line::Entry(_)), leaf));
    }
    assert_eq!((expected.len(), expected[3000].1), (3001, false));
    let mut found = Vec::new();
    let read = |enough: usize, found: &mut Vec<_>| {
        found.clear();
        read_on_all_processors(text.as_bytes(), &mut |number, line, leaf| {
            found.push((number, matches!(line, Line::Entry(_)), leaf));
            found.len() < enough
        })
    };
    assert!(read(usize::MAX, &mut found).expect("memory"));
    assert!(found == expected);
    assert!(!read(2000, &mut found).expect("memory"));
    assert!(found == expected[..2000]);
}

#[test]
fn a_line_that_is_too_long_is_skipped_without_being_kept() {
    let mut reader = io::BufReader::with_capacity(7, &b"0123456789\nabc\n"[..]);
    let mut line = Vec::new();
    assert!(matches!(read_line(&mut reader, &mut line, 9).expect("memory"), Ending::TooLong));
    assert!(matches!(read_line(&mut reader, &mut line, 9).expect("memory"), Ending::LineFeed));
    assert_eq!(line, b"abc");
}

#[test]
fn reading_goes_on_behind_a_line_that_is_up_to_four_times_too_long() {
    for length in 10..=36 {
        let text = "x".repeat(length) + "\nabc\n";
        let mut reader = io::BufReader::with_capacity(3, text.as_bytes());
        let mut line = Vec::new();
        assert!(matches!(read_line(&mut reader, &mut line, 9).expect("memory"), Ending::TooLong), "{length}");
        assert!(matches!(read_line(&mut reader, &mut line, 9).expect("memory"), Ending::LineFeed), "{length}");
        assert_eq!(line, b"abc");
    }
}

#[test]
fn a_line_without_end_is_not_read_to_its_end() {
    let mut line = Vec::new();
    let mut reader = io::BufReader::with_capacity(7, io::repeat(0));
    assert!(matches!(read_line(&mut reader, &mut line, 9).expect("memory"), Ending::Endless));
    assert!(line.is_empty());
    let mut list = ListReader::new(io::BufReader::with_capacity(1 << 16, io::repeat(0)));
    assert!(matches!(list.read().expect("memory"), Some((Line::Fault(Fault::Malformed(EntryError::TooLong)), _))));
    assert!(list.read().expect("memory").is_none());
}

/// Gives a few bytes at a time, and is interrupted before each of them.
struct Interrupted<'a>(&'a [u8], bool);

impl std::io::Read for Interrupted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.1 = !self.1;
        if self.1 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let most = into.len().min(3);
        self.0.read(&mut into[..most])
    }
}

#[test]
fn an_interrupted_call_is_made_again() {
    let text = [b"a".repeat(30), b"\nb\n".to_vec()].concat();
    let mut reader = io::BufReader::with_capacity(3, Interrupted(&text, false));
    let mut line = Vec::new();
    assert!(matches!(read_line(&mut reader, &mut line, 9).expect("read again"), Ending::TooLong));
    assert!(matches!(read_line(&mut reader, &mut line, 9).expect("read again"), Ending::LineFeed));
    assert_eq!(line, b"b");
}
