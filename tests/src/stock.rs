//! The stock tools that check a bag with nothing of ours: bagit.py, sha256sum, ssh-keygen, openssl, hashdeep.
//!
//! A tool that is missing is a failure, never a skipped check.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::program::{Run, run_within, workspace};

const LIMIT: Duration = Duration::from_secs(1800);

/// `bagit.py`: `SEALBAG_BAGIT`, else on the PATH, else where `cargo xtask test` installs it.
pub fn bagit_py() -> PathBuf {
    if let Some(path) = std::env::var_os("SEALBAG_BAGIT") {
        return PathBuf::from(path);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let installed = std::env::split_paths(&path).map(|folder| folder.join("bagit.py"));
    let own = workspace().join("target/tools/venv/bin/bagit.py");
    let found = installed.chain([own]).find(|path| path.is_file());
    found.expect("bagit.py is missing: run `cargo xtask test` or set SEALBAG_BAGIT")
}

/// The command `bagit.py --validate BAG`.
pub fn bagit_validate(bag: &Path) -> Command {
    let mut command = Command::new(bagit_py());
    command.arg("--validate").arg("--quiet").arg(bag);
    command
}

/// The command `sha256sum -c --strict LIST`, run in the bag.
pub fn sha256sum_check(bag: &Path, list: &Path) -> Command {
    let mut command = Command::new("sha256sum");
    command.args(["-c", "--strict", "--quiet"]).arg(list).current_dir(bag);
    command
}

/// The command `hashdeep -a -r -k LIST data`, run in the bag.
pub fn hashdeep_audit(bag: &Path, list: &Path) -> Command {
    let mut command = Command::new("hashdeep");
    command.args(["-a", "-r", "-l", "-k"]).arg(list).arg("data").current_dir(bag);
    command
}

/// What hashdeep knows of the bag's payload now: the list to audit against later.
pub fn hashdeep_list(bag: &Path) -> Vec<u8> {
    let mut command = Command::new("hashdeep");
    command.args(["-c", "sha256", "-r", "-l", "data"]).current_dir(bag);
    run_within(&mut command, LIMIT).expect_code(0).stdout
}

/// Splits event 0 into record and signature with `sed` and lets `ssh-keygen -Y verify` check it, as the guide says.
pub fn ssh_keygen_verify(bag: &Path, signer: &Path) -> Run {
    let script = r#"
        work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
        sed '/^-----BEGIN/,$d' custody/000000.txt >"$work/r" && sed -n '/^-----BEGIN/,$p' custody/000000.txt >"$work/r.sig" &&
        { printf 'officer namespaces="sealbag-seal-v1" '; cut -d' ' -f1,2 "$1"; } >"$work/signers" &&
        ssh-keygen -Y verify -f "$work/signers" -I officer -n sealbag-seal-v1 -s "$work/r.sig" <"$work/r"
    "#;
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh"]).arg(signer).current_dir(bag);
    run_within(&mut command, LIMIT)
}

/// Lets `ssh-keygen -Y verify` check any signed page against a public key file.
pub fn ssh_keygen_accepts(page: &Path, signer: &Path, namespace: &str) -> Run {
    let script = r#"
        work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
        sed '/^-----BEGIN/,$d' "$1" >"$work/r" && sed -n '/^-----BEGIN/,$p' "$1" >"$work/r.sig" &&
        { printf 'signer namespaces="%s" ' "$3"; cut -d' ' -f1,2 "$2"; } >"$work/signers" &&
        ssh-keygen -Y verify -f "$work/signers" -I signer -n "$3" -s "$work/r.sig" <"$work/r"
    "#;
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh"]).arg(page).arg(signer).arg(namespace);
    run_within(&mut command, LIMIT)
}

/// Lets openssl alone check the signature of event 0.
pub fn openssl_verify(bag: &Path, signer: &Path) -> Run {
    let mut command = Command::new(workspace().join("tests/tools/verify-with-openssl.sh"));
    command.arg(bag.join("custody/000000.txt")).arg(signer);
    run_within(&mut command, LIMIT)
}

/// Every stock check of a good bag; panics with the tool's words at the first that fails.
#[track_caller]
pub fn all_accept(bag: &Path, signer: &Path) {
    run_within(&mut bagit_validate(bag), LIMIT).expect_code(0);
    for list in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        run_within(&mut sha256sum_check(bag, Path::new(list)), LIMIT).expect_code(0);
    }
    ssh_keygen_verify(bag, signer).expect_code(0);
    openssl_verify(bag, signer).expect_code(0);
}
