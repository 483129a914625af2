//! `cargo xtask release`: the program as it is handed out. It is built twice, from one commit, in two folders that have no name in
//! common, and handed out only if both programs are the same, byte for byte. `docs/releasing.md` tells a stranger how to repeat it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::TaskError;
use crate::remap::{self, MachinePaths};
use crate::step::{Steps, say};
use crate::workspace::Workspace;

/// The folders of the two builds: of different length, and one with a space, so that any path that gets into the program shows.
const FOLDERS: [&str; 2] = ["one", "another folder/of a longer name"];
/// The list of the crates that cargo-auditable puts into the program lies in a section of this name.
const AUDITABLE_SECTION: &[u8] = b".dep-v0";
/// The version of the tool that lists the crates inside the program.
const CARGO_AUDITABLE: &str = "0.7.7";
/// The version of the tool that lists them in a file.
const CARGO_CYCLONEDX: &str = "0.5.9";
const PROGRAM: &str = "sealbag";
const SBOM: &str = "sealbag.cdx.json";

/// Builds, compares, and leaves program, list of parts and digests in `target/dist`.
///
/// # Errors
/// The step that failed, or that the two builds differ.
pub(crate) fn run(workspace: &Workspace, steps: &mut Steps) -> Result<(), TaskError> {
    say(&format!("needs git, tar, sha256sum, cargo-auditable {CARGO_AUDITABLE}, cargo-cyclonedx {CARGO_CYCLONEDX}"));
    let tools = ReleaseTools {
        auditable: provide(workspace, steps, "cargo-auditable", CARGO_AUDITABLE)?,
        cyclonedx: provide(workspace, steps, "cargo-cyclonedx", CARGO_CYCLONEDX)?,
    };
    let commit = output(workspace.command("git").args(["rev-parse", "HEAD"]))?;
    let date = output(workspace.command("git").args(["show", "--no-patch", "--format=%ct", "HEAD"]))?;
    say(&format!("\nbuilds commit {commit}; what is not committed is not in it"));
    say(&output(Command::new("rustc").arg("-vV"))?);

    let scratch = workspace.target().join("release-twice");
    remove(&scratch)?;
    let archive = scratch.join("sources.tar");
    make(&scratch)?;
    steps.run("sources", workspace.command("git").args(["archive", "--output"]).arg(&archive).arg("HEAD"))?;
    let mut made = Vec::new();
    for folder in FOLDERS {
        let build = Build { folder: scratch.join(folder), date: &date, tools: &tools };
        made.push(build.run(steps, &archive)?);
    }
    let [first, second] = &made[..] else { unreachable!("there are two folders") };
    require_same("the program", &first.program, &second.program)?;
    require_same("the list of parts", &first.sbom, &second.sbom)?;
    expect_parts_listed(&first.program)?;
    hand_out(workspace, steps, first)?;
    remove(&scratch)?;
    steps.summary();
    Ok(())
}

/// The tools that only a release needs.
struct ReleaseTools {
    /// Lists the crates inside the program.
    auditable: PathBuf,
    /// Lists them beside it.
    cyclonedx: PathBuf,
}

/// A tool in exactly this version, in the build directory. An unoptimised build is twice as fast to make.
fn provide(workspace: &Workspace, steps: &mut Steps, name: &str, version: &str) -> Result<PathBuf, TaskError> {
    let root = workspace.tools();
    let program = root.join("bin").join(name);
    // Not every tool tells its own version; cargo notes what it installed.
    let is_there = || {
        let noted = fs::read_to_string(root.join(".crates.toml")).unwrap_or_default();
        program.is_file() && noted.contains(&format!("\"{name} {version} ("))
    };
    if !is_there() {
        let mut install = workspace.cargo();
        install.args(["install", "--quiet", "--locked", "--debug", "--force", "--root"]).arg(&root);
        steps.run(name, install.arg(format!("{name}@{version}")))?;
    }
    if is_there() { Ok(program) } else { Err(TaskError::StillMissing(format!("{name} {version}"))) }
}

/// One of the two builds.
struct Build<'a> {
    folder: PathBuf,
    date: &'a str,
    tools: &'a ReleaseTools,
}

/// What a build gave.
struct Made {
    program: Vec<u8>,
    sbom: Vec<u8>,
}

