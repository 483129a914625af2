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
use crate::words::{Message, Sentence, Value};

impl From<CustodyUsageError> for CliError {
    fn from(error: CustodyUsageError) -> Self {
        use CustodyUsageError as E;
        let refused = || Self::refused(&error);
        match &error {
            E::Missing { needs_form: true, .. } => refused().with_hint("hint-event-form"),
            E::Nobody { has_roster: false, .. } => refused().with_hint("hint-event-key-or-roster"),
            E::Nobody { .. } => refused().with_hint("hint-event-ids"),
            E::Several { .. } => refused().with_hint("hint-event-id"),
            E::SeveralKeys { .. } | E::NoUsableKey { .. } => refused().with_hint("hint-event-key-file"),
            E::SeveralHolds { .. } => refused().with_hint("hint-event-hold"),
            E::Attachment { .. } => Self::failed(&error),
            E::FurtherSeal { .. } => refused().with_hint("hint-event-other-role"),
            E::NoAnchor => refused().with_hint("hint-event-anchor"),
            E::NotDecided => refused().with_hint("hint-accept-decide"),
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
            E::Sign(sign) => signing::from_signing(sign, &error, "hint-event-same-again".into()),
            E::Seal { findings } => refused().at_findings(findings).with_hint("hint-see-verify"),
            E::BadLog { findings } => refused().at_findings(findings).with_hint("hint-event-bad-log"),
            E::Anchors { findings } => refused().at_findings(findings).with_hint("hint-event-other-copy"),
            E::Form(_) => refused().with_hint("hint-nothing-signed"),
            E::Refused { kind, breach, holder, last } => {
                let mut refusal = refused();
                let message = match breach {
                    Breach::NotHolder { .. } => {
                        Message::new("event-refused-holder").with("holder", record_text(holder))
                    }
                    _ => Message::new("event-refused"),
                };
                *refusal.message = message.with("kind", Value::Event(kind.name())).with("why", rule(breach)).into();
                refusal.causes.clear();
                let last = Message::new("hint-event-log-ends")
                    .with("index", last.index)
                    .with("kind", Value::Event(last.kind.map_or("seal", EventType::name)))
                    .with("name", record_text(&last.name))
                    .with("time", last.time.to_string());
                refusal.with_hint(Message::new(what_to_do(*kind, breach)).line(last))
            }
            E::BackDated { .. } => refused().with_hint("hint-event-late"),
            E::Roster { .. } => refused().with_hint("hint-event-roster"),
            E::Violated { kind, findings } => {
                let way_out = match kind {
                    EventType::Accept => "hint-accept-refuse",
                    _ => "hint-event-incident",
                };
                refused().at_findings(findings).with_hint(way_out)
            }
            E::Overtaken { breach, .. } => {
                let anew = Message::new("hint-event-decide-anew");
                refused().with_hint(match breach {
                    Some(breach) => Message::new("hint-event-overtaken").with("why", rule(breach)).line(anew),
                    None => anew,
                })
            }
            E::TakenByAnother { .. } => refused().with_hint("hint-see-verify"),
            E::OwnSignature(_) | E::OwnRecord => Self::failed(&error).with_hint("hint-own-fault"),
            E::Unknown { .. } => Self::failed(&error).with_hint("hint-event-publish"),
            E::Log(log) => of_log(log, &error),
            _ => refused(),
        }
    }
}

fn of_log(log: &log_store::AppendError, error: &AppendError) -> CliError {
    use log_store::AppendError as E;
    match log {
        E::Busy { .. } => CliError::refused(error).with_hint("hint-log-busy"),
        E::NotExclusive { .. } => CliError::refused(error).with_hint("hint-log-own-disk"),
        E::Gap { .. } | E::Behind { .. } | E::NotRegular { .. } | E::NotADirectory { .. } => {
            CliError::refused(error).with_hint("hint-see-verify")
        }
        E::Io { source, .. } if source.kind() == std::io::ErrorKind::PermissionDenied => {
            CliError::failed(error).with_hint("hint-log-permission")
        }
        _ => CliError::failed(error),
    }
}

