//! Tokens that events list: whether they are there and unchanged (`docs/spec/time.md`, "Verifier steps", 7).

use sealbag_custody::event::TokenReference;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::{BagStore, OpenError};

use super::token::MAX_TOKEN_LEN;
use crate::finding::{Code, Finding};
use crate::verify::custody::walk::Step;

/// Keeps the tokens that an event lists; of one that nobody vouches for they say nothing.
pub(crate) fn note(step: &Step, stamps: &mut Vec<TokenReference>) {
    if let Step::Judged(page, judgement) = step
        && judgement.breach.is_none()
        && judgement.person.is_some()
    {
        stamps.extend(page.record().token.iter().cloned());
    }
}

/// What is wrong with the tokens that events list, as they lie at `prefix`.
pub(crate) fn missing_or_changed(store: &dyn BagStore, prefix: &str, stamps: &[TokenReference]) -> Vec<Finding> {
    let look = |stamp: &TokenReference| {
        let place = format!("{prefix}{:06}.{}.tsr", stamp.index, stamp.number);
        match store.read_whole(&place, MAX_TOKEN_LEN) {
            Ok(bytes) if bytes.len() as u64 > MAX_TOKEN_LEN => Some(
                Finding::new(Code::TokenChanged, place)
                    .expected(format!("at most {MAX_TOKEN_LEN} bytes"))
                    .found("more"),
            ),
            Ok(bytes) if sha256(&bytes) == stamp.sha256 => None,
            Ok(bytes) => {
                let finding = Finding::new(Code::TokenChanged, place).expected(format!("sha256 {}", stamp.sha256));
                Some(finding.found(format!("sha256 {}", sha256(&bytes))))
            }
            Err(OpenError::Unreadable(error)) => {
                Some(Finding::new(Code::BagUnreadable, place).found(error.kind().to_string()))
            }
            Err(_) => Some(Finding::new(Code::TokenMissing, place)),
        }
    };
    stamps.iter().filter_map(look).collect()
}

#[cfg(test)]
mod tests {
    use sealbag_manifest::digest::Sha256Digest;
    use sealbag_manifest::store::MemoryStore;

    use super::*;

    #[test]
    fn a_listed_token_is_there_unchanged_and_of_at_most_a_mebibyte() {
        let mut store = MemoryStore::default();
        let longest = vec![0; MAX_TOKEN_LEN as usize];
        let longer = vec![0; longest.len() + 1];
        let stamp = |number, sha256| TokenReference { index: 0, event: Sha256Digest([0; 32]), number, sha256 };
        let stamps = [
            stamp(1, sha256(&longest)),
            stamp(2, sha256(&longer)),
            stamp(3, sha256(b"another token")),
            stamp(4, sha256(b"a token")),
        ];
        store.files.insert("custody/000000.1.tsr".to_owned(), longest.into());
        store.files.insert("custody/000000.2.tsr".to_owned(), longer.into());
        store.files.insert("custody/000000.3.tsr".to_owned(), b"a token"[..].into());
        let found = missing_or_changed(&store, "custody/", &stamps);
        let found: Vec<_> = found.iter().map(|finding| (finding.code, finding.place.as_str())).collect();
        let expected = [
            (Code::TokenChanged, "custody/000000.2.tsr"),
            (Code::TokenChanged, "custody/000000.3.tsr"),
            (Code::TokenMissing, "custody/000000.4.tsr"),
        ];
        assert_eq!(found, expected);
    }
}
