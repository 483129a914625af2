//! What a text was recognised as, before it is said in any language.

use serde::{Serialize, Serializer};

/// A text as messages and values. As JSON, for the page: a string, an array of parts, or an object with `key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Said {
    /// As it is, in every language.
    Text(String),
    /// A message of the catalogue with its values.
    Message {
        /// Its key.
        key: &'static str,
        /// What stands in each hole.
        #[serde(serialize_with = "as_map")]
        values: Vec<(&'static str, Said)>,
    },
    /// What a record calls something: a message, or the text where no catalogue has one of that key.
    Named {
        /// Its key.
        key: String,
        /// The text.
        or: String,
    },
    /// One behind the other.
    Parts(Vec<Said>),
}

impl Said {
    /// A message without a hole.
    pub fn word(key: &'static str) -> Self {
        Self::Message { key, values: Vec::new() }
    }

    /// What a record calls by `name`, in a family of messages.
    pub fn named(family: &str, name: &str, or: &str) -> Self {
        Self::Named { key: format!("{family}-{name}"), or: or.to_owned() }
    }

    /// One behind the other, with a text between them.
    pub fn joined(parts: impl IntoIterator<Item = Said>, between: &str) -> Self {
        let parts = parts.into_iter().enumerate();
        let with_text = |(at, part)| [(at > 0).then(|| Said::Text(between.to_owned())), Some(part)];
        Self::Parts(parts.flat_map(with_text).flatten().collect())
    }

    /// In quotation marks.
    pub fn quoted(self) -> Self {
        Self::Parts(vec![Said::Text("«".to_owned()), self, Said::Text("»".to_owned())])
    }
}

fn as_map<S: Serializer>(values: &[(&'static str, Said)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(values.iter().map(|(hole, said)| (hole, said)))
}
