//! Changes of a finished bag and of what is brought to it.

use super::super::anchors::Anchors;
use super::super::dice::Dice;
use super::super::log::{Log, place};
use super::super::people::thief;
use super::super::tree::{Node, Tree};
use super::events::{everybody, reword};

/// Changes a file, or which files there are.
pub(super) fn change(dice: &mut Dice<'_>, bag: &mut Tree, log: &Log) {
    let last = log.events.len() - 1;
    let (one, other) = (dice.below(log.events.len()), dice.below(log.events.len()));
    match dice.below(12) {
        0..=2 => {
            let paths: Vec<String> = bag.regular_files().map(|(path, _)| path.to_owned()).collect();
            let logged: Vec<String> = paths.iter().filter(|path| path.starts_with("custody/")).cloned().collect();
            let in_the_log = dice.chance(75) && !logged.is_empty();
            let path = dice.pick(if in_the_log { &logged } else { &paths }).clone();
            flip(dice, bag.file(&path));
        }
        3 => drop(bag.0.remove(&place(one))),
        4 => {
            let (first, second) = (bag.0.remove(&place(one)), bag.0.remove(&place(other)));
            bag.0.extend(second.map(|node| (place(one), node)));
            bag.0.extend(first.map(|node| (place(other), node)));
        }
        5 => {
            bag.0.insert(place(last + 1), Node::File(log.events[one].clone()));
        }
        6 => {
            let node = bag.0.remove(&place(one));
            bag.0.extend(node.map(|node| (place(last + 1 + other), node)));
        }
        7 => {
            for index in 1 + dice.below(last + 1)..=last {
                bag.0.remove(&place(index));
            }
        }
        8 => {
            for index in one..last {
                if let Some(node) = bag.0.remove(&place(index + 1)) {
                    bag.0.insert(place(index), node);
                }
            }
        }
        9 => {
            let signer = dice.pick(&everybody()).clone();
            let page = reword(dice, &log.events[one], &signer);
            bag.put(&place(one), page);
        }
        10 => {
            let elsewhere = Log::new().then("object", &thief()).then("store", &thief());
            bag.put(&place(last + 1), elsewhere.events[1 + dice.below(2)].clone());
        }
        _ => {
            let strays =
                ["custody/notes.txt", "custody/000001.1.tsr", "custody/.lock", "seal/roster.txt", "data/notes.txt"];
            let stray = *dice.pick(&strays);
            bag.put(stray, "something else\n");
        }
    }
}

/// Changes a roster or receipt that is brought.
pub(super) fn change_anchor(dice: &mut Dice<'_>, anchors: &mut Anchors) {
    let mut files: Vec<&mut Vec<u8>> =
        anchors.rosters.iter_mut().chain(&mut anchors.receipts).map(|(_, content)| content).collect();
    if !files.is_empty() {
        let at = dice.below(files.len());
        flip(dice, files[at]);
    }
}

/// Flips a bit, cuts, or doubles a part.
pub(super) fn flip(dice: &mut Dice<'_>, content: &mut Vec<u8>) {
    if content.is_empty() {
        return content.push(b'x');
    }
    let at = dice.below(content.len());
    match dice.below(6) {
        0 => content.truncate(at),
        1 => content.extend_from_within(at..),
        2 => drop(content.remove(at)),
        3 => content.insert(at, *dice.pick(b"\n \"a0=[")),
        _ => content[at] ^= 1 << dice.below(8),
    }
}
