//! Exit code and hint of every error about audits.

use sealbag::audit::AuditError;

use super::CliError;
use crate::commands::AuditUsageError;

impl From<AuditError> for CliError {
    fn from(error: AuditError) -> Self {
        match &error {
            AuditError::Overlap { .. } => Self::refused(&error).with_hint("hint-audit-outer"),
            AuditError::InsideBag { .. } => Self::refused(&error).with_hint("hint-audit-outside"),
            AuditError::Link { .. } | AuditError::Unresolved { .. } => {
                Self::refused(&error).with_hint("hint-audit-place")
            }
            AuditError::NotResults => Self::refused(&error).with_hint("hint-audit-results"),
            AuditError::MalformedLine { .. } => Self::refused(&error).with_hint("hint-audit-changed"),
            AuditError::OtherOptions { .. } => Self::refused(&error).with_hint("hint-audit-repeat"),
            AuditError::Busy => Self::refused(&error).with_hint("hint-audit-busy"),
            AuditError::Output(_) => Self::failed(&error).with_hint("hint-output-lost"),
            AuditError::Receipts(_) => Self::failed(&error),
            _ => Self::failed(&error).with_hint("hint-audit-kept"),
        }
    }
}

impl From<AuditUsageError> for CliError {
    fn from(error: AuditUsageError) -> Self {
        Self::refused(&error).with_hint("hint-audit-receipts")
    }
}
