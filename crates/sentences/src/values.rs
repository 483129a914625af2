//! What stands beside a finding.

use sealbag::finding::Code;
use sealbag_manifest::layout::{BAG_INFO, ENTRIES, MANIFEST, TAG_MANIFEST};

use crate::{Pattern, Said, Sentences};

/// Which sentences the values of a finding can be, by its code: keys, or beginnings of keys.
const FAMILIES: &str = include_str!("../catalogue/values.txt");
/// The files in which a finding names a line.
const LISTS: [&str; 5] = [ENTRIES, MANIFEST, TAG_MANIFEST, BAG_INFO, "seal/previous/proofs.jsonl"];
/// A value quotes another, so deep at most.
const MAX_DEPTH: usize = 4;
/// The holes in which a sentence stands.
const SENTENCES: [&str; 6] = ["source", "why", "reason", "fault", "first", "keys"];
/// The holes in which a number stands.
const NUMBERS: [&str; 4] = ["n", "all", "at", "places"];

impl Sentences {
    /// What a finding expected or found. Digests, names and what people wrote are not recognised, and stay as they are.
    pub fn value(&self, code: Code, text: &str) -> Option<Said> {
        let (whole, within) = families(code.name());
        Reading { sentences: self, whole, within }.text(text, 0)
    }

    /// Where a finding is: a line of a file of the bag that is a list. What is called like that in evidence stays.
    pub fn place(&self, text: &str) -> Option<Said> {
        let (file, line) = text.rsplit_once(" line ").filter(|(file, line)| LISTS.contains(file) && is_number(line))?;
        let values = vec![("file", Said::Text(file.to_owned())), ("n", Said::Text(line.to_owned()))];
        Some(Said::Message { key: "value-line-of", values })
    }
}

/// The sentences that a value of this code can be, and those that only stand within another.
fn families(code: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let rows = || FAMILIES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '));
    let own = rows().find(|(name, _)| *name == code);
    let shared = || rows().find(|(name, _)| name.ends_with('.') && code.starts_with(name));
    let families = own.or_else(shared).map_or("", |(_, families)| families);
    let (whole, within) = families.split_once('|').unwrap_or((families, ""));
    let each = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
    (each(whole), each(within))
}

struct Reading<'a> {
    sentences: &'a Sentences,
    whole: Vec<&'static str>,
    within: Vec<&'static str>,
}

impl Reading<'_> {
    fn families(&self, depth: usize) -> impl Iterator<Item = &&'static str> {
        self.whole.iter().chain(self.within.iter().filter(move |_| depth > 0))
    }

    fn may_be(&self, key: &str, depth: usize) -> bool {
        self.families(depth).any(|family| match family.ends_with('-') {
            true => key.starts_with(family),
            false => key == *family,
        })
    }

    fn text(&self, text: &str, depth: usize) -> Option<Said> {
        if self.may_be("os-", depth)
            && let Some(cause) = self.sentences.of_the_system(text)
        {
            return Some(cause);
        }
        let fits = |pattern: &Pattern| {
            // What is nothing but a hole is meant only where its key says so.
            let is_named = pattern.literal > 0 || self.families(depth).any(|family| *family == pattern.key);
            is_named && self.may_be(pattern.key, depth) && numbers_are_numbers(pattern, text)
        };
        let (pattern, values) = self.sentences.best(text, fits)?;
        let in_hole = |(hole, value): (&'static str, &str)| {
            let is_shorter = depth < MAX_DEPTH && value.len() < text.len();
            let is_sentence = SENTENCES.contains(&hole) || pattern.before(hole).ends_with(": ");
            let inner = || {
                let may_be_inner = is_shorter && is_sentence && !quotes_people(pattern);
                may_be_inner.then(|| self.text(value, depth + 1)).flatten()
            };
            let said = self.sentences.in_hole(pattern.key, hole, value);
            let said = said.or_else(|| (hole == "anchors").then(|| self.anchors(value))).or_else(inner);
            (hole, said.unwrap_or_else(|| Said::Text(value.to_owned())))
        };
        Some(Said::Message { key: pattern.key, values: values.into_iter().map(in_hole).collect() })
    }

    /// Rosters and fingerprints.
    fn anchors(&self, text: &str) -> Said {
        let anchor = |part: &str| {
            let roster = self.sentences.best(part, |pattern| pattern.key == "value-roster-of");
            match roster {
                Some((pattern, values)) => {
                    let values = values.into_iter().map(|(hole, value)| (hole, Said::Text(value.to_owned())));
                    Said::Message { key: pattern.key, values: values.collect() }
                }
                None => Said::Text(part.to_owned()),
            }
        };
        Said::joined(text.split(", ").map(anchor), ", ")
    }
}

/// What people are called, or wrote, stands in the holes of these.
fn quotes_people(pattern: &Pattern) -> bool {
    ["error-custody-breach-", "error-custody-remark-", "error-custody-end-remark-", "value-incident"]
        .iter()
        .any(|family| pattern.key.starts_with(family) && pattern.key != "error-custody-remark-because-unattributed")
}

fn numbers_are_numbers(pattern: &Pattern, text: &str) -> bool {
    let values = pattern.values(text).unwrap_or_default();
    !pattern.key.starts_with("value-") || values.iter().all(|(hole, value)| !NUMBERS.contains(hole) || is_number(value))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::ENGLISH;

    #[test]
    fn every_row_names_a_code_and_sentences_that_are_there_and_every_value_is_of_a_code() {
        let keys = || ENGLISH.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
        let rows = FAMILIES.lines().filter(|line| !line.starts_with('#'));
        let mut named: BTreeSet<&str> = BTreeSet::new();
        for (code, families) in rows.map(|line| line.split_once(' ').unwrap_or_else(|| panic!("{line}"))) {
            let is_one = |known: &&Code| known.name() == code || code.ends_with('.') && known.name().starts_with(code);
            assert!(Code::ALL.iter().any(|known| is_one(&known)), "{code}");
            for family in families.split_whitespace().filter(|family| *family != "|") {
                let is_meant = |key: &&str| *key == family || family.ends_with('-') && key.starts_with(family);
                assert!(keys().any(|key| is_meant(&key)), "{code}: no sentence {family}");
                named.extend(keys().filter(is_meant));
            }
        }
        // What stands in a list of anchors, and the place of a finding, are looked for by themselves.
        let apart = ["value-roster-of", "value-line-of"];
        let is_lost = |key: &&str| key.starts_with("value-") && !named.contains(key) && !apart.contains(key);
        assert_eq!(keys().find(is_lost), None);
    }
}
