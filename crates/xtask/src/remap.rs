//! The paths of the machine that builds: kept out of the program, so that it is the same wherever it is built and says nothing about
//! who built it.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::TaskError;

/// The variable that hands flags to the compiler; they are separated by [`SEPARATOR`], for paths may have spaces in them.
pub(crate) const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";
const SEPARATOR: &str = "\u{1f}";

/// Where sources lie on this machine, and the names that stand for them in the program.
pub(crate) struct MachinePaths {
    sources: PathBuf,
    named: Vec<(PathBuf, String)>,
}

impl MachinePaths {
    /// For sources in this folder that are built without a standard library of rustup.
    pub(crate) fn of_sources(sources: &Path) -> Self {
        Self {
            sources: sources.to_owned(),
            named: vec![(cargo_home(), "/cargo".to_owned()), (sources.to_owned(), "/sealbag".to_owned())],
        }
    }

    /// For sources in this folder.
    ///
    /// # Errors
    /// If the compiler cannot be asked.
    pub(crate) fn find(sources: &Path) -> Result<Self, TaskError> {
        let cargo = cargo_home();
        let sysroot = ask_rustc(sources, &["--print", "sysroot"])?;
        let version = ask_rustc(sources, &["-vV"])?;
        let hash = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
        // The standard library has such paths already, unless its sources are installed beside it.
        let library = PathBuf::from(sysroot.trim_end()).join("lib/rustlib/src/rust");
        let named = vec![
            (cargo, "/cargo".to_owned()),
            (library, format!("/rustc/{hash}")),
            (sources.to_owned(), "/sealbag".to_owned()),
        ];
        Ok(Self { sources: sources.to_owned(), named })
    }

    /// The compiler's flags that give each path its other name.
    pub(crate) fn flags(&self) -> OsString {
        let mut flags = OsString::new();
        for (path, name) in &self.named {
            if !flags.is_empty() {
                flags.push(SEPARATOR);
            }
            flags.push("--remap-path-prefix=");
            flags.push(path);
            flags.push("=");
            flags.push(name);
        }
        flags
    }

    /// # Errors
    /// If a program has one of the paths in it, or the user's folder.
    pub(crate) fn expect_none_in(&self, program: &[u8]) -> Result<(), TaskError> {
        let home = env::var_os("HOME").map(PathBuf::from).filter(|home| home.components().count() > 1);
        for path in self.named.iter().map(|(path, _)| path).chain(&home) {
            // The path as a folder of something, so that a short one is not found by chance.
            let mut needle = path.as_os_str().as_encoded_bytes().to_vec();
            needle.push(b'/');
            if program.windows(needle.len()).any(|window| window == needle) {
                return Err(TaskError::PathInProgram { path: path.display().to_string() });
            }
        }
        Ok(())
    }

    /// The folder of the sources as it stands in a URL.
    pub(crate) fn sources_as_url(&self) -> String {
        self.sources.display().to_string().replace(' ', "%20")
    }
}

fn cargo_home() -> PathBuf {
    let home = env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from)
}

fn ask_rustc(folder: &Path, arguments: &[&str]) -> Result<String, TaskError> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(&rustc).current_dir(folder).args(arguments).output();
    let output = output.map_err(|source| TaskError::Start {
        step: "rustc".to_owned(),
        program: rustc.display().to_string(),
        source,
    })?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths() -> MachinePaths {
        let named = vec![("/home/x y/.cargo".into(), "/cargo".into()), ("/build/a".into(), "/sealbag".into())];
        MachinePaths { sources: "/build/a".into(), named }
    }

    #[test]
    fn each_path_gets_a_flag_of_its_own_and_spaces_stay() {
        let flags = paths().flags().into_string().expect("UTF-8");
        let flags: Vec<&str> = flags.split(SEPARATOR).collect();
        assert_eq!(flags, ["--remap-path-prefix=/home/x y/.cargo=/cargo", "--remap-path-prefix=/build/a=/sealbag"]);
    }

    #[test]
    fn a_path_in_a_program_is_noticed() {
        assert!(paths().expect_none_in(b"\0/sealbag/crates/cli/src/main.rs\0/build/another\0").is_ok());
        let error = paths().expect_none_in(b"\0panicked at /build/a/crates/cli/src/main.rs").expect_err("a path");
        assert!(error.to_string().contains("/build/a"), "{error}");
    }
}
