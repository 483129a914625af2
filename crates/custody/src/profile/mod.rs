//! Profiles: what a country or body requires beyond the core, as a data file.
//!
//! A profile names fields of the seal and of the events, a number of cosigners, and further roles. It only adds: what the
//! core demands is demanded under every profile. It binds the one who seals; a verifier shows its name and judges nothing by
//! it. Spec: `docs/spec/profiles.md`.
//!
//! ```
//! use sealbag_custody::profile::{Profile, needs};
//! use sealbag_custody::statement::Statement;
//!
//! let profile = Profile::embedded("generic").expect("a built-in profile");
//! let needs = needs(&Statement::default(), profile.required_in_seal());
//! assert_eq!(needs[0].field, "exhibit.number");
//! ```

mod fields;
mod fill;
mod finding;
mod lint;
mod read;
#[cfg(all(test, feature = "fs"))]
mod tests;

pub use fields::{CORE_EVENT_FIELDS, CORE_SEAL_FIELDS, is_list, takes_several};
pub use fill::{AnswerError, Need, fill, needs};
pub use finding::{LintFinding, ProfileError, Severity};
pub use read::MAX_PROFILE_LEN;

use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;

use crate::scalar::Date;
use crate::text::Text;

/// The value of `format` in a profile.
pub const PROFILE_FORMAT: &str = "sealbag/profile/v1";

/// The data files that the program carries, by name.
const EMBEDDED: [(&str, &str); 2] =
    [("generic", include_str!("../../profiles/generic.toml")), ("kz", include_str!("../../profiles/kz.toml"))];

/// What a country or body requires. Only [`Profile::parse`] makes one, so it has passed the linter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its name, as it stands in the seal: `a-z 0-9 -`.
    pub name: Text,
    /// Its version, from 1.
    pub version: u64,
    /// Its title.
    pub title: Words,
    /// Where it applies.
    pub jurisdiction: Text,
    /// What it rests on.
    pub sources: Vec<Source>,
    /// What the seal must state.
    pub seal: SealRules,
    /// What events must state, by type.
    pub events: Vec<EventRules>,
    /// Who is to countersign the seal.
    pub cosigners: CosignerRules,
    /// Further roles.
    pub roles: Vec<Role>,
    /// How the steps are grouped when they are shown.
    pub headings: Vec<Heading>,
    sha256: Sha256Digest,
}

/// A word or sentence in the languages of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: Text,
    /// Russian.
    pub ru: Option<Text>,
    /// Kazakh.
    pub kk: Option<Text>,
}

impl Words {
    /// All of them on one line: `Case number / Номер дела / Іс нөмірі`.
    pub fn line(&self) -> String {
        let words = [Some(&self.en), self.ru.as_ref(), self.kk.as_ref()];
        let mut line = String::new();
        for word in words.into_iter().flatten() {
            if !line.is_empty() {
                line.push_str(" / ");
            }
            line.push_str(word);
        }
        line
    }
}

/// A law, guideline or decision that a part of the profile rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is and what it says.
    pub text: Text,
    /// The parts that rest on it: fields of the seal, types of events, `cosigners`.
    pub supports: Vec<Text>,
    /// Whether somebody who knows the law has compared it.
    pub checked: Checked,
}

/// Whether a source was compared with the law in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// Nobody has done so yet.
    NotChecked,
    /// Done on a day, by somebody if the file says by whom.
    On(Date, Option<Text>),
}

/// The fields of the seal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SealRules {
    /// Fields that must have a value.
    pub required: Vec<Text>,
    /// Fields that are asked for on a terminal and may stay empty.
    pub asked: Vec<Text>,
    /// Words for the questions.
    pub labels: Vec<Label>,
}

/// The fields of one type of event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRules {
    /// The type.
    pub event: Text,
    /// Fields that must have a value.
    pub required: Vec<Text>,
    /// Words for the questions.
    pub labels: Vec<Label>,
}

/// The words with which a field is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The field.
    pub field: Text,
    /// What it is called.
    pub words: Words,
    /// One line of help.
    pub help: Option<Text>,
}

/// Who is to countersign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CosignerRules {
    /// How many, besides the signer.
    pub at_least: u64,
    /// What they are called.
    pub words: Option<Words>,
}

/// A role that the roster of this country may use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its name in rosters and records.
    pub name: Text,
    /// Its title.
    pub title: Words,
}

/// A heading, and the steps below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The heading.
    pub title: Words,
    /// `seal` or types of events.
    pub steps: Vec<Text>,
}

impl Profile {
    /// Reads a data file.
    ///
    /// # Errors
    /// If the linter finds an error in it; all findings are given.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        let (profile, findings) = lint::read(text);
        profile.ok_or(ProfileError { findings })
    }

    /// Everything that the linter has to say about a data file, in the order of the lines.
    pub fn lint(text: &str) -> Vec<LintFinding> {
        lint::read(text).1
    }

    /// The profile of that name that the program carries.
    pub fn embedded(name: &str) -> Option<Self> {
        Self::parse(Self::embedded_text(name)?).ok()
    }

    /// Its data file.
    pub fn embedded_text(name: &str) -> Option<&'static str> {
        EMBEDDED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
    }

    /// The names of the profiles that the program carries.
    pub fn embedded_names() -> impl Iterator<Item = &'static str> {
        EMBEDDED.iter().map(|(name, _)| *name)
    }

    /// SHA-256 of the data file.
    pub fn sha256(&self) -> Sha256Digest {
        self.sha256
    }

    /// The fields that a seal must have: the profile's, in its order, and the core's.
    pub fn required_in_seal(&self) -> Vec<&str> {
        let mut fields: Vec<&str> = self.seal.required.iter().map(Text::as_str).collect();
        let lacking =
            CORE_SEAL_FIELDS.iter().filter(|core| !self.seal.required.iter().any(|own| own.as_str() == **core));
        fields.extend(lacking);
        fields
    }

    /// The fields that an event of this type must have: the core's and the profile's, as `table.key`, at the top `key`.
    pub fn required_in_event(&self, event: &str) -> Vec<&str> {
        let of_type = self.events.iter().filter(|rules| rules.event.as_str() == event);
        let own = of_type.flat_map(|rules| rules.required.iter().map(Text::as_str));
        let mut fields = CORE_EVENT_FIELDS.to_vec();
        fields.extend(own.filter(|field| !CORE_EVENT_FIELDS.contains(field)));
        fields
    }

    /// The words for a field of the seal, if the profile has any.
    pub fn seal_label(&self, field: &str) -> Option<&Label> {
        self.seal.labels.iter().find(|label| label.field.as_str() == field)
    }

    /// The words for a field of an event, if the profile has any.
    pub fn event_label(&self, event: &str, field: &str) -> Option<&Label> {
        let of_type = self.events.iter().filter(|rules| rules.event.as_str() == event);
        of_type.flat_map(|rules| &rules.labels).find(|label| label.field.as_str() == field)
    }
}

fn digest_of(text: &str) -> Sha256Digest {
    sha256(text.as_bytes())
}
