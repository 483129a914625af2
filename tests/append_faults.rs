//! Appending an event while the system fails: killed at any call, any call failing, full disks, power cuts, file systems
//! that lack what is needed. Whatever happens, an event is in the log whole or not at all, no other event is lost, and
//! nothing is reported as published that is not there.

mod append;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fuser::Errno;
use sealbag_custody::log_store::{AppendError, Durability, LogStore};
use sealbag_tests::fuse::{Answer, Behaviour, Listing, mount};

use append::scene::{BUSY, FAILED, PUBLISHED, Scene, TAKEN, UNDETERMINED, command};
use append::trace::{Fault, calls};
use sealbag_tests::disk::{PowerCut, Tmpfs};

/// Calls that touch files. The others only start the program or manage its memory.
const FILE_CALLS: &[&str] = &[
    "access",
    "close",
    "fadvise64",
    "flock",
    "fstat",
    "fsync",
    "getdents64",
    "getrandom",
    "linkat",
    "lseek",
    "newfstatat",
    "openat",
    "pread64",
    "read",
    "renameat2",
    "statx",
    "unlinkat",
    "utimensat",
    "write",
];

#[test]
fn killed_at_any_call_the_event_is_there_whole_or_not_at_all() {
    // In memory, because there are hundreds of runs.
    let disk = Tmpfs::mount("64m", None);
    let scene = Scene::set_in(disk.path());
    let (mut kills, mut published) = (0, 0);
    for (call, count) in calls(&scene) {
        if call == "execve" {
            continue;
        }
        for number in 1..=count {
            let fault = Fault::kill(&call, number);
            let run = scene.append_with(&[&fault]);
            if run.code.is_none() {
                kills += 1;
                published += usize::from(scene.there().is_some());
            }
            scene.check(&fault.to_string(), &run);
            scene.recover(&fault.to_string());
        }
    }
    // Before and after the call that publishes.
    assert!(kills > 30 && published > 2, "{kills} killed, {published} of them after publishing");
}

#[test]
fn killed_where_there_are_no_hard_links_the_event_is_there_whole_or_not_at_all() {
    let scene = Scene::set();
    let no_links = Fault::error("linkat", "EPERM", 0);
    let mut states = BTreeSet::new();
    for (call, count) in [("write", 1), ("linkat", 1), ("renameat2", 1), ("fsync", 2), ("unlinkat", 1)] {
        for number in 1..=count {
            let fault = Fault::kill(call, number);
            // One call takes one fault.
            let run =
                if call == "linkat" { scene.append_with(&[&fault]) } else { scene.append_with(&[&no_links, &fault]) };
            assert_eq!(run.code, None, "{fault}: {}", run.stderr);
            states.insert((call, scene.there().is_some()));
            scene.check(&fault.to_string(), &run);
            scene.recover(&fault.to_string());
        }
    }
    let whole: Vec<_> = states.into_iter().filter(|(_, there)| *there).map(|(call, _)| call).collect();
    assert_eq!(whole, ["fsync", "unlinkat"], "what comes after the name is given");
}

#[test]
fn any_call_that_fails_leaves_the_event_whole_or_not_there_and_the_answer_true() {
    // In memory, because there are hundreds of runs.
    let disk = Tmpfs::mount("64m", None);
    let scene = Scene::set_in(disk.path());
    let (mut failed, mut published) = (0, 0);
    for (call, count) in calls(&scene) {
        if !FILE_CALLS.contains(&call.as_str()) {
            continue;
        }
        for number in 1..=count {
            for errno in ["EIO", "ENOSPC"] {
                let fault = Fault::error(&call, errno, number);
                let run = scene.append_with(&[&fault]);
                scene.check(&fault.to_string(), &run);
                scene.recover(&fault.to_string());
                failed += usize::from(run.code != Some(PUBLISHED));
                published += usize::from(run.code == Some(PUBLISHED));
            }
        }
    }
    assert!(failed > 20 && published > 2, "{failed} failed, {published} published nevertheless");
}

