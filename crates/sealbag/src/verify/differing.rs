//! A file that is not what was sealed: how it is said, and where a large one differs, by the chunk values.

use sealbag_manifest::chunks::{GROUP_LEN, GroupValue, VALUE_LEN};
use sealbag_manifest::entry::{Content, ContentDigests, Range};
use sealbag_manifest::layout::CHUNKS;
use sealbag_manifest::store::BagStore;

use super::Depth;
use super::list::{ChunkPlace, VerifiedList};
use crate::damage::Damage;
use crate::finding::{Code, Finding};

/// Runs that are written out.
const SHOWN: usize = 20;

/// What was sealed of a file, and where its chunk values stand.
pub(super) struct Sealed<'a> {
    pub(super) store: &'a dyn BagStore,
    pub(super) list: &'a VerifiedList,
    pub(super) chunks: &'a ChunkPlace,
    pub(super) content: &'a Content,
}

impl Sealed<'_> {
    /// The finding on a file of other content. Digests are shown of the algorithm that shows the difference.
    pub(super) fn changed(
        &self,
        place: String,
        depth: Depth,
        found: &ContentDigests,
        groups: &[GroupValue],
    ) -> Finding {
        let Content { size, digests: sealed, .. } = *self.content;
        let (expected, mut seen) = match depth {
            Depth::Full if sealed.sha256 != found.sha256 => {
                (format!("sha256 {}", sealed.sha256), format!("sha256 {}", found.sha256))
            }
            _ => (format!("blake3 {}", sealed.blake3), format!("blake3 {}", found.blake3)),
        };
        let runs = runs(self.store, self.list, self.chunks, groups, size);
        if !runs.is_empty() {
            seen.push_str(&format!("; {}", said(&runs)));
        }
        let finding = Finding::new(Code::FileChanged, place).expected(expected).found(seen);
        Finding { damage: Damage::differing(size, &runs).map(Box::new), ..finding }
    }
}

/// The finding on a file of another size.
pub(super) fn other_size(place: String, sealed: u64, found: u64) -> Finding {
    Finding::new(Code::FileChanged, place).expected(format!("{sealed} bytes")).found(format!("{found} bytes"))
}

/// Which runs of whole MiB differ; the last one ends with the file. None if the values cannot tell.
fn runs(store: &dyn BagStore, list: &VerifiedList, place: &ChunkPlace, found: &[GroupValue], size: u64) -> Vec<Range> {
    if !list.chunks_hold() || place.count == 0 || found.len() as u64 != place.count {
        return Vec::new();
    }
    compare(store, place, found, size).unwrap_or_default()
}

fn compare(store: &dyn BagStore, place: &ChunkPlace, found: &[GroupValue], size: u64) -> Option<Vec<Range>> {
    let file = store.open(CHUNKS).ok()?;
    let mut runs: Vec<Range> = Vec::new();
    for (index, value) in (0..).zip(found) {
        let mut sealed = [0; VALUE_LEN];
        if file.read_full_at(&mut sealed, (place.first + index) * VALUE_LEN as u64).ok()? != VALUE_LEN {
            return None;
        }
        if sealed == value.0 {
            continue;
        }
        let (from, to) = (index * GROUP_LEN, ((index + 1) * GROUP_LEN).min(size));
        match runs.last_mut() {
            Some(run) if run.end() == from => run.length = to - run.offset,
            _ => runs.push(Range { offset: from, length: to - from }),
        }
    }
    Some(runs)
}

/// The runs in words, in whole MiB.
fn said(runs: &[Range]) -> String {
    let whole = |byte: u64| byte.div_ceil(GROUP_LEN) * GROUP_LEN;
    let shown: Vec<_> = runs.iter().take(SHOWN).map(|run| format!("{}-{}", run.offset, whole(run.end()))).collect();
    let more = if runs.len() > shown.len() { format!(" and {} more", runs.len() - shown.len()) } else { String::new() };
    format!("differs in bytes {}{more}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_parts_are_written_out_and_the_others_counted() {
        let runs = |count: u64| -> Vec<Range> {
            (0..count).map(|run| Range { offset: 2 * run * GROUP_LEN, length: GROUP_LEN - run }).collect()
        };
        assert_eq!(said(&runs(2)), "differs in bytes 0-1048576, 2097152-3145728");
        let (twenty, more) = (said(&runs(20)), said(&runs(22)));
        assert!(twenty.ends_with(", 39845888-40894464"), "{twenty}");
        assert_eq!(more, format!("{twenty} and 2 more"));
    }
}
