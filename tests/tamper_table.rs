//! sealbag finds every change of the tamper table, by its own code; the other tools are as blind as `docs/security.md` says.

use std::sync::OnceLock;

use sealbag_tests::program::workspace;
use sealbag_tests::tamper::{Answer, CASES, Row, Table};

/// What all four answered to each case, asked once.
fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let table = Table::prepare().expect("seal the exhibit");
        CASES.iter().map(|case| table.row(case).expect("change the bag")).collect()
    })
}

#[test]
fn finds_every_tamper_case_by_its_code() {
    let mut wrong = vec![];
    for (case, row) in CASES.iter().zip(rows()) {
        let named = case.code.is_none_or(|code| row.codes.iter().any(|found| found == code));
        let exit = if case.outcome == "violated" { Answer::Noticed(1) } else { Answer::Unnoticed };
        if row.outcome != case.outcome || !named || row.sealbag != exit {
            wrong.push(format!(
                "{}: {:?} {} {:?}, expected {} {:?}",
                case.name, row.sealbag, row.outcome, row.codes, case.outcome, case.code
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_the_page_is_what_the_tools_answer() {
    let page = std::fs::read_to_string(workspace().join("docs/security.md")).expect("read the page");
    for (case, row) in CASES.iter().zip(rows()) {
        let answers = [&row.bagit_py, &row.hashdeep, &row.sha256sum, &row.sealbag].map(shown);
        let line = format!("| {} | {} | ", case.name, answers.join(" | "));
        let found = page.lines().find(|found| found.starts_with(&line));
        let found = found.unwrap_or_else(|| panic!("not on the page: {line}"));
        for code in &row.codes {
            assert!(found.contains(&format!("`{code}`")), "{code}: {found}");
        }
    }
}

fn shown(answer: &Answer) -> String {
    match answer {
        Answer::Unnoticed => "**0**".to_owned(),
        Answer::Noticed(code) => code.to_string(),
        Answer::Hung => "**HANG**".to_owned(),
    }
}