#[test]
fn every_call_of_a_kind_failing_at_once_is_survived_too() {
    let scene = Scene::set();
    for (call, expected) in [
        ("fsync", FAILED),
        ("linkat", FAILED),
        ("unlinkat", PUBLISHED),
        ("fadvise64", PUBLISHED),
        ("flock", FAILED),
        ("write", FAILED),
        ("getdents64", FAILED),
    ] {
        let fault = Fault::error(call, "EIO", 0);
        let run = scene.append_with(&[&fault]);
        assert_eq!(run.code, Some(expected), "{fault}: {}", run.stderr);
        scene.check(&fault.to_string(), &run);
        scene.recover(&fault.to_string());
    }
}

#[test]
fn a_failed_sync_of_the_file_publishes_nothing_and_of_the_directory_is_never_believed_again() {
    let scene = Scene::set();
    let run = scene.append_with(&[&Fault::error("fsync", "EIO", 1)]);
    assert_eq!((run.code, scene.there()), (Some(FAILED), None), "{}", run.stderr);
    let run = scene.append_with(&[&Fault::error("fsync", "EIO", 2)]);
    assert_eq!((run.code, run.text().as_str()), (Some(PUBLISHED), "unknown"), "{}", run.stderr);
    assert_eq!(scene.there().as_deref(), Some(scene.page()));
    let retry = scene.append();
    assert_eq!((retry.code, retry.text().as_str()), (Some(PUBLISHED), "unknown"), "{}", retry.stderr);
}

#[test]
fn a_write_that_is_reported_but_not_done_is_found_by_reading_back() {
    let scene = Scene::set();
    let fault = Fault::pretended_write(scene.page().len());
    let run = scene.append_with(&[&fault]);
    assert_eq!(run.code, Some(FAILED), "{}", run.stderr);
    assert!(run.stderr.contains("differs from what was written"), "{}", run.stderr);
    assert_eq!(scene.there(), None);
}

#[test]
fn without_hard_links_it_is_a_rename_that_replaces_nothing_else_it_is_refused() {
    for errno in ["EPERM", "EOPNOTSUPP", "ENOSYS", "EMLINK"] {
        let scene = Scene::set();
        let no_links = Fault::error("linkat", errno, 0);
        for errno in ["EINVAL", "ENOSYS"] {
            let run = scene.append_with(&[&no_links, &Fault::error("renameat2", errno, 0)]);
            assert_eq!(run.code, Some(FAILED), "{}", run.stderr);
            assert!(run.stderr.contains("without perhaps replacing another"), "{}", run.stderr);
            assert_eq!(scene.names(), ["000000.txt"]);
        }
        let run = scene.append_with(&[&no_links]);
        assert_eq!((run.code, run.text().as_str()), (Some(PUBLISHED), "synced"), "{errno}: {}", run.stderr);
        assert_eq!(scene.names(), ["000000.txt", "000001.txt"]);
    }
}

#[test]
fn where_there_are_no_locks_the_name_decides() {
    for errno in ["ENOSYS", "EOPNOTSUPP", "ENOLCK"] {
        let scene = Scene::set();
        let run = scene.append_with(&[&Fault::error("flock", errno, 0)]);
        assert_eq!((run.code, run.text().as_str()), (Some(PUBLISHED), "synced"), "{errno}: {}", run.stderr);
    }
}

#[test]
fn a_look_that_fails_after_publishing_is_reported_as_not_known() {
    let scene = Scene::set();
    let openings = calls(&scene).into_iter().find(|(call, _)| call == "openat").expect("files are opened").1;
    let run = scene.append_with(&[&Fault::error("openat", "EIO", openings)]);
    assert_eq!(run.code, Some(UNDETERMINED), "{}", run.stderr);
    let retry = scene.append();
    assert_eq!(retry.code, Some(PUBLISHED), "{}", retry.stderr);
}

