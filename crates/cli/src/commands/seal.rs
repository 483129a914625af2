//! `sealbag seal`: seals what was seized into a bag.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use sealbag::seal::{self, OnUnreadable, Request, Sealed, Surroundings};
use sealbag_custody::key::Signer;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::seal_record::{Payload, Reread, SignerIdentity};
use sealbag_custody::statement::Statement;
use sealbag_custody::text::{Text, TextError};
use sealbag_manifest::hash::ExtraAlgorithms;
use serde::Serialize;

use crate::act::{self, Act};
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::form;
use crate::keys::{self, KeyArgs, Protection, SignerKey};
use crate::progress::Progress;
use crate::prompt::{self, Prompt};
use crate::terminal::{Terminal, Tone, harmless_lines, is_blank, shown};

/// Seal directories, files or block devices into a bag
#[derive(Args)]
pub(crate) struct Seal {
    /// What to seal; one directory: paths begin below it, else each source stands at its base name
    #[arg(value_name = "SOURCE")]
    sources: Vec<PathBuf>,

    /// The bag to make; without it `EXHIBIT.bag` here
    #[arg(long, value_name = "BAG")]
    out: Option<PathBuf>,

    /// Number of the case
    #[arg(long, value_name = "NUMBER")]
    case: Option<String>,

    /// Number of the exhibit, as on its label
    #[arg(long, value_name = "NUMBER")]
    exhibit: Option<String>,

    /// What the exhibit is
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,

    /// Form with all further fields of the seal (TOML)
    #[arg(long, value_name = "FILE")]
    form: Option<PathBuf>,

    /// Which fields are required
    #[arg(long, value_enum, default_value_t = Profile::Generic)]
    profile: Profile,

    /// Name of the signer; without it the comment of the public key file
    #[arg(long, value_name = "NAME")]
    signer_name: Option<String>,

    #[command(flatten)]
    key: KeyArgs,

    /// Copy the data into the bag, or leave them where they are
    #[arg(long, value_enum, default_value_t = PayloadMode::Copy)]
    payload: PayloadMode,

    /// Digests to compute beside SHA-256 and BLAKE3
    #[arg(long, value_enum, value_delimiter = ',', value_name = "ALGORITHMS")]
    also: Vec<Also>,

    /// Go on with an interrupted seal; its options come from the partial bag
    #[arg(long)]
    resume: bool,

    /// Seal although parts cannot be read; the seal states it
    #[arg(long)]
    accept_unreadable: bool,

    /// Do not read back what was written; the seal states it
    #[arg(long)]
    no_reread: bool,

    /// Print the result as one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Profile {
    /// Who and what, no more
    Generic,
}

#[derive(Clone, Copy, ValueEnum)]
enum PayloadMode {
    Copy,
    Detached,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Also {
    Md5,
    Sha1,
    Sha512,
}

/// What is missing or contradicts, before anything was done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum SealUsageError {
    /// Off a terminal, everything that is missing at once.
    #[error("missing: {}", missing.join(", "))]
    Missing {
        /// Each with the flag that gives it.
        missing: Vec<&'static str>,
    },
    /// A value that a seal cannot carry.
    #[error("{flag}: {source}")]
    Value {
        /// The flag.
        flag: &'static str,
        /// Why.
        source: TextError,
    },
    /// A value in which a reader would see nothing.
    #[error("{what}: nothing but spaces")]
    Blank {
        /// The flag, or the field of the form.
        what: &'static str,
    },
    /// An interrupted seal was begun with other sources.
    #[error("the interrupted seal was begun with other sources: {}", begun_with.join(", "))]
    OtherSources {
        /// Shown safely.
        begun_with: Vec<String>,
    },
}

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    bag: String,
    act: Option<String>,
    seal: String,
    exhibit: &'a str,
    case: Option<&'a str>,
    time: String,
    signer: &'a str,
    key: String,
    files: u64,
    bytes: u64,
    directories: u64,
    symlinks: u64,
    specials: u64,
    unreadable_accepted: bool,
    reused_files: u64,
    touched_access_times: u64,
    names_in_texts: &'a [String],
}

