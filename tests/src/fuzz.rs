//! Bodies of the fuzz targets (`docs/fuzzing.md`): each takes any bytes, and panics if a rule of the program does not hold.
//!
//! They stand here and not in `fuzz/`, so that stable Rust replays every corpus in the usual tests. What a target asks of a
//! parser: it never panics, it gives back exactly the bytes that it accepted, and what it says does not change.

mod agent;
mod bags;
mod edits;
mod entries;
mod forms;
mod hostile;
mod image;
mod keys;
mod log;
mod names;
mod packed;
mod pages;
mod proofs;
mod records;
mod results;
mod scalars;
pub mod seeds;
mod token;
mod token_uri;
mod tree;

/// A target: its name in `fuzz/fuzz_targets` and `fuzz/corpus`, and its body.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 21] = [
    ("agent", agent::agent),
    ("audit_results", results::audit_results),
    ("entries", entries::entries),
    ("forms", forms::forms),
    ("hostile_list", hostile::hostile_list),
    ("image", image::image),
    ("keys", keys::keys),
    ("names", names::names),
    ("packed", packed::packed),
    ("pages", pages::pages),
    ("profile", forms::profile),
    ("proofs", proofs::proofs),
    ("records", records::records),
    ("scalars", scalars::scalars),
    ("signatures", keys::signatures),
    ("tag_manifest", entries::tag_manifest),
    ("token", token::token),
    ("token_uri", token_uri::token_uri),
    ("tree", tree::tree),
    ("verify_bag", bags::verify_bag),
    ("verify_log", log::verify_log),
];

/// Runs one input of a target.
///
/// # Panics
/// If there is no such target, or a rule does not hold.
pub fn run(name: &str, input: &[u8]) {
    let (_, body) = TARGETS.iter().find(|(known, _)| *known == name).expect("the name of a target");
    body(input);
}
