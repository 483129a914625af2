//! The rules of a profile (`docs/spec/profiles.md`, "Rules of the linter"), and the profile itself if none is broken.

use std::collections::BTreeSet;

use toml::de::DeTable;

use super::fields::{CORE_SEAL_FIELDS, EVENT_FIELDS, EVENTS_WITH_RECIPIENT, Fields, Kind, SEAL_FIELDS, find};
use super::finding::{LintFinding, Severity};
use super::read::{At, Node, Reader};
use super::{
    Checked, CosignerRules, EMBEDDED, EventRules, Heading, Label, PROFILE_FORMAT, Profile, Role, SealRules, Source,
    Words, digest_of,
};
use crate::event::EventType;
use crate::roster::ROLES;
use crate::statement::DetailKey;
use crate::text::Text;

/// More cosigners than a person would wait for.
const MAX_COSIGNERS: u64 = 16;

/// The mark of a source that nobody has compared with the law.
const NOT_CHECKED: &str = "not checked";

/// Reads a data file. There is a profile exactly if no finding is an error.
pub(super) fn read(text: &str) -> (Option<Profile>, Vec<LintFinding>) {
    let mut reader = Reader::new(text);
    let profile = parse(text, &mut reader);
    let mut findings = reader.findings;
    findings.sort_by_key(|finding| finding.line);
    let has_error = findings.iter().any(|finding| finding.severity == Severity::Error);
    (profile.filter(|_| !has_error), findings)
}

fn parse(text: &str, reader: &mut Reader<'_>) -> Option<Profile> {
    if !reader.check_characters() {
        return None;
    }
    match DeTable::parse(text) {
        Ok(table) => Rules { reader }.profile(text, Node { table: table.get_ref(), name: "", line: 1 }),
        Err(error) => {
            let line = error.span().map_or(1, |span| reader.line_at(span.start));
            reader.error(line, error.message().trim());
            None
        }
    }
}

struct Rules<'r, 's> {
    reader: &'r mut Reader<'s>,
}

impl Rules<'_, '_> {
    fn profile(&mut self, text: &str, top: Node<'_>) -> Option<Profile> {
        let known = [
            "format",
            "name",
            "version",
            "jurisdiction",
            "title",
            "source",
            "seal",
            "event",
            "cosigners",
            "role",
            "heading",
        ];
        self.reader.known(top, &known);
        let format = self.reader.text(top, "format");
        if let Some(format) = format.filter(|format| format.value.as_str() != PROFILE_FORMAT) {
            self.reader.error(format.line, format!("format is {}, expected {PROFILE_FORMAT}", format.value));
        }
        let name = self.name(top, text);
        let version = self.reader.integer(top, "version");
        if let Some(version) = version.as_ref().filter(|version| version.value == 0) {
            self.reader.error(version.line, "version: versions are counted from 1");
        }
        let jurisdiction = self.reader.text(top, "jurisdiction");
        let title = self.reader.table(top, "title", "title").and_then(|node| self.words(node, &[]));
        let seal = self.seal(top);
        let events = self.events(top);
        let cosigners = self.cosigners(top);
        let roles = self.roles(top);
        let headings = self.headings(top);
        let sources = self.sources(top, &seal.value, &events, &cosigners);
        Some(Profile {
            name: name?.value,
            version: version?.value,
            title: title?,
            jurisdiction: jurisdiction?.value,
            sources,
            seal: seal.value,
            events: events.into_iter().map(|event| event.value).collect(),
            cosigners: cosigners.value,
            roles,
            headings,
            sha256: digest_of(text),
        })
    }

    fn name(&mut self, top: Node<'_>, text: &str) -> Option<At<Text>> {
        let name = self.reader.text(top, "name")?;
        let is_name = name.value.len() <= 32
            && name.value.starts_with(|c: char| c.is_ascii_lowercase())
            && name.value.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if !is_name {
            self.reader.error(name.line, "name: a letter a-z, then a-z, 0-9 and -, at most 32 characters");
            return None;
        }
        if EMBEDDED.iter().any(|(known, own)| *known == name.value.as_str() && *own != text) {
            let message = format!("name: {} is built in with other content; choose a name of your own", name.value);
            self.reader.say(Severity::Warning, name.line, message);
        }
        Some(name)
    }

    /// `en`, `ru` and `kk` of a table that may have `more` keys.
    fn words(&mut self, node: Node<'_>, more: &[&str]) -> Option<Words> {
        self.reader.known(node, &[&["en", "ru", "kk"], more].concat());
        let en = self.reader.text(node, "en");
        let ru = self.reader.optional_text(node, "ru");
        let kk = self.reader.optional_text(node, "kk");
        Some(Words { en: en?.value, ru: ru.map(|text| text.value), kk: kk.map(|text| text.value) })
    }

