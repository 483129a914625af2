//! What is not copied, and that nothing is published then.

use std::fs;
use std::os::unix::fs::symlink;

use sealbag::copy::{CopyError, CopyRequest, copy};
use sealbag::finding::Code;
use sealbag::seal::SealError;
use sealbag_custody::seal_record::{Payload, Relation};
use sealbag_manifest::layout::{CHUNKS, ENTRIES, MANIFEST};
use sealbag_manifest::observer::Silent;

use super::scene::{Scene, tree};

/// Changes a source bag, tries to copy it with the log that was read before, and returns the codes.
fn codes_after(change: impl FnOnce(&std::path::Path)) -> Vec<Code> {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    let request = scene.copy_request(&source, "A1-copy.bag");
    change(&source);
    let before = tree(&source);
    let result = scene.with(&Silent, |surroundings| copy(&request, surroundings));
    scene.expect_nothing_published("A1-copy.bag");
    assert_eq!(tree(&source), before, "the source bag was changed");
    match result {
        Err(CopyError::NotSound { findings }) => findings.iter().map(|finding| finding.code).collect(),
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it was copied"),
    }
}

#[test]
fn a_flipped_byte_is_not_copied() {
    let codes = codes_after(|bag| {
        let path = bag.join("data/mail/inbox");
        let mut bytes = fs::read(&path).expect("a file");
        bytes[60_000] ^= 1;
        fs::write(path, bytes).expect("a file");
    });
    assert_eq!(codes, [Code::FileChanged]);
}

#[test]
fn a_file_of_another_length_is_not_copied() {
    let codes = codes_after(|bag| fs::write(bag.join("data/notes.txt"), "meet at nine\n\n").expect("a file"));
    assert_eq!(codes, [Code::FileChanged]);
}

#[test]
fn a_missing_file_and_one_that_became_a_link_are_not_copied() {
    assert_eq!(codes_after(|bag| fs::remove_file(bag.join("data/notes.txt")).expect("removed")), [Code::FileMissing]);
    let codes = codes_after(|bag| {
        fs::rename(bag.join("data/notes.txt"), bag.join("../notes")).expect("moved");
        symlink("../../notes", bag.join("data/notes.txt")).expect("a link");
    });
    assert_eq!(codes, [Code::FileNotRegular]);
}

#[test]
fn an_added_file_refuses_the_copy() {
    assert_eq!(codes_after(|bag| fs::write(bag.join("data/planted"), "x").expect("a file")), [Code::FileAdded]);
    assert_eq!(
        codes_after(|bag| symlink("/etc/passwd", bag.join("data/planted")).expect("a link")),
        [Code::FileNotRegular]
    );
}

#[test]
fn an_added_file_in_a_detached_bag_refuses_the_copy() {
    let scene = Scene::open();
    let mut request = scene.request(&scene.evidence(), "A1.bag");
    request.payload = Payload::Detached;
    let source = scene.seal_request(&request).bag;
    fs::write(source.join("data/planted"), "x").expect("a file");
    assert!(matches!(scene.try_copy(&source, "A1-copy.bag"), Err(CopyError::NotSound { .. })));
    scene.expect_nothing_published("A1-copy.bag");
}

#[test]
fn another_list_manifest_or_chunk_file_refuses_the_copy() {
    let without_last_line = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("text");
        let end = text.trim_end().rfind('\n').expect("two lines") + 1;
        fs::write(path, &text[..end]).expect("a file");
    };
    assert_eq!(codes_after(|bag| without_last_line(bag.join(ENTRIES))), [Code::TreeSize]);
    assert_eq!(codes_after(|bag| without_last_line(bag.join(MANIFEST))), [Code::Manifest]);
    assert_eq!(codes_after(|bag| fs::write(bag.join(CHUNKS), [0; 32]).expect("a file")), [Code::ChunksMalformed]);
}

#[test]
fn the_log_of_another_bag_refuses_the_copy() {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    let other = scene.seal_request(&scene.request(&scene.path("evidence"), "A2.bag")).bag;
    let request =
        CopyRequest { previous: scene.gather(&other, Relation::Copy), ..scene.copy_request(&source, "A1-copy.bag") };
    let result = scene.with(&Silent, |surroundings| copy(&request, surroundings));
    assert!(matches!(result, Err(CopyError::OtherBag { .. })));
    scene.expect_nothing_published("A1-copy.bag");
}

#[test]
fn a_relation_with_another_list_is_not_made_by_copying() {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    for relation in [Relation::Derived, Relation::Disclosure, Relation::Redaction] {
        let request =
            CopyRequest { previous: scene.gather(&source, relation), ..scene.copy_request(&source, "A1-copy.bag") };
        let result = scene.with(&Silent, |surroundings| copy(&request, surroundings));
        assert!(matches!(result, Err(CopyError::Relation(found)) if found == relation));
    }
}

#[test]
fn a_copy_inside_its_source_or_around_it_is_refused() {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    symlink(source.join("data"), scene.path("way")).expect("a link");
    let before = tree(&source);
    for place in ["A1.bag/copy.bag", "A1.bag/data/mail/copy.bag", "way/copy.bag"] {
        let result = scene.try_copy(&source, place);
        assert!(matches!(result, Err(CopyError::Seal(SealError::OutputInsideSource { .. }))), "{place}");
    }
    fs::create_dir(scene.path("shelf")).expect("a directory");
    let shelved = scene.path("shelf/A1.bag");
    fs::rename(&source, &shelved).expect("moved");
    for place in ["shelf", "shelf/A1.bag"] {
        let result = scene.try_copy(&shelved, place);
        assert!(matches!(result, Err(CopyError::Seal(SealError::OutputExists { .. }))), "{place}");
    }
    assert_eq!(tree(&shelved), before);
}
