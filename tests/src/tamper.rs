//! The tamper table: ways to change a sealed bag, and who notices. One list for the test and for the printed table.
//!
//! bagit.py checks the bag by itself. hashdeep and sha256sum are given lists of the payload that were kept outside the bag:
//! the best that they can do. sealbag is given the signer's public key.

use std::io;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rustix::fs::FileType;
use sha2::{Digest, Sha256};

use crate::hostile::small;
use crate::maker::Maker;
use crate::program::{Office, run_within};
use crate::stock;

/// How long a tool may think about a bag of seven entries.
const LIMIT: Duration = Duration::from_secs(3);

/// One way to change a bag.
pub struct Case {
    /// What was done, in words.
    pub name: &'static str,
    /// Does it to the bag.
    pub tamper: fn(&Path) -> io::Result<()>,
    /// The verdict that sealbag must give.
    pub outcome: &'static str,
    /// The finding that must be among those of the verdict; none where the change is not compared, which `note` explains.
    pub code: Option<&'static str>,
    /// What to know about the row.
    pub note: &'static str,
}

/// What one tool said about one changed bag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It ended with 0.
    Unnoticed,
    /// It ended with this code.
    Noticed(i32),
    /// It was still running after three seconds.
    Hung,
}

/// The row of one case.
pub struct Row {
    /// `bagit.py --validate`.
    pub bagit_py: Answer,
    /// `hashdeep -a -r` against a list kept outside.
    pub hashdeep: Answer,
    /// `sha256sum -c --strict` with a list kept outside.
    pub sha256sum: Answer,
    /// `sealbag verify --signer`.
    pub sealbag: Answer,
    /// The outcome that sealbag gave.
    pub outcome: String,
    /// The codes of all its findings.
    pub codes: Vec<String>,
}

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

const NOTES: &str = "data/notes.txt";
const MANIFEST: &str = "manifest-sha256.txt";
const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
const ENTRIES: &str = "seal/entries.jsonl";
const SEAL: &str = "custody/000000.txt";

/// A sealed bag of which each case changes a copy, and the lists kept outside it.
pub struct Table {
    office: Office,
    bag: PathBuf,
}

impl Table {
    /// Seals the exhibit and writes the lists.
    pub fn prepare() -> io::Result<Self> {
        let office = Office::open();
        let source = office.path("source");
        small(&source)?;
        std::fs::create_dir(source.join("empty directory"))?;
        let bag = office.seal(&source, "A1.bag", &[]);
        std::fs::copy(bag.join(MANIFEST), office.path("outside.sha256"))?;
        std::fs::write(office.path("outside.hashdeep"), stock::hashdeep_list(&bag))?;
        Ok(Self { office, bag })
    }

    /// Changes a copy of the bag and asks all four.
    pub fn row(&self, case: &Case) -> io::Result<Row> {
        let bag = self.office.path("copy.bag");
        if bag.exists() {
            std::fs::remove_dir_all(&bag)?;
        }
        let mut copy = Command::new("cp");
        copy.arg("-a").arg(&self.bag).arg(&bag);
        run_within(&mut copy, LIMIT).expect_code(0);
        (case.tamper)(&bag)?;

        let verification = self.office.verify_within(&bag, LIMIT);
        Ok(Row {
            bagit_py: ask(&mut stock::bagit_validate(&bag)),
            hashdeep: ask(&mut stock::hashdeep_audit(&bag, &self.office.path("outside.hashdeep"))),
            sha256sum: ask(&mut stock::sha256sum_check(&bag, &self.office.path("outside.sha256"))),
            sealbag: verification.run.code.map_or(Answer::Hung, answer),
            outcome: verification.outcome().to_owned(),
            codes: verification.codes().into_iter().map(str::to_owned).collect(),
        })
    }
}

fn ask(command: &mut Command) -> Answer {
    run_within(command, LIMIT).code.map_or(Answer::Hung, answer)
}

fn answer(code: i32) -> Answer {
    if code == 0 { Answer::Unnoticed } else { Answer::Noticed(code) }
}

/// Rewrites a file of the bag.
pub fn edit(bag: &Path, name: &str, change: impl FnOnce(&mut Vec<u8>)) -> io::Result<()> {
    let mut bytes = std::fs::read(bag.join(name))?;
    change(&mut bytes);
    std::fs::write(bag.join(name), bytes)
}

fn replace(bag: &Path, name: &str, from: &str, to: &str) -> io::Result<()> {
    let text = std::fs::read_to_string(bag.join(name))?;
    assert!(text.contains(from), "{name} holds {from}");
    std::fs::write(bag.join(name), text.replacen(from, to, 1))
}

fn first_line(bytes: &[u8]) -> Vec<u8> {
    bytes.split_inclusive(|byte| *byte == b'\n').next().map(<[u8]>::to_vec).unwrap_or_default()
}

fn swap(bag: &Path) -> io::Result<()> {
    let (one, two, aside) = (bag.join(NOTES), bag.join("data/mail/inbox.mbox"), bag.join("data/aside"));
    std::fs::rename(&one, &aside)?;
    std::fs::rename(&two, &one)?;
    std::fs::rename(&aside, &two)
}

fn replace_by_symlink(bag: &Path) -> io::Result<()> {
    let outside = bag.with_extension("outside");
    std::fs::rename(bag.join(NOTES), &outside)?;
    symlink(&outside, bag.join(NOTES))
}

fn replace_directory_by_symlink(bag: &Path) -> io::Result<()> {
    let outside = bag.with_extension("outside-directory");
    if outside.exists() {
        std::fs::remove_dir_all(&outside)?;
    }
    std::fs::rename(bag.join("data/mail"), &outside)?;
    symlink(&outside, bag.join("data/mail"))
}

fn touch_payload(bag: &Path) -> io::Result<()> {
    Maker::at(bag)?.times(NOTES, (0, 0), (0, 0))?;
    std::fs::set_permissions(bag.join(NOTES), PermissionsExt::from_mode(0o755))
}

fn strike_directory(bag: &Path) -> io::Result<()> {
    let list = std::fs::read_to_string(bag.join(ENTRIES))?;
    let rest: String =
        list.split_inclusive('\n').filter(|line| !line.contains(r#""path":"empty directory""#)).collect();
    assert!(rest.len() < list.len(), "the list holds the directory");
    std::fs::write(bag.join(ENTRIES), rest)
}

fn edit_sealed_time(bag: &Path) -> io::Result<()> {
    replace(bag, ENTRIES, r#""mtime":"20"#, r#""mtime":"19"#)
}

fn rewrite_manifest(bag: &Path) -> io::Result<()> {
    rewrite(bag, MANIFEST)
}

fn rewrite_tag_manifest(bag: &Path) -> io::Result<()> {
    rewrite(bag, TAG_MANIFEST)
}

/// Puts the present digests into a list, as anyone can who may write to the bag.
fn rewrite(bag: &Path, list: &str) -> io::Result<()> {
    let mut text = String::new();
    for line in std::fs::read_to_string(bag.join(list))?.lines() {
        let (_, path) = line.split_once("  ").ok_or(io::ErrorKind::InvalidData)?;
        let digest: String =
            Sha256::digest(std::fs::read(bag.join(path))?).iter().map(|byte| format!("{byte:02x}")).collect();
        text += &format!("{digest}  {path}\n");
    }
    std::fs::write(bag.join(list), text)
}
