//! Bags that each break one rule of `docs/spec`, and the verdict that every verifier must give on them.
//!
//! They are made by code that knows the pages and not the program, so they are also a second opinion on both.
//! `tests/vectors/README.md` tells a stranger how to run them.

mod bag;
mod data;
mod draft;
mod entries;
mod names;
mod record;
mod signature;
mod sshsig;
mod tree;

use serde_json::{Value, json};

pub use tree::Tree;

use draft::{Break, Parts, file_line, other_line};

/// What the verifier brings from outside the bag.
#[derive(Clone, Copy)]
pub enum Anchor {
    /// The officer's public key.
    Signer,
    /// Nothing.
    None,
    /// A seal hash, 64 digits.
    SealHash(&'static str),
}

/// One bag and what must be said about it.
#[derive(Clone, Copy)]
pub struct Vector {
    /// The page of the specification and the rule, in short; also the name of the archive.
    pub name: &'static str,
    /// The rule in words.
    pub rule: &'static str,
    /// How the bag is broken.
    broken: Break,
    /// What the verifier is given.
    pub anchor: Anchor,
    /// The verdict.
    pub outcome: &'static str,
    /// The codes of all findings, sorted, but for [`USUAL`].
    pub codes: &'static [&'static str],
}

/// Remarks that nearly every bag has that is checked with the signer's key; the vectors do not list them.
pub const USUAL: [&str; 2] = ["anchor.signer_key", "time.none"];

const fn confirmed(name: &'static str, rule: &'static str, broken: Break) -> Vector {
    Vector { name, rule, broken, anchor: Anchor::Signer, outcome: "confirmed_with_remarks", codes: &[] }
}

const fn violated(name: &'static str, rule: &'static str, broken: Break, codes: &'static [&'static str]) -> Vector {
    Vector { name, rule, broken, anchor: Anchor::Signer, outcome: "violated", codes }
}

const fn undetermined(name: &'static str, rule: &'static str, broken: Break, codes: &'static [&'static str]) -> Vector {
    Vector { name, rule, broken, anchor: Anchor::Signer, outcome: "undetermined", codes }
}

impl Vector {
    const fn codes(mut self, codes: &'static [&'static str]) -> Self {
        self.codes = codes;
        self
    }

    const fn anchor(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// The bag.
    pub fn bag(&self) -> Tree {
        Parts::golden().seal(self.broken)
    }

    fn describe(&self) -> Value {
        let anchor = match self.anchor {
            Anchor::Signer => json!({ "signer": "officer.pub" }),
            Anchor::None => json!({}),
            Anchor::SealHash(hash) => json!({ "seal_hash": hash }),
        };
        json!({
            "name": self.name, "bag": format!("{}.tar", self.name), "rule": self.rule, "anchor": anchor,
            "outcome": self.outcome, "codes": self.codes,
        })
    }
}

/// Every vector.
pub fn all() -> impl Iterator<Item = &'static Vector> {
    [bag::VECTORS, data::VECTORS, names::VECTORS, entries::VECTORS, record::VECTORS, signature::VECTORS]
        .into_iter()
        .flatten()
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
    format!("{} Test Officer\n", sshsig::public_line(&sshsig::officer()))
}

/// The index: one object, one line a vector.
pub fn index() -> String {
    let lines: Vec<String> = all().map(|vector| format!("  {}", vector.describe())).collect();
    format!("{{\"format\":\"sealbag/vectors/v1\",\"vectors\":[\n{}\n]}}\n", lines.join(",\n"))
}

/// All files of `tests/vectors` that are made: name and content.
pub fn files() -> impl Iterator<Item = (String, Vec<u8>)> {
    let bags = all().map(|vector| (format!("{}.tar", vector.name), vector.bag().to_tar("A1.bag")));
    bags.chain([
        ("vectors.json".to_owned(), index().into_bytes()),
        ("officer.pub".to_owned(), officer_pub().into_bytes()),
    ])
}
