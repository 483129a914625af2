//! Killed at any call, any call failing.

use std::collections::BTreeSet;
use std::time::Duration;

use sealbag_tests::disk::Tmpfs;

use crate::scene::{BUSY, FAILED, PUBLISHED, Scene, UNDETERMINED};
use crate::trace::{Fault, calls};

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
