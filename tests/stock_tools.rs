//! Sealed bags satisfy the stock tools, and what comes out of them is what went in.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use sealbag_tests::compare::{Allowed, differences};
use sealbag_tests::hostile::{hostile, small};
use sealbag_tests::program::{Office, run_within};
use sealbag_tests::snapshot::snapshot;
use sealbag_tests::{stock, vectors};

#[test]
fn small_tree_satisfies_stock_tools_and_comes_back() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    seal_check_and_extract(&office, &source);
}

#[test]
fn hostile_tree_satisfies_stock_tools_and_comes_back() {
    let office = Office::open();
    let source = office.path("source");
    hostile(&source).expect("make the tree");
    seal_check_and_extract(&office, &source);
}

/// Thousands of real files and links, as a distribution installs them.
#[test]
fn system_tree_satisfies_stock_tools_and_comes_back() {
    let office = Office::open();
    let source = office.path("source");
    let system = ["/usr/share/doc", "/usr/share", "/usr/lib"].into_iter().find(|path| Path::new(path).is_dir());
    let mut copy = Command::new("cp");
    copy.arg("-a").arg(system.expect("a Unix system tree")).arg(&source);
    run_within(&mut copy, Duration::from_secs(600)).expect_code(0);
    seal_check_and_extract(&office, &source);
}

/// The golden bag of the vectors is made by other code than the program's.
#[test]
fn golden_vector_satisfies_stock_tools() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let bag = folder.path().join("A1.bag");
    vectors::golden().write_to(&bag).expect("write the bag");
    let signer = folder.path().join("officer.pub");
    std::fs::write(&signer, vectors::officer_pub()).expect("write the key");
    stock::all_accept(&bag, &signer);
}

#[test]
fn signature_made_by_another_key_satisfies_neither_ssh_keygen_nor_openssl() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    let bag = office.seal(&source, "A1.bag", &[]);
    let stranger = Office::open();
    assert_ne!(stock::ssh_keygen_verify(&bag, &stranger.signer()).code, Some(0));
    assert_ne!(stock::openssl_verify(&bag, &stranger.signer()).code, Some(0));
}

#[track_caller]
fn seal_check_and_extract(office: &Office, source: &Path) {
    let before = snapshot(source).expect("read the source");
    let bag = office.seal(source, "A1.bag", &[]);
    let after = snapshot(source).expect("read the source again");
    assert_eq!(differences(&before, &after, Allowed::default()), Vec::<String>::new(), "sealing changed the source");

    stock::all_accept(&bag, &office.signer());
    let verification = office.verify(&bag, &[]);
    assert_eq!(verification.outcome(), "confirmed_with_remarks", "{}", verification.verdict);
    assert_eq!(verification.run.code, Some(0));

    let usual = Allowed { no_devices: true, no_setuid: true, own_root: true };
    let everything = Allowed { own_root: true, ..Allowed::default() };
    for (name, options, allowed) in [("back", &[][..], usual), ("all back", &["--devices", "--setuid"], everything)] {
        let back = office.path(name);
        office.extract(&bag, &back, options).expect_code(0);
        let differences = differences(&before, &snapshot(&back).expect("read what came out"), allowed);
        assert_eq!(differences, Vec::<String>::new(), "{name}");
    }
}
