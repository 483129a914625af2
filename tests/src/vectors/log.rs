//! A bag with a custody log that grows, written from `docs/spec/custody.md`.

use sha2::{Digest, Sha256};

use super::draft::{Break, Parts, hex};
use super::page::{Record, Schema, field, page};
use super::people::{Person, lab};
use super::sshsig::EVENT;
use super::tree::{Node, Tree};

/// Tables and keys of an event in their order.
pub(super) const EVENT_SCHEMA: Schema = &[
    (
        "",
        &[
            "format",
            "bag",
            "seal",
            "index",
            "prev",
            "type",
            "time",
            "utc_offset",
            "late_reason",
            "purpose",
            "ref",
            "condition",
            "remarks",
            "conditions",
        ],
    ),
    ("actor", &["name", "key", "role", "capacity"]),
    ("roster", &["authority", "version", "sha256"]),
    ("to", &["name", "key", "role", "organisation"]),
    ("on_behalf_of", &["name", "role"]),
    ("verified", &["outcome", "depth", "root", "verdict_sha256", "codes", "program"]),
    ("order", &["document", "number", "date", "issued_by"]),
    (
        "legal_basis",
        &["instrument", "article", "document_type", "number", "date", "issued_by", "valid_from", "valid_to", "status"],
    ),
    (
        "request",
        &["number", "date", "requesting_body", "requested_body", "central_authority", "channel", "channel_reference"],
    ),
    ("place", &["address", "room", "coordinates"]),
    ("storage", &["location", "container", "media"]),
    ("transport", &["method", "courier", "waybill", "container", "left", "arrived"]),
    ("package", &["type", "physical_seal_no", "label_text", "photos"]),
    ("present", &["name", "role"]),
    ("tool", &["name", "version", "vendor", "sha256", "settings"]),
    ("examination", &["method", "settings"]),
    ("inputs", &["count", "leaves", "list"]),
    ("output", &["relation", "bag", "seal", "sha256", "description"]),
    ("change", &["what", "why", "by"]),
    ("refusal", &["person", "key", "role", "reason"]),
    ("correction", &["event", "field", "value", "reason"]),
    ("incident", &["kind"]),
    ("token", &["index", "event", "number", "sha256"]),
    ("attachment", &["sha256", "description"]),
    ("details", &[]),
];

/// An event before it is signed.
#[derive(Clone)]
pub(super) struct Event {
    /// What it says.
    pub(super) record: Record,
    /// Whose key signs it.
    pub(super) signer: Person,
}

impl Event {
    /// An event with what every type needs and what the log does not know.
    pub(super) fn new(kind: &str, by: &Person) -> Self {
        let mut record = Record::new(EVENT_SCHEMA, "sealbag/event/v1");
        record.set("", "type", kind);
        record.set("", "purpose", "a test");
        record.set("actor", "name", &by.name);
        record.set("actor", "key", by.line());
        Self { record, signer: by.clone() }
    }

    /// Sets a field.
    pub(super) fn with(mut self, table: &str, key: &str, value: impl Into<super::page::Value>) -> Self {
        self.record.set(table, key, value);
        self
    }

    /// Takes a field out.
    pub(super) fn without(mut self, table: &str, key: &str) -> Self {
        self.record.strike(table, key);
        self
    }

    /// Takes a table out.
    pub(super) fn without_table(mut self, table: &str) -> Self {
        self.record.strike_table(table);
        self
    }

    /// Refers to an earlier event.
    pub(super) fn about(self, hash: &str) -> Self {
        self.with("", "ref", hash)
    }

    /// Names the recipient.
    pub(super) fn to(self, recipient: &Person) -> Self {
        self.with("to", "name", &recipient.name).with("to", "key", recipient.line())
    }

    /// Says when it happened.
    pub(super) fn at(self, time: &str) -> Self {
        self.with("", "time", time)
    }
}

