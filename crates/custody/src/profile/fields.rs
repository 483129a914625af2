//! The fields that a profile may require, and the kinds of their values (`docs/spec/records.md`, `docs/spec/custody.md`).

use super::Need;
use crate::event::EventType;

/// A table of a record with the fields that a profile may name. A field is named `table.key`, at the top just `key`.
pub(super) struct Fields {
    /// The table; empty at the top.
    pub(super) table: &'static str,
    /// Whether the table is a list; the key that no entry may lack.
    pub(super) list: Option<Option<&'static str>>,
    /// Its keys.
    pub(super) keys: &'static [(&'static str, Kind)],
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One line of text.
    Text,
    /// Paragraphs of text.
    Texts,
    /// A day: `YYYY-MM-DD`.
    Date,
    /// A time: `YYYY-MM-DDTHH:MM:SSZ`.
    Time,
    /// An offset from UTC: `+HH:MM`.
    Offset,
    /// A SHA-256 digest.
    Digest,
    /// SHA-256 digests.
    Digests,
    /// Stated only where it applies: to require it would demand that something happened.
    Circumstance,
}

use Kind::{Circumstance, Date, Digest, Digests, Offset, Text, Texts, Time};

const fn one(table: &'static str, keys: &'static [(&'static str, Kind)]) -> Fields {
    Fields { table, list: None, keys }
}

const fn list(table: &'static str, key: Option<&'static str>, keys: &'static [(&'static str, Kind)]) -> Fields {
    Fields { table, list: Some(key), keys }
}

const LEGAL_BASIS: Fields = list(
    "legal_basis",
    None,
    &[
        ("instrument", Text),
        ("article", Text),
        ("document_type", Text),
        ("number", Text),
        ("date", Date),
        ("issued_by", Text),
        ("valid_from", Date),
        ("valid_to", Date),
        ("status", Text),
    ],
);
const PACKAGE: Fields =
    one("package", &[("type", Text), ("physical_seal_no", Text), ("label_text", Text), ("photos", Digests)]);
const TOOL: Fields = list(
    "tool",
    Some("name"),
    &[("name", Text), ("version", Text), ("vendor", Text), ("sha256", Digest), ("settings", Text)],
);
const PRESENT: Fields = list("present", Some("name"), &[("name", Text), ("role", Text)]);

/// The statement of the seal.
pub(super) const SEAL_FIELDS: &[Fields] = &[
    one(
        "case",
        &[("number", Text), ("system", Text), ("authority", Text), ("unit", Text), ("responsible_officer", Text)],
    ),
    list("offence", None, &[("state", Text), ("code", Text), ("article", Text), ("title", Text)]),
    LEGAL_BASIS,
    one(
        "exhibit",
        &[
            ("number", Text),
            ("root_number", Text),
            ("description", Text),
            ("quantity", Text),
            ("condition", Text),
            ("possessor", Text),
            ("found_by", Text),
            ("found_at", Text),
            ("coordinates", Text),
            ("room", Text),
        ],
    ),
    PACKAGE,
    one(
        "source",
        &[
            ("kind", Text),
            ("make", Text),
            ("model", Text),
            ("colour", Text),
            ("serial", Text),
            ("imei", Texts),
            ("mac", Texts),
            ("cloud_id", Text),
            ("capacity", Text),
            ("power", Text),
            ("locked", Text),
            ("encrypted", Text),
            ("network", Text),
            ("owned_by", Text),
            ("maintained_by", Text),
            ("managed_by", Text),
            ("operated_by", Text),
            ("working_properly", Text),
            ("remarks", Text),
        ],
    ),
    one("clock", &[("device_time", Text), ("reference_time", Time), ("reference_source", Text), ("offset", Text)]),
    one(
        "acquisition",
        &[
            ("method", Text),
            ("started", Time),
            ("ended", Time),
            ("operator", Text),
            ("scope", Text),
            ("write_blocker", Text),
            ("write_blocker_reason_none", Text),
            ("remarks", Texts),
        ],
    ),
    TOOL,
    PRESENT,
    list("change", Some("what"), &[("what", Circumstance), ("why", Circumstance), ("by", Circumstance)]),
    one(
        "labels",
        &[
            ("personal_data", Circumstance),
            ("special_category", Circumstance),
            ("minor", Circumstance),
            ("privileged", Circumstance),
            ("restricted_content", Circumstance),
            ("secrecy", Text),
        ],
    ),
    one("retention", &[("rule", Text), ("until", Text), ("basis", Text)]),
    one("declaration", &[("text_id", Text), ("language", Text), ("text", Texts)]),
    list(
        "refusal",
        Some("person"),
        &[("person", Circumstance), ("role", Circumstance), ("reason", Circumstance), ("noted_by", Circumstance)],
    ),
];