/// Sixteen processes, each with its own page, for one number: one wins, the others are given its page.
fn race(bag: &Path, start: impl Fn(&Path, &Path) -> Command) {
    let pages = tempfile::tempdir().expect("a folder");
    let page = |number: usize| format!("page {number}\n").repeat(1000 + number).into_bytes();
    let children: Vec<Child> = (0..16)
        .map(|number| {
            let file = pages.path().join(number.to_string());
            std::fs::write(&file, page(number)).expect("write a page");
            let mut command = start(bag, &file);
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a writer starts")
        })
        .collect();
    let outputs: Vec<_> = children.into_iter().map(|child| child.wait_with_output().expect("a writer ends")).collect();
    let there = std::fs::read(bag.join("custody/000001.txt")).expect("an event");
    let mut won = vec![];
    for (number, output) in outputs.iter().enumerate() {
        let told = String::from_utf8_lossy(&output.stderr);
        match output.status.code() {
            Some(PUBLISHED) => won.push(number),
            Some(TAKEN) => assert!(output.stdout == there, "writer {number} was not given the winner's page"),
            other => panic!("writer {number}: {other:?} {told}"),
        }
    }
    assert_eq!(won.len(), 1, "{won:?}");
    assert!(there == page(won[0]), "the event is the winner's");
    let names: BTreeSet<_> = std::fs::read_dir(bag.join("custody"))
        .expect("the log")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .collect();
    assert_eq!(names, ["000000.txt", "000001.txt"].map(String::from).into());
}

#[test]
fn of_sixteen_processes_one_wins_and_fifteen_are_given_its_page() {
    race(Scene::set().bag(), command);
}

#[test]
fn sixteen_that_all_found_the_number_free_still_make_one_event() {
    // No locks, and each waits between looking and publishing.
    let late = |bag: &Path, page: &Path, more: &[&str]| {
        let append = command(bag, page);
        let mut traced = Command::new("strace");
        traced.args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=flock,linkat,renameat2"]);
        traced.args(["-e", "inject=flock:error=ENOSYS"]).args(more);
        traced.arg(append.get_program()).args(append.get_args());
        traced
    };
    race(Scene::set().bag(), |bag, page| late(bag, page, &["-e", "inject=linkat:delay_enter=500000"]));
    let renamed = ["-e", "inject=linkat:error=EPERM", "-e", "inject=renameat2:delay_enter=500000"];
    race(Scene::set().bag(), |bag, page| late(bag, page, &renamed));
}

#[test]
fn four_writers_of_five_hundred_events_lose_none() {
    let disk = Tmpfs::mount("64m", None);
    let scene = Scene::set_in(disk.path());
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let bag = scene.bag();
            scope.spawn(move || {
                for number in 0..500 {
                    let log = LogStore::open(bag).expect("a log");
                    let lock = log.lock(Duration::from_secs(60)).expect("the lock");
                    let index = log.next_index().expect("a whole log");
                    lock.publish(index, format!("{writer}.{number}").as_bytes()).expect("published");
                }
            });
        }
    });
    let log = LogStore::open(scene.bag()).expect("a log");
    assert_eq!(log.next_index().expect("a whole log"), 2001);
    let pages: BTreeSet<_> = (1..=2000).map(|index| log.read(index).expect("readable")).collect();
    assert_eq!(pages.len(), 2000);
}

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

#[test]
fn a_killed_writer_leaves_no_lock_behind() {
    let scene = Scene::set();
    let waits = scene.start_waiting_in("linkat");
    let busy = scene.append_waiting(Duration::ZERO);
    assert_eq!(busy.code, Some(BUSY), "{}", busy.stderr);
    waits.kill();
    assert_eq!(scene.there(), None);
    let run = scene.append_waiting(Duration::ZERO);
    assert_eq!((run.code, run.text().as_str()), (Some(PUBLISHED), "synced"), "{}", run.stderr);
}