/// Seals.
///
/// # Errors
/// Whatever kept the bag from being sealed; an interrupted seal can be resumed.
pub(crate) fn run(command: Seal, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let progress = Progress::new(terminal);
    let unreadable = if command.accept_unreadable { OnUnreadable::Accept } else { OnUnreadable::Stop };
    let sealed = if command.resume {
        let bag = command.interrupted_bag()?;
        let signer = command.key.open(terminal)?;
        let surroundings = Surroundings { signer: &signer.pair, now: &now, progress: &progress };
        seal::resume(&bag, unreadable, &surroundings)
    } else {
        let (request, signer) = command.request(unreadable, terminal)?;
        let surroundings = Surroundings { signer: &signer.pair, now: &now, progress: &progress };
        seal::seal(&request, &surroundings)
    };
    progress.finish();
    report(&sealed?, command.json, terminal)
}

/// The clock of this machine, to the second.
fn now() -> UtcTime {
    UtcTime::from_unix_seconds(chrono::Utc::now().timestamp()).expect("the clock shows a year from 1 to 9999")
}

impl Seal {
    /// Where the interrupted seal lies: `--out`, else the only positional argument, else by the exhibit.
    fn interrupted_bag(&self) -> Result<PathBuf, CliError> {
        let named = |path: &Path| match path.as_os_str().as_encoded_bytes().ends_with(b".partial") {
            true => path.with_extension(""),
            false => without_final_slash(path),
        };
        let missing = || SealUsageError::Missing { missing: vec!["the bag to go on with (--out BAG)"] };
        let (bag, sources) = match (&self.out, self.sources.as_slice(), &self.exhibit) {
            (Some(out), sources, _) => (named(out), sources),
            (None, [only], None) => (named(only), &[][..]),
            (None, sources, Some(exhibit)) => (default_bag(exhibit), sources),
            _ => return Err(missing().into()),
        };
        if !sources.is_empty() {
            let begun_with = seal::interrupted_sources(&bag)?;
            let given: Vec<_> = sources.iter().filter_map(|path| std::path::absolute(path).ok()).collect();
            if !begun_with.is_empty() && given != begun_with {
                let begun_with = begun_with.iter().map(|path| shown(path)).collect();
                return Err(SealUsageError::OtherSources { begun_with }.into());
            }
        }
        Ok(bag)
    }

    fn request(&self, unreadable: OnUnreadable, terminal: &Terminal) -> Result<(Request, SignerKey), CliError> {
        let mut statement = self.statement()?;
        let prompt = Prompt::open().filter(|_| !self.json);
        if let Some(prompt) = &prompt {
            if statement.exhibit.number.is_none() {
                statement.exhibit.number = Some(text("exhibit", prompt.line("Exhibit number", None)?)?);
            }
            if statement.case.number.is_none() {
                let answer = prompt.line("Case number (empty if there is none)", Some(""))?;
                statement.case.number =
                    Some(answer).filter(|case| !case.is_empty()).map(|case| text("case", case)).transpose()?;
            }
        }
        self.refuse_missing(&statement, prompt.is_some())?;
        let key = match (self.key.path(), &prompt) {
            (None, Some(prompt)) => make_key(prompt, terminal)?,
            _ => self.key.open(terminal)?,
        };
        let name = match (&self.signer_name, &key.name, &prompt) {
            (Some(name), ..) => text("--signer-name", name.clone())?,
            (None, Some(name), _) => not_blank("the name behind the public key", name.clone())?,
            (None, None, Some(prompt)) => text("name", prompt.line("Your name", None)?)?,
            (None, None, None) => {
                return Err(SealUsageError::Missing { missing: vec!["the signer's name (--signer-name NAME)"] }.into());
            }
        };
        statement.tool.push(act::this_program());
        let exhibit = statement.exhibit.number.as_deref().unwrap_or_default();
        let request = Request {
            sources: self.sources.clone(),
            bag: self.out.as_deref().map_or_else(|| default_bag(exhibit), without_final_slash),
            signer: SignerIdentity { name, key: key.pair.public_key().clone(), role: None, capacity: None },
            statement,
            payload: match self.payload {
                PayloadMode::Copy => Payload::Copy,
                PayloadMode::Detached => Payload::Detached,
            },
            extra: ExtraAlgorithms {
                md5: self.also.contains(&Also::Md5),
                sha1: self.also.contains(&Also::Sha1),
                sha512: self.also.contains(&Also::Sha512),
            },
            reread: if self.no_reread { Reread::Skipped } else { Reread::Done },
            unreadable,
            previous: None,
            roster: None,
            cosigners: Vec::new(),
            profile: (text("--profile", "generic".to_owned())?, None),
        };
        Ok((request, key))
    }

