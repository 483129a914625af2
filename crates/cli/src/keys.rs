//! The signer's key: which one is meant, how it is opened, how a new one is made.

mod error;
mod folder;
pub(crate) mod in_agent;
#[cfg(feature = "pkcs11")]
mod in_token;
mod signer;
mod source;

use std::env;
use std::path::{Path, PathBuf};

use clap::Args;
use sealbag_custody::key::{KeyError, KeyPair, Signer};
use sealbag_custody::key_file::{self, KeyFileError};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::text::Text;
use sealbag_signers::token::uri::TokenUri;
use zeroize::Zeroizing;

pub(crate) use error::KeysError;
pub(crate) use folder::{configured, default_path, make_folder};
pub(crate) use signer::SignerKey;
pub(crate) use source::{InAgent, KeySource};

use crate::diagnose::CliError;
use crate::prompt::{self, Prompt};
use crate::terminal::{Terminal, shown};
use crate::words::Words;

/// How often a mistyped passphrase may be given again on the terminal.
const TRIES: usize = 3;

/// The flags of every command that signs.
#[derive(Args)]
pub(crate) struct KeyArgs {
    /// Key to sign with: a private key file; FILE.pub or SHA256:... of a key in the ssh-agent; a pkcs11: URI. Without it
    /// SEALBAG_KEY, then `sealbag/key` in the configuration folder
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,

    /// Key in the ssh-agent to sign with: its fingerprint SHA256:..., or its public key file
    #[arg(long, value_name = "FPR|PUB", conflicts_with = "key")]
    agent: Option<PathBuf>,

    #[cfg(feature = "pkcs11")]
    #[command(flatten)]
    token: in_token::TokenArgs,

