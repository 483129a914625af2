//! Bags that belong together, for audits: many small ones, one bag at several places, a copy and its source.

use super::data::group_values;
use super::draft::Parts;
use super::log::{Event, Log, digest, place};
use super::page::field;
use super::people::{lab, officer, second, thief};
use super::previous;
use super::tree::Tree;

/// A bag of one file, with a random number of its own and a log of one further event.
pub fn small(number: usize) -> Tree {
    let parts = Parts { bag: format!("{number:032x}"), ..Parts::small() };
    Log::seal(parts).then("store", &officer()).bag
}

/// The same with a tag file of more than a MiB.
pub fn with_large_tag(number: usize) -> Tree {
    let mut parts = Parts { bag: format!("{number:032x}"), ..Parts::small() };
    parts.tags.insert("photo/label.jpg".to_owned(), vec![b'x'; (1 << 20) + 1]);
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
    with_edited(2)
}

/// The same with event 1: both logs have the same head.
pub fn with_edited_event_before_the_head() -> [Tree; 2] {
    with_edited(1)
}

fn with_edited(index: usize) -> [Tree; 2] {
    let good = to_lab();
    let mut edited = good.bag.clone();
    let text = String::from_utf8(good.events[index].clone()).expect("an event is text");
    edited.put(&place(index), text.replacen("purpose = \"a test\"", "purpose = \"a rest\"", 1));
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

/// A bag whose log was written anew from event 1 on, and the receipts at the events 1, 2 and 3 that it had before.
pub fn rewritten() -> (Tree, [Vec<u8>; 3]) {
    let kept = to_lab().then("accept", &lab());
    let anew = Log::new().then("access", &officer()).then("store", &officer());
    (anew.bag, [1, 2, 3].map(|index| kept.receipt(index)))
}

/// The last of so many bags of which each follows from the one before; one of another list than the rest may be among them.
pub fn row(bags: usize, with_other_list: Option<usize>) -> Tree {
    let parts = |parts: Parts, number| match with_other_list {
        Some(other) if other == number => previous::with_other_list(parts),
        _ => parts,
    };
    let first = Log::seal(parts(Parts::small(), 0));
    (1..bags).fold(first, |log, number| Log::seal(parts(previous::parts(&log, "copy"), number))).bag
}

/// A bag of so many empty files.
pub fn many(files: usize) -> Tree {
    let mut parts = Parts { lines: Vec::new(), data: Tree::default(), ..Parts::small() };
    for number in 0..files {
        let name = format!("{number:06}");
        parts.add_file(&format!(r#""path":"{name}""#), None, &name, b"");
    }
    Log::seal(parts).bag
}

/// A bag of two files with chunk values, of 18 and 17 MiB less five bytes.
pub fn large() -> Tree {
    let mut parts = Parts { lines: Vec::new(), data: Tree::default(), ..Parts::small() };
    let mut values = Vec::new();
    for (name, mebibytes) in [("a.img", 18_usize), ("b.img", 17)] {
        let content = vec![mebibytes as u8; (mebibytes << 20) - 5];
        parts.add_file(&format!(r#""path":"{name}""#), None, name, &content);
        values.extend(group_values(&content));
    }
    parts.chunks = Some(values);
    Log::seal(parts).bag
}

/// A bag of one file of which two places could not be read when it was sealed: bytes 4 to 8, and 10 to 12.
pub fn unreadable() -> Tree {
    Log::seal(parts_of_unreadable()).bag
}

/// The same with the data outside the bag.
pub fn unreadable_outside() -> Tree {
    let mut parts = Parts { payload: "detached", ..parts_of_unreadable() };
    parts.data.0.clear();
    Log::seal(parts).bag
}

fn parts_of_unreadable() -> Parts {
    let mut parts = Parts::small();
    let places =
        r#""mode":"0644","unreadable":[{"offset":4,"length":5,"errno":"EIO"},{"offset":10,"length":2,"errno":"EIO"}]"#;
    parts.edit("notes.txt", r#""mode":"0644""#, places);
    parts
}

/// A copy that carries the seal alone of a bag whose log has gone on, and a disclosure that carries another log than it names.
pub fn withheld() -> [Tree; 2] {
    let source = stored();
    let copy = {
        let mut parts = previous::parts(&source, "copy");
        parts.tags.remove("seal/previous/000001.txt").expect("an event");
        Log::seal(parts)
    };
    let disclosure = {
        let mut parts = previous::parts(&to_lab(), "disclosure");
        parts.tags.remove("seal/previous/000002.txt").expect("an event");
        previous::put_proof(&mut parts, "disclosure");
        Log::seal(parts)
    };
    [copy.bag, disclosure.bag]
}

/// The bag of the officer, and one with the same number that a thief sealed; the officer's receipt.
pub fn sealed_again() -> (Tree, Tree, Vec<u8>) {
    let good = stored();
    let forged = Log::seal(Parts { signer: thief(), ..Parts::small() });
    let receipt = good.receipt(1);
    (good.bag, forged.bag, receipt)
}

/// A bag that the officer sealed, and the receipt at the seal that the officer made under the same number a day later.
pub fn sealed_twice() -> (Tree, Vec<u8>) {
    let later = Log::seal(Parts { time: "2026-11-24T08:12:44Z".to_owned(), ..Parts::small() });
    (stored().bag, later.receipt(0))
}

/// A bag to which a stranger objected, and the receipt at his objection.
pub fn objected() -> (Tree, Vec<u8>) {
    let log = stored().then("object", &thief());
    let receipt = log.receipt(2);
    (log.bag, receipt)
}

/// A bag with an event that the rules refuse, which names a thief, and his receipt at an event that the log does not have.
pub fn named_against_the_rules() -> (Tree, Vec<u8>) {
    let log = to_lab().then_with(|log| log.event("release", &officer()).to(&thief()));
    (log.bag.clone(), log.then("accept", &thief()).receipt(4))
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
    /// Nothing, and the copy names an event that neither log has.
    Unknown,
}

/// Two lines of a list of nine, with their proofs and the seal of the list.
pub fn disclosure() -> Tree {
    previous::disclosure()
}

/// A list of nine lines of which the last was replaced, with proofs of the others.
pub fn redaction_of_the_last_line() -> Tree {
    previous::redaction_of_the_last_line()
}

/// A source and a copy of it.
pub fn copied(mention: Mention) -> [Tree; 2] {
    let source = stored();
    let mut parts = Parts { bag: "c0".repeat(16), time: "2026-11-25T08:12:44Z".to_owned(), ..Parts::small() };
    parts.at_end = format!(
        "\n[previous]\nrelation = \"copy\"\nbag = \"{}\"\nseal = \"{}\"\nhead = \"{}\"\nroot = \"{}\"\n",
        source.id,
        source.seal,
        if matches!(mention, Mention::Unknown) { digest(b"another") } else { source.head() },
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
        Mention::Silent | Mention::Unknown => source,
        Mention::Rewritten => Log::new().then("access", &officer()),
        Mention::Cut => Log::new(),
    };
    [source.bag, copy.bag]
}