    /// The form, with what the flags say in its place.
    fn statement(&self) -> Result<Statement, CliError> {
        let mut statement = match &self.form {
            None => Statement::default(),
            Some(path) => {
                let statement = form::read(path).map_err(|error| CliError::from(error).at(path))?;
                let fields = [("exhibit.number", &statement.exhibit.number), ("case.number", &statement.case.number)];
                for (what, value) in fields {
                    if value.as_deref().is_some_and(is_blank) {
                        return Err(CliError::from(SealUsageError::Blank { what }).at(path));
                    }
                }
                statement
            }
        };
        if let Some(case) = &self.case {
            statement.case.number = Some(text("--case", case.clone())?);
        }
        if let Some(exhibit) = &self.exhibit {
            statement.exhibit.number = Some(text("--exhibit", exhibit.clone())?);
        }
        if let Some(description) = &self.description {
            statement.exhibit.description = Some(text("--description", description.clone())?);
        }
        Ok(statement)
    }

    fn refuse_missing(&self, statement: &Statement, can_ask: bool) -> Result<(), SealUsageError> {
        let required: &[&str] = match self.profile {
            Profile::Generic => &["exhibit.number"],
        };
        let mut missing = Vec::new();
        if self.sources.is_empty() {
            missing.push("what to seal (SOURCE)");
        }
        if !statement.missing(required).is_empty() {
            missing.push("the exhibit number (--exhibit NUMBER)");
        }
        if self.key.path().is_none() && !can_ask {
            missing.push("a key to sign with (--key FILE)");
        }
        if missing.is_empty() { Ok(()) } else { Err(SealUsageError::Missing { missing }) }
    }
}

fn text(flag: &'static str, value: String) -> Result<Text, SealUsageError> {
    not_blank(flag, Text::new(value).map_err(|source| SealUsageError::Value { flag, source })?)
}

fn not_blank(what: &'static str, text: Text) -> Result<Text, SealUsageError> {
    if is_blank(&text) { Err(SealUsageError::Blank { what }) } else { Ok(text) }
}

/// `A1.bag/`, as a shell completes it, is `A1.bag`.
fn without_final_slash(path: &Path) -> PathBuf {
    path.components().collect()
}

/// `EXHIBIT.bag` in this directory, in characters that every file system takes and no program takes as an option.
fn default_bag(exhibit: &str) -> PathBuf {
    let safe = exhibit.replace('/', "-");
    let stored = sealbag_manifest::stored::stored_component(safe.as_bytes(), false);
    PathBuf::from(match stored.strip_prefix('-') {
        Some(rest) => format!("=2D{rest}.bag"),
        None => format!("{stored}.bag"),
    })
}

/// The first key of this user, in the configuration folder.
fn make_key(prompt: &Prompt, terminal: &Terminal) -> Result<SignerKey, CliError> {
    let path =
        keys::default_path().ok_or(SealUsageError::Missing { missing: vec!["a key to sign with (--key FILE)"] })?;
    terminal.say("There is no key yet; one is made for you.");
    let name = text("name", prompt.line("Your name, as it stands in the seal", None)?)?;
    let secret = prompt::new_passphrase(None, "New passphrase for the key")?;
    if let Some(folder) = path.parent() {
        keys::make_folder(folder)?;
    }
    let pair = keys::create(&path, &name, &Protection::Passphrase(secret))?;
    terminal.say(&format!("Key {} written to {}", pair.public_key().fingerprint(), shown(&path)));
    Ok(SignerKey { pair, name: Some(name) })
}

