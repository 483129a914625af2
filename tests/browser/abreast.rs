//! Files that a worker reads and hashes side by side: every length around the ends of blocks, pieces, groups and strokes.

use std::fs;
use std::time::Duration;

use sealbag::verify::Depth;
use sealbag_manifest::store::open_packed;
use sealbag_tests::program::Office;
use serde_json::json;

use super::drive::drive;
use super::native;

const KIB: usize = 1 << 10;
const MIB: usize = 1 << 20;

/// So many that the lanes are filled, with ends that fall everywhere. Half of them are over the size that is read at one stroke.
const SIZES: [usize; 28] = [
    0,
    1,
    55,
    56,
    63,
    64,
    65,
    KIB - 1,
    512 * KIB - 1,
    512 * KIB,
    512 * KIB + 1,
    MIB - 1,
    MIB,
    MIB + 1,
    MIB + 55,
    MIB + 64,
    MIB + 512 * KIB - 1,
    MIB + 512 * KIB,
    MIB + 512 * KIB + 1,
    2 * MIB - 1,
    2 * MIB,
    2 * MIB + 1,
    2 * MIB + 63,
    3 * MIB + 17,
    3 * MIB + 512 * KIB + 9,
    5 * MIB,
    7 * MIB + 333,
    9 * MIB + 1,
];

#[test]
fn files_of_every_length_are_confirmed_and_a_changed_one_is_named() {
    let office = Office::open();
    let source = office.path("source");
    fs::create_dir(&source).expect("make a folder");
    let content: Vec<u8> = (0..10u32 << 20).map(|index| (index.wrapping_mul(2_246_822_519) >> 23) as u8).collect();
    for (number, size) in SIZES.into_iter().enumerate() {
        fs::write(source.join(format!("{number:02}")), &content[number..number + size]).expect("write");
    }
    let bag = office.seal(&source, "A1.bag", &["--also", "md5,sha1,sha512"]);
    let (anchors, given) = native::signer(&office);
    let verdicts = |change: &str| {
        let packed = office.path(&format!("{change}.zip"));
        office.sealbag(["pack".as_ref(), bag.as_os_str(), "--out".as_ref(), packed.as_os_str()]).expect_code(0);
        let store = open_packed(&packed).expect("a packed bag");
        let natives = [native::of_folder(&bag, &anchors, Depth::Full), native::as_json(&store, &anchors, Depth::Full)];
        for workers in 1..=2 {
            let cases = json!([
                { "name": "folder", "folder": bag, "anchors": given },
                { "name": "packed", "packed": packed, "anchors": given },
            ]);
            let asked = json!({ "cases": cases, "hash": format!("#workers={workers}") });
            let answers = drive(&office, &asked, Duration::from_secs(300));
            for (answer, native) in answers.results.iter().zip(&natives) {
                assert_eq!(answer.error, None, "{}", answer.name);
                assert_eq!(answer.json.as_ref(), Some(native), "{change}, {}, {workers} workers", answer.name);
            }
        }
        natives
    };
    for verdict in verdicts("whole") {
        assert!(verdict.contains(r#""outcome":"confirmed_with_remarks""#), "{verdict}");
    }
    // The last byte of each of two files that are hashed in different lanes.
    for number in [16, 23] {
        let size = SIZES[number];
        let mut changed = content[number..number + size].to_vec();
        changed[size - 1] ^= 0x40;
        fs::write(bag.join(format!("data/{number:02}")), &changed).expect("change a byte");
    }
    for verdict in verdicts("changed") {
        assert!(verdict.contains("data/16") && verdict.contains("data/23"), "{verdict}");
        assert!(!verdict.contains("data/15") && !verdict.contains("data/24"), "{verdict}");
    }
}
