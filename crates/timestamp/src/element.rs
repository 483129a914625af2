//! Reading tag, length and value; lengths of indefinite form are made definite first (X.690, 8.1).
//!
//! Authorities send the envelope in BER, with indefinite lengths and content in pieces, and everything that is hashed or
//! signed in DER. [`definite`] gives the same structure with definite lengths. What has no indefinite length and no string
//! in pieces stays as it is, byte for byte. Lengths must be in their shortest form.

use crate::Oid;
use crate::fault::Fault;

/// Levels of nesting that are read. Certificates in a token reach twelve or so.
const MAX_DEPTH: usize = 32;

pub(crate) const BOOLEAN: u8 = 0x01;
pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(crate) const UTF8_STRING: u8 = 0x0c;
pub(crate) const GENERALIZED_TIME: u8 = 0x18;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;

const CONSTRUCTED: u8 = 0x20;
const END_OF_CONTENTS: u8 = 0x00;

/// The tag byte `[number]`, constructed.
pub(crate) const fn context(number: u8) -> u8 {
    0xa0 | number
}

/// The tag byte `[number]`, primitive.
pub(crate) const fn context_primitive(number: u8) -> u8 {
    0x80 | number
}

/// One element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'a> {
    pub(crate) tag: u8,
    pub(crate) content: &'a [u8],
    /// Tag, length and content.
    pub(crate) whole: &'a [u8],
}

impl<'a> Element<'a> {
    /// The only element of `bytes`.
    pub(crate) fn only(bytes: &'a [u8], tag: u8, what: &'static str) -> Result<Self, Fault> {
        let mut elements = Elements::of(bytes);
        let element = elements.expect(tag, what)?;
        elements.end(what)?;
        Ok(element)
    }

    /// The elements inside.
    pub(crate) fn elements(self) -> Elements<'a> {
        Elements::of(self.content)
    }

    /// The value of an OBJECT IDENTIFIER.
    pub(crate) fn oid(self, what: &'static str) -> Result<Oid, Fault> {
        if self.tag != OBJECT_IDENTIFIER {
            return Err(Fault::malformed(what));
        }
        Oid::from_bytes(self.content).map_err(|_| Fault::malformed(what))
    }

    /// The value of a BOOLEAN.
    pub(crate) fn boolean(self, what: &'static str) -> Result<bool, Fault> {
        match (self.tag, self.content) {
            (BOOLEAN, [0x00]) => Ok(false),
            (BOOLEAN, [0xff]) => Ok(true),
            _ => Err(Fault::malformed(what)),
        }
    }

    /// The bytes of an INTEGER that is not negative, without a leading zero.
    pub(crate) fn unsigned(self, what: &'static str) -> Result<&'a [u8], Fault> {
        self.integer(INTEGER, what)
    }

    /// The same, under a tag that stands in the place of INTEGER.
    pub(crate) fn integer(self, tag: u8, what: &'static str) -> Result<&'a [u8], Fault> {
        match self.content {
            _ if self.tag != tag => Err(Fault::malformed(what)),
            [0] => Ok(&self.content[..0]),
            [0, second, ..] if *second >= 0x80 => Ok(&self.content[1..]),
            [first, ..] if (1..0x80).contains(first) => Ok(self.content),
            _ => Err(Fault::malformed(what)),
        }
    }

    /// The value of a small INTEGER, under `tag`.
    pub(crate) fn small(self, tag: u8, what: &'static str) -> Result<u32, Fault> {
        let bytes = self.integer(tag, what)?;
        if bytes.len() > 4 {
            return Err(Fault::malformed(what));
        }
        Ok(bytes.iter().fold(0, |value, byte| value << 8 | u32::from(*byte)))
    }
}

/// Elements that stand one behind the other.
#[derive(Clone, Debug)]
pub(crate) struct Elements<'a> {
    rest: &'a [u8],
}

