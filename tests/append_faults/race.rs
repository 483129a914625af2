//! Many writers for one number.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use sealbag_custody::log_store::LogStore;
use sealbag_tests::disk::Tmpfs;

use crate::scene::{PUBLISHED, Scene, TAKEN, command};

/// Sixteen processes, each with its own page, for one number: one wins, the others are given its page.
pub(crate) fn race(bag: &Path, start: impl Fn(&Path, &Path) -> Command) {
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
