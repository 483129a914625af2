//! Paths and stored names.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use sealbag_manifest::path::{EvidencePath, compare, shown};
use sealbag_manifest::stored::{check_stored, colliding, is_litter, stored_component, stored_path};
use sealbag_manifest::text::is_plain;

/// The first byte says which question is asked of the rest; NUL, which no name holds, divides.
pub(super) fn names(data: &[u8]) {
    let Some((&question, rest)) = data.split_first() else { return };
    match question % 4 {
        0 => path(rest),
        1 => encoded(rest),
        2 => given(rest),
        _ => siblings(rest),
    }
}

fn path(bytes: &[u8]) {
    assert!(is_plain(&shown(bytes)), "what is shown does nothing to a terminal");
    let mut halves = bytes.splitn(2, |&byte| byte == 0);
    let (a, b) = (halves.next().unwrap_or_default(), halves.next().unwrap_or_default());
    for bytes in [a, b] {
        let Ok(path) = EvidencePath::new(bytes.to_vec()) else { continue };
        assert_eq!(path.as_bytes(), bytes);
        assert_eq!(path.components().collect::<Vec<_>>().join(&b'/'), bytes);
        assert_eq!(path.components().next_back(), Some(path.name()));
        if let Some(text) = path.text() {
            assert!(is_plain(text) && text.as_bytes() == bytes);
        }
        let parent = path.parent().map(|parent| EvidencePath::new(parent.to_vec()).expect("a parent is a path"));
        if let Some(parent) = parent {
            assert_eq!(parent.join(path.name()).expect("a child of its parent"), path);
            assert_eq!(compare(parent.as_bytes(), bytes), Ordering::Less);
        }
        _ = is_litter(path.name());
    }
    let with_slash_first = |bytes: &[u8]| bytes.iter().map(|&b| if b == b'/' { 0 } else { b }).collect::<Vec<_>>();
    if !a.contains(&0) && !b.contains(&0) {
        assert_eq!(compare(a, b), with_slash_first(a).cmp(&with_slash_first(b)));
        assert_eq!(compare(b, a), compare(a, b).reverse());
    }
}

/// What the sealer makes of a name, a verifier takes.
fn encoded(bytes: &[u8]) {
    let Some((&flags, bytes)) = bytes.split_first() else { return };
    let Ok(path) = EvidencePath::new(bytes.to_vec()) else { return };
    let is_twin = |at: usize| flags >> (at % 8) & 1 == 1;
    let parts: Vec<_> = path.components().enumerate().map(|(at, name)| stored_component(name, is_twin(at))).collect();
    let joined = parts.join("/");
    let stored = stored_path(&joined, &path);
    if let Err(error) = check_stored(&stored, &path) {
        panic!("{}: {error}", path.shown());
    }
    assert!(is_plain(&stored));
    assert!(stored.len() <= 900 && stored.split('/').all(|name| !name.is_empty() && name.len() <= 255));
}

/// A stored name from elsewhere stands for one path only.
fn given(bytes: &[u8]) {
    let Some(at) = bytes.iter().position(|&byte| byte == 0) else { return };
    let (stored, path) = (&bytes[..at], &bytes[at + 1..]);
    let (Ok(stored), Ok(path)) = (std::str::from_utf8(stored), EvidencePath::new(path.to_vec())) else { return };
    if let Err(error) = check_stored(stored, &path) {
        assert!(is_plain(&error.to_string()), "{error}");
        return;
    }
    assert!(is_plain(stored) && stored.len() <= 900);
    assert!(stored.split('/').all(|name| !matches!(name, "" | "." | "..") && name.len() <= 255));
    let mut other = path.as_bytes().to_vec();
    other.push(b'x');
    let other = EvidencePath::new(other).expect("a longer name is a name");
    assert!(check_stored(stored, &other).is_err(), "{stored} stands for two paths");
}

/// Names of one directory keep apart where letters of both cases are one.
fn siblings(bytes: &[u8]) {
    let names: BTreeSet<&[u8]> =
        bytes.split(|&byte| byte == 0 || byte == b'/').filter(|name| ![&b""[..], b".", b".."].contains(name)).collect();
    let names: Vec<&[u8]> = names.into_iter().collect();
    let twins = colliding(&names);
    assert_eq!(twins.len(), names.len());
    let stored: Vec<_> = names.iter().zip(&twins).map(|(name, twin)| stored_component(name, *twin)).collect();
    let lower: BTreeSet<String> = stored.iter().map(|name| name.to_lowercase()).collect();
    let upper: BTreeSet<String> = stored.iter().map(|name| name.to_uppercase()).collect();
    assert_eq!((lower.len(), upper.len()), (names.len(), names.len()), "{stored:?}");
}
