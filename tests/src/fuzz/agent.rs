//! Answers of an ssh-agent: a list of keys, or a signature.

use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::sshsig::wire::push_string;
use sealbag_signers::agent::message::{read_listing, read_signature};
use sealbag_signers::agent::{AgentError, Listing};

/// One answer, read as what it could be an answer to.
pub(super) fn agent(data: &[u8]) {
    match read_listing(data) {
        Ok(listing) => {
            let count = listing.keys.len() + listing.others.len();
            assert_eq!(data[1..5], u32::try_from(count).expect("few keys").to_be_bytes(), "as many as it says");
            holds(&listing, data);
        }
        Err(error) => plain(&error),
    }
    match read_signature(data) {
        Ok(signature) => {
            let mut again = vec![data[0]];
            push_string(&mut again, signature);
            assert_eq!(again, data, "nothing stands beside the signature");
        }
        Err(error) => plain(&error),
    }
}

fn holds(listing: &Listing, data: &[u8]) {
    for identity in &listing.keys {
        let blob = identity.key.to_blob();
        assert!(data.windows(blob.len()).any(|window| window == blob), "a key is the one that was listed");
    }
    for other in &listing.others {
        for text in [&other.key_type, &other.fingerprint, &other.why.to_string()] {
            assert!(sealbag_manifest::text::is_plain(text), "{text:?}");
        }
    }
}

fn plain(error: &AgentError) {
    let text = error.to_string();
    assert!(sealbag_manifest::text::is_plain(&text), "{text:?}");
}

/// Answers to begin with: good ones of both kinds, and what an agent says that will not.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let pair = KeyPair::from_seed(&[1; 32]).expect("a key");
    let mut signature = vec![14];
    let mut blob = Vec::new();
    push_string(&mut blob, b"ssh-ed25519");
    push_string(&mut blob, &[7; 64]);
    push_string(&mut signature, &blob);
    let mut listing = vec![12, 0, 0, 0, 3];
    let mut security_key = Vec::new();
    push_string(&mut security_key, b"sk-ssh-ed25519@openssh.com");
    push_string(&mut security_key, pair.public_key().as_bytes());
    push_string(&mut security_key, b"ssh:");
    let mut rsa = Vec::new();
    push_string(&mut rsa, b"ssh-rsa");
    for (blob, comment) in [(pair.public_key().to_blob(), "A. B"), (security_key, ""), (rsa, "old")] {
        push_string(&mut listing, &blob);
        push_string(&mut listing, comment.as_bytes());
    }
    vec![signature, listing, vec![12, 0, 0, 0, 0], vec![5], vec![28]]
}
