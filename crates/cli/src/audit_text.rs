//! An audit as a person reads it: the totals, what was found between bags, then the bags with something to read.

use std::fmt::Display;

use sealbag::audit::{Across, BagLine, BagOutcome, FindingLine, Kind, Totals};
use sealbag::finding::{Code, Severity};
use sealbag_custody::scalar::UtcTime;

use crate::columns::Columns;
use crate::terminal::{Terminal, Tone, finding_text, record_text, shown};
use crate::words::{Sentence, Words};

/// So many findings between bags of one kind are shown; the rest is counted.
const SHOWN_ACROSS: u64 = 1000;
/// So many findings of one bag are shown.
const SHOWN_OF_BAG: usize = 50;

/// What can say why something stands between bags: the audit, around what a receipt or proof says of itself.
const WHY_BETWEEN: [&str; 10] = [
    "AuditWhy",
    "Shape",
    "First",
    "Second",
    "Unrelated",
    "UnknownFormat",
    "UnsupportedType",
    "OtherSigner",
    "NoSignature",
    "Invalid",
];
/// What can say why a bag could not be opened, besides the system.
const WHY_NOT_OPENED: [&str; 12] = [
    "AuditWhy",
    "Packed",
    "Io",
    "Beginning",
    "NoEnd",
    "Comment",
    "Trailing",
    "Spanned",
    "EndRecords",
    "Directory",
    "Count",
    "Entry",
];

/// Findings between bags, as they are printed; bounded.
pub(crate) struct Found<'a> {
    words: &'a Words,
    violations: Shelf,
    others: Shelf,
}

#[derive(Default)]
struct Shelf {
    text: Vec<String>,
    left_out: u64,
}

impl<'a> Found<'a> {
    /// Nothing yet.
    pub(crate) fn new(words: &'a Words) -> Self {
        Self { words, violations: Shelf::default(), others: Shelf::default() }
    }

    /// Keeps one. That a bag has a second copy is counted in the totals and not listed.
    pub(crate) fn add(&mut self, across: &Across) {
        if across.kind == Kind::SecondCopy {
            return;
        }
        let is_violation = across.severity() == Some(Severity::Violation);
        let shelf = if is_violation { &mut self.violations } else { &mut self.others };
        if (shelf.text.len() as u64) < SHOWN_ACROSS {
            shelf.text.push(lines(across, self.words));
        } else {
            shelf.left_out += 1;
        }
    }
}

/// The sums; those of what did not happen are left out, but for the first.
pub(crate) fn totals(totals: &Totals, fixity: bool, terminal: &Terminal) -> String {
    let words = terminal.words();
    let heading = words.with("say-audit-heading", &[("n", &totals.bags)]);
    let mut text = format!("{}\n", terminal.paint(Tone::Strong, &heading));
    let mut row = |count: u64, what: &'static str, tone: Option<Tone>| {
        if count > 0 {
            let number = format!("{count:>9}");
            let number = tone.map_or_else(|| number.clone(), |tone| terminal.paint(tone, &number));
            text.push_str(&format!("{number}  {}\n", words.text(what)));
        }
    };
    row(totals.log_sound, "say-audit-log-sound", Some(Tone::Good));
    row(totals.confirmed, "say-audit-confirmed", Some(Tone::Good));
    row(totals.confirmed_with_remarks, "say-audit-confirmed-with-remarks", Some(Tone::Good));
    row(totals.with_remarks, "say-audit-of-these-with-remarks", Some(Tone::Caution));
    row(totals.violated, "say-audit-violated", Some(Tone::Bad));
    row(totals.undetermined, "say-audit-undetermined", Some(Tone::Caution));
    row(totals.not_opened, "say-audit-not-opened", Some(Tone::Caution));
    row(totals.partial, "say-audit-partial", None);
    row(totals.open_transfers, "say-audit-open-transfers", Some(Tone::Caution));
    row(totals.forks, "say-audit-forks", Some(Tone::Bad));
    row(totals.side_branches, "say-audit-side-branches", Some(Tone::Caution));
    row(totals.second_copies, "say-audit-second-copies", None);
    row(totals.older_copies, "say-audit-older-copies", Some(Tone::Caution));
    row(totals.copies, "say-audit-copies", None);
    row(totals.copies_not_recorded, "say-audit-copies-not-recorded", Some(Tone::Caution));
    row(totals.copies_disagreeing, "say-audit-copies-disagreeing", Some(Tone::Bad));
    row(totals.links, "say-audit-links", Some(Tone::Caution));
    for (code, what) in [
        ("anchor.signer_key", "say-audit-by-key"),
        ("anchor.receipt", "say-audit-by-receipt"),
        ("time.none", "say-audit-no-time"),
    ] {
        row(totals.findings.get(code).copied().unwrap_or(0), what, None);
    }
    if totals.with_receipts {
        for (count, what) in [
            (totals.receipts, "say-audit-receipts"),
            (totals.receipts_matched, "say-audit-receipts-matched"),
            (totals.receipts_without_bag, "say-audit-receipts-without-bag"),
            (totals.receipts_unfit, "say-audit-receipts-unfit"),
        ] {
            text.push_str(&format!("{count:>9}  {}\n", words.text(what)));
        }
    }
    if let Some(oldest) = &totals.judged_before_oldest {
        let values: [(&str, &dyn Display); 2] = [("n", &totals.judged_before), ("oldest", oldest)];
        text.push_str(&format!("{}\n", words.with("say-audit-judged-before", &values)));
    }
    if totals.bags == 0 {
        text.push_str(&format!("{}\n", words.text("say-audit-nothing")));
    } else if !fixity {
        text.push_str(&format!("{}\n", words.text("say-audit-files-not-read")));
    }
    text
}

