//! `sealbag verify`: checks bags and says what holds.

mod find;

use std::path::{Path, PathBuf};

use clap::Args;
use sealbag::log;
use sealbag::verdict::{Outcome, Verdict};
use sealbag::verify::{self, Anchors, Depth, Options};
use sealbag_custody::scalar::UtcTime;
use sealbag_manifest::packed::PackedError;
use sealbag_manifest::source::Source;
use sealbag_manifest::store::{DiskBag, OpenBagError};
use sealbag_report::Catalogue;
use serde::Serialize;

use find::Found;

use crate::anchors::AnchorArgs;
use crate::diagnose::{CliError, packed};
use crate::exit::ExitClass;
use crate::progress::Progress;
use crate::terminal::{Terminal, shown};
use crate::verdict_text::{self, People};

/// Check bags against what was sealed
#[derive(Args)]
pub(crate) struct Verify {
    /// The bags, or directories to look for bags in
    #[arg(value_name = "BAG|DIR", required = true)]
    bags: Vec<PathBuf>,

    #[command(flatten)]
    anchors: AnchorArgs,

    /// Where the data of a detached bag lie; several if it was sealed from several
    #[arg(long, value_name = "DIR")]
    source: Vec<PathBuf>,

    /// Compare BLAKE3 values only
    #[arg(long)]
    quick: bool,

    /// End with code 2 if there are remarks
    #[arg(long)]
    strict: bool,

    /// Print one JSON object a bag
    #[arg(long)]
    json: bool,
}

/// One line of `--json`: the verdict, and around it what depends on this machine and this moment.
#[derive(Serialize)]
struct Envelope<'a> {
    format: &'static str,
    location: String,
    program: &'static str,
    checked: String,
    verdict: &'a Verdict,
}

/// Verifies every bag; the worst result is the exit code.
///
/// # Errors
/// A bag that cannot be opened, an anchor that cannot be read, a result that cannot be written.
pub(crate) fn run(command: &Verify, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let words = terminal.catalogue();
    let anchors = command.anchors.open()?;
    let source = match command.source.as_slice() {
        [] => None,
        paths => Some(Source::open(paths).map_err(|error| CliError::failed(&error))?),
    };
    let found: Vec<Found> = command.bags.iter().flat_map(|bag| find::below(bag)).collect();
    let mut totals = Totals::default();
    let mut worst = ExitClass::Success;
    for one in &found {
        let opened = match one {
            Found::Bag(bag) => match DiskBag::open(bag) {
                Ok(store) => Ok((bag, Ok(store))),
                Err(OpenBagError::Packed(why)) if !matches!(why, PackedError::Beginning) => Ok((bag, Err(why))),
                Err(error) => Err((bag, error)),
            },
            Found::Closed(path, error) => Err((path, OpenBagError::Io(error.kind().into()))),
            Found::Link(link) => {
                terminal.say(&format!("{}: {}", shown(&link.path), words.text("note-link")));
                totals.links += 1;
                if link.may_be_bag {
                    worst = worse(worst, ExitClass::Undetermined);
                }
                continue;
            }
            Found::Partial(path) => {
                terminal.say(&format!("{}: {}", shown(path), words.text("note-partial")));
                totals.not_judged += 1;
                worst = worse(worst, ExitClass::Undetermined);
                continue;
            }
        };
        let class = match opened {
            Ok((bag, store)) => {
                let (verdict, people) = match store {
                    Ok(store) => {
                        let verdict = judge(&store, &anchors, source.as_ref(), command, terminal);
                        (verdict, command.people(&store, &anchors))
                    }
                    Err(why) => {
                        terminal.note(&format!(
                            "{}: {}",
                            shown(bag),
                            terminal.words().message(&packed::hint(&why).into())
                        ));
                        (verify::refuse_packed(&why, &anchors), People::default())
                    }
                };
                let gap = if totals.judged() > 0 { "\n" } else { "" };
                command.print(bag, &verdict, &people, gap, &words, terminal)?;
                totals.count(verdict.outcome());
                command.class(verdict.outcome())
            }
            Err((path, source)) => {
                let error = crate::bag::not_opened(source, path);
                if found.len() == 1 {
                    return Err(error);
                }
                // The others are still judged.
                terminal.error(&error);
                totals.not_judged += 1;
                ExitClass::Undetermined
            }
        };
        worst = worse(worst, class);
    }
    if found.len() > 1 && !command.json {
        terminal.print(&totals.text(&words))?;
    }
    Ok(worst)
}

