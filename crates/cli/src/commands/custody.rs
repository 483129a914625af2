//! `sealbag custody`: enters events into the log of a bag, one sub-command a type.

mod args;
mod copies;
pub(crate) mod desk;
pub(crate) mod kinds;
mod person;
pub(crate) mod report;
mod required;
mod steps;
mod usage;

use std::path::Path;

use clap::Subcommand;
use sealbag::append::{AppendError, Stamp};
use sealbag_custody::event::{EventForm, EventRecord, EventType, HandOverRefusal, Incident, IncidentKind};
use sealbag_custody::replay::State;
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::Terminal;
pub(crate) use args::EventArgs;
use args::set;
use desk::Desk;
use report::Beside;
pub(crate) use usage::CustodyUsageError;

/// The types of event.
#[derive(Subcommand)]
pub(crate) enum Custody {
    /// Confirm the seal, or another event, as a second person
    Countersign(Box<kinds::OnEvent>),
    /// Note that a person who was to sign refused
    RefuseToSign(Box<kinds::RefuseToSign>),
    /// Enter tokens of a time-stamp authority
    Timestamp(Box<kinds::Timestamp>),
    /// Verify the bag and enter the result
    Verify(Box<kinds::Plain>),
    /// Say where it lies
    Store(Box<kinds::Store>),
    /// Say that somebody had access without taking it over
    Access(Box<kinds::Plain>),
    /// Give it to a named person
    Release(Box<kinds::HandOver>),
    /// Give it to a named person of another State
    Export(Box<kinds::HandOver>),
    /// Take it, as the recipient
    Accept(Box<kinds::TakeOver>),
    /// Do not take it, as the recipient
    Refuse(Box<kinds::Refuse>),
    /// Take a release back before it is accepted
    Cancel(Box<kinds::Plain>),
    /// Make a copy with a log of its own
    Copy(Box<kinds::MakeCopy>),
    /// Enter a redacted copy that was made
    Redact(Box<kinds::Redact>),
    /// Begin an examination
    ExamineStart(Box<kinds::Examine>),
    /// End an examination
    ExamineEnd(Box<kinds::Examine>),
    /// Open the seal: the contents will change
    Open(Box<kinds::Open>),
    /// Seal an opened exhibit again, as a new bag
    Reseal(Box<kinds::Reseal>),
    /// Say that parts were shown or given to a party
    Disclose(Box<kinds::HandOver>),
    /// Object, or enter a remark
    Object(Box<kinds::Object>),
    /// Correct an earlier event of one's own
    Correct(Box<kinds::Correct>),
    /// Forbid to dispose of it or to return it
    Hold(Box<kinds::Plain>),
    /// End such an order
    Unhold(Box<kinds::OnEvent>),
    /// Give it back to its owner
    Return(Box<kinds::HandOver>),
    /// Enter that it was destroyed or otherwise disposed of
    Dispose(Box<kinds::Plain>),
    /// Enter a loss, a mismatch, a broken seal, a stolen key
    Incident(Box<kinds::Incident>),
    /// Publish a signed page again of which it was not known whether it is in the log
    Publish(Box<kinds::Publish>),
}

