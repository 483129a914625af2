//! What is published under which number, and what is told.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use sealbag_custody::log_store::{AppendError, Durability, LogStore, MAX_INDEX, MAX_TOKEN_LEN, Published};
use sealbag_custody::page::MAX_PAGE_LEN;

use crate::scene::{Bag, NOW};

#[test]
fn an_event_gets_the_next_number_and_leaves_nothing_beside_it() {
    let bag = Bag::sealed();
    for index in 1..=12 {
        let page = format!("event {index}");
        assert_eq!(bag.open().next_index().expect("a whole log"), index);
        let published = bag.publish(index, page.as_bytes()).expect("published");
        assert_eq!(published, Published { index, durability: Durability::Synced });
        assert_eq!(bag.open().read(index).expect("readable"), Some(page.into_bytes()));
    }
    assert_eq!(bag.names().len(), 13, "{:?}", bag.names());
    assert_eq!(bag.open().read(13).expect("readable"), None);
}

#[test]
fn the_largest_page_is_published_whole_and_a_larger_one_or_none_is_refused() {
    let bag = Bag::sealed();
    let page = vec![b'x'; MAX_PAGE_LEN + 1];
    assert!(matches!(bag.publish(1, &page), Err(AppendError::TooLarge { limit: MAX_PAGE_LEN, .. })));
    assert!(matches!(bag.publish(1, b""), Err(AppendError::Empty { .. })));
    assert_eq!(bag.names(), ["000000.txt"]);
    bag.publish(1, &page[1..]).expect("published");
    assert_eq!(fs::read(bag.at("000001.txt")).expect("readable"), page[1..]);
}

#[test]
fn the_second_under_a_number_is_told_who_was_first() {
    let bag = Bag::sealed();
    bag.publish(1, b"first").expect("published");
    match bag.publish(1, b"second") {
        Err(AppendError::Taken { index: 1, winner }) => assert_eq!(winner, b"first"),
        other => panic!("{other:?}"),
    }
    assert_eq!(bag.names(), ["000000.txt", "000001.txt"]);
    assert_eq!(fs::read(bag.at("000001.txt")).expect("readable"), b"first");
}

#[test]
fn a_retry_with_the_same_bytes_finds_its_event_and_does_not_believe_that_it_is_durable() {
    let bag = Bag::sealed();
    bag.publish(1, b"first").expect("published");
    let again = bag.publish(1, b"first").expect("found");
    assert_eq!(again, Published { index: 1, durability: Durability::Unknown });
    bag.publish(2, b"second").expect("published");
    // Also when others have gone on.
    assert_eq!(bag.publish(1, b"first").expect("found").index, 1);
}

#[test]
fn refuses_a_number_that_leaves_a_gap() {
    let bag = Bag::sealed();
    assert!(matches!(bag.publish(2, b"page"), Err(AppendError::Gap { missing: 1, before: 2, .. })));
    bag.put("000003.txt", b"later");
    assert!(matches!(bag.publish(1, b"page"), Err(AppendError::Behind { index: 1, last: 3, .. })));
    assert!(matches!(bag.publish(4, b"page"), Err(AppendError::Gap { missing: 1, before: 4, .. })));
    assert!(matches!(bag.open().next_index(), Err(AppendError::Gap { missing: 1, .. })));
    fs::remove_file(bag.at("000000.txt")).expect("removed");
    fs::remove_file(bag.at("000003.txt")).expect("removed");
    assert!(matches!(bag.publish(1, b"page"), Err(AppendError::Gap { missing: 0, before: 1, .. })));
    assert_eq!(bag.names(), [""; 0]);
}

#[test]
fn refuses_numbers_that_no_event_can_have() {
    let bag = Bag::sealed();
    fs::remove_file(bag.at("000000.txt")).expect("removed");
    assert!(matches!(bag.publish(0, b"page"), Err(AppendError::Index { index: 0 })));
    let beyond = MAX_INDEX + 1;
    assert!(matches!(bag.publish(beyond, b"page"), Err(AppendError::Index { index }) if index == beyond));
    assert_eq!(bag.names(), [""; 0]);
}

#[test]
fn names_that_are_no_events_do_not_count() {
    let bag = Bag::sealed();
    for name in ["00001.txt", "0000001.txt", "000001.TXT", "000001.1.tsr", ".DS_Store", "000002.txt.bak"] {
        bag.put(name, b"litter");
    }
    assert_eq!(bag.open().next_index().expect("a whole log"), 1);
    bag.publish(1, b"page").expect("published");
}

#[test]
fn a_token_is_stored_over_an_event_that_is_there_and_never_replaced() {
    let bag = Bag::sealed();
    let log = bag.open();
    let writer = log.lock(NOW).expect("the lock");
    writer.publish_token(0, 1, b"token").expect("published");
    assert_eq!(fs::read(bag.at("000000.1.tsr")).expect("readable"), b"token");
    assert_eq!(writer.publish_token(0, 1, b"token").expect("found").durability, Durability::Unknown);
    match writer.publish_token(0, 1, b"other") {
        Err(AppendError::TokenTaken { index: 0, number: 1, winner }) => assert_eq!(winner, b"token"),
        other => panic!("{other:?}"),
    }
    assert!(matches!(writer.publish_token(1, 1, b"token"), Err(AppendError::Gap { missing: 1, .. })));
    assert!(matches!(writer.publish_token(0, 0, b"token"), Err(AppendError::TokenNumber)));
    let large = vec![0; MAX_TOKEN_LEN + 1];
    assert!(matches!(writer.publish_token(0, 2, &large), Err(AppendError::TooLarge { .. })));
    writer.publish_token(0, 12, &large[1..]).expect("published");
    assert_eq!(bag.names(), ["000000.1.tsr", "000000.12.tsr", "000000.txt"]);
}

#[test]
fn an_error_names_the_file_and_the_reason() {
    let bag = Bag::sealed();
    bag.put("000002.txt", b"later");
    let error = bag.publish(1, b"page").expect_err("refused");
    let expected = format!("{}: event 1 is missing, but event 2 is there", bag.custody().display());
    assert_eq!(error.to_string(), expected);
    fs::set_permissions(bag.custody(), fs::Permissions::from_mode(0o700)).expect("set");
    fs::remove_dir_all(bag.custody()).expect("removed");
    let error = LogStore::open(bag.path()).expect_err("missing");
    assert_eq!(error.to_string(), format!("{}: cannot open", bag.custody().display()));
    let reason = std::error::Error::source(&error).expect("a reason").to_string();
    assert!(reason.contains("No such file or directory"), "{reason}");
}

#[test]
fn the_next_number_is_not_given_while_an_event_before_the_last_is_missing() {
    for (there, gap) in [(&["000002.txt"][..], 1), (&["000001.txt", "000003.txt"], 2)] {
        let bag = Bag::sealed();
        there.iter().for_each(|name| bag.put(name, b"an event"));
        let next = bag.open().next_index();
        assert!(matches!(next, Err(AppendError::Gap { missing, .. }) if missing == gap), "{there:?}: {next:?}");
    }
}
