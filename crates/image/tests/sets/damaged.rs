//! Every kind of damage is named, at the segment that has it, and nothing is confirmed.

use crate::maker::{PLAIN, Plan, Set, find, forge, media, write};

fn damaged(change: impl FnOnce(&mut Set)) -> Vec<(u32, String)> {
    let mut set = write(&media(53), PLAIN);
    assert_eq!(set.0.len(), 3);
    change(&mut set);
    assert!(set.examine().stated.iter().any(|stated| !stated.confirmed) || set.examine().stated.is_empty());
    set.troubles()
}

/// For what is done at every byte.
fn small() -> Set {
    write(&media(21), Plan { chunks_a_segment: 1, ..PLAIN })
}

#[track_caller]
fn expect(change: impl FnOnce(&mut Set), expected: &[(u32, &str)]) {
    let found = damaged(change);
    let found: Vec<_> = found.iter().map(|(segment, text)| (*segment, text.as_str())).collect();
    assert_eq!(found, expected);
}

const MISSING: &str = "this segment of the disk image is missing";

#[test]
fn a_missing_segment_is_named_wherever_it_is() {
    expect(|set| set.0[0] = None, &[(1, MISSING)]);
    expect(|set| set.0[1] = None, &[(2, MISSING)]);
    expect(|set| set.0[2] = None, &[(3, MISSING)]);
    expect(|set| set.0.truncate(1), &[(2, MISSING)]);
    expect(|set| set.0[..2].fill(None), &[(1, MISSING), (2, MISSING)]);
    expect(|set| set.0.fill(None), &[(1, MISSING)]);
}

#[test]
fn swapped_segments_are_named() {
    let text = |should, says| {
        format!("this file should be segment {should} of the disk image and says that it is segment {says}")
    };
    for (a, b) in [(1, 2), (2, 3), (1, 3)] {
        let found = damaged(|set| set.0.swap(a - 1, b - 1));
        let numbers: Vec<_> = found.into_iter().filter(|(_, found)| found.contains("should be segment")).collect();
        assert_eq!(numbers, [(a as u32, text(a, b)), (b as u32, text(b, a))]);
    }
}

#[test]
fn a_segment_of_another_set_is_named() {
    let other = |name| write(&media(56)[..53 * 512], Plan { name, deflates: true, ..PLAIN });
    let text = "this segment belongs to another disk image: it describes other media than the first segment";
    expect(|set| set.0[1] = other([8; 16]).0[1].take(), &[(2, text)]);
    // Media of the same size and no name: only the bytes can tell.
    let mut bytes = media(53);
    bytes[5000 * 3] ^= 1;
    let same_size = write(&bytes, PLAIN);
    expect(
        |set| set.0[1].clone_from(&same_size.0[1]),
        &[
            (1, "the data in the disk image do not have the MD5 digest that it states"),
            (1, "the data in the disk image do not have the SHA-1 digest that it states"),
        ],
    );
}

#[test]
fn a_segment_behind_the_end_is_named() {
    let text = "this segment follows the last one of the disk image and does not belong to it";
    expect(|set| set.0.push(set.0[2].clone()), &[(4, text)]);
}

#[test]
fn a_segment_cut_short_is_named_wherever_it_is_cut() {
    for segment in 1..=3 {
        for cut in 0..small().segment(segment).len() {
            let mut set = small();
            set.segment(segment).truncate(cut);
            let found = set.troubles();
            assert!(found.iter().any(|(at, _)| *at as usize == segment), "segment {segment} cut at {cut}: {found:?}");
        }
    }
    let cut = "this segment is cut short: its sections reach to byte 13517, and it has 13000 bytes";
    expect(|set| set.segment(2).truncate(13_000), &[(2, cut)]);
}

#[test]
fn a_damaged_chunk_is_named_with_its_place_in_the_media() {
    let text = "this segment is damaged: 1 of its chunks cannot be decoded, the first at byte 16384 of the media";
    let flip = |set: &mut Set| {
        let at = find(set.segment(2), "sectors") + 76 + 4096 + 4 + 100;
        set.segment(2)[at] ^= 1;
    };
    expect(flip, &[(2, text)]);
}

#[test]
fn a_digest_that_the_media_do_not_give_is_named() {
    let change = |set: &mut Set| {
        forge(set.segment(3), "hash", 0, &[0; 32], 32);
        forge(set.segment(3), "digest", 0, &[9], 76);
    };
    expect(change, &[(1, "the data in the disk image do not have the MD5 digest that it states")]);
}

/// Whole chunks with the digests of their own bytes: only the size that the image states tells that the rest is not there, or
/// that there is more.
#[test]
fn media_of_another_size_than_the_image_states_are_named() {
    let stated = |sectors: u64| {
        let mut set = write(&media(48), PLAIN);
        assert!(set.examine().holds());
        forge(set.segment(1), "volume", 16, &sectors.to_le_bytes(), 1048);
        forge(set.segment(2), "data", 16, &sectors.to_le_bytes(), 1048);
        assert!(set.examine().stated.iter().all(|stated| !stated.confirmed), "{sectors} sectors");
        set.troubles()
    };
    for sectors in [49, 56, 4800] {
        let text = format!("the disk image is incomplete: it holds 24576 of the {} bytes of its media", sectors * 512);
        assert_eq!(stated(sectors), [(2, text)]);
    }
    for sectors in [40, 8] {
        let text = format!("the disk image holds more data than the {} bytes of its media", sectors * 512);
        assert_eq!(stated(sectors), [(2, text)]);
    }
}

#[test]
fn two_different_digests_are_named() {
    let change = |set: &mut Set| forge(set.segment(3), "hash", 0, &[9], 32);
    expect(change, &[(3, "the disk image states two different MD5 digests")]);
}

#[test]
fn any_flipped_bit_is_named_or_does_not_matter() {
    let whole = small();
    let mut harmless = Vec::new();
    for segment in 1..=3 {
        for at in 0..whole.0[segment - 1].as_ref().map_or(0, |bytes| bytes.len()) {
            let mut set = whole.clone();
            set.segment(segment)[at] ^= 1 << (at % 8);
            let found = set.examine();
            if found.troubles.is_empty() {
                assert_eq!(found.stated.len(), 2);
                assert!(found.stated.iter().all(|stated| stated.confirmed), "segment {segment}, byte {at}");
                harmless.push((segment, at));
            }
        }
    }
    // Bytes 8, 11 and 12 of the file header say nothing.
    assert_eq!(harmless, [(1, 8), (1, 11), (1, 12), (2, 8), (2, 11), (2, 12), (3, 8), (3, 11), (3, 12)]);
}

#[test]
fn the_second_version_of_the_format_is_named() {
    let text = "the disk image cannot be decoded: it is in the second version of the format (EWF2, Ex01)";
    expect(|set| set.segment(1)[..8].copy_from_slice(&sealbag_image::SIGNATURE_2), &[(1, text)]);
}
