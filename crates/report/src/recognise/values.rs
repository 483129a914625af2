//! What stands beside a finding, in the reader's language.

use sealbag::finding::Code;
use sealbag_manifest::layout::{BAG_INFO, ENTRIES, MANIFEST, TAG_MANIFEST};

use super::{Pattern, Sentences, say};
use crate::catalogue::Catalogue;

/// Which sentences the values of a finding can be, by its code: keys, or beginnings of keys.
const FAMILIES: &str = include_str!("../../catalogue/values.txt");
/// The files in which a finding names a line.
const LISTS: [&str; 5] = [ENTRIES, MANIFEST, TAG_MANIFEST, BAG_INFO, "seal/previous/proofs.jsonl"];
/// A value quotes another, so deep at most.
const MAX_DEPTH: usize = 4;
/// The holes in which a sentence stands.
const SENTENCES: [&str; 6] = ["source", "why", "reason", "fault", "first", "keys"];
/// The holes in which a number stands.
const NUMBERS: [&str; 4] = ["n", "all", "at", "places"];

impl Catalogue {
    /// What a finding expected or found. Digests, names and what people wrote stay as they are; so does what is not
    /// recognised.
    pub fn value(&self, code: Code, text: &str) -> String {
        let known = self.sentences().and_then(|sentences| {
            let (whole, within) = families(code.name());
            Said { sentences, whole, within, into: self }.text(text, 0)
        });
        known.unwrap_or_else(|| text.to_owned())
    }

    /// Where a finding is: a file of the bag, or a line of one that is a list. What is called like that in evidence stays.
    pub fn place(&self, text: &str) -> String {
        let line = text.rsplit_once(" line ").filter(|(file, line)| LISTS.contains(file) && is_number(line));
        match line.filter(|_| self.sentences().is_some()) {
            Some((file, line)) => self.with("value-line-of", &[("file", &file), ("n", &line)]),
            None => text.to_owned(),
        }
    }
}

/// The families of a code, and those that stand within them alone; of the beginning that it has, where it has none of its own.
fn families(code: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let rows = || FAMILIES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '));
    let own = rows().find(|(name, _)| *name == code);
    let shared = || rows().find(|(name, _)| name.ends_with('.') && code.starts_with(name));
    let families = own.or_else(shared).map_or("", |(_, families)| families);
    let (whole, within) = families.split_once('|').unwrap_or((families, ""));
    let each = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
    (each(whole), each(within))
}

struct Said<'a> {
    sentences: &'a Sentences,
    whole: Vec<&'static str>,
    within: Vec<&'static str>,
    into: &'a Catalogue,
}

impl Said<'_> {
    fn families(&self, depth: usize) -> impl Iterator<Item = &&'static str> {
        self.whole.iter().chain(self.within.iter().filter(move |_| depth > 0))
    }

    fn may_be(&self, key: &str, depth: usize) -> bool {
        self.families(depth).any(|family| match family.ends_with('-') {
            true => key.starts_with(family),
            false => key == *family,
        })
    }

    fn text(&self, text: &str, depth: usize) -> Option<String> {
        if self.may_be("os-", depth)
            && let Some(cause) = self.sentences.of_the_system(text, self.into)
        {
            return Some(cause);
        }
        let fits = |pattern: &Pattern| {
            // What is nothing but a hole is meant only where its key says so.
            let is_named = pattern.literal > 0 || self.families(depth).any(|family| *family == pattern.key);
            is_named && self.may_be(pattern.key, depth) && numbers_are_numbers(pattern, text)
        };
        let (pattern, values) = self.sentences.best(text, fits)?;
        let values: Vec<_> = values
            .into_iter()
            .map(|(hole, value)| {
                let is_shorter = depth < MAX_DEPTH && value.len() < text.len();
                let inner = || {
                    let is_sentence = SENTENCES.contains(&hole) || pattern.before(hole).ends_with(": ");
                    (is_shorter && is_sentence && !quotes_people(pattern))
                        .then(|| self.text(value, depth + 1))
                        .flatten()
                };
                let said = self.sentences.in_hole(pattern.key, hole, value, self.into);
                let said = said.or_else(|| (hole == "anchors").then(|| self.anchors(value))).or_else(inner);
                (hole, said.unwrap_or_else(|| value.to_owned()))
            })
            .collect();
        Some(say(pattern, &values, self.into))
    }

    /// Rosters and fingerprints.
    fn anchors(&self, text: &str) -> String {
        let roster = |part: &str| {
            let (pattern, values) = self.sentences.best(part, |pattern| pattern.key == "value-roster-of")?;
            let values: Vec<_> = values.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
            Some(say(pattern, &values, self.into))
        };
        text.split(", ").map(|part| roster(part).unwrap_or_else(|| part.to_owned())).collect::<Vec<_>>().join(", ")
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
