//! Bags that each break one rule of `docs/spec`, and the verdict that every verifier must give on them.
//!
//! They are made by code that knows the pages and not the program, so they are also a second opinion on both.
//! `tests/vectors/README.md` tells a stranger how to run them.

mod anchors;
mod bag;
mod custody;
mod data;
mod dice;
mod draft;
mod entries;
mod log;
pub mod mutants;
mod names;
mod page;
mod people;
mod previous;
mod receipts;
mod record;
mod roster;
mod rosters;
pub mod scenes;
mod signature;
mod sshsig;
mod thief;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

pub use anchors::{Anchors, NamedFile};
pub use tree::Tree;

use draft::{Break, Parts, file_line, other_line};

/// One bag and what must be said about it.
#[derive(Clone)]
pub struct Vector {
    /// The page of the specification and the rule, in short; also the name of the archive.
    pub name: String,
    /// The rule in words.
    pub rule: String,
    /// The bag.
    pub bag: Tree,
    /// What the verifier is given.
    pub anchors: Anchors,
    /// The verdict.
    pub outcome: &'static str,
    /// The codes of all findings, but for [`USUAL`].
    pub codes: BTreeSet<&'static str>,
    /// For some of the codes, all places that they have, sorted.
    pub at: BTreeMap<&'static str, Vec<String>>,
}

/// Remarks that nearly every bag has that is checked with the signer's key; the vectors do not list them.
pub const USUAL: [&str; 2] = ["anchor.signer_key", "time.none"];

/// What is brought to a bag that is broken in its seal, list, files or data.
#[derive(Clone, Copy)]
enum Anchor {
    /// The officer's public key.
    Signer,
    /// Nothing.
    None,
    /// A seal hash, 64 digits.
    SealHash(&'static str),
}

/// A vector of the seal, the list, the files and the data, which are broken on the way from the same parts.
#[derive(Clone, Copy)]
struct SealVector {
    name: &'static str,
    rule: &'static str,
    broken: Break,
    anchor: Anchor,
    outcome: &'static str,
    codes: &'static [&'static str],
    at: &'static [(&'static str, &'static str)],
}

const fn confirmed(name: &'static str, rule: &'static str, broken: Break) -> SealVector {
    SealVector { name, rule, broken, anchor: Anchor::Signer, outcome: "confirmed_with_remarks", codes: &[], at: &[] }
}

const fn violated(name: &'static str, rule: &'static str, broken: Break, codes: &'static [&'static str]) -> SealVector {
    SealVector { name, rule, broken, anchor: Anchor::Signer, outcome: "violated", codes, at: &[] }
}

const fn undetermined(
    name: &'static str,
    rule: &'static str,
    broken: Break,
    codes: &'static [&'static str],
) -> SealVector {
    SealVector { name, rule, broken, anchor: Anchor::Signer, outcome: "undetermined", codes, at: &[] }
}

impl SealVector {
    const fn codes(mut self, codes: &'static [&'static str]) -> Self {
        self.codes = codes;
        self
    }

    const fn at(mut self, at: &'static [(&'static str, &'static str)]) -> Self {
        self.at = at;
        self
    }

    const fn anchor(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    fn vector(&self) -> Vector {
        Vector {
            name: self.name.to_owned(),
            rule: self.rule.to_owned(),
            bag: Parts::golden().seal(self.broken),
            anchors: match self.anchor {
                Anchor::Signer => anchors::by_key(),
                Anchor::None => Anchors::default(),
                Anchor::SealHash(hash) => Anchors::default().seal_hash(hash),
            },
            outcome: self.outcome,
            codes: self.codes.iter().copied().collect(),
            at: self.at.iter().map(|(code, place)| (*code, vec![(*place).to_owned()])).collect(),
        }
    }
}

