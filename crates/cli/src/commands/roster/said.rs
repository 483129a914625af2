//! What several commands say of a roster in the same words.

use sealbag_custody::keyset::Keyset;
use sealbag_report::Language;

use crate::columns::Columns;
use crate::terminal::record_text;
use crate::words::Words;

/// What stands beside a label begins so many characters behind it, or behind the longest label.
pub(super) const WIDTH: usize = 13;

/// The keys of an authority in a few words: a fingerprint, or how many of several must sign, and all fingerprints.
pub(super) fn keys_shown(keys: &Keyset, words: &Words) -> String {
    if let Some(key) = keys.single() {
        return key.fingerprint();
    }
    let list: Vec<_> = keys.keys().iter().map(|key| key.fingerprint()).collect();
    let (threshold, n) = (keys.threshold(), keys.keys().len());
    words.with("say-roster-keyset", &[("k", &threshold), ("n", &n), ("keys", &list.join(", "))])
}

/// How many signatures are missing, and by whose keys.
pub(super) fn missing_lines(block: &mut Columns, count: u64, of: &[String], words: &Words) {
    block.line(words.text("say-roster-missing"), words.with("say-roster-missing-of", &[("n", &count)]));
    of.iter().for_each(|key| block.line("", key));
}

/// Roles, safe to show; in English as they are given to `--role`, else in words with that behind.
pub(super) fn roles_shown<'r>(roles: impl Iterator<Item = &'r str>, words: &Words) -> String {
    let role = |role: &str| {
        let (name, said) = (record_text(role), words.catalogue().role(role));
        if words.catalogue().language() == Language::English || said == role {
            name
        } else {
            format!("{said} ({name})")
        }
    };
    roles.map(role).collect::<Vec<_>>().join(", ")
}
