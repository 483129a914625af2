//! Sealing leaves the source as it was: nothing is opened for writing, no time is set, no access time moves.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use rustix::fs::{AtFlags, CWD, Timespec, Timestamps};
use sealbag_tests::hostile::{hostile, small};
use sealbag_tests::program::{Office, run_within};

const LIMIT: Duration = Duration::from_secs(600);
/// Every call that names a file, and those that change one by its handle.
const TRACED: &str = "trace=%file,fchmod,fchown,fsetxattr,fremovexattr,ftruncate,fallocate,ioctl,utimensat,unshare";

/// Runs a command under strace and returns its calls that name something below `source`, by path or by handle.
fn calls_below(source: &Path, office: &Office, command: &Command) -> Vec<String> {
    let log = office.path("strace.log");
    let mut traced = Command::new("strace");
    traced.args(["-f", "-qq", "-y", "-s", "8192", "-e", TRACED, "-o"]).arg(&log);
    office.clean(&mut traced);
    traced.arg(command.get_program()).args(command.get_args());
    run_within(&mut traced, LIMIT).expect_code(0);
    let log = String::from_utf8_lossy(&std::fs::read(log).expect("strace wrote its log")).into_owned();
    let source = source.to_str().expect("a plain path");
    let lines: Vec<&str> = log.lines().collect();
    let below =
        (0..lines.len()).filter(|at| lines[*at].contains(source) && !is_private_view(&lines[..*at], lines[*at]));
    below.map(|at| lines[at].to_owned()).collect()
}

/// True if a thread mounts the source onto itself, read-only, where nobody else sees it: after it left the common namespace and
/// cut the ties by which its mounts would reach others. Such a mount keeps writers out and access times still.
fn is_private_view(before: &[&str], line: &str) -> bool {
    let (thread, call) = line.split_once(char::is_whitespace).unwrap_or_default();
    if !call.trim_start().starts_with("mount(") {
        return false;
    }
    let had = |call: &str, flags: &str| {
        let own = |line: &&&str| line.starts_with(&format!("{thread} ")) && line.ends_with("= 0");
        before.iter().filter(own).any(|line| line.contains(call) && line.contains(flags))
    };
    let is_view = call.contains("MS_BIND|MS_REC, NULL)") || (call.contains("MS_RDONLY") && call.contains("MS_REMOUNT"));
    let is_private = had("unshare(", "CLONE_NEWNS") && (had("\"/\"", "MS_SLAVE") || had("\"/\"", "MS_PRIVATE"));
    is_view && is_private
}

/// True if the call can only read: a look, or an opening for reading that creates nothing.
fn only_reads(line: &str) -> bool {
    // Each line begins with the number of the thread.
    let call = line.split_once(char::is_whitespace).map_or(line, |(_, call)| call.trim_start());
    let name = call.split('(').next().unwrap_or_default();
    const LOOKS: &[&str] = &[
        "stat",
        "lstat",
        "fstat",
        "newfstatat",
        "statx",
        "statfs",
        "access",
        "faccessat",
        "faccessat2",
        "readlink",
        "readlinkat",
        "getxattr",
        "lgetxattr",
        "fgetxattr",
        "listxattr",
        "llistxattr",
        "flistxattr",
        "getcwd",
        "execve",
        "chdir",
        "name_to_handle_at",
    ];
    match name {
        "open" | "openat" | "openat2" => {
            !["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|flag| call.contains(flag))
        }
        // Reflinks (FICLONE) name the source as the one read from; questions about a file end in GET...
        "ioctl" => !call.contains("_SET") || !call.contains("FS_IOC"),
        name => LOOKS.contains(&name) || call.starts_with("<..."),
    }
}

#[track_caller]
fn expect_only_reads(calls: &[String], opened: &str) {
    assert!(
        calls.iter().any(|call| call.contains("openat") && call.contains(opened)),
        "strace saw no opening of {opened}"
    );
    let writes: Vec<&String> = calls.iter().filter(|call| !only_reads(call)).collect();
    assert!(writes.is_empty(), "{writes:#?}");
}

#[test]
fn seal_only_reads_the_source() {
    let office = Office::open();
    let source = office.path("source");
    hostile(&source).expect("make the tree");
    let calls = calls_below(&source, &office, &office.seal_command(&source, &office.path("A1.bag"), &[]));
    expect_only_reads(&calls, "\"README\"");
    for special in ["\"fifo\"", "\"socket\"", "\"null\"", "\"loop\""] {
        let opened = calls.iter().find(|call| {
            call.contains("openat") && call.contains(&format!("special>, {special}")) && !call.contains("O_PATH")
        });
        assert_eq!(opened, None, "a special file was opened");
    }
}

#[test]
fn verify_and_extract_only_read_the_bag() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    let bag = office.seal(&source, "A1.bag", &[]);
    expect_only_reads(&calls_below(&bag, &office, &office.verify_command(&bag, &[])), "notes.txt");
    let mut extract = office.command(["extract"]);
    extract.arg(&bag).arg("--to").arg(office.path("back")).arg("--signer").arg(office.signer());
    expect_only_reads(&calls_below(&bag, &office, &extract), "notes.txt");
}

