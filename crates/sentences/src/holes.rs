//! Words that the program itself puts into the holes of its sentences: nouns, and what a record names.

use sealbag_custody::event::EventType;

use crate::{Said, Sentences, names};

/// The holes that hold words out of the program, and never a name of a user's.
const NOUNS: [&str; 9] = ["what", "kind", "action", "section", "field", "must", "why", "reason", "refusal"];
/// The sentences whose hole without a name holds such words.
const NAMELESS: [&str; 4] = [
    "error-signers-agent-error-malformed",
    "error-custody-signature-error-blob",
    "error-custody-receipt-error-unrelated",
    "error-manifest-entry-error-shape",
];
/// The sentences that quote a parser.
const PARSED: [&str; 3] = [
    "error-custody-record-error-line-malformed",
    "error-custody-record-error-contradiction",
    "error-manifest-entry-error-shape",
];
/// The sentences that are nothing but such a word.
const ALONE: [&str; 2] = ["value-event-type", "value-state"];
/// The states of an exhibit, as errors and findings name them.
const STATES: [&str; 7] = ["held", "in_transit", "opened", "under_examination", "returned", "disposed", "resealed"];

impl Sentences {
    /// What stands in a hole of a sentence, if it is a word of the program.
    pub fn in_hole(&self, sentence: &str, hole: &str, text: &str) -> Option<Said> {
        let quoted = |said: Said| if ALONE.contains(&sentence) { said } else { said.quoted() };
        match hole {
            "kind" | "act" if EventType::from_name(text).is_some() => return Some(quoted(names::event(text))),
            "state" if STATES.contains(&text) => return Some(quoted(names::state(text))),
            "roles" => return Some(names::roles(text)),
            "fields" => return Some(Said::joined(text.split(", ").map(names::field_path), "; ")),
            "reason" | "v0" if PARSED.contains(&sentence) => {
                if let Some(said) = self.of_the_parser(text) {
                    return Some(said);
                }
            }
            // Of two a parser says `a` or `b`.
            "known" => return Some(Said::Text(text.replace("` or `", "`, `"))),
            // The name of a field of a record, which is that in every language.
            "field" if sentence.starts_with("error-custody-record-error-") => return None,
            "incident" => return self.word("noun-incident-", text),
            _ => {}
        }
        // A place can be that of a file; in a time-stamp it is a part of it.
        let is_word = NOUNS.contains(&hole)
            || hole == "place" && sentence.starts_with("error-timestamp-")
            || hole == "v0" && NAMELESS.contains(&sentence);
        if is_word { self.word("noun-", text) } else { None }
    }
}
