//! Reads a whole tree by directory handles: what is where, of which kind, with which content, mode, time and holes.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, SeekFrom, Stat};
use sha2::{Digest, Sha256};

/// One file of a tree, as far as a faithful copy of it must agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Regular file, directory, link, FIFO, socket or device.
    pub kind: FileType,
    /// Permission bits with set-user-ID, set-group-ID and sticky.
    pub mode: u32,
    /// Seconds and nanoseconds of the modification time.
    pub modified: (i64, i64),
    /// Length in bytes of a regular file, else 0.
    pub size: u64,
    /// SHA-256 of a regular file.
    pub content: Option<[u8; 32]>,
    /// Data ranges (start, end) of a regular file.
    pub data: Vec<(u64, u64)>,
    /// Target of a link.
    pub target: Option<Vec<u8>>,
    /// The first path, in order, of the same file, where it has several.
    pub linked_to: Option<Vec<u8>>,
    /// Device number of a device.
    pub device: u64,
}

/// A tree by path; the root is the empty path.
pub type Snapshot = BTreeMap<Vec<u8>, Node>;

/// Reads the tree below `root`.
pub fn snapshot(root: &Path) -> io::Result<Snapshot> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let handle = rustix::fs::openat(CWD, root, flags, Mode::empty())?;
    let mut reader = Reader { nodes: Snapshot::new(), inodes: HashMap::new() };
    reader.nodes.insert(vec![], node(&rustix::fs::fstat(&handle)?));
    reader.directory(&handle, &[])?;
    let mut first: HashMap<(u64, u64), Vec<u8>> = HashMap::new();
    for (path, node) in &mut reader.nodes {
        if let Some(inode) = reader.inodes.get(path) {
            node.linked_to = Some(first.entry(*inode).or_insert_with(|| path.clone()).clone());
        }
    }
    Ok(reader.nodes)
}

struct Reader {
    nodes: Snapshot,
    /// Device and inode of every file with more than one name.
    inodes: HashMap<Vec<u8>, (u64, u64)>,
}

impl Reader {
    fn directory(&mut self, handle: &OwnedFd, path: &[u8]) -> io::Result<()> {
        let mut names = Vec::new();
        for entry in rustix::fs::Dir::read_from(handle)? {
            let name = entry?.file_name().to_bytes().to_vec();
            if name != b"." && name != b".." {
                names.push(name);
            }
        }
        for name in names {
            let path = if path.is_empty() { name.clone() } else { [path, b"/", &name].concat() };
            self.entry(handle, &name, path)?;
        }
        Ok(())
    }

    fn entry(&mut self, parent: &OwnedFd, name: &[u8], path: Vec<u8>) -> io::Result<()> {
        let stat = rustix::fs::statat(parent, name, AtFlags::SYMLINK_NOFOLLOW)?;
        let mut found = node(&stat);
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        match found.kind {
            FileType::RegularFile => {
                let file = rustix::fs::openat(parent, name, flags, Mode::empty())?;
                found.data = data_ranges(&file, found.size)?;
                found.content = Some(digest(&file)?);
            }
            FileType::Symlink => found.target = Some(rustix::fs::readlinkat(parent, name, vec![])?.into_bytes()),
            FileType::Directory => {
                let handle = rustix::fs::openat(parent, name, flags | OFlags::DIRECTORY, Mode::empty())?;
                self.directory(&handle, &path)?;
            }
            _ => {}
        }
        if found.kind != FileType::Directory && stat.st_nlink > 1 {
            self.inodes.insert(path.clone(), (stat.st_dev, stat.st_ino));
        }
        self.nodes.insert(path, found);
        Ok(())
    }
}

fn node(stat: &Stat) -> Node {
    let kind = FileType::from_raw_mode(stat.st_mode);
    Node {
        kind,
        mode: stat.st_mode & 0o7777,
        modified: (stat.st_mtime, stat.st_mtime_nsec as i64),
        size: if kind == FileType::RegularFile { stat.st_size as u64 } else { 0 },
        content: None,
        data: vec![],
        target: None,
        linked_to: None,
        device: if matches!(kind, FileType::BlockDevice | FileType::CharacterDevice) { stat.st_rdev } else { 0 },
    }
}

/// The ranges of a file that are not holes.
pub fn data_ranges(file: impl AsFd, size: u64) -> io::Result<Vec<(u64, u64)>> {
    let mut ranges = vec![];
    let mut position = 0;
    while position < size {
        let start = match rustix::fs::seek(&file, SeekFrom::Data(position)) {
            Err(rustix::io::Errno::NXIO) => break,
            start => start?,
        };
        position = rustix::fs::seek(&file, SeekFrom::Hole(start))?;
        ranges.push((start, position));
    }
    rustix::fs::seek(&file, SeekFrom::Start(0))?;
    Ok(ranges)
}

fn digest(file: impl AsFd) -> io::Result<[u8; 32]> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 18];
    loop {
        match rustix::io::read(&file, &mut buffer)? {
            0 => return Ok(hasher.finalize().into()),
            length => hasher.update(&buffer[..length]),
        }
    }
}
