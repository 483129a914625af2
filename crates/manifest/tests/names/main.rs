//! Stored names: every name comes back, and no file system takes two of them as one.

mod draw;

use std::collections::HashSet;

use draw::name;
use proptest::prelude::*;
use sealbag_manifest::path::EvidencePath;
use sealbag_manifest::stored::{StoredError, check_stored, colliding, stored_component, stored_path};
use unicase::UniCase;
use unicode_normalization::{UnicodeNormalization, is_nfc, is_nfd};

fn path(bytes: &[u8]) -> EvidencePath {
    EvidencePath::new(bytes.to_vec()).expect("a valid path")
}

/// Stored components of the names of one directory.
fn store_siblings(names: &[Vec<u8>]) -> Vec<String> {
    let twins = colliding(names);
    names.iter().zip(&twins).map(|(name, &twin)| stored_component(name, twin).into_owned()).collect()
}

/// Stored path of a path whose components have no twins.
fn store_alone(path: &EvidencePath) -> String {
    let components: Vec<_> = path.components().map(|name| stored_component(name, false)).collect();
    stored_path(&components.join("/"), path).into_owned()
}

/// Decodes a stored component by the words of the specification.
fn decode(stored: &str) -> Vec<u8> {
    let mut pieces = stored.split('=');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).expect("two hexadecimal digits"));
        bytes.extend_from_slice(&piece.as_bytes()[2..]);
    }
    bytes
}

/// What the looser file systems compare: macOS and ext4 (fold, normalise, drop what has no shape), Windows (upper case,
/// trailing dots and spaces dropped), DOS names in any case.
fn as_file_systems_see(name: &str) -> [String; 4] {
    let shapeless = |c: &char| !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    let visible: String = name.chars().filter(shapeless).collect();
    [
        UniCase::unicode(visible.nfd().collect::<String>()).to_folded_case().nfc().collect(),
        UniCase::unicode(name.nfc().collect::<String>()).to_folded_case().nfc().collect(),
        name.trim_end_matches(['.', ' ']).chars().flat_map(char::to_uppercase).collect(),
        name.trim_end_matches(['.', ' ']).to_lowercase(),
    ]
}

