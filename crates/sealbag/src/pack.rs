//! One file to hand over: a bag packed, and unpacked again (`docs/spec/packed.md`).
//!
//! The bag is only read. What is written is built aside, synced, looked at again, and then gets its name, which nothing
//! may have before. Neither direction judges the bag: [`crate::verify`] does, packed and unpacked alike.

mod aside;
mod error;
mod survey;
mod tree;
mod unpack;

pub use error::{PackError, UnpackError};
pub use unpack::{UnpackRequest, Unpacked, unpack};

use std::fs::File;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use rustix::fs::Advice;
use sealbag_manifest::layout::{CUSTODY, DATA};
use sealbag_manifest::packed::{EntryKind, Output, WriteError, Writer, check_path};
use sealbag_manifest::path::shown;
use sealbag_manifest::store::{Area, BagStore, DirectoryStore, Object, ObjectKind, open_packed};
use sealbag_manifest::stored::stored_component;

use crate::place;
use crate::progress::{Phase, Progress};
use aside::Aside;
use survey::survey;

/// The parts of a bag in the order of a packed one.
const AREAS: [Area; 3] = [Area::Custody, Area::Tags, Area::Data];

/// Bytes read at once.
const BLOCK: usize = 1 << 20;

/// What to pack, and where to.
pub struct PackRequest<'a> {
    /// The bag, a directory.
    pub bag: &'a Path,
    /// The file; it must not exist.
    pub out: &'a Path,
    /// Told of progress.
    pub progress: &'a dyn Progress,
}

/// What was packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// Files.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Bytes of the packed bag.
    pub size: u64,
}

/// Packs a bag.
///
/// # Errors
/// The bag holds what a packed one cannot carry, or changes meanwhile; the file exists; the system refuses. Then there is
/// no file of that name.
pub fn pack(request: &PackRequest<'_>) -> Result<Packed, PackError> {
    let at_bag = |source| PackError::Bag { path: request.bag.to_owned(), source };
    let at_out = |source| PackError::Write { path: request.out.to_owned(), source };
    let store = DirectoryStore::open(request.bag).map_err(at_bag)?;
    if place::is_inside(request.out, request.bag).map_err(at_out)? {
        return Err(PackError::InsideBag { path: request.out.to_owned() });
    }
    let root = root_of(request.bag).map_err(at_bag)?;
    let before = survey(&store)?;
    if before.files == 0 {
        return Err(PackError::NoBag { path: request.bag.to_owned() });
    }
    request.progress.phase(Phase::Packing, Some(before.files), Some(before.bytes));
    let aside = Aside::create(request.out)?;
    let written = write(request, &store, &aside, &root)?;
    let is_all = (written.files, written.bytes) == (before.files, before.bytes);
    if !is_all || survey(&store)? != before {
        return Err(PackError::Changed);
    }
    aside.file().sync_all().map_err(at_out)?;
    read_back(&aside, written.size)?;
    aside.publish()?;
    Ok(written)
}

/// The directory that the packed bag unpacks to: the name that the bag has now, as a stored name.
fn root_of(bag: &Path) -> io::Result<String> {
    let place = std::fs::canonicalize(bag)?;
    let name = place.file_name().unwrap_or(std::ffi::OsStr::new("sealbag.bag"));
    Ok(stored_component(name.as_bytes(), false).into_owned())
}

fn write(request: &PackRequest<'_>, store: &DirectoryStore, aside: &Aside, root: &str) -> Result<Packed, PackError> {
    let output = OutputFile(aside.file());
    let failed = |source: WriteError, path: &[u8]| match source {
        WriteError::Io(source) => PackError::Write { path: request.out.to_owned(), source },
        WriteError::Size { .. } | WriteError::Order => PackError::Changed,
        WriteError::ReadBack => PackError::ReadBack { path: aside.path().to_owned() },
        source => PackError::Entry { path: shown(path), source },
    };
    let mut writer = Writer::new(output, root).map_err(|error| failed(error, root.as_bytes()))?;
    let mut work = Work { request, store, buffer: vec![0; BLOCK], written: Packed::default() };
    for area in AREAS {
        let mut result = Ok(());
        let mut is_empty = true;
        store.list(area, &mut |object| {
            is_empty = false;
            if result.is_ok() {
                result = work.object(&mut writer, &object, &failed);
            }
        });
        result?;
        // The parts that every bag has are there also where they are empty.
        let top = match area {
            Area::Custody => CUSTODY,
            Area::Data => DATA,
            Area::Tags => continue,
        };
        if is_empty && is_directory(&request.bag.join(top))? {
            writer.empty_directory(top).map_err(|error| failed(error, top.as_bytes()))?;
        }
    }
    let (_, size) = writer.finish().map_err(|error| failed(error, b""))?;
    Ok(Packed { size, ..work.written })
}

