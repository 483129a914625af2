//! Group values merge to what BLAKE3 gives for the whole file.

use sealbag_manifest::chunks::{ChunksError, GROUP_LEN, GroupMerger, GroupValue, LARGE_FILE, group_value, value_count};
use sealbag_manifest::digest::hex;

const GROUP: usize = GROUP_LEN as usize;

fn pattern(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i % 251) as u8).collect()
}

fn values(file: &[u8]) -> Vec<GroupValue> {
    file.chunks(GROUP).enumerate().map(|(index, group)| group_value(index as u64, group).expect("a value")).collect()
}

fn merge(values: &[GroupValue], len: u64) -> Result<[u8; 32], ChunksError> {
    let mut merger = GroupMerger::new();
    values.iter().for_each(|value| merger.push(*value));
    merger.finish(len).map(|digest| digest.0)
}

#[test]
fn merged_values_are_the_digest_at_every_size_around_a_group_edge() {
    let file = pattern(17 * GROUP + 1);
    let all = values(&file);
    for groups in 1..=17 {
        for tail in [1, 63, 64, 65, 1023, 1024, 1025, GROUP / 2, GROUP / 2 + 1, GROUP - 1, GROUP] {
            let len = (groups * GROUP + tail).min(file.len());
            let data = &file[..len];
            let last = data.len().div_ceil(GROUP) - 1;
            let mut here = all[..last].to_vec();
            here.push(group_value(last as u64, &data[last * GROUP..]).expect("a value"));
            assert_eq!(merge(&here, len as u64), Ok(*blake3::hash(data).as_bytes()), "{len}");
        }
    }
}

#[test]
fn a_changed_value_order_or_place_gives_another_digest() {
    let file = pattern(5 * GROUP + 7);
    let good = values(&file);
    let len = file.len() as u64;
    let digest = merge(&good, len).expect("a digest");
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at].0[31] ^= 1;
        assert_ne!(merge(&bad, len), Ok(digest));
        if at > 0 {
            let mut swapped = good.clone();
            swapped.swap(at - 1, at);
            assert_ne!(merge(&swapped, len), Ok(digest));
        }
    }
    assert_ne!(group_value(0, &file[..GROUP]), group_value(1, &file[..GROUP]));
}

#[test]
fn refuses_a_count_that_does_not_fit_the_length() {
    let good = values(&pattern(3 * GROUP));
    let len = 3 * GROUP_LEN;
    assert!(merge(&good, len).is_ok());
    let refused = |len, expected| Err(ChunksError::WrongCount { len, expected, found: 3 });
    assert_eq!(merge(&good, len + 1), refused(len + 1, 4));
    assert_eq!(merge(&good, 2 * GROUP_LEN), refused(2 * GROUP_LEN, 2));
    assert_eq!(merge(&good, u64::MAX), refused(u64::MAX, 1 << 44));
    for len in [0, 1, GROUP_LEN] {
        assert_eq!(merge(&good[..1], len), Err(ChunksError::SingleGroup { len }));
    }
    assert_eq!(merge(&[], len), Err(ChunksError::WrongCount { len, expected: 3, found: 0 }));
}

#[test]
fn refuses_groups_that_are_none() {
    assert_eq!(group_value(0, &[]), Err(ChunksError::GroupLength { len: 0 }));
    assert_eq!(group_value(0, &vec![0; GROUP + 1]), Err(ChunksError::GroupLength { len: GROUP + 1 }));
    assert_eq!(group_value(1 << 43, b"x"), Err(ChunksError::IndexTooLarge { index: 1 << 43 }));
    assert!(group_value((1 << 43) - 1, &vec![0; GROUP]).is_ok());
}

#[test]
fn a_merger_counts_what_it_took() {
    let mut merger = GroupMerger::new();
    for count in 0..70 {
        assert_eq!(merger.count(), count);
        merger.push(GroupValue([1; 32]));
    }
}

#[test]
fn only_files_over_sixteen_mebibytes_have_values() {
    assert_eq!(value_count(0), 0);
    assert_eq!(value_count(LARGE_FILE), 0);
    assert_eq!(value_count(LARGE_FILE + 1), 17);
    assert_eq!(value_count(17 * GROUP_LEN), 17);
    assert_eq!(value_count(17 * GROUP_LEN + 1), 18);
}

#[test]
fn the_sample_of_the_specification_is_what_the_program_computes() {
    let page = include_str!("../../../docs/spec/chunks.md");
    let values = values(&vec![0; 16 * GROUP + 1]);
    assert_eq!(values.len(), 17);
    for index in [0, 1, 15, 16] {
        assert!(page.contains(&format!("`{}` |", hex(&values[index].0))), "group {index}");
    }
    let digest = merge(&values, LARGE_FILE + 1).expect("a digest");
    assert!(page.contains(&format!("Merged: `{}`", hex(&digest))));
}

#[test]
fn a_value_is_shown_by_its_digits() {
    assert_eq!(format!("{:?}", GroupValue([0xab; 32])), format!("GroupValue({})", "ab".repeat(32)));
}
