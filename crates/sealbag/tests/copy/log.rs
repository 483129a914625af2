//! Reading the log of the bag before.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::Arc;

use sealbag::bag::MemoryStore;
use sealbag::previous::{MAX_BYTES, MAX_FILES, PreviousError, gather};
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::seal_record::Relation;
use sealbag_manifest::layout::{SEAL, TAG_MANIFEST};

use super::scene::{Scene, store, tree};

/// Changes a bag with events 0 to 2 and returns why its log is refused.
fn refusal(change: impl FnOnce(&Path)) -> PreviousError {
    let scene = Scene::open();
    let bag = scene.seal("A1.bag");
    scene.append(&bag);
    scene.append(&bag);
    change(&bag);
    gather(&store(&bag), Relation::Copy).expect_err("a log that is not whole")
}

/// The same bag in memory.
fn in_memory() -> MemoryStore {
    let scene = Scene::open();
    let files = tree(&scene.seal("A1.bag")).into_iter();
    let files = files.filter_map(|(path, bytes)| Some((path.to_str()?.to_owned(), Arc::from(bytes?))));
    MemoryStore { files: files.collect() }
}

#[test]
fn refuses_a_log_with_a_gap() {
    let error = refusal(|bag| fs::remove_file(bag.join("custody/000001.txt")).expect("removed"));
    assert!(matches!(error, PreviousError::Gap { missing: 1 }), "{error}");
    let error = refusal(|bag| {
        fs::rename(bag.join("custody/000002.txt"), bag.join("custody/999999.txt")).expect("renamed");
    });
    assert!(matches!(error, PreviousError::Gap { missing: 2 }), "{error}");
}

#[test]
fn refuses_what_does_not_belong_to_a_log() {
    for name in ["custody/note.txt", "custody/0000001.txt", "custody/000000.0.tsr", "custody/below/000003.txt"] {
        let error = refusal(|bag| {
            let path = bag.join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
            fs::write(path, "x").expect("a file");
        });
        let PreviousError::Foreign { findings } = error else { panic!("{name}: {error}") };
        assert_eq!(findings.iter().map(|finding| finding.place.as_str()).collect::<Vec<_>>(), [name]);
    }
}

#[test]
fn only_tokens_over_carried_events_are_carried() {
    let scene = Scene::open();
    let bag = scene.seal("A1.bag");
    scene.append(&bag);
    for name in ["000001.1.tsr", "000001.12.tsr", "000002.1.tsr"] {
        fs::write(bag.join("custody").join(name), "a token").expect("a token");
    }
    let log = scene.gather(&bag, Relation::Copy);
    let names: Vec<&str> = log.files().iter().filter_map(|file| file.path.strip_prefix("seal/previous/")).collect();
    assert_eq!(names, ["000000.txt", "000001.1.tsr", "000001.12.tsr", "000001.txt"]);
}

#[test]
fn refuses_an_event_that_is_a_link_or_too_large() {
    let error = refusal(|bag| symlink("000000.txt", bag.join("custody/000003.txt")).expect("a link"));
    assert!(matches!(error, PreviousError::Foreign { .. }), "{error}");
    let error = refusal(|bag| fs::write(bag.join("custody/000003.txt"), vec![b'x'; MAX_PAGE_LEN + 1]).expect("a file"));
    assert!(matches!(error, PreviousError::EventTooLarge { .. }), "{error}");
}

#[test]
fn refuses_a_seal_that_does_not_hold() {
    let error = refusal(|bag| {
        let text = fs::read_to_string(bag.join(SEAL)).expect("event 0");
        fs::write(bag.join(SEAL), text.replace("exhibit", "exhibir")).expect("event 0");
    });
    assert!(matches!(&error, PreviousError::Seal { findings } if !findings.is_empty()), "{error}");
}

#[test]
fn refuses_a_tag_manifest_that_was_not_sealed() {
    let error = refusal(|bag| fs::write(bag.join(TAG_MANIFEST), "").expect("a file"));
    assert!(matches!(&error, PreviousError::Changed { path } if path == TAG_MANIFEST), "{error}");
}

#[test]
fn refuses_a_carried_log_that_was_changed_since() {
    let scene = Scene::open();
    let bag = scene.copy(&scene.seal("A1.bag"), "A1-copy.bag");
    let carried = bag.join("seal/previous/000000.txt");
    fs::write(&carried, "other").expect("a file");
    let error = gather(&store(&bag), Relation::Copy).expect_err("another file");
    assert!(matches!(&error, PreviousError::Changed { path } if path == "seal/previous/000000.txt"), "{error}");
    fs::remove_file(&carried).expect("removed");
    let error = gather(&store(&bag), Relation::Copy).expect_err("a missing file");
    assert!(matches!(error, PreviousError::Unreadable { .. }), "{error}");
}

#[test]
fn unlisted_files_beside_a_carried_log_are_left_behind() {
    let scene = Scene::open();
    let bag = scene.copy(&scene.seal("A1.bag"), "A1-copy.bag");
    fs::write(bag.join("seal/previous/._000000.txt"), "litter").expect("a file");
    let log = scene.gather(&bag, Relation::Copy);
    let paths: Vec<&str> = log.files().iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["seal/previous/000000.txt", "seal/previous/previous/000000.txt"]);
}

#[test]
fn the_largest_log_is_carried_and_one_byte_or_file_more_is_refused() {
    let mut bag = in_memory();
    let event = bag.files[SEAL].len() as u64;
    let token = |size: u64| Arc::from(vec![0; size as usize]);
    bag.files.insert("custody/000000.1.tsr".to_owned(), token(MAX_BYTES - event));
    assert_eq!(gather(&bag, Relation::Copy).expect("a log").files().len(), 2);
    bag.files.insert("custody/000000.1.tsr".to_owned(), token(MAX_BYTES - event + 1));
    assert!(matches!(gather(&bag, Relation::Copy), Err(PreviousError::TooLarge)));

    let mut bag = in_memory();
    for number in 1..MAX_FILES {
        bag.files.insert(format!("custody/000000.{number}.tsr"), token(1));
    }
    assert_eq!(gather(&bag, Relation::Copy).expect("a log").files().len(), MAX_FILES);
    bag.files.insert(format!("custody/000000.{MAX_FILES}.tsr"), token(1));
    assert!(matches!(gather(&bag, Relation::Copy), Err(PreviousError::TooManyFiles)));
}
