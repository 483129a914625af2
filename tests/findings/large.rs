//! Which line of a long manifest differs, and which part of a large file.

use sealbag::finding::Code;
use sealbag::verdict::{Check, Status};
use sealbag_tests::vectors::scenes;

use super::{by_key, one, status};

const MANIFEST: &str = "manifest-sha256.txt";
/// Lines of more than one part that is compared at once.
const FILES: usize = 2_000;

#[test]
fn the_first_line_of_a_long_manifest_that_differs_is_named() {
    let good = scenes::many(FILES);
    let manifest = good.clone().file(MANIFEST).clone();
    let lines: Vec<&[u8]> = manifest.split_inclusive(|&byte| byte == b'\n').collect();
    assert!(lines.len() == FILES && manifest.len() > 2 << 16);
    let named = |manifest: Vec<u8>| {
        let mut bag = good.clone();
        bag.put(MANIFEST, manifest);
        one(&by_key(&bag), Code::Manifest)
    };
    let changed = |numbers: &[usize]| {
        let line = |(at, line): (usize, &&[u8])| match numbers.contains(&(at + 1)) {
            true => [b"x", &line[1..]].concat(),
            false => line.to_vec(),
        };
        lines.iter().enumerate().flat_map(line).collect::<Vec<u8>>()
    };
    for numbers in [&[1][..], &[2], &[FILES / 2], &[FILES - 1], &[FILES], &[1, FILES], &[700, FILES / 2, FILES]] {
        assert_eq!(named(changed(numbers)).place, format!("{MANIFEST} line {}", numbers[0]), "{numbers:?}");
    }
    let more = named([manifest.as_slice(), lines[0]].concat());
    assert_eq!(more.place, format!("{MANIFEST} line {}", FILES + 1));
    assert_eq!(more.found.as_deref(), Some("more than the list has"));
    assert_eq!(named(lines[..FILES - 1].concat()).place, format!("{MANIFEST} line {FILES}"));
    assert_eq!(status(&by_key(&good), Check::Manifest), Status::Passed);
}

#[test]
fn chunk_values_say_which_part_of_a_large_file_differs_as_long_as_they_hold() {
    const MIB: usize = 1 << 20;
    let good = scenes::large();
    assert_eq!(status(&by_key(&good), Check::Chunks), Status::Passed);
    let mut changed = good;
    for at in [3 * MIB, 4 * MIB, 17 * MIB - 6] {
        changed.file("data/b.img")[at] = 1;
    }
    let finding = one(&by_key(&changed), Code::FileChanged);
    let (digest, parts) = finding.found.as_deref().and_then(|found| found.split_once("; ")).expect("two parts");
    assert!(digest.starts_with("sha256 "));
    assert_eq!(parts, "differs in bytes 3145728-5242880, 16777216-17825792");
    assert!(finding.damage.is_some());
    // Other values, of the other file: none of them is believed.
    changed.file("seal/chunks.blake3")[0] ^= 1;
    let verdict = by_key(&changed);
    assert_eq!(one(&verdict, Code::ChunksMismatch).place, "a.img");
    let finding = one(&verdict, Code::FileChanged);
    assert!(finding.found.is_some_and(|found| !found.contains("differs")) && finding.damage.is_none());
}
