//! The tree against an independent implementation, and proofs that must fail.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::tree::{
    LeafHash, MAX_SIZE, ProveError, TreeBuilder, VerifyError, consistency_proof, empty_root, inclusion_proof,
    leaf_hash, node_hash, verify_consistency, verify_inclusion,
};
use sha2::Sha256;

/// Every size below this one is compared.
const SIZES: u64 = 130;

fn leaves(count: u64) -> Vec<LeafHash> {
    (0..count).map(|i| leaf_hash(format!("line {i}").as_bytes())).collect()
}

fn root(leaves: &[LeafHash]) -> Sha256Digest {
    let mut tree = TreeBuilder::new();
    leaves.iter().for_each(|leaf| tree.push(*leaf));
    tree.root()
}

fn bytes(proof: &[Sha256Digest]) -> Vec<u8> {
    proof.iter().flat_map(|hash| hash.0).collect()
}

fn digest(hex: &str) -> Sha256Digest {
    Sha256Digest::from_hex(hex).expect("a digest")
}

/// A copy with one bit changed.
fn flipped(hash: &Sha256Digest) -> Sha256Digest {
    let mut other = *hash;
    other.0[17] ^= 0x40;
    other
}

#[test]
fn roots_and_proofs_agree_with_ct_merkle_for_every_small_tree() {
    let all = leaves(SIZES);
    let mut reference = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    for size in 1..SIZES {
        reference.push(format!("line {}", size - 1).into_bytes());
        let here = &all[..size as usize];
        let new_root = root(here);
        assert_eq!(new_root.0, <[u8; 32]>::from(*reference.root().as_bytes()), "root of {size}");
        for index in 0..size {
            let proof = inclusion_proof(here.iter().copied(), index, size).expect("a proof");
            assert_eq!(bytes(&proof), reference.prove_inclusion(index as usize).as_bytes(), "leaf {index} of {size}");
            assert_eq!(verify_inclusion(here[index as usize], index, size, &proof, &new_root), Ok(()));
        }
        for old in 1..=size {
            let proof = consistency_proof(here.iter().copied(), old, size).expect("a proof");
            let additions = (size - old) as usize;
            if additions > 0 {
                assert_eq!(bytes(&proof), reference.prove_consistency(additions).as_bytes(), "{old} to {size}");
            }
            let old_root = root(&here[..old as usize]);
            assert_eq!(verify_consistency(old, &old_root, size, &new_root, &proof), Ok(()), "{old} to {size}");
        }
    }
}

