//! ZIP archives made by hand from `docs/spec/packed.md`, with every field free: a second opinion on the writer, and the
//! source of all that a reader must refuse.

use sealbag_manifest::path::compare;
use sealbag_tests::vectors::{Tree, golden};

/// One of the two headers of an entry.
#[derive(Clone)]
pub(crate) struct Header {
    pub(crate) version: u16,
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) time: u16,
    pub(crate) date: u16,
    pub(crate) crc: u32,
    pub(crate) packed: u32,
    pub(crate) unpacked: u32,
    pub(crate) name: Vec<u8>,
    pub(crate) extra: Vec<u8>,
}

/// An entry.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) local: Header,
    pub(crate) central: Header,
    pub(crate) data: Vec<u8>,
    pub(crate) made_by: u16,
    pub(crate) attributes: u32,
    pub(crate) comment: Vec<u8>,
    pub(crate) disk: u16,
    /// Where the directory says that it stands, if that is not where it stands.
    pub(crate) said_at: Option<u32>,
}

impl Entry {
    pub(crate) fn file(name: &str, data: &[u8]) -> Self {
        let header = Header {
            version: 20,
            flags: if name.is_ascii() { 0 } else { 0x800 },
            method: 0,
            time: 0,
            date: 0x21,
            crc: crc(data),
            packed: data.len() as u32,
            unpacked: data.len() as u32,
            name: name.as_bytes().to_vec(),
            extra: Vec::new(),
        };
        Self {
            local: header.clone(),
            central: header,
            data: data.to_vec(),
            made_by: 3 << 8 | 20,
            attributes: 0o100_644 << 16,
            comment: Vec::new(),
            disk: 0,
            said_at: None,
        }
    }

    /// Changes both headers alike.
    pub(crate) fn both(&mut self, change: impl Fn(&mut Header)) {
        change(&mut self.local);
        change(&mut self.central);
    }
}

/// An archive.
#[derive(Clone, Default)]
pub(crate) struct Archive {
    pub(crate) before: Vec<u8>,
    pub(crate) entries: Vec<Entry>,
    /// Between the last bytes and the directory.
    pub(crate) gap: Vec<u8>,
    /// Between the directory and the end record.
    pub(crate) middle: Vec<u8>,
    pub(crate) said_count: Option<u16>,
    pub(crate) said_length: Option<u32>,
    pub(crate) said_directory: Option<u32>,
    pub(crate) disk: u16,
    pub(crate) comment: Vec<u8>,
    pub(crate) behind: Vec<u8>,
}

/// The checksum, bit by bit (ISO 3309).
pub(crate) fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

impl Archive {
    /// A tree in the order of a packed bag.
    pub(crate) fn of(tree: &Tree) -> Self {
        let rank = |path: &str| match path.split('/').next() {
            Some("custody") => 0,
            Some("data") => 2,
            _ => 1,
        };
        let mut files: Vec<(&str, &[u8])> = tree.regular_files().collect();
        files.sort_by(|a, b| rank(a.0).cmp(&rank(b.0)).then_with(|| compare(a.0.as_bytes(), b.0.as_bytes())));
        let entries = files.into_iter().map(|(path, data)| Entry::file(&format!("A1.bag/{path}"), data));
        Self { entries: entries.collect(), ..Self::default() }
    }

    /// The golden bag.
    pub(crate) fn golden() -> Self {
        Self::of(&golden())
    }

    /// The entry whose name ends so.
    pub(crate) fn entry(&mut self, end: &str) -> &mut Entry {
        let found = self.entries.iter_mut().find(|entry| entry.central.name.ends_with(end.as_bytes()));
        found.expect("an entry of this name")
    }

    /// The bytes.
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = self.before.clone();
        let mut places = Vec::new();
        for entry in &self.entries {
            places.push(out.len() as u32);
            out.extend(b"PK\x03\x04");
            push_header(&entry.local, &mut out);
            out.extend(&entry.local.name);
            out.extend(&entry.local.extra);
            out.extend(&entry.data);
        }
        out.extend(&self.gap);
        let directory = out.len();
        for (entry, place) in self.entries.iter().zip(places) {
            out.extend(b"PK\x01\x02");
            out.extend(entry.made_by.to_le_bytes());
            push_header(&entry.central, &mut out);
            out.extend((entry.comment.len() as u16).to_le_bytes());
            out.extend(entry.disk.to_le_bytes());
            out.extend([0, 0]);
            out.extend(entry.attributes.to_le_bytes());
            out.extend(entry.said_at.unwrap_or(place).to_le_bytes());
            out.extend(&entry.central.name);
            out.extend(&entry.central.extra);
            out.extend(&entry.comment);
        }
        let length = (out.len() - directory) as u32;
        out.extend(&self.middle);
        let count = self.said_count.unwrap_or(self.entries.len() as u16);
        out.extend(b"PK\x05\x06");
        out.extend([self.disk, self.disk, count, count].iter().flat_map(|value| value.to_le_bytes()));
        out.extend(self.said_length.unwrap_or(length).to_le_bytes());
        out.extend(self.said_directory.unwrap_or(directory as u32).to_le_bytes());
        out.extend((self.comment.len() as u16).to_le_bytes());
        out.extend(&self.comment);
        out.extend(&self.behind);
        out
    }
}

fn push_header(header: &Header, out: &mut Vec<u8>) {
    for value in [header.version, header.flags, header.method, header.time, header.date] {
        out.extend(value.to_le_bytes());
    }
    for value in [header.crc, header.packed, header.unpacked] {
        out.extend(value.to_le_bytes());
    }
    out.extend((header.name.len() as u16).to_le_bytes());
    out.extend((header.extra.len() as u16).to_le_bytes());
}
