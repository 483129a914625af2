//! Memory stays under 256 MiB for a million files and for a file of 20 GiB. Slow: some minutes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag_tests::maker::Maker;
use sealbag_tests::program::{Office, peak_memory};

const LIMIT: Duration = Duration::from_secs(1800);
const CEILING: u64 = 256 << 20;
const FILES: usize = 1_000_000;

#[track_caller]
fn expect_under_ceiling(what: &str, command: &Command) {
    let peak = peak_memory(command, 0, LIMIT);
    assert!(peak < CEILING, "{what} took {} MiB", peak >> 20);
}

/// A file system in memory, where a million files are made in seconds; else the usual temporary folder.
fn fast_folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() }
}

#[test]
fn million_empty_files_stay_under_256_mib() {
    let office = Office::open_in(&fast_folder());
    let source = office.path("source");
    let tree = Maker::at(&source).expect("folder");
    // Most in one directory, where the siblings must be compared with each other.
    let crowd = tree.dir("crowd").expect("folder");
    for index in 0..FILES {
        let flags = rustix::fs::OFlags::CREATE | rustix::fs::OFlags::WRONLY | rustix::fs::OFlags::CLOEXEC;
        let name = format!("picture {index:07} of the seized phone.jpg");
        rustix::fs::openat(&crowd, name, flags, rustix::fs::Mode::from_raw_mode(0o644)).expect("make a file");
    }
    let bag = office.path("A1.bag");
    expect_under_ceiling("seal", &office.seal_command(&source, &bag, &[]));
    expect_under_ceiling("verify", &office.verify_command(&bag, &[]));
}

#[test]
fn ten_million_entries_through_list_manifest_and_tree_stay_under_256_mib() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bench-list"));
    expect_under_ceiling("ten million entries", command.arg("10000000"));
}

#[test]
fn file_of_20_gib_stays_under_256_mib() {
    let office = Office::open_in(&fast_folder());
    let source = office.path("source");
    let tree = Maker::at(&source).expect("folder");
    tree.sparse("disk.img", 20 << 30, &[(0, b"boot"), (7 << 30, &[0xa5; 1 << 20]), ((20 << 30) - 4, b"last")])
        .expect("sparse file");
    let bag = office.path("A1.bag");
    expect_under_ceiling("seal", &office.seal_command(&source, &bag, &["--payload", "detached"]));
    let source = source.to_str().expect("a plain path").to_owned();
    expect_under_ceiling("verify", &office.verify_command(&bag, &["--source", &source]));
    expect_under_ceiling("verify --quick", &office.verify_command(&bag, &["--source", &source, "--quick"]));
}

#[test]
fn extract_keeps_none_of_the_links_that_a_directory_has_in_memory() {
    let office = Office::open_in(&fast_folder());
    let source = office.path("source");
    let tree = Maker::at(&source).expect("folder");
    let (crowd, target) = (tree.dir("crowd").expect("folder"), "far away ".repeat(220));
    for index in 0..50_000 {
        rustix::fs::symlinkat(&target, &crowd, format!("{index:06}")).expect("make a link");
    }
    let (bag, back) = (office.seal(&source, "A1.bag", &[]), office.path("back"));
    let peak = peak_memory(&office.extract_command(&bag, &back, &[]), 0, LIMIT);
    assert!(peak < 64 << 20, "extract took {} MiB", peak >> 20);
    let made = std::fs::read_dir(back.join("crowd")).expect("list").count();
    assert_eq!(made, 50_000);
}
