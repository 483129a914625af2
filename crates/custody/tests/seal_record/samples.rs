//! The samples, read and written; they are those of the specification.

use sealbag_custody::page;
use sealbag_custody::seal_record::{Payload, Reread, SealRecord};
use sealbag_custody::sshsig::Namespace;

use crate::scene::{FULL, MINIMAL, parse};

#[test]
fn reads_and_writes_the_samples_byte_for_byte() {
    for sample in [MINIMAL, FULL] {
        let seal = parse(sample).expect("a good sample");
        assert_eq!(String::from_utf8(seal.to_bytes().expect("writable")).expect("text"), sample);
    }
    let seal = parse(MINIMAL).expect("a good sample");
    assert_eq!((seal.payload, seal.reread, seal.resumed), (Payload::Copy, Reread::Done, false));
    let seal = parse(FULL).expect("a good sample");
    assert_eq!((seal.payload, seal.reread, seal.resumed), (Payload::Detached, Reread::Skipped, true));
    assert_eq!(seal.statement.case.number.as_deref(), Some("257100031000123"));
    assert_eq!(seal.statement.details.len(), 2);
}

#[test]
fn the_samples_of_the_specification_are_the_tested_page() {
    let page = include_str!("../data/sample_page.txt");
    let (record, armour) = page.split_at(page.find("-----BEGIN").expect("a signed page"));
    let records = include_str!("../../../../docs/spec/records.md");
    let signatures = include_str!("../../../../docs/spec/signatures.md");
    assert!(records.contains(&format!("```\n{record}```\n")));
    assert!(signatures.contains(&format!("```\n{armour}```\n")));
    let verified = page::verify(page.as_bytes(), Namespace::Seal).expect("signed by ssh-keygen");
    let seal = SealRecord::parse(verified.record()).expect("a good record");
    assert_eq!(&seal.signer.key, verified.signer());
}

#[test]
fn the_full_sample_shows_every_table() {
    let seal = parse(FULL).expect("a good sample");
    let sections = seal.sections();
    let mut names: Vec<_> = sections.iter().map(|section| section.name).collect();
    names.dedup();
    let order = [
        "",
        "signer",
        "cosigner",
        "roster",
        "tree",
        "digests",
        "totals",
        "read_error",
        "excluded",
        "case",
        "offence",
        "legal_basis",
        "exhibit",
        "package",
        "source",
        "clock",
        "acquisition",
        "tool",
        "present",
        "change",
        "labels",
        "retention",
        "declaration",
        "refusal",
        "previous",
        "details",
    ];
    assert_eq!(names, order);
}
