//! Exit code and hint of every error about time-stamps.

use sealbag_timestamp::{Fault, Weight};

use super::CliError;
use super::report::of_place;
use crate::commands::{HttpError, TimestampError};
use crate::exit::ExitClass;
use crate::words::Message;

impl From<TimestampError> for CliError {
    fn from(error: TimestampError) -> Self {
        use TimestampError as E;
        match &error {
            E::Fault { fault } => {
                // What came in is refused; the bag is as it was.
                let exit = match fault.weight() {
                    Weight::DoesNotHold => ExitClass::Refused,
                    Weight::CannotTell => ExitClass::Undetermined,
                };
                Self::new(exit, &error).with_hint(
                    Message::new("hint-stamp-nothing-stored")
                        .with("what", Message::new(of_fault(fault)))
                        .with("code", fault.code().to_owned()),
                )
            }
            E::Http(http) => Self::failed(&error).with_hint(of_http(http)),
            E::Anchors(_) => Self::refused(&error).with_hint("hint-stamp-certificate-pem"),
            E::OtherRequest { .. } => Self::refused(&error).with_hint("hint-stamp-request"),
            E::Request(_) => Self::refused(&error).with_hint("hint-stamp-request-file"),
            E::Place(place) => of_place(&error, place),
            E::NoEvent { .. } => Self::refused(&error).with_hint("hint-stamp-log"),
            E::Changed { .. } | E::Read { .. } => Self::failed(&error),
        }
    }
}

fn of_http(error: &HttpError) -> Message {
    match error {
        HttpError::Scheme { .. } => "hint-http-scheme".into(),
        HttpError::Unreachable { .. } => "hint-http-unreachable".into(),
        HttpError::Status { location: Some(place), .. } => Message::new("hint-http-moved").with("place", place.clone()),
        HttpError::Status { .. } => "hint-http-url".into(),
    }
}

/// What to do about a token.
fn of_fault(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotGranted { .. } => "hint-fault-policy-says",
        Fault::ImprintMismatch { .. } => "hint-fault-event",
        Fault::NonceMismatch { .. } => "hint-fault-answer",
        Fault::PolicyMismatch { .. } => "hint-fault-policy",
        Fault::AuthorityUnknown { .. } => "hint-fault-trusted-certificate",
        Fault::CertificateMissing => "hint-fault-certificate",
        Fault::CertificateNotValidThen { .. } => "hint-fault-clock",
        Fault::Malformed { .. } | Fault::TooLarge { .. } | Fault::NotAToken { .. } => "hint-fault-whole",
        Fault::AlgorithmUnsupported { .. }
        | Fault::ExtensionUnsupported { .. }
        | Fault::VersionUnsupported { .. }
        | Fault::CertificateUnsupported { .. }
        | Fault::ChainTooComplex => "hint-fault-other-program",
        Fault::ImprintWeak { .. } | Fault::DigestWeak { .. } | Fault::KeyTooShort { .. } => "hint-fault-strong",
        _ => "hint-fault-again",
    }
}