impl<'a> Elements<'a> {
    pub(crate) fn of(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next element, if there is one.
    pub(crate) fn next(&mut self) -> Result<Option<Element<'a>>, Fault> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let (header, len) = match header(self.rest)? {
            (header, Length::Definite(len)) => (header, len),
            (_, Length::Indefinite) => return Err(Fault::malformed("an indefinite length")),
        };
        if self.rest.len() - header < len {
            return Err(Fault::malformed("an element that ends too early"));
        }
        let (whole, rest) = self.rest.split_at(header + len);
        self.rest = rest;
        Ok(Some(Element { tag: whole[0], content: &whole[header..], whole }))
    }

    /// The next element, which must be there.
    pub(crate) fn any(&mut self, what: &'static str) -> Result<Element<'a>, Fault> {
        self.next()?.ok_or(Fault::malformed(what))
    }

    /// The next element, which must have this tag.
    pub(crate) fn expect(&mut self, tag: u8, what: &'static str) -> Result<Element<'a>, Fault> {
        let element = self.any(what)?;
        if element.tag == tag { Ok(element) } else { Err(Fault::malformed(what)) }
    }

    /// The next element if it has this tag.
    pub(crate) fn optional(&mut self, tag: u8) -> Result<Option<Element<'a>>, Fault> {
        if self.rest.first() == Some(&tag) { self.next() } else { Ok(None) }
    }

    /// Nothing may follow.
    pub(crate) fn end(self, what: &'static str) -> Result<(), Fault> {
        if self.rest.is_empty() { Ok(()) } else { Err(Fault::malformed(what)) }
    }
}

enum Length {
    Definite(usize),
    Indefinite,
}

/// Number of bytes of tag and length, and the length.
fn header(bytes: &[u8]) -> Result<(usize, Length), Fault> {
    let (&tag, rest) = bytes.split_first().ok_or(Fault::malformed("an element that ends too early"))?;
    if tag & 0x1f == 0x1f {
        return Err(Fault::malformed("a tag of more than one byte"));
    }
    let (&first, rest) = rest.split_first().ok_or(Fault::malformed("an element that ends too early"))?;
    match first {
        0..=0x7f => Ok((2, Length::Definite(usize::from(first)))),
        0x80 => Ok((2, Length::Indefinite)),
        0x81..=0x84 => {
            let count = usize::from(first & 0x7f);
            let digits = rest.get(..count).ok_or(Fault::malformed("an element that ends too early"))?;
            let len = digits.iter().fold(0_u64, |len, digit| len << 8 | u64::from(*digit));
            if len < 0x80 || digits[0] == 0 {
                return Err(Fault::malformed("a length that is not in its shortest form"));
            }
            let len = usize::try_from(len).map_err(|_| Fault::malformed("an element that ends too early"))?;
            Ok((2 + count, Length::Definite(len)))
        }
        _ => Err(Fault::malformed("a length of more than four bytes")),
    }
}

/// Writes an element.
pub(crate) fn write(out: &mut Vec<u8>, tag: u8, content: &[u8]) {
    out.push(tag);
    match content.len() {
        len @ 0..=0x7f => out.push(len as u8),
        len => {
            let bytes = len.to_be_bytes();
            let digits = &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..];
            out.push(0x80 | digits.len() as u8);
            out.extend_from_slice(digits);
        }
    }
    out.extend_from_slice(content);
}

/// The one element of `bytes`, with definite lengths and strings in one piece.
pub(crate) fn definite(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::with_capacity(bytes.len() + 64);
    let rest = copy(bytes, &mut out, MAX_DEPTH)?;
    if rest.is_empty() { Ok(out) } else { Err(Fault::malformed("bytes behind the end")) }
}

