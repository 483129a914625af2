//! Appending to a custody log: one event a number, whole, and only at the end. Faults of the system are injected in the
//! whole-session tests.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, SystemTime};

use rustix::fs::{CWD, FileType, Mode, mknodat};
use sealbag_custody::log_store::{AppendError, Durability, LogStore, MAX_INDEX, MAX_TOKEN_LEN, Published};
use sealbag_custody::page::MAX_PAGE_LEN;
use tempfile::TempDir;

const SOON: Duration = Duration::from_secs(10);
const NOW: Duration = Duration::ZERO;

/// A bag that has its seal and nothing else in its log.
struct Bag {
    folder: TempDir,
}

impl Bag {
    fn sealed() -> Self {
        let bag = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::create_dir(bag.custody()).expect("a folder");
        bag.put("000000.txt", b"the seal");
        bag
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn custody(&self) -> PathBuf {
        self.path().join("custody")
    }

    fn at(&self, name: &str) -> PathBuf {
        self.custody().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.at(name), bytes).expect("write a file");
    }

    fn open(&self) -> LogStore {
        LogStore::open(self.path()).expect("a log")
    }

    /// Publishes in a session of its own.
    fn publish(&self, index: u32, page: &[u8]) -> Result<Published, AppendError> {
        self.open().lock(SOON)?.publish(index, page)
    }

    /// Every name in the log but the lock, sorted.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.custody()).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
        names.retain(|name| name != ".lock");
        names.sort_unstable();
        names
    }
}

fn fifo(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, Mode::from_raw_mode(0o600), 0).expect("make a pipe");
}

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
