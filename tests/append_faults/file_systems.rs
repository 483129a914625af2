//! File systems that lack what is needed, or say what is not so.

use std::time::Duration;

use fuser::Errno;
use sealbag_custody::log_store::{Durability, LogStore};
use sealbag_tests::fuse::{Answer, Behaviour, Listing, mount};

use crate::race::race;
use crate::scene::{FAILED, PUBLISHED, Scene, command};

#[test]
fn a_file_system_without_hard_links_serves_sixteen_processes() {
    let place = tempfile::tempdir().expect("a folder");
    let no_links = Behaviour { link: Answer::Fails(Errno::EPERM), ..Behaviour::default() };
    let _session = mount(place.path(), no_links).expect("mounted");
    race(Scene::set_in(place.path()).bag(), command);
}

#[test]
fn a_file_system_without_locks_serves_sixteen_processes() {
    for link in [Answer::Works, Answer::Fails(Errno::EPERM)] {
        let place = tempfile::tempdir().expect("a folder");
        let flock = Answer::Fails(Errno::EOPNOTSUPP);
        let _session = mount(place.path(), Behaviour { link, flock, ..Behaviour::default() }).expect("mounted");
        let scene = Scene::set_in(place.path());
        let log = LogStore::open(scene.bag()).expect("a log");
        assert!(!log.lock(Duration::ZERO).expect("no lock is needed").is_locked());
        race(scene.bag(), command);
    }
}

#[test]
fn a_listing_that_leaves_a_name_out_or_gives_one_twice_stops_nothing() {
    for listing in [Listing::WithoutTheSeal, Listing::SealTwice] {
        let place = tempfile::tempdir().expect("a folder");
        let _session = mount(place.path(), Behaviour { listing, ..Behaviour::default() }).expect("mounted");
        let scene = Scene::set_in(place.path());
        for _ in 0..2 {
            let run = scene.append();
            assert_eq!(run.code, Some(PUBLISHED), "{listing:?}: {}", run.stderr);
        }
    }
}

#[test]
fn a_file_system_that_cannot_publish_exclusively_is_refused_and_nothing_is_published() {
    let place = tempfile::tempdir().expect("a folder");
    let neither = Behaviour {
        link: Answer::Fails(Errno::EPERM),
        rename_noreplace: Answer::Fails(Errno::EINVAL),
        ..Behaviour::default()
    };
    let _session = mount(place.path(), neither).expect("mounted");
    let scene = Scene::set_in(place.path());
    let run = scene.append();
    assert_eq!(run.code, Some(FAILED), "{}", run.stderr);
    assert!(run.stderr.contains("without perhaps replacing another"), "{}", run.stderr);
    assert_eq!(scene.names(), ["000000.txt"]);
}

#[test]
fn an_answer_that_is_lost_after_publishing_is_not_believed() {
    let lost = |errno| Answer::DoneButFails(errno);
    for behaviour in [
        Behaviour { link: lost(Errno::EIO), ..Behaviour::default() },
        // What a repeated request is answered on NFS.
        Behaviour { link: lost(Errno::EEXIST), ..Behaviour::default() },
        Behaviour { link: Answer::Fails(Errno::EPERM), rename_noreplace: lost(Errno::EIO), ..Behaviour::default() },
    ] {
        let place = tempfile::tempdir().expect("a folder");
        let _session = mount(place.path(), behaviour).expect("mounted");
        let scene = Scene::set_in(place.path());
        let run = scene.append();
        assert_eq!((run.code, run.text().as_str()), (Some(PUBLISHED), "synced"), "{behaviour:?}: {}", run.stderr);
        assert_eq!(scene.there().as_deref(), Some(scene.page()));
        assert_eq!(scene.names(), ["000000.txt", "000001.txt"]);
    }
}

#[test]
fn a_directory_that_cannot_be_synced_makes_the_event_published_but_not_known_to_be_durable() {
    let place = tempfile::tempdir().expect("a folder");
    let behaviour = Behaviour { first_sync_directory: Answer::Fails(Errno::EIO), ..Behaviour::default() };
    let _session = mount(place.path(), behaviour).expect("mounted");
    let scene = Scene::set_in(place.path());
    let log = LogStore::open(scene.bag()).expect("a log");
    let writer = log.lock(Duration::ZERO).expect("the lock");
    // The second sync succeeds, but it says nothing of the first name.
    for index in [1, 2] {
        let published = writer.publish(index, scene.page()).expect("published");
        assert_eq!(published.durability, Durability::Unknown, "event {index}");
    }
    assert_eq!(scene.there().as_deref(), Some(scene.page()));
}
