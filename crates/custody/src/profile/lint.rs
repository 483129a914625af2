//! The rules of a profile (`docs/spec/profiles.md`, "Rules of the linter"), and the profile itself if none is broken.

mod required;
mod sources;

use std::collections::BTreeSet;

use toml::de::DeTable;

use super::finding::{LintFinding, Severity};
use super::read::{At, Node, Reader};
use super::{CosignerRules, EMBEDDED, Heading, PROFILE_FORMAT, Profile, Role, Words, digest_of};
use crate::event::EventType;
use crate::roster::ROLES;
use crate::text::Text;

/// More cosigners than a person would wait for.
const MAX_COSIGNERS: u64 = 16;

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
}
