//! Whole logs, with rosters, copies and tokens: the input decides every throw of the maker of random bags.

use sealbag::log;
use sealbag::verify::{Anchors, Depth};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::receipt::Receipt;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::store::MemoryStore;

use super::bags::judge;
use crate::vectors::mutants;

struct Silent;

impl log::Reader for Silent {
    fn open(&mut self, _: &log::Opening) {}
    fn event(&mut self, _: &log::Event<'_>) {}
}

pub(super) fn verify_log(data: &[u8]) {
    let mutant = mutants::from_throws(data);
    let Some(store) = mutant.bag.clone().into_store() else { return };
    let anchors = mutant.anchors;
    let keys = |files: &[(String, Vec<u8>)]| {
        let lines = files.iter().filter_map(|(_, content)| std::str::from_utf8(content).ok());
        lines.filter_map(|line| Some(PublicKey::from_line(line.trim_end()).ok()?.0)).collect::<Vec<_>>()
    };
    let contents = |files: &[(String, Vec<u8>)]| files.iter().map(|(_, content)| content.clone()).collect();
    let anchors = Anchors {
        authorities: keys(&anchors.authorities).into_iter().map(Into::into).collect(),
        rosters: contents(&anchors.rosters),
        recognitions: Vec::new(),
        signers: keys(&anchors.signers),
        seal_hash: anchors.seal_hashes.first().and_then(|hash| Sha256Digest::from_hex(hash)),
        receipts: contents(&anchors.receipts),
        ..Anchors::default()
    };
    let MemoryStore { files } = &store;
    let verdict = judge(files, &anchors, Depth::Full);
    // The log alone says the same of the log.
    let closing = log::read(&store, &anchors, &mut Silent);
    let shown = |custody: Option<_>| serde_json::to_value(custody).expect("JSON");
    assert_eq!(shown(closing.custody.as_ref()), shown(verdict.custody()));
    if let Ok((bytes, receipt)) = log::receipt(&store) {
        let read = Receipt::read(&bytes).expect("a receipt that was made");
        assert_eq!(read.index(), receipt.index());
    }
}
