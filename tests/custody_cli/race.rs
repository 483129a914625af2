//! Writers who race.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use sealbag_tests::program::{Verification, run_within};

use crate::scene::{Scene, log_of};

fn race(scene: &Scene, bag: &Path) {
    let bag_text = bag.to_str().expect("a plain path");
    let release = |number: usize| -> Child {
        let purpose = format!("attempt {number}");
        let arguments = ["release", bag_text, "--to", "lab.key.pub", "--key", "officer.key", "--purpose", &purpose];
        let mut command = scene.office.command(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a process")
    };
    let children: Vec<Child> = (0..16).map(release).collect();
    let ended: Vec<_> = children.into_iter().map(|child| child.wait_with_output().expect("an end")).collect();
    let said = |output: &std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let won = ended.iter().filter(|output| output.status.code() == Some(0)).count();
    assert_eq!(won, 1, "{:?}", ended.iter().map(said).collect::<Vec<_>>());
    for loser in ended.iter().filter(|output| output.status.code() != Some(0)) {
        assert_eq!(loser.status.code(), Some(64), "{}", said(loser));
        assert!(said(loser).contains("event 1, release, by Test Officer at "), "{}", said(loser));
    }
    assert_eq!(log_of(bag), BTreeSet::from(["000000.txt".to_owned(), "000001.txt".to_owned()]));
    let mut verify = scene.office.verify_command(bag, &[]);
    let verification = Verification::of(run_within(&mut verify, Duration::from_secs(60)));
    assert_eq!(verification.outcome(), "confirmed_with_remarks", "{:?}", verification.codes());
}

#[test]
fn of_sixteen_releases_at_once_one_wins_and_fifteen_are_told_who() {
    let scene = Scene::set(&[]);
    race(&scene, &scene.bag);
}

#[cfg(feature = "tools")]
#[test]
fn the_same_where_there_are_no_hard_links_and_no_locks() {
    use crate::scene::copy_tree;
    use sealbag_tests::fuse::{Answer, Behaviour, mount};

    for flock in [Answer::Works, Answer::Fails(fuser::Errno::ENOSYS)] {
        let scene = Scene::set(&[]);
        let place = tempfile::tempdir().expect("a folder");
        let behaviour = Behaviour { link: Answer::Fails(fuser::Errno::EPERM), flock, ..Behaviour::default() };
        let session = mount(place.path(), behaviour).expect("a file system");
        let bag = place.path().join("A1.bag");
        copy_tree(&scene.bag, &bag);
        race(&scene, &bag);
        drop(session);
    }
}
