//! Full disks, and power that is cut.

use std::time::Duration;

use sealbag_custody::log_store::{AppendError, Durability, LogStore};
use sealbag_tests::disk::{PowerCut, Tmpfs};

use crate::scene::{PUBLISHED, Scene};

#[test]
fn a_full_disk_publishes_nothing_and_the_event_fits_once_there_is_room() {
    // No room for bytes, then no room for names.
    for (size, files) in [("128k", None), ("64m", Some(12))] {
        let disk = Tmpfs::mount(size, files);
        let scene = Scene::set_in(disk.path());
        let log = LogStore::open(scene.bag()).expect("a log");
        let writer = log.lock(Duration::ZERO).expect("the lock");
        let page = vec![b'x'; 20_000];
        let mut index = 1;
        let error = loop {
            match writer.publish(index, &page) {
                Ok(published) => assert_eq!(published.durability, Durability::Synced),
                Err(error) => break error,
            }
            index += 1;
        };
        assert!(index > 2, "{error}");
        assert!(matches!(error, AppendError::Io { .. }), "{error:?}");
        assert_eq!(log.next_index().expect("a whole log"), index);
        assert_eq!(scene.names().len(), index as usize + 1, "nothing is left beside the log: {:?}", scene.names());
        for whole in 1..index {
            assert!(log.read(whole).expect("readable") == Some(page.clone()));
        }
        disk.grow();
        writer.publish(index, &page).expect("there is room now");
    }
}

#[test]
fn a_power_cut_after_success_was_said_keeps_the_event() {
    let disk = PowerCut::mount();
    let scene = Scene::set_in(disk.path());
    scene.sync();
    let run = scene.append();
    assert_eq!((run.code, run.text().as_str()), (Some(PUBLISHED), "synced"), "{}", run.stderr);
    let unsynced = disk.path().join("unsynced");
    std::fs::write(&unsynced, b"never synced").expect("written");
    disk.cut_power();
    assert!(std::fs::read(&unsynced).unwrap_or_default().is_empty(), "the cut loses what was not synced");
    assert_eq!(scene.there().as_deref(), Some(scene.page()));
    assert_eq!(scene.append().code, Some(PUBLISHED), "a retry finds it");
}
