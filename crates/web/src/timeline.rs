//! The custody log for the page: what [`sealbag::log`] says of each event, as JSON.

use sealbag::log::{self, Closing, Content, Event, Opening, Reader};
use sealbag::verdict::{CustodyShown, Outcome};
use sealbag::verify::Anchors;
use sealbag_manifest::path::shown;
use sealbag_manifest::store::BagStore;
use serde::Serialize;

/// So many events are shown at most; the verdict judges all.
const MOST_EVENTS: usize = 10_000;

/// The whole log.
#[derive(Debug, Serialize)]
pub struct Timeline {
    events: Vec<Shown>,
    /// Events that are not in `events`.
    more: usize,
    custody: Option<CustodyShown>,
    /// The holder's body and the authority whose roster names the holder.
    holder_organisation: Option<String>,
    outcome: Outcome,
}

/// One event. Texts are safe to show, but are to be shown as text.
#[derive(Debug, Serialize)]
struct Shown {
    index: u32,
    standing: &'static str,
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    time: Option<String>,
    utc_offset: Option<String>,
    /// The name as the event states it.
    stated: Option<String>,
    fingerprint: Option<String>,
    /// Somebody from outside vouches for the key.
    attributed: bool,
    /// By the roster.
    person: Option<String>,
    organisation: Option<String>,
    roles: Vec<String>,
    to: Option<String>,
    purpose: Option<String>,
    late_reason: Option<String>,
    remarks: Vec<String>,
    hash: Option<String>,
    codes: Vec<&'static str>,
}

/// Reads the log.
pub fn read(store: &dyn BagStore, anchors: &Anchors) -> Timeline {
    let mut collector = Collector::default();
    let Closing { custody, holder, outcome, .. } = log::read(store, anchors, &mut collector);
    let holder_organisation = holder.and_then(|person| person.listed).and_then(|listed| listed.organisation);
    Timeline { events: collector.events, more: collector.more, custody, holder_organisation, outcome }
}

#[derive(Default)]
struct Collector {
    events: Vec<Shown>,
    more: usize,
}

fn text(value: impl AsRef<str>) -> String {
    shown(value.as_ref().as_bytes())
}

impl Reader for Collector {
    fn open(&mut self, _: &Opening) {}

    fn event(&mut self, event: &Event<'_>) {
        if self.events.len() == MOST_EVENTS {
            self.more += 1;
            return;
        }
        let mut one = Shown {
            index: event.index,
            standing: event.standing.name(),
            kind: None,
            time: None,
            utc_offset: None,
            stated: event.by.as_ref().map(|by| text(&by.stated)),
            fingerprint: event.by.as_ref().map(|by| by.fingerprint.clone()),
            attributed: event.by.as_ref().is_some_and(|by| by.person.is_some()),
            person: None,
            organisation: None,
            roles: event.by.as_ref().map(|by| by.roles.clone()).unwrap_or_default(),
            to: None,
            purpose: None,
            late_reason: None,
            remarks: Vec::new(),
            hash: event.hash.map(|hash| hash.to_hex()),
            codes: event.findings.iter().map(|finding| finding.code.name()).collect(),
        };
        if let Some(listed) = event.by.as_ref().and_then(|by| by.person.as_ref()).filter(|by| by.listed.is_some()) {
            one.person = Some(text(&listed.name));
            one.organisation = listed.listed.as_ref().and_then(|listed| listed.organisation.as_deref()).map(text);
        }
        match event.content {
            Content::Seal(record) => {
                one.kind = Some("seal");
                one.time = Some(record.time.to_string());
            }
            Content::Event(record) => {
                one.kind = Some(record.kind.name());
                one.time = Some(record.time.to_string());
                one.utc_offset = record.utc_offset.map(|offset| offset.to_string());
                one.to = record.to.as_ref().map(|to| text(to.name.as_str()));
                one.purpose = Some(text(record.purpose.as_str()));
                one.late_reason = record.late_reason.as_ref().map(|reason| text(reason.as_str()));
                one.remarks = record.remarks.iter().map(|remark| text(remark.as_str())).collect();
            }
            Content::None => {}
        }
        self.events.push(one);
    }
}
