//! What an event must state: by its type, and by the profile.

use sealbag_custody::event::{EventForm, EventType};
use sealbag_custody::profile::Profile;

use crate::terminal::harmless;

/// The flags that give a field; all others stand in a form.
const FLAGS: [(&str, &str, &str); 25] = [
    ("purpose", "--purpose TEXT", "why it is done"),
    ("place.address", "--place TEXT", "address where it happens"),
    ("place.room", "--room TEXT", "the room"),
    ("condition", "--condition TEXT", "condition of exhibit and package"),
    ("package.physical_seal_no", "--physical-seal NUMBER", "number of the physical seal"),
    ("order.document", "--order-document TEXT", "kind of document under which it is done"),
    ("order.number", "--order-number NUMBER", "number of the order or decision"),
    ("order.date", "--order-date DATE", "date of that document"),
    ("order.issued_by", "--order-issued-by NAME", "who issued that document"),
    ("legal_basis.instrument", "--legal-basis TEXT", "the law or treaty that it rests on"),
    ("present.name", "--present NAME[:ROLE]", "who is present"),
    ("present.role", "--present NAME:ROLE", "the role of those who are present"),
    ("tool.name", "--tool NAME[:VERSION]", "the tool that is used"),
    ("tool.version", "--tool NAME:VERSION", "its version"),
    ("remarks", "--remark TEXT", "the remark or objection"),
    ("storage.location", "--storage-location TEXT", "where it lies"),
    ("storage.container", "--storage-container TEXT", "shelf, safe or container"),
    ("storage.media", "--storage-media TEXT", "the medium that carries the data"),
    ("change.what", "--change TEXT", "what will be changed"),
    ("change.why", "--change-reason TEXT", "why it will be changed"),
    ("to.name", "--to-name NAME", "name of the other side"),
    ("to.key", "--to PUB", "public key of the recipient"),
    ("to.role", "--to-role ROLE", "role of the other side"),
    ("to.organisation", "--to-organisation NAME", "the body that the other side belongs to"),
    ("examination.method", "--method TEXT", "how it was examined"),
];

/// A field that has no value yet.
pub(crate) struct Missing {
    /// `table.key`.
    pub(crate) field: String,
    /// What it is, in words.
    pub(crate) words: String,
    /// One line of help.
    pub(crate) help: Option<String>,
    /// True if no flag gives it.
    pub(crate) stands_in_a_form: bool,
}

impl Missing {
    /// What it is and how it is given.
    pub(crate) fn line(&self) -> String {
        let flag = FLAGS.iter().find(|(field, ..)| *field == self.field);
        match flag {
            Some((_, flag, _)) => format!("{} ({flag})", self.words),
            None => format!("{} ({} in --form FILE)", self.words, self.field),
        }
    }
}

/// Everything that the event lacks, in the order of the type, then of the profile.
pub(crate) fn missing(form: &EventForm, kind: EventType, profile: &Profile) -> Vec<Missing> {
    let mut fields: Vec<&str> = vec!["purpose"];
    fields.extend(by_type(kind));
    let by_profile = profile.required_in_event(kind.name());
    fields.extend(by_profile.iter().filter(|field| !by_type(kind).contains(field) && **field != "purpose"));
    // Whoever names the key names the person too.
    let is_implied = |field: &str| field == "to.name" && by_type(kind).contains(&"to.key") && !form.states("to.key");
    let lacking = fields.into_iter().filter(|field| !form.states(field) && !is_implied(field));
    lacking.map(|field| describe(field, kind, profile)).collect()
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

fn describe(field: &str, kind: EventType, profile: &Profile) -> Missing {
    let flag = FLAGS.iter().find(|(known, ..)| *known == field);
    let label = profile.event_label(kind.name(), field);
    let words = match (label, flag) {
        (Some(label), _) => label.words.line(),
        (None, Some((_, _, words))) => (*words).to_owned(),
        (None, None) => field.to_owned(),
    };
    Missing {
        field: field.to_owned(),
        words: harmless(&words),
        help: label.and_then(|label| label.help.as_ref()).map(|help| harmless(help)),
        stands_in_a_form: flag.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_the_flag_that_gives_it() {
        let profile = Profile::embedded("kz").expect("a built-in profile");
        let mut form = EventForm::default();
        let lines = |form: &EventForm| {
            missing(form, EventType::Release, &profile).iter().map(Missing::line).collect::<Vec<_>>().join("; ")
        };
        for flag in ["--purpose", "--to PUB", "--to-role", "--place", "--order-number"] {
            assert!(lines(&form).contains(flag), "{}", lines(&form));
        }
        form.set("purpose", "examination");
        assert!(!lines(&form).contains("--purpose"));
    }
}
