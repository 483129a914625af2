//! The keys of an authority, and how many of them must sign.
//!
//! Spec: `docs/spec/roster.md`, "The authority's keys". One key, or up to [`Keyset::MAX`] with a threshold. A verifier that
//! brings an authority brings the whole set: a single key of a set of which several must sign stands for nobody.

use crate::public_key::{MAX_LINE_LEN, PublicKey, PublicKeyError};
use crate::record::{Field, Value};

/// Distinct keys of which a number must sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyset {
    keys: Vec<PublicKey>,
    threshold: u64,
}

/// Why keys and a threshold are no set, or a text names none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeysetError {
    /// Nobody could sign.
    #[error("an authority has at least one key")]
    Empty,
    /// Over [`Keyset::MAX`].
    #[error("an authority has at most {max} keys, this one has {found}", max = Keyset::MAX)]
    TooMany {
        /// How many there are.
        found: usize,
    },
    /// One key would count twice.
    #[error("the key {0} stands twice")]
    Twice(String),
    /// Nobody, or more than all.
    #[error("the threshold {threshold} is not from 1 to {keys}, the number of keys")]
    Threshold {
        /// The threshold.
        threshold: u64,
        /// How many keys there are.
        keys: usize,
    },
    /// The first line of a file with several keys.
    #[error("a file with several keys begins with a line `threshold K`")]
    NoThreshold,
    /// A line of a file.
    #[error("line {line}: {source}")]
    Key {
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        #[source]
        source: PublicKeyError,
    },
    /// Over [`Keyset::MAX_TEXT_LEN`], or not text.
    #[error("this is no file of public keys")]
    Text,
}

impl Keyset {
    /// The largest number of keys.
    pub const MAX: usize = 16;

    /// The longest file of an authority's keys, in bytes.
    pub const MAX_TEXT_LEN: usize = (Self::MAX + 1) * (MAX_LINE_LEN + 1);

    /// Keys of which `threshold` must sign.
    ///
    /// # Errors
    /// No key or too many, a key twice, or a threshold that is not from 1 to the number of keys.
    pub fn new(keys: Vec<PublicKey>, threshold: u64) -> Result<Self, KeysetError> {
        if keys.is_empty() {
            return Err(KeysetError::Empty);
        }
        if keys.len() > Self::MAX {
            return Err(KeysetError::TooMany { found: keys.len() });
        }
        if let Some((_, key)) = keys.iter().enumerate().find(|(at, key)| keys[..*at].contains(key)) {
            return Err(KeysetError::Twice(key.fingerprint()));
        }
        if !(1..=keys.len() as u64).contains(&threshold) {
            return Err(KeysetError::Threshold { threshold, keys: keys.len() });
        }
        Ok(Self { keys, threshold })
    }

    /// The keys, in the order in which they sign. Never empty.
    pub fn keys(&self) -> &[PublicKey] {
        &self.keys
    }

    /// How many of them must sign.
    pub fn threshold(&self) -> u64 {
        self.threshold
    }

    /// The first key.
    pub fn first(&self) -> &PublicKey {
        &self.keys[0]
    }

    /// The one key, if there is no other.
    pub fn single(&self) -> Option<&PublicKey> {
        (self.keys.len() == 1).then(|| self.first())
    }

    /// True if the key is one of them.
    pub fn contains(&self, key: &PublicKey) -> bool {
        self.keys.contains(key)
    }

    /// The same keys, in whatever order, and the same threshold.
    pub fn is_same(&self, other: &Self) -> bool {
        self.threshold == other.threshold
            && self.keys.len() == other.keys.len()
            && self.keys.iter().all(|key| other.contains(key))
    }