fn assert_apart_everywhere(names: &[Vec<u8>]) {
    let stored = store_siblings(names);
    let mut seen: [HashSet<String>; 4] = Default::default();
    for (name, stored) in names.iter().zip(&stored) {
        assert_eq!(check_stored(stored, &path(name)), Ok(()), "{stored}");
        assert!(is_nfc(stored) && is_nfd(stored), "{stored:?} has another normal form");
        for (view, seen) in as_file_systems_see(stored).into_iter().zip(&mut seen) {
            assert!(!view.is_empty());
            assert!(seen.insert(view), "{stored:?} is taken as another");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_path_gets_a_stored_name_that_the_verifier_takes(names in prop::collection::vec((name(), any::<bool>()), 1..8)) {
        let path = path(&names.iter().map(|(name, _)| name.as_slice()).collect::<Vec<_>>().join(&b'/'));
        let components: Vec<_> = names.iter().map(|(name, twin)| stored_component(name, *twin)).collect();
        let stored = stored_path(&components.join("/"), &path).into_owned();
        prop_assert!(stored.len() <= 900);
        prop_assert_eq!(check_stored(&stored, &path), Ok(()));
    }

    #[test]
    fn a_stored_name_belongs_to_one_path_only(a in name(), b in name(), twins in any::<[bool; 2]>()) {
        let stored = stored_component(&a, twins[0]);
        prop_assert_eq!(check_stored(&stored, &path(&b)).is_ok(), a == b);
        if a != b {
            prop_assert_ne!(stored, stored_component(&b, twins[1]));
        }
    }

    #[test]
    fn siblings_stay_apart_on_every_file_system(names in prop::collection::hash_set(name(), 2..40)) {
        assert_apart_everywhere(&names.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn a_changed_stored_name_is_refused_or_still_decodes_to_the_path(
        name in name(),
        twin in any::<bool>(),
        at in any::<prop::sample::Index>(),
        cut in 0usize..4,
        put in "[=+%. a-f0-9A-F/é\u{200B}]{0,3}|\\PC{0,2}",
    ) {
        let stored: Vec<char> = stored_component(&name, twin).chars().collect();
        let start = at.index(stored.len() + 1);
        let end = (start + cut).min(stored.len());
        let changed: String = stored[..start].iter().copied().chain(put.chars()).chain(stored[end..].iter().copied()).collect();
        if check_stored(&changed, &path(&name)).is_ok() && !changed.starts_with("=+") {
            prop_assert_eq!(decode(&changed), name);
        }
    }

    #[test]
    fn shown_forms_of_different_names_differ(a in name(), b in name()) {
        let (shown_a, shown_b) = (path(&a).shown(), path(&b).shown());
        prop_assert_eq!(shown_a == shown_b, a == b);
        prop_assert!(!shown_a.chars().any(char::is_control));
    }
}

#[test]
fn every_character_alone_and_between_letters_is_stored_safely() {
    for c in (1u32..=0x10FFFF).filter_map(char::from_u32).filter(|&c| c != '/' && c != '.') {
        let plain = c.to_string();
        let stored = stored_component(plain.as_bytes(), false);
        assert!(is_nfc(&stored) && is_nfd(&stored), "{c:?}");
        assert_eq!(check_stored(&stored, &path(plain.as_bytes())), Ok(()), "{c:?}");
        let between = format!("и{c}\u{1100}{c}a");
        let stored = stored_component(between.as_bytes(), false);
        assert!(is_nfc(&stored) && is_nfd(&stored), "{c:?}");
    }
}

#[test]
fn no_two_characters_share_a_stored_name_on_any_file_system() {
    let names: Vec<_> = (0x20u32..0x30000)
        .filter_map(char::from_u32)
        .filter(|c| !matches!(c, '/' | '.'))
        .map(|c| c.to_string().into_bytes())
        .collect();
    assert_apart_everywhere(&names);
}

#[test]
fn the_nastiest_directory_keeps_every_name() {
    let mut names: Vec<Vec<u8>> = [
        "a",
        "a-b",
        "a.b",
        "A",
        "%0A",
        "=0A",
        "\n",
        "x%0Ay",
        "x=0Ay",
        "x\ny",
        "trail ",
        "trail",
        "trail.",
        "trail..",
        " trail",
        "CON",
        "con",
        "con.txt",
        "CON .txt",
        "й",
        "и\u{306}",
        "Й",
        "ё",
        "е\u{308}",
        "한글",
        "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}",
        "straße",
        "STRASSE",
        "strasse",
        "a\u{200D}",
        "~",
        "-rf",
        "*",
        "#x",
        "..a",
        "...",
        "\u{202E}gpj.exe",
    ]
    .iter()
    .map(|name| name.as_bytes().to_vec())
    .collect();
    names.extend([vec![0xFF; 255], vec![b'='; 255], vec![0xFF], vec![0xFE], b"a\xFF".to_vec(), b"A\xFF".to_vec()]);
    assert_apart_everywhere(&names);
}

#[test]
fn ten_thousand_case_twins_stay_apart() {
    let names: Vec<Vec<u8>> =
        (0u32..10_000).map(|bits| (0..14).map(|i| if bits >> i & 1 == 1 { b'A' } else { b'a' }).collect()).collect();
    assert!(colliding(&names).into_iter().all(|twin| twin));
    assert_apart_everywhere(&names);
}

#[test]
fn deep_and_long_paths_are_hashed_as_a_whole() {
    let deep = path(&vec![b"d".as_slice(); 500].join(&b'/'));
    let stored = store_alone(&deep);
    assert_eq!((stored.len(), &stored[..2]), (66, "=+"));
    assert_eq!(check_stored(&stored, &deep), Ok(()));
    let shallower = path(&vec![b"d".as_slice(); 499].join(&b'/'));
    assert_eq!(check_stored(&stored, &shallower), Err(StoredError::Components { stored: 1, path: 499 }));

    let long = path(&vec![[b'n'; 201].as_slice(); 30].join(&b'/'));
    assert_eq!(long.as_bytes().len(), 6059);
    assert_eq!(check_stored(&store_alone(&long), &long), Ok(()));

    let limit = path(&vec![b"d".as_slice(); 450].join(&b'/'));
    assert_eq!(store_alone(&limit).as_bytes(), limit.as_bytes());
}

#[test]
fn a_long_path_and_a_file_named_like_its_hash_do_not_meet() {
    let deep = path(&vec![b"d".as_slice(); 500].join(&b'/'));
    let hash = store_alone(&deep);
    let named_so = path(hash.as_bytes());
    assert_eq!(store_alone(&named_so), format!("=3D{}", &hash[1..]));
    assert_eq!(check_stored(&hash, &named_so), Err(StoredError::Mismatch { component: 1 }));
}

#[test]
fn the_samples_of_the_specification_are_what_the_program_writes() {
    let page = include_str!("../../../../docs/spec/names.md");
    let samples: [&[u8]; 11] = [
        b"photos/a b.jpg",
        b"100%.txt",
        b"x=0Ay",
        b"x\ny",
        b"\xFF\xFE",
        b"$HOME",
        b"end. ",
        b"end.",
        b"CON .txt",
        "йод".as_bytes(),
        "x\u{202E}gpj.exe".as_bytes(),
    ];
    for sample in samples {
        let sample = path(sample);
        let row = format!("| `{}` | `{}` | ", sample.shown(), store_alone(&sample));
        assert!(page.contains(&row), "{row}");
    }
    let twins = store_siblings(&[b"Report".to_vec(), b"REPORT".to_vec(), b"notes".to_vec()]);
    assert!(page.contains(&format!("as `{}`, `{}` and `{}`", twins[0], twins[1], twins[2])));
}
