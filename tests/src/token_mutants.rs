//! Tokens with something changed in them: none may be accepted with another statement, none may make the verifier panic.

use std::path::PathBuf;

use sealbag_timestamp::{Anchors, Expected, Fault, Request, Response, Statement, Token};

use crate::program::workspace;

/// A good token, and what it says.
pub struct Original {
    /// Its file in `fixtures/tokens`.
    pub name: String,
    bytes: Vec<u8>,
    statement: Statement,
}

/// The tokens of `fixtures/tokens` with their data and anchors.
pub struct Originals {
    data: Vec<u8>,
    anchors: Anchors,
    tokens: Vec<Original>,
}

/// What became of the mutants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Refused with a fault.
    pub refused: u64,
    /// Accepted, and saying what the original says: what was changed is not signed, or was changed into itself.
    pub same: u64,
}

impl Originals {
    /// Reads the fixtures.
    pub fn read() -> Self {
        let folder: PathBuf = workspace().join("fixtures/tokens");
        let read = |name: &str| std::fs::read(folder.join(name)).expect("a fixture");
        let (data, anchors) = (read("event.txt"), Anchors::parse(&read("ca.pem")).expect("certificates"));
        let entries = std::fs::read_dir(&folder).expect("the fixtures");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
        names.retain(|name| name.ends_with(".tsr"));
        names.sort();
        let tokens = names.into_iter().map(|name| {
            let bytes = read(&name);
            let token = Token::parse(&bytes).and_then(|token| token.verify(&Expected::over(&data), &anchors));
            let statement = token.unwrap_or_else(|fault| panic!("{name}: {fault}")).statement;
            Original { name, bytes, statement }
        });
        let tokens = tokens.collect();
        Self { data, anchors, tokens }
    }

    /// Judges bytes as a token over the data of the fixtures; a request and an answer are tried too.
    ///
    /// # Panics
    /// If they are accepted with a statement that none of the originals has.
    pub fn judge(&self, bytes: &[u8]) -> Result<(), Fault> {
        if let Ok(request) = Request::parse(bytes) {
            assert_eq!(Request::parse(&request.to_der()).as_ref(), Ok(&request), "what was read is written alike");
        }
        let parsed = Token::parse(bytes);
        let answered = Response::parse(bytes).and_then(Response::into_token);
        if let (Ok(token), Ok(answered)) = (&parsed, &answered) {
            assert_eq!(token.statement(), answered.statement());
        }
        let token = parsed.inspect_err(safe)?;
        let attested = token.verify(&Expected::over(&self.data), &self.anchors).inspect_err(safe)?;
        let known = self.tokens.iter().any(|original| original.statement == attested.statement);
        assert!(known, "accepted with another statement: {:?}", attested.statement);
        Ok(())
    }

    /// Makes and judges so many mutants; the same seed gives the same ones.
    ///
    /// # Panics
    /// As [`Self::judge`].
    pub fn run(&self, seed: u64, count: u64) -> Tally {
        let mut random = Random(seed | 1);
        let mut tally = Tally::default();
        for round in 0..count {
            let original = &self.tokens[random.below(self.tokens.len())];
            let mut bytes = original.bytes.clone();
            for _ in 0..=random.below(3) {
                mutate(&mut bytes, &mut random, &self.tokens);
            }
            match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.judge(&bytes))) {
                Ok(Ok(())) => tally.same += 1,
                Ok(Err(_)) => tally.refused += 1,
                Err(_) => panic!("mutant {round} of {} with seed {seed}: {bytes:02x?}", original.name),
            }
        }
        tally
    }

    /// Every single bit of every original, flipped.
    ///
    /// # Panics
    /// As [`Self::judge`].
    pub fn every_bit(&self) -> Tally {
        let mut tally = Tally::default();
        for original in &self.tokens {
            let mut bytes = original.bytes.clone();
            for bit in 0..bytes.len() * 8 {
                bytes[bit / 8] ^= 1 << (bit % 8);
                match self.judge(&bytes) {
                    Ok(()) => tally.same += 1,
                    Err(_) => tally.refused += 1,
                }
                bytes[bit / 8] ^= 1 << (bit % 8);
            }
        }
        tally
    }
}

/// What is said of a fault is one line of plain text.
fn safe(fault: &Fault) {
    let (code, text) = (fault.code(), fault.to_string());
    assert!(Fault::CODES.contains(&code) && !text.is_empty() && !text.contains('\n'), "{code}: {text}");
}

/// xorshift64*: enough to choose with, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

