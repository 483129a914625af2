//! What the target could not take, in bounded memory.

/// So many are named; all are counted.
const NAMED: usize = 1000;
/// Longest path that is kept, in bytes.
const LONGEST: usize = 4096;

/// Things that the target could not take.
#[derive(Debug, Default)]
pub struct Refused {
    named: Vec<(String, String)>,
    total: u64,
}

impl Refused {
    /// Adds one: a path that is safe to show, and why.
    pub(super) fn add(&mut self, mut path: String, why: String) {
        self.total += 1;
        if self.named.len() < NAMED {
            if path.len() > LONGEST {
                let end = (0..=LONGEST).rev().find(|&at| path.is_char_boundary(at)).unwrap_or(0);
                path.truncate(end);
                path.push('…');
            }
            self.named.push((path, why));
        }
    }

    /// Adds all of `other`.
    pub(super) fn append(&mut self, other: Self) {
        let unnamed = other.total - other.named.len() as u64;
        other.named.into_iter().for_each(|(path, why)| self.add(path, why));
        self.total += unnamed;
    }

    /// The first of them: path and reason, both safe to show.
    pub fn named(&self) -> &[(String, String)] {
        &self.named
    }

    /// How many there are.
    pub fn total(&self) -> u64 {
        self.total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_counted_and_few_are_named() {
        let (mut first, mut second) = (Refused::default(), Refused::default());
        (0..NAMED + 5).for_each(|_| first.add("é".repeat(LONGEST), "full".to_owned()));
        second.add("last".to_owned(), "full".to_owned());
        first.append(second);
        assert_eq!((first.named().len(), first.total()), (NAMED, NAMED as u64 + 6));
        assert!(first.named()[0].0.len() <= LONGEST + '…'.len_utf8());
    }
}