    /// Reads a file of keys: one OpenSSH line; or `threshold K`, then a line a key. Comments of keys are passed over.
    ///
    /// # Errors
    /// It is no such file, or its keys make no set.
    pub fn parse(bytes: &[u8]) -> Result<Self, KeysetError> {
        if bytes.len() > Self::MAX_TEXT_LEN {
            return Err(KeysetError::Text);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| KeysetError::Text)?;
        let key = |line: usize, text: &str| match PublicKey::from_line(text) {
            Ok((key, _)) => Ok(key),
            Err(source) => Err(KeysetError::Key { line, source }),
        };
        let mut lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
        let first = lines.next().unwrap_or_default();
        let Some(number) = first.strip_prefix("threshold ") else {
            if lines.next().is_some() {
                return Err(KeysetError::NoThreshold);
            }
            return Ok(Self::from(key(1, first)?));
        };
        let digits = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0') && number.len() <= 3;
        let threshold = number.parse().ok().filter(|_| digits).ok_or(KeysetError::NoThreshold)?;
        // One more than may be is read, so that a long file is refused for its length and not for its last line.
        let keys = lines.take(Self::MAX + 1).enumerate().map(|(at, line)| key(at + 2, line));
        Self::new(keys.collect::<Result<_, _>>()?, threshold)
    }

    /// The file that names this set and nothing else; [`parse`](Self::parse) reads it.
    pub fn to_text(&self) -> String {
        let lines = self.keys.iter().map(|key| format!("{}\n", key.to_line()));
        let head = self.single().is_none().then(|| format!("threshold {}\n", self.threshold));
        head.into_iter().chain(lines).collect()
    }

    /// In a few words: the fingerprint of one key; else `2 of 3 keys:` and all fingerprints.
    pub fn shown(&self) -> String {
        match self.single() {
            Some(key) => key.fingerprint(),
            None => {
                let keys: Vec<_> = self.keys.iter().map(PublicKey::fingerprint).collect();
                format!("{} of {} keys: {}", self.threshold, self.keys.len(), keys.join(", "))
            }
        }
    }
}

impl From<PublicKey> for Keyset {
    fn from(key: PublicKey) -> Self {
        Self { keys: vec![key], threshold: 1 }
    }
}

/// A set as it stands in a table of a record: `key`, or `keys` and `threshold`.
pub(crate) struct KeysetFields {
    pub(crate) key: Option<PublicKey>,
    pub(crate) keys: Vec<PublicKey>,
    pub(crate) threshold: Option<u64>,
}

impl KeysetFields {
    /// The set, if any of the fields is there.
    pub(crate) fn read(self) -> Result<Option<Keyset>, String> {
        match (self.key, self.keys, self.threshold) {
            (None, keys, None) if keys.is_empty() => Ok(None),
            (Some(key), keys, None) if keys.is_empty() => Ok(Some(Keyset::from(key))),
            // One key is always written as `key`.
            (None, keys, Some(threshold)) if keys.len() > 1 => {
                Keyset::new(keys, threshold).map(Some).map_err(|error| error.to_string())
            }
            _ => Err("one key stands as key, several as keys with a threshold".to_owned()),
        }
    }
}

