//! An audit as a person reads it: the totals, what was found between bags, then the bags with something to read.

use sealbag::audit::{Across, BagLine, BagOutcome, FindingLine, Kind, Totals};
use sealbag::finding::{Code, Severity};
use sealbag_custody::scalar::UtcTime;

use crate::terminal::{Terminal, Tone, finding_text, record_text, shown};

/// So many findings between bags of one kind are shown; the rest is counted.
const SHOWN_ACROSS: u64 = 1000;
/// So many findings of one bag are shown.
const SHOWN_OF_BAG: usize = 50;

/// Findings between bags, as they are printed; bounded.
#[derive(Default)]
pub(crate) struct Found {
    violations: Shelf,
    others: Shelf,
}

#[derive(Default)]
struct Shelf {
    text: Vec<String>,
    left_out: u64,
}

impl Found {
    /// Keeps one. That a bag has a second copy is counted in the totals and not listed.
    pub(crate) fn add(&mut self, across: &Across) {
        if across.kind == Kind::SecondCopy {
            return;
        }
        let is_violation = across.severity() == Some(Severity::Violation);
        let shelf = if is_violation { &mut self.violations } else { &mut self.others };
        if (shelf.text.len() as u64) < SHOWN_ACROSS {
            shelf.text.push(lines(across));
        } else {
            shelf.left_out += 1;
        }
    }
}

/// The sums; those of what did not happen are left out, but for the first.
pub(crate) fn totals(totals: &Totals, fixity: bool, terminal: &Terminal) -> String {
    let mut text = format!("{}\n", terminal.paint(Tone::Strong, &format!("AUDIT OF {} BAGS", totals.bags)));
    let mut row = |count: u64, what: &str, tone: Option<Tone>| {
        if count > 0 {
            let number = format!("{count:>9}");
            let number = tone.map_or_else(|| number.clone(), |tone| terminal.paint(tone, &number));
            text.push_str(&format!("{number}  {what}\n"));
        }
    };
    row(totals.log_sound, "log sound, files not read", Some(Tone::Good));
    row(totals.confirmed, "confirmed", Some(Tone::Good));
    row(totals.confirmed_with_remarks, "confirmed, with remarks", Some(Tone::Good));
    row(totals.with_remarks, "of these with remarks of their own", Some(Tone::Caution));
    row(totals.violated, "VIOLATED", Some(Tone::Bad));
    row(totals.undetermined, "cannot be determined", Some(Tone::Caution));
    row(totals.not_opened, "could not be opened", Some(Tone::Caution));
    row(totals.partial, "never finished: no bags", None);
    row(totals.open_transfers, "open transfers", Some(Tone::Caution));
    row(totals.forks, "FORKS: a log that was split", Some(Tone::Bad));
    row(totals.side_branches, "side branches by keys that nobody vouches for", Some(Tone::Caution));
    row(totals.second_copies, "second copies with the same log", None);
    row(totals.older_copies, "copies with an older log", Some(Tone::Caution));
    row(totals.copies, "made from another bag", None);
    row(totals.copies_not_recorded, "not mentioned by the bag they were made from", Some(Tone::Caution));
    row(totals.copies_disagreeing, "CARRY ANOTHER LOG than the bag they were made from", Some(Tone::Bad));
    row(totals.links, "links, not followed: what lies behind them was not looked at", Some(Tone::Caution));
    for (code, what) in [
        ("anchor.signer_key", "attributed by a key, not by a roster"),
        ("anchor.receipt", "attributed by a receipt"),
        ("time.none", "without attested time: all times are those that the signers declared"),
    ] {
        row(totals.findings.get(code).copied().unwrap_or(0), what, None);
    }
    if totals.with_receipts {
        for (count, what) in [
            (totals.receipts, "receipts read"),
            (totals.receipts_matched, "of these of bags that were audited"),
            (totals.receipts_without_bag, "of these without their bag"),
            (totals.receipts_unfit, "given as receipts, and not read or none"),
        ] {
            text.push_str(&format!("{count:>9}  {what}\n"));
        }
    }
    if let Some(oldest) = &totals.judged_before_oldest {
        let count = totals.judged_before;
        text.push_str(&format!(
            "Judged before, not looked at now: {count}, the oldest at {oldest}. Of these this says no more than what was so then.\n"
        ));
    }
    if totals.bags == 0 {
        text.push_str("There is nothing to audit here.\n");
    } else if !fixity {
        text.push_str("The files of the bags were not read; --fixity reads them.\n");
    }
    text
}

/// What was found between bags, violations first.
pub(crate) fn across(found: &Found, terminal: &Terminal) -> String {
    let mut text = String::new();
    for (heading, shelf) in [("VIOLATIONS BETWEEN BAGS", &found.violations), ("BETWEEN BAGS", &found.others)] {
        if shelf.text.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{}\n", terminal.paint(Tone::Strong, heading)));
        text.extend(shelf.text.iter().map(String::as_str));
        if shelf.left_out > 0 {
            text.push_str(&format!("  ... and {} more; --json lists them\n", shelf.left_out));
        }
    }
    text
}

