//! sealbag finds every change of the tamper table, by its own code; the incumbents are as blind as the table says.

use sealbag_tests::tamper::{Answer, CASES, Table};

#[test]
fn finds_every_tamper_case_by_its_code() {
    let table = Table::prepare().expect("seal the exhibit");
    let mut wrong = vec![];
    for case in CASES {
        let row = table.row(case).expect("change the bag");
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
fn incumbents_miss_what_the_table_says() {
    let table = Table::prepare().expect("seal the exhibit");
    let row = |name: &str| {
        let case = CASES.iter().find(|case| case.name == name).expect("a case of the table");
        table.row(case).expect("change the bag")
    };
    let good = row("nothing changed");
    assert_eq!(
        [good.bagit_py, good.hashdeep, good.sha256sum],
        [Answer::Unnoticed, Answer::Unnoticed, Answer::Unnoticed]
    );
    let flipped = row("one bit flipped in a file");
    assert_eq!([&flipped.bagit_py, &flipped.sha256sum], [&Answer::Noticed(1), &Answer::Noticed(1)]);
    assert_ne!(flipped.hashdeep, Answer::Unnoticed);
    assert_eq!(row("a tag file added").bagit_py, Answer::Unnoticed);
    assert_eq!(row("a file edited, all manifests rewritten").bagit_py, Answer::Unnoticed);
    assert_eq!(row("a FIFO added").hashdeep, Answer::Hung);
    assert_eq!(row("a file replaced by a FIFO").sha256sum, Answer::Hung);
}
