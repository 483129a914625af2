//! The certification of Federal Rule of Evidence 902(14), in the form of 28 U.S.C. 1746.

use sealbag_custody::seal_record::SealRecord;

use super::super::Scene;
use super::certificate::{annex, comparison, device, hash_rows, section};
use super::text;
use crate::document::{Block, Document, Line};
use crate::moment::groups_of_eight;

pub(super) fn form(scene: &Scene<'_>, record: &SealRecord) -> Document {
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
