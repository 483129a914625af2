//! Exit code and hint of every error about sealing and extracting.

use std::path::Path;

use sealbag::extract::ExtractError;
use sealbag::finding::{Code, Finding, Severity};
use sealbag::seal::{SealError, Work};
use sealbag_manifest::source::SourceError;

use super::{CliError, signing};
use crate::exit::ExitClass;
use crate::terminal::quoted;
use crate::words::{Message, Value};

/// How many places are listed below an error.
const SHOWN_PLACES: usize = 20;

impl From<SealError> for CliError {
    fn from(error: SealError) -> Self {
        let refused = || Self::refused(&error);
        let failed = || Self::failed(&error);
        match &error {
            SealError::Source(source) => from_source(source),
            SealError::OutputExists { .. } => refused().with_hint("hint-seal-other-out"),
            SealError::Interrupted { path } => refused().with_hint(at("hint-seal-go-on", final_name(path))),
            SealError::InterruptedCopy { path } => refused().with_hint(at("hint-seal-copy-again", quoted(path))),
            SealError::OtherRoster => refused().with_hint("hint-seal-roster"),
            SealError::NothingBegun { .. } => refused().with_hint("hint-seal-anew"),
            SealError::NothingToResume { .. } => refused().with_hint("hint-seal-no-resume"),
            SealError::Busy { .. } => refused().with_hint("hint-wait"),
            SealError::OtherSigner { .. } => refused().with_hint("hint-seal-same-key"),
            SealError::OutputInsideSource { .. } => refused().with_hint("hint-seal-out-outside"),
            SealError::SameDevice { .. } => refused().with_hint("hint-seal-out-device"),
            SealError::Record(_) => refused().with_hint("hint-seal-correct"),
            SealError::DamagedPartial { .. } => failed().with_hint("hint-seal-remove-partial"),
            SealError::Unreadable { entries, images, first, partial } => {
                let accept = match (entries, images) {
                    (_, 0) => "hint-seal-accept-places",
                    (0, _) => "hint-seal-accept-images",
                    _ => "hint-seal-accept-both",
                };
                failed()
                    .at_places(first.iter().cloned().map(Value::Trouble))
                    .at_places(and_more(entries + images, first.len()))
                    .with_hint(at("hint-seal-try-again", final_name(partial)).line(at(accept, final_name(partial))))
            }
            SealError::ReadBack { findings, partial } => {
                let is_foreign = |finding: &Finding| {
                    matches!(finding.code, Code::Unlisted | Code::EventUnsupported | Code::CustodyUnlisted)
                };
                let hint = if findings.iter().any(is_foreign) { "hint-seal-foreign" } else { "hint-seal-failing-disk" };
                failed().at_findings(findings).with_hint(at(hint, quoted(partial)))
            }
            SealError::Sign { partial, work, source } => {
                let again = match work {
                    Work::Sealing => at("hint-seal-nothing-lost", final_name(partial)),
                    Work::Copying => "hint-copy-nothing-lost".into(),
                };
                signing::from_signing(source, &error, again)
            }
            SealError::ForeignPartial { .. } => refused().with_hint("hint-seal-foreign-partial"),
            SealError::OwnSignature(_) | SealError::OwnRecord => failed().with_hint("hint-own-fault"),
            _ => failed(),
        }
    }
}

impl From<SourceError> for CliError {
    fn from(error: SourceError) -> Self {
        from_source(&error)
    }
}

fn from_source(error: &SourceError) -> CliError {
    match error {
        SourceError::Open { .. } => CliError::failed(error),
        SourceError::Link { .. } => CliError::refused(error).with_hint("hint-source-itself"),
        SourceError::SameName { .. } => CliError::refused(error).with_hint("hint-source-parent"),
        _ => CliError::refused(error),
    }
}

impl From<ExtractError> for CliError {
    fn from(error: ExtractError) -> Self {
        match &error {
            ExtractError::NotSound { findings } => {
                let exit = match error.severity() {
                    Some(Severity::Violation) => ExitClass::Violated,
                    _ => ExitClass::Undetermined,
                };
                Self::new(exit, &error).at_findings(findings).with_hint("hint-see-verify")
            }
            ExtractError::NoAnchor => Self::failed(&error).with_hint("hint-extract-anchor"),
            ExtractError::UnknownPaths { .. } => Self::refused(&error).with_hint("hint-extract-paths"),
            ExtractError::Detached => Self::refused(&error).with_hint("hint-extract-detached"),
            ExtractError::TargetExists { .. } => Self::refused(&error).with_hint("hint-extract-other-to"),
            ExtractError::OtherExtraction { .. } => Self::refused(&error).with_hint("hint-extract-again"),
            ExtractError::Busy { .. } => Self::refused(&error).with_hint("hint-wait"),
            _ => Self::failed(&error),
        }
    }
}

