//! What is printed: no environment changes it, and no name commands the terminal.

use std::fs;
use std::process::Command;

use sealbag_tests::hostile::hostile;
use sealbag_tests::program::{Office, Verification, run_within};

use crate::scene::{LIMIT, sealed};

/// The verdict's bytes hang on the bag, the anchors and the checks alone.
#[test]
fn locale_zone_mask_and_folder_change_no_byte_of_the_verdict() {
    let (office, bag) = sealed();
    fs::write(bag.join("data/added \u{431}"), "x").expect("write");
    fs::remove_file(bag.join("data/notes.txt")).expect("remove");
    let usual = office.verify(&bag, &[]);
    assert_eq!(usual.outcome(), "violated");
    let seal = fs::read(bag.join("custody/000000.txt")).expect("read");
    for (name, value) in
        [("LC_ALL", "kk_KZ.UTF-8"), ("LC_ALL", "tr_TR.ISO-8859-9"), ("TZ", "Asia/Almaty"), ("LANG", "")]
    {
        for mask in ["000", "077"] {
            let mut shell = Command::new("sh");
            let verify = office.verify_command(&bag, &[]);
            office.clean(&mut shell).env(name, value).args(["-c", &format!("umask {mask}; cd /; exec \"$0\" \"$@\"")]);
            let run = run_within(shell.arg(verify.get_program()).args(verify.get_args()), LIMIT);
            assert_eq!(Verification::of(run).bytes, usual.bytes, "{name}={value}, mask {mask}");
        }
    }
    assert_eq!(fs::read(bag.join("custody/000000.txt")).expect("read"), seal);
}

/// The first character that a terminal would obey or that turns the line around.
fn commanding(text: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(text) else { return Some("bytes that are not UTF-8".to_owned()) };
    let obeyed = |letter: char| {
        (letter.is_control() && letter != '\n')
            || "\u{2028}\u{2029}\u{200e}\u{200f}\u{61c}".contains(letter)
            || ('\u{202a}'..='\u{202e}').contains(&letter)
            || ('\u{2066}'..='\u{2069}').contains(&letter)
    };
    text.chars().find(|letter| obeyed(*letter)).map(|letter| letter.escape_unicode().to_string())
}

#[test]
fn no_name_and_no_note_commands_the_terminal() {
    let office = Office::open();
    let source = office.path("source");
    hostile(&source).expect("make the tree");
    let bag = office.path("evil \u{1b}]52;c;QQ==\u{7} \u{202e}gab.bag");
    let mut runs = vec![run_within(&mut office.seal_command(&source, &bag, &[]), LIMIT).expect_code(0)];
    let mut ask = |code: i32, arguments: &[&str]| {
        let bag = bag.to_str().expect("a plain path");
        let arguments = arguments.iter().map(|argument| if *argument == "%" { bag } else { argument });
        runs.push(run_within(&mut office.command(arguments), LIMIT).expect_code(code));
    };
    let signer = ["--signer", "officer.key.pub"];
    ask(0, &[&["verify", "%"], &signer[..]].concat());
    ask(64, &["custody", "object", "%", "--key", "officer.key", "--remarks", "see \u{1b}[2J here"]);
    ask(
        64,
        &["custody", "object", "%", "--key", "officer.key", "--purpose", "turned \u{202e} round", "--remarks", "x"],
    );
    ask(64, &["extract", "%", "\u{1b}[2Jnot there", "--to", "back", "--signer", "officer.key.pub"]);
    // From here on every sealed name is missing, and strange ones are there.
    fs::remove_dir_all(bag.join("data")).expect("remove");
    hostile(&bag.join("data")).expect("make the tree");
    fs::write(bag.join("\u{1b}[31mtag\u{85}file"), "x").expect("write");
    fs::write(bag.join("custody/\u{202e}txt.000001"), "x").expect("write");
    for command in ["verify", "audit", "log", "extract"] {
        let more: &[&str] = match command {
            "audit" => &["--fixity"],
            "extract" => &["--to", "back"],
            _ => &[],
        };
        ask(1, &[&[command, "%"], &signer[..], more].concat());
        if command != "extract" {
            ask(1, &[&[command, "%", "--json"], &signer[..], more].concat());
        }
    }
    assert!(runs.iter().any(|run| run.stdout.len() > 10_000), "the names were shown");
    for run in runs {
        for shown in [&run.stdout, &run.stderr.clone().into_bytes()] {
            assert_eq!(commanding(shown), None, "{}", String::from_utf8_lossy(shown).escape_debug());
        }
    }
}
