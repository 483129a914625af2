//! Arbitrary events.

use proptest::prelude::*;
use sealbag_custody::event::{
    Actor, Attachment, Correction, EventRecord, EventType, Examination, HandOverRefusal, Incident, IncidentKind,
    Inputs, OnBehalfOf, Order, Output, Place, Recipient, RecordedDepth, RecordedOutcome, Request, Storage,
    TokenReference, Transport, Verified,
};
use sealbag_custody::scalar::{BagId, UtcOffset};
use sealbag_custody::seal_record::{Relation, RosterReference};
use sealbag_custody::statement::{Change, DetailKey, LegalBasis, Package, Present, Tool};

use crate::draw::Draw;

fn pick<T: Copy>(d: &mut Draw<'_>, all: &[T]) -> T {
    all[usize::from(d.byte()) % all.len()]
}

fn bag(d: &mut Draw<'_>) -> BagId {
    BagId([d.byte(); 16])
}

const RELATIONS: [Relation; 5] =
    [Relation::Copy, Relation::Redaction, Relation::Disclosure, Relation::Reseal, Relation::Derived];

/// An event whose type is drawn and which mostly has what that type needs.
fn event(d: &mut Draw<'_>) -> EventRecord {
    use EventType as T;
    let kind = pick(d, EventType::ALL);
    let actor = Actor { name: d.text(), key: d.key(), role: d.opt(), capacity: d.opt() };
    let mut event = EventRecord::new(bag(d), d.digest(), kind, d.time(), d.text(), actor);
    event.index = d.integer();
    event.prev = d.digest();
    event.utc_offset = d.some(|d| UtcOffset::from_minutes(i16::from(d.byte()) * 8 - 1000).expect("in range"));
    event.late_reason = d.opt();
    event.condition = d.opt();
    event.remarks = d.many(Draw::text);
    event.conditions = d.many(Draw::text);
    event.roster = d.some(|d| RosterReference { authority: d.key(), version: d.integer(), sha256: d.digest() });
    if kind.needs_reference() || (kind == T::Object && d.flag()) {
        event.reference = Some(d.digest());
    }
    if kind.is_release() || matches!(kind, T::Disclose | T::Return) {
        let key = Some(d.key()).filter(|_| kind.is_release() || d.flag());
        event.to = Some(Recipient { name: d.text(), key, role: d.opt(), organisation: d.opt() });
    }
    if kind == T::Object {
        event.on_behalf_of = d.some(|d| OnBehalfOf { name: d.text(), role: d.opt() });
        event.remarks.push(d.text());
    }
    if kind.needs_verification() || d.flag() {
        event.verified = Some(Verified {
            outcome: pick(d, RecordedOutcome::ALL),
            depth: pick(d, RecordedDepth::ALL),
            root: d.digest(),
            verdict_sha256: d.some(Draw::digest),
            codes: d.many(Draw::text),
            program: d.opt(),
        });
    }
    event.order =
        d.some(|d| Order { document: d.opt(), number: Some(d.text()), date: d.some(Draw::date), issued_by: d.opt() });
    event.request = d.some(|d| Request {
        number: Some(d.text()),
        date: d.some(Draw::date),
        requesting_body: d.opt(),
        requested_body: d.opt(),
        central_authority: d.opt(),
        channel: d.opt(),
        channel_reference: d.opt(),
    });
    event.place = d.some(|d| Place { address: d.opt(), room: Some(d.text()), coordinates: d.opt() });
    event.storage = d.some(|d| Storage { location: Some(d.text()), container: d.opt(), media: d.opt() });
    event.transport = d.some(|d| Transport {
        method: Some(d.text()),
        courier: d.opt(),
        waybill: d.opt(),
        container: d.opt(),
        left: d.some(Draw::time),
        arrived: d.some(Draw::time),
    });
    event.package = d.some(|d| Package {
        r#type: Some(d.text()),
        physical_seal_no: d.opt(),
        label_text: d.opt(),
        photos: d.many(Draw::digest),
    });
    event.examination = d.some(|d| Examination { method: d.opt(), settings: Some(d.text()) });
    event.inputs =
        d.some(|d| Inputs { count: Some(d.integer()), leaves: d.many(Draw::digest), list: d.some(Draw::digest) });
    lists(d, &mut event);
    event
}

