//! The people of the vectors. Their keys are made from known words, so they are public knowledge and good for nothing else.

use ed25519_dalek::SigningKey;
use sha2::{Digest, Sha256};

use super::sshsig::public_line;

/// Somebody with a key.
#[derive(Clone)]
pub(super) struct Person {
    /// The id that rosters give.
    pub(super) id: String,
    /// The name in records.
    pub(super) name: String,
    /// The key.
    pub(super) key: SigningKey,
}

/// Somebody whose key is made from SHA-256("sealbag test vectors: WORD").
pub(super) fn person(word: &str, name: &str) -> Person {
    let seed = Sha256::digest(format!("sealbag test vectors: {word}"));
    Person { id: word.replace(' ', "-"), name: name.to_owned(), key: SigningKey::from_bytes(&seed.into()) }
}

impl Person {
    /// The public key line.
    pub(super) fn line(&self) -> String {
        public_line(&self.key)
    }

    /// The public key file: the line with the name as its comment.
    pub(super) fn public_file(&self) -> (String, Vec<u8>) {
        (format!("{}.pub", self.id), format!("{} {}\n", self.line(), self.name).into_bytes())
    }

    /// The same person with a second key.
    pub(super) fn with_second_key(&self) -> Self {
        Self { id: self.id.clone(), name: self.name.clone(), key: person(&format!("{}, second key", self.id), "").key }
    }
}

/// Sealed the exhibit.
pub(super) fn officer() -> Person {
    person("officer", "Test Officer")
}

/// Was there too.
pub(super) fn second() -> Person {
    person("second", "Second Officer")
}

/// Examines exhibits.
pub(super) fn lab() -> Person {
    person("lab", "Laboratory Expert")
}

/// Keeps the store.
pub(super) fn custodian() -> Person {
    person("custodian", "Store Custodian")
}

/// Orders holds.
pub(super) fn prosecutor() -> Person {
    person("prosecutor", "Test Prosecutor")
}

/// Has a key that nobody vouches for.
pub(super) fn thief() -> Person {
    person("thief", "Test Thief")
}

/// Signs rosters.
pub(super) fn authority() -> Person {
    person("authority", "Test Authority")
}

/// Signs other rosters.
pub(super) fn authority_abroad() -> Person {
    person("authority-abroad", "Authority Abroad")
}

/// Signs still others.
pub(super) fn authority_overseas() -> Person {
    person("authority-overseas", "Authority Overseas")
}
