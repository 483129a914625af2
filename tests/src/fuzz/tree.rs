//! Proofs of the tree, and the chunk values.

use blake3::hazmat::{Mode, merge_subtrees_non_root, merge_subtrees_root};
use sealbag_manifest::chunks::{GROUP_LEN, GroupMerger, GroupValue};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::tree::{
    LeafHash, TreeBuilder, consistency_proof, inclusion_proof, leaf_hash, verify_consistency, verify_inclusion,
};

use super::edits::Cursor;

/// The first byte says what is asked of the rest.
pub(super) fn tree(data: &[u8]) {
    let mut cursor = Cursor::new(data);
    match cursor.byte() % 4 {
        0 => inclusion(cursor),
        1 => consistency(cursor),
        2 => claimed(cursor),
        _ => chunks(cursor),
    }
}

fn leaves(cursor: &mut Cursor<'_>) -> Vec<LeafHash> {
    let count = cursor.byte() % 70;
    (0..count).map(|_| leaf_hash(&[cursor.byte()])).collect()
}

fn root(leaves: &[LeafHash]) -> Sha256Digest {
    let mut builder = TreeBuilder::new();
    leaves.iter().for_each(|leaf| builder.push(*leaf));
    assert_eq!(builder.size(), leaves.len() as u64);
    builder.root()
}

/// Changes a proof; true if it is another one now.
fn spoil(cursor: &mut Cursor<'_>, proof: &mut Vec<Sha256Digest>) -> bool {
    let before = proof.clone();
    let at = usize::from(cursor.byte());
    match cursor.byte() % 5 {
        0 => drop(proof.pop()),
        1 => proof.push(Sha256Digest([cursor.byte(); 32])),
        2 if !proof.is_empty() => {
            let at = at % proof.len();
            proof[at].0[usize::from(cursor.byte() % 32)] ^= cursor.byte();
        }
        3 if !proof.is_empty() => proof.rotate_left(1),
        _ => {}
    }
    *proof != before
}

fn inclusion(mut cursor: Cursor<'_>) {
    let leaves = leaves(&mut cursor);
    let Some(last) = leaves.len().checked_sub(1) else { return };
    let (index, size, root) = (usize::from(cursor.byte()) % (last + 1), leaves.len() as u64, root(&leaves));
    let mut proof = inclusion_proof(leaves.iter().copied(), index as u64, size).expect("a proof");
    verify_inclusion(leaves[index], index as u64, size, &proof, &root).expect("a right proof holds");
    if spoil(&mut cursor, &mut proof) {
        assert!(verify_inclusion(leaves[index], index as u64, size, &proof, &root).is_err(), "a spoilt proof holds");
        return;
    }
    let other = usize::from(cursor.byte()) % (last + 1);
    if leaves[other] != leaves[index] {
        assert!(verify_inclusion(leaves[other], index as u64, size, &proof, &root).is_err(), "another leaf holds");
    }
}

fn consistency(mut cursor: Cursor<'_>) {
    let leaves = leaves(&mut cursor);
    let (old, new) = (usize::from(cursor.byte()) % (leaves.len() + 1), leaves.len());
    let (old_root, new_root) = (root(&leaves[..old]), root(&leaves));
    let (old, new) = (old as u64, new as u64);
    let Ok(mut proof) = consistency_proof(leaves.iter().copied(), old, new) else { return };
    verify_consistency(old, &old_root, new, &new_root, &proof).expect("a right proof holds");
    if spoil(&mut cursor, &mut proof) {
        assert!(verify_consistency(old, &old_root, new, &new_root, &proof).is_err(), "a spoilt proof holds");
        return;
    }
    // Every tree follows from the empty one, but no other empty one.
    let other = Sha256Digest([cursor.byte(); 32]);
    assert_eq!(verify_consistency(old, &old_root, new, &other, &proof).is_ok(), old == 0 && new > 0);
}

/// Any numbers and any hashes.
fn claimed(mut cursor: Cursor<'_>) {
    let (index, size) = (cursor.number(), cursor.number());
    let (root, other) = (Sha256Digest([cursor.byte(); 32]), Sha256Digest([cursor.byte(); 32]));
    let leaf = leaf_hash(&[cursor.byte()]);
    let path: Vec<Sha256Digest> = cursor.rest().iter().take(200).map(|byte| Sha256Digest([*byte; 32])).collect();
    assert!(verify_inclusion(leaf, index, size, &path, &root).is_err());
    if verify_consistency(index, &other, size, &root, &path).is_ok() {
        assert!(index == size && other == root && path.is_empty() || index == 0, "{index} {size}");
    }
}

fn merged(values: &[[u8; 32]]) -> [u8; 32] {
    match values {
        [one] => *one,
        _ => {
            let (left, right) = values.split_at(values.len().next_power_of_two() / 2);
            merge_subtrees_non_root(&merged(left), &merged(right), Mode::Hash)
        }
    }
}

/// Chunk values against BLAKE3's recursive definition.
fn chunks(mut cursor: Cursor<'_>) {
    let count = usize::from(cursor.byte());
    let length = match cursor.byte() % 3 {
        0 => cursor.number(),
        1 => count as u64 * GROUP_LEN,
        _ => (count as u64 * GROUP_LEN).saturating_sub(cursor.number() % GROUP_LEN),
    };
    let values: Vec<[u8; 32]> = (0..count).map(|_| [cursor.byte(); 32]).collect();
    let mut merger = GroupMerger::new();
    values.iter().for_each(|value| merger.push(GroupValue(*value)));
    assert_eq!(merger.count(), count as u64);
    let found = merger.finish(length);
    assert_eq!(found.is_ok(), count > 1 && length.div_ceil(GROUP_LEN) == count as u64);
    if let Ok(found) = found {
        let (left, right) = values.split_at(values.len().next_power_of_two() / 2);
        let expected = merge_subtrees_root(&merged(left), &merged(right), Mode::Hash);
        assert_eq!(found.0, *expected.as_bytes());
    }
}
