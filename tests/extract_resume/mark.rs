//! The mark of an unfinished extraction: whose it is, and who has it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use rustix::fs::FlockOperation;
use sealbag_tests::program::{Office, Run};

use crate::scene::{Scene, expect_same, read};

#[test]
fn a_mark_that_is_a_link_or_no_plain_file_is_none() {
    let scene = Scene::set();
    scene.interrupt();
    let mark = scene.mark();
    fs::rename(&mark, scene.office.path("mark")).expect("move the mark");
    let before = read(&scene.out).len();
    for plant in [
        |mark: &Path, office: &Office| symlink(office.path("mark"), mark).expect("link"),
        |mark: &Path, office: &Office| fs::hard_link(office.path("mark"), mark).expect("link"),
        |mark: &Path, _: &Office| fs::write(mark, "not empty").expect("write"),
        |mark: &Path, _: &Office| fs::create_dir(mark).expect("a folder"),
    ] {
        plant(&mark, &scene.office);
        let run = scene.again().expect_code(64);
        assert!(run.stderr.contains("unfinished extraction of another bag"), "{}", run.stderr);
        assert_eq!(read(&scene.out).len(), before + 1);
        if fs::remove_file(&mark).is_err() {
            fs::remove_dir(&mark).expect("remove");
        }
    }
    let run = scene.again().expect_code(64);
    assert!(run.stderr.contains("is not empty"), "{}", run.stderr);
    fs::rename(scene.office.path("mark"), &mark).expect("put the mark back");
    scene.finish();
}

#[test]
fn the_mark_of_another_bag_or_of_another_request_is_refused() {
    let scene = Scene::set();
    scene.interrupt();
    let before = read(&scene.out);
    let other = scene.office.seal(&scene.office.path("source/links"), "B.bag", &[]);
    let refuse = |run: Run| {
        let run = run.expect_code(64);
        assert!(run.stderr.contains("hint: give the command that was interrupted once more"), "{}", run.stderr);
        expect_same(&before, &read(&scene.out));
    };
    refuse(scene.office.extract(&other, &scene.out, &[]));
    refuse(scene.run(&mut scene.command(&scene.out, &["a"])));
    refuse(scene.run(&mut scene.command(&scene.out, &["--setuid"])));
    scene.finish();
}

#[test]
fn the_same_paths_in_another_order_go_on() {
    let scene = Scene::set();
    let paths = ["a", "links"];
    scene.run(&mut scene.command(&scene.out, &paths)).expect_code(0);
    let whole = read(&scene.out);
    scene.clear();
    let command = scene.command(&scene.out, &paths);
    let mut traced = Command::new("strace");
    scene.office.clean(&mut traced).args(["-f", "-qq", "-o", "/dev/null", "-e", "inject=linkat:signal=SIGKILL:when=2"]);
    traced.arg(command.get_program()).args(command.get_args());
    assert_eq!(scene.run(&mut traced).code, None);
    scene.run(&mut scene.command(&scene.out, &["links", "a", "links"])).expect_code(0);
    expect_same(&whole, &read(&scene.out));
}

#[test]
fn a_second_run_at_the_same_time_is_refused() {
    let scene = Scene::set();
    scene.interrupt();
    let held = fs::File::open(scene.mark()).expect("open the mark");
    rustix::fs::flock(&held, FlockOperation::NonBlockingLockExclusive).expect("lock the mark");
    let before = read(&scene.out);
    let run = scene.again().expect_code(64);
    assert!(run.stderr.contains("another run of sealbag"), "{}", run.stderr);
    expect_same(&before, &read(&scene.out));
    drop(held);
    scene.finish();
}
