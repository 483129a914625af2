//! What lies in `custody/`.

use std::collections::BTreeSet;

use sealbag_manifest::path::shown;
use sealbag_manifest::store::{Area, BagStore, ObjectKind};
use sealbag_manifest::stored::is_litter;

use super::LOG;
use crate::finding::{Code, Finding};
use crate::verdict::Check;
use crate::verify::report::Report;
use crate::verify::time::TokenName;

/// The files of a log, by their names.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// Highest number of an event file.
    pub(crate) last: u32,
    /// The token files.
    pub(crate) tokens: Vec<TokenName>,
}

/// Lists `custody/`; names what is neither event nor token.
pub(crate) fn look(store: &dyn BagStore, report: &mut Report) -> Survey {
    let mut survey = Survey::default();
    store.list(Area::Custody, &mut |object| {
        let place = shown(object.path);
        let name = object.path.strip_prefix(LOG.as_bytes()).unwrap_or(object.path);
        let finding = match object.kind {
            ObjectKind::File if let Some(index) = event_index(name) => {
                survey.last = survey.last.max(index);
                return;
            }
            ObjectKind::File if let Some(token) = TokenName::parse(object.path, name) => {
                survey.tokens.push(token);
                return;
            }
            ObjectKind::File if is_litter(name) || is_own_litter(name) => Finding::new(Code::Stray, place),
            ObjectKind::File => Finding::new(Code::CustodyUnlisted, place),
            ObjectKind::EmptyDirectory => Finding::new(Code::EmptyDirectory, place),
            ObjectKind::NotRegular => Finding::new(Code::BagNotRegular, place),
            ObjectKind::Unreadable(error) => Finding::new(Code::BagUnreadable, place).found(error.kind().to_string()),
        };
        report.add(Check::Custody, finding);
    });
    survey
}

/// The numbers of the event files at `prefix`.
///
/// # Errors
/// That they cannot be listed now, as a finding.
pub(crate) fn indexes(store: &dyn BagStore, prefix: &str) -> Result<BTreeSet<u32>, Finding> {
    let mut indexes = BTreeSet::new();
    files(store, prefix, &mut |_, name| indexes.extend(event_index(name)))?;
    Ok(indexes)
}

/// The token files at `prefix`.
///
/// # Errors
/// As [`indexes`].
pub(crate) fn tokens(store: &dyn BagStore, prefix: &str) -> Result<Vec<TokenName>, Finding> {
    let mut tokens = Vec::new();
    files(store, prefix, &mut |path, name| tokens.extend(TokenName::parse(path, name)))?;
    Ok(tokens)
}

/// The regular files of the log at `prefix`: path, and what stands behind the prefix.
fn files(store: &dyn BagStore, prefix: &str, visit: &mut dyn FnMut(&[u8], &[u8])) -> Result<(), Finding> {
    let area = if prefix == LOG { Area::Custody } else { Area::Tags };
    let mut listed = Ok(());
    store.list(area, &mut |object| match (object.kind, object.path.strip_prefix(prefix.as_bytes())) {
        (ObjectKind::File, Some(name)) => visit(object.path, name),
        // The log may lie in it: not to know what is there is not to know that nothing is there.
        (ObjectKind::Unreadable(error), _) if object.path == b"." || prefix.as_bytes().starts_with(object.path) => {
            listed = Err(Finding::new(Code::BagUnreadable, shown(object.path)).found(error.kind().to_string()));
        }
        _ => {}
    });
    listed
}

/// The number of `NNNNNN.txt`.
pub(crate) fn event_index(name: &[u8]) -> Option<u32> {
    let digits = name.strip_suffix(b".txt").filter(|digits| digits.len() == 6)?;
    digits
        .iter()
        .all(u8::is_ascii_digit)
        .then(|| digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

/// What an interrupted writer of the log leaves.
fn is_own_litter(name: &[u8]) -> bool {
    name == b".lock" || (name.starts_with(b".") && name.ends_with(b".tmp"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_the_log_are_known_by_their_form() {
        assert_eq!(event_index(b"000001.txt"), Some(1));
        assert_eq!(event_index(b"999999.txt"), Some(999_999));
        for name in [&b"00001.txt"[..], b"00000a.txt", b"0000001.txt", b"+00001.txt"] {
            assert_eq!(event_index(name), None);
        }
        assert!(is_own_litter(b".lock") && is_own_litter(b".000001.tmp") && !is_own_litter(b"x.tmp"));
    }
}
