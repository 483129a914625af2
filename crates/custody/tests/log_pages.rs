//! A page of the log: format, signature, record, key, in this order (`docs/spec/custody.md`, "Verifier steps", 4).

use sealbag_custody::key::{KeyPair, Signer};
use sealbag_custody::log_page::{EventPage, LogPageError, SealPage};
use sealbag_custody::page::{self, MAX_PAGE_LEN, PageError};
use sealbag_custody::record::MAX_RECORD_LEN;
use sealbag_custody::sshsig::Namespace;

const OVERVIEW: &str = include_str!("../../../docs/spec/README.md");

/// Event 0 of the golden bag.
fn seal() -> &'static [u8] {
    let rest = OVERVIEW.split_once("\nEvent 0:\n\n```\n").expect("the seal").1;
    rest.split_once("```").expect("its end").0.as_bytes()
}

/// Its record with some text changed, rightly signed by another key.
fn signed(from: &str, to: &str) -> Vec<u8> {
    let record = std::str::from_utf8(page::split(seal()).expect("a page").0).expect("text");
    assert!(record.contains(from));
    let record = record.replacen(from, to, 1);
    let key = KeyPair::from_seed(&[7; 32]).expect("a good seed");
    let armour = key.sign(Namespace::Seal, record.as_bytes()).expect("a signature");
    page::join(record.as_bytes(), &armour).expect("a page")
}

#[test]
fn a_record_that_names_another_key_than_the_one_that_signed_is_refused() {
    let error = SealPage::read(&signed("sealbag", "sealbag")).expect_err("another key");
    assert!(matches!(error, LogPageError::OtherSigner { expected, found } if expected != found));
}

#[test]
fn a_later_format_is_told_apart_before_its_signature_is_looked_at() {
    let mut later = signed("sealbag/seal/v1", "sealbag/seal/v2");
    let expected = LogPageError::UnknownFormat { found: "sealbag/seal/v2".to_owned() };
    assert_eq!(SealPage::read(&later).expect_err("a later format"), expected);
    let last = later.len() - 40;
    later[last] ^= 1;
    assert_eq!(SealPage::read(&later).expect_err("a later format"), expected);
    // Of another family nothing is known, so its signature is what is wrong with it.
    assert!(matches!(EventPage::read(&later), Err(LogPageError::Page(PageError::Signature(_)))));
}

#[test]
fn a_broken_signature_of_a_known_format_is_named_as_such() {
    let mut broken = seal().to_vec();
    broken[3] ^= 1;
    assert!(matches!(SealPage::read(&broken), Err(LogPageError::Page(PageError::Signature(_)))));
    let mut broken = seal().to_vec();
    let last = broken.len() - 40;
    broken[last] ^= 1;
    assert!(matches!(SealPage::read(&broken), Err(LogPageError::Page(PageError::Signature(_)))));
}

#[test]
fn a_file_that_is_larger_than_a_page_is_refused_as_such() {
    let padded = |length: usize| [seal(), &vec![b'\n'; length - seal().len()]].concat();
    let refused = |length: usize| SealPage::read(&padded(length)).expect_err("too long");
    assert!(matches!(refused(MAX_PAGE_LEN), LogPageError::Page(PageError::ArmourTooLarge(_))));
    for size in [MAX_PAGE_LEN + 1, MAX_PAGE_LEN + 99] {
        let expected = PageError::RecordTooLarge { size, limit: MAX_RECORD_LEN };
        assert_eq!(refused(size), LogPageError::Page(expected));
    }
}
