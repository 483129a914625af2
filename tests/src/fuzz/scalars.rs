//! Values with one spelling.

use std::fmt::Display;
use std::str::FromStr;

use sealbag_custody::scalar::{BagId, Date, UtcOffset, UtcTime};
use sealbag_custody::statement::DetailKey;
use sealbag_custody::text::Text;
use sealbag_manifest::digest::{Blake3Digest, Md5Digest, Sha1Digest, Sha256Digest, Sha512Digest, hex, unhex};
use sealbag_manifest::entry::FileTime;
use sealbag_manifest::text::is_plain;

fn one_spelling<T: FromStr + Display>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        assert_eq!(value.to_string(), text);
    }
}

pub(super) fn scalars(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    one_spelling::<BagId>(text);
    one_spelling::<UtcTime>(text);
    one_spelling::<UtcOffset>(text);
    one_spelling::<Date>(text);
    if let Ok(value) = Text::new(text) {
        assert_eq!(value.as_str(), text);
        assert!(is_plain(text) && !text.is_empty());
    }
    if DetailKey::try_from(text.to_owned()).is_ok() {
        assert!(is_plain(text) && !text.is_empty());
    }
    if let Some(time) = FileTime::parse(text) {
        let mut out = Vec::new();
        time.write(&mut out);
        assert_eq!(out, text.as_bytes());
        assert_eq!(FileTime::new(time.seconds(), time.nanoseconds()), Some(time));
    }
    if let Some(bytes) = unhex(text) {
        assert_eq!(hex(&bytes), text);
    }
    let digests = [
        Sha256Digest::from_hex(text).map(|digest| digest.to_hex()),
        Sha512Digest::from_hex(text).map(|digest| digest.to_hex()),
        Sha1Digest::from_hex(text).map(|digest| digest.to_hex()),
        Md5Digest::from_hex(text).map(|digest| digest.to_hex()),
        Blake3Digest::from_hex(text).map(|digest| digest.to_hex()),
    ];
    assert!(digests.iter().flatten().all(|digits| digits == text));
}
