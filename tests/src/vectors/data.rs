//! Vectors of the log's folder, the comparison with `data/`, and `docs/spec/chunks.md`.

use super::draft::Break::{Bag, Parts};
use super::draft::{Parts as Draft, file_line};
use super::tree::Node;
use super::{SealVector, undetermined, violated};

const NOT_REGULAR: &[&str] = &["file.not_regular"];
const NOTES: &str = "data/notes.txt";

/// A detached bag of one file of 17 MiB and one byte, all zeros: eighteen groups.
fn large(parts: &mut Draft) {
    let content = vec![0; (17 << 20) + 1];
    parts.payload = "detached";
    parts.data.0.clear();
    parts.lines = vec![file_line(r#""path":"disk.img""#, None, &content, "")];
    parts.chunks = Some(group_values(&content));
}

/// The non-root chaining value of each aligned MiB.
pub(super) fn group_values(content: &[u8]) -> Vec<u8> {
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

pub(super) const VECTORS: &[SealVector] = &[
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
        &["bag.empty_directory", "file.missing"],
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
        "data-in-a-detached-bag",
        "a detached bag carries no data",
        Parts(|parts| {
            large(parts);
            parts.data.put("disk.img", "x");
        }),
        &["file.added", "files.source_not_given"],
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
