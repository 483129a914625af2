//! The name under which a file of the evidence lies in `data/`.
//!
//! A stored name is readable on every file system and in every stock tool, and gives back the evidence's own name byte
//! for byte. The sealer makes it with [`colliding`], [`stored_component`] and [`stored_path`]; a verifier trusts none of
//! that and only decodes and compares, with [`check_stored`], which needs no Unicode tables. `docs/spec/names.md`.

pub mod charset;
mod check;
mod collide;
mod encode;

pub use check::{StoredError, check_shape, check_stored};
pub use collide::{Twins, colliding};
pub use encode::{stored_component, stored_path};

/// Longest stored component in bytes: what ext4, APFS, NTFS, exFAT and ZIP tools all take.
pub const MAX_COMPONENT: usize = 255;

/// Longest stored path below `data/` in bytes: leaves room for the bag's own place under the 1,024 bytes of macOS.
pub const MAX_PATH: usize = 900;

/// What a hashed name begins with. No escape begins so, because `+` is not a hexadecimal digit.
const HASHED: &str = "=+";

/// Length of a hashed name in bytes.
const HASHED_LEN: usize = HASHED.len() + 64;

fn hashed(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let mut name = String::with_capacity(HASHED_LEN);
    name.push_str(HASHED);
    crate::digest::push_hex(&Sha256::digest(bytes), &mut name);
    name
}

/// True for a file that desktop systems leave behind unasked: `.DS_Store`, `._*`, `Thumbs.db`, `desktop.ini`.
///
/// `name` is the last component. Such a file in the bag that is not sealed is a remark, not a violation.
pub fn is_litter(name: &[u8]) -> bool {
    matches!(name, b".DS_Store" | b"Thumbs.db" | b"desktop.ini") || (name.len() > 2 && name.starts_with(b"._"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn litter_is_known_by_its_exact_name() {
        for name in [&b".DS_Store"[..], b"._a", b"._.DS_Store", b"Thumbs.db", b"desktop.ini"] {
            assert!(is_litter(name));
        }
        for name in [&b"._"[..], b"", b".DS_Store2", b"thumbs.dbx", b"a._b", b"=2E_a"] {
            assert!(!is_litter(name));
        }
    }
}
