//! Which compiler makes the WebAssembly. Only one and the same gives the same bytes, so Debian's comes first: everybody can have
//! it. Without it, the one of rustup with its target; the page is as good, but differs from the committed one.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use crate::error::TaskError;
use crate::remap::MachinePaths;
use crate::step::{Steps, say};
use crate::tools::{is_root, succeeds};
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_SOURCES: &str = "/usr/lib/rustlib/src/rust/library/core/src/lib.rs";
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-19";

/// A compiler that can make WebAssembly.
pub(crate) struct Toolchain {
    /// What it says of itself.
    pub(crate) version: String,
    is_debian: bool,
}

impl Toolchain {
    /// Debian's, which is installed where that is allowed; else the one that runs this task, if it has the target.
    ///
    /// # Errors
    /// There is none.
    pub(crate) fn find(workspace: &Workspace, steps: &mut Steps) -> Result<Self, TaskError> {
        if !has_debian() && is_root() {
            steps.run("apt-get update", workspace.command("apt-get").args(["-q", "update"]))?;
            let mut install = workspace.command("apt-get");
            install.env("DEBIAN_FRONTEND", "noninteractive").args(["-q", "-y", "--no-install-recommends", "install"]);
            steps.run("compiler for WebAssembly", install.args(PACKAGES))?;
        }
        if has_debian() {
            return Ok(Self { version: version_of(DEBIAN_RUSTC)?, is_debian: true });
        }
        let sysroot = output("rustc", &["--print", "sysroot"])?;
        if Path::new(sysroot.trim_end()).join("lib/rustlib").join(TARGET).is_dir() {
            return Ok(Self { version: version_of("rustc")?, is_debian: false });
        }
        say(&format!("or: rustup target add {TARGET}"));
        Err(TaskError::Missing { programs: "a compiler for WebAssembly".to_owned(), packages: PACKAGES.join(" ") })
    }

    /// Its cargo.
    pub(crate) fn cargo(&self, workspace: &Workspace) -> Command {
        if !self.is_debian {
            return workspace.cargo();
        }
        let mut cargo = workspace.command("/usr/bin/cargo");
        // Debian brings the sources of the standard library, not its build for this target; building it is asked for by an
        // option that is not stable, which the variable allows.
        cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", DEBIAN_RUSTC).env_remove("RUSTUP_TOOLCHAIN");
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
        cargo.arg("-Zbuild-std=std,panic_abort");
        cargo
    }

    /// The compiler's flags: no path of this machine in the page, and several blocks hashed at once.
    pub(crate) fn flags(&self, workspace: &Workspace) -> OsString {
        let mut flags = MachinePaths::of_sources(workspace.root()).flags();
        flags.push("\u{1f}-Ctarget-feature=+simd128");
        flags
    }
}

fn has_debian() -> bool {
    [DEBIAN_RUSTC, DEBIAN_SOURCES, DEBIAN_LINKER, "/usr/bin/cargo"].iter().all(|path| Path::new(path).exists())
        && succeeds(Command::new(DEBIAN_RUSTC).arg("--version"))
}

fn version_of(rustc: &str) -> Result<String, TaskError> {
    Ok(output(rustc, &["--version"])?.trim_end().to_owned())
}

fn output(program: &str, arguments: &[&str]) -> Result<String, TaskError> {
    let output = Command::new(program).args(arguments).output();
    let output = output.map_err(|source| TaskError::Start {
        step: "compiler for WebAssembly".to_owned(),
        program: program.to_owned(),
        source,
    })?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
