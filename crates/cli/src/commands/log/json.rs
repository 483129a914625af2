//! The log as one JSON object, printed while it is read (`docs/spec/log.schema.json`).

use sealbag::finding::Finding;
use sealbag::log::{Closing, Content, Event, Opening, Reader, Signatory};
use sealbag::verdict::{BoundsShown, CustodyShown, Outcome, SealShown};
use serde::Serialize;

use super::fields;
use crate::terminal::{OutputError, Terminal, json};

#[derive(Serialize)]
struct Head<'a> {
    format: &'static str,
    location: &'a str,
    program: &'static str,
    anchors: &'a [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    seal: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sealed: Option<&'a SealShown>,
}

#[derive(Serialize)]
struct Tail<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    custody: Option<&'a CustodyShown>,
    outcome: Outcome,
    findings: &'a [Finding],
}

#[derive(Serialize)]
struct ShownEvent<'a> {
    index: u32,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<String>,
    standing: &'static str,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attested: Option<&'a BoundsShown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<By<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<serde_json::Value>,
    findings: &'a [Finding],
}

#[derive(Serialize)]
struct By<'a> {
    stated: &'a str,
    fingerprint: &'a str,
    attributed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    listed: Option<Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'a str>,
    authority: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    recognized_by: Option<&'a str>,
    roles: &'a [String],
}

impl<'a> By<'a> {
    fn of(by: &'a Signatory) -> Self {
        let listed = by.person.as_ref().and_then(|person| {
            let listed = person.listed.as_ref()?;
            Some(Listed {
                id: &listed.id,
                name: &person.name,
                organisation: listed.organisation.as_deref(),
                authority: &listed.authority,
                recognized_by: listed.recognized_by.as_deref(),
                roles: &by.roles,
            })
        });
        Self { stated: &by.stated, fingerprint: &by.fingerprint, attributed: by.person.is_some(), listed }
    }
}

/// Prints the pieces as they come; what could not be printed is told at the end.
pub(super) struct Printer<'a> {
    location: &'a str,
    terminal: &'a Terminal,
    findings: Vec<Finding>,
    is_first: bool,
    printed: Result<(), OutputError>,
}

impl<'a> Printer<'a> {
    pub(super) fn new(location: &'a str, terminal: &'a Terminal) -> Self {
        Self { location, terminal, findings: Vec::new(), is_first: true, printed: Ok(()) }
    }

    /// Prints the rest.
    pub(super) fn close(mut self, closing: &Closing) -> Result<(), OutputError> {
        self.findings.extend(closing.findings.iter().cloned());
        let tail = Tail { custody: closing.custody.as_ref(), outcome: closing.outcome, findings: &self.findings };
        let tail = json(&tail);
        // `{` of this piece goes, as `}` of the first one did: the members are those of one object.
        let piece = tail.map(|tail| format!("],{}\n", &tail[1..]));
        self.put(piece);
        self.printed
    }

    fn put(&mut self, piece: Result<String, OutputError>) {
        if self.printed.is_ok() {
            self.printed = piece.and_then(|piece| self.terminal.print(&piece));
        }
    }
}

impl Reader for Printer<'_> {
    fn open(&mut self, opening: &Opening) {
        self.findings.clone_from(&opening.findings);
        let head = Head {
            format: "sealbag/log/v1",
            location: self.location,
            program: concat!("sealbag ", env!("CARGO_PKG_VERSION")),
            anchors: &opening.anchors,
            seal: opening.seal_hash.as_deref(),
            sealed: opening.sealed.as_ref(),
        };
        let piece = json(&head).map(|head| format!("{},\"events\":[", &head[..head.len() - 1]));
        self.put(piece);
    }

    fn event(&mut self, event: &Event<'_>) {
        let (kind, time) = match event.content {
            Content::Seal(record) => (Some("seal"), Some(record.time.to_string())),
            Content::Event(record) => (Some(record.kind.name()), Some(record.time.to_string())),
            Content::None => (None, None),
        };
        let shown = ShownEvent {
            index: event.index,
            file: &event.place,
            hash: event.hash.map(|hash| hash.to_hex()),
            standing: event.standing.name(),
            kind,
            time,
            attested: event.attested.as_ref(),
            by: event.by.as_ref().map(By::of),
            record: fields::record(event.content),
            findings: &event.findings,
        };
        let comma = if self.is_first { "" } else { "," };
        self.is_first = false;
        self.put(json(&shown).map(|event| format!("{comma}{event}")));
    }
}
