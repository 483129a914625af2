//! Thousands of bags, and an audit that is killed.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use sealbag_tests::program::{Office, peak_memory};
use sealbag_tests::vectors::scenes;

use crate::scene::{LIMIT, Scene, judged};

const MANY: usize = 3000;

#[test]
fn three_thousand_bags_take_flat_memory_and_survive_a_kill() {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_path_buf() } else { std::env::temp_dir() };
    let scene = Scene::in_office(Office::open_in(&folder));
    for number in 0..MANY {
        scene.put(&format!("{:02}/{number:04}.bag", number / 100), &scenes::small(number));
    }
    let audit = |options: &[&str]| scene.office.command(["audit", "--signer", "officer.pub"].iter().chain(options));

    let memory = |options: &[&str]| peak_memory(&audit(options), 0, LIMIT) >> 20;
    let (few, many) = (memory(&["store/00", "store/01"]), memory(&["store"]));
    assert!(many < 64 && many < few + 8, "{few} MiB for 200 bags, {many} MiB for {MANY}");

    let whole = scene.json(&[]);
    assert_eq!((whole.code(), whole.count("log_sound")), (Some(0), MANY as u64));

    let results = scene.office.path("results");
    let mut killed =
        audit(&["store", "--resume", "results"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("start");
    let started = Instant::now();
    while fs::metadata(&results).map_or(0, |found| found.len()) < 400_000 {
        assert!(started.elapsed() < LIMIT, "no results");
        std::thread::sleep(Duration::from_millis(1));
    }
    killed.kill().expect("kill");
    killed.wait().expect("wait");
    let torn = fs::read(&results).expect("results");
    let kept = torn.iter().filter(|byte| **byte == b'\n').count() - 1;
    assert!(kept > 100 && kept < MANY, "{kept} bags were judged before it was killed");

    let resumed = scene.json(&["--resume", "results"]);
    assert_eq!(resumed.totals_made_now(), whole.totals_made_now());
    assert_eq!(resumed.paths(), whole.paths());
    let (lines, bags) = judged(&results);
    assert_eq!((lines, bags.len()), (MANY, MANY), "no bag was judged twice");
    assert!(
        resumed.run.stderr.contains(&format!("{kept} of {MANY} bags were judged before")),
        "{}",
        resumed.run.stderr
    );
}