fn is_directory(path: &Path) -> Result<bool, PackError> {
    match path.symlink_metadata() {
        Ok(found) => Ok(found.is_dir()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(PackError::Bag { path: path.to_owned(), source }),
    }
}

struct Work<'a> {
    request: &'a PackRequest<'a>,
    store: &'a DirectoryStore,
    buffer: Vec<u8>,
    /// What was written so far.
    written: Packed,
}

impl Work<'_> {
    fn object(
        &mut self,
        writer: &mut Writer<OutputFile<'_>>,
        object: &Object<'_>,
        failed: &dyn Fn(WriteError, &[u8]) -> PackError,
    ) -> Result<(), PackError> {
        let failed = |error| failed(error, object.path);
        let (path, kind) = carried(object)?;
        if kind == EntryKind::EmptyDirectory {
            return writer.empty_directory(path).map_err(failed);
        }
        let at_file = |source| PackError::Read { path: path.to_owned(), source };
        let file = self.store.open(path).map_err(at_file)?;
        writer.begin(path, file.size()).map_err(failed)?;
        let mut offset = 0;
        while offset < file.size() {
            let count = file.read_full_at(&mut self.buffer, offset).map_err(|error| at_file(error.into()))?;
            if count == 0 {
                return Err(PackError::Changed);
            }
            writer.data(&self.buffer[..count]).map_err(failed)?;
            self.request.progress.bytes(count as u64);
            offset += count as u64;
        }
        self.request.progress.entry();
        self.written.files += 1;
        self.written.bytes += offset;
        writer.end().map_err(failed)
    }
}

/// The name of an object that a packed bag can carry.
fn carried<'o>(object: &Object<'o>) -> Result<(&'o str, EntryKind), PackError> {
    let path = || shown(object.path);
    let kind = match &object.kind {
        ObjectKind::File => EntryKind::File,
        ObjectKind::EmptyDirectory => EntryKind::EmptyDirectory,
        ObjectKind::NotRegular => return Err(PackError::NotRegular { path: path() }),
        ObjectKind::Unreadable(error) => {
            return Err(PackError::Read { path: path(), source: io::Error::from(error.kind()).into() });
        }
    };
    let name = std::str::from_utf8(object.path).map_err(|_| sealbag_manifest::packed::NameError::Utf8);
    let name = name.and_then(|name| check_path(name, kind).map(|()| name));
    name.map(|name| (name, kind)).map_err(|error| PackError::Entry { path: path(), source: error.into() })
}

/// From the medium, as far as the system grants it: headers, and the checksum of every file.
fn read_back(aside: &Aside, size: u64) -> Result<(), PackError> {
    let broken = || PackError::ReadBack { path: aside.path().to_owned() };
    let _ = rustix::fs::fadvise(aside.file(), 0, None, Advice::DontNeed);
    if aside.file().metadata().map_err(|_| broken())?.len() != size {
        return Err(broken());
    }
    let store = open_packed(aside.path()).map_err(|_| broken())?;
    let mut is_whole = true;
    let read = store.each(&mut |entry| {
        is_whole = store.file(&entry).is_as_carried() == Some(true);
        is_whole
    });
    if read.is_ok() && is_whole { Ok(()) } else { Err(broken()) }
}

/// A file as the output of a writer.
struct OutputFile<'a>(&'a File);

impl Output for OutputFile<'_> {
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        self.0.write_all_at(bytes, offset)
    }

    fn read_at(&mut self, buffer: &mut [u8], offset: u64) -> io::Result<()> {
        self.0.read_exact_at(buffer, offset)
    }
}

/// Where the packed bag lies if nobody says it: beside the bag.
///
/// # Errors
/// The place of the bag cannot be told.
pub fn default_out(bag: &Path) -> io::Result<PathBuf> {
    // `.` and the like have no name.
    let bag = if bag.file_name().is_some() { bag.to_owned() } else { std::fs::canonicalize(bag)? };
    let mut name = bag.file_name().unwrap_or_default().to_owned();
    name.push(".zip");
    Ok(bag.with_file_name(name))
}
