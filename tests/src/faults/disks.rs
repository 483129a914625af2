//! Disks that are full, and a disk whose power is cut.

use std::fs::{self, File};
use std::path::Path;

use nix::sys::signal::Signal;

use super::acts::ACTS;
use super::calls;
use super::check::{self, Allowed};
use super::desk::{Desk, LIMIT, fast_folder};
use super::tracer::{At, Blow, trace, untraced};
use super::{Case, Dice, Extent, Outcome, Plan, sample, some_acts};
use crate::disk::{PowerCut, Tmpfs};

/// The rows of this module.
pub fn cases() -> Vec<Case> {
    vec![
        Case::new("a full disk, tmpfs", |plan| full_disk(plan, Kind::Tmpfs)),
        Case::new("a full disk, ext4", |plan| full_disk(plan, Kind::Ext4)),
        Case::new("no more names, tmpfs", |plan| full_disk(plan, Kind::Names)),
        Case::new("a power cut after success", power_cut_after_success),
        Case::new("a power cut during the run", power_cut_during_the_run),
    ]
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Tmpfs,
    Ext4,
    Names,
}

enum Disk {
    Memory(Tmpfs),
    File(PowerCut),
}

impl Disk {
    fn mount(kind: Kind) -> Self {
        match kind {
            Kind::Tmpfs => Self::Memory(Tmpfs::mount("8m", None)),
            Kind::Names => Self::Memory(Tmpfs::mount("8m", Some(200))),
            Kind::Ext4 => Self::File(PowerCut::mount()),
        }
    }

    fn path(&self) -> &Path {
        match self {
            Self::Memory(disk) => disk.path(),
            Self::File(disk) => disk.path(),
        }
    }
}

/// Room for so many bytes is left; the names are counted by themselves.
const ROOM: [u64; 16] = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 40, 80, 200, 400];

fn full_disk(plan: &Plan, kind: Kind) -> Outcome {
    let (mut outcome, mut dice) = (Outcome::default(), Dice::new(plan.seed, "full disk"));
    let disk = Disk::mount(kind);
    for act in some_acts(plan, 6, &mut dice) {
        let desk = Desk::set_on(act, &fast_folder(), Some(disk.path()));
        let room = if plan.extent == Extent::Quick { sample(ROOM.into(), 2, &mut dice) } else { ROOM.into() };
        for left in room {
            let filler = disk.path().join("filler");
            match kind {
                Kind::Names => fill_names(&filler, left),
                Kind::Tmpfs | Kind::Ext4 => fill(&filler, left * 4096),
            }
            let traced = untraced(&mut desk.command(), LIMIT, &desk.scratch());
            let mut broken = check::after(&desk, &traced, Allowed::default());
            if filler.is_dir() { fs::remove_dir_all(&filler) } else { fs::remove_file(&filler) }.expect("room is made");
            if broken.is_empty() {
                broken = check::finish(&desk);
            }
            // With room for all it succeeds, and nothing struck.
            outcome.add(&format!("{}, room for {left}", act.name), traced.run.code != Some(0), broken);
            desk.fresh();
        }
    }
    outcome
}

/// Takes all the room but this.
fn fill(filler: &Path, left: u64) {
    let file = File::create(filler).expect("a filler");
    let (mut at, mut step) = (0, 32 << 20);
    while step >= 4096 {
        match rustix::fs::fallocate(&file, rustix::fs::FallocateFlags::empty(), at, step) {
            Ok(()) => at += step,
            Err(_) => step /= 2,
        }
    }
    file.set_len(at.saturating_sub(left)).and_then(|()| file.sync_all()).expect("the filler is there");
}

/// Takes all names but these.
fn fill_names(filler: &Path, left: u64) {
    fs::create_dir(filler).expect("a folder");
    let names: Vec<_> =
        (0..).map(|number| filler.join(number.to_string())).take_while(|path| File::create(path).is_ok()).collect();
    names.iter().take(left as usize).for_each(|path| fs::remove_file(path).expect("a name is free"));
}

fn power_cut_after_success(plan: &Plan) -> Outcome {
    let (mut outcome, mut dice) = (Outcome::default(), Dice::new(plan.seed, "after"));
    let mut chosen = some_acts(plan, 3, &mut dice);
    // A seal and a hand-over in any case.
    let always = ACTS.iter().filter(|act| ["seal", "release"].contains(&act.name));
    let missing: Vec<_> = always.filter(|act| !chosen.iter().any(|one| one.name == act.name)).collect();
    chosen.extend(missing);
    for act in chosen {
        let disk = PowerCut::mount();
        let desk = Desk::set_on(act, &fast_folder(), Some(disk.path()));
        sync(disk.path());
        let traced = untraced(&mut desk.command(), LIMIT, &desk.scratch());
        disk.cut_power();
        let mut broken = check::after(&desk, &traced, Allowed::default());
        if traced.run.code != Some(0) {
            broken.push(format!("it should succeed: {}", traced.run.stderr));
        }
        outcome.add(act.name, true, broken);
    }
    outcome
}

fn power_cut_during_the_run(plan: &Plan) -> Outcome {
    let (mut outcome, mut dice) = (Outcome::default(), Dice::new(plan.seed, "during"));
    let quick = plan.extent == Extent::Quick;
    for act in some_acts(plan, 3, &mut dice) {
        let disk = PowerCut::mount();
        let desk = Desk::set_on(act, &fast_folder(), Some(disk.path()));
        let all = calls::look(&desk);
        let changing = (1..=all.len()).filter(|number| calls::changes_disk(&all[number - 1]));
        for number in sample(changing.collect(), if quick { 1 } else { 12 }, &mut dice) {
            sync(disk.path());
            let at = At::Any(number + 1);
            let traced = trace(&desk.command(), at, Blow::Kill, false, LIMIT, &desk.scratch());
            disk.cut_power();
            let allowed = Allowed { signal: Some(Signal::SIGKILL), ..Allowed::default() };
            let mut broken = check::after(&desk, &traced, allowed);
            if broken.is_empty() {
                broken = check::finish(&desk);
            }
            outcome.add(&format!("{}, after call {number}", act.name), traced.struck, broken);
            desk.fresh();
        }
    }
    outcome
}

fn sync(disk: &Path) {
    File::open(disk).and_then(|file| Ok(rustix::fs::syncfs(file)?)).expect("all is on the disk");
}
