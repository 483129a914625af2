//! The two requests and their answers, as bytes (RFC 9987).

use base64ct::{Base64Unpadded, Encoding};
use sealbag_custody::public_key::{PublicKey, PublicKeyError, shown_name};
use sealbag_custody::sshsig::wire::{Reader, push_string};
use sha2::{Digest, Sha256};

use super::AgentError;

/// The longest answer that is read, in bytes: what OpenSSH's agent and its clients allow.
pub const MAX_MESSAGE_LEN: u32 = 256 * 1024;

// Message numbers of RFC 9987.
const FAILURE: u8 = 5;
const REQUEST_IDENTITIES: u8 = 11;
const IDENTITIES_ANSWER: u8 = 12;
const SIGN_REQUEST: u8 = 13;
const SIGN_RESPONSE: u8 = 14;

/// What an agent has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Keys that can sign for sealbag, in the agent's order.
    pub keys: Vec<Identity>,
    /// Keys of other types, and such as are not accepted.
    pub others: Vec<OtherKey>,
}

/// A key in an agent that can sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The public half.
    pub key: PublicKey,
    /// What the agent calls it, invalid UTF-8 replaced; not safe to show as it is.
    pub comment: String,
}

/// A key in an agent that cannot sign for sealbag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherKey {
    /// Its type, safe to show.
    pub key_type: String,
    /// Its fingerprint, as `ssh-keygen -l` prints it.
    pub fingerprint: String,
    /// Why not.
    pub why: PublicKeyError,
}

/// Asks which keys there are.
pub fn list_request() -> Vec<u8> {
    framed(vec![REQUEST_IDENTITIES])
}

/// Asks for a signature over `data`. No flags: they choose hashes for RSA.
pub fn sign_request(key: &PublicKey, data: &[u8]) -> Vec<u8> {
    let mut message = vec![SIGN_REQUEST];
    push_string(&mut message, &key.to_blob());
    push_string(&mut message, data);
    message.extend_from_slice(&0u32.to_be_bytes());
    framed(message)
}

fn framed(message: Vec<u8>) -> Vec<u8> {
    let mut frame = Vec::with_capacity(message.len() + 4);
    push_string(&mut frame, &message);
    frame
}

/// Reads the answer to [`list_request`], without its length.
///
/// # Errors
/// It is no list, or has bytes too few or too many.
pub fn read_listing(answer: &[u8]) -> Result<Listing, AgentError> {
    let mut reader = expect(answer, IDENTITIES_ANSWER)?;
    let cut = || AgentError::Malformed("its list of keys is cut short");
    let count = reader.u32().ok_or_else(cut)?;
    let mut listing = Listing::default();
    for _ in 0..count {
        let blob = reader.string().ok_or_else(cut)?;
        let comment = reader.string().ok_or_else(cut)?;
        match PublicKey::from_blob(blob) {
            Ok(key) => {
                listing.keys.push(Identity { key, comment: String::from_utf8_lossy(comment).into_owned() });
            }
            Err(why) => listing.others.push(OtherKey {
                key_type: Reader::new(blob).string().map_or_else(|| "(unreadable)".to_owned(), shown_name),
                fingerprint: format!("SHA256:{}", Base64Unpadded::encode_string(&Sha256::digest(blob))),
                why,
            }),
        }
    }
    if reader.is_empty() { Ok(listing) } else { Err(AgentError::Malformed("bytes follow its list of keys")) }
}

/// Reads the answer to [`sign_request`], without its length: the signature blob, not yet verified.
///
/// # Errors
/// It is no signature, or has bytes too few or too many.
pub fn read_signature(answer: &[u8]) -> Result<&[u8], AgentError> {
    let mut reader = expect(answer, SIGN_RESPONSE)?;
    let signature = reader.string().ok_or(AgentError::Malformed("its signature is cut short"))?;
    if reader.is_empty() { Ok(signature) } else { Err(AgentError::Malformed("bytes follow its signature")) }
}

