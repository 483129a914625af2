//! Sets of EWF segment files. Where the first byte asks for it, checksums are made right again, for no fuzzer guesses them.

use std::rc::Rc;

use sealbag_image::name::SegmentName;

use super::pages::DIVIDER;

/// Small sets, written by the layout alone.
#[allow(dead_code, reason = "the tests of the crate use more of it")]
#[path = "../../../crates/image/tests/sets/maker.rs"]
pub(super) mod maker;

/// Length of a section's descriptor.
const DESCRIPTOR: usize = 76;

/// Segments with a divider between them; an empty one is a missing file.
pub(super) fn image(data: &[u8]) {
    let Some((&flags, mut rest)) = data.split_first() else { return };
    _ = SegmentName::parse(rest);
    let mut segments = Vec::new();
    while let Some(at) = rest.windows(DIVIDER.len()).position(|window| window == DIVIDER) {
        segments.push(rest[..at].to_vec());
        rest = &rest[at + DIVIDER.len()..];
    }
    segments.push(rest.to_vec());
    if flags & 1 == 1 {
        segments.iter_mut().for_each(|segment| repair(segment));
    }
    let set = maker::Set(segments.into_iter().map(|it| (!it.is_empty()).then(|| Rc::new(it))).collect());
    let found = set.examine();
    assert_eq!(set.examine(), found, "two looks see two things");
    assert!(found.troubles.len() <= sealbag_image::MAX_TROUBLES);
    for trouble in &found.troubles {
        let text = trouble.fault.to_string();
        assert!(sealbag_manifest::text::is_plain(&text), "{text:?}");
    }
    if found.holds() {
        assert!(found.media_size.is_some() && found.stated.iter().all(|stated| stated.confirmed));
        assert!(set.0[..found.segments as usize].iter().all(Option::is_some), "a missing segment is never a pass");
    }
    // A set that ends early never holds with what the whole one states.
    if found.holds() && found.segments > 1 {
        let mut cut = set;
        cut.0.truncate(found.segments as usize - 1);
        assert!(!cut.examine().holds());
    }
}

fn number(bytes: &[u8], at: usize) -> usize {
    let bytes = bytes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()).unwrap_or_default();
    usize::try_from(u64::from_le_bytes(bytes)).unwrap_or(usize::MAX)
}

fn sum(bytes: &mut [u8]) {
    if let Some((covered, sum)) = bytes.split_last_chunk_mut::<4>() {
        *sum = adler2::adler32_slice(covered).to_le_bytes();
    }
}

fn repair(segment: &mut [u8]) {
    let mut at: usize = 13;
    for _ in 0..64 {
        let Some(descriptor) = segment.get_mut(at..at.saturating_add(DESCRIPTOR)) else { return };
        sum(descriptor);
        let kind: [u8; 8] = descriptor[..8].try_into().unwrap_or_default();
        let (next, length) = (number(descriptor, 16), number(descriptor, 24));
        let end = at.saturating_add(length).min(segment.len());
        let content = segment.get_mut(at + DESCRIPTOR..end).unwrap_or_default();
        match &kind {
            b"table\0\0\0" | b"table2\0\0" if content.len() >= 24 => {
                sum(&mut content[..24]);
                let count = number(content, 0) & 0xffff;
                let entries = (24 + count * 4 + 4).min(content.len());
                sum(&mut content[24..entries]);
            }
            b"volume\0\0" | b"disk\0\0\0\0" | b"data\0\0\0\0" | b"digest\0\0" | b"hash\0\0\0\0" => sum(content),
            _ => {}
        }
        if next <= at {
            return;
        }
        at = next;
    }
}