/// Enters one event.
///
/// # Errors
/// Whatever kept it from being entered; the log is as it was then.
pub(crate) fn run(command: Custody, terminal: &Terminal) -> Result<ExitClass, CliError> {
    use EventType as T;
    match command {
        Custody::Countersign(command) => {
            let entry = Entry::new(T::Countersign, "say-purpose-second-person");
            entry.run(&command.common, terminal, |desk, event| {
                event.reference = Some(event_hash(desk, command.event.unwrap_or(0))?);
                Ok(())
            })
        }
        Custody::RefuseToSign(command) => steps::refuse_to_sign(&command, terminal),
        Custody::Timestamp(command) => steps::timestamp(&command, terminal),
        Custody::Verify(command) => {
            Entry::new(T::Verify, "say-purpose-verification").run(&command.common, terminal, nothing)
        }
        Custody::Store(command) => {
            let mut entry = Entry::of(T::Store);
            entry.state("--storage-location", "storage.location", command.storage_location.as_deref());
            entry.state("--storage-container", "storage.container", command.storage_container.as_deref());
            entry.state("--storage-media", "storage.media", command.storage_media.as_deref());
            entry.run(&command.common, terminal, nothing)
        }
        Custody::Access(command) => Entry::of(T::Access).run(&command.common, terminal, nothing),
        Custody::Release(command) => super::release::run(&command, T::Release, terminal),
        Custody::Export(command) => super::release::run(&command, T::Export, terminal),
        Custody::Accept(command) => {
            let entry = Entry { receipt: true, ..Entry::new(T::Accept, "say-purpose-taking-over") };
            entry.run(&command.common, terminal, |desk, event| {
                // If no release is open, the rules will say that first.
                if matches!(desk.view.state, State::InTransit { .. }) {
                    desk.require_anchor(command.unanchored)?;
                }
                answer_release(desk, event)
            })
        }
        Custody::Refuse(command) => {
            let reason = text("--reason", &command.reason)?;
            let entry = Entry { receipt: true, ..Entry::new(T::Refuse, "say-purpose-not-taking-over") };
            entry.run(&command.common, terminal, |desk, event| {
                event.refusal = Some(HandOverRefusal { person: None, key: None, role: None, reason });
                answer_release(desk, event)
            })
        }
        Custody::Cancel(command) => {
            Entry::new(T::Cancel, "say-purpose-taking-back").run(&command.common, terminal, answer_release)
        }
        Custody::Copy(command) => copies::make_copy(&command, terminal),
        Custody::Redact(command) => copies::redact(&command, terminal),
        Custody::ExamineStart(command) => steps::examine(&command, Entry::of(T::ExamineStart), terminal),
        Custody::ExamineEnd(command) => {
            steps::examine(&command, Entry::new(T::ExamineEnd, "say-purpose-end-of-examination"), terminal)
        }
        Custody::Open(command) => {
            let mut entry = Entry::of(T::Open);
            entry.state("--change", "change.what", command.change.as_deref());
            entry.state("--change-reason", "change.why", command.change_reason.as_deref());
            entry.run(&command.common, terminal, nothing)
        }
        Custody::Reseal(command) => copies::reseal(&command, terminal),
        Custody::Disclose(command) => steps::to_somebody(&command, T::Disclose, terminal),
        Custody::Object(command) => steps::object(&command, terminal),
        Custody::Correct(command) => steps::correct(&command, terminal),
        Custody::Hold(command) => Entry::of(T::Hold).run(&command.common, terminal, nothing),
        Custody::Unhold(command) => {
            Entry::new(T::Unhold, "say-purpose-order-ended").run(&command.common, terminal, |desk, event| {
                event.reference = Some(hold_meant(desk, command.event)?);
                Ok(())
            })
        }
        Custody::Return(command) => steps::to_somebody(&command, T::Return, terminal),
        Custody::Dispose(command) => Entry::of(T::Dispose).run(&command.common, terminal, nothing),
        Custody::Incident(command) => Entry::of(T::Incident).run(&command.common, terminal, |_, event| {
            let named = |kind: &IncidentKind| kind.name() == command.kind.name();
            event.incident = IncidentKind::ALL.iter().copied().find(named).map(|kind| Incident { kind });
            Ok(())
        }),
        Custody::Publish(command) => steps::publish(&command, terminal),
    }
}

/// An event in the making.
pub(crate) struct Entry<'a> {
    kind: EventType,
    purpose: Option<&'static str>,
    stated: Vec<(&'static str, &'static str, Option<&'a str>)>,
    pub(crate) receipt: bool,
    tokens: Vec<Stamp>,
}

impl<'a> Entry<'a> {
    /// A type whose purpose has to be said.
    fn of(kind: EventType) -> Self {
        Self { kind, purpose: None, stated: Vec::new(), receipt: false, tokens: Vec::new() }
    }

