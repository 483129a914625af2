//! What a user does after a failed run: the same once more, or what the hint says.

use std::fs;
use std::path::Path;

use super::{State, is_complete, state, strangers};
use crate::faults::acts::{Again, Leaf};
use crate::faults::desk::{Desk, contents};

/// Finishes what was begun as a user would; says what did not work.
pub fn finish(desk: &Desk) -> Vec<String> {
    let mut told = Vec::new();
    if !is_complete(desk) {
        told.extend(try_again(desk));
    }
    if told.is_empty() && !is_complete(desk) {
        let found = contents(&desk.place());
        let states = desk.act.leaves.iter().map(|leaf| state(desk, leaf, &found));
        told.push(format!("after trying again: {:?}", states.collect::<Vec<_>>()));
    }
    told.extend(strangers(desk, &contents(&desk.place())));
    told.extend(desk.touched());
    told
}

fn expect(desk: &Desk, words: &[&str]) -> Option<String> {
    let run = desk.sealbag(words);
    let fails = || format!("trying again, {}: {:?} {}", words.join(" "), run.code, run.stderr.trim_end());
    (run.code != Some(0)).then(fails)
}

fn try_again(desk: &Desk) -> Option<String> {
    let (act, place) = (desk.act, desk.place());
    let found = contents(&place);
    let is_good = |leaf: &Leaf| state(desk, leaf, &found) == State::Good;
    // An event that stands is not entered again; its receipt can be had from the log.
    let stands = act.leaves.iter().any(|leaf| matches!(leaf, Leaf::Event(_)) && is_good(leaf));
    if let (true, Some(Leaf::Receipt(name, bag))) =
        (stands, act.leaves.iter().find(|leaf| matches!(leaf, Leaf::Receipt(..))))
    {
        return expect(desk, &["receipt", bag, "--out", name]);
    }
    match act.again {
        Again::Same => expect(desk, act.words),
        Again::Anew => {
            let names = act.leaves.iter().flat_map(|leaf| match *leaf {
                Leaf::Key(name) => vec![place.join(name), place.join(format!("{name}.pub"))],
                Leaf::Tree(name) | Leaf::Playground(name) => vec![place.join(name)],
                _ => vec![],
            });
            names.for_each(|name| remove(&name));
            expect(desk, act.words)
        }
        Again::Seal => seal_again(desk),
        Again::Made(kind) => {
            let Some(Leaf::Bag(name, _)) = act.leaves.first() else { return None };
            if place.join(name).exists() {
                let words = ["custody", kind, "A1.bag", "--record", name, "--purpose", "working copy"];
                return expect(desk, &[&words[..], &["--signer", "officer.key.pub", "--key", "officer.key"]].concat());
            }
            let partial = place.join(format!("{name}.partial"));
            // A copy that is signed goes on like a seal; one that is not, when it is asked for again.
            if partial.join("custody/000000.txt").exists() {
                let run = desk.sealbag(&["seal", "--resume", "--out", name, "--key", "officer.key"]);
                if run.code == Some(0) {
                    return try_again(desk);
                }
            }
            if kind != "copy" {
                remove(&partial);
            }
            expect(desk, act.words)
        }
    }
}

/// By `--resume`; anew only if it was stopped before it was safely written down what is being sealed.
fn seal_again(desk: &Desk) -> Option<String> {
    let partial = desk.place().join("A1.bag.partial");
    if !partial.exists() {
        return expect(desk, SEAL_ANEW);
    }
    let signed = partial.join("custody/000000.txt").exists();
    let begun = partial.join(".resume/draft.txt").exists();
    let run = desk.sealbag(&["seal", "--resume", "--out", "A1.bag", "--key", "officer.key"]);
    if run.code == Some(0) {
        return None;
    }
    let says_anew = run.stderr.contains("remove the partial bag and seal again");
    if signed || begun && !says_anew || !matches!(run.code, Some(2 | 64)) {
        return Some(format!("cannot be resumed: {:?} {}", run.code, run.stderr));
    }
    remove(&partial);
    expect(desk, SEAL_ANEW)
}

const SEAL_ANEW: &[&str] =
    &["seal", "{evidence}", "--out", "A1.bag", "--key", "officer.key", "--case", "1", "--exhibit", "A1"];

fn remove(path: &Path) {
    if path.is_dir() {
        fs::remove_dir_all(path).expect("a folder is removed");
    } else if path.symlink_metadata().is_ok() {
        fs::remove_file(path).expect("a file is removed");
    }
}
