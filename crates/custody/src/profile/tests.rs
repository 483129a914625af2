//! Profiles that are refused, each for one broken rule.

mod built_in;
mod fields;

use super::*;

const SMALL: &str = r#"format = "sealbag/profile/v1"
name = "demo"
version = 3
jurisdiction = "XX"

[title]
en = "Demo"

[[source]]
text = "Evidence Act, section 1"
supports = ["exhibit.number", "case.number", "release", "cosigners"]
checked = "2026-01-31"
by = "A. Jurist"

[seal]
required = ["exhibit.number", "case.number"]
asked = ["labels.secrecy"]

[[seal.field]]
name = "exhibit.number"
en = "Exhibit"
kk = "Объект"
help = "as on the label"

[[seal.field]]
name = "case.number"
en = "Case"

[cosigners]
at_least = 2
en = "two neighbours"

[[role]]
name = "neighbour"
en = "neighbour"

[[heading]]
en = "taking"
steps = ["seal", "release"]

[[event]]
type = "release"
required = ["place.address", "to.organisation", "details.cover_letter"]
"#;

fn with(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "{from}");
    SMALL.replacen(from, to, 1)
}

#[test]
fn reads_everything_that_a_profile_says() {
    let profile = Profile::parse(SMALL).expect("a good profile");
    assert_eq!(Profile::lint(SMALL), []);
    assert_eq!((profile.name.as_str(), profile.version, profile.jurisdiction.as_str()), ("demo", 3, "XX"));
    assert_eq!(profile.required_in_seal(), ["exhibit.number", "case.number"]);
    assert_eq!(
        profile.required_in_event("release"),
        ["purpose", "place.address", "to.organisation", "details.cover_letter"]
    );
    assert_eq!(profile.required_in_event("accept"), ["purpose"], "what the core demands, a profile need not say");
    assert_eq!(profile.cosigners.at_least, 2);
    assert_eq!(profile.cosigners.words.as_ref().map(Words::line).as_deref(), Some("two neighbours"));
    let label = profile.seal_label("exhibit.number").expect("a label");
    assert_eq!((label.words.line().as_str(), label.help.as_deref()), ("Exhibit / Объект", Some("as on the label")));
    assert_eq!(profile.roles[0].name.as_str(), "neighbour");
    assert!(
        matches!(&profile.sources[0].checked, Checked::On(day, Some(by)) if day.to_string() == "2026-01-31" && by.as_str() == "A. Jurist")
    );
    assert_eq!(profile.sha256(), sha256(SMALL.as_bytes()));
}

#[test]
fn names_line_and_reason_of_every_broken_rule() {
    let cases: &[(&str, &str, usize, &str)] = &[
        ("sealbag/profile/v1", "sealbag/profile/v2", 1, "expected sealbag/profile/v1"),
        ("\"demo\"", "\"Demo\"", 2, "name: a letter a-z"),
        ("\"demo\"", "\"1demo\"", 2, "name: a letter a-z"),
        ("\"demo\"", "\"de_mo\"", 2, "name: a letter a-z"),
        ("\"demo\"", "\"demodemodemodemodemodemodemodemod\"", 2, "name: a letter a-z"),
        ("version = 3", "version = 0", 3, "counted from 1"),
        ("version = 3", "version = -1", 3, "negative or too large"),
        ("version = 3", "version = 0x3", 3, "expected a whole number"),
        ("version = 3", "version = \"3\"", 3, "expected a whole number, found string"),
        ("jurisdiction = \"XX\"", "jurisdiktion = \"XX\"", 4, "unknown key jurisdiktion"),
        ("jurisdiction = \"XX\"", "", 1, "jurisdiction is missing"),
        ("en = \"Demo\"", "", 6, "en is missing in title"),
        ("en = \"Demo\"", "en = \"\"", 7, "en in title: an empty string"),
        ("en = \"Demo\"", "en = \"a\\u202eb\"", 7, "U+202E"),
        ("en = \"Demo\"", "en = \"Demo\"\nde = \"Demo\"", 8, "unknown key de in title"),
        ("\"2026-01-31\"", "\"2026-02-31\"", 12, "checked: a day as YYYY-MM-DD"),
        ("\"2026-01-31\"", "\"not checked\"", 13, "by names who checked it"),
        ("\"cosigners\"]", "\"accept\"]", 11, "supports accept, which this profile does not require"),
        ("[\"exhibit.number\", \"case.number\"]\nasked", "[\"case.number\"]\nasked", 15, "leaves out exhibit.number"),
        ("asked = [\"labels.secrecy\"]", "optional = [\"exhibit.number\"]", 17, "never takes away from it"),
        (
            "\"exhibit.number\", \"case.number\"]\nasked",
            "\"exhibit.number\", \"!case.number\"]\nasked",
            16,
            "never takes away",
        ),
        ("labels.secrecy", "case.numer", 17, "case.numer: there is no such field"),
        ("labels.secrecy", "case.number", 17, "case.number: stands twice"),
        ("labels.secrecy", "source", 17, "source: name a field of it, as in source.kind"),
        ("labels.secrecy", "labels.minor", 17, "stated only where it applies"),
        ("labels.secrecy", "refusal.person", 17, "stated only where it applies"),
        ("labels.secrecy", "present.role", 17, "present.role: present.name must stand beside it"),
        ("labels.secrecy", "details.Upper", 17, "the key of a free field"),
        ("labels.secrecy", "signer.name", 17, "signer.name: there is no such field"),
        ("at_least = 2", "at_least = 17", 30, "more than 16 cosigners"),
        ("\"neighbour\"\nen", "\"prosecutor\"\nen", 34, "a profile only adds roles"),
        ("\"neighbour\"\nen", "\"neighbour 1\"\nen", 34, "1 to 64 of a-z and _"),
        ("[\"seal\", \"release\"]", "[\"seal\", \"seal\"]", 39, "below two headings"),
        ("[\"seal\", \"release\"]", "[\"sealing\"]", 39, "neither seal nor a type of event"),
        ("type = \"release\"", "type = \"object\"", 42, "must not stand in the way of an objection"),
        ("type = \"release\"", "type = \"renew\"", 42, "reserved"),
        ("type = \"release\"", "type = \"hand_over\"", 42, "unknown type of event hand_over"),
        ("type = \"release\"", "type = \"store\"", 41, "to.organisation cannot stand in this type"),
        ("\"place.address\"", "\"late_reason\"", 43, "stated only where it applies"),
        ("\"place.address\"", "\"case.number\"", 43, "case.number: there is no such field"),
        ("\"place.address\"", "\"place.address\", 7", 43, "expected an array of strings, found integer"),
        ("[[role]]", "[role]", 33, "expected a list of tables, found table"),
    ];
    for (from, to, line, message) in cases {
        let text = with(from, to);
        let findings = Profile::lint(&text);
        let found = findings.iter().any(|finding| {
            (finding.line, finding.severity) == (*line, Severity::Error) && finding.message.contains(message)
        });
        assert!(found, "{to}: {findings:?}");
        assert!(Profile::parse(&text).is_err(), "{to}");
    }
}

