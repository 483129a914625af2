//! Files that change while they are read, copied or extracted.

use std::fs;
use std::os::unix::fs::FileExt;
use std::time::Duration;

use sealbag_tests::hostile::small;
use sealbag_tests::meanwhile::while_doing;
use sealbag_tests::program::{Office, run_within};

use crate::scene::{LIMIT, many_files};

/// Bytes are appended all the time: a seal ends with 2 and names the file, or it was quick enough, and then the bag is whole.
#[test]
fn a_file_that_grows_while_it_is_read_is_named_and_never_sealed_as_it_is() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    let log = source.join("growing.log");
    fs::write(&log, vec![b'.'; 8 << 20]).expect("write");
    let (mut named, mut length) = (0, 8 << 20);
    let file = fs::File::options().write(true).open(&log).expect("open");
    let append = || {
        file.write_all_at(b"one more line\n", length).expect("append");
        length += 14;
    };
    while_doing(append, || {
        for _ in 0..5 {
            let bag = office.path("A1.bag");
            let run = run_within(&mut office.seal_command(&source, &bag, &[]), LIMIT);
            if run.code == Some(0) {
                assert_eq!(office.verify(&bag, &[]).outcome(), "confirmed_with_remarks");
                fs::remove_dir_all(&bag).expect("remove");
                continue;
            }
            let run = run.expect_code(2);
            assert!(run.stderr.contains("growing.log") && !bag.exists(), "{}", run.stderr);
            named += 1;
            fs::remove_dir_all(office.path("A1.bag.partial")).expect("remove");
        }
    });
    assert!(named > 0, "never named");
}

/// The bytes that come out are the bytes that were hashed, whoever writes into the bag meanwhile.
#[test]
fn what_is_extracted_while_the_bag_changes_is_what_was_sealed() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    let image = vec![0x5a; 4 << 20];
    fs::write(source.join("image"), &image).expect("write");
    let bag = office.seal(&source, "A1.bag", &[]);
    let file = fs::File::options().write(true).open(bag.join("data/image")).expect("open");
    let mut step = 0u64;
    let meddle = || {
        let place = step.wrapping_mul(0x9e37_79b9) % (4 << 20);
        file.write_all_at(b"!", place).expect("change a byte");
        std::thread::sleep(Duration::from_micros(step % 700));
        file.write_all_at(b"\x5a", place).expect("change it back");
        std::thread::sleep(Duration::from_micros(step % 1300));
        step += 1;
    };
    let mut refused = 0;
    while_doing(meddle, || {
        for round in 0..30 {
            let to = office.path(&format!("back {round}"));
            let run = office.extract(&bag, &to, &[]);
            let came_out = fs::read(to.join("image")).ok();
            match run.code {
                Some(0) => assert!(came_out.as_ref() == Some(&image), "other bytes came out with 0"),
                Some(1 | 2) => refused += 1,
                code => panic!("{code:?}: {}", run.stderr),
            }
            assert!(came_out.is_none_or(|bytes| bytes == image), "other bytes came out");
        }
    });
    assert!(refused > 0, "nobody meddled in time");
}

/// A byte of a copy changes behind the sealer's back, as a failing disk or memory would do it: nothing is signed.
#[test]
fn a_copy_that_was_written_wrong_is_not_signed() {
    let office = Office::open();
    let source = office.path("source");
    many_files(&source);
    // Copied among the first, and the others take a while; everything is read back behind the last one.
    fs::write(source.join("0.bin"), vec![0x5a; 1 << 20]).expect("write");
    let (bag, partial) = (office.path("A1.bag"), office.path("A1.bag.partial"));
    let (copy, later) = (partial.join("data/0.bin"), partial.join("data/a/0400"));
    let mut changed = false;
    let flip = || {
        if !changed && later.exists() && copy.metadata().is_ok_and(|copy| copy.len() == 1 << 20) {
            let file = fs::File::options().write(true).open(&copy).expect("the copy");
            file.write_all_at(b"!", 12_345).expect("change a byte");
            changed = true;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    while_doing(flip, || {
        let run = run_within(&mut office.seal_command(&source, &bag, &[]), LIMIT).expect_code(2);
        assert!(run.stderr.contains("data/0.bin"), "{}", run.stderr);
        assert!(!bag.exists() && !partial.join("custody/000000.txt").exists());
    });
}
