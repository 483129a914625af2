//! The rules that need no roster, each broken once.

use sealbag::append::{AppendError, OnViolation, Stamp};
use sealbag_custody::event::{Correction, EventType, HandOverRefusal};
use sealbag_custody::key::Signer;
use sealbag_custody::replay::Breach;
use sealbag_manifest::digest::Sha256Digest;

use super::scene::{Scene, at, text};

#[test]
fn rule_1_an_event_that_the_state_does_not_allow() {
    let scene = Scene::open();
    for kind in [EventType::Accept, EventType::Cancel] {
        assert_eq!(scene.breach(&scene.officer, scene.event(kind, &scene.officer)), Breach::NoRelease);
    }
    let end = scene.event(EventType::ExamineEnd, &scene.officer);
    assert!(matches!(scene.breach(&scene.officer, end), Breach::NotAllowed { state: "held", .. }));
    scene.enters(&scene.officer, EventType::Release);
    let again = scene.event(EventType::Release, &scene.officer);
    assert!(matches!(scene.breach(&scene.officer, again), Breach::NotAllowed { state: "in_transit", .. }));
    scene.enters(&scene.lab, EventType::Accept);
    assert_eq!(scene.breach(&scene.lab, scene.event(EventType::Accept, &scene.lab)), Breach::NoRelease);
}

#[test]
fn rule_2_a_reference_to_what_is_not_there_or_is_not_meant() {
    let scene = Scene::open();
    let mut countersign = scene.event(EventType::Countersign, &scene.second);
    countersign.reference = Some(Sha256Digest([9; 32]));
    assert!(matches!(scene.breach(&scene.second, countersign), Breach::WrongReference(_)));
    let seal = scene.head();
    scene.enters(&scene.officer, EventType::Release);
    let mut accept = scene.event(EventType::Accept, &scene.lab);
    accept.reference = Some(seal);
    assert!(matches!(scene.breach(&scene.lab, accept), Breach::WrongReference(_)));
    scene.enters(&scene.officer, EventType::Cancel);
    let unhold = scene.event(EventType::Unhold, &scene.officer);
    assert!(matches!(scene.breach(&scene.officer, unhold), Breach::WrongReference(_)));
}

#[test]
fn rule_3_accepted_by_another_key_than_the_one_named() {
    let scene = Scene::open();
    scene.enters(&scene.officer, EventType::Release);
    for who in [&scene.stranger, &scene.officer] {
        assert!(matches!(scene.breach(who, scene.event(EventType::Accept, who)), Breach::WrongAcceptor { .. }));
    }
    let mut refuse = scene.event(EventType::Refuse, &scene.stranger);
    refuse.refusal = Some(HandOverRefusal { person: None, key: None, role: None, reason: text("no") });
    assert!(matches!(scene.breach(&scene.stranger, refuse), Breach::WrongAcceptor { .. }));
}

#[test]
fn rule_4_what_only_the_holder_may_do() {
    let scene = Scene::open();
    for kind in [EventType::Release, EventType::Open, EventType::ExamineStart, EventType::Return, EventType::Access] {
        let event = scene.event(kind, &scene.second);
        assert!(matches!(scene.breach(&scene.second, event), Breach::NotHolder { .. }), "{kind}");
    }
    scene.enters(&scene.officer, EventType::Release);
    scene.enters(&scene.lab, EventType::Accept);
    let access = scene.event(EventType::Access, &scene.officer);
    assert!(matches!(scene.breach(&scene.officer, access), Breach::NotHolder { .. }));
}

#[test]
fn rule_5_released_to_oneself() {
    let scene = Scene::open();
    let mut release = scene.event(EventType::Release, &scene.officer);
    let to = release.to.as_mut().expect("a recipient");
    (to.name, to.key) = (text("Another Name"), Some(scene.officer.key.public_key().clone()));
    assert_eq!(scene.breach(&scene.officer, release), Breach::SelfTransfer);
}

#[test]
fn rule_6_released_before_the_cosigner_answered() {
    let scene = Scene::cosigned();
    let release = || scene.event(EventType::Release, &scene.officer);
    assert_eq!(scene.breach(&scene.officer, release()), Breach::CosignerSkipped("Second".to_owned()));
    scene.enters(&scene.second, EventType::Countersign);
    scene.enter(&scene.officer, release());
    let scene = Scene::cosigned();
    let mut refusal = scene.event(EventType::RefuseToSign, &scene.officer);
    let key = Some(scene.second.key.public_key().clone());
    refusal.refusal = Some(HandOverRefusal { person: Some(text("Second")), key, role: None, reason: text("absent") });
    scene.enter(&scene.officer, refusal);
    scene.enters(&scene.officer, EventType::Release);
}

