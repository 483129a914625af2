//! A bag or a large source, and somebody who meddles.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sealbag_tests::hostile::small;
use sealbag_tests::maker::Maker;
use sealbag_tests::program::Office;

pub(crate) const LIMIT: Duration = Duration::from_secs(300);

pub(crate) fn sealed() -> (Office, PathBuf) {
    let office = Office::open();
    small(&office.path("source")).expect("make the tree");
    let bag = office.seal(&office.path("source"), "A1.bag", &[]);
    (office, bag)
}

pub(crate) fn many_files(source: &Path) {
    let tree = Maker::at(source).expect("folder");
    for number in 0..3000 {
        tree.file(format!("a/{number:04}"), format!("content of {number}\n")).expect("write");
    }
}
