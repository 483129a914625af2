//! `cargo xtask test`: everything that must hold before a change is taken, the cheapest first.

mod binaries;
mod suite;

use crate::error::TaskError;
use crate::step::Steps;
use crate::tools;
use crate::workspace::Workspace;

/// Crates whose core must compile without a file system, so that the verifier can run in a browser.
const PURE_CRATES: [&str; 5] =
    ["sealbag-manifest", "sealbag-custody", "sealbag", "sealbag-sentences", "sealbag-report"];

/// Runs every check; returns after the first that fails.
///
/// # Errors
/// The step that failed, or a tool that cannot be provided.
pub(crate) fn run(workspace: &Workspace, steps: &mut Steps) -> Result<(), TaskError> {
    let tools = tools::provide(workspace, steps)?;
    steps.run("format", workspace.cargo().args(["fmt", "--all", "--check"]))?;
    steps.run(
        "dependencies",
        workspace.command(&tools.cargo_deny).args(["check", "--hide-inclusion-graph", "bans", "licenses", "sources"]),
    )?;
    lint(workspace, steps, "lints", &["--workspace", "--all-targets", "--all-features"])?;
    let pure: Vec<&str> = PURE_CRATES.iter().flat_map(|name| ["--package", *name]).collect();
    lint(workspace, steps, "lints, without a file system", &[&pure[..], &["--no-default-features"]].concat())?;
    // All members together share what they depend on with the lints before.
    lint(workspace, steps, "lints, the program without disk images", &["--workspace", "--no-default-features"])?;
    steps.run(
        "documentation",
        workspace.cargo().env("RUSTDOCFLAGS", "-D warnings").args([
            "doc",
            "--locked",
            "--workspace",
            "--no-deps",
            "--all-features",
        ]),
    )?;
    crate::web::run(workspace, steps, Some("check"))?;
    build_program(workspace, steps)?;
    steps.run(
        "examples in the documentation",
        workspace.cargo().args(["test", "--doc", "--locked", "--workspace", "--all-features"]),
    )?;
    let surroundings = binaries::Surroundings::from([
        ("PATH", tools.path),
        ("SEALBAG_BIN", workspace.release_program().into()),
        ("SEALBAG_BAGIT", tools.bagit.into()),
        ("SEALBAG_VERAPDF", tools.verapdf),
        ("SEALBAG_PLAYWRIGHT", tools.playwright.into()),
    ]);
    suite::run(workspace, steps, &surroundings)?;
    steps.summary();
    Ok(())
}

/// Runs the whole faults harness; its quick part is one of the tests.
///
/// # Errors
/// A case that broke or could not be run.
pub(crate) fn faults(workspace: &Workspace, steps: &mut Steps) -> Result<(), TaskError> {
    let tools = tools::provide(workspace, steps)?;
    build_program(workspace, steps)?;
    let harness = ["run", "--locked", "--package", "sealbag-tests", "--features", "tools", "--bin", "faults"];
    steps.run(
        "faults",
        workspace.cargo().env("PATH", &tools.path).env("SEALBAG_BIN", workspace.release_program()).args(harness),
    )
}

fn lint(workspace: &Workspace, steps: &mut Steps, name: &str, what: &[&str]) -> Result<(), TaskError> {
    steps.run(name, workspace.cargo().args(["clippy", "--locked"]).args(what).args(["--", "-D", "warnings"]))
}

fn build_program(workspace: &Workspace, steps: &mut Steps) -> Result<(), TaskError> {
    steps.run("program", workspace.cargo().args(["build", "--locked", "--release", "--package", "sealbag-cli"]))
}
