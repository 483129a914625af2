//! Packed bags: what opens has one encoding, and reads the same in every way.

use std::sync::Arc;

use sealbag_manifest::packed::{Entry, EntryKind, Output, PackedStore, Writer};
use sealbag_manifest::store::{Area, BagStore, MemoryStore, ObjectKind};
use sealbag_manifest::text;

use super::edits::Cursor;
use crate::vectors;

/// An archive in memory.
#[derive(Default)]
struct Memory(Vec<u8>);

impl Output for Memory {
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> std::io::Result<()> {
        let (at, end) = (offset as usize, offset as usize + bytes.len());
        self.0.resize(self.0.len().max(end), 0);
        self.0[at..end].copy_from_slice(bytes);
        Ok(())
    }

    fn read_at(&mut self, buffer: &mut [u8], offset: u64) -> std::io::Result<()> {
        buffer.copy_from_slice(&self.0[offset as usize..][..buffer.len()]);
        Ok(())
    }
}

/// An archive, or with an odd first byte the golden one with some of its bytes changed.
pub(super) fn packed(data: &[u8]) {
    let Some((&flags, rest)) = data.split_first() else { return };
    let archive = if flags & 1 == 0 { rest.to_vec() } else { changed(rest) };
    let files = [("x".to_owned(), Arc::from(archive.as_slice()))].into();
    let file = MemoryStore { files }.open("x").expect("it is there");
    let store = match PackedStore::open(Arc::from(file)) {
        Ok(store) => store,
        Err(error) => {
            let said = error.to_string();
            assert!(text::is_plain(&said), "{said:?}");
            return;
        }
    };
    let mut entries = Vec::new();
    store
        .each(&mut |entry| {
            entries.push(entry);
            true
        })
        .expect("what opened is read");
    assert_eq!(entries.len() as u64, store.count());
    if entries.iter().all(|entry| store.file(entry).is_as_carried() == Some(true)) && !entries.is_empty() {
        assert!(written(&store, &entries) == archive, "an archive has a twin");
    }
    let mut listed = 0;
    for area in [Area::Custody, Area::Tags, Area::Data] {
        store.list(area, &mut |object| {
            let path = std::str::from_utf8(object.path).expect("text");
            assert!(!path.split('/').any(|part| matches!(part, "" | "." | "..")) && !path.contains('\\'), "{path:?}");
            assert!(text::is_plain(path), "{path:?}");
            let is_file = matches!(object.kind, ObjectKind::File);
            assert_eq!(store.open(path).is_ok(), is_file, "{path:?}");
            listed += 1;
        });
    }
    let tops = entries.iter().filter(|entry| entry.kind == EntryKind::EmptyDirectory && is_top(&entry.path));
    assert_eq!(listed, entries.len() - tops.count());
}

fn is_top(path: &str) -> bool {
    matches!(path, "data" | "custody")
}

fn written(store: &PackedStore, entries: &[Entry]) -> Vec<u8> {
    let mut writer = Writer::new(Memory::default(), store.root()).expect("its own root");
    for entry in entries {
        if entry.kind == EntryKind::EmptyDirectory {
            writer.empty_directory(&entry.path).expect("its own place");
            continue;
        }
        let file = store.file(entry);
        let mut bytes = vec![0; entry.size as usize];
        assert_eq!(file.read_full_at(&mut bytes, 0).expect("bytes"), bytes.len());
        writer.begin(&entry.path, entry.size).expect("its own place");
        writer.data(&bytes).expect("its own size");
        writer.end().expect("its own end");
    }
    writer.finish().expect("an archive").0.0
}

/// The golden bag, packed.
pub(super) fn golden() -> Vec<u8> {
    let store = vectors::golden().into_store().expect("files alone");
    let mut writer = Writer::new(Memory::default(), "A1.bag").expect("a root");
    for area in [Area::Custody, Area::Tags, Area::Data] {
        store.list(area, &mut |object| {
            let path = std::str::from_utf8(object.path).expect("text");
            let bytes = store.read_whole(path, 1 << 20).expect("a file");
            writer.begin(path, bytes.len() as u64).expect("its place");
            writer.data(&bytes).expect("its size");
            writer.end().expect("its end");
        });
    }
    writer.finish().expect("an archive").0.0
}

/// Places, counted from the end as the central directory is, and what becomes of the bytes there.
fn changed(choices: &[u8]) -> Vec<u8> {
    let mut archive = golden();
    let mut cursor = Cursor::new(choices);
    while !cursor.is_empty() {
        let (place, byte, kind) = (cursor.short(), cursor.byte(), cursor.byte());
        let Some(at) = archive.len().checked_sub(1 + place % archive.len().max(1)) else { break };
        match kind % 4 {
            0 => archive[at] ^= byte,
            1 => archive[at] = byte,
            2 => archive.insert(at, byte),
            _ => drop(archive.remove(at)),
        }
    }
    archive
}
