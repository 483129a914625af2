use super::*;
use crate::key::{KeyPair, Signer};

fn key(seed: u8) -> KeyPair {
    KeyPair::from_seed(&[seed; 32]).expect("a key")
}

fn text(value: &str) -> Text {
    Text::new(value).expect("a text")
}

fn time(value: &str) -> UtcTime {
    value.parse().expect("a time")
}

fn enrolment(id: &str, name: Option<&str>, seed: u8) -> Enrolment {
    Enrolment {
        id: text(id),
        name: name.map(text),
        about: About::default(),
        key: key(seed).public_key().clone(),
        roles: vec![text("investigator")],
        valid_from: time("2026-01-01T00:00:00Z"),
        valid_to: None,
    }
}

fn draft() -> RosterDraft {
    let mut draft = RosterDraft::first(text("Office"), None, None);
    draft.enrol(enrolment("a.b", Some("A. B"), 1)).expect("a new person");
    draft
}

fn signed(draft: RosterDraft) -> VerifiedRoster {
    draft.sign(time("2026-02-01T00:00:00Z"), &key(9)).expect("a roster").1
}

#[test]
fn the_known_roles_are_those_of_the_spec() {
    let spec = include_str!("../../../../docs/spec/custody.md");
    let section = spec.split("### Roles").nth(1).and_then(|rest| rest.split("### ").next()).expect("the section");
    let cells = section.lines().filter_map(|line| line.strip_prefix('|')?.trim_end_matches('|').split('|').nth(1));
    let words: std::collections::BTreeSet<&str> = cells
        .flat_map(|cell| cell.split(['(', ',']))
        .map(str::trim)
        .filter(|word| !word.is_empty() && word.bytes().all(|b| matches!(b, b'a'..=b'z' | b'_')) && *word != "roles")
        .collect();
    assert_eq!(words, ROLES.iter().copied().collect());
}

#[test]
fn a_draft_is_read_back_as_it_was_written_and_is_no_roster() {
    let bytes = draft().to_bytes().expect("a draft");
    assert_eq!(RosterDraft::parse(&bytes).expect("a draft"), draft());
    assert!(RosterRecord::parse(&bytes).expect_err("a draft").is_unknown_format());
}

#[test]
fn a_signed_draft_holds_and_names_the_key_that_signed() {
    let roster = signed(draft());
    assert_eq!(roster.origin(), key(9).public_key());
    assert_eq!(roster.find(key(1).public_key()).expect("the key").1.name, text("A. B"));
}

#[test]
fn the_next_version_names_the_one_before_and_has_all_of_it() {
    let first = signed(draft());
    let mut next = RosterDraft::following(&first);
    assert_eq!((next.version(), next.previous()), (2, Some(first.sha256())));
    assert_eq!((next.persons(), next.keys()), (first.record().person.as_slice(), first.record().key.as_slice()));
    next.retire(key(1).public_key(), time("2026-03-01T00:00:00Z"), &text("left")).expect("retired");
    next.require_successor_of(&first).expect("nothing was removed");
}

#[test]
fn only_the_key_of_the_versions_before_signs_the_next() {
    let next = RosterDraft::following(&signed(draft()));
    let error = next.sign(time("2026-03-01T00:00:00Z"), &key(8)).expect_err("another key");
    assert!(matches!(error, RosterSignError::OtherAuthority { .. }), "{error}");
}

#[test]
fn one_key_belongs_to_one_person_and_the_refusal_names_that_person() {
    let mut draft = draft();
    let error = draft.enrol(enrolment("c.d", Some("C. D"), 1)).expect_err("a key that is taken");
    assert!(error.to_string().contains("as that of A. B (id a.b)"), "{error}");
    assert_eq!(draft.persons().len(), 1);
}

#[test]
fn a_second_key_needs_no_name_but_a_name_must_be_the_known_one() {
    let mut draft = draft();
    draft.enrol(enrolment("a.b", None, 2)).expect("a second key");
    assert_eq!((draft.persons().len(), draft.keys().len()), (1, 2));
    let error = draft.enrol(enrolment("a.b", Some("Somebody"), 3)).expect_err("another name");
    assert!(matches!(error, EditError::OtherPerson { field: "the name", .. }), "{error}");
    let error = draft.enrol(enrolment("c.d", None, 3)).expect_err("no name");
    assert_eq!(error, EditError::NameMissing("c.d".to_owned()));
}

