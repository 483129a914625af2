//! What a verifier brings from outside the bag.

use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::digest::Sha256Digest;
use serde_json::{Value, json};

use super::people::{self, Person};
use super::roster::Roster;

/// A file and its name in the folder of the vectors.
pub type NamedFile = (String, Vec<u8>);

/// Anchors of every kind, with the files that they lie in.
#[derive(Clone, Default)]
pub struct Anchors {
    /// Public keys of authorities.
    pub authorities: Vec<NamedFile>,
    /// Rosters.
    pub rosters: Vec<NamedFile>,
    /// Public keys of signers.
    pub signers: Vec<NamedFile>,
    /// Seal hashes, 64 digits each.
    pub seal_hashes: Vec<String>,
    /// Receipts.
    pub receipts: Vec<NamedFile>,
}

impl Anchors {
    /// A signer's key.
    pub(super) fn signer(mut self, person: &Person) -> Self {
        self.signers.push(person.public_file());
        self
    }

    /// An authority's key.
    pub(super) fn authority(mut self, person: &Person) -> Self {
        self.authorities.push(person.public_file());
        self
    }

    /// A roster, in a file of this name.
    pub(super) fn roster(mut self, name: &str, roster: &Roster) -> Self {
        self.rosters.push((format!("{name}.txt"), roster.file()));
        self
    }

    /// Bytes given as a roster.
    pub(super) fn roster_file(mut self, name: &str, file: Vec<u8>) -> Self {
        self.rosters.push((format!("{name}.txt"), file));
        self
    }

    /// A seal hash.
    pub(super) fn seal_hash(mut self, hash: &str) -> Self {
        self.seal_hashes.push(hash.to_owned());
        self
    }

    /// A receipt, in a file of this name.
    pub(super) fn receipt(mut self, name: &str, receipt: Vec<u8>) -> Self {
        self.receipts.push((format!("{name}.txt"), receipt));
        self
    }

    /// All files.
    pub fn files(&self) -> impl Iterator<Item = &NamedFile> {
        [&self.authorities, &self.rosters, &self.signers, &self.receipts].into_iter().flatten()
    }

    /// The same for a verifier in memory.
    ///
    /// # Panics
    /// If a key is none.
    pub fn given(&self) -> sealbag::verify::Anchors {
        let contents = |files: &[NamedFile]| files.iter().map(|(_, content)| content.clone()).collect();
        let keys = |files: &[NamedFile]| -> Vec<PublicKey> {
            let lines = files.iter().map(|(_, content)| std::str::from_utf8(content).expect("a line").trim_end());
            lines.map(|line| PublicKey::from_line(line).expect("a key").0).collect()
        };
        sealbag::verify::Anchors {
            authorities: keys(&self.authorities).into_iter().map(Into::into).collect(),
            rosters: contents(&self.rosters),
            signers: keys(&self.signers),
            seal_hash: self.seal_hashes.first().and_then(|hash| Sha256Digest::from_hex(hash)),
            receipts: contents(&self.receipts),
            ..Default::default()
        }
    }

    /// The JSON object of the index: kinds that are given, each a list.
    pub fn describe(&self) -> Value {
        let names = |files: &[NamedFile]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let kinds = [
            ("authority", names(&self.authorities)),
            ("roster", names(&self.rosters)),
            ("signer", names(&self.signers)),
            ("seal_hash", self.seal_hashes.clone()),
            ("receipt", names(&self.receipts)),
        ];
        kinds.into_iter().filter(|(_, given)| !given.is_empty()).map(|(kind, given)| (kind, json!(given))).collect()
    }
}

/// The officer's key.
pub(super) fn by_key() -> Anchors {
    Anchors::default().signer(&people::officer())
}

/// The keys of both officers.
pub(super) fn by_keys() -> Anchors {
    by_key().signer(&people::second())
}

/// The authority's key and the usual roster.
pub(super) fn by_roster() -> Anchors {
    with_roster("roster", &Roster::usual(1))
}

/// The authority's key and another roster of it.
pub(super) fn with_roster(name: &str, roster: &Roster) -> Anchors {
    Anchors::default().authority(&people::authority()).roster(name, roster)
}
