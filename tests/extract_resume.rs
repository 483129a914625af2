//! An interrupted extraction goes on by the same command, gives the same tree as one that was never interrupted, and
//! neither trusts nor harms what lies in its place.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rustix::fs::{FileType, FlockOperation};
use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::disk::{PowerCut, Tmpfs};
use sealbag_tests::maker::Maker;
use sealbag_tests::program::{Office, Run, run_within};
use sealbag_tests::snapshot::{Snapshot, snapshot};

const LIMIT: Duration = Duration::from_secs(120);
const MIB: usize = 1 << 20;

/// A bag with a file of every kind, and the tree that comes out of it.
struct Scene {
    office: Office,
    bag: PathBuf,
    out: PathBuf,
    clean: Snapshot,
    nobody: bool,
}

fn noise(length: usize, seed: u32) -> Vec<u8> {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 8) as u8 | 1
    };
    (0..length).map(|_| next()).collect()
}

fn tree(root: &Path) {
    let tree = Maker::at(root).expect("make the source");
    tree.file("a/first.txt", "the first\n").expect("a file");
    tree.file("a/large.bin", noise(2 * MIB + 77, 3)).expect("a file");
    tree.sparse("a/sparse.img", 4 * MIB as u64, &[(MIB as u64, b"in the middle")]).expect("a file");
    tree.file("a/empty", "").expect("a file");
    tree.file("b/closed/inside.txt", "behind a closed door\n").expect("a file");
    tree.file("b/closed/secret.txt", "nobody may read it\n").expect("a file");
    tree.file("links/one", noise(5000, 9)).expect("a file");
    tree.hard_link("links/one", "links/two").expect("a link");
    tree.hard_link("links/one", "b/three").expect("a link");
    tree.symlink("links/to file", "../a/first.txt").expect("a link");
    tree.symlink("to nothing", "/does/not/exist").expect("a link");
    tree.special("pipe", FileType::Fifo, (0, 0)).expect("a pipe");
    tree.dir("nothing in it").expect("a directory");
    tree.file("z/last.txt", "the last\n").expect("a file");
    for (path, mode) in [("b/closed/secret.txt", 0o000), ("a/first.txt", 0o440), ("b/closed", 0o000), ("a", 0o555)] {
        tree.mode(path, mode).expect("a mode");
    }
    for path in ["a/first.txt", "links/one", "links/to file", "a", "b/closed", "pipe"] {
        tree.times(path, (1_500_000_000, 1), (1_400_000_000, 5)).expect("times");
    }
}

fn read(root: &Path) -> Snapshot {
    snapshot(root).expect("read a tree")
}

#[track_caller]
fn expect_same(wanted: &Snapshot, found: &Snapshot) {
    let allowed = Allowed { own_root: true, ..Allowed::default() };
    assert_eq!(differences(wanted, found, allowed), Vec::<String>::new());
}

impl Scene {
    fn set() -> Self {
        Self::of(tree, false)
    }

    fn of(tree: fn(&Path), nobody: bool) -> Self {
        let office = Office::open_to_all();
        tree(&office.path("source"));
        let bag = office.seal(&office.path("source"), "A1.bag", &[]);
        let desk = office.path("desk");
        fs::create_dir(&desk).expect("a folder");
        for path in [&desk, &office.signer()] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o777)).expect("open it");
        }
        let opened = Command::new("chmod").args(["-R", "a+rX"]).arg(&bag).status().expect("chmod");
        assert!(opened.success());
        let (out, back) = (desk.join("out"), desk.join("clean"));
        let mut scene = Self { office, bag, out, clean: Snapshot::new(), nobody };
        scene.run(&mut scene.command(&back, &[])).expect_code(0);
        scene.clean = read(&back);
        expect_same(&read(&scene.office.path("source")), &scene.clean);
        scene
    }

    fn command(&self, to: &Path, options: &[&str]) -> Command {
        self.office.extract_command(&self.bag, to, &[&["--json"], options].concat())
    }

    fn run(&self, command: &mut Command) -> Run {
        if self.nobody {
            self.office.as_nobody(command);
        }
        run_within(command, LIMIT)
    }

    /// Runs the extraction while strace does what it is told.
    fn traced(&self, out: &Path, options: &[&str]) -> Run {
        let command = self.command(out, &[]);
        let mut traced = Command::new("strace");
        self.office.clean(&mut traced).args(["-f", "-qq", "-o", "/dev/null"]).args(options);
        traced.arg(command.get_program()).args(command.get_args());
        self.run(&mut traced)
    }

    /// True if the program was killed at this call.
    fn is_killed_at(&self, out: &Path, call: &str, number: usize) -> bool {
        let run = self.traced(out, &["-e", &format!("inject={call}:signal=SIGKILL:when={number}")]);
        assert!(!run.hung, "it hung");
        if run.code.is_some() {
            assert_eq!(run.code, Some(0), "{call} {number}: {}", run.stderr);
        }
        run.code.is_none()
    }

    /// Leaves all files made, and no link yet.
    fn interrupt(&self) {
        assert!(self.is_killed_at(&self.out, "symlinkat", 1), "not killed");
        assert!(self.out.join("z/last.txt").exists() && self.mark().exists());
    }

    /// The mark of the extraction.
    fn mark(&self) -> PathBuf {
        let names = fs::read_dir(&self.out).expect("list").map(|entry| entry.expect("an entry").path());
        let mut marks = names.filter(|path| path.to_string_lossy().contains("/.sealbag-extract-"));
        marks.next().expect("a mark in the target")
    }

    fn again(&self) -> Run {
        self.run(&mut self.command(&self.out, &[]))
    }

    /// Goes on, and expects the whole tree and no more.
    #[track_caller]
    fn finish(&self) -> serde_json::Value {
        let run = self.again().expect_code(0);
        expect_same(&self.clean, &read(&self.out));
        json(&run)
    }

    /// Where something was begun there is the mark; where there is none, all is done.
    #[track_caller]
    fn finish_if_marked(&self) {
        if has_mark(&self.out) || fs::read_dir(&self.out).map_or(true, |mut names| names.next().is_none()) {
            self.finish();
        }
        expect_same(&self.clean, &read(&self.out));
    }

    fn clear(&self) {
        fs::remove_dir_all(&self.out).expect("remove what came out");
    }
}

fn json(run: &Run) -> serde_json::Value {
    serde_json::from_slice(&run.stdout).expect("a JSON object")
}

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

fn has_mark(out: &Path) -> bool {
    let mut names = fs::read_dir(out).into_iter().flatten().map(|entry| entry.expect("an entry").file_name());
    names.any(|name| name.to_string_lossy().starts_with(".sealbag-extract-"))
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
