//! Reports, and the languages of `verify` and `log`: over the golden bags, and over bags whose names and notes are hostile.

use std::path::{Path, PathBuf};

use sealbag_report::{Catalogue, Language};
use sealbag_tests::claims::{LIMITS, forbidden_in, own_words};
use sealbag_tests::hostile::hostile_names;
use sealbag_tests::maker::Maker;
use sealbag_tests::program::{Office, Run, workspace};
use sealbag_tests::vectors::Tree;

const LANGUAGES: [Language; 3] = Language::ALL;

/// Each golden bag that shows another verdict, what is brought to it, and the exit code.
const BAGS: [(&str, &[&str], i32); 6] = [
    ("life", &["--authority", "authority.pub", "--roster", "roster.txt"], 0),
    ("in-transit", &["--signer", "officer.pub"], 0),
    ("changed", &["--authority", "authority.pub", "--roster", "roster.txt"], 1),
    ("dropped", &["--signer", "officer.pub"], 1),
    ("detached", &["--signer", "officer.pub"], 2),
    ("thief", &[], 2),
];

fn golden(name: &str) -> PathBuf {
    workspace().join("fixtures/golden/v1").join(name)
}

fn unpack(office: &Office, name: &str) -> PathBuf {
    let archive = std::fs::read(golden(&format!("{name}.tar"))).expect("the archive");
    let bag = office.path(&format!("{name}.bag"));
    Tree::from_tar(&archive, &format!("{name}.bag")).expect("an archive").write_to(&bag).expect("write the bag");
    bag
}

/// Flags, with the names of files behind them as paths.
fn brought(flags: &[&str]) -> Vec<String> {
    let path = |flag: &&str| match flag.starts_with("--") {
        true => (*flag).to_owned(),
        false => golden(flag).to_str().expect("UTF-8").to_owned(),
    };
    flags.iter().map(path).collect()
}

