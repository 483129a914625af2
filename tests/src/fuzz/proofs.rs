//! The proofs of a disclosure: any bytes in the place of `proofs.jsonl`.

use sealbag::verify::Depth;

use super::bags::{BASES, is_confirmed, judge};

const PLACE: &str = "seal/previous/proofs.jsonl";

pub(super) fn proofs(data: &[u8]) {
    let base = &BASES[3];
    let mut files = base.files.clone();
    files.insert(PLACE.to_owned(), data.into());
    let verdict = judge(&files, &base.anchors, Depth::Full);
    let is_same = *data == *base.files[PLACE];
    assert_eq!(is_confirmed(verdict.outcome()), is_same, "{:?}", verdict.findings());
    let has = |code: &str| verdict.totals().keys().any(|found| *found == code);
    // The one right file has one form: every other is malformed or proves nothing.
    assert_eq!(has("proofs.malformed") || has("proofs.mismatch"), !is_same, "{:?}", verdict.totals());
}
