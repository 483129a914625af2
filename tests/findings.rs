//! What findings say besides their codes: the place, what was expected and what was found, and under which check they stand.

#[path = "findings/large.rs"]
mod large;

use sealbag::finding::{Code, Finding};
use sealbag::verdict::{Check, CheckResult, Status, Verdict};
use sealbag::verify::{Anchors, Depth, Options, verify};
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::observer::Silent;
use sealbag_tests::vectors::{Tree, Vector, by_the_officers_key, golden, named, scenes};

fn judged(bag: &Tree, anchors: &Anchors, depth: Depth) -> Verdict {
    let store = bag.clone().into_store().expect("a bag for a verifier in memory");
    verify(&store, &Options { anchors, depth, source: None, progress: &Silent })
}

fn by_key(bag: &Tree) -> Verdict {
    judged(bag, &by_the_officers_key().given(), Depth::Full)
}

fn by_receipt(bag: &Tree, receipt: &[u8]) -> Verdict {
    judged(bag, &Anchors { receipts: vec![receipt.to_vec()], ..Anchors::default() }, Depth::Full)
}

fn of(vector: &Vector) -> Verdict {
    judged(&vector.bag, &vector.anchors.given(), Depth::Full)
}

/// The one finding of a code.
#[track_caller]
fn one(verdict: &Verdict, code: Code) -> Finding {
    let all: Vec<&Finding> = verdict.findings().iter().filter(|finding| finding.code == code).collect();
    assert_eq!(all.len(), 1, "{code:?} in {:?}", verdict.findings());
    all[0].clone()
}

/// Place, what was expected, what was found.
#[track_caller]
fn said(verdict: &Verdict, code: Code) -> (String, Option<String>, Option<String>) {
    let Finding { place, expected, found, .. } = one(verdict, code);
    (place, expected, found)
}

fn check(verdict: &Verdict, check: Check) -> CheckResult {
    verdict.checks().iter().find(|result| result.check == check).expect("every check is listed").clone()
}

