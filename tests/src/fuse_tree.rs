//! Files and directories in memory, for the file system that tests mount.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::time::SystemTime;

use fuser::{Errno, FileAttr, FileType, INodeNo, RenameFlags, TimeOrNow};

enum Content {
    Directory(BTreeMap<OsString, INodeNo>),
    File(Vec<u8>),
}

struct Node {
    content: Content,
    links: u32,
    mtime: SystemTime,
}

/// A tree of files. A node without a name stays, as it does for those who have it open.
pub(crate) struct Tree {
    nodes: Vec<Node>,
}

impl Default for Tree {
    fn default() -> Self {
        Self { nodes: vec![Node::new(Content::Directory(BTreeMap::new()))] }
    }
}

impl Node {
    fn new(content: Content) -> Self {
        Self { content, links: 1, mtime: SystemTime::now() }
    }
}

impl Tree {
    pub(crate) fn named(&self, parent: INodeNo, name: &OsStr) -> Result<INodeNo, Errno> {
        self.directory(parent)?.get(name).copied().ok_or(Errno::ENOENT)
    }

    pub(crate) fn attributes(&self, ino: INodeNo) -> Result<FileAttr, Errno> {
        let node = self.node(ino)?;
        let (kind, perm, size) = match &node.content {
            Content::Directory(_) => (FileType::Directory, 0o755, 0),
            Content::File(bytes) => (FileType::RegularFile, 0o644, bytes.len() as u64),
        };
        Ok(FileAttr {
            ino,
            size,
            blocks: size.div_ceil(512),
            atime: node.mtime,
            mtime: node.mtime,
            ctime: node.mtime,
            crtime: node.mtime,
            kind,
            perm,
            nlink: node.links,
            uid: 0,
            gid: 0,
            rdev: 0,
            blksize: 4096,
            flags: 0,
        })
    }

    pub(crate) fn set(&mut self, ino: INodeNo, size: Option<u64>, mtime: Option<TimeOrNow>) {
        let Ok(node) = self.node_mut(ino) else { return };
        if let (Some(size), Content::File(bytes)) = (size, &mut node.content) {
            bytes.resize(size as usize, 0);
        }
        match mtime {
            Some(TimeOrNow::Now) => node.mtime = SystemTime::now(),
            Some(TimeOrNow::SpecificTime(time)) => node.mtime = time,
            None => {}
        }
    }

    pub(crate) fn make_directory(&mut self, parent: INodeNo, name: &OsStr) -> Result<FileAttr, Errno> {
        self.make(parent, name, Content::Directory(BTreeMap::new()))
    }

    pub(crate) fn make_file(&mut self, parent: INodeNo, name: &OsStr) -> Result<FileAttr, Errno> {
        self.make(parent, name, Content::File(vec![]))
    }

    pub(crate) fn read(&self, ino: INodeNo, offset: u64, size: u32) -> Result<&[u8], Errno> {
        let Content::File(bytes) = &self.node(ino)?.content else { return Err(Errno::EISDIR) };
        let from = bytes.len().min(offset as usize);
        Ok(&bytes[from..bytes.len().min(from + size as usize)])
    }

    pub(crate) fn write(&mut self, ino: INodeNo, offset: u64, data: &[u8]) -> Result<u32, Errno> {
        let node = self.node_mut(ino)?;
        let Content::File(bytes) = &mut node.content else { return Err(Errno::EISDIR) };
        let (from, end) = (offset as usize, offset as usize + data.len());
        bytes.resize(bytes.len().max(end), 0);
        bytes[from..end].copy_from_slice(data);
        node.mtime = SystemTime::now();
        Ok(data.len() as u32)
    }

    pub(crate) fn link(&mut self, ino: INodeNo, parent: INodeNo, name: &OsStr) -> Result<FileAttr, Errno> {
        self.enter(parent, name, ino)?;
        self.node_mut(ino)?.links += 1;
        self.attributes(ino)
    }

    pub(crate) fn unlink(&mut self, parent: INodeNo, name: &OsStr) -> Result<(), Errno> {
        let ino = self.directory_mut(parent)?.remove(name).ok_or(Errno::ENOENT)?;
        self.node_mut(ino)?.links -= 1;
        Ok(())
    }

    pub(crate) fn rename(
        &mut self,
        from: (INodeNo, &OsStr),
        to: (INodeNo, &OsStr),
        flags: RenameFlags,
    ) -> Result<(), Errno> {
        let ino = self.named(from.0, from.1)?;
        if flags == RenameFlags::RENAME_NOREPLACE && self.named(to.0, to.1).is_ok() {
            return Err(Errno::EEXIST);
        }
        self.directory_mut(from.0)?.remove(from.1);
        self.directory_mut(to.0)?.insert(to.1.to_owned(), ino);
        Ok(())
    }

    pub(crate) fn list(&self, ino: INodeNo) -> Result<Vec<(INodeNo, FileType, OsString)>, Errno> {
        let entry = |(name, ino): (&OsString, &INodeNo)| {
            let kind = self.attributes(*ino).map_or(FileType::RegularFile, |attributes| attributes.kind);
            (*ino, kind, name.clone())
        };
        Ok(self.directory(ino)?.iter().map(entry).collect())
    }

    fn make(&mut self, parent: INodeNo, name: &OsStr, content: Content) -> Result<FileAttr, Errno> {
        let ino = INodeNo(self.nodes.len() as u64 + 1);
        self.enter(parent, name, ino)?;
        self.nodes.push(Node::new(content));
        self.attributes(ino)
    }

    fn enter(&mut self, parent: INodeNo, name: &OsStr, ino: INodeNo) -> Result<(), Errno> {
        let names = self.directory_mut(parent)?;
        if names.contains_key(name) {
            return Err(Errno::EEXIST);
        }
        names.insert(name.to_owned(), ino);
        Ok(())
    }

    fn node(&self, ino: INodeNo) -> Result<&Node, Errno> {
        self.nodes.get(position(ino)).ok_or(Errno::ENOENT)
    }

    fn node_mut(&mut self, ino: INodeNo) -> Result<&mut Node, Errno> {
        self.nodes.get_mut(position(ino)).ok_or(Errno::ENOENT)
    }

    fn directory(&self, ino: INodeNo) -> Result<&BTreeMap<OsString, INodeNo>, Errno> {
        match &self.node(ino)?.content {
            Content::Directory(names) => Ok(names),
            Content::File(_) => Err(Errno::ENOTDIR),
        }
    }

    fn directory_mut(&mut self, ino: INodeNo) -> Result<&mut BTreeMap<OsString, INodeNo>, Errno> {
        match &mut self.node_mut(ino)?.content {
            Content::Directory(names) => Ok(names),
            Content::File(_) => Err(Errno::ENOTDIR),
        }
    }
}

/// The root is 1.
fn position(ino: INodeNo) -> usize {
    ino.0 as usize - 1
}
