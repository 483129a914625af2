//! `sealbag verifier`: writes the browser verifier, one HTML file, with the court's own anchor in it.

use std::path::PathBuf;

use clap::Args;
use sealbag_custody::key_file;
use sealbag_custody::keyset::Keyset;
use sealbag_custody::public_key::PublicKey;
use sealbag_manifest::hash::sha256;
use serde::Serialize;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::new_file;
use crate::terminal::{Terminal, shown};
use crate::words::Words;

/// The page as it is built from `crates/web` (`cargo xtask web`).
const PAGE: &str = include_str!("../../../web/verifier.html");

/// Where the page looks for anchors. It is data and no script, so that the page's policy holds whatever stands there.
const PLACE: &str = r#"<script type="application/json" id="baked">{"authorities":[]}</script>"#;

/// Write the verifier for the browser: one HTML file that needs no network and no installation
#[derive(Args)]
pub(crate) struct Verifier {
    /// Public key, or file of keys, of an authority that keeps a roster, to be part of the page; may be given several times
    #[arg(long, value_name = "PUB")]
    authority: Vec<PathBuf>,

    /// File to write; it must not exist
    #[arg(long, value_name = "FILE", default_value = "verifier.html")]
    out: PathBuf,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// What was written; `docs/spec/verifier.schema.json`.
#[derive(Serialize)]
struct Written {
    format: &'static str,
    file: String,
    bytes: usize,
    sha256: String,
    /// Fingerprints.
    authorities: Vec<String>,
}

/// Writes the page and says its digest.
///
/// # Errors
/// A key that cannot be read, a file that exists or cannot be written.
pub(crate) fn run(command: &Verifier, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let sets = command.authority.iter().map(|path| Ok(key_file::read_keyset(path)?));
    let sets = sets.collect::<Result<Vec<Keyset>, CliError>>()?;
    let page = with_anchors(&sets);
    new_file::create(&command.out, page.as_bytes())?;
    let written = Written {
        format: "sealbag/verifier/v1",
        file: shown(&command.out),
        bytes: page.len(),
        sha256: sha256(page.as_bytes()).to_hex(),
        authorities: sets.iter().flat_map(Keyset::keys).map(PublicKey::fingerprint).collect(),
    };
    if command.json {
        terminal.print_json(&written)?;
    } else {
        terminal.print(&written.text(terminal.words()))?;
        terminal.note(&terminal.words().text("say-page-publish"));
    }
    Ok(ExitClass::Success)
}

/// The page with these keys in it. A file of keys has no character that means something in HTML or ends a JSON string.
fn with_anchors(sets: &[Keyset]) -> String {
    let files: Vec<String> = sets.iter().map(|set| format!("\"{}\"", file_of(set).replace('\n', "\\n"))).collect();
    let baked = PLACE.replace("[]", &format!("[{}]", files.join(",")));
    PAGE.replacen(PLACE, &baked, 1)
}

/// What `Keyset::parse` reads: one line, or a threshold and a line a key; without comments.
fn file_of(set: &Keyset) -> String {
    let lines: Vec<String> = set.keys().iter().map(PublicKey::to_line).collect();
    match lines.len() {
        1 => lines.join("\n"),
        _ => format!("threshold {}\n{}", set.threshold(), lines.join("\n")),
    }
}

impl Written {
    fn text(&self, words: &Words) -> String {
        let width = words.width(&["say-page-file", "say-page-bytes", "say-page-authority"], 2);
        let line = |label: &str, value: &str| format!("{label:<width$}{value}\n");
        let mut text = line(&words.text("say-page-file"), &self.file);
        text += &line(&words.text("say-page-bytes"), &self.bytes.to_string());
        text += &line("sha256", &self.sha256);
        for fingerprint in &self.authorities {
            text += &line(&words.text("say-page-authority"), fingerprint);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOk4OMOjIDglKbXqr7EtLRtZ2k44Wygug5XWhgDjrNi/";

    #[test]
    fn keys_stand_in_the_page_as_data_and_nothing_else_of_it_changes() {
        let key = PublicKey::from_line(KEY).expect("a key").0;
        let page = with_anchors(&[key.clone().into(), key.into()]);
        assert!(page.contains(&format!(r#"id="baked">{{"authorities":["{KEY}","{KEY}"]}}</script>"#)));
        assert_eq!(page.replace(&format!(r#""{KEY}","{KEY}""#), ""), PAGE);
        assert_eq!(with_anchors(&[]), PAGE);
        assert_eq!(PAGE.matches(PLACE).count(), 1);
    }

    #[test]
    fn several_keys_of_one_authority_come_back_with_their_threshold() {
        let other = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";
        let keys = [KEY, other].map(|line| PublicKey::from_line(line).expect("a key").0);
        let set = Keyset::new(keys.to_vec(), 2).expect("a set");
        assert_eq!(Keyset::parse(file_of(&set).as_bytes()), Ok(set.clone()));
        assert!(with_anchors(&[set]).contains(&format!(r#"["threshold 2\n{KEY}\n{other}"]"#)));
    }

    #[test]
    fn page_lets_nothing_in_and_nothing_out() {
        for rule in ["default-src 'none'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'"] {
            assert!(PAGE.contains(rule), "{rule}");
        }
        for never in ["unsafe-inline", "'unsafe-eval'", "http://", "https://"] {
            assert!(!PAGE.contains(never), "{never}");
        }
    }
}
