//! Vectors of `docs/spec/bag.md`: the tag files and the manifests.

use super::draft::Break::{Bag, Manifest, Nothing, Parts, TagManifest, Tags};
use super::draft::file_line;
use super::tree::Node;
use super::{SealVector, confirmed, undetermined, violated};

const MANIFEST: &[&str] = &["manifest.mismatch"];
const BAG_INFO: &[&str] = &["bag_info.mismatch"];
const TAG_MANIFEST: &[&str] = &["tagmanifest.malformed"];

fn replace(bytes: &mut Vec<u8>, from: &str, to: &str) {
    let text = String::from_utf8(bytes.clone()).expect("text");
    assert!(text.contains(from), "{text} contains {from:?}");
    *bytes = text.replacen(from, to, 1).into_bytes();
}

/// Turns the first space-separated word of the first line into upper case.
fn upper_first_digest(list: &mut String) {
    let upper = list[..64].to_uppercase();
    list.replace_range(..64, &upper);
}

fn reverse_lines(list: &mut String) {
    *list = list.lines().rev().map(|line| format!("{line}\n")).collect();
}

fn double_first_line(list: &mut String) {
    let end = list.find('\n').expect("a line") + 1;
    let first = list[..end].to_owned();
    list.insert_str(end, &first);
}