#[test]
fn finds_all_errors_of_a_file_and_not_the_first_only() {
    let text = with("version = 3", "version = 0")
        .replace("labels.secrecy", "case.numer")
        .replace("\"neighbour\"\nen", "\"court\"\nen");
    let lines: Vec<_> = Profile::lint(&text).iter().map(|finding| finding.line).collect();
    assert_eq!(lines, [3, 17, 34]);
}

#[test]
fn what_looks_forgotten_is_a_warning_and_what_nobody_checked_a_note() {
    let cases = [
        (
            "[[seal.field]]\nname = \"case.number\"\nen = \"Case\"\n",
            "",
            15,
            Severity::Warning,
            "asked for by its bare name",
        ),
        (", \"cosigners\"]", "]", 1, Severity::Warning, "no [[source]] says why these are required: cosigners"),
        ("\"demo\"", "\"kz\"", 2, Severity::Warning, "built in with other content"),
        ("\"2026-01-31\"\nby = \"A. Jurist\"", "\"not checked\"", 12, Severity::Note, "not compared with the law"),
    ];
    for (from, to, line, severity, message) in cases {
        let text = with(from, to);
        let findings = Profile::lint(&text);
        assert_eq!(findings.len(), 1, "{to}: {findings:?}");
        assert_eq!((findings[0].line, findings[0].severity), (line, severity));
        assert!(findings[0].message.contains(message), "{findings:?}");
        assert!(Profile::parse(&text).is_ok(), "{to}");
    }
}

#[test]
fn refuses_a_file_that_shows_other_than_it_says() {
    for (text, line) in [
        (format!("{SMALL}# a\u{202E}b\n"), 44),
        (format!("{SMALL}# a\u{1b}[2J\n"), 44),
        (SMALL.replace('\n', "\r"), 1),
        ("#".repeat(MAX_PROFILE_LEN + 1), 1),
        (with("version = 3", "version = 3\nversion = 4"), 4),
        (String::new(), 1),
    ] {
        let findings = Profile::lint(&text);
        assert_eq!((findings[0].line, findings[0].severity), (line, Severity::Error), "{findings:?}");
    }
    assert_eq!(Profile::lint(&SMALL.replace('\n', "\r\n")), [], "line ends of another system are no other content");
}

#[test]
fn limits_of_a_profile_are_exact() {
    let padded = |length: usize| format!("{SMALL}{}", "#".repeat(length - SMALL.len()));
    assert_eq!(Profile::lint(&padded(MAX_PROFILE_LEN)), []);
    let findings = Profile::lint(&padded(MAX_PROFILE_LEN + 1));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].message, "the profile is longer than 65536 bytes");
    assert_eq!(Profile::lint(&with("at_least = 2", "at_least = 16")), []);
    assert_eq!(Profile::lint(&with("\"demo\"", "\"demodemodemodemodemodemodemodemo\"")), [], "32 characters");
}

#[test]
fn a_warning_names_the_field_that_has_no_label() {
    let findings = Profile::lint(&with("[[seal.field]]\nname = \"case.number\"\nen = \"Case\"\n", ""));
    assert!(findings[0].message.starts_with("case.number is required and has no"), "{findings:?}");
}
