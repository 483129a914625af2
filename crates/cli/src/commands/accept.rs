//! `sealbag accept`: verifies what was handed over, shows it on one screen, and signs what the recipient decides.

use clap::Args;
use sealbag::append::{Checked, read_event};
use sealbag::finding::{Code, Severity};
use sealbag::verdict::Outcome;
use sealbag_custody::event::{EventRecord, EventType, HandOverRefusal};
use sealbag_custody::replay::State;
use sealbag_custody::text::Text;

use super::custody::desk::Desk;
use super::custody::report::{self, Beside};
use super::custody::{CustodyUsageError, EventArgs, answer_release, text};
use crate::act::groups_of_eight;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, Tone, harmless, record_text, shown};

/// So many kinds of findings fit on the screen; the rest is counted.
const SHOWN: usize = 12;

/// Verify what was handed over, and accept or refuse it
#[derive(Args)]
pub(crate) struct Accept {
    /// Accept without asking
    #[arg(long)]
    yes: bool,

    /// Refuse without asking, for this reason
    #[arg(long, value_name = "REASON", conflicts_with = "yes")]
    refuse: Option<String>,

    /// Accept with nothing from outside the bag that says who sealed it; `undetermined` is recorded
    #[arg(long)]
    unanchored: bool,

    #[command(flatten)]
    common: EventArgs,
}

/// What the recipient decides.
enum Decision {
    Accept,
    Refuse(Text),
}

/// Verifies, shows, asks, signs.
///
/// # Errors
/// Whatever kept the decision from being entered; the log is as it was then.
pub(crate) fn run(command: &Accept, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let desk = Desk::open(&command.common, terminal)?;
    if !command.yes && command.refuse.is_none() && desk.prompt.is_none() {
        return Err(CustodyUsageError::NotDecided.into());
    }
    let mut form = command.common.fields()?;
    if !form.states("purpose") {
        form.set("purpose", "taking it over");
    }
    desk.complete(&mut form, EventType::Accept)?;
    let signing = desk.sign_on()?;
    let mut event = desk.event(&form, EventType::Accept, &signing.actor)?;
    answer_release(&desk, &mut event)?;
    // Whoever may not accept is told so before a long verification.
    desk.preflight(&event, &signing)?;
    if command.yes {
        desk.require_anchor(command.unanchored)?;
    }
    let checked = desk.check()?;
    let screen = screen(&desk, &checked, &event, terminal)?;
    if desk.args.json {
        terminal.note(&screen)
    } else {
        terminal.print(&screen)?
    }
    match decide(command, &desk)? {
        Decision::Accept => {}
        Decision::Refuse(reason) => {
            event.kind = EventType::Refuse;
            if event.purpose.as_str() == "taking it over" {
                event.purpose = Text::new("not taking it over").expect("plain text");
            }
            event.refusal = Some(HandOverRefusal { person: None, key: None, role: None, reason });
        }
    }
    let appended = desk.append(event, &signing, Vec::new(), Some(checked))?;
    let beside = Beside { receipt: true, output: None };
    let exit = report::tell(desk.bag(), &desk.view, &appended, beside, desk.args.json, terminal)?;
    if !desk.args.json && exit == ExitClass::Success {
        terminal.note("Give the receipt back to the one who released it.");
    }
    Ok(exit)
}

fn decide(command: &Accept, desk: &Desk<'_>) -> Result<Decision, CliError> {
    let reason = |given: &str| text("--refuse", given).map(Decision::Refuse);
    match (&command.refuse, &desk.prompt) {
        (Some(text), _) => return Ok(reason(text)?),
        (None, Some(prompt)) if !command.yes => loop {
            match prompt.line(question(desk.anchors.is_empty()), None)?.to_lowercase().as_str() {
                "accept" | "a" => return Ok(Decision::Accept),
                "refuse" | "r" => return Ok(reason(&prompt.line("Why it is not taken", None)?)?),
                _ => desk.terminal.say("please answer `accept` or `refuse`; Ctrl-C ends without an entry"),
            }
        },
        _ => {}
    }
    Ok(Decision::Accept)
}

