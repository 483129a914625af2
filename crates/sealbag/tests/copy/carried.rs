//! A seal that carries a log and a roster.

use std::fs;

use sealbag::seal::{RosterFile, SealError, seal};
use sealbag_custody::key::Signer;
use sealbag_custody::seal_record::{Cosigner, Relation, RosterReference};
use sealbag_manifest::hash::sha256;
use sealbag_manifest::layout::{ROSTER, TAG_MANIFEST};
use sealbag_manifest::observer::Silent;

use super::scene::{Scene, record, text, tree};

pub(super) fn roster(scene: &Scene, bytes: &[u8]) -> RosterFile {
    let authority = scene.key.public_key().clone();
    RosterFile { bytes: bytes.to_vec(), reference: RosterReference { authority, version: 3, sha256: sha256(bytes) } }
}

#[test]
fn a_derived_bag_carries_the_log_of_the_one_before() {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    scene.append(&source);
    let result = scene.path("result");
    fs::create_dir(&result).expect("a directory");
    fs::write(result.join("report.txt"), "found nothing\n").expect("a file");
    let mut request = scene.request(&result, "A1-result.bag");
    request.previous = Some(scene.gather(&source, Relation::Derived));

    let bag = scene.seal_request(&request).bag;

    scene.expect_confirmed(&bag);
    assert_eq!(tree(&bag.join("seal/previous")), tree(&source.join("custody")));
    assert_eq!(record(&bag).previous.as_ref(), Some(request.previous.expect("a log").reference()));
    let listed = fs::read_to_string(bag.join(TAG_MANIFEST)).expect("a manifest");
    assert!(listed.contains("  seal/previous/000000.txt\n") && listed.contains("  seal/previous/000001.txt\n"));
}

#[test]
fn roster_cosigners_and_profile_stand_in_the_seal() {
    let scene = Scene::open();
    let mut request = scene.request(&scene.evidence(), "A1.bag");
    let second = sealbag_custody::key::KeyPair::from_seed(&[9; 32]).expect("a key");
    request.cosigners = vec![Cosigner { name: text("Second"), key: second.public_key().clone(), role: None }];
    request.profile = (text("kz"), Some(sha256(b"the profile")));
    request.roster = Some(roster(&scene, b"a roster\n"));

    let bag = scene.seal_request(&request).bag;

    let record = record(&bag);
    assert_eq!(fs::read(bag.join(ROSTER)).expect("a roster"), b"a roster\n");
    assert_eq!(record.roster, request.roster.map(|roster| roster.reference));
    assert_eq!((record.profile, record.profile_sha256), request.profile);
    assert_eq!(record.cosigner, request.cosigners);
    let listed = fs::read_to_string(bag.join(TAG_MANIFEST)).expect("a manifest");
    assert!(listed.contains(&format!("{}  {ROSTER}\n", sha256(b"a roster\n"))));
}

#[test]
fn a_roster_that_is_not_the_named_one_is_refused_before_anything_is_made() {
    let scene = Scene::open();
    let mut request = scene.request(&scene.evidence(), "A1.bag");
    let mut roster = roster(&scene, b"a roster\n");
    roster.bytes.push(b'!');
    request.roster = Some(roster);
    let result = scene.with(&Silent, |surroundings| seal(&request, None, surroundings));
    assert!(matches!(result, Err(SealError::OtherRoster)));
    assert!(!scene.path("A1.bag.partial").exists());
}
