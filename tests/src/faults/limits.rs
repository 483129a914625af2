//! Too little of what a process needs, outputs that nobody takes, signals, and clocks that are wrong.

use std::path::PathBuf;

use nix::sys::signal::Signal;

use super::acts::ACTS;
use super::calls;
use super::check::{self, Allowed};
use super::desk::{Desk, LIMIT, fast_folder};
use super::tracer::{At, Blow, trace, untraced};
use super::{Case, Dice, Extent, Outcome, Plan, sample, some_acts};

/// So many acts in a sample.
const SAMPLED: usize = 7;

/// The rows of this module.
pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case::new("few open files", |plan| {
            let abort = Allowed { not_started: true, ..Allowed::default() };
            let starters = (3..=40).map(|most| vec!["prlimit".into(), format!("--nofile={most}:{most}")]);
            by(plan, starters.collect(), abort, 3)
        }),
        Case::new("little memory", |plan| {
            // Rust ends a program that gets no memory; what matters is that nothing half is left.
            let abort = Allowed { not_started: true, abort: true, signal: Some(Signal::SIGSEGV) };
            let sizes = (1..=24).map(|step| step * 2).chain([64, 96, 128]);
            let starters = sizes.map(|size| vec!["prlimit".into(), format!("--as={}", size << 20_u64)]);
            by(plan, starters.collect(), abort, 3)
        }),
        Case::new("files may not grow", |plan| {
            let cut = Allowed { signal: Some(Signal::SIGXFSZ), ..Allowed::default() };
            let sizes = [0, 1, 100, 1000, 4096, 100_000];
            let starters = sizes.map(|size| vec!["prlimit".into(), format!("--fsize={size}")]);
            by(plan, starters.into(), cut, 2)
        }),
        Case::new("outputs closed, full or broken", |plan| {
            let ways = [">&-", "2>&-", ">&- 2>&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full", "| true"];
            let starters = ways.map(|way| vec!["sh".into(), "-c".into(), format!("\"$0\" \"$@\" {way}")]);
            let any = Allowed { signal: Some(Signal::SIGPIPE), ..Allowed::default() };
            by(plan, starters.into(), any, 2)
        }),
        Case::new("a verdict that cannot be written is no success", unwritten),
        Case::new("a wrong clock", |plan| {
            let times = [
                "@1970-01-01 00:00:00",
                "@2001-01-01 00:00:00",
                "@2038-01-19 03:14:08",
                "@2106-02-07 06:28:15",
                "@9999-12-31 23:59:59",
                "-1d",
                "+1d",
                "-10s",
                "+0 x100000",
            ];
            let starters = times.map(|time| vec!["faketime".into(), "-f".into(), time.into()]);
            by(plan, starters.into(), Allowed::default(), 3)
        }),
    ];
    for signal in [Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP, Signal::SIGPIPE] {
        cases.push(Case::new(format!("{signal} at a call"), move |plan| signalled(signal, plan)));
    }
    cases
}

/// Every act, begun by each of these.
fn by(plan: &Plan, starters: Vec<Vec<String>>, allowed: Allowed, quick: usize) -> Outcome {
    let mut outcome = Outcome::default();
    let mut dice = Dice::new(plan.seed, &starters[0].join(" "));
    for act in some_acts(plan, SAMPLED, &mut dice) {
        let desk = Desk::set(act, &fast_folder());
        let chosen = match plan.extent {
            Extent::Quick => sample(starters.clone(), quick - 1, &mut dice),
            Extent::Full => starters.clone(),
        };
        for starter in chosen {
            let words: Vec<&str> = starter.iter().map(String::as_str).collect();
            let traced = untraced(&mut desk.command_by(&words), LIMIT, &desk.scratch());
            let is_pipe = words.last().is_some_and(|last| last.ends_with("| true"));
            let mut broken = check::after(&desk, &traced, allowed);
            // The end of a pipe says nothing of what is before it.
            if is_pipe {
                broken.retain(|what| !what.starts_with("success, but"));
            }
            if broken.is_empty() {
                broken = check::finish(&desk);
            }
            outcome.add(&format!("{}, {}", act.name, starter.join(" ")), true, broken);
            desk.fresh();
        }
    }
    outcome
}

fn signalled(signal: Signal, plan: &Plan) -> Outcome {
    let mut outcome = Outcome::default();
    let mut dice = Dice::new(plan.seed, signal.as_str());
    for act in some_acts(plan, SAMPLED, &mut dice) {
        let desk = Desk::set(act, &fast_folder());
        let count = calls::look(&desk).len();
        let most = if plan.extent == Extent::Quick { 1 } else { 25 };
        for number in sample((1..=count).collect(), most, &mut dice) {
            let blow = Blow::Signal(signal);
            let traced = trace(&desk.command(), At::Any(number), blow, false, LIMIT, &desk.scratch());
            let allowed = Allowed { signal: Some(signal), ..Allowed::default() };
            let mut broken = check::after(&desk, &traced, allowed);
            if broken.is_empty() {
                broken = check::finish(&desk);
            }
            outcome.add(&format!("{}, {signal} at call {number}", act.name), traced.struck, broken);
            desk.fresh();
        }
    }
    outcome
}

/// Commands that only tell, on outputs that take nothing.
fn unwritten(_: &Plan) -> Outcome {
    let act = ACTS.iter().find(|act| act.name == "receipt").expect("an act with a bag that was released");
    let desk = Desk::set(act, &fast_folder());
    desk.sealbag(act.words).expect_code(0);
    let lines: &[&[&str]] = &[
        &["verify", "A1.bag", "--signer", "officer.key.pub"],
        &["verify", "A1.bag", "--signer", "officer.key.pub", "--json"],
        &["verify", "A1.bag", "--signer", "officer.key.pub", "--quick", "--quiet"],
        &["log", "A1.bag"],
        &["log", "A1.bag", "--json"],
        &["audit", "A1.bag", "--signer", "officer.key.pub"],
        &["audit", "A1.bag", "--signer", "officer.key.pub", "--json"],
        &["receipt", "check", "kept.txt"],
        &["receipt", "A1.bag", "--out", "-"],
        &["key", "show", "officer.key"],
        &["profile", "list"],
        &["--help"],
        &["--version"],
    ];
    let mut outcome = Outcome::default();
    for line in lines {
        let told: PathBuf = desk.scratch().join("code");
        let inner = format!("\"$0\" \"$@\" | head -c 0; echo ${{PIPESTATUS[0]}} >'{}'", told.display());
        for way in ["\"$0\" \"$@\" >/dev/full", "exec \"$0\" \"$@\" >/dev/full 2>/dev/full", &inner] {
            let own = desk.command_of(line);
            let mut shell = std::process::Command::new("bash");
            shell.current_dir(desk.place()).args(["-c", way]).arg(own.get_program()).args(own.get_args());
            let traced = untraced(&mut shell, LIMIT, &desk.scratch());
            let is_pipe = way.contains("PIPESTATUS");
            let piped = || std::fs::read_to_string(&told).ok().and_then(|text| text.trim().parse().ok());
            let code: Option<i32> = if is_pipe { piped() } else { traced.run.code };
            let mut broken = Vec::new();
            // What fits into a pipe before its other end is closed was perhaps taken.
            if !(matches!(code, Some(1 | 2 | 64)) || is_pipe && code == Some(0)) {
                broken.push(format!("it ended with {code:?}: {}", traced.run.stderr));
            }
            if traced.run.stderr.contains("panicked") {
                broken.push(traced.run.stderr);
            }
            outcome.add(&format!("{}, {way}", line.join(" ")), true, broken);
        }
    }
    outcome
}
