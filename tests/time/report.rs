//! Reports on attested time: INTEGRITY CONFIRMED in three languages, and declared times beside attested ones.

use std::path::{Path, PathBuf};

use sealbag_report::{Catalogue, Language};
use sealbag_tests::claims::{forbidden_in, own_words};
use sealbag_tests::verapdf::assert_keeps_both_standards;

use crate::scene::{ROSTER, Scene, TSA};

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// The report of `A1.bag`, or of another; made twice, it is the same bytes.
#[track_caller]
fn report(scene: &Scene, bag: &str, name: &str, language: Language, anchors: &[&str]) -> PathBuf {
    let [out, again] = [name.to_owned(), format!("again-{name}")].map(|name| scene.office.path(&name));
    for out in [&out, &again] {
        let first = ["report", bag, "--out", text(out), "--lang", language.tag(), "--time", "2026-11-27T08:00:00Z"];
        scene.run(&[&first[..], anchors].concat()).expect_code(0);
    }
    let bytes = |path: &Path| std::fs::read(path).expect("a report");
    assert!(bytes(&out) == bytes(&again), "{name}: not the same bytes");
    out
}

#[test]
fn what_is_confirmed_is_said_to_the_bench_and_no_more() {
    let scene = Scene::sealed();
    scene.lay("2026-03-02 08:10:00", 0, 1);
    scene.run(&["pack", "A1.bag"]).expect_code(0);
    let anchors = [&ROSTER[..], &TSA].concat();
    let mut files = Vec::new();
    for language in Language::ALL {
        let words = Catalogue::new(language);
        let page = report(&scene, "A1.bag", &format!("{language}.html"), language, &anchors);
        let page = std::fs::read_to_string(page).expect("a page");
        let bench = words.text("sentence-bench");
        let last = bench.rsplit(". ").next().expect("a sentence");
        assert!(page.contains(&words.text("verdict-confirmed")) && page.contains(last), "{language}");
        for absent in ["claim-no_roster", "claim-no_timestamp", "claim-self_consistent", "found-caption"] {
            assert!(!page.contains(&words.text(absent)), "{language}: {absent}");
        }
        assert!(page.contains("Test TSA") && page.contains(&words.text("stamps-rule")), "{language}");
        assert_eq!(forbidden_in(&own_words(&page, &words)), None, "{language}");
        // Packed, it is the same but for the name of the package.
        let packed = report(&scene, "A1.bag.zip", &format!("packed-{language}.html"), language, &anchors);
        let packed = std::fs::read_to_string(packed).expect("a page");
        assert_eq!(packed.replace("A1.bag.zip", "A1.bag"), page, "{language}");
        files.push(report(&scene, "A1.bag", &format!("{language}.pdf"), language, &anchors));
    }
    assert_keeps_both_standards(&files);
}

#[test]
fn declared_and_attested_times_stand_beside_each_other() {
    let scene = Scene::sealed();
    scene.enters_token("2026-03-02 08:10:00", "2026-03-02 08:11:00", 0);
    scene.stores("2026-03-02 09:00:00");
    for language in Language::ALL {
        let words = Catalogue::new(language);
        let page = report(&scene, "A1.bag", &format!("{language}.html"), language, &[&ROSTER[..], &TSA].concat());
        let page = std::fs::read_to_string(page).expect("a page").replace('\u{A0}', " ");
        for key in ["custody-declared", "custody-attested", "finding-time-uncovered"] {
            assert!(page.to_lowercase().contains(&words.text(key).to_lowercase()), "{language}: no {key}");
        }
        assert!(page.contains("08:10:01 (UTC)"), "{language}");
        assert!(page.contains("<td data-label=") && page.contains("custody/000000.1.tsr"), "{language}");
    }
}
