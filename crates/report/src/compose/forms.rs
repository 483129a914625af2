//! Forms that a person completes and signs: filled in as far as the bag and its verification go, blank where a person must write.
//!
//! The hand-over act is in the language that is asked for; the American and the Indian form are in English, the language of their
//! statutes. No form says that a comparison held unless it did.

use std::str::FromStr;

use sealbag::verdict::Check;
use sealbag_custody::event::{EventRecord, EventType};
use sealbag_custody::seal_record::SealRecord;

use super::Scene;
use crate::document::{Block, Document, Figure, Line, Section, Table, capital};
use crate::moment::{groups_of_eight, number};
use crate::picture;

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The hand-over act of Kazakhstan.
    ActKz,
    /// The certification of Federal Rule of Evidence 902(14), in the form of 28 U.S.C. 1746.
    Us90214,
    /// The certificate of section 63(4)(c) of the Bharatiya Sakshya Adhiniyam, 2023: Schedule, Parts A and B.
    InBsa63,
}

/// A word that names no form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the forms are act-kz, us-902-14 and in-bsa-63")]
pub struct UnknownForm;

impl FromStr for Form {
    type Err = UnknownForm;

    fn from_str(name: &str) -> Result<Self, UnknownForm> {
        match name {
            "act-kz" => Ok(Self::ActKz),
            "us-902-14" => Ok(Self::Us90214),
            "in-bsa-63" => Ok(Self::InBsa63),
            _ => Err(UnknownForm),
        }
    }
}

/// The form, filled in.
pub(crate) fn form(scene: &Scene<'_>, record: &SealRecord, form: Form) -> Document {
    match form {
        Form::ActKz => act(scene, record),
        Form::Us90214 => us(scene, record),
        Form::InBsa63 => india(scene, record),
    }
}

fn section(id: &'static str, heading: impl Into<String>, blocks: Vec<Block>) -> Section {
    Section { id, heading: heading.into(), is_annex: false, blocks }
}

fn text(text: Option<&sealbag_custody::text::Text>) -> Line {
    text.map_or_else(Line::blank, |text| Line::quoted(text.as_str()))
}

fn qr(scene: &Scene<'_>) -> Option<Block> {
    let seal = scene.facts.verdict.seal_hash()?;
    Some(Block::Figure(Figure {
        caption: scene.words.text("subject-qr"),
        alternative: scene.words.with("subject-qr-alt", &[("hash", &groups_of_eight(seal))]),
        picture: picture::qr(seal)?,
        width: 80.0,
    }))
}

