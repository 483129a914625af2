//! Images, and what was read of a source.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag_manifest::entry::Entry;
use sealbag_tests::program::{Office, Run, run_within};

pub(crate) const LIMIT: Duration = Duration::from_secs(300);
pub(crate) const MIB: usize = 1 << 20;
/// One sector, two that reach over a page, and a run of 100 sectors over the border of two groups.
pub(crate) const THREE: [(u64, u64); 3] =
    [(512 * 1001, 512), (4096 * 700 - 512, 1024), (5 * MIB as u64 - 25_600, 51_200)];

pub(crate) fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed | 1;
    let mut word = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    std::iter::repeat_with(&mut word).take(length / 8).flatten().collect()
}

pub(crate) fn with_zeros(mut bytes: Vec<u8>, places: &[(u64, u64)]) -> Vec<u8> {
    places.iter().for_each(|&(offset, length)| bytes[offset as usize..(offset + length) as usize].fill(0));
    bytes
}

/// Compares without printing megabytes.
#[track_caller]
pub(crate) fn assert_same(found: &[u8], expected: &[u8]) {
    assert_eq!(found.len(), expected.len());
    let differs = found.iter().zip(expected).position(|(found, expected)| found != expected);
    assert_eq!(differs, None, "the first byte that differs");
}

/// The name that a device has in a bag, and its copy there.
pub(crate) fn copy(bag: &Path, device: &Path) -> PathBuf {
    bag.join("data").join(device.file_name().expect("a name"))
}

pub(crate) fn entries(bag: &Path) -> Vec<Entry> {
    let list = fs::read(bag.join("seal/entries.jsonl")).expect("read the list");
    let lines = list.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| Entry::parse_line(line).expect("a line")).collect()
}

pub(crate) fn unreadable(bag: &Path, device: &Path) -> Vec<(u64, u64)> {
    let name = device.file_name().expect("a name").as_encoded_bytes();
    let entry = entries(bag).into_iter().find(|entry| entry.path.as_bytes() == name).expect("the device's entry");
    entry.unreadable.iter().map(|place| (place.range.offset, place.range.length)).collect()
}

/// A run under strace, and the bytes that it read of a device.
pub(crate) fn counted(office: &Office, command: &Command, device: &Path) -> (Run, u64) {
    let logs = office.path("strace");
    if logs.exists() {
        fs::remove_dir_all(&logs).expect("remove what strace wrote");
    }
    fs::create_dir(&logs).expect("create a folder for strace");
    let mut traced = Command::new("strace");
    // `preadv2` only asks the cache whether it has a byte, and never the medium. Each thread has a file of its own, so that no line
    // of another comes between call and result.
    office.clean(&mut traced).args(["-ff", "-qq", "-y", "-e", "trace=read,pread64,readv,preadv", "-o"]);
    traced.arg(logs.join("log")).arg(command.get_program()).args(command.get_args());
    let run = run_within(&mut traced, LIMIT);
    (run, bytes_read(&logs, device))
}

/// Sums up what the calls on a device returned.
fn bytes_read(logs: &Path, device: &Path) -> u64 {
    let of_device = format!("<{}", device.display());
    let is_of_device = |line: &&str| line.contains(&format!("{of_device}>")) || line.contains(&format!("{of_device}<"));
    let count = |line: &str| line.rsplit_once("= ")?.1.split(' ').next()?.parse::<u64>().ok();
    let logs = fs::read_dir(logs).expect("list what strace wrote");
    let of_thread = |log: std::io::Result<fs::DirEntry>| {
        let text = fs::read_to_string(log.expect("list what strace wrote").path()).expect("read what strace wrote");
        text.lines().filter(is_of_device).filter_map(count).sum::<u64>()
    };
    logs.map(of_thread).sum()
}

pub(crate) fn resume(office: &Office, bag: &Path, options: &[&str]) -> Command {
    let mut command = office.command(["seal", "--resume", "--out"]);
    command.arg(bag).arg("--key").arg(office.key()).args(options);
    command
}
