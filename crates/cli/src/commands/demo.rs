//! `sealbag demo`: the main story on a bundled exhibit, told by the program itself.
//!
//! Each step runs this very program as a user would and shows the command, what it said and its exit code. A step that ends
//! with another code than the story needs fails the demo.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Args;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::layout::{MANIFEST, TAG_MANIFEST};
use sha2::{Digest, Sha256};

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, Tone, shown};

/// Show the whole story on a bundled exhibit
#[derive(Args)]
pub(crate) struct Demo {
    /// Where to play it; without it a new temporary directory
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Why the story could not be told to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub(crate) enum DemoError {
    /// The directory is not empty.
    #[error("{}: exists already", shown(path))]
    Exists {
        /// The directory.
        path: PathBuf,
    },
    /// A file could not be read or written.
    #[error("{}: {source}", shown(path))]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A step ended otherwise than the story needs.
    #[error("the step `{command}` ended with {found}, expected exit code {expected}")]
    Step {
        /// As shown.
        command: String,
        /// What it should have been.
        expected: u8,
        /// What it was.
        found: String,
    },
}

/// Bytes of the file that is large enough to have chunk values.
const LARGE: usize = (20 << 20) + 12_345;

/// Plays the story.
///
/// # Errors
/// A step that ends otherwise than it should, or a directory that cannot be used.
pub(crate) fn run(command: Demo, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let dir = match command.dir {
        Some(dir) => new_directory(dir)?,
        None => temporary_directory()?,
    };
    let story = Story { dir: &dir, terminal };
    story.play()?;
    Ok(ExitClass::Success)
}

fn new_directory(dir: PathBuf) -> Result<PathBuf, DemoError> {
    match fs::create_dir_all(&dir).and_then(|()| fs::read_dir(&dir)).map(|mut names| names.next().is_none()) {
        Ok(true) => std::path::absolute(&dir).map_err(file_error(&dir)),
        Ok(false) => Err(DemoError::Exists { path: dir }),
        Err(source) => Err(DemoError::File { path: dir, source }),
    }
}

fn temporary_directory() -> Result<PathBuf, DemoError> {
    for number in 0.. {
        let dir = std::env::temp_dir().join(format!("sealbag-demo-{}-{number}", std::process::id()));
        match fs::create_dir(&dir) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            created => return created.map(|()| dir.clone()).map_err(file_error(&dir)),
        }
    }
    unreachable!("the loop has no end but its returns")
}

fn file_error(path: &Path) -> impl FnOnce(io::Error) -> DemoError {
    let path = path.to_owned();
    move |source| DemoError::File { path, source }
}

struct Story<'a> {
    dir: &'a Path,
    terminal: &'a Terminal,
}