fn report(sealed: &Sealed, json: bool, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let act = Act::of(sealed);
    let written = act.write_beside(&sealed.bag);
    let record = &sealed.record;
    for name in &sealed.names_in_texts {
        terminal.note(&format!(
            "warning: a text of the seal holds the name of a sealed file, {name}; a later disclosure would tell it"
        ));
    }
    if sealed.touched_access_times > 0 {
        terminal.note(&format!(
            "note: the system changed the access time of {} things in the source when they were read; mount a source \
             read-only or with noatime to avoid that",
            sealed.touched_access_times
        ));
    }
    if json {
        terminal.print_json(&Report {
            format: "sealbag/sealed/v1",
            bag: shown(&sealed.bag),
            act: written.as_ref().ok().map(|path| shown(path)),
            seal: sealed.hash.to_hex(),
            exhibit: record.statement.exhibit.number.as_deref().unwrap_or_default(),
            case: record.statement.case.number.as_deref(),
            time: record.time.to_string(),
            signer: record.signer.name.as_str(),
            key: record.signer.key.fingerprint(),
            files: record.totals.files,
            bytes: record.totals.bytes,
            directories: record.totals.directories,
            symlinks: record.totals.symlinks,
            specials: record.totals.specials,
            unreadable_accepted: record.unreadable_accepted,
            reused_files: sealed.reused,
            touched_access_times: sealed.touched_access_times,
            names_in_texts: &sealed.names_in_texts,
        })?;
    } else {
        let heading = terminal.paint(Tone::Strong, &format!("Sealed: {}", shown(&sealed.bag)));
        let totals = format!(
            "files {}, bytes {}, directories {}, links {}, other {}",
            record.totals.files,
            record.totals.bytes,
            record.totals.directories,
            record.totals.symlinks,
            record.totals.specials
        );
        terminal.print(&format!("{heading}\n{totals}\n\n{}", harmless_lines(act.to_text())))?;
    }
    match written {
        Ok(path) => terminal.note(&format!("The same text lies in {}", shown(&path))),
        Err(error) => terminal.say(&format!("warning: the text for the act could not be written: {error}")),
    }
    Ok(ExitClass::Success)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        seal: Seal,
    }

    fn refusal(arguments: &[&str]) -> CliError {
        let line = Line::parse_from([&["seal"], arguments].concat());
        line.seal.statement().expect_err("a refusal")
    }

    #[test]
    fn a_bag_named_by_its_exhibit_is_never_an_option() {
        assert_eq!(default_bag("A1"), Path::new("A1.bag"));
        assert_eq!(default_bag("7/26"), Path::new("7-26.bag"));
        assert_eq!(default_bag("-rf"), Path::new("=2Drf.bag"));
        assert_eq!(default_bag("/1"), Path::new("=2D1.bag"));
        assert_eq!(default_bag("--"), Path::new("=2D-.bag"));
    }

    #[test]
    fn refuses_numbers_and_names_of_spaces_only() {
        for flag in ["--exhibit", "--case"] {
            let error = refusal(&[flag, "  \u{A0}"]);
            assert_eq!(error.exit(), ExitClass::Refused);
            assert_eq!(error.message(), format!("{flag}: nothing but spaces"));
        }
        assert!(matches!(text("--signer-name", " ".into()), Err(SealUsageError::Blank { what: "--signer-name" })));
        assert_eq!(text("--signer-name", "A. B".into()).expect("a name").as_str(), "A. B");
    }

    #[test]
    fn refuses_a_form_with_a_number_of_spaces_only() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let path = dir.path().join("form.toml");
        std::fs::write(&path, "[exhibit]\nnumber = \"  \"\n").expect("a form");
        let error = refusal(&["--form", path.to_str().expect("a path of text")]);
        assert_eq!(error.exit(), ExitClass::Refused);
        assert_eq!(error.message(), "exhibit.number: nothing but spaces");
    }
}