    /// File whose only line is the passphrase of the key, or the PIN of its token; without it the terminal asks
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl KeyArgs {
    /// The key that flag or environment name, else that of the configuration folder if it is there.
    ///
    /// # Errors
    /// A fingerprint that is none.
    pub(crate) fn source(&self) -> Result<Option<KeySource>, KeysError> {
        if let Some(named) = self.named()? {
            return Ok(Some(named));
        }
        // An empty variable is one that is not set.
        if let Some(given) = env::var_os("SEALBAG_KEY").filter(|value| !value.is_empty()) {
            return KeySource::of_key(Path::new(&given)).map(Some);
        }
        Ok(default_path().filter(|path| path.symlink_metadata().is_ok()).map(KeySource::File))
    }

    /// The key that a flag names.
    fn named(&self) -> Result<Option<KeySource>, KeysError> {
        match (&self.key, &self.agent) {
            (Some(key), _) => KeySource::of_key(key).map(Some),
            (None, Some(agent)) => InAgent::parse(agent).map(KeySource::Agent).map(Some),
            #[cfg(feature = "pkcs11")]
            (None, None) => Ok(self.token.named().map(KeySource::token)),
            #[cfg(not(feature = "pkcs11"))]
            (None, None) => Ok(None),
        }
    }

    /// Opens the key, with its passphrase if it has one.
    ///
    /// # Errors
    /// There is no key, others can read it, the passphrase is wrong, or `FILE.pub` belongs to another key; the agent does
    /// not have it.
    pub(crate) fn open(&self, terminal: &Terminal) -> Result<SignerKey, CliError> {
        let none = || KeysError::None { looked_at: default_path(), agent: in_agent::what_it_has() };
        self.open_source(&self.source()?.ok_or_else(none)?, terminal)
    }

    /// Opens the key that a flag names, and no other.
    ///
    /// # Errors
    /// As [`KeyArgs::open`].
    pub(crate) fn open_named(&self, terminal: &Terminal) -> Result<SignerKey, CliError> {
        let none = || KeysError::None { looked_at: None, agent: in_agent::what_it_has() };
        self.open_source(&self.named()?.ok_or_else(none)?, terminal)
    }

    /// The PKCS#11 module that a flag names.
    fn module(&self) -> Option<&Path> {
        #[cfg(feature = "pkcs11")]
        return self.token.module();
        #[cfg(not(feature = "pkcs11"))]
        None
    }

    fn open_source(&self, source: &KeySource, terminal: &Terminal) -> Result<SignerKey, CliError> {
        match source {
            KeySource::Agent(wanted) => in_agent::open(wanted, terminal.words()),
            KeySource::Token(uri) => open_token(uri, self.module(), self.passphrase_file.as_deref(), terminal.words()),
            KeySource::File(path) => self.open_file(path, terminal),
        }
    }

    fn open_file(&self, path: &Path, terminal: &Terminal) -> Result<SignerKey, CliError> {
        let pair = open_private(path, self.passphrase_file.as_deref(), terminal)?;
        let name = match read_beside(path)? {
            Some((public, _)) if public != *pair.public_key() => {
                return Err(KeysError::OtherPublic { private: path.to_owned() }.into());
            }
            Some((_, name)) => name,
            None => None,
        };
        Ok(SignerKey::in_memory(pair, name))
    }
}

/// The key that a fingerprint in the agent or a PKCS#11 URI names; `None` for a file.
///
/// # Errors
/// As [`KeyArgs::open`].
pub(crate) fn open_elsewhere(
    given: &Path,
    pin_file: Option<&Path>,
    terminal: &Terminal,
) -> Result<Option<SignerKey>, CliError> {
    let words = terminal.words();
    match KeySource::of_key(given)? {
        KeySource::Agent(wanted @ InAgent::Fingerprint(_)) => in_agent::open(&wanted, words).map(Some),
        KeySource::Token(uri) => open_token(&uri, None, pin_file, words).map(Some),
        KeySource::Agent(InAgent::PublicFile(_)) | KeySource::File(_) => Ok(None),
    }
}

#[cfg(feature = "pkcs11")]
fn open_token(
    uri: &TokenUri,
    module: Option<&Path>,
    pin_file: Option<&Path>,
    words: &Words,
) -> Result<SignerKey, CliError> {
    in_token::open(uri, module, pin_file, words)
}

#[cfg(not(feature = "pkcs11"))]
fn open_token(_: &TokenUri, _: Option<&Path>, _: Option<&Path>, _: &Words) -> Result<SignerKey, CliError> {
    Err(KeysError::NoTokens.into())
}

/// What to write where a key is missing: the flag, and what could be given with it.
pub(crate) fn missing_key() -> String {
    let mut line = "a key to sign with (--key FILE)".to_owned();
    if let Some(first) = in_agent::what_it_has().first().and_then(|line| line.split(' ').next()) {
        line.push_str(&format!(", or one of the ssh-agent, such as --agent {first}"));
    }
    line
}

/// Reads a private key file; asks for a passphrase only if the key needs one.
///
/// # Errors
/// As [`KeyArgs::open`].
pub(crate) fn open_private(path: &Path, passphrase: Option<&Path>, terminal: &Terminal) -> Result<KeyPair, CliError> {
    let pem = key_file::read_private_pem(path)?;
    let error = |source| KeyFileError::Key { path: path.to_owned(), source };
    match KeyPair::from_pem(&pem, None) {
        Err(KeyError::NeedsPassphrase) => {}
        opened => return Ok(opened.map_err(error)?),
    }
    let question = terminal.words().with("say-ask-passphrase", &[("file", &shown(path))]);
    let tries = if passphrase.is_none() && Prompt::open().is_some() { TRIES } else { 1 };
    for _ in 1..tries {
        match KeyPair::from_pem(&pem, Some(&prompt::passphrase(passphrase, &question)?)) {
            Err(KeyError::WrongPassphrase) => terminal.say(&terminal.words().text("say-wrong-passphrase")),
            opened => return Ok(opened.map_err(error)?),
        }
    }
    Ok(KeyPair::from_pem(&pem, Some(&prompt::passphrase(passphrase, &question)?)).map_err(error)?)
}

/// How a new key is protected.
pub(crate) enum Protection {
    /// Not at all, but by the rights on its file.
    None,
    /// By a passphrase.
    Passphrase(Zeroizing<Vec<u8>>),
}

/// Makes a key and writes `path` and `path.pub`; nothing is overwritten.
///
/// # Errors
/// If a file is there already or cannot be written; then neither is left behind.
pub(crate) fn create(path: &Path, name: &Text, protection: &Protection) -> Result<SignerKey, CliError> {
    let pair = KeyPair::generate().map_err(|source| KeyFileError::Key { path: path.to_owned(), source })?;
    let passphrase = match protection {
        Protection::None => None,
        Protection::Passphrase(secret) => Some(secret.as_slice()),
    };
    key_file::write_pair(path, &pair, name, passphrase)?;
    Ok(SignerKey::in_memory(pair, Some(name.clone())))
}

/// The key and name in `FILE.pub` beside a private key, if there is such a file.
///
/// # Errors
/// If it is there and cannot be read, or its comment cannot be a name.
pub(crate) fn read_beside(private: &Path) -> Result<Option<(PublicKey, Option<Text>)>, CliError> {
    let path = key_file::public_path(private);
    match key_file::read_public(&path) {
        Ok((key, comment)) => Ok(Some((key, name(&path, comment)?))),
        Err(KeyFileError::Io { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The comment of a public key file as a name; none if it is empty.
///
/// # Errors
/// If a record could not carry it.
pub(crate) fn name(path: &Path, comment: String) -> Result<Option<Text>, KeysError> {
    if comment.is_empty() {
        return Ok(None);
    }
    Text::new(comment).map(Some).map_err(|source| KeysError::Name { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use sealbag_report::Language;

    use super::*;

    fn args(path: &Path) -> KeyArgs {
        KeyArgs {
            key: Some(path.to_owned()),
            agent: None,
            #[cfg(feature = "pkcs11")]
            token: in_token::TokenArgs::default(),
            passphrase_file: None,
        }
    }

    fn named(name: &str) -> Text {
        Text::new(name).expect("a name")
    }

    #[test]
    fn opens_a_new_key_with_the_name_beside_it() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let path = dir.path().join("key");
        let made = create(&path, &named("Insp. A"), &Protection::None).expect("a key");
        let opened = args(&path).open(&Terminal::new(true, Language::English)).expect("the key");
        assert_eq!(opened.public_key(), made.public_key());
        assert_eq!(opened.name, Some(named("Insp. A")));
        std::fs::remove_file(key_file::public_path(&path)).expect("the public key file");
        assert_eq!(args(&path).open(&Terminal::new(true, Language::English)).expect("the key").name, None);
    }

    #[test]
    fn refuses_a_key_whose_public_file_belongs_to_another() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let (one, other) = (dir.path().join("one"), dir.path().join("other"));
        for path in [&one, &other] {
            create(path, &named("A"), &Protection::None).expect("a key");
        }
        std::fs::copy(key_file::public_path(&other), key_file::public_path(&one)).expect("a copy");
        let error = args(&one).open(&Terminal::new(true, Language::English)).err().expect("a refusal");
        assert!(error.said().0.contains("is not the public half of"), "{}", error.said().0);
    }
}
