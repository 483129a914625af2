//! Block devices with bad places, sealed as images: exactly what cannot be read is said to be unreadable, everything else
//! is in the bag, and what was read once is not read again.

mod court;
mod killed;
mod scene;

use std::fs;
use std::process::Command;

use scene::{LIMIT, MIB, THREE, assert_same, copy, counted, entries, noise, resume, unreadable, with_zeros};
use sealbag_tests::bad_disk::{BadDisk, attach, detach, forget_cache};
use sealbag_tests::program::{Office, run_within};

#[test]
fn exactly_the_bad_sectors_are_unreadable_and_resume_reads_nothing_again() {
    let office = Office::open();
    let bytes = noise(24 * MIB, 7);
    let disk = BadDisk::new(bytes.clone(), &THREE);
    let bag = office.path("A1.bag");
    let seal = office.seal_command(disk.device(), &bag, &[]);
    let (run, read) = counted(&office, &seal, disk.device());
    let run = run.expect_code(2);
    assert!(read >= (24 * MIB - 52_736) as u64, "strace counted {read} bytes");
    assert!(!bag.exists() && run.stderr.contains("--accept-unreadable"), "{}", run.stderr);

    let (run, read) = counted(&office, &resume(&office, &bag, &["--accept-unreadable"]), disk.device());
    run.expect_code(0);
    assert_eq!(read, 0, "bytes of the device that were read again");
    assert_eq!(unreadable(&bag, disk.device()), THREE);
    assert_same(&fs::read(copy(&bag, disk.device())).expect("read the image"), &with_zeros(bytes, &THREE));
    let verification = office.verify(&bag, &[]);
    assert_eq!(verification.outcome(), "confirmed_with_remarks");
    assert!(verification.has("file.sealed_unreadable"), "{}", verification.bytes);
}

#[test]
fn a_plain_resume_tries_the_bad_places_alone_and_patches_what_it_gets() {
    let office = Office::open();
    // Without and with values of groups.
    for (name, size) in [("small.bag", 8 * MIB), ("large.bag", 24 * MIB)] {
        let bytes = noise(size, 11);
        let disk = BadDisk::new(bytes.clone(), &THREE);
        let bag = office.path(name);
        run_within(&mut office.seal_command(disk.device(), &bag, &[]), LIMIT).expect_code(2);
        // Two of the places come back, the third in part.
        let left = (THREE[2].0 + 2048, 1024);
        disk.set_bad(&[left]);
        let (run, read) = counted(&office, &resume(&office, &bag, &[]), disk.device());
        run.expect_code(2);
        assert_eq!(read, 512 + 1024 + 51_200 - 1024, "only what was bad");
        disk.set_bad(&[]);
        let (run, read) = counted(&office, &resume(&office, &bag, &[]), disk.device());
        run.expect_code(0);
        assert_eq!(read, 1024, "only what was still bad");
        assert_eq!(unreadable(&bag, disk.device()), []);
        assert_same(&fs::read(copy(&bag, disk.device())).expect("read the image"), &bytes);
        assert!(!office.verify(&bag, &[]).has("file.sealed_unreadable"));
    }
}

#[test]
fn a_regular_file_with_bad_sectors_loses_those_alone() {
    let office = Office::open();
    let bytes = noise(8 * MIB, 3);
    let disk = BadDisk::new(bytes.clone(), &THREE);
    let bag = office.path("A1.bag");
    let seal = office.seal_command(&disk.file(), &bag, &["--accept-unreadable"]);
    let (run, _) = counted(&office, &seal, &disk.file());
    run.expect_code(0);
    assert_eq!(unreadable(&bag, &disk.file()), THREE);
    assert_same(&fs::read(copy(&bag, &disk.file())).expect("read the copy"), &with_zeros(bytes, &THREE));
}

#[test]
fn a_disk_of_larger_sectors_loses_whole_ones() {
    let office = Office::open();
    let bytes = noise(4 * MIB, 5);
    let disk = BadDisk::with_sectors(bytes.clone(), &[(512 * 1001, 512)], 4096);
    let bag = office.path("A1.bag");
    let mut seal = office.seal_command(disk.device(), &bag, &["--accept-unreadable"]);
    run_within(&mut seal, LIMIT).expect_code(0);
    let lost = (512 * 1001 / 4096 * 4096, 4096);
    assert_eq!(unreadable(&bag, disk.device()), [lost]);
    assert_same(&fs::read(copy(&bag, disk.device())).expect("read the image"), &with_zeros(bytes, &[lost]));
}

