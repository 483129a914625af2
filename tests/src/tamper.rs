//! The tamper table: ways to change a sealed bag, and who notices. One list for the test and for the printed table.
//!
//! bagit.py checks the bag by itself. hashdeep and sha256sum are given lists of the payload that were kept outside the bag:
//! the best that they can do. sealbag is given the signer's public key.

mod cases;
mod changes;

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub use cases::CASES;
pub use changes::edit;

use changes::MANIFEST;

use crate::hostile::small;
use crate::program::{Office, run_within};
use crate::stock;
use crate::vectors::USUAL;

/// After this long a tool is cut and asked once more, for the machine may be busy.
const LIMIT: Duration = Duration::from_secs(3);
/// How long it may take the second time; a bag of seven entries takes none of them a second.
const SECOND_LIMIT: Duration = Duration::from_secs(15);

/// One way to change a bag.
pub struct Case {
    /// What was done, in words.
    pub name: &'static str,
    /// Does it to the bag.
    pub tamper: fn(&Path) -> io::Result<()>,
    /// The verdict that sealbag must give.
    pub outcome: &'static str,
    /// The finding that must be among those of the verdict; none where the change is not compared, which `note` explains.
    pub code: Option<&'static str>,
    /// What to know about the row.
    pub note: &'static str,
}

/// What one tool said about one changed bag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It ended with 0.
    Unnoticed,
    /// It ended with this code.
    Noticed(i32),
    /// It was still running after three seconds, and again after fifteen.
    Hung,
}

/// The row of one case.
pub struct Row {
    /// `bagit.py --validate`.
    pub bagit_py: Answer,
    /// `hashdeep -a -r` against a list kept outside.
    pub hashdeep: Answer,
    /// `sha256sum -c --strict` with a list kept outside.
    pub sha256sum: Answer,
    /// `sealbag verify --signer`.
    pub sealbag: Answer,
    /// The outcome that sealbag gave.
    pub outcome: String,
    /// The codes of its findings but for the two remarks that any bag has which is checked with the signer's key.
    pub codes: Vec<String>,
}

/// A sealed bag of which each case changes a copy, and the lists kept outside it.
pub struct Table {
    office: Office,
    bag: PathBuf,
}

impl Table {
    /// Seals the exhibit and writes the lists.
    pub fn prepare() -> io::Result<Self> {
        let office = Office::open();
        let source = office.path("source");
        small(&source)?;
        std::fs::create_dir(source.join("empty directory"))?;
        let bag = office.seal(&source, "A1.bag", &[]);
        std::fs::copy(bag.join(MANIFEST), office.path("outside.sha256"))?;
        std::fs::write(office.path("outside.hashdeep"), stock::hashdeep_list(&bag))?;
        Ok(Self { office, bag })
    }

    /// Changes a copy of the bag and asks all four.
    pub fn row(&self, case: &Case) -> io::Result<Row> {
        let bag = self.office.path("copy.bag");
        if bag.exists() {
            std::fs::remove_dir_all(&bag)?;
        }
        let mut copy = Command::new("cp");
        copy.arg("-a").arg(&self.bag).arg(&bag);
        run_within(&mut copy, SECOND_LIMIT).expect_code(0);
        (case.tamper)(&bag)?;

        let verification = self.office.verify_within(&bag, SECOND_LIMIT);
        Ok(Row {
            bagit_py: ask(&mut stock::bagit_validate(&bag)),
            hashdeep: ask(&mut stock::hashdeep_audit(&bag, &self.office.path("outside.hashdeep"))),
            sha256sum: ask(&mut stock::sha256sum_check(&bag, &self.office.path("outside.sha256"))),
            sealbag: verification.run.code.map_or(Answer::Hung, answer),
            outcome: verification.outcome().to_owned(),
            codes: verification.codes().into_iter().filter(|code| !USUAL.contains(code)).map(str::to_owned).collect(),
        })
    }
}

fn ask(command: &mut Command) -> Answer {
    let code = run_within(command, LIMIT).code.or_else(|| run_within(command, SECOND_LIMIT).code);
    code.map_or(Answer::Hung, answer)
}

fn answer(code: i32) -> Answer {
    if code == 0 { Answer::Unnoticed } else { Answer::Noticed(code) }
}
