//! The digests that an image states, and what it says of its writer.

use std::fmt;

use crate::section::{Section, has_checksum};
use crate::{Fault, Segment};

/// Longer texts in an image are not inflated.
const MAX_TEXT: usize = 1 << 20;
/// Longer names of programs are cut, in characters.
const MAX_SOFTWARE: usize = 80;

/// A kind of digest that an image can state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// MD5.
    Md5,
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
}

impl Algorithm {
    const ALL: [Self; 3] = [Self::Md5, Self::Sha1, Self::Sha256];

    /// The word for it in the sealed list.
    pub fn word(self) -> &'static str {
        match self {
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
        }
    }

    fn length(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha256 => 32,
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Md5 => "MD5",
            Self::Sha1 => "SHA-1",
            Self::Sha256 => "SHA-256",
        })
    }
}

/// A digest that an image states of its media.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Of which kind.
    pub algorithm: Algorithm,
    /// The value.
    pub value: Vec<u8>,
    /// True if all bytes of the media were decoded, from a set without any fault, and gave this value.
    pub confirmed: bool,
}

/// What was stated so far.
#[derive(Debug, Default)]
pub(crate) struct Statements {
    list: Vec<Stated>,
}

impl Statements {
    /// Reads a section with digests.
    pub(crate) fn read(&mut self, section: &Section, segment: &impl Segment) -> Result<(), Fault> {
        use crate::section::Kind;
        match section.kind {
            Kind::Hash => self.binary(section, segment, 36, &[(Algorithm::Md5, 0)]),
            Kind::Digest => self.binary(section, segment, 80, &[(Algorithm::Md5, 0), (Algorithm::Sha1, 16)]),
            _ => {
                let text = String::from_utf8_lossy(&inflate(section, segment)?).to_ascii_lowercase();
                Algorithm::ALL.into_iter().try_for_each(|algorithm| {
                    let word = algorithm.word();
                    let found = between(&text, &format!("<{word}>"), &format!("</{word}>"));
                    match found.map(|digits| unhex(digits.trim())) {
                        None => Ok(()),
                        Some(Some(value)) if value.len() == algorithm.length() => self.note(algorithm, &value),
                        Some(_) => Err(section.fault("holds a digest of another length than it has")),
                    }
                })
            }
        }
    }

    fn binary(
        &mut self,
        section: &Section,
        segment: &impl Segment,
        length: usize,
        fields: &[(Algorithm, usize)],
    ) -> Result<(), Fault> {
        let content = section.read(segment, length)?;
        if content.len() < length {
            return Err(section.fault("is too short"));
        }
        if !has_checksum(&content) {
            return Err(section.fault("does not have its checksum"));
        }
        fields.iter().try_for_each(|&(algorithm, at)| self.note(algorithm, &content[at..at + algorithm.length()]))
    }

    /// Zeros stand where nothing was computed.
    fn note(&mut self, algorithm: Algorithm, value: &[u8]) -> Result<(), Fault> {
        if value.iter().all(|&byte| byte == 0) {
            return Ok(());
        }
        match self.list.iter().find(|stated| stated.algorithm == algorithm) {
            Some(known) if known.value == value => Ok(()),
            Some(_) => Err(Fault::Contradiction { algorithm }),
            None => {
                self.list.push(Stated { algorithm, value: value.to_vec(), confirmed: false });
                Ok(())
            }
        }
    }

    pub(crate) fn into_list(self) -> Vec<Stated> {
        self.list
    }
}

/// What a section of text says the image was written with, if it says it.
pub(crate) fn software(section: &Section, segment: &impl Segment) -> Result<Option<String>, Fault> {
    let text = inflate(section, segment)?;
    let text = match text.strip_prefix(b"\xff\xfe") {
        Some(wide) => {
            let units = wide.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        None => String::from_utf8_lossy(&text).into_owned(),
    };
    // A line of short names, and the line of their values below it.
    let mut lines = text.lines().skip_while(|line| *line != "main").skip(1);
    let (Some(names), Some(values)) = (lines.next(), lines.next()) else { return Ok(None) };
    let value = |name| names.split('\t').zip(values.split('\t')).find(|(found, _)| *found == name).map(|(_, v)| v);
    let version = value("av").filter(|version| !version.is_empty());
    Ok(version.map(|version| version.chars().take(MAX_SOFTWARE).collect()))
}

fn inflate(section: &Section, segment: &impl Segment) -> Result<Vec<u8>, Fault> {
    if section.content_len() > MAX_TEXT as u64 {
        return Err(section.fault("is longer than such a section is"));
    }
    let deflated = section.read(segment, MAX_TEXT)?;
    let inflated = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(&deflated, MAX_TEXT);
    inflated.map_err(|_| section.fault("cannot be inflated"))
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.split_once(before)?.1.split_once(after).map(|(inner, _)| inner)
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let digits = digits.as_bytes();
    let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| Some(value(*high)? << 4 | value(*low)?)).collect())?
}
