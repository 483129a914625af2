//! A seal that is killed inside one large file goes on inside it.

use std::fs;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use sealbag_tests::bad_disk::{BadDisk, attach, detach};
use sealbag_tests::faults::tracer::{At, Blow, trace};
use sealbag_tests::program::Office;

use crate::scene::{LIMIT, MIB, THREE, assert_same, copy, counted, noise, resume, unreadable, with_zeros};

/// What the first mark says is done.
const MARKED: usize = 64 * MIB;
const SIZE: usize = 150 * MIB;

/// Kills a seal of a source when it is about to sync the copy for its second mark.
fn kill(office: &Office, source: &Path, bag: &Path, options: &[&str]) {
    let seal = office.seal_command(source, bag, options);
    // The copy and its mark, then the copy again; any thread may do it.
    let third = At::Call(nix::libc::SYS_fdatasync, 3);
    let traced = trace(&seal, third, Blow::Kill, false, LIMIT, &office.path(""));
    assert!(traced.struck && traced.run.code.is_none(), "not killed: {:?} {}", traced.run.code, traced.run.stderr);
    assert!(!bag.exists());
}

struct Killed {
    office: Office,
    bytes: Vec<u8>,
    source: PathBuf,
    bag: PathBuf,
}

impl Killed {
    fn begin() -> Self {
        let office = Office::open();
        let (source, bag) = (office.path("disk.img"), office.path("A1.bag"));
        let bytes = noise(SIZE, 23);
        fs::write(&source, &bytes).expect("write the source");
        kill(&office, &source, &bag, &[]);
        Self { office, bytes, source, bag }
    }

    fn partial_copy(&self) -> PathBuf {
        copy(&self.office.path("A1.bag.partial"), &self.source)
    }

    /// Goes on; returns the bytes that were read of the source.
    #[track_caller]
    fn finish(&self) -> u64 {
        let (run, read) = counted(&self.office, &resume(&self.office, &self.bag, &[]), &self.source);
        run.expect_code(0);
        assert_same(&fs::read(copy(&self.bag, &self.source)).expect("read the copy"), &self.bytes);
        assert_eq!(self.office.verify(&self.bag, &[]).codes(), ["anchor.signer_key", "time.none"]);
        read
    }
}

#[test]
fn a_large_file_is_read_from_the_mark_on() {
    assert_eq!(Killed::begin().finish(), (SIZE - MARKED) as u64);
}

#[test]
fn a_part_of_the_copy_that_was_torn_is_read_again_and_no_more() {
    let scene = Killed::begin();
    let copy = fs::OpenOptions::new().write(true).open(scene.partial_copy()).expect("open the copy");
    copy.write_all_at(&[0; 4096], 7 * MIB as u64 + 5).expect("tear the copy");
    assert_eq!(scene.finish(), (SIZE - MARKED + MIB) as u64);
}

#[test]
fn a_large_file_that_changed_is_read_from_its_start() {
    let mut scene = Killed::begin();
    let source = fs::OpenOptions::new().write(true).open(&scene.source).expect("open the source");
    source.write_all_at(&[0; 4096], 100).expect("change the source");
    scene.bytes[100..4196].fill(0);
    assert_eq!(scene.finish(), SIZE as u64);
}

#[test]
fn a_copy_with_a_second_name_is_not_written_to() {
    let scene = Killed::begin();
    let outside = scene.office.path("outside");
    fs::hard_link(scene.partial_copy(), &outside).expect("link");
    let before = fs::read(&outside).expect("read");
    assert_eq!(scene.finish(), SIZE as u64);
    assert_same(&fs::read(&outside).expect("read"), &before);
}

#[test]
fn a_device_is_read_from_the_mark_on_and_its_bad_places_are_remembered() {
    let office = Office::open();
    let bytes = noise(SIZE, 29);
    let disk = BadDisk::new(bytes.clone(), &THREE);
    let bag = office.path("A1.bag");
    kill(&office, disk.device(), &bag, &["--accept-unreadable"]);
    let (run, read) = counted(&office, &resume(&office, &bag, &["--accept-unreadable"]), disk.device());
    run.expect_code(0);
    assert_eq!(read, (SIZE - MARKED) as u64);
    assert_eq!(unreadable(&bag, disk.device()), THREE);
    assert_same(&fs::read(copy(&bag, disk.device())).expect("read the image"), &with_zeros(bytes, &THREE));
}

#[test]
fn a_device_that_was_attached_again_is_the_same_and_one_over_another_file_is_not() {
    let office = Office::open();
    let (image, other) = (office.path("disk.img"), office.path("other.img"));
    let bytes = noise(SIZE, 31);
    fs::write(&image, &bytes).expect("write");
    fs::write(&other, &bytes).expect("write");
    for (number, (again, expected)) in [(&image, SIZE - MARKED), (&other, SIZE)].into_iter().enumerate() {
        let bag = office.path(&format!("{number}.bag"));
        let device = attach(&image, 512);
        kill(&office, &device, &bag, &[]);
        detach(&device);
        let attached = Command::new("losetup").arg("--read-only").arg(&device).arg(again).status().expect("losetup");
        assert!(attached.success(), "the device is taken");
        let (run, read) = counted(&office, &resume(&office, &bag, &[]), &device);
        detach(&device);
        run.expect_code(0);
        assert_eq!(read, expected as u64);
    }
}
