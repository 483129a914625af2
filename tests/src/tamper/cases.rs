//! The list of cases: what is done to the bag, and what sealbag must find.

use std::io;
use std::os::unix::fs::symlink;
use std::path::Path;

use rustix::fs::FileType;

use super::Case;
use super::changes::{
    MANIFEST, NOTES, SEAL, TAG_MANIFEST, edit, edit_sealed_time, first_line, replace, replace_by_symlink,
    replace_directory_by_symlink, rewrite_manifest, rewrite_tag_manifest, strike_directory, swap, touch_payload,
};
use crate::maker::Maker;

const VIOLATED: &str = "violated";
const REMARKS: &str = "confirmed_with_remarks";

const fn case(
    name: &'static str,
    tamper: fn(&Path) -> io::Result<()>,
    outcome: &'static str,
    code: &'static str,
) -> Case {
    Case { name, tamper, outcome, code: Some(code), note: "" }
}

/// Every case of the table.
pub const CASES: &[Case] = &[
    Case {
        name: "nothing changed",
        tamper: |_| Ok(()),
        outcome: REMARKS,
        code: None,
        note: "the remark is the missing trusted time",
    },
    case("one bit flipped in a file", |bag| edit(bag, NOTES, |bytes| bytes[5] ^= 1), VIOLATED, "file.changed"),
    case(
        "a file cut by one byte",
        |bag| edit(bag, NOTES, |bytes| bytes.truncate(bytes.len() - 1)),
        VIOLATED,
        "file.changed",
    ),
    case("a byte appended to a file", |bag| edit(bag, NOTES, |bytes| bytes.push(b'\n')), VIOLATED, "file.changed"),
    case("two files swapped", swap, VIOLATED, "file.changed"),
    case(
        "a file renamed",
        |bag| std::fs::rename(bag.join(NOTES), bag.join("data/other.txt")),
        VIOLATED,
        "file.missing",
    ),
    case("a file removed", |bag| std::fs::remove_file(bag.join(NOTES)), VIOLATED, "file.missing"),
    case("an empty file removed", |bag| std::fs::remove_file(bag.join("data/empty")), VIOLATED, "file.missing"),
    case("a file added", |bag| std::fs::write(bag.join("data/added.txt"), "x"), VIOLATED, "file.added"),
    case("an empty file added", |bag| std::fs::write(bag.join("data/added.txt"), ""), VIOLATED, "file.added"),
    case(
        "a hard link added",
        |bag| std::fs::hard_link(bag.join(NOTES), bag.join("data/link.txt")),
        VIOLATED,
        "file.added",
    ),
    case("a file added, CR in its name", |bag| Maker::at(bag)?.file("data/car\rriage", "x"), VIOLATED, "file.added"),
    case("a file added, name not UTF-8", |bag| Maker::at(bag)?.file(b"data/caf\xe9", "x"), VIOLATED, "file.added"),
    case("an empty directory added", |bag| std::fs::create_dir(bag.join("data/new")), REMARKS, "bag.empty_directory"),
    case(
        "an empty directory struck from the list",
        |bag| {
            strike_directory(bag)?;
            rewrite_tag_manifest(bag)
        },
        VIOLATED,
        "tagmanifest.changed",
    ),
    case("a symlink to a directory added", |bag| symlink("mail", bag.join("data/post")), VIOLATED, "file.not_regular"),
    case(
        "a symlink to a file added",
        |bag| symlink("notes.txt", bag.join("data/link.txt")),
        VIOLATED,
        "file.not_regular",
    ),
    case("a file replaced by a symlink to the same bytes", replace_by_symlink, VIOLATED, "file.not_regular"),
    case("a directory replaced by a symlink to a copy", replace_directory_by_symlink, VIOLATED, "file.not_regular"),
    case(
        "a FIFO added",
        |bag| Maker::at(bag)?.special("data/fifo", FileType::Fifo, (0, 0)),
        VIOLATED,
        "file.not_regular",
    ),
    case(
        "a socket added",
        |bag| Maker::at(bag)?.special("data/socket", FileType::Socket, (0, 0)),
        VIOLATED,
        "file.not_regular",
    ),
    case(
        "a file replaced by a FIFO",
        |bag| {
            std::fs::remove_file(bag.join(NOTES))?;
            Maker::at(bag)?.special(NOTES, FileType::Fifo, (0, 0))
        },
        VIOLATED,
        "file.not_regular",
    ),
    Case {
        name: "time and mode of a payload file changed",
        tamper: touch_payload,
        outcome: REMARKS,
        code: None,
        note: "not compared: every copy changes them; the sealed values stand in the signed list",
    },
    case(
        "a sealed time edited in the list, manifests rewritten",
        |bag| {
            edit_sealed_time(bag)?;
            rewrite_tag_manifest(bag)
        },
        VIOLATED,
        "tagmanifest.changed",
    ),
    case(
        "a file edited, all manifests rewritten",
        |bag| {
            edit(bag, NOTES, |bytes| bytes[5] ^= 1)?;
            rewrite_manifest(bag)?;
            rewrite_tag_manifest(bag)
        },
        VIOLATED,
        "file.changed",
    ),
    case(
        "tag manifest deleted, bag-info edited",
        |bag| {
            std::fs::remove_file(bag.join(TAG_MANIFEST))?;
            edit(bag, "bag-info.txt", |bytes| bytes.extend(b"Contact-Name: Mallory\n"))
        },
        VIOLATED,
        "tagmanifest.missing",
    ),
    case(
        "bag-info edited, tag manifest rewritten",
        |bag| {
            edit(bag, "bag-info.txt", |bytes| bytes.extend(b"Contact-Name: Mallory\n"))?;
            rewrite_tag_manifest(bag)
        },
        VIOLATED,
        "tagmanifest.changed",
    ),
    case("a tag file added", |bag| std::fs::write(bag.join("note.txt"), "x"), VIOLATED, "bag.unlisted"),
    case(
        "fetch.txt added",
        |bag| std::fs::write(bag.join("fetch.txt"), "http://example.org/x 1 data/x\n"),
        VIOLATED,
        "bag.unlisted",
    ),
    case(
        "a second manifest added",
        |bag| std::fs::write(bag.join("manifest-md5.txt"), "d41d8cd98f00b204e9800998ecf8427e  data/empty\n"),
        VIOLATED,
        "bag.unlisted",
    ),
    case(
        "a manifest line doubled",
        |bag| {
            edit(bag, MANIFEST, |bytes| {
                let line = first_line(bytes);
                bytes.extend(line)
            })
        },
        VIOLATED,
        "tag.changed",
    ),
    case(
        "a manifest line doubled, tag manifest rewritten",
        |bag| {
            edit(bag, MANIFEST, |bytes| {
                let line = first_line(bytes);
                bytes.extend(line)
            })?;
            rewrite_tag_manifest(bag)
        },
        VIOLATED,
        "manifest.mismatch",
    ),
    case("the seal removed", |bag| std::fs::remove_file(bag.join(SEAL)), VIOLATED, "signature.missing"),
    case(
        "the record of the seal edited",
        |bag| replace(bag, SEAL, "2026-17", "2026-18"),
        VIOLATED,
        "signature.invalid",
    ),
];