/// The rule that forbids it, in plain words.
fn rule(breach: &Breach) -> Value {
    let plain = |key: &'static str| Message::new(key);
    let message = match breach {
        Breach::NoRelease => plain("rule-no-release"),
        Breach::NotAllowed { state, .. } => match *state {
            "in_transit" => plain("rule-in-transit"),
            "opened" => plain("rule-opened"),
            "under_examination" => plain("rule-under-examination"),
            "held" => plain("rule-held"),
            state => plain("rule-ended").with("state", Value::State(state)),
        },
        Breach::WrongAcceptor { expected, found } => {
            plain("rule-wrong-acceptor").with("expected", harmless(expected)).with("found", harmless(found))
        }
        Breach::NotHolder { holder, actor } => {
            plain("rule-not-holder").with("holder", harmless(holder)).with("actor", harmless(actor))
        }
        Breach::SelfTransfer => plain("rule-self-transfer"),
        Breach::CosignerSkipped(name) => plain("rule-cosigner").with("name", record_text(name)),
        Breach::OwnCountersignature => plain("rule-own-countersignature"),
        Breach::NotAuthor => plain("rule-not-author"),
        Breach::OnHold => plain("rule-on-hold"),
        Breach::TimeOrder { found, latest } => {
            plain("rule-time-order").with("found", found.to_string()).with("latest", latest.to_string())
        }
        Breach::WrongRole { act, name, roles } => plain("rule-wrong-role")
            .with("name", record_text(name))
            .with("roles", Value::Role(record_text(roles)))
            .with("act", Value::Event(act)),
        Breach::KeyInvalid { from, to, .. } => {
            plain("rule-key-invalid").with("from", from.to_string()).with("to", to.to_string())
        }
        Breach::KeyCompromised { since, .. } => plain("rule-key-compromised").with("since", since.to_string()),
        Breach::SignerUnknown { key } => plain("rule-signer-unknown").with("key", harmless(key)),
        breach => return Sentence::of(breach).made_safe(harmless).into(),
    };
    message.into()
}

fn what_to_do(kind: EventType, breach: &Breach) -> &'static str {
    match breach {
        Breach::NotAllowed { state: "in_transit", .. } => "hint-rule-in-transit",
        Breach::NotAllowed { state: "opened", .. } => "hint-rule-opened",
        Breach::NotAllowed { state: "under_examination", .. } => "hint-rule-examination",
        Breach::NoRelease => "hint-rule-no-release",
        Breach::WrongAcceptor { .. } => "hint-rule-acceptor",
        Breach::NotHolder { .. } => "hint-rule-holder",
        Breach::SelfTransfer => "hint-rule-recipient",
        Breach::CosignerSkipped(_) => "hint-rule-cosigner",
        Breach::OnHold => "hint-rule-hold",
        Breach::TimeOrder { .. } => "hint-rule-time",
        Breach::SignerUnknown { .. } if kind == EventType::Accept => "hint-rule-unknown-acceptor",
        Breach::SignerUnknown { .. } | Breach::WrongRole { .. } | Breach::KeyInvalid { .. } => "hint-rule-other-signer",
        Breach::KeyCompromised { .. } => "hint-rule-new-key",
        _ => "hint-nothing-changed",
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
                Self::new(exit, &error).at_findings(findings).with_hint("hint-see-verify")
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
            _ => Self::refused(&error).with_hint("hint-see-verify"),
        }
    }
}

impl CliError {
    /// The new bag stands, but the log of its source does not mention it yet.
    pub(crate) fn with_new_bag(mut self, command: &str) -> Self {
        let stands = "hint-new-bag-stands";
        let hint = match self.hint.take() {
            Some(before) => before.line(Message::new(stands)),
            None => stands.into(),
        };
        self.with_hint(hint.line(command.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use sealbag::finding::{Code, Finding};
    use sealbag_report::Language;

    use super::*;
    use crate::words::Words;

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
            let words = Words::new(Language::English).value(&rule(&breach));
            assert!(words.contains(' ') && !words.contains('_') && !words.contains('\u{200B}'), "{words}");
        }
    }
}
