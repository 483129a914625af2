//! Memory stays under 256 MiB for a million files and for a file of 20 GiB. Slow: some minutes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sealbag_tests::maker::Maker;
use sealbag_tests::program::Office;

const LIMIT: Duration = Duration::from_secs(1800);
const CEILING: u64 = 256 << 20;
const FILES: usize = 1_000_000;

/// Runs a command to its end and returns its peak resident memory in bytes; panics if it fails.
#[track_caller]
fn peak_memory(command: &mut Command) -> u64 {
    let started = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::inherit()).spawn().expect("start");
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let status = loop {
        // The kernel keeps the high-water mark, so only what happens after the last look can be missed.
        let status = std::fs::read_to_string(&status_file).unwrap_or_default();
        let mark = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        peak = peak.max(mark.unwrap_or(0) * 1024);
        if let Some(status) = child.try_wait().expect("wait") {
            break status;
        }
        assert!(started.elapsed() < LIMIT, "still running after {LIMIT:?}");
        std::thread::sleep(Duration::from_millis(2));
    };
    assert!(status.success(), "{status}");
    assert!(peak > 0, "the kernel told no memory");
    peak
}

#[track_caller]
fn expect_under_ceiling(what: &str, command: &mut Command) {
    let peak = peak_memory(command);
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
    expect_under_ceiling("seal", &mut office.seal_command(&source, &bag, &[]));
    expect_under_ceiling("verify", &mut office.verify_command(&bag, &[]));
}

#[test]
fn file_of_20_gib_stays_under_256_mib() {
    let office = Office::open_in(&fast_folder());
    let source = office.path("source");
    let tree = Maker::at(&source).expect("folder");
    tree.sparse("disk.img", 20 << 30, &[(0, b"boot"), (7 << 30, &[0xa5; 1 << 20]), ((20 << 30) - 4, b"last")])
        .expect("sparse file");
    let bag = office.path("A1.bag");
    expect_under_ceiling("seal", &mut office.seal_command(&source, &bag, &["--payload", "detached"]));
    let source = source.to_str().expect("a plain path").to_owned();
    expect_under_ceiling("verify", &mut office.verify_command(&bag, &["--source", &source]));
    expect_under_ceiling("verify --quick", &mut office.verify_command(&bag, &["--source", &source, "--quick"]));
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
    let peak = peak_memory(&mut office.extract_command(&bag, &back, &[]));
    assert!(peak < 64 << 20, "extract took {} MiB", peak >> 20);
    let made = std::fs::read_dir(back.join("crowd")).expect("list").count();
    assert_eq!(made, 50_000);
}
