//! Writing one file: hashed while it is written, named only when its digests hold. One that an interrupted run left is
//! kept only if its bytes, read now, hold too.

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::FileExt;

use rustix::fs::{AtFlags, Mode, OFlags, RenameFlags};
use rustix::io::Errno;
use sealbag_manifest::entry::{Content, Entry, Range};
use sealbag_manifest::hash::{ExtraAlgorithms, FileDigests, FileHasher};
use sealbag_manifest::store::BagFile;

use super::existing::Existing;
use super::target::{temporary_name, timestamps};
use super::{Request, absent};
use crate::finding::{Code, Finding};

const BLOCK: usize = 1 << 20;

/// What came of one file.
pub(super) enum Written {
    /// It is there, with so many bytes.
    Whole(u64),
    /// It was there already, with so many bytes, which were read and hashed.
    Kept(u64),
    /// It was not written.
    Not(Finding),
}

/// Writes a file into an open directory. An error is the target's; trouble with the bag is a finding.
///
/// `left_by` is the owner of what an interrupted run left there, if it goes on.
pub(super) fn write(
    request: &Request<'_>,
    entry: &Entry,
    dir: &OwnedFd,
    mode: Option<u32>,
    left_by: Option<u32>,
) -> io::Result<Written> {
    let (Some(content), Some(stored)) = (&entry.content, entry.stored_path()) else {
        return Ok(Written::Not(Finding::new(Code::EntryMalformed, entry.path.shown())));
    };
    let existing = match left_by {
        Some(owner) => Existing::open(dir, entry.path.name(), owner)?,
        None => None,
    };
    if let Some(existing) = &existing
        && existing.is_whole(entry, content, request.progress)?
    {
        set(existing.file(), entry, mode)?;
        return Ok(Written::Kept(content.size));
    }
    let source = match request.store.open(&format!("data/{stored}")) {
        Ok(source) => source,
        Err(error) => return Ok(Written::Not(absent(entry, &error))),
    };
    let changed = || Finding::new(Code::FileChanged, entry.path.shown());
    if source.size() != content.size {
        let sizes = (format!("{} bytes", content.size), format!("{} bytes", source.size()));
        return Ok(Written::Not(changed().expected(sizes.0).found(sizes.1)));
    }
    let aside = temporary_name()?;
    let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::openat(dir, aside.as_str(), flags, Mode::RUSR | Mode::WUSR)?);
    let outcome = fill(request, entry, content, &*source, &file).and_then(|filled| match filled {
        Filled::Unreadable(finding) => Ok(Written::Not(finding)),
        Filled::Whole(found) if found.content != content.digests || found.extra != content.extra => {
            let values = (format!("sha256 {}", content.digests.sha256), format!("sha256 {}", found.content.sha256));
            Ok(Written::Not(changed().expected(values.0).found(values.1)))
        }
        Filled::Whole(_) => {
            set(&file, entry, mode)?;
            match &existing {
                Some(existing) => replace(dir, &aside, entry.path.name(), existing, &file)?,
                None => name(dir, &aside, entry.path.name())?,
            }
            Ok(Written::Whole(content.size))
        }
    });
    if !matches!(outcome, Ok(Written::Whole(_))) {
        // Whatever was written was not verified.
        let _ = rustix::fs::unlinkat(dir, aside.as_str(), AtFlags::empty());
    }
    outcome
}

fn set(file: &File, entry: &Entry, mode: Option<u32>) -> io::Result<()> {
    if let Some(mode) = mode {
        rustix::fs::fchmod(file, Mode::from_raw_mode(mode))?;
    }
    match timestamps(&entry.metadata) {
        Some(times) => Ok(rustix::fs::futimens(file, &times)?),
        None => Ok(()),
    }
}

/// Gives the name to the verified file, if nothing is lost by it.
fn replace(dir: &OwnedFd, aside: &str, name: &[u8], existing: &Existing, verified: &File) -> io::Result<()> {
    if !existing.is_torn(verified)? || !existing.is_still(dir, name)? {
        return Err(io::Error::other("a file with other bytes has its name, and was left as it is"));
    }
    Ok(rustix::fs::renameat(dir, aside, dir, name)?)
}

fn name(dir: &OwnedFd, aside: &str, name: &[u8]) -> io::Result<()> {
    match rustix::fs::renameat_with(dir, aside, dir, name, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
            rustix::fs::linkat(dir, aside, dir, name, AtFlags::empty())?;
            Ok(rustix::fs::unlinkat(dir, aside, AtFlags::empty())?)
        }
        renamed => Ok(renamed?),
    }
}

enum Filled {
    Whole(FileDigests),
    Unreadable(Finding),
}

fn fill(
    request: &Request<'_>,
    entry: &Entry,
    content: &Content,
    source: &dyn BagFile,
    file: &File,
) -> io::Result<Filled> {
    let mut hasher = FileHasher::new(ExtraAlgorithms::of(&content.extra));
    let mut buffer = vec![0; BLOCK.min(content.size.try_into().unwrap_or(BLOCK)).max(1)];
    let mut holes = entry.holes.as_slice();
    let mut at = 0;
    while at < content.size {
        let length = (content.size - at).min(buffer.len() as u64) as usize;
        let count = match source.read_full_at(&mut buffer[..length], at) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) => {
                let finding = Finding::new(Code::FileUnreadable, entry.path.shown());
                return Ok(Filled::Unreadable(finding.found(error.kind().to_string())));
            }
        };
        let bytes = &buffer[..count];
        hasher.update(bytes);
        write_around_holes(file, bytes, at, &mut holes)?;
        request.progress.bytes(count as u64);
        at += count as u64;
    }
    file.set_len(content.size)?;
    Ok(Filled::Whole(hasher.finish()))
}

/// Writes what lies outside the holes. A hole that is said to be one but holds data is written: the digest decides.
fn write_around_holes(file: &File, bytes: &[u8], at: u64, holes: &mut &[Range]) -> io::Result<()> {
    let end = at + bytes.len() as u64;
    let mut next = at;
    while next < end {
        while holes.first().is_some_and(|hole| hole.end() <= next) {
            *holes = &holes[1..];
        }
        let hole = holes.first().filter(|hole| hole.offset < end);
        let data_end = hole.map_or(end, |hole| hole.offset.max(next));
        let part = |from: u64, to: u64| &bytes[(from - at) as usize..(to - at) as usize];
        if data_end > next {
            file.write_all_at(part(next, data_end), next)?;
        }
        let hole_end = hole.map_or(end, |hole| hole.end().min(end));
        if part(data_end, hole_end).iter().any(|&byte| byte != 0) {
            file.write_all_at(part(data_end, hole_end), data_end)?;
        }
        next = hole_end;
    }
    Ok(())
}
