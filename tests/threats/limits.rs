//! Small limits of the system, and inputs without any.

use std::fs;
use std::process::Command;

use sealbag_tests::program::{Office, Run, peak_memory, run_within};

use crate::scene::{LIMIT, sealed};

#[test]
fn a_sparse_file_of_a_tebibyte_in_the_place_of_a_sealed_one_is_named_at_once() {
    let (office, bag) = sealed();
    fs::File::create(bag.join("data/notes.txt")).and_then(|file| file.set_len(1 << 40)).expect("a sparse file");
    let verification = office.verify_within(&bag, LIMIT);
    assert_eq!(verification.outcome(), "violated");
    assert!(verification.has("file.changed") && verification.bytes.contains("1099511627776 bytes"));
}

/// Runs the program under limits of the shell.
fn limited(office: &Office, limits: &str, command: &Command) -> Run {
    let mut shell = Command::new("sh");
    office.clean(&mut shell).args(["-c", &format!("{limits}; exec \"$0\" \"$@\"")]);
    run_within(shell.arg(command.get_program()).args(command.get_args()), LIMIT)
}

/// An answer under a limit: done, or not done and said so; never a panic, a crash or half a bag.
#[track_caller]
fn expect_answered(run: &Run, limits: &str) {
    assert!(matches!(run.code, Some(0 | 2)), "{limits}: {:?} {}{}", run.code, run.text(), run.stderr);
    assert!(!run.stderr.contains("panicked"), "{limits}: {}", run.stderr);
    assert!(run.code == Some(0) || !(run.text().is_empty() && run.stderr.is_empty()), "{limits}: nothing was said");
}

#[test]
fn with_few_open_files_it_is_done_or_said() {
    let (office, bag) = sealed();
    let mut codes = vec![];
    for files in 3..24 {
        let limits = format!("ulimit -n {files}");
        let verified = limited(&office, &limits, &office.verify_command(&bag, &[]));
        // Without a third descriptor the system cannot start the program at all.
        if verified.code == Some(127) {
            continue;
        }
        expect_answered(&verified, &limits);
        let made = office.path("B1.bag");
        let sealed = limited(&office, &limits, &office.seal_command(&office.path("source"), &made, &[]));
        expect_answered(&sealed, &limits);
        assert_eq!(made.exists(), sealed.code == Some(0), "{limits}: {}", sealed.stderr);
        if made.exists() {
            assert_eq!(office.verify(&made, &[]).outcome(), "confirmed_with_remarks");
            fs::remove_dir_all(&made).expect("remove");
        }
        let _ = fs::remove_dir_all(office.path("B1.bag.partial"));
        codes.push((verified.code, sealed.code));
    }
    assert!(codes.contains(&(Some(2), Some(2))) && codes.contains(&(Some(0), Some(0))), "{codes:?}");
}

#[test]
fn a_note_of_a_hundred_megabytes_is_refused_and_nothing_is_entered() {
    let (office, bag) = sealed();
    let line = format!("{}\n", "x".repeat(99));
    fs::write(office.path("form.toml"), format!("remarks = [\"{}\"]\n", line.trim_end().repeat(1_000_000)))
        .expect("write");
    fs::write(office.path("lines.toml"), format!("remarks = [{}]\n", "\"a line\", ".repeat(100_000))).expect("write");
    for form in ["form.toml", "lines.toml"] {
        let object = ["custody", "object", "A1.bag", "--key", "officer.key", "--form", form];
        let run = run_within(&mut office.command(object), LIMIT).expect_code(64);
        assert!(run.stderr.len() < 4096, "{} bytes of message", run.stderr.len());
    }
    assert!(!bag.join("custody/000001.txt").exists());
}

/// A list that is one line of two GiB, an event and a seal of as much: found wrong in little memory.
#[test]
fn endless_lines_and_pages_take_little_memory() {
    for (file, code) in [
        ("seal/entries.jsonl", 1),
        ("custody/000000.txt", 1),
        ("custody/000001.txt", 1),
        ("tagmanifest-sha256.txt", 1),
        ("manifest-sha256.txt", 1),
        ("bag-info.txt", 1),
    ] {
        let (office, bag) = sealed();
        fs::File::create(bag.join(file)).and_then(|file| file.set_len(2 << 30)).expect("a sparse file");
        let peak = peak_memory(&office.verify_command(&bag, &[]), code, LIMIT);
        assert!(peak < 64 << 20, "{file}: {} MiB", peak >> 20);
    }
}
