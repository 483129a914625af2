//! Every input of every corpus in `fuzz/corpus` still holds: what the fuzzers found is looked at at each change.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sealbag_tests::fuzz::{TARGETS, run};
use sealbag_tests::program::workspace;

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("text")).collect()
}

#[test]
fn every_target_has_a_program_and_a_corpus_and_nothing_else_has() {
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names(&workspace().join("fuzz/corpus")), targets);
    let programs: BTreeSet<String> = targets.iter().map(|name| format!("{name}.rs")).collect();
    assert_eq!(names(&workspace().join("fuzz/fuzz_targets")), programs);
    let manifest = fs::read_to_string(workspace().join("fuzz/Cargo.toml")).expect("read");
    for name in &targets {
        assert!(manifest.contains(&format!("name = \"{name}\"\npath = \"fuzz_targets/{name}.rs\"")), "{name}");
        let program = fs::read_to_string(workspace().join(format!("fuzz/fuzz_targets/{name}.rs"))).expect("read");
        assert!(program.contains(&format!("run(\"{name}\", data)")), "{name}");
    }
}

#[test]
fn every_input_of_every_corpus_holds_and_takes_no_time() {
    let mut inputs: Vec<(&str, PathBuf)> = Vec::new();
    for (target, _) in TARGETS {
        let folder = workspace().join("fuzz/corpus").join(target);
        let before = inputs.len();
        inputs.extend(names(&folder).into_iter().map(|name| (target, folder.join(name))));
        assert!(inputs.len() >= before + 5, "{target}: a corpus of {} inputs", inputs.len() - before);
    }
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((target, path)) = inputs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let input = fs::read(path).expect("read");
            let begun = Instant::now();
            let outcome = std::panic::catch_unwind(|| run(target, &input));
            assert!(outcome.is_ok(), "{target}: {}", path.display());
            // The longest takes some milliseconds; a hang would be seconds.
            assert!(begun.elapsed() < Duration::from_secs(10), "{target}: {}", path.display());
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().for_each(|worker| worker.join().expect("every input holds"));
    });
}
