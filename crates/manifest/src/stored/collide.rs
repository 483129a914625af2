//! Which names of one directory some file system would take as one (`docs/spec/names.md`, "Twins").

use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;

/// For each sibling, whether its name equals another's after normalisation and case folding.
///
/// `siblings` are the different names of one directory, in any order; the answer has their order.
pub fn colliding<N: AsRef<[u8]>>(siblings: &[N]) -> Vec<bool> {
    Twins::among(siblings).found()
}

/// Which of some names of a directory are twins, of each other or of names beyond them.
///
/// Memory is 21 bytes a name. The keys are compared by 128 bits of their BLAKE3 value: were two ever to agree by accident or
/// by design, two names would be escaped that need not be, which is legal.
pub struct Twins {
    keys: Vec<([u8; 16], u32)>,
    found: Vec<bool>,
    scratch: Vec<u8>,
}

impl Twins {
    /// Compares different names with each other.
    pub fn among<N: AsRef<[u8]>>(names: &[N]) -> Self {
        let mut twins =
            Self { keys: Vec::with_capacity(names.len()), found: vec![false; names.len()], scratch: Vec::new() };
        for (at, name) in names.iter().enumerate() {
            let Ok(at) = u32::try_from(at) else {
                twins.found.fill(true);
                return twins;
            };
            twins.keys.push((hash(name.as_ref(), &mut twins.scratch), at));
        }
        twins.keys.sort_unstable();
        for run in twins.keys.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1) {
            for &(_, at) in run {
                twins.found[at as usize] = true;
            }
        }
        twins
    }

    /// Compares the names with one that is none of them.
    pub fn meet(&mut self, name: &[u8]) {
        let key = hash(name, &mut self.scratch);
        let first = self.keys.partition_point(|(other, _)| *other < key);
        for &(_, at) in self.keys[first..].iter().take_while(|(other, _)| *other == key) {
            self.found[at as usize] = true;
        }
    }

    /// For each name, in the order that they were given in, whether it is a twin.
    pub fn found(self) -> Vec<bool> {
        self.found
    }
}

fn hash(name: &[u8], scratch: &mut Vec<u8>) -> [u8; 16] {
    scratch.clear();
    if name.is_ascii() {
        scratch.extend(name.iter().map(u8::to_ascii_lowercase));
    } else {
        push_key(name, scratch);
    }
    let mut short = [0; 16];
    short.copy_from_slice(&blake3::hash(scratch).as_bytes()[..16]);
    short
}

/// Appends NFC(fold(NFD(name))): canonical caseless matching (Unicode 3.13, D145) with full case folding.
///
/// Full folding takes every pair as equal that a simple fold or an upper-case table does, and `ß` and `ss` besides: too
/// many twins cost readability, too few cost a file. U+0131 is the one letter whose upper case (`I`) folding does not
/// reach; systems that compare by upper case join it with `i`, so it is mapped too. Invalid bytes stand for themselves.
fn push_key(name: &[u8], key: &mut Vec<u8>) {
    for chunk in name.utf8_chunks() {
        let decomposed: String = chunk.valid().nfd().map(|c| if c == '\u{131}' { 'i' } else { c }).collect();
        let folded = UniCase::unicode(decomposed).to_folded_case();
        let mut buffer = [0; 4];
        for c in folded.nfc() {
            key.extend_from_slice(c.encode_utf8(&mut buffer).as_bytes());
        }
        key.extend_from_slice(chunk.invalid());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_twins(a: &[u8], b: &[u8]) -> bool {
        let found = colliding(&[a, b"unlike the others", b]);
        assert!(!found[1]);
        assert_eq!(found[0], found[2]);
        found[0]
    }

    #[test]
    fn twins_are_found_by_case_and_by_normal_form() {
        for (a, b) in [
            ("a", "A"),
            ("й", "и\u{306}"),
            ("ё", "е\u{308}"),
            ("Й", "и\u{306}"),
            ("한", "\u{1112}\u{1161}\u{11AB}"),
            ("가\u{11A8}", "각"),
            ("straße", "STRASSE"),
            ("ſ", "S"),
            ("\u{212A}", "k"),
            ("\u{212B}", "a\u{30A}"),
            ("σ", "ς"),
            ("ﬁle", "FILE"),
            ("\u{131}x", "Ix"),
            ("a\u{323}\u{307}", "a\u{307}\u{323}"),
            ("ᾳ", "ΑΙ"),
            ("\u{1FB4}", "\u{1FB3}\u{301}"),
        ] {
            assert!(are_twins(a.as_bytes(), b.as_bytes()), "{a:?} {b:?}");
        }
        assert!(are_twins(b"\xFFa\xFE", b"\xFFA\xFE"));
    }

    #[test]
    fn different_names_are_no_twins() {
        for (a, b) in [("a", "b"), ("и", "й"), ("a", "а"), ("0", "O"), ("a.b", "a-b")] {
            assert!(!are_twins(a.as_bytes(), b.as_bytes()), "{a:?} {b:?}");
        }
        assert!(!are_twins(b"\xFF", b"\xFE"));
        assert!(!are_twins(b"\xC3", "\u{C3}".as_bytes()));
    }

    #[test]
    fn ascii_and_other_names_share_one_key() {
        assert!(are_twins(b"K", "\u{212A}".as_bytes()));
        assert_eq!(colliding::<&[u8]>(&[]), Vec::<bool>::new());
        assert_eq!(colliding(&["A"]), [false]);
        assert_eq!(colliding(&["a", "b", "A", "c", "\u{e4}", "a\u{308}"]), [true, false, true, false, true, true]);
    }

    #[test]
    fn twins_are_found_in_what_is_met_later() {
        let mut twins = Twins::among(&["a", "B", "c", "C", "ё"]);
        for name in ["x", "b", "е\u{308}", "d"] {
            twins.meet(name.as_bytes());
        }
        assert_eq!(twins.found(), [false, true, true, true, true]);
        let mut none = Twins::among::<&[u8]>(&[]);
        none.meet(b"a");
        assert!(none.found().is_empty());
    }

    #[test]
    fn two_names_alone_in_a_directory_can_be_twins() {
        assert_eq!(colliding(&["a", "A"]), [true, true]);
        assert_eq!(colliding(&["a", "b"]), [false, false]);
        assert_eq!(colliding(&["a"]), [false]);
    }
}
