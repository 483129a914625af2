//! What people write: forms and profiles.

use sealbag_custody::event::{Actor, EventForm, EventRecord, EventType, Heading};
use sealbag_custody::key::Signer;
use sealbag_custody::profile::{Profile, Severity};
use sealbag_custody::scalar::BagId;
use sealbag_custody::statement::Statement;
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::text::is_plain;

use super::pages::officer;
use super::records::refused;

/// A form of a seal, and the same text as a form of an event.
pub(super) fn forms(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match Statement::from_form(text) {
        Ok(statement) => {
            let sections = statement.sections();
            let named: Vec<&str> = sections.iter().map(|section| section.name).collect();
            assert_eq!(statement.missing(&named), Vec::<&str>::new());
        }
        Err(error) => refused(&error),
    }
    match EventForm::parse(text) {
        Ok(form) => event(&form),
        Err(error) => refused(&error),
    }
}

fn event(form: &EventForm) {
    for kind in [EventType::Release, EventType::Accept, EventType::Correct] {
        let name = Text::new("Test Officer").expect("plain text");
        let actor = Actor { name, key: officer().public_key().clone(), role: None, capacity: None };
        let bag: BagId = "00112233445566778899aabbccddeeff".parse().expect("a number");
        let time = "2026-10-01T08:00:00Z".parse().expect("a time");
        let record = match form.event(Heading { bag, seal: Sha256Digest([7; 32]), kind, time, actor }) {
            Ok(record) => record,
            Err(error) => return refused(&error),
        };
        if let Ok(bytes) = record.to_bytes() {
            match EventRecord::parse(&bytes) {
                Ok(read) => assert_eq!(read, record),
                Err(error) => panic!("written and not read: {error}"),
            }
        }
    }
}

/// A profile: the linter and the reader agree.
pub(super) fn profile(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let findings = Profile::lint(text);
    assert_eq!(Profile::lint(text), findings);
    let last = text.lines().count() + 1;
    for finding in &findings {
        assert!(is_plain(&finding.to_string()), "{finding}");
        assert!((1..=last).contains(&finding.line), "{finding}");
    }
    assert!(findings.is_sorted_by_key(|finding| finding.line));
    let has_error = findings.iter().any(|finding| finding.severity == Severity::Error);
    assert_eq!(Profile::parse(text).is_err(), has_error, "{findings:?}");
}
