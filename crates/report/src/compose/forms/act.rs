//! The hand-over act of Kazakhstan, in the language that is asked for.

use sealbag_custody::event::{EventRecord, EventType};
use sealbag_custody::seal_record::SealRecord;

use super::super::{Scene, or_blank};
use super::text;
use crate::document::{Block, Document, Figure, Line, Table, capital};
use crate::moment::{groups_of_eight, number};
use crate::picture;

fn qr(scene: &Scene<'_>) -> Option<Block> {
    let seal = scene.facts.verdict.seal_hash()?;
    Some(Block::Figure(Figure {
        caption: scene.words.text("subject-qr"),
        alternative: scene.words.with("subject-qr-alt", &[("hash", &groups_of_eight(seal))]),
        picture: picture::qr(seal)?,
        width: 80.0,
    }))
}

pub(super) fn form(scene: &Scene<'_>, record: &SealRecord) -> Document {
    let (words, facts) = (scene.words, scene.facts);
    let statement = &record.statement;
    let (release, accept) = last_hand_over(scene);
    let items = Table {
        caption: words.text("act-items"),
        head: ["files-number", "term-exhibit_number", "subject-description", "ui-quantity", "act-package"]
            .map(|key| words.text(key))
            .to_vec(),
        widths: vec![8, 20, 34, 16, 22],
        rows: vec![vec![
            Line::plain("1"),
            text(statement.exhibit.number.as_ref()),
            text(statement.exhibit.description.as_ref()),
            text(statement.exhibit.quantity.as_ref()),
            text(statement.package.physical_seal_no.as_ref()),
        ]],
    };
    let seal = facts.verdict.seal_hash().unwrap_or_default();
    let head = facts.verdict.custody().map(|custody| custody.head.clone()).unwrap_or_default();
    let verified = words.with("act-verified", &[("date", &words.date_of(scene.making.time))]);
    let purpose = release.map_or_else(Line::blank, |event| Line::quoted(event.purpose.as_str()));
    let order = release.and_then(|event| event.order.as_ref()).and_then(|order| order.number.as_ref());
    let about = vec![
        (words.text("subject-case"), text(statement.case.number.as_ref())),
        (words.text("subject-authority"), text(statement.case.authority.as_ref())),
        (words.text("subject-seal-hash"), Line::mono(groups_of_eight(seal))),
        (words.text("subject-head"), Line::mono(groups_of_eight(&head))),
        (words.text("subject-files"), Line::plain(number(record.totals.files))),
        (words.text("subject-bytes"), Line::plain(number(record.totals.bytes))),
        (verified, Line::strong(words.outcome(facts.verdict.outcome()))),
        (words.text("ui-purpose"), purpose),
        (words.text("term-legal_basis"), text(order)),
        (words.text("term-cover_letter"), Line::blank()),
        (words.text("ui-condition"), text(statement.exhibit.condition.as_ref())),
    ];
    let giver = release.map_or_else(Line::blank, |event| Line::quoted(event.actor.name.as_str()));
    let taker = release.and_then(|event| event.to.as_ref());
    let parties = Table {
        caption: words.text("act-parties"),
        head: ["act-side", "ui-full_name", "ui-post", "ui-organisation", "ui-signature_line"]
            .map(|key| words.text(key))
            .to_vec(),
        widths: vec![16, 26, 18, 20, 20],
        rows: vec![
            vec![
                Line::strong(capital(&words.text("role-released_by"))),
                giver,
                Line::blank(),
                Line::blank(),
                Line::blank(),
            ],
            vec![
                Line::strong(capital(&words.text("role-received_by"))),
                taker.map_or_else(Line::blank, |to| Line::quoted(to.name.as_str())),
                Line::blank(),
                text(taker.and_then(|to| to.organisation.as_ref())),
                Line::blank(),
            ],
        ],
    };
    let accepted = accept.map_or_else(Line::blank, |event| words.moment(event.time, event.utc_offset));
    let mut blocks = vec![
        Block::Facts(vec![
            (words.text("act-number"), or_blank(scene.making.number.as_deref())),
            (words.text("ui-place"), or_blank(scene.making.place.as_deref())),
            (words.text("act-time"), accepted),
        ]),
        Block::Paragraph(Line::plain(words.text("act-intro"))),
        Block::Table(items),
        Block::Facts(about),
    ];
    blocks.extend(qr(scene));
    blocks.push(Block::Table(parties));
    blocks.push(Block::Facts(vec![
        (words.text("heading-remarks"), Line::blank().below(Line::blank()).below(Line::blank())),
        (words.text("act-copies"), Line::blank()),
        (words.text("act-stamp"), Line::default().below(Line::blank())),
    ]));
    blocks.push(Block::Paragraph(Line::plain(words.text("act-note"))));
    blocks.push(Block::Paragraph(Line::plain(words.text("made-blank-note"))));
    Document {
        title: capital(&words.text("term-handover_act")),
        front: blocks,
        sections: Vec::new(),
        foot: words.text("limit-not_expert"),
        core: 0,
    }
}

/// The last release in the log that stands, and the acceptance that answers it.
fn last_hand_over<'s>(scene: &'s Scene<'_>) -> (Option<&'s EventRecord>, Option<&'s EventRecord>) {
    let standing = scene.facts.entries.iter().filter(|entry| entry.standing == sealbag::log::Standing::Stands);
    let events: Vec<_> = standing.filter_map(|entry| Some((entry.event()?, entry.hash.as_deref()?))).collect();
    let release = events.iter().rev().find(|(event, _)| event.kind.is_release());
    let accept = release.and_then(|(_, hash)| {
        let answers = |event: &EventRecord| event.reference.is_some_and(|reference| reference.to_hex() == *hash);
        events.iter().find(|(event, _)| event.kind == EventType::Accept && answers(event))
    });
    (release.map(|(event, _)| *event), accept.map(|(event, _)| *event))
}
