//! What cannot be made to happen from outside: somebody else is at work between two calls.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::time::Duration;

use tempfile::TempDir;

use super::lock::{self, Held};
use super::look::{self, Found};
use super::name::Name;
use super::publish::{Aside, Durability, Failure, Outcome, has_no_links, publish};
use super::{AppendError, LogStore};
use crate::page::MAX_PAGE_LEN;

fn log() -> (TempDir, LogStore) {
    let bag = tempfile::tempdir().expect("a folder");
    fs::create_dir(bag.path().join("custody")).expect("a folder");
    fs::write(bag.path().join("custody/000000.txt"), b"the seal").expect("a file");
    let log = LogStore::open(bag.path()).expect("a log");
    (bag, log)
}

fn name(index: u32) -> Name {
    Name::event(index).expect("a number")
}

fn names(log: &LogStore) -> Vec<String> {
    let entries = fs::read_dir(&log.path).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_name_that_another_took_meanwhile_is_never_replaced() {
    let (_bag, log) = log();
    let name = name(1);
    let aside = Aside::write(&log, &name, b"ours").expect("written");
    fs::write(log.file("000001.txt"), b"anothers").expect("written");
    assert!(matches!(aside.give_name(), Err(Failure::Refused(rustix::io::Errno::EXIST))));
    drop(aside);
    assert_eq!(fs::read(log.file("000001.txt")).expect("readable"), b"anothers");
    assert_eq!(names(&log), ["000000.txt", "000001.txt"]);
}

#[test]
fn the_loser_of_a_race_is_given_the_winner_and_one_with_the_same_bytes_has_not_synced_them() {
    let (_bag, log) = log();
    fs::write(log.file("000001.txt"), b"anothers").expect("written");
    match publish(&log, &name(1), b"ours", MAX_PAGE_LEN).expect("an outcome") {
        Outcome::Anothers(winner) => assert_eq!(winner, b"anothers"),
        Outcome::Ours(durability) => panic!("{durability:?}"),
    }
    let same = publish(&log, &name(1), b"anothers", MAX_PAGE_LEN).expect("an outcome");
    assert!(matches!(same, Outcome::Ours(Durability::Unknown)));
    let new = publish(&log, &name(2), b"ours", MAX_PAGE_LEN).expect("an outcome");
    assert!(matches!(new, Outcome::Ours(Durability::Synced)));
    assert_eq!(names(&log), ["000000.txt", "000001.txt", "000002.txt"]);
}

#[test]
fn a_file_written_aside_is_compared_whole_with_what_was_to_be_written() {
    let (_bag, log) = log();
    let name = name(1);
    let aside = Aside::write(&log, &name, b"a page").expect("written");
    assert!(aside.reads(b"a page").expect("readable"));
    for other in [&b"a pagE"[..], b"a pag", b"a page ", b""] {
        assert!(!aside.reads(other).expect("readable"), "{}", other.escape_ascii());
    }
    let [own] =
        names(&log).into_iter().filter(|name| name.ends_with(".tmp")).collect::<Vec<_>>().try_into().expect("one");
    fs::write(log.file(&own), b"b page").expect("written");
    assert!(!aside.reads(b"a page").expect("readable"));
}

#[test]
fn no_handle_of_the_log_is_left_to_a_program_that_is_started() {
    let (_bag, log) = log();
    let is_closed = |handle: &dyn std::os::fd::AsFd| {
        rustix::io::fcntl_getfd(handle).expect("flags").contains(rustix::io::FdFlags::CLOEXEC)
    };
    let name = name(1);
    let aside = Aside::write(&log, &name, b"a page").expect("written");
    assert!(is_closed(&log.dir) && is_closed(&aside.file));
    let Found::File { file, .. } = look::at(&log, &self::name(0), MAX_PAGE_LEN).expect("readable") else {
        panic!("the seal is there")
    };
    assert!(is_closed(&file));
    let writer = log.lock(Duration::ZERO).expect("the lock");
    let Held::Lock(lock) = &writer.held else { panic!("this file system has locks") };
    assert!(is_closed(lock));
}

#[test]
fn a_lock_counts_only_while_its_file_has_its_name() {
    let (_bag, log) = log();
    let path = log.file(".lock");
    let file = File::create(&path).expect("a file").into();
    assert!(lock::is_current(&log, &file).expect("looked"));
    fs::remove_file(&path).expect("removed");
    assert!(!lock::is_current(&log, &file).expect("looked"));
    File::create(&path).expect("another file");
    assert!(!lock::is_current(&log, &file).expect("looked"));
}

#[test]
fn whoever_frees_the_lock_removes_its_file_and_nobody_elses() {
    let (_bag, log) = log();
    let writer = log.lock(Duration::ZERO).expect("the lock");
    assert_eq!(names(&log), [".lock", "000000.txt"]);
    drop(writer);
    assert_eq!(names(&log), ["000000.txt"]);
    let writer = log.lock(Duration::ZERO).expect("the lock");
    fs::remove_file(log.file(".lock")).expect("removed");
    fs::write(log.file(".lock"), b"").expect("anothers");
    drop(writer);
    assert_eq!(names(&log), [".lock", "000000.txt"]);
}

#[test]
fn a_system_without_locks_is_told_from_one_that_refuses() {
    use rustix::io::Errno;
    for errno in [Errno::NOSYS, Errno::OPNOTSUPP, Errno::NOTSUP, Errno::NOLCK, Errno::BADF, Errno::INVAL] {
        assert!(lock::has_no_locks(errno), "{errno}");
    }
    for errno in [Errno::WOULDBLOCK, Errno::INTR, Errno::IO, Errno::ACCESS, Errno::PERM] {
        assert!(!lock::has_no_locks(errno), "{errno}");
    }
}

#[test]
fn an_error_names_the_file_and_the_numbers() {
    let (_bag, log) = log();
    symlink("000000.txt", log.file("000001.txt")).expect("a link");
    let writer = log.lock(Duration::ZERO).expect("the lock");
    match writer.publish(1, b"a page") {
        Err(AppendError::NotRegular { path }) => assert_eq!(path, log.path.join("000001.txt")),
        other => panic!("{other:?}"),
    }
    fs::remove_file(log.file("000001.txt")).expect("removed");
    assert!(matches!(
        writer.publish_token(7, 1, b"a token"),
        Err(AppendError::Gap { missing: 7, before: 8, path }) if path == log.path
    ));
    fs::write(log.file("000003.txt"), b"later").expect("a file");
    assert!(matches!(log.next_index(), Err(AppendError::Gap { missing: 1, before: 4, .. })));
}

#[test]
fn a_system_without_links_is_told_from_one_that_refuses() {
    use rustix::io::Errno;
    for errno in [Errno::PERM, Errno::OPNOTSUPP, Errno::NOTSUP, Errno::NOSYS, Errno::MLINK, Errno::INVAL, Errno::XDEV] {
        assert!(has_no_links(errno), "{errno}");
    }
    for errno in [Errno::EXIST, Errno::NOENT, Errno::IO, Errno::NOSPC, Errno::ROFS] {
        assert!(!has_no_links(errno), "{errno}");
    }
}

#[test]
fn a_file_is_known_again_and_told_from_another_with_the_same_bytes() {
    let (_bag, log) = log();
    let (name, other) = (name(1), name(2));
    let aside = Aside::write(&log, &name, b"a page").expect("written");
    let twin = Aside::write(&log, &other, b"a page").expect("written");
    assert!(aside.is(&aside.file) && !aside.is(&twin.file));
}

#[test]
fn a_writer_knows_whether_a_lock_keeps_others_away() {
    let (_bag, log) = log();
    assert!(log.lock(Duration::ZERO).expect("the lock").is_locked());
    assert!(!super::Writer { log: &log, held: Held::Nothing }.is_locked());
}
