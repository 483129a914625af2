//! Files that the program leaves beside a bag: each is there whole, or not at all, and was read back before it got its name.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Advice, CWD, RenameFlags, fadvise, renameat_with};
use sealbag::place;
use sha2::{Digest, Sha256};

use crate::terminal::shown;

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum NewFileError {
    /// The name is taken.
    #[error("{} exists already and is not overwritten", shown(path))]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The system refused.
    #[error("cannot write {}", shown(path))]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// Why a place is none for a new file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum PlaceError {
    /// It would be a file in the bag that nobody sealed.
    #[error("{} lies inside the bag", shown(path))]
    InsideBag {
        /// The file.
        path: PathBuf,
    },
    /// The place of the file cannot be looked at.
    #[error("cannot look at the folder of {}", shown(path))]
    Folder {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

/// Before anything is written: the file will not lie in the bag.
///
/// # Errors
/// It would, or its folder cannot be looked at.
pub(crate) fn check_outside(path: &Path, bag: &Path) -> Result<(), PlaceError> {
    match place::is_inside(path, bag) {
        Ok(false) => Ok(()),
        Ok(true) => Err(PlaceError::InsideBag { path: path.to_owned() }),
        Err(source) => Err(PlaceError::Folder { path: path.to_owned(), source }),
    }
}

/// The disk did not keep what it was given.
#[derive(Debug, thiserror::Error)]
#[error("what was read back is not what was written")]
struct ReadBackDiffers;

/// Writes a file that was not there. Of two writers at once, one is told that the name is taken.
///
/// # Errors
/// The name is taken, or the system refuses; then nothing has the name that had it not before.
pub(crate) fn create(path: &Path, bytes: &[u8]) -> Result<(), NewFileError> {
    put(path, bytes, |aside| publish_new(aside, path))
}

fn publish_new(aside: &Path, path: &Path) -> io::Result<()> {
    match std::fs::hard_link(aside, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            // File systems without links; this one call never replaces either.
            renameat_with(CWD, aside, CWD, path, RenameFlags::NOREPLACE).map_err(io::Error::from)
        }
        linked => linked,
    }
}

/// Writes a file that was not there, piece by piece. What `fill` gives as an error is the reason that is told.
///
/// # Errors
/// As [`create`]; or `fill` failed.
pub(crate) fn create_filled(
    path: &Path,
    fill: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
) -> Result<(), NewFileError> {
    put_filled(path, fill, |aside| publish_new(aside, path))
}

/// Writes a file, in place of the one that has the name.
///
/// # Errors
/// The system refuses; then the old file is as it was.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), NewFileError> {
    put(path, bytes, |aside| std::fs::rename(aside, path))
}

fn put(path: &Path, bytes: &[u8], publish: impl Fn(&Path) -> io::Result<()>) -> Result<(), NewFileError> {
    put_filled(path, &mut |file| file.write_all(bytes), publish)
}

fn put_filled(
    path: &Path,
    fill: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>,
    publish: impl Fn(&Path) -> io::Result<()>,
) -> Result<(), NewFileError> {
    let error = |source: io::Error| match source.kind() {
        io::ErrorKind::AlreadyExists => NewFileError::Exists { path: path.to_owned() },
        _ => NewFileError::Io { path: path.to_owned(), source },
    };
    let mut name = OsString::from(".");
    name.push(path.file_name().ok_or_else(|| error(io::ErrorKind::InvalidInput.into()))?);
    name.push(format!(".{}.tmp", std::process::id()));
    let aside = path.with_file_name(name);
    let written = write_aside(&aside, fill).and_then(|()| publish(&aside)).and_then(|()| sync_folder(path));
    // After a rename it is gone already; what is left of a failed attempt must go.
    let _ = std::fs::remove_file(&aside);
    written.map_err(error)
}

fn write_aside(aside: &Path, fill: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // One that lies there is of a process that had the same number and is gone.
    match std::fs::remove_file(aside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().read(true).write(true).create_new(true).open(aside)?;
    let mut written = Written { out: BufWriter::with_capacity(PIECE, &mut file), digest: Sha256::new() };
    fill(&mut written)?;
    written.flush()?;
    let digest = written.digest.clone();
    drop(written);
    file.sync_all()?;
    if reads(&file, digest)? { Ok(()) } else { Err(io::Error::new(io::ErrorKind::InvalidData, ReadBackDiffers)) }
}

/// So many bytes are written and read back at once.
const PIECE: usize = 1 << 16;

/// What goes to the file, and its digest.
struct Written<'f> {
    out: BufWriter<&'f mut File>,
    digest: Sha256,
}

impl Write for Written<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.digest.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Whether the file holds what was written and no more, from the disk where the system can be asked for that.
fn reads(file: &File, written: Sha256) -> io::Result<bool> {
    let _ = fadvise(file, 0, None, Advice::DontNeed);
    let (mut digest, mut offset, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
    loop {
        match file.read_at(&mut piece, offset) {
            Ok(0) => return Ok(digest.finalize() == written.finalize()),
            Ok(count) => {
                digest.update(&piece[..count]);
                offset += count as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_whole_and_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        create(&path, b"one").expect("a new file");
        assert!(matches!(create(&path, b"two"), Err(NewFileError::Exists { .. })));
        assert_eq!(std::fs::read(&path).expect("the file"), b"one");
        replace(&path, b"three").expect("the file is replaced");
        assert_eq!(std::fs::read(&path).expect("the file"), b"three");
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1);
    }

    #[test]
    fn a_file_that_could_not_be_filled_is_not_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        let mut fill = |out: &mut dyn Write| {
            out.write_all(&[7; 100_000])?;
            Err(io::Error::other("no more"))
        };
        assert!(matches!(create_filled(&path, &mut fill), Err(NewFileError::Io { .. })));
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
        create_filled(&path, &mut |out| out.write_all(&[7; 100_000])).expect("a new file");
        assert_eq!(std::fs::read(&path).expect("the file"), [7; 100_000]);
    }
}
