//! One token file: read, verified over an event file, and what it attests (`docs/spec/time.md`, "Verifier steps", 1 to 3).

use sealbag_custody::scalar::UtcTime;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::path::shown;
use sealbag_manifest::store::{BagStore, OpenError};
use sealbag_timestamp::{Anchors, Attested, Expected, Fault, Imprint, Token, UtcSecond};

use crate::finding::{Code, Finding};

/// The largest token that is read, in bytes: a chain of certificates fits many times.
pub(super) const MAX_TOKEN_LEN: u64 = sealbag_timestamp::MAX_TOKEN_LEN as u64;

/// The name of a token file: `NNNNNN.K.tsr` below a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TokenName {
    /// The event that it says it stamps.
    pub(crate) index: u32,
    /// The K, if it is a number that an event can list.
    pub(crate) number: Option<u64>,
    /// The file in the bag.
    pub(crate) path: String,
}

impl TokenName {
    /// Reads the name of a file at `path`; `name` is what stands behind the place of the log.
    pub(crate) fn parse(path: &[u8], name: &[u8]) -> Option<Self> {
        let middle = name.strip_suffix(b".tsr").filter(|middle| middle.len() > 7)?;
        let (index, number) = middle.split_at(7);
        let is_token = index[..6].iter().all(u8::is_ascii_digit)
            && index[6] == b'.'
            && number.iter().all(u8::is_ascii_digit)
            && number[0] != b'0';
        let text = |bytes| std::str::from_utf8(bytes).ok();
        let index = text(&index[..6]).filter(|_| is_token)?.parse().ok()?;
        Some(Self { index, number: text(number)?.parse().ok(), path: text(path)?.to_owned() })
    }
}

/// A token that holds.
pub(super) struct Held {
    pub(super) sha256: Sha256Digest,
    pub(super) earliest: UtcTime,
    pub(super) latest: UtcTime,
    /// The time as the token states it.
    pub(super) time: String,
    /// The authority as its certificate names it; safe to show.
    pub(super) authority: String,
}

/// Reads the token file at `path` and verifies it over an event file.
pub(super) fn at(store: &dyn BagStore, path: &str, event: &[u8], anchors: &Anchors) -> Result<Held, Finding> {
    match store.read_whole(path, MAX_TOKEN_LEN) {
        Ok(bytes) => over(&bytes, event, anchors).map_err(|fault| finding(&fault, path)),
        Err(OpenError::Unreadable(error)) => {
            Err(Finding::new(Code::BagUnreadable, path).found(error.kind().to_string()))
        }
        // What was listed a moment ago is there.
        Err(_) => Err(Finding::new(Code::ChangedWhileRead, path)),
    }
}

/// Verifies a token over an event file.
pub(super) fn over(bytes: &[u8], event: &[u8], anchors: &Anchors) -> Result<Held, Fault> {
    verify(bytes, &Expected::over(event), anchors)
}

/// Verifies a token over whatever has the digest that it names.
pub(super) fn by_itself(bytes: &[u8], imprint: &Imprint, anchors: &Anchors) -> Result<Held, Fault> {
    verify(bytes, &Expected::imprint(imprint.clone()), anchors)
}

fn verify(bytes: &[u8], expected: &Expected<'_>, anchors: &Anchors) -> Result<Held, Fault> {
    let attested = Token::parse(bytes)?.verify(expected, anchors)?;
    let (earliest, latest) = (time(attested.earliest()), time(attested.latest()));
    let (Some(earliest), Some(latest)) = (earliest, latest) else {
        return Err(Fault::Malformed { what: "its time is not in the calendar" });
    };
    let Attested { statement, tsa, .. } = attested;
    let authority = shown(tsa.as_bytes());
    Ok(Held { sha256: sha256(bytes), earliest, latest, time: statement.gen_time.to_string(), authority })
}

fn time(second: UtcSecond) -> Option<UtcTime> {
    UtcTime::from_unix_seconds(second.unix_seconds())
}

/// What keeps a token from counting, with a stable code.
pub(super) fn finding(fault: &Fault, place: &str) -> Finding {
    let code = Code::from_name(fault.code()).unwrap_or(Code::TokenMalformed);
    Finding::new(code, place).found(shown(fault.to_string().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    #[test]
    fn every_fault_of_a_token_has_a_code_of_its_own_and_is_a_remark() {
        let source = include_str!("../../../../timestamp/src/fault.rs");
        let names: Vec<_> = source
            .lines()
            .filter_map(|line| line.split_once("=> \"time.")?.1.split_once('"'))
            .map(|(name, _)| name)
            .collect();
        assert!(names.len() > 25, "{names:?}");
        for name in names {
            let code = Code::from_name(&format!("time.{name}")).unwrap_or_else(|| panic!("no code time.{name}"));
            assert_eq!(code.severity(), Severity::Remark, "time.{name}");
        }
    }

    #[test]
    fn names_of_tokens_are_known_by_their_form() {
        let parse = |name: &str| TokenName::parse(name.as_bytes(), name.as_bytes());
        let token = parse("000042.12.tsr").expect("a token");
        assert_eq!((token.index, token.number), (42, Some(12)));
        assert_eq!(parse("000000.99999999999999999999999.tsr").expect("a token").number, None);
        for name in ["000000.tsr", "000000.0.tsr", "000000..tsr", "00000.1.tsr", "+00000.1.tsr", "000000.1.tsr.x"] {
            assert_eq!(parse(name), None, "{name}");
        }
    }
}
