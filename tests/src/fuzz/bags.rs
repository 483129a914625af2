//! A whole bag that was changed after it was sealed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sealbag::verdict::{Outcome, Verdict};
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::MemoryStore;
use sealbag_manifest::stored::is_litter;

use super::edits::{Cursor, Files, apply};
use crate::vectors::{self, Tree, scenes};

/// A good bag, and what is brought to it.
pub(super) struct Base {
    pub(super) files: Files,
    pub(super) anchors: Anchors,
}

fn base(bag: &Tree) -> Base {
    let files: Files = bag.regular_files().map(|(path, content)| (path.to_owned(), content.into())).collect();
    let officer = PublicKey::from_line(vectors::officer_pub().trim_end()).expect("a key").0;
    let seal_hash: Sha256Digest = sha256(&files["custody/000000.txt"]);
    let anchors = Anchors { signers: vec![officer], seal_hash: Some(seal_hash), ..Anchors::default() };
    Base { files, anchors }
}

/// The bags that are changed. Their order is part of every input of the corpus.
pub(super) static BASES: LazyLock<[Base; 4]> = LazyLock::new(|| {
    let (with_log, ..) = scenes::cut_off();
    let [_, copy] = scenes::copied(scenes::Mention::Named);
    [vectors::golden(), with_log, copy, scenes::disclosure()].map(|bag| base(&bag))
});

/// Verifies twice: a verdict is a function of bag and anchors, and its JSON can be read.
pub(super) fn judge(files: &Files, anchors: &Anchors, depth: Depth) -> Verdict {
    let store = MemoryStore { files: files.clone() };
    let once = || verify(&store, &Options { anchors, depth, source: None, progress: &Silent });
    let verdict = once();
    let json = serde_json::to_string(&verdict).expect("a verdict is JSON");
    assert_eq!(serde_json::to_string(&once()).expect("JSON"), json, "two runs say two things");
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON can be read");
    assert!(value["outcome"].is_string());
    verdict
}

pub(super) fn is_confirmed(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Confirmed | Outcome::ConfirmedWithRemarks)
}

/// The bag without what is no part of it: litter, tokens, the program's own temporary files. Events cut off at the end
/// are put back, for nobody can miss them without a receipt.
fn essence(files: &Files, original: &Files) -> BTreeMap<String, Vec<u8>> {
    let is_aside = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or_default();
        let own = |name: &str| name == ".lock" || name.starts_with('.') && name.ends_with(".tmp");
        let in_custody = path.strip_prefix("custody/").filter(|name| !name.contains('/'));
        is_litter(name.as_bytes()) || in_custody.is_some_and(|name| own(name) || name.ends_with(".tsr"))
    };
    let kept = files.iter().filter(|(path, _)| original.contains_key(*path) || !is_aside(path));
    let mut kept: BTreeMap<String, Vec<u8>> = kept.map(|(path, content)| (path.clone(), content.to_vec())).collect();
    let mut events = original.iter().filter(|(path, _)| path.starts_with("custody/"));
    let is_there = |(path, _): &(&String, &std::sync::Arc<[u8]>)| kept.contains_key(*path);
    let gone: Vec<_> = events.by_ref().skip_while(is_there).collect();
    if !gone.is_empty() && gone.iter().all(|(path, _)| !kept.contains_key(*path) && *path != "custody/000000.txt") {
        kept.extend(gone.into_iter().map(|(path, content)| (path.clone(), content.to_vec())));
    }
    kept
}

/// The first byte names the bag and the depth, the rest are changes.
pub(super) fn verify_bag(data: &[u8]) {
    let mut cursor = Cursor::new(data);
    let choice = cursor.byte();
    let base = &BASES[usize::from(choice % 4)];
    let depth = if choice & 0x10 == 0 { Depth::Full } else { Depth::Quick };
    let mut files = base.files.clone();
    let others: Vec<&Files> = BASES.iter().map(|base| &base.files).collect();
    apply(&mut cursor, &mut files, &others);
    let verdict = judge(&files, &base.anchors, depth);
    let is_same = essence(&files, &base.files) == essence(&base.files, &base.files);
    if files == base.files {
        assert!(is_confirmed(verdict.outcome()), "a good bag is confirmed: {:?}", verdict.findings());
    }
    if !is_same {
        assert!(!is_confirmed(verdict.outcome()), "a changed bag is confirmed: {:?}", verdict.findings());
    }
    // Nothing that a signer made speaks for a bag that was brought without an anchor.
    let store = MemoryStore { files };
    let options = Options { anchors: &Anchors::default(), depth, source: None, progress: &Silent };
    assert!(!is_confirmed(verify(&store, &options).outcome()));
}
