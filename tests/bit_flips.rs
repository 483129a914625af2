//! Every single-bit flip and every truncation of a small bag is noticed: violated or undetermined, never confirmed, never a panic.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sealbag::verdict::Outcome;
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::observer::Silent;
use sealbag_manifest::store::MemoryStore;
use sealbag_tests::program::{Office, Verification, run_within};
use sealbag_tests::vectors;

/// Files of a bag by path.
type Files = BTreeMap<String, Arc<[u8]>>;

/// One way to spoil a bag.
#[derive(Clone, Debug)]
enum Fault {
    /// Bit `bit % 8` of byte `bit / 8` of a file's content.
    Flip { path: String, bit: usize },
    /// A file keeps its first bytes only.
    Cut { path: String, length: usize },
    /// A bit of a file's name, as far as the name stays UTF-8.
    Rename { path: String, bit: usize },
    /// A file is gone.
    Remove { path: String },
    /// A file has a byte more.
    Grow { path: String },
}

fn golden() -> Files {
    vectors::golden().regular_files().map(|(path, content)| (path.to_owned(), content.into())).collect()
}

fn faults(files: &Files) -> Vec<Fault> {
    let mut faults = vec![];
    for (path, content) in files {
        let path = || path.clone();
        faults.extend((0..content.len() * 8).map(|bit| Fault::Flip { path: path(), bit }));
        faults.extend((0..content.len()).map(|length| Fault::Cut { path: path(), length }));
        faults.extend((0..path().len() * 8).map(|bit| Fault::Rename { path: path(), bit }));
        faults.extend([Fault::Remove { path: path() }, Fault::Grow { path: path() }]);
    }
    faults
}

/// The spoiled bag; none where the fault cannot be made.
fn spoil(files: &Files, fault: &Fault) -> Option<Files> {
    let mut files = files.clone();
    match fault {
        Fault::Flip { path, bit } => {
            let mut content = files[path].to_vec();
            content[bit / 8] ^= 1 << (bit % 8);
            files.insert(path.clone(), content.into());
        }
        Fault::Cut { path, length } => {
            let content = files[path][..*length].into();
            files.insert(path.clone(), content);
        }
        Fault::Rename { path, bit } => {
            let content = files.remove(path)?;
            let mut name = path.clone().into_bytes();
            name[bit / 8] ^= 1 << (bit % 8);
            let name = String::from_utf8(name).ok()?;
            // A place that no file system and no archive has.
            let is_place = !name.contains('\0') && name.split('/').all(|part| !matches!(part, "" | "." | ".."));
            (is_place && !files.contains_key(&name)).then(|| files.insert(name, content))?;
        }
        Fault::Remove { path } => drop(files.remove(path)),
        Fault::Grow { path } => {
            let content = [&files[path][..], b"\n"].concat().into();
            files.insert(path.clone(), content);
        }
    }
    Some(files)
}

fn outcome(files: Files, depth: Depth) -> Outcome {
    let signer = PublicKey::from_line(vectors::officer_pub().trim_end()).expect("a public key").0;
    let anchors = Anchors { signers: vec![signer], ..Anchors::default() };
    verify(&MemoryStore { files }, &Options { anchors: &anchors, depth, source: None, progress: &Silent }).outcome()
}

fn is_noticed(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Violated | Outcome::Undetermined)
}

/// Judges every fault on all cores; returns those that were not noticed.
fn unnoticed(files: &Files, faults: &[Fault], depth: Depth) -> Vec<Fault> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut missed = vec![];
        while let Some(fault) = faults.get(next.fetch_add(1, Ordering::Relaxed)) {
            if spoil(files, fault).is_some_and(|spoiled| !is_noticed(outcome(spoiled, depth))) {
                missed.push(fault.clone());
            }
        }
        missed
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no panic on any fault")).collect()
    })
}

#[test]
fn golden_bag_is_confirmed_with_remarks() {
    assert_eq!(outcome(golden(), Depth::Full), Outcome::ConfirmedWithRemarks);
    assert_eq!(outcome(golden(), Depth::Quick), Outcome::ConfirmedWithRemarks);
}

#[test]
fn notices_every_flipped_bit_every_truncation_and_every_other_name() {
    let files = golden();
    let faults = faults(&files);
    assert!(faults.len() > 35_000, "only {} faults", faults.len());
    let missed = unnoticed(&files, &faults, Depth::Full);
    assert!(
        missed.is_empty(),
        "{} of {} not noticed: {:?}",
        missed.len(),
        faults.len(),
        &missed[..missed.len().min(20)]
    );
}

#[test]
fn quick_verification_notices_every_flipped_bit_of_the_payload() {
    let files = golden();
    let faults: Vec<Fault> = faults(&files)
        .into_iter()
        .filter(
            |fault| matches!(fault, Fault::Flip { path, .. } | Fault::Cut { path, .. } if path.starts_with("data/")),
        )
        .collect();
    let missed = unnoticed(&files, &faults, Depth::Quick);
    assert!(missed.is_empty(), "{missed:?}");
}

/// 500 of the faults, spread evenly, through the built program: exit code 1 or 2 and a verdict.
#[test]
fn program_notices_500_of_the_faults() {
    let office = Office::open();
    let signer = office.path("vectors.pub");
    std::fs::write(&signer, vectors::officer_pub()).expect("write the key");
    let files = golden();
    let possible: Vec<(Fault, Files)> =
        faults(&files).into_iter().filter_map(|fault| spoil(&files, &fault).map(|spoiled| (fault, spoiled))).collect();
    for (fault, spoiled) in possible.iter().step_by(possible.len() / 500) {
        let bag = office.path("spoiled.bag");
        for (path, content) in spoiled {
            let path = bag.join(path);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("make a folder");
            std::fs::write(path, content).expect("write a file");
        }
        let mut command = office.command(["verify", "--json"]);
        command.arg(&bag).arg("--signer").arg(&signer);
        let verification = Verification::of(run_within(&mut command, Duration::from_secs(10)));
        let said = (verification.outcome(), verification.run.code);
        assert!(matches!(said, ("violated", Some(1)) | ("undetermined", Some(2))), "{fault:?}: {said:?}");
        std::fs::remove_dir_all(&bag).expect("remove the bag");
    }
}
