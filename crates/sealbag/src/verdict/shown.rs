//! What a verdict shows of the seal and of its log.

use sealbag_custody::seal_record::{Payload, SealRecord};
use serde::Serialize;

/// Who signed the seal, by the record itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignerShown {
    /// The name in the record.
    pub name: String,
    /// The key, as in an OpenSSH line.
    pub key: String,
    /// Its fingerprint.
    pub fingerprint: String,
}

/// What a signed record says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SealShown {
    /// The bag's identifier.
    pub bag: String,
    /// Number of the exhibit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exhibit: Option<String>,
    /// Number of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// The claimed time.
    pub time: String,
    /// `copy` or `detached`.
    pub payload: &'static str,
    /// Who signed.
    pub signer: SignerShown,
    /// Files in the sealed list.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

impl SealShown {
    pub(crate) fn new(record: &SealRecord) -> Self {
        let statement = &record.statement;
        Self {
            bag: record.bag.to_string(),
            exhibit: statement.exhibit.number.as_ref().map(|text| text.as_str().to_owned()),
            case: statement.case.number.as_ref().map(|text| text.as_str().to_owned()),
            time: record.time.to_string(),
            payload: match record.payload {
                Payload::Copy => "copy",
                Payload::Detached => "detached",
            },
            signer: SignerShown {
                name: record.signer.name.as_str().to_owned(),
                key: record.signer.key.to_line(),
                fingerprint: record.signer.key.fingerprint(),
            },
            files: record.totals.files,
            bytes: record.totals.bytes,
        }
    }
}

/// The log, for a reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustodyShown {
    /// Number of event files, event 0 included.
    pub events: u64,
    /// Hash of the last one.
    pub head: String,
    /// Where it has come to, if the whole log could be replayed.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub end: Option<EndShown>,
}

/// The end of a log that was replayed whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EndShown {
    /// The state, such as `held`.
    pub state: &'static str,
    /// Who is answerable for the exhibit.
    pub holder: HolderShown,
    /// An order to keep it is in force.
    pub on_hold: bool,
    /// An event says that it did not match, was lost, or its package was broken.
    pub compromised: bool,
}

/// A person, for a reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HolderShown {
    /// Name by the roster, else as the event states it.
    pub name: String,
    /// Fingerprint of the key, if no roster lists it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// Id in the roster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl From<sealbag_custody::replay::PersonShown> for HolderShown {
    fn from(person: sealbag_custody::replay::PersonShown) -> Self {
        Self { name: person.name, fingerprint: person.fingerprint, id: person.listed.map(|listed| listed.id) }
    }
}
