//! Calls by their numbers: their names, which argument is a length, which cannot fail.

use std::os::unix::fs::FileTypeExt;

use nix::libc::{self, user_regs_struct};
use nix::unistd::Pid;

/// Closing a directory, reading the pipe of a child and asking it not to block do not fail on Linux, and Rust's library takes such a
/// failure for a fault of its own.
pub(super) fn cannot_fail(main: Pid, number: i64, handle: u64) -> bool {
    let kind = std::fs::metadata(format!("/proc/{main}/fd/{handle}")).map(|of| of.file_type());
    match number {
        libc::SYS_close => kind.is_ok_and(|kind| kind.is_dir()),
        libc::SYS_read | libc::SYS_ioctl => kind.is_ok_and(|kind| kind.is_fifo()),
        _ => false,
    }
}

/// The argument that says how many bytes a call may move.
pub(super) fn length(registers: &mut user_regs_struct) -> Option<&mut u64> {
    match registers.orig_rax.cast_signed() {
        libc::SYS_read | libc::SYS_write | libc::SYS_pread64 | libc::SYS_pwrite64 => Some(&mut registers.rdx),
        libc::SYS_copy_file_range => Some(&mut registers.r8),
        libc::SYS_sendfile => Some(&mut registers.r10),
        _ => None,
    }
}

/// The name of a call, where the tables need one.
pub fn name(number: i64) -> String {
    CALLS
        .iter()
        .find(|(known, _)| *known == number)
        .map_or_else(|| format!("call {number}"), |(_, name)| (*name).into())
}

/// Calls that touch files or the outside world. The others manage memory and threads, and do not fail in this way.
pub const CALLS: &[(i64, &str)] = &[
    (libc::SYS_access, "access"),
    (libc::SYS_chmod, "chmod"),
    (libc::SYS_clock_gettime, "clock_gettime"),
    (libc::SYS_clone3, "clone3"),
    (libc::SYS_close, "close"),
    (libc::SYS_copy_file_range, "copy_file_range"),
    (libc::SYS_fadvise64, "fadvise64"),
    (libc::SYS_fallocate, "fallocate"),
    (libc::SYS_fchmod, "fchmod"),
    (libc::SYS_fchmodat, "fchmodat"),
    (libc::SYS_fcntl, "fcntl"),
    (libc::SYS_fdatasync, "fdatasync"),
    (libc::SYS_flistxattr, "flistxattr"),
    (libc::SYS_flock, "flock"),
    (libc::SYS_fstat, "fstat"),
    (libc::SYS_fsync, "fsync"),
    (libc::SYS_ftruncate, "ftruncate"),
    (libc::SYS_getcwd, "getcwd"),
    (libc::SYS_getdents64, "getdents64"),
    (libc::SYS_getrandom, "getrandom"),
    (libc::SYS_ioctl, "ioctl"),
    (libc::SYS_link, "link"),
    (libc::SYS_linkat, "linkat"),
    (libc::SYS_lseek, "lseek"),
    (libc::SYS_lstat, "lstat"),
    (libc::SYS_mkdir, "mkdir"),
    (libc::SYS_mkdirat, "mkdirat"),
    (libc::SYS_mount, "mount"),
    (libc::SYS_newfstatat, "newfstatat"),
    (libc::SYS_open, "open"),
    (libc::SYS_openat, "openat"),
    (libc::SYS_openat2, "openat2"),
    (libc::SYS_pread64, "pread64"),
    (libc::SYS_pwrite64, "pwrite64"),
    (libc::SYS_read, "read"),
    (libc::SYS_readlink, "readlink"),
    (libc::SYS_readlinkat, "readlinkat"),
    (libc::SYS_rename, "rename"),
    (libc::SYS_renameat, "renameat"),
    (libc::SYS_renameat2, "renameat2"),
    (libc::SYS_rmdir, "rmdir"),
    (libc::SYS_sched_getaffinity, "sched_getaffinity"),
    (libc::SYS_sendfile, "sendfile"),
    (libc::SYS_stat, "stat"),
    (libc::SYS_statx, "statx"),
    (libc::SYS_symlinkat, "symlinkat"),
    (libc::SYS_sync_file_range, "sync_file_range"),
    (libc::SYS_syncfs, "syncfs"),
    (libc::SYS_unlink, "unlink"),
    (libc::SYS_unlinkat, "unlinkat"),
    (libc::SYS_unshare, "unshare"),
    (libc::SYS_utimensat, "utimensat"),
    (libc::SYS_write, "write"),
    (libc::SYS_writev, "writev"),
];