/// Whoever accepts without an anchor signs that the verification gave no answer.
fn question(is_unanchored: bool) -> &'static str {
    if is_unanchored {
        "nothing from outside the bag says who sealed it: to accept is recorded as undetermined; accept or refuse"
    } else {
        "accept or refuse"
    }
}

fn screen(desk: &Desk<'_>, checked: &Checked, event: &EventRecord, terminal: &Terminal) -> Result<String, CliError> {
    let seal = &desk.view.seal;
    let mut text = format!("{}\n", terminal.paint(Tone::Strong, &shown(desk.bag())));
    let mut line = |label: &str, value: &str| text.push_str(&format!("  {label:<13}{}\n", harmless(value)));
    line("exhibit", &record_text(seal.statement.exhibit.number.as_deref().unwrap_or_default()));
    if let Some(case) = seal.statement.case.number.as_deref() {
        line("case", &record_text(case));
    }
    if let Some(description) = seal.statement.exhibit.description.as_deref() {
        line("what it is", &record_text(description));
    }
    line("content", &format!("files {}, bytes {}", seal.totals.files, seal.totals.bytes));
    line("sealed by", &format!("{}, {}", record_text(&seal.signer.name), seal.time));
    if let State::InTransit { release, to_name, .. } = &desk.view.state
        && let Some(index) = desk.view.index_of(*release)
    {
        let page = read_event(desk.bag(), index)?;
        let release = page.record();
        line("released by", &format!("{}, {}", record_text(&release.actor.name), release.time));
        line("to", &record_text(to_name));
        line("purpose", &record_text(&release.purpose));
        release.remarks.iter().for_each(|remark| line("remark", &record_text(remark)));
        release.conditions.iter().for_each(|condition| line("condition", &record_text(condition)));
    }
    line("you sign as", &format!("{}, {}", record_text(&event.actor.name), event.actor.key.fingerprint()));
    let groups = groups_of_eight(&desk.view.last.hash);
    line("head", &groups[..4].join(" "));
    line("", &groups[4..].join(" "));
    text.push('\n');
    text.push_str(&verdict_words(checked, terminal));
    Ok(text)
}

/// The conclusion, and each kind of finding once, the heaviest first.
fn verdict_words(checked: &Checked, terminal: &Terminal) -> String {
    let verdict = checked.verdict();
    let tone = match verdict.outcome() {
        Outcome::Confirmed => Tone::Good,
        Outcome::Violated => Tone::Bad,
        _ => Tone::Caution,
    };
    let mut text = format!("{}\n", terminal.paint(tone, verdict.outcome().words()));
    // An open release is what is being answered, and the lock is the program's own.
    let is_expected = |code: &Code| matches!(code, Code::TransferOpen | Code::Stray);
    let mut codes: Vec<&Code> = Code::ALL.iter().filter(|code| verdict.totals().contains_key(code.name())).collect();
    codes.retain(|code| !is_expected(code));
    codes.sort_by_key(|code| match code.severity() {
        Severity::Violation => 0,
        Severity::Undetermined => 1,
        Severity::Remark => 2,
    });
    for code in codes.iter().take(SHOWN) {
        let count = verdict.totals().get(code.name()).copied().unwrap_or(1);
        let times = if count > 1 { format!(" ({count} times)") } else { String::new() };
        text.push_str(&format!("  {}{times}\n", code.sentence()));
    }
    if codes.len() > SHOWN {
        text.push_str(&format!("  ... and {} more kinds; `sealbag verify` lists them\n", codes.len() - SHOWN));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::question;

    #[test]
    fn without_an_anchor_the_question_says_what_is_recorded() {
        assert!(question(true).contains("recorded as undetermined"));
        assert!(!question(false).contains("undetermined"));
    }
}
