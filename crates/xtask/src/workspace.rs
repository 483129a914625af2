//! Where things lie: the workspace, its build directory, the tools installed for it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::TaskError;

/// The checkout this task was built from.
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Finds the checkout above this crate, and the build directory that cargo uses for it.
    ///
    /// # Errors
    /// If the checkout was moved away since this program was built.
    pub(crate) fn find() -> Result<Self, TaskError> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new("/")).to_path_buf();
        if !root.join("Cargo.lock").is_file() {
            return Err(TaskError::NoWorkspace(root.display().to_string()));
        }
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self { root, target })
    }

    /// The folder of the sources.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The build directory.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Tools installed for this workspace only.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The program as users get it.
    pub(crate) fn release_program(&self) -> PathBuf {
        self.target.join("release").join(format!("sealbag{}", env::consts::EXE_SUFFIX))
    }

    /// The Python packages that the tests need, pinned by digest.
    pub(crate) fn python_requirements(&self, name: &str) -> PathBuf {
        self.root.join("crates/xtask/python").join(name).with_extension("txt")
    }

    /// Any program, started in the root of the checkout.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// The cargo that runs this task.
    pub(crate) fn cargo(&self) -> Command {
        self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }
}
