//! Pages of several signatures: how long a record and each armour may be, how many armours there may be, and what is said.

use crate::blob::{self, Blob, MESSAGE};
use sealbag_custody::joint::{JointPage, MAX_SIGNATURES, Missing, QuorumError};
use sealbag_custody::page::PageError;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::sshsig::{BEGIN, END, MAX_ARMOUR_LEN, Namespace, SignatureError};

const LIMIT: usize = 32;

fn read(bytes: &[u8]) -> Result<(JointPage, &[u8]), PageError> {
    JointPage::read_first(bytes, Namespace::Seal, LIMIT)
}

/// What follows a record that was taken: an armour that is none.
fn no_armour() -> PageError {
    SignatureError::Armour.into()
}

#[test]
fn a_joint_record_may_be_as_long_as_its_limit_and_no_longer() {
    let one_line = |length: usize| [&vec![b'a'; length - 1][..], b"\n", BEGIN.as_bytes()].concat();
    assert_eq!(read(&one_line(LIMIT)), Err(no_armour()));
    assert_eq!(read(&one_line(LIMIT + 1)), Err(PageError::RecordTooLarge { size: LIMIT + 1, limit: LIMIT }));
    assert_eq!(read(BEGIN.as_bytes()), Err(PageError::NoRecord));
}

#[test]
fn a_joint_record_without_a_signature_is_read_no_further_than_its_limit() {
    assert_eq!(read(&[b'a'; LIMIT]), Err(PageError::NoSignature));
    assert_eq!(read(&[b'a'; LIMIT + 1]), Err(PageError::RecordTooLarge { size: LIMIT + 1, limit: LIMIT }));
    // The first line that begins behind the limit ends the search, whatever stands further down.
    let lines = [&b"abc\n".repeat(4 * LIMIT)[..], BEGIN.as_bytes()].concat();
    assert_eq!(read(&lines), Err(PageError::RecordTooLarge { size: LIMIT + 4, limit: LIMIT }));
}

#[test]
fn each_armour_of_a_joint_page_may_be_as_long_as_its_limit_and_no_longer() {
    let of_length = |length: usize| {
        let filler = vec![b'A'; length - BEGIN.len() - END.len() - 1];
        [b"record\n", BEGIN.as_bytes(), &filler, b"\n", END.as_bytes()].concat()
    };
    assert_eq!(read(&of_length(MAX_ARMOUR_LEN)), Err(no_armour()));
    assert_eq!(read(&of_length(MAX_ARMOUR_LEN + 1)), Err(PageError::ArmourTooLarge(MAX_ARMOUR_LEN + 1)));
}

#[test]
fn a_joint_page_has_up_to_32_signatures() {
    let page = |count: usize| [MESSAGE, Blob::default().armour().repeat(count).as_bytes()].concat();
    let limit = MESSAGE.len();
    let (most, page_33) = (page(MAX_SIGNATURES), page(MAX_SIGNATURES + 1));
    let (read, rest) = JointPage::read_first(&most, Namespace::Seal, limit).expect("as many as there may be");
    assert_eq!((read.signers().count(), rest.len(), MAX_SIGNATURES), (32, 0, 32));
    assert_eq!(JointPage::read_first(&page_33, Namespace::Seal, limit), Err(PageError::TooManySignatures));
}

#[test]
fn what_is_missing_is_counted_in_words() {
    let key = PublicKey::from_line(&blob::line()).expect("a key").0;
    let missing = |count: u64| Missing { count, of: vec![key.clone(), key.clone()] };
    let print = key.fingerprint();
    assert_eq!(
        QuorumError::TooFew(vec![missing(1), missing(2)]).to_string(),
        format!(
            "1 more signature is needed, by keys of {print}, {print}; \
             2 more signatures are needed, by keys of {print}, {print}"
        )
    );
}
