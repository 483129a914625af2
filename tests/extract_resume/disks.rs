//! Media that fail, disks that are full, power that is cut.

use std::fs;
use std::process::Command;

use sealbag_tests::disk::{PowerCut, Tmpfs};
use sealbag_tests::snapshot::Snapshot;

use crate::scene::{Scene, expect_same, has_mark, json, read};

#[test]
fn a_medium_that_fails_leaves_an_extraction_that_goes_on() {
    let scene = Scene::set();
    let data = scene.bag.join("data/a/large.bin");
    let data = data.to_str().expect("a plain name");
    let faults: &[&[&str]] = &[
        &["-P", data, "-e", "inject=pread64:error=EIO:when=2"],
        &["-e", "inject=syncfs:error=EIO"],
        &["-e", "inject=pwrite64:error=ENOSPC:when=2+"],
        &["-e", "inject=renameat2:error=EROFS:when=3+"],
        &["-e", "inject=linkat:error=EDQUOT"],
        &["-e", "inject=fchmod:error=EIO:when=6+"],
    ];
    for fault in faults {
        let run = scene.traced(&scene.out, fault);
        assert_eq!(run.code, Some(2), "{fault:?}: {} {}", run.text(), run.stderr);
        assert!(json(&run)["unfinished"].is_string(), "{fault:?}");
        assert!(scene.mark().exists());
        scene.finish();
        scene.clear();
    }
}

#[test]
fn a_disk_that_was_full_and_has_room_again_gets_the_rest() {
    let scene = Scene::set();
    let disk = Tmpfs::mount("1m", None);
    let out = disk.path().join("out");
    let run = scene.run(&mut scene.command(&out, &[])).expect_code(2);
    let said = json(&run);
    assert!(said["refused"].as_array().is_some_and(|refused| refused.iter().any(|one| one[0] == "a/large.bin")));
    assert!(said["unfinished"].is_string() && !out.join("a/large.bin").exists());
    disk.grow();
    let said = json(&scene.run(&mut scene.command(&out, &[])).expect_code(0));
    assert!(said["kept_files"].as_u64().expect("a number") > 0, "{said}");
    expect_same(&scene.clean, &read(&out));
}

/// How a file system lays out a file is its own affair once the power was cut.
fn without_layout(mut tree: Snapshot) -> Snapshot {
    tree.values_mut().for_each(|node| node.data.clear());
    tree
}

#[test]
fn power_cut_after_success_takes_nothing_back() {
    let scene = Scene::set();
    let disk = PowerCut::mount();
    let out = disk.path().join("out");
    scene.run(&mut scene.command(&out, &[])).expect_code(0);
    disk.cut_power();
    expect_same(&without_layout(scene.clean.clone()), &without_layout(read(&out)));
}

#[test]
fn power_cut_half_way_leaves_an_extraction_that_goes_on() {
    let scene = Scene::set();
    for (call, number) in [
        ("fsync", 1),
        ("fsync", 2),
        ("pwrite64", 2),
        ("renameat2", 6),
        ("symlinkat", 2),
        ("syncfs", 1),
        ("unlinkat", 2),
    ] {
        let disk = PowerCut::mount();
        let out = disk.path().join("out");
        assert!(scene.is_killed_at(&out, call, number), "not killed at {call} {number}");
        disk.cut_power();
        scene.run(&mut scene.command(&out, &[])).expect_code(0);
        disk.cut_power();
        expect_same(&without_layout(scene.clean.clone()), &without_layout(read(&out)));
    }
}

/// All of the data are on the disk under their names, torn; the mark was never lost.
#[test]
fn power_cut_while_data_wait_for_the_disk_leaves_the_mark() {
    let scene = Scene::set();
    let disk = PowerCut::mount();
    let out = disk.path().join("out");
    assert!(scene.is_killed_at(&out, "symlinkat", 1));
    // What a journal may write first: names without data.
    fs::write(out.join("a/large.bin"), "").expect("tear a file");
    let synced = Command::new("sync").arg("-f").arg(&out).status().expect("sync");
    assert!(synced.success());
    disk.cut_power();
    assert!(has_mark(&out));
    scene.run(&mut scene.command(&out, &[])).expect_code(0);
    expect_same(&without_layout(scene.clean.clone()), &without_layout(read(&out)));
}
