//! A signer that goes wrong, as a broken card or a flipped bit does: nothing that it signed is published.

use sealbag::copy::copy;
use sealbag::seal::{Surroundings, seal};
use sealbag_custody::key::{KeyPair, SignError, Signer};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::sshsig::Namespace;
use sealbag_manifest::layout::SEAL;
use sealbag_manifest::observer::Silent;

use super::scene::{Scene, now};

/// Makes good signatures of other bytes, for another purpose, or with another key than it says.
struct Faulty {
    key: KeyPair,
    shown: PublicKey,
    changes: fn(&KeyPair, Namespace, &[u8]) -> Result<String, SignError>,
}

impl Signer for Faulty {
    fn public_key(&self) -> &PublicKey {
        &self.shown
    }

    fn sign(&self, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
        (self.changes)(&self.key, namespace, message)
    }
}

fn of_other_bytes(key: &KeyPair, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
    let mut flipped = message.to_vec();
    flipped[message.len() / 2] ^= 1;
    key.sign(namespace, &flipped)
}

fn for_another_purpose(key: &KeyPair, _: Namespace, message: &[u8]) -> Result<String, SignError> {
    key.sign(Namespace::Roster, message)
}

fn as_it_should(key: &KeyPair, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
    key.sign(namespace, message)
}

fn cut_short(key: &KeyPair, namespace: Namespace, message: &[u8]) -> Result<String, SignError> {
    key.sign(namespace, message).map(|armour| armour[..armour.len() - 1].to_owned())
}

#[test]
fn what_does_not_verify_is_not_published() {
    let scene = Scene::open();
    let source = scene.seal("A1.bag");
    let other = KeyPair::from_seed(&[8; 32]).expect("a key");
    for (key, changes) in [
        (&scene.key, of_other_bytes as fn(&KeyPair, Namespace, &[u8]) -> _),
        (&scene.key, for_another_purpose),
        (&scene.key, cut_short),
        (&other, as_it_should),
    ] {
        let key = KeyPair::from_pem(&key.to_pem(None).expect("a key file"), None).expect("a key");
        let signer = Faulty { key, shown: scene.key.public_key().clone(), changes };
        let surroundings = Surroundings { signer: &signer, now: &now, progress: &Silent };
        let sealed = seal(&scene.request(&scene.path("evidence"), "B1.bag"), None, &surroundings);
        assert!(sealed.is_err(), "a seal was published");
        scene.expect_nothing_published("B1.bag");
        assert!(!scene.path("B1.bag.partial").join(SEAL).exists(), "a bad seal was written");
        std::fs::remove_dir_all(scene.path("B1.bag.partial")).expect("removed");

        assert!(copy(&scene.copy_request(&source, "A1-copy.bag"), &surroundings).is_err(), "a copy was published");
        scene.expect_nothing_published("A1-copy.bag");
        let _ = std::fs::remove_dir_all(scene.path("A1-copy.bag.partial"));
    }
}
