//! What happens between two looks at the log: others write while a bag is verified or while the key signs.

use std::fs;
use std::sync::Mutex;
use std::time::Duration;

use sealbag::append::{AppendError, Verification, append, preflight, publish_again};
use sealbag::progress::{Phase, Progress};
use sealbag::seal::Surroundings;
use sealbag_custody::event::{EventRecord, EventType};
use sealbag_custody::key::{KeyPair, SignError, Signer};
use sealbag_custody::page;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::scalar::BagId;
use sealbag_custody::sshsig::Namespace;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::observer::{Observer, Silent};

use super::scene::{Scene, Somebody, at, files, text};

/// Does something once, when the bag is verified.
struct WhileVerifying<F: FnOnce() + Send>(Mutex<Option<F>>);

impl<F: FnOnce() + Send> Observer for WhileVerifying<F> {}

impl<F: FnOnce() + Send> Progress for WhileVerifying<F> {
    fn phase(&self, _: Phase, _: Option<u64>, _: Option<u64>) {
        let work = self.0.lock().expect("no panic").take();
        if let Some(work) = work {
            work();
        }
    }
}

/// Does something when it is asked to sign.
struct WhileSigning<'a, F: Fn()>(&'a KeyPair, F);

impl<F: Fn()> Signer for WhileSigning<'_, F> {
    fn public_key(&self) -> &PublicKey {
        self.0.public_key()
    }

    fn sign(&self, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
        (self.1)();
        self.0.sign(namespace, message)
    }
}

/// A signed page of an event.
fn page_of(event: &EventRecord, by: &Somebody) -> Vec<u8> {
    let bytes = event.to_bytes().expect("an event");
    page::join(&bytes, &by.key.sign(Namespace::Event, &bytes).expect("a signature")).expect("a page")
}

/// A page of an access by the officer, as the first event of a log.
fn access(scene: &Scene, change: impl FnOnce(&mut EventRecord)) -> Vec<u8> {
    let mut event = scene.event(EventType::Access, &scene.officer);
    (event.index, event.prev) = (1, scene.head());
    change(&mut event);
    page_of(&event, &scene.officer)
}

#[test]
fn what_could_be_appended_is_said_without_writing_anything() {
    let scene = Scene::open();
    let before = files(&scene.bag);
    let says =
        |request| preflight(&request, &Surroundings { signer: &scene.officer.key, now: &|| at(60), progress: &Silent });
    says(scene.request(scene.event(EventType::Access, &scene.officer))).expect("it can be");
    let refused = says(scene.request(scene.event(EventType::Accept, &scene.officer)));
    assert!(matches!(refused, Err(AppendError::Refused { .. })));
    assert_eq!(files(&scene.bag), before);
}

#[test]
fn who_was_overtaken_during_the_verification_hears_of_the_first_that_came() {
    for (events, first) in [
        (&[EventType::Release][..], EventType::Release),
        (&[EventType::Access, EventType::Release], EventType::Access),
        (&[EventType::Access, EventType::Access, EventType::Release], EventType::Access),
    ] {
        let scene = Scene::open();
        let mut request = scene.request(scene.event(EventType::Release, &scene.officer));
        request.verification = Verification::Always;
        let others = || events.iter().for_each(|kind| drop(scene.enters(&scene.officer, *kind)));
        let progress = WhileVerifying(Mutex::new(Some(others)));
        let surroundings = Surroundings { signer: &scene.officer.key, now: &|| at(60), progress: &progress };
        match append(&request, &surroundings) {
            Err(AppendError::Overtaken { first: shown, breach: Some(_) }) => {
                assert_eq!((shown.index, shown.kind), (1, Some(first)));
                assert_eq!(shown.to_string(), format!("event 1, {first}, by Officer at {}", at(60)));
            }
            other => panic!("{events:?}: {other:?}"),
        }
        assert_eq!(scene.view().last.index, events.len() as u64);
    }
}

#[test]
fn an_event_whose_number_is_taken_says_whether_it_is_of_this_log() {
    type Change = fn(&mut EventRecord);
    let of_this_log: Change = |event| event.purpose = text("another purpose");
    let foreign: [Change; 3] = [
        |event| event.bag = BagId([0xff; 16]),
        |event| event.seal = Sha256Digest([7; 32]),
        |event| (event.index, event.prev) = (2, Sha256Digest([7; 32])),
    ];
    let taken = |content: &dyn Fn(&Scene) -> Vec<u8>| {
        let scene = Scene::open();
        let bytes = content(&scene);
        let file = scene.bag.join("custody/000001.txt");
        let signer = WhileSigning(&scene.officer.key, || fs::write(&file, &bytes).expect("written"));
        let request = scene.request(scene.event(EventType::Access, &scene.officer));
        let surroundings = Surroundings { signer: &signer, now: &|| at(60), progress: &Silent };
        let error = append(&request, &surroundings).map(|entered| entered.record).expect_err("the number is taken");
        assert_eq!(fs::read(&file).expect("the other event"), bytes, "it is left as it is");
        error
    };
    let own = taken(&|scene| access(scene, of_this_log));
    assert!(matches!(own, AppendError::Overtaken { ref first, breach: None } if first.index == 1), "{own}");
    for (number, change) in foreign.into_iter().enumerate() {
        let error = taken(&|scene| access(scene, change));
        assert!(matches!(error, AppendError::TakenByAnother { index: 1, source: None }), "{number}: {error}");
    }
    let error = taken(&|_| b"no event".to_vec());
    assert!(matches!(error, AppendError::TakenByAnother { index: 1, source: Some(_) }), "{error}");
}

#[test]
fn a_page_of_another_bag_or_of_another_seal_of_it_is_not_published() {
    let scene = Scene::open();
    let again = |page: &[u8]| publish_again(&scene.bag, &scene.anchors, page, Duration::from_secs(1));
    let before = files(&scene.bag);
    let other_seal = access(&scene, |event| event.seal = Sha256Digest([7; 32]));
    assert!(matches!(again(&other_seal), Err(AppendError::OtherBag)));
    let other_bag = BagId([0xff; 16]);
    let other_bag = access(&scene, |event| event.bag = other_bag);
    assert!(matches!(again(&other_bag), Err(AppendError::OtherBag)));
    assert_eq!(files(&scene.bag), before);
    assert_eq!(again(&access(&scene, |_| {})).expect("published").index, 1);
}