/// How many bags had which verdict.
#[derive(Default)]
struct Totals {
    confirmed: u64,
    with_remarks: u64,
    violated: u64,
    undetermined: u64,
    not_judged: u64,
    links: u64,
}

impl Totals {
    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Confirmed => self.confirmed += 1,
            Outcome::ConfirmedWithRemarks => self.with_remarks += 1,
            Outcome::Violated => self.violated += 1,
            Outcome::Undetermined => self.undetermined += 1,
        }
    }

    fn judged(&self) -> u64 {
        self.confirmed + self.with_remarks + self.violated + self.undetermined
    }

    fn text(&self, words: &Catalogue) -> String {
        let all = words.with("total-bags", &[("n", &(self.judged() + self.not_judged))]);
        let mut text = format!("\n{all}\n");
        for (name, count) in [
            (words.outcome(Outcome::Confirmed), self.confirmed),
            (words.outcome(Outcome::ConfirmedWithRemarks), self.with_remarks),
            (words.outcome(Outcome::Violated), self.violated),
            (words.outcome(Outcome::Undetermined), self.undetermined),
            (words.text("total-not-judged"), self.not_judged),
            (words.text("total-links"), self.links),
        ] {
            if count > 0 {
                text.push_str(&format!("  {count:>6}  {name}\n"));
            }
        }
        text
    }
}

/// Why a bag was not looked at.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum VerifyError {
    /// It is not there, or no directory.
    #[error("cannot open the bag")]
    Open(#[source] std::io::Error),
}

fn judge(
    store: &DiskBag,
    anchors: &Anchors,
    source: Option<&Source>,
    command: &Verify,
    terminal: &Terminal,
) -> Verdict {
    let progress = Progress::new(terminal);
    let depth = if command.quick { Depth::Quick } else { Depth::Full };
    let verdict = verify::verify(store, &Options { anchors, depth, source, progress: &progress });
    progress.finish();
    verdict
}

impl Verify {
    /// Signer and holder with what the roster says of them, for a reader; the verdict needs no more than their ids.
    fn people(&self, store: &DiskBag, anchors: &Anchors) -> People {
        let mut people = People::default();
        if !self.json && !anchors.authorities.is_empty() {
            people.holder = log::read(store, anchors, &mut people).holder;
        }
        people
    }

    fn print(
        &self,
        bag: &Path,
        verdict: &Verdict,
        people: &People,
        gap: &str,
        words: &Catalogue,
        terminal: &Terminal,
    ) -> Result<(), CliError> {
        if self.json {
            let checked = UtcTime::from_unix_seconds(chrono::Utc::now().timestamp());
            terminal.print_json(&Envelope {
                format: "sealbag/verification/v1",
                location: shown(bag),
                program: concat!("sealbag ", env!("CARGO_PKG_VERSION")),
                checked: checked.map(|time| time.to_string()).unwrap_or_default(),
                verdict,
            })?;
        } else {
            terminal.print(&format!("{gap}{}", verdict_text::render(&shown(bag), verdict, people, words, terminal)))?;
        }
        Ok(())
    }

    fn class(&self, outcome: Outcome) -> ExitClass {
        match outcome {
            Outcome::Confirmed => ExitClass::Success,
            Outcome::ConfirmedWithRemarks if self.strict => ExitClass::Undetermined,
            Outcome::ConfirmedWithRemarks => ExitClass::Success,
            Outcome::Violated => ExitClass::Violated,
            Outcome::Undetermined => ExitClass::Undetermined,
        }
    }
}

/// A violation outranks everything, what could not be determined outranks a success.
pub(super) fn worse(a: ExitClass, b: ExitClass) -> ExitClass {
    let rank = |class| match class {
        ExitClass::Success => 0,
        ExitClass::Undetermined | ExitClass::Refused => 1,
        ExitClass::Violated => 2,
    };
    if rank(b) > rank(a) { b } else { a }
}
