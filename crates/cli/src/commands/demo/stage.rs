//! What the story is played with: this program, and a directory.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{DemoError, file_error};
use crate::diagnose::CliError;
use crate::terminal::{Terminal, Tone};

/// Bytes of the file that is large enough to have chunk values.
const LARGE: usize = (20 << 20) + 12_345;

/// Where the story is played.
pub(super) struct Stage<'a> {
    /// Its directory.
    pub(super) dir: &'a Path,
    /// Where it is told.
    pub(super) terminal: &'a Terminal,
}

impl Stage<'_> {
    /// Says something between the steps: the text of a key.
    pub(super) fn tell(&self, key: &'static str) -> Result<(), CliError> {
        self.tell_text(&self.terminal.words().text(key))
    }

    /// Says a text that is in words already.
    pub(super) fn tell_text(&self, text: &str) -> Result<(), CliError> {
        Ok(self.terminal.print(&format!("\n{}\n", self.terminal.paint(Tone::Strong, text)))?)
    }

    /// Runs this program; shows the command, what it printed and how it ended. A key among the arguments stands for its text.
    pub(super) fn step(&self, expected: u8, line: &str, extra: &[&str]) -> Result<String, CliError> {
        let words = self.terminal.words().catalogue();
        let text_of = |word: &str| if words.has(word) { words.text(word) } else { word.to_owned() };
        let arguments: Vec<String> = line.split(' ').chain(extra.iter().copied()).map(text_of).collect();
        let shown_command =
            format!("sealbag {}", arguments.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" "));
        self.terminal.print(&format!("\n$ {shown_command}\n"))?;
        let program = std::env::current_exe().map_err(file_error(Path::new("sealbag")))?;
        let output = Command::new(&program)
            .args(arguments.iter().map(OsString::from))
            .current_dir(self.dir)
            // Nothing of the user's own configuration plays along.
            .env("XDG_CONFIG_HOME", self.dir.join("no-configuration"))
            .env("SEALBAG_LANG", self.terminal.language().tag())
            .env_remove("SEALBAG_KEY")
            .env_remove("SEALBAG_AUTHORITY")
            .env_remove("SEALBAG_ROSTER")
            .stdin(Stdio::null())
            .output()
            .map_err(file_error(&program))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        self.terminal.print(&said)?;
        self.terminal.print(&String::from_utf8_lossy(&output.stderr))?;
        let code = output.status.code();
        let said_code = code.map_or_else(|| words.text("say-demo-no-code"), |code| code.to_string());
        self.terminal.print(&format!("{}\n", words.with("say-demo-exit-code", &[("code", &said_code)])))?;
        if code != Some(expected.into()) {
            let found = output.status.to_string();
            return Err(DemoError::Step { command: shown_command, expected, found }.into());
        }
        Ok(said)
    }

    /// What was seized.
    pub(super) fn make_exhibit(&self) -> Result<(), DemoError> {
        let exhibit = self.dir.join("exhibit");
        let make = |directory: &Path| fs::create_dir(directory).map_err(file_error(directory));
        make(&exhibit)?;
        make(&exhibit.join("empty"))?;
        let chat = include_bytes!("../../../../../fixtures/exhibit/chat-export.txt");
        self.write(&exhibit.join("chat-export.txt"), chat)?;
        self.write(&exhibit.join("payment.csv"), include_bytes!("../../../../../fixtures/exhibit/payment.csv"))?;
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

    /// Copies a bag as a file manager would.
    pub(super) fn copy_bag(&self, bag: &str, name: &str) -> Result<PathBuf, DemoError> {
        let copy = self.dir.join(name);
        copy_tree(&self.dir.join(bag), &copy)?;
        Ok(copy)
    }

    /// Writes a file.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), DemoError> {
        fs::write(path, bytes).map_err(file_error(path))
    }

    /// Changes a file.
    pub(super) fn edit(&self, path: &Path, change: impl FnOnce(&mut Vec<u8>)) -> Result<(), DemoError> {
        let mut bytes = fs::read(path).map_err(file_error(path))?;
        change(&mut bytes);
        self.write(path, &bytes)
    }

    /// Removes a file.
    pub(super) fn remove(&self, path: &Path) -> Result<(), DemoError> {
        fs::remove_file(path).map_err(file_error(path))
    }
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

fn quoted(word: &str) -> String {
    if word.contains(' ') { format!("\"{word}\"") } else { word.to_owned() }
}
