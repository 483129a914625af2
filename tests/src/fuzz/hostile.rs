//! A sealer who means harm: any list, rightly signed.

use sealbag::verify::{Anchors, Depth};
use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::entry::Entry;

use super::bags::{is_confirmed, judge};
use super::edits::Files;
use crate::vectors;

pub(super) fn hostile_list(data: &[u8]) {
    let bag = vectors::with_list(data);
    let files: Files = bag.regular_files().map(|(path, content)| (path.to_owned(), content.into())).collect();
    let officer = PublicKey::from_line(vectors::officer_pub().trim_end()).expect("a key").0;
    let anchors = Anchors { signers: vec![officer], ..Anchors::default() };
    let verdict = judge(&files, &anchors, Depth::Full);
    if !is_confirmed(verdict.outcome()) {
        return;
    }
    let mut last = None;
    for line in data.split_inclusive(|&byte| byte == b'\n') {
        let line = line.strip_suffix(b"\n").expect("the last line ends with LF");
        let entry = Entry::parse_line(line).expect("a confirmed list has no malformed line");
        assert!(last.is_none_or(|last| last < entry.path));
        if let Some(stored) = entry.stored_path() {
            assert!(files.contains_key(&format!("data/{stored}")), "a confirmed file is there");
        }
        last = Some(entry.path);
    }
}
