//! Exit code and hint of every error about entering events.

use sealbag::append::AppendError;
use sealbag::copy::CopyError;
use sealbag::finding::Severity;
use sealbag::previous::PreviousError;
use sealbag_custody::event::EventType;
use sealbag_custody::log_store;
use sealbag_custody::replay::Breach;

use super::{CliError, signing};
use crate::commands::CustodyUsageError;
use crate::exit::ExitClass;
use crate::terminal::{harmless, record_text};

impl From<CustodyUsageError> for CliError {
    fn from(error: CustodyUsageError) -> Self {
        use CustodyUsageError as E;
        let refused = || Self::refused(&error);
        match &error {
            E::Missing { needs_form: true, .. } => {
                refused().with_hint("a form is a TOML file with the tables of the event; give it with --form FILE")
            }
            E::Nobody { has_roster: false, .. } => {
                refused().with_hint("give a public key file, or a roster with --authority PUB --roster FILE")
            }
            E::Nobody { .. } => refused().with_hint("`sealbag roster show FILE` lists ids and names"),
            E::Several { .. } => refused().with_hint("give the id that stands before the name"),
            E::SeveralKeys { .. } | E::NoUsableKey { .. } => refused().with_hint("give the public key file"),
            E::SeveralHolds { .. } => refused().with_hint("name the one that ends with --event N"),
            E::Attachment { .. } => Self::failed(&error),
            E::FurtherSeal { .. } => {
                refused().with_hint("nothing was written; somebody with another role has to make it")
            }
            E::NoAnchor => refused().with_hint(
                "give --authority PUB, --signer PUB, --seal-hash HEX or --receipt FILE, or --unanchored to record it as \
                 undetermined",
            ),
            E::NotDecided => refused().with_hint("without a terminal give --yes, or --refuse REASON"),
            _ => refused(),
        }
    }
}

impl From<AppendError> for CliError {
    fn from(error: AppendError) -> Self {
        use AppendError as E;
        let refused = || Self::refused(&error);
        match &error {
            E::Bag { .. } => Self::failed(&error),
            E::Sign(sign) => signing::from_signing(sign, &error, "the log is as it was; give the same command again"),
            E::Seal { findings } => refused().at_findings(findings).with_hint("see what `sealbag verify` says about the bag"),
            E::BadLog { findings } => refused().at_findings(findings).with_hint(
                "see what `sealbag log` and `sealbag verify` say about the bag; a receipt shows which log is the right one",
            ),
            E::Anchors { findings } => refused().at_findings(findings).with_hint(
                "another copy of this log may have gone on, or the wrong file was given; nothing was written",
            ),
            E::Form(_) => refused().with_hint("nothing was signed"),
            E::Refused { kind, breach, holder, last } => {
                let mut refusal = refused();
                refusal.message = match breach {
                    Breach::NotHolder { .. } => {
                        format!("{kind} is refused: the exhibit is held by {}, and {}", record_text(holder), rule(breach))
                    }
                    _ => format!("{kind} is refused: {}", rule(breach)),
                };
                refusal.causes.clear();
                refusal.with_hint(format!("{}\n      the log ends with {}", what_to_do(*kind, breach), record_text(&last.to_string())))
            }
            E::BackDated { .. } => refused().with_hint(
                "set the clock of this machine; what happened earlier is entered with --time TIME --late-reason REASON",
            ),
            E::Roster { .. } => refused().with_hint("get the newest roster of the authority and give it with --roster FILE"),
            E::Violated { kind, findings } => {
                let way_out = match kind {
                    EventType::Accept => "refuse it with `sealbag accept BAG --refuse REASON`; \
                                          if it has to be taken as it is, say so with --despite-violation",
                    _ => "enter it with `sealbag custody incident BAG --kind mismatch`; \
                          if this has to be done nevertheless, say so with --despite-violation",
                };
                refused().at_findings(findings).with_hint(way_out)
            }
            E::Overtaken { breach, .. } => {
                let why = breach.as_ref().map(|breach| format!("after that, {}\n      ", rule(breach)));
                refused().with_hint(format!("{}look at the log with `sealbag log BAG`, then decide anew", why.unwrap_or_default()))
            }
            E::TakenByAnother { .. } => refused().with_hint("see what `sealbag verify` says about the bag"),
            E::OwnSignature(_) | E::OwnRecord => {
                Self::failed(&error).with_hint("nothing was published; report this as a fault of the program")
            }
            E::Unknown { .. } => Self::failed(&error).with_hint(
                "do not sign another: when the disk answers, run `sealbag custody publish BAG --page FILE` with the page beside the bag",
            ),
            E::Log(log) => of_log(log, &error),
            _ => refused(),
        }
    }
}