/// What was found between bags, violations first.
pub(crate) fn across(found: &Found<'_>, terminal: &Terminal) -> String {
    let words = terminal.words();
    let mut text = String::new();
    for (heading, shelf) in [("say-audit-violations-between", &found.violations), ("say-audit-between", &found.others)]
    {
        if shelf.text.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{}\n", terminal.paint(Tone::Strong, &words.text(heading))));
        text.extend(shelf.text.iter().map(String::as_str));
        if shelf.left_out > 0 {
            text.push_str(&format!("  {}\n", words.with("say-audit-more", &[("n", &shelf.left_out)])));
        }
    }
    text
}

fn lines(across: &Across, words: &Words) -> String {
    let finding = |code| words.catalogue().finding(code);
    let what = match across.kind {
        Kind::Fork => finding(Code::Fork),
        Kind::SideBranch => finding(Code::SideBranch),
        Kind::SecondCopy => words.text("say-between-second-copy"),
        Kind::OlderCopy => words.text("say-between-older-copy"),
        Kind::NotRecorded => finding(Code::PreviousNotRecorded),
        Kind::Disagrees => finding(Code::PreviousDisagrees),
        Kind::ReceiptWithoutBag => words.text("say-between-receipt-without-bag"),
        Kind::ReceiptUnfit => words.text("say-between-receipt-unfit"),
        Kind::NoReceipt => words.text("say-between-no-receipt"),
        Kind::Link => words.text("say-between-link"),
        Kind::Partial => words.text("say-between-partial"),
    };
    let mut block = Columns::new(words.catalogue().language());
    let mut line = |label: String, value: &str| block.line(label, finding_text(value));
    let below = |label| format!("  {}", words.text(label));
    across.bag.iter().for_each(|bag| line(words.text("label-bag"), bag));
    across.index.iter().for_each(|index| line(words.text("field-event"), &index.to_string()));
    let first = |first: &u64| words.with("say-between-first", &[("n", first)]);
    across.first.iter().for_each(|n| line(words.text("say-between-differs"), &first(n)));
    for (number, place) in across.places.iter().enumerate() {
        line(words.text("say-between-at"), place);
        across.heads.get(number).iter().for_each(|head| line(below("label-head"), head));
        across.signers.get(number).iter().for_each(|signer| line(below("label-key"), signer));
    }
    if let Some(one_key) = across.one_key {
        let by = if one_key { "say-between-one-key" } else { "say-between-two-keys" };
        line(words.text("say-between-signed"), &words.text(by));
    }
    across.proof.iter().for_each(|proof| line(words.text("say-between-proof"), proof));
    let why = |why: &String| words.sentence(&Sentence::written(why, &WHY_BETWEEN));
    across.why.iter().for_each(|reason| line(words.text("say-between-why"), &why(reason)));
    format!("  {what}\n{}", block.lines("      ", 9))
}

