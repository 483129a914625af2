//! Killed at any call, or any call failing: there is no half bag under the final name, the source is untouched, and the
//! seal can be finished or begun anew.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, Run, run_within};
use sealbag_tests::snapshot::{Snapshot, snapshot};

const LIMIT: Duration = Duration::from_secs(60);
/// Calls that change what is on disk, by what can be lost when they do not happen.
const CALLS: &[&str] = &[
    "write,pwrite64,writev,copy_file_range,sendfile",
    "fsync,fdatasync,sync_file_range,syncfs",
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat",
    "mkdir,mkdirat,ftruncate,fallocate",
];
/// More calls of one kind than this no thread makes for a small tree.
const CEILING: usize = 400;

struct Scene {
    office: Office,
    source: PathBuf,
    bag: PathBuf,
    before: Snapshot,
}

impl Scene {
    fn set() -> Self {
        let office = Office::open();
        let source = office.path("source");
        small(&source).expect("make the tree");
        let (before, bag) = (snapshot(&source).expect("read the source"), office.path("A1.bag"));
        Self { office, source, bag, before }
    }

    /// Seals under strace with a fault injected; true if the fault came before the program ended.
    fn seal_with(&self, fault: &str) -> (Run, bool) {
        let log = self.office.path("strace.log");
        let seal = self.office.seal_command(&self.source, &self.bag, &[]);
        let mut traced = Command::new("strace");
        self.office.clean(&mut traced);
        let calls = fault.split(':').next().unwrap_or_default();
        traced.args(["-f", "-qq", "-e", &format!("trace={calls}"), "-e", &format!("inject={fault}"), "-o"]).arg(&log);
        traced.arg(seal.get_program()).args(seal.get_args());
        let run = run_within(&mut traced, LIMIT);
        assert!(!run.hung, "{fault}: hung");
        let log = std::fs::read(&log).expect("strace wrote its log");
        let log = String::from_utf8_lossy(&log).into_owned();
        // strace dies of the signal that killed the program.
        let came = log.contains("(INJECTED)") || run.code.is_none();
        (run, came)
    }

    /// What must hold whatever happened: the source as it was, and under the final name nothing or a good bag.
    fn check(&self, fault: &str) {
        let after = snapshot(&self.source).expect("read the source");
        assert_eq!(differences(&self.before, &after, Allowed::default()), Vec::<String>::new(), "{fault}");
        if self.bag.exists() {
            let verification = self.office.verify(&self.bag, &[]);
            assert_eq!(verification.outcome(), "confirmed_with_remarks", "{fault}: {}", verification.bytes);
        }
    }

    /// Finishes what was begun, and clears the scene for the next fault; says what did not work.
    fn finish(&self, fault: &str) -> Option<String> {
        let partial = self.office.path("A1.bag.partial");
        let mut trouble = None;
        if !self.bag.exists() {
            let options: &[&str] = if partial.exists() { &["--resume"] } else { &[] };
            let mut run = run_within(&mut self.office.seal_command(&self.source, &self.bag, options), LIMIT);
            let lost = !partial.join(".resume/draft.txt").exists()
                || run.stderr.contains("hint: remove the partial bag and seal again");
            if matches!(run.code, Some(2 | 64)) && lost {
                // Stopped before it was safely written down what is being sealed: nothing can be resumed, so begin anew.
                let signed = partial.join("custody/000000.txt").exists();
                trouble = signed.then(|| format!("{fault}: a signed bag cannot be resumed: {}", run.stderr));
                remove(&partial);
                run = run_within(&mut self.office.seal_command(&self.source, &self.bag, &[]), LIMIT);
            }
            if run.code != Some(0) || !self.bag.exists() || partial.exists() {
                trouble = Some(format!("{fault}, then finishing: {:?} {}", run.code, run.stderr));
            }
            self.check(fault);
        }
        for left in [&self.bag, &partial, &self.office.path("A1.act.txt")] {
            remove(left);
        }
        trouble
    }
}

fn remove(path: &Path) {
    if path.is_dir() {
        std::fs::remove_dir_all(path).expect("remove a folder");
    } else if path.exists() {
        std::fs::remove_file(path).expect("remove a file");
    }
}

#[test]
fn killed_at_any_call_that_changes_the_disk_leaves_no_half_bag() {
    let (scene, mut troubles) = (Scene::set(), vec![]);
    for calls in CALLS {
        for count in 1..CEILING {
            let fault = format!("{calls}:signal=SIGKILL:when={count}");
            let (_, came) = scene.seal_with(&fault);
            scene.check(&fault);
            troubles.extend(scene.finish(&fault));
            if !came {
                break;
            }
        }
    }
    assert!(troubles.is_empty(), "{}", troubles.join("\n"));
}

#[test]
fn any_call_that_fails_is_said_and_leaves_no_half_bag() {
    let (scene, mut troubles) = (Scene::set(), vec![]);
    for (calls, error) in CALLS.iter().zip(["ENOSPC", "EIO", "EIO", "ENOSPC"]) {
        for count in 1..CEILING {
            let fault = format!("{calls}:error={error}:when={count}");
            let (run, came) = scene.seal_with(&fault);
            scene.check(&fault);
            assert!(matches!(run.code, Some(0 | 2)), "{fault}: {:?} {}", run.code, run.stderr);
            assert!(run.code != Some(0) || scene.bag.exists(), "{fault}: success without a bag");
            troubles.extend(scene.finish(&fault));
            if !came {
                break;
            }
        }
    }
    assert!(troubles.is_empty(), "{}", troubles.join("\n"));
}
