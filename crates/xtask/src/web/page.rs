//! Puts the page together: one file, in which everything stands that it needs, and a policy that lets nothing else in.

use std::path::Path;

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use super::read_text;
use crate::error::TaskError;

/// The parts of the page's script, in the order in which they are put one behind the other: each uses at once only what stands
/// before it.
const SCRIPT: [&str; 12] = [
    "elements", "words", "workers", "chosen", "anchors", "tasks", "run", "verify", "findings", "custody", "verdict",
    "page",
];

/// What was built for it.
pub(super) struct Parts {
    pub(super) wasm: Vec<u8>,
    pub(super) glue: String,
    /// JSON.
    pub(super) words: String,
}

/// The page from its sources in `folder`.
///
/// # Errors
/// A source is missing, or has in it what would end its element in the page.
pub(super) fn assemble(folder: &Path, parts: &Parts) -> Result<Vec<u8>, TaskError> {
    let source = |name: &str| read_text(&folder.join(name));
    let style = source("style.css")?;
    let mut script = "'use strict';\n".to_owned();
    for name in SCRIPT {
        script.push_str(&source(&format!("script/{name}.js"))?);
    }
    let worker = format!("{}\n{}", parts.glue, source("worker.js")?);
    for (name, text, end) in
        [("style.css", &style, "</style"), ("script", &script, "</script"), ("worker.js", &worker, "</script")]
    {
        if text.to_ascii_lowercase().contains(end) || text.contains("<!--") {
            return Err(TaskError::Page(format!("{name} has {end} or a comment of HTML in it")));
        }
    }
    // Nothing comes from elsewhere and nothing goes there: no source of scripts, styles, images or connections but what stands
    // in the file, by its digest. Workers are made of a text in the page, which only a script in the page can do.
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; worker-src blob:; style-src '{}'; connect-src 'none'; base-uri 'none'; \
         form-action 'none'",
        digest(&script),
        digest(&style)
    );
    let wasm = Base64::encode_string(&miniz_oxide::deflate::compress_to_vec(&parts.wasm, 10));
    let mut page = String::new();
    let template = source("page.html")?;
    let mut rest = template.as_str();
    while let Some((before, behind)) = rest.split_once("{{") {
        let (name, behind) = behind.split_once("}}").unwrap_or((behind, ""));
        page.push_str(before);
        page.push_str(match name {
            "csp" => &policy,
            "style" => &style,
            "script" => &script,
            "worker" => &worker,
            "words" => &parts.words,
            "wasm" => &wasm,
            other => return Err(TaskError::Page(format!("page.html asks for `{other}`"))),
        });
        rest = behind;
    }
    page.push_str(rest);
    Ok(page.into_bytes())
}

/// As a policy names what stands in the page.
fn digest(text: &str) -> String {
    format!("sha256-{}", Base64::encode_string(&Sha256::digest(text)))
}

/// For people.
pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
