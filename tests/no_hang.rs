//! Nothing hangs on FIFOs, sockets and devices, also when a file turns into one between looking and opening;
//! nothing outside the source is ever sealed, also when a directory turns into a link.

use std::path::Path;
use std::time::{Duration, Instant};

use rustix::fs::{CWD, FileType, RenameFlags};
use sealbag_tests::hostile::small;
use sealbag_tests::maker::Maker;
use sealbag_tests::meanwhile::while_doing;
use sealbag_tests::program::{Office, Verification, run_within};

const LIMIT: Duration = Duration::from_secs(10);
const SECRET: &[u8] = b"this stands outside the source and must not be sealed";

#[test]
fn special_files_in_the_source_are_entries_and_are_not_opened() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    let tree = Maker::at(&source).expect("tree");
    tree.special("fifo", FileType::Fifo, (0, 0)).expect("fifo");
    tree.special("socket", FileType::Socket, (0, 0)).expect("socket");
    let mut kinds = vec!["fifo", "socket"];
    if rustix::process::geteuid().is_root() {
        tree.special("zero", FileType::CharacterDevice, (1, 5)).expect("a device without end");
        tree.special("terminal", FileType::CharacterDevice, (5, 0)).expect("a device that waits");
        tree.special("loop", FileType::BlockDevice, (7, 99)).expect("a block device");
        kinds.extend(["char", "block"]);
    }
    let bag = office.path("A1.bag");
    run_within(&mut office.seal_command(&source, &bag, &[]), LIMIT).expect_code(0);
    let entries = std::fs::read_to_string(bag.join("seal/entries.jsonl")).expect("read the list");
    for kind in kinds {
        assert!(entries.contains(&format!(r#""kind":"{kind}""#)), "{kind} in {entries}");
    }
    assert_eq!(office.verify_within(&bag, LIMIT).outcome(), "confirmed_with_remarks");
}

#[test]
fn special_files_in_place_of_any_file_of_a_bag_are_named_and_not_opened() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    let bag = office.seal(&source, "A1.bag", &[]);
    let files = [
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "data/notes.txt",
        "seal/entries.jsonl",
        "seal/VERIFY.txt",
        "custody/000000.txt",
    ];
    let zero = rustix::process::geteuid().is_root().then_some((FileType::CharacterDevice, (1, 5)));
    for (kind, device) in [(FileType::Fifo, (0, 0)), (FileType::Socket, (0, 0))].into_iter().chain(zero) {
        for file in files {
            let aside = office.path("aside");
            std::fs::rename(bag.join(file), &aside).expect("put the file aside");
            Maker::at(&bag).expect("bag").special(file, kind, device).expect("special file");
            let verification = office.verify_within(&bag, LIMIT);
            assert_eq!(verification.outcome(), "violated", "{file} as {kind:?}: {}", verification.bytes);
            let code = if file.starts_with("data/") { "file.not_regular" } else { "bag.not_regular" };
            assert!(verification.has(code), "{file} as {kind:?}: {}", verification.bytes);
            std::fs::rename(&aside, bag.join(file)).expect("put the file back");
        }
    }
    assert_eq!(office.verify_within(&bag, LIMIT).outcome(), "confirmed_with_remarks");
}

/// Swaps two names as fast as it can while `work` runs; returns how often it did.
fn while_swapping(one: &Path, two: &Path, work: impl FnOnce()) -> usize {
    let mut swaps = 0;
    let swap = || {
        rustix::fs::renameat_with(CWD, one, CWD, two, RenameFlags::EXCHANGE).expect("swap two names");
        swaps += 1;
    };
    while_doing(swap, work);
    swaps
}

/// Seals again and again for a while; each time it must end in time, with a bag or with the honest answer that it could not.
fn seal_for_a_while(office: &Office, source: &Path) {
    let started = Instant::now();
    let mut rounds = 0;
    while started.elapsed() < Duration::from_secs(3) || rounds < 10 {
        let bag = office.path("A1.bag");
        let run = run_within(&mut office.seal_command(source, &bag, &[]), LIMIT);
        assert!(matches!(run.code, Some(0 | 2)), "hung: {}, code {:?}: {}", run.hung, run.code, run.stderr);
        let made = if run.code == Some(0) { bag } else { office.path("A1.bag.partial") };
        expect_no_secret(&made);
        if run.code == Some(0) {
            let mut verify = office.verify_command(&made, &[]);
            let verification = Verification::of(run_within(&mut verify, LIMIT));
            assert_eq!(verification.outcome(), "confirmed_with_remarks", "{}", verification.bytes);
        }
        std::fs::remove_dir_all(&made).expect("remove the bag");
        rounds += 1;
    }
}

fn expect_no_secret(folder: &Path) {
    for entry in std::fs::read_dir(folder).expect("read the bag") {
        let path = entry.expect("read the bag").path();
        if path.is_symlink() {
            panic!("a link in a bag: {}", path.display());
        } else if path.is_dir() {
            expect_no_secret(&path);
        } else {
            let bytes = std::fs::read(&path).expect("read a file of the bag");
            assert!(!bytes.windows(SECRET.len()).any(|window| window == SECRET), "{} holds the secret", path.display());
            assert!(!bytes.windows(10).any(|window| window == b"secret.txt"), "{} names the secret", path.display());
        }
    }
}

#[test]
fn file_that_turns_into_a_fifo_does_not_hang() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    Maker::at(&office.path("outside")).expect("folder").special("fifo", FileType::Fifo, (0, 0)).expect("fifo");
    let swaps =
        while_swapping(&source.join("notes.txt"), &office.path("outside/fifo"), || seal_for_a_while(&office, &source));
    assert!(swaps > 1000, "swapped {swaps} times only");
}

#[test]
fn file_that_turns_into_a_link_is_not_followed() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    std::fs::create_dir(office.path("outside")).expect("folder");
    std::fs::write(office.path("outside/secret.txt"), SECRET).expect("write");
    // The name of the target is sealed where the link is found as a link, so it must not be the name searched for.
    std::fs::hard_link(office.path("outside/secret.txt"), office.path("outside/other")).expect("second name");
    std::os::unix::fs::symlink(office.path("outside/other"), office.path("outside/link")).expect("link");
    let swaps =
        while_swapping(&source.join("notes.txt"), &office.path("outside/link"), || seal_for_a_while(&office, &source));
    assert!(swaps > 1000, "swapped {swaps} times only");
}

#[test]
fn directory_that_turns_into_a_link_is_not_followed() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    std::fs::create_dir_all(office.path("outside/folder")).expect("folder");
    std::fs::write(office.path("outside/folder/secret.txt"), SECRET).expect("write");
    std::os::unix::fs::symlink(office.path("outside/folder"), office.path("outside/link")).expect("link");
    let swaps =
        while_swapping(&source.join("mail"), &office.path("outside/link"), || seal_for_a_while(&office, &source));
    assert!(swaps > 1000, "swapped {swaps} times only");
}

/// While the bag is verified, one of its files turns into a link to the same bytes and back.
#[test]
fn bag_that_changes_while_it_is_verified_does_not_hang() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    let bag = office.seal(&source, "A1.bag", &[]);
    Maker::at(&office.path("outside")).expect("folder").special("fifo", FileType::Fifo, (0, 0)).expect("fifo");
    while_swapping(&bag.join("data/notes.txt"), &office.path("outside/fifo"), || {
        for _ in 0..50 {
            let run = run_within(&mut office.verify_command(&bag, &[]), LIMIT);
            assert!(matches!(run.code, Some(0..=2)), "hung: {}, code {:?}: {}", run.hung, run.code, run.stderr);
        }
    });
}
