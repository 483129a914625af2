//! `sealbag release`: gives the exhibit to a named person, and says what to hand over.

use std::path::Path;

use clap::Args;
use sealbag_custody::event::EventType;

use super::custody::desk::Desk;
use super::custody::kinds::HandOver;
use super::custody::report::{self, Beside};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, quoted, record_text, shown};
use crate::words::Words;

/// Give the exhibit to a named person; they accept or refuse it
#[derive(Args)]
pub(crate) struct Release {
    #[command(flatten)]
    hand_over: HandOver,
}

/// `sealbag release`.
///
/// # Errors
/// As [`run`].
pub(crate) fn release(command: &Release, terminal: &Terminal) -> Result<ExitClass, CliError> {
    run(&command.hand_over, EventType::Release, terminal)
}

/// Releases, or exports.
///
/// # Errors
/// Whatever kept it from being entered; the log is as it was then.
pub(crate) fn run(command: &HandOver, kind: EventType, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let desk = Desk::open(&command.common, terminal)?;
    let mut form = command.common.fields()?;
    desk.state_recipient(&command.to, kind, &mut form)?;
    desk.complete(&mut form, kind)?;
    let signing = desk.sign_on()?;
    let event = desk.event(&form, kind, &signing.actor)?;
    let to = event.to.as_ref().map(|to| record_text(&to.name)).unwrap_or_default();
    let appended = desk.append(event, &signing, Vec::new(), None)?;
    let beside = Beside { receipt: true, output: None };
    let exit = report::tell(desk.bag(), &desk.view, &appended, beside, desk.args.json, terminal)?;
    if !desk.args.json {
        terminal.note(&what_to_hand_over(desk.bag(), &to, !desk.view.rosters.is_empty(), terminal.words()));
    }
    Ok(exit)
}

fn what_to_hand_over(bag: &Path, to: &str, has_roster: bool, words: &Words) -> String {
    let key = if has_roster { "say-hand-over-authority-key" } else { "say-hand-over-own-key" };
    format!(
        "\n{}\n  1. {}\n  2. {}\n  3. {}\n{}\n{}",
        words.with("say-hand-over", &[("to", &to)]),
        words.with("say-hand-over-folder", &[("bag", &shown(bag))]),
        words.text("say-hand-over-receipt"),
        words.text(key),
        words.with("say-hand-over-then", &[("to", &to), ("bag", &bag_name(bag))]),
        words.with("say-hand-over-until", &[("bag", &quoted(bag))])
    )
}

fn bag_name(bag: &Path) -> String {
    bag.file_name().map_or_else(|| "BAG".to_owned(), |name| quoted(Path::new(name)))
}
