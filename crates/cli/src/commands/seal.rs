//! `sealbag seal`: seals what was seized into a bag.

mod gather;
mod images;
mod place;
mod report;
mod usage;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use sealbag::seal::{self, OnUnreadable, Program, Request, Surroundings};
use sealbag_custody::profile::Profile;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::replay::seal_breach;
use sealbag_custody::roster::VerifiedRoster;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::seal_record::{Payload, Reread, SignerIdentity};
use sealbag_custody::statement::Statement;
use sealbag_custody::text::Text;
use sealbag_manifest::hash::ExtraAlgorithms;

use crate::act;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::form;
use crate::keys::{self, KeyArgs, Protection, SignerKey, in_agent};
use crate::profiles;
use crate::progress::Progress;
use crate::prompt::{self, Prompt};
use crate::terminal::{Terminal, is_blank, shown};
use crate::words::Words;
use place::{default_bag, without_final_slash};
use report::report;
pub(crate) use usage::SealUsageError;

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

    /// Which fields are required: a built-in profile (`sealbag profile list`) or a file
    #[arg(long, value_name = "NAME|FILE", default_value = "generic")]
    profile: String,

    /// Public key of a person who is to countersign; the name is the comment of the key (repeatable)
    #[arg(long, value_name = "PUB")]
    cosigner: Vec<PathBuf>,

    /// Roster to copy into the bag; the seal names it, and is refused if by this roster the key may not seal
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,

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

/// Seals.
///
/// # Errors
/// Whatever kept the bag from being sealed; an interrupted seal can be resumed.
pub(crate) fn run(command: Seal, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let progress = Progress::new(terminal);
    let say = |text: &str| progress.say(text);
    let program = Program { tool: act::this_program(), digest: &act::digest_of_this_program };
    let unreadable = if command.accept_unreadable { OnUnreadable::Accept } else { OnUnreadable::Stop };
    let sealed = if command.resume {
        let bag = command.interrupted_bag()?;
        let key = command.key.open(terminal)?;
        let signer = key.telling(&say);
        let surroundings = Surroundings { signer: &signer, now: &now, progress: &progress };
        seal::resume(&bag, unreadable, Some(&program), &surroundings)
    } else {
        let (request, key) = command.request(unreadable, terminal)?;
        let signer = key.telling(&say);
        let surroundings = Surroundings { signer: &signer, now: &now, progress: &progress };
        seal::seal(&request, Some(&program), &surroundings)
    };
    progress.finish();
    report(&sealed?, command.json, terminal)
}

/// Refuses a seal that the roster would make violated, and says if it does not know the key.
fn refuse_by(roster: &VerifiedRoster, key: &PublicKey, terminal: &Terminal) -> Result<(), CliError> {
    if roster.find(key).is_none() {
        terminal.say(&terminal.words().text("say-roster-does-not-list"));
    }
    match seal_breach(roster, key, now()) {
        Some(source) => Err(SealUsageError::MayNotSeal { source }.into()),
        None => Ok(()),
    }
}

/// The clock of this machine, to the second.
fn now() -> UtcTime {
    UtcTime::from_unix_seconds(chrono::Utc::now().timestamp()).expect("the clock shows a year from 1 to 9999")
}

