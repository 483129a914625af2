//! The block for the paper act: what is copied by hand or printed, and what a court later reads back.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sealbag::seal::Sealed;
use sealbag_custody::statement::Tool;
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sha2::{Digest, Sha256};

use crate::new_file::{self, NewFileError};
use crate::terminal::harmless;
use crate::words::Words;

/// More acts than this no bag has.
const MAX_ACTS: u32 = 10_000;

/// What stands before the values.
const LABELS: [&str; 6] = ["label-exhibit", "label-case", "label-sealed", "label-by", "label-key", "label-seal-hash"];

/// What stands on the paper act.
pub(crate) struct Act {
    text: String,
}

impl Act {
    /// The block of a bag that was just sealed, in the language of the one who copies it.
    pub(crate) fn of(sealed: &Sealed, words: &Words) -> Self {
        let record = &sealed.record;
        let mut text = format!("{}\n", words.text("say-act-title"));
        let width = words.width(&LABELS, 3);
        let mut line = |label: &'static str, value: &str| {
            let label = if label.is_empty() { String::new() } else { words.text(label) };
            text.push_str(&format!("  {label:<width$}{}\n", harmless(value)));
        };
        line("label-exhibit", record.statement.exhibit.number.as_deref().unwrap_or_default());
        if let Some(case) = record.statement.case.number.as_deref() {
            line("label-case", case);
        }
        line("label-sealed", &record.time.to_string());
        line("label-by", record.signer.name.as_str());
        line("label-key", &record.signer.key.fingerprint());
        let groups = groups_of_eight(&sealed.hash);
        let (first, second) = groups.split_at(groups.len() / 2);
        line("label-seal-hash", &first.join(" "));
        line("", &second.join(" "));
        text.push_str(&format!("{}\n", words.text("say-act-command")));
        Self { text }
    }

    /// The block.
    pub(crate) fn to_text(&self) -> &str {
        &self.text
    }

    /// Writes it to `EXHIBIT.act.txt` beside `EXHIBIT.bag`. An act that lies there is kept: the new one gets a number.
    ///
    /// # Errors
    /// If it cannot be written; then no act lies there that was not there before.
    pub(crate) fn write_beside(&self, bag: &Path) -> Result<PathBuf, NewFileError> {
        let stem = bag.file_name().unwrap_or_default().to_owned();
        let stem = match stem.to_str().and_then(|name| name.strip_suffix(".bag")) {
            Some(exhibit) => exhibit.into(),
            None => stem,
        };
        let mut number = 1;
        loop {
            let mut name = stem.clone();
            name.push(if number == 1 { ".act.txt".to_owned() } else { format!(".act.{number}.txt") });
            let path = bag.with_file_name(name);
            match new_file::create(&path, self.text.as_bytes()) {
                Err(NewFileError::Exists { .. }) if number < MAX_ACTS => number += 1,
                written => return written.map(|()| path),
            }
        }
    }
}

/// Sixty-four digits in eight groups, as a person reads them out.
pub(crate) fn groups_of_eight(hash: &Sha256Digest) -> Vec<String> {
    let digits = hash.to_hex();
    (0..8).map(|group| digits[group * 8..group * 8 + 8].to_owned()).collect()
}

/// This program, as a tool that was used, without its digest.
pub(crate) fn this_program() -> Tool {
    let text = |value: &str| Text::new(value).expect("name and version of the program are plain text");
    Tool {
        name: text("sealbag"),
        version: Some(text(env!("CARGO_PKG_VERSION"))),
        vendor: None,
        sha256: None,
        settings: None,
    }
}

/// The digest of this program's file, if it can be read.
pub(crate) fn digest_of_this_program() -> Option<Sha256Digest> {
    std::env::current_exe().and_then(|path| sha256_of(&path)).ok()
}

fn sha256_of(path: &Path) -> io::Result<Sha256Digest> {
    let (mut file, mut hasher, mut buffer) = (File::open(path)?, Sha256::new(), vec![0; 1 << 18]);
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(Sha256Digest(hasher.finalize().into())),
            Ok(count) => hasher.update(&buffer[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_written_in_eight_groups_of_eight() {
        let groups = groups_of_eight(&Sha256Digest([0x1a; 32]));
        assert_eq!(groups.len(), 8);
        assert!(groups.iter().all(|group| group == "1a1a1a1a"));
    }
}
