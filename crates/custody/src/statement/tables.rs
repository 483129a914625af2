//! The tables of the statement, each with its fields in the order of the record.

use sealbag_manifest::digest::Sha256Digest;

use crate::record::{digest_field, table};
use crate::scalar::{Date, UtcTime};
use crate::text::Text;

table! {
    /// `[case]`: the proceedings that the exhibit belongs to.
    #[derive(Default)]
    #[serde(default)]
    pub struct Case {
        /// Number in the register.
        pub number: Option<Text>,
        /// The register or system that gave the number.
        pub system: Option<Text>,
        /// The body in charge.
        pub authority: Option<Text>,
        /// Its unit.
        pub unit: Option<Text>,
        /// The person in charge of the investigation.
        pub responsible_officer: Option<Text>,
    }
}

table! {
    /// `[[offence]]`: the qualification of the act, one entry per State.
    #[derive(Default)]
    #[serde(default)]
    pub struct Offence {
        /// The State.
        pub state: Option<Text>,
        /// The code of law.
        pub code: Option<Text>,
        /// Article, part, paragraph.
        pub article: Option<Text>,
        /// Title of the offence.
        pub title: Option<Text>,
    }
}

table! {
    /// `[[legal_basis]]`: an order, warrant, consent, request or submission.
    #[derive(Default)]
    #[serde(default)]
    pub struct LegalBasis {
        /// The law or treaty.
        pub instrument: Option<Text>,
        /// Its article.
        pub article: Option<Text>,
        /// Kind of document.
        pub document_type: Option<Text>,
        /// Number of the document.
        pub number: Option<Text>,
        /// Date of the document.
        pub date: Option<Date>,
        /// Who issued it.
        pub issued_by: Option<Text>,
        /// First day of validity.
        pub valid_from: Option<Date>,
        /// Last day of validity.
        pub valid_to: Option<Date>,
        /// Its status, such as in force or appealed.
        pub status: Option<Text>,
    }
}

table! {
    /// `[exhibit]`: the exhibit as on its label. A sealed record always has its number.
    #[derive(Default)]
    #[serde(default)]
    pub struct Exhibit {
        /// Number on the label.
        pub number: Option<Text>,
        /// Number of the exhibit that this one was copied from.
        pub root_number: Option<Text>,
        /// What it is.
        pub description: Option<Text>,
        /// How many or how much.
        pub quantity: Option<Text>,
        /// Its condition.
        pub condition: Option<Text>,
        /// From whom it was taken.
        pub possessor: Option<Text>,
        /// Who found it.
        pub found_by: Option<Text>,
        /// Where it was found.
        pub found_at: Option<Text>,
        /// Coordinates of the place.
        pub coordinates: Option<Text>,
        /// The room.
        pub room: Option<Text>,
    }
}

table! {
    /// `[package]`: the physical package of the exhibit.
    #[derive(Default)]
    #[serde(default)]
    pub struct Package {
        /// Kind of package.
        pub r#type: Option<Text>,
        /// Number of the physical seal.
        pub physical_seal_no: Option<Text>,
        /// Text on the label.
        pub label_text: Option<Text>,
        /// SHA-256 of photographs of the package.
        #[serde(deserialize_with = "digest_field::many")]
        pub photos: Vec<Sha256Digest>,
    }
}

table! {
    /// `[source]`: the device or service that the data comes from.
    #[derive(Default)]
    #[serde(default)]
    pub struct Source {
        /// Computer, storage, mobile, server, cloud, telephony and so on.
        pub kind: Option<Text>,
        /// Manufacturer.
        pub make: Option<Text>,
        /// Model.
        pub model: Option<Text>,
        /// Colour.
        pub colour: Option<Text>,
        /// Serial number.
        pub serial: Option<Text>,
        /// IMEI numbers.
        pub imei: Vec<Text>,
        /// MAC addresses.
        pub mac: Vec<Text>,
        /// Account or tenant at a provider.
        pub cloud_id: Option<Text>,
        /// Capacity as labelled.
        pub capacity: Option<Text>,
        /// Power state as found.
        pub power: Option<Text>,
        /// Lock state as found.
        pub locked: Option<Text>,
        /// Encryption as found.
        pub encrypted: Option<Text>,
        /// Network connections as found.
        pub network: Option<Text>,
        /// Who owns it.
        pub owned_by: Option<Text>,
        /// Who maintains it.
        pub maintained_by: Option<Text>,
        /// Who manages it.
        pub managed_by: Option<Text>,
        /// Who operates it.
        pub operated_by: Option<Text>,
        /// Whether it was working properly.
        pub working_properly: Option<Text>,
        /// Remarks.
        pub remarks: Option<Text>,
    }
}

