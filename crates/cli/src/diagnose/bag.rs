//! Exit code and hint of every error about sealing and extracting.

use std::path::Path;

use sealbag::extract::ExtractError;
use sealbag::finding::{Code, Finding, Severity};
use sealbag::seal::{SealError, Trouble, Work};
use sealbag_manifest::source::SourceError;

use super::{CliError, signing};
use crate::damage_text;
use crate::exit::ExitClass;
use crate::terminal::{finding_text, quoted};

/// How many places are listed below an error.
const SHOWN_PLACES: usize = 20;

impl From<SealError> for CliError {
    fn from(error: SealError) -> Self {
        let refused = || Self::refused(&error);
        let failed = || Self::failed(&error);
        match &error {
            SealError::Source(source) => from_source(source),
            SealError::OutputExists { .. } => refused().with_hint("choose another --out; a bag is never overwritten"),
            SealError::Interrupted { path } => refused()
                .with_hint(format!("go on with `sealbag seal --resume --out {}`, or remove it", final_name(path))),
            SealError::InterruptedCopy { path } => refused().with_hint(format!(
                "give the command that copied the bag once more, or remove {}; the source bag is untouched",
                quoted(path)
            )),
            SealError::OtherRoster => refused().with_hint("give the roster file as its authority signed it"),
            SealError::NothingBegun { .. } => refused()
                .with_hint("seal again as at first, with the source and without --resume; nothing has to be removed"),
            SealError::NothingToResume { .. } => refused().with_hint("seal without --resume"),
            SealError::Busy { .. } => refused().with_hint("wait until it is done"),
            SealError::OtherSigner { .. } => refused().with_hint("resume with the key that the seal was begun with"),
            SealError::OutputInsideSource { .. } => refused().with_hint("choose an --out that lies outside the source"),
            SealError::SameDevice { .. } => {
                refused().with_hint("choose an --out on another device; evidence media are never written to")
            }
            SealError::Record(_) => refused().with_hint("correct the value; nothing was signed"),
            SealError::DamagedPartial { .. } => failed().with_hint("remove the partial bag and seal again"),
            SealError::Unreadable { entries, images, first, partial } => {
                let accept = match (entries, images) {
                    (_, 0) => "with these places marked as unreadable",
                    (0, _) => "the files as they are, with what the images state marked as not confirmed",
                    _ => "with these places marked as unreadable, and what the images state as not confirmed",
                };
                failed()
                    .at_places(first.iter().map(with_map))
                    .at_places(and_more(entries + images, first.len()))
                    .with_hint(format!(
                        "to try again: sealbag seal --resume --out {0}\n      \
                         to seal {accept}: sealbag seal --resume --accept-unreadable --out {0}",
                        final_name(partial)
                    ))
            }
            SealError::ReadBack { findings, partial } => {
                let is_foreign = |finding: &Finding| {
                    matches!(finding.code, Code::Unlisted | Code::EventUnsupported | Code::CustodyUnlisted)
                };
                let hint = if findings.iter().any(is_foreign) {
                    format!("remove from {} what does not belong there, then resume", quoted(partial))
                } else {
                    format!("the disk that holds {} may be failing; seal to another one", quoted(partial))
                };
                failed().at_findings(findings).with_hint(hint)
            }
            SealError::Sign { partial, work, source } => {
                let again = match work {
                    Work::Sealing => format!("sealbag seal --resume --out {}, with the same key", final_name(partial)),
                    Work::Copying => "the same command once more".to_owned(),
                };
                signing::from_signing(source, &error, &format!("nothing is lost; to go on: {again}"))
            }
            SealError::ForeignPartial { .. } => refused().with_hint("seal anew, under another --out"),
            SealError::OwnSignature(_) | SealError::OwnRecord => {
                failed().with_hint("nothing was published; report this as a fault of the program")
            }
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
        SourceError::Link { .. } => CliError::refused(error).with_hint("name the directory or file itself"),
        SourceError::SameName { .. } => {
            CliError::refused(error).with_hint("seal their common parent, or each into a bag of its own")
        }
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
                Self::new(exit, &error).at_findings(findings).with_hint("see what `sealbag verify` says about the bag")
            }
            ExtractError::NoAnchor => Self::failed(&error).with_hint(
                "give --signer PUB or --seal-hash HEX from outside the bag, or --unanchored to take what anybody may have made",
            ),
            ExtractError::UnknownPaths { .. } => {
                Self::refused(&error).with_hint("paths are those of the source, as `sealbag verify` shows them")
            }
            ExtractError::Detached => Self::refused(&error).with_hint("the data are where they were sealed"),
            ExtractError::TargetExists { .. } => {
                Self::refused(&error).with_hint("choose a --to that does not exist; nothing is overwritten")
            }
            ExtractError::OtherExtraction { .. } => Self::refused(&error).with_hint(
                "give the command that was interrupted once more, with the same bag, paths and options, or choose another --to",
            ),
            ExtractError::Busy { .. } => Self::refused(&error).with_hint("wait until it is done"),
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

fn in_a_line(finding: &Finding) -> String {
    let mut line = match finding_text(&finding.place).as_str() {
        "" => finding.code.name().to_owned(),
        place => format!("{place}: {}", finding.code.name()),
    };
    if let Some(expected) = &finding.expected {
        line.push_str(&format!(", expected {}", finding_text(expected)));
    }
    if let Some(found) = &finding.found {
        line.push_str(&format!(", found {}", finding_text(found)));
    }
    line
}

fn and_more(all: u64, shown: usize) -> Option<String> {
    let rest = all.saturating_sub(shown as u64);
    (rest > 0).then(|| format!("{rest} more places"))
}

/// The name that a partial bag is to have.
fn final_name(partial: &Path) -> String {
    match partial.as_os_str().as_encoded_bytes().ends_with(b".partial") {
        true => quoted(&partial.with_extension("")),
        false => quoted(partial),
    }
}

/// A thing that could not be read, and below it the map of the places.
fn with_map(trouble: &Trouble) -> String {
    let mut text = format!("{}: {}", trouble.path, trouble.why);
    let map = trouble.damage.iter().flat_map(|damage| damage_text::lines(damage));
    map.for_each(|line| text.push_str(&format!("\n     {line}")));
    text
}

#[cfg(test)]
mod tests {
    use sealbag::finding::Code;

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
        assert_eq!(error.places(), ["a: EIO", "2 more places"]);
        let hint = error.hint().expect("a hint");
        assert!(hint.contains("--resume --accept-unreadable --out 'my A1.bag'"), "{hint}");
    }

    #[test]
    fn the_lines_that_go_on_can_be_pasted_whatever_the_bag_is_called() {
        let hint = |path: &str| {
            let error = CliError::from(SealError::Interrupted { path: path.into() });
            error.hint().expect("a hint").to_owned()
        };
        assert!(hint("-x.bag.partial").contains("--out ./-x.bag`"), "{}", hint("-x.bag.partial"));
        assert!(hint("a\nb.bag.partial").contains(r"--out $'a\x0Ab.bag'`"), "{}", hint("a\nb.bag.partial"));
    }

    #[test]
    fn long_findings_are_cut_in_an_error() {
        let finding = Finding::new(Code::SealMalformed, "x".repeat(1000)).found("y".repeat(1000));
        assert!(in_a_line(&finding).chars().count() < 900);
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
        assert_eq!(error.places(), ["data/x: signature.invalid, found y"]);
        assert_eq!(CliError::from(not_sound(Code::SignerUnknown)).exit(), ExitClass::Undetermined);
        assert_eq!(CliError::from(ExtractError::NoAnchor).exit(), ExitClass::Undetermined);
    }
}