impl Vector {
    /// A vector of the log; `found` has every finding but the usual ones: code and place, an empty one where places are not
    /// part of the vector.
    fn new(
        name: impl Into<String>,
        rule: impl Into<String>,
        bag: Tree,
        anchors: Anchors,
        outcome: &'static str,
        found: &[(&'static str, &str)],
    ) -> Self {
        let mut at = BTreeMap::<_, Vec<String>>::new();
        for (code, place) in found.iter().filter(|(_, place)| !place.is_empty()) {
            at.entry(*code).or_default().push((*place).to_owned());
        }
        at.values_mut().for_each(|places| places.sort());
        let codes = found.iter().map(|(code, _)| *code).filter(|code| !USUAL.contains(code)).collect();
        Self { name: name.into(), rule: rule.into(), bag, anchors, outcome, codes, at }
    }

    fn describe(&self) -> Value {
        let mut line = json!({
            "name": self.name, "bag": format!("{}.tar", self.name), "rule": self.rule, "anchor": self.anchors.describe(),
            "outcome": self.outcome, "codes": self.codes,
        });
        if !self.at.is_empty() {
            line["at"] = json!(self.at);
        }
        line
    }
}

/// The vectors of the seal, the list, the files and the data.
pub fn of_the_seal() -> impl Iterator<Item = Vector> {
    [bag::VECTORS, data::VECTORS, names::VECTORS, entries::VECTORS, record::VECTORS, signature::VECTORS]
        .into_iter()
        .flatten()
        .map(SealVector::vector)
}

/// Every vector.
pub fn all() -> impl Iterator<Item = Vector> {
    of_the_seal()
        .chain(custody::vectors())
        .chain(rosters::vectors())
        .chain(thief::vectors())
        .chain(receipts::vectors())
        .chain(previous::vectors())
}

/// The vector of that name, of the seal, of receipts or of the bag before.
///
/// # Panics
/// If there is none.
pub fn named(name: &str) -> Vector {
    let mut some = of_the_seal().chain(receipts::vectors()).chain(previous::vectors());
    some.find(|vector| vector.name == name).unwrap_or_else(|| panic!("no vector {name}"))
}

/// The anchor of the good bag: the officer's key.
pub fn by_the_officers_key() -> Anchors {
    anchors::by_key()
}

/// The good bag from which all others are made.
pub fn golden() -> Tree {
    Parts::golden().seal(Break::Nothing)
}

/// The content of three of the four names that [`with_link_group`] says are one file: `twin 1`, `twin 2`, `twin 4`.
pub const TWIN: &[u8] = b"one content\n";
/// The content of `twin 3`.
pub const FALSE_TWIN: &[u8] = b"two content\n";

/// A signed bag whose list says of four names that they are one file, although the third has a content of its own.
pub fn with_link_group() -> Tree {
    let mut parts = Parts::golden();
    for (name, content) in [("twin 1", TWIN), ("twin 2", TWIN), ("twin 3", FALSE_TWIN), ("twin 4", TWIN)] {
        let group = r#","link_group":"00112233445566778899aabbccddeeff""#;
        let line = file_line(&format!(r#""path":"{name}""#), None, content, group);
        parts.insert_before(r#""path":"void""#, line);
        parts.data.put(name, content);
    }
    parts.seal(Break::Nothing)
}

/// A signed bag whose list has five lines, each with an unknown key of `length` bytes.
pub fn with_unknown_keys(length: usize) -> Tree {
    let mut parts = Parts::golden();
    let member = format!(r#","{}":1"#, "k".repeat(length));
    parts.data = Tree::default();
    parts.lines = ["a", "b", "c", "d", "e"]
        .map(|name| other_line(&format!(r#""path":"{name}""#), "fifo", &member))
        .into_iter()
        .collect();
    parts.seal(Break::Nothing)
}

/// The officer's public key as a `.pub` file.
pub fn officer_pub() -> String {
    let officer = people::officer();
    format!("{} {}\n", officer.line(), officer.name)
}

/// The seed of the officer's key.
pub fn officer_seed() -> [u8; 32] {
    people::officer().key.to_bytes()
}

/// The seed of the authority's key.
pub fn authority_seed() -> [u8; 32] {
    people::authority().key.to_bytes()
}

/// The officer's signature of a seal record by a hardware key, as blob and in its armour.
pub fn hardware_signature(record: &[u8]) -> (Vec<u8>, String) {
    let key = people::officer().key;
    let signature = sshsig::Signature::make(&key, sshsig::SEAL, record).into_hardware(&key, record, 1);
    (signature.blob(), signature.armour())
}

/// The officer's signature of a seal record, as blob.
pub fn signature_blob(record: &[u8]) -> Vec<u8> {
    sshsig::Signature::make(&people::officer().key, sshsig::SEAL, record).blob()
}

/// A blob in the armour of a signature.
pub fn armour_of(blob: &[u8]) -> String {
    sshsig::armour(&sshsig::base64(blob), 70)
}

/// The good bag with any list in the place of its own, and everything that follows from the list.
pub fn with_list(list: &[u8]) -> Tree {
    Parts::golden().seal_list(list.to_vec())
}

/// All files of `tests/vectors` that are made: name and content.
///
/// # Panics
/// If two different files have one name.
pub fn files() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut put = |name: &str, content: Vec<u8>| {
        let before = files.insert(name.to_owned(), content);
        assert!(before.is_none_or(|before| before == files[name]), "two files have the name {name}");
    };
    let mut lines = vec![];
    for vector in all() {
        put(&format!("{}.tar", vector.name), vector.bag.to_tar("A1.bag"));
        for (name, content) in vector.anchors.files() {
            put(name, content.clone());
        }
        lines.push(format!("  {}", vector.describe()));
    }
    let index = format!("{{\"format\":\"sealbag/vectors/v1\",\"vectors\":[\n{}\n]}}\n", lines.join(",\n"));
    put("vectors.json", index.into_bytes());
    files
}
