//! The form of an event: what every event has, what each type needs, and what it must not have.

use super::super::anchors::by_key;
use super::super::log::{Event, Log, digest, place};
use super::super::page::{Value, field};
use super::super::people::{lab, officer};
use super::{Vector, breaks, holds, open};

/// What each type needs, as the fields and tables whose absence is a breach of form.
const NEEDS: [(&str, &[&str]); 24] = [
    ("countersign", &["ref"]),
    ("refuse_to_sign", &["ref", "refusal", "refusal.person", "refusal.reason"]),
    ("timestamp", &["token", "token.index", "token.event", "token.number", "token.sha256"]),
    ("verify", &["verified", "verified.outcome"]),
    ("store", &["storage"]),
    ("release", &["to", "to.name", "to.key"]),
    ("export", &["to", "to.key", "legal_basis"]),
    ("accept", &["ref", "verified"]),
    ("refuse", &["ref", "refusal", "verified"]),
    ("cancel", &["ref"]),
    ("copy", &["output", "output.relation", "output.bag", "output.seal", "verified"]),
    ("redact", &["output", "output.relation", "output.bag", "output.seal", "order", "verified"]),
    ("examine_start", &["verified"]),
    ("examine_end", &["ref", "verified"]),
    ("open", &["change", "verified"]),
    ("reseal", &["ref", "output", "output.relation", "output.bag", "output.seal", "verified"]),
    ("disclose", &["to"]),
    ("object", &["remarks"]),
    ("correct", &["correction", "correction.event", "correction.field", "correction.value", "correction.reason"]),
    ("hold", &["order.number"]),
    ("unhold", &["ref", "order.number"]),
    ("return", &["to", "order", "verified"]),
    ("dispose", &["order.number", "present"]),
    ("incident", &["incident"]),
];

/// Takes a field, a table or a field of a table out of an event.
fn strike(event: Event, what: &str) -> Event {
    match what.split_once('.') {
        Some((table, key)) => event.without(table, key),
        None if ["ref", "remarks"].contains(&what) => event.without("", what),
        None => event.without_table(what),
    }
}

fn needs() -> impl Iterator<Item = Vector> {
    NEEDS.into_iter().flat_map(|(kind, needs)| needs.iter().map(move |need| without(kind, need)))
}

fn without(kind: &str, need: &str) -> Vector {
    // `order` alone is needed where no number is: a table without its number is then still a table.
    let log = Log::new().then_with(|log| strike(log.event(kind, &officer()), need));
    let name = format!("custody-form-{kind}-without-{need}").replace(['_', '.'], "-");
    breaks(&name, &format!("{kind} needs {need}"), log, by_key(), &[("custody.malformed", &place(1))])
}

/// Tables and keys that only certain types may have.
fn strangers() -> Vec<Vector> {
    let refusal = |event: Event| event.with("refusal", "person", "A. Witness").with("refusal", "reason", "none");
    let correction = |log: &Log, mut event: Event| {
        event.record.push("correction", log.correction(0));
        event
    };
    let token = |log: &Log, mut event: Event| {
        let texts = [("event", Value::from(&log.seal)), ("sha256", digest(b"a token").into())];
        let numbers = [("index", Value::from(0)), ("number", 1.into())];
        event.record.push("token", texts.into_iter().chain(numbers).map(|(key, value)| field(key, value)).collect());
        event
    };
    let malformed = |name: &str, what: &str, make: &dyn Fn(&Log) -> Event| {
        let log = Log::new().then_with(make);
        let name = format!("custody-form-{name}");
        breaks(
            &name,
            &format!("{what} stands in certain types only"),
            log,
            by_key(),
            &[("custody.malformed", &place(1))],
        )
    };
    vec![
        malformed("access-with-to", "[to]", &|log| log.event("access", &officer()).to(&lab())),
        malformed("access-with-ref", "ref", &|log| log.event("access", &officer()).about(&log.seal)),
        malformed("release-with-ref", "ref", &|log| log.event("release", &officer()).about(&log.seal)),
        malformed("accept-with-to", "[to]", &|log| log.event("accept", &officer()).to(&lab())),
        malformed("cancel-with-refusal", "[refusal]", &|log| refusal(log.event("cancel", &officer()))),
        malformed("access-with-refusal", "[refusal]", &|log| refusal(log.event("access", &officer()))),
        malformed("object-with-refusal", "[refusal]", &|log| refusal(log.event("object", &officer()))),
        malformed("access-with-correction", "[[correction]]", &|log| correction(log, log.event("access", &officer()))),
        malformed("object-with-correction", "[[correction]]", &|log| correction(log, log.event("object", &officer()))),
        malformed("access-with-incident", "[incident]", &|log| {
            log.event("access", &officer()).with("incident", "kind", "loss")
        }),
        malformed("access-with-token", "[[token]]", &|log| token(log, log.event("access", &officer()))),
        malformed("countersign-with-on-behalf-of", "[on_behalf_of]", &|log| {
            log.event("countersign", &officer()).with("on_behalf_of", "name", "Counsel")
        }),
        holds(
            "custody-form-object-with-ref",
            "object may refer to an event",
            Log::new().then_with(|log| log.event("object", &officer()).about(&log.seal)),
            by_key(),
            &[("custody.objection", &place(1))],
        ),
        holds(
            "custody-form-object-on-behalf-of",
            "object may be on behalf of somebody",
            Log::new().then_with(|log| log.event("object", &officer()).with("on_behalf_of", "name", "The accused")),
            by_key(),
            &[("custody.objection", &place(1))],
        ),
    ]
}