impl Seal {
    fn request(&self, unreadable: OnUnreadable, terminal: &Terminal) -> Result<(Request, SignerKey), CliError> {
        let (profile, _) = profiles::load(&self.profile)?;
        let mut statement = self.statement()?;
        let roster = self.roster.as_deref().map(gather::roster).transpose()?;
        let mut cosigners = self.cosigner.iter().map(|path| gather::cosigner(path)).collect::<Result<Vec<_>, _>>()?;
        // Without a source there is nothing to ask questions for.
        let prompt = Prompt::open().filter(|_| !self.json && !self.sources.is_empty());
        if let Some(prompt) = &prompt {
            statement = gather::ask(&profile, statement, prompt, terminal)?;
            gather::ask_cosigners(&profile, &mut cosigners, prompt, terminal)?;
        }
        self.refuse_missing(&profile, &statement, cosigners.len(), prompt.is_some(), terminal.words())?;
        let key = match (self.key.source()?, &prompt) {
            (None, Some(prompt)) => match in_agent::choose(prompt, terminal)? {
                Some(key) => key,
                None => make_key(prompt, terminal)?,
            },
            _ => self.key.open(terminal)?,
        };
        if let Some((roster, _)) = &roster {
            refuse_by(roster, key.public_key(), terminal)?;
        }
        let name = match (&self.signer_name, &key.name, &prompt) {
            (Some(name), ..) => text("--signer-name", name.clone())?,
            (None, Some(name), _) => not_blank("the name behind the public key", name.clone())?,
            (None, None, Some(prompt)) => {
                text("name", prompt.line(&terminal.words().text("say-ask-your-name"), None)?)?
            }
            (None, None, None) => {
                return Err(SealUsageError::missing("the signer's name (--signer-name NAME)").into());
            }
        };
        let exhibit = statement.exhibit.number.as_deref().unwrap_or_default();
        let request = Request {
            sources: self.sources.clone(),
            bag: self.out.as_deref().map_or_else(|| default_bag(exhibit), without_final_slash),
            signer: SignerIdentity { name, key: key.public_key().clone(), role: None, capacity: None },
            statement,
            profile: (profile.name.clone(), Some(profile.sha256())),
            cosigners,
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
            roster: roster.map(|(_, file)| file),
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

    fn refuse_missing(
        &self,
        profile: &Profile,
        statement: &Statement,
        cosigners: usize,
        can_ask: bool,
        words: &Words,
    ) -> Result<(), CliError> {
        let mut missing = Vec::new();
        if self.sources.is_empty() {
            missing.push("what to seal (SOURCE)".to_owned());
        }
        let lacking = gather::missing(profile, statement, cosigners, words);
        let form_of = lacking.iter().any(|one| one.stands_in_a_form).then(|| self.profile.clone());
        missing.extend(lacking.into_iter().map(|one| one.text));
        if !can_ask && self.key.source()?.is_none() {
            missing.push(keys::missing_key());
        }
        if missing.is_empty() { Ok(()) } else { Err(SealUsageError::Missing { missing, form_of }.into()) }
    }
}

fn text(flag: &'static str, value: String) -> Result<Text, SealUsageError> {
    not_blank(flag, Text::new(value).map_err(|source| SealUsageError::Value { flag, source })?)
}

fn not_blank(what: &'static str, text: Text) -> Result<Text, SealUsageError> {
    if is_blank(&text) { Err(SealUsageError::Blank { what }) } else { Ok(text) }
}

/// The first key of this user, in the configuration folder.
fn make_key(prompt: &Prompt, terminal: &Terminal) -> Result<SignerKey, CliError> {
    let missing = || SealUsageError::missing("a key to sign with (--key FILE)");
    let path = keys::default_path().ok_or_else(missing)?;
    let words = terminal.words();
    terminal.say(&words.text("say-no-key-yet"));
    let name = text("name", prompt.line(&words.text("say-ask-name-in-seal"), None)?)?;
    let secret = prompt::new_passphrase(None, &words.text("say-ask-new-passphrase"), words)?;
    if let Some(folder) = path.parent() {
        keys::make_folder(folder)?;
    }
    let key = keys::create(&path, &name, &Protection::Passphrase(secret))?;
    let fingerprint = key.public_key().fingerprint();
    terminal.say(&words.with("say-key-written", &[("key", &fingerprint), ("file", &shown(&path))]));
    Ok(key)
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
    fn refuses_numbers_and_names_of_spaces_only() {
        for flag in ["--exhibit", "--case"] {
            let error = refusal(&[flag, "  \u{A0}"]);
            assert_eq!(error.exit(), ExitClass::Refused);
            assert_eq!(error.said().0, format!("{flag}: nothing but spaces"));
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
        assert_eq!(error.said().0, "exhibit.number: nothing but spaces");
    }
}
