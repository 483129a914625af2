//! What lies in the target: kept if it holds, made anew if it was torn, left alone if it is anything else.

use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};

use sealbag_tests::maker::Maker;
use sealbag_tests::snapshot::Snapshot;

use crate::scene::{MIB, Scene, expect_same, json, read};

#[test]
fn files_that_hold_are_kept_and_not_written_again() {
    let scene = Scene::set();
    scene.interrupt();
    let inode = |name: &str| fs::metadata(scene.out.join(name)).expect("a file").ino();
    let before = ["a/large.bin", "links/one", "z/last.txt"].map(inode);
    let said = scene.finish();
    assert_eq!(said["kept_files"], said["files"]);
    assert_eq!(said["unfinished"], serde_json::Value::Null);
    assert_eq!(before, ["a/large.bin", "links/one", "z/last.txt"].map(inode));
}

#[test]
fn a_file_that_a_power_cut_tore_is_made_anew() {
    let scene = Scene::set();
    scene.interrupt();
    let large = fs::read(scene.out.join("a/large.bin")).expect("read");
    let mut zeros = large.clone();
    zeros[MIB..].fill(0);
    for torn in [&large[..0], &large[..MIB + 5], &zeros[..]] {
        fs::write(scene.out.join("a/large.bin"), torn).expect("tear a file");
        fs::write(scene.out.join("z/last.txt"), "").expect("tear a file");
        assert!(scene.is_killed_at(&scene.out, "symlinkat", 1));
    }
    fs::write(scene.out.join("a/large.bin"), &zeros).expect("tear a file");
    let said = scene.finish();
    assert_eq!(said["kept_files"].as_u64().expect("a number") + 1, said["files"].as_u64().expect("a number"));
}

#[test]
fn a_file_with_other_bytes_is_named_and_left_as_it_is() {
    let scene = Scene::set();
    let longer = [&fs::read(scene.office.path("source/z/last.txt")).expect("read")[..], b"and more\n"].concat();
    for (name, bytes) in [("a/first.txt", &b"the f1rst\n"[..]), ("z/last.txt", &longer[..])] {
        scene.interrupt();
        fs::write(scene.out.join(name), bytes).expect("change a file");
        for _ in 0..2 {
            let run = scene.again().expect_code(2);
            let said = json(&run);
            assert_eq!(said["refused"][0][0], name, "{said}");
            assert!(said["unfinished"].as_str().is_some_and(|mark| scene.out.join(mark) == scene.mark()), "{said}");
            assert_eq!(fs::read(scene.out.join(name)).expect("read"), bytes);
        }
        fs::remove_file(scene.out.join(name)).expect("remove it");
        scene.finish();
        scene.clear();
    }
}

#[test]
fn what_the_list_does_not_have_is_not_touched() {
    let scene = Scene::set();
    scene.interrupt();
    let own = ["own.txt", "a/own.txt", ".sealbag-own.tmp", "own/.sealbag-0123456789abcdef.tmp"];
    fs::create_dir(scene.out.join("own")).expect("a folder");
    for name in own {
        fs::write(scene.out.join(name), name).expect("write");
    }
    // A directory of such a name is removed only if nothing but second names lies in it.
    fs::create_dir(scene.out.join(".sealbag-0123456789abcdef.tmp")).expect("a folder");
    fs::write(scene.out.join(".sealbag-0123456789abcdef.tmp/own"), "own").expect("write");
    scene.again().expect_code(0);
    assert_eq!(fs::read(scene.out.join(".sealbag-0123456789abcdef.tmp/own")).expect("read"), b"own");
    for name in own {
        assert_eq!(fs::read(scene.out.join(name)).expect("read"), name.as_bytes());
        fs::remove_file(scene.out.join(name)).expect("remove");
    }
    fs::remove_dir(scene.out.join("own")).expect("remove");
    fs::remove_dir_all(scene.out.join(".sealbag-0123456789abcdef.tmp")).expect("remove");
    let names = |tree: &Snapshot| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&read(&scene.out)), names(&scene.clean));
}

#[test]
fn nothing_is_followed_or_changed_through_a_planted_link() {
    let scene = Scene::set();
    scene.interrupt();
    let outside = scene.office.path("outside");
    let tree = Maker::at(&outside).expect("a folder");
    tree.file("last.txt", "the last\n").expect("a file");
    tree.file("hard.txt", "the first\n").expect("a file");
    tree.file("torn.txt", "").expect("a file");
    for (path, mode) in [("last.txt", 0o600), ("hard.txt", 0o604)] {
        tree.mode(path, mode).expect("a mode");
    }
    fs::remove_dir_all(scene.out.join("z")).expect("remove");
    symlink(&outside, scene.out.join("z")).expect("link");
    fs::remove_file(scene.out.join("links/one")).expect("remove");
    symlink(outside.join("torn.txt"), scene.out.join("links/one")).expect("link");
    fs::remove_file(scene.out.join("pipe")).expect("remove");
    symlink(outside.join("last.txt"), scene.out.join("pipe")).expect("link");
    fs::remove_file(scene.out.join("a/first.txt")).expect("remove");
    fs::hard_link(outside.join("hard.txt"), scene.out.join("a/first.txt")).expect("link");
    symlink(outside.join("torn.txt"), scene.out.join(".sealbag-00112233aabbccdd.tmp")).expect("link");
    symlink("elsewhere", scene.out.join("to nothing")).expect("link");
    let mut before = read(&outside);
    let run = scene.again().expect_code(2);
    let refused: Vec<_> = json(&run)["refused"].as_array().expect("a list").iter().map(|one| one[0].clone()).collect();
    assert_eq!(refused, ["links/one", "pipe", "z", "z/last.txt", "to nothing"]);
    // The further name of the file outside is gone; nothing else.
    before.get_mut(&b"hard.txt"[..]).expect("it is there").linked_to = None;
    expect_same(&before, &{
        let mut after = read(&outside);
        after.get_mut(&b"hard.txt"[..]).expect("it is there").linked_to = None;
        after
    });
    assert_eq!(fs::metadata(outside.join("hard.txt")).expect("look").nlink(), 1);
    for name in ["z", "links/one", "pipe", "to nothing", ".sealbag-00112233aabbccdd.tmp"] {
        assert!(scene.out.join(name).is_symlink(), "{name}");
        fs::remove_file(scene.out.join(name)).expect("remove the link");
    }
    scene.finish();
}
