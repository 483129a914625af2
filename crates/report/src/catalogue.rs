//! Everything that the program says to a reader, in one language: the glossary and the catalogue of messages.
//!
//! Messages are Fluent, without the marks that isolate values from the direction of the text around them: names from evidence
//! are made harmless before they come here, and a PDF or a terminal would show the marks.

mod glossary;
#[cfg(test)]
mod tests;

use std::fmt::Display;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use sealbag_sentences::{ENGLISH, KAZAKH, RUSSIAN, Sentences};

use crate::language::Language;

/// The messages of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// What the libraries say in English, to be said in this language; none in English.
    sentences: Option<Sentences>,
}

impl Catalogue {
    /// Reads the catalogue of a language.
    pub fn new(language: Language) -> Self {
        Self::with_further(language, &[])
    }

    /// The catalogue of a language together with further messages: those that only one program says.
    pub fn with_further(language: Language, further: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        let own = [glossary::to_fluent(language), messages(language).to_owned(), faults(language).to_owned()];
        for source in own.into_iter().chain(further.iter().map(|&source| source.to_owned())) {
            // What cannot be read is left out; the tests allow no error here.
            let resource = FluentResource::try_new(source).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        let sentences = (language != Language::English).then(|| Sentences::new(&[ENGLISH]));
        Self { language, bundle, sentences }
    }

    /// Its language.
    pub fn language(&self) -> Language {
        self.language
    }

    pub(crate) fn sentences(&self) -> Option<&Sentences> {
        self.sentences.as_ref()
    }

    /// A message without values. One that is not in the catalogue is its own key, so that nothing is silently left out.
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A message with values. They are shown as they are.
    pub fn with(&self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set((*name).to_owned(), FluentValue::from(value.to_string()));
        }
        self.format(key, Some(&arguments))
    }

    /// True if the catalogue has the message.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned()
    }
}

/// Everything that the program may say in a language, to see which letters it needs.
#[cfg(all(test, feature = "pdf"))]
pub(crate) fn all_text(language: Language) -> String {
    format!("{}{}{}", glossary::to_fluent(language), messages(language), faults(language))
}

fn messages(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../catalogue/en.ftl"),
        Language::Russian => include_str!("../catalogue/ru.ftl"),
        Language::Kazakh => include_str!("../catalogue/kk.ftl"),
    }
}

/// What the libraries say in typed errors, and what the verifier puts beside a finding: the source of the messages.
pub fn faults(language: Language) -> &'static str {
    match language {
        Language::English => ENGLISH,
        Language::Russian => RUSSIAN,
        Language::Kazakh => KAZAKH,
    }
}