/// One edit of a good event.
type Edit = fn(&Log, Event) -> Event;

/// Edits of an `access` that break the form.
const MALFORMED: &[(&str, &str, Edit)] = &[
    ("bag-too-short", "bag has 32 digits", |_, event| event.with("", "bag", "000102")),
    ("seal-in-upper-case", "digests are lower case", |log, event| event.with("", "seal", log.seal.to_uppercase())),
    ("index-0", "a later event has an index from 1", |_, event| event.with("", "index", 0)),
    ("index-1000000", "an index has at most six digits", |_, event| event.with("", "index", 1_000_000)),
    ("index-as-text", "index is a number", |_, event| event.with("", "index", "1")),
    ("prev-too-long", "prev is a digest", |log, event| event.with("", "prev", format!("{}00", log.seal))),
    ("time-with-offset", "times are UTC", |_, event| event.at("2026-11-23T09:00:00+05:00")),
    ("time-on-a-day-that-is-none", "a day of the calendar", |_, event| event.at("2026-11-31T09:00:00Z")),
    ("utc-offset-of-19-hours", "at most 18 hours", |_, event| event.with("", "utc_offset", "+19:00")),
    ("utc-offset-minus-zero", "zero is +00:00", |_, event| event.with("", "utc_offset", "-00:00")),
    ("purpose-empty", "empty means absent", |_, event| event.with("", "purpose", "")),
    ("purpose-as-array", "purpose is one line", |_, event| event.with("", "purpose", &["a"][..])),
    ("remarks-as-text", "remarks are an array", |_, event| event.with("", "remarks", "a")),
    ("remarks-empty", "empty means absent", |_, event| event.with("", "remarks", &[][..])),
    ("bidi-control", "no text turns itself around", |_, event| event.with("", "condition", "a\u{202e}b")),
    ("key-unknown", "unknown keys are refused", |_, event| event.with("", "colour", "red")),
    ("table-unknown", "unknown tables are refused", |_, event| event.with("weather", "sky", "blue")),
    ("key-of-the-seal", "the seal's keys are not an event's", |_, event| event.with("", "payload", "copy")),
    ("actor-key-with-comment", "keys have no comment", |_, event| {
        event.with("actor", "key", format!("{} me", officer().line()))
    }),
    ("actor-without-name", "an actor has a name", |_, event| event.without("actor", "name")),
    ("actor-without-key", "an actor has a key", |_, event| event.without("actor", "key")),
    ("actor-missing", "an event has an actor", |_, event| event.without_table("actor")),
    ("purpose-missing", "an event has a purpose", |_, event| event.without("", "purpose")),
    ("type-missing", "an event has a type", |_, event| event.without("", "type")),
    ("type-in-upper-case", "a type has the form of a key", |_, event| event.with("", "type", "Access")),
    ("type-with-hyphen", "a type has the form of a key", |_, event| event.with("", "type", "examine-start")),
    ("verified-outcome-unknown", "an outcome is one of four", |_, event| event.with("verified", "outcome", "good")),
    ("verified-depth-unknown", "a depth is one of two", |_, event| {
        event.with("verified", "outcome", "confirmed").with("verified", "depth", "deep")
    }),
    ("verified-root-too-short", "a root is a digest", |_, event| {
        event.with("verified", "outcome", "confirmed").with("verified", "root", "00")
    }),
    ("output-relation-unknown", "a relation is one of five", |_, mut event| {
        event.record.push("output", vec![field("relation", "clone")]);
        event
    }),
    ("roster-without-version", "a roster is named whole", |log, event| {
        event.with("roster", "authority", officer().line()).with("roster", "sha256", &log.seal)
    }),
    ("inputs-leaf-not-a-digest", "leaves are digests", |_, event| event.with("inputs", "leaves", &["notes.txt"][..])),
    ("details-number", "details are text", |_, event| event.with("details", "count", 1)),
    ("legal-basis-date-as-time", "a date is a day", |_, mut event| {
        event.record.push("legal_basis", vec![field("date", "2026-11-20T00:00:00Z")]);
        event
    }),
    ("transport-left-as-date", "a time is a time", |_, event| event.with("transport", "left", "2026-11-20")),
    ("photos-not-digests", "photos are digests", |_, event| event.with("package", "photos", &["a.jpg"][..])),
    ("attachment-without-digest", "an attachment has a digest", |_, mut event| {
        event.record.push("attachment", vec![field("description", "a photo")]);
        event
    }),
    ("present-without-name", "who is present has a name", |_, mut event| {
        event.record.push("present", vec![field("role", "witness")]);
        event
    }),
    ("over-64-kib", "a record has at most 65,536 bytes", |_, event| {
        let paragraph = "x".repeat(1000);
        event.with("", "remarks", &vec![&paragraph[..]; 66][..])
    }),
];

