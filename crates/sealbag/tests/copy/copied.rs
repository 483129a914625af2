//! What a copy is.

use std::fs;
use std::os::unix::fs::{FileExt, MetadataExt};

use sealbag::copy::{CopyRequest, copy};
use sealbag::extract::{self, Allowed, Unanchored};
use sealbag::finding::Code;
use sealbag::seal::OnUnreadable;
use sealbag::verify::Anchors;
use sealbag_custody::seal_record::{Payload, Relation};
use sealbag_manifest::hash::sha256;
use sealbag_manifest::layout::{CHUNKS, ENTRIES, MANIFEST, SEAL};
use sealbag_manifest::observer::Silent;

use super::scene::{Scene, record, store, text, tree};

#[test]
fn a_copy_verifies_and_has_list_and_data_byte_for_byte() {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    scene.append(&source);
    scene.append(&source);
    fs::write(source.join("custody/000000.1.tsr"), "a token").expect("a token");
    let before = tree(&source);

    let bag = scene.copy(&source, "A1-copy.bag");

    scene.expect_confirmed(&bag);
    assert_eq!(tree(&source), before, "the source bag was changed");
    assert_eq!(tree(&bag.join("data")), tree(&source.join("data")));
    for name in [ENTRIES, MANIFEST] {
        assert_eq!(fs::read(bag.join(name)).expect("a file"), fs::read(source.join(name)).expect("a file"), "{name}");
    }
    assert_eq!(tree(&bag.join("seal/previous")), tree(&source.join("custody")));
    let (was, is) = (record(&source), record(&bag));
    let previous = is.previous.expect("a bag before");
    assert_eq!((previous.relation, previous.bag, previous.root), (Relation::Copy, was.bag, was.tree.root));
    assert_eq!(previous.seal, sha256(&before[std::path::Path::new(SEAL)].clone().expect("a file")));
    assert_eq!(previous.head, sha256(&fs::read(source.join("custody/000002.txt")).expect("the head")));
    assert_ne!(is.bag, was.bag);
    assert_eq!((is.tree, is.totals), (was.tree, was.totals));
    assert_eq!(is.statement.exhibit.root_number, Some(text("A1")));
    assert_eq!(fs::read_dir(bag.join("custody")).expect("a log").count(), 1, "the copy has a log of its own");
}

#[test]
fn a_copy_is_extracted_like_its_source() {
    let scene = Scene::open();
    let bag = scene.copy(&scene.seal("A1.bag"), "A1-copy.bag");
    let to = scene.path("out");
    let request = extract::Request {
        store: &store(&bag),
        anchors: &Anchors::default(),
        unanchored: Unanchored::Accept,
        paths: &[],
        to: &to,
        allowed: Allowed::default(),
        progress: &Silent,
    };
    extract::extract(&request).expect("an extracted bag");
    assert_eq!(tree(&to), tree(&scene.path("evidence")));
}

#[test]
fn a_copy_of_a_copy_carries_the_logs_of_both() {
    let scene = Scene::open();
    let first = scene.seal("A1.bag");
    scene.append(&first);
    let second = scene.copy(&first, "2.bag");
    scene.append(&second);
    let third = scene.copy(&second, "3.bag");
    let fourth = scene.copy(&third, "4.bag");

    for bag in [&second, &third, &fourth] {
        assert_eq!(fs::read(bag.join(ENTRIES)).expect("a list"), fs::read(first.join(ENTRIES)).expect("a list"));
    }
    scene.expect_confirmed(&third);
    scene.expect_confirmed(&fourth);
    let carried = fourth.join("seal/previous");
    for (place, bag) in [("", &third), ("previous", &second), ("previous/previous", &first)] {
        for (name, bytes) in tree(&bag.join("custody")) {
            assert_eq!(fs::read(carried.join(place).join(&name)).ok(), bytes, "{place}/{}", name.display());
        }
    }
    assert!(!carried.join("previous/previous/previous").exists());
}

#[test]
fn a_reseal_is_made_with_the_same_data() {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    let request =
        CopyRequest { previous: scene.gather(&source, Relation::Reseal), ..scene.copy_request(&source, "A1-2.bag") };
    let sealed = scene.with(&Silent, |surroundings| copy(&request, surroundings)).expect("a new seal");
    assert_eq!(sealed.record.previous.expect("a bag before").relation, Relation::Reseal);
    scene.expect_confirmed(&sealed.bag);
}

