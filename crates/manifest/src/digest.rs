//! Digest values as types, so that one kind can never stand for another.

use std::fmt;

macro_rules! digest_type {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// Length of the value in bytes.
            pub const LEN: usize = $len;

            /// The value as lower-case hexadecimal digits.
            pub fn to_hex(&self) -> String {
                hex(&self.0)
            }

            /// Reads exactly this many lower-case hexadecimal digits; anything else is `None`.
            pub fn from_hex(text: &str) -> Option<Self> {
                let mut value = [0; $len];
                unhex_into(text.as_bytes(), &mut value)?;
                Some(Self(value))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.to_hex())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.to_hex())
            }
        }
    };
}

digest_type!(
    /// A SHA-256 value (FIPS 180-4): identifies content.
    Sha256Digest, 32
);
digest_type!(
    /// A BLAKE3 value with the default output length: the second hash family and the fast tree.
    Blake3Digest, 32
);
digest_type!(
    /// An MD5 value (RFC 1321): recorded on demand for old reports, never relied on.
    Md5Digest, 16
);
digest_type!(
    /// A SHA-1 value (FIPS 180-4): recorded on demand for old reports, never relied on.
    Sha1Digest, 20
);
digest_type!(
    /// A SHA-512 value (FIPS 180-4): recorded on demand.
    Sha512Digest, 64
);

/// Writes bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    push_hex(bytes, &mut text);
    text
}

/// Appends bytes as lower-case hexadecimal digits.
pub fn push_hex(bytes: &[u8], text: &mut String) {
    text.extend(bytes.iter().flat_map(|&byte| digits(byte)).map(char::from));
}

/// The same to a line of bytes.
pub fn extend_hex(bytes: &[u8], line: &mut Vec<u8>) {
    let from = line.len();
    line.resize(from + bytes.len() * 2, 0);
    let (pairs, _) = line[from..].as_chunks_mut::<2>();
    pairs.iter_mut().zip(bytes).for_each(|(pair, &byte)| *pair = digits(byte));
}

fn digits(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]
}

/// Reads lower-case hexadecimal digits; upper case, an odd count or any other character is `None`.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let mut bytes = vec![0; text.len() / 2];
    unhex_into(text.as_bytes(), &mut bytes)?;
    Some(bytes)
}

/// The same into memory of the right length.
pub(crate) fn unhex_into(digits: &[u8], bytes: &mut [u8]) -> Option<()> {
    let (pairs, rest) = digits.as_chunks::<2>();
    if pairs.len() != bytes.len() || !rest.is_empty() {
        return None;
    }
    // One look at the end instead of two a byte: every line has hundreds of digits.
    let mut seen = 0;
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let (high, low) = (NIBBLES[usize::from(*high)], NIBBLES[usize::from(*low)]);
        seen |= high | low;
        *byte = high << 4 | low;
    }
    (seen < NO_DIGIT).then_some(())
}

/// Stands for what is no digit.
const NO_DIGIT: u8 = 16;

/// The value of each digit.
const NIBBLES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut value = 0;
    while value < NO_DIGIT {
        values[b"0123456789abcdef"[value as usize] as usize] = value;
        value += 1;
    }
    values
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_round_trips_and_refuses_other_forms() {
        let digest = Sha256Digest([0xab; 32]);
        assert_eq!(Sha256Digest::from_hex(&digest.to_hex()), Some(digest));
        assert_eq!(Sha256Digest::from_hex(&digest.to_hex().to_uppercase()), None);
        assert_eq!(Sha256Digest::from_hex("ab"), None);
        assert_eq!(unhex("a"), None);
        assert_eq!(unhex("0g"), None);
        assert_eq!(unhex(""), Some(vec![]));
    }
}
