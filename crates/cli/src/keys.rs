//! The signer's key: which file it is, how it is opened, how a new one is made.

use std::env;
use std::path::{Path, PathBuf};

use clap::Args;
use sealbag_custody::key::{KeyError, KeyPair, Signer};
use sealbag_custody::key_file::{self, KeyFileError};
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::text::{Text, TextError};
use zeroize::Zeroizing;

use crate::diagnose::CliError;
use crate::prompt::{self, Prompt};
use crate::terminal::{Terminal, shown};

/// How often a mistyped passphrase may be given again on the terminal.
const TRIES: usize = 3;

/// The flags of every command that signs.
#[derive(Args)]
pub(crate) struct KeyArgs {
    /// Private key to sign with; without it, `sealbag/key` in the configuration folder
    #[arg(long, value_name = "FILE", env = "SEALBAG_KEY")]
    key: Option<PathBuf>,

    /// File whose only line is the passphrase of the key; without it the terminal asks
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// A key that is ready to sign, and the name that stands beside its public half.
pub(crate) struct SignerKey {
    /// The key.
    pub(crate) pair: KeyPair,
    /// The comment of `FILE.pub`; `None` if there is no such file or the comment is empty.
    pub(crate) name: Option<Text>,
}

/// Why there is no key to work with.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum KeysError {
    /// Neither flag nor environment name a key, and the configuration folder has none.
    #[error("no key to sign with")]
    None {
        /// Where one was looked for, if this system has a configuration folder.
        looked_at: Option<PathBuf>,
    },
    /// The public key file beside a private key is another key's.
    #[error("{} is not the public half of {}", shown(&key_file::public_path(private)), shown(private))]
    OtherPublic {
        /// The private key file.
        private: PathBuf,
    },
    /// The comment of a public key file cannot be a name.
    #[error("the comment in {} cannot be a name", shown(path))]
    Name {
        /// The public key file.
        path: PathBuf,
        /// What is wrong.
        #[source]
        source: TextError,
    },
    /// The folder of a new key could not be made.
    #[error("cannot make the folder {}", shown(path))]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

impl KeyArgs {
    /// The key file: as given by flag or environment, else that of the configuration folder if it is there.
    pub(crate) fn path(&self) -> Option<PathBuf> {
        self.key.clone().or_else(|| default_path().filter(|path| path.symlink_metadata().is_ok()))
    }

    /// The passphrase file, if one is given.
    pub(crate) fn passphrase_file(&self) -> Option<&Path> {
        self.passphrase_file.as_deref()
    }

