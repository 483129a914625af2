//! Key files on disk: private keys that only their owner can read, and public key lines beside them.
//!
//! Spec: `docs/spec/keys.md`, "Files". A private key that others can read is refused, because then it no longer says
//! who signed. Nothing is ever overwritten, and a new file gets its name when it is whole and was read back.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, Mode, OFlags, RenameFlags, openat, renameat_with};
use rustix::io::Errno;
use zeroize::Zeroizing;

use crate::key::{KeyError, KeyPair, MAX_PEM_LEN, Signer};
use crate::keyset::{Keyset, KeysetError};
use crate::public_key::{MAX_LINE_LEN, PublicKey, PublicKeyError};
use crate::text::Text;

/// Why a key file cannot be read or written. Every message names the file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyFileError {
    /// The system refused.
    #[error("{}: cannot {action}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What was tried.
        action: &'static str,
        /// Why it failed.
        #[source]
        source: io::Error,
    },
    /// A file of this name is there already.
    #[error("{}: exists already and is not overwritten", .0.display())]
    Exists(PathBuf),
    /// The disk did not keep what it was given.
    #[error("{}: what was read back is not what was written", .0.display())]
    NotKept(PathBuf),
    /// A link, directory, device or pipe.
    #[error("{}: not a regular file", .0.display())]
    NotRegular(PathBuf),
    /// The file belongs to another user.
    #[error("{}: the private key belongs to another user (uid {owner})", path.display())]
    ForeignOwner {
        /// The file.
        path: PathBuf,
        /// Its owner.
        owner: u32,
    },
    /// Group or others have rights on the file.
    #[error("{}: the private key is open to others (mode {mode:04o})", path.display())]
    OpenToOthers {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// Larger than a key can be.
    #[error("{}: too large for a key file", .0.display())]
    TooLarge(PathBuf),
    /// The content is not a private key that can be used.
    #[error("{}: {source}", path.display())]
    Key {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        #[source]
        source: KeyError,
    },
    /// The content is not a public key line.
    #[error("{}: {source}", path.display())]
    PublicKey {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        #[source]
        source: PublicKeyError,
    },
    /// The content is no set of public keys.
    #[error("{}: {source}", path.display())]
    Keyset {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        #[source]
        source: KeysetError,
    },
}

/// The name of the public key file that belongs to a private one: `.pub` appended.
pub fn public_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".pub");
    name.into()
}

/// Reads a private key file, after checking that nobody but its owner can.
pub fn read_private(path: &Path, passphrase: Option<&[u8]>) -> Result<KeyPair, KeyFileError> {
    let pem = read_private_pem(path)?;
    KeyPair::from_pem(&pem, passphrase).map_err(|source| KeyFileError::Key { path: path.to_owned(), source })
}

/// The text of a private key file, for a caller that asks for a passphrase only where one is needed.
pub fn read_private_pem(path: &Path) -> Result<Zeroizing<String>, KeyFileError> {
    // The checks are made on the open file: a path could be exchanged between a check and the reading.
    let file = open_regular(path, OFlags::NOFOLLOW)?;
    let status = file.metadata().map_err(|source| io_error(path, "read", source))?;
    let mode = status.mode() & 0o7777;
    if mode & 0o077 != 0 {
        return Err(KeyFileError::OpenToOthers { path: path.to_owned(), mode });
    }
    let owner = status.uid();
    if owner != rustix::process::geteuid().as_raw() && owner != 0 {
        return Err(KeyFileError::ForeignOwner { path: path.to_owned(), owner });
    }
    let bytes = read_limited(file, path, MAX_PEM_LEN)?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(KeyFileError::Key { path: path.to_owned(), source: KeyError::NotPkcs8 }),
    }
}

/// Reads a public key file: one OpenSSH line, with its comment.
pub fn read_public(path: &Path) -> Result<(PublicKey, String), KeyFileError> {
    let bytes = read_limited(open_regular(path, OFlags::empty())?, path, MAX_LINE_LEN)?;
    let line = std::str::from_utf8(&bytes).map_err(|_| PublicKeyError::Line);
    line.and_then(PublicKey::from_line).map_err(|source| KeyFileError::PublicKey { path: path.to_owned(), source })
}

/// Reads the keys of an authority: a public key file, or one with several keys and how many of them must sign.
pub fn read_keyset(path: &Path) -> Result<Keyset, KeyFileError> {
    let bytes = read_limited(open_regular(path, OFlags::empty())?, path, Keyset::MAX_TEXT_LEN)?;
    Keyset::parse(&bytes).map_err(|error| match error {
        KeysetError::Key { line: 1, source } => KeyFileError::PublicKey { path: path.to_owned(), source },
        source => KeyFileError::Keyset { path: path.to_owned(), source },
    })
}

/// Writes a new pair: `path` (mode 0600, PKCS#8 PEM) and `path.pub` (mode 0644, one OpenSSH line with `name` as its
/// comment). If either is there already or cannot be written, neither is left behind.
pub fn write_pair(path: &Path, key: &KeyPair, name: &Text, passphrase: Option<&[u8]>) -> Result<(), KeyFileError> {
    let pem = key.to_pem(passphrase).map_err(|source| KeyFileError::Key { path: path.to_owned(), source })?;
    let line = format!("{} {name}\n", key.public_key().to_line());
    if line.len() > MAX_LINE_LEN {
        return Err(KeyFileError::PublicKey { path: public_path(path), source: PublicKeyError::TooLong });
    }
    write_new(path, pem.as_bytes(), Mode::RUSR | Mode::WUSR)?;
    let public_mode = Mode::RUSR | Mode::WUSR | Mode::RGRP | Mode::ROTH;
    write_new(&public_path(path), line.as_bytes(), public_mode).inspect_err(|_| remove(path))?;
    sync_folder(path)
}

