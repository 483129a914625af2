//! Any number of entries through the code that writes and reads the list, its manifest and its tree, without a disk: the
//! memory must not depend on the number, and the time must grow with it and no faster.
//!
//! `cargo run --release --package sealbag-tests --bin bench-list [ENTRIES]`. Ends with a failure if what is read back is not
//! what was written.

use std::io::{BufReader, Read, Write};
use std::process::ExitCode;
use std::time::Instant;

use sealbag_manifest::digest::{Blake3Digest, Sha256Digest};
use sealbag_manifest::entry::{Content, ContentDigests, Entry, ExtraDigests, FileTime, Kind, Metadata};
use sealbag_manifest::layout::push_manifest_line;
use sealbag_manifest::list::{Line, WrittenLine, read_on_all_processors};
use sealbag_manifest::path::EvidencePath;
use sealbag_manifest::tree::TreeBuilder;
use sha2::{Digest, Sha256};

const HANDFUL: u64 = 16;

fn entry(number: u64) -> Entry {
    let digest = *blake3::hash(&number.to_le_bytes()).as_bytes();
    let time = FileTime::new((1_500_000_000 + number) as i64, (number % 1_000_000_000) as u32);
    Entry {
        path: EvidencePath::new(format!("file {number:012}").into_bytes()).expect("a path"),
        stored: None,
        kind: Kind::File,
        content: Some(Content {
            size: number,
            digests: ContentDigests { sha256: Sha256Digest(digest), blake3: Blake3Digest(digest) },
            extra: ExtraDigests::default(),
        }),
        declared: Vec::new(),
        metadata: Metadata { mtime: time, atime: time, ctime: time, btime: time, ..Metadata::default() },
        target: None,
        link_group: None,
        xattrs: Vec::new(),
        holes: Vec::new(),
        unreadable: Vec::new(),
        salt: [number as u8; 16],
    }
}

/// The list as a file would give it, made while it is read.
struct List {
    next: u64,
    count: u64,
    lines: Vec<u8>,
    given: usize,
    tree: TreeBuilder,
    manifest: Sha256,
}

impl Read for List {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.given == self.lines.len() {
            self.lines.clear();
            self.given = 0;
            let until = self.count.min(self.next + HANDFUL);
            let entries: Vec<Entry> = (self.next..until).map(entry).collect();
            let mut manifest = Vec::new();
            for (entry, line) in entries.iter().zip(WrittenLine::of(&entries)) {
                self.tree.push(line.leaf());
                self.lines.extend_from_slice(line.bytes());
                add_to_manifest(entry, &mut manifest);
            }
            self.manifest.update(&manifest);
            self.next = until;
        }
        let count = buffer.len().min(self.lines.len() - self.given);
        buffer[..count].copy_from_slice(&self.lines[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

fn add_to_manifest(entry: &Entry, out: &mut Vec<u8>) {
    if let (Some(content), Some(stored)) = (&entry.content, entry.stored_path()) {
        push_manifest_line(&content.digests.sha256, stored, out);
    }
}

fn main() -> ExitCode {
    let count = std::env::args().nth(1).map_or(Some(1_000_000), |count| count.parse().ok());
    let Some(count) = count else { return say("usage: bench-list [ENTRIES]", false) };
    let started = Instant::now();
    let (tree, manifest) = (TreeBuilder::new(), Sha256::new());
    let mut list = List { next: 0, count, lines: Vec::new(), given: 0, tree, manifest };
    let (mut tree, mut manifest, mut line_of_manifest) = (TreeBuilder::new(), Sha256::new(), Vec::new());
    let mut is_sound = true;
    let read = read_on_all_processors(BufReader::with_capacity(1 << 18, &mut list), &mut |_, line, leaf| {
        tree.push(leaf);
        line_of_manifest.clear();
        match line {
            Line::Entry(entry) => add_to_manifest(&entry, &mut line_of_manifest),
            Line::Fault(_) => is_sound = false,
        }
        manifest.update(&line_of_manifest);
        true
    });
    is_sound &= matches!(read, Ok(true)) && tree.size() == count && tree.root() == list.tree.root();
    is_sound &= manifest.finalize() == list.manifest.finalize();
    let took = started.elapsed().as_secs_f64();
    say(&format!("{count} entries: {took:.2} s, {:.2} microseconds each", took * 1e6 / count as f64), is_sound)
}

fn say(text: &str, is_success: bool) -> ExitCode {
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) if is_success => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
