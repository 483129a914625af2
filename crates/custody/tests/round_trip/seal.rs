//! Arbitrary seal records.

use proptest::prelude::*;
use sealbag_custody::scalar::{BagId, UtcOffset};
use sealbag_custody::seal_record::{
    Cosigner, Excluded, Payload, Previous, ReadErrors, Relation, Reread, RosterReference, SealRecord, SignerIdentity,
    TagDigests, Totals, TreeHead,
};
use sealbag_custody::statement::{
    Acquisition, Case, Change, Clock, Declaration, DetailKey, Exhibit, Labels, LegalBasis, Offence, Package, Present,
    Refusal, Retention, Source, Statement, Tool,
};

use crate::draw::Draw;

fn statement(d: &mut Draw<'_>) -> Statement {
    let offence = |d: &mut Draw<'_>| Offence { state: d.opt(), code: Some(d.text()), article: d.opt(), title: d.opt() };
    let legal_basis = |d: &mut Draw<'_>| LegalBasis {
        instrument: Some(d.text()),
        article: d.opt(),
        document_type: d.opt(),
        number: d.opt(),
        date: d.some(Draw::date),
        issued_by: d.opt(),
        valid_from: d.some(Draw::date),
        valid_to: d.some(Draw::date),
        status: d.opt(),
    };
    let tool = |d: &mut Draw<'_>| Tool {
        name: d.text(),
        version: d.opt(),
        vendor: d.opt(),
        sha256: d.some(Draw::digest),
        settings: d.opt(),
    };
    let detail = |d: &mut Draw<'_>| {
        let key = ["a", "b_1", "zz", "k9"][usize::from(d.byte()) % 4];
        (DetailKey::try_from(key.to_owned()).expect("a good key"), d.text())
    };
    Statement {
        case: Case {
            number: d.opt(),
            system: d.opt(),
            authority: d.opt(),
            unit: d.opt(),
            responsible_officer: d.opt(),
        },
        offence: d.many(offence),
        legal_basis: d.many(legal_basis),
        exhibit: Exhibit {
            number: Some(d.text()),
            root_number: d.opt(),
            description: d.opt(),
            quantity: d.opt(),
            condition: d.opt(),
            possessor: d.opt(),
            found_by: d.opt(),
            found_at: d.opt(),
            coordinates: d.opt(),
            room: d.opt(),
        },
        package: Package {
            r#type: d.opt(),
            physical_seal_no: d.opt(),
            label_text: d.opt(),
            photos: d.many(Draw::digest),
        },
        source: Source {
            kind: d.opt(),
            make: d.opt(),
            model: d.opt(),
            colour: d.opt(),
            serial: d.opt(),
            imei: d.many(Draw::text),
            mac: d.many(Draw::text),
            cloud_id: d.opt(),
            capacity: d.opt(),
            power: d.opt(),
            locked: d.opt(),
            encrypted: d.opt(),
            network: d.opt(),
            owned_by: d.opt(),
            maintained_by: d.opt(),
            managed_by: d.opt(),
            operated_by: d.opt(),
            working_properly: d.opt(),
            remarks: d.opt(),
        },
        clock: Clock {
            device_time: d.opt(),
            reference_time: d.some(Draw::time),
            reference_source: d.opt(),
            offset: d.opt(),
        },
        acquisition: Acquisition {
            method: d.opt(),
            started: d.some(Draw::time),
            ended: d.some(Draw::time),
            operator: d.opt(),
            scope: d.opt(),
            write_blocker: d.opt(),
            write_blocker_reason_none: d.opt(),
            remarks: d.many(Draw::text),
        },
        tool: d.many(tool),
        present: d.many(|d| Present { name: d.text(), role: d.opt() }),
        change: d.many(|d| Change { what: d.text(), why: d.opt(), by: d.opt() }),
        labels: Labels {
            personal_data: d.flag(),
            special_category: d.flag(),
            minor: d.flag(),
            privileged: d.flag(),
            restricted_content: d.flag(),
            secrecy: d.opt(),
        },
        retention: Retention { rule: d.opt(), until: d.opt(), basis: d.opt() },
        declaration: Declaration { text_id: d.opt(), language: d.opt(), text: d.many(Draw::text) },
        refusal: d.many(|d| Refusal { person: d.text(), role: d.opt(), reason: d.opt(), noted_by: d.opt() }),
        details: d.many(detail).into_iter().collect(),
    }
}