/// One bag with what there is to read.
pub(crate) fn bag(line: &BagLine, now: Option<UtcTime>, terminal: &Terminal) -> String {
    let words = terminal.words();
    let (outcome, tone) = match line.outcome {
        BagOutcome::LogSound => ("say-audit-log-sound-with-remarks", Tone::Caution),
        BagOutcome::Confirmed => ("say-audit-confirmed", Tone::Good),
        BagOutcome::ConfirmedWithRemarks => ("say-audit-confirmed-with-remarks", Tone::Caution),
        BagOutcome::Violated => ("say-audit-violated", Tone::Bad),
        BagOutcome::Undetermined => ("say-audit-undetermined", Tone::Caution),
        BagOutcome::NotOpened => ("say-audit-not-opened", Tone::Caution),
    };
    let (path, outcome) = (shown(&line.path()), words.text(outcome));
    let mut text = format!("\n{}: {}", terminal.paint(Tone::Strong, &path), terminal.paint(tone, &outcome));
    let why = |why: &String| finding_text(&words.sentence(&Sentence::written(why, &WHY_NOT_OPENED)));
    line.why.iter().for_each(|reason| text.push_str(&format!(": {}", why(reason))));
    text.push('\n');
    let exhibit = words.text("label-exhibit");
    line.exhibit.iter().for_each(|number| text.push_str(&format!("  {exhibit} {}\n", record_text(number))));
    if let Some(transfer) = &line.transfer {
        let (key, age) = match age(&transfer.since, now) {
            None => ("say-audit-transfer", 0),
            Some(Age::Hours(hours)) => ("say-audit-transfer-hours", hours),
            Some(Age::Days(days)) => ("say-audit-transfer-days", days),
        };
        let (to, since) = (record_text(&transfer.to), record_text(&transfer.since));
        let values: [(&str, &dyn Display); 3] = [("to", &to), ("since", &since), ("n", &age)];
        text.push_str(&format!("  {}\n", words.with(key, &values)));
    }
    let mut findings: Vec<&FindingLine> = line.own_findings().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.weight()));
    findings.iter().take(SHOWN_OF_BAG).for_each(|finding| text.push_str(&finding_lines(finding, words)));
    if findings.len() > SHOWN_OF_BAG {
        text.push_str(&format!("  {}\n", words.text("say-audit-more-findings")));
    }
    text
}

fn finding_lines(finding: &FindingLine, words: &Words) -> String {
    let catalogue = words.catalogue();
    let code = Code::from_name(&finding.code);
    let sentence = code.map(|code| catalogue.finding(code)).unwrap_or_default();
    let said = |value: &str| finding_text(&code.map_or_else(|| value.to_owned(), |code| catalogue.value(code, value)));
    let place = match finding.place.as_str() {
        "" => String::new(),
        place => format!("  {}", finding_text(&catalogue.place(place))),
    };
    let mut values = Columns::new(catalogue.language());
    for (label, value) in [("label-expected", &finding.expected), ("label-found", &finding.found)] {
        value.iter().for_each(|value| values.line(words.text(label), said(value)));
    }
    format!("  {}{place}\n      {sentence}\n{}", finding_text(&finding.code), values.lines("      ", 9))
}

/// How long ago something was.
#[derive(Debug, PartialEq, Eq)]
enum Age {
    Hours(i64),
    Days(i64),
}

/// Whole days, or hours below two days; nothing for a time to come.
fn age(since: &str, now: Option<UtcTime>) -> Option<Age> {
    let since: UtcTime = since.parse().ok()?;
    let hours = (now?.unix_seconds() - since.unix_seconds()) / 3600;
    match hours {
        ..0 => None,
        0..48 => Some(Age::Hours(hours)),
        _ => Some(Age::Days(hours / 24)),
    }
}

/// What the audit does not say.
pub(crate) fn limits(fixity: bool, words: &Words) -> String {
    let files = if fixity { String::new() } else { format!("{}\n", words.text("say-audit-limit-files")) };
    format!("\n{files}{}\n{}\n", words.text("say-audit-limit-withheld"), words.text("say-audit-limit-truth"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_transfer_has_an_age_only_if_the_time_is_given() {
        let time = |text: &str| text.parse::<UtcTime>().ok();
        let since = "2026-11-20T10:00:00Z";
        assert_eq!(age(since, None), None);
        assert_eq!(age(since, time("2026-11-20T13:30:00Z")), Some(Age::Hours(3)));
        assert_eq!(age(since, time("2026-11-23T09:00:00Z")), Some(Age::Days(2)));
        assert_eq!(age(since, time("2026-11-19T10:00:00Z")), None);
    }
}
