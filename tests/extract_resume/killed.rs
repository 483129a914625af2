//! Killed at any call, and again while it goes on.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::scene::{Scene, tree};

/// Everything that changes the disk, and what else may come between.
const CALLS: &[&str] = &[
    "mkdir",
    "mkdirat",
    "openat",
    "flock",
    "fsync",
    "pwrite64",
    "ftruncate",
    "fchmod",
    "utimensat",
    "renameat2",
    "renameat",
    "linkat",
    "mknodat",
    "symlinkat",
    "unlinkat",
    "syncfs",
];

/// The first ones each, then further apart.
fn numbers() -> impl Iterator<Item = usize> {
    (1..8).chain((8..200).step_by(5))
}

#[test]
fn killed_at_any_call_it_goes_on_by_the_same_command() {
    let scene = Scene::set();
    let mut killed = 0;
    for call in CALLS {
        for number in numbers() {
            if !scene.is_killed_at(&scene.out, call, number) {
                if scene.out.exists() {
                    scene.clear();
                }
                break;
            }
            killed += 1;
            scene.finish_if_marked();
            scene.clear();
        }
    }
    assert!(killed >= 80, "killed only {killed} times");
}

#[test]
fn killed_again_while_it_goes_on_it_goes_on_once_more() {
    let scene = Scene::set();
    let mut killed = 0;
    for call in ["openat", "fchmod", "utimensat", "linkat", "renameat", "unlinkat", "symlinkat", "syncfs"] {
        for number in [1, 2, 3, 5, 8, 13] {
            scene.interrupt();
            killed += usize::from(scene.is_killed_at(&scene.out, call, number));
            scene.finish_if_marked();
            scene.clear();
        }
    }
    assert!(killed >= 20, "killed only {killed} times");
}

#[test]
fn user_without_privileges_goes_on_behind_closed_doors() {
    let scene = Scene::of(
        |root| {
            tree(root);
            let everyone = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("a mode");
            everyone(root);
        },
        true,
    );
    let mut killed = 0;
    for (call, number) in [("symlinkat", 1), ("symlinkat", 2), ("fchmod", 9), ("fchmod", 14), ("syncfs", 1)] {
        killed += usize::from(scene.is_killed_at(&scene.out, call, number));
        scene.finish();
        scene.clear();
    }
    assert_eq!(killed, 5);
}
