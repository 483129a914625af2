//! The files that keys lie in.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use sealbag_custody::key::{KeyError, KeyPair, Signer};
use sealbag_custody::key_file::{self, KeyFileError};
use sealbag_custody::public_key::{MAX_LINE_LEN, PublicKeyError};
use sealbag_custody::text::Text;

use super::{LINE, pair};

#[test]
fn a_new_pair_lies_in_two_files_with_the_right_modes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("alice");
    let key = KeyPair::generate().expect("random numbers");
    let name = Text::new("Alice of the laboratory").expect("plain");
    key_file::write_pair(&path, &key, &name, Some(b"pass")).expect("written");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o7777;
    assert_eq!((mode(&path), mode(&key_file::public_path(&path))), (0o600, 0o644));
    let read = key_file::read_private(&path, Some(b"pass")).expect("read");
    let (public, comment) = key_file::read_public(&key_file::public_path(&path)).expect("read");
    assert_eq!((read.public_key(), comment.as_str()), (&public, "Alice of the laboratory"));
    let line = fs::read_to_string(key_file::public_path(&path)).expect("read");
    assert_eq!(line, format!("{} Alice of the laboratory\n", public.to_line()));
}

#[test]
fn never_overwrites_and_leaves_no_half_pair() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("alice");
    let name = Text::new("Alice").expect("plain");
    fs::write(key_file::public_path(&path), "kept").expect("written");
    let error = key_file::write_pair(&path, &pair(), &name, None).expect_err("the public file is there");
    assert!(matches!(error, KeyFileError::Exists(at) if at == key_file::public_path(&path)));
    assert!(!path.exists(), "the private file was taken back");
    assert_eq!(fs::read(key_file::public_path(&path)).expect("read"), b"kept");

    fs::remove_file(key_file::public_path(&path)).expect("removed");
    symlink(folder.path().join("elsewhere"), &path).expect("linked");
    let error = key_file::write_pair(&path, &pair(), &name, None).expect_err("a link is there");
    assert!(matches!(error, KeyFileError::Exists(_)));
    assert!(!folder.path().join("elsewhere").exists() && !key_file::public_path(&path).exists());
    let error = key_file::write_pair(&folder.path().join("no/such"), &pair(), &name, None).expect_err("no folder");
    assert!(matches!(error, KeyFileError::Io { action: "create", .. }));
}

#[test]
fn refuses_a_private_key_that_others_can_read_or_write() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("key");
    fs::write(&path, pair().to_pem(None).expect("written").as_bytes()).expect("written");
    for mode in [0o640, 0o604, 0o620, 0o610, 0o601, 0o644, 0o777] {
        fs::set_permissions(&path, Permissions::from_mode(mode)).expect("set");
        let error = key_file::read_private(&path, None).expect_err("open to others");
        assert!(matches!(&error, KeyFileError::OpenToOthers { mode: found, .. } if *found == mode));
        assert!(error.to_string().contains(&format!("{mode:04o}")), "{error}");
    }
    for mode in [0o600, 0o400] {
        fs::set_permissions(&path, Permissions::from_mode(mode)).expect("set");
        assert!(key_file::read_private(&path, None).is_ok(), "{mode:o}");
    }
}

/// Only root can read such a file at all, and must not sign with it.
#[test]
fn refuses_a_private_key_of_another_user() {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("key");
    fs::write(&path, pair().to_pem(None).expect("written").as_bytes()).expect("written");
    fs::set_permissions(&path, Permissions::from_mode(0o600)).expect("set");
    std::os::unix::fs::chown(&path, Some(65534), None).expect("given away");
    let error = key_file::read_private(&path, None).expect_err("another's");
    assert!(matches!(error, KeyFileError::ForeignOwner { owner: 65534, .. }), "{error}");
}

#[test]
fn refuses_links_folders_pipes_devices_and_large_files_without_waiting() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::write(at("key"), pair().to_pem(None).expect("written").as_bytes()).expect("written");
    fs::set_permissions(at("key"), Permissions::from_mode(0o600)).expect("set");
    symlink(at("key"), at("link")).expect("linked");
    rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), rustix::fs::FileType::Fifo, 0o600.into(), 0).expect("made");
    for path in [at("link"), folder.path().to_owned(), at("pipe"), "/dev/zero".into()] {
        let error = key_file::read_private(&path, None).expect_err("not a file");
        assert!(matches!(error, KeyFileError::NotRegular(_)), "{error}");
    }
    assert!(matches!(key_file::read_public(&at("pipe")), Err(KeyFileError::NotRegular(_))));
    fs::write(at("large"), vec![b'x'; 17 * 1024]).expect("written");
    fs::set_permissions(at("large"), Permissions::from_mode(0o600)).expect("set");
    assert!(matches!(key_file::read_private(&at("large"), None), Err(KeyFileError::TooLarge(_))));
    assert!(matches!(key_file::read_private(&at("none"), None), Err(KeyFileError::Io { action: "open", .. })));
}

#[test]
fn limits_of_key_files_are_exact() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let limit = 16 * 1024;
    for (length, expected) in [(limit, KeyError::NotPkcs8), (limit + 1, KeyError::TooLarge)] {
        assert_eq!(KeyPair::from_pem(&"x".repeat(length), None).expect_err("no key"), expected, "{length} bytes");
    }
    // A line of exactly 4,096 bytes: key, space, name, line feed.
    let name = |length: usize| Text::new("n".repeat(length - LINE.len() - 2)).expect("plain text");
    key_file::write_pair(&at("longest"), &pair(), &name(MAX_LINE_LEN), None).expect("the longest line");
    let (key, comment) = key_file::read_public(&at("longest.pub")).expect("read back");
    assert_eq!((key, comment.len()), (pair().public_key().clone(), MAX_LINE_LEN - LINE.len() - 2));
    for length in [MAX_LINE_LEN + 1, MAX_LINE_LEN + 2] {
        let refused = key_file::write_pair(&at("longer"), &pair(), &name(length), None);
        assert!(matches!(refused, Err(KeyFileError::PublicKey { source: PublicKeyError::TooLong, .. })), "{refused:?}");
        fs::write(at("line"), vec![b'x'; length]).expect("written");
        assert!(matches!(key_file::read_public(&at("line")), Err(KeyFileError::TooLarge(_))));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3, "two of the pair, and the long line");
}
