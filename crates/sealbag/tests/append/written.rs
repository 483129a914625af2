//! What is written, when others write too, and when the log is not the one that was seen.

use std::sync::Barrier;
use std::time::Duration;

use sealbag::append::{AppendError, Stamp, Verification, append, attach, check, publish_again, read_event};
use sealbag::bag::DirectoryStore;
use sealbag::seal::Surroundings;
use sealbag::verdict::Outcome;
use sealbag::verify::{Depth, Options, verify};
use sealbag_custody::event::EventType;
use sealbag_custody::key::{KeyPair, SignError, Signer};
use sealbag_custody::log_store::{self, LogStore};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::receipt::Receipt;
use sealbag_custody::sshsig::Namespace;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::observer::Silent;

use super::scene::{Scene, at, files};

#[test]
fn only_the_log_is_written_and_the_receipt_fixes_it() {
    let scene = Scene::open();
    let before = files(&scene.bag);
    let released = scene.enters(&scene.officer, EventType::Release);
    let mut after = files(&scene.bag);
    assert_eq!(after.remove(&scene.bag.join("custody/000001.txt")), Some(released.page.clone()));
    assert_eq!(after, before);
    let receipt = Receipt::read(&released.receipt).expect("a receipt");
    assert_eq!((receipt.index(), receipt.head_bytes()), (1, released.page.as_slice()));
    assert_eq!(receipt.seal_bytes(), Some(before[&scene.bag.join("custody/000000.txt")].as_slice()));
    assert_eq!(released.hash, sha256(&released.page));
    assert_eq!(released.state.name(), "in_transit");
    assert_eq!(released.holder.name, "Officer");
    assert_eq!(read_event(&scene.bag, 1).expect("the event").record(), &released.record);
}

#[test]
fn what_was_verified_is_recorded_with_the_digest_of_the_verdict() {
    let scene = Scene::open();
    let checked = check(&scene.bag, &scene.anchors, None, &Silent).expect("a verdict");
    let json = serde_json::to_vec(checked.verdict()).expect("JSON");
    let mut request = scene.request(scene.event(EventType::Access, &scene.officer));
    request.verification = Verification::Done(Box::new(checked));
    let verified = scene.try_append(&scene.officer, &request).expect("an event").record.verified;
    let verified = verified.expect("what was verified");
    assert_eq!(verified.verdict_sha256, Some(sha256(&json)));
    assert_eq!(verified.outcome.name(), "confirmed_with_remarks");
    assert!(verified.codes.iter().any(|code| code.as_str() == "time.none"));
    let store = DirectoryStore::open(&scene.bag).expect("the bag");
    let options = Options { anchors: &scene.anchors, depth: Depth::Full, source: None, progress: &Silent };
    assert_eq!(verify(&store, &options).outcome(), Outcome::ConfirmedWithRemarks);
}

#[test]
fn an_event_records_a_verification_only_if_its_type_or_the_writer_asks_for_one() {
    let scene = Scene::open();
    assert_eq!(scene.enters(&scene.officer, EventType::Access).record.verified, None);
    let mut request = scene.request(scene.event(EventType::Access, &scene.officer));
    request.verification = Verification::Always;
    assert!(scene.try_append(&scene.officer, &request).expect("an event").record.verified.is_some());
    // What was verified just now is not verified again.
    let checked = check(&scene.bag, &scene.anchors, None, &Silent).expect("a verdict");
    let before = checked.verified().clone();
    let mut request = scene.request(scene.event(EventType::Verify, &scene.officer));
    request.verification = Verification::Done(Box::new(checked));
    std::fs::write(scene.bag.join("data/notes.txt"), "meet at ten\n").expect("a change");
    let recorded = scene.try_append(&scene.officer, &request).expect("an event").record.verified;
    assert_eq!(recorded, Some(before));
}

#[test]
fn a_log_is_shown_with_the_hashes_of_its_events() {
    let scene = Scene::open();
    let (seal, first) = (scene.head(), scene.enters(&scene.officer, EventType::Access).hash);
    let second = scene.enters(&scene.officer, EventType::Access).hash;
    let view = scene.view();
    assert_eq!(view.hashes, [seal, first, second]);
    assert_eq!([seal, first, second].map(|hash| view.index_of(hash)), [Some(0), Some(1), Some(2)]);
    assert_eq!(view.index_of(sha256(b"none of them")), None);
}

#[test]
fn where_nobody_vouches_for_the_seal_the_rules_are_applied_as_far_as_they_can_be() {
    let mut scene = Scene::open();
    scene.anchors = sealbag::verify::Anchors::default();
    scene.enters(&scene.stranger, EventType::Object);
    let accept = scene.event(EventType::Accept, &scene.officer);
    assert!(matches!(scene.error(&scene.officer, scene.request(accept)), AppendError::Refused { .. }));
}

#[test]
fn of_eight_releases_at_once_one_stands_and_the_others_hear_of_it() {
    let scene = Scene::open();
    let start = Barrier::new(8);
    let event = scene.event(EventType::Release, &scene.officer);
    let ended: Vec<_> = std::thread::scope(|scope| {
        let run = |_| {
            scope.spawn(|| {
                start.wait();
                scene.try_append(&scene.officer, &scene.request(event.clone()))
            })
        };
        let running: Vec<_> = (0..8).map(run).collect();
        running.into_iter().map(|one| one.join().expect("no panic")).collect()
    });
    assert_eq!(ended.iter().filter(|result| result.is_ok()).count(), 1);
    for error in ended.into_iter().filter_map(Result::err) {
        let first = match error {
            AppendError::Overtaken { first, .. } => *first,
            AppendError::Refused { last, .. } => *last,
            other => panic!("refused otherwise: {other}"),
        };
        assert_eq!((first.index, first.kind), (1, Some(EventType::Release)));
        assert_eq!(first.name.as_str(), "Officer");
    }
}

