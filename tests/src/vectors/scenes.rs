//! Bags that belong together, for audits: many small ones, one bag at several places, a copy and its source.

use super::draft::Parts;
use super::log::{Event, Log, place};
use super::page::field;
use super::people::{lab, officer, second, thief};
use super::previous;
use super::tree::Tree;

/// A bag of one file, with a random number of its own and a log of one further event.
pub fn small(number: usize) -> Tree {
    let parts = Parts { bag: format!("{number:032x}"), ..Parts::small() };
    Log::seal(parts).then("store", &officer()).bag
}

fn stored() -> Log {
    Log::new().then("store", &officer())
}

fn to_lab() -> Log {
    stored().then("release", &officer())
}

/// A bag that was released, and not yet accepted.
pub fn released() -> Tree {
    to_lab().bag
}

/// Two copies of one bag: one was handed over to the laboratory, the other to the second officer. Event 2 stands twice.
pub fn accepted_by_two() -> [Tree; 2] {
    let to_second = stored().then_with(|log| log.event("release", &officer()).to(&second()));
    [to_lab().then("accept", &lab()).bag, to_second.then("accept", &second()).bag]
}

/// Two copies of one bag, one with the objection of somebody whom nobody vouches for. Event 2 stands twice.
pub fn with_side_branch() -> [Tree; 2] {
    [to_lab().bag, stored().then("object", &thief()).bag]
}

/// Two copies of one bag of which in the second event 2 was edited after it was signed.
pub fn with_edited_event() -> [Tree; 2] {
    let good = to_lab();
    let mut edited = good.bag.clone();
    let text = String::from_utf8(good.events[2].clone()).expect("an event is text");
    edited.put(&place(2), text.replacen("purpose = \"a test\"", "purpose = \"a rest\"", 1));
    [good.bag, edited]
}

/// One bag at four places: the whole log, its beginning, the whole log again, nothing but the seal.
pub fn at_four_places() -> [Tree; 4] {
    [to_lab().bag, stored().bag, to_lab().bag, Log::new().bag]
}

/// A bag with three events after the seal, the same without the last, and the receipt at the last.
pub fn cut_off() -> (Tree, Tree, Vec<u8>) {
    let log = to_lab().then("accept", &lab());
    let receipt = log.receipt(3);
    (log.bag, to_lab().bag, receipt)
}

/// A bag of two events after the seal, and receipts that a stranger made of it: at an event that another stands in the
/// place of, at one that the log does not have, and at a seal under the bag's number.
pub fn framed() -> (Tree, [Vec<u8>; 3]) {
    let other = stored().then("object", &thief());
    let further = to_lab().then("object", &thief());
    let forged = Log::seal(Parts { signer: thief(), ..Parts::small() });
    (to_lab().bag, [other.receipt(2), further.receipt(3), forged.receipt(0)])
}

/// The bag of the officer, and one with the same number that a thief sealed; the officer's receipt.
pub fn sealed_again() -> (Tree, Tree, Vec<u8>) {
    let good = stored();
    let forged = Log::seal(Parts { signer: thief(), ..Parts::small() });
    let receipt = good.receipt(1);
    (good.bag, forged.bag, receipt)
}

/// What a source says of the copy that was made of it.
pub enum Mention {
    /// Its next event names the copy.
    Named,
    /// Nothing.
    Silent,
    /// Nothing, and its log is another than the one that the copy carries.
    Rewritten,
    /// Nothing, and its log ends before the one that the copy carries.
    Cut,
}

/// Two lines of a list of nine, with their proofs and the seal of the list.
pub fn disclosure() -> Tree {
    previous::disclosure()
}

/// A source and a copy of it.
pub fn copied(mention: Mention) -> [Tree; 2] {
    let source = stored();
    let mut parts = Parts { bag: "c0".repeat(16), time: "2026-11-25T08:12:44Z".to_owned(), ..Parts::small() };
    parts.at_end = format!(
        "\n[previous]\nrelation = \"copy\"\nbag = \"{}\"\nseal = \"{}\"\nhead = \"{}\"\nroot = \"{}\"\n",
        source.id,
        source.seal,
        source.head(),
        source.root
    );
    for (index, event) in source.events.iter().enumerate() {
        parts.tags.insert(format!("seal/previous/{index:06}.txt"), event.clone());
    }
    let copy = Log::seal(parts);
    let named = |event: Event| {
        let mut event = event.with("verified", "outcome", "confirmed_with_remarks");
        let output = [("relation", "copy"), ("bag", &copy.id), ("seal", &copy.seal)];
        event.record.push("output", output.map(|(key, value)| field(key, value)).into());
        event
    };
    let source = match mention {
        Mention::Named => source.then_with(|_| named(Event::new("copy", &officer()))),
        Mention::Silent => source,
        Mention::Rewritten => Log::new().then("access", &officer()),
        Mention::Cut => Log::new(),
    };
    [source.bag, copy.bag]
}
