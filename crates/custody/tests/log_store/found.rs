//! What lies where the log or an event should be, and is none.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use sealbag_custody::log_store::{AppendError, LogStore};

use crate::scene::{Bag, fifo};

#[test]
fn refuses_a_log_that_is_a_link_or_a_file_or_not_there() {
    let (bag, other) = (Bag::sealed(), Bag::sealed());
    fs::rename(bag.custody(), bag.path().join("moved")).expect("renamed");
    assert!(matches!(LogStore::open(bag.path()), Err(AppendError::Io { action: "open", .. })));
    for target in [bag.path().join("moved"), other.custody(), "nowhere".into()] {
        symlink(target, bag.custody()).expect("linked");
        assert!(matches!(LogStore::open(bag.path()), Err(AppendError::NotADirectory { .. })));
        fs::remove_file(bag.custody()).expect("removed");
    }
    fs::write(bag.custody(), b"a file").expect("written");
    assert!(matches!(LogStore::open(bag.path()), Err(AppendError::NotADirectory { .. })));
    assert_eq!(other.names(), ["000000.txt"]);
}

#[test]
fn refuses_what_is_no_file_in_the_place_of_an_event() {
    let make: [fn(&Path); 4] = [
        fifo,
        |path| fs::create_dir(path).expect("a folder"),
        |path| symlink("000000.txt", path).expect("a link"),
        |path| symlink("nowhere", path).expect("a link"),
    ];
    for make in make {
        let bag = Bag::sealed();
        make(&bag.at("000001.txt"));
        assert!(matches!(bag.publish(1, b"the seal"), Err(AppendError::NotRegular { .. })));
        assert!(matches!(bag.publish(2, b"page"), Err(AppendError::NotRegular { .. })), "before the event");
        assert_eq!(bag.names(), ["000000.txt", "000001.txt"]);
    }
}

#[test]
fn an_enormous_file_in_the_place_of_an_event_is_not_read_into_memory() {
    let bag = Bag::sealed();
    fs::File::create(bag.at("000001.txt")).and_then(|file| file.set_len(1 << 40)).expect("a sparse file");
    assert!(matches!(bag.publish(1, b"page"), Err(AppendError::TooLarge { .. })));
    assert!(matches!(bag.open().read(1), Err(AppendError::TooLarge { .. })));
}