#[test]
fn roots_are_those_of_the_certificate_transparency_test_vectors() {
    let inputs: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let mut tree = TreeBuilder::new();
    assert_eq!(tree.root(), digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    for (input, expected) in inputs.iter().zip(roots) {
        tree.push(leaf_hash(input));
        assert_eq!(tree.root(), digest(expected), "{} leaves", tree.size());
    }
}

#[test]
fn every_change_to_an_inclusion_proof_is_refused() {
    for size in [1, 2, 3, 4, 5, 6, 7, 8, 13, 16, 17, 31, 64, 100] {
        let all = leaves(size);
        let root = root(&all);
        for index in 0..size {
            let leaf = all[index as usize];
            let proof = inclusion_proof(all.iter().copied(), index, size).expect("a proof");
            let check = |path: &[Sha256Digest]| verify_inclusion(leaf, index, size, path, &root);
            assert_eq!(check(&proof), Ok(()));
            for at in 0..proof.len() {
                let mut bad = proof.clone();
                bad[at] = flipped(&bad[at]);
                assert_eq!(check(&bad), Err(VerifyError::Root));
                let mut short = proof.clone();
                short.remove(at);
                assert_eq!(
                    check(&short),
                    Err(VerifyError::WrongLength { expected: proof.len(), found: proof.len() - 1 })
                );
                if at > 0 {
                    let mut reordered = proof.clone();
                    reordered.swap(at - 1, at);
                    assert_eq!(check(&reordered), Err(VerifyError::Root));
                }
            }
            for extra in [root, leaf.0, empty_root()] {
                for at in 0..=proof.len() {
                    let mut long = proof.clone();
                    long.insert(at, extra);
                    assert_eq!(
                        check(&long),
                        Err(VerifyError::WrongLength { expected: proof.len(), found: long.len() })
                    );
                }
            }
            assert_eq!(verify_inclusion(leaf, index, size, &proof, &flipped(&root)), Err(VerifyError::Root));
            assert_eq!(
                verify_inclusion(LeafHash(flipped(&leaf.0)), index, size, &proof, &root),
                Err(VerifyError::Root)
            );
            for other in (0..size).filter(|&other| other != index) {
                assert!(verify_inclusion(leaf, other, size, &proof, &root).is_err(), "{index} as {other} of {size}");
            }
            assert_eq!(
                verify_inclusion(leaf, size, size, &proof, &root),
                Err(VerifyError::IndexOutside { index: size, size })
            );
        }
    }
}

#[test]
fn every_change_to_a_consistency_proof_is_refused() {
    for new in 1..40 {
        let all = leaves(new);
        let new_root = root(&all);
        for old in 1..=new {
            let old_root = root(&all[..old as usize]);
            let proof = consistency_proof(all.iter().copied(), old, new).expect("a proof");
            let check = |proof: &[Sha256Digest]| verify_consistency(old, &old_root, new, &new_root, proof);
            for at in 0..proof.len() {
                let mut bad = proof.clone();
                bad[at] = flipped(&bad[at]);
                assert!(matches!(check(&bad), Err(VerifyError::OldRoot | VerifyError::Root)), "{old} to {new}");
                let mut short = proof.clone();
                short.remove(at);
                assert!(matches!(check(&short), Err(VerifyError::WrongLength { .. })));
                if at > 0 {
                    let mut reordered = proof.clone();
                    reordered.swap(at - 1, at);
                    assert!(check(&reordered).is_err());
                }
            }
            let mut long = proof.clone();
            long.push(new_root);
            assert!(matches!(check(&long), Err(VerifyError::WrongLength { .. })));
            assert!(verify_consistency(old, &flipped(&old_root), new, &new_root, &proof).is_err());
            assert!(verify_consistency(old, &old_root, new, &flipped(&new_root), &proof).is_err());
            for other in (1..=new).filter(|&other| other != old) {
                assert!(
                    verify_consistency(other, &old_root, new, &new_root, &proof).is_err(),
                    "{old} as {other} of {new}"
                );
            }
        }
    }
}

#[test]
fn a_rewritten_line_breaks_consistency() {
    let mut all = leaves(20);
    let old_root = root(&all[..11]);
    all[3] = leaf_hash(b"rewritten");
    let proof = consistency_proof(all.iter().copied(), 11, 20).expect("a proof");
    assert_eq!(verify_consistency(11, &old_root, 20, &root(&all), &proof), Err(VerifyError::OldRoot));
}

#[test]
fn empty_and_equal_trees_need_an_empty_proof_and_the_right_roots() {
    let all = leaves(5);
    let five = root(&all);
    let none = empty_root();
    assert_eq!(consistency_proof(all.iter().copied(), 0, 5), Ok(vec![]));
    assert_eq!(verify_consistency(0, &none, 5, &five, &[]), Ok(()));
    assert_eq!(verify_consistency(0, &five, 5, &five, &[]), Err(VerifyError::OldRoot));
    assert_eq!(verify_consistency(0, &none, 0, &none, &[]), Ok(()));
    assert_eq!(verify_consistency(0, &none, 0, &five, &[]), Err(VerifyError::Root));
    assert_eq!(verify_consistency(5, &five, 5, &five, &[]), Ok(()));
    assert_eq!(verify_consistency(5, &five, 5, &none, &[]), Err(VerifyError::Root));
    assert_eq!(
        verify_consistency(5, &five, 5, &five, &[five]),
        Err(VerifyError::WrongLength { expected: 0, found: 1 })
    );
    assert_eq!(verify_consistency(6, &five, 5, &five, &[]), Err(VerifyError::OldLarger { old: 6, new: 5 }));
    assert_eq!(verify_inclusion(all[0], 0, 0, &[], &none), Err(VerifyError::IndexOutside { index: 0, size: 0 }));
}

#[test]
fn a_node_never_passes_for_a_leaf() {
    let all = leaves(4);
    let (left, right) = (node_hash(&all[0].0, &all[1].0), node_hash(&all[2].0, &all[3].0));
    let root = root(&all);
    assert_eq!(root, node_hash(&left, &right));
    let children: Vec<u8> = [left.0, right.0].concat();
    assert_ne!(leaf_hash(&children).0, root);
    let prefixed: Vec<u8> = [&[1], children.as_slice()].concat();
    assert_ne!(leaf_hash(&prefixed).0, root);
    // The hash of an inner node does lead to the root of a smaller tree: the signed size is what refuses it.
    assert_eq!(verify_inclusion(LeafHash(left), 0, 2, &[right], &root), Ok(()));
    assert_eq!(
        verify_inclusion(LeafHash(left), 0, 4, &[right], &root),
        Err(VerifyError::WrongLength { expected: 2, found: 1 })
    );
}

#[test]
fn an_odd_last_leaf_is_not_doubled() {
    let all = leaves(3);
    let doubled = [all[0], all[1], all[2], all[2]];
    assert_ne!(root(&all), root(&doubled));
}

#[test]
fn provers_refuse_what_cannot_be_proved() {
    let all = || leaves(5).into_iter();
    assert_eq!(inclusion_proof(all(), 5, 5), Err(ProveError::IndexOutside { index: 5, size: 5 }));
    assert_eq!(inclusion_proof(all(), 0, 0), Err(ProveError::IndexOutside { index: 0, size: 0 }));
    assert_eq!(inclusion_proof(all(), 0, 4), Err(ProveError::WrongCount { pushed: 5, size: 4 }));
    assert_eq!(inclusion_proof(all(), 0, 6), Err(ProveError::WrongCount { pushed: 5, size: 6 }));
    assert_eq!(inclusion_proof(all(), 0, u64::MAX), Err(ProveError::TooLarge { size: u64::MAX }));
    assert_eq!(consistency_proof(all(), 6, 5), Err(ProveError::OldLarger { old: 6, new: 5 }));
    assert_eq!(consistency_proof(all(), 2, 6), Err(ProveError::WrongCount { pushed: 5, size: 6 }));
    assert_eq!(consistency_proof(all(), 2, MAX_SIZE + 1), Err(ProveError::TooLarge { size: MAX_SIZE + 1 }));
}

#[test]
fn the_largest_sizes_are_answered_without_panic() {
    let leaf = leaf_hash(b"");
    for index in [0, 1, MAX_SIZE / 2, MAX_SIZE / 2 + 1, MAX_SIZE - 2, MAX_SIZE - 1] {
        // Only the last leaf is alone on its level; every other one has a sibling on each of the 63.
        let expected = if index == MAX_SIZE - 1 { 62 } else { 63 };
        for found in 0..66 {
            let refusal =
                if found == expected { VerifyError::Root } else { VerifyError::WrongLength { expected, found } };
            let path = vec![leaf.0; found];
            assert_eq!(verify_inclusion(leaf, index, MAX_SIZE, &path, &leaf.0), Err(refusal), "{index}");
        }
    }
    assert_eq!(verify_inclusion(leaf, 0, u64::MAX, &[], &leaf.0), Err(VerifyError::TooLarge { size: u64::MAX }));
    for old in [1, 2, 3, 1 << 62, MAX_SIZE - 1] {
        for len in 0..66 {
            assert!(verify_consistency(old, &leaf.0, MAX_SIZE, &leaf.0, &vec![leaf.0; len]).is_err());
        }
    }
}

#[test]
fn a_tree_of_the_largest_size_is_consistent_with_itself_and_a_larger_one_is_no_tree() {
    let root = leaf_hash(b"").0;
    assert_eq!(verify_consistency(MAX_SIZE, &root, MAX_SIZE, &root, &[]), Ok(()));
    for size in [MAX_SIZE + 1, u64::MAX] {
        assert_eq!(verify_consistency(1, &root, size, &root, &[root]), Err(VerifyError::TooLarge { size }));
    }
}

#[test]
fn the_sample_of_the_specification_is_what_the_program_computes() {
    let page = include_str!("../../../docs/spec/tree.md");
    let lines: Vec<&str> = page.lines().filter(|line| line.starts_with("{\"path\"")).collect();
    let leaves: Vec<LeafHash> = lines.iter().map(|line| leaf_hash(line.as_bytes())).collect();
    assert_eq!(leaves.len(), 3);
    for (name, hash) in [
        ("leaf 0", leaves[0].0),
        ("leaf 1", leaves[1].0),
        ("leaf 2", leaves[2].0),
        ("node over leaves 0 and 1", root(&leaves[..2])),
        ("root", root(&leaves)),
    ] {
        assert!(page.contains(&format!("| {name} | `{hash}` |")), "{name}");
    }
    assert_eq!(inclusion_proof(leaves.iter().copied(), 1, 3), Ok(vec![leaves[0].0, leaves[2].0]));
}
