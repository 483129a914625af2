//! Several writers: the lock, races, what a killed one left.

use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::Barrier;
use std::time::{Duration, SystemTime};
use std::{fs, thread};

use sealbag_custody::log_store::AppendError;

use crate::scene::{Bag, NOW, SOON, fifo};

#[test]
fn one_writer_at_a_time_and_the_other_is_told_after_its_wait() {
    let bag = Bag::sealed();
    let log = bag.open();
    let writer = log.lock(SOON).expect("the lock");
    assert!(writer.is_locked());
    assert!(matches!(bag.open().lock(NOW), Err(AppendError::Busy { .. })));
    let wait = Duration::from_millis(120);
    match bag.open().lock(wait) {
        Err(AppendError::Busy { waited, .. }) => assert!(waited >= wait && waited < SOON, "{waited:?}"),
        other => panic!("{other:?}"),
    }
    thread::scope(|scope| {
        let waiting = scope.spawn(|| bag.publish(2, b"second").map(|published| published.index));
        thread::sleep(Duration::from_millis(50));
        assert_eq!(bag.names(), ["000000.txt"]);
        writer.publish(1, b"first").expect("published");
        drop(writer);
        assert_eq!(waiting.join().expect("no panic").expect("published"), 2);
    });
}

#[test]
fn a_lock_file_that_was_removed_or_left_behind_keeps_nobody_away_for_good() {
    let bag = Bag::sealed();
    bag.put(".lock", b"left behind by a killed writer");
    let log = bag.open();
    let writer = log.lock(NOW).expect("the lock");
    fs::remove_file(bag.at(".lock")).expect("removed");
    // Two at work: the number decides.
    let second = bag.open();
    let other = second.lock(NOW).expect("another lock");
    writer.publish(1, b"first").expect("published");
    assert!(matches!(other.publish(1, b"second"), Err(AppendError::Taken { .. })));
}

#[test]
fn refuses_a_lock_that_is_no_file() {
    let make: [fn(&Path); 3] =
        [fifo, |path| fs::create_dir(path).expect("a folder"), |path| symlink("../elsewhere", path).expect("a link")];
    for make in make {
        let bag = Bag::sealed();
        make(&bag.at(".lock"));
        assert!(matches!(bag.open().lock(NOW), Err(AppendError::NotRegular { .. })));
        assert!(!bag.path().join("elsewhere").exists());
    }
}

#[test]
fn of_many_writers_one_wins_and_every_other_is_given_its_page() {
    let bag = Bag::sealed();
    let start = Barrier::new(16);
    let results: Vec<_> = thread::scope(|scope| {
        let write = |number: usize| {
            let (bag, start) = (&bag, &start);
            scope.spawn(move || {
                start.wait();
                bag.publish(1, format!("page {number}").as_bytes())
            })
        };
        let threads: Vec<_> = (0..16).map(write).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    let there = fs::read(bag.at("000001.txt")).expect("an event");
    let won: Vec<usize> = (0..16).filter(|number| results[*number].is_ok()).collect();
    assert_eq!(won.len(), 1, "{results:?}");
    assert_eq!(there, format!("page {}", won[0]).into_bytes());
    for lost in results.into_iter().filter_map(Result::err) {
        assert!(matches!(&lost, AppendError::Taken { index: 1, winner } if *winner == there), "{lost:?}");
    }
    assert_eq!(bag.names(), ["000000.txt", "000001.txt"]);
}

#[test]
fn writers_that_take_the_next_number_lose_no_event() {
    let bag = Bag::sealed();
    thread::scope(|scope| {
        for writer in 0..4 {
            let bag = &bag;
            scope.spawn(move || {
                for number in 0..25 {
                    let log = bag.open();
                    let lock = log.lock(Duration::from_secs(60)).expect("the lock");
                    let index = log.next_index().expect("a whole log");
                    lock.publish(index, format!("{writer}.{number}").as_bytes()).expect("published");
                }
            });
        }
    });
    assert_eq!(bag.open().next_index().expect("a whole log"), 101);
    let mut pages: Vec<_> = (1..=100).map(|index| bag.open().read(index).expect("readable")).collect();
    pages.sort_unstable();
    pages.dedup();
    assert_eq!(pages.len(), 100);
}

#[test]
fn two_bags_do_not_disturb_each_other() {
    let (one, two) = (Bag::sealed(), Bag::sealed());
    let (first, second) = (one.open(), two.open());
    let (first, second) = (first.lock(NOW).expect("the lock"), second.lock(NOW).expect("the lock"));
    first.publish(1, b"one").expect("published");
    second.publish(1, b"two").expect("published");
    assert_eq!(fs::read(one.at("000001.txt")).expect("readable"), b"one");
    assert_eq!(fs::read(two.at("000001.txt")).expect("readable"), b"two");
}

#[test]
fn only_own_litter_from_before_the_lock_is_removed() {
    let bag = Bag::sealed();
    let long_ago = SystemTime::now() - Duration::from_secs(3600);
    let litter = [".000001.0123456789abcdef.tmp", ".000000.1.fedcba9876543210.tmp"];
    let strangers = [".000001.tmp", ".notes.tmp", ".000001.0123456789ABCDEF.tmp", ".DS_Store", "000000.1.tsr"];
    for name in litter.iter().chain(&strangers) {
        bag.put(name, b"half a pa");
        fs::File::options()
            .write(true)
            .open(bag.at(name))
            .and_then(|file| file.set_modified(long_ago))
            .expect("made old");
    }
    fifo(&bag.at(".000002.0123456789abcdef.tmp"));
    let log = bag.open();
    let writer = log.lock(NOW).expect("the lock");
    // Written after the lock was taken, by one who found no locks.
    let ahead = bag.at(".000003.0123456789abcdef.tmp");
    bag.put(".000003.0123456789abcdef.tmp", b"at work");
    let later = SystemTime::now() + Duration::from_secs(3600);
    fs::File::options().write(true).open(&ahead).and_then(|file| file.set_modified(later)).expect("made young");

    assert_eq!(writer.clear_litter().expect("cleared"), 2);
    assert_eq!(writer.clear_litter().expect("cleared"), 0);
    let mut expected = vec![".000002.0123456789abcdef.tmp", ".000003.0123456789abcdef.tmp", "000000.txt"];
    expected.extend(strangers);
    expected.sort_unstable();
    assert_eq!(bag.names(), expected);
}
