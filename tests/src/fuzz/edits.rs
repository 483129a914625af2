//! Bytes read as choices, and as changes of the files of a bag.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Files of a bag by path.
pub(super) type Files = BTreeMap<String, Arc<[u8]>>;

/// Takes bytes one by one; zeros when they are used up.
#[derive(Clone)]
pub(super) struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    /// Two bytes.
    pub(super) fn short(&mut self) -> usize {
        usize::from(u16::from_le_bytes([self.byte(), self.byte()]))
    }

    /// A number of up to eight bytes, its length first.
    pub(super) fn number(&mut self) -> u64 {
        (0..self.byte() % 9).fold(0, |number, _| number << 8 | u64::from(self.byte()))
    }

    /// Up to so many bytes.
    pub(super) fn bytes(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// All that is left.
    pub(super) fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.0)
    }
}

/// A place that a file system and an archive can have.
fn is_place(name: &str) -> bool {
    !name.contains('\0') && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn name(cursor: &mut Cursor<'_>) -> Option<String> {
    let length = usize::from(cursor.byte() % 64);
    let name = std::str::from_utf8(cursor.bytes(length)).ok()?;
    is_place(name).then(|| name.to_owned())
}

/// Changes files as the bytes say. `others` are files of other bags, to copy from.
pub(super) fn apply(cursor: &mut Cursor<'_>, files: &mut Files, others: &[&Files]) {
    for _ in 0..16 {
        if cursor.is_empty() {
            return;
        }
        let kind = cursor.byte();
        let Some(path) = pick(cursor, files) else { return };
        let mut content = files[&path].to_vec();
        match kind % 9 {
            0..=3 => {
                edit(cursor, kind % 9, &mut content);
                files.insert(path, content.into());
            }
            4 => {
                content.truncate(cursor.short() % (content.len() + 1));
                files.insert(path, content.into());
            }
            5 => drop(files.remove(&path)),
            6 => {
                let Some(to) = name(cursor).filter(|to| !files.contains_key(to)) else { return };
                if cursor.byte().is_multiple_of(2) {
                    files.remove(&path);
                }
                files.insert(to, content.into());
            }
            7 => {
                let other = others[usize::from(cursor.byte()) % others.len()];
                let Some(from) = pick(cursor, other) else { return };
                files.insert(path, other[&from].clone());
            }
            _ => {
                let Some(to) = name(cursor) else { return };
                let length = usize::from(cursor.byte());
                files.insert(to, cursor.bytes(length).into());
            }
        }
    }
}

fn pick(cursor: &mut Cursor<'_>, files: &Files) -> Option<String> {
    let at = usize::from(cursor.byte()) % files.len().max(1);
    files.keys().nth(at).cloned()
}

fn edit(cursor: &mut Cursor<'_>, kind: u8, content: &mut Vec<u8>) {
    let at = cursor.short() % (content.len() + 1);
    let length = usize::from(cursor.byte());
    match kind {
        0 if at < content.len() => content[at] ^= length as u8,
        1 => {
            let end = (at + length % 32).min(content.len());
            let new = cursor.bytes(end - at);
            content[at..at + new.len()].copy_from_slice(new);
        }
        2 => drop(content.splice(at..at, cursor.bytes(length).iter().copied())),
        3 => drop(content.drain(at..(at + length).min(content.len()))),
        _ => {}
    }
}