table! {
    /// `[clock]`: the device's clock compared with a reference.
    #[derive(Default)]
    #[serde(default)]
    pub struct Clock {
        /// Time as the device showed it, in the device's own form.
        pub device_time: Option<Text>,
        /// The reference at the same moment.
        pub reference_time: Option<UtcTime>,
        /// What the reference was.
        pub reference_source: Option<Text>,
        /// The difference as noted.
        pub offset: Option<Text>,
    }
}

table! {
    /// `[acquisition]`: how the data was acquired.
    #[derive(Default)]
    #[serde(default)]
    pub struct Acquisition {
        /// Physical, file system, logical, selected files, live, cloud, submitted.
        pub method: Option<Text>,
        /// When it began, as declared.
        pub started: Option<UtcTime>,
        /// When it ended, as declared.
        pub ended: Option<UtcTime>,
        /// Who did it.
        pub operator: Option<Text>,
        /// What was taken and what was not.
        pub scope: Option<Text>,
        /// The write blocker used.
        pub write_blocker: Option<Text>,
        /// Why no write blocker was used.
        pub write_blocker_reason_none: Option<Text>,
        /// Remarks, a paragraph each.
        pub remarks: Vec<Text>,
    }
}

table! {
    /// `[[tool]]`: a tool that was used.
    pub struct Tool {
        /// Name.
        pub name: Text,
        /// Version.
        pub version: Option<Text>,
        /// Vendor.
        pub vendor: Option<Text>,
        /// SHA-256 of its program file.
        #[serde(default, deserialize_with = "digest_field::optional")]
        pub sha256: Option<Sha256Digest>,
        /// Settings used.
        pub settings: Option<Text>,
    }
}

table! {
    /// `[[present]]`: a person who was present.
    pub struct Present {
        /// Name.
        pub name: Text,
        /// Role.
        pub role: Option<Text>,
    }
}

table! {
    /// `[[change]]`: a change to the original that could not be avoided.
    pub struct Change {
        /// What was changed.
        pub what: Text,
        /// Why.
        pub why: Option<Text>,
        /// By whom.
        pub by: Option<Text>,
    }
}

table! {
    /// `[labels]`: how the content is to be protected. A label that does not apply is absent.
    #[derive(Default)]
    #[serde(default)]
    pub struct Labels {
        /// Personal data.
        pub personal_data: bool,
        /// Special category of personal data.
        pub special_category: bool,
        /// Concerns a minor.
        pub minor: bool,
        /// Legally privileged.
        pub privileged: bool,
        /// Content that may not be spread.
        pub restricted_content: bool,
        /// Degree of secrecy.
        pub secrecy: Option<Text>,
    }
}

table! {
    /// `[retention]`: how long the data is kept.
    #[derive(Default)]
    #[serde(default)]
    pub struct Retention {
        /// The rule.
        pub rule: Option<Text>,
        /// Until when, a date or an event.
        pub until: Option<Text>,
        /// Its legal basis.
        pub basis: Option<Text>,
    }
}

table! {
    /// `[declaration]`: what the signer declares.
    #[derive(Default)]
    #[serde(default)]
    pub struct Declaration {
        /// Identifier of the declaration's text.
        pub text_id: Option<Text>,
        /// Its language.
        pub language: Option<Text>,
        /// The text, a paragraph each.
        pub text: Vec<Text>,
    }
}

table! {
    /// `[[refusal]]`: a person who refused to sign.
    pub struct Refusal {
        /// The person.
        pub person: Text,
        /// The person's role.
        pub role: Option<Text>,
        /// The reason given.
        pub reason: Option<Text>,
        /// Who noted it.
        pub noted_by: Option<Text>,
    }
}