/// SHA-256 of a file, in hex.
pub(super) fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The place of an event in a bag.
pub(super) fn place(index: usize) -> String {
    format!("custody/{index:06}.txt")
}

/// A time on the day of the seal, or later, some minutes and seconds after 08:12:44.
pub(super) fn after(minutes: i64, seconds: i64) -> String {
    let second = 8 * 3600 + 12 * 60 + 44 + 60 * minutes + seconds;
    let (day, second) = (23 + second.div_euclid(86_400), second.rem_euclid(86_400));
    assert!((1..=30).contains(&day), "a day of November");
    format!("2026-11-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
}

/// A bag and its log.
#[derive(Clone)]
pub(super) struct Log {
    /// The bag; the events lie in it.
    pub(super) bag: Tree,
    /// The random number of the bag.
    pub(super) id: String,
    /// The seal hash.
    pub(super) seal: String,
    /// The root of the list.
    pub(super) root: String,
    /// The event files, event 0 first.
    pub(super) events: Vec<Vec<u8>>,
    /// Hash of the last release or export, else of the seal.
    pub(super) release: String,
    /// Hash of the last event that opened the seal or began an examination, else of the seal.
    pub(super) start: String,
    /// Hash of the last hold, else of the seal.
    pub(super) hold: String,
}

impl Log {
    /// A new bag with the seal alone.
    pub(super) fn seal(parts: Parts) -> Self {
        let id = parts.bag.clone();
        let mut bag = parts.seal(Break::Nothing);
        let event = bag.file(&place(0)).clone();
        let text = String::from_utf8(event.clone()).expect("a seal is text");
        let root = text.lines().find_map(|line| line.strip_prefix("root = \"")).expect("a seal has a root");
        let (seal, root) = (digest(&event), root.trim_end_matches('"').to_owned());
        let [release, start, hold] = [(); 3].map(|()| seal.clone());
        Self { bag, id, seal, root, events: vec![event], release, start, hold }
    }

    /// The usual bag.
    pub(super) fn new() -> Self {
        Self::seal(Parts::small())
    }

    /// The hash of the last event.
    pub(super) fn head(&self) -> String {
        digest(self.events.last().expect("there is event 0"))
    }

    /// The hash of an event.
    pub(super) fn hash(&self, index: usize) -> String {
        digest(&self.events[index])
    }

    /// An event of a type with the least that the type needs, as it would follow here.
    pub(super) fn event(&self, kind: &str, by: &Person) -> Event {
        let event = Event::new(kind, by);
        let verified = |event: Event| event.with("verified", "outcome", "confirmed_with_remarks");
        let order = |event: Event| event.with("order", "number", "17/3");
        let listed = |mut event: Event, table: &str, fields: Vec<_>| {
            event.record.push(table, fields);
            event
        };
        let output = |event: Event, relation: &str| {
            let fields = vec![
                field("relation", relation),
                field("bag", "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"),
                field("seal", digest(b"the seal of the new bag")),
            ];
            verified(listed(event, "output", fields))
        };
        match kind {
            "countersign" => event.about(&self.seal),
            "refuse_to_sign" => refusal(event.about(&self.seal)).with("refusal", "person", "A. Witness"),
            "timestamp" => {
                let token = vec![
                    field("index", 0),
                    field("event", self.seal.as_str()),
                    field("number", 1),
                    field("sha256", digest(TOKEN)),
                ];
                listed(event, "token", token)
            }
            "verify" | "examine_start" => verified(event),
            "store" => event.with("storage", "location", "shelf 4"),
            "release" => event.to(&lab()),
            "export" => listed(event.to(&lab()), "legal_basis", vec![field("instrument", "minsk-1993")]),
            "accept" => verified(event.about(&self.release)),
            "refuse" => verified(refusal(event.about(&self.release))),
            "cancel" => event.about(&self.release),
            "copy" => output(event, "copy"),
            "redact" => order(output(event, "redaction")),
            "examine_end" => verified(event.about(&self.start)),
            "open" => verified(listed(event, "change", vec![field("what", "a file is decrypted")])),
            "reseal" => output(event.about(&self.start), "reseal"),
            "disclose" => event.with("to", "name", "Counsel for the defence"),
            "object" => event.with("", "remarks", &["I was not there."][..]),
            "correct" => listed(event, "correction", self.correction(0)),
            "hold" => order(event),
            "unhold" => order(event.about(&self.hold)),
            "return" => verified(order(event.with("to", "name", "The owner"))),
            "dispose" => order(listed(event, "present", vec![field("name", "A. Witness")])),
            "incident" => event.with("incident", "kind", "other"),
            _ => event,
        }
    }

    /// The correction of a field of an event.
    pub(super) fn correction(&self, index: usize) -> Vec<super::page::Field> {
        let texts = [("event", &self.hash(index)[..]), ("field", "purpose"), ("value", "b"), ("reason", "a slip")];
        texts.map(|(key, value)| field(key, value)).into()
    }

    /// Fills in what follows from the log and is not said, and signs.
    pub(super) fn page(&self, mut event: Event) -> Vec<u8> {
        let index = self.events.len();
        let record = &mut event.record;
        if record.has_table("verified") {
            for (key, value) in [("depth", "full"), ("root", &self.root[..])] {
                if record.value("verified", key).is_none() {
                    record.set("verified", key, value);
                }
            }
        }
        let minutes = 30 * i64::try_from(index).expect("a small number");
        let known =
            [("bag", self.id.clone()), ("seal", self.seal.clone()), ("prev", self.head()), ("time", after(minutes, 0))];
        for (key, value) in known {
            if record.value("", key).is_none() {
                record.set("", key, value);
            }
        }
        if record.value("", "index").is_none() {
            record.set("", "index", index as u64);
        }
        page(&record.text(), EVENT, &event.signer)
    }

    /// Signs an event and appends it. Returns its hash.
    pub(super) fn add(&mut self, event: Event) -> String {
        let kind = event.record.value("", "type").unwrap_or_default().trim_matches('"').to_owned();
        let page = self.page(event);
        let hash = self.append(page);
        match &kind[..] {
            "release" | "export" => self.release.clone_from(&hash),
            "open" | "examine_start" => self.start.clone_from(&hash),
            "hold" => self.hold.clone_from(&hash),
            _ => {}
        }
        hash
    }

    /// Appends bytes as the next event file. Returns their hash.
    pub(super) fn append(&mut self, page: Vec<u8>) -> String {
        let hash = digest(&page);
        self.bag.put(&place(self.events.len()), page.clone());
        self.events.push(page);
        hash
    }

    /// The same, for a chain of calls.
    pub(super) fn then(mut self, kind: &str, by: &Person) -> Self {
        self.add(self.event(kind, by));
        self
    }

    /// Signs and appends an event that follows from the log.
    pub(super) fn then_with(mut self, make: impl FnOnce(&Self) -> Event) -> Self {
        self.add(make(&self));
        self
    }

    /// Puts these event files into the bag in place of all others.
    pub(super) fn with_files(mut self, files: Vec<Option<Vec<u8>>>) -> Self {
        self.bag.0.retain(|path, _| !path.starts_with("custody/"));
        for (index, file) in files.into_iter().enumerate() {
            self.bag.0.extend(file.map(|file| (place(index), Node::File(file))));
        }
        self
    }

    /// The receipt at an event.
    pub(super) fn receipt(&self, index: usize) -> Vec<u8> {
        if index == 0 { self.events[0].clone() } else { [&self.events[0][..], &self.events[index]].concat() }
    }
}

/// The dummy token that lies in bags with a `timestamp` event.
pub(super) const TOKEN: &[u8] = b"a token";

fn refusal(event: Event) -> Event {
    event.with("refusal", "reason", "the label is torn")
}