#[test]
fn a_dead_zone_takes_about_one_request_a_sector() {
    let office = Office::open();
    let bytes = noise(80 * MIB, 13);
    let dead = (8 * MIB as u64, 64 * MIB as u64);
    let disk = BadDisk::new(bytes.clone(), &[dead]);
    disk.asked();
    let bag = office.path("A1.bag");
    let mut seal = office.seal_command(disk.device(), &bag, &["--accept-unreadable"]);
    let run = run_within(&mut seal, LIMIT).expect_code(0);
    let asked = disk.asked();
    assert!(asked < 100 * MIB as u64, "{asked} bytes were asked of the disk; it took {:?}", run.took);
    assert_eq!(unreadable(&bag, disk.device()), [dead]);
    assert_same(&fs::read(copy(&bag, disk.device())).expect("read the image"), &with_zeros(bytes, &[dead]));
}

#[test]
fn several_devices_stand_at_their_names() {
    let office = Office::open();
    let disks = [1, 2, 3].map(|seed| (noise(6 * MIB, seed), BadDisk::new(noise(6 * MIB, seed), &THREE)));
    disks[1].1.set_bad(&[]);
    let bag = office.path("A1.bag");
    let mut command = office.command(["seal", "--case", "1", "--exhibit", "A1", "--accept-unreadable", "--out"]);
    command.arg(&bag).arg("--key").arg(office.key()).args(disks.iter().map(|(_, disk)| disk.device()));
    run_within(&mut command, LIMIT).expect_code(0);
    assert_eq!(entries(&bag).len(), 3);
    for (number, (bytes, disk)) in disks.iter().enumerate() {
        let bad = if number == 1 { &[][..] } else { &THREE };
        assert_eq!(unreadable(&bag, disk.device()), bad);
        let image = fs::read(copy(&bag, disk.device())).expect("read the image");
        assert_same(&image, &with_zeros(bytes.clone(), bad));
    }
}

#[test]
fn a_device_over_a_file_that_was_cut_is_sealed_up_to_the_cut() {
    let office = Office::open();
    let file = office.path("disk.img");
    let bytes = noise(6 * MIB, 17);
    fs::write(&file, &bytes).expect("write the file");
    let device = attach(&file, 512);
    let cut = 4 * MIB + 4096;
    let opened = fs::OpenOptions::new().write(true).open(&file).expect("open the file");
    opened.set_len(cut as u64).expect("cut the file");
    forget_cache(&device);
    let bag = office.path("A1.bag");
    let first = run_within(&mut office.seal_command(&device, &bag, &[]), LIMIT);
    let second = run_within(&mut resume(&office, &bag, &["--accept-unreadable"]), LIMIT);
    let found = second.code.map(|_| (unreadable(&bag, &device), fs::read(copy(&bag, &device)).expect("read")));
    detach(&device);
    first.expect_code(2);
    second.expect_code(0);
    let lost = (cut as u64, (6 * MIB - cut) as u64);
    let (places, image) = found.expect("a bag");
    assert_eq!(places, [lost]);
    assert_same(&image, &with_zeros(bytes, &[lost]));
}

#[test]
fn another_device_in_the_same_place_is_read_from_its_start() {
    let office = Office::open();
    let (first, second) = (office.path("first.img"), office.path("second.img"));
    let bytes = noise(4 * MIB, 19);
    fs::write(&first, noise(4 * MIB, 18)).expect("write the file");
    fs::write(&second, &bytes).expect("write the file");
    let device = attach(&first, 512);
    let opened = fs::OpenOptions::new().write(true).open(&first).expect("open the file");
    opened.set_len(3 * MIB as u64).expect("cut the file");
    forget_cache(&device);
    let bag = office.path("A1.bag");
    let begun = run_within(&mut office.seal_command(&device, &bag, &[]), LIMIT);
    detach(&device);
    let other = Command::new("losetup").arg("--read-only").arg(&device).arg(&second).status().expect("losetup");
    assert!(other.success(), "the device is taken");
    let resumed = run_within(&mut resume(&office, &bag, &["--accept-unreadable"]), LIMIT);
    detach(&device);
    begun.expect_code(2);
    let resumed = resumed.expect_code(0);
    assert!(resumed.stderr.contains("is not the device that was read before"), "{}", resumed.stderr);
    assert_same(&fs::read(copy(&bag, &device)).expect("read the image"), &bytes);
}
