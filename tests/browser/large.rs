//! Large files: in parts by all workers first, then as a whole.

use std::fs;
use std::time::Duration;

use sealbag::verify::Depth;
use sealbag_manifest::store::open_packed;
use sealbag_tests::program::Office;
use serde_json::json;

use super::drive::drive;
use super::native;

#[test]
fn large_files_are_compared_in_parts_first_and_damage_is_named_to_the_mib() {
    let office = Office::open();
    let source = office.path("source");
    fs::create_dir(&source).expect("make a folder");
    let large: Vec<u8> = (0..90u32 << 20).map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    fs::write(source.join("disk.img"), &large).expect("write");
    fs::write(source.join("edge"), &large[..(16 << 20) + 1]).expect("write");
    fs::write(source.join("small"), b"small").expect("write");
    let bag = office.seal(&source, "A1.bag", &["--also", "md5,sha1,sha512"]);
    let (anchors, given) = native::signer(&office);
    let expect = |change: &str| {
        let packed = office.path(&format!("{change}.zip"));
        office.sealbag(["pack".as_ref(), bag.as_os_str(), "--out".as_ref(), packed.as_os_str()]).expect_code(0);
        let cases = json!([
            { "name": "folder", "folder": bag, "quick": true, "text": true, "anchors": given },
            { "name": "packed", "packed": packed, "quick": true, "text": true, "anchors": given },
        ]);
        let answers = drive(&office, &json!({ "cases": cases, "hash": "#workers=2" }), Duration::from_secs(600));
        let store = open_packed(&packed).expect("a packed bag");
        let natives = [Depth::Full, Depth::Quick]
            .map(|depth| [native::of_folder(&bag, &anchors, depth), native::as_json(&store, &anchors, depth)]);
        for (at, answer) in answers.results.iter().enumerate() {
            assert_eq!(answer.error, None, "{}", answer.name);
            assert_eq!(answer.depth.as_deref(), Some("full"));
            assert_eq!(answer.json.as_ref(), Some(&natives[0][at]), "{change}, {}", answer.name);
            assert_eq!(answer.quick.as_ref(), Some(&natives[1][at]), "{change}, {}, the first result", answer.name);
            let text = answer.text.as_deref().unwrap_or_default();
            assert!(text.contains("then SHA-256 and BLAKE3, computed anew"), "what was done is said: {text}");
        }
        answers.results[1].json.clone().unwrap_or_default()
    };
    assert!(expect("whole").contains(r#""outcome":"confirmed_with_remarks""#));
    let mut changed = large.clone();
    changed[(70 << 20) + 5] ^= 1;
    fs::write(bag.join("data/disk.img"), &changed).expect("change a byte");
    assert!(expect("changed").contains("differs in bytes 73400320-74448896"));
}