fn of_log(log: &log_store::AppendError, error: &AppendError) -> CliError {
    use log_store::AppendError as E;
    match log {
        E::Busy { .. } => CliError::refused(error)
            .with_hint("another program holds custody/.lock; wait until it is done, then try again"),
        E::NotExclusive { .. } => CliError::refused(error)
            .with_hint("copy the bag to a disk of its own (ext4, XFS, APFS, NTFS) and enter the event there"),
        E::Gap { .. } | E::Behind { .. } | E::NotRegular { .. } | E::NotADirectory { .. } => {
            CliError::refused(error).with_hint("see what `sealbag verify` says about the bag")
        }
        E::Io { source, .. } if source.kind() == std::io::ErrorKind::PermissionDenied => {
            CliError::failed(error).with_hint("this user may not write into custody/ of the bag; nothing was changed")
        }
        _ => CliError::failed(error),
    }
}

/// The rule that forbids it, in plain words.
fn rule(breach: &Breach) -> String {
    let text = match breach {
        Breach::NoRelease => "no release is open".to_owned(),
        Breach::NotAllowed { state, .. } => match *state {
            "in_transit" => "the exhibit is released and on its way; only the recipient can answer".to_owned(),
            "opened" => "the exhibit is opened and must be sealed again first".to_owned(),
            "under_examination" => "the exhibit is under examination".to_owned(),
            "held" => "the exhibit is held; there is nothing that this could answer".to_owned(),
            state => format!("the log has ended: the exhibit is {state}"),
        },
        Breach::WrongAcceptor { expected, found } => {
            format!("it was released to the key {expected}, and this key is {found}")
        }
        Breach::NotHolder { holder, actor } => format!("the holder's key is {holder}, this key is {actor}"),
        Breach::SelfTransfer => "nobody hands over to themselves; the recipient is the same person".to_owned(),
        Breach::CosignerSkipped(name) => format!("{} has not countersigned the seal yet", record_text(name)),
        Breach::OwnCountersignature => {
            "a second person has to countersign; this key signed the event itself".to_owned()
        }
        Breach::NotAuthor => "only the author of an event can correct it".to_owned(),
        Breach::OnHold => "an order to keep the exhibit is in force".to_owned(),
        Breach::TimeOrder { found, latest } => {
            format!("its time, {found}, is before that of an earlier event, {latest}")
        }
        Breach::WrongRole { act, name, roles } => {
            format!("by the roster {} has the role {}, which may not sign {act}", record_text(name), record_text(roles))
        }
        Breach::KeyInvalid { from, to, .. } => format!("by the roster the key is valid from {from} to {to} only"),
        Breach::KeyCompromised { since, .. } => format!("by the roster somebody else may have this key since {since}"),
        Breach::SignerUnknown { key } => format!("nobody vouches for the key {key}"),
        breach => breach.to_string(),
    };
    harmless(&text)
}