/// The fields of an event that people state.
pub(super) const EVENT_FIELDS: &[Fields] = &[
    one(
        "",
        &[
            ("purpose", Text),
            ("utc_offset", Offset),
            ("late_reason", Circumstance),
            ("condition", Text),
            ("remarks", Texts),
            ("conditions", Texts),
        ],
    ),
    one("to", &[("name", Text), ("key", Text), ("role", Text), ("organisation", Text)]),
    one("order", &[("document", Text), ("number", Text), ("date", Date), ("issued_by", Text)]),
    LEGAL_BASIS,
    one(
        "request",
        &[
            ("number", Text),
            ("date", Date),
            ("requesting_body", Text),
            ("requested_body", Text),
            ("central_authority", Text),
            ("channel", Text),
            ("channel_reference", Text),
        ],
    ),
    one("place", &[("address", Text), ("room", Text), ("coordinates", Text)]),
    one("storage", &[("location", Text), ("container", Text), ("media", Text)]),
    one(
        "transport",
        &[
            ("method", Text),
            ("courier", Text),
            ("waybill", Text),
            ("container", Text),
            ("left", Time),
            ("arrived", Time),
        ],
    ),
    PACKAGE,
    PRESENT,
    TOOL,
    one("examination", &[("method", Text), ("settings", Text)]),
    list("change", Some("what"), &[("what", Text), ("why", Text), ("by", Text)]),
];

/// The types of events in which `[to]` may stand.
pub(super) const EVENTS_WITH_RECIPIENT: [EventType; 4] =
    [EventType::Release, EventType::Export, EventType::Disclose, EventType::Return];

/// What every seal has, whatever the profile says.
pub const CORE_SEAL_FIELDS: [&str; 1] = ["exhibit.number"];

/// What every event has, whatever the profile says.
pub const CORE_EVENT_FIELDS: [&str; 1] = ["purpose"];

/// The table and kind of a field.
pub(super) fn find(fields: &'static [Fields], name: &str) -> Option<(&'static Fields, Kind)> {
    let (table, key) = name.split_once('.').unwrap_or(("", name));
    let table = fields.iter().find(|fields| fields.table == table)?;
    let (_, kind) = table.keys.iter().find(|(known, _)| *known == key)?;
    Some((table, *kind))
}

/// True if a table of the statement is a list: `[[name]]`.
pub fn is_list(table: &str) -> bool {
    SEAL_FIELDS.iter().any(|fields| fields.table == table && fields.list.is_some())
}

/// True if the value of a field of the seal is an array.
pub fn takes_several(field: &str) -> bool {
    find(SEAL_FIELDS, field).is_some_and(|(_, kind)| matches!(kind, Texts | Digests))
}

/// True if the program states this field itself, so that nobody is asked for it: the times of the acquisition, and
/// itself as a tool.
pub(super) fn is_stated_by_the_program(name: &str, has_entry: bool) -> bool {
    matches!(name, "acquisition.started" | "acquisition.ended") || (name.starts_with("tool.") && !has_entry)
}

/// What kind of value a field of the seal holds; free fields hold text.
pub(super) fn kind_in_seal(need: &Need) -> Kind {
    find(SEAL_FIELDS, &need.field).map_or(Text, |(_, kind)| kind)
}
