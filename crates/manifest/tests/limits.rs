//! The limits are those that the pages of the specification say, in numbers: a limit that moved would refuse a good bag of
//! another version, or take one that others refuse.

use sealbag_manifest::{chunks, entry, layout, stored, tree};

const BAG: &str = include_str!("../../../docs/spec/bag.md");
const ENTRIES: &str = include_str!("../../../docs/spec/entries.md");
const NAMES: &str = include_str!("../../../docs/spec/names.md");
const CHUNKS: &str = include_str!("../../../docs/spec/chunks.md");

/// What the program holds to, and the words of the page that says it.
const LIMITS: [(u64, u64, &str, &str); 9] = [
    (entry::MAX_LINE as u64, 16_777_216, ENTRIES, "at most 16,777,216 bytes"),
    (entry::MAX_HOLES as u64, 4_096, ENTRIES, "At most 4,096"),
    (layout::MAX_TAG_MANIFEST, 67_108_864, BAG, "at most 67,108,864 bytes"),
    (layout::MAX_TAG_PATH as u64, 900, BAG, "at most 900 bytes"),
    (layout::MAX_SMALL_TAG_FILE, 1_048_576, BAG, "at most 1 MiB"),
    (stored::MAX_PATH as u64, 900, NAMES, "at most 900 bytes"),
    (stored::MAX_COMPONENT as u64, 255, NAMES, "at most 255 bytes"),
    (chunks::LARGE_FILE, 16_777_216, CHUNKS, "strictly more than 16 MiB (16,777,216 bytes)"),
    (chunks::GROUP_LEN, 1_048_576, CHUNKS, "1 MiB (1,048,576 bytes"),
];

#[test]
fn every_limit_is_the_number_of_its_page() {
    for (held_to, number, page, words) in LIMITS {
        assert_eq!(held_to, number, "{words}");
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn a_tree_has_fewer_than_two_to_the_63_leaves() {
    assert_eq!(tree::MAX_SIZE, 9_223_372_036_854_775_807);
}
