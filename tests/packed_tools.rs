//! Ordinary tools unpack a packed bag to the bag; large files and many files.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use sealbag_tests::hostile::hostile;
use sealbag_tests::maker::Maker;
use sealbag_tests::program::{Office, peak_memory, run_within};
use sealbag_tests::stock::{bagit_validate, sha256sum_check};

const LIMIT: Duration = Duration::from_secs(900);

/// Each unpacks the file that is its first argument, here.
const TOOLS: [&str; 3] = [r#"unzip -q "$1""#, r#"bsdtar -xf "$1""#, r#"python3 -m zipfile -e "$1" ."#];

/// The same, read from the front: what stands before the bytes is what stands at the end.
const FROM_THE_FRONT: &str = r#"cat "$1" | bsdtar -xf -"#;

/// Where files are made quickly, and holes are kept.
fn fast_folder() -> &'static Path {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory } else { Path::new("/tmp") }
}

fn unpack(office: &Office, script: &str, packed: &Path) -> std::path::PathBuf {
    let folder = tempfile::tempdir_in(office.path("")).expect("a folder").keep();
    let mut shell = Command::new("sh");
    shell.args(["-euc", script, "sh"]).arg(packed).current_dir(&folder).env("LC_ALL", "C.UTF-8");
    run_within(&mut shell, LIMIT).expect_code(0);
    folder.join("A1.bag")
}

#[test]
fn ordinary_tools_unpack_a_packed_bag_to_the_bag() {
    let office = Office::open();
    hostile(&office.path("source")).expect("make the tree");
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    office.sealbag(["pack", "A1.bag"]).expect_code(0);
    let packed = office.path("A1.bag.zip");
    let verdict = office.verify(&bag, &[]);
    assert_eq!(verdict.bytes, office.verify(&packed, &[]).bytes);
    for script in TOOLS.iter().chain([&FROM_THE_FRONT]) {
        let unpacked = unpack(&office, script, &packed);
        let mut compare = Command::new("diff");
        run_within(compare.arg("-r").arg(&bag).arg(&unpacked), LIMIT).expect_code(0);
        assert_eq!(office.verify(&unpacked, &[]).bytes, verdict.bytes, "{script}");
        run_within(&mut bagit_validate(&unpacked), LIMIT).expect_code(0);
        run_within(&mut sha256sum_check(&unpacked, Path::new("manifest-sha256.txt")), LIMIT).expect_code(0);
    }
    let mut test = Command::new("unzip");
    run_within(test.arg("-tq").arg(&packed), LIMIT).expect_code(0);
}

#[test]
fn archives_that_ordinary_tools_make_of_a_bag_are_not_verified_packed() {
    let office = Office::open();
    fs::create_dir(office.path("source")).expect("a folder");
    fs::write(office.path("source/notes.txt"), "seen").expect("a file");
    office.seal(&office.path("source"), "A1.bag", &[]);
    for script in [
        "zip -qr x.zip A1.bag",
        "zip -qr0X x.zip A1.bag",
        "zip -qrj x.zip A1.bag",
        "bsdtar -a -cf x.zip A1.bag",
        "bsdtar -cf x.zip --format zip --options zip:compression=store A1.bag",
        "python3 -m zipfile -c x.zip A1.bag",
    ] {
        let mut shell = Command::new("sh");
        run_within(shell.args(["-euc", script]).current_dir(office.path("")), LIMIT).expect_code(0);
        let verification = office.verify(&office.path("x.zip"), &[]);
        assert_eq!(verification.outcome(), "undetermined", "{script}");
        assert_eq!(verification.codes(), ["packed.ordinary_archive"], "{script}: {}", verification.bytes);
        assert!(verification.run.stderr.contains("unpack it with an ordinary tool"), "{}", verification.run.stderr);
        fs::remove_file(office.path("x.zip")).expect("the archive");
    }
}

#[test]
fn a_file_of_five_gibibytes_is_packed_verified_and_unpacked_by_all() {
    let office = Office::open_in(fast_folder());
    let tree = Maker::at(&office.path("source")).expect("folder");
    tree.sparse("disk.img", 5 << 30, &[(0, b"boot"), (4 << 30, b"far"), ((5 << 30) - 4, b"last")])
        .expect("a sparse file");
    tree.file("z", b"behind it").expect("a file");
    let bag = office.seal(&office.path("source"), "A1.bag", &["--no-reread"]);
    office.sealbag(["pack", "A1.bag"]).expect_code(0);
    let packed = office.path("A1.bag.zip");
    let used = std::os::unix::fs::MetadataExt::blocks(&fs::metadata(&packed).expect("the file")) * 512;
    assert!(used < 1 << 30, "zeros were written: {used} bytes");
    let verdict = office.verify(&packed, &["--quick"]);
    assert_eq!(verdict.bytes, office.verify(&bag, &["--quick"]).bytes);
    for tool in [
        "unzip -tq \"$1\"",
        "bsdtar -tf \"$1\" >list; grep -qx A1.bag/data/z list",
        "python3 -m zipfile -l \"$1\" >list",
    ] {
        let mut shell = Command::new("sh");
        shell.args(["-euc", tool, "sh"]).arg(&packed).current_dir(office.path(""));
        run_within(&mut shell, LIMIT).expect_code(0);
    }
    fs::remove_dir_all(&bag).expect("the bag");
    office.sealbag(["unpack", "A1.bag.zip"]).expect_code(0);
    assert_eq!(office.verify(&bag, &["--quick"]).bytes, verdict.bytes);
}

#[test]
fn a_hundred_thousand_files_are_packed_verified_and_unpacked_within_64_mib() {
    let office = Office::open_in(fast_folder());
    let source = office.path("source");
    let tree = Maker::at(&source).expect("folder");
    for folder in 0..100 {
        let crowd = tree.dir(format!("{folder:03}")).expect("folder");
        for index in 0..1000 {
            let flags = rustix::fs::OFlags::CREATE | rustix::fs::OFlags::WRONLY | rustix::fs::OFlags::CLOEXEC;
            let name = format!("picture {index:07} of the seized phone.jpg");
            rustix::fs::openat(&crowd, name, flags, rustix::fs::Mode::from_raw_mode(0o644)).expect("make a file");
        }
    }
    let bag = office.seal(&source, "A1.bag", &["--no-reread"]);
    let packed = office.path("A1.bag.zip");
    let peak = |what: &str, command: &Command| {
        let peak = peak_memory(command, 0, LIMIT);
        assert!(peak < 64 << 20, "{what} took {} MiB", peak >> 20);
    };
    peak("pack", &office.command(["pack", "A1.bag"]));
    peak("log", &office.command(["log", "A1.bag.zip", "--signer", "officer.key.pub"]));
    fs::rename(&bag, office.path("A1.moved")).expect("renamed");
    peak("unpack", &office.command(["unpack", "A1.bag.zip"]));
    // Verifying a directory holds what it holds; one file must not take more than the bound for that many.
    peak("verify", &office.verify_command(&packed, &[]));
}