fn lines(across: &Across) -> String {
    let words = match across.kind {
        Kind::Fork => Code::Fork.sentence(),
        Kind::SideBranch => Code::SideBranch.sentence(),
        Kind::SecondCopy => "The bag lies at a second place with the same log.",
        Kind::OlderCopy => "The log at the first place goes on where the one at the second ends.",
        Kind::NotRecorded => Code::PreviousNotRecorded.sentence(),
        Kind::Disagrees => Code::PreviousDisagrees.sentence(),
        Kind::ReceiptWithoutBag => "A receipt without its bag: the bag was not among those audited.",
        Kind::ReceiptUnfit => "A file that was given as a receipt is none.",
        Kind::NoReceipt => "There is no receipt in the place that was named; nothing was compared with one.",
        Kind::Link => "A link was not followed; what lies behind it was not looked at.",
        Kind::Partial => "A bag that was never finished; it proves nothing and was not judged.",
    };
    let mut text = format!("  {words}\n");
    let mut line = |label: &str, value: &str| text.push_str(&format!("      {label:<9}{}\n", finding_text(value)));
    across.bag.iter().for_each(|bag| line("bag", bag));
    across.index.iter().for_each(|index| line("event", &index.to_string()));
    across.first.iter().for_each(|first| line("differs", &format!("first that differs: event {first}")));
    for (number, place) in across.places.iter().enumerate() {
        line("at", place);
        across.heads.get(number).iter().for_each(|head| line("  head", head));
        across.signers.get(number).iter().for_each(|signer| line("  key", signer));
    }
    if let Some(one_key) = across.one_key {
        line("signed", if one_key { "both by one key" } else { "by two keys" });
    }
    across.proof.iter().for_each(|proof| line("proof", proof));
    across.why.iter().for_each(|why| line("why", why));
    text
}

/// One bag with what there is to read.
pub(crate) fn bag(line: &BagLine, now: Option<UtcTime>, terminal: &Terminal) -> String {
    let (words, tone) = match line.outcome {
        BagOutcome::LogSound => ("log sound, with remarks", Tone::Caution),
        BagOutcome::Confirmed => ("confirmed", Tone::Good),
        BagOutcome::ConfirmedWithRemarks => ("confirmed, with remarks", Tone::Caution),
        BagOutcome::Violated => ("VIOLATED", Tone::Bad),
        BagOutcome::Undetermined => ("cannot be determined", Tone::Caution),
        BagOutcome::NotOpened => ("could not be opened", Tone::Caution),
    };
    let mut text = format!("\n{}: {}", terminal.paint(Tone::Strong, &shown(&line.path())), terminal.paint(tone, words));
    line.why.iter().for_each(|why| text.push_str(&format!(": {}", finding_text(why))));
    text.push('\n');
    line.exhibit.iter().for_each(|exhibit| text.push_str(&format!("  exhibit {}\n", record_text(exhibit))));
    if let Some(transfer) = &line.transfer {
        text.push_str(&format!("  released to {} on {}", record_text(&transfer.to), record_text(&transfer.since)));
        text.push_str(&age(&transfer.since, now).map_or(String::new(), |age| format!(", {age} ago")));
        text.push_str("; neither accepted nor refused\n");
    }
    let mut findings: Vec<&FindingLine> = line.own_findings().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.weight()));
    findings.iter().take(SHOWN_OF_BAG).for_each(|finding| text.push_str(&finding_lines(finding)));
    if findings.len() > SHOWN_OF_BAG {
        text.push_str("  ... and more; `sealbag verify` lists them\n");
    }
    text
}

fn finding_lines(finding: &FindingLine) -> String {
    let sentence = Code::ALL.iter().find(|code| code.name() == finding.code).map_or("", |code| code.sentence());
    let place = if finding.place.is_empty() { String::new() } else { format!("  {}", finding_text(&finding.place)) };
    let mut text = format!("  {}{place}\n      {sentence}\n", finding_text(&finding.code));
    for (label, value) in [("expected", &finding.expected), ("found", &finding.found)] {
        value.iter().for_each(|value| text.push_str(&format!("      {label:<9}{}\n", finding_text(value))));
    }
    text
}

/// Whole days, or hours below two days; nothing for a time to come.
fn age(since: &str, now: Option<UtcTime>) -> Option<String> {
    let since: UtcTime = since.parse().ok()?;
    let hours = (now?.unix_seconds() - since.unix_seconds()) / 3600;
    match hours {
        ..0 => None,
        0..48 => Some(format!("{hours} hours")),
        _ => Some(format!("{} days", hours / 24)),
    }
}

/// What the audit does not say.
pub(crate) fn limits(fixity: bool) -> String {
    let files = if fixity { "" } else { "Whether the files are those that were sealed was not looked at.\n" };
    format!(
        "\n{files}Events that were withheld from every copy and receipt at hand cannot be seen.\nThis does not state that what the data say is true, nor who sat at the keyboard.\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_transfer_has_an_age_only_if_the_time_is_given() {
        let time = |text: &str| text.parse::<UtcTime>().ok();
        let since = "2026-11-20T10:00:00Z";
        assert_eq!(age(since, None), None);
        assert_eq!(age(since, time("2026-11-20T13:30:00Z")).as_deref(), Some("3 hours"));
        assert_eq!(age(since, time("2026-11-23T09:00:00Z")).as_deref(), Some("2 days"));
        assert_eq!(age(since, time("2026-11-19T10:00:00Z")), None);
    }
}
