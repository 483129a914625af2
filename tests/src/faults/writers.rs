//! Many who write into one log at the same time: no fork, and nothing that was reported is lost.

use std::process::{Child, Stdio};

use super::acts::ACTS;
use super::check::{self, State};
use super::desk::{Desk, contents, fast_folder};
use super::{Case, Extent, Outcome, Plan};

/// The rows of this module.
pub fn cases() -> Vec<Case> {
    vec![
        Case::new("sixteen releases at once", sixteen),
        Case::new("four writers, one event after the other", four_writers),
    ]
}

fn desk() -> Desk {
    Desk::set(ACTS.iter().find(|act| act.name == "release").expect("a sealed bag"), &fast_folder())
}

fn log(desk: &Desk) -> (usize, Vec<String>) {
    let broken = match check::bag(desk, "A1.bag", "officer.key.pub") {
        State::Good => vec![],
        state => vec![format!("{state:?}")],
    };
    (check::events("A1.bag", &contents(&desk.place())) - 1, broken)
}

/// One wins, and the others are told.
fn sixteen(plan: &Plan) -> Outcome {
    let (mut outcome, desk) = (Outcome::default(), desk());
    for round in 0..if plan.extent == Extent::Quick { 1 } else { 10 } {
        let start = |_| -> Child {
            desk.command().stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a writer starts")
        };
        let writers: Vec<Child> = (0..16).map(start).collect();
        let ends = writers.into_iter().map(|mut writer| writer.wait().expect("a writer ends").code());
        let ends: Vec<Option<i32>> = ends.collect();
        let (events, mut broken) = log(&desk);
        let won = ends.iter().filter(|code| **code == Some(0)).count();
        if won != 1 || events != 1 || ends.iter().any(|code| !matches!(code, Some(0 | 64))) {
            broken.push(format!("{won} won, {events} events: {ends:?}"));
        }
        outcome.add(&format!("round {round}"), true, broken);
        desk.fresh();
    }
    outcome
}

/// Each waits for the other or is told; what was said to be entered is there, each once.
fn four_writers(plan: &Plan) -> Outcome {
    let (mut outcome, desk) = (Outcome::default(), desk());
    let each = if plan.extent == Extent::Quick { 3 } else { 40 };
    let reported: usize = std::thread::scope(|scope| {
        let writer = |number: usize| {
            let desk = &desk;
            move || {
                let enter = |event: &usize| {
                    let remark = format!("{number}.{event}");
                    let words =
                        ["custody", "incident", "A1.bag", "--kind", "other", "--purpose", "x", "--key", "lab.key"];
                    desk.sealbag(&[&words[..], &["--remark", &remark]].concat()).code == Some(0)
                };
                (0..each).filter(enter).count()
            }
        };
        let writers: Vec<_> = (0..4).map(|number| scope.spawn(writer(number))).collect();
        writers.into_iter().map(|writer| writer.join().expect("a writer ends")).sum()
    });
    let (events, mut broken) = log(&desk);
    if events != reported || reported < each {
        broken.push(format!("{reported} reported, {events} in the log"));
    }
    outcome.add("four writers", true, broken);
    outcome.runs = each * 4;
    outcome.struck = outcome.runs;
    outcome
}