fn what_to_do(kind: EventType, breach: &Breach) -> &'static str {
    match breach {
        Breach::NotAllowed { state: "in_transit", .. } => {
            "the recipient runs `sealbag accept BAG`, or the releaser `sealbag custody cancel BAG`"
        }
        Breach::NotAllowed { state: "opened", .. } => "`sealbag custody reseal BAG --out NEW.bag --source DIR`",
        Breach::NotAllowed { state: "under_examination", .. } => "`sealbag custody examine-end BAG` ends it",
        Breach::NoRelease => "the holder first runs `sealbag release BAG --to PUB`",
        Breach::WrongAcceptor { .. } => "sign with the key that the release names, or ask for a new release",
        Breach::NotHolder { .. } => "the holder has to sign this, or hand the exhibit over first",
        Breach::SelfTransfer => "name the public key of the person who takes it",
        Breach::CosignerSkipped(_) => {
            "they run `sealbag custody countersign BAG`; a refusal is entered with `sealbag custody refuse-to-sign BAG`"
        }
        Breach::OnHold => "the authority that ordered it has to end it with `sealbag custody unhold BAG`",
        Breach::TimeOrder { .. } => {
            "set the clock right; if this happened earlier, but after the seal and what it answers, say why it is entered late \
             with --late-reason TEXT"
        }
        Breach::SignerUnknown { .. } if kind == EventType::Accept => {
            "bring a roster that lists the key (--authority PUB --roster FILE), or have it released to this key"
        }
        Breach::SignerUnknown { .. } | Breach::WrongRole { .. } | Breach::KeyInvalid { .. } => {
            "somebody else has to sign, or the authority has to change the roster"
        }
        Breach::KeyCompromised { .. } => "get a new key from the authority",
        _ => "nothing was signed, nothing was changed",
    }
}

impl From<CopyError> for CliError {
    fn from(error: CopyError) -> Self {
        match error {
            CopyError::Seal(error) => error.into(),
            CopyError::NotSound { ref findings } => {
                // What could not be looked at is no proof that somebody changed it.
                let is_violated = findings.iter().any(|finding| finding.severity == Severity::Violation);
                let exit = if is_violated { ExitClass::Violated } else { ExitClass::Undetermined };
                Self::new(exit, &error).at_findings(findings).with_hint("see what `sealbag verify` says about the bag")
            }
            CopyError::Relation(_) | CopyError::OtherBag { .. } => Self::refused(&error),
            _ => Self::failed(&error),
        }
    }
}

impl From<PreviousError> for CliError {
    fn from(error: PreviousError) -> Self {
        match &error {
            PreviousError::Seal { findings } => Self::refused(&error).at_findings(findings),
            PreviousError::Unreadable { .. } => Self::failed(&error),
            _ => Self::refused(&error).with_hint("see what `sealbag verify` says about the bag"),
        }
    }
}

impl CliError {
    /// The new bag stands, but the log of its source does not mention it yet.
    pub(crate) fn with_new_bag(mut self, command: &str) -> Self {
        let before = self.hint.take().map(|hint| format!("{hint}\n      ")).unwrap_or_default();
        self.with_hint(format!(
            "{before}the new bag is whole and stands; only its mention in the log is missing. Enter it later with:\n      {command}"
        ))
    }
}

#[cfg(test)]
mod tests {
    use sealbag::finding::{Code, Finding};

    use super::*;

    #[test]
    fn a_bag_that_could_not_be_read_ends_copying_without_an_accusation() {
        let exit = |code| {
            let findings = vec![Finding::new(code, "data/x")];
            CliError::from(CopyError::NotSound { findings }).exit()
        };
        assert_eq!(exit(Code::FileUnreadable), ExitClass::Undetermined);
        assert_eq!(exit(Code::FileChanged), ExitClass::Violated);
    }

    #[test]
    fn every_rule_has_words_that_are_no_code() {
        let breaches = [
            Breach::NoRelease,
            Breach::NotAllowed { kind: EventType::Release, state: "in_transit" },
            Breach::SelfTransfer,
            Breach::CosignerSkipped("A.\u{200B}B".to_owned()),
            Breach::OnHold,
            Breach::SignerUnknown { key: "SHA256:x".to_owned() },
        ];
        for breach in breaches {
            let words = rule(&breach);
            assert!(words.contains(' ') && !words.contains('_') && !words.contains('\u{200B}'), "{words}");
        }
    }
}
