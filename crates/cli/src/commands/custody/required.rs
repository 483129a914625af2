//! What an event must state: by its type, and by the profile.

use sealbag_custody::event::{EventForm, EventType};
use sealbag_custody::profile::Profile;

use crate::profiles::said;
use crate::terminal::harmless;
use crate::words::Words;

/// The flags that give a field, and the text that says what it is; all other fields stand in a form.
const FLAGS: [(&str, &str, &str); 25] = [
    ("purpose", "--purpose TEXT", "missing-purpose"),
    ("place.address", "--place TEXT", "missing-place"),
    ("place.room", "--room TEXT", "missing-room"),
    ("condition", "--condition TEXT", "missing-condition"),
    ("package.physical_seal_no", "--physical-seal NUMBER", "missing-physical-seal"),
    ("order.document", "--order-document TEXT", "missing-order-document"),
    ("order.number", "--order-number NUMBER", "missing-order-number"),
    ("order.date", "--order-date DATE", "missing-order-date"),
    ("order.issued_by", "--order-issued-by NAME", "missing-order-issued-by"),
    ("legal_basis.instrument", "--legal-basis TEXT", "missing-legal-basis"),
    ("present.name", "--present NAME[:ROLE]", "missing-present"),
    ("present.role", "--present NAME:ROLE", "missing-present-role"),
    ("tool.name", "--tool NAME[:VERSION]", "missing-tool"),
    ("tool.version", "--tool NAME:VERSION", "missing-tool-version"),
    ("remarks", "--remark TEXT", "missing-remark"),
    ("storage.location", "--storage-location TEXT", "missing-storage-location"),
    ("storage.container", "--storage-container TEXT", "missing-storage-container"),
    ("storage.media", "--storage-media TEXT", "missing-storage-media"),
    ("change.what", "--change TEXT", "missing-change"),
    ("change.why", "--change-reason TEXT", "missing-change-reason"),
    ("to.name", "--to-name NAME", "missing-to-name"),
    ("to.key", "--to PUB", "missing-to"),
    ("to.role", "--to-role ROLE", "missing-to-role"),
    ("to.organisation", "--to-organisation NAME", "missing-to-organisation"),
    ("examination.method", "--method TEXT", "missing-method"),
];

/// A field that has no value yet.
pub(crate) struct Missing {
    /// `table.key`.
    pub(crate) field: String,
    /// What it is, in words.
    pub(crate) words: String,
    /// One line of help.
    pub(crate) help: Option<String>,
    /// What it is and how it is given.
    pub(crate) line: String,
    /// True if no flag gives it.
    pub(crate) stands_in_a_form: bool,
}

/// Everything that the event lacks, in the order of the type, then of the profile.
pub(crate) fn missing(form: &EventForm, kind: EventType, profile: &Profile, words: &Words) -> Vec<Missing> {
    let mut fields: Vec<&str> = vec!["purpose"];
    fields.extend(by_type(kind));
    let by_profile = profile.required_in_event(kind.name());
    fields.extend(by_profile.iter().filter(|field| !by_type(kind).contains(field) && **field != "purpose"));
    // Whoever names the key names the person too.
    let is_implied = |field: &str| field == "to.name" && by_type(kind).contains(&"to.key") && !form.states("to.key");
    let lacking = fields.into_iter().filter(|field| !form.states(field) && !is_implied(field));
    lacking.map(|field| describe(field, kind, profile, words)).collect()
}

/// What the type needs and people state (`docs/spec/custody.md`, "Types").
fn by_type(kind: EventType) -> &'static [&'static str] {
    match kind {
        EventType::Store => &["storage.location"],
        EventType::Export => &["to.key", "to.name", "legal_basis.instrument"],
        EventType::Release => &["to.key", "to.name"],
        EventType::Open => &["change.what"],
        EventType::Disclose => &["to.name"],
        EventType::Return => &["to.name", "order.number"],
        EventType::Object => &["remarks"],
        EventType::Hold | EventType::Unhold | EventType::Redact => &["order.number"],
        EventType::Dispose => &["order.number", "present.name"],
        _ => &[],
    }
}

fn describe(field: &str, kind: EventType, profile: &Profile, words: &Words) -> Missing {
    let flag = FLAGS.iter().find(|(known, ..)| *known == field);
    let label = profile.event_label(kind.name(), field);
    let what = harmless(&match (label, flag) {
        (Some(label), _) => said(&label.words, words.catalogue().language()),
        (None, Some((_, _, key))) => words.text(key),
        (None, None) => words.of_field(field),
    });
    Missing {
        field: field.to_owned(),
        line: match flag {
            Some((_, flag, _)) => format!("{what} ({flag})"),
            None => words.with("say-event-missing-in-form", &[("what", &what), ("field", &field)]),
        },
        words: what,
        help: label.and_then(|label| label.help.as_ref()).map(|help| harmless(&words.help(help))),
        stands_in_a_form: flag.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use sealbag_report::Language;

    use super::*;

    #[test]
    fn what_is_missing_is_named_with_the_flag_that_gives_it() {
        let profile = Profile::embedded("kz").expect("a built-in profile");
        let mut form = EventForm::default();
        let words = Words::new(Language::English);
        let lines = |form: &EventForm| {
            let missing = missing(form, EventType::Release, &profile, &words);
            missing.into_iter().map(|one| one.line).collect::<Vec<_>>().join("; ")
        };
        for flag in ["--purpose", "--to PUB", "--to-role", "--place", "--order-number"] {
            assert!(lines(&form).contains(flag), "{}", lines(&form));
        }
        form.set("purpose", "examination");
        assert!(!lines(&form).contains("--purpose"));
    }

    #[test]
    fn what_is_missing_is_asked_for_in_one_language_alone() {
        let profile = Profile::embedded("kz").expect("a built-in profile");
        let asked = |language| {
            let missing = missing(&EventForm::default(), EventType::Release, &profile, &Words::new(language));
            missing.into_iter().map(|one| one.words).collect::<Vec<_>>()
        };
        let (russian, kazakh) = (asked(Language::Russian), asked(Language::Kazakh));
        assert_ne!(russian, kazakh);
        for words in russian.iter().chain(&kazakh) {
            assert!(!words.contains(" / ") && !words.chars().any(|c| c.is_ascii_lowercase()), "{words}");
        }
    }
}
