//! Places that may not be written, and users that may not do what they want.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::acts::{ACTS, Act};
use super::check::{self, Allowed};
use super::desk::{Desk, LIMIT, fast_folder};
use super::tracer::untraced;
use super::{Case, Dice, Outcome, Plan, some_acts};
use crate::program::copy_program;

/// The rows of this module.
pub fn cases() -> Vec<Case> {
    vec![
        Case::new("evidence on a read-only mount", |_| evidence(&fast_folder(), Shut::Mount)),
        Case::new("evidence that is immutable", |_| evidence(&std::env::temp_dir(), Shut::Immutable)),
        Case::new("a place on a read-only mount", read_only),
        Case::new("a place where nothing is executed", no_exec),
        Case::new("a user who may nothing", nobody),
        Case::new("a key that others can read", open_key),
    ]
}

fn acts(plan: &Plan) -> Vec<&'static Act> {
    some_acts(plan, 5, &mut Dice::new(plan.seed, "mounts"))
}

fn run(program: &str, arguments: &[&str], path: &Path) {
    let output = Command::new(program).args(arguments).arg(path).output();
    let output = output.unwrap_or_else(|error| panic!("cannot start {program}: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A folder mounted onto itself until it is dropped.
struct Bound<'a>(&'a Path);

impl<'a> Bound<'a> {
    fn to_itself(path: &'a Path, options: &str) -> Self {
        let text = path.to_str().expect("a plain name");
        run("mount", &["--bind", text], path);
        let bound = Self(path);
        run("mount", &["-o", &format!("remount,bind,{options}")], path);
        bound
    }
}

impl Drop for Bound<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shut {
    Mount,
    Immutable,
}

/// Evidence that nobody can change is sealed like any other.
fn evidence(parent: &Path, shut: Shut) -> Outcome {
    let mut outcome = Outcome::default();
    for act in ACTS.iter().filter(|act| act.words.contains(&"{evidence}") || act.name == "seal --resume") {
        let desk = Desk::set(act, parent);
        let place = desk.evidence();
        let _bound = (shut == Shut::Mount).then(|| Bound::to_itself(&place, "ro"));
        let is_immutable = shut == Shut::Immutable;
        if is_immutable {
            run("chattr", &["-R", "-f", "+i"], &place.join("mail"));
            run("chattr", &["+i"], &place.join("notes.txt"));
            // Making it immutable is a change of its own.
            desk.touched();
        }
        let traced = untraced(&mut desk.command(), LIMIT, &desk.scratch());
        let mut broken = check::after(&desk, &traced, Allowed::default());
        if is_immutable {
            run("chattr", &["-i"], &place.join("notes.txt"));
            run("chattr", &["-R", "-f", "-i"], &place.join("mail"));
        }
        if traced.run.code != Some(0) {
            broken.push(format!("it should succeed: {}", traced.run.stderr));
        }
        outcome.add(act.name, true, broken);
    }
    outcome
}

/// Where nothing can be written, it is said, and works elsewhere later.
fn read_only(plan: &Plan) -> Outcome {
    let mut outcome = Outcome::default();
    for act in acts(plan) {
        let desk = Desk::set(act, &fast_folder());
        let place = desk.place();
        let bound = Bound::to_itself(&place, "ro");
        let traced = untraced(&mut desk.command(), LIMIT, &desk.scratch());
        drop(bound);
        let mut broken = check::after(&desk, &traced, Allowed::default());
        if !matches!(traced.run.code, Some(2 | 64)) || !traced.run.stderr.contains("error:") {
            broken.push(format!("{:?} {}", traced.run.code, traced.run.stderr));
        }
        if broken.is_empty() {
            broken = check::finish(&desk);
        }
        outcome.add(act.name, true, broken);
    }
    outcome
}

fn no_exec(plan: &Plan) -> Outcome {
    let mut outcome = Outcome::default();
    for act in acts(plan) {
        let desk = Desk::set(act, &fast_folder());
        let place = desk.place();
        let _bound = Bound::to_itself(&place, "noexec,nosuid,nodev");
        let traced = untraced(&mut desk.command(), LIMIT, &desk.scratch());
        let mut broken = check::after(&desk, &traced, Allowed::default());
        if traced.run.code != Some(0) {
            broken.push(format!("it should succeed: {}", traced.run.stderr));
        }
        outcome.add(act.name, true, broken);
    }
    outcome
}

/// The user nobody, in the folder of another who lets him look, or not even that.
fn nobody(plan: &Plan) -> Outcome {
    let mut outcome = Outcome::default();
    for act in acts(plan) {
        let desk = Desk::set(act, &fast_folder());
        let own = desk.folder().join("sealbag");
        copy_program(&own);
        for mode in [0o755, 0o700] {
            fs::set_permissions(desk.place(), fs::Permissions::from_mode(mode)).expect("a mode");
            fs::set_permissions(desk.folder(), fs::Permissions::from_mode(0o755)).expect("a mode");
            fs::set_permissions(&own, fs::Permissions::from_mode(0o755)).expect("a mode");
            let words = desk.command();
            let mut command = Command::new("setpriv");
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&own).args(words.get_args());
            command.env_clear().env("HOME", "/nonexistent").env("PATH", std::env::var_os("PATH").unwrap_or_default());
            command.current_dir(desk.place());
            let traced = untraced(&mut command, LIMIT, &desk.scratch());
            let mut broken = check::after(&desk, &traced, Allowed::default());
            if !matches!(traced.run.code, Some(2 | 64)) || !traced.run.stderr.contains("error:") {
                broken.push(format!("{:?} {}", traced.run.code, traced.run.stderr));
            }
            fs::set_permissions(desk.place(), fs::Permissions::from_mode(0o755)).expect("a mode");
            if broken.is_empty() {
                broken = check::finish(&desk);
            }
            outcome.add(&format!("{}, in a folder of mode {mode:o}", act.name), true, broken);
            desk.fresh();
        }
    }
    outcome
}

/// A private key that others can read signs nothing.
fn open_key(plan: &Plan) -> Outcome {
    let mut outcome = Outcome::default();
    for act in acts(plan).into_iter().filter(|act| act.words.contains(&"--key")) {
        let position = act.words.iter().position(|word| *word == "--key").expect("a key");
        let key = act.words[position + 1];
        if !key.ends_with(".key") {
            continue;
        }
        let desk = Desk::set(act, &fast_folder());
        let path = desk.place().join(key);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("a mode");
        let traced = untraced(&mut desk.command(), LIMIT, &desk.scratch());
        let mut broken = check::after(&desk, &traced, Allowed::default());
        if traced.run.code != Some(64) || !traced.run.stderr.contains("open to others") {
            broken.push(format!("{:?} {}", traced.run.code, traced.run.stderr));
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("a mode");
        if broken.is_empty() {
            broken = check::finish(&desk);
        }
        outcome.add(act.name, true, broken);
    }
    outcome
}
