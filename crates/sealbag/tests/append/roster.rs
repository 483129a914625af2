//! The rules that a roster brings: roles, validity, compromise, one person with several keys, and rosters that are too old.

use sealbag::append::AppendError;
use sealbag::seal::RosterFile;
use sealbag_custody::event::EventType;
use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::page;
use sealbag_custody::replay::Breach;
use sealbag_custody::roster::{Authority, Person, RosterKey, RosterRecord, VerifiedRoster};
use sealbag_custody::seal_record::{Relation, RosterReference};
use sealbag_custody::sshsig::Namespace;
use sealbag_manifest::digest::Sha256Digest;

use super::scene::{Scene, Somebody, at, text};

fn authority() -> KeyPair {
    KeyPair::from_seed(&[9; 32]).expect("a key")
}

fn key(id: &str, who: &Somebody, role: &str) -> RosterKey {
    RosterKey {
        person: text(id),
        key: who.key.public_key().clone(),
        roles: vec![text(role)],
        valid_from: at(-1_000_000),
        valid_to: None,
        retired: None,
        compromised_since: None,
        reason: None,
    }
}

/// Officer, laboratory and second officer, each as themselves.
fn keys(scene: &Scene) -> Vec<RosterKey> {
    vec![
        key("officer", &scene.officer, "investigator"),
        key("lab", &scene.lab, "expert"),
        key("second", &scene.second, "investigator"),
    ]
}

fn signed(version: u64, keys: Vec<RosterKey>) -> Vec<u8> {
    let authority = authority();
    let person = |id: &str| Person {
        id: text(id),
        name: text(id),
        organisation: None,
        unit: None,
        country: None,
        qualification: None,
        qualification_until: None,
    };
    let record = RosterRecord {
        version,
        issued: at(-1_000),
        previous: (version > 1).then_some(Sha256Digest([5; 32])),
        authority: Authority {
            name: text("Authority"),
            keys: authority.public_key().clone().into(),
            origin: None,
            country: None,
        },
        outgoing: None,
        person: ["officer", "lab", "second"].map(person).to_vec(),
        key: keys,
        recognition: Vec::new(),
        details: Default::default(),
    };
    let bytes = record.to_bytes().expect("a roster");
    let armour = authority.sign(Namespace::Roster, &bytes).expect("a signature");
    page::join(&bytes, &armour).expect("a page")
}

fn use_roster(scene: &mut Scene, version: u64, keys: Vec<RosterKey>) {
    scene.anchors.signers.clear();
    scene.anchors.authorities = vec![authority().public_key().clone().into()];
    scene.anchors.rosters = vec![signed(version, keys)];
}

#[test]
fn rule_12_a_role_that_may_not_sign_the_type() {
    let mut scene = Scene::open();
    let listed = keys(&scene);
    use_roster(&mut scene, 1, listed);
    let examine = scene.event(EventType::ExamineStart, &scene.officer);
    assert!(matches!(scene.breach(&scene.officer, examine), Breach::WrongRole { act: "examine_start", .. }));
    let entered = scene.enters(&scene.officer, EventType::Release);
    assert_eq!(entered.record.roster.map(|roster| roster.version), Some(1));
    scene.enters(&scene.lab, EventType::Accept);
    scene.enters(&scene.lab, EventType::ExamineStart);
}

#[test]
fn rule_13_outside_the_validity_of_the_key() {
    for (from, to, retired) in [(100, None, None), (-100, Some(60), None), (-100, None, Some(60))] {
        let mut scene = Scene::open();
        let mut listed = keys(&scene);
        listed[2].valid_from = at(from);
        listed[2].valid_to = to.map(at);
        listed[2].retired = retired.map(at);
        use_roster(&mut scene, 1, listed);
        let verify = scene.event(EventType::Verify, &scene.second);
        assert!(matches!(scene.breach(&scene.second, verify), Breach::KeyInvalid { .. }), "{from} {to:?} {retired:?}");
    }
}

#[test]
fn rule_14_a_key_that_somebody_else_may_have() {
    let mut scene = Scene::open();
    let mut listed = keys(&scene);
    listed[2].compromised_since = Some(at(1_000_000));
    use_roster(&mut scene, 1, listed);
    let object = scene.event(EventType::Object, &scene.second);
    assert!(matches!(scene.breach(&scene.second, object), Breach::KeyCompromised { .. }));
}

#[test]
fn rule_5_released_to_another_key_of_the_same_person() {
    let mut scene = Scene::open();
    let mut listed = keys(&scene);
    listed[1].person = text("officer");
    use_roster(&mut scene, 1, listed);
    let release = scene.event(EventType::Release, &scene.officer);
    assert_eq!(scene.breach(&scene.officer, release), Breach::SelfTransfer);
}

#[test]
fn a_roster_older_than_the_one_that_the_log_names_is_not_written_with() {
    let mut scene = Scene::open();
    let listed = keys(&scene);
    use_roster(&mut scene, 2, listed);
    scene.enters(&scene.officer, EventType::Access);
    let listed = keys(&scene);
    use_roster(&mut scene, 1, listed);
    let request = scene.request(scene.event(EventType::Access, &scene.officer));
    let error = scene.error(&scene.officer, request);
    assert!(matches!(error, AppendError::Roster { .. }));
    assert_eq!(error.to_string(), "the log names version 2 of the roster, the one in use is version 1");
    let mut listed = keys(&scene);
    listed[1].roles = vec![text("investigator")];
    use_roster(&mut scene, 2, listed);
    let error = scene.error(&scene.officer, scene.request(scene.event(EventType::Access, &scene.officer)));
    assert_eq!(error.to_string(), "the log names another roster of version 2 than the one in use");
    scene.enters(&scene.stranger, EventType::Object);
}

#[test]
fn a_roster_older_than_the_one_that_the_seal_names_is_not_written_with() {
    let bytes = signed(2, keys(&Scene::open()));
    let sha256 = VerifiedRoster::read_file(&bytes).expect("a roster")[0].sha256();
    let reference = RosterReference { authority: authority().public_key().clone(), version: 2, sha256 };
    let mut scene = Scene::with_roster(RosterFile { bytes, reference });
    let listed = keys(&scene);
    use_roster(&mut scene, 1, listed);
    let error = scene.error(&scene.officer, scene.request(scene.event(EventType::Access, &scene.officer)));
    assert_eq!(error.to_string(), "the log names version 2 of the roster, the one in use is version 1");
}

#[test]
fn a_roster_that_cannot_be_used_is_not_passed_over() {
    let mut scene = Scene::open();
    let event = scene.event(EventType::Access, &scene.officer);
    scene.anchors.authorities = vec![authority().public_key().clone().into()];
    scene.anchors.rosters = vec![b"no roster".to_vec()];
    assert!(matches!(scene.error(&scene.officer, scene.request(event)), AppendError::Anchors { .. }));
}

#[test]
fn a_further_bag_is_sealed_only_by_a_key_that_may_seal_it() {
    let mut scene = Scene::open();
    let listed = keys(&scene);
    use_roster(&mut scene, 1, listed);
    let breach = |who: &Somebody| scene.view().breach_of_further_seal(who.key.public_key(), Relation::Copy, at(60));
    assert_eq!(breach(&scene.officer), None);
    let mut listed = keys(&scene);
    listed[0].valid_to = Some(at(30));
    use_roster(&mut scene, 1, listed);
    let breach = scene.view().breach_of_further_seal(scene.officer.key.public_key(), Relation::Copy, at(60));
    assert!(matches!(breach, Some(Breach::KeyInvalid { .. })), "{breach:?}");
}
