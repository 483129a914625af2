//! Sections 6 and 7: what the report states, and what it does not. A sentence stands only if everything in it was checked.

use sealbag::finding::{Code, Severity};
use sealbag::verdict::{Check, Status};

use super::Scene;
use super::findings::OF_FILES;
use crate::document::{Block, Line, Value, message};
use crate::facts::Facts;
use crate::moment::number;

/// The sentences of the glossary that every report has.
const LIMITS: [&str; 10] = [
    "limit-truth",
    "limit-before",
    "limit-author",
    "limit-signer",
    "limit-law",
    "limit-when",
    "limit-copies",
    "limit-tail",
    "limit-crypto",
    "limit-not_expert",
];

/// True if files, list and signature hold together.
fn holds_together(facts: &Facts<'_>) -> bool {
    facts.passed(Check::Signature)
        && facts.passed(Check::Record)
        && facts.passed(Check::FileSet)
        && facts.passed(Check::Files)
        && facts.passed(Check::Tree)
        && OF_FILES.iter().all(|check| facts.holds(*check))
}

/// True if the bag agrees with itself and nothing from outside was brought.
pub(super) fn is_self_consistent(facts: &Facts<'_>) -> bool {
    holds_together(facts) && facts.opening.anchors.is_empty()
}

/// Who signed event 0, if a roster from outside names the person and nothing speaks against it.
pub(super) fn person_of_seal(facts: &Facts<'_>) -> Option<String> {
    let entry = facts.entries.first()?;
    let is_doubted = entry.findings.iter().any(|finding| finding.severity > Severity::Remark);
    let person = entry.by.as_ref()?.person.as_ref()?;
    let listed = person.listed.as_ref()?;
    if is_doubted || !facts.passed(Check::Anchor) {
        return None;
    }
    let body = listed.organisation.as_ref().map(|body| format!(", {body}")).unwrap_or_default();
    Some(format!("{}{body}", person.name))
}

pub(super) fn claims(scene: &Scene<'_>) -> Vec<Block> {
    let facts = scene.facts;
    let mut list = files(scene);
    if facts.passed(Check::Signature) && facts.passed(Check::Record) {
        list.extend(signer(scene));
        list.push(time(scene));
        list.extend(custody(scene));
    }
    let failed = scene.facts.verdict.checks().iter().filter(|result| result.status == Status::Failed);
    let failed: Vec<String> = failed.map(|result| scene.words.check(result.check)).collect();
    if !failed.is_empty() {
        list.push(Line::plain(scene.words.with("claim-not-confirmed", &[("what", &failed.join("; "))])));
    }
    if list.is_empty() {
        list.push(Line::plain(scene.words.text("claim-nothing")));
    }
    vec![Block::List(list)]
}

pub(super) fn limits(scene: &Scene<'_>) -> Vec<Block> {
    vec![Block::List(LIMITS.iter().map(|key| Line::plain(scene.words.text(key))).collect())]
}

fn files(scene: &Scene<'_>) -> Vec<Line> {
    let (words, facts) = (scene.words, scene.facts);
    let Some(record) = facts.seal() else { return Vec::new() };
    let total = number(record.totals.files);
    let annex = words.text("annex-files-letter");
    let differences = words.text("annex-differences-letter");
    let mut list = Vec::new();
    if holds_together(facts) {
        if facts.passed(Check::Anchor) {
            let seal = facts.verdict.seal_hash().unwrap_or_default();
            let values = [("annex", Value::Plain(&annex)), ("n", Value::Plain(&total)), ("seal", Value::Mono(seal))];
            list.push(message(words, "claim-files", &values));
            list.push(basis(scene));
        } else if facts.opening.anchors.is_empty() {
            list.push(Line::plain(words.text("claim-self_consistent")));
        } else {
            list.push(Line::plain(words.with("claim-files-unanchored", &[("annex", &annex), ("n", &total)])));
        }
    } else if facts.passed(Check::Tree) {
        let differing = differing(facts);
        if differing > 0 {
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("m", &number(differing)), ("n", &total), ("annex", &differences)];
            list.push(Line::plain(words.with("claim-mismatch", &values)));
        }
        let added = facts.count(Code::FileAdded.name());
        if added > 0 {
            list.push(Line::plain(words.with("claim-added", &[("n", &number(added)), ("annex", &differences)])));
        }
        if facts.verdict.status(Check::Files) == Some(Status::NotRun) && differing == 0 {
            list.push(Line::plain(words.text("claim-files-not-checked")));
        }
    }
    let unreadable = facts.count(Code::SealedUnreadable.name());
    if unreadable > 0 {
        list.push(Line::plain(words.with("claim-unreadable", &[("n", &number(unreadable))])));
    }
    list
}

