//! Why a task stopped.

use std::process::ExitStatus;

/// Why a task stopped. Every message is one line that can be acted upon.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TaskError {
    /// No task, or an unknown one: the text is the usage.
    #[error("no such task\n{0}")]
    Usage(&'static str),
    /// A word behind the task that it cannot use.
    #[error("unexpected argument `{0}`")]
    Argument(String),
    /// The sources are not where the build found them.
    #[error("no workspace at {0}: run this from a checkout")]
    NoWorkspace(String),
    /// A step's program ended with a failure.
    #[error("FAILED: {step} ({status})")]
    Failed {
        /// Name of the step, as printed before it.
        step: String,
        /// How the program ended.
        status: ExitStatus,
    },
    /// Tests failed; what they said was printed.
    #[error("FAILED: tests: {0}")]
    Tests(String),
    /// A step's program could not be started.
    #[error("FAILED: {step}: cannot start {program}")]
    Start {
        /// Name of the step, as printed before it.
        step: String,
        /// The program.
        program: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// Packages are missing and this user cannot install them.
    #[error("missing: {programs}\nrun: sudo apt-get update && sudo apt-get install -y {packages}")]
    Missing {
        /// The programs, separated by spaces.
        programs: String,
        /// The Debian packages that bring them, separated by spaces.
        packages: String,
    },
    /// Fuzzing needs a compiler that can be told to count what is run.
    #[error("nightly Rust is missing\nrun: rustup toolchain install nightly --profile minimal")]
    NoNightly,
    /// A folder cannot be read or made.
    #[error("cannot use {folder}")]
    Folder {
        /// Where.
        folder: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// A program is still missing after its package was installed.
    #[error("still missing after installation: {0}")]
    StillMissing(String),
    /// A file or folder of the task cannot be handled.
    #[error("cannot {action} {path}")]
    File {
        /// The path.
        path: String,
        /// What was tried.
        action: &'static str,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// Something in the sources of the page does not fit.
    #[error("the page: {0}")]
    Page(String),
    /// Two builds of one commit are not the same.
    #[error("{what} differs between the two folders from byte {at} on; {} and {} bytes", sizes[0], sizes[1])]
    Differs {
        /// What was compared.
        what: String,
        /// The first byte that differs.
        at: usize,
        /// The sizes of both.
        sizes: [usize; 2],
    },
    /// A path of this machine stands in the program.
    #[error("the program has a path of this machine in it: {path}")]
    PathInProgram {
        /// The path.
        path: String,
    },
    /// The program does not list the crates that it is made of.
    #[error("the program does not list the crates that it is made of")]
    NoPartsInProgram,
}
