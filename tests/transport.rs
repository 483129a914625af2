//! A bag carried by zip, by rsync without times, or by tar into another user's hands gives the same verdict, byte for byte.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag_tests::hostile::hostile;
use sealbag_tests::program::{Office, run_within};

/// Seals the hostile tree once and carries the bag with a shell command that is given bag and destination folder.
struct Journey {
    office: Office,
    bag: PathBuf,
}

impl Journey {
    fn begin() -> Self {
        let office = Office::open_to_all();
        hostile(&office.path("source")).expect("make the tree");
        let bag = office.seal(&office.path("source"), "A1.bag", &[]);
        Self { office, bag }
    }

    fn carry(&self, name: &str, script: &str) -> PathBuf {
        let destination = self.office.path(name);
        std::fs::create_dir(&destination).expect("make the destination");
        let mut shell = Command::new("sh");
        shell.args(["-euc", script, "sh"]).arg(&self.bag).arg(&destination);
        run_within(&mut shell, Duration::from_secs(300)).expect_code(0);
        destination.join("A1.bag")
    }

    #[track_caller]
    fn expect_same_verdict(&self, carried: &Path) {
        let here = self.office.verify(&self.bag, &[]);
        let there = self.office.verify(carried, &[]);
        assert_eq!(here.outcome(), "confirmed_with_remarks", "{}", here.bytes);
        assert_eq!(here.bytes, there.bytes);
        assert_eq!(here.run.code, there.run.code);
    }
}

#[test]
fn zip_and_unzip_give_the_same_verdict() {
    let journey = Journey::begin();
    let carried = journey
        .carry("zip", r#"cd "$(dirname "$1")"; zip -q -r "$2/bag.zip" "$(basename "$1")"; cd "$2"; unzip -q bag.zip"#);
    journey.expect_same_verdict(&carried);
}

#[test]
fn rsync_without_times_modes_and_owners_gives_the_same_verdict() {
    let journey = Journey::begin();
    let carried = journey.carry("rsync", r#"rsync -r --chmod=ugo=rwX "$1" "$2/""#);
    journey.expect_same_verdict(&carried);
}

/// Without root, tar restores no owners either, and the second user is the first.
#[test]
fn tar_as_another_user_gives_the_same_verdict_to_both_users() {
    let journey = Journey::begin();
    let root = rustix::process::geteuid().is_root();
    let other = if root { "setpriv --reuid 65534 --regid 65534 --clear-groups" } else { "" };
    let script =
        format!(r#"chmod 777 "$2"; tar -C "$(dirname "$1")" -cf - "$(basename "$1")" | {other} tar -C "$2" -xf -"#);
    let carried = journey.carry("tar", &script);
    journey.expect_same_verdict(&carried);

    let mut command = journey.office.verify_command(&carried, &[]);
    if root {
        journey.office.as_nobody(&mut command);
    }
    let theirs = sealbag_tests::program::Verification::of(run_within(&mut command, Duration::from_secs(600)));
    assert_eq!(theirs.bytes, journey.office.verify(&journey.bag, &[]).bytes);
}

/// A payload copied by hand, with new times and everything readable and executable, is still the sealed payload.
#[test]
fn plain_recursive_copy_gives_the_same_verdict() {
    let journey = Journey::begin();
    let carried = journey.carry("copy", r#"cp -r "$1" "$2/"; chmod -R 777 "$2/A1.bag""#);
    journey.expect_same_verdict(&carried);
}