/// How many files of the list do not match; two checks may name one file.
fn differing(facts: &Facts<'_>) -> u64 {
    let codes = [Code::FileChanged, Code::FileMissing, Code::FileNotRegular, Code::FileKind];
    let listed = facts.verdict.findings().iter().filter(|finding| codes.contains(&finding.code));
    let places: std::collections::BTreeSet<&str> = listed.clone().map(|finding| finding.place.as_str()).collect();
    let counted: u64 = codes.iter().map(|code| facts.count(code.name())).sum();
    if listed.count() as u64 == counted {
        return places.len() as u64;
    }
    facts.count(Code::FileChanged.name()) + facts.count(Code::FileMissing.name())
}

fn basis(scene: &Scene<'_>) -> Line {
    let (words, facts) = (scene.words, scene.facts);
    let date = words.date_of(scene.making.time);
    if facts.count(Code::Quick.name()) > 0 {
        return Line::plain(words.with("claim-basis-quick", &[("date", &date)]));
    }
    Line::plain(words.with("claim-basis", &[("date", &date), ("algs", &"SHA-256, BLAKE3")]))
}

fn signer(scene: &Scene<'_>) -> Vec<Line> {
    let (words, facts) = (scene.words, scene.facts);
    let Some(record) = facts.seal() else { return Vec::new() };
    let key = record.signer.key.fingerprint();
    let values = [("key", Value::Mono(key.as_str())), ("alg", Value::Plain(&"Ed25519"))];
    let mut list = vec![message(words, "claim-signature", &values)];
    let authority = || facts.entries.first()?.by.as_ref()?.person.as_ref()?.listed.as_ref().map(|it| &it.authority);
    let roster = authority().and_then(|name| facts.opening.rosters.iter().find(|roster| roster.authority == *name));
    match (person_of_seal(facts), roster) {
        (Some(person), Some(roster)) => {
            let version = words.with("roster-name", &[("version", &roster.version), ("hash", &roster.sha256)]);
            let time = words.short_moment(record.time, record.utc_offset);
            let values = [
                ("roster", Value::Plain(&version)),
                ("authority", Value::Quoted(&roster.authority)),
                ("date", Value::Plain(&words.date_of(roster.issued))),
                ("time", Value::Plain(&time)),
                ("person", Value::Quoted(&person)),
            ];
            list.push(message(words, "claim-attribution", &values));
        }
        _ => list.push(Line::plain(words.text("claim-no_roster"))),
    }
    list
}

/// What a third party attests of the seal; else whose word the times are.
pub(super) fn time(scene: &Scene<'_>) -> Line {
    let (words, facts) = (scene.words, scene.facts);
    if let (Some(token), Some(latest)) = (facts.stamp_of_seal(), facts.latest_of_seal()) {
        let time = words.utc_clock(latest);
        let values = [("tsa", Value::Quoted(token.authority.as_str())), ("time", Value::Plain(&time))];
        return message(words, "claim-time", &values);
    }
    // Where there are tokens that do not count, it is not said that there are none.
    let has_tokens = facts.verdict.totals().keys().any(|code| code.starts_with("time.") && *code != "time.none");
    Line::plain(if has_tokens { words.finding(Code::NoTime) } else { words.text("claim-no_timestamp") })
}

fn custody(scene: &Scene<'_>) -> Option<Line> {
    let (words, facts) = (scene.words, scene.facts);
    let custody = facts.verdict.custody()?;
    if !facts.passed(Check::Custody) || !facts.passed(Check::Anchor) {
        return None;
    }
    let last = custody.events.saturating_sub(1);
    let values: [(&str, &dyn std::fmt::Display); 3] = [("k", &custody.events), ("first", &0), ("last", &last)];
    Some(Line::plain(words.with("claim-custody", &values)))
}
