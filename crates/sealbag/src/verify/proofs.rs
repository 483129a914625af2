//! The proofs of a disclosure or redaction: which lines of the list are lines of the one before
//! (`docs/spec/custody.md`, "Proofs").

use std::io::{BufRead, BufReader, Read};

use sealbag_custody::seal_record::Relation;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::layout::PREVIOUS;
use sealbag_manifest::store::{BagStore, Stream};
use sealbag_manifest::tree::verify_inclusion;

use super::list::VerifiedList;
use super::report::Report;
use super::seal::VerifiedSeal;
use crate::finding::{Code, Finding};
use crate::verdict::Check;

/// The longest line, in bytes: 63 hashes fit many times.
const MAX_LINE: u64 = 65_536;

/// One line of the file.
#[derive(Debug, PartialEq, Eq)]
struct Proof {
    index: u64,
    path: Vec<Sha256Digest>,
}

/// Checks every proof against the root of the bag before.
pub(crate) fn check(
    store: &dyn BagStore,
    list: &VerifiedList,
    before: &VerifiedSeal,
    relation: Relation,
    report: &mut Report,
) {
    let place = format!("{PREVIOUS}/proofs.jsonl");
    let malformed = |found: String| Finding::new(Code::ProofsMalformed, &place).found(found);
    let Ok(file) = store.open(&place) else {
        report.add(Check::Previous, malformed("it is not there".to_owned()));
        return;
    };
    let tree = &before.record().tree;
    if relation == Relation::Redaction && list.size() != tree.size {
        report.add(Check::Previous, malformed(format!("{} lines for a list of {}", list.size(), tree.size)));
        return;
    }
    let mut proofs = Proofs { reader: BufReader::new(Stream::new(file)), number: 0, last: None, next: None };
    let mut fault = proofs.advance().err();
    let (mut line, mut proved) = (0, 0);
    let read = list.each_leaf(store, &mut |leaf| {
        let wanted = if relation == Relation::Redaction { Some(line) } else { None };
        line += 1;
        if fault.is_some() {
            return;
        }
        match &proofs.next {
            Some(proof) if wanted.is_none_or(|index| index == proof.index) => {
                proved += 1;
                if let Err(error) = verify_inclusion(leaf, proof.index, tree.size, &proof.path, &tree.root) {
                    let finding = Finding::new(Code::ProofsMismatch, format!("{place} line {}", proofs.number));
                    report.add(Check::Previous, finding.found(error.to_string()));
                }
                fault = proofs.advance().err();
            }
            None if relation == Relation::Disclosure => fault = Some("a line of the list has no proof".to_owned()),
            _ => {}
        }
    });
    if !matches!(read, Ok(true)) {
        let finding = Finding::new(Code::ChangedWhileRead, sealbag_manifest::layout::ENTRIES);
        report.add(Check::Previous, finding);
        return;
    }
    if fault.is_none() && proofs.next.is_some() {
        fault = Some("a proof has no line in the list".to_owned());
    }
    match fault {
        Some(fault) => report.add(Check::Previous, malformed(fault)),
        None if relation == Relation::Disclosure => {
            let found = format!("{line} of {} lines", tree.size);
            report.add(Check::Previous, Finding::new(Code::PreviousPart, &place).found(found));
        }
        None => {
            let found = format!("{} of {} lines", line - proved, tree.size);
            report.add(Check::Previous, Finding::new(Code::PreviousRedacted, &place).found(found));
        }
    }
}

/// Reads proofs one after the other.
struct Proofs<R> {
    reader: R,
    number: u64,
    last: Option<u64>,
    next: Option<Proof>,
}

impl<R: BufRead> Proofs<R> {
    fn advance(&mut self) -> Result<(), String> {
        self.next = None;
        let mut line = Vec::new();
        let count = self.reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut line);
        count.map_err(|error| format!("it cannot be read: {}", error.kind()))?;
        if line.is_empty() {
            return Ok(());
        }
        self.number += 1;
        let proof = parse(&line).ok_or_else(|| format!("line {} is not a proof", self.number))?;
        if self.last.is_some_and(|last| proof.index <= last) {
            return Err(format!("line {} is out of order", self.number));
        }
        self.last = Some(proof.index);
        self.next = Some(proof);
        Ok(())
    }
}

/// `{"index":N,"path":["HEX",...]}` and LF; nothing else.
fn parse(line: &[u8]) -> Option<Proof> {
    let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
    let (index, path) = line.strip_prefix("{\"index\":")?.strip_suffix("]}")?.split_once(",\"path\":[")?;
    if !index.bytes().all(|byte| byte.is_ascii_digit()) || (index.len() > 1 && index.starts_with('0')) {
        return None;
    }
    let index = index.parse().ok().filter(|index| i64::try_from(*index).is_ok())?;
    if path.is_empty() {
        return Some(Proof { index, path: Vec::new() });
    }
    let hash = |item: &str| Sha256Digest::from_hex(item.strip_prefix('"')?.strip_suffix('"')?);
    Some(Proof { index, path: path.split(',').map(hash).collect::<Option<_>>()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_has_one_form() {
        let hex = "ab".repeat(32);
        let good = format!("{{\"index\":7,\"path\":[\"{hex}\",\"{hex}\"]}}\n");
        assert_eq!(parse(good.as_bytes()).map(|proof| (proof.index, proof.path.len())), Some((7, 2)));
        assert!(parse(b"{\"index\":0,\"path\":[]}\n").is_some());
        for bad in [
            "{\"index\":0,\"path\":[]}",
            "{\"index\":07,\"path\":[]}\n",
            "{\"index\":,\"path\":[]}\n",
            "{\"index\":+1,\"path\":[]}\n",
            "{\"index\":9223372036854775808,\"path\":[]}\n",
            "{\"index\": 1,\"path\":[]}\n",
            "{\"index\":1,\"path\":[\"AB\"]}\n",
            "{\"index\":1,\"path\":[]} \n",
            "\n",
        ] {
            assert_eq!(parse(bad.as_bytes()), None, "{bad}");
        }
    }
}
