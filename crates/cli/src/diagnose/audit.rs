//! Exit code and hint of every error about audits.

use sealbag::audit::AuditError;

use super::CliError;
use crate::commands::AuditUsageError;

impl From<AuditError> for CliError {
    fn from(error: AuditError) -> Self {
        match &error {
            AuditError::Overlap { .. } => Self::refused(&error).with_hint("name the outer one alone"),
            AuditError::InsideBag { .. } => {
                Self::refused(&error).with_hint("name a file or directory outside: --resume FILE, --forks DIR")
            }
            AuditError::Link { .. } | AuditError::Unresolved { .. } => {
                Self::refused(&error).with_hint("name the place itself, outside of every bag")
            }
            AuditError::NotResults => {
                Self::refused(&error).with_hint("name a new file, or one that `sealbag audit --resume` wrote")
            }
            AuditError::MalformedLine { .. } => {
                Self::refused(&error).with_hint("the file was changed; begin a new one with --resume NEWFILE")
            }
            AuditError::OtherOptions { .. } => {
                Self::refused(&error).with_hint("repeat the first command exactly, or name a new file of results")
            }
            AuditError::Busy => Self::refused(&error).with_hint("wait for the other audit, or name another file"),
            AuditError::Output(_) => Self::failed(&error)
                .with_hint("the result was not delivered; run the command again with its output kept"),
            AuditError::Receipts(_) => Self::failed(&error),
            _ => Self::failed(&error)
                .with_hint("what was judged is kept if --resume names a file; run the command again"),
        }
    }
}

impl From<AuditUsageError> for CliError {
    fn from(error: AuditUsageError) -> Self {
        Self::refused(&error).with_hint("put the receipts into a directory and give it with --since DIR")
    }
}