impl Build<'_> {
    fn run(&self, steps: &mut Steps, archive: &Path) -> Result<Made, TaskError> {
        let sources = self.folder.join("sources");
        let target = self.folder.join("build");
        make(&sources)?;
        let shown = self.folder.display();
        steps
            .run(&format!("unpack in {shown}"), Command::new("tar").arg("-xf").arg(archive).arg("-C").arg(&sources))?;
        let machine = MachinePaths::find(&sources)?;
        let mut cargo = self.command(&self.tools.auditable, &sources);
        cargo.args(["auditable", "build", "--locked", "--release", "--package", "sealbag-cli"]);
        cargo.env("CARGO_TARGET_DIR", &target).env(remap::FLAGS, machine.flags());
        steps.run(&format!("build in {shown}"), &mut cargo)?;
        let host = output(Command::new("rustc").args(["--print", "host-tuple"]))?;
        let mut sbom = self.command(&self.tools.cyclonedx, &sources);
        sbom.args(["cyclonedx", "--quiet", "--format", "json", "--spec-version", "1.5", "--describe", "binaries"]);
        sbom.args(["--target", &host, "--manifest-path"]).arg(sources.join("crates/cli/Cargo.toml"));
        steps.run(&format!("list of parts in {shown}"), &mut sbom)?;

        let program = read(&target.join("release").join(PROGRAM))?;
        machine.expect_none_in(&program)?;
        // The tool writes the folder of the sources into the names of our own crates.
        let list = read(&sources.join("crates/cli/sealbag_bin.cdx.json"))?;
        let list = String::from_utf8_lossy(&list).replace(&machine.sources_as_url(), "/sealbag");
        Ok(Made { program, sbom: list.into_bytes() })
    }

    /// A tool that is started by its path, in the folder of the sources, with a clock that stands still.
    fn command(&self, program: &Path, sources: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(sources).env("SOURCE_DATE_EPOCH", self.date).env("CARGO_INCREMENTAL", "0");
        for name in ["RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"] {
            command.env_remove(name);
        }
        command
    }
}

fn require_same(what: &str, one: &[u8], other: &[u8]) -> Result<(), TaskError> {
    if one == other {
        return Ok(());
    }
    let at = one.iter().zip(other).position(|(a, b)| a != b).unwrap_or(one.len().min(other.len()));
    Err(TaskError::Differs { what: what.to_owned(), at, sizes: [one.len(), other.len()] })
}

fn expect_parts_listed(program: &[u8]) -> Result<(), TaskError> {
    let is_there = program.windows(AUDITABLE_SECTION.len()).any(|window| window == AUDITABLE_SECTION);
    if is_there { Ok(()) } else { Err(TaskError::NoPartsInProgram) }
}

fn hand_out(workspace: &Workspace, steps: &mut Steps, made: &Made) -> Result<(), TaskError> {
    let dist = workspace.target().join("dist");
    remove(&dist)?;
    make(&dist)?;
    write(&dist.join(PROGRAM), &made.program)?;
    write(&dist.join(SBOM), &made.sbom)?;
    steps.run("executable", Command::new("chmod").arg("755").arg(dist.join(PROGRAM)))?;
    let sums = output(Command::new("sha256sum").current_dir(&dist).args([PROGRAM, SBOM]))? + "\n";
    write(&dist.join("SHA256SUMS"), sums.as_bytes())?;
    say(&format!("\n{sums}{} bytes, the same from both folders; in {}", made.program.len(), dist.display()));
    Ok(())
}

/// What a program prints, without the line end.
fn output(command: &mut Command) -> Result<String, TaskError> {
    let name = command.get_program().display().to_string();
    let output =
        command.output().map_err(|source| TaskError::Start { step: name.clone(), program: name.clone(), source })?;
    if !output.status.success() {
        return Err(TaskError::Failed { step: name, status: output.status });
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> TaskError {
    let path = path.display().to_string();
    move |source| TaskError::File { path, action, source }
}

fn read(path: &Path) -> Result<Vec<u8>, TaskError> {
    fs::read(path).map_err(failed("read", path))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), TaskError> {
    fs::write(path, bytes).map_err(failed("write", path))
}

fn make(path: &Path) -> Result<(), TaskError> {
    fs::create_dir_all(path).map_err(failed("make", path))
}

fn remove(path: &Path) -> Result<(), TaskError> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(failed("remove", path)(error)),
        _ => Ok(()),
    }
}