    /// A type whose purpose is obvious: a key of the catalogue.
    fn new(kind: EventType, purpose: &'static str) -> Self {
        Self { purpose: Some(purpose), ..Self::of(kind) }
    }

    fn state(&mut self, flag: &'static str, field: &'static str, value: Option<&'a str>) {
        self.stated.push((flag, field, value));
    }

    /// Reads the log, asks for what is missing, signs, appends, tells.
    fn run(
        self,
        args: &EventArgs,
        terminal: &Terminal,
        finish: impl FnOnce(&Desk<'_>, &mut EventRecord) -> Result<(), CliError>,
    ) -> Result<ExitClass, CliError> {
        let desk = Desk::open(args, terminal)?;
        self.run_at(&desk, args.fields()?, finish)
    }

    fn run_at(
        self,
        desk: &Desk<'_>,
        mut form: EventForm,
        finish: impl FnOnce(&Desk<'_>, &mut EventRecord) -> Result<(), CliError>,
    ) -> Result<ExitClass, CliError> {
        for (flag, field, value) in &self.stated {
            set(&mut form, flag, field, *value)?;
        }
        if let Some(purpose) = self.purpose
            && !form.states("purpose")
        {
            form.set("purpose", &desk.terminal.words().text(purpose));
        }
        desk.complete(&mut form, self.kind)?;
        let signing = desk.sign_on()?;
        let mut event = desk.event(&form, self.kind, &signing.actor)?;
        finish(desk, &mut event)?;
        let appended = desk.append(event, &signing, self.tokens, None)?;
        let beside = Beside { receipt: self.receipt, output: None };
        report::tell(desk.bag(), &desk.view, &appended, beside, desk.args.json, desk.terminal)
    }
}

fn nothing(_: &Desk<'_>, _: &mut EventRecord) -> Result<(), CliError> {
    Ok(())
}

/// Names the release that is open; if none is, the rules will say so.
pub(crate) fn answer_release(desk: &Desk<'_>, event: &mut EventRecord) -> Result<(), CliError> {
    event.reference = Some(match &desk.view.state {
        State::InTransit { release, .. } => *release,
        _ => desk.view.last.hash,
    });
    Ok(())
}

fn event_hash(desk: &Desk<'_>, index: u32) -> Result<Sha256Digest, CustodyUsageError> {
    let hash = usize::try_from(index).ok().and_then(|index| desk.view.hashes.get(index).copied());
    hash.ok_or(CustodyUsageError::NoEvent { index, last: desk.view.last.index })
}

/// The order that ends: the one named, else the only one in force.
fn hold_meant(desk: &Desk<'_>, event: Option<u32>) -> Result<Sha256Digest, CustodyUsageError> {
    match (event, desk.view.holds.as_slice()) {
        (Some(index), _) => event_hash(desk, index),
        (None, [hold]) => Ok(*hold),
        // The rules will say that none is in force.
        (None, []) => Ok(desk.view.last.hash),
        (None, several) => {
            let events = several.iter().filter_map(|hold| desk.view.index_of(*hold)).collect();
            Err(CustodyUsageError::SeveralHolds { events })
        }
    }
}

/// A text for a record, in which a reader sees something.
pub(crate) fn text(flag: &'static str, value: &str) -> Result<Text, CustodyUsageError> {
    args::not_blank(flag, value)?;
    Text::new(value).map_err(|source| CustodyUsageError::Value { flag, source })
}

/// A page of which it is not known whether it is in the log is kept beside the bag: no other may have its number.
pub(crate) fn keep_page(error: AppendError, bag: &Path) -> CliError {
    let kept = match &error {
        AppendError::Unknown { index, page, .. } => {
            report::create_beside(bag, &format!("{index:06}"), "unconfirmed.txt", page).ok()
        }
        _ => None,
    };
    let error = CliError::from(error).at(bag);
    match kept {
        Some(path) => error.at(&path),
        None => error,
    }
}
