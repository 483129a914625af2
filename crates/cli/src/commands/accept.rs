//! `sealbag accept`: verifies what was handed over, shows it on one screen, and signs what the recipient decides.

use std::fmt::Display;

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
use crate::columns::Columns;
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
        form.set("purpose", &terminal.words().text("say-purpose-taking-over"));
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
            let words = terminal.words();
            if event.purpose.as_str() == words.text("say-purpose-taking-over") {
                event.purpose = text("--purpose", &words.text("say-purpose-not-taking-over"))?;
            }
            event.refusal = Some(HandOverRefusal { person: None, key: None, role: None, reason });
        }
    }
    let appended = desk.append(event, &signing, Vec::new(), Some(checked))?;
    let beside = Beside { receipt: true, output: None };
    let exit = report::tell(desk.bag(), &desk.view, &appended, beside, desk.args.json, terminal)?;
    if !desk.args.json && exit == ExitClass::Success {
        terminal.note(&terminal.words().text("say-accept-give-receipt"));
    }
    Ok(exit)
}

fn decide(command: &Accept, desk: &Desk<'_>) -> Result<Decision, CliError> {
    let reason = |given: &str| text("--refuse", given).map(Decision::Refuse);
    let words = desk.terminal.words();
    match (&command.refuse, &desk.prompt) {
        (Some(text), _) => return Ok(reason(text)?),
        (None, Some(prompt)) if !command.yes => loop {
            match prompt.line(&words.text(question(desk.anchors.is_empty())), None)?.to_lowercase().as_str() {
                "accept" | "a" => return Ok(Decision::Accept),
                "refuse" | "r" => return Ok(reason(&prompt.line(&words.text("say-accept-ask-reason"), None)?)?),
                _ => desk.terminal.say(&words.text("say-accept-ask-again")),
            }
        },
        _ => {}
    }
    Ok(Decision::Accept)
}

/// Whoever accepts without an anchor signs that the verification gave no answer.
fn question(is_unanchored: bool) -> &'static str {
    if is_unanchored { "say-accept-ask-unanchored" } else { "say-accept-ask" }
}

fn screen(desk: &Desk<'_>, checked: &Checked, event: &EventRecord, terminal: &Terminal) -> Result<String, CliError> {
    let words = terminal.words();
    let seal = &desk.view.seal;
    let mut block = Columns::new(terminal.language());
    let mut line = |label: &'static str, value: &str| {
        block.line(if label.is_empty() { String::new() } else { words.text(label) }, harmless(value));
    };
    line("label-exhibit", &record_text(seal.statement.exhibit.number.as_deref().unwrap_or_default()));
    if let Some(case) = seal.statement.case.number.as_deref() {
        line("label-case", &record_text(case));
    }
    if let Some(description) = seal.statement.exhibit.description.as_deref() {
        line("say-accept-what", &record_text(description));
    }
    let totals: [(&str, &dyn Display); 2] = [("files", &seal.totals.files), ("bytes", &seal.totals.bytes)];
    line("label-content", &words.with("say-accept-content", &totals));
    line("say-accept-sealed-by", &format!("{}, {}", record_text(&seal.signer.name), seal.time));
    if let State::InTransit { release, to_name, .. } = &desk.view.state
        && let Some(index) = desk.view.index_of(*release)
    {
        let page = read_event(desk.bag(), index)?;
        let release = page.record();
        line("say-accept-released-by", &format!("{}, {}", record_text(&release.actor.name), release.time));
        line("say-event-to", &record_text(to_name));
        line("ui-purpose", &record_text(&release.purpose));
        release.remarks.iter().for_each(|remark| line("say-accept-remark", &record_text(remark)));
        release.conditions.iter().for_each(|condition| line("say-accept-condition", &record_text(condition)));
    }
    line("say-accept-you", &format!("{}, {}", record_text(&event.actor.name), event.actor.key.fingerprint()));
    let groups = groups_of_eight(&desk.view.last.hash);
    line("label-head", &groups[..4].join(" "));
    line("", &groups[4..].join(" "));
    let bag = terminal.paint(Tone::Strong, &shown(desk.bag()));
    Ok(format!("{bag}\n{}\n{}", block.lines("  ", 13), verdict_words(checked, terminal)))
}

/// The conclusion, and each kind of finding once, the heaviest first.
fn verdict_words(checked: &Checked, terminal: &Terminal) -> String {
    let words = terminal.words();
    let verdict = checked.verdict();
    let tone = match verdict.outcome() {
        Outcome::Confirmed => Tone::Good,
        Outcome::Violated => Tone::Bad,
        _ => Tone::Caution,
    };
    let mut text = format!("{}\n", terminal.paint(tone, &words.catalogue().outcome(verdict.outcome())));
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
        let sentence = words.catalogue().finding(**code);
        text.push_str(&match count {
            ..=1 => format!("  {sentence}\n"),
            _ => format!("  {}\n", words.with("say-accept-finding-times", &[("what", &sentence), ("n", &count)])),
        });
    }
    if codes.len() > SHOWN {
        let more = codes.len() - SHOWN;
        text.push_str(&format!("  {}\n", words.with("say-accept-more-findings", &[("n", &more)])));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use sealbag_report::Language;

    use super::question;
    use crate::words::Words;

    #[test]
    fn without_an_anchor_the_question_says_what_is_recorded() {
        for (language, recorded) in [
            (Language::English, "recorded as undetermined"),
            (Language::Russian, "установить невозможно"),
            (Language::Kazakh, "анықтау мүмкін емес"),
        ] {
            let words = Words::new(language);
            assert!(words.text(question(true)).contains(recorded), "{language}");
            assert!(!words.text(question(false)).contains(recorded), "{language}");
        }
    }
}
