//! What a log leads to: the holds in force, what the exhibit suffered, who still has to countersign, and how it is said.

use crate::scene::{begin, event, key, seal, text, time};
use sealbag_custody::event::{EventRecord, EventType, HandOverRefusal, Incident, IncidentKind};
use sealbag_custody::key::Signer;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::replay::{Breach, Remark, Replay, Vouching};
use sealbag_custody::seal_record::Cosigner;
use sealbag_manifest::digest::Sha256Digest;

const LATER: &str = "2026-12-01T00:00:00Z";

fn given(word: &str) -> PublicKey {
    key(word).public_key().clone()
}

/// Takes the event over as the next one, under a hash of its own.
fn stand(replay: &mut Replay<'_>, mut event: EventRecord) -> Sha256Digest {
    event.index = replay.len();
    let hash = Sha256Digest([event.index as u8; 32]);
    let judged = replay.judge(&event);
    assert_eq!(judged.breach, None, "{event:?}");
    replay.stand(&event, hash, &judged);
    hash
}

fn incident(kind: IncidentKind) -> EventRecord {
    let mut event = event(EventType::Incident, "officer", LATER);
    event.incident = Some(Incident { kind });
    event
}

#[test]
fn a_hold_is_in_force_until_the_event_that_lifts_it() {
    let signers = [given("officer")];
    let (mut replay, _) = begin(&[], &signers);
    assert_eq!((replay.holds(), replay.is_on_hold()), (&[][..], false));
    let hold = || event(EventType::Hold, "officer", LATER);
    let holds = [stand(&mut replay, hold()), stand(&mut replay, hold())];
    assert_eq!((replay.holds(), replay.is_on_hold()), (&holds[..], true));
    let mut lifted = event(EventType::Unhold, "officer", LATER);
    lifted.reference = Some(holds[0]);
    stand(&mut replay, lifted);
    assert_eq!((replay.holds(), replay.is_on_hold()), (&holds[1..], true));
    assert_eq!((replay.len(), replay.is_empty()), (4, false));
}

#[test]
fn what_harms_the_exhibit_compromises_it_for_good() {
    for kind in [IncidentKind::Loss, IncidentKind::Mismatch, IncidentKind::PhysicalSealBroken] {
        let signers = [given("officer")];
        let (mut replay, _) = begin(&[], &signers);
        stand(&mut replay, incident(IncidentKind::Other));
        assert!(!replay.is_compromised(), "not every incident harms");
        stand(&mut replay, incident(kind));
        assert!(replay.is_compromised(), "{kind:?}");
        stand(&mut replay, incident(IncidentKind::Other));
        assert!(replay.is_compromised(), "{kind:?}, whatever follows");
    }
}

#[test]
fn a_cosigner_answers_for_the_seal_only_by_an_event_that_refers_to_the_seal() {
    let mut record = seal().record().clone();
    record.cosigner =
        ["witness", "neighbour"].map(|who| Cosigner { name: text(who), key: given(who), role: None }).into();
    let signers = [given("officer")];
    let vouching = Vouching { signers: &signers, ..Vouching::default() };
    let (mut replay, _) = Replay::begin(&record, seal().hash(), vouching);
    let access = stand(&mut replay, event(EventType::Access, "officer", LATER));
    let countersign = |reference| {
        let mut event = event(EventType::Countersign, "witness", LATER);
        event.reference = Some(reference);
        event
    };
    stand(&mut replay, countersign(access));
    assert_eq!(replay.pending_cosigners().count(), 2, "another event was countersigned");
    stand(&mut replay, countersign(seal().hash()));
    assert_eq!(replay.pending_cosigners().count(), 1);
    let refuse = |reference| {
        let mut event = event(EventType::RefuseToSign, "officer", LATER);
        event.reference = Some(reference);
        event.refusal = Some(HandOverRefusal {
            key: Some(given("neighbour")),
            person: None,
            role: None,
            reason: text("would not"),
        });
        event
    };
    stand(&mut replay, refuse(access));
    assert_eq!(replay.pending_cosigners().count(), 1, "another event was refused");
    stand(&mut replay, refuse(seal().hash()));
    assert_eq!(replay.pending_cosigners().count(), 0);
}

#[test]
fn a_breach_and_a_remark_say_why_where_a_reason_is_known() {
    let since = time("2026-01-01T00:00:00Z");
    let compromised = |attested| Breach::KeyCompromised { since, attested }.to_string();
    assert_eq!(compromised(None), "compromised since 2026-01-01T00:00:00Z");
    let attested = compromised(Some(time(LATER)));
    assert_eq!(attested, "compromised since 2026-01-01T00:00:00Z; attested 2026-12-01T00:00:00Z");
    let by = |why: Option<&str>| {
        let why = why.map(str::to_owned);
        Remark::Unattributed { kind: EventType::Object, key: "SHA256:x".to_owned(), why }.to_string()
    };
    assert_eq!(by(None), "object by SHA256:x");
    assert_eq!(by(Some("it ended")), "object by SHA256:x: it ended");
}