/// Where the elements stand: begin, begin of the content, end.
fn elements(bytes: &[u8]) -> Vec<(usize, usize, usize)> {
    let (mut found, mut stack) = (Vec::new(), vec![(0, bytes.len())]);
    while let Some((mut at, end)) = stack.pop() {
        while at + 2 <= end {
            let count = match bytes[at + 1] {
                first @ 0x81..=0x84 => usize::from(first & 0x7f),
                _ => 0,
            };
            let Some(digits) = bytes.get(at + 2..at + 2 + count) else { break };
            let len = match count {
                0 => usize::from(bytes[at + 1] & 0x7f),
                _ => digits.iter().fold(0, |len, digit| len << 8 | usize::from(*digit)),
            };
            let begin = at + 2 + count;
            if begin + len > end {
                break;
            }
            found.push((at, begin, begin + len));
            // Octet strings hold further elements here: the statement, and what the attributes name.
            if bytes[at] & 0x20 != 0 || bytes[at] == 0x04 {
                stack.push((begin, begin + len));
            }
            at = begin + len;
        }
    }
    found
}

fn mutate(bytes: &mut Vec<u8>, random: &mut Random, others: &[Original]) {
    if bytes.is_empty() {
        return;
    }
    let places = elements(bytes);
    let place = |random: &mut Random| places.get(random.below(places.len())).copied().unwrap_or((0, 0, bytes.len()));
    match random.below(12) {
        0..=2 => {
            let bit = random.below(bytes.len() * 8);
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
        3 => {
            let at = random.below(bytes.len());
            bytes[at] = random.next() as u8;
        }
        4 => bytes.truncate(random.below(bytes.len())),
        5 => {
            let at = random.below(bytes.len());
            bytes.insert(at, random.next() as u8);
        }
        // An element is removed, doubled, or moved; the lengths around it are left or put right.
        6 => {
            let (at, _, end) = place(random);
            let around = places.clone();
            bytes.drain(at..end);
            repair(bytes, &around, at, -((end - at) as isize), random);
        }
        7 => {
            let (at, _, end) = place(random);
            let (around, copy) = (places.clone(), bytes[at..end].to_vec());
            bytes.splice(at..at, copy);
            repair(bytes, &around, at, (end - at) as isize, random);
        }
        8 => {
            let ((a, _, a_end), (b, _, b_end)) = (place(random), place(random));
            if a_end - a == b_end - b && (a_end <= b || b_end <= a) {
                let (first, second) = (bytes[a..a_end].to_vec(), bytes[b..b_end].to_vec());
                bytes[a..a_end].copy_from_slice(&second);
                bytes[b..b_end].copy_from_slice(&first);
            }
        }
        9 => {
            let (at, ..) = place(random);
            let tags = [0x02, 0x04, 0x05, 0x06, 0x0c, 0x18, 0x24, 0x30, 0x31, 0x80, 0xa0, 0xa1, 0xa3];
            bytes[at] = tags[random.below(tags.len())];
        }
        10 => {
            let (at, ..) = place(random);
            if let Some(length) = bytes.get_mut(at + 1) {
                *length = [0x00, 0x01, 0x7f, 0x80, 0x81, 0x84, 0x85, 0xff][random.below(8)];
            }
        }
        // A part of another good token in the place of the own one.
        _ => {
            let other = &others[random.below(others.len())].bytes;
            let theirs = elements(other);
            let (from, _, to) = theirs[random.below(theirs.len())];
            let (at, _, end) = place(random);
            let around = places.clone();
            bytes.splice(at..end, other[from..to].iter().copied());
            repair(bytes, &around, at, (to - from) as isize - (end - at) as isize, random);
        }
    }
}

/// The lengths of the elements around `at` grow by `by`, where they keep their form; one time in four they stay wrong.
fn repair(bytes: &mut [u8], places: &[(usize, usize, usize)], at: usize, by: isize, random: &mut Random) {
    if random.below(4) == 0 {
        return;
    }
    for (begin, content, end) in places.iter().filter(|(_, content, end)| *content <= at && at < *end) {
        let Some(len) = (end - content).checked_add_signed(by) else { continue };
        let digits = content - begin - 2;
        let field = &mut bytes[*begin + 1..*content];
        match digits {
            0 if len < 0x80 => field[0] = len as u8,
            1..=4 if len >= 0x80 && len >> (8 * digits) == 0 => {
                field[1..].copy_from_slice(&(len as u32).to_be_bytes()[4 - digits..]);
            }
            _ => {}
        }
    }
}
