//! The comparer of trees notices each way in which a copy can differ; the hostile tree is as hostile as it claims.

use rustix::fs::FileType;
use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::hostile::{CASE_TWINS, hostile, hostile_names, small};
use sealbag_tests::maker::Maker;
use sealbag_tests::snapshot::snapshot;

#[test]
fn hostile_tree_holds_what_it_claims() {
    let folder = tempfile::tempdir().expect("temporary folder");
    hostile(folder.path()).expect("make the tree");
    let tree = snapshot(folder.path()).expect("read the tree");

    for name in hostile_names() {
        assert!(tree.contains_key(&name), "{}", name.escape_ascii());
    }
    assert_eq!(tree.keys().filter(|path| path.starts_with(b"case twins/")).count(), CASE_TWINS);
    assert!(tree.keys().any(|path| path.len() > 6000));
    assert!(tree.keys().any(|path| path.iter().filter(|byte| **byte == b'/').count() > 500));
    let hole = &tree[&b"sparse/data in the middle"[..]];
    assert!(
        hole.data.iter().map(|(start, end)| end - start).sum::<u64>() < hole.size,
        "the file system here keeps holes"
    );
    assert_eq!(tree[&b"hard/two"[..]].linked_to, Some(b"hard/one".to_vec()));
    assert!(tree.values().any(|node| node.modified.0 < 0));
    for kind in [FileType::RegularFile, FileType::Directory, FileType::Symlink, FileType::Fifo, FileType::Socket] {
        assert!(tree.values().any(|node| node.kind == kind), "{kind:?}");
    }
}

#[test]
fn comparer_accepts_the_same_tree() {
    let folder = tempfile::tempdir().expect("temporary folder");
    for name in ["one", "two"] {
        small(&folder.path().join(name)).expect("make a tree");
        settle_times(&Maker::at(&folder.path().join(name)).expect("tree"));
    }
    let one = snapshot(&folder.path().join("one")).expect("read");
    let two = snapshot(&folder.path().join("two")).expect("read");
    assert_eq!(differences(&one, &two, Allowed::default()), Vec::<String>::new());
    assert_eq!(one.len(), 7);
}

/// Two trees are made at two moments; give every entry one time.
fn settle_times(tree: &Maker) {
    for path in ["notes.txt", "empty", "mail/inbox.mbox", "mail/\u{431}\u{430}\u{43d}\u{43a}.csv", "latest", "mail", ""]
    {
        tree.times(path, (1, 0), (2, 3)).expect("set times");
    }
}

type Change = fn(&Maker) -> std::io::Result<()>;

#[test]
fn comparer_notices_each_difference() {
    let changes: &[(&str, Change)] = &[
        ("notes.txt: content", |tree| tree.file("notes.txt", "The parcel was opened at 09:41.\n")),
        ("notes.txt: size", |tree| tree.file("notes.txt", "The parcel\n")),
        ("notes.txt: mode 644 became 600", |tree| tree.mode("notes.txt", 0o600)),
        ("notes.txt: mode 644 became 4644", |tree| tree.mode("notes.txt", 0o4644)),
        ("notes.txt: time (2, 3) became (2, 4)", |tree| tree.times("notes.txt", (1, 0), (2, 4))),
        ("mail: mode 755 became 700", |tree| tree.mode("mail", 0o700)),
        (": mode", |tree| tree.mode("", 0o711)),
        ("empty: missing", |tree| tree.remove("empty")),
        ("more: added", |tree| tree.file("more", "")),
        ("empty directory: added", |tree| tree.dir("empty directory").map(drop)),
        ("empty: kind RegularFile became Fifo", |tree| {
            tree.remove("empty")?;
            tree.special("empty", FileType::Fifo, (0, 0))
        }),
        ("empty: kind RegularFile became Symlink", |tree| {
            tree.remove("empty")?;
            tree.symlink("empty", "notes.txt")
        }),
        ("latest: target", |tree| {
            tree.remove("latest")?;
            tree.symlink("latest", "notes.txt")
        }),
        ("latest: time (2, 3) became (2, 0)", |tree| tree.times("latest", (1, 0), (2, 0))),
        ("notes.txt: hard link to", |tree| tree.hard_link("notes.txt", "other name")),
        ("sparse: data ranges", |tree| tree.sparse("sparse", 1 << 20, &[(0, &[0; 1 << 20])])),
    ];
    for (expected, change) in changes {
        let folder = tempfile::tempdir().expect("temporary folder");
        small(folder.path()).expect("make a tree");
        let tree = Maker::at(folder.path()).expect("tree");
        tree.sparse("sparse", 1 << 20, &[]).expect("sparse file");
        settle_times(&tree);
        let before = snapshot(folder.path()).expect("read");
        change(&tree).expect("change the tree");
        let found = differences(&before, &snapshot(folder.path()).expect("read"), Allowed::default());
        assert!(found.iter().any(|sentence| sentence.starts_with(expected)), "expected {expected:?}, found {found:?}");
    }
}
