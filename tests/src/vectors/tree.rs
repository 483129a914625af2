//! A bag in memory, and the same as a tar archive: deterministic, for the same bag gives the same bytes.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use rustix::fs::FileType;
use sealbag_manifest::store::MemoryStore;

use crate::maker::Maker;

/// What stands at a path of a bag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A regular file.
    File(Vec<u8>),
    /// A directory; only those that hold nothing need to be listed.
    Directory,
    /// A symbolic link to a target.
    Symlink(String),
    /// A named pipe.
    Fifo,
}

/// A bag: what stands at each path, relative to the bag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree(pub BTreeMap<String, Node>);

impl Tree {
    /// Puts a regular file at a path.
    pub fn put(&mut self, path: &str, content: impl Into<Vec<u8>>) {
        self.0.insert(path.to_owned(), Node::File(content.into()));
    }

    /// Takes away what stands at a path; panics if there is nothing, for then the vector would break no rule.
    pub fn take(&mut self, path: &str) {
        self.0.remove(path).unwrap_or_else(|| panic!("the bag holds {path}"));
    }

    /// The content of the regular file at a path.
    pub fn file(&mut self, path: &str) -> &mut Vec<u8> {
        match self.0.get_mut(path) {
            Some(Node::File(content)) => content,
            _ => panic!("the bag holds the file {path}"),
        }
    }

    /// The regular files with their content.
    pub fn regular_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().filter_map(|(path, node)| match node {
            Node::File(content) => Some((&path[..], &content[..])),
            _ => None,
        })
    }

    /// The bag in memory; none if it holds what only a disk can hold.
    pub fn into_store(self) -> Option<MemoryStore> {
        let files = self.0.into_iter().map(|(path, node)| match node {
            Node::File(content) => Some((path, content.into())),
            Node::Directory => Some((format!("{path}/"), vec![].into())),
            Node::Symlink(_) | Node::Fifo => None,
        });
        Some(MemoryStore { files: files.collect::<Option<_>>()? })
    }

    /// Writes the bag to disk.
    pub fn write_to(&self, root: &Path) -> io::Result<()> {
        let maker = Maker::at(root)?;
        for (path, node) in &self.0 {
            match node {
                Node::File(content) => maker.file(path, content)?,
                Node::Directory => drop(maker.dir(path)?),
                Node::Symlink(target) => maker.symlink(path, target)?,
                Node::Fifo => maker.special(path, FileType::Fifo, (0, 0))?,
            }
        }
        Ok(())
    }

    /// The bag as a `ustar` archive (POSIX.1-1988) with everything below `root/`; fixed times, modes and owners.
    pub fn to_tar(&self, root: &str) -> Vec<u8> {
        let mut tar = vec![];
        for (path, node) in &self.0 {
            let (kind, content, target) = match node {
                Node::File(content) => (b'0', &content[..], ""),
                Node::Symlink(target) => (b'2', &[][..], &target[..]),
                Node::Directory => (b'5', &[][..], ""),
                Node::Fifo => (b'6', &[][..], ""),
            };
            let slash = if kind == b'5' { "/" } else { "" };
            tar.extend(header(&format!("{root}/{path}{slash}"), kind, content.len(), target));
            tar.extend(content);
            tar.resize(tar.len().next_multiple_of(512), 0);
        }
        tar.resize(tar.len() + 1024, 0);
        tar
    }

    /// Reads an archive that [`to_tar`](Self::to_tar) made.
    pub fn from_tar(tar: &[u8], root: &str) -> io::Result<Self> {
        let bad = || io::Error::new(io::ErrorKind::InvalidData, "not an archive of the vectors");
        let mut tree = Self::default();
        let mut rest = tar;
        loop {
            let (header, after) = rest.split_at_checked(512).ok_or_else(bad)?;
            if header.iter().all(|byte| *byte == 0) {
                return Ok(tree);
            }
            let text = |range: std::ops::Range<usize>| -> io::Result<String> {
                let bytes = header[range].split(|byte| *byte == 0).next().unwrap_or_default();
                String::from_utf8(bytes.to_vec()).map_err(|_| bad())
            };
            let prefix = text(345..500)?;
            let name = if prefix.is_empty() { text(0..100)? } else { format!("{prefix}/{}", text(0..100)?) };
            let path = name.strip_prefix(root).and_then(|path| path.strip_prefix('/')).ok_or_else(bad)?;
            let size = usize::from_str_radix(text(124..136)?.trim(), 8).map_err(|_| bad())?;
            let content = after.get(..size).ok_or_else(bad)?.to_vec();
            let node = match header[156] {
                b'0' => Node::File(content),
                b'2' => Node::Symlink(text(157..257)?),
                b'5' => Node::Directory,
                b'6' => Node::Fifo,
                _ => return Err(bad()),
            };
            tree.0.insert(path.trim_end_matches('/').to_owned(), node);
            rest = after.get(size.next_multiple_of(512)..).ok_or_else(bad)?;
        }
    }
}

fn header(name: &str, kind: u8, size: usize, target: &str) -> [u8; 512] {
    let mut header = [0; 512];
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    // A name over 100 bytes is split at a slash into prefix and name.
    let split =
        if name.len() <= 100 { None } else { name.char_indices().find(|&(at, c)| c == '/' && name.len() - at <= 101) };
    let (prefix, name) = split.map_or(("", name), |(at, _)| (&name[..at], &name[at + 1..]));
    assert!(prefix.len() <= 155 && name.len() <= 100 && target.len() <= 100, "{name} fits a ustar header");
    put(0, name.as_bytes());
    put(100, if kind == b'5' { b"0000755\0" } else { b"0000644\0" });
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    put(124, format!("{size:011o}\0").as_bytes());
    put(136, b"00000000000\0");
    put(148, b"        ");
    put(156, &[kind]);
    put(157, target.as_bytes());
    put(257, b"ustar\x0000");
    put(345, prefix.as_bytes());
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    header
}
