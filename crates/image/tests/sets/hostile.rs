//! Sets that were made to break a reader: every number at its worst, with good checksums.

use crate::maker::{PLAIN, Plan, Set, descriptor, find, forge, media, write};

#[track_caller]
fn refused(change: impl FnOnce(&mut Set)) {
    let mut set = write(&media(53), PLAIN);
    change(&mut set);
    let found = set.examine();
    assert!(!found.holds());
    assert!(found.stated.iter().all(|stated| !stated.confirmed));
}

#[test]
fn numbers_at_their_worst_are_refused() {
    let worst = [1, 2, 0xFFFF, 1 << 24, u32::MAX >> 1, u32::MAX];
    for value in worst.map(u32::to_le_bytes) {
        // Sectors in a chunk, bytes in a sector, both halves of the number of sectors.
        for at in [8, 12, 16, 20] {
            refused(|set| forge(set.segment(1), "volume", at, &value, 1048));
        }
        // Number of chunks in a table, both halves of its base.
        for at in [0, 8, 12] {
            refused(|set| forge(set.segment(2), "table", at, &value, 20));
        }
    }
}

#[test]
fn chains_that_lead_nowhere_end() {
    let ends: [(u64, u64); 7] =
        [(0, 0), (u64::MAX, 76), (76, u64::MAX), (13, 100), (u64::MAX, u64::MAX), (1 << 63, 1 << 63), (90, 76)];
    for (next, length) in ends {
        for kind in ["sectors", "table", "volume", "hash", "header", "other"] {
            refused(|set| set.segment(1)[13..89].copy_from_slice(&descriptor(kind, next, length)));
        }
    }
}

#[test]
fn table_entries_at_their_worst_are_refused() {
    for value in [0, 1, 76, 1 << 31, u32::MAX, u32::MAX >> 1, 5000] {
        for entry in 0..3 {
            let at = 24 + entry * 4;
            refused(|set| {
                let content = find(set.segment(1), "table") + 76;
                let segment = set.segment(1);
                segment[content + at..content + at + 4].copy_from_slice(&u32::to_le_bytes(value));
                let sum = adler2::adler32_slice(&segment[content + 24..content + 36]).to_le_bytes();
                segment[content + 36..content + 40].copy_from_slice(&sum);
            });
        }
    }
}

#[test]
fn texts_that_inflate_without_end_are_refused() {
    let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 40 << 20], 6);
    let mut first = write(&media(8), PLAIN).segment(1)[..13].to_vec();
    first.extend(descriptor("header", 13 + 76 + bomb.len() as u64, 76 + bomb.len() as u64));
    first.extend(bomb);
    let set = Set(vec![Some(first.into())]);
    let found = set.troubles();
    assert_eq!(found[0].1, "this segment is damaged: section `header` at byte 13 cannot be inflated");
}

#[test]
fn random_damage_never_panics_and_never_confirms_other_media() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    for round in 0..3000 {
        let mut set = write(&media(53), Plan { deflates: round % 2 == 0, ..PLAIN });
        let intact = set.examine().stated;
        for _ in 0..1 + random(4) {
            let number = 1 + random(3);
            let segment = set.segment(number);
            let at = random(segment.len());
            match random(5) {
                0 => segment.truncate(at),
                1 => segment.splice(at..at, [0; 7]).for_each(drop),
                2 => {
                    let end = (at + 8).min(segment.len());
                    segment[at..end].fill(0xFF);
                }
                _ if segment.is_empty() => {}
                _ => segment[at] ^= 1 << random(8),
            }
        }
        let found = set.examine();
        for stated in found.stated.iter().filter(|stated| stated.confirmed) {
            assert!(intact.iter().any(|known| known.value == stated.value), "round {round}");
        }
    }
}
