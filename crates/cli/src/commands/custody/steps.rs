//! Events that need more than their form.

use std::path::PathBuf;

use sealbag::append::{self, LogView, Stamp};
use sealbag_custody::event::{Correction, EventType, HandOverRefusal, OnBehalfOf};
use sealbag_custody::log_store::MAX_TOKEN_LEN;
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::replay::State;
use sealbag_manifest::digest::Sha256Digest;

use super::args::{digest_of, set, split};
use super::desk::{self, Desk};
use super::{Entry, event_hash, kinds, nothing, person, text};
use crate::commands::timestamp::require_over;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, shown};
use crate::text_file;

/// The event that led to an examination or an opening that has not ended.
pub(super) fn start_of(view: &LogView) -> Option<Sha256Digest> {
    match &view.state {
        State::UnderExamination { since } | State::Opened { since } => Some(*since),
        _ => None,
    }
}

pub(super) fn refuse_to_sign(command: &kinds::RefuseToSign, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let reason = text("--reason", &command.reason)?;
    let role = command.person_role.as_deref().map(|role| text("--person-role", role)).transpose()?;
    Entry::new(EventType::RefuseToSign, "say-purpose-refused-to-sign").run(&command.common, terminal, |desk, event| {
        let cosigner = desk.view.seal.cosigner.iter().find(|cosigner| cosigner.name.as_str() == command.person);
        let (name, key) = match (cosigner, person::find(&command.person, &desk.view, desk::now())) {
            (Some(cosigner), _) => (cosigner.name.as_str().to_owned(), Some(cosigner.key.clone())),
            (None, Ok(known)) => (known.name.unwrap_or_else(|| command.person.clone()), Some(known.key)),
            (None, Err(_)) => (command.person.clone(), None),
        };
        event.reference = Some(event_hash(desk, command.event.unwrap_or(0))?);
        event.refusal = Some(HandOverRefusal { person: Some(text("--person", &name)?), key, role, reason });
        Ok(())
    })
}

pub(super) fn timestamp(command: &kinds::Timestamp, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let desk = Desk::open(&command.common, terminal)?;
    let last = u32::try_from(desk.view.last.index).unwrap_or(u32::MAX);
    let index = command.event.unwrap_or(last);
    event_hash(&desk, index)?;
    let read = |path: &PathBuf| {
        let bytes = text_file::read_bytes(path, "time-stamp token", MAX_TOKEN_LEN as u64);
        let bytes = bytes.map_err(|error| CliError::from(error).at(path))?;
        require_over(&desk, index, &bytes).map_err(|error| error.at(path))?;
        Ok(Stamp { index, bytes })
    };
    let tokens = command.token.iter().map(read).collect::<Result<Vec<_>, CliError>>()?;
    let entry = Entry { tokens, ..Entry::new(EventType::Timestamp, "say-purpose-attesting") };
    entry.run_at(&desk, command.common.fields()?, nothing)
}

pub(super) fn examine(command: &kinds::Examine, entry: Entry<'_>, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let desk = Desk::open(&command.common, terminal)?;
    let mut form = command.common.fields()?;
    set(&mut form, "--method", "examination.method", command.method.as_deref())?;
    for path in &command.output {
        form.add("output", &[("sha256", Some(&digest_of(path)?.to_hex()))]);
    }
    let ends = entry.kind == EventType::ExamineEnd;
    entry.run_at(&desk, form, |desk, event| {
        if ends {
            event.reference = Some(start_of(&desk.view).unwrap_or(desk.view.last.hash));
        }
        Ok(())
    })
}

pub(super) fn to_somebody(
    command: &kinds::HandOver,
    kind: EventType,
    terminal: &Terminal,
) -> Result<ExitClass, CliError> {
    let desk = Desk::open(&command.common, terminal)?;
    let mut form = command.common.fields()?;
    desk.state_recipient(&command.to, kind, &mut form)?;
    Entry::of(kind).run_at(&desk, form, nothing)
}

pub(super) fn object(command: &kinds::Object, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let entry = Entry { receipt: true, ..Entry::new(EventType::Object, "say-purpose-objection") };
    entry.run(&command.common, terminal, |desk, event| {
        if let Some(person) = &command.on_behalf_of {
            let (name, role) = split(person);
            let role = role.map(|role| text("--on-behalf-of", role)).transpose()?;
            event.on_behalf_of = Some(OnBehalfOf { name: text("--on-behalf-of", name)?, role });
        }
        event.reference = command.event.map(|index| event_hash(desk, index)).transpose()?;
        Ok(())
    })
}

pub(super) fn correct(command: &kinds::Correct, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let field = text("--field", &command.field)?;
    let value = text("--value", &command.value)?;
    let reason = text("--reason", &command.reason)?;
    Entry::new(EventType::Correct, "say-purpose-correcting").run(&command.common, terminal, |desk, event| {
        let hash = event_hash(desk, command.event)?;
        event.correction = vec![Correction { event: hash, field, value, reason }];
        Ok(())
    })
}

/// The page that an interrupted run left beside the bag: the same bytes under the same number, or nothing.
pub(super) fn publish(command: &kinds::Publish, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let page = text_file::read_bytes(&command.page, "signed page", MAX_PAGE_LEN as u64);
    let page = page.map_err(|error| CliError::from(error).at(&command.page))?;
    let anchors = command.anchors.open_or_configured()?;
    let published = append::publish_again(&command.bag, &anchors, &page, append::DEFAULT_WAIT)
        .map_err(|error| CliError::from(error).at(&command.bag))?;
    let values: [(&str, &dyn std::fmt::Display); 2] = [("index", &published.index), ("bag", &shown(&command.bag))];
    terminal.print(&format!("{}\n", terminal.words().with("say-event-published", &values)))?;
    Ok(ExitClass::Success)
}