/// The fields of a set, in their order.
pub(crate) fn fields(set: &Keyset) -> Vec<(&'static str, Option<Value<'_>>)> {
    match set.single() {
        Some(key) => vec![("key", key.value())],
        None => {
            let lines = set.keys.iter().map(|key| key.to_line().into()).collect();
            vec![("keys", Some(Value::Array(lines))), ("threshold", set.threshold.value())]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::{KeyPair, Signer};

    fn keys(seeds: &[u8]) -> Vec<PublicKey> {
        let key = |seed: &u8| KeyPair::from_seed(&[*seed; 32]).expect("a key").public_key().clone();
        seeds.iter().map(key).collect()
    }

    #[test]
    fn a_set_counts_distinct_keys_and_its_threshold_is_within_them() {
        assert!(Keyset::new(keys(&[1, 2, 3]), 2).is_ok());
        assert_eq!(Keyset::new(Vec::new(), 1), Err(KeysetError::Empty));
        assert!(matches!(Keyset::new(keys(&[1, 2, 1]), 2), Err(KeysetError::Twice(_))));
        for threshold in [0, 4, u64::MAX] {
            assert_eq!(Keyset::new(keys(&[1, 2, 3]), threshold), Err(KeysetError::Threshold { threshold, keys: 3 }));
        }
        let many: Vec<u8> = (1..=17).collect();
        assert!(Keyset::new(keys(&many[..16]), 16).is_ok());
        assert_eq!(Keyset::new(keys(&many), 2), Err(KeysetError::TooMany { found: 17 }));
    }

    #[test]
    fn the_order_of_the_keys_makes_no_other_set_but_the_threshold_does() {
        let set = |seeds: &[u8], threshold| Keyset::new(keys(seeds), threshold).expect("a set");
        assert!(set(&[1, 2, 3], 2).is_same(&set(&[3, 1, 2], 2)));
        assert!(!set(&[1, 2, 3], 2).is_same(&set(&[1, 2, 3], 1)));
        assert!(!set(&[1, 2, 3], 2).is_same(&set(&[1, 2], 2)));
        assert!(!set(&[1, 2, 3], 2).is_same(&set(&[1, 2, 4], 2)));
    }

    #[test]
    fn a_file_names_one_key_or_several_with_their_threshold() {
        let set = Keyset::new(keys(&[1, 2, 3]), 2).expect("a set");
        assert_eq!(Keyset::parse(set.to_text().as_bytes()), Ok(set.clone()));
        let one = Keyset::from(keys(&[1]).remove(0));
        assert_eq!(Keyset::parse(one.to_text().as_bytes()), Ok(one.clone()));
        assert_eq!(Keyset::parse(format!("{} office\n", one.first().to_line()).as_bytes()), Ok(one));
        let lines = set.to_text().split_once('\n').expect("a first line").1.to_owned();
        assert_eq!(Keyset::parse(lines.as_bytes()), Err(KeysetError::NoThreshold));
        for wrong in ["threshold 02", "threshold ", "threshold +2", "threshold 2 ", "threshold 0", "threshold 4"] {
            assert!(Keyset::parse(format!("{wrong}\n{lines}").as_bytes()).is_err(), "{wrong}");
        }
        assert!(Keyset::parse(format!("{}\n", set.to_text()).as_bytes()).is_err(), "an empty line");
        assert!(Keyset::parse(b"").is_err());
    }

    #[test]
    fn a_file_of_keys_has_a_limit_and_says_which_line_is_wrong() {
        let of_length = |length: usize| Keyset::parse(&vec![b'a'; length]);
        assert_eq!(of_length(Keyset::MAX_TEXT_LEN), Err(KeysetError::Key { line: 1, source: PublicKeyError::TooLong }));
        assert_eq!(of_length(Keyset::MAX_TEXT_LEN + 1), Err(KeysetError::Text));
        let lines = |count: u8| (1..=count).map(|seed| keys(&[seed])[0].to_line() + "\n").collect::<String>();
        let parse = |text: String| Keyset::parse(text.as_bytes());
        assert_eq!(parse(format!("threshold 1\n{}", lines(16))).expect("a set").keys().len(), 16);
        assert_eq!(parse(format!("threshold 1\n{}", lines(17))), Err(KeysetError::TooMany { found: 17 }));
        let second = parse(format!("threshold 2\n{}no key\n", lines(1)));
        assert!(matches!(second, Err(KeysetError::Key { line: 3, .. })), "{second:?}");
    }

    #[test]
    fn a_set_is_shown_by_its_fingerprints() {
        let all = keys(&[1, 2, 3]);
        let [one, two, three] = [0, 1, 2].map(|at| all[at].fingerprint());
        assert_eq!(Keyset::from(all[0].clone()).shown(), one);
        let set = Keyset::new(all, 2).expect("a set");
        assert_eq!(set.shown(), format!("2 of 3 keys: {one}, {two}, {three}"));
    }

    #[test]
    fn a_table_states_one_key_alone_or_several_with_their_threshold() {
        let read = |key: Option<u8>, several: &[u8], threshold| {
            let key = key.map(|seed| keys(&[seed]).remove(0));
            KeysetFields { key, keys: keys(several), threshold }.read()
        };
        assert_eq!(read(None, &[], None), Ok(None));
        assert_eq!(read(Some(1), &[], None), Ok(Some(Keyset::from(keys(&[1]).remove(0)))));
        assert_eq!(read(None, &[1, 2], Some(2)), Ok(Some(Keyset::new(keys(&[1, 2]), 2).expect("a set"))));
        for (key, several, threshold) in [
            (None, &[1, 2][..], None),
            (None, &[1], None),
            (None, &[1], Some(1)),
            (None, &[], Some(1)),
            (Some(1), &[2, 3], None),
            (Some(1), &[2, 3], Some(1)),
            (Some(1), &[], Some(1)),
        ] {
            let error = read(key, several, threshold).expect_err("no set");
            assert_eq!(error, "one key stands as key, several as keys with a threshold");
        }
    }
}