fn expect(answer: &[u8], wanted: u8) -> Result<Reader<'_>, AgentError> {
    let mut reader = Reader::new(answer);
    match reader.byte() {
        Some(found) if found == wanted => Ok(reader),
        Some(FAILURE) if reader.is_empty() => Err(AgentError::Refused),
        Some(found) => Err(AgentError::Unexpected(found)),
        None => Err(AgentError::Malformed("it is empty")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> PublicKey {
        // The base point: a good key of nobody.
        let mut point = [0x66; 32];
        point[0] = 0x58;
        PublicKey::from_ed25519_bytes(&point).expect("the base point")
    }

    fn answer(count: u32, keys: &[(&[u8], &[u8])]) -> Vec<u8> {
        let mut bytes = vec![IDENTITIES_ANSWER];
        bytes.extend_from_slice(&count.to_be_bytes());
        for (blob, comment) in keys {
            push_string(&mut bytes, blob);
            push_string(&mut bytes, comment);
        }
        bytes
    }

    #[test]
    fn a_list_has_the_keys_that_can_sign_and_names_the_others() {
        let mut rsa = Vec::new();
        push_string(&mut rsa, b"ssh-rsa");
        push_string(&mut rsa, &[1, 0, 1]);
        let listing = read_listing(&answer(3, &[(&key().to_blob(), b"A. B"), (&rsa, b"old"), (b"\0", b"")]));
        let listing = listing.expect("a list");
        assert_eq!(listing.keys, [Identity { key: key(), comment: "A. B".to_owned() }]);
        let types: Vec<_> = listing.others.iter().map(|other| other.key_type.as_str()).collect();
        assert_eq!(types, ["ssh-rsa", "(unreadable)"]);
        assert_eq!(read_listing(&answer(0, &[])).expect("an empty list"), Listing::default());
    }

    #[test]
    fn a_list_cut_anywhere_or_with_bytes_behind_it_is_refused() {
        let whole = answer(2, &[(&key().to_blob(), b"A. B"), (&key().to_blob(), b"")]);
        for len in 0..whole.len() {
            assert!(read_listing(&whole[..len]).is_err(), "{len}");
        }
        assert!(matches!(read_listing(&[&whole[..], &[0]].concat()), Err(AgentError::Malformed(_))));
        assert!(matches!(read_listing(&answer(u32::MAX, &[])), Err(AgentError::Malformed(_))));
    }

    #[test]
    fn a_signature_cut_anywhere_or_with_bytes_behind_it_is_refused() {
        let mut whole = vec![SIGN_RESPONSE];
        push_string(&mut whole, b"signature");
        assert_eq!(read_signature(&whole).expect("a signature"), b"signature");
        for len in 0..whole.len() {
            assert!(read_signature(&whole[..len]).is_err(), "{len}");
        }
        assert!(read_signature(&[&whole[..], &[0]].concat()).is_err());
    }

    #[test]
    fn failure_is_a_refusal_and_other_types_are_none() {
        assert!(matches!(read_signature(&[FAILURE]), Err(AgentError::Refused)));
        assert!(matches!(read_listing(&[FAILURE]), Err(AgentError::Refused)));
        assert!(matches!(read_signature(&[IDENTITIES_ANSWER, 0, 0, 0, 0]), Err(AgentError::Unexpected(12))));
        assert!(matches!(read_signature(&[6]), Err(AgentError::Unexpected(6))));
    }

    #[test]
    fn requests_have_their_length_before_them() {
        assert_eq!(list_request(), [0, 0, 0, 1, 11]);
        let request = sign_request(&key(), b"data");
        assert_eq!(request.len(), 4 + 1 + 4 + 51 + 4 + 4 + 4);
        assert_eq!(request[..5], [0, 0, 0, 68, 13]);
        assert_eq!(request[request.len() - 4..], [0; 4]);
    }
}
