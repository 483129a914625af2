//! Findings gathered, with bounded memory.

use std::collections::BTreeMap;

use super::{Code, Finding, Severity};

/// At most so many findings of one code are listed by one check; all are counted.
pub const LISTED_PER_CODE: u64 = 10_000;

/// Longest text of a finding in bytes; a hostile path may have megabytes.
pub const LONGEST_TEXT: usize = 8192;

/// At most so many bytes of text are listed in all; what comes later is counted.
pub const LISTED_TEXT: usize = 16 << 20;

fn clip(text: &mut String) {
    if text.len() > LONGEST_TEXT {
        let mut end = LONGEST_TEXT;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text.push('…');
    }
}

/// Findings in the order in which they were made, with bounded memory.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    list: Vec<Finding>,
    totals: BTreeMap<Code, u64>,
    /// Bytes of text in the list.
    text: usize,
}

impl Findings {
    /// Adds one.
    pub fn add(&mut self, mut finding: Finding) {
        for text in [Some(&mut finding.place), finding.expected.as_mut(), finding.found.as_mut()].into_iter().flatten()
        {
            clip(text);
        }
        let total = self.totals.entry(finding.code).or_insert(0);
        *total += 1;
        if *total <= LISTED_PER_CODE {
            self.push(finding);
        }
    }

    fn push(&mut self, finding: Finding) {
        let texts = [Some(&finding.place), finding.expected.as_ref(), finding.found.as_ref()];
        let length: usize = texts.into_iter().flatten().map(String::len).sum();
        if self.text + length <= LISTED_TEXT {
            self.text += length;
            self.list.push(finding);
        }
    }

    /// Adds all of `later` behind the own ones. The bound on what is listed holds for each check.
    pub fn append(&mut self, later: Findings) {
        later.list.into_iter().for_each(|finding| self.push(finding));
        for (code, count) in later.totals {
            *self.totals.entry(code).or_insert(0) += count;
        }
    }

    /// The findings that are listed.
    pub fn list(&self) -> &[Finding] {
        &self.list
    }

    /// How many there are of each code.
    pub fn totals(&self) -> &BTreeMap<Code, u64> {
        &self.totals
    }

    /// How many there are of one code.
    pub fn count(&self, code: Code) -> u64 {
        self.totals.get(&code).copied().unwrap_or(0)
    }

    /// The heaviest.
    pub fn worst(&self) -> Option<Severity> {
        self.totals.keys().map(|code| code.severity()).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_where_a_character_ends() {
        let mut findings = Findings::default();
        findings.add(Finding::new(Code::FileMissing, "й".repeat(LONGEST_TEXT)).found("x"));
        let place = &findings.list()[0].place;
        assert!(place.ends_with("й…") && place.len() <= LONGEST_TEXT + 3);
    }

    #[test]
    fn findings_are_counted_beyond_what_is_listed() {
        let mut findings = Findings::default();
        for number in 0..LISTED_PER_CODE + 5 {
            findings.add(Finding::new(Code::FileMissing, number.to_string()));
        }
        assert_eq!(findings.list().len() as u64, LISTED_PER_CODE);
        assert_eq!(findings.count(Code::FileMissing), LISTED_PER_CODE + 5);
        assert_eq!(findings.worst(), Some(Severity::Violation));
    }
}
