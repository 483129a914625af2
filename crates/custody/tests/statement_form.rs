//! The form that an investigator fills in: ordinary TOML, but the value rules of the record.

use sealbag_custody::record::{MAX_RECORD_LEN, RecordError};
use sealbag_custody::statement::{DetailKey, Statement};

#[test]
fn reads_a_form_in_any_layout() {
    let form = "# what we know so far\n\n[exhibit]\n  description = 'disk'   # as labelled\nnumber = \"7\"\n[source]\nimei=[\n \"1\",\n \"2\",\n]\n\n[case]\nnumber = \"12\"\n[details]\nzz = \"1\"\naa = \"2\"\n[labels]\nminor = false\n[[tool]]\nname = \"dd\"\n";
    let statement = Statement::from_form(form).expect("a good form");
    assert_eq!(statement.exhibit.number.as_deref(), Some("7"));
    assert_eq!(statement.source.imei.len(), 2);
    assert_eq!(statement.tool[0].name.as_str(), "dd");
    let names: Vec<_> = statement.sections().iter().map(|section| section.name).collect();
    assert_eq!(names, ["case", "exhibit", "source", "tool", "details"], "in the order of the record, labels empty");
    assert_eq!(Statement::from_form("").expect("an empty form"), Statement::default());
}

#[test]
fn names_the_line_of_what_it_refuses() {
    let cases = [
        ("[case]\nnumer = \"1\"\n", 2, "unknown field `numer`"),
        ("[exhibit]\nnumber = \"\"\n", 2, "exhibit.number: an empty string: leave the line out"),
        ("[exhibit]\nnumber = 7\n", 2, "exhibit.number: invalid type: integer `7`, expected a string"),
        ("\n\n[exhibits]\nnumber = \"7\"\n", 3, "unknown field `exhibits`"),
        ("[exhibit]\nnumber = \"7\nroom = \"x\"\n", 2, "line 2"),
        ("[exhibit]\nnumber = \"a\\u001bb\"\n", 2, "U+001B"),
        ("[exhibit]\nnumber = \"\"\"a\nb\"\"\"\n", 2, "U+000A"),
        ("[legal_basis]\nnumber = \"1\"\n", 1, "legal_basis: invalid type"),
        ("[[legal_basis]]\ndate = \"2026-02-30\"\n", 2, "legal_basis.date: a date is written YYYY-MM-DD"),
        ("[acquisition]\nstarted = \"2026-03-01 09:00\"\n", 2, "acquisition.started: a time is written"),
        ("[package]\nphotos = [\"abc\"]\n", 2, "package.photos: a SHA-256 digest is 64"),
        ("[details]\nUpper = \"x\"\n", 2, "the key of a free field"),
        ("[[tool]]\nversion = \"1\"\n", 1, "missing field `name`"),
        ("format = \"sealbag/seal/v1\"\n", 1, "unknown field `format`"),
        ("[signer]\nname = \"x\"\n", 1, "unknown field `signer`"),
    ];
    for (form, line, text) in cases {
        let error = Statement::from_form(form).expect_err(form);
        assert_eq!(error.line(), Some(line), "{form}: {error}");
        assert!(error.to_string().contains(text), "{form}: {error}");
    }
}

#[test]
fn refuses_what_could_not_be_written_into_a_seal() {
    assert_eq!(Statement::from_form("[[offence]]\n"), Err(RecordError::EmptyEntry { table: "offence" }));
    let long = format!("[exhibit]\ndescription = \"{}\"\n", "\\\\".repeat(40_000));
    assert!(matches!(Statement::from_form(&long), Err(RecordError::TooLarge { .. })));
}

#[test]
fn lists_what_a_profile_requires_and_the_form_lacks() {
    let statement =
        Statement::from_form("[[tool]]\nname = \"a\"\n[[tool]]\nname = \"b\"\nversion = \"1\"\n").expect("good");
    assert_eq!(statement.missing(&["tool", "tool.name"]), [""; 0]);
    assert_eq!(
        statement.missing(&["tool.version", "exhibit.number", "case"]),
        ["tool.version", "exhibit.number", "case"]
    );
    assert_eq!(Statement::default().missing(&["exhibit.number"]), ["exhibit.number"]);
}

#[test]
fn a_form_may_be_as_long_as_a_record_and_no_longer() {
    let of_length = |length: usize| Statement::from_form(&"#".repeat(length));
    assert_eq!(of_length(MAX_RECORD_LEN), Ok(Statement::default()));
    assert_eq!(
        of_length(MAX_RECORD_LEN + 1),
        Err(RecordError::TooLarge { size: MAX_RECORD_LEN + 1, limit: MAX_RECORD_LEN })
    );
}

#[test]
fn the_name_of_a_free_field_is_a_letter_and_then_letters_digits_and_underscores() {
    let is_name = |name: &str| DetailKey::try_from(name.to_owned()).is_ok();
    let long = "a".repeat(64);
    assert!([&long, "a", "weight_2"].into_iter().all(is_name));
    for name in ["", "2a", "_a", "a-b", "aB", "a b", "\u{430}", &format!("{long}a")] {
        assert!(!is_name(name), "{name}");
    }
    assert_eq!(DetailKey::try_from(long.clone()).expect("a name").to_string(), long);
}