    /// Opens the key, with its passphrase if it has one.
    ///
    /// # Errors
    /// There is no key, others can read it, the passphrase is wrong, or `FILE.pub` belongs to another key.
    pub(crate) fn open(&self, terminal: &Terminal) -> Result<SignerKey, CliError> {
        let path = self.path().ok_or_else(|| KeysError::None { looked_at: default_path() })?;
        let pair = open_private(&path, self.passphrase_file(), terminal)?;
        let name = match read_beside(&path)? {
            Some((public, _)) if public != *pair.public_key() => {
                return Err(KeysError::OtherPublic { private: path }.into());
            }
            Some((_, name)) => name,
            None => None,
        };
        Ok(SignerKey { pair, name })
    }
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
    let tries = if passphrase.is_none() && Prompt::open().is_some() { TRIES } else { 1 };
    for _ in 1..tries {
        match KeyPair::from_pem(&pem, Some(&prompt::passphrase(passphrase, &question(path))?)) {
            Err(KeyError::WrongPassphrase) => terminal.say("wrong passphrase, try again"),
            opened => return Ok(opened.map_err(error)?),
        }
    }
    Ok(KeyPair::from_pem(&pem, Some(&prompt::passphrase(passphrase, &question(path))?)).map_err(error)?)
}

fn question(path: &Path) -> String {
    format!("passphrase of {}", shown(path))
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
pub(crate) fn create(path: &Path, name: &Text, protection: &Protection) -> Result<KeyPair, CliError> {
    let pair = KeyPair::generate().map_err(|source| KeyFileError::Key { path: path.to_owned(), source })?;
    let passphrase = match protection {
        Protection::None => None,
        Protection::Passphrase(secret) => Some(secret.as_slice()),
    };
    key_file::write_pair(path, &pair, name, passphrase)?;
    Ok(pair)
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

/// The folder for keys and settings of this user, made if need be so that nobody else can look into it.
///
/// # Errors
/// If it cannot be made.
pub(crate) fn make_folder(path: &Path) -> Result<(), KeysError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|source| KeysError::Folder { path: path.to_owned(), source })
}

/// The key that is used when none is named: `sealbag/key` in the user's configuration folder.
pub(crate) fn default_path() -> Option<PathBuf> {
    configuration_folder(|name| env::var_os(name).map(PathBuf::from)).map(|folder| folder.join("sealbag").join("key"))
}

/// A file of this user's settings, if it is there: `sealbag/NAME` in the configuration folder.
pub(crate) fn configured(name: &str) -> Option<PathBuf> {
    let path = default_path()?.with_file_name(name);
    // Whatever has the name was meant: what cannot be read is an error, not as if it were not there.
    path.symlink_metadata().is_ok().then_some(path)
}

/// `XDG_CONFIG_HOME` where it is set, else the place that the system's own programs use. A relative path counts as unset,
/// because the key would depend on the directory that the program was started in.
fn configuration_folder(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let folder = |name| variable(name).filter(|path| path.is_absolute());
    folder("XDG_CONFIG_HOME").or_else(|| {
        if cfg!(windows) {
            folder("APPDATA")
        } else if cfg!(target_os = "macos") {
            folder("HOME").map(|home| home.join("Library/Application Support"))
        } else {
            folder("HOME").map(|home| home.join(".config"))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn configuration_folder_follows_xdg_and_ignores_relative_paths() {
        let folder = |xdg: Option<&str>, home: Option<&str>| {
            configuration_folder(|name| match name {
                "XDG_CONFIG_HOME" => xdg.map(PathBuf::from),
                "HOME" => home.map(PathBuf::from),
                _ => None,
            })
        };
        assert_eq!(folder(Some("/x"), Some("/home/a")), Some("/x".into()));
        assert_eq!(folder(None, Some("/home/a")), Some("/home/a/.config".into()));
        assert_eq!(folder(Some("x"), Some("/home/a")), Some("/home/a/.config".into()));
        assert_eq!(folder(Some(""), None), None);
        assert_eq!(folder(None, Some("home")), None);
    }

    fn args(path: &Path) -> KeyArgs {
        KeyArgs { key: Some(path.to_owned()), passphrase_file: None }
    }

    fn named(name: &str) -> Text {
        Text::new(name).expect("a name")
    }

    #[test]
    fn opens_a_new_key_with_the_name_beside_it() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let path = dir.path().join("key");
        let made = create(&path, &named("Insp. A"), &Protection::None).expect("a key");
        let opened = args(&path).open(&Terminal::new(true)).expect("the key");
        assert_eq!(opened.pair.public_key(), made.public_key());
        assert_eq!(opened.name, Some(named("Insp. A")));
        std::fs::remove_file(key_file::public_path(&path)).expect("the public key file");
        assert_eq!(args(&path).open(&Terminal::new(true)).expect("the key").name, None);
    }

    #[test]
    fn refuses_a_key_whose_public_file_belongs_to_another() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let (one, other) = (dir.path().join("one"), dir.path().join("other"));
        for path in [&one, &other] {
            create(path, &named("A"), &Protection::None).expect("a key");
        }
        std::fs::copy(key_file::public_path(&other), key_file::public_path(&one)).expect("a copy");
        let error = args(&one).open(&Terminal::new(true)).err().expect("a refusal");
        assert!(error.message().contains("is not the public half of"), "{}", error.message());
    }
}
