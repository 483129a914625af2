//! Reports, forms and labels as PDF: the standards that they claim, the attachment, the square code, hostile texts, long lists.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use sealbag_report::{Catalogue, Language};
use sealbag_tests::claims::{forbidden_in, own_words};
use sealbag_tests::maker::Maker;
use sealbag_tests::program::{Office, Run, peak_memory, run_within, workspace};
use sealbag_tests::vectors::Tree;
use sealbag_tests::verapdf::{assert_keeps_both_standards, checker};

const ANCHORS: [&str; 4] = ["--authority", "authority.pub", "--roster", "roster.txt"];
/// Bags of each verdict, and how `report` ends.
const BAGS: [(&str, &[&str], i32); 4] =
    [("life", &ANCHORS, 0), ("changed", &ANCHORS, 1), ("thief", &[], 2), ("sealed", &["--signer", "officer.pub"], 0)];

fn golden(name: &str) -> PathBuf {
    workspace().join("fixtures/golden/v1").join(name)
}

fn unpack(office: &Office, name: &str) -> PathBuf {
    let archive = std::fs::read(golden(&format!("{name}.tar"))).expect("the archive");
    let bag = office.path(&format!("{name}.bag"));
    Tree::from_tar(&archive, &format!("{name}.bag")).expect("an archive").write_to(&bag).expect("write the bag");
    bag
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn report(office: &Office, bag: &Path, out: &Path, anchors: &[&str], more: &[&str]) -> Run {
    let anchors = anchors.iter().map(|flag| match flag.starts_with("--") {
        true => (*flag).to_owned(),
        false => text(&golden(flag)).to_owned(),
    });
    let first = ["report", text(bag), "--out", text(out), "--time", "2026-11-27T08:00:00Z"].map(str::to_owned);
    office.sealbag(first.into_iter().chain(anchors).chain(more.iter().map(|flag| (*flag).to_owned())))
}

/// Runs a tool; it must be there and succeed.
fn tool(name: &str, arguments: &[&str]) -> Run {
    run_within(Command::new(name).args(arguments), Duration::from_secs(300)).expect_code(0)
}

#[test]
fn every_report_is_pdf_a_3a_and_pdf_ua_1() {
    let office = Office::open();
    let mut files = Vec::new();
    for (name, anchors, code) in BAGS {
        let bag = unpack(&office, name);
        for language in Language::ALL {
            let out = office.path(&format!("{name}-{language}.pdf"));
            report(&office, &bag, &out, anchors, &["--lang", language.tag()]).expect_code(code);
            let again = office.path(&format!("{name}-{language}-again.pdf"));
            report(&office, &bag, &again, anchors, &["--lang", language.tag()]).expect_code(code);
            assert!(std::fs::read(&out).expect("a PDF") == std::fs::read(&again).expect("a PDF"), "{name} {language}");
            let third = tool("pdftotext", &["-f", "3", "-l", "3", "-raw", text(&out), "-"]).text();
            let custody = format!("7. {}", Catalogue::new(language).text("heading-custody"));
            assert!(third.contains(&custody), "{name} {language}: the core is not two pages: {third}");
            files.push(out);
        }
    }
    assert_keeps_both_standards(&files);
}

/// Where a large file was changed, the map in the report shows it, to the MiB.
#[test]
fn a_damaged_image_has_a_map_in_the_report_of_its_packed_bag() {
    const MIB: usize = 1 << 20;
    let office = Office::open();
    let source = office.path("source");
    std::fs::create_dir(&source).expect("a folder");
    let image: Vec<u8> = (0..24 * MIB).map(|at| (at / 4096) as u8).collect();
    std::fs::write(source.join("disk.img"), &image).expect("an image");
    let bag = office.seal(&source, "A1.bag", &[]);
    let damaged = bag.join("data/disk.img");
    let mut bytes = image;
    (5 * MIB..7 * MIB).for_each(|at| bytes[at] ^= 0xFF);
    bytes[20 * MIB + 17] ^= 1;
    std::fs::remove_file(&damaged).expect("the sealed copy");
    std::fs::write(&damaged, bytes).expect("a damaged image");
    office.sealbag(["pack", "A1.bag"]).expect_code(0);
    let packed = office.path("A1.bag.zip");
    let (signer, mut files) = (office.signer(), Vec::new());
    for language in Language::ALL {
        let words = Catalogue::new(language);
        let out = office.path(&format!("damaged-{language}.pdf"));
        let anchor = ["--signer", text(&signer), "--lang", language.tag()];
        report(&office, &packed, &out, &[], &anchor).expect_code(1);
        let said = tool("pdftotext", &["-raw", text(&out), "-"]).text().replace('\u{A0}', " ");
        for key in ["verdict-violated", "finding-file-changed"] {
            assert!(said.contains(&words.text(key)), "{language}: no {key} in {said}");
        }
        for place in ["5 242 880", "7 340 031", "20 971 520", "22 020 095"] {
            assert!(said.contains(place), "{language}: no {place} in {said}");
        }
        let html = office.path(&format!("damaged-{language}.html"));
        report(&office, &packed, &html, &[], &anchor).expect_code(1);
        let page = std::fs::read_to_string(&html).expect("a page");
        // Fifty cells of 24 MiB: bytes 5 to 7 MiB begin in the eleventh; of byte 20 MiB + 17 its MiB is known.
        let map = format!("{}x###x{}x#x{}", ".".repeat(10), ".".repeat(26), ".".repeat(6));
        assert!(page.contains(&map), "{language}: no {map}");
        assert_eq!(forbidden_in(&own_words(&page, &words)), None, "{language}");
        files.push(out);
    }
    assert_keeps_both_standards(&files);
}

#[test]
fn verapdf_notices_a_pdf_that_keeps_neither() {
    let office = Office::open();
    let (bag, out) = (unpack(&office, "sealed"), office.path("r.pdf"));
    report(&office, &bag, &out, &["--signer", "officer.pub"], &[]).expect_code(0);
    let bytes = std::fs::read(&out).expect("a PDF");
    let at = bytes.windows(15).position(|part| part == b"/AFRelationship").expect("the relationship of the attachment");
    let mut broken = bytes.clone();
    broken[at + 14] = b'q';
    std::fs::write(&out, broken).expect("a PDF");
    let run = run_within(checker().arg(format!("3a={}", text(&out))), Duration::from_secs(300)).expect_code(1);
    assert!(run.text().contains("6.8"), "{}", run.text());
}

#[test]
fn every_form_and_label_is_pdf_a_3a_and_pdf_ua_1_and_a_bad_seal_has_none() {
    let office = Office::open();
    let bag = unpack(&office, "life");
    let mut files = Vec::new();
    for language in Language::ALL {
        for form in ["act-kz", "us-902-14", "in-bsa-63"] {
            let out = office.path(&format!("{form}-{language}.pdf"));
            report(&office, &bag, &out, &ANCHORS, &["--form", form, "--lang", language.tag()]).expect_code(0);
            files.push(out);
        }
        let out = office.path(&format!("label-{language}.pdf"));
        office.sealbag(["label", text(&bag), "--out", text(&out), "--lang", language.tag()]).expect_code(0);
        files.push(out);
        let svg = office.path(&format!("label-{language}.svg"));
        office.sealbag(["label", text(&bag), "--out", text(&svg), "--lang", language.tag()]).expect_code(0);
        let drawn = std::fs::read_to_string(&svg).expect("a label");
        assert!(drawn.contains("bee89b6b 0d4670a6 c772bffa 62d0b01e"), "{drawn}");
    }
    assert_keeps_both_standards(&files);
    let said = tool("pdftotext", &["-layout", text(&files[1]), "-"]).text();
    assert!(said.contains("Each equals the value") && said.contains("perjury"), "{said}");
    let changed = unpack(&office, "changed");
    let out = office.path("changed.pdf");
    report(&office, &changed, &out, &ANCHORS, &["--form", "us-902-14"]).expect_code(1);
    let said = tool("pdftotext", &["-layout", text(&out), "-"]).text();
    assert!(said.contains("must not be signed as if all values") && !said.contains("Each equals"), "{said}");
    let seal = bag.join("custody/000000.txt");
    let mut bytes = std::fs::read(&seal).expect("event 0");
    bytes[40] ^= 1;
    std::fs::write(&seal, bytes).expect("event 0");
    for arguments in [
        vec!["label", text(&bag), "--out", text(&office.path("no.pdf"))],
        vec!["report", text(&bag), "--form", "act-kz", "--out", text(&office.path("no.pdf"))],
    ] {
        let run = office.sealbag(arguments).expect_code(2);
        assert!(run.stderr.contains("the seal does not hold"), "{}", run.stderr);
    }
    assert!(!office.path("no.pdf").exists());
}

#[test]
fn attachment_and_square_code_say_what_the_bag_says() {
    let office = Office::open();
    let (bag, out) = (unpack(&office, "life"), office.path("r.pdf"));
    report(&office, &bag, &out, &ANCHORS, &["--lang", "kk"]).expect_code(0);
    let folder = office.path("attached");
    std::fs::create_dir(&folder).expect("a folder");
    tool("pdfdetach", &["-saveall", "-o", text(&folder), text(&out)]);
    let attached = std::fs::read_to_string(folder.join("verdict.json")).expect("the attachment");
    let anchors =
        ANCHORS.map(|flag| if flag.starts_with("--") { flag.to_owned() } else { text(&golden(flag)).to_owned() });
    let verify = ["verify".to_owned(), text(&bag).to_owned(), "--json".to_owned()];
    let said = office.sealbag(verify.into_iter().chain(anchors)).expect_code(0).text();
    let verdict =
        said.split_once("\"verdict\":").expect("a verdict").1.trim_end().strip_suffix('}').expect("an envelope");
    assert_eq!(attached, verdict);
    let digest = tool("sha256sum", &[text(&folder.join("verdict.json"))]).text();
    let words = tool("pdftotext", &["-raw", text(&out), "-"]).text();
    assert!(words.replace(['\n', ' '], "").contains(&digest[..64]), "the digest of the attachment is not on the pages");
    let pages = office.path("page");
    tool("pdftoppm", &["-r", "200", "-png", "-f", "1", "-l", "4", text(&out), text(&pages)]);
    let images: Vec<PathBuf> = (1..=4)
        .flat_map(|page| [format!("page-{page}.png"), format!("page-{page:02}.png")])
        .map(|name| office.path(&name))
        .filter(|path| path.is_file())
        .collect();
    assert_eq!(images.len(), 4);
    let mut zbar = Command::new("zbarimg");
    zbar.args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"]).args(&images);
    let code = run_within(&mut zbar, Duration::from_secs(120)).text();
    let seal = tool("sha256sum", &[text(&bag.join("custody/000000.txt"))]).text();
    assert_eq!(code.trim().to_lowercase(), seal[..64]);
}

#[test]
fn hostile_names_and_notes_are_text_on_the_pages_and_no_letter_is_missing() {
    let office = Office::open();
    let source = office.path("source");
    std::fs::create_dir(&source).expect("a folder");
    let maker = Maker::at(&source).expect("a maker");
    for name in [
        "<b>x",
        "\u{202E}gpj.exe",
        "a\nb\x1b[2J",
        "証拠.txt",
        "\u{1F9FE}",
        "e\u{301}",
        "دليل",
        "ӘәҒғҚқҢңӨөҰұҮүҺһІі № ₸",
    ] {
        maker.file(name, b"x").expect("a file");
    }
    let form = office.path("form.toml");
    std::fs::write(&form, "[exhibit]\nnumber = \"A1\"\ndescription = \"<script>alert(1)</script> (Tj) ET\"\n")
        .expect("a form");
    let bag = office.seal(&source, "hostile.bag", &["--form", text(&form)]);
    let (out, signer) = (office.path("r.pdf"), office.signer());
    let arguments = ["report", text(&bag), "--out", text(&out), "--lang", "kk", "--signer", text(&signer)];
    office.sealbag(arguments).expect_code(0);
    let words = tool("pdftotext", &["-raw", text(&out), "-"]).text();
    for expected in [
        "<script>alert(1)</script> (Tj) ET",
        "<b>x",
        "\\u{202E}gpj.exe",
        "a\\x0Ab\\x1B[2J",
        "\\u{8A3C}\\u{62E0}.txt",
        "\\u{1F9FE}",
        "\\u{62F}\\u{644}\\u{64A}\\u{644}",
        "ӘәҒғҚқҢңӨөҰұҮүҺһІі № ₸",
    ] {
        assert!(words.contains(expected), "{expected} is not on the pages");
    }
    assert!(!words.contains('\u{FFFD}'), "a letter without a meaning");
    assert!(!words.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\u{C}') || c == '\u{202E}'));
    assert_keeps_both_standards(std::slice::from_ref(&out));
    tool("pdftoppm", &["-r", "40", "-gray", "-f", "1", "-l", "1", text(&out), text(&office.path("page"))]);
    let page = std::fs::read_dir(office.path("page").parent().expect("a folder"))
        .expect("the folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|ending| ending == "pgm"))
        .expect("a page");
    let pixels = std::fs::read(page).expect("a page");
    let dark = pixels.iter().filter(|pixel| **pixel < 128).count();
    assert!(dark * 200 > pixels.len(), "hardly anything is on the page: {dark} of {}", pixels.len());
}

#[test]
fn twenty_thousand_files_make_a_report_in_bounded_memory() {
    let office = Office::open();
    let source = office.path("source");
    std::fs::create_dir(&source).expect("a folder");
    for number in 0..20_000 {
        std::fs::write(source.join(format!("file-{number:05}.txt")), number.to_string()).expect("a file");
    }
    let bag = office.seal(&source, "many.bag", &[]);
    let (out, signer) = (office.path("many.pdf"), office.signer());
    let command = office.command(["report", text(&bag), "--out", text(&out), "--signer", text(&signer)]);
    let peak = peak_memory(&command, 0, Duration::from_secs(300));
    assert!(peak < 512 << 20, "{peak} bytes");
    let words = tool("pdftotext", &["-f", "100", "-l", "100", text(&out), "-"]).text();
    assert!(words.contains("SHA-256"), "{words}");
}
