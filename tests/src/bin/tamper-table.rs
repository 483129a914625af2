//! Prints the tamper table: for each way to change a sealed bag, what the incumbents and sealbag say.

use std::io::{self, Write};

use sealbag_tests::tamper::{Answer, CASES, Table};

fn main() -> io::Result<()> {
    let table = Table::prepare()?;
    let mut out = io::stdout().lock();
    writeln!(out, "| change to a sealed bag | bagit.py | hashdeep | sha256sum | sealbag | verdict | findings |")?;
    writeln!(out, "|---|---|---|---|---|---|---|")?;
    for case in CASES {
        let row = table.row(case)?;
        let answers = [row.bagit_py, row.hashdeep, row.sha256sum, row.sealbag].map(|answer| shown(&answer));
        let note = if case.note.is_empty() { String::new() } else { format!(" ({})", case.note) };
        writeln!(
            out,
            "| {} | {} | {} | {}{note} |",
            case.name,
            answers.join(" | "),
            row.outcome,
            row.codes.join(", ")
        )?;
    }
    writeln!(
        out,
        "\nThe numbers are exit codes; **0**: not noticed. **HANG**: cut after three seconds, asked again, cut after fifteen."
    )?;
    writeln!(out, "hashdeep and sha256sum were given lists kept outside the bag; sealbag the signer's public key.")
}

fn shown(answer: &Answer) -> String {
    match answer {
        Answer::Unnoticed => "**0**".to_owned(),
        Answer::Noticed(code) => code.to_string(),
        Answer::Hung => "**HANG**".to_owned(),
    }
}