pub(super) const VECTORS: &[SealVector] = &[
    confirmed("golden", "a good bag", Nothing),
    confirmed(
        "bag-tag-file-unknown",
        "a listed tag file may be any",
        Tags(|tags| drop(tags.insert("photo/label.jpg".to_owned(), b"JFIF".to_vec()))),
    ),
    confirmed(
        "bag-litter",
        "litter of systems is a remark",
        Bag(|bag| {
            for path in [".DS_Store", "data/Thumbs.db", "data/mail/._inbox.mbox", "seal/desktop.ini", "custody/.lock"] {
                bag.put(path, "litter");
            }
        }),
    )
    .codes(&["bag.stray"]),
    confirmed(
        "bag-empty-directory",
        "an empty directory in data/ is a remark",
        Bag(|bag| drop(bag.0.insert("data/new".to_owned(), Node::Directory))),
    )
    .codes(&["bag.empty_directory"]),
    confirmed(
        "bag-time-stamp-token",
        "a token that cannot be checked is a remark",
        Bag(|bag| bag.put("custody/000000.1.tsr", "token")),
    )
    .codes(&["time.token_not_checked"]),
    confirmed(
        "data-sealed-unreadable",
        "what could not be read when it was sealed is a remark",
        Parts(|parts| {
            let line = file_line(
                r#""path":"notes.txt""#,
                None,
                &[0; 512],
                r#","unreadable":[{"offset":0,"length":512,"errno":"EIO"}]"#,
            );
            parts.strike(r#""path":"notes.txt""#);
            parts.insert_before(r#""path":"odd:name""#, line);
            parts.data.put("notes.txt", [0; 512]);
        }),
    )
    .codes(&["file.sealed_unreadable"]),
    undetermined(
        "data-sealed-unreadable-and-not-given",
        "what could not be read is known without the data",
        Parts(|parts| {
            parts.payload = "detached";
            parts.data.0.clear();
            let item = r#","unreadable":[{"offset":0,"length":4,"errno":"EIO"}],"salt""#;
            parts.edit(r#""path":"notes.txt""#, r#","salt""#, item);
        }),
        &["file.sealed_unreadable", "files.source_not_given"],
    ),
    violated(
        "bag-chunks-as-link",
        "a link in place of the chunk values is a link",
        Bag(|bag| drop(bag.0.insert("seal/chunks.blake3".to_owned(), Node::Symlink("entries.jsonl".to_owned())))),
        &["bag.not_regular"],
    ),
    violated(
        "bag-bagit-txt-of-another-version",
        "bagit.txt has one text",
        Tags(|tags| {
            drop(
                tags.insert(
                    "bagit.txt".to_owned(),
                    b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n".to_vec(),
                ),
            )
        }),
        &["tag.malformed"],
    ),
    violated(
        "bag-bagit-txt-with-crlf",
        "bagit.txt has one text",
        Tags(|tags| {
            drop(tags.insert(
                "bagit.txt".to_owned(),
                b"BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n".to_vec(),
            ))
        }),
        &["tag.malformed"],
    ),
    violated(
        "bag-info-of-another-case",
        "bag-info.txt follows from the seal",
        Tags(|tags| replace(tags.get_mut("bag-info.txt").expect("bag-info"), "2026-17", "2026-18")),
        BAG_INFO,
    ),
    violated(
        "bag-info-of-another-exhibit",
        "bag-info.txt follows from the seal",
        Tags(|tags| replace(tags.get_mut("bag-info.txt").expect("bag-info"), "A1", "A2")),
        BAG_INFO,
    ),
    violated(
        "bag-info-of-another-day",
        "bag-info.txt follows from the seal",
        Tags(|tags| replace(tags.get_mut("bag-info.txt").expect("bag-info"), "2026-11-23", "2026-11-22")),
        BAG_INFO,
    ),
    violated(
        "bag-info-oxum",
        "Payload-Oxum follows from the list",
        Tags(|tags| replace(tags.get_mut("bag-info.txt").expect("bag-info"), "Payload-Oxum: ", "Payload-Oxum: 1")),
        BAG_INFO,
    ),
    violated(
        "bag-info-line-doubled",
        "bag-info.txt has each line once",
        Tags(|tags| {
            let info = tags.get_mut("bag-info.txt").expect("bag-info");
            let end = info.iter().position(|byte| *byte == b'\n').expect("a line");
            let first = info[..=end].to_vec();
            info.splice(0..0, first);
        }),
        BAG_INFO,
    ),
    violated(
        "bag-manifest-line-missing",
        "the manifest lists every file",
        Manifest(|list| {
            let end = list.find('\n').expect("a line") + 1;
            list.replace_range(..end, "");
        }),
        MANIFEST,
    ),
    violated("bag-manifest-line-doubled", "the manifest lists a file once", Manifest(double_first_line), MANIFEST),
    violated(
        "bag-manifest-line-added",
        "the manifest lists no other file",
        Manifest(|list| *list += &format!("{}  data/more\n", "0".repeat(64))),
        MANIFEST,
    ),
    violated(
        "bag-manifest-digest-of-another-file",
        "the manifest has the digests of the list",
        Manifest(|list| list.replace_range(..4, "0000")),
        MANIFEST,
    ),
    violated(
        "bag-manifest-in-another-order",
        "the manifest has the order of the list",
        Manifest(reverse_lines),
        MANIFEST,
    ),
    violated("bag-manifest-digest-in-upper-case", "digests are lower case", Manifest(upper_first_digest), MANIFEST),
    violated(
        "bag-manifest-with-one-space",
        "two spaces stand before the path",
        Manifest(|list| *list = list.replacen("  ", " ", 1)),
        MANIFEST,
    ),
    violated(
        "bag-manifest-with-asterisk",
        "no marker stands before the path",
        Manifest(|list| *list = list.replacen("  ", " *", 1)),
        MANIFEST,
    ),
    violated(
        "bag-manifest-with-crlf",
        "a line ends with LF alone",
        Manifest(|list| *list = list.replace('\n', "\r\n")),
        MANIFEST,
    ),
    violated(
        "bag-manifest-with-dot-slash",
        "paths begin with data/",
        Manifest(|list| *list = list.replacen("  data/", "  ./data/", 1)),
        MANIFEST,
    ),
    violated("bag-manifest-empty-line", "no line is empty", Manifest(|list| list.push('\n')), MANIFEST),
    violated(
        "bag-manifest-final-lf-missing",
        "the last line ends with LF",
        Manifest(|list| {
            list.pop();
        }),
        MANIFEST,
    ),
    violated(
        "bag-manifest-missing",
        "a bag has a manifest",
        Tags(|tags| drop(tags.remove("manifest-sha256.txt"))),
        &["tag.missing", "tagmanifest.malformed"],
    )
    .at(&[("tagmanifest.malformed", "tagmanifest-sha256.txt")]),
    violated(
        "bag-list-missing",
        "a bag has a sealed list",
        Bag(|bag| bag.take("seal/entries.jsonl")),
        &["entries.missing", "tag.missing"],
    ),
    violated(
        "bag-tag-manifest-missing",
        "a bag has a tag manifest",
        Bag(|bag| bag.take("tagmanifest-sha256.txt")),
        &["tagmanifest.missing"],
    ),
    violated(
        "bag-tag-manifest-changed",
        "the tag manifest is the sealed one",
        Bag(|bag| {
            let list = bag.file("tagmanifest-sha256.txt");
            let end = list.len() - 1;
            list[end] = b' ';
        }),
        &["tagmanifest.changed"],
    ),
    violated(
        "bag-tag-manifest-in-another-order",
        "tag manifest lines stand in the order of the path bytes",
        TagManifest(reverse_lines),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-manifest-line-doubled",
        "the tag manifest lists a file once",
        TagManifest(double_first_line),
        TAG_MANIFEST,
    )
    .at(&[("tagmanifest.malformed", "tagmanifest-sha256.txt line 2")]),
    violated(
        "bag-tag-manifest-digest-in-upper-case",
        "digests are lower case",
        TagManifest(upper_first_digest),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-manifest-with-one-space",
        "two spaces stand before the path",
        TagManifest(|list| *list = list.replacen("  ", " ", 1)),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-manifest-final-lf-missing",
        "the last line ends with LF",
        TagManifest(|list| {
            list.pop();
        }),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-manifest-lists-itself",
        "the tag manifest does not list itself",
        TagManifest(|list| *list += &format!("{}  tagmanifest-sha256.txt\n", "0".repeat(64))),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-manifest-lists-payload",
        "the tag manifest does not list payload",
        TagManifest(|list| {
            let at = list.find("bagit.txt\n").expect("bagit.txt") + 10;
            list.insert_str(at, &format!("{}  data/notes.txt\n", "0".repeat(64)));
        }),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-manifest-lists-custody",
        "the tag manifest does not list the log",
        TagManifest(|list| {
            let at = list.find("bagit.txt\n").expect("bagit.txt") + 10;
            list.insert_str(at, &format!("{}  custody/000000.txt\n", "0".repeat(64)));
        }),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-manifest-climbs",
        "a tag file lies inside the bag",
        TagManifest(|list| list.insert_str(0, &format!("{}  ../outside\n", "0".repeat(64)))),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-manifest-with-odd-name",
        "tag files have plain names",
        TagManifest(|list| list.insert_str(0, &format!("{}  a%0Ab\n", "0".repeat(64)))),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-manifest-absolute",
        "a tag file lies inside the bag",
        TagManifest(|list| list.insert_str(0, &format!("{}  /etc/passwd\n", "0".repeat(64)))),
        TAG_MANIFEST,
    ),
    violated(
        "bag-tag-file-missing",
        "every tag file is there",
        Bag(|bag| bag.take("seal/VERIFY.txt")),
        &["tag.missing"],
    ),
    violated(
        "bag-tag-file-changed",
        "every tag file is the sealed one",
        Bag(|bag| bag.file("seal/VERIFY.txt").push(b'!')),
        &["tag.changed"],
    ),
    violated(
        "bag-tag-file-unlisted",
        "no other tag file is there",
        Bag(|bag| bag.put("note.txt", "x")),
        &["bag.unlisted"],
    ),
    violated(
        "bag-tag-file-unlisted-in-seal",
        "no other tag file is there",
        Bag(|bag| bag.put("seal/roster.txt", "x")),
        &["bag.unlisted"],
    ),
    violated(
        "bag-fetch-txt",
        "a bag fetches nothing",
        Bag(|bag| bag.put("fetch.txt", "http://example.org/x 1 data/x\n")),
        &["bag.unlisted"],
    ),
    violated(
        "bag-second-manifest",
        "a bag has one manifest",
        Bag(|bag| bag.put("manifest-md5.txt", "d41d8cd98f00b204e9800998ecf8427e  data/empty\n")),
        &["bag.unlisted"],
    ),
    violated(
        "bag-tag-file-as-symlink",
        "outside data/ everything is a regular file",
        Bag(|bag| drop(bag.0.insert("seal/VERIFY.txt".to_owned(), Node::Symlink("../bagit.txt".to_owned())))),
        &["bag.not_regular"],
    ),
    violated(
        "bag-fifo-in-the-root",
        "outside data/ everything is a regular file",
        Bag(|bag| drop(bag.0.insert("pipe".to_owned(), Node::Fifo))),
        &["bag.not_regular"],
    ),
];
