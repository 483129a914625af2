//! The ways to change a bag on disk.

use std::io;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::maker::Maker;

pub(super) const NOTES: &str = "data/notes.txt";
pub(super) const MANIFEST: &str = "manifest-sha256.txt";
pub(super) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
pub(super) const ENTRIES: &str = "seal/entries.jsonl";
pub(super) const SEAL: &str = "custody/000000.txt";

/// Rewrites a file of the bag.
pub fn edit(bag: &Path, name: &str, change: impl FnOnce(&mut Vec<u8>)) -> io::Result<()> {
    let mut bytes = std::fs::read(bag.join(name))?;
    change(&mut bytes);
    std::fs::write(bag.join(name), bytes)
}

pub(super) fn replace(bag: &Path, name: &str, from: &str, to: &str) -> io::Result<()> {
    let text = std::fs::read_to_string(bag.join(name))?;
    assert!(text.contains(from), "{name} holds {from}");
    std::fs::write(bag.join(name), text.replacen(from, to, 1))
}

pub(super) fn first_line(bytes: &[u8]) -> Vec<u8> {
    bytes.split_inclusive(|byte| *byte == b'\n').next().map(<[u8]>::to_vec).unwrap_or_default()
}

pub(super) fn swap(bag: &Path) -> io::Result<()> {
    let (one, two, aside) = (bag.join(NOTES), bag.join("data/mail/inbox.mbox"), bag.join("data/aside"));
    std::fs::rename(&one, &aside)?;
    std::fs::rename(&two, &one)?;
    std::fs::rename(&aside, &two)
}

pub(super) fn replace_by_symlink(bag: &Path) -> io::Result<()> {
    let outside = bag.with_extension("outside");
    std::fs::rename(bag.join(NOTES), &outside)?;
    symlink(&outside, bag.join(NOTES))
}

pub(super) fn replace_directory_by_symlink(bag: &Path) -> io::Result<()> {
    let outside = bag.with_extension("outside-directory");
    if outside.exists() {
        std::fs::remove_dir_all(&outside)?;
    }
    std::fs::rename(bag.join("data/mail"), &outside)?;
    symlink(&outside, bag.join("data/mail"))
}

pub(super) fn touch_payload(bag: &Path) -> io::Result<()> {
    Maker::at(bag)?.times(NOTES, (0, 0), (0, 0))?;
    std::fs::set_permissions(bag.join(NOTES), PermissionsExt::from_mode(0o755))
}

pub(super) fn strike_directory(bag: &Path) -> io::Result<()> {
    let list = std::fs::read_to_string(bag.join(ENTRIES))?;
    let rest: String =
        list.split_inclusive('\n').filter(|line| !line.contains(r#""path":"empty directory""#)).collect();
    assert!(rest.len() < list.len(), "the list holds the directory");
    std::fs::write(bag.join(ENTRIES), rest)
}

pub(super) fn edit_sealed_time(bag: &Path) -> io::Result<()> {
    replace(bag, ENTRIES, r#""mtime":"20"#, r#""mtime":"19"#)
}

pub(super) fn rewrite_manifest(bag: &Path) -> io::Result<()> {
    rewrite(bag, MANIFEST)
}

pub(super) fn rewrite_tag_manifest(bag: &Path) -> io::Result<()> {
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
