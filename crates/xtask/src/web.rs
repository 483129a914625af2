//! `cargo xtask web`: the browser verifier as one file, `crates/web/verifier.html`. It is committed, so that building the program
//! needs no compiler for WebAssembly; `cargo xtask web check` builds it again and compares.

mod page;
mod toolchain;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::TaskError;
use crate::remap;
use crate::step::{Steps, say};
use crate::workspace::Workspace;
use toolchain::Toolchain;

/// The page, and beside it which compiler made it.
const PAGE: &str = "crates/web/verifier.html";
const BUILT_WITH: &str = "crates/web/built-with.txt";

/// Builds the page and writes it, or compares it with the one that is there.
///
/// # Errors
/// The step that failed; with `check`, that the page is another, or that another compiler made it.
pub(crate) fn run(workspace: &Workspace, steps: &mut Steps, mode: Option<&str>) -> Result<(), TaskError> {
    let is_check = match mode {
        None => false,
        Some("check") => true,
        Some(other) => return Err(TaskError::Argument(other.to_owned())),
    };
    let toolchain = Toolchain::find(workspace, steps)?;
    let built_with = format!("{}\nwasm-bindgen {}\n", toolchain.version, bindgen_version(workspace)?);
    let root = workspace.root();
    if is_check {
        let noted = read_text(&root.join(BUILT_WITH))?;
        if noted != built_with {
            let found = built_with.replace('\n', ", ");
            return Err(TaskError::Page(format!(
                "it was built with {}here is {found}so it cannot be compared; `cargo xtask web` makes it anew",
                noted.replace('\n', ", ")
            )));
        }
    }
    let made = build(workspace, steps, &toolchain)?;
    let path = root.join(PAGE);
    if is_check {
        let there = read(&path)?;
        if there == made {
            say(&format!("{PAGE} is what its sources give"));
            return Ok(());
        }
        let at = there.iter().zip(&made).position(|(a, b)| a != b).unwrap_or(there.len().min(made.len()));
        return Err(TaskError::Page(format!(
            "{PAGE} is not what its sources give, from byte {at} on: `cargo xtask web`"
        )));
    }
    write(&path, &made)?;
    write(&root.join(BUILT_WITH), built_with.as_bytes())?;
    say(&format!("{PAGE}: {} bytes, sha256 {}", made.len(), page::sha256_hex(&made)));
    Ok(())
}

fn build(workspace: &Workspace, steps: &mut Steps, toolchain: &Toolchain) -> Result<Vec<u8>, TaskError> {
    let target = workspace.target().join("web");
    let mut cargo = toolchain.cargo(workspace);
    cargo.args([
        "build",
        "--locked",
        "--profile",
        "web",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "sealbag-web",
    ]);
    cargo.env("CARGO_TARGET_DIR", &target).env("CARGO_INCREMENTAL", "0").env(remap::FLAGS, toolchain.flags(workspace));
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_RUSTFLAGS");
    steps.run("verifier, WebAssembly", &mut cargo)?;
    let wasm = target.join("wasm32-unknown-unknown/web/sealbag_web.wasm");
    let glue = target.join("glue");
    let mut bindgen = workspace.cargo();
    bindgen
        .args(["run", "--locked", "--quiet", "--manifest-path", "crates/web/bindgen/Cargo.toml", "--"])
        .arg(&wasm)
        .arg(&glue);
    bindgen.env("CARGO_TARGET_DIR", workspace.target().join("web-bindgen"));
    steps.run("verifier, glue", &mut bindgen)?;
    let parts = page::Parts {
        wasm: read(&glue.join("verifier_bg.wasm"))?,
        glue: read_text(&glue.join("verifier.js"))?,
        words: words::collect(workspace.root())?,
    };
    page::assemble(&workspace.root().join("crates/web/page"), &parts)
}

/// The version of wasm-bindgen in the lock file: the glue must come from the same.
fn bindgen_version(workspace: &Workspace) -> Result<String, TaskError> {
    let locked = |path: &str, name: &str| -> Result<String, TaskError> {
        let text = read_text(&workspace.root().join(path))?;
        let entry = text.split("[[package]]").find(|entry| entry.contains(&format!("\nname = \"{name}\"\n")));
        let line = entry.and_then(|entry| entry.lines().find_map(|line| line.strip_prefix("version = ")));
        Ok(line.unwrap_or_default().trim_matches('"').to_owned())
    };
    let ours = locked("Cargo.lock", "wasm-bindgen")?;
    let theirs = locked("crates/web/bindgen/Cargo.lock", "wasm-bindgen-cli-support")?;
    match ours == theirs && !ours.is_empty() {
        true => Ok(ours),
        false => Err(TaskError::Page(format!(
            "wasm-bindgen is {ours} in Cargo.lock and {theirs} in crates/web/bindgen: they must be the same"
        ))),
    }
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> TaskError {
    let path = path.display().to_string();
    move |source| TaskError::File { path, action, source }
}

fn read(path: &Path) -> Result<Vec<u8>, TaskError> {
    fs::read(path).map_err(failed("read", path))
}

fn read_text(path: &Path) -> Result<String, TaskError> {
    fs::read_to_string(path).map_err(failed("read", path))
}

fn write(path: &PathBuf, bytes: &[u8]) -> Result<(), TaskError> {
    fs::write(path, bytes).map_err(failed("write", path))
}
