//! Signed pages: split, verified, and only then read.

use crate::blob::{self, Blob, MESSAGE};
use sealbag_custody::page::{self, MAX_PAGE_LEN, PageError};
use sealbag_custody::record::MAX_RECORD_LEN;
use sealbag_custody::sshsig::{MAX_ARMOUR_LEN, Namespace, SignatureError};

fn good_page() -> Vec<u8> {
    page::join(MESSAGE, &Blob::default().armour()).expect("a small record")
}

#[test]
fn a_good_page_gives_its_record_and_its_signer() {
    let page = page::verify(&good_page(), Namespace::Seal).expect("a good page");
    assert_eq!(page.record(), MESSAGE);
    assert_eq!(page.signer().to_line(), blob::line());
}

#[test]
fn every_changed_bit_and_every_cut_is_refused() {
    let mut page = good_page();
    for at in 0..page.len() {
        for bit in 0..8 {
            page[at] ^= 1 << bit;
            assert!(page::verify(&page, Namespace::Seal).is_err(), "byte {at} bit {bit}");
            page[at] ^= 1 << bit;
        }
        assert!(page::verify(&page[..at], Namespace::Seal).is_err(), "cut at {at}");
    }
}

#[test]
fn refuses_a_page_without_signature_or_without_record() {
    let armour = Blob::default().armour();
    assert_eq!(page::split(MESSAGE), Err(PageError::NoSignature));
    assert_eq!(page::split(b""), Err(PageError::NoSignature));
    assert_eq!(page::split(armour.as_bytes()), Err(PageError::NoRecord));
    let indented = [MESSAGE, b" ", armour.as_bytes()].concat();
    assert_eq!(page::split(&indented), Err(PageError::NoSignature));
}

#[test]
fn refuses_anything_after_the_armour() {
    for tail in ["x", "\n", " ", &Blob::default().armour()] {
        let page = [good_page(), tail.as_bytes().to_vec()].concat();
        let expected = PageError::Signature(SignatureError::Armour);
        assert_eq!(page::verify(&page, Namespace::Seal), Err(expected), "{tail:?}");
    }
}

#[test]
fn the_first_armour_ends_the_record() {
    let armour = Blob::default().armour();
    let page = [MESSAGE, b"-----BEGIN SSH SIGNATURE-----\nx\n", armour.as_bytes()].concat();
    let (record, rest) = page::split(&page).expect("splits");
    assert_eq!((record, rest.len()), (MESSAGE, page.len() - MESSAGE.len()));
    assert!(page::join(&[MESSAGE, armour.as_bytes(), MESSAGE].concat(), &armour).is_err());
    assert!(page::join(b"no final line feed", &armour).is_err());
}

#[test]
fn size_limits_are_exact_and_a_large_file_is_refused() {
    let armour = Blob::default().armour();
    let mut record = vec![b'a'; MAX_RECORD_LEN - 1];
    record.push(b'\n');
    assert!(page::split(&[record.as_slice(), armour.as_bytes()].concat()).is_ok());
    let over = [b"a", record.as_slice(), armour.as_bytes()].concat();
    assert_eq!(page::split(&over), Err(PageError::RecordTooLarge { size: MAX_RECORD_LEN + 1, limit: MAX_RECORD_LEN }));
    let padded = [MESSAGE, armour.as_bytes(), &vec![b'\n'; MAX_ARMOUR_LEN]].concat();
    assert!(matches!(page::split(&padded), Err(PageError::ArmourTooLarge(_))));
    for huge in [vec![b'a'; MAX_PAGE_LEN + 1], vec![b'\n'; MAX_PAGE_LEN + 1]] {
        assert!(matches!(page::split(&huge), Err(PageError::RecordTooLarge { .. })));
    }
}

#[test]
fn a_page_is_a_record_and_an_armour_long() {
    assert_eq!(MAX_PAGE_LEN, 64 * 1024 + 8 * 1024);
}

#[test]
fn the_armour_may_be_as_long_as_its_limit_and_no_longer() {
    let armour = Blob::default().armour();
    let room = MAX_ARMOUR_LEN - armour.len();
    let padded = |count: usize| [MESSAGE, armour.as_bytes(), &vec![b'\n'; count]].concat();
    assert_eq!(page::split(&padded(room)).expect("splits").1.len(), MAX_ARMOUR_LEN);
    assert_eq!(page::split(&padded(room + 1)), Err(PageError::ArmourTooLarge(MAX_ARMOUR_LEN + 1)));
    // Of a large file too it is said what is too long in it.
    let rest = MAX_PAGE_LEN + 1;
    assert_eq!(page::split(&padded(rest)), Err(PageError::ArmourTooLarge(armour.len() + rest)));
}

#[test]
fn a_record_over_its_limit_is_read_on_only_while_the_file_may_be_a_page() {
    let lines = |length: usize| b"a\n".repeat(length / 2);
    let limit = MAX_RECORD_LEN;
    assert_eq!(page::split(&lines(MAX_PAGE_LEN)), Err(PageError::NoSignature));
    let armour = Blob::default().armour();
    let within = [lines(limit + 2), armour.clone().into_bytes()].concat();
    assert_eq!(page::split(&within), Err(PageError::RecordTooLarge { size: limit + 2, limit }));
    let beyond = [lines(MAX_PAGE_LEN), armour.into_bytes()].concat();
    assert_eq!(page::split(&beyond), Err(PageError::RecordTooLarge { size: beyond.len(), limit }));
}