#[test]
fn two_persons_may_have_one_name() {
    let mut draft = draft();
    draft.enrol(enrolment("a.b-2", Some("A. B"), 2)).expect("another person of that name");
}

#[test]
fn a_refused_change_leaves_the_draft_as_it_was() {
    let mut draft = draft();
    let before = draft.clone();
    let mut new = enrolment("C D", Some("C. D"), 2);
    draft.enrol(new.clone()).expect_err("an id with a space");
    new.id = text("c.d");
    new.roles = vec![text("Expert")];
    draft.enrol(new.clone()).expect_err("a role in capitals");
    new.roles = vec![text("expert"), text("expert")];
    draft.enrol(new.clone()).expect_err("a role twice");
    new.roles = vec![text("expert")];
    new.valid_to = Some(new.valid_from);
    draft.enrol(new).expect_err("an empty validity");
    assert_eq!(draft, before);
}

#[test]
fn a_key_is_retired_once_and_revoked_only_to_an_earlier_moment() {
    let mut draft = draft();
    let a = key(1).public_key().clone();
    let (early, late) = (time("2026-03-01T00:00:00Z"), time("2026-04-01T00:00:00Z"));
    let before = time("2025-12-31T23:59:59Z");
    assert!(matches!(draft.retire(&a, before, &text("x")), Err(EditError::RetiredTooEarly { .. })));
    draft.retire(&a, early, &text("left")).expect("retired");
    assert!(matches!(draft.retire(&a, late, &text("again")), Err(EditError::AlreadyRetired { .. })));
    draft.revoke(&a, late, &text("stolen")).expect("revoked");
    assert!(matches!(draft.revoke(&a, late, &text("x")), Err(EditError::AlreadyCompromised { .. })));
    draft.revoke(&a, early, &text("earlier")).expect("an earlier moment");
    assert_eq!(draft.keys()[0].reason, Some(text("left; stolen; earlier")));
    assert!(matches!(draft.retire_person("a.b", late, &text("x")), Err(EditError::NothingToRetire(_))));
}

#[test]
fn a_draft_from_which_something_was_removed_is_no_successor() {
    let mut full = draft();
    let (at, a) = (time("2026-03-01T00:00:00Z"), key(1).public_key().clone());
    full.retire(&a, at, &text("left")).expect("retired");
    full.revoke(&a, at, &text("stolen")).expect("revoked");
    let first = signed(full);
    let changed = |change: &dyn Fn(&mut RosterDraft)| {
        let mut next = RosterDraft::following(&first);
        change(&mut next);
        next.require_successor_of(&first).expect_err("something is gone").to_string()
    };
    assert!(changed(&|next| next.key_mut().clear()).ends_with("is gone"));
    assert!(changed(&|next| next.person_mut().clear()).ends_with("the person a.b is gone"));
    assert!(changed(&|next| next.key_mut()[0].retired = None).ends_with("no longer retired as before"));
    assert!(changed(&|next| next.key_mut()[0].compromised_since = None).ends_with("as compromised as before"));
    assert!(changed(&|next| next.key_mut()[0].person = text("c.d")).ends_with("another person's"));
}

#[test]
fn errors_between_fields_name_line_and_field() {
    let mut two = draft();
    two.enrol(enrolment("c.d", Some("C. D"), 2)).expect("a second person");
    let good = String::from_utf8(two.to_bytes().expect("a draft")).expect("UTF-8");
    let (a, c) = (key(1).public_key().to_line(), key(2).public_key().to_line());
    for (from, to, expected) in [
        ("person = \"c.d\"", "person = \"x\"", "line 22: key.person: no person has this id"),
        ("id = \"c.d\"", "id = \"a.b\"", "line 12: person.id: the id a.b stands twice"),
        (c.as_str(), a.as_str(), "line 23: key.key: this key is that of a.b already: one key, one person"),
        ("version = 1", "version = 2", "previous: is required from version 2 on"),
        ("name = \"C. D\"", "nmae = \"C. D\"", "line 13: person.nmae: unknown field"),
    ] {
        let error = RosterDraft::parse(good.replace(from, to).as_bytes()).expect_err(expected).to_string();
        assert!(error.starts_with(expected), "{error}\n{good}");
    }
    let error = RosterDraft::parse(good.replace("[[person]]\nid = \"a.b\"\n", "[[person]]\nid = \"A\"\n").as_bytes());
    assert!(error.expect_err("no id").to_string().starts_with("line 8: person.id: an id is"), "{good}");
}