impl CliError {
    pub(super) fn at_findings(self, findings: &[Finding]) -> Self {
        let shown = &findings[..findings.len().min(SHOWN_PLACES)];
        self.at_places(shown.iter().map(in_a_line)).at_places(and_more(findings.len() as u64, shown.len()))
    }
}

fn in_a_line(finding: &Finding) -> Value {
    let mut line = Value::Finding { code: finding.code, place: finding.place.clone() };
    for (key, value) in [("place-expected", &finding.expected), ("place-found", &finding.found)] {
        if let Some(value) = value {
            let value = Value::OfFinding { code: finding.code, text: value.clone() };
            line = Message::new(key).with("place", line).with("value", value).into();
        }
    }
    line
}

fn and_more(all: u64, shown: usize) -> Option<Message> {
    let rest = all.saturating_sub(shown as u64);
    (rest > 0).then(|| Message::new("place-more").with("count", rest))
}

/// A hint that names a path; `path` is safe to show.
fn at(key: &'static str, path: String) -> Message {
    Message::new(key).with("path", path)
}

/// The name that a partial bag is to have.
fn final_name(partial: &Path) -> String {
    match partial.as_os_str().as_encoded_bytes().ends_with(b".partial") {
        true => quoted(&partial.with_extension("")),
        false => quoted(partial),
    }
}

#[cfg(test)]
mod tests {
    use sealbag::finding::Code;
    use sealbag::seal::Trouble;

    use super::*;

    #[test]
    fn unreadable_places_are_listed_with_the_lines_that_go_on() {
        let error = CliError::from(SealError::Unreadable {
            entries: 3,
            images: 0,
            first: vec![Trouble { path: "a".into(), why: "EIO".into(), damage: None }],
            partial: "my A1.bag.partial".into(),
        });
        assert_eq!(error.exit(), ExitClass::Undetermined);
        let (_, _, places, hint) = error.said();
        assert_eq!(places, ["a: EIO", "2 more places"]);
        assert!(hint.contains("--resume --accept-unreadable --out 'my A1.bag'"), "{hint}");
    }

    #[test]
    fn the_lines_that_go_on_can_be_pasted_whatever_the_bag_is_called() {
        let hint = |path: &str| {
            let error = CliError::from(SealError::Interrupted { path: path.into() });
            error.said().3
        };
        assert!(hint("-x.bag.partial").contains("--out ./-x.bag`"), "{}", hint("-x.bag.partial"));
        assert!(hint("a\nb.bag.partial").contains(r"--out $'a\x0Ab.bag'`"), "{}", hint("a\nb.bag.partial"));
    }

    #[test]
    fn long_findings_are_cut_in_an_error() {
        let finding = Finding::new(Code::SealMalformed, "x".repeat(1000)).found("y".repeat(1000));
        let error = CliError::failed(&SealError::OwnRecord).at_findings(&[finding]);
        assert!(error.said().2[0].chars().count() < 900);
    }

    #[test]
    fn refused_outputs_are_64_and_failed_writes_are_2() {
        let exists = SealError::OutputExists { path: "A1.bag".into() };
        assert_eq!(CliError::from(exists).exit(), ExitClass::Refused);
        let inside = SealError::OutputInsideSource { bag: "s/A1.bag".into(), source_path: "s".into() };
        assert_eq!(CliError::from(inside).exit(), ExitClass::Refused);
        let full = SealError::Bag { what: "write", path: "A1.bag".into(), source: std::io::Error::other("full") };
        assert_eq!(CliError::from(full).exit(), ExitClass::Undetermined);
        let gone = SourceError::Open { path: "x".into(), source: std::io::ErrorKind::NotFound.into() };
        assert_eq!(CliError::from(gone).exit(), ExitClass::Undetermined);
    }

    #[test]
    fn a_bag_that_does_not_hold_ends_extraction_as_the_verdict_would() {
        let not_sound = |code| ExtractError::NotSound { findings: vec![Finding::new(code, "data/x").found("y")] };
        let error = CliError::from(not_sound(Code::SignatureInvalid));
        assert_eq!(error.exit(), ExitClass::Violated);
        assert_eq!(error.said().2, ["data/x: signature.invalid, found y"]);
        assert_eq!(CliError::from(not_sound(Code::SignerUnknown)).exit(), ExitClass::Undetermined);
        assert_eq!(CliError::from(ExtractError::NoAnchor).exit(), ExitClass::Undetermined);
    }
}