#[test]
fn the_copy_of_a_detached_bag_is_detached() {
    let scene = Scene::open();
    let evidence = scene.evidence();
    fs::write(evidence.join("large"), vec![3; (17 << 20) + 5]).expect("a file");
    let mut request = scene.request(&evidence, "A1.bag");
    request.payload = Payload::Detached;
    let source = scene.seal_request(&request).bag;

    let bag = scene.copy(&source, "A1-copy.bag");

    assert_eq!(record(&bag).payload, Payload::Detached);
    assert!(tree(&bag.join("data")).is_empty());
    for name in [ENTRIES, CHUNKS, MANIFEST] {
        assert_eq!(fs::read(bag.join(name)).expect("a file"), fs::read(source.join(name)).expect("a file"), "{name}");
    }
    let codes: Vec<Code> = scene.verdict(&bag).findings().iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&Code::SourceNotGiven), "{codes:?}");
    assert!(!codes.contains(&Code::ChunksMismatch) && !codes.contains(&Code::ChunksMalformed), "{codes:?}");
}

#[test]
fn large_and_sparse_files_keep_their_chunk_values_and_holes() {
    let scene = Scene::open();
    let evidence = scene.evidence();
    fs::write(evidence.join("large"), (0..(18 << 20) + 7).map(|i: u32| (i % 251) as u8).collect::<Vec<_>>())
        .expect("a file");
    let sparse = fs::File::create(evidence.join("sparse")).expect("a file");
    sparse.set_len(256 << 20).expect("a length");
    sparse.write_all_at(b"an island", 100 << 20).expect("data");
    let source = scene.seal_request(&scene.request(&evidence, "A1.bag")).bag;

    let bag = scene.copy(&source, "A1-copy.bag");

    scene.expect_confirmed(&bag);
    assert_eq!(fs::read(bag.join(CHUNKS)).expect("values"), fs::read(source.join(CHUNKS)).expect("values"));
    let copied = fs::metadata(bag.join("data/sparse")).expect("a file");
    assert_eq!(copied.size(), 256 << 20);
    assert!(copied.blocks() * 512 < 8 << 20, "{} blocks", copied.blocks());
}

#[test]
fn what_could_not_be_read_of_the_evidence_is_said_by_the_copy_too() {
    let scene = Scene::open();
    let evidence = scene.path("evidence");
    fs::create_dir(&evidence).expect("a directory");
    // A file that states no size and gives bytes is sealed as changed.
    let mut request = scene.request("/proc/sys/kernel/ostype".as_ref(), "A1.bag");
    request.unreadable = OnUnreadable::Accept;
    let source = scene.seal_request(&request).bag;
    assert!(record(&source).unreadable_accepted);

    let copy = record(&scene.copy(&source, "A1-copy.bag"));

    assert!(copy.unreadable_accepted);
    assert_eq!(copy.read_error, record(&source).read_error);
    assert!(!copy.read_error.is_empty());
}

#[test]
fn litter_in_the_source_is_neither_refused_nor_copied() {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    for place in ["data/.DS_Store", "custody/.lock", "custody/.000001.0123456789abcdef.tmp", "seal/Thumbs.db"] {
        fs::write(source.join(place), "litter").expect("litter");
    }
    let bag = scene.copy(&source, "A1-copy.bag");
    scene.expect_confirmed(&bag);
    let names: Vec<_> = tree(&bag).into_keys().map(|path| path.display().to_string()).collect();
    assert!(!names.iter().any(|name| name.contains(".DS_Store") || name.contains(".lock") || name.contains(".tmp")));
    assert!(!names.iter().any(|name| name.contains("Thumbs.db")));
}

#[test]
fn a_file_name_in_the_texts_of_the_copy_is_said() {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    let mut request = scene.copy_request(&source, "A1-copy.bag");
    request.statement.exhibit.description = Some(text("with notes.txt in it"));
    let sealed = scene.with(&Silent, |surroundings| copy(&request, surroundings)).expect("a copy");
    assert_eq!(sealed.names_in_texts, ["notes.txt"]);
}
