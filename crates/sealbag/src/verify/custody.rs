//! The events after the seal, and time-stamp tokens: this version names them and reads none.

use sealbag_manifest::layout::SEAL;
use sealbag_manifest::path::shown;
use sealbag_manifest::store::{Area, BagStore, ObjectKind};
use sealbag_manifest::stored::is_litter;

use super::report::Report;
use crate::finding::{Code, Finding};
use crate::verdict::Check;

/// Looks at what lies in `custody/`.
pub(crate) fn check(store: &dyn BagStore, report: &mut Report) {
    let mut has_tokens = false;
    store.list(Area::Custody, &mut |object| {
        let place = shown(object.path);
        let name = object.path.strip_prefix(b"custody/").unwrap_or(object.path);
        let finding = match object.kind {
            ObjectKind::File if object.path == SEAL.as_bytes() => return,
            ObjectKind::File if is_event(name) => Finding::new(Code::EventUnsupported, place),
            ObjectKind::File if is_token(name) => {
                has_tokens = true;
                report.add(Check::Time, Finding::new(Code::TokenNotChecked, place));
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
    report.ran(Check::Custody);
    report.add(Check::Time, Finding::new(Code::NoTime, ""));
    if has_tokens {
        report.not_run(Check::Time, "this version does not check time-stamps");
    } else {
        report.not_present(Check::Time);
    }
}

/// `NNNNNN.txt`
fn is_event(name: &[u8]) -> bool {
    name.len() == 10 && name[..6].iter().all(u8::is_ascii_digit) && name.ends_with(b".txt")
}

/// `NNNNNN.K.tsr`
fn is_token(name: &[u8]) -> bool {
    let Some(middle) = name.strip_suffix(b".tsr").filter(|middle| middle.len() > 7) else { return false };
    let (index, number) = middle.split_at(7);
    index[..6].iter().all(u8::is_ascii_digit)
        && index[6] == b'.'
        && number.iter().all(u8::is_ascii_digit)
        && number[0] != b'0'
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
        assert!(is_event(b"000001.txt") && !is_event(b"00001.txt") && !is_event(b"00000a.txt"));
        assert!(is_token(b"000000.1.tsr") && is_token(b"000000.12.tsr"));
        assert!(!is_token(b"000000.tsr") && !is_token(b"000000.0.tsr") && !is_token(b"000000..tsr"));
        assert!(is_own_litter(b".lock") && is_own_litter(b".000001.tmp") && !is_own_litter(b"x.tmp"));
    }
}
