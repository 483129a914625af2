//! Makes a bag from its parts by the pages of `docs/spec`, not by the program's own code, and breaks it on the way if asked.
//!
//! Whatever comes after the break follows from it: a bag whose list breaks a rule still has the tree root, the tag manifest
//! and the signature of that very list. So a vector breaks one rule and no other.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::people::{self, Person};
use super::sshsig::{SEAL, Signature};
use super::tree::{Node, Tree};

/// Where on the way from the parts to the bag a vector breaks its rule.
#[derive(Clone, Copy)]
pub(super) enum Break {
    /// Nowhere: a good bag.
    Nothing,
    /// At the signer: another key, named in the record and signing.
    Stranger,
    /// The parts: the lines of the list, the payload, what the record says.
    Parts(fn(&mut Parts)),
    /// The bytes of `seal/entries.jsonl`.
    List(fn(&mut Vec<u8>)),
    /// `manifest-sha256.txt`.
    Manifest(fn(&mut String)),
    /// All tag files but the tag manifest.
    Tags(fn(&mut BTreeMap<String, Vec<u8>>)),
    /// `tagmanifest-sha256.txt`.
    TagManifest(fn(&mut String)),
    /// The record of the seal, before it is signed.
    Record(fn(&mut String)),
    /// The signature over the record.
    Signature(fn(&mut Signature, &[u8])),
    /// The armoured text of the signature.
    Armour(fn(&mut String)),
    /// The finished bag.
    Bag(fn(&mut Tree)),
}

/// What a bag is made of.
pub(super) struct Parts {
    /// The lines of the list without their LF.
    pub(super) lines: Vec<String>,
    /// What lies in `data/`, by stored path.
    pub(super) data: Tree,
    /// `copy` or `detached`.
    pub(super) payload: &'static str,
    /// Content of `seal/chunks.blake3`.
    pub(super) chunks: Option<Vec<u8>>,
    /// Tag files that no list or seal makes.
    pub(super) tags: BTreeMap<String, Vec<u8>>,
    /// Who seals.
    pub(super) signer: Person,
    /// The random number of the bag.
    pub(super) bag: String,
    /// When it is sealed.
    pub(super) time: String,
    /// Tables of the record between `[signer]` and `[tree]`, each with its blank line before.
    pub(super) after_signer: String,
    /// Tables at its end.
    pub(super) at_end: String,
}

/// Time of modification of every entry.
const MTIME: &str = "2026-11-20T10:00:00.000000000Z";

