//! `sealbag key new` and `sealbag key show`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use sealbag_custody::key::Signer;
use sealbag_custody::key_file::{self, KeyFileError};
use sealbag_custody::public_key::{PublicKey, PublicKeyError};
use sealbag_custody::text::Text;
use serde::Serialize;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::keys::{self, KeysError, Protection};
use crate::prompt;
use crate::terminal::{Terminal, record_text, shown};
use crate::words::Words;

/// What can be done with a key.
#[derive(Subcommand)]
pub(crate) enum Key {
    /// Make a key: FILE is the private one, FILE.pub the public one
    New(New),
    /// Show whose key a file holds, and its fingerprint
    Show(Show),
}

/// The flags of `sealbag key new`.
#[derive(Args)]
pub(crate) struct New {
    /// The signer's name, as it shall stand in the seals
    name: Text,

    /// File to write the private key to; it must not exist
    #[arg(long, value_name = "FILE")]
    out: PathBuf,

    /// Leave the private key without a passphrase
    #[arg(long)]
    no_passphrase: bool,

    /// File whose only line is the new passphrase; without it the terminal asks
    #[arg(long, value_name = "FILE", conflicts_with = "no_passphrase")]
    passphrase_file: Option<PathBuf>,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// The flags of `sealbag key show`.
#[derive(Args)]
pub(crate) struct Show {
    /// A public or a private key file; SHA256:... of a key in the ssh-agent; a pkcs11: URI
    file: PathBuf,

    /// File whose only line is the passphrase; without it an encrypted key is shown from FILE.pub
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// What stands before the values.
const LABELS: [&str; 6] =
    ["say-key-name", "say-key-type", "say-key-fingerprint", "say-key-application", "say-key-touch", "say-key-file"];

/// What is told about a key.
#[derive(Serialize)]
struct Description {
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(rename = "type")]
    key_type: &'static str,
    fingerprint: String,
    public_key: String,
    /// What a FIDO security key is bound to.
    #[serde(skip_serializing_if = "Option::is_none")]
    application: Option<String>,
    /// The file that this was read from or written to.
    file: String,
}

impl Description {
    fn new(key: &PublicKey, name: Option<&Text>, file: &Path) -> Self {
        Self {
            format: "sealbag/key/v1",
            name: name.map(ToString::to_string),
            key_type: key.key_type(),
            fingerprint: key.fingerprint(),
            public_key: key.to_line(),
            application: key.application().map(str::to_owned),
            file: shown(file),
        }
    }

    fn text(&self, words: &Words) -> String {
        let width = words.width(&LABELS, 2);
        let line = |label: &'static str, value: &str| format!("{:<width$}{value}\n", words.text(label));
        let name = self.name.as_deref().map_or_else(|| words.text("say-key-no-name"), record_text);
        let touch = self.application.as_deref().map_or_else(String::new, |application| {
            let needed = words.text("say-key-touch-needed");
            line("say-key-application", &record_text(application)) + &line("say-key-touch", &needed)
        });
        [
            line("say-key-name", &name),
            line("say-key-type", self.key_type),
            line("say-key-fingerprint", &self.fingerprint),
            touch,
            line("say-key-file", &self.file),
        ]
        .concat()
    }
}

/// Runs `sealbag key`.
///
/// # Errors
/// A key that cannot be read or written, a passphrase that is missing or wrong.
pub(crate) fn run(command: &Key, terminal: &Terminal) -> Result<ExitClass, CliError> {
    match command {
        Key::New(new) => make(new, terminal),
        Key::Show(show) => describe(show, terminal),
    }
}

fn make(new: &New, terminal: &Terminal) -> Result<ExitClass, CliError> {
    // Before anybody types a passphrase for nothing.
    for path in [new.out.clone(), key_file::public_path(&new.out)] {
        if path.symlink_metadata().is_ok() {
            return Err(KeyFileError::Exists(path).into());
        }
    }
    let protection = if new.no_passphrase {
        Protection::None
    } else {
        let words = terminal.words();
        let question = words.with("say-ask-new-passphrase-for", &[("file", &shown(&new.out))]);
        Protection::Passphrase(prompt::new_passphrase(new.passphrase_file.as_deref(), &question, words)?)
    };
    let key = keys::create(&new.out, &new.name, &protection)?;
    let public = key_file::public_path(&new.out);
    print(terminal, new.json, &Description::new(key.public_key(), Some(&new.name), &public))?;
    let (private, public) = (shown(&new.out), shown(&public));
    terminal.note(&terminal.words().with("say-key-is-private", &[("private", &private), ("public", &public)]));
    Ok(ExitClass::Success)
}

fn describe(show: &Show, terminal: &Terminal) -> Result<ExitClass, CliError> {
    if let Some(elsewhere) = keys::open_elsewhere(&show.file, show.passphrase_file.as_deref(), terminal)? {
        let description = Description::new(elsewhere.public_key(), elsewhere.name.as_ref(), &show.file);
        print(terminal, show.json, &description)?;
        return Ok(ExitClass::Success);
    }
    let (key, name) = match key_file::read_public(&show.file) {
        Ok((key, comment)) => (key, keys::name(&show.file, comment)?),
        // Not a key line: then it can only be a private key.
        Err(KeyFileError::PublicKey { source: PublicKeyError::Line | PublicKeyError::TooLong, .. })
        | Err(KeyFileError::TooLarge(_)) => describe_private(show, terminal)?,
        Err(error) => return Err(error.into()),
    };
    print(terminal, show.json, &Description::new(&key, name.as_ref(), &show.file))?;
    Ok(ExitClass::Success)
}

fn describe_private(show: &Show, terminal: &Terminal) -> Result<(PublicKey, Option<Text>), CliError> {
    let beside = keys::read_beside(&show.file)?;
    let encrypted = key_file::read_private_pem(&show.file)?.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    if let (true, None, Some((key, name))) = (encrypted, &show.passphrase_file, &beside) {
        let public = shown(&key_file::public_path(&show.file));
        terminal.note(&terminal.words().with("say-key-is-encrypted", &[("public", &public)]));
        return Ok((key.clone(), name.clone()));
    }
    let pair = keys::open_private(&show.file, show.passphrase_file.as_deref(), terminal)?;
    match beside {
        Some((public, _)) if public != *pair.public_key() => {
            Err(KeysError::OtherPublic { private: show.file.clone() }.into())
        }
        Some((_, name)) => Ok((pair.public_key().clone(), name)),
        None => Ok((pair.public_key().clone(), None)),
    }
}

fn print(terminal: &Terminal, json: bool, description: &Description) -> Result<(), CliError> {
    if json {
        terminal.print_json(description)?
    } else {
        terminal.print(&description.text(terminal.words()))?
    }
    Ok(())
}
