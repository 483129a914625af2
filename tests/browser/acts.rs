//! What a clerk does with the page: drops, types, changes the language, prints, saves, cancels.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag::verdict::Outcome;
use sealbag::verify::{Anchors, Depth};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_manifest::store::open_packed;
use sealbag_report::{Catalogue, Language};
use sealbag_tests::program::{Office, run_within, workspace};
use sealbag_tests::vectors::Tree;
use serde::Deserialize;
use serde_json::{Value, json};

use super::drive::run_script;
use super::native;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Seen {
    empty_is_disabled: bool,
    folder_sees_empty: bool,
    anchor_list: String,
    dropped: String,
    languages: BTreeMap<String, Spoken>,
    typed: String,
    short_hash: String,
    short_hash_verified: bool,
    other_hash: String,
    chosen_again: bool,
    no_anchor: String,
    no_bag: String,
    cancelled: String,
    cancelled_verdict: bool,
    afterwards: String,
    stopped: String,
    stopped_text: String,
    requests: Vec<String>,
    errors: Vec<String>,
}

#[derive(Deserialize)]
struct Spoken {
    lang: String,
    title: String,
    verdict: String,
    text: String,
    untranslated: Vec<String>,
}

fn golden(name: &str) -> PathBuf {
    workspace().join("fixtures/golden/v1").join(name)
}

fn pack(office: &Office, bag: &Path, name: &str) -> PathBuf {
    let out = office.path(name);
    office.sealbag(["pack".as_ref(), bag.as_os_str(), "--out".as_ref(), out.as_os_str()]).expect_code(0);
    out
}

/// A bag whose data take the page some seconds, though they take no place on the disk.
fn large(office: &Office) -> PathBuf {
    let source = office.path("large");
    fs::create_dir(&source).expect("make a folder");
    let file = fs::File::create(source.join("disk.img")).expect("make a file");
    file.set_len(512 << 20).expect("make it large");
    let bag = office.seal(&source, "large.bag", &["--no-reread"]);
    pack(office, &bag, "large.zip")
}

fn outcome(json: &str) -> String {
    let verdict: Value = serde_json::from_str(json).expect("a verdict");
    verdict["outcome"].as_str().expect("an outcome").to_owned()
}

#[test]
fn a_clerk_drops_types_reads_prints_saves_and_cancels() {
    let office = Office::open();
    let folder = office.path("life.bag");
    let archive = fs::read(golden("life.tar")).expect("the archive");
    Tree::from_tar(&archive, "life.bag").expect("an archive").write_to(&folder).expect("write the bag");
    let packed = pack(&office, &folder, "life.zip");
    let hash = sha256(&fs::read(folder.join("custody/000000.txt")).expect("the seal"));
    let (saved, printed) = (office.path("saved.json"), office.path("printed.pdf"));
    let plan = json!({
        "folder": folder, "packed": packed, "other": golden("golden.json"), "large": large(&office),
        "authority": golden("authority.pub"), "roster": golden("roster.txt"), "receipt": golden("receipt.txt"),
        "sealHash": hash.to_hex(), "saved": saved, "printed": printed,
    });
    let seen: Seen = run_script(&office, "acts.mjs", &plan, Duration::from_secs(300));
    assert_eq!(seen.errors, [""; 0], "the page had an error");
    let foreign = |url: &&String| !url.starts_with("file:") && !url.starts_with("blob:");
    assert_eq!(seen.requests.iter().find(foreign), None, "a request left the page");
    assert!(seen.empty_is_disabled);

    // Dropped: a folder with its anchors. What a dropped folder shows, and what not.
    assert!(seen.folder_sees_empty, "a dropped folder shows empty directories");
    for name in ["authority.pub", "roster.txt", "receipt.txt"] {
        assert!(seen.anchor_list.contains(name), "{}", seen.anchor_list);
    }
    let dropped: Value = serde_json::from_str(&seen.dropped).expect("a verdict");
    assert_eq!(dropped["anchors"], json!(["authority", "receipt"]));
    // The roster is no anchor of its own; that it was taken shows in who is named.
    assert_eq!(dropped["custody"]["holder"]["name"], "Insp. A. Golden");
    assert_eq!(dropped["outcome"], "confirmed_with_remarks");
    let partly = dropped["checks"].as_array().expect("checks").iter().find(|check| check["check"] == "file_set");
    assert_eq!(partly.expect("the check")["not_run"], json!(["links", "special_files"]));
    assert_eq!(fs::read_to_string(&saved).expect("what was saved"), seen.dropped);

    // The same result in each language, with the words of the catalogue.
    for language in Language::ALL {
        let spoken = &seen.languages[language.tag()];
        assert_eq!(spoken.lang, language.tag());
        assert!(spoken.untranslated.is_empty(), "{:?}", spoken.untranslated);
        let words = Catalogue::new(language).outcome(Outcome::ConfirmedWithRemarks);
        assert!(spoken.verdict.ends_with(&*words), "{} {}", spoken.verdict, words);
        assert!(spoken.text.contains("bag.not_seen"), "{}", spoken.text);
    }
    let titles: std::collections::BTreeSet<&String> = seen.languages.values().map(|spoken| &spoken.title).collect();
    assert_eq!(titles.len(), 3);

    // Printed: the result, and nothing that is only for a screen.
    let mut to_text = Command::new("pdftotext");
    let paper =
        run_within(to_text.arg("-layout").arg(&printed).arg("-"), Duration::from_secs(60)).expect_code(0).text();
    let words = Catalogue::new(Language::English).outcome(Outcome::ConfirmedWithRemarks);
    assert!(paper.contains(&*words), "{paper}");
    assert!(paper.contains(&hash.to_hex()[..8]), "{paper}");
    for button in ["Verify another package", "Save the result", "Қазақша"] {
        assert!(!paper.contains(button), "{button} is printed");
    }

    // Typed: the hash in groups and capitals; one too short; another one.
    let store = open_packed(&packed).expect("a packed bag");
    let by_hash = |hash: Sha256Digest| Anchors { seal_hash: Some(hash), ..Anchors::default() };
    assert_eq!(seen.typed, native::as_json(&store, &by_hash(hash), Depth::Full));
    assert!(seen.short_hash.contains("64"), "{}", seen.short_hash);
    assert!(!seen.short_hash_verified, "a hash that is none starts nothing");
    assert_eq!(outcome(&seen.other_hash), "violated");

    assert!(seen.chosen_again, "a file that is chosen again is taken again");

    // Refused.
    assert!(seen.no_anchor.contains("golden.json"), "{}", seen.no_anchor);
    assert!(seen.no_bag.contains("golden.json"), "{}", seen.no_bag);

    // Cancelled: no result, and the page goes on. Stopped: the first result, which says what it is.
    assert!(!seen.cancelled.is_empty() && !seen.cancelled_verdict);
    assert_eq!(seen.afterwards, native::as_json(&store, &Anchors::default(), Depth::Full));
    let store = open_packed(&office.path("large.zip")).expect("a packed bag");
    assert_eq!(seen.stopped, native::as_json(&store, &Anchors::default(), Depth::Quick));
    assert!(seen.stopped_text.contains("Only the BLAKE3 value"), "{}", seen.stopped_text);
}