/// A line of kind file; `path` as the JSON member that names it, `more` as further members before the salt.
pub(super) fn file_line(path: &str, stored: Option<&str>, content: &[u8], more: &str) -> String {
    let stored = stored.map(|stored| format!(r#","stored":"{stored}""#)).unwrap_or_default();
    let (sha256, blake3) = (hex(&Sha256::digest(content)), blake3::hash(content).to_hex());
    let size = content.len();
    format!(
        r#"{{{path}{stored},"kind":"file","size":{size},"sha256":"{sha256}","blake3":"{blake3}","mtime":"{MTIME}","mode":"0644"{more},"salt":"{}"}}"#,
        salt(path)
    )
}

/// A line of another kind.
pub(super) fn other_line(path: &str, kind: &str, more: &str) -> String {
    format!(r#"{{{path},"kind":"{kind}","mtime":"{MTIME}","mode":"0755"{more},"salt":"{}"}}"#, salt(path))
}

/// Fixed here, so that the vectors are; random in a real bag.
fn salt(path: &str) -> String {
    hex(&Sha256::digest(format!("salt of {path}"))[..16])
}

/// Lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Parts {
    fn empty() -> Self {
        Self {
            lines: vec![],
            data: Tree::default(),
            payload: "copy",
            chunks: None,
            tags: BTreeMap::new(),
            signer: people::officer(),
            bag: "000102030405060708090a0b0c0d0e0f".to_owned(),
            time: "2026-11-23T08:12:44Z".to_owned(),
            after_signer: String::new(),
            at_end: String::new(),
        }
    }

    /// The exhibit of the vectors of the log: one file.
    pub(super) fn small() -> Self {
        let mut parts = Self::empty();
        parts.add_file(r#""path":"notes.txt""#, None, "notes.txt", b"The parcel was opened at 09:40.\n");
        parts
    }

    /// The exhibit of the vectors of seal, list and data: nine entries, five of them files.
    pub(super) fn golden() -> Self {
        let mut parts = Self::empty();
        parts.tags.insert("seal/VERIFY.txt".to_owned(), b"See docs/guide.\n".to_vec());
        parts.add_file(r#""path_hex":"636166e9""#, Some("caf=E9"), "caf=E9", b"a name in Latin-1\n");
        parts.add_file(r#""path":"empty""#, None, "empty", b"");
        parts.lines.push(other_line(r#""path":"link""#, "symlink", r#","target":"notes.txt""#));
        parts.lines.push(other_line(r#""path":"mail""#, "dir", ""));
        parts.add_file(r#""path":"mail/inbox.mbox""#, None, "mail/inbox.mbox", b"From alice\n\nSee you at nine.\n");
        parts.add_file(r#""path":"notes.txt""#, None, "notes.txt", b"The parcel was opened at 09:40.\n");
        parts.add_file(r#""path":"odd:name""#, Some("odd=3Aname"), "odd=3Aname", b"a colon\n");
        parts.lines.push(other_line(r#""path":"pipe""#, "fifo", ""));
        parts.lines.push(other_line(r#""path":"void""#, "dir", ""));
        parts
    }

    /// Appends a file's line and puts its bytes into `data/`.
    pub(super) fn add_file(&mut self, path: &str, stored: Option<&str>, place: &str, content: &[u8]) {
        self.lines.push(file_line(path, stored, content, ""));
        self.data.put(place, content);
    }

    /// Replaces text in the one line that contains `marker`.
    pub(super) fn edit(&mut self, marker: &str, from: &str, to: &str) {
        let line = self.lines.iter_mut().find(|line| line.contains(marker)).expect("the list has the line");
        assert!(line.contains(from), "{line} contains {from}");
        *line = line.replacen(from, to, 1);
    }

    /// Inserts a line before the one that contains `marker`.
    pub(super) fn insert_before(&mut self, marker: &str, line: String) {
        let at = self.lines.iter().position(|line| line.contains(marker)).expect("the list has the line");
        self.lines.insert(at, line);
    }

    /// Removes the line that contains `marker`.
    pub(super) fn strike(&mut self, marker: &str) {
        let at = self.lines.iter().position(|line| line.contains(marker)).expect("the list has the line");
        self.lines.remove(at);
    }

    /// Makes the bag.
    pub(super) fn seal(mut self, broken: Break) -> Tree {
        if let Break::Parts(change) = broken {
            change(&mut self);
        }
        let mut list: Vec<u8> = self.lines.iter().flat_map(|line| format!("{line}\n").into_bytes()).collect();
        if let Break::List(change) = broken {
            change(&mut list);
        }
        self.seal_with(list, broken)
    }

    /// Makes the bag with another list than that of its lines.
    pub(super) fn seal_list(self, list: Vec<u8>) -> Tree {
        self.seal_with(list, Break::Nothing)
    }

    fn seal_with(mut self, list: Vec<u8>, broken: Break) -> Tree {
        let facts = Facts::of(&list);
        let mut tags = self.tag_files(&facts, broken);
        tags.insert("seal/entries.jsonl".to_owned(), list);
        tags.extend(self.chunks.take().map(|chunks| ("seal/chunks.blake3".to_owned(), chunks)));
        if let Break::Tags(change) = broken {
            change(&mut tags);
        }
        let mut tag_manifest: String =
            tags.iter().map(|(path, content)| format!("{}  {path}\n", hex(&Sha256::digest(content)))).collect();
        if let Break::TagManifest(change) = broken {
            change(&mut tag_manifest);
        }
        let event = self.event(&facts, &tag_manifest, broken);

        let mut bag = Tree::default();
        bag.put("tagmanifest-sha256.txt", tag_manifest);
        bag.put("custody/000000.txt", event);
        bag.0.extend(tags.into_iter().map(|(path, content)| (path, Node::File(content))));
        bag.0.extend(self.data.0.into_iter().map(|(path, node)| (format!("data/{path}"), node)));
        if let Break::Bag(change) = broken {
            change(&mut bag);
        }
        bag
    }

    fn tag_files(&self, facts: &Facts, broken: Break) -> BTreeMap<String, Vec<u8>> {
        let detached = self.payload == "detached";
        let mut manifest = if detached { String::new() } else { facts.manifest.clone() };
        if let Break::Manifest(change) = broken {
            change(&mut manifest);
        }
        let (bytes, files) = if detached { (0, 0) } else { (facts.bytes, facts.files) };
        let bag_info = format!(
            "Bag-Group-Identifier: 2026-17\nExternal-Identifier: A1\nBagging-Date: {}\nPayload-Oxum: {bytes}.{files}\n",
            &self.time[..10]
        );
        let mut tags = self.tags.clone();
        tags.extend([
            ("bagit.txt".to_owned(), b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_vec()),
            ("bag-info.txt".to_owned(), bag_info.into_bytes()),
            ("manifest-sha256.txt".to_owned(), manifest.into_bytes()),
        ]);
        tags
    }

    fn event(&self, facts: &Facts, tag_manifest: &str, broken: Break) -> Vec<u8> {
        let stranger = people::person("stranger", "Test Officer");
        let signer = if matches!(broken, Break::Stranger) { &stranger } else { &self.signer };
        let mut record = format!(
            r#"format = "sealbag/seal/v1"
bag = "{}"
index = 0
time = "{}"
payload = "{}"
profile = "generic"

[signer]
name = "{}"
key = "{}"
{}
[tree]
size = {}
root = "{}"

[digests]
tagmanifest_sha256 = "{}"

[totals]
files = {}
bytes = {}
directories = {}
symlinks = {}
specials = {}

[case]
number = "2026-17"

[exhibit]
number = "A1"
{}"#,
            self.bag,
            self.time,
            self.payload,
            signer.name,
            signer.line(),
            self.after_signer,
            facts.leaves.len(),
            hex(&root(&facts.leaves)),
            hex(&Sha256::digest(tag_manifest)),
            facts.files,
            facts.bytes,
            facts.directories,
            facts.symlinks,
            facts.specials,
            self.at_end,
        );
        if let Break::Record(change) = broken {
            change(&mut record);
        }
        let mut signature = Signature::make(&signer.key, SEAL, record.as_bytes());
        if let Break::Signature(change) = broken {
            change(&mut signature, record.as_bytes());
        }
        let mut armour = signature.armour();
        if let Break::Armour(change) = broken {
            change(&mut armour);
        }
        (record + &armour).into_bytes()
    }
}

/// What follows from the list; lines that are no JSON count for the tree alone.
struct Facts {
    leaves: Vec<[u8; 32]>,
    manifest: String,
    files: u64,
    bytes: u64,
    directories: u64,
    symlinks: u64,
    specials: u64,
}

impl Facts {
    fn of(list: &[u8]) -> Self {
        let mut facts = Self {
            leaves: vec![],
            manifest: String::new(),
            files: 0,
            bytes: 0,
            directories: 0,
            symlinks: 0,
            specials: 0,
        };
        for line in list.split_inclusive(|byte| *byte == b'\n') {
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            facts.leaves.push(Sha256::new().chain_update([0]).chain_update(line).finalize().into());
            let entry: Value = serde_json::from_slice(line).unwrap_or_default();
            match entry["kind"].as_str() {
                Some("file") => {
                    let place = entry["stored"].as_str().or(entry["path"].as_str()).unwrap_or_default();
                    facts.manifest += &format!("{}  data/{place}\n", entry["sha256"].as_str().unwrap_or_default());
                    facts.files += 1;
                    facts.bytes += entry["size"].as_i64().map_or(0, i64::unsigned_abs);
                }
                Some("dir") => facts.directories += 1,
                Some("symlink") => facts.symlinks += 1,
                Some(_) => facts.specials += 1,
                None => {}
            }
        }
        facts
    }
}

/// The root of the tree over leaf hashes (RFC 6962, section 2.1), by its recursive definition.
pub(super) fn root(leaves: &[[u8; 32]]) -> [u8; 32] {
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            Sha256::new().chain_update([1]).chain_update(root(left)).chain_update(root(right)).finalize().into()
        }
    }
}