fn open_regular(path: &Path, flags: OFlags) -> Result<File, KeyFileError> {
    // NONBLOCK: opening a pipe must not wait for a writer.
    let flags = flags | OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = match openat(CWD, path, flags, Mode::empty()) {
        Ok(file) => File::from(file),
        // What O_NOFOLLOW answers at a symbolic link.
        Err(Errno::LOOP) => return Err(KeyFileError::NotRegular(path.to_owned())),
        Err(error) => return Err(io_error(path, "open", error.into())),
    };
    match file.metadata() {
        Ok(status) if status.is_file() => Ok(file),
        Ok(_) => Err(KeyFileError::NotRegular(path.to_owned())),
        Err(source) => Err(io_error(path, "open", source)),
    }
}

fn read_limited(file: File, path: &Path, limit: usize) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
    // Room for everything at once, so that no copy of a secret is left behind by a growing buffer.
    let mut bytes = Zeroizing::new(Vec::with_capacity(limit + 1));
    let read = file.take(limit as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|source| io_error(path, "read", source))?;
    if bytes.len() > limit { Err(KeyFileError::TooLarge(path.to_owned())) } else { Ok(bytes) }
}

/// Creates a file that was not there, with exactly this mode, and has it on the disk before returning.
fn write_new(path: &Path, bytes: &[u8], mode: Mode) -> Result<(), KeyFileError> {
    let aside = aside(path);
    // One that lies there is of a process that had the same number and is gone.
    remove(&aside);
    let flags = OFlags::RDWR | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    // Private until it is complete, whatever the mode is to be.
    let mut file = match openat(CWD, &aside, flags, Mode::RUSR | Mode::WUSR) {
        Ok(file) => File::from(file),
        Err(error) => return Err(io_error(path, "create", error.into())),
    };
    let written = file
        .write_all(bytes)
        .and_then(|()| rustix::fs::fchmod(&file, mode).map_err(io::Error::from))
        .and_then(|()| file.sync_all())
        .and_then(|()| reads(&file, bytes));
    let named = match written {
        Ok(true) => give_name(&aside, path),
        Ok(false) => Err(KeyFileError::NotKept(path.to_owned())),
        Err(source) => Err(io_error(path, "write", source)),
    };
    remove(&aside);
    named
}

/// Where a file is written before it has its name.
fn aside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    path.with_file_name(name)
}

/// Whether the file holds these bytes and no more, from the disk where the system can be asked for that.
fn reads(file: &File, bytes: &[u8]) -> io::Result<bool> {
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    let mut there = Zeroizing::new(vec![0; bytes.len()]);
    if file.metadata()?.len() != bytes.len() as u64 {
        return Ok(false);
    }
    file.read_exact_at(&mut there, 0)?;
    Ok(*there == bytes)
}

fn give_name(aside: &Path, path: &Path) -> Result<(), KeyFileError> {
    let named = match rustix::fs::linkat(CWD, aside, CWD, path, AtFlags::empty()) {
        // File systems without links; this one call never replaces either.
        Err(error) if error != Errno::EXIST => renameat_with(CWD, aside, CWD, path, RenameFlags::NOREPLACE),
        linked => linked,
    };
    match named {
        Err(Errno::EXIST) => Err(KeyFileError::Exists(path.to_owned())),
        named => named.map_err(|error| io_error(path, "create", error.into())),
    }
}

/// Removes a file that this module has just created; the error that led here is the one to report.
fn remove(path: &Path) {
    let _ = rustix::fs::unlinkat(CWD, path, AtFlags::empty());
}

fn sync_folder(path: &Path) -> Result<(), KeyFileError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let opened = openat(CWD, folder, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty());
    let synced = opened.and_then(rustix::fs::fsync);
    synced.map_err(|error| io_error(folder, "sync", error.into()))
}

fn io_error(path: &Path, action: &'static str, source: io::Error) -> KeyFileError {
    KeyFileError::Io { path: path.to_owned(), action, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_kept_other_bytes_or_more_or_less_is_not_believed() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("key");
        std::fs::write(&path, b"a key").expect("written");
        let file = File::open(&path).expect("opened");
        assert!(reads(&file, b"a key").expect("read"));
        for other in [&b"a kez"[..], b"a ke", b"a key ", b""] {
            assert!(!reads(&file, other).expect("read"), "{}", other.escape_ascii());
        }
    }

    #[test]
    fn the_folder_of_a_file_is_its_parent_or_where_the_program_stands() {
        sync_folder(Path::new("key")).expect("a name alone lies in the current folder");
        let folder = tempfile::tempdir().expect("a folder");
        sync_folder(&folder.path().join("key")).expect("a folder");
        let refused = sync_folder(&folder.path().join("nowhere/key"));
        assert!(matches!(refused, Err(KeyFileError::Io { action: "sync", .. })), "{refused:?}");
    }

    #[test]
    fn a_name_that_is_taken_is_told_from_one_that_cannot_be_given() {
        let folder = tempfile::tempdir().expect("a folder");
        let (aside, taken) = (folder.path().join("aside"), folder.path().join("taken"));
        for path in [&aside, &taken] {
            std::fs::write(path, b"a key").expect("written");
        }
        assert!(matches!(give_name(&aside, &taken), Err(KeyFileError::Exists(path)) if path == taken));
        let nowhere = folder.path().join("nowhere/key");
        assert!(matches!(give_name(&aside, &nowhere), Err(KeyFileError::Io { action: "create", .. })));
    }
}
