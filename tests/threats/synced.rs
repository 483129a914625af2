//! What has a final name is on the disk.

use std::fs;
use std::process::Command;

use sealbag_tests::hostile::small;
use sealbag_tests::program::{Office, run_within};

use crate::scene::LIMIT;

/// What has a final name is on the disk: everything is synced behind the last write and before the name is given, and the
/// name itself behind that.
#[test]
fn a_bag_gets_its_name_only_when_it_is_synced() {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    let bag = office.path("A1.bag");
    let seal = office.seal_command(&office.path("source"), &bag, &[]);
    let mut traced = Command::new("strace");
    let calls =
        "trace=write,pwrite64,openat,syncfs,fsync,fdatasync,renameat2,rename,renameat,copy_file_range,ioctl,unlinkat";
    office.clean(&mut traced).args(["-f", "-qq", "-y", "-e", calls, "-o"]).arg(office.path("log"));
    run_within(traced.arg(seal.get_program()).args(seal.get_args()), LIMIT).expect_code(0);
    let log = fs::read_to_string(office.path("log")).expect("strace wrote its log");
    let lines: Vec<&str> = log.lines().filter(|line| line.contains("A1.bag")).collect();
    let last = |is: &dyn Fn(&str) -> bool| lines.iter().rposition(|line| is(line)).expect("such a call");
    let named = last(&|line| line.contains("renameat2(") && line.contains("A1.bag.partial\", "));
    let written = last(&|line| line.contains("A1.bag.partial") && (line.contains("write") || line.contains("O_CREAT")));
    let synced = last(&|line| line.contains("syncfs(") && line.ends_with("= 0"));
    assert!(written < synced && synced < named, "{written}, {synced}, {named}: {lines:#?}");
    let folder = office.path("");
    let folder = folder.to_str().expect("a plain path").trim_end_matches('/');
    let behind: Vec<&str> = log.lines().skip_while(|line| !line.contains("renameat2(")).collect();
    assert!(behind.iter().any(|line| line.contains("fsync(") && line.contains(&format!("<{folder}>"))), "{behind:#?}");
    // The signature is made of what was already synced and read back.
    let sealed = lines.iter().position(|line| line.contains("custody/000000.txt") && line.contains("O_CREAT"));
    let first = lines.iter().position(|line| line.contains("syncfs(") && line.ends_with("= 0"));
    assert!(first < sealed && first.is_some(), "{lines:#?}");
}