fn lists(d: &mut Draw<'_>, event: &mut EventRecord) {
    use EventType as T;
    let kind = event.kind;
    event.legal_basis = d.many(|d| LegalBasis {
        instrument: Some(d.text()),
        article: d.opt(),
        document_type: d.opt(),
        number: d.opt(),
        date: d.some(Draw::date),
        issued_by: d.opt(),
        valid_from: d.some(Draw::date),
        valid_to: d.some(Draw::date),
        status: d.opt(),
    });
    event.present = d.many(|d| Present { name: d.text(), role: d.opt() });
    event.tool = d.many(|d| Tool {
        name: d.text(),
        version: d.opt(),
        vendor: d.opt(),
        sha256: d.some(Draw::digest),
        settings: d.opt(),
    });
    event.change = d.many(|d| Change { what: d.text(), why: d.opt(), by: d.opt() });
    event.attachment = d.many(|d| Attachment { sha256: d.digest(), description: d.opt() });
    event.output = match kind.brings_forth() {
        Some(relation) => vec![Output {
            relation: Some(relation),
            bag: Some(bag(d)),
            seal: Some(d.digest()),
            sha256: d.some(Draw::digest),
            description: d.opt(),
        }],
        None => d.many(|d| Output {
            relation: d.some(|d| pick(d, &RELATIONS)),
            bag: d.some(bag),
            seal: d.some(Draw::digest),
            sha256: d.some(Draw::digest),
            description: Some(d.text()),
        }),
    };
    if matches!(kind, T::Refuse | T::RefuseToSign) {
        let person = Some(d.text()).filter(|_| kind == T::RefuseToSign || d.flag());
        event.refusal = Some(HandOverRefusal { person, key: d.some(Draw::key), role: d.opt(), reason: d.text() });
    }
    if kind == T::Correct {
        let correction =
            |d: &mut Draw<'_>| Correction { event: d.digest(), field: d.text(), value: d.text(), reason: d.text() };
        event.correction = d.many(correction);
    }
    if kind == T::Incident {
        event.incident = Some(Incident { kind: pick(d, IncidentKind::ALL) });
    }
    if kind == T::Timestamp {
        event.token = d.many(|d| TokenReference {
            index: d.integer(),
            event: d.digest(),
            number: d.integer(),
            sha256: d.digest(),
        });
    }
    let key = |d: &mut Draw<'_>| ["a", "b_1", "zz", "k9"][usize::from(d.byte()) % 4].to_owned();
    let detail = |d: &mut Draw<'_>| (DetailKey::try_from(key(d)).expect("a good key"), d.text());
    event.details = d.many(detail).into_iter().collect();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn an_event_that_can_be_written_is_read_back_as_the_same_value(
        choices in proptest::collection::vec(any::<u8>(), 0..600)
    ) {
        let event = event(&mut Draw(choices.iter()));
        // What lacks something that its type needs, or has a number out of range, is refused and never written.
        if let Ok(bytes) = event.to_bytes() {
            let read = EventRecord::parse(&bytes).expect("own output is read");
            prop_assert_eq!(&read, &event);
            prop_assert_eq!(read.to_bytes().expect("and written again"), bytes);
        }
    }

    #[test]
    fn lines_dropped_doubled_and_exchanged_never_give_a_second_encoding(
        choices in proptest::collection::vec(any::<u8>(), 200..600),
        edits in proptest::collection::vec((0..3_u8, any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..4)
    ) {
        let Ok(bytes) = event(&mut Draw(choices.iter())).to_bytes() else { return Ok(()) };
        let text = String::from_utf8(bytes).expect("text");
        let mut lines: Vec<_> = text.lines().collect();
        for (kind, a, b) in edits {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            match kind {
                0 => _ = lines.remove(a),
                1 => lines.insert(b, lines[a]),
                _ => lines.swap(a, b),
            }
        }
        let record = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        if let Ok(event) = EventRecord::parse(record.as_bytes()) {
            prop_assert_eq!(event.to_bytes().expect("writable"), record.into_bytes());
        }
    }
}

#[test]
fn the_generator_reaches_written_events_of_every_type() {
    let mut state = 1_u32;
    let mut byte = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let mut kinds = std::collections::BTreeSet::new();
    for _ in 0..2000 {
        let choices: Vec<u8> = (0..600).map(|_| byte()).collect();
        let event = event(&mut Draw(choices.iter()));
        if event.to_bytes().is_ok() {
            kinds.insert(event.kind);
        }
    }
    assert_eq!(kinds.len(), EventType::ALL.len(), "{kinds:?}");
}
