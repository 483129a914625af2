//! Tokens over an event: asked for, carried in, stored, and entered into the log if there is a key.

use std::path::Path;

use sealbag::append::{self, Stamp};
use sealbag_custody::event::EventType;
use sealbag_custody::log_store::{LogStore, MAX_TOKEN_LEN};
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::sha256;
use sealbag_timestamp::{Algorithm, Anchors, Certificates, Expected, Imprint, MAX_REQUEST_LEN, Nonce, Request, Token};

use super::report::{self, Judged};
use super::{HttpError, Timestamp, TimestampError, http};
use crate::commands::custody::EventArgs;
use crate::commands::custody::desk::Desk;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::terminal::{Terminal, harmless, quoted, shown};
use crate::{new_file, text_file};

/// The event that is stamped.
pub(super) struct Stamped {
    pub(super) index: u32,
    pub(super) hash: Sha256Digest,
    bytes: Vec<u8>,
}

impl Stamped {
    fn imprint(&self) -> Imprint {
        Imprint::of(Algorithm::Sha256, &self.bytes)
    }
}

pub(super) fn run(command: &Timestamp, common: &EventArgs, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let anchors = common.anchors.time_authorities()?;
    let desk = Desk::open(common, terminal)?;
    let stamped = stamped(&desk, command.event).map_err(|error| error.at(desk.bag()))?;
    if let Some(out) = &command.how.request {
        return write_request(command, &desk, &stamped, out);
    }
    let judged = match command.how.tsa.as_slice() {
        [] => attached(command, &stamped, &anchors)?,
        urls => urls.iter().map(|url| asked(command, &stamped, &anchors, url)).collect::<Result<_, _>>()?,
    };
    store(command, &desk, &stamped, &judged)
}

/// The event, and its bytes as they were verified with the log.
fn stamped(desk: &Desk<'_>, index: Option<u32>) -> Result<Stamped, CliError> {
    let last = desk.view.last.index;
    let index = index.unwrap_or_else(|| u32::try_from(last).unwrap_or(u32::MAX));
    let known = usize::try_from(index).ok().and_then(|index| desk.view.hashes.get(index));
    let hash = *known.ok_or(TimestampError::NoEvent { index, last })?;
    let read = LogStore::open(desk.bag()).and_then(|log| log.read(index));
    let bytes = read.map_err(|error| CliError::from(append::AppendError::from(error)))?.unwrap_or_default();
    if sha256(&bytes) != hash {
        return Err(TimestampError::Changed { index }.into());
    }
    Ok(Stamped { index, hash, bytes })
}

fn request(command: &Timestamp, stamped: &Stamped) -> Result<Request, CliError> {
    let mut nonce = [0; 8];
    getrandom::fill(&mut nonce).map_err(|error| {
        CliError::from(TimestampError::Read { what: "system's random numbers", source: std::io::Error::other(error) })
    })?;
    Ok(Request {
        imprint: stamped.imprint(),
        policy: command.tsa_policy,
        nonce: Some(Nonce::from_bytes(nonce)),
        certificates: Certificates::Included,
    })
}

fn write_request(command: &Timestamp, desk: &Desk<'_>, stamped: &Stamped, out: &Path) -> Result<ExitClass, CliError> {
    new_file::check_outside(out, desk.bag()).map_err(TimestampError::Place)?;
    let request = request(command, stamped)?;
    new_file::create(out, &request.to_der())?;
    report::tell_request(desk, stamped, &request, out)?;
    let n = stamped.index;
    desk.terminal.note(&format!(
        "{}\n  sealbag timestamp {} --event {n} --attach ANSWER --request-file {} --tsa-ca PEM",
        desk.terminal.words().text("say-stamp-carry"),
        quoted(desk.bag()),
        quoted(out)
    ));
    Ok(ExitClass::Success)
}

/// Asks an authority.
fn asked(command: &Timestamp, stamped: &Stamped, anchors: &Anchors, url: &str) -> Result<Judged, CliError> {
    let at = |error: CliError| error.at_shown(harmless(url));
    let request = request(command, stamped)?;
    let answer =
        http::ask(url, &request.to_der()).map_err(|error: HttpError| at(TimestampError::from(error).into()))?;
    let expected = Expected::answer_to(&request);
    judge(&answer, &expected, anchors, report::Nonce::Matched, harmless(url)).map_err(|error| at(error.into()))
}