    fn seal(&mut self, top: Node<'_>) -> At<SealRules> {
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

    fn events(&mut self, top: Node<'_>) -> Vec<At<EventRules>> {
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

    fn cosigners(&mut self, top: Node<'_>) -> At<CosignerRules> {
        let Some(node) = self.reader.optional_table(top, "cosigners", "cosigners") else {
            return At { value: CosignerRules::default(), line: top.line };
        };
        let at_least = self.reader.integer(node, "at_least");
        if let Some(number) = at_least.as_ref().filter(|number| number.value > MAX_COSIGNERS) {
            self.reader.error(number.line, format!("at_least: more than {MAX_COSIGNERS} cosigners"));
        }
        let words = if ["en", "ru", "kk"].iter().any(|key| node.table.contains_key(*key)) {
            self.words(node, &["at_least"])
        } else {
            self.reader.known(node, &["at_least", "en", "ru", "kk"]);
            None
        };
        let at_least = at_least.map_or(0, |number| number.value);
        At { value: CosignerRules { at_least, words }, line: node.line }
    }

    fn roles(&mut self, top: Node<'_>) -> Vec<Role> {
        let mut roles: Vec<Role> = Vec::new();
        for node in self.reader.entries(top, "role", "role") {
            let title = self.words(node, &["name"]);
            let Some(name) = self.reader.text(node, "name") else { continue };
            let is_role = name.value.len() <= 64 && name.value.bytes().all(|b| matches!(b, b'a'..=b'z' | b'_'));
            if !is_role {
                self.reader.error(name.line, "role: 1 to 64 of a-z and _");
            }
            if ROLES.contains(&name.value.as_str()) {
                let message = format!("role {}: the core says what it may do; a profile only adds roles", name.value);
                self.reader.error(name.line, message);
            }
            if roles.iter().any(|role| role.name == name.value) {
                self.reader.error(name.line, format!("role {}: stands twice", name.value));
            }
            if let Some(title) = title {
                roles.push(Role { name: name.value, title });
            }
        }
        roles
    }

    fn headings(&mut self, top: Node<'_>) -> Vec<Heading> {
        let mut seen = BTreeSet::new();
        let mut headings = Vec::new();
        for node in self.reader.entries(top, "heading", "heading") {
            let title = self.words(node, &["steps"]);
            let steps = self.reader.texts(node, "steps");
            for step in &steps {
                let name = step.value.as_str();
                if name != "seal" && EventType::from_name(name).is_none() {
                    self.reader.error(step.line, format!("heading: {name} is neither seal nor a type of event"));
                } else if !seen.insert(name.to_owned()) {
                    self.reader.error(step.line, format!("heading: {name} stands below two headings"));
                }
            }
            let steps = steps.into_iter().map(|step| step.value).collect();
            headings.extend(title.map(|title| Heading { title, steps }));
        }
        headings
    }

    fn sources(
        &mut self,
        top: Node<'_>,
        seal: &SealRules,
        events: &[At<EventRules>],
        cosigners: &At<CosignerRules>,
    ) -> Vec<Source> {
        let mut parts: BTreeSet<&str> = seal.required.iter().map(Text::as_str).collect();
        parts.extend(events.iter().map(|event| event.value.event.as_str()));
        if cosigners.value.at_least > 0 {
            parts.insert("cosigners");
        }
        let mut supported = BTreeSet::new();
        let mut sources = Vec::new();
        for node in self.reader.entries(top, "source", "source") {
            self.reader.known(node, &["text", "supports", "checked", "by"]);
            let text = self.reader.text(node, "text");
            let supports = self.reader.texts(node, "supports");
            for part in &supports {
                if !parts.contains(part.value.as_str()) {
                    let message = format!("source supports {}, which this profile does not require", part.value);
                    self.reader.error(part.line, message);
                }
                supported.insert(part.value.to_string());
            }
            let checked = self.checked(node);
            if let (Some(text), Some(checked)) = (text, checked) {
                let supports = supports.into_iter().map(|part| part.value).collect();
                sources.push(Source { text: text.value, supports, checked });
            }
        }
        let bare: Vec<&str> = parts.into_iter().filter(|part| !supported.contains(*part)).collect();
        if !bare.is_empty() {
            let message = format!("no [[source]] says why these are required: {}", bare.join(", "));
            self.reader.say(Severity::Warning, top.line, message);
        }
        sources
    }

    fn checked(&mut self, node: Node<'_>) -> Option<Checked> {
        let by = self.reader.optional_text(node, "by");
        let checked = self.reader.text(node, "checked")?;
        if checked.value.as_str() == NOT_CHECKED {
            if let Some(by) = by {
                self.reader.error(by.line, "source: by names who checked it, but it is not checked");
            }
            let message = "this source was not compared with the law in force";
            self.reader.say(Severity::Note, checked.line, message);
            return Some(Checked::NotChecked);
        }
        match checked.value.parse() {
            Ok(date) => Some(Checked::On(date, by.map(|by| by.value))),
            Err(_) => {
                self.reader.error(checked.line, "checked: a day as YYYY-MM-DD, or \"not checked\"");
                None
            }
        }
    }
}
