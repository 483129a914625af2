//! Exit code and hint of every error about time-stamps.

use sealbag_timestamp::{Fault, Weight};

use super::CliError;
use super::report::of_place;
use crate::commands::{HttpError, TimestampError};
use crate::exit::ExitClass;

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
                Self::new(exit, &error).with_hint(format!("{}; nothing was stored [{}]", of_fault(fault), fault.code()))
            }
            E::Http(http) => Self::failed(&error).with_hint(of_http(http)),
            E::Anchors(_) => Self::refused(&error).with_hint(
                "give the authority's own certificate, or that of the one above it, in PEM; get it from the authority, not \
                 with the bag",
            ),
            E::OtherRequest { .. } => {
                Self::refused(&error).with_hint("give the request that was made for this event, and its number with --event N")
            }
            E::Request(_) => Self::refused(&error).with_hint("give the file that `sealbag timestamp --request` wrote"),
            E::Place(place) => of_place(&error, place),
            E::NoEvent { .. } => Self::refused(&error).with_hint("`sealbag log BAG` shows the events"),
            E::Changed { .. } | E::Read { .. } => Self::failed(&error),
        }
    }
}

fn of_http(error: &HttpError) -> String {
    match error {
        HttpError::Scheme { .. } => {
            "a token needs no secret way: most authorities answer over http:// too. Else write the \
             request with --request q.tsq, let another program carry it: curl --data-binary @q.tsq -H \
             'Content-Type: application/timestamp-query' -o a.tsr URL, and give the answer with --attach a.tsr \
             --request-file q.tsq"
                .to_owned()
        }
        HttpError::Unreachable { .. } => {
            "nothing was stored; try again, try another authority, or carry the request out with --request".to_owned()
        }
        HttpError::Status { location: Some(place), .. } => {
            format!("it sends to {place}; if you trust that, give it with --tsa")
        }
        HttpError::Status { .. } => {
            "nothing was stored; see whether the URL is the one that the authority names".to_owned()
        }
    }
}

/// What to do about a token.
fn of_fault(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotGranted { .. } => "ask as the authority's policy says, or ask another authority",
        Fault::ImprintMismatch { .. } => "give the number of the event that was stamped with --event N",
        Fault::NonceMismatch { .. } => "give the answer to this request, not to another one",
        Fault::PolicyMismatch { .. } => "ask an authority that has the policy, or leave --tsa-policy out",
        Fault::AuthorityUnknown { .. } => {
            "give the certificate of this authority with --tsa-ca, if you got it by a way that you trust"
        }
        Fault::CertificateMissing => "give the certificate of the authority with --tsa-ca",
        Fault::CertificateNotValidThen { .. } => {
            "see whether the authority's clock is right, and which certificate it uses now"
        }
        Fault::Malformed { .. } | Fault::TooLarge { .. } | Fault::NotAToken { .. } => {
            "see whether the file is the whole answer of the authority, and not a page of text"
        }
        Fault::AlgorithmUnsupported { .. }
        | Fault::ExtensionUnsupported { .. }
        | Fault::VersionUnsupported { .. }
        | Fault::CertificateUnsupported { .. }
        | Fault::ChainTooComplex => "another program may be able to judge it; this one cannot",
        Fault::ImprintWeak { .. } | Fault::DigestWeak { .. } | Fault::KeyTooShort { .. } => {
            "ask an authority that uses SHA-256 and keys of today's length"
        }
        _ => "ask again, or ask another authority",
    }
}