fn forms() -> Vec<Vector> {
    let mut vectors: Vec<Vector> = MALFORMED
        .iter()
        .map(|(name, rule, edit)| {
            let log = Log::new().then_with(|log| edit(log, log.event("access", &officer())));
            breaks(&format!("custody-form-{name}"), rule, log, by_key(), &[("custody.malformed", &place(1))])
        })
        .collect();
    let incident = |log: &Log| log.event("incident", &officer()).with("incident", "kind", "fire");
    let other_relation = |kind: &str, relation: &str| {
        let mut event = Log::new().event(kind, &officer()).without_table("output");
        let bag = field("bag", "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
        event.record.push("output", vec![field("relation", relation), bag, field("seal", digest(b"new"))]);
        Log::new().then_with(|_| event)
    };
    let twice = |log: &Log, kind: &str, relation: &str| {
        let mut event = log.event(kind, &officer());
        let bag = field("bag", "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
        event.record.push("output", vec![field("relation", relation), bag, field("seal", digest(b"new"))]);
        event
    };
    let reseal_twice = |log: &Log| twice(log, "reseal", "reseal");
    let copy_twice = |log: &Log| twice(log, "copy", "copy");
    let copy_and_more = |log: &Log| {
        let mut event = log.event("copy", &officer());
        event.record.push("output", vec![field("description", "a photo of the screen")]);
        event
    };
    let malformed = |name: &str, rule: &str, log: Log| {
        breaks(&format!("custody-form-{name}"), rule, log, by_key(), &[("custody.malformed", &place(1))])
    };
    let token_0 = |log: &Log| {
        let mut event = Event::new("timestamp", &officer());
        let fields = [
            ("index", Value::from(0)),
            ("event", (&log.seal).into()),
            ("number", 0.into()),
            ("sha256", digest(b"x").into()),
        ];
        event.record.push("token", fields.map(|(key, value)| (key.to_owned(), value)).into());
        event
    };
    vectors.extend([
        malformed("token-of-number-0", "tokens count from 1", Log::new().then_with(token_0)),
        malformed("incident-kind-unknown", "an incident is one of five", Log::new().then_with(incident)),
        malformed("copy-of-another-relation", "copy makes a copy", other_relation("copy", "derived")),
        malformed("redact-of-another-relation", "redact makes a redaction", other_relation("redact", "copy")),
        malformed("reseal-of-another-relation", "reseal makes a reseal", other_relation("reseal", "copy")),
        malformed("reseal-to-two-bags", "a reseal has one output", Log::new().then_with(reseal_twice)),
        malformed("copy-and-something-else", "every output of a copy is a copy", Log::new().then_with(copy_and_more)),
        holds(
            "custody-form-copy-to-two-bags",
            "a copy may have several outputs",
            Log::new().then_with(copy_twice),
            by_key(),
            &[],
        ),
    ]);
    vectors
}

/// What a later version may bring.
fn unsupported() -> Vec<Vector> {
    let log = |event: Event| Log::new().then_with(|_| event);
    let unsupported = [("custody.event_unsupported", &place(1)[..])];
    vec![
        open(
            "custody-form-type-unknown",
            "a type that this version does not know is not judged",
            log(Event::new("teleport", &officer())),
            by_key(),
            &unsupported,
        ),
        open(
            "custody-form-type-unknown-with-unknown-tables",
            "a type that this version does not know may have anything",
            log(Event::new("teleport", &officer()).with("portal", "colour", "blue").with("", "speed", 7)),
            by_key(),
            &unsupported,
        ),
        open(
            "custody-form-type-renew",
            "renew is reserved",
            log(Event::new("renew", &officer())),
            by_key(),
            &unsupported,
        ),
        open(
            "custody-form-version-unknown",
            "a later version is not judged",
            log(Event::new("access", &officer()).with("", "format", "sealbag/event/v2")),
            by_key(),
            &unsupported,
        ),
    ]
}

/// Everything that an event may say.
fn everything() -> Vector {
    let log = Log::new().then_with(|log| {
        let mut event = log
            .event("access", &officer())
            .with("", "utc_offset", "+05:00")
            .with("", "condition", "label intact, \"A1\" on it")
            .with("", "remarks", &["first", "second"][..])
            .with("", "conditions", &["no copy"][..])
            .with("actor", "role", "investigator")
            .with("actor", "capacity", "on duty")
            .with("verified", "outcome", "confirmed")
            .with("verified", "depth", "quick")
            .with("verified", "verdict_sha256", digest(b"a verdict"))
            .with("verified", "codes", &["time.none"][..])
            .with("verified", "program", "sealbag 0.1.0")
            .with("order", "document", "a resolution")
            .with("order", "date", "2026-11-20")
            .with("request", "channel", "central authority")
            .with("place", "room", "4")
            .with("storage", "container", "safe 2")
            .with("transport", "left", "2026-11-23T08:00:00Z")
            .with("transport", "arrived", "2026-11-23T08:30:00Z")
            .with("package", "photos", &[&digest(b"a photo")[..]][..])
            .with("examination", "method", "read-only")
            .with("inputs", "count", 1)
            .with("inputs", "leaves", &[&log.root[..]][..])
            .with("inputs", "list", digest(b"a list"))
            .with("details", "weather", "snow");
        let fields = [
            ("legal_basis", vec![field("instrument", "cpc"), field("status", "in force")]),
            ("legal_basis", vec![field("instrument", "minsk-1993"), field("valid_from", "1994-05-19")]),
            ("present", vec![field("name", "A. Witness"), field("role", "witness")]),
            ("tool", vec![field("name", "dd"), field("sha256", digest(b"dd"))]),
            ("output", vec![field("description", "a working copy")]),
            ("change", vec![field("what", "nothing")]),
            ("attachment", vec![field("sha256", digest(b"a photo"))]),
        ];
        for (table, fields) in fields {
            event.record.push(table, fields);
        }
        event
    });
    holds("custody-form-everything", "an event may have every table that its type does not forbid", log, by_key(), &[])
}

pub(super) fn vectors() -> impl Iterator<Item = Vector> {
    needs().chain(strangers()).chain(forms()).chain(unsupported()).chain([everything()])
}