fn seal(d: &mut Draw<'_>) -> SealRecord {
    let relations = [Relation::Copy, Relation::Redaction, Relation::Disclosure, Relation::Reseal, Relation::Derived];
    SealRecord {
        bag: BagId([d.byte(); 16]),
        time: d.time(),
        utc_offset: d.some(|d| UtcOffset::from_minutes(i16::from(d.byte()) * 8 - 1000).expect("in range")),
        payload: if d.flag() { Payload::Copy } else { Payload::Detached },
        resumed: d.flag(),
        reread: if d.flag() { Reread::Done } else { Reread::Skipped },
        unreadable_accepted: d.flag(),
        profile: d.text(),
        profile_sha256: d.some(Draw::digest),
        signer: SignerIdentity { name: d.text(), key: d.key(), role: d.opt(), capacity: d.opt() },
        cosigner: d.many(|d| Cosigner { name: d.text(), key: d.key(), role: d.opt() }),
        roster: d.some(|d| RosterReference { authority: d.key(), version: d.integer(), sha256: d.digest() }),
        tree: TreeHead { size: d.integer(), root: d.digest() },
        digests: TagDigests { tagmanifest_sha256: d.digest() },
        totals: Totals {
            files: d.integer(),
            bytes: d.integer(),
            directories: d.integer(),
            symlinks: d.integer(),
            specials: d.integer(),
        },
        read_error: d.many(|d| ReadErrors { category: d.text(), entries: d.integer(), bytes: d.integer() }),
        excluded: d.many(|d| Excluded { category: d.text(), entries: d.some(Draw::integer), why: d.opt() }),
        statement: statement(d),
        previous: d.some(|d| Previous {
            relation: relations[usize::from(d.byte()) % relations.len()],
            bag: BagId([d.byte(); 16]),
            seal: d.digest(),
            head: d.digest(),
            root: d.digest(),
        }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_record_that_can_be_written_is_read_back_as_the_same_value(
        choices in proptest::collection::vec(any::<u8>(), 0..900)
    ) {
        let seal = seal(&mut Draw(choices.iter()));
        // Two cosigners may share a key, two read errors a category: such a value is refused, never written.
        if let Ok(bytes) = seal.to_bytes() {
            let read = SealRecord::parse(&bytes).expect("own output is read");
            prop_assert_eq!(&read, &seal);
            prop_assert_eq!(read.to_bytes().expect("and written again"), bytes.clone());
            let form: String = String::from_utf8(bytes).expect("text");
            let tables = form.split("\n[").filter(|part| is_of_statement(part)).map(|part| format!("[{part}\n"));
            let statement = Statement::from_form(&tables.collect::<String>()).expect("the same tables are a form");
            prop_assert_eq!(statement, seal.statement);
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic_and_never_have_two_encodings(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        at in 0..4000_usize,
    ) {
        let sample = include_bytes!("../data/full.txt");
        let at = at.min(sample.len());
        for record in [[&sample[..at], &bytes, &sample[at..]].concat(), [&sample[..at], &bytes].concat()] {
            if let Ok(seal) = SealRecord::parse(&record) {
                prop_assert_eq!(seal.to_bytes().expect("writable"), record);
            }
        }
    }

    #[test]
    fn lines_dropped_doubled_and_exchanged_never_give_a_second_encoding(
        edits in proptest::collection::vec((0..3_u8, any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6)
    ) {
        let mut lines: Vec<_> = include_str!("../data/full.txt").lines().collect();
        for (kind, a, b) in edits {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            match kind {
                0 => _ = lines.remove(a),
                1 => lines.insert(b, lines[a]),
                _ => lines.swap(a, b),
            }
        }
        let record = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        if let Ok(seal) = SealRecord::parse(record.as_bytes()) {
            prop_assert_eq!(seal.to_bytes().expect("writable"), record.into_bytes());
        }
    }
}

fn is_of_statement(part: &str) -> bool {
    let others = ["signer", "cosigner", "roster", "tree", "digests", "totals", "read_error", "excluded", "previous"];
    let name = part.trim_start_matches('[').split(']').next().unwrap_or_default();
    !part.starts_with("format") && !others.contains(&name)
}

#[test]
fn the_generator_reaches_written_records_with_every_table() {
    let mut state = 1_u32;
    let choices: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    })
    .take(200_000)
    .collect();
    let mut tables = std::collections::BTreeSet::new();
    let mut written = 0;
    for part in choices.chunks(900) {
        let seal = seal(&mut Draw(part.iter()));
        if seal.to_bytes().is_ok() {
            written += 1;
            tables.extend(seal.sections().iter().map(|section| section.name));
        }
    }
    assert_eq!(tables.len(), 26);
    assert!(written > 100, "{written} of 222 could be written");
}
