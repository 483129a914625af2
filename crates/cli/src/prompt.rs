//! Questions on the terminal, and passphrases. Nothing is asked unless a person can see the question and answer it.

use std::fs::File;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::terminal::{harmless, shown};
use crate::words::Words;

/// The longest answer and the longest passphrase, in bytes.
const MAX_ANSWER: u64 = 4096;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum PromptError {
    /// A passphrase is needed and there is neither a file nor a terminal.
    #[error("a passphrase is needed and there is no terminal to ask on")]
    NoTerminal,
    /// The user ended the input.
    #[error("the input ended without an answer")]
    Ended,
    /// The answer is too long or not UTF-8.
    #[error("the answer is not a line of text of at most {MAX_ANSWER} bytes")]
    NotALine,
    /// The second passphrase was another one.
    #[error("the two passphrases differ")]
    Differ,
    /// An empty passphrase would protect nothing.
    #[error("the passphrase is empty")]
    Empty,
    /// The passphrase file could not be read.
    #[error("cannot read the passphrase file {}", shown(path))]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The passphrase file holds something else than one line.
    #[error("the passphrase file {} must hold one line of at most {MAX_ANSWER} bytes", shown(path))]
    FileForm {
        /// The file.
        path: PathBuf,
    },
    /// The terminal failed.
    #[error("cannot read from the terminal")]
    Terminal(#[source] io::Error),
}

/// A terminal with a person before it. Only [`Prompt::open`] makes one, so code that asks has checked.
pub(crate) struct Prompt(());

impl Prompt {
    /// The terminal, if both the questions and the answers go through one.
    pub(crate) fn open() -> Option<Self> {
        (io::stdin().is_terminal() && io::stderr().is_terminal()).then_some(Self(()))
    }

    /// Asks for a line; an empty answer takes the default, and is asked again without one.
    ///
    /// # Errors
    /// The input ended, or the answer is no line of text.
    pub(crate) fn line(&self, question: &str, default: Option<&str>) -> Result<String, PromptError> {
        loop {
            ask(&match default {
                Some(value) if !value.is_empty() => format!("{question} [{}]: ", harmless(value)),
                _ => format!("{question}: "),
            });
            match (answer(&mut io::stdin().lock())?, default) {
                (text, _) if !text.is_empty() => return Ok(text),
                (_, Some(value)) => return Ok(value.to_owned()),
                _ => {}
            }
        }
    }
}

/// The passphrase of an existing key: from the file if there is one, else asked once.
///
/// # Errors
/// There is neither file nor terminal, or what they gave is no passphrase.
pub(crate) fn passphrase(file: Option<&Path>, question: &str) -> Result<Zeroizing<Vec<u8>>, PromptError> {
    match file {
        Some(path) => passphrase_from_file(path),
        None => ask_passphrase(question),
    }
}

/// The passphrase of a key that is being made: from the file if there is one, else asked twice.
///
/// # Errors
/// As [`passphrase`]; also if the two differ.
pub(crate) fn new_passphrase(
    file: Option<&Path>,
    question: &str,
    words: &Words,
) -> Result<Zeroizing<Vec<u8>>, PromptError> {
    if let Some(path) = file {
        return passphrase_from_file(path);
    }
    let first = ask_passphrase(question)?;
    if *ask_passphrase(&words.text("say-ask-once-more"))? == *first { Ok(first) } else { Err(PromptError::Differ) }
}

fn ask_passphrase(question: &str) -> Result<Zeroizing<Vec<u8>>, PromptError> {
    if Prompt::open().is_none() {
        return Err(PromptError::NoTerminal);
    }
    let text = rpassword::prompt_password(format!("{question}: ")).map_err(|source| match source.kind() {
        io::ErrorKind::UnexpectedEof => PromptError::Ended,
        _ => PromptError::Terminal(source),
    })?;
    let secret = Zeroizing::new(text.into_bytes());
    if secret.is_empty() { Err(PromptError::Empty) } else { Ok(secret) }
}

/// One line; its end, `LF` or `CR LF`, may be missing and is no part of the passphrase. A pipe serves as well as a file.
fn passphrase_from_file(path: &Path) -> Result<Zeroizing<Vec<u8>>, PromptError> {
    let failed = |source| PromptError::File { path: path.to_owned(), source };
    let mut secret = Zeroizing::new(Vec::with_capacity(MAX_ANSWER as usize + 3));
    File::open(path).and_then(|file| file.take(MAX_ANSWER + 3).read_to_end(&mut secret)).map_err(failed)?;
    if secret.last() == Some(&b'\n') {
        secret.pop();
        if secret.last() == Some(&b'\r') {
            secret.pop();
        }
    }
    if secret.len() as u64 > MAX_ANSWER || secret.contains(&b'\n') {
        return Err(PromptError::FileForm { path: path.to_owned() });
    }
    if secret.is_empty() { Err(PromptError::Empty) } else { Ok(secret) }
}

fn ask(question: &str) {
    let mut out = io::stderr().lock();
    // If the question cannot be shown, reading the answer fails next.
    let _ = out.write_all(question.as_bytes()).and_then(|()| out.flush());
}

fn answer(input: &mut impl BufRead) -> Result<String, PromptError> {
    let mut line = Vec::new();
    input.take(MAX_ANSWER + 2).read_until(b'\n', &mut line).map_err(PromptError::Terminal)?;
    if line.is_empty() {
        return Err(PromptError::Ended);
    }
    if line.len() as u64 > MAX_ANSWER + 1 {
        return Err(PromptError::NotALine);
    }
    let text = String::from_utf8(line).map_err(|_| PromptError::NotALine)?;
    Ok(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_file(content: &[u8]) -> Result<Zeroizing<Vec<u8>>, PromptError> {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let path = dir.path().join("passphrase");
        std::fs::write(&path, content).expect("a passphrase file");
        passphrase_from_file(&path)
    }

    #[test]
    fn passphrase_file_gives_its_line_without_the_line_end() {
        for content in [&b"correct horse"[..], b"correct horse\n", b"correct horse\r\n"] {
            assert_eq!(from_file(content).expect("a passphrase").as_slice(), b"correct horse");
        }
        assert_eq!(from_file(b" a b \n").expect("a passphrase").as_slice(), b" a b ");
    }

    #[test]
    fn refuses_passphrase_files_that_are_empty_long_or_of_two_lines() {
        assert!(matches!(from_file(b""), Err(PromptError::Empty)));
        assert!(matches!(from_file(b"\n"), Err(PromptError::Empty)));
        assert!(matches!(from_file(b"a\nb\n"), Err(PromptError::FileForm { .. })));
        assert!(matches!(from_file(&[b'x'; 4097]), Err(PromptError::FileForm { .. })));
        assert_eq!(from_file(&[b'x'; 4096]).expect("a passphrase").len(), 4096);
    }

    #[test]
    fn an_answer_is_one_trimmed_line_of_bounded_length() {
        assert_eq!(answer(&mut &b" A1 \nnext"[..]).expect("an answer"), "A1");
        assert!(matches!(answer(&mut &b""[..]), Err(PromptError::Ended)));
        assert!(matches!(answer(&mut &b"\xff\n"[..]), Err(PromptError::NotALine)));
        assert!(matches!(answer(&mut &[b'x'; 5000][..]), Err(PromptError::NotALine)));
    }
}