/// A token that is to be entered must be over the event and hold as far as it can be judged without certificates.
///
/// # Errors
/// Why it does not.
pub(crate) fn require_over(desk: &Desk<'_>, index: u32, token: &[u8]) -> Result<(), CliError> {
    let stamped = stamped(desk, Some(index))?;
    let examined =
        Token::parse(token).and_then(|token| token.examine(&Expected::over(&stamped.bytes), &Anchors::default()));
    examined.map(drop).map_err(|fault| TimestampError::from(fault).into())
}

/// Reads answers or tokens that were carried in.
fn attached(command: &Timestamp, stamped: &Stamped, anchors: &Anchors) -> Result<Vec<Judged>, CliError> {
    let request = match &command.request_file {
        None => None,
        Some(path) => {
            let bytes = text_file::read_bytes(path, "request", MAX_REQUEST_LEN as u64);
            let bytes = bytes.map_err(|error| CliError::from(error).at(path))?;
            let refuse = |error: TimestampError| CliError::from(error).at(path);
            let request = Request::parse(&bytes).map_err(|fault| refuse(TimestampError::Request(Box::new(fault))))?;
            if request.imprint != Imprint::of(request.imprint.algorithm(), &stamped.bytes) {
                return Err(refuse(TimestampError::OtherRequest { index: stamped.index }));
            }
            Some(request)
        }
    };
    let mut expected = request.as_ref().map_or_else(|| Expected::over(&stamped.bytes), Expected::answer_to);
    if let Some(policy) = command.tsa_policy {
        expected = expected.under(policy);
    }
    let nonce = match request.and_then(|request| request.nonce) {
        Some(_) => report::Nonce::Matched,
        None => report::Nonce::NotChecked,
    };
    let attach = |path: &std::path::PathBuf| {
        let bytes = text_file::read_bytes(path, "time-stamp token", MAX_TOKEN_LEN as u64);
        let bytes = bytes.map_err(|error| CliError::from(error).at(path))?;
        judge(&bytes, &expected, anchors, nonce, shown(path)).map_err(|error| CliError::from(error).at(path))
    };
    command.how.attach.iter().map(attach).collect()
}

/// The token must hold as far as it can be judged: without certificates from outside, not its chain.
fn judge(
    bytes: &[u8],
    expected: &Expected<'_>,
    anchors: &Anchors,
    nonce: report::Nonce,
    origin: String,
) -> Result<Judged, TimestampError> {
    let examined = Token::parse(bytes)?.examine(expected, anchors)?;
    let attested = if anchors.is_empty() { None } else { Some(examined.anchored(anchors)?) };
    Ok(Judged { bytes: bytes.to_vec(), examined, chain: attested.map(|attested| attested.chain), nonce, origin })
}

/// Stores the tokens; with a key, an event lists them.
fn store(command: &Timestamp, desk: &Desk<'_>, stamped: &Stamped, judged: &[Judged]) -> Result<ExitClass, CliError> {
    let stamps = || judged.iter().map(|one| Stamp { index: stamped.index, bytes: one.bytes.clone() }).collect();
    if command.no_event || desk.args.key.source()?.is_none() {
        let stored = append::attach(desk.bag(), &desk.anchors, stamps(), append::DEFAULT_WAIT)
            .map_err(|error| CliError::from(error).at(desk.bag()))?;
        return report::tell(desk, stamped, judged, &stored, None);
    }
    let mut form = desk.args.fields()?;
    if !form.states("purpose") {
        form.set("purpose", &desk.terminal.words().text("say-purpose-attesting"));
    }
    desk.complete(&mut form, EventType::Timestamp)?;
    let signing = desk.sign_on()?;
    let event = desk.event(&form, EventType::Timestamp, &signing.actor)?;
    let appended = desk.append(event, &signing, stamps(), None)?;
    report::tell(desk, stamped, judged, &appended.record.token, Some(&appended))
}
