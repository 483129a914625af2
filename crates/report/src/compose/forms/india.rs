//! The certificate of section 63(4)(c) of the Bharatiya Sakshya Adhiniyam, 2023: Schedule, Parts A and B.

use sealbag_custody::seal_record::SealRecord;
use sealbag_custody::text::Text;

use super::super::Scene;
use super::certificate::{annex, comparison, device, hash_rows, section};
use super::text;
use crate::document::{Block, Document, Line};

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

pub(super) fn form(scene: &Scene<'_>, record: &SealRecord) -> Document {
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
    let list = |texts: &[Text]| {
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