/// Copies the first element; what follows it is given back.
fn copy<'a>(bytes: &'a [u8], out: &mut Vec<u8>, depth: usize) -> Result<&'a [u8], Fault> {
    let (header_len, length) = header(bytes)?;
    let tag = bytes[0];
    let is_constructed = tag & CONSTRUCTED != 0;
    let rest = &bytes[header_len..];
    if !is_constructed {
        let Length::Definite(len) = length else { return Err(Fault::malformed("an indefinite length")) };
        if tag == END_OF_CONTENTS || rest.len() < len {
            return Err(Fault::malformed("an element that ends too early"));
        }
        out.extend_from_slice(&bytes[..header_len + len]);
        return Ok(&rest[len..]);
    }
    let depth = depth.checked_sub(1).ok_or(Fault::TooLarge { limit: MAX_DEPTH, what: "levels" })?;
    let mut content = Vec::new();
    let rest = match length {
        Length::Definite(len) => {
            let (mut inside, rest) =
                rest.split_at_checked(len).ok_or(Fault::malformed("an element that ends too early"))?;
            while !inside.is_empty() {
                inside = copy(inside, &mut content, depth)?;
            }
            rest
        }
        Length::Indefinite => {
            let mut inside = rest;
            loop {
                if let [END_OF_CONTENTS, 0, rest @ ..] = inside {
                    break rest;
                }
                inside = copy(inside, &mut content, depth)?;
            }
        }
    };
    match tag {
        SEQUENCE | SET => write(out, tag, &content),
        tag if tag & 0xc0 == 0x80 => write(out, tag, &content),
        tag if tag == OCTET_STRING | CONSTRUCTED => {
            let mut joined = Vec::with_capacity(content.len());
            let mut pieces = Elements::of(&content);
            while !pieces.is_empty() {
                joined.extend_from_slice(pieces.expect(OCTET_STRING, "a piece of a string that is no string")?.content);
            }
            write(out, OCTET_STRING, &joined);
        }
        _ => return Err(Fault::malformed("a string in pieces where none can be")),
    }
    Ok(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definite_lengths_stay_as_they_are_and_indefinite_ones_become_definite() {
        let plain = [0x30, 0x05, 0x04, 0x03, 1, 2, 3];
        assert_eq!(definite(&plain).expect("well formed"), plain);
        let pieces = [0x30, 0x80, 0x24, 0x80, 0x04, 0x01, 1, 0x24, 0x04, 0x04, 0x02, 2, 3, 0, 0, 0, 0];
        assert_eq!(definite(&pieces).expect("well formed"), plain);
    }

    #[test]
    fn refuses_what_is_too_deep_too_short_or_spelt_otherwise() {
        let deep = [0x30_u8, 0x80].repeat(100_000);
        assert_eq!(definite(&deep), Err(Fault::TooLarge { limit: MAX_DEPTH, what: "levels" }));
        for bytes in [
            &[][..],
            &[0x30],
            &[0x30, 0x80],
            &[0x30, 0x80, 0],
            &[0x04, 0x80, 0, 0],
            &[0x30, 0x81, 0x01, 0x00],
            &[0x04, 0x81, 0x7f],
            &[0x04, 0x82, 0x00, 0x80],
            &[0x04, 0x84, 0xff, 0xff, 0xff, 0xff],
            &[0x04, 0x85, 0, 0, 0, 0, 1],
            &[0x1f, 0x81, 0x01, 0x00],
            &[0x30, 0x00, 0x00],
            &[0x23, 0x03, 0x03, 0x01, 0x00],
            &[0x24, 0x03, 0x02, 0x01, 0x00],
        ] {
            assert!(definite(bytes).is_err(), "{bytes:02x?}");
        }
    }

    #[test]
    fn written_lengths_are_the_shortest() {
        for len in [0, 1, 127, 128, 255, 256, 65_535, 65_536] {
            let mut out = Vec::new();
            write(&mut out, OCTET_STRING, &vec![7; len]);
            let element = Element::only(&out, OCTET_STRING, "what was written").expect("well formed");
            assert_eq!(element.content.len(), len);
        }
    }

    #[test]
    fn integers_have_one_spelling() {
        for (bytes, value) in [(&[0x02, 1, 0][..], Some(0)), (&[0x02, 1, 5], Some(5)), (&[0x02, 2, 0, 0x80], Some(128))]
        {
            let element = Element::only(bytes, INTEGER, "integer").expect("well formed");
            assert_eq!(element.small(INTEGER, "integer").ok(), value);
        }
        for bytes in [&[0x02, 0][..], &[0x02, 1, 0x80], &[0x02, 2, 0, 5], &[0x02, 2, 0, 0], &[0x02, 5, 1, 0, 0, 0, 0]] {
            let element = Element::only(bytes, INTEGER, "integer").expect("well formed");
            assert!(element.small(INTEGER, "integer").is_err(), "{bytes:02x?}");
        }
    }
}
