//! What a profile requires of the seal and of events, and how it names the fields.

use std::collections::BTreeSet;

use super::Rules;
use crate::event::EventType;
use crate::profile::fields::{CORE_SEAL_FIELDS, EVENT_FIELDS, EVENTS_WITH_RECIPIENT, Fields, Kind, SEAL_FIELDS, find};
use crate::profile::finding::Severity;
use crate::profile::read::{At, Node};
use crate::profile::{EventRules, Label, SealRules};
use crate::statement::DetailKey;
use crate::text::Text;

impl Rules<'_, '_> {
    pub(super) fn seal(&mut self, top: Node<'_>) -> At<SealRules> {
        let Some(node) = self.reader.table(top, "seal", "seal") else {
            return At { value: SealRules::default(), line: top.line };
        };
        self.reader.known(node, &["required", "asked", "field"]);
        let mut seen = BTreeSet::new();
        let required = self.fields(node, "required", SEAL_FIELDS, &mut seen);
        let asked = self.fields(node, "asked", SEAL_FIELDS, &mut seen);
        for core in CORE_SEAL_FIELDS {
            if !required.iter().any(|field| field.as_str() == core) {
                let message = format!("seal.required leaves out {core}, which every seal must have");
                self.reader.error(node.line, message);
            }
        }
        let labels = self.labels(node, "seal.field", SEAL_FIELDS);
        let unlabelled = required.iter().filter(|field| !labels.iter().any(|label| label.field == **field));
        for field in unlabelled {
            let message = format!("{field} is required and has no [[seal.field]]: it is asked for by its bare name");
            self.reader.say(Severity::Warning, node.line, message);
        }
        At { value: SealRules { required, asked, labels }, line: node.line }
    }

    pub(super) fn events(&mut self, top: Node<'_>) -> Vec<At<EventRules>> {
        let mut types = BTreeSet::new();
        let mut events = Vec::new();
        for node in self.reader.entries(top, "event", "event") {
            self.reader.known(node, &["type", "required", "field"]);
            let Some(event) = self.reader.text(node, "type") else { continue };
            let kind = self.event_type(&event);
            if !types.insert(event.value.to_string()) {
                self.reader.error(event.line, format!("event {}: stands twice", event.value));
            }
            let required = self.fields(node, "required", EVENT_FIELDS, &mut BTreeSet::new());
            if required.is_empty() {
                self.reader.say(Severity::Warning, node.line, format!("event {}: requires nothing", event.value));
            }
            let takes_recipient = kind.is_none_or(|kind| EVENTS_WITH_RECIPIENT.contains(&kind));
            if let Some(field) = required.iter().find(|field| field.starts_with("to.")).filter(|_| !takes_recipient) {
                let message = format!("event {}: {field} cannot stand in this type", event.value);
                self.reader.error(node.line, message);
            }
            let labels = self.labels(node, "event.field", EVENT_FIELDS);
            events.push(At { value: EventRules { event: event.value, required, labels }, line: node.line });
        }
        events
    }

    /// The type of an event of which something may be required.
    fn event_type(&mut self, event: &At<Text>) -> Option<EventType> {
        let message = match (EventType::from_name(&event.value), event.value.as_str()) {
            (Some(EventType::Object), _) => {
                "event object: a profile must not stand in the way of an objection".to_owned()
            }
            (Some(kind), _) => return Some(kind),
            (None, "renew") => "event renew: reserved, nothing can be required of it yet".to_owned(),
            (None, "seal") => "event seal: what the seal requires stands in [seal]".to_owned(),
            (None, name) => {
                let known: Vec<_> = EventType::ALL.iter().map(|kind| kind.name()).collect();
                format!("unknown type of event {name}, expected one of {}", known.join(", "))
            }
        };
        self.reader.error(event.line, message);
        None
    }

    /// Names of fields that may be required, each once.
    fn fields(
        &mut self,
        node: Node<'_>,
        key: &str,
        known: &'static [Fields],
        seen: &mut BTreeSet<String>,
    ) -> Vec<Text> {
        let named = self.reader.texts(node, key);
        let mut fields: Vec<Text> = Vec::new();
        for field in &named {
            if self.field(field, known) {
                if !seen.insert(field.value.to_string()) {
                    self.reader.error(field.line, format!("{}: stands twice", field.value));
                }
                fields.push(field.value.clone());
            }
        }
        for field in &named {
            let whole = find(known, &field.value).and_then(|(table, _)| Some((table.table, table.list.flatten()?)));
            let Some((table, needed)) = whole else { continue };
            let needed = format!("{table}.{needed}");
            if !fields.iter().any(|other| other.as_str() == needed) {
                let message = format!("{}: {needed} must stand beside it, no entry may lack it", field.value);
                self.reader.error(field.line, message);
            }
        }
        fields
    }

    fn field(&mut self, field: &At<Text>, known: &'static [Fields]) -> bool {
        let name = field.value.as_str();
        if let Some(key) = name.strip_prefix("details.") {
            let is_key = DetailKey::try_from(key.to_owned());
            if let Err(error) = &is_key {
                self.reader.error(field.line, format!("{name}: {error}"));
            }
            return is_key.is_ok();
        }
        match find(known, name) {
            Some((_, Kind::Circumstance)) => {
                let message =
                    format!("{name}: stated only where it applies; to require it would make people invent it");
                self.reader.error(field.line, message);
            }
            Some(_) => return true,
            None if name.starts_with(['!', '-']) => {
                let message = format!("{name}: a profile only adds to the core and never takes away from it");
                self.reader.error(field.line, message);
            }
            None => match known.iter().find(|table| table.table == name && !name.is_empty()) {
                Some(table) => {
                    let key = table.keys[0].0;
                    self.reader.error(field.line, format!("{name}: name a field of it, as in {name}.{key}"));
                }
                None => self.reader.error(field.line, format!("{name}: there is no such field")),
            },
        }
        false
    }

    fn labels(&mut self, parent: Node<'_>, name: &'static str, known: &'static [Fields]) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        for node in self.reader.entries(parent, "field", name) {
            let words = self.words(node, &["name", "help"]);
            let help = self.reader.optional_text(node, "help");
            let Some(field) = self.reader.text(node, "name") else { continue };
            if !self.field(&field, known) {
                continue;
            }
            if labels.iter().any(|label| label.field == field.value) {
                self.reader.error(field.line, format!("{name} {}: stands twice", field.value));
            }
            if let Some(words) = words {
                labels.push(Label { field: field.value, words, help: help.map(|text| text.value) });
            }
        }
        labels
    }
}
