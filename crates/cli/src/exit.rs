//! How a run ends, as the number that scripts see.

use std::process::ExitCode;

use crate::terminal::OutputError;

/// The exit codes of the program (`docs/spec/verdict.md`). A code that is not listed means failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExitClass {
    /// 0: confirmed, with or without remarks; or the command did what it was asked to.
    Success,
    /// 1: integrity violated.
    Violated,
    /// 2: cannot be determined, or something could not be read or written.
    Undetermined,
    /// 64: wrong usage, or an operation that is refused; nothing was changed.
    Refused,
}

impl ExitClass {
    /// The number.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Violated => 1,
            Self::Undetermined => 2,
            Self::Refused => 64,
        }
    }
}

impl From<ExitClass> for ExitCode {
    fn from(class: ExitClass) -> Self {
        Self::from(class.code())
    }
}

impl From<&OutputError> for ExitClass {
    /// A result that nobody could receive is never a success.
    fn from(_: &OutputError) -> Self {
        Self::Undetermined
    }
}
