//! Signing the event, checking the own signature, and giving the page its number.

use std::path::Path;
use std::time::Duration;

use sealbag_custody::event::{EventRecord, EventType, TokenReference};
use sealbag_custody::key::Signer;
use sealbag_custody::log_page::EventPage;
use sealbag_custody::log_store::{self, LogStore, Published, Writer};
use sealbag_custody::page;
use sealbag_custody::sshsig::Namespace;
use sealbag_manifest::hash::sha256;

use super::log::{CurrentLog, with_log};
use super::{AppendError, Request, Stamp};
use crate::verify::Anchors;

/// How often the same page is published again while it is not known whether it is in the log.
const RETRIES: usize = 3;

/// Signs, and reads back what was signed as every verifier will.
pub(super) fn sign(event: &EventRecord, signer: &dyn Signer) -> Result<Vec<u8>, AppendError> {
    let bytes = event.to_bytes()?;
    let armour = signer.sign(Namespace::Event, &bytes)?;
    let page = page::join(&bytes, &armour).map_err(AppendError::OwnSignature)?;
    page::verify(&page, Namespace::Event).map_err(AppendError::OwnSignature)?;
    match EventPage::read(&page) {
        Ok(back) if back.record() == event => Ok(page),
        _ => Err(AppendError::OwnRecord),
    }
}

/// Gives the page its number; after a doubtful answer the same bytes again.
pub(super) fn publish(
    writer: &Writer<'_>,
    index: u32,
    page: &[u8],
    log: &CurrentLog<'_>,
) -> Result<Published, AppendError> {
    let mut tries = 0;
    loop {
        match writer.publish(index, page) {
            Ok(published) => return Ok(published),
            Err(log_store::AppendError::Taken { index, winner }) => return Err(log.winner(index, &winner)),
            Err(log_store::AppendError::Undetermined { .. }) if tries < RETRIES => tries += 1,
            Err(source @ log_store::AppendError::Undetermined { .. }) => {
                return Err(AppendError::Unknown { index, page: page.to_vec(), source });
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Publishes a page again of which it was not known whether it is in the log: the same bytes, under its own number.
///
/// # Errors
/// If it belongs to another bag, is no event that stands where the log has come to, or another event has its number.
pub fn publish_again(bag: &Path, anchors: &Anchors, page: &[u8], wait: Duration) -> Result<Published, AppendError> {
    let event =
        EventPage::read(page).map_err(|source| AppendError::TakenByAnother { index: 0, source: Some(source) })?;
    let store = LogStore::open(bag)?;
    let writer = store.lock(wait)?;
    with_log(bag, anchors, |log| {
        let record = event.record();
        if record.bag != log.seal.record().bag || record.seal != log.seal.hash() {
            return Err(AppendError::OtherBag);
        }
        let index = u32::try_from(record.index).unwrap_or(u32::MAX);
        // Behind the log's end it is judged; before it, the bytes decide.
        if index == log.next {
            if record.prev != log.last.hash {
                return Err(AppendError::Overtaken { first: Box::new(log.last.clone()), breach: None });
            }
            if let Some(breach) = log.replay.judge(record).breach {
                return Err(log.refusal(record.kind, breach));
            }
        }
        publish(&writer, index, page, &log)
    })?
}

/// The tokens as the event will list them, with numbers that may still change.
pub(super) fn expected_tokens(request: &Request<'_>, log: &CurrentLog<'_>) -> Result<Vec<TokenReference>, AppendError> {
    if (request.event.kind == EventType::Timestamp) == request.tokens.is_empty() {
        return Err(AppendError::Tokens);
    }
    request.tokens.iter().map(|stamp| reference(stamp.index, 1, &stamp.bytes, log)).collect()
}

/// Stores the tokens beside the events that they stamp, each under the first number that is free or has the same bytes.
pub(super) fn tokens(
    writer: &Writer<'_>,
    stamps: &[Stamp],
    log: &CurrentLog<'_>,
) -> Result<Vec<TokenReference>, AppendError> {
    let mut listed = Vec::new();
    for stamp in stamps {
        let mut number = 1;
        loop {
            match writer.publish_token(stamp.index, number, &stamp.bytes) {
                Ok(_) => break,
                Err(log_store::AppendError::TokenTaken { .. }) if number < u32::MAX => number += 1,
                Err(error) => return Err(error.into()),
            }
        }
        listed.push(reference(stamp.index, number, &stamp.bytes, log)?);
    }
    Ok(listed)
}

/// Stores tokens beside the events that they stamp, without an event that lists them: that needs no key. A token that is
/// there already, byte for byte, is not stored twice.
///
/// # Errors
/// The log does not hold, there is no such event, or the token cannot be written.
pub fn attach(
    bag: &Path,
    anchors: &Anchors,
    tokens: Vec<Stamp>,
    wait: Duration,
) -> Result<Vec<TokenReference>, AppendError> {
    let store = LogStore::open(bag)?;
    let writer = store.lock(wait)?;
    let _ = writer.clear_litter();
    with_log(bag, anchors, |log| {
        // All of them are known to fit before the first is written.
        tokens.iter().try_for_each(|stamp| reference(stamp.index, 1, &stamp.bytes, &log).map(drop))?;
        self::tokens(&writer, &tokens, &log)
    })?
}

fn reference(index: u32, number: u32, bytes: &[u8], log: &CurrentLog<'_>) -> Result<TokenReference, AppendError> {
    let event = usize::try_from(index).ok().and_then(|index| log.hashes.get(index));
    let event = *event.ok_or(AppendError::NoSuchEvent { index, last: log.last.index })?;
    Ok(TokenReference { index: u64::from(index), event, number: u64::from(number), sha256: sha256(bytes) })
}