#[test]
fn rules_7_and_8_an_own_countersignature_and_a_correction_of_anothers() {
    let scene = Scene::open();
    let own = scene.event(EventType::Countersign, &scene.officer);
    assert_eq!(scene.breach(&scene.officer, own), Breach::OwnCountersignature);
    let seal = scene.head();
    scene.enters(&scene.officer, EventType::Release);
    scene.enters(&scene.lab, EventType::Accept);
    let mut correct = scene.event(EventType::Correct, &scene.lab);
    correct.correction =
        vec![Correction { event: seal, field: text("purpose"), value: text("x"), reason: text("typing") }];
    assert_eq!(scene.breach(&scene.lab, correct), Breach::NotAuthor);
}

#[test]
fn rule_9_opened_returned_or_disposed_of_during_a_hold() {
    let scene = Scene::open();
    scene.enters(&scene.officer, EventType::Hold);
    for kind in [EventType::Open, EventType::Return, EventType::Dispose] {
        assert_eq!(scene.breach(&scene.officer, scene.event(kind, &scene.officer)), Breach::OnHold);
    }
    scene.enters(&scene.officer, EventType::Unhold);
    scene.enters(&scene.officer, EventType::Return);
}

#[test]
fn rule_10_the_root_that_is_recorded_is_that_of_the_seal() {
    let scene = Scene::open();
    let verified = scene.enters(&scene.officer, EventType::Verify).record.verified.expect("what was verified");
    assert_eq!(verified.root, scene.view().seal.tree.root);
}

#[test]
fn rule_11_a_clock_behind_the_log_without_a_reason() {
    let scene = Scene::open();
    let mut event = scene.event(EventType::Access, &scene.officer);
    event.time = at(-301);
    assert!(matches!(scene.breach(&scene.officer, event.clone()), Breach::TimeOrder { .. }));
    event.time = at(-300);
    assert_eq!(scene.enter(&scene.officer, event.clone()).remarks.len(), 1);
    event.time = at(90_000);
    scene.enter(&scene.officer, event.clone());
    event.time = at(100);
    assert!(matches!(scene.breach(&scene.officer, event.clone()), Breach::TimeOrder { .. }));
    event.late_reason = Some(text("no computer on the spot"));
    scene.enter(&scene.officer, event.clone());
    // Even a reason takes nothing back before the seal.
    event.time = at(-301);
    assert!(matches!(scene.breach(&scene.officer, event), Breach::TimeOrder { .. }));
}

#[test]
fn rule_15_a_key_that_nobody_vouches_for_changes_nothing() {
    let scene = Scene::open();
    let hold = scene.event(EventType::Hold, &scene.stranger);
    assert!(matches!(scene.breach(&scene.stranger, hold), Breach::SignerUnknown { .. }));
    assert_eq!(scene.enters(&scene.stranger, EventType::Object).remarks.len(), 2);
}

#[test]
fn events_of_another_bag_another_key_or_without_what_their_type_needs() {
    let scene = Scene::open();
    let mut other = scene.event(EventType::Access, &scene.officer);
    other.seal = Sha256Digest([1; 32]);
    assert!(matches!(scene.error(&scene.officer, scene.request(other)), AppendError::OtherBag));
    let foreign = scene.event(EventType::Access, &scene.officer);
    assert!(matches!(scene.error(&scene.lab, scene.request(foreign)), AppendError::OtherSigner { .. }));
    let mut bare = scene.event(EventType::Open, &scene.officer);
    bare.change.clear();
    assert!(matches!(scene.error(&scene.officer, scene.request(bare)), AppendError::Form(_)));
    let mut stamped = scene.request(scene.event(EventType::Access, &scene.officer));
    stamped.tokens = vec![Stamp { index: 0, bytes: b"token".to_vec() }];
    assert!(matches!(scene.error(&scene.officer, stamped), AppendError::Tokens));
    let mut nowhere = scene.request(scene.event(EventType::Timestamp, &scene.officer));
    nowhere.tokens = vec![Stamp { index: 7, bytes: b"token".to_vec() }];
    assert!(matches!(scene.error(&scene.officer, nowhere), AppendError::NoSuchEvent { index: 7, last: 0 }));
}

#[test]
fn a_bag_that_is_not_what_was_sealed() {
    let scene = Scene::open();
    std::fs::write(scene.bag.join("data/notes.txt"), "meet at ten\n").expect("a change");
    for kind in [EventType::Open, EventType::ExamineStart, EventType::Return] {
        let request = scene.request(scene.event(kind, &scene.officer));
        let AppendError::Violated { findings, .. } = scene.error(&scene.officer, request) else {
            panic!("{kind} is refused for another reason")
        };
        assert_eq!(findings.iter().map(|one| one.code.name()).collect::<Vec<_>>(), ["file.changed"]);
    }
    let verify = scene.enters(&scene.officer, EventType::Verify);
    let outcome = verify.record.verified.map(|verified| verified.outcome.name());
    assert_eq!(outcome, Some("violated"));
    let mut request = scene.request(scene.event(EventType::Open, &scene.officer));
    request.on_violation = OnViolation::Record;
    scene.try_append(&scene.officer, &request).expect("recorded as it is");
}