fn status(verdict: &Verdict, of: Check) -> Status {
    check(verdict, of).status
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn hash(bag: &Tree, path: &str) -> String {
    sha256(bag.clone().file(path)).to_hex()
}

#[test]
fn a_receipt_that_does_not_fit_says_which_event_is_the_first_that_differs() {
    let (bag, [first, second, third]) = scenes::rewritten();
    let (one, two, three) = ("custody/000001.txt", "custody/000002.txt", "custody/000003.txt");
    let differs = |at: &str, words: &str| text(&format!("{}; {words}", hash(&bag, at)));
    let exactly = "the first event that differs is 1";
    let verdict = by_receipt(&bag, &first);
    let (place, _, found) = said(&verdict, Code::ReceiptMismatch);
    assert_eq!((place.as_str(), found), (one, differs(one, exactly)));
    let (place, _, found) = said(&by_receipt(&bag, &second), Code::ReceiptMismatch);
    assert_eq!((place.as_str(), found), (two, differs(two, exactly)));
    let (place, _, found) = said(&by_receipt(&bag, &third), Code::ReceiptAhead);
    let besides = "the log was rewritten besides: the first event that differs is 2 or an earlier one";
    assert_eq!((place.as_str(), found), (three, text(besides)));

    let (bag, [other, further, _]) = scenes::framed();
    let (place, _, found) = said(&by_receipt(&bag, &other), Code::ReceiptMismatch);
    let exactly = format!("{}; the first event that differs is 2", hash(&bag, two));
    assert_eq!((place.as_str(), found), (two, Some(exactly)));
    let (place, _, found) = said(&by_receipt(&bag, &further), Code::ReceiptAhead);
    assert_eq!((place.as_str(), found), (three, None));

    let vector = named("receipts-rewritten");
    let seven = "custody/000007.txt";
    let (place, _, found) = said(&of(&vector), Code::ReceiptMismatch);
    let at_most = format!("{}; the first event that differs is 6 or an earlier one", hash(&vector.bag, seven));
    assert_eq!((place.as_str(), found), (seven, Some(at_most)));
}

#[test]
fn an_event_over_the_limit_has_no_hash_and_is_named_by_its_limit() {
    let limit = format!("at most {MAX_PAGE_LEN} bytes");
    let (mut bag, [first, ..]) = scenes::rewritten();
    let longest = |bytes: &mut Vec<u8>, more: usize| bytes.resize(MAX_PAGE_LEN + more, b'x');
    longest(bag.file("custody/000001.txt"), 1);
    let verdict = by_receipt(&bag, &first);
    let (_, expected, _) = said(&verdict, Code::EventMalformed);
    assert_eq!(expected.as_deref(), Some(&limit[..]));
    let (_, _, found) = said(&verdict, Code::ReceiptMismatch);
    assert_eq!(found.as_deref(), Some("the first event that differs is 1"));
    // At the limit it is read, and is no event for another reason.
    longest(bag.file("custody/000001.txt"), 0);
    let verdict = by_receipt(&bag, &first);
    assert!(verdict.findings().iter().all(|finding| finding.expected.as_deref() != Some(&limit[..])));
    let (_, _, found) = said(&verdict, Code::ReceiptMismatch);
    let with_hash = format!("{}; the first event that differs is 1", hash(&bag, "custody/000001.txt"));
    assert_eq!(found, Some(with_hash));

    let mut bag = golden();
    longest(bag.file("custody/000000.txt"), 1);
    assert_eq!(said(&by_key(&bag), Code::SealMalformed), ("custody/000000.txt".to_owned(), Some(limit), text("more")));
}

#[test]
fn a_record_that_does_not_hold_fails_after_its_signature_has_passed() {
    for (name, signature, record) in [
        ("records-index-1", Status::Passed, Status::Failed),
        ("records-signer-is-another", Status::Passed, Status::Failed),
        ("a record that was changed", Status::Failed, Status::NotRun),
    ] {
        let verdict = match name {
            "a record that was changed" => {
                let mut bag = golden();
                let seal = bag.file("custody/000000.txt");
                let at = seal.windows(7).position(|bytes| bytes == b"2026-17").expect("the case");
                seal[at + 6] = b'8';
                by_key(&bag)
            }
            _ => of(&named(name)),
        };
        assert_eq!(
            (status(&verdict, Check::Signature), status(&verdict, Check::Record)),
            (signature, record),
            "{name}"
        );
    }
}

#[test]
fn a_check_that_was_not_run_says_why() {
    let why = |verdict: &Verdict, of: Check| {
        let result = check(verdict, of);
        assert_eq!(result.status, Status::NotRun);
        result.why
    };
    let mut bag = scenes::disclosure();
    bag.file("seal/entries.jsonl").push(b'\n');
    assert_eq!(why(&by_key(&bag), Check::Previous), Some("the sealed list does not hold"));
    let verdict = by_key(&golden());
    assert_eq!(status(&verdict, Check::Time), Status::NotPresent);
    let mut bag = golden();
    bag.put("custody/000000.1.tsr", "no token");
    assert_eq!(why(&by_key(&bag), Check::Time), Some("no certificate of a time-stamp authority was given"));
}

#[test]
fn a_changed_file_says_the_digest_that_was_compared_at_the_depth_that_was_asked_for() {
    let mut bag = golden();
    bag.file("data/notes.txt")[0] = b'X';
    let anchors = by_the_officers_key().given();
    for (depth, name) in [(Depth::Full, "sha256 "), (Depth::Quick, "blake3 ")] {
        let verdict = judged(&bag, &anchors, depth);
        let finding = one(&verdict, Code::FileChanged);
        assert_eq!(finding.place, "data/notes.txt");
        let (expected, found) = (finding.expected.expect("a digest"), finding.found.expect("a digest"));
        assert!(expected.starts_with(name) && found.starts_with(name), "{expected}, {found}");
        assert_eq!((expected.len(), found.len()), (7 + 64, 7 + 64), "{found}");
    }
}

#[test]
fn what_could_not_be_read_when_it_was_sealed_is_said_with_its_place() {
    let finding = one(&of(&named("entries-unreadable-twice-at-one-place")), Code::SealedUnreadable);
    assert_eq!((finding.found.as_deref(), finding.damage.is_some()), (Some("CHANGED"), false));
    let finding = one(&by_key(&scenes::unreadable()), Code::SealedUnreadable);
    assert_eq!(finding.found.as_deref(), Some("7 bytes in 2 places, the first at 4: EIO"));
    assert_eq!((finding.place.as_str(), finding.damage.is_some()), ("notes.txt", true));
}

#[test]
fn a_row_of_bags_is_followed_to_its_sixty_fourth_and_each_step_is_compared() {
    let (before, last) = ("previous/".repeat(64), "seal/previous/");
    let verdict = by_key(&scenes::row(65, None));
    assert!(verdict.findings().iter().all(|finding| finding.code != Code::PreviousMissing), "{:?}", verdict.findings());
    let verdict = by_key(&scenes::row(66, None));
    assert_eq!(one(&verdict, Code::PreviousMissing).place, format!("{last}{before}000000.txt"));
    let verdict = by_key(&scenes::row(3, Some(0)));
    assert_eq!(one(&verdict, Code::PreviousOtherRoot).place, "seal/previous/000000.txt");
    let verdict = by_key(&scenes::row(4, Some(0)));
    assert_eq!(one(&verdict, Code::PreviousOtherRoot).place, "seal/previous/previous/000000.txt");
    let verdict = by_key(&scenes::row(3, Some(2)));
    assert_eq!(one(&verdict, Code::PreviousOtherRoot).place, "custody/000000.txt");
}

#[test]
fn a_seal_hash_is_looked_for_among_the_sixty_four_bags_before() {
    let bag = scenes::row(66, None);
    let by_hash_before = |bags: usize| {
        let place = format!("seal/previous/{}000000.txt", "previous/".repeat(bags - 1));
        let anchors = Anchors { seal_hash: Some(sha256(bag.clone().file(&place))), ..Anchors::default() };
        judged(&bag, &anchors, Depth::Full)
    };
    assert_eq!(one(&by_hash_before(64), Code::PreviousAnchor).place, "custody/000000.txt");
    assert_eq!(one(&by_hash_before(65), Code::SealHashMismatch).place, "custody/000000.txt");
}

#[test]
fn only_a_part_of_a_bag_may_withhold_the_log_and_only_whole() {
    let [copy, disclosure] = scenes::withheld();
    for (bag, place) in [(copy, "seal/previous/000000.txt"), (disclosure, "seal/previous/000001.txt")] {
        let verdict = by_key(&bag);
        let (at, expected, found) = said(&verdict, Code::PreviousMismatch);
        assert_eq!((at.as_str(), found), (place, Some(hash(&bag, place))));
        assert!(expected.is_some_and(|head| head != hash(&bag, place)));
        assert!(verdict.findings().iter().all(|finding| finding.code != Code::LogWithheld));
    }
}

#[test]
fn a_part_says_of_how_many_lines_it_is_made() {
    let (_, _, found) = said(&of(&named("previous-disclosure")), Code::PreviousPart);
    assert_eq!(found.as_deref(), Some("2 of 9 lines"));
    let (_, _, found) = said(&of(&named("previous-redaction")), Code::PreviousRedacted);
    assert_eq!(found.as_deref(), Some("1 of 9 lines"));
    let verdict = by_key(&scenes::redaction_of_the_last_line());
    assert_eq!(said(&verdict, Code::PreviousRedacted).2.as_deref(), Some("1 of 9 lines"));
    assert!(verdict.findings().iter().all(|finding| finding.code != Code::ProofsMalformed));
    for (name, words) in [
        ("previous-proofs-one-too-few", "a line of the list has no proof"),
        ("previous-proofs-one-too-many", "a proof has no line in the list"),
        ("previous-proofs-index-twice", "line 2 is out of order"),
        ("previous-proofs-with-a-space", "line 1 is not a proof"),
    ] {
        let (_, _, found) = said(&of(&named(name)), Code::ProofsMalformed);
        assert_eq!(found.as_deref(), Some(words), "{name}");
    }
}

#[test]
fn what_a_breach_or_a_remark_says_is_in_its_finding() {
    let [_, good] = scenes::copied(scenes::Mention::Silent);
    let mut edited = good.clone();
    edited.put("custody/000001.txt", edited.clone().file("seal/previous/000001.txt").clone());
    let (place, _, found) = said(&by_key(&edited), Code::OtherBag);
    assert_eq!(place, "custody/000001.txt");
    assert!(found.is_some_and(|found| found.starts_with("bag ") && found.len() > 30));
    let verdict = by_key(&scenes::released());
    let (place, _, found) = said(&verdict, Code::TransferOpen);
    assert_eq!(place, "custody/");
    assert!(found.is_some_and(|found| found.contains("Laboratory Expert")), "{:?}", verdict.findings());
}