fn act(scene: &Scene<'_>, record: &SealRecord) -> Document {
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
            (words.text("act-number"), super::or_blank(scene.making.number.as_deref())),
            (words.text("ui-place"), super::or_blank(scene.making.place.as_deref())),
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

/// What the comparison gave, in the words of a certificate; nothing more than was done.
fn comparison(scene: &Scene<'_>) -> String {
    let facts = scene.facts;
    let checks = [Check::Signature, Check::Record, Check::Tree, Check::FileSet, Check::Files];
    let day = scene.making.time.to_string();
    let is_quick = facts.count("files.quick") > 0;
    match checks.iter().all(|check| facts.passed(*check)) {
        true if !is_quick => format!(
            "At {day} (clock of the machine) the program read every file and computed its SHA-256 and BLAKE3 hash values anew. Each equals the value \
             in the sealed list. No file of the list was missing and no other file was present."
        ),
        true => format!(
            "At {day} (clock of the machine) the program read every file and computed its BLAKE3 hash value anew. Each equals the value in the sealed \
             list. SHA-256 was not computed in this run. No file of the list was missing and no other file was present."
        ),
        false => format!(
            "At {day} (clock of the machine) the program compared the files with the sealed list. NOT EVERY COMPARISON HELD OR COULD BE MADE; the \
             report of the verification lists the differences. This form must not be signed as if all values matched."
        ),
    }
}

fn hash_rows(scene: &Scene<'_>, record: &SealRecord) -> Vec<(String, Line)> {
    let seal = scene.facts.verdict.seal_hash().unwrap_or_default();
    vec![
        ("Hash value of the seal record (SHA-256)".into(), Line::mono(groups_of_eight(seal))),
        ("Root hash of the list (SHA-256, RFC 6962)".into(), Line::mono(groups_of_eight(&record.tree.root.to_hex()))),
        ("Files in the list".into(), Line::plain(number(record.totals.files))),
        ("Bytes in all".into(), Line::plain(number(record.totals.bytes))),
    ]
}

fn annex() -> Section {
    Section {
        id: "annex-files",
        heading: "Hash report: every file with its hash values".into(),
        is_annex: true,
        blocks: vec![Block::Files],
    }
}

fn us(scene: &Scene<'_>, record: &SealRecord) -> Document {
    let statement = &record.statement;
    let tools = statement.tool.iter().fold(Line::default(), |line, tool| {
        let version = tool.version.as_ref().map(|version| format!(" {}", version.as_str())).unwrap_or_default();
        line.below(Line::quoted(&format!("{}{version}", tool.name.as_str())))
    });
    let data = vec![
        ("Exhibit".into(), text(statement.exhibit.number.as_ref())),
        ("Description".into(), text(statement.exhibit.description.as_ref())),
        ("Case".into(), text(statement.case.number.as_ref())),
        ("Device, make and model".into(), device(record)),
        ("Serial number".into(), text(statement.source.serial.as_ref())),
        ("Copied by (as the record states)".into(), text(statement.acquisition.operator.as_ref())),
        ("Sealed at (as the signer states)".into(), scene.words.moment(record.time, record.utc_offset)),
        ("Key that signed".into(), Line::mono(record.signer.key.fingerprint())),
    ];
    let method = statement.acquisition.method.as_ref();
    let process = vec![
        ("Method of copying (as declared)".into(), text(method)),
        ("Tools (as declared)".into(), if tools.is_empty() { Line::blank() } else { tools }),
        ("Write blocker (as declared)".into(), text(statement.acquisition.write_blocker.as_ref())),
        ("Program of the comparison".into(), Line::quoted(&scene.making.program)),
        (
            "SHA-256 of that program".into(),
            scene.making.program_sha256.as_ref().map_or_else(Line::blank, |hash| Line::mono(groups_of_eight(hash))),
        ),
    ];
    let sections = vec![
        section(
            "person",
            "1. The person who certifies",
            vec![
                Block::Paragraph(Line::plain("I, the undersigned, declare:")),
                Block::Facts(vec![
                    ("Name".into(), Line::blank()),
                    ("Employer and position".into(), Line::blank()),
                    ("Training and experience with this process".into(), Line::blank().below(Line::blank())),
                ]),
            ],
        ),
        section(
            "data",
            "2. The data",
            vec![
                Block::Paragraph(Line::plain(
                    "The following data were copied from an electronic device, storage medium, or file:",
                )),
                Block::Facts(data),
            ],
        ),
        section(
            "process",
            "3. The process of digital identification",
            vec![
                Block::Paragraph(Line::plain(
                    "A hash value is a number computed from all bytes of a file. When the data were copied, the hash values of every file were \
                     written into a list, and the list was bound into one signed record. Two files with the same SHA-256 hash value are taken to \
                     be the same, because no two different files with one value are known. Anyone can compute the values again with common tools.",
                )),
                Block::Facts(process),
            ],
        ),
        section(
            "result",
            "4. The comparison",
            vec![Block::Paragraph(Line::plain(comparison(scene))), Block::Facts(hash_rows(scene, record))],
        ),
        section(
            "declaration",
            "5. Declaration",
            vec![
                Block::Paragraph(Line::plain(
                    "I reviewed the comparison described above. I am able to testify to these matters if called. This certification does not \
                     address how the data came to be, what they mean, or whether they are hearsay.",
                )),
                Block::Paragraph(Line::plain(
                    "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.",
                )),
                Block::Facts(vec![
                    ("Executed on (date)".into(), Line::blank()),
                    ("At (place)".into(), Line::blank()),
                    ("Signature".into(), Line::blank()),
                ]),
            ],
        ),
        annex(),
    ];
    Document {
        title: "Certification under Federal Rule of Evidence 902(14)".into(),
        front: vec![Block::Paragraph(Line::plain(
            "Certified data copied from an electronic device, storage medium, or file. Form of 28 U.S.C. § 1746. Prepared by a program from a \
             sealed package; a qualified person completes, checks and signs it. Notice to the other side is required before trial.",
        ))],
        sections,
        foot: scene.words.text("limit-not_expert"),
        core: 0,
    }
}

fn device(record: &SealRecord) -> Line {
    let source = &record.statement.source;
    let parts: Vec<&str> = [&source.make, &source.model].into_iter().flatten().map(|text| text.as_str()).collect();
    if parts.is_empty() { Line::blank() } else { Line::quoted(&parts.join(", ")) }
}

/// The kinds of source of the Schedule, and the words of a record that stand for each.
const SOURCES: [(&str, &[&str]); 8] = [
    ("Computer / storage media", &["computer", "storage"]),
    ("DVR", &["dvr"]),
    ("Mobile", &["mobile", "phone", "telephone"]),
    ("Flash drive", &["flash", "flash drive", "usb"]),
    ("CD/DVD", &["cd", "dvd", "cd/dvd"]),
    ("Server", &["server"]),
    ("Cloud", &["cloud"]),
    ("Other", &["other", "telephony", "web capture", "wallet/transactions"]),
];

fn tick(is_so: bool, what: &str) -> String {
    format!("[{}] {what}", if is_so { "X" } else { "  " })
}

fn india(scene: &Scene<'_>, record: &SealRecord) -> Document {
    Document {
        title: "Certificate under section 63(4)(c), Bharatiya Sakshya Adhiniyam, 2023".into(),
        front: vec![Block::Paragraph(Line::plain(
            "The Schedule, Parts A and B. Filled in by a program from a sealed package; whoever signs completes and checks it.",
        ))],
        sections: vec![
            section("part-a", "Part A (to be filled by the party)", part(scene, record, "Party")),
            section("part-b", "Part B (to be filled by the expert)", part(scene, record, "Expert")),
            annex(),
        ],
        foot: scene.words.text("limit-not_expert"),
        core: 0,
    }
}

fn part(scene: &Scene<'_>, record: &SealRecord, side: &str) -> Vec<Block> {
    let source = &record.statement.source;
    let kind = source.kind.as_ref().map(|kind| kind.as_str().to_lowercase()).unwrap_or_default();
    let is_party = side == "Party";
    let kinds = SOURCES.iter().fold(Line::default(), |line, (name, known)| {
        line.below(Line::plain(tick(known.contains(&kind.as_str()), name)))
    });
    let list = |texts: &[sealbag_custody::text::Text]| {
        let texts: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
        if texts.is_empty() { Line::blank() } else { Line::quoted(&texts.join(", ")) }
    };
    let mut blocks = vec![Block::Facts(vec![
        ("Name".into(), Line::blank()),
        (if is_party { "Son/daughter/spouse of" } else { "Designation and department" }.into(), Line::blank()),
        (if is_party { "Residing/employed at" } else { "Office address" }.into(), Line::blank()),
    ])];
    blocks.push(Block::Paragraph(Line::plain(if is_party {
        "I do hereby solemnly affirm and sincerely state and submit as follows: I have produced the electronic record / output of the digital record \
         taken from the following device or digital record source (tick one):"
    } else {
        "I do hereby solemnly affirm and sincerely state and submit as follows: the electronic record / output of the digital record is obtained from \
         the following device or digital record source (tick one):"
    })));
    blocks.push(Block::Facts(vec![
        ("Source".into(), kinds),
        ("Make and model".into(), device(record)),
        ("Colour".into(), text(source.colour.as_ref())),
        ("Serial number".into(), text(source.serial.as_ref())),
        ("IMEI / UIN / UID".into(), list(&source.imei)),
        ("MAC".into(), list(&source.mac)),
        ("Cloud ID".into(), text(source.cloud_id.as_ref())),
        ("Any other relevant information".into(), Line::blank()),
    ]));
    if is_party {
        let control = [
            ("Owned", source.owned_by.is_some()),
            ("Maintained", source.maintained_by.is_some()),
            ("Managed", source.managed_by.is_some()),
            ("Operated", source.operated_by.is_some()),
        ];
        blocks.push(Block::Paragraph(Line::plain(
            "Whether the device or source was under the lawful control for regularly creating, storing or processing information for the purposes of \
             carrying out regular activities, whether during this period it worked properly, and whether not, did not affect the electronic record or \
             its accuracy, the signer states here:",
        )));
        blocks.push(Block::Facts(vec![
            ("Lawful control, regular use".into(), Line::blank()),
            ("Working properly (as the record states)".into(), text(source.working_properly.as_ref())),
            (
                "The device or source is, by me".into(),
                control.iter().fold(Line::default(), |line, (name, is_so)| line.below(Line::plain(tick(*is_so, name)))),
            ),
        ]));
    }
    blocks.push(Block::Paragraph(Line::plain(
        "I state that the HASH value/s of the electronic/digital record/s is/are the following, obtained through the following algorithm:",
    )));
    let mut rows = hash_rows(scene, record);
    rows.push((
        "Algorithm".into(),
        Line::plain(tick(false, "SHA1"))
            .below(Line::plain(tick(true, "SHA256")))
            .below(Line::plain(tick(false, "MD5")))
            .below(Line::plain(tick(true, "Other: BLAKE3"))),
    ));
    rows.push(("Hash report".into(), Line::plain("enclosed with the certificate")));
    rows.push(("Comparison".into(), Line::plain(comparison(scene))));
    blocks.push(Block::Facts(rows));
    blocks.push(Block::Facts(vec![
        ("Name and signature".into(), Line::blank().below(Line::blank())),
        ("Date (DD/MM/YYYY)".into(), Line::blank()),
        ("Time (IST), 24 hours".into(), Line::blank()),
        ("Place".into(), Line::blank()),
    ]));
    blocks
}