#[test]
fn all_keys_of_one_person_are_retired_and_nobody_elses() {
    let mut draft = draft();
    draft.enrol(enrolment("a.b", None, 2)).expect("a second key");
    draft.enrol(enrolment("c.d", Some("C. D"), 3)).expect("another person");
    let from = time("2026-01-01T00:00:00Z");
    // From the first moment of its validity on a key may be retired.
    let retired = draft.retire_person("a.b", from, &text("left")).expect("retired");
    assert_eq!(retired, [1, 2].map(|seed| key(seed).public_key().fingerprint()));
    let moments: Vec<_> = draft.keys().iter().map(|entry| entry.retired).collect();
    assert_eq!(moments, [Some(from), Some(from), None]);
}

#[test]
fn a_successor_has_the_next_number_and_names_the_version_before() {
    let first = signed(draft());
    let of = |other: &VerifiedRoster| RosterDraft::following(other).require_successor_of(&first);
    let mut same_number = draft();
    same_number.enrol(enrolment("c.d", Some("C. D"), 2)).expect("another person");
    for other in [signed(same_number), signed(RosterDraft::following(&first))] {
        let error = of(&other).expect_err("another version before it").to_string();
        assert!(error.contains("it names another version before it"), "{error}");
    }
    of(&first).expect("the version before it");
}

#[test]
fn what_was_entered_of_others_and_the_moment_of_a_compromise_are_not_taken_back() {
    let late = "2026-04-01T00:00:00Z";
    let mut full = draft();
    full.revoke(key(1).public_key(), time(late), &text("stolen")).expect("revoked");
    let mut record = full.into_record(time("2026-05-01T00:00:00Z"), key(9).public_key()).expect("a record");
    let entry = |seed: u8, version: u64| RecognitionEntry { authority: key(seed).public_key().clone(), version };
    record.recognition = vec![entry(20, 5), entry(21, 6)];
    let first = sign(&record, &key(9)).expect("a roster").1;
    let good = String::from_utf8(RosterDraft::following(&first).to_bytes().expect("a draft")).expect("UTF-8");
    let changed = |from: &str, to: &str| {
        assert!(good.contains(from), "{good}");
        let next = RosterDraft::parse(good.replace(from, to).as_bytes()).expect("a draft");
        next.require_successor_of(&first).map_err(|error| error.to_string())
    };
    let abroad = entry(20, 5).authority;
    for (from, to) in [("", ""), ("version = 5", "version = 7"), (late, "2026-03-31T23:59:59Z")] {
        assert_eq!(changed(from, to), Ok(()), "{to}");
    }
    let gone = format!("the recognition of {} is gone", abroad.fingerprint());
    let other = key(22).public_key().to_line();
    for (from, to, expected) in [
        ("version = 5", "version = 4", gone.as_str()),
        (abroad.to_line().as_str(), other.as_str(), gone.as_str()),
        (late, "2026-04-01T00:00:01Z", "no longer counts as compromised as before"),
    ] {
        let error = changed(from, to).expect_err("taken back");
        assert!(error.ends_with(expected), "{error}");
    }
}

#[test]
fn openssh_is_told_of_no_key_that_was_retired_or_compromised() {
    let mut draft = draft();
    let at = time("2026-03-01T00:00:00Z");
    draft.enrol(enrolment("a.b", None, 2)).expect("a second key");
    draft.enrol(enrolment("a.b", None, 3)).expect("a third key");
    draft.retire(key(1).public_key(), at, &text("left")).expect("retired");
    draft.revoke(key(2).public_key(), at, &text("stolen")).expect("revoked");
    let lines = signed(draft).record().to_allowed_signers();
    assert_eq!(lines.lines().count(), 1, "{lines}");
    assert!(lines.trim_end().ends_with(&key(3).public_key().to_line()), "{lines}");
}