#[test]
fn mount_counts_as_a_private_view_only_in_a_namespace_of_its_own() {
    let bind = r#"41 mount("/s", "/s", NULL, MS_BIND|MS_REC, NULL) = 0"#;
    let apart = ["41 unshare(CLONE_NEWNS) = 0", r#"41 mount(NULL, "/", NULL, MS_REC|MS_SLAVE, NULL) = 0"#];
    assert!(is_private_view(&apart, bind));
    assert!(!is_private_view(&apart[..1], bind) && !is_private_view(&apart[1..], bind));
    assert!(!is_private_view(&["42 unshare(CLONE_NEWNS) = 0", apart[1]], bind));
    assert!(!is_private_view(&apart, r#"41 mount("x", "/s", "tmpfs", 0, NULL) = 0"#));
}

#[test]
fn checker_of_calls_knows_writing_from_reading() {
    for read in [
        r#"41 openat(5</s>, "a", O_RDONLY|O_NOFOLLOW|O_CLOEXEC|O_NOATIME) = 6</s/a>"#,
        r#"41 newfstatat(5</s>, "a", {st_mode=S_IFREG|0644, st_size=1, ...}, AT_SYMLINK_NOFOLLOW) = 0"#,
    ] {
        assert!(only_reads(read), "{read}");
    }
    for write in [
        r#"41 openat(5</s>, "a", O_WRONLY|O_CLOEXEC) = 6</s/a>"#,
        r#"41 openat(5</s>, "a", O_RDONLY|O_CREAT, 0644) = 6</s/a>"#,
        r#"41 utimensat(5</s/a>, NULL, NULL, 0) = 0"#,
        r#"41 unlinkat(5</s>, "a", 0) = 0"#,
        r#"41 renameat2(5</s>, "a", 5</s>, "b", RENAME_NOREPLACE) = 0"#,
        r#"41 fchmod(6</s/a>, 0644) = 0"#,
        r#"41 ftruncate(6</s/a>, 0) = 0"#,
    ] {
        assert!(!only_reads(write), "{write}");
    }
}

/// All files and directories below a root, itself included; links too where the system allows a private view: without one,
/// reading a link moves its time, whoever reads.
fn files_and_directories(root: &Path) -> io::Result<Vec<PathBuf>> {
    let with_links = Command::new("unshare").args(["-m", "true"]).status()?.success();
    let mut found = vec![];
    let mut left = vec![root.to_path_buf()];
    while let Some(path) = left.pop() {
        let kind = std::fs::symlink_metadata(&path)?.file_type();
        if kind.is_dir() {
            let names = std::fs::read_dir(&path)?.map(|entry| entry.map(|entry| entry.path()));
            left.extend(names.collect::<io::Result<Vec<_>>>()?);
        }
        if with_links || !kind.is_symlink() {
            found.push(path);
        }
    }
    Ok(found)
}

/// The access time of each path; looking does not move it.
fn access_times(paths: &[PathBuf]) -> io::Result<BTreeMap<&Path, (i64, i64)>> {
    let time = |path: &PathBuf| -> io::Result<(i64, i64)> {
        let stat = rustix::fs::statat(CWD, path, AtFlags::SYMLINK_NOFOLLOW)?;
        Ok((stat.st_atime, stat.st_atime_nsec as i64))
    };
    paths.iter().map(|path| Ok((path.as_path(), time(path)?))).collect()
}

/// Sets times so old that any reading without O_NOATIME would move them, also on a `relatime` mount.
fn make_access_times_old(paths: &[PathBuf]) -> io::Result<()> {
    for path in paths {
        let old = Timespec { tv_sec: 1_000_000_000, tv_nsec: 7 };
        let times = Timestamps { last_access: old, last_modification: Timespec { tv_sec: 1_000_000_500, tv_nsec: 0 } };
        rustix::fs::utimensat(CWD, path, &times, AtFlags::SYMLINK_NOFOLLOW)?;
    }
    Ok(())
}

#[test]
fn sealing_and_verifying_against_the_source_keep_access_times() {
    let office = Office::open();
    let source = office.path("source");
    small(&source).expect("make the tree");
    std::fs::write(source.join("large"), vec![1; 20 << 20]).expect("a file with chunk values");

    let paths = files_and_directories(&source).expect("list the source");
    make_access_times_old(&paths).expect("set times");
    std::fs::read(source.join("notes.txt")).expect("read");
    std::fs::read_dir(source.join("mail")).expect("read").count();
    let moved = access_times(&paths)
        .expect("read times")
        .into_values()
        .filter(|(seconds, _)| *seconds != 1_000_000_000)
        .count();
    assert_eq!(moved, 2, "the file system here keeps no access times: this test would prove nothing");

    for options in [&["--payload", "copy"][..], &["--payload", "detached"]] {
        make_access_times_old(&paths).expect("set times");
        let before = access_times(&paths).expect("read times");
        let name = format!("{}.bag", options[1]);
        let bag = office.seal(&source, &name, options);
        assert_eq!(before, access_times(&paths).expect("read times"), "sealing with {options:?}");
        if options[1] == "detached" {
            let verification = office.verify(&bag, &["--source", source.to_str().expect("a plain path")]);
            assert_eq!(verification.outcome(), "confirmed_with_remarks", "{}", verification.bytes);
            assert_eq!(before, access_times(&paths).expect("read times"), "verifying against the source");
        }
    }
}
