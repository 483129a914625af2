//! A block device with bad sectors, and a kill while it is read. `tests/devices` looks at devices more closely.

use std::path::Path;

use nix::sys::signal::Signal;

use super::acts::ACTS;
use super::check::{self, State};
use super::desk::{Desk, LIMIT, fast_folder};
use super::tracer::{At, Blow, trace, untraced};
use super::{Case, Dice, Extent, Outcome, Plan, sample};
use crate::bad_disk::BadDisk;

const SIZE: usize = 2 << 20;
/// First byte and length of what cannot be read.
const BAD: [(u64, u64); 2] = [(512 * 7, 512), (1 << 20, 4096)];

/// The rows of this module.
pub fn cases() -> Vec<Case> {
    vec![Case::new("a device with bad sectors, killed at a call", bad_sectors)]
}

fn bad_sectors(plan: &Plan) -> Outcome {
    let mut outcome = Outcome::default();
    let mut dice = Dice::new(plan.seed, "bad sectors");
    let act = ACTS.iter().find(|act| act.name == "seal").expect("sealing");
    let desk = Desk::set(act, &fast_folder());
    let bytes: Vec<u8> = (0..SIZE).map(|_| dice.below(256) as u8).collect();
    let disk = BadDisk::new(bytes.clone(), &BAD);
    let mut seal = desk.command_of(&["seal"]);
    seal.arg(disk.device()).args(["--out", "A1.bag", "--key", "officer.key", "--exhibit", "A1"]);
    let whole = trace(&seal, At::Never, Blow::Kill, true, LIMIT, &desk.scratch());
    assert_eq!(whole.run.code, Some(2), "it cannot all be read: {}", whole.run.stderr);
    outcome.add("not killed", true, finish(&desk, disk.device(), &bytes));
    let most = if plan.extent == Extent::Quick { 5 } else { 100 };
    for number in sample((1..=whole.calls.len()).collect(), most, &mut dice) {
        desk.fresh();
        let traced = trace(&seal, At::Any(number), Blow::Kill, false, LIMIT, &desk.scratch());
        let mut broken = Vec::new();
        if traced.struck && traced.signal != Some(Signal::SIGKILL) || traced.run.hung {
            broken.push(format!("it ended with {:?}, {:?}", traced.run.code, traced.signal));
        }
        if desk.place().join("A1.bag").exists() {
            broken.push("a bag under the final name, and nobody accepted what is missing".into());
        }
        broken.extend(finish(&desk, disk.device(), &bytes));
        outcome.add(&format!("killed at call {number}"), traced.struck, broken);
    }
    outcome
}

/// Goes on, or begins anew where nothing was safely written down, and accepts what cannot be read: the bag verifies, and its
/// image is the device with zeros in the bad places.
fn finish(desk: &Desk, device: &Path, bytes: &[u8]) -> Vec<String> {
    let partial = desk.place().join("A1.bag.partial");
    let mut seal = desk.command_of(&["seal"]);
    if partial.join(".resume/draft.txt").exists() {
        seal.arg("--resume");
    } else {
        if partial.exists() {
            std::fs::remove_dir_all(&partial).expect("removed");
        }
        seal.arg(device).args(["--exhibit", "A1"]);
    }
    seal.args(["--out", "A1.bag", "--key", "officer.key", "--accept-unreadable"]);
    let run = untraced(&mut seal, LIMIT, &desk.scratch()).run;
    if run.code != Some(0) {
        return vec![format!("it cannot be finished: {:?} {}", run.code, run.stderr)];
    }
    let mut broken = match check::bag(desk, "A1.bag", "officer.key.pub") {
        State::Good => vec![],
        state => vec![format!("{state:?}")],
    };
    let mut expected = bytes.to_vec();
    BAD.iter().for_each(|&(at, length)| expected[at as usize..(at + length) as usize].fill(0));
    let name = device.file_name().expect("a device has a name");
    if std::fs::read(desk.place().join("A1.bag/data").join(name)).ok() != Some(expected) {
        broken.push("the image is not the device with zeros in the bad places".into());
    }
    broken
}
