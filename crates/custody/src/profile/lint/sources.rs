//! The sources of a profile: what each requirement rests on, and whether anybody compared it with the law.

use std::collections::BTreeSet;

use super::Rules;
use crate::profile::finding::Severity;
use crate::profile::read::{At, Node};
use crate::profile::{Checked, CosignerRules, EventRules, SealRules, Source};
use crate::text::Text;

/// The mark of a source that nobody has compared with the law.
const NOT_CHECKED: &str = "not checked";

impl Rules<'_, '_> {
    pub(super) fn sources(
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