fn report(office: &Office, bag: &Path, out: &Path, language: Language, more: &[String]) -> Run {
    let mut arguments: Vec<String> =
        ["report", text(bag), "--out", text(out), "--lang", language.tag(), "--time", "2026-11-27T08:00:00Z"]
            .map(str::to_owned)
            .to_vec();
    arguments.extend(more.iter().cloned());
    office.sealbag(arguments)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn each_golden_bag_has_a_report_in_each_language_with_its_verdict() {
    let office = Office::open();
    for (name, flags, code) in BAGS {
        let bag = unpack(&office, name);
        for language in LANGUAGES {
            let out = office.path(&format!("{name}-{language}.html"));
            let run = report(&office, &bag, &out, language, &brought(flags)).expect_code(code);
            let page = std::fs::read_to_string(&out).expect("the report");
            let words = run.text().lines().next().expect("the verdict").to_owned();
            assert!(page.contains(&format!("</span>{words}</p>")), "{name} {language}: no {words}");
            assert!(page.contains(&format!("<html lang=\"{language}\">")), "{name} {language}");
            let again = office.path(&format!("{name}-{language}-again.html"));
            report(&office, &bag, &again, language, &brought(flags)).expect_code(code);
            assert_eq!(
                page,
                std::fs::read_to_string(&again).expect("the report"),
                "{name} {language}: not the same bytes"
            );
        }
    }
}

/// A page asks for nothing, runs nothing, and its policy would not let it.
#[test]
fn a_report_needs_nothing_and_may_do_nothing() {
    let office = Office::open();
    let (bag, out) = (unpack(&office, "life"), office.path("r.html"));
    report(&office, &bag, &out, Language::Kazakh, &[]).expect_code(2);
    let page = std::fs::read_to_string(&out).expect("the report");
    assert!(page.contains("content=\"default-src 'none'; style-src 'sha256-"), "no policy");
    for forbidden in
        ["<script", "<iframe", "<object", "<link", "<img", " style=", " on", "http:", "https:", "url(", "@import"]
    {
        let found = page.match_indices(forbidden).find(|(at, _)| {
            let near = &page[at.saturating_sub(12)..(at + 48).min(page.len())];
            // The name space of SVG is no address that anything asks for; words may begin with "on".
            !near.contains("www.w3.org/2000/svg") && (forbidden != " on" || near.contains("=\""))
        });
        let is_attribute = |at: usize| page[..at].rfind('<') > page[..at].rfind('>');
        assert!(found.is_none_or(|(at, _)| forbidden == " on" && !is_attribute(at)), "{forbidden} in the page");
    }
}

#[test]
fn no_report_claims_more_than_a_program_can_know() {
    let office = Office::open();
    for (name, flags, code) in BAGS {
        let bag = unpack(&office, name);
        for language in LANGUAGES {
            let out = office.path(&format!("{name}-{language}.html"));
            report(&office, &bag, &out, language, &brought(flags)).expect_code(code);
            let page = std::fs::read_to_string(&out).expect("the report");
            let words = Catalogue::new(language);
            for limit in LIMITS {
                assert!(page.contains(&words.text(limit)), "{name} {language}: {limit} is not in the page");
            }
            let own = own_words(&page, &words);
            assert!(own.len() > 2000, "{name} {language}: hardly a page");
            assert_eq!(forbidden_in(&own), None, "{name} {language}");
        }
    }
}

#[test]
fn the_search_for_forbidden_words_finds_them() {
    for text in ["this proves it", "отчёт подлинного", "файл түпнұсқа екені дәлелденді.", "it is true"]
    {
        assert!(forbidden_in(text).is_some(), "{text}");
    }
    for text in ["truer", "дәлелдемелер", "доказательство", "custody.examined_original", "examined_original"]
    {
        assert_eq!(forbidden_in(text), None, "{text}");
    }
}

/// A page may name a person only by a roster, and speak of time only by a token.
#[test]
fn a_report_without_a_roster_names_the_key_and_not_the_person() {
    let office = Office::open();
    let bag = unpack(&office, "life");
    for language in LANGUAGES {
        let words = Catalogue::new(language);
        let out = office.path(&format!("key-{language}.html"));
        report(&office, &bag, &out, language, &brought(&["--signer", "officer.pub"]));
        let page = std::fs::read_to_string(&out).expect("the report");
        assert!(page.contains(&words.text("claim-no_roster")), "{language}");
        assert!(page.contains(&words.text("claim-no_timestamp")), "{language}");
    }
    let words = Catalogue::new(Language::English);
    let out = office.path("none.html");
    report(&office, &bag, &out, Language::English, &[]).expect_code(2);
    let page = std::fs::read_to_string(&out).expect("the report");
    assert!(page.contains(&words.text("claim-self_consistent")));
    assert!(!page.contains("None of them has been changed or removed since that record was signed"));
    assert!(!page.contains("no entry has been changed, removed or inserted"));
}

const HOSTILE_NOTE: &str = "<script>alert(1)</script><img src=x onerror=alert(2)> & \\\"'></bdi><b>";

#[test]
fn hostile_names_and_notes_are_text_in_the_page_and_on_the_terminal() {
    let office = Office::open();
    let source = office.path("source");
    std::fs::create_dir(&source).expect("a folder");
    let maker = Maker::at(&source).expect("a maker");
    for name in hostile_names() {
        maker.file(&name, b"x").expect("a file");
    }
    maker.file("<script>alert(1)<\u{2215}script>".as_bytes(), b"x").expect("a file");
    maker.file("\u{202E}gpj.exe".as_bytes(), b"x").expect("a file");
    let form = office.path("form.toml");
    let note = HOSTILE_NOTE.replace('\\', "\\\\").replace('"', "\\\"");
    std::fs::write(
        &form,
        format!("[exhibit]\nnumber = \"A1\"\ndescription = \"{note}\"\n\n[details]\nnote = \"{note}\"\n"),
    )
    .expect("a form");
    let bag = office.seal(&source, "hostile.bag", &["--form", text(&form)]);
    let signer = office.signer();
    let anchor = ["--signer".to_owned(), text(&signer).to_owned()];
    for language in LANGUAGES {
        let out = office.path(&format!("hostile-{language}.html"));
        report(&office, &bag, &out, language, &anchor).expect_code(0);
        let page = std::fs::read_to_string(&out).expect("the report");
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"), "{language}");
        assert!(page.contains("&lt;script&gt;alert(1)"), "{language}: the note is not there");
        assert!(page.contains("\\u{202E}gpj.exe"), "{language}: the name is not there");
        assert!(!page.chars().any(|c| "\u{1b}\u{7}\u{7f}\u{85}\u{202E}\u{2028}\u{200B}".contains(c)), "{language}");
        for command in ["verify", "log"] {
            let arguments = [command, text(&bag), "--lang", language.tag(), "--signer", text(&signer)];
            let shown = office.sealbag(arguments).expect_code(0).text();
            assert!(!shown.chars().any(|c| c.is_control() && c != '\n' || "\u{202E}\u{2028}".contains(c)), "{command}");
        }
    }
}

#[test]
fn verify_and_log_speak_the_language_that_is_asked_for_and_json_does_not_change() {
    let office = Office::open();
    let bag = unpack(&office, "life");
    let officer = golden("officer.pub");
    for command in ["verify", "log"] {
        let plain = office.sealbag([command, text(&bag), "--signer", text(&officer)]);
        for language in LANGUAGES {
            let words = Catalogue::new(language);
            let flags = [command, text(&bag), "--signer", text(&officer), "--lang", language.tag()];
            let run = office.sealbag(flags);
            assert_eq!(run.code, plain.code);
            let heading = words.text(if command == "verify" { "check-signature" } else { "says-seal" });
            assert!(run.text().contains(&heading), "{command} {language}: {}", run.text());
            if language == Language::English {
                assert_eq!(run.text(), plain.text());
            }
            // The moment of the check stands around the verdict; the log's JSON has none.
            let json = |more: &[&str]| {
                let all = flags[..4].iter().copied().chain(["--json"]).chain(more.iter().copied());
                let text = office.sealbag(all).text();
                text.split_once("\"verdict\":").map_or(text.clone(), |(_, verdict)| verdict.to_owned())
            };
            assert_eq!(json(&["--lang", language.tag()]), json(&[]), "{command} {language}");
        }
    }
}

#[test]
fn the_language_may_be_configured_and_a_wrong_one_is_refused() {
    let office = Office::open();
    let bag = unpack(&office, "sealed");
    let officer = golden("officer.pub");
    let arguments = ["verify", text(&bag), "--signer", text(&officer)];
    let mut command = office.command(arguments);
    command.env("SEALBAG_LANG", "ru");
    let run = sealbag_tests::program::run_within(&mut command, std::time::Duration::from_secs(60));
    assert!(run.text().contains("ПОДТВЕРЖДЕНА С ЗАМЕЧАНИЯМИ"), "{}", run.text());
    let mut command = office.command(arguments);
    command.env("SEALBAG_LANG", "de");
    let run = sealbag_tests::program::run_within(&mut command, std::time::Duration::from_secs(60)).expect_code(64);
    assert!(run.stderr.contains("SEALBAG_LANG names no language of this program"), "{}", run.stderr);
    office.sealbag(arguments.into_iter().chain(["--lang", "de"])).expect_code(64);
}

#[test]
fn a_packed_bag_has_the_report_of_the_bag_and_a_broken_one_no_answer() {
    let office = Office::open();
    let bag = unpack(&office, "life");
    office.sealbag(["pack", text(&bag)]).expect_code(0);
    let packed = office.path("life.bag.zip");
    let anchors = brought(BAGS[0].1);
    let pages = [&bag, &packed].map(|bag| {
        let out = office.path(&format!("{}.html", bag.file_name().expect("a name").to_string_lossy()));
        report(&office, bag, &out, Language::Kazakh, &anchors).expect_code(0);
        std::fs::read_to_string(&out).expect("the report")
    });
    assert_eq!(pages[0], pages[1].replace("life.bag.zip", "life.bag"));
    let label = office.path("label.svg");
    office.sealbag(["label", text(&packed), "--out", text(&label)]).expect_code(0);
    let mut bytes = std::fs::read(&packed).expect("a packed bag");
    bytes.truncate(bytes.len() - 3);
    std::fs::write(&packed, bytes).expect("a packed bag that is not whole");
    for language in LANGUAGES {
        let out = office.path(&format!("broken-{language}.html"));
        report(&office, &packed, &out, language, &anchors).expect_code(2);
        let (page, words) = (std::fs::read_to_string(&out).expect("the report"), Catalogue::new(language));
        for key in ["verdict-undetermined", "finding-packed-malformed", "subject-not-shown"] {
            assert!(page.contains(&words.text(key)), "{language}: no {key}");
        }
        assert_eq!(forbidden_in(&own_words(&page, &words)), None, "{language}");
    }
    std::fs::write(&packed, "no bag").expect("a file");
    report(&office, &packed, &office.path("none.html"), Language::English, &[]).expect_code(2);
    assert!(!office.path("none.html").exists());
}

#[test]
fn a_report_is_never_written_into_the_bag_nor_over_a_file() {
    let office = Office::open();
    let bag = unpack(&office, "life");
    let inside = bag.join("report.html");
    report(&office, &bag, &inside, Language::English, &[]).expect_code(64);
    assert!(!inside.exists());
    let taken = office.path("taken.html");
    std::fs::write(&taken, "mine").expect("a file");
    report(&office, &bag, &taken, Language::English, &[]).expect_code(64);
    assert_eq!(std::fs::read_to_string(&taken).expect("the file"), "mine");
    report(&office, &bag, &office.path("report.doc"), Language::English, &[]).expect_code(64);
}
