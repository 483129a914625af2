//! Vectors of `docs/spec/bag.md`, `docs/spec/chunks.md` and the comparison with `data/`.

use super::draft::Break::{Bag, Manifest, Nothing, Parts, TagManifest, Tags};
use super::draft::{Parts as Draft, file_line};
use super::tree::Node;
use super::{Vector, confirmed, undetermined, violated};

const MANIFEST: &[&str] = &["manifest.mismatch"];
const BAG_INFO: &[&str] = &["bag_info.mismatch"];
const TAG_MANIFEST: &[&str] = &["tagmanifest.malformed"];
const NOT_REGULAR: &[&str] = &["file.not_regular"];
const NOTES: &str = "data/notes.txt";

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

/// A detached bag of one file of 17 MiB and one byte, all zeros: eighteen groups.
fn large(parts: &mut Draft) {
    let content = vec![0; (17 << 20) + 1];
    parts.payload = "detached";
    parts.data.0.clear();
    parts.lines = vec![file_line(r#""path":"disk.img""#, None, &content, "")];
    parts.chunks = Some(group_values(&content));
}

/// The non-root chaining value of each aligned MiB.
fn group_values(content: &[u8]) -> Vec<u8> {
    use blake3::hazmat::HasherExt;
    let groups = content.chunks(1 << 20).enumerate();
    groups
        .flat_map(|(index, group)| {
            let mut hasher = blake3::Hasher::new();
            hasher.set_input_offset((index as u64) << 20);
            hasher.update(group);
            hasher.finalize_non_root()
        })
        .collect()
}

pub(super) const VECTORS: &[Vector] = &[
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
        MANIFEST,
    ),
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
    ),
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
    violated(
        "custody-unlisted-file",
        "custody/ holds events and tokens only",
        Bag(|bag| bag.put("custody/notes.txt", "x")),
        &["custody.unlisted"],
    ),
    violated(
        "custody-event-name-of-five-digits",
        "an event's name has six digits",
        Bag(|bag| bag.put("custody/00001.txt", "x")),
        &["custody.unlisted"],
    ),
    undetermined(
        "custody-further-event",
        "an event that is not read leaves the log undetermined",
        Bag(|bag| bag.put("custody/000001.txt", "format = \"sealbag/event/v1\"\n")),
        &["custody.event_unsupported"],
    ),
    violated(
        "data-file-changed",
        "a file has the sealed digests",
        Bag(|bag| bag.file(NOTES)[0] ^= 1),
        &["file.changed"],
    ),
    violated(
        "data-file-cut",
        "a file has the sealed size",
        Bag(|bag| {
            bag.file(NOTES).pop();
        }),
        &["file.changed"],
    ),
    violated("data-file-grown", "a file has the sealed size", Bag(|bag| bag.file(NOTES).push(0)), &["file.changed"]),
    violated(
        "data-empty-file-grown",
        "an empty file is empty",
        Bag(|bag| bag.file("data/empty").push(0)),
        &["file.changed"],
    ),
    violated("data-file-missing", "every file is there", Bag(|bag| bag.take(NOTES)), &["file.missing"]),
    violated(
        "data-empty-file-missing",
        "an empty file is there too",
        Bag(|bag| bag.take("data/empty")),
        &["file.missing"],
    ),
    violated("data-file-added", "no other file is there", Bag(|bag| bag.put("data/more.txt", "x")), &["file.added"]),
    violated(
        "data-file-added-empty",
        "no other file is there, empty or not",
        Bag(|bag| bag.put("data/mail/more", "")),
        &["file.added"],
    ),
    violated(
        "data-file-added-in-other-case",
        "names are compared byte for byte",
        Bag(|bag| bag.put("data/NOTES.TXT", "x")),
        &["file.added"],
    ),
    violated(
        "data-file-renamed",
        "a name is sealed with its bytes",
        Bag(|bag| {
            let bytes = bag.file(NOTES).clone();
            bag.take(NOTES);
            bag.put("data/note.txt", bytes);
        }),
        &["file.added", "file.missing"],
    ),
    violated(
        "data-files-swapped",
        "each name has its own bytes",
        Bag(|bag| {
            let (one, two) = (bag.file(NOTES).clone(), bag.file("data/mail/inbox.mbox").clone());
            bag.put(NOTES, two);
            bag.put("data/mail/inbox.mbox", one);
        }),
        &["file.changed"],
    ),
    violated(
        "data-file-as-symlink",
        "data/ holds regular files only",
        Bag(|bag| drop(bag.0.insert(NOTES.to_owned(), Node::Symlink("mail/inbox.mbox".to_owned())))),
        NOT_REGULAR,
    ),
    violated(
        "data-symlink-added",
        "data/ holds regular files only",
        Bag(|bag| drop(bag.0.insert("data/link".to_owned(), Node::Symlink("notes.txt".to_owned())))),
        NOT_REGULAR,
    ),
    violated(
        "data-symlink-to-a-directory-added",
        "data/ holds regular files only",
        Bag(|bag| drop(bag.0.insert("data/post".to_owned(), Node::Symlink("mail".to_owned())))),
        NOT_REGULAR,
    ),
    violated(
        "data-fifo-added",
        "data/ holds regular files only",
        Bag(|bag| drop(bag.0.insert("data/pipe".to_owned(), Node::Fifo))),
        NOT_REGULAR,
    ),
    violated(
        "data-file-as-fifo",
        "data/ holds regular files only",
        Bag(|bag| drop(bag.0.insert(NOTES.to_owned(), Node::Fifo))),
        NOT_REGULAR,
    ),
    violated(
        "data-file-as-directory",
        "a file is no directory",
        Bag(|bag| drop(bag.0.insert(NOTES.to_owned(), Node::Directory))),
        NOT_REGULAR,
    ),
    violated(
        "data-blake3-of-another-file",
        "both digests hold",
        Parts(|parts| {
            let line = &mut parts.lines[5];
            let at = line.find(r#""blake3":""#).expect("a digest") + 10;
            line.replace_range(at..at + 4, "0000");
        }),
        &["file.changed"],
    ),
    violated(
        "data-md5-of-another-file",
        "every digest holds that is sealed",
        Parts(|parts| {
            parts.edit(r#""path":"notes.txt""#, r#","mtime""#, r#","md5":"00000000000000000000000000000000","mtime""#)
        }),
        &["file.changed"],
    ),
    violated(
        "data-size-of-another-file",
        "the size holds",
        Parts(|parts| parts.edit(r#""path":"notes.txt""#, r#""size":32"#, r#""size":33"#)),
        &["file.changed"],
    ),
    undetermined(
        "chunks-detached-large-file",
        "data outside the bag must be given",
        Parts(large),
        &["files.source_not_given"],
    ),
    violated(
        "chunks-missing",
        "a file over 16 MiB has chunk values",
        Parts(|parts| {
            large(parts);
            parts.chunks = None;
        }),
        &["chunks.malformed", "files.source_not_given"],
    ),
    violated(
        "chunks-cut",
        "every group has its value",
        Parts(|parts| {
            large(parts);
            parts.chunks.as_mut().expect("values").truncate(17 * 32);
        }),
        &["chunks.malformed", "files.source_not_given"],
    ),
    violated(
        "chunks-grown",
        "no value stands for nothing",
        Parts(|parts| {
            large(parts);
            parts.chunks.as_mut().expect("values").extend([0; 32]);
        }),
        &["chunks.malformed", "files.source_not_given"],
    ),
    violated(
        "chunks-changed",
        "the values give the file's BLAKE3",
        Parts(|parts| {
            large(parts);
            parts.chunks.as_mut().expect("values")[40] ^= 1;
        }),
        &["chunks.mismatch", "files.source_not_given"],
    ),
    violated(
        "chunks-of-small-files",
        "without a file over 16 MiB there are no chunk values",
        Parts(|parts| parts.chunks = Some(vec![0; 32])),
        &["chunks.malformed"],
    ),
];