#[test]
fn a_log_in_use_is_waited_for_and_then_left_alone() {
    let scene = Scene::open();
    let log = LogStore::open(&scene.bag).expect("the log");
    let writer = log.lock(Duration::ZERO).expect("the lock");
    let mut request = scene.request(scene.event(EventType::Access, &scene.officer));
    request.wait = Duration::from_millis(20);
    let error = scene.error(&scene.officer, request);
    assert!(matches!(error, AppendError::Log(log_store::AppendError::Busy { .. })), "{error}");
    drop(writer);
    scene.enters(&scene.officer, EventType::Access);
}

#[test]
fn nothing_follows_a_bad_event_or_a_tail_that_was_cut_off() {
    let mut scene = Scene::open();
    let receipt = scene.enters(&scene.officer, EventType::Access).receipt;
    let event = scene.event(EventType::Access, &scene.officer);
    let file = scene.bag.join("custody/000001.txt");
    let page = std::fs::read_to_string(&file).expect("the event");
    std::fs::write(&file, page.replace("a purpose", "b purpose")).expect("a forgery");
    match scene.error(&scene.officer, scene.request(event.clone())) {
        AppendError::BadLog { findings } => {
            let codes: Vec<_> = findings.iter().map(|finding| finding.code.name()).collect();
            assert_eq!(codes, ["signature.invalid"]);
        }
        other => panic!("{other}"),
    }
    std::fs::remove_file(&file).expect("cut off");
    scene.anchors.receipts = vec![receipt];
    assert!(matches!(scene.error(&scene.officer, scene.request(event)), AppendError::Anchors { .. }));
}

#[test]
fn the_same_page_is_published_again_and_another_never() {
    let scene = Scene::open();
    let page = scene.enters(&scene.officer, EventType::Access).page;
    let file = scene.bag.join("custody/000001.txt");
    std::fs::remove_file(&file).expect("lost");
    let again = || publish_again(&scene.bag, &scene.anchors, &page, Duration::from_secs(1));
    assert_eq!(again().expect("published").index, 1);
    assert_eq!(again().expect("found").index, 1);
    std::fs::remove_file(&file).expect("lost");
    scene.enters(&scene.officer, EventType::Release);
    assert!(matches!(again(), Err(AppendError::Overtaken { .. })));
}

#[test]
fn tokens_lie_beside_the_events_that_they_stamp() {
    let scene = Scene::open();
    for (bytes, number) in [(b"one", 1), (b"two", 2), (b"one", 1)] {
        let mut request = scene.request(scene.event(EventType::Timestamp, &scene.officer));
        request.tokens = vec![Stamp { index: 0, bytes: bytes.to_vec() }];
        let token = scene.try_append(&scene.officer, &request).expect("an event").record.token;
        assert_eq!((token[0].index, token[0].number, token[0].sha256), (0, number, sha256(bytes)));
        let file = scene.bag.join(format!("custody/000000.{number}.tsr"));
        assert_eq!(std::fs::read(file).expect("the token"), bytes);
    }
}

#[test]
fn tokens_are_stored_without_an_event_and_each_once() {
    let scene = Scene::open();
    let attached = |index, bytes: &[u8]| {
        attach(&scene.bag, &scene.anchors, vec![Stamp { index, bytes: bytes.to_vec() }], Duration::from_secs(1))
    };
    for (bytes, number) in [(b"one", 1), (b"two", 2), (b"one", 1)] {
        let stored = attached(0, bytes).expect("stored");
        let [token] = stored.as_slice() else { panic!("{stored:?}") };
        assert_eq!((token.index, token.event, token.number, token.sha256), (0, scene.head(), number, sha256(bytes)));
        let file = scene.bag.join(format!("custody/000000.{number}.tsr"));
        assert_eq!(std::fs::read(file).expect("the token"), bytes);
    }
    let before = files(&scene.bag);
    assert!(matches!(attached(1, b"one"), Err(AppendError::NoSuchEvent { index: 1, last: 0 })));
    assert_eq!(files(&scene.bag), before);
}

#[test]
fn an_event_states_the_clock_when_it_is_signed_unless_it_is_late() {
    let scene = Scene::open();
    let mut request = scene.request(scene.event(EventType::Access, &scene.officer));
    request.moment = sealbag::append::Moment::Signing;
    let now = || at(4_000);
    let surroundings = Surroundings { signer: &scene.officer.key, now: &now, progress: &Silent };
    let entered = sealbag::append::append(&request, &surroundings).expect("an event");
    assert_eq!(entered.record.time, at(4_000));
    assert!(!scene.path("A1.000001.receipt.txt").exists());
}

/// A key that signs other bytes than it was given: the event is not published, and the log is as before.
#[test]
fn an_event_whose_signature_does_not_verify_is_not_published() {
    struct Faulty<'a>(&'a KeyPair);
    impl Signer for Faulty<'_> {
        fn public_key(&self) -> &PublicKey {
            self.0.public_key()
        }

        fn sign(&self, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
            let mut flipped = message.to_vec();
            flipped[message.len() / 2] ^= 1;
            self.0.sign(namespace, &flipped)
        }
    }
    let scene = Scene::open();
    let before = files(&scene.bag);
    let request = scene.request(scene.event(EventType::Release, &scene.officer));
    let signer = Faulty(&scene.officer.key);
    let surroundings = Surroundings { signer: &signer, now: &|| at(1000), progress: &Silent };
    assert!(append(&request, &surroundings).is_err(), "an event was published");
    assert_eq!(files(&scene.bag), before);
}