impl Story<'_> {
    fn play(&self) -> Result<(), CliError> {
        self.tell("An officer has seized a phone's export. First, once in a career, the officer's key.")?;
        self.step(0, &["key", "new", "Insp. A. Demo", "--out", "officer.key", "--no-passphrase"])?;

        self.make_exhibit()?;
        self.tell("The exhibit lies in exhibit/. It is read once, copied, read back, and sealed.")?;
        let words = ["--case", "DEMO-2026-17", "--exhibit", "A1", "--description", "export of a phone"];
        let sealed = self.step(0, &[&["seal", "exhibit", "--key", "officer.key"], &words[..]].concat())?;

        self.tell("A court receives the bag. With nothing else in hand it can say little, and says so.")?;
        self.step(2, &["verify", "A1.bag"])?;
        self.tell("With the officer's public key, received from the agency and not from the bag:")?;
        self.step(0, &["verify", "A1.bag", "--signer", "officer.key.pub"])?;
        self.tell("Or with the seal hash that stands on the paper act:")?;
        let hash = seal_hash_on_paper(&sealed);
        self.step(0, &["verify", "A1.bag", "--seal-hash", &hash, "--quiet"])?;

        self.tell("The lab takes the files out; each is verified while it is written.")?;
        self.step(0, &["extract", "A1.bag", "--to", "lab", "--signer", "officer.key.pub"])?;

        self.tell("TAMPERING 1: in a copy of the bag, one bit of the phone image is flipped.")?;
        let bag = self.copy_bag("one-bit.bag")?;
        self.edit(&bag.join("data/phone.img"), |bytes| bytes[7 << 20] ^= 1)?;
        self.step(1, &["verify", "one-bit.bag", "--signer", "officer.key.pub"])?;

        self.tell(
            "TAMPERING 2: in another copy, a file is put among the evidence. Stock tools that check a list miss it.",
        )?;
        let bag = self.copy_bag("added.bag")?;
        self.write(&bag.join("data/chat-export-2.txt"), b"[2026-03-02 12:00:00 +05:00] buyer: I lied\n")?;
        self.step(1, &["verify", "added.bag", "--signer", "officer.key.pub"])?;

        self.tell(
            "TAMPERING 3: an amount is changed, and every manifest of the bag is rewritten to match: to sha256sum and \
             BagIt validators the bag is valid.",
        )?;
        let bag = self.copy_bag("rewritten.bag")?;
        self.rewrite_amount(&bag)?;
        self.step(1, &["verify", "rewritten.bag", "--signer", "officer.key.pub"])?;

        self.tell(&format!("Everything of this story lies in {}", shown(self.dir)))
    }

    fn tell(&self, words: &str) -> Result<(), CliError> {
        Ok(self.terminal.print(&format!("\n{}\n", self.terminal.paint(Tone::Strong, words)))?)
    }

    /// Runs this program; shows the command, what it printed and how it ended.
    fn step(&self, expected: u8, arguments: &[&str]) -> Result<String, CliError> {
        let shown_command =
            format!("sealbag {}", arguments.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" "));
        self.terminal.print(&format!("\n$ {shown_command}\n"))?;
        let program = std::env::current_exe().map_err(file_error(Path::new("sealbag")))?;
        let output = Command::new(&program)
            .args(arguments.iter().map(OsString::from))
            .current_dir(self.dir)
            .env_remove("SEALBAG_KEY")
            .stdin(Stdio::null())
            .output()
            .map_err(file_error(&program))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        self.terminal.print(&said)?;
        self.terminal.print(&String::from_utf8_lossy(&output.stderr))?;
        let code = output.status.code();
        self.terminal.print(&format!("(exit code {})\n", code.map_or("none".to_owned(), |code| code.to_string())))?;
        if code != Some(expected.into()) {
            let found = output.status.to_string();
            return Err(DemoError::Step { command: shown_command, expected, found }.into());
        }
        Ok(said)
    }

    fn make_exhibit(&self) -> Result<(), DemoError> {
        let exhibit = self.dir.join("exhibit");
        let make = |directory: &Path| fs::create_dir(directory).map_err(file_error(directory));
        make(&exhibit)?;
        make(&exhibit.join("empty"))?;
        self.write(&exhibit.join("chat-export.txt"), include_bytes!("../../../../fixtures/exhibit/chat-export.txt"))?;
        self.write(&exhibit.join("payment.csv"), include_bytes!("../../../../fixtures/exhibit/payment.csv"))?;
        // By rule, so that every run has the same: a stretch of BLAKE3 output.
        let mut image = vec![0; LARGE];
        blake3::Hasher::new().update(b"phone.img").finalize_xof().fill(&mut image);
        self.write(&exhibit.join("phone.img"), &image)?;
        let sparse = exhibit.join("sparse.bin");
        let file = fs::File::create(&sparse).map_err(file_error(&sparse))?;
        file.set_len(3 << 20).map_err(file_error(&sparse))?;
        #[cfg(unix)]
        {
            let link = exhibit.join("latest");
            std::os::unix::fs::symlink("chat-export.txt", &link).map_err(file_error(&link))?;
        }
        Ok(())
    }

    fn copy_bag(&self, name: &str) -> Result<PathBuf, DemoError> {
        let copy = self.dir.join(name);
        copy_tree(&self.dir.join("A1.bag"), &copy)?;
        Ok(copy)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), DemoError> {
        fs::write(path, bytes).map_err(file_error(path))
    }

    fn edit(&self, path: &Path, change: impl FnOnce(&mut Vec<u8>)) -> Result<(), DemoError> {
        let mut bytes = fs::read(path).map_err(file_error(path))?;
        change(&mut bytes);
        self.write(path, &bytes)
    }

    /// What someone would do who knows BagIt and has no key: data, manifest and tag manifest agree again.
    fn rewrite_amount(&self, bag: &Path) -> Result<(), DemoError> {
        let payment = bag.join("data/payment.csv");
        let before = digest_of(&payment)?;
        self.edit(&payment, |bytes| {
            let text = String::from_utf8_lossy(bytes).replace("84000", "84");
            *bytes = text.into_bytes();
        })?;
        let after = digest_of(&payment)?;
        let manifest = bag.join(MANIFEST);
        let manifest_before = digest_of(&manifest)?;
        self.edit(&manifest, |bytes| replace(bytes, &before, &after))?;
        let manifest_after = digest_of(&manifest)?;
        self.edit(&bag.join(TAG_MANIFEST), |bytes| replace(bytes, &manifest_before, &manifest_after))
    }
}

fn digest_of(path: &Path) -> Result<String, DemoError> {
    let bytes = fs::read(path).map_err(file_error(path))?;
    Ok(Sha256Digest(Sha256::digest(bytes).into()).to_hex())
}

fn replace(bytes: &mut Vec<u8>, old: &str, new: &str) {
    *bytes = String::from_utf8_lossy(bytes).replace(old, new).into_bytes();
}

fn copy_tree(from: &Path, to: &Path) -> Result<(), DemoError> {
    fs::create_dir(to).map_err(file_error(to))?;
    for name in fs::read_dir(from).map_err(file_error(from))? {
        let name = name.map_err(file_error(from))?;
        let (source, target) = (name.path(), to.join(name.file_name()));
        if name.file_type().map_err(file_error(&source))?.is_dir() {
            copy_tree(&source, &target)?;
        } else {
            fs::copy(&source, &target).map_err(file_error(&source))?;
        }
    }
    Ok(())
}

/// The seal hash out of the block for the act, as a clerk would copy it.
fn seal_hash_on_paper(said: &str) -> String {
    let mut lines = said.lines().skip_while(|line| !line.trim_start().starts_with("seal hash"));
    let first = lines.next().unwrap_or_default().trim_start().trim_start_matches("seal hash").trim();
    format!("{first} {}", lines.next().unwrap_or_default().trim())
}

fn quoted(word: &str) -> String {
    if word.contains(' ') { format!("\"{word}\"") } else { word.to_owned() }
}
