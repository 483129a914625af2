//! Texts out of a bag are text on the page, whatever stands in them.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::time::Duration;

use sealbag_tests::hostile::hostile_names;
use sealbag_tests::program::{Office, run_within};
use serde_json::json;

use super::drive::drive;

const MARKUP: &str = "<img src=x onerror=alert(1)><script>alert(2)</script>";

/// What would move, hide or end something, if it were obeyed.
fn is_obeyed(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}')
}

#[test]
fn names_and_notes_out_of_a_bag_are_text_on_the_page_and_on_paper() {
    let office = Office::open();
    let source = office.path("source");
    fs::create_dir(&source).expect("make a folder");
    let markup = ["<b>bold", "<script>alert(3)", "quote\"'&amp;", "a\u{202e}gpj.exe", "line\nbreak", "bell\u{7}"];
    let names = markup.iter().map(|name| name.as_bytes().to_vec()).chain(hostile_names());
    for name in names {
        fs::write(source.join(OsStr::from_bytes(&name)), b"x").expect("write");
    }
    let mut command = office.command(["seal"]);
    command.arg(&source).arg("--out").arg(office.path("A1.bag")).arg("--key").arg(office.key());
    run_within(command.args(["--case", MARKUP, "--exhibit", MARKUP]), Duration::from_secs(60)).expect_code(0);
    let bag = office.path("A1.bag");
    let mut incident = office.command(["custody", "incident"]);
    incident.arg(&bag).arg("--key").arg(office.key()).args(["--purpose", MARKUP]);
    incident.args(["--kind", "other", "--condition", MARKUP]);
    run_within(&mut incident, Duration::from_secs(60)).expect_code(0);
    for entry in fs::read_dir(bag.join("data")).expect("data") {
        fs::write(entry.expect("a file").path(), b"changed").expect("write");
    }
    let packed = office.path("A1.zip");
    office.sealbag(["pack".as_ref(), bag.as_os_str(), "--out".as_ref(), packed.as_os_str()]).expect_code(0);
    fs::write(bag.join("data/<svg onload=alert(4)>"), b"").expect("write");
    let paper = office.path("A1.pdf");
    let cases = json!([
        { "name": "folder", "folder": bag, "anchors": [], "text": true },
        { "name": "packed", "packed": packed, "anchors": [], "text": true, "pdf": paper },
    ]);
    let answers = drive(&office, &json!({ "cases": cases }), Duration::from_secs(120));
    for answer in &answers.results {
        let text = answer.text.as_deref().unwrap_or_else(|| panic!("{:?}", answer.error));
        assert_eq!(answer.foreign, Some(0), "markup became elements");
        for shown in
            [MARKUP, "<script>alert(3)", "<b>bold", "quote\"'&amp;", "a\\u{202E}gpj.exe", "line\\x0Abreak", "bell\\x07"]
        {
            assert!(text.contains(shown), "{shown} is not shown: {text}");
        }
        assert_eq!(text.chars().find(|c| is_obeyed(*c)), None, "shown, not obeyed");
    }
    assert!(answers.results[0].text.as_deref().unwrap_or_default().contains("<svg onload=alert(4)>"));
    let unseen = answers.results[0].unseen.as_deref().expect("what a folder does not show is listed");
    for what in ["link", "special files", "empty directories"] {
        assert!(unseen.contains(what), "{unseen}");
    }
    assert_eq!(answers.results[1].unseen, None, "of a packed bag, everything is seen");
    let mut to_text = std::process::Command::new("pdftotext");
    let run = run_within(to_text.arg(&paper).arg("-"), Duration::from_secs(60)).expect_code(0);
    assert!(run.text().contains("<script>"), "{}", run.text());
}
